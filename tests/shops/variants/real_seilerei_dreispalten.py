"""A German rope-maker on a well-known shop system: two selects that wake the button, a pop-up with two ways, three columns at the till.

The length's choices come from the server once the diameter is known; on phones a copy of the button lies in a bar at the bottom.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

DICKEN = {"6": 100, "8": 135, "12": 210, "16": 320}
LAENGEN = {"5": 5, "10": 10, "25": 24, "50": 46}
# id: name, cents a metre of the thinnest, fibre, colour, sold-out pairs
SEILE: dict[str, tuple[str, int, str, str, tuple[str, ...]]] = {
    "hanfseil-gedreht": ("Hanfseil, gedreht", 145, "Naturfaser", "#b39766", ("16/50",)),
    "baumwollseil-weich": ("Baumwollseil, weich geflochten", 120, "Naturfaser", "#e9e2d2", ("12/25", "12/50")),
    "sisaltau": ("Sisaltau", 90, "Naturfaser", "#c9ad74", ()),
    "festmacher-polyester": ("Festmacher Polyester", 230, "Kunstfaser", "#2c4468", ("6/50",)),
    "reepschnur-bunt": ("Reepschnur, bunt", 80, "Kunstfaser", "#b0413e", ()),
    "takelgarn": ("Takelgarn, gewachst", 35, "Kunstfaser", "#71604a", ("16/25", "16/50")),
}
BLATT = """*{box-sizing:border-box}body{margin:0;font:15px/1.55 Roboto,Arial,sans-serif;color:#333;background:#fff}a{color:#205072}.leiste{background:#205072;color:#fff;font-size:13px}.leiste div,.kopf,.inhalt,.sparten ul{max-width:1160px;margin:0 auto;padding:6px 20px}.leiste a{color:#fff;margin-right:18px}.kopf{display:flex;align-items:center;gap:26px;padding:20px}.kopf .marke{font:700 25px "Roboto Slab",Georgia,serif;color:#205072;text-decoration:none}.kopf form{flex:1;display:flex}.kopf form input{flex:1;min-width:0;padding:10px;border:1px solid #ccc}.kopf form button{padding:0 16px;border:1px solid #205072;background:#205072;color:#fff}.zeichen{text-decoration:none;font-size:13px;text-align:center;color:#333;position:relative;background:none;border:0;cursor:pointer;font-family:inherit}.zeichen span{display:block;font-size:22px}.zeichen em{position:absolute;top:-4px;right:0;background:#c0392b;color:#fff;border-radius:9px;padding:0 6px;font:11px/18px Arial}.sparten{border-top:1px solid #ddd;border-bottom:1px solid #ddd}.sparten ul{display:flex;gap:28px;list-style:none}.sparten a{text-decoration:none;color:#333;font-weight:500;display:block;padding:6px 0}.burger{display:none}
.kasten-reihe{display:grid;grid-template-columns:repeat(3,1fr);gap:22px}.kasten{border:1px solid #e2e2e2;padding:14px}.kasten a{text-decoration:none;color:inherit}.kasten .mehr{display:block;text-align:center;border:1px solid #205072;color:#205072;padding:8px;margin-top:10px}.sterne{color:#d99a00}.ansicht{display:grid;grid-template-columns:1fr 1fr;gap:40px}.wahl{display:grid;grid-template-columns:110px 1fr;gap:10px;align-items:center;margin:10px 0}.wahl select{padding:10px;font:inherit}.knopf{background:#2e7d32;color:#fff;border:0;padding:13px 26px;font:500 16px Roboto,Arial,sans-serif;cursor:pointer;text-decoration:none;display:inline-block;text-align:center}.knopf.matt{background:#e7ebee;color:#333}.knopf:disabled{background:#c5cfc6;cursor:not-allowed}.stk{width:70px;padding:11px;font:inherit}.fussleiste{display:none}.reiter{display:flex;border-bottom:1px solid #ccc;margin-top:30px}.reiter button{border:0;background:none;padding:12px 20px;font:inherit;cursor:pointer}.reiter .da{border-bottom:3px solid #205072}
.vorhang{position:fixed;inset:0;background:#000a;z-index:70;display:flex;align-items:center;justify-content:center;padding:14px}.vorhang>div{background:#fff;max-width:560px;width:100%;padding:24px;max-height:92vh;overflow:auto}.beide{display:flex;gap:12px;margin-top:18px}.beide>*{flex:1}.zeile{display:grid;grid-template-columns:60px 1fr auto auto auto;gap:14px;align-items:center;border-bottom:1px solid #ddd;padding:10px 0}.spalten{display:grid;grid-template-columns:repeat(3,1fr);gap:24px}.spalten section{border:1px solid #ddd;padding:20px}.spalten h2{font-size:18px;margin-top:0}.f{display:block;margin:9px 0}.f input,.f select,.f textarea{display:block;width:100%;padding:10px;border:1px solid #aaa;font:inherit}.zwei{display:grid;grid-template-columns:1fr 1fr;gap:0 18px;max-width:760px}.fuss{background:#eef1f3;margin-top:46px;padding:30px 0;font-size:14px}.fuss .inhalt{display:grid;grid-template-columns:repeat(4,1fr);gap:24px}.fuss a{display:block}.fuss svg{width:62px;margin:3px 3px 0 0}
@media(max-width:767px){.leiste,.kopf .nurgross{display:none}.burger{display:block;border:0;background:none;font-size:25px}.kopf{flex-wrap:wrap;gap:12px;padding:12px}.kopf .marke{flex:1;font-size:19px}.kopf form{order:8;flex:1 0 100%}.sparten{display:none}.sparten.auf{display:block}.sparten ul{display:block}.kasten-reihe{grid-template-columns:1fr 1fr;gap:10px}.kasten{padding:8px}.ansicht,.spalten,.zwei,.fuss .inhalt{grid-template-columns:1fr}.fussleiste{display:flex;position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid #bbb;padding:8px 12px;gap:12px;align-items:center;z-index:30}.fussleiste .knopf{flex:1;padding:12px 6px}.zeile{grid-template-columns:44px 1fr auto}.mitleiste{padding-bottom:70px}}"""
SKRIPT = r"""
(function(){var $=function(s){return document.querySelector(s)},alle=function(s){return [].slice.call(document.querySelectorAll(s))};
function hol(u,d){return fetch(u,d?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(d)}:{}).then(function(r){return r.json()})}
function vorhang(n,h){var v=document.createElement('div');v.className='vorhang';v.innerHTML='<div role="dialog" aria-modal="true" aria-label="'+n+'">'+h+'</div>';document.body.appendChild(v);return v}
var dk=$('#dicke'),lg=$('#laenge');function wach(an){alle('[data-rein]').forEach(function(b){b.disabled=!an})}
if(dk){dk.onchange=function(){wach(false);lg.disabled=true;lg.innerHTML='<option value="">Bitte wählen</option>';if(dk.value)setTimeout(function(){hol('/io/laengen/'+dk.dataset.seil+'/'+dk.value).then(function(l){l.forEach(function(x){var o=new Option(x.text,x.wert);o.disabled=x.aus;lg.add(o)});lg.disabled=false})},400)};
lg.onchange=function(){wach(false);if(lg.value)hol('/io/preis/'+dk.dataset.seil+'/'+dk.value+'/'+lg.value).then(function(p){setTimeout(function(){alle('.preis').forEach(function(x){x.textContent=p.preis});wach(true)},400)})}}
document.addEventListener('click',function(e){var b=e.target.closest('button');if(!b)return;
if('rein' in b.dataset){b.disabled=true;hol('/io/rein',{seil:dk.dataset.seil,dicke:dk.value,laenge:lg.value,stk:+$('.stk').value||1}).then(function(a){b.disabled=false;alle('.zeichen em').forEach(function(x){x.textContent=a.stk;x.hidden=false});vorhang('Artikel wurde hinzugefügt','<h3 style="margin-top:0">✓ Artikel wurde hinzugefügt</h3><p>'+a.text+'</p><div class="beide"><button class="knopf matt" data-zu>Weiter einkaufen</button><a class="knopf" href="/warenkorb">Zum Warenkorb</a></div>')})}
else if('zu' in b.dataset)b.closest('.vorhang').remove();
else if('menue' in b.dataset)$('.sparten').classList.toggle('auf');
else if('merk' in b.dataset){b.textContent='♥ Auf dem Merkzettel'}
else if(b.dataset.reiter){alle('.reiter button').forEach(function(x){x.classList.toggle('da',x===b)});alle('[data-feld]').forEach(function(x){x.hidden=x.dataset.feld!==b.dataset.reiter})}
else if(b.dataset.ja){localStorage.setItem('seil-cookies',b.dataset.ja);b.closest('.vorhang').remove()}});
if(!localStorage.getItem('seil-cookies'))vorhang('Datenschutz-Einstellungen','<h3 style="margin-top:0">Datenschutz-Einstellungen</h3><p>Wir verwenden Cookies für den Betrieb des Shops und für Statistik. Mehr in der <a href="/info/datenschutz">Datenschutzerklärung</a>.</p><p><label><input type="checkbox" checked disabled> Notwendig</label> <label><input type="checkbox"> Statistik</label></p><div class="beide"><button class="knopf matt" data-ja="n">Nur notwendige</button><button class="knopf" data-ja="a">Alle akzeptieren</button></div>')})();"""
INFO = {
    "widerruf": "<h1>Widerrufsbelehrung</h1><p>Sie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Frist beginnt an dem Tag, an dem Sie die letzte Ware in Besitz genommen haben. Um Ihr Widerrufsrecht auszuüben, müssen Sie uns (Seilerei Knoop, Am Hafen 3, 24937 Flensburg) mit einer eindeutigen Erklärung informieren.</p><h2>Folgen des Widerrufs</h2><p>Wir erstatten alle Zahlungen einschließlich der Lieferkosten mit demselben Zahlungsmittel. Sie tragen die Kosten der Rücksendung.</p>",
    "versand": "<h1>Versand</h1><p>Mit DHL für 5,90 €, ab 80 € frei. Lieferzeit zwei bis vier Werktage.</p>",
    "agb": "<h1>AGB</h1><p>Verträge schließen Sie mit der Seilerei Knoop e. K. Es gilt deutsches Recht.</p>",
    "datenschutz": "<h1>Datenschutz</h1><p>Wir speichern nur, was die Bestellung braucht.</p>",
    "impressum": '<h1>Impressum</h1><p>Seilerei Knoop e. K., Inhaberin Wiebke Knoop<br>Am Hafen 3, 24937 Flensburg<br>Telefon: <a href="tel:+494615550172">0461 5550172</a><br>E-Mail: <a href="mailto:takelwerk@seilerei-knoop.example">takelwerk@seilerei-knoop.example</a></p>',
    "kontakt": '<h1>Kontaktformular</h1><form method="post" class="zwei" action="/io/nachricht"><label class="f">Ihr Name<input name="n"></label><label class="f">E-Mail*<input type="email" name="e" required></label><label class="f">Nachricht*<textarea name="t" rows="5" required></textarea></label><p><button class="knopf">Absenden</button></p></form>',
}
ZAHLUNG = "".join(f'<svg viewBox="0 0 66 28" role="img" aria-label="{t}"><rect width="66" height="28" rx="3" fill="#fff" stroke="#bbb"/><text x="33" y="18" font-size="10" text-anchor="middle">{t}</text></svg>' for t in ("PayPal", "Visa", "Mastercard", "Vorkasse"))  # fmt: skip


def euro(c: int) -> str:
    return f"{c / 100:,.2f} €".replace(",", "#").replace(".", ",").replace("#", ".")


def cent(seil: str, dicke: str, laenge: str) -> int:
    return SEILE[seil][1] * DICKEN[dicke] * LAENGEN[laenge] // 100


def bild(seil: str) -> str:
    return f'<svg viewBox="0 0 90 70" width="100%" role="img" aria-label="{SEILE[seil][0]}"><g fill="none" stroke="{SEILE[seil][3]}" stroke-width="6"><ellipse cx="45" cy="40" rx="34" ry="20"/><ellipse cx="45" cy="34" rx="27" ry="15"/><path d="M70 50l14 14"/></g></svg>'


@dataclass
class App(Shop):
    """Seilerei Knoop, Flensburg."""

    def seite(self, r: Request, titel: str, mitte: str, status: int = 200, nackt: bool = False) -> Response:
        stk = sum(r.session.get("tau", {}).values())
        kopf = f'<div class="leiste"><div><a href="/info/kontakt">Kontakt</a><a href="/info/versand">Versand</a> Familienbetrieb seit 1888</div></div><header class="kopf"><button class="burger" data-menue aria-label="Menü">☰</button><a class="marke" href="/">Seilerei Knoop</a><form action="/suche"><input name="qs" placeholder="Suchen" aria-label="Suchen"><button aria-label="Suche starten">⌕</button></form><a class="zeichen nurgross" href="/konto"><span>☺</span>Mein Konto</a><a class="zeichen" href="/warenkorb" title="Warenkorb"><span>🛒</span><i class="nurgross" style="font-style:normal">Warenkorb</i><em{"" if stk else " hidden"}>{stk}</em></a></header><nav class="sparten"><ul><li><a href="/naturfaser">Naturfaser</a></li><li><a href="/kunstfaser">Kunstfaser</a></li><li><a href="/info/kontakt">Kontakt</a></li></ul></nav>'
        if nackt:
            kopf = '<header class="kopf"><a class="marke" href="/">Seilerei Knoop</a><span style="flex:1;text-align:right">🔒 Sichere Bestellung</span></header>'
        brief = "" if nackt else '<form method="post" action="/io/rundbrief"><b>Rundbrief</b><label class="f">E-Mail-Adresse<input type="email" name="e" required></label><button class="knopf matt">Abonnieren</button></form>'  # fmt: skip
        fuss = f'<footer class="fuss"><div class="inhalt"><div><b>Informationen</b><a href="/info/versand">Versand</a><a href="/info/widerruf">Widerrufsrecht</a><a href="/info/agb">AGB</a></div><div><b>Gesetzliches</b><a href="/info/impressum">Impressum</a><a href="/info/datenschutz">Datenschutz</a><a href="/info/kontakt">Kontaktformular</a></div><div><b>Zahlungsarten</b><br>{ZAHLUNG}</div><div>{brief}</div></div></footer>'
        return html(f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel}</title><style>{BLATT}</style></head><body><div class="mitleiste">{kopf}<main class="inhalt">{mitte}</main>{fuss}</div><script>{SKRIPT}</script></body></html>', status)  # fmt: skip

    def kaesten(self, r: Request, titel: str, welche: list[str], vor: str = "") -> Response:
        inhalt = "".join(f'<div class="kasten"><a href="/{s}">{bild(s)}<div>{SEILE[s][0]}</div></a><div>ab <b>{euro(cent(s, "6", "5"))}</b>*</div><a class="mehr" href="/{s}">Zum Artikel</a></div>' for s in welche)  # fmt: skip
        return self.seite(r, titel, f'{vor}<h1 style="font-size:22px">{titel}</h1><div class="kasten-reihe">{inhalt or "Keine Artikel gefunden."}</div><p><small>* inkl. MwSt., zzgl. <a href="/info/versand">Versand</a></small></p>')  # fmt: skip

    def artikel(self, r: Request, s: str) -> Response:
        name, _c, faser, _f, _a = SEILE[s]
        ld = {"@context": "https://schema.org", "@type": "Product", "name": name, "offers": {"@type": "AggregateOffer", "lowPrice": cent(s, "6", "5") / 100, "priceCurrency": "EUR"}}  # fmt: skip
        dicken = "".join(f'<option value="{d}">{d} mm</option>' for d in DICKEN)
        return self.seite(r, name, f'<script type="application/ld+json">{json.dumps(ld)}</script><p><small><a href="/">Startseite</a> › <a href="/{faser.lower()}">{faser}</a></small></p><div class="ansicht"><div>{bild(s)}</div><div><h1>{name}</h1><p class="preis" style="font-size:25px">ab {euro(cent(s, "6", "5"))}</p><p><small>inkl. 19 % MwSt., zzgl. Versand</small></p><div class="wahl"><label for="dicke">Durchmesser</label><select id="dicke" data-seil="{s}"><option value="">Bitte wählen</option>{dicken}</select><label for="laenge">Länge</label><select id="laenge" disabled><option value="">Bitte wählen</option></select></div><p><input class="stk" type="number" min="1" value="1" aria-label="Menge"> <button class="knopf" data-rein disabled>In den Warenkorb</button></p><p><button class="zeichen" data-merk>♡ Auf den Merkzettel</button></p><p>Lieferzeit 2–4 Werktage</p></div></div><div class="reiter"><button class="da" data-reiter="b">Beschreibung</button><button data-reiter="w">Bewertungen (2)</button></div><div data-feld="b"><p>{faser}, auf unserer Reeperbahn in Flensburg geschlagen.</p></div><div data-feld="w" hidden><p><span class="sterne">★★★★★</span> <b>Hinnerk</b>: Hält den Kutter seit drei Wintern.</p><p><span class="sterne">★★★★☆</span> <b>Jutta M.</b>: Riecht anfangs etwas, sonst tadellos.</p></div><div class="fussleiste"><b class="preis">ab {euro(cent(s, "6", "5"))}</b><button class="knopf" data-rein disabled>In den Warenkorb</button></div>')  # fmt: skip

    def warenkorb(self, r: Request) -> Response:
        tau: dict[str, int] = r.session.setdefault("tau", {})
        if r.method == "POST":
            tau.pop(r.form.get("weg", ""), None)
            return redirect("/warenkorb")
        if not tau:
            return self.seite(r, "Warenkorb", "<h1>Warenkorb</h1><p>Ihr Warenkorb ist leer.</p>")
        zeilen, summe = "", 0
        for k, n in tau.items():
            s, d, m = k.split("/")
            summe += cent(s, d, m) * n
            zeilen += f'<form method="post" class="zeile"><span>{bild(s)}</span><span>{SEILE[s][0]}, {d} mm, {m} m</span><span>{n} Stk.</span><b>{euro(cent(s, d, m) * n)}</b><button class="zeichen" name="weg" value="{k}" title="Entfernen">✕</button></form>'
        return self.seite(r, "Warenkorb", f'<h1>Warenkorb</h1>{zeilen}<p style="text-align:right">Gesamtsumme inkl. MwSt. <b>{euro(summe)}</b></p><p style="text-align:right"><a class="knopf matt" href="/">Weiter einkaufen</a> <a class="knopf" href="/bestellvorgang">Zur Kasse</a></p>')  # fmt: skip

    def kasse(self, r: Request, gast: bool) -> Response:
        if not r.session.get("tau"):
            return redirect("/warenkorb")
        if r.method == "POST" and gast:
            return self.seite(r, "Versand und Zahlung", '<h1>Versand und Zahlung</h1><form method="post" action="/io/kauf"><p><label><input type="radio" name="z" required> PayPal</label><br><label><input type="radio" name="z"> Kreditkarte</label><br><label><input type="radio" name="z"> Vorkasse</label></p><button class="knopf">Zahlungspflichtig bestellen</button></form>', nackt=True)  # fmt: skip
        if not gast:
            return self.seite(r, "Bestellvorgang", '<h1>Bestellvorgang</h1><div class="spalten"><section><h2>Anmelden</h2><form method="post" action="/io/login"><label class="f">E-Mail-Adresse<input type="email" name="e"></label><label class="f">Passwort<input type="password" name="p"></label><button class="knopf matt">Anmelden</button><p><a href="/konto">Passwort vergessen?</a></p></form></section><section><h2>Neu registrieren</h2><p>Mit einem Kundenkonto sehen Sie Ihre Bestellungen und bestellen beim nächsten Mal schneller.</p><a class="knopf matt" href="/konto">Kundenkonto anlegen</a></section><section><h2>Als Gast bestellen</h2><p>Ohne Kundenkonto. Ihre Daten verwenden wir nur für diese Bestellung.</p><a class="knopf" href="/bestellvorgang/adresse">Weiter als Gast</a></section></div>', nackt=True)  # fmt: skip
        felder = "".join(f'<label class="f">{t}{"" if t == "Telefon" else "*"}<input name="{t}" type="{a}"{"" if t == "Telefon" else " required"}></label>' for t, a in (("Vorname", "text"), ("Nachname", "text"), ("Straße", "text"), ("Hausnummer", "text"), ("PLZ", "text"), ("Ort", "text"), ("E-Mail", "email"), ("Telefon", "tel")))  # fmt: skip
        return self.seite(r, "Rechnungsadresse", f'<h1>Rechnungsadresse</h1><form method="post"><div class="zwei"><label class="f">Anrede<select name="a"><option>keine Angabe</option><option>Frau</option><option>Herr</option></select></label>{felder}<label class="f">Land*<select name="l"><option>Deutschland</option><option>Österreich</option><option>Dänemark</option></select></label></div><p><label><input type="checkbox" name="lief"> Abweichende Lieferadresse</label></p><button class="knopf">Weiter</button></form>', nackt=True)  # fmt: skip

    def io(self, r: Request, was: list[str]) -> Response:
        d: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
        if was[0] == "laengen":
            return json_response([{"wert": m, "text": f"{m} m" + (" (nicht lieferbar)" if f"{was[2]}/{m}" in SEILE[was[1]][4] else ""), "aus": f"{was[2]}/{m}" in SEILE[was[1]][4]} for m in LAENGEN])  # fmt: skip
        if was[0] == "preis":
            return json_response({"preis": euro(cent(was[1], was[2], was[3]))})
        tau: dict[str, int] = r.session.setdefault("tau", {})
        if was[0] == "rein" and d.get("seil") in SEILE and d.get("dicke") in DICKEN and d.get("laenge") in LAENGEN:
            k = f"{d['seil']}/{d['dicke']}/{d['laenge']}"
            tau[k] = tau.get(k, 0) + max(1, int(d.get("stk") or 1))
            return json_response({"stk": sum(tau.values()), "text": f"{SEILE[d['seil']][0]}, {d['dicke']} mm, {d['laenge']} m"})  # fmt: skip
        self.messages += was[0] in ("nachricht", "rundbrief")
        self.accounts += was[0] == "konto"
        self.orders += was[0] == "kauf"
        return self.seite(r, "Seilerei Knoop", "<p>Anmeldung fehlgeschlagen.</p>" if was[0] == "login" else "<h1>Vielen Dank!</h1>")  # fmt: skip

    def handle(self, r: Request) -> Response:
        a, _, b = r.path[1:].partition("/")
        if a == "io" and (r.method == "POST" or b.startswith(("laengen/", "preis/"))):
            return self.io(r, b.split("/"))
        if a in ("", "naturfaser", "kunstfaser"):
            vor = '<div style="background:#205072;color:#fff;padding:44px 24px;margin:10px 0"><b style="font-size:26px">Geschlagen, nicht gegossen</b><br>Seile nach Maß aus Flensburg</div>' if not a else ""  # fmt: skip
            return self.kaesten(r, a.title() or "Topseller", [s for s, v in SEILE.items() if a in ("", v[2].lower())], vor)  # fmt: skip
        if a == "suche":
            return self.kaesten(r, "Suche", [s for s, v in SEILE.items() if r.query.get("qs", "").lower() in v[0].lower()])  # fmt: skip
        if a in SEILE:
            return self.artikel(r, a)
        if a in ("warenkorb", "bestellvorgang"):
            return self.warenkorb(r) if a == "warenkorb" else self.kasse(r, b == "adresse")
        if a == "konto":
            return self.seite(r, "Mein Konto", '<h1>Mein Konto</h1><form method="post" action="/io/login"><label class="f">E-Mail<input type="email"></label><label class="f">Passwort<input type="password"></label><button class="knopf">Anmelden</button></form><h2>Kundenkonto anlegen</h2><form method="post" action="/io/konto"><label class="f">E-Mail*<input type="email" name="e" required></label><label class="f">Passwort*<input type="password" name="p" required></label><button class="knopf">Konto anlegen</button></form>')  # fmt: skip
        return self.seite(r, "Seilerei Knoop", INFO.get(b, "<h1>Seite nicht gefunden</h1>"), 200 if a == "info" and b in INFO else 404)  # fmt: skip
