"""The footer shows six payment logos but the till takes only a bank transfer, and hearts, stars and JSON-LD are decoration.

"Palautukset" is a form, the phone a vanity number, and the e-mail is written with (at).
"""

from __future__ import annotations

from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

PRODUCTS = [
    (201, "Pellavapyyhe Kuura", 2490, 1, "kylpy", "#9fb7c9"),
    (202, "Kylpytakki Usva, yksi koko", 7900, 1, "kylpy", "#cbbfae"),
    (203, "Tuikkukippo Routa", 1250, 1, "koti", "#55606e"),
    (204, "Torkkupeitto Lumi", 5990, 0, "koti", "#e3dccf"),
]
GROUPS = {"kylpy": "Kylpyhuone", "koti": "Koti ja sisustus"}
LOGOS = {"Visa": "#1a1f71", "Mastercard": "#eb001b", "MobilePay": "#5a78ff", "Klarna": "#ffb3c7", "PayPal": "#003087",
         "Apple Pay": "#000"}  # fmt: skip
STYLE = """<style>.SiteWrap{font-family:Calibri,Arial,sans-serif;font-size:16px;color:#30363d;max-width:1180px;margin:0 auto}
body{margin:0}.TopBar{background:#30363d;color:#fff;padding:6px 14px;font-size:14px;text-align:right}.TopBar a{color:#fff}
.Header{display:flex;align-items:center;padding:18px 14px;gap:26px}.Logo{font-size:28px;color:#30363d;text-decoration:none}
.CategoryMenu{display:flex;gap:20px;flex:1}.ProductList{display:flex;flex-wrap:wrap}.ProductList .Item{width:25%;padding:10px;
box-sizing:border-box;position:relative}.Item a{color:inherit;text-decoration:none}.Heart{position:absolute;top:14px;right:16px;
font-size:22px;color:#c33!important}.Stars{color:#bbb;letter-spacing:2px}.BuyButton{background:#2d6a4f;color:#fff;border:none;
padding:12px 26px;font:inherit;cursor:pointer;text-decoration:none}.Footer{background:#f1f1f1;padding:24px 14px;display:flex;
gap:50px;flex-wrap:wrap}.Footer ul{list-style:none;padding:0;margin:0}.PayLogos img{height:26px;margin-right:6px}.Narrow{
padding:0 14px}.CheckoutTable input,.CheckoutTable select{width:280px;padding:7px}.MenuLink{display:none}@media(max-width:
680px){.CategoryMenu{display:none}.CategoryMenu:target{display:flex;flex-direction:column;position:absolute;top:100px;left:0;
right:0;background:#fff;padding:20px;border-bottom:2px solid}.MenuLink{display:inline;margin-left:auto}.ProductList .Item{
width:50%}.CheckoutTable input,.CheckoutTable select{width:200px}}</style>"""


def _money(cents: int) -> str:
    return f"{cents / 100:.2f}".replace(".", ",") + " EUR"


def _logo(name: str, colour: str) -> str:
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 30'><rect width='60' height='30' rx='4' fill='{colour}'/>"
        f"<text x='30' y='19' font-size='9' fill='white' text-anchor='middle'>{name}</text></svg>"
    )
    return f'<img src="data:image/svg+xml,{quote(svg)}" alt="{name}">'


def _image(row: tuple[int, str, int, int, str, str]) -> str:
    return f'<svg viewBox="0 0 4 3" width="100%" role="img" aria-label="{row[1]}"><rect width="4" height="3" fill="{row[5]}"/></svg>'


def _list(rows: list[tuple[int, str, int, int, str, str]]) -> str:
    return '<div class="ProductList">' + "".join(
        f'<div class="Item"><a class="Heart" href="#" title="Lisää toivelistalle">♡</a><a href="/p/{r[0]}">{_image(r)}'
        f'<h3>{r[1]}</h3></a><div class="Stars">★★★★★</div><b>{_money(r[2])}</b>{"" if r[3] else " <i>Loppunut</i>"}</div>'
        for r in rows
    ) + "</div>"  # fmt: skip


class App(Shop):
    """Towels and small things for the home."""

    def handle(self, request: Request) -> Response:
        cart: dict[int, int] = request.session.setdefault("cart", {})
        root, _, tail = request.path.strip("/").partition("/")
        row = next((r for r in PRODUCTS if root == "p" and str(r[0]) == tail), None)
        if row:
            return self._product(request, cart, row)
        if root == "g" and tail in GROUPS:
            return self._layout(
                f"<h1>{GROUPS[tail]}</h1>{_list([r for r in PRODUCTS if r[4] == tail])}", cart, GROUPS[tail]
            )
        if root == "":
            return self._layout(f"<h1>Pehmeää arkeen</h1>{_list(PRODUCTS)}", cart, "Etusivu")
        if root in ("palautuslomake", "yhteydenotto") and request.method == "POST":
            self.messages += 1
            return self._layout("<p>Kiitos, olemme yhteydessä.</p>", cart, "Kiitos")
        if root in ("kori", "tilaus"):
            return self._basket(request, cart) if root == "kori" else self._order(request, cart)
        texts = {"palautuslomake": self._return_form, "toimitus": self._shipping, "asiakaspalvelu": self._service}
        if root in texts:
            return self._layout(texts[root](), cart, root.capitalize())
        return html("<title>404</title><h1>Sivua ei ole</h1>", 404)

    @staticmethod
    def _layout(inner: str, cart: dict[int, int], title: str) -> Response:
        logos = "".join(_logo(n, c) for n, c in LOGOS.items())
        menu = "".join(f'<a href="/g/{k}">{v}</a>' for k, v in GROUPS.items())
        return html(f"""<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>{title} - Kotitontut</title><meta
name="viewport" content="width=device-width,initial-scale=1">{STYLE}</head><body><div class="TopBar">Asiakaspalvelu
0800-KAUPPA (ma-pe 9-15)</div><div class="SiteWrap"><div class="Header"><a class="Logo" href="/">Kotitontut</a><a
class="MenuLink" href="#valikko">Valikko</a><div class="CategoryMenu" id="valikko">{menu}</div><a href="/kori">Ostoskori
{sum(cart.values())} kpl</a></div><div class="Narrow">{inner}</div><div class="Footer"><ul><li><a href="/toimitus">Toimitustavat
</a><li><a href="/palautuslomake">Palautukset</a><li><a href="/asiakaspalvelu">Asiakaspalvelu</a></ul><ul><li>Kotitontut Oy
<li>Tehtaankatu 5, 15140 Lahti<li>asiakaspalvelu (at) kotitontut.example</ul><div class="PayLogos">Turvallista ostamista<br>
{logos}</div></div></div></body></html>""")

    def _product(self, request: Request, cart: dict[int, int], row: tuple[int, str, int, int, str, str]) -> Response:
        if request.method == "POST" and row[3]:
            cart[row[0]] = cart.get(row[0], 0) + 1
            return redirect("/kori")
        buy = '<form method="post"><button class="BuyButton">Osta</button></form>' if row[3] else "<p>Loppunut</p>"
        broken = f'{{"@context":"https://schema.org","@type":"Product","name":"{row[1]}","offers":{{"price":{row[2] / 100},}}'
        return self._layout(f"""<script type="application/ld+json">{broken}</script><p><a href="/g/{row[4]}">{GROUPS[row[4]]}</a>
</p><div style="max-width:420px">{_image(row)}</div><h1>{row[1]}</h1><div class="Stars">★★★★★</div><p><b>{_money(row[2])}</b></p>
{buy}<p><a href="#">♡ Toivelistalle</a></p><p>Pesu 60 asteessa. Kudottu Lahdessa.</p>""", cart, row[1])  # fmt: skip

    def _basket(self, request: Request, cart: dict[int, int]) -> Response:
        if request.query.get("del", "").isdigit():
            cart.pop(int(request.query["del"]), None)
        lines = [(r, cart[r[0]]) for r in PRODUCTS if r[0] in cart]
        rows = "".join(
            f'<p>{r[1]}, {n} kpl, {_money(r[2] * n)} <a href="/kori?del={r[0]}">poista</a></p>' for r, n in lines
        )
        end = '<a class="BuyButton" href="/tilaus">Tilaa tuotteet</a>' if rows else "<p>Ostoskori on tyhjä.</p>"
        return self._layout(f"<h1>Ostoskori</h1>{rows}{end}", cart, "Ostoskori")

    def _order(self, request: Request, cart: dict[int, int]) -> Response:
        if not cart:
            return redirect("/kori")
        if request.method == "POST":
            self.orders += 1
            cart.clear()
            return self._layout("<h1>Kiitos! Lähetämme tilisiirtotiedot sähköpostiin.</h1>", cart, "Kiitos")
        fields = "".join(
            f"<tr><td>{t}<td><input name='{i}'>"
            for i, t in enumerate(["Nimi", "Osoite", "Postinumero", "Toimipaikka", "Puhelin", "Sähköposti"])
        )
        return self._layout(f"""<h1>Tilaus</h1><form method="post"><table class="CheckoutTable">{fields}<tr><td>Toimitustapa<td>
<select><option>Postipaketti 6,90 EUR</option><option>Nouto Lahdesta</option></select><tr><td>Maksutapa<td>Ennakkomaksu<tr><td>Lisätietoja<td><textarea rows="3" cols="24"></textarea></table><button class="BuyButton">Lähetä tilaus
</button></form>""", cart, "Tilaus")  # fmt: skip

    def _return_form(self) -> str:
        return """<h1>Palautukset</h1><form method="post"><p>Tilausnumero<br><input name="nro"></p><p>Sähköposti<br><input
type="email" name="s"></p><p>Palautettavat tuotteet<br><textarea name="t"></textarea></p><button class="BuyButton">Lähetä
</button></form>"""

    def _shipping(self) -> str:
        return "<h1>Toimitustavat</h1><p>Postipaketti 6,90 EUR, perillä 2–4 arkipäivässä. Nouto Lahdesta 0 EUR.</p>"

    def _service(self) -> str:
        return """<h1>Asiakaspalvelu</h1><p>Soita 0800-KAUPPA arkisin klo 9–15 tai kirjoita: asiakaspalvelu (at)
kotitontut.example</p>"""
