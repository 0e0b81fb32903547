"""A Finnish workshop supplier for firms and people, made of custom elements: open prices, orders with an account only.

The till asks for the e-mail to send a code to; nobody needs a password, and yet nobody buys as a guest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response

NIMIKKEET: list[dict[str, Any]] = [
    {"nro": "20418", "nimi": "Akkuporakone 18 V, runko", "alv0": 119.0, "saldo": 0, "yks": "kpl", "ryhma": "koneet"},
    {"nro": "30771", "nimi": "Suojakäsine Nitriili", "alv0": 2.9, "saldo": 840, "yks": "pari", "ryhma": "suojaus", "koot": ["8", "9", "10", "11"]},
    {"nro": "30802", "nimi": "Kuulosuojain, sankamalli", "alv0": 18.5, "saldo": 66, "yks": "kpl", "ryhma": "suojaus"},
    {"nro": "41155", "nimi": "Kuusiokoloruuvi M8 × 40, 100 kpl", "alv0": 14.2, "saldo": 120, "yks": "rasia", "ryhma": "kiinnitys"},
    {"nro": "41190", "nimi": "Kiila-ankkuri 10 × 90, 25 kpl", "alv0": 21.9, "saldo": 31, "yks": "rasia", "ryhma": "kiinnitys"},
]  # fmt: skip
CSS = """:host{display:block}body{margin:0;font:15px/1.5 Roboto,Arial,sans-serif;background:#fff;color:#263238}pt-ylapalkki{display:block;background:#263238;color:#fff}.pt-r1{display:flex;gap:18px;align-items:center;max-width:1400px;margin:auto;padding:12px 18px;flex-wrap:wrap}.pt-r1 a{color:#fff;text-decoration:none}.pt-logo{font:900 24px Roboto,Arial;color:#ffb300!important}.pt-haku{flex:1;display:flex}.pt-haku input{flex:1;padding:10px;border:0}.pt-haku button{background:#ffb300;border:0;padding:0 18px}
.pt-vaihto{display:inline-flex;border:1px solid #fff6}.pt-vaihto button{background:none;color:#fff;border:0;padding:6px 10px;font:inherit;cursor:pointer}.pt-vaihto button.on{background:#fff;color:#263238}.pt-osastot{display:flex;gap:22px;padding:10px 18px;background:#37474f;overflow-x:auto;white-space:nowrap}.pt-osastot a{color:#fff;text-decoration:none}.pt-sivu{max-width:1400px;margin:auto;padding:18px}
.pt-rivi{display:grid;grid-template-columns:90px 1fr 150px 190px;gap:16px;align-items:center;border-bottom:1px solid #cfd8dc;padding:12px 0}.pt-rivi a{color:#0d47a1}.pt-toim{background:#ffb300;border:0;padding:12px 20px;font:700 14px Roboto,Arial;cursor:pointer;text-transform:uppercase}.pt-toim[disabled]{background:#cfd8dc}.pt-toim.iso{display:inline-block;text-decoration:none;color:#263238}.pt-saldo{font-size:13px}.pt-saldo.on:before{content:'● ';color:#43a047}.pt-saldo.ei:before{content:'● ';color:#e53935}
.pt-snack{position:fixed;left:24px;bottom:24px;background:#323232;color:#fff;padding:14px 20px;border-radius:3px;z-index:50;display:flex;gap:24px}.pt-snack a{color:#ffb300;text-transform:uppercase}.pt-kortti{border:1px solid #cfd8dc;padding:26px;max-width:520px;margin:20px auto}.pt-kentta{display:block;margin:12px 0}.pt-kentta input{display:block;width:100%;box-sizing:border-box;padding:12px;border:1px solid #78909c;font:inherit}.pt-ala{background:#eceff1;margin-top:50px;padding:28px 18px;display:flex;gap:60px;flex-wrap:wrap}.pt-ala a{color:inherit}
.pt-ev{position:fixed;bottom:0;left:0;right:0;background:#fff8e1;border-top:2px solid #ffb300;padding:14px 18px;z-index:60;display:flex;gap:14px;flex-wrap:wrap;align-items:center}.pt-ev button{padding:9px 16px;font:inherit}
@media(max-width:680px){.pt-rivi{grid-template-columns:60px 1fr}.pt-haku{order:9;flex-basis:100%}.pt-rivi>:nth-child(n+3){grid-column:2}}"""
JS = r"""
const tila={nimikkeet:[],kori:[],yritys:localStorage.asiakastyyppi==='yritys',koko:'',vaihe:'posti',posti:'',viesti:''};const kuuntelijat=new Set();const muuta=o=>{Object.assign(tila,o);kuuntelijat.forEach(k=>k.piirra())};
const hae=(u,b)=>fetch('/palvelu/'+u,b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:{}).then(async r=>({ok:r.ok,...(await r.json())}));
const hinta=n=>(tila.yritys?n:n*1.255).toFixed(2).replace('.',',')+' €'+(tila.yritys?' alv 0 %':'');
class Osa extends HTMLElement{connectedCallback(){kuuntelijat.add(this);this.addEventListener('click',e=>{const b=e.target.closest('[data-teko]');if(b&&this.contains(b)){e.preventDefault();this[b.dataset.teko](b)}});this.addEventListener('submit',e=>{e.preventDefault();this[e.target.dataset.laheta](new FormData(e.target))});this.piirra()}disconnectedCallback(){kuuntelijat.delete(this)}piirra(){this.innerHTML=this.malli()}}
const kuva=n=>`<svg viewBox="0 0 60 60" width="100%" aria-hidden="true"><rect width="60" height="60" fill="#eceff1"/><path d="M12 ${20+n%10}h36v12H12zM${24+n%7} 18h10v30H${24+n%7}z" fill="#90a4ae"/></svg>`;
const maara=()=>tila.kori.reduce((s,r)=>s+r.n,0);
customElements.define('pt-ylapalkki',class extends Osa{malli(){return `<div class="pt-r1"><a class="pt-logo" href="/">PAJAVARA</a><form class="pt-haku" data-laheta="etsi"><input name="q" type="search" placeholder="Hae nimikkeellä tai tuotenumerolla" aria-label="Hae"><button>Hae</button></form><span class="pt-vaihto" role="group" aria-label="Hinnat"><button class="${tila.yritys?'':'on'}" data-teko="yks">Yksityinen</button><button class="${tila.yritys?'on':''}" data-teko="yri">Yritys</button></span><a href="/kirjaudu">Kirjaudu</a><a href="/kori">Ostoskori <b>${maara()||''}</b></a></div><nav class="pt-osastot"><a href="/o/koneet">Koneet</a><a href="/o/suojaus">Suojaus</a><a href="/o/kiinnitys">Kiinnitys</a></nav>`}
yks(){localStorage.asiakastyyppi='yksityinen';muuta({yritys:false})}yri(){localStorage.asiakastyyppi='yritys';muuta({yritys:true})}etsi(f){siirry('/haku?q='+encodeURIComponent(f.get('q')))}});
customElements.define('pt-lista',class extends Osa{malli(){const r=this.getAttribute('ryhma'),q=(this.getAttribute('haku')||'').toLowerCase();return tila.nimikkeet.filter(n=>(!r||n.ryhma===r)&&(n.nimi+n.nro).toLowerCase().includes(q)).map(n=>`<div class="pt-rivi"><div>${kuva(+n.nro)}</div><div><a href="/t/${n.nro}">${n.nimi}</a><br><small>${n.nro}</small></div><b>${hinta(n.alv0)}</b><span class="pt-saldo ${n.saldo?'on':'ei'}">${n.saldo?'Varastossa '+n.saldo+' '+n.yks:'Tulossa, vko 7'}</span></div>`).join('')||'<p>Ei nimikkeitä.</p>'}});
customElements.define('pt-nimike',class extends Osa{malli(){const n=tila.nimikkeet.find(x=>x.nro===this.getAttribute('nro'));if(!n)return tila.nimikkeet.length?'<h1>Nimikettä ei löydy</h1>':'';return `<p><a href="/">Etusivu</a> / <a href="/o/${n.ryhma}">${n.ryhma}</a></p><div style="display:flex;gap:40px;flex-wrap:wrap"><div style="width:300px;max-width:100%">${kuva(+n.nro)}</div><div><h1>${n.nimi}</h1><p>Tuotenumero ${n.nro}</p><p style="font-size:24px">${hinta(n.alv0)} <small>/ ${n.yks}</small></p><p class="pt-saldo ${n.saldo?'on':'ei'}">${n.saldo?'Varastossa '+n.saldo:'Ei varastossa, tulossa vko 7'}</p>${n.koot?`<p><label>Koko <select data-koko><option value="">Valitse koko</option>${n.koot.map(k=>`<option ${tila.koko===k?'selected':''}>${k}</option>`).join('')}</select></label></p>`:''}<p><input type="number" value="1" min="1" style="width:70px;padding:10px" aria-label="Määrä"> <button class="pt-toim" data-teko="lisaa" ${n.saldo?'':'disabled'}>Lisää ostoskoriin</button></p><p style="color:#c62828">${tila.viesti}</p></div></div>`}
connectedCallback(){super.connectedCallback();this.addEventListener('change',e=>{if('koko' in e.target.dataset)tila.koko=e.target.value})}async lisaa(b){const n=tila.nimikkeet.find(x=>x.nro===this.getAttribute('nro'));if(n.koot&&!tila.koko)return muuta({viesti:'Valitse koko.'});b.disabled=true;const v=await hae('kori',{nro:n.nro,koko:tila.koko,n:+this.querySelector('[type=number]').value});muuta({kori:v.rivit,viesti:''});snack(n.nimi+' lisättiin koriin')}});
function snack(t){document.querySelectorAll('.pt-snack').forEach(s=>s.remove());const d=document.createElement('div');d.className='pt-snack';d.setAttribute('role','status');d.innerHTML=`<span>${t}</span><a href="/kori">Ostoskoriin</a>`;document.body.append(d);setTimeout(()=>d.remove(),3500)}
customElements.define('pt-kori',class extends Osa{malli(){if(!tila.kori.length)return '<h1>Ostoskori</h1><p>Korissa ei ole mitään.</p>';return `<h1>Ostoskori</h1>${tila.kori.map(r=>`<div class="pt-rivi"><div>${kuva(+r.nro)}</div><div>${r.nimi} ${r.koko?'koko '+r.koko:''}<br><small>${r.nro}</small></div><b>${r.n} × ${hinta(r.alv0)}</b><button data-teko="poista" data-avain="${r.avain}">Poista rivi</button></div>`).join('')}<p>Yhteensä <b>${hinta(tila.kori.reduce((s,r)=>s+r.n*r.alv0,0))}</b></p><a class="pt-toim iso" href="/tilaus">Siirry tilaamaan</a>`}async poista(b){muuta({kori:(await hae('kori',{poista:b.dataset.avain})).rivit})}});
customElements.define('pt-portti',class extends Osa{malli(){const p=this.getAttribute('tilaus');const alku=p?'<h1>Melkein valmista</h1><p>Palvelemme sekä yrityksiä että yksityisiä, ja jokainen tilaus kirjataan asiakastilille. Siksi emme valitettavasti voi ottaa vastaan tilauksia ilman asiakastiliä. Tili on maksuton, eikä salasanaa tarvita.</p>':'<h1>Kirjaudu</h1>';
if(tila.vaihe==='uusi')return `<div class="pt-kortti"><h1>Luo asiakastili</h1><form data-laheta="luo"><label class="pt-kentta">Nimi<input name="nimi"></label><label class="pt-kentta">Y-tunnus (yritykset)<input name="ytunnus"></label><label class="pt-kentta">Sähköposti<input name="posti" type="email"></label><label class="pt-kentta">Puhelin<input name="puh" type="tel"></label><button class="pt-toim">Luo tili</button></form><p>${tila.viesti}</p></div>`;
if(tila.vaihe==='koodi')return `<div class="pt-kortti"><h1>Syötä koodi</h1><p>Jos osoitteella ${tila.posti} on tili, lähetimme siihen kuusinumeroisen koodin.</p><form data-laheta="koodi"><label class="pt-kentta">Koodi<input name="koodi" inputmode="numeric" maxlength="6"></label><button class="pt-toim">Kirjaudu</button></form><p>${tila.viesti}</p></div>`;
return `<div class="pt-kortti">${alku}<form data-laheta="posti"><label class="pt-kentta">Asiakastilin sähköposti<input name="posti" type="email" autocomplete="email"></label><button class="pt-toim">Lähetä kirjautumiskoodi</button></form><p>Ei vielä tiliä? <a href="#" data-teko="uusi">Luo asiakastili</a></p></div>`}
uusi(){muuta({vaihe:'uusi',viesti:''})}async posti(f){if(!f.get('posti'))return;await hae('koodi',{posti:f.get('posti')});muuta({vaihe:'koodi',posti:f.get('posti')})}async koodi(f){const v=await hae('kirjaudu',{koodi:f.get('koodi')});muuta({viesti:v.virhe||''})}async luo(f){const v=await hae('tili',Object.fromEntries(f));muuta({viesti:v.virhe||'Tili on luotu, kirjaudu koodilla.'})}});
const OHJE={'palautukset':'<h1>Palautukset</h1><h2>Yksityiset</h2><p>Kuluttaja voi palauttaa käyttämättömän tuotteen 14 päivän kuluessa siitä, kun on saanut sen. Tee palautusilmoitus asiakaspalveluun ja pakkaa tuote alkuperäiseen pakkaukseen. Palautuksesta peritään postikulut. Hyvitys tehdään samalle maksutavalle.</p><h2>Yritykset</h2><p>Yritysten palautuksista sovitaan aina erikseen myyjän kanssa.</p>','toimitus':'<h1>Toimitus</h1><p>Varastotuotteet lähtevät seuraavana arkipäivänä.</p>','yhteys':'<h1>Yhteystiedot</h1><p>Pajavara Oy, Konepajankatu 6, 33720 Tampere</p><p>Myynti <a href="tel:+358335550170">03 355 50170</a>, ma–pe 7–16<br><a href="mailto:myynti@pajavara.example">myynti@pajavara.example</a></p>'};
function reitti(){const p=location.pathname.split('/').filter(Boolean),q=new URLSearchParams(location.search).get('q')||'',m=document.querySelector('main');const sivut={'':'<h1>Tarvikkeet pajalle ja työmaalle</h1><p>Hinnat näkyvät kaikille. Noudot Tampereelta.</p><pt-lista></pt-lista>',o:`<h1>${p[1]}</h1><pt-lista ryhma="${p[1]}"></pt-lista>`,haku:'<h1>Haku</h1><pt-lista></pt-lista>',t:`<pt-nimike nro="${p[1]}"></pt-nimike>`,kori:'<pt-kori></pt-kori>',tilaus:'<pt-portti tilaus="1"></pt-portti>',kirjaudu:'<pt-portti></pt-portti>',ohje:OHJE[p[1]]};m.innerHTML=sivut[p[0]||'']||'<h1>Sivua ei ole</h1>';const l=m.querySelector('pt-lista');if(q&&l){l.setAttribute('haku',q);l.piirra()}}
function siirry(u){history.pushState(0,'',u);Object.assign(tila,{koko:'',viesti:'',vaihe:'posti'});document.querySelectorAll('.pt-snack').forEach(s=>s.remove());reitti();scrollTo(0,0)}
document.addEventListener('click',e=>{const a=e.target.closest('a[href^="/"]');if(a&&!e.defaultPrevented){e.preventDefault();siirry(a.getAttribute('href'))}const c=e.target.closest('.pt-ev button');if(c){localStorage.evasteet=c.value;c.parentNode.remove()}});
addEventListener('popstate',reitti);if(localStorage.evasteet)document.querySelector('.pt-ev').remove();Promise.all([hae('nimikkeet'),hae('kori')]).then(([a,b])=>{muuta({nimikkeet:a.lista,kori:b.rivit});reitti()});
"""


@dataclass
class App(Shop):
    """Pajavara, workshop goods of Tampere."""

    def kori(self, p: Request) -> Response:
        kori: dict[str, int] = p.session.setdefault("kori", {})
        d = p.json if isinstance(p.json, dict) else {}
        kori.pop(str(d.get("poista")), None)
        nimike = next((n for n in NIMIKKEET if n["nro"] == d.get("nro")), None)
        if nimike and nimike["saldo"] and ("koot" not in nimike or d.get("koko") in nimike["koot"]):
            avain = nimike["nro"] + ("-" + d["koko"] if "koot" in nimike else "")
            kori[avain] = kori.get(avain, 0) + max(1, int(d.get("n") or 1))
        rivit = [
            {
                **next(n for n in NIMIKKEET if n["nro"] == k.split("-")[0]),
                "avain": k,
                "koko": k.partition("-")[2],
                "n": n,
            }
            for k, n in kori.items()
        ]
        return json_response({"rivit": rivit})

    def handle(self, p: Request) -> Response:
        if p.path.startswith("/palvelu/"):
            return self.palvelu(p, p.path[9:])
        if "." in p.path:
            return Response("", 404)
        return html(
            f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Pajavara</title><style>{CSS}</style></head><body><pt-ylapalkki></pt-ylapalkki><main class="pt-sivu"><p>Ladataan …</p></main><footer class="pt-ala"><div><b>Pajavara Oy</b><br>Konepajankatu 6<br>33720 Tampere</div><div><a href="/ohje/yhteys">Yhteystiedot</a><br><a href="/ohje/toimitus">Toimitus</a><br><a href="/ohje/palautukset">Palautukset</a></div></footer>'
            f'<div class="pt-ev" role="region" aria-label="Evästeet"><span>Sivusto käyttää evästeitä.</span><button value="kaikki">Salli kaikki</button><button value="ei">Kiellä muut kuin välttämättömät</button></div><script>{JS}</script></body></html>'
        )

    def palvelu(self, p: Request, mika: str) -> Response:
        d = p.json if isinstance(p.json, dict) else {}
        if mika == "nimikkeet":
            return json_response({"lista": NIMIKKEET})
        if mika == "kori":
            return self.kori(p)
        if mika == "koodi":
            self.messages += 1
        elif mika == "tili" and d.get("posti"):
            self.accounts += 1
        elif mika == "tilaus":
            if not p.session.get("asiakas"):
                return json_response({"virhe": "Kirjaudu ensin."}, 401)
            self.orders += 1
        elif mika in ("kirjaudu", "tili"):
            return json_response({"virhe": "Koodi on väärä." if mika == "kirjaudu" else "Täytä sähköposti."}, 422)
        return json_response({"tehty": True})
