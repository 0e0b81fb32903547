"""The home page of this Finnish-Swedish herring shop is no page: it sets a session, tests the cookie and redirects by language.

``/`` goes to ``/?kakt=1`` and then to ``/fi/`` or ``/sv/`` by Accept-Language; a link without the cookie falls back to the start.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

Words = dict[str, str]
T: dict[str, Words] = {
    "fi": {
        "shop": "Silakkamarkkinat", "all": "Purkit", "gift": "Lahjat", "info": "Ostajan opas", "basket": "Kori", "add": "Otan tämän", "done": "Purkki on korissa.", "to_basket": "Katso koria",
        "pay": "Maksamaan", "empty": "Kori on tyhjä.", "remove": "Poista", "name": "Nimi", "mail": "Sähköposti", "street": "Katuosoite", "zip": "Postinumero", "city": "Postitoimipaikka", "ship": "Toimitus",
        "post": "Posti, noutopiste 6,90 €", "boat": "Nouto veneestä 0 €", "send": "Vahvista tilaus", "thanks": "Kiitos tilauksesta!", "method": "Maksutapa", "bank": "Verkkomaksu", "card": "Kortti", "sold": "Myyty loppuun",
        "ret": "Avaamattoman purkin voit palauttaa 14 päivän kuluessa vastaanottamisesta. Palautuksen postimaksun maksat itse, ja rahat palautamme viimeistään 14 päivän sisällä.", "other": "På svenska", "lead": "Suoraan veneestä purkkiin.",
    },
    "sv": {
        "shop": "Strömmingsmarknaden", "all": "Burkar", "gift": "Presenter", "info": "Köpguide", "basket": "Korg", "add": "Jag tar den", "done": "Burken ligger i korgen.", "to_basket": "Se korgen",
        "pay": "Betala", "empty": "Korgen är tom.", "remove": "Ta bort", "name": "Namn", "mail": "E-post", "street": "Gatuadress", "zip": "Postnummer", "city": "Postanstalt", "ship": "Leverans",
        "post": "Posti, uthämtningsställe 6,90 €", "boat": "Hämta vid båten 0 €", "send": "Bekräfta beställningen", "thanks": "Tack för din beställning!", "method": "Betalningssätt", "bank": "Nätbank", "card": "Kort", "sold": "Slutsåld",
        "ret": "Oöppnad burk kan du returnera inom 14 dagar från mottagandet. Returportot betalar du själv, och pengarna får du tillbaka senast inom 14 dagar.", "other": "Suomeksi", "lead": "Rakt från båten till burken.",
    },
}  # fmt: skip
JARS: dict[str, tuple[str, str, float, bool, str]] = {
    "a1": ("Sinappisilakka 300 g", "Senapsströmming 300 g", 8.5, True, "all"),
    "a2": ("Lasimestarin silakka 300 g", "Glasmästarströmming 300 g", 8.9, True, "all"),
    "a3": ("Tillisilakka 300 g", "Dillströmming 300 g", 8.5, False, "all"),
    "g1": ("Saariston lahjalaatikko", "Skärgårdens presentlåda", 34.0, True, "gift"),
    "g2": ("Haarukka, tammea", "Gaffel av ek", 12.0, True, "gift"),
}

CSS = """
body{margin:0;font:17px/1.5 Optima,Candara,sans-serif;color:#12303f;background:#f4f9fb}.sea{background:#12303f;color:#fff;padding:16px 5%;display:flex;gap:22px;align-items:center;flex-wrap:wrap}.sea a{color:#fff;text-decoration:none}.sea .n{font-size:24px;margin-right:auto}
.reef{padding:28px 5%;max-width:1080px}.jars{display:flex;flex-wrap:wrap;gap:22px}.jar{background:#fff;padding:16px;width:210px;text-align:center;border-radius:50% 50% 8px 8px/12% 12% 8px 8px}.jar a{color:inherit}.oar{background:#c8553d;color:#fff;border:none;padding:13px 28px;font:inherit;border-radius:26px;cursor:pointer;text-decoration:none;display:inline-block}
.foam{background:#d9ecd9;padding:12px 18px;border-radius:8px;margin-bottom:18px}dl{display:grid;grid-template-columns:200px 1fr;gap:10px}dd{margin:0}dd input,dd select{width:100%;max-width:360px;padding:9px;box-sizing:border-box}.bottom{padding:22px 5%;font-size:14px;border-top:1px solid #b9d2dc;margin-top:40px}.drop{display:contents}.drop summary{display:none}
@media(max-width:640px){.sea{gap:14px}.drop{display:block;width:100%;order:9}.drop summary{display:block;padding:6px 0}.drop a{display:block;padding:8px 0}.jar{width:calc(50% - 43px)}dl{grid-template-columns:1fr}}
@media(min-width:641px){.drop::details-content{content-visibility:visible;display:contents}}
"""


def money(x: float) -> str:
    """Write euros the way both languages do."""
    return f"{x:.2f} €".replace(".", ",")


@dataclass
class App(Shop):
    """Silakkamarkkinat / Strömmingsmarknaden."""

    def _page(self, r: Request, lang: str, body: str) -> Response:
        w, other = T[lang], "sv" if lang == "fi" else "fi"
        n = len(r.session.get("korg", []))
        links = f'<a href="/{lang}/c/all">{w["all"]}</a><a href="/{lang}/c/gift">{w["gift"]}</a><a href="/{lang}/guide">{w["info"]}</a>'
        return html(f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{w["shop"]}</title><meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style>
<link rel="alternate" hreflang="{other}" href="/{other}/"></head><body><div class="sea"><a class="n" href="/{lang}/">{w["shop"]}</a><details class="drop"><summary>☰ {w["all"]}, {w["gift"]}</summary>{links}</details>
<a href="/{other}/">{w["other"]}</a><a href="/{lang}/korg">{w["basket"]} · {n}</a></div><div class="reef">{body}</div>
<div class="bottom">Ab Strömming &amp; Silakka Oy, Itäsatama / Östra hamnen, 10900 Hanko–Hangö · <a href="mailto:silli@stromming.example">silli@stromming.example</a> · <a href="/{lang}/guide">{w["info"]}</a></div></body></html>""")

    def _jar(self, key: str, lang: str) -> str:
        fi, sv, price, stock, _ = JARS[key]
        name = fi if lang == "fi" else sv
        pic = '<svg viewBox="0 0 60 70" width="110"><rect x="10" y="4" width="40" height="10" fill="#c9a227"/><rect x="6" y="14" width="48" height="52" rx="8" fill="#dfeaf0"/><path d="M14 40q12-10 26 0q-14 10-26 0z" fill="#7a98a8"/></svg>'
        return f'<div class="jar"><a href="/{lang}/burk/{key}">{pic}<br>{name}</a><br>{money(price)}{"" if stock else "<br><i>" + T[lang]["sold"] + "</i>"}</div>'

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        part = [p for p in r.path.split("/") if p]
        if not part:
            if "kakt" not in r.query:
                r.session["prov"] = True
                return redirect("/?kakt=1", 302)
            if not r.session.get("prov"):
                return html("<p>Salli evästeet / Tillåt kakor.</p>")
            first = r.headers.get("accept-language", "fi").lower()[:2]
            return redirect("/sv/" if first == "sv" else "/fi/", 302)
        if part[0] not in T:
            return Response("404", 404)
        if not r.session.get("prov"):
            return redirect("/", 302)
        return self._local(r, part)

    def _local(self, r: Request, part: list[str]) -> Response:
        lang, w = part[0], T[part[0]]
        basket: list[str] = r.session.setdefault("korg", [])
        rest = part[1:]
        if not rest:
            return self._page(
                r,
                lang,
                f"<h1>{w['lead']}</h1><div class='jars'>"
                + "".join(self._jar(k, lang) for k in ("a3", "a1", "a2", "g1"))
                + "</div>",
            )
        if rest[0] == "c":
            return self._page(
                r,
                lang,
                f"<h1>{w.get(rest[-1], '')}</h1><div class='jars'>"
                + "".join(self._jar(k, lang) for k, j in JARS.items() if j[4] == rest[-1])
                + "</div>",
            )
        if rest[0] == "burk" and rest[-1] in JARS:
            jar = JARS[rest[-1]]
            note = ""
            if r.method == "POST" and jar[3]:
                basket.append(rest[-1])
                note = f"<div class='foam'>{w['done']} <a href='/{lang}/korg'>{w['to_basket']}</a></div>"
            price = money(jar[2])
            buy = (
                f"<form method='post'><button class='oar'>{w['add']}</button></form>"
                if jar[3]
                else f"<p>{w['sold']}</p>"
            )
            return self._page(
                r,
                lang,
                f"{note}<h1>{jar[0] if lang == 'fi' else jar[1]}</h1>{self._jar(rest[-1], lang).split('</svg>')[0].split('<br>')[0] + '</svg></a></div>'}<p>{price}</p>{buy}",
            )
        return self._till(r, lang, rest, basket)

    def _till(self, r: Request, lang: str, rest: list[str], basket: list[str]) -> Response:
        w = T[lang]
        if rest[0] == "korg":
            if r.method == "POST" and r.form.get("bort", "").isdigit() and int(r.form["bort"]) < len(basket):
                basket.pop(int(r.form["bort"]))
            rows = "".join(
                f"<form method='post'><p>{JARS[k][0 if lang == 'fi' else 1]} – {money(JARS[k][2])} <button name='bort' value='{i}'>{w['remove']}</button></p></form>"
                for i, k in enumerate(basket)
            )
            return self._page(
                r,
                lang,
                f"<h1>{w['basket']}</h1>{rows}"
                + (f"<p><a class='oar' href='/{lang}/kassa'>{w['pay']}</a></p>" if basket else f"<p>{w['empty']}</p>"),
            )
        if rest[0] == "guide":
            return self._page(r, lang, f"<h1>{w['info']}</h1><p>{w['ret']}</p><p>{w['post']}. {w['boat']}.</p>")
        if rest[0] == "kassa" and basket:
            if r.method == "POST" and r.form.get("street"):
                self.orders += 1
                basket.clear()
                return self._page(r, lang, f"<h1>{w['thanks']}</h1>")
            rows = "".join(
                f"<dt>{w[k]}</dt><dd><input name='{k}' type='{'email' if k == 'mail' else 'text'}' required aria-label='{w[k]}'></dd>"
                for k in ("name", "mail", "street", "zip", "city")
            )
            return self._page(
                r,
                lang,
                f"<h1>{w['pay']}</h1><form method='post'><dl>{rows}<dt>{w['ship']}</dt><dd><select name='ship'><option>{w['post']}</option><option>{w['boat']}</option></select></dd>"
                f"<dt>{w['method']}</dt><dd><label><input style='width:auto' type='radio' name='pm' checked> {w['bank']}</label> <label><input style='width:auto' type='radio' name='pm'> {w['card']}</label></dd></dl><p><button class='oar'>{w['send']}</button></p></form>",
            )
        return redirect(f"/{lang}/korg") if rest[0] == "kassa" else Response("404", 404)
