"""One must become a regular to buy, and no page says "log in": the till asks for a customer number or for joining, never for "kirjautuminen".

Joining wants a PIN of one's own choice, which is a password by another name; nothing else leads on.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

HYLLY: dict[str, tuple[str, str, str, str, str]] = {
    "rehu-kana-20": ("Kananrehu 20 kg", "21,90", "siipikarja", "#c99b3f", "Täysrehu munintakanoille."),
    "kalkki-25": ("Kalkkirouhe 25 kg", "9,80", "siipikarja", "#d9d6cc", "Kuoren vahvistukseen."),
    "suola-nuolu": ("Nuolukivi 10 kg", "13,40", "lampaat", "#caa69b", "Lampaille ja vuohille."),
    "keritsimet": ("Keritsimet, käsikäyttöiset", "34,00", "lampaat", "#77808a", "Hiiliterästä, 33 cm."),
    "verkko-50": ("Lammasverkko 50 m", "89,00", "aidat", "#5d7a3a", "Sis. tolpat ja kulmasarjan."),
}
OSASTOT = {"siipikarja": "Siipikarja", "lampaat": "Lampaat ja vuohet", "aidat": "Aidat"}
TYYLIT = """.agri{font-family:Tahoma,Geneva,sans-serif;font-size:15px;margin:0}.agri header{background:#ffd400;padding:10px 4%}.agri h1.nimi{display:inline;
font-size:26px}.agri h1.nimi a{color:#1b4d1b;text-decoration:none}.agri .vali{background:#1b4d1b;padding:0 4%}.agri .vali a{color:#fff;display:inline-block;
padding:12px 14px}.agri .sis{padding:14px 4%;max-width:1200px}.agri table.hylly{width:100%;border-collapse:collapse}.agri table.hylly td{border:1px solid #ddd;
padding:8px;vertical-align:middle}.agri .kuvake{width:64px;height:64px;border-radius:4px}.agri .vihrea{background:#1b4d1b;color:#fff;border:0;padding:12px 20px;
font:inherit;cursor:pointer;text-decoration:none;display:inline-block}.agri .lomake p{margin:8px 0}.agri .lomake input{padding:7px;width:280px;max-width:100%;
box-sizing:border-box}.agri .rinta{display:flex;gap:30px;flex-wrap:wrap}.agri .rinta>section{flex:1 1 300px;border:2px solid #ffd400;padding:14px}
.agri footer{background:#eee;padding:18px 4%;margin-top:30px;font-size:13px}@media(max-width:500px){.agri .vali a{padding:10px 8px;font-size:14px}}"""


def sakki(colour: str) -> str:
    """Draw a sack."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" fill="#f6f6f0"/><path d="M7 4h10l-2 3q6 6 3 14H6Q3 13 9 7z" fill="{colour}"/></svg>'
    )


@dataclass
class App(Shop):
    """A farmers' shop of Seinäjoki."""

    def arkki(self, request: Request, otsikko: str, runko: str, koodi: int = 200) -> Response:
        """Dress a page."""
        n = sum(request.session.get("lava", {}).values())
        vali = "".join(f'<a href="/os/{k}">{v}</a>' for k, v in OSASTOT.items())
        return html(
            f'<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>{otsikko} :: Lakeuden Rehu</title><meta name="viewport" '
            f'content="width=device-width, initial-scale=1"><style>{TYYLIT}</style></head><body class="agri"><header><h1 class="nimi"><a href="/">'
            f'Lakeuden Rehu</a></h1> <a href="/lava" style="float:right">Ostoskärry: {n} tuotetta</a></header><div class="vali">{vali}</div><div '
            f'class="sis">{runko}</div><footer>Lakeuden Rehu Ky, Tehtaantie 4, 60100 Seinäjoki | <a href="tel:+35864555100">06 455 5100</a> | <a '
            'href="mailto:rehu@lakeus.example">rehu@lakeus.example</a> | Toimitamme kuorma-autolla Etelä-Pohjanmaalla</footer></body></html>',
            koodi,
        )

    def taulu(self, osasto: str = "") -> str:
        """List goods in rows."""
        return (
            '<table class="hylly">'
            + "".join(
                f'<tr><td width="70"><a href="/t/{k}"><img class="kuvake" src="{sakki(c)}" alt=""></a></td><td><a href="/t/{k}">{n}</a></td><td>{p} €'
                "</td></tr>"
                for k, (n, p, o, c, _) in HYLLY.items()
                if osasto in ("", o)
            )
            + "</table>"
        )

    def handle(self, request: Request) -> Response:
        eka, _, toka = request.path.strip("/").partition("/")
        if eka == "os" and toka in OSASTOT:
            return self.arkki(request, OSASTOT[toka], f"<h2>{OSASTOT[toka]}</h2>{self.taulu(toka)}")
        if eka == "t" and toka in HYLLY:
            return self.tuote(request, toka)
        muut = {
            "": self.alku,
            "lava": self.lava,
            "kassa": self.kassa,
            "liity": self.liity,
            "asiakasnumero": self.numero,
            "maksu": self.maksu,
        }
        return muut[eka](request) if eka in muut else self.arkki(request, "404", "<p>Ei ole.</p>", 404)

    def alku(self, request: Request) -> Response:
        return self.arkki(request, "Rehut ja tarvikkeet", "<h2>Syksyn tarjoukset</h2>" + self.taulu())

    def tuote(self, request: Request, key: str) -> Response:
        """Show a product, or add it."""
        n, p, _, c, d = HYLLY[key]
        lava = request.session.setdefault("lava", {})
        if request.method == "POST":
            lava[key] = lava.get(key, 0) + 1
            return redirect("/lava")
        return self.arkki(
            request,
            n,
            (
                f'<h2>{n}</h2><img src="{sakki(c)}" alt="{n}" width="220" height="220"><p>{d}</p><p style="font-size:22px"><b>{p} €</b> '
                '(sis. alv)</p><form method="post"><button class="vihrea">Lisää kärryyn</button></form><p>Varastossa</p>'
            ),
        )

    def lava(self, request: Request) -> Response:
        """Show the cart."""
        lava = request.session.get("lava", {})
        if request.method == "POST":
            lava.pop(request.form.get("pois", ""), None)
        if not lava:
            return self.arkki(request, "Ostoskärry", "<h2>Ostoskärry</h2><p>Kärry on tyhjä.</p>")
        rivit = "".join(f'<tr><td>{HYLLY[k][0]}</td><td>{q} kpl</td><td>{HYLLY[k][1]} €</td><td><button name="pois" value="{k}">Pois</button></td></tr>'
                        for k, q in lava.items())  # fmt: skip
        return self.arkki(
            request,
            "Ostoskärry",
            (
                f'<h2>Ostoskärry</h2><form method="post"><table class="hylly">{rivit}</table></form><p><a class="vihrea" href="/kassa">Kassalle</a></p>'
            ),
        )

    def kassa(self, request: Request) -> Response:
        """Ask for the customer number, or offer to join."""
        if not request.session.get("lava"):
            return redirect("/lava")
        if request.session.get("kanta"):
            return redirect("/maksu")
        return self.arkki(
            request,
            "Kassa",
            (
                '<h2>Kassa</h2><p>Myymme vain kanta-asiakkaillemme. Jäsenyys ei maksa mitään.</p><div class="rinta"><section><h3>Olen kanta-asiakas</h3>'
                '<form class="lomake" method="post" action="/asiakasnumero"><p>Asiakasnumero<br><input name="nro" inputmode="numeric"></p><p>PIN<br><input '
                'name="pin" type="password" inputmode="numeric"></p><button class="vihrea">Jatka</button></form></section><section><h3>En ole vielä '
                'kanta-asiakas</h3><p>Liity nyt, niin voit tilata heti.</p><a class="vihrea" href="/liity">Liity kanta-asiakkaaksi</a></section></div>'
            ),
        )

    def liity(self, request: Request) -> Response:
        """Show the form of joining."""
        if request.method == "POST" and request.form.get("pin") and request.form.get("nimi"):
            self.accounts += 1
            request.session["kanta"] = True
            return redirect("/maksu" if request.session.get("lava") else "/")
        kentat = "".join(f'<p>{v}<br><input name="{k}" required></p>' for k, v in (("nimi", "Nimi tai tilan nimi"), ("tila", "Tilatunnus tai "
                         "henkilötunnuksen loppuosa"), ("osoite", "Osoite"), ("post", "Postinumero ja -paikka"), ("gsm", "Puhelin"),
                         ("maili", "Sähköposti")))  # fmt: skip
        return self.arkki(
            request,
            "Liity",
            (
                f'<h2>Liity kanta-asiakkaaksi</h2><form class="lomake" method="post">{kentat}<p>Valitse nelinumeroinen PIN<br><input type="password" name="pin" '
                'maxlength="4" required></p><button class="vihrea">Liity ja jatka tilausta</button></form>'
            ),
        )

    def numero(self, request: Request) -> Response:
        return self.arkki(
            request, "Kassa", '<p>Numeroa tai PIN-koodia ei tunnistettu. <a href="/kassa">Takaisin</a></p>'
        )

    def maksu(self, request: Request) -> Response:
        """Take a member's order."""
        if not request.session.get("kanta") or not request.session.get("lava"):
            return redirect("/kassa")
        if request.method == "POST":
            self.orders += 1
            request.session["lava"] = {}
            return self.arkki(request, "Kiitos", "<h2>Kiitos! Auto tulee torstaina.</h2>")
        return self.arkki(
            request,
            "Maksu",
            (
                '<h2>Maksu</h2><form method="post"><p><label><input type="radio" name="m" checked> Lasku 14 pv</label></p><button class="vihrea">Tilaa</button>'
                "</form>"
            ),
        )
