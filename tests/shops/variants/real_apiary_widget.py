"""A bee-keeper's company site whose shop is a widget: a script draws catalogue, cart and till into one div under hash routes.

The shop is found only behind 'Store' in the menu; the other pages are plain and know nothing of it but the floating bag.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response

STOCK: list[dict[str, Any]] = [
    {"id": 7301, "t": "Heather Comb", "p": 18.5, "left": 0, "o": []},
    {"id": 7302, "t": "Clover Honey", "p": 9.0, "left": 30, "o": ["250 g", "500 g", "1 kg"]},
    {"id": 7303, "t": "Beeswax Candle Pair", "p": 14.0, "left": 8, "o": []},
    {"id": 7304, "t": "Propolis Balm", "p": 11.25, "left": 5, "o": []},
    {"id": 7305, "t": "Lime Blossom Honey", "p": 10.0, "left": 12, "o": ["250 g", "500 g"]},
]
SITE_CSS = """body{margin:0;font:17px/1.7 Lora,Georgia,serif;color:#3a2f1b}header{display:flex;justify-content:space-between;align-items:center;padding:18px 40px;background:#fff8e6;flex-wrap:wrap}header b{font-size:24px}nav.site a{margin-left:26px;color:inherit;text-decoration:none}.mnu{display:none;font-size:26px;background:none;border:0}section,main{max-width:1000px;margin:0 auto;padding:30px 22px}.splash{background:#f4c95d;max-width:none;text-align:center;padding:90px 22px}footer{background:#3a2f1b;color:#f7ecd0;padding:30px 40px;margin-top:50px}footer a{color:#f4c95d}input,textarea{font:inherit;padding:9px;max-width:100%;box-sizing:border-box}
@media(max-width:700px){.mnu{display:block}nav.site{display:none;flex-basis:100%}nav.site.show{display:grid;gap:12px;padding-top:12px}nav.site a{margin:0}header{padding:14px 18px}}"""
WIDGET = r"""(()=>{const C=`.xw{font:15px/1.5 system-ui;color:#222;min-height:400px}.xw *{box-sizing:border-box}.xw-g{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:18px}.xw-c{cursor:pointer}.xw-c a{color:inherit;text-decoration:none}.xw-s{color:#888}.xw-b{display:block;width:100%;max-width:340px;border:0;border-radius:3px;background:#b36b00;color:#fff;padding:14px;font:600 16px system-ui;cursor:pointer;margin:8px 0}.xw-b--2{background:#eee;color:#222}.xw-d{display:grid;grid-template-columns:1fr 1fr;gap:28px}.xw-l{display:flex;justify-content:space-between;border-bottom:1px solid #ddd;padding:12px 0}.xw-f{border-top:1px solid #ddd;margin-top:40px;padding:12px 0;font-size:13px}.xw-f a{margin-right:14px;color:#555}.xw-i{display:block;width:100%;max-width:420px;padding:12px;border:1px solid #aaa;margin:4px 0 12px;font:inherit}.xw-sp{width:34px;height:34px;border:3px solid #ddd;border-top-color:#b36b00;border-radius:50%;animation:xw 1s linear infinite;margin:80px auto}@keyframes xw{to{transform:rotate(1turn)}}.xw-step{color:#999;border-top:1px solid #ddd;padding:12px 0}.xw-mini{position:fixed;right:20px;bottom:20px;background:#222;color:#fff;border-radius:30px;padding:12px 18px;font:15px system-ui;cursor:pointer;text-decoration:none;z-index:20}@media(max-width:640px){.xw-d{grid-template-columns:1fr}.xw-g{grid-template-columns:1fr 1fr}}`;
const st=document.createElement('style');st.textContent=C;document.head.append(st);const box=document.querySelector('[id^=my-store]');let P=[],K={lines:[],n:0,sum:0},added=0;const m=x=>'€'+x.toFixed(2);
const api=(u,d)=>fetch('/widget/'+u,d?{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}:{}).then(r=>r.json());
const pic=p=>`<svg viewBox="0 0 80 80" width="100%" role="img" aria-label="${p.t}"><rect width="80" height="80" fill="#fdf3d8"/><path d="M26 26h28v8l4 6v26H22V40l4-6z" fill="#d9920a"/></svg>`;const slug=p=>'#!/'+p.t.replace(/ /g,'-')+'/p/'+p.id;
const foot='<div class="xw-f"><a href="#!/~/account">My Account</a><a href="#!/~/cart">Shopping Bag</a><a href="#!/~/legal/returns">Return Policy</a><a href="#!/~/legal/shipping">Shipping &amp; Payment Info</a></div>';
function mini(){let a=document.querySelector('.xw-mini');if(!K.n){a&&a.remove();return}if(!a){a=document.createElement('a');a.className='xw-mini';a.href='/store#!/~/cart';document.body.append(a)}a.setAttribute('aria-label','Bag, '+K.n);a.textContent='👜 '+K.n}
const grid=()=>`<div class="xw-g">${P.map(p=>`<div class="xw-c" data-go="${slug(p)}">${pic(p)}<div><a href="${slug(p)}">${p.t}</a></div><div>${p.left?m(p.p):'<span class="xw-s">Sold out</span>'}</div></div>`).join('')}</div>`;
function prod(p){return `<div><a href="#!/">Store</a> / ${p.t}</div><div class="xw-d"><div>${pic(p)}</div><div><h1>${p.t}</h1><p>${m(p.p)}</p>${p.left?(p.o.length?'<p>Size</p>'+p.o.map((o,i)=>`<label style="display:block"><input type="radio" name="xwo" value="${o}" ${i?'':'checked'}> ${o}</label>`).join(''):'')+(added===p.id?'<p>✓ Added to your bag</p><button class="xw-b" data-cart>Go to Checkout</button>':'')+`<button class="xw-b ${added===p.id?'xw-b--2':''}" data-add="${p.id}">${added===p.id?'Add More':'Add to Bag'}</button>`:'<p class="xw-s">Sold out</p>'}<p>Share: <a href="https://example.org/share">f</a></p></div></div>`}
const bag=()=>K.n?`<h1>Shopping Bag</h1>${K.lines.map(l=>`<div class="xw-l"><span>${l.t} ${l.o}</span><span>${l.n} × ${m(l.p)} <a href="#" data-del="${l.key}" aria-label="Remove">✕</a></span></div>`).join('')}<p>Subtotal <b>${m(K.sum)}</b></p><button class="xw-b" data-till>Checkout</button><p>Taxes and shipping are worked out at checkout</p>`:'<h1>Shopping Bag</h1><p>Your bag is empty.</p><a href="#!/">Browse Store</a>';
const till=()=>K.n?`<div class="xw-d"><form data-mail><h1>Checkout</h1><h3>Your email</h3><input class="xw-i" type="email" name="email" aria-label="Your email" placeholder="Your email" required><label><input type="checkbox" name="news"> Keep me up to date on news and offers</label><button class="xw-b">Continue</button><div class="xw-step">Delivery address</div><div class="xw-step">Delivery method</div><div class="xw-step">Payment</div></form><div><h3>Your order</h3>${K.lines.map(l=>`<div class="xw-l"><span>${l.t} ${l.o}</span><span>${m(l.p*l.n)}</span></div>`).join('')}<p>Total <b>${m(K.sum)}</b></p></div></div>`:bag();
const addr=()=>`<form data-addr><h1>Delivery address</h1>${['First and last name','Street','City','Postal code','Phone'].map(x=>`<input class="xw-i" placeholder="${x}" aria-label="${x}">`).join('')}<button class="xw-b">Place Order</button></form>`;
const legal={returns:'<h1>Return Policy</h1><p>You may return unopened jars and unused candles within 21 days of delivery. Write to bees@lukehill.example first and we will tell you where to send the parcel. You pay the postage back. We refund the full price of the goods within 7 days after the parcel has arrived.</p>',shipping:'<h1>Shipping &amp; Payment Info</h1><p>We post on Mondays and Thursdays.</p>'};
function draw(){if(!box)return;const h=decodeURI(location.hash),i=h.match(/\/p\/(\d+)/),p=i&&P.find(x=>x.id==i[1]);box.innerHTML='<div class="xw">'+(p?prod(p):h.startsWith('#!/~/cart')?bag():h.startsWith('#!/~/checkout')?till():h.startsWith('#!/~/legal')?legal[h.split('/')[3]]:h.startsWith('#!/~/account')?'<h1>Sign in</h1><p>We will mail you a link.</p><form data-acc><input class="xw-i" type="email" placeholder="Email"><button class="xw-b">Get sign-in link</button></form>':'<h1>Store</h1>'+grid())+foot+'</div>';mini()}
document.addEventListener('click',async e=>{const t=e.target,g=t.closest('[data-go]'),a=t.closest('[data-add]'),d=t.closest('[data-del]');if(g)location.hash=g.dataset.go;if(t.closest('[data-cart]'))location.hash='#!/~/cart';if(t.closest('[data-till]')){t.textContent='Please wait…';setTimeout(()=>location.hash='#!/~/checkout',500)}
if(d){e.preventDefault();K=await api('bag',{key:d.dataset.del,n:0});draw()}if(a){const o=box.querySelector('[name=xwo]:checked');a.textContent='Adding…';K=await api('bag',{id:+a.dataset.add,o:o?o.value:'',n:1});setTimeout(()=>{added=+a.dataset.add;draw()},400)}});
document.addEventListener('submit',async e=>{if(!e.target.closest('.xw'))return;e.preventDefault();if('mail' in e.target.dataset)box.innerHTML='<div class="xw">'+addr()+'</div>';if('addr' in e.target.dataset){await api('order',{});K={lines:[],n:0,sum:0};box.innerHTML='<div class="xw"><h1>Thank you for your order!</h1></div>'}});
addEventListener('hashchange',()=>{added=0;draw();box&&box.scrollIntoView()});if(box)box.innerHTML='<div class="xw-sp" style="width:34px;height:34px"></div>';Promise.all([api('items'),api('bag')]).then(([p,k])=>{P=p;K=k;setTimeout(draw,700)})})();"""


@dataclass
class App(Shop):
    """Luke Hill Apiary."""

    def page(self, title: str, body: str, status: int = 200) -> Response:
        menu = '<a href="/">Home</a><a href="/our-bees">Our Bees</a><a href="/visits">Farm Visits</a><a href="/store">Store</a><a href="/get-in-touch">Get in Touch</a>'
        return html(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} | Luke Hill Apiary</title><style>{SITE_CSS}</style></head><body><header><b>Luke Hill Apiary</b><button class="mnu" aria-label="Open menu" onclick="this.nextElementSibling.classList.toggle(\'show\')">☰</button><nav class="site">{menu}</nav></header>{body}<footer>Luke Hill Apiary, Luke Hill Lane 3, Kilkenny R95 X2Y1<br>Ring us on <a href="tel:+353567700188">056 770 0188</a><br><small>Site by a friend. <a href="/privacy">Privacy</a></small></footer><script src="/widget/script.js?72015533" defer></script></body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/widget/"):
            return self.widget(r, r.path[8:])
        if r.path == "/get-in-touch" and r.method == "POST":
            self.messages += 1
            return self.page("Thank you", "<main><p>We will write back.</p></main>")
        pages = {
            "/": ("Home", '<section class="splash"><h1>Four hundred hives on one hill</h1><p>Bee-keeping in Kilkenny since 1962</p><a href="/visits">Plan a visit</a></section><section><h2>Slow honey</h2><p>We take the honey off once a year and leave the bees enough for the winter.</p></section>'),
            "/our-bees": ("Our Bees", "<main><h1>Our Bees</h1><p>The native dark bee, gentle and hardy.</p></main>"),
            "/visits": ("Farm Visits", "<main><h1>Farm Visits</h1><p>Every Saturday in summer. Wear long sleeves.</p></main>"),
            "/store": ("Store", '<main><p>Fresh from the hill to your door.</p><div id="my-store-72015533"></div><noscript>Your browser does not support JavaScript.</noscript></main>'),
            "/privacy": ("Privacy", "<main><h1>Privacy</h1><p>We keep what an order needs.</p></main>"),
            "/get-in-touch": ("Get in Touch", '<main><h1>Get in Touch</h1><p>Mail: <a href="mailto:bees@lukehill.example">bees@lukehill.example</a></p><form method="post"><p><input name="name" placeholder="Your name"></p><p><input name="mail" type="email" placeholder="Your email"></p><textarea name="text" rows="6" cols="36" placeholder="What is it about?"></textarea><p><button>Send</button></p></form></main>'),
        }  # fmt: skip
        return self.page(*pages[r.path]) if r.path in pages else self.page("Not found", "<main><h1>Page not found</h1></main>", 404)  # fmt: skip

    def widget(self, r: Request, what: str) -> Response:
        if what == "script.js":
            return Response(WIDGET, content_type="text/javascript; charset=utf-8")
        if what == "items":
            return json_response(STOCK)
        bag: dict[str, int] = r.session.setdefault("bag", {})
        if what == "order" and r.method == "POST" and bag:
            self.orders += 1
            bag.clear()
        d = r.json if isinstance(r.json, dict) else {}
        known = next((s for s in STOCK if s["id"] == d.get("id")), None)
        if known and known["left"] and (not known["o"] or d.get("o") in known["o"]):
            key = json.dumps([known["id"], d.get("o", "")])
            bag[key] = bag.get(key, 0) + 1
        bag.pop(str(d.get("key")), None)
        lines = [{"key": k.replace('"', "&quot;"), "o": json.loads(k)[1], "n": n, **{f: s[f] for f in ("t", "p")}} for k, n in bag.items() for s in STOCK if s["id"] == json.loads(k)[0]]  # fmt: skip
        return json_response({"lines": lines, "n": sum(bag.values()), "sum": sum(x["p"] * x["n"] for x in lines)})
