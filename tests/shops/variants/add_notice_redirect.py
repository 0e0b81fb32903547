"""Adding posts a form and the answer is a redirect straight to the cart page, as in an OpenCart of old.

Each list card carries its own small cart form as well, so the shortest way skips the product page.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

GOODS = [
    {"id": 41, "name": "Tervashampoo 250 ml", "kr": 9.8, "group": "sauna", "c": "#3b2f2f"},
    {"id": 42, "name": "Koivuvihta, pakastettu", "kr": 12.5, "group": "sauna", "c": "#2f5d34"},
    {"id": 45, "name": "Löylytuoksu eukalyptus 100 ml", "kr": 7.9, "group": "sauna", "c": "#3e7c7b"},
    {"id": 51, "name": "Pellavapyyhe 70 × 130", "kr": 39.0, "group": "tekstiilit", "c": "#b8a07e"},
    {"id": 52, "name": "Laudeliina kahdelle", "kr": 27.0, "group": "tekstiilit", "c": "#8d99ae"},
]
BY_ID = {str(g["id"]): g for g in GOODS}
RETURNS = """<h2>Palautusoikeus</h2><p>Voit palauttaa avaamattoman tuotteen 14 vuorokauden kuluessa toimituksesta ilman
syytä.
Ilmoita palautuksesta sähköpostitse, niin lähetämme palautuskoodin. Palautus Postin pakettina on maksuton Suomessa.
Hyvitys maksetaan samalla maksutavalla viimeistään 14 vuorokauden kuluttua ilmoituksesta. Avattua kosmetiikkaa emme voi
ottaa
takaisin hygieniasyistä.</p>"""


def money(value: object) -> str:
    """Write a price."""
    return f"{float(str(value)):.2f} €".replace(".", ",")


def thumb(item: dict[str, object], size: int) -> str:
    """Draw a bottle."""
    return (
        f'<svg width="{size}" height="{size}" viewBox="0 0 100 100" role="img" aria-label="{item["name"]}"><rect '
        f'width="100" '
        f'height="100" fill="#f4f1ea"/><rect x="34" y="28" width="32" height="60" rx="6" fill="{item["c"]}"/>'
        f'<rect x="43" y="14" width="14" height="16" fill="#555"/></svg>'
    )


class App(Shop):
    """Löylykauppa."""

    def shell(self, request: Request, heading: str, inner: str) -> Response:
        """Put the content in the shop's three-storey table layout."""
        n = sum(request.session.get("basket", {}).values())
        body = f"""<html lang="fi"><head><meta charset="utf-8"><title>{heading} - Löylykauppa</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body{{background:#e9e4da;margin:0;font:15px Tahoma,Arial,sans-serif}}table.sivu{{width:100%;max-width:900px;margin:0
auto;
background:#fff;border-collapse:collapse}}td.yla{{background:#4a2c1a;color:#fff;padding:16px}}td.yla a{{color:#ffe8c7}}
td.sisus{{padding:18px}}.kortit{{display:flex;flex-wrap:wrap;gap:16px}}.kortti{{width:150px;border:1px solid #ddd;
padding:10px;
text-align:center}}.kortti form{{margin-top:8px}}input[type=submit]{{background:#a33b20;color:#fff;border:0;padding:10px
16px;
font-size:14px;cursor:pointer}}td.ala{{background:#f4f1ea;padding:16px;font-size:13px}}.rivit{{width:100%}}
.rivit td{{padding:7px;border-bottom:1px solid #eee}}.lomake input,.lomake select{{width:100%;max-width:380px;
padding:8px;
box-sizing:border-box;margin:2px 0 10px}}.lomake input[type=radio],.lomake input[type=checkbox]{{width:auto}}
@media(max-width:500px){{.kortti{{width:calc(50% - 31px)}}}}</style></head><body><table class="sivu"><tr><td
class="yla">
<a href="/" style="font-size:24px;text-decoration:none">♨ Löylykauppa</a><br><a href="/osasto/sauna">Saunatarvikkeet</a>
&middot;
<a href="/osasto/tekstiilit">Tekstiilit</a> &middot; <a href="/info">Tilausohjeet</a> &middot; <a
href="/cart">Ostoskori: {n}
tuotetta</a></td></tr><tr><td class="sisus"><h1>{heading}</h1>{inner}</td></tr><tr><td class="ala">Löylykauppa Ky,
 Rantatie 14,
40100 Jyväskylä. Sähköposti <a href="mailto:asiakaspalvelu@loylykauppa.example">asiakaspalvelu@loylykauppa.example</a>
<br>
<form method="post" action="/uutiskirje">Uutiskirje: <input name="sposti" placeholder="sähköpostiosoitteesi">
<button>Tilaa</button></form></td></tr></table></body></html>"""
        return html("<!DOCTYPE html>" + body)

    def cards(self, group: str | None) -> str:
        """Make the list."""
        out = [
            f'<div class="kortti"><a href="/tuote?id={g["id"]}">{thumb(g, 120)}<br>{g["name"]}</a><br>'
            f'<b>{money(g["kr"])}</b><form method="post" action="/cart/add"><input type="hidden" name="id" '
            f'value="{g["id"]}"><input type="submit" value="Osta"></form></div>'
            for g in GOODS
            if group is None or g["group"] == group
        ]
        return f'<div class="kortit">{"".join(out)}</div>'

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        basket: dict[str, int] = request.session.setdefault("basket", {})
        p = request.path
        if p == "/":
            return self.shell(request, "Tervetuloa saunaan", self.cards(None))
        if p.startswith("/osasto/"):
            return self.shell(request, "Tuotteet", self.cards(p.split("/")[2]))
        if p == "/tuote" and request.query.get("id") in BY_ID:
            g = BY_ID[request.query["id"]]
            return self.shell(
                request,
                str(g["name"]),
                f"""{thumb(g, 260)}<p style="font-size:22px">{money(g["kr"])}</p><p>Varastossa, lähetys seuraavana
arkipäivänä.</p>
<form method="post" action="/cart/add"><input type="hidden" name="id" value="{g["id"]}"> <input name="kpl" value="1"
size="2"
aria-label="Kappalemäärä"> kpl <input type="submit" value="Lisää koriin"></form><p>Valmistettu Keski-Suomessa pienissä
erissä.</p>""",
            )
        if p == "/cart/add" and request.method == "POST" and request.form.get("id") in BY_ID:
            n = request.form.get("kpl", "1")
            basket[request.form["id"]] = basket.get(request.form["id"], 0) + (int(n) if n.isdigit() and n != "0" else 1)
            return redirect("/cart", 302)
        if p == "/cart/update" and request.method == "POST":
            for key in list(basket):
                n = request.form.get("q" + key, "")
                if n.isdigit():
                    basket[key] = int(n)
                if not basket[key]:
                    del basket[key]
            return redirect("/cart", 302)
        return self.rest(request, basket)

    def rest(self, request: Request, basket: dict[str, int]) -> Response:
        """Answer the cart, the till and the written pages."""
        p = request.path
        if p == "/cart":
            return self.shell(request, "Ostoskori", self.cart_rows(basket))
        if p == "/kassa":
            if not basket:
                return redirect("/cart", 302)
            return self.shell(request, "Kassa", self.till(basket))
        if p == "/kassa/vahvista" and request.method == "POST" and basket:
            self.orders += 1
            basket.clear()
            return self.shell(request, "Kiitos!", "<p>Saat tilausvahvistuksen sähköpostiisi.</p>")
        if p == "/uutiskirje" and request.method == "POST":
            self.messages += 1
            return self.shell(request, "Uutiskirje", "<p>Kiitos tilauksesta.</p>")
        if p == "/info":
            return self.shell(
                request,
                "Tilausohjeet",
                "<h2>Toimitus</h2><p>Posti 6,90 €, Matkahuolto 5,90 €. Toimitusaika 2–4 arkipäivää.</p>" + RETURNS,
            )
        return html("Sivua ei löydy", 404)

    def cart_rows(self, basket: dict[str, int]) -> str:
        """Show the lines with a field for the quantity of each."""
        if not basket:
            return "<p>Ostoskori on tyhjä. <a href='/'>Palaa kauppaan</a></p>"
        rows = "".join(
            f'<tr><td>{thumb(BY_ID[k], 50)}</td><td>{BY_ID[k]["name"]}</td><td><input name="q{k}" value="{n}" size="2" '
            f'aria-label="Määrä"></td><td>{money(float(str(BY_ID[k]["kr"])) * n)}</td></tr>'
            for k, n in basket.items()
        )
        return (
            f'<form method="post" action="/cart/update"><table class="rivit">{rows}</table><p><button>Päivitä '
            f"määrät</button>"
            f"</p></form><p>Välisumma: <b>{money(self.total(basket))}</b></p><p><a href='/'>Jatka ostoksia</a> &nbsp; "
            '<a href="/kassa" style="background:#2f5d34;color:#fff;padding:12px 22px;display:inline-block">Kassalle '
            "»</a></p>"
        )

    @staticmethod
    def total(basket: dict[str, int]) -> float:
        """Add up."""
        return sum(float(str(BY_ID[k]["kr"])) * n for k, n in basket.items())

    def till(self, basket: dict[str, int]) -> str:
        """Ask for the customer's data on one page."""
        return f"""<p>Tilauksen summa {money(self.total(basket) + 6.9)} (sis. Posti 6,90 €)</p>
<form class="lomake" method="post" action="/kassa/vahvista">
<label>Etunimi<br><input name="en" autocomplete="given-name" required></label><br><label>Sukunimi<br><input name="sn"
autocomplete="family-name" required></label><br><label>Sähköposti<br><input type="email" name="sp" autocomplete="email"
required></label><br><label>Puhelin<br><input type="tel" name="pu" required></label><br><label>Osoite<br><input
name="os"
required></label><br><label>Postinumero<br><input name="pn" required></label><br><label>Kaupunki<br><input name="ka"
required>
</label><br><label>Maa<br><select name="maa"><option>Suomi</option><option>Ruotsi</option><option>Viro</option></select>
</label>
<p>Maksutapa:</p><label><input type="radio" name="m" value="k" checked> Pankki- tai luottokortti</label><br>
<label><input type="radio" name="m" value="v"> Verkkopankki</label><br><label><input type="radio" name="m" value="l">
Klarna-lasku
</label><br><label>Lisätietoja<br><input name="lt"></label><p><input type="submit" value="Maksa nyt" style="width:auto">
</p></form>"""
