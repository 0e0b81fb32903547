"""After adding, a toast fades within two seconds and a dot appears on the cart icon; nothing else on the page changes.

Client rendered in Norwegian from embedded JSON, with real links; an account is required before the address can be
given.
"""

from __future__ import annotations

import json

from tests.shops.kit import Request, Response, Shop, html, json_response

GEAR = [
    {"sku": "LY-20", "tittel": "Hodelykt Nordlys 600", "pris": 549, "avd": "turutstyr", "farge": "#264653"},
    {"sku": "SO-11", "tittel": "Sovepose Finse -7", "pris": 2199, "avd": "turutstyr", "farge": "#e76f51"},
    {"sku": "TE-02", "tittel": "Tomannstelt Rondane", "pris": 3990, "avd": "telt", "farge": "#2a9d8f"},
    {"sku": "PR-07", "tittel": "Primus Storm", "pris": 899, "avd": "kjokken", "farge": "#e9c46a"},
    {"sku": "KO-03", "tittel": "Kokekar 1,5 l", "pris": 349, "avd": "kjokken", "farge": "#6d6875"},
]
APP = """const D=JSON.parse(document.getElementById('data').textContent);const kr=n=>n.toLocaleString('nb-NO')+' kr';
const bilde=(v,w)=>`<svg viewBox="0 0 60 60" width="${w||'100%'}" role="img" aria-label="${v.tittel}"><rect width="60"
height="60" fill="#eef1f2"/>
<path d="M8 48L30 12l22 36z" fill="${v.farge}"/></svg>`;
const avd={turutstyr:'Turutstyr',telt:'Telt',kjokken:'Friluftskjøkken'};const rot=document.querySelector('#skjerm');
const topp=()=>`<header class="tw-a"><a href="/" class="tw-b">VIDDA</a><nav class="tw-c">${Object.entries(avd).map(([k,
v])=>
`<a href="/avdeling/${k}">${v}</a>`).join('')}</nav><button class="tw-d" aria-label="Meny" data-meny>☰</button>
<a href="/handlevogn" class="tw-e" aria-label="Handlevogn"><svg width="26" height="26" viewBox="0 0 24 24" fill="none"
stroke="currentColor"
stroke-width="1.6"><path d="M3 4h3l2 12h10l2-8H7"/><circle cx="10" cy="20" r="1.4"/><circle cx="17" cy="20" r="1.4"/>
</svg>
${D.vogn.length?'<i></i>':''}</a></header>`;
const
bunn='<footer class="tw-f"><a href="/retur">Bytte og retur</a> <a href="/kontakt">Kontakt</a><p>Vidda Friluft AS, Torggata 8, 2615 Lillehammer</p></footer>';
const kort=l=>'<div class="tw-g">'+l.map(v=>`<a href="/vare/${v.sku}">${bilde(v)}<span>${v.tittel}</span>
<b>${kr(v.pris)}</b></a>`).join('')+'</div>';
const sider={'':()=>'<h1>Ut på tur</h1>'+kort(D.varer),avdeling:a=>`<h1>${avd[a]}
</h1>`+kort(D.varer.filter(v=>v.avd===a)),
vare:s=>{const v=D.varer.find(x=>x.sku===s);return `<div class="tw-h">${bilde(v,280)}<div><h1>${v.tittel}</h1><p
class="tw-i">${kr(v.pris)}</p>
<p>På lager i nettbutikken</p><button class="tw-j" data-kjop="${v.sku}">Legg i handlevognen</button><p>★★★★☆ 4,3 (12
anmeldelser)</p></div></div>`},
handlevogn:()=>'<h1>Handlevogn</h1>'+(D.vogn.length?D.vogn.map((s,i)=>{const v=D.varer.find(x=>x.sku===s);
return `<p>${v.tittel} <b>${kr(v.pris)}</b>
<button data-fjern="${i}">Fjern</button></p>`}).join('')+`<p>Sum ${kr(D.vogn.reduce((a,
s)=>a+D.varer.find(x=>x.sku===s).pris,0))}</p>
<a class="tw-j" href="/kasse">Gå til kassen</a>`:'<p>Handlevognen er tom.</p>'),
kasse:()=>`<h1>Logg inn for å fullføre</h1><p>Du må ha en Vidda-konto for å handle hos oss.</p><form data-f="login">
<label>E-post<input name="e"
type="email" required></label><label>Passord<input name="p" type="password" required></label><button class="tw-j">Logg
inn</button></form>
<h2>Ny kunde?</h2><form data-f="registrer"><label>E-post<input name="e" type="email" required></label><label>Velg
passord<input name="p"
type="password" required></label><button class="tw-j">Opprett konto</button></form>`,
levering:()=>`<h1>Levering og betaling</h1><form data-f="bestill"><label>Navn<input required></label>
<label>Adresse<input required></label><label>
Postnr. og sted<input required></label><label>Betaling<select><option>Vipps</option><option>Kort</option></select>
</label><button class="tw-j">
Fullfør kjøp</button></form>`,takk:()=>'<h1>Takk for handelen!</h1>',
retur:()=>`<h1>Bytte og retur</h1><p>Du har 100 dagers åpent kjøp på ubrukte varer. Legg ved returskjemaet og send
pakken tilbake med Posten, retur
koster 59 kr. Angrerettloven gir deg i tillegg 14 dager uansett grunn. Vi refunderer innen 14 dager.</p>`,
kontakt:()=>'<h1>Kontakt</h1><p>Ring <a href="tel:+4761201020">61 20 10 20</a> hverdager 9–15.</p>'};
function vis(){const [,s,a]=location.pathname.split('/');
rot.innerHTML=topp()+'<main class="tw-k">'+(sider[s||'']||sider[''])(a)+'</main>'+bunn}
document.addEventListener('click',async e=>{const k=e.target.closest('[data-kjop]'),f=e.target.closest('[data-fjern]');
if(e.target.closest('[data-meny]'))document.querySelector('.tw-c').classList.toggle('vis');
if(k){k.disabled=true;const r=await fetch('/graph/vogn',{method:'POST',headers:{'Content-Type':'application/json'},
body:JSON.stringify({legg:k.dataset.kjop})});D.vogn=await r.json();setTimeout(()=>{k.disabled=false;const
ikon=document.querySelector('.tw-e');
if(!ikon.querySelector('i'))ikon.append(document.createElement('i'));const t=document.createElement('div');
t.className='tw-t';
t.textContent='Varen er lagt i handlevognen';document.body.append(t);setTimeout(()=>t.style.opacity=0,1500);
setTimeout(()=>t.remove(),2000)},300)}
if(f){const r=await fetch('/graph/vogn',{method:'POST',headers:{'Content-Type':'application/json'},
body:JSON.stringify({fjern:+f.dataset.fjern})});
D.vogn=await r.json();vis()}});
document.addEventListener('submit',async e=>{e.preventDefault();const n=e.target.dataset.f;await fetch('/graph/'+n,
{method:'POST',
headers:{'Content-Type':'application/json'},body:JSON.stringify(Object.fromEntries(new FormData(e.target)))});
location.href=n==='bestill'?'/takk':'/levering'});vis();"""
CSS = """*{box-sizing:border-box}body{margin:0;font:16px/1.5 "Work Sans",Arial,sans-serif;color:#1f2a2e}
.tw-a{display:flex;align-items:center;
gap:28px;padding:16px 28px;border-bottom:1px solid #dfe5e7}.tw-a a{color:inherit;text-decoration:none}
.tw-b{font-weight:800;letter-spacing:.2em}
.tw-c{display:flex;gap:20px}.tw-d{display:none}.tw-e{margin-left:auto;position:relative}.tw-e i{position:absolute;
top:-2px;right:-4px;width:10px;
height:10px;border-radius:50%;background:#e76f51}.tw-g{display:grid;grid-template-columns:repeat(auto-fill,minmax(170px,
1fr));gap:20px}.tw-g a{
color:inherit;text-decoration:none}.tw-g span{display:block}.tw-h{display:flex;gap:36px;flex-wrap:wrap}
.tw-i{font-size:26px}.tw-j{display:inline-block;
background:#264653;color:#fff;border:0;padding:15px 30px;font:inherit;text-decoration:none;cursor:pointer}
.tw-k{max-width:1000px;margin:0 auto;
padding:20px}.tw-t{position:fixed;top:20px;left:50%;transform:translateX(-50%);background:#2a9d8f;color:#fff;
padding:14px 24px;border-radius:4px;
transition:opacity .5s}.tw-f{padding:24px;background:#eef1f2}label{display:block;margin-bottom:10px}label input,label
select{display:block;
padding:10px;width:100%;max-width:400px;font:inherit}@media(max-width:640px){.tw-d{display:block;background:none;
border:0;font-size:24px}
.tw-c{display:none}.tw-c.vis{display:block;position:absolute;top:60px;left:0;right:0;background:#fff;padding:16px;
z-index:2}.tw-c a{display:block;
padding:9px}}"""


class App(Shop):
    """Vidda."""

    def handle(self, request: Request) -> Response:
        """Answer pages with their data inside, and the calls."""
        cart = request.session.setdefault("vogn", [])
        sent = request.json or {}
        if request.method == "POST":
            match request.path.removeprefix("/graph/"):
                case "vogn":
                    if sent.get("legg") in {g["sku"] for g in GEAR}:
                        cart.append(sent["legg"])
                    elif "fjern" in sent:
                        del cart[int(sent["fjern"]) : int(sent["fjern"]) + 1]
                case "registrer":
                    self.accounts += 1
                    request.session["inne"] = True
                case "bestill" if cart and request.session.get("inne"):
                    self.orders += 1
                    cart.clear()
            return json_response(cart)
        if "." in request.path:
            return html("", 404)
        data = json.dumps({"varer": GEAR, "vogn": cart}, ensure_ascii=False)
        return html(f"""<!doctype html><html lang="no"><head><meta charset="utf-8"><title>Vidda Friluft</title><meta
name="viewport"
content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body><div id="skjerm"></div><script
type="application/json" id="data">
{data}</script><script>{APP}</script></body></html>""")
