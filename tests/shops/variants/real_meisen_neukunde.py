"""A German shop for birds: a panel from the side after adding, and a till whose first page looks like a registration.

Nobody has to register: the box for an account is empty and no password is asked unless it is ticked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# number: name, cents, stock, kinds, department
ARTIKEL: dict[str, tuple[str, int, int, tuple[str, ...], str]] = {
    "MH1007": ("Nistkasten Kohlmeise", 2495, 30, ("32 mm", "28 mm"), "nisten"),
    "MH1012": ("Futtersäule Erle", 3290, 0, (), "fuettern"),
    "MH2030": ("Sonnenblumenkerne, 5 kg", 1449, 120, (), "futter"),
    "MH2041": ("Fettknödel ohne Netz, 30 St.", 999, 75, (), "futter"),
    "MH1030": ("Vogeltränke Kiesel", 2790, 9, (), "fuettern"),
    "MH1044": ("Starenkasten Lärche", 3150, 14, ("natur", "geölt"), "nisten"),
}
BEREICHE = {"futter": "Futter", "fuettern": "Füttern & Tränken", "nisten": "Nisten"}
STIL = """*{box-sizing:border-box}body{margin:0;font:15px/1.5 Inter,"Segoe UI",sans-serif;color:#2b3136;background:#fff}a{color:#34623f}.halter{max-width:1320px;margin:auto;padding:0 20px}.oberzeile{font-size:12px;text-align:right;padding:6px 0}.oberzeile a{margin-left:18px;color:#666;text-decoration:none}.kopfzeile{display:flex;align-items:center;gap:24px;padding:16px 0;flex-wrap:wrap}.kopfzeile .marke{font-size:28px;font-weight:700;color:#34623f;text-decoration:none}.lupe{flex:1;display:flex;max-width:480px;margin:auto}.lupe input{flex:1;border:1px solid #bcc1c7;padding:9px;min-width:0}.lupe button{border:1px solid #bcc1c7;border-left:0;background:#fff;width:44px}.werk{display:flex;gap:6px;margin-left:auto}.werk a,.werk button{background:none;border:0;font-size:20px;padding:6px 9px;cursor:pointer;text-decoration:none;color:inherit}.werk .summe{font-size:14px}.leiste{border-bottom:1px solid #bcc1c7}.leiste a{display:inline-block;padding:10px 26px 10px 0;text-decoration:none;color:inherit}.nurhandy{display:none!important}
.schieber{overflow:hidden;position:relative;margin:20px 0}.spur{display:flex;transition:transform .3s}.spur>.box{flex:0 0 25%}.pfeil{position:absolute;top:38%;z-index:2;border:0;background:#34623f;color:#fff;width:38px;height:38px}.kacheln{display:grid;grid-template-columns:repeat(4,1fr)}.box{padding:10px}.box .in{border:1px solid #dfe3e6;border-radius:3px;padding:14px;height:100%}.box .titel{display:block;text-decoration:none;color:inherit;font-weight:700;min-height:46px;margin-top:8px}.btn{display:block;width:100%;background:#34623f;color:#fff;border:1px solid #34623f;border-radius:3px;padding:9px 14px;font:600 15px Inter,"Segoe UI",sans-serif;text-align:center;cursor:pointer;text-decoration:none}.btn.hell{background:#fff;color:#34623f}.btn.hoch{padding:13px}.zwei{display:grid;grid-template-columns:7fr 5fr;gap:50px}.art input{position:absolute;opacity:0}.art label{display:inline-block;border:1px solid #bcc1c7;border-radius:3px;padding:8px 16px;margin-right:6px;cursor:pointer}.art input:checked+label{border:2px solid #34623f;font-weight:700}
.schatten{position:fixed;inset:0;background:#0008;z-index:40;display:none}.schatten.an{display:block}.seitlich{position:fixed;top:0;bottom:0;right:0;width:400px;max-width:100%;background:#fff;z-index:41;padding:22px;overflow:auto;transform:translateX(105%);visibility:hidden;transition:transform .35s,visibility .35s}.seitlich.an{transform:none;visibility:visible}.seitlich.links{right:auto;left:0;transform:translateX(-105%)}.seitlich.links.an{transform:none}.zeigt{background:#e8f3ea;border-left:4px solid #34623f;padding:10px}.karte{border:1px solid #dfe3e6;border-radius:3px;padding:22px;margin-bottom:20px}.reihe{display:grid;grid-template-columns:repeat(6,1fr);gap:0 18px}.reihe .f{grid-column:span 3}.reihe .f.drittel{grid-column:span 2}.reihe .f.ganz{grid-column:span 6}.f{display:block;margin-bottom:15px;font-size:14px}.f input,.f select,.f textarea{display:block;width:100%;border:1px solid #bcc1c7;border-radius:3px;padding:10px;font:inherit;background:#fff}.hak{display:block;margin:4px 0 16px;font-size:14px}summary{cursor:pointer;color:#34623f}
.fuss{background:#f3f5f2;margin-top:50px;padding:30px 0 110px;font-size:14px}.spalten{display:grid;grid-template-columns:repeat(3,1fr);gap:30px}.spalten a{display:block}.spalten h4{margin:0 0 8px}.fuss input{padding:9px;border:1px solid #bcc1c7}.krumen{position:fixed;left:0;right:0;bottom:0;background:#fff;box-shadow:0 -2px 10px #0003;padding:12px 20px;z-index:30;display:flex;flex-wrap:wrap;gap:8px;align-items:center;font-size:13px}.krumen[hidden]{display:none}.krumen span{flex:1 1 300px}.krumen .btn{width:auto;padding:6px 12px}
@media(max-width:900px){.nurhandy{display:inline-block!important}.oberzeile,.leiste{display:none}.lupe{order:9;flex:1 0 100%;max-width:none;display:none}.lupe.an{display:flex}.spur>.box{flex-basis:50%}.kacheln{grid-template-columns:1fr 1fr}.box{padding:5px}.zwei,.spalten{grid-template-columns:1fr;gap:14px}.reihe .f{grid-column:span 6}.reihe .f.drittel{grid-column:span 2}.spalten div>.zu{display:none}.spalten div.auf>.zu{display:block}}"""
GERUEST = """<!DOCTYPE html><html lang="de-DE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no"><title>@T@</title><style>@C@</style></head><body>@K@<main class="halter">@B@</main>@F@<div class="schatten"></div><div class="seitlich" id="korb" role="dialog" aria-label="Warenkorb"></div><div class="seitlich links" id="menue" role="dialog" aria-label="Menü"><button class="btn hell" data-zu>Menü schließen ✕</button>@N@<hr><p><a href="/account/login">Mein Konto</a></p></div><div class="krumen" hidden><span>Diese Website verwendet Cookies, um eine bestmögliche Erfahrung bieten zu können. <a href="/seite/datenschutz">Mehr Informationen …</a></span><button class="btn hell" data-ck>Nur technisch notwendige</button><button class="btn hell" data-konf>Konfigurieren</button><button class="btn" data-ck>Alle Cookies akzeptieren</button></div>
<script>(function(){var d=document,$=function(s){return d.querySelector(s)},zu=function(){d.querySelectorAll('.seitlich.an,.schatten.an').forEach(function(x){x.classList.remove('an')})},auf=function(s){$(s).classList.add('an');$('.schatten').classList.add('an')};
function korb(){auf('#korb');$('#korb').innerHTML='<p>Wird geladen …</p>';return fetch('/checkout/offcanvas').then(function(r){return r.text()}).then(function(h){$('#korb').innerHTML=h;var s=$('#korb [data-summe]'),t=$('.werk .summe');if(t)t.textContent=s?s.dataset.summe:'0,00 €'})}
d.addEventListener('submit',function(e){var f=e.target;if(f.dataset.kauf!==undefined){e.preventDefault();fetch('/checkout/line-item/add',{method:'POST',body:new URLSearchParams(new FormData(f))}).then(korb)}if(f.dataset.weg!==undefined){e.preventDefault();fetch('/checkout/line-item/delete',{method:'POST',body:new URLSearchParams(new FormData(f))}).then(function(){location.pathname==='/checkout/cart'?location.reload():korb()})}});
d.addEventListener('click',function(e){var t=e.target;if(t.closest('[data-zu]')||t.matches('.schatten'))zu();var k=t.closest('#korbzeichen');if(k){e.preventDefault();korb()}if(t.closest('[data-menue]'))auf('#menue');if(t.closest('[data-lupe]'))$('.lupe').classList.toggle('an');var h=t.closest('.spalten h4');if(h)h.parentNode.classList.toggle('auf');if(t.closest('[data-ck]')){d.cookie='cookie-preference=1;path=/';$('.krumen').hidden=true}if(t.closest('[data-konf]'))$('.krumen span').insertAdjacentHTML('beforeend',' <label><input type="checkbox" checked disabled> Technisch</label> <label><input type="checkbox"> Statistik</label>')});
if(d.cookie.indexOf('cookie-preference')<0)$('.krumen').hidden=false;
var sp=$('.spur');if(sp){var box=[].slice.call(sp.children),breit=innerWidth>900?4:2,pos=0,n=box.length;var kopie=function(b){var c=b.cloneNode(true);c.setAttribute('aria-hidden','true');c.inert=true;return c};box.slice(-breit).reverse().forEach(function(b){sp.prepend(kopie(b))});box.slice(0,breit).forEach(function(b){sp.append(kopie(b))});var geh=function(){sp.style.transform='translateX('+(-(pos+breit)*100/breit)+'%)'};geh();d.querySelectorAll('.pfeil').forEach(function(p){p.onclick=function(){pos=(pos+ +p.dataset.d+n)%n;geh()}})}
var v=$('#variante');if(v)v.addEventListener('change',function(){location='?art='+v.querySelector(':checked').value});
var kk=$('#konto');if(kk)kk.onchange=function(){$('#kennwort').innerHTML=kk.checked?'<label class="f">Passwort*<input type="password" name="password" required minlength="8"></label>':''}})()</script></body></html>"""
KOPF = '<header class="halter"><div class="oberzeile"><a href="/seite/versand">Versand</a><a href="/kontakt">Kontakt</a></div><div class="kopfzeile"><button class="nurhandy" data-menue aria-label="Menü" style="border:0;background:none;font-size:24px">☰</button><a class="marke" href="/">Meisenhof</a><form class="lupe" action="/search"><input type="search" name="search" placeholder="Suchbegriff eingeben …" aria-label="Suchbegriff"><button aria-label="Suchen">🔍</button></form><div class="werk"><button class="nurhandy" data-lupe aria-label="Suchen">🔍</button><a href="/wishlist" aria-label="Merkzettel" title="Merkzettel">♡</a><a href="/account/login" aria-label="Ihr Konto" title="Ihr Konto">☺</a><a id="korbzeichen" href="/checkout/cart" aria-label="Warenkorb" title="Warenkorb">🛒 <span class="summe">@S@</span></a></div></div></header><nav class="leiste"><div class="halter"><a href="/">Home</a>@N@</div></nav>'
FUSS = '<footer class="fuss"><div class="halter spalten"><div><h4>Service-Hotline</h4><div class="zu">Fragen rund um den Garten? <a href="tel:+494281555130">04281 555 130</a>Mo–Fr, 09:00–16:00 Uhr<br>Oder über unser <a href="/kontakt">Kontaktformular</a></div></div><div><h4>Shop Service</h4><div class="zu"><a href="/seite/widerruf">Widerrufsbelehrung</a><a href="/seite/versand">Versand und Zahlung</a><a href="/seite/agb">AGB</a></div></div><div><h4>Informationen</h4><div class="zu"><a href="/seite/datenschutz">Datenschutz</a><a href="/seite/impressum">Impressum</a><form method="post" action="/newsletter"><p>Neues vom Hof per E-Mail:</p><input type="email" name="email" placeholder="E-Mail-Adresse" aria-label="E-Mail-Adresse"> <button>Abonnieren</button></form></div></div></div></footer>'
KASSENKOPF = '<header class="halter"><div class="kopfzeile"><a class="marke" href="/">Meisenhof</a><a class="btn hell" style="width:auto;margin-left:auto" href="/">Zurück zum Shop</a></div></header>'
KASSENFUSS = '<footer class="fuss"><div class="halter"><a href="/seite/agb">AGB</a> · <a href="/seite/datenschutz">Datenschutz</a> · <a href="/seite/impressum">Impressum</a><p>* Alle Preise inkl. gesetzl. Mehrwertsteuer zzgl. Versandkosten.</p></div></footer>'
SEITEN = {
    "widerruf": "<h1>Widerrufsbelehrung</h1><p>Sie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Frist beginnt an dem Tag, an dem Sie die letzte Ware in Besitz genommen haben. Um Ihr Widerrufsrecht auszuüben, müssen Sie uns (Meisenhof Brandt, Moorweg 5, 27404 Zeven) mittels einer eindeutigen Erklärung informieren. Sie tragen die unmittelbaren Kosten der Rücksendung der Waren.</p>",
    "versand": "<h1>Versand und Zahlung</h1><p>DHL, 5,90 €. Lieferzeit 2–3 Werktage.</p>",
    "agb": "<h1>AGB</h1><p>Vertragspartner ist Meisenhof Brandt, Zeven. Die Ware bleibt bis zur Bezahlung unser Eigentum.</p>",
    "datenschutz": "<h1>Datenschutz</h1><p>Wir verarbeiten, was Ihre Bestellung braucht.</p>",
    "impressum": "<h1>Impressum</h1><p>Meisenhof Brandt<br>Inhaberin: Wiebke Brandt<br>Moorweg 5<br>27404 Zeven</p><p>Telefon 04281 555 130<br>E-Mail <a href='mailto:futter@meisenhof.example'>futter@meisenhof.example</a></p>",
}


def euro(c: int) -> str:
    return f"{c // 100},{c % 100:02d} €"


def bild(nr: str) -> str:
    return f'<svg viewBox="0 0 100 90" width="100%" aria-hidden="true"><rect width="100" height="90" fill="#eef2ea"/><path d="M24 42 50 18l26 24v36H24z" fill="hsl({int(nr[2:]) % 60} 40% 52%)"/><circle cx="50" cy="50" r="8" fill="#333"/></svg>'


def feld(name: str, text: str, typ: str = "text", art: str = "") -> str:
    return f'<label class="f {art}">{text}*<input type="{typ}" name="{name}" required></label>'


def wahl(name: str, text: str, werte: list[str], art: str = "") -> str:
    return f'<label class="f {art}">{text}<select name="{name}">{"".join(f"<option>{w}</option>" for w in werte)}</select></label>'  # fmt: skip


@dataclass
class App(Shop):
    """Meisenhof, Zeven."""

    def korb(self, a: Request) -> dict[str, int]:
        korb: dict[str, int] = a.session.setdefault("items", {})
        return korb

    def summe(self, a: Request) -> str:
        return euro(sum(ARTIKEL[k.split("~")[0]][1] * n for k, n in self.korb(a).items()))

    def seite(self, a: Request, titel: str, inhalt: str, status: int = 200, kasse: bool = False) -> Response:
        nav = "".join(f'<a href="/{b}">{t.replace("&", "&amp;")}</a> ' for b, t in BEREICHE.items())
        text = GERUEST.replace("@K@", KASSENKOPF if kasse else KOPF).replace("@F@", KASSENFUSS if kasse else FUSS)
        for marke, teil in (("@T@", titel), ("@C@", STIL), ("@N@", nav), ("@S@", self.summe(a)), ("@B@", inhalt)):
            text = text.replace(marke, teil)
        return html(text, status)

    def boxen(self, nummern: list[str]) -> str:
        aus = ""
        for nr in nummern:
            name, c, n, arten, _ = ARTIKEL[nr]
            tun = f'<form method="post" action="/checkout/line-item/add" data-kauf><input type="hidden" name="id" value="{nr}"><button class="btn" title="In den Warenkorb">In den Warenkorb</button></form>' if n and not arten else f'<a class="btn hell" href="/detail/{nr}">Details</a>'  # fmt: skip
            aus += f'<div class="box"><div class="in"><a href="/detail/{nr}">{bild(nr)}</a><a class="titel" href="/detail/{nr}">{name}</a>{"" if n else "<small>Nicht mehr verfügbar</small>"}<p>{euro(c)}*</p>{tun}</div></div>'
        return aus

    def handle(self, a: Request) -> Response:
        teile = a.path.strip("/").split("/")
        if teile == [""]:
            return self.seite(a, "Meisenhof", f'<h1>Alles für Gartenvögel</h1><div class="schieber"><button class="pfeil" data-d="-1" style="left:0" aria-label="Zurück">‹</button><div class="spur">{self.boxen(list(ARTIKEL))}</div><button class="pfeil" data-d="1" style="right:0" aria-label="Weiter">›</button></div><p>Seit 1974 füttern wir ganzjährig.</p>')  # fmt: skip
        if teile[0] in BEREICHE:
            return self.seite(a, BEREICHE[teile[0]], f'<h1>{BEREICHE[teile[0]].replace("&", "&amp;")}</h1><div class="kacheln">{self.boxen([n for n in ARTIKEL if ARTIKEL[n][4] == teile[0]])}</div>')  # fmt: skip
        if teile[0] == "search":
            wort = a.query.get("search", "").lower()
            return self.seite(a, "Suche", f'<h1>Treffer zu Ihrer Suche</h1><div class="kacheln">{self.boxen([n for n in ARTIKEL if wort in ARTIKEL[n][0].lower()])}</div>')  # fmt: skip
        if teile[0] == "detail" and teile[-1] in ARTIKEL:
            return self.detail(a, teile[-1])
        if teile[0] == "checkout" and len(teile) > 1:
            return self.checkout(a, "/".join(teile[1:]))
        return self.rest(a, teile)

    def rest(self, a: Request, teile: list[str]) -> Response:
        if teile[0] in ("kontakt", "newsletter"):
            self.messages += a.method == "POST"
            dank = '<p class="zeigt">Vielen Dank für Ihre Nachricht.</p>' if a.method == "POST" else ""
            return self.seite(a, "Kontakt", f'<h1>Kontakt</h1>{dank}<form method="post" action="/kontakt" class="karte">{feld("name", "Name")}{feld("mail", "E-Mail-Adresse", "email")}<label class="f">Kommentar*<textarea name="text" rows="5"></textarea></label><button class="btn">Absenden</button></form>')  # fmt: skip
        if teile[0] == "wishlist":
            merk: list[str] = a.session.setdefault("merk", [])
            merk += [a.form["id"]] if a.form.get("id") in ARTIKEL else []
            return self.seite(a, "Merkzettel", f'<h1>Merkzettel</h1><div class="kacheln">{self.boxen(merk)}</div>')
        if teile[0] == "account":
            self.accounts += a.method == "POST" and bool(a.form.get("vorname"))
            return self.seite(a, "Anmelden", f'<h1>Ich bin bereits Kunde</h1><form method="post" class="karte">{feld("email", "Ihre E-Mail-Adresse", "email")}{feld("pw", "Ihr Passwort", "password")}<button class="btn">Anmelden</button></form>')  # fmt: skip
        return self.seite(a, teile[-1], SEITEN[teile[-1]]) if teile[0] == "seite" and teile[-1] in SEITEN else self.seite(a, "404", "<h1>Seite nicht gefunden</h1>", 404)  # fmt: skip

    def detail(self, a: Request, nr: str) -> Response:
        name, c, n, arten, bereich = ARTIKEL[nr]
        art = a.query.get("art") if a.query.get("art") in arten else (arten[0] if arten else "")
        auswahl = "".join(f'<input type="radio" name="v" id="v{i}" value="{w}"{" checked" if w == art else ""}><label for="v{i}">{w}</label>' for i, w in enumerate(arten))  # fmt: skip
        konf = f'<form id="variante" class="art"><p>Ausführung</p>{auswahl}</form><br>' if arten else ""
        kauf = f'<form method="post" action="/checkout/line-item/add" data-kauf><input type="hidden" name="id" value="{nr}"><input type="hidden" name="art" value="{art}"><div style="display:flex;gap:10px"><input type="number" name="menge" value="1" min="1" aria-label="Anzahl" style="width:70px;padding:10px"><button class="btn hoch">In den Warenkorb</button></div></form>' if n else "<p><b>Nicht mehr verfügbar</b></p>"  # fmt: skip
        ld = {"@context": "https://schema.org", "@type": "Product", "name": name, "sku": nr, "offers": {"@type": "Offer", "price": c / 100, "priceCurrency": "EUR", "availability": "https://schema.org/" + ("InStock" if n else "SoldOut")}}  # fmt: skip
        return self.seite(a, name, f'<p><a href="/{bereich}">{BEREICHE[bereich].replace("&", "&amp;")}</a></p><h1>{name}</h1><div class="zwei"><div style="max-width:520px">{bild(nr)}</div><div><p style="font-size:22px;font-weight:700">{euro(c)}*</p><p><small>Preise inkl. MwSt. zzgl. <a href="/seite/versand">Versandkosten</a></small></p>{konf}{kauf}<form method="post" action="/wishlist"><input type="hidden" name="id" value="{nr}"><p><button style="border:0;background:none">♡ Zum Merkzettel hinzufügen</button></p></form><p>Produktnummer: {nr}</p></div></div><h2>Beschreibung</h2><p>Aus heimischem Holz oder von hiesigen Feldern.</p><script type="application/ld+json">{json.dumps(ld)}</script>')  # fmt: skip

    def zeilen(self, a: Request) -> str:
        return "".join(f'<form method="post" data-weg action="/checkout/line-item/delete" style="border-bottom:1px solid #dfe3e6;padding:10px 0"><b>{ARTIKEL[k.split("~")[0]][0]}</b> {k.split("~")[1]}<br>{n} × {euro(ARTIKEL[k.split("~")[0]][1])} <input type="hidden" name="id" value="{k}"><button aria-label="Entfernen">✕</button></form>' for k, n in self.korb(a).items())  # fmt: skip

    def checkout(self, a: Request, p: str) -> Response:
        korb = self.korb(a)
        if p == "line-item/add":
            nr, art, menge = a.form.get("id", ""), a.form.get("art", ""), a.form.get("menge", "1")
            if nr in ARTIKEL and ARTIKEL[nr][2] and (not ARTIKEL[nr][3] or art in ARTIKEL[nr][3]):
                korb[f"{nr}~{art}"] = korb.get(f"{nr}~{art}", 0) + (int(menge) if menge.isdigit() and int(menge) else 1)
            return json_response({})
        if p == "line-item/delete":
            korb.pop(a.form.get("id", ""), None)
            return json_response({})
        schub = f'{self.zeilen(a)}<p data-summe="{self.summe(a)}">Zwischensumme <b>{self.summe(a)}</b></p><div style="display:flex"><input placeholder="Gutschein-Code eingeben …" aria-label="Gutschein-Code" style="flex:1;padding:9px;min-width:0"><button aria-label="Einlösen">✓</button></div><p><a class="btn hoch" href="/checkout/confirm">Zur Kasse</a></p>' if korb else "<p>Ihr Warenkorb ist leer.</p>"  # fmt: skip
        if p == "offcanvas":
            return html(f'<button class="btn hell" data-zu>‹ Weiter einkaufen</button><h3>Warenkorb</h3>{schub}<p style="text-align:center"><a href="/checkout/cart">Warenkorb anzeigen</a></p>')  # fmt: skip
        if p == "cart" or not korb:
            return self.seite(a, "Warenkorb", f"<h1>Warenkorb</h1>{schub}", kasse=True)
        return self.kasse(a, p)

    def kasse(self, a: Request, p: str) -> Response:
        if p == "confirm" and not a.session.get("adresse"):
            return redirect("/checkout/register", 302)
        if p == "register" and a.method == "POST" and a.form.get("mail") and a.form.get("strasse"):
            self.accounts += bool(a.form.get("password"))
            a.session["adresse"] = a.form["strasse"]
            return redirect("/checkout/confirm")
        if p == "confirm" and a.method == "POST":
            self.orders += 1
            self.korb(a).clear()
            return self.seite(a, "Danke", "<h1>Vielen Dank für Ihre Bestellung!</h1>", kasse=True)
        if p == "confirm":
            return self.seite(a, "Prüfen", '<h1>Bestellung prüfen</h1><form method="post" class="karte"><p><label><input type="radio" name="z" checked> Vorkasse</label><br><label><input type="radio" name="z"> PayPal</label></p><button class="btn hoch">Zahlungspflichtig bestellen</button></form>', kasse=True)  # fmt: skip
        tage, monate, jahre = ["Tag", *map(str, range(1, 32))], ["Monat", *map(str, range(1, 13))], ["Jahr", *map(str, range(2008, 1930, -1))]  # fmt: skip
        return self.seite(a, "Registrieren", f'<div class="zwei"><div><div class="karte"><details><summary>Ich habe bereits ein Kundenkonto</summary><form method="post" action="/account/login"><p>Einloggen mit E-Mail-Adresse und Passwort</p>{feld("email", "Ihre E-Mail-Adresse", "email")}{feld("pw", "Ihr Passwort", "password")}<button class="btn">Anmelden</button></form></details></div><form method="post" class="karte"><h1 style="font-size:22px">Neu bei uns? Registrieren</h1><div class="reihe">{wahl("anrede", "Anrede*", ["Anrede eingeben …", "Frau", "Herr", "Keine Angabe"], "drittel")}</div><div class="reihe">{feld("vorname", "Vorname")}{feld("nachname", "Nachname")}{wahl("t", "Geburtstag", tage, "drittel")}{wahl("m", "Monat", monate, "drittel")}{wahl("j", "Jahr", jahre, "drittel")}</div>'
            f'<label class="hak"><input type="checkbox" name="konto" id="konto"> Passwort vergeben und Kundenkonto eröffnen</label>{feld("mail", "E-Mail-Adresse", "email")}<div id="kennwort"></div><h2 style="font-size:19px">Ihre Adresse</h2><div class="reihe">{feld("strasse", "Straße und Hausnummer", art="ganz")}{feld("plz", "PLZ", art="drittel")}{feld("ort", "Ort", art="drittel")}{wahl("land", "Land*", ["Deutschland", "Österreich"], "drittel")}</div><label class="hak"><input type="checkbox" name="abw"> Lieferadresse weicht von Rechnungsadresse ab.</label><label class="hak"><input type="checkbox" name="ds" required> Ich habe die <a href="/seite/datenschutz" target="_blank">Datenschutzbestimmungen</a> zur Kenntnis genommen.*</label><p><small>Die mit einem Stern (*) markierten Felder sind Pflichtfelder.</small></p><button class="btn hoch">Weiter</button></form></div><div><div class="karte"><h3>Zusammenfassung</h3>{self.zeilen(a)}<p>Gesamtsumme <b>{self.summe(a)}</b></p></div></div></div>', kasse=True)  # fmt: skip
