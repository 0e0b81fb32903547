"""A restaurant: dishes with prices in a list, pictures and a table booking, but nothing can be put in a cart.

"Tilaa pöytä" books a table, and the gift card is sold at the restaurant only.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html

LISTA = {
    "Alkuun": [("Siikatartar, ruisnapit", "13,50"), ("Maa-artisokkakeitto", "11,00"), ("Burrata ja tomaatit", "12,50")],
    "Pääruoat": [("Paistettu kuha, voikastike", "26,00"), ("Karitsan potka", "28,50"), ("Tatti-ohratto", "21,00")],
    "Jälkiruoat": [("Tyrnipannacotta", "9,50"), ("Suklaakakku ja kirsikat", "10,00")],
}
TYYLI = """<style>body{margin:0;background:#1b1b1b;color:#f1e9da;font:18px/1.6 Garamond,serif}.yla{display:flex;gap:26px;
justify-content:center;padding:26px;flex-wrap:wrap}a{color:#d4a24c}.annos{display:flex;justify-content:space-between;border-bottom:1px
dotted #777;gap:16px;padding:8px 0}.palsta{max-width:680px;margin:auto;padding:0 18px}.nappi{background:#d4a24c;color:#1b1b1b;
padding:11px 24px;border:0;font:inherit;text-decoration:none}.ala{text-align:center;padding:50px 18px;font-size:16px}input,select{
padding:8px;margin:5px 0;display:block}</style>"""


class App(Shop):
    """A place to eat."""

    def handle(self, request: Request) -> Response:
        if request.path == "/varaus" and request.method == "POST":
            self.messages += 1
            return self._pohja("Kiitos", "<p>Vahvistamme varauksesi sähköpostilla.</p>")
        sivut = {
            "/": ("Ravintola Ruukki", self._kuva() + "<p>Kotimaisia makuja joen rannalla.</p>" + self._lista("Pääruoat")),
            "/ruokalista": ("Ruokalista", "".join(self._lista(o) for o in LISTA)),
            "/lahjakortti": ("Lahjakortti", "<p>50 € tai 100 € lahjakortin saat ravintolasta aukioloaikoina.</p>"),
            "/varaus": ("Tilaa pöytä", """<form method="post"><label>Päivä<input type="date"></label><label>Seurue<select><option>2
<option>4<option>6</select></label><label>Nimi<input></label><label>Sähköposti<input type="email"></label><button
class="nappi">Varaa</button></form>"""),
            "/yhteystiedot": ("Yhteystiedot", """<p>Ruukinkatu 2, 10300 Karjaa</p><p><a href="tel:+358192223344">019 222 3344</a>,
<a href="mailto:hovi@ravintolaruukki.example">hovi@ravintolaruukki.example</a></p><p>Avoinna ti–la 16–23</p>"""),
        }  # fmt: skip
        return self._pohja(*sivut[request.path]) if request.path in sivut else html("<h1>Ei löydy</h1>", 404)

    @staticmethod
    def _kuva() -> str:
        return '<svg viewBox="0 0 30 10" width="100%"><rect width="30" height="10" fill="#333"/><circle cx="15" cy="5" r="4" fill="#eee"/></svg>'

    @staticmethod
    def _lista(osio: str) -> str:
        return f"<h2>{osio}</h2>" + "".join(
            f'<div class="annos"><span>{n}</span><b>{h} €</b></div>' for n, h in LISTA[osio]
        )

    @staticmethod
    def _pohja(otsikko: str, sisus: str) -> Response:
        return html(f"""<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{otsikko} – Ravintola Ruukki</title><meta
name="viewport" content="width=device-width,initial-scale=1">{TYYLI}</head><body><div class="yla"><a href="/">Ruukki</a><a
href="/ruokalista">Ruokalista</a><a href="/lahjakortti">Lahjakortti</a><a href="/yhteystiedot">Yhteystiedot</a><a class="nappi"
href="/varaus">Tilaa pöytä</a></div><div class="palsta"><h1>{otsikko}</h1>{sisus}</div><div class="ala">Ravintola Ruukki · Ruukinkatu
2, Karjaa · <a href="tel:+358192223344">019 222 3344</a></div></body></html>""")
