"""A Swedish spice shop on a small rented platform: quick "Köp" in the list, a basket that drops down, basket and till on one page.

Goods with variants show "Välj" in the list; the till has tabs for private people and firms.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# handle: name, kronor, variants, category, left
VAROR: dict[str, tuple[str, int, tuple[str, ...], str, int]] = {
    "rokt-paprika": ("Rökt paprika", 49, ("50 g", "150 g"), "kryddor", 30),
    "kanelstang-ceylon": ("Kanelstång Ceylon", 65, (), "kryddor", 12),
    "mortel-granit": ("Mortel i granit", 349, (), "redskap", 4),
    "saffran-gastrik": ("Saffran 1 g", 99, (), "kryddor", 0),
    "chili-blandning": ("Chiliblandning Eld", 55, ("Mild", "Het"), "kryddor", 18),
    "kryddburk": ("Kryddburk med kork", 39, (), "redskap", 60),
}
STIL = """html{box-sizing:border-box}*,*:before{box-sizing:inherit}body{margin:0;font:15px/1.6 "Open Sans",Arial,sans-serif;color:#332b25}a{color:inherit}.qb-remsa{background:#8c2f1c;color:#fff;text-align:center;padding:6px;font-size:13px}.qb-huvud{display:flex;align-items:center;gap:30px;padding:16px 30px;border-bottom:1px solid #eadfd5;position:sticky;top:0;background:#fff;z-index:20}.qb-huvud .lg{font:700 25px Georgia,serif;text-decoration:none}.qb-meny{display:flex;gap:22px;flex:1}.qb-meny a{text-decoration:none}.qb-burgare{display:none}.qb-ikon{background:none;border:0;font-size:20px;cursor:pointer;position:relative;padding:8px}.qb-ikon i{position:absolute;top:0;right:0;background:#8c2f1c;color:#fff;font:11px Arial;border-radius:9px;padding:1px 5px}
.qb-sok{display:none;padding:12px 30px;background:#f6efe8}.qb-sok.visa{display:block}.qb-ner{position:fixed;top:0;right:30px;width:340px;max-width:calc(100% - 20px);background:#fff;border:1px solid #d6c7b8;box-shadow:0 8px 22px #0003;z-index:50;max-height:0;overflow:hidden;visibility:hidden;transition:max-height .35s,visibility .35s}.qb-ner.oppen{max-height:480px;visibility:visible}.qb-ner>div{padding:18px}.qb-ner li{display:flex;justify-content:space-between}.qb-ner ul{list-style:none;padding:0}.qb-galler{display:grid;grid-template-columns:repeat(3,1fr);gap:20px;padding:24px 30px}.qb-vara{border:1px solid #eadfd5;padding:14px;text-align:center;position:relative}.qb-vara .bild{display:block;background:#f6efe8;padding:18px}
.knp{display:inline-block;background:#3f6b3a;color:#fff;border:0;padding:10px 24px;font:600 15px Arial;cursor:pointer;text-decoration:none}.knp.ljus{background:#eadfd5;color:#332b25}.knp:disabled{background:#bbb}.slut{position:absolute;top:8px;left:8px;background:#332b25;color:#fff;font-size:12px;padding:2px 8px}.tva{display:grid;grid-template-columns:1fr 1fr;gap:36px;padding:30px;max-width:1100px;margin:auto}.text{max-width:720px;margin:auto;padding:30px}.flik{display:flex;border-bottom:2px solid #3f6b3a}.flik button{border:0;background:#eee;padding:10px 22px;font:inherit;cursor:pointer}.flik button[aria-selected=true]{background:#3f6b3a;color:#fff}.bara-f{display:none}.foretag .bara-f{display:block}.falt{display:block;margin:10px 0}.falt input:not([type=radio]):not([type=checkbox]),.falt select,.falt textarea{width:100%;padding:9px;border:1px solid #bbab9b;font:inherit;display:block}.ruta{border:1px solid #eadfd5;padding:18px;margin-bottom:18px}.rad{display:flex;justify-content:space-between;align-items:center;gap:10px}.rad button{width:30px;height:30px}
.qb-fot{background:#332b25;color:#eadfd5;padding:30px;display:flex;flex-wrap:wrap;gap:50px;font-size:14px}.kaka{position:fixed;left:20px;bottom:20px;width:330px;max-width:calc(100% - 40px);background:#fff;border:1px solid #bbb;padding:18px;z-index:70;font-size:14px}
@media(max-width:760px){.qb-huvud{padding:10px 14px;gap:8px}.qb-huvud .lg{flex:1;font-size:19px}.qb-meny{display:none}.qb-meny.visa{display:block;position:absolute;top:100%;left:0;right:0;background:#fff;padding:14px}.qb-meny.visa a{display:block;padding:8px}.qb-burgare{display:block}.qb-galler{grid-template-columns:1fr 1fr;padding:12px;gap:10px}.qb-vara{padding:8px}.tva{grid-template-columns:1fr;padding:16px}.qb-ner{right:10px}}"""
SKRIPT = """<script>
(function(){var d=document,ner=d.querySelector('.qb-ner');
function rita(k){d.querySelectorAll('.qb-ikon i').forEach(function(i){i.textContent=k.antal;i.hidden=!k.antal});if(ner)ner.innerHTML='<div><b>Varukorg</b> <button class="knp ljus" data-ner style="float:right;padding:2px 9px" aria-label="Stäng">×</button>'+(k.antal?'<ul>'+k.rader.map(function(r){return '<li><span>'+r[2]+' st '+r[1]+'</span><span>'+r[3]+' kr</span></li>'}).join('')+'</ul><p>Summa: <b>'+k.summa+' kr</b></p><a class="knp" href="/kassa">Till kassan</a>':'<p>Din varukorg är tom.</p>')+'</div>'}
d.addEventListener('submit',function(e){var f=e.target;if(!f.matches('.lagg'))return;e.preventDefault();fetch('/korg/lagg',{method:'POST',body:new URLSearchParams(new FormData(f))}).then(function(r){return r.json()}).then(function(k){if(k.fel){f.querySelector('.fel').textContent=k.fel;return}rita(k);ner.classList.add('oppen')})});
d.addEventListener('click',function(e){var t=e.target.closest('button');if(!t)return;
 if(t.dataset.ner!==undefined)ner.classList.toggle('oppen');if(t.dataset.sok!==undefined)d.querySelector('.qb-sok').classList.toggle('visa');if(t.dataset.meny!==undefined)d.querySelector('.qb-meny').classList.toggle('visa');
 if(t.closest('.kaka')){d.cookie='kaka=1;path=/;max-age=9999999';t.closest('.kaka').remove()}
 if(t.getAttribute('role')==='tab'){d.querySelectorAll('[role=tab]').forEach(function(x){x.setAttribute('aria-selected',x===t)});d.querySelector('.kassaform').classList.toggle('foretag',t.id==='f')}
 if(t.dataset.rabatt!==undefined)t.nextElementSibling.hidden=false;
 if(t.dataset.plus)fetch('/korg/andra',{method:'POST',body:new URLSearchParams({rad:t.dataset.rad,steg:t.dataset.plus})}).then(function(){location.reload()})});
fetch('/korg.json').then(function(r){return r.json()}).then(rita);if(d.cookie.indexOf('kaka=')<0&&d.querySelector('.kaka'))d.querySelector('.kaka').hidden=false})();
</script>"""


def bild(h: str) -> str:
    f = ("#b5451f", "#7a5230", "#777", "#d9a21b", "#a31818", "#98774f")[list(VAROR).index(h)]
    return f'<svg viewBox="0 0 60 50" height="110" aria-hidden="true"><circle cx="30" cy="26" r="19" fill="{f}"/><path d="M14 20q16-14 32 0" stroke="#fff7" stroke-width="4" fill="none"/></svg>'


@dataclass
class App(Shop):
    """Kryddlådan in Kalmar."""

    def korg(self, r: Request) -> dict[str, object]:
        k: dict[str, int] = r.session.setdefault("korg", {})
        rader = [(n, VAROR[n.split("|")[0]][0] + n.partition("|")[2].join((" ", "")), a, VAROR[n.split("|")[0]][1] * a) for n, a in k.items()]  # fmt: skip
        return {"rader": rader, "antal": sum(k.values()), "summa": sum(x[3] for x in rader)}

    def sida(self, r: Request, titel: str, kropp: str, kassa: bool = False, status: int = 200) -> Response:
        huvud = '<header class="qb-huvud"><a class="lg" href="/">Kryddlådan</a></header>' if kassa else (
            '<div class="qb-remsa">Fri frakt över 499 kr</div><header class="qb-huvud"><button class="qb-ikon qb-burgare" data-meny aria-label="Meny">☰</button><a class="lg" href="/">Kryddlådan</a><nav class="qb-meny"><a href="/kryddor">Kryddor</a><a href="/redskap">Redskap</a><a href="/sida/kontakt">Kontakt</a></nav><button class="qb-ikon" data-sok aria-label="Sök">⌕</button><button class="qb-ikon" data-ner aria-label="Varukorg">🛒<i hidden>0</i></button></header><form class="qb-sok" action="/sok"><input type="search" name="s" placeholder="Sök produkt" aria-label="Sök produkt"> <button>Sök</button></form><div class="qb-ner" role="dialog" aria-label="Varukorg"></div>'
        )  # fmt: skip
        fot = '<footer class="qb-fot"><div><b>Kryddlådan AB</b><br>Storgatan 41<br>392 32 Kalmar<br>Org.nr 559000-1234</div><div><a href="/sida/villkor">Köpvillkor</a><br><a href="/sida/kontakt">Kontakta oss</a></div><div>Tel <a href="tel:+46480555120">0480-55 51 20</a><br>Vardagar 10–15<br><a href="mailto:hej@kryddladan.example">hej@kryddladan.example</a></div></footer>'
        kaka = '<div class="kaka" hidden><p>Vi använder kakor för statistik och för att varukorgen ska fungera.</p><button class="knp">Okej</button> <button class="knp ljus">Bara nödvändiga</button></div>'
        return html(
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} – Kryddlådan</title><style>{STIL}</style></head><body>{huvud}{kropp}{fot}{"" if kassa else kaka}{SKRIPT}</body></html>',
            status,
        )

    def galler(self, grupp: str = "", sok: str = "") -> str:
        ut = ""
        for h, (namn, pris, val, g, kvar) in VAROR.items():
            if (grupp and g != grupp) or sok.lower() not in namn.lower():
                continue
            knapp = f'<a class="knp ljus" href="/{g}/{h}">Välj</a>' if val else f'<form class="lagg"><input type="hidden" name="vara" value="{h}"><button class="knp">Köp</button><span class="fel"></span></form>'  # fmt: skip
            ut += f'<div class="qb-vara"><a class="bild" href="/{g}/{h}">{bild(h)}</a>{"" if kvar else "<span class=slut>Slutsåld</span>"}<h3><a href="/{g}/{h}">{namn}</a></h3><p>{"Från " if val else ""}{pris} kr</p>{knapp if kvar else ""}</div>'
        return f'<div class="qb-galler">{ut or "Inget hittades."}</div>'

    def handle(self, r: Request) -> Response:
        delar = r.path.strip("/").split("/")
        if delar[0] == "korg.json":
            return json_response(self.korg(r))
        if delar[0] == "korg":
            return self.andra(r, delar[-1])
        if delar[0] == "kassa":
            return self.kassa(r)
        if delar[0] == "sok":
            return self.sida(r, "Sök", f'<div class="text"><h1>Sökresultat: {escape(r.query.get("s", ""))}</h1></div>{self.galler(sok=r.query.get("s", ""))}')  # fmt: skip
        if delar[-1] in VAROR:
            return self.vara(r, delar[-1])
        if delar[0] in ("kryddor", "redskap"):
            return self.sida(r, delar[0].title(), self.galler(delar[0]))
        if delar[0] == "sida":
            return self.text(r, delar[-1])
        if r.path == "/":
            return self.sida(r, "Kryddor", f'<div class="text"><h1>Hela världens kryddhylla</h1></div>{self.galler()}')
        return self.sida(r, "404", '<div class="text">Sidan finns inte.</div>', status=404)

    def andra(self, r: Request, vad: str) -> Response:
        k: dict[str, int] = r.session.setdefault("korg", {})
        if vad == "lagg":
            h, v = r.form.get("vara", ""), r.form.get("val", "")
            if h not in VAROR or not VAROR[h][4] or (VAROR[h][2] and v not in VAROR[h][2]):
                return json_response({"fel": "Välj ett alternativ först."})
            nyckel = f"{h}|{v}" if v else h
            k[nyckel] = k.get(nyckel, 0) + max(1, int(r.form.get("antal") or 1))
        elif r.form.get("rad", "") in k:
            k[r.form["rad"]] += 1 if r.form.get("steg") == "1" else -1
            if k[r.form["rad"]] < 1:
                k.pop(r.form["rad"])
        return json_response(self.korg(r))

    def vara(self, r: Request, h: str) -> Response:
        namn, pris, val, _, kvar = VAROR[h]
        lista = f'<label class="falt">Variant<select name="val"><option value="">– Välj –</option>{"".join(f"<option>{v}</option>" for v in val)}</select></label>' if val else ""  # fmt: skip
        kop = f'<form class="lagg"><input type="hidden" name="vara" value="{h}">{lista}<input name="antal" value="1" size="3" aria-label="Antal"> <button class="knp">Lägg i varukorgen</button><p class="fel"></p></form>' if kvar else "<p>Slutsåld</p>"  # fmt: skip
        ld = json.dumps({"@context": "http://schema.org", "@type": "Product", "name": namn, "offers": {"@type": "Offer", "price": pris, "priceCurrency": "SEK"}})  # fmt: skip
        return self.sida(
            r,
            namn,
            f'<div class="tva"><div class="bild" style="background:#f6efe8;text-align:center;padding:40px">{bild(h)}</div><div><h1>{namn}</h1><p style="font-size:22px">{pris} kr</p>{kop}<p>Packad för hand i Kalmar. <a href="/sida/villkor">Frakt och retur</a></p></div></div><script type="application/ld+json">{ld}</script>',
        )

    def kassa(self, r: Request) -> Response:
        k: dict[str, int] = r.session.setdefault("korg", {})
        if r.method == "POST":
            if r.form.get("epost") and k:
                self.orders += 1
                k.clear()
                return self.sida(r, "Tack", '<div class="text"><h1>Tack för din beställning!</h1></div>', True)
            return redirect("/kassa")
        if not k:
            return self.sida(r, "Kassa", '<div class="text"><h1>Kassa</h1><p>Din varukorg är tom.</p></div>', True)
        rader = "".join(f'<div class="rad"><span>{VAROR[n.split("|")[0]][0]} {n.partition("|")[2]}</span><span><button data-plus="-1" data-rad="{n}" aria-label="Minska">−</button> {a} <button data-plus="1" data-rad="{n}" aria-label="Öka">+</button></span><span>{VAROR[n.split("|")[0]][1] * a} kr</span></div>' for n, a in k.items())  # fmt: skip
        falt = "".join(f'<label class="falt">{t}<input name="{i}" required></label>' for i, t in (("epost", "E-post"), ("mobil", "Mobilnummer"), ("fn", "Förnamn"), ("en", "Efternamn"), ("adr", "Adress"), ("pnr", "Postnummer"), ("ort", "Ort")))  # fmt: skip
        frakt = "".join(f'<label class="falt"><input type="radio" name="frakt" {c}> {t}</label>' for t, c in (("Brev, 39 kr", "checked"), ("Paket till ombud, 69 kr", "")))  # fmt: skip
        betala = "".join(f'<label class="falt"><input type="radio" name="betala"> {t}</label>' for t in ("Kortbetalning", "Swish", "Faktura 14 dagar", "Förskott till bankgiro"))  # fmt: skip
        firma = '<div class="bara-f"><label class="falt">Företagsnamn<input name="foretag"></label><label class="falt">Organisationsnummer<input name="orgnr"></label></div>'
        return self.sida(
            r,
            "Kassa",
            f'<div class="tva"><div><div class="ruta"><h2>Din varukorg</h2>{rader}<p><button class="knp ljus" data-rabatt type="button">Har du en rabattkod?</button><span hidden><input aria-label="Rabattkod"> <button type="button">Använd</button></span></p><p>Att betala: <b>{self.korg(r)["summa"]} kr</b> exkl. frakt</p></div></div><form class="kassaform" method="post"><div class="flik" role="tablist"><button type="button" role="tab" id="p" aria-selected="true">Privatperson</button><button type="button" role="tab" id="f" aria-selected="false">Företag</button></div><div class="ruta">{firma}{falt}<label class="falt">Land<select name="land"><option>Sverige</option><option>Finland</option></select></label><label class="falt">Meddelande till oss<textarea name="m"></textarea></label></div><div class="ruta"><h3>Frakt</h3>{frakt}</div><div class="ruta"><h3>Betalning</h3>{betala}</div><label class="falt"><input type="checkbox" name="nyhet"> Ja tack till nyhetsbrev</label><label class="falt"><input type="checkbox" name="villkor" required> Jag godkänner <a href="/sida/villkor" target="_blank">köpvillkoren</a></label><button class="knp">Slutför köp</button></form></div>',
            True,
        )

    def text(self, r: Request, vad: str) -> Response:
        if r.method == "POST":
            self.messages += 1
        t = {"kontakt": '<h1>Kontakt</h1><p>Butiken på Storgatan 41 är öppen vardagar 10–15.</p><form method="post"><label class="falt">Namn<input name="namn"></label><label class="falt">E-post<input name="e" type="email"></label><label class="falt">Meddelande<textarea name="m"></textarea></label><button class="knp">Skicka</button></form>',
             "villkor": "<h1>Köpvillkor</h1><h2>Leverans</h2><p>Två till fyra dagar med PostNord.</p><h2>Ångerrätt och retur</h2><p>Du har 30 dagars öppet köp från den dag du tog emot varan. Påsen ska vara obruten. Meddela oss via e-post innan du skickar tillbaka varan; returfrakten betalar du själv. Pengarna betalas tillbaka inom 14 dagar efter att returen kommit fram.</p>"}  # fmt: skip
        return self.sida(r, vad.title(), f'<div class="text">{t.get(vad, "Sidan finns inte.")}</div>', status=200 if vad in t else 404)  # fmt: skip
