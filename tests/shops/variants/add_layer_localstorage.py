"""The cart lives in the browser's local storage only; no request is made when something is added.

Norwegian poster shop as a single page with hash routes; the server learns of the goods with the order itself.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response

POSTERS = [
    {"slug": "lofoten-1962", "navn": "Lofoten 1962", "kr": 399, "serie": "reise", "a": "#1d3557", "b": "#e9c46a"},
    {"slug": "bergensbanen", "navn": "Bergensbanen", "kr": 399, "serie": "reise", "a": "#6d597a", "b": "#eaac8b"},
    {"slug": "soppkart", "navn": "Soppkart", "kr": 299, "serie": "natur", "a": "#606c38", "b": "#fefae0"},
    {"slug": "fugler-i-hagen", "navn": "Fugler i hagen", "kr": 299, "serie": "natur", "a": "#457b9d", "b": "#f1faee"},
]
PAGE = """<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Plakatloftet</title><meta name="viewport"
content="width=device-width,initial-scale=1"><style>body{margin:0;font:16px/1.5 "DM Sans",Arial,sans-serif;color:#111}
header{display:flex;
padding:18px 30px;align-items:baseline;gap:24px;flex-wrap:wrap}header a{color:inherit;text-decoration:none}header
h2{margin:0}.Sp{flex:1}
.Gal{display:grid;grid-template-columns:repeat(4,1fr);gap:26px;padding:0 30px}.Gal a{color:inherit;text-decoration:none}
.Gal svg{width:100%;
border:1px solid #ddd}.Pg{max-width:820px;margin:0 auto;padding:20px 30px}.Bt{background:#111;color:#fff;border:0;
padding:15px 34px;font:inherit;
cursor:pointer}.Ru{display:flex;justify-content:space-between;border-bottom:1px solid #ddd;padding:10px 0}
.Fd{display:block;margin-bottom:12px}
.Fd input,.Fd select{display:block;width:100%;box-sizing:border-box;padding:11px;font:inherit}aside{position:fixed;
right:0;top:0;bottom:0;
width:min(360px,90vw);background:#fff;box-shadow:-6px 0 30px #0003;padding:24px;box-sizing:border-box;z-index:9}
footer{padding:30px;
border-top:1px solid #ddd;margin-top:40px}@media(max-width:640px){.Gal{grid-template-columns:1fr 1fr;padding:0 16px;
gap:14px}header{padding:14px 16px}}
</style></head><body><div id="app"></div><script type="module">
const KEY='plakatloftet.kurv.v2';const les=()=>{try{return JSON.parse(localStorage.getItem(KEY))||[]}catch{return[]}};
const skriv=k=>localStorage.setItem(KEY,JSON.stringify(k));let apen=false;const P=await(await
fetch('/plakater.json')).json();
const finn=s=>P.find(p=>p.slug===s);const sum=()=>les().reduce((a,r)=>a+finn(r.slug).kr*r.ant,0);const
antall=()=>les().reduce((a,r)=>a+r.ant,0);
const tegn=p=>`<svg viewBox="0 0 50 70" role="img" aria-label="${p.navn}"><rect width="50" height="70" fill="${p.b}"/>
<path d="M0 50L18 22l12 18 8-10
 12 20v20H0z" fill="${p.a}"/></svg>`;
const rader=()=>les().map((r,i)=>`<div class="Ru"><span>${finn(r.slug).navn} × ${r.ant}</span>
<span>${finn(r.slug).kr*r.ant} kr
<button data-slett="${i}" aria-label="Fjern">×</button></span></div>`).join('');
const galleri=l=>`<div class="Gal">${l.map(p=>`<a href="#/plakat/${p.slug}">${tegn(p)}<div>${p.navn}</div><div>${p.kr},
-</div></a>`).join('')}</div>`;
const S={hjem:()=>galleri(P),serie:s=>galleri(P.filter(p=>p.serie===s)),plakat:s=>{const p=finn(s);return `<div
class="Pg"><div style="max-width:300px">
${tegn(p)}</div><h1>${p.navn}</h1><p>${p.kr},- kr</p><p>50 × 70 cm, trykt på 200 g papir i Trondheim. Ramme følger ikke
med.</p>
<button class="Bt" data-kjop="${s}">Kjøp plakat</button></div>`},kurv:()=>`<div class="Pg"><h1>Kurven
din</h1>${rader()||'<p>Ingenting her.</p>'}
${antall()?`<p>Å betale: ${sum()} kr + frakt 69 kr</p><button class="Bt" data-til="#/kasse">Til kassen</button>`:''}
</div>`,
kasse:()=>antall()?`<div class="Pg"><h1>Kasse</h1><form>${[['epost','E-postadresse','email'],['navn','Fullt navn',
'text'],['adr','Gateadresse','text'],
['pnr','Postnummer','text'],['sted','Poststed','text'],['mob','Mobilnummer','tel']].map(f=>`<label class="Fd">${f[1]}
<input name="${f[0]}"
type="${f[2]}" required></label>`).join('')}<fieldset><legend>Betaling</legend><label><input type="radio" name="b"
value="vipps" checked> Vipps</label>
<label><input type="radio" name="b" value="kort"> Bankkort</label><label><input type="radio" name="b" value="klarna">
Klarna faktura</label></fieldset>
<p><button class="Bt">Bestill med betalingsplikt</button></p></form></div>`:S.kurv(),
info:()=>`<div class="Pg"><h1>Frakt og angrerett</h1><p>Posten 69 kr. Du kan angre kjøpet innen 14 dager etter at du
fikk plakaten. Send den tilbake i
papprøret; returporto dekker du selv. Vi betaler tilbake innen 14 dager.</p><p>Spørsmål? <a
href="mailto:hei@plakatloftet.example">
hei@plakatloftet.example</a></p></div>`,takk:()=>'<div class="Pg"><h1>Takk! Plakaten er på vei.</h1></div>'};
const vis=()=>{const [,r='hjem',a]=location.hash.split('/');document.getElementById('app').innerHTML=`<header><h2><a
href="#/hjem">Plakatloftet</a></h2>
<a href="#/serie/reise">Reiseplakater</a><a href="#/serie/natur">Natur</a><a href="#/info">Frakt og angrerett</a><span
class="Sp"></span>
<a href="#/kurv" data-skuff>Kurv [${antall()}]</a></header>${(S[r]||S.hjem)(a)}<footer>Plakatloftet ENK · Bakklandet 40,
 7013 Trondheim</footer>
${apen?`<aside><button data-lukk aria-label="Lukk">✕</button><h2>Lagt i kurven</h2>${rader()}<p>Sum ${sum()} kr</p>
<button class="Bt" data-til="#/kasse">Til kassen</button> <button data-lukk>Handle videre</button></aside>`:''}`};
document.addEventListener('click',e=>{const
b=e.target.closest('[data-kjop],[data-slett],[data-til],[data-lukk],[data-skuff]');if(!b)return;const d=b.dataset;
if(d.kjop){const k=les(),r=k.find(x=>x.slug===d.kjop);r?r.ant++:k.push({slug:d.kjop,ant:1});skriv(k);
setTimeout(()=>{apen=true;vis()},200)}
else if(d.slett){const k=les();k.splice(+d.slett,1);skriv(k);vis()}else if(d.til){apen=false;location.hash=d.til;vis()}
else{apen=false;
if('lukk' in d)vis()}});
document.addEventListener('submit',async e=>{e.preventDefault();await fetch('/ordre',{method:'POST',
headers:{'Content-Type':'application/json'},
body:JSON.stringify({...Object.fromEntries(new FormData(e.target)),linjer:les()})});skriv([]);location.hash='#/takk'});
addEventListener('hashchange',()=>{scrollTo(0,0);vis()});vis();</script></body></html>"""


class App(Shop):
    """Plakatloftet."""

    def handle(self, request: Request) -> Response:
        """Answer the page, the goods, or take an order."""
        if request.path == "/":
            return html(PAGE)
        if request.path == "/plakater.json":
            return json_response(POSTERS)
        if request.path == "/ordre" and request.method == "POST":
            self.orders += bool((request.json or {}).get("linjer"))
            return json_response({"ok": True})
        return html("Finner ikke siden", 404)
