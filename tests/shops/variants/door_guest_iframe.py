"""The whole till is a payment house's frame from another host; around it the page holds the cart lines and nothing to fill in.

The frame asks for e-mail and postcode first, as such frames do. It has its own host (betala.localhost) and knows the cart by a token.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

KAFFE = (
    ("k1", "Espressobönor Mörkret 500 g", 119, "bonor", "#20120b"),
    ("k2", "Bryggkaffe Lördag 450 g", 89, "bonor", "#6b3e23"),
    ("k3", "Koffeinfritt Kväll 250 g", 79, "bonor", "#93612f"),
    ("m1", "Emaljmugg med logga", 149, "prylar", "#d8d3c5"),
    ("m2", "Kaffemått i björk", 69, "prylar", "#d9b778"),
)
OUTER = """<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>@@T@@ | Rosteriet Rök</title><style>
@media all{*{box-sizing:border-box}body{margin:0;font:15px/1.6 "Courier New",monospace;background:#f2ede4;color:#20120b}}
#site-top{background:#20120b;color:#f2ede4;padding:14px 5vw;display:flex;flex-wrap:wrap;gap:10px 26px;align-items:baseline}
#site-top a{color:inherit;text-decoration:none}#site-top strong{font-size:24px}#kundvagn-lank{margin-left:auto}
.innehall{padding:24px 5vw;max-width:1100px;margin:auto}.hylla{display:grid;grid-template-columns:repeat(auto-fill,minmax(160px,1fr));gap:16px}
.pase{background:#fff;padding:12px}.pase a{color:inherit}.pase .bild{display:block;height:150px}
.knapp-stor{background:#b5432a;color:#fff;border:0;padding:14px 22px;font:700 16px "Courier New",monospace;cursor:pointer;text-decoration:none;
display:inline-block}.rad{display:flex;justify-content:space-between;gap:12px;padding:10px 0;border-bottom:1px dashed #999}
#kassa-ram{width:100%;height:760px;border:0;background:#fff}.sidfot{padding:22px 5vw;border-top:2px solid #20120b;margin-top:40px}
</style></head><body><div id="site-top"><a href="/"><strong>ROSTERIET RÖK</strong></a><a href="/bonor">Bönor</a><a href="/prylar">Prylar</a>
<a href="/om">Om oss</a><a id="kundvagn-lank" href="/vagn">Kundvagn[@@N@@]</a></div><div class="innehall">@@B@@</div>
<div class="sidfot">Rosteriet Rök AB, Hamngatan 2, 831 34 Östersund — <a href="mailto:rok@rosteriet.example">rok@rosteriet.example</a> —
<a href="/retur">Retur &amp; byte</a> — Säkra betalningar med Klarna</div></body></html>"""
INNER = """<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Checkout</title><style>
body{font:16px/1.4 Arial,sans-serif;margin:0;padding:20px;color:#0b051d}.f{border:1px solid #c4c3ca;border-radius:8px;padding:8px 12px;margin-bottom:10px}
.f label{font-size:12px;color:#706e7b;display:block}.f input{border:0;outline:0;width:100%;font-size:16px}button{background:#0b051d;color:#fff;
border:0;border-radius:999px;width:100%;padding:16px;font-size:16px}[hidden]{display:none}</style></head><body>
<form method="post" action="/ram/@@K@@"><div id="a"><h2>Dina uppgifter</h2><div class="f"><label for="e">E-postadress</label><input id="e" name="email"
type="email" autocomplete="email"></div><div class="f"><label for="z">Postnummer</label><input id="z" name="postal_code" inputmode="numeric"
autocomplete="postal-code"></div><button type="button" id="go">Fortsätt</button></div><div id="b" hidden><h2>Leverans</h2>@@F@@<h2>Betala</h2>
<p><label><input type="radio" name="pm" value="inv" checked> Faktura 30 dagar</label></p><p><label><input type="radio" name="pm" value="card"> Kort</label></p>
<button>Slutför köp @@S@@ kr</button></div></form><script>document.getElementById('go').onclick=function(){var e=document.getElementById('e');
if(!/@/.test(e.value)){e.focus();return}setTimeout(function(){a.hidden=true;b.hidden=false},400)}</script></body></html>"""


def pasbild(colour: str) -> str:
    """Draw a bag."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 40"><path d="M6 4h18l2 6v28H4V10z" fill="{colour}"/><rect x="9" y="18" width="12" height="8" fill="#fff"/></svg>'
    )


@dataclass
class App(Shop):
    """A coffee roaster of Östersund."""

    carts: dict[str, dict[str, int]] = field(default_factory=dict)

    def yta(self, request: Request, title: str, body: str, status: int = 200) -> Response:
        """Dress a page."""
        n = str(sum(request.session.get("v", {}).values()))
        return html(OUTER.replace("@@T@@", title).replace("@@N@@", n).replace("@@B@@", body), status)

    def hylla(self, slag: str = "") -> str:
        """List goods."""
        return (
            '<div class="hylla">'
            + "".join(
                f'<div class="pase"><a href="/p/{i}"><img class="bild" src="{pasbild(c)}" alt="">{n}</a><br>{p} kr</div>'
                for i, n, p, g, c in KAFFE
                if slag in ("", g)
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        first, _, rest = request.path.strip("/").partition("/")
        if first == "ram":
            return self.frame(request, rest)
        if first == "p":
            return self.product(request, rest)
        if first in {"bonor", "prylar"}:
            return self.yta(request, first, self.hylla(first))
        pages = {"": self.home, "vagn": self.vagn, "kassan": self.kassan, "om": self.om, "retur": self.retur}
        return pages[first](request) if first in pages else self.yta(request, "404", "<p>Finns inte.</p>", 404)

    def home(self, request: Request) -> Response:
        return self.yta(request, "Nyrostat", "<h1>Rostat i går, hos dig i morgon</h1>" + self.hylla())

    def om(self, request: Request) -> Response:
        return self.yta(request, "Om oss", "<h1>Om oss</h1><p>Två syskon och en rost från 1962.</p>")

    def product(self, request: Request, key: str) -> Response:
        """Show a product or add it."""
        hit = next((k for k in KAFFE if k[0] == key), None)
        if hit is None:
            return self.yta(request, "404", "<p>Finns inte.</p>", 404)
        vagn: dict[str, int] = request.session.setdefault("v", {})
        if request.method == "POST":
            vagn[key] = vagn.get(key, 0) + 1
            return redirect(f"/p/{key}")
        i, n, p, _, c = hit
        return self.yta(
            request,
            n,
            (
                f'<h1>{n}</h1><div class="pase"><img class="bild" src="{pasbild(c)}" alt="{n}" style="height:240px"><p><b>{p} kr</b> inkl. '
                f'moms</p><form method="post" action="/p/{i}"><button class="knapp-stor">Köp</button></form>'
                f"<p>{'Du har ' + str(vagn[i]) + ' i kundvagnen.' if i in vagn else 'Finns i lager.'}</p></div>"
            ),
        )

    def vagn(self, request: Request) -> Response:
        """Show the cart."""
        vagn = request.session.get("v", {})
        if request.method == "POST":
            vagn.pop(request.form.get("x", ""), None)
        rows = "".join(
            f'<form class="rad" method="post"><span>{vagn[i]} × {n}</span><span>{p * vagn[i]} kr <button name="x" value="{i}">x</button></span></form>'
            for i, n, p, _, _ in KAFFE
            if i in vagn
        )
        tail = '<p><a class="knapp-stor" href="/kassan">Till kassan</a></p>' if rows else "<p>Kundvagnen är tom.</p>"
        return self.yta(request, "Kundvagn", f"<h1>Kundvagn</h1>{rows}{tail}")

    def kassan(self, request: Request) -> Response:
        """Show the page around the frame."""
        vagn = request.session.get("v", {})
        if not vagn:
            return redirect("/vagn")
        token = request.session.setdefault("token", secrets.token_hex(8))
        self.carts[token] = vagn
        port = request.headers["host"].rpartition(":")[2]
        rows = "".join(
            f'<div class="rad"><span>{vagn[i]} × {n}</span><span>{p * vagn[i]} kr</span></div>'
            for i, n, p, *_ in KAFFE
            if i in vagn
        )
        return self.yta(
            request,
            "Kassan",
            (
                f'<h1>Kassan</h1>{rows}<iframe id="kassa-ram" title="Betalning" src="http://betala.localhost:{port}/ram/{token}"></iframe>'
            ),
        )

    def frame(self, request: Request, token: str) -> Response:
        """The payment house: the form in its frame, and the order."""
        lines = self.carts.get(token)
        if not lines:
            return html("<p>Sessionen har gått ut.</p>", 410)
        if request.method == "POST" and request.form.get("email"):
            self.orders += 1
            lines.clear()
            return html("<h1>Tack! Ditt köp är klart.</h1>")
        boxes = "".join(f'<div class="f"><label>{v}<input name="{k}"></label></div>' for k, v in (("namn", "För- och efternamn"),
                        ("gata", "Gatuadress"), ("ort", "Ort"), ("mobil", "Mobilnummer")))  # fmt: skip
        total = sum(p * lines.get(i, 0) for i, _, p, *_ in KAFFE)
        return html(INNER.replace("@@K@@", token).replace("@@F@@", boxes).replace("@@S@@", str(total)))

    def retur(self, request: Request) -> Response:
        return self.yta(
            request,
            "Retur & byte",
            (
                "<h1>Retur &amp; byte</h1><p>Oöppnade påsar och prylar tar vi tillbaka inom 30 dagar. Skriv till oss först, så får du en fraktsedel. "
                "Ångerrätten på 14 dagar gäller alltid. Öppnat kaffe kan vi av förklarliga skäl inte sälja igen.</p>"
            ),
        )
