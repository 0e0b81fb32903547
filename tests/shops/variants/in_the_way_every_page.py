"""A sign-up box returns on every single page after 1.6 s and is closed by a nameless cross, under a cookie bar on top.

The cookie bar is home-made, its consent a link among words; phones lose the menu, the basket is a panel.
"""

from __future__ import annotations

from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

RANGE = {
    "dales-blend": ("Dales Breakfast Blend", "7.50", "Loose leaf", "%238a5a2b"),
    "moor-mint": ("Moorland Mint", "6.25", "Herbal", "%23688f4e"),
    "rainy-earl": ("Rainy Day Earl Grey", "8.00", "Loose leaf", "%23556b8a"),
    "infuser": ("Mesh Infuser", "11.00", "Teaware", "%23aaa"),
    "mug": ("Hand-thrown Mug", "24.00", "Teaware", "%23c9a27c"),
}
SHEET = """:root{--ink:#22333b;--leaf:#5e7f5b}*{box-sizing:border-box}body{margin:0;color:var(--ink);font:400 1rem/1.6
"Nunito",Verdana,sans-serif}.l-masthead{display:flex;align-items:baseline;gap:2rem;padding:1.2rem 4vw}.l-masthead__logo{
font-size:1.6rem;color:var(--ink);text-decoration:none}.l-masthead__nav{display:flex;gap:1.2rem;margin-left:auto}
.l-masthead__nav a,.l-masthead__bag{color:var(--ink)}.c-tile{text-decoration:none;color:inherit;flex:1 1 200px;max-width:
240px}.c-tile__img{width:100%;border-radius:1rem}.l-shelf{display:flex;flex-wrap:wrap;gap:1.6rem;padding:0 4vw}
.c-cta{display:inline-block;background:var(--leaf);color:#fff;text-decoration:none;border:0;border-radius:.3rem;padding:
.85rem 1.8rem;font:inherit;cursor:pointer}.c-field{display:block;margin:.7rem 0}.c-field input,.c-field select{display:
block;width:min(26rem,100%);padding:.55rem}.l-sole{margin-top:4rem;padding:2rem 4vw;background:#eef1ec}.u-pad{padding:0 4vw}
.ckbar{background:#22333b;color:#fff;padding:.8rem 4vw;font-size:.9rem;position:sticky;top:0;z-index:80}.ckbar a{color:
#ffd166}.nl-veil{position:fixed;inset:0;background:rgba(94,127,91,.75);z-index:200;display:none}.nl-veil.nl-in{display:
block}.nl-card{position:absolute;left:50%;top:46%;transform:translate(-50%,-50%);width:min(440px,88vw);background:#fff;
padding:2.4rem}.nl-card svg{position:absolute;right:14px;top:14px;cursor:pointer}.l-masthead__fold{display:none}
@media(max-width:44rem){.l-masthead{flex-wrap:wrap;gap:.6rem 1rem}.l-masthead__nav{width:100%;order:9;overflow-x:auto;
margin:0}.c-tile{flex-basis:44%}}"""
TAIL = """<div class="nl-veil"><div class="nl-card"><svg width="22" height="22" viewBox="0 0 22 22" stroke="#22333b"><path
d="M3 3l16 16M19 3L3 19"/></svg><h2>Fancy a free sample?</h2><p>Join 4,000 tea lovers. We write on Sundays.</p><form
method="post" action="/join"><input type="email" name="e" placeholder="you@example.com"> <button class="c-cta">Send me
tea</button></form></div></div><script>(()=>{const v=document.querySelector('.nl-veil'),off=()=>v.classList.remove('nl-in');
setTimeout(()=>v.classList.add('nl-in'),1600);v.querySelector('svg').addEventListener('click',off);v.addEventListener(
'click',e=>{if(e.target===v)off()});addEventListener('keydown',e=>{if(e.key==='Escape')off()});
const bar=document.querySelector('.ckbar');if(localStorage.getItem('cookies-fine'))bar.remove();else bar.querySelector(
'.js-fine').addEventListener('click',e=>{e.preventDefault();localStorage.setItem('cookies-fine','1');bar.remove()})})()
</script>"""


def _art(slug: str, css: str = "c-tile__img") -> str:
    name, _, _, tint = RANGE[slug]
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 50 50'><rect width='50' height='50' fill='%23f3efe7'/>"
    return (
        f'<img class="{css}" alt="{name}" src="data:image/svg+xml,{quote(svg, safe="%")}%3Ccircle cx=%2725%27 cy=%2727%27 '
        f'r=%2714%27 fill=%27{tint}%27/%3E%3C/svg%3E">'
    )


def _frame(title: str, main: str, bag: int, head: str = "") -> Response:
    return html(f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} — Wharfe & Kettle</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{SHEET}</style>{head}</head><body>
<div class="ckbar">We use cookies to see which teas people look at. <a href="#" class="js-fine">That's fine by me</a> ·
<a href="/privacy">Tell me more</a></div><header class="l-masthead"><a class="l-masthead__logo" href="/">Wharfe & Kettle</a>
<nav class="l-masthead__nav"><a href="/range/loose-leaf">Loose leaf</a><a href="/range/herbal">Herbal</a><a
href="/range/teaware">Teaware</a><a href="/hello">Say hello</a></nav><a class="l-masthead__bag" href="/basket">Basket
({bag})</a></header>{main}<footer class="l-sole"><p><a href="/sending-things-back">Sending things back</a> · <a
href="/privacy">Privacy</a> · <a href="/hello">Say hello</a></p><p>Wharfe & Kettle Ltd, 8 Bridge Street, Otley LS21 1BQ</p>
</footer>{TAIL}</body></html>""")


class App(Shop):
    """Tea and mugs."""

    def handle(self, request: Request) -> Response:
        basket: dict[str, int] = request.session.setdefault("basket", {})
        count = sum(basket.values())
        first, _, rest = request.path.strip("/").partition("/")
        if first == "tea" and rest in RANGE:
            return self._tea(request, basket, rest)
        if first in ("", "range"):
            tiles = "".join(
                f'<a class="c-tile" href="/tea/{s}">{_art(s)}<strong>{r[0]}</strong><br>£{r[1]}</a>'
                for s, r in RANGE.items()
                if not rest or r[2].lower().replace(" ", "-") == rest
            )
            title = rest.replace("-", " ").capitalize() or "Proper tea, properly packed"
            return _frame(title, f'<h1 class="u-pad">{title}</h1><div class="l-shelf">{tiles}</div>', count)
        if first == "join" and request.method == "POST":
            self.messages += 1
            return redirect("/")
        if first in ("basket", "pay"):
            return self._basket(request, basket) if first == "basket" else self._pay(request, basket)
        texts = {
            "hello": """<h1>Say hello</h1><p>Ring <a href="tel:+441943555010">01943 555010</a> or write to <a
href="mailto:kettle@wharfe.example">kettle@wharfe.example</a>. The kettle is on Monday to Friday, 9am to 4pm.</p>""",
            "privacy": "<h1>Privacy</h1><p>We keep your address to post you tea and nothing else.</p>",
            "sending-things-back": """<h1>Sending things back</h1><p>Changed your mind? Post unopened tea or unused teaware
back to us within 28 days of delivery and we will refund what you paid. Please put your order number in the parcel. Return
postage is yours unless we made a mistake.</p>""",
        }
        if first in texts:
            return _frame(first, f'<div class="u-pad">{texts[first]}</div>', count)
        return html("<p>Nothing brewing here.</p>", 404)

    def _tea(self, request: Request, basket: dict[str, int], slug: str) -> Response:
        name, price, kind, _ = RANGE[slug]
        if request.method == "POST":
            basket[slug] = basket.get(slug, 0) + 1
            return redirect(f"/tea/{slug}?in=1")
        said = f"<p role='status'>In your basket: {basket.get(slug, 0)} × {name}</p>" if "in" in request.query else ""
        micro = f'<meta property="og:type" content="product"><meta property="og:title" content="{name}">'
        return _frame(name, f"""<div class="u-pad" itemscope itemtype="https://schema.org/Product"><div style="max-width:320px">
{_art(slug)}</div><h1 itemprop="name">{name}</h1><p itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta
itemprop="priceCurrency" content="GBP">£<span itemprop="price">{price}</span></p><p>{kind}, 100 g. Ready to post.</p>
<form method="post"><button class="c-cta">Add to basket</button></form>{said}</div>""", sum(basket.values()), micro)  # fmt: skip

    def _basket(self, request: Request, basket: dict[str, int]) -> Response:
        basket.pop(request.query.get("drop", ""), None)
        rows = "".join(
            f"<p>{n} × {RANGE[s][0]}, £{RANGE[s][1]} each <a href='?drop={s}'>Remove</a></p>" for s, n in basket.items()
        )
        total = sum(n * float(RANGE[s][1]) for s, n in basket.items())
        foot = f'<p><b>£{total:.2f}</b></p><a class="c-cta" href="/pay">Checkout</a>' if basket else "<p>Empty.</p>"
        return _frame("Basket", f'<div class="u-pad"><h1>Basket</h1>{rows}{foot}</div>', sum(basket.values()))

    def _pay(self, request: Request, basket: dict[str, int]) -> Response:
        if not basket:
            return redirect("/basket")
        if request.method == "POST":
            self.orders += 1
            basket.clear()
            return _frame("Thanks", '<h1 class="u-pad">Thank you, tea is on its way</h1>', 0)
        names = ["Email", "Full name", "Address line 1", "Town", "Postcode"]
        fields = "".join(f'<label class="c-field">{n}<input name="{n.lower()}" required></label>' for n in names)
        return _frame("Checkout", f"""<form class="u-pad" method="post"><h1>Checkout</h1>{fields}<label class="c-field">Country
<select><option>United Kingdom</option><option>Ireland</option></select></label><p>Payment by card on the next page.</p>
<button class="c-cta">Place order and pay</button></form>""", sum(basket.values()))  # fmt: skip
