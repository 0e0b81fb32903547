"""Products of this German hardware shop are reached only by the category menu, through a page of subcategories without any price.

The home page sells no product: it has brand logos and a text. The door is a chooser with login, account or guest.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

TOP = {"befestigung": "Befestigung", "beschlaege": "Beschläge", "werkzeug": "Werkzeug"}
SUB = {
    "holzschrauben": ("befestigung", "Holzschrauben"),
    "duebel": ("befestigung", "Dübel"),
    "scharniere": ("beschlaege", "Scharniere"),
    "bits": ("werkzeug", "Bits und Bohrer"),
}
ARTICLES: dict[str, tuple[str, str, str, int]] = {
    "100231": ("Spanplattenschraube 4,0 × 40, 200 Stück", "holzschrauben", "8,49", 60),
    "100245": ("Terrassenschraube A2 5,0 × 60, 100 Stück", "holzschrauben", "21,90", 33),
    "100310": ("Universaldübel 8 mm, 50 Stück", "duebel", "4,95", 80),
    "200120": ("Topfscharnier 110°, vernickelt", "scharniere", "3,29", 140),
    "300077": ("Bit-Satz TX 10–40, 10-teilig", "bits", "12,50", 17),
}

STYLE = """
body{margin:0;font:14px/1.5 Arial,Helvetica,sans-serif;color:#333;background:#fff}.container{max-width:1140px;margin:0 auto;padding:0 15px}
.row{display:flex;flex-wrap:wrap;margin:0 -15px}.col-3{width:25%;padding:0 15px;box-sizing:border-box}.col-9{width:75%;padding:0 15px;box-sizing:border-box}
.col-4{width:33.33%;padding:10px 15px;box-sizing:border-box}.navbar{background:#f5c400;padding:14px 0;margin-bottom:20px}.navbar .row{align-items:center}.navbar-brand{font-size:24px;font-weight:bold;color:#222;text-decoration:none}
.list-group{border:1px solid #ddd}.list-group a{display:block;padding:10px 14px;border-bottom:1px solid #eee;color:#333;text-decoration:none}.list-group .sub{padding-left:30px;font-size:13px}
.panel{border:1px solid #ddd;padding:14px;text-align:center;height:100%;box-sizing:border-box}.panel a{color:#004a80;text-decoration:none}.price{font-size:20px;color:#c00}.btn{display:inline-block;padding:9px 16px;border:1px solid #bbb;background:#f3f3f3;color:#333;
text-decoration:none;font:inherit;cursor:pointer}.btn-primary{background:#004a80;border-color:#004a80;color:#fff}.alert{background:#dff0d8;padding:12px;margin-bottom:14px;border:1px solid #bcd9a9}.form-group{margin-bottom:10px}.form-group input,.form-group select{width:100%;padding:8px;box-sizing:border-box}
.well{background:#f7f7f7;padding:16px;margin-bottom:14px}footer{background:#333;color:#ccc;padding:24px 0;margin-top:40px}footer a{color:#fff;margin-right:14px}.table td{padding:8px;border-bottom:1px solid #ddd}.mobi{display:none}.search{display:flex}
@media(max-width:767px){.col-3,.col-9,.col-4{width:100%}.desk{display:none}.mobi{display:block}.mobi summary{padding:12px 15px;background:#222;color:#fff;margin-bottom:12px}.navbar{margin-bottom:0}}
"""


@dataclass
class App(Shop):
    """Schraubenkontor Hagen."""

    def _page(self, r: Request, title: str, main: str) -> Response:
        links = ""
        here = r.path.strip("/").split("/")
        for key, name in TOP.items():
            links += f'<a href="/{key}/">{name}</a>'
            if here[0] == key:
                links += "".join(f'<a class="sub" href="/{key}/{s}/">{v[1]}</a>' for s, v in SUB.items() if v[0] == key)
        n = sum(r.session.get("wk", {}).values())
        return html(f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>{title} - Schraubenkontor Hagen</title><style>{STYLE}</style></head><body><div class="navbar"><div class="container"><div class="row">
<div class="col-3"><a class="navbar-brand" href="/">Schraubenkontor</a></div><div class="col-9" style="display:flex;gap:20px;justify-content:flex-end">
<form class="search" action="/advanced_search_result.php"><input type="text" name="keywords" placeholder="Artikel-Nr. oder Begriff"><button class="btn" type="submit">Los</button></form>
<a class="btn" href="/shopping_cart.php">Warenkorb ({n})</a></div></div></div></div>
<details class="mobi"><summary>Sortiment</summary><div class="list-group">{links}</div></details>
<div class="container"><div class="row"><div class="col-3 desk"><div class="list-group">{links}</div></div><div class="col-9">{main}</div></div></div>
<footer><div class="container"><a href="/info/widerruf">Widerrufsrecht</a><a href="/info/agb">AGB</a><a href="/info/impressum">Impressum</a><a href="/info/versand">Zahlung &amp; Versand</a></div></footer></body></html>""")

    def _tiles(self, numbers: list[str]) -> str:
        return "".join(
            f'<div class="col-4"><div class="panel"><svg viewBox="0 0 90 50" width="150"><path d="M10 20h60l14 5-14 5H10z" fill="#999"/><rect x="4" y="14" width="8" height="22" fill="#777"/></svg>'
            f'<h4><a href="/p/{k}.html">{ARTICLES[k][0]}</a></h4><span class="price">{ARTICLES[k][2]} EUR</span><br><small>inkl. 19 % MwSt. zzgl. Versand</small></div></div>'
            for k in numbers
        )

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        cart: dict[str, int] = r.session.setdefault("wk", {})
        part = [p for p in r.path.split("/") if p]
        if not part:
            brands = "".join(
                f'<div class="col-4"><div class="panel"><b style="font-size:22px">{b}</b></div></div>'
                for b in ("FERRUM", "Nordfix", "HolzPro")
            )
            return self._page(
                r,
                "Schrauben, Dübel, Beschläge",
                f"<h1>Willkommen im Schraubenkontor</h1><p>Seit 1954 liefern wir Befestigungstechnik an Handwerk und Heimwerker.</p><h3>Unsere Marken</h3><div class='row'>{brands}</div>",
            )
        if part[0] in TOP and len(part) == 1:
            subs = [(s, v[1]) for s, v in SUB.items() if v[0] == part[0]]
            tiles = "".join(
                f'<div class="col-4"><div class="panel"><a href="/{part[0]}/{s}/">{n}</a></div></div>' for s, n in subs
            )
            return self._page(
                r,
                TOP[part[0]],
                f"<h1>{TOP[part[0]]}</h1><p>Bitte wählen Sie eine Unterkategorie.</p><div class='row'>{tiles}</div>",
            )
        if part[0] in TOP and part[1] in SUB:
            return self._page(
                r,
                SUB[part[1]][1],
                f"<h1>{SUB[part[1]][1]}</h1><div class='row'>{self._tiles([k for k, a in ARTICLES.items() if a[1] == part[1]])}</div>",
            )
        if part[0] == "advanced_search_result.php":
            term = r.query.get("keywords", "").lower()
            hits = [k for k, a in ARTICLES.items() if term in a[0].lower() or term == k]
            return self._page(
                r,
                "Suche",
                f"<h1>Suchergebnis</h1><div class='row'>{self._tiles(hits) or 'Es wurden keine Artikel gefunden.'}</div>",
            )
        if part[0] == "p" and part[-1].removesuffix(".html") in ARTICLES:
            return self._article(r, part[-1].removesuffix(".html"))
        return self._service(r, part, cart)

    def _service(self, r: Request, part: list[str], cart: dict[str, int]) -> Response:
        if part[0] == "cart_actions.php" and r.method == "POST":
            key = r.form.get("products_id", "")
            if r.form.get("entfernen"):
                cart.pop(key, None)
                return redirect("/shopping_cart.php")
            if key in ARTICLES and r.form.get("qty", "").isdigit():
                cart[key] = cart.get(key, 0) + int(r.form["qty"])
                r.session["neu"] = True
            return redirect(f"/p/{key}.html")
        if part[0] == "shopping_cart.php":
            rows = "".join(
                f"<tr><td>{ARTICLES[k][0]}</td><td>{n}</td><td>{ARTICLES[k][2]} EUR</td><td><form method='post' action='/cart_actions.php'><input type='hidden' name='products_id' value='{k}'>"
                "<button class='btn' name='entfernen' value='1'>Entfernen</button></form></td></tr>"
                for k, n in cart.items()
            )
            body = (
                f"<table class='table'>{rows}</table><p><a class='btn btn-primary' href='/checkout.php'>Zur Kasse</a></p>"
                if cart
                else "<p>Ihr Warenkorb ist leer.</p>"
            )
            return self._page(r, "Warenkorb", f"<h1>Warenkorb</h1>{body}")
        if part[0] == "checkout.php":
            return self._checkout(r, cart)
        texts = {
            "widerruf": "<h1>Widerrufsrecht</h1><p>Sie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Frist beträgt 14 Tage ab Erhalt der Ware. "
            "Die unmittelbaren Kosten der Rücksendung tragen Sie. Wir erstatten alle Zahlungen binnen vierzehn Tagen.</p>",
            "impressum": "<h1>Impressum</h1><p>Schraubenkontor Hagen GmbH, Eisenweg 7, 58095 Hagen<br>Telefon: <a href='tel:+492331998877'>02331 998877</a><br>"
            "E-Mail: <a href='mailto:kontor@schraubenkontor.example'>kontor@schraubenkontor.example</a><br>HRB 4711, USt-IdNr. DE123456789</p>",
            "versand": "<h1>Zahlung und Versand</h1><p>DHL 5,95 EUR, ab 75 EUR frei.</p>",
            "agb": "<h1>AGB</h1><p>Es gilt deutsches Recht.</p>",
        }
        if part[0] == "info" and part[-1] in texts:
            return self._page(r, part[-1].title(), texts[part[-1]])
        return Response("Seite nicht gefunden", 404)

    def _article(self, r: Request, key: str) -> Response:
        name, _, price, left = ARTICLES[key]
        note = (
            "<div class='alert'>Der Artikel wurde in den Warenkorb gelegt.</div>" if r.session.pop("neu", None) else ""
        )
        return self._page(
            r,
            name,
            f"{note}<div itemscope itemtype='https://schema.org/Product'><h1 itemprop='name'>{escape(name)}</h1><p>Art.-Nr. {key} · {left} Packungen am Lager · Lieferzeit 1–3 Tage</p>"
            f"<p class='price' itemprop='offers' itemscope itemtype='https://schema.org/Offer'><span itemprop='price' content='{price.replace(',', '.')}'>{price}</span> EUR<meta itemprop='priceCurrency' content='EUR'></p></div>"
            f"<form method='post' action='/cart_actions.php'><input type='hidden' name='products_id' value='{key}'><input name='qty' value='1' size='3'> <button class='btn btn-primary'>In den Warenkorb</button></form>",
        )

    def _checkout(self, r: Request, cart: dict[str, int]) -> Response:
        if not cart:
            return redirect("/shopping_cart.php")
        way = r.query.get("als", "")
        if r.method == "POST" and way == "gast" and r.form.get("strasse"):
            self.orders += 1
            cart.clear()
            return self._page(r, "Danke", "<h1>Vielen Dank für Ihre Bestellung</h1>")
        if r.method == "POST" and way == "neu":
            self.accounts += 1
        if way not in ("gast", "neu"):
            return self._page(
                r,
                "Anmelden",
                "<h1>Wie möchten Sie bestellen?</h1><div class='well'><h3>Ich bin bereits Kunde</h3><form method='post' action='/checkout.php?als=login'><div class='form-group'><input type='email' name='email_address' placeholder='E-Mail'></div>"
                "<div class='form-group'><input type='password' name='password' placeholder='Passwort'></div><button class='btn'>Anmelden</button></form></div><div class='well'><h3>Ich bin neu hier</h3><p>Mit Konto bestellen Sie schneller.</p>"
                "<a class='btn' href='/checkout.php?als=neu'>Konto eröffnen</a></div><div class='well'><h3>Ohne Registrierung</h3><a class='btn btn-primary' href='/checkout.php?als=gast'>Als Gast fortfahren</a></div>",
            )
        names = {
            "vorname": "Vorname",
            "nachname": "Nachname",
            "strasse": "Straße und Hausnummer",
            "plz": "PLZ",
            "ort": "Ort",
            "email": "E-Mail-Adresse",
        }
        fields = "<div class='form-group'><select name='anrede'><option>Frau</option><option>Herr</option><option>keine Angabe</option></select></div>"
        fields += "".join(
            f"<div class='form-group'><label>{t}<input name='{k}' type='{'email' if k == 'email' else 'text'}' required></label></div>"
            for k, t in names.items()
        )
        fields += (
            "<div class='form-group'><label>Passwort<input type='password' name='pw' required></label></div>"
            if way == "neu"
            else ""
        )
        return self._page(
            r,
            "Kasse",
            f"<h1>Ihre Daten</h1><form method='post'>{fields}<h3>Zahlungsweise</h3><p><input type='radio' name='z' id='z1' checked><label for='z1'> Überweisung</label> <input type='radio' name='z' id='z2'><label for='z2'> PayPal</label> "
            "<input type='radio' name='z' id='z3'><label for='z3'> Rechnung</label></p><button class='btn btn-primary'>Zahlungspflichtig bestellen</button></form>",
        )
