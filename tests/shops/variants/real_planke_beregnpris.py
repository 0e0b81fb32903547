"""A Danish sawmill that sells planks by the centimetre: a length is typed, a price is worked out, and only then can it be added.

The basket is a sign with a bare number; a newsletter box comes by itself after three seconds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

MIN_CM, MAX_CM = 40, 240
# id: name, øre a centimetre, thickness, colour
TRAE: dict[str, tuple[str, int, str, str]] = {
    "eg-20": ("Egeplanke 20 cm bred", 310, "27 mm", "#c19a6b"),
    "eg-30": ("Egeplanke 30 cm bred", 470, "27 mm", "#b58b58"),
    "ask-25": ("Askeplanke 25 cm bred", 355, "30 mm", "#dcc9a3"),
    "douglas-28": ("Douglasplanke 28 cm bred", 240, "28 mm", "#cf9a72"),
    "roeget-eg": ("Røget eg 22 cm bred", 520, "27 mm", "#4d3a2b"),
}
LOOK = """*{box-sizing:border-box}body{margin:0;font:17px/1.6 "Source Sans 3",Arial,sans-serif;color:#2a2420;background:#faf7f2}a{color:inherit}.bjaelke{display:flex;align-items:center;gap:30px;padding:22px 5vw;background:#fff}.bjaelke>a:first-child{font-weight:800;font-size:22px;text-decoration:none;flex:1}.bjaelke nav{display:flex;gap:24px}.bjaelke nav a{text-decoration:none}.vogn{display:flex;gap:6px;align-items:center;text-decoration:none;font-weight:700}.fold-ud{display:none;border:0;background:none;font-size:26px}.bred{padding:0 5vw 40px;max-width:1300px;margin:auto}.raekke{display:grid;grid-template-columns:repeat(3,1fr);gap:28px}.raekke a{text-decoration:none;background:#fff;display:block}.raekke div{padding:12px 16px 18px}.par{display:grid;grid-template-columns:1.1fr 1fr;gap:50px;padding-top:30px}.regner{background:#fff;padding:22px;border:1px solid #e3dacd}.regner input{font:inherit;padding:12px;width:130px;border:1px solid #8a7d70}.kn{background:#2a2420;color:#fff;border:0;padding:13px 24px;font:600 17px "Source Sans 3",Arial,sans-serif;cursor:pointer;text-decoration:none;display:inline-block}.kn.groen{background:#55713f}.kn.let{background:#e9e1d5;color:#2a2420}.fejl{color:#a33b1f;min-height:1.6em;margin:6px 0}.pris{font-size:30px;font-weight:800;margin:0}.lin{display:flex;gap:18px;align-items:center;border-bottom:1px solid #ddd2c4;padding:12px 0}.lin svg{width:80px}.lin button{border:0;background:none;font-size:20px;cursor:pointer}.ind{display:block;margin:12px 0;max-width:480px}.ind input,.ind textarea{display:block;width:100%;padding:11px;border:1px solid #8a7d70;font:inherit}fieldset{border:1px solid #ddd2c4;margin:18px 0;max-width:480px;padding:12px 16px}fieldset label{display:block;padding:5px 0}.bund{background:#2a2420;color:#e9e1d5;padding:36px 5vw;display:flex;gap:60px;flex-wrap:wrap}.daekke{position:fixed;inset:0;background:#2a2420b3;z-index:50;display:flex;align-items:center;justify-content:center;padding:16px}.daekke form{background:#faf7f2;padding:32px;max-width:430px;position:relative}.daekke .x{position:absolute;top:6px;right:10px;border:0;background:none;font-size:28px;line-height:1;padding:8px;cursor:pointer}.smaakager{position:fixed;bottom:0;left:0;right:0;background:#55713f;color:#fff;padding:12px 5vw;z-index:40;display:flex;gap:16px;align-items:center}.smaakager button{border:1px solid #fff;background:none;color:#fff;font:inherit;padding:7px 16px;white-space:nowrap}
@media(max-width:760px){.bjaelke{padding:14px 16px;gap:14px;flex-wrap:wrap}.fold-ud{display:block}.bjaelke nav{display:none;order:9;flex:1 0 100%;flex-direction:column;gap:10px}.bjaelke nav.ude{display:flex}.raekke{grid-template-columns:1fr;gap:16px}.par{grid-template-columns:1fr;gap:16px}.smaakager{font-size:14px;padding:10px 16px}}"""
KODE = r"""
(()=>{const find=s=>document.querySelector(s),send=(u,d)=>fetch(u,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(d)}).then(r=>r.json());
const r=find('.regner');if(r){const felt=r.querySelector('input'),ud=r.querySelector('.ud'),fejl=r.querySelector('.fejl');felt.oninput=()=>{ud.innerHTML='';fejl.textContent=''};
r.onsubmit=e=>{e.preventDefault();const cm=+felt.value;if(!Number.isInteger(cm)||cm<40||cm>240){fejl.textContent='Skriv en længde mellem 40 og 240 cm.';return}ud.innerHTML='<p>Beregner …</p>';send('/beregn',{id:r.dataset.id,cm}).then(s=>setTimeout(()=>{ud.innerHTML='<p class="pris">'+s.pris+'</p><p><small>inkl. moms, savet til '+cm+' cm</small></p><button type="button" class="kn groen">Tilføj</button>';ud.querySelector('button').onclick=h=>{const b=h.currentTarget;b.disabled=true;send('/laeg',{id:r.dataset.id,cm}).then(t=>{find('.vogn span').textContent=t.antal;b.disabled=false})}},700))}}
document.querySelectorAll('[data-vaek]').forEach(b=>b.onclick=()=>send('/vaek',{nr:+b.dataset.vaek}).then(()=>location.reload()));
find('.fold-ud')&&(find('.fold-ud').onclick=()=>find('.bjaelke nav').classList.toggle('ude'));
if(!localStorage.smaa){const k=document.createElement('div');k.className='smaakager';k.innerHTML='<span style="flex:1">Vi bruger kun cookies til kurven og til at tælle besøg.</span><button>Afvis</button><button>OK</button>';k.onclick=e=>{if(e.target.tagName==='BUTTON'){localStorage.smaa=1;k.remove()}};document.body.append(k)}
if(!localStorage.spaaner&&!document.body.dataset.kasse)setTimeout(()=>{localStorage.spaaner=1;const d=document.createElement('div');d.className='daekke';d.innerHTML='<form role="dialog" aria-modal="true" aria-label="Nyhedsbrev"><button type="button" class="x" aria-label="Luk">×</button><h2 style="margin-top:0">Spåner i indbakken?</h2><p>Få besked, når vi saver nyt træ.</p><label class="ind">E-mail<input type="email" required></label><button class="kn">Tilmeld</button></form>';d.querySelector('.x').onclick=()=>d.remove();d.onclick=e=>{if(e.target===d)d.remove()};d.firstChild.onsubmit=e=>{e.preventDefault();send('/spaaner',{}).then(()=>d.remove())};document.body.append(d)},3000)})();
"""
BETINGELSER = "<h1>Handelsbetingelser</h1><h2>1. Hvem vi er</h2><p>Planke &amp; Mål ApS, Savværksvej 14, 8600 Silkeborg.</p><h2>2. Priser</h2><p>Alle priser er i danske kroner med moms.</p><h2>3. Betaling</h2><p>Beløbet trækkes, når planken sendes.</p><h2>4. Levering</h2><p>Vi saver og sender på fire til seks hverdage. Fragt 149 kr.</p><h2>5. Fortrydelsesret</h2><p>Du har 14 dages fortrydelsesret fra den dag, du modtager planken, også når den er savet til dine mål. Giv os besked på mail, og send den retur uden skruehuller senest 14 dage efter. Du betaler selv returfragten, og vi betaler hele beløbet tilbage inden 14 dage.</p><h2>6. Reklamation</h2><p>Der er to års reklamationsret efter købeloven.</p><h2>7. Persondata</h2><p>Vi gemmer dit navn og din adresse i fem år.</p>"
KONTAKT = '<h1>Find savværket</h1><p>Planke &amp; Mål ApS<br>Savværksvej 14<br>8600 Silkeborg</p><p>Ring på <a href="tel:+4565550139">65 55 01 39</a> eller skriv til <a href="mailto:savvaerk@plankeogmaal.example">savvaerk@plankeogmaal.example</a>.</p>'


def kr(ore: int) -> str:
    return f"{ore // 100:,}".replace(",", ".") + f",{ore % 100:02d} kr."


def tegning(i: str) -> str:
    return f'<svg viewBox="0 0 120 60" width="100%" role="img" aria-label="{TRAE[i][0]}"><rect width="120" height="60" fill="#efe7da"/><path d="M8 34l92-14 12 8-92 16z" fill="{TRAE[i][3]}"/><path d="M20 44l92-16v5l-92 16z" fill="{TRAE[i][3]}" opacity=".7"/></svg>'


@dataclass
class App(Shop):
    """Planke & Mål, Silkeborg."""

    def side(self, r: Request, titel: str, inde: str, kasse: bool = False, status: int = 200) -> Response:
        n = len(r.session.get("planker", []))
        top = f'<header class="bjaelke"><a href="/">Planke &amp; Mål</a><button class="fold-ud" aria-label="Menu">≡</button><nav><a href="/">Planker</a><a href="/find-os">Find os</a></nav><a class="vogn" href="/vogn"><svg viewBox="0 0 24 24" width="28" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true"><path d="M2 4h3l3 11h10l3-8H6"/><circle cx="9" cy="19" r="1.6"/><circle cx="17" cy="19" r="1.6"/></svg><span>{n}</span></a></header>'
        if kasse:
            top = '<header class="bjaelke"><a href="/">Planke &amp; Mål</a></header>'
        bund = "" if kasse else '<footer class="bund"><div>Planke &amp; Mål ApS<br>Savværksvej 14, 8600 Silkeborg<br>CVR 00 11 22 33</div><div><a href="/handelsbetingelser">Handelsbetingelser</a><br><a href="/find-os">Find os</a></div></footer>'  # fmt: skip
        return html(f'<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel}</title><style>{LOOK}</style></head><body{" data-kasse=1" if kasse else ""}>{top}<main class="bred">{inde}</main>{bund}<script>{KODE}</script></body></html>', status)  # fmt: skip

    def planke(self, r: Request, i: str) -> Response:
        navn, ore, tyk, _f = TRAE[i]
        ld = {"@context": "https://schema.org", "@type": "Product", "name": navn, "offers": {"@type": "AggregateOffer", "lowPrice": ore * MIN_CM / 100, "highPrice": ore * MAX_CM / 100, "priceCurrency": "DKK"}}  # fmt: skip
        return self.side(r, navn, f'<script type="application/ld+json">{json.dumps(ld)}</script><div class="par"><div>{tegning(i)}</div><div><h1 style="margin-top:0">{navn}</h1><p>Tykkelse {tyk}, høvlet og olieret. {kr(ore)} pr. cm.</p><form class="regner" data-id="{i}" novalidate><label>Længde i cm<br><input type="number" inputmode="numeric" min="{MIN_CM}" max="{MAX_CM}" placeholder="{MIN_CM}–{MAX_CM}"></label> <button class="kn">Beregn pris</button><p class="fejl" role="alert"></p><div class="ud" aria-live="polite"></div></form><p>Saves i Silkeborg på fire til seks hverdage.</p></div></div>')  # fmt: skip

    def vogn(self, r: Request) -> Response:
        planker: list[tuple[str, int]] = r.session.get("planker", [])
        if not planker:
            return self.side(r, "Kurv", "<h1>Her er tomt</h1><p>Du har ikke lagt planker i endnu.</p>")
        linjer = "".join(f'<div class="lin">{tegning(i)}<span style="flex:1">{TRAE[i][0]}<br><small>{cm} cm</small></span><b>{kr(TRAE[i][1] * cm)}</b><button data-vaek="{nr}" aria-label="Fjern">×</button></div>' for nr, (i, cm) in enumerate(planker))  # fmt: skip
        return self.side(r, "Kurv", f'<h1>Dine planker</h1>{linjer}<p style="text-align:right">I alt <b>{kr(sum(TRAE[i][1] * cm for i, cm in planker))}</b></p><p style="text-align:right"><a class="kn let" href="/">Sav mere</a> <a class="kn groen" href="/bestilling">Til bestilling</a></p>')  # fmt: skip

    def bestilling(self, r: Request) -> Response:
        if not r.session.get("planker"):
            return redirect("/vogn")
        if r.method == "POST":
            self.orders += 1
            r.session["planker"] = []
            return self.side(r, "Tak", "<h1>Tak! Vi tænder for saven.</h1>", kasse=True)
        felter = "".join(f'<label class="ind">{t}<input name="{t}" type="{typ}" required></label>' for t, typ in (("Navn", "text"), ("Adresse", "text"), ("Postnr.", "text"), ("By", "text"), ("E-mail", "email"), ("Telefon", "tel")))  # fmt: skip
        return self.side(r, "Bestilling", f'<h1>Bestilling</h1><p>{len(r.session["planker"])} planke(r). <a href="/vogn">Ret</a></p><form method="post">{felter}<label class="ind">Besked til saven<textarea name="b" rows="3"></textarea></label><p><small>Vi spørger aldrig om CPR-nummer.</small></p><fieldset><legend>Levering</legend><label><input type="radio" name="lev" value="f" checked> Fragtmand 149 kr.</label><label><input type="radio" name="lev" value="h"> Hent selv i Silkeborg</label></fieldset><fieldset><legend>Betaling</legend><label><input type="radio" name="bet" value="k" checked> Betalingskort</label><label><input type="radio" name="bet" value="m"> MobilePay</label><label><input type="radio" name="bet" value="b"> Bankoverførsel</label></fieldset><p><label><input type="checkbox" name="ok" required> Jeg har læst <a href="/handelsbetingelser">handelsbetingelserne</a></label></p><button class="kn groen">Bestil og betal</button></form>', kasse=True)  # fmt: skip

    def svar(self, r: Request, hvad: str) -> Response:
        d: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
        planker: list[tuple[str, int]] = r.session.setdefault("planker", [])
        i, cm = str(d.get("id")), int(d.get("cm") or 0)
        if hvad == "spaaner":
            self.messages += 1
        elif hvad == "vaek" and 0 <= int(d.get("nr") or 0) < len(planker):
            planker.pop(int(d.get("nr") or 0))
        elif hvad in ("beregn", "laeg"):
            if i not in TRAE or not MIN_CM <= cm <= MAX_CM:
                return json_response({"fejl": "mål"}, 422)
            if hvad == "laeg":
                planker.append((i, cm))
            return json_response({"pris": kr(TRAE[i][1] * cm), "antal": len(planker)})
        return json_response({"antal": len(planker)})

    def handle(self, r: Request) -> Response:
        a, _, b = r.path[1:].partition("/")
        if r.method == "POST" and a in ("beregn", "laeg", "vaek", "spaaner"):
            return self.svar(r, a)
        if not a:
            kort = "".join(f'<a href="/planke/{i}">{tegning(i)}<div><b>{v[0]}</b><br>fra {kr(v[1] * MIN_CM)}</div></a>' for i, v in TRAE.items())  # fmt: skip
            return self.side(r, "Planker på mål", f'<h1 style="font-size:38px">Planker, savet på centimeteren</h1><div class="raekke">{kort}</div>')  # fmt: skip
        if a == "planke" and b in TRAE:
            return self.planke(r, b)
        if a == "vogn":
            return self.vogn(r)
        if a == "bestilling":
            return self.bestilling(r)
        tekst = {"handelsbetingelser": BETINGELSER, "find-os": KONTAKT}.get(a)
        return self.side(r, "Planke & Mål", tekst or "<h1>Siden er savet af</h1>", status=200 if tekst else 404)
