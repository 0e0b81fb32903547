"""A home-made Finnish shop of 2006: table layout, no html lang, links named "Lisätietoja" and a fixed width of 900 pixels.

The home page has the product links; the first product needs a colour, the second is out of stock, the third is free of choices.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

ITEMS: list[tuple[int, str, str, str, list[str], bool]] = [
    (
        3,
        "Puukko Tommi",
        "68,00",
        "Visakoivukahva, hiiliteräsharjanne, nahkatuppi.",
        ["ruskea tuppi", "musta tuppi"],
        True,
    ),
    (7, "Leuku 180 mm", "84,50", "Poronluuholkki, pituus 30 cm.", [], False),
    (12, "Kuksa, pahka", "49,00", "Käsin koverrettu koivunpahkasta, vetoisuus 1,5 dl.", [], True),
    (15, "Tulukset", "24,00", "Tulusrauta, taula ja piikivi nahkapussissa.", [], True),
    (21, "Kiehinen-sytyke 1 kg", "9,80", "Tervaksia nippuna.", [], True),
    (24, "Teroituskivi 1000/3000", "32,00", "Vesikivi kahdella karkeudella.", [], True),
]
SECTIONS = {"puukot": ("Puukot ja leu'ut", [3, 7]), "era": ("Eräelämä", [12, 15, 21]), "huolto": ("Teroitus", [24])}


def gif(number: int) -> str:
    """Draw a knife, cup or stone on request."""
    tone = ["#7a4a21", "#a9743f", "#4b5563"][number % 3]
    return (
        "<svg xmlns='http://www.w3.org/2000/svg' width='140' height='100'><rect width='140' height='100' fill='#fffbe8' stroke='#996'/>"
        f"<rect x='20' y='45' width='50' height='12' rx='5' fill='{tone}'/><path d='M70 45h50q-10 14-50 12z' fill='#bbb'/></svg>"
    )


@dataclass
class App(Shop):
    """Erä-Kalevin puukkopaja."""

    def _frame(self, title: str, middle: str) -> Response:
        left = "".join(
            f"<tr><td bgcolor=#eeddbb>&raquo; <a href=osasto.php?id={k}>{v[0]}</a></td></tr>"
            for k, v in SECTIONS.items()
        )
        return html(f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Puukkopaja Erä-Kalevi :: {title}</title>
<style type="text/css">body,td{{font-family:"Times New Roman",serif;font-size:15px}}a{{color:#663300}}.hinta{{color:#990000;font-weight:bold}}</style></head>
<body bgcolor="#fff8e0" topmargin=0><center><table width=900 border=0 cellspacing=0 cellpadding=8>
<tr bgcolor="#663300"><td colspan=2><font color="#ffffff" size=6>Puukkopaja Erä-Kalevi</font></td>
<td align=right><a href=kori.php><font color="#ffffcc">Ostoslista</font></a></td></tr>
<tr valign=top><td width=170><table width="100%" cellpadding=5>
<tr><td bgcolor=#ddbb88><a href=index.php><b>Etusivulle</b></a></td></tr>{left}
<tr><td bgcolor=#eeddbb><a href=ehdot.php>Maksu ja toimitus</a></td></tr><tr><td bgcolor=#eeddbb><a href=yhteys.php>Yhteystiedot</a></td></tr></table></td>
<td colspan=2>{middle}</td></tr><tr><td colspan=3 align=center><hr><small>&copy; 2006&ndash;2026 Erä-Kalevi &middot; Kävijöitä 48213</small></td></tr></table></center></body></html>""")

    def _rows(self, numbers: list[int]) -> str:
        out = "<table width='100%' border=1 bordercolor=#ddbb88 cellspacing=0 cellpadding=6>"
        for no, name, price, text, _, stock in ITEMS:
            if no in numbers:
                out += (
                    f"<tr><td width=150><img src=kuva.php?nro={no} width=140 height=100 alt='{name}'></td><td><b>{name}</b><br>{text}<br>"
                    f"<span class=hinta>{price} &euro;</span>{'' if stock else ' &ndash; LOPPU, uusi erä tekeillä'}</td>"
                    f"<td width=90 align=center><a href=tuote.php?nro={no}>Lisätietoja</a></td></tr>"
                )
        return out + "</table>"

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        basket: list[list[str]] = r.session.setdefault("lista", [])
        page = r.path.strip("/") or "index.php"
        if page == "index.php":
            return self._frame(
                "Etusivu",
                "<h2>Tervetuloa pajalle!</h2><p>Alla tuotteita, joita nyt löytyy.</p>" + self._rows([3, 7, 12, 15]),
            )
        if page == "kuva.php":
            return Response(gif(int(r.query.get("nro", "0") or 0)), content_type="image/svg+xml")
        if page == "osasto.php" and r.query.get("id") in SECTIONS:
            title, numbers = SECTIONS[r.query["id"]]
            return self._frame(title, f"<h2>{title}</h2>" + self._rows(numbers))
        if page == "tuote.php":
            item = next((i for i in ITEMS if str(i[0]) == r.query.get("nro")), None)
            return self._item(item) if item else Response("Tuotetta ei ole", 404)
        return self._scripts(r, page, basket)

    def _scripts(self, r: Request, page: str, basket: list[list[str]]) -> Response:
        if page == "lisaa.php" and r.method == "POST":
            item = next((i for i in ITEMS if str(i[0]) == r.form.get("nro")), None)
            if item and item[5] and (not item[4] or r.form.get("vari") in item[4]):
                basket.append([item[1] + (f", {r.form['vari']}" if r.form.get("vari") else ""), item[2]])
                return redirect("/kori.php")
            return self._frame(
                "Virhe", "<p><font color=red>Valitse ensin tupen väri.</font> Palaa selaimen takaisin-painikkeella.</p>"
            )
        if page == "poista.php" and r.query.get("rivi", "").isdigit() and int(r.query["rivi"]) < len(basket):
            basket.pop(int(r.query["rivi"]))
            return redirect("/kori.php")
        if page == "kori.php":
            return self._basket(basket)
        if page == "tilaus.php":
            return self._order(r, basket)
        if page == "ehdot.php":
            return self._frame(
                "Maksu ja toimitus",
                "<h2>Maksu ja toimitus</h2><p>Lähetämme postiennakolla tai ennakkomaksulla. Postikulut 8,50 &euro;.</p>"
                "<p><b>Palautukset:</b> jos tuote ei miellytä, palauta se 14 vuorokauden kuluessa käyttämättömänä. Rahat saat takaisin kahdessa viikossa, "
                "palautuspostin maksat itse. Tikarit ja mittatilaustyöt palautetaan vain virheen takia.</p>",
            )
        if page == "yhteys.php":
            return self._frame(
                "Yhteystiedot",
                "<h2>Yhteystiedot</h2><p>Erä-Kalevi, Kuusamontie 410, 93100 Pudasjärvi<br>Puh. 0400 987 654 iltaisin<br>kalevi (at) puukkopaja.example</p>",
            )
        return Response("Sivua ei löydy", 404)

    def _item(self, item: tuple[int, str, str, str, list[str], bool]) -> Response:
        no, name, price, text, colours, stock = item
        choice = "".join(
            f"<input type=radio name=vari value='{c}' id='{c}'><label for='{c}'>{c}</label><br>" for c in colours
        )
        send = f"<form action=lisaa.php method=post><input type=hidden name=nro value={no}>{choice}<input type=submit value='Pane ostoslistalle'></form>"
        return self._frame(
            name,
            f"<h2>{name}</h2><img src=kuva.php?nro={no} width=420 height=300 alt='{name}'><p>{text}</p><p class=hinta>Hinta {price} &euro; (sis. alv 25,5 %)</p>"
            + (send if stock else "<p>LOPPU, uusi erä tekeillä.</p>"),
        )

    def _basket(self, basket: list[list[str]]) -> Response:
        if not basket:
            return self._frame("Ostoslista", "<h2>Ostoslista</h2><p>Listalla ei ole mitään.</p>")
        lines = "".join(
            f"<tr><td>{n}</td><td align=right>{p} &euro;</td><td><a href=poista.php?rivi={i}>pois</a></td></tr>"
            for i, (n, p) in enumerate(basket)
        )
        total = sum(float(p.replace(",", ".")) for _, p in basket)
        return self._frame(
            "Ostoslista",
            f"<h2>Ostoslista</h2><table border=1 cellpadding=6>{lines}<tr><td>Yhteensä</td><td>{total:.2f} &euro;</td><td></td></tr></table>"
            "<p><a href=index.php>Takaisin ostoksille</a> | <a href=tilaus.php><b>Tee tilaus &gt;&gt;</b></a></p>".replace(
                "  ", " "
            ),
        )

    def _order(self, r: Request, basket: list[list[str]]) -> Response:
        if not basket:
            return redirect("/kori.php")
        if r.method == "POST" and r.form.get("nimi") and r.form.get("osoite"):
            self.orders += 1
            basket.clear()
            return self._frame("Kiitos", "<h2>Kiitos!</h2><p>Tilauksesi on lähtenyt pajalle.</p>")
        names = {
            "nimi": "Nimi",
            "osoite": "Lähiosoite",
            "postinro": "Postinumero ja -toimipaikka",
            "puh": "Puhelin",
            "sposti": "Sähköposti",
        }
        rows = "".join(f"<tr><td>{t}</td><td><input name={k} size=40></td></tr>" for k, t in names.items())
        return self._frame(
            "Tilaus",
            f"<h2>Tilaajan tiedot</h2><form method=post action=tilaus.php><table>{rows}<tr><td>Lisätietoja</td><td><textarea name=lisa rows=3 cols=34></textarea></td></tr>"
            "<tr><td>Maksu</td><td><select name=maksu><option>Postiennakko (+4 &euro;)</option><option>Ennakkomaksu tilille</option></select></td></tr></table>"
            "<input type=submit value='Lähetä tilaus'></form>",
        )
