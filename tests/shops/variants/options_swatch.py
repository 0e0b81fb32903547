"""Colour swatches are bare round buttons with only a title, and the add button is disabled until one is pressed.

Client rendered from a JSON interface by a small hyperscript function; class names are hashed as bundlers do.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response

CANDLES = [
    {"id": "c-101", "slug": "beeswax-taper-pair", "title": "Beeswax taper pair", "pence": 1450, "type": "tapers"},
    {"id": "c-102", "slug": "ribbed-pillar", "title": "Ribbed pillar", "pence": 2200, "type": "pillars"},
    {"id": "c-103", "slug": "twisted-dinner-candle", "title": "Twisted dinner candle", "pence": 950, "type": "tapers"},
    {"id": "c-104", "slug": "sphere-candle", "title": "Sphere candle", "pence": 1800, "type": "pillars"},
    {"id": "c-105", "slug": "advent-set-of-four", "title": "Advent set of four", "pence": 3600, "type": "tapers"},
]
TINTS = [
    {"code": "hny", "name": "Honey", "hex": "#d9a441"},
    {"code": "sge", "name": "Sage", "hex": "#8a9a7b"},
    {"code": "rst", "name": "Rust", "hex": "#a4502f"},
    {"code": "ink", "name": "Ink", "hex": "#28334a"},
]
SHELL = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Wick &amp; Wold</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body{margin:0;font:16px/1.5 Avenir,Arial,sans-serif;color:#262421;background:#fdfcfa}._3xKq1{display:flex;
align-items:center;
gap:26px;padding:18px 30px;border-bottom:1px solid #e8e3da}._3xKq1 a{color:inherit;text-decoration:none}
._b81Lz{font-size:22px;
font-family:Georgia}._pQ7c{margin-left:auto}._9dTz{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,
1fr));gap:26px;
padding:0 30px}._9dTz a{color:inherit;text-decoration:none}._Zm2{width:100%;aspect-ratio:4/5;display:block}
._kk4{max-width:1000px;
margin:26px auto;padding:0 30px;display:grid;grid-template-columns:1fr 1fr;gap:44px}._sw0{width:40px;height:40px;
border-radius:50%;
border:2px solid #fff;box-shadow:0 0 0 1px #aaa;margin-right:12px;cursor:pointer;padding:0}._sw0[aria-pressed=true]{
box-shadow:0 0 0 3px #262421}._cta5{display:block;width:100%;padding:16px;border:0;background:#262421;color:#fff;
font:inherit;
margin-top:22px;cursor:pointer}._cta5:disabled{background:#c9c4bb;cursor:default}._f77 label{display:block;
margin-bottom:12px}
._f77 input,._f77 select{display:block;width:100%;box-sizing:border-box;padding:11px;font:inherit;border:1px solid #aaa}
._f77 input[type=radio],._f77 input[type=checkbox]{display:inline;width:auto}._mnu{display:none}._ftr{padding:30px;
background:#f1ece3;
margin-top:40px}@media(max-width:640px){._3xKq1{padding:14px 16px;flex-wrap:wrap}._mnu{display:inline-block;
background:none;border:0;
font-size:22px}._3xKq1 nav{display:none;order:9;flex-basis:100%}._3xKq1 nav[data-open="1"]{display:block}._3xKq1 nav
a{display:block;
padding:9px 0}._9dTz{grid-template-columns:1fr 1fr;gap:14px;padding:0 16px}._kk4{grid-template-columns:1fr;padding:0
16px;gap:16px}}
</style></head><body><div id="__app"></div><noscript>Please enable JavaScript.</noscript><script
src="/static/bundle.9f3c.js"></script>
</body></html>"""
BUNDLE = r"""(()=>{const h=(t,p,...k)=>{const e=document.createElement(t);for(const a in p||{}){if(a.startsWith('on'))
e.addEventListener(a.slice(2),p[a]);else if(p[a]===true)e.setAttribute(a,'');else
if(p[a]!==false&&p[a]!=null)e.setAttribute(a,p[a])}
k.flat(9).forEach(c=>c!=null&&c!==false&&e.append(c));return e};
const api=(u,b)=>fetch('/api'+u,b?{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(b)}:{}
).then(r=>r.json());
const gbp=n=>'£'+(n/100).toFixed(2);let S={cat:null,tint:null,cart:{lines:[]},open:0};const
root=document.getElementById('__app');
const go=p=>e=>{if(e){e.preventDefault()}history.pushState({},'',p);S.tint=null;S.open=0;scrollTo(0,0);draw()};
const L=(p,...k)=>h('a',{href:p,onclick:go(p)},...k);
const pic=(p,hex)=>{const d=document.createElement('div');d.innerHTML=`<svg class="_Zm2" viewBox="0 0 80 100" role="img"
aria-label="${p.title}">
<rect width="80" height="100" fill="#efe8dc"/><rect x="34" y="22" width="12" height="66" fill="${hex||'#d9a441'}"/><path
d="M40 8q6 8 0 13q-6-5 0-13" fill="#e8862e"/></svg>`;
return d.firstChild};
const Head=()=>h('header',{class:'_3xKq1'},h('button',{class:'_mnu','aria-label':'Open navigation',
onclick:()=>{S.open=1-S.open;draw()}},'☰'),
h('a',{href:'/',class:'_b81Lz',onclick:go('/')},'Wick & Wold'),h('nav',{'data-open':S.open},L('/shop/tapers','Tapers'),
' ',L('/shop/pillars','Pillars'),' ',
L('/help','Help & returns')),h('span',{class:'_pQ7c'},L('/bag','Bag ('+S.cart.lines.reduce((a,l)=>a+l.qty,0)+')')));
const Grid=l=>h('div',{class:'_9dTz'},l.map(p=>L('/product/'+p.slug,pic(p),h('div',{},p.title),h('div',{},
gbp(p.pence)))));
const Product=p=>{const t=S.cat.tints.find(x=>x.code===S.tint);return h('div',{class:'_kk4'},h('div',{},pic(p,
t&&t.hex)),h('div',{},h('h1',{},p.title),
h('p',{},gbp(p.pence)),h('p',{},'Colour: ',t?t.name:'—'),h('div',{},S.cat.tints.map(x=>h('button',{type:'button',
class:'_sw0',title:x.name,
style:'background:'+x.hex,'aria-pressed':String(S.tint===x.code),onclick:()=>{S.tint=x.code;draw()}}))),h('button',
{class:'_cta5',disabled:!t,
onclick:async e=>{e.target.textContent='Adding…';S.cart=await api('/bag/lines',{id:p.id,tint:S.tint});setTimeout(draw,
250)}},
'Add to bag — '+gbp(p.pence)),h('p',{},'Poured by hand in Hebden Bridge. Burns for about nine hours.')))};
const Bag=()=>h('div',{style:'max-width:720px;margin:auto;padding:0 16px'},h('h1',{},'Your bag'),
S.cart.lines.length?[S.cart.lines.map((l,i)=>h('p',{},
l.title+', '+l.tint+' × '+l.qty+'  ',h('b',{},gbp(l.pence*l.qty)),' ',h('button',{onclick:async()=>{S.cart=await
api('/bag/remove',{i});draw()}},'Remove'))),
h('p',{},'Subtotal ',gbp(S.cart.lines.reduce((a,l)=>a+l.pence*l.qty,0))),h('button',{class:'_cta5',
onclick:()=>go('/checkout')()},'Check out securely')]
:h('p',{},'Nothing here yet.'));
const Till=()=>{const f=(n,l,t)=>h('label',{},l,h('input',{name:n,type:t||'text',required:true,autocomplete:n}));
return h('form',{class:'_f77',
style:'max-width:520px;margin:auto;padding:0 16px',onsubmit:async e=>{e.preventDefault();await api('/orders',{});
S.cart={lines:[]};go('/thanks')()}},
h('h1',{},'Checkout'),f('email','Email address','email'),f('name','Full name'),f('address-line1','Address line 1'),
h('label',{},
'Address line 2 (optional)',h('input',{name:'a2'})),f('address-level2','Town or city'),f('postal-code','Postcode'),
h('label',{},'Country',h('select',{},
h('option',{},'United Kingdom'),h('option',{},'Ireland'))),h('h2',{},'Pay with'),h('label',{},h('input',{type:'radio',
name:'pay',checked:true}),' Card'),
h('label',{},h('input',{type:'radio',name:'pay'}),' PayPal'),h('button',{class:'_cta5'},'Place order and pay'))};
const Help=()=>h('div',{style:'max-width:720px;margin:auto;padding:0 16px'},h('h1',{},'Help & returns'),h('p',{},
'Delivery is £3.95 by Royal Mail Tracked 48.'),
h('p',{},'Changed your mind? Send unburnt candles back within 28 days of delivery for a full refund. '+
'Use the label in your parcel; the return is free. '+
'Refunds reach your card within five working days.'),h('p',{},'Call us on ',h('a',{href:'tel:+441422555018'},
'01422 555 018'),', Monday to Friday 9–5.'));
function draw(){const p=location.pathname.split('/').filter(Boolean);let v;if(!p.length)v=[h('h1',
{style:'padding:0 30px'},'Slow light'),Grid(S.cat.products)];
else if(p[0]==='shop')v=[h('h1',{style:'padding:0 30px'},p[1]),Grid(S.cat.products.filter(x=>x.type===p[1]))];
else if(p[0]==='product')v=Product(S.cat.products.find(x=>x.slug===p[1]));else v=({bag:Bag,checkout:Till,help:Help}
)[p[0]]||(()=>h('h1',{},'Thank you!'));
if(typeof v==='function')v=v();root.replaceChildren(Head(),h('main',{},v),h('footer',{class:'_ftr'},
'Wick & Wold Ltd · Old Dye Works, Hebden Bridge HX7 · ',
L('/help','Help & returns')));document.title=(p[1]||'Candles')+' | Wick & Wold'}addEventListener('popstate',draw);
Promise.all([api('/catalogue'),api('/bag')]).then(([c,b])=>{S.cat=c;S.cart=b;draw()})})();"""


class App(Shop):
    """Wick & Wold."""

    def handle(self, request: Request) -> Response:
        """Answer the interface, the bundle, or the shell of every page."""
        if not request.path.startswith("/api/"):
            if request.path.startswith("/static/"):
                return Response(BUNDLE, content_type="text/javascript; charset=utf-8")
            return html(SHELL) if "." not in request.path else html("", 404)
        lines = request.session.setdefault("lines", [])
        data = request.json or {}
        match request.method, request.path.removeprefix("/api"):
            case "GET", "/catalogue":
                return json_response({"products": CANDLES, "tints": TINTS})
            case "POST", "/bag/lines":
                item = next((c for c in CANDLES if c["id"] == data.get("id")), None)
                tint = next((t for t in TINTS if t["code"] == data.get("tint")), None)
                if item is None or tint is None:
                    return json_response({"error": "variant required", "lines": lines}, 422)
                lines.append({"title": item["title"], "tint": tint["name"], "pence": item["pence"], "qty": 1})
            case "POST", "/bag/remove":
                del lines[int(data.get("i", 0)) : int(data.get("i", 0)) + 1]
            case "POST", "/orders":
                self.orders += bool(lines)
                lines.clear()
        return json_response({"lines": lines})
