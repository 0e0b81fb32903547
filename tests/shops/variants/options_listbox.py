"""The required scent is a home-made list box (button and floating list), and the add button is greyed by a class only.

Client rendered Estonian soap shop; products come from one JSON file and are drawn with templates from the page.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response

SOAPS = [
    {"k": "kaera", "t": "Kaeraseep", "h": "5.90", "liik": "seebid", "v": ["Lavendel", "Kadakas", "Lõhnatu"]},
    {"k": "habeme", "t": "Habemeajamisseep", "h": "8.50", "liik": "seebid", "v": ["Seeder", "Münt"]},
    {"k": "vann", "t": "Vannisool 400 g", "h": "9.90", "liik": "vannituba", "v": ["Eukalüpt", "Lavendel"]},
    {
        "k": "kreem",
        "t": "Kätekreem 75 ml",
        "h": "11.40",
        "liik": "vannituba",
        "v": ["Kibuvits", "Astelpaju", "Lõhnatu"],
    },
]
DOC = """<!DOCTYPE html><html lang="et"><head><meta charset="utf-8"><title>Saare Seep</title><meta name="viewport"
content="width=device-width, initial-scale=1"><style>body{margin:0;font:16px/1.5 Ubuntu,Arial,sans-serif;color:#1c3d3a;
background:#f4faf8}
.pais{background:#fff;padding:14px 24px;display:flex;gap:20px;flex-wrap:wrap}.pais a{color:#1c3d3a}.pais
a:last-child{margin-left:auto}
#vaade{max-width:940px;margin:0 auto;padding:22px}.riiul{display:grid;grid-template-columns:repeat(auto-fill,
minmax(165px,1fr));gap:18px}
.riiul>a{background:#fff;padding:14px;color:inherit;text-decoration:none}.valik{position:relative;max-width:320px;
margin:14px 0}.valik__nupp{width:100%;
text-align:left;padding:12px;background:#fff;border:1px solid #7aa9a3;font:inherit}.valik__loend{position:absolute;
left:0;right:0;top:100%;background:#fff;
border:1px solid #7aa9a3;list-style:none;margin:0;padding:0;z-index:3}.valik__loend li{padding:12px;cursor:pointer}
.valik__loend li:hover{background:#e3f3f0}
.osta{background:#1c7c72;color:#fff;border:0;padding:14px 28px;font:inherit;cursor:pointer}
.osta.hall{background:#b8ccc9;pointer-events:none}
.teave{background:#dff3e4;padding:12px}.rida{display:flex;justify-content:space-between;padding:8px 0;border-bottom:1px
solid #cfe3df}
#jalg{background:#fff;padding:20px 24px;margin-top:30px}form label{display:block;margin-bottom:10px}form label
input:not([type=radio]),form select{
display:block;width:100%;max-width:420px;padding:10px;box-sizing:border-box;font:inherit}</style></head><body><div
class="pais"><a href="#!/">
<b>Saare Seep</b></a><a href="#!/liik/seebid">Seebid</a><a href="#!/liik/vannituba">Vannituba</a><a
href="#!/tingimused">Tarne ja tagastus</a>
<a href="#!/korv">Ostukorv <b id="arv"></b></a></div><div id="vaade"></div><div id="jalg">Saare Seep OÜ, Kuressaare.
Kirjuta:
<a href="mailto:tere@saareseep.example">tere@saareseep.example</a></div>
<template id="t-kaart"><a><svg viewBox="0 0 90 60" width="100%"><rect x="12" y="14" width="66" height="34" rx="9"
fill="#a8d5ba"/></svg><span></span><br>
<b></b></a></template>
<template id="t-toode"><h1></h1><svg viewBox="0 0 90 60" width="260"><rect x="12" y="14" width="66" height="34" rx="9"
fill="#a8d5ba"/></svg><p class="hind">
</p><div>Lõhn</div><div class="valik"><button type="button" class="valik__nupp" aria-haspopup="listbox"
aria-expanded="false">Vali lõhn ▾</button><ul
class="valik__loend" role="listbox" hidden></ul></div><button type="button" class="osta hall" aria-disabled="true">Lisa
ostukorvi</button><p class="teave"
hidden>Lisatud! <a href="#!/korv">Vaata ostukorvi</a></p><p>Keedetud Saaremaal väikeste partiidena.</p></template>
<template id="t-kassa"><h1>Vormistamine</h1><form><label>Nimi<input required></label><label>E-post<input type="email"
required></label><label>Telefon
<input required></label><label>Tarneviis<select><option>Omniva pakiautomaat 2,90 €</option><option>DPD kuller 5,50
€</option></select></label><label>
Pakiautomaadi asukoht<input required></label><p>Makse</p><label><input type="radio" name="m" checked> Pangalink</label>
<label><input type="radio"
name="m"> Kaart</label><button class="osta">Maksa ja telli</button></form></template>
<script>(async function(){const $=(s,r=document)=>r.querySelector(s),vaade=$('#vaade');const T=await(await
fetch('tooted.json')).json();
let K=await(await fetch('korv.json')).json();const saada=(u,b)=>fetch(u,{method:'POST',
headers:{'Content-Type':'application/json'},
body:JSON.stringify(b)}).then(r=>r.json());const eur=h=>(+h).toFixed(2).replace('.',',')+' €';const
mall=id=>$('#'+id).content.cloneNode(true);
const arv=()=>$('#arv').textContent=K.length||'';function riiul(l){const d=document.createElement('div');
d.className='riiul';l.forEach(x=>{
const f=mall('t-kaart');$('a',f).href='#!/toode/'+x.k;$('span',f).textContent=x.t;$('b',f).textContent=eur(x.h);
d.append(f)});vaade.append(d)}
function toode(x){const f=mall('t-toode');$('h1',f).textContent=x.t;$('.hind',f).textContent=eur(x.h);const
nupp=$('.valik__nupp',f),
loend=$('.valik__loend',f),osta=$('.osta',f),teave=$('.teave',f);let v=null;x.v.forEach(o=>{const
li=document.createElement('li');li.role='option';
li.textContent=o;li.onclick=()=>{v=o;nupp.textContent=o+' ▾';loend.hidden=true;osta.classList.remove('hall');
osta.removeAttribute('aria-disabled')};
loend.append(li)});nupp.onclick=()=>{loend.hidden=!loend.hidden;nupp.setAttribute('aria-expanded',
String(!loend.hidden))};osta.onclick=async()=>{
if(!v)return;K=await saada('korv/lisa',{k:x.k,v});arv();teave.hidden=false};vaade.append(f)}
function korv(){vaade.innerHTML='<h1>Ostukorv</h1>'+(K.length?'':'<p>Ostukorv on tühi.</p>');K.forEach((r,i)=>{const
d=document.createElement('div');
d.className='rida';d.innerHTML=`<span>${r.t}, ${r.v}</span><span>${eur(r.h)} <button>Eemalda</button></span>`;
$('button',d).onclick=async()=>{
K=await saada('korv/eemalda',{i});vali()};vaade.append(d)});if(K.length){const b=document.createElement('button');
b.className='osta';
b.textContent='Vormista ost '+eur(K.reduce((s,r)=>s+ +r.h,0));b.onclick=()=>location.hash='#!/kassa';vaade.append(b)}}
function vali(){const [,a,b]=location.hash.split('/');vaade.innerHTML='';arv();scrollTo(0,0);
if(!a)vaade.innerHTML='<h1>Seebid Saaremaalt</h1>',riiul(T);
else if(a==='liik')riiul(T.filter(x=>x.liik===b));else if(a==='toode')toode(T.find(x=>x.k===b));else
if(a==='korv')korv();else if(a==='kassa'){
vaade.append(mall('t-kassa'));$('form').onsubmit=async e=>{e.preventDefault();K=await saada('telli',{});
location.hash='#!/aitah'}}
else if(a==='tingimused')vaade.innerHTML=`<h1>Tarne ja tagastus</h1><p>Pakk jõuab kohale 2–3 tööpäevaga.</p><p>Sul on 14
päeva aega meelt muuta ja
avamata kaup tagastada, arvestades päevast, mil paki kätte said. Tagastuse saatekulu jääb ostja kanda, raha kanname
tagasi 14 päeva jooksul.</p>`;
else vaade.innerHTML='<h1>Aitäh! Tellimus on käes.</h1>'}
addEventListener('hashchange',vali);vali()})()</script></body></html>"""


class App(Shop):
    """Saare Seep."""

    def handle(self, request: Request) -> Response:
        """Answer the document, the goods and the cart."""
        cart = request.session.setdefault("korv", [])
        sent = request.json or {}
        match request.method, request.path:
            case "GET", "/":
                return html(DOC)
            case "GET", "/tooted.json":
                return json_response(SOAPS)
            case "POST", "/korv/lisa":
                soap = next((s for s in SOAPS if s["k"] == sent.get("k")), None)
                if soap is not None and sent.get("v") in soap["v"]:
                    cart.append({"t": soap["t"], "h": soap["h"], "v": sent["v"]})
            case "POST", "/korv/eemalda":
                del cart[int(sent["i"]) : int(sent["i"]) + 1]
            case "POST", "/telli":
                self.orders += bool(cart)
                cart.clear()
            case "GET", "/korv.json":
                pass
            case _:
                return html("Lehte pole", 404)
        return json_response(cart)
