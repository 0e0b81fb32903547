"""A Norwegian binder of notebooks on a site builder: everything drawn late, a side basket that knows only the basket page."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

# slug: name, kroner, colours, stock, text
BOKER: dict[str, tuple[str, int, list[str], int, str]] = {
    "dagbok-i-lin": ("Dagbok i lin", 420, [], 0, "192 sider, innbundet i lerret."),
    "notatbok-rygg": ("Notatbok med skinnrygg", 560, ["Rust", "Granbar", "Kull"], 9, "Marmorert papir og geiteskinn."),
    "skissebok-a5": ("Skissebok A5", 340, [], 22, "Syrefritt papir på 160 gram, åpner seg helt flatt."),
    "gjestebok-stor": ("Protokoll, stor", 890, [], 3, "For hytta eller salen."),
    "lommebok-hefte": ("Tre små hefter", 180, ["Blå", "Gul"], 40, "Sydd med lintråd."),
}
SIDER = {
    "retur-og-bytte": "<h1>Retur og bytte</h1><p>Du kan angre kjøpet innen 14 dager etter at du har mottatt boken. Gi oss beskjed på e-post og send den tilbake i samme stand som du fikk den. Du betaler returporto selv, og vi tilbakebetaler hele kjøpesummen med frakt så snart pakken er her. Bøker med preget navn lages på bestilling og kan ikke returneres.</p>",
    "om": "<h1>Om verkstedet</h1><p>Vi binder bøker for hånd i et gammelt naust ved Saltfjorden.</p>",
    "vilkar": "<h1>Vilkår</h1><p>Prisene er i norske kroner med merverdiavgift. Selger er Rygg og Perm DA.</p>",
}
SKALL = """<!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>@T@ | Rygg og Perm</title><style>*{box-sizing:border-box}body{margin:0;font:16px/1.6 Avenir,"Century Gothic",sans-serif;color:#31302c;background:#fffdf9}button{font:inherit;color:inherit;cursor:pointer}a{color:inherit}
#SITE_TOP{display:flex;align-items:center;gap:26px;max-width:980px;margin:auto;padding:26px 16px}#SITE_TOP .tittel{font-size:24px;text-decoration:none;letter-spacing:.08em;margin-right:auto}#SITE_TOP .bar a{text-decoration:none;margin-right:22px}.naken{background:none;border:0}.teller{display:inline-block;border:1px solid;border-radius:50%;min-width:26px;text-align:center;font-size:13px;line-height:24px}.strek{display:none}.rom{max-width:980px;margin:auto;padding:16px 16px 90px;min-height:50vh}.vegg{display:grid;grid-template-columns:repeat(3,1fr);gap:26px;list-style:none;padding:0}.vegg li{position:relative}.vegg a{text-decoration:none;display:block}.merkelapp{position:absolute;left:0;top:0;background:#31302c;color:#fff;font-size:12px;padding:3px 9px}.hurtig{position:absolute;left:0;right:0;bottom:64px;background:#fffe;border:0;padding:10px;opacity:0;transition:opacity .2s}
@media(hover:hover){.vegg li:hover .hurtig{opacity:1}}@media(hover:none){.hurtig{display:none}}.stor{background:#7a4a2b;color:#fff;border:0;padding:13px 22px;width:100%;display:block;text-align:center;text-decoration:none}.stor:disabled{background:#bbb}.todelt{display:grid;grid-template-columns:1.3fr 1fr;gap:40px}.liste{position:relative;margin-bottom:14px}.liste>button{width:100%;text-align:left;border:1px solid #888;background:#fff;padding:11px}.liste ul{position:absolute;left:0;right:0;margin:0;padding:0;list-style:none;background:#fff;border:1px solid #888;z-index:4}.liste li{padding:10px}.rod{color:#b0301c;font-size:14px}.tall{border:1px solid #888;width:80px;padding:10px;margin-bottom:14px}.dekke{position:fixed;inset:0;background:#0005;z-index:60}.side{position:fixed;right:0;top:0;bottom:0;width:380px;max-width:94vw;background:#fffdf9;z-index:61;display:flex;flex-direction:column;transition:transform .3s;transform:translateX(100%)}.side.inn{transform:none}.side header{background:#31302c;color:#fff;padding:16px;display:flex;justify-content:space-between}.side .linjer{flex:1;padding:16px;overflow:auto}.side footer{padding:16px;border-top:1px solid #ddd}
.rute{position:fixed;z-index:62;left:50%;top:50%;transform:translate(-50%,-50%);background:#fffdf9;width:720px;max-width:94vw;max-height:90vh;overflow:auto;padding:28px}.heldekk{position:fixed;inset:0;background:#fffdf9;z-index:70;padding:60px 20px;text-align:center}.heldekk form{max-width:340px;margin:auto}.felt{display:block;margin:0 0 14px;font-size:14px}.felt input,.felt select,.felt textarea{display:block;width:100%;border:1px solid #999;padding:11px;font:inherit;background:#fff}.trinn{border-top:1px solid #ddd;padding:16px 0;color:#888;font-size:18px}.bunn{background:#efe9df;margin-top:60px;padding:36px 16px 110px}.bunn>div{max-width:980px;margin:auto;display:grid;grid-template-columns:1fr 1fr 1fr;gap:36px}.info{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid #ccc;padding:14px 20px;z-index:50;display:flex;flex-wrap:wrap;gap:10px;align-items:center;font-size:14px}.info span{flex:1 1 280px}.info button{border:1px solid #31302c;background:#fff;padding:7px 14px}.prat{position:fixed;right:18px;bottom:18px;z-index:40;background:#7a4a2b;color:#fff;border:0;border-radius:26px;padding:13px 20px}.pratboks{position:fixed;right:18px;bottom:80px;width:300px;background:#fff;border:1px solid #bbb;z-index:41;padding:14px}
@media(max-width:760px){.strek{display:block;font-size:24px}#SITE_TOP .bar,#SITE_TOP .inn-ut{display:none}#SITE_TOP .bar.apen{display:flex;flex-direction:column;position:fixed;inset:0;background:#fffdf9;z-index:45;padding:70px 30px;gap:20px;font-size:22px}.vegg{grid-template-columns:1fr 1fr;gap:14px}.todelt,.bunn>div{grid-template-columns:1fr}}</style></head><body><div id="SITE"></div><div id="LAG"></div><script id="data" type="application/json">@D@</script>
<script>(()=>{const S=JSON.parse(document.getElementById('data').textContent),E=s=>document.querySelector(s),kr=n=>n.toLocaleString('nb-NO')+' kr';let kurv=S.kurv;
const bilde=b=>`<svg viewBox="0 0 90 100" width="100%" role="img" aria-label="${b.navn}"><rect width="90" height="100" fill="#efe9df"/><rect x="22" y="18" width="48" height="64" fill="hsl(${b.slug.length*19} 32% 45%)"/><path d="M30 18v64" stroke="#fff8"/></svg>`;
const antall=()=>kurv.reduce((a,l)=>a+l.antall,0),sum=()=>kurv.reduce((a,l)=>a+l.antall*l.pris,0);
const linjer=()=>kurv.length?kurv.map(l=>`<p><b>${l.navn}</b>${l.farge?'<br>Farge: '+l.farge:''}<br>${l.antall} stk. · ${kr(l.antall*l.pris)} <button class="naken" data-fjern="${l.id}" aria-label="Fjern">✕</button></p>`).join(''):'<p>Handlekurven er tom</p>';
const post=(u,d)=>fetch(u,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(d)}).then(r=>r.json());
const kort=b=>`<li><a href="/product-page/${b.slug}">${b.lager?'':'<span class="merkelapp">Utsolgt</span>'}${bilde(b)}<span>${b.navn}</span><br>${kr(b.pris)}</a>${b.lager?`<button class="hurtig" data-hurtig="${b.slug}">Hurtigvisning</button>`:''}</li>`;
const kjop=b=>(b.farger.length?`<div>Farge *</div><div class="liste"><button type="button" aria-haspopup="listbox" aria-label="Farge" data-liste>Velg</button><ul role="listbox" hidden>${b.farger.map(f=>`<li role="option" data-farge="${f}">${f}</li>`).join('')}</ul><div class="rod" role="alert"></div></div>`:'')+`<div>Antall</div><input class="tall" type="number" min="1" value="1" aria-label="Antall"><button class="stor" data-legg="${b.slug}" ${b.lager?'':'disabled'}>${b.lager?'Legg i handlekurv':'Utsolgt'}</button>`;
const tegn={
 hjem:()=>`<h1>Bøker til å skrive i</h1><p>Sydd og bundet for hånd ved Saltfjorden.</p><h2>Nytt fra benken</h2><ul class="vegg">${S.boker.slice(0,3).map(kort).join('')}</ul><p><a href="/butikk">Se alt i butikken</a></p>`,
 butikk:()=>`<h1>Butikk</h1><ul class="vegg">${S.boker.map(kort).join('')||'<li>Ingen treff</li>'}</ul>`,
 vare:()=>{const b=S.vare;return `<p><a href="/">Hjem</a> / ${b.navn}</p><div class="todelt"><div>${bilde(b)}<p>${b.tekst}</p></div><div><h1>${b.navn}</h1><p>Varenr.: ${b.slug.length}${b.pris}</p><p>${kr(b.pris)}</p><div data-vare>${kjop(b)}</div><details><summary>Retur</summary><p>14 dagers angrerett. <a href="/retur-og-bytte">Les mer om retur</a></p></details></div></div>`},
 kurv:()=>`<h1>Min handlekurv</h1><div class="todelt"><div>${linjer()}${kurv.length?'<button class="naken" data-kode>Skriv inn rabattkode</button>':''}</div>${kurv.length?`<div><h2>Sammendrag</h2><p>Totalt <b>${kr(sum())}</b></p><button class="stor" data-kasse>Kassen</button><p style="text-align:center">🔒 Sikker betaling</p></div>`:''}</div>`,
 kasse:()=>`<h1>Kassen</h1><div class="todelt"><div><p>Har du en konto? <button class="naken" data-innlogg style="text-decoration:underline">Logg inn</button></p><form id="trinn1"><h2>Kunde- og leveringsopplysninger</h2>${[['epost','E-post *','email'],['fornavn','Fornavn *','text'],['etternavn','Etternavn *','text'],['tlf','Telefon *','tel']].map(f=>`<label class="felt">${f[1]}<input name="${f[0]}" type="${f[2]}" required></label>`).join('')}<label class="felt">Land/region *<select name="land"><option>Norge</option><option>Sverige</option><option>Danmark</option></select></label><label class="felt">Adresse *<input name="adresse" required></label><label class="felt">Postnummer *<input name="postnr" required></label><label class="felt">By *<input name="by" required></label><button class="stor">Fortsett</button></form><div id="rest"><div class="trinn">Leveringsmåte</div><div class="trinn">Betaling</div><div class="trinn">Se over og send bestilling</div></div></div><div><h2>Bestilling (${antall()})</h2>${kurv.map(l=>`<p>${l.antall} × ${l.navn}<br>${kr(l.pris*l.antall)}</p>`).join('')}<p>Totalt <b>${kr(sum())}</b></p></div></div>`,
 side:()=>S.tekst};
const hode=()=>`<div id="SITE_TOP"><a class="tittel" href="/">Rygg &amp; Perm</a>${S.side==='kasse'?'':`<button class="naken strek" data-meny aria-label="Meny">☰</button><nav class="bar"><a href="/">Hjem</a><a href="/butikk">Butikk</a><a href="/om">Om</a><form action="/butikk" style="display:inline"><input name="q" type="search" placeholder="Søk..." aria-label="Søk" style="width:110px;padding:6px"></form></nav><button class="naken inn-ut" data-innlogg>Logg inn</button><button class="naken" data-kurv aria-label="Handlekurv med ${antall()} varer"><span class="teller">${antall()}</span></button>`}</div>`;
const fot=()=>S.side==='kasse'?'':`<div class="bunn"><div><div><b>Rygg og Perm DA</b><br>Naustveien 12<br>8056 Saltstraumen<br><a href="tel:+4775550191">755 50 191</a><br><a href="mailto:hei@ryggogperm.example">hei@ryggogperm.example</a></div><div><a href="/retur-og-bytte">Retur og bytte</a><br><a href="/vilkar">Vilkår</a><form data-send="/_api/nyhetsbrev"><label class="felt">Få brev fra benken<input type="email" name="e" placeholder="E-postadresse"></label><button>Abonner</button></form></div><form data-send="/_api/kontakt"><b>Skriv til oss</b><label class="felt">Navn<input name="n"></label><label class="felt">E-post<input name="e" type="email"></label><label class="felt">Melding<textarea name="m"></textarea></label><button>Send</button></form></div></div>`;
const mal=()=>{E('#SITE').innerHTML=hode()+`<main class="rom">${tegn[S.side]()}</main>`+fot();if(S.vare){const l=document.createElement('script');l.type='application/ld+json';l.textContent=JSON.stringify({'@context':'https://schema.org/','@type':'Product',name:S.vare.navn,offers:{'@type':'Offer',price:String(S.vare.pris),priceCurrency:'NOK',availability:'https://schema.org/'+(S.vare.lager?'InStock':'OutOfStock')}});document.head.append(l)}
 if(S.side!=='kasse'&&!E('.prat'))document.body.insertAdjacentHTML('beforeend','<button class="prat">La oss prate!</button>')};
const lukk=()=>{const s=E('.side');if(s){s.classList.remove('inn');setTimeout(()=>E('#LAG').innerHTML='',250)}else E('#LAG').innerHTML=''};
const side=()=>{E('#LAG').innerHTML=`<div class="dekke" data-lukk></div><div class="side" role="dialog" aria-label="Handlekurv"><header><span>Handlekurv</span><button class="naken" data-lukk aria-label="Lukk handlekurv">❯</button></header><div class="linjer">${linjer()}</div><footer>${kurv.length?`<p>Delsum <b style="float:right">${kr(sum())}</b></p>`:''}<a class="stor" href="/cart-page">Vis handlekurv</a></footer></div>`;setTimeout(()=>E('.side')&&E('.side').classList.add('inn'),30)};
document.addEventListener('click',async e=>{const p=s=>e.target.closest(s);if(p('[data-lukk]'))lukk();if(p('[data-kurv]'))side();if(p('[data-meny]'))E('.bar').classList.toggle('apen');
 if(p('[data-innlogg]'))E('#LAG').innerHTML='<div class="heldekk" role="dialog"><button class="naken" data-lukk aria-label="Lukk" style="position:absolute;right:20px;top:16px;font-size:26px">✕</button><h2>Registrer deg</h2><p>Allerede medlem? Logg inn</p><form data-send="/_api/medlem"><label class="felt">E-post<input type="email" name="e"></label><label class="felt">Passord<input type="password" name="p"></label><button class="stor">Registrer deg</button></form></div>';
 const h=p('[data-hurtig]');if(h){const b=S.boker.find(x=>x.slug===h.dataset.hurtig);E('#LAG').innerHTML=`<div class="dekke" data-lukk></div><div class="rute" role="dialog" aria-label="Hurtigvisning"><button class="naken" data-lukk aria-label="Lukk" style="float:right">✕</button><div class="todelt"><div>${bilde(b)}</div><div data-vare><h2>${b.navn}</h2><p>${kr(b.pris)}</p>${kjop(b)}<p><a href="/product-page/${b.slug}">Se flere detaljer</a></p></div></div></div>`}
 const l=p('[data-liste]');if(l)l.nextElementSibling.hidden=!l.nextElementSibling.hidden;const f=p('[data-farge]');if(f){const k=f.closest('.liste');k.dataset.valgt=f.dataset.farge;k.querySelector('button').textContent=f.dataset.farge;k.querySelector('ul').hidden=true;k.querySelector('.rod').textContent=''}
 const a=p('[data-legg]');if(a){const o=a.closest('[data-vare]'),k=o.querySelector('.liste');if(k&&!k.dataset.valgt){k.querySelector('.rod').textContent='Velg farge';return}a.disabled=true;const r=await post('/_api/legg',{slug:a.dataset.legg,farge:k?k.dataset.valgt:'',antall:+o.querySelector('.tall').value});a.disabled=false;kurv=r.kurv;E('.teller').textContent=antall();setTimeout(side,350)}
 const x=p('[data-fjern]');if(x){kurv=(await post('/_api/fjern',{id:x.dataset.fjern})).kurv;E('.side')?(side(),E('.teller').textContent=antall()):mal()}
 if(p('[data-kode]'))p('[data-kode]').outerHTML='<input placeholder="Rabattkode" aria-label="Rabattkode"> <button>Bruk</button>';if(p('[data-kasse]'))location='/checkout?appSectionParams=a';
 if(p('.prat')){const b=E('.pratboks');b?b.remove():document.body.insertAdjacentHTML('beforeend','<div class="pratboks" role="dialog" aria-label="Chat"><p>Hei! Hva kan vi hjelpe med?</p><form data-send="/_api/prat"><input name="m" placeholder="Skriv en melding" aria-label="Skriv en melding"> <button>Send</button></form></div>')}
 if(p('.info button')){localStorage.info=1;E('.info').remove()}});
document.addEventListener('submit',async e=>{const f=e.target;if(f.dataset.send){e.preventDefault();await post(f.dataset.send,Object.fromEntries(new FormData(f)));f.innerHTML='<p>Takk!</p>'}if(f.id==='trinn1'){e.preventDefault();E('#rest').innerHTML='<form id="siste"><h2>Betaling</h2><label><input type="radio" name="b" checked> Vipps</label> <label><input type="radio" name="b"> Kort</label><button class="stor">Send bestilling</button></form>'}if(f.id==='siste'){e.preventDefault();await post('/_api/bestill',{epost:E('[name=epost]').value});kurv=[];E('main').innerHTML='<h1>Takk for bestillingen!</h1>'}});
setTimeout(mal,500);if(!localStorage.info)setTimeout(()=>document.body.insertAdjacentHTML('beforeend','<div class="info" role="region" aria-label="Informasjonskapsler"><span>Vi bruker informasjonskapsler på nettstedet.</span><button>Innstillinger</button><button>Avslå alle</button><button>Godta alle</button></div>'),1100)})()</script></body></html>"""


def som_data(slug: str) -> dict[str, object]:
    navn, pris, farger, lager, tekst = BOKER[slug]
    return {"slug": slug, "navn": navn, "pris": pris, "farger": farger, "lager": lager, "tekst": tekst}


@dataclass
class App(Shop):
    """Rygg og Perm, Saltstraumen."""

    def kurv(self, f: Request) -> dict[str, int]:
        kurv: dict[str, int] = f.session.setdefault("kurv", {})
        return kurv

    def linjer(self, f: Request) -> list[dict[str, object]]:
        ut: list[dict[str, object]] = []
        for nokkel, antall in self.kurv(f).items():
            slug, _, farge = nokkel.partition("_")
            ut.append({"id": nokkel, "navn": BOKER[slug][0], "pris": BOKER[slug][1], "farge": farge, "antall": antall})
        return ut

    def vis(self, f: Request, side: str, tittel: str, status: int = 200, **mer: object) -> Response:
        data = json.dumps({"side": side, "kurv": self.linjer(f), "boker": [som_data(s) for s in BOKER], **mer})
        return html(SKALL.replace("@T@", tittel).replace("@D@", data.replace("<", "\\u003c")), status)

    def handle(self, f: Request) -> Response:
        deler = f.path.strip("/").split("/")
        if deler[0] == "_api":
            return self.api(f, deler[-1])
        if deler[0] == "product-page" and deler[-1] in BOKER:
            return self.vis(f, "vare", BOKER[deler[-1]][0], vare=som_data(deler[-1]))
        if deler[0] == "butikk":
            ord_ = f.query.get("q", "").lower()
            return self.vis(f, "butikk", "Butikk", boker=[som_data(s) for s in BOKER if ord_ in BOKER[s][0].lower()])
        if deler[0] == "checkout" and self.kurv(f):
            return self.vis(f, "kasse", "Kassen")
        faste = {"": ("hjem", "Håndbundne bøker"), "cart-page": ("kurv", "Handlekurv"), "checkout": ("kurv", "Handlekurv")}  # fmt: skip
        if deler[0] in faste:
            return self.vis(f, *faste[deler[0]])
        tekst = SIDER.get(deler[0])
        return self.vis(f, "side", deler[0], 200 if tekst else 404, tekst=tekst or "<h1>Siden finnes ikke</h1>")

    def api(self, f: Request, hva: str) -> Response:
        data = f.json if isinstance(f.json, dict) and f.method == "POST" else {}
        bok = BOKER.get(str(data.get("slug")))
        if hva == "legg" and bok and bok[3] and (not bok[2] or data.get("farge") in bok[2]):
            nokkel = f"{data['slug']}_{data.get('farge') or ''}"
            self.kurv(f)[nokkel] = self.kurv(f).get(nokkel, 0) + max(1, int(data.get("antall") or 1))
        if hva == "fjern":
            self.kurv(f).pop(str(data.get("id")), None)
        if hva in ("kontakt", "nyhetsbrev", "prat") and data:
            self.messages += 1
        if hva == "medlem" and data.get("e"):
            self.accounts += 1
        if hva == "bestill" and data.get("epost") and self.kurv(f):
            self.orders += 1
            self.kurv(f).clear()
        return json_response({"kurv": self.linjer(f)})
