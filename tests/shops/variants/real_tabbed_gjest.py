"""A Norwegian hiking shop drawn by a small reactive library: a drawer after adding, a dead express button, a till with three tabs.

The consent box is a custom element with a shadow tree; a chat balloon really opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response

VARER: list[dict[str, Any]] = [
    {"sku": "TB-11", "url": "hodelykt-nattugle", "navn": "Hodelykt Nattugle", "pris": 449, "lager": False, "str": []},
    {"sku": "TB-14", "url": "ullundertoy-sett", "navn": "Ullundertøy, sett", "pris": 999, "lager": True, "str": ["S", "M", "L", "XL"]},
    {"sku": "TB-19", "url": "turkopp-bjork", "navn": "Turkopp i bjørk", "pris": 189, "lager": True, "str": []},
    {"sku": "TB-23", "url": "sitteunderlag", "navn": "Sitteunderlag, foldbart", "pris": 129, "lager": True, "str": []},
    {"sku": "TB-31", "url": "gamasjer-myr", "navn": "Gamasjer Myr", "pris": 549, "lager": True, "str": ["36–41", "42–47"]},
]  # fmt: skip
CSS = """body{margin:0;font-family:Lato,Verdana,sans-serif;color:#20303a;background:#fbfaf7}[v-skjul]{display:none}.tb-top{display:flex;align-items:center;padding:0 3vw;height:70px;background:#20303a;color:#fff;gap:20px}.tb-top a{color:#fff;text-decoration:none}.tb-top .merke{font-weight:900;font-size:22px;letter-spacing:1px}.tb-top .meny{display:flex;gap:18px;flex:1}.tb-top button{background:none;border:0;color:#fff;font:inherit;cursor:pointer}
.tb-sok{padding:8px 12px;border-radius:20px;border:0}.tb-innhold{padding:24px 3vw;max-width:1280px;margin:auto}.tb-rutenett{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:22px}.tb-kort{background:#fff;border-radius:12px;padding:14px;box-shadow:0 2px 6px #0001;color:inherit;text-decoration:none;display:block}.tb-utsolgt{color:#b3261e;font-size:14px}.tb-knapp{background:#e4572e;color:#fff;border:0;border-radius:8px;padding:15px 26px;font:700 16px Lato,sans-serif;cursor:pointer;width:100%;max-width:360px;display:block;margin-top:10px}.tb-knapp:disabled{background:#c9c5bd}
.tb-vipps{background:#ff5b24;border-radius:30px}.tb-chip{border:1px solid #20303a;background:#fff;padding:9px 16px;border-radius:20px;margin-right:8px;font:inherit}.tb-chip.valgt{background:#20303a;color:#fff}.tb-skuff{position:fixed;right:0;top:0;height:100%;width:380px;max-width:92vw;background:#fff;box-shadow:-6px 0 30px #0004;padding:22px;box-sizing:border-box;z-index:50;transition:transform .25s;overflow:auto}.tb-skuff.lukket{transform:translateX(105%);visibility:hidden}
.tb-linje{display:flex;justify-content:space-between;padding:10px 0;border-bottom:1px solid #eee}.tb-to{display:grid;grid-template-columns:1fr 1fr;gap:40px}.tb-faner{display:flex;gap:2px}.tb-faner button{flex:1;padding:14px;border:0;background:#e8e4db;font:inherit;cursor:pointer}.tb-faner button[aria-selected=true]{background:#fff;font-weight:700}.tb-panel{background:#fff;padding:24px}.tb-felt{display:block;margin-bottom:12px}.tb-felt input{display:block;width:100%;box-sizing:border-box;padding:12px;border:1px solid #aaa;border-radius:6px;font:inherit}
.tb-bunn{background:#20303a;color:#dfe6ea;padding:30px 3vw;margin-top:60px}.tb-bunn a{color:#fff}.tb-bunn details{border-bottom:1px solid #fff3;padding:10px 0}.tb-prat{position:fixed;left:18px;bottom:18px;z-index:40}.tb-prat>button{width:58px;height:58px;border-radius:50%;border:0;background:#2a6f97;color:#fff;font-size:24px}.tb-prat form{background:#fff;padding:14px;box-shadow:0 0 20px #0003;width:240px}.tb-hamb{display:none}
@media(max-width:700px){.tb-hamb{display:block}.tb-top .meny{display:none}.tb-top .meny.apen{display:grid;position:absolute;top:70px;left:0;right:0;background:#20303a;padding:20px;z-index:20}.tb-top .merke{flex:1}.tb-to{grid-template-columns:1fr}.tb-rutenett{grid-template-columns:1fr 1fr;gap:10px}.tb-faner button{font-size:14px;padding:12px 4px}}"""
JS = r"""
function reaktiv(o,f){return new Proxy(o,{set(t,k,v){t[k]=v;queueMicrotask(f);return true}})}
let planlagt=false;const d=reaktiv({varer:[],kurv:{linjer:[],antall:0,sum:0},skuff:false,valgt:'',fane:'inn',meny:false,prat:false,feil:'',takk:false,klar:false},()=>{if(!planlagt){planlagt=true;setTimeout(()=>{planlagt=false;tegn()},0)}});
const kr=n=>n.toLocaleString('nb-NO')+',-',tegning='<svg viewBox="0 0 60 40" width="100%" aria-hidden="true"><path d="M0 38L18 8l12 18 8-10 22 22z" fill="#7a9e7e"/><circle cx="46" cy="9" r="5" fill="#f2c14e"/></svg>';
const kort=v=>`<a class="tb-kort" href="/vare/${v.url}">${tegning}<strong>${v.navn}</strong><div>${kr(v.pris)}</div>${v.lager?'':'<span class="tb-utsolgt">Utsolgt</span>'}</a>`;
const tekst={'angrerett':['Bytte og retur','Du har 60 dagers returrett på ubrukte varer, regnet fra dagen du mottok pakken. Fyll ut returskjemaet som ligger i esken og send varen tilbake til oss. Returen koster 59 kroner, bytte er gratis. Pengene er på konto innen en uke etter at vi har fått varen.'],'frakt':['Frakt','Vi sender samme dag før klokken 13. Frakt fra 69 kroner.'],'kontakt':['Kontakt','Turbukta AS, Strandgata 4, 6508 Kristiansund. E-post: hei@turbukta.example. Telefon 71 55 50 12, mandag til fredag 9–15.']};
function vare(v){if(!v)return d.klar?'<h1>Fant ikke siden</h1>':'<p>Laster …</p>';return `<p><a href="/">Hjem</a> › ${v.navn}</p><div class="tb-to"><div>${tegning}</div><div><h1>${v.navn}</h1><p>${kr(v.pris)}</p>${v.lager?`${v.str.length?`<p>Størrelse</p><div role="group">${v.str.map(s=>`<button class="tb-chip ${d.valgt===s?'valgt':''}" data-gjor="velg" data-med="${s}">${s}</button>`).join('')}</div>`:''}<button class="tb-knapp" data-gjor="kjop" data-med="${v.sku}" ${v.str.length&&!d.valgt?'disabled':''}>Legg i handlekurv</button><button class="tb-knapp tb-vipps" type="button">Kjøp nå med Vipps</button>`:'<p class="tb-utsolgt">Utsolgt på nett</p>'}<p>✓ 60 dagers returrett &nbsp; ✓ Sendes i dag</p></div></div>`}
const felt=(n,t,ty)=>`<label class="tb-felt">${t}<input name="${n}" type="${ty||'text'}"></label>`;
function kasse(){if(!d.kurv.antall)return d.takk?'<h1>Takk for bestillingen!</h1>':'<h1>Kasse</h1><p>Handlekurven er tom.</p>';const f={inn:`<form data-send="logginn">${felt('e','E-post','email')}${felt('p','Passord','password')}<button class="tb-knapp">Logg inn</button></form>`,ny:`<form data-send="bli-kunde">${felt('n','Navn')}${felt('e','E-post','email')}${felt('p','Velg passord','password')}<button class="tb-knapp">Opprett konto</button></form>`,
gjest:`<form data-send="bestill">${felt('epost','E-post','email')}${felt('fornavn','Fornavn')}${felt('etternavn','Etternavn')}${felt('adresse','Adresse')}${felt('postnr','Postnummer')}${felt('sted','Poststed')}${felt('mobil','Mobil','tel')}<p><b>Levering</b><br><label><input type="radio" name="lev" checked> Hentested</label> <label><input type="radio" name="lev"> Hjem på døra</label></p><p><b>Betaling</b><br><label><input type="radio" name="bet"> Vipps</label> <label><input type="radio" name="bet"> Bankkort</label> <label><input type="radio" name="bet"> Klarna</label></p><label><input type="checkbox" name="vilkar"> Jeg godtar salgsvilkårene</label><button class="tb-knapp">Fullfør kjøpet</button></form>`};
return `<h1>Kasse</h1><div class="tb-to"><div><div class="tb-faner" role="tablist">${[['inn','Logg inn'],['ny','Ny kunde'],['gjest','Handle som gjest']].map(([k,t])=>`<button role="tab" aria-selected="${d.fane===k}" data-gjor="fane" data-med="${k}">${t}</button>`).join('')}</div><div class="tb-panel" role="tabpanel"><p class="tb-utsolgt">${d.feil}</p>${f[d.fane]}</div></div><aside>${linjer()}</aside></div>`}
const linjer=()=>d.kurv.linjer.map(l=>`<div class="tb-linje"><span>${l.antall} × ${l.navn} ${l.str||''}</span><span>${kr(l.pris*l.antall)} <button data-gjor="fjern" data-med="${l.id}" aria-label="Fjern ${l.navn}">✕</button></span></div>`).join('')+`<p>Sum <b>${kr(d.kurv.sum)}</b></p>`;
function side(){const p=location.pathname.split('/').filter(Boolean),q=(new URLSearchParams(location.search).get('q')||'').toLowerCase();if(!p.length)return `<h1>Ut i all slags vær</h1><h2>Mest kjøpt</h2><div class="tb-rutenett">${d.varer.map(kort).join('')}</div>`;
if(p[0]==='vare')return vare(d.varer.find(v=>v.url===p[1]));if(p[0]==='alt'||p[0]==='sok')return `<h1>Varer</h1><div class="tb-rutenett">${d.varer.filter(v=>v.navn.toLowerCase().includes(q)).map(kort).join('')}</div>`;if(p[0]==='kasse')return kasse();const t=tekst[p[0]];return t?`<h1>${t[0]}</h1><p>${t[1]}</p>`:'<h1>Fant ikke siden</h1>'}
const mal=document.getElementById('mal'),app=document.getElementById('turbukta');
function tegn(){const aktiv=document.activeElement&&document.activeElement.name;if(aktiv&&app.contains(document.activeElement)&&location.pathname==='/kasse'&&!d.tvang)return;d.tvang&&(delete d.tvang);
app.innerHTML=`<header class="tb-top"><button class="tb-hamb" data-gjor="meny" aria-label="Meny" aria-expanded="${d.meny}">☰</button><a class="merke" href="/">TURBUKTA</a><nav class="meny ${d.meny?'apen':''}"><a href="/alt">Alle varer</a><a href="/kontakt">Kontakt</a></nav><form data-send="sok"><input class="tb-sok" name="q" type="search" placeholder="Søk" size="9" aria-label="Søk"></form><button data-gjor="apne" aria-label="Handlekurv">🛒 ${d.kurv.antall||''}</button></header><main class="tb-innhold">${side()}</main>
<footer class="tb-bunn"><details><summary>Kundeservice</summary><p><a href="/kontakt">Kontakt oss</a></p><p><a href="tel:71555012">71 55 50 12</a> · <a href="mailto:hei@turbukta.example">hei@turbukta.example</a></p></details><details><summary>Kjøp og retur</summary><p><a href="/angrerett">Bytte og retur</a> · <a href="/frakt">Frakt</a></p></details><p>Turbukta AS, org.nr. 999 222 333 &nbsp; <img src="/bilder/logo-vipps.svg" alt="Vipps" height="20"> <img src="/bilder/visa.svg" alt="Visa" height="20"></p></footer>
<aside class="tb-skuff ${d.skuff?'':'lukket'}" role="dialog" aria-label="Handlekurv" aria-hidden="${!d.skuff}"><button data-gjor="lukk" aria-label="Lukk">✕</button><h2>Handlekurv</h2>${d.kurv.antall?linjer()+'<a class="tb-knapp" style="text-align:center;text-decoration:none;box-sizing:border-box" href="/kasse">Til kassen</a><button class="tb-knapp tb-vipps">Vipps hurtigkasse</button>':'<p>Handlekurven er tom.</p>'}</aside>
<div class="tb-prat">${d.prat?'<form data-send="prat"><b>Hei! Hva lurer du på?</b><textarea name="m" rows="3" aria-label="Melding"></textarea><button>Send</button></form>':''}<button data-gjor="prat" aria-label="Chat med oss">💬</button></div>`}
const kall=(u,b)=>fetch('/api/'+u,b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:undefined).then(r=>r.json());
const gjor={velg:s=>d.valgt=s,fane:f=>{d.feil='';d.fane=f},meny:()=>d.meny=!d.meny,apne:()=>d.skuff=true,lukk:()=>d.skuff=false,prat:()=>d.prat=!d.prat,fjern:async i=>d.kurv=await kall('kurv',{fjern:i}),kjop:async s=>{const k=await kall('kurv',{sku:s,str:d.valgt});d.kurv=k;setTimeout(()=>d.skuff=true,350)}};
document.addEventListener('click',e=>{const b=e.target.closest('[data-gjor]');if(b&&!b.disabled){document.activeElement.blur();return gjor[b.dataset.gjor](b.dataset.med)}const a=e.target.closest('a[href^="/"]');if(a){e.preventDefault();ga(a.getAttribute('href'))}});
function ga(u){history.pushState({},'',u);d.skuff=false;d.meny=false;d.valgt='';d.fane='inn';scrollTo(0,0)}
document.addEventListener('submit',async e=>{e.preventDefault();const t=e.target.dataset.send,b=Object.fromEntries(new FormData(e.target));if(document.activeElement)document.activeElement.blur();if(t==='sok')return ga('/sok?q='+encodeURIComponent(b.q));const s=await kall(t,b);if(t==='bestill'&&s.ok){d.takk=true;d.kurv={linjer:[],antall:0,sum:0}}else d.feil=s.feil||'';if(t==='prat')d.prat=false});
customElements.define('samtykke-boks',class extends HTMLElement{connectedCallback(){if(document.cookie.includes('samtykke='))return;const s=this.attachShadow({mode:'open'});s.innerHTML='<style>div{position:fixed;left:0;right:0;bottom:0;background:#fff;padding:20px;box-shadow:0 -4px 20px #0003;z-index:99;font-family:sans-serif}button{padding:12px 22px;margin-right:8px}</style><div role="region" aria-label="Personvern"><p>Vi og samarbeidspartnere bruker informasjonskapsler til statistikk og markedsføring.</p><button part="alle">Godta alle</button><button part="nei">Avslå</button><button part="valg">Innstillinger</button></div>';
s.querySelectorAll('button').forEach(b=>b.onclick=()=>{document.cookie='samtykke='+b.getAttribute('part')+';path=/';this.remove()})}});
addEventListener('popstate',tegn);tegn();setTimeout(async()=>{const[v,k]=await Promise.all([kall('varer'),kall('kurv')]);d.klar=true;d.varer=v;d.kurv=k},300);
"""


@dataclass
class App(Shop):
    """Turbukta, gear for walks."""

    def kurv(self, r: Request) -> Response:
        kurv: dict[str, int] = r.session.setdefault("kurv", {})
        d = r.json if isinstance(r.json, dict) else {}
        kurv.pop(str(d.get("fjern")), None)
        v = next((x for x in VARER if x["sku"] == d.get("sku")), None)
        if v and v["lager"] and (not v["str"] or d.get("str") in v["str"]):
            nokkel = f"{v['sku']}/{d.get('str') or ''}"
            kurv[nokkel] = kurv.get(nokkel, 0) + 1
        linjer = [
            {**next(x for x in VARER if x["sku"] == k.split("/")[0]), "id": k, "str": k.split("/")[1], "antall": n}
            for k, n in kurv.items()
        ]
        return json_response(
            {"linjer": linjer, "antall": sum(kurv.values()), "sum": sum(x["pris"] * x["antall"] for x in linjer)}
        )

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/bilder/"):
            return Response(
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><rect width="60" height="30" rx="4" fill="#ff5b24"/></svg>',
                content_type="image/svg+xml",
            )
        if r.path.startswith("/api/"):
            return self.api(r, r.path[5:])
        if "." in r.path:
            return Response("", 404)
        return html(
            f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Turbukta – turutstyr på nett</title><style>{CSS}</style></head><body><div id="turbukta"></div><samtykke-boks></samtykke-boks><script>{JS}</script></body></html>'
        )

    def api(self, r: Request, hva: str) -> Response:
        if hva == "varer":
            return json_response(VARER)
        if hva == "kurv":
            return self.kurv(r)
        d = r.json if isinstance(r.json, dict) else {}
        if hva == "bestill":
            if not d.get("epost") or not d.get("adresse") or not r.session.get("kurv"):
                return json_response({"feil": "Fyll ut e-post og adresse."})
            self.orders += 1
            r.session["kurv"] = {}
        self.accounts += hva == "bli-kunde"
        self.messages += hva == "prat"
        return json_response({"feil": "Feil e-post eller passord."} if hva == "logginn" else {"ok": True})
