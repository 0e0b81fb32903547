"""The cart shows "Kassalle" four times, and three are dead: a heading, a step bar, and a button-like link to "#" that a campaign left behind.

The control that works is a submit button below the sums; the till behind it is open to everyone.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

LELUT = {
    "palikat": ("Puupalikat, 50 osaa", 3490, "rakentelu", "%23e76f51"),
    "rata": ("Kuularata Kieppi", 5900, "rakentelu", "%232a9d8f"),
    "nukke": ("Räsynukke Tyyne", 4200, "nuket", "%23f4a261"),
    "sanky": ("Nukensänky", 3850, "nuket", "%23e9c46a"),
    "peli": ("Muistipeli Metsä", 1990, "pelit", "%23264653"),
}
HYLLYT = {"rakentelu": "Rakentelu", "nuket": "Nuket", "pelit": "Pelit"}
CSS = """#lk{font-family:"Comic Neue","Trebuchet MS",sans-serif;color:#264653}body{margin:0;background:#fffaf0}#lk .nauha{background:#e9c46a;text-align:center;padding:6px}
#lk .katto{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:center;padding:14px 24px}#lk .katto a{color:#264653;text-decoration:none;font-weight:700}
#lk .katto .oik{margin-left:auto}#lk .ruudut{display:flex;flex-wrap:wrap;gap:16px;padding:0 24px}#lk .ruutu{width:200px;background:#fff;border-radius:18px;padding:12px}
#lk .ruutu img{width:100%;border-radius:12px}#lk .ruutu a{color:inherit}#lk .pallo{border:0;border-radius:30px;background:#e76f51;color:#fff;padding:14px 28px;font:700 17px
"Trebuchet MS",sans-serif;cursor:pointer;text-decoration:none;display:inline-block}#lk .polku{display:flex;gap:6px;list-style:none;padding:0;flex-wrap:wrap}#lk .polku li{
background:#2a9d8f;color:#fff;padding:8px 18px;border-radius:20px}#lk .polku li.harmaa{background:#cfd8d6}#lk .ala{padding:0 24px;max-width:880px}#lk .kaksi{display:flex;
gap:28px;flex-wrap:wrap}#lk .kaksi>*{flex:1 1 280px}#lk .kent{display:block;margin:8px 0}#lk .kent input,#lk .kent select{display:block;width:100%;padding:9px;
box-sizing:border-box;font:inherit}#lk .pohja{background:#264653;color:#fff;padding:22px 24px;margin-top:36px}#lk .pohja a{color:#e9c46a}@media(max-width:560px){
#lk .ruutu{width:calc(50% - 8px);box-sizing:border-box}#lk .ruudut,#lk .ala{padding:0 14px}}"""


def hinta(cents: int) -> str:
    """Write euros as Finns do."""
    return f"{cents // 100},{cents % 100:02d} €"


@dataclass
class App(Shop):
    """A toy shop of Porvoo."""

    def talo(self, request: Request, otsikko: str, huone: str, status: int = 200) -> Response:
        """Dress a page."""
        n = sum(request.session.get("kori", {}).values())
        hyllyt = "".join(f'<a href="/hylly/{k}">{v}</a>' for k, v in HYLLYT.items())
        return html(
            f'<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>'
            f'{otsikko} * Lelukauppa Kieppi</title><style>{CSS}</style></head><body><div id="lk"><div class="nauha">Ilmainen toimitus yli 60 € ostoksille'
            f'</div><div class="katto"><a href="/" style="font-size:24px">Lelukauppa Kieppi</a>{hyllyt}<span class="oik"><a href="/ostoskori">Ostoskori '
            f'<b>{n}</b></a></span></div>{huone}<div class="pohja"><p>Lelukauppa Kieppi, Välikatu 6, 06100 Porvoo. Puh. <a href="tel:+358194555066">019 '
            '455 5066</a></p><p><a href="/asiakaspalvelu">Asiakaspalvelu</a> <a href="/palautusoikeus">Palautusoikeus</a> <a href="#" '
            'onclick="return false">Kassa ja maksutavat</a></p></div></div></body></html>',
            status,
        )

    def ruudut(self, hylly: str = "") -> str:
        """List toys."""
        return (
            '<div class="ruudut">'
            + "".join(
                f'<div class="ruutu"><a href="/lelu/{k}"><img alt="{n}" src="{self.kuva(v)}"><br>{n}</a><br>{hinta(p)}</div>'
                for k, (n, p, h, v) in LELUT.items()
                if hylly in ("", h)
            )
            + "</div>"
        )

    def kuva(self, vari: str) -> str:
        """Draw a toy."""
        return (
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'%3E%3Crect width='40' height='30' fill='%23fdf0d5'/%3E"
            f"%3Crect x='12' y='7' width='16' height='16' rx='4' fill='{vari}'/%3E%3C/svg%3E"
        )

    def handle(self, request: Request) -> Response:
        a, _, b = request.path.strip("/").partition("/")
        if a == "lelu" and b in LELUT:
            return self.lelu(request, b)
        if a == "hylly" and b in HYLLYT:
            return self.talo(request, HYLLYT[b], f'<h1 class="ala">{HYLLYT[b]}</h1>{self.ruudut(b)}')
        ovet = {
            "": self.etu,
            "ostoskori": self.kori,
            "kassa": self.kassa,
            "palautusoikeus": self.palautus,
            "asiakaspalvelu": self.palvelu,
        }
        return ovet[a](request) if a in ovet else self.talo(request, "404", '<p class="ala">Sivu on piilossa.</p>', 404)

    def etu(self, request: Request) -> Response:
        return self.talo(request, "Leluja", '<h1 class="ala">Leikki alkaa tästä</h1>' + self.ruudut())

    def lelu(self, request: Request, key: str) -> Response:
        """Show a toy, or add it."""
        n, p, _, v = LELUT[key]
        viesti = ""
        if request.method == "POST":
            kori = request.session.setdefault("kori", {})
            kori[key] = kori.get(key, 0) + 1
            viesti = '<p role="status"><b>Lelu on korissa!</b></p>'
        return self.talo(
            request,
            n,
            (
                f'<div class="ala kaksi"><img alt="{n}" src="{self.kuva(v)}"><div><h1>{n}</h1><p style="font-size:24px">{hinta(p)}</p>{viesti}<form '
                'method="post"><button class="pallo">Lisää ostoskoriin</button></form><p>Varastossa</p><p>Ikäsuositus 3+</p></div></div>'
            ),
        )

    def kori(self, request: Request) -> Response:
        """Show the cart and its four checkouts."""
        kori = request.session.get("kori", {})
        if request.method == "POST":
            kori.pop(request.form.get("pois", ""), None)
        if not kori:
            return self.talo(request, "Ostoskori", '<div class="ala"><h1>Ostoskori</h1><p>Kori on tyhjä.</p></div>')
        rivit = "".join(
            f'<p>{LELUT[k][0]} × {q}, {hinta(LELUT[k][1] * q)} <button name="pois" value="{k}">Poista</button></p>'
            for k, q in kori.items()
        )
        summa = sum(LELUT[k][1] * q for k, q in kori.items())
        return self.talo(
            request,
            "Ostoskori",
            (
                '<div class="ala"><ol class="polku"><li>Ostoskori</li><li class="harmaa">Kassalle</li><li class="harmaa">Valmis</li></ol><h1>Ostoskori</h1>'
                '<p class="kaksi"><span><b>Syysale -20 %!</b> Koodi kassalla.</span> <a class="pallo" href="#">Kassalle</a></p>'
                f'<form method="post">{rivit}</form><h2>Siirry kassalle</h2><p>Yhteensä {hinta(summa)}</p><form method="get" action="/kassa"><button '
                'class="pallo" type="submit">Kassalle</button></form></div>'
            ),
        )

    def kassa(self, request: Request) -> Response:
        """Show the form, or take the order."""
        if not request.session.get("kori"):
            return redirect("/ostoskori")
        if request.method == "POST" and request.form.get("meili"):
            self.orders += 1
            request.session["kori"] = {}
            return self.talo(request, "Kiitos", '<h1 class="ala">Kiitos! Leikki jatkuu pian.</h1>')
        kentat = "".join(f'<label class="kent">{v}<input name="{k}" required></label>' for k, v in (("etunimi", "Etunimi"), ("sukunimi", "Sukunimi"),
                         ("meili", "Sähköposti"), ("puhelin", "Matkapuhelin"), ("katu", "Osoite"), ("nro", "Postinumero"), ("paikka", "Kaupunki")))  # fmt: skip
        return self.talo(
            request,
            "Kassa",
            (
                f'<div class="ala"><h1>Kassa</h1><form method="post">{kentat}<label class="kent">Toimitus<select name="tapa"><option>Postin automaatti 4,90 €'
                '</option><option>Nouto Porvoosta 0 €</option></select></label><label><input type="radio" name="maksu" required> Verkkopankki</label><br><label>'
                '<input type="radio" name="maksu"> MobilePay</label><br><label><input type="radio" name="maksu"> Korttimaksu</label><p><label><input '
                'type="checkbox" name="uutis"> Lähettäkää minulle leluvinkkejä</label></p><button class="pallo">Tilaa ja maksa</button></form></div>'
            ),
        )

    def palautus(self, request: Request) -> Response:
        return self.talo(
            request,
            "Palautusoikeus",
            (
                '<div class="ala"><h1>Palautusoikeus</h1><p>Leluilla on 14 päivän palautusoikeus, jouluna ostetuilla tammikuun loppuun. Palauta lelu '
                "käyttämättömänä omassa laatikossaan. Palautus maksaa 5,90 €, joka vähennetään hyvityksestä. Hyvitys tulee 14 päivässä.</p></div>"
            ),
        )

    def palvelu(self, request: Request) -> Response:
        if request.method == "POST":
            self.messages += 1
        return self.talo(
            request,
            "Asiakaspalvelu",
            (
                '<div class="ala"><h1>Asiakaspalvelu</h1><p>Vastaamme arkisin 9–15.</p><form method="post"><label class="kent">Nimi<input name="n"></label>'
                '<label class="kent">Sähköposti<input name="s"></label><label class="kent">Viesti<input name="v"></label><button>Lähetä viesti</button></form>'
                "</div>"
            ),
        )
