"""The link "Returer" is a form, the real policy is clause 7 of the terms, and a payment company's phone stands beside the shop's.

Phones lose the search, and the product page's JSON-LD describes an Article.
"""

from __future__ import annotations

import json

from tests.shops.kit import Request, Response, Shop, html, redirect

FROER = {
    "dill-tetra": ("Dill 'Tetra'", 29, "orter", "#7fb069"),
    "tomat-zlatava": ("Tomat 'Zlatava'", 39, "gronsaker", "#e4572e"),
    "rosenskara": ("Rosenskära, mix", 35, "blommor", "#d5a6e6"),
    "bondbona": ("Bondböna 'Hangdown'", 42, "gronsaker", "#4f772d"),
    "planteringspinne": ("Planteringspinne i ask", 129, "redskap", "#8a5a44"),
}
HYLLOR = {"orter": "Örter", "gronsaker": "Grönsaker", "blommor": "Blommor", "redskap": "Redskap"}
CSS = """@layer base{body{margin:0;font:16px/1.6 Verdana,sans-serif;background:#f7fbf3}}.sida{max-width:1040px;margin:0 auto;
padding:0 16px}#huvud{background:#31572c;color:#fff}#huvud .sida{display:flex;gap:20px;align-items:center;min-height:74px}#huvud
a{color:#ecf39e}#sok{margin-left:auto}#sok input{padding:8px;border:0}#flikar{background:#ecf39e}#flikar .sida{display:flex;
gap:22px;padding:9px 16px}.froer{display:flex;flex-wrap:wrap;gap:14px;margin:0;padding:0}.froer li{list-style:none;width:188px;
background:#fff;border:1px solid #d7e3cd}.froer a{display:block;color:#132a13;text-decoration:none;padding:10px}.kop{background:
#90a955;border:2px solid #31572c;color:#132a13;padding:11px 22px;font:bold 16px Verdana;cursor:pointer;text-decoration:none;
display:inline-block}#fot{background:#132a13;color:#ecf39e;padding:22px 0;margin-top:40px}#fot a{color:#ecf39e;margin-right:16px}
.rad{display:block;margin:9px 0}.rad input{width:min(340px,100%);display:block;padding:8px;box-sizing:border-box}
@media(max-width:620px){#sok{display:none}.froer li{width:calc(50% - 9px)}#flikar .sida{overflow-x:auto}#huvud .sida
.korg{margin-left:auto}}"""


def _pase(nyckel: str) -> str:
    namn, _, _, ton = FROER[nyckel]
    return (
        f'<svg viewBox="0 0 50 60" width="100%" style="max-width:260px" role="img" aria-label="Fröpåse {namn}"><path d="M8 4h34v52H8z" '
        f'fill="#fdf6e3" stroke="#31572c"/><circle cx="25" cy="32" r="11" fill="{ton}"/></svg>'
    )


def _rutnat(nycklar: list[str]) -> str:
    return '<ul class="froer">' + "".join(
        f'<li><a href="/fro/{k}">{_pase(k)}{FROER[k][0]}<br><b>{FROER[k][1]}:-</b></a></li>' for k in nycklar
    ) + "</ul>"  # fmt: skip


class App(Shop):
    """Seeds by post."""

    def handle(self, request: Request) -> Response:
        korg: list[str] = request.session.setdefault("korg", [])
        bit = request.path.strip("/").split("/")
        if bit[0] == "fro" and bit[-1] in FROER:
            return self._fro(request, korg, bit[-1])
        if bit[0] in HYLLOR:
            return self._mall(HYLLOR[bit[0]], _rutnat([k for k, f in FROER.items() if f[2] == bit[0]]), korg)
        if bit[0] == "korg":
            return self._korg(request, korg)
        if bit[0] == "bestall":
            return self._bestall(request, korg)
        if bit[0] == "returer" and request.method == "POST":
            self.messages += 1
            return self._mall("Tack", "<p>Vi har tagit emot din anmälan.</p>", korg)
        sidor = {
            "": self._hem,
            "returer": self._returer,
            "kopvillkor": self._villkor,
            "kontakt": self._kontakt,
            "sok": self._sok,
        }
        return self._mall(*sidor[bit[0]](request), korg) if bit[0] in sidor else html("<h1>Hittades inte</h1>", 404)

    @staticmethod
    def _mall(rubrik: str, inne: str, korg: list[str], huvud: str = "") -> Response:
        flikar = "".join(f'<a href="/{k}">{v}</a>' for k, v in HYLLOR.items())
        return html(f"""<!doctype html><html lang="sv-SE"><head><meta charset="utf-8"><title>{rubrik} – Fröhandeln Vegby</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style>{huvud}</head><body><div id="huvud">
<div class="sida"><a href="/"><strong>Fröhandeln Vegby</strong></a><form id="sok" action="/sok"><input name="ord"
placeholder="Sök bland fröerna"><button>Sök</button></form><a class="korg" href="/korg">Korg: {len(korg)} varor</a></div></div>
<div id="flikar"><div class="sida">{flikar}</div></div><div class="sida"><h1>{rubrik}</h1>{inne}</div><div id="fot"><div
class="sida"><a href="/returer">Returer</a><a href="/kopvillkor">Köpvillkor</a><a href="/kontakt">Kontakt</a><p>Fröhandeln
Vegby HB</p></div></div></body></html>""")

    def _hem(self, request: Request) -> tuple[str, str]:
        return "Så smått, så gott", _rutnat(list(FROER))

    def _sok(self, request: Request) -> tuple[str, str]:
        ord_ = request.query.get("ord", "").lower()
        return f"Sökning: {ord_}", _rutnat(
            [k for k, f in FROER.items() if ord_ in f[0].lower()]
        ) if ord_ else "<p>Skriv ett ord.</p>"

    def _fro(self, request: Request, korg: list[str], nyckel: str) -> Response:
        namn, pris, _, _ = FROER[nyckel]
        svar = ""
        if request.method == "POST":
            korg.append(nyckel)
            svar = f'<p style="background:#ecf39e;padding:10px">{namn} ligger nu i korgen. <a href="/korg">Se korgen</a></p>'
        ld = {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": namn,
            "author": "Vegby",
            "datePublished": "2024-02-11",
        }
        return self._mall(namn, f"""{svar}{_pase(nyckel)}<p><b>{pris}:-</b></p><p>Cirka 50 frön. Sås i maj. Finns hemma.</p><form
method="post"><input class="kop" type="submit" value="Köp"></form><p><a href="/kopvillkor">Frakt och villkor</a></p>""", korg,
f'<script type="application/ld+json">{json.dumps(ld)}</script>')  # fmt: skip

    def _korg(self, request: Request, korg: list[str]) -> Response:
        if request.query.get("bort") in korg:
            korg.remove(request.query["bort"])
        rader = "".join(f'<p>{FROER[k][0]} {FROER[k][1]}:- <a href="/korg?bort={k}">ta bort</a></p>' for k in korg)
        slut = '<a class="kop" href="/bestall">Vidare till beställning</a>' if korg else "<p>Korgen är tom.</p>"
        return self._mall("Korgen", f"{rader}<p>Summa {sum(FROER[k][1] for k in korg)}:-</p>{slut}", korg)

    def _bestall(self, request: Request, korg: list[str]) -> Response:
        if not korg:
            return redirect("/korg")
        if request.method == "POST":
            self.orders += 1
            korg.clear()
            return self._mall("Tack!", "<p>Fröerna läggs på lådan i morgon.</p>", korg)
        falt = "".join(
            f'<label class="rad">{t}<input name="f{i}" required></label>'
            for i, t in enumerate(["Namn", "Gata", "Postnummer", "Postort", "E-post", "Mobil"])
        )
        return self._mall("Beställning", f"""<form method="post">{falt}<p>Betalning: <label><input type="radio" name="b" checked>
Faktura 14 dagar</label> <label><input type="radio" name="b"> Kort</label> <label><input type="radio" name="b"> Swish</label></p>
<button class="kop">Skicka beställningen</button></form>""", korg)  # fmt: skip

    def _returer(self, request: Request) -> tuple[str, str]:
        return (
            "Returer",
            """<form method="post"><label class="rad">Ordernummer<input name="o"></label><label class="rad">E-post
<input name="e" type="email"></label><label class="rad">Vad gäller returen?<input name="v"></label><button class="kop">Anmäl
retur</button></form>""",
        )

    def _villkor(self, request: Request) -> tuple[str, str]:
        return (
            "Köpvillkor",
            """<h3>1. Säljare</h3><p>Fröhandeln Vegby HB, org.nr 969712-4455, Skolvägen 2, 514 94 Vegby, telefon
0321-70 700.</p><h3>2. Priser</h3><p>Alla priser är i kronor med moms.</p><h3>3. Beställning</h3><p>Avtalet sluts när vi
bekräftar.</p><h3>4. Frakt</h3><p>Brev 19 kr, paket 59 kr.</p><h3>5. Leverans</h3><p>2–5 vardagar.</p><h3>6. Betalning</h3>
<p>Betalningen sköts av Nordbetal Finans AB, org.nr 556987-6543, Vasagatan 16, 111 20 Stockholm. Kundtjänst för fakturor:
0771-19 19 19, faktura@nordbetal.example.</p><h3>7. Ångerrätt och återlämning</h3><p>Du får ångra köpet inom 14 dagar från det att
du tog emot varan. Meddela oss, skicka påsarna obrutna till Skolvägen 2 och stå själv för portot. Vi betalar tillbaka pengarna
inom 14 dagar från att vi fått meddelandet.</p><h3>8. Reklamation</h3><p>Fel anmäls inom skälig tid; du har tre års
reklamationsrätt.</p><h3>9. Tvister</h3><p>Vi följer ARN:s beslut.</p>""",
        )

    def _kontakt(self, request: Request) -> tuple[str, str]:
        return (
            "Kontakt",
            """<p>Fröhandeln Vegby, Skolvägen 2, 514 94 Vegby</p><p>Telefon 0321-70 700 (tisdagar och torsdagar kl.
10–12)</p><p>E-post: <a href="mailto:fro@vegby.example">fro@vegby.example</a></p>""",
        )
