"""A Danish lamp shop: a quick look opens from the list on hover, the basket is a sign with a number, a news box comes by itself.

All drawn by script; the addresses are real ones. The quick look says where the till is, the product page does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

LAMPS: list[dict[str, Any]] = [
    {"nr": 11, "titel": "Bordlampe Skær", "kr": 649, "lager": 0, "farve": "#d9a441"},
    {"nr": 12, "titel": "Pendel Tusmørke", "kr": 1299, "lager": 4, "farve": "#3f4b5a"},
    {"nr": 15, "titel": "Væglampe Kant", "kr": 499, "lager": 9, "farve": "#a34f3a"},
    {"nr": 18, "titel": "Gulvlampe Siv", "kr": 1899, "lager": 2, "farve": "#6f8f6a"},
    {"nr": 21, "titel": "Pære E27 varm", "kr": 49, "lager": 80, "farve": "#f0d68a"},
    {"nr": 23, "titel": "Ledning 2 m, stof", "kr": 129, "lager": 30, "farve": "#1f1f1f"},
]
CSS = """body{margin:0;font:400 15px/1.6 "DM Sans",Arial,sans-serif;color:#161616;background:#fff}#g{min-height:100vh;display:flex;flex-direction:column}.h1bar{display:grid;grid-template-columns:1fr auto 1fr;padding:20px 40px;align-items:center}.h1bar .m{font-size:20px;text-transform:uppercase;letter-spacing:.2em;text-decoration:none;color:inherit}.h1bar .r{justify-self:end;display:flex;gap:18px;align-items:center}.h1bar a{color:inherit;text-decoration:none}.kv{position:relative;display:inline-block;width:30px;height:30px}.kv s{position:absolute;top:-6px;right:-8px;background:#161616;color:#fff;border-radius:9px;font-size:11px;padding:0 6px;text-decoration:none;line-height:18px}
.gitter{display:grid;grid-template-columns:repeat(4,1fr);gap:2px;padding:0 40px}.kort{position:relative;background:#f6f6f4}.kort>a{display:block;padding:16px 16px 60px;color:inherit;text-decoration:none}.kort .lk{position:absolute;left:16px;right:16px;bottom:14px;opacity:0;transition:opacity .2s;border:0;background:#161616;color:#fff;padding:10px;font:inherit;cursor:pointer;pointer-events:none}.kort:hover .lk,.kort:focus-within .lk{opacity:1;pointer-events:auto}@media(hover:none){.kort .lk{display:none}.kort>a{padding-bottom:16px}}
.slukket{position:fixed;inset:0;background:#0007;z-index:70;display:flex;align-items:center;justify-content:center}.rude{background:#fff;max-width:720px;width:92%;padding:30px;display:grid;grid-template-columns:1fr 1fr;gap:30px;position:relative;box-sizing:border-box}.luk{position:absolute;right:12px;top:8px;border:0;background:none;font-size:22px;cursor:pointer}.kob{border:0;background:#d9a441;padding:14px 28px;font:inherit;font-weight:700;cursor:pointer;width:100%}.par{display:grid;grid-template-columns:1fr 1fr;gap:40px;padding:20px 40px}.linje{display:flex;gap:20px;align-items:center;border-bottom:1px solid #e3e3e3;padding:12px 0}.linje svg{width:60px}
.bund{margin-top:auto;padding:40px;background:#161616;color:#ddd;display:flex;gap:70px;flex-wrap:wrap}.bund a{color:#fff;display:block}.cky{position:fixed;top:0;left:0;right:0;background:#fff7e0;padding:10px 40px;font-size:13px;z-index:60;display:flex;gap:14px;align-items:center}.cky button{border:1px solid #161616;background:none;padding:6px 12px;font:inherit;white-space:nowrap}.felt{display:block;margin:0 0 12px;max-width:420px}.felt input,.felt textarea{display:block;width:100%;padding:11px;border:1px solid #999;font:inherit;box-sizing:border-box}
@media(max-width:800px){.h1bar{padding:14px;grid-template-columns:auto auto;justify-content:space-between}.h1bar .l{display:none}.gitter{grid-template-columns:1fr 1fr;padding:0 14px}.par,.rude{grid-template-columns:1fr;padding:16px;gap:10px}.bund{padding:24px 14px}.cky{padding:10px 14px}}"""
JS = r"""
(function(){'use strict';var g=document.getElementById('g'),L=[],K=[];
function el(h){var t=document.createElement('template');t.innerHTML=h.trim();return t.content.firstChild}
function lys(f){return '<svg viewBox="0 0 60 60" width="100%" style="max-height:320px" aria-hidden="true"><path d="M29 4h2v14h-2z"/><path d="M14 40q2-22 16-22t16 22z" fill="'+f+'"/></svg>'}
function pris(n){return n.toLocaleString('da-DK')+' kr.'}
function find(nr){return L.filter(function(l){return l.nr==nr})[0]}
function antal(){return K.reduce(function(s,k){return s+k.antal},0)}
function post(b){return fetch('/svc/kurv',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(function(r){if(!r.ok)throw 0;return r.json()}).then(function(k){K=k;tal()})}
function tal(){var s=g.querySelector('.kv');if(!s)return;s.innerHTML=kurv+(antal()?'<s>'+antal()+'</s>':'')}
var kurv='<svg viewBox="0 0 24 24" width="30" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true"><path d="M3 8h18l-2 12H5zM8 8l3-5M16 8l-3-5"/></svg>';
var sider={'/':function(){return '<h1 style="padding:0 40px">Lys til lange aftener</h1><div class="gitter">'+L.map(function(l){return '<div class="kort"><a href="/lampe/'+l.nr+'">'+lys(l.farve)+'<span>'+l.titel+'</span><br><b>'+pris(l.kr)+'</b>'+(l.lager?'':' <em>Udsolgt</em>')+'</a><button class="lk" data-kig="'+l.nr+'">Hurtigt kig</button></div>'}).join('')+'</div>'},
'/kurv':function(){return '<div style="padding:0 40px"><h1>Kurv</h1>'+(K.length?K.map(function(k){var l=find(k.nr);return '<div class="linje">'+lys(l.farve)+'<a href="/lampe/'+l.nr+'" style="flex:1">'+l.titel+'</a><span>'+k.antal+' stk.</span><span>'+pris(l.kr*k.antal)+'</span><button data-fjern="'+l.nr+'" aria-label="Fjern">×</button></div>'}).join('')+'<p>I alt <b>'+pris(K.reduce(function(s,k){return s+find(k.nr).kr*k.antal},0))+'</b></p><a class="kob" style="display:inline-block;width:auto;color:#161616;text-decoration:none" href="/bestil" data-hel>Gå til betaling</a>':'<p>Din kurv er tom.</p>')+'</div>'},
'/handelsbetingelser':function(){return '<div style="padding:0 40px"><h1>Handelsbetingelser</h1><h2>Levering</h2><p>Vi sender alle hverdage.</p><h2>Fortrydelsesret</h2><p>Du har 60 dages fortrydelsesret fra du modtager varen. Skriv til os, og send varen retur i original emballage; du betaler selv fragten. Pengene er tilbage på din konto inden for 14 dage.</p><h2>Reklamation</h2><p>Der er 2 års reklamationsret.</p></div>'},
'/kontakt':function(){return '<div style="padding:0 40px"><h1>Kontakt</h1><p>Glød Lamper ApS, Havnegade 21, 5000 Odense C<br>Telefon <a href="tel:+4565550188">65 55 01 88</a></p><form data-besked><label class="felt">E-mail<input type="email" name="e"></label><label class="felt">Besked<textarea name="b" rows="5"></textarea></label><button class="kob" style="width:auto">Send besked</button></form></div>'}};
function lampe(l){return '<div class="par"><div>'+lys(l.farve)+'</div><div><h1>'+l.titel+'</h1><p><b>'+pris(l.kr)+'</b></p><p>Tegnet og samlet i Odense. Leveres uden pære.</p>'+(l.lager?'<p>På lager: '+l.lager+'</p><button class="kob" data-laeg="'+l.nr+'">Læg i kurv</button>':'<p><b>Udsolgt</b></p><button class="kob" disabled style="opacity:.4">Læg i kurv</button>')+'<p><a href="/handelsbetingelser">60 dages fortrydelsesret</a></p></div></div>'}
function tegn(){var p=location.pathname,m=p.match(/^\/lampe\/(\d+)$/),l=m&&find(m[1]);document.title=(l?l.titel+' – ':'')+'Glød Lamper';
g.innerHTML='<header class="h1bar"><span class="l"><a href="/kontakt">Kontakt</a></span><a class="m" href="/">Glød</a><span class="r"><a class="kv" href="/kurv"></a></span></header>'+(l?lampe(l):sider[p]?sider[p]():'<h1 style="padding:40px">Siden findes ikke</h1>')+'<footer class="bund"><div><a href="/handelsbetingelser">Handelsbetingelser</a><a href="/kontakt">Kontakt</a></div><div>CVR 00 00 00 00</div></footer>';tal()}
function luk(s){s.remove()}
g.addEventListener('submit',function(e){e.preventDefault();fetch('/svc/besked',{method:'POST'}).then(function(){e.target.innerHTML='Tak!'})});
document.addEventListener('click',function(e){var b=e.target.closest('button');var a=e.target.closest('a[href^="/"]');
if(b&&b.dataset.kig){e.preventDefault();var l=find(b.dataset.kig),s=el('<div class="slukket"><div class="rude" role="dialog" aria-label="Hurtigt kig"><button class="luk" aria-label="Luk">✕</button><div>'+lys(l.farve)+'</div><div><h2>'+l.titel+'</h2><p>'+pris(l.kr)+'</p>'+(l.lager?'<button class="kob" data-laeg="'+l.nr+'" data-kigkob="1">Læg i kurv</button>':'<p>Udsolgt</p>')+'<p><a href="/lampe/'+l.nr+'">Se hele varen</a></p></div></div></div>');document.body.append(s);return}
if(b&&b.classList.contains('luk')){luk(b.closest('.slukket'));return}
if(b&&b.dataset.laeg){b.disabled=true;post({nr:+b.dataset.laeg}).then(function(){b.disabled=false;b.textContent='✓ Ligger i kurven';if(b.dataset.kigkob)b.outerHTML='<p>✓ Ligger i kurven</p><a class="kob" style="display:block;text-align:center;color:#161616;text-decoration:none;box-sizing:border-box" href="/bestil" data-hel>Til betaling</a>';else setTimeout(function(){b.textContent='Læg i kurv'},2500)});return}
if(b&&b.dataset.fjern){post({fjern:+b.dataset.fjern}).then(tegn);return}
if(a&&!('hel' in a.dataset)){e.preventDefault();document.querySelectorAll('.slukket').forEach(luk);history.pushState(null,'',a.getAttribute('href'));tegn();scrollTo(0,0)}});
addEventListener('popstate',tegn);
fetch('/svc/alt').then(function(r){return r.json()}).then(function(d){L=d.lamper;K=d.kurv;tegn();
if(!localStorage.cky){var c=el('<div class="cky"><span>Vi bruger cookies til statistik og markedsføring.</span><button>Kun nødvendige</button><button>Tillad alle</button></div>');document.body.append(c);c.onclick=function(e){if(e.target.tagName=='BUTTON'){localStorage.cky=1;c.remove()}}}
if(!localStorage.nyt)setTimeout(function(){localStorage.nyt=1;var n=el('<div class="slukket"><form class="rude" style="display:block;max-width:400px" role="dialog" aria-label="Nyhedsbrev"><button type="button" class="luk" aria-label="Luk">✕</button><h2>Få 10 % på din første lampe</h2><label class="felt">E-mail<input type="email"></label><button class="kob" type="button" data-nej="1">Nej tak</button><p><button class="kob" type="submit">Ja, tilmeld mig</button></p></form></div>');document.body.append(n);n.onclick=function(e){if(e.target.dataset.nej||e.target==n)n.remove()};n.firstChild.onsubmit=function(e){e.preventDefault();fetch('/svc/besked',{method:'POST'}).then(function(){n.remove()})}},3000)})})();
"""
TILL = '<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Bestil</title><style>body{font:16px/1.5 Arial,sans-serif;max-width:560px;margin:20px auto;padding:0 16px}label{display:block;margin:10px 0}input:not([type=radio]):not([type=checkbox]){display:block;width:100%;padding:10px;box-sizing:border-box}button{background:#d9a441;border:0;padding:14px 30px;font-size:16px}</style></head><body>'


@dataclass
class App(Shop):
    """Glød Lamper."""

    def kurv(self, r: Request) -> list[dict[str, int]]:
        return [{"nr": int(k), "antal": n} for k, n in r.session.setdefault("kurv", {}).items()]

    def bestil(self, r: Request) -> Response:
        if not self.kurv(r):
            return redirect("/kurv")
        if r.method == "POST":
            self.orders += 1
            r.session["kurv"] = {}
            return html(f"{TILL}<h1>Tak for din ordre</h1></body></html>")
        fields = "".join(f'<label>{t}<input name="{t}" type="{k}" required></label>' for t, k in (("Navn", "text"), ("Adresse", "text"), ("Postnr.", "text"), ("By", "text"), ("E-mail", "email"), ("Mobil", "tel")))  # fmt: skip
        return html(f'{TILL}<h1>Bestil</h1><p>{sum(x["antal"] for x in self.kurv(r))} vare(r) i kurven. <a href="/kurv">Ret</a></p><form method="post">{fields}<fieldset><legend>Levering</legend><label><input type="radio" name="lev" checked> Pakkeshop 39 kr.</label><label><input type="radio" name="lev"> Hjem 59 kr.</label></fieldset><fieldset><legend>Betaling</legend><label><input type="radio" name="bet" checked> Dankort eller Visa</label><label><input type="radio" name="bet"> MobilePay</label><label><input type="radio" name="bet"> ViaBill</label></fieldset><label><input type="checkbox" required> Jeg accepterer <a href="/handelsbetingelser">handelsbetingelserne</a></label><button>Gennemfør køb</button></form></body></html>')  # fmt: skip

    def handle(self, r: Request) -> Response:
        if r.path == "/svc/alt":
            return json_response({"lamper": LAMPS, "kurv": self.kurv(r)})
        if r.path == "/svc/besked" and r.method == "POST":
            self.messages += 1
            return json_response({})
        if r.path == "/svc/kurv" and r.method == "POST":
            data: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
            cart: dict[str, int] = r.session.setdefault("kurv", {})
            cart.pop(str(data.get("fjern")), None)
            lamp = next((x for x in LAMPS if x["nr"] == data.get("nr")), None)
            if lamp and not lamp["lager"]:
                return json_response({"fejl": "udsolgt"}, 409)
            if lamp:
                cart[str(lamp["nr"])] = cart.get(str(lamp["nr"]), 0) + 1
            return json_response(self.kurv(r))
        if r.path == "/bestil":
            return self.bestil(r)
        known = r.path in ("/", "/kurv", "/kontakt", "/handelsbetingelser") or r.path in {f"/lampe/{x['nr']}" for x in LAMPS}  # fmt: skip
        return html(f'<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Glød Lamper</title><style>{CSS}</style></head><body><div id="g"></div><script>{JS}</script></body></html>', 200 if known else 404)  # fmt: skip
