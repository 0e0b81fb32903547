"""Everything is sold out between two seasons: prices stand, buttons are replaced by a watch form or greyed.

Swedish crayfish-and-dill shop; the list still looks like a shop in trade, only the product pages and small marks say
so.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html

FISH = {
    "signalkraftor-1kg": ("Signalkräftor kokta 1 kg", 329, "kraftor"),
    "flodkraftor-lyx": ("Svenska flodkräftor lyx", 899, "kraftor"),
    "havskraftor": ("Havskräftor kokta 1 kg", 449, "kraftor"),
    "krondill": ("Krondill, bunt", 39, "tillbehor"),
    "kraftserviett": ("Kräftservetter 20 st", 45, "tillbehor"),
}
CSS = """body{margin:0;font:16px/1.5 Futura,"Century Gothic",sans-serif;color:#2b2118;background:#fff}
.c-head{background:#c1121f;padding:16px 22px;
display:flex;gap:20px;align-items:center;flex-wrap:wrap}.c-head a{color:#fff;text-decoration:none}
.c-head__brand{font-size:24px}.c-head__cart{
margin-left:auto}.l-grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:20px;padding:22px}
.c-tile{border:1px solid #eee;
padding:12px;color:inherit;text-decoration:none;display:block}.c-tile__tag{font-size:12px;color:#777;
text-transform:uppercase;letter-spacing:.06em}
.l-one{max-width:760px;margin:0 auto;padding:22px}.c-btn{padding:13px 26px;border:0;font:inherit;background:#c1121f;
color:#fff}.c-btn[disabled]{
background:#ccc;color:#666}.c-foot{background:#fdf0d5;padding:22px;margin-top:30px}"""


class App(Shop):
    """Kräftkungen."""

    def page(self, title: str, content: str) -> Response:
        """Render."""
        return html(f"""<!doctype html><html lang="sv-SE"><head><meta charset="utf-8"><title>{title} -
Kräftkungen</title><meta name="viewport"
content="width=device-width, initial-scale=1"><style>{CSS}</style></head><body><div class="c-head"><a
class="c-head__brand" href="/">Kräftkungen</a>
<a href="/s/kraftor">Kräftor</a><a href="/s/tillbehor">Till kräftskivan</a><a href="/fragor">Frågor</a><a
class="c-head__cart" href="/korg">
Kundkorg 0 kr</a></div>{content}<div class="c-foot"><p>Kräftkungen, Hamnplan 1, 456 32 Kungshamn · 0523-123 45 · <a
href="mailto:sill@kraftkungen.example">sill@kraftkungen.example</a></p><form method="post" action="/brev">
<label>Säsongsbrevet
<input type="email" name="e" placeholder="Din e-postadress"></label><button>Anmäl mig</button></form></div></body>
</html>""")

    def tiles(self, group: str) -> str:
        """List goods."""
        out = "".join(
            f'<a class="c-tile" href="/vara/{k}"><svg viewBox="0 0 90 60" width="100%" role="img" aria-label=""><rect '
            f'width="90" height="60" '
            f'fill="#fdf0d5"/><ellipse cx="45" cy="32" rx="26" ry="11" fill="#c1121f"/></svg><div>{n}</div><div>{kr} '
            f"kr</div>"
            '<div class="c-tile__tag">Slutsåld</div></a>'
            for k, (n, kr, g) in FISH.items()
            if group in ("", g)
        )
        return f'<div class="l-grid">{out}</div>'

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        parts = request.path.strip("/").split("/")
        if request.method == "POST":
            if parts[0] in ("bevaka", "brev"):
                self.messages += 1
                return self.page("Tack", '<div class="l-one"><h1>Tack, vi hör av oss!</h1></div>')
            return html("Ej tillåtet", 405)
        if parts == [""]:
            intro = (
                '<div class="l-one"><h1>Kräftor från västkusten</h1><p>Årets fångst är slut. Nästa säsong börjar '
                "i "
                "augusti.</p></div>"
            )
            return self.page("Kräftor online", intro + self.tiles(""))
        if parts[0] == "s":
            return self.page("Sortiment", self.tiles(parts[-1]))
        if parts[0] == "vara" and parts[-1] in FISH:
            name, kr, group = FISH[parts[-1]]
            watch = (
                '<form method="post" action="/bevaka"><input type="email" name="e" placeholder="E-post"><button '
                'class="c-btn">Bevaka</button></form>'
            )
            button = watch if group == "kraftor" else '<button class="c-btn" disabled>Köp</button>'
            return self.page(
                name,
                f'<div class="l-one"><h1>{name}</h1><p>{kr} kr</p><p>Slut i lager</p>{button}<p>Kokta i lag med '
                f"krondill och öl.</p></div>",
            )
        if parts[0] == "korg":
            return self.page("Kundkorg", '<div class="l-one"><h1>Kundkorg</h1><p>Kundkorgen är tom.</p></div>')
        if parts[0] == "fragor":
            text = (
                "<h1>Frågor</h1><h2>Kan jag ångra köpet?</h2><p>Färskvaror omfattas inte av ångerrätten. Servetter och "
                "annat tål att vänta: "
                "dem kan du returnera inom 14 dagar från leverans i obruten förpackning, så återbetalar vi hela "
                "beloppet.</p>"
            )
            return self.page("Frågor", f'<div class="l-one">{text}</div>')
        return html("Hittades inte", 404)
