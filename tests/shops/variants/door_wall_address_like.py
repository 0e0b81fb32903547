"""The till looks like an address form and is one, but a password is asked for at its end and the shop will not do without it.

No word of account or member stands on the page; the field is called "Velg passord" and bears the same star as the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

MASKIN = {
    "symaskinnal-80": {"n": "Symaskinnåler 80/12, 10 stk", "p": 79, "s": "naler", "b": "silver"},
    "symaskinnal-jersey": {"n": "Jerseynåler 75/11, 5 stk", "p": 69, "s": "naler", "b": "gainsboro"},
    "sytrad-hvit": {"n": "Sytråd hvit 500 m", "p": 45, "s": "trad", "b": "whitesmoke"},
    "sytrad-marine": {"n": "Sytråd marine 500 m", "p": 45, "s": "trad", "b": "midnightblue"},
    "stoffsaks-21": {"n": "Stoffsaks 21 cm", "p": 389, "s": "verktoy", "b": "slategray"},
}
SLAG = {"naler": "Nåler", "trad": "Tråd", "verktoy": "Verktøy"}
CSS = """*{box-sizing:border-box}body{margin:0;font:16px/1.5 Optima,Candara,"Noto Sans",sans-serif;background:#fff;color:#2a2a35}
.ty-head{display:grid;grid-template-columns:auto 1fr auto;gap:30px;align-items:center;padding:16px 30px;background:#fbe9e7}.ty-head a{color:#2a2a35}
.ty-logo{font-size:25px;text-decoration:none}.ty-menu{display:flex;gap:18px}.ty-grid{display:grid;grid-template-columns:repeat(5,1fr);gap:14px;padding:24px 30px}
.ty-grid article{border:1px solid #f1cfc9;padding:10px}.ty-grid figure{margin:0;border:1px solid #eee}.ty-grid img{width:100%;display:block}.ty-btn{background:#ad1457;color:#fff;border:0;
padding:13px 26px;font:inherit;cursor:pointer;text-decoration:none;display:inline-block}.ty-wrap{padding:24px 30px;max-width:900px}.ty-two{display:grid;
grid-template-columns:1fr 1fr;gap:12px 20px}.ty-two label{display:block}.ty-two input,.ty-two select{width:100%;padding:9px;font:inherit;border:1px solid #bbb}
.ty-foot{padding:26px 30px;border-top:1px solid #f1cfc9;margin-top:40px}@media(max-width:760px){.ty-grid{grid-template-columns:1fr 1fr;padding:14px}.ty-head{
grid-template-columns:1fr auto;padding:12px 14px;gap:10px}.ty-menu{grid-column:1/3}.ty-two{grid-template-columns:1fr}.ty-wrap{padding:14px}}"""


def syvare(colour: str) -> str:
    """Draw a sewing thing."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 22"><rect width="30" height="22" fill="#fff"/><path d="M5 17 24 5" stroke="{colour}" stroke-width="3"/><circle cx="24" cy="5" r="2" fill="#ad1457"/></svg>'
    )


@dataclass
class App(Shop):
    """A sewing shop of Lillehammer."""

    def ramme(self, request: Request, tittel: str, inn: str, status: int = 200) -> Response:
        """Dress a page."""
        n = sum(request.session.get("pose", {}).values())
        meny = "".join(f'<a href="/slag-{k}">{v}</a>' for k, v in SLAG.items())
        return html(
            f'<!doctype html><html lang="nb-NO"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>'
            f'{tittel} | Trine Symaskiner</title><style>{CSS}</style></head><body><header class="ty-head"><a class="ty-logo" href="/">Trine Symaskiner</a>'
            f'<nav class="ty-menu">{meny}</nav><a href="/handlepose">Handlepose ({n})</a></header>{inn}<footer class="ty-foot"><p>Storgata 61, 2609 '
            'Lillehammer · <a href="tel:+4761000456">61 00 04 56</a> · <a href="mailto:trine@sy.example">trine@sy.example</a></p><p><a '
            'href="/retur-og-bytte">Retur og bytte</a></p></footer></body></html>',
            status,
        )

    def rutene(self, slag: str = "") -> str:
        """List goods."""
        return (
            '<div class="ty-grid">'
            + "".join(
                f'<article><figure><img src="{syvare(str(v["b"]))}" alt="{v["n"]}"></figure><a href="/{k}">{v["n"]}</a><br>{v["p"]} kr</article>'
                for k, v in MASKIN.items()
                if slag in ("", v["s"])
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        sti = request.path.strip("/")
        if sti in MASKIN:
            return self.vare(request, sti)
        if sti.startswith("slag-") and sti[5:] in SLAG:
            return self.ramme(
                request, SLAG[sti[5:]], f'<h1 class="ty-wrap">{SLAG[sti[5:]]}</h1>' + self.rutene(sti[5:])
            )
        valg = {
            "": self.forside,
            "handlepose": self.pose,
            "bestill": self.bestill,
            "betal": self.betal,
            "retur-og-bytte": self.retur,
        }
        return valg[sti](request) if sti in valg else self.ramme(request, "404", '<p class="ty-wrap">Borte.</p>', 404)

    def forside(self, request: Request) -> Response:
        return self.ramme(request, "Alt til sømmen", '<h1 class="ty-wrap">Alt til sømmen</h1>' + self.rutene())

    def vare(self, request: Request, key: str) -> Response:
        """Show a product, or add it."""
        v = MASKIN[key]
        pose = request.session.setdefault("pose", {})
        if request.method == "POST":
            pose[key] = pose.get(key, 0) + 1
            return redirect("/handlepose")
        return self.ramme(
            request,
            str(v["n"]),
            (
                f'<div class="ty-wrap"><div class="ty-two"><figure style="margin:0"><img src="{syvare(str(v["b"]))}" alt="" width="100%"></figure><div><h1>{v["n"]}</h1><p '
                f'style="font-size:24px">{v["p"]} kr</p><form method="post"><button class="ty-btn">Legg i posen</button></form><p>På lager</p></div></div></div>'
            ),
        )

    def pose(self, request: Request) -> Response:
        """Show the cart."""
        pose = request.session.get("pose", {})
        if request.method == "POST":
            pose.pop(request.form.get("ut", ""), None)
        if not pose:
            return self.ramme(
                request, "Handlepose", '<div class="ty-wrap"><h1>Handlepose</h1><p>Posen er tom.</p></div>'
            )
        rader = "".join(
            f'<p>{MASKIN[k]["n"]}: {q} stk <button name="ut" value="{k}">Ta bort</button></p>' for k, q in pose.items()
        )
        return self.ramme(
            request,
            "Handlepose",
            (
                f'<div class="ty-wrap"><h1>Handlepose</h1><form method="post">{rader}</form><a class="ty-btn" href="/bestill">Gå til bestilling</a></div>'
            ),
        )

    def bestill(self, request: Request) -> Response:
        """Show the form with its password; without one it stays."""
        if not request.session.get("pose"):
            return redirect("/handlepose")
        feil = ""
        if request.method == "POST":
            if len(request.form.get("ord", "")) >= 6 and request.form.get("epost"):
                self.accounts += 1
                request.session["kjent"] = True
                return redirect("/betal")
            feil = "<p role='alert'>Alle felt med stjerne må fylles ut.</p>"
        felt = "".join(
            f'<label>{v} *<input name="{k}" type="{t}" required></label>'
            for k, v, t in [("fornavn", "Fornavn", "text"), ("etternavn", "Etternavn", "text"), ("adresse", "Adresse", "text"), ("postnr",
                            "Postnummer", "text"), ("sted", "Poststed", "text"), ("telefon", "Telefon", "tel"), ("epost", "E-post", "email"),
                            ("ord", "Velg passord", "password")]
        )  # fmt: skip
        return self.ramme(
            request,
            "Bestilling",
            (
                f'<div class="ty-wrap"><h1>Hvor skal vi sende varene?</h1>{feil}<form method="post"><div class="ty-two">{felt}</div><p><button '
                'class="ty-btn">Fortsett til betaling</button></p></form></div>'
            ),
        )

    def betal(self, request: Request) -> Response:
        """Take the order."""
        if not request.session.get("kjent") or not request.session.get("pose"):
            return redirect("/bestill")
        if request.method == "POST":
            self.orders += 1
            request.session["pose"] = {}
            return self.ramme(request, "Takk", '<div class="ty-wrap"><h1>Takk for handelen!</h1></div>')
        return self.ramme(
            request,
            "Betaling",
            (
                '<div class="ty-wrap"><h1>Betaling</h1><form method="post"><p><label><input type="radio" name="b" checked> Vipps</label></p><p><label><input '
                'type="radio" name="b"> Kort</label></p><button class="ty-btn">Betal</button></form></div>'
            ),
        )

    def retur(self, request: Request) -> Response:
        return self.ramme(
            request,
            "Retur og bytte",
            (
                '<div class="ty-wrap"><h1>Retur og bytte</h1><p>Uåpnede varer kan du sende tilbake innen 30 dager. Ring oss først, så avtaler vi bytte eller '
                "pengene igjen. Angreretten på 14 dager gjelder selvsagt også. Returporto betaler kunden.</p></div>"
            ),
        )
