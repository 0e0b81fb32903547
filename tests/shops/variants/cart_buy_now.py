"""A loud "Buy it now" below a quiet "Add to bag" jumps over the bag into a checkout of its own that holds that one thing.

The bag has its own page; the door behind both is the same one-page guest form at an address with a token.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

CATALOG: dict[str, dict[str, Any]] = {
    "linen-apron-moss": {"title": "Linen Apron, Moss", "cents": 5400, "tone": "#66734d", "stars": 5},
    "linen-apron-rust": {"title": "Linen Apron, Rust", "cents": 5400, "tone": "#a8512b", "stars": 4},
    "oven-mitt-pair": {"title": "Oven Mitts, pair", "cents": 2800, "tone": "#455a75", "stars": 5},
    "tea-towels-three": {"title": "Tea Towels, set of three", "cents": 3200, "tone": "#d9c9a5", "stars": 0},
}


def gbp(cents: int) -> str:
    """Write pounds."""
    return f"£{cents / 100:.2f}"


CSS = """*{margin:0;box-sizing:border-box}body{font-family:"Helvetica Neue",Arial,sans-serif;color:#121212;letter-spacing:.02em}
.page-width{max-width:1200px;margin:0 auto;padding:0 2rem}.announcement{background:#121212;color:#fff;text-align:center;padding:.6rem}
.header{display:grid;grid-template-columns:1fr auto 1fr;align-items:center;padding:1.4rem 0}.header__heading{font-size:1.6rem;
text-decoration:none;color:inherit}.header__icons{justify-self:end;display:flex;gap:1rem}.header__icons a,.header__menu a{color:inherit}
.header__menu{display:flex;gap:1.2rem;list-style:none;padding:0}.header__drawer{display:none}.cart-count-bubble{background:#121212;
color:#fff;border-radius:50%;font-size:.7rem;padding:.1rem .4rem}.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem}
.card__media svg,.product__media svg{width:100%;display:block}.card{position:relative}.card__heading a{color:inherit}
.product{display:grid;grid-template-columns:55% 1fr;gap:3rem;margin-top:2rem}.button{width:100%;padding:1rem;font:inherit;
cursor:pointer;margin-top:.8rem;border:1px solid #121212;display:block;text-align:center;text-decoration:none}
.button--secondary{background:#fff;color:#121212}.button--primary{background:#121212;color:#fff}.footer{background:#f3f3f3;
margin-top:4rem;padding:2rem 0}.cart-items{width:100%;border-collapse:collapse}.cart-items td{padding:1rem 0;border-bottom:1px solid
#ddd}@media(max-width:749px){.grid{grid-template-columns:1fr 1fr}.product{display:block}.header__menu{display:none}
.header__drawer{display:block}.page-width{padding:0 1.2rem}details[open] ul{position:absolute;background:#fff;padding:1rem;z-index:3}}"""


@dataclass
class App(Shop):
    """A linen maker on a hosted platform."""

    checkouts: dict[str, dict[str, int]] = field(default_factory=dict)

    def theme(self, request: Request, title: str, main: str, head: str = "") -> Response:
        """Dress a page of the theme."""
        count = sum(request.session.get("cart", {}).values())
        bubble = f'<span class="cart-count-bubble"><span aria-hidden="true">{count}</span></span>' if count else ""
        menu = '<li><a href="/collections/all">Catalog</a></li><li><a href="/pages/our-story">Our story</a></li>'
        return html(
            f'<!doctype html><html class="no-js" lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,'
            f'initial-scale=1"><title>{title} &ndash; Marlow Linen</title>{head}<style>{CSS}</style></head><body><div class="announcement">'
            'Free UK delivery over £75</div><div class="page-width"><header class="header"><div><details class="header__drawer"><summary '
            f'aria-label="Menu">&#9776;</summary><ul>{menu}</ul></details><ul class="header__menu">{menu}</ul></div><a '
            'class="header__heading" href="/">Marlow Linen</a><div class="header__icons"><a href="/search" aria-label="Search">&#9906;</a>'
            f'<a href="/cart" aria-label="Cart">&#128717;{bubble}</a></div></header><main>{main}</main></div><footer class="footer"><div '
            'class="page-width"><p><a href="/policies/refund-policy">Refund policy</a> · <a href="/policies/shipping-policy">Shipping policy'
            '</a></p><form method="post" action="/contact#newsletter"><label>Join the list <input type="email" name="contact[email]" '
            'placeholder="Email"></label><button aria-label="Subscribe">&rarr;</button></form><p>© Marlow Linen</p></div></footer></body></html>'
        )

    def grid(self, word: str = "") -> str:
        """List the range."""
        return (
            '<div class="grid">'
            + "".join(
                f'<div class="card"><div class="card__media"><svg viewBox="0 0 4 5"><rect width="4" height="5" fill="{p["tone"]}"/></svg></div>'
                f'<h3 class="card__heading"><a href="/products/{h}">{p["title"]}</a></h3><span>{gbp(p["cents"])}</span></div>'
                for h, p in CATALOG.items()
                if word.lower() in str(p["title"]).lower()
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        path = request.path
        if path.startswith("/products/") and path[10:] in CATALOG:
            return self.product(request, path[10:])
        if path.startswith("/checkouts/cn/"):
            return self.checkout(request, path[14:])
        if path.startswith("/policies/"):
            return self.policy(request, path[10:])
        routes = {"/": self.home, "/collections/all": self.home, "/cart": self.cart, "/cart/add": self.add, "/checkout": self.start,
                  "/search": self.search, "/contact": self.contact, "/pages/our-story": self.story, "/cart/change": self.change}  # fmt: skip
        return routes[path](request) if path in routes else html("<h1>404 Page not found</h1>", 404)

    def home(self, request: Request) -> Response:
        return self.theme(request, "Kitchen linen", "<h1>Made slowly in Marlow</h1>" + self.grid())

    def search(self, request: Request) -> Response:
        q = request.query.get("q", "")
        box = '<form action="/search" role="search"><input type="search" name="q" aria-label="Search"><button>Search</button></form>'
        return self.theme(request, "Search", box + (self.grid(q) if q else ""))

    def story(self, request: Request) -> Response:
        return self.theme(request, "Our story", "<h1>Our story</h1><p>Two sisters, one loom, a river. Write to us at "
                          '<a href="mailto:hello@marlowlinen.example">hello@marlowlinen.example</a>.</p>')  # fmt: skip

    def contact(self, request: Request) -> Response:
        self.messages += request.method == "POST"
        return redirect("/")

    def policy(self, request: Request, which: str) -> Response:
        """Show one policy."""
        if which == "refund-policy":
            return self.theme(
                request,
                "Refund policy",
                (
                    "<h1>Refund policy</h1><p>We have a 28-day return policy, which means you have 28 days after receiving your item to request a "
                    "return. Items must be unused and unwashed. Email us and we will send a label; the cost of £2.95 is taken from your refund. "
                    "Refunds reach your card within 10 working days.</p>"
                ),
            )
        return self.theme(
            request, "Shipping policy", "<h1>Shipping policy</h1><p>Royal Mail Tracked 48, £3.95. Free over £75.</p>"
        )

    def product(self, request: Request, handle: str) -> Response:
        """Show one product with both buttons."""
        p = CATALOG[handle]
        data = {"@context": "https://schema.org", "@type": "Product", "name": p["title"],
                "offers": {"@type": "Offer", "price": p["cents"] / 100, "priceCurrency": "GBP",
                           "availability": "https://schema.org/InStock"}}  # fmt: skip
        stars = f'<p aria-label="{p["stars"]} out of 5 stars">{"★" * p["stars"]} (3 reviews)</p>' if p["stars"] else ""
        return self.theme(
            request,
            str(p["title"]),
            (
                f'<div class="product"><div class="product__media"><svg viewBox="0 0 4 5"><rect width="4" height="5" fill="{p["tone"]}"/></svg>'
                f'</div><div><h1>{p["title"]}</h1>{stars}<p>{gbp(p["cents"])}</p><p><small>Tax included.</small></p><form method="post" '
                f'action="/cart/add"><input type="hidden" name="id" value="{handle}"><button type="submit" name="add" class="button '
                'button--secondary">Add to bag</button><button type="button" class="button button--primary" id="dyn">Buy it now</button></form>'
                "<p>Stonewashed European flax. Pockets deep enough for a wooden spoon.</p></div></div><script>document.getElementById('dyn')"
                ".addEventListener('click',function(){this.textContent='…';fetch('/cart/add?now=1',{method:'POST',body:new URLSearchParams("
                "new FormData(this.form))}).then(r=>r.json()).then(j=>{setTimeout(()=>location.assign(j.to),300)})})</script>"
            ),
            f'<script type="application/ld+json">{json.dumps(data)}</script>',
        )

    def add(self, request: Request) -> Response:
        """Add to the bag, or open a checkout for one thing."""
        handle = request.form.get("id", "")
        if handle not in CATALOG:
            return html("Cannot find variant", 422)
        if "now" in request.query:
            token = secrets.token_hex(10)
            self.checkouts[token] = {handle: 1}
            return json_response({"to": f"/checkouts/cn/{token}"})
        cart = request.session.setdefault("cart", {})
        cart[handle] = cart.get(handle, 0) + 1
        return redirect("/cart")

    def change(self, request: Request) -> Response:
        request.session.get("cart", {}).pop(request.query.get("id", ""), None)
        return redirect("/cart")

    def cart(self, request: Request) -> Response:
        """Show the bag."""
        cart = request.session.get("cart", {})
        if not cart:
            return self.theme(
                request,
                "Your bag",
                '<h1>Your bag is empty</h1><a class="button" href="/collections/all">Keep looking</a>',
            )
        rows = "".join(
            f'<tr><td>{CATALOG[h]["title"]}</td><td>{q}</td><td>{gbp(CATALOG[h]["cents"] * q)}</td><td><a rel="nofollow" '
            f'href="/cart/change?id={h}">Remove</a></td></tr>'
            for h, q in cart.items()
        )
        return self.theme(
            request,
            "Your bag",
            (
                f'<h1>Your bag</h1><table class="cart-items">{rows}</table><p>Taxes included. Shipping is worked out in the next step.</p>'
                '<form method="post" action="/checkout"><button class="button button--primary" name="checkout">Check out</button></form>'
            ),
        )

    def start(self, request: Request) -> Response:
        """Open a checkout for the bag."""
        if not request.session.get("cart"):
            return redirect("/cart")
        token = secrets.token_hex(10)
        self.checkouts[token] = dict(request.session["cart"])
        return redirect(f"/checkouts/cn/{token}")

    def checkout(self, request: Request, token: str) -> Response:
        """Show the form or take the order."""
        lines = self.checkouts.get(token)
        if not lines:
            return redirect("/cart")
        if request.method == "POST" and request.form.get("email"):
            self.orders += 1
            del self.checkouts[token]
            return html(
                '<!doctype html><html lang="en"><title>Thank you</title><h1>Thank you, your order is confirmed</h1></html>'
            )
        total = sum(CATALOG[h]["cents"] * q for h, q in lines.items())
        asks = [("firstName", "First name (optional)", ""), ("lastName", "Last name", "required"), ("address1", "Address", "required"),
                ("city", "City", "required"), ("postalCode", "Postcode", "required"), ("phone", "Phone (optional)", "")]  # fmt: skip
        boxes = "".join(f'<p><input name="{k}" placeholder="{v}" aria-label="{v}" {r}></p>' for k, v, r in asks)
        return html(
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Checkout - '
            "Marlow Linen</title><style>body{font:15px Arial;max-width:560px;margin:20px auto;padding:0 16px}input:not([type=radio]):not("
            "[type=checkbox]),select{width:100%;padding:12px;box-sizing:border-box}button{width:100%;padding:16px;background:#1773b0;color:#fff;"
            'border:0;font-size:17px}</style></head><body><a href="/">Marlow Linen</a><p>'
            + ", ".join(f"{CATALOG[h]['title']} × {q}" for h, q in lines.items())
            + '</p><form method="post"><h2>Contact</h2><p><input type="email" name="email" placeholder="Email" aria-label="Email" required></p>'
            '<p><label><input type="checkbox" name="news"> Email me with news and offers</label></p><h2>Delivery</h2><p><select '
            f'name="countryCode" aria-label="Country/Region"><option>United Kingdom</option><option>Ireland</option></select></p>{boxes}<h2>Payment</h2>'
            '<p><label><input type="radio" name="pay" value="card" checked> Credit card</label></p><p><label><input type="radio" name="pay" '
            f'value="paypal"> PayPal</label></p><p>Total <b>{gbp(total + 395)}</b></p><button>Pay now</button></form></body></html>'
        )
