"""An Estonian yarn shop whose till looks like a guest's form but wants a password, and refuses without one.

Cards, quick view, a window after adding, a cart page, then four steps of which the first is the wall.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# id: name, cents, stock, colours
KAUP: dict[str, tuple[str, int, int, tuple[str, ...]]] = {
    "3-vokk-leida": ("Vokk Leida, kask", 28900, 0, ()),
    "5-long-randa": ("Lambavillane lõng Randa", 890, 70, ("#456b7a", "#b3a48a", "#7a3b3b")),
    "8-kraasid-paar": ("Kraasid, paar", 4450, 5, ()),
    "9-heie-maavill": ("Heie Maavill 200 g", 1290, 21, ("#d9d2c2", "#5b5147")),
    "12-salliraamat": ("Raamat „Külalise sall“", 2400, 14, ()),
    "14-vardad-bambus": ("Ringvardad bambusest 4 mm", 1150, 33, ()),
}
STIIL = """:root{--p:#3d5a45}*{box-sizing:border-box}body{margin:0;font:400 15.5px/1.5 "Noto Sans",Helvetica,sans-serif;color:#2b2b2b}a{color:inherit}.konteiner{max-width:1240px;margin:0 auto;padding:0 16px}.riba{background:#f3f3f0;font-size:13px;padding:6px 0}.pais .konteiner{display:flex;gap:22px;align-items:center;min-height:80px}.pais a{text-decoration:none}.silt{font-size:24px;font-weight:800;color:var(--p)}.pais nav{flex:1;display:flex;gap:18px}.otsing{display:flex;border:1px solid #ccc}.otsing input{border:0;padding:10px;min-width:0}.otsing button,.ikoon{border:0;background:none;padding:8px;cursor:pointer;position:relative;font:inherit}.mummuke{background:var(--p);color:#fff;border-radius:50%;font-size:11px;padding:1px 6px}.ainult-mob{display:none}
.kaardid{display:grid;grid-template-columns:repeat(4,1fr);gap:22px}.kaart{position:relative;border:1px solid #eee}.kaart>a{display:block;padding:0 0 14px;text-decoration:none;text-align:center}.kaart .kv{position:absolute;left:10px;right:10px;bottom:96px;background:#fffd;border:1px solid #ccc;padding:8px;opacity:0;cursor:pointer;font:inherit}.kaart:hover .kv,.kaart .kv:focus{opacity:1}.suda{position:absolute;top:8px;right:8px;border:0;background:#fff;border-radius:50%;width:36px;height:36px;cursor:pointer;box-shadow:0 1px 4px #0003}.margis{position:absolute;left:0;top:10px;background:#555;color:#fff;font-size:12px;padding:2px 8px}.nupp{background:var(--p);color:#fff;border:0;padding:13px 28px;font:600 15px inherit;cursor:pointer;text-decoration:none;display:inline-block}.nupp.hele{background:#fff;color:var(--p);border:1px solid}.nupp:disabled{background:#aaa}
.toode{display:grid;grid-template-columns:1fr 1fr;gap:44px;padding-top:20px}.varvid label{display:inline-block;margin-right:8px;cursor:pointer}.varvid input{position:absolute;opacity:0}.varvid i{display:block;width:34px;height:34px;border-radius:50%;border:2px solid #fff;outline:1px solid #bbb}.varvid input:checked+i{outline:2px solid #222}.kogus{width:74px;padding:12px;font:inherit}.kinnitus{border:1px solid #e5e5e0;padding:12px;margin:8px 0;font-size:14px}.aken{position:fixed;inset:0;background:#0007;z-index:60;display:flex;align-items:center;justify-content:center;padding:12px}.aken>div{background:#fff;max-width:720px;width:100%;max-height:90vh;overflow:auto}.aken .pea{background:var(--p);color:#fff;padding:14px 20px;display:flex;justify-content:space-between}.aken .pea button{background:none;border:0;color:#fff;font-size:20px}.aken .sisu{padding:20px;display:grid;grid-template-columns:1fr 1fr;gap:20px}.rida{display:flex;justify-content:space-between;align-items:center;gap:12px;border-bottom:1px solid #e5e5e0;padding:14px 0}.kulg{position:fixed;top:0;bottom:0;left:-330px;width:310px;background:#fff;z-index:50;padding:20px;transition:left .3s;visibility:hidden}.kulg.lahti{left:0;visibility:visible;box-shadow:0 0 40px #0006}.kulg a,.kulg form{display:block;padding:12px 0;text-decoration:none;border-bottom:1px solid #eee}
.kassa{max-width:860px;margin:0 auto;padding:0 16px}.samm{border:1px solid #e1e1dc;margin:12px 0;padding:14px 20px}.samm.ootel{color:#aaa}.samm h2{margin:0;font-size:19px}.sakid{display:flex;gap:20px;border-bottom:1px solid #ddd;margin:14px 0}.sakid button{border:0;background:none;padding:10px 0;font:inherit;cursor:pointer}.sakid .on{border-bottom:2px solid var(--p);font-weight:700}.vali{display:block;margin:12px 0}.vali input{display:block;width:100%;padding:11px;border:1px solid #bbb;font:inherit}.vali small{color:#777}.jalus{background:#f3f3f0;margin-top:50px;padding:36px 0;font-size:14px}.jalus .konteiner{display:grid;grid-template-columns:1.3fr 1fr 1fr 1fr;gap:24px}.jalus li{list-style:none}.jalus ul{padding:0;margin:0}.kups{position:fixed;left:0;right:0;bottom:0;background:#333;color:#fff;padding:12px 20px;z-index:45;display:flex;gap:12px;align-items:center}.kups button{padding:8px 16px}
@media(max-width:767px){.pais nav,.pais .otsing,.riba{display:none}.ainult-mob{display:block}.pais .konteiner{gap:4px}.silt{flex:1;font-size:20px}.kaardid{grid-template-columns:1fr 1fr;gap:10px}.kaart .kv{display:none}.toode,.jalus .konteiner,.aken .sisu{grid-template-columns:1fr}.kups{flex-wrap:wrap}}"""
JS = """<script>
const $1=s=>document.querySelector(s);async function saada(u,d){const r=await fetch(u,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)});return r.json()}
function aken(pealkiri,sisu){const a=document.createElement('div');a.className='aken';a.innerHTML='<div role="dialog" aria-modal="true" aria-label="'+pealkiri+'"><div class=pea><span>'+pealkiri+'</span><button aria-label="Sulge" data-sulge>×</button></div><div class=sisu>'+sisu+'</div></div>';a.onclick=e=>{if(e.target===a||e.target.closest('[data-sulge]'))a.remove()};document.body.append(a)}
document.addEventListener('submit',async e=>{const f=e.target;if(f.matches('.lisa')){e.preventDefault();const b=f.querySelector('.nupp');b.disabled=true;const s=await saada('/korvi',Object.fromEntries(new FormData(f)));document.querySelectorAll('.aken').forEach(x=>x.remove());document.querySelectorAll('.mummuke').forEach(m=>m.textContent=s.tk);setTimeout(()=>{b.disabled=false;aken('✓ Toode on ostukorvi lisatud','<div>'+s.pilt+'<b>'+s.nimi+'</b><br>Kogus: '+s.n+'</div><div><p>Ostukorvis on '+s.tk+' toodet.</p><p>Vahesumma: '+s.summa+'<br>Tarne: arvutatakse hiljem</p><p><b>Kokku (km-ga): '+s.summa+'</b></p><button class="nupp hele" data-sulge>Jätka poes</button> <a class=nupp href="/ostukorv">Vormista ost</a></div>')},350)}
if(f.matches('.uudis')){e.preventDefault();await saada('/uudiskiri',{});f.innerHTML='Olete liitunud!'}});
document.addEventListener('click',async e=>{const t=e.target.closest('[data-kiir],[data-suda],[data-kulg],[data-sakk],[data-naita]');if(!t)return;const d=t.dataset;
if('kiir' in d){const r=await fetch('/kiirvaade/'+d.kiir);aken('Kiirvaade',await r.text())}
if('suda' in d)aken('Logi sisse','<p>Soovinimekirja kasutamiseks logige sisse.</p><p><a class=nupp href="/minu-konto">Logi sisse</a></p>');
if('kulg' in d)$1(d.kulg).classList.toggle('lahti');
if('naita' in d){const i=$1('#parool');i.type=i.type==='password'?'text':'password'}
if('sakk' in d){document.querySelectorAll('[data-sakk]').forEach(x=>{x.classList.toggle('on',x===t);$1(x.dataset.sakk).hidden=x!==t})}});
if(!localStorage.kups){const k=document.createElement('div');k.className='kups';k.innerHTML='<span>See veebileht kasutab küpsiseid. <a href="/leht/kupsised">Loe lähemalt</a></span><button>Keeldu</button><button>Nõustu</button>';k.onclick=e=>{if(e.target.tagName==='BUTTON'){localStorage.kups=1;k.remove()}};document.body.append(k)}
</script>"""


def eur(c: int) -> str:
    return f"{c / 100:.2f} €".replace(".", ",")


def pilt(k: str) -> str:
    return f'<svg viewBox="0 0 100 90" width="100%" role="img" aria-label="{KAUP[k][0]}"><rect width="100" height="90" fill="#f6f5f1"/><circle cx="50" cy="45" r="26" fill="{(KAUP[k][3] or ("#a98",))[0]}"/><path d="M28 38q22 18 44 0M28 52q22-18 44 0" stroke="#fff8" fill="none" stroke-width="3"/></svg>'


def lisamine(k: str) -> str:
    varvid = "".join(f'<label><input type="radio" name="varv" value="{i}" {"" if i else "checked"} aria-label="Värv {i + 1}"><i style="background:{v}"></i></label>' for i, v in enumerate(KAUP[k][3]))  # fmt: skip
    nupp = (
        '<button class="nupp">Lisa ostukorvi</button>'
        if KAUP[k][2]
        else '<button class="nupp" disabled>Lisa ostukorvi</button><p style="color:#a33">✖ Laost otsas</p>'
    )
    return f'<form class="lisa"><input type="hidden" name="id" value="{k}">{"<p>Värv</p><div class=varvid>" + varvid + "</div>" if varvid else ""}<p><input class="kogus" type="number" name="n" value="1" min="1" aria-label="Kogus"> {nupp}</p></form>'


@dataclass
class App(Shop):
    """Vokiratas, Viljandi."""

    def leht(self, p: Request, nimi: str, sisu: str, status: int = 200, kassa: bool = False) -> Response:
        tk = sum(p.session.get("korv", {}).values())
        lingid = '<a href="/kategooria/longad">Lõngad</a><a href="/kategooria/toovahendid">Töövahendid</a><a href="/leht/pajast">Meist</a>'
        otsing = '<form class="otsing" action="/otsing"><input name="s" type="search" placeholder="Otsi meie kataloogist" aria-label="Otsi"><button aria-label="Otsi">⌕</button></form>'
        pais = f'<div class="riba"><div class="konteiner">Tel: <a href="tel:+3724555133">455 5133</a></div></div><header class="pais"><div class="konteiner"><button class="ikoon ainult-mob" data-kulg="#menuu" aria-label="Menüü">☰</button><a class="silt" href="/">vokiratas</a><nav>{lingid}</nav>{otsing}<button class="ikoon ainult-mob" data-kulg="#otsi" aria-label="Otsing">⌕</button><a class="ikoon" href="/minu-konto" aria-label="Logi sisse">👤</a><a class="ikoon" href="/ostukorv" aria-label="Ostukorv">🧶 <span class="mummuke">{tk}</span></a></div></header><div class="kulg" id="menuu"><button class="ikoon" data-kulg="#menuu" aria-label="Sulge">✕</button>{lingid}</div><div class="kulg" id="otsi"><button class="ikoon" data-kulg="#otsi" aria-label="Sulge">✕</button>{otsing}</div>'  # fmt: skip
        jalus = '<footer class="jalus"><div class="konteiner"><form class="uudis"><b>Liitu uudiskirjaga</b><p>Saate igal ajal loobuda.</p><input type="email" required placeholder="Teie e-posti aadress" aria-label="Teie e-posti aadress" style="padding:11px;width:100%"><p><button class="nupp">Telli</button></p></form><ul><li><b>Tooted</b></li><li><a href="/kategooria/longad">Lõngad</a></li></ul><ul><li><b>Meie ettevõte</b></li><li><a href="/leht/tarne">Tarne ja tagastamine</a></li><li><a href="/leht/tingimused">Kasutustingimused</a></li><li><a href="/kirjutage-meile">Võtke ühendust</a></li></ul><div><b>Vokiratas OÜ</b><br>Lossi 2a<br>71004 Viljandi<br>E–R 10–18<br><a href="tel:+3724555133">455 5133</a><br><a href="mailto:pood@vokiratas.example">pood@vokiratas.example</a></div></div></footer>'  # fmt: skip
        kpais = '<header class="pais"><div class="konteiner"><a class="silt" href="/">vokiratas</a></div></header>'
        return html(
            f'<!doctype html><html lang="et"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{nimi}</title><style>{STIIL}</style></head><body>{kpais if kassa else pais}<main class="konteiner" style="min-height:50vh">{sisu}</main>{"" if kassa else jalus}{JS}</body></html>',
            status,
        )

    def handle(self, p: Request) -> Response:
        a, _, b = p.path.strip("/").partition("/")
        if a in ("", "kategooria", "otsing"):
            sona = p.query.get("s", "").lower()
            kaardid = "".join(f'<article class="kaart"><a href="/toode/{k}">{pilt(k)}<div>{v[0]}</div><b>{eur(v[1])}</b></a>{"" if v[2] else "<span class=margis>Otsas</span>"}<button class="suda" data-suda aria-label="Lisa soovinimekirja">♡</button><button class="kv" data-kiir="{k}">Kiirvaade</button></article>' for k, v in KAUP.items() if sona in v[0].lower() and (b != "longad" or v[3]) and (b != "toovahendid" or not v[3]))  # fmt: skip
            pea = '<div style="background:#dfe5dc;padding:60px 30px;margin-bottom:20px"><h1>Villast, mis sügiseks valmis</h1></div><h2>Populaarsed tooted</h2>' if not a else "<h1>Tooted</h1>"  # fmt: skip
            return self.leht(p, "Vokiratas", f'{pea}<div class="kaardid">{kaardid or "Ei leitud midagi."}</div>')
        if a == "kiirvaade" and b in KAUP:
            return html(f"<div>{pilt(b)}</div><div><h3>{KAUP[b][0]}</h3><p>{eur(KAUP[b][1])}</p>{lisamine(b)}</div>")
        if a == "toode" and b in KAUP:
            ld = {"@context": "https://schema.org/", "@type": "Product", "name": KAUP[b][0], "offers": {"@type": "Offer", "priceCurrency": "EUR", "price": KAUP[b][1] / 100}}  # fmt: skip
            return self.leht(p, KAUP[b][0], f'<script type="application/ld+json">{json.dumps(ld)}</script><p><small><a href="/">Avaleht</a> / {KAUP[b][0]}</small></p><div class="toode"><div>{pilt(b)}</div><div><h1>{KAUP[b][0]}</h1><p style="font-size:22px">{eur(KAUP[b][1])} <small>km-ga</small></p>{lisamine(b)}<div class="kinnitus">🔒 Turvaline ost</div><div class="kinnitus">🚚 Pakiautomaati 3,50 €</div><p>Valmistatud Eestis.</p></div></div><h2>Arvustused (0)</h2><p>Ühtegi arvustust ei ole veel kirjutatud.</p>')  # fmt: skip
        if a == "korvi":
            return self.korvi(p)
        if a == "ostukorv":
            return self.ostukorv(p)
        if a == "tellimus":
            return self.tellimus(p)
        if a == "uudiskiri" or (a == "kirjutage-meile" and p.method == "POST"):
            self.messages += 1
            return json_response({}) if a == "uudiskiri" else self.leht(p, "Aitäh", "<p>Teie sõnum on saadetud.</p>")
        tekst = TEKSTID.get(b or a)
        return self.leht(p, "Vokiratas", tekst or "<h1>Lehte ei leitud</h1>", 200 if tekst else 404)

    def korvi(self, p: Request) -> Response:
        korv: dict[str, int] = p.session.setdefault("korv", {})
        d = p.json if isinstance(p.json, dict) else {}
        k, n = str(d.get("id")), max(1, int(d.get("n") or 1))
        if k in KAUP and KAUP[k][2]:
            korv[k] = korv.get(k, 0) + n
        return json_response({"tk": sum(korv.values()), "n": n, "nimi": KAUP[k][0], "pilt": pilt(k), "summa": eur(sum(KAUP[x][1] * m for x, m in korv.items()))})  # fmt: skip

    def ostukorv(self, p: Request) -> Response:
        korv: dict[str, int] = p.session.get("korv", {})
        if p.form.get("ara"):
            korv.pop(p.form["ara"], None)
            return redirect("/ostukorv")
        if not korv:
            return self.leht(p, "Ostukorv", '<h1>Ostukorv</h1><p>Teie ostukorvis pole midagi.</p><p><button class="nupp" disabled>Vormista tellimus</button></p>')  # fmt: skip
        read = "".join(f'<form class="rida" method="post"><span style="width:60px">{pilt(k)}</span><span style="flex:1">{KAUP[k][0]}</span><span>{n} tk</span><b>{eur(KAUP[k][1] * n)}</b><button class="ikoon" name="ara" value="{k}">Eemalda</button></form>' for k, n in korv.items())  # fmt: skip
        return self.leht(p, "Ostukorv", f'<h1>Ostukorv</h1>{read}<p>Kokku <b>{eur(sum(KAUP[k][1] * n for k, n in korv.items()))}</b></p><p><a href="#kood">Kas teil on sooduskood?</a></p><p><a class="nupp" href="/tellimus">Vormista tellimus</a></p><p><a href="/">‹ Jätka ostlemist</a></p>')  # fmt: skip

    def tellimus(self, p: Request) -> Response:
        if not p.session.get("korv"):
            return redirect("/ostukorv")
        if p.method == "POST":
            f = p.form
            if len(f.get("parool", "")) >= 8 and all(f.get(x) for x in ("eesnimi", "perenimi", "epost", "nous")):
                self.accounts += 1
                return self.leht(p, "Aadressid", '<div class="kassa"><h1>2 Aadressid</h1></div>', kassa=True)
            return redirect("/tellimus?viga=1")
        viga = '<p style="color:#a33" role="alert">Palun kontrollige andmeid: parool on kohustuslik (vähemalt 8 märki).</p>' if p.query else ""  # fmt: skip
        return self.leht(
            p,
            "Tellimine",
            f'<div class="kassa"><section class="samm"><h2>1 Isikuandmed</h2><div class="sakid"><button class="on" data-sakk="#uus">Telli</button><button data-sakk="#vana">Logi sisse</button></div>{viga}<form id="uus" method="post"><p>Pöördumine <label><input type="radio" name="poor"> Hr</label> <label><input type="radio" name="poor"> Pr</label></p><label class="vali">Eesnimi *<input name="eesnimi" required></label><label class="vali">Perekonnanimi *<input name="perenimi" required></label><label class="vali">E-post *<input type="email" name="epost" required></label><label class="vali">Parool *<input type="password" name="parool" id="parool" minlength="8" required><small>Vähemalt 8 märki</small></label><button type="button" class="ikoon" data-naita>Näita</button><label class="vali">Sünnikuupäev <small>valikuline</small><input name="synd" placeholder="31.05.1970"></label><p><label><input type="checkbox" name="uudis"> Liitu uudiskirjaga</label></p><p><label><input type="checkbox" name="nous" required> Nõustun kasutustingimuste ja privaatsuspoliitikaga *</label></p><button class="nupp">Jätka</button></form>'
            '<form id="vana" hidden action="/minu-konto"><label class="vali">E-post<input type="email"></label><label class="vali">Parool<input type="password"></label><button class="nupp">Logi sisse</button></form></section><section class="samm ootel"><h2>2 Aadressid</h2></section><section class="samm ootel"><h2>3 Tarneviis</h2></section><section class="samm ootel"><h2>4 Maksmine</h2></section></div>',
            kassa=True,
        )


LOREM = "Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco."
TEKSTID = {
    "tarne": f"<h1>Tarne ja tagastamine</h1><h2>Tarne ja tagastamine</h2><h3>Teie paki saatmine</h3><p>{LOREM}</p><p>{LOREM}</p>",
    "tingimused": "<h1>Kasutustingimused</h1><p>Poodi peab Vokiratas OÜ. Hinnad sisaldavad käibemaksu.</p>",
    "kupsised": "<h1>Küpsised</h1><p>Küpsised hoiavad ostukorvi meeles.</p>",
    "pajast": "<h1>Meist</h1><p>Ketrame Viljandis.</p>",
    "kirjutage-meile": '<h1>Võtke ühendust</h1><form method="post"><label class="vali">E-posti aadress<input type="email" name="e" required></label><label class="vali">Sõnum<br><textarea name="s" rows="5" cols="36" required></textarea></label><button class="nupp">Saada</button></form>',
    "minu-konto": '<h1>Logi sisse</h1><form><label class="vali">E-post<input type="email"></label><label class="vali">Parool<input type="password"></label><button class="nupp" type="button">Logi sisse</button></form><p><a href="/minu-konto">Pole kontot? Looge see siin</a></p>',
}
