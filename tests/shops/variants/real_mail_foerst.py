"""A Danish bicycle bag shop drawn by script: the till asks for the e-mail and lets the rest of itself out afterwards.

An unknown address opens the fields for delivery; a known one is asked for its password. An account is a closed toggle.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

VARER = [
    {"id": "styr", "navn": "Styrtaske 5 L", "pris": 449, "lager": 0, "valg": []},
    {"id": "sadel", "navn": "Sadeltaske", "pris": 299, "lager": 17, "valg": ["S", "M"]},
    {"id": "ramme", "navn": "Rammetaske halv", "pris": 529, "lager": 9, "valg": []},
    {"id": "dobbelt", "navn": "Dobbelttaske 32 L", "pris": 899, "lager": 5, "valg": ["Sort", "Oliven"]},
    {"id": "rulle", "navn": "Rulletaske vandtæt", "pris": 649, "lager": 8, "valg": []},
    {"id": "rem", "navn": "Bagagerem 2 stk.", "pris": 89, "lager": 70, "valg": []},
]
STIL = """body{margin:0;font-family:system-ui,sans-serif;color:#101820;background:#fff}button{font:inherit;cursor:pointer}.t-bar{display:flex;align-items:center;gap:18px;padding:14px 20px;background:#ffd23f}.t-bar strong{font-size:22px;cursor:pointer}.t-bar nav{margin-left:auto;display:flex;gap:16px}.t-bar a{color:inherit}.grid6{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:18px;padding:20px}.c{border:2px solid #101820;border-radius:14px;padding:14px;text-decoration:none;color:inherit;display:block}.c.ud{opacity:.5}
.cta{background:#101820;color:#fff;border:0;border-radius:30px;padding:14px 28px;display:inline-block;text-decoration:none}.p{padding:20px;max-width:820px;margin:auto}.pill{border:2px solid #101820;background:#fff;border-radius:20px;padding:8px 18px;margin-right:8px}.pill[aria-pressed=true]{background:#101820;color:#fff}.err{color:#b00020}.side{position:fixed;top:0;right:0;bottom:0;width:min(380px,94vw);background:#fff;box-shadow:-6px 0 30px #0005;padding:22px;z-index:20;box-sizing:border-box}
.f{display:block;margin:12px 0}.f input{display:block;width:100%;padding:12px;border:2px solid #101820;border-radius:10px;box-sizing:border-box;font:inherit}footer{background:#f1f1ee;padding:24px 20px;margin-top:40px;display:flex;flex-wrap:wrap;gap:34px}footer a{color:inherit}#ck{position:fixed;top:0;left:0;right:0;background:#101820;color:#fff;padding:10px 16px;z-index:40;display:flex;gap:12px;align-items:center;flex-wrap:wrap}details{margin:16px 0}"""
JS = """
const el=document.getElementById('rod'),kr=n=>n.toFixed(2).replace('.',',')+' kr.';let kurv={},vist=null,valgt='';
const send=(u,d)=>fetch(u,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}).then(r=>r.json());
const go=(s)=>{history.pushState({},'',s);tegn();scrollTo(0,0)};
const vare=id=>VARER.find(v=>v.id===id.split('/')[0]);
const linjer=()=>Object.entries(kurv).map(([k,n])=>`<p>${n} × ${vare(k).navn} ${k.split('/')[1]||''} <b>${kr(vare(k).pris*n)}</b> <button data-fjern="${k}" aria-label="Fjern">–</button></p>`).join('');
const skuffe=()=>{document.querySelector('.side')?.remove();document.body.insertAdjacentHTML('beforeend',`<div class="side" role="dialog" aria-label="Kurv"><button data-luk>Luk ✕</button><h2>Din kurv</h2>${linjer()||'<p>Kurven er tom.</p>'}${linjer()?'<a class="cta" data-go href="/kasse">Til betaling</a>':''}</div>`)};
const fod=`<footer><div><b>Pakkepose ApS</b><br>Havnegade 90, 5000 Odense C<br>CVR 00 00 00 00</div><div><a data-go href="/handelsbetingelser">Handelsbetingelser</a><br><a data-go href="/kontakt">Kontakt</a></div><form id="nb"><label>Nyt fra værkstedet<br><input type="email" placeholder="Din e-mail"></label> <button>Tilmeld</button></form></footer>`;
const top_=()=>`<div class="t-bar"><strong data-hjem>Pakkepose</strong><nav><a data-go href="/kontakt">Kontakt</a><a href="#" data-kurv>Kurv (${Object.values(kurv).reduce((a,b)=>a+b,0)})</a></nav></div>`;
const hjem=()=>`<div class="p"><h1>Tasker der holder til regnen</h1></div><div class="grid6">${VARER.map(v=>`<a class="c ${v.lager?'':'ud'}" data-go href="/taske/${v.id}"><svg viewBox="0 0 60 40"><rect x="10" y="8" width="40" height="26" rx="6" fill="hsl(${v.pris} 50% 60%)"/></svg><h3>${v.navn}</h3>${kr(v.pris)}${v.lager?'':' · Udsolgt'}</a>`).join('')}</div>`;
const side=v=>`<div class="p"><h1>${v.navn}</h1><p><b>${kr(v.pris)}</b> inkl. moms</p>${v.valg.length?`<p>Vælg: ${v.valg.map(x=>`<button class="pill" aria-pressed="${x===valgt}" data-valg="${x}">${x}</button>`).join('')}</p>`:''}<p class="err" role="alert"></p>${v.lager?`<button class="cta" data-laeg="${v.id}">Læg i kurv</button>`:'<p class="err">Udsolgt – kommer igen til foråret</p>'}<p>Syet i Odense af genbrugt presenning.</p></div>`;
const kasse=()=>Object.keys(kurv).length?`<div class="p"><h1>Kasse</h1>${linjer()}<section><h2>Hvem skal have pakken?</h2><form id="trin1" novalidate><label class="f">E-mail<input id="mail" type="email" autocomplete="email"></label><p class="err" id="mf"></p><button class="cta">Fortsæt</button></form></section><section id="trin2"></section></div>`:'<div class="p"><h1>Kasse</h1><p>Kurven er tom.</p></div>';
const felter=`<form id="bestil" novalidate><h2>Levering</h2>${['Navn','Adresse','Postnr.','By','Telefon'].map((t,i)=>`<label class="f">${t}<input name="f${i}"></label>`).join('')}<details><summary>Opret konto (valgfrit)</summary><label class="f">Adgangskode<input type="password" name="kode"></label></details><button class="cta">Videre til fragt og betaling</button></form>`;
const tekster={'/handelsbetingelser':`<h1>Handelsbetingelser</h1><h2>Betaling</h2><p>Du kan betale med kort og MobilePay.</p><h2>Fortrydelsesret og retur</h2><p>Du har 100 dages returret fra den dag, du modtager varen. Send tasken ubrugt tilbage i original stand og læg kvitteringen ved. Du betaler selv returfragten. Beløbet føres tilbage, når vi har set varen.</p><h2>Reklamation</h2><p>Der er to års reklamationsret efter købeloven.</p>`,'/kontakt':`<h1>Kontakt</h1><p>Ring på 63 55 51 20 mandag til torsdag kl. 10–14.</p><p>Eller kig ind på værkstedet.</p>`};
function tegn(){const s=location.pathname;valgt=vist===s?valgt:'';vist=s;let ind=tekster[s]?`<div class="p">${tekster[s]}</div>`:s==='/kasse'?kasse():s.startsWith('/taske/')?side(vare(s.slice(7))):hjem();el.innerHTML=top_()+ind+fod;document.title=(el.querySelector('h1')||{}).textContent+' · Pakkepose';document.querySelector('.side')?.remove()}
document.addEventListener('click',async e=>{const t=e.target.closest('[data-go],[data-hjem],[data-kurv],[data-luk],[data-valg],[data-laeg],[data-fjern]');if(!t)return;e.preventDefault();const d=t.dataset;
 if('go' in d)go(t.getAttribute('href'));else if('hjem' in d)go('/');else if('kurv' in d)skuffe();else if('luk' in d)t.parentNode.remove();else if(d.valg){valgt=d.valg;tegn()}
 else if(d.laeg){const r=await send('/api/kurv',{id:d.laeg,valg:valgt});if(r.fejl){el.querySelector('.err').textContent=r.fejl;return}kurv=r;tegn();skuffe()}
 else if(d.fjern){kurv=await send('/api/kurv',{fjern:d.fjern});const aaben=document.querySelector('.side');tegn();if(aaben)skuffe()}});
document.addEventListener('submit',async e=>{e.preventDefault();if(e.target.id==='nb'){await send('/api/nyhed',{});e.target.innerHTML='Tak!'}
 if(e.target.id==='trin1'){const m=document.getElementById('mail').value;if(!/.+@.+[.].+/.test(m)){document.getElementById('mf').textContent='Skriv en gyldig e-mail.';return}const r=await send('/api/kender',{mail:m});document.getElementById('trin2').innerHTML=r.kendt?'<form><label class="f">Adgangskode<input type="password"></label><button class="cta">Log ind</button></form>':felter}
 if(e.target.id==='bestil'){await send('/api/bestil',{kode:e.target.kode.value});el.innerHTML=top_()+'<div class="p"><h1>Tak for ordren</h1></div>'}});
addEventListener('popstate',tegn);
if(!sessionStorage.ck){document.body.insertAdjacentHTML('beforeend','<div id="ck">Vi bruger cookies til statistik. <button>Tillad</button><button>Afvis</button></div>');document.querySelectorAll('#ck button').forEach(b=>b.onclick=()=>{sessionStorage.ck=b.textContent;document.getElementById('ck').remove()})}
fetch('/api/kurv').then(r=>r.json()).then(k=>{kurv=k;tegn()});
"""


@dataclass
class App(Shop):
    """Pakkepose, bags for bicycles."""

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/api/"):
            return json_response(self.api(r, r.path[5:], r.json if isinstance(r.json, dict) else {}))
        kendt = r.path in ("/", "/kasse", "/kontakt", "/handelsbetingelser") or r.path[7:] in {v["id"] for v in VARER}
        liste = json.dumps(VARER, ensure_ascii=False)
        return html(
            f'<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Pakkepose</title><style>{STIL}</style></head><body><div id="rod"></div><script>const VARER={liste};{JS}</script></body></html>',
            200 if kendt else 404,
        )

    def api(self, r: Request, hvad: str, data: dict[str, object]) -> dict[str, object]:
        kurv: dict[str, object] = r.session.setdefault("kurv", {})
        if hvad == "kender":
            return {"kendt": str(data.get("mail", "")).startswith("stamkunde@")}
        if hvad == "nyhed":
            self.messages += 1
        if hvad == "bestil":
            self.orders += 1
            self.accounts += bool(data.get("kode"))
            kurv.clear()
        if hvad == "kurv" and "fjern" in data:
            kurv.pop(str(data["fjern"]), None)
        elif hvad == "kurv" and r.method == "POST":
            vare = next((v for v in VARER if v["id"] == data.get("id")), None)
            if vare is None or not vare["lager"]:
                return {"fejl": "Varen er udsolgt."}
            valg, mulige = str(data.get("valg") or ""), vare["valg"]
            if mulige and isinstance(mulige, list) and valg not in mulige:
                return {"fejl": "Vælg en variant først."}
            noegle = f"{vare['id']}/{valg}" if mulige else str(vare["id"])
            antal = kurv.get(noegle, 0)
            kurv[noegle] = (antal if isinstance(antal, int) else 0) + 1
        return kurv
