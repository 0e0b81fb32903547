"""A Swedish shop of dahlia tubers: a drawer that counts down to free freight, and a till whose form is a payment company's frame.

There is no page for the basket; the frame comes late and begins with e-mail and postcode.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

FRI_FRAKT = 499
# slug: name, kronor, stock, height, colour, grade, votes
KNOLAR: dict[str, tuple[str, int, int, str, str, str, int]] = {
    "nattviol-sky": ("Dahlia 'Nattviol Sky'", 89, 0, "110 cm", "#5b3a6e", "4,8", 44),
    "rabarberpaj": ("Dahlia 'Rabarberpaj'", 79, 18, "90 cm", "#c4545e", "4,7", 31),
    "fru-blom": ("Dahlia 'Fru Blom'", 95, 7, "120 cm", "#e8a87c", "4,9", 12),
    "kopparslant": ("Dahlia 'Kopparslant'", 69, 40, "70 cm", "#b5651d", "", 0),
    "snosmultronet": ("Dahlia 'Snösmultronet'", 85, 11, "100 cm", "#f3e9ec", "4,2", 5),
    "stodpinnar": ("Stödpinnar av hassel, 10 st", 129, 25, "150 cm", "#7a6a4f", "", 0),
}
STIL = """*{box-sizing:border-box}body{margin:0;font:16px/1.55 Figtree,"Segoe UI",sans-serif;color:#2d2430;background:#fffdfa}a{color:inherit}button{font:inherit;cursor:pointer}.usp{background:#2d2430;color:#fff;text-align:center;font-size:13px;padding:7px}.topp{position:sticky;top:0;background:#fffdfa;display:flex;align-items:center;gap:26px;padding:16px 36px;border-bottom:1px solid #eee;z-index:20}.topp .lg{font-size:24px;font-weight:700;text-decoration:none}.topp nav{display:flex;gap:20px;flex:1}.topp nav a{text-decoration:none}.tecken{border:0;background:none;padding:8px;line-height:0;position:relative}.tecken b{position:absolute;top:0;right:0;background:#c4545e;color:#fff;border-radius:9px;font-size:11px;line-height:17px;min-width:17px;text-align:center}.hamb{display:none}.sokrad{display:none;padding:12px 36px;background:#f6efe9}.sokrad.uppe{display:flex;gap:8px}.sokrad input{flex:1;padding:11px;border:1px solid #bbb;border-radius:6px;min-width:0}
.hjalte{padding:70px 36px;background:linear-gradient(100deg,#f3d9cf,#e9c1c6)}.hjalte h1{font-size:40px;margin:0}.rut{display:grid;grid-template-columns:repeat(3,1fr);gap:26px;padding:30px 36px}.rut a{text-decoration:none;display:block}.rut .bl{background:#f6efe9;border-radius:12px;position:relative}.slut{position:absolute;left:10px;top:10px;background:#fff;border-radius:20px;font-size:12px;padding:3px 10px}.betyg{font-size:13px;color:#8a6d1d}.detalj{display:grid;grid-template-columns:1fr 1fr;gap:50px;padding:36px}.kopknapp{background:#2f6b4a;color:#fff;border:0;border-radius:30px;padding:16px 34px;font-weight:600;width:100%;text-align:center;text-decoration:none;display:block}.kopknapp:disabled{background:#b9b3ad}.steg{display:inline-flex;border:1px solid #bbb;border-radius:30px;margin-bottom:12px}.steg button{border:0;background:none;width:44px;height:44px}.steg output{line-height:44px;min-width:24px;text-align:center}.klister{display:none}
.skugga{position:fixed;inset:0;background:#2d243088;z-index:40;display:none}.lada{position:fixed;top:0;right:0;height:100%;width:430px;max-width:100%;background:#fff;z-index:41;transform:translateX(102%);visibility:hidden;transition:transform .35s,visibility .35s;display:flex;flex-direction:column}.oppen .skugga{display:block}.oppen .lada{transform:none;visibility:visible}.lada header{display:flex;justify-content:space-between;align-items:center;padding:16px 20px;border-bottom:1px solid #eee}.lada .inne{flex:1;overflow:auto;padding:16px 20px}.lada footer{padding:16px 20px;border-top:1px solid #eee}.matare{height:8px;background:#eee;border-radius:5px;overflow:hidden}.matare i{display:block;height:100%;background:#2f6b4a;transition:width .4s}.vara{display:grid;grid-template-columns:64px 1fr auto;gap:12px;align-items:center;padding:12px 0;border-bottom:1px solid #f0ebe6}.tips{display:flex;gap:12px;overflow:auto}.tips div{min-width:150px;background:#f6efe9;border-radius:10px;padding:10px;font-size:14px}.ljus{background:#fff;border:1px solid #2d2430;border-radius:20px;padding:7px 14px}
.fot{background:#2d2430;color:#e8dfe4;margin-top:50px;padding:40px 36px;display:grid;grid-template-columns:1.2fr 1fr 1fr;gap:40px}.fot svg{width:54px;margin:4px 4px 0 0}.fot input{padding:11px;border:0;border-radius:6px;width:100%;max-width:260px}.text{max-width:720px;margin:0 auto;padding:20px 36px}.slutfor{max-width:860px;margin:0 auto;padding:20px}.slutfor iframe{width:100%;height:560px;border:0;background:#fff}.frakt{display:flex;gap:10px;margin:14px 0}.frakt button{flex:1;border:1px solid #bbb;background:#fff;border-radius:10px;padding:12px}.frakt .vald{border:2px solid #2f6b4a}.laddar{padding:80px;text-align:center;color:#887}.kaka{position:fixed;inset:0;background:#2d2430b0;z-index:90;display:flex;align-items:center;justify-content:center;padding:16px}.kaka>div{background:#fff;border-radius:14px;padding:26px;max-width:480px}.kaka p button{border:1px solid #2d2430;border-radius:24px;padding:10px 18px;background:#fff;margin:4px 6px 4px 0}.kaka .ja{background:#2d2430;color:#fff}
@media(max-width:760px){.hamb{display:block}.topp{padding:10px 14px;gap:6px}.topp nav{display:none}.topp nav.uppe{display:block;position:absolute;left:0;right:0;top:100%;background:#fff;padding:10px 20px;box-shadow:0 12px 20px #0002}.topp nav.uppe a{display:block;padding:12px 0}.topp .lg{flex:1;font-size:20px}.hjalte{padding:40px 16px}.hjalte h1{font-size:28px}.rut{grid-template-columns:1fr 1fr;gap:12px;padding:16px}.detalj,.fot{grid-template-columns:1fr;padding:16px;gap:18px}.klister{position:fixed;left:0;right:0;bottom:0;background:#fff;padding:10px 14px;box-shadow:0 -4px 14px #0002;z-index:15}.klister.syns{display:block}.sokrad{padding:10px 14px}.text{padding:16px}}"""
SKRIPT = r"""
const q=(s,r=document)=>r.querySelector(s);const tjanst=(vag,d)=>fetch('/tjanst/'+vag,d?{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}:{}).then(r=>r.json());
function rita(k){document.querySelectorAll('.tecken b').forEach(b=>{b.textContent=k.antal;b.hidden=!k.antal});const kvar=Math.max(0,k.grans-k.summa);
 const i=q('.lada .inne');if(i)i.innerHTML=k.antal?'<p>'+(kvar?'Du har <b>'+kvar+' kr</b> kvar till fri frakt!':'🎉 Du har fri frakt!')+'</p><div class="matare"><i style="width:'+Math.min(100,100*k.summa/k.grans)+'%"></i></div>'+k.varor.map(v=>'<div class="vara">'+v.bild+'<div>'+v.namn+'<br><span class="steg" style="margin:6px 0 0;transform:scale(.85);transform-origin:left"><button data-and="'+v.id+'|-1" aria-label="Minska">−</button><output>'+v.st+'</output><button data-and="'+v.id+'|1" aria-label="Öka">+</button></span></div><b>'+v.kr+' kr</b></div>').join('')+'<h4>Passar bra till</h4><div class="tips">'+k.tips.map(t=>'<div>'+t.namn+'<br>'+t.kr+' kr<br><button class="ljus" data-tips="'+t.id+'">Lägg till</button></div>').join('')+'</div>':'<p>Din varukorg är tom.</p><button class="ljus" data-igen>Fortsätt handla</button>';
 const f=q('.lada footer');if(f)f.innerHTML=k.antal?'<p style="display:flex;justify-content:space-between;margin:0 0 10px"><span>Delsumma</span><b>'+k.summa+' kr</b></p><a class="kopknapp" href="/kassan">Till kassan</a><p style="text-align:center;margin:8px 0 0"><small>30 dagars öppet köp – <a href="/sidor/oppet-kop">läs mer</a></small></p>':'';
 const s=q('#kassarader');if(s)s.innerHTML=k.varor.map(v=>'<div class="vara">'+v.bild+'<span>'+v.st+' × '+v.namn+'</span><b>'+v.kr+' kr</b></div>').join('')+'<p>Summa <b>'+k.summa+' kr</b></p>'}
function oppna(){q('.lada .inne').innerHTML='<p>Hämtar …</p>';document.body.classList.add('oppen');tjanst('korg').then(k=>setTimeout(()=>rita(k),450))}
document.addEventListener('click',h=>{const t=h.target.closest('button,.skugga');if(!t)return;const d=t.dataset;
 if('lagg' in d){t.disabled=true;const n=+(q('.detalj output')||{textContent:1}).textContent;tjanst('lagg',{id:d.lagg,st:n}).then(()=>{t.disabled=false;oppna()})}
 else if('tips' in d)tjanst('lagg',{id:d.tips,st:1}).then(rita);
 else if('and' in d){const [id,st]=d.and.split('|');tjanst('lagg',{id,st:+st}).then(rita)}
 else if('st' in d){const o=q('.detalj output');o.textContent=Math.max(1,+o.textContent+ +d.st)}
 else if('korg' in d)oppna();
 else if('igen' in d||t.matches('.skugga'))document.body.classList.remove('oppen');
 else if('meny' in d)q('.topp nav').classList.toggle('uppe');
 else if('sok' in d){q('.sokrad').classList.toggle('uppe');q('.sokrad input').focus()}
 else if('kod' in d)t.outerHTML='<input aria-label="Rabattkod" placeholder="Rabattkod" style="padding:8px"> <button class="ljus">Använd</button>';
 else if(t.closest('.frakt'))document.querySelectorAll('.frakt button').forEach(b=>b.classList.toggle('vald',b===t));
 else if('kaka' in d){if(d.kaka==='i')q('.kaka .mer').hidden=false;else{localStorage.kakval=d.kaka;q('.kaka').remove()}}});
document.addEventListener('submit',h=>{if(h.target.matches('.brev')){h.preventDefault();tjanst('brev',{}).then(()=>{h.target.innerHTML='Välkommen!'})}});
tjanst('korg').then(rita);const kk=q('.detalj .kopknapp');if(kk&&q('.klister'))new IntersectionObserver(e=>q('.klister').classList.toggle('syns',!e[0].isIntersecting)).observe(kk);
const kr=q('#kassaram');if(kr)setTimeout(()=>{kr.innerHTML='<iframe id="pilgren-frame" title="Pilgren Checkout" src="/pilgren/ram"></iframe>'},1500);
if(!localStorage.kakval)setTimeout(()=>document.body.insertAdjacentHTML('beforeend','<div class="kaka"><div role="dialog" aria-modal="true" aria-label="Kakor"><h3 style="margin-top:0">En kaka till dahlian?</h3><p>Vi använder kakor för att butiken ska fungera och för att mäta besök.</p><div class="mer" hidden><p><label><input type="checkbox" checked disabled> Nödvändiga</label> <label><input type="checkbox"> Statistik</label></p><p><button data-kaka="s">Spara val</button></p></div><p><button data-kaka="i">Inställningar</button><button data-kaka="n">Neka alla</button><button class="ja" data-kaka="j">Acceptera alla</button></p></div></div>'),500);
"""
RAM = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>body{margin:0;padding:14px;font:16px Arial,sans-serif;color:#17141a}.dubbel{border:1px solid #a9a3ad;border-radius:10px;overflow:hidden}.dubbel label{display:block;padding:10px 14px;font-size:12px;border-bottom:1px solid #a9a3ad}.dubbel label:last-child{border:0}input{display:block;border:0;width:100%;font-size:16px;padding:4px 0;outline-offset:4px}button{width:100%;margin-top:16px;padding:16px;border:0;border-radius:10px;background:#17141a;color:#fff;font-size:16px}</style></head><body><form><h2>Fyll i dina uppgifter</h2><div class="dubbel"><label>E-post<input type="email" required autocomplete="email" name="epost"></label><label>Postnummer<input inputmode="numeric" required autocomplete="postal-code" name="postnr"></label></div><button>Fortsätt</button></form><p><small>Genom att fortsätta godkänner du Pilgrens <a href="#">villkor</a>.</small></p><script>var f=document.querySelector('form');f.onsubmit=function(h){h.preventDefault();f.innerHTML='<h2>Leveransadress</h2><div class="dubbel">'+['Förnamn','Efternamn','Gatuadress','Ort','Mobilnummer'].map(function(t){return '<label>'+t+'<input required></label>'}).join('')+'</div><h2>Betala</h2><p>Kort · Faktura · Swish</p><button>Slutför köp</button>';f.onsubmit=function(x){x.preventDefault();fetch('/pilgren/klar',{method:'POST'}).then(function(){f.innerHTML='<h2>Tack! Knölarna kommer i april.</h2>'})}}</script></body></html>"""
SIDOR = {
    "oppet-kop": "<h1>Öppet köp och retur</h1><p>Du har 30 dagars öppet köp räknat från den dag du får paketet. Knölarna ska vara torra och oplanterade och ligga i sin påse. Mejla kontoret med ditt ordernummer, så får du en returetikett; frakten tillbaka kostar 49 kr och dras från återbetalningen, som du har inom två veckor. Knölar som inte gror ersätter vi alltid.</p>",
    "villkor": '<h1>Köpvillkor</h1><p>Priserna är i svenska kronor med moms. Frakt 59 kr, fri över 499 kr. Vi skickar från mars till maj.</p><p><a href="/sidor/oppet-kop">Öppet köp och retur</a></p>',
    "hitta-oss": '<h1>Hitta oss</h1><p>Lökboden i Skåne AB<br>Trädgårdsvägen 6<br>222 41 Lund</p><p>Telefon <a href="tel:+46465550143">046-555 01 43</a>, vardagar 9–12<br>E-post <a href="mailto:kontoret@lokboden.example">kontoret@lokboden.example</a></p>',
    "odla": "<h1>Odla dahlior</h1><p>Driv inne i april, plantera ut när frosten är förbi.</p>",
}
MARKEN = "".join(f'<svg viewBox="0 0 60 26" role="img" aria-label="{t}"><rect width="60" height="26" rx="4" fill="{f}"/><text x="30" y="17" text-anchor="middle" font-size="9">{t}</text></svg>' for t, f in (("Klarna", "#ffb3c7"), ("Swish", "#d8f0dd"), ("Visa", "#dfe4f7"), ("Mastercard", "#fbe0cf")))  # fmt: skip


def blomma(s: str) -> str:
    blad = "".join(f'<ellipse cx="50" cy="28" rx="9" ry="20" fill="{KNOLAR[s][4]}" transform="rotate({v} 50 50)" opacity=".85"/>' for v in range(0, 360, 30))  # fmt: skip
    return f'<svg viewBox="0 0 100 100" width="100%" role="img" aria-label="{KNOLAR[s][0]}">{blad}<circle cx="50" cy="50" r="9" fill="#f2c14e"/></svg>'


@dataclass
class App(Shop):
    """Lökboden i Skåne."""

    def korg(self, r: Request) -> dict[str, Any]:
        k: dict[str, int] = r.session.setdefault("knolar", {})
        varor = [{"id": i, "namn": KNOLAR[i][0], "st": n, "kr": KNOLAR[i][1] * n, "bild": blomma(i)} for i, n in k.items()]  # fmt: skip
        tips = [{"id": i, "namn": v[0], "kr": v[1]} for i, v in KNOLAR.items() if v[2] and i not in k][:3]
        return {"varor": varor, "tips": tips, "antal": sum(k.values()), "summa": sum(KNOLAR[i][1] * n for i, n in k.items()), "grans": FRI_FRAKT}  # fmt: skip

    def tjanst(self, r: Request, vad: str) -> Response:
        d: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
        if vad == "brev" and r.method == "POST":
            self.messages += 1
        k: dict[str, int] = r.session.setdefault("knolar", {})
        i = str(d.get("id"))
        if vad == "lagg" and i in KNOLAR and KNOLAR[i][2]:
            k[i] = k.get(i, 0) + int(d.get("st") or 0)
            if k[i] < 1:
                del k[i]
        return json_response(self.korg(r))

    def sida(self, titel: str, inre: str, kassa: bool = False, status: int = 200) -> Response:
        ikon = {"s": '<circle cx="10" cy="10" r="6"/><path d="M15 15l6 6"/>', "k": '<path d="M4 8h16l-2 12H6zM8 8a4 4 0 018 0"/>', "m": '<path d="M3 6h18M3 12h18M3 18h18"/>'}  # fmt: skip
        rita = {n: f'<svg viewBox="0 0 24 24" width="26" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">{v}</svg>' for n, v in ikon.items()}  # fmt: skip
        topp = f'<div class="usp">Fri frakt över {FRI_FRAKT} kr · Grobarhetsgaranti</div><header class="topp"><button class="tecken hamb" data-meny aria-label="Meny">{rita["m"]}</button><a class="lg" href="/">lökboden</a><nav><a href="/">Dahlior</a><a href="/sidor/odla">Odla</a><a href="/sidor/hitta-oss">Hitta oss</a></nav><button class="tecken" data-sok aria-label="Sök">{rita["s"]}</button><button class="tecken" data-korg aria-label="Öppna varukorgen">{rita["k"]}<b hidden>0</b></button></header><form class="sokrad" action="/sok"><input type="search" name="q" placeholder="Vad letar du efter?" aria-label="Sök"><button class="ljus">Sök</button></form>'
        fot = f'<footer class="fot"><div><b>Brev från växthuset</b><form class="brev"><p><input type="email" required placeholder="Din e-postadress" aria-label="Din e-postadress"></p><button class="ljus">Prenumerera</button></form></div><div><a href="/sidor/villkor">Köpvillkor</a><br><a href="/sidor/oppet-kop">Öppet köp</a><br><a href="/sidor/hitta-oss">Kontakta oss</a></div><div>Lökboden i Skåne AB<br>Trädgårdsvägen 6, Lund<br>{MARKEN}</div></footer><div class="skugga"></div><aside class="lada" role="dialog" aria-label="Varukorg"><header><b>Varukorg</b><button class="tecken" data-igen aria-label="Stäng">✕</button></header><div class="inne"></div><footer></footer></aside>'
        return html(f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{titel} – Lökboden</title><style>{STIL}</style></head><body>{"" if kassa else topp}<main>{inre}</main>{"" if kassa else fot}<script>{SKRIPT}</script></body></html>', status)  # fmt: skip

    def rutnat(self, ord_: str = "") -> str:
        kort = "".join(
            f'<a href="/dahlia/{s}"><div class="bl">{blomma(s)}{"" if v[2] else "<span class=slut>Åter i mars</span>"}</div><div>{v[0]}</div>'
            + (f'<div class="betyg" aria-label="Betyg {v[5]} av 5">★ {v[5]} ({v[6]})</div>' if v[6] else "")
            + f"<b>{v[1]} kr</b></a>"
            for s, v in KNOLAR.items()
            if ord_ in v[0].lower()
        )
        return f'<div class="rut">{kort or "Inga träffar."}</div>'

    def dahlia(self, s: str) -> Response:
        namn, kr, lager, hojd, _f, betyg, roster = KNOLAR[s]
        ld: dict[str, Any] = {"@context": "https://schema.org", "@type": "Product", "name": namn, "offers": {"@type": "Offer", "price": kr, "priceCurrency": "SEK", "availability": "https://schema.org/" + ("InStock" if lager else "OutOfStock")}}  # fmt: skip
        if roster:
            ld["aggregateRating"] = {"@type": "AggregateRating", "ratingValue": betyg.replace(",", "."), "reviewCount": roster}  # fmt: skip
        knapp = f'<button class="kopknapp" data-lagg="{s}">Lägg i varukorgen</button>' if lager else '<button class="kopknapp" disabled>Åter i mars</button>'  # fmt: skip
        klister = f'<div class="klister"><button class="kopknapp" data-lagg="{s}">Köp · {kr} kr</button></div>' if lager else ""  # fmt: skip
        return self.sida(namn, f'<script type="application/ld+json">{json.dumps(ld)}</script><div class="detalj"><div class="bl">{blomma(s)}</div><div><h1>{namn}</h1>{f"<p class=betyg>★ {betyg} ({roster} omdömen)</p>" if roster else ""}<p style="font-size:22px">{kr} kr</p><div class="steg"><button data-st="-1" aria-label="Färre">−</button><output>1</output><button data-st="1" aria-label="Fler">+</button></div>{knapp}<p>Höjd {hojd}. Levereras som vilande knöl.</p><p><a href="/sidor/oppet-kop">30 dagars öppet köp</a></p></div></div>{klister}<h2 style="padding:0 36px">Fler färger</h2>{self.rutnat()}')  # fmt: skip

    def handle(self, r: Request) -> Response:
        a, _, b = r.path[1:].partition("/")
        if a == "tjanst":
            return self.tjanst(r, b)
        if a == "pilgren":
            if b == "klar" and r.method == "POST":
                self.orders += 1
                r.session["knolar"] = {}
            return html(RAM)
        if a == "kassan":
            if not r.session.get("knolar"):
                return redirect("/")
            return self.sida("Kassan", '<div class="slutfor"><p><a href="/" style="font-size:22px;font-weight:700;text-decoration:none">lökboden</a></p><h1>Kassan</h1><div id="kassarader"></div><p><button class="ljus" data-kod>Lägg till rabattkod</button></p><h3>Leverans</h3><div class="frakt"><button class="vald">Ombud 59 kr</button><button>Hem till dörren 99 kr</button></div><div id="kassaram"><div class="laddar">Kassan laddas …</div></div><p><small><a href="/sidor/oppet-kop">Öppet köp</a> · <a href="/sidor/villkor">Köpvillkor</a></small></p></div>', kassa=True)  # fmt: skip
        if a == "dahlia" and b in KNOLAR:
            return self.dahlia(b)
        if a == "sok":
            return self.sida("Sök", f'<h1 style="padding:0 36px">Sökresultat</h1>{self.rutnat(r.query.get("q", "").lower())}')  # fmt: skip
        if a == "sidor" and b in SIDOR:
            return self.sida("Lökboden", f'<div class="text">{SIDOR[b]}</div>')
        if not a:
            return self.sida("Dahlior", f'<div class="hjalte"><h1>Årets knölar är här</h1><p>Skickas i mars–maj</p></div>{self.rutnat()}')  # fmt: skip
        return self.sida("Saknas", '<div class="text"><h1>Sidan finns inte</h1></div>', status=404)
