"""The till is a row of steps drawn by script: address first, then delivery, then payment; no step speaks of guests or accounts.

Only the first step is on the screen at the door; the words "Maksutapa" and "Toimitus" above it are marks, not forms.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

TUOTTEET = [
    {
        "id": 71,
        "nimi": "Kahvikuppi Lempi 34 cl",
        "hinta": 16.9,
        "ryhma": "kattaus",
        "vari": "#e4b7a0",
        "varastossa": True,
    },
    {
        "id": 72,
        "nimi": "Lautanen Lempi 21 cm",
        "hinta": 19.9,
        "ryhma": "kattaus",
        "vari": "#cfd8c8",
        "varastossa": True,
    },
    {
        "id": 75,
        "nimi": "Pellavaliina 140 × 250",
        "hinta": 89.0,
        "ryhma": "tekstiilit",
        "vari": "#b9b2a3",
        "varastossa": False,
    },
    {
        "id": 76,
        "nimi": "Tiskirätti Puu, 2 kpl",
        "hinta": 9.5,
        "ryhma": "tekstiilit",
        "vari": "#5c7f67",
        "varastossa": True,
    },
    {
        "id": 80,
        "nimi": "Kynttilänjalka messinki",
        "hinta": 45.0,
        "ryhma": "valo",
        "vari": "#c6a24a",
        "varastossa": True,
    },
]
PAGE = """<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Kotikulma – sisustuskauppa</title><style>
[v-cloak]{display:none}body{margin:0;font-family:Inter,Roboto,sans-serif;color:#212121;background:#fff}
.v-bar{display:flex;height:64px;align-items:center;padding:0 24px;gap:24px;box-shadow:0 2px 4px #0002;position:sticky;top:0;background:#fff;z-index:4}
.v-bar__title{font-size:20px;font-weight:600;color:inherit;text-decoration:none}.v-spacer{flex:1}.v-tabs a{padding:22px 14px;color:#555;text-decoration:none}
.v-btn{border:0;border-radius:4px;padding:0 16px;min-height:40px;font:500 14px Inter,sans-serif;letter-spacing:.06em;cursor:pointer;background:#eee}
.v-btn--primary{background:#3f51b5;color:#fff}.v-btn:disabled{opacity:.35}.v-badge{background:#e91e63;color:#fff;border-radius:10px;padding:2px 7px;font-size:12px}
.v-row{display:flex;flex-wrap:wrap;margin:12px auto;max-width:1180px}.v-col{width:25%;padding:12px;box-sizing:border-box}.v-card{border-radius:6px;box-shadow:0 1px 4px #0003;overflow:hidden}
.v-card a{color:inherit;text-decoration:none}.v-img{width:100%;display:block}.v-card__text{padding:14px}.v-stepper{max-width:720px;margin:20px auto;padding:0 16px}
.v-stepper__header{display:flex;justify-content:space-between;border-bottom:1px solid #ddd;margin-bottom:18px}.v-stepper__header span{padding:14px 4px;color:#999}
.v-stepper__header span.on{color:#3f51b5;font-weight:700}.v-input{position:relative;margin-bottom:16px}.v-input input{width:100%;box-sizing:border-box;padding:20px 12px 8px;font-size:16px;border:1px solid #999;border-radius:4px}
.v-input label{position:absolute;left:12px;top:4px;font-size:12px;color:#666}.v-foot{background:#fafafa;padding:24px;margin-top:40px;font-size:14px}.v-foot a{color:#3f51b5}
.v-drawerbtn{display:none}@media(max-width:800px){.v-col{width:50%}.v-tabs{display:none}.v-tabs.open{display:flex;flex-direction:column;position:absolute;top:64px;left:0;right:0;background:#fff}.v-drawerbtn{display:block}.v-bar{padding:0 12px;gap:10px}.v-duo{flex-direction:column}}
.v-duo{display:flex;gap:32px;max-width:1000px;margin:24px auto;padding:0 16px}.v-duo>*{flex:1}.v-err{color:#b00020}
</style></head><body><div id="app"></div><script>
(function(){
var state={t:[],kori:{},vaihe:1,tiedot:{},virhe:''};
var e=function(n){return n.toFixed(2).replace('.',',')+' €'};
var kuva=function(v){return 'data:image/svg+xml,'+encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 24"><rect width="32" height="24" fill="#f5f2ee"/><rect x="9" y="6" width="12" height="13" rx="2" fill="'+v+'"/></svg>')};
var app=document.getElementById('app');
function kpl(){return Object.values(state.kori).reduce(function(a,b){return a+b},0)}
function p(id){return state.t.find(function(x){return x.id==id})}
function bar(){return '<header class="v-bar"><button class="v-btn v-drawerbtn" data-do="menu" aria-label="Valikko">☰</button><a class="v-bar__title" href="#/">Kotikulma</a><nav class="v-tabs"><a href="#/r/kattaus">Kattaus</a><a href="#/r/tekstiilit">Tekstiilit</a><a href="#/r/valo">Valo</a></nav><div class="v-spacer"></div><a class="v-btn" style="line-height:40px;text-decoration:none;color:#333" href="#/kori">Kori '+(kpl()?'<span class="v-badge">'+kpl()+'</span>':'')+'</a></header>'}
function foot(){return '<footer class="v-foot"><p>Kotikulma Oy, Kauppakatu 5, 40100 Jyväskylä. <a href="mailto:moi@kotikulma.example">moi@kotikulma.example</a></p><p><a href="#/sivu/palautus">Vaihto ja palautus</a> · <a href="#/sivu/toimitus">Toimitustavat</a></p></footer>'}
function lista(r){return '<div class="v-row">'+state.t.filter(function(x){return !r||x.ryhma==r}).map(function(x){return '<div class="v-col"><div class="v-card"><a href="#/t/'+x.id+'"><img class="v-img" alt="" src="'+kuva(x.vari)+'"><div class="v-card__text">'+x.nimi+'<br><b>'+e(x.hinta)+'</b>'+(x.varastossa?'':'<br><em>Loppu varastosta</em>')+'</div></a></div></div>'}).join('')+'</div>'}
function tuote(id){var x=p(id);if(!x)return '<p>Ei löytynyt.</p>';return '<div class="v-duo"><div><img class="v-img" alt="'+x.nimi+'" src="'+kuva(x.vari)+'"></div><div><h1>'+x.nimi+'</h1><p style="font-size:22px">'+e(x.hinta)+'</p><button class="v-btn v-btn--primary" data-do="lisaa" data-id="'+x.id+'"'+(x.varastossa?'':' disabled')+'>'+(x.varastossa?'Lisää koriin':'Loppu')+'</button><p>Toimitusaika 2–4 arkipäivää.</p></div></div>'}
function kori(){var ids=Object.keys(state.kori);if(!ids.length)return '<div class="v-stepper"><h1>Kori</h1><p>Korisi on tyhjä.</p></div>';
return '<div class="v-stepper"><h1>Kori</h1>'+ids.map(function(i){return '<p>'+p(i).nimi+' · '+state.kori[i]+' kpl · '+e(p(i).hinta*state.kori[i])+' <button class="v-btn" data-do="pois" data-id="'+i+'">Poista</button></p>'}).join('')+'<a class="v-btn v-btn--primary" style="display:inline-block;line-height:40px;text-decoration:none" href="#/tilaus">Jatka tilaamaan</a></div>'}
var KENTAT=[['nimi','Nimi','name'],['sahkoposti','Sähköposti','email'],['puhelin','Puhelinnumero','tel'],['osoite','Katuosoite','street-address'],['postinumero','Postinumero','postal-code'],['kaupunki','Postitoimipaikka','address-level2']];
function tilaus(){if(!kpl())return kori();var v=state.vaihe,h='<div class="v-stepper"><div class="v-stepper__header">'+['Osoite','Toimitus','Maksutapa'].map(function(n,i){return '<span class="'+(v==i+1?'on':'')+'">'+(i+1)+'. '+n+'</span>'}).join('')+'</div>';
if(v==1)h+='<form data-form="osoite">'+KENTAT.map(function(k){return '<div class="v-input"><input id="k-'+k[0]+'" name="'+k[0]+'" autocomplete="'+k[2]+'"><label for="k-'+k[0]+'">'+k[1]+'</label></div>'}).join('')+'<p class="v-err">'+state.virhe+'</p><button class="v-btn v-btn--primary">Jatka toimitukseen</button></form>';
if(v==2)h+='<form data-form="toimitus"><p><label><input type="radio" name="toimitus" value="posti" required> Postin noutopiste 5,90 €</label></p><p><label><input type="radio" name="toimitus" value="nouto"> Nouto myymälästä 0 €</label></p><button class="v-btn v-btn--primary">Jatka maksutapaan</button></form>';
if(v==3)h+='<form data-form="maksu"><p><label><input type="radio" name="maksu" value="pankki" required> Verkkopankki</label></p><p><label><input type="radio" name="maksu" value="mobilepay"> MobilePay</label></p><p><label><input type="radio" name="maksu" value="klarna"> Klarna lasku</label></p><button class="v-btn v-btn--primary">Tilaa ja maksa</button></form>';
return h+'</div>'}
var SIVUT={palautus:'<h1>Vaihto ja palautus</h1><p>Tilauksen voi palauttaa 14 vuorokauden sisällä paketin saapumisesta. Tuotteen pitää olla käyttämätön ja alkuperäisessä pakkauksessa. Täytä paketin mukana tullut palautuslomake ja vie lähetys Postiin koodilla 612345. Hyvitämme ostoksen samaa maksutapaa käyttäen 14 päivän kuluessa.</p>',toimitus:'<h1>Toimitustavat</h1><p>Lähetämme tilaukset maanantaista perjantaihin.</p>'};
function draw(){var r=location.hash.slice(2).split('/'),m;
if(!r[0])m='<h1 style="text-align:center">Arjen kauniit esineet</h1>'+lista();else if(r[0]=='r')m=lista(r[1]);else if(r[0]=='t')m=tuote(r[1]);
else if(r[0]=='kori')m=kori();else if(r[0]=='tilaus')m=tilaus();else if(r[0]=='kiitos')m='<div class="v-stepper"><h1>Kiitos! Tilaus on vastaanotettu.</h1></div>';
else m='<div class="v-stepper">'+(SIVUT[r[1]]||'Sivua ei ole.')+'</div>';app.innerHTML=bar()+'<main>'+m+'</main>'+foot()}
function post(u,d){return fetch(u,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}).then(function(r){return r.json().then(function(j){return {ok:r.ok,j:j}})})}
app.addEventListener('click',function(ev){var b=ev.target.closest('[data-do]');if(!b)return;var d=b.dataset;
if(d.do=='menu')document.querySelector('.v-tabs').classList.toggle('open');
if(d.do=='lisaa'||d.do=='pois'){b.disabled=true;post('/api/v2/kori',{id:+d.id,n:d.do=='lisaa'?1:0}).then(function(x){setTimeout(function(){state.kori=x.j;draw()},220)})}});
app.addEventListener('submit',function(ev){ev.preventDefault();var f=ev.target,k=f.dataset.form,d=Object.fromEntries(new FormData(f));
post('/api/v2/tilaus/'+k,d).then(function(x){state.virhe=x.ok?'':x.j.virhe;if(x.ok){if(k=='maksu'){state.kori={};state.vaihe=1;location.hash='#/kiitos';return}state.vaihe++}draw()})});
addEventListener('hashchange',function(){draw();scrollTo(0,0)});
Promise.all([fetch('/api/v2/tuotteet').then(function(r){return r.json()}),fetch('/api/v2/kori').then(function(r){return r.json()})]).then(function(a){state.t=a[0];state.kori=a[1];draw()});
})();
</script></body></html>"""


@dataclass
class App(Shop):
    """A home shop of Jyväskylä."""

    def handle(self, request: Request) -> Response:
        if not request.path.startswith("/api/v2/"):
            return html(PAGE) if request.path == "/" else html("<h1>404</h1>", 404)
        what = request.path[8:]
        if what == "tuotteet":
            return json_response(TUOTTEET)
        if what == "kori":
            return self.kori(request)
        return self.vaihe(request, what.removeprefix("tilaus/"))

    def kori(self, request: Request) -> Response:
        """Show or change the cart."""
        kori: dict[str, int] = request.session.setdefault("kori", {})
        if request.method == "POST" and request.json:
            key = str(request.json["id"])
            if request.json["n"]:
                kori[key] = kori.get(key, 0) + 1
            else:
                kori.pop(key, None)
        return json_response(kori)

    def vaihe(self, request: Request, name: str) -> Response:
        """Take one step of the till."""
        data = request.json or {}
        if name == "osoite" and not all(data.get(k) for k in ("nimi", "sahkoposti", "osoite", "postinumero")):
            return json_response({"virhe": "Täytä nimi, sähköposti ja osoite."}, 422)
        if name == "osoite":
            request.session["osoite"] = data
        if name == "maksu":
            if not request.session.get("kori") or not request.session.get("osoite"):
                return json_response({"virhe": "Kori on tyhjä."}, 422)
            self.orders += 1
            request.session["kori"] = {}
        return json_response({"ok": True})
