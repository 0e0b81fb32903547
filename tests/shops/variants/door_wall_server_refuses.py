"""The form has no password and no word of an account, but the server turns away every e-mail it does not know when the form is sent.

Nothing on the page tells; only a sent form would show it. The account is made on a page that the refusal alone links to.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

RIIDED = {
    "t-sark-meri": ("T-särk Meri", "24.00", "riided", "#2b6777"),
    "t-sark-liiv": ("T-särk Liiv", "24.00", "riided", "#d8c3a5"),
    "kott-randne": ("Rannakott", "29.00", "kotid", "#52ab98"),
    "rattik": ("Kirsipuuvillane rätik", "12.50", "kotid", "#c8d8e4"),
}
CSS = """html{box-sizing:border-box}*,*:before{box-sizing:inherit}body{margin:0;font:16px/1.6 Ubuntu,"Helvetica Neue",sans-serif;color:#233}
.top-strip{height:6px;background:linear-gradient(90deg,#2b6777,#52ab98)}.hd-row{display:flex;justify-content:space-between;align-items:center;padding:18px 6vw}
.hd-row a{color:#233;text-decoration:none}.hd-links{display:flex;gap:20px}.mosaic{display:grid;gap:2vw;grid-template-columns:repeat(4,1fr);padding:0 6vw}.mosaic a{
text-decoration:none;color:#233}.mosaic .sw{width:100%;display:block}.primary{background:#2b6777;color:#fff;border:none;padding:14px 30px;font:inherit;
cursor:pointer;text-decoration:none;display:inline-block}.text-col{padding:10px 6vw;max-width:820px}.fgroup{margin-bottom:12px}.fgroup input{width:100%;padding:10px;
font:inherit;border:1px solid #9ab}.warn{background:#fde8e8;border-left:5px solid #c00;padding:12px}.ft-row{padding:26px 6vw;background:#f2f2f2;margin-top:40px}
@media(max-width:640px){.mosaic{grid-template-columns:1fr 1fr}.hd-row{flex-wrap:wrap;gap:10px}}"""


def rannapilt(colour: str) -> str:
    """Draw a beach thing."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 24"><rect width="20" height="24" fill="#eef6f6"/><path d="M4 6h12v13H4z" fill="{colour}"/><path d="M0 21q5-3 10 0t10 0" stroke="#2b6777" fill="none"/></svg>'
    )


@dataclass
class App(Shop):
    """A beach-wear maker of Pärnu."""

    def paber(self, request: Request, nimi: str, sisu: str, status: int = 200) -> Response:
        """Dress a page."""
        n = sum(request.session.get("kott", {}).values())
        return html(
            f'<!doctype html><html lang="et"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{nimi} '
            f'· Rannaäär</title><style>{CSS}</style></head><body><div class="top-strip"></div><div class="hd-row"><a href="/"><b>Rannaäär</b></a><div '
            'class="hd-links"><a href="/liik/riided">Riided</a><a href="/liik/kotid">Kotid ja rätikud</a></div><a href="/ostukorv">Ostukorv'
            f'{f" [{n}]" if n else ""}</a></div>{sisu}<div class="ft-row">Rannaäär OÜ, Supeluse 3, 80010 Pärnu · <a href="mailto:info@rannaaar.example">'
            'info@rannaaar.example</a> · <a href="/tingimused">Tingimused</a></div></body></html>',
            status,
        )

    def mosaiik(self, liik: str = "") -> str:
        """List goods."""
        return (
            '<div class="mosaic">'
            + "".join(
                f'<a href="/e/{k}"><img class="sw" src="{rannapilt(c)}" alt="{n}">{n}<br>€{p}</a>'
                for k, (n, p, g, c) in RIIDED.items()
                if liik in ("", g)
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        a, _, b = request.path.strip("/").partition("/")
        if a == "e" and b in RIIDED:
            return self.ese(request, b)
        if a == "liik":
            return self.paber(request, b.title(), self.mosaiik(b))
        teed = {
            "": self.algus,
            "ostukorv": self.korv,
            "tellimine": self.tellimine,
            "uus-klient": self.uus,
            "tingimused": self.tingimused,
        }
        return (
            teed[a](request) if a in teed else self.paber(request, "404", '<p class="text-col">Uhtus minema.</p>', 404)
        )

    def algus(self, request: Request) -> Response:
        return self.paber(request, "Suvi aasta läbi", '<h1 class="text-col">Suvi aasta läbi</h1>' + self.mosaiik())

    def ese(self, request: Request, key: str) -> Response:
        """Show a product, or add it."""
        n, p, _, c = RIIDED[key]
        kott = request.session.setdefault("kott", {})
        if request.method == "POST":
            kott[key] = kott.get(key, 0) + 1
            return redirect("/ostukorv")
        return self.paber(
            request,
            n,
            (
                f'<div class="text-col"><h1>{n}</h1><img src="{rannapilt(c)}" alt="{n}" width="260" height="312"><p style="font-size:24px">€{p}</p><form '
                'method="post"><button class="primary">Lisa ostukorvi</button></form><p>Üks suurus. Laos.</p></div>'
            ),
        )

    def korv(self, request: Request) -> Response:
        """Show the cart."""
        kott = request.session.get("kott", {})
        if request.method == "POST":
            kott.pop(request.form.get("maha", ""), None)
        read = "".join(
            f'<p>{RIIDED[k][0]} × {q} – €{RIIDED[k][1]} <button name="maha" value="{k}">×</button></p>'
            for k, q in kott.items()
        )
        edasi = '<a class="primary" href="/tellimine">Vormista ost</a>' if read else "<p>Ostukorv on tühi.</p>"
        return self.paber(
            request,
            "Ostukorv",
            f'<div class="text-col"><h1>Ostukorv</h1><form method="post">{read}</form>{edasi}</div>',
        )

    def tellimine(self, request: Request) -> Response:
        """Show the form; a sent one is refused to whom the shop does not know."""
        if not request.session.get("kott"):
            return redirect("/ostukorv")
        hoiatus = ""
        if request.method == "POST":
            if request.form.get("email") and request.form.get("email") == request.session.get("klient"):
                self.orders += 1
                request.session["kott"] = {}
                return self.paber(request, "Aitäh", '<h1 class="text-col">Aitäh, tellimus on vastu võetud!</h1>')
            hoiatus = '<p class="warn" role="alert">Selle e-posti aadressiga klienti ei ole. Tellimiseks on vaja kliendikontot: <a href="/uus-klient">loo konto</a>.</p>'
        read = "".join(
            f'<div class="fgroup"><label for="i-{k}">{v}</label><input id="i-{k}" name="{k}" autocomplete="{ac}"></div>'
            for k, v, ac in [("name", "Nimi", "name"), ("email", "E-post", "email"), ("phone", "Telefon", "tel"), ("street", "Aadress",
                             "street-address"), ("zip", "Postiindeks", "postal-code")]
        )  # fmt: skip
        return self.paber(
            request,
            "Tellimine",
            (
                f'<div class="text-col"><h1>Tellimine</h1>{hoiatus}<form method="post">{read}<p><label><input type="radio" name="m" value="pank"> Pangalink</label> '
                '<label><input type="radio" name="m" value="kaart"> Kaart</label></p><button class="primary">Maksma</button></form></div>'
            ),
        )

    def uus(self, request: Request) -> Response:
        """Make an account."""
        if request.method == "POST" and request.form.get("pw"):
            self.accounts += 1
            request.session["klient"] = request.form.get("email")
            return redirect("/tellimine")
        return self.paber(
            request,
            "Uus klient",
            (
                '<div class="text-col"><h1>Uus klient</h1><form method="post"><div class="fgroup"><label>E-post<input name="email" required></label></div><div '
                'class="fgroup"><label>Parool<input name="pw" type="password" required></label></div><button class="primary">Loo konto</button></form></div>'
            ),
        )

    def tingimused(self, request: Request) -> Response:
        return self.paber(
            request,
            "Tingimused",
            (
                '<div class="text-col"><h1>Tingimused</h1><h2>Tagastamine</h2><p>Kandmata eseme saad tagasi saata 30 päeva jooksul. Märgi pakile tellimuse number '
                "ja saada see Supeluse 3, 80010 Pärnu. Tagastus on Eesti piires tasuta. Raha jõuab kontole kahe nädalaga.</p></div>"
            ),
        )
