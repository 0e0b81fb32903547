"""An English furniture shop: categories on the home page, a delivery estimator before the buying form, a whole page that says "added".

Server-rendered tables and forms; no script is needed to buy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tests.shops.kit import Request, Response, Shop, html, redirect


class Piece(NamedTuple):
    """One piece of furniture."""

    name: str
    room: str
    pounds: int
    finishes: tuple[str, ...]
    lead: str


GOODS = {
    "101": Piece("Aldwych Armchair", "seating", 640, ("Moss linen", "Slate wool", "Oat bouclé"), "4 weeks"),
    "102": Piece("Burford Stool", "seating", 95, (), "In stock"),
    "103": Piece("Coln Bench", "seating", 310, ("Oiled oak", "White oak"), "In stock"),
    "104": Piece("Dene Side Table", "tables", 180, (), "In stock"),
    "105": Piece("Eastleach Dining Table", "tables", 1250, ("4 seats", "6 seats", "8 seats"), "6 weeks"),
    "106": Piece("Fossway Lamp Table", "tables", 145, (), "In stock"),
}
ROOMS = {"seating": "Chairs, stools &amp; benches", "tables": "Tables"}
CSS = """body{margin:0;font:17px/1.6 Georgia,"Times New Roman",serif;color:#33302b;background:#fff}h1,h2{font-weight:400}a{color:#7a4a21}.strip{background:#33302b;color:#e9e2d6;font:13px Arial,sans-serif;padding:7px 3%;display:flex;justify-content:space-between;flex-wrap:wrap}.strip a{color:inherit}.mast{text-align:center;padding:22px 3% 8px}.mast .brand{font-size:34px;text-decoration:none;color:inherit;letter-spacing:.06em}.rail{text-align:center;border-bottom:1px solid #ddd3c2;padding:10px}.rail a{margin:0 14px;display:inline-block}
#content{max-width:1080px;margin:0 auto;padding:20px}.doors{display:grid;grid-template-columns:1fr 1fr;gap:20px}.doors a{background:#efe8db;padding:80px 20px;text-align:center;font-size:24px;text-decoration:none}.listing{display:grid;grid-template-columns:repeat(3,1fr);gap:24px}.listing figure{margin:0}.plate{background:#f5efe4;height:190px;display:grid;place-items:center;font-size:60px;color:#b89b73}.two{display:grid;grid-template-columns:1.3fr 1fr;gap:40px}
.box{border:1px solid #ddd3c2;padding:14px 18px;margin:16px 0;background:#fbf8f2}.box h3{margin:0 0 6px;font-size:17px}input,select,textarea,button{font:inherit;padding:9px 12px;border:1px solid #a89c88;background:#fff;max-width:100%;box-sizing:border-box}button,.button{background:#7a4a21;color:#fff;border:0;padding:13px 26px;cursor:pointer;text-decoration:none;display:inline-block}.quiet{background:#e7dcc9;color:#33302b}.added{border:2px solid #6d7f4e;padding:30px;text-align:center;margin:40px 0}.added .button{margin:6px}
table.bag{width:100%;border-collapse:collapse}table.bag td,table.bag th{border-bottom:1px solid #ddd3c2;padding:12px 6px;text-align:left}.field{margin:0 0 12px}.field input,.field select{width:100%;max-width:440px;display:block}.foot{background:#efe8db;margin-top:60px;padding:30px 3%;font:14px/1.7 Arial,sans-serif}.foot ul{list-style:none;padding:0;columns:2;max-width:500px}.cc{position:fixed;inset:auto 0 0 0;background:#33302b;color:#fff;padding:14px 4%;font:14px Arial,sans-serif}.cc a{color:#fff;margin-left:16px}
@media(max-width:700px){.doors,.two{grid-template-columns:1fr}.listing{grid-template-columns:1fr 1fr}.mast .brand{font-size:26px}}"""
RETURNS = "<h1>Returns &amp; refunds</h1><p>If a piece is not right for your home, tell us within 28 days of delivery and we will collect it. Collection costs £35 for small items and £60 for large ones. Refunds go back to the card you paid with within 7 days of the piece reaching our workshop.</p><p>Pieces made to your own measurements cannot be returned unless they are faulty.</p>"


@dataclass
class App(Shop):
    """Holt and Alder."""

    def page(self, r: Request, title: str, body: str, status: int = 200) -> Response:
        n = sum(r.session.get("bag", {}).values())
        notice = "" if r.cookies.get("cc") else '<div class="cc" id="cc">We use cookies to make this site work. <a href="/cookies-ok">I understand</a></div>'  # fmt: skip
        return html(
            f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} - Holt &amp; Alder</title><style>{CSS}</style></head><body><div class="strip"><span>Call the workshop on 01285 555 0176, Mon–Sat 9–5</span><span><a href="/account">Sign in</a> | <a href="/basket">Basket: {n} item{"" if n == 1 else "s"}</a></span></div><div class="mast"><a class="brand" href="/">Holt &amp; Alder</a></div>'
            f'<div class="rail"><a href="/c/seating">Seating</a><a href="/c/tables">Tables</a><a href="/find">Search</a><a href="/contact-us">Contact</a></div><div id="content">{body}</div><div class="foot"><ul><li><a href="/returns">Returns &amp; refunds</a></li><li><a href="/contact-us">Contact us</a></li><li><a href="/delivery">Delivery</a></li></ul><form method="post" action="/mailing-list"><label>Join our mailing list <input type="email" name="email" placeholder="you@home.example"></label> <button class="quiet">Join</button></form><p>We accept Visa, Mastercard and American Express.</p></div>{notice}</body></html>',
            status,
        )

    def listing(self, keys: list[str]) -> str:
        return '<div class="listing">' + "".join(f'<figure><a href="/p/{k}"><div class="plate">{GOODS[k].name[0]}</div></a><figcaption><a href="/p/{k}">{GOODS[k].name}</a><br>£{GOODS[k].pounds}.00 · {GOODS[k].lead}</figcaption></figure>' for k in keys) + "</div>"  # fmt: skip

    def product(self, r: Request, key: str) -> Response:
        g = GOODS[key]
        choose = (f'<p><label for="fin">Finish</label><br><select id="fin" name="finish" required><option value="">Please choose…</option>{"".join(f"<option>{f}</option>" for f in g.finishes)}</select></p>' if g.finishes else "")  # fmt: skip
        code = r.query.get("postcode", "").strip()
        told = f"<p><b>Delivery to {code[:4].upper().replace('<', '')}: £45, {g.lead.lower()}.</b></p>" if code else ""
        return self.page(r, g.name, f'<div itemscope itemtype="https://schema.org/Product"><div class="two"><div class="plate" style="height:380px">{g.name[0]}</div><div><h1 itemprop="name">{g.name}</h1><p itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="GBP"><span itemprop="price" content="{g.pounds}.00">£{g.pounds}.00</span> <link itemprop="availability" href="https://schema.org/InStock"><small>{g.lead}</small></p>'
                         f'<div class="box"><h3>Delivery to your door</h3><form method="get" action="/p/{key}"><label>Enter your postcode <input name="postcode" size="9" autocomplete="postal-code" required></label> <button class="quiet">Check delivery</button></form>{told}</div><form method="post" action="/basket/add"><input type="hidden" name="id" value="{key}">{choose}<p><label>Qty <input name="qty" value="1" size="3" inputmode="numeric"></label> <button type="submit">Add to basket</button></p></form><p><a href="/returns">28-day returns</a></p></div></div><p itemprop="description">Made in our own workshop from British timber, pegged and oiled by hand.</p></div>')  # fmt: skip

    def basket(self, r: Request) -> Response:
        rows, total = "", 0
        for key, n in r.session.get("bag", {}).items():
            g = GOODS[key.split("|")[0]]
            total += g.pounds * n
            rows += f'<tr><td><a href="/p/{key.split("|")[0]}">{g.name}</a><br><small>{key.split("|")[1]}</small></td><td>{n}</td><td>£{g.pounds * n}.00</td><td><a href="/basket/remove?line={key}">Remove</a></td></tr>'
        if not rows:
            return self.page(r, "Basket", "<h1>Your basket</h1><p>There is nothing in your basket yet.</p>")
        return self.page(r, "Basket", f'<h1>Your basket</h1><table class="bag"><tr><th>Item</th><th>Qty</th><th>Price</th><th></th></tr>{rows}</table><p>Total £{total}.00 (excluding delivery)</p><p><a class="button quiet" href="/">Continue shopping</a> <a class="button" href="/checkout">Proceed to checkout</a></p>')  # fmt: skip

    def change(self, r: Request) -> Response:
        bag: dict[str, int] = r.session.setdefault("bag", {})
        if r.path == "/basket/remove":
            bag.pop(r.query.get("line", ""), None)
            return redirect("/basket")
        key, finish = r.form.get("id", ""), r.form.get("finish", "")
        if key not in GOODS or (GOODS[key].finishes and finish not in GOODS[key].finishes):
            return redirect(f"/p/{key}" if key in GOODS else "/")
        bag[f"{key}|{finish}"] = bag.get(f"{key}|{finish}", 0) + max(1, int(r.form.get("qty") or 1))
        return redirect(f"/added?id={key}")

    def checkout(self, r: Request) -> Response:
        if not r.session.get("bag"):
            return redirect("/basket")
        if r.path == "/checkout":
            return self.page(r, "Checkout", '<h1>Checkout</h1><div class="two"><div class="box"><h2>Returning customers</h2><form method="post" action="/account"><p class="field">E-mail<input type="email" name="email"></p><p class="field">Password<input type="password" name="pw"></p><button class="quiet">Sign in</button></form></div><div class="box"><h2>New to us?</h2><p>You can order without an account.</p><a class="button" href="/checkout/address">Continue as a guest</a></div></div>')  # fmt: skip
        if r.method == "POST":
            self.orders += 1
            r.session["bag"] = {}
            return self.page(r, "Thank you", "<h1>Thank you for your order</h1>")
        fields = "".join(f'<p class="field"><label>{t} <input type="{k}" name="{n}" required></label></p>' for t, k, n in (("Full name", "text", "name"), ("E-mail", "email", "email"), ("Telephone", "tel", "tel"), ("Address", "text", "a1"), ("Town", "text", "town"), ("Postcode", "text", "pc")))  # fmt: skip
        return self.page(r, "Your details", f'<h1>Your details</h1><form method="post">{fields}<p class="field"><label>Access to your home <select name="access"><option>Ground floor</option><option>Stairs</option><option>Lift</option></select></label></p><h2>Card</h2><p>You will pay by credit or debit card on the next page of our bank.</p><button>Place order</button></form>')  # fmt: skip

    def handle(self, r: Request) -> Response:
        room, key = r.path.removeprefix("/c/"), r.path.removeprefix("/p/")
        if room in ROOMS:
            return self.page(r, room, f"<h1>{ROOMS[room]}</h1>" + self.listing([k for k in GOODS if GOODS[k].room == room]))  # fmt: skip
        if key in GOODS:
            return self.product(r, key)
        if r.path in ("/basket/add", "/basket/remove"):
            return self.change(r)
        if r.path == "/basket":
            return self.basket(r)
        if r.path == "/added" and r.query.get("id") in GOODS:
            return self.page(r, "Added", f'<div class="added"><h1>Added to your basket</h1><p>{GOODS[r.query["id"]].name}</p><a class="button quiet" href="/c/{GOODS[r.query["id"]].room}">Continue shopping</a><a class="button quiet" href="/basket">View basket</a><a class="button" href="/checkout">Checkout</a></div>')  # fmt: skip
        return self.checkout(r) if r.path.startswith("/checkout") else self.plain(r)

    def plain(self, r: Request) -> Response:
        if r.path == "/cookies-ok":
            return Response("", 303, headers=(("Location", "/"), ("Set-Cookie", "cc=1; Path=/")))
        if r.method == "POST":
            self.accounts += r.path == "/account"
            self.messages += r.path in ("/mailing-list", "/contact-us")
            return self.page(r, "Thanks", "<p>Thank you.</p>")
        if r.path == "/find":
            word = r.query.get("q", "").lower()
            found = self.listing([k for k, g in GOODS.items() if word and word in g.name.lower()])
            return self.page(r, "Search", f'<h1>Search</h1><form action="/find"><input type="search" name="q" aria-label="Search the shop"> <button>Search</button></form>{found}')  # fmt: skip
        texts = {
            "/": '<h1 style="text-align:center">Furniture to grow old with</h1><div class="doors"><a href="/c/seating">Seating</a><a href="/c/tables">Tables</a></div><p style="text-align:center">“The stool has outlived two dogs.” — a customer in Stroud</p>',
            "/returns": RETURNS,
            "/delivery": "<h1>Delivery</h1><p>£45 in mainland Britain, carried to the room you choose.</p>",
            "/contact-us": '<h1>Contact us</h1><p>Telephone <a href="tel:012855550176">01285 555 0176</a></p><form method="post"><p class="field">Name<input name="n"></p><p class="field">E-mail<input type="email" name="e"></p><p>Message<br><textarea name="m" rows="6" cols="40"></textarea></p><button>Send</button></form>',
            "/account": '<h1>Sign in</h1><form method="post"><p class="field">E-mail<input type="email" name="email"></p><p class="field">Password<input type="password" name="pw"></p><button>Sign in</button></form>',
        }
        return self.page(r, "Holt", texts.get(r.path, "<h1>Not found</h1>"), 200 if r.path in texts else 404)
