"""An English kite shop as a heavy old system draws it: swatches on the cards, a figure fetched late, a till bound by script.

The till asks the e-mail first and looks it up; a password shows for those alone whom the shop knows.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# key: name, pence, sizes, colours (name, hex), department, combinations that are gone
KITES: dict[str, tuple[str, int, tuple[str, ...], tuple[tuple[str, str], ...], str, tuple[str, ...]]] = {
    "gritstone-delta": ("Gritstone Delta", 3900, ("1.6 m", "2.2 m"), (("Plum", "#7b3f63"),), "single-line-kites", ("*",)),
    "merlin-sport-kite": ("Merlin Sport Kite", 8450, ("1.8 m", "2.1 m", "2.4 m"), (("Ember", "#cf4a24"), ("Lagoon", "#1c7f8e"), ("Slate", "#555f6b")), "sport-kites", ("1.8 m+Ember", "2.4 m+Slate")),
    "kestrel-foil": ("Kestrel Power Foil", 12900, ("2.0 m²", "3.0 m²"), (("Lime", "#8fb52c"), ("Cobalt", "#2446a6")), "sport-kites", ("3.0 m²+Lime",)),
    "peewit-diamond": ("Peewit Diamond", 1850, ("Small", "Large"), (("Sunset", "#e98a2f"), ("Cobalt", "#2446a6")), "single-line-kites", ()),
    "rokkaku-wren": ("Wren Rokkaku", 5600, ("1.2 m", "1.5 m"), (("Ember", "#cf4a24"), ("Slate", "#555f6b")), "single-line-kites", ("1.2 m+Slate",)),
}  # fmt: skip
AISLES = {"single-line-kites": "Single Line", "sport-kites": "Sport & Power"}
PAGES = {
    "delivery-and-returns": "<h1>Delivery &amp; Returns</h1><h2>Delivery</h2><p>Royal Mail Tracked 48, £3.95, free over £60.</p><h2>Returns</h2><p>Changed your mind? You have 60 days from the day your kite arrives to send it back to us, unflown and in its sleeve. Write your order number on a note in the parcel and post it to Windhover Kites, 8 Sett Lane, Hayfield. We refund the price of the kite and the standard delivery within a few days of getting it. Return postage is yours to pay unless the kite is faulty.</p>",
    "privacy": "<h1>Privacy and Cookie Policy</h1><p>We keep order records for six years.</p>",
    "about-us": "<h1>About us</h1><p>Windhover Kites Ltd, 8 Sett Lane, Hayfield SK22 2EP. Flying since 1987.</p>",
    "returns-lookup": "<h1>Orders and Returns</h1><form method='post' class='panel'><label class='fld'>Order ID<input name='o'></label><label class='fld'>Billing Last Name<input name='l'></label><label class='fld'>Email<input name='e'></label><button class='act'>Continue</button></form>",
    "sign-in": "<h1>Customer Login</h1><form method='post' class='panel'><label class='fld'>Email<input name='e' type='email'></label><label class='fld'>Password<input name='p' type='password'></label><button class='act'>Sign In</button> <a href='/create-account'>Create an Account</a></form>",
}
CSS = """*{box-sizing:border-box}body{margin:0;font:14px/1.45 "Open Sans","Helvetica Neue",Arial,sans-serif;color:#333}a{color:#006bb4;text-decoration:none}.strip{background:#5d6b2f;color:#fff}.strip>div{max-width:1240px;margin:auto;padding:8px 20px;display:flex;gap:18px;justify-content:flex-end}.strip a{color:#fff}.top{max-width:1240px;margin:auto;padding:18px 20px;display:flex;align-items:center;gap:18px;position:relative}.top .brand{font:bold 24px Georgia,serif;color:#333;margin-right:auto}.find input{width:250px;padding:7px}.find label{display:none}.basket{background:none;border:0;font-size:24px;cursor:pointer;position:relative;padding:4px 8px}.basket b{background:#e3650f;color:#fff;font-size:12px;border-radius:2px;padding:1px 5px;margin-left:3px}.burger{display:none;background:none;border:0;font-size:24px}.drop{display:none;position:absolute;right:20px;top:64px;width:380px;max-width:calc(100% - 24px);background:#fff;border:1px solid #bbb;box-shadow:0 3px 4px #0003;padding:22px 18px;z-index:30}.drop.on{display:block}.nav{background:#f0f0f0}.nav ul{max-width:1240px;margin:auto;list-style:none;display:flex;gap:26px;padding:12px 20px}.nav a{color:#575757;font-weight:700}
.wrap{max-width:1240px;margin:auto;padding:20px}.promo{background:#dfe8ee;padding:50px 24px;margin-bottom:24px}.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:18px;list-style:none;padding:0}.tile{padding:8px}.tile .nm{display:block;color:#333;font-weight:600;margin:8px 0}.act{background:#1979c3;color:#fff;border:1px solid #1979c3;border-radius:3px;font:600 14px "Open Sans",Arial,sans-serif;padding:9px 16px;cursor:pointer}.act.big{padding:14px 20px;font-size:17px}.act.plain{background:#eee;color:#333;border-color:#ccc}.act[disabled]{opacity:.5}.later{visibility:visible}@media(hover:hover) and (min-width:768px){.tile .later{visibility:hidden}.tile:hover .later{visibility:visible}}
.sw{display:flex;flex-wrap:wrap;gap:6px;margin:4px 0 12px}.sw>div{border:1px solid #dadada;min-width:32px;height:26px;padding:3px 7px;font-size:12px;text-align:center;cursor:pointer}.sw>div.hue{width:32px}.sw>div[aria-checked=true]{outline:2px solid #ff5501}.sw>div[aria-disabled=true]{background-image:linear-gradient(to top left,transparent 47%,#f33 48%,#f33 52%,transparent 53%);cursor:default;opacity:.6}.lab{font-weight:600}.bad{color:#e02b27}.note{padding:11px 18px;margin:0 0 12px;background:#e5efe5;color:#006400}.note.err{background:#fae5e5;color:#c00}.pdp{display:grid;grid-template-columns:1.2fr 1fr;gap:40px}.spin{margin:90px auto;width:56px;height:56px;border:6px solid #ddd;border-top-color:#1979c3;border-radius:50%;animation:r 1s linear infinite}@keyframes r{to{transform:rotate(1turn)}}
.fld{display:block;margin:0 0 16px;font-weight:600}.fld input,.fld select,.fld textarea{display:block;width:100%;height:34px;padding:0 9px;border:1px solid #c2c2c2;font:14px Arial;margin-top:5px}.req::before{content:"* ";color:#e02b27}.panel{max-width:520px}.bar{display:flex;gap:8px;margin-bottom:20px}.bar span{flex:0 1 180px;border-top:7px solid #e4e4e4;padding-top:8px}.bar .cur{border-color:#ff5501}.two{display:grid;grid-template-columns:1fr 320px;gap:40px}.foot{background:#f4f4f4;margin-top:50px;padding:26px 0 90px}.foot>div{max-width:1240px;margin:auto;padding:0 20px;display:flex;flex-wrap:wrap;gap:60px}.foot a{display:block;margin-bottom:7px}.foot input{height:34px;width:200px}.ck{position:fixed;left:0;right:0;bottom:0;background:#fdf0d5;color:#6f4400;padding:12px 20px;z-index:20}
@media(max-width:767px){.burger{display:block}.strip,.nav{display:none}.nav.on{display:block}.nav.on ul{flex-direction:column;gap:14px}.find label{display:block;font-size:22px}.find input{display:none;position:absolute;left:12px;right:12px;top:66px;width:auto;z-index:9}.find.on input{display:block}.tiles,.pdp,.two{grid-template-columns:1fr 1fr}.pdp,.two{grid-template-columns:1fr}}"""
SHELL = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>@T@</title><style>@C@</style></head><body><div class="strip"><div><span>Fair winds from Hayfield</span><a href="/sign-in">Sign In</a><a href="/create-account">Create an Account</a></div></div><div class="top"><button class="burger" aria-label="Toggle Nav">☰</button><a class="brand" href="/">Windhover</a><form class="find" action="/catalogsearch"><label for="s" aria-label="Search">⚲</label><input id="s" name="q" placeholder="Search entire store here..." aria-label="Search"></form><button class="basket" aria-label="My Cart" title="My Cart">🛒<b hidden></b></button><div class="drop" role="dialog" aria-label="Mini cart"></div></div><nav class="nav"><ul>@N@<li class="acct"></li></ul></nav><div class="wrap"><div id="msgs" role="alert"></div>@B@</div>
<footer class="foot"><div><div><a href="/about-us">About us</a><a href="/delivery-and-returns">Delivery &amp; Returns</a><a href="/privacy">Privacy and Cookie Policy</a></div><div><a href="/returns-lookup">Orders and Returns</a><a href="/contact">Contact Us</a><a href="/catalogsearch">Advanced Search</a></div><form method="post" action="/newsletter"><input name="email" type="email" placeholder="Enter your email address" aria-label="Newsletter email"> <button class="act">Subscribe</button></form><div>Windhover Kites Ltd<br>8 Sett Lane, Hayfield SK22 2EP<br><a href="tel:+441298555014">01298 555 014</a></div></div></footer>
<div class="ck" hidden>We use cookies to make your experience better. <a href="/privacy">Learn more</a>. <button class="act">Allow Cookies</button></div>
<script>(function(){var D=document,one=function(s,r){return(r||D).querySelector(s)},all=function(s,r){return[].slice.call((r||D).querySelectorAll(s))};
var paint=function(c){var b=one('.basket b');b.hidden=!c.count;b.textContent=c.count;one('.drop').innerHTML='<button class="act plain" data-shut style="float:right" aria-label="Close">×</button>'+(c.count?'<p>'+c.count+' Item'+(c.count>1?'s':'')+' in Cart · Cart Subtotal <b>'+c.total+'</b></p><button class="act big" data-till style="width:100%">Proceed to Checkout</button>'+c.lines.map(function(l){return '<p>'+l.name+'<br><small>'+l.opts+'</small><br>Qty '+l.qty+' · '+l.price+' <a href="#" data-drop="'+l.key+'" aria-label="Remove item">🗑</a></p>'}).join('')+'<p><a href="/checkout/cart">View and Edit Cart</a></p>':'<p>You have no items in your shopping cart.</p>')};
var section=function(){fetch('/customer/section?t='+Date.now()).then(function(r){return r.json()}).then(function(c){localStorage.setItem('wh-cart',JSON.stringify(c));paint(c)})};
paint(JSON.parse(localStorage.getItem('wh-cart')||'{"count":0}'));setTimeout(section,700);
var say=function(h,k){one('#msgs').innerHTML='<div class="note '+(k||'')+'">'+h+'</div>';scrollTo(0,0)};if(location.hash==='#options')say('You need to choose options for your item.','err');
var draw=function(box){var p=JSON.parse(box.dataset.p),sel={};box.innerHTML=[['Size',p.sizes],['Colour',p.hues.map(function(h){return h[0]})]].map(function(g){return '<span class="lab">'+g[0]+'</span><div class="sw" role="listbox" aria-label="'+g[0]+'" data-g="'+g[0]+'">'+g[1].map(function(v,i){return '<div role="option" tabindex="0" aria-checked="false" aria-label="'+v+'" data-v="'+v+'"'+(g[0]==='Colour'?' class="hue" style="background:'+p.hues[i][1]+'"></div>':'>'+v+'</div>')}).join('')+'</div>'}).join('');
var fresh=function(){all('[data-v]',box).forEach(function(o){var g=o.parentNode.dataset.g,a=g==='Size'?o.dataset.v:sel.Size,b=g==='Colour'?o.dataset.v:sel.Colour;o.setAttribute('aria-disabled',p.gone.indexOf(a+'+'+b)>=0);o.setAttribute('aria-checked',sel[g]===o.dataset.v)})};
box.addEventListener('click',function(e){var o=e.target.closest('[data-v]');if(!o||o.getAttribute('aria-disabled')==='true')return;var g=o.parentNode.dataset.g;sel[g]=sel[g]===o.dataset.v?'':o.dataset.v;fresh()});box.picked=sel};
setTimeout(function(){all('[data-p]').forEach(draw);all('[data-add]').forEach(function(b){b.disabled=false})},900);
D.addEventListener('click',function(e){var t=e.target;if(t.closest('.basket'))one('.drop').classList.toggle('on');else if(t.closest('[data-shut]')||!t.closest('.drop'))one('.drop').classList.remove('on');
if(t.closest('[data-till]'))location='/checkout/#shipping';if(t.closest('.burger')){one('.nav').classList.toggle('on');one('.acct').innerHTML='<a href="/sign-in">Sign In</a>'}if(t.closest('.find label'))one('.find').classList.toggle('on');
var d=t.closest('[data-drop]');if(d){e.preventDefault();fetch('/checkout/drop',{method:'POST',body:new URLSearchParams({key:d.dataset.drop})}).then(function(){location.pathname.indexOf('/checkout/cart')?section():location.reload()})}
var b=t.closest('[data-add]');if(b){var box=one('[data-p]',b.closest('[data-item]')),s=box.picked||{},page=b.hasAttribute('data-page');if(!s.Size||!s.Colour){if(!page)location='/'+b.dataset.add+'.html#options';else all('.sw',box).forEach(function(w){if(!s[w.dataset.g]&&!one('.bad',w))w.insertAdjacentHTML('beforeend','<span class="bad">This is a required field.</span>')});return}
all('.bad',box).forEach(function(x){x.remove()});b.disabled=true;b.textContent='Adding...';fetch('/checkout/add',{method:'POST',body:new URLSearchParams({item:b.dataset.add,size:s.Size,colour:s.Colour})}).then(function(r){return r.json()}).then(function(r){b.textContent='Added';setTimeout(function(){b.textContent='Add to Cart';b.disabled=false},1000);if(r.ok){say('You added '+r.name+' to your <a href="/checkout/cart">shopping cart</a>.');section()}else say('The requested qty is not available.','err')})}});
if(D.cookie.indexOf('ck_ok')<0){one('.ck').hidden=false;one('.ck button').onclick=function(){D.cookie='ck_ok=1;path=/';one('.ck').hidden=true}}
var till=one('#till');if(till)setTimeout(function(){till.innerHTML=one('#t-mail').innerHTML;setTimeout(function(){one('#ship').innerHTML=one('#t-addr').innerHTML},500);one('#customer-email').addEventListener('change',function(){var v=this.value;if(v.indexOf('@')<1)return;fetch('/rest/known',{method:'POST',body:new URLSearchParams({email:v})}).then(function(r){return r.json()}).then(function(r){one('#known').innerHTML=r.known?'<label class="fld req">Password<input type="password" name="pw"></label><p>You already have an account with us. Sign in or continue as guest.</p><button class="act plain" type="button">Login</button>':''})})},1500)})()</script></body></html>"""
TILL = """<div class="bar"><span class="cur">Shipping</span><span>Review &amp; Payments</span></div><div class="two"><div id="till"><div class="spin" role="status" aria-label="Loading..."></div></div><div><h3>Order Summary</h3>@L@</div></div><template id="t-mail"><form class="panel"><h2>Shipping Address</h2><label class="fld req">Email Address<input type="email" id="customer-email" name="username"></label><div id="known"></div><p><small>You can create an account after checkout.</small></p></form><div id="ship"><div class="spin"></div></div></template>
<template id="t-addr"><form class="panel" method="post" action="/checkout/information"><label class="fld req">First Name<input name="firstname"></label><label class="fld req">Last Name<input name="lastname"></label><label class="fld">Company<input name="company"></label><fieldset style="border:0;padding:0;margin:0"><legend class="lab req">Street Address</legend><label class="fld"><input name="street0" aria-label="Street Address: Line 1"></label><label class="fld"><input name="street1" aria-label="Street Address: Line 2"></label></fieldset><label class="fld req">Country<select name="country"><option>United Kingdom</option><option>Ireland</option><option>Germany</option></select></label><label class="fld">State/Province<input name="region"></label><label class="fld req">City<input name="city"></label><label class="fld req">Zip/Postal Code<input name="postcode"></label><label class="fld req">Phone Number<input name="telephone" type="tel"></label><h2>Shipping Methods</h2><p><label><input type="radio" name="ship" value="48" checked> £3.95 Royal Mail Tracked 48</label><br><label><input type="radio" name="ship" value="24"> £5.50 Royal Mail Tracked 24</label></p><button class="act big">Next</button></form></template>"""


def money(p: int) -> str:
    return f"£{p / 100:.2f}"


def drawing(key: str) -> str:
    hue = KITES[key][3][0][1]
    return f'<svg viewBox="0 0 100 90" width="100%" role="img" aria-label="{KITES[key][0]}"><rect width="100" height="90" fill="#eef4f8"/><path d="M50 10 84 46 50 66 16 46z" fill="{hue}"/><path d="M50 66q12 10 0 20" fill="none" stroke="#777"/></svg>'


def swatches(key: str) -> str:
    _, _, sizes, hues, _, gone = KITES[key]
    return json.dumps({"sizes": sizes, "hues": hues, "gone": gone}).replace('"', "&quot;")


@dataclass
class App(Shop):
    """Windhover Kites, Hayfield."""

    def cart(self, r: Request) -> dict[str, int]:
        cart: dict[str, int] = r.session.setdefault("quote", {})
        return cart

    def page(self, title: str, body: str, status: int = 200, bare: bool = False) -> Response:
        nav = "".join(f'<li><a href="/{k}">{n.replace("&", "&amp;")}</a></li>' for k, n in AISLES.items())
        text = SHELL
        for mark, part in (("@T@", title), ("@C@", CSS), ("@N@", nav), ("@B@", body)):
            text = text.replace(mark, part)
        if bare:
            text = text.split("<footer")[0] + text.split("</footer>")[1].replace('<div class="ck"', '<style>.strip,.nav,.find,.basket,.burger{display:none!important}body{padding-bottom:90px}</style><div class="ck"')  # fmt: skip
        return html(text, status)

    def tiles(self, keys: list[str]) -> str:
        out = ""
        for k in keys:
            name, pence, *_, gone = KITES[k]
            buy = f'<div data-p="{swatches(k)}"></div><div class="later"><button class="act" data-add="{k}" disabled>Add to Cart</button> <a href="/wishlist" aria-label="Add to Wish List">♥</a></div>'
            if gone == ("*",):
                buy = "<p>Out of stock</p>"
            out += f'<li class="tile" data-item><a href="/{k}.html">{drawing(k)}</a><a class="nm" href="/{k}.html">{name}</a><p>As low as <b>{money(pence)}</b></p>{buy}</li>'
        return f'<ul class="tiles">{out}</ul>' if out else "<p>Your search returned no results.</p>"

    def handle(self, r: Request) -> Response:
        path = r.path.strip("/")
        if path == "":
            return self.page("Windhover Kites", f'<div class="promo"><h1>When the wind is up</h1><a class="act" href="/sport-kites">Shop Sport Kites</a></div><h2>Hot Sellers</h2>{self.tiles(list(KITES)[:4])}')  # fmt: skip
        if path.endswith(".html") and path[:-5] in KITES:
            return self.product(path[:-5])
        if path in AISLES:
            return self.page(AISLES[path], f"<h1>{AISLES[path]}</h1>{self.tiles([k for k in KITES if KITES[k][4] == path])}")  # fmt: skip
        if path == "catalogsearch":
            q = r.query.get("q", "").lower()
            return self.page("Search", f"<h1>Search results</h1>{self.tiles([k for k in KITES if q in KITES[k][0].lower()])}")  # fmt: skip
        ways = {"customer/section": self.section, "checkout/add": self.add, "checkout/drop": self.drop, "checkout/cart": self.basket,
                "checkout": self.till, "checkout/information": self.order, "rest/known": self.known, "contact": self.contact, "newsletter": self.contact, "create-account": self.register}  # fmt: skip
        if path in ways:
            return ways[path](r)
        if path == "wishlist":
            return redirect("/sign-in")
        return self.page(path, PAGES[path]) if path in PAGES else self.page("404", "<h1>Whoops, our bad...</h1>", 404)

    def product(self, k: str) -> Response:
        name, pence, _, _, aisle, gone = KITES[k]
        out = gone == ("*",)
        buy = "<p><b>Out of stock</b></p>" if out else f'<div data-p="{swatches(k)}"></div><label class="lab">Qty <input type="number" value="1" min="1" style="width:54px;height:44px;text-align:center"></label> <button class="act big" data-add="{k}" data-page disabled>Add to Cart</button>'  # fmt: skip
        ld = {"@context": "https://schema.org", "@type": "Product", "name": name, "offers": {"@type": "Offer", "price": f"{pence / 100:.2f}", "priceCurrency": "GBP", "availability": "https://schema.org/" + ("OutOfStock" if out else "InStock")}, "aggregateRating": {"@type": "AggregateRating", "ratingValue": "4.3", "reviewCount": "3"}}  # fmt: skip
        return self.page(name, f'<p><a href="/">Home</a> › <a href="/{aisle}">{AISLES[aisle].replace("&", "&amp;")}</a> › {name}</p><div class="pdp" data-item><div>{drawing(k)}</div><div><h1>{name}</h1><p><span style="color:#ff5601" title="87%">★★★★☆</span> <a href="#reviews">3 Reviews</a></p><p style="font-size:22px">{money(pence)}</p>{buy}<p><a href="/wishlist">♥ Add to Wish List</a></p></div></div><h2>Details</h2><p>Ripstop sails on carbon or glass spars, with line and winder.</p><h2 id="reviews">Customer Reviews</h2><p><b>Steady</b> ★★★★★ Flies in next to nothing. <i>Maud</i></p><p><b>Fine</b> ★★★★☆ Bag is a bit tight. <i>R. Booth</i></p><p><b>Quick</b> ★★★★☆ <i>Ines</i></p><script type="application/ld+json">{json.dumps(ld)}</script>')  # fmt: skip

    def lines(self, r: Request) -> list[dict[str, object]]:
        return [{"key": c, "name": KITES[c.split("|")[0]][0], "opts": c.split("|")[1].replace("+", " / "), "qty": n, "price": money(KITES[c.split("|")[0]][1] * n)} for c, n in self.cart(r).items()]  # fmt: skip

    def section(self, r: Request) -> Response:
        total = sum(KITES[c.split("|")[0]][1] * n for c, n in self.cart(r).items())
        return json_response({"count": sum(self.cart(r).values()), "total": money(total), "lines": self.lines(r), "id": secrets.token_hex(2)})  # fmt: skip

    def add(self, r: Request) -> Response:
        k, combo = r.form.get("item", ""), f"{r.form.get('size')}+{r.form.get('colour')}"
        kite = KITES.get(k)
        if not kite or kite[5] == ("*",) or combo in kite[5] or combo not in {f"{s}+{h[0]}" for s in kite[2] for h in kite[3]}:  # fmt: skip
            return json_response({"ok": False})
        self.cart(r)[f"{k}|{combo}"] = self.cart(r).get(f"{k}|{combo}", 0) + 1
        return json_response({"ok": True, "name": kite[0]})

    def drop(self, r: Request) -> Response:
        self.cart(r).pop(r.form.get("key", ""), None)
        return json_response({"ok": True})

    def basket(self, r: Request) -> Response:
        rows = "".join(f'<tr><td>{x["name"]}<br><small>{x["opts"]}</small></td><td>{x["qty"]}</td><td>{x["price"]}</td><td><a href="#" data-drop="{x["key"]}" aria-label="Remove item">🗑</a></td></tr>' for x in self.lines(r))  # fmt: skip
        if not rows:
            return self.page("Shopping Cart", "<h1>Shopping Cart</h1><p>You have no items in your shopping cart.</p>")
        return self.page("Shopping Cart", f'<h1>Shopping Cart</h1><div class="two"><table cellpadding="9">{rows}</table><div class="panel"><h3>Summary</h3><details><summary>Estimate Shipping and Tax</summary><label class="fld">Zip/Postal Code<input name="z"></label></details><details><summary>Apply Discount Code</summary><label class="fld">Enter discount code<input name="d"></label></details><p><button class="act big" data-till>Proceed to Checkout</button></p></div></div>')  # fmt: skip

    def till(self, r: Request) -> Response:
        lines = "".join(f"<p>{x['qty']} × {x['name']}<br><small>{x['opts']}</small> {x['price']}</p>" for x in self.lines(r))  # fmt: skip
        return self.page("Checkout", TILL.replace("@L@", lines), bare=True) if lines else redirect("/checkout/cart")

    def order(self, r: Request) -> Response:
        if r.method != "POST" or not self.cart(r):
            return redirect("/checkout/cart")
        if r.form.get("pay"):
            self.orders += 1
            self.cart(r).clear()
            return self.page("Thank you", "<h1>Thank you for your purchase!</h1>")
        return self.page("Payment", '<h1>Payment Method</h1><form method="post" action="/checkout/information"><p><label><input type="radio" name="pay" value="card" checked> Credit Card</label><br><label><input type="radio" name="pay" value="paypal"> PayPal</label></p><button class="act big">Place Order</button></form>')  # fmt: skip

    def known(self, r: Request) -> Response:
        return json_response({"known": r.form.get("email") == "member@windhover.example"})

    def register(self, r: Request) -> Response:
        self.accounts += r.method == "POST"
        return self.page("Create New Customer Account", '<h1>Create New Customer Account</h1><form method="post" class="panel"><label class="fld">First Name<input name="f"></label><label class="fld">Email<input name="e"></label><label class="fld">Password<input name="p" type="password"></label><button class="act">Create an Account</button></form>')  # fmt: skip

    def contact(self, r: Request) -> Response:
        self.messages += r.method == "POST"
        thanks = '<div class="note">Thanks for contacting us.</div>' if r.method == "POST" else ""
        return self.page("Contact Us", f'{thanks}<h1>Contact Us</h1><p>Write to <a href="mailto:flying@windhover.example">flying@windhover.example</a> or here.</p><form method="post" action="/contact" class="panel"><label class="fld">Name<input name="n"></label><label class="fld">Email<input name="e" type="email"></label><label class="fld">What’s on your mind?<textarea name="m" style="height:90px"></textarea></label><button class="act">Submit</button></form>')  # fmt: skip
