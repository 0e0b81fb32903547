"""Adding opens a drawer from the right with the line and a checkout button; it stays until it is closed.

Shopify-like, in Danish; the drawer's markup is fetched as a section by the theme, and /cart exists as a page too.
"""

from __future__ import annotations

import json

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

KERAMIK = {
    "kop-skagen": ("Kop Skagen", 149, "kopper", "Håndlavet kop i stentøj, 25 cl."),
    "skaal-fano": ("Skål Fanø", 229, "skaale", "Dyb skål til morgenmad."),
    "krus-ronne": ("Krus Rønne", 179, "kopper", "Stort krus med hank, 40 cl."),
    "fad-mon": ("Fad Møn", 449, "skaale", "Serveringsfad, 32 cm."),
    "vase-samso": ("Vase Samsø", 329, "vaser", "Slank vase i mat glasur."),
    "espresso-aero": ("Espressokop Ærø", 119, "kopper", "Lille kop, 8 cl."),
}
COLLECTIONS = {"kopper": "Kopper", "skaale": "Skåle og fade", "vaser": "Vaser"}
CSS = """:root{--ink:#1d2b36;--sand:#efe9e1}body{margin:0;font:16px/1.5 'Helvetica Neue',Arial,sans-serif;
color:var(--ink)}
.announcement-bar{background:var(--ink);color:#fff;text-align:center;font-size:13px;padding:7px}
.section-header{display:grid;grid-template-columns:auto 1fr auto;gap:24px;align-items:center;padding:14px 32px;
border-bottom:1px
solid #e5e5e5}
.header__heading-link{font-size:24px;letter-spacing:.12em;text-decoration:none;color:inherit}.list-menu{display:flex;
gap:20px;
list-style:none;margin:0;padding:0}.list-menu a{color:inherit;text-decoration:none}.header__icon{background:none;
border:0;cursor:pointer;
position:relative;color:inherit}.cart-count-bubble{position:absolute;top:-6px;right:-8px;background:#c2410c;color:#fff;
border-radius:50%;
font-size:11px;width:18px;line-height:18px;text-align:center}.menu-drawer summary{list-style:none;cursor:pointer;
font-size:24px}
.page-width{max-width:1100px;margin:0 auto;padding:24px 32px}.product-grid{display:grid;grid-template-columns:repeat(3,
1fr);
gap:28px;
list-style:none;padding:0}.card-wrapper{text-decoration:none;color:inherit}.card__media{aspect-ratio:1;
background:var(--sand)}
.product-info{display:grid;grid-template-columns:1.2fr 1fr;gap:44px}.dg-button{display:block;width:100%;padding:15px;
border:1px
solid var(--ink);
background:#fff;font:inherit;cursor:pointer;text-align:center;box-sizing:border-box;color:inherit;text-decoration:none}
.dg-button--primary{background:var(--ink);color:#fff}.drawer{position:fixed;inset:0;background:rgba(0,0,0,.45);
visibility:hidden;z-index:40}
.drawer.active{visibility:visible}.drawer__inner{position:absolute;right:0;top:0;bottom:0;width:min(400px,92vw);
background:#fff;padding:20px;
transform:translateX(100%);transition:transform .3s;box-sizing:border-box;overflow:auto}.drawer.active
.drawer__inner{transform:none}
.cart-item{display:flex;gap:14px;padding:12px 0;border-bottom:1px solid #eee}.cart-item .card__media{width:70px}
.field__group{margin:0 0 12px;display:block}
.field__group input,.field__group select{display:block;width:100%;box-sizing:border-box;padding:11px;font:inherit}
.section-footer{background:var(--sand);
margin-top:48px}.menu-drawer{display:none}@media(max-width:749px){.section-header{padding:12px 16px}.section-header
.list-menu.list-menu--inline{display:none}
.menu-drawer{display:block;order:-1}.menu-drawer ul{flex-direction:column;position:absolute;left:0;right:0;
background:#fff;padding:20px;z-index:9}
.product-grid{grid-template-columns:1fr 1fr;gap:14px}.product-info{grid-template-columns:1fr;gap:18px}
.page-width{padding:18px 16px}}
"""
SCRIPT = """class CartDrawer extends HTMLElement{connectedCallback(){this.addEventListener('click',
e=>{if(e.target===this||
e.target.closest('[data-close]'))this.close();const r=e.target.closest('[data-remove]');
if(r)this.change(r.dataset.remove)});
document.addEventListener('keyup',e=>e.code==='Escape'&&this.close())}open(){this.classList.add('active');
document.body.style.overflow='hidden'}close(){this.classList.remove('active');document.body.style.overflow=''}
render(h){this.querySelector('.drawer__inner').innerHTML=h.html;
document.querySelectorAll('.cart-count-bubble').forEach(b=>{
b.textContent=h.count;b.hidden=!h.count})}async change(id){this.render(await(await fetch('/cart/change.js',
{method:'POST',
headers:{'Content-Type':'application/json'},body:JSON.stringify({id,quantity:0})})).json())}}
customElements.define('cart-drawer',CartDrawer);
document.querySelectorAll('form[data-type=add-to-cart-form]').forEach(f=>
f.addEventListener('submit',async e=>{e.preventDefault();const b=f.querySelector('[name=add]');
b.setAttribute('aria-disabled','true');
const r=await fetch('/cart/add.js',{method:'POST',body:new URLSearchParams(new FormData(f))});
b.removeAttribute('aria-disabled');
const d=document.querySelector('cart-drawer');d.render(await r.json());setTimeout(()=>d.open(),120)}));
document.querySelector('#cart-icon').addEventListener('click',e=>{e.preventDefault();
document.querySelector('cart-drawer').open()});"""


def kr(amount: int) -> str:
    """Write Danish kroner."""
    return f"{amount:,}".replace(",", ".") + ",00 kr."


class App(Shop):
    """Ler & Glasur."""

    def theme(self, request: Request, title: str, main: str) -> Response:
        """Render a page of the theme."""
        cart: dict[str, int] = request.session.setdefault("items", {})
        count = sum(cart.values())
        menu = "".join(f'<li><a href="/collections/{k}">{v}</a></li>' for k, v in COLLECTIONS.items())
        hidden = "" if count else "hidden"
        return html(f"""<!doctype html><html class="no-js" lang="da"><head><meta charset="utf-8"><title>{title} – Ler
&amp; Glasur</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body>
<div class="announcement-bar">Fri fragt over 600 kr.</div><header class="section-header">
<a class="header__heading-link" href="/">LER &amp; GLASUR</a><ul class="list-menu list-menu--inline">{menu}</ul>
<details class="menu-drawer"><summary aria-label="Menu">☰</summary><ul class="list-menu">{menu}</ul></details>
<a href="/cart" class="header__icon" id="cart-icon" aria-label="Indkøbskurv"><svg width="26" height="26" viewBox="0 0 24
24" fill="none"
stroke="currentColor"><path d="M6 8h12l1 12H5zM9 8a3 3 0 016 0"/></svg><span class="cart-count-bubble" {hidden}>{count}
</span></a></header>
<cart-drawer class="drawer"><div class="drawer__inner" role="dialog" aria-label="Din kurv">{self.section(cart)}</div>
</cart-drawer>
<main class="page-width">{main}</main><footer class="section-footer"><div class="page-width"><p><a
href="/policies/refund-policy">Returpolitik</a>
&nbsp; <a href="/policies/shipping-policy">Levering</a> &nbsp; <a href="/pages/kontakt">Kontakt</a></p>
<p>Ler &amp; Glasur ApS, CVR 41223344, Havnegade 9, 9900 Frederikshavn</p></div></footer><script>{SCRIPT}</script>
</body></html>""")

    def section(self, cart: dict[str, int]) -> str:
        """Render what is inside the drawer."""
        head = (
            '<button class="header__icon" data-close aria-label="Luk" style="float:right">✕</button><h2>Din kurv</h2>'
        )
        if not cart:
            return head + "<p>Din kurv er tom.</p>"
        lines = "".join(
            f'<div class="cart-item"><div class="card__media"></div><div><strong>{KERAMIK[k][0]}</strong><br>{n} × '
            f"{kr(KERAMIK[k][1])}"
            f'<br><button class="header__icon" data-remove="{k}">Fjern</button></div></div>'
            for k, n in cart.items()
        )
        total = sum(KERAMIK[k][1] * n for k, n in cart.items())
        return (
            f"{head}{lines}<p>Subtotal <b>{kr(total)}</b></p><p><small>Fragt beregnes ved kassen.</small></p>"
            '<form action="/cart" method="post"><button class="dg-button dg-button--primary" name="checkout">Gå til '
            "betaling</button></form>"
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        cart: dict[str, int] = request.session.setdefault("items", {})
        where = request.path.strip("/").split("/")
        if where == [""]:
            return self.theme(request, "Keramik fra Vendsyssel", "<h1>Nyheder</h1>" + self.cards(list(KERAMIK)))
        if where[0] == "collections" and where[-1] in COLLECTIONS:
            hits = [k for k, v in KERAMIK.items() if v[2] == where[-1]]
            return self.theme(request, COLLECTIONS[where[-1]], f"<h1>{COLLECTIONS[where[-1]]}</h1>{self.cards(hits)}")
        if where[0] == "products" and where[-1] in KERAMIK:
            return self.product(request, where[-1])
        if where[0] == "cart" and request.method == "POST":
            if where[-1] == "add.js" and request.form.get("id") in KERAMIK:
                cart[request.form["id"]] = cart.get(request.form["id"], 0) + 1
            elif where[-1] == "change.js":
                cart.pop((request.json or {}).get("id", ""), None)
            elif where == ["cart"]:
                return redirect("/checkouts/cn/b7f1")
            return json_response({"html": self.section(cart), "count": sum(cart.values())})
        if where == ["cart"]:
            return self.theme(request, "Kurv", self.section(cart).replace("data-close", "hidden"))
        return self.rest(request, where)

    def rest(self, request: Request, where: list[str]) -> Response:
        """Answer checkout, policies and contact."""
        cart: dict[str, int] = request.session["items"]
        if where[0] == "checkouts":
            if request.method == "POST" and cart:
                self.orders += 1
                cart.clear()
                return html("<h1>Tak for din ordre</h1>")
            return self.checkout(cart) if cart else redirect("/cart")
        if where[-1] == "refund-policy":
            text = (
                "<h1>Returpolitik</h1><p>Du har 30 dages returret fra den dag, du modtager varen. Varen skal være "
                "ubrugt og i "
                "original emballage. Skriv til hej@lerogglasur.example for at få en returlabel; returfragt er 45 kr., "
                "som trækkes "
                "fra refusionen. Pengene tilbageføres inden for 10 hverdage.</p>"
            )
            return self.theme(request, "Returpolitik", text)
        if where[-1] == "shipping-policy":
            return self.theme(request, "Levering", "<h1>Levering</h1><p>GLS pakkeshop 49 kr., 1–3 hverdage.</p>")
        if where[-1] == "kontakt":
            if request.method == "POST":
                self.messages += 1
            form = (
                '<h1>Kontakt</h1><p>Ring på <a href="tel:+4598421122">98 42 11 22</a> eller skriv til <a '
                'href="mailto:hej@'
                'lerogglasur.example">hej@lerogglasur.example</a></p><form method="post"><label '
                'class="field__group">Navn<input name="n">'
                '</label><label class="field__group">E-mail<input name="e"></label><textarea name="b" '
                'aria-label="Besked" '
                'rows="4"></textarea>'
                '<button class="dg-button">Send</button></form>'
            )
            return self.theme(request, "Kontakt", form)
        return html("404 – siden findes ikke", 404)

    def cards(self, slugs: list[str]) -> str:
        """List product cards."""
        return (
            '<ul class="product-grid">'
            + "".join(
                f'<li><a class="card-wrapper" href="/products/{k}">{self.pot(k)}<h3>{KERAMIK[k][0]}</h3>'
                f"<span>{kr(KERAMIK[k][1])}</span></a></li>"
                for k in slugs
            )
            + "</ul>"
        )

    @staticmethod
    def pot(slug: str) -> str:
        """Draw a pot."""
        tone = ["#6b8e9f", "#b5654a", "#d9c7a3", "#4b5d52", "#9c7a97", "#2f3e46"][list(KERAMIK).index(slug)]
        return (
            f'<svg class="card__media" viewBox="0 0 100 100" width="100%" role="img" aria-label="{KERAMIK[slug][0]}">'
            f"<rect "
            f'width="100" '
            f'height="100" fill="#efe9e1"/><path d="M30 35h40q4 45-20 45T30 35" fill="{tone}"/></svg>'
        )

    def product(self, request: Request, slug: str) -> Response:
        """Show one piece."""
        name, amount, _, text = KERAMIK[slug]
        data = {"@context": "http://schema.org/", "@type": "Product", "name": name, "description": text}
        data |= {"offers": {"@type": "Offer", "price": str(amount), "priceCurrency": "DKK"}}
        return self.theme(
            request,
            name,
            f"""<script type="application/ld+json">{json.dumps(data)}</script><div class="product-info">{self.pot(slug)}
<div>
<h1>{name}</h1>
<p>{kr(amount)}</p><p><small>Inkl. moms.</small></p><form method="post" action="/cart/add" data-type="add-to-cart-form">
<input type="hidden" name="id" value="{slug}"><button type="submit" name="add" class="dg-button">Læg i kurv</button>
</form>
<p>{text} Tåler
opvaskemaskine.</p></div></div>""",
        )

    def checkout(self, cart: dict[str, int]) -> Response:
        """Show the hosted-looking checkout without the shop's menus."""
        total = kr(sum(KERAMIK[k][1] * n for k, n in cart.items()) + 49)
        rows = [("email", "E-mail"), ("fornavn", "Fornavn"), ("efternavn", "Efternavn"), ("adresse", "Adresse")]
        rows += [("postnr", "Postnummer"), ("by", "By"), ("tlf", "Telefon")]
        fields = "".join(
            f'<label class="field__group">{b}<input name="{a}" placeholder="{b}" required></label>' for a, b in rows
        )
        return html(f"""<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Kassen – Ler &amp;
 Glasur</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body><main
class="page-width"
style="max-width:560px"><h1>LER &amp; GLASUR</h1><form method="post"><h2>Kontakt og levering</h2><label
class="field__group">Land/område
<select name="land"><option>Danmark</option><option>Sverige</option></select></label>{fields}<label><input
type="checkbox" name="news">
Send mig nyheder og tilbud</label><h2>Betaling</h2><p><label><input type="radio" name="pay" checked> Kreditkort /
Dankort</label><br>
<label><input type="radio" name="pay"> MobilePay</label></p><p>I alt <b>{total}</b> inkl. fragt</p><button
class="dg-button
dg-button--primary">Betal nu
</button></form></main></body></html>""")
