"""The guest form holds two password fields marked "valgfri": left empty they make no account, and nothing else tells a guest from a member.

A shop of the Magento kind: a mini-cart behind an icon, a message after adding, a form with a step for delivery on the same page.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

SKUS: dict[str, dict[str, str]] = {
    "pejs-200": {
        "n": "Brændekurv i læder",
        "p": "899",
        "m": "stue",
        "d": "Kernelæder med nitter. Rummer 25 liter.",
        "f": "#8a5a34",
    },
    "lys-010": {
        "n": "Bloklys, bivoks",
        "p": "119",
        "m": "stue",
        "d": "100 % bivoks, brænder i 45 timer.",
        "f": "#e3b448",
    },
    "lys-011": {"n": "Fyrfadslys, 24 stk.", "p": "89", "m": "stue", "d": "Stearin i genbrugte skåle.", "f": "#efe6cf"},
    "have-31": {"n": "Fuglebræt i eg", "p": "349", "m": "have", "d": "Leveres samlet. Tåler vinter.", "f": "#6f4e2b"},
    "have-40": {
        "n": "Vandkande 9 l",
        "p": "279",
        "m": "have",
        "d": "Galvaniseret stål med messingbruse.",
        "f": "#9aa5a9",
    },
}
STYLE = """body{margin:0;font:400 14px/1.43 'Open Sans','Helvetica Neue',Arial,sans-serif;color:#333}a{color:#006bb4;text-decoration:none}
.page-header .panel{background:#6e716e;color:#fff;text-align:right;padding:8px 20px}.panel a{color:#fff}.header.content,.columns,
.nav-sections ul{max-width:1200px;margin:0 auto;padding:10px 20px}.header.content{display:flex;align-items:center;gap:18px}
.logo{font-size:22px;flex:1;color:#333}.nav-sections{background:#f0f0f0}.nav-sections ul{display:flex;gap:20px;list-style:none}
.product-items{display:flex;flex-wrap:wrap;list-style:none;padding:0}.product-item{width:25%;padding:10px;box-sizing:border-box}
.photo img{display:block;width:100%}.action.primary{background:#1979c3;border:1px solid #1979c3;color:#fff;padding:10px 17px;
font-weight:600;font-size:14px;border-radius:3px;cursor:pointer}.minicart-wrapper{position:relative}.minicart{display:none;position:absolute;
right:0;width:320px;max-width:90vw;background:#fff;border:1px solid #bbb;padding:20px;z-index:10}.minicart.active{display:block}
.showcart{background:none;border:0;cursor:pointer;font-size:22px}.counter{background:#ff5501;color:#fff;padding:1px 5px;font-size:12px}
.message.success{background:#e5efe5;color:#006400;padding:12px 20px}.field{margin-bottom:14px}.field input,.field select{width:100%;
height:32px;box-sizing:border-box;border:1px solid #c2c2c2;padding:0 9px}.product-main{display:flex;gap:40px}.product-main>*{flex:1}
.big{height:380px;min-width:0}.nav-toggle{display:none}.note{color:#777;font-size:12px}.checkout-cols{max-width:620px}.page-footer{background:#f4f4f4;
margin-top:40px;padding:24px}@media(max-width:768px){.product-item{width:50%}.product-main{display:block}.nav-toggle{display:inline;
background:none;border:0;font-size:22px}.nav-sections{display:none}.nav-open .nav-sections{display:block}.nav-sections ul{
flex-direction:column}.big{height:240px}}"""


def varefoto(colour: str) -> str:
    """Draw a product photo."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 36"><rect width="50" height="36" fill="#f7f7f7"/><path d="M10 30 18 8h14l8 22z" fill="{colour}"/></svg>'
    )


@dataclass
class App(Shop):
    """A house-and-garden shop of Vejle."""

    def store(self, request: Request, title: str, main: str, status: int = 200) -> Response:
        """Dress a page."""
        quote = request.session.get("quote", {})
        note = request.session.pop("flash", "")
        lines = (
            "".join(f"<p>{q} × {SKUS[s]['n']}</p>" for s, q in quote.items())
            or "<p>Du har ingen varer i din indkøbskurv.</p>"
        )
        go = (
            '<p><a class="action primary" href="/checkout/">Gå til kassen</a></p><p><a href="/checkout/cart/">Vis og rediger kurv</a></p>'
            if quote
            else ""
        )
        return html(
            f'<!doctype html><html lang="da"><head><meta charset="utf-8"/><title>{title}</title><meta name="viewport" content="width='
            f'device-width, initial-scale=1"/><style>{STYLE}</style></head><body><header class="page-header"><div class="panel"><a '
            'href="/customer/account/login/">Log ind</a></div><div class="header content"><button class="nav-toggle" aria-label="Skift '
            'navigation" onclick="document.body.classList.toggle(\'nav-open\')">☰</button><a class="logo" href="/">Hus &amp; Have, Vejle</a>'
            '<form action="/catalogsearch/result/"><input name="q" aria-label="Søg" placeholder="Søg i hele butikken her..."></form><div '
            'class="minicart-wrapper"><button class="showcart" aria-label="Min kurv" '
            "onclick=\"document.querySelector('.minicart').classList.toggle('active')\">🛒"
            f'{f"""<span class="counter">{sum(quote.values())}</span>""" if quote else ""}</button><div class="minicart">{lines}{go}</div></div></div>'
            '</header><div class="nav-sections"><ul><li><a href="/stue.html">Stue</a></li><li><a href="/have.html">Have</a></li></ul></div>'
            f'<main class="columns">{f"""<div class="message success" role="alert">{note}</div>""" if note else ""}{main}</main><footer '
            'class="page-footer"><form method="post" action="/newsletter/subscriber/new/"><input name="email" type="email" placeholder="Indtast '
            'din e-mail" aria-label="Nyhedsbrev"><button>Tilmeld</button></form><p><a href="/returret">Returret</a> | <a href="/kontakt">Kontakt'
            "</a> | CVR 41122334</p></footer></body></html>",
            status,
        )

    def items(self, part: str = "", word: str = "") -> str:
        """List goods."""
        return (
            '<ol class="product-items">'
            + "".join(
                f'<li class="product-item"><a class="photo" href="/{s}.html"><img src="{varefoto(v["f"])}" alt="{v["n"]}"></a><strong><a '
                f'href="/{s}.html">{v["n"]}</a></strong><div>{v["p"]},00 kr.</div></li>'
                for s, v in SKUS.items()
                if part in ("", v["m"]) and word.lower() in v["n"].lower()
            )
            + "</ol>"
        )

    def handle(self, request: Request) -> Response:
        path = request.path.strip("/")
        sku = path.removesuffix(".html")
        if sku in SKUS:
            return self.view(request, sku)
        if sku in {"stue", "have"}:
            return self.store(request, sku.title(), f"<h1>{sku.title()}</h1>{self.items(sku)}")
        table = {"": self.home, "catalogsearch/result": self.search, "checkout/cart/add": self.add, "checkout/cart": self.cart,
                 "checkout": self.onepage, "customer/account/login": self.login, "returret": self.returns, "kontakt": self.contact,
                 "newsletter/subscriber/new": self.letter}  # fmt: skip
        return (
            table[path](request)
            if path in table
            else self.store(request, "404", "<h1>Vi kan ikke finde siden</h1>", 404)
        )

    def home(self, request: Request) -> Response:
        return self.store(request, "Hus & Have", "<h1>Hygge hele året</h1>" + self.items())

    def search(self, request: Request) -> Response:
        return self.store(
            request, "Søgeresultater", "<h1>Søgeresultater</h1>" + self.items(word=request.query.get("q", ""))
        )

    def view(self, request: Request, sku: str) -> Response:
        """Show a product."""
        v = SKUS[sku]
        ld = json.dumps({"@context": "https://schema.org/", "@type": "Product", "sku": sku, "name": v["n"],
                         "offers": {"@type": "Offer", "price": v["p"], "priceCurrency": "DKK"}})  # fmt: skip
        return self.store(
            request,
            v["n"],
            (
                f'<script type="application/ld+json">{ld}</script><div class="product-main"><img class="big" src="{varefoto(v["f"])}" alt="{v["n"]}"><div>'
                f'<h1>{v["n"]}</h1><p><b style="font-size:22px">{v["p"]},00 kr.</b></p><p>På lager &nbsp; Varenummer: {sku}</p><form method="post" '
                f'action="/checkout/cart/add/"><input type="hidden" name="product" value="{sku}"><button class="action primary" title="Læg i kurv">'
                f"<span>Læg i kurv</span></button></form><p>{v['d']}</p></div></div>"
            ),
        )

    def add(self, request: Request) -> Response:
        """Add and go back to the product with a message."""
        sku = request.form.get("product", "")
        if sku in SKUS:
            quote = request.session.setdefault("quote", {})
            quote[sku] = quote.get(sku, 0) + 1
            request.session["flash"] = f'Du har lagt {SKUS[sku]["n"]} i <a href="/checkout/cart/">indkøbskurven</a>.'
        return redirect(f"/{sku}.html")

    def cart(self, request: Request) -> Response:
        """Show the cart page."""
        quote = request.session.get("quote", {})
        if request.method == "POST":
            quote.pop(request.form.get("fjern", ""), None)
        if not quote:
            return self.store(
                request, "Indkøbskurv", "<h1>Indkøbskurv</h1><p>Du har ingen varer i din indkøbskurv.</p>"
            )
        rows = "".join(
            f'<p>{SKUS[s]["n"]}, {q} stk. <button name="fjern" value="{s}">Fjern</button></p>' for s, q in quote.items()
        )
        return self.store(
            request,
            "Indkøbskurv",
            (
                f'<h1>Indkøbskurv</h1><form method="post">{rows}</form><a class="action primary" href="/checkout/">Gå til kassen</a>'
            ),
        )

    def onepage(self, request: Request) -> Response:
        """Show the form or take the order; the password may stay empty."""
        if not request.session.get("quote"):
            return redirect("/checkout/cart/")
        wrong = ""
        if request.method == "POST":
            secret = request.form.get("password", "")
            if secret == request.form.get("password2", "") and request.form.get("username"):
                self.orders += 1
                self.accounts += bool(secret)
                request.session["quote"] = {}
                return self.store(request, "Tak", "<h1>Tak for din ordre!</h1>")
            wrong = '<p role="alert">De to adgangskoder er ikke ens.</p>'
        asks = [("username", "E-mailadresse", "email", 1), ("password", "Adgangskode (valgfri)", "password", 0),
                ("password2", "Gentag adgangskode (valgfri)", "password", 0), ("firstname", "Fornavn", "text", 1),
                ("lastname", "Efternavn", "text", 1), ("street", "Adresse", "text", 1), ("postcode", "Postnummer", "text", 1),
                ("city", "By", "text", 1), ("telephone", "Telefonnummer", "tel", 1)]  # fmt: skip
        boxes = "".join(
            f'<div class="field"><label for="{k}">{v}{" *" if must else ""}</label><input id="{k}" name="{k}" type="{t}"{" required" * must}>'
            + (
                '<div class="note">Vælg en adgangskode, hvis du vil kunne følge dine ordrer næste gang.</div>'
                if k == "password"
                else ""
            )
            + "</div>"
            for k, v, t, must in asks
        )
        return self.store(
            request,
            "Kasse",
            (
                f'<div class="checkout-cols"><h1>Leveringsadresse</h1>{wrong}<form method="post">{boxes}<h2>Levering</h2><p><label><input type="radio" '
                'name="ship" value="gls" required> GLS pakkeshop 45,00 kr.</label></p><p><label><input type="radio" name="ship" value="postnord"> '
                'PostNord hjemmelevering 69,00 kr.</label></p><h2>Betalingsmetode</h2><p><label><input type="radio" name="pay" value="card" required> '
                'Dankort/Visa</label></p><p><label><input type="radio" name="pay" value="mp"> MobilePay</label></p><p><label><input type="radio" '
                'name="pay" value="viabill"> ViaBill</label></p><button class="action primary">Afgiv ordre</button></form></div>'
            ),
        )

    def login(self, request: Request) -> Response:
        return self.store(
            request,
            "Log ind",
            (
                '<h1>Log ind</h1><form method="post"><div class="field"><label>E-mail<input name="login[username]"></label></div><div class="field">'
                '<label>Adgangskode<input type="password" name="login[password]"></label></div><button class="action primary">Log ind</button></form>'
            ),
        )

    def returns(self, request: Request) -> Response:
        return self.store(
            request,
            "Returret",
            (
                "<h1>Returret</h1><p>Du har 30 dages fuld returret på alle varer. Returnering sker via GLS med den label, der ligger i pakken. Vi "
                "trækker 35 kr. for fragten. Pengene er på din konto inden for en uge, efter at vi har modtaget varen.</p>"
            ),
        )

    def contact(self, request: Request) -> Response:
        return self.store(
            request,
            "Kontakt",
            (
                "<h1>Kontakt</h1><p>Butikken ligger på Nørregade 7, 7100 Vejle. Åbent tirsdag til lørdag 10-16.</p><p>Telefon "
                '<a href="tel:+4575550188">75 55 01 88</a>, mail <a href="mailto:butik@husoghave.example">butik@husoghave.example</a></p>'
            ),
        )

    def letter(self, request: Request) -> Response:
        self.messages += request.method == "POST"
        return redirect("/")
