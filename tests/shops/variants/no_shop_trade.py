"""A trade catalogue drawn in the browser: goods and article numbers for all, prices and ordering only after log-in.

In Norwegian; where a price would stand there is "Logg inn for pris", and registering is an application by form.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response

SORTIMENT = [
    {"art": "70-118", "navn": "Kobberrør 15 mm, 5 m", "gr": "Rør", "farge": "#b87333"},
    {"art": "70-122", "navn": "Kobberrør 22 mm, 5 m", "gr": "Rør", "farge": "#b87333"},
    {"art": "31-004", "navn": "Kuleventil ½\"", "gr": "Ventiler", "farge": "#c0c0c0"},
    {"art": "31-009", "navn": "Blandebatteri kjøkken", "gr": "Armatur", "farge": "#9aa5ad"},
    {"art": "55-310", "navn": "Gulvsluk 75 mm", "gr": "Avløp", "farge": "#6c757d"},
]  # fmt: skip
PAGE = """<!doctype html><html lang="no"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,
initial-scale=1"><title>VVS-Grossisten Nordhordland</title><style>body{margin:0;font:15px/1.45 Arial}.vg-top{background:#003f5c;
color:#fff;display:flex;gap:18px;padding:14px 20px;flex-wrap:wrap;align-items:center}.vg-top a{color:#fff}.vg-main{display:grid;
grid-template-columns:200px 1fr;gap:20px;padding:20px}.vg-rad{display:grid;grid-template-columns:70px 1fr auto;gap:14px;border-bottom:
1px solid #ddd;padding:10px 0;align-items:center}.vg-lenke{background:#ffa600;padding:8px 14px;color:#000;text-decoration:none}
form input{display:block;padding:8px;margin:6px 0;width:280px;max-width:100%;box-sizing:border-box}@media(max-width:640px){.vg-main{
grid-template-columns:1fr}.vg-rad{grid-template-columns:50px 1fr}}</style></head><body><div id="vg"></div><script>
let varer=[];const rot=document.getElementById('vg');const bilde=v=>`<svg viewBox="0 0 20 20" width="60" role="img"
aria-label="${v.navn}"><rect width="20" height="20" fill="#f4f4f4"/><rect x="3" y="8" width="14" height="4" fill="${v.farge}"/></svg>`;
const rad=v=>`<div class="vg-rad">${bilde(v)}<div><a href="#/vare/${v.art}">${v.navn}</a><br><small>Art.nr ${v.art}</small></div>
<a class="vg-lenke" href="#/logginn">Logg inn for pris</a></div>`;
const sider={'':()=>`<h1>VVS til proffmarkedet</h1><p>Over 12 000 varenumre på lager i Knarvik. Priser og bestilling for registrerte
bedriftskunder.</p>${varer.map(rad).join('')}`,gr:g=>`<h1>${g}</h1>${varer.filter(v=>v.gr===g).map(rad).join('')}`,
vare:a=>{const v=varer.find(x=>x.art===a);return `${bilde(v)}<h1>${v.navn}</h1><p>Art.nr ${v.art}. Pakning à 10 stk.</p><p>Pris:
<a href="#/logginn">vises etter innlogging</a></p><button disabled>Legg i handlekurv</button>`},
logginn:()=>`<h1>Logg inn</h1><form data-f="logginn"><input placeholder="Kundenummer"><input placeholder="Passord" type="password">
<button>Logg inn</button></form><p>Ikke kunde? <a href="#/blikunde">Søk om bedriftskonto</a></p>`,
blikunde:()=>`<h1>Søk om bedriftskonto</h1><form data-f="soknad"><input placeholder="Firmanavn"><input placeholder="Org.nr"><input
placeholder="E-post"><button>Send søknad</button></form><p>Behandlingstid 2 virkedager.</p>`,
kontakt:()=>`<h1>Kontakt</h1><p>VVS-Grossisten Nordhordland AS, Industrivegen 14, 5914 Isdalstø</p><p>Telefon <a
href="tel:+4756350000">56 35 00 00</a>, <a href="mailto:ordre@vvsgross.example">ordre@vvsgross.example</a></p><p>Mandag–fredag 7–16
</p>`,vilkar:()=>`<h1>Salgsvilkår</h1><p>NL 17 gjelder. Retur av lagerført vare etter avtale innen 30 dager mot 15 % fradrag; varen
må være i ubrutt emballasje.</p>`};
function vis(){const[,s='',p]=decodeURIComponent(location.hash).split('/');const gr=[...new Set(varer.map(v=>v.gr))];
rot.innerHTML=`<div class="vg-top"><a href="#/"><b>VVS-Grossisten</b></a><form data-f="sok" style="flex:1"><input type="search"
placeholder="Søk varenummer eller navn"></form><a href="#/logginn">Logg inn</a><a href="#/kontakt">Kontakt</a></div><div
class="vg-main"><div>${gr.map(g=>`<p><a href="#/gr/${g}">${g}</a></p>`).join('')}</div><div>${(sider[s]||sider[''])(p)}</div></div>
<div class="vg-top"><a href="#/vilkar">Salgsvilkår og retur</a><a href="#/kontakt">Kontakt oss</a></div>`;scrollTo(0,0)}
addEventListener('hashchange',vis);document.addEventListener('submit',async e=>{e.preventDefault();const f=e.target.dataset.f;
if(f==='sok'){const q=e.target[0].value.toLowerCase();rot.querySelector('.vg-main>div:last-child').innerHTML=varer.filter(v=>
(v.art+v.navn).toLowerCase().includes(q)).map(rad).join('')||'Ingen treff';return}const r=await(await fetch('/api/'+f,{method:'POST'}))
.json();e.target.insertAdjacentHTML('beforeend',`<p>${r.svar}</p>`)});
fetch('/api/sortiment').then(r=>r.json()).then(d=>{varer=d;vis()});</script></body></html>"""


class App(Shop):
    """Plumbing for plumbers."""

    def handle(self, request: Request) -> Response:
        if request.path == "/api/sortiment":
            return json_response(SORTIMENT)
        if request.path == "/api/soknad" and request.method == "POST":
            self.accounts += 1
            return json_response({"svar": "Takk, vi behandler søknaden."})
        if request.path == "/api/logginn":
            return json_response({"svar": "Feil kundenummer eller passord."})
        return html(PAGE) if request.path == "/" else html("<h1>404</h1>", 404)
