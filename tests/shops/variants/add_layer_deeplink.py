"""A product opened straight in a new session adds to nothing: only the home page opens the visitor's cart.

English-speaking Finnish glass shop (html lang wrongly says fi); a deep-linked add answers kindly but the cart stays
empty.
"""

from __future__ import annotations

import secrets

from tests.shops.kit import Request, Response, Shop, html, redirect

GLASS = {
    "A10": ("Tumbler Usva, set of two", 48, "drinking"),
    "A14": ("Carafe Lumi 1 l", 79, "drinking"),
    "B02": ("Bird Kuikka, mouth-blown", 145, "art"),
    "B05": ("Paperweight Halla", 62, "art"),
    "C01": ("Tealight holder Kaamos", 29, "light"),
}
ROOMS = {"drinking": "Drinking glasses", "art": "Art glass", "light": "Light"}
CSS = """body{margin:0;background:#0f1c24;color:#e8f1f2;font:16px/1.6 Optima,Candara,sans-serif}a{color:#9ad1d4}
#nav{display:flex;gap:20px;flex-wrap:wrap;
padding:16px 5vw}#nav b{margin-right:auto}.sheet{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));
gap:24px;padding:10px 5vw}
.sheet a{text-decoration:none}.room{padding:10px 5vw;max-width:760px}.hot{background:#9ad1d4;color:#0f1c24;border:0;
padding:14px 28px;font:inherit;
text-decoration:none;display:inline-block;cursor:pointer}.pop{position:fixed;top:0;right:0;left:0;background:#1c3441;
padding:16px 5vw;z-index:5}
label{display:block;margin-bottom:10px}label input,label select{display:block;width:100%;max-width:420px;padding:9px;
box-sizing:border-box}
label input[type=radio]{display:inline;width:auto}#end{padding:30px 5vw;font-size:14px}"""


class App(Shop):
    """Iittalan seudun Lasituote."""

    def leaf(self, request: Request, title: str, inner: str) -> Response:
        """Render; a fresh cart is opened on the home page alone."""
        n = len(request.session.get("carts", {}).get(request.cookies.get("cartid", ""), []))
        links = "".join(f'<a href="/room/{k}">{v}</a>' for k, v in ROOMS.items())
        return html(f"""<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{title} - Usva Glass
Studio</title><meta name="viewport"
content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body><div id="nav"><b><a href="/">Usva Glass
Studio</a></b>{links}<a
href="/bag">Shopping bag ({n})</a></div>{inner}<div id="end">Usva Glass Studio, Lasimäentie 6, 14500 Iittala, Finland ·
+358 3 555 0199 ·
<a href="/terms">Delivery, returns and terms</a></div></body></html>""")

    def sheet(self, room: str = "") -> str:
        """List the glass."""
        out = "".join(
            f'<a href="/glass/{k}">{self.drop(k)}<br>{n}<br>{p},00 €</a>'
            for k, (n, p, r) in GLASS.items()
            if room in ("", r)
        )
        return f'<div class="sheet">{out}</div>'

    @staticmethod
    def drop(k: str) -> str:
        """Draw glass."""
        hue = sum(map(ord, k)) * 7 % 360
        return (
            f'<svg viewBox="0 0 80 80" width="100%" style="max-width:240px" role="img" aria-label="{GLASS[k][0]}">'
            f'<rect width="80" height="80" '
            f'fill="#16303b"/><path d="M25 20h30l-5 45H30z" fill="hsl({hue} 50% 70%)" opacity=".8"/></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        carts: dict[str, list[str]] = request.session.setdefault("carts", {})
        where, _, rest = request.path.strip("/").partition("/")
        if where == "":
            answer = self.leaf(request, "Welcome", '<div class="room"><h1>Blown by the lake</h1></div>' + self.sheet())
            if request.cookies.get("cartid", "") in carts:
                return answer
            key = secrets.token_hex(6)
            carts[key] = []
            return Response(answer.body, headers=(("Set-Cookie", f"cartid={key}; Path=/; SameSite=Lax"),))
        if where == "room" and rest in ROOMS:
            return self.leaf(request, ROOMS[rest], f'<div class="room"><h1>{ROOMS[rest]}</h1></div>{self.sheet(rest)}')
        cart = carts.get(request.cookies.get("cartid", ""), [])
        if where == "glass" and rest in GLASS:
            return self.piece(request, rest, cart)
        if where == "bag":
            return self.bag(request, cart)
        if where == "checkout" and cart:
            return self.checkout(request, cart)
        if where == "terms":
            text = (
                "<h1>Delivery, returns and terms</h1><p>Posti parcel 7.90 €, free over 120 €.</p><p>You may cancel "
                "your order and return unused goods "
                "within 14 days of receiving them, without giving a reason. Pack the glass as it came. You pay the "
                "return postage; we refund the "
                'price within 14 days.</p><p>E-mail: <a href="mailto:studio@usva.example">studio@usva.example</a></p>'
            )
            return self.leaf(request, "Terms", f'<div class="room">{text}</div>')
        return redirect("/bag") if where == "checkout" else html("Nothing here", 404)

    def piece(self, request: Request, k: str, cart: list[str]) -> Response:
        """Show one piece, or add it to the cart (if there is one) and show a strip over the page."""
        name, price, _ = GLASS[k]
        strip = ""
        if request.method == "POST":
            cart.append(k)
            strip = (
                f'<div class="pop" role="status">{name} was added. <a href="/bag">View bag</a> <a '
                f'href="/glass/{k}">Continue shopping</a></div>'
            )
        return self.leaf(
            request,
            name,
            f'{strip}<div class="room">{self.drop(k)}<h1>{name}</h1><p>{price},00 €</p><form method="post"><button '
            f'class="hot">Add to bag</button></form>'
            "<p>Each piece differs a little. Made to last. In stock.</p></div>",
        )

    def bag(self, request: Request, cart: list[str]) -> Response:
        """Show the bag."""
        if request.method == "POST" and request.form.get("k") in cart:
            cart.remove(request.form["k"])
            return redirect("/bag")
        rows = "".join(
            f'<form method="post"><p>{GLASS[k][0]} {GLASS[k][1]},00 € <button name="k" value="{k}">Remove</button></p>'
            f"</form>"
            for k in cart
        )
        go = (
            f'<p>Total {sum(GLASS[k][1] for k in cart)},00 €</p><a class="hot" href="/checkout">Proceed to checkout</a>'
        )
        return self.leaf(
            request,
            "Shopping bag",
            f'<div class="room"><h1>Shopping bag</h1>{rows + go if cart else "Your bag is empty."}</div>',
        )

    def checkout(self, request: Request, cart: list[str]) -> Response:
        """Show the checkout form."""
        if request.method == "POST":
            self.orders += 1
            cart.clear()
            return self.leaf(request, "Thank you", '<div class="room"><h1>Thank you!</h1></div>')
        names = ("E-mail", "First name", "Last name", "Street", "Postal code", "City", "Phone")
        rows = "".join(f'<label>{n}<input name="q{i}" required></label>' for i, n in enumerate(names))
        return self.leaf(
            request,
            "Checkout",
            f"""<div class="room"><h1>Checkout</h1><form method="post">{rows}<label>Country<select name="c">
<option>Finland</option><option>Sweden</option>
<option>Germany</option></select></label><p>Payment</p><label><input type="radio" name="p" checked> Card payment</label>
<label><input type="radio"
name="p"> Finnish online bank</label><label><input type="radio" name="p"> Klarna</label><button class="hot">Pay and
order</button></form></div>""",
        )
