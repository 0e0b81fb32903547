"""A German shop for clubs on an old shop system: three boxes before the till, and all of them end in an account.

Prices are open and incl. VAT; the basket page follows adding; nothing is sold without a customer account.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

# number: name, cents, left, attribute values, category
ARTIKEL: dict[int, tuple[str, int, int, tuple[str, ...], str]] = {
    301: ("Vereinsfahne, bestickt, 120 × 180 cm", 42900, 3, ("Rot", "Blau", "Grün"), "fahnen"),
    318: ("Kassenbuch für Vereine, 80 Blatt", 1295, 55, (), "buero"),
    322: ("Wanderpokal „Eiche“, 32 cm", 5990, 0, (), "pokale"),
    327: ("Medaillen, 50 mm, 25 Stück", 3475, 18, (), "pokale"),
    340: ("Abstimmkarten, dreifarbig, 100 Stück", 1890, 40, (), "buero"),
}
GRUPPEN = {"fahnen": "Fahnen", "pokale": "Pokale & Medaillen", "buero": "Vereinsbüro"}
CSS = """body{margin:0;font:14px/1.55 "Trebuchet MS",Verdana,sans-serif;color:#2a2a2a;background:#f3f3ef}a{color:#7a1d1d}.huelle{max-width:1120px;margin:0 auto;background:#fff;border:1px solid #ddd}.metaleiste{display:flex;justify-content:flex-end;gap:18px;font-size:12px;padding:5px 16px;background:#7a1d1d}.metaleiste a{color:#fff;text-decoration:none}.kopfteil{display:flex;align-items:center;gap:24px;padding:18px 16px}.kopfteil .marke{font:bold 25px Georgia;color:#7a1d1d;text-decoration:none}.kopfteil form{flex:1;display:flex}.kopfteil form input{flex:1;padding:8px}.wk{border:1px solid #ccc;padding:8px 14px;text-decoration:none;white-space:nowrap}.reiter{display:flex;background:#e4e0d4}.reiter a{padding:10px 18px;text-decoration:none;color:#2a2a2a}.klappe{display:none}
.zweispaltig{display:grid;grid-template-columns:220px 1fr}.rand{padding:14px;border-right:1px solid #eee}.kasten{border:1px solid #d5d0c0;margin-bottom:14px}.kasten h4{margin:0;background:#e4e0d4;padding:6px 10px}.kasten>div{padding:10px}.haupt{padding:18px}.artikelzeile{display:grid;grid-template-columns:110px 1fr 150px;gap:16px;border-bottom:1px solid #e5e5e5;padding:14px 0;align-items:center}.btn{background:#7a1d1d;color:#fff;border:0;padding:9px 18px;font:bold 14px "Trebuchet MS";cursor:pointer;text-decoration:none;display:inline-block}.btn.grau{background:#8c8776}.ic{width:38px;height:34px;padding:0}.preis{font-weight:bold;font-size:16px}.preis small{font-weight:normal;display:block;font-size:11px}.rot{color:#b00}.gruen{color:#2c7a2c}
.dreier{display:grid;grid-template-columns:1fr 1fr 1fr;gap:16px}.dreier .kasten{margin:0;display:flex;flex-direction:column}.zl{display:block;margin:8px 0}.zl input,.zl select{display:block;width:100%;box-sizing:border-box;padding:7px}.fusszeile{background:#3b3833;color:#ddd;padding:20px 16px;display:flex;flex-wrap:wrap;gap:46px;font-size:13px}.fusszeile a{color:#fff}.fusszeile .siegel{border:1px solid #aaa;padding:2px 6px;margin-right:4px;font-size:11px}.oilcb{position:fixed;inset:0;background:#0007;display:flex;align-items:flex-end;justify-content:center;z-index:40}.oilcb>div{background:#fff;padding:22px;max-width:900px;margin:20px}
@media(max-width:768px){.zweispaltig,.dreier{grid-template-columns:1fr}.rand{display:none}.kopfteil{flex-wrap:wrap;gap:10px;padding:10px}.kopfteil form{order:5;flex-basis:100%}.kopfteil .marke{flex:1;font-size:19px}.klappe{display:block;background:#e4e0d4;border:0;padding:9px 12px;font-size:17px}.reiter{display:none}.reiter.auf{display:block}.reiter a{display:block}.wk .lang{display:none}.artikelzeile{grid-template-columns:80px 1fr}.artikelzeile>:last-child{grid-column:2}.metaleiste{justify-content:space-between;gap:8px}}"""
INHALT = {
    "kontakt": '<h1>Kontakt</h1><p>Rufen Sie uns an oder schreiben Sie uns.</p><form method="post"><label class="zl">Ihr Name<input name="n"></label><label class="zl">E-Mail<input name="e"></label><label class="zl">Nachricht<br><textarea name="t" rows="5" cols="30"></textarea></label><button class="btn">Absenden</button></form>',
    "widerruf": "<h1>Widerrufsrecht & Rückgabe</h1><p>Verbraucher haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Frist beträgt 14 Tage ab dem Tag, an dem Sie die letzte Ware in Besitz genommen haben. Senden Sie uns dazu eine eindeutige Erklärung per Brief oder E-Mail. Sie tragen die unmittelbaren Kosten der Rücksendung; die Rückzahlung erfolgt auf demselben Weg, auf dem Sie gezahlt haben.</p><p>Bestickte und gravierte Ware ist ausgenommen.</p>",
    "agb": "<h1>AGB</h1><p>Wir liefern an Vereine, Verbände, Behörden und andere juristische Personen sowie an deren Vertreter.</p>",
    "impressum": "<h1>Impressum</h1><p>Eichenkranz Vereinsbedarf GmbH, Marktgasse 9, 36037 Fulda, HRB 0000</p>",
    "versand": "<h1>Liefer- und Versandkosten</h1><p>Pauschal 5,90 €, ab 100 € frei.</p>",
}


def euro(c: int) -> str:
    return f"{c / 100:.2f} EUR".replace(".", ",")


def bild(nr: int) -> str:
    return f'<svg viewBox="0 0 50 50" width="90" aria-hidden="true"><circle cx="25" cy="20" r="13" fill="{("#c59b2d", "#7a1d1d", "#4b6a88")[nr % 3]}"/><path d="M18 31l-4 15 11-6 11 6-4-15" fill="#999"/></svg>'


@dataclass
class App(Shop):
    """Eichenkranz Vereinsbedarf, Fulda."""

    def seite(self, a: Request, titel: str, teil: str, status: int = 200) -> Response:
        menge = sum(a.session.get("wk", {}).values())
        reiter = "".join(f'<a href="/index.php?cat={k}">{n}</a>' for k, n in GRUPPEN.items())
        kasten = "" if "oil" in a.cookies else '<div class="oilcb" role="dialog" aria-modal="true"><div><b>Diese Webseite verwendet Cookies</b><p>Wir und unsere Partner verwenden Cookies für Statistik und zur Darstellung von Karten. Ihre Wahl können Sie jederzeit ändern.</p><button class="btn" onclick="oil(2)">Alle akzeptieren</button> <button class="btn grau" onclick="oil(1)">Nur notwendige</button> <a href="/info/impressum">Impressum</a></div></div>'  # fmt: skip
        return html(
            f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} | Eichenkranz Vereinsbedarf</title><style>{CSS}</style></head><body><div class="huelle"><div class="metaleiste"><a href="/login.php">Anmelden</a><a href="/wish_list.php">Merkzettel</a><a href="/info/kontakt">Kontakt</a></div><div class="kopfteil"><button class="klappe" onclick="document.querySelector(\'.reiter\').classList.toggle(\'auf\')" aria-label="Menü">☰</button><a class="marke" href="/">Eichenkranz</a><form action="/advanced_search_result.php"><input name="keywords" placeholder="Suche..." aria-label="Suche"><button class="btn ic" aria-label="Suchen">⌕</button></form><a class="wk" href="/shopping_cart.php"><span class="lang">Warenkorb: </span>{menge} Artikel</a></div><nav class="reiter">{reiter}</nav>'
            f'<div class="zweispaltig"><aside class="rand"><div class="kasten"><h4>Kategorien</h4><div>{reiter.replace("</a>", "</a><br>")}</div></div><div class="kasten"><h4>Newsletter</h4><div><form method="post" action="/newsletter.php"><input name="email" size="16" aria-label="E-Mail-Adresse"> <button class="btn">Anmelden</button></form></div></div></aside><main class="haupt">{teil}</main></div><footer class="fusszeile"><div>Eichenkranz Vereinsbedarf GmbH<br>Marktgasse 9<br>36037 Fulda</div><div><a href="/info/versand">Versandkosten</a><br><a href="/info/widerruf">Widerrufsrecht</a><br><a href="/info/agb">AGB</a><br><a href="/info/impressum">Impressum</a></div><div>Telefon 0661 555 18 20<br>Mo–Fr 9–16 Uhr<br><a href="mailto:info@eichenkranz.example">info@eichenkranz.example</a></div><div><span class="siegel">PayPal</span><span class="siegel">Vorkasse</span></div></footer></div>{kasten}<script>function oil(n){{document.cookie="oil="+n+";path=/;max-age=9000000";document.querySelector(".oilcb").remove()}}</script></body></html>',
            status,
        )

    def liste(self, gruppe: str = "", wort: str = "") -> str:
        aus = ""
        for nr, (name, cent, lager, werte, g) in ARTIKEL.items():
            if (gruppe and g != gruppe) or wort.lower() not in name.lower():
                continue
            knopf = f'<a class="btn grau" href="/product_info.php?id={nr}">Details</a>' if werte else f'<form method="post" action="/index.php?action=buy_now"><input type="hidden" name="id" value="{nr}"><input name="menge" value="1" size="2" aria-label="Anzahl"> <button class="btn ic" title="In den Warenkorb" aria-label="1 x {escape(name)} in den Warenkorb">🛒</button></form>'  # fmt: skip
            aus += f'<div class="artikelzeile"><a href="/product_info.php?id={nr}">{bild(nr)}</a><div><a href="/product_info.php?id={nr}"><b>{name}</b></a><br>{"<span class=gruen>● sofort lieferbar</span>" if lager else "<span class=rot>● ausverkauft</span>"}</div><div><span class="preis">{euro(cent)}<small>inkl. 19 % MwSt. zzgl. <a href="/info/versand">Versand</a></small></span>{knopf if lager else ""}</div></div>'
        return aus or "<p>Keine Artikel gefunden.</p>"

    def handle(self, a: Request) -> Response:
        wege = {"/": self.start, "/index.php": self.start, "/product_info.php": self.artikel, "/shopping_cart.php": self.korb, "/checkout_shipping.php": self.kasse, "/login.php": self.anmelden, "/create_account.php": self.neu}  # fmt: skip
        if a.path in wege:
            return wege[a.path](a)
        name = a.path.removeprefix("/info/")
        if name in INHALT:
            self.messages += a.method == "POST"
            return self.seite(a, name.title(), INHALT[name] if a.method == "GET" else "<p>Vielen Dank!</p>")
        if a.path == "/newsletter.php":
            self.messages += a.method == "POST"
            return self.seite(a, "Newsletter", "<p>Bitte bestätigen Sie Ihre Anmeldung.</p>")
        if a.path == "/advanced_search_result.php":
            wort = a.query.get("keywords", "")
            return self.seite(a, "Suche", f"<h1>Suche: {escape(wort)}</h1>{self.liste(wort=wort)}")
        if a.path == "/wish_list.php":
            if "nr" in a.form:
                a.session["mz"] = [*a.session.get("mz", []), a.form["nr"]]
            zeilen = "".join(f"<li>{ARTIKEL[int(n)][0]}</li>" for n in a.session.get("mz", []) if n.isdigit() and int(n) in ARTIKEL)  # fmt: skip
            return self.seite(a, "Merkzettel", f"<h1>Merkzettel</h1><ul>{zeilen or 'Ihr Merkzettel ist leer.'}</ul>")
        return self.seite(a, "404", "<h1>Seite nicht gefunden</h1>", 404)

    def start(self, a: Request) -> Response:
        if a.method == "POST":
            nr, werte = int(a.form.get("id", "0")), ARTIKEL.get(int(a.form.get("id", "0")))
            if not werte or not werte[2]:
                return redirect("/")
            wahl = a.form.get("farbe", "")
            if werte[3] and wahl not in werte[3]:
                return redirect(f"/product_info.php?id={nr}&fehlt=1")
            wk: dict[str, int] = a.session.setdefault("wk", {})
            menge = a.form.get("menge", "1")
            wk[f"{nr} {wahl}"] = wk.get(f"{nr} {wahl}", 0) + max(1, int(menge) if menge.isdigit() else 1)
            return redirect("/shopping_cart.php")
        cat = a.query.get("cat", "")
        return self.seite(a, "Vereinsbedarf", f"<h1>{GRUPPEN.get(cat, 'Unsere Empfehlungen')}</h1>{self.liste(cat)}")

    def artikel(self, a: Request) -> Response:
        nr = int(a.query["id"]) if a.query.get("id", "").isdigit() else 0
        if nr not in ARTIKEL:
            return self.seite(a, "404", "<h1>Artikel nicht gefunden</h1>", 404)
        name, cent, lager, werte, g = ARTIKEL[nr]
        farbe = f'<label class="zl">Farbe<select name="farbe"><option value="">Bitte wählen</option>{"".join(f"<option>{w}</option>" for w in werte)}</select></label>{"<p class=rot>Bitte wählen Sie eine Farbe.</p>" if "fehlt" in a.query else ""}' if werte else ""  # fmt: skip
        kauf = f'<form method="post" action="/index.php?action=add_product"><input type="hidden" name="id" value="{nr}">{farbe}<input name="menge" value="1" size="3" aria-label="Anzahl"> Stück <button class="btn">In den Warenkorb</button></form>' if lager else '<p class="rot">Zurzeit ausverkauft</p>'  # fmt: skip
        return self.seite(a, name, f'<p><a href="/">Startseite</a> » <a href="/index.php?cat={g}">{GRUPPEN[g]}</a></p><div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">{name}</h1>{bild(nr)}<p>Art.Nr.: VB-{nr}</p><p class="preis" itemprop="offers" itemscope itemtype="https://schema.org/Offer">{euro(cent)}<small>inkl. 19 % MwSt. zzgl. Versand</small><meta itemprop="price" content="{cent / 100}"><meta itemprop="priceCurrency" content="EUR"></p>{kauf}<form method="post" action="/wish_list.php"><input type="hidden" name="nr" value="{nr}"><button class="btn grau">Auf den Merkzettel</button></form><h3>Beschreibung</h3><p>Bewährt seit 1974.</p><h3>Kundenrezensionen</h3><p>Leider sind noch keine Bewertungen vorhanden.</p></div>')  # fmt: skip

    def korb(self, a: Request) -> Response:
        wk: dict[str, int] = a.session.setdefault("wk", {})
        wk.pop(a.query.get("weg", ""), None)
        z = "".join(f'<div class="artikelzeile"><span>{bild(int(k[:3]))}</span><span>{ARTIKEL[int(k[:3])][0]} {k[4:]}<br>{n} Stück <a href="?weg={k.replace(" ", "+")}">entfernen</a></span><span class="preis">{euro(ARTIKEL[int(k[:3])][1] * n)}</span></div>' for k, n in wk.items())  # fmt: skip
        return self.seite(a, "Warenkorb", f'<h1>Warenkorb</h1>{z}<p><a class="btn grau" href="/">Weiter einkaufen</a> <a class="btn" href="/checkout_shipping.php">Zur Kasse</a></p>' if z else "<h1>Warenkorb</h1><p>Ihr Warenkorb ist noch leer.</p>")  # fmt: skip

    def kasse(self, a: Request) -> Response:
        if not a.session.get("wk"):
            return redirect("/shopping_cart.php")
        if not a.session.get("kunde"):
            return redirect("/login.php?weiter=checkout")
        self.orders += a.method == "POST"
        return self.seite(a, "Kasse", '<h1>Versandinformationen</h1><form method="post"><button class="btn">Kaufen</button></form>')  # fmt: skip

    def anmelden(self, a: Request) -> Response:
        fehler = '<p class="rot">Keine Übereinstimmung der eingegebenen E-Mail-Adresse und des Passworts.</p>' if a.method == "POST" else ""  # fmt: skip
        return self.seite(a, "Anmeldung", f'<h1>Bitte melden Sie sich an</h1>{fehler}<div class="dreier"><div class="kasten"><h4>Ich bin Neukunde</h4><div><p>Durch Ihre Anmeldung bei uns sind Sie in der Lage, schneller zu bestellen, und kennen jederzeit den Status Ihrer Bestellungen.</p><a class="btn" href="/create_account.php">Weiter</a></div></div><div class="kasten"><h4>Verein, Verband oder Behörde</h4><div><p>Sie bestellen für eine juristische Person? Hinterlegen Sie Rechnungs- und Vertretungsdaten einmalig in Ihrem Konto. Auch Einzelbestellungen laufen über ein Kundenkonto.</p><a class="btn" href="/create_account.php?typ=j">Konto für Organisationen</a></div></div><div class="kasten"><h4>Ich bin bereits Kunde</h4><div><form method="post"><label class="zl">E-Mail-Adresse<input name="email"></label><label class="zl">Passwort<input type="password" name="pw"></label><button class="btn">Anmelden</button></form><p><a href="/info/kontakt">Passwort vergessen?</a></p></div></div></div>')  # fmt: skip

    def neu(self, a: Request) -> Response:
        if a.method == "POST" and a.form.get("email") and a.form.get("pw"):
            self.accounts += 1
            a.session["kunde"] = True
            return redirect("/checkout_shipping.php")
        namen = [("org", "Name der Organisation")] if a.query.get("typ") == "j" else []
        namen += [("vn", "Vorname"), ("nn", "Nachname"), ("str", "Straße/Nr."), ("plz", "PLZ"), ("ort", "Ort"), ("email", "E-Mail-Adresse"), ("tel", "Telefonnummer")]  # fmt: skip
        z = "".join(f'<label class="zl">{t}*<input name="{n}" required></label>' for n, t in namen)
        return self.seite(a, "Konto eröffnen", f'<h1>Informationen zu Ihrem Kundenkonto</h1><form method="post">{z}<label class="zl">Passwort*<input type="password" name="pw" required minlength="8"></label><label class="zl">Bestätigung*<input type="password" name="pw2" required></label><button class="btn">Konto eröffnen</button></form>')  # fmt: skip
