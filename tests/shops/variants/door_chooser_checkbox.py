"""Before the till one must say who one is, and the guest way is a small check box under a registration promise, beside "Jatka".

"Jatka" without the tick leads to the registration form with a required password; with the tick, to the plain address form.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

LANGAT = {
    1: ("Villalanka Sammal 100 g", 12.5, "langat", "#71803f"),
    2: ("Villalanka Kanerva 100 g", 12.5, "langat", "#a2678a"),
    3: ("Puikot 4 mm, bambu", 7.9, "tarvikkeet", "#d3b683"),
    4: ("Silmukkamerkit, 20 kpl", 4.2, "tarvikkeet", "#3f88c5"),
    5: ("Ohjevihko: Pohjoisen lapaset", 15.0, "ohjeet", "#bb4430"),
}
TYYLI = (
    "body{font-family:'Gill Sans','Gill Sans MT',Calibri,sans-serif;background:#f7f3ee;margin:0;color:#40352d}"
    "#ylapalkki{background:#40352d;color:#fff;padding:5px 3%;font-size:13px;text-align:right}#ylapalkki a{color:#fff}"
    "#otsake{padding:20px 3%;display:flex;gap:3%;align-items:baseline}#otsake h2{margin:0}#otsake a{color:#40352d;text-decoration:none}"
    "#sisalto{padding:10px 3%;max-width:1100px}.lankarivi{display:flex;flex-wrap:wrap;gap:18px}.lanka{width:180px;background:#fff;padding:10px}"
    ".lanka img{height:120px;display:block}.iso img{height:260px;width:260px}.namiska{background:#bb4430;color:#fff;"
    "border:none;padding:12px 20px;font-size:16px;cursor:pointer}.laatikot{display:flex;gap:20px;flex-wrap:wrap}.laatikko{flex:1 1 300px;"
    "background:#fff;padding:18px}.lomake input[type=text],.lomake input[type=email],.lomake input[type=password]{width:100%;padding:8px;"
    "box-sizing:border-box;margin-bottom:8px}#alas{padding:24px 3%;border-top:1px solid #cbb;margin-top:40px}"
    "@media(max-width:600px){#otsake{flex-wrap:wrap;gap:14px}.lanka{width:calc(50% - 30px)}}"
)


def euro(value: float) -> str:
    """Write euros as Finns do."""
    return f"{value:.2f}".replace(".", ",") + " €"


def kera(colour: str) -> str:
    """Draw a ball of yarn."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><circle cx="30" cy="30" r="28" fill="{colour}"/><path d="M6 24q24-20 48 6M6 38q26-22 46 4" stroke="#fff8" fill="none"/></svg>'
    )


@dataclass
class App(Shop):
    """A yarn shop of Rovaniemi."""

    def kuori(self, request: Request, otsikko: str, osa: str, status: int = 200) -> Response:
        """Dress a page."""
        kpl = sum(request.session.get("ok", {}).values())
        return html(
            f"<!DOCTYPE html><html lang='fi'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width, initial-scale=1'><title>"
            f"{otsikko} | Lankapuoti Sammal</title><style>{TYYLI}</style></head><body><div id='ylapalkki'><a href='/omat-tiedot'>Omat tiedot</a> | "
            f"<a href='/ostokset'>Ostokset ({kpl})</a></div><div id='otsake'><h2><a href='/'>Lankapuoti Sammal</a></h2><a href='/?o=langat'>Langat</a>"
            f"<a href='/?o=tarvikkeet'>Tarvikkeet</a><a href='/?o=ohjeet'>Ohjeet</a></div><div id='sisalto'>{osa}</div><div id='alas'>Lankapuoti "
            "Sammal, Rovakatu 18, 96200 Rovaniemi. Avoinna ma–pe 10–17. Puh. <a href='tel:0165550123'>016 555 0123</a><br><a href='/tietoa'>Tilaus- ja "
            "toimitusehdot</a></div></body></html>",
            status,
        )

    def handle(self, request: Request) -> Response:
        osat = request.path.strip("/").split("/")
        if osat[0] == "tuote" and osat[-1].isdigit() and int(osat[-1]) in LANGAT:
            return self.tuote(request, int(osat[-1]))
        reitit = {"": self.etusivu, "ostokset": self.ostokset, "tilaa": self.valinta, "tilaa-yhteystiedot": self.yhteystiedot,
                  "tilaa-rekisterointi": self.rekisterointi, "tilaa-maksu": self.maksu, "omat-tiedot": self.omat, "tietoa": self.tietoa}  # fmt: skip
        return (
            reitit[osat[0]](request) if osat[0] in reitit else self.kuori(request, "Hups", "<p>Sivua ei ole.</p>", 404)
        )

    def etusivu(self, request: Request) -> Response:
        """List goods, of one kind or all."""
        laji = request.query.get("o", "")
        kortit = "".join(
            f"<div class='lanka'><a href='/tuote/{i}'><img src='{kera(v)}' alt='{n}'>{n}</a><p>{euro(h)}</p></div>"
            for i, (n, h, o, v) in LANGAT.items()
            if laji in ("", o)
        )
        return self.kuori(
            request, "Langat ja neuletarvikkeet", f"<h1>Lämmintä käsiin</h1><div class='lankarivi'>{kortit}</div>"
        )

    def tuote(self, request: Request, i: int) -> Response:
        """Show a product, or add it."""
        n, h, _, v = LANGAT[i]
        viesti = ""
        if request.method == "POST":
            ok = request.session.setdefault("ok", {})
            ok[i] = ok.get(i, 0) + 1
            viesti = "<p style='background:#dfe8cf;padding:10px'>Tuote lisättiin ostoksiisi. <a href='/ostokset'>Katso ostokset</a></p>"
        return self.kuori(
            request,
            n,
            (
                f"{viesti}<div class='iso'><img src='{kera(v)}' alt='{n}'></div><h1>{n}</h1><p style='font-size:22px'>{euro(h)}</p><form "
                "method='post'><button class='namiska'>Osta</button></form><p>Hyllyssä, lähtee huomenna.</p>"
            ),
        )

    def ostokset(self, request: Request) -> Response:
        """Show the cart."""
        ok = request.session.get("ok", {})
        if request.method == "POST":
            ok.pop(int(request.form.get("p", "0")), None)
        if not ok:
            return self.kuori(request, "Ostokset", "<h1>Ostokset</h1><p>Et ole vielä valinnut mitään.</p>")
        rivit = "".join(
            f"<form method='post'><p>{LANGAT[i][0]}, {q} kpl, {euro(LANGAT[i][1] * q)} <button name='p' value='{i}'>poista</button></p></form>"
            for i, q in ok.items()
        )
        return self.kuori(
            request,
            "Ostokset",
            f"<h1>Ostokset</h1>{rivit}<form action='/tilaa'><button class='namiska'>Tee tilaus</button></form>",
        )

    def valinta(self, request: Request) -> Response:
        """Ask who is there."""
        if not request.session.get("ok"):
            return redirect("/ostokset")
        if request.method == "POST":
            return redirect("/tilaa-yhteystiedot" if request.form.get("kerta") else "/tilaa-rekisterointi")
        return self.kuori(
            request,
            "Tilaus",
            (
                "<h1>Tilaus</h1><div class='laatikot lomake'><div class='laatikko'><h3>Vanha asiakas</h3><form method='post' action='/omat-tiedot'>"
                "<label>Sähköposti<input type='email' name='e'></label><label>Salasana<input type='password' name='s'></label><button>Kirjaudu</button>"
                "</form></div><div class='laatikko'><h3>Uusi asiakas</h3><form method='post' action='/tilaa'><p>Rekisteröityneenä asiakkaana näet "
                "tilauksesi ja saat syntymäpäivälahjan.</p><p><label><input type='checkbox' name='kerta' value='1'> En halua rekisteröityä, tilaan vain "
                "tämän kerran</label></p><button class='namiska'>Jatka</button></form></div></div>"
            ),
        )

    def kentat(self) -> str:
        """The fields of an address."""
        return "".join(f"<label>{v} *<input type='text' name='{k}' required></label>" for k, v in (("nimi", "Nimi"), ("email", "Sähköposti"),
                       ("osoite", "Osoite"), ("postinro", "Postinumero"), ("paikka", "Postitoimipaikka")))  # fmt: skip

    def yhteystiedot(self, request: Request) -> Response:
        """Show the address form without a password."""
        if request.method == "POST" and request.form.get("email"):
            request.session["tiedot"] = True
            return redirect("/tilaa-maksu")
        return self.kuori(
            request,
            "Yhteystiedot",
            (
                f"<h1>Yhteystiedot</h1><form class='lomake laatikko' method='post'>{self.kentat()}<label>Puhelin<input type='text' name='puh'></label>"
                "<button class='namiska'>Jatka maksamaan</button></form>"
            ),
        )

    def rekisterointi(self, request: Request) -> Response:
        """Show the same with a password."""
        if request.method == "POST" and request.form.get("salasana"):
            self.accounts += 1
            request.session["tiedot"] = True
            return redirect("/tilaa-maksu")
        return self.kuori(
            request,
            "Rekisteröidy",
            (
                f"<h1>Rekisteröidy asiakkaaksi</h1><form class='lomake laatikko' method='post'>{self.kentat()}<label>Salasana *<input type='password' "
                "name='salasana' required></label><button class='namiska'>Rekisteröidy ja jatka</button></form>"
            ),
        )

    def maksu(self, request: Request) -> Response:
        """Take the order."""
        if not request.session.get("ok") or not request.session.get("tiedot"):
            return redirect("/tilaa")
        if request.method == "POST":
            self.orders += 1
            request.session["ok"] = {}
            return self.kuori(request, "Kiitos", "<h1>Kiitos, tilaus on perillä!</h1>")
        return self.kuori(
            request,
            "Maksu",
            (
                "<h1>Maksu</h1><form method='post' class='laatikko'><p><label><input type='radio' name='m' required> Verkkopankki</label></p><p><label>"
                "<input type='radio' name='m'> Kortti</label></p><button class='namiska'>Tilaa ja maksa</button></form>"
            ),
        )

    def omat(self, request: Request) -> Response:
        return self.kuori(
            request,
            "Omat tiedot",
            (
                "<h1>Kirjaudu</h1><form method='post' class='lomake laatikko'><label>Sähköposti<input type='email' name='e'></label><label>Salasana<input "
                "type='password' name='s'></label><button>Kirjaudu</button></form>"
            ),
        )

    def tietoa(self, request: Request) -> Response:
        return self.kuori(
            request,
            "Ehdot",
            (
                "<h1>Tilaus- ja toimitusehdot</h1><p>Toimituskulut 6,50 €, yli 80 € tilaukset ilmaiseksi.</p><h3>Palauttaminen</h3><p>Avaamattomat kerät "
                "voit palauttaa 21 päivän sisällä. Laita mukaan kuitti ja tilinumerosi, ja postita paketti osoitteeseen Rovakatu 18, 96200 Rovaniemi. "
                "Palautuksen postikulut maksaa asiakas. Rahat palautamme viikon kuluessa.</p>"
            ),
        )
