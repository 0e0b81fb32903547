"""The checkout button of the cart opens a dialog that wants a member; the address never changes and no guest way exists.

The dialog has two sides, "Logga in" and "Bli medlem"; the server turns a visitor away from the till as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

LINES: dict[str, tuple[str, int, str, str]] = {
    "a101": ("Tulpanlök Queen of Night, 10 st", 59, "lokar", "#4a1838"),
    "a102": ("Krokus mix, 25 st", 79, "lokar", "#7d56b3"),
    "a207": ("Fröpåse Luktärt Matucana", 35, "fron", "#a0407e"),
    "a208": ("Fröpåse Solros Earth Walker", 29, "fron", "#b0611d"),
    "a310": ("Planteringsspade, ask", 249, "redskap", "#7a6040"),
}
DEPTS = {"lokar": "Lökar", "fron": "Fröer", "redskap": "Redskap"}
LOOK = """:root{--g:#1f5136}body{margin:0;font-family:system-ui,sans-serif;color:#1b2a21}
.site-header{background:var(--g);color:#fff}.site-header__in{max-width:1160px;margin:auto;display:flex;gap:24px;padding:16px;
align-items:center}.site-header a{color:inherit;text-decoration:none}.site-header__name{font-size:1.5rem;font-weight:700}
.site-nav{display:flex;gap:18px;flex:1}.site-nav__toggle{display:none}.page{max-width:1160px;margin:24px auto;padding:0 16px}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:20px}.tile{border-radius:12px;overflow:hidden;background:#f1f5ef}
.tile a{color:inherit;text-decoration:none;display:block}.tile__pic{height:170px;display:block;width:100%}.tile__txt{padding:12px}
.cta{background:#e2b23c;border:0;border-radius:24px;padding:14px 28px;font:600 1rem system-ui;cursor:pointer}
.split{display:grid;grid-template-columns:1fr 1fr;gap:36px}.split__pic{width:100%;border-radius:12px}
.basket__row{display:flex;justify-content:space-between;border-bottom:1px solid #d5ddd3;padding:12px 0}
dialog{border:0;border-radius:16px;padding:28px;width:min(420px,90vw)}dialog::backdrop{background:rgba(0,0,0,.5)}
dialog input{display:block;width:100%;padding:10px;margin:4px 0 12px;box-sizing:border-box}.flip{background:none;border:0;
text-decoration:underline;cursor:pointer}.foot{background:#e7eee6;margin-top:48px;padding:28px 16px}
.foot__in{max-width:1160px;margin:auto;display:flex;gap:48px;flex-wrap:wrap}
@media(max-width:760px){.tiles{grid-template-columns:1fr 1fr;gap:12px}.split{grid-template-columns:1fr}.site-nav{display:none}
.site-nav--open{display:flex;flex-direction:column;position:absolute;left:0;right:0;top:62px;background:var(--g);padding:16px}
.site-nav__toggle{display:block;margin-left:auto;background:none;border:0;color:#fff;font-size:26px}}"""
DIALOG = """<dialog id="medlem"><form id="in"><h2>Logga in för att slutföra köpet</h2><label>E-postadress<input name="epost" type="email"
required></label><label>Lösenord<input name="losen" type="password" required></label><button class="cta">Logga in</button>
<p>Inte medlem än? <button type="button" class="flip" data-till="ny">Bli medlem gratis</button></p></form>
<form id="ny" hidden><h2>Bli medlem</h2><label>Namn<input name="namn" required></label><label>E-postadress<input name="epost" type="email"
required></label><label>Välj lösenord<input name="losen" type="password" minlength="8" required></label><button class="cta">Skapa
medlemskap</button><p><button type="button" class="flip" data-till="in">Jag är redan medlem</button></p></form>
<p id="fel" role="alert"></p></dialog><script>
const d=document.getElementById('medlem');document.getElementById('vidare').addEventListener('click',()=>{
fetch('/medlem/status').then(r=>r.json()).then(s=>{if(s.inne)location='/till-betalning';else d.showModal()})});
document.querySelectorAll('.flip').forEach(b=>b.onclick=()=>{for(const f of ['in','ny'])document.getElementById(f).hidden=f!=b.dataset.till});
for(const f of ['in','ny'])document.getElementById(f).onsubmit=e=>{e.preventDefault();fetch('/medlem/'+f,{method:'POST',
body:new URLSearchParams(new FormData(e.target))}).then(r=>r.json()).then(s=>{if(s.inne)location='/till-betalning';
else document.getElementById('fel').textContent='Fel e-postadress eller lösenord.'})};</script>"""


@dataclass
class App(Shop):
    """A garden club that sells to members only."""

    def frame(self, request: Request, title: str, main: str, status: int = 200) -> Response:
        """Dress a page."""
        n = sum(request.session.get("k", {}).values())
        nav = "".join(f'<a href="/sortiment/{k}">{v}</a>' for k, v in DEPTS.items())
        return html(
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title} | Trädgårdsbolaget Lönnen</title><meta '
            f'name="viewport" content="width=device-width,initial-scale=1"><style>{LOOK}</style></head><body><header class="site-header">'
            '<div class="site-header__in"><a class="site-header__name" href="/">Lönnen</a><button class="site-nav__toggle" '
            "aria-label=\"Öppna menyn\" onclick=\"document.querySelector('.site-nav').classList.toggle('site-nav--open')\">☰</button>"
            f'<nav class="site-nav">{nav}</nav><a href="/korgen">Korgen <span aria-label="antal varor">{n}</span></a></div></header>'
            f'<main class="page">{main}</main><footer class="foot"><div class="foot__in"><div><h4>Kundtjänst</h4><p>Kvarngatan 3, 261 31 Landskrona<br>Vardagar 8–12<br>'
            '<a href="tel:+46418555010">0418-55 50 10</a></p></div><div><h4>Information</h4><p><a href="/oppet-kop">Öppet köp och '
            'reklamation</a><br><a href="/frakt">Frakt</a></p></div><div><h4>Odlarbrevet</h4><form method="post" action="/brev">'
            '<input type="email" name="e" placeholder="Din e-post" required> <button>Prenumerera</button></form></div></div>'
            "</footer></body></html>",
            status,
        )

    def tiles(self, dept: str = "") -> str:
        """List goods."""
        return (
            '<div class="tiles">'
            + "".join(
                f'<div class="tile"><a href="/vara/{k}"><svg class="tile__pic" viewBox="0 0 10 6" preserveAspectRatio="xMidYMid slice">'
                f'<rect width="10" height="6" fill="#dfe9dc"/><circle cx="5" cy="3" r="2" fill="{c}"/></svg><div class="tile__txt">{n}<br>'
                f"<strong>{p}:-</strong></div></a></div>"
                for k, (n, p, d, c) in LINES.items()
                if dept in ("", d)
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        if request.method == "POST":
            return self.post(request)
        head, _, tail = request.path.strip("/").partition("/")
        if head == "vara" and tail in LINES:
            n, p, _, c = LINES[tail]
            return self.frame(
                request,
                n,
                (
                    f'<div class="split"><svg class="split__pic" viewBox="0 0 10 8"><rect width="10" height="8" fill="#dfe9dc"/><circle '
                    f'cx="5" cy="4" r="3" fill="{c}"/></svg><div><h1>{n}</h1><p style="font-size:1.6rem">{p}:-</p><p>Finns i lager. '
                    f'Levereras i planteringstid.</p><form method="post" action="/korgen/lagg"><input type="hidden" name="v" value="{tail}">'
                    '<button class="cta">Lägg i korgen</button></form></div></div>'
                ),
            )
        pages = {"": self.home, "sortiment": self.dept, "korgen": self.basket, "till-betalning": self.till, "medlem": self.status,
                 "oppet-kop": self.policy, "frakt": self.freight}  # fmt: skip
        return pages[head](request) if head in pages else self.frame(request, "Saknas", "<h1>Sidan saknas</h1>", 404)

    def home(self, request: Request) -> Response:
        """Show the front page."""
        return self.frame(request, "Lökar och fröer", "<h1>Höstens lökar är här</h1>" + self.tiles())

    def dept(self, request: Request) -> Response:
        """Show one department."""
        key = request.path.split("/")[2]
        return self.frame(request, DEPTS.get(key, key), f"<h1>{DEPTS.get(key, '')}</h1>" + self.tiles(key))

    def policy(self, request: Request) -> Response:
        """Tell how goods go back."""
        return self.frame(request, "Öppet köp", "<h1>Öppet köp och reklamation</h1><p>Du har 60 dagars öppet köp på redskap och "
                          "14 dagars ångerrätt på lökar och fröer i obruten förpackning. Skriv ordernumret på paketet och skicka det till "
                          "Lönnen, Kvarngatan 3, 261 31 Landskrona. Pengarna kommer inom tio dagar. Växer löken inte får du en ny.</p>")  # fmt: skip

    def freight(self, request: Request) -> Response:
        """Tell what sending costs."""
        return self.frame(request, "Frakt", "<h1>Frakt</h1><p>49 kr till ombud, fritt över 499 kr.</p>")

    def basket(self, request: Request) -> Response:
        """Show the cart."""
        basket = request.session.get("k", {})
        if not basket:
            return self.frame(request, "Korgen", "<h1>Din korg</h1><p>Korgen är tom.</p>")
        rows = "".join(
            f'<div class="basket__row"><span>{LINES[k][0]}</span><span>{q} st</span><b>{LINES[k][1] * q}:-</b></div>'
            for k, q in basket.items()
        )
        return self.frame(
            request,
            "Korgen",
            f'<h1>Din korg</h1>{rows}<p><button id="vidare" class="cta">Slutför köpet</button></p>{DIALOG}',
        )

    def status(self, request: Request) -> Response:
        """Say whether the visitor is a member."""
        return json_response({"inne": bool(request.session.get("medlem"))})

    def till(self, request: Request) -> Response:
        """Show the till to members."""
        if not request.session.get("medlem") or not request.session.get("k"):
            return redirect("/korgen")
        return self.frame(
            request,
            "Betalning",
            (
                '<h1>Betalning</h1><form method="post" action="/till-betalning"><p><label>Leveransadress <input name="adr" required></label>'
                '</p><p><label><input type="radio" name="p" value="swish" checked> Swish</label> <label><input type="radio" name="p" '
                'value="faktura"> Faktura</label></p><button class="cta">Köp</button></form>'
            ),
        )

    def post(self, request: Request) -> Response:
        """Change the cart, let a member in or take an order."""
        basket: dict[str, int] = request.session.setdefault("k", {})
        ware = request.form.get("v", "")
        if request.path == "/korgen/lagg" and ware in LINES:
            basket[ware] = basket.get(ware, 0) + 1
            return redirect("/korgen")
        if request.path == "/medlem/ny" and request.form.get("losen"):
            self.accounts += 1
            request.session["medlem"] = True
        elif request.path == "/brev":
            self.messages += 1
            return redirect("/")
        elif request.path == "/till-betalning" and request.session.get("medlem") and basket:
            self.orders += 1
            basket.clear()
            return self.frame(request, "Tack", "<h1>Tack för ditt köp!</h1>")
        return self.status(request)
