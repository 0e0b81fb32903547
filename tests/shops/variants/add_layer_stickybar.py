"""On phones the add button lives in a bar stuck to the bottom of the screen and the one in the page is hidden.

Swedish bag maker; the bar slides in only after a little scrolling, and a strip under it tells that the bag was added.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

BAGS = {
    "ryggsack-stig": ("Ryggsäck Stig", 1295, "ryggsackar"),
    "axelvaska-vera": ("Axelväska Vera", 895, "vaskor"),
    "necessar-pelle": ("Necessär Pelle", 345, "smatt"),
    "weekendbag-rut": ("Weekendbag Rut", 1795, "vaskor"),
    "planbok-olle": ("Plånbok Olle", 495, "smatt"),
}
CATS = {"ryggsackar": "Ryggsäckar", "vaskor": "Väskor", "smatt": "Smått & gott"}
CSS = """html{scroll-padding-bottom:90px}body{margin:0;font:16px/1.6 "Nunito Sans",Arial,sans-serif;color:#2c2c2c}
.hd{padding:16px 30px;display:flex;
gap:24px;align-items:center;border-bottom:1px solid #eee}.hd a{color:inherit;text-decoration:none}.hd
.lg{font-size:22px;font-weight:800}
.hd .ca{margin-left:auto}.hd summary{cursor:pointer;list-style:none}.hd details{display:none}.rutor{display:grid;
grid-template-columns:repeat(3,1fr);
gap:28px;max-width:1040px;margin:0 auto;padding:24px 30px}.rutor a{color:inherit;text-decoration:none}
.pr{max-width:1040px;
margin:0 auto;padding:24px 30px;
display:grid;grid-template-columns:1fr 1fr;gap:40px}.cta{background:#2f3e46;color:#fff;border:0;padding:16px 28px;
font:inherit;cursor:pointer;width:100%;
text-decoration:none;display:block;text-align:center;box-sizing:border-box}.stick{display:none}.kvitto{display:none;
background:#d8e2dc;padding:12px}
.tx{max-width:720px;margin:0 auto;padding:24px 30px}.fl{display:block;margin-bottom:12px}.fl input,.fl
select{display:block;width:100%;padding:11px;
box-sizing:border-box;font:inherit}.ft{background:#f4f1ee;padding:30px}@media(max-width:720px){.hd .mn{display:none}
.hd{padding:12px 16px}.hd details{
display:block}.hd details nav{position:absolute;left:0;right:0;background:#fff;padding:16px;z-index:4}.hd details nav
a{display:block;padding:9px 0}
.rutor{grid-template-columns:1fr 1fr;padding:16px;gap:16px}.pr{grid-template-columns:1fr;padding:16px}
.desk{display:none}
.stick{display:flex;gap:14px;
align-items:center;position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid #ddd;padding:12px 16px;
transform:translateY(110%);
transition:transform .25s;z-index:6}.stick.on{transform:none}.stick span{flex:1}.stick .cta{width:auto}
.ft{padding-bottom:110px}}"""


class App(Shop):
    """Väskmakeriet."""

    def page(self, request: Request, title: str, inner: str) -> Response:
        """Render."""
        n = len(request.session.get("v", []))
        nav = "".join(f'<a href="/kat/{k}">{v}</a> ' for k, v in CATS.items())
        return html(f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title} – Väskmakeriet</title>
<meta name="viewport"
content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body><div class="hd"><details><summary
aria-label="Meny">☰</summary><nav>{nav}
</nav></details><a class="lg" href="/">Väskmakeriet</a><nav class="mn">{nav}</nav><a class="ca"
href="/varukorg">Varukorg (<span class="js-n">{n}</span>)
</a></div>{inner}<div class="ft"><a href="/retur">Retur &amp; byte</a> · <a href="/kontakt">Kontakta oss</a></div>
</body></html>""")

    def grid(self, cat: str = "") -> str:
        """List bags."""
        out = "".join(
            f'<a href="/vaska/{k}">{self.bag(k)}<div>{n}</div><b>{kr} kr</b></a>'
            for k, (n, kr, c) in BAGS.items()
            if cat in ("", c)
        )
        return f'<div class="rutor">{out}</div>'

    @staticmethod
    def bag(k: str) -> str:
        """Draw a bag."""
        return (
            f'<svg viewBox="0 0 100 110" width="100%" role="img" aria-label="{BAGS[k][0]}"><rect width="100" '
            f'height="110" fill="#f4f1ee"/><path '
            f'd="M35 40V28q15-18 30 0v12" fill="none" stroke="#333" stroke-width="4"/><rect x="22" y="40" width="56" '
            f'height="52" rx="8" '
            f'fill="hsl({len(k) * 31 % 360} 28% 45%)"/></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        items = request.session.setdefault("v", [])
        where, _, rest = request.path.strip("/").partition("/")
        if where == "":
            return self.page(
                request, "Handsydda väskor", '<div class="tx"><h1>Handsytt i Borås</h1></div>' + self.grid()
            )
        if where == "kat" and rest in CATS:
            return self.page(request, CATS[rest], f'<div class="tx"><h1>{CATS[rest]}</h1></div>{self.grid(rest)}')
        if where == "vaska" and rest in BAGS:
            return self.product(request, rest)
        if where == "varukorg" and request.method == "POST":
            if rest == "in" and request.form.get("v") in BAGS:
                items.append(request.form["v"])
                return json_response({"n": len(items)})
            if rest == "ut" and request.form.get("v") in items:
                items.remove(request.form["v"])
            return redirect("/varukorg")
        return self.rest(request, where)

    def product(self, request: Request, k: str) -> Response:
        """Show one bag with two buttons, of which one shows."""
        name, kr, _ = BAGS[k]
        return self.page(
            request,
            name,
            f"""<div class="pr"><div>{self.bag(k)}</div><div><h1>{name}</h1><p style="font-size:24px">{kr} kr</p><button
class="cta desk js-add">Lägg i
varukorg</button><p>Vegetabiliskt garvat läder och vaxad bomull. Levereras inom en vecka.</p><p>Mått 30 × 42 × 14 cm,
 rymmer 18 liter. Invändigt fack för
dator upp till 14 tum. Lädret mörknar med åren; smörj det en gång om året med vårt balsam.</p><p>Varje väska sys av en
och samma person, och namnet står
på lappen inuti. Går något sönder lagar vi den så länge du lever.</p><div class="kvitto js-ok" role="status">Tillagd! <a
href="/varukorg">Se varukorgen</a>
</div></div></div><div class="stick js-bar"><span>{name}<br><b>{kr} kr</b></span><button class="cta js-add">Lägg i
varukorg</button></div><script>
const bar=document.querySelector('.js-bar');addEventListener('scroll',()=>bar.classList.toggle('on',scrollY>60),{{
passive:true}});
document.querySelectorAll('.js-add').forEach(b=>b.addEventListener('click',async()=>{{const r=await
fetch('/varukorg/in',{{method:'POST',
headers:{{'Content-Type':'application/x-www-form-urlencoded'}},body:'v={k}'}});
document.querySelector('.js-n').textContent=(await r.json()).n;
document.querySelector('.js-ok').style.display='block';const t=b.textContent;b.textContent='Tillagd ✓';
setTimeout(()=>b.textContent=t,1800)}}))</script>""",
        )

    def rest(self, request: Request, where: str) -> Response:
        """Answer cart, checkout and texts."""
        items = request.session["v"]
        total = sum(BAGS[k][1] for k in items)
        if where == "varukorg":
            rows = "".join(
                f'<form method="post" action="/varukorg/ut"><p>{BAGS[k][0]} <b>{BAGS[k][1]} kr</b> <button name="v" '
                f'value="{k}">Ta bort</button></p></form>'
                for k in items
            )
            go = f'<p>Summa {total} kr, fri frakt</p><a class="cta" href="/kassa">Till kassan</a>'
            return self.page(
                request,
                "Varukorg",
                f'<div class="tx"><h1>Varukorg</h1>{rows + go if items else "Varukorgen är tom."}</div>',
            )
        if where == "kassa" and items:
            if request.method == "POST":
                self.orders += 1
                items.clear()
                return self.page(request, "Tack", '<div class="tx"><h1>Tack för din order!</h1></div>')
            rows = "".join(
                f'<label class="fl">{t}<input name="a{i}" required></label>'
                for i, t in enumerate(
                    ("Personnummer (valfritt)", "E-post", "Telefon", "Namn", "Adress", "Postnr", "Ort")
                )
            ).replace('name="a0" required', 'name="a0"')
            return self.page(
                request,
                "Kassa",
                f"""<div class="tx"><h1>Kassa</h1><form method="post">{rows}<p>Hur vill du betala?</p><label><input
type="radio" name="b" checked> Klarna
</label> <label><input type="radio" name="b"> Swish</label> <label><input type="radio" name="b"> Kort</label><p><button
class="cta">Slutför köpet
</button></p></form></div>""",
            )
        texts = {
            "retur": "<h1>Retur &amp; byte</h1><p>Hos oss har du 45 dagars öppet köp. Väskan ska vara oanvänd och ha "
            "lappen kvar. Mejla oss så skickar vi en "
            "returetikett, returen är gratis. Pengarna kommer tillbaka inom 10 dagar.</p>",
            "kontakt": '<h1>Kontakta oss</h1><p><a href="mailto:hej@vaskmakeriet.example">hej@vaskmakeriet.example</a>'
            "<br>Väskmakeriet, Allégatan 55, 503 37 "
            "Borås<br>Verkstan är öppen tisdag–fredag 11–17.</p>",
        }
        if where in texts:
            return self.page(request, where.title(), f'<div class="tx">{texts[where]}</div>')
        return html("Sidan saknas", 404)
