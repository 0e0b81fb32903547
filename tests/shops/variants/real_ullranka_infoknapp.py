"""A Swedish yarn shop on a hosted platform: Info and Köp on every card, a small basket that opens under the icon, a till on one page that comes late.

Contact stands on one page only and is written for people, not for robots.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# artno: name, price, stock, colours, category
GARN: dict[str, tuple[str, int, int, tuple[str, ...], str]] = {
    "ur11": ("Tvåtrådig ull Myrull", 79, 200, ("Naturvit", "Lingon", "Mossa"), "ullgarn"),
    "ur12": ("Ostmätt garnvinda i björk", 640, 7, (), "redskap"),
    "ur15": ("Nystpinne al", 145, 30, (), "redskap"),
    "ur21": ("Lin 16/2 blekt", 118, 0, (), "lingarn"),
    "ur22": ("Lin 16/2 oblekt", 112, 44, (), "lingarn"),
    "ur31": ("Strumpgarn Ådal", 89, 90, ("Grå", "Tjära"), "ullgarn"),
}
KAT = {"ullgarn": "Ullgarn", "lingarn": "Lingarn", "redskap": "Redskap"}
CSS = """html{font:15px/1.6 "Trebuchet MS",sans-serif;color:#2c2a33}body{margin:0}a{color:#6b2d5c}.rubrik{position:sticky;top:0;background:#fff;border-bottom:3px solid #6b2d5c;z-index:10}.rubrik .in{max-width:1160px;margin:auto;display:flex;align-items:center;gap:18px;padding:10px 16px;position:relative}.firma{font-size:24px;text-decoration:none;flex:1}.rubrik form{display:flex}.rubrik input{padding:6px;width:130px}.ikon{background:none;border:0;font-size:22px;cursor:pointer}.ikon sup{font-size:12px;background:#6b2d5c;color:#fff;border-radius:9px;padding:1px 6px}
.ram{max-width:1160px;margin:20px auto;padding:0 16px;display:grid;grid-template-columns:210px 1fr;gap:30px}.trad a{display:block;padding:5px 0;text-decoration:none}.trad h4{margin:18px 0 4px}.rutor{display:grid;grid-template-columns:repeat(3,1fr);gap:22px}.ruta{text-align:center;border:1px solid #eadfe7;padding:12px}.ruta .nm{display:block;min-height:3em;text-decoration:none;color:inherit}.kn{display:inline-block;padding:9px 16px;border:1px solid #6b2d5c;background:#fff;color:#6b2d5c;text-decoration:none;font:inherit;cursor:pointer}.kn.fyll{background:#6b2d5c;color:#fff}.mobil{display:none}
.pop{display:none;position:absolute;right:16px;top:100%;width:330px;background:#fff;border:1px solid #bbb;box-shadow:0 6px 20px #0003;padding:14px}.pop table{width:100%;font-size:13px}.pop button{background:none;border:0;cursor:pointer}.falt{display:block;margin:8px 0}.falt input,.falt select,.falt textarea{display:block;width:100%;box-sizing:border-box;padding:9px;font:inherit}.kassagrid{display:grid;grid-template-columns:1fr 1fr;gap:34px}.sidfot{background:#f5eef3;padding:26px 16px 80px;text-align:center;font-size:13px}.kaka{position:fixed;right:14px;bottom:14px;width:270px;background:#fff;border:1px solid #999;padding:14px;z-index:20;font-size:13px}
@media(max-width:767px){.dator{display:none!important}.mobil{display:block}.ram{display:block}.trad{display:none}.trad.ute{display:block}.rutor{grid-template-columns:1fr 1fr;gap:10px}.kop{display:none!important}.pop{left:0;right:0;width:auto}.kassagrid{display:block}.firma{font-size:19px}}"""
JS = r"""<script>(function(){var d=document,q=function(s){return [].slice.call(d.querySelectorAll(s))};
function anropa(m,p){return fetch('/backend/jsonrpc/v1',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({method:m,params:p})}).then(function(r){return r.json()})}
function fyll(k,visa){q('.antal').forEach(function(e){e.textContent=k.antal});q('.pop').forEach(function(e){e.innerHTML=k.rader.length?'<b>Din varukorg</b><table>'+k.rader.map(function(r){return '<tr><td>'+r.antal+' st</td><td>'+r.namn+'</td><td>'+r.summa+' kr</td><td><button data-bort="'+r.id+'" title="Ta bort">✕</button></td></tr>'}).join('')+'</table><p>Summa: <b>'+k.total+' kr</b></p><a class="kn fyll" href="/checkout">Till kassan</a>':'<p>Varukorgen är tom.</p>';if(visa)e.style.display='block'})}
d.addEventListener('click',function(e){var b=e.target.closest('[data-kop],[data-bort],.ikon');if(!b)return;
if(b.dataset.kop){var f=d.getElementById('val'),o=f?f.value:'';if(f&&b.dataset.sida&&!o){f.style.outline='2px solid #c22';f.focus();return}var n=b.dataset.sida?d.getElementById('st').value:1;anropa('Cart.addItem',{art:b.dataset.kop,val:o,antal:n}).then(function(k){fyll(k,true);scrollTo({top:0,behavior:'smooth'})})}
else if(b.dataset.bort)anropa('Cart.removeItem',{id:b.dataset.bort}).then(function(k){fyll(k,true)});
else if(b.classList.contains('meny'))q('.trad')[0].classList.toggle('ute');
else if(b.classList.contains('vagn'))q('.pop').forEach(function(p){p.style.display=p.style.display=='block'?'none':'block'})});
anropa('Cart.get',{}).then(function(k){fyll(k,false)});
if(!localStorage.getItem('kakval')){var k=d.createElement('div');k.className='kaka';k.innerHTML='Vi använder cookies för att butiken ska fungera. <br><button class="kn fyll">OK</button> <a href="/info/cookies">Mer info</a>';d.body.appendChild(k);k.querySelector('button').onclick=function(){localStorage.setItem('kakval','ja');k.remove()}}
var t=d.getElementById('kassan');if(t)setTimeout(function(){fetch('/checkout/delar').then(function(r){return r.text()}).then(function(x){t.innerHTML=x;
t.addEventListener('change',function(e){if(e.target.name=='typ')d.getElementById('bolag').hidden=e.target.value!='f'});d.getElementById('rab').onclick=function(e){e.preventDefault();d.getElementById('rabatt').hidden=false}})},1100)})()</script>"""
INFO = {
    "oppet-kop": "<h1>Öppet köp och retur</h1><p>Hos oss har du alltid 30 dagars öppet köp, räknat från den dag du hämtar ut paketet. Nystan ska vara oanvända och ha banderollen kvar. Mejla oss innan du skickar tillbaka, så får du en returetikett för 49 kr. Pengarna är tillbaka på kontot inom en vecka efter att vi fått garnet.</p>",
    "kopvillkor": "<h1>Köpvillkor</h1><p>Priserna är i svenska kronor och inklusive moms. Vi skickar inom två vardagar med PostNord; frakten kostar 59 kr. Äganderätten går över när varan är betald.</p>",
    "kontakt": '<h1>Kontakta oss</h1><p>Ullranka drivs av Maj-Britt och Siv i en gammal lanthandel.</p><table cellpadding="6"><tr><td>Besök</td><td>Lanthandelsvägen 2, 822 99 Alfta</td></tr><tr><td>Öppet</td><td>torsdag–lördag 11–16</td></tr><tr><td>Telefon</td><td>+46 (0)290-55 50 44</td></tr><tr><td>Mejl</td><td>garnet<i>&thinsp;[snabel-a]&thinsp;</i>ullranka.example</td></tr></table><p>Vi svarar när vi inte står vid spinnrocken.</p>',
    "cookies": "<h1>Om cookies</h1><p>En cookie minns din varukorg.</p>",
}


@dataclass
class App(Shop):
    """Ullranka, Alfta."""

    def korg(self, r: Request) -> dict[str, Any]:
        rader = [{"id": k, "antal": n, "namn": f"{GARN[k[:4]][0]} {k[5:]}", "summa": GARN[k[:4]][1] * n} for k, n in r.session.setdefault("vk", {}).items()]  # fmt: skip
        return {"rader": rader, "antal": sum(x["antal"] for x in rader), "total": sum(x["summa"] for x in rader)}

    def sida(self, r: Request, titel: str, inre: str, status: int = 200) -> Response:
        kat = "".join(f'<a href="/category/{k}">{n}</a>' for k, n in KAT.items())
        trad = f'<div class="trad"><h4>Produkter</h4>{kat}<h4>Information</h4><a href="/info/kopvillkor">Köpvillkor</a><a href="/info/oppet-kop">Öppet köp</a><a href="/info/kontakt">Kontakta oss</a><h4>Nyhetsbrev</h4><form method="post" action="/nyhetsbrev"><input type="email" name="epost" placeholder="Din e-post" aria-label="E-post för nyhetsbrev" size="14"> <button>Skicka</button></form></div>'
        return html(
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{titel} | Ullranka</title><style>{CSS}</style></head><body><div class="rubrik"><div class="in"><button class="ikon meny mobil" title="Meny">☰</button><a class="firma" href="/">Ullranka</a><form class="dator" action="/search"><input name="q" placeholder="Sök" aria-label="Sök"><button>Sök</button></form><button class="ikon vagn dator" title="Varukorg">🧺<sup class="antal">0</sup></button><button class="ikon vagn mobil" title="Varukorg">🧺<sup class="antal">0</sup></button><div class="dator"><div class="pop"></div></div><div class="mobil"><div class="pop"></div></div></div></div>'
            f'<div class="ram">{trad}<div>{inre}</div></div><div class="sidfot"><form class="mobil" action="/search"><input name="q" placeholder="Sök i butiken" aria-label="Sök i butiken"> <button>Sök</button></form><p><a href="/info/kopvillkor">Köpvillkor</a> · <a href="/info/oppet-kop">Öppet köp</a> · <a href="/info/kontakt">Kontakta oss</a></p><p>© Ullranka</p></div>{JS}</body></html>',
            status,
        )

    def rutor(self, kat: str = "", ord_: str = "") -> str:
        ut = ""
        for a, (namn, pris, lager, farger, k) in GARN.items():
            if (kat and k != kat) or ord_.lower() not in namn.lower():
                continue
            kop = f'<button class="kn fyll kop" data-kop="{a}">Köp</button>' if lager and not farger else ""
            ut += f'<div class="ruta"><a href="/product/{a}"><svg viewBox="0 0 50 40" width="100%"><circle cx="25" cy="20" r="16" fill="hsl({len(namn) * 14} 30% 70%)"/><path d="M12 14q14 6 26 0M11 22q14 8 28 0" stroke="#fff" fill="none"/></svg></a><a class="nm" href="/product/{a}">{namn}</a><p>{pris} kr{"" if lager else "<br>Slut i lager"}</p><a class="kn" href="/product/{a}">Info</a> {kop}</div>'
        return f'<div class="rutor">{ut}</div>' if ut else "<p>Inga träffar.</p>"

    def handle(self, r: Request) -> Response:
        d = r.path.strip("/").split("/")
        vagar = {"product": self.vara, "checkout": self.kassa, "info": self.info, "nyhetsbrev": self.info}
        if r.path == "/":
            return self.sida(r, "Garn och redskap", f"<h1>Garn för långa kvällar</h1><p>Svenskt garn, spunnet i Hälsingland.</p><h2>Nyheter</h2>{self.rutor()}")  # fmt: skip
        if d[0] == "backend" and r.method == "POST":
            return self.rpc(r)
        if d[0] == "category" and d[-1] in KAT:
            return self.sida(r, KAT[d[-1]], f"<h1>{KAT[d[-1]]}</h1>{self.rutor(d[-1])}")
        if d[0] == "search":
            return self.sida(r, "Sök", f"<h1>Sökresultat: {escape(r.query.get('q', ''))}</h1>{self.rutor(ord_=r.query.get('q', ''))}")  # fmt: skip
        return vagar[d[0]](r, d[-1]) if d[0] in vagar else self.sida(r, "404", "<h1>Sidan saknas</h1>", 404)

    def rpc(self, r: Request) -> Response:
        p: dict[str, Any] = r.json.get("params", {}) if isinstance(r.json, dict) else {}
        vk: dict[str, int] = r.session.setdefault("vk", {})
        vk.pop(str(p.get("id")), None)
        v, val, antal = GARN.get(str(p.get("art"))), str(p.get("val", "")), str(p.get("antal", "1"))
        if v and v[2] and (not v[3] or val in v[3]):
            nyckel = f"{p['art']} {val}"
            vk[nyckel] = vk.get(nyckel, 0) + (int(antal) if antal.isdigit() and int(antal) else 1)
        return json_response(self.korg(r))

    def vara(self, r: Request, a: str) -> Response:
        if a not in GARN:
            return self.sida(r, "404", "<h1>Varan finns inte</h1>", 404)
        namn, pris, lager, farger, k = GARN[a]
        val = f'<p>Färg: <select id="val"><option value="">Välj färg</option>{"".join(f"<option>{f}</option>" for f in farger)}</select></p>' if farger else ""  # fmt: skip
        kop = f'{val}<p><input id="st" value="1" size="2" aria-label="Antal"> <button class="kn fyll" data-kop="{a}" data-sida="1">Köp</button></p>' if lager else "<p><b>Slut i lager</b></p>"  # fmt: skip
        return self.sida(r, namn, f'<p><a href="/category/{k}">{KAT[k]}</a></p><h1>{namn}</h1><p style="font-size:22px">{pris} kr</p>{kop}<p>Art.nr {a.upper()}</p><p>Spunnet av ull från gårdar i trakten.</p>')  # fmt: skip

    def info(self, r: Request, vad: str) -> Response:
        if r.method == "POST":
            self.messages += 1
            return self.sida(r, "Tack", "<h1>Tack!</h1>")
        return self.sida(r, vad.title(), INFO[vad]) if vad in INFO else self.sida(r, "404", "<h1>Sidan saknas</h1>", 404)  # fmt: skip

    def kassa(self, r: Request, del_: str) -> Response:
        k = self.korg(r)
        if not k["rader"]:
            return redirect("/")
        if r.method == "POST":
            self.orders += 1
            r.session["vk"] = {}
            return self.sida(r, "Tack", "<h1>Tack för din order!</h1>")
        if del_ != "delar":
            return self.sida(r, "Kassa", '<h1>Kassa</h1><div id="kassan"><p>Laddar kassan …</p></div>')
        rader = "".join(f"<p>{x['antal']} × {x['namn']} — {x['summa']} kr</p>" for x in k["rader"])
        falt = "".join(f'<label class="falt">{t}<input name="{t}" {"required" if "*" in t else ""}></label>' for t in ("E-post *", "Mobil *", "Förnamn *", "Efternamn *", "Gatuadress *", "Postnummer *", "Ort *"))  # fmt: skip
        return html(
            f'{rader}<p><b>Totalt {k["total"] + 59} kr</b> varav frakt 59 kr</p><p><a href="#" id="rab">Har du en rabattkod?</a> <span id="rabatt" hidden><input name="kod" aria-label="Rabattkod"> <button type="button">Använd</button></span></p><form method="post" action="/checkout"><div class="kassagrid"><div><h3>Leveranssätt</h3><label><input type="radio" name="lev" value="1" checked> PostNord ombud</label><br><label><input type="radio" name="lev" value="2"> Hämtas i butiken</label><h3>Betalsätt</h3><label><input type="radio" name="bet" value="s" checked> Swish</label><br><label><input type="radio" name="bet" value="k"> Kortbetalning</label><br><label><input type="radio" name="bet" value="f"> Faktura 30 dagar</label></div>'
            f'<div><h3>Dina uppgifter</h3><label><input type="radio" name="typ" value="p" checked> Privatperson</label> <label><input type="radio" name="typ" value="f"> Företag</label><div id="bolag" hidden><label class="falt">Företag<input name="bolag"></label><label class="falt">Org.nr<input name="orgnr"></label></div>{falt}<label class="falt">Land<select name="land"><option>Sverige</option><option>Finland</option><option>Norge</option></select></label><label class="falt">Meddelande<textarea name="med" rows="2"></textarea></label><p><label><input type="checkbox" name="villkor" required> Jag godkänner <a href="/info/kopvillkor" target="_blank">köpvillkoren</a></label></p><button class="kn fyll">Skicka order</button></div></div></form>'
        )
