"""Every link of this lure shop is an ASP.NET postback, so no product has an address to read from the page.

One form wraps the whole page (with an empty newsletter e-mail in it), links are ``javascript:__doPostBack(...)``,
the first product of the home page is out of stock and the word for the cart has its sum beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

GOODS: dict[str, tuple[str, str, int, str, int]] = {
    "1042": ("Lotto-uistin 10 g, kupari", "u", 790, "Perinteinen lusikkauistin hauelle ja ahvenelle.", 0),
    "1055": ("Saimaan Väre 7 cm", "v", 1250, "Kelluva vaappu, ui 1–2 metrin syvyydessä.", 14),
    "1061": ("Jigisetti Kuha, 12 osaa", "j", 1490, "Kaksitoista kalajigiä ja kuusi jigipäätä rasiassa.", 6),
    "1077": ("Vetouistelulusikka 18 g", "u", 890, "Raskas lusikka järvitaimenelle.", 21),
    "1083": ("Pintavaappu Rapatti", "v", 1390, "Poksuttava pintavaappu tyynille illoille.", 3),
    "1090": ("Jigipää 10 g, 5 kpl", "j", 450, "Lyijytön jigipää, koukkukoko 3/0.", 40),
}
GROUPS = {"u": "Uistimet", "v": "Vaaput", "j": "Jigit"}
HUES = {"u": "#b5651d", "v": "#2c7a7b", "j": "#6b8e23"}


def euros(cents: int) -> str:
    """Write a price the Finnish way."""
    return f"{cents // 100},{cents % 100:02d} €"


def picture(sku: str) -> str:
    """Draw a lure."""
    hue = HUES[GOODS[sku][1]]
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 90'><rect width='160' height='90' fill='#eef3f5'/>"
        f"<path d='M20 45 Q80 5 130 45 Q80 85 20 45z' fill='{hue}'/><circle cx='110' cy='40' r='4'/>"
        "<path d='M70 62 v14 q0 8 8 6' fill='none' stroke='#333' stroke-width='2'/></svg>"
    )


def link(target: str, text: str, css: str = "", ident: str = "") -> str:
    """Write an ASP.NET LinkButton."""
    extra = f' id="{ident}"' if ident else ""
    return f"<a{extra} class=\"{css}\" href=\"javascript:__doPostBack('{target}','')\">{text}</a>"


STYLE = """
body{margin:0;font:14px/1.45 Verdana,sans-serif;color:#222;background:#d9e2e6}
#ctl00_sivu{max-width:980px;margin:0 auto;background:#fff;min-height:100vh}
.ylapalkki{background:#123c4d;color:#fff;padding:14px 18px;display:flex;flex-wrap:wrap;gap:10px;align-items:center}
.ylapalkki a{color:#fff}.ylapalkki .tunnus{font-size:22px;text-decoration:none;font-weight:bold;margin-right:auto}
.vasen{background:#eef3f5;padding:8px 18px}.vasen a{display:inline-block;margin:4px 18px 4px 0;color:#123c4d}
#nayta{display:none}.valikkonappi{display:none}
.lista{display:flex;flex-wrap:wrap;gap:14px;padding:18px}.kortti{width:212px;border:1px solid #ccd;padding:8px}
.kortti svg,.iso svg{width:100%}.kortti .h{font-weight:bold;color:#a11}.loppu{color:#777}
.sisus{padding:18px}.iso{max-width:420px}.nappi{background:#d97706;color:#fff;padding:9px 18px;text-decoration:none;
border:0;font:inherit;display:inline-block}.viesti{background:#e6f6e6;border:1px solid #7b7;padding:8px;margin:10px 0}
table.kori td,table.kori th{padding:6px 10px;border-bottom:1px solid #ddd;text-align:left}
.ala{background:#123c4d;color:#cfe;padding:14px 18px;font-size:12px}.ala a{color:#cfe}.kentta{margin:6px 0}
.kentta label{display:inline-block;min-width:150px}
@media(max-width:640px){.valikkonappi{display:block;padding:8px 18px;background:#ddd}.vasen{display:none}
#nayta:checked~.vasen{display:block}.vasen a{display:block;padding:8px 0}.kortti{width:calc(50% - 26px)}
.kentta label{display:block}}
"""

SCRIPT = """
function __doPostBack(t,a){var f=document.forms['aspnetForm'];f.__EVENTTARGET.value=t;f.__EVENTARGUMENT.value=a;f.submit();}
"""

DELIVERY = """<h1>Toimitus ja palautus</h1><p>Toimitamme Postin kautta 2–4 arkipäivässä, kulut 5,90 €. Kuluttajalla on
14 päivän palautusoikeus: palauta käyttämätön tuote alkuperäisessä pakkauksessa, niin hyvitämme koko kauppasumman samalla
maksutavalla. Palautuksen postikulut maksaa asiakas. Ilmoita palautuksesta ennen lähettämistä sähköpostitse.</p>"""


@dataclass
class App(Shop):
    """Viehenurkka, a small Finnish lure shop on Web Forms."""

    def _cart(self, r: Request) -> dict[str, int]:
        return r.session.setdefault("kori", {})

    def _page(self, r: Request, title: str, inner: str) -> Response:
        cart = self._cart(r)
        total = sum(GOODS[k][2] * n for k, n in cart.items())
        menu = "".join(link(f"ctl00$ryhma${k}", v) for k, v in GROUPS.items())
        return html(
            f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>{title} – Viehenurkka</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style><script>{SCRIPT}</script></head>
<body><form name="aspnetForm" id="aspnetForm" method="post" action="{escape(r.path)}{self._query(r)}">
<input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value="">
<input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTY2NzI5OTM3Nw9kFgJmD2QWAgIDD2QWBAIBD2QWAgIBDw8W"><div id="ctl00_sivu">
<div class="ylapalkki">{link("ctl00$etusivu", "Viehenurkka", "tunnus")}
<span><input name="ctl00$hakusana" size="14" title="Etsi tuotetta"> <input type="submit" name="ctl00$hae" value="Etsi"></span>
{link("ctl00$kori", f"Ostoskori: {sum(cart.values())} kpl, {euros(total)}", "", "ctl00_lnkKori")}</div>
<label class="valikkonappi" for="nayta">Tuoteryhmät ▾</label><input type="checkbox" id="nayta">
<div class="vasen">{menu}{link("ctl00$toimitus", "Toimitusehdot")}</div>{inner}
<div class="ala">Viehenurkka Ky, Satamakatu 8, 53900 Lappeenranta, y-tunnus 2345678-1<br>
Puh. <a href="tel:+358401234890">040 123 4890</a> (ark. 9–16), <a href="mailto:myynti@viehenurkka.example">myynti@viehenurkka.example</a><br>
Kalavinkit sähköpostiin: <input name="ctl00$uutiskirje" title="Sähköpostiosoite"> {link("ctl00$liity", "Liity")}</div>
</div></form></body></html>"""
        )

    @staticmethod
    def _query(r: Request) -> str:
        return "?" + "&amp;".join(f"{k}={escape(v)}" for k, v in r.query.items()) if r.query else ""

    def _cards(self, skus: list[str]) -> str:
        cells = []
        for i, sku in enumerate(skus):
            name, _, price, _, stock = GOODS[sku]
            sold = "" if stock else "<div class='loppu'>Tilapäisesti loppu</div>"
            pic = link(f"ctl00$lv$ctl{i:02d}$kuva${sku}", picture(sku))
            text = link(f"ctl00$lv$ctl{i:02d}$nimi${sku}", name)
            cells.append(f"<div class='kortti'>{pic}<br>{text}<div class='h'>{euros(price)}</div>{sold}</div>")
        return f"<div class='lista'>{''.join(cells)}</div>"

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        return self._postback(r) if r.method == "POST" else self._view(r)

    def _postback(self, r: Request) -> Response:
        event, cart = r.form.get("__EVENTTARGET", ""), self._cart(r)
        parts = event.split("$")
        if "ctl00$hae" in r.form and not event:
            return redirect("/Haku.aspx?s=" + escape(r.form.get("ctl00$hakusana", "")))
        fixed = {
            "ctl00$etusivu": "/Default.aspx",
            "ctl00$kori": "/Ostoskori.aspx",
            "ctl00$toimitus": "/Toimitus.aspx",
            "ctl00$kassa": "/Kassa.aspx",
        }
        if event in fixed:
            return redirect(fixed[event])
        if event.startswith("ctl00$ryhma$"):
            return redirect(f"/Ryhma.aspx?r={parts[-1]}")
        if event.startswith("ctl00$lv$"):
            return redirect(f"/Tuote.aspx?t={parts[-1]}")
        if event == "ctl00$osta" and GOODS.get(r.query.get("t", ""), ("",) * 5)[4]:
            cart[r.query["t"]] = cart.get(r.query["t"], 0) + max(1, int(r.form.get("ctl00$maara") or 1))
            r.session["lisatty"] = True
        elif event.startswith("ctl00$poista$"):
            cart.pop(parts[-1], None)
        elif event == "ctl00$liity":
            self.messages += 1
        elif event == "ctl00$tilaa" and cart and all(r.form.get(f"ctl00$t{i}") for i in range(6)):
            self.orders += 1
            cart.clear()
            return self._page(r, "Kiitos", "<div class='sisus'><h1>Kiitos tilauksesta!</h1></div>")
        return self._view(r)

    def _view(self, r: Request) -> Response:
        cart = self._cart(r)
        if r.path in ("/", "/Default.aspx"):
            return self._page(
                r, "Etusivu", "<div class='sisus'><h2>Viikon poiminnat</h2></div>" + self._cards(list(GOODS)[:4])
            )
        if r.path == "/Ryhma.aspx" and r.query.get("r") in GROUPS:
            group = r.query["r"]
            skus = [k for k, g in GOODS.items() if g[1] == group]
            return self._page(
                r, GROUPS[group], f"<div class='sisus'><h1>{GROUPS[group]}</h1></div>" + self._cards(skus)
            )
        if r.path == "/Haku.aspx":
            term = r.query.get("s", "").lower()
            skus = [k for k, g in GOODS.items() if term in (g[0] + g[3]).lower()]
            return self._page(r, "Haku", self._cards(skus) if skus else "<div class='sisus'>Ei osumia.</div>")
        if r.path == "/Tuote.aspx" and r.query.get("t") in GOODS:
            return self._product(r, r.query["t"])
        if r.path == "/Toimitus.aspx":
            return self._page(r, "Toimitus ja palautus", f"<div class='sisus'>{DELIVERY}</div>")
        if r.path == "/Ostoskori.aspx":
            rows = "".join(
                f"<tr><td>{GOODS[k][0]}</td><td>{n} kpl</td><td>{euros(GOODS[k][2] * n)}</td>"
                f"<td>{link('ctl00$poista$' + k, 'Poista')}</td></tr>"
                for k, n in cart.items()
            )
            body = (
                f"<table class='kori'><tr><th>Tuote</th><th>Määrä</th><th>Hinta</th><th></th></tr>{rows}</table><p>"
                + link("ctl00$kassa", "Siirry kassalle", "nappi")
                if cart
                else "Ostoskorisi on tyhjä."
            )
            return self._page(r, "Ostoskori", f"<div class='sisus'><h1>Ostoskori</h1>{body}</div>")
        if r.path == "/Kassa.aspx":
            return self._checkout(r) if cart else redirect("/Ostoskori.aspx")
        return Response("Sivua ei löydy", 404)

    def _product(self, r: Request, sku: str) -> Response:
        name, _, price, text, stock = GOODS[sku]
        note = "<div class='viesti'>Tuote lisättiin ostoskoriin.</div>" if r.session.pop("lisatty", None) else ""
        buy = (
            f"Määrä <input name='ctl00$maara' value='1' size='2'> {link('ctl00$osta', 'Osta', 'nappi')}<p>Varastossa {stock} kpl</p>"
            if stock
            else "<p class='loppu'>Tilapäisesti loppu, tulossa lisää.</p>"
        )
        inner = f"{note}<h1>{name}</h1><div class='iso'>{picture(sku)}</div><p>{text}</p><p><b>{euros(price)}</b> sis. alv</p>{buy}"
        return self._page(r, name, f"<div class='sisus'>{inner}</div>")

    def _checkout(self, r: Request) -> Response:
        names = ["Nimi", "Katuosoite", "Postinumero", "Postitoimipaikka", "Puhelin", "Sähköposti"]
        rows = "".join(
            f"<div class='kentta'><label for='f{i}'>{n} *</label><input id='f{i}' name='ctl00$t{i}'></div>"
            for i, n in enumerate(names)
        )
        pay = "".join(
            f"<div><input type='radio' name='ctl00$maksu' id='m{i}' value='{i}'{' checked' if not i else ''}>"
            f"<label for='m{i}'>{m}</label></div>"
            for i, m in enumerate(["Verkkopankki", "MobilePay", "Lasku 14 pv"])
        )
        return self._page(
            r,
            "Kassa",
            f"<div class='sisus'><h1>Kassa</h1><h3>Toimitustiedot</h3>{rows}<h3>Maksutapa</h3>{pay}"
            f"<p>{link('ctl00$tilaa', 'Tilaa ja maksa', 'nappi')}</p></div>",
        )
