"""A potter's site made with a site builder: blocks with random names, div buttons, a cart that covers the page, a till elsewhere.

The home page sells nothing; pages are drawn by script from the builder's own page model.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

POTS: list[dict[str, Any]] = [
    {"id": "6f1c", "slug": "tide-mug", "name": "Tide Mug", "price": 28, "soldOut": False, "glaze": ["Chalk", "Kelp", "Storm"], "tone": "#6d8a96"},
    {"id": "71aa", "slug": "salt-cellar", "name": "Salt Cellar", "price": 22, "soldOut": True, "glaze": [], "tone": "#d8cab8"},
    {"id": "7b02", "slug": "pebble-bowl", "name": "Pebble Bowl", "price": 46, "soldOut": False, "glaze": [], "tone": "#8b8378"},
    {"id": "80d4", "slug": "harbour-jug", "name": "Harbour Jug", "price": 64, "soldOut": False, "glaze": [], "tone": "#47616e"},
]  # fmt: skip
CSS = """body{margin:0;background:#f4f1ec;color:#2f2a26;font:17px/1.7 "Cormorant Garamond",Garamond,Georgia,serif}.comp-hd7{display:flex;padding:28px 4vw;align-items:center}.comp-hd7 .ttl{font-size:30px;flex:1;cursor:pointer}.comp-nv2 span{margin-left:28px;cursor:pointer}.comp-bg1{display:none;cursor:pointer;width:34px}.comp-bg1 i{display:block;height:2px;background:#2f2a26;margin:9px 0}
.sec{padding:6vh 4vw}.fx{display:grid;grid-template-columns:1fr 1fr;gap:4vw;align-items:center}.gl{display:grid;grid-template-columns:repeat(3,1fr);gap:3vw}.gl .it{cursor:pointer;position:relative}.sbtn{display:inline-block;background:#2f2a26;color:#f4f1ec;padding:16px 40px;cursor:pointer;user-select:none;text-align:center}.sbtn.busy{opacity:.6}.sel{font:inherit;padding:10px;min-width:220px;background:transparent;border:1px solid #2f2a26}
.pill{position:fixed;right:22px;top:84px;background:#2f2a26;color:#fff;border-radius:30px;padding:10px 20px;cursor:pointer;z-index:20;display:none}.pill.on{display:block}.cover{position:fixed;inset:0;background:#f4f1ec;z-index:40;overflow:auto;padding:8vh 10vw;display:none}.cover.on{display:block}.cx{position:absolute;right:30px;top:24px;font-size:30px;cursor:pointer}.rw{display:grid;grid-template-columns:90px 1fr auto auto;gap:20px;align-items:center;border-bottom:1px solid #0002;padding:14px 0}
.navcover{position:fixed;inset:0;background:#f4f1ec;z-index:30;display:none;font-size:28px;padding:18vh 10vw}.navcover.on{display:block}.navcover div{padding:10px 0;cursor:pointer}.ftr{padding:50px 4vw;border-top:1px solid #0002;display:flex;gap:6vw;flex-wrap:wrap}.faq{border-top:1px solid #0003;padding:14px 0;cursor:pointer}.faq p{display:none}.faq.op p{display:block}.nl{position:fixed;inset:0;background:#2f2a26cc;z-index:50;display:none;place-items:center}.nl.on{display:grid}.nl>div{background:#f4f1ec;padding:50px;max-width:440px;position:relative;margin:12px}
.ckb{position:fixed;left:16px;bottom:16px;background:#fff;padding:16px 20px;z-index:45;font:14px sans-serif;max-width:320px}.ckb span{text-decoration:underline;cursor:pointer;margin-left:10px}input,textarea{font:inherit;padding:10px;border:1px solid #0004;background:#fff;box-sizing:border-box;width:100%;max-width:420px}
@media(max-width:800px){.comp-nv2{display:none}.comp-bg1{display:block}.fx{grid-template-columns:1fr}.gl{grid-template-columns:1fr 1fr}.rw{grid-template-columns:60px 1fr}.cover{padding:10vh 6vw}}"""
JS = r"""
var SITE=null,CART=[],PICK={},root=document.getElementById('SITE_CONTAINER');var gbp=function(n){return '£'+n.toFixed(2)};
function vase(p){return '<svg viewBox="0 0 80 80" width="100%" role="presentation"><rect width="80" height="80" fill="#e8e2d8"/><path d="M28 18h24l-3 12q14 10 6 34H25q-8-24 6-34z" fill="'+p.tone+'"/></svg>'}
var B={hero:function(b){return '<section class="sec fx"><div><h1>'+b.title+'</h1><p>'+b.text+'</p></div>'+vase({tone:'#6d8a96'})+'</section>'},text:function(b){return '<section class="sec">'+b.html+'</section>'},
store:function(){return '<section class="sec gl">'+SITE.pots.map(function(p){return '<div class="it" data-go="/shop/p/'+p.slug+'" role="link" tabindex="0">'+vase(p)+'<div>'+p.name+'</div><div>'+(p.soldOut?'sold out':gbp(p.price))+'</div></div>'}).join('')+'</section>'},
pot:function(b){var p=SITE.pots.filter(function(x){return x.slug==b.slug})[0];if(!p)return '<section class="sec">We couldn’t find that page.</section>';return '<section class="sec fx"><div>'+vase(p)+'</div><div><h1>'+p.name+'</h1><p>'+gbp(p.price)+'</p><p>Thrown by hand; each one is a little different.</p>'+(p.glaze.length?'<p><select class="sel" data-glaze aria-label="Select Glaze"><option value="">Select Glaze</option>'+p.glaze.map(function(g){return '<option>'+g+'</option>'}).join('')+'</select></p>':'')+(p.soldOut?'<p>sold out</p>':'<div class="sbtn" role="button" tabindex="0" data-add="'+p.id+'"><span>Add To Cart</span></div>')+'</div></section>'},
faq:function(b){return '<section class="sec"><h1>Shipping & Returns</h1>'+b.items.map(function(i){return '<div class="faq" role="button" tabindex="0" aria-expanded="false">'+i[0]+'<p>'+i[1]+'</p></div>'}).join('')+'</section>'},
form:function(b){return '<section class="sec"><h1>Contact</h1><p>Saltings Pottery<br>Studio 4, The Boatyard, Wivenhoe CO7 9EX<br>Open Thursday to Sunday, 11–4</p><form data-form><p>Name<input name="n"></p><p>Email<input name="e" type="email"></p><p>Message<textarea name="m" rows="5"></textarea></p><div class="sbtn" role="button" tabindex="0" data-send>Send</div></form></section>'}};
var PAGES={'/':[{t:'hero',title:'Clay, salt and slow afternoons',text:'I make pots for every day beside the river Colne.'},{t:'text',html:'<h2>About</h2><p>After twenty years in an office I bought a wheel. The kiln is fired twice a month.</p>'}],'/shop':[{t:'store'}],'/contact':[{t:'form'}],
'/shipping-returns':[{t:'faq',items:[['How do you pack?','In straw and recycled card. Breakages are replaced.'],['Can I send something back?','Yes. You may return unused pots within 21 days of delivery. Please email first, pack them as they came and send them by a tracked service; the postage is yours. I refund the price of the pot as soon as it is back in one piece.'],['Do you ship abroad?','To Ireland and the EU.']]}]};
function draw(){var u=location.pathname,bl=PAGES[u]||(u.indexOf('/shop/p/')==0?[{t:'pot',slug:u.slice(8)}]:[{t:'text',html:'<h1>We couldn’t find that page.</h1>'}]);
var nav=[['/shop','Shop'],['/contact','Contact']];root.innerHTML='<header class="comp-hd7"><div class="ttl" data-go="/">Saltings Pottery</div><div class="comp-nv2" role="navigation">'+nav.map(function(n){return '<span data-go="'+n[0]+'" role="link" tabindex="0">'+n[1]+'</span>'}).join('')+'</div><div class="comp-bg1" role="button" aria-label="Open menu" data-nav="1"><i></i><i></i></div></header><div class="navcover"><div data-nav="0" role="button" aria-label="Close menu">✕</div>'+nav.map(function(n){return '<div data-go="'+n[0]+'" role="link">'+n[1]+'</div>'}).join('')+'</div>'
+bl.map(function(b){return B[b.t](b)}).join('')+'<footer class="ftr"><div>Saltings Pottery © 2026<br>hello@saltings.example</div><div><a href="/shipping-returns" data-go="/shipping-returns">Shipping & Returns</a></div><form data-news><div>Letters from the kiln</div><input type="email" placeholder="Email Address"><div class="sbtn" role="button" data-sub>Sign Up</div></form></footer><div class="pill'+(CART.length?' on':'')+'" role="button" tabindex="0" data-open aria-label="Open cart">Cart '+CART.reduce(function(s,l){return s+l.qty},0)+'</div><div class="cover" role="dialog" aria-label="Cart"></div>'}
function cover(){var c=root.querySelector('.cover');c.innerHTML='<div class="cx" data-shut role="button" aria-label="Close cart">×</div><h1>Cart</h1>'+(CART.length?CART.map(function(l){return '<div class="rw">'+vase(l)+'<div>'+l.name+(l.opt?'<br><small>'+l.opt+'</small>':'')+'</div><div>'+l.qty+' × '+gbp(l.price)+'</div><div data-drop="'+l.key+'" role="button" aria-label="Remove">×</div></div>'}).join('')+'<p>Subtotal '+gbp(CART.reduce(function(s,l){return s+l.qty*l.price},0))+'</p><div class="sbtn" role="button" tabindex="0" data-till>Checkout</div>':'<p>You have nothing in your shopping cart.</p>');c.classList.add('on')}
function api(u,b){return fetch('/_api/'+u,b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:{}).then(function(r){return r.json()})}
function hit(e){var t=e.target.closest('[data-go],[data-add],[data-open],[data-shut],[data-till],[data-drop],[data-nav],[data-sub],[data-send],.faq,[data-nlx],[data-ok]');if(!t)return;var d=t.dataset;
if(d.go){e.preventDefault();history.pushState({},'',d.go);draw();scrollTo(0,0)}else if(d.nav)root.querySelector('.navcover').classList.toggle('on',d.nav=='1');else if('open' in d)cover();else if('shut' in d)root.querySelector('.cover').classList.remove('on');
else if('till' in d)location.href='/commerce/checkout?cartToken='+SITE.token;else if(d.drop)api('cart',{drop:d.drop}).then(function(c){CART=c;draw();cover()});else if(t.classList.contains('faq')){t.classList.toggle('op');t.setAttribute('aria-expanded',t.classList.contains('op'))}
else if('sub' in d)api('newsletter',{}).then(function(){t.closest('form,.nl>div').innerHTML='Thank you!'});else if('send' in d)api('form',{}).then(function(){t.closest('form').innerHTML='Thank you!'});else if('nlx' in d){sessionStorage.nl=1;t.closest('.nl').remove()}else if('ok' in d){localStorage.ck=1;t.closest('.ckb').remove()}
else if(d.add){var s=root.querySelector('[data-glaze]');if(s&&!s.value){alert('Please select all options before adding to cart.');return}if(t.classList.contains('busy'))return;t.classList.add('busy');t.firstChild.textContent='Adding…';api('cart',{id:d.add,opt:s?s.value:''}).then(function(c){CART=c;setTimeout(function(){t.firstChild.textContent='Added!';t.classList.remove('busy');var p=root.querySelector('.pill');p.classList.add('on');p.textContent='Cart '+CART.reduce(function(s,l){return s+l.qty},0);setTimeout(function(){t.firstChild.textContent='Add To Cart'},1800)},300)})}}
document.addEventListener('click',hit);document.addEventListener('keydown',function(e){if(e.key=='Enter'&&e.target.getAttribute('role'))hit(e)});onpopstate=draw;
api('site').then(function(s){SITE=s;CART=s.cart;draw();if(!localStorage.ck)document.body.insertAdjacentHTML('beforeend','<div class="ckb">By using this website, you agree to our use of cookies.<span role="button" tabindex="0" data-ok>Accept</span></div>');if(!sessionStorage.nl)setTimeout(function(){document.body.insertAdjacentHTML('beforeend','<div class="nl on"><div role="dialog" aria-label="Newsletter"><span data-nlx role="button" aria-label="Close" style="position:absolute;right:18px;top:10px;font-size:26px;cursor:pointer">×</span><h2>10% off your first pot</h2><p>Sign up for letters from the kiln.</p><input type="email" placeholder="Email Address"><p><span class="sbtn" role="button" data-sub>Sign Up</span></p></div></div>')},2000)});
"""
TILL = """<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Checkout — Saltings Pottery</title><style>body{font:15px/1.5 Helvetica,Arial,sans-serif;max-width:960px;margin:0 auto;padding:30px;display:grid;grid-template-columns:3fr 2fr;gap:50px}h3{border-bottom:1px solid #ddd;padding:18px 0;margin:0}.dim{color:#aaa}input{width:100%;padding:12px;box-sizing:border-box;border:1px solid #bbb;font:inherit}input[type=checkbox],input[type=radio]{width:auto}.go{background:#111;color:#fff;padding:16px;text-align:center;cursor:pointer;margin-top:14px}@media(max-width:700px){body{display:block;padding:16px}}</style></head><body><div>"""


@dataclass
class App(Shop):
    """Saltings Pottery."""

    def lines(self, r: Request) -> list[dict[str, Any]]:
        out = []
        for key, n in r.session.setdefault("cart", {}).items():
            ident, _, opt = key.partition("~")
            out.append({**next(p for p in POTS if p["id"] == ident), "key": key, "opt": opt, "qty": n})
        return out

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/_api/"):
            return self.api(r, r.path[6:])
        if r.path.startswith("/commerce/checkout"):
            return self.checkout(r)
        if "." in r.path:
            return Response("", 404)
        ld = [{"@context": "http://schema.org", "@type": "WebSite", "name": "Saltings Pottery", "url": "/"}, {"@context": "http://schema.org", "@type": "LocalBusiness", "name": "Saltings Pottery", "address": "Wivenhoe", "openingHours": ", , , , , , "}]  # fmt: skip
        return html(f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Saltings Pottery</title>{"".join(f"<script type=application/ld+json>{json.dumps(x)}</script>" for x in ld)}<style>{CSS}</style></head><body><div id="SITE_CONTAINER"></div><script>{JS}</script></body></html>')  # fmt: skip

    def api(self, r: Request, what: str) -> Response:
        d = r.json if isinstance(r.json, dict) else {}
        if what == "site":
            return json_response(
                {"pots": POTS, "cart": self.lines(r), "token": r.session.setdefault("token", "c0" + str(id(r.session)))}
            )
        self.messages += what in ("newsletter", "form")
        if what == "cart":
            self.lines(r)
            cart: dict[str, int] = r.session["cart"]
            cart.pop(str(d.get("drop")), None)
            pot = next((p for p in POTS if p["id"] == d.get("id")), None)
            if pot and not pot["soldOut"] and (not pot["glaze"] or d.get("opt") in pot["glaze"]):
                key = pot["id"] + ("~" + d["opt"] if pot["glaze"] else "")
                cart[key] = cart.get(key, 0) + 1
        return json_response(self.lines(r))

    def checkout(self, r: Request) -> Response:
        if not self.lines(r):
            return redirect("/shop")
        if r.path.endswith("/delivery"):
            fields = "".join(
                f'<p><input name="{k}" placeholder="{k}"></p>'
                for k in ("First Name", "Last Name", "Address", "City", "Postcode", "Phone")
            )
            return html(
                f'{TILL}<h3>2. Delivery</h3><form method="post" action="/commerce/checkout/pay">{fields}<p><input type="radio" name="pay" checked> Credit Card</p><button>Purchase</button></form></div></body></html>'
            )
        if r.path.endswith("/pay") and r.method == "POST":
            self.orders += 1
            r.session["cart"] = {}
            return html(f"{TILL}<h1>Order confirmed</h1></div></body></html>")
        rows = "".join(f"<p>{x['qty']} × {x['name']} {x['opt']} £{x['price']:.2f}</p>" for x in self.lines(r))
        return html(
            f'{TILL}<h1>Checkout</h1><h3>1. Your Email</h3><form method="post" action="/commerce/checkout/delivery" id="f"><p><input type="email" name="email" placeholder="Email Address" aria-label="Email Address"></p><p>You’ll receive receipts and notifications at this email.</p><label><input type="checkbox" name="news"> Sign me up to receive news and updates</label><div class="go" role="button" tabindex="0" onclick="var m=this.parentNode.email;if(m.value.indexOf(\'@\')>0)this.parentNode.submit();else m.focus()">Continue</div></form>'
            f'<h3 class="dim">2. Delivery</h3><h3 class="dim">3. Payment</h3></div><div><h3>Order Summary</h3>{rows}<p><a href="/shop">Return to cart</a></p></div></body></html>'
        )
