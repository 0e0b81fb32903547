"""A headless Estonian coffee shop: virtual tree, skeletons, answers that take 600 ms, a list that holds only what is on the screen.

A toast follows adding; the small cart opens by a press and fetches its lines; the till is a chooser with a guest button.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response

MAAD = (
    "Etioopia",
    "Keenia",
    "Colombia",
    "Guatemala",
    "Peruu",
    "Rwanda",
    "Brasiilia",
    "Honduras",
    "Burundi",
    "Costa Rica",
)
TALUD = ("Udu", "Oja", "Mägi", "Lehise", "Kivi", "Päikese")
KOHVID: list[dict[str, Any]] = [
    {
        "id": f"k{i + 1:02d}",
        "nimi": f"{MAAD[i % 10]} {TALUD[i // 10]} 250 g",
        "senti": 990 + i * 37 % 600,
        "laos": i % 9 != 0,
        "jahvatus": ["Uba", "Filter", "Espresso"] if i % 4 == 1 else [],
        "hinne": round(4.1 + i * 7 % 9 / 10, 1) if i % 3 == 2 else None,
    }
    for i in range(60)
]
CSS = """*{box-sizing:border-box}body{margin:0;font:16px/1.5 "Work Sans",system-ui,sans-serif;color:#1b1b1b}.css-1hd{display:flex;align-items:center;gap:20px;height:64px;padding:0 28px;position:sticky;top:0;background:#fffffff2;z-index:8;border-bottom:1px solid #eee}.css-lgo{font-weight:800;text-decoration:none;color:inherit;font-size:20px}.css-nav{display:flex;gap:20px;margin-right:auto}.css-nav a,.css-ft a{color:inherit}.css-ib{width:44px;height:44px;border:0;background:none;position:relative;cursor:pointer;font-size:20px}.css-ib sup{position:absolute;top:0;right:0;background:#7a3e1d;color:#fff;border-radius:10px;font-size:11px;padding:0 5px}.css-mb{display:none}
.css-hro{background:#efe6dd;padding:50px 28px}.css-vl{position:relative;margin:20px auto;max-width:1200px}.css-it{position:absolute;padding:10px}.css-it a{display:block;height:100%;border:1px solid #eee;border-radius:14px;padding:14px;text-decoration:none;color:inherit}.css-sk{background:linear-gradient(90deg,#eee,#f8f8f8,#eee);border-radius:14px;animation:p 1s infinite alternate}@keyframes p{to{opacity:.5}}.css-pd{display:grid;grid-template-columns:1fr 1fr;gap:48px;max-width:1200px;margin:auto;padding:28px}.css-bt{background:#7a3e1d;color:#fff;border:0;border-radius:12px;padding:15px 30px;font:600 16px "Work Sans",sans-serif;cursor:pointer}.css-bt:disabled{background:#d8d0ca}.css-b2{background:#efe6dd;color:#7a3e1d}
.css-ch{border:1px solid #bbb;background:#fff;border-radius:20px;padding:8px 18px;margin-right:8px;font:inherit;cursor:pointer}.css-ch[data-on=true]{background:#1b1b1b;color:#fff}.css-ts{position:fixed;right:24px;bottom:24px;background:#1b4332;color:#fff;padding:14px 22px;border-radius:10px;z-index:30}.css-mc{position:fixed;top:64px;right:20px;width:340px;max-width:calc(100vw - 40px);background:#fff;border:1px solid #ddd;border-radius:14px;padding:18px;z-index:20;box-shadow:0 10px 40px #0002}.css-ln{display:flex;justify-content:space-between;padding:8px 0}.css-pg{max-width:760px;margin:auto;padding:28px}.css-fl{display:block;margin-bottom:12px}.css-fl input,.css-fl select{display:block;width:100%;padding:12px;border:1px solid #bbb;border-radius:10px;font:inherit;background:#fff}
.css-ft{background:#1b1b1b;color:#eee;padding:34px 28px;display:flex;gap:50px;flex-wrap:wrap}.css-tb button{border:0;background:none;font:inherit;padding:10px 18px 10px 0;cursor:pointer}.css-tb button[aria-selected=true]{font-weight:700;text-decoration:underline}.css-ck{position:fixed;left:20px;bottom:20px;background:#fff;border:1px solid #ccc;border-radius:14px;padding:16px;max-width:300px;z-index:25;font-size:14px}.css-se{padding:10px;border:1px solid #ccc;border-radius:10px;font:inherit;width:180px}
@media(max-width:720px){.css-nav{display:none}.css-nav.css-op{display:grid;position:absolute;top:64px;left:0;right:0;background:#fff;padding:20px}.css-mb{display:block}.css-lgo{margin-right:auto}.css-pd{grid-template-columns:1fr;gap:14px}.css-se{width:110px}.css-1hd{padding:0 12px;gap:6px}}"""
JS = r"""
const viivitus=ms=>new Promise(r=>setTimeout(r,ms));const api=async(tee,keha)=>{const[v]=await Promise.all([fetch('/gw/'+tee,keha?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(keha)}:undefined),viivitus(600)]);return v.json()};
const el=(type,props,...children)=>({type,props:props||{},children:children.flat(4).filter(c=>c!==null&&c!==undefined&&c!==false)});
function make(v){if(typeof v!=='object')return document.createTextNode(v);const n=document.createElement(v.type);patchProps(n,{},v.props);v.children.forEach(c=>n.append(make(c)));return n}
function patchProps(n,a,b){for(const k in{...a,...b}){if(a[k]===b[k]&&!(k==='value'))continue;if(k.startsWith('on')){n[k.toLowerCase()]=b[k]||null}else if(k==='style'){n.style.cssText=b[k]||''}else if(k==='value'||k==='checked'||k==='disabled'){n[k]=b[k]||(k==='value'?'':false)}else if(b[k]===undefined||b[k]===false)n.removeAttribute(k);else n.setAttribute(k,b[k])}}
function patch(p,o,n,i){const d=p.childNodes[i];if(o===undefined)p.append(make(n));else if(n===undefined)d.remove();else if(typeof o!==typeof n||typeof n!=='object'&&o!==n||o.type!==n.type||o.props&&n.props&&o.props.key!==n.props.key)d.replaceWith(make(n));else if(typeof n==='object'){patchProps(d,o.props,n.props);const m=Math.max(o.children.length,n.children.length);for(let j=m-1;j>=n.children.length;j--)if(j<o.children.length)d.childNodes[j].remove();for(let j=0;j<n.children.length;j++)patch(d,o.children[j],n.children[j],j)}}
let st={tee:location.pathname,q:'',kohvid:null,kohv:null,arv:0,lahti:false,korv:null,valik:null,teade:'',sakk:'k',menu:false,ok:!!localStorage.kupsised,y:0,w:innerWidth,kylaline:false,valmis:false},vana=[];
const root=document.getElementById('root');const set=o=>{st={...st,...(typeof o==='function'?o(st):o)};const uus=[App()];patch(root,vana[0],uus[0],0);vana=uus};
const raha=s=>(s/100).toFixed(2).replace('.',',')+' €';const A=(to,p,...c)=>el('a',{href:to,...p,onClick:e=>{e.preventDefault();liigu(to)}},...c);
async function liigu(to,push=true){if(push)history.pushState({},'',to);set({tee:to.split('?')[0],lahti:false,menu:false,valik:null,sakk:'k',kohv:null,y:0,kylaline:to==='/kassa/andmed'});scrollTo(0,0);const m=to.match(/^\/kohv\/(\w+)/);if(m){const k=await api('kohv/'+m[1]);set({kohv:k});ld(k)}else ld(null)}
function ld(k){document.querySelectorAll('script[data-ld]').forEach(s=>s.remove());if(!k||!k.id)return;const s=document.createElement('script');s.type='application/ld+json';s.dataset.ld=1;s.text=JSON.stringify({'@context':'https://schema.org','@type':'Product',productID:k.id,name:k.nimi,offers:{'@type':'Offer',price:k.senti/100,priceCurrency:'EUR',availability:k.laos?'https://schema.org/InStock':'https://schema.org/OutOfStock'}});document.head.append(s)}
const tass=n=>el('div',{style:`height:150px;border-radius:10px;background:hsl(${n*23%60+10} 45% ${30+n%5*6}%)`,role:'img','aria-label':'Kohvipakk'});
function Loend(){if(!st.kohvid)return el('div',{key:'sk',class:'css-vl',style:'display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr));gap:16px;padding:10px','aria-busy':'true'},[1,2,3,4,5,6,7,8].map(()=>el('div',{class:'css-sk',style:'height:260px'})));
const l=st.kohvid.filter(k=>k.nimi.toLowerCase().includes(st.q.toLowerCase())),veerge=st.w>1000?4:st.w>720?3:2,h=310,algus=Math.max(0,Math.floor((st.y-500)/h)),lopp=algus+Math.ceil(innerHeight/h)+3;
return el('div',{key:'vl'+veerge,class:'css-vl',style:`height:${Math.ceil(l.length/veerge)*h}px`},l.map((k,i)=>({k,i})).filter(({i})=>Math.floor(i/veerge)>=algus&&Math.floor(i/veerge)<lopp).map(({k,i})=>el('div',{key:k.id,class:'css-it',style:`top:${Math.floor(i/veerge)*h}px;left:${i%veerge*100/veerge}%;width:${100/veerge}%;height:${h}px`},A('/kohv/'+k.id,{},tass(i),el('div',{},k.nimi),el('b',{},k.laos?raha(k.senti):'Läbi müüdud'),k.hinne?el('div',{},'★ '+String(k.hinne).replace('.',',')):null))))}
async function lisa(k){set({teade:'…'});const r=await api('korv',{id:k.id,jahvatus:st.valik});set({arv:r.arv,teade:k.nimi+' on korvis'});setTimeout(()=>set({teade:''}),2600)}
const POLIITIKA='Tagastada saab 14 päeva jooksul alates kättesaamisest, kui pakk on avamata. Saada avaldus e-kirjaga, pakk postiga. Tagastuskulu kannab ostja, raha jõuab tagasi kolme tööpäevaga pärast paki saabumist.';
function Kohv(){const k=st.kohv;if(!k)return el('div',{key:'ksk',class:'css-pd','aria-busy':'true'},el('div',{class:'css-sk',style:'height:380px'}),el('div',{},el('div',{class:'css-sk',style:'height:40px;margin-bottom:12px'}),el('div',{class:'css-sk',style:'height:120px'})));if(!k.id)return el('div',{key:'k4',class:'css-pg'},el('h1',{},'Sellist kohvi ei ole'));
return el('div',{key:k.id,class:'css-pd'},tass(+k.id.slice(1)),el('div',{},el('nav',{},A('/',{},'Pood'),' / '+k.nimi),el('h1',{},k.nimi),k.hinne?el('p',{},'★ '+String(k.hinne).replace('.',',')+' / 5 (ostjate hinnang)'):null,el('p',{},raha(k.senti)),k.jahvatus.length?el('p',{role:'radiogroup','aria-label':'Jahvatus'},k.jahvatus.map(j=>el('button',{class:'css-ch',type:'button',role:'radio','aria-checked':String(st.valik===j),'data-on':String(st.valik===j),onClick:()=>set({valik:j})},j))):null,el('button',{class:'css-bt',type:'button',disabled:!k.laos||k.jahvatus.length>0&&!st.valik||st.teade==='…',onClick:()=>lisa(k)},k.laos?'Lisa korvi':'Läbi müüdud'),
el('div',{class:'css-tb',role:'tablist'},el('button',{role:'tab','aria-selected':String(st.sakk==='k'),onClick:()=>set({sakk:'k'})},'Kirjeldus'),el('button',{role:'tab','aria-selected':String(st.sakk==='t'),onClick:()=>set({sakk:'t'})},'Tarne ja tagastamine')),el('p',{},st.sakk==='k'?'Röstitud esmaspäeval, teele pandud teisipäeval.':POLIITIKA)))}
const Vali=(n,t,ty)=>el('label',{class:'css-fl'},t,el('input',{name:n,type:ty||'text'}));
function Kassa(){if(st.valmis)return el('div',{key:'ok',class:'css-pg'},el('h1',{},'Aitäh, tellimus on käes!'));if(!st.arv)return el('div',{key:'ty',class:'css-pg'},el('h1',{},'Korv on tühi'));if(st.tee==='/kassa')return el('div',{key:'va',class:'css-pg'},el('h1',{},'Kuidas jätkame?'),el('form',{onSubmit:async e=>{e.preventDefault();await api('sisse',{});set({teade:'Vale parool'})}},el('h2',{},'Mul on konto'),Vali('meil','E-post','email'),Vali('parool','Parool','password'),el('button',{class:'css-bt css-b2'},'Logi sisse')),el('h2',{},'Esimest korda siin?'),el('button',{class:'css-bt',type:'button',onClick:()=>liigu('/kassa/andmed')},'Jätka külalisena'));
return el('form',{key:'an',class:'css-pg',novalidate:true,onSubmit:async e=>{e.preventDefault();const d=Object.fromEntries(new FormData(e.target));if(!d.meil||!d.nimi)return set({teade:'Täida nimi ja e-post'});const r=await api('tellimus',d);if(r.ok)set({valmis:true,arv:0})}},el('h1',{},'Tarneandmed'),Vali('nimi','Ees- ja perekonnanimi'),Vali('meil','E-post','email'),Vali('tel','Telefon','tel'),el('label',{class:'css-fl'},'Pakiautomaat',el('select',{name:'automaat'},el('option',{value:''},'Vali automaat'),el('option',{},'Võru bussijaam'),el('option',{},'Tartu raudteejaam'))),el('fieldset',{},el('legend',{},'Makse'),el('label',{},el('input',{type:'radio',name:'makse',value:'p'}),' Pangalink '),el('label',{},el('input',{type:'radio',name:'makse',value:'k'}),' Pangakaart')),el('p',{},el('label',{},el('input',{type:'checkbox',name:'nous'}),' Nõustun tingimustega')),el('button',{class:'css-bt'},'Maksma'))}
async function ava(){set({lahti:!st.lahti,korv:null});if(st.lahti)set({korv:(await api('korv')).read})}
function MiniKorv(){return el('div',{key:'mk',class:'css-mc',role:'dialog','aria-label':'Korv'},!st.korv?el('div',{class:'css-sk',style:'height:80px'}):st.korv.length?el('div',{},st.korv.map(r=>el('div',{class:'css-ln'},el('span',{},r.n+' × '+r.nimi+(r.jahvatus?' ('+r.jahvatus+')':'')),el('span',{},raha(r.senti*r.n)))),el('p',{},el('button',{class:'css-bt',type:'button',onClick:()=>liigu('/kassa')},'Vormista tellimus'))):el('p',{},'Korvis pole veel midagi.'))}
function Leht(){const t=st.tee;if(t==='/'||t==='/otsi')return el('div',{key:'pood'},el('div',{class:'css-hro'},el('h1',{},t==='/'?'Värskelt röstitud kohv':'Otsing: '+st.q)),Loend());if(t.startsWith('/kohv/'))return Kohv();if(t.startsWith('/kassa'))return Kassa();if(t==='/tingimused')return el('div',{key:'t',class:'css-pg'},el('h1',{},'Müügitingimused'),el('h2',{},'Tagastamine'),el('p',{},POLIITIKA),el('h2',{},'Tarne'),el('p',{},'Pakiautomaati 2,90 €.'));return el('div',{key:'404',class:'css-pg'},el('h1',{},'Lehte ei ole'))}
function App(){const kassa=st.tee.startsWith('/kassa');return el('div',{},el('header',{class:'css-1hd'},kassa?el('span',{key:'nomb'}):el('button',{key:'mb',class:'css-ib css-mb','aria-label':'Menüü',onClick:()=>set({menu:!st.menu})},'☰'),A('/',{class:'css-lgo'},'Uduoru Kohv'),el('nav',{class:'css-nav'+(st.menu?' css-op':'')},A('/tingimused',{},'Tingimused')),kassa?el('span',{key:'nose'}):el('form',{key:'se',role:'search',onSubmit:e=>{e.preventDefault();set({q:e.target.q.value});liigu('/otsi')}},el('input',{class:'css-se',name:'q',type:'search',placeholder:'Otsi kohvi','aria-label':'Otsi'})),el('button',{class:'css-ib','aria-label':'Ava korv','aria-expanded':String(st.lahti),onClick:ava},'☕',st.arv?el('sup',{},String(st.arv)):null)),el('main',{},Leht()),kassa?el('span',{key:'nf'}):el('footer',{key:'f',class:'css-ft'},el('div',{},'Uduoru Kohv OÜ',el('br'),'Katariina allee 4, 65608 Võru',el('br'),el('a',{href:'mailto:tere@uduoru.example'},'tere@uduoru.example')),el('div',{},A('/tingimused',{},'Müügi- ja tagastustingimused')),el('form',{onSubmit:async e=>{e.preventDefault();await api('uudiskiri',{});set({teade:'Aitäh!'})}},el('label',{},'Uudiskiri kord kuus ',el('input',{type:'email',placeholder:'E-post'})),el('button',{},'Liitun'))),
st.lahti?MiniKorv():el('span',{key:'m0'}),st.teade&&st.teade!=='…'?el('div',{key:'ts',class:'css-ts',role:'status'},st.teade):el('span',{key:'t0'}),st.ok?el('span',{key:'c0'}):el('div',{key:'ck',class:'css-ck'},'Kasutame ainult hädavajalikke ja statistika küpsiseid. ',el('button',{class:'css-ch',onClick:()=>{localStorage.kupsised=1;set({ok:true})}},'Selge')))}
addEventListener('popstate',()=>liigu(location.pathname,false));let raam;addEventListener('scroll',()=>{cancelAnimationFrame(raam);raam=requestAnimationFrame(()=>set({y:scrollY}))},{passive:true});addEventListener('resize',()=>set({w:innerWidth}));
set({});liigu(location.pathname,false);Promise.all([api('kohvid'),api('korv')]).then(([k,c])=>set({kohvid:k,arv:c.arv}));
"""


@dataclass
class App(Shop):
    """Uduoru Kohv, roasters of Võru."""

    def korv(self, r: Request) -> Response:
        korv: dict[str, int] = r.session.setdefault("korv", {})
        d = r.json if isinstance(r.json, dict) else {}
        k = next((x for x in KOHVID if x["id"] == d.get("id")), None)
        if k and k["laos"] and (not k["jahvatus"] or d.get("jahvatus") in k["jahvatus"]):
            voti = f"{k['id']}:{d['jahvatus'] if k['jahvatus'] else ''}"
            korv[voti] = korv.get(voti, 0) + 1
        read = [
            {**next(x for x in KOHVID if x["id"] == v.split(":")[0]), "jahvatus": v.split(":")[1], "n": n}
            for v, n in korv.items()
        ]
        return json_response({"arv": sum(korv.values()), "read": read})

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/gw/"):
            return self.gw(r, r.path[4:])
        if "." in r.path:
            return Response("", 404)
        return html(
            f'<!doctype html><html lang="et"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Uduoru Kohv</title><style>{CSS}</style></head><body><noscript>Lubage JavaScript.</noscript><div id="root"></div><script type="module">{JS}</script></body></html>'
        )

    def gw(self, r: Request, mis: str) -> Response:
        if mis == "kohvid":
            return json_response(KOHVID)
        if mis.startswith("kohv/"):
            return json_response(next((k for k in KOHVID if k["id"] == mis[5:]), {}))
        if mis == "korv":
            return self.korv(r)
        d = r.json if isinstance(r.json, dict) else {}
        if mis == "tellimus" and d.get("meil") and r.session.get("korv"):
            self.orders += 1
            r.session["korv"] = {}
            return json_response({"ok": True})
        self.messages += mis == "uudiskiri"
        return json_response({"ok": mis == "uudiskiri"})
