"""The real return policy is only inside a folded accordion of the product page, and a grey toolbar mimics reviews and wishes.

In Danish on a Shopify-like theme; the product page alone is too broad on phones, and html says it is English.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

CATALOG = [
    {"handle": "lampeskaerm-plisse", "title": "Lampeskærm Plissé", "kr": 349, "in": "skaerme", "tone": "#e6d3b3", "sizes": ["20 cm", "30 cm"]},
    {"handle": "stofledning-messing", "title": "Stofledning med messingfatning", "kr": 189, "in": "ledninger", "tone": "#c49a45", "sizes": []},
    {"handle": "paere-kul", "title": "Kultrådspære E27", "kr": 79, "in": "paerer", "tone": "#f2b84b", "sizes": []},
    {"handle": "loftkop", "title": "Loftkop i porcelæn", "kr": 129, "in": "ledninger", "tone": "#f3f3f3", "sizes": []},
]  # fmt: skip
THEME = """body{margin:0;font-family:Assistant,"Gill Sans",sans-serif;color:#121212}.announcement{background:#121212;color:#fff;
text-align:center;padding:8px}.header{display:grid;grid-template-columns:1fr auto 1fr;padding:18px 40px;align-items:center}.header
summary{cursor:pointer;list-style:none}.header__heading{font-size:26px;color:inherit;text-decoration:none}.header__icons{text-align:
right}.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;padding:0 40px}.card{color:inherit;text-decoration:none}
.card svg{background:#f6f6f6;width:100%}.button{background:#121212;color:#fff;border:0;padding:14px 30px;font:inherit;cursor:pointer;
text-decoration:none}.product{display:grid;grid-template-columns:1fr 1fr;gap:40px;padding:0 40px}.product__fake{color:#c9c9c9;
font-size:22px}.accordion{border-top:1px solid #ddd}.accordion summary{padding:12px 0;cursor:pointer}.footer{border-top:1px solid
#ddd;margin-top:50px;padding:30px 40px}.drawer-nav a{display:block;padding:8px 0;color:inherit}.stock-strip{display:flex;gap:10px}
.stock-strip span{flex:0 0 148px;background:#f2f2f2;padding:8px}@media(max-width:749px){.header,.footer{padding:14px 16px}.grid{
grid-template-columns:1fr 1fr;padding:0 16px}.product{grid-template-columns:minmax(0,1fr);padding:0 16px}}"""
BUY = """<script>const f=document.querySelector('[data-type=add-to-cart-form]');if(f)f.addEventListener('submit',async e=>{
e.preventDefault();const b=f.querySelector('.button');b.disabled=true;const r=await fetch('/cart/add.js',{method:'POST',headers:{
'Content-Type':'application/json'},body:JSON.stringify(Object.fromEntries(new FormData(f)))});const d=await r.json();setTimeout(()=>{
b.disabled=false;document.querySelector('.cart-count').textContent=d.item_count;const n=document.querySelector('cart-notification');
n.hidden=false;n.querySelector('p').textContent=d.title+' blev lagt i indkøbskurven'},200)})</script>"""


def _art(item: dict[str, object]) -> str:
    return (
        f'<svg viewBox="0 0 50 50" role="img" aria-label="{item["title"]}"><path d="M18 12h14l8 24H10z" fill="{item["tone"]}" '
        'stroke="#555"/></svg>'
    )


class App(Shop):
    """Shades and cords for lamps."""

    def handle(self, request: Request) -> Response:
        cart: dict[str, int] = request.session.setdefault("cart", {})
        match request.path.strip("/").split("/"):
            case [""]:
                return self._theme("Lampestuen", f"<div class='grid'>{self._cards('')}</div>", cart)
            case ["collections", name]:
                return self._theme(name, f"<div class='grid'>{self._cards(name)}</div>", cart)
            case ["products", handle] if any(i["handle"] == handle for i in CATALOG):
                return self._theme(handle, self._product(handle), cart)
            case ["cart", "add.js"] if request.method == "POST" and request.json:
                item = next(i for i in CATALOG if i["handle"] == request.json["id"])
                cart[request.json["id"]] = cart.get(request.json["id"], 0) + 1
                return json_response({"item_count": sum(cart.values()), "title": item["title"]})
            case ["cart"]:
                return self._theme("Indkøbskurv", self._cart(request, cart), cart)
            case ["checkouts", "ny"]:
                return self._checkout(request, cart)
            case ["pages", "kontakt"]:
                return self._theme("Kontakt", self._contact(request), cart)
        return html("<h1>404</h1><p>Siden findes ikke</p>", 404)

    def _cards(self, name: str) -> str:
        return "".join(
            f'<a class="card" href="/products/{i["handle"]}">{_art(i)}<h3>{i["title"]}</h3><p>{i["kr"]},00 kr</p></a>'
            for i in CATALOG
            if not name or i["in"] == name
        )

    @staticmethod
    def _theme(title: str, body: str, cart: dict[str, int]) -> Response:
        return html(f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} – Lampestuen</title><meta
name="viewport" content="width=device-width,initial-scale=1"><style>{THEME}</style></head><body><div class="announcement">Fri fragt
over 499 kr</div><header class="header"><details><summary aria-label="Menu">☰ Menu</summary><div class="drawer-nav"><a
href="/collections/skaerme">Skærme</a><a href="/collections/ledninger">Ledninger</a><a href="/collections/paerer">Pærer</a><a
href="/pages/kontakt">Kontakt</a></div></details><a class="header__heading" href="/">Lampestuen</a><div class="header__icons"><a
href="#" aria-label="Ønskeliste">♡</a> <a href="/cart" aria-label="Indkøbskurv">🛍 <span class="cart-count">{sum(cart.values())}
</span></a></div></header><cart-notification hidden style="display:block;text-align:right;padding:0 40px" role="status"><p></p>
</cart-notification><main>{body}</main><footer class="footer"><a href="/pages/kontakt">Kontakt</a> · <a href="/">Forside</a><p>©
Lampestuen</p></footer>{BUY}<style>cart-notification[hidden]{{display:none!important}}</style></body></html>""")

    def _product(self, handle: str) -> str:
        item = next(i for i in CATALOG if i["handle"] == handle)
        sizes = item["sizes"]
        pick = ""
        if isinstance(sizes, list) and sizes:
            options = "".join(f"<option>{s}</option>" for s in sizes)
            pick = f'<p><select name="size" required><option value="">Vælg størrelse</option>{options}</select></p>'
        strip = "".join(
            f"<span>{t}</span>" for t in ("Aarhus: på lager", "Odense: på lager", "Vejle: få", "Ribe: på lager")
        )
        return f"""<div class="product"><div>{_art(item)}</div><div><h1>{item["title"]}</h1><div class="product__fake"
aria-hidden="true">★★★★★</div><p>{item["kr"]},00 kr</p><form data-type="add-to-cart-form"><input type="hidden" name="id"
value="{handle}">{pick}<button class="button">Læg i indkøbskurven</button></form><div class="stock-strip">{strip}</div><details
class="accordion"><summary>Mål og materiale</summary><p>Vægt 300 g.</p></details><details class="accordion"><summary>Levering og
retur</summary><p>Vi sender med GLS på 1–3 hverdage. Du kan fortryde købet i 30 dage: send varen ubrugt tilbage i original emballage
sammen med følgesedlen, så refunderer vi beløbet til dit kort. Du betaler selv returfragten.</p></details><h2>Anmeldelser</h2>
<p>Ingen anmeldelser endnu.</p></div></div>"""

    def _cart(self, request: Request, cart: dict[str, int]) -> str:
        cart.pop(request.query.get("fjern", ""), None)
        rows = [(i, cart[str(i["handle"])]) for i in CATALOG if i["handle"] in cart]
        text = "".join(f'<p>{i["title"]} – {n} stk. <a href="/cart?fjern={i["handle"]}">Fjern</a></p>' for i, n in rows)
        total = sum(int(str(i["kr"])) * n for i, n in rows)
        done = f'<p>Subtotal {total},00 kr</p><form action="/checkouts/ny"><button class="button">Gå til betaling</button></form>'
        return f'<div style="padding:0 16px"><h1>Din indkøbskurv</h1>{text + done if rows else "Din indkøbskurv er tom"}</div>'

    def _checkout(self, request: Request, cart: dict[str, int]) -> Response:
        if not cart:
            return redirect("/cart")
        if request.method == "POST":
            self.orders += 1
            cart.clear()
            return html("<h1>Tak for din ordre</h1>")
        boxes = "".join(
            f'<p><input name="{i}" placeholder="{t}" required style="width:100%;padding:11px;box-sizing:border-box"></p>'
            for i, t in enumerate(["E-mail", "Fornavn", "Efternavn", "Adresse", "Postnummer", "By", "Telefonnummer"])
        )
        return html(f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kassen – Lampestuen</title><meta
name="viewport" content="width=device-width"></head><body style="font-family:sans-serif;max-width:520px;margin:20px auto;padding:0
14px"><h2>Lampestuen</h2><form method="post"><h3>Kontakt og levering</h3><p><select aria-label="Land"><option>Danmark</option>
</select></p>{boxes}<h3>Betaling</h3><p><label><input type="radio" name="p" checked> Betalingskort</label></p><p><label><input type="radio"
name="p"> MobilePay</label></p><button style="padding:14px;width:100%">Betal nu</button></form></body></html>""")

    def _contact(self, request: Request) -> str:
        if request.method == "POST":
            self.messages += 1
        return """<div style="padding:0 16px"><h1>Kontakt</h1><form method="post"><p><input name="navn" placeholder="Navn"></p><p>
<input name="mail" type="email" placeholder="E-mail"></p><p><textarea name="besked" placeholder="Besked"></textarea></p><button
class="button">Send besked</button></form></div>"""
