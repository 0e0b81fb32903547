"""An English knitwear shop drawn by script: the country in the path, size buttons, a bag that slides in, a till in steps.

The e-mail is asked alone first; on phones the sizes are behind a bar at the foot.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# handle: title, pence, {size: stock}, colour
KNITS: dict[str, tuple[str, int, dict[str, int], str]] = {
    "drystone-jumper": ("Drystone Jumper", 14500, {"XS": 0, "S": 4, "M": 7, "L": 2}, "#6d7276"),
    "curlew-cardigan": ("Curlew Cardigan", 16800, {"S": 0, "M": 3, "L": 5}, "#8a6a4a"),
    "becks-beanie": ("Beck Beanie", 3800, {"Regular": 20, "Large": 9}, "#2f4a52"),
    "tarn-socks": ("Tarn Boot Socks", 2400, {"4–7": 12, "8–11": 15}, "#7d3f3a"),
    "bracken-vest": ("Bracken Slipover", 9900, {"S": 1, "M": 0, "L": 0}, "#a4702a"),
}
STYLE = """*{box-sizing:border-box}body{margin:0;font:15px/1.5 Inter,system-ui,sans-serif;color:#111827;-webkit-font-smoothing:antialiased}button{font:inherit;cursor:pointer}a{color:inherit;text-decoration:none}.c{max-width:1280px;margin:0 auto;padding:0 24px}.bar{position:sticky;top:0;background:#fff;border-bottom:1px solid #e5e7eb;z-index:10}.bar .c{display:flex;height:64px;align-items:center;justify-content:space-between}.bar button{background:none;border:0;padding:8px 0}.wm{letter-spacing:.12em;font-size:18px}.hero{height:52vh;background:#f3f4f6;display:grid;place-content:center;text-align:center}.rail{display:grid;grid-template-columns:repeat(3,1fr);gap:36px 24px;list-style:none;padding:0}.ph{background:#f3f4f6;border-radius:8px;aspect-ratio:9/11;display:grid;place-items:center}.tt{display:flex;justify-content:space-between;margin-top:12px}.sk{background:#e5e7eb;border-radius:6px;animation:p 1.4s infinite}@keyframes p{50%{opacity:.5}}
.pd{display:grid;grid-template-columns:1fr 1.3fr 1fr;gap:40px;padding-top:32px;align-items:start}.op{display:flex;flex-wrap:wrap;gap:8px;margin:10px 0 20px}.op button{border:1px solid #e5e7eb;background:#f9fafb;border-radius:6px;height:40px;flex:1;min-width:60px}.op .sel{border-color:#1d4ed8;outline:1px solid #1d4ed8}.op .out{text-decoration:line-through;color:#9ca3af}.cta{width:100%;height:42px;border:0;border-radius:6px;background:#111827;color:#fff}.cta:disabled{background:#f3f4f6;color:#9ca3af}.tab{border-top:1px solid #e5e7eb}.tab button{width:100%;display:flex;justify-content:space-between;background:none;border:0;padding:14px 0}.dots{color:#6b7280}.foot{border-top:1px solid #e5e7eb;margin-top:80px;padding:50px 0;color:#4b5563}.foot .c{display:flex;justify-content:space-between;gap:40px;flex-wrap:wrap}.foot ul{list-style:none;padding:0}
.ov{position:fixed;inset:0;background:#0006;z-index:30}.so{position:fixed;top:0;right:0;bottom:0;width:420px;max-width:100%;background:#fff;z-index:31;display:flex;flex-direction:column;padding:24px;animation:s .35s}@keyframes s{from{transform:translateX(100%)}}.so .ls{flex:1;overflow:auto}.ln{display:grid;grid-template-columns:70px 1fr auto;gap:14px;padding:14px 0;border-bottom:1px solid #e5e7eb}.ln button{border:0;background:none;color:#6b7280;padding:0;font-size:13px}.side{position:fixed;inset:8px auto 8px 8px;width:320px;max-width:90%;background:#111827e8;color:#fff;border-radius:10px;padding:24px;z-index:32;font-size:26px;line-height:2}.side button{color:#fff;background:none;border:0}.sheet{position:fixed;left:0;right:0;bottom:0;background:#fff;border-radius:14px 14px 0 0;padding:24px;z-index:33;box-shadow:0 -8px 30px #0004}.mb{display:none}.ck{display:grid;grid-template-columns:1fr 400px;gap:100px;padding-top:40px}.ck h2{font-weight:500;font-size:26px}.off{color:#9ca3af;border-top:1px solid #e5e7eb}.f{display:block;margin:10px 0}.f input:not([type=checkbox]),.f select{display:block;width:100%;height:46px;border:1px solid #d1d5db;border-radius:6px;padding:0 14px;background:#f9fafb;font:inherit}.er{color:#e11d48}
@media(max-width:1023px){.c{padding:0 16px}.rail{grid-template-columns:1fr 1fr;gap:20px 10px}.pd,.ck{grid-template-columns:1fr;gap:20px}.dk{display:none}.mb{display:block;position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid #e5e7eb;padding:14px 16px;z-index:9}.foot{padding-bottom:150px}}"""
SCRIPT = r"""
const root=document.getElementById('__app'),cc=location.pathname.split('/')[1]||'gb';let bag={items:[],n:0,total:''},pick={},step='';
const api=(p,d)=>fetch('/api/store/'+p,d?{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}:{}).then(r=>r.json());
const go=(p)=>{history.pushState({},'',p);render();scrollTo(0,0)};window.onpopstate=()=>render();
const L=(p,t,c='')=>`<a href="/${cc}${p}" data-l class="${c}">${t}</a>`;
const pic=k=>`<svg viewBox="0 0 60 60" width="70%" aria-hidden="true"><path d="M18 10h24l14 12-7 8-5-4v26H16V26l-5 4-7-8z" fill="${k}"/></svg>`;
const nav=()=>`<div class="bar"><div class="c"><button data-a="menu">Menu</button>${L('','HARROW &amp; FELL','wm')}<button data-a="bag" data-testid="nav-cart-link">Bag (${bag.n})</button></div></div>`;
const foot=()=>`<div class="foot"><div class="c"><div class="wm">HARROW &amp; FELL</div><ul><li>${L('/store','All knitwear')}</li><li>${L('/returns','Delivery &amp; returns')}</li><li>${L('/help','Help')}</li></ul><div>Harrow &amp; Fell Ltd<br>Mill Lane, Sedbergh LA10 5HF<br>© 2026</div></div></div>`;
const sk=(h,n=1)=>Array(n).fill(`<div class="sk" style="height:${h}px;margin:12px 0"></div>`).join('');
const cards=ps=>`<ul class="rail">${ps.map(p=>`<li><a href="/${cc}/products/${p.handle}" data-l><div class="ph">${pic(p.colour)}</div><div class="tt"><span>${p.title}</span><span class="dots">From ${p.price}</span></div></a></li>`).join('')}</ul>`;
const opts=p=>`<div>Size</div><div class="op">${Object.entries(p.sizes).map(([s,n])=>`<button data-size="${s}" class="${n?'':'out'} ${pick.size===s?'sel':''}" data-testid="option-button">${s}</button>`).join('')}</div>`;
const cta=p=>{const s=pick.size;return `<button class="cta" data-add="${p.handle}" ${s&&p.sizes[s]?'':'disabled'}>${!s?'Select a size':p.sizes[s]?'Add to bag':'Out of stock'}</button>`};
let cur=null;
function prod(p){cur=p;return `<div class="c pd"><div><h1>${p.title}</h1><p class="dots">Knitted in Cumbria from undyed wool.</p><div class="tab"><button data-tab>Product information <span>+</span></button><div hidden>100% Swaledale wool. Hand wash.</div></div><div class="tab"><button data-tab>Shipping &amp; returns <span>+</span></button><div hidden>Two to three days. Send it back within 28 days: see ${L('/returns','Delivery &amp; returns')}.</div></div></div><div class="ph">${pic(p.colour)}</div><div class="dk" id="act">${opts(p)}<p style="font-size:22px">${p.price}</p>${cta(p)}</div></div><div class="mb"><div class="tt" style="margin:0 0 10px"><span>${p.title}</span><span>${p.price}</span></div><button class="cta" data-a="sheet">Choose options</button></div>`}
function repaint(){const a=document.getElementById('act');if(a)a.innerHTML=opts(cur)+`<p style="font-size:22px">${cur.price}</p>`+cta(cur);const s=document.querySelector('.sheet');if(s)s.innerHTML=sheet()}
const sheet=()=>`<div style="display:flex;justify-content:space-between"><b>${cur.title}</b><button data-a="shut" aria-label="Close" style="border:0;background:none">✕</button></div>${opts(cur)}${cta(cur)}`;
const lines=()=>bag.items.map(i=>`<div class="ln"><div class="ph" style="aspect-ratio:1">${pic(i.colour)}</div><div>${i.title}<br><small class="dots">Size: ${i.size} · Qty ${i.qty}</small><br><button data-rm="${i.key}">Remove</button></div><div>${i.sum}</div></div>`).join('');
function layer(cls,h){document.getElementById('ly').innerHTML=`<div class="ov" data-a="shut"></div><div class="${cls}" role="dialog" aria-modal="true">${h}</div>`}
function shut(){document.getElementById('ly').innerHTML=''}
function openBag(){layer('so',`<div style="display:flex;justify-content:space-between"><h2 style="margin:0">Your bag</h2><button data-a="shut" aria-label="Close bag" style="border:0;background:none">✕</button></div><div class="ls">${bag.n?lines():'<p>Your bag is empty.</p>'}</div>${bag.n?`<div class="tt"><b>Subtotal</b><b>${bag.total}</b></div><p class="dots">Taxes included. Shipping worked out next.</p><button class="cta" data-go="/checkout?step=email">Checkout</button><p style="text-align:center">${L('/cart','View bag')}</p>`:''}`)}
const fld=(n,t,y='text')=>`<label class="f">${t}<input name="${n}" type="${y}" required></label>`;
function checkout(){const s=new URLSearchParams(location.search).get('step')||'email',o=['email','address','delivery','payment'],names={email:'Contact',address:'Shipping address',delivery:'Delivery',payment:'Payment'};
const body={email:`<p class="dots">No account needed. <a href="/${cc}/account" data-l><u>Sign in</u></a> if you have one.</p>${fld('email','Email','email')}<label class="f"><input type="checkbox" name="news"> Email me about new knits</label>`,address:fld('first','First name')+fld('last','Last name')+fld('address','Address')+fld('city','City')+fld('postcode','Postcode')+`<label class="f">Country<select><option>United Kingdom</option></select></label>`+fld('phone','Phone','tel'),delivery:'<label class="f"><input type="radio" name="d" checked> Royal Mail Tracked 48 — £4.50</label>',payment:'<label class="f"><input type="radio" name="p" checked> Credit card</label><label class="f"><input type="radio" name="p"> PayPal</label>'};
return `<div class="c ck"><div>${o.map(k=>k===s?`<form data-step="${k}"><h2>${names[k]}</h2>${body[k]}<p class="er" role="alert"></p><button class="cta" style="width:auto;padding:0 30px">${k==='payment'?'Place order':'Continue'}</button></form>`:`<h2 class="off">${names[k]}</h2>`).join('')}</div><div><h2>In your bag</h2>${lines()}<div class="tt"><b>Total</b><b>${bag.total}</b></div></div></div>`}
async function render(){const p=location.pathname.replace(/^\/[a-z]{2}(?=\/|$)/,'')||'/';shut();bag=await api('bag');
if(p==='/checkout'){if(!bag.n){go(`/${cc}`);return}root.innerHTML=`<div class="bar"><div class="c"><a href="/${cc}/cart" data-l>‹ Back to bag</a><span class="wm">HARROW &amp; FELL</span><span></span></div></div>${sk(60,5)}`;setTimeout(()=>{root.innerHTML=root.firstElementChild.outerHTML+checkout()},500);return}
root.innerHTML=nav()+`<main id="m"><div class="c">${sk(220,3)}</div></main>`+foot();const m=document.getElementById('m');
if(p==='/'||p==='/store'){const r=await api('products');m.innerHTML=(p==='/'?'<div class="hero"><h1 style="font-weight:400;margin:0">Made slowly, worn for years</h1><p>Knitted in the Dales</p></div>':'')+`<div class="c"><h2 style="font-weight:500">${p==='/'?'This season':'All knitwear'}</h2>${cards(r)}</div>`}
else if(p.startsWith('/products/')){pick={};const r=await api('products/'+p.slice(10));m.innerHTML=r.handle?prod(r):'<div class="c"><h1>Page not found</h1></div>'}
else if(p==='/cart')m.innerHTML=`<div class="c"><h1>Bag</h1>${bag.n?lines()+`<p><b>${bag.total}</b></p><button class="cta" style="max-width:300px" data-go="/checkout?step=email">Go to checkout</button>`:'<p>Your bag is empty.</p>'}</div>`;
else setTimeout(async()=>{const r=await api('content'+p);m.innerHTML=`<div class="c" style="max-width:760px">${r.html||'<h1>Page not found</h1>'}</div>`},900)}
document.addEventListener('click',async e=>{const t=e.target.closest('[data-l],[data-a],[data-size],[data-add],[data-tab],[data-rm],[data-go]');if(!t)return;const d=t.dataset;
if('l' in d){e.preventDefault();go(t.getAttribute('href'))}
else if(d.a==='menu')layer('side',`<button data-a="shut" aria-label="Close menu">✕</button><br>${L('','Home')}<br>${L('/store','Store')}<br>${L('/account','Account')}<br>${L('/help','Help')}<div style="font-size:14px">Shipping to: United Kingdom</div>`);
else if(d.a==='bag')openBag();else if(d.a==='shut')shut();else if(d.a==='sheet')layer('sheet',sheet());
else if('size' in d){pick.size=d.size;repaint()}
else if('add' in d){t.innerHTML='Adding…';t.disabled=true;bag=await api('bag',{add:d.add,size:pick.size});document.querySelector('[data-testid=nav-cart-link]').textContent=`Bag (${bag.n})`;setTimeout(()=>{openBag();repaint()},450)}
else if('rm' in d){bag=await api('bag',{rm:d.rm});location.pathname.endsWith('cart')?render():openBag()}
else if('go' in d)go(`/${cc}${d.go}`);
else if('tab' in d)t.nextElementSibling.hidden=!t.nextElementSibling.hidden});
document.addEventListener('submit',async e=>{e.preventDefault();const f=e.target,o=['email','address','delivery','payment'],i=o.indexOf(f.dataset.step);if(i<0){f.querySelector('.er').textContent='Wrong email or password';return}if(i<3)go(`/${cc}/checkout?step=${o[i+1]}`);else{await api('order',{});root.innerHTML='<div class="c"><h1>Thank you!</h1></div>'}});
render();
"""
PAGES = {
    "returns": "<h1>Delivery &amp; returns</h1><h3>Delivery</h3><p>Royal Mail Tracked 48, £4.50, free over £150.</p><h3>Returns</h3><p>If a knit is not right, send it back unworn within 28 days of delivery for a full refund. Email us first and we will send a label; return postage is £3.95, taken off the refund. Money goes back to the card you paid with within five days of the parcel reaching us.</p>",
    "help": '<h1>Help</h1><p>Write to <a href="mailto:ask@harrowfell.example">ask@harrowfell.example</a> and one of us will answer, usually after lunch.</p>',
    "account": '<h1>Sign in</h1><form><label class="f">Email<input type="email"></label><label class="f">Password<input type="password"></label><p class="er"></p><button class="cta">Sign in</button></form>',
}


def gbp(p: int) -> str:
    return f"£{p / 100:.2f}"


def told(k: str) -> dict[str, Any]:
    return {"handle": k, "title": KNITS[k][0], "price": gbp(KNITS[k][1]), "sizes": KNITS[k][2], "colour": KNITS[k][3]}


@dataclass
class App(Shop):
    """Harrow & Fell, Sedbergh."""

    def handle(self, r: Request) -> Response:
        if r.path == "/":
            return redirect("/gb", 307)
        if r.path.startswith("/api/store/"):
            return self.api(r, r.path[11:])
        return html(
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Harrow &amp; Fell</title><style>{STYLE}</style></head><body><div id="__app"><div class="c"><div class="sk" style="height:64px"></div></div></div><div id="ly"></div><script>{SCRIPT}</script></body></html>'
        )

    def api(self, r: Request, what: str) -> Response:
        d = r.json if isinstance(r.json, dict) else {}
        bag: dict[str, int] = r.session.setdefault("bag", {})
        if what == "products":
            return json_response([told(k) for k in KNITS])
        if what.startswith("products/"):
            return json_response(told(what[9:]) if what[9:] in KNITS else {})
        if what.startswith("content/"):
            return json_response({"html": PAGES.get(what[8:], "")})
        if what == "order" and r.method == "POST":
            self.orders += bool(bag)
            bag.clear()
        if what == "bag" and d.get("add") in KNITS and KNITS[d["add"]][2].get(str(d.get("size"))):
            key = f"{d['add']}|{d['size']}"
            bag[key] = bag.get(key, 0) + 1
        bag.pop(str(d.get("rm")), None)
        items = [{"key": k, "title": KNITS[k.split("|")[0]][0], "size": k.split("|")[1], "qty": n, "sum": gbp(KNITS[k.split("|")[0]][1] * n), "colour": KNITS[k.split("|")[0]][3]} for k, n in bag.items()]  # fmt: skip
        total = sum(KNITS[k.split("|")[0]][1] * n for k, n in bag.items())
        return json_response({"items": items, "n": sum(bag.values()), "total": gbp(total)})
