"""The cart takes everything, but the checkout button stays dead below a minimum order that no single product reaches.

Estonian wholesaler of tea for cafés that also sells to private people; the text says how much is still missing.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

TEAS: dict[str, tuple[str, int, str]] = {
    "kummel-100": ("Kummelitee 100 g", 490, "taimeteed"),
    "piparmunt-100": ("Piparmünditee 100 g", 450, "taimeteed"),
    "assam-250": ("Must tee Assam 250 g", 1190, "teed"),
    "sencha-250": ("Roheline tee Sencha 250 g", 1350, "teed"),
    "mesi-700": ("Pärnaõiemesi 700 g", 980, "mesi"),
}
GROUPS = {"taimeteed": "Taimeteed", "teed": "Must ja roheline tee", "mesi": "Mesi"}
MINIMUM = 15000
CSS = """body{margin:0;font:15px/1.5 Roboto,Arial,sans-serif;background:#f6f7f2;color:#27331f}header{background:#31572c;
color:#fff}
header .w,main,footer .w{max-width:960px;margin:0 auto;padding:14px 18px}header a{color:#ecf39e;margin-right:16px;
text-decoration:none}
.p-list{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:16px}.p-list article{background:#fff;
padding:14px}
.nupp{background:#4f772d;color:#fff;border:0;padding:12px 22px;font:inherit;cursor:pointer}
.nupp[disabled]{background:#b5bfa9;cursor:not-allowed}
.hoiatus{background:#fff3cd;border:1px solid #ffda6a;padding:12px 16px;margin:14px 0}.teade{background:#d8f3dc;
padding:12px 16px;margin:0 0 14px}
table{width:100%;background:#fff;border-collapse:collapse}td{padding:10px;border-bottom:1px solid #e3e8d8}
footer{background:#e3e8d8;margin-top:34px}
label{display:block;margin:0 0 10px}label input:not([type=radio]),label select{display:block;width:100%;
box-sizing:border-box;padding:9px}
@media(max-width:560px){.p-list{grid-template-columns:1fr 1fr}header a{display:inline-block;padding:6px 0}}"""


def eur(cents: int) -> str:
    """Write a price."""
    return f"{cents / 100:.2f}".replace(".", ",") + " €"


class App(Shop):
    """Teevilla."""

    def page(self, request: Request, title: str, body: str) -> Response:
        """Render."""
        note = request.session.pop("teade", "")
        cart: dict[str, int] = request.session.setdefault("korv", {})
        cats = "".join(f'<a href="/kataloog/{k}">{v}</a>' for k, v in GROUPS.items())
        return html(f"""<!doctype html><html lang="et"><head><meta charset="utf-8"><title>{title} :: Teevilla</title>
<meta name="viewport"
content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body><header><div class="w"><a href="/">
<b>Teevilla</b></a>{cats}
<a href="/ostukorv">Ostukorv: {eur(self.total(cart))}</a></div></header>
<main>{f'<div class="teade">{note}</div>' if note else ""}
{body}</main><footer><div class="w">Teevilla OÜ, registrikood 14567890, Riia 22, 51010 Tartu. Telefon <a
href="tel:+3727301234">730 1234</a>,
e-post <a href="mailto:info@teevilla.example">info@teevilla.example</a>. <a href="/tingimused">Müügitingimused</a></div>
</footer></body></html>""")

    @staticmethod
    def total(cart: dict[str, int]) -> int:
        """Add up the cart in cents."""
        return sum(TEAS[k][1] * n for k, n in cart.items())

    def cards(self, group: str = "") -> str:
        """List teas."""
        out = "".join(
            f'<article><a href="/toode/{k}"><svg viewBox="0 0 90 70" width="100%" role="img" aria-label="{n}"><rect '
            f'width="90" height="70" '
            f'fill="#dde5b6"/><ellipse cx="45" cy="38" rx="26" ry="18" fill="#588157"/></svg><h3>{n}</h3></a>'
            f"<p>{eur(c)}</p></article>"
            for k, (n, c, g) in TEAS.items()
            if group in ("", g)
        )
        return f'<div class="p-list">{out}</div>'

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        cart: dict[str, int] = request.session.setdefault("korv", {})
        parts = request.path.strip("/").split("/")
        key = parts[-1]
        if parts == [""]:
            return self.page(request, "Avaleht", f"<h1>Tee ja mesi kohvikule ja koju</h1>{self.cards()}")
        if parts[0] == "kataloog":
            return self.page(request, GROUPS.get(key, ""), f"<h1>{GROUPS.get(key, '')}</h1>{self.cards(key)}")
        if parts[0] == "toode" and key in TEAS:
            if request.method == "POST":
                n = request.form.get("kogus", "1")
                cart[key] = cart.get(key, 0) + max(1, int(n) if n.isdigit() else 1)
                request.session["teade"] = "Toode on lisatud ostukorvi."
                return redirect(request.path)
            name, cents, _ = TEAS[key]
            return self.page(
                request,
                name,
                f"""<h1>{name}</h1><p><b>{eur(cents)}</b> (km-ga) · Laos</p><form method="post"><label
style="width:90px">Kogus
<input type="number" name="kogus" value="1" min="1"></label><button class="nupp">Lisa korvi</button></form><p>Pakitud
Tartus.</p>""",
            )
        return self.purchase(request, cart, parts[0])

    def purchase(self, request: Request, cart: dict[str, int], where: str) -> Response:
        """Answer cart, checkout and terms."""
        total = self.total(cart)
        if where == "ostukorv":
            if request.method == "POST":
                for k in list(cart):
                    n = request.form.get(k, "0")
                    cart[k] = int(n) if n.isdigit() else 0
                    if not cart[k]:
                        del cart[k]
                return redirect("/ostukorv")
            return self.page(request, "Ostukorv", self.cart_view(cart, total))
        if where == "vormista" and cart:
            if total < MINIMUM:
                request.session["teade"] = f"Minimaalne tellimuse summa on {eur(MINIMUM)}."
                return redirect("/ostukorv")
            if request.method == "POST":
                self.orders += 1
                cart.clear()
                return self.page(request, "Aitäh", "<h1>Aitäh, tellimus on käes!</h1>")
            rows = "".join(
                f'<label>{t}<input name="v{i}" required></label>'
                for i, t in enumerate(["Eesnimi", "Perekonnanimi", "E-post", "Telefon", "Aadress", "Postiindeks"])
            )
            return self.page(
                request,
                "Tellimuse vormistamine",
                f"""<h1>Tellimuse vormistamine</h1><form method="post">{rows}<p>Maksmine</p><label><input type="radio"
name="m" checked> Pangalink
</label><label><input type="radio" name="m"> Arve alusel</label><button class="nupp">Kinnita tellimus</button>
</form>""",
            )
        if where == "tingimused":
            return self.page(
                request,
                "Müügitingimused",
                "<h1>Müügitingimused</h1><p>Väikseim tellimus on 150 €. Transport Omniva pakiautomaati on tasuta.</p>"
                "<h2>Tagastamine</h2><p>"
                "Tarbijal on õigus taganeda lepingust 14 päeva jooksul kauba kättesaamisest. Avamata pakend tuleb "
                "tagastada meie lattu, "
                "tagastamise kulud kannab ostja. Raha kantakse tagasi 14 päeva jooksul taganemisavalduse "
                "saamisest.</p>",
            )
        return html("Lehte ei leitud", 404)

    def cart_view(self, cart: dict[str, int], total: int) -> str:
        """Show the cart and what is missing."""
        if not cart:
            return "<h1>Ostukorv</h1><p>Ostukorv on tühi.</p>"
        rows = "".join(
            f'<tr><td>{TEAS[k][0]}</td><td><input name="{k}" value="{n}" size="3" aria-label="Kogus"></td>'
            f"<td>{eur(TEAS[k][1] * n)}</td></tr>"
            for k, n in cart.items()
        )
        short = total < MINIMUM
        warning = (
            f'<div class="hoiatus">Minimaalne tellimuse summa on {eur(MINIMUM)}. Lisa veel vähemalt '
            f"{eur(MINIMUM - total)} eest kaupa.</div>"
        )
        button = (
            '<button class="nupp" disabled>Vormista tellimus</button>'
            if short
            else '<a class="nupp" href="/vormista" style="text-decoration:none">Vormista tellimus</a>'
        )
        return (
            f'<h1>Ostukorv</h1><form method="post"><table>{rows}</table><p><button>Uuenda korvi</button></p></form>'
            f"<p>Kokku <b>{eur(total)}</b></p>{warning if short else ''}{button}"
        )
