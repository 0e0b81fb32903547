"""An English tea shop drawn in the browser that sells to account holders only: the till's route hands over to the sign-in.

"Guest favourites" and a reviewer called Guest are about tea; nobody may buy as one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

TEAS = [
    {"slug": "smoke-and-heather", "name": "Smoke & Heather", "pence": 1150, "left": 0, "sizes": ["100 g"]},
    {"slug": "harbour-breakfast", "name": "Harbour Breakfast", "pence": 890, "left": 44, "sizes": ["100 g", "250 g"]},
    {"slug": "orchard-green", "name": "Orchard Green", "pence": 975, "left": 12, "sizes": ["100 g"]},
    {"slug": "night-ferry", "name": "Night Ferry Rooibos", "pence": 820, "left": 30, "sizes": ["100 g", "250 g"]},
    {"slug": "tin-caddy", "name": "Tin Caddy", "pence": 1400, "left": 7, "sizes": []},
]
CSS = """:root{--ink:#26211c;--leaf:#3d6b4f}*{box-sizing:border-box}body{margin:0;font:17px/1.55 Palatino,serif;color:var(--ink);background:#fffdf8}.hd{display:grid;grid-template-columns:1fr auto 1fr;align-items:center;padding:18px 24px}.hd a{color:inherit;text-decoration:none}.hd-r{justify-self:end;display:flex;gap:18px}.mark{font-size:28px;letter-spacing:.08em}.shelf{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:22px;padding:0 24px;list-style:none}.shelf a{color:inherit;text-decoration:none}.gone{color:#a33;font-size:14px}@media(max-width:480px){.hd{padding:14px 16px;font-size:15px}.mark{font-size:21px;letter-spacing:.03em}.hd-r{gap:12px}}
.sheet{max-width:760px;margin:0 auto;padding:10px 24px}.b1{background:var(--leaf);color:#fff;border:0;font:inherit;padding:13px 30px;border-radius:4px;cursor:pointer;width:100%;max-width:380px}.b2{background:#fff;border:1px solid #999;font:inherit;padding:12px 30px;border-radius:4px;cursor:pointer;width:100%;max-width:380px;display:block;margin:10px 0}.seg label{border:1px solid #999;padding:8px 16px;display:inline-block;cursor:pointer}.seg input{position:absolute;opacity:0}.seg input:checked+span{font-weight:bold;text-decoration:underline}.fld{display:block;margin:12px 0;max-width:380px}.fld input{width:100%;padding:11px;font:inherit;border:1px solid #999}.ln{display:flex;justify-content:space-between;border-bottom:1px solid #ddd;padding:10px 0}
.ft{border-top:1px solid #ddd;margin-top:60px;padding:24px;display:flex;gap:34px;flex-wrap:wrap;font-size:15px}.ft a{color:inherit}.veil{position:fixed;inset:0;background:#2228;display:grid;place-items:center;z-index:9}.veil>section{background:#fff;padding:28px;max-width:400px;margin:16px}.bad{color:#a33}"""
JS = """
'use strict';const root=document.getElementById('app');let bag=[],busy=false;
const h=(tag,props,...kids)=>{const n=document.createElement(tag);for(const[k,v]of Object.entries(props||{})){if(k.startsWith('on'))n.addEventListener(k.slice(2),v);else if(v!==false&&v!=null)n.setAttribute(k,v===true?'':v)}n.append(...kids.flat().filter(x=>x!==null&&x!==false));return n};
const gbp=p=>'£'+(p/100).toFixed(2);const api=async(u,b)=>(await fetch('/api/'+u,b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:{})).json();
const push=p=>{history.pushState(null,'',p);render()},swap=p=>{history.replaceState(null,'',p);render()};
const link=(to,cls,...kids)=>h('a',{href:to,class:cls,onclick:e=>{e.preventDefault();push(to);scrollTo(0,0)}},...kids);
const count=()=>bag.reduce((a,l)=>a+l.qty,0);
const Head=()=>h('header',{class:'hd'},h('span',{},link('/help','','Help & returns')),link('/','mark','LARKSTONE'),h('div',{class:'hd-r'},link('/sign-in','','Sign in'),h('a',{href:'/bag','aria-label':'Bag, '+count()+' items',onclick:e=>{e.preventDefault();push('/bag')}},'Bag '+count())));
const Foot=()=>h('footer',{class:'ft'},h('div',{},'Larkstone Tea Ltd',h('br'),'2 Quay Row, Whitby YO21 0AA'),h('div',{},link('/help','','Help & returns'),h('br'),link('/privacy','','Privacy')),h('div',{},h('a',{href:'mailto:kettle@larkstone.example'},'kettle@larkstone.example')));
const Home=()=>h('main',{},h('div',{class:'sheet'},h('h1',{},'Tea for hard weather'),h('h2',{},'Guest favourites')),h('ul',{class:'shelf'},TEAS.map(t=>h('li',{},link('/tea/'+t.slug,'',h('h3',{},t.name),gbp(t.pence)+(t.sizes.length?' / 100 g':'')),t.left?null:h('p',{class:'gone'},'Sold out')))));
const Tea=t=>{const msg=h('p',{role:'status'});const btn=h('button',{class:'b1',disabled:!t.left,onclick:async()=>{if(busy)return;busy=true;const r=await api('bag',{slug:t.slug,size:(root.querySelector('input[name=size]:checked')||{}).value||''});busy=false;if(r.error){msg.textContent=r.error;return}bag=r.lines;btn.textContent='Added ✓';root.querySelector('.hd').replaceWith(Head());setTimeout(()=>{btn.textContent='Add to bag'},1800)}},t.left?'Add to bag':'Sold out');
 return h('main',{class:'sheet'},h('h1',{},t.name),h('p',{},gbp(t.pence)),t.sizes.length>1?h('div',{class:'seg',role:'radiogroup','aria-label':'Size'},t.sizes.map((s,i)=>h('label',{},h('input',{type:'radio',name:'size',value:s,checked:i===0}),h('span',{},s)))):null,h('p',{},btn),msg,h('h2',{},'What people say'),t.left?h('blockquote',{},'★★★★★ Stands up to rain. ',h('cite',{},'— Guest, verified buyer')):h('p',{},'No reviews yet.'))};
const Bag=()=>h('main',{class:'sheet'},h('h1',{},'Your bag'),bag.length?bag.map(l=>h('div',{class:'ln'},h('span',{},l.qty+' × '+l.name+(l.size?', '+l.size:'')),h('span',{},gbp(l.sum)),h('button',{'aria-label':'Remove '+l.name,onclick:async()=>{bag=(await api('bag',{remove:l.key})).lines;render()}},'×'))):h('p',{},'Nothing in here yet.'),bag.length?h('p',{},h('button',{class:'b1',onclick:()=>push('/checkout')},'Checkout')):null);
const SignIn=()=>h('main',{class:'sheet'},h('h1',{},'Sign in to continue'),h('form',{onsubmit:async e=>{e.preventDefault();const r=await api('session',{});e.target.querySelector('.bad').textContent=r.error}},h('label',{class:'fld'},'Email',h('input',{type:'email',required:true,autocomplete:'username'})),h('label',{class:'fld'},'Password',h('input',{type:'password',required:true,autocomplete:'current-password'})),h('p',{class:'bad'}),h('button',{class:'b1'},'Sign in')),h('p',{},'or'),h('button',{class:'b2',onclick:()=>api('oauth',{with:'google'})},'Continue with Google'),h('button',{class:'b2',onclick:()=>api('oauth',{with:'apple'})},'Continue with Apple'),h('p',{},'New to Larkstone? ',link('/register','','Create account')));
const Register=()=>h('main',{class:'sheet'},h('h1',{},'Create account'),h('form',{onsubmit:async e=>{e.preventDefault();await api('register',{});push('/')}},['Full name','Email','Password'].map(t=>h('label',{class:'fld'},t,h('input',{type:t==='Password'?'password':t==='Email'?'email':'text',required:true,minlength:t==='Password'?'8':null}))),h('button',{class:'b1'},'Create account')));
const Wait=()=>{setTimeout(()=>{if(location.pathname==='/checkout')swap(bag.length?'/sign-in?next=%2Fcheckout':'/bag')},350);return h('main',{class:'sheet'},h('p',{},'One moment…'))};
const Help=()=>h('main',{class:'sheet'},h('h1',{},'Help'),[['How long does delivery take?','Two to four working days by second-class post.'],['Can I return my tea?','Yes. Unopened packets may be returned within 21 days of delivery for a full refund. Write to us first, then post the packet back with your order number inside; return postage is yours to pay unless we sent the wrong thing. Refunds go to the card you paid with, within five working days of the parcel reaching us.'],['Do you sell to cafés?','Not at present.']].map(([q,a])=>h('details',{},h('summary',{},q),h('p',{},a))));
const pages={'/':Home,'/bag':Bag,'/checkout':Wait,'/sign-in':SignIn,'/register':Register,'/help':Help,'/privacy':()=>h('main',{class:'sheet'},h('h1',{},'Privacy'),h('p',{},'We keep what the taxman asks for.'))};
function render(){const p=location.pathname,t=TEAS.find(x=>p==='/tea/'+x.slug),bare=p==='/sign-in'||p==='/register';const view=t?()=>Tea(t):pages[p]||(()=>h('main',{class:'sheet'},h('h1',{},'Page not found')));root.replaceChildren(bare?h('header',{class:'hd'},h('span'),link('/','mark','LARKSTONE')):Head(),view(),...(bare?[]:[Foot()]));document.title=(root.querySelector('h1')||{textContent:'Checkout'}).textContent+' — Larkstone'}
addEventListener('popstate',render);api('bag').then(r=>{bag=r.lines;render();
if(!document.cookie.includes('consent=')){const shut=v=>()=>{document.cookie='consent='+v+';path=/;max-age=8000000';veil.remove()};const veil=h('div',{class:'veil',role:'dialog','aria-modal':'true','aria-label':'Cookies'},h('section',{},h('h2',{},'Biscuits with that?'),h('p',{},'We use cookies to keep your bag and to see which teas are liked.'),h('button',{class:'b1',onclick:shut('all')},'Accept all'),h('button',{class:'b2',onclick:shut('few')},'Only essential')));document.body.append(veil)}});
"""


@dataclass
class App(Shop):
    """Larkstone Tea, Whitby."""

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/api/"):
            data = r.json if isinstance(r.json, dict) else {}
            return json_response(self.bag(r, data) if r.path == "/api/bag" else self.doors(r.path[5:], r.method))
        teas = json.dumps(TEAS)
        slug = r.path.rpartition("/")[2]
        tea = next((t for t in TEAS if r.path == f"/tea/{t['slug']}"), None)
        ld = {"@context": "https://schema.org/", "@type": "Product", "name": tea["name"], "sku": slug, "offers": {"@type": "Offer", "price": f"{int(str(tea['pence'])) / 100:.2f}", "priceCurrency": "GBP", "availability": "https://schema.org/" + ("InStock" if tea["left"] else "OutOfStock")}} if tea else None  # fmt: skip
        return html(
            f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Larkstone</title><style>{CSS}</style>{f"<script type=application/ld+json>{json.dumps(ld)}</script>" if ld else ""}</head><body><div id="app"></div><noscript>Please switch on JavaScript.</noscript><script>const TEAS={teas};{JS}</script></body></html>'
        )

    def doors(self, what: str, method: str) -> dict[str, object]:
        self.accounts += method == "POST" and what in ("register", "oauth")
        self.orders += method == "POST" and what == "order"
        return {"error": "Email or password is wrong."}

    def bag(self, r: Request, data: dict[str, object]) -> dict[str, object]:
        bag: dict[str, int] = r.session.setdefault("bag", {})
        if "remove" in data:
            bag.pop(str(data["remove"]), None)
        elif r.method == "POST":
            tea = next((t for t in TEAS if t["slug"] == data.get("slug")), None)
            size = str(data.get("size") or "")
            if tea is None or not tea["left"]:
                return {"error": "Sorry, that one is gone."}
            key = f"{tea['slug']}~{size}"
            bag[key] = bag.get(key, 0) + 1
        lines = []
        for key, qty in bag.items():
            slug, _, size = key.partition("~")
            tea = next(t for t in TEAS if t["slug"] == slug)
            each = int(str(tea["pence"])) * (2 if size == "250 g" else 1)
            lines.append({"key": key, "name": tea["name"], "size": size, "qty": qty, "sum": each * qty})
        return {"lines": lines}
