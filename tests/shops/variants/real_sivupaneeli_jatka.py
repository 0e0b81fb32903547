"""A Finnish pottery on a site builder: everything is a button, a side panel slides in after adding and leads to the cart page.

Pages come drawn from the server but answer no press until the script has woken them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response

# slug: name, cents, left
ASTIAT: dict[str, tuple[str, int, int]] = {
    "iso-leipavati": ("Iso leipävati", 7400, 0),
    "aamukuppi-sininen": ("Aamukuppi, sininen", 2800, 9),
    "teekannu-utu": ("Teekannu Utu", 8900, 2),
    "kynttilapari": ("Kynttiläjalkapari", 3600, 5),
}
CSS = """*{box-sizing:border-box}body{margin:0;font:16px/1.6 Avenir,Futura,sans-serif;color:#3a332d;background:#faf7f2}button{font:inherit;cursor:pointer}.ylin{display:flex;justify-content:space-between;align-items:center;padding:20px 40px}.nimi{font-size:26px;letter-spacing:.2em;cursor:pointer}.ylin nav{display:flex;gap:26px}.ylin nav button,.pelkka{background:none;border:0;padding:4px;color:inherit}.kassi{position:relative;background:none;border:0;width:44px;height:44px}.kassi b{position:absolute;top:13px;left:0;right:0;font-size:12px}.hamp{display:none;background:none;border:0;font-size:26px}
.hero{background:#d8c9b5;padding:70px 40px;text-align:center}.ruudukko{display:grid;grid-template-columns:repeat(4,1fr);gap:24px;padding:40px}.kortti{cursor:pointer;text-align:left}.kortti .k{background:#eee4d6;aspect-ratio:1;display:grid;place-items:center}.lappu{font-size:13px;color:#8b2f1b}.pt{display:grid;grid-template-columns:1fr 1fr;gap:50px;padding:40px;max-width:1100px;margin:auto}.pt .k{background:#eee4d6;aspect-ratio:1;display:grid;place-items:center}.nappi{display:block;width:100%;background:#3a332d;color:#fff;border:0;padding:14px;margin:10px 0}.nappi.valko{background:#fff;color:#3a332d;border:1px solid}.nappi:disabled{background:#bbb0a4}
.pan{position:fixed;top:0;right:0;bottom:0;width:400px;max-width:100%;background:#fff;transform:translateX(102%);visibility:hidden;transition:transform .45s,visibility .45s;z-index:40;display:flex;flex-direction:column;box-shadow:0 0 30px #0003}.pan.auki{transform:none;visibility:visible}.pan header{display:flex;justify-content:space-between;padding:20px;border-bottom:1px solid #eee}.pan .rv{flex:1;overflow:auto;padding:20px}.pan footer{padding:20px;border-top:1px solid #eee}.rivi{display:flex;gap:16px;justify-content:space-between;border-bottom:1px solid #e6ddd2;padding:12px 0}.hunnu{position:fixed;inset:0;background:#0005;z-index:39;display:none}.hunnu.auki{display:block}
.leipa{max-width:760px;margin:auto;padding:40px 20px}.vaihe{border-top:1px solid #ccc;padding:18px 0}.vaihe h2{font-size:18px;margin:0}.vaihe:not(.nyt) .sis{display:none}.vaihe:not(.nyt) h2{color:#a59c92}.kt{display:block;margin:12px 0}.kt input:not([type=checkbox]):not([type=radio]),.kt select,.ala input,.ala textarea{display:block;width:100%;padding:10px;border:1px solid #a59c92;font:inherit;background:#fff}.virhe{color:#a33}.ala{background:#3a332d;color:#faf7f2;padding:40px;display:grid;grid-template-columns:1fr 1fr 1.4fr;gap:40px;font-size:14px}.ala .pelkka{text-decoration:underline;display:block}.logo{border:1px solid #fff8;border-radius:3px;padding:2px 8px;font-size:11px;font-weight:bold}
.ev{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid #ccc;padding:12px 40px;display:flex;gap:14px;align-items:center;z-index:60;font-size:14px}.ev span{flex:1}.ev button{border:1px solid;background:#fff;padding:7px 16px}.puhe{position:fixed;right:18px;bottom:76px;background:#a4552f;color:#fff;border:0;border-radius:24px;padding:12px 20px;z-index:30}.juttu{position:fixed;right:18px;bottom:130px;width:280px;background:#fff;border:1px solid #ccc;padding:16px;z-index:31}
@media(max-width:700px){.ylin{padding:12px 16px}.ylin nav{display:none}.ylin nav.auki{display:flex;flex-direction:column;position:absolute;top:66px;left:0;right:0;background:#fff;padding:20px;z-index:20}.hamp{display:block}.nimi{font-size:19px;letter-spacing:.1em}.ruudukko{grid-template-columns:1fr 1fr;padding:16px;gap:14px}.pt,.ala{grid-template-columns:1fr;padding:20px;gap:20px}.hero{padding:40px 16px}.ev{flex-wrap:wrap;padding:12px 16px}.ev span{flex-basis:100%}}"""
JS = r"""
var $=function(s,r){return (r||document).querySelector(s)},eur=function(c){return (c/100).toFixed(2).replace('.',',')+' €'};
function pyyda(u,d){return fetch('/_tiedot/'+u,d?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(d)}:{}).then(function(r){return r.json()})}
function rivit(k){return k.rivit.length?k.rivit.map(function(r){return '<div class="rivi"><span>'+r.nimi+'<br><small>Määrä: '+r.n+'</small></span><span>'+eur(r.summa)+'</span><button class="pelkka" aria-label="Poista '+r.nimi+'" data-pois="'+r.id+'">✕</button></div>'}).join(''):'<p>Ostoskori on tyhjä</p>'}
function maalaa(k){$('.kassi b').textContent=k.maara;$('.kassi').setAttribute('aria-label','Ostoskori, '+k.maara+' tuotetta');$('.pan .rv').innerHTML=rivit(k);$('.pan .yht').textContent=eur(k.yht);$('.pan .nappi').style.display=k.maara?'block':'none';
 var s=$('#korisivu');if(s)s.innerHTML=k.maara?rivit(k)+'<p>Välisumma <b>'+eur(k.yht)+'</b></p><p><button class="pelkka" data-alennus>Syötä tarjouskoodi</button></p><button class="nappi" data-mene="/kassa">Siirry kassalle</button><p style="text-align:center"><small>🔒 Turvallinen kassa</small></p>':'<p>Ostoskori on tyhjä</p><button class="pelkka" data-mene="/">Jatka selaamista</button>'}
function paneeli(a){$('.pan').classList.toggle('auki',a);$('.hunnu').classList.toggle('auki',a)}
function vaihe(n){document.querySelectorAll('.vaihe').forEach(function(v,i){v.classList.toggle('nyt',i===n)})}
function heraa(){document.documentElement.dataset.hereilla='1';
document.addEventListener('click',function(e){var t=e.target.closest('[data-mene],[data-lisaa],[data-heti],[data-pois],[data-teko],[data-alennus]');if(!t)return;var d=t.dataset;
 if('mene' in d)location.href=d.mene;
 else if('lisaa' in d){t.disabled=true;t.textContent='…';pyyda('lisaa',{id:d.lisaa}).then(function(k){maalaa(k);t.textContent='Lisää ostoskoriin';t.disabled=false;setTimeout(function(){paneeli(true)},500)})}
 else if('heti' in d)pyyda('lisaa',{id:d.heti}).then(function(){location.href='/kassa'});
 else if('pois' in d)pyyda('pois',{id:d.pois}).then(maalaa);
 else if('alennus' in d)t.outerHTML='<input placeholder="esim. KEVÄT10" aria-label="Tarjouskoodi"> <button>Käytä</button>';
 else if(d.teko==='kiinni')paneeli(false);else if(d.teko==='kassi')paneeli(true);else if(d.teko==='hamp'&&$('.ylin nav'))$('.ylin nav').classList.toggle('auki');
 else if(d.teko==='ev'){localStorage.utuEvasteet='1';$('.ev').remove()}
 else if(d.teko==='puhe'){if($('.juttu'))$('.juttu').remove();else document.body.insertAdjacentHTML('beforeend','<div class="juttu" role="dialog" aria-label="Keskustelu"><p>Hei! Miten voimme auttaa?</p><textarea rows="3" style="width:100%" aria-label="Viesti"></textarea><button data-teko="laheta">Lähetä</button></div>')}
 else if(d.teko==='laheta')pyyda('viesti',{}).then(function(){$('.juttu').innerHTML='<p>Kiitos, vastaamme pian.</p>'});
 else if(d.teko==='jatka'){var v=t.closest('.vaihe'),puuttuu=[].some.call(v.querySelectorAll('[required]'),function(i){return i.type==='radio'?!v.querySelector('[name='+i.name+']:checked'):!i.value.trim()});$('.virhe',v).textContent=puuttuu?'Täytä pakolliset kentät':'';if(puuttuu)return;if(+d.n<3)vaihe(+d.n);else pyyda('tilaus',{}).then(function(){$('.leipa').innerHTML='<h1>Kiitos!</h1><p>Tilauksesi on vastaanotettu.</p>'})}});
document.addEventListener('submit',function(e){e.preventDefault();pyyda(e.target.dataset.minne,{}).then(function(r){e.target.innerHTML='<p>'+r.sano+'</p>'})});
pyyda('kori').then(maalaa);if(!localStorage.utuEvasteet)setTimeout(function(){document.body.insertAdjacentHTML('beforeend','<div class="ev" role="region" aria-label="Evästebanneri"><span>Käytämme evästeitä parantaaksemme kokemustasi.</span><button data-teko="ev">Asetukset</button><button data-teko="ev">Hylkää</button><button data-teko="ev">Hyväksy</button></div>')},900)}
setTimeout(heraa,650);
"""


def eur(c: int) -> str:
    return f"{c / 100:.2f} €".replace(".", ",")


def kuva(slug: str) -> str:
    savi = ("#7d8ea3", "#a4552f", "#6f7f63", "#c7a25b")[len(slug) % 4]
    return f'<svg viewBox="0 0 80 80" width="60%" aria-hidden="true"><path d="M18 22h44l-6 36q-16 8-32 0z" fill="{savi}"/><ellipse cx="40" cy="22" rx="22" ry="6" fill="#fff9"/></svg>'


@dataclass
class App(Shop):
    """Savipaja Utu, Fiskars."""

    def kori(self, p: Request) -> dict[str, Any]:
        sisus: dict[str, int] = p.session.setdefault("utu", {})
        rivit = [{"id": k, "nimi": ASTIAT[k][0], "n": n, "summa": ASTIAT[k][1] * n} for k, n in sisus.items()]
        return {"rivit": rivit, "maara": sum(sisus.values()), "yht": sum(ASTIAT[k][1] * n for k, n in sisus.items())}

    def tiedot(self, p: Request, mika: str) -> Response:
        d = p.json if isinstance(p.json, dict) else {}
        sisus: dict[str, int] = p.session.setdefault("utu", {})
        nro = str(d.get("id", ""))
        if mika == "lisaa" and nro in ASTIAT and ASTIAT[nro][2]:
            sisus[nro] = sisus.get(nro, 0) + 1
        elif mika == "pois":
            sisus.pop(nro, None)
        elif mika in ("viesti", "uutiset"):
            self.messages += 1
            return json_response({"sano": "Kiitos viestistäsi!"})
        elif mika == "jasen":
            return json_response({"sano": "Sähköposti tai salasana on väärä."})
        elif mika == "liity":
            self.accounts += 1
            return json_response({"sano": "Tervetuloa!"})
        elif mika == "tilaus":
            self.orders += bool(sisus)
            sisus.clear()
        return json_response(self.kori(p))

    def runko(self, nimi: str, sisus: str, ala: bool = True, status: int = 200) -> Response:
        alaosa = '<div class="ala"><div><b>Savipaja Utu</b><br>Peltorivi 3<br>10470 Fiskars<br><a href="mailto:hei@savipajautu.example" style="color:inherit">hei@savipajautu.example</a><p><span class="logo">VISA</span> <span class="logo">Mastercard</span></p></div><div><button class="pelkka" data-mene="/toimitus-ja-palautus">Toimitus ja palautus</button><button class="pelkka" data-mene="/jasenet">Kirjaudu sisään</button><form data-minne="uutiset"><label>Liity postituslistalle<input type="email" required></label><button>Liity</button></form></div><form data-minne="viesti"><b>Kirjoita meille</b><input aria-label="Nimi" placeholder="Nimi"><input type="email" aria-label="Sähköposti" placeholder="Sähköposti"><textarea aria-label="Viesti" placeholder="Viesti"></textarea><button>Lähetä</button></form></div>'
        nav = '<nav><button data-mene="/">Kauppa</button><button data-mene="/pajasta">Pajasta</button><button data-mene="/toimitus-ja-palautus">Ohjeet</button></nav>'
        return html(
            f'<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{nimi} | Savipaja Utu</title><style>{CSS}</style></head><body><div class="ylin"><button class="hamp" data-teko="hamp" aria-label="Avaa valikko">☰</button><div class="nimi" data-mene="/">SAVIPAJA UTU</div>{nav if ala else ""}<button class="kassi" data-teko="kassi" aria-label="Ostoskori"><svg viewBox="0 0 24 24" width="34" aria-hidden="true"><path d="M5 8h14l1 14H4zM9 8q0-6 3-6t3 6" fill="none" stroke="#3a332d"/></svg><b>0</b></button></div>'
            f'{sisus}{alaosa if ala else ""}<div class="hunnu" data-teko="kiinni"></div><div class="pan"><header><b>Ostoskori</b><button class="pelkka" data-teko="kiinni" aria-label="Sulje">›</button></header><div class="rv"></div><footer><p>Välisumma <b class="yht"></b></p><small>Toimituskulut lasketaan kassalla.</small><button class="nappi" data-mene="/ostoskori">Näytä ostoskori</button></footer></div><button class="puhe" data-teko="puhe">Jutellaan!</button><script>{JS}</script></body></html>',
            status,
        )

    def handle(self, p: Request) -> Response:
        if p.path.startswith("/_tiedot/"):
            return self.tiedot(p, p.path[9:])
        if p.path == "/":
            kortit = "".join(
                f'<div class="kortti" data-mene="/tuote/{s}" tabindex="0"><div class="k">{kuva(s)}</div><h3>{n}</h3><p>{eur(h)}</p>{"" if m else "<span class=lappu>Loppuunmyyty</span>"}</div>'
                for s, (n, h, m) in ASTIAT.items()
            )
            return self.runko(
                "Keramiikkaa",
                f'<div class="hero"><h1>Käsin dreijattua</h1><p>Pieniä eriä Fiskarsin ruukista.</p></div><div class="ruudukko">{kortit}</div>',
            )
        slug = p.path.removeprefix("/tuote/")
        if p.path.startswith("/tuote/") and slug in ASTIAT:
            n, h, m = ASTIAT[slug]
            ld = {"@context": "https://schema.org/", "@type": "Product", "name": n, "Offers": {"@type": "Offer", "priceCurrency": "EUR", "price": h / 100}}  # fmt: skip
            napit = (
                f'<button class="nappi valko" data-lisaa="{slug}">Lisää ostoskoriin</button><button class="nappi" data-heti="{slug}">Osta nyt</button>'
                if m
                else '<button class="nappi" disabled>Loppuunmyyty</button>'
            )
            return self.runko(
                n,
                f'<script type="application/ld+json">{json.dumps(ld)}</script><div class="pt"><div class="k">{kuva(slug)}</div><div><h1>{n}</h1><p>{eur(h)}<br><small>Sisältää ALV:n</small></p>{napit}<p>Poltettu kahdesti, kestää konepesun.</p></div></div>',
            )
        tekstit = {
            "/ostoskori": '<div class="leipa"><h1>Oma ostoskori</h1><div id="korisivu"><p>Ladataan…</p></div></div>',
            "/pajasta": '<div class="leipa"><h1>Pajasta</h1><p>Kaksi dreijaa, yksi uuni ja ikkuna joelle.</p></div>',
            "/toimitus-ja-palautus": '<div class="leipa"><h1>Toimitus ja palautus</h1><p>Lähetämme tiistaisin ja perjantaisin.</p><h2>Palautus</h2><p>Voit palauttaa ehjän, käyttämättömän astian 14 päivän kuluessa siitä, kun sait sen. Kerro palautuksesta sähköpostilla ja pakkaa tuote yhtä hyvin kuin me. Palautuksen postimaksu jää asiakkaalle; rahat palautamme viikon sisällä paketin saavuttua.</p></div>',
            "/jasenet": '<div class="leipa"><h1>Kirjaudu sisään</h1><form data-minne="jasen"><label class="kt">Sähköposti<input type="email"></label><label class="kt">Salasana<input type="password"></label><button class="nappi">Kirjaudu</button></form><h2>Uusi täällä?</h2><form data-minne="liity"><label class="kt">Sähköposti<input type="email" required></label><button class="nappi valko">Rekisteröidy</button></form></div>',
        }
        if p.path in tekstit:
            return self.runko("Sivu", tekstit[p.path])
        return (
            self.kassa(p)
            if p.path == "/kassa"
            else self.runko("404", '<div class="leipa">Sivua ei ole.</div>', status=404)
        )

    def kassa(self, p: Request) -> Response:
        if not self.kori(p)["rivit"]:
            return self.runko("Kassa", '<div class="leipa"><p>Ostoskori on tyhjä.</p></div>', ala=False)
        k = "".join(f'<label class="kt">{t} *<input type="{y}" required></label>' for t, y in (("Sähköposti", "email"), ("Etunimi", "text"), ("Sukunimi", "text"), ("Puhelin", "tel")))  # fmt: skip
        o = "".join(f'<label class="kt">{t} *<input required></label>' for t in ("Osoite", "Postinumero", "Kaupunki"))
        m = "".join(f'<label class="kt"><input type="radio" name="maksu" required> {t}</label>' for t in ("Pankki- tai luottokortti", "PayPal", "Maksu noudettaessa"))  # fmt: skip
        jatka = '<p class="virhe" role="alert"></p><button class="nappi" data-teko="jatka" data-n="{}">{}</button>'
        return self.runko(
            "Kassa",
            f'<div class="leipa"><h1>Kassa</h1><p>Onko sinulla jo tili? <button class="pelkka" data-mene="/jasenet"><u>Kirjaudu sisään</u></button></p><div class="vaihe nyt"><h2>1 Yhteystiedot</h2><div class="sis">{k}<label class="kt"><input type="checkbox"> Minulle saa lähettää uutisia pajasta</label>{jatka.format(1, "Jatka")}</div></div><div class="vaihe"><h2>2 Toimitus</h2><div class="sis"><label class="kt">Maa<select><option>Suomi</option><option>Ruotsi</option></select></label>{o}{jatka.format(2, "Jatka")}</div></div><div class="vaihe"><h2>3 Maksu</h2><div class="sis">{m}{jatka.format(3, "Tee tilaus")}</div></div></div>',
            ala=False,
        )
