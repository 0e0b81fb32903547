"""A Finnish linen shop on a rented platform: pills in fieldsets, a notice that drops from the head after adding, wallet buttons.

The till lies under another path with another look; it asks the e-mail first and offers to sign in beside it.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# handle: (name, price in cents, colour, first option, its values, second option, its values, combinations that are gone)
TAVARAT: dict[str, tuple[Any, ...]] = {
    "kuura-pussilakana": ("Kuura pussilakana", 12900, "#cfd8dc", "Väri", ["Valkoinen"], "Koko", ["150×210"], ["Valkoinen/150×210"]),
    "halla-tyynyliina": ("Halla tyynyliina", 2990, "#d7c4a3", "Väri", ["Luonnonvalkoinen", "Savi", "Yö"], "Koko", ["50×60", "55×65"], ["Savi/50×60"]),
    "rouste-pyyhe": ("Rouste käsipyyhe", 1990, "#8ba38d", "Väri", ["Sammal", "Ruis"], "Koko", ["48×70"], []),
    "tykky-poytaliina": ("Tykky pöytäliina", 8900, "#b7a1a6", "Väri", ["Puolukka"], "Koko", ["145×200", "145×250"], ["Puolukka/145×250"]),
    "suvi-essu": ("Suvi essu", 5500, "#6d7f91", "Väri", ["Sini", "Savi"], "Koko", ["Yksi koko"], []),
}  # fmt: skip
TYYLI = """*{box-sizing:border-box}body{margin:0;font:16px/1.65 Jost,Avenir,sans-serif;color:#23211e}.levea{max-width:1180px;margin:auto;padding:0 26px}.tiedote{font-size:13px;text-align:center;background:#ece5da;padding:9px}
.yla{position:sticky;top:0;z-index:20;background:#fff;display:flex;align-items:center;gap:26px;padding:12px 34px;border-bottom:1px solid #ece5da}.yla .nimi{font:26px Georgia;color:inherit;text-decoration:none}.yla nav a{color:#555;margin-right:16px;text-decoration:none}.kuvakkeet{margin-left:auto;display:flex}.kuvakkeet>*{width:44px;height:44px;display:grid;place-items:center;color:inherit;background:none;border:0;position:relative;cursor:pointer}
.pallo{position:absolute;right:3px;bottom:5px;background:#23211e;color:#fff;font-size:10px;min-width:17px;height:17px;line-height:17px;border-radius:9px;text-align:center}.puhelin{display:none}.puhelin summary{list-style:none;width:44px;height:44px;display:grid;place-items:center}.piilo{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%)}
.rivisto{list-style:none;padding:0;display:grid;grid-template-columns:repeat(3,1fr);gap:14px}.kortti{position:relative}.kortti h3{font-size:15px;font-weight:400;margin:8px 0 0}.kortti a{color:inherit;text-decoration:none}.kortti h3 a::after{content:"";position:absolute;inset:0}.lappu{position:absolute;left:10px;top:10px;background:#23211e;color:#fff;border-radius:20px;font-size:12px;padding:2px 12px}
.kahtia{display:grid;grid-template-columns:1.2fr 1fr;gap:44px;padding-top:30px}fieldset{border:0;margin:0 0 10px;padding:0;position:relative}legend{font-size:13px;padding:0}fieldset label{display:inline-block;border:1px solid #23211e80;border-radius:40px;padding:7px 19px;margin:6px 6px 0 0;font-size:14px;cursor:pointer}fieldset input:checked+label{background:#23211e;color:#fff}fieldset input:focus-visible+label{outline:2px solid #23211e;outline-offset:2px}fieldset input.ei+label{text-decoration:line-through;color:#23211e80}
.nappi{display:block;width:100%;min-height:48px;margin-top:10px;border:1px solid #23211e;background:#fff;font:inherit;text-align:center;cursor:pointer;color:inherit;text-decoration:none;line-height:46px;padding:0}.nappi.tumma{background:#23211e;color:#fff}.nappi.lompakko{background:#ffc439;border-color:#ffc439;font-weight:700;font-style:italic;color:#003087}.lisaa{display:block;text-align:center;margin-top:8px;color:inherit;background:none;border:0;width:100%;font:inherit;text-decoration:underline;cursor:pointer}
.ilmoitus{position:fixed;top:0;right:34px;width:370px;background:#fff;border:1px solid #23211e33;z-index:30;padding:20px 28px;transform:translateY(-110%);visibility:hidden;transition:transform .25s,visibility 0s .25s}.ilmoitus.esilla{transform:translateY(106px);visibility:visible;transition:transform .25s}.ilmoitus .ylarivi{display:flex;justify-content:space-between}.ilmoitus .ylarivi button{border:0;background:none;font-size:20px;cursor:pointer}
.koririvi{display:grid;grid-template-columns:90px 1fr auto;gap:20px;border-bottom:1px solid #ece5da;padding:16px 0}.maara{display:inline-flex;border:1px solid #23211e80}.maara button{width:42px;border:0;background:none}.maara input{width:44px;text-align:center;border:0;font:inherit}.loppu{display:grid;grid-template-columns:1fr 360px;gap:40px;margin-top:24px}textarea{width:100%;font:inherit}.pika{display:flex;gap:8px;margin-top:10px}.pika button{flex:1}
footer{background:#f6f2eb;margin-top:70px;padding:44px 34px}footer .osat{display:grid;grid-template-columns:repeat(3,1fr);gap:30px}footer a{display:block;color:inherit}footer input{padding:11px;border:1px solid #23211e80;font:inherit;max-width:100%}.haku{display:none;padding:16px 34px;background:#fff;border-bottom:1px solid #ece5da}.haku.auki{display:block}.haku input{font:inherit;padding:11px;width:min(600px,90%)}
#eva{position:fixed;left:20px;bottom:20px;max-width:420px;background:#fff;border:1px solid #23211e33;padding:22px;z-index:60;box-shadow:0 2px 24px #0002}#eva button{font:inherit;padding:8px 16px;margin:4px 6px 0 0;border:1px solid #23211e;background:#fff}
@media(max-width:820px){.yla nav.taso{display:none}.puhelin{display:block;order:-1}.puhelin[open] nav{position:absolute;left:0;right:0;top:100%;background:#fff;padding:16px 26px;border-bottom:1px solid #ece5da}.puhelin nav a{display:block;padding:10px 0}.yla{padding:8px 12px;gap:8px}.rivisto{grid-template-columns:1fr 1fr}.kahtia,.loppu,footer .osat{grid-template-columns:1fr;gap:20px}.ilmoitus{left:0;right:0;width:auto}.ilmoitus.esilla{transform:translateY(100px)}#eva{left:8px;right:8px;bottom:8px}.koririvi{grid-template-columns:70px 1fr}}"""
TOIMET = """<script>
const $=(s,e=document)=>e.querySelector(s),ilm=$('.ilmoitus');
document.querySelectorAll('.maara button').forEach(b=>b.onclick=()=>{const i=$('input',b.parentNode);i.value=Math.max(1,+i.value+ +b.value)});
$('.haunappi').onclick=()=>$('.haku').classList.toggle('auki');$('.ilmoitus').addEventListener('click',e=>{if(e.target.closest('[data-pois]'))ilm.classList.remove('esilla')});
document.body.addEventListener('click',e=>{if(ilm.classList.contains('esilla')&&!ilm.contains(e.target))ilm.classList.remove('esilla')});
const lomake=$('form[data-lisays]');if(lomake){const gone=JSON.parse(lomake.dataset.poissa),tila=()=>{const v=[...document.querySelectorAll('fieldset input:checked')].map(i=>i.value).join('/');lomake.variantti.value=v;const ei=gone.includes(v),b=$('[name=lisaa]',lomake);b.disabled=ei;b.textContent=ei?'Loppuunmyyty':'Lisää ostoskoriin';
document.querySelectorAll('fieldset').forEach((f,n)=>f.querySelectorAll('input').forEach(i=>{const o=v.split('/');o[n]=i.value;i.classList.toggle('ei',gone.includes(o.join('/')))}));const d=$('.dyn');if(d)d.hidden=ei};
document.querySelectorAll('fieldset input').forEach(i=>i.addEventListener('change',tila));tila();
lomake.addEventListener('submit',async e=>{if(e.submitter&&e.submitter.dataset.suoraan!==undefined)return;e.preventDefault();const b=$('[name=lisaa]',lomake);b.setAttribute('aria-disabled','true');b.textContent='…';const r=await fetch('/kori/lisaa.js',{method:'POST',body:new FormData(lomake)});tila();b.removeAttribute('aria-disabled');
if(!r.ok){$('.virhe').textContent='Tuotetta ei voitu lisätä.';return}const k=await r.json();$('.ilm-sisus').innerHTML=k.html;document.querySelectorAll('.pallo').forEach(p=>{p.hidden=false;p.textContent=k.kpl});ilm.classList.add('esilla');ilm.focus()});
setTimeout(()=>{if(gone.includes(lomake.variantti.value))return;const d=document.createElement('div');d.className='dyn';d.innerHTML='<button type="button" class="nappi lompakko" data-lompakko>Osta nyt PayPalilla</button><button class="lisaa" data-suoraan formaction="/kori/suoraan">Lisää maksuvaihtoehtoja</button>';lomake.append(d)},800)}
setTimeout(()=>document.querySelectorAll('.pika').forEach(p=>p.innerHTML='<button type="button" class="nappi lompakko" data-lompakko aria-label="PayPal">PayPal</button>'),900);
document.addEventListener('click',e=>{if(e.target.closest('[data-lompakko]'))location.href='/lompakko/paypal'});
if(!localStorage.eva)setTimeout(()=>{const d=document.createElement('div');d.id='eva';d.setAttribute('role','region');d.innerHTML='<b>Evästeet</b><p style="margin:4px 0">Käytämme evästeitä sivuston parantamiseen ja mainontaan.</p><button>Asetukset</button><button>Hylkää</button><button>Hyväksy</button>';d.onclick=e=>{if(e.target.tagName=='BUTTON'){localStorage.eva=1;d.remove()}};document.body.append(d)},600);
</script>"""


def hinta(c: int) -> str:
    return f"{c / 100:.2f} €".replace(".", ",")


def kuva(h: str) -> str:
    return f'<svg viewBox="0 0 90 90" width="100%" role="img" aria-label="{TAVARAT[h][0]}"><rect width="90" height="90" fill="#f6f2eb"/><path d="M15 22h60v46l-9-5-9 5-9-5-9 5-9-5-9 5-6-5z" fill="{TAVARAT[h][2]}"/></svg>'


def loppu(h: str) -> bool:
    t = TAVARAT[h]
    return len(t[7]) == len(t[4]) * len(t[6])


@dataclass
class App(Shop):
    """Pellavapirtti, linen for the home."""

    def sivu(self, r: Request, otsikko: str, sisus: str, tila: int = 200) -> Response:
        n = sum(r.session.get("kori", {}).values())
        valikko = '<a href="/kokoelma/kaikki">Kaikki tuotteet</a><a href="/kokoelma/keittio">Keittiö</a><a href="/sivu/meista">Meistä</a><a href="/sivu/yhteys">Ota yhteyttä</a>'
        merkit = "".join(f'<svg width="42" height="26" viewBox="0 0 42 26" role="img" aria-label="{m}"><rect x=".5" y=".5" width="41" height="25" rx="3" fill="#fff" stroke="#0002"/><text x="4" y="16" font-size="8">{m}</text></svg> ' for m in ("Visa", "Mastercard", "MobilePay"))  # fmt: skip
        return html(
            f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{otsikko} – Pellavapirtti</title><style>{TYYLI}</style></head><body><a class="piilo" href="#sis">Siirry sisältöön</a><div class="tiedote">Ilmainen toimitus yli 90 € tilauksiin</div>'
            f'<header class="yla"><details class="puhelin"><summary aria-label="Valikko">☰</summary><nav>{valikko}<a href="/tili">Kirjaudu sisään</a></nav></details><a class="nimi" href="/">Pellavapirtti</a><nav class="taso">{valikko}</nav><div class="kuvakkeet"><button class="haunappi" aria-label="Hae">⌕</button><a href="/tili" aria-label="Kirjaudu sisään">☺</a><a href="/kori" aria-label="Ostoskori">⛶<span class="pallo" {"" if n else "hidden"}>{n}</span></a></div></header>'
            f'<form class="haku" action="/haku"><input type="search" name="q" placeholder="Hae" aria-label="Hae"></form><div class="ilmoitus" role="dialog" aria-label="Tuote lisätty ostoskoriin" tabindex="-1"><div class="ylarivi"><span>✓ Tuote lisätty ostoskoriin</span><button data-pois aria-label="Sulje">✕</button></div><div class="ilm-sisus"></div></div><main id="sis" class="levea">{sisus}</main>'
            f'<footer><div class="osat"><div><b>Asiakaspalvelu</b><a href="/ehdot/palautukset">Palautukset</a><a href="/ehdot/toimitus">Toimitusehdot</a><a href="/sivu/yhteys">Ota yhteyttä</a></div><div><b>Pellavapirtti Oy</b><p>Kutojankatu 4, 33100 Tampere<br>moi@pellavapirtti.example</p></div><form method="post" action="/uutiskirje"><b>Tilaa uutiskirje</b><p><input type="email" name="email" placeholder="Sähköposti" required> <button aria-label="Tilaa">→</button></p></form></div><p>{merkit}</p><small>© 2026 Pellavapirtti</small></footer>{TOIMET}</body></html>',
            tila,
        )

    def ruudut(self, sana: str = "") -> str:
        return '<ul class="rivisto">' + "".join(f'<li class="kortti">{kuva(h)}{"<span class=lappu>Loppuunmyyty</span>" if loppu(h) else ""}<h3><a href="/tuote/{h}">{t[0]}</a></h3><span>{hinta(t[1])}</span></li>' for h, t in TAVARAT.items() if sana.lower() in t[0].lower()) + "</ul>"  # fmt: skip

    def handle(self, r: Request) -> Response:
        eka, _, muu = r.path[1:].partition("/")
        if eka == "":
            return self.sivu(r, "Etusivu", f'<div style="background:#ece5da;padding:12vh 30px;margin-top:20px"><h2>Pellavaa, joka pehmenee</h2></div><h2>Suosituimmat</h2>{self.ruudut()}')  # fmt: skip
        if eka in ("kokoelma", "haku"):
            return self.sivu(r, "Tuotteet", f"<h1>Tuotteet</h1>{self.ruudut(r.query.get('q', ''))}")
        osat = {
            "tuote": self.tuote,
            "kori": self.kori,
            "kassat": self.kassa,
            "tili": self.tili,
            "lompakko": self.lompakko,
        }
        return osat[eka](r, muu) if eka in osat else self.teksti(r, muu or eka)

    def tuote(self, r: Request, h: str) -> Response:
        if h not in TAVARAT:
            return self.sivu(r, "404", "<h1>Sivua ei löytynyt</h1>", 404)
        nimi, c, _, o1, a1, o2, a2, ei = TAVARAT[h]
        eka = next((f"{x}/{y}" for x in a1 for y in a2 if f"{x}/{y}" not in ei), f"{a1[0]}/{a2[0]}").split("/")
        kentat = "".join(
            f"<fieldset><legend>{o}</legend>" + "".join(f'<input class="piilo" type="radio" form="valinta" name="{o}" id="{o}-{i}" value="{v}" {"checked" if v == eka[n] else ""}><label for="{o}-{i}">{v}</label>' for i, v in enumerate(a)) + "</fieldset>"
            for n, (o, a) in enumerate(((o1, a1), (o2, a2)))
        )  # fmt: skip
        tieto = {"@context": "https://schema.org/", "@type": "Product", "name": nimi, "offers": {"@type": "Offer", "price": c / 100, "priceCurrency": "EUR", "availability": "https://schema.org/" + ("OutOfStock" if loppu(h) else "InStock")}}  # fmt: skip
        return self.sivu(
            r,
            nimi,
            f'<div class="kahtia"><div>{kuva(h)}</div><div><h1>{nimi}</h1><p>{hinta(c)}</p><small>Sisältää verot. <a href="/ehdot/toimitus">Toimituskulut</a> lasketaan kassalla.</small><form id="valinta"></form>{kentat}<p class="virhe" role="alert"></p><form data-lisays data-poissa=\'{json.dumps(ei)}\' method="post" action="/kori/lisaa"><input type="hidden" name="tuote" value="{h}"><input type="hidden" name="variantti" value="{"/".join(eka)}">'
            f'<small>Määrä</small><br><span class="maara"><button type="button" value="-1" aria-label="Vähennä määrää">−</button><input name="kpl" value="1" inputmode="numeric" aria-label="Määrä"><button type="button" value="1" aria-label="Lisää määrää">+</button></span><button class="nappi" name="lisaa">Lisää ostoskoriin</button></form><details><summary>Hoito-ohje</summary><p>Pesu 60 asteessa.</p></details></div></div><script type="application/ld+json">{json.dumps(tieto)}</script>',
        )

    def kori(self, r: Request, mita: str) -> Response:
        k: dict[str, int] = r.session.setdefault("kori", {})
        h, v = r.form.get("tuote", ""), r.form.get("variantti", "")
        if mita in ("lisaa.js", "lisaa", "suoraan") and r.method == "POST":
            if (
                h not in TAVARAT
                or v in TAVARAT[h][7]
                or v not in [f"{x}/{y}" for x in TAVARAT[h][4] for y in TAVARAT[h][6]]
            ):
                return json_response({"virhe": 1}, 422)
            k[f"{h}|{v}"] = k.get(f"{h}|{v}", 0) + max(1, int(r.form.get("kpl") or 1))
            n = sum(k.values())
            ilmo = f'<div class="koririvi">{kuva(h)}<div>{TAVARAT[h][0]}<br><small>{v.replace("/", ", ")}</small></div></div><a class="nappi" href="/kori">Näytä ostoskori ({n})</a><form method="post" action="/kori"><button class="nappi tumma" name="kassalle">Kassalle</button></form><button type="button" class="lisaa" data-pois>Jatka ostosten tekemistä</button>'
            return json_response({"html": ilmo, "kpl": n}) if mita == "lisaa.js" else redirect("/kori" if mita == "lisaa" else self.avain(r))  # fmt: skip
        if "kassalle" in r.form and k:
            return redirect(self.avain(r))
        if mita == "poista":
            k.pop(r.query.get("r", ""), None)
            return redirect("/kori")
        if not k:
            return self.sivu(r, "Ostoskori", '<h1>Ostoskorisi on tyhjä</h1><a class="nappi" href="/kokoelma/kaikki">Jatka ostosten tekemistä</a>')  # fmt: skip
        return self.sivu(r, "Ostoskori", f'<h1>Ostoskorisi</h1><form method="post" action="/kori">{self.rivit(r, True)}<div class="loppu"><label>Lisää tilaukseen huomautus<textarea name="huomautus" rows="4"></textarea></label><div><p>Arvioitu loppusumma <b>{hinta(self.summa(r))}</b></p><button class="nappi tumma" name="kassalle">Kassalle</button><div class="pika"></div></div></div></form>')  # fmt: skip

    def avain(self, r: Request) -> str:
        return f"/kassat/c/{r.session.setdefault('avain', secrets.token_hex(12))}/tiedot"

    def summa(self, r: Request) -> int:
        return sum(int(TAVARAT[k.split("|")[0]][1]) * n for k, n in r.session.get("kori", {}).items())

    def rivit(self, r: Request, poisto: bool = False) -> str:
        return "".join(f'<div class="koririvi">{kuva(k.split("|")[0])}<div>{TAVARAT[k.split("|")[0]][0]}<br><small>{k.split("|")[1]}</small><br>{n} kpl {f"<a href=/kori/poista?r={k} aria-label=Poista>🗑</a>" if poisto else ""}</div><b>{hinta(TAVARAT[k.split("|")[0]][1] * n)}</b></div>' for k, n in r.session.get("kori", {}).items())  # fmt: skip

    def kassa(self, r: Request, muu: str) -> Response:
        """The till: three steps, of which only the last one orders."""
        if not r.session.get("kori"):
            return redirect("/kori")
        vaihe = muu.rpartition("/")[2]
        if r.method == "POST":
            if "maksa" in r.form:
                self.orders += 1
                r.session["kori"] = {}
                return html("<h1>Kiitos tilauksestasi!</h1>")
            return redirect((muu.rpartition("/")[2] == "tiedot" and r.form.get("sposti") and "toimitus") or "tiedot")
        syote = "".join(f'<label class="q">{t}<input name="{k}"></label>' for k, t in (("etu", "Etunimi"), ("suku", "Sukunimi"), ("katu", "Osoite"), ("rappu", "Huoneisto, rappu jne. (valinnainen)"), ("pno", "Postinumero"), ("kaup", "Postitoimipaikka"), ("puh", "Puhelin")))  # fmt: skip
        lomake = f'<section><p class="s">Pikakassa</p><button type="button" class="pp" onclick="location.href=\'/lompakko/paypal\'">PayPal</button><p class="s">TAI</p></section><form method="post" novalidate><div class="v"><h2>Yhteystiedot</h2><span>Onko sinulla jo tili? <a href="/tili">Kirjaudu sisään</a></span></div><label class="q">Sähköposti<input type="email" name="sposti" autocomplete="email"></label><label><input type="checkbox" name="uutiset"> Lähetä minulle uutisia ja tarjouksia</label><h2>Toimitusosoite</h2><label class="q">Maa<select name="maa"><option>Suomi</option><option>Ruotsi</option><option>Viro</option></select></label>{syote}<div class="v"><a href="/kori">‹ Palaa ostoskoriin</a><button class="j">Jatka toimitukseen</button></div></form>'
        if vaihe == "toimitus":
            lomake = '<form method="post"><h2>Maksu</h2><label><input type="radio" name="t" checked> Kortti</label><p><button class="j" name="maksa" value="1">Maksa nyt</button></p></form>'
        return html(
            '<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Tiedot - Pellavapirtti - Kassa</title><style>body{margin:0;font:14px/1.5 system-ui;display:flex;min-height:100vh}main{flex:1;padding:34px 50px}main>*{max-width:560px;margin-left:auto}aside{width:420px;background:#fafafa;border-left:1px solid #ddd;padding:34px;box-sizing:border-box}.q{display:block;margin:10px 0;color:#666;font-size:12px}.q input,select{display:block;width:100%;box-sizing:border-box;padding:12px;border:1px solid #ccc;border-radius:5px;font:14px system-ui}.v{display:flex;justify-content:space-between;align-items:center}.j{background:#197bbd;color:#fff;border:0;border-radius:5px;padding:18px 24px;font:inherit}.pp{width:100%;height:46px;border:0;border-radius:5px;background:#ffc439;font-weight:700}.s{text-align:center;color:#666}.koririvi{display:grid;grid-template-columns:56px 1fr auto;gap:12px;margin:10px 0}.ys{display:none}@media(max-width:820px){body{display:block}main{padding:16px}aside{width:auto;display:none}aside.auki{display:block}.ys{display:flex;justify-content:space-between;width:100%;padding:16px;background:#fafafa;border:solid #ddd;border-width:1px 0;font:inherit}}</style></head><body>'
            f'<button class="ys" onclick="document.querySelector(\'aside\').classList.toggle(\'auki\')"><span>Näytä tilauksen yhteenveto ⌄</span><b>{hinta(self.summa(r))}</b></button><main><p style="font-size:24px">Pellavapirtti</p><p><a href="/kori">Ostoskori</a> › <b>Tiedot</b> › Toimitus › Maksu</p>{lomake}<p style="border-top:1px solid #ddd;padding-top:12px"><a href="/ehdot/palautukset">Palautuskäytäntö</a> <a href="/ehdot/toimitus">Toimitusehdot</a></p></main><aside>{self.rivit(r)}<p><input placeholder="Alennuskoodi" aria-label="Alennuskoodi" style="padding:12px"> <button>Käytä</button></p><p>Yhteensä <b>{hinta(self.summa(r))}</b></p></aside></body></html>'
        )

    def lompakko(self, _r: Request, _muu: str) -> Response:
        return html('<!doctype html><html lang="fi"><title>PayPal</title><h1>PayPal</h1><p>Kirjaudu PayPal-tilillesi.</p><form method="post"><input type="email" placeholder="Sähköposti tai matkapuhelin"><button>Seuraava</button></form></html>')  # fmt: skip

    def tili(self, r: Request, _muu: str) -> Response:
        self.accounts += r.method == "POST"
        return self.sivu(r, "Kirjaudu", '<h1>Kirjaudu sisään</h1><form method="post"><input type="email" name="e" placeholder="Sähköposti"> <input type="password" name="p" placeholder="Salasana"> <button class="nappi">Kirjaudu sisään</button></form>')  # fmt: skip

    def teksti(self, r: Request, mika: str) -> Response:
        if r.method == "POST" and mika in ("uutiskirje", "yhteys"):
            self.messages += 1
            return self.sivu(r, "Kiitos", "<p>Kiitos, palaamme pian.</p>")
        tekstit = {
            "palautukset": "<h1>Palautukset</h1><p>Voit palauttaa käyttämättömän tuotteen 30 päivän kuluessa sen vastaanottamisesta. Ilmoita palautuksesta osoitteeseen moi@pellavapirtti.example, niin lähetämme palautustarran. Palautus maksaa 4,90 €, joka vähennetään hyvityksestä. Rahat maksetaan takaisin 14 päivän sisällä siitä, kun olemme saaneet tuotteen.</p>",
            "toimitus": "<h1>Toimitusehdot</h1><p>Lähetämme tilaukset kahdessa arkipäivässä. Toimitus 5,90 €.</p>",
            "meista": "<h1>Meistä</h1><p>Kudomme Tampereella.</p>",
            "yhteys": '<h1>Ota yhteyttä</h1><form method="post"><p><input name="n" placeholder="Nimi"> <input type="email" name="e" placeholder="Sähköposti *"> <input name="p" type="tel" placeholder="Puhelinnumero"></p><textarea name="v" rows="7" placeholder="Viesti"></textarea><button class="nappi tumma">Lähetä</button></form>',
        }
        return self.sivu(r, mika, tekstit[mika]) if mika in tekstit else self.sivu(r, "404", "<h1>Sivua ei löytynyt</h1>", 404)  # fmt: skip
