"""Every control of this German lamp shop is an icon: its name stands in title, aria-label or an svg title only, never as text.

Menu, search, cart, add to cart and remove are pictures; a heart and a share icon look alike; the door asks for the e-mail first.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

LAMPS = [
    {"k": "moen", "t": "Pendelleuchte Moen", "e": 149.0, "r": "haengend", "da": 6, "farben": []},
    {"k": "brix", "t": "Tischleuchte Brix", "e": 89.0, "r": "tisch", "da": 3, "farben": ["#222", "#c33"]},
    {"k": "falk", "t": "Tischleuchte Falk", "e": 119.9, "r": "tisch", "da": 0, "farben": []},
    {"k": "e27", "t": "Leuchtmittel E27, 4 W", "e": 8.5, "r": "zubehoer", "da": 90, "farben": []},
    {"k": "kabel", "t": "Textilkabel 3 m", "e": 24.0, "r": "zubehoer", "da": 14, "farben": []},
]

CSS = """
:root{color-scheme:light}body{margin:0;font:300 16px/1.5 "Avenir Next",Avenir,sans-serif;color:#161616;background:#fff}.css-1q0{display:flex;align-items:center;padding:18px 28px;gap:6px}.css-1q0 .logo{flex:1;letter-spacing:.3em;font-size:20px;text-align:center;color:inherit;text-decoration:none}
.css-ib{width:44px;height:44px;border:0;background:none;padding:10px;cursor:pointer;position:relative;color:inherit;display:inline-block;box-sizing:border-box}.css-ib svg{width:24px;height:24px;stroke:currentColor;fill:none;stroke-width:1.5}.css-dot{position:absolute;top:4px;right:2px;background:#d4a017;border-radius:9px;font-size:11px;min-width:18px;line-height:18px}
.css-gd{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:2px;padding:2px}.css-ca{background:#f2f1ee;text-decoration:none;color:inherit;padding:20px;display:block}.css-ca svg{width:100%;height:180px}.css-mn{position:fixed;inset:0;background:#161616;color:#fff;z-index:9;padding:90px 40px}.css-mn a{display:block;color:#fff;font-size:34px;text-decoration:none;padding:8px 0}.css-mn .css-ib{position:absolute;left:28px;top:18px}
.css-pd{display:grid;grid-template-columns:1fr 1fr}.css-pd>div:first-child{background:#f2f1ee;min-height:520px;display:grid;place-items:center}.css-pd>div:last-child{padding:50px}.css-act{display:flex;gap:12px;margin-top:30px}.css-buy{background:#161616;color:#fff;width:64px;height:64px;border-radius:50%;padding:20px}
.css-sw{width:34px;height:34px;border-radius:50%;border:2px solid #fff;outline:1px solid #aaa;margin-right:12px;cursor:pointer;padding:0}.css-sw[aria-pressed=true]{outline:3px solid #161616}.css-wr{max-width:720px;margin:0 auto;padding:30px 24px}.css-ln{display:flex;align-items:center;gap:16px;border-bottom:1px solid #ddd;padding:10px 0}.css-ln span{flex:1}
.css-in{width:100%;padding:14px;border:1px solid #999;box-sizing:border-box;margin:6px 0 14px;font:inherit}.css-go{background:#161616;color:#fff;border:0;padding:15px 32px;font:inherit;cursor:pointer}.css-fo{padding:40px 28px;display:flex;gap:18px;border-top:1px solid #eee;margin-top:50px;align-items:center}.css-fo a{color:inherit}.css-sb{padding:0 28px 18px}
@media(max-width:700px){.css-pd{grid-template-columns:1fr}.css-pd>div:first-child{min-height:300px}.css-pd>div:last-child{padding:24px}.css-1q0{padding:10px}.css-gd{grid-template-columns:1fr 1fr}.css-1q0 .logo{font-size:16px;letter-spacing:.15em}}
"""

JS = r"""
const P={menu:'<path d="M3 7h18M3 12h18M3 17h18"/>',x:'<path d="M5 5l14 14M19 5L5 19"/>',lupe:'<circle cx="10" cy="10" r="6"/><path d="M15 15l6 6"/>',tasche:'<path d="M5 8h14l1 13H4zM8 8q0-5 4-5t4 5"/>',plus:'<path d="M5 8h14l1 13H4zM8 8q0-5 4-5t4 5M12 11v7M8.500 14.500h7"/>',herz:'<path d="M12 20C2 12 5 4 12 8c7-4 10 4 0 12z"/>',teilen:'<path d="M12 3v12M8 7l4-4 4 4M5 13v8h14v-8"/>',eimer:'<path d="M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13"/>',pfeil:'<path d="M4 12h16M14 6l6 6-6 6"/>'};
const svg=(p,titel)=>`<svg viewBox="0 0 24 24" ${titel?'role="img"':'aria-hidden="true"'}>${titel?`<title>${titel}</title>`:''}${P[p]}</svg>`;
const lampe=(l,g)=>`<svg viewBox="0 0 100 100" ${g?'width="320"':''} aria-hidden="true"><path d="M50 0v30" stroke="#555"/><path d="M${l.k.length*4} 62q${50-l.k.length*4}-64 ${100-l.k.length*8} 0z" fill="hsl(${l.e%360},20%,40%)"/><circle cx="50" cy="68" r="7" fill="#ffe9a8"/></svg>`;
let lampen=[],korb=[],offen=false,sucht=false,farbe=null,mail='';const geld=n=>n.toFixed(2).replace('.',',')+' €';const app=document.querySelector('#wurzel');
const post=(u,b)=>fetch(u,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(b)}).then(r=>r.json());
const karte=l=>`<a class="css-ca" href="/l/${l.k}" data-r>${lampe(l)}<div>${l.t}</div><div>${geld(l.e)}${l.da?'':' · ausverkauft'}</div></a>`;
function kopf(){return `<header class="css-1q0"><button class="css-ib" data-a="menu" aria-label="Menü öffnen">${svg('menu')}</button><button class="css-ib" data-a="suche" title="Suche">${svg('lupe')}</button><a class="logo" href="/" data-r>LUMENWERK</a><button class="css-ib" data-a="merk">${svg('herz','Merkzettel')}</button>
 <a class="css-ib" href="/tasche" data-r>${svg('tasche','Warenkorb')}${korb.length?`<span class="css-dot">${korb.length}</span>`:''}</a></header>${sucht?`<form class="css-sb" data-f="suche"><input class="css-in" type="search" name="q" aria-label="Suchbegriff" autofocus></form>`:''}
 ${offen?`<div class="css-mn"><button class="css-ib" data-a="menu" aria-label="Menü schließen">${svg('x')}</button><a href="/r/haengend" data-r>Hängend</a><a href="/r/tisch" data-r>Stehend</a><a href="/r/zubehoer" data-r>Zubehör</a><a href="/recht" data-r>Rückgabe &amp; Impressum</a></div>`:''}`}
function seite(){const[a,b]=location.pathname.slice(1).split('/');
 if(!a)return `<div class="css-gd">${[lampen[1],lampen[2],lampen[0],lampen[4]].map(karte).join('')}</div>`;
 if(a==='r')return `<div class="css-gd">${lampen.filter(l=>l.r===b).map(karte).join('')}</div>`;
 if(a==='s'){const q=decodeURIComponent(b||'').toLowerCase();return `<div class="css-gd">${lampen.filter(l=>l.t.toLowerCase().includes(q)).map(karte).join('')||'Nichts gefunden'}</div>`}
 if(a==='l'){const l=lampen.find(l=>l.k===b);return `<div class="css-pd"><div>${lampe(l,1)}</div><div><h1>${l.t}</h1><p>${geld(l.e)}</p><p>Inklusive Mehrwertsteuer. ${l.da?'In drei Tagen bei Ihnen.':'Ausverkauft.'}</p>${l.farben.map(f=>`<button class="css-sw" style="background:${f}" title="${f==='#222'?'Schwarz':'Rot'}" aria-pressed="${farbe===f}" data-c="${f}"></button>`).join('')}
  <div class="css-act">${l.da?`<button class="css-ib css-buy" data-kauf="${l.k}" aria-label="In den Warenkorb" ${l.farben.length&&!farbe?'disabled':''}>${svg('plus')}</button>`:''}<button class="css-ib" data-a="merk" title="Auf den Merkzettel">${svg('herz')}</button><button class="css-ib" data-a="teil">${svg('teilen','Teilen')}</button></div></div></div>`}
 if(a==='tasche')return `<div class="css-wr">${korb.map((z,i)=>`<div class="css-ln"><span>${z.t}</span>${geld(z.e)}<button class="css-ib" data-weg="${i}" title="Entfernen">${svg('eimer')}</button></div>`).join('')||'<p>Noch nichts da.</p>'}${korb.length?`<p>Summe ${geld(korb.reduce((s,z)=>s+z.e,0))}</p><a class="css-ib css-buy" href="/kasse" data-r aria-label="Zur Kasse">${svg('pfeil')}</a>`:''}</div>`;
 if(a==='kasse'&&korb.length)return mail?`<div class="css-wr"><h2>Lieferung an</h2><form data-f="ende">${[['vorname','Vorname'],['nachname','Nachname'],['str','Straße und Nummer'],['plz','Postleitzahl'],['ort','Ort']].map(([n,t])=>`<input class="css-in" name="${n}" placeholder="${t}" aria-label="${t}" required>`).join('')}<label><input type="radio" name="z" value="kreditkarte" checked> Kreditkarte</label> <label><input type="radio" name="z" value="paypal"> PayPal</label><p><button class="css-go">Jetzt kaufen</button></p></form></div>`
  :`<div class="css-wr"><h2>Ihre E-Mail-Adresse</h2><form data-f="mail"><input class="css-in" type="email" name="mail" aria-label="E-Mail-Adresse" required><button class="css-ib css-buy" title="Weiter">${svg('pfeil')}</button></form></div>`;
 if(a==='recht')return '<div class="css-wr"><h2>Rückgabe</h2><p>Sie können jede Leuchte 100 Tage lang zurückgeben, solange sie unbeschädigt ist. Die Rücksendung ist in Deutschland kostenlos. Das gesetzliche Widerrufsrecht bleibt unberührt.</p><h2>Impressum</h2><p>Lumenwerk GmbH, Glashüttenstraße 21, 01277 Dresden, HRB 30112</p></div>';
 return '<div class="css-wr">Hier ist es dunkel.</div>'}
function malen(){app.innerHTML=kopf()+`<main>${seite()}</main><footer class="css-fo"><a href="mailto:licht@lumenwerk.example" class="css-ib" title="E-Mail an Lumenwerk"><svg viewBox="0 0 24 24"><path d="M3 6h18v12H3zl9 8 9-8"/></svg></a><a href="tel:+493512233440" class="css-ib" aria-label="Anrufen"><svg viewBox="0 0 24 24"><path d="M6 3l4 5-2 3q2 4 6 6l3-2 4 4q-3 3-7 1Q5 15 4 7q0-3 2-4z"/></svg></a><a href="/recht" data-r>Rückgabe &amp; Impressum</a></footer>`}
const geh=u=>{history.pushState(0,'',u);offen=sucht=false;farbe=null;malen();scrollTo(0,0)};
app.addEventListener('click',async ev=>{const t=ev.target.closest('a[data-r],button');if(!t)return;if(t.matches('a')){ev.preventDefault();return geh(t.getAttribute('href'))}
 const d=t.dataset;if(d.a==='menu'){offen=!offen;malen()}else if(d.a==='suche'){sucht=!sucht;malen();app.querySelector('input[type=search]')?.focus()}else if(d.a==='merk'){t.style.color='#d4a017'}else if(d.c){farbe=d.c;malen()}
 else if(d.kauf){korb=await post('/api/korb',{k:d.kauf,farbe});setTimeout(malen,200)}else if(d.weg){korb=await post('/api/korb',{weg:+d.weg});malen()}});
app.addEventListener('submit',async ev=>{ev.preventDefault();const f=new FormData(ev.target),w=ev.target.dataset.f;if(w==='suche')geh('/s/'+encodeURIComponent(f.get('q')));if(w==='mail'){mail=f.get('mail');malen()}
 if(w==='ende'){await post('/api/bestellen',{mail,...Object.fromEntries(f)});app.innerHTML='<div class="css-wr"><h1>Danke.</h1></div>'}});
addEventListener('popstate',malen);Promise.all(['/api/lampen','/api/korb'].map(u=>fetch(u).then(r=>r.json()))).then(([l,k])=>{lampen=l;korb=k;malen()});
"""


@dataclass
class App(Shop):
    """Lumenwerk."""

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        bag: list[dict[str, object]] = r.session.setdefault("korb", [])
        if r.path == "/api/lampen":
            return json_response(LAMPS)
        if r.path == "/api/korb":
            if r.method == "POST" and isinstance(r.json, dict):
                lamp = next((x for x in LAMPS if x["k"] == r.json.get("k")), None)
                if lamp and lamp["da"] and (not lamp["farben"] or r.json.get("farbe")):
                    bag.append({"t": lamp["t"], "e": lamp["e"]})
                elif isinstance(r.json.get("weg"), int) and r.json["weg"] < len(bag):
                    bag.pop(r.json["weg"])
            return json_response(bag)
        if r.path == "/api/bestellen" and r.method == "POST":
            self.orders += 1
            bag.clear()
            return json_response({"ok": 1})
        if "." in r.path:
            return Response("", 404)
        return html(
            '<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>LUMENWERK</title>'
            f'<style>{CSS}</style></head><body><div id="wurzel"></div><script>{JS}</script></body></html>'
        )
