"""The menu of this Norwegian shop hides behind a nameless hamburger in both viewports and slides in from the left.

The home page carries one big film-like banner and a story; the menu is built of three bars without text, the link "Butikk" is the only way in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

SHELF: dict[str, dict[str, object]] = {
    "kaffe-yirgacheffe": {
        "navn": "Yirgacheffe Kochere",
        "pris": 169,
        "gruppe": "kaffe",
        "smak": "Bergamott, fersken, jasmin. 250 g.",
        "valg": ["Hele bønner", "Filtermalt", "Espressomalt"],
    },
    "kaffe-huila": {
        "navn": "Huila Rosa Bourbon",
        "pris": 189,
        "gruppe": "kaffe",
        "smak": "Røde bær og kakao. 250 g.",
        "valg": ["Hele bønner", "Filtermalt", "Espressomalt"],
    },
    "kanne-glass": {
        "navn": "Serveringskanne i glass 0,6 l",
        "pris": 349,
        "gruppe": "utstyr",
        "smak": "Borosilikat, tåler oppvaskmaskin.",
        "valg": [],
    },
    "filter-100": {
        "navn": "Papirfilter, 100 stk",
        "pris": 79,
        "gruppe": "utstyr",
        "smak": "Ubleket, passer 02-trakt.",
        "valg": [],
    },
    "kvern-hand": {
        "navn": "Håndkvern i stål",
        "pris": 1290,
        "gruppe": "utstyr",
        "smak": "Koniske kverner, 38 mm.",
        "valg": [],
    },
}

CSS = """
body{margin:0;font-family:"Gill Sans",Calibri,sans-serif;font-size:17px;color:#111;background:#fff}.site-header{position:absolute;z-index:5;left:0;right:0;display:flex;justify-content:space-between;align-items:center;padding:20px 30px}
.home .site-header{color:#fff}.toggle{width:44px;height:44px;padding:10px;cursor:pointer}.toggle i{display:block;height:3px;background:currentColor;margin:4px 0}.site-title{font-size:26px;letter-spacing:6px;text-decoration:none;color:inherit}
.cart-contents{color:inherit;text-decoration:none}.off{position:fixed;z-index:30;top:0;bottom:0;left:-340px;width:340px;max-width:85vw;background:#111;color:#fff;transition:left .3s;padding:80px 36px;box-sizing:border-box}
.menu-open .off{left:0}.off a{display:block;color:#fff;font-size:24px;text-decoration:none;padding:10px 0}.off .sub-menu{padding-left:18px;display:none}.off .sub-menu.vis{display:block}.off .sub-menu a{font-size:18px}.skygge{position:fixed;inset:0;background:#0008;z-index:20;display:none}.menu-open .skygge{display:block}
.banner{height:86vh;background:linear-gradient(160deg,#3b2417,#8a5a35 60%,#1c120b);color:#fff;display:flex;align-items:flex-end}.banner p{font-size:38px;margin:0 0 60px 30px;max-width:600px}.entry{max-width:1100px;margin:0 auto;padding:110px 30px 40px}.home .entry{padding-top:40px}
ul.products{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:30px}ul.products li{width:240px}ul.products a{color:inherit;text-decoration:none}.bag{height:230px;display:block;width:100%}.button{background:#111;color:#fff;border:0;padding:14px 28px;font:inherit;cursor:pointer;text-decoration:none;display:inline-block}
.woo-message{border-left:4px solid #2a7;background:#eefaf3;padding:14px;margin-bottom:20px}.form-row{margin:0 0 12px}.form-row input{width:100%;max-width:480px;padding:10px;box-sizing:border-box}.site-footer{border-top:1px solid #ddd;padding:30px;font-size:15px;display:flex;flex-wrap:wrap;gap:24px}
@media(max-width:600px){ul.products li{width:calc(50% - 15px)}.banner p{font-size:27px;margin:0 20px 40px}.site-header{padding:12px 16px}.entry{padding-left:16px;padding-right:16px}}
"""

JS = """
document.querySelector('.toggle').addEventListener('click',function(){document.body.classList.toggle('menu-open')});
document.querySelector('.skygge').addEventListener('click',function(){document.body.classList.remove('menu-open')});
document.querySelectorAll('.har-barn').forEach(function(a){a.addEventListener('click',function(e){e.preventDefault();a.nextElementSibling.classList.toggle('vis')})});
"""


def bag(key: str) -> str:
    """Draw a coffee bag."""
    hue = 15 + len(key) * 23 % 200
    return f'<svg class="bag" viewBox="0 0 100 100"><rect width="100" height="100" fill="#f3eee8"/><path d="M30 18h40l4 66H26z" fill="hsl({hue},35%,45%)"/><rect x="38" y="42" width="24" height="20" fill="#fff"/></svg>'


@dataclass
class App(Shop):
    """Røykstua kaffebrenneri."""

    def _page(self, r: Request, title: str, entry: str, home: bool = False, head: str = "") -> Response:
        n = sum(x["n"] for x in r.session.get("kurv", []))
        banner = (
            '<div class="banner"><p>Brent på bål siden 1932. Drukket ved bålet siden dagen etter.</p></div>'
            if home
            else ""
        )
        return html(f"""<!DOCTYPE html><html lang="nb-NO"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} – Røykstua</title><style>{CSS}</style>{head}</head>
<body class="{"home" if home else "inner"}"><header class="site-header"><div class="toggle" tabindex="0"><i></i><i></i><i></i></div><a class="site-title" href="/">RØYKSTUA</a><a class="cart-contents" href="/handlekurv/" title="Vis handlekurven">{n} varer</a></header>
<div class="off"><a class="har-barn" href="#">Butikk</a><div class="sub-menu"><a href="/produktkategori/kaffe/">Kaffe</a><a href="/produktkategori/utstyr/">Utstyr</a></div><a href="/brenneriet/">Brenneriet</a><a href="/angrerett/">Angrerett</a></div><div class="skygge"></div>
{banner}<div class="entry">{entry}</div><footer class="site-footer"><span>Røykstua AS, Elvegata 2, 7012 Trondheim</span><a href="mailto:kaffe@roykstua.example">kaffe@roykstua.example</a><a href="/angrerett/">Kjøp og angrerett</a><a href="/personvern/">Personvern</a></footer><script>{JS}</script></body></html>""")

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        cart: list[dict[str, object]] = r.session.setdefault("kurv", [])
        part = [p for p in r.path.split("/") if p]
        if not part:
            return self._page(
                r,
                "Kaffebrenneri i Trondheim",
                "<h2>Vi brenner på torsdager</h2><p>Hver torsdag fyrer Sigrid opp ovnen klokka fem. Bestiller du før onsdag kveld, får du kaffe som ennå er varm.</p>",
                True,
            )
        if part[0] == "produktkategori":
            cards = "".join(
                f'<li><a href="/produkt/{k}/">{bag(k)}<h3>{s["navn"]}</h3><span>kr {s["pris"]}</span></a></li>'
                for k, s in SHELF.items()
                if s["gruppe"] == part[-1]
            )
            return self._page(r, part[-1].title(), f"<h1>{part[-1].title()}</h1><ul class='products'>{cards}</ul>")
        if part[0] == "produkt" and part[-1] in SHELF:
            return self._product(r, part[-1], cart)
        if part[0] == "handlekurv":
            if r.query.get("fjern", "").isdigit() and int(r.query["fjern"]) < len(cart):
                cart.pop(int(r.query["fjern"]))
            rows = "".join(
                f"<p><a href='?fjern={i}' aria-label='Fjern'>×</a> {x['navn']} {x['valg']} – kr {x['pris']}</p>"
                for i, x in enumerate(cart)
            )
            return self._page(
                r,
                "Handlekurv",
                f"<h1>Handlekurv</h1>{rows}"
                + (
                    "<a class='button' href='/kassen/'>Gå videre til betaling</a>"
                    if cart
                    else "<p>Kurven er tom akkurat nå.</p>"
                ),
            )
        if part[0] == "kassen":
            return self._checkout(r, cart)
        texts = {
            "angrerett": "<h1>Angrerett</h1><p>Du kan angre kjøpet i 14 dager etter at du har mottatt varen. Bruk angreskjemaet eller skriv til oss. Nybrent kaffe i åpnet pose tas ikke i retur. Du betaler returfrakten.</p>",
            "brenneriet": "<h1>Brenneriet</h1><p>Tre ovner, fire folk og en hund.</p>",
            "personvern": "<h1>Personvern</h1><p>Vi lagrer bare det vi trenger for å sende varene.</p>",
        }
        return self._page(r, part[0].title(), texts[part[0]]) if part[0] in texts else Response("Fant ikke siden", 404)

    def _product(self, r: Request, key: str, cart: list[dict[str, object]]) -> Response:
        s = SHELF[key]
        note = ""
        choices: list[str] = s["valg"]
        if r.method == "POST" and (not choices or r.form.get("maling") in choices):
            cart.append({"navn": s["navn"], "pris": s["pris"], "valg": r.form.get("maling", ""), "n": 1})
            note = f"<div class='woo-message' role='alert'>«{s['navn']}» er lagt til i handlekurven. <a href='/handlekurv/'>Se handlekurv</a></div>"
        pick = (
            "<p><select name='maling' required><option value=''>Velg malingsgrad</option>"
            + "".join(f"<option>{c}</option>" for c in choices)
            + "</select></p>"
            if choices
            else ""
        )
        ld = json.dumps(
            {
                "@context": "https://schema.org/",
                "@graph": [
                    {
                        "@type": "Product",
                        "name": s["navn"],
                        "offers": [
                            {
                                "@type": "Offer",
                                "price": str(s["pris"]),
                                "priceCurrency": "NOK",
                                "availability": "https://schema.org/InStock",
                            }
                        ],
                    }
                ],
            }
        )
        return self._page(
            r,
            str(s["navn"]),
            f"{note}<div style='max-width:420px'>{bag(key)}</div><h1>{s['navn']}</h1><p>kr {s['pris']}</p><p>{s['smak']}</p><form method='post'>{pick}<button class='button' type='submit'>Legg i handlekurv</button></form>",
            head=f'<script type="application/ld+json">{ld}</script>',
        )

    def _checkout(self, r: Request, cart: list[dict[str, object]]) -> Response:
        if not cart:
            return redirect("/handlekurv/")
        if r.method == "POST" and r.form.get("billing_email"):
            self.orders += 1
            self.accounts += "createaccount" in r.form
            cart.clear()
            return self._page(r, "Takk", "<h1>Takk! Vi har mottatt bestillingen.</h1>")
        names = {
            "first_name": "Fornavn",
            "last_name": "Etternavn",
            "address_1": "Gateadresse",
            "postcode": "Postnummer",
            "city": "Poststed",
            "phone": "Telefon",
            "email": "E-postadresse",
        }
        rows = "".join(
            f"<p class='form-row'><label>{t} *<br><input name='billing_{k}' type='{'email' if k == 'email' else 'text'}' required></label></p>"
            for k, t in names.items()
        )
        return self._page(
            r,
            "Kassen",
            f"<h1>Kassen</h1><form method='post'>{rows}<p><label><input type='checkbox' name='createaccount' value='1' checked> Opprett en konto?</label></p><p><label>Bestillingsnotater<br><textarea name='order_comments'></textarea></label></p>"
            "<p><label><input type='radio' name='pm' value='vipps' checked> Vipps</label> <label><input type='radio' name='pm' value='kort'> Bankkort</label></p><button class='button'>Legg inn bestilling</button></form>",
        )
