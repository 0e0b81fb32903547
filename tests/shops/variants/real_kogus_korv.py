"""An Estonian farm shop: weights in a select whose first line cannot be chosen, a basket beside the list, a least sum that only warns.

On a wide screen the basket stands at the side and fills itself; on a phone it is a bar at the bottom that leads to a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

KAUP: list[dict[str, Any]] = [
    {"id": "k1", "nimi": "Rukkijahu", "kogused": [["500 g", 190], ["1 kg", 320], ["2 kg", 590]], "otsas": False},
    {"id": "k2", "nimi": "Kamajahu", "kogused": [["300 g", 240], ["1 kg", 690]], "otsas": False},
    {"id": "k3", "nimi": "Metsamesi", "kogused": [["250 g", 550], ["700 g", 1250]], "otsas": True},
    {"id": "k4", "nimi": "Astelpajumahl", "kogused": [["0,25 l", 480], ["0,5 l", 850]], "otsas": False},
    {"id": "k5", "nimi": "Suitsujuust", "kogused": [["200 g", 420], ["400 g", 790]], "otsas": False},
    {"id": "k6", "nimi": "Kuivatatud õunad", "kogused": [["100 g", 290], ["250 g", 650]], "otsas": False},
]
LEAST = 1500
CSS = """body{margin:0;background:#fffdf5;color:#3a2f1c;font:17px/1.5 "PT Sans",Tahoma,sans-serif}.pais{background:#f3e2a9;padding:14px 24px;display:flex;gap:20px;align-items:center;flex-wrap:wrap}.pais a{color:inherit;text-decoration:none}.pais .kiri{font-size:26px;font-weight:700;margin-right:auto}.kere{display:flex;gap:30px;padding:24px;max-width:1240px;margin:auto}.sisu{flex:1;min-width:0}.riiul{display:flex;flex-direction:column;gap:12px}.toode{display:flex;gap:16px;align-items:center;border:1px solid #e6d7ae;background:#fff;padding:12px 16px}.toode h3{margin:0}.toode .pilt{font-size:34px;width:60px;text-align:center}.toode .hind{margin-left:auto;white-space:nowrap}
.korv{width:300px;border:2px solid #c79a2b;background:#fff;padding:16px;align-self:flex-start;position:sticky;top:16px;box-sizing:border-box}.korv li{display:flex;gap:8px;border-bottom:1px dotted #c79a2b;padding:6px 0}.korv ul{list-style:none;margin:0;padding:0}.hoiatus{background:#fdf1cf;padding:8px 10px;font-size:15px}.nupp{display:block;width:100%;box-sizing:border-box;background:#8a5a12;color:#fff;border:0;padding:13px;font:inherit;cursor:pointer;text-align:center;text-decoration:none}.nupp:disabled{background:#cbbd9d}.riba{display:none}select,input,textarea{font:inherit;padding:10px;width:100%;max-width:420px;box-sizing:border-box;border:1px solid #b39a5c;background:#fff}
.jalg{background:#3a2f1c;color:#f3e2a9;padding:26px 24px 90px}.jalg a{color:inherit}.kup{position:fixed;top:30%;left:50%;transform:translate(-50%,-30%);background:#fff;border:3px solid #c79a2b;padding:24px;z-index:30;width:320px;max-width:calc(100vw - 40px);box-sizing:border-box}.kup button{margin-top:8px}@media(max-width:860px){.kere{padding:14px}.kere>.korv{display:none}.riba{display:flex;position:fixed;left:0;right:0;bottom:0;background:#8a5a12;color:#fff;padding:16px 20px;justify-content:space-between;text-decoration:none;z-index:10}}"""
JS = r"""
var A=document.querySelector('#rakendus'),M=null;function e(s){return (s/100).toFixed(2).replace('.',',')+' €'}
function summa(){return M.korv.reduce(function(a,k){return a+k.hind*k.mitu},0)}function mitu(){return M.korv.reduce(function(a,k){return a+k.mitu},0)}
function korvisisu(){if(!M.korv.length)return '<p>Ostukorv on tühi.</p>';return '<ul>'+M.korv.map(function(k){return '<li><span style="flex:1">'+k.nimi+', '+k.kogus+'</span><span>'+k.mitu+' × '+e(k.hind)+'</span><button data-ara="'+k.voti+'" aria-label="Eemalda">×</button></li>'}).join('')+'</ul><p>Kokku <b>'+e(summa())+'</b></p>'+(summa()<M.vahim?'<p class="hoiatus">Miinimumtellimus kojuveoga on '+e(M.vahim)+'. Väiksema tellimuse saad ise talust ära tuua.</p>':'')+'<a class="nupp" href="/tellimus">Vormista tellimus</a>'}
function leht(){var p=location.pathname,t=M.kaup.filter(function(k){return p=='/toode/'+k.id})[0];
if(t)return '<h1>'+t.nimi+'</h1><p style="font-size:70px;margin:0">🌾</p><p>alates <b>'+e(t.kogused[0][1])+'</b></p>'+(t.otsas?'<p><b>Otsas.</b> Uus saak sügisel.</p>':'<form id="osta"><p><label>Kogus<br><select name="kogus"><option value="" disabled selected>Vali kogus</option>'+t.kogused.map(function(k){return '<option value="'+k[0]+'">'+k[0]+' – '+e(k[1])+'</option>'}).join('')+'</select></label></p><p id="viga" role="alert" style="color:#a3211f"></p><p style="max-width:420px"><button class="nupp">Lisa ostukorvi</button></p></form>')+'<p>Säilita jahedas ja kuivas. Koostis: '+t.nimi.toLowerCase()+'.</p>';
if(p=='/ostukorv')return '<h1>Ostukorv</h1><div style="max-width:520px">'+korvisisu()+'</div>';
if(p=='/tingimused')return '<h1>Tingimused</h1><h2>Tarne</h2><p>Kuller reedeti, miinimum '+e(M.vahim)+'. Talust saab kaupa kätte iga päev.</p><h2>Tagastamine</h2><p>Toidukaupa ei saa tagastada, kui pakend on avatud. Avamata kuivaine võid tagastada 14 päeva jooksul kättesaamisest; too see tallu või saada postiga oma kulul. Raha kanname tagasi sama kontole 14 päeva jooksul.</p>';
if(p=='/talu')return '<h1>Talu</h1><p>Ristiku talu, Metsa küla, 68101 Valgamaa</p><p>Helista: +372 5550 0177<br>Avatud E–L 9–18</p><p>ristiku [ät] talu.example</p>';
if(p!='/')return '<h1>Lehte ei leitud</h1>';
return '<h1>Talu sahver</h1><div class="riiul">'+M.kaup.map(function(k){return '<div class="toode"><div class="pilt">🌾</div><h3><a href="/toode/'+k.id+'">'+k.nimi+'</a></h3><span class="hind">'+(k.otsas?'otsas':'al. '+e(k.kogused[0][1]))+'</span></div>'}).join('')+'</div>'}
function joonista(){var p=location.pathname;A.innerHTML='<header class="pais"><a class="kiri" href="/">Ristiku talu</a><a href="/talu">Talu ja kontakt</a><a href="/tingimused">Tingimused</a></header><div class="kere"><main class="sisu">'+leht()+'</main>'+(p=='/ostukorv'?'':'<aside class="korv" aria-label="Ostukorv"><h2>Ostukorv</h2><div class="k">'+korvisisu()+'</div></aside>')+'</div><footer class="jalg"><a href="/tingimused">Tarne, tagastamine ja tingimused</a></footer>'+(p=='/ostukorv'?'':'<a class="riba" href="/ostukorv"><span>Ostukorv ('+mitu()+')</span><span>'+e(summa())+'</span></a>')}
function saada(b){return fetch('/korv.json',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(function(r){return r.json()}).then(function(k){M.korv=k})}
A.addEventListener('submit',function(ev){ev.preventDefault();var s=ev.target.kogus;if(!s.value){A.querySelector('#viga').textContent='Palun vali kogus.';return}
saada({id:location.pathname.slice(7),kogus:s.value}).then(function(){A.querySelector('.k').innerHTML=korvisisu();var r=A.querySelector('.riba');r.children[0].textContent='Ostukorv ('+mitu()+')';r.children[1].textContent=e(summa())})});
A.addEventListener('click',function(ev){var x=ev.target.closest('[data-ara]');if(x){saada({ara:x.dataset.ara}).then(joonista);return}var a=ev.target.closest('a');if(a&&a.getAttribute('href')!='/tellimus'){ev.preventDefault();history.pushState(null,'',a.getAttribute('href'));joonista();scrollTo(0,0)}});
window.onpopstate=joonista;fetch('/seis.json').then(function(r){return r.json()}).then(function(m){M=m;joonista();if(document.cookie.indexOf('kup=1')<0){var d=document.createElement('div');d.className='kup';d.setAttribute('role','alertdialog');d.innerHTML='<b>Küpsised</b><p>See leht kasutab küpsiseid, et ostukorv meeles püsiks.</p><button class="nupp">Sain aru</button>';d.querySelector('button').onclick=function(){document.cookie='kup=1;path=/';d.remove()};document.body.append(d)}});
"""
TILL = '<!doctype html><html lang="et"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Tellimus</title><style>body{font:17px/1.5 Tahoma,sans-serif;max-width:560px;margin:20px auto;padding:0 16px;background:#fffdf5}label{display:block;margin:8px 0}input:not([type=radio]),textarea{display:block;width:100%;padding:10px;font:inherit;box-sizing:border-box}button{background:#8a5a12;color:#fff;border:0;padding:14px 28px;font:inherit}</style></head><body>'


@dataclass
class App(Shop):
    """Ristiku talu."""

    def korv(self, r: Request) -> list[dict[str, Any]]:
        out = []
        for key, n in r.session.setdefault("korv", {}).items():
            ident, _, size = key.partition("~")
            k = next(x for x in KAUP if x["id"] == ident)
            out.append({"voti": key, "nimi": k["nimi"], "kogus": size, "mitu": n, "hind": dict(k["kogused"])[size]})
        return out

    def change(self, r: Request) -> Response:
        data: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
        cart: dict[str, int] = r.session.setdefault("korv", {})
        cart.pop(str(data.get("ara")), None)
        k = next((x for x in KAUP if x["id"] == data.get("id")), None)
        if k and not k["otsas"] and data.get("kogus") in dict(k["kogused"]):
            key = f"{k['id']}~{data['kogus']}"
            cart[key] = cart.get(key, 0) + 1
        return json_response(self.korv(r))

    def tellimus(self, r: Request) -> Response:
        if not self.korv(r):
            return redirect("/ostukorv")
        if r.method == "POST":
            self.orders += 1
            r.session["korv"] = {}
            return html(f"{TILL}<h1>Aitäh!</h1></body></html>")
        small = sum(k["hind"] * k["mitu"] for k in self.korv(r)) < LEAST
        rows = "".join(f"<p>{k['mitu']} × {k['nimi']}, {k['kogus']}</p>" for k in self.korv(r))
        fields = "".join(f'<label>{t}<input type="{k}" name="{t}" required></label>' for t, k in (("Nimi", "text"), ("Telefon", "tel"), ("E-post", "email"), ("Aadress", "text"), ("Postiindeks", "text")))  # fmt: skip
        courier = f'<label><input type="radio" name="tarne" {"disabled" if small else ""}> Kuller reedel 4,90 €</label>'
        return html(f'{TILL}<p><a href="/">‹ Tagasi poodi</a></p><h1>Tellimuse vormistamine</h1>{rows}<form method="post">{fields}<p>Tarne</p><label><input type="radio" name="tarne" checked> Tulen ise talust järele</label>{courier}<p>Makse</p><label><input type="radio" name="makse" checked> Pangalink (Swedbank, SEB, LHV)</label><label><input type="radio" name="makse"> Sularaha kättesaamisel</label><label>Märkused<textarea name="m" rows="3"></textarea></label><p><a href="/tingimused">Tingimused</a></p><button>Esita tellimus</button></form></body></html>')  # fmt: skip

    def handle(self, r: Request) -> Response:
        if r.path == "/seis.json":
            return json_response({"kaup": KAUP, "korv": self.korv(r), "vahim": LEAST})
        if r.path == "/korv.json" and r.method == "POST":
            return self.change(r)
        if r.path == "/tellimus":
            return self.tellimus(r)
        known = r.path in ("/", "/ostukorv", "/tingimused", "/talu") or r.path.removeprefix("/toode/") in {k["id"] for k in KAUP}  # fmt: skip
        return html(f'<!doctype html><html lang="et"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Ristiku talu</title><style>{CSS}</style></head><body><div id="rakendus"><noscript>Palun luba JavaScript.</noscript></div><script>{JS}</script></body></html>', 200 if known else 404)  # fmt: skip
