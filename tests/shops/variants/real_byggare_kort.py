"""A Swedish maker of desks: a configurator with radio cards, a sticky bar on phones and a basket that slides in; the till asks the e-mail first.

Everything is drawn by script from one answer; no wood is chosen beforehand, the edge is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

DESKS: list[dict[str, Any]] = [
    {"kod": "FJ-100", "url": "skrivbord-lova", "namn": "Skrivbord Lova", "pris": 4990, "slut": False},
    {"kod": "FJ-120", "url": "skrivbord-frej", "namn": "Skrivbord Frej", "pris": 6490, "slut": False},
    {"kod": "FJ-210", "url": "matbord-tuva", "namn": "Matbord Tuva", "pris": 11900, "slut": True},
    {"kod": "FJ-300", "url": "bank-ask", "namn": "Bänk Ask", "pris": 2790, "slut": False},
    {"kod": "FJ-410", "url": "hylla-sten", "namn": "Hylla Sten", "pris": 1890, "slut": False},
]
WOODS = {"ek": ("Ek", 0), "bjork": ("Björk", -400), "valnot": ("Valnöt", 1500)}
CSS = """:root{--g:#2f4a3c}body{margin:0;background:#fbfaf6;color:#26302a;font:16px/1.55 Inter,system-ui,sans-serif}#app{min-height:90vh}.topbar{display:flex;align-items:center;padding:18px 5vw;gap:30px}.topbar .logo{font-weight:700;font-size:21px;color:var(--g);text-decoration:none;flex:1}.topbar a{color:inherit;text-decoration:none}.basketbtn{border:0;background:none;font:inherit;cursor:pointer}
.wrap{padding:0 5vw 80px}.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:26px}.card{display:block;background:#fff;border-radius:14px;padding:18px;color:inherit;text-decoration:none;box-shadow:0 1px 4px #0001}.cfg{display:grid;grid-template-columns:1.2fr 1fr;gap:50px}.cfg .canvas{background:#eee9dc;border-radius:20px;min-height:320px;position:sticky;top:20px}
.grp{border:0;padding:0;margin:0 0 22px}.grp legend{font-weight:600;padding:0 0 8px}.opt{display:flex;gap:14px;align-items:center;border:2px solid #d9d5c8;border-radius:12px;padding:12px 16px;margin-bottom:8px;cursor:pointer;background:#fff}.opt input{position:absolute;opacity:0;pointer-events:none}.opt:has(input:checked){border-color:var(--g);background:#eef3ee}.opt i{width:34px;height:34px;border-radius:50%}.opt em{margin-left:auto;font-style:normal;color:#6a736d}
.step{display:inline-flex;border:1px solid #bbb;border-radius:10px;overflow:hidden}.step button{width:44px;height:44px;border:0;background:#fff;font-size:20px}.step output{width:44px;line-height:44px;text-align:center}.cta{background:var(--g);color:#fff;border:0;border-radius:12px;padding:15px 26px;font:inherit;font-weight:600;cursor:pointer}.need{color:#a3341f;min-height:1.5em}.bottom{display:none}
.slide{position:fixed;top:0;right:0;bottom:0;width:min(430px,100vw);background:#fff;box-shadow:-8px 0 40px #0003;transform:translateX(105%);visibility:hidden;transition:.3s;z-index:30;padding:22px;box-sizing:border-box;overflow:auto}.slide.in{transform:none;visibility:visible}.slide .x{float:right;border:0;background:none;font-size:24px}.line{display:flex;gap:12px;border-bottom:1px solid #e6e2d6;padding:14px 0}.line b{flex:1}
.fot{background:var(--g);color:#eef3ee;padding:40px 5vw 110px;display:flex;gap:50px;flex-wrap:wrap}.fot a{color:inherit;display:block}.kaka{position:fixed;left:20px;bottom:20px;max-width:340px;background:#fff;border-radius:14px;padding:20px;box-shadow:0 6px 30px #0003;z-index:50}.kaka button{margin:8px 8px 0 0;padding:9px 16px;border-radius:8px;border:1px solid var(--g);background:#fff;font:inherit}
@media(max-width:760px){.topbar nav{display:none}.cfg{grid-template-columns:1fr;gap:20px}.cfg .canvas{position:static;min-height:200px}.inpage{display:none}.bottom{display:flex;position:fixed;left:0;right:0;bottom:0;background:#fff;padding:12px 16px;gap:12px;align-items:center;box-shadow:0 -4px 18px #0002;z-index:20}.bottom .cta{flex:1;padding:14px 8px}.kaka{left:10px;right:10px;bottom:90px;max-width:none}}"""
JS = r"""
const app=document.getElementById('app');let D=null,qty=1,open=false;
const kr=n=>n.toLocaleString('sv-SE').replace(/\s/g,' ')+' kr';
const tone={ek:'#c9a36a',bjork:'#e6d3b1',valnot:'#5d4030'};
const desk=c=>`<svg viewBox="0 0 120 80" width="100%" aria-hidden="true"><path d="M10 26h100v7H10zM18 33h6v37h-6zM96 33h6v37h-6z" fill="${c||'#b7a98b'}"/></svg>`;
const views={
hem:()=>`<h1>Möbler byggda efter dig</h1><p>Välj träslag, så börjar snickaren samma vecka.</p><div class="cards">${D.varor.map(v=>`<a class="card" href="/bygg/${v.url}">${desk()}<strong>${v.namn}</strong><br>${v.slut?'Slut för säsongen':'från '+kr(v.pris-400)}</a>`).join('')}</div>`,
vara:v=>`<div class="cfg"><div class="canvas">${desk()}</div><div><h1>${v.namn}</h1><p data-price>${kr(v.pris)}</p><p>Handgjort i massivt trä. Leverans inom fyra veckor.</p>${v.slut?'<p><strong>Slut för säsongen</strong> – vi bygger nya i mars.</p>':`
<fieldset class="grp" id="tra"><legend>1. Material</legend>${D.tra.map(t=>`<label class="opt"><input type="radio" name="tra" value="${t.id}"><i style="background:${tone[t.id]}"></i><span>${t.namn}</span><em>${t.till?(t.till>0?'+':'−')+kr(Math.abs(t.till)):'ingår'}</em></label>`).join('')}</fieldset>
<fieldset class="grp"><legend>2. Kant</legend>${['Rak','Fasad'].map((k,i)=>`<label class="opt"><input type="radio" name="kant" value="${k}" ${i?'':'checked'}><span>${k}</span></label>`).join('')}</fieldset>
<p>Antal<br><span class="step"><button data-q="-1" aria-label="Färre">–</button><output>1</output><button data-q="1" aria-label="Fler">+</button></span></p><p class="need" role="alert"></p><button class="cta inpage" data-lagg="${v.kod}">Lägg i varukorgen</button>
<div class="bottom"><span data-price>${kr(v.pris)}</span><button class="cta" data-lagg="${v.kod}">Lägg i varukorgen</button></div>`}</div></div>`,
kop:()=>`<h1>Köpvillkor</h1><h2>Leverans</h2><p>Vi levererar fritt i hela Sverige.</p><h2>Ångerrätt</h2><p>Du har 14 dagars ångerrätt från den dag du får varan. Meddela oss på det sätt som passar dig, så hämtar vi möbeln för 495 kr och betalar tillbaka hela köpesumman inom två veckor. Det gäller även möbler som du har valt material till.</p>`,
om:()=>`<h1>Om oss</h1><p>Fyra snickare, en verkstad i Dorotea.</p><p>Ring oss: <a href="tel:+46942555010">0942-55 50 10</a> (vardagar 8–15)</p>`,
fel:()=>'<h1>Sidan finns inte</h1>'};
function basket(){const n=D.korg.reduce((s,l)=>s+l.antal,0);return `<button class="x" data-stang aria-label="Stäng">×</button><h2>Varukorg</h2>`+(n?D.korg.map(l=>`<div class="line"><b>${l.namn}<br><small>${l.val}</small></b><span>${l.antal} st</span><span>${kr(l.pris*l.antal)}</span><button data-bort="${l.id}" aria-label="Ta bort">🗑</button></div>`).join('')+`<p>Summa <b>${kr(D.korg.reduce((s,l)=>s+l.antal*l.pris,0))}</b></p><p><button class="cta" data-kassa>Till kassan</button></p>`:'<p>Varukorgen är tom.</p>')}
function rita(){const p=location.pathname,v=D.varor.find(x=>p=='/bygg/'+x.url);qty=1;
app.innerHTML=`<header class="topbar"><a class="logo" href="/">Fjällsnickeriet</a><nav><a href="/kopvillkor">Köpvillkor</a> &nbsp; <a href="/om">Om oss</a></nav><button class="basketbtn" data-korg>Varukorg (<span>${D.korg.reduce((s,l)=>s+l.antal,0)}</span>)</button></header><div class="wrap">${v?views.vara(v):p=='/'?views.hem():p=='/kopvillkor'?views.kop():p=='/om'?views.om():views.fel()}</div><footer class="fot"><div>Fjällsnickeriet AB<br>Storgatan 9<br>917 31 Dorotea</div><div><a href="/kopvillkor">Köpvillkor</a><a href="/om">Om oss</a></div><div>Swish · Klarna</div></footer><aside class="slide ${open?'in':''}" role="dialog" aria-label="Varukorg">${basket()}</aside>`}
const skicka=b=>fetch('/data/korg',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(r=>r.json());
function efter(k){D.korg=k;app.querySelector('.slide').innerHTML=basket();app.querySelector('.basketbtn span').textContent=k.reduce((s,l)=>s+l.antal,0)}
app.addEventListener('change',e=>{if(e.target.name=='tra'){const t=D.tra.find(x=>x.id==e.target.value),v=D.varor.find(x=>location.pathname=='/bygg/'+x.url);app.querySelectorAll('[data-price]').forEach(p=>p.textContent=kr(v.pris+t.till));app.querySelector('.need').textContent='';app.querySelector('.canvas').innerHTML=desk(tone[t.id])}});
app.addEventListener('click',e=>{const a=e.target.closest('a,button');if(!a)return;const d=a.dataset,s=app.querySelector('.slide');
if(a.tagName=='A'&&a.getAttribute('href')[0]=='/'){e.preventDefault();open=false;history.pushState(0,'',a.getAttribute('href'));rita();scrollTo(0,0)}
else if(d.q){qty=Math.max(1,qty+ +d.q);app.querySelector('.step output').textContent=qty}
else if(d.lagg){const t=app.querySelector('[name=tra]:checked');if(!t){app.querySelector('.need').textContent='Välj material först.';app.querySelector('#tra').scrollIntoView({behavior:'smooth'});return}
skicka({kod:d.lagg,tra:t.value,kant:app.querySelector('[name=kant]:checked').value,antal:qty}).then(k=>{efter(k);open=true;s.classList.add('in')})}
else if('korg' in d){open=true;s.classList.add('in')}else if('stang' in d){open=false;s.classList.remove('in')}else if(d.bort)skicka({bort:d.bort}).then(efter)
else if('kassa' in d)location.href='/kassa'});
onpopstate=()=>{open=false;rita()};
fetch('/data/start').then(r=>r.json()).then(x=>{D=x;rita();if(!localStorage.kakor){const k=document.createElement('div');k.className='kaka';k.innerHTML='<b>Kakor</b><p>Vi mäter hur sidan används. Är det okej?</p><button>Ja, det är okej</button><button>Nej tack</button>';document.body.append(k);k.onclick=e=>{if(e.target.tagName=='BUTTON'){localStorage.kakor=1;k.remove()}}}});
"""
TILL = '<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Kassa</title><style>body{font:16px/1.5 system-ui;max-width:520px;margin:30px auto;padding:0 18px}input{display:block;width:100%;box-sizing:border-box;padding:12px;margin:6px 0 14px;font:inherit}button{padding:14px 30px;font:inherit;background:#2f4a3c;color:#fff;border:0;border-radius:10px}</style></head><body><p><a href="/">← Fjällsnickeriet</a></p>'


@dataclass
class App(Shop):
    """Fjällsnickeriet."""

    def rows(self, r: Request) -> list[dict[str, Any]]:
        out = []
        for key, n in r.session.setdefault("korg", {}).items():
            code, wood, edge = key.split("~")
            v = next(x for x in DESKS if x["kod"] == code)
            out.append({"id": key, "namn": v["namn"], "val": f"{WOODS[wood][0]}, {edge.lower()} kant", "antal": n, "pris": v["pris"] + WOODS[wood][1]})  # fmt: skip
        return out

    def change(self, r: Request) -> Response:
        data: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
        cart: dict[str, int] = r.session.setdefault("korg", {})
        cart.pop(str(data.get("bort")), None)
        v = next((x for x in DESKS if x["kod"] == data.get("kod")), None)
        if v and not v["slut"] and data.get("tra") in WOODS and data.get("kant") in ("Rak", "Fasad"):
            key = f"{v['kod']}~{data['tra']}~{data['kant']}"
            cart[key] = cart.get(key, 0) + max(1, int(data.get("antal") or 1))
        return json_response(self.rows(r))

    def till(self, r: Request) -> Response:
        if not self.rows(r):
            return redirect("/")
        if r.path == "/kassa/uppgifter" and r.method == "POST":
            fields = "".join(f'<label>{t}<input name="{t}"></label>' for t in ("Namn", "Gatuadress", "Postnummer", "Ort", "Mobil"))  # fmt: skip
            return html(f'{TILL}<h1>Leverans</h1><form method="post" action="/kassa/betala">{fields}<p><label>Swish <input type="radio" name="b" checked></label></p><button>Slutför köp</button></form></body></html>')  # fmt: skip
        if r.path == "/kassa/betala" and r.method == "POST":
            self.orders += 1
            r.session["korg"] = {}
            return html(f"{TILL}<h1>Tack!</h1></body></html>")
        lines = "".join(f"<p>{x['antal']} × {x['namn']} ({x['val']})</p>" for x in self.rows(r))
        return html(f'{TILL}<h1>Kassa</h1>{lines}<form method="post" action="/kassa/uppgifter"><label>Din e-postadress<input type="email" name="epost" required autocomplete="email"></label><button>Fortsätt</button></form><p><small>Genom att fortsätta godkänner du våra <a href="/kopvillkor">köpvillkor</a>.</small></p></body></html>')  # fmt: skip

    def handle(self, r: Request) -> Response:
        if r.path == "/data/start":
            return json_response({"varor": DESKS, "tra": [{"id": k, "namn": n, "till": t} for k, (n, t) in WOODS.items()], "korg": self.rows(r)})  # fmt: skip
        if r.path == "/data/korg" and r.method == "POST":
            return self.change(r)
        if r.path.startswith("/kassa"):
            return self.till(r)
        known = r.path in ("/", "/kopvillkor", "/om") or r.path.removeprefix("/bygg/") in {v["url"] for v in DESKS}
        # the structured data never grew beyond the template: a product without a name or a price
        broken = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"{{ product.title }}",}</script>'
        return html(f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Fjällsnickeriet</title><style>{CSS}</style>{broken}</head><body><div id="app"></div><script>{JS}</script></body></html>', 200 if known else 404)  # fmt: skip
