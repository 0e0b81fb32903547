"""A Swedish candle maker's site-builder shop: selects for the options, a cart icon that floats in the corner, a bare till.

The till lies on a page of its own without head or foot and opens one step after the other.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug: (name, price, in stock, scents)
LJUS: dict[str, tuple[str, int, bool, list[str]]] = {
    "blockljus-gryning": ("Blockljus Gryning", 240, False, ["Tall", "Rök"]),
    "doftljus-stiltje": ("Doftljus Stiltje", 320, True, ["Tall", "Rök", "Ros"]),
    "stearinljus-par": ("Doftljus Norrsken", 290, True, ["Gran", "Lin"]),
    "lykta-hamn": ("Doftljus Hamn", 350, True, ["Tjära", "Salt"]),
}
STORLEK = ["Liten", "Stor"]
CSS = """html{font-size:17px}body{margin:0;font-family:"Cormorant Garamond",Georgia,serif;color:#222;background:#faf7f2}.hd{position:absolute;top:0;left:0;right:0;display:flex;justify-content:space-between;align-items:center;padding:3vw;z-index:4}.hd a{color:inherit;text-decoration:none}.hd .n{font-size:30px}.hd nav a{margin-left:30px}.sek{padding:9vw 5vw}.sek--bild{min-height:70vh;background:linear-gradient(#cdbba7,#efe3d3);display:grid;place-items:center;text-align:center}.kn{display:inline-block;background:#222;color:#fff;border:0;padding:1.1rem 2.4rem;font:1rem "Cormorant Garamond",Georgia,serif;cursor:pointer;text-decoration:none}.gal{display:grid;grid-template-columns:repeat(3,1fr);gap:30px}.gal a{color:inherit;text-decoration:none;text-align:center}.slut{color:#888}
.pd{display:grid;grid-template-columns:1fr 1fr;gap:6vw}.pd select,.pd input{display:block;font:inherit;padding:12px;border:1px solid #888;background:#fff;margin:6px 0 18px;min-width:200px}.flyt{position:fixed;right:22px;top:46%;background:#222;color:#fff;width:54px;height:54px;display:grid;place-items:center;z-index:20;text-decoration:none}.flyt span{font:600 13px Arial}.bg{display:none;border:0;background:none;width:44px;height:44px;position:relative;z-index:12}.bg i{display:block;height:1px;background:#222;margin:8px 6px}.hel{position:fixed;inset:0;background:#faf7f2;z-index:10;display:grid;place-content:center;text-align:center;font-size:30px;gap:20px;visibility:hidden;opacity:0;transition:opacity .3s}.hel.o{visibility:visible;opacity:1}.hel a{color:inherit;text-decoration:none}
.r{display:grid;grid-template-columns:80px 1fr auto auto;gap:18px;align-items:center;border-bottom:1px solid #ccc;padding:14px 0}.ft{padding:5vw;text-align:center;border-top:1px solid #ddd}.ft a{color:inherit;margin:0 10px}.kak{position:fixed;left:0;bottom:0;background:#222;color:#fff;padding:16px 22px;max-width:420px;z-index:30}.kak button{background:none;border:1px solid #fff;color:#fff;padding:6px 16px;font:inherit;margin-right:8px}.fel{color:#a00}
@media(max-width:799px){.hd nav{display:none}.bg{display:block}.gal{grid-template-columns:1fr 1fr;gap:14px}.pd{grid-template-columns:1fr}.sek{padding-top:110px}.r{grid-template-columns:60px 1fr auto}.flyt{top:auto;bottom:110px;right:12px}.kak{right:0;max-width:none}}"""
JS = """<script>
const vagn=n=>{let f=document.querySelector('.flyt');if(!n)return;if(!f){f=document.createElement('a');f.className='flyt';f.href='/cart';f.setAttribute('aria-label','Varukorg');document.body.append(f)}f.innerHTML='<svg width="22" height="20" fill="none" stroke="#fff" aria-hidden="true"><path d="M1 1h4l3 12h10l3-9H6"/></svg><span>'+n+'</span>'};fetch('/api/vagn').then(r=>r.json()).then(d=>vagn(d.n));
document.querySelector('.bg').onclick=()=>document.querySelector('.hel').classList.toggle('o');const k=document.querySelector('[data-lagg]');if(k)k.onclick=async()=>{const s=[...document.querySelectorAll('.pd select')],fel=document.querySelector('.fel');const tom=s.find(x=>!x.value);if(tom){fel.textContent='Välj '+tom.name;return}fel.textContent='';k.textContent='Lägger till …';
const d=await(await fetch('/api/vagn',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({p:k.dataset.lagg,v:s.map(x=>x.value),n:+document.querySelector('[name=antal]').value})})).json();setTimeout(()=>{k.textContent='Tillagd!';vagn(d.n);setTimeout(()=>k.textContent='Lägg i varukorg',2000)},600)};
document.querySelectorAll('[data-bort]').forEach(b=>b.onclick=async()=>{await fetch('/api/vagn',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({bort:b.dataset.bort})});location.reload()});document.querySelectorAll('[data-kassa]').forEach(b=>b.onclick=()=>{b.textContent='…';setTimeout(()=>location.href='/checkout?cartToken='+b.dataset.kassa,500)});
if(!localStorage.kak)setTimeout(()=>{const d=document.createElement('div');d.className='kak';d.innerHTML='<p>Genom att använda webbplatsen godkänner du vår användning av kakor.</p><button>Godkänn</button><button>Avböj</button>';d.onclick=e=>{if(e.target.tagName=='BUTTON'){localStorage.kak=1;d.remove()}};document.body.append(d)},1500);
</script>"""
STEG = """let mejl='';const rot=document.getElementById('steg'),ett='<form id="s1" novalidate><p>Du betalar som gäst. <a href="/account/login">Logga in</a></p><input type="email" name="mejl" placeholder="E-postadress" aria-label="E-postadress"><label><input type="checkbox" name="nytt"> Skicka mig nyheter och erbjudanden</label><p><button>Fortsätt</button></p></form>',
tva='<form id="s2" novalidate>'+['Förnamn','Efternamn','Adress','Postnummer','Ort','Telefonnummer'].map(x=>'<input name="'+x+'" placeholder="'+x+'" aria-label="'+x+'">').join('')+'<p><button>Fortsätt</button></p></form>',tre='<form id="s3"><p>Kort</p><button>Köp</button></form>';
const rita=n=>rot.innerHTML=['Din e-post','Leverans','Betalning och granskning'].map((t,i)=>'<section class="'+(i===n?'o':'')+'"><h2>'+(i+1)+'. '+t+(i<n?' ✓':'')+'</h2>'+(i===n?[ett,tva,tre][i]:'')+'</section>').join('');rita(0);
rot.addEventListener('submit',async e=>{e.preventDefault();const f=e.target;if(f.id==='s1'){if(!f.mejl.value.includes('@')){f.mejl.focus();return}mejl=f.mejl.value;rita(1)}else if(f.id==='s2')rita(2);else{await fetch('/api/order',{method:'POST'});rot.innerHTML='<h2>Tack för din beställning!</h2>'}});"""


def bild(k: str) -> str:
    return f'<svg viewBox="0 0 60 70" width="100%" role="img" aria-label="{LJUS[k][0]}"><rect width="60" height="70" fill="#eadfce"/><rect x="20" y="28" width="20" height="34" fill="#b8906a"/><path d="M30 14q6 8 0 13q-6-5 0-13" fill="#e39b2d"/></svg>'


@dataclass
class App(Shop):
    """Stiltje Ljusstöperi."""

    def sida(self, titel: str, kropp: str, status: int = 200) -> Response:
        lank = '<a href="/butik">Butik</a><a href="/om">Om stöperiet</a><a href="/kontakt">Kontakt</a>'
        return html(
            f'<!doctype html><html lang="sv-SE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} — Stiltje</title><style>{CSS}</style></head><body><header class="hd"><a class="n" href="/">Stiltje</a><nav>{lank}</nav><button class="bg" aria-label="Öppna meny"><i></i><i></i></button></header><div class="hel"><a href="/">Hem</a>{lank}</div><main>{kropp}</main><footer class="ft"><p>Stiltje Ljusstöperi, Norra Kajen 5, 852 31 Sundsvall</p><a href="/kopvillkor">Köpvillkor</a><a href="https://social.example/stiltje">Instagram</a><form method="post" action="/brev"><p>Prenumerera på vårt brev</p><input type="email" name="m" placeholder="E-postadress" style="padding:10px"> <button class="kn" style="padding:10px 20px">Anmäl dig</button></form></footer>{JS}</body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        a, _, b = r.path[1:].partition("/")
        if a == "api":
            return self.api(r, b)
        if a == "butik":
            return self.butik(b)
        if a == "cart":
            return self.korg(r)
        if a == "checkout":
            return self.kassa(r)
        if r.method == "POST":
            self.messages += a in ("kontakt", "brev")
            self.accounts += a == "account" and "ny" in r.form
            return self.sida("Tack", '<div class="sek"><p>Tack!</p></div>')
        texter = {
            "": '<div class="sek sek--bild"><div><h1>Ljus för långa kvällar</h1><a class="kn" href="/butik">Handla</a></div></div><div class="sek"><h2>Stöpta för hand</h2><p>Varje ljus stöps i Sundsvall av svenskt raps- och stearinvax.</p></div>',
            "om": '<div class="sek"><h1>Om stöperiet</h1><p>Två systrar och en gryta.</p></div>',
            "kontakt": '<div class="sek"><h1>Kontakt</h1><p>Skriv till <a href="mailto:hej@stiltje.example">hej@stiltje.example</a></p><form method="post"><p><input name="fn" placeholder="Förnamn"> <input name="e" type="email" placeholder="E-post"></p><p><textarea name="m" rows="5" placeholder="Meddelande"></textarea></p><button class="kn">Skicka</button></form></div>',
            "kopvillkor": '<div class="sek"><h1>Köpvillkor</h1><h3>Leverans</h3><p>Vi skickar varje torsdag.</p><h3>Ångerrätt och returer</h3><p>Du har 14 dagars ångerrätt från det att du har tagit emot varan. Ljuset får inte ha tänts. Meddela oss via hej@stiltje.example innan du skickar tillbaka paketet. Du står för returfrakten. Vi betalar tillbaka pengarna inom 14 dagar.</p></div>',
            "account": '<div class="sek"><h1>Logga in</h1><form method="post"><input type="email" name="e" placeholder="E-post"> <input type="password" name="l" placeholder="Lösenord"> <button class="kn">Logga in</button></form></div>',
        }
        return self.sida(a or "Hem", texter[a]) if a in texter else self.sida("404", '<div class="sek"><h1>Sidan kunde inte hittas</h1></div>', 404)  # fmt: skip

    def butik(self, b: str) -> Response:
        slug = b.removeprefix("p/")
        if not b:
            return self.sida("Butik", '<div class="sek"><h1>Butik</h1><div class="gal">' + "".join(f'<a href="/butik/p/{k}">{bild(k)}<div>{v[0]}</div><div class="{"" if v[2] else "slut"}">{f"{v[1]} kr" if v[2] else "Slutsåld"}</div></a>' for k, v in LJUS.items()) + "</div></div>")  # fmt: skip
        if slug not in LJUS:
            return self.sida("404", '<div class="sek"><h1>Sidan kunde inte hittas</h1></div>', 404)
        namn, pris, finns, doft = LJUS[slug]
        val = "".join(f'<label>{n}<select name="{n}"><option value="">Välj {n}</option>' + "".join(f"<option>{o}</option>" for o in os) + "</select></label>" for n, os in (("Storlek", STORLEK), ("Doft", doft)))  # fmt: skip
        kop = f'{val}<label>Antal<input name="antal" type="number" value="1" min="1"></label><p class="fel" role="alert"></p><div class="kn" role="button" tabindex="0" data-lagg="{slug}">Lägg i varukorg</div>' if finns else '<p class="slut">Slutsåld</p>'  # fmt: skip
        return self.sida(namn, f'<div class="sek"><p><a href="/butik" style="color:inherit">Butik</a> › {namn}</p><div class="pd"><div>{bild(slug)}</div><div><h1>{namn}</h1><p>{pris} kr</p><p>Brinner i fyrtio timmar.</p>{kop}</div></div></div>')  # fmt: skip

    def api(self, r: Request, b: str) -> Response:
        korg: dict[str, int] = r.session.setdefault("korg", {})
        d = r.json if isinstance(r.json, dict) else {}
        if b == "order" and r.method == "POST" and korg:
            self.orders += 1
            korg.clear()
        p, v = d.get("p"), d.get("v")
        if p in LJUS and LJUS[p][2] and isinstance(v, list) and len(v) == 2 and v[0] in STORLEK and v[1] in LJUS[p][3]:
            korg[f"{p}|{v[0]}|{v[1]}"] = korg.get(f"{p}|{v[0]}|{v[1]}", 0) + max(1, int(d.get("n") or 1))
        korg.pop(str(d.get("bort")), None)
        return json_response({"n": sum(korg.values())})

    def rader(self, r: Request, bort: bool) -> str:
        return "".join(f'<div class="r">{bild(k.split("|")[0])}<span>{LJUS[k.split("|")[0]][0]}<br><small>{k.split("|")[1]}, {k.split("|")[2]}</small></span><span>{n} × {LJUS[k.split("|")[0]][1]} kr</span>{f"<button data-bort={chr(34)}{k}{chr(34)} aria-label=Ta&#32;bort>✕</button>" if bort else ""}</div>' for k, n in r.session.get("korg", {}).items())  # fmt: skip

    def korg(self, r: Request) -> Response:
        if not r.session.get("korg"):
            return self.sida("Varukorg", '<div class="sek"><h1>Varukorg</h1><p>Det finns inget i din varukorg.</p><a class="kn" href="/butik">Fortsätt handla</a></div>')  # fmt: skip
        nyckel = r.session.setdefault("nyckel", secrets.token_urlsafe(12))
        return self.sida("Varukorg", f'<div class="sek"><h1>Varukorg</h1>{self.rader(r, True)}<p style="text-align:right">Delsumma <b>{self.summa(r)} kr</b></p><p style="text-align:right"><button class="kn" data-kassa="{nyckel}">KASSA</button></p></div>')  # fmt: skip

    def summa(self, r: Request) -> int:
        return sum(LJUS[k.split("|")[0]][1] * n for k, n in r.session.get("korg", {}).items())

    def kassa(self, r: Request) -> Response:
        if not r.session.get("korg"):
            return redirect("/cart")
        return html(
            f'<!doctype html><html lang="sv-SE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kassa</title><style>body{{margin:0;font:15px/1.5 "Helvetica Neue",Arial}}.y{{max-width:900px;margin:0 auto;padding:26px 18px;display:grid;grid-template-columns:1fr 300px;gap:40px}}section{{border-top:1px solid #ccc;color:#999}}section.o{{color:#222}}h2{{font-size:18px}}input:not([type=checkbox]){{display:block;width:100%;box-sizing:border-box;padding:14px;border:1px solid #bbb;margin-bottom:10px;font:inherit}}button{{background:#222;color:#fff;border:0;padding:14px 40px;font:inherit}}.r{{display:grid;grid-template-columns:50px 1fr auto;gap:10px}}@media(max-width:760px){{.y{{grid-template-columns:1fr}}}}</style></head><body><div class="y"><div><p><a href="/cart" style="color:inherit">‹ Stiltje</a></p><h1>Kassa</h1><div id="steg"></div></div><aside><h2>Ordersammanfattning</h2>{self.rader(r, False)}<p>Summa <b>{self.summa(r)} kr</b></p></aside></div><script>{STEG}</script></body></html>'
        )
