"""Every product has a required size in a select whose first entry is an empty prompt, in the manner of WooCommerce.

The button looks disabled until a variation is found, and the server refuses a post without one.
"""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

SOCKS: dict[str, tuple[str, str, float, dict[str, list[str]], str]] = {
    "villasukka-aune": ("Villasukka Aune", "sukat", 24.9, {"Koko": ["36–38", "39–41", "42–44"]}, "#7a5c43"),
    "merinosukka-kaisla": (
        "Merinosukka Kaisla",
        "sukat",
        19.5,
        {"Koko": ["35–38", "39–42"], "Väri": ["Luonnonvalkoinen", "Sammal", "Puolukka"]},
        "#54633f",
    ),
    "pitka-polvisukka": ("Pitkä polvisukka", "sukat", 29.0, {"Koko": ["36–39", "40–43"]}, "#8c2f39"),
    "lapaset-talvikki": ("Lapaset Talvikki", "lapaset", 34.0, {"Koko": ["S", "M", "L"]}, "#33415c"),
    "rannekkeet-sointu": ("Rannekkeet Sointu", "lapaset", 17.9, {"Koko": ["Yksi pituus 18 cm", "24 cm"]}, "#a98467"),
}
CATS = {"sukat": "Villasukat", "lapaset": "Lapaset ja rannekkeet"}
CSS = """
*{box-sizing:border-box}body{margin:0;font:16px/1.55 Georgia,serif;color:#2d2a26;background:#fbf8f3}
a{color:#7b3f00}.site-header{background:#fff;border-bottom:1px solid #e4dccf}
.col-full{max-width:1060px;margin:0 auto;padding:12px 18px}.site-branding a{font-size:26px;text-decoration:none}
.menu-toggle{display:none}.nav-menu{list-style:none;display:flex;gap:22px;margin:8px 0 0;padding:0}
ul.loop-grid{list-style:none;padding:0;display:grid;grid-template-columns:repeat(3,1fr);gap:26px}
ul.loop-grid img,.woo-gallery img{width:100%;height:auto;display:block}
.price{color:#5b7c4b;font-weight:bold;display:block}
.button{display:inline-block;background:#5b4636;color:#fff;border:0;padding:12px 22px;font:inherit;cursor:pointer;
text-decoration:none;border-radius:3px}.button.disabled{opacity:.5;cursor:not-allowed}
.summary-wrap{display:grid;grid-template-columns:1fr 1fr;gap:36px}.variations select{font:inherit;padding:7px;
min-width:190px}
.shop-message{border-top:3px solid #5b7c4b;background:#f1efe8;padding:14px 18px;margin:0 0 20px;display:flex;
justify-content:space-between;align-items:center;gap:12px}.shop-error{border-top-color:#b3261e}
table.cart-table{width:100%;border-collapse:collapse}.cart-table td,.cart-table th{padding:9px;border-bottom:1px solid
#ddd;
text-align:left}.form-row{margin:0 0 12px}.form-row label{display:block}.form-row input,.form-row select{width:100%;
padding:9px;font:inherit}footer{background:#efe7da;margin-top:44px}
@media(max-width:700px){.menu-toggle{display:inline-block;background:none;border:1px solid #999;padding:8px 12px;
font:inherit}
.nav-menu{display:none;flex-direction:column}.nav-menu.toggled{display:flex}ul.loop-grid{grid-template-columns:1fr 1fr;
gap:14px}.summary-wrap{grid-template-columns:1fr}}
"""


def euros(amount: float) -> str:
    """Write a price as Finns do."""
    return f"{amount:.2f}".replace(".", ",") + "&nbsp;€"


def picture(colour: str) -> str:
    """Draw a sock."""
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 300'><rect width='300' height='300' fill='#f0e9df'/>"
        f"<path d='M110 40h70v120l60 50q20 40-30 40l-90-50q-10-10-10-30z' fill='{colour}'/></svg>"
    )
    return "data:image/svg+xml," + quote(svg)


class App(Shop):
    """Villapesä, a knitter's shop."""

    def layout(self, request: Request, title: str, main: str) -> Response:
        """Wrap a page in the theme."""
        count = sum(line["n"] for line in request.session.get("cart", []))
        links = "".join(f'<li><a href="/tuote-osasto/{k}/">{v}</a></li>' for k, v in CATS.items())
        return html(f"""<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{title} – Villapesä</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body>
<header class="site-header"><div class="col-full"><div class="site-branding"><a href="/">Villapesä</a></div>
<button class="menu-toggle" onclick="document.querySelector('.nav-menu').classList.toggle('toggled')">Valikko</button>
<a class="cart-contents" style="float:right" href="/ostoskori/" title="Näytä ostoskori">Ostoskori ({count})</a>
<nav><ul class="nav-menu"><li><a href="/">Etusivu</a></li>{links}<li><a href="/toimitusehdot/">Toimitusehdot</a></li>
<li><a href="/ota-yhteytta/">Ota yhteyttä</a></li></ul></nav></div></header><div class="col-full">{main}</div>
<footer><div class="col-full"><p>Villapesä Tmi · Kutojankatu 3, 33200 Tampere · Y-tunnus 2245678-1</p>
<p><a href="mailto:hei@villapesa.example">hei@villapesa.example</a> · <a href="tel:+358401234567">040 123 4567</a>
(arkisin klo 9–15)</p><p><a href="/toimitusehdot/">Toimitus- ja palautusehdot</a></p></div></footer></body></html>""")

    def grid(self, cat: str = "") -> str:
        """List the products of a category, or all."""
        return (
            '<ul class="loop-grid">'
            + "".join(
                f'<li class="loop-item"><a href="/tuote/{s}/"><img src="{picture(p[4])}" alt="{p[0]}" width="300" '
                f'height="300">'
                f'<h2>{p[0]}</h2><span class="price">{euros(p[2])}</span></a>'
                f'<a class="button" href="/tuote/{s}/">Valitse vaihtoehdoista</a></li>'
                for s, p in SOCKS.items()
                if cat in ("", p[1])
            )
            + "</ul>"
        )

    def product(self, request: Request, slug: str, message: str = "") -> Response:
        """Show one product with its variations."""
        name, _, price, attributes, colour = SOCKS[slug]
        rows = "".join(
            f'<p><label for="attr{i}">{label}</label><br><select id="attr{i}" name="attribute_{i}">'
            '<option value="">Valitse vaihtoehto</option>'
            + "".join(f'<option value="{v}">{v}</option>' for v in values)
            + "</select></p>"
            for i, (label, values) in enumerate(attributes.items())
        )
        data = {"@context": "https://schema.org", "@type": "Product", "name": name}
        data["offers"] = {"@type": "Offer", "price": price, "priceCurrency": "EUR"}
        return self.layout(
            request,
            name,
            f"""{message}<script type="application/ld+json">{json.dumps(data)}</script><div class="summary-wrap">
<div class="woo-gallery"><img src="{picture(colour)}" alt="{name}" width="300" height="300"></div><div><h1>{name}</h1>
<p class="price">{euros(price)}</p><p>Neulottu Tampereella suomenlampaan villasta. Konepesu 30 °C villaohjelmalla.</p>
<form class="variations_form variations_box" method="post" action="/tuote/{slug}/"><div class="variations">{rows}</div>
<p><label>Määrä <input type="number" name="quantity" value="1" min="1" style="width:70px;padding:9px"></label>
<button type="submit" class="button single-add disabled">Lisää ostoskoriin</button></p></form></div></div>
<script>(function(){{var f=document.querySelector('.variations_form'),b=f.querySelector('.single-add'),
s=[].slice.call(f.querySelectorAll('select'));function all(){{return s.every(function(x){{return x.value}})}}
function look(){{b.classList.toggle('disabled',!all())}}s.forEach(function(x){{x.addEventListener('change',look)}});
look();
b.addEventListener('click',function(e){{if(!all()){{e.preventDefault();
window.alert('Valitse tuotteen ominaisuudet ennen kuin lisäät tuotteen ostoskoriin.')}}}})}})()</script>""",
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        parts = [p for p in request.path.split("/") if p]
        cart = request.session.setdefault("cart", [])
        match parts:
            case []:
                return self.layout(request, "Etusivu", f"<h1>Käsin neulottua lämpöä</h1>{self.grid()}")
            case ["tuote-osasto", cat] if cat in CATS:
                return self.layout(request, CATS[cat], f"<h1>{CATS[cat]}</h1>{self.grid(cat)}")
            case ["tuote", slug] if slug in SOCKS:
                if request.method != "POST":
                    return self.product(request, slug)
                labels = list(SOCKS[slug][3].items())
                picked = [request.form.get(f"attribute_{i}", "") for i in range(len(labels))]
                if any(v not in values for v, (_, values) in zip(picked, labels, strict=True)):
                    return self.product(
                        request, slug, '<div class="shop-message shop-error">Valitse tuotteen vaihtoehdot.</div>'
                    )
                number = request.form.get("quantity", "1")
                cart.append({"s": slug, "o": picked, "n": max(1, int(number) if number.isdigit() else 1)})
                return self.product(
                    request,
                    slug,
                    f'<div class="shop-message" role="alert"><span>”{SOCKS[slug][0]}” on lisätty ostoskoriin.</span>'
                    '<a class="button" href="/ostoskori/">Näytä ostoskori</a></div>',
                )
        return self.purchase(request, parts)

    def purchase(self, request: Request, parts: list[str]) -> Response:
        """Answer cart, checkout and the fixed pages."""
        cart = request.session["cart"]
        match parts:
            case ["ostoskori"]:
                if "poista" in request.query and request.query["poista"].isdigit():
                    del cart[int(request.query["poista"]) : int(request.query["poista"]) + 1]
                    return redirect("/ostoskori/")
                return self.cart_page(request)
            case ["kassa"]:
                return self.checkout(request) if cart else redirect("/ostoskori/")
            case ["kassa", "tilaa"] if request.method == "POST" and cart:
                if not request.form.get("email") or not request.form.get("ehdot"):
                    return self.checkout(request)
                self.orders += 1
                cart.clear()
                return self.layout(request, "Kiitos", "<h1>Kiitos tilauksestasi!</h1><p>Tilausnumero 1047.</p>")
            case ["toimitusehdot"]:
                return self.layout(
                    request,
                    "Toimitus- ja palautusehdot",
                    "<h1>Toimitus- ja palautusehdot</h1><h2>Toimitus</h2><p>Lähetämme 1–3 arkipäivässä. Postipaketti "
                    "noutopisteeseen 5,90 €, yli 80 € tilaukset postikuluitta.</p><h2>Palautukset</h2><p>Voit "
                    "palauttaa "
                    "käyttämättömän tuotteen 14 päivän kuluessa sen vastaanottamisesta. Ilmoita palautuksesta "
                    "sähköpostilla ennen lähettämistä. Hyvitämme hinnan 14 päivän kuluessa ilmoituksesta. Palautuksen "
                    "postikulut maksaa asiakas.</p>",
                )
            case ["ota-yhteytta"]:
                if request.method == "POST":
                    self.messages += 1
                return self.layout(
                    request,
                    "Ota yhteyttä",
                    '<h1>Ota yhteyttä</h1><form method="post"><p class="form-row"><label>Nimi<input name="n"></label>'
                    "</p>"
                    '<p class="form-row"><label>Sähköposti<input name="e" type="email"></label></p><p><textarea '
                    'name="v" '
                    'rows="5" cols="40" aria-label="Viesti"></textarea></p><button class="button">Lähetä '
                    "viesti</button>"
                    "</form>",
                )
        return html("<h1>Sivua ei löytynyt</h1>", 404)

    def cart_page(self, request: Request) -> Response:
        """List what is in the cart."""
        cart = request.session["cart"]
        if not cart:
            return self.layout(request, "Ostoskori", "<h1>Ostoskori</h1><p>Ostoskorisi on tällä hetkellä tyhjä.</p>")
        rows = "".join(
            f'<tr><td><a href="?poista={i}" aria-label="Poista">×</a></td><td>{SOCKS[c["s"]][0]} – '
            f"{escape(', '.join(c['o']))}</td><td>{c['n']}</td><td>{euros(SOCKS[c['s']][2] * c['n'])}</td></tr>"
            for i, c in enumerate(cart)
        )
        total = sum(SOCKS[c["s"]][2] * c["n"] for c in cart)
        return self.layout(
            request,
            "Ostoskori",
            f'<h1>Ostoskori</h1><table class="cart-table"><tr><th></th><th>Tuote</th><th>Määrä</th><th>Summa</th>'
            f"</tr>{rows}"
            f"</table><p>Yhteensä <strong>{euros(total)}</strong></p>"
            '<p><a class="button" href="/kassa/">Siirry kassalle</a></p>',
        )

    def checkout(self, request: Request) -> Response:
        """Ask for the address on one page."""
        fields = [("etunimi", "Etunimi"), ("sukunimi", "Sukunimi"), ("katu", "Katuosoite"), ("pnro", "Postinumero")]
        fields += [("kaupunki", "Postitoimipaikka"), ("puh", "Puhelin"), ("email", "Sähköpostiosoite")]
        rows = "".join(
            f'<p class="form-row"><label for="b_{k}">{v} *</label><input id="b_{k}" name="{k}" required></p>'
            for k, v in fields
        )
        return self.layout(
            request,
            "Kassa",
            f"""<h1>Kassa</h1><form method="post" action="/kassa/tilaa/"><h2>Laskutustiedot</h2>{rows}<h2>Maksutapa</h2>
<p><label><input type="radio" name="maksu" value="paytrail" checked> Verkkomaksu (Paytrail: verkkopankit)</label></p>
<p><label><input type="radio" name="maksu" value="lasku"> Lasku 14 pv</label></p>
<p><label><input type="checkbox" name="ehdot" value="1" required> Olen lukenut ja hyväksyn
<a href="/toimitusehdot/">toimitusehdot</a></label></p><button class="button" type="submit">Tilaa ja maksa</button>
</form>""",
        )
