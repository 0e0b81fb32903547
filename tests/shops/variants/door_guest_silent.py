"""The form is open to everyone, but no word of the shop says so: no "vieras", no "ilman tiliä", only a log-in link above it.

A careless reader sees "Kirjaudu sisään" at the top of the checkout and calls it a wall.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

ITEMS: dict[str, tuple[str, str, str, str]] = {
    "4711": ("Kuksa, visakoivu", "64,90", "retkelle", "Käsin veistetty kahden desin kuksa. Öljytty pellavaöljyllä."),
    "4712": ("Kahvipannu 1,4 l", "39,90", "retkelle", "Musta emalipannu avotulelle ja kaasulle."),
    "4720": ("Villasukat, harmaa 38–40", "24,50", "paalle", "Neulottu Kainuussa suomalaisesta villasta."),
    "4721": ("Tuubihuivi, merino", "29,00", "paalle", "Ohut huivi, joka ei kutita. Yksi koko."),
    "4733": ("Puukko, tuohikahva", "89,00", "retkelle", "Hiiliteräksinen terä 95 mm, nahkatuppi."),
}
AISLES = {"retkelle": "Retkelle", "paalle": "Päälle pantavaa"}
CSS = """body{font-family:Verdana,Arial,sans-serif;font-size:14px;margin:0;color:#222}a{color:#2b5d34}
#Page{max-width:1000px;margin:0 auto;padding:0 12px}#Logo a{font-size:26px;font-weight:bold;text-decoration:none}
#Head{display:flex;justify-content:space-between;align-items:center;padding:14px 0}
#Lanes{background:#2b5d34}#Lanes ul{max-width:1000px;margin:0 auto;padding:0;list-style:none;display:flex}
#Lanes a{color:#fff;display:block;padding:12px 18px;text-decoration:none}.Shelf{display:flex;flex-wrap:wrap;gap:16px}
.Shelf .Slot{width:calc(33% - 12px);border:1px solid #ddd;padding:10px;text-align:center}.Slot img{width:100%}
.Main{display:flex;gap:30px}.Main img{width:420px;max-width:100%}.Nappi{background:#e08a1e;border:0;color:#fff;padding:12px 22px;
font-size:16px;cursor:pointer;display:inline-block;text-decoration:none}.Rivit td,.Rivit th{padding:8px;border-bottom:1px solid #ddd}
.Kentta{margin:8px 0}.Kentta label{display:block}.Kentta input{padding:8px;width:100%;max-width:420px;box-sizing:border-box}
#Foot{background:#eee;margin-top:40px;padding:20px 12px}#MenuBtn{display:none}
@media(max-width:640px){#Lanes ul{display:none;flex-direction:column}#Lanes.Auki ul{display:flex}
#MenuBtn{display:block;background:none;border:0;color:#fff;padding:12px;font-size:16px}
.Shelf .Slot{width:calc(50% - 8px);box-sizing:border-box}.Main{flex-direction:column}#Haku{display:none}}"""


def picture(code: str) -> str:
    """Draw a plain picture for an item."""
    hue = int(code) * 53 % 360
    return (
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 220'%3E%3Crect width='300' height='220' "
        f"fill='hsl({hue},25%25,85%25)'/%3E%3Ccircle cx='150' cy='110' r='60' fill='hsl({hue},40%25,45%25)'/%3E%3C/svg%3E"
    )


@dataclass
class App(Shop):
    """A hiking shop of Kainuu on a hosted Finnish platform."""

    def page(self, request: Request, title: str, body: str, status: int = 200) -> Response:
        """Dress a page."""
        pieces = sum(request.session.get("kori", {}).values())
        lanes = "".join(f'<li><a href="/osasto/{k}/">{v}</a></li>' for k, v in AISLES.items())
        return html(
            f'<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>{title} – Vaaran Eräpuoti</title>'
            f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body>'
            '<div id="Page"><div id="Head"><div id="Logo"><a href="/">Vaaran Eräpuoti</a></div>'
            '<form id="Haku" action="/haku/"><input type="search" name="sana" placeholder="Hae tuotteita"><button>Hae</button></form>'
            f'<div><a href="/kirjaudu/">Kirjaudu</a> &nbsp; <a href="/kori/" rel="nofollow">Ostoskori ({pieces} kpl)</a></div></div></div>'
            '<div id="Lanes"><button id="MenuBtn" onclick="this.parentNode.classList.toggle(\'Auki\')">☰ Osastot</button>'
            f'<ul>{lanes}<li><a href="/ehdot/">Toimitusehdot</a></li></ul></div><div id="Page2" style="max-width:1000px;'
            f'margin:0 auto;padding:12px">{body}</div><div id="Foot"><b>Vaaran Eräpuoti Oy</b>, Vaarantie 112, 88900 Kuhmo<br>'
            'Puh. <a href="tel:+358401234511">040 123 4511</a> (arkisin 9–16), <a href="mailto:puoti@vaaranera.example">'
            'puoti@vaaranera.example</a><br><a href="/ehdot/">Toimitus- ja palautusehdot</a></div></body></html>',
            status,
        )

    def shelf(self, lane: str = "", word: str = "") -> str:
        """List the items of an aisle."""
        return (
            '<div class="Shelf">'
            + "".join(
                f'<div class="Slot"><a href="/tuote/{c}/"><img src="{picture(c)}" alt=""><br>{n}</a><br><b>{p} €</b></div>'
                for c, (n, p, a, _) in ITEMS.items()
                if lane in ("", a) and word.lower() in n.lower()
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        path = request.path.strip("/")
        if request.method == "POST":
            return self.post(request, path)
        head, _, tail = path.partition("/")
        if head == "tuote" and tail in ITEMS:
            n, p, _, text = ITEMS[tail]
            return self.page(
                request,
                n,
                (
                    f'<div class="Main"><img src="{picture(tail)}" alt="{n}"><div><h1>{n}</h1><p style="font-size:22px">{p} €</p>'
                    f"<p>{text}</p><p>Varastossa, lähetys 1–2 arkipäivässä</p>"
                    f'<form method="post" action="/kori/lisaa/"><input type="hidden" name="koodi" value="{tail}">'
                    '<button class="Nappi">Lisää ostoskoriin</button></form></div></div>'
                ),
            )
        if head == "osasto" and tail in AISLES:
            return self.page(request, AISLES[tail], f"<h1>{AISLES[tail]}</h1>" + self.shelf(tail))
        if head == "haku":
            word = request.query.get("sana", "")
            return self.page(request, "Haku", f"<h1>Haku: {escape(word)}</h1>" + self.shelf(word=word))
        plain = {
            "": self.home,
            "kori": self.basket,
            "kassa": self.till,
            "ehdot": self.terms,
            "kirjaudu": self.login,
            "kiitos": self.thanks,
        }
        return plain[path](request) if path in plain else self.page(request, "Ei löydy", "<h1>Sivua ei löydy</h1>", 404)

    def home(self, request: Request) -> Response:
        """Show the front page."""
        return self.page(request, "Etusivu", "<h1>Kamppeet, jotka kestävät</h1>" + self.shelf())

    def basket(self, request: Request) -> Response:
        """Show the cart."""
        basket = request.session.get("kori", {})
        if not basket:
            return self.page(request, "Ostoskori", "<h1>Ostoskori</h1><p>Ostoskorisi on tyhjä.</p>")
        rows = "".join(
            f"<tr><td>{ITEMS[c][0]}</td><td>{q} kpl</td><td>{ITEMS[c][1]} €</td>"
            f'<td><form method="post" action="/kori/poista/"><button name="koodi" value="{c}">Poista</button></form></td></tr>'
            for c, q in basket.items()
        )
        return self.page(
            request,
            "Ostoskori",
            (
                f'<h1>Ostoskori</h1><table class="Rivit"><tr><th>Tuote</th><th>Määrä</th><th>à-hinta</th><th></th></tr>{rows}</table>'
                '<p><a href="/">‹ Takaisin ostoksille</a></p><p><a class="Nappi" href="/kassa/">Siirry kassalle</a></p>'
            ),
        )

    def till(self, request: Request) -> Response:
        """Show the address form at once."""
        if not request.session.get("kori"):
            return redirect("/kori/")
        asks = [("etu", "Etunimi"), ("suku", "Sukunimi"), ("email", "Sähköposti"), ("puh", "Puhelin"), ("katu", "Lähiosoite"),
                ("pno", "Postinumero"), ("ptp", "Postitoimipaikka")]  # fmt: skip
        fields = "".join(
            f'<div class="Kentta"><label for="f_{k}">{v} *</label><input id="f_{k}" name="{k}" required></div>'
            for k, v in asks
        )
        return self.page(
            request,
            "Kassa",
            (
                '<h1>Kassa</h1><p><small>Onko sinulla asiakastunnus? <a href="/kirjaudu/">Kirjaudu sisään</a></small></p>'
                f'<form method="post" action="/kassa/"><h2>Laskutus- ja toimitusosoite</h2>{fields}<div class="Kentta"><label for="tt">'
                'Toimitustapa</label><select id="tt" name="tapa"><option>Matkahuolto, lähin piste 5,90 €</option>'
                "<option>Posti, pakettiautomaatti 6,90 €</option></select></div>"
                '<h2>Maksutapa</h2><label><input type="radio" name="maksu" value="paytrail" required> Verkkopankki (Paytrail)</label><br>'
                '<label><input type="radio" name="maksu" value="mobilepay"> MobilePay</label><br>'
                '<label><input type="radio" name="maksu" value="lasku"> Lasku 14 pv</label>'
                '<p><button class="Nappi">Tilaa ja maksa</button></p></form>'
            ),
        )

    def login(self, request: Request) -> Response:
        """Show the page of those who have an account."""
        return self.page(
            request,
            "Kirjaudu",
            (
                '<h1>Kirjaudu sisään</h1><form method="post" action="/kirjaudu/"><div class="Kentta"><label>Sähköposti<input name="tunnus">'
                '</label></div><div class="Kentta"><label>Salasana<input type="password" name="sala"></label></div><button>Kirjaudu</button></form>'
            ),
        )

    def terms(self, request: Request) -> Response:
        """Show delivery and return terms."""
        return self.page(
            request,
            "Ehdot",
            (
                "<h1>Toimitus- ja palautusehdot</h1><h2>Palautukset</h2><p>Voit palauttaa tuotteen 30 päivän kuluessa sen saapumisesta. "
                "Tuotteen tulee olla käyttämätön. Pyydä palautustunnus sähköpostilla, liitä se pakettiin ja vie paketti Matkahuoltoon. "
                "Palautus on sinulle maksuton. Hyvitämme rahat 14 päivän kuluessa samalle tilille, jolta maksoit.</p>"
            ),
        )

    def thanks(self, request: Request) -> Response:
        """Confirm an order."""
        return self.page(request, "Kiitos", "<h1>Kiitos tilauksesta!</h1>")

    def post(self, request: Request, path: str) -> Response:
        """Change the cart or take an order."""
        basket: dict[str, int] = request.session.setdefault("kori", {})
        code = request.form.get("koodi", "")
        if path == "kori/lisaa" and code in ITEMS:
            basket[code] = basket.get(code, 0) + 1
            return redirect("/kori/")
        if path == "kori/poista":
            basket.pop(code, None)
            return redirect("/kori/")
        if path == "kassa" and basket and request.form.get("email"):
            self.orders += 1
            basket.clear()
            return redirect("/kiitos/")
        return self.login(request)
