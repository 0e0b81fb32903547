"""Every product opens in a new tab, and on phones an app banner covers the header with the cart until it is closed.

The consent notice imitates an open source manager's; nothing but a line of text answers the adding.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

VARER = {
    "4711": ("Ullpledd Setesdal", 749, "Tepper", "#23395d"),
    "4712": ("Ullsokker, 3 par", 249, "Sokker", "#8c1c13"),
    "4713": ("Votter Selbu", 329, "Tilbehør", "#222"),
    "4714": ("Buff i merinoull", 199, "Tilbehør", "#567568"),
}
BOOT = """<style>:root{--bs:#0b5}body{margin:0;font-family:system-ui,sans-serif}.navbar{display:flex;padding:.9rem 1.2rem;
background:#17263c;color:#fff;align-items:center;gap:1.2rem;height:58px;box-sizing:border-box}.navbar a{color:#fff;
text-decoration:none}.navbar-brand{font-size:1.35rem;font-weight:700}.navbar-nav{display:flex;gap:1rem;margin-right:auto}
.container{max-width:1000px;margin:0 auto;padding:1rem}.row{display:flex;flex-wrap:wrap;margin:-8px}.col-3{width:25%;
padding:8px;box-sizing:border-box}.card{border:1px solid #dee2e6;border-radius:.4rem;overflow:hidden;padding-bottom:.7rem}
.card-body{padding:.6rem .9rem}.btn{border:0;border-radius:.35rem;padding:.7rem 1.4rem;font:inherit;background:#8c1c13;
color:#fff!important;text-decoration:none;display:inline-block;cursor:pointer}.text-success{color:#07631d}.form-control{
display:block;width:100%;padding:.5rem;margin-bottom:.7rem;box-sizing:border-box}.navbar-toggler{display:none}
.app-banner{display:none}@media(max-width:600px){.col-3{width:50%}.navbar-nav{display:none}.navbar-nav.show{display:flex;
flex-direction:column;position:absolute;top:58px;left:0;right:0;background:#17263c;padding:1rem;z-index:5}.navbar-toggler{
display:block;background:none;color:#fff;border:1px solid #fff8;font-size:1.2rem;margin-left:auto}.app-banner{display:flex;
position:fixed;top:0;left:0;right:0;height:64px;background:#f2f2f7;align-items:center;gap:10px;padding:0 10px;z-index:99;
font-size:14px;box-shadow:0 1px 4px #0005}.app-banner b{flex:1}}.klaro .cookie-notice{position:fixed;right:18px;bottom:18px;
width:370px;max-width:calc(100vw - 36px);box-sizing:border-box;background:#333;color:#fafafa;padding:1em;border-radius:4px;
z-index:1000;font-size:14px}.klaro .cm-btn{border:0;border-radius:4px;padding:.5em 1em;color:#fff;background:#5c5c5c;
margin-right:.5em}.klaro .cm-btn-success{background:#1a936f}.klaro a{color:#24cc9a}</style>"""
KLARO = """<script>addEventListener('load',function(){var q=function(s){return document.querySelector(s)};
q('.navbar-toggler').onclick=function(){q('.navbar-nav').classList.toggle('show')};
if(localStorage.appBanner)q('.app-banner').remove();else q('.app-banner button').onclick=function(){localStorage.appBanner
='lukket';q('.app-banner').remove()};
if(!/klaro=/.test(document.cookie)){var k=document.createElement('div');k.id='klaro';k.className='klaro';k.innerHTML=
'<div role="dialog" class="cookie-notice"><div class="cn-body"><p>Hei! Kan vi aktivere noen ekstra tjenester for '+
'besøksstatistikk? Du kan alltid endre valget senere.</p><div class="cn-ok"><a href="#" class="cn-learn-more">La meg '+
'velge</a> <button class="cm-btn cm-btn-danger cn-decline">Nei takk</button><button class="cm-btn cm-btn-success">Det er '+
'greit</button></div></div></div>';setTimeout(function(){document.body.appendChild(k)},400);k.addEventListener('click',
function(e){if(e.target.className.indexOf('cm-btn')>=0){document.cookie='klaro='+/success/.test(e.target.className)+
';path=/';k.remove()}e.preventDefault()})}})</script>"""


def _side(tittel: str, innhold: str, antall: int) -> Response:
    lenker = "".join(f'<a href="/kategori?navn={k}">{k}</a>' for k in dict.fromkeys(v[2] for v in VARER.values()))
    return html(f"""<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>{tittel} · Ullgarasjen</title>
<meta name="viewport" content="width=device-width, initial-scale=1">{BOOT}</head><body><div class="app-banner"><button
aria-label="Lukk">✕</button><b>Ullgarasjen<br><small>Raskere i appen – last ned gratis</small></b><a class="btn" href="#app">
Åpne</a></div><nav class="navbar"><a class="navbar-brand" href="/">Ullgarasjen</a><div class="navbar-nav">{lenker}
<a href="/om">Om oss</a></div><button class="navbar-toggler" aria-label="Meny">☰</button><a href="/handlekurv"
aria-label="Handlekurv">🧺 {antall}</a></nav><div class="container">{innhold}</div><hr><footer class="container">
<p><a href="/bytte-og-retur">Bytte og retur</a> · <a href="/om">Om oss</a></p><p>Ullgarasjen AS · Nedre Storgate 40,
3015 Drammen · <a href="mailto:hei@ullgarasjen.example">hei@ullgarasjen.example</a> · Tlf. <a href="tel:+4732801122">
32 80 11 22</a></p></footer>{KLARO}</body></html>""")


def _kort(nr: str) -> str:
    navn, pris, _, farge = VARER[nr]
    return f"""<div class="col-3"><div class="card"><svg viewBox="0 0 80 60" width="100%"><rect width="80" height="60"
fill="#f4efe6"/><path d="M26 14h28l12 12-7 7-5-4v22H26V29l-5 4-7-7z" fill="{farge}"/></svg><div class="card-body">
<a href="/vare/{nr}" target="_blank" rel="noopener">{navn}</a><p><strong>{pris},-</strong></p></div></div></div>"""


class App(Shop):
    """Woollens."""

    def handle(self, request: Request) -> Response:
        kurv: dict[str, int] = request.session.setdefault("kurv", {})
        del_, _, nr = request.path.strip("/").partition("/")
        if del_ == "vare" and nr in VARER:
            return self._vare(nr, request, kurv)
        if del_ in ("", "kategori"):
            navn = request.query.get("navn", "")
            kort = "".join(_kort(n) for n, v in VARER.items() if not navn or v[2] == navn)
            return _side(navn or "Hjem", f'<h1>{navn or "Varmt fra innerst til ytterst"}</h1><div class="row">{kort}</div>',
                         sum(kurv.values()))  # fmt: skip
        sider = {"handlekurv": self._handlekurv, "kasse": self._kasse, "bytte-og-retur": self._retur, "om": self._om}
        if del_ not in sider:
            return html("<h1>Fant ikke siden</h1>", 404)
        svar = sider[del_](request, kurv)
        return svar if isinstance(svar, Response) else _side(del_.capitalize(), svar, sum(kurv.values()))

    def _vare(self, nr: str, request: Request, kurv: dict[str, int]) -> Response:
        navn, pris, kategori, farge = VARER[nr]
        if request.method == "POST":
            kurv[nr] = kurv.get(nr, 0) + 1
            return redirect(f"/vare/{nr}?lagt=1")
        svar = '<p class="text-success">✓ Varen ligger i kurven.</p>' if request.query.get("lagt") else ""
        return _side(navn, f"""<p><a href="/kategori?navn={kategori}">{kategori}</a> / {navn}</p><svg viewBox="0 0 80 60"
width="300"><rect width="80" height="60" fill="#f4efe6"/><path d="M26 14h28l12 12-7 7-5-4v22H26V29l-5 4-7-7z" fill="{farge}"
/></svg><h1>{navn}</h1><h2>{pris},-</h2><form method="post">{svar}<button class="btn">Kjøp</button></form>
<p>100 % norsk ull. Maskinvask 30 grader.</p><p>På lager, leveres på 2–4 virkedager.</p>""", sum(kurv.values()))  # fmt: skip

    def _handlekurv(self, request: Request, kurv: dict[str, int]) -> str:
        if "fjern" in request.query:
            kurv.pop(request.query["fjern"], None)
        if not kurv:
            return "<h1>Handlekurv</h1><p>Kurven er tom.</p>"
        linjer = "".join(
            f'<tr><td>{VARER[n][0]}<td>{a} stk<td>{a * VARER[n][1]},-<td><a href="?fjern={n}">Fjern</a>'
            for n, a in kurv.items()
        )
        sum_ = sum(a * VARER[n][1] for n, a in kurv.items())
        return f"""<h1>Handlekurv</h1><table cellpadding="6">{linjer}</table><p>Totalt {sum_},-</p>
<a class="btn" href="/kasse">Gå til betaling</a>"""

    def _kasse(self, request: Request, kurv: dict[str, int]) -> Response | str:
        if not kurv:
            return redirect("/handlekurv")
        if request.method == "POST":
            self.orders += 1
            kurv.clear()
            return "<h1>Takk for handelen!</h1>"
        felt = "".join(
            f'<label>{t}<input class="form-control" name="{i}" required></label>'
            for i, t in enumerate(["E-post", "Mobil", "Fornavn", "Etternavn", "Gateadresse", "Postnr.", "Poststed"])
        )
        return f"""<h1>Kasse</h1><form method="post">{felt}<p>Betal med<br><label><input type="radio" name="b" checked> Vipps
</label> <label><input type="radio" name="b"> Bankkort</label> <label><input type="radio" name="b"> Klarna</label></p>
<button class="btn">Bestill og betal</button></form>"""

    def _retur(self, request: Request, kurv: dict[str, int]) -> str:
        return """<h1>Bytte og retur</h1><p>Angrer du, kan du sende varen tilbake innen 30 dager etter at du fikk pakken.
Varen må være ubrukt og ha merkelappene på. Skriv ut returlappen fra e-posten og lever pakken på Posten. Vi trekker 59 kr
for returfrakt; bytte til annen størrelse er gratis.</p>"""

    def _om(self, request: Request, kurv: dict[str, int]) -> str:
        return (
            "<h1>Om oss</h1><p>Vi strikker i en gammel garasje i Drammen. Åpent for henting tirsdag–fredag 10–17.</p>"
        )
