"""A modal covers the page after adding: go on shopping, or go to checkout; it does not list the line.

Finnish bakery supplies with Knockout-like data attributes; the header's cart link lies beneath the modal's backdrop.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

GOODS = {
    "pullapitko-vuoka": ("Pitkovuoka 30 cm", 16.9, "vuoat"),
    "joulutorttumuotti": ("Joulutorttumuotti", 5.5, "muotit"),
    "piparimuotti-hirvi": ("Piparimuotti hirvi", 4.9, "muotit"),
    "kakkuvuoka-22": ("Irtopohjavuoka 22 cm", 21.5, "vuoat"),
    "vaaka-leipuri": ("Keittiövaaka Leipuri", 39.9, "koneet"),
}
SECTIONS = {"vuoat": "Vuoat", "muotit": "Muotit", "koneet": "Koneet ja vaa'at"}
CSS = """body{margin:0;font:16px/1.5 Quicksand,Arial,sans-serif;color:#40323a}.u-bar{display:flex;gap:20px;
align-items:center;padding:14px 26px;
background:#f6d5dd;flex-wrap:wrap}.u-bar a{color:#40323a;text-decoration:none}.u-bar .u-end{margin-left:auto}
.u-brand{font-size:24px;font-weight:700}
.u-cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(160px,1fr));gap:20px;padding:24px}
.u-body{max-width:860px;margin:0 auto;padding:24px}
.u-key{background:#b33a5e;color:#fff;border:0;border-radius:8px;padding:14px 26px;font:inherit;cursor:pointer;
text-decoration:none;display:inline-block}
.u-key.is-quiet{background:#fff;color:#b33a5e;border:1px solid #b33a5e}.u-veil{position:fixed;inset:0;
background:#40323acc;display:none;
align-items:center;justify-content:center;z-index:50}.u-veil.is-on{display:flex}.u-box{background:#fff;
border-radius:14px;padding:30px;max-width:420px;
width:88%;text-align:center}.u-box .u-key{margin:6px}.u-line{display:flex;justify-content:space-between;
border-bottom:1px solid #eee;padding:10px 0}
.u-in{display:block;margin-bottom:12px}.u-in input,.u-in select{display:block;width:100%;box-sizing:border-box;
padding:10px;font:inherit}
.u-base{background:#f9eef1;padding:24px 26px}.u-burger{display:none}@media(max-width:620px){.u-burger{display:block;
background:none;border:0;
font-size:22px}.u-links{display:none}.u-links.is-on{display:block;flex-basis:100%;order:9}.u-links a{display:block;
padding:8px 0}
.u-cards{grid-template-columns:1fr 1fr;padding:14px;gap:14px}}"""


def fi(x: float) -> str:
    """Write a price."""
    return f"{x:.2f}".replace(".", ",") + " €"


class App(Shop):
    """Leivontapuoti Kaneli."""

    def page(self, request: Request, title: str, inner: str) -> Response:
        """Render."""
        n = len(request.session.get("t", []))
        links = " ".join(f'<a href="/osastot/{k}">{v}</a>' for k, v in SECTIONS.items())
        return html(f"""<!doctype html><html lang="fi-FI"><head><meta charset="utf-8"><title>{title} | Kaneli</title>
<meta name="viewport"
content="width=device-width, initial-scale=1"><style>{CSS}</style></head><body><div class="u-bar"><button
class="u-burger" aria-label="Valikko"
onclick="document.querySelector('.u-links').classList.toggle('is-on')">☰</button><a class="u-brand" href="/">Kaneli</a>
<span class="u-links">{links}
<a href="/asiakaspalvelu">Asiakaspalvelu</a></span><a class="u-end" href="/kori">🛍 Kori <span data-bind="maara">{n}
</span></a></div>{inner}
<div class="u-base">Leivontapuoti Kaneli · <a href="/asiakaspalvelu">Asiakaspalvelu ja palautukset</a></div></body>
</html>""")

    def cards(self, section: str = "") -> str:
        """List goods."""
        out = "".join(
            f'<div><a href="/tuotteet/{k}">{self.tin(k)}<br>{n}</a><br><strong>{fi(p)}</strong></div>'
            for k, (n, p, s) in GOODS.items()
            if section in ("", s)
        )
        return f'<div class="u-cards">{out}</div>'

    @staticmethod
    def tin(k: str) -> str:
        """Draw a tin."""
        return (
            f'<svg viewBox="0 0 100 80" width="100%" role="img" aria-label="{GOODS[k][0]}"><rect width="100" '
            f'height="80" fill="#fbf3f5"/><path '
            f'd="M18 30h64l-8 34H26z" fill="hsl({len(k) * 23 % 360} 25% 60%)"/></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        items = request.session.setdefault("t", [])
        where, _, rest = request.path.strip("/").partition("/")
        if where == "":
            return self.page(request, "Etusivu", '<div class="u-body"><h1>Leivo itse</h1></div>' + self.cards())
        if where == "osastot" and rest in SECTIONS:
            return self.page(
                request, SECTIONS[rest], f'<div class="u-body"><h1>{SECTIONS[rest]}</h1></div>{self.cards(rest)}'
            )
        if where == "tuotteet" and rest in GOODS:
            return self.product(request, rest)
        if where == "kori" and request.method == "POST":
            if rest == "uusi" and (request.json or {}).get("tuote") in GOODS:
                items.append(request.json["tuote"])
                return json_response({"maara": len(items)})
            items.clear()
            return redirect("/kori")
        return self.rest(request, where)

    def product(self, request: Request, key: str) -> Response:
        """Show one product and the modal that waits."""
        name, price, _ = GOODS[key]
        return self.page(
            request,
            name,
            f"""<div class="u-body"><div style="max-width:340px">{self.tin(key)}</div><h1>{name}</h1><p
style="font-size:22px">{fi(price)}</p>
<button class="u-key" data-click="lisaa">Lisää koriin</button><p>Varastossa. Toimitus 1–3 arkipäivää.</p><h2>Asiakkaiden
arviot</h2>
<p>★★★★★ Erinomainen! <i>Pirjo, 12.3.</i></p></div><div class="u-veil" data-show="avoin"><div class="u-box"
role="dialog" aria-modal="true"><h3>Tuote
lisättiin koriin!</h3><button class="u-key is-quiet" data-click="jatka">Jatka ostoksia</button><a class="u-key"
href="/kassa">Siirry kassalle</a></div>
</div><script>const on=(n,f)=>document.querySelector('[data-click='+n+']').addEventListener('click',f),
v=document.querySelector('[data-show=avoin]');
on('lisaa',async()=>{{const r=await fetch('/kori/uusi',{{method:'POST',headers:{{'Content-Type':'application/json'}},
body:JSON.stringify({{tuote:'{key}'}})}});const d=await r.json();
document.querySelector('[data-bind=maara]').textContent=d.maara;
setTimeout(()=>v.classList.add('is-on'),200)}});on('jatka',()=>v.classList.remove('is-on'));</script>""",
        )

    def rest(self, request: Request, where: str) -> Response:
        """Answer the cart, the checkout and customer service."""
        items = request.session["t"]
        total = sum(GOODS[k][1] for k in items)
        if where == "kori":
            rows = "".join(
                f'<div class="u-line"><span>{GOODS[k][0]}</span><b>{fi(GOODS[k][1])}</b></div>' for k in items
            )
            more = (
                f'<p>Yhteensä {fi(total)}</p><form method="post" action="/kori/tyhjenna"><button class="u-key '
                f'is-quiet">Tyhjennä</button></form>'
                '<p><a class="u-key" href="/kassa">Siirry kassalle</a></p>'
            )
            return self.page(
                request, "Kori", f'<div class="u-body"><h1>Kori</h1>{rows + more if items else "Kori on tyhjä."}</div>'
            )
        if where == "kassa" and items:
            if request.method == "POST":
                self.orders += 1
                items.clear()
                return self.page(request, "Kiitos", '<div class="u-body"><h1>Kiitos tilauksestasi!</h1></div>')
            rows = "".join(
                f'<label class="u-in">{n}<input name="i{i}" required></label>'
                for i, n in enumerate(("Sähköposti", "Puhelinnumero", "Nimi", "Osoite", "Postinumero", "Kaupunki"))
            )
            return self.page(
                request,
                "Kassa",
                f"""<div class="u-body"><h1>Kassa</h1><p>Tuotteet {fi(total)}, toimitus 4,90 €</p><form
method="post">{rows}<label class="u-in">Maksutapa
<select name="m"><option>Verkkopankki</option><option>Kortti</option><option>MobilePay</option></select></label><label>
<input type="checkbox"> Haluan
uutiskirjeen</label><p><button class="u-key">Maksa tilaus</button></p></form></div>""",
            )
        if where == "asiakaspalvelu":
            return self.page(
                request,
                "Asiakaspalvelu",
                '<div class="u-body"><h1>Asiakaspalvelu</h1><p>Soita <a href="tel:+358501112233">050 111 2233</a>. '
                "Kaneli Oy, Leipurinkuja 1, 06100 "
                "Porvoo.</p><h2>Palautukset</h2><p>Palautusaika on 14 päivää tuotteen saapumisesta. Palauta tuote "
                "puhtaana ja käyttämättömänä "
                "Matkahuollon asiakaspalautuksella (5,90 €, vähennetään hyvityksestä). Rahat palautetaan 14 päivän "
                "sisällä.</p></div>",
            )
        return html("Sivua ei ole", 404)
