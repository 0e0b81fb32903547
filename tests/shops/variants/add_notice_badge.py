"""The only answer to adding is the number in a small badge on a cart icon that bears no words.

Estonian honey-and-candle shop with partial swaps in the htmx manner: the server sends back a fragment for one target.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

WARES = {
    "mesi": [
        ("pohlamesi", "Pohlamesi 500 g", 8.5),
        ("kanarbikumesi", "Kanarbikumesi 500 g", 11.9),
        ("suir", "Suir 150 g", 12.4),
    ],
    "kuunlad": [("vahakuunal", "Mesilasvahast küünal 20 cm", 6.9), ("teekuunlad", "Teeküünlad 6 tk", 7.5)],
}
ALL = {s: (n, p) for rows in WARES.values() for s, n, p in rows}
HEAD = {"mesi": "Mesi ja suir", "kuunlad": "Küünlad"}
JS = """document.addEventListener('submit',function(e){var f=e.target,t=f.getAttribute('hx-post');if(!t)return;
e.preventDefault();
fetch(t,{method:'POST',headers:{'HX-Request':'true'},body:new URLSearchParams(new FormData(f))}
).then(function(r){return r.text()})
.then(function(h){var d=document.querySelector(f.getAttribute('hx-target'));
if(f.getAttribute('hx-swap')==='outerHTML')d.outerHTML=h;
else d.innerHTML=h})});"""
CSS = """body{margin:0;font:16px/1.6 "PT Sans",Verdana,sans-serif;color:#3a2c0f;background:#fffdf5}.riba{display:flex;
gap:6px 26px;align-items:center;
padding:12px 28px;background:#ffc94d;flex-wrap:wrap}.riba a{color:#3a2c0f;text-decoration:none}.riba
.nimi{font-size:25px;font-weight:bold}
.riba .ikoon{margin-left:auto;position:relative;padding:6px 12px}.mummu{position:absolute;top:-2px;right:0;
background:#7a1f1f;color:#fff;
border-radius:10px;font-size:12px;padding:0 6px}.mummu:empty{display:none}.ruudud{display:grid;
grid-template-columns:repeat(3,1fr);gap:24px;
max-width:940px;margin:0 auto;padding:24px}.ruudud img,.ruudud svg{width:100%}.leht{max-width:760px;margin:0 auto;
padding:24px}.tegu{background:#7a1f1f;
color:#fff;border:0;padding:12px 26px;font:inherit;border-radius:3px;cursor:pointer;text-decoration:none;
display:inline-block}.jalus{background:#f3e3b3;
padding:24px 28px;margin-top:30px}.vali{display:block;margin:0 0 12px}.vali input,.vali select{display:block;width:100%;
box-sizing:border-box;
padding:10px;font:inherit}@media(max-width:600px){.ruudud{grid-template-columns:1fr 1fr;padding:14px;gap:14px}
.riba{padding:10px 14px}
.riba .ikoon{order:-1;margin:0}}"""


def eur(x: float) -> str:
    """Write a price."""
    return f"{x:.2f}".replace(".", ",") + "\u00a0€"


class App(Shop):
    """Mesilaste Maja."""

    def base(self, request: Request, title: str, block: str) -> Response:
        """Render the base template."""
        count = sum(request.session.get("korv", {}).values())
        links = "".join(f'<a href="/rubriik/{k}">{v}</a>' for k, v in HEAD.items())
        return html(f"""<!DOCTYPE html><html lang="et"><head><meta charset="utf-8"><title>{title} — Mesilaste
Maja</title><meta name="viewport"
content="width=device-width, initial-scale=1"><style>{CSS}</style></head><body><div class="riba"><a class="nimi"
href="/">Mesilaste Maja</a>{links}
<a class="ikoon" href="/korv"><svg width="28" height="28" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 9h16l-2
11H6zM8 9l3-6M16 9l-3-6"
fill="none" stroke="#3a2c0f" stroke-width="1.8"/></svg><span class="mummu" id="mummu">{count or ""}</span></a>
</div>{block}<div class="jalus">
<b>Mesilaste Maja OÜ</b><br>Kalda talu, 67404 Otepää vald<br>Helista: <a href="tel:+3725512345">551 2345</a><br><a
href="/ostuinfo">Ostuinfo ja
tagastamine</a></div><script>{JS}</script></body></html>""")

    def cells(self, rows: list[tuple[str, str, float]]) -> str:
        """List wares; each can be added at once."""
        return (
            '<div class="ruudud">'
            + "".join(
                f'<div><a href="/kaup/{s}">{self.jar(s)}<br>{n}</a><br>{eur(p)}<form hx-post="/korv/pane" '
                f'hx-target="#mummu"><input type="hidden" '
                f'name="kaup" value="{s}"><button class="tegu" aria-label="Osta: {n}">+</button></form></div>'
                for s, n, p in rows
            )
            + "</div>"
        )

    @staticmethod
    def jar(slug: str) -> str:
        """Draw a jar."""
        return (
            f'<svg viewBox="0 0 80 90" role="img" aria-label="{ALL[slug][0]}"><rect width="80" height="90" '
            f'fill="#fff3cd"/><rect x="22" y="14" '
            f'width="36" height="10" fill="#8b6b2e"/><rect x="18" y="24" width="44" height="54" rx="8" '
            f'fill="hsl({len(slug) * 5}, 80%, 50%)"/></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        cart: dict[str, int] = request.session.setdefault("korv", {})
        where, _, rest = request.path.strip("/").partition("/")
        if where == "":
            rows = [r for group in WARES.values() for r in group]
            return self.base(request, "Avaleht", '<div class="leht"><h1>Otse tarust</h1></div>' + self.cells(rows))
        if where == "rubriik" and rest in WARES:
            return self.base(
                request, HEAD[rest], f'<div class="leht"><h1>{HEAD[rest]}</h1></div>{self.cells(WARES[rest])}'
            )
        if where == "kaup" and rest in ALL:
            name, price = ALL[rest]
            return self.base(
                request,
                name,
                f"""<div class="leht"><div style="max-width:260px">{self.jar(rest)}</div><h1>{name}</h1><p
style="font-size:22px">{eur(price)}</p>
<form hx-post="/korv/pane" hx-target="#mummu"><input type="hidden" name="kaup" value="{rest}"><button
class="tegu">Ostan</button></form><p>Korjatud
Otepää kuplite vahelt, purgitud käsitsi. Laos.</p></div>""",
            )
        if where == "korv" and rest == "pane" and request.method == "POST":
            key = request.form.get("kaup", "")
            if key in ALL:
                cart[key] = cart.get(key, 0) + 1
            return html(str(sum(cart.values()) or ""))
        return self.till(request, where, rest)

    def till(self, request: Request, where: str, rest: str) -> Response:
        """Answer the cart, the order form and the information."""
        cart: dict[str, int] = request.session["korv"]
        if where == "korv" and rest == "eemalda" and request.method == "POST":
            cart.pop(request.form.get("kaup", ""), None)
            return redirect("/korv")
        if where == "korv":
            rows = "".join(
                f'<form method="post" action="/korv/eemalda"><p>{ALL[k][0]} × {n} = {eur(ALL[k][1] * n)} <button '
                f'name="kaup" value="{k}">Eemalda'
                "</button></p></form>"
                for k, n in cart.items()
            )
            total = eur(sum(ALL[k][1] * n for k, n in cart.items()))
            go = f'<p>Kokku <b>{total}</b></p><a class="tegu" href="/tellimus">Edasi maksma</a>'
            return self.base(
                request, "Korv", f'<div class="leht"><h1>Sinu korv</h1>{rows + go if cart else "Korv on tühi."}</div>'
            )
        if where == "tellimus" and cart:
            if request.method == "POST":
                self.orders += 1
                cart.clear()
                return self.base(request, "Aitäh", '<div class="leht"><h1>Täname!</h1></div>')
            rows = "".join(
                f'<label class="vali">{t}<input name="t{i}" required></label>'
                for i, t in enumerate(["Nimi", "E-post", "Mobiil"])
            )
            return self.base(
                request,
                "Tellimus",
                f"""<div class="leht"><h1>Tellimus</h1><form method="post">{rows}<label class="vali">Pakiautomaat<select
name="a"><option>Omniva: Tartu
Lõunakeskus</option><option>Omniva: Tallinn Ülemiste</option><option>Smartpost: Pärnu Maxima</option></select></label>
<label class="vali">Märkused
<textarea name="m" rows="2"></textarea></label><p>Maksed: pangalink</p><button class="tegu">Kinnitan ja maksan</button>
</form></div>""",
            )
        if where == "ostuinfo":
            text = (
                "<h1>Ostuinfo ja tagastamine</h1><p>Pakiautomaat 3,20 €, üle 40 € tasuta.</p><p>Kauba võib tagastada "
                "14 päeva jooksul alates "
                "kättesaamisest, kui purk on avamata. Saada meile kiri ja pane pakk posti; tagastuskulu maksab ostja. "
                "Tagastame raha hiljemalt "
                "14 päeva jooksul.</p>"
            )
            return self.base(request, "Ostuinfo", f'<div class="leht">{text}</div>')
        return html("Ei leitud", 404)
