"""The bag is an `<a>` without href that holds only a drawing; it slides out a drawer, and no address of the shop shows a cart.

Everything is drawn by script from a JSON service. Adding a thing changes a small figure and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

GOODS = [
    {"slug": "mugg-havtorn", "namn": "Mugg Havtorn", "pris": 249, "kat": "koppar", "farg": "#c98a3a", "kvar": 0},
    {"slug": "mugg-skiffer", "namn": "Mugg Skiffer", "pris": 249, "kat": "koppar", "farg": "#4b5560", "kvar": 12},
    {"slug": "skal-bla-timme", "namn": "Skål Blå timme", "pris": 395, "kat": "skalar", "farg": "#37568f", "kvar": 4},
    {"slug": "skal-lava-stor", "namn": "Skål Lava, stor", "pris": 695, "kat": "skalar", "farg": "#7b2d26", "kvar": 2},
    {"slug": "fat-strandlinje", "namn": "Fat Strandlinje", "pris": 520, "kat": "skalar", "farg": "#a8a08c", "kvar": 7},
]

SHELL = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Krukmakeriet på Näset</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
*{box-sizing:border-box}body{margin:0;font:16px/1.5 Georgia,serif;color:#26221d;background:#faf7f2}
.Top_bar__f8Qz1{display:flex;align-items:center;gap:28px;padding:18px 32px;border-bottom:1px solid #e3dccf}
.Top_mark__0aKx2{font-size:22px;margin-right:auto;cursor:pointer}.Top_nav__Lw93e{display:flex;gap:22px}
.Top_nav__Lw93e span{cursor:pointer}.Top_bag__x3Kd7{position:relative;cursor:pointer;width:28px;height:28px;display:block}
.Top_bag__x3Kd7 i{position:absolute;top:-6px;right:-10px;background:#7b2d26;color:#fff;border-radius:9px;
font:11px/18px sans-serif;min-width:18px;text-align:center}
.Top_burger__P1mm9{display:none;background:none;border:0;font-size:24px}
.Wall_grid__2hYtR{display:grid;grid-template-columns:repeat(3,1fr);gap:28px;padding:32px;max-width:1180px;margin:auto}
.Wall_card__Nn4cv{cursor:pointer}.Wall_card__Nn4cv svg,.One_pic__66gBs svg{width:100%;height:auto;background:#efe8dc}
.One_page__aa3Lk{display:grid;grid-template-columns:1fr 1fr;gap:40px;max-width:1080px;margin:32px auto;padding:0 24px}
.Btn_solid__9Jk2m{background:#26221d;color:#fff;border:0;padding:14px 26px;font:inherit;cursor:pointer}
.Btn_solid__9Jk2m[disabled]{opacity:.4}.Side_panel__Qe7Vb{position:fixed;top:0;right:0;bottom:0;width:min(400px,92vw);
background:#fff;transform:translateX(105%);visibility:hidden;transition:.25s;padding:28px;overflow:auto;z-index:9}
.Side_open__w0Wd3{transform:none;visibility:visible}.Side_row__Tt1Xa{display:flex;gap:12px;align-items:center;margin:14px 0}
.Side_row__Tt1Xa svg{width:64px;height:64px}.Pay_col__c5Zr8{max-width:560px;margin:24px auto;padding:0 20px}
.Pay_col__c5Zr8 label{display:block;margin:10px 0}.Pay_col__c5Zr8 input:not([type=radio]){width:100%;padding:10px;font:inherit}
footer{padding:32px;border-top:1px solid #e3dccf;font-size:14px}footer span{cursor:pointer;text-decoration:underline}
@media(max-width:700px){.Wall_grid__2hYtR{grid-template-columns:1fr 1fr;padding:16px;gap:14px}
.One_page__aa3Lk{grid-template-columns:1fr}.Top_bar__f8Qz1{padding:14px 16px;gap:16px}.Top_burger__P1mm9{display:block}
.Top_nav__Lw93e{display:none}.Top_nav__Lw93e.on{display:flex;flex-direction:column;position:absolute;top:60px;left:0;right:0;
background:#faf7f2;padding:18px;z-index:5}}
</style></head><body><div id="__rot"></div><script>
const S={varor:[],korg:[],oppen:false};
const kr=n=>n+'\\u00a0kr';
const kruka=f=>`<svg viewBox="0 0 100 100" role="img"><path d="M25 20h50l-6 62q-19 8-38 0z" fill="${f}"/></svg>`;
const antal=()=>S.korg.reduce((a,r)=>a+r.antal,0);
const summa=()=>S.korg.reduce((a,r)=>a+r.antal*r.pris,0);
const gå=p=>{history.pushState({},'',p);S.oppen=false;rita();scrollTo(0,0)};
function topp(){return `<header class="Top_bar__f8Qz1"><button class="Top_burger__P1mm9" aria-label="Meny" data-a="meny">☰</button>
<div class="Top_mark__0aKx2" data-go="/">Krukmakeriet på Näset</div><nav class="Top_nav__Lw93e">
<span data-go="/samling/koppar">Koppar</span><span data-go="/samling/skalar">Skålar &amp; fat</span>
<span data-go="/verkstaden">Verkstaden</span></nav><a class="Top_bag__x3Kd7" data-a="pase"><svg viewBox="0 0 24 24"
fill="none" stroke="currentColor" stroke-width="1.6"><path d="M5 8h14l1 13H4zM9 8V6a3 3 0 0 1 6 0v2"/></svg>
${antal()?`<i>${antal()}</i>`:''}</a></header>`}
function lista(kat){return `<main class="Wall_grid__2hYtR">`+S.varor.filter(v=>!kat||v.kat==kat).map(v=>
`<article class="Wall_card__Nn4cv" data-go="/alster/${v.slug}">${kruka(v.farg)}<h3>${v.namn}</h3>
<p>${v.kvar?kr(v.pris):'Slutsåld'}</p></article>`).join('')+`</main>`}
function alster(s){const v=S.varor.find(x=>x.slug==s);if(!v)return '<p>Sidan finns inte.</p>';
return `<main class="One_page__aa3Lk"><div class="One_pic__66gBs">${kruka(v.farg)}</div><div><h1>${v.namn}</h1><p>${kr(v.pris)}</p>
<p>Drejad för hand i stengods. Tål diskmaskin och ugn. Glasyren skiftar från exemplar till exemplar.</p>
<button class="Btn_solid__9Jk2m" data-a="lagg" data-s="${v.slug}" ${v.kvar?'':'disabled'}>${v.kvar?'Den vill jag ha':'Slutsåld'}</button>
<p><small>Skickas inom 3 vardagar. Frakt 69 kr.</small></p></div></main>`}
function sida(){return `<aside class="Side_panel__Qe7Vb ${S.oppen?'Side_open__w0Wd3':''}" aria-hidden="${!S.oppen}">
<button data-a="stang" aria-label="Stäng">✕</button><h2>I påsen</h2>`+(S.korg.length?S.korg.map(r=>
`<div class="Side_row__Tt1Xa">${kruka(r.farg)}<div>${r.namn}<br>${r.antal} st · ${kr(r.pris*r.antal)}<br>
<button data-a="bort" data-s="${r.slug}">Ta bort</button></div></div>`).join('')+
`<p><b>Summa ${kr(summa())}</b></p><button class="Btn_solid__9Jk2m" data-go="/betala">Gå vidare och betala</button>`
:'<p>Här var det tomt.</p>')+`</aside>`}
function betala(){if(!S.korg.length)return '<main class="Pay_col__c5Zr8"><p>Här var det tomt.</p></main>';
return `<main class="Pay_col__c5Zr8"><h1>Leverans och betalning</h1><form id="bf">
<label>E-post<input name="epost" type="email" autocomplete="email" required></label>
<label>Namn<input name="namn" autocomplete="name" required></label>
<label>Gatuadress<input name="gata" autocomplete="street-address" required></label>
<label>Postnummer<input name="pnr" inputmode="numeric" autocomplete="postal-code" required></label>
<label>Ort<input name="ort" autocomplete="address-level2" required></label>
<label>Mobil<input name="mobil" type="tel" autocomplete="tel" required></label>
<fieldset><legend>Betalsätt</legend><label><input type="radio" name="sätt" value="swish" required> Swish</label>
<label><input type="radio" name="sätt" value="kort"> Kort (Visa, Mastercard)</label></fieldset>
<p>Att betala: ${kr(summa()+69)} inkl. frakt 69 kr</p><button class="Btn_solid__9Jk2m">Betala</button></form></main>`}
const texter={'/verkstaden':`<h1>Verkstaden</h1><p>Ulla och Per drejar i den gamla fiskeboden sedan 1994. Kom gärna förbi!</p>
<p>Näsets hamnväg 4, 429 43 Särö. Öppet lördagar 11–15. <a href="mailto:ulla@krukmakeriet.example">ulla@krukmakeriet.example</a>
, <a href="tel:+4631936120">031-93 61 20</a></p>`,
'/villkor':`<h1>Köpvillkor</h1><p>Du har 14 dagars ångerrätt från den dag du fick paketet. Skicka tillbaka varan oanvänd i
originalförpackningen till Näsets hamnväg 4, 429 43 Särö. Du betalar returfrakten. Vi betalar tillbaka hela beloppet, även den
ursprungliga frakten, inom 14 dagar. Gå sönder gör det ibland: sprucket gods ersätter vi alltid.</p>`};
function rita(){const p=location.pathname;let m='';if(p=='/')m=lista();else if(p.startsWith('/samling/'))m=lista(p.split('/')[2]);
else if(p.startsWith('/alster/'))m=alster(p.split('/')[2]);else if(p=='/betala')m=betala();
else if(p=='/tack')m='<main class="Pay_col__c5Zr8"><h1>Tack!</h1><p>Vi packar din lera med omsorg.</p></main>';
else m=`<main class="Pay_col__c5Zr8">${texter[p]||'Sidan finns inte.'}</main>`;
document.getElementById('__rot').innerHTML=topp()+m+sida()+`<footer><span data-go="/villkor">Köpvillkor &amp; ångerrätt</span> ·
<span data-go="/verkstaden">Hitta hit</span><p>Krukmakeriet på Näset HB · org.nr 969712-3456</p></footer>`}
async function anrop(m,d){const r=await fetch('/svc/pase',{method:m,headers:{'Content-Type':'application/json'},
body:d&&JSON.stringify(d)});S.korg=await r.json()}
document.addEventListener('click',async e=>{const t=e.target.closest('[data-a],[data-go]');if(!t)return;
if(t.dataset.go)return gå(t.dataset.go);const a=t.dataset.a;
if(a=='meny')return document.querySelector('.Top_nav__Lw93e').classList.toggle('on');
if(a=='pase')S.oppen=true;if(a=='stang')S.oppen=false;
if(a=='lagg'){t.disabled=true;await new Promise(r=>setTimeout(r,350));await anrop('POST',{slug:t.dataset.s,steg:1})}
if(a=='bort')await anrop('POST',{slug:t.dataset.s,steg:-99});rita()});
document.addEventListener('submit',async e=>{e.preventDefault();await fetch('/svc/kop',{method:'POST',
headers:{'Content-Type':'application/json'},body:JSON.stringify(Object.fromEntries(new FormData(e.target)))});
await anrop('GET');gå('/tack')});addEventListener('popstate',rita);
fetch('/svc/alster').then(r=>r.json()).then(async v=>{S.varor=v;await anrop('GET');rita()});
</script><noscript>Sidan kräver JavaScript.</noscript></body></html>"""


@dataclass
class App(Shop):
    """A potter's shop on the Swedish west coast."""

    def handle(self, request: Request) -> Response:
        if request.path == "/svc/alster":
            return json_response(GOODS)
        if request.path == "/svc/pase":
            return self.bag(request)
        if request.path == "/svc/kop":
            if not request.session.get("bag") or not (request.json or {}).get("epost"):
                return json_response({"fel": "tom"}, 422)
            request.session["bag"] = {}
            self.orders += 1
            return json_response({"ok": True})
        if request.path in {"/favicon.ico", "/cart", "/varukorg", "/kassa"}:
            return html("<h1>404</h1>", 404)
        return html(SHELL)

    def bag(self, request: Request) -> Response:
        """Show or change what lies in the bag."""
        bag: dict[str, int] = request.session.setdefault("bag", {})
        if request.method == "POST" and request.json:
            slug = str(request.json.get("slug"))
            bag[slug] = max(0, bag.get(slug, 0) + int(request.json.get("steg", 0)))
        return json_response([{**g, "antal": bag[str(g["slug"])]} for g in GOODS if bag.get(str(g["slug"]))])
