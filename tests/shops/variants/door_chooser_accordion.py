"""Log-in, new account and the way without one are three folded panels at the till; the log-in panel stands open on arrival.

Opening one closes the others; the guest's panel is the last, headed "Ostan ühekordselt", and holds the form itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

PUUD: dict[str, list[str]] = {
    "oun-antoonovka": ["Õunapuu 'Antoonovka'", "18.50", "viljapuud", "#93b85a"],
    "oun-valge-klaar": ["Õunapuu 'Valge klaar'", "18.50", "viljapuud", "#d6e08a"],
    "sostar-must": ["Must sõstar 'Ben Alder'", "7.90", "poosad", "#2d2a45"],
    "vaarikas-glen": ["Vaarikas 'Glen Ample'", "5.40", "poosad", "#b3254c"],
    "kindad": ["Aiakindad nr 9", "6.20", "varustus", "#8a8d62"],
}
LIIGID = {"viljapuud": "Viljapuud", "poosad": "Marjapõõsad", "varustus": "Varustus"}
STYLE = """<style>#shop-root{font-family:Lato,"DejaVu Sans",sans-serif;color:#24301f;font-size:15px}body{margin:0}.u-container{max-width:1060px;
margin:0 auto;padding:0 15px}.SiteHead{background:linear-gradient(#6d9b3f,#567d31);padding:10px 0}.SiteHead .u-container{display:flex;gap:22px;
align-items:center;min-height:52px}.SiteHead a{color:#fff;text-decoration:none;font-weight:700}.SiteHead-cart{margin-left:auto}.Plant-list{display:flex;
flex-wrap:wrap;gap:14px;padding:14px 0}.Plant{flex:0 1 190px;border:1px solid #cbd6bd;padding:10px}.Plant-photo{height:130px;width:100%;display:block;object-fit:cover}.Btn{background:#567d31;color:#fff;border:2px solid #3d5b22;padding:10px 20px;font:inherit;cursor:pointer;text-decoration:none;
display:inline-block}.acc{border:1px solid #cbd6bd;margin:10px 0}.acc>summary{padding:14px;background:#eef3e6;cursor:pointer;font-weight:700}
.acc-in{padding:14px}.acc-in label{display:block;margin:6px 0}.acc-in input:not([type=radio]){display:block;width:100%;max-width:460px;padding:8px;
box-sizing:border-box}.SiteFoot{background:#eef3e6;margin-top:32px;padding:20px 0}@media(max-width:520px){.SiteHead .u-container{flex-wrap:wrap;
gap:10px 16px}.Plant{flex-basis:calc(50% - 30px)}}</style>"""


def puupilt(colour: str) -> str:
    """Draw a plant."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#eef3e6"/><circle cx="20" cy="12" r="10" fill="{colour}"/><path d="M20 14v14" stroke="#5b3d1e" stroke-width="2"/></svg>'
    )


@dataclass
class App(Shop):
    """A plant nursery of Viljandi."""

    def vaade(self, request: Request, nimi: str, sisu: str, kood: int = 200) -> Response:
        """Dress a page."""
        n = sum(request.session.get("taimed", {}).values())
        viited = "".join(f'<a href="/liik/{k}">{v}</a>' for k, v in LIIGID.items())
        return html(
            f'<!doctype html><html><head><meta charset="utf-8"><title>{nimi} — Paunvere puukool</title><meta name="viewport" content="width='
            f'device-width, initial-scale=1">{STYLE}</head><body><div id="shop-root"><div class="SiteHead"><div class="u-container"><a href="/">'
            f'Paunvere puukool</a>{viited}<a class="SiteHead-cart" href="/kast">Minu kast{f": {n} taime" if n else ""}</a></div></div><div '
            f'class="u-container">{sisu}</div><div class="SiteFoot"><div class="u-container">Paunvere puukool, Kapa küla, 71001 Viljandimaa. Tel <a '
            'href="tel:+3725200999">520 0999</a>. Lahti aprillist oktoobrini iga päev 9–18.</div></div></div></body></html>',
            kood,
        )

    def nimekiri(self, liik: str = "") -> str:
        """List plants."""
        return (
            '<div class="Plant-list">'
            + "".join(
                f'<div class="Plant"><a href="/taim/{k}"><img class="Plant-photo" src="{puupilt(c)}" alt="">{n}</a><br>{p.replace(".", ",")} €</div>'
                for k, (n, p, g, c) in PUUD.items()
                if liik in ("", g)
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        osa = request.path.strip("/").split("/")
        if osa[0] == "taim" and osa[-1] in PUUD:
            return self.taim(request, osa[-1])
        if osa[0] == "liik" and osa[-1] in LIIGID:
            return self.vaade(request, LIIGID[osa[-1]], f"<h1>{LIIGID[osa[-1]]}</h1>" + self.nimekiri(osa[-1]))
        kohad = {"": self.algus, "kast": self.kast, "kassasse": self.kassa, "konto": self.konto}
        return kohad[osa[0]](request) if osa[0] in kohad else self.vaade(request, "?", "<p>Seda lehte pole.</p>", 404)

    def algus(self, request: Request) -> Response:
        return self.vaade(request, "Istikud", "<h1>Sügisistutus algab</h1>" + self.nimekiri())

    def taim(self, request: Request, key: str) -> Response:
        """Show a plant, or add it."""
        n, p, _, c = PUUD[key]
        taimed = request.session.setdefault("taimed", {})
        if request.method == "POST":
            taimed[key] = taimed.get(key, 0) + 1
            return redirect("/kast")
        return self.vaade(
            request,
            n,
            (
                f'<h1>{n}</h1><img class="Plant-photo" src="{puupilt(c)}" alt="{n}" style="height:240px;width:320px"><p style="font-size:22px">'
                f'{p.replace(".", ",")} €</p><form method="post"><button class="Btn">Lisa kasti</button></form><p>Potis, 60–80 cm. Olemas.</p>'
            ),
        )

    def kast(self, request: Request) -> Response:
        """Show the cart."""
        taimed = request.session.get("taimed", {})
        if request.method == "POST":
            taimed.pop(request.form.get("ei", ""), None)
        read = "".join(
            f'<p>{PUUD[k][0]} × {q} <button name="ei" value="{k}">Võta välja</button></p>' for k, q in taimed.items()
        )
        nupp = '<a class="Btn" href="/kassasse">Edasi kassasse</a>' if read else "<p>Kast on tühi.</p>"
        return self.vaade(request, "Minu kast", f'<h1>Minu kast</h1><form method="post">{read}</form>{nupp}')

    def kassa(self, request: Request) -> Response:
        """Show the three panels, or take the order."""
        if not request.session.get("taimed"):
            return redirect("/kast")
        if request.method == "POST" and request.form.get("epost"):
            self.orders += 1
            request.session["taimed"] = {}
            return self.vaade(request, "Aitäh", "<h1>Aitäh! Istikud pannakse teele.</h1>")
        read = "".join(f"<label>{v}<input name='{k}' required></label>" for k, v in (("nimi", "Nimi"), ("epost", "E-post"), ("telefon", "Telefon"),
                       ("aadress", "Aadress"), ("indeks", "Postiindeks")))  # fmt: skip
        return self.vaade(
            request,
            "Kassa",
            (
                '<h1>Kassa</h1><details class="acc" name="kes" open><summary>Olen siin varem käinud</summary><div class="acc-in"><form method="post" '
                'action="/konto"><label>E-post<input name="k"></label><label>Parool<input type="password" name="p"></label><button class="Btn">Sisene'
                '</button></form></div></details><details class="acc" name="kes"><summary>Tahan püsikliendiks</summary><div class="acc-in"><form '
                'method="post" action="/konto"><label>E-post<input name="k" required></label><label>Uus parool<input type="password" name="uus" required>'
                '</label><button class="Btn">Loo konto</button></form></div></details><details class="acc" name="kes"><summary>Ostan ühekordselt</summary>'
                f'<div class="acc-in"><form method="post">{read}<p>Maksan:</p><label><input type="radio" name="m" value="pank" required> pangalingiga</label>'
                '<label><input type="radio" name="m" value="kohal"> kättesaamisel sularahas</label><button class="Btn">Maksan ja tellin</button></form></div>'
                "</details>"
            ),
        )

    def konto(self, request: Request) -> Response:
        self.accounts += bool(request.form.get("uus"))
        return self.vaade(request, "Konto", "<p>Vale e-post või parool.</p>")
