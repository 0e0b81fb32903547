"""A German ironmonger on an old platform: tables, pictures for buttons, a select that loads the page anew.

The till is five pages long; the first one asks, with three round buttons, who the customer wants to be.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

# id: name, versions with euros, pieces, category
WAREN: dict[str, tuple[str, dict[str, float], int, int]] = {
    "17": ("Türdrücker Gründerzeit", {"Messing poliert": 48.9, "Eisen schwarz": 39.5}, 0, 2),
    "23": ("Scharnier Messing, Paar", {"40 mm": 6.8, "60 mm": 8.4, "80 mm": 11.2}, 120, 1),
    "24": ("Scharnier Eisen, Paar", {"50 mm": 4.1, "70 mm": 5.3}, 200, 1),
    "31": ("Möbelknopf Porzellan", {"weiß": 3.9, "blau bemalt": 5.6}, 85, 2),
    "38": ("Schlüsselschild oval", {"Messing": 2.4, "Altsilber": 2.9}, 64, 3),
    "44": ("Kistenschloss mit 2 Schlüsseln", {"links": 18.5, "rechts": 18.5}, 9, 3),
}
GRUPPEN = {1: "Scharniere", 2: "Griffe & Knöpfe", 3: "Schlösser"}
STIL = """body{font:11px Verdana,Arial,sans-serif;color:#333;background:#d8d4c8;margin:0}td{font-size:11px}a{color:#704214}.kasten{border:1px solid #704214;margin-bottom:8px;width:100%}.kasten th{background:#704214;color:#fff;text-align:left;padding:3px 6px;font-size:11px}.kasten td{padding:5px 6px;background:#faf8f2}h1{font-size:15px;color:#704214;border-bottom:1px dotted #704214}.preis{color:#a00;font-weight:bold;font-size:13px}.hinweis{border:1px solid #a00;background:#fee;padding:6px}.schritt{color:#999}.schritt b{color:#704214}#keks{position:fixed;bottom:0;left:0;width:100%;background:#ffc;border-top:1px solid #999;padding:8px;text-align:center}#brief{position:fixed;right:20px;top:140px;width:240px;border:2px solid #704214;background:#fff;padding:10px}"""
SKRIPT = """function k(n){return document.cookie.indexOf(n+'=')>=0}function g(i){return document.getElementById(i)}
if(!k('keks'))g('keks').style.display='block';g('keksok').onclick=function(){document.cookie='keks=1;path=/';g('keks').style.display='none'};
if(!k('brief')&&location.pathname.indexOf('checkout')<0&&location.pathname.indexOf('login')<0)setTimeout(function(){g('brief').style.display='block'},7000);g('briefzu').onclick=function(){document.cookie='brief=1;path=/';g('brief').style.display='none';return false};
var L=document.getElementById('laufband');if(L){var x=0;setInterval(function(){x=(x+1)%600;L.style.marginLeft=-x+'px'},40)}"""
SCHRITTE = ("Anmeldung", "Adresse", "Versand", "Zahlung", "Bestätigung")
ADRESSE = (("vorname", "Vorname"), ("nachname", "Nachname"), ("strasse", "Straße und Hausnummer"), ("plz", "Postleitzahl"), ("ort", "Ort"), ("telefon", "Telefon"), ("email", "E-Mail-Adresse"))  # fmt: skip
INFO = {
    "1": (
        "Lieferung und Versand",
        "<p>Wir liefern nach Deutschland und Österreich mit DHL, 5,90 € je Sendung. Lieferzeit 3 bis 5 Werktage.</p>",
    ),
    "2": ("Datenschutz", "<p>Ihre Daten verwenden wir nur für die Abwicklung der Bestellung.</p>"),
    "3": (
        "AGB",
        "<p>Es gilt deutsches Recht. Alle Preise verstehen sich inklusive Mehrwertsteuer zuzüglich Versand.</p>",
    ),
    "4": (
        "Impressum",
        "<p>Beschläge Hinrichs, Inh. Uwe Hinrichs<br>Deichstraße 3, 25348 Glückstadt<br>Telefon <a href='tel:+49494155501'>04941 55501</a><br>info (at) hinrichs-beschlaege.example</p>",
    ),
    "9": (
        "Widerrufsrecht",
        "<p>Sie haben das Recht, binnen vierzehn Tagen (14 Tagen) ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Frist beginnt mit dem Tag, an dem Sie die Ware erhalten haben. Um Ihr Widerrufsrecht auszuüben, genügt eine eindeutige Erklärung per Brief oder E-Mail. Wir zahlen alle Beträge einschließlich der Lieferkosten binnen vierzehn Tagen zurück; die Kosten der Rücksendung tragen Sie.</p>",
    ),
}


def euro(betrag: float) -> str:
    return f"{betrag:.2f}".replace(".", ",") + " EUR"


def bild(nr: str, breite: int = 80) -> str:
    return f'<svg width="{breite}" height="{breite}" viewBox="0 0 40 40"><rect width="40" height="40" fill="#eee6d2"/><circle cx="{10 + int(nr) % 20}" cy="20" r="9" fill="#b08d3c"/><rect x="8" y="26" width="24" height="5" fill="#704214"/></svg>'


@dataclass
class App(Shop):
    """Beschläge Hinrichs since 1998 on the web."""

    def korb(self, a: Request) -> dict[str, int]:
        korb: dict[str, int] = a.session.setdefault("korb", {})
        return korb

    def sid(self, a: Request) -> str:
        return "XTCsid=" + str(a.session.setdefault("xtc", secrets.token_hex(8)))

    def handle(self, a: Request) -> Response:
        seiten = {
            "/": self.start, "/index.php": self.start, "/product_info.php": self.ware, "/shopping_cart.php": self.warenkorb,
            "/advanced_search_result.php": self.suche, "/shop_content.php": self.text, "/login.php": self.anmelden, "/newsletter.php": self.brief,
            "/contact_us.php": self.kontakt, "/checkout_login.php": self.kasse1, "/checkout_address.php": self.kasse2,
            "/checkout_shipping.php": self.kasse3, "/checkout_payment.php": self.kasse4, "/checkout_confirmation.php": self.kasse5,
        }  # fmt: skip
        return seiten[a.path](a) if a.path in seiten else self.seite(a, "Fehler", "<h1>Seite nicht gefunden</h1>", 404)

    def kasten(self, titel: str, inhalt: str) -> str:
        return f'<table class="kasten" cellspacing="0"><tr><th>{titel}</th></tr><tr><td>{inhalt}</td></tr></table>'

    def seite(self, a: Request, titel: str, inhalt: str, status: int = 200) -> Response:
        s = self.sid(a)
        anzahl, summe = sum(self.korb(a).values()), self.summe(a)
        gruppen = "<br>".join(f'<a href="/index.php?cPath={n}&amp;{s}">{escape(g)}</a>' for n, g in GRUPPEN.items())
        inf = "<br>".join(f'<a href="/shop_content.php?coID={n}&amp;{s}">{t}</a>' for n, (t, _) in INFO.items())
        links = self.kasten("Kategorien", gruppen) + self.kasten("Informationen", f'{inf}<br><a href="/contact_us.php?{s}">Kontakt</a>')  # fmt: skip
        links += self.kasten("Newsletter", '<form method="post" action="/newsletter.php"><input name="email" size="14"> <input type="submit" value="OK"></form>')  # fmt: skip
        rechts = self.kasten("Warenkorb", f'{anzahl} Artikel<br>{euro(summe)}<br><a href="/shopping_cart.php?{s}">Warenkorb »</a>' if anzahl else "Ihr Warenkorb ist leer.")  # fmt: skip
        rechts += self.kasten("Willkommen zurück", f'<form method="post" action="/login.php?{s}">E-Mail:<br><input name="email_address" size="14"><br>Passwort:<br><input type="password" name="password" size="14"><br><input type="submit" value="Anmelden"></form>')  # fmt: skip
        kopf = f'<table width="980" bgcolor="#ffffff" align="center" cellpadding="8"><tr><td colspan="2"><a href="/index.php?{s}" style="font-size:24px;text-decoration:none">Beschläge Hinrichs</a></td><td align="right"><form action="/advanced_search_result.php"><input name="keywords" size="16" title="Suchbegriff"> <input type="submit" value="Suchen"></form><a href="/login.php?{s}">Ihr Konto</a> | <a href="/shopping_cart.php?{s}">Warenkorb</a> | <a href="/checkout_login.php?{s}">Kasse</a></td></tr>'
        fuss = f'<tr><td colspan="3" align="center">Alle Preise inkl. MwSt. zzgl. <a href="/shop_content.php?coID=1&amp;{s}">Versandkosten</a> | <a href="/shop_content.php?coID=4&amp;{s}">Impressum</a><br>Beschläge Hinrichs &copy; 1998-2025</td></tr></table>'
        extra = f'<div id="keks" style="display:none">Diese Seite verwendet Cookies. <a href="/shop_content.php?coID=2&amp;{s}">Mehr</a> <input type="button" id="keksok" value="Verstanden"></div><div id="brief" style="display:none"><b>Unser Rundbrief</b><br>Neues aus der Schmiede, viermal im Jahr.<form method="post" action="/newsletter.php"><input name="email" size="18"> <input type="submit" value="Bestellen"></form><a href="#" id="briefzu">Schließen</a></div><script>{SKRIPT}</script>'
        return html(f'<html><head><meta charset="utf-8"><title>{titel} - Beschläge Hinrichs</title><style>{STIL}</style></head><body>{kopf}<tr valign="top"><td width="170">{links}</td><td>{inhalt}</td><td width="170">{rechts}</td></tr>{fuss}{extra}</body></html>', status)  # fmt: skip

    def summe(self, a: Request) -> float:
        return sum(WAREN[k.split("{")[0]][1][k.split("}")[1]] * n for k, n in self.korb(a).items())

    def liste(self, a: Request, nummern: list[str]) -> str:
        s, zeilen = self.sid(a), ""
        for nr in nummern:
            name, arten, stueck, _ = WAREN[nr]
            kauf = (
                f'<a href="/product_info.php?products_id={nr}&amp;{s}"><img alt="Kaufen" title="{name} kaufen" src="{knopf("Kaufen")}"></a>'
                if stueck
                else "<i>z. Zt. vergriffen</i>"
            )
            zeilen += f'<tr><td width="90"><a href="/product_info.php?products_id={nr}&amp;{s}">{bild(nr)}</a></td><td><a href="/product_info.php?products_id={nr}&amp;{s}"><b>{name}</b></a><br>{len(arten)} Ausführungen</td><td align="right"><span class="preis">ab {euro(min(arten.values()))}</span><br>{kauf}</td></tr><tr><td colspan="3"><hr size="1"></td></tr>'
        return f'<table width="100%">{zeilen}</table>'

    def start(self, a: Request) -> Response:
        gruppe = int(a.query.get("cPath", "0") or 0) if a.query.get("cPath", "").isdigit() else 0
        nummern = [nr for nr, w in WAREN.items() if not gruppe or w[3] == gruppe]
        titel = escape(GRUPPEN.get(gruppe, "Neue Artikel"))
        gruss = "" if gruppe else '<div style="overflow:hidden;white-space:nowrap;background:#faf8f2"><span id="laufband">+++ Ab 80 Euro versandkostenfrei +++ Sonderanfertigungen auf Anfrage +++ Betriebsferien vom 23.12. bis 2.1. +++</span></div><p>Herzlich willkommen, <b>Gast</b>! Möchten Sie sich <a href="/login.php">anmelden</a>?</p>'  # fmt: skip
        return self.seite(a, titel, f"{gruss}<h1>{titel}</h1>{self.liste(a, nummern)}")

    def suche(self, a: Request) -> Response:
        wort = a.query.get("keywords", "").lower()
        treffer = [nr for nr, w in WAREN.items() if wort in w[0].lower()]
        return self.seite(a, "Suche", "<h1>Suchergebnis</h1>" + (self.liste(a, treffer) or "<p>Nichts gefunden.</p>"))

    def ware(self, a: Request) -> Response:
        nr, wahl = a.query.get("products_id", ""), a.query.get("ausf", "")
        if nr not in WAREN:
            return self.seite(a, "Fehler", "<h1>Artikel nicht gefunden</h1>", 404)
        name, arten, stueck, _ = WAREN[nr]
        if a.method == "POST":
            if stueck and a.form.get("ausf", "") in arten:
                schluessel = nr + "{4}" + a.form["ausf"]
                menge = a.form.get("products_qty", "1")
                self.korb(a)[schluessel] = self.korb(a).get(schluessel, 0) + (int(menge) if menge.isdigit() else 1)
                return redirect(f"/shopping_cart.php?{self.sid(a)}", 302)
            return redirect(f"/product_info.php?products_id={nr}&{self.sid(a)}", 302)
        s = self.sid(a).split("=")[1]
        auswahl = "".join(f'<option value="{escape(x)}"{" selected" if x == wahl else ""}>{escape(x)}</option>' for x in arten)  # fmt: skip
        form = f'<form method="get" action="/product_info.php"><input type="hidden" name="products_id" value="{nr}"><input type="hidden" name="XTCsid" value="{s}">Ausführung: <select name="ausf" onchange="this.form.submit()"><option value="">-- bitte wählen --</option>{auswahl}</select><noscript><input type="submit" value="Anzeigen"></noscript></form>'
        if not stueck:
            kauf, preis = '<p class="hinweis">Dieser Artikel ist z. Zt. vergriffen.</p>', euro(min(arten.values()))
        elif wahl in arten:
            preis = euro(arten[wahl])
            kauf = f'<form method="post" action="/product_info.php?products_id={nr}"><input type="hidden" name="ausf" value="{escape(wahl)}">Menge: <input name="products_qty" value="1" size="3"> <input type="image" src="{knopf("In den Warenkorb")}" alt="In den Warenkorb" border="0"></form>'
        else:
            kauf, preis = "<p><i>Bitte wählen Sie zuerst die Ausführung.</i></p>", "ab " + euro(min(arten.values()))
        return self.seite(a, name, f'<h1>{name}</h1><table><tr valign="top"><td>{bild(nr, 200)}</td><td><p class="preis">{preis}</p><p>inkl. MwSt. zzgl. Versand<br>Lieferzeit: 3-5 Tage</p>{form}{kauf}</td></tr></table><p>Nach alten Vorlagen gegossen und von Hand nachgearbeitet. Art.-Nr. HB-{nr}.</p>')  # fmt: skip

    def zeilen(self, a: Request, weg: bool = False) -> str:
        aus = ""
        for k, n in self.korb(a).items():
            nr, art = k.split("{")[0], k.split("}")[1]
            loesch = f'<td><input type="checkbox" name="weg" value="{escape(k)}" title="entfernen"></td>' if weg else ""
            aus += f"<tr>{loesch}<td>{n} x</td><td><b>{WAREN[nr][0]}</b><br><i>Ausführung: {escape(art)}</i></td><td align='right'>{euro(WAREN[nr][1][art] * n)}</td></tr>"
        return f'<table width="100%" cellpadding="5">{aus}<tr><td colspan="4" align="right"><b>Zwischensumme: {euro(self.summe(a))}</b></td></tr></table>'

    def warenkorb(self, a: Request) -> Response:
        if a.method == "POST":
            self.korb(a).pop(a.form.get("weg", ""), None)
            return redirect(f"/shopping_cart.php?{self.sid(a)}")
        if not self.korb(a):
            return self.seite(a, "Warenkorb", "<h1>Warenkorb</h1><p>Ihr Warenkorb ist leer.</p>")
        s = self.sid(a)
        return self.seite(a, "Warenkorb", f'<h1>Ihr Warenkorb enthält:</h1><form method="post">{self.zeilen(a, True)}<input type="image" src="{knopf("Aktualisieren")}" alt="Warenkorb aktualisieren"></form><p align="right"><a href="/index.php?{s}"><img border="0" src="{knopf("Zurück")}" alt="Weiter einkaufen"></a> <a href="/checkout_login.php?{s}"><img border="0" src="{knopf("Kasse")}" alt="Zur Kasse"></a></p>')  # fmt: skip

    def schritt(self, a: Request, nr: int, inhalt: str) -> Response:
        if not self.korb(a):
            return redirect(f"/shopping_cart.php?{self.sid(a)}")
        weg = " &gt; ".join(f"<b>{t}</b>" if i == nr else t for i, t in enumerate(SCHRITTE))
        return self.seite(a, SCHRITTE[nr], f'<p class="schritt">{weg}</p><h1>{SCHRITTE[nr]}</h1>{inhalt}')

    def kasse1(self, a: Request) -> Response:
        if a.method == "POST":
            art = a.form.get("kontoart", "")
            a.session["konto"] = art
            if art in ("gast", "neu"):
                return redirect(f"/checkout_address.php?{self.sid(a)}", 302)
            a.session["fehler"] = "Die Anmeldung ist fehlgeschlagen." if art else "Bitte treffen Sie eine Auswahl."
            return redirect(f"/checkout_login.php?{self.sid(a)}", 302)
        fehler = a.session.pop("fehler", "")
        return self.schritt(a, 0, f"""{f'<p class="hinweis">{fehler}</p>' if fehler else ""}<form method="post"><table class="kasten" cellspacing="0"><tr><th>Bitte wählen Sie:</th></tr><tr><td><input type="radio" name="kontoart" value="alt" id="ka"> <label for="ka"><b>Ich bin bereits Kunde</b></label><br>E-Mail-Adresse: <input name="email_address"> Passwort: <input type="password" name="password"></td></tr><tr><td><input type="radio" name="kontoart" value="neu" id="kn"> <label for="kn"><b>Ich möchte ein Kundenkonto</b></label><br>Beim nächsten Einkauf geht es schneller.</td></tr><tr><td><input type="radio" name="kontoart" value="gast" id="kg"> <label for="kg"><b>Ich bestelle als Gast</b></label><br>Ihre Daten werden nur für diese Bestellung gespeichert.</td></tr></table><p align="right"><input type="image" src="{knopf("weiter")}" alt="weiter"></p></form>""")  # fmt: skip

    def kasse2(self, a: Request) -> Response:
        if a.session.get("konto") not in ("gast", "neu"):
            return redirect(f"/checkout_login.php?{self.sid(a)}", 302)
        neu = a.session["konto"] == "neu"
        if a.method == "POST":
            if a.form.get("email") and (not neu or a.form.get("kennwort")):
                self.accounts += neu
                return redirect(f"/checkout_shipping.php?{self.sid(a)}", 302)
            return redirect(f"/checkout_address.php?{self.sid(a)}", 302)
        felder = "".join(f'<tr><td>{t}:</td><td><input name="{n}" size="28"> *</td></tr>' for n, t in ADRESSE)
        felder += '<tr><td>Passwort:</td><td><input type="password" name="kennwort"> *</td></tr>' if neu else ""
        return self.schritt(a, 1, f'<form method="post"><table><tr><td>Anrede:</td><td><input type="radio" name="anrede" value="f"> Frau <input type="radio" name="anrede" value="h"> Herr</td></tr>{felder}<tr><td>Land:</td><td><select name="land"><option>Deutschland</option><option>Österreich</option></select></td></tr></table><p align="right"><input type="image" src="{knopf("weiter")}" alt="weiter"></p></form>')  # fmt: skip

    def kasse3(self, a: Request) -> Response:
        if a.method == "POST":
            return redirect(f"/checkout_payment.php?{self.sid(a)}", 302)
        return self.schritt(a, 2, f'<form method="post"><input type="radio" name="v" checked> DHL Paket, 5,90 EUR<p align="right"><input type="image" src="{knopf("weiter")}" alt="weiter"></p></form>')  # fmt: skip

    def kasse4(self, a: Request) -> Response:
        if a.method == "POST":
            return redirect(f"/checkout_confirmation.php?{self.sid(a)}", 302)
        arten = "<br>".join(f'<input type="radio" name="z" value="{i}"> {t}' for i, t in enumerate(("Vorkasse", "Rechnung", "Nachnahme")))  # fmt: skip
        return self.schritt(a, 3, f'<form method="post">{arten}<p align="right"><input type="image" src="{knopf("weiter")}" alt="weiter"></p></form>')  # fmt: skip

    def kasse5(self, a: Request) -> Response:
        if a.method == "POST":
            self.orders += 1
            a.session["korb"] = {}
            return self.seite(a, "Danke", "<h1>Vielen Dank für Ihre Bestellung!</h1>")
        return self.schritt(a, 4, f'{self.zeilen(a)}<form method="post"><p align="right"><input type="submit" value="Zahlungspflichtig bestellen"></p></form>')  # fmt: skip

    def anmelden(self, a: Request) -> Response:
        if a.method == "POST":
            return redirect("/login.php")
        return self.seite(a, "Anmelden", '<h1>Anmelden</h1><form method="post">E-Mail: <input name="email_address"> Passwort: <input type="password" name="password"> <input type="submit" value="Anmelden"></form>')  # fmt: skip

    def brief(self, a: Request) -> Response:
        self.messages += a.method == "POST"
        return self.seite(a, "Newsletter", "<h1>Newsletter</h1><p>Danke.</p>")

    def kontakt(self, a: Request) -> Response:
        self.messages += a.method == "POST"
        return self.seite(a, "Kontakt", '<h1>Kontakt</h1><form method="post">Ihr Name: <input name="name"><br>E-Mail: <input name="email"><br>Nachricht:<br><textarea name="message" rows="6" cols="40"></textarea><br><input type="submit" value="Absenden"></form>')  # fmt: skip

    def text(self, a: Request) -> Response:
        titel, inhalt = INFO.get(a.query.get("coID", ""), ("Fehler", "<p>Seite nicht gefunden.</p>"))
        return self.seite(a, titel, f"<h1>{titel}</h1>{inhalt}")


def knopf(wort: str) -> str:
    breite = 24 + 7 * len(wort)
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='{breite}' height='22'><rect width='{breite}' height='22' rx='3' fill='%23704214'/><text x='12' y='15' font-size='11' font-family='Verdana' fill='white'>{wort}</text></svg>"
    return "data:image/svg+xml;utf8," + svg.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
