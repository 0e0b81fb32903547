"""An English and Finnish running-wear shop, headless: skeletons first, cards that are divs, size buttons, a sticky bar on the phone.

The till first asks to choose between two cards, Guest and Member.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response

RANGE: list[dict[str, Any]] = [
    {"slug": "pace-tee", "en": "Pace Tee", "fi": "Pace-paita", "price": 4500, "sizes": {"XS": 0, "S": 4, "M": 9, "L": 3}},
    {"slug": "night-shell", "en": "Night Shell", "fi": "Night-kuoritakki", "price": 16900, "sizes": {"S": 2, "M": 0, "L": 5}},
    {"slug": "split-shorts", "en": "Split Shorts", "fi": "Split-shortsit", "price": 5900, "sizes": {"S": 6, "M": 6, "L": 0}},
    {"slug": "trail-tights", "en": "Trail Tights", "fi": "Trail-trikoot", "price": 8900, "sizes": {"XS": 2, "S": 3, "M": 1}},
]  # fmt: skip
WORDS = {
    "en": {"tag": "Run your own race", "size": "Size", "pick": "Select a size first", "add": "Add to bag", "added": "Added", "bag": "Bag", "empty": "Your bag is empty.", "go": "Go to checkout", "total": "Total", "how": "How would you like to check out?", "guest": "Guest", "guestSub": "No account needed", "member": "Member", "memberSub": "Sign in and earn points", "email": "Email", "first": "First name", "last": "Last name", "street": "Street address", "zip": "Postcode", "city": "City", "phone": "Phone", "country": "Country", "news": "Email me about new drops", "next": "Continue to payment", "pay": "Pay now", "card": "Card", "thanks": "Thank you!", "returns": "Delivery & returns", "help": "Contact", "remove": "Remove", "search": "Search", "pass": "Password", "signin": "Sign in", "wrong": "Wrong email or password.", "cookies": "We use cookies to improve the site.", "ok": "Got it", "no": "Reject", "returnsText": "<p>Orders leave our warehouse within one working day.</p><h2>Returns</h2><p>Changed your mind? Return unworn items within 30 days of delivery for a full refund. Email us to get a return code, then leave the parcel at any post office. Returns are free inside Finland; elsewhere you pay the postage. We refund the card you used within a week of getting the parcel.</p>"},
    "fi": {"tag": "Juokse omaa juoksuasi", "size": "Koko", "pick": "Valitse ensin koko", "add": "Lisää kassiin", "added": "Lisätty", "bag": "Kassi", "empty": "Kassisi on tyhjä.", "go": "Siirry kassalle", "total": "Yhteensä", "how": "Miten haluat jatkaa?", "guest": "Vieras", "guestSub": "Tiliä ei tarvita", "member": "Jäsen", "memberSub": "Kirjaudu ja kerää pisteitä", "email": "Sähköposti", "first": "Etunimi", "last": "Sukunimi", "street": "Katuosoite", "zip": "Postinumero", "city": "Postitoimipaikka", "phone": "Puhelin", "country": "Maa", "news": "Haluan uutisia", "next": "Jatka maksamaan", "pay": "Maksa", "card": "Kortti", "thanks": "Kiitos!", "returns": "Toimitus ja palautus", "help": "Yhteystiedot", "remove": "Poista", "search": "Haku", "pass": "Salasana", "signin": "Kirjaudu", "wrong": "Väärä sähköposti tai salasana.", "cookies": "Käytämme evästeitä.", "ok": "Selvä", "no": "Hylkää", "returnsText": "<p>Lähetämme yhdessä arkipäivässä.</p><h2>Palautus</h2><p>Voit palauttaa käyttämättömän tuotteen 30 päivän kuluessa toimituksesta. Pyydä palautuskoodi sähköpostilla ja vie paketti postiin. Palautus on Suomessa ilmainen. Rahat palautetaan viikossa.</p>"},
}  # fmt: skip
CSS = """*{box-sizing:border-box}body{margin:0;font:16px/1.5 Inter,Helvetica,sans-serif;color:#0d0d0d;background:#fff}button{font:inherit;cursor:pointer;color:inherit}a{color:inherit}.bar{display:flex;align-items:center;gap:22px;padding:18px 32px;border-bottom:1px solid #eee;position:sticky;top:0;background:#fff;z-index:5}.bar .wm{font-weight:800;font-size:22px;text-decoration:none}.bar>span{flex:1}.bag{position:relative;display:inline-flex;padding:6px}.bag sup{background:#d7ff3e;border-radius:9px;font-size:11px;padding:0 6px;position:absolute;top:-4px;right:-6px}.shelf{display:grid;grid-template-columns:repeat(4,1fr);gap:18px;padding:0 32px}.card{cursor:pointer}.card .im,.pp .im{background:#f2f2f0;aspect-ratio:4/5;display:grid;place-items:center}.sk{background:linear-gradient(90deg,#eee,#f7f7f7,#eee);background-size:200%;animation:sk 1.2s infinite;border-radius:4px}@keyframes sk{to{background-position:-200% 0}}
h1{padding:0}.hero{padding:50px 32px}.pp{display:grid;grid-template-columns:1.2fr 1fr;gap:48px;padding:32px}.sz{display:flex;gap:8px;flex-wrap:wrap}.sz button{min-width:56px;padding:12px;border:1px solid #bbb;background:#fff}.sz button.on{background:#0d0d0d;color:#fff}.sz button:disabled{color:#bbb;text-decoration:line-through;cursor:default}.cta{background:#0d0d0d;color:#fff;border:0;padding:16px 32px;width:100%;display:block;margin:14px 0;font-weight:700}.dock{display:none}.err{color:#c0162c;min-height:24px}.page{max-width:720px;margin:auto;padding:32px 20px}.ln{display:flex;justify-content:space-between;gap:10px;border-bottom:1px solid #eee;padding:14px 0}.ln button{background:none;border:0;text-decoration:underline}.two{display:grid;grid-template-columns:1fr 1fr;gap:16px}.pick{border:2px solid #ddd;padding:28px;border-radius:12px;cursor:pointer;text-align:center}.pick:hover{border-color:#0d0d0d}.in{display:block;margin:12px 0}.in input:not([type=checkbox]):not([type=radio]),.in select{display:block;width:100%;padding:12px;border:1px solid #bbb;font:inherit;background:#fff}
.foot{padding:40px 32px;margin-top:60px;border-top:1px solid #eee;display:flex;gap:40px;flex-wrap:wrap;font-size:14px}.toast{position:fixed;right:24px;bottom:24px;max-width:320px;background:#0d0d0d;color:#fff;padding:18px;z-index:30;font-size:14px}.toast button{background:#fff;color:#0d0d0d;border:0;padding:6px 14px;margin-right:8px}
@media(max-width:720px){.shelf{grid-template-columns:1fr 1fr;padding:0 14px;gap:12px}.bar{padding:12px 14px;gap:14px}.pp,.two{grid-template-columns:1fr;padding:14px;gap:18px}.two{padding:0}.pp .cta.inl{display:none}.pp .im{aspect-ratio:1}.dock{display:flex;gap:12px;align-items:center;position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid #ddd;padding:10px 14px;z-index:20}.dock .cta{margin:0;flex:1;padding:14px}.foot{padding:30px 14px 110px}.toast{left:14px;right:14px;bottom:84px;max-width:none}.hero{padding:26px 14px}}"""
JS = r"""
const root=document.getElementById('__app'),L=location.pathname.split('/')[1]==='fi'?'fi':'en',T=WORDS[L],B='/'+L;let items=null,bag={lines:[]},size='',note='',step='choose',cache={};
const E=(t,a={},...c)=>{const n=document.createElement(t);for(const k in a){if(k.startsWith('on'))n[k]=a[k];else if(k==='html')n.innerHTML=a[k];else if(a[k]!=null&&a[k]!==false)n.setAttribute(k,a[k]===true?'':a[k])}n.append(...c.flat().filter(x=>x!=null&&x!==false));return n};
const get=async(u,b)=>(await fetch('/api/'+u,b?{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(b)}:{})).json();
const money=c=>L==='fi'?(c/100).toFixed(2).replace('.',',')+' €':'€'+(c/100).toFixed(2);
const go=p=>{history.pushState({},'',B+p);size='';note='';step='choose';scrollTo(0,0);draw()};
const A=(p,c,...k)=>E('a',{href:B+p,class:c,onclick:e=>{e.preventDefault();go(p)},onmouseenter:()=>prefetch(p)},...k);
const prefetch=p=>{if(!cache[p]){cache[p]=1;fetch('/_data'+p+'.json')}};
const art=i=>E('div',{class:'im',html:'<svg viewBox="0 0 60 70" width="55%" aria-hidden="true"><path d="M12 14l10-6h16l10 6-5 12-5-3v38H22V23l-5 3z" fill="'+['#35524a','#20242c','#b9532f','#5b5f97'][i]+'"/></svg>'});
const skel=(w,h)=>E('div',{class:'sk',style:`width:${w};height:${h};margin:8px 0`});
const n=()=>bag.lines.reduce((a,l)=>a+l.qty,0);
const Bar=()=>E('header',{class:'bar'},A('','wm','STRIDA'),E('span'),E('a',{href:L==='fi'?'/en':'/fi'},L==='fi'?'EN':'FI'),E('a',{class:'bag',href:B+'/cart','aria-label':T.bag+', '+n(),onclick:e=>{e.preventDefault();go('/cart')},html:'<svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2"><path d="M4 8h16l-1 13H5z"/><path d="M8 8a4 4 0 018 0"/></svg>'+(n()?'<sup>'+n()+'</sup>':'')}));
const Foot=()=>E('footer',{class:'foot'},E('div',{},'Strida Sports Oy',E('br'),'Telakkakatu 9, 00150 Helsinki'),E('div',{},A('/returns','',T.returns),E('br'),A('/contact','',T.help)),E('div',{},E('a',{href:'mailto:crew@strida.example'},'crew@strida.example')));
const Home=()=>[E('div',{class:'hero'},E('h1',{},T.tag)),E('div',{class:'shelf'},items?items.map((p,i)=>E('div',{class:'card',onclick:()=>go('/p/'+p.slug),onmouseenter:()=>prefetch('/p/'+p.slug)},art(i),E('p',{},E('b',{},p[L]),E('br'),money(p.price)))):[1,2,3,4].map(()=>E('div',{},skel('100%','260px'),skel('70%','18px'),skel('30%','18px'))))];
const add=p=>async e=>{if(!size){note=T.pick;draw();return}const r=await get('cart',{slug:p.slug,size});bag=r;note='ok';draw();setTimeout(()=>{if(note==='ok'){note='';draw()}},2500)};
const Prod=s=>{if(!items)return E('div',{class:'pp'},skel('100%','420px'),E('div',{},skel('60%','34px'),skel('30%','22px'),skel('100%','56px')));const i=items.findIndex(p=>p.slug===s),p=items[i];if(!p)return Lost();const label=note==='ok'?T.added+' ✓':T.add;
 return [E('div',{class:'pp'},art(i),E('div',{},E('h1',{},p[L]),E('p',{},money(p.price)),E('p',{},T.size),E('div',{class:'sz',role:'group','aria-label':T.size},Object.entries(p.sizes).map(([k,v])=>E('button',{class:size===k?'on':'','aria-pressed':String(size===k),disabled:!v,onclick:()=>{size=k;note='';draw()}},k))),E('p',{class:'err',role:'alert'},note&&note!=='ok'?note:''),E('button',{class:'cta inl',onclick:add(p)},label),A('/returns','',T.returns))),E('div',{class:'dock'},E('span',{},money(p.price)),E('button',{class:'cta',onclick:add(p)},label))]};
const lines=()=>bag.lines.map(l=>E('div',{class:'ln'},E('span',{},l.qty+' × '+l[L]+', '+l.size),E('span',{},money(l.sum)),E('button',{onclick:async()=>{bag=await get('cart',{remove:l.key});draw()}},T.remove)));
const Cart=()=>E('div',{class:'page'},E('h1',{},T.bag),n()?[...lines(),E('p',{},T.total+' ',E('b',{},money(bag.lines.reduce((a,l)=>a+l.sum,0)))),E('button',{class:'cta',onclick:()=>go('/checkout')},T.go)]:E('p',{},T.empty));
const fld=(k,y)=>E('label',{class:'in'},T[k],E('input',{name:k,type:y||'text',required:true}));
const Till=()=>{if(!n())return E('div',{class:'page'},E('p',{},T.empty));
 const card=(t,s,to)=>E('div',{class:'pick',role:'button',tabindex:'0',onclick:()=>{step=to;draw()}},E('h2',{},t),E('p',{},s));
 if(step==='choose')return E('div',{class:'page'},E('h1',{},T.how),E('div',{class:'two'},card(T.member,T.memberSub,'member'),card(T.guest,T.guestSub,'guest')));
 if(step==='member')return E('div',{class:'page'},E('h1',{},T.signin),E('form',{onsubmit:async e=>{e.preventDefault();await get('session',{});note=T.wrong;draw()}},fld('email','email'),E('label',{class:'in'},T.pass,E('input',{type:'password',required:true})),E('p',{class:'err'},note),E('button',{class:'cta'},T.signin)));
 if(step==='pay')return E('div',{class:'page'},E('h1',{},T.pay),[T.card,'MobilePay','Klarna'].map((m,i)=>E('label',{class:'in'},E('input',{type:'radio',name:'m',checked:!i}),' '+m)),E('button',{class:'cta',onclick:async()=>{await get('order',{});bag={lines:[]};step='done';draw()}},T.pay));
 return E('div',{class:'page'},E('h1',{},T.guest),E('form',{onsubmit:e=>{e.preventDefault();step='pay';draw()}},fld('email','email'),fld('first'),fld('last'),fld('street'),fld('zip'),fld('city'),E('label',{class:'in'},T.country,E('select',{name:'country'},['Finland','Sweden','Estonia'].map(c=>E('option',{},c)))),fld('phone','tel'),E('label',{class:'in'},E('input',{type:'checkbox',name:'news'}),' '+T.news),E('button',{class:'cta'},T.next)))};
const Lost=()=>E('div',{class:'page'},E('h1',{},'404'));
function draw(){const p=location.pathname.slice(3)||'/';let v;if(p==='/')v=Home();else if(p.startsWith('/p/'))v=Prod(p.slice(3));else if(p==='/cart')v=Cart();else if(p==='/checkout')v=step==='done'?E('div',{class:'page'},E('h1',{},T.thanks)):Till();else if(p==='/returns')v=E('div',{class:'page'},E('h1',{},T.returns),E('div',{html:T.returnsText}));else if(p==='/contact')v=E('div',{class:'page'},E('h1',{},T.help),E('p',{},'Telakkakatu 9, 00150 Helsinki'));else v=Lost();
 root.replaceChildren(Bar(),E('main',{},v),...(p==='/checkout'?[]:[Foot()]))}
addEventListener('popstate',draw);draw();
Promise.all([get('products'),get('cart')]).then(([a,b])=>setTimeout(()=>{items=a;bag=b;draw()},600));
if(!localStorage.getItem('strida-consent'))setTimeout(()=>{const t=E('div',{class:'toast',role:'region','aria-label':'Cookies'},E('p',{},T.cookies),[T.ok,T.no].map(w=>E('button',{onclick:()=>{localStorage.setItem('strida-consent',w);t.remove()}},w)));document.body.append(t)},1100);
"""


@dataclass
class App(Shop):
    """Strida, Helsinki."""

    def cart(self, r: Request) -> Response:
        bag: dict[str, int] = r.session.setdefault("bag", {})
        d = r.json if isinstance(r.json, dict) else {}
        if "remove" in d:
            bag.pop(str(d["remove"]), None)
        elif r.method == "POST":
            one = next((p for p in RANGE if p["slug"] == d.get("slug")), None)
            if one and one["sizes"].get(d.get("size")):
                key = f"{one['slug']}.{d['size']}"
                bag[key] = bag.get(key, 0) + 1
        lines = []
        for key, qty in bag.items():
            slug, _, size = key.partition(".")
            one = next(p for p in RANGE if p["slug"] == slug)
            lines.append({"key": key, "en": one["en"], "fi": one["fi"], "size": size, "qty": qty, "sum": one["price"] * qty})  # fmt: skip
        return json_response({"lines": lines})

    def api(self, r: Request, what: str) -> Response:
        if what == "cart":
            return self.cart(r)
        if what == "products":
            return json_response(RANGE)
        if what == "order" and r.method == "POST":
            self.orders += bool(r.session.get("bag"))
            r.session["bag"] = {}
        return json_response({})

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/api/"):
            return self.api(r, r.path[5:])
        if r.path.startswith("/_data"):
            return json_response({})
        if "." in r.path:
            return Response("", 404)
        lang = "fi" if r.path == "/fi" or r.path.startswith("/fi/") else "en"
        if lang == "en" and r.path != "/en" and not r.path.startswith("/en/"):
            return Response("", 307, headers=(("Location", "/en"),))
        one = next((p for p in RANGE if r.path.endswith("/p/" + p["slug"])), None)
        ld = json.dumps({"@context": "https://schema.org", "@type": "Product", "name": one[lang], "offers": {"@type": "AggregateOffer", "lowPrice": one["price"] / 100, "priceCurrency": "EUR"}}) if one else ""  # fmt: skip
        tag = f'<script type="application/ld+json">{ld}</script>' if ld else ""
        return html(
            f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{one[lang] + " | " if one else ""}Strida</title><style>{CSS}</style>{tag}</head><body><div id="__app"></div><script id="__props" type="application/json">{{}}</script><script>const WORDS={json.dumps(WORDS)};{JS}</script></body></html>'
        )
