"""A wool shop in an old rented system: nested tables, object paths, the visitor's key in every link, a chooser before the address.

The cart hangs on the key in the address first and on the cookie only if there is none; the tables are wider than a phone.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

# object: name, price, in stock, choices
ESINEET: dict[str, tuple[str, str, bool, tuple[str, ...]]] = {
    "V100": ("Villahuopa Kuura 130 x 180", "89,00", False, ()),
    "V117": ("Lapaset, aikuisten", "24,50", True, ("Harmaa", "Sininen", "Punainen")),
    "V122": ("Sukkalanka 100 g, valkoinen", "7,90", True, ()),
    "V130": ("Pannulappu, huovutettu", "12,00", True, ()),
    "V141": ("Tossut, huopaa", "45,00", True, ("37", "39", "41", "43")),
}
RYHMAT = {"Langat": ("V122",), "Vaatteet": ("V117", "V141"), "Koti": ("V100", "V130")}
STYLE = """body{background:#D9CFC0;margin:8px;font-family:Verdana,Arial,sans-serif;font-size:11px;color:#332211}td{font-size:11px}.Otsikko{font-size:16px;font-weight:bold;color:#7A3B10}
.Palkki{background:#7A3B10;color:#FFF;padding:4px;font-weight:bold}.Palkki a{color:#FFF}a{color:#7A3B10}.Hinta{font-weight:bold;color:#A00000}.Ruutu{border:1px solid #7A3B10;background:#FFFCF5}.Nappi{background:#7A3B10;color:#FFF;border:1px outset #CC9966;font-size:11px;padding:3px 8px}"""


def kuva(nro: str, leveys: int = 110) -> str:
    """Draw the goods as a small inline picture."""
    vari = ("%23a0522d", "%23667788", "%23c8b48a", "%23884444")[int(nro[1:]) % 4]
    return f"<img border=\"0\" width=\"{leveys}\" height=\"{leveys}\" alt=\"\" src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><rect width='10' height='10' fill='%23eee'/><circle cx='5' cy='5' r='3.5' fill='{vari}'/></svg>\">"


@dataclass
class App(Shop):
    """Kehräkontti, wool from Kauhava."""

    koreissa: dict[str, dict[str, int]] = field(default_factory=dict)

    def avain(self, p: Request) -> str:
        """Find the visitor's key: from the address, else from the cookie, else a new one."""
        avain: str = (
            p.query.get("ViewKey") or p.form.get("ViewKey") or p.session.get("avain") or secrets.token_hex(8).upper()
        )
        p.session["avain"] = avain
        self.koreissa.setdefault(avain, {})
        return avain

    def url(self, p: Request, polku: str, **muut: str) -> str:
        loput = "".join(f"&amp;{k}={quote(v)}" for k, v in muut.items())
        return f"/WebRoot/Kehra.sf/fi_FI/?ObjectPath=/Shops/20094411/{polku}&amp;ViewKey={self.avain(p)}{loput}"

    def sivu(self, p: Request, nimi: str, sisus: str) -> Response:
        kori = self.koreissa[self.avain(p)]
        ryhmat = "".join(
            f'<tr><td>&nbsp;&#8226; <a href="{self.url(p, "Categories/" + r)}">{r}</a></td></tr>' for r in RYHMAT
        )
        n = sum(kori.values())
        mini = (
            f'{n} tuotetta<br><a href="{self.url(p, "Basket")}">N&auml;yt&auml; ostoskori</a>'
            if n
            else "Ostoskori on tyhj&auml;."
        )
        return html(
            f'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kehr&auml;kontti - {nimi}</title><style type="text/css">{STYLE}</style></head><body>'
            f'<table width="780" cellspacing="0" cellpadding="4" border="0" class="Ruutu" align="center"><tr><td colspan="3" class="Palkki"><table width="100%" cellspacing="0"><tr><td class="Palkki" style="font-size:20px"><a href="{self.url(p, "Start")}" style="text-decoration:none">Kehräkontti</a></td><td align="right" class="Palkki"><a href="{self.url(p, "Start")}">Etusivu</a> | <a href="{self.url(p, "ContactForm")}">Ota yhteytt&auml;</a> | <a href="{self.url(p, "Basket")}">Ostoskori</a></td></tr></table></td></tr>'
            f'<tr><td width="150" valign="top"><table width="150" cellspacing="0" cellpadding="2"><tr><td class="Palkki">Tuotteet</td></tr>{ryhmat}<tr><td>&nbsp;</td></tr><tr><td class="Palkki">Haku</td></tr><tr><td><form action="/WebRoot/Kehra.sf/fi_FI/" method="get"><input type="hidden" name="ObjectPath" value="/Shops/20094411/Search"><input type="hidden" name="ViewKey" value="{self.avain(p)}"><input name="Sana" size="12"><input type="submit" value="Hae" class="Nappi"></form></td></tr>'
            f'<tr><td class="Palkki">Tietoa</td></tr><tr><td><a href="{self.url(p, "TermsAndConditions")}">Toimitusehdot</a><br><a href="{self.url(p, "CustomerInformation")}">Palautus- ja vaihto-oikeus</a></td></tr></table></td><td valign="top" width="480">{sisus}</td><td width="150" valign="top"><table width="150" cellspacing="0" cellpadding="2"><tr><td class="Palkki">Ostoskori</td></tr><tr><td>{mini}</td></tr>'
            f'<tr><td>&nbsp;</td></tr><tr><td class="Palkki">Kirjaudu</td></tr><tr><td><form method="post" action="{self.url(p, "Login")}">Tunnus<br><input name="Login" size="14"><br>Salasana<br><input type="password" name="Password" size="14"><br><input type="submit" value="Kirjaudu" class="Nappi"></form></td></tr></table></td></tr>'
            '<tr><td colspan="3" align="center"><hr size="1">Kehräkontti Ky &#8226; Kauppatie 102, 62200 Kauhava &#8226; Puh. (06) 555 0142 &#8226; <a href="mailto:kaisa@kehrakontti.example">kaisa@kehrakontti.example</a></td></tr></table></body></html>'
        )

    def rivit(self, p: Request, numerot: tuple[str, ...]) -> str:
        ulos = ""
        for nro in numerot:
            nimi, hinta, on, valinnat = ESINEET[nro]
            osto = (
                f'<form method="post" action="{self.url(p, "Products/" + nro)}"><input type="hidden" name="ChangeAction" value="AddToBasket"><input type="hidden" name="ViewKey" value="{self.avain(p)}"><input type="submit" class="Nappi" value="Osta"></form>'
                if on and not valinnat
                else ""
            )
            ulos += f'<tr><td width="120">{kuva(nro)}</td><td valign="top"><a href="{self.url(p, "Products/" + nro)}"><b>{nimi}</b></a><br>{"" if on else "<i>Ei varastossa</i><br>"}<span class="Hinta">{hinta} &euro;</span><br><a href="{self.url(p, "Products/" + nro)}">Lis&auml;tietoja</a></td><td>{osto}</td></tr><tr><td colspan="3"><hr size="1"></td></tr>'
        return f'<table width="100%" cellpadding="3">{ulos}</table>'

    def handle(self, p: Request) -> Response:
        polku = p.query.get("ObjectPath", "/Shops/20094411/Start").removeprefix("/Shops/20094411/")
        if p.path == "/" and not p.query:
            return redirect(self.url(p, "Start").replace("&amp;", "&"), 302)
        if not p.path.startswith("/WebRoot/Kehra.sf"):
            return html("<h1>Not Found</h1>", 404)
        self.avain(p)
        osa, _, loppu = polku.partition("/")
        reitit = {"Start": self.alku, "Categories": self.ryhma, "Search": self.haku, "Products": self.esine, "Basket": self.kori, "Order": self.tilaus,
                  "ContactForm": self.yhteys, "Login": self.kirjaudu}  # fmt: skip
        if osa in reitit:
            return reitit[osa](p, loppu)
        return self.sivu(p, osa, TEKSTIT.get(osa, "Sivua ei l&ouml;ydy."))

    def alku(self, p: Request, loppu: str) -> Response:
        return self.sivu(
            p,
            "Etusivu",
            f'<p class="Otsikko">Tervetuloa Kehräkonttiin!</p><p>Pohjalaista villaa vuodesta 1987.</p><p class="Palkki">Ajankohtaista</p>{self.rivit(p, tuple(ESINEET))}',
        )

    def ryhma(self, p: Request, loppu: str) -> Response:
        return self.sivu(
            p,
            loppu,
            f'<a href="{self.url(p, "Start")}">Etusivu</a> &gt; {escape(loppu)}<p class="Otsikko">{escape(loppu)}</p>{self.rivit(p, RYHMAT.get(loppu, ()))}',
        )

    def haku(self, p: Request, loppu: str) -> Response:
        sana = p.query.get("Sana", "").lower()
        return self.sivu(
            p,
            "Haku",
            f'<p class="Otsikko">Hakutulokset</p>{self.rivit(p, tuple(n for n in ESINEET if sana in ESINEET[n][0].lower()))}',
        )

    def esine(self, p: Request, nro: str) -> Response:
        if nro not in ESINEET:
            return self.sivu(p, "Virhe", "Tuotetta ei l&ouml;ydy.")
        nimi, hinta, on, valinnat = ESINEET[nro]
        kori = self.koreissa[self.avain(p)]
        ilmoitus = ""
        if p.method == "POST" and on:
            if valinnat and p.form.get("Valinta") not in valinnat:
                ilmoitus = '<p style="color:#A00000"><b>Valitse ensin vaihtoehto.</b></p>'
            else:
                avain = nro + ("/" + p.form["Valinta"] if valinnat else "")
                kori[avain] = kori.get(avain, 0) + max(1, int(p.form.get("Quantity") or 1))
                ilmoitus = "<p><b>Tuote on lis&auml;tty ostoskoriin.</b></p>"
        valitse = (
            f'<tr><td>Vaihtoehto:</td><td><select name="Valinta"><option value="">- Valitse -</option>{"".join(f"<option>{v}</option>" for v in valinnat)}</select></td></tr>'
            if valinnat
            else ""
        )
        lomake = (
            f'<form method="post" action="{self.url(p, "Products/" + nro)}"><input type="hidden" name="ChangeAction" value="AddToBasket"><input type="hidden" name="ViewKey" value="{self.avain(p)}"><table>{valitse}<tr><td>M&auml;&auml;r&auml;:</td><td><input name="Quantity" value="1" size="3"> kpl</td></tr><tr><td></td><td><input type="submit" class="Nappi" value="Lis&auml;&auml; koriin"></td></tr></table></form>'
            if on
            else "<p><i>Ei varastossa</i></p>"
        )
        return self.sivu(
            p,
            nimi,
            f'<a href="{self.url(p, "Start")}">Etusivu</a> &gt; {nimi}{ilmoitus}<table cellpadding="6"><tr><td valign="top">{kuva(nro, 200)}</td><td valign="top"><p class="Otsikko">{nimi}</p><p class="Hinta">{hinta} &euro;</p><p>Sis. alv, plus toimituskulut.</p>{lomake}</td></tr></table>',
        )

    def kori(self, p: Request, loppu: str) -> Response:
        kori = self.koreissa[self.avain(p)]
        if "Poista" in p.query:
            kori.pop(p.query["Poista"], None)
        if not kori:
            return self.sivu(p, "Ostoskori", '<p class="Otsikko">Ostoskori</p><p>Ostoskorisi on tyhj&auml;.</p>')
        rivit = "".join(
            f'<tr><td>{ESINEET[k.split("/")[0]][0]} {k.partition("/")[2]}</td><td>{n}</td><td>{ESINEET[k.split("/")[0]][1]} &euro;</td><td><a href="{self.url(p, "Basket", Poista=k)}">Poista</a></td></tr>'
            for k, n in kori.items()
        )
        return self.sivu(
            p,
            "Ostoskori",
            f'<p class="Otsikko">Ostoskori</p><table width="100%" border="1" cellpadding="3"><tr><th>Tuote</th><th>kpl</th><th>Hinta</th><th></th></tr>{rivit}</table><form method="post" action="{self.url(p, "Order")}"><p align="right"><input type="submit" class="Nappi" value="Tilaa"></p></form>',
        )

    def tilaus(self, p: Request, vaihe: str) -> Response:
        kori = self.koreissa[self.avain(p)]
        if not kori:
            return self.kori(p, "")
        if vaihe == "Valmis" and p.method == "POST":
            self.orders += 1
            self.accounts += bool(p.form.get("Salasana"))
            kori.clear()
            return self.sivu(p, "Kiitos", '<p class="Otsikko">Kiitos tilauksesta!</p>')
        if p.query.get("Tapa") in ("uusi", "vieras"):
            kentat = [("Yritys", "Yritys"), ("Etunimi", "Etunimi *"), ("Sukunimi", "Sukunimi *"), ("Katu", "Katuosoite *"), ("Postinro", "Postinumero *"), ("Paikka", "Postitoimipaikka *"), ("Puhelin", "Puhelin"), ("Email", "S&auml;hk&ouml;posti *")]  # fmt: skip
            rivit = "".join(f'<tr><td>{t}</td><td><input name="{k}" size="30"></td></tr>' for k, t in kentat)
            salasana = (
                '<tr><td>Salasana *</td><td><input type="password" name="Salasana"></td></tr>'
                if p.query["Tapa"] == "uusi"
                else ""
            )
            return self.sivu(p, "Osoite", f'<p class="Otsikko">2. Laskutusosoite</p><form method="post" action="{self.url(p, "Order/Maksu")}"><table><tr><td>Puhuttelu</td><td><select name="Titteli"><option>-</option><option>Hra</option><option>Rva</option></select></td></tr>{rivit}<tr><td>Maa</td><td><select name="Maa"><option>Suomi</option></select></td></tr>{salasana}<tr><td>Viesti</td><td><textarea name="Viesti" cols="28" rows="3"></textarea></td></tr></table><input type="submit" class="Nappi" value="Jatka"></form>')  # fmt: skip
        if vaihe == "Maksu":
            return self.sivu(p, "Maksu", f'<p class="Otsikko">3. Maksutapa</p><form method="post" action="{self.url(p, "Order/Valmis")}"><input type="radio" name="M" checked> Ennakkomaksu <input type="radio" name="M"> Postiennakko<br><input type="submit" class="Nappi" value="L&auml;het&auml; tilaus"></form>')  # fmt: skip
        return self.sivu(
            p,
            "Tilaus",
            f'<p class="Otsikko">1. Miten haluat tilata?</p><form method="get" action="/WebRoot/Kehra.sf/fi_FI/"><input type="hidden" name="ObjectPath" value="/Shops/20094411/Order"><input type="hidden" name="ViewKey" value="{self.avain(p)}"><table cellpadding="4"><tr><td><input type="radio" name="Tapa" value="vanha" id="t1"></td><td><label for="t1">Olen jo asiakas ja kirjaudun vasemmalla</label></td></tr>'
            '<tr><td><input type="radio" name="Tapa" value="uusi" id="t2" checked></td><td><label for="t2">Rekister&ouml;idyn uudeksi asiakkaaksi</label></td></tr><tr><td><input type="radio" name="Tapa" value="vieras" id="t3"></td><td><label for="t3">Tilaan ilman rekister&ouml;itymist&auml;</label></td></tr></table><input type="submit" class="Nappi" value="Jatka"></form>',
        )

    def yhteys(self, p: Request, loppu: str) -> Response:
        self.messages += p.method == "POST"
        return self.sivu(p, "Ota yhteytt&auml;", f'<p class="Otsikko">Ota yhteytt&auml;</p>{"<p>Viesti on l&auml;hetetty.</p>" if p.method == "POST" else ""}<form method="post" action="{self.url(p, "ContactForm")}"><table><tr><td>Nimi</td><td><input name="Nimi"></td></tr><tr><td>S&auml;hk&ouml;posti</td><td><input name="Email"></td></tr><tr><td>Viesti</td><td><textarea name="Viesti" cols="30" rows="6"></textarea></td></tr></table><input type="submit" class="Nappi" value="L&auml;het&auml;"></form>')  # fmt: skip

    def kirjaudu(self, p: Request, loppu: str) -> Response:
        return self.sivu(p, "Kirjaudu", "<p><b>Tunnus tai salasana on v&auml;&auml;rin.</b></p>")


TEKSTIT = {
    "TermsAndConditions": '<p class="Otsikko">Toimitusehdot</p><p>Toimitamme tilaukset postitse. Toimitusaika on 2-5 arkip&auml;iv&auml;&auml;. Maksutavat ovat ennakkomaksu ja postiennakko.</p>',
    "CustomerInformation": '<p class="Otsikko">Palautus- ja vaihto-oikeus</p><p>Tuotteilla on 14 vrk:n palautusoikeus. Palautettavan tuotteen on oltava k&auml;ytt&auml;m&auml;t&ouml;n ja pakkauksessaan. Ilmoita palautuksesta meille ennen l&auml;hett&auml;mist&auml;. Asiakas maksaa palautuksen postikulut. Rahat palautetaan tilille, kun tuote on tarkastettu.</p>',
}
