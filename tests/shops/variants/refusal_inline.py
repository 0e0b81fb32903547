"""The button never looks disabled: pressed without a width, the shop answers with a red line beside the tiles.

A Vilkas-like Finnish footwear shop; the choice is a row of label tiles over hidden radios, and nothing is preset.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

SHOES = {
    "3101": ("Nokkonen-saapas", "Kumisaappaat", 6490, ["37", "38", "39", "40"]),
    "3102": ("Suvi-sandaali", "Sandaalit", 4990, ["36", "37", "38"]),
    "3107": ("Rantu-kalossi", "Kumisaappaat", 3990, ["38", "39", "41", "42"]),
    "3110": ("Tuisku-talvikenkä", "Talvikengät", 11900, ["37", "38", "39"]),
    "3111": ("Kaarna-tossu", "Sandaalit", 2790, ["36", "38", "40"]),
}
GROUPS = ["Kumisaappaat", "Sandaalit", "Talvikengät"]
STYLE = """body{margin:0;font-family:Verdana,sans-serif;font-size:14px;color:#222}#Wrap{max-width:980px;margin:auto}
#Top{background:#14532d;color:#fff;padding:14px}#Top a{color:#fff}#Logo{font-size:22px;font-weight:bold;
text-decoration:none}
#TopRight{float:right}#Left{float:left;width:190px;padding:14px}#Content{margin-left:220px;padding:14px}
#Left li{margin:6px 0}.Hit{display:inline-block;width:31%;vertical-align:top;margin:0 1% 22px 0}.Hit img{max-width:100%}
.Hinta{font-weight:bold}.OstaNappi{background:#ea580c;color:#fff;border:0;padding:13px 26px;font-size:15px;
cursor:pointer}
.Valinta{border:0;padding:0;margin:14px 0}.Valinta input{position:absolute;opacity:0;width:1px;height:1px}
.Valinta label{display:inline-block;border:1px solid #888;min-width:44px;text-align:center;padding:11px 6px;margin:3px;
cursor:pointer}
.Valinta input:checked+label{background:#14532d;color:#fff}.Virhe{color:#b91c1c;display:none;margin:6px 0}
#Bottom{clear:both;background:#eee;padding:16px;font-size:13px}.Rivi{border-bottom:1px solid #ccc;padding:8px 0}
.Kentta{display:block;margin:8px 0}.Kentta input,.Kentta select{display:block;width:95%;max-width:420px;padding:8px;
font-size:15px}
@media(max-width:640px){#Left{float:none;width:auto;padding:6px 14px;overflow-x:auto;white-space:nowrap}
#Left ul{margin:0;padding:0}#Left li{display:inline-block;margin-right:16px}#Left h3{display:none}#Content{margin:0}
.Hit{width:47%}#TopRight{float:none;margin-top:8px}}"""


def price(cents: int) -> str:
    """Write a price."""
    return f"{cents // 100},{cents % 100:02d} EUR"


def art(code: str) -> str:
    """Draw a boot whose colour depends on the product."""
    hue = int(code) * 47 % 360
    return (
        f"<svg role='img' aria-label='{SHOES[code][0]}' viewBox='0 0 200 160' width='200' height='160'>"
        f"<rect width='200' height='160' fill='hsl({hue},30%,92%)'/><path d='M60 20h50v70l50 20v25H60z' "
        f"fill='hsl({hue},45%,38%)'/></svg>"
    )


class App(Shop):
    """Kenkäpuoti Nokkonen."""

    def page(self, request: Request, title: str, content: str) -> Response:
        """Build a page of the old frame: top, left column, content, bottom."""
        pcs = len(request.session.get("rows", []))
        groups = "".join(f'<li><a href="/ryhma?nimi={g}">{g}</a></li>' for g in GROUPS)
        return html(f"""<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>{title} | Kenkäpuoti
Nokkonen</title>
<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body><div id="Wrap"><div id="Top">
<div id="TopRight"><form action="/haku" style="display:inline"><input name="sana" placeholder="Etsi kenkiä" size="12">
<button>Hae</button></form> &nbsp; <a href="/kori">Kori: <b id="Kpl">{pcs}</b> kpl</a></div>
<a id="Logo" href="/">Kenkäpuoti Nokkonen</a></div><div id="Left"><h3>Tuoteryhmät</h3><ul>{groups}</ul></div>
<div id="Content">{content}</div><div id="Bottom">Kenkäpuoti Nokkonen, Satamatie 8, 65100 Vaasa. Avoinna ma–pe 10–17, la
10–14.
Puh. <a href="tel:+35863123456">06 312 3456</a>. <a href="/palautus">Vaihdot ja palautukset</a> |
<a href="/tietosuoja">Tietosuoja</a></div></div></body></html>""")

    def hits(self, codes: list[str]) -> str:
        """List products."""
        return "".join(
            f'<div class="Hit"><a href="/t/{c}">{art(c)}<br>{SHOES[c][0]}</a><br><span '
            f'class="Hinta">{price(SHOES[c][2])}'
            "</span></div>"
            for c in codes
        )

    def shoe(self, request: Request, code: str) -> Response:
        """Show one shoe with its size tiles and the line for the refusal."""
        name, _, cents, sizes = SHOES[code]
        tiles = "".join(
            f'<input type="radio" name="nro" id="nro{s}" value="{s}"><label for="nro{s}">{s}</label>' for s in sizes
        )
        return self.page(
            request,
            name,
            f"""<div>{art(code)}</div><h1>{name}</h1><p class="Hinta">{price(cents)} <small>sis. alv 25,5 %</small></p>
<p>Luonnonkumia, puuvillavuori. Lesti on hieman leveä.</p><form id="Osto"><fieldset class="Valinta"><legend>Kengän
numero</legend>
{tiles}</fieldset><p class="Virhe" id="NroVirhe">Valitse ensin kengän numero.</p>
<button class="OstaNappi" type="submit">Osta</button></form><p id="Kuittaus" hidden>Tuote on korissa.
<a href="/kori">Katso koria</a></p><script>
document.getElementById('Osto').onsubmit=function(e){{e.preventDefault();var f=this,n=f.nro.value;
document.getElementById('NroVirhe').style.display=n?'none':'block';if(!n)return;
fetch('/api/osta',{{method:'POST',headers:{{'Content-Type':'application/x-www-form-urlencoded'}},
body:'koodi={code}&nro='+n}}).then(function(r){{return r.json()}}).then(function(d){{
if(d.ok){{document.getElementById('Kpl').textContent=d.kpl;document.getElementById('Kuittaus').hidden=false}}}})}}
</script>""",
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        path, rows = request.path.rstrip("/"), request.session.setdefault("rows", [])
        if path == "":
            return self.page(request, "Etusivu", "<h1>Kengät sateeseen ja pakkaseen</h1>" + self.hits(list(SHOES)))
        if path == "/ryhma":
            name = request.query.get("nimi", "")
            return self.page(request, name, f"<h1>{name}</h1>" + self.hits([c for c in SHOES if SHOES[c][1] == name]))
        if path == "/haku":
            word = request.query.get("sana", "").lower()
            found = [c for c in SHOES if word and word in SHOES[c][0].lower()]
            return self.page(request, "Haku", f"<h1>Haku</h1>{self.hits(found) or 'Ei osumia.'}")
        if path.startswith("/t/") and path[3:] in SHOES:
            return self.shoe(request, path[3:])
        if path == "/api/osta" and request.method == "POST":
            code, size = request.form.get("koodi", ""), request.form.get("nro", "")
            if code not in SHOES or size not in SHOES[code][3]:
                return json_response({"ok": False}, 422)
            rows.append((code, size))
            return json_response({"ok": True, "kpl": len(rows)})
        return self.selling(request, path)

    def selling(self, request: Request, path: str) -> Response:
        """Answer cart, order and the fixed pages."""
        rows = request.session["rows"]
        if path == "/kori":
            if request.method == "POST":
                rows.clear()
                return redirect("/kori")
            if not rows:
                return self.page(request, "Kori", "<h1>Ostoskori</h1><p>Korissa ei ole tuotteita.</p>")
            lines = "".join(
                f'<div class="Rivi">{SHOES[c][0]}, nro {s} <b style="float:right">{price(SHOES[c][2])}</b></div>'
                for c, s in rows
            )
            total = price(sum(SHOES[c][2] for c, _ in rows))
            return self.page(
                request,
                "Kori",
                f'<h1>Ostoskori</h1>{lines}<p>Yhteensä {total} + toimitus 4,90 EUR</p><form method="post">'
                f"<button>Tyhjennä kori"
                '</button></form><p><a class="OstaNappi" style="display:inline-block;text-decoration:none" '
                'href="/tilaus">Tilaamaan</a></p>',
            )
        if path == "/tilaus" and rows:
            return self.order_form(request)
        if path == "/tilaus/laheta" and request.method == "POST" and rows:
            self.orders += 1
            rows.clear()
            return self.page(request, "Kiitos", "<h1>Tilaus vastaanotettu</h1>")
        if path == "/palautus":
            return self.page(
                request,
                "Vaihdot ja palautukset",
                "<h1>Vaihdot ja palautukset</h1><p>Kengillä on 30 päivän vaihto- ja palautusoikeus. Sovita "
                "sisätiloissa ja "
                "palauta alkuperäisessä laatikossa. Postitse palautus maksaa 4,90 euroa, myymälään se on ilmainen. "
                "Rahat "
                "palautetaan samalle maksutavalle viiden arkipäivän kuluessa siitä, kun kengät ovat saapuneet "
                "meille.</p>",
            )
        if path == "/tietosuoja":
            return self.page(request, "Tietosuoja", "<h1>Tietosuojaseloste</h1><p>Rekisterinpitäjä Nokkonen Oy.</p>")
        return self.page(request, "404", "<h1>Sivua ei ole</h1>")

    def order_form(self, request: Request) -> Response:
        """Ask for the customer's data; a password is offered, not required."""
        names = ["Nimi", "Lähiosoite", "Postinumero", "Paikkakunta", "Matkapuhelin", "Sähköposti"]
        boxes = "".join(f'<label class="Kentta">{n} <input name="k{i}" required></label>' for i, n in enumerate(names))
        return self.page(
            request,
            "Tilaus",
            f"""<h1>Tilaus</h1><form method="post" action="/tilaus/laheta">{boxes}<label class="Kentta">Toimitustapa
<select name="toimitus"><option>Matkahuolto, lähin piste 4,90 EUR</option><option>Nouto myymälästä 0,00 EUR</option>
</select></label>
<p>Maksutapa<br><label><input type="radio" name="maksu" value="1" required> Verkkopankki</label>
<label><input type="radio" name="maksu" value="2"> MobilePay</label> <label><input type="radio" name="maksu" value="3">
Kortti (Visa, Mastercard)</label></p><label class="Kentta"><input type="checkbox" name="tili" value="1"
style="display:inline;width:auto"> Luo minulle myös asiakastili</label><button class="OstaNappi">Lähetä tilaus</button>
</form>""",
        )
