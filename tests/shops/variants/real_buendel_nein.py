"""A German tea shop: after adding, a box offers a set; "Nein danke" leads to the cart page.

The list comes from the server, prices with unit prices; the consent box is a wall with a dark sheet behind it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

TEE: dict[str, dict[str, Any]] = {
    "assam-hochland": {"name": "Assam Hochland", "cent": 890, "gramm": 100, "da": True, "note": 4.6},
    "darjeeling-erste-pflueckung": {"name": "Darjeeling, erste Pflückung", "cent": 1490, "gramm": 100, "da": True, "note": 4.9},
    "friesenmischung": {"name": "Friesenmischung", "cent": 790, "gramm": 250, "da": False, "note": 4.2},
    "minze-und-melisse": {"name": "Minze und Melisse", "cent": 590, "gramm": 75, "da": True, "note": 4.4},
    "rooibos-vanille": {"name": "Rooibos Vanille", "cent": 650, "gramm": 100, "da": True, "note": 4.1},
    "kanne-glas": {"name": "Glaskanne 1 Liter", "cent": 2490, "gramm": 0, "da": True, "note": 4.8},
}  # fmt: skip
CSS = """html{font-size:16px}body{margin:0;background:#fff;color:#2d2a26;font-family:"Source Sans 3",Verdana,sans-serif;line-height:1.5}.container{max-width:1140px;margin-inline:auto;padding-inline:15px}.header-row{display:flex;flex-wrap:wrap;align-items:center;gap:20px;padding-block:14px}.header-logo{font-size:28px;color:#5a7d2b;text-decoration:none;font-weight:700}.header-search{flex:1 1 280px;display:flex}.header-search input{flex:1;padding:10px;border:1px solid #bbb;font:inherit;min-width:0}.header-search button{border:0;background:#5a7d2b;color:#fff;padding:0 16px}
.header-actions a{color:inherit;text-decoration:none;margin-left:16px}.main-nav{background:#5a7d2b}.main-nav a{color:#fff;display:inline-block;padding:10px 14px;text-decoration:none}.row-products{display:grid;grid-template-columns:repeat(3,1fr);gap:20px;padding-block:20px}.product-box{border:1px solid #ddd;padding:14px;display:flex;flex-direction:column}.product-box .bild{background:#f1efe6;height:150px;display:grid;place-items:center;font-size:46px}.product-box .btn-detail{margin-top:auto;text-align:center;border:1px solid #5a7d2b;color:#5a7d2b;padding:8px;text-decoration:none}
.unit{color:#777;font-size:13px}.sterne{color:#c98b00}.detail{display:grid;grid-template-columns:1fr 1fr;gap:40px;padding-block:26px}.btn-buy{background:#5a7d2b;color:#fff;border:0;padding:14px 24px;font:inherit;cursor:pointer;width:100%;text-align:center;display:block;text-decoration:none;box-sizing:border-box}.menge{padding:12px;font:inherit;width:100%;margin-bottom:10px}.modal-back{position:fixed;inset:0;background:#0008;z-index:100;display:grid;place-items:center}.modal-card{background:#fff;max-width:560px;width:calc(100% - 30px);padding:24px;box-sizing:border-box;max-height:90vh;overflow:auto}.modal-card footer{display:flex;gap:12px;justify-content:space-between;flex-wrap:wrap;margin-top:18px}
.modal-card .zusatz{display:flex;gap:12px;align-items:center;border-bottom:1px solid #eee;padding:8px 0}.link-like{border:0;background:none;color:#5a7d2b;text-decoration:underline;font:inherit;cursor:pointer;padding:12px}.warenkorb-zeile{display:flex;gap:16px;flex-wrap:wrap;border-bottom:1px solid #ddd;padding:12px 0}.warenkorb-zeile>:first-child{flex:1}.formular{max-width:560px}.formular label{display:block;margin:8px 0}.formular input:not([type=checkbox]):not([type=radio]),.formular select{width:100%;padding:10px;font:inherit;box-sizing:border-box;display:block}.footer-block{background:#2d2a26;color:#ddd;margin-top:50px;padding-block:30px}.footer-block a{color:#fff;display:block}@media(max-width:767px){.row-products{grid-template-columns:1fr 1fr;gap:10px}.detail{grid-template-columns:1fr}}"""
JS = """<script>
const kauf=document.querySelector('[data-kauf]');
if(kauf)kauf.addEventListener('submit',async e=>{e.preventDefault();const a=await fetch('/warenkorb/einlegen',{method:'POST',headers:{'X-Requested-With':'XMLHttpRequest'},body:new URLSearchParams(new FormData(kauf))});const d=await a.json();
document.querySelector('[data-anzahl]').textContent=d.anzahl;const m=document.createElement('div');m.className='modal-back';m.innerHTML='<div class="modal-card" role="dialog" aria-modal="true" aria-labelledby="bt"><h2 id="bt">Dazu passt – im Set 10 % günstiger</h2>'+d.passt.map(p=>'<label class="zusatz"><input type="checkbox" value="'+p.id+'"><span>'+p.name+'</span><b style="margin-left:auto">'+p.preis+'</b></label>').join('')+'<footer><button type="button" class="link-like" data-nein>Nein danke</button><button type="button" class="btn-buy" style="width:auto" data-set>Set in den Warenkorb</button></footer></div>';document.body.append(m);
m.querySelector('[data-nein]').onclick=()=>location.assign('/warenkorb');m.querySelector('[data-set]').onclick=async()=>{for(const c of m.querySelectorAll('input:checked'))await fetch('/warenkorb/einlegen',{method:'POST',body:new URLSearchParams({artikel:c.value,menge:1})});location.assign('/warenkorb')}});
if(!localStorage.getItem('einwilligung')){const w=document.createElement('div');w.className='modal-back';w.innerHTML='<div class="modal-card" role="dialog" aria-modal="true" aria-label="Datenschutz"><h2>Ihre Privatsphäre</h2><p>Wir nutzen Cookies, um den Betrieb zu sichern und – nur mit Ihrer Einwilligung – für Statistik.</p><label><input type="checkbox" checked disabled> Notwendig</label> <label><input type="checkbox"> Statistik</label><footer><button class="link-like">Auswahl speichern</button><button class="link-like">Ablehnen</button><button class="btn-buy" style="width:auto">Alle akzeptieren</button></footer></div>';document.body.append(w);w.querySelectorAll('button').forEach(b=>b.onclick=()=>{localStorage.setItem('einwilligung',b.textContent);w.remove()})}
</script>"""
WIDERRUF = "<h1>Widerrufsbelehrung</h1><p>Sie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Widerrufsfrist beträgt vierzehn Tage ab dem Tag, an dem Sie die Waren in Besitz genommen haben.</p><p>Um Ihr Widerrufsrecht auszuüben, müssen Sie uns (Teehaus Lindenhof, Am Sande 12, 21335 Lüneburg, kontakt@lindenhof-tee.example) mittels einer eindeutigen Erklärung informieren. Wir erstatten alle Zahlungen binnen vierzehn Tagen. Die Kosten der Rücksendung tragen Sie.</p><p>Bei versiegelten Lebensmitteln erlischt das Recht, wenn die Versiegelung entfernt wurde.</p>"


def euro(cent: int) -> str:
    return f"{cent // 100},{cent % 100:02d} €"


def unit(t: dict[str, Any]) -> str:
    return f'<div class="unit">{t["gramm"]} g · {euro(t["cent"] * 100 // t["gramm"])} / 100 g</div>' if t["gramm"] else '<div class="unit">1 Stück</div>'  # fmt: skip


@dataclass
class App(Shop):
    """Teehaus Lindenhof."""

    def seite(self, r: Request, titel: str, inhalt: str, status: int = 200) -> Response:
        n = sum(r.session.get("wk", {}).values())
        firm = {"@context": "https://schema.org", "@type": "Store", "name": "Teehaus Lindenhof", "telephone": "+49 4131 5550199", "openingHours": "Mo-Fr 10:00-17:00"}  # fmt: skip
        return html(
            f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} – Teehaus Lindenhof</title><style>{CSS}</style><script type="application/ld+json">{json.dumps(firm)}</script></head><body><header class="container header-row"><a class="header-logo" href="/">Lindenhof</a><form class="header-search" action="/suche" role="search"><input name="s" type="search" placeholder="Suchbegriff …" aria-label="Suchbegriff"><button aria-label="Suchen">🔍</button></form>'
            f'<div class="header-actions"><a href="/konto">Mein Konto</a><a href="/merkzettel">Merkzettel</a><a href="/warenkorb">Warenkorb <span data-anzahl>{n}</span></a></div></header><nav class="main-nav"><div class="container"><a href="/tee">Tee &amp; Zubehör</a><a href="/versand">Versand</a></div></nav><main class="container">{inhalt}</main>'
            f'<footer class="footer-block"><div class="container"><a href="/widerruf">Widerrufsrecht</a><a href="/versand">Zahlung und Versand</a><a href="/impressum">Impressum</a><p>* Alle Preise inkl. MwSt., zzgl. Versand</p></div></footer>{JS}</body></html>',
            status,
        )

    def liste(self, wort: str = "") -> str:
        return '<div class="row-products">' + "".join(f'<div class="product-box"><a href="/tee/{k}" class="bild" aria-label="{t["name"]}">🍃</a><a href="/tee/{k}">{t["name"]}</a><div class="sterne" title="{t["note"]} von 5">★★★★☆ <small>{str(t["note"]).replace(".", ",")}</small></div><b>{euro(t["cent"])}*</b>{unit(t)}<a class="btn-detail" href="/tee/{k}">{"Details" if t["da"] else "Ausverkauft"}</a></div>' for k, t in TEE.items() if wort.lower() in t["name"].lower()) + "</div>"  # fmt: skip

    def artikel(self, r: Request, key: str) -> Response:
        t = TEE[key]
        data = {"@context": "https://schema.org", "@type": "Product", "name": t["name"], "aggregateRating": {"@type": "AggregateRating", "ratingValue": t["note"], "reviewCount": 12}, "offers": {"@type": "Offer", "price": f"{t['cent'] / 100:.2f}", "priceCurrency": "EUR", "availability": f"https://schema.org/{'InStock' if t['da'] else 'SoldOut'}"}}  # fmt: skip
        choose = "".join(f'<option value="{i}">{i} ×</option>' for i in range(1, 7))
        buy = f'<form data-kauf><input type="hidden" name="artikel" value="{key}"><select class="menge" name="menge" aria-label="Menge">{choose}</select><button class="btn-buy">In den Warenkorb</button></form><form method="post" action="/merkzettel"><button class="link-like">♡ Auf den Merkzettel</button></form>' if t["da"] else "<p><b>Zurzeit ausverkauft.</b></p>"  # fmt: skip
        return self.seite(r, t["name"], f'<div class="detail"><div class="product-box"><div class="bild" style="height:320px">🍃</div></div><div><h1>{t["name"]}</h1><p class="sterne">★★★★☆ <span>{str(t["note"]).replace(".", ",")} (12 Bewertungen)</span></p><p><b style="font-size:24px">{euro(t["cent"])}*</b></p>{unit(t)}<p>Sofort lieferbar, 1–3 Werktage</p>{buy}</div></div><script type="application/ld+json">{json.dumps(data)}</script>')  # fmt: skip

    def warenkorb(self, r: Request) -> Response:
        wk: dict[str, int] = r.session.setdefault("wk", {})
        if r.method == "POST" and r.path == "/warenkorb/einlegen":
            key = r.form.get("artikel", "")
            if key not in TEE or not TEE[key]["da"]:
                return json_response({"fehler": "nicht lieferbar"}, 409)
            wk[key] = wk.get(key, 0) + max(1, int(r.form.get("menge") or 1))
            extra = [{"id": k, "name": TEE[k]["name"], "preis": euro(TEE[k]["cent"] * 9 // 10)} for k in ("kanne-glas", "minze-und-melisse") if k != key]  # fmt: skip
            return json_response({"anzahl": sum(wk.values()), "passt": extra})
        if r.path == "/warenkorb/entfernen" and r.method == "POST":
            wk.pop(r.form.get("artikel", ""), None)
            return redirect("/warenkorb")
        if not wk:
            return self.seite(r, "Warenkorb", "<h1>Warenkorb</h1><p>Ihr Warenkorb ist leer.</p>")
        rows = "".join(f'<div class="warenkorb-zeile"><a href="/tee/{k}">{TEE[k]["name"]}</a><span>{n} Stück</span><span>{euro(TEE[k]["cent"] * n)}</span><form method="post" action="/warenkorb/entfernen"><input type="hidden" name="artikel" value="{k}"><button class="link-like" aria-label="Entfernen">✕</button></form></div>' for k, n in wk.items())  # fmt: skip
        return self.seite(r, "Warenkorb", f'<h1>Warenkorb</h1>{rows}<p>Zwischensumme: <b>{euro(sum(TEE[k]["cent"] * n for k, n in wk.items()))}</b></p><form action="/warenkorb" class="formular"><label>Gutscheincode<input name="gutschein"></label></form><p><a class="btn-buy" href="/kasse">Weiter zur Kasse</a></p>')  # fmt: skip

    def kasse(self, r: Request) -> Response:
        if not r.session.get("wk"):
            return redirect("/warenkorb")
        if r.method == "POST":
            self.orders += 1
            r.session["wk"] = {}
            return self.seite(r, "Danke", "<h1>Vielen Dank für Ihre Bestellung</h1>")
        fields = "".join(f'<label>{t}*<input type="{k}" name="{t}" required></label>' for t, k in (("Vorname", "text"), ("Nachname", "text"), ("E-Mail-Adresse", "email"), ("Straße und Hausnummer", "text"), ("PLZ", "text"), ("Ort", "text")))  # fmt: skip
        return self.seite(r, "Kasse", f'<h1>Kasse</h1><p>Schon Kunde? <a href="/konto">Hier anmelden</a></p><form class="formular" method="post"><label>Anrede<select name="anrede"><option>Keine Angabe</option><option>Frau</option><option>Herr</option></select></label>{fields}<label>Land<select name="land"><option>Deutschland</option><option>Österreich</option></select></label><h2>Zahlungsart</h2><label><input type="radio" name="za" checked> Vorkasse (Überweisung)</label><label><input type="radio" name="za"> Rechnung</label><label><input type="radio" name="za"> PayPal</label><p><label><input type="checkbox" name="agb" required> Ich habe AGB und <a href="/widerruf">Widerrufsbelehrung</a> gelesen.</label></p><button class="btn-buy">Zahlungspflichtig bestellen</button></form>')  # fmt: skip

    def handle(self, r: Request) -> Response:
        key = r.path.removeprefix("/tee/")
        if key in TEE:
            return self.artikel(r, key)
        if r.path.startswith("/warenkorb"):
            return self.warenkorb(r)
        if r.path == "/kasse":
            return self.kasse(r)
        self.accounts += r.method == "POST" and r.path == "/konto"
        texts = {
            "/": f"<h1>Tee, offen abgefüllt in Lüneburg</h1>{self.liste()}",
            "/tee": f"<h1>Tee &amp; Zubehör</h1>{self.liste()}",
            "/suche": f"<h1>Suche</h1>{self.liste(r.query.get('s', ''))}",
            "/widerruf": WIDERRUF,
            "/versand": "<h1>Zahlung und Versand</h1><p>Versand 4,90 €, ab 49 € frei.</p>",
            "/impressum": '<h1>Impressum</h1><p>Teehaus Lindenhof, Inh. M. Beispiel<br>Am Sande 12<br>21335 Lüneburg</p><p>E-Mail: kontakt<span>@</span>lindenhof-tee.example</p>',
            "/merkzettel": "<h1>Merkzettel</h1><p>Ihr Merkzettel ist leer.</p>",
            "/konto": '<h1>Anmelden</h1><form class="formular" method="post"><label>E-Mail<input type="email" name="m"></label><label>Passwort<input type="password" name="p"></label><button class="btn-buy">Anmelden</button></form>',
        }  # fmt: skip
        if r.path == "/merkzettel" and r.method == "POST":
            return redirect("/merkzettel")
        return self.seite(r, "Tee", texts.get(r.path, "<h1>Seite nicht gefunden</h1>"), 200 if r.path in texts else 404)
