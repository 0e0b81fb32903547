"""A Danish bicycle-parts shop: goods stand behind a button of departments, and adding one posts to the basket page.

The review box, the newsletter sign-up and an offer for the e-mail come when the customer is reading already.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

AFDELINGER = {"lygter": "Lygter", "laase": "Låse", "sadler": "Sadler & tasker", "pleje": "Olie og pleje"}
# number: name, kroner, stock, department, colours
DELE: dict[str, tuple[str, int, int, str, tuple[str, ...]]] = {
    "4410": ("Forlygte Natravn 80 lux", 349, 0, "lygter", ()),
    "4412": ("Baglygte Glød", 149, 31, "lygter", ()),
    "4415": ("Lygtesæt Tusmørke", 429, 9, "lygter", ("Sort", "Sølv")),
    "5101": ("Kædelås Bastion", 599, 0, "laase", ()),
    "5104": ("Foldelås Lilleput", 449, 12, "laase", ()),
    "6203": ("Sadel Langfart", 799, 0, "sadler", ()),
    "6208": ("Sadeltaske Pose", 199, 17, "sadler", ("Sort", "Oliven")),
    "7001": ("Vinterolie 100 ml", 69, 0, "pleje", ()),
    "7003": ("Kæderens Blank", 89, 44, "pleje", ()),
}
CSS = """body{margin:0;font:15px/1.55 "Source Sans Pro",Verdana,sans-serif;color:#222;background:#f7f7f5}*{box-sizing:border-box}.ramme{max-width:1200px;margin:0 auto;padding:0 14px}.strimmel{background:#0d4f3c;color:#fff;font-size:12px;text-align:center;padding:5px}.hoved{background:#fff}.hoved .ramme{display:flex;align-items:center;gap:16px;min-height:78px}.hoved a{color:inherit;text-decoration:none}.navn{font:700 24px Georgia,serif;color:#0d4f3c!important;flex:1}.ik{background:none;border:0;font:inherit;cursor:pointer;padding:10px}.prodknap{background:#0d4f3c;color:#fff;border:0;padding:12px 20px;font:inherit;cursor:pointer}.bjaelke{background:#0d4f3c}.bjaelke a{color:#fff;text-decoration:none;margin-left:20px}.panel{display:none;background:#fff;border-top:3px solid #0d4f3c;position:absolute;left:0;right:0;z-index:12;box-shadow:0 8px 20px #0003;padding:24px}.panel.aaben{display:block}.panel ul{columns:2;list-style:none;margin:0 auto;max-width:1170px;padding:0}.panel a{display:block;padding:9px;color:#222;text-decoration:none;font-size:17px}.hoved .sog{display:none;padding:10px 0}.hoved .sog.aaben{display:flex}[hidden]{display:none!important}.sog input{flex:1;padding:11px;min-width:0}
.mob{display:none}.gitter{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}.boks{background:#fff;padding:16px;text-decoration:none;color:inherit;display:block}.boks .p,.pris{font-weight:700;font-size:19px}.ud{color:#b00}.vare{display:grid;grid-template-columns:1fr 1fr;gap:40px;background:#fff;padding:26px;margin-top:20px}.koeb{background:#e2711d;color:#fff;border:0;padding:14px 34px;font:700 17px inherit;cursor:pointer;text-decoration:none;display:inline-block}select,.felt input,.stk{padding:10px;border:1px solid #999;font:inherit}.fold{border:1px solid #ddd;background:#fff;margin:8px 0}.fold>button{width:100%;text-align:left;border:0;background:none;padding:15px;font:600 16px inherit;cursor:pointer}.fold>div{display:none;padding:0 15px 15px}.fold.aaben>div{display:block}.anm{background:#fff;padding:18px;margin-top:24px;border-left:4px solid #00b67a}
.linje{display:flex;gap:14px;align-items:center;justify-content:space-between;background:#fff;padding:12px;margin-bottom:6px}.kasse{display:grid;grid-template-columns:1.4fr 1fr;gap:26px}.kasse fieldset{border:0;min-width:0;background:#fff;margin:0 0 16px;padding:18px}.kasse legend{font-weight:700;float:left;width:100%;padding:0 0 10px}.felt{display:block;clear:both;margin:8px 0}.felt input,.felt select{display:block;width:100%}.bund{background:#e9e7e0;margin-top:50px;padding:30px 0;font-size:14px}.bund .ramme{display:grid;grid-template-columns:repeat(4,1fr);gap:20px}.bund a{color:#222;display:block}.pop{position:fixed;inset:0;background:#0007;display:grid;place-items:center;z-index:40}.pop>div{background:#fff;padding:30px;max-width:380px;position:relative;margin:12px}.pop .x{position:absolute;right:6px;top:6px;border:0;background:none;font-size:22px}.ck{position:fixed;left:14px;bottom:14px;max-width:390px;background:#222;color:#fff;padding:18px;z-index:30}.ck button{padding:9px 14px;margin-right:8px}
@media(max-width:800px){.bjaelke{display:none}.mob{display:block;font-size:25px}.hoved .ramme{gap:4px}.navn{font-size:19px;order:1;text-align:center}.hoved .ik{order:2}.hoved .mob{order:0}.ord{display:none}.panel{position:fixed;top:0;bottom:0;right:18%;border:0;padding-top:50px;overflow:auto}.panel ul{columns:1}.gitter{grid-template-columns:1fr 1fr;gap:8px}.vare,.kasse,.bund .ramme{grid-template-columns:1fr}.koeb{width:100%;text-align:center}.ck{right:14px}}"""
JS = """<script>
(function(){function $(s){return document.querySelector(s)}
document.querySelectorAll('[data-menu]').forEach(function(b){b.addEventListener('click',function(e){e.stopPropagation();$('.panel').classList.toggle('aaben')})});
document.addEventListener('click',function(e){var p=$('.panel');if(p&&!e.target.closest('.panel'))p.classList.remove('aaben');var f=e.target.closest('.fold>button');if(f)f.parentNode.classList.toggle('aaben');
if(e.target.closest('[data-sog]')){$('.sog').classList.toggle('aaben');$('.sog input').focus()}if(e.target.closest('[data-log]'))$('#log').hidden=!$('#log').hidden;if(e.target.closest('[data-bem]')){$('#bem').hidden=false}});
document.querySelectorAll('[name=type]').forEach(function(r){r.onchange=function(){$('#cvr').hidden=r.value!=='e'}});
var s=$('[data-anm]');if(s)setTimeout(function(){fetch('/anm.json').then(function(r){return r.json()}).then(function(l){s.className='anm';s.innerHTML='<b>★★★★★ 4,7 af 5</b> – '+l.antal+' anmeldelser'+l.svar.map(function(x){return '<p>'+'★'.repeat(x[0])+' „'+x[1]+'“ <i>'+x[2]+'</i></p>'}).join('')})},2500);
function tilmeld(form){form.addEventListener('submit',function(e){e.preventDefault();fetch('/nyhedsbrev',{method:'POST'}).then(function(){form.innerHTML='<p>Tak! Se i din indbakke.</p>'})})}
var n=$('#nb');if(n)setTimeout(function(){n.innerHTML='<form><b>Nyhedsbrev</b><p>Få tilbud før alle andre.</p><input type="email" placeholder="Din e-mail" aria-label="Din e-mail" required style="width:100%;padding:9px"><button class="koeb" style="padding:9px 16px;margin-top:6px">Tilmeld</button></form>';tilmeld(n.firstChild)},1900);
if(n&&!localStorage.set10)setTimeout(function(){localStorage.set10=1;var d=document.createElement('div');d.className='pop';d.innerHTML='<div role="dialog" aria-label="Rabat"><button class="x" aria-label="Luk">×</button><h3>Spar 10 % på første ordre</h3><p>Skriv dig op, så sender vi koden.</p><form><input type="email" placeholder="E-mail" aria-label="E-mail" required style="padding:11px;width:100%"><p><button class="koeb">Ja tak</button></p></form><a href="#" class="nej">Nej tak, jeg betaler fuld pris</a></div>';tilmeld(d.querySelector('form'));d.addEventListener('click',function(e){if(e.target===d||e.target.matches('.x,.nej')){e.preventDefault();d.remove()}});document.body.append(d)},5000);
if(document.cookie.indexOf('samt=')<0){var c=document.createElement('div');c.className='ck';c.innerHTML='<p style="margin-top:0">Cookies husker din kurv og måler trafikken.</p><button>Kun nødvendige</button><button>Tillad alle</button>';c.onclick=function(e){if(e.target.tagName==='BUTTON'){document.cookie='samt=1;path=/';c.remove()}};document.body.append(c)}})()
</script>"""


def tegn(k: str) -> str:
    return f'<svg viewBox="0 0 80 60" width="100%" role="img" aria-label="{DELE[k][0]}"><rect width="80" height="60" fill="#eef1ee"/><circle cx="40" cy="30" r="17" fill="none" stroke="hsl({int(k) % 360} 45% 40%)" stroke-width="5"/><circle cx="40" cy="30" r="4"/></svg>'


@dataclass
class App(Shop):
    """Pedalgården, Vejle."""

    def side(self, r: Request, titel: str, krop: str, status: int = 200, kasse: bool = False) -> Response:
        antal = sum(r.session.get("kurv", {}).values())
        punkter = "".join(f'<li><a href="/afd/{s}">{n}</a></li>' for s, n in AFDELINGER.items())
        top = f'<div class="strimmel">Fri fragt over 499 kr · 60 dages returret</div><div class="hoved"><div class="ramme"><button class="ik mob" data-menu aria-label="Menu">≡</button><a class="navn" href="/">Pedalgården</a><button class="ik" data-sog aria-label="Søg"><svg viewBox="0 0 24 24" width="22" aria-hidden="true"><circle cx="10" cy="10" r="7" fill="none" stroke="#222" stroke-width="2"/><path d="M15 15l7 7" stroke="#222" stroke-width="2"/></svg></button><a class="ik ord" href="/login">Min side</a><a class="ik" href="/kurv"><span class="ord">Indkøbskurv </span>🧺 <b>{antal}</b></a></div><form class="ramme sog" action="/soeg"><input name="q" type="search" placeholder="Søg efter varer" aria-label="Søg efter varer"><button class="koeb">Søg</button></form></div><div class="bjaelke"><div class="ramme"><button class="prodknap" data-menu aria-haspopup="true">Produkter ▾</button><a href="/guide">Cykelguide</a><a href="/om">Om os</a></div></div><div class="panel"><ul>{punkter}</ul></div>'  # fmt: skip
        logoer = "".join(f'<img src="/logo/{x}.svg" alt="{x}" width="52" height="22"> ' for x in ("Visa", "Mastercard", "MobilePay"))  # fmt: skip
        bund = f'<div class="bund"><div class="ramme"><div><b>Pedalgården ApS</b><br>Navgade 17<br>7100 Vejle</div><div><b>Kundeservice</b><a href="/kundeservice">Retur &amp; spørgsmål</a><a href="/handelsbetingelser">Handelsbetingelser</a></div><div>Tlf. <a href="tel:+4575550142">75 55 01 42</a><a href="mailto:hej@pedalgaarden.example">hej@pedalgaarden.example</a>Man–fre 9–16<br>{logoer}</div><div id="nb"></div></div></div>'
        smal = '<div class="hoved"><div class="ramme"><a class="navn" href="/">Pedalgården</a><a href="/kurv">‹ Tilbage til kurven</a></div></div>'
        kort = '<div class="ramme"><p><a href="/handelsbetingelser">Handelsbetingelser</a> · <a href="/kundeservice">Retur &amp; spørgsmål</a></p></div>'
        return html(
            f'<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{titel} | Pedalgården</title><style>{CSS}</style></head><body>{smal if kasse else top}<div class="ramme" style="min-height:50vh;padding-top:12px">{krop}</div>{kort if kasse else bund}{JS}</body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        a, _, b = r.path.strip("/").partition("/")
        if a == "logo":
            return Response(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 70 28"><rect width="70" height="28" rx="3" fill="#fff" stroke="#bbb"/><text x="4" y="18" font-size="11" fill="#126">{b[:-4]}</text></svg>', content_type="image/svg+xml")  # fmt: skip
        if a == "anm.json":
            return json_response({"antal": 312, "svar": [[5, "Lyset holder hele turen hjem.", "Kaj"], [4, "Lidt langsom post.", "Mette B."]]})  # fmt: skip
        if a == "nyhedsbrev":
            self.messages += 1
            return json_response({})
        if a == "":
            return self.side(r, "Alt til din gamle cykel", '<div style="background:#dfe8df;padding:70px 30px"><h1>Dele til cykler, der bliver kørt på</h1><p>Vi har skruet i Vejle siden 1974.</p></div><h2>Fra værkstedet</h2><p>En kæde, der synger, er en kæde, der slides. Giv den en dråbe olie og to minutter, før du tager af sted.</p><div data-anm></div>')  # fmt: skip
        if a in ("afd", "soeg"):
            q = r.query.get("q", "").lower()
            kort = "".join(f'<a class="boks" href="/vare/{k}">{tegn(k)}<div>{v[0]}</div><span class="p">{v[1]} kr.</span>{"" if v[2] else "<div class=ud>Udsolgt</div>"}</a>' for k, v in DELE.items() if v[3] == b or (a == "soeg" and q in v[0].lower()))  # fmt: skip
            return self.side(r, AFDELINGER.get(b, "Søgning"), f'<h1>{AFDELINGER.get(b, "Søgeresultat")}</h1><div class="gitter">{kort or "Ingen varer."}</div>')  # fmt: skip
        if a == "vare" and b in DELE:
            return self.vare(r, b)
        if a == "kurv":
            return self.kurv(r)
        if a == "kasse":
            return self.kasse(r)
        return self.side(r, a.title(), TEKST[a]) if a in TEKST else self.side(r, "404", "<h1>Siden findes ikke</h1>", 404)  # fmt: skip

    def vare(self, r: Request, k: str) -> Response:
        navn, pris, lager, afd, farver = DELE[k]
        valg = f'<p><label>Farve <select name="farve">{"".join(f"<option>{f}</option>" for f in farver)}</select></label></p>' if farver else ""  # fmt: skip
        koeb = f'<form method="post" action="/kurv">{valg}<input type="hidden" name="vare" value="{k}"><input class="stk" type="number" name="stk" value="1" min="1" style="width:64px" aria-label="Antal"> <button class="koeb">Læg i kurven</button></form><p>✔ På lager, sendes i dag</p>' if lager else '<p class="ud">Udsolgt – ventes hjem om 3 uger</p>'  # fmt: skip
        ld = json.dumps({"@context": "https://schema.org", "@type": "Product", "sku": k, "name": navn, "offers": {"@type": "Offer", "price": pris, "priceCurrency": "DKK", "availability": "https://schema.org/InStock" if lager else "https://schema.org/OutOfStock"}})  # fmt: skip
        return self.side(r, navn, f'<script type="application/ld+json">{ld}</script><small><a href="/">Forside</a> › <a href="/afd/{afd}">{AFDELINGER[afd]}</a></small><div class="vare"><div>{tegn(k)}</div><div><h1>{navn}</h1><p class="pris">{pris},00 DKK</p>{koeb}</div></div><div class="fold"><button>Beskrivelse</button><div>Varenr. {k}. Passer de fleste cykler.</div></div><div class="fold"><button>Levering</button><div>GLS pakkeshop 39 kr., hjem til døren 59 kr.</div></div><div data-anm></div>')  # fmt: skip

    def kurv(self, r: Request) -> Response:
        kurv: dict[str, int] = r.session.setdefault("kurv", {})
        if r.method == "POST":
            if r.form.get("vare") in DELE and DELE[r.form["vare"]][2]:
                navn = r.form["vare"] + "|" + r.form.get("farve", "")
                kurv[navn] = kurv.get(navn, 0) + max(1, int(r.form.get("stk") or 1))
            kurv.pop(r.form.get("slet", ""), None)
            return redirect("/kurv")
        if not kurv:
            return self.side(r, "Indkøbskurv", "<h1>Indkøbskurv</h1><p>Der er ikke noget i kurven endnu.</p>")
        linjer = "".join(f'<form method="post" class="linje"><span>{DELE[k.split("|")[0]][0]} {k.split("|")[1]}</span><span>{n} stk.</span><b>{DELE[k.split("|")[0]][1] * n},00</b><button class="ik" name="slet" value="{k}" aria-label="Fjern">🗑</button></form>' for k, n in kurv.items())  # fmt: skip
        return self.side(r, "Indkøbskurv", f'<h1>Indkøbskurv</h1>{linjer}<div class="linje"><span>I alt inkl. moms</span><b>{self.sum(kurv)},00 DKK</b></div><p><label>Rabatkode <input class="stk"></label> <button class="ik">Brug</button></p><p><a class="koeb" href="/kasse">Gå til kassen</a> &nbsp; <a href="/">Shop videre</a></p>')  # fmt: skip

    @staticmethod
    def sum(kurv: dict[str, int]) -> int:
        return sum(DELE[k.split("|")[0]][1] * n for k, n in kurv.items())

    def kasse(self, r: Request) -> Response:
        kurv: dict[str, int] = r.session.get("kurv", {})
        if not kurv:
            return redirect("/kurv")
        if r.method == "POST":
            if not all(r.form.get(x) for x in ("fornavn", "efternavn", "adresse", "postnr", "by", "tlf", "email", "ok")):  # fmt: skip
                return redirect("/kasse?mangler=1")
            self.orders += 1
            kurv.clear()
            return self.side(r, "Tak", "<h1>Tak for din ordre</h1>", kasse=True)
        felter = "".join(f'<label class="felt">{t} *<input name="{n}" type="{y}" required></label>' for n, t, y in (("fornavn", "Fornavn", "text"), ("efternavn", "Efternavn", "text"), ("adresse", "Vejnavn og nr.", "text"), ("postnr", "Postnr.", "text"), ("by", "By", "text"), ("tlf", "Telefon", "tel"), ("email", "E-mail", "email")))  # fmt: skip
        return self.side(r, "Kassen", f'<h1>Kassen</h1><p><button class="ik" data-log style="text-decoration:underline">Handlet her før? Log ind</button></p><form id="log" hidden><input class="stk" type="email" placeholder="E-mail"> <input class="stk" type="password" placeholder="Adgangskode"> <button type="button">Log ind</button></form><form method="post" class="kasse"><div><fieldset><legend>1. Kundeoplysninger</legend><p><label><input type="radio" name="type" value="p" checked> Privat</label> <label><input type="radio" name="type" value="e"> Erhverv</label></p><label class="felt" id="cvr" hidden>CVR-nr.<input name="cvr"></label>{felter}<label class="felt">Land<select name="land"><option>Danmark</option><option>Færøerne</option></select></label><label class="felt" style="display:flex"><input type="checkbox" name="anden" style="width:auto"> Send til en anden adresse</label></fieldset></div><div><fieldset><legend>2. Levering</legend><p><label><input type="radio" name="lev" checked> GLS pakkeshop, 39 kr.</label><br><label><input type="radio" name="lev"> Hjem til døren, 59 kr.</label></p></fieldset><fieldset><legend>3. Betaling</legend><p><label><input type="radio" name="bet" checked> Betalingskort</label><br><label><input type="radio" name="bet"> MobilePay</label><br><label><input type="radio" name="bet"> Faktura, 14 dage</label></p></fieldset><fieldset><legend>4. Godkend</legend><p>I alt {self.sum(kurv) + 39},00 DKK</p><button type="button" class="ik" data-bem>+ Tilføj bemærkning</button><textarea id="bem" name="bem" hidden aria-label="Bemærkning"></textarea><p><label><input type="checkbox" name="nyt"> Send mig nyhedsbrevet</label></p><p><label><input type="checkbox" name="ok" required> Jeg accepterer <a href="/handelsbetingelser">handelsbetingelserne</a></label></p><button class="koeb">Gennemfør køb</button></fieldset></div></form>', kasse=True)  # fmt: skip


TEKST = {
    "kundeservice": '<h1>Retur &amp; spørgsmål</h1><div class="fold"><button aria-expanded="false">Hvornår kommer min pakke?</button><div>Bestiller du før kl. 15, er pakken hos dig efter 1–2 hverdage.</div></div><div class="fold"><button aria-expanded="false">Hvordan sender jeg noget retur?</button><div>Du har 60 dages returret fra den dag, du modtager varen. Læg følgesedlen i pakken, og send den til Navgade 17 i Vejle. Varen må ikke være monteret. Du betaler selv returfragten på 45 kr. Pengene står på din konto senest 14 dage efter, at vi har fået pakken.</div></div><div class="fold"><button aria-expanded="false">Hvad med reklamation?</button><div>Der er to års reklamationsret på alle dele, dog ikke på slid.</div></div>',
    "handelsbetingelser": "<h1>Handelsbetingelser</h1><p>Alle priser er i danske kroner og med moms. Aftalen er indgået, når du får vores bekræftelse. Klager kan rettes til Nævnenes Hus.</p>",
    "guide": "<h1>Cykelguide</h1><p>Sådan måler du din kæde med en tommestok.</p>",
    "om": "<h1>Om os</h1><p>To søstre og en hund.</p>",
    "login": '<h1>Log ind</h1><p><input class="stk" type="email" placeholder="E-mail"> <input class="stk" type="password" placeholder="Adgangskode"> <button>Log ind</button></p>',
}
