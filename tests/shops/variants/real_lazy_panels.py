"""A Danish lamp shop on a light theme: utility classes, small panels opened by attributes, a cart drawer by press.

Goods stand in a scrolling row; the cart's content is kept in local storage and fetched when it is stale; the till asks the e-mail first.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# sku: name, price, shade, flex colours, in stock
LAMPER: dict[str, tuple[str, int, str, tuple[str, ...], bool]] = {
    "skumring-pendel-stor": ("Skumring pendel, stor", 1899, "#203a43", (), False),
    "skumring-pendel-lille": (
        "Skumring pendel, lille",
        1199,
        "#2c5364",
        ("Sort ledning", "Hvid ledning", "Rød ledning"),
        True,
    ),
    "moelle-bordlampe": ("Mølle bordlampe", 849, "#b08d57", (), True),
    "fyr-vaeglampe": ("Fyr væglampe", 699, "#94421f", ("Messing", "Krom"), True),
    "paere-led-27": ("LED-pære 2700 K, E27", 79, "#e8d9a8", (), True),
}
AFDELING = {"pendler": LAMPER.keys() & {"skumring-pendel-stor", "skumring-pendel-lille"}, "bordlamper": {"moelle-bordlampe"}, "tilbehoer": {"paere-led-27", "fyr-vaeglampe"}}  # fmt: skip

CSS = """*,::before{box-sizing:border-box}body{margin:0;font-family:"Segoe UI",Roboto,sans-serif;line-height:1.5;color:#1e293b}.container{max-width:1280px;margin:auto;padding-inline:1.5rem}.d-flex{display:flex}.wrap{flex-wrap:wrap}.mid{align-items:center}.apart{justify-content:space-between}.gap{gap:1.5rem}
.shadow{box-shadow:0 1px 3px #0002}.tone{background:#f1f5f9}.btn-primary{background:#1d4ed8;color:#fff;border:0;border-radius:.375rem;padding:.7rem 1.4rem;font:inherit;font-weight:500;cursor:pointer;text-decoration:none;display:inline-block}.btn-primary[disabled]{opacity:.4}.btn-ghost{background:none;border:0;padding:.5rem;cursor:pointer;color:inherit;font:inherit}
a{color:#1d4ed8}.snap{display:flex;gap:1rem;overflow-x:auto;scroll-snap-type:x mandatory;padding-bottom:1rem}.snap>*{scroll-snap-align:start;flex:0 0 264px}.snap a{color:inherit;text-decoration:none}.h-card{border-radius:.5rem;padding:1rem}.deskonly{display:block}.phoneonly{display:none}.two{display:grid;grid-template-columns:1fr 1fr;gap:3rem}
[hidden]{display:none!important}.veil{position:fixed;inset:0;background:#0007;z-index:30}.drawer{position:fixed;top:0;right:0;bottom:0;width:420px;max-width:100%;background:#fff;z-index:31;overflow:auto;padding:1.5rem}.drawer.left{right:auto;left:0;width:300px}.flash{padding:.8rem 1.2rem;border-radius:.375rem;background:#dcfce7;margin-top:1rem}.flash.err{background:#fee2e2}.pop{position:fixed;inset:0;background:#0009;z-index:60;display:grid;place-items:center;padding:1rem}
.pop>div{background:#fff;border-radius:.75rem;padding:2rem;max-width:520px}.badge{background:#1d4ed8;color:#fff;border-radius:9px;padding:0 6px;font-size:12px}.form-input{width:100%;padding:.6rem;border:1px solid #94a3b8;border-radius:.375rem;font:inherit;background:#fff}.card{background:#fff;border:1px solid #e2e8f0;border-radius:.5rem;padding:1.5rem;margin-bottom:1rem}.muted{color:#94a3b8}summary{cursor:pointer;padding:.6rem 0}
@media(max-width:767px){.deskonly{display:none}.phoneonly{display:block}.two{grid-template-columns:1fr;gap:1rem}.btn-primary.wide{width:100%}}"""
JS = """<script>
const panels={toggle(n,on){document.querySelectorAll(`[data-panel="${n}"]`).forEach(p=>p.hidden=on===undefined?!p.hidden:!on)}};
const kr=n=>n.toLocaleString('da-DK',{minimumFractionDigits:2})+' kr.';
async function privat(force){const key='privat-indhold',ver=(document.cookie.match(/kundedata=([^;]*)/)||[])[1];let d=JSON.parse(localStorage.getItem(key)||'null');
if(force||!d||d.ver!==ver){const r=await fetch('/hent/kundedata?t='+Date.now());d=await r.json();d.ver=ver;localStorage.setItem(key,JSON.stringify(d))}dispatchEvent(new CustomEvent('privat',{detail:d}))}
addEventListener('privat',e=>{const c=e.detail.kurv;document.querySelectorAll('[data-antal]').forEach(b=>{b.hidden=!c.antal;b.textContent=c.antal});const l=document.querySelector('[data-linjer]');if(!l)return;
l.innerHTML=c.antal?c.linjer.map(x=>`<div class="d-flex apart gap"><span>${x.antal} × ${x.navn}${x.valg?'<br><small>'+x.valg+'</small>':''}</span><span>${kr(x.pris)}</span></div><a href="/kurv/fjern?l=${encodeURIComponent(x.id)}"><small>Fjern</small></a>`).join('<hr>')+`<hr><p><b>I alt ${kr(c.sum)}</b></p><p><a class="btn-primary wide" href="/kasse">Til kassen</a></p><p><a href="/kurv">Se og rediger kurv</a></p>`:'<p>Din indkøbskurv er tom.</p>'});
addEventListener('click',e=>{const t=e.target.closest('[data-toggle]');if(t){e.preventDefault();panels.toggle(t.dataset.toggle)}if(e.target.matches('.veil'))panels.toggle(e.target.dataset.panel,false);
const c=e.target.closest('[data-cookie]');if(c){document.cookie='cookievalg='+c.dataset.cookie+';path=/';document.querySelector('.pop').remove()}});
if(!/cookievalg=/.test(document.cookie)&&document.querySelector('.pop'))document.querySelector('.pop').hidden=false;privat(/ny=1/.test(location.search));
const io=new IntersectionObserver(es=>es.forEach(x=>{if(x.isIntersecting){x.target.innerHTML=x.target.dataset.svg;io.unobserve(x.target)}}),{rootMargin:'100px'});document.querySelectorAll('[data-svg]').forEach(n=>io.observe(n));
const trin=document.querySelector('#trin-kontakt');if(trin)trin.addEventListener('submit',async e=>{e.preventDefault();const r=await fetch('/kasse/kontakt',{method:'POST',body:new URLSearchParams(new FormData(trin))});if(r.ok)document.querySelector('#trin-resten').innerHTML=await r.text()});
</script>"""
COOKIES = (
    '<div class="pop" hidden role="dialog" aria-modal="true" aria-labelledby="ck-t"><div><h2 id="ck-t">Vi samler krummer</h2><p>Cookies hjælper os med statistik og markedsføring. Du kan altid ændre dit valg.</p><p><label><input type="checkbox" checked disabled> Nødvendige</label> <label><input type="checkbox"> Statistik</label> <label><input type="checkbox"> Markedsføring</label></p>'
    '<p><button class="btn-ghost" data-cookie="0">Kun nødvendige</button><button class="btn-ghost" data-cookie="v">Tillad valgte</button><button class="btn-primary" data-cookie="1">Tillad alle</button></p></div></div>'
)


def kr(n: int) -> str:
    return f"{n:,}".replace(",", ".") + ",00 kr."


def lampe(sku: str) -> str:
    svg = f"<svg viewBox='0 0 100 80' width='100%' aria-hidden='true'><path d='M50 0v26M22 60q4-34 28-34t28 34z' stroke='#555' fill='{LAMPER[sku][2]}'/></svg>"
    return f'<div data-svg="{svg}" style="min-height:160px"></div>'


@dataclass
class App(Shop):
    """Skumringslys, lamps from Svendborg."""

    def ramme(self, r: Request, titel: str, indhold: str, status: int = 200) -> Response:
        links = '<a href="/pendler">Pendler</a><a href="/bordlamper">Bordlamper</a><a href="/tilbehoer">Tilbehør</a><a href="/kundeservice">Kundeservice</a>'
        flash = "".join(f'<div class="flash {k}" role="alert">{t}</div>' for k, t in r.session.pop("flash", []))
        om = '<p>Skumringslys ApS<br>Møllergade 44, 5700 Svendborg<br>CVR 00 11 22 33</p><p><a href="mailto:hej@skumringslys.example?subject=Sp%C3%B8rgsm%C3%A5l">hej@skumringslys.example</a></p>'
        hjaelp = '<p><a href="/handelsbetingelser">Handelsbetingelser</a><br><a href="/retur">Levering og retur</a><br><a href="/privatliv">Privatlivspolitik</a></p>'
        return html(
            f'<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} | Skumringslys</title><style>{CSS}</style></head><body><header class="shadow"><div class="container d-flex mid apart gap" style="height:72px">'
            f'<button class="btn-ghost phoneonly" data-toggle="menu" aria-label="Åbn menu">☰</button><a href="/" style="color:inherit;text-decoration:none;font-size:1.4rem">skumringslys</a><nav class="deskonly"><span class="d-flex gap">{links}</span></nav><span class="deskonly">Ring <a href="tel:+4562201133">62 20 11 33</a> · man-fre 9-15</span>'
            f'<span class="d-flex"><button class="btn-ghost" data-toggle="soeg" aria-label="Søg">⌕</button><button class="btn-ghost" data-toggle="kurv" aria-label="Indkøbskurv" aria-haspopup="dialog">⛶ <span class="badge" data-antal hidden>0</span></button></span></div><form class="container" data-panel="soeg" hidden action="/soeg"><input class="form-input" type="search" name="q" placeholder="Søg i hele butikken"></form></header>'
            f'<div data-panel="menu" hidden class="drawer left"><button class="btn-ghost" data-toggle="menu" aria-label="Luk menu">✕</button><nav style="display:grid;gap:1rem">{links}</nav></div><div data-panel="kurv" hidden class="veil"></div><aside data-panel="kurv" hidden class="drawer" role="dialog" aria-label="Min kurv"><div class="d-flex apart"><h2>Min kurv</h2><button class="btn-ghost" data-toggle="kurv" aria-label="Luk">✕</button></div><div data-linjer></div></aside>'
            f'<main class="container">{flash}{indhold}</main><footer class="tone" style="margin-top:4rem"><div class="container d-flex wrap gap apart" style="padding-block:2rem"><div class="deskonly">{om}</div><div class="deskonly">{hjaelp}</div><details class="phoneonly"><summary>Om os</summary>{om}<p>Tlf. <a href="tel:+4562201133">62 20 11 33</a></p></details><details class="phoneonly"><summary>Hjælp</summary>{hjaelp}</details>'
            f'<form method="post" action="/nyhedsbrev"><label>Nyhedsbrev<br><input class="form-input" type="email" name="email" placeholder="Din e-mail"></label><button class="btn-primary">Tilmeld</button></form></div></footer>{COOKIES}{JS}</body></html>',
            status,
            headers=(("Set-Cookie", f"kundedata={r.session.setdefault('ver', 'a')}; Path=/"),),
        )

    def kort(self, skuer: list[str]) -> str:
        return "".join(
            f'<article class="h-card tone"><a href="/{s}">{lampe(s)}<h3>{LAMPER[s][0]}</h3></a><p>{kr(LAMPER[s][1])}</p>{"" if LAMPER[s][4] else "<p class=muted>Udsolgt</p>"}</article>'
            for s in skuer
        )

    def handle(self, r: Request) -> Response:
        vej = r.path.strip("/")
        if vej in LAMPER:
            return self.lampeside(r, vej)
        if vej in AFDELING or vej == "soeg":
            fundne = [
                s
                for s in LAMPER
                if s in AFDELING.get(vej, LAMPER) and r.query.get("q", "").lower() in LAMPER[s][0].lower()
            ]
            return self.ramme(
                r, vej, f'<h1>{vej.capitalize()}</h1><div class="d-flex wrap gap">{self.kort(fundne)}</div>'
            )
        veje = {"": self.forside, "kurv/tilfoej": self.tilfoej, "kurv/fjern": self.fjern, "kurv": self.kurv, "hent/kundedata": self.data, "kasse": self.kasse,
                "kasse/kontakt": self.kontakt_trin, "kasse/afgiv": self.afgiv, "nyhedsbrev": self.besked, "kundeservice": self.besked}  # fmt: skip
        if vej in veje:
            return veje[vej](r)
        return (
            self.ramme(r, vej, TEKSTER[vej])
            if vej in TEKSTER
            else self.ramme(r, "404", "<h1>Siden findes ikke</h1>", 404)
        )

    def forside(self, r: Request) -> Response:
        fliser = "".join(
            f'<a class="h-card tone" style="flex:1;min-width:200px" href="/{a}"><h2>{a.capitalize().replace("oe", "ø")}</h2></a>'
            for a in AFDELING
        )
        return self.ramme(
            r,
            "Lamper",
            f'<h1>Lys, når dagen går på hæld</h1><section><h2>Populært lige nu</h2><div class="snap" tabindex="0">{self.kort(list(LAMPER))}</div></section><div class="d-flex wrap gap">{fliser}</div>',
        )

    def lampeside(self, r: Request, sku: str) -> Response:
        navn, pris, _, valg, lager = LAMPER[sku]
        vaelg = f'<label>Udførelse <span style="color:#b91c1c">*</span><select class="form-input" name="options[7]" required><option value="">-- Vælg --</option>{"".join(f"<option>{v}</option>" for v in valg)}</select></label>' if valg else ""  # fmt: skip
        form = f'<form method="post" action="/kurv/tilfoej" style="display:grid;gap:1rem"><input type="hidden" name="form_key" value="{secrets.token_hex(4)}"><input type="hidden" name="product" value="{sku}">{vaelg}<div class="d-flex gap"><input class="form-input" style="width:5rem" name="qty" type="number" value="1" min="1" aria-label="Antal"><button class="btn-primary wide">Læg i kurv</button></div></form>' if lager else '<p class="muted">Udsolgt. Forventes igen til marts.</p>'  # fmt: skip
        ld = f'{{"@context":"https://schema.org","@type":"Product","name":"{navn}","offers":{{"@type":"Offer","price":"{pris}","priceCurrency":"DKK",}},}}'
        return self.ramme(
            r,
            navn,
            f'<nav><a href="/">Forside</a> / {navn}</nav><div class="two"><div>{lampe(sku)}</div><div><h1>{navn}</h1><p style="font-size:1.4rem">{kr(pris)}</p>{form}<details><summary>Beskrivelse</summary><p>Håndtrykt og malet på Fyn.</p></details><details><summary>Levering og retur</summary><p>Leveres på 1-3 hverdage. 30 dages returret, se <a href="/retur">alle vilkår for retur</a>.</p></details></div></div>'
            f'<script type="application/ld+json">{ld}</script>',
        )

    def indhold(self, r: Request) -> list[dict[str, object]]:
        kurv: dict[str, int] = r.session.setdefault("kurv", {})
        return [
            {
                "id": k,
                "navn": LAMPER[k.split("|")[0]][0],
                "valg": k.partition("|")[2],
                "antal": n,
                "pris": LAMPER[k.split("|")[0]][1] * n,
            }
            for k, n in kurv.items()
        ]

    def data(self, r: Request) -> Response:
        linjer = self.indhold(r)
        return json_response(
            {
                "kurv": {
                    "antal": sum(r.session["kurv"].values()),
                    "sum": sum(int(str(x["pris"])) for x in linjer),
                    "linjer": linjer,
                }
            }
        )

    def tilfoej(self, r: Request) -> Response:
        sku, valg = r.form.get("product", ""), r.form.get("options[7]", "")
        if sku not in LAMPER or not LAMPER[sku][4] or (LAMPER[sku][3] and valg not in LAMPER[sku][3]):
            r.session["flash"] = [("err", "Du skal vælge udførelse.")]
            return redirect(f"/{sku}")
        self.indhold(r)
        nokkel = f"{sku}|{valg}" if valg else sku
        r.session["kurv"][nokkel] = r.session["kurv"].get(nokkel, 0) + max(1, int(r.form.get("qty") or 1))
        r.session["flash"] = [("", f'Du lagde {LAMPER[sku][0]} i <a href="/kurv">indkøbskurven</a>.')]
        r.session["ver"] = secrets.token_hex(3)
        return redirect(f"/{sku}", 302)

    def fjern(self, r: Request) -> Response:
        self.indhold(r)
        r.session["kurv"].pop(r.query.get("l", ""), None)
        r.session["ver"] = secrets.token_hex(3)
        return redirect("/kurv")

    def kurv(self, r: Request) -> Response:
        rader = "".join(
            f'<div class="card d-flex apart"><span>{x["antal"]} × {x["navn"]} {x["valg"]}</span><b>{kr(int(str(x["pris"])))}</b></div>'
            for x in self.indhold(r)
        )
        return self.ramme(
            r,
            "Indkøbskurv",
            f"<h1>Indkøbskurv</h1>{rader}"
            + ('<a class="btn-primary" href="/kasse">Til kassen</a>' if rader else "<p>Din indkøbskurv er tom.</p>"),
        )

    def kasse(self, r: Request) -> Response:
        if not self.indhold(r):
            return redirect("/kurv")
        return self.ramme(
            r,
            "Kasse",
            '<h1>Kasse</h1><div class="two"><div><section class="card"><h2>1. Kontakt</h2><form id="trin-kontakt"><label>E-mail<input class="form-input" type="email" name="email" required autocomplete="email"></label><p><button class="btn-primary">Fortsæt til levering</button></p></form></section><div id="trin-resten"><section class="card muted"><h2>2. Levering</h2></section><section class="card muted"><h2>3. Betaling</h2></section></div></div>'
            f'<aside class="card"><h2>Din ordre</h2>{self.kort_ordre(r)}</aside></div>',
        )

    def kort_ordre(self, r: Request) -> str:
        return "".join(f"<p>{x['antal']} × {x['navn']}</p>" for x in self.indhold(r))

    def kontakt_trin(self, r: Request) -> Response:
        felter = "".join(
            f'<label>{t}<input class="form-input" name="{t}"></label>'
            for t in ("Fornavn", "Efternavn", "Adresse", "Postnr.", "By", "Telefon")
        )
        return html(
            f'<section class="card"><h2>2. Levering</h2><form method="post" action="/kasse/afgiv">{felter}<h2>3. Betaling</h2><label><input type="radio" name="b" checked> MobilePay</label> <label><input type="radio" name="b"> Dankort</label><p><button class="btn-primary">Betal nu</button></p></form></section>'
        )

    def afgiv(self, r: Request) -> Response:
        self.orders += r.method == "POST"
        r.session["kurv"] = {}
        return self.ramme(r, "Tak", "<h1>Tak for din ordre</h1>")

    def besked(self, r: Request) -> Response:
        if r.method == "POST":
            self.messages += 1
            r.session["flash"] = [("", "Tak, vi har modtaget det.")]
            return redirect("/kundeservice")
        return self.ramme(r, "Kundeservice", '<h1>Kundeservice</h1><p>Ring på 62 20 11 33 mandag til fredag kl. 9-15, eller skriv:</p><form method="post" style="display:grid;gap:1rem;max-width:500px"><label>Navn<input class="form-input" name="n"></label><label>E-mail<input class="form-input" name="e" type="email"></label><label>Besked<textarea class="form-input" name="b"></textarea></label><button class="btn-primary">Send</button></form>')  # fmt: skip


TEKSTER = {
    "handelsbetingelser": "<h1>Handelsbetingelser</h1><p>Alle priser er i danske kroner inklusive moms. Aftaler indgås på dansk.</p>",
    "privatliv": "<h1>Privatlivspolitik</h1><p>Vi gemmer kun det, som bogføringen kræver.</p>",
    "retur": "<h1>Levering og retur</h1><h2>Retur</h2><p>Du har 30 dages returret fra den dag, du modtager varen. Varen skal returneres i ubrugt stand, gerne i den oprindelige emballage. Send den til Skumringslys ApS, Møllergade 44, 5700 Svendborg, og læg en kopi af fakturaen ved. Du betaler selv fragten retur. Pengene tilbagebetales, så snart vi har modtaget og kontrolleret varen.</p><h2>Levering</h2><p>Fragt koster 49 kr., gratis over 600 kr.</p>",
}
