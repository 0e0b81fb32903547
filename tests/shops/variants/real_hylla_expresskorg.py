"""A Swedish kitchen shop with a choice of country, an express cart laid over the page and no cart page.

The till page holds the delivery; a payment company's frame on the same host holds the form and the ways to pay.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug: name, kronor, stock, colour
SAKER: dict[str, tuple[str, int, int, str]] = {
    "brodkniv-tand": ("Brödkniv Tand", 495, 14, "#8b9399"),
    "diskstall-revir": ("Diskställ Revir", 649, 0, "#4a4a4a"),
    "glasburk-tre": ("Glasburkar, 3-pack", 229, 41, "#a8c5c2"),
    "stekpanna-kol": ("Stekpanna Kol 28 cm", 899, 8, "#222"),
    "forklade-lin": ("Förkläde i lin", 399, 12, "#c9b79c"),
    "skarbrada-alm": ("Skärbräda Alm", 549, 5, "#9a6b3f"),
}
UTSEENDE = """*{box-sizing:border-box}body{margin:0;font:15px/1.5 "Suisse Intl",Arial,sans-serif;color:#1a1a1a}a{color:inherit;text-decoration:none}button{font:inherit;cursor:pointer}.bred{max-width:1360px;margin:0 auto;padding:0 20px}.remsa{background:#1a1a1a;color:#fff;font-size:12px;text-align:center;padding:7px}.huvud{position:sticky;top:0;background:#fff;z-index:8;border-bottom:1px solid #eee}.huvud .bred{display:grid;grid-template-columns:1fr auto 1fr;align-items:center;min-height:64px}.huvud nav{display:flex;gap:18px}.ord{font-size:22px;letter-spacing:-.03em;font-weight:700}.hoger{display:flex;gap:4px;justify-content:flex-end}.i{background:none;border:0;padding:9px;position:relative;line-height:0}.i b{position:absolute;top:0;right:0;background:#d4552b;color:#fff;border-radius:9px;font:11px/17px Arial;min-width:17px}.tre{display:none}.kampanj{background:#e9e2d6;height:46vh;display:flex;align-items:flex-end;padding:30px;font-size:30px}
.galler{display:grid;grid-template-columns:repeat(4,1fr);gap:2px}.plock{position:relative;padding-bottom:16px}.plock .bildyta{background:#f4f3f0;display:block}.plock .namn{display:block;padding:10px 10px 0}.plock .pr{padding:0 10px}.plock .snabb{position:absolute;right:10px;top:10px;background:#fff;border:0;border-radius:50%;width:42px;height:42px;line-height:0}.plock .hj{position:absolute;left:8px;top:10px;background:none;border:0;font-size:20px}.slut{color:#888}.pdp{display:grid;grid-template-columns:1.5fr 1fr;gap:50px}.pdp .h{padding-top:40px;max-width:420px}.kopk{display:block;width:100%;background:#1a1a1a;color:#fff;border:0;padding:17px;margin:14px 0;text-align:center}.drag{border-top:1px solid #ddd;padding:14px 0}.drag summary{cursor:pointer}.fast{display:none}.stj{color:#b5892c;min-height:22px}
.over{position:fixed;inset:0;background:#0006;z-index:40;opacity:0;visibility:hidden;transition:.25s}.over.pa{opacity:1;visibility:visible}.korg{position:absolute;right:0;top:0;bottom:0;width:440px;max-width:100%;background:#fff;transform:translateX(100%);transition:transform .3s;display:flex;flex-direction:column}.pa .korg{transform:none}.korg>div{padding:16px 20px}.korg .mitt{flex:1;overflow:auto}.post{display:flex;gap:12px;align-items:center;border-bottom:1px solid #eee;padding:10px 0}.post svg{width:58px}.post span{flex:1}.mat{height:5px;background:#eee}.mat i{display:block;height:5px;background:#4c7a52}.tips{background:#f4f3f0}.sokl{position:fixed;inset:0 0 auto;background:#fff;padding:30px 20px;z-index:41;display:none;box-shadow:0 6px 30px #0003}.sokl.pa{display:flex;gap:8px}.sokl input{flex:1;border:0;border-bottom:2px solid;font-size:22px;min-width:0}.lada{position:fixed;inset:0;background:#0007;z-index:50;display:grid;place-items:center}.lada>div{background:#fff;padding:34px;width:400px;max-width:92%;text-align:center}.lada button{display:block;width:100%;padding:12px;margin-top:8px;border:1px solid;background:#fff}.kak{position:fixed;left:20px;bottom:20px;width:360px;max-width:calc(100% - 40px);background:#fff;border:1px solid #1a1a1a;padding:18px;z-index:45}.kak button{padding:9px 14px;border:1px solid;background:#fff}
.kassasida{display:grid;grid-template-columns:1fr 380px;gap:50px;padding-top:30px}.kassasida label{display:block;border:1px solid #ccc;padding:13px;margin:6px 0}.kassasida .utan{border:0;padding:6px 0}iframe{width:100%;height:900px;border:0}.vanta{height:420px;background:#f4f3f0;display:grid;place-items:center}.fot{background:#1a1a1a;color:#ddd;margin-top:70px;padding:44px 0}.fot .bred{display:grid;grid-template-columns:repeat(4,1fr);gap:30px}.fot a{display:block;padding:3px 0}.fot input{padding:11px;border:0;width:100%}.meny{position:fixed;inset:0 20% 0 0;background:#fff;z-index:42;padding:24px;display:none;font-size:21px;line-height:2.2}.meny.pa{display:block}.meny a{display:block}
@media(max-width:860px){.huvud nav{display:none}.tre{display:inline-block}.galler{grid-template-columns:1fr 1fr}.pdp,.kassasida{grid-template-columns:1fr;gap:16px}.pdp .h{padding-top:0;max-width:none}.fast.pa{display:block;position:fixed;left:0;right:0;bottom:0;background:#fff;padding:0 14px;z-index:7;border-top:1px solid #ddd}.fot .bred{grid-template-columns:1fr 1fr}.kassasida aside{order:-1}}"""
JS = """<script>
const q=s=>document.querySelector(s),sand=(d)=>fetch('/express/korg',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}).then(r=>r.json());
function rita(k){document.querySelectorAll('.i b').forEach(b=>{b.hidden=!k.antal;b.textContent=k.antal});const m=q('.korg');if(!m)return;m.innerHTML=`<div style="display:flex;justify-content:space-between"><b>Varukorg (${k.antal})</b><button class=i data-stang aria-label="Stäng">✕</button></div>`+(k.antal?`<div><small>${k.kvar>0?'Handla för '+k.kvar+' kr till för fri frakt':'Du har fri frakt'}</small><p class=mat><i style="width:${Math.min(100,100-k.kvar/7)}%"></i></p></div><div class=mitt>${k.poster.map(p=>`<div class=post>${p.bild}<span>${p.namn}<br><small>${p.n} × ${p.pris} kr</small></span><button data-minus="${p.id}" aria-label="Minska antal">−</button>${p.n}<button data-lagg="${p.id}" aria-label="Öka antal">+</button></div>`).join('')}<div class=tips style="padding:12px;margin-top:16px"><small>Passar bra till</small><div class=post>${k.tips.bild}<span>${k.tips.namn}<br>${k.tips.pris} kr</span><button data-lagg="${k.tips.id}">Lägg till</button></div></div></div><div><p style="display:flex;justify-content:space-between"><span>Summa</span><b>${k.summa} kr</b></p><small>Fri retur inom 45 dagar</small><a class=kopk href="/kassa">Till kassan</a></div>`:'<div class=mitt>Här var det tomt.</div>')}
const oppna=()=>setTimeout(()=>q('.over').classList.add('pa'),300);
document.addEventListener('click',async e=>{const t=e.target.closest('[data-lagg],[data-minus],[data-visa],[data-stang],[data-sok],[data-meny],[data-hj]');if(e.target.matches('.over')){e.target.classList.remove('pa');return}if(!t)return;const d=t.dataset;
if('lagg' in d){t.setAttribute('aria-busy','true');rita(await sand({in:d.lagg}));oppna()}
if('minus' in d)rita(await sand({ut:d.minus}));if('visa' in d){rita(await sand({}));oppna()}if('stang' in d)q('.over').classList.remove('pa');
if('sok' in d){q('.sokl').classList.toggle('pa');q('.sokl input').focus()}if('meny' in d)q('.meny').classList.toggle('pa');
if('hj' in d){const p=t.getAttribute('aria-pressed')==='true';t.setAttribute('aria-pressed',!p);t.textContent=p?'♡':'♥'}});
document.querySelectorAll('.nyhet').forEach(f=>f.onsubmit=e=>{e.preventDefault();fetch('/express/nyhet',{method:'POST'}).then(()=>f.innerHTML='Tack, vi hörs!')});
const b=q('#stor'),f=q('.fast');if(b&&f)new IntersectionObserver(x=>f.classList.toggle('pa',!x[0].isIntersecting)).observe(b);
const s=document.querySelectorAll('[data-betyg]');if(s.length)setTimeout(()=>s.forEach(x=>{const [v,n]=x.dataset.betyg.split('/');x.innerHTML='★★★★★'.slice(0,Math.round(v))+' '+v+' ('+n+' omdömen)'}),2000);
const k=q('#betalyta');if(k)setTimeout(()=>{k.innerHTML='<iframe title="Betalning" src="/kassa/betalmodul"></iframe>'},1400);
function kakor(){if(localStorage.hk)return;const d=document.createElement('div');d.className='kak';d.innerHTML='<b>Kakor</b><p>Vi använder kakor så att korgen minns vad du valt.</p><button>Bara nödvändiga</button> <button>Okej</button>';d.onclick=e=>{if(e.target.tagName==='BUTTON'){localStorage.hk=1;d.remove()}};document.body.append(d)}
if(!localStorage.land){const d=document.createElement('div');d.className='lada';d.innerHTML='<div role="dialog" aria-modal="true" aria-label="Välj land"><h2 style="margin-top:0">Var ska vi skicka?</h2><button>Sverige (SEK)</button><button>Norge (NOK)</button><button>Danmark (DKK)</button></div>';d.onclick=e=>{if(e.target.tagName==='BUTTON'){localStorage.land=1;d.remove();kakor()}};document.body.append(d)}else kakor();
</script>"""
MODUL = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><style>*{box-sizing:border-box}body{margin:0;font:15px/1.4 system-ui;padding:18px;border:1px solid #cdd6df;border-radius:10px}label{display:block;margin:9px 0}.t input{display:block;width:100%;padding:12px;border:1px solid #b6c2cc;border-radius:6px;font:inherit}.r{border:1px solid #cdd6df;border-radius:6px;padding:12px}button{width:100%;padding:15px;border:0;border-radius:6px;background:#00785a;color:#fff;font:inherit}</style></head><body>"""


def ikon(d: str) -> str:
    return f'<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="{d}" fill="none" stroke="#1a1a1a" stroke-width="1.6"/></svg>'


KASSE = "M5 8h14l1 13H4zM9 8c0-6 6-6 6 0"


def bild(k: str) -> str:
    return f'<svg viewBox="0 0 80 90" width="100%" role="img" aria-label="{SAKER[k][0]}"><rect width="80" height="90" fill="#f4f3f0"/><rect x="26" y="22" width="28" height="46" rx="{len(k)}" fill="{SAKER[k][3]}"/></svg>'


def rad(k: str, n: int) -> dict[str, object]:
    return {"id": k, "namn": SAKER[k][0], "pris": SAKER[k][1], "bild": bild(k), "n": n}


@dataclass
class App(Shop):
    """Hyllan & Co, Stockholm."""

    def vy(self, r: Request, titel: str, kropp: str, status: int = 200, kassa: bool = False) -> Response:
        n = sum(r.session.get("vagn", {}).values())
        nav = '<a href="/sortiment/matlagning">Matlagning</a><a href="/sortiment/forvaring">Förvaring</a><a href="/kundtjanst">Kundtjänst</a>'
        huvud = f'<div class="remsa">Fri frakt över 700 kr</div><header class="huvud"><div class="bred"><div><button class="i tre" data-meny aria-label="Meny">{ikon("M3 6h18M3 12h18M3 18h18")}</button><nav>{nav}</nav></div><a class="ord" href="/">hyllan</a><div class="hoger"><button class="i" data-sok aria-label="Sök">{ikon("M16 16l6 6M10 3a7 7 0 1 0 .1 0")}</button><button class="i" data-visa aria-label="Varukorg">{ikon(KASSE)}<b {"" if n else "hidden"}>{n}</b></button></div></div></header><div class="meny"><button class="i" data-meny aria-label="Stäng">✕</button>{nav}</div><form class="sokl" action="/sok"><input type="search" name="q" placeholder="Vad letar du efter?" aria-label="Vad letar du efter?"><button class="i">Sök</button><button type="button" class="i" data-sok aria-label="Stäng sök">✕</button></form><div class="over"><div class="korg" role="dialog" aria-label="Varukorg"></div></div>'  # fmt: skip
        logga = "".join(f'<img src="/bilder/{x}.svg" alt="{x}" width="50" height="24"> ' for x in ("Visa", "Mastercard", "Swish"))  # fmt: skip
        fot = f'<footer class="fot"><div class="bred"><div><b>Hyllan &amp; Co AB</b><br>Skeppargatan 41<br>114 58 Stockholm<br>{logga}</div><div><a href="/frakt-och-retur">Frakt &amp; retur</a><a href="/kopvillkor">Köpvillkor</a><a href="/kundtjanst">Kundtjänst</a></div><div><a href="mailto:kundservice@hyllan.example">kundservice@hyllan.example</a><a href="tel:+46855550163">08-555 501 63</a>Vardagar 9–12</div><form class="nyhet"><label>Nyhetsbrev<input type="email" placeholder="E-postadress" required></label><button class="kopk" style="background:#d4552b">Anmäl mig</button></form></div></footer>'
        khuvud = '<header class="huvud"><div class="bred"><a href="/">‹ Fortsätt handla</a><span class="ord">hyllan</span></div></header>'
        kfot = '<div class="bred" style="padding:30px 20px"><a href="/frakt-och-retur"><u>Frakt &amp; retur</u></a> &nbsp; <a href="/kopvillkor"><u>Köpvillkor</u></a></div>'
        return html(
            f'<!doctype html><html lang="sv-SE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{titel} – hyllan</title><style>{UTSEENDE}</style></head><body>{khuvud if kassa else huvud}<main style="min-height:50vh">{kropp}</main>{kfot if kassa else fot}{JS}</body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        ett, _, tva = r.path.strip("/").partition("/")
        if ett == "bilder":
            return Response(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 70 30"><rect width="70" height="30" rx="4" fill="#fff"/><text x="4" y="19" font-size="12">{tva[:-4]}</text></svg>', content_type="image/svg+xml")  # fmt: skip
        if ett == "express":
            return self.express(r, tva)
        if ett in ("", "sortiment", "sok"):
            ord_ = r.query.get("q", "").lower()
            kort = "".join(f'<div class="plock"><a class="bildyta" href="/p/{k}">{bild(k)}</a><button class="hj" data-hj aria-label="Spara som favorit" aria-pressed="false">♡</button>{"<button class=snabb data-lagg=" + k + " aria-label=" + chr(34) + "Lägg i varukorgen" + chr(34) + ">" + ikon(KASSE) + "</button>" if v[2] else ""}<a class="namn" href="/p/{k}">{v[0]}</a><div class="pr">{v[1]} kr{"" if v[2] else " <span class=slut>Tillfälligt slut</span>"}</div></div>' for k, v in SAKER.items() if ord_ in v[0].lower())  # fmt: skip
            return self.vy(r, "Till köket", f'{"" if ett else "<div class=kampanj>Ett kök att stå ut i</div>"}<div class="bred"><h2>{"Sortiment" if ett else "Mest köpt just nu"}</h2></div><div class="galler">{kort or "<p class=bred>Inga träffar.</p>"}</div>')  # fmt: skip
        if ett == "p" and tva in SAKER:
            return self.sak(r, tva)
        if ett == "kassa":
            return self.modul(r) if tva == "betalmodul" else self.kassa(r)
        if ett == "kundtjanst" and r.method == "POST":
            self.messages += 1
            return self.vy(r, "Tack", '<div class="bred"><h1>Tack, vi svarar snart.</h1></div>')
        return self.vy(r, "hyllan", f'<div class="bred" style="max-width:760px">{ORD.get(ett, "<h1>404</h1>")}</div>', 200 if ett in ORD else 404)  # fmt: skip

    def express(self, r: Request, vad: str) -> Response:
        if vad == "nyhet":
            self.messages += 1
            return json_response({})
        vagn: dict[str, int] = r.session.setdefault("vagn", {})
        d = r.json if isinstance(r.json, dict) else {}
        if d.get("in") in SAKER and SAKER[d["in"]][2]:
            vagn[d["in"]] = vagn.get(d["in"], 0) + 1
        if d.get("ut") in vagn:
            vagn[d["ut"]] -= 1
            if not vagn[d["ut"]]:
                del vagn[d["ut"]]
        summa = sum(SAKER[k][1] * n for k, n in vagn.items())
        en = next((k for k in ("forklade-lin", "glasburk-tre", "skarbrada-alm") if k not in vagn), "forklade-lin")
        return json_response({"antal": sum(vagn.values()), "summa": summa, "kvar": max(0, 700 - summa), "poster": [rad(k, n) for k, n in vagn.items()], "tips": rad(en, 0)})  # fmt: skip

    def sak(self, r: Request, k: str) -> Response:
        namn, pris, lager, _ = SAKER[k]
        ld = json.dumps({"@context": "https://schema.org", "@type": "Product", "name": namn, "offers": {"@type": "Offer", "price": pris, "priceCurrency": "SEK", "availability": "InStock" if lager else "OutOfStock"}})  # fmt: skip
        knapp = f'<button class="kopk" id="stor" data-lagg="{k}">Lägg i varukorgen</button>' if lager else '<button class="kopk" disabled>Tillfälligt slut</button>'  # fmt: skip
        fast = f'<div class="fast"><button class="kopk" data-lagg="{k}">Lägg i varukorgen – {pris} kr</button></div>' if lager else ""  # fmt: skip
        return self.vy(r, namn, f'<script type="application/ld+json">{ld}</script><div class="pdp"><div>{bild(k)}</div><div class="h bred"><h1>{namn}</h1><div class="stj" data-betyg="4.{len(k) % 5 + 3}/{len(k) + 9}"></div><p>{pris} kr</p>{knapp}<p>✓ Skickas inom 24 timmar</p><details class="drag"><summary>Beskrivning</summary><p>Ritad i Stockholm, gjord i Småland.</p></details><details class="drag"><summary>Leverans</summary><p>Ombud 49 kr.</p></details></div></div>{fast}')  # fmt: skip

    def kassa(self, r: Request) -> Response:
        vagn: dict[str, int] = r.session.get("vagn", {})
        if not vagn:
            return redirect("/")
        poster = "".join(f'<div class="post"><i style="width:58px">{bild(k)}</i><span>{SAKER[k][0]} × {n}</span><b>{SAKER[k][1] * n} kr</b></div>' for k, n in vagn.items())  # fmt: skip
        return self.vy(r, "Kassa", f'<div class="bred kassasida"><div><h2>1. Leverans</h2><label><input type="radio" name="lev" checked> Postens ombud, 49 kr</label><label><input type="radio" name="lev"> Hem på kvällen, 99 kr</label><label class="utan"><input type="checkbox"> Ja tack till nyheter på mejl</label><h2>2. Uppgifter och betalning</h2><div id="betalyta"><div class="vanta">Kassan hämtas …</div></div></div><aside><h2>Din order</h2>{poster}<details class="drag"><summary>Har du en rabattkod?</summary><input aria-label="Rabattkod"> <button>Använd</button></details><p>Summa <b>{sum(SAKER[k][1] * n for k, n in vagn.items()) + 49} kr</b></p></aside></div>', kassa=True)  # fmt: skip

    def modul(self, r: Request) -> Response:
        vagn: dict[str, int] = r.session.get("vagn", {})
        if r.method == "POST" and vagn:
            if all(r.form.get(x) for x in ("epost", "fornamn", "efternamn", "gata", "postnr", "ort", "mobil")):
                self.orders += 1
                vagn.clear()
                return html(MODUL + "<h3>Tack för ditt köp!</h3></body></html>")
            return redirect("/kassa/betalmodul")
        falt = "".join(f'<label class="t">{t}<input name="{n}" type="{y}" required></label>' for n, t, y in (("epost", "E-post", "email"), ("fornamn", "Förnamn", "text"), ("efternamn", "Efternamn", "text"), ("gata", "Gatuadress", "text"), ("postnr", "Postnummer", "text"), ("ort", "Ort", "text"), ("mobil", "Mobilnummer", "tel")))  # fmt: skip
        satt = "".join(f'<label class="r"><input type="radio" name="satt" value="{i}" {"" if i else "checked"}> {t}</label>' for i, t in enumerate(("Kort", "Swish", "Faktura, 30 dagar")))  # fmt: skip
        return html(f'{MODUL}<form method="post"><b>Dina uppgifter</b>{falt}<b>Så vill du betala</b>{satt}<p><small>När du trycker på knappen godkänner du villkoren.</small></p><button>Betala nu</button></form></body></html>')  # fmt: skip


ORD = {
    "frakt-och-retur": "<h1>Frakt &amp; retur</h1><h3>Frakt</h3><p>Vi packar på vardagar och skickar med Postens ombud.</p><h3>Retur</h3><p>Ångrar du dig kan du skicka tillbaka varan inom 45 dagar från det att du hämtat ut paketet. Returen är gratis: skriv ut fraktsedeln eller visa koden hos ombudet. Varan ska vara oanvänd. Vi betalar tillbaka inom 10 dagar efter att returen kommit till vårt lager.</p>",
    "kopvillkor": "<h1>Köpvillkor</h1><p>Du måste ha fyllt 18 år för att handla hos oss. Alla priser är inklusive moms.</p>",
    "kundtjanst": '<h1>Kundtjänst</h1><p>Ring <a href="tel:+46855550163">08-555 501 63</a> vardagar 9–12.</p><form method="post"><p><input name="n" placeholder="Namn" aria-label="Namn"></p><p><input name="e" type="email" placeholder="E-post" aria-label="E-post" required></p><p><textarea name="m" rows="5" cols="34" placeholder="Meddelande" aria-label="Meddelande" required></textarea></p><button class="kopk" style="max-width:240px">Skicka</button></form>',
}
