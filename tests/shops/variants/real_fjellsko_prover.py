"""A Norwegian shoe shop on a heavy platform: swatches drawn by script must be chosen, the small basket comes late behind an icon.

The till is an empty shell until its script has run; e-mail first, then the address, signing in is a pop-up.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

SKO: dict[str, dict[str, Any]] = {
    "tinde-gtx": {"id": 61, "t": "Tinde GTX", "kr": 2199, "lager": False},
    "vidde-lav": {"id": 64, "t": "Vidde Lav", "kr": 1499, "lager": True},
    "myr-stovel": {"id": 67, "t": "Myr Støvel", "kr": 999, "lager": True},
    "sva-tilbringer": {"id": 70, "t": "Sva Tilbringer", "kr": 1799, "lager": True},
}
STR = {"40": True, "41": False, "42": True, "43": True}
FARGE = {"Grå": "#8a8f94", "Rust": "#a5512b"}
CSS = """body{margin:0;font:14px/1.45 "Open Sans","Helvetica Neue",Arial;color:#333}.pw{max-width:1240px;margin:0 auto;padding:0 20px}.panel-topp{background:#56624b;color:#fff;font-size:13px}.panel-topp .pw{display:flex;justify-content:flex-end;gap:18px;padding-block:9px}.panel-topp a{color:#fff}.hode{display:flex;align-items:center;gap:18px;padding-block:16px}.hode .lg{font-size:26px;font-weight:300;color:#56624b;text-decoration:none}.hode form{margin-left:auto}.hode input{padding:8px;border:1px solid #c2c2c2}.mk{position:relative}.mk>a{display:block;width:40px;height:36px;color:#56624b;font-size:24px;text-decoration:none;text-align:center}.tall{position:absolute;right:-4px;top:-4px;background:#d9601a;color:#fff;font-size:11px;padding:0 6px;border-radius:3px}
.nedfall{position:absolute;right:0;top:42px;width:340px;max-width:calc(100vw - 30px);background:#fff;border:1px solid #bbb;box-shadow:0 3px 6px #0004;z-index:30;padding:18px;box-sizing:border-box}.nedfall[hidden]{display:none}.nedfall .x{float:right;border:0;background:none;font-size:18px}.h{display:inline-block;background:#d9601a;color:#fff;border:0;padding:13px 20px;font:600 16px Arial;cursor:pointer;text-decoration:none;text-align:center;box-sizing:border-box}.h.g{background:#eee;color:#333;border:1px solid #ccc;font-weight:400;font-size:14px;padding:8px 14px}.h[disabled]{opacity:.5}
.hovednav{background:#f0f0f0}.hovednav a{display:inline-block;padding:12px 16px 12px 0;color:#575757;font-weight:700;text-decoration:none}.bryter{display:none;background:none;border:0;font-size:24px}.varer{list-style:none;padding:0;display:grid;grid-template-columns:repeat(4,1fr);gap:20px}.vare strong a{color:inherit;text-decoration:none;font-weight:400}.vare .handl{visibility:hidden;margin-top:8px}.vare:hover .handl,.vare:focus-within .handl{visibility:visible}.sp{display:grid;grid-template-columns:57% 1fr;gap:34px}.prove{display:inline-block;min-width:32px;height:30px;line-height:30px;border:1px solid #dadada;margin:0 8px 8px 0;text-align:center;cursor:pointer;background:#f0f0f0;padding:0 4px}.prove.valgt{outline:2px solid #d9601a}.prove.av{opacity:.4;cursor:default;background:linear-gradient(to left top,#fff0 46%,red,#fff0 54%)}
.mangler{color:#e02b27;font-size:12px}.melding{background:#e5efe5;color:#006400;padding:12px 20px;margin:12px 0}.melding.f{background:#fdf0d5;color:#6f4400}.bunn{background:#f4f4f4;margin-top:50px;padding:26px 0}.bunn .pw{display:grid;grid-template-columns:repeat(3,1fr);gap:18px}.bunn a{color:#575757;display:block}.kn{position:fixed;left:0;right:0;bottom:0;background:#333;color:#fff;padding:14px 20px;z-index:50}
@media(max-width:767px){.bryter{display:block}.hovednav{display:none}.hovednav.a{display:block}.hovednav a{display:block}.varer{grid-template-columns:1fr 1fr}.vare .handl{visibility:visible}.sp,.bunn .pw{grid-template-columns:1fr}.hode{flex-wrap:wrap}.hode form{order:5;flex-basis:100%;margin:0}.hode .mk{margin-left:auto}.panel-topp .pw{justify-content:center}}"""
SKRIPT = """<script>
addEventListener('load',()=>setTimeout(()=>{const q=s=>document.querySelector(s),ned=q('.nedfall');let k=null;
const tegn=()=>{q('.tall').hidden=!k.antall;q('.tall').textContent=k.antall;ned.innerHTML='<button class="x" data-x aria-label="Lukk">×</button>'+(k.antall?`<p><b>${k.antall}</b> vare i kurven</p><p>Delsum: <b>${k.sum} kr</b></p><button class="h" style="width:100%" data-til>Gå til kassen</button>${k.linjer.map(l=>`<p>${l.t}<br><small>Størrelse ${l.s}, ${l.f}</small><br>${l.kr} kr × ${l.n}</p>`).join('')}<p style="text-align:center"><a href="/checkout/cart/">Vis og rediger handlekurv</a></p>`:'<p>Du har ingen varer i handlekurven.</p>')};
const hent=async()=>{k=await(await fetch('/seksjon/kurv')).json();tegn()};hent();
q('.mk>a').addEventListener('click',e=>{e.preventDefault();ned.hidden=!ned.hidden});document.addEventListener('click',e=>{const t=e.target;if(t.closest('[data-x]')||(!t.closest('.mk')&&!ned.hidden))ned.hidden=true;if(t.closest('[data-til]')){t.disabled=true;location.href='/checkout/'}
const p=t.closest('.prove');if(p&&!p.classList.contains('av')){p.parentNode.querySelectorAll('.prove').forEach(x=>{x.classList.remove('valgt');x.setAttribute('aria-checked','false')});p.classList.add('valgt');p.setAttribute('aria-checked','true');p.parentNode.querySelector('input').value=p.dataset.v;p.parentNode.querySelector('.valg').textContent=p.getAttribute('aria-label');p.parentNode.querySelector('.mangler').textContent=''}});
const pr=q('#prover');if(pr){const o=JSON.parse(pr.dataset.o);pr.innerHTML=Object.entries(o).map(([n,v])=>`<div role="radiogroup" aria-label="${n}"><p><b>${n}</b> <span class="valg"></span></p>${v.map(x=>`<div class="prove ${x.av?'av':''}" role="radio" aria-checked="false" tabindex="${x.av?-1:0}" ${x.av?'aria-disabled="true"':''} aria-label="${x.t}" data-v="${x.t}" ${x.c?`style="background:${x.c}"`:''}>${x.c?'':x.t}</div>`).join('')}<input type="hidden" name="${n}"><div class="mangler" role="alert"></div></div>`).join('')}
const f=q('#legg');if(f){f.querySelector('.h').disabled=false;f.addEventListener('submit',async e=>{e.preventDefault();let ok=true;f.querySelectorAll('[role=radiogroup]').forEach(g=>{if(!g.querySelector('input').value){ok=false;g.querySelector('.mangler').textContent='Dette er et obligatorisk felt.'}});if(!ok)return;const b=f.querySelector('.h');b.disabled=true;b.textContent='Legger til …';
await fetch(f.action,{method:'POST',body:new URLSearchParams(new FormData(f))});setTimeout(async()=>{b.textContent='Lagt til';await hent();q('#meldinger').innerHTML='<div class="melding" role="alert">Du la til '+f.dataset.t+' i <a href="/checkout/cart/">handlekurven</a>.</div>';scrollTo(0,0);setTimeout(()=>{b.disabled=false;b.textContent='Legg i handlekurv'},1000)},700)})}
q('.bryter').onclick=()=>q('.hovednav').classList.toggle('a');const c=q('.kn');if(!document.cookie.includes('tillat=')){c.hidden=false;c.querySelector('button').onclick=()=>{document.cookie='tillat=1;path=/';c.hidden=true}}},900));
</script>"""
KASSE = """setTimeout(()=>{const r=document.getElementById('kasse');const fl=(n,t,x)=>`<div class="fl"><label for="${n}">${t}${x?'':' *'}</label><input id="${n}" name="${n}"></div>`;
r.innerHTML=`<div class="rad"><div><ul class="fr"><li class="a">1 Frakt</li><li>2 Gjennomgang og betaling</li></ul><form id="kf" novalidate><h2>Leveringsadresse</h2><div class="fl"><label for="e">E-postadresse *</label><input id="e" name="e" type="email"><small>Du kan opprette konto etter bestillingen.</small></div><hr>${fl('fn','Fornavn')}${fl('en','Etternavn')}${fl('fi','Firma',1)}${fl('g0','Gateadresse')}${fl('g1','Gateadresse linje 2',1)}<div class="fl"><label for="l">Land *</label><select id="l"><option>Norge</option><option>Sverige</option></select></div>${fl('pn','Postnummer')}${fl('st','Poststed')}${fl('tf','Telefonnummer')}<h2>Fraktmetoder</h2><table><tr><td><input type="radio" name="fm" aria-label="Hentested" checked></td><td>79 kr</td><td>Hentested</td></tr><tr><td><input type="radio" name="fm" aria-label="Hjem"></td><td>149 kr</td><td>Hjemlevering</td></tr></table><p><button class="h">Neste</button></p></form></div><aside><h3>Ordresammendrag</h3><p class="vs">${r.dataset.n} vare i kurven ⌄</p></aside></div>`;
document.getElementById('lo').hidden=false;document.getElementById('lo').onclick=()=>document.getElementById('pop').showModal();r.addEventListener('submit',async e=>{e.preventDefault();if(e.target.id==='kf'){if(!e.target.e.value||!e.target.fn.value)return;e.target.outerHTML='<form id="bf"><h2>Betalingsmetode</h2><p><label><input type="radio" name="b" checked> Vipps</label></p><button class="h">Legg inn bestilling</button></form>'}else{await fetch('/checkout/bestill',{method:'POST'});r.innerHTML='<h1>Takk for kjøpet!</h1>'}})},1500);"""


def bilde(k: str) -> str:
    return f'<svg viewBox="0 0 100 80" width="100%" role="img" aria-label="{SKO[k]["t"]}"><rect width="100" height="80" fill="#f6f6f4"/><path d="M20 24h22l8 18 28 8v12H20z" fill="#6d7a5f"/></svg>'


@dataclass
class App(Shop):
    """Fjellsko Sandvik."""

    def side(self, r: Request, tittel: str, kropp: str, status: int = 200, melding: str = "") -> Response:
        return html(
            f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{tittel}</title><style>{CSS}</style></head><body><div class="panel-topp"><div class="pw"><span>Fri frakt over 1500 kr</span><a href="/customer/login">Logg inn</a><a href="/customer/create">Opprett konto</a></div></div><div class="pw hode"><button class="bryter" aria-label="Meny">☰</button><a class="lg" href="/">Fjellsko Sandvik</a><form action="/sok/"><input name="q" placeholder="Søk i hele butikken …" aria-label="Søk"></form><div class="mk"><a href="/checkout/cart/" aria-label="Handlekurv">🛒</a><span class="tall" hidden></span><div class="nedfall" hidden></div></div></div><div class="hovednav"><div class="pw"><a href="/herre.html">Herre</a><a href="/dame.html">Dame</a></div></div><div class="pw"><div id="meldinger">{melding}</div>{kropp}</div>'
            f'<div class="bunn"><div class="pw"><div><a href="/om-oss">Om oss</a><a href="/retur">Bytte og retur</a><a href="/personvern">Personvern</a></div><div><a href="/contact">Kontakt oss</a>Sandvik Sko AS<br>Strandgata 12, 6508 Kristiansund</div><form method="post" action="/newsletter"><input type="email" name="m" placeholder="Din e-postadresse" aria-label="Nyhetsbrev"><button class="h g">Abonner</button></form></div></div><div class="kn" hidden role="alertdialog">Vi bruker informasjonskapsler for å gjøre opplevelsen bedre. <a href="/personvern" style="color:#fff">Les mer</a>. <button class="h g">Tillat informasjonskapsler</button></div>{SKRIPT}</body></html>',
            status,
        )

    def liste(self, ord_: str) -> str:
        return '<ul class="varer">' + "".join(f'<li class="vare"><a href="/{k}.html" tabindex="-1">{bilde(k)}</a><strong><a href="/{k}.html">{s["t"]}</a></strong><div>{s["kr"]} kr</div><div class="handl">{f"<form method=post action=/legg/{k}><button class=h>Legg i handlekurv</button></form>" if s["lager"] else "Ikke på lager"}</div></li>' for k, s in SKO.items() if ord_.lower() in s["t"].lower()) + "</ul>"  # fmt: skip

    def handle(self, r: Request) -> Response:
        navn = r.path.strip("/").removesuffix(".html")
        a, _, b = navn.partition("/")
        if navn in SKO:
            return self.sko(r, navn)
        if navn in ("", "herre", "dame", "sok"):
            return self.side(r, "Fjellsko", f'<div style="background:#dfe3d8;padding:50px 30px"><h1>Høstens nyheter</h1></div><h2>Anbefalt</h2>{self.liste(r.query.get("q", ""))}')  # fmt: skip
        if a == "legg" and b in SKO:
            return self.legg(r, b)
        if a == "seksjon":
            lin = self.linjer(r)
            return json_response({"antall": sum(x["n"] for x in lin), "sum": sum(x["kr"] * x["n"] for x in lin), "linjer": lin})  # fmt: skip
        return self.checkout(r, b) if a == "checkout" else self.tekst(r, a, b)

    def sko(self, r: Request, k: str) -> Response:
        s = SKO[k]
        o = json.dumps({"Størrelse": [{"t": t, "av": not f} for t, f in STR.items()], "Farge": [{"t": t, "c": c} for t, c in FARGE.items()]})  # fmt: skip
        kjop = f'<form id="legg" data-t="{s["t"]}" method="post" action="/legg/{k}"><div id="prover" data-o=\'{o}\'></div><p><label>Antall <input name="qty" type="number" value="1" style="width:54px;padding:9px"></label></p><button class="h" disabled>Legg i handlekurv</button></form>' if s["lager"] else "<p>Ikke på lager</p>"  # fmt: skip
        melding = '<div class="melding f" role="alert">Du må velge alternativer for varen.</div>' if "options" in r.query else ""  # fmt: skip
        return self.side(r, s["t"], f'<div class="sp" itemscope itemtype="http://schema.org/Product"><div>{bilde(k)}</div><div><h1 itemprop="name">{s["t"]}</h1><p itemprop="offers" itemscope itemtype="http://schema.org/Offer" style="font-size:22px">{s["kr"]} kr<meta itemprop="price" content="{s["kr"]}"><meta itemprop="priceCurrency" content="NOK"></p><p>SKU {s["id"]}</p>{kjop}<p><a href="/customer/login">♥ Legg på ønskelisten</a></p></div></div>', melding=melding)  # fmt: skip

    def legg(self, r: Request, k: str) -> Response:
        st, f = r.form.get("Størrelse", ""), r.form.get("Farge", "")
        if not SKO[k]["lager"] or not STR.get(st) or f not in FARGE:
            return redirect(f"/{k}.html?options=cart")
        kurv: dict[str, int] = r.session.setdefault("kurv", {})
        kurv[f"{k}|{st}|{f}"] = kurv.get(f"{k}|{st}|{f}", 0) + max(1, int(r.form.get("qty") or 1))
        return json_response([])

    def linjer(self, r: Request) -> list[dict[str, Any]]:
        return [{"t": SKO[k.split("|")[0]]["t"], "kr": SKO[k.split("|")[0]]["kr"], "s": k.split("|")[1], "f": k.split("|")[2], "n": n} for k, n in r.session.get("kurv", {}).items()]  # fmt: skip

    def checkout(self, r: Request, b: str) -> Response:
        lin = self.linjer(r)
        if b == "cart":
            rk = "".join(f"<tr><td>{x['t']}, {x['s']}, {x['f']}</td><td>{x['n']}</td><td>{x['kr'] * x['n']} kr</td></tr>" for x in lin)  # fmt: skip
            return self.side(r, "Handlekurv", f'<h1>Handlekurv</h1><table cellpadding="10">{rk}</table><p><button class="h" onclick="location.href=\'/checkout/\'">Gå til kassen</button></p>' if lin else "<h1>Handlekurv</h1><p>Du har ingen varer i handlekurven.</p>")  # fmt: skip
        if not lin:
            return redirect("/checkout/cart/")
        if b == "bestill" and r.method == "POST":
            self.orders += 1
            r.session["kurv"] = {}
            return json_response({})
        return html(
            f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kasse</title><style>{CSS}.rad{{display:grid;grid-template-columns:1fr 320px;gap:30px}}.fl{{margin:12px 0;max-width:520px}}.fl label{{display:block;font-weight:600}}.fl input,.fl select{{width:100%;padding:8px;box-sizing:border-box;border:1px solid #c2c2c2}}.fr{{display:flex;gap:30px;list-style:none;padding:0;color:#999}}.fr .a{{color:#d9601a}}.last{{text-align:center;padding:120px}}@media(max-width:767px){{.rad{{grid-template-columns:1fr}}.rad aside{{order:-1}}}}</style></head><body><div class="pw hode"><a class="lg" href="/">Fjellsko Sandvik</a><button id="lo" hidden class="h g" style="margin-left:auto;border:0;background:none;color:#006bb4">Logg inn</button></div><div class="pw" id="kasse" data-n="{len(lin)}"><div class="last">Laster …</div></div>'
            f'<dialog id="pop"><form method="post" action="/customer/login"><h3>Logg inn</h3><p><input type="email" name="u" placeholder="E-postadresse"></p><p><input type="password" name="p" placeholder="Passord"></p><button class="h">Logg inn</button></form><form method="dialog"><button class="h g">Lukk</button></form></dialog><script>{KASSE}</script></body></html>'
        )

    def tekst(self, r: Request, a: str, b: str) -> Response:
        if r.method == "POST":
            self.messages += a in ("contact", "newsletter")
            self.accounts += b == "create"
            return self.side(r, "Takk", "<p>Takk for henvendelsen.</p>")
        tekster = {
            "retur": "<h1>Bytte og retur</h1><p>Du har 60 dagers åpent kjøp hos oss. Skoene må være ubrukte og ligge i esken. Fyll ut returskjemaet i pakken og send den tilbake med posten. Returfrakten koster 99 kr og trekkes fra beløpet. Vi betaler pengene tilbake innen 10 dager etter at vi har mottatt pakken.</p>",
            "om-oss": "<h1>Om oss</h1><p>Tre generasjoner skomakere.</p>",
            "personvern": "<h1>Personvern</h1><p>Vi lagrer det vi må.</p>",
            "contact": '<h1>Kontakt oss</h1><p>Telefon: 71 55 01 80 (man–fre 9–16)</p><form method="post"><p><input name="n" placeholder="Navn"></p><p><input name="e" type="email" placeholder="E-post"></p><p><textarea name="k" rows="5" placeholder="Hva tenker du på?"></textarea></p><button class="h">Send</button></form>',
            "customer": '<h1>Logg inn eller opprett konto</h1><form method="post"><p><input name="e" type="email" placeholder="E-post"></p><p><input name="p" type="password" placeholder="Passord"></p><button class="h">Fortsett</button></form>',
        }
        return self.side(r, a, tekster[a]) if a in tekster else self.side(r, "404", "<h1>Siden ble ikke funnet</h1>", 404)  # fmt: skip
