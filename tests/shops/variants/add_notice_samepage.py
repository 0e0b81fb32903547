"""Adding posts the form and the same product page comes back with a notice at the top and a link to the basket.

English home-made garden shop, server rendered; checkout is a two-step affair that first asks for the e-mail alone.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

SEEDS = {
    11: ("Sweet pea 'Cupani'", 2.95, "flowers", "Scented old variety, sow October to April."),
    12: ("Runner bean 'Scarlet Emperor'", 3.25, "vegetables", "Crops from July to October."),
    14: ("Cosmos 'Purity'", 2.45, "flowers", "White, feathery foliage, 90 cm."),
    17: ("Beetroot 'Boltardy'", 2.25, "vegetables", "Reliable for early sowing."),
    21: ("Cedar seed tray", 14.0, "sundries", "Made in our own workshop."),
}


class App(Shop):
    """Potting Shed Seeds."""

    def layout(self, request: Request, title: str, main: str, notice: str = "") -> Response:
        """Render a page."""
        n = sum(request.session.get("basket", {}).values())
        return html(f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Potting Shed Seeds</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ margin: 0; font: 17px/1.5 Cambria, serif; color: #223; background: #f7faf5 }}
#masthead {{ background: #2d4a22; color: #fff; padding: 18px 5% }}
#masthead a {{ color: #fff; margin-right: 1.2em; display: inline-block; padding: 4px 0 }}
#page {{ padding: 10px 5%; max-width: 1000px }}
#notice {{ background: #e1f0d3; border-left: 6px solid #5c8a3a; padding: 12px 16px; margin: 12px 0 }}
dl.seedlist {{ display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px }}
dl.seedlist div {{ background: #fff; padding: 14px; border: 1px solid #dbe6d2 }} dd {{ margin: 0 }}
.big {{ font-size: 1.3em; font-weight: bold }}
button, .go {{ background: #5c8a3a; color: #fff; border: 0; padding: 12px 20px; font: inherit; text-decoration: none }}
.fld {{ display: block; margin-bottom: 12px }} .fld input, .fld select {{ display: block; width: 100%; max-width: 420px;
box-sizing: border-box; padding: 9px; font: inherit }}
#small {{ padding: 20px 5%; border-top: 1px solid #cdd; font-size: .9em }}
@media (max-width: 600px) {{ dl.seedlist {{ grid-template-columns: 1fr 1fr; gap: 10px }} }}
</style></head><body>
<div id="masthead"><a href="/"><strong>Potting Shed Seeds</strong></a> <a href="/range/flowers">Flowers</a>
<a href="/range/vegetables">Vegetables</a> <a href="/range/sundries">Sundries</a> <a href="/basket">Basket: {n}</a>
<form action="/find" style="display:inline"><input name="for" aria-label="Search the shop" size="12"> <button
style="padding:4px 10px">Search</button></form></div>
<div id="page">{f'<div id="notice" role="status">{notice}</div>' if notice else ""}{main}</div>
<div id="small"><a href="/returns">Returns &amp; refunds</a> &bull; <a href="/about">About &amp; contact</a><br>
Potting Shed Seeds, Mill Lane, Ludlow SY8 1AA</div></body></html>""")

    def seedlist(self, ids: list[int]) -> str:
        """List packets."""
        out = "".join(
            f'<div><dt><a href="/seed/{i}">{self.packet(i)}<br>{SEEDS[i][0]}</a></dt><dd>£{SEEDS[i][1]:.2f}</dd></div>'
            for i in ids
        )
        return f'<dl class="seedlist">{out}</dl>'

    @staticmethod
    def packet(i: int) -> str:
        """Draw a seed packet."""
        return (
            f'<svg width="110" height="140" role="img" aria-label="Seed packet"><rect width="110" height="140" '
            f'fill="#efe6cf"/>'
            f'<circle cx="55" cy="62" r="28" fill="hsl({i * 53 % 360},50%,60%)"/><path d="M55 90v40" stroke="#2d4a22" '
            f'stroke-width="4"/></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        head, _, tail = request.path.strip("/").partition("/")
        if head == "":
            return self.layout(request, "Seeds and sundries", "<h1>What to sow now</h1>" + self.seedlist(list(SEEDS)))
        if head == "range":
            ids = [i for i, s in SEEDS.items() if s[2] == tail]
            return self.layout(request, tail.title(), f"<h1>{tail.title()}</h1>{self.seedlist(ids)}")
        if head == "find":
            word = request.query.get("for", "").lower()
            return self.layout(request, "Search", self.seedlist([i for i, s in SEEDS.items() if word in s[0].lower()]))
        if head == "seed" and tail.isdigit() and int(tail) in SEEDS:
            return self.seed(request, int(tail))
        if head == "basket":
            return self.basket(request)
        if head == "checkout":
            return self.checkout(request, tail)
        if head == "returns":
            text = (
                "<h1>Returns &amp; refunds</h1><p>Unopened packets may be returned within 14 days of delivery. Write "
                "to us first, then post them "
                "back at your own cost; a refund for the goods and the standard delivery follows within 14 days. "
                "Damaged trays are replaced.</p>"
            )
            return self.layout(request, "Returns", text)
        if head == "about":
            text = (
                '<h1>About &amp; contact</h1><p>A family nursery since 1978. Phone <a href="tel:+441584555123">01584 '
                "555123</a> (Mon to Sat, 9am "
                'to 4pm) or e-mail <a href="mailto:seeds@pottingshed.example">seeds@pottingshed.example</a>.</p>'
            )
            return self.layout(request, "About", text)
        return html("Page not found", 404)

    def seed(self, request: Request, i: int) -> Response:
        """Show one packet; a post adds it and shows the page again."""
        name, price, _, text = SEEDS[i]
        notice = ""
        if request.method == "POST":
            basket = request.session.setdefault("basket", {})
            n = request.form.get("packets", "1")
            basket[i] = basket.get(i, 0) + (int(n) if n.isdigit() and int(n) else 1)
            notice = f'{name} is now in your basket. <a href="/basket">Go to basket</a>'
        main = f"""<h1>{name}</h1>{self.packet(i)}<p class="big">£{price:.2f}</p><p>{text}</p>
<form method="post" action="/seed/{i}"><label>Packets <select name="packets"><option>1</option><option>2</option>
<option>3</option></select></label>
<button>Put in basket</button></form>"""
        return self.layout(request, name, main, notice)

    def basket(self, request: Request) -> Response:
        """Show the basket."""
        basket: dict[int, int] = request.session.setdefault("basket", {})
        if request.method == "POST":
            basket.pop(int(request.form.get("drop", "0")), None)
            return redirect("/basket")
        if not basket:
            return self.layout(request, "Basket", "<h1>Your basket</h1><p>Your basket is empty.</p>")
        rows = "".join(
            f'<form method="post"><p>{SEEDS[i][0]} × {n} — £{SEEDS[i][1] * n:.2f} <button name="drop" value="{i}" '
            f'style="padding:3px 9px">remove'
            "</button></p></form>"
            for i, n in basket.items()
        )
        total = sum(SEEDS[i][1] * n for i, n in basket.items())
        return self.layout(
            request,
            "Basket",
            f'<h1>Your basket</h1>{rows}<p class="big">Total £{total:.2f}</p><p>Postage £1.95</p><p><a class="go" '
            f'href="/checkout">Go to '
            "checkout</a></p>",
        )

    def checkout(self, request: Request, step: str) -> Response:
        """Ask for the e-mail, then the rest, then order."""
        if not request.session.get("basket"):
            return redirect("/basket")
        if step == "" and request.method == "POST":
            request.session["email"] = request.form.get("email", "")
            return redirect("/checkout/delivery")
        if step == "":
            return self.layout(
                request,
                "Checkout",
                "<h1>Checkout: your e-mail</h1><p>We use it for the order confirmation only. No account needed.</p>"
                '<form method="post"><label '
                'class="fld">E-mail address<input type="email" name="email" autocomplete="email" required></label>'
                "<button>Continue to delivery"
                "</button></form>",
            )
        if step == "order" and request.method == "POST":
            self.orders += 1
            request.session["basket"] = {}
            return self.layout(request, "Thank you", "<h1>Thank you for your order</h1>")
        rows = "".join(
            f'<label class="fld">{t}<input name="d{k}" required></label>'
            for k, t in enumerate(["Name", "Street", "Town", "Postcode"])
        )
        return self.layout(
            request,
            "Delivery",
            f'<h1>Delivery and payment</h1><form method="post" action="/checkout/order">{rows}<p><label><input '
            f'type="radio" name="p" checked> '
            'Card</label> <label><input type="radio" name="p"> Cheque by post</label></p><button>Place my '
            "order</button></form>",
        )
