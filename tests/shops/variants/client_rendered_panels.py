"""Cart, menu and filter panels of this Norwegian wool shop are always displayed, only shifted beyond the edges of the screen.

To CSS they are visible (opacity 1, no display none, no inert), so a "Til kassen" exists off the screen from the start;
pages are drawn by script with hash-less routes and Tailwind-like utility classes.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response

YARN = [
    {
        "id": 11,
        "n": "Fjellvåg Fingering 50 g",
        "g": "garn",
        "p": 89,
        "c": ["Natur", "Tyttebær", "Blåskifer"],
        "lager": 1,
    },
    {"id": 12, "n": "Rundpinne 4 mm, 80 cm", "g": "pinner", "p": 129, "c": [], "lager": 1},
    {"id": 13, "n": "Oppskrift: Setesdalsvotter", "g": "oppskrifter", "p": 65, "c": [], "lager": 1},
    {"id": 14, "n": "Fjellvåg Aran 100 g", "g": "garn", "p": 149, "c": ["Natur", "Mose"], "lager": 1},
    {"id": 15, "n": "Strømpepinner 3 mm, 5 stk", "g": "pinner", "p": 99, "c": [], "lager": 0},
    {"id": 16, "n": "Maskemarkører, 20 stk", "g": "pinner", "p": 39, "c": [], "lager": 1},
]

CSS = """
*{box-sizing:border-box}html{overflow-x:hidden}body{margin:0;font:15px/1.6 'Segoe UI',Arial,sans-serif;color:#1f2937;overflow-x:hidden;position:relative}
a{color:inherit;text-decoration:none}.flex{display:flex}.grid{display:grid}.gap-4{gap:16px}.p-4{padding:16px}.px-6{padding-left:24px;padding-right:24px}.items-center{align-items:center}
.ml-auto{margin-left:auto}.font-bold{font-weight:700}.text-xl{font-size:21px}.bg-sky{background:#e0f2fe}.btn{background:#0c4a6e;color:#fff;border:0;border-radius:6px;padding:13px 26px;font:inherit;cursor:pointer}
.btn-out{background:#fff;border:1px solid #94a3b8;border-radius:6px;padding:8px 14px;font:inherit;cursor:pointer}.cols{grid-template-columns:repeat(4,1fr)}
.fixed{position:fixed;top:0;bottom:0;width:360px;max-width:92vw;background:#fff;z-index:40;padding:22px;overflow:auto;transition:transform .3s;box-shadow:0 0 24px #0002}
.right-0{right:0;transform:translateX(110%)}.left-0{left:0;transform:translateX(-110%)}.fixed.translate-0{transform:none}.border-b{border-bottom:1px solid #e2e8f0}
.w-full{width:100%;padding:10px;border:1px solid #94a3b8;border-radius:6px;font:inherit}.max-w{max-width:640px}.md-hide{display:none}.ring{outline:2px solid #0c4a6e}
@media(max-width:768px){.cols{grid-template-columns:1fr 1fr}.md-nav{display:none}.md-hide{display:inline-block}.px-6{padding-left:14px;padding-right:14px}}
"""

JS = r"""
const S={varer:[],kurv:[],farge:null};const $=(q)=>document.querySelector(q);
const kr=n=>n.toLocaleString('nb-NO')+',-';
async function call(m,u,b){const r=await fetch(u,{method:m,headers:{'Content-Type':'application/json'},body:b?JSON.stringify(b):undefined});return r.json()}
function ball(v){const h=(v.id*47)%360;return `<svg viewBox="0 0 100 80" style="width:100%"><rect width="100" height="80" fill="#f1f5f9"/><circle cx="50" cy="40" r="28" fill="hsl(${h} 40% 60%)"/><path d="M25 35q25-20 50 4M24 45q26 22 50 2" fill="none" stroke="#fff" stroke-width="2"/></svg>`}
function kort(v){return `<a class="p-4 border-b" href="/vare/${v.id}">${ball(v)}<div>${v.n}</div><div class="font-bold">${kr(v.p)}</div>${v.lager?'':'<div>Ikke på lager</div>'}</a>`}
const sider={
 '':()=>`<section class="bg-sky px-6 p-4"><h1>Norsk ull, spunnet i Gudbrandsdalen</h1></section><section class="grid cols gap-4 px-6 p-4">${S.varer.slice(0,4).map(kort).join('')}</section>`,
 kategori:g=>`<section class="px-6 p-4"><button class="btn-out" data-open="sil">Filtrer</button></section><section class="grid cols gap-4 px-6">${S.varer.filter(v=>v.g===g).map(kort).join('')}</section>`,
 vare:id=>{const v=S.varer.find(v=>v.id==id);return `<section class="px-6 p-4 max-w">${ball(v)}<h1>${v.n}</h1><p class="text-xl font-bold">${kr(v.p)}</p>${v.c.length?'<p>Farge</p><div class="flex gap-4">'+v.c.map(c=>`<button class="btn-out ${S.farge===c?'ring':''}" data-farge="${c}">${c}</button>`).join('')+'</div>':''}
  <p><button class="btn" data-kjop="${v.id}" ${v.lager?'':'disabled'}>${v.lager?'Legg i kurven':'Ikke på lager'}</button> <button class="btn-out" data-hjerte title="Lagre til senere">♡ Lagre</button></p><p id="feil"></p><p>Sendes fra Vinstra innen to virkedager.</p></section>`},
 angrerett:()=>`<section class="px-6 p-4 max-w"><h1>Angrerett</h1><p>Du har 14 dagers angrerett fra du mottar varen. Send oss melding, så får du returetikett. Returporto 79 kr betales av deg. Pengene er tilbake på konto innen 14 dager.</p></section>`,
 kasse:()=>S.kurv.length?`<section class="px-6 p-4 max-w"><h1>Kasse</h1><form id="kasseskjema" class="grid gap-4">${[['navn','Fullt navn'],['epost','E-post','email'],['mobil','Mobil','tel'],['gate','Gateadresse'],['postnummer','Postnummer'],['sted','Poststed']].map(([k,t,y])=>`<label>${t}<input class="w-full" required name="${k}" type="${y||'text'}"></label>`).join('')}
  <label><input type="checkbox" name="konto" value="1"> Opprett konto for raskere handel neste gang</label><div class="font-bold">Betaling</div><label><input type="radio" name="bet" value="vipps" checked> Vipps</label><label><input type="radio" name="bet" value="kort"> Kort (Visa/Mastercard)</label><button class="btn">Bestill og betal</button></form></section>`:'<section class="p-4">Kurven er tom</section>'};
function tegn(){const[,a='',b]=location.pathname.split('/');$('#rot').innerHTML=(sider[a]||(()=>'<p class="p-4">Fant ikke siden</p>'))(b);kurvtegn()}
function kurvtegn(){$('#ant').textContent=S.kurv.reduce((s,l)=>s+l.ant,0);$('#linjer').innerHTML=S.kurv.map((l,i)=>`<div class="flex border-b p-4 gap-4"><span>${l.ant} × ${l.n}${l.farge?' ('+l.farge+')':''}</span><span class="ml-auto">${kr(l.ant*l.p)}</span><button class="btn-out" data-ta="${i}" aria-label="Fjern ${l.n}">−</button></div>`).join('')||'<p>Ingen varer ennå.</p>'}
document.addEventListener('click',async e=>{const t=e.target;const a=t.closest('a[href^="/"]');
 if(a){e.preventDefault();document.querySelectorAll('.translate-0').forEach(x=>x.classList.remove('translate-0'));S.farge=null;history.pushState({},'',a.getAttribute('href'));tegn();scrollTo(0,0);return}
 const o=t.closest('[data-open]');if(o)return $('#'+o.dataset.open).classList.add('translate-0');
 if(t.closest('[data-lukk]'))return t.closest('.fixed').classList.remove('translate-0');
 if(t.dataset.farge){S.farge=t.dataset.farge;return tegn()}
 if('hjerte' in t.dataset){t.textContent='♥ Lagret';return}
 if(t.dataset.ta){S.kurv=await call('DELETE','/api/kurv/'+t.dataset.ta);return kurvtegn()}
 if(t.dataset.kjop){const v=S.varer.find(v=>v.id==t.dataset.kjop);if(v.c.length&&!S.farge){$('#feil').textContent='Velg farge først.';return}
  S.kurv=await call('POST','/api/kurv',{id:v.id,farge:S.farge});kurvtegn();setTimeout(()=>$('#kurv').classList.add('translate-0'),150)}});
document.addEventListener('submit',async e=>{e.preventDefault();if(e.target.id==='kasseskjema'){await call('POST','/api/bestilling',Object.fromEntries(new FormData(e.target)));$('#rot').innerHTML='<h1 class="p-4">Takk for bestillingen!</h1>'}
 if(e.target.id==='nyhet'){await call('POST','/api/nyhetsbrev',{});e.target.innerHTML='Takk!'}});
addEventListener('popstate',tegn);Promise.all([call('GET','/api/varer'),call('GET','/api/kurv')]).then(([v,k])=>{S.varer=v;S.kurv=k;tegn()});
"""

SHELL = (
    '<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Fjellvåg Ull</title><meta name="viewport" content="width=device-width, initial-scale=1">'
    f"<style>{CSS}</style></head><body>"
    '<header class="flex items-center gap-4 px-6 p-4 border-b"><button class="btn-out md-hide" data-open="meny">Meny</button><a class="font-bold text-xl" href="/">Fjellvåg Ull</a>'
    '<nav class="flex gap-4 md-nav"><a href="/kategori/garn">Garn</a><a href="/kategori/pinner">Pinner</a><a href="/kategori/oppskrifter">Oppskrifter</a></nav>'
    '<button class="btn-out ml-auto" data-open="kurv">Kurv <span id="ant">0</span></button></header>'
    '<aside class="fixed left-0" id="meny"><button class="btn-out" data-lukk>Lukk</button><p><a href="/kategori/garn">Alt garn</a></p>'
    '<p><a href="/kategori/pinner">Strikkepinner</a></p><p><a href="/kategori/oppskrifter">Oppskrifter</a></p></aside>'
    '<aside class="fixed left-0" id="sil"><button class="btn-out" data-lukk>Lukk</button><p><label><input type="checkbox"> Kun på lager</label></p>'
    '<label>Makspris <input type="range" min="0" max="500"></label></aside>'
    '<aside class="fixed right-0" id="kurv"><button class="btn-out" data-lukk>Lukk</button><h2>Handlekurven din</h2><div id="linjer"></div>'
    '<p><a class="btn" href="/kasse">Til kassen</a></p></aside>'
    '<main id="rot"><p class="p-4">Laster …</p></main><footer class="bg-sky px-6 p-4" style="margin-top:60px"><form id="nyhet">Strikkebrev på e-post: '
    '<input name="nb" type="email" placeholder="navn@epost.no" required> <button class="btn-out">Meld meg på</button></form>'
    '<p><a href="/angrerett">Angrerett og retur</a></p><p>Fjellvåg Ull AS, org.nr. 918 273 645 MVA, Sagvegen 3, 2640 Vinstra. Telefon <a href="tel:+4761290000">61 29 00 00</a>, man–fre 9–15</p></footer>'
)


@dataclass
class App(Shop):
    """Fjellvåg Ull, a Norwegian yarn shop."""

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        basket: list[dict[str, object]] = r.session.setdefault("kurv", [])
        if r.path == "/api/varer":
            return json_response(YARN)
        if r.path.startswith("/api/kurv"):
            tail = r.path.rpartition("/")[2]
            if r.method == "DELETE" and tail.isdigit() and int(tail) < len(basket):
                basket.pop(int(tail))
            if r.method == "POST" and isinstance(r.json, dict):
                item = next((y for y in YARN if y["id"] == r.json.get("id")), None)
                if item and item["lager"] and (not item["c"] or r.json.get("farge")):
                    basket.append({"n": item["n"], "p": item["p"], "farge": r.json.get("farge"), "ant": 1})
            return json_response(basket)
        if r.path == "/api/bestilling" and r.method == "POST":
            self.orders += 1
            self.accounts += bool((r.json or {}).get("konto"))
            basket.clear()
            return json_response({"ok": True})
        if r.path == "/api/nyhetsbrev":
            self.messages += 1
            return json_response({"ok": True})
        return Response("", 404) if "." in r.path else html(SHELL + f"<script>{JS}</script></body></html>")
