"""A Finnish house plant shop where every product is a button that opens a dialog; no product has a page or an address.

"Katso" is a ``<button>``, the dialog holds picture, price, choices and the buy button; the cart is a bar at the foot that opens on press.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

PLANTS = [
    {
        "tunnus": "peik",
        "nimi": "Peikonlehti, 60 cm",
        "hinta": "39,00",
        "sentit": 3900,
        "tilaa": 4,
        "ruukut": ["Terrakotta", "Musta", "Ilman ruukkua"],
        "hoito": "Puolivarjo, kastelu kerran viikossa.",
    },
    {
        "tunnus": "anop",
        "nimi": "Anopinkieli",
        "hinta": "18,50",
        "sentit": 1850,
        "tilaa": 9,
        "ruukut": [],
        "hoito": "Kestää unohduksen.",
    },
    {
        "tunnus": "kaha",
        "nimi": "Kahvipensas, taimi",
        "hinta": "12,90",
        "sentit": 1290,
        "tilaa": 0,
        "ruukut": [],
        "hoito": "Valoa, ei suoraa aurinkoa.",
    },
    {
        "tunnus": "saan",
        "nimi": "Saniainen Boston",
        "hinta": "16,90",
        "sentit": 1690,
        "tilaa": 6,
        "ruukut": [],
        "hoito": "Sumuta joka aamu.",
    },
    {
        "tunnus": "mult",
        "nimi": "Viherkasvimulta 10 l",
        "hinta": "7,50",
        "sentit": 750,
        "tilaa": 50,
        "ruukut": [],
        "hoito": "Turpeeton.",
    },
]

CSS = """
body{margin:0;padding-bottom:90px;font:17px/1.5 "Nunito",Tahoma,sans-serif;background:#f0f5ee;color:#1e2d20}.yla{padding:26px 5vw;display:flex;justify-content:space-between;align-items:center;flex-wrap:wrap}.yla strong{font-size:30px}.yla button{background:none;border:0;border-bottom:2px solid #5c8a5a;font:inherit;margin-left:18px;cursor:pointer}
.hylly{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:24px;padding:10px 5vw}.ruutu{background:#fff;border-radius:18px;padding:18px;text-align:center}.ruutu button{margin-top:10px;border:2px solid #5c8a5a;background:#fff;border-radius:20px;padding:8px 26px;font:inherit;cursor:pointer}dialog{border:0;border-radius:18px;padding:28px;max-width:520px;width:90vw;box-sizing:border-box}
dialog::backdrop{background:#1e2d2099}.rasti{float:right;border:0;background:none;font-size:20px;cursor:pointer}.ota{background:#2f6b3a;color:#fff;border:0;border-radius:24px;padding:13px 34px;font:inherit;cursor:pointer}.ota:disabled{background:#a9bba9}.palkki{position:fixed;left:0;right:0;bottom:0;background:#1e2d20;color:#fff;padding:16px 5vw;display:flex;justify-content:space-between;align-items:center;box-sizing:border-box}
.palkki button{background:#fff;border:0;border-radius:20px;padding:10px 26px;font:inherit;cursor:pointer}.kentat label{display:block;margin-bottom:10px}.kentat input[type=text],.kentat input[type=email],.kentat select{width:100%;padding:10px;box-sizing:border-box;border:1px solid #9b9;border-radius:8px;font:inherit}.alas{padding:26px 5vw;font-size:15px}
@media(max-width:500px){.hylly{grid-template-columns:1fr 1fr;gap:12px}.yla strong{width:100%}.yla button{margin:8px 18px 0 0}}
"""

JS = r"""
const q=s=>document.querySelector(s);let korissa=KORI;
const tulosta=()=>{q('#maara').textContent=korissa.length?korissa.length+' kasvia, '+(korissa.reduce((s,k)=>s+k.sentit,0)/100).toFixed(2).replace('.',',')+' €':'Ei vielä kasveja';q('#avaa').hidden=!korissa.length};
const laheta=(u,b)=>fetch(u,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(r=>r.json());
function ikkuna(sisus){const d=q('#ikkuna');d.innerHTML='<button class="rasti" aria-label="Sulje">✕</button>'+sisus;if(!d.open)d.showModal();d.querySelector('.rasti').onclick=()=>d.close();return d}
if(q('#lista'))fetch('/kasvit.json').then(r=>r.json()).then(kasvit=>{q('#lista').innerHTML=kasvit.map(k=>`<div class="ruutu">${k.kuva}<div>${k.nimi}</div><div>${k.hinta} €</div><button data-t="${k.tunnus}">Katso</button></div>`).join('');
document.querySelectorAll('.ruutu button').forEach(b=>b.onclick=async()=>{const k=await(await fetch('/kasvi.json?t='+b.dataset.t)).json();
 const d=ikkuna(`<h2>${k.nimi}</h2>${b.parentElement.querySelector('svg').outerHTML}<p>${k.hoito}</p><p><b>${k.hinta} €</b></p>${k.ruukut.length?'<p>Ruukku: <select id="ruukku"><option value="">valitse</option>'+k.ruukut.map(r=>`<option>${r}</option>`).join('')+'</select></p>':''}<button class="ota" ${k.tilaa?'':'disabled'}>${k.tilaa?'Otan mukaan':'Juurtumassa'}</button><p id="kuittaus" role="status"></p>`);
 d.querySelector('.ota').onclick=async()=>{const r=d.querySelector('#ruukku');if(r&&!r.value){d.querySelector('#kuittaus').textContent='Valitse vielä ruukku.';return}korissa=await laheta('/mukaan',{t:k.tunnus,ruukku:r?r.value:''});d.querySelector('#kuittaus').textContent='Kasvi odottaa sinua.';tulosta();setTimeout(()=>d.close(),700)}})});
q('#avaa').onclick=()=>{const d=ikkuna('<h2>Mukaan lähtevät</h2>'+korissa.map((k,i)=>`<p>${k.nimi} ${k.ruukku} <button data-i="${i}">Jätä pois</button></p>`).join('')+'<button class="ota" id="jatka">Toimitustietoihin</button>');
 d.querySelectorAll('[data-i]').forEach(b=>b.onclick=async()=>{korissa=await laheta('/pois',{i:+b.dataset.i});tulosta();d.close()});d.querySelector('#jatka').onclick=()=>{location.href='/toimitustiedot'}};
document.querySelectorAll('[data-teksti]').forEach(b=>b.onclick=()=>ikkuna(q('#'+b.dataset.teksti).innerHTML));tulosta();
"""


def leaf(number: int) -> str:
    """Draw a plant."""
    return f'<svg viewBox="0 0 80 90" width="130"><path d="M28 60h24l-4 26H32z" fill="#b5693c"/><path d="M40 60Q{8 + number * 6} 30 30 4Q64 26 40 60" fill="hsl({100 + number * 12},40%,40%)"/></svg>'


@dataclass
class App(Shop):
    """Viherkulma."""

    def _shell(self, r: Request, title: str, main: str) -> Response:
        texts = (
            "<template id='pal'><h2>Palautus</h2><p>Kasvin voi palauttaa myymälään tai postitse 14 päivän kuluessa. Jos kasvi kuolee 30 päivän sisällä, saat uuden. Palautuskulu 9,90 €.</p></template>"
            "<template id='yht'><h2>Missä olemme</h2><p>Viherkulma, Vaasankatu 14, 00500 Helsinki. Ti–la 11–18. <a href='tel:+358442223344'>044 222 3344</a></p></template>"
        )
        return html(f"""<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{title} | Viherkulma</title><meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body><div class="yla"><strong>Viherkulma</strong>
<span><button data-teksti="pal">Palautus</button><button data-teksti="yht">Missä olemme</button></span></div>{main}{texts}<div class="alas">Instagram @viherkulma · viherkulma@viherkulma.example</div>
<div class="palkki"><span id="maara"></span><button id="avaa" hidden>Näytä mukaan lähtevät</button></div><dialog id="ikkuna"></dialog><script>{JS.replace("KORI", json.dumps(r.session["mukana"]), 1)}</script></body></html>""")

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        bag: list[dict[str, object]] = r.session.setdefault("mukana", [])
        body = r.json if isinstance(r.json, dict) else {}
        if r.path == "/":
            return self._shell(r, "Kasvit kotiin", "<div class='hylly' id='lista'>Kastellaan …</div>")
        if r.path == "/kasvit.json":
            keys = ("tunnus", "nimi", "hinta")
            return json_response([{**{k: p[k] for k in keys}, "kuva": leaf(i)} for i, p in enumerate(PLANTS)])
        if r.path == "/kasvi.json":
            plant = next((p for p in PLANTS if p["tunnus"] == r.query.get("t")), None)
            return json_response(plant) if plant else json_response({}, 404)
        if r.path == "/mukaan" and r.method == "POST":
            plant = next((p for p in PLANTS if p["tunnus"] == body.get("t")), None)
            if plant and plant["tilaa"] and (not plant["ruukut"] or body.get("ruukku")):
                bag.append({"nimi": plant["nimi"], "sentit": plant["sentit"], "ruukku": body.get("ruukku") or ""})
            return json_response(bag)
        if r.path == "/pois" and r.method == "POST":
            if isinstance(body.get("i"), int) and body["i"] < len(bag):
                bag.pop(body["i"])
            return json_response(bag)
        if r.path == "/toimitustiedot":
            if r.method == "POST" and bag and r.form.get("nimi"):
                self.orders += 1
                bag.clear()
                return self._shell(
                    r, "Kiitos", "<div class='hylly'><h1>Kiitos! Kasvit lähtevät maanantaina.</h1></div>"
                )
            rows = "".join(
                f"<label>{t}<input type='{'email' if k == 'sposti' else 'text'}' name='{k}' required></label>"
                for k, t in [
                    ("nimi", "Kuka vastaanottaa"),
                    ("katu", "Katu ja talo"),
                    ("paikka", "Postinumero ja paikkakunta"),
                    ("sposti", "Sähköpostisi"),
                    ("gsm", "Puhelimesi"),
                ]
            )
            form = f"<form class='kentat' method='post'><h1>Toimitustiedot</h1>{rows}<label>Toimitustapa<select name='tapa'><option>Pyörälähetti 9 €</option><option>Nouto liikkeestä</option></select></label><p><label><input type='radio' name='m' checked> MobilePay</label><label><input type='radio' name='m'> Verkkopankki</label></p><button class='ota'>Maksa ja tilaa</button></form>"
            return self._shell(
                r,
                "Toimitustiedot",
                f"<div class='hylly' style='display:block;max-width:560px'>{form if bag else 'Ei vielä kasveja.'}</div>",
            )
        return Response("Ei löytynyt", 404)
