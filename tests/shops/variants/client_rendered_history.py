"""All pages of this Estonian tea shop are drawn by script from a JSON API, with addresses changed by the history interface.

The served page is an empty root; class names are hashed; add to cart only changes a number in a badge after a delay.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

TEAS = [
    {
        "id": "t1",
        "slug": "pohjala-hommik",
        "nimi": "Põhjala hommik",
        "liik": "must",
        "hind": 6.9,
        "laos": True,
        "kaalud": [],
        "jutt": "Must tee astelpaju ja meega.",
    },
    {
        "id": "t2",
        "slug": "sencha-kyoto",
        "nimi": "Sencha Kyoto",
        "liik": "roheline",
        "hind": 9.5,
        "laos": True,
        "kaalud": ["50 g", "100 g"],
        "jutt": "Esimene korje, merevetikane ja magus.",
    },
    {
        "id": "t3",
        "slug": "kummel-metsast",
        "nimi": "Kummel Võrumaalt",
        "liik": "taimne",
        "hind": 4.2,
        "laos": True,
        "kaalud": [],
        "jutt": "Käsitsi korjatud kummeliõied.",
    },
    {
        "id": "t4",
        "slug": "earl-grey-sinine",
        "nimi": "Earl Grey sinine",
        "liik": "must",
        "hind": 7.4,
        "laos": False,
        "kaalud": [],
        "jutt": "Bergamott ja rukkilill.",
    },
    {
        "id": "t5",
        "slug": "pohla-pihlakas",
        "nimi": "Pohla-pihlaka tõmmis",
        "liik": "taimne",
        "hind": 5.6,
        "laos": True,
        "kaalud": [],
        "jutt": "Kuivatatud marjad, kofeiinivaba.",
    },
]

CSS = """
:root{--g:#3f5d4a}*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#26302a}
._h1x9a{display:flex;align-items:center;gap:24px;padding:16px 5vw;border-bottom:1px solid #e3e8e4}
._h1x9a a{color:inherit;text-decoration:none}._lg77{font-weight:700;font-size:22px;color:var(--g)!important;margin-right:auto}
._nv2k{display:flex;gap:20px}._bt3z{border:1px solid var(--g);background:#fff;border-radius:20px;padding:6px 16px;font:inherit;cursor:pointer}
._mb0{display:none}._gr8p{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:22px;padding:24px 5vw}
._cd5q{border-radius:10px;background:#f4f7f5;padding:16px;text-decoration:none;color:inherit}._cd5q svg{width:100%;height:140px}
._pd4w{display:grid;grid-template-columns:1fr 1fr;gap:40px;padding:30px 5vw}._ac1m{background:var(--g);color:#fff;border:0;border-radius:8px;padding:14px 34px;font:inherit;cursor:pointer}
._ac1m[disabled]{opacity:.5}._sw6{display:flex;gap:8px;margin:14px 0}._sw6 button{padding:8px 16px;border:1px solid #9ab;border-radius:6px;background:#fff}
._sw6 button[aria-checked=true]{background:#dcebe1;border-color:var(--g)}._pg{padding:24px 5vw;max-width:820px}._rw{display:flex;gap:16px;border-bottom:1px solid #e3e8e4;padding:10px 0}
._rw span:first-child{flex:1}._fi{display:grid;gap:4px;margin-bottom:12px}._fi input,._fi select{padding:10px;border:1px solid #9ab;border-radius:6px;font:inherit}
._ft9{padding:24px 5vw;background:#f4f7f5;margin-top:40px;font-size:14px}._ft9 a{color:var(--g);margin-right:14px}._sk{height:200px;background:#eef1ef;margin:24px 5vw;border-radius:10px}
@media(max-width:700px){._nv2k{display:none}._nv2k._op{display:grid;position:absolute;top:62px;left:0;right:0;background:#fff;padding:20px 5vw;z-index:9;border-bottom:1px solid #ccc}
._mb0{display:block}._pd4w{grid-template-columns:1fr}._gr8p{grid-template-columns:1fr 1fr;gap:12px}}
"""

APP = r"""
(()=>{const root=document.getElementById('app');let kaup=[],korv={read:[]},valik=null,menu=false;
const eur=x=>x.toFixed(2).replace('.',',')+' €';
function e(tag,props,...kids){const n=document.createElement(tag);for(const[k,v]of Object.entries(props||{})){if(k.startsWith('on'))n.addEventListener(k.slice(2),v);
 else if(v===true)n.setAttribute(k,'');else if(v!==false&&v!=null)n.setAttribute(k,v)}for(const c of kids.flat()){if(c!=null)n.append(c)}return n}
const go=to=>{history.pushState({},'',to);valik=null;menu=false;draw();scrollTo(0,0)};
const A=(to,cls,...k)=>e('a',{href:to,class:cls,onclick:ev=>{ev.preventDefault();go(to)}},...k);
const pilt=t=>{const d=e('div',{class:'_pc'});const c={must:'#8a5a3b',roheline:'#7fa05a',taimne:'#d8b24a'}[t.liik];
 d.innerHTML=`<svg viewBox="0 0 100 70" role="img" aria-label="${t.nimi}"><rect width="100" height="70" fill="#fff"/><path d="M25 25h50l-7 32H32z" fill="${c}"/><path d="M75 30q14 4 -3 18" fill="none" stroke="${c}" stroke-width="4"/></svg>`;return d};
const kaart=t=>A('/tee/'+t.slug,'_cd5q',pilt(t),e('div',{},t.nimi),e('strong',{},t.laos?eur(t.hind):'Otsas'));
async function api(u,body){const r=await fetch(u,body?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(body)}:{});return r.json()}
const arv=()=>korv.read.reduce((s,r)=>s+r.n,0);
function head(){return e('header',{class:'_h1x9a'},e('button',{class:'_bt3z _mb0','aria-expanded':String(menu),onclick:()=>{menu=!menu;draw()}},'Menüü'),A('/','_lg77','Teekamber'),
 e('nav',{class:'_nv2k'+(menu?' _op':'')},...[['must','Must tee'],['roheline','Roheline tee'],['taimne','Taimeteed']].map(([k,n])=>A('/valik/'+k,'',n))),
 A('/korv','_bt3z','Korv · '+arv()))}
function foot(){return e('footer',{class:'_ft9'},A('/info/tagastamine','','Tagastamine'),A('/info/privaatsus','','Privaatsus'),A('/info/kontakt','','Kontakt'),e('div',{},'Teekamber OÜ, Rüütli 11, 51007 Tartu'))}
const INFO={tagastamine:['Tagastamine','Avamata teepaki saad tagastada 14 päeva jooksul alates kättesaamisest. Raha kanname tagasi hiljemalt 14 päeva jooksul. Tagastuskulu kannab ostja. Avatud toidukaupu hügieeni tõttu tagasi ei võta.'],
 privaatsus:['Privaatsus','Töötleme isikuandmeid ainult tellimuse täitmiseks.'],kontakt:['Kontakt','Kirjuta: teekamber@teekamber.example. Helista: +372 5555 0123, E–R 10–17.']};
function toode(t){const nupp=e('button',{class:'_ac1m',disabled:t.kaalud.length>0&&!valik||!t.laos,onclick:async()=>{nupp.textContent='Lisan…';korv=await api('/api/korv',{id:t.id,kaal:valik});
 setTimeout(()=>{draw();const s=document.querySelector('[role=status]');if(s)s.textContent=t.nimi+' on nüüd korvis.'},350)}},t.laos?'Pane korvi':'Otsas');
 return e('section',{class:'_pd4w'},pilt(t),e('div',{},e('h1',{},t.nimi),e('p',{},t.jutt),e('p',{},e('strong',{},eur(t.hind))),
 t.kaalud.length?e('div',{class:'_sw6',role:'radiogroup','aria-label':'Kaal'},t.kaalud.map(k=>e('button',{role:'radio','aria-checked':String(valik===k),onclick:()=>{valik=k;draw()}},k))):null,nupp,e('p',{role:'status'})))}
function kassa(){const V=[['eesnimi','Eesnimi'],['perenimi','Perekonnanimi'],['meil','E-post'],['tel','Telefon']];const f=e('form',{onsubmit:async ev=>{ev.preventDefault();const d=Object.fromEntries(new FormData(f));
 const r=await api('/api/tellimus',d);if(r.ok)f.replaceWith(e('h2',{},'Aitäh! Tellimus on vastu võetud.'))}},
 V.map(([n,t])=>e('label',{class:'_fi'},t,e('input',{name:n,type:n==='meil'?'email':n==='tel'?'tel':'text',required:true}))),
 e('label',{class:'_fi'},'Pakiautomaat',e('select',{name:'automaat',required:true},e('option',{value:''},'Vali pakiautomaat'),...['Tartu Lõunakeskus','Tallinn Viru','Pärnu Port Artur'].map(x=>e('option',{},x)))),
 e('fieldset',{},e('legend',{},'Makseviis'),...['Pangalink','Kaart'].map((m,i)=>e('label',{},e('input',{type:'radio',name:'makse',value:m,checked:i===0}),' '+m+' '))),e('br'),e('button',{class:'_ac1m'},'Kinnita ja maksa'));
 return e('section',{class:'_pg'},e('h1',{},'Tellimuse vormistamine'),f)}
function body(){const p=location.pathname.split('/').filter(Boolean);if(!p.length)return e('section',{},e('div',{class:'_pg'},e('h1',{},'Tee, mis soojendab'),e('p',{},'Väikesed partiid, otse kasvatajalt.')),e('div',{class:'_gr8p'},kaup.slice(1,5).map(kaart)));
 if(p[0]==='valik')return e('div',{class:'_gr8p'},kaup.filter(t=>t.liik===p[1]).map(kaart));
 if(p[0]==='tee'){const t=kaup.find(t=>t.slug===p[1]);if(t)return toode(t)}
 if(p[0]==='info'&&INFO[p[1]])return e('section',{class:'_pg'},e('h1',{},INFO[p[1]][0]),e('p',{},INFO[p[1]][1]));
 if(p[0]==='korv')return e('section',{class:'_pg'},e('h1',{},'Korv'),...(korv.read.length?[...korv.read.map(r=>e('div',{class:'_rw'},e('span',{},r.nimi+(r.kaal?' '+r.kaal:'')),e('span',{},r.n+' tk'),e('span',{},eur(r.hind*r.n)),
  e('button',{onclick:async()=>{korv=await api('/api/korv',{id:r.id,kaal:r.kaal,eemalda:true});draw()}},'Eemalda'))),e('p',{},e('button',{class:'_ac1m',onclick:()=>go('/vormista')},'Vormista ost'))]:[e('p',{},'Siin pole veel midagi.')]));
 if(p[0]==='vormista'&&korv.read.length)return kassa();
 return e('section',{class:'_pg'},'Lehte ei leitud')}
function draw(){root.replaceChildren(head(),e('main',{},body()),foot());document.title='Teekamber'}
addEventListener('popstate',draw);
setTimeout(async()=>{[kaup,korv]=await Promise.all([api('/api/kaup'),api('/api/korv')]);draw()},250)})();
"""


@dataclass
class App(Shop):
    """Teekamber, an Estonian single page shop."""

    def _lines(self, cart: dict[str, int]) -> dict[str, object]:
        rows = []
        for key, n in cart.items():
            ident, _, weight = key.partition("|")
            tea = next(t for t in TEAS if t["id"] == ident)
            rows.append({"id": ident, "kaal": weight, "nimi": tea["nimi"], "hind": tea["hind"], "n": n})
        return {"read": rows}

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        cart: dict[str, int] = r.session.setdefault("korv", {})
        if r.path == "/api/kaup":
            return json_response(TEAS)
        if r.path == "/api/korv":
            if r.method == "POST" and isinstance(r.json, dict):
                tea = next((t for t in TEAS if t["id"] == r.json.get("id")), None)
                key = f"{r.json.get('id')}|{r.json.get('kaal') or ''}"
                if r.json.get("eemalda"):
                    cart.pop(key, None)
                elif tea and tea["laos"]:
                    cart[key] = cart.get(key, 0) + 1
            return json_response(self._lines(cart))
        if r.path == "/api/tellimus" and r.method == "POST":
            self.orders += 1
            cart.clear()
            return json_response({"ok": True})
        if r.path.startswith("/api/") or "." in r.path:
            return Response("", 404)
        return html(
            '<!doctype html><html lang="et"><head><meta charset="utf-8"><title>Teekamber</title>'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{CSS}</style></head>'
            f'<body><noscript>Palun luba JavaScript.</noscript><div id="app"><div class="_sk"></div></div><script>{APP}</script></body></html>'
        )
