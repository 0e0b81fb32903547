"""An endless list of Danish antiques whose first eight pieces are all sold; the buyable ones come only when the page is scrolled.

Every piece is unique, the door asks for an account (no guest way exists), and the cart is called "Udvalgte".
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

NAMES = [
    "Armstol i teak, 1958", "Kobberkande fra Fyn", "Sypose med broderi", "Bornholmerur, ca. 1840", "Lysestager i tin, par", "Platte, Kronborg 1972",
    "Skrivebordslampe, sort", "Egetræskiste 1791", "Fad i stentøj, Saxbo", "Messingvægt med lodder", "Spejl i forgyldt ramme", "Klapstol i lærred",
    "Kaffemølle i støbejern", "Vase, Holmegaard grøn", "Symaskine, Singer", "Hylde i palisander", "Dukkehus 1931", "Skål i sølvplet",
]  # fmt: skip
PIECES = [(900 + i, name, 350 + (i * 437) % 2900, i >= 8 and i % 5 != 1) for i, name in enumerate(NAMES)]
BATCH = 8

CSS = """
body{margin:0;background:#fdfcf9;color:#2d2a26;font-family:"Palatino Linotype",Palatino,serif;font-size:17px}#banner{padding:34px 6vw;border-bottom:1px double #b8a98c;text-align:center}#banner a{color:inherit;text-decoration:none}
#banner h1{margin:0;font-size:34px;font-weight:normal}#linjer{padding-top:10px;font-size:15px}#linjer a{margin:0 12px;text-decoration:underline}#gitter{display:grid;grid-template-columns:repeat(3,1fr);gap:30px 22px;padding:26px 6vw}.stk{display:block;color:inherit;text-decoration:none}
.stk .ramme{background:#ece5d8;display:grid;place-items:center}.stk em{color:#8a3324;font-style:normal}.solgt .ramme{opacity:.45}#mere{height:60px;text-align:center;color:#998}.ark{max-width:760px;margin:30px auto;padding:0 20px}
.ark input[type=submit],.ark .k{background:#2d2a26;color:#fff;border:0;padding:14px 30px;font:inherit;text-decoration:none;cursor:pointer;display:inline-block}.ark label{display:block;margin:10px 0}.ark input[type=text],.ark input[type=email],.ark input[type=password]{width:100%;max-width:380px;padding:9px;display:block;box-sizing:border-box}
.to{display:flex;gap:50px;flex-wrap:wrap}.to>form{flex:1;min-width:260px}.note{border:1px solid #b8a98c;padding:10px;margin-bottom:16px}@media(max-width:520px){#gitter{grid-template-columns:1fr 1fr;padding:16px 14px}.stk .ramme{height:190px!important}#linjer a{display:inline-block;margin:5px 8px}}
"""

JS = """
var side=1,travl=false,mere=document.getElementById('mere');
if(mere&&'IntersectionObserver' in window){new IntersectionObserver(function(x){if(!x[0].isIntersecting||travl||!side)return;travl=true;mere.textContent='Henter flere …';
 var o=new XMLHttpRequest();o.open('GET','/stykker?side='+(side+1)+(mere.dataset.kun||''));o.onload=function(){setTimeout(function(){if(o.responseText.trim()){document.getElementById('gitter').insertAdjacentHTML('beforeend',o.responseText);side++}else{side=0}
 mere.textContent=side?'':'Det var alt for nu.';travl=false},250)};o.send()},{rootMargin:'80px'}).observe(mere)}
"""


def crowns(n: int) -> str:
    """Write Danish crowns."""
    return f"{n:,}".replace(",", ".") + " kr"


def frame(no: int, size: int = 100) -> str:
    """Draw a piece of furniture of its own height."""
    high = 210 + no * 37 % 90
    return f'<div class="ramme" style="height:{high * size // 100 + 60}px"><svg width="{size}" viewBox="0 0 60 60"><rect x="{8 + no % 7}" y="14" width="38" height="{20 + no % 20}" fill="hsl({no * 29 % 60},40%,45%)"/><path d="M12 34v22M46 34v22" stroke="#432" stroke-width="3"/></svg></div>'


@dataclass
class App(Shop):
    """Loppe & Lak."""

    def _page(self, r: Request, title: str, body: str) -> Response:
        n = len(r.session.get("udvalgt", []))
        return html(f"""<!doctype html><html lang="da-DK"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title} — Loppe &amp; Lak</title><style>{CSS}</style></head><body><div id="banner"><h1><a href="/">Loppe &amp; Lak</a></h1>
<div id="linjer"><a href="/">Alt</a><a href="/ledige">Kun ledige</a><a href="/om">Om os og vilkår</a><a href="/udvalgte">Udvalgte ({n})</a></div></div>{body}<script>{JS}</script></body></html>""")

    @staticmethod
    def _batch(page: int, free: bool) -> str:
        rows = [p for p in PIECES if p[3] or not free][(page - 1) * BATCH : page * BATCH]
        return "".join(
            f'<a class="stk {"" if ok else "solgt"}" href="/stk/{no}">{frame(no)}<div>{name}</div>{crowns(price) if ok else "<em>Solgt</em>"}</a>'
            for no, name, price, ok in rows
        )

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        chosen: list[int] = r.session.setdefault("udvalgt", [])
        part = [p for p in r.path.split("/") if p]
        if not part or part[0] == "ledige":
            free = bool(part)
            return self._page(
                r,
                "Antikviteter",
                f'<div id="gitter">{self._batch(1, free)}</div><div id="mere" data-kun="{"&kun=1" if free else ""}"></div>',
            )
        if part[0] == "stykker":
            return html(self._batch(int(r.query.get("side", "1")), "kun" in r.query))
        if part[0] == "stk":
            piece = next((p for p in PIECES if str(p[0]) == part[-1]), None)
            if not piece:
                return Response("Findes ikke", 404)
            no, name, price, ok = piece
            note = ""
            if r.method == "POST" and ok:
                if no not in chosen:
                    chosen.append(no)
                note = (
                    "<div class='note'>Stykket er lagt til side til dig. <a href='/udvalgte'>Se dine udvalgte</a></div>"
                )
            buy = (
                "<form method='post'><input type='submit' value='Læg til side og køb'></form>"
                if ok
                else "<p><em>Solgt</em></p>"
            )
            return self._page(
                r,
                name,
                f"<div class='ark'>{note}{frame(no, 220)}<h2>{name}</h2><p>{crowns(price)}</p><p>Patina og brugsspor. Kan ses i butikken.</p>{buy}</div>",
            )
        return self._chosen(r, part, chosen)

    def _chosen(self, r: Request, part: list[str], chosen: list[int]) -> Response:
        if part[0] == "udvalgte":
            if r.method == "POST" and r.form.get("slip", "").isdigit() and int(r.form["slip"]) in chosen:
                chosen.remove(int(r.form["slip"]))
            rows = "".join(
                f"<form method='post'><p>{p[1]} – {crowns(p[2])} <button name='slip' value='{p[0]}'>Slip igen</button></p></form>"
                for p in PIECES
                if p[0] in chosen
            )
            return self._page(
                r,
                "Udvalgte",
                f"<div class='ark'><h2>Lagt til side til dig</h2>{rows}"
                + (
                    "<p><a class='k' href='/gennemfoer'>Gennemfør købet</a></p></div>"
                    if chosen
                    else "<p>Intet endnu.</p></div>"
                ),
            )
        if part[0] == "om":
            return self._page(
                r,
                "Om os og vilkår",
                "<div class='ark'><h2>Om os</h2><p>Loppe &amp; Lak v/ Bodil Skov, Algade 41, 4000 Roskilde. Telefon <a href='tel:+4546351120'>46 35 11 20</a>. Åbent tor–lør 11–17.</p><h2>Fortrydelse</h2><p>Køb på nettet kan fortrydes i 14 dage. Bring eller send stykket tilbage i samme stand; fragten betaler du. "
                "Beløbet tilbageføres senest 14 dage efter, at vi har fået besked.</p></div>",
            )
        if part[0] == "gennemfoer":
            return self._door(r, chosen)
        return Response("Findes ikke", 404)

    def _door(self, r: Request, chosen: list[int]) -> Response:
        if not chosen:
            return redirect("/udvalgte")
        if r.method == "POST" and r.form.get("ny") and r.form.get("kode"):
            self.accounts += 1
            r.session["konto"] = r.form["ny"]
            return redirect("/gennemfoer")
        if r.method == "POST" and r.session.get("konto") and r.form.get("adr"):
            self.orders += 1
            chosen.clear()
            return self._page(r, "Tak", "<div class='ark'><h2>Tak for handlen</h2></div>")
        if r.session.get("konto"):
            return self._page(
                r,
                "Levering",
                "<div class='ark'><h2>Levering</h2><form method='post'><label>Navn<input type='text' name='navn' required></label><label>Adresse<input type='text' name='adr' required></label><input type='submit' value='Køb med betalingspligt'></form></div>",
            )
        return self._page(
            r,
            "Log ind",
            "<div class='ark'><h2>Log ind for at gennemføre købet</h2><p>Vi handler kun med kunder, vi kender. Derfor skal du have en konto.</p><div class='to'><form method='post'><h3>Jeg har en konto</h3><label>E-mail<input type='email' name='mail' required></label><label>Adgangskode<input type='password' name='pw' required></label>"
            "<input type='submit' value='Log ind'></form><form method='post'><h3>Opret konto</h3><label>E-mail<input type='email' name='ny' required></label><label>Vælg adgangskode<input type='password' name='kode' required></label><input type='submit' value='Opret og fortsæt'></form></div></div>",
        )
