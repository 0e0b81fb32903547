"""A Swedish fashion shop: a list that grows under the thumb, a sheet of sizes on the phone, a drawer with more to buy.

Basket and till are one page; the till itself is a frame that a payment company serves from a host of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

STORLEKAR = ("XS", "S", "M", "L", "XL")
FARGER = {"Havre": "#d9c8ab", "Skiffer": "#4b5560", "Tall": "#3e5a48", "Rost": "#a1522f", "Natt": "#1f2433"}
# name, kronor, sizes that are left ("-": not yet on sale), department
GRUND: tuple[tuple[str, int, str, str], ...] = (
    ("Ullkappa Fjäll", 2499, "-", "dam"),
    ("Plisserad kjol Dimma", 799, "", "dam"),
    ("Ribbad tröja Vinga", 599, "S M L", "dam"),
    ("Rak jeans Ven", 899, "XS S M L XL", "dam"),
    ("Linneskjorta Öja", 699, "XS M L", "dam"),
    ("Stickad väst Kullen", 549, "S M XL", "dam"),
    ("Manchesterskjorta Hav", 749, "S M L XL", "herr"),
    ("Overshirt Granit", 1199, "M L", "herr"),
    ("Raglantröja Sten", 649, "S L", "herr"),
)
PLAGG: dict[str, tuple[str, str, int, str, str]] = {}
for _varv, (_farg, _) in enumerate(FARGER.items()):
    for _nr, (_namn, _pris, _kvar, _avd) in enumerate(GRUND):
        PLAGG[str(41000 + _varv * 100 + _nr)] = (_namn, _farg, _pris, _kvar if _varv == 0 else (_kvar.strip("-") or "M L"), _avd)  # fmt: skip
PER_GANG = 12
STIL = """*{box-sizing:border-box}body{margin:0;font:15px/1.5 'Helvetica Neue',Arial,sans-serif;color:#191919}a{color:inherit}button{font:inherit;color:inherit;cursor:pointer;background:none;border:0}.remsa{background:#191919;color:#fff;text-align:center;font-size:13px;overflow:hidden;white-space:nowrap}.remsa span{display:inline-block;animation:r 14s linear infinite}@keyframes r{from{transform:translateX(60%)}to{transform:translateX(-60%)}}.topp{position:sticky;top:0;background:#fff;z-index:20;display:flex;align-items:center;gap:22px;padding:14px 3vw;border-bottom:1px solid #eee;transition:transform .3s}.topp.upp{transform:translateY(-100%)}.topp a{text-decoration:none}.namn{font-size:21px;letter-spacing:5px;margin-right:auto}.film{height:72vh;background:linear-gradient(120deg,#a8a296,#d8d2c6,#8d9a94);background-size:300% 300%;animation:f 9s infinite alternate;display:flex;flex-direction:column;align-items:center;justify-content:flex-end;padding-bottom:60px}@keyframes f{to{background-position:100% 100%}}.film h1{color:#fff;font-weight:300;font-size:40px;text-align:center}.film a{background:#fff;padding:13px 30px;margin:0 6px;text-decoration:none}
.galler{display:grid;grid-template-columns:repeat(4,1fr);gap:26px 10px;padding:0 3vw}.plagg{position:relative;opacity:0;transition:opacity .5s}.plagg.syns{opacity:1}.plagg>a{text-decoration:none;display:block}.bild{position:relative;background:#f2f0ec;display:block;aspect-ratio:3/4}.plagg .hj{position:absolute;right:8px;top:8px;font-size:20px;z-index:2}.snabb{position:absolute;left:0;right:0;top:0;aspect-ratio:3/4;display:none;pointer-events:none;align-items:flex-end}.snabb div{background:#fffe;width:100%;padding:8px;text-align:center;pointer-events:auto}.snabb button{padding:6px 9px;border:1px solid #ccc;margin:2px}.plus{display:none}.skylt{position:absolute;left:8px;top:8px;background:#fff;font-size:12px;padding:2px 8px}@media(hover:hover){.plagg:hover .snabb{display:flex}}
.pp{display:grid;grid-template-columns:1.3fr 1fr;gap:50px;padding:24px 3vw}.st{display:flex;gap:8px;flex-wrap:wrap;margin:14px 0}.st button,.ark button.s{min-width:58px;padding:13px;border:1px solid #bbb}.st button[aria-pressed=true]{background:#191919;color:#fff}button.slut{text-decoration:line-through;color:#aaa}.stor{background:#191919;color:#fff;padding:16px 30px;width:100%;text-align:center;display:block;text-decoration:none}.fast{display:none}.skugga{position:fixed;inset:0;background:#0006;z-index:30;opacity:0;pointer-events:none;transition:opacity .3s}.skugga.pa{opacity:1;pointer-events:auto}
.lada{position:fixed;top:0;right:0;height:100%;width:420px;max-width:100%;background:#fff;z-index:40;transform:translateX(102%);visibility:hidden;transition:transform .35s,visibility .35s;padding:20px;overflow:auto}.lada.pa,.ark.pa{transform:none;visibility:visible}.rad{display:flex;gap:12px;align-items:center;border-bottom:1px solid #eee;padding:12px 0}.rad span{flex:1}.mer{display:flex;gap:10px;overflow-x:auto;margin-bottom:16px}.mer div{min-width:130px;background:#f7f5f1;padding:8px;font-size:13px}.mer button{text-decoration:underline}.ark{position:fixed;left:0;right:0;bottom:0;background:#fff;border-radius:16px 16px 0 0;z-index:45;padding:10px 20px 30px;transform:translateY(104%);visibility:hidden;transition:transform .3s,visibility .3s}.ark button.s{display:flex;justify-content:space-between;width:100%;border:0;border-bottom:1px solid #eee}.grepp{width:44px;height:5px;border-radius:3px;background:#ccc;margin:6px auto 14px}
.fot{background:#f2f0ec;margin-top:60px;padding:40px 3vw;display:flex;flex-wrap:wrap;gap:50px;font-size:14px}.kakor{position:fixed;left:3vw;bottom:20px;width:360px;max-width:94vw;background:#fff;box-shadow:0 4px 30px #0003;padding:20px;z-index:60}.kakor button{border:1px solid #191919;padding:9px 14px;margin-top:8px}.nyhet{position:fixed;inset:0;margin:auto;width:420px;max-width:92vw;height:320px;background:#e9e2d4;z-index:50;padding:34px;text-align:center}[hidden]{display:none!important}.kassa{max-width:720px;margin:auto;padding:24px 3vw}.kassa iframe{width:100%;height:430px;border:1px solid #eee}.sok{display:flex}.sok input{border:0;border-bottom:1px solid #999;width:110px}
@media(max-width:760px){.galler{grid-template-columns:1fr 1fr}.pp{grid-template-columns:1fr;gap:16px}.bred{display:none!important}.plus{display:block;position:absolute;right:8px;bottom:70px;background:#fff;border-radius:50%;width:38px;height:38px;z-index:2}.pp .st,.pp .stor.inl{display:none}.fast{display:block;position:fixed;left:0;right:0;bottom:0;background:#fff;padding:10px 14px;z-index:25;border-top:1px solid #eee}.lada{top:auto;bottom:0;height:82%;width:100%;transform:translateY(104%);border-radius:16px 16px 0 0}.film h1{font-size:30px}.topp{gap:14px}}"""
SKRIPT = r"""
const $=s=>document.querySelector(s),$$=s=>[...document.querySelectorAll(s)],kr=n=>n.toLocaleString('sv-SE')+' kr';
const skugga=$('.skugga'),lada=$('.lada'),ark=$('.ark');
const stang=()=>[skugga,lada,ark].forEach(x=>x.classList.remove('pa'));skugga.onclick=stang;$$('.stang').forEach(b=>b.onclick=stang);
async function rita(b){const d=await(await fetch('/api/kasse',b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:{})).json();$('#antal').textContent=d.antal||'';
 $('#innehall').innerHTML=d.rader.length?d.rader.map(r=>`<div class="rad"><span>${r.namn}<br><small>${r.farg}, ${r.storlek} · ${r.antal} st</small></span><b>${kr(r.summa)}</b><button data-bort="${r.id}" aria-label="Ta bort">✕</button></div>`).join('')+`<p>Fraktfritt över 999 kr</p><h4>Komplettera din look</h4><div class="mer">${d.mer.map(m=>`<div>${m.namn}<br>${kr(m.pris)}<br><button data-mer="${m.id}">Lägg till</button></div>`).join('')}</div><a class="stor" href="/kassa">Till kassan · ${kr(d.summa)}</a>`:'<p>Din varukorg är tom.</p>';
 $$('[data-bort]').forEach(k=>k.onclick=()=>rita({bort:k.dataset.bort}));$$('[data-mer]').forEach(k=>k.onclick=()=>rita({id:k.dataset.mer,storlek:'M'}))}
async function lagg(id,storlek){ark.classList.remove('pa');await rita({id,storlek});setTimeout(()=>{skugga.classList.add('pa');lada.classList.add('pa')},400)}
$('#vagn').onclick=async()=>{await rita();skugga.classList.add('pa');lada.classList.add('pa')};
function blad(id,namn,kvar){$('#arkinne').innerHTML=`<p><b>${namn}</b><br>Välj storlek</p>`+ALLA.map(s=>`<button class="s ${kvar.includes(s)?'':'slut'}" ${kvar.includes(s)?`data-s="${s}"`:'disabled'}><span>${s}</span><small>${kvar.includes(s)?'I lager':'Slut'}</small></button>`).join('');$$('#arkinne [data-s]').forEach(b=>b.onclick=()=>lagg(id,b.dataset.s));skugga.classList.add('pa');ark.classList.add('pa')}
const galler=$('.galler');let sida=0,laser=false,slut=false;
function kort(p){const h=document.createElement('article');h.className='plagg';const kan=p.kvar.length;h.innerHTML=`<button class="hj" aria-label="Spara som favorit" aria-pressed="false">♡</button><a href="/plagg/${p.id}"><span class="bild">${p.bild}</span>${p.skylt?`<span class="skylt">${p.skylt}</span>`:''}<span>${p.namn}</span><br><small>${p.farg}</small><br>${kr(p.pris)}</a>`+(kan?`<div class="snabb"><div>${p.kvar.map(s=>`<button data-s="${s}" aria-label="Lägg ${s} i varukorg">${s}</button>`).join('')}</div></div><button class="plus" aria-label="Snabbköp">+</button>`:'');
 h.querySelector('.hj').onclick=e=>{const n=e.currentTarget,pa=n.getAttribute('aria-pressed')!=='true';n.setAttribute('aria-pressed',pa);n.textContent=pa?'♥':'♡';localStorage.setItem('gillar',(localStorage.getItem('gillar')||'')+p.id+' ')};h.querySelectorAll('[data-s]').forEach(b=>b.onclick=()=>lagg(p.id,b.dataset.s));const k=h.querySelector('.plus');if(k)k.onclick=()=>blad(p.id,p.namn,p.kvar);galler.append(h);syn.observe(h)}
const syn=new IntersectionObserver(x=>x.forEach(y=>{if(y.isIntersecting){y.target.classList.add('syns');syn.unobserve(y.target)}}));
async function fler(){if(laser||slut)return;laser=true;const d=await(await fetch(`/api/lista?${galler.dataset.q}&sida=${sida++}`)).json();setTimeout(()=>{d.plagg.forEach(kort);slut=d.slut;laser=false;$('#laddar').hidden=slut},450)}
if(galler)new IntersectionObserver(x=>{if(x[0].isIntersecting)fler()},{rootMargin:'200px'}).observe($('#laddar'));
let vald='';$$('.st button').forEach(b=>b.onclick=()=>{vald=b.dataset.s;$$('.st button').forEach(x=>x.setAttribute('aria-pressed',x===b));$('#hint').textContent=''});
const knapp=$('.stor.inl');if(knapp)knapp.onclick=()=>{if(!vald){$('#hint').textContent='Välj en storlek först';return}lagg(PLAGG.id,vald)};const fast=$('.fast button');if(fast)fast.onclick=()=>blad(PLAGG.id,PLAGG.namn,PLAGG.kvar);
let forr=0;addEventListener('scroll',()=>{$('.topp').classList.toggle('upp',scrollY>forr&&scrollY>300);forr=scrollY});
const kaka=n=>document.cookie.includes(n+'=');if(!kaka('samtycke'))$('.kakor').hidden=false;$$('.kakor button').forEach(b=>b.onclick=()=>{document.cookie='samtycke='+b.value+';path=/';$('.kakor').hidden=true});
if(!kaka('brev')&&!$('.kassa'))setTimeout(()=>{$('.nyhet').hidden=false},5500);$('#nej').onclick=()=>{document.cookie='brev=nej;path=/';$('.nyhet').hidden=true};
rita();
"""
RAM = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Betalning</title><style>body{font:15px Arial;margin:0;padding:20px;color:#17120e}.g{background:#eee;height:48px;margin-bottom:14px;border-radius:8px}label{display:block;margin-bottom:14px}input{display:block;width:100%;padding:13px;border:1px solid #aaa;border-radius:8px;font-size:16px;box-sizing:border-box}button{width:100%;padding:15px;border:0;border-radius:24px;background:#17120e;color:#fff;font-size:16px}</style></head><body><div id="ko"><div class="g"></div><div class="g"></div><div class="g"></div></div><script>
setTimeout(()=>{document.getElementById('ko').innerHTML='<form novalidate><h3>Din adress</h3><label>E-postadress<input type="email" name="email" autocomplete="email"></label><label>Postnummer<input name="postal_code" inputmode="numeric" autocomplete="postal-code"></label><button>Fortsätt</button><p><small>Betalningen hanteras av Lyra Pay AB. Läs om hur vi behandlar personuppgifter.</small></p><p id="f" role="alert"></p></form>';document.querySelector('form').onsubmit=e=>{e.preventDefault();fetch('/lyra/order',{method:'POST',headers:{'Content-Type':'application/x-www-form-urlencoded'},body:new URLSearchParams(new FormData(e.target))}).then(()=>{document.getElementById('f').textContent='Ett fel uppstod.'})}},1200)</script></body></html>"""
INFO = {
    "retur": "<h1>Retur och byte</h1><p>Du har 30 dagars öppet köp från den dag du hämtade ut paketet. Plagget ska vara oanvänt och ha etiketten kvar. Returen kostar 49 kr, som dras av från återbetalningen; byte till annan storlek är gratis. Lägg returetiketten på paketet och lämna det hos ditt ombud. Pengarna betalas tillbaka inom 14 dagar.</p>",
    "villkor": "<h1>Köpvillkor</h1><p>Priserna är inklusive moms. Nordsnö AB säljer till privatpersoner i Sverige.</p>",
    "integritet": "<h1>Integritet</h1><p>Vi sparar beställningar så länge bokföringslagen kräver.</p>",
    "kundservice": '<h1>Kundservice</h1><p>Skriv till oss, vi svarar inom ett dygn.</p><form method="post"><p><label>E-post <input type="email" name="e"></label></p><p><label>Meddelande <textarea name="m"></textarea></label></p><button>Skicka</button></form>',
}


def teckning(farg: str) -> str:
    return f'<svg viewBox="0 0 60 80" width="100%" height="100%" aria-hidden="true"><path d="M14 20l10-7h12l10 7 7 22-9 3-3-8v34H19V37l-3 8-9-3z" fill="{FARGER[farg]}"/></svg>'


@dataclass
class App(Shop):
    """Nordsnö, clothes."""

    def kasse(self, f: Request) -> dict[str, int]:
        kasse: dict[str, int] = f.session.setdefault("kasse", {})
        return kasse

    def handle(self, f: Request) -> Response:
        steg = f.path.strip("/").split("/")
        sidor = {"": self.hem, "dam": self.lista, "herr": self.lista, "sok": self.lista, "plagg": self.plagg, "kassa": self.kassa, "lyra": self.lyra, "info": self.info, "mitt": self.mitt, "api": self.api}  # fmt: skip
        return sidor[steg[0]](f, steg[-1]) if steg[0] in sidor else self.borta(f)

    def borta(self, f: Request) -> Response:
        return self.sida(f, "Hittades inte", "<h1>Sidan hittades inte</h1>", status=404)

    def sida(self, f: Request, titel: str, kropp: str, huvud: str = "", kassa: bool = False, status: int = 200) -> Response:  # fmt: skip
        fot = '<footer class="fot"><a href="/info/villkor">Köpvillkor</a><a href="/info/integritet">Integritet</a></footer>' if kassa else '<footer class="fot"><div><b>Nordsnö AB</b><br>Magasinsgatan 9<br>411 18 Göteborg<br>Org.nr 559000-0000</div><nav><a href="/info/kundservice">Kundservice</a><br><a href="/info/retur">Retur och byte</a><br><a href="/info/villkor">Köpvillkor</a><br><a href="/info/integritet">Integritet</a></nav><form method="post" action="/mitt/brev">Nyhetsbrev<br><input type="email" name="e" aria-label="E-post" placeholder="Din e-post"> <button>Anmäl</button></form></footer>'  # fmt: skip
        lager = f"""<div class="skugga"></div><aside class="lada" role="dialog" aria-label="Varukorg"><div class="rad"><span><b>Varukorg</b></span><button class="stang" aria-label="Stäng">✕</button></div><div id="innehall"></div></aside><div class="ark" role="dialog" aria-label="Välj storlek"><div class="grepp"></div><div id="arkinne"></div></div>
<div class="nyhet" role="dialog" aria-label="Nyhetsbrev" hidden><h2>10 % på första köpet</h2><p>Bli först med nyheterna.</p><form method="post" action="/mitt/brev"><input type="email" name="e" aria-label="E-post"> <button>Ja tack</button></form><p><button id="nej">Nej tack</button></p></div><div class="kakor" role="dialog" aria-label="Kakor" hidden>Vi använder kakor för en bättre upplevelse.<br><button value="alla">Godkänn alla</button> <button value="nodvandiga">Endast nödvändiga</button></div><script>const ALLA={json.dumps(STORLEKAR)};{SKRIPT}</script>"""
        topp = '<div class="remsa"><span>Fri frakt över 999 kr · 30 dagars öppet köp · Leverans 1–3 dagar</span></div><header class="topp"><nav class="bred"><a href="/dam">Dam</a> &nbsp; <a href="/herr">Herr</a></nav><a class="namn" href="/">NORDSNÖ</a><form class="sok bred" action="/sok"><input name="q" type="search" placeholder="Sök" aria-label="Sök"></form><a href="/mitt" class="bred">Logga in</a><button id="vagn" aria-label="Varukorg">👜 <b id="antal"></b></button></header>'
        return html(f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{titel} – Nordsnö</title><style>{STIL}</style>{huvud}</head><body>{topp}<main>{kropp}</main>{fot}{lager}</body></html>', status)  # fmt: skip

    def hem(self, f: Request, _: str) -> Response:
        return self.sida(f, "Kläder för nordan", '<section class="film"><h1>Höstens lugna färger</h1><p><a href="/dam">Shoppa dam</a><a href="/herr">Shoppa herr</a></p></section><section class="kassa"><h2>Sytt i Borås</h2><p>Sedan 1987 syr vi plagg som håller i många vintrar.</p></section>')  # fmt: skip

    def lista(self, f: Request, avd: str) -> Response:
        q = f"q={escape(f.query.get('q', ''), quote=True)}" if avd == "sok" else f"avd={avd}"
        return self.sida(f, avd.capitalize(), f'<h1 style="padding:0 3vw">{avd.capitalize()}</h1><div class="galler" data-q="{q}"></div><p id="laddar" style="text-align:center;padding:30px">Laddar…</p>')  # fmt: skip

    def plagg(self, f: Request, nr: str) -> Response:
        if nr not in PLAGG:
            return self.borta(f)
        namn, farg, pris, kvar, avd = PLAGG[nr]
        finns = kvar.strip("-").split()
        knappar = "".join(f'<button type="button" aria-pressed="false" {f"data-s={s!r}" if s in finns else "disabled class=slut"}>{s}</button>' for s in STORLEKAR)  # fmt: skip
        kop = f'<div class="st" role="group" aria-label="Storlek">{knappar}</div><p id="hint" role="alert"></p><button type="button" class="stor inl">Lägg i varukorg</button><div class="fast"><button type="button" class="stor">Lägg i varukorg</button></div>' if finns else f"<p><b>{'Kommer snart' if kvar else 'Slutsåld'}</b></p>"  # fmt: skip
        data = {"@context": "https://schema.org", "@type": "Product", "name": f"{namn}, {farg}", "sku": nr, "offers": {"@type": "Offer", "price": pris, "priceCurrency": "SEK", "availability": "https://schema.org/" + ("InStock" if finns else "OutOfStock")}}  # fmt: skip
        huvud = f'<script type="application/ld+json">{json.dumps(data)}</script><script>const PLAGG={json.dumps({"id": nr, "namn": namn, "kvar": finns})}</script>'
        return self.sida(f, namn, f'<div class="pp"><div class="bild">{teckning(farg)}</div><div><p><a href="/{avd}">{avd.capitalize()}</a></p><h1>{namn}</h1><p>{pris} kr</p><p>Färg: {farg}</p>{kop}<details><summary>Material och skötsel</summary><p>Ull och återvunnen polyamid. Tvättas kallt.</p></details></div></div>', huvud)  # fmt: skip

    def api(self, f: Request, vad: str) -> Response:
        if vad == "lista":
            q, avd, sida = f.query.get("q", "").lower(), f.query.get("avd", ""), int(f.query.get("sida", "0") or 0)
            alla = [k for k, v in PLAGG.items() if (v[4] == avd if avd else q in v[0].lower())]
            del_ = alla[sida * PER_GANG : (sida + 1) * PER_GANG]
            skylt = {"-": "Kommer snart", "": "Slutsåld"}
            kort = [{"id": k, "namn": PLAGG[k][0], "farg": PLAGG[k][1], "pris": PLAGG[k][2], "kvar": PLAGG[k][3].strip("-").split(), "skylt": skylt.get(PLAGG[k][3], ""), "bild": teckning(PLAGG[k][1])} for k in del_]  # fmt: skip
            return json_response({"plagg": kort, "slut": (sida + 1) * PER_GANG >= len(alla)})
        bud = f.json if isinstance(f.json, dict) else {}
        nr, storlek = str(bud.get("id", "")), str(bud.get("storlek", ""))
        if nr in PLAGG and storlek in PLAGG[nr][3].split():
            self.kasse(f)[f"{nr}.{storlek}"] = self.kasse(f).get(f"{nr}.{storlek}", 0) + 1
        self.kasse(f).pop(str(bud.get("bort", "")), None)
        rader = [{"id": k, "namn": PLAGG[k[:5]][0], "farg": PLAGG[k[:5]][1], "storlek": k[6:], "antal": n, "summa": PLAGG[k[:5]][2] * n} for k, n in self.kasse(f).items()]  # fmt: skip
        mer = [{"id": k, "namn": PLAGG[k][0], "pris": PLAGG[k][2]} for k in ("41103", "41206", "41304")]
        return json_response({"antal": sum(self.kasse(f).values()), "rader": rader, "mer": mer, "summa": self.summa(f)})

    def summa(self, f: Request) -> int:
        return sum(PLAGG[k[:5]][2] * n for k, n in self.kasse(f).items())

    def kassa(self, f: Request, _: str) -> Response:
        if f.method == "POST":
            self.kasse(f).pop(f.form.get("bort", ""), None)
            return redirect("/kassa")
        if not self.kasse(f):
            return self.sida(
                f, "Kassa", '<div class="kassa"><h1>Kassa</h1><p>Din varukorg är tom.</p></div>', kassa=True
            )
        rader = "".join(f'<div class="rad"><span>{PLAGG[k[:5]][0]}, {k[6:]} · {n} st</span><b>{PLAGG[k[:5]][2] * n} kr</b><form method="post"><button name="bort" value="{k}" aria-label="Ta bort">✕</button></form></div>' for k, n in self.kasse(f).items())  # fmt: skip
        varden, _, port = f.headers.get("host", "127.0.0.1").partition(":")
        annan = ("localhost" if varden == "127.0.0.1" else "127.0.0.1") + (f":{port}" if port else "")
        return self.sida(f, "Kassa", f'<div class="kassa"><h1>Kassa</h1><h2>Din varukorg</h2>{rader}<p><b>Att betala {self.summa(f)} kr</b></p><details><summary>Rabattkod</summary><input name="kod" aria-label="Rabattkod"></details><h2>Leverans och betalning</h2><iframe src="//{annan}/lyra/checkout" title="Kassa"></iframe></div>', kassa=True)  # fmt: skip

    def lyra(self, f: Request, vad: str) -> Response:
        self.orders += f.method == "POST"
        return html(RAM) if vad == "checkout" else json_response({"ok": False}, 409)

    def mitt(self, f: Request, vad: str) -> Response:
        if f.method == "POST":
            self.messages += vad == "brev"
            self.accounts += vad == "nytt"
            return redirect("/mitt")
        return self.sida(f, "Logga in", '<div class="kassa"><h1>Logga in</h1><form method="post"><p><label>E-post <input type="email" name="e"></label></p><p><label>Lösenord <input type="password" name="l"></label></p><button class="stor">Logga in</button></form></div>')  # fmt: skip

    def info(self, f: Request, vad: str) -> Response:
        if f.method == "POST":
            self.messages += 1
            return redirect("/info/kundservice")
        return self.sida(f, vad.capitalize(), f'<div class="kassa">{INFO[vad]}</div>') if vad in INFO else self.borta(f)
