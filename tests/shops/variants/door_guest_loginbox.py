"""A log-in box with e-mail and password stands beside the guest form, on one page and under one heading.

Whoever judges by the password field calls it a wall; the form on the right asks for none and is enough.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

BOKER = {
    9788200: ("Fjellflora i lommeformat", "Berit Moen", 349, "natur", "seagreen"),
    9788201: ("Sopp i skog og hage", "Arne Vik", 299, "natur", "chocolate"),
    9788202: ("Seilas rundt Lofoten", "Kari Dahl", 399, "hav", "steelblue"),
    9788203: ("Knuter for kystfolk", "Ola Nes", 249, "hav", "navy"),
    9788204: ("Notatbok, linjert", "Papirverket", 129, "papir", "rosybrown"),
}
EMNER = (("natur", "Natur"), ("hav", "Hav og båt"), ("papir", "Papir"))
STIL = """
 body { margin: 0; font-family: "Palatino Linotype", Palatino, serif; background: #fffdf8 }
 #wrapper { max-width: 1080px; margin: auto; padding: 0 14px }
 #masthead { text-align: center; padding: 20px 0 6px } #masthead h1 { font-size: 30px; margin: 0 }
 #masthead a { color: #5c2018; text-decoration: none }
 #bar { display: flex; gap: 22px; border-top: 1px solid #5c2018; border-bottom: 1px solid #5c2018; padding: 10px 0 }
 #bar a { color: #222 } #bar .right { margin-left: auto }
 .bookrow { display: flex; gap: 18px; padding: 18px 0; border-bottom: 1px dotted #aaa }
 .bookrow .cover, .bigcover { width: 110px; height: 150px; flex: none; color: #fff; display: block; text-align: center; font-size: 12px }
 .bigcover { width: 240px; height: 330px } .knapp { background: #5c2018; color: #fff; border: none; padding: 11px 20px; font: inherit;
 cursor: pointer } .tokolonner { display: table; width: 100%; border-spacing: 24px 0 } .tokolonner > div { display: table-cell; width: 50%;
 vertical-align: top; border: 1px solid #ccc; padding: 16px } .linje { margin-bottom: 10px } .linje input { width: 96%; padding: 7px;
 font: inherit } #bunn { margin-top: 40px; padding: 20px 0; border-top: 1px solid #5c2018; font-size: 14px }
 @media (max-width: 620px) { .tokolonner, .tokolonner > div { display: block; width: auto; margin-bottom: 14px } #bar { flex-wrap: wrap } }
"""


@dataclass
class App(Shop):
    """A bookshop of Bodø, home-made."""

    def ark(self, request: Request, tittel: str, innhold: str, status: int = 200) -> Response:
        """Dress a page."""
        emner = "".join(f'<a href="/emne?e={k}">{v}</a>' for k, v in EMNER)
        n = sum(request.session.get("bk", {}).values())
        konto = '<a href="/innlogging">Logg inn</a>'
        return html(
            f'<!DOCTYPE html><html lang="no"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><title>{tittel}'
            f"</title><style>{STIL}</style></head><body><div id='wrapper'><div id='masthead'><h1><a href='/'>Bodø Bok &amp; Papir</a></h1></div>"
            f"<div id='bar'>{emner}<span class='right'>{konto}</span><a href='/kurv'>Kurv: {n} varer</a></div>{innhold}<div id='bunn'>Bodø Bok "
            "&amp; Papir AS · Sjøgata 14, 8006 Bodø · E-post: post@bodobok.example · <a href='/retur'>Angrerett og retur</a> · Vi "
            "sender med Posten · <img alt='Vipps' width='44' height='14' src='/vipps.svg'> <img alt='Visa' width='40' height='14' "
            "src='/visa.svg'></div></div></body></html>",
            status,
        )

    def rader(self, emne: str = "") -> str:
        """List books."""
        return "".join(
            f'<div class="bookrow"><a class="cover" href="/bok?isbn={i}" style="background:{c}">{t}</a><div><h2><a href="/bok?isbn={i}">{t}</a>'
            f"</h2><p>{f}</p><p>Kr {p},00</p></div></div>"
            for i, (t, f, p, e, c) in BOKER.items()
            if emne in ("", e)
        )

    def handle(self, request: Request) -> Response:
        veier = {
            "/": lambda r: self.ark(r, "Bodø Bok & Papir", self.rader()),
            "/emne": lambda r: self.ark(r, "Emne", self.rader(r.query.get("e", "papir"))),
            "/bok": self.bok,
            "/kurv": self.kurv,
            "/kasse": self.kasse,
            "/innlogging": self.innlogging,
            "/retur": self.retur,
        }
        if request.path.endswith(".svg"):
            return Response('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 14"><rect width="44" height="14" fill="#f60"/></svg>',
                            content_type="image/svg+xml")  # fmt: skip
        vei = veier.get(request.path)
        return vei(request) if vei else self.ark(request, "Ikke funnet", "<p>Siden finnes ikke.</p>", 404)

    def bok(self, request: Request) -> Response:
        """Show a book, or put it into the cart."""
        isbn = int(request.query.get("isbn", "0"))
        if isbn not in BOKER:
            return self.ark(request, "Ikke funnet", "<p>Boken finnes ikke.</p>", 404)
        if request.method == "POST":
            kurv: dict[int, int] = request.session.setdefault("bk", {})
            kurv[isbn] = kurv.get(isbn, 0) + 1
            return redirect("/kurv")
        t, f, p, _, c = BOKER[isbn]
        return self.ark(
            request,
            t,
            (
                f"<div class='bookrow'><span class='bigcover' style='background:{c}'>{t}</span><div><h2>{t}</h2><p>av {f}</p><p>Innbundet. ISBN {isbn}"
                f"</p><p style='font-size:24px'>Kr {p},00</p><form method='post'><button class='knapp'>Legg boken i kurven</button></form><p>Sendes "
                "innen to dager</p></div></div><h3>Leserne sier</h3><p>★★★★☆ «Fin å ha i sekken.» Marit, Narvik</p>"
            ),
        )

    def kurv(self, request: Request) -> Response:
        """Show the cart."""
        kurv: dict[int, int] = request.session.get("bk", {})
        if request.method == "POST":
            kurv.pop(int(request.form.get("ut", "0")), None)
        if not kurv:
            return self.ark(request, "Kurv", "<h2>Kurven</h2><p>Det ligger ingenting her.</p>")
        linjer = "".join(
            f"<form method='post' class='linje'>{q} × {BOKER[i][0]}: kr {BOKER[i][2] * q},00 <button name='ut' value='{i}'>ta ut</button></form>"
            for i, q in kurv.items()
        )
        return self.ark(
            request, "Kurv", f"<h2>Kurven</h2>{linjer}<p><a class='knapp' href='/kasse'>Videre til betaling</a></p>"
        )

    def kasse(self, request: Request) -> Response:
        """Show both boxes, or take the order."""
        if not request.session.get("bk"):
            return redirect("/kurv")
        if request.method == "POST" and request.form.get("e_post") and request.form.get("adr"):
            self.orders += 1
            request.session["bk"] = {}
            return self.ark(request, "Takk", "<h2>Takk! Bestillingen er mottatt.</h2>")
        felt = [
            ("navn", "Navn"),
            ("e_post", "E-post"),
            ("adr", "Adresse"),
            ("pnr", "Postnummer og sted"),
            ("tlf", "Mobil"),
        ]
        linjer = "".join(f"<div class='linje'><label>{v}<br><input name='{k}' required></label></div>" for k, v in felt)
        return self.ark(
            request,
            "Kasse",
            (
                "<h2>Hvem er du?</h2><div class='tokolonner'><div><h3>Jeg har handlet her før</h3><form method='post' action='/innlogging'><div "
                "class='linje'><label>E-post<br><input name='bruker'></label></div><div class='linje'><label>Passord<br><input type='password' "
                "name='passord'></label></div><button class='knapp'>Logg inn</button><p><a href='/innlogging'>Glemt passord?</a></p></form></div><div>"
                f"<h3>Jeg er her for første gang</h3><form method='post'>{linjer}<p>Betaling:<br><label><input type='radio' name='bet' value='v' "
                "required> Vipps</label><br><label><input type='radio' name='bet' value='k'> Kort</label></p><button class='knapp'>Kjøp nå</button>"
                "</form></div></div>"
            ),
        )

    def innlogging(self, request: Request) -> Response:
        feil = "<p><b>Feil e-post eller passord.</b></p>" if request.method == "POST" else ""
        return self.ark(
            request,
            "Logg inn",
            (
                f"<h2>Logg inn</h2>{feil}<form method='post'><div class='linje'>E-post <input name='bruker'></div><div class='linje'>Passord <input "
                "type='password' name='passord'></div><button class='knapp'>Logg inn</button></form>"
            ),
        )

    def retur(self, request: Request) -> Response:
        return self.ark(
            request,
            "Retur",
            (
                "<h2>Angrerett og retur</h2><p>Etter angrerettloven kan du angre kjøpet innen 14 dager. Ubrukte bøker tar vi dessuten i retur i 45 "
                "dager. Send dem til Sjøgata 14, 8006 Bodø, og legg ved ordrenummeret. Vi betaler tilbake hele summen.</p>"
            ),
        )
