"""Every promise in the footer is dead: returns answers 404, the chat goes to "#", and the only number is a fax.

The wish list heart is a dead link, phones lose the menu, and "Bewertungen" counts none.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

TEILE = {
    "s100": ("Sattelöl 250 ml", "12,90", "Pflege", "#6f4e37"),
    "s101": ("Hufkratzer mit Bürste", "6,50", "Putzzeug", "#3a5a8c"),
    "s102": ("Führstrick 2 m", "14,90", "Ausrüstung", "#a23b3b"),
    "s103": ("Abschwitzdecke, Einheitsgröße", "49,00", "Ausrüstung", "#444f5a"),
}
KOPF = """<style>body{font:15px/1.5 "Trebuchet MS",sans-serif;margin:0;color:#333}.container{width:94%;max-width:1140px;margin:
auto}.navbar{background:#fff;border-bottom:4px solid #7b2d26;padding:14px 0}.navbar .container{display:flex;gap:24px;align-items:
center}.nav{display:flex;gap:18px;padding:0;margin:0;list-style:none;flex:1}.row{display:grid;grid-template-columns:repeat(4,1fr);
gap:18px}.thumbnail{border:1px solid #ddd;padding:12px;text-align:center;position:relative}.thumbnail .fa-heart{position:absolute;
right:8px;top:6px;color:#999;text-decoration:none;font-size:20px}.btn-primary{background:#7b2d26;color:#fff;border:0;padding:11px
20px;font:inherit;text-decoration:none;cursor:pointer;display:inline-block}.alert{background:#dff0d8;padding:12px;margin:12px 0}
.form-group{margin-bottom:11px}.form-group input,.form-group select{width:100%;max-width:400px;padding:7px;display:block;
box-sizing:border-box}.footer{background:#333;color:#ddd;padding:26px 0;margin-top:34px}.footer a{color:#fff}.footer .row{
grid-template-columns:1fr 1fr 1fr}@media(max-width:767px){.nav{display:none}.row{grid-template-columns:1fr 1fr}.footer .row{
grid-template-columns:1fr}.navbar .container{justify-content:space-between}}</style>"""


def _bild(nr: str) -> str:
    return f'<svg viewBox="0 0 10 8" width="100%" style="max-width:300px"><rect x="1" y="1" width="8" height="6" rx="2" fill="{TEILE[nr][3]}"/></svg>'


def _kachel(nr: str) -> str:
    name, preis, _, _ = TEILE[nr]
    return f"""<div class="thumbnail"><a href="#" class="fa-heart" aria-label="Auf den Merkzettel">♥</a><a href="/artikel/{nr}.html">
{_bild(nr)}</a><div class="caption"><a href="/artikel/{nr}.html">{name}</a><p>{preis} €*</p><form method="post"
action="/warenkorb"><input type="hidden" name="nr" value="{nr}"><button class="btn-primary">In den Warenkorb</button></form></div>
</div>"""


class App(Shop):
    """Things for riders."""

    def handle(self, request: Request) -> Response:
        korb: dict[str, int] = request.session.setdefault("korb", {})
        weg = request.path.strip("/").removesuffix(".html")
        if weg == "":
            return self._seite(
                "Startseite", f'<h1>Alles fürs Pferd</h1><div class="row">{"".join(map(_kachel, TEILE))}</div>', korb
            )
        if weg.startswith("artikel/") and weg[8:] in TEILE:
            return self._artikel(weg[8:], korb)
        gruppen = {t[2].lower().replace("ü", "ue"): t[2] for t in TEILE.values()}
        if weg in gruppen:
            kacheln = "".join(_kachel(n) for n, t in TEILE.items() if t[2] == gruppen[weg])
            return self._seite(gruppen[weg], f'<h1>{gruppen[weg]}</h1><div class="row">{kacheln}</div>', korb)
        if weg == "warenkorb":
            return self._korb(request, korb)
        if weg == "kasse":
            return self._kasse(request, korb)
        if weg == "impressum":
            return self._seite("Impressum", """<h1>Impressum</h1><p>Reitsport Brandt<br>Inhaberin Silke Brandt<br>Am Anger 4<br>
29320 Hermannsburg</p><p>Telefax: 05052 / 99 88 70<br>E-Mail: brandt@reitsport-brandt.example</p><p>USt-IdNr. DE123456788</p>""", korb)  # fmt: skip
        return self._seite("Fehler 404", "<h1>Diese Seite existiert leider nicht</h1>", korb, 404)

    @staticmethod
    def _seite(titel: str, inhalt: str, korb: dict[str, int], status: int = 200) -> Response:
        menue = "".join(
            f'<li><a href="/{g.lower().replace("ü", "ue")}">{g}</a></li>' for g in ("Pflege", "Putzzeug", "Ausrüstung")
        )
        return html(f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{titel} | Reitsport Brandt</title><meta
name="viewport" content="width=device-width, initial-scale=1">{KOPF}</head><body><div class="navbar"><div class="container"><a
href="/"><b>Reitsport Brandt</b></a><ul class="nav">{menue}</ul><a href="/warenkorb">Warenkorb ({sum(korb.values())})</a></div>
</div><div class="container">{inhalt}</div><div class="footer"><div class="container row"><div><b>Service</b><br><a
href="/rueckgabe.html">Rückgabe & Umtausch</a><br><a href="#">Versandkosten</a><br><a href="#">Live-Chat</a></div><div><b>Rechtliches
</b><br><a href="/impressum">Impressum</a><br><a href="#">Widerrufsbelehrung</a><br><a href="#">Datenschutz</a></div><div><b>
Newsletter</b><br><a href="#">Jetzt anmelden</a></div></div><div class="container"><small>* inkl. MwSt.</small></div></div></body>
</html>""", status)  # fmt: skip

    def _artikel(self, nr: str, korb: dict[str, int]) -> Response:
        name, preis, gruppe, _ = TEILE[nr]
        return self._seite(name, f"""<ol style="padding:0;list-style:none"><li>{gruppe} » {name}</li></ol>{_bild(nr)}<h1>{name}</h1>
<h3>{preis} €*</h3><p>Lieferzeit 2–3 Werktage</p><form method="post" action="/warenkorb"><input type="hidden" name="nr" value="{nr}">
<button class="btn-primary">In den Warenkorb</button> <a href="#">♥ Merken</a></form><h4>Bewertungen (0)</h4><p>Für diesen Artikel
liegen noch keine Bewertungen vor.</p><p>Bewährt im eigenen Stall.</p>""", korb)  # fmt: skip

    def _korb(self, request: Request, korb: dict[str, int]) -> Response:
        hinweis = ""
        if request.method == "POST" and request.form.get("nr") in TEILE:
            nr = request.form["nr"]
            korb[nr] = korb.get(nr, 0) + 1
            hinweis = f'<div class="alert">{TEILE[nr][0]} wurde in den Warenkorb gelegt.</div>'
        korb.pop(request.query.get("weg", ""), None)
        zeilen = "".join(
            f'<tr><td>{n} ×</td><td>{TEILE[k][0]}</td><td>{TEILE[k][1]} €</td><td><a href="?weg={k}">löschen</a></td></tr>'
            for k, n in korb.items()
        )
        ende = '<a class="btn-primary" href="/kasse">Weiter zur Kasse</a>' if korb else "<p>Ihr Warenkorb ist leer.</p>"
        return self._seite("Warenkorb", f"{hinweis}<h1>Warenkorb</h1><table cellpadding=8>{zeilen}</table>{ende}", korb)

    def _kasse(self, request: Request, korb: dict[str, int]) -> Response:
        if not korb:
            return redirect("/warenkorb")
        if request.method == "POST":
            self.orders += 1
            korb.clear()
            return self._seite("Danke", "<h1>Danke für Ihren Auftrag!</h1>", korb)
        felder = "".join(
            f'<div class="form-group"><label>{t}</label><input name="k{i}" required></div>'
            for i, t in enumerate(["Vorname", "Nachname", "Straße", "PLZ", "Ort", "E-Mail"])
        )
        return self._seite("Kasse", f"""<h1>Kasse</h1><form method="post">{felder}<div class="form-group"><label>Zahlungsart</label>
<select name="z"><option>Vorkasse</option><option>Lastschrift</option></select></div><button class="btn-primary">Kaufen</button>
</form>""", korb)  # fmt: skip
