"""An Estonian clothes shop in the Shopify manner: the home page leads to collections, variants are preselected, the cart is a drawer.

Featured collections are tiles without a price; the first product has a size to choose, the second comes preselected; the drawer closes itself after two seconds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

COLLECTIONS = {"kampsunid": "Kampsunid", "sallid": "Sallid ja mütsid"}
PRODUCTS: list[dict[str, object]] = [
    {
        "handle": "kampsun-muhu",
        "title": "Kampsun Muhu",
        "c": "kampsunid",
        "cents": 12900,
        "variants": [(4101, "S"), (4102, "M"), (4103, "L")],
        "pre": False,
        "rating": 0,
    },
    {
        "handle": "kampsun-kihnu",
        "title": "Kampsun Kihnu, üks suurus",
        "c": "kampsunid",
        "cents": 14500,
        "variants": [(4201, "Üks suurus")],
        "pre": True,
        "rating": 2,
    },
    {
        "handle": "sall-haapsalu",
        "title": "Haapsalu sall",
        "c": "sallid",
        "cents": 8900,
        "variants": [(4301, "Valge"), (4302, "Hall")],
        "pre": True,
        "rating": 5,
    },
    {
        "handle": "muts-rannu",
        "title": "Müts Rannu",
        "c": "sallid",
        "cents": 3900,
        "variants": [(4401, "Sinine")],
        "pre": True,
        "rating": 0,
    },
    {
        "handle": "labakud-mulgi",
        "title": "Mulgi labakud",
        "c": "sallid",
        "cents": 4400,
        "variants": [(4501, "M"), (4502, "L")],
        "pre": True,
        "rating": 1,
    },
]
VARIANT = {vid: (p, label) for p in PRODUCTS for vid, label in p["variants"]}

CSS = """
:root{--page:1300px;--fg:18,18,18}.page-width{max-width:var(--page);margin:0 auto;padding:0 50px}body{margin:0;font:16px/1.8 Assistant,Arial,sans-serif;color:rgb(var(--fg))}.announcement{background:#26405b;color:#fff;text-align:center;padding:8px}.header{display:grid;grid-template-columns:1fr auto 1fr;align-items:center;padding:20px 50px}
.header__menu a{margin-right:20px;color:inherit;text-decoration:none}.header__heading{font-size:26px;letter-spacing:2px;text-decoration:none;color:inherit}.header__icons{text-align:right}.header__icons a{color:inherit;margin-left:16px}.header details{display:none}.collection-list{display:grid;grid-template-columns:1fr 1fr;gap:16px}.collection-tile{position:relative;height:380px;display:flex;align-items:flex-end;padding:24px;color:#fff;font-size:26px;text-decoration:none}
.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:20px;list-style:none;padding:0}.card-wrapper{position:relative}.card__media{background:#eee8df;height:260px;display:grid;place-items:center}.full-unstyled-link{color:inherit;text-decoration:none}.full-unstyled-link:after{content:"";position:absolute;inset:0}.product{display:grid;grid-template-columns:1.3fr 1fr;gap:50px}.product fieldset{border:0;padding:0}
.product-form__input input{position:absolute;opacity:0;width:1px;height:1px}.product-form__input label{display:inline-block;border:1px solid #999;border-radius:30px;padding:4px 20px;margin:0 8px 8px 0;cursor:pointer}.product-form__input input:checked+label{background:#121212;color:#fff}.product-form__submit,.drawer .checkout,.contact button{width:100%;background:#26405b;color:#fff;border:0;padding:15px;font:inherit;cursor:pointer}
.product-form__submit[aria-disabled=true]{opacity:.5}.drawer{position:fixed;inset:0 0 0 auto;width:400px;max-width:100%;background:#fff;transform:translateX(100%);visibility:hidden;transition:transform .3s,visibility .3s;padding:24px;box-sizing:border-box;border-left:1px solid #ccc;z-index:20}.drawer.active{transform:none;visibility:visible}.cart-item{display:flex;justify-content:space-between;gap:12px;border-bottom:1px solid #ddd;padding:10px 0}
.footer{border-top:1px solid #ddd;margin-top:60px;padding:30px 0;font-size:14px}.footer a{color:inherit;margin-right:18px}.contact input,.contact select{width:100%;padding:12px;box-sizing:border-box;margin-bottom:12px;border:1px solid #999;border-radius:4px;font:inherit}.contact .c{width:auto}
@media(max-width:749px){.page-width{padding:0 15px}.header{padding:12px 15px}.header__menu{display:none}.header details{display:block}.header details nav{position:absolute;left:0;right:0;background:#fff;z-index:4;padding:20px;border-bottom:1px solid #ccc}.header details nav a{display:block;padding:8px;color:inherit}.collection-list,.product{grid-template-columns:1fr}.collection-tile{height:220px}.grid{grid-template-columns:1fr 1fr}}
"""

JS = """
const drawer=document.querySelector('.drawer');const body=drawer.querySelector('.drawer__inner');
function money(c){return (c/100).toFixed(2).replace('.',',')+'€'}
async function paint(){const c=await (await fetch('/cart.js')).json();document.querySelectorAll('.cart-count').forEach(n=>n.textContent=c.item_count);
 body.innerHTML=c.items.length?c.items.map((i,n)=>`<div class="cart-item"><span>${i.title} ${i.variant_title}</span><span>${money(i.price)}</span><a href="/cart/change?line=${n+1}&quantity=0">Eemalda</a></div>`).join('')+`<p>Vahesumma ${money(c.total_price)}</p><button class="checkout" name="checkout">Kassasse</button>`:'<p>Ostukorv on tühi</p>'}
drawer.addEventListener('click',e=>{if(e.target.name==='checkout')location.href='/checkouts/cn/c7a41';if(e.target.classList.contains('drawer__close'))drawer.classList.remove('active')});
const form=document.querySelector('form[action="/cart/add"]');
if(form){const b=form.querySelector('[name=add]');form.addEventListener('change',()=>{b.removeAttribute('aria-disabled');b.firstElementChild.textContent='Lisa ostukorvi'});
 form.addEventListener('submit',async e=>{e.preventDefault();if(b.getAttribute('aria-disabled')==='true')return;b.firstElementChild.textContent='…';await fetch('/cart/add.js',{method:'POST',body:new URLSearchParams(new FormData(form))});await paint();
 drawer.classList.add('active');b.firstElementChild.textContent='Lisa ostukorvi';setTimeout(()=>drawer.classList.remove('active'),2200)})}
"""


def knit(handle: str) -> str:
    """Draw a knitted thing."""
    hue = sum(handle.encode()) % 360
    return f'<svg viewBox="0 0 80 80" width="150" role="img" aria-label="{handle}"><path d="M24 16l16 6 16-6 16 16-8 8-6-4v32H22V36l-6 4-8-8z" fill="hsl({hue},35%,45%)"/><path d="M24 50h32M24 56h32" stroke="#fff" stroke-dasharray="3 3"/></svg>'


@dataclass
class App(Shop):
    """Saarlane."""

    def _page(self, r: Request, title: str, main: str, head: str = "") -> Response:
        n = len(r.session.get("items", []))
        links = (
            "".join(f'<a href="/collections/{k}">{v}</a>' for k, v in COLLECTIONS.items())
            + '<a href="/pages/meist">Meist</a>'
        )
        return html(f"""<!doctype html><html class="js" lang="et"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title} – Saarlane</title><style>{CSS}</style>{head}</head><body>
<div class="announcement">Kootud Saaremaal, saadetud kõikjale</div><header class="header"><div><details><summary aria-label="Menüü">☰</summary><nav>{links}</nav></details><nav class="header__menu">{links}</nav></div><a class="header__heading" href="/">Saarlane</a>
<div class="header__icons"><a href="/account/login" aria-label="Logi sisse">👤</a><a href="/cart" aria-label="Ostukorv">🛍 <span class="cart-count">{n}</span></a></div></header><main class="page-width">{main}</main>
<footer class="footer"><div class="page-width"><a href="/policies/refund-policy">Tagastustingimused</a><a href="/policies/privacy-policy">Privaatsuspoliitika</a><a href="/pages/meist">Meist</a><form method="post" action="/contact" style="margin-top:14px"><input type="email" name="contact[email]" placeholder="E-post" required>
<button aria-label="Telli uudiskiri">→</button> Uudiskiri</form><p>© Saarlane OÜ</p></div></footer><div class="drawer" role="dialog" aria-label="Ostukorv"><button class="drawer__close" aria-label="Sulge">✕</button><h2>Sinu ostukorv</h2><div class="drawer__inner"></div></div><script>{JS}</script></body></html>""")

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        items: list[int] = r.session.setdefault("items", [])
        part = [p for p in r.path.split("/") if p]
        if not part:
            tiles = "".join(
                f'<a class="collection-tile" style="background:hsl({i * 120 + 200},25%,40%)" href="/collections/{k}">{v} →</a>'
                for i, (k, v) in enumerate(COLLECTIONS.items())
            )
            return self._page(
                r,
                "Saarte kudumid",
                f'<h1>Uus hooaeg</h1><div class="collection-list">{tiles}</div><h2>Lugu</h2><p>Viis naist, neli lammast iga kampsuni kohta.</p>',
            )
        if part[0] == "collections":
            cards = "".join(
                f'<li class="card-wrapper"><div class="card__media">{knit(str(p["handle"]))}</div><h3><a class="full-unstyled-link" href="/collections/{part[-1]}/products/{p["handle"]}">{p["title"]}</a></h3><span>{int(str(p["cents"])) // 100},00€</span></li>'
                for p in PRODUCTS
                if p["c"] == part[-1]
            )
            if "products" not in part:
                return self._page(
                    r,
                    COLLECTIONS.get(part[-1], "Kogu"),
                    f"<h1>{COLLECTIONS.get(part[-1], '')}</h1><ul class='grid'>{cards}</ul>",
                )
        if "products" in part:
            product = next((p for p in PRODUCTS if p["handle"] == part[-1]), None)
            return self._product(r, product) if product else Response("404", 404)
        return self._cart(r, part, items)

    def _cart(self, r: Request, part: list[str], items: list[int]) -> Response:
        if r.path in ("/cart/add.js", "/cart/add") and r.form.get("id", "").isdigit() and int(r.form["id"]) in VARIANT:
            items.append(int(r.form["id"]))
            return json_response({"id": items[-1]}) if r.path.endswith("js") else redirect("/cart")
        if r.path == "/cart.js":
            rows = [
                {"title": VARIANT[v][0]["title"], "variant_title": VARIANT[v][1], "price": VARIANT[v][0]["cents"]}
                for v in items
            ]
            return json_response(
                {"item_count": len(items), "items": rows, "total_price": sum(int(str(x["price"])) for x in rows)}
            )
        if r.path == "/cart/change":
            if r.query.get("line", "").isdigit() and 0 < int(r.query["line"]) <= len(items):
                items.pop(int(r.query["line"]) - 1)
            return redirect("/cart")
        if part[0] == "cart":
            rows_html = "".join(
                f"<div class='cart-item'><span>{VARIANT[v][0]['title']} {VARIANT[v][1]}</span><a href='/cart/change?line={i + 1}&quantity=0'>Eemalda</a></div>"
                for i, v in enumerate(items)
            )
            return self._page(
                r,
                "Ostukorv",
                f"<h1>Sinu ostukorv</h1>{rows_html}"
                + (
                    "<form action='/checkouts/cn/c7a41' class='contact'><button>Kassasse</button></form>"
                    if items
                    else "<p>Ostukorv on tühi</p>"
                ),
            )
        if r.path == "/contact" and r.method == "POST":
            self.messages += 1
            return redirect("/")
        if part[0] == "checkouts":
            return self._checkout(r, items)
        texts = {
            "refund-policy": "<h1>Tagastustingimused</h1><p>Sul on 30 päeva aega, et kaup tagastada. Ese peab olema kandmata ja siltidega. Tagastuse postikulu on sinu kanda, raha jõuab kontole 10 tööpäevaga.</p>",
            "privacy-policy": "<h1>Privaatsuspoliitika</h1><p>Andmeid ei müüda.</p>",
            "meist": "<h1>Meist</h1><p>Saarlane OÜ, Tallinna 5, 93811 Kuressaare. Kirjuta <a href='mailto:tere@saarlane.example'>tere@saarlane.example</a>.</p>",
            "login": "<h1>Logi sisse</h1><form method='post'><input type='email' name='m'><input type='password' name='p'><button>Logi sisse</button></form>",
        }
        return self._page(r, part[-1], texts[part[-1]]) if part[-1] in texts else Response("404", 404)

    def _product(self, r: Request, p: dict[str, object]) -> Response:
        pairs: list[tuple[int, str]] = p["variants"]
        radios = "".join(
            f"<input type='radio' id='v{v}' name='id' value='{v}' required {'checked' if p['pre'] and not i else ''}><label for='v{v}'>{t}</label>"
            for i, (v, t) in enumerate(pairs)
        )
        ld = {
            "@context": "http://schema.org/",
            "@type": "ProductGroup" if len(pairs) > 1 else "Product",
            "name": p["title"],
            "offers": {"@type": "Offer", "price": int(str(p["cents"])) / 100, "priceCurrency": "EUR"},
        }
        stars = f"<p>★★★★★ {p['rating']} arvustust</p>" if p["rating"] else ""
        ready = bool(p["pre"])
        return self._page(
            r,
            str(p["title"]),
            f"<div class='product'><div class='card__media' style='height:480px'>{knit(str(p['handle']))}</div><div><h1>{p['title']}</h1>{stars}<p>{int(str(p['cents'])) // 100},00€</p><form action='/cart/add' method='post'><fieldset class='product-form__input'><legend>Valik</legend>{radios}</fieldset>"
            f"<button class='product-form__submit' name='add' aria-disabled='{str(not ready).lower()}'><span>{'Lisa ostukorvi' if ready else 'Vali suurus'}</span></button></form></div></div>",
            f'<script type="application/ld+json">{json.dumps(ld)}</script>',
        )

    def _checkout(self, r: Request, items: list[int]) -> Response:
        if not items:
            return redirect("/cart")
        if r.method == "POST" and r.form.get("address1"):
            self.orders += 1
            items.clear()
            return self._page(r, "Aitäh", "<h1>Aitäh! Tellimus on kinnitatud.</h1>")
        texts = {
            "email": "E-post",
            "firstName": "Eesnimi",
            "lastName": "Perekonnanimi",
            "address1": "Aadress",
            "postalCode": "Sihtnumber",
            "city": "Linn",
            "number": "Kaardi number",
            "expiry": "Kehtivus (KK / AA)",
            "cvc": "Turvakood",
        }
        rows = "".join(f"<input name='{k}' placeholder='{t}' aria-label='{t}' required>" for k, t in texts.items())
        return html(
            f"<!doctype html><html lang='et'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>Kassa – Saarlane</title><style>{CSS}</style></head><body><main class='page-width' style='max-width:600px'><h1>Saarlane</h1><h2>Kontakt</h2><form class='contact' method='post'>"
            f"<label><input class='c' type='checkbox' name='news'> Saada mulle uudiseid</label><select name='country' aria-label='Riik'><option>Eesti</option><option>Läti</option><option>Soome</option></select>{rows}<button>Maksa kohe</button></form><p><a href='/policies/refund-policy'>Tagastustingimused</a></p></main></body></html>"
        )
