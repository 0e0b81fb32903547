"""Two selects of which the second is empty and disabled until the first is chosen, then filled by a request.

A Danish Magento-like bicycle shop: frame size first, then the colours that exist in that size.
"""

from __future__ import annotations

import json

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

BIKES: dict[str, dict[str, object]] = {
    "dambike-luna": {"navn": "Damecykel Luna", "pris": 4299, "grp": "cykler"},
    "herrecykel-odin": {"navn": "Herrecykel Odin", "pris": 4799, "grp": "cykler"},
    "juniorcykel-tumle": {"navn": "Juniorcykel Tumle", "pris": 2499, "grp": "juniorcykler"},
    "citybike-freja": {"navn": "Citybike Freja", "pris": 5499, "grp": "cykler"},
    "ladcykel-thor": {"navn": "Ladcykel Thor", "pris": 14995, "grp": "juniorcykler"},
}
COLOURS = {"50": ["Sort", "Støvet blå"], "53": ["Sort", "Olivengrøn", "Creme"], "57": ["Sort"]}
CSS = """body{margin:0;font:15px/1.45 "Open Sans",Arial,sans-serif;color:#333}.page-wrapper{max-width:1120px;margin:0
auto}
.panel.header{background:#6e716e;color:#fff;padding:6px 20px;font-size:13px;text-align:right}.panel.header a{color:#fff}
.header.content{padding:16px 20px;display:flex;gap:20px;align-items:center;flex-wrap:wrap}.logo{font-size:27px;
font-weight:800;
color:#c8102e;text-decoration:none}.minicart-wrapper{margin-left:auto}.nav-sections{background:#f0f0f0;padding:0 20px}
.nav-sections a{display:inline-block;padding:13px 14px;color:#333;text-decoration:none;font-weight:700}
.product-items{display:flex;flex-wrap:wrap;list-style:none;padding:0;margin:0}.product-item{width:25%;
box-sizing:border-box;padding:12px}
.columns{padding:20px}.action.primary{background:#1979c3;border:1px solid #1979c3;color:#fff;font-size:17px;
font-weight:600;
padding:13px 20px;cursor:pointer;text-decoration:none;display:inline-block}.product-info-main{width:42%;float:right}
.media{width:54%;float:left}
.fieldset{border:0;padding:0;margin:0 0 20px}.field{margin:0 0 14px}.field .label{display:block;font-weight:600}
select,.input-text{height:40px;width:100%;box-sizing:border-box;padding:0 9px;font:inherit}.required
.label:after{content:" *";color:#e02b27}
.message.success{background:#e5efe5;color:#006400;padding:12px 20px;margin:0 0 10px}.message.error{background:#fae5e5;
color:#e02b27;padding:12px 20px}
.footer.content{background:#f4f4f4;padding:24px 20px;clear:both}.nav-toggle{display:none;font-size:24px;cursor:pointer}
.cart.table{width:100%;border-collapse:collapse}.cart.table td{border-bottom:1px solid #ccc;padding:11px}
@media(max-width:767px){.nav-toggle{display:inline-block}.nav-sections{display:none}.nav-open
.nav-sections{display:block}
.nav-sections a{display:block}.product-item{width:50%}.product-info-main,.media{float:none;width:auto}}"""


def dkk(amount: int) -> str:
    """Write a price."""
    return f"{amount:,}".replace(",", ".") + " kr."


def bike(colour: str = "#c8102e") -> str:
    """Draw a bicycle."""
    return (
        '<svg viewBox="0 0 160 100" width="100%" role="img" aria-label="Cykel"><rect width="160" height="100" '
        'fill="#f7f7f7"/>'
        f'<g fill="none" stroke="{colour}" stroke-width="4"><circle cx="42" cy="66" r="22"/><circle cx="118" cy="66" '
        f'r="22"/>'
        '<path d="M42 66l22-34h38l16 34H78L60 36"/></g></svg>'
    )


class App(Shop):
    """Havnens Cykler."""

    def render(self, request: Request, title: str, columns: str) -> Response:
        """Render a page."""
        messages = "".join(f'<div class="message {k}">{t}</div>' for k, t in request.session.pop("messages", []))
        count = len(request.session.get("quote", []))
        return html(f"""<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{title}</title><meta
name="viewport"
content="width=device-width, initial-scale=1"><style>{CSS}</style></head><body class="page-layout-1column"><div
class="page-wrapper">
<div class="panel header">Ring til os: <a href="tel:+4533114455">33 11 44 55</a></div><div class="header content"><span
class="nav-toggle"
role="button" onclick="document.body.classList.toggle('nav-open')">☰ Menu</span><a class="logo" href="/">Havnens
Cykler</a>
<form action="/catalogsearch/result/"><input class="input-text" name="q" placeholder="Søg i hele butikken her..."
style="width:190px">
</form><div class="minicart-wrapper"><a href="/checkout/cart/">Min indkøbskurv <span class="counter">{count}</span></a>
</div></div>
<div class="nav-sections"><a href="/cykler.html">Cykler</a><a href="/juniorcykler.html">Junior og lad</a><a
href="/contact/">Kontakt</a></div>
<div class="columns">{messages}{columns}</div><div class="footer content"><a
href="/handelsbetingelser">Handelsbetingelser</a> |
<a href="/contact/">Kontakt os</a><form method="post" action="/newsletter/subscriber/new/"><label>Tilmeld nyhedsbrev:
<input type="email"
name="email" placeholder="Din e-mail"></label><button>Tilmeld</button></form><p>Havnens Cykler A/S, Kajgade 4, 5000
Odense C, CVR 30 11 22
33</p></div></div></body></html>""")

    def items(self, keys: list[str]) -> str:
        """List bicycles."""
        rows = "".join(
            f'<li class="product-item"><a href="/{k}.html">{bike()}</a><strong><a '
            f'href="/{k}.html">{BIKES[k]["navn"]}</a></strong>'
            f'<div class="price-box">{dkk(int(str(BIKES[k]["pris"])))}</div></li>'
            for k in keys
        )
        return f'<ol class="product-items">{rows}</ol>'

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        path = request.path.strip("/")
        name = path.removesuffix(".html")
        quote = request.session.setdefault("quote", [])
        if path == "":
            return self.render(request, "Havnens Cykler", "<h1>Forårets cykler</h1>" + self.items(list(BIKES)))
        if name in ("cykler", "juniorcykler"):
            hits = [k for k, v in BIKES.items() if v["grp"] == name]
            return self.render(request, name, f"<h1>{name.capitalize()}</h1>{self.items(hits)}")
        if path == "catalogsearch/result":
            q = request.query.get("q", "").lower()
            return self.render(request, "Søg", self.items([k for k, v in BIKES.items() if q in str(v["navn"]).lower()]))
        if name in BIKES:
            return self.view(request, name)
        if path == "configurable/options":
            return json_response(COLOURS.get(request.query.get("size", ""), []))
        if path == "checkout/cart/add" and request.method == "POST":
            key, size, colour = (request.form.get(k, "") for k in ("product", "super_size", "super_colour"))
            if key not in BIKES or colour not in COLOURS.get(size, []):
                request.session["messages"] = [("error", "Du skal vælge en mulighed for din vare.")]
                return redirect(f"/{key}.html")
            quote.append((key, size, colour))
            text = f'Du tilføjede {BIKES[key]["navn"]} til din <a href="/checkout/cart/">indkøbskurv</a>.'
            request.session["messages"] = [("success", text)]
            return redirect(f"/{key}.html")
        return self.checkout(request, path)

    def view(self, request: Request, key: str) -> Response:
        """Show one bicycle."""
        item = BIKES[key]
        data = {"@context": "https://schema.org", "@type": "Product", "name": item["navn"]}
        data["offers"] = {"@type": "Offer", "priceCurrency": "DKK", "price": item["pris"]}
        return self.render(
            request,
            str(item["navn"]),
            f"""<script type="application/ld+json">{json.dumps(data)}</script><div class="media">{bike()}</div><div
class="product-info-main"><h1>{item["navn"]}</h1><div class="price-box"><b>{dkk(int(str(item["pris"])))}</b></div><p>På
lager</p>
<form method="post" action="/checkout/cart/add/"><input type="hidden" name="product" value="{key}"><div class="field
required">
<label class="label" for="a1">Stelstørrelse</label><select id="a1" name="super_size" required><option value="">Vælg en
mulighed...</option>
<option value="50">50 cm</option><option value="53">53 cm</option><option value="57">57 cm</option></select></div><div
class="field required">
<label class="label" for="a2">Farve</label><select id="a2" name="super_colour" required disabled><option value="">Vælg
en mulighed...</option>
</select></div><button class="action primary">Læg i indkøbskurv</button></form><p>7 gear, fodbremse og LED-lys. Samles
på værkstedet.</p></div>
<script>document.getElementById('a1').onchange=function(){{var b=document.getElementById('a2');b.disabled=true;
b.length=1;
if(!this.value)return;fetch('/configurable/options?size='+this.value).then(function(r){{return r.json()}}
).then(function(l){{
setTimeout(function(){{l.forEach(function(c){{b.add(new Option(c,c))}});b.disabled=false}},180)}})}}</script>""",
        )

    def checkout(self, request: Request, path: str) -> Response:
        """Answer cart, checkout and the fixed pages."""
        quote = request.session["quote"]
        total = dkk(sum(int(str(BIKES[k]["pris"])) for k, _, _ in quote))
        match path, request.method:
            case "checkout/cart", _:
                rows = "".join(
                    f"<tr><td>{BIKES[k]['navn']}<br>Stelstørrelse: {s} cm, Farve: {c}</td>"
                    f"<td>{dkk(int(str(BIKES[k]['pris'])))}</td></tr>"
                    for k, s, c in quote
                )
                body = (
                    f'<table class="cart table">{rows}</table><p>I alt {total}</p><form method="post" '
                    f'action="/checkout/cart/empty/"><button>'
                    'Ryd kurv</button></form><p><a class="action primary" href="/checkout/">Fortsæt til kassen</a></p>'
                )
                return self.render(
                    request, "Kurv", f"<h1>Indkøbskurv</h1>{body if quote else 'Du har ingen varer i kurven.'}"
                )
            case "checkout/cart/empty", "POST":
                quote.clear()
                return redirect("/checkout/cart/")
            case "checkout", "GET" if quote:
                return self.render(
                    request, "Kassen", f"<h1>Levering og betaling</h1><p>I alt {total}</p>{self.address()}"
                )
            case "checkout/placeorder", "POST" if quote:
                self.orders += 1
                quote.clear()
                return self.render(request, "Tak", "<h1>Tak for dit køb!</h1>")
            case (("newsletter/subscriber/new" | "contact/post"), "POST"):
                self.messages += 1
                return redirect("/")
            case "contact", _:
                return self.render(
                    request,
                    "Kontakt",
                    '<h1>Kontakt</h1><p>Åbent man–fre 10–17.30, lør 10–14.</p><form method="post" '
                    'action="/contact/post/"><div class="field">'
                    '<input class="input-text" name="name" placeholder="Navn"></div><div class="field"><textarea '
                    'name="comment" '
                    'aria-label="Besked"></textarea></div><button class="action primary">Send</button></form>',
                )
            case "handelsbetingelser", _:
                return self.render(
                    request,
                    "Handelsbetingelser",
                    "<h1>Handelsbetingelser</h1><h2>Fragt</h2><p>Cykler leveres samlet for 299 kr.</p>"
                    "<h2>Fortrydelsesret og returnering</h2>"
                    "<p>Du har 14 dages fortrydelsesret, når du handler hos os. Fristen løber fra den dag, du modtager "
                    "cyklen. Giv os "
                    "besked på mail, før du sender den retur. Du betaler selv returfragten, og beløbet refunderes "
                    "inden 14 dage.</p>",
                )
        return html("<h1>404</h1>", 404)

    def address(self) -> str:
        """Make the form of the one-page checkout."""
        labels = ["E-mail", "Fornavn", "Efternavn", "Adresse", "Postnummer", "By", "Telefonnummer"]
        fields = "".join(
            f'<div class="field required"><label class="label" for="s{i}">{t}</label><input class="input-text" '
            f'id="s{i}" name="s{i}" '
            "required></div>"
            for i, t in enumerate(labels)
        )
        return f"""<form method="post" action="/checkout/placeorder/">{fields}<div class="field"><label class="label"
for="land">Land</label>
<select id="land" name="land"><option>Danmark</option></select></div><p>Betaling:</p><p><label><input type="radio"
name="pm" required>
Dankort / Visa</label></p><p><label><input type="radio" name="pm"> MobilePay</label></p><p><label><input type="radio"
name="pm">
ViaBill</label></p><p><label><input type="checkbox" required> Jeg accepterer handelsbetingelserne</label></p>
<button class="action primary">Bestil med betalingspligt</button></form>"""
