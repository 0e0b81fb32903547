"""Lists of this Finnish grocery shop have quick add buttons with steppers, so the shortest way skips the product page.

Cards carry "+ Koriin", after one press it turns into "− 1 +"; the product page is behind the name; a delivery slot in the header links to checkout.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

FOODS: list[dict[str, object]] = [
    {"ean": "6410001", "nimi": "Ruisreikäleipä 4 kpl", "os": "leivat", "snt": 269, "kg": "6,73 €/kg", "on": True},
    {"ean": "6410002", "nimi": "Maalaispiimä 1 l", "os": "maito", "snt": 145, "kg": "1,45 €/l", "on": True},
    {"ean": "6410003", "nimi": "Karjalanpiirakka 10 kpl", "os": "leivat", "snt": 389, "kg": "5,56 €/kg", "on": True},
    {"ean": "6410004", "nimi": "Leipäjuusto 250 g", "os": "maito", "snt": 455, "kg": "18,20 €/kg", "on": True},
    {"ean": "6410005", "nimi": "Puolukkahillo 400 g", "os": "hillot", "snt": 329, "kg": "8,23 €/kg", "on": True},
    {"ean": "6410006", "nimi": "Lakkahillo 200 g", "os": "hillot", "snt": 790, "kg": "39,50 €/kg", "on": False},
]
BY = {str(f["ean"]): f for f in FOODS}
SHELVES = {"leivat": "Leivät ja leivonnaiset", "maito": "Maitotuotteet", "hillot": "Hillot ja säilykkeet"}

CSS = """
*{box-sizing:border-box}body{margin:0;font:15px/1.45 Roboto,Arial,sans-serif;background:#f6f6f2;color:#202a1e}.kl-head{background:#fff;border-bottom:3px solid #d8232a;position:sticky;top:0;z-index:5}
.kl-head__in{max-width:1240px;margin:0 auto;display:flex;align-items:center;gap:18px;padding:12px 20px;flex-wrap:wrap}.kl-head__name{font-weight:800;font-size:22px;color:#d8232a;text-decoration:none}.kl-head__q{flex:1;min-width:180px}.kl-head__q input{width:100%;padding:10px 14px;border:1px solid #bbb;border-radius:22px}
.kl-pill{background:#eef3ea;border-radius:20px;padding:9px 16px;text-decoration:none;color:inherit;font-size:14px}.kl-pill--red{background:#d8232a;color:#fff}.kl-cols{max-width:1240px;margin:20px auto;display:flex;gap:24px;padding:0 20px}
.kl-side{width:220px;flex:none}.kl-side a{display:block;padding:9px 12px;color:inherit;text-decoration:none;border-radius:6px}.kl-side a:hover{background:#e9ede4}.kl-grid{flex:1;display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:14px;align-content:start}
.kl-item{background:#fff;border-radius:10px;padding:14px;display:flex;flex-direction:column}.kl-item svg{width:100%;height:110px}.kl-item__n{color:inherit;text-decoration:none;flex:1;margin:8px 0}.kl-item__p{font-size:19px;font-weight:700}.kl-q{display:flex;margin-top:10px}
.kl-q button{flex:1;background:#1f7a3f;color:#fff;border:0;border-radius:6px;padding:10px;font:inherit;cursor:pointer}.kl-q span{flex:1;text-align:center;padding-top:9px}.kl-box{background:#fff;border-radius:10px;padding:24px;flex:1}.kl-line{display:flex;gap:12px;padding:10px 0;border-bottom:1px solid #e3e6df}.kl-line span:first-child{flex:1}
.kl-btn{background:#d8232a;color:#fff;border:0;padding:13px 28px;border-radius:6px;font:inherit;text-decoration:none;display:inline-block;cursor:pointer}.kl-form label{display:block;margin-bottom:12px}.kl-form input:not([type=radio]):not([type=checkbox]),.kl-form select{display:block;width:100%;max-width:420px;padding:10px;border:1px solid #aaa;border-radius:6px}
.kl-foot{background:#202a1e;color:#dfe6da;padding:26px;margin-top:40px}.kl-foot a{color:#fff;margin-right:16px}@media(max-width:760px){.kl-cols{display:block;padding:0 12px}.kl-side{width:auto;display:flex;overflow-x:auto;white-space:nowrap;margin-bottom:12px}.kl-grid{grid-template-columns:1fr 1fr}}
"""

JS = """
const lasku=document.querySelector('#kl-summa');
function piirra(box,n){box.innerHTML=n?`<button data-d="-1" aria-label="Vähennä">−</button><span>${n}</span><button data-d="1" aria-label="Lisää yksi">+</button>`:`<button data-d="1">+ Koriin</button>`}
document.querySelectorAll('.kl-q').forEach(b=>{piirra(b,+b.dataset.n);b.addEventListener('click',async e=>{const d=e.target.dataset.d;if(!d)return;e.target.disabled=true;
 const r=await fetch('/kori/muuta',{method:'POST',headers:{'Content-Type':'application/x-www-form-urlencoded'},body:'ean='+b.dataset.ean+'&d='+d});const j=await r.json();piirra(b,j.n);lasku.textContent=j.yht;
 const t=document.querySelector('#kl-elava');t.textContent=j.n?'Korissa '+j.n+' kpl':'Poistettu korista'})});
"""


def eur(cents: int) -> str:
    """Write a price."""
    return f"{cents / 100:.2f} €".replace(".", ",")


@dataclass
class App(Shop):
    """Kyläluoti, a village grocer."""

    def _sum(self, cart: dict[str, int]) -> int:
        return sum(int(str(BY[k]["snt"])) * n for k, n in cart.items())

    def _page(self, cart: dict[str, int], title: str, inner: str) -> Response:
        side = "".join(f'<a href="/hylly/{k}">{v}</a>' for k, v in SHELVES.items())
        return html(f"""<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{title} | Kyläluoti</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>{CSS}</style></head><body>
<header class="kl-head"><div class="kl-head__in"><a class="kl-head__name" href="/">Kyläluoti</a><form class="kl-head__q" action="/haku"><input type="search" name="q" placeholder="Mitä laitetaan ruoaksi?"></form>
<a class="kl-pill" href="/tilaus">Toimitus: valitse aika</a><a class="kl-pill kl-pill--red" href="/kori" aria-label="Kori">Kori <span id="kl-summa">{eur(self._sum(cart))}</span></a></div></header>
<div class="kl-cols"><nav class="kl-side" aria-label="Hyllyt">{side}</nav>{inner}</div><div id="kl-elava" aria-live="polite" style="position:absolute;left:-999px"></div>
<footer class="kl-foot"><a href="/ohje/palautus">Palautukset</a><a href="/ohje/toimitus">Toimitusalue</a> Kyläluoti Oy, Kauppatie 1, 62800 Vimpeli · <a href="tel:+358655512340">(06) 555 12340</a> · arkisin 8–18, la 9–15 ·
<a href="https://wa.me/358655512340">WhatsApp</a></footer><script>{JS}</script></body></html>""")

    def _stepper(self, ean: str, cart: dict[str, int]) -> str:
        return (
            f'<div class="kl-q" data-ean="{ean}" data-n="{cart.get(ean, 0)}"></div>'
            if BY[ean]["on"]
            else "<p>Ei saatavilla juuri nyt</p>"
        )

    def _grid(self, foods: list[dict[str, object]], cart: dict[str, int]) -> str:
        return (
            '<div class="kl-grid">'
            + "".join(
                f'<article class="kl-item"><svg viewBox="0 0 80 50"><rect x="20" y="8" width="40" height="36" rx="6" fill="hsl({int(str(f["snt"])) % 360},50%,70%)"/></svg><a class="kl-item__n" href="/tuote/{f["ean"]}">{f["nimi"]}</a>'
                f'<span class="kl-item__p">{eur(int(str(f["snt"])))}</span><small>{f["kg"]}</small>{self._stepper(str(f["ean"]), cart)}</article>'
                for f in foods
            )
            + "</div>"
        )

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        cart: dict[str, int] = r.session.setdefault("kori", {})
        part = [p for p in r.path.split("/") if p]
        if not part:
            return self._page(cart, "Ruokakauppa kotiovelle", self._grid(FOODS[:4], cart))
        if part[0] == "hylly":
            return self._page(
                cart, SHELVES.get(part[-1], "Hylly"), self._grid([f for f in FOODS if f["os"] == part[-1]], cart)
            )
        if part[0] == "haku":
            return self._page(
                cart,
                "Haku",
                self._grid([f for f in FOODS if r.query.get("q", "").lower() in str(f["nimi"]).lower()], cart),
            )
        if part[0] == "tuote" and part[-1] in BY:
            f = BY[part[-1]]
            return self._page(
                cart,
                str(f["nimi"]),
                f"<div class='kl-box'><h1>{f['nimi']}</h1><p class='kl-item__p'>{eur(int(str(f['snt'])))}</p><p>{f['kg']} · EAN {f['ean']}</p><div style='max-width:220px'>{self._stepper(part[-1], cart)}</div><h3>Tuotetiedot</h3><p>Valmistettu Etelä-Pohjanmaalla.</p></div>",
            )
        if r.path == "/kori/muuta" and r.method == "POST" and r.form.get("ean") in BY and BY[r.form["ean"]]["on"]:
            ean = r.form["ean"]
            cart[ean] = max(0, cart.get(ean, 0) + (1 if r.form.get("d") == "1" else -1))
            n = cart[ean]
            if not n:
                del cart[ean]
            return json_response({"n": n, "yht": eur(self._sum(cart))})
        if part[0] == "kori":
            lines = "".join(
                f"<div class='kl-line'><span>{BY[k]['nimi']}</span><div style='width:170px'>{self._stepper(k, cart)}</div><b>{eur(int(str(BY[k]['snt'])) * n)}</b></div>"
                for k, n in cart.items()
            )
            go = (
                "<p><a class='kl-btn' href='/tilaus'>Jatka tilaukseen</a></p>"
                if cart
                else "<p>Kori odottaa täyttäjäänsä.</p>"
            )
            return self._page(cart, "Kori", f"<div class='kl-box'><h1>Kori</h1>{lines}{go}</div>")
        if part[0] == "ohje":
            text = (
                "<h1>Palautukset</h1><p>Säilyviä tuotteita voit palauttaa 14 päivän kuluessa toimituksesta avaamattomina. Tuoretuotteita emme ota takaisin, mutta virheellisen tuotteen hyvitämme aina. Kuljettaja ottaa palautuksen mukaansa maksutta.</p>"
                if part[-1] == "palautus"
                else "<h1>Toimitusalue</h1><p>Vimpeli, Alajärvi ja Lappajärvi. Kuljetus 4,90 €.</p>"
            )
            return self._page(cart, "Ohje", f"<div class='kl-box'>{text}</div>")
        if part[0] == "tilaus":
            return self._order(r, cart)
        return Response("Ei löydy", 404)

    def _order(self, r: Request, cart: dict[str, int]) -> Response:
        if not cart:
            return redirect("/kori")
        if r.method == "POST" and r.form.get("katu"):
            self.orders += 1
            cart.clear()
            return self._page(cart, "Kiitos", "<div class='kl-box'><h1>Kiitos, keräämme ostoksesi!</h1></div>")
        texts = [
            ("etu", "Etunimi"),
            ("suku", "Sukunimi"),
            ("katu", "Toimitusosoite"),
            ("nro", "Postinumero"),
            ("puh", "Puhelinnumero"),
            ("mail", "Sähköpostiosoite"),
        ]
        rows = "".join(f"<label>{t}<input name='{k}' required></label>" for k, t in texts)
        return self._page(
            cart,
            "Tilaus",
            f"<div class='kl-box'><h1>Kotiinkuljetus</h1><form class='kl-form' method='post'>{rows}<label>Toimitusaika<select name='aika'><option>Tänään 16–18</option><option>Huomenna 10–12</option></select></label>"
            "<label><input type='checkbox' name='korvaa' value='1' checked> Puuttuvan tuotteen saa korvata vastaavalla</label><p><label><input type='radio' name='m' checked> Maksukortti kuljettajalle</label><label><input type='radio' name='m'> Käteinen</label>"
            "<label><input type='radio' name='m'> Lasku</label></p><button class='kl-btn'>Lähetä tilaus kauppaan</button></form></div>",
        )
