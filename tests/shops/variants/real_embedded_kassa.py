"""A Swedish shop of children's clothes drawn by script; the till is a frame inside the cart page that asks e-mail and postcode first.

Every garment needs a size; the answer to adding is a toast without a link and a figure on the bag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

PLAGG: list[dict[str, Any]] = [
    {"id": 5001, "slug": "skaldjacka-uggla", "namn": "Skaljacka Uggla", "pris": 899, "farg": "#2f4858", "storlekar": {"86": 0, "92": 0, "98": 0}},
    {"id": 5002, "slug": "bodystrumpa-randig", "namn": "Randig body", "pris": 199, "farg": "#e08e45", "storlekar": {"62": 0, "68": 4, "74": 9}},
    {"id": 5006, "slug": "mysbyxa-bark", "namn": "Mysbyxa Bark", "pris": 249, "farg": "#7d6b57", "storlekar": {"92": 3, "98": 0, "104": 2}},
    {"id": 5011, "slug": "ulltroja-lav", "namn": "Ulltröja Lav", "pris": 449, "farg": "#8a9a5b", "storlekar": {"92": 5, "104": 5, "116": 1}},
    {"id": 5013, "slug": "regnhatt-mull", "namn": "Regnhatt Mull", "pris": 179, "farg": "#4d7ea8", "storlekar": {"S": 6, "M": 6}},
    {"id": 5020, "slug": "pyjamas-natt", "namn": "Pyjamas Natt", "pris": 329, "farg": "#403d58", "storlekar": {"86": 2, "98": 2}},
]  # fmt: skip
CSS = """:root{--c:#24503f}body{margin:0;font:400 16px/1.5 "Nunito Sans",system-ui,sans-serif;color:#1f2a26}.o-wrap{max-width:1340px;margin:0 auto;padding:0 4vw}.c-header{display:grid;grid-template-columns:auto 1fr auto;gap:32px;align-items:center;height:76px;position:sticky;top:0;background:#fff;z-index:10;padding:0 4vw;border-bottom:1px solid #eee}
.c-header__logo{font:700 24px Georgia,serif;color:var(--c);text-decoration:none}.c-header__nav a{margin-right:20px;color:inherit;text-decoration:none}.c-header__tools{display:flex;gap:4px}.c-tool{border:0;background:none;width:44px;height:44px;position:relative;cursor:pointer;color:inherit;display:grid;place-items:center}.c-tool i{position:absolute;top:2px;right:0;background:var(--c);color:#fff;border-radius:9px;font:700 11px/18px sans-serif;min-width:18px;text-align:center}
.c-header__burger{display:none}.c-grid{display:grid;grid-template-columns:repeat(4,1fr);gap:24px}.c-card{position:relative}.c-card__link{color:inherit;text-decoration:none}.c-card__fav{position:absolute;top:8px;right:8px;border:0;background:#fffc;border-radius:50%;width:38px;height:38px}.c-card__badge{position:absolute;left:8px;top:8px;background:#fff;padding:2px 8px;font-size:13px}
.c-pdp{display:grid;grid-template-columns:3fr 2fr;gap:48px;padding-top:28px}.c-size{border:1px solid #bbb;background:#fff;min-width:64px;height:46px;margin:0 8px 8px 0;font:inherit;cursor:pointer}.c-size[aria-pressed=true]{border:2px solid var(--c)}.c-size--slut{color:#aaa;background:linear-gradient(to top right,#fff 49%,#bbb 50%,#fff 51%);cursor:not-allowed}.c-btn{background:var(--c);color:#fff;border:0;border-radius:26px;height:52px;padding:0 32px;font:700 16px "Nunito Sans",sans-serif;cursor:pointer}.c-btn--ljus{background:#e9efec;color:var(--c)}.c-btn--vilar{opacity:.55}
.c-toast{position:fixed;left:50%;bottom:24px;transform:translateX(-50%);background:#1f2a26;color:#fff;padding:14px 26px;border-radius:8px;z-index:70}.c-row{display:grid;grid-template-columns:70px 1fr auto auto;gap:16px;align-items:center;border-bottom:1px solid #eee;padding:12px 0}.c-kassa{display:grid;grid-template-columns:1fr 1fr;gap:48px}.c-kassa iframe{border:0;width:100%;height:440px}
.c-foot{background:#f3f6f4;margin-top:72px;padding:40px 4vw;display:grid;grid-template-columns:repeat(3,1fr);gap:32px}.c-foot a{color:inherit;display:block}.c-foot img{height:24px;margin-right:8px}.c-modal{position:fixed;inset:0;background:#0009;z-index:90;display:flex;align-items:flex-end;justify-content:center}.c-modal__box{background:#fff;max-width:640px;padding:32px;border-radius:16px 16px 0 0}.c-search{padding:16px 4vw;background:#f3f6f4}.c-search input{font:inherit;padding:12px;width:80%}.c-skel{background:#eee;height:320px}
@media(max-width:760px){.c-header{grid-template-columns:auto 1fr auto;gap:8px}.c-header__burger{display:grid}.c-header__nav{display:none;position:absolute;top:76px;left:0;right:0;background:#fff;padding:16px 4vw}.c-header__nav.is-open{display:grid;gap:12px;order:9}.c-grid{grid-template-columns:1fr 1fr;gap:12px}.c-pdp,.c-kassa,.c-foot{grid-template-columns:1fr}}"""
APP = r"""
const S={produkter:null,korg:{rader:[],antal:0,summa:0},val:null,sok:null,meny:false,fav:JSON.parse(localStorage.fav||'[]'),samtycke:localStorage.samtycke};
const kr=n=>n.toLocaleString('sv-SE')+' kr';const rot=document.getElementById('__rot');
const api=(u,d)=>fetch('/api/v1/'+u,d?{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}:{}).then(r=>r.json());
const ikon={sok:'<circle cx="10" cy="10" r="6"/><path d="M15 15l6 6"/>',fav:'<path d="M12 20S3 14 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 14 12 20 12 20z"/>',pase:'<path d="M5 8h14l1 13H4zM8 8q4-9 8 0"/>',meny:'<path d="M3 6h18M3 12h18M3 18h18"/>'};
const svg=n=>`<svg width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">${ikon[n]}</svg>`;
const plagg=p=>`<svg viewBox="0 0 80 90" width="100%" role="img" aria-label="${p.namn}"><rect width="80" height="90" fill="#f1f1ee"/><path d="M26 16h28l18 16-9 10-7-5v39H24V37l-7 5-9-10z" fill="${p.farg}"/></svg>`;
const finns=p=>Object.values(p.storlekar).some(x=>x);
const kort=p=>`<article class="c-card"><a class="c-card__link" href="/p/${p.slug}">${plagg(p)}<div>${p.namn}</div><b>${kr(p.pris)}</b></a>${finns(p)?'':'<span class="c-card__badge">Slutsåld</span>'}<button class="c-card__fav" data-fav="${p.id}" aria-label="Spara som favorit">${S.fav.includes(p.id)?'♥':'♡'}</button></article>`;
const lista=(r,l)=>`<h1>${r}</h1>${l?`<div class="c-grid">${l.map(kort).join('')}</div>`:'<div class="c-skel"></div>'}`;
function pdp(p){if(!p)return '<h1>Sidan finns inte</h1>';return `<nav><a href="/">Start</a> / ${p.namn}</nav><div class="c-pdp"><div>${plagg(p)}</div><div><h1>${p.namn}</h1><p>${kr(p.pris)}</p>${finns(p)?`<p>Storlek</p><div>${Object.entries(p.storlekar).map(([s,n])=>`<button class="c-size ${n?'':'c-size--slut'}" ${n?`data-storlek="${s}"`:'aria-disabled="true" title="Slut i storleken"'} aria-pressed="${S.val===s}">${s}</button>`).join('')}</div>
<p><button class="c-btn ${S.val?'':'c-btn--vilar'}" data-lagg="${p.id}">${S.val?'Lägg i varukorgen':'Välj storlek'}</button></p>`:'<p>Slutsåld i alla storlekar.</p>'}<details><summary>Material och skötsel</summary><p>95 % ekologisk bomull. 40 grader.</p></details></div></div><div id="omdomen" data-id="${p.id}" style="min-height:120px"></div>`}
function kassa(){const k=S.korg;if(!k.antal)return '<h1>Varukorg</h1><p>Din varukorg är tom.</p><a href="/">Fortsätt handla</a>';return `<h1>Kassa</h1><div class="c-kassa"><section><h2>Din varukorg</h2>${k.rader.map(r=>`<div class="c-row">${plagg(r)}<div>${r.namn}<br><small>Storlek ${r.storlek}</small></div><div><button data-minus="${r.rad}" aria-label="Minska">−</button> ${r.antal} <button data-plus="${r.rad}" aria-label="Öka">+</button></div><b>${kr(r.pris*r.antal)}</b></div>`).join('')}<details><summary>Har du en rabattkod?</summary><input placeholder="Rabattkod"><button>Använd</button></details><p>Att betala <b>${kr(k.summa)}</b></p></section><section><h2>Betala</h2><iframe title="Kassa" src="/betalfonster?order=${k.nyckel}"></iframe></section></div>`}
const TEXT={'byten-och-returer':'<h1>Byten & returer</h1><p>Vi har 30 dagars öppet köp räknat från den dag du hämtar ut paketet. Varan ska vara oanvänd och ha alla etiketter kvar. Använd retursedeln i paketet och lämna det hos ombudet. Returen kostar 39 kr som dras av från återbetalningen. Pengarna är tillbaka på ditt konto inom en vecka.</p>','leverans':'<h1>Leverans</h1><p>Vi skickar inom ett dygn. Frakt 39 kr.</p>','integritet':'<h1>Integritet</h1><p>Vi sparar så lite vi kan.</p>'};
function sida(){const d=location.pathname.split('/').filter(Boolean);if(!d.length)return lista('Kläder som får bli leriga',S.produkter);if(d[0]==='k')return lista(d[1]==='ull'?'Ull':'Allt',S.produkter&&S.produkter.filter(p=>d[1]!=='ull'||/ull/i.test(p.namn)));
if(d[0]==='p')return S.produkter?pdp(S.produkter.find(p=>p.slug===d[1])):'<div class="c-skel"></div>';if(d[0]==='kassa')return kassa();if(d[0]==='favoriter')return lista('Favoriter',(S.produkter||[]).filter(p=>S.fav.includes(p.id)));
if(d[0]==='sok')return lista('Sökresultat',(S.produkter||[]).filter(p=>p.namn.toLowerCase().includes((new URLSearchParams(location.search).get('q')||'').toLowerCase())));return TEXT[d[1]]||'<h1>Sidan finns inte</h1>'}
function rita(){const fram=rot.querySelector('iframe'),paKassa=location.pathname==='/kassa';if(fram&&paKassa&&S.korg.antal){rot.querySelector('.c-tool i')&&(rot.querySelector('.c-tool i').textContent=S.korg.antal)}
rot.innerHTML=`<header class="c-header"><button class="c-tool c-header__burger" data-meny aria-label="Meny">${svg('meny')}</button><a class="c-header__logo" href="/">Ugglebo</a><div class="c-header__tools"><button class="c-tool" data-sok aria-label="Sök">${svg('sok')}</button><a class="c-tool" href="/favoriter" aria-label="Favoriter">${svg('fav')}</a><a class="c-tool" href="/kassa" aria-label="Till kassan">${svg('pase')}${S.korg.antal?`<i>${S.korg.antal}</i>`:''}</a></div><nav class="c-header__nav ${S.meny?'is-open':''}" style="grid-row:1;grid-column:2"><a href="/k/allt">Allt</a><a href="/k/ull">Ull</a></nav></header>${S.sok?'<form class="c-search"><input name="q" type="search" placeholder="Vad letar du efter?"><button class="c-btn">Sök</button></form>':''}<main class="o-wrap">${sida()}</main>
<footer class="c-foot"><div><b>Kundservice</b><a href="tel:+46920551200">0920-55 12 00</a><span>Vardagar 9–12</span><a href="mailto:hej@ugglebo.example">hej@ugglebo.example</a><p>Ugglebo Barnkläder AB<br>Storgatan 31, 972 32 Luleå</p></div><div><b>Handla</b><a href="/info/byten-och-returer">Byten & returer</a><a href="/info/leverans">Leverans</a><a href="/info/integritet">Integritet</a></div><div><form data-brev><b>Nyhetsbrev</b><br><input type="email" placeholder="E-post" required> <button>Anmäl</button></form><p><img src="/static/klarna.svg" alt="Klarna"><img src="/static/swish.svg" alt="Swish"><img src="/static/visa.svg" alt="Visa"><img src="/static/mastercard.svg" alt="Mastercard"></p></div></footer>
${S.samtycke?'':'<div class="c-modal"><div class="c-modal__box" role="dialog" aria-modal="true" aria-label="Kakor"><h2>Kakor till barnen, cookies till oss</h2><p>Vi använder cookies för att sidan ska fungera och för relevant annonsering.</p><button class="c-btn" data-samtycke="ja">Godkänn alla</button> <button class="c-btn c-btn--ljus" data-samtycke="nej">Bara nödvändiga</button></div></div>'}`;
document.title='Ugglebo';document.querySelectorAll('script[type="application/ld+json"]').forEach(s=>s.remove());const m=location.pathname.match(/^\/p\/(.+)/),p=m&&S.produkter&&S.produkter.find(p=>p.slug===m[1]);
if(p){document.title=p.namn+' | Ugglebo';const s=document.createElement('script');s.type='application/ld+json';s.textContent=JSON.stringify({'@context':'https://schema.org','@type':'Product',name:p.namn,sku:String(p.id),offers:{'@type':'Offer',priceCurrency:'SEK',price:p.pris,availability:'https://schema.org/'+(finns(p)?'InStock':'OutOfStock')}});document.head.append(s);
const o=document.getElementById('omdomen');new IntersectionObserver((e,io)=>{if(e[0].isIntersecting){io.disconnect();api('omdomen/'+p.id).then(x=>o.innerHTML=`<h2>Omdömen</h2><p>★★★★★ ${x.snitt} av 5 (${x.antal} omdömen)</p>${x.texter.map(t=>`<blockquote>${t}</blockquote>`).join('')}`)}}).observe(o)}}
const ga=u=>{history.pushState(null,'',u);S.val=null;S.meny=false;S.sok=false;rita();scrollTo(0,0)};
function toast(t){const d=document.createElement('div');d.className='c-toast';d.setAttribute('role','status');d.textContent=t;document.body.append(d);setTimeout(()=>d.remove(),2600)}
document.addEventListener('click',async e=>{const b=e.target.closest('[data-storlek],[data-lagg],[data-fav],[data-sok],[data-meny],[data-samtycke],[data-minus],[data-plus],a[href^="/"]');if(!b)return;const d=b.dataset;
if(b.tagName==='A'){e.preventDefault();return ga(b.getAttribute('href'))}if(d.storlek){S.val=d.storlek;rita()}if('sok' in d){S.sok=!S.sok;rita()}if('meny' in d){S.meny=!S.meny;rita()}if(d.samtycke){localStorage.samtycke=S.samtycke=d.samtycke;rita()}
if(d.fav){const n=+d.fav;S.fav=S.fav.includes(n)?S.fav.filter(x=>x!==n):[...S.fav,n];localStorage.fav=JSON.stringify(S.fav);rita()}
if(d.minus||d.plus){S.korg=await api('korg',{rad:d.minus||d.plus,antal:d.minus?-1:1});rita()}
if(d.lagg){if(!S.val)return toast('Välj en storlek först');b.textContent='Lägger till …';const svar=await api('korg',{id:+d.lagg,storlek:S.val,antal:1});setTimeout(()=>{S.korg=svar;rita();toast('Tillagd i varukorgen')},300)}});
document.addEventListener('submit',e=>{e.preventDefault();if(e.target.matches('.c-search'))ga('/sok?q='+encodeURIComponent(e.target.q.value));if('brev' in e.target.dataset)api('nyhetsbrev',{}).then(()=>toast('Tack!'))});
addEventListener('popstate',rita);rita();Promise.all([api('produkter'),api('korg')]).then(([p,k])=>{S.produkter=p;S.korg=k;rita()});
"""
RAM = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>body{font:15px Arial;margin:0;padding:16px;background:#f7f7f7}._f{display:block;width:100%;box-sizing:border-box;padding:14px;margin:0 0 12px;border:1px solid #999;border-radius:6px;font:inherit}._k{width:100%;padding:15px;background:#111;color:#fff;border:0;border-radius:6px;font:inherit}</style></head><body>"""


@dataclass
class App(Shop):
    """Ugglebo, clothes for children."""

    def korg(self, r: Request) -> Response:
        korg: dict[str, int] = r.session.setdefault("korg", {})
        d = r.json if r.method == "POST" and isinstance(r.json, dict) else {}
        rad = str(d.get("rad") or f"{d.get('id')}-{d.get('storlek')}")
        plagg = next((p for p in PLAGG if str(p["id"]) == rad.split("-")[0]), None)
        if plagg and plagg["storlekar"].get(rad.split("-")[1]):
            korg[rad] = korg.get(rad, 0) + int(d.get("antal", 1))
            if korg[rad] < 1:
                del korg[rad]
        rader = []
        for nyckel, n in korg.items():
            p = next(p for p in PLAGG if str(p["id"]) == nyckel.split("-")[0])
            rader.append({**p, "rad": nyckel, "storlek": nyckel.split("-")[1], "antal": n})
        return json_response(
            {
                "rader": rader,
                "antal": sum(korg.values()),
                "summa": sum(x["pris"] * x["antal"] for x in rader),
                "nyckel": abs(hash(str(korg))) % 10**8,
            }
        )

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/api/v1/"):
            return self.api(r, r.path[8:])
        if r.path.startswith("/static/"):
            namn = r.path.split("/")[-1].removesuffix(".svg")
            return Response(
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 24"><rect width="60" height="24" rx="4" fill="#fff" stroke="#ccc"/><text x="5" y="16" font-size="10">{namn}</text></svg>',
                content_type="image/svg+xml",
            )
        if r.path == "/betalfonster":
            return self.betalfonster(r)
        if "." in r.path:
            return Response("", 404)
        return html(
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Ugglebo</title><style>{CSS}</style></head><body><div id="__rot"></div><script type="module">{APP}</script></body></html>'
        )

    def api(self, r: Request, vad: str) -> Response:
        if vad == "korg":
            return self.korg(r)
        if vad.startswith("omdomen"):
            return json_response(
                {
                    "snitt": "4,7",
                    "antal": 31,
                    "texter": ["Håller tvätt efter tvätt. /Siv", "Lite stor i storleken. /Omar"],
                }
            )
        if vad == "nyhetsbrev":
            self.messages += r.method == "POST"
            return json_response({"ok": True})
        return json_response(PLAGG)

    def betalfonster(self, r: Request) -> Response:
        if not r.session.get("korg"):
            return redirect("/")
        if r.form.get("namn"):
            self.orders += 1
            r.session["korg"] = {}
            return html(RAM + "<h3>Tack för ditt köp!</h3>")
        if r.form.get("epost"):
            return html(
                RAM
                + '<form method="post"><input class="_f" name="namn" placeholder="För- och efternamn"><input class="_f" name="gata" placeholder="Gatuadress"><input class="_f" name="mobil" placeholder="Mobiltelefon"><label><input type="radio" name="b" checked> Faktura</label> <label><input type="radio" name="b"> Swish</label> <label><input type="radio" name="b"> Kort</label><p><button class="_k">Slutför köp</button></p></form>'
            )
        return html(
            RAM
            + '<form method="post"><p><b>Dina uppgifter</b></p><input class="_f" type="email" name="epost" placeholder="E-postadress" aria-label="E-postadress" required><input class="_f" name="postnr" inputmode="numeric" placeholder="Postnummer" aria-label="Postnummer" required><button class="_k">Fortsätt</button></form>'
        )
