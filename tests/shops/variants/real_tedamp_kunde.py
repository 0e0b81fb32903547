"""A Danish tea shop: adding opens a dialog over the page, the till is drawn by script and starts with the customer's e-mail.

Amounts are boxes of which none is chosen; a consent dialog covers the first page.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

TEER: dict[int, dict[str, Any]] = {
    112: {"url": "sencha-morgendug", "navn": "Sencha Morgendug", "pris": 89, "lager": 0, "valg": ["100 g", "250 g"], "stj": 5},
    118: {"url": "earl-grey-havn", "navn": "Earl Grey Havn", "pris": 69, "lager": 25, "valg": ["100 g", "250 g", "500 g"], "stj": 4},
    120: {"url": "rooibos-klit", "navn": "Rooibos Klit", "pris": 59, "lager": 14, "valg": ["100 g", "250 g"], "stj": 0},
    127: {"url": "assam-broen", "navn": "Assam Broen", "pris": 75, "lager": 9, "valg": ["100 g", "250 g"], "stj": 5},
    133: {"url": "hvid-te-rim", "navn": "Hvid te Rim", "pris": 119, "lager": 4, "valg": ["50 g", "100 g"], "stj": 0},
}  # fmt: skip
STYLE = """body{margin:0;font:400 15px/1.5 Karla,Arial,sans-serif;color:#333}.ydre{max-width:1140px;margin:0 auto;padding:0 20px}.hoved{text-align:center;border-bottom:1px solid #ddd;position:relative;padding:16px 0}.hoved .ord{font:30px "Playfair Display",Georgia,serif;color:#2c3e2d;text-decoration:none}.bruger{display:flex;justify-content:flex-end;gap:18px;font-size:13px;padding:8px 20px;background:#f2efe9}.bruger a,.bruger button{color:inherit;text-decoration:none;background:none;border:0;font:inherit;cursor:pointer}.antal{background:#2c3e2d;color:#fff;border-radius:50%;padding:1px 7px}
.hovedmenu a{margin:0 14px;color:inherit;text-decoration:none;text-transform:uppercase;font-size:13px}.skuffe{display:none;position:absolute;left:10px;top:18px;background:none;border:0;font-size:24px}.kortliste{display:grid;grid-template-columns:repeat(4,1fr);gap:22px;list-style:none;padding:0}.tekort{text-align:center;position:relative}.tekort figure{margin:0;position:relative}.tekort figcaption{position:absolute;inset:auto 10px 10px;opacity:0;transition:.2s}.tekort:hover figcaption,.tekort:focus-within figcaption{opacity:1}.tekort h4{margin:8px 0 2px}.tekort h4 a{color:inherit;text-decoration:none}
.kn{display:inline-block;border:1px solid #2c3e2d;background:#fff;color:#2c3e2d;padding:11px 24px;font:inherit;cursor:pointer;text-decoration:none;box-sizing:border-box}.kn.fyld{background:#2c3e2d;color:#fff}.vis{display:grid;grid-template-columns:1fr 1fr;gap:40px;padding-top:24px}.felter input{position:absolute;opacity:0;pointer-events:none}.felter label{display:inline-block;border:1px solid #999;padding:8px 16px;margin:0 8px 8px 0;cursor:pointer}.felter input:checked+label{outline:2px solid #2c3e2d}.felter .krav{color:#a00;font-size:12px}
.slor{position:fixed;inset:0;background:#000a;z-index:90;display:none;align-items:center;justify-content:center}.slor.op{display:flex}.boks{background:#fff;max-width:820px;width:94vw;max-height:92vh;overflow:auto;position:relative;padding:26px;box-sizing:border-box}.boks .luk{position:absolute;right:10px;top:8px;border:0;background:none;font-size:26px;cursor:pointer}.todelt{display:grid;grid-template-columns:1fr 1fr;gap:26px}.todelt .kn{display:block;width:100%;text-align:center;margin-bottom:10px}
.kl{display:flex;gap:16px;border-bottom:1px solid #ddd;padding:12px 0;align-items:center}.kl svg{width:64px}footer{background:#2c3e2d;color:#fff;margin-top:60px;padding:36px 0}footer a{color:#fff;display:block}footer .ydre{display:grid;grid-template-columns:repeat(4,1fr);gap:20px}footer input{padding:9px;max-width:100%;box-sizing:border-box}#samt{position:fixed;inset:0;background:#0009;z-index:120;display:grid;place-items:center}#samt>div{background:#fff;padding:26px;max-width:560px;margin:12px}
@media(max-width:800px){.skuffe{display:block}.hovedmenu{display:none}.hovedmenu.op{display:grid;gap:14px;padding-top:14px}.kortliste{grid-template-columns:1fr 1fr}.tekort figcaption{opacity:1;position:static}.vis,.todelt,footer .ydre{grid-template-columns:1fr}.bruger .ord2{display:none}}"""
KODE = """<script>
(function(){const q=(s,e)=>(e||document).querySelector(s),slor=q('.slor');q('.skuffe').onclick=()=>q('.hovedmenu').classList.toggle('op');
const aabn=h=>{q('.indhold',slor).innerHTML=h;slor.classList.add('op')};document.addEventListener('click',async e=>{const t=e.target;if(t===slor||t.closest('[data-luk]')){e.preventDefault();slor.classList.remove('op')}
const k=t.closest('[data-hurtig]');if(k){aabn('<p>Henter …</p>');aabn(await(await fetch('/hurtig/'+k.dataset.hurtig)).text())}if(t.closest('[data-soeg]')){const f=q('#soeg');f.hidden=!f.hidden}if(t.closest('#samt button')){localStorage.samt='1';q('#samt').remove()}});
document.addEventListener('submit',async e=>{const f=e.target;if(!f.matches('[data-laeg]'))return;e.preventDefault();const v=f.querySelector('input[name=valg]:checked');if(!v){f.querySelector('.krav').textContent='Vælg venligst en mængde';return}const b=f.querySelector('.fyld'),g=b.value;b.value='Lægger i kurv …';b.disabled=true;
const r=await fetch('/kurv.php?action=add',{method:'POST',body:new URLSearchParams(new FormData(f))});setTimeout(async()=>{b.value=g;b.disabled=false;const d=await r.json();document.querySelectorAll('.antal').forEach(x=>{x.textContent=d.antal;x.hidden=!d.antal});aabn(d.html)},500)});
if(!localStorage.samt){const d=document.createElement('div');d.id='samt';d.setAttribute('role','dialog');d.setAttribute('aria-modal','true');d.innerHTML='<div><h3>Denne hjemmeside bruger cookies</h3><p>Vi bruger cookies til at tilpasse indhold og annoncer og til at analysere vores trafik.</p><button class="kn">Afvis</button> <button class="kn">Tilpas</button> <button class="kn fyld">Tillad alle</button></div>';document.body.append(d)}})();
</script>"""
KASSE = """const rod=document.getElementById('kasse-app');const data=JSON.parse(rod.dataset.ordre);let trin=1;
const linjer=data.linjer.map(l=>`<div class="o"><span>${l.antal} x ${l.navn}<br><small>${l.valg}</small></span><span>${l.pris*l.antal} kr.</span></div>`).join('');
const kunde=()=>`<form id="kf" novalidate><fieldset><p>Bestiller du som gæst? Skriv din e-mail.</p><div class="e"><label>E-mail<input type="email" name="email" id="email" autocomplete="email"></label><button class="pr">Fortsæt</button></div><label class="c"><input type="checkbox" name="nyt"> Tilmeld mig nyhedsbrevet</label><p>Har du allerede en konto? <a href="/log-ind" id="li">Log ind nu</a></p></fieldset></form>`;
const levering=()=>`<form id="lf" novalidate>${['Fornavn','Efternavn','Adresse','Postnummer','By','Telefon'].map(x=>`<label>${x}<input name="${x}"></label>`).join('')}<button class="pr">Bestil</button></form>`;
function tegn(){rod.innerHTML=`<div class="k"><ol>${['Kunde','Levering','Fakturering','Betaling'].map((t,i)=>`<li class="${trin===i+1?'nu':''}"><h2>${t}</h2>${trin===i+1?(i?levering():kunde()):''}</li>`).join('')}</ol><aside><div class="mob"><a href="#" data-v>Vis detaljer</a> <b>${data.total} kr.</b></div><div class="fuld"><h3>Ordreoversigt <a href="/kurv.php">Rediger kurv</a></h3>${linjer}<p><a href="#" data-rabat>Rabatkode/gavekort</a></p><div hidden><input aria-label="Rabatkode"><button>Anvend</button></div><div class="o"><b>I alt (DKK)</b><b>${data.total} kr.</b></div></div></aside></div>`}
rod.addEventListener('click',e=>{if(e.target.matches('[data-rabat]')){e.preventDefault();const d=e.target.parentNode.nextElementSibling;d.hidden=!d.hidden}if(e.target.matches('[data-v]')){e.preventDefault();rod.querySelector('.fuld').classList.toggle('op')}});
rod.addEventListener('submit',async e=>{e.preventDefault();if(e.target.id==='kf'){if(!/.@./.test(e.target.email.value))return e.target.email.focus();trin=2;tegn()}else{await fetch('/kassen/ordre',{method:'POST'});rod.innerHTML='<h1>Tak for din ordre</h1>'}});
setTimeout(tegn,1200);"""


def tegning(n: int) -> str:
    return f'<svg viewBox="0 0 70 70" width="100%" role="img" aria-label="{TEER[n]["navn"]}"><rect width="70" height="70" fill="#f2efe9"/><path d="M18 28h30v12q0 12-15 12T18 40zM48 30q10 0 9 7t-10 7" fill="none" stroke="#7b{n % 90 + 10}4a" stroke-width="4"/></svg>'


@dataclass
class App(Shop):
    """Dampkedlen, tea by weight."""

    def side(self, r: Request, titel: str, krop: str, status: int = 200) -> Response:
        n = sum(r.session.get("kurv", {}).values())
        return html(
            f'<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} - Dampkedlen</title><style>{STYLE}</style></head><body><div class="bruger"><button data-soeg>Søg</button><a class="ord2" href="/gavekort">Gavekort</a><a href="/log-ind">Log ind</a><a href="/kurv.php">Kurv <span class="antal" {"" if n else "hidden"}>{n}</span></a></div><form id="soeg" action="/soeg" hidden style="padding:14px;text-align:center"><input name="q" type="search" placeholder="Søg i butikken"></form><div class="hoved"><button class="skuffe" aria-label="Menu">☰</button><a class="ord" href="/">Dampkedlen</a><nav class="hovedmenu"><a href="/kategori/sort-te">Sort te</a><a href="/kategori/urtete">Urtete</a><a href="/om">Om os</a></nav></div><div class="ydre">{krop}</div>'
            f'<footer><div class="ydre"><div><b>Info</b><a href="/levering-og-retur">Levering og retur</a><a href="/kontakt">Kontakt os</a><a href="/om">Om os</a></div><div><b>Kontakt</b><br>Dampkedlen ApS<br>Havnegade 20<br>5000 Odense C<br>Ring: +45 66 55 01 70</div><form method="post" action="/nyhedsbrev"><b>Tilmeld nyhedsbrev</b><br><input type="email" name="m" placeholder="Din e-mailadresse"><input type="submit" class="kn" value="Tilmeld"></form><div>© Dampkedlen</div></div></footer><div class="slor"><div class="boks" role="dialog" aria-modal="true"><button class="luk" data-luk aria-label="Luk">×</button><div class="indhold"></div></div></div>{KODE}</body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        a, _, b = r.path[1:].partition("/")
        te = next((n for n, t in TEER.items() if t["url"] == a or (a == "hurtig" and b == str(n))), None)
        if te:
            return html(self.felt(te, "h")) if a == "hurtig" else self.te(r, te)
        if a in ("", "kategori", "soeg"):
            kort = "".join(f'<li class="tekort"><figure><a href="/{t["url"]}/">{tegning(n)}</a><figcaption>{f"<button class=kn data-hurtig={n}>Vælg variant</button>" if t["lager"] else "<span class=kn>Udsolgt</span>"}</figcaption></figure><h4><a href="/{t["url"]}/">{t["navn"]}</a></h4>{"★" * t["stj"]}<div>{t["pris"]} kr.</div></li>' for n, t in TEER.items() if r.query.get("q", "").lower() in t["navn"].lower())  # fmt: skip
            return self.side(r, "Te i løs vægt", f'<h2>{"Mest populære" if not a else "Vores te"}</h2><ul class="kortliste">{kort}</ul>')  # fmt: skip
        dele = {"kurv.php": self.kurv, "kassen": self.kassen}
        return dele[a](r, b) if a in dele else self.tekst(r, a)

    def felt(self, n: int, f: str) -> str:
        t = TEER[n]
        valg = "".join(f'<input type="radio" name="valg" id="{f}{n}{i}" value="{v}"><label for="{f}{n}{i}">{v}</label>' for i, v in enumerate(t["valg"]))  # fmt: skip
        return f'<h2>{t["navn"]}</h2><p>{t["pris"]} kr.</p><form data-laeg method="post" action="/kurv.php?action=add"><input type="hidden" name="te" value="{n}"><div class="felter"><p>Mængde: <small>Påkrævet</small></p>{valg}<p class="krav" role="alert"></p></div><p>Antal: <input name="antal" value="1" size="3" aria-label="Antal"></p><input type="submit" class="kn fyld" value="Læg i kurv"></form>'

    def te(self, r: Request, n: int) -> Response:
        t = TEER[n]
        koeb = self.felt(n, "p") if t["lager"] else f"<h2>{t['navn']}</h2><p>Udsolgt</p>"
        anm = f"<p>{'★' * t['stj']} <b>Dejlig duft</b><br>Skrevet af Birthe den 3. marts</p>" if t["stj"] else "<p>Ingen anmeldelser endnu</p>"  # fmt: skip
        ld = {"@context": "https://schema.org", "@type": "Product", "name": t["navn"], "offers": {"@type": "Offer", "price": t["pris"], "priceCurrency": "DKK", "availability": "https://schema.org/" + ("InStock" if t["lager"] else "OutOfStock")}}  # fmt: skip
        return self.side(r, t["navn"], f'<div class="vis"><div>{tegning(n)}</div><div>{koeb}<p><button class="kn" onclick="this.nextElementSibling.hidden=false">Tilføj til ønskeliste ⌄</button><span hidden> <a href="/log-ind">Min ønskeliste</a></span></p></div></div><h3>Anmeldelser</h3>{anm}<script type="application/ld+json">{json.dumps(ld)}</script>')  # fmt: skip

    def linjer(self, r: Request) -> list[dict[str, Any]]:
        return [{"navn": TEER[int(k.split("|")[0])]["navn"], "pris": TEER[int(k.split("|")[0])]["pris"], "valg": k.split("|")[1], "antal": m, "k": k} for k, m in r.session.get("kurv", {}).items()]  # fmt: skip

    def kurv(self, r: Request, _b: str) -> Response:
        kurv: dict[str, int] = r.session.setdefault("kurv", {})
        if r.query.get("action") == "add":
            n, v = int(r.form.get("te") or 0), r.form.get("valg", "")
            if n not in TEER or not TEER[n]["lager"] or v not in TEER[n]["valg"]:
                return json_response({"antal": sum(kurv.values()), "html": "<p>Varen kunne ikke lægges i kurven.</p>"})
            kurv[f"{n}|{v}"] = kurv.get(f"{n}|{v}", 0) + max(1, int(r.form.get("antal") or 1))
            total = sum(x["pris"] * x["antal"] for x in self.linjer(r))
            svar = f'<h2>Ok, 1 vare blev lagt i kurven. Hvad nu?</h2><div class="todelt"><div class="kl">{tegning(n)}<div>{TEER[n]["navn"]}<br><small>Mængde: {v}</small><br>{TEER[n]["pris"]} kr.</div></div><div><a class="kn fyld" href="/kassen">Fortsæt til kassen</a><p style="text-align:center">Subtotal <b>{total} kr.</b><br>Din kurv indeholder {sum(kurv.values())} vare(r)</p><a class="kn" href="#" data-luk>Fortsæt med at handle</a><a class="kn" href="/kurv.php">Vis kurv</a></div></div>'
            return json_response({"antal": sum(kurv.values()), "html": svar})
        if r.query.get("action") == "remove":
            kurv.pop(r.query.get("k", ""), None)
            return redirect("/kurv.php")
        rk = "".join(f'<div class="kl"><span style="flex:1">{x["navn"]}, {x["valg"]}</span>{x["antal"]} stk. <b>{x["pris"] * x["antal"]} kr.</b> <a href="/kurv.php?action=remove&k={x["k"]}" aria-label="Fjern">×</a></div>' for x in self.linjer(r))  # fmt: skip
        return self.side(r, "Din kurv", f'<h1>Din kurv</h1>{rk}<p style="text-align:right"><a class="kn fyld" href="/kassen">Gå til kassen</a></p>' if kurv else "<h1>Din kurv</h1><p>Din kurv er tom</p>")  # fmt: skip

    def kassen(self, r: Request, b: str) -> Response:
        linjer = self.linjer(r)
        if not linjer:
            return redirect("/kurv.php")
        if b == "ordre" and r.method == "POST":
            self.orders += 1
            r.session["kurv"] = {}
            return json_response({"ok": 1})
        ordre = json.dumps({"linjer": linjer, "total": sum(x["pris"] * x["antal"] for x in linjer)}).replace("'", "&#39;")  # fmt: skip
        return html(
            '<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kassen</title><style>body{margin:0;font:15px/1.5 Arial;color:#333}header{padding:20px;text-align:center;border-bottom:1px solid #ddd}#kasse-app{max-width:1000px;margin:0 auto;padding:20px}.k{display:grid;grid-template-columns:1fr 340px;gap:34px}ol{list-style:none;padding:0;margin:0}li{border-bottom:1px solid #ddd}li h2{color:#999;font-size:20px}li.nu h2{color:#333}fieldset{border:0;padding:0}label{display:block;margin:8px 0}input:not([type=checkbox]){display:block;width:100%;box-sizing:border-box;padding:12px;border:1px solid #bbb}.e{display:flex;gap:12px;align-items:end}.e label{flex:1}.pr{background:#333;color:#fff;border:0;padding:14px 26px;margin-bottom:8px;font:inherit}.o{display:flex;justify-content:space-between;padding:8px 0}.mob{display:none}.skel{height:220px;background:#eee}@media(max-width:800px){.k{grid-template-columns:1fr}.k aside{order:-1}.mob{display:flex;justify-content:space-between}.fuld{display:none}.fuld.op{display:block}}</style></head><body><header><a href="/" style="font:26px Georgia;color:inherit;text-decoration:none">Dampkedlen</a></header>'
            f'<div id="kasse-app" data-ordre=\'{ordre}\'><div class="skel"></div></div><script>{KASSE}</script></body></html>'
        )

    def tekst(self, r: Request, a: str) -> Response:
        if r.method == "POST":
            self.messages += a in ("kontakt", "nyhedsbrev")
            self.accounts += a == "log-ind" and "opret" in r.form
            return self.side(r, "Tak", "<p>Tak!</p>")
        tekster = {
            "levering-og-retur": "<h1>Levering og retur</h1><p>Vi sender alle hverdage. Fragten koster 39 kr.</p><h3>Fortrydelsesret</h3><p>Du har 14 dages fortrydelsesret fra den dag, du modtager varen. Teposen skal være uåbnet. Skriv til te@dampkedlen.example, at du fortryder, og send varen til os senest 14 dage derefter. Du betaler selv returfragten. Vi refunderer hele beløbet, når vi har modtaget varen.</p>",
            "kontakt": '<h1>Kontakt os</h1><p>te@dampkedlen.example</p><form method="post"><p><input name="n" placeholder="Fulde navn"></p><p><input type="email" name="e" placeholder="E-mail"></p><p><textarea name="k" rows="5" placeholder="Kommentar"></textarea></p><input type="submit" class="kn" value="Send"></form>',
            "om": "<h1>Om os</h1><p>Te siden 1987.</p>",
            "gavekort": "<h1>Gavekort</h1><p>Gavekort købes i butikken.</p>",
            "log-ind": '<h1>Log ind</h1><form method="post"><p><input type="email" name="e" placeholder="E-mail"> <input type="password" name="p" placeholder="Adgangskode"> <button class="kn">Log ind</button></p></form><h3>Ny kunde?</h3><form method="post"><button class="kn" name="opret" value="1">Opret konto</button></form>',
        }
        return self.side(r, a, tekster[a]) if a in tekster else self.side(r, "404", "<h1>404 - Siden findes ikke</h1>", 404)  # fmt: skip
