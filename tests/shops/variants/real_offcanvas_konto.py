"""A German spice shop on a modern open platform: off-canvas cart fetched after adding, a registration form with a ticked account box.

The list's buttons buy at once; unticking "Kundenkonto anlegen" takes the password away.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

# number: path, name, price in cents, stock, variants (first is shown), stars
WAREN: dict[str, tuple[str, str, int, int, tuple[str, ...], int]] = {
    "GW-201": ("safranfaeden-1-g", "Safranfäden 1 g", 1190, 0, (), 0),
    "GW-207": ("pfeffer-kampot-50-g", "Kampot-Pfeffer 50 g", 890, 14, (), 5),
    "GW-215": ("chilisalz", "Chilisalz", 550, 30, ("80 g", "160 g"), 4),
    "GW-222": ("hibiskusblueten-100-g", "Hibiskusblüten 100 g", 620, 8, (), 0),
    "GW-230": ("moerser-granit", "Mörser aus Granit", 3490, 2, (), 5),
}
KATEGORIEN = {"Gewuerze": ("Gewürze", ("GW-201", "GW-207", "GW-215")), "Tee": ("Tee & Blüten", ("GW-222",)), "Zubehoer": ("Zubehör", ("GW-230",))}  # fmt: skip
CSS = """body{margin:0;font:16px/1.5 Inter,sans-serif;color:#4a545b}.kasten{max-width:1400px;margin:0 auto;padding:0 20px}.leiste{display:flex;justify-content:flex-end;gap:20px;font-size:13px;padding:6px 0}.kopf{display:flex;align-items:center;gap:30px;padding:20px 0}.kopf .suche{flex:1}.suche input{width:80%;padding:9px;border:1px solid #bcc1c7}.kopf a.logo{font-size:26px;color:#4a545b;text-decoration:none;font-weight:700}
.aktionen{display:flex;gap:6px}.aktionen a,.aktionen button{border:0;background:none;font:inherit;color:inherit;text-decoration:none;padding:8px;cursor:pointer}.nav-haupt{border-bottom:1px solid #bcc1c7}.nav-haupt a{padding:12px 14px;display:inline-block;color:inherit;text-decoration:none}.nav-knopf{display:none!important}
.raster{display:grid;grid-template-columns:repeat(4,1fr);gap:40px 30px}.warenkarte{border:1px solid #bcc1c7;padding:20px;position:relative}.warenkarte a{color:inherit;text-decoration:none}.knopf{border:1px solid #bcc1c7;background:#fff;padding:8px 14px;font:600 15px Inter,sans-serif;color:#4a545b!important;cursor:pointer;display:block;width:100%;box-sizing:border-box;text-align:center}.knopf.kauf{background:#758ca3;color:#fff!important;border-color:#758ca3}.merken{position:absolute;right:12px;top:12px;border:0;background:none;font-size:20px;cursor:pointer}
.sterne{color:#ffbd5d}.detail{display:grid;grid-template-columns:1fr 1fr;gap:50px;margin-top:30px}.variante label{border:1px solid #bcc1c7;padding:8px 16px;margin-right:6px;display:inline-block;cursor:pointer}.variante input:checked+label{border-color:#758ca3;color:#758ca3;font-weight:600}.variante input{position:absolute;opacity:0}
.seitlich{position:fixed;top:0;bottom:0;right:0;width:400px;max-width:100vw;background:#fff;z-index:1040;padding:0 24px;overflow-y:auto;transform:translateX(100%);transition:transform .35s;visibility:hidden;box-sizing:border-box}.seitlich.sichtbar{transform:none;visibility:visible}.seitlich.links{right:auto;left:0;transform:translateX(-100%)}.seitlich.links.sichtbar{transform:none}.schleier{position:fixed;inset:0;background:#0008;z-index:1030}.hinweis{background:#eaf7ee;color:#3cc261;padding:10px;border:1px solid}.hinweis.rot{background:#fae9ec;color:#e52427}.posten{border-bottom:1px solid #bcc1c7;padding:12px 0;display:flex;justify-content:space-between}
.zwei{display:grid;grid-template-columns:1fr 1fr;gap:0 20px}.zwei label,.feld label{display:block;font-weight:600;margin-top:10px}.feld input:not([type=checkbox]),.feld select,.zwei input,.zwei select{width:100%;box-sizing:border-box;padding:9px;border:1px solid #bcc1c7;font:inherit;background:#fff}.reiter{border-bottom:1px solid #bcc1c7;margin-top:40px}.reiter button{border:0;background:none;font:inherit;padding:10px 20px;cursor:pointer}.reiter button.an{border-bottom:3px solid #758ca3}
footer{border-top:1px solid #bcc1c7;margin-top:60px}.spalten{display:grid;grid-template-columns:repeat(3,1fr);gap:30px;padding:30px 0}.spalten a{color:inherit;display:block}.spalten .titel{font-weight:700;cursor:default}#keksleiste{position:fixed;bottom:0;left:0;right:0;background:#fff;box-shadow:0 0 10px #0003;padding:16px;z-index:1100;display:none}#keksleiste>div{display:flex;gap:16px;align-items:center;flex-wrap:wrap}#keksleiste .knopf{width:auto}
@media(min-width:768px){.breit{grid-template-columns:2fr 1fr}}@media(max-width:767px){.raster{grid-template-columns:1fr 1fr;gap:12px}.warenkarte{padding:8px}.detail,.zwei,.spalten{grid-template-columns:1fr}.nav-haupt,.leiste{display:none}.nav-knopf{display:block!important}.kopf{flex-wrap:wrap;gap:10px}.kopf .suche{order:9;flex-basis:100%}.spalten .liste{display:none}.spalten .auf .liste{display:block}.spalten .titel{cursor:pointer}}"""
JS = """<script>(()=>{const el=s=>document.querySelector(s);const schleier=()=>{const d=document.createElement('div');d.className='schleier';d.onclick=zu;document.body.append(d)};
function zu(){document.querySelectorAll('.sichtbar').forEach(x=>x.classList.remove('sichtbar'));document.querySelectorAll('.schleier').forEach(x=>x.remove())}
async function warenkorb(fetching){zu();schleier();const k=el('.seitlich.korb');k.classList.add('sichtbar');k.innerHTML='<p>Laden …</p>';const r=await fetching;k.innerHTML=await r.text();const n=k.querySelector('[data-summe]');if(n)el('.korbsumme').textContent=n.dataset.summe}
document.addEventListener('submit',e=>{if(!e.target.matches('[data-in-den-korb]'))return;e.preventDefault();warenkorb(fetch(e.target.action,{method:'POST',body:new URLSearchParams(new FormData(e.target)),headers:{'X-Requested-With':'XMLHttpRequest'}}))});
document.addEventListener('click',e=>{const t=e.target;if(t.closest('[data-korb-auf]')){e.preventDefault();warenkorb(fetch('/checkout/offcanvas'))}if(t.closest('[data-zu]')){e.preventDefault();zu()}if(t.closest('.nav-knopf')){schleier();el('.seitlich.links').classList.add('sichtbar')}
const w=t.closest('[data-entfernen]');if(w){e.preventDefault();warenkorb(fetch('/checkout/line-item/delete/'+w.dataset.entfernen,{method:'POST'}))}
const m=t.closest('.merken');if(m){e.preventDefault();fetch('/wishlist/add/'+m.dataset.nr,{method:'POST'}).then(()=>m.textContent='♥')}if(t.closest('.titel'))t.closest('div').classList.toggle('auf');
const r=t.closest('.reiter button');if(r){document.querySelectorAll('.reiter button').forEach(b=>b.classList.toggle('an',b===r));document.querySelectorAll('[data-blatt]').forEach(b=>b.hidden=b.dataset.blatt!==r.dataset.ziel)}
const k=t.closest('#keksleiste button');if(k){document.cookie='cookie-preference=1;path=/;max-age=2592000';el('#keksleiste').style.display='none'}
if(t.matches('[data-login-auf]')){e.preventDefault();el('#loginklappe').hidden=!el('#loginklappe').hidden}});
const ko=el('#createCustomerAccount');if(ko)ko.onchange=()=>{el('.pw').hidden=!ko.checked;el('.pw input').disabled=!ko.checked};if(!document.cookie.includes('cookie-preference'))el('#keksleiste').style.display='block'})()</script>"""


def euro(cent: int) -> str:
    return f"{cent / 100:.2f} €*".replace(".", ",")


def bild(nr: str) -> str:
    return f'<svg viewBox="0 0 80 80" width="100%" role="img" aria-label="{escape(WAREN[nr][1])}"><path d="M22 26h36v44H22z" fill="hsl({int(nr[3:]) * 7 % 360} 45% 52%)"/><path d="M26 14h28v10H26z" fill="#777"/></svg>'


@dataclass
class App(Shop):
    """Mahlgut Kunze, spices from Bremen."""

    def korb(self, r: Request) -> dict[str, int]:
        korb: dict[str, int] = r.session.setdefault("korb", {})
        return korb

    def summe(self, r: Request) -> int:
        return sum(WAREN[k.split("~")[0]][2] * n for k, n in self.korb(r).items())

    def seite(self, r: Request, titel: str, inhalt: str, status: int = 200, knapp: bool = False) -> Response:
        links = "".join(f'<a href="/{k}/">{escape(v[0])}</a>' for k, v in KATEGORIEN.items())
        kopf = (
            f'<div class="leiste"><span>Kostenloser Versand ab 39 €</span></div><div class="kopf"><button class="nav-knopf knopf" style="width:auto" aria-label="Menü">☰</button><a class="logo" href="/">Mahlgut Kunze</a><form class="suche" action="/search"><input type="search" name="search" placeholder="Suchbegriff eingeben …" aria-label="Suchbegriff"><button aria-label="Suchen">🔍</button></form>'
            f'<div class="aktionen"><a href="/wishlist" title="Merkzettel">♡</a><a href="/account" title="Ihr Konto">👤</a><a href="/checkout/cart" data-korb-auf title="Warenkorb">🛍 <span class="korbsumme">{euro(self.summe(r))}</span></a></div></div>'
        )
        fuss = (
            '<div class="spalten"><div><span class="titel">Service Hotline</span><div class="liste"><p>Telefonische Beratung: <a href="tel:+494215550120">0421 – 555 01 20</a><br>Mo–Fr, 09:00–17:00 Uhr</p><p>Oder über unser <a href="/Kontaktformular">Kontaktformular</a>.</p></div></div><div><span class="titel">Shop Service</span><div class="liste"><a href="/Versand">Versand und Zahlung</a><a href="/Widerruf">Widerrufsrecht</a><a href="/Newsletter">Newsletter</a></div></div>'
            '<div><span class="titel">Informationen</span><div class="liste"><a href="/Impressum">Impressum</a><a href="/AGB">AGB</a></div></div></div>'
        )
        if knapp:
            kopf, fuss = (
                '<div class="kopf"><a class="logo" href="/">Mahlgut Kunze</a><a href="/">Zurück zum Shop</a></div>',
                '<p><a href="/Impressum">Impressum</a> · <a href="/AGB">AGB</a> · <a href="/Widerruf">Widerrufsrecht</a></p>',
            )
        menue = (
            ""
            if knapp
            else f'<nav class="nav-haupt"><div class="kasten"><a href="/">Startseite</a>{links}</div></nav><div class="seitlich links"><button data-zu>✕ Menü schließen</button><p>{links.replace("</a>", "</a><br>")}</p></div>'
        )
        return html(
            f'<!DOCTYPE html><html lang="de-DE" itemscope itemtype="https://schema.org/WebPage"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no"><title>{titel}</title><style>{CSS}</style></head><body><header class="kasten">{kopf}</header>{menue}<main class="kasten">{inhalt}</main><footer><div class="kasten">{fuss}<small>* Alle Preise inkl. gesetzl. Mehrwertsteuer zzgl. Versandkosten</small></div></footer>'
            f'<div class="seitlich korb" role="dialog" aria-label="Warenkorb"></div><div id="keksleiste"><div><span>Diese Website verwendet Cookies, um eine bestmögliche Erfahrung bieten zu können. <a href="/Datenschutz">Mehr Informationen …</a></span><button class="knopf">Nur technisch notwendige</button><button class="knopf">Konfigurieren</button><button class="knopf kauf">Alle Cookies akzeptieren</button></div></div>{JS}</body></html>',
            status,
        )

    def karten(self, nummern: tuple[str, ...], wort: str = "") -> str:
        aus = ""
        for nr in nummern:
            pfad, name, preis, bestand, varianten, sterne = WAREN[nr]
            if wort.lower() not in name.lower():
                continue
            kauf = f'<form data-in-den-korb method="post" action="/checkout/line-item/add"><input type="hidden" name="nr" value="{nr}"><button class="knopf kauf">In den Warenkorb</button></form>'
            if varianten or not bestand:
                kauf = f'<a class="knopf" href="/{pfad}/{nr}">Details</a>'
            aus += f'<div class="warenkarte"><button class="merken" data-nr="{nr}" aria-label="Auf den Merkzettel">♡</button><a href="/{pfad}/{nr}">{bild(nr)}<p>{escape(name)}</p></a><p class="sterne">{"★" * sterne}</p><p>{"ab " if varianten else ""}{euro(preis)}</p>{"" if bestand else "<small>Nicht mehr verfügbar</small>"}{kauf}</div>'
        return f'<div class="raster">{aus}</div>'

    def handle(self, r: Request) -> Response:
        teile = [t for t in r.path.split("/") if t]
        if not teile:
            return self.seite(r, "Mahlgut Kunze", f"<h1>Frisch gemahlen. Täglich.</h1>{self.karten(tuple(WAREN))}")
        if teile[-1] in WAREN:
            return self.ware(r, teile[-1])
        if teile[0] in KATEGORIEN:
            name, nummern = KATEGORIEN[teile[0]]
            return self.seite(
                r,
                name,
                f'<p><a href="/">Startseite</a> › {escape(name)}</p><h1>{escape(name)}</h1>{self.karten(nummern)}',
            )
        if teile[0] == "search":
            return self.seite(
                r, "Suche", f"<h1>Suchergebnisse</h1>{self.karten(tuple(WAREN), r.query.get('search', ''))}"
            )
        if teile[0] == "checkout":
            return self.kasse(r, "/".join(teile[1:]), teile[-1])
        return self.rest(r, teile[0])

    def ware(self, r: Request, nr: str) -> Response:
        _, name, preis, bestand, varianten, sterne = WAREN[nr]
        wahl = "".join(
            f'<input type="radio" name="variante" id="v{i}" value="{v}" {"checked" if i == 0 else ""}><label for="v{i}">{v}</label>'
            for i, v in enumerate(varianten)
        )
        menge = "".join(f"<option>{i}</option>" for i in range(1, 6))
        kauf = f'<form data-in-den-korb method="post" action="/checkout/line-item/add"><input type="hidden" name="nr" value="{nr}"><div class="variante">{wahl}</div><p><select name="menge" aria-label="Menge" style="padding:9px">{menge}</select></p><button class="knopf kauf">In den Warenkorb</button></form>' if bestand else "<p>Nicht mehr verfügbar</p>"  # fmt: skip
        wertung = (
            f'<p class="sterne" title="{sterne} von 5 Sternen">{"★" * sterne}{"☆" * (5 - sterne)}</p>' if sterne else ""
        )
        text = f"<p>{'★' * sterne} „Sehr aromatisch.“ – K. W.</p>" if sterne else "<p>Keine Bewertungen gefunden.</p>"
        return self.seite(
            r,
            name,
            f'<p><a href="/">Startseite</a> › {escape(name)}</p><div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">{escape(name)}</h1>{wertung}<div class="detail"><div>{bild(nr)}</div><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="{preis / 100}"><p style="font-size:20px">{euro(preis)}</p><small>Preise inkl. MwSt. zzgl. Versandkosten</small>{kauf}'
            f'<p><button class="merken" style="position:static" data-nr="{nr}">♡</button> Zum Merkzettel hinzufügen</p><p>Produktnummer: {nr}</p></div></div></div><div class="reiter"><button class="an" data-ziel="b">Beschreibung</button><button data-ziel="w">Bewertungen</button></div><div data-blatt="b"><p>Von Hand verlesen.</p></div><div data-blatt="w" hidden>{text}</div>',
        )

    def posten(self, r: Request) -> str:
        return "".join(
            f'<div class="posten"><span>{n}× {escape(WAREN[k.split("~")[0]][1])} {k.partition("~")[2]}</span><span>{euro(WAREN[k.split("~")[0]][2] * n)} <a href="#" data-entfernen="{k}" aria-label="Entfernen">✕</a></span></div>'
            for k, n in self.korb(r).items()
        )

    def lade(self, r: Request, hinweis: str = "") -> Response:
        if not self.korb(r):
            return html(
                '<button data-zu class="knopf">Weiter einkaufen</button><p data-summe="0,00 €*">Ihr Warenkorb ist leer.</p>'
            )
        return html(f'<button data-zu class="knopf" style="border:0;text-align:left">‹ Weiter einkaufen</button>{hinweis}<h3>Warenkorb <small>{sum(self.korb(r).values())} Artikel</small></h3>{self.posten(r)}<p data-summe="{euro(self.summe(r))}">Zwischensumme <b>{euro(self.summe(r))}</b></p><p><a class="knopf kauf" href="/checkout/confirm">Zur Kasse</a></p><p><a href="/checkout/cart">Warenkorb anzeigen</a></p>')  # fmt: skip

    def kasse(self, r: Request, was: str, letzte: str) -> Response:
        korb = self.korb(r)
        if was == "line-item/add" and r.method == "POST":
            nr, v = r.form.get("nr", ""), r.form.get("variante", "")
            if nr not in WAREN or not WAREN[nr][3] or (WAREN[nr][4] and v not in WAREN[nr][4]):
                return html(
                    '<p class="hinweis rot">Das Produkt konnte nicht hinzugefügt werden.</p><button data-zu class="knopf">Schließen</button>'
                )
            schluessel = f"{nr}~{v}" if v else nr
            korb[schluessel] = korb.get(schluessel, 0) + max(1, int(r.form.get("menge") or 1))
            return self.lade(r, '<p class="hinweis">1 Produkt wurde hinzugefügt.</p>')
        if was.startswith("line-item/delete"):
            korb.pop(letzte, None)
            return self.lade(r)
        if was == "offcanvas":
            return self.lade(r)
        if was == "cart":
            knopf = (
                '<a class="knopf kauf" href="/checkout/confirm">Zur Kasse</a>' if korb else "Ihr Warenkorb ist leer."
            )
            return self.seite(r, "Warenkorb", f"<h1>Warenkorb</h1>{self.posten(r)}{knopf}")
        if not korb:
            return redirect("/checkout/cart")
        return redirect("/checkout/register", 302) if was == "confirm" else self.anmelden(r)

    def anmelden(self, r: Request) -> Response:
        if r.method == "POST" and r.form.get("email"):
            self.accounts += "createCustomerAccount" in r.form
            self.orders += 1
            r.session["korb"] = {}
            return self.seite(r, "Danke", "<h1>Vielen Dank für Ihre Bestellung!</h1>", knapp=True)
        felder = "".join(
            f'<div><label for="{k}">{t}*</label><input id="{k}" name="{k}"></div>'
            for k, t in (("firstName", "Vorname"), ("lastName", "Nachname"))
        )
        adresse = "".join(
            f'<div><label for="{k}">{t}*</label><input id="{k}" name="{k}"></div>'
            for k, t in (("street", "Straße und Hausnummer"), ("zipcode", "PLZ"), ("city", "Ort"))
        )
        return self.seite(
            r,
            "Anmelden oder registrieren",
            f'<div class="detail breit"><div><p class="posten">Sind Sie bereits Kunde? <a href="#" data-login-auf>Hier anmelden</a></p><form id="loginklappe" hidden method="post" action="/account"><input name="username" placeholder="E-Mail"><input type="password" name="password" placeholder="Passwort"><button>Anmelden</button></form><form method="post" class="feld" novalidate><h2>Ihre Daten</h2><div class="zwei"><div><label for="s">Anrede</label><select id="s" name="salutationId"><option>Keine Angabe</option><option>Frau</option><option>Herr</option></select></div>{felder}</div>'
            '<p><label style="font-weight:400"><input type="checkbox" id="createCustomerAccount" name="createCustomerAccount" value="1" checked> Kundenkonto anlegen</label></p><div class="zwei"><div><label for="em">E-Mail-Adresse*</label><input id="em" name="email" type="email"></div><div class="pw"><label for="pw">Passwort*</label><input id="pw" name="password" type="password" minlength="8"><small>Mindestens 8 Zeichen.</small></div></div>'
            f'<h3>Ihre Adresse</h3><div class="zwei">{adresse}<div><label for="l">Land*</label><select id="l" name="countryId"><option>Deutschland</option><option>Österreich</option></select></div></div><p><label style="font-weight:400"><input type="checkbox" name="differentShipping"> Lieferadresse weicht ab</label></p><p><label style="font-weight:400"><input type="checkbox" name="acceptedDataProtection"> Ich habe die <a href="/Datenschutz">Datenschutzbestimmungen</a> gelesen*</label></p><button class="knopf kauf">Weiter</button></form></div><aside><h3>Zusammenfassung</h3>{self.posten(r)}</aside></div>',
            knapp=True,
        )

    def rest(self, r: Request, name: str) -> Response:
        if r.method == "POST":
            self.messages += name in ("Kontaktformular", "Newsletter")
            self.accounts += name == "account" and "firstName" in r.form
            return self.seite(r, name, "<p>Vielen Dank.</p>")
        return (
            self.seite(r, name, TEXTE[name])
            if name in TEXTE
            else self.seite(r, "404", "<h1>Seite nicht gefunden</h1>", 404)
        )


TEXTE = {
    "Widerruf": "<h1>Widerrufsrecht</h1><p>Sie haben das Recht, binnen vierzehn Tagen (14 Tagen) ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Widerrufsfrist beginnt an dem Tag, an dem Sie die Waren in Besitz genommen haben. Um Ihr Widerrufsrecht auszuüben, senden Sie uns eine eindeutige Erklärung. Sie tragen die unmittelbaren Kosten der Rücksendung. Angebrochene Gewürze sind aus Gründen der Hygiene ausgeschlossen.</p>",
    "Versand": "<h1>Versand und Zahlung</h1><p>Wir versenden innerhalb von zwei Werktagen.</p>",
    "AGB": "<h1>AGB</h1><p>Es gilt deutsches Recht.</p>",
    "Datenschutz": "<h1>Datenschutz</h1><p>Wir verarbeiten Ihre Daten zur Abwicklung der Bestellung.</p>",
    "Impressum": "<h1>Impressum</h1><p>Mahlgut Kunze GmbH, Ostertorgasse 77, 28195 Bremen<br>E-Mail: post@mahlgut-kunze.example</p>",
    "Newsletter": '<h1>Newsletter</h1><form method="post"><input type="email" name="email" placeholder="E-Mail-Adresse"><button class="knopf">Abonnieren</button></form>',
    "Kontaktformular": '<h1>Kontakt</h1><form method="post" class="feld"><label>Name<input name="n"></label><label>E-Mail<input name="e" type="email"></label><label>Kommentar<textarea name="k" rows="5"></textarea></label><button class="knopf kauf">Absenden</button></form>',
    "wishlist": "<h1>Merkzettel</h1><p>Ihr Merkzettel.</p>",
    "account": '<h1>Anmelden</h1><form method="post"><input name="username" placeholder="E-Mail"><input type="password" name="password" placeholder="Passwort"><button class="knopf">Anmelden</button></form>',
}
