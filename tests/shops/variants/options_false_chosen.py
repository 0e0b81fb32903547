"""The first length looks chosen from the start (ring and name shown), yet the hidden field behind it is empty.

Norwegian ski shop in a PrestaShop-like theme; pressing the ringed tile really chooses it, adding without that is
refused.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

SKIS = {
    "7-fjellski-jotun": ("Fjellski Jotun", 3499, "ski", ["170 cm", "180 cm", "190 cm"]),
    "8-langrennsski-birk": ("Langrennsski Birk", 2799, "ski", ["185 cm", "195 cm", "205 cm"]),
    "9-staver-karbon": ("Skistaver Karbon", 899, "staver", ["135 cm", "145 cm", "155 cm"]),
    "12-skistovler-myr": ("Skistøvler Myr", 1699, "sko", ["40", "42", "44"]),
}
TREE = {"ski": "Ski", "staver": "Staver", "sko": "Skistøvler"}
CSS = """body{margin:0;font:16px/1.5 Manrope,Arial,sans-serif;color:#232323;background:#f6f6f6}
.header-top{background:#fff;padding:16px 30px;display:flex;
gap:24px;align-items:center;flex-wrap:wrap}.header-top a{color:#232323;text-decoration:none}.blockcart{margin-left:auto;
background:#e8f0f5;padding:10px 16px}
.products{display:grid;grid-template-columns:repeat(4,1fr);gap:20px;max-width:1080px;margin:0 auto;padding:24px}
.product-miniature{background:#fff;padding:12px}
.product-miniature a{color:inherit;text-decoration:none}.product-container{max-width:1000px;margin:24px auto;
background:#fff;padding:26px;display:grid;
grid-template-columns:1fr 1fr;gap:36px}.combo{display:flex;gap:10px;margin:8px 0}.combo span{border:1px solid #bbb;
padding:10px 16px;cursor:pointer}
.combo span.active{border:2px solid #24b9d7;color:#24b9d7}.btn-primary{background:#24b9d7;color:#fff;border:0;
padding:14px 26px;font:inherit;
text-transform:uppercase;cursor:pointer;text-decoration:none;display:inline-block}.alert-danger{background:#fbe3e4;
color:#8a1f11;padding:10px 14px;
margin-top:12px;display:none}.wrapper{max-width:760px;margin:24px auto;background:#fff;padding:26px}.form-group{margin:0
0 12px}.form-group label{
display:block}.form-group input,.form-group select{width:100%;box-sizing:border-box;padding:10px;font:inherit}
#footer{padding:24px 30px;background:#fff}
@media(max-width:700px){.products{grid-template-columns:1fr 1fr;padding:14px}
.product-container{grid-template-columns:1fr;padding:16px;margin:10px}
.combo{flex-wrap:wrap}.header-top{padding:12px 14px;gap:12px}.blockcart{margin-left:0}}"""


class App(Shop):
    """Jotun Sport."""

    def tpl(self, request: Request, title: str, inner: str) -> Response:
        """Render a template."""
        n = len(request.session.get("cart", []))
        menu = " ".join(f'<a href="/{i}-{k}">{v}</a>' for i, (k, v) in enumerate(TREE.items(), 3))
        return html(f"""<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>{title}</title><meta
name="viewport"
content="width=device-width, initial-scale=1"><style>{CSS}</style></head><body><div class="header-top"><a href="/">
<b>JOTUN SPORT</b></a>{menu}
<a class="blockcart" href="/handlekurv">Handlekurv <span class="cart-products-count">({n})</span></a></div>{inner}<div
id="footer"><a
href="/content/2-retur">Retur og reklamasjon</a> · <a href="/kontakt-oss">Kontakt oss</a> · Jotun Sport AS, Storgata 20,
 2670 Otta</div></body></html>""")

    def miniatures(self, cat: str = "") -> str:
        """List products."""
        out = "".join(
            f'<article class="product-miniature"><a href="/{k}.html">{self.ski(i)}<h2 style="font-size:17px">{n}</h2>'
            f"</a>kr {p},00</article>"
            for i, (k, (n, p, c, _)) in enumerate(SKIS.items())
            if cat in ("", c)
        )
        return f'<div class="products">{out}</div>'

    @staticmethod
    def ski(i: int) -> str:
        """Draw a pair of skis."""
        return (
            f'<svg viewBox="0 0 100 120" width="100%" role="img" aria-label="Bilde"><rect width="100" height="120" '
            f'fill="#eef3f6"/><path '
            f'd="M38 110V22q5-14 10 0v88zM54 110V22q5-14 10 0v88z" fill="hsl({190 + i * 45} 45% 40%)"/></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        cart = request.session.setdefault("cart", [])
        path = request.path.strip("/")
        slug = path.removesuffix(".html")
        if path == "":
            return self.tpl(
                request, "Jotun Sport", '<h1 style="padding:0 30px">Klar for vinteren</h1>' + self.miniatures()
            )
        if slug in SKIS:
            return self.product(request, slug)
        if path.split("-")[-1] in TREE:
            return self.tpl(request, TREE[path.split("-")[-1]], self.miniatures(path.split("-")[-1]))
        if path == "handlekurv/legg-til" and request.method == "POST":
            key, value = request.form.get("id_product", ""), request.form.get("group", "")
            if key not in SKIS or value not in SKIS[key][3]:
                return json_response(
                    {"hasError": True, "errors": ["Velg lengde eller størrelse før du legger varen i handlekurven."]}
                )
            cart.append((key, value))
            return json_response({"hasError": False, "count": len(cart)})
        return self.front(request, path)

    def product(self, request: Request, slug: str) -> Response:
        """Show one product whose first value wears the ring."""
        name, price, _, values = SKIS[slug]
        tiles = "".join(
            f'<span class="{"active" if i == 0 else ""}" tabindex="0" data-value="{v}">{v}</span>'
            for i, v in enumerate(values)
        )
        return self.tpl(
            request,
            name,
            f"""<div class="product-container"><div>{self.ski(list(SKIS).index(slug))}</div><div><h1>{name}</h1><p
style="font-size:24px">kr {price},00
</p><form id="add-form"><input type="hidden" name="id_product" value="{slug}"><input type="hidden" name="group"
value=""><div>Valgt: <b id="valgt">
{values[0]}</b></div><div class="combo">{tiles}</div><button class="btn-primary">Legg i handlekurv</button><div
class="alert-danger" role="alert"></div>
<p id="kvittering" hidden>Varen ligger i handlekurven. <a href="/handlekurv">Vis handlekurv</a></p></form><p>Stålkanter,
 smørefrie felter. På lager.</p>
</div></div><script>(function(){{var f=document.getElementById('add-form'),a=f.querySelector('.alert-danger');
f.querySelectorAll('.combo span').forEach(
function(s){{s.onclick=function(){{f.querySelectorAll('.combo span').forEach(function(o){{o.className=''}});
s.className='active';f.group.value=
s.dataset.value;document.getElementById('valgt').textContent=s.dataset.value;a.style.display='none'}}}});
f.onsubmit=function(e){{e.preventDefault();
fetch('/handlekurv/legg-til',{{method:'POST',body:new URLSearchParams(new FormData(f))}}).then(function(r){{
return r.json()}}).then(function(d){{
if(d.hasError){{a.textContent=d.errors[0];a.style.display='block';return}}
document.querySelector('.cart-products-count').textContent='('+d.count+')';
document.getElementById('kvittering').hidden=false}})}}}})()</script>""",
        )

    def front(self, request: Request, path: str) -> Response:
        """Answer cart, order and content pages."""
        cart = request.session["cart"]
        total = sum(SKIS[k][1] for k, _ in cart)
        if path == "handlekurv":
            if request.method == "POST":
                cart.clear()
                return redirect("/handlekurv")
            rows = "".join(f"<p>{SKIS[k][0]} ({v}) <b>kr {SKIS[k][1]},00</b></p>" for k, v in cart)
            more = (
                f'<p>Totalt kr {total},00</p><form method="post"><button>Tøm</button></form><p><a '
                f'class="btn-primary" href="/bestilling">Til kassen</a></p>'
            )
            return self.tpl(
                request,
                "Handlekurv",
                f'<div class="wrapper"><h1>Handlekurv</h1>{rows + more if cart else "Kurven er tom."}</div>',
            )
        if path == "bestilling" and cart:
            if request.method == "POST":
                self.orders += 1
                self.accounts += bool(request.form.get("password"))
                cart.clear()
                return self.tpl(request, "Takk", '<div class="wrapper"><h1>Takk for bestillingen</h1></div>')
            rows = "".join(
                f'<div class="form-group"><label>{t}<input name="o{i}" required></label></div>'
                for i, t in enumerate(("Fornavn", "Etternavn", "E-post", "Adresse", "Postnummer", "Poststed", "Mobil"))
            )
            return self.tpl(
                request,
                "Bestilling",
                f"""<div class="wrapper"><h1>Bestilling</h1><p>Har du allerede en konto? <a href="/logg-inn">Logg
inn</a></p><form method="post">{rows}
<div class="form-group"><label>Opprett en konto (valgfritt) <input type="password" name="password"
placeholder="Passord"></label></div><h3>Betaling</h3>
<p><label><input type="radio" name="b" checked> Vipps</label></p><p><label><input type="radio" name="b"> Visa /
Mastercard</label></p><p><label><input
type="checkbox" required> Jeg godtar salgsvilkårene</label></p><button class="btn-primary">Bestill med
betalingsplikt</button></form></div>""",
            )
        texts = {
            "content/2-retur": "<h1>Retur og reklamasjon</h1><p>Du har 30 dagers returrett på ubrukt utstyr. Fyll ut "
            "angreskjemaet som ligger i pakken og "
            "send varen i retur. Returfrakt betales av kunden. Pengene refunderes innen 14 dager etter at vi har "
            "mottatt varen.</p>",
            "kontakt-oss": '<h1>Kontakt oss</h1><p>Telefon <a href="tel:+4761230000">61 23 00 00</a>, e-post <a '
            'href="mailto:butikk@jotunsport.example">'
            "butikk@jotunsport.example</a></p><p>Åpningstider: man–fre 10–18, lør 10–15</p>",
            "logg-inn": "<h1>Logg inn</h1><form><input placeholder='E-post'><input type='password'><button>Logg "
            "inn</button></form>",
        }
        if path in texts:
            return self.tpl(request, path, f'<div class="wrapper">{texts[path]}</div>')
        return html("Siden finnes ikke", 404)
