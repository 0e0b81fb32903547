"""The till lives on a host of its own (kassa.…), with other markup and no cookie of the shop; only a key in the address carries the cart.

A walker that stays on the first host never sees the form.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

VAATTEET = {
    "sadetakki-sumu": ("Sadetakki Sumu, lasten 110", "59,95", "lapset", "9fb8ad"),
    "pipo-karhu": ("Pipo Karhu", "19,95", "lapset", "7a5c3e"),
    "huivi-aamu": ("Huivi Aamu", "34,95", "aikuiset", "d7a9a9"),
    "kangaskassi": ("Kangaskassi, luomupuuvilla", "14,95", "aikuiset", "e8e2d0"),
    "sukat-raita": ("Sukat Raita 37–39", "11,95", "aikuiset", "3e5c76"),
}
LOOK = """.l-shell{max-width:1240px;margin:0 auto;padding:0 20px}.c-masthead{display:flex;align-items:center;padding:22px 0;gap:30px}
.c-masthead__logo{font:700 28px/1 Futura,"Trebuchet MS",sans-serif;color:#1c2826;text-decoration:none}.c-masthead__nav{display:flex;gap:20px;
margin-right:auto}.c-link{color:#1c2826}.c-teaser{text-decoration:none;color:#1c2826}.l-cards{display:grid;gap:22px;grid-template-columns:
repeat(3,1fr)}.c-teaser__shot{aspect-ratio:4/5;display:block;width:100%;object-fit:contain}.c-buy{background:#1c2826;color:#fff;border:none;padding:16px 34px;
border-radius:999px;font-size:16px;cursor:pointer;text-decoration:none;display:inline-block}.l-pdp{display:grid;grid-template-columns:3fr 2fr;
gap:40px}.c-toast{position:fixed;right:16px;bottom:16px;background:#1c2826;color:#fff;padding:16px 22px;border-radius:8px}.c-menu{display:none}
body{margin:0;font-family:"Trebuchet MS",sans-serif;color:#1c2826}.c-footer{background:#dfe7e3;margin-top:60px;padding:30px 0}
@media (max-width:700px){.l-cards{grid-template-columns:1fr 1fr;gap:12px}.l-pdp{grid-template-columns:1fr}.c-menu{display:block;background:none;
border:1px solid;padding:6px 10px}.c-masthead{flex-wrap:wrap;gap:14px}.c-masthead__nav{display:none;order:5;width:100%;flex-direction:column}
.c-masthead__nav.is-open{display:flex}.c-masthead__logo{margin-right:auto}}"""


def kuvitus(colour: str) -> str:
    """Draw a garment."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50"><rect width="40" height="50" fill="#f1f4f2"/><path d="M12 8h16l8 10-6 4v22H10V22l-6-4z" fill="#{colour}"/></svg>'
    )


@dataclass
class App(Shop):
    """A clothes shop of Turku with a till from elsewhere."""

    keys: dict[str, dict[str, int]] = field(default_factory=dict)

    def sivu(self, request: Request, otsikko: str, runko: str, status: int = 200) -> Response:
        """Dress a page of the shop."""
        n = sum(request.session.get("ostokset", {}).values())
        toast = request.session.pop("toast", "")
        return html(
            f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>{otsikko} | Sumu &amp; Karhu</title><style>{LOOK}</style></head><body><div class="l-shell"><div class="c-masthead"><a '
            'class="c-masthead__logo" href="/">Sumu &amp; Karhu</a><button class="c-menu" '
            "onclick=\"document.querySelector('.c-masthead__nav').classList.toggle('is-open')\">Valikko</button>"
            '<div class="c-masthead__nav"><a class="c-link" href="/c/lapset">Lapset</a><a class="c-link" href="/c/aikuiset">Aikuiset</a><a '
            f'class="c-link" href="/tarina">Tarinamme</a></div><a class="c-link" href="/ostoskassi">Ostoskassi{f" · {n}" if n else ""}</a></div>'
            f"{runko}</div>{f'<div class=c-toast role=status>{toast}</div>' if toast else ''}"
            '<div class="c-footer"><div class="l-shell"><p>Asiakaspalvelu: <a href="mailto:apua@sumujakarhu.example">apua@sumujakarhu.example</a>'
            ' · Myymälä: Läntinen Rantakatu 9, 20100 Turku (ti–la 11–17)</p><p><a href="/vaihdot-ja-palautukset">Vaihdot ja palautukset</a></p>'
            '<form method="post" action="/kirje"><label>Uutiskirje <input type="email" name="osoite" placeholder="sähköpostisi"></label> <button>'
            "Tilaa kirje</button></form></div></div></body></html>",
            status,
        )

    def handle(self, request: Request) -> Response:
        if request.headers.get("host", "").startswith("kassa."):
            return self.till(request)
        a, _, b = request.path.strip("/").partition("/")
        if a == "p" and b in VAATTEET:
            return self.vaate(request, b)
        if a == "c":
            return self.sivu(request, b.title(), f"<h1>{b.title()}</h1>" + self.kortit(b))
        paths = {"": self.koti, "ostoskassi": self.kassi, "maksamaan": self.leave, "vaihdot-ja-palautukset": self.palautukset,
                 "tarina": self.tarina, "kirje": self.kirje}  # fmt: skip
        return paths[a](request) if a in paths else self.sivu(request, "404", "<h1>Sivu on kadonnut sumuun</h1>", 404)

    def kortit(self, osasto: str = "") -> str:
        """List clothes."""
        return (
            '<div class="l-cards">'
            + "".join(
                f'<a class="c-teaser" href="/p/{k}"><img class="c-teaser__shot" src="{kuvitus(c)}" alt=""><p>{n}<br>{p} €</p></a>'
                for k, (n, p, o, c) in VAATTEET.items()
                if osasto in ("", o)
            )
            + "</div>"
        )

    def koti(self, request: Request) -> Response:
        return self.sivu(request, "Vaatteita säähän kuin säähän", "<h1>Säähän kuin säähän</h1>" + self.kortit())

    def tarina(self, request: Request) -> Response:
        return self.sivu(request, "Tarinamme", "<h1>Tarinamme</h1><p>Kaikki alkoi yhdestä sadetakista.</p>")

    def kirje(self, request: Request) -> Response:
        self.messages += request.method == "POST"
        return redirect("/")

    def vaate(self, request: Request, key: str) -> Response:
        """Show a garment or add it."""
        n, p, _, c = VAATTEET[key]
        if request.method == "POST":
            bag = request.session.setdefault("ostokset", {})
            bag[key] = bag.get(key, 0) + 1
            request.session["toast"] = f"{n} on nyt kassissasi"
            return redirect(f"/p/{key}")
        return self.sivu(
            request,
            n,
            (
                f'<div class="l-pdp"><img class="c-teaser__shot" src="{kuvitus(c)}" alt="{n}" style="max-height:480px"><div><h1>{n}</h1><p '
                f'style="font-size:24px">{p} €</p><form method="post"><button class="c-buy">Lisää kassiin</button></form><p>Heti lähetettävissä.</p>'
                "<p>★★★★★ “Pitää vettä!” – Noora</p></div></div>"
            ),
        )

    def kassi(self, request: Request) -> Response:
        """Show the bag."""
        bag = request.session.get("ostokset", {})
        if request.method == "POST":
            bag.pop(request.form.get("pois", ""), None)
        if not bag:
            return self.sivu(request, "Ostoskassi", "<h1>Ostoskassi</h1><p>Kassissa ei ole vielä mitään.</p>")
        rows = "".join(
            f'<p>{VAATTEET[k][0]} · {q} kpl · {VAATTEET[k][1]} € <button name="pois" value="{k}">Poista</button></p>'
            for k, q in bag.items()
        )
        return self.sivu(
            request,
            "Ostoskassi",
            (f'<h1>Ostoskassi</h1><form method="post">{rows}</form><a class="c-buy" href="/maksamaan">Maksamaan</a>'),
        )

    def leave(self, request: Request) -> Response:
        """Hand the cart over to the other host."""
        bag = request.session.get("ostokset")
        if not bag:
            return redirect("/ostoskassi")
        key = secrets.token_urlsafe(12)
        self.keys[key] = bag
        port = request.headers["host"].rpartition(":")[2]
        return redirect(f"http://kassa.localhost:{port}/s/{key}", 302)

    def till(self, request: Request) -> Response:
        """The other host: a form, and the order."""
        lines = self.keys.get(request.path.removeprefix("/s/"))
        if not lines:
            return html("<!doctype html><title>Kassa</title><p>Istunto on vanhentunut.</p>", 404)
        if request.method == "POST" and request.form.get("sposti"):
            self.orders += 1
            lines.clear()
            return html(
                '<!doctype html><html lang="fi"><title>Kiitos</title><h1>Maksu vastaanotettu, kiitos!</h1></html>'
            )
        rows = "".join(f"<li>{q} × {VAATTEET[k][0]}</li>" for k, q in lines.items())
        return html(f"""<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Turvallinen kassa</title><style>body{{background:#eef1f4;font:16px Helvetica,Arial}}form{{background:#fff;max-width:480px;margin:24px auto;
padding:24px;border-radius:10px}}input[type=text],input[type=email]{{width:100%;box-sizing:border-box;padding:11px;margin:4px 0 12px;border:1px
solid #aab}}button{{width:100%;padding:15px;background:#0a7d4f;color:#fff;border:0;font-size:17px}}</style></head><body><form method="post">
<h2>Sumu &amp; Karhu</h2><ul>{rows}</ul><label>Sähköposti<input type="email" name="sposti" required></label><label>Koko nimi<input type="text"
name="koko" required></label><label>Osoite<input type="text" name="os" required></label><label>Postinumero ja paikkakunta<input type="text"
name="pp" required></label><p>Valitse maksutapa</p><p><label><input type="radio" name="mt" value="pankki" required> Pankkipainikkeet (Nordea, OP,
Danske)</label></p><p><label><input type="radio" name="mt" value="kortti"> Pankki- tai luottokortti</label></p><p><label><input type="checkbox"
name="ok" required> Hyväksyn toimitusehdot</label></p><button>Maksa tilaus</button></form></body></html>""")

    def palautukset(self, request: Request) -> Response:
        return self.sivu(
            request,
            "Vaihdot ja palautukset",
            (
                "<h1>Vaihdot ja palautukset</h1><p>Sovita rauhassa: palautusaikaa on 30 päivää. Pakkaa vaate hyvin ja tulosta palautuskortti "
                "sähköpostissa olevasta linkistä. Palautus Matkahuollon kautta on ilmainen, ja rahat näkyvät tilillä viikossa. Vaihdon koko käy "
                "kätevimmin tilaamalla uusi ja palauttamalla vanha.</p>"
            ),
        )
