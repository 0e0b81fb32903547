"""A Swedish mitten shop: a mega menu, a size asked in a pop-over of the list, a basket that slides in from the right.

The till is a page with two tabs; a payment company's frame in it asks for e-mail and postcode first.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# id: name, maker, kronor, sold out, group
VANTAR: dict[str, tuple[str, str, int, bool, str]] = {
    "lovikka-arv": ("Lovikkavante Arv", "Navgott", 549, True, "vantar"),
    "tumvante-isa": ("Tumvante Isa", "Navgott", 399, False, "vantar"),
    "fingervante-rim": ("Fingervante Rim", "Fårdala", 449, False, "vantar"),
    "skinnhandske-ek": ("Skinnhandske Ek", "Garv & Co", 899, False, "handskar"),
    "arbetshandske-ved": ("Arbetshandske Ved", "Garv & Co", 329, False, "handskar"),
    "halvvante-brev": ("Halvvante Brev", "Fårdala", 299, False, "vantar"),
}
STORLEKAR = {"6": False, "7": True, "8": True, "9": True, "10": True}
FORM = """*{box-sizing:border-box}body{margin:0;font:15px/1.55 Jost,"Century Gothic",sans-serif;color:#221f1c;background:#fff}button{font:inherit;cursor:pointer}.rand{background:#221f1c;color:#fff;text-align:center;font-size:13px;padding:7px}.hd{display:grid;grid-template-columns:1fr auto 1fr;align-items:center;padding:18px 32px}.hd .mrk{font-size:30px;letter-spacing:.22em;text-decoration:none;color:inherit}.hd .hg{justify-self:end;display:flex;gap:20px}.hd button{background:none;border:0;font-size:20px;position:relative;padding:4px}.hd .n{position:absolute;top:-5px;right:-9px;background:#b1442f;color:#fff;font-size:11px;border-radius:9px;padding:0 5px}.hd input{border:0;border-bottom:1px solid #999;padding:8px;width:220px;font:inherit}
.mega{display:flex;justify-content:center;gap:40px;border-bottom:1px solid #e2ddd6}.mega>div>a,.mega>div>button{display:block;padding:13px 4px;text-decoration:none;color:inherit;background:none;border:0;text-transform:uppercase;letter-spacing:.1em;font-size:14px}.mega .pa{display:none;position:absolute;left:0;right:0;background:#faf7f2;padding:26px 18%;z-index:12;grid-template-columns:repeat(3,1fr);gap:20px;box-shadow:0 10px 16px #0001}.mega .pa a{display:block;color:inherit;padding:3px 0}@media(hover:hover) and (min-width:901px){.mega>div:hover .pa{display:grid}}.bg,.stang{display:none}.bild{min-height:420px;background:linear-gradient(100deg,#d8cbb8,#93a3ad);display:grid;place-items:center;text-align:center}.kn{background:#221f1c;color:#fff;border:1px solid #221f1c;padding:13px 34px;text-decoration:none;display:inline-block;text-align:center}.kn:disabled{opacity:.4;cursor:default}.kn.lj{background:#fff;color:#221f1c}.pu{display:grid;grid-template-columns:repeat(3,1fr);gap:18px;padding:24px 32px}.pu a{background:#efe9e0;padding:60px 20px;text-align:center;color:inherit;text-decoration:none}
.ls{display:grid;grid-template-columns:repeat(4,1fr);gap:22px;padding:22px 32px}.art{position:relative}.art .bi{display:block;background:#f5f2ed}.art .bi svg{width:100%;display:block}.art p{margin:3px 0}.art>p a{color:inherit;text-decoration:none}.art .ko{width:100%;padding:10px;border:1px solid #221f1c;background:#fff}.ruta{position:absolute;left:0;right:0;bottom:44px;background:#fff;border:1px solid #221f1c;padding:14px;z-index:8;box-shadow:0 4px 18px #0003}.st{display:flex;flex-wrap:wrap;gap:6px;margin:8px 0 14px}.st button{border:1px solid #999;background:#fff;min-width:44px;height:44px}.st button.v{background:#221f1c;color:#fff}.st button.u{color:#aaa;text-decoration:line-through;border-style:dashed}.pd{display:grid;grid-template-columns:1.2fr 1fr;gap:50px;padding:26px 32px}.pd .kn{width:100%}.pd svg{width:100%;background:#f5f2ed}.fel{color:#b1442f;min-height:1.4em;margin:0}
.sk{position:fixed;inset:0;background:#0006;z-index:40;opacity:0;visibility:hidden;transition:opacity .25s}.sid{position:fixed;top:0;right:0;bottom:0;width:400px;max-width:92vw;background:#fff;z-index:41;transform:translateX(105%);visibility:hidden;transition:transform .35s,visibility .35s;padding:24px;display:flex;flex-direction:column}.oppen .sk{opacity:1;visibility:visible}.oppen .sid{transform:none;visibility:visible}.sid .rr{flex:1;overflow:auto}.rr>div,.kr>div{display:flex;gap:12px;align-items:center;border-bottom:1px solid #e2ddd6;padding:12px 0}.rr span,.kr span{flex:1}.rr button,.kr button{border:0;background:none;font-size:18px}.sid .kn{width:100%;margin-top:10px}.kassa{max-width:760px;margin:0 auto;padding:22px}.fli{display:flex}.fli button{flex:1;padding:14px;border:0;border-bottom:3px solid #e2ddd6;background:none}.fli .p{border-color:#221f1c;font-weight:600}.fm label{display:block;margin:14px 0}.fm input{display:block;width:100%;padding:11px;font:inherit;border:1px solid #999}iframe{width:100%;height:480px;border:0}.vt{height:300px;background:#f5f2ed;display:grid;place-items:center}
.ft{background:#efe9e0;padding:34px 32px 90px;display:grid;grid-template-columns:repeat(4,1fr);gap:24px;margin-top:50px;font-size:14px}.ft a{color:inherit}.ft input{padding:9px;border:1px solid #999;max-width:100%}.ft svg{height:24px;margin:0 5px 5px 0}.pr{position:fixed;right:20px;bottom:20px;border:0;border-radius:26px;background:#b1442f;color:#fff;padding:13px 20px;z-index:20}.sn{position:fixed;right:20px;bottom:80px;width:290px;background:#fff;border:1px solid #999;padding:16px;z-index:21}.sy{position:fixed;inset:0;background:#221f1ccc;display:grid;place-items:center;z-index:60}.sy>div{background:#fff;max-width:460px;margin:16px;padding:28px}.sy button{width:100%;margin-top:8px}
@media(max-width:900px){.hd{padding:12px 14px}.hd .mrk{font-size:20px}.hd form{display:none}.bg,.stang{display:inline-block}.mega{display:none;position:fixed;inset:0 60px 0 0;background:#fff;z-index:45;flex-direction:column;justify-content:flex-start;gap:0;overflow:auto;padding:20px}.mega.ute{display:flex}.mega .pa{position:static;padding:6px 14px;box-shadow:none}.mega .pa.ute{display:block}.ls{grid-template-columns:1fr 1fr;gap:12px;padding:14px}.pu,.pd,.ft{grid-template-columns:1fr;padding:14px}.ruta{position:fixed;left:0;right:0;bottom:0;z-index:30;border-width:1px 0 0;padding:20px 18px 26px}.bild{min-height:320px}}@media(min-width:901px){.mega .kl{display:none}}"""
JS = """
const $=(s,r=document)=>r.querySelector(s),$$=(s,r=document)=>[...r.querySelectorAll(s)];
const be=(u,d)=>fetch('/svc/'+u,d?{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}:{}).then(r=>r.json());
const rad=r=>'<div><span>'+r.namn+'<br><small>Storlek '+r.st+'</small></span><button data-m="'+r.k+'|-1" aria-label="Minska">−</button>'+r.n+'<button data-m="'+r.k+'|1" aria-label="Öka">+</button><b>'+r.kr+'</b></div>';
function visa(k){$$('.hd .n').forEach(n=>{n.textContent=k.antal;n.hidden=!k.antal});$('.rr').innerHTML=k.antal?k.rader.map(rad).join(''):'<p>Här var det tomt.</p>';$('.sid .tk').innerHTML=k.antal?'<p>Summa <b style="float:right">'+k.summa+'</b></p><a class="kn" href="/kassa">Till kassan</a>':'';const r=$('.kr');if(r)r.innerHTML=k.rader.map(rad).join('')+'<p>Att betala <b>'+k.summa+'</b></p>'}
const skjut=o=>document.body.classList.toggle('oppen',o);
function valj(rot,id){let st='';const b=$('[data-lagg]',rot);$$('.st button',rot).forEach(x=>x.onclick=()=>{if(x.classList.contains('u')){$('.fel',rot).textContent='Storlek '+x.value+' är slut.';return}$('.fel',rot).textContent='';st=x.value;$$('.st button',rot).forEach(y=>y.classList.toggle('v',y===x));if(rot.matches('.ruta'))b.disabled=false});
 b.onclick=async()=>{if(!st){$('.fel',rot).textContent='Välj storlek';return}b.disabled=true;const k=await be('lagg',{id,st});setTimeout(()=>{b.disabled=false;$$('.ruta').forEach(x=>x.remove());visa(k);skjut(true)},300)}}
document.addEventListener('click',e=>{const t=e.target.closest('button,.sk,[data-stang]');if(!t){if(!e.target.closest('.ruta'))$$('.ruta').forEach(x=>x.remove());return}
 if(t.dataset.snabb){$$('.ruta').forEach(x=>x.remove());const d=document.createElement('div');d.className='ruta';d.setAttribute('role','dialog');d.innerHTML='<button data-rk style="float:right;border:0;background:none" aria-label="Stäng">✕</button>Välj storlek<div class="st">'+STL.map(s=>'<button value="'+s[0]+'"'+(s[1]?'':' class="u"')+'>'+s[0]+'</button>').join('')+'</div><p class="fel"></p><button class="kn" style="width:100%;padding:10px" data-lagg disabled>Lägg i varukorg</button>';setTimeout(()=>{t.parentElement.append(d);valj(d,t.dataset.snabb)},200)}
 else if('rk' in t.dataset)t.closest('.ruta').remove();
 else if('korg' in t.dataset)be('korg').then(k=>{visa(k);skjut(true)});
 else if(t.matches('.sk')||'stang' in t.dataset)skjut(false);
 else if(t.dataset.m){const [k,d]=t.dataset.m.split('|');be('antal',{k,d:+d}).then(visa)}
 else if('meny' in t.dataset)$('.mega').classList.toggle('ute');
 else if('fall' in t.dataset)t.nextElementSibling.classList.toggle('ute');
 else if('prat' in t.dataset){const s=$('.sn');if(s)s.remove();else document.body.insertAdjacentHTML('beforeend','<div class="sn" role="dialog" aria-label="Chatt"><b>Hej, vad undrar du?</b><textarea rows="3" style="width:100%" aria-label="Meddelande"></textarea><button data-sand>Skicka</button></div>')}
 else if('sand' in t.dataset)be('chatt',{}).then(()=>{$('.sn').innerHTML='Tack, vi svarar strax.'});
 else if('bevaka' in t.dataset)t.outerHTML='<input type="email" placeholder="Din e-post" aria-label="E-post för bevakning" style="width:100%;padding:10px">';
 else if(t.dataset.flik){$$('.fli button').forEach(b=>b.classList.toggle('p',b===t));$$('[data-blad]').forEach(b=>b.hidden=b.dataset.blad!==t.dataset.flik)}
 else if('kod' in t.dataset)t.outerHTML='<input aria-label="Rabattkod" placeholder="Rabattkod"> <button>Använd</button>'});
document.addEventListener('submit',async e=>{if(e.target.dataset.svc){e.preventDefault();const r=await be(e.target.dataset.svc,{});e.target.innerHTML='<p>'+r.svar+'</p>'}});
const pd=$('.pd');if(pd&&$('[data-lagg]',pd))valj(pd,pd.dataset.id);be('korg').then(visa);
const ram=$('#betalning');if(ram)setTimeout(()=>{ram.innerHTML='<iframe title="Kassa från Vintergäld" src="/vintergald/checkout"></iframe>'},1200);
if(!document.cookie.includes('navcookie')){const d=document.createElement('div');d.className='sy';d.innerHTML='<div role="dialog" aria-label="Cookies"><h3>Kakor till vantarna</h3><p>Vi använder cookies för att butiken ska fungera, för statistik och för annonser.</p><button class="kn">Acceptera alla</button><button class="kn lj">Bara nödvändiga</button></div>';d.onclick=e=>{if(e.target.tagName==='BUTTON'){document.cookie='navcookie=1;path=/';d.remove()}};document.body.append(d)}
"""
RAM = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>body{margin:0;padding:18px;font:15px system-ui}input{display:block;width:100%;box-sizing:border-box;padding:15px;border:1px solid #777;border-radius:6px;margin:6px 0 14px;font:inherit}button{width:100%;padding:15px;border:0;border-radius:6px;background:#1c4a3f;color:#fff;font:inherit}</style></head><body><form id="a"><h3>Dina uppgifter</h3><label>E-postadress<input type="email" name="e" required autocomplete="email"></label><label>Postnummer<input name="p" required inputmode="numeric" autocomplete="postal-code"></label><button>Fortsätt</button></form><p><small>Vintergäld Betal AB hanterar din betalning. <a href="#">Villkor</a></small></p><script>document.getElementById('a').onsubmit=function(h){h.preventDefault();this.outerHTML='<form id="b"><h3>Leverans och betalning</h3>'+['Namn','Adress','Mobil'].map(function(t){return '<label>'+t+'<input required></label>'}).join('')+'<button>Slutför köp</button></form>';document.getElementById('b').onsubmit=function(x){x.preventDefault();fetch('/svc/slutfor',{method:'POST',headers:{'content-type':'application/json'},body:'{}'}).then(function(){document.body.innerHTML='<h2>Tack för din beställning!</h2>'})}}</script></body></html>"""
VILLKOR = "<h1>Köpvillkor</h1><h2>Frakt</h2><p>49 kr till ombud, fri frakt över 600 kr. Paketet tar två till fyra vardagar.</p><h2>Öppet köp och retur</h2><p>Du har 45 dagars öppet köp från det att du hämtade paketet. Vantarna ska vara oanvända och ha lappen kvar. Lägg dem i påsen de kom i, fäst returetiketten och lämna hos närmaste ombud; returen är fri. Vi betalar tillbaka hela summan inom tio dagar efter att paketet kommit till Mora.</p><h2>Personuppgifter</h2><p>Vi sparar det som bokföringslagen kräver.</p>"
MARKEN = "".join(f'<svg viewBox="0 0 60 24" role="img" aria-label="{t}"><rect width="60" height="24" rx="3" fill="{f}"/><text x="30" y="16" font-size="9" text-anchor="middle" fill="#111">{t}</text></svg>' for t, f in (("Klarna", "#ffb3c7"), ("Swish", "#dfe"), ("VISA", "#dde"), ("Mastercard", "#fed")))  # fmt: skip


@dataclass
class App(Shop):
    """Navgott Vantmakeri, Mora."""

    def korg(self, r: Request) -> dict[str, Any]:
        k: dict[str, int] = r.session.setdefault("vantkorg", {})
        rader = [{"k": x, "namn": VANTAR[x.split("~")[0]][0], "st": x.split("~")[1], "n": n, "kr": f"{VANTAR[x.split('~')[0]][2] * n} kr"} for x, n in k.items()]  # fmt: skip
        return {"rader": rader, "antal": sum(k.values()), "summa": f"{sum(VANTAR[x.split('~')[0]][2] * n for x, n in k.items())} kr"}  # fmt: skip

    def svc(self, r: Request, vad: str) -> Response:
        d = r.json if isinstance(r.json, dict) else {}
        k: dict[str, int] = r.session.setdefault("vantkorg", {})
        ident, st = str(d.get("id", "")), str(d.get("st", ""))
        if vad == "lagg" and ident in VANTAR and not VANTAR[ident][3] and STORLEKAR.get(st):
            k[f"{ident}~{st}"] = k.get(f"{ident}~{st}", 0) + 1
        elif vad == "antal" and d.get("k") in k:
            k[d["k"]] += int(d.get("d") or 0)
            if k[d["k"]] < 1:
                del k[d["k"]]
        elif r.method == "POST":
            return self.skicka(vad, k)
        return json_response(self.korg(r))

    def skicka(self, vad: str, k: dict[str, int]) -> Response:
        self.orders += vad == "slutfor"
        self.accounts += vad == "medlem"
        self.messages += vad in ("brev", "chatt")
        if vad == "slutfor":
            k.clear()
        return json_response({"svar": "Fel e-post eller lösenord." if vad == "inlogg" else "Tack!"})

    def blad(self, namn: str, inre: str, smal: bool = False, status: int = 200) -> Response:
        ld = json.dumps({"@context": "https://schema.org", "@type": "Organization", "name": "Navgott Vantmakeri AB"})
        lankar = "".join(f'<div><b>{h}</b><a href="/c/vantar">Vantar</a><a href="/c/handskar">Handskar</a></div>' for h in ("Dam", "Herr", "Barn"))  # fmt: skip
        meny = "" if smal else f'<nav class="mega"><button class="stang" data-meny aria-label="Stäng meny">✕</button><div><a class="kl" href="/">Start</a></div><div><button data-fall>Sortiment</button><div class="pa">{lankar}</div></div><div><a href="/c/vantar">Vantar</a></div><div><a href="/c/handskar">Handskar</a></div><div><a href="/villkor">Kundservice</a></div><form class="kl" action="/sok"><input name="s" placeholder="Sök" aria-label="Sök"></form></nav>'  # fmt: skip
        fot = f'<footer class="ft"><div><b>Kundservice</b><br>Vardagar 9–15<br><a href="mailto:hej@navgott.example">hej@navgott.example</a></div><div>Navgott Vantmakeri AB<br>Strandgatan 11<br>792 30 Mora</div><div><a href="/villkor">Köpvillkor och retur</a><br><a href="/inlogg">Mina sidor</a><br>{MARKEN}</div><form data-svc="brev"><label>Nyhetsbrev<br><input type="email" required placeholder="E-post"></label> <button class="kn" style="padding:8px 14px">Anmäl</button></form></footer>'
        return html(
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{namn} | Navgott</title><style>{FORM}</style><script type="application/ld+json">{ld}</script></head><body><div class="rand">Fri frakt över 600 kr · 45 dagars öppet köp</div><header class="hd"><div><button class="bg" data-meny aria-label="Meny">☰</button><form action="/sok"><input name="s" placeholder="Sök" aria-label="Sök"></form></div><a class="mrk" href="/">NAVGOTT</a><div class="hg"><a href="/inlogg" aria-label="Mina sidor" style="text-decoration:none;font-size:20px">👤</a><button data-korg aria-label="Varukorg">🛍<span class="n" hidden>0</span></button></div></header>{meny}{inre}{fot}'
            f'<div class="sk"></div><aside class="sid"><p style="margin:0"><b>Varukorg</b><button data-stang style="float:right;border:0;background:none;font-size:20px" aria-label="Stäng">✕</button></p><div class="rr"></div><div class="tk"></div><button class="kn lj" data-stang>Fortsätt handla</button><p><small><a href="/villkor">45 dagars öppet köp och fri retur</a></small></p></aside><button class="pr" data-prat>Chatta</button><script>const STL={json.dumps(list(STORLEKAR.items()))};{JS}</script></body></html>',
            status,
        )

    def bild(self, ident: str) -> str:
        return f'<svg viewBox="0 0 80 90" role="img" aria-label="{VANTAR[ident][0]}"><path d="M26 82V44q-14-10-8-18 8 0 12 10V20q14-18 28 0v62z" fill="hsl({len(ident) * 41 % 360} 30% 55%)"/></svg>'

    def lista(self, namn: str, vilka: list[str]) -> Response:
        kort = "".join(
            f'<div class="art"><a class="bi" href="/p/{i}">{self.bild(i)}</a><p><small>{VANTAR[i][1]}</small></p><p><a href="/p/{i}">{VANTAR[i][0]}</a></p><p>{VANTAR[i][2]} kr</p>'
            + ('<button class="ko" data-bevaka>Bevaka</button><p><small>Slutsåld</small></p>' if VANTAR[i][3] else f'<button class="ko" data-snabb="{i}">Köp</button>')
            + "</div>"
            for i in vilka
        )  # fmt: skip
        return self.blad(namn, f'<h1 style="padding:0 32px;margin-bottom:0">{namn}</h1><div class="ls">{kort or "Inget hittades."}</div>')  # fmt: skip

    def vante(self, i: str) -> Response:
        namn, marke, kr, slut, _grupp = VANTAR[i]
        st = "".join(f'<button value="{s}"{"" if finns else " class=u"}>{s}</button>' for s, finns in STORLEKAR.items())
        kop = '<p class="fel">Slutsåld</p><button class="ko" data-bevaka>Bevaka</button>' if slut else f'<p style="margin-bottom:0">Storlek</p><div class="st">{st}</div><p class="fel" role="alert"></p><button class="kn" data-lagg>Köp</button>'  # fmt: skip
        return self.blad(namn, f'<div class="pd" data-id="{i}"><div>{self.bild(i)}</div><div><p>{marke}</p><h1>{namn}</h1><p style="font-size:21px">{kr} kr</p>{kop}<p>Stickad i ull från fjällnära gårdar. Tål att bli blöt.</p></div></div>')  # fmt: skip

    def kassa(self, r: Request) -> Response:
        if not self.korg(r)["antal"]:
            return redirect("/c/vantar")
        inlogg = '<form class="fm" data-svc="inlogg"><label>E-post<input type="email"></label><label>Lösenord<input type="password"></label><button class="kn">Logga in</button></form><p>Inte medlem? <a href="/inlogg">Bli medlem</a></p>'
        return self.blad("Kassa", f'<div class="kassa"><div class="fli"><button class="p" data-flik="k">Kassa</button><button data-flik="l">Logga in</button></div><div data-blad="k"><div class="kr"></div><p><button class="kn lj" style="padding:6px 14px" data-kod>Har du en rabattkod?</button></p><div id="betalning"><div class="vt">Hämtar kassan …</div></div></div><div data-blad="l" hidden>{inlogg}</div></div>', smal=True)  # fmt: skip

    def handle(self, r: Request) -> Response:
        del_, _, rest = r.path[1:].partition("/")
        if del_ == "svc":
            return self.svc(r, rest)
        if del_ == "vintergald":
            return html(RAM)
        if del_ == "c":
            return self.lista(rest.title(), [i for i, v in VANTAR.items() if v[4] == rest])
        if del_ == "sok":
            return self.lista("Sök", [i for i, v in VANTAR.items() if r.query.get("s", "").lower() in v[0].lower()])
        if del_ == "p" and rest in VANTAR:
            return self.vante(rest)
        if del_ == "kassa":
            return self.kassa(r)
        texter = {
            "": '<div class="bild"><div><h1>Vantar som tål januari</h1><a class="kn" href="/c/vantar">Till vantarna</a></div></div><div class="pu"><a href="/c/vantar">Vantar</a><a href="/c/handskar">Handskar</a><a href="/villkor">45 dagars öppet köp</a></div>',
            "villkor": f'<div class="kassa">{VILLKOR}</div>',
            "inlogg": '<div class="kassa"><h1>Mina sidor</h1><form class="fm" data-svc="inlogg"><label>E-post<input type="email"></label><label>Lösenord<input type="password"></label><button class="kn">Logga in</button></form><h2>Bli medlem</h2><form class="fm" data-svc="medlem"><label>E-post<input type="email" required></label><label>Lösenord<input type="password" required></label><button class="kn lj">Skapa konto</button></form></div>',
        }  # fmt: skip
        return self.blad("Navgott", texter[del_]) if del_ in texter else self.blad("Saknas", "<p>Sidan finns inte.</p>", status=404)  # fmt: skip
