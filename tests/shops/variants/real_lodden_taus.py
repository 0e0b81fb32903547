"""A Norwegian wool shop on a hosted platform: sizes as tiles, a refusal that says nothing, a basket that slides in and a bare till."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug: name, price, in stock, colours, sizes (the first is gone), department, reviews
PLAGG: dict[str, tuple[str, int, bool, tuple[str, ...], tuple[str, ...], str, int]] = {
    "islender-rim": ("Islender Rim", 1899, False, ("Grå",), ("XS", "S", "M"), "gensere", 0),
    "genser-tuft": ("Genser Tuft", 1599, True, ("Sauehvit", "Kobolt"), ("XS", "S", "M", "L"), "gensere", 3),
    "ullbukse-moen": ("Ullbukse Moen", 1299, True, ("Sort",), ("S", "M", "L", "XL"), "underdeler", 0),
    "sokk-dobbel": ("Sokk Dobbel", 189, True, ("Brun", "Grå"), ("36–39", "40–43", "44–47"), "tilbehor", 2),
    "vott-kvist": ("Vott Kvist", 349, True, ("Rust",), ("S", "M", "L"), "tilbehor", 0),
}
AVD = {"gensere": "Gensere", "underdeler": "Underdeler", "tilbehor": "Tilbehør"}
CSS = """*{box-sizing:border-box}body{margin:0;font:16px/1.5 "Segoe UI",Arial,sans-serif;color:#222}a{color:inherit}.linje{background:#1e3a34;color:#fff;text-align:center;font-size:13px;padding:6px}.hode{display:flex;align-items:center;gap:18px;padding:14px 4vw;border-bottom:1px solid #e3e3e3}.hode .merke{font:700 24px Georgia;text-decoration:none}.hode nav{display:flex;gap:20px;flex:1}.hode nav a{text-decoration:none}.hode button{background:none;border:0;cursor:pointer;padding:6px;position:relative}.tall{position:absolute;top:-4px;right:-6px;background:#c1442d;color:#fff;font-size:11px;border-radius:10px;padding:0 5px}.sok{display:none;padding:10px 4vw;background:#f3f3f0}.sok.vis{display:block}.sok input{padding:10px;width:70%}.burger{display:none}
.banner{background:#d8e0d9;padding:70px 4vw}.innhold{max-width:1200px;margin:0 auto;padding:22px 4vw}.rutenett{display:grid;grid-template-columns:repeat(4,1fr);gap:20px}.kort{position:relative}.kort>a{text-decoration:none;display:block}.kort svg{width:100%;background:#eef0ec}.kort .kj{background:#1e3a34;color:#fff;text-align:center;padding:9px;margin-top:6px}.utsolgt{position:absolute;left:8px;top:8px;background:#fff;padding:2px 8px;font-size:12px}.to{display:grid;grid-template-columns:1.1fr 1fr;gap:40px}.valgboks{border:2px solid transparent;padding:8px;margin:0 -8px 8px}.valgboks.mangler{border-color:#c1442d}.valgboks b{display:block;margin-bottom:6px}.flis{display:inline-block;position:relative;margin:0 6px 6px 0}.flis input{position:absolute;opacity:0;width:1px;height:1px}.flis span{display:block;border:1px solid #999;padding:9px 15px;cursor:pointer;min-width:46px;text-align:center}.flis input:checked+span{background:#1e3a34;color:#fff}.flis input:disabled+span{color:#bbb;text-decoration:line-through;cursor:default}
.stor{background:#1e3a34;color:#fff;border:0;padding:15px 26px;font:inherit;font-weight:600;cursor:pointer;width:100%;display:block;text-align:center;text-decoration:none}.hjerte{background:none;border:1px solid #bbb;font-size:20px;padding:4px 12px;margin-top:10px}.festet{display:none;position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:1px solid #ccc;padding:10px 14px;gap:12px;align-items:center;z-index:15}.festet b{flex:1}.festet .stor{width:auto;padding:12px 30px}
.skuff{position:fixed;top:0;right:0;height:100%;width:min(400px,100%);background:#fff;z-index:30;padding:20px;transform:translateX(102%);visibility:hidden;transition:transform .35s,visibility .35s;overflow:auto;box-shadow:0 0 30px #0004}.skuff.apen{transform:none;visibility:visible}.skuff .lk{float:right;background:none;border:0;font-size:22px}.rad{display:flex;gap:10px;border-bottom:1px solid #eee;padding:10px 0}.rad span{flex:1}.fot{background:#f3f3f0;padding:30px 4vw 110px;display:grid;grid-template-columns:1fr 1fr 1fr;gap:30px}.fot h4{margin:0 0 8px}.fot a{display:block}
.samtykke{position:fixed;inset:0;background:#0009;z-index:60;display:flex;align-items:center;justify-content:center}.samtykke>div{background:#fff;padding:26px;max-width:440px;margin:16px}.samtykke button{padding:12px 18px;margin:8px 8px 0 0;font:inherit;border:1px solid #1e3a34;background:#fff}.prat{position:fixed;right:16px;bottom:18px;z-index:14;border:0;border-radius:30px;background:#c1442d;color:#fff;padding:13px 18px;font:inherit}.pratboks{position:fixed;right:16px;bottom:76px;width:280px;background:#fff;border:1px solid #aaa;padding:14px;z-index:16}.pratboks textarea{width:100%}
@media(max-width:820px){.burger{display:block}.hode nav{display:none;position:absolute;top:96px;left:0;right:0;background:#fff;flex-direction:column;padding:16px 4vw;z-index:12}.hode nav.vis{display:flex}.hode .merke{flex:1}.rutenett{grid-template-columns:1fr 1fr}.to{grid-template-columns:1fr;gap:16px}.festet.vis{display:flex}.prat{bottom:84px}.fot{grid-template-columns:1fr;gap:0}.fot h4{padding:12px 0;border-top:1px solid #ccc;margin:0}.fot h4:after{content:"+";float:right}.fot div div{display:none}.fot div.vis div{display:block}}"""
JS = r"""<script>(()=>{const $=(s,b=document)=>b.querySelector(s),sk=$('.skuff');
const tegn=k=>{$('.tall').textContent=k.antall||'';$('#linjer').innerHTML=k.linjer.map(l=>`<div class="rad"><span>${l.navn}<br><small>${l.valg}</small></span><span>${l.antall} stk</span><b>${l.sum},-</b><button data-fjern="${l.id}" aria-label="Fjern">🗑</button></div>`).join('')||'<p>Handlekurven er tom.</p>';$('#bunn').hidden=!k.antall;$('#sum').textContent=k.total+',-'};
const send=(b)=>fetch('/ajax/kurv',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b||{})}).then(r=>r.json()).then(k=>(tegn(k),k));send();
const vis=()=>sk.classList.add('apen');$('[data-kurv]').onclick=vis;sk.addEventListener('click',e=>{if(e.target.closest('.lk,[data-videre]'))sk.classList.remove('apen');const f=e.target.closest('[data-fjern]');if(f)send({fjern:f.dataset.fjern})});
$('[data-sok]').onclick=()=>$('.sok').classList.toggle('vis');$('.burger').onclick=()=>$('.hode nav').classList.toggle('vis');document.querySelectorAll('.fot h4').forEach(h=>h.onclick=()=>h.parentNode.classList.toggle('vis'));
const f=$('#kjop');if(f){const st=$('#storrelser'),legg=()=>{if(!f.storrelse||![...st.querySelectorAll('input')].some(i=>i.checked)){st.classList.add('mangler');st.scrollIntoView({block:'center',behavior:'smooth'});return}send({slug:f.dataset.slug,farge:new FormData(f).get('farge'),storrelse:new FormData(f).get('storrelse')}).then(vis)};
st.onchange=()=>st.classList.remove('mangler');f.onsubmit=e=>{e.preventDefault();legg()};const fe=$('.festet');$('button',fe).onclick=legg;new IntersectionObserver(x=>fe.classList.toggle('vis',!x[0].isIntersecting&&x[0].boundingClientRect.top<0)).observe($('.stor',f));
$('.hjerte').onclick=e=>{e.currentTarget.textContent='♥'}}
$('.prat').onclick=()=>{const p=$('.pratboks');p.hidden=!p.hidden};
if(!localStorage.samtykke){const d=document.createElement('div');d.className='samtykke';d.setAttribute('role','dialog');d.innerHTML='<div><b>Vi bruker informasjonskapsler</b><p>Noen trengs for at butikken skal virke, andre viser oss hva du liker.</p><button>Kun nødvendige</button><button style="background:#1e3a34;color:#fff">Godta alle</button></div>';document.body.append(d);d.onclick=e=>{if(e.target.tagName=='BUTTON'){localStorage.samtykke=1;d.remove()}}}})()</script>"""
SIDER = {
    "bytte-og-retur": "<h1>Bytte og retur</h1><p>Angrer du? Du har 60 dager på deg fra pakken ble hentet. Plagget må være ubrukt og ha lappene på. Legg ved returskjemaet og send pakken til oss, så trekker vi 69 kr i returfrakt og betaler resten tilbake innen ti dager. Bytte av størrelse er gratis.</p>",
    "frakt": "<h1>Frakt</h1><p>Posten leverer på 2–4 dager. 79 kr, gratis over 1000 kr.</p>",
    "om-oss": "<h1>Om oss</h1><p>Tre søsken strikker av ull fra Gudbrandsdalen.</p>",
}


@dataclass
class App(Shop):
    """Lodden, Lillehammer."""

    def kurv(self, r: Request) -> dict[str, Any]:
        linjer = []
        for n, ant in r.session.setdefault("kurv", {}).items():
            slug, farge, st = n.split("~")
            linjer.append({"id": n, "navn": PLAGG[slug][0], "valg": f"{farge}, {st}", "antall": ant, "sum": PLAGG[slug][1] * ant})  # fmt: skip
        return {"linjer": linjer, "antall": sum(x["antall"] for x in linjer), "total": sum(x["sum"] for x in linjer)}

    def side(self, r: Request, tittel: str, innhold: str, status: int = 200, hode: str = "") -> Response:
        nav = "".join(f'<a href="/{k}">{n}</a>' for k, n in AVD.items())
        return html(
            f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{tittel} – Lodden</title><style>{CSS}</style>{hode}</head><body><div class="linje">Fri frakt over 1000 kr</div><header class="hode"><button class="burger" aria-label="Meny">☰</button><a class="merke" href="/">Lodden</a><nav>{nav}<a href="/om-oss">Om oss</a></nav><button data-sok aria-label="Søk">🔍</button><button data-kurv aria-label="Handlekurv"><svg width="26" height="24"><path d="M2 6h22l-3 12H6z" fill="none" stroke="#222" stroke-width="2"/></svg><i class="tall"></i></button></header><form class="sok" action="/sok"><input name="q" placeholder="Hva leter du etter?" aria-label="Søk"> <button>Søk</button></form>'
            f'{innhold}<footer class="fot"><div><h4>Kundeservice</h4><div><a href="mailto:hei@lodden-ull.example">hei@lodden-ull.example</a><a href="tel:+4761555021">61 55 50 21</a><p>Lodden AS<br>Torggata 4<br>2609 Lillehammer</p></div></div><div><h4>Informasjon</h4><div><a href="/bytte-og-retur">Bytte og retur</a><a href="/frakt">Frakt</a><a href="/om-oss">Om oss</a></div></div><div><h4>Nyhetsbrev</h4><div><form method="post" action="/nyhetsbrev"><input type="email" name="e" placeholder="E-postadresse" aria-label="E-postadresse"> <button>Meld på</button></form></div></div></footer>'
            f'<aside class="skuff" aria-label="Handlekurv"><button class="lk" aria-label="Lukk">×</button><h3>Handlekurv</h3><div id="linjer"></div><div id="bunn" hidden><p>Sum <b id="sum"></b></p><a class="stor" href="/checkout">Til kassen</a><p><button data-videre>Fortsett å handle</button></p></div></aside><button class="prat">💬 Chat</button><div class="pratboks" hidden><b>Hei! Hva kan vi hjelpe med?</b><form method="post" action="/prat"><textarea name="t" rows="3" aria-label="Melding"></textarea><button>Send</button></form></div>{JS}</body></html>',
            status,
        )

    def kort(self, avd: str = "", ord_: str = "") -> str:
        ut = "".join(
            f'<div class="kort">{"" if p[2] else "<span class=utsolgt>Utsolgt</span>"}<a href="/{p[5]}/{s}"><svg viewBox="0 0 60 60"><path d="M16 16l8-5h12l8 5 8 20-7 3-4-9v24H19V30l-4 9-7-3z" fill="hsl({len(s) * 29} 22% 52%)"/></svg><strong>{p[0]}</strong><br>{p[1]},-</a><a href="/{p[5]}/{s}"><div class="kj">Kjøp</div></a></div>'
            for s, p in PLAGG.items()
            if (not avd or p[5] == avd) and ord_.lower() in p[0].lower()
        )
        return f'<div class="rutenett">{ut or "Ingen treff."}</div>'

    def handle(self, r: Request) -> Response:
        d = r.path.strip("/").split("/")
        if r.path == "/":
            return self.side(r, "Ull for hverdagen", f'<div class="banner"><h1>Varmt, også når det regner</h1><a href="/gensere">Se gensere</a></div><div class="innhold"><h2>Populært</h2>{self.kort()}</div>')  # fmt: skip
        if r.path == "/ajax/kurv" and r.method == "POST":
            return self.endre(r)
        if d[0] in AVD:
            return self.plagg(r, d[-1]) if len(d) > 1 else self.side(r, AVD[d[0]], f'<div class="innhold"><h1>{AVD[d[0]]}</h1>{self.kort(d[0])}</div>')  # fmt: skip
        if d[0] == "sok":
            return self.side(r, "Søk", f'<div class="innhold"><h1>Søk: {escape(r.query.get("q", ""))}</h1>{self.kort(ord_=r.query.get("q", ""))}</div>')  # fmt: skip
        if d[0] in ("nyhetsbrev", "prat") and r.method == "POST":
            self.messages += 1
            return self.side(r, "Takk", '<div class="innhold"><h1>Takk!</h1></div>')
        if d[0] == "checkout":
            return self.kasse(r)
        finnes = d[0] in SIDER
        return self.side(r, d[0].title(), f'<div class="innhold">{SIDER[d[0]] if finnes else "<h1>Siden finnes ikke</h1>"}</div>', 200 if finnes else 404)  # fmt: skip

    def endre(self, r: Request) -> Response:
        b: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
        kurv: dict[str, int] = r.session.setdefault("kurv", {})
        kurv.pop(str(b.get("fjern")), None)
        p = PLAGG.get(str(b.get("slug")))
        if p and p[2] and b.get("farge") in p[3] and b.get("storrelse") in p[4][1:]:
            n = f"{b['slug']}~{b['farge']}~{b['storrelse']}"
            kurv[n] = kurv.get(n, 0) + 1
        return json_response(self.kurv(r))

    def plagg(self, r: Request, slug: str) -> Response:
        if slug not in PLAGG:
            return self.side(r, "404", '<div class="innhold"><h1>Finner ikke varen</h1></div>', 404)
        navn, pris, inne, farger, storrelser, avd, ant = PLAGG[slug]
        fl = "".join(f'<label class="flis"><input type="radio" name="farge" value="{f}" {"" if i else "checked"}><span>{f}</span></label>' for i, f in enumerate(farger))  # fmt: skip
        st = "".join(f'<label class="flis"><input type="radio" name="storrelse" value="{s}" {"" if i else "disabled"}><span>{s}</span></label>' for i, s in enumerate(storrelser))  # fmt: skip
        kjop = f'<form id="kjop" data-slug="{slug}"><div class="valgboks"><b>Farge</b>{fl}</div><div class="valgboks" id="storrelser"><b>Størrelse</b>{st}</div><button class="stor">Legg i handlekurv</button><button type="button" class="hjerte" aria-label="Legg til i ønskeliste">♡</button></form><div class="festet"><b>{pris},-</b><button class="stor">Kjøp</button></div>' if inne else '<p><b>Utsolgt</b></p><p>Kommer igjen til høsten.</p>'  # fmt: skip
        omtaler = "".join(f"<p>{'★' * (5 - i)}{'☆' * i} «Varm og god, akkurat passe.» – kunde nr. {i + 1}</p>" for i in range(ant)) or "<p>Ingen omtaler ennå.</p>"  # fmt: skip
        data = json.dumps({"@context": "https://schema.org", "@type": "Product", "name": navn, "sku": slug, "offers": {"@type": "Offer", "price": str(pris), "priceCurrency": "NOK", "availability": f"https://schema.org/{'InStock' if inne else 'OutOfStock'}"}})  # fmt: skip
        return self.side(r, navn, f'<div class="innhold"><p><a href="/">Hjem</a> / <a href="/{avd}">{AVD[avd]}</a></p><div class="to"><svg viewBox="0 0 60 50" width="100%"><rect width="60" height="50" fill="#eef0ec"/><circle cx="30" cy="25" r="14" fill="#8a9a8f"/></svg><div><h1>{navn}</h1><p style="font-size:24px">{pris},-</p>{kjop}</div></div><h3>Om plagget</h3><p>100 % norsk ull. Vaskes på ullprogram, tørkes flatt. Strikket i små serier, så ingen er helt like.</p><h3>Omtaler</h3>{omtaler}</div>', hode=f'<script type="application/ld+json">{data}</script>')  # fmt: skip

    def kasse(self, r: Request) -> Response:
        k = self.kurv(r)
        if not k["antall"]:
            return redirect("/")
        topp = f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Kasse – Lodden</title><style>{CSS}.kf{{max-width:560px;margin:0 auto;padding:18px}}.kf label.l{{display:block;margin:9px 0}}.kf .l input{{display:block;width:100%;padding:11px;font:inherit}}</style></head><body><div class="kf"><p><a href="/">‹ Tilbake til butikken</a></p>'
        if r.method == "POST":
            self.orders += 1
            self.accounts += "konto" in r.form
            r.session["kurv"] = {}
            return html(f"{topp}<h1>Takk for bestillingen!</h1></div></body></html>")
        felt = "".join(f'<label class="l">{t}<input name="{t}" required></label>' for t in ("E-post", "Mobilnummer", "Fornavn", "Etternavn", "Adresse", "Postnummer"))  # fmt: skip
        return html(f"""{topp}<h1>Kasse</h1><p>{k["antall"]} varer, {k["total"]},- · Kjent fra før? <a href="#" onclick="return false">Logg inn</a></p><form method="post"><h3>1. Hvem skal ha pakken?</h3>{felt}<p><label><input type="checkbox" name="annen"> Send til en annen adresse</label></p><p><label><input type="checkbox" name="konto"> Lag en kundekonto av opplysningene</label></p><h3>2. Frakt</h3><label class="flis"><input type="radio" name="frakt" value="p" checked><span>Hentested 79,-</span></label><label class="flis"><input type="radio" name="frakt" value="h"><span>Hjem 129,-</span></label><h3>3. Betaling</h3><div id="bet">Henter betalingsmåter …</div><p><button class="stor">Fullfør kjøpet</button></p></form></div><script>setTimeout(()=>{{document.getElementById('bet').innerHTML=['Vipps','Kort','Klarna'].map((b,i)=>`<label class="flis"><input type="radio" name="bet" value="${{b}}" ${{i?'':'checked'}}><span>${{b}}</span></label>`).join('')}},600)</script></body></html>""")  # fmt: skip
