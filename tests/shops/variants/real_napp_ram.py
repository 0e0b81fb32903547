"""A Swedish fishing-tackle shop whose basket page is the till; a payment company draws the till in a frame, late.

Delivery is chosen outside the frame; inside it e-mail and postcode are asked first.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

VAROR: dict[str, tuple[str, int, int, str]] = {
    "spinnspo-aborre": ("Spinnspö Abborre 7'", 1295, 0, "#345"),
    "skeddrag-glim": ("Skeddrag Glim 22 g", 79, 40, "#b80"),
    "hav-sjo": ("Håv Sjö, gummerad", 349, 6, "#264"),
    "flytvast-lugn": ("Flytväst Lugn", 899, 3, "#c33"),
    "krokask-liten": ("Krokask liten", 129, 11, "#777"),
    "pimpel-vinter": ("Pimpelset Vinter", 449, 8, "#469"),
}
UTSEENDE = """body{margin:0;font:15px/1.5 "Open Sans",Arial,sans-serif;color:#1d2b33;background:#fff}.inre{max-width:1180px;margin:0 auto;padding:0 16px}.topp{background:#10394a;color:#fff}.topp .inre{display:flex;align-items:center;gap:18px;min-height:66px;flex-wrap:wrap}.topp a{color:#fff;text-decoration:none}.topp .logga{font-weight:800;font-size:22px}.topp form{flex:1;display:flex}.topp input{flex:1;padding:9px;border:0;min-width:0}.topp form button{border:0;padding:0 14px}
.usp{background:#e8f0f2;font-size:13px;text-align:center;padding:6px}.meny a{margin-right:16px}.burgare{display:none;background:none;border:0;color:#fff;font-size:24px}.lista{display:grid;grid-template-columns:repeat(3,1fr);gap:18px}.vara{border:1px solid #dbe4e7;padding:14px;text-align:center}.vara a{color:inherit;text-decoration:none}.pris{color:#b3261e;font-weight:700}.slut{color:#777}.info{display:inline-block;border:1px solid #10394a;padding:7px 20px;color:#10394a;margin-top:6px}
.prod{display:grid;grid-template-columns:1fr 1fr;gap:36px;padding-top:20px}.kop{background:#1f8a4c;color:#fff;border:0;font:700 17px "Open Sans",Arial;padding:15px 40px;cursor:pointer;min-width:220px}.antal{width:60px;padding:13px;font:inherit}.rad{display:flex;gap:14px;align-items:center;border-bottom:1px solid #dbe4e7;padding:10px 0}.rad svg{width:60px}.rad button{width:32px;height:32px}.skelett{height:360px;background:linear-gradient(#eee,#f8f8f8);display:grid;place-items:center;color:#777}iframe{border:0;width:100%;height:430px;display:block}
.varukorg{position:relative}.bricka{background:#f4b400;color:#000;border-radius:10px;padding:0 7px;font-size:12px}.flikar button{padding:8px 18px;border:1px solid #10394a;background:#fff}.flikar .p{background:#10394a;color:#fff}footer{background:#10394a;color:#cfe0e6;margin-top:60px;padding:30px 0}footer a{color:#fff;display:block}footer .tre{display:grid;grid-template-columns:repeat(3,1fr);gap:24px}.mobilrad{display:none}.kakor{position:fixed;right:16px;bottom:16px;width:340px;background:#fff;box-shadow:0 3px 18px #0004;padding:18px;z-index:9}.kakor button{padding:9px 14px;margin-right:6px}
@media(max-width:760px){.burgare{display:block}.meny{display:none;width:100%;padding-bottom:12px}.meny.ut{display:grid;gap:10px}.topp form{order:8;flex-basis:100%;padding-bottom:10px}.lista{grid-template-columns:1fr 1fr;gap:8px}.prod,footer .tre{grid-template-columns:1fr}.topp .varukorg{margin-left:auto}.datorkop{display:none}.mobilrad{display:flex;position:fixed;left:0;right:0;bottom:0;background:#fff;padding:8px;box-shadow:0 -2px 8px #0003;z-index:5}.mobilrad .kop{flex:1}.kakor{left:8px;right:8px;width:auto;bottom:84px;box-sizing:border-box}}"""
SKRIPT = """<script>
const post=(u,d)=>fetch(u,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}).then(r=>r.json());
document.querySelectorAll('[data-kop]').forEach(b=>b.onclick=async()=>{const f=b.textContent;b.disabled=true;b.textContent='Lägger i …';const q=document.querySelector('.antal');const s=await post('/korg',{id:b.dataset.kop,n:+(q&&q.value||1)});setTimeout(()=>{document.querySelectorAll('.bricka').forEach(x=>{x.hidden=false;x.textContent=s.antal});b.textContent='✓ Ligger i kundvagnen';setTimeout(()=>{b.textContent=f;b.disabled=false},2500)},400)});
document.querySelector('.burgare').onclick=()=>document.querySelector('.meny').classList.toggle('ut');
document.querySelectorAll('[data-andra]').forEach(b=>b.onclick=async()=>{await post('/korg',{id:b.dataset.andra,n:+b.value});location.reload()});
const k=document.getElementById('kassaram');if(k){const in_=()=>setTimeout(()=>{k.innerHTML='';const f=document.createElement('iframe');f.title='Betalning';f.src='/nordbetal/'+k.dataset.t;k.append(f)},1300);in_();document.querySelectorAll('[name=frakt]').forEach(i=>i.onchange=()=>{k.innerHTML='<div class=skelett>Uppdaterar …</div>';in_()});document.querySelectorAll('.flikar button').forEach(b=>b.onclick=()=>{document.querySelectorAll('.flikar button').forEach(x=>x.classList.toggle('p',x===b));document.getElementById('orgnr').hidden=b.value!=='f'})}
if(!document.cookie.includes('kaka=')){const d=document.createElement('div');d.className='kakor';d.innerHTML='<p style="margin-top:0">Vi använder kakor (cookies) för att ge dig en bättre upplevelse. <a href="/s/kakor">Läs mer</a></p><button>Endast nödvändiga</button><button>Okej</button>';d.onclick=e=>{if(e.target.tagName==='BUTTON'){document.cookie='kaka=1;path=/';d.remove()}};document.body.append(d)}
</script>"""
INRAM = '<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>body{margin:0;padding:20px;font:15px/1.4 system-ui;background:#fafafa}input{display:block;width:100%;box-sizing:border-box;padding:15px;margin:0 0 10px;border:1px solid #aaa;border-radius:8px;font:inherit}button{width:100%;padding:15px;border:0;border-radius:24px;background:#0b051d;color:#fff;font:inherit}</style></head><body>'


def bild(k: str) -> str:
    return f'<svg viewBox="0 0 100 80" width="100%" role="img" aria-label="{VAROR[k][0]}"><rect width="100" height="80" fill="#f1f5f6"/><ellipse cx="46" cy="40" rx="26" ry="11" fill="{VAROR[k][3]}"/><path d="M70 40l16-10v20z" fill="{VAROR[k][3]}"/></svg>'


@dataclass
class App(Shop):
    """Gäddnäs Fiske."""

    def sida(self, r: Request, rubrik: str, kropp: str, status: int = 200) -> Response:
        n = sum(r.session.get("korg", {}).values())
        return html(
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{rubrik} – Gäddnäs Fiske</title><style>{UTSEENDE}</style></head><body><div class="topp"><div class="inre"><button class="burgare" aria-label="Meny">≡</button><a class="logga" href="/">Gäddnäs</a><div class="meny"><a href="/c/spon">Spön</a><a href="/c/drag">Drag</a><a href="/c/tillbehor">Tillbehör</a></div><form action="/sok"><input name="q" type="search" placeholder="Sök bland 4 000 varor" aria-label="Sök"><button>Sök</button></form><a class="varukorg" href="/kundvagn">Kundvagn <span class="bricka" {"" if n else "hidden"}>{n}</span></a></div></div><div class="usp">✓ 100 dagars öppet köp &nbsp; ✓ Snabb leverans</div><div class="inre">{kropp}</div>'
            f'<footer><div class="inre"><div class="tre"><div><b>Kundtjänst</b><a href="/s/kontakt">Kontakta oss</a><a href="/s/kopvillkor">Köpvillkor &amp; retur</a><a href="/s/kakor">Om kakor</a></div><div><b>Gäddnäs Fiske AB</b><br>Hamngatan 8, 561 32 Huskvarna<br>Telefon <a href="tel:+4636551870">036-55 18 70</a> (vard. 10–15)</div><div><b>Betala tryggt</b><br>Klarna · Swish · Visa · Mastercard</div></div></div></footer>{SKRIPT}</body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        ett, _, tva = r.path[1:].partition("/")
        if ett in ("", "c", "sok"):
            ord_ = r.query.get("q", "").lower()
            lista = "".join(f'<div class="vara"><a href="/vara/{k}">{bild(k)}<div>{v[0]}</div></a><div class="pris">{v[1]} kr</div>{"<a class=info href=/vara/" + k + ">Info</a>" if v[2] else "<span class=slut>Slut i lager</span>"}</div>' for k, v in VAROR.items() if ord_ in v[0].lower())  # fmt: skip
            return self.sida(r, "Fiskebutik", f'<h1>{"Veckans napp" if not ett else "Varor"}</h1><div class="lista">{lista}</div>')  # fmt: skip
        if ett == "vara" and tva in VAROR:
            return self.vara(r, tva)
        if ett == "korg":
            return self.korg(r)
        if ett == "kundvagn":
            return self.kundvagn(r)
        if ett == "nordbetal":
            return self.ram(r)
        if r.method == "POST" and tva == "kontakt":
            self.messages += 1
            return self.sida(r, "Tack", "<p>Tack för ditt meddelande.</p>")
        return self.sida(r, tva, TEXT[tva]) if tva in TEXT else self.sida(r, "404", "<h1>Sidan saknas</h1>", 404)

    def vara(self, r: Request, k: str) -> Response:
        namn, pris, lager, _ = VAROR[k]
        kop = f'<p class="datorkop"><input class="antal" type="number" value="1" min="1" aria-label="Antal"> <button class="kop" data-kop="{k}">Köp</button></p><div class="mobilrad"><button class="kop" data-kop="{k}">Köp {pris} kr</button></div><p>● I lager ({lager} st)</p>' if lager else '<p class="slut">Slut i lager</p>'  # fmt: skip
        return self.sida(r, namn, f'<div class="prod"><div>{bild(k)}</div><div><h1>{namn}</h1><p>★★★★☆ <a href="#omd">2 recensioner</a></p><p class="pris" style="font-size:24px">{pris} kr</p>{kop}<p>Utprovad i Vättern.</p></div></div><h2 id="omd">Recensioner</h2><p>★★★★★ Nappar direkt. <i>Bosse</i></p><p>★★★☆☆ Helt okej. <i>Lisbet</i></p>')  # fmt: skip

    def korg(self, r: Request) -> Response:
        korg: dict[str, int] = r.session.setdefault("korg", {})
        d = r.json if isinstance(r.json, dict) else {}
        if d.get("id") in VAROR and VAROR[d["id"]][2]:
            korg[d["id"]] = korg.get(d["id"], 0) + int(d.get("n", 1))
            if korg[d["id"]] < 1:
                del korg[d["id"]]
        return json_response({"antal": sum(korg.values())})

    def kundvagn(self, r: Request) -> Response:
        korg: dict[str, int] = r.session.get("korg", {})
        if not korg:
            return self.sida(r, "Kundvagn", "<h1>Kundvagnen är tom</h1><p>Titta gärna runt.</p>")
        rader = "".join(f'<div class="rad">{bild(k)}<span style="flex:1">{VAROR[k][0]}</span><button data-andra="{k}" value="-1" aria-label="Färre">−</button>{n}<button data-andra="{k}" value="1" aria-label="Fler">+</button><b>{VAROR[k][1] * n} kr</b></div>' for k, n in korg.items())  # fmt: skip
        summa = sum(VAROR[k][1] * n for k, n in korg.items())
        return self.sida(
            r,
            "Kassa",
            f'<h1>Kundvagn</h1><div class="flikar"><button class="p" value="p">Privat</button><button value="f">Företag</button></div><p id="orgnr" hidden><input placeholder="Organisationsnummer"></p>{rader}<details><summary>Rabattkod</summary><input name="kod" aria-label="Rabattkod"> <button>Lös in</button></details><h2>Leverans</h2><p><label><input type="radio" name="frakt" checked> Ombud, 2–4 dagar, 49 kr</label><br><label><input type="radio" name="frakt"> Hem till dörren, 99 kr</label></p><p>Att betala inkl. frakt <b>{summa + 49} kr</b></p><h2>Betalning</h2><div id="kassaram" data-t="{summa}x{len(korg)}"><div class="skelett">Laddar kassan …</div></div><p><a href="/">‹ Fortsätt handla</a></p>',
        )

    def ram(self, r: Request) -> Response:
        if not r.session.get("korg"):
            return redirect("/kundvagn")
        if r.form.get("fornamn"):
            self.orders += 1
            r.session["korg"] = {}
            return html(INRAM + "<h3>Tack! Ditt köp är klart.</h3>")
        if r.form.get("epost"):
            return html(INRAM + '<form method="post"><input name="fornamn" placeholder="Förnamn"><input name="efternamn" placeholder="Efternamn"><input name="adress" placeholder="Gatuadress"><input name="mobil" placeholder="Mobilnummer"><button>Slutför köp</button></form>')  # fmt: skip
        return html(INRAM + '<form method="post"><h3>Uppgifter</h3><input type="email" name="epost" placeholder="E-postadress" aria-label="E-postadress" required><input name="postnummer" placeholder="Postnummer" aria-label="Postnummer" inputmode="numeric" required><button>Fortsätt</button></form><p style="color:#777;font-size:12px">Genom att fortsätta godkänner du <a href="#">användarvillkoren</a>.</p>')  # fmt: skip


TEXT = {
    "kopvillkor": "<h1>Köpvillkor &amp; retur</h1><h2>Leverans</h2><p>Vi skickar samma dag om du beställer före klockan 14.</p><h2>Ångerrätt och retur</h2><p>Hos oss har du 100 dagars öppet köp från den dag du tar emot varan. Varan ska vara oanvänd och ligga i originalförpackningen. Du betalar själv returfrakten. Återbetalning sker inom 14 dagar efter att vi har fått returen.</p>",
    "kakor": "<h1>Om kakor</h1><p>Vi använder kakor för kundvagnen.</p>",
    "kontakt": '<h1>Kontakta oss</h1><p>Mejla <a href="mailto:hej@gaddnas.example">hej@gaddnas.example</a> eller skriv här.</p><form method="post"><p><input name="namn" placeholder="Namn"> <input name="mejl" type="email" placeholder="E-post"></p><textarea name="text" rows="5" cols="34" placeholder="Meddelande"></textarea><p><button class="kop">Skicka</button></p></form>',
}
