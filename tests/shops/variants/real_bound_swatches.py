"""An outdoor shop on a big old platform: data-bound blocks drawn from JSON, swatches for size and colour, a mini-cart by press.

The till is one address whose steps live behind the hash; the e-mail asks for a password only if it is already known.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

COLOURS = {"49": ("Moss", "#5d6b3c"), "50": ("Slate", "#4b5563"), "53": ("Rust", "#b4532a")}
SIZES = {"166": "XS", "167": "S", "168": "M", "169": "L"}
# id, url key, name, price, stars in percent, number of reviews, stock per "colour-size"
RANGE: list[dict[str, Any]] = [
    {"id": 1401, "k": "fold-bottle-07-l", "n": "Fold Bottle 0.7 L", "p": 18.0, "r": 0, "c": 0, "s": None},
    {
        "id": 1402,
        "k": "brae-wind-jacket",
        "n": "Brae Wind Jacket",
        "p": 94.0,
        "r": 87,
        "c": 3,
        "s": ["49-167", "49-168", "50-168", "50-169"],
    },
    {"id": 1418, "k": "linn-trail-tee", "n": "Linn Trail Tee", "p": 32.0, "r": 0, "c": 0, "s": ["50-167", "53-168"]},
    {"id": 1431, "k": "scar-shorts", "n": "Scar Shorts", "p": 41.0, "r": 60, "c": 1, "s": ["49-168", "49-169"]},
    {
        "id": 1440,
        "k": "tarn-fleece",
        "n": "Tarn Fleece",
        "p": 68.0,
        "r": 0,
        "c": 0,
        "s": ["50-167", "50-168", "53-169"],
    },
]
STYLE = """@font-face{font-family:x;src:local(Arial)}body{margin:0;font:14px/1.45 'Open Sans',Helvetica,Arial,sans-serif;color:#333}.page-wrap{min-height:100vh}.panel-top{background:#6e716e;color:#fff}.panel-top div,.sections,.hcontent,.maincontent,.fcontent{max-width:1240px;margin:0 auto;padding:8px 20px;box-sizing:border-box}
.panel-top a{color:#fff;margin-left:15px}.hcontent{position:relative;display:flex;align-items:center;gap:20px;padding:22px 20px}.brand{font-weight:700;font-size:22px;color:#006bb4;margin-right:auto;text-decoration:none}.mc{position:relative}.mc>a{color:#757575;text-decoration:none;font-size:22px}.mc .num{background:#ff5501;color:#fff;border-radius:2px;font-size:12px;padding:2px 5px}.num.empty{display:none}
.mc .drop{display:none;position:absolute;right:0;top:36px;width:320px;background:#fff;border:1px solid #bbb;padding:20px;z-index:101;box-sizing:border-box}.mc.on .drop{display:block}.sections{background:#f0f0f0}.sections a{color:#575757;font-weight:700;padding:8px 12px;display:inline-block;text-decoration:none}.tog{display:none;background:none;border:0;font-size:22px}
.items{list-style:none;padding:0;display:flex;flex-wrap:wrap}.items li{width:25%;padding:10px;box-sizing:border-box}.act{background:#1979c3;border:1px solid #1979c3;color:#fff;font-weight:600;padding:12px 18px;border-radius:3px;font-size:16px;cursor:pointer}.act:disabled{opacity:.5}.stars{display:inline-block;position:relative;color:#c7c7c7;letter-spacing:3px}.stars i{position:absolute;left:0;top:0;overflow:hidden;color:#ff5601;font-style:normal;white-space:nowrap}
.view{display:flex;gap:40px}.view>div{width:50%}.sw{display:inline-block;min-width:30px;height:30px;line-height:30px;text-align:center;border:1px solid #dadada;background:#f0f0f0;margin:0 8px 8px 0;cursor:pointer;position:relative}.sw.picked{outline:2px solid #ff5501}.sw.off{opacity:.4;cursor:default;text-decoration:line-through}.need{color:#e02b27;font-size:12px}
.msg{padding:12px 20px;background:#e5efe5;color:#006400;margin:0 0 10px}.msg.bad{background:#fae5e5;color:#e02b27}.fieldrow{margin:0 0 14px}.fieldrow label{display:block;font-weight:600}.fieldrow input,.fieldrow select{width:100%;height:34px;border:1px solid #c2c2c2;box-sizing:border-box;padding:0 9px}.bar{display:flex;gap:0;list-style:none;padding:0}.bar li{border-top:7px solid #e4e4e4;padding:8px 40px 8px 0}.bar .now{border-color:#ff5501}
.fcontent{display:flex;gap:60px;border-top:1px solid #e8e8e8;margin-top:40px}.fcontent a{display:block;color:#575757}.ck{position:fixed;left:0;right:0;bottom:0;background:#ffee9c;padding:14px;z-index:200}.load{padding:60px;text-align:center;color:#999}.crumbs a:after{content:' › '}
@media(max-width:767px){.tog{display:block}.sections{display:none}.sections.on{display:block}.sections.on a{display:block}.items li{width:50%}.view{display:block}.view>div{width:auto}.fcontent{display:block}.panel-top{display:none}.mc .drop{position:fixed;left:10px;right:10px;top:80px;width:auto}.find .w{display:none}.find.on .w{display:block}}"""
BIND = r"""<script>
var tpl=function(id,d){return document.getElementById(id).innerHTML.replace(/\{\{(\w+)\}\}/g,function(_,k){return d[k]==null?'':d[k]})};
var eur=function(n){return '€'+Number(n).toFixed(2)};function $(s,e){return(e||document).querySelector(s)}
var data={cart:{summary_count:0,items:[]}};
function section(){return fetch('/customer/section/load/?sections=cart,messages').then(function(r){return r.json()}).then(function(j){data=j;drawCart();if(j.messages.length)$('[data-bind="scope: messages"]').innerHTML=j.messages.map(function(m){return '<div class="msg '+(m.ok?'':'bad')+'" role="alert">'+m.text+'</div>'}).join('')})}
function drawCart(){var c=data.cart,n=$('.mc .num');if(!n)return;n.textContent=c.summary_count;n.classList.toggle('empty',!c.summary_count);
$('.mc .drop').innerHTML=c.summary_count?'<button type="button" class="shut" aria-label="Close">×</button><p><b>'+c.summary_count+'</b> item(s) in cart &nbsp; Cart Subtotal: '+eur(c.subtotal)+'</p><button type="button" class="act till">Proceed to Checkout</button><ol>'+c.items.map(function(i){return tpl('t-line',i)}).join('')+'</ol><a href="/checkout/cart/">View and Edit Cart</a>':'<strong>You have no items in your shopping cart.</strong>'}
document.addEventListener('click',function(e){var t=e.target,m=$('.mc');if(t.closest('.showcart')){e.preventDefault();m.classList.toggle('on')}else if(t.closest('.shut')||!t.closest('.mc')&&m)m.classList.remove('on');
if(t.closest('.till'))location.href='/checkout/';if(t.closest('.tog'))$('.sections').classList.toggle('on');if(t.closest('.find label'))$('.find').classList.toggle('on');if(t.id=='btn-ck'){document.cookie='allow_save=1;path=/';$('.ck').remove()}});
document.querySelectorAll('[data-init]').forEach(function(el){var d=JSON.parse(el.textContent),w=el.parentNode;setTimeout(function(){window[d.component](w,d)},120)});
function listing(w,d){w.insertAdjacentHTML('beforeend','<ol class="items">'+d.items.map(function(i){i.price=eur(i.p);i.stars=i.c?'<div class="stars" title="'+i.r+'%">★★★★★<i style="width:'+i.r+'%">★★★★★</i></div> '+i.c+' Review'+(i.c>1?'s':''):'';i.stock=i.s?'':'Out of stock';return tpl('t-item',i)}).join('')+'</ol>')}
function swatches(w,d){var pick={};function draw(){w.querySelectorAll('.attr').forEach(function(x){x.remove()});d.attrs.forEach(function(a,n){var h='<div class="attr"><b>'+a.label+'</b> <span>'+(pick[a.code]?a.options[pick[a.code]].l:'')+'</span><div role="listbox">';
 Object.keys(a.options).forEach(function(k){var o=a.options[k],c=n?k+'-':'-'+k,other=d.attrs[1-n].code,ok=d.stock.some(function(s){return(n?s.split('-')[0]==k:s.split('-')[1]==k)&&(!pick[other]||(n?s.split('-')[1]:s.split('-')[0])==pick[other])});
 h+='<div class="sw '+(pick[a.code]==k?'picked':'')+(ok?'':' off')+'" role="option" tabindex="'+(ok?0:-1)+'" aria-label="'+o.l+'" aria-checked="'+(pick[a.code]==k)+'" data-a="'+a.code+'" data-k="'+k+'"'+(ok?'':' aria-disabled="true"')+(o.h?' style="background:'+o.h+'"':'')+'>'+(o.h?'':o.l)+'</div>'});
 w.insertAdjacentHTML('beforeend',h+'</div><div class="need"></div></div>')})}draw();
 w.addEventListener('click',function(e){var s=e.target.closest('.sw');if(s&&!s.classList.contains('off')){pick[s.dataset.a]=pick[s.dataset.a]==s.dataset.k?null:s.dataset.k;draw()}});
 var f=w.closest('form');f.onsubmit=function(e){e.preventDefault();var bad=false;d.attrs.forEach(function(a,n){if(!pick[a.code]){bad=true;w.querySelectorAll('.need')[n].textContent='This is a required field.'}});if(bad)return;var b=$('.tocart');b.disabled=true;b.textContent='Adding...';
 var body=new URLSearchParams(new FormData(f));d.attrs.forEach(function(a){body.set('super_attribute['+a.code+']',pick[a.code])});
 fetch(f.action,{method:'POST',body:body,headers:{'X-Requested-With':'XMLHttpRequest'}}).then(function(){b.textContent='Added';return section()}).then(function(){scrollTo(0,0);setTimeout(function(){b.disabled=false;b.textContent='Add to Cart'},900)})}}
function checkout(w,d){function step(){var pay=location.hash=='#payment';$('.bar').children[0].className=pay?'':'now';$('.bar').children[1].className=pay?'now':'';$('#co-shipping').hidden=pay;$('#co-payment').hidden=!pay}
 w.insertAdjacentHTML('beforeend',$('#t-checkout').innerHTML);$('.load').remove();if(!location.hash)location.hash='#shipping';step();addEventListener('hashchange',step);
 var m=$('#customer-email');m.onblur=function(){if(m.value.indexOf('@')>0)fetch('/rest/default/V1/customers/isEmailAvailable',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({customerEmail:m.value})}).then(function(r){return r.json()}).then(function(free){$('.known').hidden=free})};
 $('#co-shipping-form').onsubmit=function(e){e.preventDefault();if(!m.value||!e.target.firstname.value||!e.target.street0.value){$('.miss').hidden=false;return}location.hash='#payment'};
 $('#place').onclick=function(){fetch('/rest/default/V1/guest-carts/x/payment-information',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({email:m.value})}).then(function(){location.href='/checkout/onepage/success/'})}}
if(document.cookie.indexOf('allow_save')<0&&$('.ck'))$('.ck').style.display='block';if($('.mc'))section();
</script>"""
TEMPLATES = """<script type="text/html" id="t-item"><li class="item"><a href="/{{k}}.html"><svg viewBox="0 0 90 100" width="100%" aria-hidden="true"><path d="M20 10h50l14 24-14 8v50H20V42L6 34z" fill="#cfd6d2"/></svg></a><strong><a href="/{{k}}.html">{{n}}</a></strong><div>{{stars}}</div><span class="price">{{price}}</span><div>{{stock}}</div></li></script>
<script type="text/html" id="t-line"><li><a href="/{{key}}.html">{{name}}</a><br>{{opts}}<br>Qty {{qty}} <a href="/checkout/cart/delete/?id={{row}}" title="Remove item">Remove</a></li></script>"""
TILL = """<script type="text/html" id="t-checkout"><div id="co-shipping"><h2>Shipping Address</h2><form class="form-login"><div class="fieldrow"><label for="customer-email">Email Address *</label><input type="email" id="customer-email" name="username" autocomplete="email"><small>You can create an account after checkout.</small></div><div class="known" hidden><p>You already have an account with us. Sign in or continue as guest.</p><div class="fieldrow"><label>Password</label><input type="password" name="password"></div><button type="button" class="act">Login</button></div></form>
<form id="co-shipping-form" novalidate>FIELDS<div class="fieldrow"><label for="c">Country *</label><select id="c" name="country_id"><option>Ireland</option><option>United Kingdom</option><option>Finland</option></select></div><h2>Shipping Methods</h2><table><tr><td><input type="radio" name="m" value="table" checked aria-label="Best Way"></td><td>€5.00</td><td>Best Way</td></tr><tr><td><input type="radio" name="m" value="flat" aria-label="Fixed"></td><td>€8.00</td><td>Fixed Rate</td></tr></table><p class="need miss" hidden>Please fill in the required fields.</p><button class="act">Next</button></form></div>
<div id="co-payment" hidden><h2>Payment Method</h2><label><input type="radio" name="p" checked> Check / Money order</label><p><button type="button" class="act" id="place">Place Order</button></p></div></script>""".replace(
    "FIELDS",
    "".join(
    f'<div class="fieldrow"><label for="i-{k}">{t}</label><input id="i-{k}" name="{k}"></div>'
    for k, t in (("firstname", "First Name *"), ("lastname", "Last Name *"), ("company", "Company"), ("street0", "Street Address: Line 1 *"), ("street1", "Street Address: Line 2"), ("city", "City *"), ("postcode", "Zip/Postal Code *"), ("telephone", "Phone Number *"))
    ),
)  # fmt: skip


def block(component: str, **data: object) -> str:
    return f'<script type="text/x-init" data-init>{json.dumps({"component": component, **data})}</script>'


@dataclass
class App(Shop):
    """Farrow Fell, an outdoor shop."""

    def page(self, r: Request, title: str, body: str, status: int = 200, till: bool = False) -> Response:
        top = '<div class="panel-top"><div>Default welcome msg! <a href="/customer/account/login/">Sign In</a><a href="/customer/account/create/">Create an Account</a></div></div>'
        head = (
            '<button class="tog" aria-label="Toggle Nav">☰</button><a class="brand" href="/">Farrow Fell</a><form class="find" action="/catalogsearch/result/"><label for="search">🔍</label><div class="w"><input id="search" name="q" placeholder="Search entire store here..."></div></form>'
            '<div class="mc" data-block="minicart"><a class="showcart" href="/checkout/cart/"><span class="visuallyhidden" aria-label="My Cart">🛒</span> <span class="num empty">0</span></a><div class="drop" role="dialog"></div></div>'
        )
        foot = (
            '<footer class="fcontent"><div><a href="/returns/">Returns</a><a href="/privacy-policy-cookie-restriction-mode/">Privacy and Cookie Policy</a><a href="/contact/">Contact Us</a></div>'
            '<form method="post" action="/newsletter/subscriber/new/"><label>Newsletter <input type="email" name="email" placeholder="Enter your email address"></label> <button class="act">Subscribe</button></form></footer>'
        )
        nav = '<nav class="sections"><a href="/men.html">Men</a><a href="/women.html">Women</a><a href="/sale.html">Sale</a></nav>'
        return html(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1.0, user-scalable=no"><style>{STYLE}</style></head><body><div class="page-wrap"><header>{"" if till else top}<div class="hcontent">{head if not till else "<a class=brand href=/>Farrow Fell</a><a href=/customer/account/login/>Sign In</a>"}</div></header>{"" if till else nav}'
            f'<main class="maincontent"><div data-bind="scope: messages"></div>{body}</main>{"" if till else foot}<small style="display:block;text-align:center;padding:10px">Copyright © 2013-present Farrow Fell Ltd.</small></div><div class="ck" style="display:none"><p><strong>We use cookies to make your experience better.</strong> To comply with the e-Privacy directive, we need to ask for your consent to set the cookies. <button class="act" id="btn-ck">Allow Cookies</button></p></div>{TEMPLATES}{BIND}</body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        path = r.path.strip("/")
        item = next((i for i in RANGE if path == i["k"] + ".html"), None)
        if item:
            return self.product(r, item)
        if path in ("", "men.html", "women.html", "sale.html", "catalogsearch/result"):
            word = r.query.get("q", "").lower()
            return self.page(r, "Home Page", f'<h1>{"Search results" if word else "New this week"}</h1><div>{block("listing", items=[i for i in RANGE if word in i["n"].lower()])}</div>')  # fmt: skip
        if path.startswith(("checkout", "rest", "customer/section")):
            return self.buying(r, path)
        return self.other(r, path)

    def product(self, r: Request, item: dict[str, Any]) -> Response:
        stars = (
            f'<div class="stars" title="{item["r"]}%">★★★★★<i style="width:{item["r"]}%">★★★★★</i></div> <a href="#reviews">{item["c"]} Review(s)</a>'
            if item["c"]
            else '<a href="#review-form">Be the first to review this product</a>'
        )
        if item["s"]:
            attrs = [
                {"code": "size", "label": "Size", "options": {k: {"l": v} for k, v in SIZES.items()}},
                {"code": "color", "label": "Color", "options": {k: {"l": v[0], "h": v[1]} for k, v in COLOURS.items()}},
            ]
            form = f'<form action="/checkout/cart/add/product/{item["id"]}/" method="post"><input type="hidden" name="product" value="{item["id"]}"><div class="swatch-opt">{block("swatches", attrs=attrs, stock=item["s"])}</div><p><label>Qty <input type="number" name="qty" value="1" min="1" style="width:54px"></label></p><button class="act tocart" title="Add to Cart">Add to Cart</button></form>'
        else:
            form = '<p class="need">Out of stock</p>'
        return self.page(
            r,
            item["n"],
            f'<div class="crumbs"><a href="/">Home</a>{item["n"]}</div><div class="view" itemscope itemtype="http://schema.org/Product"><div><svg viewBox="0 0 90 100" width="100%" aria-hidden="true"><path d="M20 10h50l14 24-14 8v50H20V42L6 34z" fill="#cfd6d2"/></svg></div><div><h1 itemprop="name">{item["n"]}</h1>{stars}'
            f'<p itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="price" content="{item["p"]}"><meta itemprop="priceCurrency" content="EUR"><b>€{item["p"]:.2f}</b> &nbsp; SKU#: FF{item["id"]}</p>{form}<p><a href="/customer/account/login/" data-post="wishlist">Add to Wish List</a> <a href="#" data-post="compare">Add to Compare</a></p></div></div><h2 id="reviews">Reviews</h2><p>{"Light and quiet. — Ewan" if item["c"] else ""}</p>',
        )

    def state(self, r: Request) -> dict[str, Any]:
        cart: dict[str, int] = r.session.setdefault("cart", {})
        items = []
        for row, qty in cart.items():
            ident, size, colour = row.split("_")
            it = next(i for i in RANGE if str(i["id"]) == ident)
            items.append(
                {
                    "row": row,
                    "key": it["k"],
                    "name": it["n"],
                    "qty": qty,
                    "opts": f"Size: {SIZES[size]}, Color: {COLOURS[colour][0]}",
                    "p": it["p"] * qty,
                }
            )
        return {"summary_count": sum(cart.values()), "subtotal": sum(i["p"] for i in items), "items": items}

    def buying(self, r: Request, path: str) -> Response:
        cart: dict[str, int] = r.session.setdefault("cart", {})
        if path == "customer/section/load":
            return json_response({"cart": self.state(r), "messages": r.session.pop("msg", [])})
        if path.startswith("checkout/cart/add"):
            size, colour = r.form.get("super_attribute[size]", ""), r.form.get("super_attribute[color]", "")
            item = next((i for i in RANGE if str(i["id"]) == r.form.get("product")), None)
            if item and item["s"] and f"{colour}-{size}" in item["s"]:
                row = f"{item['id']}_{size}_{colour}"
                cart[row] = cart.get(row, 0) + max(1, int(r.form.get("qty") or 1))
                r.session["msg"] = [
                    {"ok": True, "text": f'You added {item["n"]} to your <a href="/checkout/cart/">shopping cart</a>.'}
                ]
            else:
                r.session["msg"] = [{"ok": False, "text": "You need to choose options for your item."}]
            return json_response([])
        if path == "checkout/cart/delete":
            cart.pop(r.query.get("id", ""), None)
            return redirect("/checkout/cart/")
        if path == "checkout/cart":
            rows = "".join(
                f"<tr><td>{i['name']}<br>{i['opts']}</td><td>{i['qty']}</td><td>€{i['p']:.2f}</td></tr>"
                for i in self.state(r)["items"]
            )
            return self.cart_page(r, rows)
        return self.till(r, path, cart)

    def cart_page(self, r: Request, rows: str) -> Response:
        full = f'<table>{rows}</table><button type="button" class="act till">Proceed to Checkout</button>'
        return self.page(
            r,
            "Shopping Cart",
            f"<h1>Shopping Cart</h1>{full if rows else '<p>You have no items in your shopping cart.</p>'}",
        )

    def till(self, r: Request, path: str, cart: dict[str, int]) -> Response:
        if path.endswith("isEmailAvailable"):
            return json_response((r.json or {}).get("customerEmail") != "known@farrowfell.example")
        if path.endswith("payment-information"):
            self.orders += bool(cart)
            cart.clear()
            return json_response(1)
        if path.endswith("success"):
            return self.page(r, "Success", "<h1>Thank you for your purchase!</h1>")
        if not cart:
            return redirect("/checkout/cart/")
        return self.page(
            r,
            "Checkout",
            f'<ul class="bar"><li class="now">Shipping</li><li>Review &amp; Payments</li></ul><div id="checkout">{block("checkout")}<div class="load">Loading...</div></div>{TILL}',
            till=True,
        )

    def other(self, r: Request, path: str) -> Response:
        if r.method == "POST":
            self.accounts += path.startswith("customer/account")
            self.messages += path.startswith(("newsletter", "contact"))
            return redirect("/")
        fields = "".join(
            f'<div class="fieldrow"><label>{t}</label><input name="{t}"></div>'
            for t in ("Name *", "Email *", "Phone Number", "What’s on your mind? *")
        )
        pages = {
            "returns": "<h1>Returns</h1><p>Changed your mind? Send unworn goods back to us within 45 days of delivery and we refund the price in full, as soon as the parcel has been checked. Return postage is yours to pay. Faulty goods are collected at our cost.</p>",
            "privacy-policy-cookie-restriction-mode": "<h1>Privacy</h1><p>We keep what the order needs.</p>",
            "contact": f"<h1>Contact Us</h1><p>Jot us a note and we’ll get back to you as quickly as possible. Phone: +44 1539 555 010, Mon–Fri 9–5.</p><form method='post'>{fields}<button class='act'>Submit</button></form>",
            "customer/account/login": "<h1>Customer Login</h1><form method='post'><div class='fieldrow'><label>Email</label><input></div><div class='fieldrow'><label>Password</label><input type='password'></div><button class='act'>Sign In</button></form>",
        }
        return (
            self.page(r, path, pages[path])
            if path in pages
            else self.page(r, "404", "<h1>Whoops, our bad...</h1>", 404)
        )
