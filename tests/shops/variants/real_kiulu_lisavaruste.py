"""A Finnish sauna-goods shop built of blocks, whose add button first opens a window of extras.

Nothing lies in the cart before the window is answered; the address page is the door, payment comes after.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug-number: name, cents, woods, extra
TAVARAT: dict[str, tuple[str, int, tuple[str, ...], str]] = {
    "loylykauha-11": ("Löylykauha Sydänyö", 2490, ("Koivu", "Lämpöhaapa"), "Kauhan ripustin"),
    "kiulu-12": ("Kiulu 5 litraa", 5900, ("Haapa", "Lämpöhaapa", "Tervaleppä"), "Muovisisus kiuluun"),
    "niskatuki-14": ("Niskatuki Laine", 3450, (), "Pesupussi"),
    "selkanoja-15": ("Selkänoja Vene", 6900, ("Haapa", "Tervaleppä"), "Hoitoöljy 250 ml"),
    "lampomittari-17": ("Lämpömittari Kuura", 2990, (), "Ruuvisarja"),
    "pefletti-19": ("Pefletti pellavaa", 1490, ("Harmaa", "Luonto"), "Pesupussi"),
}
TYYLI = """*{box-sizing:border-box}body{margin:0;font:16px/1.5 Inter,Roboto,sans-serif;color:#212529}a{color:#714b3a}main{min-height:55vh}.leve{max-width:1140px;margin:auto;padding:0 15px}header{border-bottom:1px solid #dee2e6;position:sticky;top:0;background:#fff;z-index:20}.pala{display:flex;align-items:center;gap:20px;min-height:68px}.pala a{text-decoration:none;color:inherit}.pala nav{display:flex;gap:18px;flex:1}.merkki{font-weight:700;font-size:20px}.pyor{border:0;background:#f1efec;width:40px;height:40px;border-radius:50%;display:grid;place-items:center;position:relative;cursor:pointer;font-size:17px}.pyor sup{position:absolute;top:-4px;right:-4px;background:#714b3a;color:#fff;border-radius:9px;font-size:11px;padding:0 6px}.puhelimen{display:none}
.lohko1{background:linear-gradient(120deg,#53372a,#a9825f);color:#fff;padding:110px 0}.lohko1 h1{font-size:44px;margin:0}.n{display:inline-block;background:#714b3a;color:#fff!important;border:1px solid #714b3a;border-radius:5px;padding:10px 20px;text-decoration:none;font:inherit;cursor:pointer}.n.toi{background:#fff;color:#714b3a!important}.valko{background:#fff;color:#714b3a!important}.nelja{display:grid;grid-template-columns:repeat(4,1fr);gap:20px;padding:30px 0}.kt{border:1px solid #e5e0da;border-radius:6px;overflow:hidden;position:relative}.kt a{color:inherit;text-decoration:none}.kt .t{padding:10px 14px}.kt .pika{position:absolute;right:10px;bottom:10px;border:1px solid #714b3a;background:#fff;border-radius:5px;width:40px;height:36px;cursor:pointer}.luuranko{height:250px;background:#f1efec}
.pari{display:grid;grid-template-columns:7fr 5fr;gap:40px;padding-top:26px}.pilleri{display:inline-block;margin:4px 6px 4px 0}.pilleri input{position:absolute;opacity:0}.pilleri span{border:1px solid #bbb;border-radius:20px;padding:6px 16px;display:block;cursor:pointer}.pilleri input:checked+span{border-color:#714b3a;background:#f6eee9}.maara{display:inline-flex;border:1px solid #ccc;border-radius:5px}.maara a,.maara input{width:38px;text-align:center;border:0;padding:10px 0;text-decoration:none;font:inherit}.verho{position:fixed;inset:0;background:#0008;z-index:50;display:flex;align-items:flex-start;justify-content:center;padding:40px 12px;overflow:auto}.ikk{background:#fff;border-radius:8px;width:640px;max-width:100%}.ikk>*{padding:16px 20px;margin:0}.ikk .ala{display:flex;justify-content:flex-end;gap:10px;border-top:1px solid #ddd;flex-wrap:wrap}.rv{display:flex;justify-content:space-between;gap:14px;align-items:center;border-bottom:1px solid #eee;padding:10px 0}
.vaiheet{display:flex;gap:34px;list-style:none;padding:18px 0;margin:0;color:#999}.vaiheet .on{color:#212529;font-weight:600}.kori{display:grid;grid-template-columns:2fr 1fr;gap:40px}.pien{display:none}.lomake{display:grid;grid-template-columns:1fr 1fr;gap:14px}.lomake label{display:block}.lomake input:not([type=checkbox]),.lomake select,.kirje input,.kirje textarea{display:block;width:100%;padding:9px;border:1px solid #ccc;border-radius:5px;font:inherit}.lomake .lv{grid-column:1/-1}footer{background:#2d2521;color:#e8ddd5;margin-top:60px;padding:36px 0}footer a{color:#fff}footer .leve{display:grid;grid-template-columns:1fr 1fr 1fr;gap:26px}.keksi{position:fixed;bottom:0;left:0;right:0;background:#fff;border-top:1px solid #ccc;padding:14px 20px;z-index:30;display:flex;gap:12px;justify-content:center;align-items:center}.sivu{position:fixed;top:0;bottom:0;left:0;width:300px;background:#fff;z-index:60;padding:20px;display:none}.sivu.nay{display:block}.sivu a,.sivu form{display:block;padding:10px 0}
@media(max-width:991px){.tyopoydan{display:none}.puhelimen{display:flex;justify-content:space-between}.nelja{grid-template-columns:1fr 1fr;gap:10px}.pari,.kori,footer .leve{grid-template-columns:1fr}.lohko1{padding:60px 0}.lohko1 h1{font-size:32px}.iso{display:none}.pien{display:block;position:sticky;bottom:0;background:#fff;padding:10px;border-top:1px solid #ddd}.pien .n{display:block;text-align:center}.keksi{flex-wrap:wrap}}@media(max-width:500px){.lomake{grid-template-columns:1fr}}"""
JS = """<script>
const Q=s=>document.querySelector(s),A=s=>document.querySelectorAll(s);const kutsu=(u,d)=>fetch(u,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}).then(r=>r.json());
async function valinta(id,puu,n){const t=await kutsu('/shop/lisat',{id});const v=document.createElement('div');v.className='verho';v.innerHTML=`<div class="ikk" role="dialog" aria-modal="true"><h4 style="font-size:20px">Määritä tuotteesi <button style="float:right;border:0;background:none" aria-label="Sulje">✕</button></h4><div><div class=rv><b>${t.nimi}${puu?' ('+puu+')':''}</b><span>${n} × ${t.hinta}</span></div><p>Lisää myös</p><div class=rv><span>${t.lisa}</span><span>4,90 €</span><button class="n toi" data-l>Lisää</button></div></div><div class=ala><button class="n toi" data-j>Jatka ostoksia</button><button class=n data-k>Siirry kassalle</button></div></div>`;document.body.append(v);
v.onclick=async e=>{const b=e.target.closest('button');if(!b)return;if('l' in b.dataset){b.textContent='Poista';return}if('j' in b.dataset||'k' in b.dataset){b.disabled=true;const s=await kutsu('/shop/kori/lisaa',{id,puu,n});A('sup').forEach(x=>{x.textContent=s.n;x.hidden=false});if('k' in b.dataset){location.href='/shop/cart';return}}v.remove()}}
document.addEventListener('click',e=>{const b=e.target.closest('[data-lisaa]');if(b){const p=Q('[name=puu]:checked');valinta(b.dataset.lisaa,p?p.value:'',+(Q('.maara input')||{value:1}).value);return}
const m=e.target.closest('.maara a');if(m){e.preventDefault();const i=Q('.maara input');i.value=Math.max(1,+i.value+(+m.dataset.d));return}
const t=e.target.closest('[data-avaa]');if(t)Q(t.dataset.avaa).classList.toggle('nay');
const h=e.target.closest('[data-haku]');if(h){const v=document.createElement('div');v.className='verho';v.innerHTML='<form class=ikk action="/shop"><p><input type=search name=search placeholder="Etsi..." style="padding:12px;width:75%" aria-label="Etsi"> <button class=n aria-label="Haku">⌕</button></p></form>';v.onclick=x=>{if(x.target===v)v.remove()};document.body.append(v);v.querySelector('input').focus()}
const w=e.target.closest('[data-toive]');if(w){w.textContent='♥';w.disabled=true;kutsu('/shop/toive',{})}});
const d=Q('#dyn');if(d)setTimeout(()=>kutsu('/shop/palat',{}).then(r=>{d.innerHTML=r.html}),800);
if(!document.cookie.includes('kk='))setTimeout(()=>{const k=document.createElement('div');k.className='keksi';k.innerHTML='<span>Käytämme evästeitä käyttökokemuksen parantamiseen. <a href="/evasteet">Evästekäytäntö</a></span><button class="n toi">Vain välttämättömät</button><button class=n>Hyväksyn</button>';k.onclick=e=>{if(e.target.tagName==='BUTTON'){document.cookie='kk=1;path=/';k.remove()}};document.body.append(k)},500);
</script>"""


def e(c: int) -> str:
    return f"{c / 100:.2f} €".replace(".", ",")


def kuva(k: str) -> str:
    return f'<svg viewBox="0 0 90 70" width="100%" role="img" aria-label="{TAVARAT[k][0]}"><rect width="90" height="70" fill="#f4efe8"/><path d="M25 20h40l-6 34H31z" fill="hsl({20 + int(k[-2:])} 40% 45%)"/><path d="M25 30h40M27 42h36" stroke="#0003" stroke-width="2"/></svg>'


def kortti(k: str, pika: bool) -> str:
    nappi = f'<button class="pika" data-lisaa="{k}" aria-label="Ostoskori" title="Lisää ostoskoriin">🛒</button>'
    return f'<div class="kt"><a href="/shop/{k}">{kuva(k)}<div class="t"><h6 style="margin:0;font-size:16px">{TAVARAT[k][0]}</h6><b>{e(TAVARAT[k][1])}</b></div></a>{nappi if pika else ""}</div>'


@dataclass
class App(Shop):
    """Vihtala, Jämsä."""

    def kori(self, p: Request) -> dict[str, int]:
        kori: dict[str, int] = p.session.setdefault("kori", {})
        return kori

    def sivu(self, p: Request, otsikko: str, sisus: str, status: int = 200) -> Response:
        n = sum(self.kori(p).values())
        napit = f'<button class="pyor" data-haku aria-label="Hae">⌕</button><a class="pyor" href="/shop/wishlist" aria-label="Toivelista">♡</a><a class="pyor" href="/shop/cart" aria-label="Ostoskori">🛒<sup {"" if n else "hidden"}>{n}</sup></a>'
        linkit = '<a href="/">Etusivu</a><a href="/shop">Kauppa</a><a href="/contactus">Ota yhteyttä</a>'
        return html(
            f'<!DOCTYPE html><html lang="fi-FI"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{otsikko} | Vihtala</title><style>{TYYLI}</style></head><body><header><div class="leve pala tyopoydan"><a class="merkki" href="/">Vihtala</a><nav>{linkit}</nav>{napit}<a href="/web/login">Kirjaudu sisään</a></div><div class="leve pala puhelimen"><a class="merkki" href="/">Vihtala</a><span style="display:flex;gap:8px">{napit}<button class="pyor" data-avaa=".sivu" aria-label="Valikko">☰</button></span></div></header><div class="sivu"><button class="pyor" data-avaa=".sivu" aria-label="Sulje">✕</button>{linkit}<a href="/web/login">Kirjaudu sisään</a></div><main>{sisus}</main>'
            f'<footer><div class="leve"><div><b>Vihtala Oy</b><br>Kiuaskuja 4<br>42100 Jämsä</div><div><a href="/ehdot">Toimitus- ja palautusehdot</a><br><a href="/evasteet">Evästekäytäntö</a><br><a href="/contactus">Ota yhteyttä</a></div><div>✆ <a href="tel:+358145550121">014 555 0121</a><br>✉ <a href="mailto:kauppa@vihtala.example">kauppa@vihtala.example</a></div></div></footer>{JS}</body></html>',
            status,
        )

    def handle(self, p: Request) -> Response:
        polku = p.path.rstrip("/")
        if p.method == "POST" and polku in ("/shop/lisat", "/shop/kori/lisaa", "/shop/palat", "/shop/toive"):
            return self.kutsu(p, polku)
        if polku == "/shop":
            haku = p.query.get("search", "").lower()
            lista = "".join(kortti(k, True) for k, v in TAVARAT.items() if haku in v[0].lower())
            return self.sivu(p, "Kauppa", f'<div class="leve"><h1>Kaikki tuotteet</h1><div class="nelja">{lista or "Ei tuloksia."}</div></div>')  # fmt: skip
        if polku.removeprefix("/shop/") in TAVARAT:
            return self.tuote(p, polku.removeprefix("/shop/"))
        if polku == "/shop/cart":
            return self.ostoskori(p)
        if polku in ("/shop/address", "/shop/payment"):
            return self.kassa(p, polku)
        if polku == "/contactus" and p.method == "POST":
            self.messages += 1
            return self.sivu(p, "Kiitos", '<div class="leve"><h1>Kiitos viestistä!</h1></div>')
        if polku == "":
            return self.sivu(p, "Saunaan", '<section class="lohko1"><div class="leve"><h1>Hyvät löylyt alkavat puusta</h1><p>Veistetty Jämsässä, kestää sukupolvelta toiselle.</p><a class="n valko" href="/shop">Kauppaan</a></div></section><section class="leve"><h2>Uutta verstaalta</h2><div class="nelja" id="dyn"><div class="luuranko"></div><div class="luuranko"></div><div class="luuranko"></div><div class="luuranko"></div></div></section><section class="leve"><h3>Miksi Vihtala?</h3><p>Puu tulee kolmen kylän metsistä, ja jokainen kiulu vannehditaan käsin.</p></section>')  # fmt: skip
        sisus = SIVUT.get(polku)
        return self.sivu(p, "Vihtala", f'<div class="leve">{sisus or "<h1>Virhe 404</h1>"}</div>', 200 if sisus else 404)  # fmt: skip

    def kutsu(self, p: Request, polku: str) -> Response:
        d = p.json if isinstance(p.json, dict) else {}
        k = str(d.get("id", ""))
        if polku == "/shop/lisat" and k in TAVARAT:
            return json_response({"nimi": TAVARAT[k][0], "hinta": e(TAVARAT[k][1]), "lisa": TAVARAT[k][3]})
        if polku == "/shop/kori/lisaa" and k in TAVARAT:
            avain = f"{k}|{d.get('puu') or ''}"
            self.kori(p)[avain] = self.kori(p).get(avain, 0) + max(1, int(d.get("n") or 1))
            return json_response({"n": sum(self.kori(p).values())})
        if polku == "/shop/palat":
            return json_response({"html": "".join(kortti(k, False) for k in list(TAVARAT)[:4])})
        return json_response({"ok": True})

    def tuote(self, p: Request, k: str) -> Response:
        nimi, c, puut, _ = TAVARAT[k]
        pillerit = "".join(f'<label class="pilleri"><input type="radio" name="puu" value="{x}" {"" if i else "checked"}><span>{x}</span></label>' for i, x in enumerate(puut))  # fmt: skip
        ld = json.dumps({"@context": "http://schema.org", "@type": "Product", "name": nimi, "offers": {"@type": "Offer", "price": c / 100, "priceCurrency": "EUR"}})  # fmt: skip
        return self.sivu(p, nimi, f'<script type="application/ld+json">{ld}</script><div class="leve"><p><a href="/shop">Kaikki tuotteet</a> / {nimi}</p><div class="pari"><div>{kuva(k)}</div><div><h1>{nimi}</h1><p style="font-size:22px">{e(c)}</p>{"<b>Materiaali</b><div>" + pillerit + "</div>" if puut else ""}<p><span class="maara"><a href="#" data-d="-1" aria-label="Vähennä">−</a><input value="1" aria-label="Määrä"><a href="#" data-d="1" aria-label="Lisää yksi">+</a></span> <button class="n" data-lisaa="{k}">🛒 Lisää ostoskoriin</button></p><p><button class="n toi" data-toive>♡ Lisää toivelistalle</button></p><p style="color:#666">30 päivän palautusoikeus<br>Toimitus 2–3 arkipäivässä</p></div></div></div>')  # fmt: skip

    def ostoskori(self, p: Request) -> Response:
        if p.form.get("pois"):
            self.kori(p).pop(p.form["pois"], None)
            return redirect("/shop/cart")
        if not self.kori(p):
            return self.sivu(p, "Ostoskori", '<div class="leve"><h2>Ostoskori</h2><p>Ostoskorisi on tyhjä!</p></div>')
        rivit = "".join(f'<form class="rv" method="post"><span>{TAVARAT[a.split("|")[0]][0]} {a.split("|")[1]}</span><span>{n} kpl</span><b>{e(TAVARAT[a.split("|")[0]][1] * n)}</b><button name="pois" value="{a}" class="n toi">Poista</button></form>' for a, n in self.kori(p).items())  # fmt: skip
        yht = sum(TAVARAT[a.split("|")[0]][1] * n for a, n in self.kori(p).items())
        return self.sivu(p, "Ostoskori", f'<div class="leve"><ol class="vaiheet"><li class="on">Tarkista tilaus</li><li>Toimitus</li><li>Maksu</li></ol><div class="kori"><div><h2>Ostoskori</h2>{rivit}</div><div><h4>Tilauksen yhteenveto</h4><div class="rv"><span>Yhteensä</span><b>{e(yht)}</b></div><p><input placeholder="Alennuskoodi..." aria-label="Alennuskoodi"> <button class="n toi">Käytä</button></p><p class="iso"><a class="n" href="/shop/address">Kassalle ›</a></p><p><a href="/shop">Jatka ostoksia</a></p></div></div></div><div class="pien"><a class="n" href="/shop/address">Kassalle ›</a></div>')  # fmt: skip

    def kassa(self, p: Request, polku: str) -> Response:
        if not self.kori(p):
            return redirect("/shop/cart")
        if polku == "/shop/payment":
            if p.method == "POST":
                self.orders += 1
                self.kori(p).clear()
                return self.sivu(p, "Kiitos", '<div class="leve"><h1>Kiitos tilauksesta.</h1></div>')
            return self.sivu(p, "Maksu", '<form class="leve" method="post"><h2>Valitse maksutapa</h2><p><label><input type="radio" name="m" checked> Verkkopankki</label></p><p><label><input type="radio" name="m"> Lasku</label></p><button class="n">Maksa nyt</button></form>') if p.session.get("osoite") else redirect("/shop/address")  # fmt: skip
        if p.method == "POST":
            if all(p.form.get(x) for x in ("name", "email", "phone", "street", "city", "zip")):
                p.session["osoite"] = True
                return redirect("/shop/payment")
            return redirect("/shop/address?virhe=1")
        k = "".join(f'<label{" class=lv" if x in ("email", "street") else ""}>{t}<input name="{x}" type="{y}"></label>' for x, t, y in (("name", "Koko nimesi", "text"), ("email", "Sähköposti", "email"), ("phone", "Puhelin", "tel"), ("company_name", "Yrityksen nimi (valinnainen)", "text"), ("vat", "ALV-tunnus (valinnainen)", "text"), ("street", "Katu ja numero", "text"), ("street2", "Huoneisto, porras jne. (valinnainen)", "text"), ("zip", "Postinumero", "text"), ("city", "Kaupunki", "text")))  # fmt: skip
        return self.sivu(p, "Toimitusosoite", f'<div class="leve"><ol class="vaiheet"><li>Tarkista tilaus</li><li class="on">Toimitus</li><li>Maksu</li></ol>{"<p style=color:#a00>Jotkin pakolliset kentät puuttuvat.</p>" if p.query else ""}<h2>Toimitusosoite</h2><p>Onko sinulla jo tili? <a href="/web/login">Kirjaudu sisään</a></p><form method="post" class="lomake">{k}<label>Maa<select name="country_id"><option>Suomi</option><option>Viro</option><option>Ruotsi</option></select></label><label style="display:none">Maakunta<select name="state_id"><option></option></select></label><label class="lv"><input type="checkbox" name="use_same" checked> Laskutus samaan osoitteeseen</label><p class="lv"><a href="/shop/cart" class="n toi">‹ Takaisin</a> <button class="n">Jatka ›</button></p></form></div>')  # fmt: skip


SIVUT = {
    "/ehdot": "<h1>Toimitus- ja palautusehdot</h1><h3>Toimitus</h3><p>Lähetämme tilaukset Jämsästä arkisin. Matkahuollon paketti maksaa 6,90 €.</p><h3>Palautukset</h3><p>Voit palauttaa käyttämättömän tuotteen 30 päivän kuluessa sen vastaanottamisesta. Ilmoita palautuksesta sähköpostilla, niin lähetämme palautuskoodin. Palautus on maksuton. Hyvitämme tuotteen hinnan samalla maksutavalla, kun paketti on perillä ja tuote tarkastettu. Mittojen mukaan tehtyjä laudeosia emme ota takaisin.</p>",
    "/evasteet": "<h1>Evästekäytäntö</h1><p>Evästeet pitävät ostoskorisi tallessa.</p>",
    "/contactus": '<h1>Ota yhteyttä</h1><form method="post" class="kirje"><p><label>Nimi<input name="nimi" required></label></p><p><label>Sähköposti<input type="email" name="posti" required></label></p><p><label>Kysymyksesi<textarea rows="5" name="viesti" required></textarea></label></p><button class="n">Lähetä</button></form>',
    "/shop/wishlist": "<h1>Toivelista</h1><p>Toivelistasi on tyhjä.</p>",
    "/web/login": '<h1>Kirjaudu sisään</h1><form class="kirje"><p><label>Sähköposti<input type="email"></label></p><p><label>Salasana<input type="password"></label></p><button class="n" type="button">Kirjaudu</button></form>',
}
