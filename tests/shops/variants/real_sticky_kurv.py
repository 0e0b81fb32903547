"""A Danish clothes shop whose pages are hydrated from a JSON block: cookie wall, a late newsletter box, size in a select.

On phones the only button is a bar at the foot of the screen; a small panel shows the line for four seconds after adding.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response

TOEJ: list[dict[str, Any]] = [
    {"id": "m1", "handle": "vindjakke-rev", "navn": "Vindjakke Rev", "pris": 1299, "farve": "#3a5a78", "valg": {"Størrelse": {"S": 0, "M": 0, "L": 0}}},
    {"id": "m2", "handle": "striktroeje-fjord", "navn": "Striktrøje Fjord", "pris": 799, "farve": "#d6cfc0", "valg": {"Farve": {"Sand": 1, "Tang": 1}, "Størrelse": {"S": 1, "M": 1}}},
    {"id": "m3", "handle": "hoerskjorte-klint", "navn": "Hørskjorte Klint", "pris": 599, "farve": "#f0ece2", "valg": {"Størrelse": {"XS": 0, "S": 1, "M": 1, "L": 0}}},
    {"id": "m4", "handle": "shorts-sandbanke", "navn": "Shorts Sandbanke", "pris": 449, "farve": "#c2a878", "valg": {"Størrelse": {"S": 1, "L": 1}}},
    {"id": "m5", "handle": "kjole-havgus", "navn": "Kjole Havgus", "pris": 899, "farve": "#9fb8ad", "valg": {"Størrelse": {"36": 1, "38": 1, "40": 1}}},
]  # fmt: skip
CSS = """html{scroll-behavior:smooth}body{margin:0;font:300 16px/1.6 "Helvetica Neue",Arial,sans-serif;color:#111}a{color:inherit}.Header_root__a81Kd{display:flex;align-items:center;justify-content:space-between;padding:0 32px;height:64px;background:#fff;border-bottom:1px solid #111;position:sticky;top:0;z-index:15}.Header_logo__z01x{font-weight:700;letter-spacing:.3em;text-decoration:none}.Header_nav__kk2{display:flex;gap:24px}.Header_nav__kk2 a{text-decoration:none}.Header_burger__q9{display:none;background:none;border:0;font-size:22px}
.Hero_root__p0{background:#e7ecea;padding:12vh 32px;font-size:32px}.Grid_root__7fA{display:grid;grid-template-columns:repeat(3,1fr);gap:2px;padding:2px}.ProductCard_root__x3Fa1{text-decoration:none;padding-bottom:16px;display:block}.ProductCard_meta__b2{display:flex;justify-content:space-between;padding:8px}.Pdp_root__mN4{display:grid;grid-template-columns:2fr 1fr;gap:40px;padding:0 32px}.Pdp_side__h1{position:sticky;top:90px;align-self:start}
.Select_root__o1{display:block;width:100%;padding:14px;border:1px solid #111;border-radius:0;background:#fff;font:inherit;margin:6px 0 14px}.Button_primary__ui8{display:block;width:100%;box-sizing:border-box;background:#111;color:#fff;border:0;padding:18px;font:500 15px "Helvetica Neue",Arial,sans-serif;letter-spacing:.08em;cursor:pointer;text-align:center;text-decoration:none}.Button_plain__c4{background:none;border:1px solid #111;padding:14px 24px;font:inherit;cursor:pointer}.Error_text__e1{color:#b00020;margin:0 0 8px}.Bar_root__sT1{display:none}
.Acc_root__ac1{border-top:1px solid #111}.Acc_root__ac1 button{width:100%;text-align:left;background:none;border:0;padding:14px 0;font:inherit;cursor:pointer}.MiniCart_root__mc5{position:fixed;top:64px;right:0;width:340px;max-width:100%;background:#fff;border:1px solid #111;padding:20px;z-index:20;box-sizing:border-box}.Footer_root__ft0{background:#111;color:#fff;padding:40px 32px;margin-top:80px;display:grid;grid-template-columns:repeat(3,1fr);gap:30px}.Footer_root__ft0 summary{cursor:pointer;font-weight:500}
.Wall_root__w1{position:fixed;inset:0;background:#fff;z-index:100;display:grid;place-items:center;text-align:center;padding:24px}.Pop_root__n7{position:fixed;inset:0;background:#0008;z-index:60;display:grid;place-items:center}.Pop_box__n8{background:#fff;padding:36px;max-width:420px;position:relative;margin:16px}.Pop_x__n9{position:absolute;top:10px;right:10px;border:0;background:none;font-size:22px;cursor:pointer}.Form_row__fr{display:block;margin-bottom:12px}.Form_row__fr input{display:block;width:100%;box-sizing:border-box;padding:13px;border:1px solid #111;font:inherit}.Main_tekst__q{padding:24px 32px;max-width:860px}
@media(max-width:768px){.Header_nav__kk2{display:none}.Header_nav__kk2.Header_open__o{display:flex;flex-direction:column;position:absolute;top:64px;left:0;right:0;background:#fff;padding:20px 32px;border-bottom:1px solid #111}.Header_burger__q9{display:block}.Grid_root__7fA{grid-template-columns:1fr 1fr}.Pdp_root__mN4{grid-template-columns:1fr;padding:0 16px}.Pdp_side__h1{position:static}.Pdp_inline__bt{display:none}.Bar_root__sT1{display:block;position:fixed;left:0;right:0;bottom:0;padding:10px 16px;background:#fff;border-top:1px solid #111;z-index:12}.Footer_root__ft0{grid-template-columns:1fr;padding-bottom:110px}}"""
JS = r"""
(()=>{const D=JSON.parse(document.getElementById('__SIDE_DATA__').textContent);const h=(t,p,...k)=>{const n=document.createElement(t);for(const a in p||{}){if(a.slice(0,2)==='on')n[a]=p[a];else if(a==='html')n.innerHTML=p[a];else if(p[a]!=null&&p[a]!==false)n.setAttribute(a,p[a]===true?'':p[a])}n.append(...k.flat(3).filter(x=>x!=null&&x!==false));return n};
const kr=n=>n.toLocaleString('da-DK')+' kr.';let kurv=D.kurv,valg={},fejl='',mini=false,aaben={},menu=false;const antal=()=>kurv.reduce((s,l)=>s+l.n,0);
const billede=p=>h('div',{html:`<svg viewBox="0 0 60 72" width="100%" role="img" aria-label="${p.navn}"><rect width="60" height="72" fill="#f4f4f2"/><path d="M20 14q10 8 20 0l14 10-6 10-6-4v30H18V30l-6 4-6-10z" fill="${p.farve}" stroke="#0002"/></svg>`});
const udsolgt=p=>Object.values(p.valg).some(v=>!Object.values(v).some(Boolean));
const Kort=p=>h('a',{class:'ProductCard_root__x3Fa1',href:'/vare/'+p.handle},billede(p),h('span',{class:'ProductCard_meta__b2'},h('span',{},p.navn),h('span',{},udsolgt(p)?'Udsolgt':kr(p.pris))));
const Grid=l=>h('div',{class:'Grid_root__7fA'},l.map(Kort));
const post=(u,b)=>fetch(u,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(r=>r.json());
async function laeg(p){const mangler=Object.keys(p.valg).find(v=>!valg[v]);if(mangler){fejl='Vælg '+mangler.toLowerCase();tegn();document.querySelector('select').scrollIntoView({block:'center'});return}fejl='';const r=await post('/api/kurv',{id:p.id,valg});kurv=r.kurv;mini=true;tegn();setTimeout(()=>{mini=false;tegn()},4000)}
const Knap=p=>h('button',{class:'Button_primary__ui8',type:'button',onclick:()=>laeg(p)},'LÆG I KURV');
function Vare(p){const ud=udsolgt(p);return h('div',{},h('div',{class:'Pdp_root__mN4'},billede(p),h('div',{class:'Pdp_side__h1'},h('h1',{},p.navn),h('p',{},kr(p.pris)),ud?h('p',{},'Udsolgt. Kommer ikke igen.'):[Object.entries(p.valg).map(([navn,v])=>h('label',{},navn,h('select',{class:'Select_root__o1',onchange:e=>{valg[navn]=e.target.value}},h('option',{value:''},'Vælg '+navn.toLowerCase()),Object.entries(v).map(([k,n])=>h('option',{value:k,disabled:!n,selected:valg[navn]===k},k+(n?'':' – udsolgt')))))),fejl&&h('p',{class:'Error_text__e1',role:'alert'},fejl),h('div',{class:'Pdp_inline__bt'},Knap(p))],
Acc('Materiale','Vasket hør fra Europa.'),Acc('Levering & retur','Levering 1-2 dage. Du kan returnere inden for 30 dage. ',h('a',{href:'/retur'},'Læs om retur')))),ud?null:h('div',{class:'Bar_root__sT1'},Knap(p)))}
const Acc=(t,...b)=>h('div',{class:'Acc_root__ac1'},h('button',{'aria-expanded':String(!!aaben[t]),onclick:()=>{aaben[t]=!aaben[t];tegn()}},t+(aaben[t]?' −':' +')),aaben[t]&&h('p',{},...b));
const linjer=()=>kurv.map(l=>h('p',{},l.n+' × '+l.navn+' ('+l.tekst+') ',h('b',{},kr(l.pris*l.n))));const sum=()=>kr(kurv.reduce((s,l)=>s+l.pris*l.n,0));
const Felt=(n,t,ty)=>h('label',{class:'Form_row__fr'},t,h('input',{name:n,type:ty||'text'}));
const sider={forside:()=>h('div',{},h('div',{class:'Hero_root__p0'},'Tøj til blæsevejr'),Grid(D.varer)),liste:()=>h('div',{},h('h1',{class:'Main_tekst__q'},D.titel),Grid(D.varer)),vare:()=>Vare(D.vare),tekst:()=>h('div',{class:'Main_tekst__q',html:D.html}),
kurv:()=>h('div',{class:'Main_tekst__q'},h('h1',{},'Din kurv'),kurv.length?[kurv.map(l=>h('p',{},l.n+' × '+l.navn+' ('+l.tekst+') ',h('b',{},kr(l.pris*l.n)),' ',h('button',{onclick:async()=>{kurv=(await post('/api/kurv',{fjern:l.noegle})).kurv;tegn()}},'Fjern'))),h('p',{},'I alt ',h('b',{},sum())),h('button',{class:'Button_primary__ui8',onclick:()=>location.assign('/kassen')},'TIL BETALING')]:h('p',{},'Kurven er tom.')),
kassen:()=>kurv.length?h('form',{class:'Main_tekst__q',novalidate:true,onsubmit:async e=>{e.preventDefault();const f=e.target;if(!f.email.value||!f.adresse.value)return;const r=await post('/api/ordre',Object.fromEntries(new FormData(f)));if(r.ok)f.replaceWith(h('h1',{},'Tak for købet'))}},h('h1',{},'Betaling'),linjer(),h('h2',{},'Kontakt'),Felt('email','E-mail','email'),h('label',{},h('input',{type:'checkbox',name:'nyt'}),' Ja tak til nyhedsbrev'),h('h2',{},'Adresse'),Felt('navn','Fulde navn'),Felt('adresse','Vej og nummer'),Felt('postnr','Postnummer'),Felt('by','By'),Felt('tlf','Mobilnummer','tel'),
 h('h2',{},'Fragt'),['Pakkeshop 39 kr.','Til døren 59 kr.'].map((t,i)=>h('label',{},h('input',{type:'radio',name:'fragt',checked:i===0}),' '+t+' ')),h('h2',{},'Betalingsmåde'),['Dankort / Visa','MobilePay','ViaBill'].map(t=>h('label',{},h('input',{type:'radio',name:'betal',value:t}),' '+t+' ')),h('p',{},h('label',{},h('input',{type:'checkbox',name:'vilkaar'}),' Jeg accepterer handelsbetingelserne')),h('button',{class:'Button_primary__ui8'},'GENNEMFØR KØB')):h('div',{class:'Main_tekst__q'},'Kurven er tom.')};
const Header=()=>D.side==='kassen'?h('header',{class:'Header_root__a81Kd'},h('a',{class:'Header_logo__z01x',href:'/'},'MAREHALM')):h('header',{class:'Header_root__a81Kd'},h('button',{class:'Header_burger__q9','aria-label':'Menu',onclick:()=>{menu=!menu;tegn()}},'☰'),h('a',{class:'Header_logo__z01x',href:'/'},'MAREHALM'),h('nav',{class:'Header_nav__kk2'+(menu?' Header_open__o':'')},h('a',{href:'/toej/alt'},'Alt tøj'),h('a',{href:'/toej/hoer'},'Hør'),h('a',{href:'/kontakt'},'Kontakt')),h('a',{href:'/kurv'},'Kurv'+(antal()?' ('+antal()+')':'')));
const Footer=()=>D.side==='kassen'?null:h('footer',{class:'Footer_root__ft0'},h('details',{open:innerWidth>768},h('summary',{},'Hjælp'),h('p',{},h('a',{href:'/retur'},'Returnering'),h('br'),h('a',{href:'/handelsbetingelser'},'Handelsbetingelser'),h('br'),h('a',{href:'/kontakt'},'Kontakt'))),h('div',{},'Marehalm ApS',h('br'),'Strandgade 12, 9940 Læsø',h('br'),'CVR 00 33 44 55'),h('div',{html:D.logoer}));
const root=document.getElementById('__side');function tegn(){root.replaceChildren(...[Header(),h('main',{},sider[D.side]()),Footer(),mini&&h('div',{class:'MiniCart_root__mc5',role:'status'},h('b',{},'Lagt i kurven'),linjer(),h('a',{class:'Button_primary__ui8',href:'/kurv'},'GÅ TIL KURV'))].filter(Boolean))}
tegn();const lager=localStorage;function popup(){if(lager.nyhed||D.side==='kassen')return;setTimeout(()=>{const luk=()=>{lager.nyhed=1;p.remove()};const p=h('div',{class:'Pop_root__n7'},h('div',{class:'Pop_box__n8',role:'dialog','aria-label':'Nyhedsbrev'},h('button',{class:'Pop_x__n9','aria-label':'Luk',onclick:luk},'×'),h('h2',{},'10 % på første køb'),h('p',{},'Skriv dig op til nyhedsbrevet.'),h('form',{onsubmit:async e=>{e.preventDefault();await post('/api/nyhedsbrev',{});luk()}},Felt('email','E-mail','email'),h('button',{class:'Button_primary__ui8'},'TILMELD'))));document.body.append(p)},2500)}
if(!lager.cookies){const w=h('div',{class:'Wall_root__w1',role:'dialog','aria-modal':'true'},h('div',{},h('h2',{},'Før du går ind'),h('p',{},'Marehalm bruger cookies til indhold, annoncer og trafikmåling. Vælg for at fortsætte.'),h('button',{class:'Button_primary__ui8',onclick:()=>{lager.cookies='alle';w.remove();popup()}},'ACCEPTER ALLE'),h('br'),h('button',{class:'Button_plain__c4',onclick:()=>{lager.cookies='noedv';w.remove();popup()}},'Kun nødvendige')));document.body.append(w)}else popup()})()
"""


@dataclass
class App(Shop):
    """Marehalm, clothes from Læsø."""

    def linjer(self, r: Request) -> list[dict[str, Any]]:
        ud = []
        for noegle, n in r.session.setdefault("kurv", {}).items():
            ident, _, tekst = noegle.partition("|")
            vare = next(v for v in TOEJ if v["id"] == ident)
            ud.append({"noegle": noegle, "navn": vare["navn"], "tekst": tekst, "pris": vare["pris"], "n": n})
        return ud

    def side(self, r: Request, side: str, titel: str, status: int = 200, **mere: Any) -> Response:
        data = json.dumps({"side": side, "titel": titel, "kurv": self.linjer(r), "logoer": LOGOER, **mere}).replace(
            "<", "\\u003c"
        )
        vare = mere.get("vare")
        ld = ""
        if vare:
            tilbud = [
                {
                    "@type": "Offer",
                    "sku": f"{vare['id']}-{s}",
                    "price": f"{vare['pris']}.00",
                    "priceCurrency": "DKK",
                    "availability": "https://schema.org/" + ("InStock" if n else "OutOfStock"),
                }
                for s, n in vare["valg"]["Størrelse"].items()
            ]
            ld = f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "Product", "name": vare["navn"], "offers": tilbud})}</script>'
        return html(
            f'<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><title>{titel} | Marehalm</title>{ld}<style>{CSS}</style></head><body><div id="__side"></div><script id="__SIDE_DATA__" type="application/json">{data}</script><script>{JS}</script></body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/api/"):
            return self.api(r, r.path[5:])
        dele = r.path.strip("/").split("/")
        if dele == [""]:
            return self.side(r, "forside", "Tøj til blæsevejr", varer=TOEJ)
        if dele[0] == "toej":
            return self.side(
                r,
                "liste",
                "Hør" if dele[-1] == "hoer" else "Alt tøj",
                varer=[v for v in TOEJ if dele[-1] != "hoer" or "Hør" in v["navn"]],
            )
        vare = next((v for v in TOEJ if dele[0] == "vare" and v["handle"] == dele[-1]), None)
        if vare:
            return self.side(r, "vare", vare["navn"], vare=vare)
        if dele[0] in ("kurv", "kassen"):
            return self.side(r, dele[0], dele[0].capitalize())
        if dele[0] in TEKST:
            return self.side(r, "tekst", dele[0].capitalize(), html=TEKST[dele[0]])
        return self.side(r, "tekst", "404", 404, html="<h1>Siden findes ikke</h1>")

    def api(self, r: Request, hvad: str) -> Response:
        d = r.json if isinstance(r.json, dict) else {}
        kurv: dict[str, int] = r.session.setdefault("kurv", {})
        if hvad == "kurv" and r.method == "POST":
            kurv.pop(str(d.get("fjern")), None)
            vare = next((v for v in TOEJ if v["id"] == d.get("id")), None)
            valg = d.get("valg") or {}
            if vare and all(v.get(valg.get(k)) for k, v in vare["valg"].items()):
                noegle = f"{vare['id']}|{', '.join(valg[k] for k in vare['valg'])}"
                kurv[noegle] = kurv.get(noegle, 0) + 1
        if hvad == "ordre" and d.get("email") and kurv:
            self.orders += 1
            kurv.clear()
            return json_response({"ok": True})
        self.messages += hvad == "nyhedsbrev"
        return json_response({"kurv": self.linjer(r)})


LOGOER = "".join(f'<svg width="52" height="26" role="img" aria-label="{n}"><title>{n}</title><rect width="50" height="25" rx="3" fill="#fff"/><circle cx="18" cy="12" r="8" fill="{c}"/></svg> ' for n, c in (("Dankort", "#d33"), ("MobilePay", "#5a78ff")))  # fmt: skip
TEKST = {
    "retur": "<h1>Returnering</h1><p>Du kan returnere dine varer inden for 30 dage, efter at du har modtaget dem. Tøjet skal være ubrugt og have alle mærker på. Brug returlabelen i pakken; fragten koster 39 kr., som vi trækker fra beløbet. Vi refunderer pengene, så snart vi har modtaget og kontrolleret varerne.</p>",
    "handelsbetingelser": "<h1>Handelsbetingelser</h1><p>Handel på marehalm.example sker på dansk og efter dansk ret.</p>",
    "kontakt": "<h1>Kontakt</h1><p>Skriv til <a href='mailto:butik@marehalm.example'>butik@marehalm.example</a> eller ring på 98 49 00 12 (hverdage 10-14).</p>",
}
