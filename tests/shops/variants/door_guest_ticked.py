"""The checkout form is open, but "Skapa ett konto" is ticked for you and brings a required password with it; unticking frees you.

Word for word a plugin's checkout: the small print nowhere says that the account is a choice.
"""

from __future__ import annotations

import html as esc
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

PRODS: dict[str, tuple[int, str, int, str, str]] = {
    "cykelhjalm-stad": (311, "Cykelhjälm Stad", 599, "skydd", "#394"),
    "cykellas-bygel": (312, "Bygellås 230 mm", 449, "tillbehor", "#444"),
    "cykelkorg-rotting": (318, "Cykelkorg i rotting", 699, "tillbehor", "#b84"),
    "ringklocka-massing": (325, "Ringklocka i mässing", 179, "tillbehor", "#cc5"),
    "reflexvast": (330, "Reflexväst, en storlek", 129, "skydd", "#df3"),
}
CATS = {"skydd": "Skydd", "tillbehor": "Tillbehör"}
CSS = """body{font:16px/1.6 "Source Sans Pro",HelveticaNeue-Light,sans-serif;color:#6d6d6d;margin:0}h1,h2,h3{color:#333;font-weight:300}
.col-full{max-width:66em;margin:0 auto;padding:0 1.4em}.site-header{padding:1.5em 0;border-bottom:1px solid #eee}.main-navigation ul{
list-style:none;padding:0;display:flex;gap:1.4em}.menu-toggle{display:none}ul.products{list-style:none;padding:0;display:flex;
flex-wrap:wrap;gap:3%}ul.products li.product{width:31%;text-align:center;margin-bottom:2em}ul.products svg{width:100%}a{color:#7f54b3}
.button{background:#333;color:#fff;border:0;padding:.7em 1.4em;font:inherit;cursor:pointer;text-decoration:none;display:inline-block}
.woo-message{border-left:6px solid #0f834d;background:#f3f3f3;padding:1em}.form-row{margin:0 0 .8em}.form-row label{display:block}
.form-row label.checkbox{display:inline}.input-text{width:100%;padding:.6em;box-sizing:border-box;background:#f2f2f2;border:0;
font:inherit}.cols{display:flex;gap:5%}.cols>div{flex:1}table{width:100%}.site-footer{background:#f0f0f0;margin-top:3em;padding:2em 0}
.required{color:red;border:0;text-decoration:none}.price{font-size:1.3em}
@media(max-width:768px){.menu-toggle{display:block}.main-navigation ul{display:none;flex-direction:column}.toggled ul{display:flex}
ul.products li.product{width:48%}.cols{display:block}}"""


@dataclass
class App(Shop):
    """A bicycle shop on a blog system."""

    def theme(self, request: Request, title: str, body: str, status: int = 200) -> Response:
        """Dress a page."""
        cart = request.session.get("c", {})
        total = sum(PRODS[k][2] * q for k, q in cart.items())
        n = sum(cart.values())
        items = "".join(f'<li class="menu-item"><a href="/produkt-kategori/{k}/">{v}</a></li>' for k, v in CATS.items())
        return html(
            f'<!DOCTYPE html><html lang="sv-SE"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, '
            f'initial-scale=1"><title>{title} &#8211; Cykelverkstan i Möllan</title><style>{CSS}</style></head><body><header '
            'class="site-header"><div class="col-full"><a class="site-title" href="/"><strong>Cykelverkstan i Möllan</strong></a><form '
            'role="search" action="/" class="site-search"><input type="search" name="s" placeholder="Sök produkter …"><button>Sök</button>'
            '</form><nav class="main-navigation"><button class="menu-toggle" '
            "onclick=\"this.parentNode.classList.toggle('toggled')\">Meny</button>"
            f'<ul>{items}<li><a href="/kassan/">Kassan</a></li><li><a href="/mitt-konto/">Mitt konto</a></li><li><a class="cart-contents" '
            f'href="/varukorg/">{total} kr <span class="count">{n} produkter</span></a></li></ul></nav></div></header><div class="col-full">'
            f'{body}</div><footer class="site-footer"><div class="col-full"><p>Bergsgatan 20, 214 22 Malmö. Tel 040-555 01 90. Mån–fre '
            '10–18, lör 10–14.</p><p><a href="/kopvillkor/">Köpvillkor</a></p></div></footer></body></html>',
            status,
        )

    def loop(self, cat: str = "", word: str = "") -> str:
        """List products."""
        return (
            '<ul class="products">'
            + "".join(
                f'<li class="product"><a href="/produkt/{k}/"><svg viewBox="0 0 9 7" role="img" aria-label="{n}"><rect width="9" height="7" '
                f'fill="#f4f4f4"/><ellipse cx="4.5" cy="3.5" rx="3" ry="2" fill="{c}"/></svg><h2>{n}</h2><span class="price">{p}&nbsp;kr</span></a></li>'
                for k, (_, n, p, g, c) in PRODS.items()
                if cat in ("", g) and word.lower() in n.lower()
            )
            + "</ul>"
        )

    def handle(self, request: Request) -> Response:
        head, _, rest = request.path.strip("/").partition("/")
        if head == "produkt" and rest in PRODS:
            return self.single(request, rest)
        if head == "produkt-kategori" and rest in CATS:
            return self.theme(request, CATS[rest], f"<h1>{CATS[rest]}</h1>{self.loop(rest)}")
        routes = {"": self.front, "varukorg": self.cart, "kassan": self.checkout, "mitt-konto": self.account, "kopvillkor": self.terms,
                  "tack": self.thanks}  # fmt: skip
        return (
            routes[head](request)
            if head in routes
            else self.theme(request, "Hoppsan", "<h1>Sidan hittades inte</h1>", 404)
        )

    def front(self, request: Request) -> Response:
        word = request.query.get("s", "")
        return self.theme(
            request,
            "Cykel",
            f"<h1>{'Sökresultat: ' + esc.escape(word) if word else 'Nytt i butiken'}</h1>" + self.loop(word=word),
        )

    def single(self, request: Request, key: str) -> Response:
        """Show a product, with a notice after adding."""
        pid, n, p, _, c = PRODS[key]
        notice = ""
        if request.method == "POST":
            cart: dict[str, int] = request.session.setdefault("c", {})
            amount = request.form.get("quantity", "1")
            cart[key] = cart.get(key, 0) + (int(amount) if amount.isdigit() else 1)
            notice = f'<div class="woo-message" role="alert"><a href="/varukorg/" class="button">Visa varukorg</a> ”{n}” har lagts till.</div>'
        return self.theme(
            request,
            n,
            (
                f'{notice}<div class="cols"><div><svg viewBox="0 0 9 7" width="100%"><rect width="9" height="7" fill="#f4f4f4"/><ellipse cx="4.5" '
                f'cy="3.5" rx="3" ry="2" fill="{c}"/></svg></div><div><h1>{n}</h1><p class="price">{p}&nbsp;kr</p><p>I lager</p><form method="post">'
                f'<input type="number" class="qty" name="quantity" value="1" min="1" size="4" aria-label="Antal"> <button name="add-to-cart" '
                f'value="{pid}" class="button">Lägg i varukorg</button></form></div></div><h2>Recensioner</h2><p>Det finns inga recensioner än.</p>'
                '<form method="post" action="/kopvillkor/"><p><label>Skriv ett omdöme<br><textarea name="kommentar"></textarea></label></p><button>'
                "Skicka</button></form>"
            ),
        )

    def cart(self, request: Request) -> Response:
        """Show the cart."""
        cart = request.session.get("c", {})
        cart.pop(request.query.get("remove", ""), None)
        if not cart:
            return self.theme(request, "Varukorg", "<h1>Varukorg</h1><p>Din varukorg är för närvarande tom.</p>")
        rows = "".join(
            f'<tr><td><a href="/varukorg/?remove={k}" aria-label="Ta bort">&times;</a></td><td>{PRODS[k][1]}</td><td><input type="number" '
            f'class="qty" value="{q}"></td><td>{PRODS[k][2] * q}&nbsp;kr</td></tr>'
            for k, q in cart.items()
        )
        return self.theme(
            request,
            "Varukorg",
            (
                f'<h1>Varukorg</h1><table>{rows}</table><p><input name="coupon_code" placeholder="Rabattkod"> <button>Använd rabattkod</button></p>'
                '<a href="/kassan/" class="button">Gå vidare till kassan</a>'
            ),
        )

    def checkout(self, request: Request) -> Response:
        """Show the form with the ticked box, or take the order."""
        if not request.session.get("c"):
            return redirect("/varukorg/")
        error = ""
        if request.method == "POST":
            if request.form.get("createaccount") and len(request.form.get("account_password", "")) < 8:
                error = '<ul role="alert"><li><strong>Lösenord för kontot</strong> är ett obligatoriskt fält.</li></ul>'
            else:
                self.orders += 1
                self.accounts += bool(request.form.get("createaccount"))
                request.session["c"] = {}
                return redirect("/tack/")
        star = '<abbr class="required" title="obligatoriskt">*</abbr>'
        rows = "".join(
            f'<p class="form-row"><label for="{k}">{v}&nbsp;{star}</label><input class="input-text" name="{k}" id="{k}" type="{t}"></p>'
            for k, v, t in [("billing_first_name", "Förnamn", "text"), ("billing_last_name", "Efternamn", "text"), ("billing_address_1",
                            "Gatuadress", "text"), ("billing_postcode", "Postnummer", "text"), ("billing_city", "Ort", "text"),
                            ("billing_phone", "Telefon", "tel"), ("billing_email", "E-postadress", "email")]
        )  # fmt: skip
        return self.theme(
            request,
            "Kassan",
            (
                f'<h1>Kassan</h1>{error}<form method="post" name="checkout" class="cols"><div><h3>Faktureringsdetaljer</h3>{rows}<p class="form-row">'
                '<label class="checkbox"><input type="checkbox" id="createaccount" name="createaccount" value="1" checked> Skapa ett konto?</label></p>'
                f'<div id="ca"><p class="form-row"><label for="account_password">Skapa lösenord för kontot&nbsp;{star}</label><input '
                'class="input-text" type="password" name="account_password" id="account_password"></p></div></div><div><h3>Din beställning</h3>'
                f'<p>{"<br>".join(f"{PRODS[k][1]} × {q}" for k, q in request.session["c"].items())}</p><p><label class="checkbox"><input type="radio" '
                'name="payment_method" value="klarna" checked> Klarna: få först, betala sen</label></p><p><label class="checkbox"><input type="radio" '
                'name="payment_method" value="swish"> Swish</label></p><p><label class="checkbox"><input type="checkbox" name="terms"> Jag har läst '
                'och godkänner <a href="/kopvillkor/">köpvillkoren</a></label></p><button class="button" id="place_order">Slutför köp</button></div>'
                "</form><script>document.getElementById('createaccount').addEventListener('change',function(){document.getElementById('ca').style"
                ".display=this.checked?'':'none'})</script>"
            ),
        )

    def account(self, request: Request) -> Response:
        return self.theme(request, "Mitt konto", '<h1>Logga in</h1><form method="post" action="/mitt-konto/"><p class="form-row"><label>Användarnamn'
                          '<input class="input-text" name="username"></label></p><p class="form-row"><label>Lösenord<input class="input-text" '
                          'type="password" name="password"></label></p><button class="button">Logga in</button></form>')  # fmt: skip

    def terms(self, request: Request) -> Response:
        self.messages += request.method == "POST"
        return self.theme(
            request,
            "Köpvillkor",
            (
                "<h1>Köpvillkor</h1><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit. Sed do eiusmod tempor incididunt ut labore et dolore "
                "magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip.</p>"
            ),
        )

    def thanks(self, request: Request) -> Response:
        return self.theme(request, "Tack", "<h1>Tack! Din beställning har tagits emot.</h1>")
