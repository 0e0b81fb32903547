"""A German Java shop: the first page puts ``;jsessionid=`` into every link, and its home shows other products at each load.

A link read from one load may not exist in the next, and the same product has one address with the session id and one without.
"""

from __future__ import annotations

import random
import secrets
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

BOOKS: dict[int, tuple[str, str, str, int]] = {
    7101: ("Das Haus am Deich", "Insa Petersen", "22,00", 1),
    7102: ("Moorlichter", "Tjark Oltmanns", "14,00", 1),
    7103: ("Kleine Geschichte des Tees", "Wiebke Janssen", "18,90", 1),
    7104: ("Vogelzug", "Hanno Brandt", "24,00", 1),
    7105: ("Plattdeutsch für Anfänger", "Gesche Meyer", "12,50", 1),
    7106: ("Leuchttürme der Nordsee", "Fritz Harms", "39,95", 1),
    7107: ("Sturmflut 1962", "Elke Carstens", "16,00", 0),
    7108: ("Rezepte aus Ostfriesland", "Frauke de Vries", "19,95", 1),
}
KINDS = {
    "roman": ("Romane", [7101, 7102]),
    "sach": ("Sachbuch", [7103, 7104, 7105, 7107]),
    "bild": ("Bildbände & Kochen", [7106, 7108]),
}

CSS = """
body{font-family:Tahoma,Geneva,sans-serif;font-size:14px;margin:0;background:#e8ecef;color:#222}#seite{background:#fff;max-width:1000px;margin:0 auto;border:1px solid #c3ccd3;border-width:0 1px}#kopf{background:#2f4858;color:#fff;padding:14px 16px;overflow:auto}#kopf a{color:#fff}#kopf .r{float:right}#reiter{background:#86a5b4;padding:0 10px;display:flex;flex-wrap:wrap}
#reiter a{padding:9px 14px;color:#fff;text-decoration:none;font-weight:bold}#inhalt{padding:16px}.buch{display:inline-block;vertical-align:top;width:170px;margin:0 12px 20px 0}.buch a{color:#2f4858}.preis{color:#b00020;font-weight:bold}.aktion{background:#f2a900;border:1px solid #b77f00;padding:8px 18px;font:inherit;font-weight:bold;cursor:pointer;color:#222;text-decoration:none;display:inline-block}
.meldung{border:1px solid #5a5;background:#efe;padding:8px;margin-bottom:12px}.formular td{padding:4px}#fuss{padding:14px 16px;background:#eef2f4;font-size:12px}.formular input[type=text]{width:260px;max-width:60vw}@media(max-width:520px){#kopf .r{float:none;display:block;margin-top:8px}.buch{width:45%;margin-right:3%}#reiter a{padding:8px}}
"""


@dataclass
class App(Shop):
    """Buchhandlung Deichgraf."""

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        path, _, _ = r.path.partition(";")
        tail = ""
        if not r.session.get("bekannt"):
            r.session["bekannt"] = True
            tail = ";jsessionid=" + secrets.token_hex(16).upper() + ".node2"
        cart: dict[int, int] = r.session.setdefault("wk", {})
        shown = r.query.get("artnr", r.form.get("artnr", ""))
        number = int(shown) if shown.isdigit() else 0
        if path in ("/", "/start.do"):
            pick = random.sample(sorted(BOOKS), 4)
            return self._page(r, tail, "Willkommen", "<h2>Aus unseren Regalen</h2>" + self._list(tail, pick))
        if path == "/liste.do" and r.query.get("wg") in KINDS:
            title, numbers = KINDS[r.query["wg"]]
            return self._page(r, tail, title, f"<h2>{title}</h2>" + self._list(tail, numbers))
        if path == "/artikel.do" and number in BOOKS:
            return self._book(r, tail, number)
        if path == "/hinein.do" and r.method == "POST" and number in BOOKS and BOOKS[number][3]:
            cart[number] = cart.get(number, 0) + 1
            r.session["meldung"] = f"„{BOOKS[number][0]}“ liegt jetzt in Ihrem Korb."
            return redirect(f"/artikel.do?artnr={number}")
        if path == "/hinaus.do":
            cart.pop(number, None)
            return redirect("/korb.do")
        if path == "/korb.do":
            rows = "".join(
                f"<tr><td>{BOOKS[k][0]}</td><td>{n} Stk.</td><td>{BOOKS[k][2]} €</td><td><a href='/hinaus.do?artnr={k}'>entfernen</a></td></tr>"
                for k, n in cart.items()
            )
            body = (
                f"<table class='formular' border=1>{rows}</table><p><a class='aktion' href='/bestellung.do'>Weiter zur Bestellung</a></p>"
                if cart
                else "<p>Ihr Korb ist noch leer.</p>"
            )
            return self._page(r, tail, "Bücherkorb", f"<h2>Ihr Bücherkorb</h2>{body}")
        if path == "/bestellung.do":
            return self._order(r, tail, cart)
        texts = {
            "/widerruf.do": "<h2>Widerrufsbelehrung</h2><p>Sie können Ihre Vertragserklärung innerhalb von 14 Tagen ohne Angabe von Gründen widerrufen. Die Rücksendekosten übernehmen wir innerhalb Deutschlands. Den Kaufpreis erstatten wir spätestens 14 Tage nach Eingang Ihres Widerrufs.</p>",
            "/impressum.do": "<h2>Impressum</h2><p>Buchhandlung Deichgraf e. K., Am Markt 3, 26506 Norden<br>Tel. <a href='tel:+49493112345'>04931 12345</a>, <a href='mailto:laden@deichgraf.example'>laden@deichgraf.example</a><br>Mo–Fr 9–18 Uhr, Sa 9–13 Uhr</p>",
        }
        return self._page(r, tail, "Info", texts[path]) if path in texts else Response("Nicht gefunden", 404)

    def _page(self, r: Request, tail: str, title: str, body: str) -> Response:
        tabs = "".join(f'<a href="/liste.do{tail}?wg={k}">{v[0]}</a>' for k, v in KINDS.items())
        n = sum(r.session["wk"].values())
        return html(f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Buchhandlung Deichgraf - {title}</title><style>{CSS}</style></head><body><div id="seite">
<div id="kopf"><span class="r"><a href="/korb.do{tail}">Bücherkorb: {n} Artikel</a></span><a href="/start.do{tail}" style="font-size:20px;text-decoration:none">Buchhandlung Deichgraf</a></div><div id="reiter">{tabs}</div><div id="inhalt">{body}</div>
<div id="fuss"><a href="/widerruf.do{tail}">Widerrufsbelehrung</a> | <a href="/impressum.do{tail}">Impressum &amp; Kontakt</a> | Wir akzeptieren PayPal, Lastschrift und Rechnung. Versand 2,95 €, Bücher ab 20 € frei.</div></div></body></html>""")

    def _list(self, tail: str, numbers: list[int]) -> str:
        return "".join(
            f'<div class="buch"><a href="/artikel.do{tail}?artnr={n}"><svg viewBox="0 0 60 80" width="120"><rect x="6" y="4" width="48" height="72" fill="hsl({n * 53 % 360},35%,50%)"/><path d="M14 20h32M14 28h22" stroke="#fff" stroke-width="3"/></svg><br>{BOOKS[n][0]}</a><br>{BOOKS[n][1]}<br>'
            f'<span class="preis">{BOOKS[n][2]} €</span>{"" if BOOKS[n][3] else "<br>vergriffen"}</div>'
            for n in numbers
        )

    def _book(self, r: Request, tail: str, number: int) -> Response:
        title, author, price, stock = BOOKS[number]
        note = r.session.pop("meldung", "")
        form = (
            f"<form method='post' action='/hinein.do{tail}'><input type='hidden' name='artnr' value='{number}'><input class='aktion' type='submit' value='In den Bücherkorb'></form>"
            if stock
            else "<p>Vergriffen, Neuauflage unbestimmt.</p>"
        )
        return self._page(
            r,
            tail,
            title,
            (f"<div class='meldung'>{note}</div>" if note else "")
            + f"<h2>{title}</h2><p>{author}</p><p class='preis'>{price} €</p><p>inkl. MwSt., Buchpreisbindung</p>{form}<h3>Leserstimmen</h3><p>★★★★☆ „Liest sich wie Nebel über dem Watt.“ – M. K.</p>",
        )

    def _order(self, r: Request, tail: str, cart: dict[int, int]) -> Response:
        if not cart:
            return redirect("/korb.do")
        if r.method == "POST" and r.form.get("strasse") and r.form.get("mail"):
            self.orders += 1
            self.accounts += bool(r.form.get("kennwort"))
            cart.clear()
            return self._page(r, tail, "Danke", "<h2>Danke! Wir packen Ihr Paket.</h2>")
        names = [
            ("vor", "Vorname"),
            ("nach", "Nachname"),
            ("strasse", "Straße, Nr."),
            ("plz", "PLZ"),
            ("ort", "Wohnort"),
            ("mail", "E-Mail"),
        ]
        rows = "".join(f"<tr><td>{t}*</td><td><input type='text' name='{k}' required></td></tr>" for k, t in names)
        return self._page(
            r,
            tail,
            "Bestellung",
            f"<h2>Ihre Bestellung</h2><form method='post'><table class='formular'>{rows}<tr><td>Kennwort (freiwillig, wenn Sie ein Kundenkonto wünschen)</td><td><input type='password' name='kennwort'></td></tr>"
            "<tr><td>Zahlart</td><td><select name='zahl'><option>PayPal</option><option>Lastschrift</option><option>Rechnung</option></select></td></tr></table><input class='aktion' type='submit' value='Kostenpflichtig bestellen'></form>",
        )
