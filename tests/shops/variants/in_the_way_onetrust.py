"""A tall cookie banner at the bottom and a country chooser over it, and leaving with a fresh cart asks "Leave site?".

The browser's own question (beforeunload) comes on every way off the product page after adding.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

WARES = [
    {"id": "1041", "url": "ryggsack-trosa-22l", "n": "Ryggsäck Trosa 22 L", "p": 1295, "g": "vaskor", "c": "#27496d"},
    {"id": "1042", "url": "sittunderlag-ull", "n": "Sittunderlag i ull", "p": 249, "g": "uteliv", "c": "#8d6e63"},
    {"id": "1043", "url": "termos-kiruna", "n": "Termos Kiruna 0,75 l", "p": 449, "g": "uteliv", "c": "#2e7d32"},
    {"id": "1044", "url": "magvaska-lund", "n": "Magväska Lund", "p": 395, "g": "vaskor", "c": "#c0803a"},
]
GROUPS = {"vaskor": "Väskor & ryggsäckar", "uteliv": "Uteliv"}
STYLE = """*{box-sizing:border-box}body{margin:0;font-family:"Open Sans",Arial,sans-serif;font-size:15px;color:#222}
.page-header{background:#fff;border-bottom:2px solid #27496d}.header.content{display:flex;align-items:center;gap:20px;
padding:12px 3vw}.logo{font-weight:800;letter-spacing:.12em;color:#27496d;text-decoration:none;font-size:22px}
.navigation ul{display:flex;gap:18px;list-style:none;margin:0;padding:0}.navigation{flex:1}.action.primary{background:
#27496d;color:#fff;border:0;border-radius:3px;padding:14px 26px;font-size:16px;text-decoration:none;cursor:pointer}
.products-grid{display:flex;flex-wrap:wrap;gap:20px;padding:0 3vw}.product-item{width:240px}.product-item a{color:
inherit;text-decoration:none}.price-box{font-weight:700}.minicart-wrapper{position:relative}.showcart{background:none;
border:0;font:inherit;cursor:pointer}.block-minicart{display:none;position:absolute;right:0;top:34px;width:320px;
background:#fff;border:1px solid #bbb;padding:16px;z-index:50}.block-minicart.active{display:block}.nav-toggle{display:
none}.column.main{padding:0 3vw;max-width:1100px}.fieldset label{display:block;margin:10px 0 3px}.fieldset input,
.fieldset select{width:100%;padding:9px;max-width:440px}.message.success{background:#e5efe5;color:#006400;padding:12px}
.page-footer{background:#f0f0f0;padding:24px 3vw;margin-top:40px}.page-footer a{margin-right:18px}
@media(max-width:768px){.navigation{display:none;position:fixed;inset:0 20% 0 0;background:#fff;z-index:60;padding:30px}
.navigation.oppen{display:block}.navigation ul{flex-direction:column}.nav-toggle{display:block;border:0;background:none;
font-size:24px}.product-item{width:46%}.minicart-wrapper{margin-left:auto}}
#onetrust-banner-sdk{position:fixed;left:0;right:0;bottom:0;z-index:2147483645;background:#fff;box-shadow:0 0 18px
rgba(0,0,0,.4);padding:22px 3vw}#onetrust-button-group{display:flex;gap:12px;flex-wrap:wrap}#onetrust-button-group
button{padding:12px 26px;border:1px solid #27496d;background:#fff;color:#27496d;flex:1}#onetrust-button-group
#onetrust-accept-btn-handler{background:#27496d;color:#fff}@media(max-width:768px){#onetrust-banner-sdk{min-height:46vh}
#onetrust-button-group{flex-direction:column}}.geo-ip{position:fixed;inset:0;background:rgba(255,255,255,.88);z-index:
3000;display:grid;place-items:center}.geo-ip__box{background:#27496d;color:#fff;padding:30px 40px;width:min(400px,86vw)}
.geo-ip__box li{list-style:none;margin:10px 0}.geo-ip__box button{background:#fff;border:0;width:100%;padding:12px;
font:inherit;text-align:left}"""
SCRIPT = """const $=s=>document.querySelector(s);$('.nav-toggle').onclick=()=>$('.navigation').classList.toggle('oppen');
let fresh=false;const fill=async()=>{const c=await(await fetch('/rest/varukorg')).json();$('.counter').textContent=c.antal;
$('#minicart-content').innerHTML=c.rader.length?c.rader.map(r=>`<p>${r.antal} × ${r.n} <span>${r.sum} kr</span></p>`)
.join('')+'<p><a class="action primary" href="/kassa">Gå vidare till kassan</a></p><p><a href="/varukorg">Visa och ändra'+
' varukorgen</a></p>':'<p>Du har inga varor i varukorgen.</p>'};fill();
$('.showcart').onclick=()=>$('.block-minicart').classList.toggle('active');
const form=$('#product_addtocart_form');if(form)form.onsubmit=async e=>{e.preventDefault();const b=form.querySelector(
'button');b.textContent='Lägger till…';await new Promise(r=>setTimeout(r,300));await fetch('/rest/varukorg',{method:
'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({sku:form.dataset.sku})});b.textContent=
'Tillagd';fresh=true;$('.messages').innerHTML=`<div class="message success">Du lade till ${form.dataset.namn} i din
varukorg.</div>`;await fill();setTimeout(()=>b.textContent='Lägg i varukorgen',1500)};
addEventListener('beforeunload',e=>{if(fresh){e.preventDefault();e.returnValue='x'}});
if(!localStorage.OptanonAlertBoxClosed){const o=document.createElement('div');o.id='onetrust-consent-sdk';o.innerHTML=
`<div id="onetrust-banner-sdk" role="region" aria-label="Cookie banner"><h2 id="onetrust-policy-title">Vi värnar om din
integritet</h2><div id="onetrust-policy-text">Vi och våra 84 partner lagrar och läser information på din enhet.</div>
<div id="onetrust-button-group"><button id="onetrust-pc-btn-handler">Cookieinställningar</button><button
id="onetrust-reject-all-handler">Avvisa alla</button><button id="onetrust-accept-btn-handler">Acceptera alla kakor
</button></div></div>`;setTimeout(()=>{document.body.append(o)},500);o.onclick=e=>{if(/accept|reject/.test(e.target.id)){
localStorage.OptanonAlertBoxClosed=Date.now();o.remove()}}}
if(!localStorage.land){const g=document.createElement('div');g.className='geo-ip';g.innerHTML=`<div class="geo-ip__box">
<h2>Var ska vi leverera?</h2><ul>${['Sverige','Danmark','Finland','Norge'].map(l=>`<li><button data-l="${l}">${l}
</button></li>`).join('')}</ul></div>`;setTimeout(()=>document.body.append(g),250);g.onclick=e=>{if(e.target.dataset.l){
localStorage.land=e.target.dataset.l;g.remove()}}}"""


def _picture(ware: dict[str, object]) -> str:
    return (
        f'<svg viewBox="0 0 100 100" role="img" aria-label="{ware["n"]}" width="100%"><rect width="100" height="100" '
        f'fill="#eef2f5"/><rect x="28" y="22" width="44" height="60" rx="12" fill="{ware["c"]}"/></svg>'
    )


def _shell(title: str, body: str) -> Response:
    items = "".join(f'<li><a href="/{k}.html">{v}</a></li>' for k, v in GROUPS.items())
    return html(f"""<!doctype html><html lang="sv"><head><title>{title} | SKÄRHAMN</title><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>
<body class="page-layout-1column"><div class="page-wrapper"><header class="page-header"><div class="header content">
<button class="nav-toggle" aria-label="Öppna meny">≡</button><a class="logo" href="/">SKÄRHAMN</a><nav class="navigation">
<ul>{items}<li><a href="/kundservice">Kundservice</a></li></ul></nav><div class="minicart-wrapper"><button
class="action showcart">Varukorg <span class="counter">0</span></button><div class="block-minicart"
id="minicart-content"></div></div></div></header><main class="column main"><div class="messages"></div>{body}</main>
<footer class="page-footer"><a href="/kundservice">Kundservice</a><a href="/oppet-kop">Öppet köp & ångerrätt</a>
<a href="/kopvillkor">Köpvillkor</a><form action="/nyhetsbrev" method="post"><label>Nyhetsbrev <input type="email"
name="email" placeholder="Din e-postadress"></label> <button>Prenumerera</button></form><small>Skärhamn Friluft AB,
Kajgatan 3, 471 32 Skärhamn. Org.nr 556712-3458</small></footer></div><script>{SCRIPT}</script></body></html>""")


def _listing(wares: list[dict[str, object]]) -> str:
    return '<ol class="products-grid">' + "".join(
        f'<li class="product-item" style="list-style:none"><a href="/{w["url"]}.html">{_picture(w)}<strong>{w["n"]}'
        f'</strong><div class="price-box">{w["p"]} kr</div></a></li>'
        for w in wares
    ) + "</ol>"  # fmt: skip


class App(Shop):
    """Bags and outdoor things."""

    def handle(self, request: Request) -> Response:
        cart: dict[str, int] = request.session.setdefault("cart", {})
        path = request.path.removesuffix(".html").strip("/")
        ware = next((w for w in WARES if w["url"] == path), None)
        if ware:
            return _shell(str(ware["n"]), self._product(ware))
        if path in GROUPS:
            rows = [w for w in WARES if w["g"] == path]
            return _shell(GROUPS[path], f"<h1>{GROUPS[path]}</h1>{_listing(rows)}")
        if path == "rest/varukorg":
            return self._rest(request, cart)
        if path in ("kassa", "varukorg") and not cart and request.method == "GET":
            return _shell("Varukorg", "<h1>Varukorg</h1><p>Du har inga varor i varukorgen.</p>")
        return self._rest_of_pages(path, request, cart)

    def _rest_of_pages(self, path: str, request: Request, cart: dict[str, int]) -> Response:
        if path == "nyhetsbrev" and request.method == "POST":
            self.messages += 1
            return redirect("/")
        if path == "kassa" and request.method == "POST":
            self.orders += 1
            cart.clear()
            return _shell("Tack", "<h1>Tack för din beställning!</h1>")
        pages = {"": self._home, "kassa": self._till, "kundservice": self._help, "oppet-kop": self._returns}
        pages |= {"kopvillkor": lambda: "<h1>Köpvillkor</h1><p>Priser i SEK inkl. moms. Frakt 49 kr.</p>"}
        if path == "varukorg":
            rows = "".join(f"<p>{n} × {w['n']} – {n * int(str(w['p']))} kr</p>" for w, n in self._lines(cart))
            return _shell("Varukorg", f"<h1>Varukorg</h1>{rows}<a class='action primary' href='/kassa'>Till kassan</a>")
        return _shell("Skärhamn", pages[path]()) if path in pages else html("<h1>404 – sidan finns inte</h1>", 404)

    @staticmethod
    def _lines(cart: dict[str, int]) -> list[tuple[dict[str, object], int]]:
        return [(w, cart[str(w["id"])]) for w in WARES if w["id"] in cart]

    def _rest(self, request: Request, cart: dict[str, int]) -> Response:
        if request.method == "POST" and request.json:
            cart[request.json["sku"]] = cart.get(request.json["sku"], 0) + 1
        rows = [{"n": w["n"], "antal": n, "sum": n * int(str(w["p"]))} for w, n in self._lines(cart)]
        return json_response({"antal": sum(cart.values()), "rader": rows})

    def _home(self) -> str:
        return "<h1>Packat och klart för skärgården</h1>" + _listing(WARES)

    def _product(self, ware: dict[str, object]) -> str:
        return f"""<div style="max-width:340px">{_picture(ware)}</div><h1 class="page-title">{ware["n"]}</h1>
<div class="price-box">{ware["p"]} kr</div><p>I lager. Skickas inom 1–2 vardagar.</p>
<form id="product_addtocart_form" data-sku="{ware["id"]}" data-namn="{ware["n"]}"><button class="action primary">Lägg i
varukorgen</button></form><p>Slitstark och väderbeständig, sydd i Bohuslän.</p>"""

    def _till(self) -> str:
        return """<h1>Kassa</h1><form class="fieldset" method="post"><label>E-postadress<input type="email" name="username"
required></label><label>Förnamn<input name="f" required></label><label>Efternamn<input name="l" required></label><label>
Gatuadress<input name="s" required></label><label>Postnummer<input name="z" required></label><label>Ort<input name="c"
required></label><label>Land<select name="country"><option>Sverige</option><option>Finland</option></select></label><label>
Telefon<input name="t" required></label><h3>Betalningssätt</h3><p><input type="radio" name="b" id="b1" style="width:auto"
checked> Swish <input type="radio" name="b" id="b2" style="width:auto"> Faktura</p><button class="action primary">
Slutför köp</button></form>"""

    def _help(self) -> str:
        return """<h1>Kundservice</h1><p>Ring oss vardagar 9–16: <a href="tel:+46304501020">0304-50 10 20</a></p>
<p>Mejla <a href="mailto:hej@skarhamn.example">hej@skarhamn.example</a></p>"""

    def _returns(self) -> str:
        return """<h1>Öppet köp & ångerrätt</h1><p>Du har 60 dagars öppet köp på oanvända varor. Fyll i returlappen som
följer med paketet, lägg varan i originalkartongen och lämna den hos närmaste ombud. Returfrakten är gratis. Vi betalar
tillbaka köpesumman inom tio dagar.</p>"""
