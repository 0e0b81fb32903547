"""The first product is a gift voucher without delivery: with it alone in the basket, checkout asks no address at all.

An English sewing-pattern shop in block-editor style; with something to post in the basket, the same checkout grows.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

STOCK: list[dict[str, object]] = [
    dict(zip(("slug", "name", "price", "kind", "cat"), row, strict=True))
    for row in (
        ("gift-voucher-25", "Gift voucher £25", 25.0, "virtual", "gifts"),
        ("tailors-shears", "Tailor's shears 9\"", 32.0, "goods", "tools"),
        ("linen-fat-quarter", "Linen fat quarter, oatmeal", 6.75, "goods", "tools"),
        ("chore-jacket-paper", "Chore jacket paper pattern", 16.0, "goods", "patterns"),
        ("wrap-skirt-pdf", "Wrap skirt pattern (PDF download)", 9.5, "virtual", "patterns"),
    )
]
FIND = {str(s["slug"]): s for s in STOCK}
CSS = """body{margin:0;font:17px/1.6 "Source Serif Pro",Georgia,serif;color:#1e1e1e}.wp-site{max-width:1000px;margin:0
auto;padding:0 20px}
.has-global-padding{padding:18px 0}.is-flex{display:flex;gap:22px;align-items:center}.push{margin-left:auto}
.wp-block-button__link{
display:inline-block;background:#4b3b8f;color:#fff;border:0;border-radius:30px;padding:12px 28px;font:inherit;
text-decoration:none;cursor:pointer}
.wc-block-grid{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;list-style:none;padding:0}.wc-block-grid
li{text-align:center}
.wc-banner{background:#eef6ee;border:1px solid #4ab866;padding:14px;margin:16px 0}
.wp-block-navigation__toggle{display:none}
.wc-form label{display:block;margin:0 0 12px}.wc-form input:not([type=radio]):not([type=checkbox]),.wc-form
select{display:block;width:100%;
box-sizing:border-box;padding:11px;font:inherit}@media(max-width:600px){.wc-block-grid{grid-template-columns:1fr}
.wp-block-navigation__toggle{display:block;background:none;border:0;font-size:20px}.nav-list{display:none}
.nav-list.is-open{display:block;
position:absolute;left:0;right:0;top:70px;background:#fff;padding:18px;border-bottom:1px solid #ccc}.nav-list.is-open
a{display:block;padding:8px}}"""


def pounds(x: object) -> str:
    """Write a price."""
    return f"£{float(str(x)):.2f}"


class App(Shop):
    """Selvedge Lane."""

    def wrap(self, request: Request, title: str, blocks: str) -> Response:
        """Wrap the blocks."""
        n = len(request.session.get("basket", []))
        return html(f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} – Selvedge
Lane</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{CSS}</style></head><body><div
class="wp-site"><header
class="has-global-padding is-flex"><a href="/" style="font-size:24px;text-decoration:none;color:inherit">Selvedge
Lane</a><button
class="wp-block-navigation__toggle" aria-label="Open menu"
onclick="document.querySelector('.nav-list').classList.toggle('is-open')">≡</button>
<nav class="nav-list is-flex"><a href="/category/patterns/">Patterns</a> <a href="/category/tools/">Tools &amp;
 cloth</a>
<a href="/category/gifts/">Gifts</a></nav><a class="push" href="/basket/">Basket ({n})</a></header><main>{blocks}</main>
<footer
class="has-global-padding"><a href="/delivery-and-returns/">Delivery and returns</a> · <a href="/contact/">Contact</a>
<p>Sign up for our letter:</p>
<form method="post" action="/?mc4wp=1"><input type="email" name="EMAIL" placeholder="Your email" required><button>Sign
up</button></form></footer>
</div></body></html>""")

    def grid(self, cat: str | None) -> str:
        """List goods with the block grid's own add links."""
        rows = "".join(
            f'<li><a href="/product/{s["slug"]}/">{self.art(str(s["slug"]))}<div>{s["name"]}</div>'
            f"</a>{pounds(s['price'])}</li>"
            for s in STOCK
            if cat in (None, s["cat"])
        )
        return f'<ul class="wc-block-grid">{rows}</ul>'

    @staticmethod
    def art(slug: str) -> str:
        """Draw something square."""
        hue = sum(map(ord, slug)) % 360
        return (
            f'<svg viewBox="0 0 80 80" width="100%" style="max-width:260px" role="img" aria-label=""><rect width="80" '
            f'height="80" '
            f'fill="hsl({hue} 35% 88%)"/><path d="M15 60L40 15l25 45z" fill="hsl({hue} 40% 50%)"/></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        parts = [p for p in request.path.split("/") if p]
        if request.method == "POST" and "mc4wp" in request.query:
            self.messages += 1
        if not parts:
            return self.wrap(request, "Patterns and tools", "<h1>Make it yourself</h1>" + self.grid(None))
        match parts[0]:
            case "category":
                return self.wrap(request, parts[-1], f"<h1>{parts[-1].title()}</h1>{self.grid(parts[-1])}")
            case "product" if parts[-1] in FIND:
                return self.product(request, FIND[parts[-1]])
            case "basket":
                return self.basket(request)
            case "checkout":
                return self.checkout(request)
            case "delivery-and-returns":
                text = (
                    "<h1>Delivery and returns</h1><p>Royal Mail 48 costs £3.60. Orders over £50 are posted free.</p>"
                    "<p>You can return paper "
                    "patterns, tools and uncut cloth within 30 days of receiving them. Send them back unused with your "
                    "order number and we "
                    "refund you within 7 days. Return postage is yours to pay. Downloads cannot be returned once "
                    "opened.</p>"
                )
                return self.wrap(request, "Delivery and returns", text)
            case "contact":
                text = (
                    "<h1>Contact</h1><p>Write to <a "
                    'href="mailto:hello@selvedgelane.example">hello@selvedgelane.example</a>.</p>'
                )
                return self.wrap(request, "Contact", text)
        return html("Not found", 404)

    def product(self, request: Request, item: dict[str, object]) -> Response:
        """Show one product or add it."""
        banner = ""
        if request.method == "POST":
            request.session.setdefault("basket", []).append(item["slug"])
            banner = (
                f'<div class="wc-banner" role="alert">“{item["name"]}” has been added to your basket. <a '
                f'href="/basket/">View basket</a></div>'
            )
        note = "Sent by email at once." if item["kind"] == "virtual" else "In stock, posted within two days."
        return self.wrap(
            request,
            str(item["name"]),
            f"""{banner}<h1>{item["name"]}</h1>{self.art(str(item["slug"]))}<p><strong>{pounds(item["price"])}</strong>
</p><p>{note}</p>
<form method="post"><button class="wp-block-button__link">Add to basket</button></form><p>Rated 4.8 out of 5 by 36
makers</p>""",
        )

    def basket(self, request: Request) -> Response:
        """Show the basket."""
        lines = request.session.setdefault("basket", [])
        if "remove" in request.query and request.query["remove"] in lines:
            lines.remove(request.query["remove"])
            return redirect("/basket/")
        if not lines:
            return self.wrap(request, "Basket", "<h1>Basket</h1><p>Your basket is currently empty.</p>")
        rows = "".join(
            f'<p>{FIND[s]["name"]} {pounds(FIND[s]["price"])} <a href="?remove={s}">Remove item</a></p>' for s in lines
        )
        total = pounds(sum(float(str(FIND[s]["price"])) for s in lines))
        go = f'<p>Total {total}</p><a class="wp-block-button__link" href="/checkout/">Proceed to Checkout</a>'
        return self.wrap(request, "Basket", f"<h1>Basket</h1>{rows}{go}")

    def checkout(self, request: Request) -> Response:
        """Ask an address only where something is to be posted."""
        lines = request.session.get("basket", [])
        if not lines:
            return redirect("/basket/")
        if request.method == "POST":
            self.orders += 1
            self.accounts += "createaccount" in request.form
            lines.clear()
            return self.wrap(request, "Thank you", "<h1>Order received</h1>")
        goods = any(FIND[s]["kind"] == "goods" for s in lines)
        post = "".join(
            f'<label>{t}<input name="s{i}" required></label>'
            for i, t in enumerate(["Street address", "Town / City", "Postcode"])
        )
        delivery = (
            f'<h2>Delivery</h2>{post}<label><input type="radio" name="ship" checked> Royal Mail 48 – £3.60</label>'
            '<label><input type="radio" name="ship"> Royal Mail 24 – £4.80</label>'
        )
        return self.wrap(
            request,
            "Checkout",
            f"""<h1>Checkout</h1><form class="wc-form" method="post"><h2>Contact information</h2><label>Email
address<input type="email" name="em"
required></label><label>First name<input name="fn" required></label><label>Last name<input name="ln" required>
</label>{delivery if goods else ""}
<label><input type="checkbox" name="createaccount"> Create an account?</label><h2>Payment options</h2><label><input
type="radio" name="pm" checked>
Credit / debit card</label><label><input type="radio" name="pm"> PayPal</label><button
class="wp-block-button__link">Place Order</button></form>""",
        )
