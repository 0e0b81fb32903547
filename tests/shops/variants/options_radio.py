"""Coffee must be ground one way or another: required radios with nothing preset, refused by the browser's own bubble.

A Swedish Bootstrap-like shop whose checkout begins with a chooser between logging in and going on as a guest.
"""

from __future__ import annotations

import random

from tests.shops.kit import Request, Response, Shop, html, redirect

COFFEE = {
    "1": ("Kajans mellanrost", 89, "bryggkaffe", "Choklad, röda bär och nötter."),
    "2": ("Etiopien Guji", 129, "bryggkaffe", "Jasmin, aprikos, bergamott."),
    "3": ("Espresso Nr 4", 109, "espresso", "Mörk kakao och russin."),
    "4": ("Koffeinfri Colombia", 119, "espresso", "Milt rostad, sockerrörsprocess."),
}
GRINDS = {"hela": "Hela bönor", "brygg": "Bryggmalet", "espresso": "Espressomalet", "press": "Pressmalet"}
CSS = """body{margin:0;font-family:system-ui,"Segoe UI",sans-serif;color:#212529}.container{max-width:1080px;margin:0
auto;
padding:0 16px}.navbar{background:#3b2417;color:#fff}.navbar .container{display:flex;align-items:center;gap:18px;
min-height:60px;
flex-wrap:wrap}.navbar a{color:#fff;text-decoration:none}.navbar-brand{font-size:1.3rem}.navbar-toggler{display:none;
margin-left:auto;background:none;border:1px solid #fff8;color:#fff;font-size:1.2rem;padding:6px 12px}
.navbar-collapse{display:flex;gap:18px;flex:1}.ms-auto{margin-left:auto}.row{display:grid;
grid-template-columns:repeat(4,1fr);
gap:20px}.card{border:1px solid #ddd;border-radius:6px;overflow:hidden;display:flex;flex-direction:column}
.card-body{padding:14px}
.btn{display:inline-block;padding:10px 18px;border-radius:6px;border:1px solid transparent;font:inherit;cursor:pointer;
text-decoration:none}.btn-success{background:#8a5a2b;color:#fff}.btn-outline-dark{background:#fff;color:#212529;
border-color:#212529}.alert{padding:12px 16px;border-radius:6px;margin:16px 0;background:#d1e7dd;color:#0a3622}
.form-check{margin:8px 0}.form-control,.form-select{display:block;width:100%;box-sizing:border-box;padding:9px 12px;
font:inherit;
border:1px solid #bbb;border-radius:6px;margin-bottom:12px}.two{display:grid;grid-template-columns:1fr 1fr;gap:32px}
.badge{background:#dc3545;border-radius:9px;padding:2px 7px;font-size:.75rem}.bg-light{background:#f8f9fa;padding:28px
0;
margin-top:44px}@media(max-width:767px){.navbar-toggler{display:block}.navbar-collapse{display:none;flex-basis:100%;
flex-direction:column;padding-bottom:14px}.navbar-collapse.show{display:flex}.ms-auto{margin-left:0}
.row{grid-template-columns:1fr 1fr}.two{grid-template-columns:1fr}}"""


def bag(key: str) -> str:
    """Draw a coffee bag with a label."""
    shade = random.Random(key).randint(10, 45)
    return (
        f'<svg viewBox="0 0 120 130" width="100%" role="img" aria-label="Kaffepåse"><rect width="120" height="130" '
        f'fill="#f3ece4"/><path d="M35 20h50l8 95H27z" fill="hsl({shade} 45% 30%)"/><rect x="42" y="55" width="36" '
        'height="30" fill="#fff"/></svg>'
    )


class App(Shop):
    """Rosteriet Kajan."""

    def view(self, request: Request, title: str, content: str) -> Response:
        """Render the layout with a flash message, if one waits."""
        flash = request.session.pop("flash", "")
        flash = f'<div class="alert" role="status">{flash}</div>' if flash else ""
        count = len(request.session.get("bag", []))
        return html(f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title} · Rosteriet
Kajan</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{CSS}</style></head><body><nav
class="navbar">
<div class="container"><a class="navbar-brand" href="/">Rosteriet Kajan</a><button class="navbar-toggler" type="button"
aria-label="Visa meny" onclick="document.getElementById('huvudmeny').classList.toggle('show')">☰</button>
<div class="navbar-collapse" id="huvudmeny"><a href="/kategori/bryggkaffe">Bryggkaffe</a><a
href="/kategori/espresso">Espresso</a>
<a href="/om-oss">Om rosteriet</a></div><a class="ms-auto" href="/varukorg">Varukorg <span class="badge">{count}</span>
</a></div></nav>
<div class="container">{flash}{content}</div><footer class="bg-light"><div class="container"><h5>Kundtjänst</h5>
<p>Mejla <a href="mailto:kundtjanst@kajan.example">kundtjanst@kajan.example</a> så svarar vi inom ett dygn.</p>
<p><a href="/kopvillkor">Köpvillkor</a> · <a href="/angerratt">Ångerrätt och returer</a></p></div></footer></body>
</html>""")

    def deck(self, keys: list[str]) -> str:
        """Lay out cards."""
        return (
            '<div class="row">'
            + "".join(
                f'<div class="card"><a href="/kaffe/{k}">{bag(k)}</a><div class="card-body"><h5>{COFFEE[k][0]}</h5>'
                f"<p>{COFFEE[k][1]} "
                f'kr / 250 g</p><a class="btn btn-outline-dark" href="/kaffe/{k}">Välj malning</a></div></div>'
                for k in keys
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        parts = request.path.strip("/").split("/")
        if parts == [""]:
            return self.view(
                request, "Färskrostat kaffe", "<h1>Färskrostat varje tisdag</h1>" + self.deck(list(COFFEE))
            )
        if parts[0] == "kategori":
            keys = [k for k, v in COFFEE.items() if v[2] == parts[-1]]
            return self.view(request, "Kategori", f"<h1>{parts[-1].capitalize()}</h1>{self.deck(keys)}")
        if parts[0] == "kaffe" and parts[-1] in COFFEE:
            return self.one(request, parts[-1])
        if parts[0] == "varukorg":
            return self.bag_page(request, parts)
        if parts[0] == "kassa":
            return self.till(request, parts) if request.session.get("bag") else redirect("/varukorg")
        texts = {
            "om-oss": "<h1>Om rosteriet</h1><p>Vi rostar i ett gammalt båthus i Luleå. Södra hamngatan 2, 972 31 "
            "Luleå.</p>",
            "kopvillkor": "<h1>Köpvillkor</h1><p>Frakt 49 kr, fritt över 499 kr. Leverans 2–4 vardagar med "
            "PostNord.</p>",
            "angerratt": "<h1>Ångerrätt och returer</h1><p>Du har 14 dagars ångerrätt från det att du tog emot varan. "
            "Obruten "
            "påse skickas tillbaka i samma skick. Meddela oss via mejl innan du returnerar. Du betalar returfrakten "
            "själv "
            "och vi återbetalar köpet inom 14 dagar.</p>",
        }
        if parts[0] in texts:
            return self.view(request, parts[0], texts[parts[0]])
        return html("Sidan finns inte", 404)

    def one(self, request: Request, key: str) -> Response:
        """Show one coffee or take the post of its form."""
        name, kr, _, notes = COFFEE[key]
        if request.method == "POST":
            if request.form.get("malning") not in GRINDS:
                request.session["flash"] = "Du måste välja malning."
            else:
                request.session.setdefault("bag", []).append((key, request.form["malning"]))
                request.session["flash"] = f'{name} ligger nu i varukorgen. <a href="/varukorg">Visa varukorgen</a>'
            return redirect(f"/kaffe/{key}")
        radios = "".join(
            f'<div class="form-check"><input class="form-check-input" type="radio" name="malning" id="m-{g}" '
            f'value="{g}" required>'
            f' <label for="m-{g}">{label}</label></div>'
            for g, label in GRINDS.items()
        )
        return self.view(
            request,
            name,
            f"""<div class="two"><div>{bag(key)}</div><div><h1>{name}</h1><p class="h4">{kr} kr</p><p>{notes}</p>
<form method="post"><fieldset><legend>Malning</legend>{radios}</fieldset><button class="btn btn-success">Lägg i
varukorgen</button>
</form><p>I lager, skickas inom två dagar.</p><h4>Omdömen</h4><p>★★★★★ ”Bästa bryggkaffet norr om Dalälven.” – Berit,
 Piteå</p>
</div></div>""",
        )

    def bag_page(self, request: Request, parts: list[str]) -> Response:
        """Show the cart."""
        rows = request.session.setdefault("bag", [])
        if parts[-1] == "tom" and request.method == "POST":
            rows.clear()
            return redirect("/varukorg")
        if not rows:
            return self.view(request, "Varukorg", "<h1>Varukorg</h1><p>Här var det tomt.</p>")
        lines = "".join(
            f'<tr><td>{COFFEE[k][0]}<br><small>{GRINDS[g]}</small></td><td align="right">{COFFEE[k][1]} kr</td></tr>'
            for k, g in rows
        )
        total = sum(COFFEE[k][1] for k, _ in rows)
        return self.view(
            request,
            "Varukorg",
            f"""<h1>Varukorg</h1><table width="100%">{lines}<tr><th align="left">Summa</th><th align="right">{total}
 kr</th></tr>
</table><form method="post" action="/varukorg/tom"><button class="btn btn-outline-dark">Töm</button></form>
<p><a class="btn btn-success" href="/kassa">Gå till kassan</a></p>""",
        )

    def till(self, request: Request, parts: list[str]) -> Response:
        """Choose how to buy, give the address, order."""
        step = parts[-1]
        if step == "kassa":
            return self.view(
                request,
                "Kassan",
                """<h1>Hur vill du handla?</h1><div class="two"><form method="post" action="/kassa/logga-in"><h4>Jag har
ett konto</h4>
<input class="form-control" name="u" placeholder="E-post"><input class="form-control" type="password" name="p"
placeholder="Lösenord"><button class="btn btn-outline-dark">Logga in</button></form><div><h4>Ny här?</h4>
<p><a class="btn btn-success" href="/kassa/uppgifter">Handla som gäst</a></p><p><a href="/kassa/bli-kund">Bli kund</a>
</p>
</div></div>""",
            )
        if step == "skicka" and request.method == "POST":
            self.orders += 1
            request.session["bag"] = []
            return self.view(request, "Tack", "<h1>Tack för din beställning!</h1>")
        if step == "bli-kund" and request.method == "POST":
            self.accounts += 1
        if step in ("logga-in", "bli-kund"):
            return self.view(
                request,
                "Konto",
                '<h1>Bli kund</h1><form method="post" action="/kassa/bli-kund"><input class="form-control" name="e" '
                'placeholder="E-post">'
                '<input class="form-control" type="password" name="p" placeholder="Lösenord"><button '
                'class="btn">Registrera</button></form>',
            )
        names = ["Förnamn", "Efternamn", "E-post", "Mobil", "Adress", "Postnummer", "Ort"]
        fields = "".join(
            f'<label>{n}<input class="form-control" name="f{i}" required></label>' for i, n in enumerate(names)
        )
        return self.view(
            request,
            "Dina uppgifter",
            f"""<h1>Dina uppgifter</h1><form method="post" action="/kassa/skicka">{fields}
<label>Leverans<select class="form-select" name="lev"><option>PostNord ombud, 49 kr</option><option>Hämta i butik, 0
kr</option>
</select></label><h4>Betalning</h4><div class="form-check"><label><input type="radio" name="b" required> Swish</label>
</div>
<div class="form-check"><label><input type="radio" name="b"> Kort</label></div><div class="form-check"><label><input
type="radio"
name="b"> Faktura via Klarna</label></div><div class="form-check"><label><input type="checkbox" required> Jag godkänner
<a href="/kopvillkor">köpvillkoren</a></label></div><button class="btn btn-success">Slutför köp</button></form>""",
        )
