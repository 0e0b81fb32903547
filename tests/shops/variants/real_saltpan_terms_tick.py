"""An English shop for candle makers on an open-source cart: a bar after adding, terms to tick at the cart, a page to choose guest or account."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug: id, name, pence, in stock, attribute (name, values), category
GOODS: dict[str, tuple[int, str, int, bool, tuple[str, tuple[str, ...]] | None, str]] = {
    "rapeseed-wax-flakes": (11, "Rapeseed wax flakes", 1150, True, ("Bag", ("1 kg", "5 kg", "20 kg")), "candles"),
    "beechwood-stirrer": (12, "Beechwood stirrer", 420, True, None, "candles"),
    "cotton-wick-reel": (13, "Cotton wick reel, 50 m", 780, True, None, "candles"),
    "soap-mould-oak": (14, "Oak soap mould", 2650, False, None, "soap"),
    "olive-soap-base": (15, "Olive soap base", 990, True, ("Cut", ("Block", "Grated")), "soap"),
}
SHELVES = {"candles": "Candle making", "soap": "Soap making"}
CSS = """*{margin:0;padding:0;box-sizing:border-box}body{font:14px/1.5 Arial,sans-serif;color:#555}a{color:#335c85;text-decoration:none}.hd{max-width:1100px;margin:0 auto;padding:0 10px}.hd-top{display:flex;justify-content:flex-end;gap:16px;padding:10px 0;flex-wrap:wrap;position:relative}.hd-mid{display:flex;align-items:center;padding:14px 0;gap:20px;flex-wrap:wrap}.hd-mid .lg{font:30px Georgia;flex:1;color:#333}.srch{display:flex}.srch input{padding:8px;border:1px solid #ccc}.srch button{padding:8px 14px;background:#335c85;color:#fff;border:0}.mn{display:flex;gap:26px;border-bottom:1px solid #ddd;padding:10px 0;list-style:none}.mn-t{display:none}.fly{display:none;position:absolute;right:0;top:32px;background:#fff;border:1px solid #bbb;padding:14px;width:280px;z-index:5}@media(hover:hover) and (min-width:1001px){.sc:hover .fly{display:block}}
.pg{max-width:1100px;margin:20px auto;padding:0 10px}.pg h1,.pg h2{font-weight:400;color:#333;margin:0 0 16px}.items{display:grid;grid-template-columns:repeat(4,1fr);gap:16px}.it{border:1px solid #e5e5e5;text-align:center;padding-bottom:12px}.it h2{font-size:15px;margin:8px}.rt{color:#ccc;letter-spacing:2px}.b1{background:#335c85;color:#fff;border:0;padding:10px 18px;font-size:14px;cursor:pointer}.b2{background:#bbb;color:#fff;border:0;padding:10px 14px;font-size:13px;cursor:pointer}.ov{display:grid;grid-template-columns:1fr 1fr;gap:30px}.ov ul{list-style:none}.fl{display:grid;grid-template-columns:170px 1fr 20px;gap:10px;margin:8px 0;align-items:center;max-width:620px}.fl input,.fl select{padding:8px;border:1px solid #ccc;min-width:0}.fl i{color:#e4444c}
.bar{position:fixed;top:0;left:0;right:0;z-index:99;color:#fff;padding:16px 60px 16px 20px;display:none}.bar.ok{background:#3f8f4f}.bar.no{background:#d04848}.bar a{color:#fff;text-decoration:underline}.bar b{position:absolute;right:18px;top:8px;font-size:24px;cursor:pointer}table{width:100%;border-collapse:collapse;margin-bottom:16px}td,th{border:1px solid #ddd;padding:9px;text-align:center}.tot{text-align:right;margin:14px 0}.two{display:grid;grid-template-columns:1fr 1fr;gap:30px}.bx{border:1px solid #ddd;padding:20px}.win{position:fixed;inset:0;background:#0006;z-index:100;display:none}.win div{background:#fff;max-width:360px;margin:120px auto 0;padding:20px;border:1px solid #999}.stp{border:1px solid #ddd;margin-bottom:8px}.stp h2{background:#eee;padding:10px;margin:0;font-size:16px}.stp>div{padding:14px}
.ft{background:#eee;padding:26px 10px 60px}.ft>div{max-width:1100px;margin:auto;display:grid;grid-template-columns:repeat(4,1fr);gap:20px}.ft li{list-style:none;padding:4px 0}.eu{position:fixed;right:20px;bottom:20px;width:290px;background:#fff;border:1px solid #aaa;box-shadow:0 0 8px #0003;padding:22px;text-align:center;z-index:50}
@media(max-width:1000px){.hd-top{justify-content:center}.mn-t{display:block;background:#335c85;color:#fff;padding:11px;text-align:center}.mn{display:none}.mn.s{display:block}.items{grid-template-columns:1fr 1fr}.ov,.two,.ft>div{grid-template-columns:1fr}.fl{grid-template-columns:1fr 14px}.fl label{grid-column:1/3}.ft ul{display:none}.ft .s ul{display:block}.ft h3:after{content:" ▾"}.hd-mid .lg{flex-basis:100%;text-align:center}.srch{width:100%}.srch input{flex:1}.opt{display:none}}"""
JS = r"""<div class="bar"><span></span><b title="Close">×</b></div><div class="win" role="dialog"><div><p></p><br><button class="b2">Close</button></div></div>
<script>(function(){var $=function(s){return document.querySelector(s)},bar=$('.bar');function tell(t,ok){bar.className='bar '+(ok?'ok':'no');bar.firstChild.innerHTML=t;bar.style.display='block'}
$('.bar b').onclick=function(){bar.style.display='none'};window.addcart=function(id,f){fetch('/addproducttocart/'+id,{method:'POST',body:new URLSearchParams(f?new FormData(f):{})}).then(function(r){return r.json()}).then(function(j){if(j.redirect){location=j.redirect;return}tell(j.message,j.success);if(j.success){$('.qty').textContent='('+j.count+')';$('.fly').innerHTML=j.fly}});return false};
var w=$('.win');function win(t){w.querySelector('p').textContent=t;w.style.display='block'}w.querySelector('button').onclick=function(){w.style.display='none'};
var c=$('#checkout');if(c){c.onclick=function(){if($('#termsofservice').checked)location='/login/checkoutasguest?returnUrl=%2Fcart';else win('Please accept the terms of service before the next step.')};$('#est').onclick=function(){win('Royal Mail Tracked 48: £4.20')}}
document.querySelectorAll('[title="Add to wishlist"]').forEach(function(b){b.onclick=function(){tell('The product has been added to your <a href="/wishlist">wishlist</a>',true)}});$('.mn-t').onclick=function(){$('.mn').classList.toggle('s')};document.querySelectorAll('.ft h3').forEach(function(h){h.onclick=function(){h.parentNode.classList.toggle('s')}});
if(document.cookie.indexOf('eu=1')<0){var e=document.createElement('div');e.className='eu';e.innerHTML='<p>Cookies help us deliver our services. By using our services, you agree to our use of cookies.</p><br><button class="b1">OK</button> <a href="/privacy-notice">Learn more</a>';document.body.append(e);e.querySelector('button').onclick=function(){document.cookie='eu=1;path=/';e.remove()}}})()</script>"""
TOPICS = {
    "shipping-returns": "<h1>Shipping &amp; returns</h1><p>Put your shipping &amp; returns information here. You can edit this in the admin site.</p>",
    "privacy-notice": "<h1>Privacy notice</h1><p>We keep your address for as long as the taxman wants it.</p>",
    "conditions-of-use": "<h1>Conditions of Use</h1><p>Prices are in pounds and include VAT. Hot wax burns: follow the sheet in the box.</p>",
    "about-us": "<h1>About us</h1><p>Two chandlers and a kiln in an old salt works on the Northumberland coast.</p>",
}


def gbp(p: int) -> str:
    return f"£{p / 100:.2f}"


def fld(n: str, t: str, need: bool = True, kind: str = "text") -> str:
    return f'<div class="fl"><label for="{n}">{t}:</label><input id="{n}" name="{n}" type="{kind}" {"required" if need else ""}><i>{"*" if need else ""}</i></div>'


@dataclass
class App(Shop):
    """Saltpan Supplies, Blyth."""

    def cart(self, r: Request) -> dict[str, int]:
        cart: dict[str, int] = r.session.setdefault("sc", {})
        return cart

    def fly(self, r: Request) -> str:
        rows = "".join(f"<p>{n} × {GOODS[k.split('|')[0]][1]}</p>" for k, n in self.cart(r).items())
        return f'{rows}<br><button class="b1" onclick="location=\'/cart\'">Go to cart</button>' if rows else "<p>You have no items in your shopping cart.</p>"  # fmt: skip

    def page(self, r: Request, title: str, body: str, status: int = 200) -> Response:
        shelves = "".join(f'<li><a href="/{k}">{n}</a></li>' for k, n in SHELVES.items())
        return html(
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}. Saltpan Supplies</title><style>{CSS}</style></head><body><div class="hd"><div class="hd-top"><a href="/register">Register</a><a href="/login">Log in</a><a href="/wishlist">Wishlist (0)</a><span class="sc"><a href="/cart">Shopping cart <span class="qty">({sum(self.cart(r).values())})</span></a><span class="fly">{self.fly(r)}</span></span></div><div class="hd-mid"><a class="lg" href="/">Saltpan Supplies</a><form class="srch" action="/search"><input name="q" placeholder="Search store" aria-label="Search store"><button>Search</button></form></div><div class="mn-t">Menu</div><ul class="mn">{shelves}<li><a href="/contactus">Contact us</a></li></ul></div>'
            f'<div class="pg">{body}</div><div class="ft"><div><div><h3>Information</h3><ul><li><a href="/shipping-returns">Shipping &amp; returns</a></li><li><a href="/privacy-notice">Privacy notice</a></li><li><a href="/conditions-of-use">Conditions of Use</a></li><li><a href="/about-us">About us</a></li><li><a href="/contactus">Contact us</a></li></ul></div><div><h3>Customer service</h3><ul><li><a href="/search">Search</a></li><li><a href="/candles">New products</a></li></ul></div><div><h3>My account</h3><ul><li><a href="/login">Orders</a></li><li><a href="/cart">Shopping cart</a></li><li><a href="/wishlist">Wishlist</a></li></ul></div><div><h3>Newsletter</h3><form method="post" action="/subscribenewsletter"><input type="email" name="e" placeholder="Enter your email here..." aria-label="Sign up for our newsletter"> <button>Subscribe</button></form></div></div></div>{JS}</body></html>',
            status,
        )

    def items(self, shelf: str = "", word: str = "") -> str:
        out = "".join(
            f'<div class="it"><a href="/{s}"><svg viewBox="0 0 60 50" width="100%"><rect width="60" height="50" fill="#f5f1e8"/><rect x="22" y="12" width="16" height="30" fill="hsl({g[0] * 31} 30% 65%)"/></svg></a><h2><a href="/{s}">{g[1]}</a></h2><div class="rt">★★★★★</div><p>{"From " if g[4] else ""}{gbp(g[2])}</p><br>{f"""<button class="b1" onclick="return addcart({g[0]})">Add to cart</button> <button class="b2 opt" title="Add to wishlist">♡</button>""" if g[3] else "<p>Out of stock</p>"}</div>'
            for s, g in GOODS.items()
            if (not shelf or g[5] == shelf) and word.lower() in g[1].lower()
        )
        return f'<div class="items">{out}</div>' if out else "<p>No products were found that matched your criteria.</p>"

    def handle(self, r: Request) -> Response:
        p = r.path.strip("/")
        ways = {"cart": self.cart_page, "login/checkoutasguest": self.chooser, "login": self.chooser, "register": self.register, "onepagecheckout": self.checkout, "contactus": self.contact}  # fmt: skip
        if p in ways:
            return ways[p](r)
        if p.startswith("addproducttocart/") and r.method == "POST":
            return self.add(r, p.split("/")[-1])
        if p in GOODS:
            return self.product(r, p)
        if p == "":
            return self.page(r, "Wax, wicks and moulds", f"<h2>Welcome to our store</h2><p>Everything for the pot, nothing for the bin.</p><br><h2>Featured products</h2>{self.items()}")  # fmt: skip
        if p in SHELVES or p == "search":
            return self.page(r, SHELVES.get(p, "Search"), f"<h1>{SHELVES.get(p, 'Search')}</h1>{escape(r.query.get('q', ''))}{self.items(p if p in SHELVES else '', r.query.get('q', ''))}")  # fmt: skip
        if p == "wishlist":
            return self.page(r, "Wishlist", "<h1>Wishlist</h1><p>The wishlist is empty!</p>")
        self.messages += p == "subscribenewsletter" and r.method == "POST"
        return self.page(r, p.title(), TOPICS[p]) if p in TOPICS else self.page(r, "404", "<h1>Page not found</h1>", 404)  # fmt: skip

    def product(self, r: Request, slug: str) -> Response:
        pid, name, pence, stock, attr, shelf = GOODS[slug]
        radios = "".join(f'<li><label><input type="radio" name="attr" value="{v}"> {v}</label></li>' for v in attr[1]) if attr else ""  # fmt: skip
        choice = f"<dl><dt>{attr[0]} *</dt><dd><ul>{radios}</ul></dd></dl><br>" if attr else ""
        buy = f'<form onsubmit="return addcart({pid},this)"><input type="hidden" name="page" value="1">{choice}<label>Qty: <input name="qty" value="1" size="3" style="padding:8px"></label> <button class="b1">Add to cart</button> <button type="button" class="b2" title="Add to wishlist">Add to wishlist</button></form>' if stock else "<p>Availability: Out of stock</p>"  # fmt: skip
        ld = json.dumps({"@context": "https://schema.org", "@type": "Product", "name": name, "sku": f"SP-{pid}", "offers": {"@type": "Offer", "price": f"{pence / 100:.2f}", "priceCurrency": "GBP"}})  # fmt: skip
        return self.page(r, name, f'<p><a href="/">Home</a> / <a href="/{shelf}">{SHELVES[shelf]}</a></p><br><div class="ov"><svg viewBox="0 0 60 50" width="100%"><rect width="60" height="50" fill="#f5f1e8"/></svg><div><h1>{name}</h1><div class="rt">★★★★★</div><p>Be the first to review this product</p><br><p style="font-size:24px">{gbp(pence)}</p><br>{buy}<br><p>Poured, cut and packed by the sea.</p></div></div><script type="application/ld+json">{ld}</script>')  # fmt: skip

    def add(self, r: Request, pid: str) -> Response:
        slug = next((s for s, g in GOODS.items() if str(g[0]) == pid), "")
        if not slug or not GOODS[slug][3]:
            return json_response({"success": False, "message": "Out of stock"})
        attr, got, qty = GOODS[slug][4], r.form.get("attr", ""), r.form.get("qty", "1")
        if attr and got not in attr[1]:
            back: dict[str, Any] = {"success": False, "message": f"Please select {attr[0]}"}
            return json_response(back if "page" in r.form else {"redirect": f"/{slug}"})
        self.cart(r)[f"{slug}|{got}"] = self.cart(r).get(f"{slug}|{got}", 0) + (int(qty) if qty.isdigit() and int(qty) else 1)  # fmt: skip
        return json_response({"success": True, "message": 'The product has been added to your <a href="/cart">shopping cart</a>', "count": sum(self.cart(r).values()), "fly": self.fly(r)})  # fmt: skip

    def cart_page(self, r: Request) -> Response:
        for k in list(self.cart(r)) if r.method == "POST" else []:
            n = r.form.get(k, "1")
            self.cart(r)[k] = int(n) if n.isdigit() else 1
            if not self.cart(r)[k]:
                del self.cart(r)[k]
        rows = "".join(f'<tr><td>{GOODS[k.split("|")[0]][1]} {k.split("|")[1]}</td><td><input name="{k}" value="{n}" size="2" aria-label="Qty."></td><td>{gbp(GOODS[k.split("|")[0]][2] * n)}</td></tr>' for k, n in self.cart(r).items())  # fmt: skip
        if not rows:
            return self.page(r, "Shopping Cart", "<h1>Shopping cart</h1><p>Your Shopping Cart is empty!</p>")
        return self.page(r, "Shopping Cart", f'<h1>Shopping cart</h1><form method="post"><table><tr><th>Product(s)</th><th>Qty.</th><th>Total</th></tr>{rows}</table><button class="b2">Update shopping cart</button> <button type="button" class="b2" onclick="location=\'/\'">Continue shopping</button> <button type="button" class="b2" id="est">Estimate shipping</button></form><br><p><input placeholder="Enter your coupon here" aria-label="Discount code"> <button class="b2">Apply coupon</button></p><div class="tot"><p>Total: calculated during checkout</p><br><p><input type="checkbox" id="termsofservice"> <label for="termsofservice">I agree with the terms of service and I adhere to them unconditionally</label> <a href="/conditions-of-use" target="_blank">(read)</a></p><br><button class="b1" id="checkout">Checkout</button></div>')  # fmt: skip

    def chooser(self, r: Request) -> Response:
        wrong = "<p>Login was unsuccessful.</p>" if r.method == "POST" else ""
        guest = "checkoutasguest" in r.path
        first = '<h2>Checkout as a guest or register</h2><p>Register with us for future convenience: fast and easy check out, easy access to your order history and status.</p><br><button class="b1" onclick="location=\'/onepagecheckout\'">Checkout as Guest</button> ' if guest else "<h2>New Customer</h2>"  # fmt: skip
        return self.page(r, "Login", f'<h1>Welcome, Please Sign In!</h1>{wrong}<div class="two"><div class="bx">{first}<button class="b1" onclick="location=\'/register\'">Register</button></div><form class="bx" method="post"><h2>Returning Customer</h2>{fld("Email", "Email", True, "email")}{fld("Password", "Password", True, "password")}<p><label><input type="checkbox" name="rm"> Remember me?</label></p><br><button class="b1">Log in</button></form></div>')  # fmt: skip

    def register(self, r: Request) -> Response:
        if r.method == "POST":
            self.accounts += 1
            return self.page(r, "Register", "<h1>Your registration completed</h1>")
        return self.page(r, "Register", f'<h1>Register</h1><form method="post">{fld("FirstName", "First name")}{fld("LastName", "Last name")}{fld("Email", "Email", True, "email")}{fld("Password", "Password", True, "password")}{fld("Confirm", "Confirm password", True, "password")}<button class="b1">Register</button></form>')  # fmt: skip

    def contact(self, r: Request) -> Response:
        self.messages += r.method == "POST"
        body = "<p>Your enquiry has been successfully sent to the store owner.</p>" if r.method == "POST" else f'<p>Saltpan Supplies, Unit 4, Panhouse Yard, Blyth NE24 3ZZ<br>Ring the yard: (01632) 96 04 17</p><br><form method="post">{fld("FullName", "Your name")}{fld("Email", "Your email", True, "email")}<div class="fl"><label for="en">Enquiry:</label><textarea id="en" name="Enquiry" rows="6" required></textarea><i>*</i></div><button class="b1">Submit</button></form>'  # fmt: skip
        return self.page(r, "Contact Us", f"<h1>Contact us</h1>{body}")

    def checkout(self, r: Request) -> Response:
        if not self.cart(r):
            return redirect("/cart")
        if r.method == "POST":
            if r.query.get("step") == "confirm":
                self.orders += 1
                self.cart(r).clear()
                return self.page(r, "Thank you", "<h1>Your order has been successfully processed!</h1>")
            return self.page(r, "Checkout", '<h1>Checkout</h1><div class="stp"><h2>6 Confirm order</h2><form method="post" action="/onepagecheckout?step=confirm"><button class="b1">Confirm</button></form></div>')  # fmt: skip
        later = "".join(f'<div class="stp"><h2>{i} {t}</h2></div>' for i, t in enumerate(("Shipping address", "Shipping method", "Payment method", "Payment information", "Confirm order"), 2))  # fmt: skip
        top = fld("fn", "First name") + fld("ln", "Last name") + fld("em", "Email", True, "email") + fld("co", "Company", False)  # fmt: skip
        low = fld("ci", "City") + fld("a1", "Address 1") + fld("a2", "Address 2", False) + fld("zp", "Zip / postal code") + fld("ph", "Phone number") + fld("fx", "Fax number", False)  # fmt: skip
        picks = '<div class="fl"><label for="ct">Country:</label><select id="ct" name="ct"><option>Select country</option><option>United Kingdom</option><option>Ireland</option></select><i>*</i></div><div class="fl"><label for="st">State / province:</label><select id="st" name="st"><option>Other</option></select><i></i></div>'
        return self.page(r, "Checkout", f'<h1>Checkout</h1><form method="post" class="stp"><h2>1 Billing address</h2><div><p><label><input type="checkbox" checked name="same"> Ship to the same address</label></p>{top}{picks}{low}<button class="b1">Continue</button></div></form>{later}')  # fmt: skip
