"""A wine shop with an age gate over a WordPress consent plugin's box, and adding is told by a JavaScript alert.

The alert must be closed before anything else can be pressed; on the page only the figure in the header changes.
"""

from __future__ import annotations

import json

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

VINE = [
    ("barbera-2021", "Barbera d'Alba 2021", 129.0, "roedvin", "#6d1a2d"),
    ("riesling-trocken", "Riesling Trocken 2022", 109.0, "hvidvin", "#c9c46a"),
    ("cremant-brut", "Crémant Brut", 149.0, "bobler", "#d8b863"),
    ("solbaerrom", "Solbærrom, 50 cl", 249.0, "spiritus", "#3b1c32"),
]
TYPER = {"roedvin": "Rødvin", "hvidvin": "Hvidvin", "bobler": "Bobler", "spiritus": "Spiritus"}
HEAD = """<style>body{margin:0;font-family:'Libre Baskerville',Georgia,serif;background:#fbf9f6;color:#2c1a1d}
.elementor-header{text-align:center;padding:22px;background:#2c1a1d;color:#f2e5d5}.elementor-header a{color:#f2e5d5;
text-decoration:none;margin:0 12px}.elementor-header h3{margin:0 0 14px;font-weight:400;letter-spacing:.3em}
.elementor-section{max-width:980px;margin:auto;padding:26px 16px}.e-loop{display:grid;grid-template-columns:repeat(4,1fr);
gap:22px;text-align:center}.e-loop a{color:inherit;text-decoration:none}.e-btn{background:#6d1a2d;color:#fff;border:0;
padding:15px 32px;font:inherit;cursor:pointer;text-decoration:none;display:inline-block}.e-form input,.e-form select{
display:block;width:100%;max-width:420px;padding:10px;margin:4px 0 14px;box-sizing:border-box}.e-form input[type=radio],
.e-form input[type=checkbox]{display:inline;width:auto;margin:6px}.elementor-footer{background:#efe7dd;padding:30px 16px;
text-align:center}#agl_wrapper{position:fixed;inset:0;background:#2c1a1dfa;color:#fff;z-index:9000;display:flex;
align-items:center;justify-content:center;text-align:center;padding:20px}#agl_wrapper button{padding:14px 34px;margin:8px;
font:inherit;border:1px solid #f2e5d5;background:none;color:#f2e5d5}#agl_wrapper button.agl_yes{background:#f2e5d5;
color:#2c1a1d}.cky-consent-container{position:fixed;left:24px;bottom:24px;width:400px;max-width:calc(100vw - 48px);
box-sizing:border-box;background:#fff;border:1px solid #ddd;padding:22px;z-index:8000;font:14px/1.4 sans-serif}
.cky-btn{padding:10px 16px;border:2px solid #1863dc;background:none;color:#1863dc;margin:10px 4px 0 0}.cky-btn-accept{
background:#1863dc;color:#fff}.burger{display:none}@media(max-width:760px){.e-loop{grid-template-columns:1fr 1fr}
.menu-row{display:none;flex-direction:column;gap:12px}.menu-row.aaben{display:flex}.burger{display:inline-block;
background:none;border:0;color:#f2e5d5;font-size:16px}}</style>"""
FOOT = """<div class="cky-consent-container" hidden><p class="cky-title" role="heading" aria-level="1">Vi bruger cookies</p>
<p>Vi bruger cookies til statistik og markedsføring. Du kan altid trække dit samtykke tilbage.</p><div
class="cky-notice-btn-wrapper"><button class="cky-btn" data-cky-tag="settings-button">Tilpas</button><button
class="cky-btn" data-cky-tag="reject-button">Kun nødvendige</button><button class="cky-btn cky-btn-accept"
data-cky-tag="accept-button">Accepter alle</button></div></div><div id="agl_wrapper" hidden><div><h1>Er du fyldt 18 år?
</h1><p>Vi sælger ikke alkohol til personer under 18 år.</p><button class="agl_yes">Ja, det er jeg</button><button
class="agl_no">Nej</button></div></div><script>(function(d){function c(n,v){d.cookie=n+'='+v+';path=/;max-age=9e5'}
function h(n){return d.cookie.indexOf(n+'=')>-1}var a=d.getElementById('agl_wrapper'),k=d.querySelector(
'.cky-consent-container');a.hidden=h('agl');a.style.display=h('agl')?'none':'flex';k.hidden=h('cky');
d.querySelector('.agl_yes').onclick=function(){c('agl',1);a.style.display='none'};d.querySelector('.agl_no').onclick=
function(){location='/under-18/'};k.onclick=function(e){var t=e.target.getAttribute('data-cky-tag');if(t&&t!=
'settings-button'){c('cky',t);k.hidden=true}};d.querySelector('.burger').onclick=function(){d.querySelector('.menu-row')
.classList.toggle('aaben')};var b=d.querySelector('[data-vin]');if(b)b.onclick=function(){fetch('/?wc-ajax=laeg_i',{method:
'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({vin:b.getAttribute('data-vin')})}).then(function(r)
{return r.json()}).then(function(s){d.querySelector('.antal').textContent=s.antal;alert('Flasken er lagt i din kurv!')})}}
)(document)</script>"""


def _kr(beloeb: float) -> str:
    return f"{beloeb:,.2f}".replace(",", " ").replace(".", ",") + " kr."


def _flaske(farve: str, bredde: str = "100%") -> str:
    return (
        f'<svg viewBox="0 0 60 120" width="{bredde}" style="max-height:260px"><path d="M25 6h10v30c9 8 11 16 11 26v50H14V62c0-10 '
        f'2-18 11-26z" fill="{farve}"/><rect x="16" y="70" width="28" height="24" fill="#f4ecdd"/></svg>'
    )


class App(Shop):
    """Wine by the bottle."""

    def handle(self, request: Request) -> Response:
        kurv: dict[str, int] = request.session.setdefault("kurv", {})
        if request.query.get("wc-ajax") and request.method == "POST" and request.json:
            kurv[request.json["vin"]] = kurv.get(request.json["vin"], 0) + 1
            return json_response({"antal": sum(kurv.values())})
        foerste, _, rest = request.path.strip("/").partition("/")
        sider = {"": self._forside, "type": self._type, "vin": self._vin, "kurv": self._kurv, "kassen": self._kassen}
        sider |= {"handelsbetingelser": self._vilkaar, "under-18": self._under, "nyhedsbrev": self._brev}
        try:
            svar = sider[foerste](request, kurv, rest)
        except (KeyError, StopIteration):
            return html("<h1>Siden blev ikke fundet</h1>", 404)
        return svar if isinstance(svar, Response) else self._ramme(*svar, sum(kurv.values()))

    @staticmethod
    def _ramme(titel: str, indhold: str, antal: int) -> Response:
        menu = "".join(f'<a href="/type/{k}/">{v}</a>' for k, v in TYPER.items())
        return html(f"""<!doctype html><html lang="da-DK"><head><meta charset="UTF-8"><title>{titel} – Kælderhals Vin</title>
<meta name="viewport" content="width=device-width, initial-scale=1">{HEAD}</head><body><header class="elementor-header">
<h3><a href="/">KÆLDERHALS</a></h3><button class="burger">Menu ☰</button> <a href="/kurv/">Kurv (<span class="antal">{antal}
</span>)</a><div class="menu-row">{menu}</div></header><section class="elementor-section">{indhold}</section>
<footer class="elementor-footer"><p>Kælderhals Vin ApS · Havnegade 12, 5000 Odense C · CVR 38 11 22 33</p><p><a
href="tel:+4566112233">66 11 22 33</a> · <a href="mailto:vin@kaelderhals.example">vin@kaelderhals.example</a></p><p><a
href="/handelsbetingelser/">Handelsbetingelser og retur</a></p><form action="/nyhedsbrev/" method="post">Vinbrev:
<input type="email" name="mail" placeholder="Din e-mail"> <button>Tilmeld</button></form></footer>{FOOT}</body></html>""")

    @staticmethod
    def _hylde(vine: list[tuple[str, str, float, str, str]]) -> str:
        return '<div class="e-loop">' + "".join(
            f'<a href="/vin/{s}/">{_flaske(f)}<h4>{n}</h4><span>{_kr(p)}</span></a>' for s, n, p, _, f in vine
        ) + "</div>"  # fmt: skip

    def _forside(self, request: Request, kurv: dict[str, int], rest: str) -> tuple[str, str]:
        return "Forside", "<h2>Små producenter, store glas</h2>" + self._hylde(VINE)

    def _type(self, request: Request, kurv: dict[str, int], rest: str) -> tuple[str, str]:
        return TYPER[rest], f"<h2>{TYPER[rest]}</h2>" + self._hylde([v for v in VINE if v[3] == rest])

    def _vin(self, request: Request, kurv: dict[str, int], rest: str) -> tuple[str, str]:
        slug, navn, pris, _, farve = next(v for v in VINE if v[0] == rest)
        data = {"@context": "https://schema.org", "@type": "Product", "name": navn, "sku": slug,
                "offers": {"@type": "Offer", "price": pris, "priceCurrency": "DKK"}}  # fmt: skip
        return (
            navn,
            f"""<script type="application/ld+json">{json.dumps(data)}</script>{_flaske(farve, "220")}<h1>{navn}</h1>
<p><b>{_kr(pris)}</b> pr. flaske</p><p>På lager</p><button class="e-btn" data-vin="{slug}">Læg i kurv</button>
<h4>Anmeldelser (1)</h4><p>★★★★★ Henrik: »Dejlig til simremad.«</p>""",
        )

    def _kurv(self, request: Request, kurv: dict[str, int], rest: str) -> tuple[str, str]:
        kurv.pop(request.query.get("fjern", ""), None)
        linjer = "".join(
            f'<p>{n} – {kurv[s]} fl. – {_kr(p * kurv[s])} <a href="?fjern={s}">Fjern</a></p>'
            for s, n, p, _, _ in VINE
            if s in kurv
        )
        knap = '<a class="e-btn" href="/kassen/">Gå til kassen</a>' if linjer else "<p>Din kurv er tom.</p>"
        return "Kurv", f"<h2>Din kurv</h2>{linjer}{knap}"

    def _kassen(self, request: Request, kurv: dict[str, int], rest: str) -> Response | tuple[str, str]:
        if not kurv:
            return redirect("/kurv/")
        if request.method == "POST":
            self.orders += 1
            kurv.clear()
            return "Tak", "<h2>Tak for din ordre</h2>"
        felter = ["Fornavn", "Efternavn", "Adresse", "Postnummer", "By", "Telefon", "E-mail", "Fødselsdato"]
        rows = "".join(f"<label>{f}<input name='{f.lower()}' required></label>" for f in felter)
        return (
            "Kassen",
            f"""<h2>Kassen</h2><form class="e-form" method="post">{rows}<p><label><input type="radio" name="p"
checked>Betalingskort</label><label><input type="radio" name="p">MobilePay</label></p><p><label><input type="checkbox"
required>Jeg er over 18 år og accepterer handelsbetingelserne</label></p><button class="e-btn">Afgiv ordre</button></form>""",
        )

    def _vilkaar(self, request: Request, kurv: dict[str, int], rest: str) -> tuple[str, str]:
        return (
            "Handelsbetingelser",
            """<h2>Handelsbetingelser og retur</h2><p>Priser er i danske kroner inkl. moms.</p>
<h4>Fortrydelsesret</h4><p>Du har 14 dages fortrydelsesret, når du handler hos os. Fristen regnes fra den dag, du modtager
varen. Flasken skal være uåbnet. Send den tilbage for egen regning, så får du pengene retur på samme kort.</p>""",
        )

    def _under(self, request: Request, kurv: dict[str, int], rest: str) -> tuple[str, str]:
        return "Under 18", "<h2>Kom igen, når du er fyldt 18 år.</h2>"

    def _brev(self, request: Request, kurv: dict[str, int], rest: str) -> tuple[str, str]:
        self.messages += 1
        return "Tak", "<p>Tak for din tilmelding.</p>"
