"""A Norwegian haberdashery on a rented platform: a mega menu, pieces counted from nought, a payment company's express button.

The till has three folded parts of which the log-in is open and buying without an account is the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# number: name, øre, stock, group, colour
VARER: dict[int, tuple[str, int, int, str, str]] = {
    4010: ("Treknapp Oliven 18 mm", 900, 0, "treknapper", "#7b6b43"),
    4012: ("Treknapp Bjørk 22 mm", 1200, 340, "treknapper", "#d8c19a"),
    4015: ("Treknapp Valnøtt 15 mm", 800, 75, "treknapper", "#5a4030"),
    4101: ("Hornknapp Lys 20 mm", 2400, 60, "hornknapper", "#cdbfa8"),
    4102: ("Hornknapp Mørk 25 mm", 2900, 44, "hornknapper", "#4b4038"),
    4201: ("Tinnknapp Rose", 4900, 120, "metallknapper", "#9aa0a6"),
    4301: ("Knappetråd natur, 50 m", 5900, 33, "knappetråd", "#e9e2d0"),
    4305: ("Lintråd grå, 100 m", 8900, 12, "lintråd", "#8b8b86"),
}
GRUPPER = {"knapper": ("treknapper", "hornknapper", "metallknapper"), "tråd": ("knappetråd", "lintråd")}
UTSEENDE = """body{margin:0;font:15px/1.55 "Open Sans",Arial,sans-serif;color:#303030}*{box-sizing:border-box}a{color:#34566b}.smal{background:#34566b;color:#fff;font-size:13px;text-align:right;padding:5px 30px}.smal a{color:#fff;margin-left:16px}.hode{display:flex;align-items:center;padding:18px 30px;gap:24px}.hode .navn{font:700 27px Georgia,serif;text-decoration:none;color:#303030;flex:1}.hode form{display:flex;flex:1}.hode form input{flex:1;padding:9px;border:1px solid #bbb;min-width:0}.hode form button{border:1px solid #34566b;background:#34566b;color:#fff;padding:0 14px}.ikon{position:relative;text-decoration:none;font-size:24px;color:inherit;border:0;background:none;padding:6px;cursor:pointer}.ikon sup{font-size:12px;background:#b5432f;color:#fff;border-radius:10px;padding:1px 6px;position:absolute;top:0;right:-6px}.bare-liten{display:none}.meny{background:#eef2f4;padding:0 30px}.meny>ul{display:flex;margin:0;padding:0;list-style:none}.meny>ul>li>a{display:block;padding:13px 20px;text-decoration:none;font-weight:600;color:#303030}.brett{display:none;position:absolute;left:0;right:0;background:#fff;box-shadow:0 14px 20px #0003;padding:22px 50px;z-index:20}.brett a{display:block;padding:5px 0}.pil{display:none}
@media(min-width:801px){.meny li:hover>.brett{display:flex;gap:70px}}.kropp{max-width:1180px;margin:0 auto;padding:20px 30px;min-height:45vh}.plakat{display:block;background:#34566b;color:#fff;padding:90px 40px;text-decoration:none;font:700 34px Georgia,serif}.trio{display:grid;grid-template-columns:repeat(3,1fr);gap:20px;margin:24px 0}.trio div{border:1px solid #dde4e8;padding:20px}.hyller{display:grid;grid-template-columns:repeat(4,1fr);gap:20px}.hylle{border:1px solid #e3e8eb;text-align:center;padding:14px;position:relative}.hylle a{text-decoration:none;color:inherit;display:block}.hjerte{position:absolute;right:6px;top:6px;border:0;background:none;font-size:20px;cursor:pointer}.vare{display:grid;grid-template-columns:1fr 1fr;gap:40px}.teller{display:inline-flex;border:1px solid #bbb}.teller button{width:44px;border:0;background:#eef2f4;font-size:20px;cursor:pointer}.teller input{width:54px;text-align:center;border:0;padding:12px 0;font:inherit}.knapp{background:#3c7a4e;color:#fff;border:0;padding:14px 24px;font:600 16px "Open Sans",Arial,sans-serif;cursor:pointer;text-decoration:none;display:inline-block}.knapp.grå{background:#dfe5e8;color:#303030}.vipps{background:#ff5b24;color:#fff;border:0;border-radius:26px;padding:14px 24px;font:600 16px Arial,sans-serif;cursor:pointer}.kjøp{display:flex;gap:12px;flex-wrap:wrap;margin:14px 0}.melding{color:#b5432f;min-height:1.5em}.lapp{position:fixed;right:24px;top:24px;background:#3c7a4e;color:#fff;padding:14px 22px;z-index:50;transition:opacity .6s}.kurvlinje{display:flex;gap:16px;align-items:center;padding:12px 0;border-bottom:1px solid #e3e8eb}
.fold{border:1px solid #cfd9de;margin:10px 0}.fold>button{width:100%;text-align:left;background:#eef2f4;border:0;padding:15px 18px;font:600 16px "Open Sans",Arial,sans-serif;cursor:pointer}.fold>button:after{content:"▾";float:right}.fold>div{padding:8px 18px 20px;display:none}.fold.opp>div{display:block}.felt{display:block;margin:10px 0}.felt input,.felt textarea{display:block;width:100%;max-width:430px;padding:10px;border:1px solid #aaa;font:inherit}.kassehode{padding:16px 30px;border-bottom:1px solid #ddd}.bunn{background:#2b3c46;color:#dfe7eb;margin-top:40px;padding:34px 30px;display:grid;grid-template-columns:repeat(3,1fr);gap:30px}.bunn a{color:#fff;display:block}.bunn p a{display:inline}.infokapsel{position:fixed;bottom:0;left:0;right:0;background:#fff;border-top:3px solid #34566b;padding:12px 30px;z-index:60;display:flex;gap:14px;align-items:center}.infokapsel span{flex:1}
@media(max-width:800px){.bare-liten{display:block}.smal{display:none}.hode{padding:10px 14px;flex-wrap:wrap;gap:10px}.hode .navn{font-size:21px}.hode form{order:5;flex:1 0 100%;display:none}.hode form.frem{display:flex}.meny{display:none;padding:0}.meny.frem{display:block}.meny>ul{display:block}.meny>ul>li{border-bottom:1px solid #d5dee3;position:relative}.meny .topp:has(+.pil){pointer-events:none}.pil{display:block;position:absolute;inset:0 0 auto 0;height:50px;border:0;background:none;text-align:right;padding-right:20px;font-size:20px}.brett{position:static;box-shadow:none;padding:4px 30px}.brett.frem{display:block}.kropp{padding:14px}.plakat{padding:50px 20px;font-size:25px}.trio,.vare,.bunn{grid-template-columns:1fr}.hyller{grid-template-columns:1fr 1fr;gap:10px}.infokapsel{flex-wrap:wrap;padding:12px}.kurvlinje{flex-wrap:wrap}}"""
KODE = r"""
var finn=function(s){return document.querySelector(s)};function send(u,d){return fetch(u,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(d||{})}).then(function(r){return r.json()})}
function lapp(t){var l=document.createElement('div');l.className='lapp';l.setAttribute('role','status');l.textContent=t;document.body.append(l);setTimeout(function(){l.style.opacity=0},2000);setTimeout(function(){l.remove()},2700)}
document.addEventListener('click',function(h){var t=h.target.closest('button');if(!t)return;var d=t.dataset;
if(d.steg){var f=finn('#antall');f.value=Math.max(0,+f.value+ +d.steg);finn('.melding').textContent=''}
else if(d.legg||d.vipps){var n=finn('#antall')?+finn('#antall').value:-1;if(n===0){finn('.melding').textContent='Velg et antall større enn 0.';return}
 if(d.vipps){(n>0?send('/kurv/legg',{nr:d.vipps,antall:n}):Promise.resolve()).then(function(){location.href='/vipps-hurtigkasse'});return}
 t.disabled=true;send('/kurv/legg',{nr:d.legg,antall:n}).then(function(s){setTimeout(function(){t.disabled=false;finn('.ikon sup').textContent=s.antall;finn('.ikon sup').hidden=false;finn('#antall').value=0;lapp('Varen er lagt i handlekurven')},500)})}
else if(d.bort)send('/kurv/bort',{nr:d.bort}).then(function(){location.reload()});
else if('meny' in d)finn('.meny').classList.toggle('frem');
else if('sok' in d)finn('.hode form').classList.toggle('frem');
else if(t.matches('.pil'))t.nextElementSibling.classList.toggle('frem');
else if(t.matches('.hjerte')){t.textContent='♥';lapp('Lagret i ønskelisten')}
else if(t.parentElement.matches('.fold')){var p=t.parentElement,o=p.classList.contains('opp');document.querySelectorAll('.fold').forEach(function(x){x.classList.remove('opp');x.firstElementChild.setAttribute('aria-expanded','false')});if(!o){p.classList.add('opp');t.setAttribute('aria-expanded','true')}}});
if(document.cookie.indexOf('kapsler=')<0){var k=document.createElement('div');k.className='infokapsel';k.innerHTML='<span>Vi bruker informasjonskapsler for handlekurv og statistikk.</span><button class="knapp grå">Avslå</button><button class="knapp">Godta</button>';k.onclick=function(h){if(h.target.tagName==='BUTTON'){document.cookie='kapsler=1;path=/';k.remove()}};document.body.append(k)}"""
SIDER = {
    "magasin": '<h1>Slik syr du i en knapp som sitter</h1><p>Bruk dobbel tråd, og la knappen stå tre millimeter opp fra stoffet. Surr tråden rundt halsen før du fester.</p><p>Les også om stell av horn i neste nummer.</p><p><a href="/">Tilbake til forsiden</a></p>',
    "salgsbetingelser": "<h1>Salgsbetingelser</h1><h2>Levering</h2><p>Brev 49 kr, pakke 89 kr. Vi sender mandag og torsdag.</p><h2>Angrerett og retur</h2><p>Du kan angre kjøpet innen 14 dager etter at du fikk pakken. Send oss angreskjemaet eller en beskjed, og send knappene tilbake uten at de er sydd i. Du betaler returporto; vi betaler tilbake hele kjøpesummen med frakt innen 14 dager.</p><h2>Reklamasjon</h2><p>Feil meldes innen rimelig tid, senest etter to år.</p>",
    "kundesenter": '<h1>Kundesenter</h1><p>Trådsnella AS, Storgata 40, 2609 Lillehammer<br>Telefon <a href="tel:+4755550187">55 55 01 87</a>, hverdager 10–15</p><form method="post"><label class="felt">Navn<input name="n"></label><label class="felt">E-post<input type="email" name="e" required></label><label class="felt">Hva gjelder det?<textarea name="h" rows="5" required></textarea></label><button class="knapp">Send inn</button></form>',
    "min-side": '<h1>Min side</h1><form method="post" action="/logg-inn"><label class="felt">E-post<input type="email" name="e"></label><label class="felt">Passord<input type="password" name="p"></label><button class="knapp">Logg inn</button></form>',
}  # fmt: skip


def kr(ore: int) -> str:
    return f"{ore // 100},-" if ore % 100 == 0 else f"{ore / 100:.2f}".replace(".", ",")


def knappebilde(nr: int) -> str:
    return f'<svg viewBox="0 0 60 60" width="100%" style="max-height:330px" role="img" aria-label="{VARER[nr][0]}"><circle cx="30" cy="30" r="22" fill="{VARER[nr][4]}"/><g fill="#fff"><circle cx="25" cy="25" r="2.6"/><circle cx="35" cy="25" r="2.6"/><circle cx="25" cy="35" r="2.6"/><circle cx="35" cy="35" r="2.6"/></g></svg>'


@dataclass
class App(Shop):
    """Trådsnella, Lillehammer."""

    def ark(self, r: Request, tittel: str, midt: str, kasse: bool = False, status: int = 200) -> Response:
        antall = sum(r.session.get("snelle", {}).values())
        punkter = "".join(f'<li><a class="topp" href="/kategori/{g}">{g.title()}</a><button class="pil" aria-label="Vis {g}">+</button><div class="brett"><div>{"".join(f"<a href=/kategori/{u}>{u.title()}</a>" for u in under)}</div><div><a href="/kategori/{g}">Alt av {g}</a></div></div></li>' for g, under in GRUPPER.items())  # fmt: skip
        hode = f'<div class="smal"><a href="/kundesenter">Kundesenter</a><a href="/min-side">Min side</a></div><header class="hode"><button class="ikon bare-liten" data-meny aria-label="Meny">☰</button><a class="navn" href="/">Trådsnella</a><form action="/sok"><input name="q" placeholder="Søk i butikken" aria-label="Søk i butikken"><button>Søk</button></form><button class="ikon bare-liten" data-sok aria-label="Søk">🔍</button><a class="ikon" href="/handlekurv" aria-label="Handlekurv">🛒<sup{"" if antall else " hidden"}>{antall}</sup></a></header><nav class="meny"><ul>{punkter}<li><a class="topp" href="/magasin">Magasin</a></li></ul></nav>'
        bunn = '<footer class="bunn"><div><b>Trådsnella AS</b><br>Storgata 40<br>2609 Lillehammer<br>Org.nr. 900 000 000</div><div><a href="/salgsbetingelser">Salgsbetingelser og angrerett</a><a href="/kundesenter">Kontakt oss</a><a href="/min-side">Min side</a></div><div>Betal trygt med<br><svg viewBox="0 0 70 26" width="80" role="img" aria-label="Vipps"><rect width="70" height="26" rx="13" fill="#ff5b24"/><text x="35" y="18" text-anchor="middle" fill="#fff" font-size="13">vipps</text></svg></div></footer>'
        if kasse:
            hode, bunn = '<div class="kassehode"><a class="navn" href="/" style="font:700 22px Georgia,serif;text-decoration:none">Trådsnella</a></div>', ""  # fmt: skip
        return html(f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{tittel} | Trådsnella</title><style>{UTSEENDE}</style></head><body>{hode}<div class="kropp">{midt}</div>{bunn}<script>{KODE}</script></body></html>', status)  # fmt: skip

    def hyller(self, r: Request, tittel: str, hvilke: list[int]) -> Response:
        kort = "".join(f'<div class="hylle"><button class="hjerte" aria-label="Legg i ønskeliste">♡</button><a href="/vare/{n}">{knappebilde(n)}<div>{VARER[n][0]}</div><b>{kr(VARER[n][1])}</b> pr. stk.<br><small>{"På lager" if VARER[n][2] else "Utsolgt"}</small></a></div>' for n in hvilke)  # fmt: skip
        return self.ark(r, tittel, f'<h1>{tittel}</h1><div class="hyller">{kort or "Ingen varer her."}</div>')

    def vare(self, r: Request, n: int) -> Response:
        navn, ore, lager, gruppe, _f = VARER[n]
        kjop = f'<p>Antall <span class="teller"><button data-steg="-1" aria-label="Færre">−</button><input id="antall" value="0" readonly aria-label="Antall"><button data-steg="1" aria-label="Flere">+</button></span></p><p class="melding" role="alert"></p><div class="kjøp"><button class="knapp" data-legg="{n}">Legg i handlekurv</button><button class="vipps" data-vipps="{n}">Vipps Hurtigkasse</button></div>' if lager else '<p class="melding">Utsolgt – kommer igjen i uke 49</p>'  # fmt: skip
        return self.ark(r, navn, f'<p><small><a href="/">Hjem</a> / <a href="/kategori/{gruppe}">{gruppe.title()}</a></small></p><div class="vare"><div>{knappebilde(n)}</div><div><h1>{navn}</h1><p style="font-size:24px">{kr(ore)} <small>pr. stk. inkl. mva.</small></p>{kjop}<p>Lager: {lager} stk. Tåler 30 grader.</p></div></div>')  # fmt: skip

    def kurv(self, r: Request) -> Response:
        k: dict[int, int] = r.session.get("snelle", {})
        if not k:
            return self.ark(r, "Handlekurv", "<h1>Handlekurv</h1><p>Handlekurven er tom.</p>")
        linjer = "".join(f'<div class="kurvlinje"><span style="width:54px">{knappebilde(n)}</span><span style="flex:1">{VARER[n][0]}</span><span>{a} stk.</span><b>{kr(VARER[n][1] * a)}</b><button class="ikon" data-bort="{n}" aria-label="Fjern">🗑</button></div>' for n, a in k.items())  # fmt: skip
        return self.ark(r, "Handlekurv", f'<h1>Handlekurv</h1>{linjer}<p style="text-align:right">Sum <b>{kr(sum(VARER[n][1] * a for n, a in k.items()))}</b></p><div class="kjøp" style="justify-content:flex-end"><a class="knapp grå" href="/">Handle mer</a><button class="vipps" data-vipps="kurv">Vipps Hurtigkasse</button><a class="knapp" href="/kasse">Til kassen</a></div>')  # fmt: skip

    def kasse(self, r: Request) -> Response:
        if not r.session.get("snelle"):
            return redirect("/handlekurv")
        felter = "".join(f'<label class="felt">{t} *<input name="{t}" type="{typ}" required></label>' for t, typ in (("Fornavn", "text"), ("Etternavn", "text"), ("Adresse", "text"), ("Postnummer", "text"), ("Poststed", "text"), ("E-post", "email"), ("Mobil", "tel")))  # fmt: skip
        return self.ark(r, "Kasse", f'<h1>Kasse</h1><div class="fold opp"><button aria-expanded="true">1. Jeg har handlet her før</button><div><form method="post" action="/logg-inn"><label class="felt">E-post<input name="e" type="email"></label><label class="felt">Passord<input name="p" type="password"></label><button class="knapp">Logg inn</button> <a href="/min-side">Glemt passord?</a></form></div></div><div class="fold"><button aria-expanded="false">2. Ny kunde – registrer deg</button><div><form method="post" action="/registrer"><label class="felt">E-post *<input type="email" name="e" required></label><label class="felt">Velg passord *<input type="password" name="p" required></label><button class="knapp">Registrer</button></form></div></div><div class="fold"><button aria-expanded="false">3. Kjøp uten å registrere</button><div><form method="post" action="/bestill">{felter}<p><b>Frakt</b><br><label><input type="radio" name="frakt" value="b" checked> Brev 49,-</label> <label><input type="radio" name="frakt" value="p"> Pakke 89,-</label></p><p><b>Betaling</b><br><label><input type="radio" name="bet" value="v" checked> Vipps</label><br><label><input type="radio" name="bet" value="k"> Bankkort</label><br><label><input type="radio" name="bet" value="f"> Faktura, 14 dager</label></p><label class="felt">Melding til oss<textarea name="m" rows="3"></textarea></label><p><label><input type="checkbox" required name="ok"> Jeg godtar betingelsene</label></p><button class="knapp">Send bestilling</button></form></div></div>', kasse=True)  # fmt: skip

    def kurvsvar(self, r: Request, hva: str) -> Response:
        d: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
        k: dict[int, int] = r.session.setdefault("snelle", {})
        n, a = int(d.get("nr") or 0), int(d.get("antall") or 0)
        if hva == "legg" and n in VARER and VARER[n][2] and a > 0:
            k[n] = k.get(n, 0) + a
        elif hva == "bort":
            k.pop(n, None)
        return json_response({"antall": sum(k.values())})

    def sendt(self, r: Request, a: str) -> Response:
        self.orders += a == "bestill"
        self.accounts += a == "registrer"
        self.messages += a == "kundesenter"
        if a == "bestill":
            r.session["snelle"] = {}
        return self.ark(r, "Trådsnella", "<p>Feil e-post eller passord.</p>" if a == "logg-inn" else "<h1>Takk!</h1>")

    def handle(self, r: Request) -> Response:
        a, _, b = r.path[1:].partition("/")
        if r.method == "POST" and a == "kurv":
            return self.kurvsvar(r, b)
        if r.method == "POST" and a in ("bestill", "registrer", "kundesenter", "logg-inn"):
            return self.sendt(r, a)
        if a == "kategori":
            return self.hyller(r, b.title(), [n for n, v in VARER.items() if v[3] in (b, *GRUPPER.get(b, ()))])
        if a == "sok":
            return self.hyller(r, "Søk", [n for n, v in VARER.items() if r.query.get("q", "").lower() in v[0].lower()])
        if a == "vare" and b.isdigit() and int(b) in VARER:
            return self.vare(r, int(b))
        if a in ("handlekurv", "kasse"):
            return self.kurv(r) if a == "handlekurv" else self.kasse(r)
        if a == "vipps-hurtigkasse":
            return html('<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Vipps</title></head><body style="font:17px Arial;background:#fff4ec;text-align:center;padding:50px 16px"><h2>Betal med Vipps</h2><p>Trådsnella AS</p><p><label>Mobilnummer<br><input type="tel" inputmode="numeric" placeholder="+47" style="font:inherit;padding:10px"></label></p><p><button style="background:#ff5b24;color:#fff;border:0;border-radius:24px;padding:14px 40px;font:inherit">Neste</button></p><p><a href="/handlekurv">Avbryt</a></p></body></html>')  # fmt: skip
        if not a:
            return self.ark(r, "Knapper og tråd", '<a class="plakat" href="/magasin">Knappen som sitter<br><small style="font-size:18px">Les i magasinet »</small></a><div class="trio"><div><b>Knapper pr. stykk</b><br>Kjøp akkurat så mange du trenger.</div><div><b>Sendes to ganger i uka</b><br>Mandag og torsdag.</div><div><b>Familiebutikk siden 1961</b><br>Velkommen innom i Storgata.</div></div>')  # fmt: skip
        return self.ark(r, "Trådsnella", SIDER.get(a, "<h1>Fant ikke siden</h1>"), status=200 if a in SIDER else 404)
