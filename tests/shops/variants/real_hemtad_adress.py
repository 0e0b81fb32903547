"""A Swedish yarn shop: the home page knows only categories, the till asks for a person number and fetches the address.

Who has no such number, or will not give it, opens the fields by hand; an account is never spoken of but in the header.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# article: name, kronor, stock, colours, category
GARN: dict[str, tuple[str, int, int, tuple[str, ...], str]] = {
    "3301": ("Fjällull 2-trådig", 79, 0, (), "ullgarn"),
    "3302": ("Gobelängull", 64, 40, ("Rönnbär", "Lav", "Skymning"), "ullgarn"),
    "3307": ("Naturgrå lammull", 85, 22, (), "ullgarn"),
    "4410": ("Linvarp 16/2", 139, 8, (), "lin-bomull"),
    "4412": ("Bomullsgarn 8/4", 29, 90, ("Vit", "Svart"), "lin-bomull"),
    "7005": ("Rundsticka björk 4 mm", 95, 15, (), "redskap"),
}
AVDELNINGAR = {"ullgarn": "Ullgarn", "lin-bomull": "Lin & bomull", "redskap": "Stickor och redskap"}
STIL = """:root{--r:#7d2e3b}*{box-sizing:border-box}body{margin:0;font:16px/1.6 Georgia,serif;color:#2b2422;background:#fdfaf5}a{color:var(--r)}.sidhuvud{display:flex;flex-wrap:wrap;gap:12px 28px;align-items:center;padding:14px 4vw;border-bottom:2px dotted #d8c8b5}.sidhuvud__namn{font-size:26px;text-decoration:none;margin-right:auto}
.bricka{min-width:20px;display:inline-block;background:var(--r);color:#fff;border-radius:10px;text-align:center;font-size:12px;padding:0 6px}.innehall{padding:20px 4vw;max-width:1100px;margin:auto}.rutor{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:20px}.ruta{display:block;background:#f1e7d9;padding:50px 16px;text-align:center;text-decoration:none;font-size:20px}
.nystan{background:#fff;border:1px solid #e6dccd;padding:14px}.nystan a{text-decoration:none}.lapp{font-size:13px;color:#886}.kop{background:var(--r);color:#fff;border:0;padding:13px 26px;font:17px Georgia,serif;cursor:pointer;text-decoration:none;display:inline-block}.besked{background:#e5efdc;padding:12px 16px;margin-bottom:16px}.fel{background:#f6dcd5;padding:12px 16px}
.sidfot{background:#2b2422;color:#eadfce;padding:26px 4vw;margin-top:50px;display:flex;gap:50px;flex-wrap:wrap}.sidfot a{color:inherit}.rad{margin:0 0 14px}.rad label{display:block;font-size:14px}.rad input[type=text],.rad input[type=email],.rad input[type=tel]{width:100%;max-width:420px;padding:10px;border:1px solid #bba}.val{display:block;padding:9px 0}.kaka{position:fixed;left:16px;bottom:16px;max-width:340px;background:#fff;border:1px solid var(--r);padding:16px;font-size:14px}.kaka[hidden]{display:none}"""
KAKA = """<aside class="kaka" hidden><p>Vi använder kakor för att butiken ska fungera och för statistik.</p><button onclick="kakval('ja')">Det är okej</button> <button onclick="kakval('nej')">Bara nödvändiga</button></aside>
<script>function kakval(v){document.cookie='kakor='+v+';path=/;max-age=9999999';document.querySelector('.kaka').hidden=true}if(document.cookie.indexOf('kakor=')<0)document.querySelector('.kaka').hidden=false</script>"""
HAMTA = """<script>
var fyll=document.getElementById('uppgifter');
document.getElementById('manuellt').onclick=function(e){e.preventDefault();fyll.hidden=false;this.parentNode.hidden=true};
document.getElementById('hamta').onclick=function(){var p=document.getElementById('pnr');if(!/^[0-9]{6,8}-?[0-9]{4}$/.test(p.value)){document.getElementById('pnrfel').textContent='Ange ditt personnummer med tio siffror.';return}
 fetch('/kassan/hamta-adress',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({pnr:p.value})}).then(function(s){return s.json()}).then(function(d){fyll.hidden=false;for(var k in d)fyll.querySelector('[name='+k+']').value=d[k]})};
</script>"""


def bild(nr: str) -> str:
    ton = ("#9c8f80", "#7d2e3b", "#55705c", "#c9b58f")[int(nr) % 4]
    return f'<svg viewBox="0 0 80 60" width="100%" role="img" aria-label=""><ellipse cx="40" cy="30" rx="30" ry="20" fill="{ton}"/><path d="M14 24q26 22 52 2M18 38q24-22 44 0" stroke="#fff8" fill="none"/></svg>'


def falt(namn: str, text: str, typ: str = "text") -> str:
    return f'<p class="rad"><label for="f-{namn}">{text}</label><input type="{typ}" id="f-{namn}" name="{namn}"></p>'


@dataclass
class App(Shop):
    """Garnboden, yarn from Dalarna."""

    def korg(self, f: Request) -> dict[str, int]:
        korg: dict[str, int] = f.session.setdefault("korg", {})
        return korg

    def sida(self, f: Request, titel: str, kropp: str, status: int = 200, fot: bool = True) -> Response:
        antal = sum(self.korg(f).values())
        slut = (
            '<footer class="sidfot"><div><b>Garnboden i Leksand AB</b><br>Kyrkallén 14, 793 31 Leksand<br>Org.nr 559000-0000</div><nav><a href="/info/kopvillkor">Köpvillkor</a><br><a href="/info/retur">Ångra köp &amp; retur</a><br><a href="/info/integritet">Integritetspolicy</a></nav>'
            '<div>Kundtjänst vardagar 10–15<br><a href="tel:+46247555012">0247-555 012</a><br><a href="/info/kontakt">Skriv till oss</a></div><div>Betala tryggt: Faktura · Kort · Swish</div></footer>'
            if fot
            else '<footer class="sidfot"><a href="/info/kopvillkor">Köpvillkor</a></footer>'
        )
        topp = f'<header class="sidhuvud"><a class="sidhuvud__namn" href="/">Garnboden</a><a href="/konto">Mina sidor</a><a href="/varukorg">Varukorg <span class="bricka">{antal}</span></a></header>'
        return html(
            f'<!doctype html><html lang="sv-SE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{titel} | Garnboden</title><style>{STIL}</style></head><body>{topp}<main class="innehall">{kropp}</main>{slut}{KAKA}</body></html>',
            status,
        )

    def handle(self, f: Request) -> Response:
        steg = f.path.strip("/").split("/")
        sidor = {"": self.hem, "garn": self.garn, "varukorg": self.varukorg, "kassan": self.kassan, "info": self.info, "konto": self.konto}  # fmt: skip
        return (
            sidor[steg[0]](f, steg[-1]) if steg[0] in sidor else self.sida(f, "404", "<h1>Sidan finns inte</h1>", 404)
        )

    def hem(self, f: Request, _: str) -> Response:
        rutor = "".join(f'<a class="ruta" href="/garn/{k}">{escape(n)}</a>' for k, n in AVDELNINGAR.items())
        return self.sida(
            f,
            "Garn i Leksand",
            f'<h1>Ull från gårdarna runt Siljan</h1><p>Vi spinner i små partier. Välj avdelning:</p><div class="rutor">{rutor}</div>',
        )

    def garn(self, f: Request, slug: str) -> Response:
        if slug in AVDELNINGAR:
            kort = "".join(
                f'<article class="nystan"><a href="/garn/{avd}/{nr}">{bild(nr)}<b>{namn}</b></a><br>{pris} kr<br><span class="lapp">{"I lager" if saldo else "Slut i lager"}{f" · {len(farger)} färger" if farger else ""}</span></article>'
                for nr, (namn, pris, saldo, farger, avd) in GARN.items()
                if avd == slug
            )
            return self.sida(
                f, AVDELNINGAR[slug], f'<h1>{escape(AVDELNINGAR[slug])}</h1><div class="rutor">{kort}</div>'
            )
        if slug not in GARN:
            return self.sida(f, "404", "<h1>Varan finns inte</h1>", 404)
        if f.method == "POST":
            return self.lagg(f, slug)
        namn, pris, saldo, farger, avd = GARN[slug]
        val = "".join(f"<option>{x}</option>" for x in farger)
        farg = f'<p><label>Färg <select name="farg" required><option value="">– välj färg –</option>{val}</select></label></p>' if farger else ""  # fmt: skip
        besked = '<div class="besked">Varan ligger i varukorgen. <a href="/kassan">Till kassan »</a></div>' if f.session.pop("lagd", "") == slug else ""  # fmt: skip
        kop = f'<form method="post">{farg}<button class="kop">Lägg i varukorgen</button></form>' if saldo else '<p class="fel">Slut i lager just nu.</p>'  # fmt: skip
        return self.sida(f, namn, f'{besked}<p><a href="/garn/{avd}">« {escape(AVDELNINGAR[avd])}</a></p><div class="rutor"><div>{bild(slug)}</div><div><h1>{namn}</h1><p><strong>{pris} kr</strong> / nystan, inkl. moms</p>{kop}<p>Leverans 2–4 vardagar. Art.nr {slug}</p></div></div>')  # fmt: skip

    def lagg(self, f: Request, nr: str) -> Response:
        _, _, saldo, farger, avd = GARN[nr]
        farg = f.form.get("farg", "")
        if saldo and (not farger or farg in farger):
            nyckel = f"{nr}.{farg}" if farg else nr
            self.korg(f)[nyckel] = self.korg(f).get(nyckel, 0) + 1
            f.session["lagd"] = nr
        return redirect(f"/garn/{avd}/{nr}")

    def rader(self, f: Request) -> str:
        return "".join(
            f'<tr><td>{GARN[k.split(".")[0]][0]} {k.partition(".")[2]}</td><td>{n} st</td><td>{GARN[k.split(".")[0]][1] * n} kr</td><td><form method="post" action="/varukorg"><button name="bort" value="{k}" aria-label="Ta bort">×</button></form></td></tr>'
            for k, n in self.korg(f).items()
        )

    def varukorg(self, f: Request, _: str) -> Response:
        if f.method == "POST":
            self.korg(f).pop(f.form.get("bort", ""), None)
            return redirect("/varukorg")
        if not self.korg(f):
            return self.sida(f, "Varukorg", "<h1>Varukorg</h1><p>Här var det tomt.</p>")
        return self.sida(f, "Varukorg", f'<h1>Varukorg</h1><table cellpadding="8">{self.rader(f)}</table><p><a class="kop" href="/kassan">Gå till kassan</a></p>')  # fmt: skip

    def kassan(self, f: Request, steg: str) -> Response:
        if steg == "hamta-adress":
            return json_response({"fornamn": "", "efternamn": "", "gata": "", "postnr": "", "ort": ""})
        if not self.korg(f):
            return redirect("/varukorg")
        if f.method == "POST" and f.form.get("epost"):
            self.orders += 1
            f.session["korg"] = {}
            return self.sida(f, "Tack", "<h1>Tack för din beställning!</h1>")
        summa = sum(GARN[k.split(".")[0]][1] * n for k, n in self.korg(f).items())
        satt = "".join(
            f'<label class="val"><input type="radio" name="betalsatt" value="{i}"{" checked" if i == 0 else ""}> {t}</label>'
            for i, t in enumerate(("Faktura 30 dagar", "Kort (Visa, Mastercard)", "Swish", "Dela upp från 95 kr/mån"))
        )
        manuella = falt("fornamn", "Förnamn") + falt("efternamn", "Efternamn") + falt("gata", "Gatuadress") + falt("postnr", "Postnummer") + falt("ort", "Ort")  # fmt: skip
        return self.sida(
            f,
            "Kassan",
            f'<h1>Kassan</h1><p>{sum(self.korg(f).values())} vara, {summa} kr</p><form method="post" novalidate><h2>1. Dina uppgifter</h2>{falt("epost", "E-post", "email")}{falt("mobil", "Mobilnummer", "tel")}<p class="rad"><label for="pnr">Personnummer</label><input type="text" id="pnr" name="pnr" inputmode="numeric" placeholder="ÅÅMMDD-XXXX"> <button type="button" id="hamta">Hämta adress</button> <span id="pnrfel" role="alert"></span></p><p><a href="#" id="manuellt">Ange uppgifter manuellt</a></p>'
            f'<div id="uppgifter" hidden>{manuella}</div><h2>2. Betalning</h2>{satt}<p><small>Genom att slutföra godkänner du våra köpvillkor.</small></p><button class="kop">Slutför köp</button></form>{HAMTA}',
            fot=False,
        )

    def konto(self, f: Request, _: str) -> Response:
        if f.method == "POST":
            self.accounts += "nytt" in f.form
            return redirect("/konto")
        return self.sida(f, "Mina sidor", '<h1>Mina sidor</h1><form method="post"><p class="rad"><label>E-post<input type="email" name="e"></label></p><p class="rad"><label>Lösenord <input type="password" name="l"></label></p><button>Logga in</button> <button name="nytt" value="1">Skapa konto</button></form>')  # fmt: skip

    def info(self, f: Request, vad: str) -> Response:
        if f.method == "POST":
            self.messages += 1
            return self.sida(f, "Tack", "<p>Vi svarar inom två vardagar.</p>")
        text = INFO.get(vad)
        return self.sida(f, vad, text) if text else self.sida(f, "404", "<h1>Sidan finns inte</h1>", 404)


INFO = {
    "retur": "<h1>Ångra köp och retur</h1><p>Du har alltid 14 dagars ångerrätt från den dag du tar emot paketet. Meddela oss att du ångrar köpet och skicka tillbaka garnet i oöppnad banderoll. Du betalar själv returfrakten. Vi betalar tillbaka hela beloppet, även den ursprungliga frakten, så snart returen kommit fram. Garn som vi klippt på mått omfattas inte.</p>",
    "kopvillkor": "<h1>Köpvillkor</h1><p>Priserna är i svenska kronor och inkluderar moms. Ångerrätten beskrivs på sidan <a href='/info/retur'>Ångra köp &amp; retur</a>. Vid faktura görs en kreditupplysning.</p>",
    "integritet": "<h1>Integritetspolicy</h1><p>Vi sparar det som bokföringslagen kräver.</p>",
    "kontakt": '<h1>Kontakt</h1><p>Skriv så svarar vi, eller mejla hej@garnboden.example.</p><form method="post"><p class="rad"><label>Namn<input type="text" name="n"></label></p><p class="rad"><label>E-post<input type="email" name="e"></label></p><p class="rad"><label>Meddelande<br><textarea name="m" rows="5" cols="30"></textarea></label></p><button class="kop">Skicka</button></form>',
}
