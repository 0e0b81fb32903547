"""A Swedish shop of bags on a well-known theme: radio pills, a drawer, and a till at another path that wants one signed in.

The till looks like any that begins with the e-mail; that it only sends a code for an account stands in one line.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# handle: title, kronor, colours with stock, collection
VASKOR: dict[str, tuple[str, int, tuple[tuple[str, int], ...], str]] = {
    "ryggsack-ulv-22": ("Ryggsäck Ulv 22 L", 1295, (("Svart", 0), ("Mossa", 0)), "ryggsackar"),
    "axelvaska-lo": ("Axelväska Lo", 795, (("Tegel", 12), ("Svart", 0), ("Havre", 7)), "axelvaskor"),
    "weekendbag-jarv": ("Weekendbag Järv", 1695, (("Mossa", 4), ("Svart", 9)), "weekend"),
    "necessar-iller": ("Necessär Iller", 349, (), "weekend"),
    "ryggsack-mard-14": ("Ryggsäck Mård 14 L", 995, (("Havre", 3),), "ryggsackar"),
    "baltesvaska-lekatt": ("Bältesväska Lekatt", 449, (("Svart", 20), ("Tegel", 2)), "axelvaskor"),
}
GRUPPER = {"ryggsackar": "Ryggsäckar", "axelvaskor": "Axelväskor", "weekend": "Weekend & resa"}
POLICYER = {
    "aterbetalningspolicy": ("Återbetalningspolicy", "<p>Vi har 30 dagars öppet köp. Det betyder att du har 30 dagar på dig från det att du fått din vara att begära en retur.</p><p>För att en retur ska godkännas måste varan vara i samma skick som när du fick den, oanvänd, med etiketter och i originalförpackning. Mejla hej@packverket.example så skickar vi en returetikett. Återbetalning sker till din ursprungliga betalningsmetod när vi har kontrollerat väskan.</p>"),
    "integritetspolicy": ("Integritetspolicy", "<p>Vi behandlar bara de uppgifter som krävs för att leverera din order.</p>"),
    "anvandarvillkor": ("Användarvillkor", "<p>Priserna anges i svenska kronor inklusive moms. Packverket, Borås.</p>"),
    "fraktpolicy": ("Fraktpolicy", "<p>Frakt 49 kr, fri över 800 kr. 2–4 vardagar med ombud.</p>"),
}  # fmt: skip
STIL = """*,*::before{box-sizing:border-box}html{font-size:62.5%}body{margin:0;font:1.6rem/1.6 Assistant,Helvetica,sans-serif;color:#2a2a28;background:#fbfaf8}a{color:inherit}.bar{background:#2f3d33;color:#fff;text-align:center;padding:.9rem;font-size:1.3rem}.head{position:sticky;top:0;background:#fbfaf8;border-bottom:1px solid #e3e0da;z-index:5;transition:transform .2s}.head.gomd{transform:translateY(-100%)}.head>div{max-width:120rem;margin:auto;display:flex;align-items:center;gap:2.4rem;padding:1.4rem 2rem}.head .namn{font-size:2.4rem;letter-spacing:.1em;text-decoration:none}.head nav{display:flex;gap:2.2rem;margin-right:auto}.head nav a{text-decoration:none}.ikon{background:none;border:0;padding:.8rem;cursor:pointer;position:relative;color:inherit;display:inline-flex}.ikon svg{width:22px;height:22px}.bubbla{position:absolute;right:0;bottom:2px;background:#2f3d33;color:#fff;border-radius:50%;width:1.7rem;height:1.7rem;font-size:1rem;text-align:center}.meny-knapp{display:none}
.bred{max-width:120rem;margin:auto;padding:2rem}.hero{background:#c9bfae;padding:11rem 2rem;text-align:center}.gal{display:grid;grid-template-columns:repeat(4,1fr);gap:1.6rem;list-style:none;padding:0}.kort{position:relative}.kort h3{font-size:1.5rem;font-weight:400;margin:.8rem 0 0}.kort h3 a{text-decoration:none}.kort h3 a::after{content:"";position:absolute;inset:0}.marke{position:absolute;left:1rem;bottom:8rem;background:#2a2a28;color:#fff;border-radius:2rem;font-size:1.2rem;padding:.3rem 1.2rem}.dold{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.knapp{display:block;width:100%;max-width:44rem;background:#2f3d33;color:#fff;border:0;padding:1.4rem 2rem;font:inherit;text-align:center;cursor:pointer;text-decoration:none;margin:0 0 1rem}.knapp.ram{background:none;color:#2a2a28;box-shadow:inset 0 0 0 1px #2a2a28}.knapp[disabled]{opacity:.5;cursor:not-allowed}
.prod{display:grid;grid-template-columns:55fr 45fr;gap:4rem}fieldset.piller{border:0;padding:0;margin:0 0 1.6rem}.piller input{position:absolute;opacity:0;width:1px;height:1px}.piller label{display:inline-block;border:1px solid #9a978f;border-radius:4rem;padding:.8rem 2rem;margin:.6rem .6rem 0 0;cursor:pointer}.piller input:checked+label{background:#2f3d33;color:#fff}.piller input.slut+label{text-decoration:line-through;color:#999}.antal{display:inline-flex;border:1px solid #9a978f;margin-bottom:1.6rem}.antal button{background:none;border:0;width:4.4rem;font-size:1.8rem}.antal input{width:5rem;border:0;text-align:center;background:none;font:inherit}.antal input::-webkit-inner-spin-button{display:none}
.skymd{position:fixed;inset:0;background:#0006;z-index:20;visibility:hidden;opacity:0;transition:all .25s}.skymd.aktiv{visibility:visible;opacity:1}.lada{position:absolute;right:0;top:0;bottom:0;width:40rem;max-width:100%;background:#fff;padding:2rem;transform:translateX(100%);transition:transform .25s;overflow:auto;display:flex;flex-direction:column}.aktiv .lada{transform:none}.lada .rader{flex:1}.sok{position:fixed;left:0;right:0;top:0;background:#fff;padding:2.4rem;z-index:25;display:flex;gap:1rem}.sok[hidden]{display:none}.sok input{flex:1;padding:1.2rem;font:inherit;min-width:0}.fot{border-top:1px solid #e3e0da;margin-top:6rem;padding:4rem 2rem 9rem}.fot>div{max-width:120rem;margin:auto;display:flex;flex-wrap:wrap;gap:6rem}.fot a{display:block;text-decoration:none}.fot input{padding:1.1rem;font:inherit}.samtycke{position:fixed;left:2rem;bottom:2rem;width:36rem;max-width:calc(100% - 4rem);background:#fff;border-radius:6px;box-shadow:0 2px 20px #0004;padding:2rem;z-index:15;font-size:1.3rem}.samtycke button{border:0;background:#2a2a28;color:#fff;padding:.9rem 1.6rem;border-radius:4px;margin-right:.6rem}
@media(max-width:899px){.gal{grid-template-columns:1fr 1fr}.prod{grid-template-columns:1fr}.meny-knapp{display:inline-flex}.head nav{display:none}.head .namn{margin:auto}.head nav.ute{display:block;position:absolute;left:0;right:0;top:100%;background:#fff;padding:2rem}.head nav.ute a{display:block;padding:1rem 0}.konto-ikon{display:none}}"""
SIDA = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>@T@ – Packverket</title><style>@C@</style></head><body><div class="bar">Fri frakt över 800 kr</div><header class="head"><div><button class="ikon meny-knapp" aria-label="Meny" aria-expanded="false"><svg viewBox="0 0 20 20"><path d="M2 5h16M2 10h16M2 15h16" stroke="currentColor"/></svg></button><a class="namn" href="/">PACKVERKET</a><nav>@M@<a href="/pages/kontakt">Kontakt</a></nav><button class="ikon" data-sok aria-label="Sök"><svg viewBox="0 0 20 20"><circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor"/><path d="m12 12 6 6" stroke="currentColor"/></svg></button><a class="ikon konto-ikon" href="/account/login" aria-label="Logga in"><svg viewBox="0 0 20 20"><circle cx="10" cy="6" r="4" fill="none" stroke="currentColor"/><path d="M2 19q8-11 16 0" fill="none" stroke="currentColor"/></svg></a><a class="ikon" id="vagn" href="/cart"><svg viewBox="0 0 20 20"><path d="M3 7h14l-1 11H4zM7 7q0-5 3-5t3 5" fill="none" stroke="currentColor"/></svg><span class="dold">Varukorg</span><span id="bubbla">@N@</span></a></div></header>
<form class="sok" action="/search" hidden><input type="search" name="q" placeholder="Sök" aria-label="Sök"><button class="ikon" aria-label="Sök">→</button><button class="ikon" type="button" data-sok aria-label="Stäng">×</button></form><main class="bred">@B@</main><footer class="fot"><div><div><b>Packverket</b><br>Väskor sydda i Borås.<br><a href="mailto:hej@packverket.example">hej@packverket.example</a></div><div><a href="/search">Sök</a><a href="/pages/kontakt">Kontakt</a>@P@</div><form method="post" action="/contact#nyhetsbrev"><label>Prenumerera på våra mejl<br><input type="email" name="contact[email]" placeholder="E-post"></label><button class="ikon" aria-label="Prenumerera">→</button></form><div>@L@<br>© Packverket</div></div></footer>
<div class="skymd" id="lada"><aside class="lada" role="dialog" aria-label="Din varukorg"><div style="display:flex;justify-content:space-between"><h2>Din varukorg</h2><button class="ikon" data-stang aria-label="Stäng">×</button></div><div class="rader"></div></aside></div>
<script>(()=>{const $=s=>document.querySelector(s),lada=$('#lada');const visa=h=>{$('.rader').innerHTML=h.html;$('#bubbla').innerHTML=h.antal?'<span class="bubbla">'+h.antal+'</span>':''};
const hamta=async()=>visa(await(await fetch('/cart.js')).json());
document.addEventListener('click',async e=>{const t=e.target;if(t.closest('#vagn')&&location.pathname!=='/cart'){e.preventDefault();await hamta();lada.classList.add('aktiv')}if(t===lada||t.closest('[data-stang]'))lada.classList.remove('aktiv');if(t.closest('[data-sok]'))$('.sok').hidden=!$('.sok').hidden;if(t.closest('.meny-knapp'))$('.head nav').classList.toggle('ute');const d=t.closest('[data-bort]');if(d){await fetch('/cart/change',{method:'POST',body:new URLSearchParams({id:d.dataset.bort})});location.pathname==='/cart'?location.reload():hamta()}const s=t.closest('[data-samtycke]');if(s){localStorage.samtycke=1;s.closest('.samtycke').remove()}});
const f=$('#kopform');if(f){f.addEventListener('submit',async e=>{e.preventDefault();const b=f.querySelector('[name=add]');b.setAttribute('aria-disabled','true');const r=await fetch('/cart/add',{method:'POST',body:new FormData(f)});b.removeAttribute('aria-disabled');if(r.ok){visa(await r.json());lada.classList.add('aktiv')}});f.addEventListener('change',()=>{const v=f.querySelector('.piller input:checked'),b=f.querySelector('[name=add]');if(!v)return;const slut=v.classList.contains('slut');b.disabled=slut;b.textContent=slut?'Slutsåld':'Lägg i varukorg'});f.querySelectorAll('.antal button').forEach(b=>b.onclick=()=>{const i=f.querySelector('.antal input');i.value=Math.max(1,+i.value+ +b.dataset.d)});
if(!f.querySelector('[name=add]').disabled)setTimeout(()=>{const k=document.createElement('button');k.type='button';k.className='knapp ram';k.textContent='Köp nu';k.onclick=async()=>{await fetch('/cart/add',{method:'POST',body:new FormData(f)});location='/checkout'};$('#direkt').append(k)},900)}
let y=0;addEventListener('scroll',()=>{$('.head').classList.toggle('gomd',scrollY>y&&scrollY>200);y=scrollY},{passive:true});
if(!localStorage.samtycke)setTimeout(()=>{const s=document.createElement('div');s.className='samtycke';s.setAttribute('role','dialog');s.innerHTML='<b>Cookiesamtycke</b><p>Vi och våra partner använder cookies för att ge dig en bättre upplevelse.</p><button data-samtycke>Acceptera</button><button data-samtycke>Avböj</button>';document.body.append(s)},600)})()</script></body></html>"""
KASSA = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Kassa – Packverket</title><style>*{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif;color:#222}.delad{display:grid;grid-template-columns:1fr 420px;min-height:100vh}.v{padding:30px;max-width:640px;margin-left:auto;width:100%}.h{background:#f4f3f1;padding:30px;border-left:1px solid #ddd}.snabb{display:grid;grid-template-columns:1fr 1fr 1fr;gap:8px}.snabb button{height:46px;border:0;border-radius:5px;font-weight:bold;color:#fff;background:#5a31c4}.snabb button:nth-child(2){background:#ffc439;color:#123}.snabb button:nth-child(3){background:#000}.eller{text-align:center;color:#777;margin:16px 0}.falt{width:100%;padding:13px;border:1px solid #bbb;border-radius:5px;font:inherit}.gaa{width:100%;padding:15px;border:0;border-radius:5px;background:#2f3d33;color:#fff;font:inherit;font-weight:600;margin-top:14px}.liten{font-size:13px;color:#666}.steg{border-top:1px solid #e2e2e2;color:#999;padding:14px 0;margin:0;font-size:18px}.steg.forsta{margin-top:28px}.fel{color:#b3261e}summary{display:none}@media(max-width:899px){.delad{display:block}.h{border:0;border-bottom:1px solid #ddd;padding:14px 20px}.v{padding:20px}summary{display:block}}</style></head><body><div class="delad"><main class="v"><p><a href="/" style="font-size:24px;letter-spacing:.1em;color:inherit;text-decoration:none">PACKVERKET</a></p>@B@<p class="liten" style="border-top:1px solid #ddd;padding-top:14px"><a href="/policies/aterbetalningspolicy">Återbetalningspolicy</a> · <a href="/policies/fraktpolicy">Fraktpolicy</a> · <a href="/policies/integritetspolicy">Integritetspolicy</a> · <a href="/policies/anvandarvillkor">Användarvillkor</a></p></main><aside class="h"><details><summary>Visa orderöversikt – @S@ kr</summary>@R@</details></aside></div><script>const h=document.querySelector('details');if(innerWidth>899)h.open=true;else document.querySelector('.delad').prepend(h.parentNode);document.querySelectorAll('.snabb button').forEach(b=>b.onclick=()=>{document.querySelector('.fel').textContent='Logga in med din e-post innan du använder snabbkassan.'})</script></body></html>"""


def bild(handle: str) -> str:
    ton = sum(map(ord, handle)) % 360
    return f'<svg viewBox="0 0 100 110" width="100%" aria-hidden="true"><rect width="100" height="110" fill="#efece6"/><rect x="24" y="36" width="52" height="52" rx="9" fill="hsl({ton} 22% 45%)"/><path d="M38 36q0-20 12-20t12 20" fill="none" stroke="#555" stroke-width="4"/></svg>'


def logga(namn: str) -> str:
    return f'<svg role="img" viewBox="0 0 38 24" width="38" height="24" aria-label="{namn}"><title>{namn}</title><rect width="38" height="24" rx="3" fill="#fff" stroke="#ccc"/><path d="M8 12h22" stroke="#567" stroke-width="6"/></svg> '


def saldo(handle: str) -> int:
    farger = VASKOR[handle][2]
    return sum(n for _, n in farger) if farger else 30


@dataclass
class App(Shop):
    """Packverket, Borås."""

    def korg(self, r: Request) -> dict[str, int]:
        korg: dict[str, int] = r.session.setdefault("cart", {})
        return korg

    def summa(self, r: Request) -> int:
        return sum(VASKOR[k.split(":")[0]][1] * n for k, n in self.korg(r).items())

    def sida(self, r: Request, titel: str, kropp: str, status: int = 200) -> Response:
        antal = sum(self.korg(r).values())
        delar = {
            "@T@": titel,
            "@C@": STIL,
            "@M@": "".join(f'<a href="/collections/{g}">{n}</a>' for g, n in GRUPPER.items()),
            "@P@": "".join(f'<a href="/policies/{p}">{t}</a>' for p, (t, _) in POLICYER.items()),
            "@L@": "".join(logga(n) for n in ("Visa", "Mastercard", "Klarna", "Swish")),
            "@N@": f'<span class="bubbla">{antal}</span>' if antal else "",
            "@B@": kropp,
        }
        text = SIDA
        for marke, del_ in delar.items():
            text = text.replace(marke, del_)
        return html(text, status)

    def galleri(self, handles: list[str]) -> str:
        kort = "".join(
            f'<li class="kort">{bild(h)}{"" if saldo(h) else "<span class=marke>Slutsåld</span>"}<h3><a href="/products/{h}">{VASKOR[h][0]}</a></h3><span>{VASKOR[h][1]},00 kr</span></li>'
            for h in handles
        )
        return f'<ul class="gal">{kort}</ul>' if kort else "<p>Inga resultat.</p>"

    def handle(self, r: Request) -> Response:
        delar = r.path.strip("/").split("/")
        sort, sista = delar[0], delar[-1]
        if sort == "":
            return self.sida(r, "Väskor från Borås", f'<div class="hero"><h1>Packa lätt</h1><a href="/collections/weekend" class="knapp" style="display:inline-block;width:auto">Handla nu</a></div><h2>Utvalda produkter</h2>{self.galleri(list(VASKOR)[:4])}')  # fmt: skip
        if sort == "collections" and sista in GRUPPER:
            return self.sida(r, GRUPPER[sista], f"<h1>{GRUPPER[sista]}</h1>" + self.galleri([h for h in VASKOR if VASKOR[h][3] == sista]))  # fmt: skip
        if sort == "search":
            q = r.query.get("q", "").lower()
            return self.sida(r, "Sök", f'<h1>Sökresultat</h1><form action="/search"><input type="search" name="q" aria-label="Sök"></form>{self.galleri([h for h in VASKOR if q in VASKOR[h][0].lower()] if q else [])}')  # fmt: skip
        if sort == "products" and sista in VASKOR:
            return self.produkt(r, sista)
        if sort == "policies" and sista in POLICYER:
            return self.sida(r, POLICYER[sista][0], f"<h1>{POLICYER[sista][0]}</h1>{POLICYER[sista][1]}")
        vagar = {"cart": self.cart, "cart.js": self.cart, "checkout": self.kassa, "checkouts": self.kassa, "account": self.konto, "pages": self.kontakt, "contact": self.kontakt}  # fmt: skip
        return vagar[sort](r) if sort in vagar else self.sida(r, "404", "<h1>Sidan hittades inte</h1>", 404)

    def produkt(self, r: Request, handle: str) -> Response:
        titel, pris, farger, grupp = VASKOR[handle]
        vald = next((f for f, n in farger if n), farger[0][0] if farger else "")
        piller = "".join(
            f'<input type="radio" id="f{i}" name="farg" value="{f}"{" checked" if f == vald else ""}{"" if n else " class=slut"}><label for="f{i}">{f}{"" if n else "<span class=dold> Varianten är slutsåld</span>"}</label>'
            for i, (f, n) in enumerate(farger)
        )
        val = f'<fieldset class="piller"><legend>Färg</legend>{piller}</fieldset>' if farger else ""
        kop = '<button class="knapp ram" name="add">Lägg i varukorg</button>' if saldo(handle) else '<button class="knapp ram" name="add" disabled>Slutsåld</button>'  # fmt: skip
        ld = {"@context": "http://schema.org/", "@type": "Product", "name": titel, "offers": [{"@type": "Offer", "price": pris, "priceCurrency": "SEK", "availability": "http://schema.org/" + ("InStock" if saldo(handle) else "OutOfStock")}]}  # fmt: skip
        return self.sida(r, titel, f'<div class="prod"><div>{bild(handle)}</div><div><h1>{titel}</h1><p>{pris},00 kr<br><small>Skatt ingår. <a href="/policies/fraktpolicy">Frakt</a> beräknas i kassan.</small></p><form id="kopform" method="post" action="/cart/add"><input type="hidden" name="handle" value="{handle}">{val}<div class="antal"><button type="button" data-d="-1" aria-label="Minska">−</button><input name="quantity" type="number" value="1" min="1" aria-label="Antal"><button type="button" data-d="1" aria-label="Öka">+</button></div>{kop}<div id="direkt"></div></form><details><summary>Material</summary><p>Vaxad bomull och vegetabiliskt garvat läder.</p></details><p><a href="/collections/{grupp}">Fler {GRUPPER[grupp].lower()}</a></p></div></div><script type="application/ld+json">{json.dumps(ld)}</script>')  # fmt: skip

    def rader(self, r: Request) -> str:
        rader = "".join(f'<p><b>{VASKOR[k.split(":")[0]][0]}</b><br>{k.split(":")[1]} · {n} st · {VASKOR[k.split(":")[0]][1] * n},00 kr <button class="ikon" data-bort="{k}" aria-label="Ta bort">🗑</button></p>' for k, n in self.korg(r).items())  # fmt: skip
        if not rader:
            return '<p>Din varukorg är tom</p><a class="knapp" href="/collections/weekend">Fortsätt handla</a>'
        return f'{rader}<p>Uppskattad totalsumma <b>{self.summa(r)},00 kr</b></p><form method="post" action="/cart"><button class="knapp" name="checkout">Betala</button></form>'

    def cart(self, r: Request) -> Response:
        korg = self.korg(r)
        if r.path == "/cart/add":
            h, farg, n = r.form.get("handle", ""), r.form.get("farg", ""), r.form.get("quantity", "1")
            if h not in VASKOR or (VASKOR[h][2] and not dict(VASKOR[h][2]).get(farg)):
                return json_response({"fel": "slutsåld"}, 422)
            korg[f"{h}:{farg}"] = korg.get(f"{h}:{farg}", 0) + (int(n) if n.isdigit() and int(n) else 1)
        if r.path == "/cart/change":
            korg.pop(r.form.get("id", ""), None)
        if r.path != "/cart":
            return json_response({"antal": sum(korg.values()), "html": self.rader(r)})
        return redirect("/checkout") if r.method == "POST" else self.sida(r, "Din varukorg", f"<h1>Din varukorg</h1>{self.rader(r)}")  # fmt: skip

    def kassa(self, r: Request) -> Response:
        if not self.korg(r):
            return redirect("/cart")
        if r.path == "/checkout":
            return redirect(f"/checkouts/cn/{r.session.setdefault('token', secrets.token_hex(8))}/sv-se")
        kod = r.session.get("kod")
        if r.method == "POST" and r.session.get("kund") and r.form.get("adress"):
            self.orders += 1
            self.korg(r).clear()
            return self.sida(r, "Tack", "<h1>Tack för din order!</h1>")
        if r.method == "POST" and r.form.get("kod") and r.form["kod"] == kod:
            self.accounts += 1
            r.session["kund"] = True
        elif r.method == "POST" and "@" in r.form.get("email", ""):
            r.session["kod"] = f"{secrets.randbelow(10**6):06d}"
            return self.ram(r, '<h2>Ange koden</h2><p>Vi har skickat en sexsiffrig kod till din e-post.</p><form method="post"><input class="falt" name="kod" inputmode="numeric" placeholder="6-siffrig kod" aria-label="Kod"><button class="gaa">Logga in</button></form>')  # fmt: skip
        if r.session.get("kund"):
            return self.ram(r, '<h2>Leverans</h2><form method="post"><p><input class="falt" name="namn" placeholder="Namn"></p><p><input class="falt" name="adress" placeholder="Adress"></p><button class="gaa">Betala nu</button></form>')  # fmt: skip
        return self.ram(r, '<p class="eller">Snabbkassa</p><div class="snabb"><button>shopp</button><button>PayPal</button><button>G Pay</button></div><p class="fel" role="alert"></p><p class="eller">ELLER</p><form method="post"><h2>Kontakt</h2><input class="falt" type="email" name="email" placeholder="E-post" aria-label="E-post" autocomplete="email" required><p class="liten">Hos oss handlar man inloggad. Vi skickar en engångskod till din e-post; saknar du konto skapas det när du anger koden.</p><label><input type="checkbox" name="nyheter"> Mejla mig med nyheter och erbjudanden</label><button class="gaa">Fortsätt</button></form><h2 class="steg forsta">Leverans</h2><h2 class="steg">Betalning</h2>')  # fmt: skip

    def ram(self, r: Request, kropp: str) -> Response:
        rader = "".join(f"<p>{n} × {VASKOR[k.split(':')[0]][0]} {k.split(':')[1]}</p>" for k, n in self.korg(r).items())
        return html(KASSA.replace("@B@", kropp).replace("@S@", str(self.summa(r))).replace("@R@", f"{rader}<p><b>Totalt {self.summa(r)},00 kr</b></p>"))  # fmt: skip

    def konto(self, r: Request) -> Response:
        return self.sida(r, "Logga in", '<h1>Logga in</h1><form method="post"><p>Ange din e-post så skickar vi en kod.</p><input type="email" name="e" placeholder="E-post" aria-label="E-post"><button class="knapp" style="margin-top:1rem">Fortsätt</button></form>')  # fmt: skip

    def kontakt(self, r: Request) -> Response:
        if r.method == "POST":
            self.messages += 1
            return self.sida(r, "Tack", "<h1>Tack, vi hör av oss.</h1>")
        return self.sida(r, "Kontakt", '<h1>Kontakt</h1><form method="post" action="/contact"><p><input name="namn" placeholder="Namn" aria-label="Namn"></p><p><input type="email" name="e" placeholder="E-post *" aria-label="E-post" required></p><p><textarea name="m" rows="6" placeholder="Kommentar" aria-label="Kommentar"></textarea></p><button class="knapp">Skicka</button></form>')  # fmt: skip
