"""Five things lie over one client-rendered shop: consent, store chooser, app bar, prize wheel and a chat balloon.

Custom elements with shadow trees; on phones the balloon lies over the button that leads to the till.
"""

from __future__ import annotations

import json

from tests.shops.kit import Request, Response, Shop, html, json_response

STOCK = [
    {"k": "pyora-lukko", "n": "Ketjulukko Karhu 110 cm", "h": "39,90", "r": "lukot", "ok": 1, "v": "#37474f"},
    {"k": "etuvalo", "n": "Etuvalo Revontuli 800 lm", "h": "64,00", "r": "valot", "ok": 1, "v": "#f9a825"},
    {"k": "takavalo", "n": "Takavalo Hiillos", "h": "24,50", "r": "valot", "ok": 1, "v": "#c62828"},
    {"k": "talvirengas", "n": "Nastarengas 622-42", "h": "79,00", "r": "renkaat", "ok": 0, "v": "#212121"},
]
DOCUMENT = """<!doctype html><html lang="fi"><meta charset="utf-8"><meta name="viewport" content="width=device-width,
initial-scale=1"><title>Polkupaja</title><body style="margin:0;font-family:Arial,sans-serif"><polku-app></polku-app>
<polku-suostumus></polku-suostumus><polku-appi></polku-appi><polku-onni></polku-onni><polku-juttu></polku-juttu>
<script type="module">const TUOTTEET=__DATA__;
const muisti=(k,v)=>v===undefined?localStorage.getItem('pp.'+k):localStorage.setItem('pp.'+k,v);
const api=async(m,b)=>(await fetch('/api/kori',{method:m,body:b&&JSON.stringify(b),headers:{'content-type':
'application/json'}})).json();
const tyyli=`*{box-sizing:border-box}header{display:flex;gap:14px;align-items:center;background:#ffd54f;padding:12px 18px}
header a{color:#212121;text-decoration:none}header b{font-size:22px}nav{display:flex;gap:14px;flex:1}main{padding:18px;
max-width:1000px;margin:auto}.r{display:grid;grid-template-columns:repeat(4,1fr);gap:16px}.r a{color:#212121;
text-decoration:none}.n{background:#212121;color:#fff;border:0;padding:14px 22px;font-size:16px;cursor:pointer}
label{display:block;margin:8px 0}label input,label select{display:block;width:100%;max-width:400px;padding:9px}
label input[type=radio]{display:inline;width:auto}footer{background:#eee;padding:22px;margin-top:40px}footer a{margin-right:
16px}.sivu{position:fixed;top:0;right:0;bottom:0;width:360px;max-width:94vw;background:#fff;box-shadow:0 0 40px #0006;
padding:20px;z-index:40;display:flex;flex-direction:column}.sivu[hidden]{display:none}.sivu .tila{flex:1}
.h{display:none}@media(max-width:600px){nav{display:none}nav.auki{display:grid;position:absolute;top:60px;left:0;right:0;
background:#ffd54f;padding:18px;z-index:9}.h{display:block;margin-left:auto;background:none;border:0;font-size:22px}
.r{grid-template-columns:1fr 1fr}}`;
const kuva=(t,w='100%')=>`<svg viewBox="0 0 40 40" width="${w}" role="img" aria-label="${t.n}"><rect width="40" height="40"
fill="#f5f5f5"/><circle cx="20" cy="20" r="12" fill="none" stroke="${t.v}" stroke-width="5"/></svg>`;
class Kauppa extends HTMLElement{async connectedCallback(){this.attachShadow({mode:'open'});this.kori=await api('GET');
onpopstate=()=>this.piirra();this.piirra();this.shadowRoot.addEventListener('click',e=>this.klik(e));
this.shadowRoot.addEventListener('submit',async e=>{e.preventDefault();if(e.target.id==='haku'){this.q=e.target.q.value;
this.siirry('/haku')}else{await api('PUT',{tilaa:1});this.kori=[];this.siirry('/kiitos')}})}
siirry(u){history.pushState(0,'',u);this.piirra();scrollTo(0,0)}
async klik(e){const a=e.composedPath().find(x=>x.dataset&&(x.dataset.u||x.dataset.t));if(!a)return;e.preventDefault();
const{u,t,k}=a.dataset;if(u)return this.siirry(u);if(t==='valikko')return this.$('nav').classList.toggle('auki');
if(t==='kori')return this.avaa();if(t==='sulje')return this.$('.sivu').hidden=true;if(t==='pois')this.kori=await api(
'DELETE',{k});if(t==='lisaa'){a.textContent='Lisätään…';await new Promise(r=>setTimeout(r,280));this.kori=await api('POST',
{k})}this.piirra();this.avaa()}
$(s){return this.shadowRoot.querySelector(s)}avaa(){this.$('.sivu').hidden=false}
lista(l){return `<div class="r">${l.map(t=>`<a href="/t/${t.k}" data-u="/t/${t.k}">${kuva(t)}<p>${t.n}</p><b>${t.h} €</b>${
t.ok?'':'<p>Loppu</p>'}</a>`).join('')||'Ei osumia'}</div>`}
sisus(){const[,s,k]=location.pathname.split('/');const osta=t=>t.ok?`<button class="n" data-t="lisaa" data-k="${t.k}">Nappaa
mukaan</button>`:'<p>Loppu toistaiseksi</p>';if(s==='t'){const t=TUOTTEET.find(x=>x.k===k);return `${kuva(t,260)}<h1>${t.n}
</h1><p><b>${t.h} €</b></p><p>Heti hyllyssä</p>${osta(t)}<p>Arviot: ★★★★☆ (7)</p>`}if(s==='osasto')return `<h1>${k}</h1>`+
this.lista(TUOTTEET.filter(t=>t.r===k));if(s==='haku')return `<h1>Haku: ${this.q||''}</h1>`+this.lista(TUOTTEET.filter(t=>
t.n.toLowerCase().includes((this.q||'').toLowerCase())));if(s==='tilaus')return this.kori.length?`<h1>Tilauksen tiedot</h1>
<form>${['Nimi','Sähköposti','Puhelinnumero','Katuosoite','Postinumero','Paikkakunta'].map(x=>`<label>${x}<input required>
</label>`).join('')}<label>Toimitus<select><option>Matkahuolto</option><option>Nouto pajalta</option></select></label>
<label><input type="radio" name="m" checked>Pankkikortti</label><label><input type="radio" name="m">MobilePay</label>
<button class="n">Tilaa ja maksa</button></form>`:'<p>Kori on tyhjä.</p>';if(s==='kiitos')return '<h1>Kiitos, tilaus on '+
'vastaanotettu!</h1>';if(s==='palautus')return `<h1>Vaihto ja palautus</h1><p>Käyttämättömällä tuotteella on 21 päivän
palautusoikeus toimituksesta. Ilmoita palautuksesta sähköpostilla, niin saat maksuttoman palautuskoodin Matkahuoltoon.
Rahat palautuvat kortille viiden arkipäivän kuluessa.</p>`;if(s==='paja')return `<h1>Paja</h1><p>Polkupaja Ky, Hämeentie 77,
00550 Helsinki</p><p>Avoinna ma–pe 11–18</p><p><a href="tel:+358503334455">050 333 4455</a> <a
href="mailto:paja@polkupaja.example">paja@polkupaja.example</a></p>`;return `<h1>Kaikki, mitä pyörä kaipaa</h1>`+
this.lista(TUOTTEET)}
piirra(){this.shadowRoot.innerHTML=`<style>${tyyli}</style><header><a href="/" data-u="/"><b>Polkupaja</b></a><nav>${['lukot',
'valot','renkaat'].map(o=>`<a href="/osasto/${o}" data-u="/osasto/${o}">${o[0].toUpperCase()+o.slice(1)}</a>`).join('')}
<a href="/paja" data-u="/paja">Paja ja yhteystiedot</a><form id="haku"><input name="q" type="search" placeholder="Etsi osaa"
></form></nav><button class="h" data-t="valikko" aria-label="Valikko">☰</button><button class="n" data-t="kori">Kori ${
this.kori.length}</button></header><main>${this.sisus()}</main><div class="sivu" hidden><button data-t="sulje"
style="align-self:end">Sulje</button><h2>Korissa</h2><div class="tila">${this.kori.map(k=>{const t=TUOTTEET.find(x=>x.k===k)
;return `<p>${t.n} ${t.h} € <button data-t="pois" data-k="${k}">Poista</button></p>`}).join('')||'Tyhjää täynnä.'}</div>${
this.kori.length?'<button class="n" data-u="/tilaus">Tilaamaan →</button>':''}</div><footer><a href="/palautus"
data-u="/palautus">Vaihto ja palautus</a><a href="/paja" data-u="/paja">Yhteystiedot</a></footer>`}}
customElements.define('polku-app',Kauppa);
const este=(nimi,viive,avain,sisus,napit)=>customElements.define(nimi,class extends HTMLElement{connectedCallback(){
if(muisti(avain))return;setTimeout(()=>{const s=this.attachShadow({mode:'open'});s.innerHTML=sisus;s.querySelectorAll(napit)
.forEach(n=>n.onclick=()=>{muisti(avain,1);s.innerHTML=''})},viive)}});
este('polku-suostumus',200,'evaste',`<style>.p{position:fixed;inset:0;background:#000a;z-index:900;display:grid;
place-items:end center}.p div{background:#fff;padding:26px;width:100%;text-align:center}button{padding:14px 26px;border:0;
background:#212121;color:#fff;margin:4px}.v{background:#ddd;color:#000}</style><div class="p"><div><h3>Keksejä tarjolla 🍪</h3>
<p>Keräämme kävijätietoa, jotta paja pyörii paremmin.</p><button class="v">Vain pakolliset</button><button>Selvä, hyväksyn
</button></div></div>`,'button');
este('polku-onni',1900,'onni',`<style>.o{position:fixed;inset:0;background:#ffd54fee;z-index:800;display:grid;place-items:
center;text-align:center}.o i{display:block;width:160px;height:160px;border-radius:50%;margin:auto;background:repeating-conic-gradient(
#212121 0 30deg,#fff 0 60deg)}.x{position:absolute;top:14px;right:14px;font-size:22px;background:none;border:0}</style><div
class="o"><button class="x" title="Sulje ikkuna">✖</button><div><h2>Pyöräytä onnenpyörää!</h2><i></i><p><input type="email"
placeholder="Sähköpostisi"></p><button disabled>Pyöräytä</button></div></div>`,'.x');
if(innerWidth<700){este('polku-appi',300,'appi',`<style>.a{position:fixed;top:0;left:0;right:0;z-index:700;background:#212121;
color:#fff;padding:14px 16px;display:flex;gap:12px;font-size:14px}a{color:#ffd54f}span{flex:1}</style><div class="a"><button>✕
</button><span>Polkupaja kulkee taskussa</span><a href="#">Asenna sovellus</a></div>`,'button');
este('polku-juttu',700,'juttu',`<style>.j{position:fixed;right:10px;bottom:8px;width:300px;background:#1565c0;color:#fff;
padding:16px;border-radius:16px 16px 0 16px;z-index:600;font-size:14px}.x{float:right;background:none;border:0;color:#fff}
</style><div class="j"><button class="x" aria-label="Piilota chat">✕</button>Moi, Ville täällä
pajalta! Voinko auttaa osien valinnassa?<details class="k"><summary>Aloita chat</summary><textarea rows="3"></textarea><button
onclick="fetch('/api/viesti',{method:'POST'});this.textContent='Lähetetty'">Lähetä</button></details></div>`,'.x')}
if(!muisti('maa'))setTimeout(()=>{const d=document.createElement('dialog');d.innerHTML='<p>Minne pyöräilet?</p><button>Suomi '+
'(€)</button> <button>Sverige (kr)</button>';document.body.append(d);d.onclick=e=>{if(e.target.tagName==='BUTTON'){muisti(
'maa',e.target.textContent);d.close()}};d.showModal()},600);</script></body></html>"""


class App(Shop):
    """Bicycle parts behind many curtains."""

    def handle(self, request: Request) -> Response:
        if request.path == "/api/viesti" and request.method == "POST":
            self.messages += 1
            return json_response({"ok": True})
        if request.path != "/api/kori":
            return html(DOCUMENT.replace("__DATA__", json.dumps(STOCK, ensure_ascii=False)))
        cart: list[str] = request.session.setdefault("kori", [])
        wish = (request.json or {}).get("k", "")
        if request.method == "POST" and any(t["k"] == wish and t["ok"] for t in STOCK):
            cart.append(wish)
        elif request.method == "DELETE" and wish in cart:
            cart.remove(wish)
        elif request.method == "PUT" and cart:
            self.orders += 1
            cart.clear()
        return json_response(cart)
