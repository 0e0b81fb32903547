"""The cart and the whole checkout are one page: lines above, address, delivery and payment below, and no button between them.

Adding swaps the basket link in the header by a fragment from the server; nothing else moves.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

CAT = {"te": "Te", "krus": "Krus & kander", "gaver": "Gaver"}
TEAS: dict[int, dict[str, object]] = {
    1: {"navn": "Sencha Fukujyu 100 g", "pris": 6900, "kat": "te", "rgb": "5a7d3c"},
    2: {"navn": "Earl Grey Bergamot 100 g", "pris": 5900, "kat": "te", "rgb": "5b4636"},
    3: {"navn": "Rooibos Appelsin 100 g", "pris": 4900, "kat": "te", "rgb": "b4532a"},
    4: {"navn": "Tekande i støbejern 0,8 l", "pris": 39900, "kat": "krus", "rgb": "333a40"},
    5: {"navn": "Gaveæske med tre slags te", "pris": 17900, "kat": "gaver", "rgb": "93295e"},
}


def dkk(oere: object) -> str:
    """Write crowns as Danes do."""
    return f"{int(str(oere)) / 100:.2f} kr.".replace(".", ",", 1)


def basket_link(session: dict[str, object]) -> str:
    """The basket in the header, which is also the fragment that is swapped in."""
    kurv = session.get("kurv") or {}
    n = sum(kurv.values())
    text = f"Kurv ({n})" if n else "Kurv"
    return f'<a id="mk" class="btn btn-outline-dark" href="/bestil">{text}</a>'


@dataclass
class App(Shop):
    """A tea merchant of Aarhus."""

    def layout(self, request: Request, heading: str, content: str, code: int = 200) -> Response:
        """Dress a page."""
        items = "".join(f'<li class="nav-item"><a class="nav-link" href="/k/{k}">{v}</a></li>' for k, v in CAT.items())
        return html(
            f"""<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><title>{heading} - Tehuset ved Åen</title>
<meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no"><style>
body{{margin:0;font-family:"Segoe UI",Roboto,Arial,sans-serif;line-height:1.5}}.container{{max-width:1040px;margin:0 auto;padding:0 15px}}
.navbar{{display:flex;align-items:center;gap:20px;padding:12px 15px;background:#f4efe6}}.navbar-nav{{display:flex;gap:16px;list-style:none;
margin:0;padding:0;flex:1}}.nav-link,.navbar-brand{{color:#3b2f22;text-decoration:none}}.navbar-brand{{font-weight:700;font-size:20px}}
.btn{{padding:8px 16px;border-radius:4px;border:1px solid transparent;text-decoration:none;cursor:pointer;font-size:16px}}
.btn-outline-dark{{border-color:#343a40;color:#343a40}}.btn-success{{background:#3d7a4a;color:#fff}}.row{{display:flex;flex-wrap:wrap}}
.col-4{{width:33.33%;padding:12px;box-sizing:border-box}}.col-6{{width:50%;padding:12px;box-sizing:border-box}}.card{{border:1px solid
#ddd;border-radius:4px}}.card-body{{padding:12px}}.card-img{{display:block;width:100%;height:160px}}.form-control{{display:block;
width:100%;padding:8px;box-sizing:border-box;margin-bottom:10px;border:1px solid #ced4da;font-size:16px}}.toggler{{display:none}}
.list-group div{{display:flex;justify-content:space-between;padding:10px 0;border-bottom:1px solid #eee}}footer{{background:#3b2f22;
color:#f4efe6;padding:24px 0;margin-top:32px}}footer a{{color:#fff}}@media(max-width:600px){{.col-4,.col-6{{width:100%}}
.toggler{{display:block}}.navbar{{flex-wrap:wrap}}.navbar-nav{{display:none;width:100%;flex:none;order:9;flex-direction:column}}
.navbar-nav.show{{display:flex}}.navbar-brand{{flex:1}}}}</style></head><body><nav class="navbar"><a class="navbar-brand" href="/">Tehuset
ved Åen</a><button class="btn toggler" aria-label="Menu" onclick="document.querySelector('.navbar-nav').classList.toggle('show')">☰
</button><ul class="navbar-nav">{items}</ul>{basket_link(request.session)}</nav><div class="container"><h1>{heading}</h1>{content}</div>
<footer><div class="container"><p>Tehuset ved Åen ApS, Åboulevarden 21, 8000 Aarhus C, CVR 38221907<br>Ring
<a href="tel:+4586120045">86 12 00 45</a> eller skriv til <a href="mailto:hej@tehuset.example">hej@tehuset.example</a></p>
<a href="/handelsbetingelser">Handelsbetingelser</a> · Vi tager imod <img alt="Dankort" width="34" height="22" src="/logo/dk.svg"> <img
alt="MobilePay" width="34" height="22" src="/logo/mp.svg"></div></footer><script>
document.addEventListener('submit',function(ev){{var f=ev.target;if(!f.hasAttribute('data-swap'))return;ev.preventDefault();
fetch(f.action,{{method:'POST',body:new URLSearchParams(new FormData(f)),headers:{{'X-Part':'1'}}}}).then(function(r){{return r.text()}})
.then(function(t){{setTimeout(function(){{document.querySelector(f.getAttribute('data-swap')).outerHTML=t}},250)}})}});
</script></body></html>""",
            code,
        )

    def cards(self, kat: str = "") -> str:
        """List the teas."""
        return (
            '<div class="row">'
            + "".join(
                f'<div class="col-4"><div class="card"><a href="/vare/{i}"><svg class="card-img" viewBox="0 0 4 3"><rect width="4" height="3" '
                f'fill="#{t["rgb"]}"/></svg></a><div class="card-body"><a class="nav-link" href="/vare/{i}">{t["navn"]}</a>{dkk(t["pris"])}'
                "</div></div></div>"
                for i, t in TEAS.items()
                if kat in ("", t["kat"])
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        head, _, tail = request.path.strip("/").partition("/")
        if head == "":
            return self.layout(request, "Te med omtanke", self.cards())
        if head == "k" and tail in CAT:
            return self.layout(request, CAT[tail], self.cards(tail))
        if head == "vare" and tail.isdigit() and int(tail) in TEAS:
            return self.product(request, int(tail))
        if head == "logo":
            return Response('<svg xmlns="http://www.w3.org/2000/svg" width="34" height="22"><rect width="34" height="22" fill="#fff"/></svg>',
                            content_type="image/svg+xml")  # fmt: skip
        if head == "put":
            return self.put(request)
        if head == "bestil":
            return self.order(request)
        if head == "handelsbetingelser":
            return self.layout(
                request,
                "Handelsbetingelser",
                (
                    "<h2>Fortrydelsesret</h2><p>Du har 14 dages fortrydelsesret, når du handler hos os. Fristen udløber 14 dage efter den dag, "
                    "hvor du har modtaget din ordre. Giv os besked på hej@tehuset.example, og send varen retur til Åboulevarden 21, 8000 Aarhus C. "
                    "Du betaler selv returfragten. Åbnede poser te tages ikke retur.</p><h2>Levering</h2><p>39 kr. med DAO til pakkeshop.</p>"
                ),
            )
        return self.layout(request, "Siden findes ikke", "<p>Prøv menuen ovenfor.</p>", 404)

    def product(self, request: Request, i: int) -> Response:
        """Show one tea."""
        t = TEAS[i]
        return self.layout(
            request,
            str(t["navn"]),
            (
                f'<div class="row"><div class="col-6"><svg viewBox="0 0 4 3" width="100%"><rect width="4" height="3" fill="#{t["rgb"]}"/></svg>'
                f'</div><div class="col-6"><p style="font-size:24px">{dkk(t["pris"])}</p><p>På lager. Sendes i dag ved bestilling før kl. 14.</p>'
                f'<form method="post" action="/put" data-swap="#mk"><input type="hidden" name="nr" value="{i}"><button class="btn btn-success">'
                "Læg i kurv</button></form></div></div>"
            ),
        )

    def put(self, request: Request) -> Response:
        """Add a tea, and answer with the fragment or a page."""
        kurv: dict[int, int] = request.session.setdefault("kurv", {})
        nr = int(request.form.get("nr", "0") or 0)
        if nr in TEAS:
            kurv[nr] = kurv.get(nr, 0) + 1
        if "fjern" in request.form:
            kurv.pop(int(request.form["fjern"]), None)
        return html(basket_link(request.session)) if request.headers.get("x-part") else redirect("/bestil")

    def order(self, request: Request) -> Response:
        """Show cart and checkout, or take the order."""
        kurv = request.session.get("kurv") or {}
        if not kurv:
            return self.layout(request, "Din bestilling", "<p>Der er ikke noget i kurven endnu.</p>")
        if request.method == "POST" and request.form.get("email"):
            self.orders += 1
            kurv.clear()
            return self.layout(request, "Tak for din bestilling", "<p>Du får en mail om et øjeblik.</p>")
        rows = "".join(
            f'<div><span>{q} × {TEAS[i]["navn"]}</span><span>{dkk(int(str(TEAS[i]["pris"])) * q)} <button form="f{i}" title="Fjern">×</button>'
            f'</span></div><form id="f{i}" method="post" action="/put"><input type="hidden" name="fjern" value="{i}"></form>'
            for i, q in kurv.items()
        )
        ask = "".join(
            f'<label>{v}<input class="form-control" name="{k}" {extra} required></label>'
            for k, v, extra in [("email", "E-mail", 'type="email"'), ("navn", "Navn", ""), ("vej", "Vej og nr.", ""),
                                ("postnr", "Postnr.", 'inputmode="numeric"'), ("by", "By", ""), ("tlf", "Telefon", 'type="tel"')]
        )  # fmt: skip
        return self.layout(
            request,
            "Din bestilling",
            (
                f'<div class="list-group">{rows}</div><form method="post" action="/bestil" class="row"><div class="col-6"><h3>Hvor skal vi sende '
                f'det hen?</h3>{ask}<label>Besked til os<textarea class="form-control" name="besked"></textarea></label></div><div class="col-6">'
                '<h3>Betaling</h3><label><input type="radio" name="bet" value="mp" required> MobilePay</label><br><label><input type="radio" '
                'name="bet" value="kort"> Dankort / Visa / Mastercard</label><p><label><input type="checkbox" name="ok" required> Jeg accepterer '
                '<a href="/handelsbetingelser">handelsbetingelserne</a></label></p><button class="btn btn-success">Betal</button></div></form>'
            ),
        )
