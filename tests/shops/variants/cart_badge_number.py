"""The cart is a bare figure in a box with a drawn trolley: no word, no label, no title; tables of a fixed width hold the shop.

Adding leads back to the same product page, where the figure is all that has changed. The page is as broad on a phone as at a desk.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

ARTIKEL: list[tuple[str, str, float, str, str]] = [
    ("H-1020", "Schraubendreher-Satz VDE, 6-teilig", 34.90, "Handwerkzeug", "#c22"),
    ("H-1044", "Seitenschneider 160 mm", 19.95, "Handwerkzeug", "#357"),
    ("H-1101", "Rollbandmaß 5 m", 8.49, "Handwerkzeug", "#db0"),
    ("E-2003", "Steckdosenprüfer FI/RCD", 12.90, "Elektro", "#484"),
    ("E-2090", "Kabelbinder schwarz, 100 Stück", 3.29, "Elektro", "#222"),
]
TROLLEY = (
    "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='22' height='20'%3E%3Cpath d='M1 2h3l3 10h10l3-7H6' "
    "fill='none' stroke='%23333' stroke-width='2'/%3E%3Ccircle cx='9' cy='17' r='2'/%3E%3Ccircle cx='16' cy='17' r='2'/%3E%3C/svg%3E\")"
)


def eur(value: float) -> str:
    """Write euros as Germans do."""
    return f"{value:.2f} EUR".replace(".", ",")


@dataclass
class App(Shop):
    """A tool dealer whose shop was made in 2006 and works."""

    def tabelle(self, request: Request, titel: str, inhalt: str, status: int = 200) -> Response:
        """Dress a page in tables."""
        zahl = sum(request.session.get("w", {}).values())
        rubriken = "".join(
            f'<tr><td class="nav"><a href="/liste.php?r={r}">&raquo; {r}</a></td></tr>'
            for r in ("Handwerkzeug", "Elektro")
        )
        return html(
            '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"><html lang="de"><head>'
            f'<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="viewport" content="width=device-width">'
            f"<title>Werkzeug-Brandl: {titel}</title><style>body,td{{font:12px Verdana,sans-serif}}a{{color:#036}}.kopf{{background:#fc3}}"
            ".nav{padding:5px;border-bottom:1px dotted #999}.rahmen{border:1px solid #999}.preis{color:#c00;font-weight:bold}"
            f".ww{{display:block;width:64px;height:30px;line-height:30px;background:#fff {TROLLEY} 6px 5px no-repeat;text-align:right;"
            'padding-right:8px;text-decoration:none;border:1px solid #333}</style></head><body bgcolor="#eeeeee">'
            '<table width="780" align="center" cellpadding="6" cellspacing="0" bgcolor="#ffffff" class="rahmen"><tr class="kopf">'
            '<td colspan="2"><a href="/"><font size="5"><b>Werkzeug-Brandl</b></font></a></td><td align="right"><form action="/liste.php">'
            f'<input name="s" size="14"> <input type="submit" value="Suchen"></form></td><td width="80"><a class="ww" href="/wk.php">{zahl}</a>'
            f'</td></tr><tr><td width="150" valign="top"><table width="100%">{rubriken}<tr><td class="nav"><a href="/agb.php">AGB</a></td></tr>'
            '<tr><td class="nav"><a href="/widerruf.php">Widerrufsbelehrung</a></td></tr><tr><td class="nav"><a href="/impressum.php">'
            f'Impressum</a></td></tr></table></td><td colspan="3" valign="top">{inhalt}</td></tr><tr><td colspan="4" align="center" '
            'class="kopf">&copy; Werkzeug-Brandl e.K. &middot; alle Preise inkl. 19% MwSt. zzgl. Versand 4,90 EUR</td></tr></table></body></html>',
            status,
        )

    def liste(self, rubrik: str = "", suche: str = "") -> str:
        """List articles in rows."""
        zeilen = "".join(
            f'<tr><td width="80"><a href="/artikel.php?nr={nr}"><img width="70" height="70" border="0" alt="{name}" src="/bild.php?nr={nr}">'
            f'</a></td><td><a href="/artikel.php?nr={nr}">{name}</a><br>Art.-Nr. {nr}</td><td class="preis" nowrap>{eur(p)}</td></tr>'
            for nr, name, p, r, _ in ARTIKEL
            if rubrik in ("", r) and suche.lower() in name.lower()
        )
        return f'<table width="100%" cellpadding="6">{zeilen or "<tr><td>Keine Artikel gefunden.</td></tr>"}</table>'

    def handle(self, request: Request) -> Response:
        seiten = {
            "/": self.start,
            "/liste.php": self.suche,
            "/artikel.php": self.artikel,
            "/bild.php": self.bild,
            "/rein.php": self.rein,
            "/wk.php": self.korb,
            "/bestellen.php": self.bestellen,
            "/agb.php": lambda r: self.tabelle(
                r, "AGB", "<h2>AGB</h2><p>Es gilt deutsches Recht. Lieferung nur innerhalb Deutschlands.</p>"
            ),
            "/widerruf.php": self.widerruf,
            "/impressum.php": self.impressum,
        }
        if request.path in seiten:
            return seiten[request.path](request)
        return self.tabelle(request, "Fehler", "<p>Seite nicht gefunden.</p>", 404)

    def start(self, request: Request) -> Response:
        """Show the front page."""
        return self.tabelle(request, "Startseite", "<h2>Angebote der Woche</h2>" + self.liste())

    def suche(self, request: Request) -> Response:
        """Show a department or a search."""
        r, s = request.query.get("r", ""), request.query.get("s", "")
        return self.tabelle(request, r or "Suche", f"<h2>{r or 'Suchergebnis'}</h2>" + self.liste(r, s))

    def artikel(self, request: Request) -> Response:
        """Show one article."""
        treffer = [a for a in ARTIKEL if a[0] == request.query.get("nr")]
        if not treffer:
            return self.tabelle(request, "Fehler", "<p>Artikel nicht gefunden.</p>", 404)
        nr, name, p, _, _ = treffer[0]
        return self.tabelle(
            request,
            name,
            (
                f'<h2>{name}</h2><table><tr><td><img width="220" height="220" alt="{name}" src="/bild.php?nr={nr}"></td><td valign="top">'
                f'Art.-Nr. {nr}<br><br><font size="4" class="preis">{eur(p)}</font><br><br>sofort lieferbar, 2-3 Werktage<br><br><form '
                f'action="/rein.php" method="post"><input type="hidden" name="nr" value="{nr}"><input name="anz" value="1" size="3"> St&uuml;ck '
                '<input type="submit" value="in den Warenkorb"></form></td></tr></table><p>Markenqualit&auml;t aus Remscheid.</p>'
            ),
        )

    def bild(self, request: Request) -> Response:
        """Draw an article."""
        farbe = next((a[4] for a in ARTIKEL if a[0] == request.query.get("nr")), "#999")
        return Response(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 70 70"><rect width="70" height="70" fill="#eee"/><path d="M15 55 55 15" '
            f'stroke="{farbe}" stroke-width="12"/></svg>',
            content_type="image/svg+xml",
        )

    def rein(self, request: Request) -> Response:
        """Add an article and go back to it."""
        nr = request.form.get("nr", "")
        anzahl = request.form.get("anz", "1")
        if any(a[0] == nr for a in ARTIKEL) and anzahl.isdigit():
            korb: dict[str, int] = request.session.setdefault("w", {})
            korb[nr] = korb.get(nr, 0) + int(anzahl)
        return redirect(f"/artikel.php?nr={nr}")

    def korb(self, request: Request) -> Response:
        """Show the cart."""
        korb = request.session.get("w", {})
        if request.method == "POST":
            korb.pop(request.form.get("weg", ""), None)
        zeilen = "".join(
            f"<tr><td>{korb[nr]} x</td><td>{name}</td><td align=right>{eur(p * korb[nr])}</td><td><form method=post>"
            f'<input type=hidden name=weg value="{nr}"><input type=submit value="l&ouml;schen"></form></td></tr>'
            for nr, name, p, _, _ in ARTIKEL
            if korb.get(nr)
        )
        if not zeilen:
            return self.tabelle(request, "Warenkorb", "<p>Ihr Warenkorb ist leer.</p>")
        return self.tabelle(
            request,
            "Warenkorb",
            (
                f'<h2>Ihr Warenkorb</h2><table width="100%" cellpadding="6">{zeilen}</table><form action="/bestellen.php"><p align="right">'
                '<input type="submit" value="weiter zur Bestellung"></p></form>'
            ),
        )

    def bestellen(self, request: Request) -> Response:
        """Show the order form or take the order."""
        korb = request.session.get("w", {})
        if not korb:
            return redirect("/wk.php")
        if request.method == "POST" and request.form.get("mail"):
            self.orders += 1
            korb.clear()
            return self.tabelle(request, "Danke", "<h2>Vielen Dank f&uuml;r Ihre Bestellung!</h2>")
        felder = [("firma", "Firma"), ("name", "Vor- und Nachname *"), ("str", "Stra&szlig;e, Nr. *"), ("plz", "PLZ *"), ("ort", "Ort *"),
                  ("tel", "Telefon"), ("mail", "E-Mail *")]  # fmt: skip
        zeilen = "".join(f'<tr><td>{t}</td><td><input name="{k}" size="30"></td></tr>' for k, t in felder)
        return self.tabelle(
            request,
            "Bestellung",
            (
                '<h2>Ihre Bestellung</h2><form method="post"><table><tr><td>Anrede</td><td><select name="anrede"><option>Herr<option>Frau'
                f'<option>Firma</select></td></tr>{zeilen}<tr><td>Zahlung</td><td><input type="radio" name="z" value="v"> Vorkasse<br><input '
                'type="radio" name="z" value="p"> PayPal<br><input type="radio" name="z" value="n"> Nachnahme (+ 8,00 EUR)</td></tr><tr><td>'
                '</td><td><input type="checkbox" name="agb" value="1"> Ich habe die <a href="/agb.php">AGB</a> gelesen.</td></tr></table><p>'
                '<input type="submit" value="zahlungspflichtig bestellen"></p></form>'
            ),
        )

    def widerruf(self, request: Request) -> Response:
        """Tell of the right of withdrawal."""
        return self.tabelle(
            request,
            "Widerruf",
            (
                "<h2>Widerrufsbelehrung</h2><p>Sie haben das Recht, binnen vierzehn Tagen (14 Tagen) ohne Angabe von Gr&uuml;nden diesen Vertrag "
                "zu widerrufen. Die Frist betr&auml;gt 14 Tage ab dem Tag, an dem Sie die Waren in Besitz genommen haben. Um Ihr Widerrufsrecht "
                "auszu&uuml;ben, m&uuml;ssen Sie uns (Werkzeug-Brandl e.K., Lindenweg 7, 94315 Straubing) mittels Brief oder E-Mail informieren. "
                "Sie tragen die unmittelbaren Kosten der R&uuml;cksendung der Waren.</p>"
            ),
        )

    def impressum(self, request: Request) -> Response:
        """Say who runs the shop."""
        return self.tabelle(
            request,
            "Impressum",
            (
                "<h2>Impressum</h2><p>Werkzeug-Brandl e.K., Inh. Josef Brandl<br>Lindenweg 7, 94315 Straubing<br>Telefon: 09421 / 555 01 30<br>"
                'E-Mail: <a href="mailto:info@werkzeug-brandl.example">info@werkzeug-brandl.example</a><br>USt-IdNr. DE123456789</p>'
            ),
        )
