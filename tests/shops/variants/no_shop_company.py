"""A metal works' company page: machines and services in tiles that look like goods, with no price and nothing to buy.

"Angebot anfordern" leads to a contact form, and the menu has a "Produkte" entry.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html

LEISTUNGEN = {
    "laserschneiden": ("Laserschneiden", "Stahl bis 25 mm, Edelstahl bis 20 mm, Aluminium bis 15 mm."),
    "abkanten": ("Abkanten", "CNC-Abkantpressen bis 4 m Länge und 320 t Presskraft."),
    "schweissen": ("Schweißen", "WIG, MIG/MAG und Roboterschweißen nach EN 1090."),
    "gelaender": ("Geländer und Treppen", "Nach Maß, feuerverzinkt oder pulverbeschichtet, mit Montage."),
}


class App(Shop):
    """A company that makes things to order."""

    def handle(self, request: Request) -> Response:
        teil = request.path.strip("/")
        if teil == "kontakt":
            if request.method == "POST":
                self.messages += 1
                return self._blatt("Danke", "<p>Wir melden uns.</p>")
            return self._blatt("Kontakt", """<p>Metallbau Krause GmbH<br>Industrieweg 9<br>39112 Magdeburg</p><p>Tel. <a
href="tel:+49391445566">0391 / 44 55 66</a><br><a href="mailto:info@metallbau-krause.example">info@metallbau-krause.example</a></p>
<p>Mo–Do 7–16 Uhr, Fr 7–13 Uhr</p><form method="post"><input name="firma" placeholder="Firma"><input name="mail" placeholder="E-Mail">
<textarea name="text" placeholder="Ihre Anfrage"></textarea><button class="knopf">Anfrage senden</button></form>""")  # fmt: skip
        if teil == "produkte":
            return self._blatt("Produkte und Leistungen", self._kacheln())
        if teil.startswith("produkte/") and teil[9:] in LEISTUNGEN:
            name, text = LEISTUNGEN[teil[9:]]
            return self._blatt(name, f'<p>{text}</p><p><a class="knopf" href="/kontakt">Angebot anfordern</a></p>')
        seiten = {
            "": ("Metall in Form", self._kacheln() + "<p>Familienbetrieb seit 1958, 42 Mitarbeitende.</p>"),
            "unternehmen": ("Unternehmen", "<p>1958 von Otto Krause gegründet, heute in dritter Generation.</p>"),
            "karriere": ("Karriere", "<p>Wir suchen Schweißer (m/w/d) und Auszubildende.</p>"),
            "impressum": (
                "Impressum",
                "<p>Metallbau Krause GmbH, HRB 4711 Amtsgericht Stendal, USt-IdNr. DE811223344</p>",
            ),
        }
        return self._blatt(*seiten[teil]) if teil in seiten else html("<h1>404</h1>", 404)

    @staticmethod
    def _kacheln() -> str:
        return '<div class="kacheln">' + "".join(
            f'<a href="/produkte/{k}"><svg viewBox="0 0 16 9" width="100%"><rect width="16" height="9" fill="#8899a6"/><path d="M2 '
            f'7l5-5 3 3 4-3v5z" fill="#dfe6ea"/></svg><b>{n}</b><span>{t}</span></a>'
            for k, (n, t) in LEISTUNGEN.items()
        ) + "</div>"  # fmt: skip

    @staticmethod
    def _blatt(titel: str, inhalt: str) -> Response:
        return html(f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{titel} – Metallbau Krause</title><meta
name="viewport" content="width=device-width,initial-scale=1"><style>body{{margin:0;font:17px/1.5 Roboto,Arial}}.kopf{{background:
#1d3557;padding:20px;display:flex;gap:20px;flex-wrap:wrap}}.kopf a{{color:#fff;text-decoration:none}}.mitte{{max-width:1100px;
margin:auto;padding:20px}}.kacheln{{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:20px}}.kacheln a{{
color:#111;text-decoration:none;display:flex;flex-direction:column;gap:6px}}.knopf{{background:#e63946;color:#fff;padding:12px 20px;
border:0;text-decoration:none}}form input,form textarea{{display:block;margin:8px 0;padding:8px;width:300px}}</style></head><body>
<div class="kopf"><a href="/"><b>METALLBAU KRAUSE</b></a><a href="/produkte">Produkte</a><a href="/unternehmen">Unternehmen</a><a
href="/karriere">Karriere</a><a href="/kontakt">Kontakt</a></div><div class="mitte"><h1>{titel}</h1>{inhalt}</div><div class="kopf">
<a href="/impressum">Impressum</a><a href="/kontakt">Anfahrt und Kontakt</a></div></body></html>""")
