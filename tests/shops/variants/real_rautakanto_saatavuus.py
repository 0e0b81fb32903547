"""A Finnish hardware chain: a menu of three levels, rows instead of cards, and a store or postcode asked before the first purchase.

The basket is a drawer; the till asks for the postcode before it asks who the customer is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# code: name, euros, pieces in the web store, sold in the web at all, shelf
TAVARAT: dict[str, tuple[str, float, int, bool, str]] = {
    "640112": ("Pylväsporakone RK 13", 289.0, 0, False, "porakoneet"),
    "640118": ("Akkuporakone RK 18 V", 149.0, 0, True, "porakoneet"),
    "640125": ("Iskuporakone RK 750 W", 59.9, 34, True, "porakoneet"),
    "640131": ("Poravasara SDS+ 800 W", 119.0, 11, True, "porakoneet"),
    "640207": ("Kulmahiomakone 125 mm", 64.5, 18, True, "hiomakoneet"),
    "640214": ("Tasohiomakone 240 W", 45.9, 7, True, "hiomakoneet"),
    "710033": ("Ruuvimeisselisarja 12 osaa", 24.9, 60, True, "kasityokalut"),
    "710048": ("Kuusiokoloavaimet", 12.5, 41, True, "kasityokalut"),
    "820301": ("Sisämaali himmeä 9 l", 79.0, 25, True, "sisamaalit"),
    "820344": ("Maalaussarja tela ja astia", 14.9, 52, True, "sisamaalit"),
    "930010": ("Led-valonauha 5 m", 29.9, 15, True, "valaisimet"),
}
HYLLYT = {
    "porakoneet": "Porakoneet",
    "hiomakoneet": "Hiomakoneet",
    "kasityokalut": "Käsityökalut",
    "sisamaalit": "Sisämaalit",
    "valaisimet": "Valaisimet",
}
# department: group: shelves
OSASTOT: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
    "tyokalut": (
        "Työkalut",
        {"Sähkötyökalut": ("porakoneet", "hiomakoneet"), "Käsin tehtävään": ("kasityokalut",)},
    ),
    "maalit": ("Maalit", {"Sisälle": ("sisamaalit",)}),
    "sahko": ("Sähkö ja valo", {"Valaistus": ("valaisimet",)}),
}
KAUPAT = ("Hämeenlinna", "Jyväskylä", "Kouvola", "Seinäjoki")
TYYLI = """*{box-sizing:border-box}body{margin:0;font:15px/1.5 'Source Sans 3',Arial,sans-serif;color:#1c2430;background:#f3f4f6}a{color:#0b4f9e}button{font:inherit;cursor:pointer}.yla{background:#0b4f9e;color:#fff;position:sticky;top:0;z-index:20}.yla__in{display:flex;align-items:center;gap:14px;padding:10px 3vw;flex-wrap:wrap}.yla a{color:#fff;text-decoration:none}.logo{font-weight:800;font-size:22px;letter-spacing:-.5px}.haku{flex:1;min-width:160px;display:flex}.haku input{flex:1;min-width:0;padding:9px;border:0}.haku button{border:0;background:#ffd200;padding:0 14px}
.ikoni{background:none;border:0;color:#fff;display:flex;gap:6px;align-items:center;padding:8px}.pallo{background:#ffd200;color:#111;border-radius:9px;font-size:12px;padding:0 6px}.mega{display:none;position:absolute;left:0;right:0;background:#fff;color:#1c2430;box-shadow:0 8px 20px #0003}.mega.auki{display:flex}.mega a,.mega button{color:#1c2430;display:block;padding:9px 20px;background:none;border:0;text-align:left;width:100%}.mega__1{width:250px;border-right:1px solid #dde}.mega__2{display:none;padding:12px 24px;gap:40px}.mega__2.auki{display:flex}.mega__2 h4{margin:6px 20px}.takaisin{display:none!important}
main{max-width:1180px;margin:auto;padding:18px 3vw;min-height:50vh}.liuku{position:relative;height:230px;overflow:hidden;background:#12324f}.liuku div{position:absolute;inset:0;padding:50px 40px;color:#fff;font-size:27px;opacity:0;transition:opacity .8s}.liuku div.nyt{opacity:1}.ruudut{display:grid;grid-template-columns:repeat(3,1fr);gap:14px;margin:20px 0}.ruutu{background:#fff;padding:34px 14px;text-align:center;text-decoration:none;font-weight:600;border-radius:6px}.rivi{display:grid;grid-template-columns:110px 1fr auto;gap:18px;background:#fff;padding:16px;margin-bottom:10px;align-items:center;border-radius:6px}.rivi h3{margin:0;font-size:17px}.hinta{font-size:22px;font-weight:800}.saat{font-size:13px}.on{color:#17803d}.ei{color:#a33}
.osta{background:#17803d;color:#fff;border:0;border-radius:4px;padding:12px 20px;font-weight:700}.osta[disabled]{background:#b9c1c9;cursor:default}.haamu{background:#e3e6ea;height:120px;margin-bottom:10px;animation:h 1s infinite alternate}@keyframes h{to{opacity:.5}}.peite{position:fixed;inset:0;background:#0008;z-index:50;display:flex;align-items:center;justify-content:center}.peite[hidden],.uutinen[hidden]{display:none}.ikk{background:#fff;max-width:470px;width:92%;padding:22px;border-radius:8px;max-height:90vh;overflow:auto}.kp{display:flex;justify-content:space-between;align-items:center;border-top:1px solid #e3e6ea;padding:9px 0}
.veto{position:fixed;top:0;right:0;bottom:0;width:400px;max-width:100%;background:#fff;z-index:40;transform:translateX(105%);visibility:hidden;transition:transform .35s,visibility .35s;padding:20px;display:flex;flex-direction:column;gap:12px;overflow:auto;box-shadow:-8px 0 24px #0003}.veto.auki{transform:none;visibility:visible}.nappi{display:block;text-align:center;padding:13px;border-radius:4px;text-decoration:none;border:1px solid #0b4f9e}.nappi--p{background:#0b4f9e;color:#fff}.tuote{display:grid;grid-template-columns:1fr 1fr;gap:30px;background:#fff;padding:24px}.eva{position:fixed;left:0;right:0;bottom:0;background:#1c2430;color:#fff;padding:14px 3vw;z-index:45;display:flex;gap:14px;align-items:center;flex-wrap:wrap}.eva[hidden]{display:none}
.uutinen{position:fixed;right:18px;bottom:90px;width:300px;background:#ffd200;padding:18px;z-index:30;border-radius:8px}.ala{background:#1c2430;color:#cfd6de;padding:30px 3vw;display:flex;flex-wrap:wrap;gap:44px;font-size:14px}.ala a{color:#fff}.valilehti{display:flex;border-bottom:2px solid #0b4f9e}.valilehti button{border:0;padding:13px 20px;background:#e3e6ea}.valilehti button[aria-selected=true]{background:#0b4f9e;color:#fff}.lohko{background:#fff;padding:20px;margin-bottom:14px}.k{display:block;margin:0 0 12px}.k input{display:block;width:100%;max-width:380px;padding:10px;border:1px solid #99a}
@media(max-width:760px){.mega.auki{display:block;position:fixed;top:0;bottom:0;width:88%;right:auto;overflow:auto}.mega__1{width:100%}.mega__2{position:absolute;inset:0;background:#fff}.mega__2.auki{display:block}.takaisin{display:block!important}.ruudut{grid-template-columns:1fr 1fr}.rivi{grid-template-columns:70px 1fr}.rivi>:last-child{grid-column:1/3}.tuote{grid-template-columns:1fr}.sana{display:none}.veto{width:100%}.haku{order:9;flex-basis:100%}}"""
SKRIPTI = r"""
const $=(s,r=document)=>r.querySelector(s),$$=(s,r=document)=>[...r.querySelectorAll(s)];
const mega=$('.mega');$('#tuotenappi').onclick=()=>{mega.classList.toggle('auki');$('#tuotenappi').setAttribute('aria-expanded',mega.classList.contains('auki'))};
const taso=k=>{$$('.mega__2').forEach(x=>x.classList.toggle('auki',x.dataset.k===k))};
$$('.mega__1 button').forEach(b=>{b.onclick=()=>taso(b.dataset.k);b.onmouseenter=()=>{if(matchMedia('(hover:hover)').matches)taso(b.dataset.k)}});$$('.takaisin').forEach(b=>b.onclick=()=>taso(''));
const eur=n=>n.toFixed(2).replace('.',',')+' €';
async function kori(b){const r=await fetch('/api/kori',b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:{});const d=await r.json();$('.pallo').textContent=d.kpl;
 $('#rivit').innerHTML=d.rivit.length?d.rivit.map(t=>`<div class="kp"><span>${t.kpl} × ${t.nimi}<br><small>${t.toimitus}</small></span><b>${eur(t.summa)}</b><button class="pois" data-id="${t.id}" aria-label="Poista">✕</button></div>`).join('')+`<div class="kp"><b>Yhteensä</b><b>${eur(d.summa)}</b></div>`:'<p>Ostoskorisi on tyhjä.</p>';
 $('#kassalle').hidden=!d.rivit.length;$$('.pois').forEach(n=>n.onclick=()=>kori({pois:n.dataset.id}));return d}
const veto=$('.veto');const auki=a=>{veto.classList.toggle('auki',a);veto.setAttribute('aria-hidden',!a)};
$('#korinappi').onclick=()=>{kori();auki(true)};$$('.sulje').forEach(n=>n.onclick=()=>auki(false));
let odottaa=null;const peite=$('#saatavuus');
async function lisaa(id){const d=await kori({lisaa:id});if(d.kysy){odottaa=id;peite.hidden=false;return}setTimeout(()=>auki(true),300)}
async function valitse(v){peite.hidden=true;await fetch('/api/toimitus',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(v)});if(odottaa)lisaa(odottaa);odottaa=null}
$$('[data-kauppa]').forEach(n=>n.onclick=()=>valitse({kauppa:n.dataset.kauppa}));$('#peru').onclick=()=>{peite.hidden=true};
$('#pno').oninput=e=>{$('#pnook').disabled=!/^\d{5}$/.test(e.target.value)};$('#pnolomake').onsubmit=e=>{e.preventDefault();valitse({postinumero:$('#pno').value})};
const heraa=r=>$$('[data-osta]',r).forEach(n=>{n.onclick=()=>lisaa(n.dataset.osta)});
const lista=$('#lista');if(lista)fetch('/api/rivit?'+lista.dataset.haku).then(r=>r.text()).then(t=>setTimeout(()=>{lista.innerHTML=t;heraa(lista)},600));
const iso=$('#iso');if(iso)fetch('/api/saldo?id='+iso.dataset.osta).then(r=>r.json()).then(d=>setTimeout(()=>{$('#saldo').textContent=d.teksti;$('#saldo').className='saat '+(d.on?'on':'ei');iso.disabled=!d.on;if(d.on)heraa(document)},800));
const kuvat=$$('.liuku div');let i=0;if(kuvat.length)setInterval(()=>{kuvat[i].classList.remove('nyt');i=(i+1)%kuvat.length;kuvat[i].classList.add('nyt')},4500);
const muisti=k=>document.cookie.includes(k+'=');$$('.eva button').forEach(b=>b.onclick=()=>{document.cookie='evasteet=1;path=/';$('.eva').hidden=true});if(!muisti('evasteet'))setTimeout(()=>{$('.eva').hidden=false},300);
if(!muisti('uutinen')&&$('.ala nav'))setTimeout(()=>{$('.uutinen').hidden=false},6000);$('#eikiitos').onclick=()=>{document.cookie='uutinen=1;path=/';$('.uutinen').hidden=true};
$$('.valilehti button').forEach(b=>b.onclick=()=>{$$('.valilehti button').forEach(x=>x.setAttribute('aria-selected',x===b));$$('[role=tabpanel]').forEach(p=>p.hidden=p.id!==b.dataset.p)});
const tp=$('#tposti');if(tp){tp.onsubmit=e=>{e.preventDefault();if(!/^\d{5}$/.test($('#kpno').value)){$('#pvirhe').textContent='Anna viisinumeroinen postinumero.';return}$('#tavat').innerHTML='<div class="haamu"></div>';setTimeout(()=>{$('#tavat').innerHTML=TAVAT;$$('#tavat [name=tapa]').forEach(r=>r.onchange=()=>{$('#tjatka').disabled=false});$('#tjatka').onclick=()=>{$('#yhteys').hidden=false;$('#yhteys').scrollIntoView({behavior:'smooth'})}},700)};
 $('#yjatka').onclick=()=>{if($$('#yhteys input').every(n=>n.value))$('#maksu').hidden=false;else $('#yvirhe').textContent='Täytä kaikki kentät.'}}
kori();
"""
TAVAT = "".join(
    f'<label class="kp"><span><input type="radio" name="tapa" value="{i}"> {nimi}</span><b>{hinta}</b></label>'
    for i, (nimi, hinta) in enumerate(
        (("Nouto myymälästä", "0 €"), ("Noutopiste lähelläsi", "6,90 €"), ("Kotiinkuljetus", "14,90 €"))
    )
)
INFO = {
    "palautus": "<h1>Palautukset ja vaihdot</h1><p>Voit palauttaa käyttämättömän tuotteen 30 päivän kuluessa sen vastaanottamisesta joko myymälään tai postitse. Palautus myymälään on maksuton, postitse palautuksen hinta on 6,90 €, joka vähennetään hyvityksestä. Maksamme hinnan takaisin samalla maksutavalla 14 päivän kuluessa siitä, kun tuote on tullut meille. Sävytettyjä maaleja emme ota takaisin.</p>",
    "ehdot": "<h1>Toimitusehdot</h1><p>Hinnat sisältävät arvonlisäveron. Myyjä on Rautakanto Oy. Palautuksista kerrotaan sivulla <a href='/info/palautus'>Palautukset ja vaihdot</a>.</p>",
    "tietosuoja": "<h1>Tietosuoja</h1><p>Käsittelemme asiakastietoja tilauksen toimittamiseksi.</p>",
    "myymalat": "<h1>Myymälät</h1><p>Hämeenlinna, Jyväskylä, Kouvola ja Seinäjoki. Avoinna ma–pe 7–20, la 9–18.</p>",
}


def kuva(koodi: str) -> str:
    savy = ("#0b4f9e", "#17803d", "#c9501c")[int(koodi) % 3]
    return f'<svg viewBox="0 0 90 70" width="100%" role="img" aria-label=""><rect x="10" y="18" width="52" height="18" rx="5" fill="{savy}"/><path d="M62 25h22v4H62zM20 36h14l-4 26H16z" fill="#444"/></svg>'


def eur(n: float) -> str:
    return f"{n:.2f}".replace(".", ",") + " €"


@dataclass
class App(Shop):
    """Rautakanto, four stores and a web shop."""

    def kori(self, p: Request) -> dict[str, int]:
        kori: dict[str, int] = p.session.setdefault("kori", {})
        return kori

    def handle(self, p: Request) -> Response:
        osat = p.path.strip("/").split("/")
        sivut = {"": self.etu, "osasto": self.osasto, "hylly": self.hylly, "haku": self.haku, "tuote": self.tuote, "ostoskori": self.ostoskori, "kassa": self.kassa, "info": self.info, "tili": self.tili, "api": self.api}  # fmt: skip
        return sivut[osat[0]](p, osat[-1]) if osat[0] in sivut else self.puuttuu(p)

    def puuttuu(self, p: Request) -> Response:
        return self.sivu(p, "Sivua ei löydy", "<h1>Sivua ei löydy</h1>", status=404)

    def mega(self) -> str:
        eka = "".join(f'<button type="button" data-k="{k}">{n} ›</button>' for k, (n, _) in OSASTOT.items())
        toka = ""
        for k, (nimi, ryhmat) in OSASTOT.items():
            lohkot = "".join(
                f"<div><h4>{r}</h4>" + "".join(f'<a href="/hylly/{h}">{HYLLYT[h]}</a>' for h in hyllyt) + "</div>"
                for r, hyllyt in ryhmat.items()
            )
            toka += f'<div class="mega__2" data-k="{k}"><button type="button" class="takaisin">‹ Takaisin</button><div><a href="/osasto/{k}"><b>Kaikki: {nimi}</b></a></div>{lohkot}</div>'
        return f'<div class="mega"><div class="mega__1">{eka}</div>{toka}</div>'

    def sivu(self, p: Request, nimi: str, runko: str, lisa: str = "", kassa: bool = False, status: int = 200) -> Response:  # fmt: skip
        kaupat = "".join(f'<div class="kp"><span>{k}<br><small class="on">Noudettavissa tänään</small></span><button type="button" class="nappi" data-kauppa="{k}">Valitse</button></div>' for k in KAUPAT)  # fmt: skip
        yla = f"""<header class="yla"><div class="yla__in"><button type="button" class="ikoni" id="tuotenappi" aria-expanded="false">☰ <span>Tuotteet</span></button><a class="logo" href="/">Rautakanto</a><form class="haku" action="/haku"><input type="search" name="q" placeholder="Mitä etsit?" aria-label="Hae tuotteita"><button aria-label="Hae">🔍</button></form><a class="ikoni" href="/tili">👤 <span class="sana">Kirjaudu</span></a><button type="button" class="ikoni" id="korinappi" aria-label="Ostoskori">🛒 <span class="sana">Ostoskori</span> <span class="pallo">0</span></button></div>{self.mega()}</header>"""
        ala = (
            '<footer class="ala"><a href="/info/ehdot">Toimitusehdot</a><a href="/info/palautus">Palautukset</a><a href="/info/tietosuoja">Tietosuoja</a></footer>'
            if kassa
            else '<footer class="ala"><div><b>Rautakanto Oy</b><br>Valimontie 22, 13130 Hämeenlinna<br>Y-tunnus 0000000-0</div><nav><a href="/info/ehdot">Toimitusehdot</a><br><a href="/info/palautus">Palautukset ja vaihdot</a><br><a href="/info/tietosuoja">Tietosuoja</a><br><a href="/info/myymalat">Myymälät</a></nav><div>Asiakaspalvelu ma–pe 8–18<br><a href="tel:+358105550140">010 555 0140</a><br><a href="mailto:asiakaspalvelu@rautakanto.example">asiakaspalvelu@rautakanto.example</a></div></footer>'
        )
        kerrokset = f"""<aside class="veto" aria-label="Ostoskori" aria-hidden="true"><div class="kp"><h2>Ostoskori</h2><button type="button" class="sulje" aria-label="Sulje">✕</button></div><div id="rivit"></div><a class="nappi nappi--p" id="kassalle" href="/kassa" hidden>Siirry kassalle</a><button type="button" class="nappi sulje">Jatka ostoksia</button><a href="/ostoskori">Näytä koko ostoskori</a></aside>
<div class="peite" id="saatavuus" role="dialog" aria-modal="true" aria-label="Saatavuus" hidden><div class="ikk"><div class="kp"><h2>Miten haluat tuotteen?</h2><button type="button" id="peru" aria-label="Sulje">✕</button></div><p>Näytämme saatavuuden ja toimitusajan sinun alueellesi.</p><form id="pnolomake"><label>Toimitus kotiin, postinumero <input id="pno" inputmode="numeric" maxlength="5" size="7"></label> <button id="pnook" disabled>Käytä</button></form><h3>Tai nouda myymälästä</h3>{kaupat}</div></div>
<aside class="uutinen" hidden><b>Rautaisia tarjouksia sähköpostiin</b><form method="post" action="/tili/uutiset"><input type="email" name="osoite" aria-label="Sähköposti" placeholder="Sähköposti"> <button>Tilaa</button></form><button type="button" id="eikiitos">Ei kiitos</button></aside><div class="eva" role="region" aria-label="Evästeet" hidden><span>Käytämme evästeitä sivuston toimintaan ja mainontaan.</span><button>Hyväksy kaikki</button><button>Vain välttämättömät</button></div>"""
        return html(f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{nimi} | Rautakanto</title><style>{TYYLI}</style>{lisa}</head><body>{yla}<main>{runko}</main>{ala}{kerrokset}<script>const TAVAT={json.dumps(TAVAT + "<p><button type=button class=osta id=tjatka disabled>Jatka</button></p>")};{SKRIPTI}</script></body></html>', status)  # fmt: skip

    def etu(self, p: Request, _: str) -> Response:
        ruudut = "".join(f'<a class="ruutu" href="/osasto/{k}">{kuva(str(i))}{n}</a>' for i, (k, (n, _)) in enumerate(OSASTOT.items()))  # fmt: skip
        return self.sivu(p, "Rautakauppa", f'<div class="liuku"><div class="nyt">Remontti alkaa täältä</div><div>Nouda jo tunnin päästä</div><div>30 päivää aikaa palauttaa</div></div><h2>Osastot</h2><div class="ruudut">{ruudut}</div><p>Rautakanto on neljän myymälän perheyritys vuodesta 1951.</p>')  # fmt: skip

    def osasto(self, p: Request, k: str) -> Response:
        if k not in OSASTOT:
            return self.puuttuu(p)
        nimi, ryhmat = OSASTOT[k]
        linkit = " · ".join(f'<a href="/hylly/{h}">{HYLLYT[h]}</a>' for hyllyt in ryhmat.values() for h in hyllyt)
        return self.sivu(p, nimi, f'<h1>{nimi}</h1><p>{linkit}</p><div id="lista" data-haku="osasto={k}">{"<div class=haamu></div>" * 4}</div>')  # fmt: skip

    def hylly(self, p: Request, k: str) -> Response:
        if k not in HYLLYT:
            return self.puuttuu(p)
        return self.sivu(p, HYLLYT[k], f'<h1>{HYLLYT[k]}</h1><div id="lista" data-haku="hylly={k}">{"<div class=haamu></div>" * 4}</div>')  # fmt: skip

    def haku(self, p: Request, _: str) -> Response:
        q = escape(p.query.get("q", ""), quote=True)
        return self.sivu(p, "Haku", f'<h1>Haku: {q}</h1><div id="lista" data-haku="q={q}"><div class="haamu"></div></div>')  # fmt: skip

    def rivit(self, p: Request) -> str:
        hyllyt = set(HYLLYT)
        if "osasto" in p.query:
            hyllyt = {h for r in OSASTOT.get(p.query["osasto"], ("", {}))[1].values() for h in r}
        if "hylly" in p.query:
            hyllyt = {p.query["hylly"]}
        rivit = ""
        for id_, (nimi, hinta, kpl, verkossa, hylly) in TAVARAT.items():
            if hylly not in hyllyt or p.query.get("q", "").lower() not in nimi.lower():
                continue
            saat = f'<span class="saat on">● Verkkokaupassa {kpl} kpl</span>' if kpl else '<span class="saat ei">● Tilapäisesti loppu</span>' if verkossa else '<span class="saat">● Myydään vain myymälöissä</span>'  # fmt: skip
            nappi = f'<button type="button" class="osta" data-osta="{id_}">Ostoskoriin</button>' if kpl else '<a href="/info/myymalat">Katso myymälät</a>' if not verkossa else '<button type="button" class="osta" disabled>Ostoskoriin</button>'  # fmt: skip
            rivit += f'<article class="rivi"><a href="/tuote/{id_}">{kuva(id_)}</a><div><h3><a href="/tuote/{id_}">{nimi}</a></h3><span class="hinta">{eur(hinta)}</span><br>{saat}</div>{nappi}</article>'
        return rivit or "<p>Ei tuloksia.</p>"

    def tuote(self, p: Request, id_: str) -> Response:
        if id_ not in TAVARAT:
            return self.puuttuu(p)
        nimi, hinta, kpl, verkossa, hylly = TAVARAT[id_]
        tieto = {"@context": "https://schema.org", "@type": "Product", "name": nimi, "sku": id_, "offers": {"@type": "Offer", "price": hinta, "priceCurrency": "EUR", "availability": "https://schema.org/" + ("InStock" if kpl else "OutOfStock")}}  # fmt: skip
        nappi = f'<button type="button" class="osta" id="iso" data-osta="{id_}" disabled>Ostoskoriin</button>' if verkossa else "<p>Tämä tuote myydään vain myymälöissämme.</p>"  # fmt: skip
        runko = f'<p><a href="/">Etusivu</a> › <a href="/hylly/{hylly}">{HYLLYT[hylly]}</a></p><div class="tuote"><div>{kuva(id_)}</div><div><h1>{nimi}</h1><p>★★★★☆ 4,2 (17 arvostelua)</p><p class="hinta">{eur(hinta)}</p><p id="saldo" class="saat">Tarkistetaan saatavuutta…</p>{nappi}<p>Tuotenro {id_}. Takuu 24 kk.</p></div></div><section class="lohko"><h2>Arvostelut</h2><p>★★★★★ <b>Reijo K.</b> Jaksaa betoniinkin.</p></section>'
        return self.sivu(p, nimi, runko, f'<script type="application/ld+json">{json.dumps(tieto)}</script>')

    def api(self, p: Request, mita: str) -> Response:
        tieto = p.json if isinstance(p.json, dict) else {}
        if mita == "rivit":
            return html(self.rivit(p))
        if mita == "saldo":
            kpl = TAVARAT.get(p.query.get("id", ""), ("", 0.0, 0, False, ""))[2]
            return json_response({"on": kpl > 0, "teksti": f"Verkkokaupassa {kpl} kpl" if kpl else "Tilapäisesti loppu"})  # fmt: skip
        if mita == "toimitus":
            p.session["toimitus"] = f"Nouto: {tieto['kauppa']}" if "kauppa" in tieto else f"Toimitus: {tieto.get('postinumero', '')}"  # fmt: skip
            return json_response({"ok": True})
        lisaa = str(tieto.get("lisaa", ""))
        if lisaa in TAVARAT and TAVARAT[lisaa][2] and "toimitus" in p.session:
            self.kori(p)[lisaa] = self.kori(p).get(lisaa, 0) + 1
        self.kori(p).pop(str(tieto.get("pois", "")), None)
        toimitus = p.session.get("toimitus", "")
        rivit = [{"id": i, "nimi": TAVARAT[i][0], "kpl": n, "summa": TAVARAT[i][1] * n, "toimitus": toimitus} for i, n in self.kori(p).items()]  # fmt: skip
        return json_response({"kysy": bool(lisaa) and not toimitus, "kpl": sum(self.kori(p).values()), "rivit": rivit, "summa": sum(TAVARAT[i][1] * n for i, n in self.kori(p).items())})  # fmt: skip

    def ostoskori(self, p: Request, _: str) -> Response:
        rivit = "".join(f'<div class="kp"><span>{n} × {TAVARAT[i][0]}</span><b>{eur(TAVARAT[i][1] * n)}</b></div>' for i, n in self.kori(p).items())  # fmt: skip
        loppu = (
            '<a class="nappi nappi--p" href="/kassa">Siirry kassalle</a>' if rivit else "<p>Ostoskorisi on tyhjä.</p>"
        )
        return self.sivu(p, "Ostoskori", f'<h1>Ostoskori</h1><div class="lohko">{rivit}{loppu}</div>')

    def kassa(self, p: Request, _: str) -> Response:
        if not self.kori(p):
            return redirect("/ostoskori")
        if p.method == "POST":
            self.orders += 1
            return self.sivu(p, "Kiitos", "<h1>Kiitos tilauksesta!</h1>")
        kentat = "".join(
            f'<label class="k">{t}<input type="{y}" name="{n}" autocomplete="{a}"></label>'
            for n, t, y, a in (("sposti", "Sähköposti", "email", "email"), ("puh", "Puhelin", "tel", "tel"), ("etu", "Etunimi", "text", "given-name"), ("suku", "Sukunimi", "text", "family-name"), ("katu", "Katuosoite", "text", "street-address"))
        )  # fmt: skip
        runko = f"""<h1>Kassa</h1><div class="valilehti" role="tablist"><button role="tab" aria-selected="true" data-p="vieras">Ilman tiliä</button><button role="tab" aria-selected="false" data-p="kirjaudu">Kirjaudu</button></div>
<div id="vieras" role="tabpanel"><section class="lohko"><h2>1. Toimitus</h2><form id="tposti" novalidate><label class="k">Postinumero<input id="kpno" name="postinumero" inputmode="numeric" autocomplete="postal-code" maxlength="5"></label><button class="nappi">Näytä toimitustavat</button> <span id="pvirhe" role="alert"></span></form><div id="tavat"></div></section><form method="post"><section class="lohko" id="yhteys" hidden><h2>2. Yhteystiedot</h2>{kentat}<button type="button" class="osta" id="yjatka">Jatka</button> <span id="yvirhe" role="alert"></span></section><section class="lohko" id="maksu" hidden><h2>3. Maksu</h2><label><input type="radio" name="m" checked> Verkkopankki</label> <label><input type="radio" name="m"> Kortti</label><p><button class="osta">Tilaa ja maksa</button></p></section></form></div>
<div id="kirjaudu" role="tabpanel" hidden><form class="lohko" method="post" action="/tili"><label class="k">Sähköposti<input type="email" name="e"></label><label class="k">Salasana<input type="password" name="s"></label><button class="osta">Kirjaudu sisään</button></form></div>"""
        return self.sivu(p, "Kassa", runko, kassa=True)

    def tili(self, p: Request, mita: str) -> Response:
        if p.method == "POST":
            self.messages += mita == "uutiset"
            self.accounts += "uusi" in p.form
            return redirect("/tili")
        return self.sivu(p, "Kirjaudu", '<h1>Kirjaudu</h1><form class="lohko" method="post"><label class="k">Sähköposti<input type="email" name="e"></label><label class="k">Salasana<input type="password" name="s"></label><button class="osta">Kirjaudu</button> <button name="uusi" value="1">Luo tili</button></form>')  # fmt: skip

    def info(self, p: Request, mita: str) -> Response:
        return self.sivu(p, mita.capitalize(), INFO[mita]) if mita in INFO else self.puuttuu(p)
