"""The first product is marked sold out in the list, the second only says so on its own page; the third can be bought.

A MyCashflow-like Finnish board-game shop; the sold-out page offers a notification by e-mail where the button would be.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response

GAMES = {
    "revontulet": ("Revontulet", "42,90", "perhepelit", 0),
    "korven-kuningas": ("Korven kuningas", "54,90", "strategiapelit", 0),
    "majakanvartija": ("Majakanvartija", "36,50", "perhepelit", 4),
    "hiihtoretki": ("Hiihtoretki", "24,90", "korttipelit", 9),
    "tukkilaiset": ("Tukkilaiset", "48,00", "strategiapelit", 2),
    "sienimetsa": ("Sienimetsä", "17,90", "korttipelit", 0),
}
CATEGORIES = {"perhepelit": "Perhepelit", "strategiapelit": "Strategiapelit", "korttipelit": "Korttipelit"}
STYLE = """body{margin:0;font-family:Nunito,Arial,sans-serif;color:#23303b}.SiteHeader{background:#20455c;color:#fff;
padding:0 24px;
display:flex;align-items:center;gap:24px;height:68px}.SiteHeader a{color:#fff;text-decoration:none}
.SiteLogo{font-size:24px;font-weight:800}
.MiniCart{margin-left:auto}.MainNavigation{display:flex;gap:18px}.NavToggle{display:none;color:#fff;background:none;
border:0;font-size:16px}
.PageContent{max-width:1040px;margin:0 auto;padding:20px}.Products{display:grid;grid-template-columns:repeat(3,1fr);
gap:22px}
.ProductTile{border:1px solid #dde5ea;border-radius:8px;padding:14px;position:relative}.ProductTile a{color:inherit;
text-decoration:none}
.Mark{position:absolute;top:10px;left:10px;background:#8a8f94;color:#fff;padding:3px 9px;font-size:13px;
border-radius:4px}
.BuyButton{background:#e07a1f;color:#fff;border:0;border-radius:6px;padding:14px 28px;font:inherit;font-weight:700;
cursor:pointer;
text-decoration:none;display:inline-block}.Stock{color:#2e7d32}.Stock--Out{color:#b3261e}.Notification{position:fixed;
top:80px;right:20px;
background:#2e7d32;color:#fff;padding:14px 20px;border-radius:6px;z-index:5}.Notification a{color:#fff}
.CheckoutField{display:block;margin:0 0 12px}
.CheckoutField input,.CheckoutField select{width:100%;box-sizing:border-box;padding:10px;font:inherit}
.SiteFooter{background:#eef3f6;
padding:22px;margin-top:36px}.ProductPage{display:grid;grid-template-columns:1fr 1fr;gap:32px}
@media(max-width:680px){.NavToggle{display:block}
.MainNavigation{display:none;position:absolute;top:68px;left:0;right:0;background:#20455c;padding:18px;
flex-direction:column;z-index:3}
.MainNavigation.Open{display:flex}.SiteHeader{padding:0 14px;gap:12px}.SiteLogo{font-size:19px}
.Products{grid-template-columns:1fr 1fr;gap:12px}
.ProductPage{grid-template-columns:1fr}}"""


def box(slug: str) -> str:
    """Draw a game box."""
    h = (len(slug) * 61) % 360
    return (
        f'<svg viewBox="0 0 100 100" width="100%" role="img" aria-label="{GAMES[slug][0]}"><rect x="8" y="8" '
        f'width="84" height="84" '
        f'fill="hsl({h} 50% 45%)"/><circle cx="50" cy="46" r="20" fill="hsl({h + 60} 60% 75%)"/></svg>'
    )


class App(Shop):
    """Peliluola."""

    def page(self, request: Request, title: str, content: str) -> Response:
        """Render a page."""
        total = sum(request.session.get("kori", {}).values())
        nav = "".join(f'<a href="/category/{k}">{v}</a>' for k, v in CATEGORIES.items())
        return html(f"""<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>{title} - Peliluola</title>
<meta name="viewport"
content="width=device-width, initial-scale=1"><style>{STYLE}</style></head><body><header class="SiteHeader"><button
class="NavToggle"
aria-label="Avaa valikko" onclick="document.querySelector('.MainNavigation').classList.toggle('Open')">☰</button><a
class="SiteLogo" href="/">
Peliluola</a><nav class="MainNavigation">{nav}<a href="/page/toimitus">Toimitus ja palautus</a></nav><a class="MiniCart"
href="/cart/">
Ostoskori (<span id="CartCount">{total}</span>)</a></header><div class="PageContent">{content}</div><footer
class="SiteFooter">Peliluola Oy,
Kauppakatu 11, 90100 Oulu | <a href="mailto:tuki@peliluola.example">tuki@peliluola.example</a> | <a
href="tel:+35881234567">08 123 4567</a>
(ma–pe 10–16) | <a href="/page/toimitus">Toimitus ja palautus</a></footer></body></html>""")

    def tiles(self, slugs: list[str]) -> str:
        """List games; only those long gone carry the mark."""
        mark = '<span class="Mark">Loppuunmyyty</span>'
        tiles = "".join(
            f'<div class="ProductTile">{mark if s in ("revontulet", "sienimetsa") else ""}<a '
            f'href="/product/{s}">{box(s)}'
            f"<h3>{GAMES[s][0]}</h3></a><b>{GAMES[s][1]} €</b></div>"
            for s in slugs
        )
        return f'<div class="Products">{tiles}</div>'

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        kori: dict[str, int] = request.session.setdefault("kori", {})
        parts = [p for p in request.path.split("/") if p] or ["home"]
        if parts == ["home"]:
            return self.page(request, "Lautapelit", "<h1>Pelejä pimeisiin iltoihin</h1>" + self.tiles(list(GAMES)))
        if parts[0] == "category" and parts[-1] in CATEGORIES:
            slugs = [s for s, g in GAMES.items() if g[2] == parts[-1]]
            return self.page(request, CATEGORIES[parts[-1]], f"<h1>{CATEGORIES[parts[-1]]}</h1>{self.tiles(slugs)}")
        if parts[0] == "product" and parts[-1] in GAMES:
            return self.product(request, parts[-1])
        if request.method == "POST":
            return self.post(request, parts, kori)
        if parts[0] == "cart":
            return self.cart(request, kori)
        if parts[0] == "checkout" and kori:
            return self.checkout(request)
        if parts == ["page", "toimitus"]:
            return self.page(
                request,
                "Toimitus ja palautus",
                "<h1>Toimitus ja palautus</h1><p>Toimituskulut 5,90 €, yli 100 € tilauksille maksuton toimitus. "
                "Toimitusaika 1–3 arkipäivää."
                "</p><p>Avaamattomat pelit voi palauttaa 30 päivän kuluessa vastaanottamisesta. Palautus on "
                "asiakkaalle maksuton: lähetä "
                "paketti asiakaspalautuksena sopimustunnuksella 623456. Maksu palautetaan 14 päivän kuluessa.</p>",
            )
        return html("Sivua ei löytynyt", 404)

    def product(self, request: Request, slug: str) -> Response:
        """Show one game, to buy or to wait for."""
        name, price, _, stock = GAMES[slug]
        buy = (
            f'<p class="Stock">Varastossa {stock} kpl</p><form id="Buy" data-p="{slug}"><button '
            f'class="BuyButton">Lisää ostoskoriin</button></form>'
            if stock
            else '<p class="Stock Stock--Out">Tuote on tilapäisesti loppu.</p><form method="post" '
            'action="/stock-notify"><p>Ilmoita minulle, kun '
            'tuotetta on taas saatavilla:</p><input type="email" name="email" placeholder="Sähköposti"> <button>Lähetä '
            "ilmoitus</button></form>"
        )
        return self.page(
            request,
            name,
            f"""<div class="ProductPage"><div>{box(slug)}</div><div><h1>{name}</h1><p style="font-size:24px">{price}
 €</p>{buy}<p>2–4 pelaajaa,
kesto noin 60 min, ikäsuositus 10+.</p></div></div><script>var f=document.getElementById('Buy');
if(f)f.addEventListener('submit',function(e){{
e.preventDefault();fetch('/interface/CartAdd',{{method:'POST',headers:{{
'Content-Type':'application/x-www-form-urlencoded'}},
body:'product='+f.dataset.p}}).then(r=>r.json()).then(d=>{{document.getElementById('CartCount').textContent=d.items;
var n=document.createElement('div');n.className='Notification';
n.innerHTML='Tuote lisättiin ostoskoriin. <a href="/cart/">Ostoskoriin</a>';
document.body.append(n);setTimeout(()=>n.remove(),5000)}})}})</script>""",
        )

    def post(self, request: Request, parts: list[str], kori: dict[str, int]) -> Response:
        """Take what is posted."""
        slug = request.form.get("product", "")
        if parts == ["interface", "CartAdd"]:
            if slug in GAMES and GAMES[slug][3]:
                kori[slug] = kori.get(slug, 0) + 1
            return json_response({"items": sum(kori.values())})
        if parts == ["cart"]:
            kori.pop(request.form.get("remove", ""), None)
            return self.cart(request, kori)
        if parts == ["checkout"] and kori:
            self.orders += 1
            kori.clear()
            return self.page(request, "Kiitos", "<h1>Kiitos tilauksesta</h1>")
        self.messages += 1
        return self.page(request, "Ilmoitus", "<p>Ilmoitamme, kun tuotetta on saatavilla.</p>")

    def cart(self, request: Request, kori: dict[str, int]) -> Response:
        """Show the cart."""
        rows = "".join(
            f'<form method="post"><p>{GAMES[s][0]} × {n} <b>{GAMES[s][1]} €</b> <button name="remove" '
            f'value="{s}">Poista</button></p></form>'
            for s, n in kori.items()
        )
        go = '<p><a class="BuyButton" href="/checkout/">Siirry kassalle</a></p>'
        return self.page(request, "Ostoskori", f"<h1>Ostoskori</h1>{rows + go if kori else 'Ostoskori on tyhjä.'}")

    def checkout(self, request: Request) -> Response:
        """Show the one-page checkout."""
        rows = "".join(
            f'<label class="CheckoutField">{t}<input name="c{i}" required></label>'
            for i, t in enumerate(
                ["Etunimi", "Sukunimi", "Katuosoite", "Postinumero", "Postitoimipaikka", "Sähköposti", "Puhelin"]
            )
        )
        return self.page(
            request,
            "Kassa",
            f"""<h1>Kassa</h1><form method="post" action="/checkout/"><h2>1. Omat tiedot</h2>{rows}<h2>2.
Toimitustapa</h2>
<p><label><input type="radio" name="d" checked> Postin noutopiste 5,90 €</label></p><p><label><input type="radio"
name="d"> Nouto Oulusta 0 €
</label></p><h2>3. Maksutapa</h2><p><label><input type="radio" name="p" checked> Verkkopankki</label></p><p><label>
<input type="radio" name="p">
MobilePay</label></p><p><label><input type="radio" name="p"> Walley-lasku</label></p><p><label><input type="checkbox"
required> Hyväksyn
tilausehdot</label></p><button class="BuyButton">Vahvista tilaus</button></form>""",
        )
