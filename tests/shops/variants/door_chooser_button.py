"""Three columns wait before the till: existing customer, new customer, and a button "Ohne Kundenkonto fortfahren" that posts a form.

The new-customer column is a whole registration form that stands open, so that the page looks like a forced registration at first sight.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

WAREN: dict[str, dict[str, str]] = {
    "SW10012": {"name": "Vollholz-Schneidebrett Nuss", "preis": "69,00", "kat": "kueche", "farbe": "#6b4226"},
    "SW10013": {"name": "Salatbesteck Olive", "preis": "24,90", "kat": "kueche", "farbe": "#a89f68"},
    "SW10020": {"name": "Garderobenhaken, 4er", "preis": "39,50", "kat": "flur", "farbe": "#b08968"},
    "SW10021": {"name": "Schuhlöffel Esche 60 cm", "preis": "18,90", "kat": "flur", "farbe": "#dcc7a1"},
    "SW10033": {"name": "Kinderhocker Buche", "preis": "89,00", "kat": "kinder", "farbe": "#e6b17e"},
}
KATS = {"kueche": "Küche", "flur": "Flur", "kinder": "Kinder"}
CSS = """body{margin:0;font:14px/24px "Open Sans","Helvetica Neue",Arial,sans-serif;color:#5f7285;background:#f5f5fa}.container{max-width:1160px;
margin:0 auto;padding:0 16px;background:#fff}.header-main{display:flex;align-items:center;padding:18px 0;gap:20px}.logo--shop{font-size:24px;
color:#2c1d11;text-decoration:none;flex:1}.navigation--list{display:flex;list-style:none;margin:0;padding:0;gap:26px;border-bottom:2px solid #d9400b}
.navigation--list a{color:#5f7285;line-height:44px;text-decoration:none}.listing{display:flex;flex-wrap:wrap}.box--article{width:25%;padding:10px;
box-sizing:border-box}.box--article a{color:#5f7285;text-decoration:none}.image--media{display:block}.image--media img{width:100%;display:block}.btn{border-radius:3px;padding:6px
16px;border:1px solid #dadae5;background:#fff;cursor:pointer;font:inherit;text-decoration:none;color:#5f7285;display:inline-block}.is--primary{
background:#d9400b;border:0;color:#fff;font-weight:700}.is--large{line-height:32px}.register--content{display:flex;gap:16px}.register--content>div{
flex:1;border:1px solid #dadae5;padding:18px}.register--field{display:block;width:100%;box-sizing:border-box;margin-bottom:10px;padding:8px;
border:1px solid #dadae5;font:inherit}.offcanvas{position:fixed;top:0;right:-420px;width:400px;max-width:100%;height:100%;background:#fff;
box-shadow:0 0 10px #0006;transition:right .3s;padding:16px;box-sizing:border-box;z-index:9}.offcanvas.is--open{right:0}.prod{display:flex;gap:30px}
.prod>*{flex:1}.entry--menu{display:none}.footer-main{padding:24px 0;border-top:1px solid #dadae5;margin-top:30px}html{overflow-x:hidden}
@media(max-width:48em){.header-main{flex-wrap:wrap;gap:10px}.box--article{width:50%}.register--content,.prod{display:block}.entry--menu{display:block}.navigation--list{display:none}
.navigation--list.open{display:block}}"""


def holzbild(colour: str) -> str:
    """Draw a wooden thing."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="20" height="20" fill="#faf7f2"/><rect x="3" y="5" width="14" height="10" rx="1" fill="{colour}"/></svg>'
    )


@dataclass
class App(Shop):
    """A joiner's shop in the Black Forest."""

    def seite(self, request: Request, titel: str, inhalt: str, status: int = 200) -> Response:
        """Dress a page."""
        korb = request.session.get("sBasket", {})
        offen = request.session.pop("offen", False)
        zeilen = "".join(f"<p>{n} × {WAREN[w]['name']} <b>{WAREN[w]['preis']} €*</b></p>" for w, n in korb.items())
        lade = (
            f'<div class="offcanvas{" is--open" if offen else ""}"><button class="btn" '
            "onclick=\"this.parentNode.classList.remove('is--open')\">✕ Schließen</button>"
            f"<h3>Der Artikel wurde erfolgreich hinzugefügt</h3>{zeilen}"
            '<p><a class="btn is--primary" href="/checkout/confirm">Zur Kasse</a></p><p><a class="btn" href="/checkout/cart">Warenkorb bearbeiten</a>'
            "</p></div>"
            if offen
            else ""
        )
        nav = "".join(f'<li><a href="/{k}/">{v}</a></li>' for k, v in KATS.items())
        return html(
            f'<!DOCTYPE html><html class="no-js" lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, '
            f'initial-scale=1.0"><title>{titel} | Holzwerk Schwarzwald</title><style>{CSS}</style></head><body><div class="container"><header '
            'class="header-main"><button class="btn entry--menu" '
            "onclick=\"document.querySelector('.navigation--list').classList.toggle('open')\">Menü</button>"
            '<a class="logo--shop" href="/">Holzwerk Schwarzwald</a><form action="/search"><input type="search" name="sSearch" size="12" '
            'placeholder="Suchbegriff..."></form><a class="btn" href="/note" title="Merkzettel">♥</a><a class="btn" href="/checkout/cart" '
            f'title="Warenkorb">🛒 {sum(korb.values())}</a></header><ul class="navigation--list">{nav}</ul>{inhalt}<footer class="footer-main"><p>'
            'Service Hotline: <a href="tel:+49765155501">07651 5550-1</a>, Mo–Fr 9–17 Uhr</p><p><a href="/widerrufsrecht">Widerrufsrecht</a> · <a '
            'href="/impressum">Impressum</a></p><p>* Alle Preise inkl. gesetzl. Mehrwertsteuer zzgl. Versandkosten</p></footer></div>'
            f"{lade}</body></html>",
            status,
        )

    def liste(self, kat: str = "", wort: str = "") -> str:
        """List goods."""
        return (
            '<div class="listing">'
            + "".join(
                f'<div class="box--article"><a href="/detail/{w}"><span class="image--media"><img alt="{d["name"]}" src="{holzbild(d["farbe"])}"></span>{d["name"]}<br><b>'
                f"{d['preis']} €*</b></a></div>"
                for w, d in WAREN.items()
                if kat in ("", d["kat"]) and wort.lower() in d["name"].lower()
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        pfad = request.path.strip("/")
        if pfad in KATS:
            return self.seite(request, KATS[pfad], f"<h1>{KATS[pfad]}</h1>" + self.liste(pfad))
        if pfad.startswith("detail/") and pfad[7:] in WAREN:
            return self.detail(request, pfad[7:])
        ziel = {"": self.start, "search": self.suche, "checkout/cart": self.korb, "checkout/confirm": self.confirm, "register": self.register,
                "register/guest": self.gast, "account": self.account, "widerrufsrecht": self.widerruf, "impressum": self.impressum,
                "note": self.merkzettel}  # fmt: skip
        return ziel[pfad](request) if pfad in ziel else self.seite(request, "404", "<h1>Seite nicht gefunden</h1>", 404)

    def start(self, request: Request) -> Response:
        return self.seite(request, "Möbel und mehr", "<h1>Aus heimischem Holz</h1>" + self.liste())

    def suche(self, request: Request) -> Response:
        return self.seite(request, "Suche", "<h1>Ihre Suche</h1>" + self.liste(wort=request.query.get("sSearch", "")))

    def merkzettel(self, request: Request) -> Response:
        return self.seite(
            request, "Merkzettel", "<h1>Merkzettel</h1><p>Es befinden sich keine Artikel auf dem Merkzettel.</p>"
        )

    def detail(self, request: Request, nr: str) -> Response:
        """Show an article, or add it and open the layer."""
        d = WAREN[nr]
        if request.method == "POST":
            korb = request.session.setdefault("sBasket", {})
            korb[nr] = korb.get(nr, 0) + 1
            request.session["offen"] = True
            return redirect(f"/detail/{nr}")
        return self.seite(
            request,
            d["name"],
            (
                f'<div class="prod"><span class="image--media"><img alt="{d["name"]}" src="{holzbild(d["farbe"])}"></span><div><h1>{d["name"]}</h1><p><b '
                f'style="font-size:24px">{d["preis"]} €*</b></p><p>Sofort versandfertig, Lieferzeit 2-4 Tage</p><form method="post"><button class="btn '
                f'is--primary is--large">In den <span>Warenkorb</span></button></form><p>Artikel-Nr.: {nr}</p><h3>Bewertungen</h3><p>★★★★★ 4,8 (12)</p>'
                "</div></div>"
            ),
        )

    def korb(self, request: Request) -> Response:
        """Show the cart page."""
        korb = request.session.get("sBasket", {})
        if request.method == "POST":
            korb.pop(request.form.get("weg", ""), None)
        if not korb:
            return self.seite(request, "Warenkorb", "<h1>Warenkorb</h1><p>Ihr Warenkorb ist leer.</p>")
        zeilen = "".join(
            f'<p>{WAREN[w]["name"]}: {n} <button name="weg" value="{w}">Löschen</button></p>' for w, n in korb.items()
        )
        return self.seite(
            request,
            "Warenkorb",
            (
                f'<h1>Warenkorb</h1><form method="post">{zeilen}</form><p><a class="btn is--primary" href="/checkout/confirm">Zur Kasse</a></p>'
            ),
        )

    def confirm(self, request: Request) -> Response:
        """Show the last page, or send the visitor to the three columns."""
        if not request.session.get("sBasket"):
            return redirect("/checkout/cart")
        if not request.session.get("anschrift"):
            return redirect("/register")
        if request.method == "POST":
            self.orders += 1
            request.session["sBasket"] = {}
            return self.seite(request, "Danke", "<h1>Vielen Dank für Ihre Bestellung!</h1>")
        return self.seite(
            request,
            "Bestätigen",
            (
                '<h1>Prüfen und bestellen</h1><form method="post"><p><label><input type="radio" name="z" checked> Rechnung</label> <label><input '
                'type="radio" name="z"> PayPal</label></p><button class="btn is--primary is--large">Zahlungspflichtig bestellen</button></form>'
            ),
        )

    def register(self, request: Request) -> Response:
        """Show the three columns."""
        if request.method == "POST" and request.form.get("password"):
            self.accounts += 1
            request.session["anschrift"] = True
            return redirect("/checkout/confirm")
        felder = "".join(f'<input class="register--field" name="{k}" placeholder="{v}*" required>' for k, v in (("vorname", "Vorname"), ("nachname",
                         "Nachname"), ("email", "E-Mail-Adresse")))  # fmt: skip
        return self.seite(
            request,
            "Anmelden",
            (
                '<div class="register--content"><div><h2>Ich bin bereits Kunde</h2><form method="post" action="/account"><input class="register--field" '
                'name="email" placeholder="E-Mail-Adresse"><input class="register--field" type="password" name="pw" placeholder="Passwort"><button '
                f'class="btn is--primary">Anmelden</button></form></div><div><h2>Ich bin Neukunde</h2><form method="post">{felder}<input '
                'class="register--field" type="password" name="password" placeholder="Ihr Passwort*" required><button class="btn is--primary">Weiter'
                '</button></form></div><div><h2>Schnell und einfach</h2><p>Sie möchten sich nicht registrieren?</p><form method="post" '
                'action="/register/guest"><button class="btn is--large">Ohne Kundenkonto fortfahren</button></form></div></div>'
            ),
        )

    def gast(self, request: Request) -> Response:
        """Show the guest's address form, or keep the address."""
        if request.form.get("email"):
            request.session["anschrift"] = True
            return redirect("/checkout/confirm")
        felder = "".join(f'<input class="register--field" name="{k}" placeholder="{v}*" required>' for k, v in (("vorname", "Vorname"), ("nachname",
                         "Nachname"), ("email", "E-Mail-Adresse"), ("strasse", "Straße und Nr."), ("plz", "PLZ"), ("ort", "Ort")))  # fmt: skip
        return self.seite(
            request,
            "Ihre Anschrift",
            (
                '<h1>Ihre Anschrift</h1><form method="post" action="/register/guest"><select class="register--field" name="anrede" aria-label="Anrede">'
                f'<option value="">Anrede*</option><option>Frau</option><option>Herr</option><option>Divers</option></select>{felder}<select '
                'class="register--field" name="land" aria-label="Land"><option>Deutschland</option><option>Österreich</option></select><label><input '
                'type="checkbox" name="abw"> Die Lieferadresse weicht ab</label><p><button class="btn is--primary is--large">Weiter</button></p></form>'
            ),
        )

    def account(self, request: Request) -> Response:
        return self.seite(request, "Anmelden", "<p>Ihre Zugangsdaten konnten keinem Benutzer zugeordnet werden.</p>")

    def widerruf(self, request: Request) -> Response:
        return self.seite(
            request,
            "Widerrufsrecht",
            (
                "<h1>Widerrufsrecht</h1><p>Sie können Ihre Vertragserklärung innerhalb von 14 Tagen ohne Angabe von Gründen in Textform oder durch "
                "Rücksendung der Sache widerrufen. Die Frist beginnt nach Erhalt der Ware. Der Widerruf ist zu richten an: Holzwerk Schwarzwald GmbH, "
                "Sägeweg 3, 79822 Titisee-Neustadt. Die Kosten der Rücksendung tragen wir.</p>"
            ),
        )

    def impressum(self, request: Request) -> Response:
        return self.seite(
            request,
            "Impressum",
            (
                "<h1>Impressum</h1><p>Holzwerk Schwarzwald GmbH, Sägeweg 3, 79822 Titisee-Neustadt, HRB 70555 Freiburg, "
                'E-Mail: <a href="mailto:post@holzwerk.example">post@holzwerk.example</a></p>'
            ),
        )
