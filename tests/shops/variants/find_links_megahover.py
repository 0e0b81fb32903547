"""The home page sells nothing: products lie behind a mega menu that opens on hover, or a drawer with sub-levels on phones.

Top level words are links to editorial landing pages without a single price; only the hidden third level leads to lists.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

TREE: dict[str, dict[str, list[str]]] = {
    "Sovrum": {"Sängkläder": ["Påslakan", "Örngott"], "Plädar": ["Ullplädar"]},
    "Kök": {"Dukning": ["Bordslöpare"], "Textil": ["Kökshanddukar"]},
    "Bad": {"Handdukar": ["Badlakan"]},
}
RANGE: dict[str, tuple[str, str, int, list[str]]] = {
    "paslakan-linnea-150x210": ("Påslakan Linnea", "Påslakan", 899, ["150×210 cm", "220×210 cm"]),
    "paslakan-dimma": ("Påslakan Dimma 150×210", "Påslakan", 749, []),
    "orngott-linnea": ("Örngott Linnea 50×60", "Örngott", 229, []),
    "orngott-dimma": ("Örngott Dimma 50×60", "Örngott", 199, []),
    "ullplad-fjall": ("Ullpläd Fjäll 130×200", "Ullplädar", 1195, []),
    "bordslopare-ang": ("Bordslöpare Äng 35×120", "Bordslöpare", 349, []),
    "kokshandduk-rand": ("Kökshandduk Rand, 2-pack", "Kökshanddukar", 189, []),
    "badlakan-vik": ("Badlakan Vik 70×140", "Badlakan", 429, []),
}


def slug(text: str) -> str:
    """Make an address of a Swedish word."""
    return text.lower().translate(str.maketrans("åäö", "aao"))


def kr(amount: int) -> str:
    """Write crowns with the narrow space that Swedish shops use."""
    return f"{amount:,} kr".replace(",", "\u00a0")


def art(key: str, w: int = 4, h: int = 5) -> str:
    """Picture of a fabric as a data address."""
    hue = sum(map(ord, key)) % 360
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {w}0 {h}0'><rect width='100%' height='100%' fill='hsl({hue},25%,85%)'/>"
        f"<path d='M0 {h * 4} L{w * 10} {h * 6}' stroke='hsl({hue},30%,60%)' stroke-width='3'/></svg>"
    )
    return "data:image/svg+xml," + quote(svg)


CSS = """
*{box-sizing:border-box}body{margin:0;font-family:Georgia,serif;color:#2e2a25;background:#faf7f2}
.usp{background:#2e2a25;color:#faf7f2;text-align:center;font:12px/30px Arial}
.hd{position:relative;display:flex;align-items:center;gap:28px;padding:18px 40px;background:#fff;border-bottom:1px solid #e5ddd0}
.hd__logo{font-size:26px;letter-spacing:3px;color:inherit;text-decoration:none}.hd__nav{flex:1}
.nav1{list-style:none;display:flex;gap:26px;margin:0;padding:0}.nav1__a{color:inherit;text-decoration:none;padding:24px 0}
.mega{position:absolute;left:0;right:0;top:100%;background:#fff;border-bottom:1px solid #e5ddd0;padding:26px 40px;display:flex;
gap:60px;visibility:hidden;opacity:0;transition:opacity .2s,visibility .2s;z-index:20}
.nav1__i:hover .mega,.nav1__i:focus-within .mega{visibility:visible;opacity:1}
.mega b{display:block;margin-bottom:8px;font-family:Arial;font-size:13px}.mega a{display:block;color:#6b5d4b;padding:3px 0}
.hd__tools a,.hd__tools button{background:none;border:0;font:inherit;color:inherit;text-decoration:none}.hd__burger{display:none}
.hero{height:380px;background:#cdbfa8;display:grid;place-items:center;text-align:center}.hero h1{font-size:44px;margin:0}
.story{display:grid;grid-template-columns:1fr 1fr 1fr;gap:24px;padding:40px}.story img{width:100%;height:220px;object-fit:cover}
.wrap{padding:30px 40px;max-width:1200px;margin:auto}.plp{display:grid;grid-template-columns:repeat(3,1fr);gap:26px}
.plp a{color:inherit;text-decoration:none}.plp img{width:100%;height:320px;object-fit:cover}.pdp{display:flex;gap:50px}
.pdp>img{width:46%;max-height:560px;object-fit:cover}.cta{background:#2e2a25;color:#fff;border:0;padding:15px 40px;font:16px Arial;cursor:pointer}
.ft{background:#efe7da;padding:30px 40px;margin-top:50px;font:13px/1.9 Arial}.ft a{color:inherit;margin-right:18px}
.slide{position:fixed;inset:0;z-index:50;background:#fff;display:none;overflow:hidden}.slide.is-open{display:block}
.slide ul{list-style:none;margin:0;padding:60px 24px;position:absolute;inset:0;background:#fff;transform:translateX(100%);transition:transform .25s}
.slide ul.is-in{transform:none}.slide li>*{display:block;width:100%;text-align:left;background:none;border:0;border-bottom:1px solid #eee;
padding:16px 0;font:18px Georgia;color:inherit;text-decoration:none}.slide__x{position:absolute;right:14px;top:14px;z-index:3;border:0;background:none;font-size:26px}
.line{display:flex;gap:20px;align-items:center;border-bottom:1px solid #ddd;padding:14px 0}.line img{width:70px}
.f{display:block;margin:10px 0}.f input{display:block;width:100%;max-width:420px;padding:10px;border:1px solid #bbb}
@media(max-width:820px){.hd{padding:14px 18px;gap:12px}.hd__nav{display:none}.hd__burger{display:inline-block;font-size:22px}
.hd__logo{flex:1;text-align:center}.story{grid-template-columns:1fr;padding:18px}.plp{grid-template-columns:1fr 1fr;gap:12px}.plp img{height:210px}
.pdp{display:block}.pdp>img{width:100%}.wrap{padding:18px}.ft{padding:24px 18px}}
"""

JS = """
const box=document.querySelector('.slide');
document.querySelector('.hd__burger').onclick=()=>{box.classList.add('is-open');setTimeout(()=>box.querySelector('ul').classList.add('is-in'),20)};
box.querySelector('.slide__x').onclick=()=>{box.classList.remove('is-open');box.querySelectorAll('ul').forEach(u=>u.classList.remove('is-in'))};
box.querySelectorAll('[data-to]').forEach(b=>b.onclick=()=>document.getElementById(b.dataset.to).classList.toggle('is-in',!b.dataset.back));
const buy=document.querySelector('.buy');
if(buy)buy.onsubmit=async e=>{e.preventDefault();const sel=buy.querySelector('select');if(sel&&!sel.value){sel.reportValidity();return}
 const btn=buy.querySelector('.cta');btn.disabled=true;btn.textContent='Lägger i…';
 const r=await fetch('/varukorg/lagg',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({id:buy.dataset.id,val:sel?sel.value:''})});
 const d=await r.json();setTimeout(()=>{btn.textContent='Tillagd ✓';btn.disabled=false;document.querySelector('.hd__count').textContent=d.antal},300)};
"""


@dataclass
class App(Shop):
    """Linneverkstan, Swedish home textiles."""

    def _menus(self) -> tuple[str, str]:
        wide, deep = "", ""
        first = "<ul>"
        for n, (top, groups) in enumerate(TREE.items(), 1):
            cols = ""
            deep += f"<ul id='niv{n}'><li><button data-to='niv{n}' data-back='1'>‹ Tillbaka</button></li>"
            for head, leaves in groups.items():
                hrefs = [f"<a href='/sortiment/{slug(x)}'>{x}</a>" for x in leaves]
                cols += f"<div><b>{head}</b>{''.join(hrefs)}</div>"
                deep += "".join(f"<li>{h}</li>" for h in hrefs)
            deep += "</ul>"
            wide += f"<li class='nav1__i'><a class='nav1__a' href='/varld/{slug(top)}'>{top}</a><div class='mega'>{cols}</div></li>"
            first += f"<li><button data-to='niv{n}'>{top} ›</button></li>"
        return wide, first + "<li><a href='/om-oss'>Om verkstaden</a></li></ul>" + deep

    def _page(self, r: Request, title: str, main: str, extra: str = "") -> Response:
        wide, deep = self._menus()
        count = sum(x["n"] for x in r.session.get("rader", []))
        return html(
            f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title} | Linneverkstan</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style>{extra}</head><body>
<div class="usp">Fri frakt över 800 kr · 60 dagars öppet köp</div><header class="hd">
<button class="hd__burger" aria-label="Meny">☰</button><a class="hd__logo" href="/">LINNEVERKSTAN</a>
<nav class="hd__nav"><ul class="nav1">{wide}<li class="nav1__i"><a class="nav1__a" href="/om-oss">Om verkstaden</a></li></ul></nav>
<div class="hd__tools"><a href="/varukorg">Korg (<span class="hd__count">{count}</span>)</a></div></header>
<div class="slide" role="dialog" aria-label="Meny"><button class="slide__x" aria-label="Stäng">×</button>{deep}</div>
<main>{main}</main><footer class="ft"><a href="/kopvillkor">Köpvillkor</a><a href="/byten-och-returer">Byten &amp; returer</a>
<a href="/om-oss">Om verkstaden</a><br>Linneverkstan i Borås AB · Allégatan 14, 503 32 Borås ·
<a href="mailto:hej@linneverkstan.example">hej@linneverkstan.example</a></footer><script>{JS}</script></body></html>"""
        )

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        rows: list[dict[str, object]] = r.session.setdefault("rader", [])
        part = [p for p in r.path.split("/") if p]
        if not part:
            tiles = "".join(
                f"<article><img src=\"{art(t, 6, 4)}\" alt=''><h3>{t}</h3><p>{p}</p></article>"
                for t, p in [
                    ("Så tvättar du linne", "Fyrtio grader, aldrig sköljmedel."),
                    ("Från lin till lakan", "Följ med till väveriet."),
                    ("Höstens färger", "Ockra, mossa och dimma."),
                ]
            )
            main = f"<section class='hero'><div><h1>Vävt för vardagen</h1><p>Hemtextil från Sjuhärad</p></div></section><section class='story'>{tiles}</section>"
            return self._page(r, "Hemtextil i linne och ull", main)
        if part[0] == "varld":
            return self._page(
                r,
                "Inspiration",
                "<div class='wrap'><h1>Inspiration</h1><p>Låt rummet vila. Vi blandar linne, ull och ljus.</p></div>",
            )
        if part[0] == "sortiment":
            found = [k for k, v in RANGE.items() if slug(v[1]) == part[-1]]
            if not found:
                return self._page(r, "Saknas", "<div class='wrap'>Sidan finns inte.</div>")
            cards = "".join(
                f'<a href=\'/artikel/{k}\'><img src="{art(k)}" alt=""><p>{RANGE[k][0]}<br>{kr(RANGE[k][2])}</p></a>'
                for k in found
            )
            return self._page(
                r,
                RANGE[found[0]][1],
                f"<div class='wrap'><h1>{RANGE[found[0]][1]}</h1><div class='plp'>{cards}</div></div>",
            )
        if part[0] == "artikel" and part[-1] in RANGE:
            return self._product(r, part[-1])
        return self._buying(r, part, rows)

    def _buying(self, r: Request, part: list[str], rows: list[dict[str, object]]) -> Response:
        if r.path == "/varukorg/lagg" and r.json:
            item = RANGE.get(r.json.get("id", ""))
            if not item or (item[3] and r.json.get("val") not in item[3]):
                return json_response({"fel": "Välj storlek"}, 422)
            rows.append({"id": r.json["id"], "val": r.json.get("val", ""), "n": 1})
            return json_response({"antal": len(rows)})
        if r.path == "/varukorg":
            if r.method == "POST" and r.form.get("bort", "").isdigit():
                del rows[int(r.form["bort"])]
            lines = "".join(
                f"<div class='line'><img src=\"{art(str(x['id']))}\" alt=''><span>{RANGE[str(x['id'])][0]} {x['val']}</span><b>{kr(RANGE[str(x['id'])][2])}</b>"
                f"<form method='post'><input type='hidden' name='bort' value='{i}'><button>Ta bort</button></form></div>"
                for i, x in enumerate(rows)
            )
            go = (
                "<p><a class='cta' style='display:inline-block;text-decoration:none' href='/kassa'>Till kassan</a></p>"
                if rows
                else "<p>Din korg är tom.</p>"
            )
            return self._page(r, "Varukorg", f"<div class='wrap'><h1>Din korg</h1>{lines}{go}</div>")
        if r.path == "/kassa":
            return self._checkout(r, rows)
        texts = {
            "kopvillkor": "Priser inkluderar moms. Leverans inom 2–5 vardagar med PostNord. Personuppgifter behandlas enligt GDPR.",
            "byten-och-returer": "Du har 60 dagars öppet köp. Varan ska vara oanvänd och otvättad. Returfrakten kostar 49 kr och dras av från "
            "återbetalningen, som görs inom 14 dagar. Ångerrätt enligt distansavtalslagen gäller alltid.",
            "om-oss": "Sedan 1987 väver vi hemtextil i Borås. Butiken har öppet vardagar 10–17.",
        }
        if part[0] in texts:
            return self._page(r, part[0].capitalize(), f"<div class='wrap'><p>{texts[part[0]]}</p></div>")
        return Response("Sidan finns inte", 404)

    def _product(self, r: Request, key: str) -> Response:
        name, cat, price, sizes = RANGE[key]
        pick = (
            "<select required><option value=''>Välj storlek</option>"
            + "".join(f"<option>{s}</option>" for s in sizes)
            + "</select><br><br>"
            if sizes
            else ""
        )
        ld = json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "Product",
                "name": name,
                "offers": {"@type": "Offer", "price": price, "priceCurrency": "SEK"},
            }
        )
        main = (
            f'<div class=\'wrap pdp\'><img src="{art(key)}" alt="{name}"><div><small>{cat}</small><h1>{name}</h1><p><b>{kr(price)}</b></p>'
            f"<form class='buy' data-id='{key}'>{pick}<button class='cta'>Lägg i korgen</button></form><p>I lager, skickas inom 1–3 dagar.</p>"
            "<p>Vävd av lin från Normandie. Krympning högst 5 %.</p></div></div>"
        )
        return self._page(r, name, main, f'<script type="application/ld+json">{ld}</script>')

    def _checkout(self, r: Request, rows: list[dict[str, object]]) -> Response:
        if not rows:
            return redirect("/varukorg")
        if r.method == "POST" and r.form.get("epost") and r.form.get("godkann"):
            self.orders += 1
            rows.clear()
            return self._page(r, "Tack", "<div class='wrap'><h1>Tack för din beställning!</h1></div>")
        kinds = {"epost": "email", "telefon": "tel"}
        words = {
            "epost": "E-postadress",
            "fornamn": "Förnamn",
            "efternamn": "Efternamn",
            "adress": "Gatuadress",
            "postnr": "Postnummer",
            "ort": "Ort",
            "telefon": "Mobilnummer",
        }
        fields = "".join(
            f"<label class='f'>{t}<input name='{k}' type='{kinds.get(k, 'text')}' required></label>"
            for k, t in words.items()
        )
        pays = "".join(
            f"<label><input type='radio' name='betal' value='{p}' {'checked' if p == 'Swish' else ''}> {p}</label><br>"
            for p in ("Swish", "Faktura", "Kort")
        )
        total = sum(RANGE[str(x["id"])][2] for x in rows)
        return self._page(
            r,
            "Kassa",
            f"<div class='wrap'><h1>Kassa</h1><form method='post'>{fields}<h3>Betalsätt</h3>{pays}<p>Att betala: <b>{kr(total)}</b></p>"
            "<label><input type='checkbox' name='godkann' value='1' required> Jag godkänner köpvillkoren</label><p><button class='cta'>Slutför köp</button></p></form></div>",
        )
