"""A Swedish-speaking Åland boat shop: the wide menu opens by click, parts of pages are swapped by an htmx-like script.

The menu is a button with aria-expanded; its panel is fetched at the first press; the home page shows only services and opening hours,
and the product list comes as a fragment into ``#yta`` while the address is pushed.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

GEAR: dict[str, tuple[str, str, float, str, bool]] = {
    "ankare-75": ("Paraplyankare 7,5 kg", "ankring", 64.9, "Varmförzinkat, för båtar upp till 6 m.", True),
    "lina-12": ("Ankarlina 12 mm, 30 m", "ankring", 48.0, "Blylina de första tio metrarna.", True),
    "fender-f2": ("Fender F2, marin", "fortojning", 29.5, "Blåses upp med vanlig pump.", True),
    "knap-20": ("Knap i rostfritt, 20 cm", "fortojning", 18.9, "AISI 316, fyra skruvhål.", False),
    "vast-50n": ("Flytväst 50 N", "sakerhet", 59.0, "För simkunniga.", True),
    "bloss-3": ("Handbloss, 3-pack", "sakerhet", 34.0, "Hållbarhet fyra år.", True),
}
SIZES = {"vast-50n": ["S 40–60 kg", "M 60–80 kg", "L 80+ kg"]}
SECTIONS = {"ankring": "Ankring", "fortojning": "Förtöjning", "sakerhet": "Säkerhet ombord"}

CSS = """
*,::before,::after{box-sizing:border-box}body{margin:0;font:400 1rem/1.5 "Noto Sans",Arial,sans-serif;color:#212529}.navbar{display:flex;align-items:center;background:#0d3b66;padding:.75rem 1.5rem;position:relative}.navbar a,.navbar button{color:#fff}.navbar-brand{font-size:1.3rem;text-decoration:none;margin-right:2rem}
.nav-link{background:none;border:0;font:inherit;padding:.5rem 1rem;cursor:pointer;text-decoration:none}.ms-auto{margin-left:auto}.dropdown-menu{position:absolute;top:100%;left:0;right:0;background:#faf0ca;display:none;padding:1.5rem;z-index:6}.dropdown-menu.show{display:flex;gap:3rem}.dropdown-menu a{color:#0d3b66;display:block;padding:.25rem 0}
.container{max-width:1100px;margin:0 auto;padding:1.5rem}.row{display:flex;flex-wrap:wrap;margin:0 -.75rem}.col{flex:1 0 220px;padding:.75rem}.card{border:1px solid #dee2e6;border-radius:.4rem;padding:1rem;height:100%}.btn{display:inline-block;border:1px solid #0d3b66;background:#0d3b66;color:#fff;border-radius:.4rem;padding:.6rem 1.3rem;font:inherit;cursor:pointer;text-decoration:none}
.btn-link{background:none;color:#0d3b66;border:0;text-decoration:underline;padding:0}.toast{background:#d1e7dd;padding:.75rem 1rem;border-radius:.4rem;margin-bottom:1rem}.form-label{display:block;margin-bottom:.75rem}.form-control{display:block;width:100%;max-width:430px;padding:.5rem;border:1px solid #adb5bd;border-radius:.4rem;font:inherit}.table td{padding:.5rem 1rem .5rem 0;border-bottom:1px solid #dee2e6}
.busy{opacity:.4}.foot{background:#e9ecef;padding:1.5rem}.toggler{display:none}@media(max-width:767px){.toggler{display:block;border:1px solid #fff;background:none;border-radius:.4rem;padding:.3rem .7rem;margin-left:auto}.coll{display:none;position:absolute;top:100%;left:0;right:0;background:#0d3b66;padding:1rem;z-index:6}.coll.show{display:block}.coll .nav-link{display:block;width:100%;text-align:left}
.coll .dropdown-menu{position:static}.dropdown-menu.show{display:block}}@media(min-width:768px){.coll{display:flex;flex:1}}
"""

JS = """
document.addEventListener('click',async function(e){
 const tg=e.target.closest('.toggler');if(tg){document.querySelector('.coll').classList.toggle('show');return}
 const dd=e.target.closest('[data-panel]');if(dd){const m=document.querySelector('.dropdown-menu');if(!m.innerHTML.trim())m.innerHTML=await(await fetch(dd.dataset.panel,{headers:{'X-Del':'1'}})).text();
  dd.setAttribute('aria-expanded',m.classList.toggle('show'));return}
 const a=e.target.closest('a[data-get]');if(a){e.preventDefault();swap(a.getAttribute('href'))}});
document.addEventListener('submit',function(e){const f=e.target;if(!f.dataset.post)return;e.preventDefault();swap(f.getAttribute('action'),new URLSearchParams(new FormData(f)))});
async function swap(url,body){const y=document.getElementById('yta');y.classList.add('busy');const r=await fetch(url,{method:body?'POST':'GET',body:body,headers:{'X-Del':'1'}});const t=await r.text();
 setTimeout(function(){y.classList.remove('busy');y.innerHTML=t;const n=r.headers.get('X-Korg');if(n!==null)document.getElementById('korgantal').textContent=n;if(!body)history.pushState({},'',url);
 document.querySelector('.dropdown-menu').classList.remove('show');document.querySelector('.coll').classList.remove('show');scrollTo(0,0)},150)}
addEventListener('popstate',function(){location.reload()});
"""


def price(x: float) -> str:
    """Write euros as Åland does."""
    return f"{x:.2f} €".replace(".", ",")


@dataclass
class App(Shop):
    """Östersjöns Båttillbehör."""

    def _answer(self, r: Request, title: str, inner: str) -> Response:
        n = sum(x[2] for x in r.session.get("korg", []))
        if r.headers.get("x-del"):
            return Response(inner, headers=(("X-Korg", str(n)),))
        return html(f"""<!doctype html><html lang="sv-AX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} | Östersjöns Båttillbehör</title><style>{CSS}</style></head><body>
<nav class="navbar"><a class="navbar-brand" href="/">Östersjöns Båttillbehör</a><button class="toggler" aria-label="Visa navigering">≡</button><div class="coll"><button class="nav-link" data-panel="/del/sortiment" aria-expanded="false">Vad vi säljer ▾</button><a class="nav-link" href="/vinterforvaring" data-get>Vinterförvaring</a>
<a class="nav-link" href="/kundinfo" data-get>Kundinfo</a><div class="dropdown-menu"></div><a class="nav-link ms-auto" href="/korg">Korg <span id="korgantal">{n}</span></a></div></nav><main class="container" id="yta">{inner}</main>
<div class="foot">Östersjöns Båttillbehör Ab, Hamngatan 9, AX-22100 Mariehamn. Ring <a href="tel:+35818123450">018 123 450</a>, vardagar 8–17. <a href="/kundinfo">Kundinfo, ångerrätt</a></div><script>{JS}</script></body></html>""")

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        cart: list[list[object]] = r.session.setdefault("korg", [])
        part = [p for p in r.path.split("/") if p]
        if not part:
            boxes = "".join(
                f'<div class="col"><div class="card"><h3>{t}</h3><p>{p}</p></div></div>'
                for t, p in [
                    ("Motorservice", "Boka tid per telefon. Vi hämtar båten vid bryggan."),
                    ("Kranlyft", "Upp till 8 ton, från 95 €."),
                    ("Butiken i Västerhamn", "Öppen vardagar 8–17, lördagar 10–14."),
                ]
            )
            return self._answer(r, "Välkommen ombord", f"<h1>Välkommen ombord</h1><div class='row'>{boxes}</div>")
        if r.path == "/del/sortiment":
            return Response("".join(f'<a href="/avdelning/{k}" data-get>{v}</a>' for k, v in SECTIONS.items()))
        if part[0] == "avdelning" and part[-1] in SECTIONS:
            cards = "".join(
                f'<div class="col"><div class="card"><svg viewBox="0 0 60 40"><circle cx="30" cy="9" r="5" fill="none" stroke="#0d3b66" stroke-width="3"/><path d="M30 14v20M14 24q4 12 16 10q12 2 16-10" fill="none" stroke="#0d3b66" stroke-width="3"/></svg>'
                f'<h4><a href="/artikel/{k}" data-get>{g[0]}</a></h4>{price(g[2])}{"" if g[4] else "<br>Tillfälligt slut"}</div></div>'
                for k, g in GEAR.items()
                if g[1] == part[-1]
            )
            return self._answer(r, SECTIONS[part[-1]], f"<h1>{SECTIONS[part[-1]]}</h1><div class='row'>{cards}</div>")
        if part[0] == "artikel" and part[-1] in GEAR:
            return self._gear(r, part[-1], cart)
        if part[0] == "korg":
            if r.method == "POST" and r.form.get("ut", "").isdigit() and int(r.form["ut"]) < len(cart):
                cart.pop(int(r.form["ut"]))
            rows = "".join(
                f"<tr><td>{GEAR[str(k)][0]} {s}</td><td>{price(GEAR[str(k)][2])}</td><td><form action='/korg' data-post='1'><input type='hidden' name='ut' value='{i}'><button class='btn btn-link'>Ta bort</button></form></td></tr>"
                for i, (k, s, _) in enumerate(cart)
            )
            return self._answer(
                r,
                "Korg",
                f"<h1>Korg</h1><table class='table'>{rows}</table>"
                + (
                    "<p><a class='btn' href='/bestall'>Fortsätt till beställning</a></p>"
                    if cart
                    else "<p>Här är det tomt.</p>"
                ),
            )
        if part[0] == "bestall":
            return self._order(r, cart)
        texts = {
            "vinterforvaring": "<h1>Vinterförvaring</h1><p>Varmt eller kallt, från 38 € per kvadratmeter.</p>",
            "kundinfo": "<h1>Kundinfo</h1><h3>Ångerrätt</h3><p>Du har 14 dagar på dig att ångra ett köp på nätet. Varan returneras oanvänd; returfrakten betalar du. Vi betalar tillbaka inom 14 dagar.</p><h3>Frakt</h3><p>Posten Åland, 7,50 €.</p><h3>Frågor</h3><p><a href='mailto:butik@batttillbehor.example'>butik@batttillbehor.example</a></p>",
        }
        return self._answer(r, part[0].title(), texts[part[0]]) if part[0] in texts else Response("Sidan saknas", 404)

    def _gear(self, r: Request, key: str, cart: list[list[object]]) -> Response:
        name, _, cost, text, stock = GEAR[key]
        sizes, note = SIZES.get(key, []), ""
        if r.method == "POST" and stock and (not sizes or r.form.get("storlek") in sizes):
            cart.append([key, r.form.get("storlek", ""), 1])
            note = f"<div class='toast' role='status'>{name} är tillagd i korgen.</div>"
        pick = (
            "<label class='form-label'>Storlek<select class='form-control' name='storlek' required><option value=''>–</option>"
            + "".join(f"<option>{s}</option>" for s in sizes)
            + "</select></label>"
            if sizes
            else ""
        )
        form = (
            f"<form action='/artikel/{key}' data-post='1'>{pick}<button class='btn'>Lägg i korg</button></form>"
            if stock
            else "<p>Tillfälligt slut. Ring så hör vi med leverantören.</p>"
        )
        return self._answer(r, name, f"{note}<h1>{name}</h1><p>{text}</p><p><strong>{price(cost)}</strong></p>{form}")

    def _order(self, r: Request, cart: list[list[object]]) -> Response:
        if not cart:
            return redirect("/korg")
        if r.method == "POST" and r.form.get("namn") and r.form.get("villkor"):
            self.orders += 1
            cart.clear()
            return self._answer(r, "Tack", "<h1>Tack! Vi hör av oss när paketet går med färjan.</h1>")
        names = [
            ("namn", "Namn", "text"),
            ("adress", "Adress", "text"),
            ("post", "Postnummer och ort", "text"),
            ("tfn", "Telefon", "tel"),
            ("epost", "E-post", "email"),
        ]
        rows = "".join(
            f"<label class='form-label'>{t}<input class='form-control' type='{y}' name='{k}' required></label>"
            for k, t, y in names
        )
        return self._answer(
            r,
            "Beställning",
            f"<h1>Beställning</h1><form method='post' action='/bestall'>{rows}<label class='form-label'>Båtens namn (frivilligt)<input class='form-control' name='bat'></label><fieldset><legend>Så betalar du</legend><label><input type='radio' name='b' checked> Faktura 14 dagar netto</label> <label><input type='radio' name='b'> Nätbank</label></fieldset>"
            "<p><label><input type='checkbox' name='villkor' value='ja' required> Jag har läst villkoren</label></p><button class='btn'>Skicka beställningen</button></form>",
        )
