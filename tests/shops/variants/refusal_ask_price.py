"""No product has a price: each card says "price on request" and the only button opens an inquiry form.

Norwegian builder of boathouses and saunas; the inquiry counts as a message, and there is no cart at all.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html

HOUSES = [
    ("badstue-fjord", "Badstue Fjord 6 m²", "badstuer"),
    ("badstue-tonne", "Badstuetønne 240", "badstuer"),
    ("badestamp-furu", "Badestamp Furu Ø 180", "badestamper"),
    ("naust-lofoten", "Naust Lofoten 24 m²", "naust"),
    ("badestamp-luksus", "Badestamp Luksus med bobler", "badestamper"),
]
LABELS = {"badstuer": "Badstuer", "badestamper": "Badestamper", "naust": "Naust"}
CSS = """@font-face{font-family:x;src:local(Arial)}body{margin:0;font:17px/1.6 x,sans-serif;color:#1b1b1b}
.hero{background:#24323d;color:#fff;
padding:54px 24px}.bar{display:flex;gap:22px;padding:16px 24px;align-items:center;flex-wrap:wrap}.bar a{color:#24323d;
text-decoration:none}
.bar strong{margin-right:auto;font-size:22px}.tile-row{display:flex;flex-wrap:wrap;gap:24px;padding:24px}.tile{flex:1 1
260px;max-width:360px;
border-bottom:4px solid #b3541e}.tile a{color:inherit}.inner{padding:24px;max-width:820px}.knapp{background:#b3541e;
color:#fff;padding:13px 24px;
display:inline-block;text-decoration:none;border:0;font:inherit;cursor:pointer}.bunnfelt{background:#24323d;
color:#dfe6ea;
padding:26px 24px}
.bunnfelt a{color:#fff}form input,form textarea{display:block;width:100%;box-sizing:border-box;padding:10px;margin:4px 0
14px;font:inherit}
@media(max-width:640px){.tile{max-width:none}.bar strong{flex-basis:100%}}"""


class App(Shop):
    """Kystbadstua."""

    def page(self, title: str, inner: str) -> Response:
        """Render a page."""
        nav = "".join(f'<a href="/produkter/{k}">{v}</a>' for k, v in LABELS.items())
        return html(f"""<!doctype html><html lang="nb-NO"><head><meta charset="utf-8"><title>{title} |
Kystbadstua</title><meta name="viewport"
content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body><div class="bar"><strong><a
href="/">Kystbadstua</a></strong>{nav}
<a href="/kontakt">Kontakt oss</a></div>{inner}<div class="bunnfelt">Kystbadstua AS, Sjøgata 15, 8006 Bodø<br>Telefon <a
href="tel:+4775501020">75 50
10 20</a> · <a href="mailto:post@kystbadstua.example">post@kystbadstua.example</a><br>Åpent mandag–fredag 8–16</div>
</body></html>""")

    def tiles(self, group: str | None) -> str:
        """List the houses."""
        return (
            '<div class="tile-row">'
            + "".join(
                f'<div class="tile"><a href="/produkt/{s}">{self.house(i)}<h3>{n}</h3></a><p>Pris på forespørsel</p>'
                f"</div>"
                for i, (s, n, g) in enumerate(HOUSES)
                if group in (None, g)
            )
            + "</div>"
        )

    @staticmethod
    def house(i: int) -> str:
        """Draw a hut."""
        return (
            f'<svg viewBox="0 0 120 90" width="100%" role="img" aria-label=""><rect width="120" height="90" '
            f'fill="#cfdde4"/><path d="M20 45L60 18l40 '
            f'27v35H20z" fill="hsl({18 + i * 9} 45% {32 + i * 4}%)"/><rect x="52" y="55" width="16" height="25" '
            f'fill="#222"/></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        parts = request.path.strip("/").split("/")
        if request.method == "POST":
            self.messages += 1
            return self.page("Takk", '<div class="inner"><h1>Takk for henvendelsen</h1></div>')
        if parts == [""]:
            hero = '<div class="hero"><h1>Bygget for kysten</h1><p>Levert ferdig montert i hele Nord-Norge.</p></div>'
            return self.page("Badstuer og naust", hero + self.tiles(None))
        if parts[0] == "produkter" and parts[-1] in LABELS:
            label = LABELS[parts[-1]]
            return self.page(label, f'<div class="inner"><h1>{label}</h1></div>{self.tiles(parts[-1])}')
        found = [(i, n) for i, (s, n, _) in enumerate(HOUSES) if parts == ["produkt", s]]
        if found:
            i, name = found[0]
            return self.page(
                name,
                f"""<div class="inner">{self.house(i)}<h1>{name}</h1><p><b>Pris på forespørsel</b></p><p>Leveres i
malmfuru eller gran. Tilpasses
tomten din, leveringstid 8–10 uker.</p><a class="knapp" href="/tilbud?p={i}">Be om tilbud</a></div>""",
            )
        if parts[0] in ("tilbud", "kontakt"):
            return self.page(
                "Be om tilbud",
                '<div class="inner"><h1>Be om tilbud</h1><form method="post">Navn<input name="navn">E-post<input '
                'name="epost" type="email">Telefon'
                '<input name="tlf">Hva ønsker du tilbud på?<textarea name="tekst" rows="5"></textarea><button '
                'class="knapp">Send forespørsel</button>'
                "</form></div>",
            )
        return html("Siden finnes ikke", 404)
