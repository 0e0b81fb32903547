"""The till asks for nothing but an e-mail; the server then answers with a password field or with an address form.

Drawn by script. Before the address is typed nobody can tell whether an account is wanted; a new address goes on without one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response

RANGE: list[dict[str, Any]] = [
    {"url": "lampe-bolge", "title": "Bordlampe Bølge", "price": 749.0, "coll": "lamper", "swatch": "#e07a5f"},
    {"url": "lampe-sten", "title": "Bordlampe Sten", "price": 899.0, "coll": "lamper", "swatch": "#81b29a"},
    {"url": "vase-skum", "title": "Vase Skum", "price": 329.0, "coll": "vaser", "swatch": "#f2cc8f"},
    {"url": "vase-rav", "title": "Vase Rav", "price": 369.0, "coll": "vaser", "swatch": "#bc6c25"},
    {"url": "plakat-klit", "title": "Plakat Klit 50 × 70", "price": 249.0, "coll": "plakater", "swatch": "#3d405b"},
]
KNOWN = {"kunde@klit.example"}
SPA = r"""<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Klit Studio</title><style>html{font:16px/1.45 "Inter",Arial,sans-serif}body{margin:0;color:#2b2d42}.css-1hx8{display:flex;align-items:center;
gap:32px;padding:20px 40px}.css-1hx8 a{color:inherit;text-decoration:none}.css-9qq0{font-size:22px;letter-spacing:.2em}.css-k2d1{display:flex;gap:22px;flex:1}
.css-7ab2{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;padding:20px 40px}.css-7ab2 a{color:inherit;text-decoration:none}.css-im4g{aspect-ratio:1;width:100%;
display:block}.css-b0t9{background:#2b2d42;color:#fff;border:0;padding:15px 28px;font:inherit;cursor:pointer}.css-wr4p{max-width:520px;margin:30px auto;
padding:0 20px}.css-in7x{display:block;width:100%;padding:13px;font:inherit;border:1px solid #8d99ae;box-sizing:border-box;margin:6px 0 14px}.css-pd2c{
display:grid;grid-template-columns:1fr 1fr;gap:40px;padding:20px 40px}.css-ft1{padding:30px 40px;background:#edf2f4;margin-top:50px}.css-mb5{display:none}
.css-sp1n{text-align:center;padding:80px}@media(max-width:720px){.css-1hx8{padding:14px 16px;gap:14px}.css-k2d1{display:none}.css-mb5{display:block;
background:none;border:0;font-size:22px}.css-k2d1.o{display:flex;flex-direction:column;position:absolute;top:60px;left:0;right:0;background:#fff;padding:20px;
z-index:2}.css-7ab2{grid-template-columns:1fr 1fr;padding:12px 16px;gap:12px}.css-pd2c{grid-template-columns:1fr;padding:16px}.css-9qq0{flex:1}}</style>
</head><body><div id="root"><div class="css-sp1n">…</div></div><script>
const h=(t,p,...c)=>{const e=document.createElement(t);for(const k in p||{})k.startsWith('on')?e.addEventListener(k.slice(2),p[k]):e.setAttribute(k,p[k]);
e.append(...c.flat(9).filter(x=>x!=null));return e};const api=(m,u,b)=>fetch('/_api/'+u,{method:m,headers:{'content-type':'application/json'},
body:b&&JSON.stringify(b)}).then(r=>r.json());
const pic=c=>'data:image/svg+xml;base64,'+btoa(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#edf2f4"/><circle cx="5" cy="5" r="3" fill="${c}"/></svg>`);
let G=[],C=[],M={step:'mail'};const kr=n=>n.toLocaleString('da-DK',{minimumFractionDigits:2})+' kr.';
const nav=p=>{history.pushState(0,'',p);paint();scrollTo(0,0)};const A=(p,cls,...c)=>h('a',{href:p,class:cls||'',onclick:e=>{e.preventDefault();nav(p)}},...c);
const In=(n,l,t,x)=>h('label',{},l,h('input',{class:'css-in7x',name:n,type:t||'text',required:'',...x}));
const head=()=>h('header',{class:'css-1hx8'},h('button',{class:'css-mb5','aria-label':'Menu',onclick:()=>document.querySelector('.css-k2d1').classList.toggle('o')},'☰'),
A('/','css-9qq0','KLIT'),h('nav',{class:'css-k2d1'},A('/c/lamper','','Lamper'),A('/c/vaser','','Vaser'),A('/c/plakater','','Plakater')),A('/kurv','',`Kurv (${C.reduce((a,l)=>a+l.qty,0)})`));
const foot=()=>h('footer',{class:'css-ft1'},h('p',{},'Klit Studio ApS · Strandvejen 40, 9990 Skagen · ',h('a',{href:'mailto:hej@klit.example'},'hej@klit.example')),A('/retur','','Returnering'));
const grid=c=>h('main',{class:'css-7ab2'},G.filter(g=>!c||g.coll==c).map(g=>A('/p/'+g.url,'',h('img',{class:'css-im4g',alt:g.title,src:pic(g.swatch)}),h('div',{},g.title),h('div',{},kr(g.price)))));
const pdp=u=>{const g=G.find(x=>x.url==u);if(!g)return h('p',{},'Findes ikke');return h('main',{class:'css-pd2c'},h('img',{class:'css-im4g',alt:g.title,src:pic(g.swatch)}),
h('div',{},h('h1',{},g.title),h('p',{},kr(g.price)),h('button',{class:'css-b0t9',onclick:async e=>{e.target.textContent='Lægger i kurven …';
C=await api('POST','lines',{url:u});setTimeout(()=>nav('/kurv'),250)}},'Læg i kurven'),h('p',{},'På lager. Gratis fragt over 500 kr.')))};
const cart=()=>h('main',{class:'css-wr4p'},h('h1',{},'Din kurv'),C.length?[C.map(l=>h('p',{},`${l.title} × ${l.qty} `,h('b',{},kr(l.price*l.qty)),h('button',{onclick:async()=>{
C=await api('DELETE','lines',{url:l.url});paint()}},'Fjern'))),h('button',{class:'css-b0t9',onclick:()=>nav('/checkout')},'Videre')]:h('p',{},'Kurven er tom'));
const form=(kids,label,fn)=>h('form',{onsubmit:async e=>{e.preventDefault();await fn(Object.fromEntries(new FormData(e.target)))}},kids,h('button',{class:'css-b0t9'},label));
const checkout=()=>{const w=h('main',{class:'css-wr4p'});if(!C.length){w.append('Kurven er tom');return w}
if(M.step=='mail')w.append(h('h1',{},'Lad os komme i gang'),form([In('email','Din e-mail','email',{autocomplete:'email'})],'Fortsæt',async d=>{M={...await api('POST','identify',d),mail:d.email};paint()}));
if(M.step=='password')w.append(h('h1',{},'Velkommen tilbage'),h('p',{},M.mail),form([In('secret','Adgangskode','password')],'Log ind',async()=>alert('Forkert adgangskode')));
if(M.step=='address')w.append(h('h1',{},'Hvor bor du?'),h('p',{},M.mail),form([In('name','Navn'),In('street','Adresse'),In('zip','Postnummer'),In('city','By'),In('phone','Mobil','tel')],'Til betaling',
async d=>{await api('POST','address',{...d,email:M.mail});M.step='pay';paint()}));
if(M.step=='pay')w.append(h('h1',{},'Betaling'),form([h('p',{},h('label',{},h('input',{type:'radio',name:'p',value:'mobilepay',required:''}),' MobilePay')),h('p',{},h('label',{},h('input',{type:'radio',name:'p',value:'card'}),' Kort'))],
'Betal '+kr(C.reduce((a,l)=>a+l.price*l.qty,0)),async()=>{await api('POST','order',{});C=[];M={step:'mail'};nav('/tak')}));return w};
const RET='Du har 60 dage til at fortryde. Pak varen ind, sæt returlabelen på og aflever den i en pakkeshop. Returneringen er gratis, og pengene er tilbage på dit kort inden for en uge.';
function paint(){const [,a,b]=location.pathname.split('/');const r=document.getElementById('root');r.replaceChildren(head(),a==''?grid():a=='c'?grid(b):a=='p'?pdp(b):a=='kurv'?cart():
a=='checkout'?checkout():a=='tak'?h('main',{class:'css-wr4p'},h('h1',{},'Tak for din ordre')):a=='retur'?h('main',{class:'css-wr4p'},h('h1',{},'Returnering'),h('p',{},RET)):h('p',{},'404'),foot())}
onpopstate=paint;Promise.all([api('GET','range'),api('GET','lines')]).then(([g,c])=>{G=g;C=c;setTimeout(paint,150)});
</script></body></html>"""


@dataclass
class App(Shop):
    """A design studio of Skagen."""

    def handle(self, request: Request) -> Response:
        if not request.path.startswith("/_api/"):
            return html(SPA)
        calls = {
            "range": lambda _: json_response(RANGE),
            "lines": self.lines,
            "identify": self.identify,
            "address": self.address,
            "order": self.order,
        }
        call = calls.get(request.path[6:])
        return call(request) if call else json_response({}, 404)

    def lines(self, request: Request) -> Response:
        """Show or change the cart."""
        cart: dict[str, int] = request.session.setdefault("cart", {})
        url = (request.json or {}).get("url", "")
        if request.method == "POST" and any(r["url"] == url for r in RANGE):
            cart[url] = cart.get(url, 0) + 1
        if request.method == "DELETE":
            cart.pop(url, None)
        return json_response([{**r, "qty": cart[r["url"]]} for r in RANGE if r["url"] in cart])

    def identify(self, request: Request) -> Response:
        """Tell whether the address is known."""
        mail = str((request.json or {}).get("email", "")).lower()
        return json_response({"step": "password" if mail in KNOWN else "address"})

    def address(self, request: Request) -> Response:
        """Keep the address."""
        request.session["address"] = request.json
        return json_response({"ok": True})

    def order(self, request: Request) -> Response:
        """Take the order."""
        if not request.session.get("cart") or not request.session.get("address"):
            return json_response({"ok": False}, 409)
        self.orders += 1
        request.session["cart"] = {}
        return json_response({"ok": True})
