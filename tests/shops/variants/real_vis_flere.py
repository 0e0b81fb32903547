"""A Norwegian outdoor shop: cards are divs that go somewhere, more of them at a press, tabs, and a basket drawer that waits to be opened.

Pages are drawn by script from JSON; the till is the server's and shows its guest form at once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

UTSTYR: list[dict[str, Any]] = [
    {"slug": "dunjakke-rondane", "navn": "Dunjakke Rondane", "pris": 2499, "antall": 0, "str": ["S", "M", "L"]},
    {"slug": "ullsokk-2pk", "navn": "Ullsokk, 2 par", "pris": 249, "antall": 40, "str": ["36–40", "41–45"]},
    {"slug": "termos-07", "navn": "Termos 0,7 l", "pris": 399, "antall": 12, "str": []},
    {"slug": "sitteunderlag", "navn": "Sitteunderlag", "pris": 129, "antall": 25, "str": []},
    {"slug": "lue-merino", "navn": "Lue, merinoull", "pris": 349, "antall": 9, "str": []},
    {"slug": "skalljakke-jotun", "navn": "Skalljakke Jotun", "pris": 3299, "antall": 5, "str": ["S", "M", "L", "XL"]},
    {"slug": "hodelykt", "navn": "Hodelykt 400", "pris": 599, "antall": 14, "str": []},
    {"slug": "kokesett", "navn": "Kokesett for to", "pris": 799, "antall": 3, "str": []},
]
PAGE = 3
CSS = """*,*:before{box-sizing:border-box}body{margin:0;font:16px/1.5 "Work Sans",Roboto,Arial;color:#1b2a33;background:#f2f5f6}.c-head{background:#1b2a33;color:#fff;display:flex;flex-wrap:wrap;align-items:center;padding:12px 4vw;gap:16px}.c-head__name{font-size:24px;font-weight:800;cursor:pointer;margin-right:auto}.c-head button{background:none;border:1px solid #fff6;color:#fff;font:inherit;padding:8px 14px;border-radius:4px;cursor:pointer}.u-pad{padding:24px 4vw}.c-hero{background:linear-gradient(160deg,#7fa6b8,#dfe9ec);padding:80px 4vw}.c-hero h1{font-size:42px;margin:0 0 20px}
.o-btn{display:inline-block;background:#e2572b;color:#fff;padding:13px 26px;border-radius:4px;border:0;font:inherit;font-weight:600;cursor:pointer;text-decoration:none}.o-btn--line{background:#fff;color:#1b2a33;border:1px solid #1b2a33}.o-btn[aria-disabled=true]{opacity:.45}.l-grid{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}.c-card{background:#fff;border-radius:6px;padding:14px;cursor:pointer;position:relative}.c-card__img{background:#e5ecef;height:170px;border-radius:4px;display:grid;place-items:center;font-size:40px;color:#7fa6b8}.c-card__flag{position:absolute;top:20px;left:20px;background:#fff;padding:0 8px;font-size:13px}.c-more{text-align:center;padding:24px}
.c-pdp{display:grid;grid-template-columns:1fr 1fr;gap:36px;background:#fff;padding:24px;border-radius:6px}.c-size{display:flex;gap:8px;flex-wrap:wrap;margin:12px 0}.c-size span{border:1px solid #889;padding:8px 16px;border-radius:20px;cursor:pointer}.c-size span.is-on{background:#1b2a33;color:#fff}.c-tabs{background:#fff;margin-top:18px;border-radius:6px}.c-tabs [role=tablist]{display:flex;border-bottom:1px solid #dde}.c-tabs [role=tab]{border:0;background:none;font:inherit;padding:14px 18px;cursor:pointer}.c-tabs [role=tab][aria-selected=true]{border-bottom:3px solid #e2572b}.c-tabs [role=tabpanel]{padding:18px}
.c-drawer{position:fixed;inset:0 0 0 auto;width:400px;max-width:100vw;background:#fff;z-index:60;padding:20px;display:none;flex-direction:column;box-shadow:0 0 60px #0005}.c-drawer.is-open{display:flex}.c-drawer__rows{flex:1;overflow:auto}.c-drawer__row{display:flex;gap:10px;border-bottom:1px solid #dde;padding:12px 0;align-items:center}.c-toast{position:fixed;bottom:24px;left:50%;transform:translateX(-50%);background:#2c6e49;color:#fff;padding:12px 24px;border-radius:30px;z-index:70;white-space:nowrap}.c-foot{background:#1b2a33;color:#cdd8dd;padding:36px 4vw;margin-top:30px;display:grid;grid-template-columns:repeat(3,1fr);gap:20px}.c-foot summary{cursor:pointer}.c-foot a{color:#fff}
.c-samtykke{position:fixed;right:0;bottom:0;left:0;background:#fff;padding:18px 4vw;z-index:55;box-shadow:0 -4px 24px #0003;display:flex;gap:12px;flex-wrap:wrap;align-items:center}@media(max-width:720px){.l-grid{grid-template-columns:1fr 1fr}.c-pdp{grid-template-columns:1fr}.c-foot{grid-template-columns:1fr}.c-tabs [role=tab]{padding:14px 10px}.c-hero h1{font-size:30px}}"""
JS = r"""
const S={varer:[],total:0,kurv:[],vist:0,valgt:'',fane:0};const rot=document.querySelector('#rot');const nok=n=>n.toLocaleString('nb-NO').replace(/\s/g,' ')+',-';
const hent=(u,b)=>fetch(u,b&&{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(r=>r.ok?r.json():Promise.reject(r));
const kort=v=>`<div class="c-card" role="link" tabindex="0" data-href="/vare/${v.slug}">${v.antall?'':'<span class="c-card__flag">Utsolgt</span>'}<div class="c-card__img">▲</div><p>${v.navn}<br><strong>${nok(v.pris)}</strong></p></div>`;
const hode=()=>`<header class="c-head"><div class="c-head__name" role="link" tabindex="0" data-href="/">Fjellheim</div><button data-href="/butikk">Butikk</button><button data-apne>Handlekurv (<span id="ant">${S.kurv.reduce((a,k)=>a+k.antall,0)}</span>)</button></header>`;
const fot=`<footer class="c-foot"><div>Fjellheim Sport AS<br>Torggata 3, 7340 Oppdal</div><div><details><summary>Kundeservice</summary><p><a href="/retur" data-spa>Angrerett og retur</a><br><a href="mailto:hei@fjellheim.example">hei@fjellheim.example</a><br>Tlf. <a href="tel:72550133">72 55 01 33</a></p></details></div><div>Trygg betaling med Vipps og kort</div></footer>`;
async function vis(){const p=location.pathname,vare=p.match(/^\/vare\/(.+)/);let h='';
if(p=='/')h='<section class="c-hero"><h1>Ut på tur, aldri sur</h1><div class="o-btn" role="link" tabindex="0" data-href="/butikk">Se alle varer</div></section><div class="u-pad"><p>Fjellheim har solgt turutstyr siden 1974. Vi bruker alt selv.</p></div>';
else if(p=='/butikk'){const d=await hent('/api/varer?fra=0');S.vist=d.varer.length;S.total=d.total;h=`<div class="u-pad"><h1>Butikk</h1><div class="l-grid">${d.varer.map(kort).join('')}</div><div class="c-more"><p>Viser <span id="vist">${S.vist}</span> av ${S.total}</p><button class="o-btn o-btn--line" data-flere>Vis flere</button></div></div>`}
else if(vare){let v;try{v=await hent('/api/vare/'+vare[1])}catch(e){}S.valgt='';S.vare=v;h=!v?'<div class="u-pad"><h1>Fant ikke varen</h1></div>':`<div class="u-pad"><div class="c-pdp"><div class="c-card__img" style="height:300px">▲</div><div><h1>${v.navn}</h1><p><strong>${nok(v.pris)}</strong></p>${v.str.length?'<div>Velg størrelse</div><div class="c-size" role="radiogroup" aria-label="Størrelse">'+v.str.map(s=>`<span role="radio" tabindex="0" aria-checked="false" data-str="${s}">${s}</span>`).join('')+'</div>':''}
${v.antall?`<p>${v.antall>5?'På lager':'Få igjen'}</p><button class="o-btn" data-kjop aria-disabled="${v.str.length>0}">Legg i handlekurven</button>`:'<p><strong>Utsolgt</strong></p><button class="o-btn o-btn--line" data-varsle>Gi meg beskjed</button>'}</div></div>
<div class="c-tabs"><div role="tablist">${['Beskrivelse','Levering og retur','Omtaler (3)'].map((t,i)=>`<button role="tab" aria-selected="${i==0}" data-fane="${i}">${t}</button>`).join('')}</div>${['<p>Tåler vind og vær. Laget for å vare.</p>','<p>Sendes innen to dager. Du har 100 dagers åpent kjøp. <a href="/retur" data-spa>Les mer om retur</a></p>','<p>★★★★★ Kjempebra! – Ida</p><p>★★★★☆ Litt tung. – Per</p><p>★★★★★ Varm hele dagen. – S. N.</p>'].map((t,i)=>`<div role="tabpanel" ${i?'hidden':''}>${t}</div>`).join('')}</div></div>`}
else if(p=='/retur')h='<div class="u-pad"><h1>Angrerett og retur</h1><p>Hos oss har du 100 dagers åpent kjøp på ubrukte varer. Send varen tilbake med returlappen som ligger i esken; frakten koster 59 kroner og trekkes fra beløpet. Vi betaler tilbake så snart vi har sett over varen, senest etter 14 dager.</p><p>Angrerettskjemaet ligger i ordrebekreftelsen.</p></div>';
else h='<div class="u-pad"><h1>Siden finnes ikke</h1></div>';
rot.innerHTML=hode()+'<main>'+h+'</main>'+fot+'<aside class="c-drawer" role="dialog" aria-label="Handlekurv"></aside>';
const v=vare&&S.vare;document.querySelector('#ld')?.remove();if(v){const s=document.createElement('script');s.id='ld';s.type='application/ld+json';s.textContent=JSON.stringify({'@context':'https://schema.org','@type':'Product',name:v.navn,sku:v.slug,offers:{'@type':'Offer',price:v.pris,priceCurrency:'NOK',availability:'https://schema.org/'+(v.antall?'InStock':'OutOfStock')}});document.head.append(s)}}
function skuff(){const k=rot.querySelector('.c-drawer');k.innerHTML='<div><button class="o-btn o-btn--line" data-lukk>Lukk</button> <strong>Handlekurv</strong></div><div class="c-drawer__rows">'+(S.kurv.map(x=>`<div class="c-drawer__row"><span style="flex:1">${x.navn}${x.str?' ('+x.str+')':''}</span><span>${x.antall} × ${nok(x.pris)}</span><button data-slett="${x.id}" aria-label="Slett">🗑</button></div>`).join('')||'<p>Kurven er tom.</p>')+'</div>'+(S.kurv.length?`<p>Sum ${nok(S.kurv.reduce((a,x)=>a+x.pris*x.antall,0))}</p><a class="o-btn" href="/kasse" style="text-align:center">Til kassen</a>`:'');k.classList.add('is-open')}
function toast(t){document.querySelectorAll('.c-toast').forEach(x=>x.remove());const d=document.createElement('div');d.className='c-toast';d.setAttribute('role','status');d.textContent=t;document.body.append(d);setTimeout(()=>d.remove(),3000)}
function ga(u){history.pushState({},'',u);vis().then(()=>scrollTo(0,0))}
async function trykk(e){const m=e.target.closest('[data-href],[data-spa],[data-apne],[data-lukk],[data-flere],[data-str],[data-kjop],[data-varsle],[data-fane],[data-slett]');if(!m)return;const d=m.dataset;
if(d.href)ga(d.href);else if('spa' in d){e.preventDefault();ga(m.getAttribute('href'))}else if('apne' in d)skuff();else if('lukk' in d)rot.querySelector('.c-drawer').classList.remove('is-open');
else if('flere' in d){m.textContent='Laster …';const x=await hent('/api/varer?fra='+S.vist);S.vist+=x.varer.length;rot.querySelector('.l-grid').insertAdjacentHTML('beforeend',x.varer.map(kort).join(''));rot.querySelector('#vist').textContent=S.vist;S.vist<x.total?m.textContent='Vis flere':m.remove()}
else if(d.str){rot.querySelectorAll('[data-str]').forEach(s=>{s.classList.toggle('is-on',s==m);s.setAttribute('aria-checked',s==m)});S.valgt=d.str;rot.querySelector('[data-kjop]')?.setAttribute('aria-disabled','false')}
else if('kjop' in d){if(S.vare.str.length&&!S.valgt){toast('Velg størrelse først');return}S.kurv=await hent('/api/kurv',{slug:S.vare.slug,str:S.valgt});rot.querySelector('#ant').textContent=S.kurv.reduce((a,k)=>a+k.antall,0);toast('Lagt i handlekurven')}
else if('varsle' in d)toast('Vi sier fra når varen er tilbake');else if(d.fane)rot.querySelectorAll('[role=tab]').forEach((t,i)=>{t.setAttribute('aria-selected',i==d.fane);rot.querySelectorAll('[role=tabpanel]')[i].hidden=i!=d.fane});
else if(d.slett){S.kurv=await hent('/api/kurv',{slett:d.slett});rot.querySelector('#ant').textContent=S.kurv.reduce((a,k)=>a+k.antall,0);skuff()}}
rot.addEventListener('click',trykk);rot.addEventListener('keydown',e=>{if(e.key=='Enter'&&e.target.getAttribute('role')=='link')trykk(e)});addEventListener('popstate',vis);
hent('/api/kurv').then(k=>{S.kurv=k;return vis()}).then(()=>{if(!sessionStorage.ok){const b=document.createElement('section');b.className='c-samtykke';b.setAttribute('aria-label','Samtykke');b.innerHTML='<span style="flex:1 1 300px">Får vi bruke informasjonskapsler?</span><button class="o-btn o-btn--line">Bare nødvendige</button><button class="o-btn">Greit</button>';b.onclick=e=>{if(e.target.matches('button')){sessionStorage.ok=1;b.remove()}};document.body.append(b)}});
"""
TILL = '<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Kasse – Fjellheim</title><style>body{font:16px/1.5 Arial;max-width:600px;margin:24px auto;padding:0 16px}.f input,.f select{display:block;width:100%;padding:11px;box-sizing:border-box;font:inherit}.f label{display:block;margin:0 0 12px}.r label{display:block}button{background:#e2572b;color:#fff;border:0;padding:14px 30px;font:inherit}</style></head><body><p><a href="/butikk">‹ Tilbake til butikken</a></p>'


@dataclass
class App(Shop):
    """Fjellheim."""

    def kurv(self, r: Request) -> list[dict[str, Any]]:
        out = []
        for key, n in r.session.setdefault("kurv", {}).items():
            slug, _, size = key.partition("~")
            v = next(x for x in UTSTYR if x["slug"] == slug)
            out.append({"id": key, "slug": slug, "navn": v["navn"], "pris": v["pris"], "str": size, "antall": n})
        return out

    def api(self, r: Request) -> Response:
        if r.path == "/api/varer":
            start = int(r.query.get("fra") or 0)
            return json_response({"varer": UTSTYR[start : start + PAGE], "total": len(UTSTYR)})
        if r.path.startswith("/api/vare/"):
            v = next((x for x in UTSTYR if x["slug"] == r.path[10:]), None)
            return json_response(v, 200 if v else 404)
        if r.path == "/api/kurv" and r.method == "POST":
            data: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
            cart: dict[str, int] = r.session.setdefault("kurv", {})
            cart.pop(str(data.get("slett")), None)
            v = next((x for x in UTSTYR if x["slug"] == data.get("slug")), None)
            if v and (not v["antall"] or (v["str"] and data.get("str") not in v["str"])):
                return json_response({"feil": "kan ikke kjøpes"}, 422)
            if v:
                key = f"{v['slug']}~{data.get('str') if v['str'] else ''}"
                cart[key] = cart.get(key, 0) + 1
        return json_response(self.kurv(r))

    def kasse(self, r: Request) -> Response:
        if not self.kurv(r):
            return redirect("/butikk")
        if r.method == "POST":
            self.orders += 1
            r.session["kurv"] = {}
            return html(f"{TILL}<h1>Takk for handelen!</h1></body></html>")
        rows = "".join(f"<li>{x['antall']} × {x['navn']} {x['str']}</li>" for x in self.kurv(r))
        fields = "".join(f'<label>{t}<input type="{k}" name="{t}" required></label>' for t, k in (("E-post", "email"), ("Mobilnummer", "tel"), ("Fornavn", "text"), ("Etternavn", "text"), ("Adresse", "text"), ("Postnummer", "text"), ("Poststed", "text")))  # fmt: skip
        ways = "".join(f'<label><input type="radio" name="betaling" value="{i}"> {t}</label>' for i, t in enumerate(("Vipps", "Kort", "Faktura med Klarna")))  # fmt: skip
        return html(f'{TILL}<h1>Kasse</h1><ul>{rows}</ul><form method="post"><div class="f">{fields}</div><div class="r"><h2>Frakt</h2><label><input type="radio" name="frakt"> Hentested 79,-</label><label><input type="radio" name="frakt"> Hjem på døra 149,-</label><h2>Betaling</h2>{ways}<p><label><input type="checkbox" required> Jeg godtar vilkårene</label></p></div><button>Fullfør kjøpet</button></form></body></html>')  # fmt: skip

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/api/"):
            return self.api(r)
        if r.path == "/kasse":
            return self.kasse(r)
        known = r.path in ("/", "/butikk", "/retur") or r.path.removeprefix("/vare/") in {v["slug"] for v in UTSTYR}
        firm = json.dumps({"@context": "https://schema.org", "@type": "SportingGoodsStore", "name": "Fjellheim Sport AS"})  # fmt: skip
        return html(f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Fjellheim</title><script type="application/ld+json">{firm}</script><style>{CSS}</style></head><body><div id="rot"></div><script>{JS}</script></body></html>', 200 if known else 404)  # fmt: skip
