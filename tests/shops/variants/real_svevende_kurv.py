"""A Norwegian wool shop from a page builder: off-canvas menu on every screen, a floating side basket, a late-drawn payment box.

The till is one page with folded notices for log-in and coupon, and an account box that nobody has ticked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug: name, kroner, left, sizes
PLAGG: dict[str, tuple[str, int, int, tuple[str, ...]]] = {
    "islender": ("Islender i lamull", 1290, 8, ("S", "M", "L", "XL")),
    "ragglue": ("Ragglue", 349, 0, ()),
    "pledd-vidde": ("Pledd Vidde", 899, 11, ()),
    "votter": ("Tovede votter", 279, 25, ("Barn", "Voksen")),
    "ullsaape": ("Ullsåpe 500 ml", 119, 60, ()),
}
CSS = """*{box-sizing:border-box}[hidden]{display:none!important}body{margin:0;font:16px/1.7 Poppins,"Segoe UI",sans-serif;color:#2b2b33;background:#fff}a{color:inherit}.e-topp{display:flex;align-items:center;gap:18px;padding:14px 32px;position:absolute;left:0;right:0;z-index:10}.e-topp .navn{font-size:22px;font-weight:600;text-decoration:none;flex:1;text-align:center}.e-ikon{width:44px;height:44px;background:#fff;border:0;border-radius:50%;font-size:20px;cursor:pointer}.e-seksjon{padding:60px 32px;max-width:1200px;margin:auto}.e-helt{background:linear-gradient(120deg,#b7c7c3,#e7dccb);padding:150px 32px 90px;text-align:center}.e-helt h1{font-size:46px;margin:0}
.e-kort{display:grid;grid-template-columns:repeat(3,1fr);gap:28px;list-style:none;padding:0}.e-kort li{opacity:0;transform:translateY(26px);transition:.6s}.e-kort li.inn{opacity:1;transform:none}.e-kort .b{display:block;background:#f1ede6;text-align:center;padding:34px}.kn{display:inline-block;background:#2f4f4f;color:#fff;border:0;padding:13px 28px;border-radius:30px;font:500 15px Poppins,sans-serif;text-decoration:none;cursor:pointer}.kn.rund{background:#fff;color:#2f4f4f;border:1px solid}.kn[disabled]{opacity:.5}.utsolgt{color:#a33;font-size:14px}
.e-skuff{position:fixed;top:0;bottom:0;left:0;width:320px;max-width:86%;background:#2f4f4f;color:#fff;padding:30px;transform:translateX(-101%);visibility:hidden;transition:.4s;z-index:60}.e-skuff.ute{transform:none;visibility:visible}.e-skuff a{display:block;padding:9px 0;text-decoration:none;font-size:19px}.e-slor{position:fixed;inset:0;background:#0006;z-index:55;display:none}.sidek{position:fixed;top:0;bottom:0;right:0;width:390px;max-width:100%;background:#fff;transform:translateX(101%);visibility:hidden;transition:.4s;z-index:60;display:flex;flex-direction:column}.sidek.ute{transform:none;visibility:visible}.sidek>div{padding:20px}.sidek .midt{flex:1;overflow:auto}.linje{display:flex;gap:10px;justify-content:space-between;border-bottom:1px solid #eee;padding:10px 0}.flyt{position:fixed;right:22px;bottom:22px;width:62px;height:62px;border-radius:50%;border:0;background:#c6613f;color:#fff;font-size:24px;z-index:50;cursor:pointer}.flyt b{position:absolute;top:-4px;right:-4px;background:#2b2b33;border-radius:12px;font-size:13px;padding:2px 8px}
.to{display:grid;grid-template-columns:1fr 1fr;gap:44px;padding-top:110px}.smal{padding-top:110px}.melding{border-top:3px solid #2f4f4f;background:#f6f6f4;padding:14px 20px;margin:0 0 16px}.melding a{color:#c6613f}.f{display:block;margin:0 0 14px}.f>input:not([type=checkbox]):not([type=radio]),.f select,.f textarea{width:100%;padding:11px;border:1px solid #bbb;font:inherit}.boks{background:#f6f6f4;padding:24px}.e-bunn{background:#24292b;color:#ddd;padding:50px 32px;display:grid;grid-template-columns:repeat(3,1fr);gap:30px}.samtykke{position:fixed;inset:auto 0 0 0;background:#fff;border-top:1px solid #ddd;padding:20px 32px;z-index:80;box-shadow:0 -4px 20px #0002}
@media(max-width:767px){.e-kort{grid-template-columns:1fr}.to,.e-bunn{grid-template-columns:1fr}.e-helt h1{font-size:32px}.e-topp{padding:10px 14px}.e-seksjon{padding:40px 16px}.to,.smal{padding-top:90px}.kn{width:100%;text-align:center;margin-bottom:8px}}"""
JS = """<script>(function(){var d=document,$=function(s){return d.querySelector(s)},slor=$('.e-slor'),sk=$('.sidek'),m=$('.e-skuff');
function vis(el,paa){el.classList.toggle('ute',paa);slor.style.display=paa?'block':'none'}
function tegn(k){if(!sk)return;$('.flyt b').textContent=k.antall;sk.querySelector('.midt').innerHTML=k.antall?k.linjer.map(function(l){return '<div class="linje"><span>'+l.navn+'<br>'+l.n+' × kr '+l.pris+'</span><a href="#" data-fjern="'+l.id+'" aria-label="Fjern">🗑</a></div>'}).join(''):'<p>Handlekurven er tom.</p>';sk.querySelector('.nede').hidden=!k.antall;sk.querySelector('.sum').textContent='kr '+k.sum}
function send(u,b){return fetch(u,b?{method:'POST',body:new URLSearchParams(b)}:{}).then(function(r){return r.json()})}
function legg(b,kn){kn.disabled=true;send('/?ajax=legg',b).then(function(k){kn.disabled=false;if(k.feil){alert(k.feil);return}tegn(k);setTimeout(function(){vis(sk,true)},350)})}
d.addEventListener('click',function(e){var t=e.target.closest('[data-ut],[data-lukk],[data-kurv],[data-ajax],[data-fjern],[data-vis],[data-ok]');if(!t)return;
if('lukk' in t.dataset){vis(m,false);if(sk)vis(sk,false)}else if('ut' in t.dataset)vis(m,true);else if('kurv' in t.dataset)vis(sk,true);else if('ok' in t.dataset){d.cookie='samtykke='+t.dataset.ok+';path=/;max-age=9e6';$('.samtykke').remove()}
else{e.preventDefault();if('vis' in t.dataset){var o=d.getElementById(t.dataset.vis);o.hidden=!o.hidden}else if('fjern' in t.dataset)send('/?ajax=fjern',{id:t.dataset.fjern}).then(tegn);else legg({id:t.dataset.ajax},t)}});
d.addEventListener('submit',function(e){var f=e.target;if(f.className==='kjop'){e.preventDefault();legg(Object.fromEntries(new FormData(f)),f.querySelector('button'))}});
d.addEventListener('change',function(e){if(e.target.name==='konto')d.getElementById('pw').hidden=!e.target.checked});
if($('#betaling'))setTimeout(function(){fetch('/kasse/betaling').then(function(r){return r.text()}).then(function(h){$('#betaling').innerHTML=h})},800);
if('IntersectionObserver' in window){var io=new IntersectionObserver(function(x){x.forEach(function(i){if(i.isIntersecting)i.target.classList.add('inn')})});d.querySelectorAll('.e-kort li').forEach(function(l){io.observe(l)})}
send('/?ajax=kurv').then(tegn)})();</script>"""
SIDER = {
    "retur": "<h1>Retur og bytte</h1><p>Angrer du, kan du returnere varen innen 30 dager etter at du fikk den. Plagget må være ubrukt og uvasket. Send oss en e-post først, så får du en returlapp på e-post; vi trekker 59 kr for returfrakten. Pengene er tilbake på kontoen din senest ti dager etter at pakken er hos oss.</p>",
    "om": "<h1>Om oss</h1><p>Garnet spinner vi selv på Røros.</p>",
}


def tegning(n: int) -> str:
    return f'<svg viewBox="0 0 60 60" width="130" aria-hidden="true"><rect x="10" y="12" width="40" height="36" rx="4" fill="{("#56707a", "#a0583f", "#8d8f5f", "#444", "#d3c6ae")[n % 5]}"/><path d="M10 24h40M10 36h40" stroke="#fff8" stroke-dasharray="3 3"/></svg>'


@dataclass
class App(Shop):
    """Viddeull, Røros."""

    def innhold(self, r: Request) -> dict[str, object]:
        k: dict[str, int] = r.session.setdefault("k", {})
        linjer = [{"id": i, "navn": " ".join((PLAGG[i.split("_")[0]][0], i.partition("_")[2])), "n": n, "pris": PLAGG[i.split("_")[0]][1]} for i, n in k.items()]  # fmt: skip
        return {"linjer": linjer, "antall": sum(k.values()), "sum": sum(PLAGG[i.split("_")[0]][1] * n for i, n in k.items())}  # fmt: skip

    def ajax(self, r: Request, hva: str) -> Response:
        k: dict[str, int] = r.session.setdefault("k", {})
        nr, str_ = r.form.get("id", ""), r.form.get("str", "")
        if hva == "fjern":
            k.pop(nr, None)
        elif hva == "legg":
            if nr not in PLAGG or not PLAGG[nr][2]:
                return json_response({"feil": "Varen er utsolgt."})
            if PLAGG[nr][3] and str_ not in PLAGG[nr][3]:
                return json_response({"feil": "Velg et alternativ før du legger produktet i handlekurven."})
            i = f"{nr}_{str_}" if str_ else nr
            k[i] = k.get(i, 0) + 1
        return json_response(self.innhold(r))

    def side(self, r: Request, tittel: str, kropp: str, kurv: bool = True, status: int = 200) -> Response:
        sidekurv = '<button class="flyt" data-kurv aria-label="Åpne handlekurv">🛍<b>0</b></button><aside class="sidek" aria-label="Handlekurv"><div style="display:flex;justify-content:space-between"><b>Handlekurven din</b><button class="e-ikon" data-lukk aria-label="Lukk">✕</button></div><div class="midt"></div><div class="nede" hidden><p>Delsum <b class="sum"></b></p><a class="kn rund" href="/handlekurv/">Se handlekurv</a> <a class="kn" href="/kasse/">Kasse</a></div></aside>'
        samtykke = "" if "samtykke" in r.cookies else '<div class="samtykke" role="dialog" aria-label="Informasjonskapsler"><p>Vi bruker informasjonskapsler for å gi deg en bedre opplevelse.</p><button class="kn" data-ok="alle">Godta</button> <button class="kn rund" data-ok="nei">Avslå</button> <button class="kn rund" data-ok="nei">Innstillinger</button></div>'  # fmt: skip
        return html(
            f'<!DOCTYPE html><html lang="nb-NO"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{tittel} – Viddeull</title><style>{CSS}</style></head><body><header class="e-topp"><button class="e-ikon" data-ut aria-label="Meny">☰</button><a class="navn" href="/">viddeull</a><span style="width:44px"></span></header><nav class="e-skuff"><button class="e-ikon" data-lukk aria-label="Lukk meny">✕</button><a href="/butikk/">Butikk</a><a href="/min-konto/">Min konto</a><a href="/om/">Om oss</a><a href="/retur/">Retur og bytte</a><form action="/butikk/"><input type="search" name="s" placeholder="Søk …" aria-label="Søk" style="width:100%;padding:10px"></form></nav><div class="e-slor" data-lukk></div>{kropp}'
            f'<footer class="e-bunn"><div><b>Viddeull AS</b><br>Kjerkgata 30, 7374 Røros<br>Org.nr. 912 000 345</div><div><a href="mailto:post@viddeull.example">post@viddeull.example</a><br><a href="tel:+4772415066">72 41 50 66</a><br><a href="/retur/">Retur og bytte</a></div><form method="post" action="/nyhetsbrev/"><label>Få nyheter på e-post<br><input type="email" name="e" placeholder="E-postadresse" style="padding:10px"></label> <button class="kn">Meld på</button></form></footer>{sidekurv if kurv else ""}{samtykke}{JS}</body></html>',
            status,
        )

    def kort(self, s: str = "") -> str:
        ut = ""
        for i, (slug, (navn, kr, n, st)) in enumerate(PLAGG.items()):
            if s.lower() in navn.lower():
                knapp = f'<a class="kn rund" href="/produkt/{slug}/">Velg alternativ</a>' if st else f'<a class="kn rund" href="?legg={slug}" data-ajax="{slug}" aria-label="Legg {navn} i handlekurven">Legg i handlekurv</a>'  # fmt: skip
                ut += f'<li><a class="b" href="/produkt/{slug}/">{tegning(i)}</a><h3><a href="/produkt/{slug}/">{navn}</a></h3><p>{"★★★★★" if i == 2 else ""} kr {kr}</p>{knapp if n else "<span class=utsolgt>Utsolgt</span>"}</li>'
        return f'<ul class="e-kort">{ut}</ul>'

    def handle(self, r: Request) -> Response:
        if "ajax" in r.query:
            return self.ajax(r, r.query["ajax"])
        del1, _, slug = r.path.strip("/").partition("/")
        veier = {"kasse": self.kasse, "handlekurv": self.kurv, "min-konto": self.konto}
        if del1 in veier:
            return veier[del1](r)
        if del1 == "produkt" and slug in PLAGG:
            return self.produkt(r, slug)
        if del1 in SIDER:
            return self.side(r, del1.title(), f'<div class="e-seksjon smal">{SIDER[del1]}</div>')
        if del1 == "butikk":
            return self.side(r, "Butikk", f'<div class="e-seksjon smal"><h1>{"Søk: " + escape(r.query["s"]) if "s" in r.query else "Butikk"}</h1>{self.kort(r.query.get("s", ""))}</div>')  # fmt: skip
        if del1 == "nyhetsbrev":
            self.messages += r.method == "POST"
            return redirect("/")
        if r.path == "/":
            return self.side(r, "Ull fra Røros", f'<section class="e-helt"><h1>Varme som varer</h1><p>Spunnet, strikket og vevd på Røros.</p><a class="kn" href="/butikk/">Se hele butikken</a></section><section class="e-seksjon"><h2>Utvalgte produkter</h2>{self.kort()}</section>')  # fmt: skip
        return self.side(r, "404", '<div class="e-seksjon smal">Fant ikke siden.</div>', status=404)

    def produkt(self, r: Request, slug: str) -> Response:
        navn, kr, n, st = PLAGG[slug]
        valg = f'<label class="f">Størrelse<select name="str"><option value="">Velg et alternativ</option>{"".join(f"<option>{s}</option>" for s in st)}</select></label>' if st else ""  # fmt: skip
        kjop = f'<form class="kjop"><input type="hidden" name="id" value="{slug}">{valg}<button class="kn">Legg i handlekurv</button></form>' if n else '<p class="utsolgt">Utsolgt</p>'  # fmt: skip
        omtale = "<h3>Omtaler (1)</h3><p>★★★★★ <b>Ingrid</b>: Tykt og godt, klør ikke.</p>" if slug == "pledd-vidde" else "<h3>Omtaler (0)</h3><p>Ingen omtaler ennå.</p>"  # fmt: skip
        ld = json.dumps({"@context": "https://schema.org/", "@graph": [{"@type": "Product", "name": navn, "offers": [{"@type": "Offer", "price": str(kr), "priceCurrency": "NOK"}]}]})  # fmt: skip
        return self.side(r, navn, f'<script type="application/ld+json">{ld}</script><div class="e-seksjon to"><div style="background:#f1ede6;text-align:center;padding:60px">{tegning(list(PLAGG).index(slug))}</div><div><h1>{navn}</h1><p style="font-size:22px">kr {kr}</p>{kjop}<p>Vaskes på ullprogram.</p>{omtale}</div></div>')  # fmt: skip

    def kurv(self, r: Request) -> Response:
        k: dict[str, int] = r.session.setdefault("k", {})
        rader = "".join(f'<div class="linje"><span>{PLAGG[i.split("_")[0]][0]} {i.partition("_")[2]}</span><span>{n} stk.</span></div>' for i, n in k.items())  # fmt: skip
        return self.side(r, "Handlekurv", f'<div class="e-seksjon smal"><h1>Handlekurv</h1>{rader + "<p><a class=kn href=/kasse/>Gå til kassen</a></p>" if rader else "<p>Handlekurven er tom.</p>"}</div>')  # fmt: skip

    def konto(self, r: Request) -> Response:
        self.accounts += r.method == "POST" and "ny" in r.form
        skjema = '<form method="post"><label class="f">Brukernavn eller e-post<input name="b"></label><label class="f">Passord<input type="password" name="p"></label><button class="kn">Logg inn</button></form><h2>Registrer deg</h2><form method="post"><label class="f">E-post<input name="ny"></label><button class="kn rund">Registrer</button></form>'
        return self.side(r, "Min konto", f'<div class="e-seksjon smal"><h1>Min konto</h1>{skjema}</div>')

    def kasse(self, r: Request) -> Response:
        if r.path.endswith("/betaling"):
            valg = "".join(f'<label class="f"><input type="radio" name="betal" {"checked" if not i else ""}> {t}</label>' for i, t in enumerate(("Vipps", "Visa / Mastercard", "Faktura")))  # fmt: skip
            return html(f'{valg}<label class="f"><input type="checkbox" name="vilkar"> Jeg har lest og godtar vilkårene *</label><button class="kn">Legg inn bestilling</button>')  # fmt: skip
        k: dict[str, int] = r.session.setdefault("k", {})
        if not k:
            return redirect("/handlekurv/")
        if r.method == "POST" and r.form.get("epost") and r.form.get("fornavn") and "vilkar" in r.form:
            self.orders += 1
            self.accounts += "konto" in r.form
            k.clear()
            return self.side(r, "Takk", '<div class="e-seksjon smal"><h1>Takk. Bestillingen din er mottatt.</h1></div>')
        feil = '<div class="melding">Fyll ut feltene merket med *.</div>' if r.method == "POST" else ""
        f1 = "".join(f'<label class="f">{t}<input name="{n}"></label>' for n, t in (("fornavn", "Fornavn *"), ("etternavn", "Etternavn *"), ("firma", "Firmanavn (valgfritt)")))  # fmt: skip
        f2 = "".join(f'<label class="f">{t}<input name="{n}"></label>' for n, t in (("adr", "Gateadresse *"), ("adr2", "Leilighet, oppgang (valgfritt)"), ("pnr", "Postnummer *"), ("sted", "Poststed *"), ("tlf", "Telefon *"), ("epost", "E-postadresse *")))  # fmt: skip
        rader = "".join(f'<div class="linje"><span>{PLAGG[i.split("_")[0]][0]} × {n}</span></div>' for i, n in k.items())  # fmt: skip
        logg = '<div class="melding">Har du konto? <a href="#" data-vis="logginn">Klikk her for å logge inn</a></div><form id="logginn" method="post" action="/min-konto/" hidden><label class="f">Brukernavn eller e-post<input name="b"></label><label class="f">Passord<input type="password" name="p"></label><button class="kn">Logg inn</button></form><div class="melding">Har du en kupong? <a href="#" data-vis="kup">Klikk her for å skrive inn koden</a></div><form id="kup" hidden><input name="kode" aria-label="Kupongkode"> <button type="button">Bruk</button></form>'
        return self.side(
            r,
            "Kasse",
            f'<div class="e-seksjon smal"><h1>Kasse</h1>{feil}{logg}<form method="post" class="to" style="padding-top:0" novalidate><div><h3>Faktureringsdetaljer</h3>{f1}<label class="f">Land *<select name="land"><option>Norge</option><option>Sverige</option></select></label>{f2}<label class="f"><input type="checkbox" name="konto"> Opprett en konto?</label><label class="f" id="pw" hidden>Passord *<input type="password" name="pw"></label><label class="f"><input type="checkbox" name="annen"> Lever til en annen adresse?</label><label class="f">Ordrenotater (valgfritt)<textarea name="notat"></textarea></label></div><div class="boks"><h3>Din bestilling</h3>{rader}<p>Frakt</p><label class="f"><input type="radio" name="frakt" checked> Postpakke kr 99</label><label class="f"><input type="radio" name="frakt"> Hent på Røros</label><p>Totalt <b>kr {self.innhold(r)["sum"]}</b></p><div id="betaling"><p>Laster …</p></div></div></form></div>',
            kurv=False,
        )
