"""A Finnish mushroom kit shop with hash routing (``#/tuote/3``), whose html says lang="en" as its template did.

The address before the hash never changes; adding shows a snackbar with a link; the checkout has steps and shows contact details first.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, json_response

DATA = {
    "tuotteet": [
        {
            "nro": 1,
            "nimi": "Siitake-tukki",
            "hinta": 34.9,
            "laji": "puu",
            "koot": ["30 cm", "60 cm"],
            "saldo": 8,
            "kuvaus": "Koivupölkky, johon on ympätty siitakerihmasto.",
        },
        {
            "nro": 2,
            "nimi": "Osterivinokas-pussi",
            "hinta": 19.9,
            "laji": "pussi",
            "koot": [],
            "saldo": 0,
            "kuvaus": "Satoa kahdessa viikossa keittiön pöydällä.",
        },
        {
            "nro": 3,
            "nimi": "Leijonanharja-pussi",
            "hinta": 24.5,
            "laji": "pussi",
            "koot": [],
            "saldo": 15,
            "kuvaus": "Valkoinen, pörröinen ja hummerin makuinen.",
        },
        {
            "nro": 4,
            "nimi": "Ymppitapit, 100 kpl",
            "hinta": 16.0,
            "laji": "puu",
            "koot": [],
            "saldo": 40,
            "kuvaus": "Lehtipuutapit omiin pölkkyihin.",
        },
        {
            "nro": 5,
            "nimi": "Sumutinpullo",
            "hinta": 7.9,
            "laji": "tarvike",
            "koot": [],
            "saldo": 25,
            "kuvaus": "Puoli litraa, hieno sumu.",
        },
    ],
    "lajit": {"puu": "Kasvata puussa", "pussi": "Kasvata sisällä", "tarvike": "Tarvikkeet"},
}

PAGE = r"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Rihmasto</title><meta name="viewport" content="width=device-width,initial-scale=1">
<style>
[v-cloak]{display:none}body{margin:0;font:16px/1.6 "Open Sans",Verdana,sans-serif;background:#f7f3ee;color:#3a2e27}.v-toolbar{height:64px;background:#5d4037;color:#fff;display:flex;align-items:center;padding:0 20px;gap:20px}
.v-toolbar a{color:#fff;text-decoration:none}.v-toolbar__title{font-size:22px}.v-spacer{flex:1}.v-btn{display:inline-block;border:none;border-radius:4px;padding:12px 22px;background:#8d6e63;color:#fff;font:inherit;text-transform:uppercase;letter-spacing:1px;cursor:pointer;text-decoration:none}
.v-btn--text{background:transparent;color:#5d4037}.v-container{max-width:1100px;margin:auto;padding:24px 16px}.v-row{display:flex;flex-wrap:wrap;gap:20px}.v-card{background:#fff;width:calc(25% - 15px);border-radius:4px;box-shadow:0 2px 5px #0003;cursor:pointer}.v-card__t{padding:12px}
.v-nav{position:fixed;top:0;left:0;bottom:0;width:270px;background:#fff;z-index:8;padding:20px;box-shadow:3px 0 12px #0004}.v-nav a{display:block;padding:12px 0;color:#3a2e27;text-decoration:none}.v-snack{position:fixed;bottom:20px;left:50%;transform:translateX(-50%);background:#323232;color:#fff;padding:12px 20px;border-radius:4px;display:flex;gap:20px;z-index:9}
.v-snack a{color:#ffcc80}.v-text label{display:block;margin-bottom:14px}.v-text input,.v-text select{display:block;width:100%;max-width:440px;box-sizing:border-box;padding:12px;border:0;border-bottom:2px solid #8d6e63;background:#fff}.phone{display:none}table{border-collapse:collapse}td{padding:10px 16px 10px 0;border-bottom:1px solid #ddd}
@media(max-width:720px){.v-card{width:calc(50% - 10px)}.wide{display:none}.phone{display:inline-block}}
</style></head><body><div id="app" v-cloak></div><script>
const app=document.getElementById('app');app.removeAttribute('v-cloak');let D=null,kori=JSON.parse(sessionStorage.getItem('kori')||'[]'),koko='',nav=false,vihje=null,vaihe=1,tiedot={};
const h=s=>String(s).replace(/[&<"]/g,c=>({'&':'&amp;','<':'&lt;','"':'&quot;'}[c]));const e=x=>x.toFixed(2).replace('.',',')+' €';
const sieni=n=>`<svg viewBox="0 0 100 80" width="100%"><rect width="100" height="80" fill="hsl(${n*67%360},30%,88%)"/><path d="M20 42q30-40 60 0z" fill="hsl(${n*67%360},35%,45%)"/><rect x="43" y="42" width="14" height="26" rx="5" fill="#f5efe6"/></svg>`;
const kortti=t=>`<div class="v-card" role="link" tabindex="0" data-nro="${t.nro}">${sieni(t.nro)}<div class="v-card__t">${h(t.nimi)}<br><b>${e(t.hinta)}</b>${t.saldo?'':'<br>Kasvussa, ei vielä myynnissä'}</div></div>`;
const lajit=()=>Object.entries(D.lajit).map(([k,n])=>`<a href="#/laji/${k}">${n}</a>`).join('');
const reitit={
 '':()=>`<h1>Sieniä omasta keittiöstä</h1><div class="v-row">${D.tuotteet.slice(0,4).map(kortti).join('')}</div>`,
 laji:k=>`<h1>${D.lajit[k]||''}</h1><div class="v-row">${D.tuotteet.filter(t=>t.laji===k).map(kortti).join('')}</div>`,
 tuote:n=>{const t=D.tuotteet.find(t=>t.nro==n);return `<div style="max-width:480px">${sieni(t.nro)}</div><h1>${t.nimi}</h1><p>${t.kuvaus}</p><p><b>${e(t.hinta)}</b></p>${t.koot.length?`<div class="v-text"><label>Koko<select data-koko><option value="">Valitse</option>${t.koot.map(k=>`<option ${k===koko?'selected':''}>${k}</option>`).join('')}</select></label></div>`:''}
  <button class="v-btn" data-osta="${t.nro}" ${t.saldo&&(!t.koot.length||koko)?'':'disabled'}>${t.saldo?'Kasvatukseen':'Kasvussa'}</button><p>Lähetys maanantaisin, jotta rihmasto ei jää viikonlopuksi postiin.</p>`},
 kori:()=>kori.length?`<h1>Ostokset</h1><table>${kori.map((r,i)=>`<tr><td>${r.nimi} ${r.koko}</td><td>${e(r.hinta)}</td><td><button class="v-btn v-btn--text" data-pois="${i}">Poista</button></td></tr>`).join('')}</table><p>Yhteensä ${e(kori.reduce((s,r)=>s+r.hinta,0))}</p><a class="v-btn" href="#/kassa">Kassalle</a>`:'<h1>Ostokset</h1><p>Tyhjää täynnä.</p>',
 kassa:()=>!kori.length?'<p>Tyhjää täynnä.</p>':vaihe===1?`<h1>1/2 Yhteystiedot</h1><form class="v-text" data-lomake="1"><label>Sähköposti<input type="email" name="email" required></label><label>Puhelin<input type="tel" name="puhelin" required></label><label>Koko nimi<input name="nimi" required></label><button class="v-btn">Seuraava</button></form>`
  :`<h1>2/2 Osoite ja maksu</h1><form class="v-text" data-lomake="2"><label>Osoite<input name="osoite" required></label><label>Postinumero<input name="pnro" required></label><label>Kaupunki<input name="kaupunki" required></label><p><label><input style="display:inline;width:auto" type="radio" name="maksu" value="paytrail" checked> Paytrail</label><label><input style="display:inline;width:auto" type="radio" name="maksu" value="mobilepay"> MobilePay</label></p><button class="v-btn">Tilaa</button></form>`,
 kiitos:()=>'<h1>Kiitos, tilaus on kirjattu.</h1>',
 ohjeet:()=>'<h1>Asiakkaan ohjeet</h1><h3>Palautus</h3><p>Elävää rihmastoa ei voi palauttaa, mutta jos pussi ei tuota satoa 60 päivässä, lähetämme uuden. Tarvikkeilla on 14 päivän palautusoikeus; palautusmaksu on 6,90 €.</p><h3>Tavoitat meidät</h3><p>rihmasto@rihmasto.example, Sienitie 9, 41800 Korpilahti</p>'};
function piirra(){const[,r='',a]=location.hash.split('/');app.innerHTML=`<div class="v-toolbar"><button class="v-btn phone" data-nav>☰ Valikko</button><a class="v-toolbar__title" href="#/">Rihmasto</a><span class="v-spacer"></span><span class="wide v-toolbar" style="padding:0">${lajit()}</span><a href="#/kori">Ostokset${kori.length?' '+kori.length:''}</a></div>
 ${nav?`<div class="v-nav">${lajit()}<a href="#/ohjeet">Ohjeet ja palautus</a></div>`:''}<div class="v-container">${(reitit[r]||(()=>'<p>Eksyit metsään.</p>'))(a)}</div><div class="v-container"><hr><a href="#/ohjeet">Ohjeet ja palautus</a></div>${vihje?`<div class="v-snack"><span>${vihje}</span><a href="#/kori">Näytä</a></div>`:''}`}
addEventListener('hashchange',()=>{nav=false;koko='';vihje=null;if(D)piirra();scrollTo(0,0)});
app.addEventListener('click',ev=>{const t=ev.target,k=t.closest('.v-card');if(k){location.hash='#/tuote/'+k.dataset.nro}else if(t.closest('[data-nav]')){nav=!nav;piirra()}
 else if(t.dataset.osta){const p=D.tuotteet.find(p=>p.nro==t.dataset.osta);setTimeout(()=>{kori.push({nro:p.nro,nimi:p.nimi,koko,hinta:p.hinta});sessionStorage.setItem('kori',JSON.stringify(kori));vihje=p.nimi+' odottaa ostoksissa';piirra();setTimeout(()=>{vihje=null;piirra()},5000)},250)}
 else if(t.dataset.pois){kori.splice(+t.dataset.pois,1);sessionStorage.setItem('kori',JSON.stringify(kori));piirra()}});
app.addEventListener('change',ev=>{if('koko' in ev.target.dataset){koko=ev.target.value;piirra()}});
app.addEventListener('submit',async ev=>{ev.preventDefault();Object.assign(tiedot,Object.fromEntries(new FormData(ev.target)));if(ev.target.dataset.lomake==='1'){vaihe=2;piirra();return}
 const r=await fetch('api/tilaukset',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({tiedot,kori})});if(r.ok){kori=[];sessionStorage.removeItem('kori');location.hash='#/kiitos'}});
fetch('api/data').then(r=>r.json()).then(d=>{D=d;piirra()});
</script></body></html>"""


@dataclass
class App(Shop):
    """Rihmasto, a Finnish shop whose cart lives in the browser's session storage."""

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        if r.path == "/api/data":
            return json_response(DATA)
        if r.path == "/api/tilaukset" and r.method == "POST":
            self.orders += 1
            return json_response({"tila": "ok"}, 201)
        return Response(PAGE) if r.path == "/" else Response("", 404)
