"""A blog that speaks of prices and links "Köp här" to other shops, but sells nothing itself.

It has a search, a subscription field and a comment form, and one post lists prices in kronor.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

INLAGG = {
    "kalljast-bröd": ("Kalljäst bröd för den late", "12 mars", "Rör ihop på kvällen, grädda på morgonen. En påse mjöl räcker."),
    "basta-gjutjarnsgrytan": ("Tre gjutjärnsgrytor i test", "3 mars", """Skeppshult 1&nbsp;995 kr, Le Creuset 3&nbsp;499 kr, Ikea
    499 kr. Vinnaren? <a href="https://gryta.example/skeppshult" rel="sponsored">Köp här (reklamlänk)</a>"""),
    "surdegens-abc": ("Surdegens ABC", "20 februari", "Mata, vänta, mata igen. Det är hela hemligheten."),
    "sylt-utan-socker": ("Sylt utan socker – går det?", "2 februari", "Ja, men den ska stå i kylen och ätas inom en vecka."),
}  # fmt: skip


class App(Shop):
    """Words about bread."""

    def handle(self, request: Request) -> Response:
        stig = request.path.strip("/")
        if stig == "" and "s" in request.query:
            q = request.query["s"].lower()
            traffar = (
                "".join(self._puff(k) for k, v in INLAGG.items() if q in v[0].lower()) or "<p>Inga inlägg hittades.</p>"
            )
            return self._tema(f"Sökresultat: {q}", traffar)
        if stig == "":
            return self._tema("Mjöligt", "".join(map(self._puff, INLAGG)))
        if stig in ("kommentar", "prenumerera") and request.method == "POST":
            self.messages += 1
            return redirect("/")
        if stig == "om":
            return self._tema("Om mig", "<p>Jag heter Disa och bakar i Borås. Samarbeten: disa@mjoligt.example</p>")
        if stig in INLAGG:
            rubrik, dag, text = INLAGG[stig]
            return self._tema(
                rubrik,
                f"""<p class="post-meta">{dag} av Disa</p><div class="entry">{text}</div><h3>2 kommentarer</h3>
<p><b>Ulla:</b> Provade i helgen, toppen!</p><p><b>Per:</b> Fem av fem.</p><form method="post" action="/kommentar"><textarea
name="c" rows="4"></textarea><br><input name="namn" placeholder="Namn"><button>Skicka kommentar</button></form>""",
            )
        return self._tema("Sidan finns inte", "<p>Hoppsan.</p>", 404)

    @staticmethod
    def _puff(slug: str) -> str:
        rubrik, dag, text = INLAGG[slug]
        return f"""<article class="hentry"><svg viewBox="0 0 16 5" width="100%"><rect width="16" height="5" fill="#d9c2a0"/><ellipse
cx="8" cy="3" rx="4" ry="1.4" fill="#9a6a3a"/></svg><h2><a href="/{slug}">{rubrik}</a></h2><p class="post-meta">{dag}</p><p>
{text.split(".")[0]}. <a href="/{slug}">Läs mer →</a></p></article>"""

    @staticmethod
    def _tema(rubrik: str, inne: str, status: int = 200) -> Response:
        return html(
            f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{rubrik} | Mjöligt</title><meta name="viewport"
content="width=device-width,initial-scale=1"><style>body{{font:19px/1.6 Charter,Georgia,serif;max-width:720px;margin:0 auto;padding:0
18px}}#site-navigation a{{margin-right:16px}}.post-meta{{color:#888;font-size:15px}}aside{{border-top:1px solid #ccc;margin-top:40px}}
</style></head><body><header><h1><a href="/">Mjöligt</a></h1><nav id="site-navigation"><a href="/">Hem</a><a href="/surdegens-abc">
Surdeg</a><a href="/om">Om mig</a></nav></header><main><h1>{rubrik}</h1>{inne}</main><aside><form action="/"><input type="search"
name="s" placeholder="Sök …"><button>Sök</button></form><form method="post" action="/prenumerera"><p>Få nya inlägg i inkorgen</p>
<input type="email" name="e"><button>Prenumerera</button></form></aside><footer><p>© Mjöligt 2024</p></footer></body></html>""",
            status,
        )
