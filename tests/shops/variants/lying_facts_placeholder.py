"""The page of returns is filler text, the phone icon has no number, and the newsletter field has nothing behind it.

Parts are swapped by attributes as with htmx; the menu is dropped on phones and the cart is a strip at the bottom.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

MESI = [
    {"id": 1, "nimi": "Pärnaõiemesi 500 g", "hind": "9,80", "liik": "mesi", "varv": "#e2a93b", "kogus": 0},
    {"id": 2, "nimi": "Kanarbikumesi 500 g", "hind": "12,50", "liik": "mesi", "varv": "#a8551f", "kogus": 14},
    {"id": 3, "nimi": "Õietolm 200 g", "hind": "11,00", "liik": "muu", "varv": "#f0c93d", "kogus": 9},
    {"id": 4, "nimi": "Meeküünal Mesipuu", "hind": "6,90", "liik": "muu", "varv": "#c88a1d", "kogus": 30},
]
STIIL = """body{margin:0;font-family:"Segoe UI",sans-serif;color:#3c2a12;padding-bottom:60px}a{color:#8a4b08}.pais{display:flex;
gap:20px;padding:14px 5%;background:#fff3d1;align-items:center}.pais nav{flex:1;display:flex;gap:16px}.karg{display:grid;
grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:18px;padding:0 5%}.rakk{border:2px solid #f4d58d;padding:12px;
text-align:center}.osta{background:#e2a93b;border:0;padding:12px 24px;font:inherit;font-weight:700;cursor:pointer;text-decoration:
none;color:#3c2a12;display:inline-block}#riba{position:fixed;bottom:0;left:0;right:0;background:#3c2a12;color:#fff;padding:12px 5%;
display:flex;justify-content:space-between;align-items:center}#riba a{color:#ffd56b}.jalus{background:#fff3d1;padding:20px 5%;
margin-top:40px;display:flex;gap:40px;flex-wrap:wrap}#sisu{min-height:50vh}.vorm{padding:0 5%}.vorm input,.vorm select{display:block;
padding:8px;width:100%;max-width:360px;margin:3px 0 12px;box-sizing:border-box}.vorm [type=radio]{display:inline;width:auto}
@media(max-width:650px){.pais nav{display:none}.karg{grid-template-columns:1fr 1fr}}"""
JS = """document.addEventListener('click',async e=>{const t=e.target.closest('[hx-get],[hx-post]');if(!t)return;e.preventDefault();
const m=t.hasAttribute('hx-post')?'POST':'GET',u=t.getAttribute('hx-post')||t.getAttribute('hx-get');const r=await fetch(u,{method:m,
headers:{'HX-Request':'true'}});const kuhu=document.querySelector(t.getAttribute('hx-target')||'#sisu');setTimeout(async()=>{
kuhu.innerHTML=await r.text();if(t.hasAttribute('hx-push-url')){history.pushState({},'',u);scrollTo(0,0)}},150)});
onpopstate=()=>location.reload()"""


def _link(url: str, text: str, css: str = "") -> str:
    return f'<a class="{css}" href="{url}" hx-get="{url}" hx-push-url="true">{text}</a>'


def _purk(mesi: dict[str, object]) -> str:
    return (
        f'<svg viewBox="0 0 40 46" width="130" role="img" aria-label="{mesi["nimi"]}"><rect x="9" y="3" width="22" height="7" '
        f'fill="#777"/><rect x="6" y="10" width="28" height="33" rx="6" fill="{mesi["varv"]}"/></svg>'
    )


class App(Shop):
    """Honey from a farm."""

    def handle(self, request: Request) -> Response:
        korv: dict[int, int] = request.session.setdefault("korv", {})
        osa, _, id_ = request.path.strip("/").partition("/")
        mesi = next((m for m in MESI if str(m["id"]) == id_), None)
        if osa == "lisa" and mesi and mesi["kogus"]:
            korv[int(id_)] = korv.get(int(id_), 0) + 1
            return html(self._riba(korv))
        if osa == "tellimus" and request.method == "POST" and korv:
            self.orders += 1
            korv.clear()
            return self._leht("<h1>Aitäh tellimast!</h1>", korv)
        if osa == "tellimus" and not korv:
            return redirect("/korv")
        lehed = {"": self._avaleht, "liik": self._liik, "korv": self._korv, "tellimus": self._tellimus}
        lehed |= {"tagastamine": self._lorem, "kontakt": self._kontakt, "tarne": self._tarne}
        if osa == "toode" and mesi:
            sisu = self._toode(mesi)
        elif osa in lehed:
            sisu = lehed[osa](korv, id_, request)
        else:
            return html("<h1>Lehte ei leitud</h1>", 404)
        return html(sisu) if request.headers.get("hx-request") else self._leht(sisu, korv)

    @staticmethod
    def _riba(korv: dict[int, int]) -> str:
        arv = sum(korv.values())
        return f"<span>{'Korvis ' + str(arv) + ' toodet' if arv else 'Korv on tühi'}</span>{_link('/korv', 'Vaata ostukorvi')}"

    def _leht(self, sisu: str, korv: dict[int, int]) -> Response:
        return html(f"""<!doctype html><html lang="et"><head><meta charset="utf-8"><title>Taru talu meepood</title><meta
name="viewport" content="width=device-width,initial-scale=1"><style>{STIIL}</style></head><body><div class="pais">{_link("/", "<b>Taru talu</b>")}
<nav>{_link("/liik/mesi", "Mesi")}{_link("/liik/muu", "Muud mesindussaadused")}{_link("/kontakt", "Kontakt")}</nav><span
title="Telefon">📞</span></div><div id="sisu">{sisu}</div><div class="jalus"><div>{_link("/tagastamine", "Tagastamine ja vahetus")}<br>
{_link("/tarne", "Tarne")}<br>{_link("/kontakt", "Kontakt")}</div><div>Liitu uudiskirjaga<br><input placeholder="Sinu e-post"><button
type="button">Liitu</button></div><div>Telefon:</div></div><div id="riba">{self._riba(korv)}</div><script>{JS}</script></body></html>""")

    def _kargid(self, read: list[dict[str, object]]) -> str:
        return '<div class="karg">' + "".join(
            f'<div class="rakk">{_link("/toode/" + str(m["id"]), _purk(m) + "<br>" + str(m["nimi"]))}<p>{m["hind"]} €</p>'
            f"{'' if m['kogus'] else '<em>Otsas</em>'}</div>"
            for m in read
        ) + "</div>"  # fmt: skip

    def _avaleht(self, korv: dict[int, int], id_: str, request: Request) -> str:
        return '<h1 style="padding:0 5%">Otse tarust</h1>' + self._kargid(MESI)

    def _liik(self, korv: dict[int, int], id_: str, request: Request) -> str:
        return self._kargid([m for m in MESI if m["liik"] == id_])

    def _toode(self, mesi: dict[str, object]) -> str:
        nupp = f'<button class="osta" hx-post="/lisa/{mesi["id"]}" hx-target="#riba">Lisa korvi</button>'
        return f"""<div class="vorm">{_purk(mesi)}<h1>{mesi["nimi"]}</h1><p><b>{mesi["hind"]} €</b></p>{
            nupp if mesi["kogus"] else "<p>Toode on hetkel otsas</p>"
        }<p>Taru talu mesilastelt Karulast.</p><p style="color:#ccc">★★★★★</p></div>"""

    def _korv(self, korv: dict[int, int], id_: str, request: Request) -> str:
        if request.query.get("x", "").isdigit():
            korv.pop(int(request.query["x"]), None)
        read = "".join(
            f'<p>{m["nimi"]} × {korv[m["id"]]} <a href="/korv?x={m["id"]}">Eemalda</a></p>'
            for m in MESI
            if m["id"] in korv
        )
        edasi = '<a class="osta" href="/tellimus">Edasi tellima</a>' if read else "<p>Siin pole veel midagi.</p>"
        return f'<div class="vorm"><h1>Ostukorv</h1>{read}{edasi}</div>'

    def _tellimus(self, korv: dict[int, int], id_: str, request: Request) -> str:
        return """<form class="vorm" method="post" action="/tellimus"><h1>Tellimuse andmed</h1><label>Ees- ja perekonnanimi<input
required></label><label>Telefon<input required></label><label>E-post<input type="email" required></label><label>Pakiautomaat<select>
<option>Omniva Võru Maksimarket</option><option>Itella Valga Rimi</option></select></label><p><label><input type="radio" name="m"
checked> Pangalink</label> <label><input type="radio" name="m"> Kaardimakse</label></p><button class="osta">Kinnita tellimus</button>
</form>"""

    def _lorem(self, korv: dict[int, int], id_: str, request: Request) -> str:
        return """<div class="vorm"><h1>Tagastamine ja vahetus</h1><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do
eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco.</p><p>Duis
aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur.</p></div>"""

    def _tarne(self, korv: dict[int, int], id_: str, request: Request) -> str:
        return '<div class="vorm"><h1>Tarne</h1><p>Pakiautomaati 3,20 €, kohale 1–3 tööpäevaga.</p></div>'

    def _kontakt(self, korv: dict[int, int], id_: str, request: Request) -> str:
        return """<div class="vorm"><h1>Kontakt</h1><p>Taru talu, Karula küla, 68112 Valgamaa</p><p>E-post: <a
href="mailto:mesi@tarutalu.example">mesi@tarutalu.example</a></p><p>Telefon:</p></div>"""
