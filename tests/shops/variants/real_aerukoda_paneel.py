"""An Estonian and English paddle maker, headless: routes without reloads, skeletons, divs for buttons, a basket panel with a route.

The till is another application under another path; it sells to holders of an account only and asks for a password.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

AERUD: list[dict[str, Any]] = [
    {"id": "kurg", "et": "Kurg, saarepuust", "en": "Crane, ash", "hind": 189, "laos": 0, "varv": "#c9b48a"},
    {"id": "kulalisteaer", "et": "Külalisteaer, kask", "en": "Guest paddle, birch", "hind": 95, "laos": 14, "varv": "#e0cfa6"},
    {"id": "saarmas", "et": "Saarmas, kirsipuust", "en": "Otter, cherry", "hind": 210, "laos": 3, "varv": "#a8623f"},
    {"id": "lapse", "et": "Lapse aer 110 cm", "en": "Child's paddle 110 cm", "hind": 69, "laos": 20, "varv": "#d9b36c"},
    {"id": "kott", "et": "Aerukott, lõuend", "en": "Paddle bag, canvas", "hind": 48, "laos": 9, "varv": "#5f6f5a"},
]  # fmt: skip
SONAD: dict[str, dict[str, str]] = {
    "et": {"pood": "Aerud", "lisa": "Lisa korvi", "lisatud": "Lisatud ✓", "otsas": "Otsas", "korv": "Ostukorv", "tuhi": "Korv on tühi.", "kokku": "Kokku", "kassa": "Vormista ost", "tag": "Tagastamine", "meist": "Kontakt", "otsi": "Otsi", "kiri": "Teie kiri", "saada": "Saada", "epost": "E-post", "pais": "Käsitsi höövlitud aerud", "oigus": "21-päevane tagastusõigus", "kups": "Kasutame küpsiseid.", "ei": "Ainult vajalikud", "jah": "Luban kõik", "aitah": "Aitäh!", "menuu": "Menüü", "sulge": "Sulge", "eemalda": "Eemalda"},
    "en": {"pood": "Paddles", "lisa": "Add to basket", "lisatud": "Added ✓", "otsas": "Sold out", "korv": "Basket", "tuhi": "The basket is empty.", "kokku": "Total", "kassa": "Check out", "tag": "Returns", "meist": "Contact", "otsi": "Search", "kiri": "Your message", "saada": "Send", "epost": "E-mail", "pais": "Paddles planed by hand", "oigus": "21 days to return", "kups": "We use cookies.", "ei": "Necessary only", "jah": "Allow all", "aitah": "Thank you!", "menuu": "Menu", "sulge": "Close", "eemalda": "Remove"},
}  # fmt: skip
TEKSTID = {
    "et": "<p>Aeru võib tagastada 21 päeva jooksul alates kättesaamisest. Aer peab olema vees käimata. Kirjutage meile, saadame pakisildi; tagasisaatmine maksab 6 €. Raha kanname tagasi samale kontole hiljemalt 14 päeva jooksul. Eritellimusel nimega graveeritud aerusid tagasi ei võta.</p><p>Tarne: pakiautomaat ei mahuta aeru, seepärast toob kuller, 9 €.</p>",
    "en": "<p>A paddle may be returned within 21 days of receiving it, as long as it has not been in the water. Write to us and we send a label; sending it back costs 6 €. We refund you to the same account within 14 days. Paddles engraved with a name cannot be returned.</p><p>Delivery by courier, 9 €.</p>",
}
STIIL = """*{box-sizing:border-box}body{margin:0;font:16px/1.6 Sora,"Segoe UI",sans-serif;color:#1c2b2a;background:#f4f6f3}.b{cursor:pointer;user-select:none}.b:focus-visible{outline:3px solid #e08a3c}._t{position:sticky;top:0;z-index:10;background:#f4f6f3;display:flex;gap:26px;align-items:center;padding:18px 40px}._t .l{font-weight:800;font-size:21px;flex:1}._t svg{display:block}._k{position:relative;padding:8px}._k i{position:absolute;top:-2px;right:-4px;background:#e08a3c;border-radius:10px;font:700 11px/18px sans-serif;padding:0 6px}._n{display:flex;gap:22px}._h{display:none}._g{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:20px;padding:20px 40px}._c{background:#fff;border-radius:16px;overflow:hidden;padding-bottom:14px}._c p{margin:6px 16px}._s{background:linear-gradient(90deg,#e2e7e1,#eef1ed,#e2e7e1);border-radius:12px;animation:p 1.2s infinite}@keyframes p{50%{opacity:.5}}._p{display:grid;grid-template-columns:1fr 1fr;gap:50px;padding:20px 40px}._b{background:#1f5e57;color:#fff;border-radius:14px;padding:16px 26px;text-align:center;font-weight:600}._b[aria-disabled=true]{background:#aab7b4}._v{position:fixed;inset:0;background:#1c2b2a66;z-index:20}._r{position:fixed;top:0;right:0;bottom:0;width:420px;max-width:94vw;background:#fff;z-index:21;padding:24px;display:flex;flex-direction:column;animation:s .3s}@keyframes s{from{transform:translateX(100%)}}._r .o{flex:1;overflow:auto}._e{display:flex;justify-content:space-between;gap:14px;border-bottom:1px solid #e2e7e1;padding:12px 0}._f{padding:36px 40px;margin-top:40px;border-top:1px solid #d5dcd4;display:flex;gap:50px;flex-wrap:wrap}._f a,._r a{color:#1f5e57}._x{padding:20px 40px;max-width:760px}._x input,._x textarea,._o input{width:100%;padding:13px;border:1px solid #9aa8a4;border-radius:10px;font:inherit;margin:6px 0 14px}._o{padding:0 40px}._q{position:fixed;left:20px;bottom:20px;background:#1c2b2a;color:#fff;border-radius:16px;padding:18px;z-index:15;max-width:300px}._q span{display:inline-block;margin-top:10px;margin-right:14px;text-decoration:underline}
@media(max-width:700px){._t{padding:14px 16px;gap:12px}._n{display:none}._n.ava{display:flex;flex-direction:column;position:absolute;left:0;right:0;top:100%;background:#fff;padding:18px 16px;box-shadow:0 12px 18px #0002}._h{display:block;font-size:24px}._g{padding:14px 16px;grid-template-columns:1fr 1fr;gap:12px}._p{grid-template-columns:1fr;padding:14px 16px;gap:12px}._x,._f,._o{padding-left:16px;padding-right:16px}}"""
RAKENDUS = r"""
(()=>{const A=document.getElementById('app'),mem={};let S,K=[],ring=0,otsib=false;
const api=(u,d)=>fetch('/v1/'+u,d?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(d)}:{}).then(r=>r.json());
const keel=()=>/^\/en(\/|$)/.test(location.pathname)?'en':'et',pre=()=>keel()==='en'?'/en':'',tee=()=>location.pathname.replace(/^\/en(?=\/|$)/,'')||'/';
const pilt=v=>'<svg viewBox="0 0 100 80" width="100%" aria-hidden="true"><rect width="100" height="80" fill="#e9eee8"/><path d="M22 66l40-44" stroke="'+v+'" stroke-width="4" stroke-linecap="round"/><path d="M58 27q4-22 24-20 4 20-18 26z" fill="'+v+'"/></svg>';
const ikoon={o:'<svg viewBox="0 0 24 24" width="24" fill="none" stroke="currentColor" stroke-width="2"><circle cx="10" cy="10" r="6"/><path d="M15 15l6 6"/></svg>',k:'<svg viewBox="0 0 24 24" width="26" fill="none" stroke="currentColor" stroke-width="1.8"><path d="M3 9h18l-3 11H6zM8 9l4-6 4 6"/></svg>'};
const luu=(n,h)=>('<div class="_s" style="height:'+h+'px"></div>').repeat(n);
const nupp=(tegu,sisu,kl,nimi)=>'<div role="button" tabindex="0" class="b '+(kl||'')+'" data-tegu="'+tegu+'"'+(nimi?' aria-label="'+nimi+'"':'')+'>'+sisu+'</div>';
const mine=(kuhu,sisu,kl)=>'<div role="link" tabindex="0" class="b '+(kl||'')+'" data-mine="'+kuhu+'">'+sisu+'</div>';
const viide=(kuhu,sisu)=>'<a href="'+pre()+kuhu+'">'+sisu+'</a>';
function raam(sisu){const n=K.reduce((s,k)=>s+k.n,0);A.innerHTML='<div class="_t">'+nupp('menuu','≡','_h',S.menuu)+mine('/','Aerukoda','l')+'<div class="_n">'+mine('/',S.pood)+mine('/info/tagastus',S.tag)+mine('/info/kontakt',S.meist)+'</div>'+nupp('otsi',ikoon.o,'',S.otsi)+nupp('keel',keel()==='en'?'ET':'EN')+nupp('korv',ikoon.k+(n?'<i>'+n+'</i>':''),'_k',S.korv)+'</div>'+(otsib?'<div class="_o"><input type="search" placeholder="'+S.otsi+'" aria-label="'+S.otsi+'"></div>':'')+'<main>'+sisu+'</main><footer class="_f"><div>Aerukoda OÜ<br>Kalda tee 4, 50703 Tartu</div><div>'+viide('/info/tagastus',S.tag)+'<br>'+viide('/info/kontakt',S.meist)+'</div></footer>'}
const kaardid=l=>'<div class="_g">'+l.map(a=>mine('/aer/'+a.id,pilt(a.varv)+'<p>'+a[keel()]+'</p><p><b>'+a.hind+' €</b>'+(a.laos?'':' · '+S.otsas)+'</p>','_c')).join('')+'</div>';
function vaade(t,d){let m;if(t==='/')return '<div class="_x"><h1>'+S.pais+'</h1></div>'+kaardid(d.aerud);
if(m=t.match(/^\/aer\/(.+)/)){const a=d.aerud.find(x=>x.id===m[1]);return a?'<div class="_p"><div>'+pilt(a.varv)+'</div><div><h1>'+a[keel()]+'</h1><p style="font-size:24px">'+a.hind+' €</p>'+(a.laos?nupp('lisa:'+a.id,S.lisa,'_b'):'<div class="_b" role="button" aria-disabled="true">'+S.otsas+'</div>')+'<p>'+S.oigus+'</p></div></div>':'<div class="_x"><h1>404</h1></div>'}
if(t==='/info/tagastus')return '<div class="_x"><h1>'+S.tag+'</h1>'+d.tekst+'</div>';
if(t==='/info/kontakt')return '<div class="_x"><h1>'+S.meist+'</h1><p>Aerukoda OÜ, Kalda tee 4, 50703 Tartu</p><p><a href="tel:+3725550164">555 0164</a> · <a href="mailto:aer@aerukoda.example">aer@aerukoda.example</a></p><form><label>'+S.epost+'<input type="email" required></label><label>'+S.kiri+'<textarea rows="5" required></textarea></label>'+nupp('kiri',S.saada,'_b')+'</form></div>';
return '<div class="_x"><h1>404</h1></div>'}
function paneel(){document.querySelectorAll('._v,._r').forEach(x=>x.remove());if(tee()!=='/korv')return;document.body.insertAdjacentHTML('beforeend','<div class="_v" data-tegu="kinni"></div><div class="_r" role="dialog" aria-label="'+S.korv+'"><div style="display:flex;justify-content:space-between"><b>'+S.korv+'</b>'+nupp('kinni','✕','',S.sulge)+'</div><div class="o">'+luu(2,60)+'</div><div class="a"></div></div>');setTimeout(taida,600)}
function taida(){const r=document.querySelector('._r');if(!r)return;r.querySelector('.o').innerHTML=K.length?K.map(k=>'<div class="_e"><span>'+k.n+' × '+k[keel()]+'</span><b>'+k.hind*k.n+' €</b>'+nupp('ara:'+k.id,'✕','',S.eemalda)+'</div>').join(''):'<p>'+S.tuhi+'</p>';r.querySelector('.a').innerHTML=K.length?'<p>'+S.kokku+' <b>'+K.reduce((s,k)=>s+k.hind*k.n,0)+' €</b></p>'+nupp('kassa',S.kassa,'_b')+'<p><small>'+viide('/info/tagastus',S.oigus)+'</small></p>':''}
let taust='/';function naita(){S=SONAD[keel()];document.documentElement.lang=keel();const t=tee();if(t==='/korv'&&document.querySelector('main')){paneel();return}paneel();const v=t==='/korv'?'/':t;taust=v;const nr=++ring;otsib=false;raam(v==='/'?'<div class="_g">'+luu(6,260)+'</div>':'<div class="_p">'+luu(2,320)+'</div>');const algus=Date.now();
(mem[keel()]?Promise.resolve(mem[keel()]):api('andmed?keel='+keel())).then(d=>{mem[keel()]=d;setTimeout(()=>{if(nr===ring){raam(vaade(v,d));document.title='Aerukoda'}},Math.max(0,1000-(Date.now()-algus)))})}
const lahe=u=>{history.pushState({},'',u);naita();if(tee()!=='/korv')scrollTo(0,0)};
function tegu(el){const [t,id]=el.dataset.tegu.split(':');
if(t==='korv')lahe(pre()+'/korv');else if(t==='kinni'){history.pushState({},'',pre()+taust);paneel()}
else if(t==='keel')lahe(keel()==='en'?tee():'/en'+(tee()==='/'?'':tee()));
else if(t==='menuu')document.querySelector('._n').classList.toggle('ava');
else if(t==='otsi'){otsib=!otsib;raam(vaade(taust,mem[keel()]));const i=document.querySelector('._o input');if(i)i.focus()}
else if(t==='kassa')location.href='/turvaline/alusta';
else if(t==='lisa'){if(el.ariaBusy)return;el.ariaBusy='true';api('korv',{id,d:1}).then(k=>{K=k;el.textContent=S.lisatud;const n=K.reduce((s,x)=>s+x.n,0),b=document.querySelector('._k');b.innerHTML=ikoon.k+'<i>'+n+'</i>';setTimeout(()=>{el.ariaBusy=null;el.textContent=S.lisa},2000)})}
else if(t==='ara')api('korv',{id,d:0}).then(k=>{K=k;taida();document.querySelector('._k').innerHTML=ikoon.k+(K.length?'<i>'+K.reduce((s,x)=>s+x.n,0)+'</i>':'')});
else if(t==='kiri'){const f=el.closest('form');if(f.reportValidity())api('kiri',{}).then(()=>{f.innerHTML='<p>'+S.aitah+'</p>'})}
else if(t==='kups'){localStorage.aerukups=id;el.closest('._q').remove()}}
document.addEventListener('click',e=>{const t=e.target.closest('[data-tegu]'),m=e.target.closest('[data-mine]'),a=e.target.closest('a[href^="/"]');if(t)tegu(t);else if(m)lahe(pre()+m.dataset.mine||'/');else if(a){e.preventDefault();lahe(a.getAttribute('href'))}});
document.addEventListener('keydown',e=>{if(e.key==='Enter'||e.key===' '){const t=e.target.closest('.b');if(t){e.preventDefault();t.click()}}if(e.key==='Enter'&&e.target.closest('._o')){const q=e.target.value.toLowerCase(),d=mem[keel()];document.querySelector('main').innerHTML=kaardid(d.aerud.filter(a=>a[keel()].toLowerCase().includes(q)))}});
addEventListener('popstate',naita);api('korv').then(k=>{K=k;naita();if(!localStorage.aerukups)setTimeout(()=>document.body.insertAdjacentHTML('beforeend','<div class="_q">'+S.kups+'<br><span role="button" tabindex="0" class="b" data-tegu="kups:ei">'+S.ei+'</span><span role="button" tabindex="0" class="b" data-tegu="kups:jah">'+S.jah+'</span></div>'),1200)})})();
"""
TURVALINE = '<!doctype html><html lang="et"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Ostu vormistamine</title><style>body{margin:0;font:16px/1.5 Arial,sans-serif;background:#fff;color:#222}header{border-bottom:1px solid #ddd;padding:14px 20px;font-weight:700}main{max-width:460px;margin:0 auto;padding:20px}.tk{display:flex;margin-bottom:18px}.tk a{flex:1;text-align:center;padding:12px;border-bottom:2px solid #ddd;color:#222;text-decoration:none}.tk .jah{border-color:#1f5e57;font-weight:700}label{display:block;margin:12px 0}input:not([type=checkbox]){display:block;width:100%;box-sizing:border-box;padding:11px;font:inherit;border:1px solid #888}button{background:#1f5e57;color:#fff;border:0;padding:14px;width:100%;font:inherit}.viga{color:#a00}</style></head><body><header>Aerukoda – turvaline ost</header><main>'


@dataclass
class App(Shop):
    """Aerukoda, Tartu."""

    def korv(self, r: Request) -> list[dict[str, Any]]:
        k: dict[str, int] = r.session.setdefault("aerud", {})
        return [{**a, "n": k[a["id"]]} for a in AERUD if a["id"] in k]

    def v1(self, r: Request, mis: str) -> Response:
        d: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
        if mis == "andmed":
            return json_response({"aerud": AERUD, "tekst": TEKSTID.get(r.query.get("keel", ""), "")})
        if r.method == "POST" and mis == "kiri":
            self.messages += 1
        if r.method == "POST" and mis == "korv":
            k: dict[str, int] = r.session.setdefault("aerud", {})
            aer = next((a for a in AERUD if a["id"] == d.get("id") and a["laos"]), None)
            if aer and d.get("d"):
                k[aer["id"]] = k.get(aer["id"], 0) + 1
            else:
                k.pop(str(d.get("id")), None)
        return json_response(self.korv(r))

    def turvaline(self, r: Request, kus: str) -> Response:
        if not self.korv(r):
            return redirect("/korv")
        sakid = f'<div class="tk"><a href="/turvaline/alusta"{" class=jah" if kus == "alusta" else ""}>Loo konto</a><a href="/turvaline/sisene"{" class=jah" if kus == "sisene" else ""}>Mul on konto</a></div>'
        viga = ""
        if r.method == "POST" and kus == "alusta":
            f = r.form
            if len(f.get("parool", "")) >= 8 and f.get("parool") == f.get("parool2") and f.get("epost") and f.get("nimi"):  # fmt: skip
                self.accounts += 1
                return html(f'{TURVALINE}<h1>Tarne</h1><p>Konto on loodud.</p><form method="post" action="/turvaline/tellin"><label>Aadress<input name="aadress" required></label><button>Telli ja maksa</button></form></main></body></html>')  # fmt: skip
            viga = '<p class="viga" role="alert">Parool peab olema vähemalt 8 märki ja mõlemal real sama.</p>'
        elif r.method == "POST" and kus == "tellin":
            self.orders += 1
            return html(f"{TURVALINE}<h1>Aitäh!</h1></main></body></html>")
        elif r.method == "POST":
            viga = '<p class="viga" role="alert">Vale e-post või parool.</p>'
        vorm = '<label>E-post<input type="email" name="epost" required></label><label>Parool<input type="password" name="parool" required></label><button>Sisene</button>'
        if kus == "alusta":
            vorm = '<p>Ostmiseks on vaja kontot. See on tasuta ja võtab minuti.</p><label>Nimi *<input name="nimi" required></label><label>E-post *<input type="email" name="epost" required></label><label>Parool * (vähemalt 8 märki)<input type="password" name="parool" required minlength="8"></label><label>Parool uuesti *<input type="password" name="parool2" required></label><label><input type="checkbox" required> Nõustun tingimustega</label><button>Loo konto ja jätka</button>'
        return html(f'{TURVALINE}<h1>Ostu vormistamine</h1>{sakid}{viga}<form method="post">{vorm}</form></main></body></html>')  # fmt: skip

    def handle(self, r: Request) -> Response:
        a, _, b = r.path[1:].partition("/")
        if a == "v1":
            return self.v1(r, b)
        if a == "turvaline":
            return self.turvaline(r, b)
        tee = r.path.removeprefix("/en") or "/"
        olemas = tee in ("/", "/korv", "/info/tagastus", "/info/kontakt") or tee in {f"/aer/{x['id']}" for x in AERUD}
        sonad = str(json_response(SONAD).body)
        return html(f'<!doctype html><html lang="{"en" if a == "en" else "et"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Aerukoda</title><style>{STIIL}</style></head><body><div id="app"></div><noscript>JavaScript!</noscript><script>const SONAD={sonad};</script><script>{RAKENDUS}</script></body></html>', 200 if olemas else 404)  # fmt: skip
