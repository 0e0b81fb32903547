"""Everything a customer sees in this candle shop is inside open shadow roots of web components, three levels deep.

The document itself holds one element; the cart is a dialog that opens by itself and stays, the checkout is e-mail first with a guest button.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

CANDLES = [
    {
        "sku": "WX-01",
        "title": "Harbour Fog",
        "pence": 1800,
        "left": 0,
        "note": "Sea salt, driftwood and a little smoke. 220 g, burns for 45 hours.",
    },
    {
        "sku": "WX-02",
        "title": "Potting Shed",
        "pence": 1650,
        "left": 12,
        "note": "Tomato leaf, twine and damp earth. 180 g, burns for 38 hours.",
    },
    {
        "sku": "WX-03",
        "title": "Sunday Paper",
        "pence": 1950,
        "left": 5,
        "note": "Ink, toast and orange peel. 220 g, burns for 45 hours.",
    },
    {
        "sku": "WX-04",
        "title": "Night Ferry",
        "pence": 2200,
        "left": 8,
        "note": "Diesel rope, amber, cold air. 260 g, burns for 55 hours.",
    },
    {"sku": "WX-05", "title": "Snuffer, brass", "pence": 1200, "left": 30, "note": "Solid brass, made in Sheffield."},
]

MODULE = r"""
const gbp=p=>new Intl.NumberFormat('en-GB',{style:'currency',currency:'GBP'}).format(p/100);
const store={goods:[],bag:[],subs:new Set(),async load(){[this.goods,this.bag]=await Promise.all([fetch('/rest/candles').then(r=>r.json()),fetch('/rest/bag').then(r=>r.json())]);this.tell()},
 async put(sku,qty){this.bag=await fetch('/rest/bag/'+sku,{method:'PUT',headers:{'content-type':'application/json'},body:JSON.stringify({qty})}).then(r=>r.json());this.tell()},
 tell(){this.subs.forEach(f=>f())}};
const where=()=>location.pathname;
const visit=path=>{history.pushState(null,'',path);scrollTo(0,0);store.tell()};
addEventListener('popstate',()=>store.tell());
class Piece extends HTMLElement{connectedCallback(){if(!this.shadowRoot)this.attachShadow({mode:'open'});this.paint=()=>{if(this.isConnected)this.render()};store.subs.add(this.paint);this.render()}
 disconnectedCallback(){store.subs.delete(this.paint)}
 put(css,markup){this.shadowRoot.innerHTML=`<style>*{box-sizing:border-box}a{color:inherit}button,input{font:inherit}${css}</style>${markup}`;
 this.shadowRoot.querySelectorAll('a[data-in]').forEach(a=>a.addEventListener('click',e=>{e.preventDefault();visit(a.getAttribute('href'))}))}}
customElements.define('wick-top',class extends Piece{render(){const n=store.bag.reduce((s,l)=>s+l.qty,0);
 this.put(`:host{display:block;border-bottom:1px solid #d8cfc4}.bar{display:flex;align-items:baseline;gap:24px;padding:20px 4vw}.bar b{font:600 24px Georgia;margin-right:auto}a{text-decoration:none}
 button{background:none;border:0;cursor:pointer;text-decoration:underline}@media(max-width:600px){.bar{gap:12px;padding:14px 4vw}.bar b{font-size:19px}.deco{display:none}}`,
 `<div class="bar"><b><a data-in href="/">Wick &amp; Weather</a></b><a data-in href="/candles">Candles</a><a class="deco" data-in href="/tools">Tools</a><button part="bag">Bag (${n})</button></div>`);
 this.shadowRoot.querySelector('button').onclick=()=>document.querySelector('wick-app').openBag()}});
customElements.define('wick-card',class extends Piece{render(){const c=store.goods.find(g=>g.sku===this.getAttribute('sku'));if(!c)return;
 this.put(`:host{display:block}a{display:block;text-decoration:none}.jar{height:190px;background:linear-gradient(#efe6da 55%,#d9c7ae)}.jar i{display:block;width:70px;height:90px;margin:0 auto;position:relative;top:70px;background:#fff8ec;border-radius:4px;border:1px solid #cbb89b}
 p{margin:8px 0}small{color:#8a3b2e}`,`<a data-in href="/candles/${c.sku.toLowerCase()}"><div class="jar" role="img" aria-label="${c.title}"><i></i></div><p>${c.title}<br>${gbp(c.pence)} ${c.left?'':'<small>Back soon</small>'}</p></a>`)}});
customElements.define('wick-shelf',class extends Piece{render(){const only=this.getAttribute('only');const l=store.goods.filter(g=>!only||(only==='tools')===(g.sku==='WX-05'));
 this.put(`.g{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:26px;padding:26px 4vw}@media(max-width:600px){.g{grid-template-columns:1fr 1fr;gap:14px}}`,
 `<div class="g">${l.map(c=>`<wick-card sku="${c.sku}"></wick-card>`).join('')}</div>`)}});
customElements.define('wick-detail',class extends Piece{render(){const c=store.goods.find(g=>g.sku.toLowerCase()===this.getAttribute('sku'));if(!c)return;
 this.put(`.w{padding:40px 4vw;max-width:760px}h1{font:400 38px Georgia;margin:0 0 6px}.go{background:#8a3b2e;color:#fff;border:0;padding:14px 30px;cursor:pointer}.go[disabled]{background:#b9aea3}`,
 `<div class="w"><wick-stars></wick-stars><h1>${c.title}</h1><p>${gbp(c.pence)}</p><p>${c.note}</p><button class="go" ${c.left?'':'disabled'}>${c.left?'Pop it in the bag':'Back soon'}</button>
 <p>Free UK delivery over £40. Changed your mind? <a data-in href="/help/returns">30 days to send it back</a>.</p></div>`);
 this.shadowRoot.querySelector('.go').onclick=async e=>{e.target.textContent='One moment…';const now=(store.bag.find(l=>l.sku===c.sku)||{qty:0}).qty;await store.put(c.sku,now+1);document.querySelector('wick-app').openBag()}}});
customElements.define('wick-stars',class extends Piece{render(){this.put('span{color:#8a3b2e}','<span aria-label="Rated 4.8 of 5 by 61 customers">★★★★★</span> 4.8 (61 reviews)')}});
customElements.define('wick-bag',class extends Piece{render(){const sum=store.bag.reduce((s,l)=>s+l.qty*l.pence,0);
 this.put(`:host{position:fixed;inset:0 0 0 auto;width:min(420px,100vw);background:#fffdf9;box-shadow:-8px 0 30px #0003;padding:24px;display:none;z-index:9;overflow:auto}:host([open]){display:block}
 .l{display:flex;gap:10px;padding:12px 0;border-bottom:1px solid #e6ddd1}.l span{flex:1}.x{float:right;border:0;background:none;font-size:22px}.co{width:100%;background:#222;color:#fff;border:0;padding:15px;margin-top:18px;cursor:pointer}`,
 `<button class="x" aria-label="Close">✕</button><h2>Your bag</h2>${store.bag.map(l=>`<div class="l"><span>${l.title} × ${l.qty}</span>${gbp(l.qty*l.pence)} <button data-rm="${l.sku}">Remove</button></div>`).join('')||'<p>Nothing in here yet.</p>'}
 ${store.bag.length?`<p>Subtotal ${gbp(sum)}</p><button class="co">Check out</button>`:''}`);
 const q=s=>this.shadowRoot.querySelector(s);q('.x').onclick=()=>this.removeAttribute('open');this.shadowRoot.querySelectorAll('[data-rm]').forEach(b=>b.onclick=()=>store.put(b.dataset.rm,0));
 if(q('.co'))q('.co').onclick=()=>{this.removeAttribute('open');visit('/checkout')}}});
customElements.define('wick-till',class extends Piece{constructor(){super();this.step=0}render(){if(this.step)return this.form();
 this.put(`.w{padding:40px 4vw;max-width:520px}input{width:100%;padding:11px;margin:6px 0}button{padding:12px 22px;margin:8px 8px 0 0;border:1px solid #222;background:#fff;cursor:pointer}.k{background:#222;color:#fff}`,
 `<div class="w"><h1>Checkout</h1><h3>Been here before?</h3><form><label>Email<input type="email" name="user" autocomplete="username"></label><label>Password<input type="password" name="pass" autocomplete="current-password"></label><button>Sign in</button></form><hr><h3>First time?</h3><button class="k">Check out as a visitor</button></div>`);
 this.shadowRoot.querySelector('form').onsubmit=e=>{e.preventDefault();fetch('/rest/session',{method:'POST'})};
 this.shadowRoot.querySelector('.k').onclick=()=>{this.step=1;this.form()}}
 form(){const F=[['name','Full name','text'],['email','Email','email'],['line1','Address','text'],['town','Town','text'],['postcode','Postcode','text']];
 this.put(`.w{padding:40px 4vw;max-width:520px}label{display:block;margin:10px 0}input:not([type=checkbox]){width:100%;padding:11px}button{background:#222;color:#fff;padding:15px 30px;border:0;cursor:pointer}`,
 `<div class="w"><h1>Delivery</h1><form>${F.map(([n,t,k])=>`<label>${t}<input name="${n}" type="${k}" required></label>`).join('')}<label>Card number<input name="pan" inputmode="numeric" required></label>
 <label><input type="checkbox" name="gift"> This is a gift, leave the prices out</label><button>Place order and pay ${gbp(store.bag.reduce((s,l)=>s+l.qty*l.pence,0))}</button></form></div>`);
 this.shadowRoot.querySelector('form').onsubmit=async e=>{e.preventDefault();await fetch('/rest/orders',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(Object.fromEntries(new FormData(e.target)))});
 this.put('','<h1>Thank you. Your order is on its way to the workshop.</h1>')}}});
customElements.define('wick-foot',class extends Piece{render(){this.put(':host{display:block;background:#efe6da;padding:26px 4vw;margin-top:40px;font-size:14px}a{margin-right:16px}',
 '<a data-in href="/help/returns">Returns</a><a data-in href="/help/delivery">Delivery</a><a href="mailto:hello@wickweather.example">hello@wickweather.example</a><p>Wick &amp; Weather Ltd, 4 Quay Street, Whitby YO21 3DE</p>')}});
customElements.define('wick-app',class extends Piece{openBag(){this.shadowRoot.querySelector('wick-bag').setAttribute('open','')}
 render(){const p=where();let main='<wick-shelf></wick-shelf>';if(this.last===p&&store.goods.length&&this.ready)return;this.last=p;this.ready=store.goods.length>0;
 if(p==='/candles'||p==='/tools')main=`<wick-shelf only="${p.slice(1)}"></wick-shelf>`;else if(p.startsWith('/candles/'))main=`<wick-detail sku="${p.slice(9)}"></wick-detail>`;
 else if(p==='/checkout'&&store.bag.length)main='<wick-till></wick-till>';
 else if(p==='/help/returns')main='<article><h1>Returns</h1><p>You have 30 days from delivery to return an unlit candle for a full refund. We pay the postage within the UK if it arrived broken; otherwise it costs £3.20. Refunds take up to five working days.</p></article>';
 else if(p==='/help/delivery')main='<article><h1>Delivery</h1><p>Royal Mail Tracked 48, £3.95, free over £40.</p></article>';
 this.put('article{padding:40px 4vw;max-width:640px}h2{font:400 30px Georgia;padding:30px 4vw 0;margin:0}',`<wick-top></wick-top>${p==='/'?'<h2>Poured by hand in Whitby</h2>':''}${main}<wick-foot></wick-foot><wick-bag></wick-bag>`)}});
store.load();
"""


@dataclass
class App(Shop):
    """Wick & Weather, an English shop of web components."""

    def _bag(self, bag: dict[str, int]) -> list[dict[str, object]]:
        return [{**c, "qty": bag[str(c["sku"])]} for c in CANDLES if str(c["sku"]) in bag]

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        bag: dict[str, int] = r.session.setdefault("bag", {})
        if r.path == "/rest/candles":
            return json_response(CANDLES)
        if r.path.startswith("/rest/bag"):
            sku = r.path.rpartition("/")[2]
            candle = next((c for c in CANDLES if c["sku"] == sku), None)
            if r.method == "PUT" and candle and isinstance(r.json, dict):
                qty = int(r.json.get("qty") or 0)
                if qty <= 0:
                    bag.pop(sku, None)
                elif candle["left"]:
                    bag[sku] = qty
            return json_response(self._bag(bag))
        if r.path == "/rest/session":
            return json_response({"error": "unknown account"}, 401)
        if r.path == "/rest/orders" and r.method == "POST":
            self.orders += 1
            bag.clear()
            return json_response({"ok": True}, 201)
        if r.path == "/wick.js":
            return Response(MODULE, content_type="text/javascript; charset=utf-8")
        if "." in r.path:
            return Response("", 404)
        return html(
            '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Wick & Weather</title>'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            "<style>body{margin:0;font:16px/1.5 'Helvetica Neue',Arial,sans-serif;color:#2b2520;background:#fffdf9}</style></head>"
            '<body><wick-app></wick-app><script type="module" src="/wick.js"></script></body></html>'
        )
