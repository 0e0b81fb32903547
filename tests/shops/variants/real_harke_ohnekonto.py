"""A German shop of garden tools: the basket slides in from the right, the till registers unless a box says that one will not.

Variants reload the page; a bar with three buttons lies at the bottom until one of them is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, redirect

ARTIKEL: dict[str, dict[str, Any]] = {
    "HA-100": {"n": "Gartenschere Elster", "p": 3490, "da": False, "w": {}},
    "HA-210": {"n": "Laubrechen Dachs", "p": 2790, "da": True, "w": {"HA-210": "Stiel 130 cm", "HA-211": "Stiel 150 cm"}},
    "HA-211": {"n": "Laubrechen Dachs", "p": 2990, "da": True, "w": {"HA-210": "Stiel 130 cm", "HA-211": "Stiel 150 cm"}, "neben": 1},
    "HA-330": {"n": "Pflanzkelle Maulwurf", "p": 1450, "da": True, "w": {}},
    "HA-440": {"n": "Gießkanne Reiher 9 l", "p": 4900, "da": True, "w": {}},
}  # fmt: skip
STIL = """body{margin:0;font:15px/1.55 Inter,Arial,sans-serif;color:#2b3136}.rahmen{max-width:1240px;margin:auto;padding:0 20px;box-sizing:border-box}.oben{font-size:13px;text-align:right;padding:6px 0}.zeile{display:flex;align-items:center;gap:20px;padding:12px 0}.zeile form{flex:1;display:flex}.zeile input{flex:1;padding:10px;border:1px solid #bcc1c7;min-width:0}.marke{font-size:25px;font-weight:800;color:#3b6e2f;text-decoration:none}
.ikonen{display:flex}.ikonen>*{padding:9px;border:0;background:none;font-size:18px;color:inherit;text-decoration:none;cursor:pointer}.rubriken{border-top:1px solid #dde;padding:10px 0}.rubriken a{margin-right:24px;color:inherit;text-decoration:none;font-weight:600}.reihe{display:grid;grid-template-columns:repeat(4,1fr);gap:20px}.box{border:1px solid #dde;padding:14px;display:flex;flex-direction:column}.box p{flex:1}.box a{color:inherit}
.taste{display:inline-block;background:#eceff1;border:0;padding:11px 18px;font:inherit;cursor:pointer;color:inherit!important;text-decoration:none;text-align:center;border-radius:3px;box-sizing:border-box}.taste.los{background:#3b6e2f;color:#fff!important;font-weight:600}.voll{width:100%}.zwei{display:grid;grid-template-columns:1fr 1fr;gap:26px}.wahl input{position:absolute;opacity:0}.wahl label{display:inline-block;border:1px solid #bcc1c7;padding:8px 14px;margin-right:8px;cursor:pointer}.wahl input:checked+label{border:2px solid #3b6e2f}
.schub{position:fixed;top:0;bottom:0;right:-440px;width:420px;max-width:100vw;background:#fff;z-index:1060;transition:right .35s;padding:20px;box-sizing:border-box;overflow:auto;visibility:hidden}.schub.offen{right:0;visibility:visible}.schub.li{right:auto;left:-440px}.schub.li.offen{left:0}.dunkel{position:fixed;inset:0;background:#0007;z-index:1050;display:none}.dunkel.an{display:block}.pos{display:flex;justify-content:space-between;border-bottom:1px solid #dde;padding:10px 0}.gut{background:#e4f2df;padding:10px}
#kuchen{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid #bcc1c7;z-index:1100;padding:14px 20px;display:flex;gap:12px;align-items:center;flex-wrap:wrap}.fl label{display:block;margin-top:12px;font-weight:600}.fl input:not([type=checkbox]),.fl select{width:100%;padding:10px;border:1px solid #bcc1c7;font:inherit;box-sizing:border-box}.fl label.hak{font-weight:400}footer{background:#f5f6f7;margin-top:56px;padding:34px 0}footer .dreier{display:grid;grid-template-columns:repeat(3,1fr);gap:24px}footer a{color:inherit}.nurklein{display:none}
@media(max-width:767px){.nurgross{display:none!important}.nurklein{display:block}.rubriken{display:none}.reihe,.zwei,footer .dreier{grid-template-columns:1fr}.zeile{flex-wrap:wrap}.zeile form{order:9;flex-basis:100%}.ikonen{margin-left:auto}.schub{width:100vw;right:-100vw}.schub.li{left:-100vw}#kuchen .taste{width:100%}}"""
SKRIPT = """<script>(()=>{const q=s=>document.querySelector(s),korb=q('.schub.re'),dk=q('.dunkel');const auf=e=>{e.classList.add('offen');dk.classList.add('an')},zu=()=>{document.querySelectorAll('.schub').forEach(s=>s.classList.remove('offen'));dk.classList.remove('an')};
const zeig=async p=>{korb.innerHTML='<p>Lädt …</p>';auf(korb);const t=await(await p).text();setTimeout(()=>{korb.innerHTML=t;const s=korb.querySelector('[data-s]');if(s)q('.summe').textContent=s.dataset.s},350)};
document.addEventListener('click',e=>{const t=e.target;if(t.closest('[data-korb]')){e.preventDefault();zeig(fetch('/checkout/offcanvas'))}if(t.closest('[data-menu]'))auf(q('.schub.li'));if(t.closest('[data-zu]')||t===dk)zu();const m=t.closest('[data-menge]');if(m){const i=q('[name=menge]');i.value=Math.max(1,+i.value+ +m.dataset.menge)}
const x=t.closest('[data-weg]');if(x){e.preventDefault();zeig(fetch('/checkout/weg/'+x.dataset.weg,{method:'POST'}))}if(t.closest('[data-einlog]')){e.preventDefault();const b=q('#einlog');b.hidden=!b.hidden}if(t.closest('#kuchen button')){localStorage.kuchen=1;q('#kuchen').remove()}});
document.addEventListener('submit',e=>{if(e.target.matches('[data-kauf]')){e.preventDefault();zeig(fetch(e.target.action,{method:'POST',body:new URLSearchParams(new FormData(e.target))}))}});
document.addEventListener('change',e=>{if(e.target.name==='variante')location.href='/artikel/'+e.target.value;if(e.target.id==='gast'){const p=q('.kw');p.hidden=e.target.checked;p.querySelector('input').disabled=e.target.checked}});
if(localStorage.kuchen)q('#kuchen').remove()})()</script>"""


def eur(c: int) -> str:
    return f"{c // 100},{c % 100:02d} €*"


def bild(nr: str) -> str:
    return f'<svg viewBox="0 0 120 90" width="100%" role="img" aria-label="{ARTIKEL[nr]["n"]}"><rect width="120" height="90" fill="#eef2ea"/><path d="M20 70L90 20m-14-6l28 28" stroke="#7a5c3c" stroke-width="6"/></svg>'


@dataclass
class App(Shop):
    """Harkenhaus Brandt, tools for the garden."""

    def rahmen(self, r: Request, titel: str, was: str, status: int = 200, kasse: bool = False) -> Response:
        rub = '<a href="/kategorie/schneiden">Schneiden</a><a href="/kategorie/boden">Boden &amp; Laub</a><a href="/kategorie/giessen">Gießen</a>'
        kopf = f'<div class="oben nurgross"><a href="/seite/versand">Versand</a> · <a href="/seite/kontakt">Hilfe</a></div><div class="zeile"><button class="taste nurklein" data-menu aria-label="Menü">☰</button><a class="marke" href="/">Harkenhaus</a><form action="/suche"><input type="search" name="q" placeholder="Suchbegriff …" aria-label="Suchbegriff"><button class="taste" aria-label="Suchen">⌕</button></form><div class="ikonen"><a href="/merkzettel" aria-label="Merkzettel">♡</a><a href="/konto" aria-label="Ihr Konto">☺</a><a href="/checkout/cart" data-korb title="Warenkorb" aria-label="Warenkorb">▢ <span class="summe nurgross">{eur(self.summe(r))}</span></a></div></div><nav class="rubriken">{rub}</nav>'
        if kasse:
            kopf = '<div class="zeile"><a class="marke" href="/">Harkenhaus</a><a href="/" style="margin-left:auto">Zurück zum Shop</a></div>'
        return html(
            f'<!doctype html><html lang="de-DE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} | Harkenhaus</title><style>{STIL}</style></head><body><header class="rahmen">{kopf}</header><main class="rahmen">{was}</main><footer><div class="rahmen"><div class="dreier"><div><b>Service-Hotline</b><p>Unterstützung und Beratung unter:<br><a href="tel:+4936155501770">0361 / 555 017 70</a><br>Mo–Do, 08:00–16:00 Uhr</p></div><div><b>Informationen</b><p><a href="/seite/widerruf">Widerrufsrecht</a><br><a href="/seite/versand">Versand &amp; Zahlung</a><br><a href="/seite/agb">AGB</a><br><a href="/seite/impressum">Impressum</a><br><a href="/seite/kontakt">Kontakt</a></p></div><div><b>Zahlungsarten</b><p><img alt="PayPal" width="50" height="20" src="/z/PayPal"> <img alt="Rechnung" width="60" height="20" src="/z/Rechnung"> <img alt="Vorkasse" width="60" height="20" src="/z/Vorkasse"></p></div></div><small>* Alle Preise inkl. gesetzl. MwSt. zzgl. Versandkosten.</small></div></footer>'
            f'<div class="dunkel"></div><div class="schub li"><button class="taste" data-zu>✕ Menü schließen</button><p style="display:grid;gap:14px">{rub}</p></div><div class="schub re" role="dialog" aria-label="Warenkorb"></div><div id="kuchen"><span style="flex:1 1 300px">Diese Website verwendet Cookies, um eine bestmögliche Erfahrung bieten zu können. <a href="/seite/datenschutz">Mehr Informationen …</a></span><button class="taste">Nur technisch notwendige</button><button class="taste">Konfigurieren</button><button class="taste los">Alle Cookies akzeptieren</button></div>{SKRIPT}</body></html>',
            status,
        )

    def summe(self, r: Request) -> int:
        return sum(int(ARTIKEL[k]["p"]) * n for k, n in r.session.get("korb", {}).items())

    def boxen(self, wort: str = "") -> str:
        return '<div class="reihe">' + "".join(f'<div class="box"><a href="/artikel/{nr}">{bild(nr)}</a><p><a href="/artikel/{nr}" style="text-decoration:none">{a["n"]}</a></p><b>{"ab " if a["w"] else ""}{eur(a["p"])}</b>{"" if a["da"] else "<small>Nicht mehr verfügbar</small>"}<a class="taste" href="/artikel/{nr}" style="margin-top:10px">Details</a></div>' for nr, a in ARTIKEL.items() if "neben" not in a and wort.lower() in a["n"].lower()) + "</div>"  # fmt: skip

    def handle(self, r: Request) -> Response:
        eins, _, zwei = r.path[1:].partition("/")
        if eins == "z":
            return Response(f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text y="14" font-size="11">{zwei}</text></svg>', content_type="image/svg+xml")  # fmt: skip
        if eins == "artikel" and zwei in ARTIKEL:
            return self.artikel(r, zwei)
        if eins == "checkout":
            return self.checkout(r, zwei)
        if eins in ("", "kategorie", "suche"):
            return self.rahmen(r, "Werkzeug", f"<h1>{'Neu im Garten' if not eins else 'Produkte'}</h1>{self.boxen(r.query.get('q', ''))}")  # fmt: skip
        if r.method == "POST":
            self.messages += zwei == "kontakt"
            self.accounts += eins == "konto" and "neu" in r.form
            return self.rahmen(r, "Danke", "<p>Vielen Dank.</p>")
        text = TEXTE.get(zwei or eins)
        return self.rahmen(r, zwei or eins, text) if text else self.rahmen(r, "404", "<h1>Seite nicht gefunden</h1>", 404)  # fmt: skip

    def artikel(self, r: Request, nr: str) -> Response:
        a = ARTIKEL[nr]
        wahl = "".join(f'<input type="radio" name="variante" id="o{k}" value="{k}" {"checked" if k == nr else ""}><label for="o{k}">{t}</label>' for k, t in a["w"].items())  # fmt: skip
        kauf = f'<form data-kauf method="post" action="/checkout/rein"><input type="hidden" name="nr" value="{nr}"><p style="display:flex"><button type="button" class="taste" data-menge="-1" aria-label="Menge verringern">−</button><input name="menge" value="1" aria-label="Menge" style="width:54px;text-align:center"><button type="button" class="taste" data-menge="1" aria-label="Menge erhöhen">+</button></p><button class="taste los voll">In den Warenkorb</button></form>' if a["da"] else "<p><b>Nicht mehr verfügbar</b></p><label>E-Mail, wenn wieder da</label>"  # fmt: skip
        return self.rahmen(
            r,
            a["n"],
            f'<p class="nurgross"><a href="/">Home</a> › {a["n"]}</p><div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">{a["n"]}</h1><div class="zwei"><div>{bild(nr)}</div><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="{a["p"] / 100}"><p style="font-size:22px">{eur(a["p"])}</p><small>Preise inkl. MwSt. zzgl. Versandkosten</small><p>● Sofort verfügbar, Lieferzeit: 2–5 Tage</p>'
            f'<div class="wahl">{"<p>Stiel auswählen</p>" if wahl else ""}{wahl}</div>{kauf}<p><a href="/merkzettel">♡ Zum Merkzettel hinzufügen</a></p><small>Produktnummer: {nr}</small></div></div></div><h2>Bewertungen</h2><p>0 von 0 Bewertungen. Geben Sie die erste Bewertung ab!</p>',
        )

    def zeilen(self, r: Request) -> str:
        return "".join(f'<div class="pos"><span>{n} × {ARTIKEL[k]["n"]} {ARTIKEL[k]["w"].get(k, "")}</span><span>{eur(ARTIKEL[k]["p"] * n)} <a href="#" data-weg="{k}" aria-label="Entfernen">✕</a></span></div>' for k, n in r.session.get("korb", {}).items())  # fmt: skip

    def checkout(self, r: Request, was: str) -> Response:
        korb: dict[str, int] = r.session.setdefault("korb", {})
        nr = r.form.get("nr", "")
        if was == "rein" and nr in ARTIKEL and ARTIKEL[nr]["da"]:
            korb[nr] = korb.get(nr, 0) + max(1, int(r.form.get("menge") or 1))
        if was.startswith("weg/"):
            korb.pop(was[4:], None)
        if was in ("rein", "offcanvas") or was.startswith("weg/"):
            if not korb:
                return html('<button class="taste" data-zu>Weiter einkaufen</button><p data-s="0,00 €*">Ihr Warenkorb ist leer.</p>')  # fmt: skip
            gut = '<p class="gut">✓ 1 Produkt wurde dem Warenkorb hinzugefügt.</p>' if was == "rein" else ""
            return html(f'<button class="taste" data-zu>‹ Weiter einkaufen</button>{gut}<h3>Warenkorb</h3>{self.zeilen(r)}<p data-s="{eur(self.summe(r))}">Zwischensumme <b>{eur(self.summe(r))}</b></p><p><input placeholder="Gutschein-Code eingeben" style="padding:10px"><button class="taste">✓</button></p><a class="taste los voll" href="/checkout/confirm">Zur Kasse</a><p style="text-align:center"><a href="/checkout/cart">Warenkorb anzeigen</a></p>')  # fmt: skip
        if was == "cart":
            return self.rahmen(r, "Warenkorb", f"<h1>Warenkorb</h1>{self.zeilen(r)}<p><a class='taste los' href='/checkout/confirm'>Zur Kasse</a></p>" if korb else "<h1>Ihr Warenkorb ist leer.</h1>", kasse=True)  # fmt: skip
        if not korb:
            return redirect("/checkout/cart")
        return redirect("/checkout/register", 302) if was == "confirm" else self.register(r)

    def register(self, r: Request) -> Response:
        if r.method == "POST" and "email" in r.form:
            self.accounts += "gast" not in r.form
            self.orders += 1
            r.session["korb"] = {}
            return self.rahmen(r, "Danke", "<h1>Vielen Dank für Ihre Bestellung</h1>", kasse=True)

        def feld(k: str, t: str, art: str = "text") -> str:
            return f'<div><label for="{k}">{t}</label><input id="{k}" name="{k}" type="{art}"></div>'

        return self.rahmen(
            r,
            "Registrieren",
            f'<div class="zwei" style="grid-template-columns:repeat(auto-fit,minmax(300px,1fr))"><div><div class="pos"><b>Ich bin bereits Kunde</b><a href="#" data-einlog>Anmelden ⌄</a></div><form id="einlog" hidden method="post" action="/konto"><input name="u" placeholder="E-Mail-Adresse"> <input type="password" name="p" placeholder="Passwort"> <button class="taste">Anmelden</button></form><form class="fl" method="post" novalidate><h2>Ich bin Neukunde</h2><div class="zwei"><div><label for="an">Anrede*</label><select id="an" name="an"><option>Anrede eingeben …</option><option>Frau</option><option>Herr</option><option>Keine Angabe</option></select></div>{feld("vn", "Vorname*")}{feld("nn", "Nachname*")}</div>'
            f'<label class="hak"><input type="checkbox" id="gast" name="gast" value="1"> Kein Kundenkonto anlegen</label><div class="zwei">{feld("email", "E-Mail-Adresse*", "email")}<div class="kw"><label for="kw">Passwort*</label><input id="kw" name="kw" type="password"><small>Das Passwort muss mindestens 8 Zeichen lang sein.</small></div></div><h3>Ihre Adresse</h3><div class="zwei">{feld("str", "Straße und Hausnummer*")}{feld("plz", "PLZ")}{feld("ort", "Ort*")}<div><label for="ld">Land*</label><select id="ld" name="ld"><option>Deutschland</option><option>Österreich</option></select></div>{feld("tel", "Telefonnummer", "tel")}</div><label class="hak"><input type="checkbox" name="ab"> Lieferadresse weicht von Rechnungsadresse ab.</label><label class="hak"><input type="checkbox" name="ds"> Ich habe die <a href="/seite/datenschutz">Datenschutzbestimmungen</a> zur Kenntnis genommen.*</label><p><button class="taste los">Weiter</button></p></form></div><aside><h3>Zusammenfassung</h3>{self.zeilen(r)}<p>Gesamtsumme <b>{eur(self.summe(r))}</b></p></aside></div>',
            kasse=True,
        )


TEXTE = {
    "widerruf": "<h1>Widerrufsrecht</h1><p>Sie haben das Recht, binnen eines Monats (30 Tage) ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Widerrufsfrist beträgt 30 Tage ab dem Tag, an dem Sie die Waren in Besitz genommen haben. Senden Sie uns dazu eine eindeutige Erklärung per Post oder E-Mail. Sie tragen die unmittelbaren Kosten der Rücksendung der Waren.</p><p>Wir erstatten alle Zahlungen auf demselben Weg, spätestens wenn wir die Waren zurückerhalten haben.</p>",
    "versand": "<h1>Versand &amp; Zahlung</h1><p>Der Versand kostet 5,90 €.</p>",
    "agb": "<h1>AGB</h1><p>Vertragssprache ist Deutsch.</p>",
    "datenschutz": "<h1>Datenschutz</h1><p>Wir verarbeiten Ihre Daten zur Abwicklung.</p>",
    "impressum": "<h1>Impressum</h1><p>Harkenhaus Brandt e. K., Gartenstraße 17, 99084 Erfurt<br>E-Mail: service@harkenhaus.example</p>",
    "kontakt": '<h1>Kontakt</h1><form method="post" class="fl"><label>Name<input name="n"></label><label>E-Mail-Adresse<input name="e" type="email"></label><label>Kommentar<br><textarea name="k" rows="5"></textarea></label><button class="taste los">Senden</button></form>',
    "merkzettel": "<h1>Merkzettel</h1><p>Ihr Merkzettel ist leer.</p>",
    "konto": '<h1>Anmelden</h1><form method="post"><input name="u" placeholder="E-Mail-Adresse"> <input type="password" name="p" placeholder="Passwort"> <button class="taste">Anmelden</button></form>',
}
