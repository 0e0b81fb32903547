"""Pressing the button without a size brings only a toast that is gone after two and a half seconds.

Client rendered with template literals and event delegation (data-act attributes); Swedish yarn shop.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response

YARN = {
    "g1": {"namn": "Gotlandsull 3-trådig", "kr": 98, "slag": "ull", "val": ["50 g", "100 g", "200 g"], "f": "#8d8d92"},
    "g2": {"namn": "Alpacka Mjuk", "kr": 125, "slag": "ull", "val": ["50 g", "100 g"], "f": "#c9a98b"},
    "g3": {"namn": "Lingarn Natur", "kr": 79, "slag": "lin", "val": ["100 g", "250 g"], "f": "#cfc5a5"},
    "g4": {"namn": "Sockgarn Rallare", "kr": 84, "slag": "ull", "val": ["100 g", "150 g"], "f": "#9b2c3a"},
    "g5": {"namn": "Bomull Midsommar", "kr": 62, "slag": "lin", "val": ["50 g", "100 g"], "f": "#5b8fb0"},
}
DOC = """<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Garnladan</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>
body{margin:0;font:16px/1.5 "Trebuchet MS",sans-serif;background:#fff9f2;color:#3a2e2a}.topp{display:flex;gap:20px;
align-items:center;
background:#fff;padding:12px 24px;box-shadow:0 1px 4px #0002}.topp b{font-size:22px;cursor:pointer}.topp
.lank{cursor:pointer;
text-decoration:underline;background:none;border:0;font:inherit;color:inherit}.topp .hoger{margin-left:auto}
.hylla{display:grid;
grid-template-columns:repeat(auto-fill,minmax(160px,1fr));gap:18px;padding:24px}.nystan{background:#fff;
border-radius:14px;padding:14px;
display:block;text-decoration:none;color:inherit}.sida{max-width:720px;margin:0 auto;padding:24px}.piller
button{border:1px solid #b08968;
background:#fff;border-radius:20px;padding:9px 18px;margin:0 8px 8px 0;font:inherit;cursor:pointer}.piller
.vald{background:#b08968;
color:#fff}.stor{background:#7f5539;color:#fff;border:0;border-radius:26px;padding:14px 34px;font:inherit;
cursor:pointer}
.brod{position:fixed;left:50%;bottom:28px;transform:translateX(-50%);background:#2b2b2b;color:#fff;padding:12px 22px;
border-radius:8px}
.rad{display:flex;justify-content:space-between;border-bottom:1px solid #eadbc8;padding:10px 0}form label{display:block;
margin:8px 0}
form input,form select{width:100%;box-sizing:border-box;padding:10px;font:inherit}form input[type=radio]{width:auto}
@media(max-width:600px){.topp{flex-wrap:wrap;gap:10px;padding:10px 14px}.hylla{grid-template-columns:1fr 1fr;
padding:14px}}
</style></head><body><div id="rot">Laddar…</div><script>
const rot=document.getElementById('rot');let V={},K=[],val=null;const q=async(u,d)=>(await fetch('/rest/'+u,
d?{method:'POST',
headers:{'Content-Type':'application/json'},body:JSON.stringify(d)}:undefined)).json();
const nystan=f=>`<svg viewBox="0 0 100 90" width="100%"><circle cx="50" cy="45" r="36" fill="${f}"/><path d="M20
40q30-30 60 5M22 55q30-25
 56 0M40 12q-20 35 8 66" stroke="#fff8" fill="none" stroke-width="3"/></svg>`;
const toast=t=>{const d=document.createElement('div');d.className='brod';d.textContent=t;document.body.append(d);
setTimeout(()=>d.remove(),2500)};
const kort=([id,g])=>`<a class="nystan" href="#/garn/${id}">${nystan(g.f)}<div>${g.namn}</div><strong>${g.kr}
 kr</strong></a>`;
const vyer={'':()=>`<div class="hylla">${Object.entries(V).map(kort).join('')}</div>`,
slag:s=>`<div class="hylla">${Object.entries(V).filter(x=>x[1].slag===s).map(kort).join('')}</div>`,
garn:id=>{const g=V[id];return `<div class="sida"><div style="max-width:280px">${nystan(g.f)}</div><h1>${g.namn}</h1>
<p>${g.kr} kr</p>
<p>Nystanets vikt</p><div class="piller">${g.val.map(v=>`<button data-act="valj" data-v="${v}"
class="${v===val?'vald':''}">${v}</button>`).join('')}</div>
<button class="stor" data-act="kop" data-id="${id}">Köp</button><p>Handtvätt 30°. Stickor 3,5–4 mm.</p></div>`},
korg:()=>`<div class="sida"><h1>Din korg</h1>${K.length?K.map((r,i)=>`<div class="rad"><span>${r.namn}, ${r.v}</span>
<span>${r.kr} kr
<button data-act="bort" data-i="${i}">Ta bort</button></span></div>`).join('')+`<p>Totalt ${K.reduce((a,r)=>a+r.kr,0)}
 kr</p>
<button class="stor" data-act="till" data-h="#/betala">Till betalning</button>`:'<p>Korgen är tom.</p>'}</div>`,
betala:()=>`<div class="sida"><h1>Leverans och betalning</h1><form>${['E-post','Namn','Gatuadress','Postnummer','Ort',
'Mobilnummer'].map(
n=>`<label>${n}<input required></label>`).join('')}<p>Betalsätt</p><label><input type="radio" name="b" checked>
Swish</label><label>
<input type="radio" name="b"> Faktura 14 dagar</label><button class="stor">Beställ och betala</button></form></div>`,
fragor:()=>`<div class="sida"><h1>Frågor och svar</h1><h2>Kan jag lämna tillbaka garn?</h2><p>Ja, hela nystan med
banderoll kvar tar vi
tillbaka inom 60 dagar från leveransen. Skicka dem till Garnladan, Storgatan 4, 831 30 Östersund och lägg med
ordernumret så betalar vi
tillbaka pengarna inom en vecka. Returfrakten står du för.</p><h2>Hur når jag er?</h2><p>Skriv till
<a href="mailto:fraga@garnladan.example">fraga@garnladan.example</a>.</p></div>`,
tack:()=>'<div class="sida"><h1>Tack!</h1></div>'};
function rita(){const [,v='',a]=location.hash.split('/');rot.innerHTML=`<div class="topp"><b data-act="till"
data-h="#/">Garnladan</b>
<a href="#/slag/ull">Ullgarn</a><a href="#/slag/lin">Lin &amp; bomull</a><a href="#/fragor">Frågor &amp; svar</a>
<a class="hoger" href="#/korg">Korgen (${K.length})</a></div>`+(vyer[v]||vyer[''])(a&&decodeURIComponent(a))}
document.addEventListener('click',async e=>{const b=e.target.closest('[data-act]');if(!b)return;const d=b.dataset;
if(d.act==='till')location.hash=d.h;if(d.act==='valj'){val=d.v;rita()}if(d.act==='bort'){K=await q('bort',{i:+d.i});
rita()}
if(d.act==='kop'){if(!val)return toast('Välj vikt först');const r=await q('kop',{id:d.id,v:val});K=r;rita();
toast('Ligger i korgen!')}});
document.addEventListener('submit',async e=>{e.preventDefault();await q('order',{});K=[];location.hash='#/tack'});
addEventListener('hashchange',()=>{val=null;scrollTo(0,0);rita()});(async()=>{V=await q('sortiment');K=await q('korg');
rita()})();
</script></body></html>"""


class App(Shop):
    """Garnladan."""

    def handle(self, request: Request) -> Response:
        """Answer the one page or its interface."""
        if request.path == "/":
            return html(DOC)
        rows = request.session.setdefault("rows", [])
        data = request.json or {}
        call = request.path.removeprefix("/rest/")
        if call == "sortiment":
            return json_response(YARN)
        if request.method == "POST":
            item = YARN.get(str(data.get("id")), {})
            if call == "kop" and data.get("v") in list(item.get("val", [])):
                rows.append({"namn": item["namn"], "kr": item["kr"], "v": data["v"]})
            elif call == "bort":
                del rows[int(data["i"]) : int(data["i"]) + 1]
            elif call == "order" and rows:
                self.orders += 1
                rows.clear()
        return json_response(rows) if call in ("korg", "kop", "bort", "order") else html("", 404)
