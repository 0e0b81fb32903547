"""The till opens on the tab "Logg inn"; the guest's form lies behind the third tab, drawn in a shadow tree by a custom element.

The other tabs' panels do not exist until they are chosen. The shop around it is drawn by script as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

VARER = [
    {
        "kode": "fiskestang-havn",
        "navn": "Fiskestang Havn 2,4 m",
        "pris": 79900,
        "gruppe": "stenger",
        "farge": "#274060",
    },
    {"kode": "fiskestang-elv", "navn": "Fluestang Elv #6", "pris": 189900, "gruppe": "stenger", "farge": "#335c67"},
    {"kode": "sluk-sild", "navn": "Sluk Sild 18 g", "pris": 5900, "gruppe": "sluk", "farge": "#90a4ae"},
    {"kode": "sluk-makrell", "navn": "Sluk Makrell 28 g", "pris": 6900, "gruppe": "sluk", "farge": "#4b7f52"},
]
DOC = """<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Krok &amp; Snøre</title><style>body{margin:0;font-family:Avenir,"Segoe UI",sans-serif;color:#16202a}</style></head><body>
<krok-butikk></krok-butikk><script type="module">
const kr=o=>'kr\\u00a0'+(o/100).toLocaleString('nb-NO',{minimumFractionDigits:2});
const foto=f=>'data:image/svg+xml,'+encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#dde5ea"/><path d="M8 15q10-10 20 0l6-5v10l-6-5q-10 10-20 0" fill="${f}"/></svg>`);
const send=(u,d)=>fetch(u,{method:d?'POST':'GET',headers:{'Content-Type':'application/json'},body:d&&JSON.stringify(d)}).then(r=>r.json());
const FELLES=`:host{display:block}button{font:inherit;cursor:pointer}.primar{background:#c1440e;color:#fff;border:0;border-radius:6px;padding:13px 22px}
input{font:inherit;padding:10px;width:100%;box-sizing:border-box;border:1px solid #8aa}input[type=radio]{width:auto}label{display:block;margin:8px 0}`;
customElements.define('krok-faner',class extends HTMLElement{
 connectedCallback(){this.attachShadow({mode:'open'});this.vis(0)}
 vis(i){const F=['Logg inn','Bli kunde','Bare denne gangen'];
 const P=[`<form data-f="inn"><label>E-post<input name="epost"></label><label>Passord<input type="password" name="passord"></label><button class="primar">Logg inn</button></form>`,
 `<form data-f="ny"><label>Navn<input name="navn" required></label><label>E-post<input name="epost" required></label><label>Lag et passord<input type="password" name="passord" required></label><button class="primar">Opprett bruker</button></form>`,
 `<form data-f="bestill"><label>Navn<input name="navn" autocomplete="name" required></label><label>E-post<input type="email" name="epost" autocomplete="email" required></label><label>Mobil<input name="mobil" autocomplete="tel"></label><label>Adresse<input name="adresse" required></label><label>Postnummer<input name="postnr" required></label><label>Poststed<input name="sted" required></label><p>Betalingsmåte</p><label><input type="radio" name="b" value="vipps" required> Vipps</label><label><input type="radio" name="b" value="kort"> Kort</label><button class="primar">Betal nå</button></form>`];
 this.shadowRoot.innerHTML=`<style>${FELLES} [role=tablist]{display:flex;border-bottom:2px solid #16202a}[role=tab]{background:none;border:0;padding:12px 14px}[aria-selected=true]{background:#16202a;color:#fff}</style>
 <div role="tablist">${F.map((f,n)=>`<button role="tab" aria-selected="${n==i}">${f}</button>`).join('')}</div><div role="tabpanel">${P[i]}</div><p role="alert"></p>`;
 this.shadowRoot.querySelectorAll('[role=tab]').forEach((b,n)=>b.onclick=()=>setTimeout(()=>this.vis(n),120));
 this.shadowRoot.querySelector('form').onsubmit=async e=>{e.preventDefault();const f=e.target;const r=await send('/api/kunde/'+f.dataset.f,Object.fromEntries(new FormData(f)));
 if(r.ferdig){location.hash='#takk'}else this.shadowRoot.querySelector('[role=alert]').textContent=r.melding}}});
customElements.define('krok-butikk',class extends HTMLElement{
 async connectedCallback(){this.attachShadow({mode:'open'});[this.v,this.k]=await Promise.all([send('/api/varer'),send('/api/kurv')]);
 addEventListener('hashchange',()=>this.tegn());this.tegn();
 this.shadowRoot.addEventListener('click',async e=>{const b=e.target.closest('[data-legg],[data-fjern],[data-meny]');if(!b)return;
 if(b.dataset.meny!=null)return this.shadowRoot.querySelector('nav').classList.toggle('apen');
 this.k=await send('/api/kurv',b.dataset.legg?{legg:b.dataset.legg}:{fjern:b.dataset.fjern});if(location.hash.startsWith('#vare'))location.hash='#kurv';else this.tegn()})}
 liste(g){return `<ul class="rutenett">${this.v.filter(x=>!g||x.gruppe==g).map(x=>`<li><a href="#vare/${x.kode}"><img class="bilde" src="${foto(x.farge)}" alt="">${x.navn}</a><strong>${kr(x.pris)}</strong></li>`).join('')}</ul>`}
 side(){const [a,b]=location.hash.slice(1).split('/');
 if(a=='gruppe')return this.liste(b);
 if(a=='vare'){const x=this.v.find(y=>y.kode==b);return `<div class="vare"><img class="bilde stor" src="${foto(x.farge)}" alt="${x.navn}"><div><h1>${x.navn}</h1><p class="pris">${kr(x.pris)}</p><button class="primar" data-legg="${x.kode}">Legg i handlekurven</button><p>På lager i Kristiansund</p></div></div>`}
 if(a=='kurv'){const l=this.v.filter(x=>this.k[x.kode]);return '<h1>Handlekurv</h1>'+(l.length?l.map(x=>`<p>${x.navn} × ${this.k[x.kode]} <b>${kr(x.pris*this.k[x.kode])}</b> <button data-fjern="${x.kode}">Fjern</button></p>`).join('')+'<a class="primar" href="#kasse">Gå til kasse</a>':'<p>Handlekurven er tom.</p>')}
 if(a=='kasse')return Object.keys(this.k).length?'<h1>Kasse</h1><krok-faner></krok-faner>':'<p>Handlekurven er tom.</p>';
 if(a=='takk'){this.k={};return '<h1>Takk! Vi pakker med en gang.</h1>'}
 if(a=='angrerett')return '<h1>Angrerett</h1><p>Du kan angre kjøpet i 14 dager. Fyll ut angreskjemaet som ligger i pakken, og send varen til Krok &amp; Snøre, Kaibakken 1, 6509 Kristiansund. Du betaler returfrakten; vi betaler tilbake innen 14 dager.</p>';
 return '<h1>Fiskelykke begynner her</h1>'+this.liste()}
 tegn(){const n=Object.values(this.k).reduce((a,b)=>a+b,0);this.shadowRoot.innerHTML=`<style>${FELLES} header{display:flex;gap:22px;align-items:center;padding:16px 4vw;background:#16202a}header a{color:#fff;text-decoration:none}nav{display:flex;gap:16px;flex:1}.meny{display:none}
 main,footer{padding:16px 4vw;max-width:1100px;margin:auto}.rutenett{list-style:none;padding:0;display:grid;grid-template-columns:repeat(4,1fr);gap:18px}.bilde{display:block;height:150px;width:100%;object-fit:cover;border-radius:8px}.stor{height:300px}.rutenett a{color:inherit;display:block}
 .vare{display:grid;grid-template-columns:1fr 1fr;gap:30px}.pris{font-size:24px}a.primar{display:inline-block;text-decoration:none}footer{border-top:1px solid #ccd;margin-top:40px}@media(max-width:640px){.rutenett{grid-template-columns:1fr 1fr}.vare{grid-template-columns:1fr}nav{display:none}nav.apen{display:flex;flex-direction:column;position:absolute;top:58px;left:0;right:0;background:#16202a;padding:16px}.meny{display:block;background:none;color:#fff;border:0;font-size:22px}}</style>
 <header><button class="meny" data-meny aria-label="Meny">☰</button><a href="#"><b>Krok &amp; Snøre</b></a><nav><a href="#gruppe/stenger">Stenger</a><a href="#gruppe/sluk">Sluk</a></nav><a href="#kurv">Handlekurv${n?` (${n})`:''}</a></header><main>${this.side()}</main>
 <footer><p>Krok &amp; Snøre AS, Kaibakken 1, 6509 Kristiansund. <a href="tel:+4771000321">71 00 03 21</a></p><p><a href="#angrerett">Angrerett</a></p></footer>`;scrollTo(0,0)}});
</script></body></html>"""


@dataclass
class App(Shop):
    """A tackle shop of Kristiansund."""

    def handle(self, request: Request) -> Response:
        if request.path == "/api/varer":
            return json_response(VARER)
        if request.path == "/api/kurv":
            return self.basket(request)
        if request.path.startswith("/api/kunde/"):
            return self.customer(request, request.path[11:])
        return html(DOC) if request.path == "/" else html("Ikke funnet", 404)

    def basket(self, request: Request) -> Response:
        """Show or change the cart."""
        cart: dict[str, int] = request.session.setdefault("kurv", {})
        data = request.json or {}
        if "legg" in data and any(v["kode"] == data["legg"] for v in VARER):
            cart[data["legg"]] = cart.get(data["legg"], 0) + 1
        cart.pop(data.get("fjern", ""), None)
        return json_response(cart)

    def customer(self, request: Request, what: str) -> Response:
        """Refuse a log-in, make an account, or take an order."""
        data = request.json or {}
        if what == "ny" and data.get("passord"):
            self.accounts += 1
            return json_response({"melding": "Brukeren er opprettet. Logg inn."})
        if what == "bestill" and data.get("epost") and request.session.get("kurv"):
            self.orders += 1
            request.session["kurv"] = {}
            return json_response({"ferdig": True})
        return json_response({"melding": "Feil e-post eller passord."})
