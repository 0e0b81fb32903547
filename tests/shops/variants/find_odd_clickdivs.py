"""Products of this Swedish bag shop are clickable boxes without any link, and its menu is made of ``href="#"``.

A delegated listener sends the browser to ``/visa/<number>``; a heart on every card must not be taken for the product or the cart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

BAGS: dict[int, tuple[str, str, int, str, list[str]]] = {
    501: (
        "Ryggsäck Klippan",
        "ryggsackar",
        1299,
        "18 liter, vaxad bomull, fack för dator upp till 15 tum.",
        ["Svart", "Tegel", "Skog"],
    ),
    502: ("Axelväska Sund", "axelvaskor", 899, "Justerbar rem, vändbar lock, dragkedja från YKK.", []),
    503: ("Korthållare Ö", "smatt", 349, "Plats för sex kort och några sedlar.", []),
    504: ("Weekendväska Färjan", "axelvaskor", 2195, "42 liter, handbagagemått.", []),
    505: ("Necessär Bad", "smatt", 429, "Fodrad, tål blöta flaskor.", []),
}
SOLD_OUT = {504}
GROUPS = {"ryggsackar": "Ryggsäckar", "axelvaskor": "Axelväskor", "smatt": "Smått & gott"}

CSS = """
html{box-sizing:border-box}*,*:before{box-sizing:inherit}body{margin:0;font:400 16px/1.5 Futura,"Century Gothic",sans-serif;background:#fbfaf8;color:#1c1c1c}
.topbar{display:flex;align-items:center;padding:18px 32px;gap:32px;background:#fbfaf8;position:sticky;top:0;z-index:3;border-bottom:1px solid #e8e4dc}.topbar .mark{font-size:24px;cursor:pointer}
.topbar ul{display:flex;gap:24px;list-style:none;margin:0;padding:0;flex:1}.topbar ul a{text-decoration:none;color:inherit}.js-mini{cursor:pointer}.js-meny{display:none}
.tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:28px;padding:32px}.tile{position:relative;cursor:pointer;background:#fff;border:1px solid #eee}.tile .pic{height:260px;display:grid;place-items:center}.tile .meta{padding:14px}.tile .slut{color:#a33}
.heart{position:absolute;right:10px;top:10px;width:34px;height:34px;border-radius:50%;border:1px solid #ddd;background:#fff;cursor:pointer}.sheet{display:grid;grid-template-columns:1.2fr 1fr;gap:48px;padding:32px}.sheet .pic{background:#fff;height:480px;display:grid;place-items:center}
.chips{display:flex;gap:10px;margin:16px 0}.chip{border:1px solid #bbb;padding:8px 16px;cursor:pointer}.chip.on{border:2px solid #1c1c1c}.knapp{background:#1c1c1c;color:#fff;text-align:center;padding:16px;cursor:pointer;max-width:340px}.knapp.vantar{opacity:.4}
.mini{position:absolute;right:32px;top:66px;width:300px;background:#fff;border:1px solid #ddd;padding:16px;display:none}.mini.fram{display:block}.rad{display:flex;justify-content:space-between;padding:10px 0;border-bottom:1px solid #eee;gap:12px}.block{padding:32px;max-width:720px}
.block input[type=text],.block input[type=email]{display:block;width:100%;padding:12px;margin:4px 0 14px;border:1px solid #bbb}.sidfot{padding:32px;border-top:1px solid #e8e4dc;margin-top:40px;color:#666;font-size:14px}
@media(max-width:700px){.topbar{padding:14px 16px;gap:14px}.topbar ul{display:none;position:absolute;left:0;right:0;top:100%;background:#fbfaf8;flex-direction:column;padding:18px}.topbar ul.ute{display:flex}.topbar .mark{flex:1}.js-meny{display:block;cursor:pointer}
.tiles{grid-template-columns:1fr 1fr;gap:12px;padding:14px}.tile .pic{height:170px}.sheet{display:block;padding:14px}.sheet .pic{height:300px}.mini{right:0;width:100%}.block{padding:16px}}
"""

JS = """
const till=u=>{window.location.assign(u)};
document.body.addEventListener('click',async ev=>{const el=ev.target;
 const h=el.closest('.heart');if(h){ev.stopPropagation();h.textContent=h.textContent==='♡'?'♥':'♡';return}
 const tile=el.closest('.tile');if(tile)return till('/visa/'+tile.dataset.nr);
 const m=el.closest('[data-ga]');if(m){ev.preventDefault();return till(m.dataset.ga)}
 if(el.closest('.js-meny'))return document.querySelector('.topbar ul').classList.toggle('ute');
 const chip=el.closest('.chip');if(chip){document.querySelectorAll('.chip').forEach(c=>c.classList.remove('on'));chip.classList.add('on');document.querySelector('.js-kop').classList.remove('vantar');return}
 const k=el.closest('.js-kop');if(k){const vald=document.querySelector('.chip.on');if(document.querySelector('.chip')&&!vald){document.querySelector('.js-fel').textContent='Välj färg';return}
  const d=await(await fetch('/api/lagg',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({nr:+k.dataset.nr,farg:vald?vald.textContent:null})})).json();
  setTimeout(()=>{document.querySelector('.js-antal').textContent=d.antal;const b=document.querySelector('.mini');b.innerHTML=d.html;b.classList.add('fram');setTimeout(()=>b.classList.remove('fram'),3500)},200);return}
 if(el.closest('.js-mini'))till('/kassen')});
"""


def pic(nr: int) -> str:
    """Draw a bag."""
    c = ["#8c5a3c", "#3f5164", "#6a7b4f", "#222"][nr % 4]
    return f'<div class="pic"><svg width="120" viewBox="0 0 100 100"><path d="M32 40q0-28 18-28t18 28" fill="none" stroke="{c}" stroke-width="5"/><rect x="14" y="38" width="72" height="52" rx="8" fill="{c}"/></svg></div>'


def kronor(n: int) -> str:
    """Write a price as bag shops do."""
    return f"{n // 1000} {n % 1000:03d}:-" if n > 999 else f"{n}:-"


@dataclass
class App(Shop):
    """Väskverket."""

    def _page(self, r: Request, title: str, inner: str) -> Response:
        n = len(r.session.get("vaskor", []))
        menu = "".join(f'<li><a href="#" data-ga="/avd/{k}">{v}</a></li>' for k, v in GROUPS.items())
        return html(f"""<!DOCTYPE html><html lang="sv-SE"><head><meta charset="utf-8"><title>{title} · Väskverket</title><meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body>
<div class="topbar"><span class="js-meny">Meny</span><span class="mark" data-ga="/">Väskverket</span><ul>{menu}<li><a href="#" data-ga="/fraga">Frågor</a></li></ul><span class="js-mini">Påse <b class="js-antal">{n}</b></span><div class="mini"></div></div>
{inner}<div class="sidfot">Väskverket HB · Skeppsbron 4, 271 39 Ystad · 0411-55 00 10 · <span data-ga="/fraga" style="cursor:pointer">Retur och reklamation</span></div><script>{JS}</script></body></html>""")

    def _tiles(self, numbers: list[int]) -> str:
        out = "".join(
            f'<div class="tile" data-nr="{n}"><button class="heart" title="Spara som favorit">♡</button>{pic(n)}<div class="meta"><div>{BAGS[n][0]}</div><div>{kronor(BAGS[n][2])}</div>'
            f"{'<div class=slut>Slutsåld</div>' if n in SOLD_OUT else ''}</div></div>"
            for n in numbers
        )
        return f'<div class="tiles">{out}</div>'

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        lines: list[dict[str, Any]] = r.session.setdefault("vaskor", [])
        part = [p for p in r.path.split("/") if p]
        if not part:
            return self._page(r, "Väskor från Österlen", self._tiles([501, 504, 502, 503]))
        if part[0] == "avd" and part[-1] in GROUPS:
            return self._page(
                r,
                GROUPS[part[-1]],
                f"<div class='block'><h1>{GROUPS[part[-1]]}</h1></div>"
                + self._tiles([n for n, b in BAGS.items() if b[1] == part[-1]]),
            )
        if part[0] == "visa" and part[-1].isdigit() and int(part[-1]) in BAGS:
            nr = int(part[-1])
            name, _, price, text, colours = BAGS[nr]
            chips = (
                "<div class='chips'>"
                + "".join(f"<span class='chip'>{c}</span>" for c in colours)
                + "</div><p class='js-fel' style='color:#a33'></p>"
                if colours
                else ""
            )
            buy = (
                "<p>Slutsåld. Nästa leverans i mars.</p>"
                if nr in SOLD_OUT
                else f"<div class='knapp js-kop {'vantar' if colours else ''}' data-nr='{nr}'>Köp</div>"
            )
            return self._page(
                r,
                name,
                f"<div class='sheet'>{pic(nr)}<div><h1>{name}</h1><p>{kronor(price)}</p><p>{text}</p>{chips}{buy}<p>Skickas inom två dagar från Ystad.</p></div></div>",
            )
        if r.path == "/api/lagg" and r.method == "POST" and isinstance(r.json, dict):
            nr = int(r.json.get("nr") or 0)
            if nr in BAGS and nr not in SOLD_OUT and (not BAGS[nr][4] or r.json.get("farg") in BAGS[nr][4]):
                lines.append({"nr": nr, "farg": r.json.get("farg")})
            body = "".join(
                f"<div class='rad'><span>{BAGS[x['nr']][0]}</span><span>{kronor(BAGS[x['nr']][2])}</span></div>"
                for x in lines
            )
            return json_response(
                {
                    "antal": len(lines),
                    "html": f"<b>I din påse</b>{body}<p class='knapp' data-ga='/kassen'>Till påsen och kassan</p>",
                }
            )
        if part[0] == "bort" and part[-1].isdigit() and r.method == "POST":
            del lines[int(part[-1]) : int(part[-1]) + 1]
            return redirect("/kassen")
        if part[0] == "fraga":
            return self._page(
                r,
                "Frågor och svar",
                "<div class='block'><h1>Frågor och svar</h1><h3>Kan jag lämna tillbaka min väska?</h3><p>Ja. Du har 14 dagars ångerrätt från det att du fick paketet. Skicka tillbaka väskan oanvänd, vi betalar tillbaka inom 14 dagar. "
                "Du står för returporto.</p><h3>Hur lång är garantin?</h3><p>Tio år på sömmar och dragkedjor.</p></div>",
            )
        if part[0] == "kassen":
            return self._till(r, lines)
        return Response("Hittades inte", 404)

    def _till(self, r: Request, lines: list[dict[str, Any]]) -> Response:
        if r.method == "POST" and lines and r.form.get("epost"):
            self.orders += 1
            lines.clear()
            return self._page(r, "Tack", "<div class='block'><h1>Tack! Vi packar din väska.</h1></div>")
        if not lines:
            return self._page(r, "Påsen", "<div class='block'><h1>Påsen är tom</h1></div>")
        rows = "".join(
            f"<div class='rad'><span>{BAGS[x['nr']][0]} {x['farg'] or ''}</span><span>{kronor(BAGS[x['nr']][2])}</span><form method='post' action='/bort/{i}'><button>Ta bort</button></form></div>"
            for i, x in enumerate(lines)
        )
        fields = "".join(
            f"<label>{t}<input type='{'email' if k == 'epost' else 'text'}' name='{k}' required></label>"
            for k, t in [
                ("namn", "Namn"),
                ("epost", "Mejl"),
                ("gata", "Gatuadress"),
                ("postort", "Postnummer och ort"),
                ("mobil", "Mobil"),
            ]
        )
        return self._page(
            r,
            "Påse och kassa",
            f"<div class='block'><h1>Din påse</h1>{rows}<h2>Vart ska vi skicka?</h2><form method='post'>{fields}<label><input type='radio' name='bet' value='swish' checked> Swish</label> <label><input type='radio' name='bet' value='faktura'> Faktura</label>"
            "<p><button style='padding:14px 30px'>Genomför köpet</button></p></form></div>",
        )
