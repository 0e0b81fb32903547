"""A trade-only shop: the catalogue is open, yet every price and the add button appear only after logging in.

Swedish dental wholesaler in ASP.NET manners (one form round the page, postbacks); an account must be applied for.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

ITEMS = {
    "70012": ("Nitrilhandskar puderfria, 100 st", "Förbrukning", 79),
    "70020": ("Munskydd typ IIR, 50 st", "Förbrukning", 49),
    "71105": ("Spegel plan nr 4", "Instrument", 38),
    "71240": ("Sond dubbeländad", "Instrument", 112),
    "72001": ("Avtrycksmassa A-silikon", "Material", 645),
}


class App(Shop):
    """Dentalgrossisten Väst."""

    def master(self, request: Request, title: str, inner: str) -> Response:
        """Render the master page."""
        user = request.session.get("user")
        who = (
            "Inloggad: Folktandvården · <a href='/Logout.aspx'>Logga ut</a>"
            if user
            else "<a href='/Login.aspx'>Logga in</a>"
        )
        cart = f'<a href="/Cart.aspx">Kundvagn ({len(request.session.get("cart", []))})</a>' if user else ""
        return html(f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="sv"><head><meta
charset="utf-8"/><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"/><style>body{{font:14px Arial,sans-serif;margin:0;
color:#222}}
#ctl00_top{{background:#0b7a75;color:#fff;padding:14px 20px}}#ctl00_top a{{color:#fff;margin-right:14px}}.ctl00_grid{{
width:100%;
border-collapse:collapse}}.ctl00_grid td,.ctl00_grid th{{padding:10px;border-bottom:1px solid #ddd;text-align:left}}
.main{{max-width:980px;
margin:0 auto;padding:18px}}.ctl00_btn{{background:#0b7a75;color:#fff;border:0;padding:10px 18px}}.foot{{
background:#eee;
padding:18px;margin-top:30px}}
input{{padding:7px;margin:3px 0}}</style></head><body><div id="ctl00_top"><a href="/"><b>Dentalgrossisten Väst</b></a>
<a href="/List.aspx?g=F%C3%B6rbrukning">Förbrukning</a><a href="/List.aspx?g=Instrument">Instrument</a><a
href="/List.aspx?g=Material">Material</a>
{cart} {who}</div><div class="main">{inner}</div><div class="foot">Dentalgrossisten Väst AB, Fabriksgatan 30, 412 50
Göteborg. Kundservice
<a href="tel:+46317001122">031-700 11 22</a>, vardagar 8–16. <a
href="mailto:order@dentalvast.example">order@dentalvast.example</a></div>
</body></html>""")

    def grid(self, request: Request, group: str | None) -> str:
        """List items with or without prices."""
        user = request.session.get("user")
        rows = "".join(
            f'<tr><td><svg width="44" height="44" role="img" aria-label=""><rect width="44" height="44" rx="6" '
            f'fill="#d7efee"/></svg></td>'
            f'<td><a href="/Item.aspx?id={k}">{n}</a><br/><small>Art.nr {k}</small></td>'
            f"<td>{self.price(kr, bool(user))}</td></tr>"
            for k, (n, g, kr) in ITEMS.items()
            if group in (None, g)
        )
        return f'<table class="ctl00_grid"><tr><th></th><th>Artikel</th><th>Pris</th></tr>{rows}</table>'

    @staticmethod
    def price(kr: int, known: bool) -> str:
        """Show the price to customers only."""
        return f"{kr},00 kr exkl. moms" if known else '<a href="/Login.aspx">Logga in för att se pris</a>'

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        path = request.path.lower()
        if path in ("/", "/default.aspx"):
            inner = ("<h1>Allt för kliniken</h1><p>Vi säljer endast till företag och vårdgivare.</p>") + self.grid(
                request, None
            )
            return self.master(request, "Dentalgrossisten Väst", inner)
        if path == "/list.aspx":
            group = request.query.get("g", "")
            return self.master(request, group, f"<h1>{group}</h1>" + self.grid(request, group))
        if path == "/item.aspx" and request.query.get("id") in ITEMS:
            return self.item(request, request.query["id"])
        if path == "/apply.aspx":
            self.accounts += request.method == "POST"
            names = ["Organisationsnummer", "Företag", "Kontaktperson", "E-post", "Telefon", "Välj lösenord"]
            fields = "".join(f"<p>{n}<br/><input name='a{i}'/></p>" for i, n in enumerate(names))
            form = (
                f"<h1>Ansök om konto</h1><form method='post'>{fields}<button class='ctl00_btn'>Skicka ansökan</button>"
                f"</form>"
            )
            return self.master(request, "Ansök om konto", form)
        return self.members(request, path)

    def item(self, request: Request, key: str) -> Response:
        """Show one item."""
        name, _, kr = ITEMS[key]
        user = bool(request.session.get("user"))
        if request.method == "POST" and user:
            request.session.setdefault("cart", []).append(key)
            return redirect("/Cart.aspx")
        buy = '<form method="post"><button class="ctl00_btn">Lägg i kundvagn</button></form>' if user else ""
        hint = "" if user else '<p>Ny kund? <a href="/Apply.aspx">Ansök om företagskonto</a></p>'
        svg = (
            '<svg width="220" height="220" role="img" aria-label=""><rect width="220" height="220" fill="#d7efee"/>'
            "</svg>"
        )
        return self.master(
            request, name, f"{svg}<h1>{name}</h1><p>Art.nr {key}</p><p>{self.price(kr, user)}</p>{buy}{hint}"
        )

    def members(self, request: Request, path: str) -> Response:
        """Answer what customers see."""
        cart = request.session.get("cart", [])
        if path == "/login.aspx":
            if request.method == "POST" and request.form.get("ctl00$pass") == "provlogin":
                request.session["user"] = True
                return redirect("/")
            return self.master(
                request,
                "Logga in",
                '<h1>Logga in</h1><form method="post"><input type="hidden" name="__VIEWSTATE" value="dDwtMTA4"/>'
                "<p>Kundnummer<br/>"
                '<input name="ctl00$user"/></p><p>Lösenord<br/><input type="password" name="ctl00$pass"/></p><button '
                'class="ctl00_btn">Logga in'
                '</button></form><p><a href="/Apply.aspx">Ansök om företagskonto</a></p>',
            )
        if path == "/logout.aspx":
            request.session.clear()
            return redirect("/")
        if path == "/cart.aspx" and request.session.get("user"):
            rows = "".join(f"<p>{ITEMS[k][0]} {ITEMS[k][2]},00 kr</p>" for k in cart)
            go = (
                '<form method="post" action="/Order.aspx"><button class="ctl00_btn">Skicka order</button></form>'
                if cart
                else "Tom"
            )
            return self.master(request, "Kundvagn", f"<h1>Kundvagn</h1>{rows}{go}")
        if path == "/order.aspx" and request.method == "POST" and cart:
            self.orders += 1
            cart.clear()
            return self.master(request, "Tack", "<h1>Tack för ordern</h1>")
        return html("Sidan kunde inte hittas", 404)
