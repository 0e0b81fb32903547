"""The consent box lives in a shadow root, and a wheel of fortune asks for an e-mail a little later.

Client rendered in German from a JSON API; the wheel's way out is a grey sentence, not a cross.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response

ARTICLES = [
    {"id": "k-12", "titel": "Bienenwachskerze Turm", "preis": 1290, "bestand": 8, "art": "kerzen", "f": "#d9a441"},
    {"id": "k-15", "titel": "Stumpenkerze Salbei", "preis": 1450, "bestand": 3, "art": "kerzen", "f": "#8aa48a"},
    {"id": "h-03", "titel": "Kerzenhalter Messing", "preis": 3490, "bestand": 5, "art": "halter", "f": "#b08d57"},
    {"id": "h-04", "titel": "Windlicht Rauchglas", "preis": 2790, "bestand": 0, "art": "halter", "f": "#555"},
    {"id": "z-01", "titel": "Dochtschere", "preis": 990, "bestand": 20, "art": "zubehoer", "f": "#777"},
]
PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Lichthaus Kaspar</title><meta name="viewport"
content="width=device-width,initial-scale=1"><style>body{margin:0;font:16px/1.5 Inter,Arial,sans-serif;color:#1f1b16}
._h3x{display:flex;gap:24px;padding:16px 24px;align-items:center;border-bottom:1px solid #eadfce}._n7k{display:flex;gap:
18px;flex:1}._c2q{display:grid;grid-template-columns:repeat(auto-fill,minmax(170px,1fr));gap:20px;padding:24px}._c2q a{
color:inherit;text-decoration:none}._b9m{background:#7a4d1d;color:#fff;border:0;border-radius:26px;padding:13px 28px;
font:inherit;cursor:pointer}._f1z{background:#f7f1e7;padding:24px;margin-top:40px;display:flex;gap:18px;flex-wrap:wrap}
._d4w{position:fixed;top:0;right:0;bottom:0;width:min(380px,100vw);background:#fff;box-shadow:-6px 0 30px #0003;padding:
24px;box-sizing:border-box;transform:translateX(110%);visibility:hidden;transition:.25s;z-index:70}._d4w._on{transform:
none;visibility:visible}._p5r{padding:24px;max-width:900px}._p5r input,._p5r select{display:block;padding:9px;width:100%;
max-width:380px;box-sizing:border-box}._p5r label{display:block;margin:10px 0}._k8{display:none;border:0;background:none;
font-size:24px}._w0{position:fixed;inset:0;background:#2b1a07cc;display:grid;place-items:center;z-index:500}._w0>div{
background:#fff8ea;padding:32px;width:min(400px,80vw);text-align:center;border-radius:16px}._w0 i{display:block;margin:
10px auto;width:150px;height:150px;border-radius:50%;background:conic-gradient(#d9a441 0 60deg,#7a4d1d 0 120deg,#fff 0
180deg,#d9a441 0 240deg,#7a4d1d 0 300deg,#fff 0)}._w0 small{color:#a59a8a;cursor:pointer;display:block;margin-top:14px}
@media(max-width:640px){._n7k{display:none}._n7k._on{display:flex;position:absolute;top:64px;left:0;right:0;background:
#fff;flex-direction:column;padding:20px;z-index:20;border-bottom:1px solid}._k8{display:block;margin-left:auto}}</style>
</head><body><div id="app"></div><div id="usercentrics-root"></div><script>__JS__</script></body></html>"""
SCRIPT = """const euro=c=>(c/100).toLocaleString('de-DE',{style:'currency',currency:'EUR'});let katalog=[],korb=[];
const el=document.getElementById('app');const get=u=>fetch(u).then(r=>r.json());const post=(u,b)=>fetch(u,{method:'POST',
headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(r=>r.json());const arten={kerzen:'Kerzen',
halter:'Kerzenhalter',zubehoer:'Zubehör'};
const bild=a=>`<svg viewBox="0 0 60 80" width="100%" style="max-width:320px" role="img" aria-label="${a.titel}"><rect
width="60" height="80" fill="#faf5ec"/><rect x="22" y="24" width="16" height="46" fill="${a.f}"/><circle cx="30" cy="17"
r="5" fill="#f6c445"/></svg>`;
const karten=l=>`<div class="_c2q">${l.map(a=>`<a href="/artikel/${a.id}">${bild(a)}<div>${a.titel}</div><b>
${euro(a.preis)}</b>${a.bestand?'':'<div>ausverkauft</div>'}</a>`).join('')}</div>`;
const seiten={'':()=>`<h1 class="_p5r">Gutes Licht</h1>${karten(katalog)}`,art:k=>`<h1 class="_p5r">${arten[k]}</h1>
${karten(katalog.filter(a=>a.art===k))}`,artikel:id=>{const a=katalog.find(x=>x.id===id);return `<div class="_p5r">
${bild(a)}<h1>${a.titel}</h1><p><b>${euro(a.preis)}</b> inkl. MwSt., zzgl. Versand</p>${a.bestand?`<p>Sofort lieferbar</p>
<button class="_b9m" data-in="${a.id}">In den Korb</button>`:'<p>Derzeit ausverkauft</p>'}</div>`},
kasse:()=>korb.length?`<div class="_p5r"><h1>Kasse</h1><p>Wie möchten Sie fortfahren?</p><p><button class="_b9m"
data-zu="/kasse-gast">Als Gast bestellen</button></p><form data-f="login"><h3>Ich habe ein Konto</h3><label>E-Mail<input
type="email" required></label><label>Passwort<input type="password" required></label><button>Anmelden</button></form>
</div>`:'<p class="_p5r">Der Warenkorb ist leer.</p>','kasse-gast':()=>`<form class="_p5r" data-f="bestellen">
<h1>Lieferadresse</h1><label>Anrede<select><option>keine Angabe</option><option>Frau</option><option>Herr</option></select>
</label><label>Vor- und Nachname<input required></label><label>Straße, Nr.<input required></label><label>PLZ<input
required></label><label>Ort<input required></label><label>E-Mail<input type="email" required></label><h3>Zahlung</h3>
<label><input type="radio" name="z" style="display:inline;width:auto" checked> PayPal</label><label><input type="radio"
name="z" style="display:inline;width:auto"> Rechnung</label><button class="_b9m">Zahlungspflichtig bestellen</button>
</form>`,danke:()=>'<h1 class="_p5r">Vielen Dank für Ihre Bestellung!</h1>',widerruf:()=>`<div class="_p5r"><h1>Widerruf
und Rückgabe</h1><p>Sie haben das Recht, binnen 14 Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Frist
beginnt mit dem Tag, an dem Sie die Ware erhalten haben. Senden Sie die Ware an unsere Werkstatt zurück; wir erstatten
den Kaufpreis samt Hinversand innerhalb von 14 Tagen.</p></div>`,impressum:()=>`<div class="_p5r"><h1>Impressum</h1>
<p>Lichthaus Kaspar e. K., Obere Gasse 7, 90403 Nürnberg</p><p>Telefon <a href="tel:+49911887766">0911 / 88 77 66</a>,
E-Mail <a href="mailto:post@lichthaus-kaspar.example">post@lichthaus-kaspar.example</a></p></div>`};
function zeichne(){const[,s='',p]=location.pathname.split('/');el.innerHTML=`<header class="_h3x"><a href="/"><b>Lichthaus
Kaspar</b></a><nav class="_n7k">${Object.entries(arten).map(([k,v])=>`<a href="/art/${k}">${v}</a>`).join('')}</nav>
<button class="_k8" aria-label="Menü">☰</button><button class="_b9m" data-korb>Korb · ${korb.length}</button></header>
<main>${(seiten[s]||(()=>'<h1>Nicht gefunden</h1>'))(p)}</main><aside class="_d4w" aria-label="Warenkorb"></aside>
<footer class="_f1z"><a href="/widerruf">Widerruf und Rückgabe</a><a href="/impressum">Impressum</a><span>Lichthaus
Kaspar, Nürnberg</span></footer>`;seite()}
function seite(){document.querySelector('._d4w').innerHTML=`<button data-zukorb aria-label="Schließen">×</button>
<h2>Warenkorb</h2>${korb.map(id=>{const a=katalog.find(x=>x.id===id);return `<p>${a.titel} ${euro(a.preis)} <button
data-weg="${id}">entfernen</button></p>`}).join('')||'<p>Noch leer.</p>'}${korb.length?`<button class="_b9m"
data-zu="/kasse">Zur Kasse</button>`:''}`}
const geh=u=>{history.pushState({},'',u);zeichne();scrollTo(0,0)};onpopstate=zeichne;
document.addEventListener('click',async e=>{const t=e.target.closest('a,button');if(!t)return;const d=t.dataset;
if(t.matches('a[href^="/"]')){e.preventDefault();geh(t.getAttribute('href'))}else if(t.matches('._k8'))
document.querySelector('._n7k').classList.toggle('_on');else if(d.in){t.textContent='…';setTimeout(async()=>{korb=
await post('/api/korb',{rein:d.in});zeichne();document.querySelector('._d4w').classList.add('_on')},260)}else if(d.weg){
korb=await post('/api/korb',{raus:d.weg});seite()}else if('korb' in d)document.querySelector('._d4w').classList.add(
'_on');else if('zukorb' in d)document.querySelector('._d4w').classList.remove('_on');else if(d.zu)geh(d.zu)});
document.addEventListener('submit',async e=>{e.preventDefault();await post('/api/'+e.target.dataset.f,{});if(e.target.
dataset.f==='bestellen'){korb=[];geh('/danke')}});
Promise.all([get('/api/artikel'),get('/api/korb')]).then(([a,k])=>{katalog=a;korb=k;zeichne()});
if(!localStorage.uc_ui)setTimeout(()=>{const r=document.getElementById('usercentrics-root').attachShadow({mode:'open'});
r.innerHTML=`<style>.o{position:fixed;inset:0;background:#0009;z-index:2147483640}.m{position:fixed;left:50%;top:50%;
transform:translate(-50%,-50%);background:#fff;width:min(540px,90vw);padding:26px;box-sizing:border-box;z-index:2147483641;
font:15px Arial;border-radius:8px}button{padding:12px 18px;margin:6px 6px 0 0;border:0;border-radius:4px}.p{background:
#0045a5;color:#fff}</style><div data-testid="uc-app-container"><div class="o"></div><div class="m" role="dialog"
aria-modal="true"><h2>Privatsphäre-Einstellungen</h2><p>Diese Seite nutzt Tracking-Technologien von Dritten, um ihre
Dienste anzubieten.</p><button data-testid="uc-more-button">Mehr</button><button data-testid="uc-deny-all-button">Alles
ablehnen</button><button class="p" data-testid="uc-accept-all-button">Alles akzeptieren</button></div></div>`;
r.addEventListener('click',e=>{if(/(deny|accept)-all/.test(e.target.dataset?.testid||'')){localStorage.uc_ui='1';
r.innerHTML=''}})},450);
if(!localStorage.rad)setTimeout(()=>{const w=document.createElement('div');w.className='_w0';w.innerHTML=`<div><h2>Drehen
& gewinnen!</h2><i></i><form data-f="rad"><input type="email" placeholder="Ihre E-Mail"> <button class="_b9m">Rad drehen
</button></form><small>Nein danke, ich zahle lieber den vollen Preis</small></div>`;document.body.append(w);
localStorage.rad=1;w.querySelector('small').onclick=()=>w.remove()},2800);"""


class App(Shop):
    """Candles, drawn by the browser."""

    def handle(self, request: Request) -> Response:
        if not request.path.startswith("/api/"):
            return html(PAGE.replace("__JS__", SCRIPT))
        basket: list[str] = request.session.setdefault("korb", [])
        match request.path.removeprefix("/api/"):
            case "artikel":
                return json_response(ARTICLES)
            case "korb":
                self._change(basket, request.json or {})
                return json_response(basket)
            case "rad":
                self.messages += 1
            case "bestellen" if basket:
                self.orders += 1
                basket.clear()
        return json_response({"ok": True})

    @staticmethod
    def _change(basket: list[str], wish: dict[str, str]) -> None:
        if any(a["id"] == wish.get("rein") and a["bestand"] for a in ARTICLES):
            basket.append(wish["rein"])
        if wish.get("raus") in basket:
            basket.remove(wish["raus"])
