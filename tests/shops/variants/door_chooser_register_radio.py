"""The first panel of checkout asks who you are: "Register Account" is the radio that is ticked, the guest one stands below it.

The panels after it are empty until the shop's script fetches them; "Continue" without a choice leads into a form with a password.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

STOCK: list[tuple[int, str, float, str, str]] = [
    (40, "Barista Hand Grinder", 79.0, "20", "#6b4a35"),
    (41, "Gooseneck Kettle 0.9 L", 64.5, "20", "#8d9aa5"),
    (42, "Paper Filters 02, 100 pcs", 6.9, "24", "#e8dcc4"),
    (43, "Espresso Blend 'Night Ferry' 500 g", 14.8, "18", "#2a1c16"),
    (44, "Filter Roast 'Kinnekulle' 250 g", 11.2, "18", "#b5652d"),
]
GROUPS = {"18": "Coffee", "20": "Equipment", "24": "Accessories"}
STYLE = """body{font:13px/20px "Open Sans",Arial,sans-serif;color:#666}a{color:#23a1d1;text-decoration:none}
.container{max-width:1140px;margin:auto;padding:0 15px}#top{background:#eee;border-bottom:1px solid #e2e2e2;padding:6px 0}
.list-inline li{display:inline-block;padding:0 6px}#menu{background:#229ac8;margin-bottom:18px}#menu a{color:#fff;padding:10px 15px;
display:inline-block}.row{display:flex;flex-wrap:wrap;margin:0 -10px}.col-3{width:25%;padding:10px;box-sizing:border-box}
.col-6{width:50%;padding:10px;box-sizing:border-box}.thumb{border:1px solid #ddd}.thumb img{width:100%}.thumb .caption{padding:8px}
.btn{border:1px solid #ccc;background:#f2f2f2;padding:7px 12px;cursor:pointer;display:inline-block;color:#555}
.btn-primary{background:#229ac8;color:#fff;border-color:#1f90bb}.panel{border:1px solid #ddd;margin:6px 0}
.panel-heading{background:#f5f5f5;padding:10px}.panel-body{padding:15px}.form-group{margin-bottom:10px}
.form-group input,.form-group select{width:100%;box-sizing:border-box;padding:7px}.alert{padding:10px;background:#dff0d8;margin:8px 0}
.navbar-toggle{display:none}.table{width:100%;border-collapse:collapse}.table td{border:1px solid #ddd;padding:8px}
footer{background:#303030;color:#e2e2e2;padding:25px 0;margin-top:30px}
@media(max-width:767px){.col-3,.col-6{width:100%}.navbar-toggle{display:block;color:#fff;background:none;border:0;padding:10px}
#menu .links{display:none}#menu.in .links{display:block}#menu a{display:block}}"""
ADDRESS = "".join(
    f'<div class="form-group"><label for="in-{k}">* {v}</label><input id="in-{k}" name="{k}"></div>'
    for k, v in [("firstname", "First Name"), ("lastname", "Last Name"), ("email", "E-Mail"), ("telephone", "Telephone"),
                 ("address_1", "Address 1"), ("city", "City"), ("postcode", "Post Code")]
) + ('<div class="form-group"><label for="in-country">* Country</label><select id="in-country" name="country_id"><option>Ireland'
     "</option><option>United Kingdom</option></select></div>")  # fmt: skip
SCRIPT = """<script>
function load(id,url){return fetch(url).then(r=>r.text()).then(t=>{document.querySelectorAll('.panel-body').forEach(b=>b.hidden=true);
const b=document.getElementById(id);b.innerHTML=t;b.hidden=false})}
document.addEventListener('click',e=>{const id=e.target.id;if(id=='button-account'){const v=document.querySelector(
'input[name=account]:checked').value;load('collapse-address','/index.php?route=checkout/'+v)}
if(id=='button-guest'||id=='button-register'){const d=new URLSearchParams();document.querySelectorAll('#collapse-address input,'+
'#collapse-address select').forEach(i=>d.set(i.name,i.value));fetch('/index.php?route=checkout/'+id.slice(7)+'/save',{method:'POST',
body:d}).then(r=>r.json()).then(j=>{if(j.error){alert(j.error)}else load('collapse-pay','/index.php?route=checkout/payment')})}
if(id=='button-confirm')fetch('/index.php?route=checkout/confirm',{method:'POST'}).then(()=>location='/index.php?route=checkout/success')});
</script>"""


def art(colour: str) -> str:
    """Draw a product."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="#f6f6f6"/>'
        f'<rect x="55" y="40" width="90" height="125" rx="12" fill="{colour}"/></svg>'
    )


@dataclass
class App(Shop):
    """A coffee shop on an old PHP cart."""

    def wrap(self, request: Request, title: str, inner: str) -> Response:
        """Dress a page."""
        n = sum(request.session.get("cart", {}).values())
        worth = sum(p * request.session.get("cart", {}).get(i, 0) for i, _, p, _, _ in STOCK)
        links = "".join(f'<a href="/index.php?route=product/category&amp;path={k}">{v}</a>' for k, v in GROUPS.items())
        return html(
            f'<!DOCTYPE html><html dir="ltr" lang="en"><head><meta charset="UTF-8"><title>{title}</title><meta name="viewport" '
            f'content="width=device-width, initial-scale=1"><style>{STYLE}</style></head><body><nav id="top"><div class="container">'
            '<ul class="list-inline"><li>+353 1 555 0142</li><li><a href="/index.php?route=account/login">My Account</a></li><li><a '
            'href="/index.php?route=account/wishlist">Wish List (0)</a></li><li><a href="/index.php?route=checkout/cart">Shopping Cart</a>'
            '</li><li><a href="/index.php?route=checkout/checkout">Checkout</a></li></ul></div></nav><header class="container"><h1><a '
            'href="/">Ferryman Coffee</a></h1><form action="/index.php"><input type="hidden" name="route" value="product/search">'
            f'<input type="text" name="search" placeholder="Search"><button class="btn">Go</button></form><p id="cart">{n} item(s) - '
            f'€{worth:.2f}</p></header><nav id="menu"><div class="container"><button class="navbar-toggle" aria-label="Categories" '
            "onclick=\"document.getElementById('menu').classList.toggle('in')\">Categories &#9776;</button>"
            f'<div class="links">{links}</div></div></nav><div class="container">{inner}</div><footer><div class="container">Ferryman '
            'Coffee Ltd, 8 Quay Lane, Cork · <a href="/index.php?route=information/information&amp;information_id=5">Terms &amp; '
            'Conditions</a> · <a href="/index.php?route=account/return/add">Returns</a></div></footer></body></html>'
        )

    def grid(self, group: str = "", word: str = "") -> str:
        """List products with the platform's quick add."""
        return (
            '<div class="row">'
            + "".join(
                f'<div class="col-3"><div class="thumb"><a href="/index.php?route=product/product&amp;product_id={i}"><img src="{art(c)}" '
                f'alt="{n}"></a><div class="caption"><h4><a href="/index.php?route=product/product&amp;product_id={i}">{n}</a></h4>'
                f"<p>€{p:.2f}</p></div></div></div>"
                for i, n, p, g, c in STOCK
                if group in ("", g) and word.lower() in n.lower()
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        route = request.query.get("route", "common/home")
        if request.path not in {"/", "/index.php"}:
            return html("Not found", 404)
        name = "do_" + route.replace("/", "_")
        return getattr(self, name, self.do_common_home)(request)

    def do_common_home(self, request: Request) -> Response:
        return self.wrap(request, "Ferryman Coffee", "<h3>Featured</h3>" + self.grid())

    def do_product_category(self, request: Request) -> Response:
        path = request.query.get("path", "")
        return self.wrap(request, GROUPS.get(path, "All"), f"<h2>{GROUPS.get(path, 'All')}</h2>" + self.grid(path))

    def do_product_search(self, request: Request) -> Response:
        return self.wrap(request, "Search", "<h2>Search</h2>" + self.grid(word=request.query.get("search", "")))

    def do_product_product(self, request: Request) -> Response:
        found = [s for s in STOCK if str(s[0]) == request.query.get("product_id")]
        if not found:
            return self.wrap(request, "Product not found!", "<p>Product not found!</p>")
        i, n, p, _, c = found[0]
        return self.wrap(
            request,
            n,
            (
                f'<div class="row"><div class="col-6"><img src="{art(c)}" alt="{n}" width="100%"></div><div class="col-6"><h1>{n}</h1>'
                f'<ul><li>Product Code: FC-{i}</li><li>Availability: In Stock</li></ul><h2>€{p:.2f}</h2><form method="post" '
                f'action="/index.php?route=checkout/cart/add"><input type="hidden" name="product_id" value="{i}"><label>Qty '
                '<input name="quantity" value="1" size="2"></label> <button class="btn btn-primary" id="button-cart">Add to Cart</button>'
                "</form><p>Based on 0 reviews.</p></div></div>"
            ),
        )

    def do_checkout_cart_add(self, request: Request) -> Response:
        cart: dict[int, int] = request.session.setdefault("cart", {})
        cart[int(request.form["product_id"])] = cart.get(int(request.form["product_id"]), 0) + int(
            request.form["quantity"]
        )
        return redirect("/index.php?route=checkout/cart")

    def do_checkout_cart(self, request: Request) -> Response:
        cart = request.session.get("cart", {})
        rows = "".join(
            f'<tr><td><img src="{art(c)}" width="47" alt=""></td><td>{n}</td><td>{cart[i]}</td><td>€{p * cart[i]:.2f}</td></tr>'
            for i, n, p, _, c in STOCK
            if cart.get(i)
        )
        if not rows:
            return self.wrap(request, "Shopping Cart", "<h1>Shopping Cart</h1><p>Your shopping cart is empty!</p>")
        return self.wrap(
            request,
            "Shopping Cart",
            (
                f'<h1>Shopping Cart</h1><table class="table">{rows}</table><p><a class="btn" href="/">Continue Shopping</a> '
                '<a class="btn btn-primary" href="/index.php?route=checkout/checkout">Checkout</a></p>'
            ),
        )

    def do_checkout_checkout(self, request: Request) -> Response:
        if not request.session.get("cart"):
            return redirect("/index.php?route=checkout/cart")
        return self.wrap(
            request,
            "Checkout",
            (
                '<h1>Checkout</h1><div class="panel"><div class="panel-heading">Step 1: Checkout Options</div><div class="panel-body"><div '
                'class="row"><div class="col-6"><h2>New Customer</h2><p>Checkout Options:</p><p><label><input type="radio" name="account" '
                'value="register" checked> Register Account</label></p><p><label><input type="radio" name="account" value="guest"> Guest '
                "Checkout</label></p><p>By creating an account you will be able to shop faster and keep track of your orders.</p>"
                '<button type="button" id="button-account" class="btn btn-primary">Continue</button></div><div class="col-6"><h2>Returning '
                'Customer</h2><form method="post" action="/index.php?route=account/login"><div class="form-group"><label for="il">E-Mail'
                '</label><input id="il" name="email"></div><div class="form-group"><label for="ip">Password</label><input id="ip" '
                'type="password" name="password"></div><button class="btn btn-primary">Login</button></form></div></div></div></div>'
                '<div class="panel"><div class="panel-heading">Step 2: Billing Details</div><div class="panel-body" id="collapse-address" '
                'hidden></div></div><div class="panel"><div class="panel-heading">Step 3: Payment Method</div><div class="panel-body" '
                f'id="collapse-pay" hidden></div></div>{SCRIPT}'
            ),
        )

    def do_checkout_guest(self, request: Request) -> Response:
        del request
        return html(ADDRESS + '<button type="button" id="button-guest" class="btn btn-primary">Continue</button>')

    def do_checkout_register(self, request: Request) -> Response:
        del request
        secret = "".join(f'<div class="form-group"><label>* {w}<input type="password" name="{k}"></label></div>'
                         for k, w in [("password", "Password"), ("confirm", "Password Confirm")])  # fmt: skip
        return html(
            ADDRESS + secret + '<button type="button" id="button-register" class="btn btn-primary">Continue</button>'
        )

    def do_checkout_guest_save(self, request: Request) -> Response:
        ok = all(request.form.get(k) for k in ("firstname", "email", "address_1", "postcode"))
        return json_response({} if ok else {"error": "Please fill in the required fields."})

    def do_checkout_register_save(self, request: Request) -> Response:
        if not request.form.get("password"):
            return json_response({"error": "Password must be between 4 and 20 characters!"})
        self.accounts += 1
        return json_response({})

    def do_checkout_payment(self, request: Request) -> Response:
        del request
        return html(
            '<p><label><input type="radio" name="pm" checked> Credit or Debit Card</label></p><p><label><input type="radio" name="pm"> '
            'Bank Transfer</label></p><button type="button" id="button-confirm" class="btn btn-primary">Confirm Order</button>'
        )

    def do_checkout_confirm(self, request: Request) -> Response:
        self.orders += bool(request.session.get("cart"))
        request.session["cart"] = {}
        return json_response({})

    def do_checkout_success(self, request: Request) -> Response:
        return self.wrap(request, "Success", "<h1>Your order has been placed!</h1>")

    def do_account_login(self, request: Request) -> Response:
        return self.wrap(request, "Login", '<h1>Account Login</h1><form method="post"><label>E-Mail <input name="email"></label> '
                         '<label>Password <input type="password" name="password"></label> <button class="btn">Login</button></form>')  # fmt: skip

    def do_account_wishlist(self, request: Request) -> Response:
        return self.do_account_login(request)

    def do_account_return_add(self, request: Request) -> Response:
        if request.method == "POST":
            self.messages += 1
        return self.wrap(
            request,
            "Product Returns",
            (
                '<h1>Product Returns</h1><p>Please complete the form below to request an RMA number.</p><form method="post"><div '
                'class="form-group"><label>* Order ID <input name="order_id"></label></div><div class="form-group"><label>* E-Mail <input '
                'name="email"></label></div><div class="form-group"><label>* Product Name <input name="product"></label></div>'
                '<button class="btn btn-primary">Submit</button></form>'
            ),
        )

    def do_information_information(self, request: Request) -> Response:
        return self.wrap(request, "Terms", "<h1>Terms &amp; Conditions</h1><p>All prices include VAT. We ship within two working days "
                         "by An Post. Goods remain our property until they are paid for. Irish law applies.</p>")  # fmt: skip
