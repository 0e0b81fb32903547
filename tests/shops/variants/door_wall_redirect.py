"""The checkout link of the cart answers with a redirect to the log-in page; registering is the only other way on.

The log-in page talks of "Gäste" in another sense (a guest book of the village inn), which is no guest checkout.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

BIERE: list[dict[str, object]] = [
    {"id": 9, "t": "Kellerbier, Kasten 20 × 0,5 l", "c": 2190, "g": "bier", "f": "#c98b2b"},
    {"id": 10, "t": "Weizenbock, 6er-Träger", "c": 1290, "g": "bier", "f": "#7a4419"},
    {"id": 14, "t": "Brauerei-Krug 0,5 l", "c": 950, "g": "zubehoer", "f": "#9da5ab"},
    {"id": 15, "t": "Bierdeckel, 100 Stück", "c": 495, "g": "zubehoer", "f": "#e9dfc5"},
]
CSS = """@media screen{body{margin:0;background:#fdf6e3;font:16px/1.5 Constantia,"Lucida Bright",serif;color:#3b2a14}}
.brau-kopf{text-align:center;border-bottom:6px double #3b2a14;padding:18px 8px}.brau-kopf a{color:#3b2a14;text-decoration:none}.brau-nav{display:flex;
justify-content:center;flex-wrap:wrap;gap:8px 26px;padding:12px}.brau-inhalt{max-width:920px;margin:0 auto;padding:16px}.brau-regal{display:grid;
grid-template-columns:repeat(2,1fr);gap:18px}.brau-ware{display:flex;gap:14px;background:#fff;padding:12px;align-items:center}.brau-ware i{width:60px;
height:84px;border-radius:6px;flex:none}.brau-ware a{color:#3b2a14}.taste{background:#3b2a14;color:#fdf6e3;border:0;padding:12px 22px;font:inherit;cursor:pointer;
text-decoration:none;display:inline-block}.brau-form label{display:block;margin:8px 0}.brau-form input{display:block;width:100%;max-width:380px;padding:8px;
box-sizing:border-box;font:inherit}.brau-fuss{text-align:center;padding:24px;font-size:14px}@media(max-width:600px){.brau-regal{grid-template-columns:1fr}}"""


def preis(cents: object) -> str:
    """Write euros as Germans do."""
    return f"{int(str(cents)) / 100:.2f} €".replace(".", ",")


def flasche(colour: str) -> str:
    """Draw a bottle."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 42"><path d="M11 2h8v10l4 6v24H7V18l4-6z" fill="{colour}"/><rect x="9" y="24" width="12" height="9" fill="#fdf6e3"/></svg>'
    )


@dataclass
class App(Shop):
    """A village brewery in Franconia."""

    def blatt(self, request: Request, titel: str, inhalt: str, status: int = 200) -> Response:
        """Dress a page."""
        n = len(request.session.get("wk", []))
        wer = (
            '<a href="/konto/abmelden">Abmelden</a>'
            if request.session.get("konto")
            else '<a href="/konto/anmelden">Anmelden</a>'
        )
        return html(
            f'<!doctype html><html lang="de-DE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>'
            f'{titel} – Brauerei Hummel</title><style>{CSS}</style></head><body><div class="brau-kopf"><a href="/"><span style="font-size:30px">Brauerei '
            f'Hummel</span><br>seit 1784</a></div><div class="brau-nav"><a href="/sorten/bier">Biere</a><a href="/sorten/zubehoer">Zubehör</a>{wer}<a '
            f'href="/warenkorb">Warenkorb{f" ({n})" if n else ""}</a></div><div class="brau-inhalt">{inhalt}</div><div class="brau-fuss">Brauerei Hummel '
            'KG · Dorfstraße 1 · 96117 Memmelsdorf · Tel. <a href="tel:+4995155500">0951 55500</a> · <a href="mailto:bier@hummel.example">'
            'bier@hummel.example</a><br><a href="/widerruf">Widerrufsbelehrung und Rückgabe</a> · <a href="/impressum">Impressum</a></div></body></html>',
            status,
        )

    def regal(self, gruppe: str = "") -> str:
        """List goods."""
        return (
            '<div class="brau-regal">'
            + "".join(
                f'<div class="brau-ware"><img src="{flasche(str(b["f"]))}" alt="" width="60" height="84"><div><a href="/ware/{b["id"]}">{b["t"]}</a><br><b>{preis(b["c"])}</b></div></div>'
                for b in BIERE
                if gruppe in ("", b["g"])
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        teile = request.path.strip("/").split("/")
        if teile[0] == "ware":
            return self.ware(request, teile[-1])
        if teile[0] == "sorten":
            return self.blatt(request, "Sortiment", self.regal(teile[-1]))
        wege = {"": self.start, "warenkorb": self.korb, "kasse": self.kasse, "konto/anmelden": self.anmelden, "konto/neu": self.neu,
                "konto/abmelden": self.abmelden, "widerruf": self.widerruf, "impressum": self.impressum}  # fmt: skip
        weg = wege.get("/".join(teile))
        return weg(request) if weg else self.blatt(request, "404", "<p>Diese Seite gibt es nicht.</p>", 404)

    def start(self, request: Request) -> Response:
        return self.blatt(request, "Bier aus Franken", "<h2>Frisch abgefüllt</h2>" + self.regal())

    def ware(self, request: Request, key: str) -> Response:
        """Show an article, or add it."""
        b = next((x for x in BIERE if str(x["id"]) == key), None)
        if b is None:
            return self.blatt(request, "404", "<p>Nicht gefunden.</p>", 404)
        if request.method == "POST":
            request.session.setdefault("wk", []).append(key)
            return redirect("/warenkorb")
        return self.blatt(
            request,
            str(b["t"]),
            (
                f'<h2>{b["t"]}</h2><div class="brau-ware"><img src="{flasche(str(b["f"]))}" alt="{b["t"]}" width="140" height="196"><div><p style="font-size:24px">'
                f'{preis(b["c"])}</p><p>inkl. MwSt., zzgl. Pfand und Versand. Auf Lager.</p><form method="post"><button class="taste">In den Bierkorb</button>'
                "</form></div></div>"
            ),
        )

    def korb(self, request: Request) -> Response:
        """Show the cart."""
        wk: list[str] = request.session.setdefault("wk", [])
        if request.method == "POST":
            wk.clear()
        if not wk:
            return self.blatt(request, "Warenkorb", "<h2>Warenkorb</h2><p>Noch nichts drin.</p>")
        zeilen = "".join(f"<p>{wk.count(str(b['id']))} × {b['t']}</p>" for b in BIERE if str(b["id"]) in wk)
        return self.blatt(
            request,
            "Warenkorb",
            (
                f'<h2>Warenkorb</h2>{zeilen}<form method="post"><button>Warenkorb leeren</button></form><p><a class="taste" href="/kasse">Zur Kasse gehen</a></p>'
            ),
        )

    def kasse(self, request: Request) -> Response:
        """Send strangers away, and take members' orders."""
        if not request.session.get("wk"):
            return redirect("/warenkorb")
        if not request.session.get("konto"):
            return redirect("/konto/anmelden?zurueck=" + quote("/kasse", safe=""), 302)
        if request.method == "POST":
            self.orders += 1
            request.session["wk"] = []
            return self.blatt(request, "Danke", "<h2>Prost und danke für die Bestellung!</h2>")
        return self.blatt(
            request,
            "Kasse",
            (
                '<h2>Kasse</h2><form class="brau-form" method="post"><label>Lieferadresse<input name="adr" required></label><p>Zahlung per SEPA-Lastschrift</p>'
                '<button class="taste">Kostenpflichtig bestellen</button></form>'
            ),
        )

    def anmelden(self, request: Request) -> Response:
        """Show the log-in page."""
        fehler = "<p><b>E-Mail oder Passwort ist falsch.</b></p>" if request.method == "POST" else ""
        ziel = quote(request.query.get("zurueck", "/"), safe="")
        return self.blatt(
            request,
            "Anmelden",
            (
                f'<h2>Anmelden</h2>{fehler}<form class="brau-form" method="post"><label>E-Mail<input name="mail" type="email"></label><label>Passwort<input '
                f'name="kw" type="password"></label><button class="taste">Anmelden</button></form><p>Noch kein Konto? <a href="/konto/neu?zurueck={ziel}">Jetzt '
                "registrieren</a></p><p><small>Unsere Gäste im Bräustüberl schreiben gern ins Gästebuch, das am Tresen liegt.</small></p>"
            ),
        )

    def neu(self, request: Request) -> Response:
        """Show the registration."""
        if request.method == "POST" and request.form.get("kw"):
            self.accounts += 1
            request.session["konto"] = True
            ziel = request.query.get("zurueck", "/")
            return redirect(ziel if ziel.startswith("/") else "/")
        return self.blatt(
            request,
            "Registrieren",
            (
                '<h2>Registrieren</h2><form class="brau-form" method="post"><label>Name<input name="name" required></label><label>Geburtsdatum<input name="geb" '
                'required></label><label>E-Mail<input name="mail" required></label><label>Passwort<input name="kw" type="password" required></label><button '
                'class="taste">Konto anlegen</button></form>'
            ),
        )

    def abmelden(self, request: Request) -> Response:
        request.session.pop("konto", None)
        return redirect("/")

    def widerruf(self, request: Request) -> Response:
        return self.blatt(
            request,
            "Widerruf",
            (
                "<h2>Widerrufsbelehrung und Rückgabe</h2><p>Sie haben das Recht, binnen vierzehn Tagen diesen Vertrag zu widerrufen (14 Tage ab Erhalt). "
                "Es genügt eine Nachricht an bier@hummel.example. Leere Kästen holt der Fahrer ab, das Pfand erstatten wir bar. Geöffnete Flaschen sind "
                "vom Widerruf ausgenommen. Rücksendekosten tragen Sie.</p>"
            ),
        )

    def impressum(self, request: Request) -> Response:
        return self.blatt(
            request,
            "Impressum",
            "<h2>Impressum</h2><p>Brauerei Hummel KG, vertreten durch Georg Hummel. AG Bamberg HRA 5550.</p>",
        )
