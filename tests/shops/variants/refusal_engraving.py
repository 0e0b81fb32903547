"""Every piece needs a name to engrave, typed into a field inside a shadow root, before the button does anything.

Danish pet-tag shop drawn by web components from JSON; typing costs no press, so adding takes two.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response

TAGS = [
    {"id": 1, "navn": "Hundetegn Rund", "oere": 8900, "kat": "hund", "max": 10},
    {"id": 2, "navn": "Hundetegn Kødben", "oere": 9900, "kat": "hund", "max": 10},
    {"id": 3, "navn": "Kattetegn Fisk", "oere": 7900, "kat": "kat", "max": 8},
    {"id": 4, "navn": "Kattetegn Klokke", "oere": 8500, "kat": "kat", "max": 8},
    {"id": 5, "navn": "Navneskilt til bur", "oere": 12900, "kat": "andet", "max": 14},
]
PAGE = """<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,
initial-scale=1">
<title>Snudetegn – hundetegn og kattetegn med navn</title><style>html{font:16px/1.5 Lato,Arial,sans-serif;color:#33272a}
body{margin:0}
snude-top,snude-bund{display:block}</style></head><body><snude-top></snude-top><snude-side></snude-side><snude-bund>
</snude-bund>
<script type="module" src="/dele.js"></script></body></html>"""
PARTS = r"""const kr=o=>(o/100).toFixed(2).replace('.',',')+' kr.';
const hent=async(u,b)=>(await fetch(u,b&&{method:'POST',headers:{'Content-Type':'application/json'},
body:JSON.stringify(b)})).json();
const bus=new EventTarget();let kurv=[];const tegn=(t,s)=>`<svg viewBox="0 0 100 100" width="${s}" role="img"
aria-label="Tegn"><circle cx="50" cy="54"
 r="40" fill="#d8b4a0"/><circle cx="50" cy="12" r="9" fill="none" stroke="#888" stroke-width="4"/><text x="50" y="60"
text-anchor="middle"
 font-size="15">${t||''}</text></svg>`;
const gaa=u=>{history.pushState(null,'',u);bus.dispatchEvent(new Event('side'))};
const links=r=>r.querySelectorAll('a[href^="/"]').forEach(a=>a.onclick=e=>{e.preventDefault();
gaa(a.getAttribute('href'))});
class Del extends HTMLElement{constructor(){super();this.r=this.attachShadow({mode:'open'});['side',
'kurv'].forEach(n=>bus.addEventListener(n,
()=>this.hoer(n)))}connectedCallback(){this.tegn()}hoer(){this.tegn()}
set(h){this.r.innerHTML=`<style>*{box-sizing:border-box}a{color:#7d4e57}.g{display:grid;gap:20px;
grid-template-columns:repeat(auto-fill,minmax(150px,1fr))}.m{max-width:900px;margin:0 auto;padding:20px}
button{background:#7d4e57;
color:#fff;border:0;padding:13px 26px;font:inherit;border-radius:4px;cursor:pointer}.fejl{color:#c00}input,
select{display:block;
width:100%;padding:10px;font:inherit;margin:3px 0 12px}input[type=radio],input[type=checkbox]{display:inline;width:auto}
nav{display:flex;gap:18px;padding:14px 20px;border-bottom:2px solid #d8b4a0;flex-wrap:wrap}nav
:last-child{margin-left:auto}
</style>${h}`;
links(this.r)}}
customElements.define('snude-top',class extends Del{tegn(){this.set(`<nav><a href="/"><b>Snudetegn</b></a><a
href="/kat/hund">Hund</a>
<a href="/kat/kat">Kat</a><a href="/hjaelp">Hjælp</a><a href="/kurv">Kurv (${kurv.length})</a></nav>`)}});
customElements.define('snude-bund',class extends Del{tegn(){this.set(`<div class="m"><small>Snudetegn v/ Anne Holm,
 Skovvej 3, 8800 Viborg ·
<a href="/hjaelp">Hjælp og retur</a></small></div>`)}});
customElements.define('snude-side',class extends Del{hoer(n){if(n==='side'){scrollTo(0,0);this.tegn()}}
async tegn(){const [,v,a]=location.pathname.split('/');
const alle=await hent('/data/varer');if(!v||v==='kat'){const l=alle.filter(x=>!v||x.kat===a);return this.set(`<div
class="m"><h1>Tegn med navn</h1>
<div class="g">${l.map(x=>`<div><a href="/vare/${x.id}">${tegn('',120)}<br>${x.navn}</a><br>${kr(x.oere)}
</div>`).join('')}</div></div>`)}
if(v==='vare')return this.vare(alle.find(x=>x.id==a));if(v==='kurv')return this.kurvside();
if(v==='bestil')return this.bestil();
if(v==='tak')return this.set('<div class="m"><h1>Tak for bestillingen</h1></div>');
this.set(`<div class="m"><h1>Hjælp og retur</h1><p>Graverede tegn laves kun til dig og er derfor undtaget fra
fortrydelsesretten. Er der fejl i
graveringen, laver vi et nyt uden beregning. Ugraverede varer kan returneres inden 14 dage.</p><p>Skriv på
hej@snudetegn.example eller
<a href="tel:+4586112233">86 11 22 33</a>.</p></div>`)}
vare(x){this.set(`<div class="m"><div id="v">${tegn('',200)}</div><h1>${x.navn}</h1><p>${kr(x.oere)}</p><label>Navn til
gravering (højst ${x.max}
tegn)<input id="t" maxlength="${x.max}" placeholder="Fx Bella"></label><p class="fejl" id="f"></p><button id="k">Læg i
kurv</button>
<p>Vi graverer samme dag. Rustfrit stål.</p></div>`);const $=i=>this.r.getElementById(i);
$('t').oninput=()=>{$('v').innerHTML=tegn($('t').value,200);
$('f').textContent=''};$('k').onclick=async()=>{const t=$('t').value.trim();
if(!t){$('f').textContent='Skriv det navn, vi skal gravere.';
return $('t').focus()}kurv=await hent('/data/kurv',{id:x.id,tekst:t});bus.dispatchEvent(new Event('kurv'));
$('k').textContent='Lagt i kurven ✓'}}
kurvside(){this.set(`<div class="m"><h1>Kurv</h1>${kurv.length?kurv.map((l,i)=>`<p>${l.navn} – ”${l.tekst.replace(/</g,
'&lt;')}” ${kr(l.oere)}
<button data-i="${i}">Slet</button></p>`).join('')+`<p>I alt ${kr(kurv.reduce((s,l)=>s+l.oere,0))}</p><button
id="b">Videre til bestilling</button>`:
'<p>Kurven er tom.</p>'}</div>`);this.r.querySelectorAll('[data-i]').forEach(b=>b.onclick=async()=>{kurv=await
hent('/data/slet',{i:+b.dataset.i});
bus.dispatchEvent(new Event('kurv'));this.kurvside()});const b=this.r.getElementById('b');
if(b)b.onclick=()=>gaa('/bestil')}
bestil(){this.set(`<div class="m"><h1>Bestilling</h1><form>${['Navn','E-mail','Mobil','Adresse','Postnr.',
'By'].map(n=>`<label>${n}<input required>
</label>`).join('')}<p>Betaling med <label><input type="radio" name="b" checked> MobilePay</label> <label><input
type="radio" name="b"> Dankort
</label></p><button>Bestil og betal</button></form></div>`);
this.r.querySelector('form').onsubmit=async e=>{e.preventDefault();
kurv=await hent('/data/bestil',{});bus.dispatchEvent(new Event('kurv'));gaa('/tak')}}});
addEventListener('popstate',()=>bus.dispatchEvent(new Event('side')));kurv=await hent('/data/kurv');
bus.dispatchEvent(new Event('kurv'));"""


class App(Shop):
    """Snudetegn."""

    def handle(self, request: Request) -> Response:
        """Answer the page, its module or its data."""
        if request.path == "/dele.js":
            return Response(PARTS, content_type="text/javascript; charset=utf-8")
        if not request.path.startswith("/data/"):
            return html(PAGE) if "." not in request.path else html("", 404)
        lines = request.session.setdefault("kurv", [])
        sent = request.json or {}
        if request.path == "/data/varer":
            return json_response(TAGS)
        if request.method == "POST":
            text = str(sent.get("tekst", "")).strip()
            item = next((t for t in TAGS if t["id"] == sent.get("id")), None)
            if request.path == "/data/kurv" and item and text:
                lines.append({"navn": item["navn"], "oere": item["oere"], "tekst": text})
            elif request.path == "/data/slet":
                del lines[int(sent["i"]) : int(sent["i"]) + 1]
            elif request.path == "/data/bestil" and lines:
                self.orders += 1
                lines.clear()
        return json_response(lines)
