"""The till is a client-side route that looks into the browser's memory, finds nobody, and draws a sign-in card in place of the form.

No redirect and no answer of the server says so; the address stays /checkout.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

ITEMS = [
    {"id": "board-hex", "name": "Hex & Harbour", "pence": 3999, "tag": "strategy", "hue": 210, "left": 8},
    {"id": "board-bees", "name": "Busy Bees", "pence": 1999, "tag": "family", "hue": 48, "left": 0},
    {"id": "cards-duel", "name": "Duel of Tides", "pence": 1499, "tag": "cards", "hue": 330, "left": 31},
    {"id": "cards-fox", "name": "Foxglove", "pence": 1299, "tag": "cards", "hue": 275, "left": 12},
    {"id": "dice-bone", "name": "Bone Dice, set of 7", "pence": 1150, "tag": "extras", "hue": 30, "left": 90},
]
APP = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tabletop Tavern</title><style>body{margin:0;font-family:"Nunito Sans",Verdana,sans-serif;background:#14110f;color:#f1e9da}a{color:#f4b942}
._bar_1k9{display:flex;gap:24px;align-items:center;padding:16px 28px;background:#221c18}._bar_1k9 a{text-decoration:none;color:#f1e9da}._brand_8d2{font-size:22px;
font-weight:800;flex:1}._menu_3aa{display:flex;gap:18px}._wall_77c{display:grid;grid-template-columns:repeat(4,1fr);gap:20px;padding:28px;max-width:1200px;
margin:auto}._tile_5f0{background:#221c18;border-radius:14px;overflow:hidden;text-decoration:none;color:inherit;display:block}._box_2ce{width:100%;display:block}._cap_9b1{
padding:14px}._go_c44{background:#f4b942;color:#14110f;border:0;border-radius:999px;padding:14px 26px;font:800 16px Verdana;cursor:pointer;text-decoration:none;
display:inline-block}._pane_6e3{max-width:900px;margin:28px auto;padding:0 20px;display:grid;grid-template-columns:1fr 1fr;gap:32px}._card_0f9{max-width:420px;
margin:48px auto;background:#221c18;border-radius:14px;padding:28px}._card_0f9 input,._till_4d4 input{width:100%;box-sizing:border-box;padding:11px;margin:6px 0 14px;
border-radius:8px;border:0;font-size:16px}._till_4d4{max-width:560px;margin:28px auto;padding:0 20px}._foot_d20{padding:28px;background:#221c18;margin-top:40px}
._skel_b7a{height:220px;margin:28px;background:#221c18;border-radius:14px;opacity:.5}@media(max-width:700px){._wall_77c{grid-template-columns:1fr 1fr;padding:14px;
gap:12px}._pane_6e3{grid-template-columns:1fr}._menu_3aa{display:none}._bar_1k9{padding:14px;gap:14px}}</style></head><body><div id="app"><div class="_skel_b7a">
</div></div><script>(async()=>{
const $=document.getElementById('app'),gbp=p=>'£'+(p/100).toFixed(2),go=p=>{history.pushState({},'',p);render();scrollTo(0,0)};
const call=(u,d)=>fetch('/rest/'+u,d?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(d)}:{}).then(r=>r.json());
const lid=h=>'data:image/svg+xml,'+encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><rect width="8" height="6" fill="hsl(${h} 60% 45%)"/><path d="M4 1 6 5H2z" fill="#fff"/></svg>`);
let items=await call('items'),cart=await call('cart');const count=()=>Object.values(cart).reduce((a,b)=>a+b,0);
const shell=x=>`<header class="_bar_1k9"><a class="_brand_8d2" href="/">Tabletop Tavern</a><nav class="_menu_3aa"><a href="/shelf/strategy">Strategy</a><a href="/shelf/cards">Card games</a><a href="/shelf/extras">Extras</a></nav><a href="/basket" aria-label="Basket, ${count()} items">🎲 ${count()}</a></header>${x}<footer class="_foot_d20"><p>Tabletop Tavern, 3 Dock Street, Leith EH6 6HU. Email <a href="mailto:keeper@tavern.example">keeper@tavern.example</a></p><p><a href="/help/returns">Returns</a> · <a href="/help/delivery">Delivery</a></p></footer>`;
const wall=t=>`<main class="_wall_77c">${items.filter(i=>!t||i.tag==t).map(i=>`<a class="_tile_5f0" href="/game/${i.id}"><img class="_box_2ce" alt="" src="${lid(i.hue)}"><div class="_cap_9b1">${i.name}<br><b>${i.left?gbp(i.pence):'Out of stock'}</b></div></a>`).join('')}</main>`;
const game=id=>{const i=items.find(x=>x.id==id);return i?`<main class="_pane_6e3"><img class="_box_2ce" alt="${i.name}" src="${lid(i.hue)}"><div><h1>${i.name}</h1><p style="font-size:24px">${gbp(i.pence)}</p>${i.left?`<button class="_go_c44" data-add="${i.id}">Add to basket</button><p>${i.left} in stock, posted tomorrow</p>`:'<p>Out of stock</p>'}<h3>What players say</h3><p>★★★★☆ “Best night in months.” — Priya</p></div></main>`:'<p>Not here.</p>'};
const basket=()=>`<main class="_till_4d4"><h1>Your basket</h1>${count()?items.filter(i=>cart[i.id]).map(i=>`<p>${i.name} × ${cart[i.id]} — ${gbp(i.pence*cart[i.id])} <button data-drop="${i.id}">Remove</button></p>`).join('')+'<a class="_go_c44" href="/checkout">Checkout</a>':'<p>Nothing in here yet.</p>'}</main>`;
const card=`<main class="_card_0f9"><h2>Sign in to continue</h2><p>Your basket is safe with us.</p><form data-f="in"><label>Email<input name="email" type="email"></label><label>Password<input name="password" type="password"></label><button class="_go_c44">Sign in</button></form><p role="alert"></p><p>New to the Tavern? <a href="/join">Create your account</a></p></main>`;
const join=`<main class="_card_0f9"><h2>Create your account</h2><form data-f="join"><label>Name<input name="name" required></label><label>Email<input name="email" required></label><label>Password<input name="password" type="password" minlength="8" required></label><button class="_go_c44">Create account</button></form></main>`;
const till=()=>`<main class="_till_4d4"><h1>Checkout</h1><form data-f="order"><label>Address<input name="address" required></label><label>Postcode<input name="postcode" required></label><p>Card ending 4242</p><button class="_go_c44">Pay now</button></form></main>`;
const help={returns:'<h1>Returns</h1><p>Changed your mind? You have 30 days from delivery to send a game back. It must be complete and the cards unshuffled. Post it to 3 Dock Street with your order number; we refund within 5 working days, less £3 if you use our label.</p>',delivery:'<h1>Delivery</h1><p>£3.50, free over £40.</p>'};
function render(){const [,a,b]=location.pathname.split('/');$.innerHTML=shell(a==''?'<h1 style="padding:0 28px">Pull up a chair</h1>'+wall():a=='shelf'?wall(b):a=='game'?game(b):a=='basket'?basket():a=='join'?join:a=='thanks'?'<main class="_till_4d4"><h1>Thank you, order placed</h1></main>':a=='help'?`<main class="_till_4d4">${help[b]}</main>`:a=='checkout'?'<div class="_skel_b7a"></div>':'<p>Lost?</p>');
if(a=='checkout')setTimeout(()=>{if(location.pathname=='/checkout')$.innerHTML=shell(!count()?basket():localStorage.getItem('tt.user')?till():card)},450)}
$.addEventListener('click',async e=>{const l=e.target.closest('a[href^="/"]');if(l){e.preventDefault();return go(l.getAttribute('href'))}
const b=e.target.closest('[data-add],[data-drop]');if(!b)return;b.disabled=true;cart=await call('cart',b.dataset.add?{add:b.dataset.add}:{drop:b.dataset.drop});setTimeout(render,200)});
$.addEventListener('submit',async e=>{e.preventDefault();const f=e.target.dataset.f,r=await call('user/'+f,Object.fromEntries(new FormData(e.target)));
if(f=='in')$.querySelector('[role=alert]').textContent=r.message;if(f=='join'&&r.ok){localStorage.setItem('tt.user','1');go('/checkout')}if(f=='order'&&r.ok){cart={};go('/thanks')}});
addEventListener('popstate',render);render()})()</script></body></html>"""


@dataclass
class App(Shop):
    """A games shop of Leith."""

    def handle(self, request: Request) -> Response:
        if request.path == "/rest/items":
            return json_response(ITEMS)
        if request.path == "/rest/cart":
            return self.cart(request)
        if request.path.startswith("/rest/user/"):
            return self.user(request, request.path[11:])
        return html(APP)

    def cart(self, request: Request) -> Response:
        """Show or change the cart."""
        cart: dict[str, int] = request.session.setdefault("cart", {})
        data = request.json or {}
        if any(i["id"] == data.get("add") and i["left"] for i in ITEMS):
            cart[data["add"]] = cart.get(data["add"], 0) + 1
        cart.pop(data.get("drop", ""), None)
        return json_response(cart)

    def user(self, request: Request, what: str) -> Response:
        """Let in, register, or take an order of somebody known."""
        data = request.json or {}
        if what == "join" and data.get("password"):
            self.accounts += 1
            request.session["user"] = True
            return json_response({"ok": True})
        if what == "order" and request.session.get("user") and request.session.get("cart"):
            self.orders += 1
            request.session["cart"] = {}
            return json_response({"ok": True})
        return json_response({"ok": False, "message": "We do not know that email and password."}, 401)
