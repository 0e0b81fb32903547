"""A knitwear shop on a rented platform's free theme: custom elements, icons only, a cart drawer whose till is a submit button.

Variants are pills with the first one in stock chosen beforehand; the express buttons are drawn and never wake up.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

GOODS: dict[str, dict[str, Any]] = {
    "aapa-beanie": {"t": "Aapa Beanie", "p": 3900, "c": "#5b6f73", "v": [(4101, "One size", False)]},
    "kaira-sweater": {
        "t": "Kaira Sweater",
        "p": 18900,
        "c": "#a56a43",
        "v": [(4201, "XS", False), (4202, "S", True), (4203, "M", True), (4204, "L", True)],
    },
    "palsa-mittens": {"t": "Palsa Mittens", "p": 4500, "c": "#38495e", "v": [(4301, "Default Title", True)]},
    "suo-scarf": {"t": "Suo Scarf", "p": 6900, "c": "#7e8b5a", "v": [(4401, "Default Title", True)]},
    "tunturi-socks": {
        "t": "Tunturi Socks",
        "p": 2400,
        "c": "#b33f3f",
        "v": [(4501, "36–39", True), (4502, "40–43", True)],
    },
    "vaara-blanket": {"t": "Vaara Blanket", "p": 15900, "c": "#c9b79c", "v": [(4601, "Default Title", True)]},
}
VARIANTS = {str(v[0]): (h, v) for h, g in GOODS.items() for v in g["v"]}

CSS = """:root{--ink:18,18,18}body{margin:0;font:15px/1.7 Assistant,Helvetica,sans-serif;color:rgb(var(--ink));letter-spacing:.03em}
.page-width{max-width:1200px;margin:0 auto;padding:0 24px}.bar-note{background:rgb(var(--ink));color:#fff;text-align:center;padding:8px;font-size:13px}
.hd{display:grid;grid-template-columns:1fr auto 1fr;align-items:center;padding:14px 24px;border-bottom:1px solid #0001}.hd__logo{font-size:22px;text-decoration:none;color:inherit}
.hd__inline a{color:#555;text-decoration:none;margin-right:18px}.hd__icons{display:flex;justify-content:flex-end}.ico{width:44px;height:44px;border:0;background:none;display:grid;place-items:center;cursor:pointer;position:relative;color:inherit}
.bubble{position:absolute;right:4px;bottom:6px;background:rgb(var(--ink));color:#fff;border-radius:50%;font-size:10px;width:17px;height:17px;line-height:17px;text-align:center}
details.burger{display:none}summary{list-style:none;cursor:pointer}.visually-hidden{position:absolute!important;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:8px;padding:0;list-style:none}.tile{position:relative}.tile h3{font-size:13px;margin:8px 0 0}.tile h3 a{color:inherit;text-decoration:none}.tile h3 a:after{content:'';position:absolute;inset:0}
.tag{position:absolute;bottom:74px;left:8px;background:#fff;border:1px solid #0003;border-radius:40px;font-size:12px;padding:2px 12px}.hero{background:#dfe3da;height:38vh;display:grid;place-items:center}
.buy{display:grid;grid-template-columns:55% 1fr;gap:50px;padding-top:36px}.pill input{position:absolute;clip:rect(0,0,0,0);height:1px;width:1px;overflow:hidden}.pill label{display:inline-block;border:1px solid #0006;border-radius:40px;padding:8px 20px;margin:6px 4px 0 0;cursor:pointer}
.pill input:checked+label{background:rgb(var(--ink));color:#fff}.pill input.gone+label{color:#0006;text-decoration:line-through}.pill fieldset{border:0;padding:0;margin:0}
.btn{display:block;width:100%;min-height:47px;border:1px solid rgb(var(--ink));background:#fff;font:inherit;cursor:pointer;margin-top:10px;text-align:center}.btn--full{background:rgb(var(--ink));color:#fff}.btn[disabled]{opacity:.5}
.express{background:#f0c14b;border:0}.qty{display:inline-flex;border:1px solid #0006}.qty button{width:45px;border:0;background:none}.qty input{width:50px;border:0;text-align:center}
cart-drawer{position:fixed;inset:0;background:#0006;visibility:hidden;z-index:50}cart-drawer.active{visibility:visible}.cd-in{position:absolute;right:0;top:0;bottom:0;width:400px;max-width:94vw;background:#fff;transform:translateX(100%);transition:transform .3s;padding:0 24px;box-sizing:border-box;display:flex;flex-direction:column}
cart-drawer.active .cd-in{transform:none}.cd-body{flex:1;overflow:auto}.ln{display:flex;gap:14px;border-bottom:1px solid #0001;padding:12px 0}.ln svg{width:70px}.ft{border-top:1px solid #0001;margin-top:60px;padding:30px 24px;display:flex;gap:60px;flex-wrap:wrap}
.ft a{color:#444;display:block}.fld input{padding:10px;border:1px solid #0006;font:inherit}search-box{position:fixed;top:0;left:0;right:0;background:#fff;padding:20px;box-shadow:0 4px 20px #0003;display:none;z-index:40}search-box.open{display:block}
search-box input{font:inherit;padding:12px;width:70%}#pc{position:fixed;right:18px;bottom:18px;max-width:380px;background:#fff;border:1px solid #0003;padding:20px;z-index:60;box-shadow:0 0 30px #0002}#pc button{margin:4px 6px 0 0;padding:8px 14px;font:inherit;border:1px solid #0006;background:#fff}
@media(max-width:749px){.hd__inline{display:none}details.burger{display:block}.tiles{grid-template-columns:1fr 1fr}.buy{grid-template-columns:1fr;gap:10px}.burger nav{position:absolute;left:0;right:0;background:#fff;padding:20px;z-index:9;box-shadow:0 8px 12px #0002}.burger nav a{display:block;padding:8px;color:inherit}#pc{left:10px;right:10px}}"""
SCRIPT = """<script>
class CartDrawer extends HTMLElement{connectedCallback(){this.onclick=e=>{if(e.target===this||e.target.closest('.cd-x'))this.classList.remove('active')}}
async render(){const h=await(await fetch('/?section_id=cart-drawer')).text();this.querySelector('.cd-in').innerHTML=h;const c=await(await fetch('/cart.js')).json();
document.querySelectorAll('.bubble').forEach(b=>{b.hidden=!c.item_count;b.firstChild.textContent=c.item_count})}open(){this.classList.add('active')}}
customElements.define('cart-drawer',CartDrawer);
class BuyForm extends HTMLElement{connectedCallback(){this.querySelector('form').addEventListener('submit',async e=>{e.preventDefault();const b=this.querySelector('[name=add]');b.setAttribute('aria-disabled','true');
const r=await fetch('/cart/add.js',{method:'POST',body:new FormData(e.target)});b.removeAttribute('aria-disabled');const d=document.querySelector('cart-drawer');if(r.ok){await d.render();d.open()}else this.querySelector('.err').textContent=(await r.json()).description})}}
customElements.define('buy-form',BuyForm);
customElements.define('pill-radios',class extends HTMLElement{connectedCallback(){this.addEventListener('change',e=>{const v=e.target;document.querySelector('[name=id]').value=v.dataset.id;
const b=document.querySelector('[name=add]');b.disabled=v.classList.contains('gone');b.firstElementChild.textContent=b.disabled?'Sold out':'Add to cart';history.replaceState({},'','?variant='+v.dataset.id)})}});
customElements.define('search-box',class extends HTMLElement{connectedCallback(){let t;this.querySelector('input').oninput=e=>{clearTimeout(t);t=setTimeout(async()=>{this.querySelector('div').innerHTML=await(await fetch('/search/suggest?q='+encodeURIComponent(e.target.value))).text()},300)}}});
document.querySelectorAll('[data-cart]').forEach(a=>a.addEventListener('click',async e=>{e.preventDefault();const d=document.querySelector('cart-drawer');await d.render();d.open()}));
document.querySelectorAll('[data-search]').forEach(a=>a.onclick=()=>document.querySelector('search-box').classList.toggle('open'));
document.querySelectorAll('.qty button').forEach(b=>b.onclick=()=>{const i=b.parentNode.querySelector('input');i.value=Math.max(1,+i.value+(b.name=='plus'?1:-1))});
if(!localStorage.pc)setTimeout(()=>{const d=document.createElement('div');d.id='pc';d.setAttribute('role','dialog');d.innerHTML='<b>We value your privacy</b><p>Cookies help us to improve the shop and to show fitting offers.</p><button>Manage preferences</button><button>Decline</button><button>Accept</button>';
document.body.append(d);d.onclick=e=>{if(e.target.tagName=='BUTTON'){localStorage.pc=e.target.textContent;d.remove()}}},500);
</script>"""
ICON = {
    "find": '<circle cx="9" cy="9" r="6"/><path d="M13.5 13.5L19 19"/>',
    "me": '<circle cx="10" cy="6" r="4"/><path d="M2 19q8-14 16 0"/>',
    "bag": '<path d="M4 6h12l1 13H3zM7 6q3-8 6 0"/>',
}


def icon(name: str) -> str:
    return f'<svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">{ICON[name]}</svg>'


def money(cents: int) -> str:
    return f"€{cents / 100:.2f}"


def picture(g: dict[str, Any]) -> str:
    return f'<svg viewBox="0 0 100 110" role="img" aria-label="{g["t"]}"><rect width="100" height="110" fill="#f3f1ec"/><path d="M30 25h40l12 60H18z" fill="{g["c"]}"/></svg>'


def marks() -> str:
    """Draw the marks of the ways to pay."""
    return "".join(
        f'<svg width="38" height="24" viewBox="0 0 38 24" role="img" aria-labelledby="pi-{k}"><title id="pi-{k}">{t}</title><rect width="37" height="23" rx="3" fill="#fff" stroke="#0003"/><path d="M8 12h22" stroke="#339" stroke-width="6"/></svg>'
        for k, t in (("visa", "Visa"), ("master", "Mastercard"), ("paypal", "PayPal"))
    )


@dataclass
class App(Shop):
    """Tuiskula, knitters of the north."""

    def page(self, r: Request, title: str, body: str, status: int = 200) -> Response:
        n = sum(r.session.get("cart", {}).values())
        links = '<a href="/collections/all">Shop all</a><a href="/pages/story">Our story</a><a href="/pages/contact">Contact</a>'
        bubble = f'<span class="bubble" {"" if n else "hidden"}><span aria-hidden="true">{n}</span></span>'
        return html(
            f'<!doctype html><html class="no-js" lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title} – Tuiskula</title><style>{CSS}</style></head><body><a class="visually-hidden" href="#Main">Skip to content</a>'
            f'<div class="bar-note" role="region">Free shipping in the EU over €150</div><header class="hd"><div><details class="burger"><summary class="ico" aria-label="Menu"><svg width="18" height="16" stroke="currentColor" aria-hidden="true"><path d="M0 2h18M0 8h18M0 14h18"/></svg></summary><nav>{links}</nav></details><nav class="hd__inline">{links}</nav></div>'
            f'<a class="hd__logo" href="/">Tuiskula</a><div class="hd__icons"><button class="ico" data-search aria-label="Search">{icon("find")}</button><a class="ico" href="/account/login">{icon("me")}<span class="visually-hidden">Log in</span></a>'
            f'<a class="ico" href="/cart" data-cart>{icon("bag")}<span class="visually-hidden">Cart</span>{bubble}</a></div></header><search-box><form action="/search"><input type="search" name="q" placeholder="Search" aria-label="Search"></form><div></div></search-box>'
            f'<main id="Main">{body}</main><cart-drawer><div class="cd-in" role="dialog" aria-label="Your cart"></div></cart-drawer><footer class="ft"><div><b>Help</b><a href="/policies/refund-policy">Refund policy</a><a href="/policies/shipping-policy">Shipping</a><a href="/pages/contact">Contact</a></div>'
            f'<form class="fld" method="post" action="/contact#ContactFooter"><b>Subscribe to our emails</b><br><input type="email" name="contact[email]" placeholder="Email" required><button aria-label="Subscribe">→</button></form><div>{marks()}<br><small>© 2026, Tuiskula</small></div></footer>{SCRIPT}</body></html>',
            status,
        )

    def tiles(self, word: str = "") -> str:
        return (
            '<ul class="tiles">'
            + "".join(
                f'<li class="tile">{picture(g)}{"" if any(v[2] for v in g["v"]) else "<span class=tag>Sold out</span>"}<h3><a href="/products/{h}">{g["t"]}</a></h3><span>{money(g["p"])} EUR</span></li>'
                for h, g in GOODS.items()
                if word.lower() in g["t"].lower()
            )
            + "</ul>"
        )

    def handle(self, r: Request) -> Response:
        one, _, rest = r.path[1:].partition("/")
        pages = {"": self.home, "collections": self.home, "search": self.search, "cart.js": self.cart, "cart": self.cart, "products": self.product,
                 "checkouts": self.checkout, "policies": self.text, "pages": self.text, "contact": self.text, "account": self.account}  # fmt: skip
        return pages[one](r, rest) if one in pages else self.page(r, "404", "<h1>404 Page not found</h1>", 404)

    def home(self, r: Request, rest: str) -> Response:
        if r.query.get("section_id"):
            return html(self.drawer(r))
        hero = "" if rest else '<div class="hero"><h2>Wool for long winters</h2></div>'
        return self.page(
            r,
            "Tuiskula",
            f'{hero}<div class="page-width"><h2>{"All goods" if rest else "Featured"}</h2>{self.tiles()}</div>',
        )

    def search(self, r: Request, rest: str) -> Response:
        found = self.tiles(r.query.get("q", ""))
        return (
            html(found)
            if rest
            else self.page(r, "Search", f'<div class="page-width"><h1>Search results</h1>{found}</div>')
        )

    def product(self, r: Request, handle: str) -> Response:
        g = GOODS.get(handle.removesuffix("/"))
        if not g:
            return self.page(r, "404", "<h1>404 Page not found</h1>", 404)
        first = next((v for v in g["v"] if v[2]), g["v"][0])
        pills = "".join(
            f'<input type="radio" id="p{v[0]}" name="Size" value="{v[1]}" data-id="{v[0]}" class="{"" if v[2] else "gone"}" {"checked" if v is first else ""}><label for="p{v[0]}">{v[1]}</label>'
            for v in g["v"]
        )
        choose = (
            f'<pill-radios class="pill"><fieldset><legend>Size</legend>{pills}</fieldset></pill-radios>'
            if len(g["v"]) > 1
            else ""
        )
        data = {"@context": "http://schema.org/", "@type": "Product", "name": g["t"], "url": f"/products/{handle}",
                "offers": [{"@type": "Offer", "sku": str(v[0]), "price": g["p"] / 100, "priceCurrency": "EUR",
                            "availability": "http://schema.org/" + ("InStock" if v[2] else "OutOfStock")} for v in g["v"]]}  # fmt: skip
        return self.page(
            r,
            g["t"],
            f'<div class="page-width buy"><div>{picture(g)}</div><div><h1>{g["t"]}</h1><p>{money(g["p"])} EUR</p><small>Taxes included. <a href="/policies/shipping-policy">Shipping</a> calculated at checkout.</small>{choose}<buy-form><p class="err" role="alert"></p>'
            f'<form method="post" action="/cart/add"><p>Quantity<br><span class="qty"><button type="button" name="minus" aria-label="Decrease quantity">−</button><input name="quantity" value="1" inputmode="numeric"><button type="button" name="plus" aria-label="Increase quantity">+</button></span></p><input type="hidden" name="id" value="{first[0]}">'
            f'<button type="submit" name="add" class="btn" {"" if first[2] else "disabled"}><span>{"Add to cart" if first[2] else "Sold out"}</span></button><button type="button" class="btn express" disabled aria-hidden="true">&nbsp;</button></form></buy-form><details><summary>Materials</summary><p>Finnish wool, spun and knitted within 200 km.</p></details></div></div>'
            f'<script type="application/ld+json">{json.dumps(data)}</script>',
        )

    def lines(self, r: Request) -> str:
        return "".join(
            f'<div class="ln">{picture(GOODS[VARIANTS[i][0]])}<div><a href="/products/{VARIANTS[i][0]}">{GOODS[VARIANTS[i][0]]["t"]}</a><br>{"" if "Default" in VARIANTS[i][1][1] else "Size: " + VARIANTS[i][1][1]}<br>{n} × {money(GOODS[VARIANTS[i][0]]["p"])}<br><a href="/cart/change?id={i}&quantity=0" aria-label="Remove">🗑</a></div></div>'
            for i, n in r.session.get("cart", {}).items()
        )

    def total(self, r: Request) -> int:
        return sum(int(GOODS[VARIANTS[i][0]]["p"]) * n for i, n in r.session.get("cart", {}).items())

    def drawer(self, r: Request) -> str:
        if not r.session.get("cart"):
            return '<button class="ico cd-x" aria-label="Close">✕</button><h2>Your cart is empty</h2><a class="btn" href="/collections/all">Continue shopping</a>'
        return (
            f'<h2>Your cart <button class="ico cd-x" aria-label="Close" style="float:right">✕</button></h2><form class="cd-body" id="DrawerForm" method="post" action="/cart">{self.lines(r)}</form><div><p>Estimated total <b>{money(self.total(r))} EUR</b></p>'
            '<button type="submit" class="btn btn--full" form="DrawerForm" name="checkout">Check out</button><br></div>'
        )

    def cart(self, r: Request, rest: str) -> Response:
        cart: dict[str, int] = r.session.setdefault("cart", {})
        if r.path == "/cart.js":
            return json_response({"item_count": sum(cart.values()), "total_price": self.total(r)})
        if rest in ("add.js", "add") and r.method == "POST":
            known = VARIANTS.get(r.form.get("id", ""))
            if not known or not known[1][2]:
                return json_response({"status": 422, "description": "This product is sold out."}, 422)
            cart[r.form["id"]] = cart.get(r.form["id"], 0) + max(1, int(r.form.get("quantity") or 1))
            return (
                json_response({"id": known[1][0], "title": GOODS[known[0]]["t"]})
                if rest == "add.js"
                else redirect("/cart")
            )
        if rest == "change":
            cart.pop(r.query.get("id", ""), None)
            return redirect("/cart")
        if "checkout" in r.form and cart:
            return redirect(f"/checkouts/cn/{r.session.setdefault('token', secrets.token_urlsafe(14))}", 302)
        body = f'<form method="post" action="/cart">{self.lines(r)}<p>Estimated total {money(self.total(r))} EUR</p><button class="btn btn--full" name="checkout">Check out</button></form>' if cart else "<p>Your cart is empty</p>"  # fmt: skip
        return self.page(r, "Your cart", f'<div class="page-width"><h1>Your cart</h1>{body}</div>')

    def checkout(self, r: Request, rest: str) -> Response:
        """The platform's own till: another head, another style."""
        if not r.session.get("cart"):
            return redirect("/cart")
        if r.method == "POST" and r.form.get("email"):
            self.orders += 1
            r.session["cart"] = {}
            return html("<h1>Thank you!</h1>")
        box = "".join(
            f'<div class="_f"><input id="{k}" name="{k}" placeholder="{t}" aria-label="{t}"></div>'
            for k, t in (("firstName", "First name"), ("lastName", "Last name"), ("address1", "Address"), ("address2", "Apartment, suite, etc. (optional)"), ("postalCode", "Postal code"), ("city", "City"), ("phone", "Phone"))
        )  # fmt: skip
        return html(
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Checkout - Tuiskula</title><style>body{margin:0;font:14px system-ui;display:grid;grid-template-columns:1fr 420px}._m{max-width:560px;margin-left:auto;padding:30px;width:100%;box-sizing:border-box}._s{background:#f5f5f5;padding:30px}'
            "._f{margin:12px 0}._f input,select{width:100%;box-sizing:border-box;padding:13px;border:1px solid #ddd;border-radius:5px;font:inherit}._x{display:flex;gap:8px}._x div{flex:1;height:44px;border-radius:5px;background:#222}._p{width:100%;padding:18px;background:#1773b0;color:#fff;border:0;border-radius:5px;font:inherit}.ln svg{width:60px}.ln{display:flex;gap:10px}dialog p{max-width:50ch}"
            '@media(max-width:900px){body{display:block}}</style></head><body><main class="_m"><p style="font-size:22px">Tuiskula</p><section aria-label="Express checkout"><p>Express checkout</p><div class="_x"><div></div><div></div></div></section><p>OR</p><form method="post" novalidate><h2>Contact</h2><a href="/account/login" style="float:right">Log in</a>'
            '<div class="_f"><input id="email" name="email" type="email" autocomplete="email" placeholder="Email" aria-label="Email"></div><label><input type="checkbox" name="marketing"> Email me with news and offers</label><h2>Delivery</h2><label>Country/Region<select name="countryCode"><option>Finland</option><option>Sweden</option><option>Germany</option></select></label>'
            f'{box}<h3>Shipping method</h3><p>Enter your shipping address to view available shipping methods.</p><h2>Payment</h2><p>All transactions are secure and encrypted.</p><label><input type="radio" name="pay" value="card" checked> Credit card</label><br><label><input type="radio" name="pay" value="pp"> PayPal</label><p>You’ll be sent to a secure page to finish the purchase.</p><h3>Billing address</h3>'
            '<label><input type="radio" name="billing" checked> Same as shipping address</label><br><label><input type="radio" name="billing"> Use a different billing address</label><p><button class="_p">Pay now</button></p></form><p><a href="#refund" onclick="document.querySelector(\'dialog\').showModal();return false">Refund policy</a> · <a href="#shipping">Shipping</a></p>'
            f'<dialog>{REFUND}<form method="dialog"><button aria-label="Close">✕</button></form></dialog></main><aside class="_s">{self.lines(r)}<p><input name="discount" placeholder="Discount code"> <button>Apply</button></p><p>Total <b>EUR {money(self.total(r))}</b></p></aside></body></html>'
        )

    def text(self, r: Request, rest: str) -> Response:
        if r.method == "POST":
            self.messages += 1
            return self.page(r, "Thanks", '<div class="page-width"><p>Thanks for contacting us.</p></div>')
        texts = {
            "refund-policy": REFUND,
            "shipping-policy": "<h1>Shipping policy</h1><p>Orders leave within two working days. Parcels inside the EU take three to seven days.</p>",
            "story": "<h1>Our story</h1><p>Six knitters and a borrowed barn.</p>",
            "contact": '<h1>Contact</h1><p>Write to hello@tuiskula.example or use the form.</p><form class="fld" method="post" action="/contact#contact_form"><p><input name="contact[Name]" placeholder="Name"> <input type="email" name="contact[email]" placeholder="Email *"></p><textarea name="contact[Comment]" placeholder="Comment" rows="8" cols="40"></textarea><br><button class="btn btn--full">Send</button></form>',
        }
        if rest not in texts:
            return self.page(r, "404", "<h1>404 Page not found</h1>", 404)
        return self.page(r, rest, f'<div class="page-width">{texts[rest]}</div>')

    def account(self, r: Request, rest: str) -> Response:
        self.accounts += r.method == "POST"
        return self.page(r, "Log in", '<div class="page-width"><h1>Login</h1><form method="post" class="fld"><input type="email" name="customer[email]" placeholder="Email"> <input type="password" name="customer[password]" placeholder="Password"><button class="btn">Sign in</button></form></div>')  # fmt: skip


REFUND = """<h1>Refund policy</h1><p>We have a 30-day return policy, which means you have 30 days after receiving your item to request a return.
To be eligible, your item must be unworn, with tags and in its original packaging. Write to hello@tuiskula.example to start a return.</p>
<p>We will notify you once we’ve received your return and refund you on your original payment method within 10 business days.</p>"""
