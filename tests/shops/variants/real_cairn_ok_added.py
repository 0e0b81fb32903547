"""An English map shop: adding opens a box that asks 'What next?', the till unfolds step by step from an e-mail address.

The guest comes first and the sign-in is a small link in the first step.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug: name, pence, in stock, scale, stars
MAPS: dict[str, tuple[str, int, bool, str, int]] = {
    "cheviot-borders": ("Cheviot Borders", 1250, False, "1:25 000", 0),
    "howgill-fells": ("Howgill Fells", 1195, True, "1:25 000", 5),
    "isle-of-rum": ("Isle of Rùm", 1350, True, "1:40 000", 4),
    "north-pennines": ("North Pennines", 1195, True, "1:50 000", 0),
    "black-mountains": ("Black Mountains", 1195, True, "1:25 000", 0),
    "long-mynd": ("Long Mynd & Stiperstones", 1095, True, "1:25 000", 0),
}
EDITIONS = {"paper": "Folded paper", "weather": "Weatherproof", "wall": "Flat, for the wall"}
LOOK = """*,::before,::after{box-sizing:border-box}body{margin:0;font:15px/1.6 Montserrat,"Segoe UI",sans-serif;color:#333}a{color:#1f4e5f}.util{background:#f4f2ee;font-size:13px}.util ul{list-style:none;margin:0 auto;max-width:1200px;display:flex;justify-content:flex-end;gap:24px;padding:11px 20px}.util button{background:none;border:0;font:inherit;padding:0;cursor:pointer;color:#1f4e5f}.util li{position:relative}.badge{background:#1f4e5f;color:#fff;border-radius:50%;padding:1px 6px;font-size:11px}.mast{text-align:center;padding:22px}.mast a{font:600 30px Montserrat,sans-serif;letter-spacing:.06em;text-decoration:none;color:#1f4e5f}.cats{display:flex;justify-content:center;gap:34px;border-bottom:1px solid #ddd;padding-bottom:14px}.cats a{text-decoration:none;color:#333}.mnu{display:none}
.peek{position:absolute;right:0;top:34px;width:300px;background:#fff;border:1px solid #ccc;padding:16px;z-index:15;box-shadow:0 6px 18px #0002}.wrap{max-width:1200px;margin:0 auto;padding:0 20px}.hero{background:#2f5d50;color:#fff;padding:90px 20px;text-align:center}.tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:28px;list-style:none;padding:0}.tile figure{margin:0;position:relative;background:#eef1ec}.tile figure>div{position:absolute;inset:auto 0 0;padding:14px;display:none;gap:8px;justify-content:center}.small{background:#fff;border:1px solid #999;padding:7px 12px;font:13px Montserrat,sans-serif;cursor:pointer;text-decoration:none;color:#333}.tile h3{margin:8px 0 2px;font-size:16px}.tile h3 a{color:inherit;text-decoration:none}.oos{color:#9c2b2b;font-size:13px}@media(hover:hover) and (min-width:801px){.tile figure:hover>div{display:flex}}.stars{color:#c98a00}
.pv{display:grid;grid-template-columns:1fr 1fr;gap:44px;padding-top:26px}.pick{display:flex;gap:8px;flex-wrap:wrap;border:0;padding:0;margin:0 0 16px}.pick input{position:absolute;opacity:0;width:1px;height:1px}.pick label span{display:block;border:1px solid #aaa;padding:9px 15px;cursor:pointer}.pick input:checked+span{border-color:#1f4e5f;box-shadow:inset 0 0 0 1px #1f4e5f}.pick input:focus-visible+span{outline:2px solid}.btn{display:inline-block;background:#1f4e5f;color:#fff;border:1px solid #1f4e5f;padding:12px 30px;font:600 15px Montserrat,sans-serif;cursor:pointer;text-decoration:none;text-align:center}.btn.pale{background:#fff;color:#1f4e5f}.veil{position:fixed;inset:0;background:#0008;z-index:30;display:grid;place-items:center}.box{background:#fff;width:min(820px,94vw);max-height:92vh;overflow:auto;padding:26px;position:relative}.box>.shut{position:absolute;right:12px;top:8px;background:none;border:0;font-size:26px;cursor:pointer}.next{display:grid;grid-template-columns:1fr 1fr;gap:30px}.next .btn{display:block;margin-bottom:10px}.warn{color:#9c2b2b}
.lines{width:100%;border-collapse:collapse}.lines td{border-bottom:1px solid #ddd;padding:12px 6px}.fold{border-top:1px solid #ddd;padding:18px 0;display:flex;gap:14px}.foot{background:#f4f2ee;margin-top:60px;padding:40px 0}.foot .wrap{display:grid;grid-template-columns:repeat(4,1fr);gap:28px}.foot svg{width:44px;margin-right:6px}.till{display:grid;grid-template-columns:1.7fr 1fr;gap:50px;max-width:1040px;margin:0 auto;padding:24px 20px}.step{border-bottom:1px solid #ddd;padding:18px 0}.step h2{font-size:20px;margin:0;color:#999}.step.on h2{color:#333}.fi{display:block;margin:14px 0}.fi input,.fi select,.fi textarea{display:block;width:100%;padding:11px;border:1px solid #aaa;font:inherit}.sum{border:1px solid #ddd;padding:18px;align-self:start}.biscuit{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:2px solid #1f4e5f;padding:14px 20px;display:flex;gap:12px;align-items:center;z-index:25;font-size:14px}.biscuit p{flex:1;margin:0}
@media(max-width:800px){.util{display:none}.mast{display:flex;justify-content:space-between;align-items:center;padding:10px 14px}.mast a{font-size:20px}.mnu{display:block;background:none;border:0;font-size:24px}.mast .mcart{font-size:15px;position:relative}.cats{display:none;flex-direction:column;gap:0;padding:0 14px 14px}.cats.open{display:flex}.cats a{padding:10px 0;border-bottom:1px solid #eee}.tiles{grid-template-columns:1fr 1fr;gap:14px}.pv,.next,.foot .wrap,.till{grid-template-columns:1fr}.till .sum{order:-1}.pv .btn{width:100%}.biscuit{flex-wrap:wrap}.biscuit p{flex-basis:100%}}@media(min-width:801px){.mcart,.onlysmall{display:none}}"""
CODE = r"""
(()=>{const one=(s,r=document)=>r.querySelector(s),all=(s,r=document)=>[...r.querySelectorAll(s)],esc=t=>t.replace(/[&<]/g,c=>c==='&'?'&amp;':'&lt;');
const call=async(u,b)=>{const r=await fetch(u,b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:{});return r.json()};
function layer(inner){all('.veil').forEach(v=>v.remove());const v=document.createElement('div');v.className='veil';v.innerHTML='<div class="box" role="dialog" aria-modal="true"><button class="shut" aria-label="Close">×</button>'+inner+'</div>';v.onclick=e=>{if(e.target===v||e.target.closest('.shut,[data-shut]'))v.remove()};document.body.append(v);return v}
function wire(root){const f=one('form.buy',root);if(!f)return;f.onsubmit=async e=>{e.preventDefault();const b=one('[type=submit]',f);b.disabled=true;b.value='Adding to cart…';const s=await call('/api/cart',{map:f.dataset.map,edition:f.edition.value,qty:+f.qty.value||1});b.disabled=false;b.value='Add to Cart';if(s.error){one('.warn',f).textContent=s.error;return}all('.badge').forEach(x=>{x.textContent=s.count});
 layer('<h2>Ok, 1 item was added to your cart. What next?</h2><div class="next"><div><b>'+esc(s.last.name)+'</b><p>'+s.last.edition+'<br>'+f.qty.value+' × '+s.last.price+'</p></div><div><a class="btn" href="/checkout">Proceed to checkout</a><p>Order subtotal <b>'+s.total+'</b><br>Your cart contains '+s.count+' item(s)</p><button class="btn pale" data-shut style="width:100%">Continue shopping</button><a class="btn pale" href="/cart">View or edit your cart</a></div></div>')}}
wire(document);
all('[data-quick]').forEach(b=>b.onclick=async()=>{const t=await(await fetch('/quick/'+b.dataset.quick)).text();wire(layer(t))});
all('[data-toggle]').forEach(b=>b.onclick=()=>{const t=one(b.dataset.toggle);if(t.classList.contains('cats'))t.classList.toggle('open');else t.hidden=!t.hidden});
const p=one('#peekbtn');if(p)p.onclick=async()=>{const old=one('.peek.bag');if(old){old.remove();return}const s=await call('/api/cart');p.parentElement.insertAdjacentHTML('beforeend','<div class="peek bag">'+(s.count?s.lines.map(l=>'<p>'+l.qty+' × '+esc(l.name)+' '+l.price+'</p>').join('')+'<a class="btn" href="/checkout" style="padding:9px 14px">Check out now</a> <a href="/cart">View cart</a>':'Your cart is empty')+'</div>')};
const c=one('#checkout-app');if(c)setTimeout(async()=>{const s=await call('/api/cart');const head=['Customer','Shipping','Billing','Payment'];let at=0;
 const body=['<p>Checking out as a guest? You will be able to save your details to create an account with us later.</p><form data-step><label class="fi">Email<input type="email" name="email" required autocomplete="email"></label><label style="display:block;margin-bottom:14px"><input type="checkbox" name="news"> Subscribe to our newsletter.</label><button class="btn">Continue</button></form><p>Already have an account? <a href="#" data-sign>Sign in now</a></p>','<form data-step>'+['First name','Last name','Address','Postcode'].map(t=>'<label class="fi">'+t+'<input name="'+t+'" required></label>').join('')+'<button class="btn">Continue</button></form>','<form data-step><label><input type="checkbox" checked> My billing address is the same</label><p><button class="btn">Continue</button></p></form>','<form data-pay><label class="fi">Card number<input name="card" required></label><button class="btn">Place order</button></form>'];
 const draw=()=>{c.innerHTML='<div>'+head.map((h,i)=>'<section class="step'+(i===at?' on':'')+'"><h2>'+(i+1)+' '+h+'</h2>'+(i===at?body[i]:'')+'</section>').join('')+'</div><aside class="sum"><b>Order summary</b> <a href="/cart" style="float:right">Edit cart</a>'+s.lines.map(l=>'<p>'+l.qty+' × '+esc(l.name)+'<br><small>'+l.edition+'</small> '+l.price+'</p>').join('')+'<p>Subtotal '+s.total+'</p><p>Shipping --</p><a href="#" data-code>Promo/gift certificate</a></aside>'};
 c.addEventListener('submit',async e=>{e.preventDefault();if('step' in e.target.dataset){at++;draw()}else if('pay' in e.target.dataset){await call('/api/order',{});c.innerHTML='<h1>Thank you!</h1>'}else{await call('/api/signin',{});one('.warn',c).textContent='The email address or password is not right.'}});
 c.addEventListener('click',e=>{if(e.target.matches('[data-sign],[data-code],[data-back]'))e.preventDefault();if(e.target.matches('[data-sign]'))one('.step.on',c).innerHTML='<h2>1 Customer</h2><form><p>Returning customer</p><p class="warn"></p><label class="fi">Email<input type="email"></label><label class="fi">Password<input type="password"></label><button class="btn">Sign in</button> <a href="#" data-back>Cancel</a></form>';if(e.target.matches('[data-back]'))draw();if(e.target.matches('[data-code]'))e.target.outerHTML='<label class="fi">Code<input></label>'});draw()},1100);
if(!localStorage.biscuit){const d=document.createElement('div');d.className='biscuit';d.innerHTML='<p>We use cookies (and other similar technologies) to collect data to improve your experience.</p><button class="small">Settings</button><button class="small">Reject all</button><button class="btn" style="padding:9px 18px">Accept all cookies</button>';d.onclick=e=>{if(e.target.tagName==='BUTTON'){localStorage.biscuit='1';d.remove()}};document.body.append(d)}
})();"""
RETURNS = "<h1>Shipping &amp; returns</h1><h2>Shipping</h2><p>Royal Mail 48, posted in a stiff tube or envelope.</p><h2>Returns</h2><p>Send any map back within 28 days of delivery, so long as nobody has walked with it. Put your order number in the parcel and post it to 9 Kirkgate, Sedbergh. You pay the postage, unless we sent the wrong sheet. We refund the price to the card you used within five working days of getting it.</p>"
PAY = "".join(f'<svg viewBox="0 0 44 28" role="img" aria-label="{t}"><rect width="44" height="28" rx="3" fill="#fff" stroke="#999"/><text x="22" y="17" font-size="8" text-anchor="middle">{t}</text></svg>' for t in ("Visa", "Mastercard", "PayPal"))  # fmt: skip


def gbp(pence: int) -> str:
    return f"£{pence / 100:.2f}"


@dataclass
class App(Shop):
    """Cairn & Contour, Sedbergh."""

    def cart(self, q: Request) -> dict[str, Any]:
        held: dict[str, int] = q.session.setdefault("cairn", {})
        lines = []
        for key, n in held.items():
            slug, _, edition = key.partition(":")
            lines.append({"key": key, "name": MAPS[slug][0], "edition": EDITIONS[edition], "qty": n, "price": gbp(MAPS[slug][1]), "sum": MAPS[slug][1] * n})  # fmt: skip
        return {"lines": lines, "count": sum(held.values()), "total": gbp(sum(line["sum"] for line in lines))}

    def api(self, q: Request, what: str) -> Response:
        data = q.json if isinstance(q.json, dict) else {}
        if what == "order":
            self.orders += 1
        if what == "cart" and q.method == "POST":
            slug, edition = str(data.get("map")), str(data.get("edition"))
            if slug not in MAPS or not MAPS[slug][2]:
                return json_response({"error": "This map is out of stock."})
            if edition not in EDITIONS:
                return json_response({"error": "Please choose an edition."})
            held = q.session.setdefault("cairn", {})
            key = f"{slug}:{edition}"
            held[key] = held.get(key, 0) + max(1, int(data.get("qty") or 1))
            last = next(line for line in self.cart(q)["lines"] if line["key"] == key)
            return json_response({**self.cart(q), "last": last})
        return json_response(self.cart(q))

    def page(self, q: Request, title: str, main: str, bare: bool = False, status: int = 200) -> Response:
        n = self.cart(q)["count"]
        search = '<form action="/search"><input name="q" type="search" placeholder="Search the store" aria-label="Search the store"></form>'  # fmt: skip
        util = f'<div class="util"><ul><li><button data-toggle="#find">Search</button><div id="find" class="peek" hidden>{search}</div></li><li><a href="/login">Sign in</a> or <a href="/register">Register</a></li><li><button id="peekbtn">Cart <span class="badge">{n}</span></button></li></ul></div>'
        mast = f'<div class="mast"><button class="mnu" data-toggle=".cats" aria-label="Toggle menu">☰</button><a href="/">CAIRN &amp; CONTOUR</a><a class="mcart" href="/cart" aria-label="Cart with {n} items">🛒<span class="badge">{n}</span></a></div>'
        cats = f'<nav class="cats"><span class="onlysmall">{search}</span><a href="/">Maps</a><a href="/shipping-returns">Shipping &amp; returns</a><a href="/contact">Contact us</a><a class="onlysmall" href="/login">Sign in</a></nav>'
        foot = f'<footer class="foot"><div class="wrap"><div><b>Navigate</b><br><a href="/shipping-returns">Shipping &amp; returns</a><br><a href="/contact">Contact us</a></div><div><b>Info</b><br>9 Kirkgate<br>Sedbergh LA10 5HG<br>Call us at 01632 960388</div><form action="/subscribe" method="post"><b>Subscribe to our newsletter</b><br><input type="email" name="e" placeholder="Your email address" aria-label="Email address"> <button class="small">Subscribe</button></form><div>{PAY}</div></div></footer>'
        top = '<div class="mast" style="display:block"><a href="/">CAIRN &amp; CONTOUR</a></div>' if bare else util + mast + cats  # fmt: skip
        return html(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} - Cairn &amp; Contour</title><style>{LOOK}</style></head><body>{top}{main}{"" if bare else foot}<script>{CODE}</script></body></html>',
            status,
        )

    def picture(self, slug: str) -> str:
        w = len(slug)
        return f'<svg viewBox="0 0 90 70" role="img" aria-label="{MAPS[slug][0]}"><g fill="none" stroke="#7a8f6a"><circle cx="45" cy="35" r="{w}"/><circle cx="46" cy="34" r="{w + 8}"/><circle cx="48" cy="36" r="{w + 15}"/></g></svg>'

    def buy(self, slug: str) -> str:
        if not MAPS[slug][2]:
            return '<p class="warn">Out of stock. A reprint is due in spring.</p>'
        radios = "".join(f'<label><input type="radio" name="edition" value="{k}" required><span>{t}</span></label>' for k, t in EDITIONS.items())  # fmt: skip
        return f'<form class="buy" data-map="{slug}"><p>Edition: <small>Required</small></p><fieldset class="pick">{radios}</fieldset><p class="warn" role="alert"></p><p><label>Quantity: <input name="qty" type="tel" value="1" size="3" style="padding:9px"></label></p><input type="submit" class="btn" value="Add to Cart"></form>'

    def product(self, q: Request, slug: str) -> Response:
        name, pence, stock, scale, stars = MAPS[slug]
        ld = {"@context": "https://schema.org/", "@type": "Product", "name": name, "offers": {"@type": "Offer", "price": pence / 100, "priceCurrency": "GBP", "availability": "InStock" if stock else "OutOfStock"}}  # fmt: skip
        reviews = f'<p><span class="stars" role="img" aria-label="{stars} out of 5">{"★" * stars}</span> <b>Clear as a bell</b><br>Posted by Hilary. Every sheepfold is on it.</p>' if stars else "<p>No reviews yet.</p>"  # fmt: skip
        return self.page(q, name, f'<script type="application/ld+json">{json.dumps(ld)}</script><div class="wrap pv"><div>{self.picture(slug)}</div><div><h1>{name}</h1><p style="font-size:22px">{gbp(pence)}</p><p>Scale {scale}</p>{self.buy(slug)}<h4>Description</h4><p>Surveyed on foot, printed in Kendal.</p></div></div><div class="wrap"><h2>{1 if stars else 0} Reviews</h2>{reviews}</div>')  # fmt: skip

    def cart_page(self, q: Request) -> Response:
        if q.query.get("remove"):
            q.session.setdefault("cairn", {}).pop(q.query["remove"], None)
            return redirect("/cart")
        cart = self.cart(q)
        rows = "".join(f'<tr><td>{line["name"]}<br><small>Edition: {line["edition"]}</small></td><td>{line["qty"]}</td><td>{gbp(line["sum"])}</td><td><a href="/cart?remove={line["key"]}" aria-label="Remove {line["name"]} from cart">×</a></td></tr>' for line in cart["lines"])  # fmt: skip
        full = f'<table class="lines">{rows}</table><p>Coupon code: <button class="small">Add coupon</button></p><p>Grand total: <b>{cart["total"]}</b></p><a class="btn" href="/checkout">Check out</a>'
        return self.page(q, "Cart", f'<div class="wrap"><h1>Your cart ({cart["count"]} items)</h1>{full if rows else "<p>Your cart is empty.</p>"}</div>')  # fmt: skip

    def home(self, q: Request) -> Response:
        word = q.query.get("q", "").lower()
        tiles = "".join(f'<li class="tile"><figure><a href="/{k}/">{self.picture(k)}</a><div><button class="small" data-quick="{k}">Quick view</button><a class="small" href="/{k}/">{"Choose options" if m[2] else "Out of stock"}</a></div></figure><h3><a href="/{k}/">{m[0]}</a></h3>{gbp(m[1])} <span class="stars">{"★" * m[4]}</span>{"" if m[2] else "<p class=oos>Out of stock</p>"}</li>' for k, m in MAPS.items() if word in m[0].lower())  # fmt: skip
        return self.page(q, "Walkers' maps", f'<div class="hero"><h1>Know where you stand</h1></div><div class="wrap"><h2>Featured maps</h2><ul class="tiles">{tiles or "Nothing found."}</ul></div>')  # fmt: skip

    def handle(self, q: Request) -> Response:
        path = q.path.strip("/")
        if path.startswith("api/"):
            return self.api(q, path[4:])
        if path.startswith("quick/") and path[6:] in MAPS:
            return html(f'<div class="next"><div>{self.picture(path[6:])}</div><div><h2>{MAPS[path[6:]][0]}</h2><p>{gbp(MAPS[path[6:]][1])}</p>{self.buy(path[6:])}</div></div>')  # fmt: skip
        if path in MAPS:
            return self.product(q, path)
        if path in ("", "search"):
            return self.home(q)
        if path == "cart":
            return self.cart_page(q)
        if path == "checkout":
            return self.page(q, "Checkout", '<main id="checkout-app" class="till"><p>Loading…</p></main>', bare=True) if self.cart(q)["count"] else redirect("/cart")  # fmt: skip
        if q.method == "POST":
            self.messages += path in ("contact", "subscribe")
            self.accounts += path == "register"
            return self.page(q, "Thank you", '<div class="wrap"><p>Thank you.</p></div>')
        field = lambda t, y="text": f'<label class="fi">{t}<input type="{y}" name="{t}"></label>'  # noqa: E731
        texts = {"shipping-returns": RETURNS, "contact": f'<h1>Contact us</h1><form method="post">{field("Full name")}{field("Email address", "email")}<label class="fi">Comments<textarea name="c"></textarea></label><button class="btn">Submit form</button></form>', "login": f'<h1>Sign in</h1><form method="post">{field("Email address")}{field("Password", "password")}<button class="btn">Sign in</button></form><h2>New customer?</h2><a class="btn pale" href="/register">Create account</a>', "register": f'<h1>New account</h1><form method="post">{field("Email address")}{field("Password", "password")}<button class="btn">Create account</button></form>'}  # fmt: skip
        known = path in texts
        return self.page(q, "Cairn", f'<div class="wrap">{texts.get(path, "<p>Not found.</p>")}</div>', status=200 if known else 404)  # fmt: skip
