"""A Finnish shop for feeding birds: an eye on the cards, selects that wake the button, a drawer after the reload.

The till is one long page with the log-in folded and the customer account left unticked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug: name, kind, cents from, stock, ((option, (value, extra cents)...)...), last value is out
LINTU: dict[str, tuple[str, str, int, int, dict[str, tuple[str, ...]]]] = {
    "raystas": ("Ruokintalauta Räystäs", "Ruokintapaikat", 4590, 0, {}),
    "auringonkukka": ("Auringonkukansiemen", "Ruoka", 690, 80, {"Pakkaus": ("1 kg", "5 kg", "20 kg")}),
    "tiaistupa": ("Pönttö Tiaistupa", "Pöntöt", 2950, 14, {"Väri": ("Terva", "Puna"), "Lentoaukko": ("28 mm", "32 mm", "50 mm")}),
    "talipallo": ("Talipallo ilman verkkoa", "Ruoka", 490, 33, {"Määrä": ("6 kpl", "30 kpl", "100 kpl")}),
    "juoma": ("Juoma-allas Kivi", "Ruokintapaikat", 3890, 5, {"Väri": ("Harmaa", "Savi")}),
    "kiikari": ("Ikkunakiikari 8×32", "Katselu", 8900, 4, {"Väri": ("Musta", "Vihreä")}),
}  # fmt: skip
TYYLI = """*{box-sizing:border-box}body{margin:0;font:16px/1.6 Lato,"Helvetica Neue",sans-serif;color:#4a4a45}a{color:#446b3a;text-decoration:none}.rajaus{max-width:1080px;margin:0 auto;padding:0 15px}.nauha{background:#446b3a;color:#fff;font-size:13px}.nauha a{color:#fff}.nauha .rajaus{display:flex;justify-content:space-between;padding:6px 15px}.paa{position:sticky;top:0;background:#fff;box-shadow:0 1px 6px #0002;z-index:20}.paa .rajaus{display:flex;align-items:center;gap:20px;height:84px}.paa .nim{font:700 26px Lato,sans-serif;margin-right:auto}.pieni .rajaus{height:62px}.ik{background:none;border:0;font-size:21px;cursor:pointer;color:#446b3a;padding:8px}.kori i{font-style:normal;border:2px solid #446b3a;padding:2px 8px;font-size:14px;font-weight:700}
.isokuva{background:linear-gradient(120deg,#c9d8bf,#8aa67d);padding:80px 20px;text-align:center;color:#233}.hylly{display:grid;grid-template-columns:repeat(3,1fr);gap:28px;padding:26px 0}.kuva{position:relative;background:#f3f3ee;overflow:hidden}.kuva svg{display:block;width:100%}.laatikko p{margin:2px 0}.luokka{font-size:11px;text-transform:uppercase;opacity:.6}.loppu{position:absolute;left:0;right:0;top:42%;background:#fffc;text-align:center;font-weight:700}.silma{position:absolute;left:0;right:0;bottom:-44px;height:44px;border:0;background:#446b3a;color:#fff;font-size:20px;transition:bottom .2s;cursor:pointer}.sydan{position:absolute;top:8px;right:8px;background:#fffa;border-radius:50%}.kuva:hover .silma{bottom:0}
.tahdet{color:#d9a400;letter-spacing:1px}.kaksi{display:grid;grid-template-columns:1fr 1fr;gap:36px;padding:28px 0}.lisaa,.nappi{background:#c4512d;color:#fff;border:0;font:700 15px Lato,sans-serif;text-transform:uppercase;padding:12px 22px;cursor:pointer;display:inline-block;text-align:center}.lisaa.himmea{opacity:.45;cursor:not-allowed}.kpl{display:inline-flex;margin-right:10px}.kpl input{width:44px;text-align:center;border:1px solid #ccc}.kpl button{border:1px solid #ccc;background:#f6f6f2;width:28px}.valinnat th{text-align:left;padding-right:14px}.valinnat select{padding:8px;font:inherit;min-width:200px}.ilmo{background:#eef4ea;border-left:4px solid #446b3a;padding:10px 16px;margin:14px 0}.valilehti{border:0;background:none;padding:10px 14px;font-weight:700;cursor:pointer}.valilehti.nyt{border-top:3px solid #c4512d}
.laatikosto{position:fixed;top:0;bottom:0;right:-340px;width:320px;background:#fff;z-index:60;padding:22px;transition:right .3s;overflow:auto;visibility:hidden}.laatikosto.auki{right:0;visibility:visible;box-shadow:0 0 30px #0005}.laatikosto .nappi{display:block;margin-top:8px}.nappi.har{background:#446b3a}.peite{position:fixed;inset:0;background:#0007;z-index:55}.ikkuna{position:fixed;z-index:58;top:8vh;left:50%;transform:translateX(-50%);width:min(860px,94vw);background:#fff;padding:24px;max-height:84vh;overflow:auto}.alakuja{background:#2d3a28;color:#dfe6da;margin-top:50px;padding:34px 0}.alakuja a{color:#fff}.alakuja .rajaus{display:grid;grid-template-columns:repeat(3,1fr);gap:26px}.rivit td{padding:8px;border-bottom:1px solid #e3e3dc}.kassa{display:grid;grid-template-columns:7fr 5fr;gap:34px}.kassa label.k{display:block;margin-bottom:10px}.kassa label.k input,textarea{width:100%;padding:9px;border:1px solid #ccc;font:inherit}.puoli{display:grid;grid-template-columns:1fr 1fr;gap:12px}.tilaus{border:2px solid #446b3a;padding:22px}.evas{position:fixed;left:0;right:0;bottom:0;background:#333;color:#fff;padding:12px 16px;z-index:50;display:flex;gap:14px;align-items:center;font-size:14px}.evas span{flex:1}.tarra,.sivuvalikko{display:none}
.pieni{display:none}@media(max-width:849px){.suuri,.nauha,.silma{display:none}.pieni{display:block}.hylly,.kaksi{grid-template-columns:1fr 1fr;gap:14px}.kaksi,.kassa,.alakuja .rajaus{grid-template-columns:1fr}.tarra{position:fixed;left:0;right:0;bottom:0;background:#fff;box-shadow:0 -1px 8px #0003;padding:9px 12px;z-index:30;align-items:center;gap:10px}.tarra.nak{display:flex}.tarra b{flex:1;font-size:14px}.sivuvalikko.auki{display:block;position:fixed;inset:0 70px 0 0;background:#fff;z-index:61;padding:24px}.sivuvalikko a{display:block;padding:10px 0;border-bottom:1px solid #eee}.peite{z-index:54}}"""
KOODI = r"""
(function(){const q=(s,r=document)=>r.querySelector(s),qa=(s,r=document)=>[...r.querySelectorAll(s)];
function peite(kiinni){const p=document.createElement('div');p.className='peite';p.onclick=()=>{p.remove();kiinni()};document.body.append(p);return p}
async function laatikko(){const l=q('.laatikosto');l.innerHTML=await(await fetch('/osa/minikori')).text();l.classList.add('auki');const k=()=>{l.classList.remove('auki');qa('.peite').forEach(x=>x.remove())};peite(k);q('[data-sulje]',l).onclick=k;qa('[data-pois]',l).forEach(b=>b.onclick=async()=>{await fetch('/osa/pois?r='+encodeURIComponent(b.dataset.pois));k();location.reload()})}
qa('.kori').forEach(a=>a.onclick=e=>{e.preventDefault();laatikko()});
function lomake(f){const nappi=q('.lisaa',f),valit=qa('select',f),hinta=q('.tarkka',f),kaikki=()=>[nappi,...qa('.tarra .lisaa')];
 const tila=()=>{const auki=valit.every(s=>s.value),loppu=valit.some(s=>s.value&&s.selectedIndex===s.options.length-1&&s.options.length>3);hinta.innerHTML=!auki?'':loppu?'<p style="color:#a33">Loppu varastosta</p>':'<p><b>'+f.dataset.hinta+'</b> <small>Varastossa</small></p>';kaikki().forEach(b=>b.classList.toggle('himmea',!auki||loppu));return auki&&!loppu};
 valit.forEach(s=>s.onchange=()=>setTimeout(tila,150));q('.tyhjenna',f).onclick=e=>{e.preventDefault();valit.forEach(s=>s.value='');tila()};
 qa('.kpl button',f).forEach(b=>b.onclick=()=>{const i=q('.kpl input',f);i.value=Math.max(1,+i.value+ +b.value)});
 f.onsubmit=e=>{if(!tila()){e.preventDefault();alert('Valitse tuotteen vaihtoehdot ennen kuin lisäät tuotteen ostoskoriin.')}};tila();return valit}
const oma=q('form.ostos');if(oma){const v=lomake(oma),t=q('.tarra');if(t){new IntersectionObserver(x=>t.classList.toggle('nak',!x[0].isIntersecting)).observe(q('.lisaa',oma));q('.lisaa',t).onclick=e=>{if(v.some(s=>!s.value)){e.preventDefault();oma.scrollIntoView({behavior:'smooth',block:'center'})}else oma.requestSubmit()}}}
qa('.silma').forEach(b=>b.onclick=async e=>{e.preventDefault();b.textContent='…';const h=await(await fetch('/osa/katselu/'+b.value)).text();setTimeout(()=>{b.textContent='👁';const i=document.createElement('div');i.className='ikkuna';i.innerHTML='<button class="ik" style="float:right" aria-label="Sulje">✕</button>'+h;document.body.append(i);const p=peite(()=>i.remove());q('.ik',i).onclick=()=>{p.remove();i.remove()};const f=q('form',i);if(f)lomake(f)},400)});
qa('.sydan').forEach(b=>b.onclick=()=>{b.textContent='♥';fetch('/osa/toive?t='+b.value)});
qa('.valilehti').forEach((b,i)=>b.onclick=()=>{qa('.valilehti').forEach(x=>x.classList.toggle('nyt',x===b));qa('.lehti').forEach((l,j)=>l.hidden=i!==j)});
qa('[data-vaihda]').forEach(b=>b.onclick=e=>{e.preventDefault();const x=q(b.dataset.vaihda);x.hidden=!x.hidden});
qa('[data-valikko]').forEach(b=>b.onclick=()=>q('.sivuvalikko').classList.toggle('auki'));
if(q('.ilmo.lisatty'))setTimeout(laatikko,700);
const r=q('#yhteenveto');if(r)setTimeout(async()=>{r.innerHTML=await(await fetch('/osa/yhteenveto')).text()},900);
const tili=q('#tili');if(tili)tili.onchange=()=>{q('#salis').hidden=!tili.checked};
if(!document.cookie.includes('evas=')){const d=document.createElement('div');d.className='evas';d.innerHTML='<span>Sivusto käyttää evästeitä. <a href="/toimitusehdot/" style="color:#fff;text-decoration:underline">Lisätietoa</a></span><button class="nappi">Hyväksyn</button>';q('button',d).onclick=()=>{document.cookie='evas=1;path=/';d.remove()};document.body.append(d)}
})();"""
EHDOT = "<h1>Tilaus- ja toimitusehdot</h1><h2>Toimitus</h2><p>Siemenet lähtevät seuraavana arkipäivänä Joensuusta. Alle 35 kg:n paketit kulkevat Matkahuollon mukana.</p><h2>Palautus</h2><p>Kuluttajalla on 14 päivän palautusoikeus siitä, kun tuote on vastaanotettu. Ilmoita palautuksesta sähköpostilla, niin lähetämme palautuskoodin. Avattua ruokasäkkiä emme ota takaisin. Hyvitämme kauppahinnan samalla tavalla kuin maksoit, viimeistään kahden viikon kuluessa ilmoituksesta; asiakas maksaa palautuksen postituksen.</p><h2>Tietosuoja</h2><p>Emme luovuta tietoja muille kuin kuljetusliikkeelle.</p>"


def e(c: int) -> str:
    return f"{c / 100:.2f} €".replace(".", ",")


@dataclass
class App(Shop):
    """Tiaistupa, Joensuu."""

    def kori(self, r: Request) -> dict[str, int]:
        return r.session.setdefault("lintukori", {})

    def summa(self, r: Request) -> int:
        return sum(LINTU[k.split("|")[0]][2] * n for k, n in self.kori(r).items())

    def rivit(self, r: Request) -> str:
        return "".join(f'<tr><td>{LINTU[k.split("|")[0]][0]}<br><small>{k.partition("|")[2]}</small></td><td>{n} × {e(LINTU[k.split("|")[0]][2])}</td><td><button class="ik" data-pois="{k}" aria-label="Poista tuote">×</button></td></tr>' for k, n in self.kori(r).items())  # fmt: skip

    def sivu(self, r: Request, nimi: str, sisus: str, kassa: bool = False) -> Response:
        n = sum(self.kori(r).values())
        kori = f'<a class="kori" href="/ostoskori/" title="Ostoskori">{{}}<i>{n}</i></a>'
        haku = '<form id="{0}" action="/" hidden><input type="search" name="s" placeholder="Etsi…" aria-label="Etsi"><button>🔍</button></form>'
        linkit = '<a href="/">Kauppa</a> <a href="/yhteys/">Yhteystiedot</a> <a href="/tili/">Kirjaudu</a>'
        ala = '<footer class="alakuja"><div class="rajaus"><div><b>Tiaistupa Ky</b><br>Niskakatu 21, 80100 Joensuu<br><a href="mailto:tirp@tiaistupa.example">tirp@tiaistupa.example</a></div><div><a href="/toimitusehdot/">Tilaus- ja toimitusehdot</a><br><a href="/yhteys/">Yhteystiedot</a></div><form method="post" action="/uutiskirje"><label>Lintukirje sähköpostiin<br><input type="email" name="posti"></label><button>Tilaa</button></form></div></footer>'  # fmt: skip
        return html(
            f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{nimi} – Tiaistupa</title><style>{TYYLI}</style></head><body><div class="nauha"><div class="rajaus"><span>Ilmainen toimitus yli 79 €</span><span>☎ <a href="tel:+358135550172">013 555 0172</a> ark. 9–16</span></div></div>'
            f'<header class="paa suuri"><div class="rajaus"><a class="nim" href="/">Tiaistupa</a>{linkit}<button class="ik" data-vaihda="#h1" aria-label="Haku">🔍</button>{haku.format("h1")}{kori.format("OSTOSKORI / " + e(self.summa(r)) + " ")}</div></header><header class="paa pieni"><div class="rajaus"><button class="ik" data-valikko aria-label="Valikko">☰</button><a class="nim" href="/">Tiaistupa</a>{kori.format("")}</div></header><div class="sivuvalikko"><button class="ik" data-valikko aria-label="Sulje valikko">✕</button>{haku.format("h2").replace(" hidden", "")}{linkit}<a href="tel:+358135550172">013 555 0172, ark. 9–16</a></div>'
            f'<main class="rajaus">{sisus}</main>{"" if kassa else ala}<aside class="laatikosto" aria-label="Ostoskori"></aside><script>{KOODI}</script></body></html>'
        )

    def kuva(self, k: str) -> str:
        h = len(LINTU[k][0]) * 37 % 360
        return f'<svg viewBox="0 0 100 100" role="img" aria-label="{LINTU[k][0]}"><path d="M20 50L50 22l30 28v36H20z" fill="hsl({h} 35% 55%)"/><circle cx="50" cy="60" r="9" fill="#333"/></svg>'

    def kortit(self, avaimet: list[str]) -> str:
        return "".join(f'<div class="laatikko"><div class="kuva"><a href="/tuote/{k}/">{self.kuva(k)}</a><button class="ik sydan" value="{k}" aria-label="Lisää toivelistalle">♡</button>{"" if LINTU[k][3] else "<span class=loppu>Loppuunmyyty</span>"}<button class="silma" value="{k}" title="Pikakatselu">👁</button></div><p class="luokka">{LINTU[k][1]}</p><p><a href="/tuote/{k}/">{LINTU[k][0]}</a></p>{"<p class=tahdet role=img aria-label=5/5>★★★★★</p>" if k == "auringonkukka" else ""}<p>{"alkaen " if LINTU[k][4] else ""}<b>{e(LINTU[k][2])}</b></p>{"" if LINTU[k][3] else f"<a href=/tuote/{k}/>Lue lisää</a>"}</div>' for k in avaimet)  # fmt: skip

    def lomake(self, k: str) -> str:
        nimi, _luokka, hinta, maara, valit = LINTU[k]
        if not maara:
            return '<p style="color:#a33">Loppu varastosta</p>'
        rivit = "".join(f'<tr><th><label for="{k}{i}">{o}</label></th><td><select id="{k}{i}" name="{o}"><option value="">Valitse vaihtoehto</option>{"".join(f"<option>{v}</option>" for v in vs)}</select></td></tr>' for i, (o, vs) in enumerate(valit.items()))  # fmt: skip
        return f'<form class="ostos" method="post" action="/tuote/{k}/" data-hinta="{e(hinta)}"><table class="valinnat">{rivit}</table><a href="#" class="tyhjenna"><small>Tyhjennä</small></a><div class="tarkka"></div><span class="kpl"><button type="button" value="-1" aria-label="Vähemmän">-</button><input name="kpl" value="1" inputmode="numeric" aria-label="{nimi} määrä"><button type="button" value="1" aria-label="Enemmän">+</button></span><button type="submit" class="lisaa himmea">Lisää ostoskoriin</button></form>'

    def tuote(self, r: Request, k: str) -> Response:
        nimi, luokka, hinta, maara, valit = LINTU[k]
        if r.method == "POST":
            arvot = [r.form.get(o, "") for o in valit]
            if maara and all(a in vs for a, vs in zip(arvot, valit.values(), strict=True)):
                avain = k + "|" + ", ".join(arvot)
                self.kori(r)[avain] = self.kori(r).get(avain, 0) + max(1, int(r.form.get("kpl") or 1))
                return redirect(f"/tuote/{k}/?lisatty=1")
        ilmo = f'<div class="ilmo lisatty" role="alert">”{nimi}” on lisätty ostoskoriin. <a href="/ostoskori/">Näytä ostoskori</a></div>' if r.query.get("lisatty") else ""  # fmt: skip
        ld = {"@context": "https://schema.org/", "@type": "Product", "name": nimi, "offers": {"@type": "Offer", "price": f"{hinta / 100:.2f}", "priceCurrency": "EUR", "availability": "https://schema.org/" + ("InStock" if maara else "OutOfStock")}}  # fmt: skip
        tarra = f'<div class="tarra"><b>{nimi}</b><span>{e(hinta)}</span><button type="button" class="lisaa himmea">Lisää ostoskoriin</button></div>' if maara else ""  # fmt: skip
        arviot = '<p><span class="tahdet" role="img" aria-label="Arvostelu 5/5">★★★★★</span> <b>Marjatta</b> – Punatulkut löysivät perille samana päivänä.</p>' if k == "auringonkukka" else "<p>Tuotteella ei ole vielä arvioita.</p>"  # fmt: skip
        return self.sivu(
            r,
            nimi,
            f'{ilmo}<script type="application/ld+json">{json.dumps(ld)}</script><div class="kaksi"><div class="kuva">{self.kuva(k)}<button class="ik sydan" value="{k}" aria-label="Lisää toivelistalle">♡</button></div><div><p class="luokka">{luokka}</p><h1>{nimi}</h1><p style="font-size:22px">{"alkaen " if valit else ""}{e(hinta)}</p><p>Koeteltu omalla pihalla Pohjois-Karjalan pakkasissa.</p>{self.lomake(k)}</div></div><div><button class="valilehti nyt">Kuvaus</button><button class="valilehti">Arviot ({1 if k == "auringonkukka" else 0})</button><div class="lehti"><p>{"Linnut tulevat, kun ruokaa on joka päivä. " * 12}</p></div><div class="lehti" hidden>{arviot}</div></div><h3>Tutustu myös</h3><div class="hylly">{self.kortit([x for x in LINTU if x != k][-3:])}</div>{tarra}',
        )

    def osa(self, r: Request, mika: str) -> Response:
        if mika.startswith("katselu/") and mika[8:] in LINTU:
            k = mika[8:]
            return html(f'<div class="kaksi"><div class="kuva">{self.kuva(k)}</div><div><h2><a href="/tuote/{k}/">{LINTU[k][0]}</a></h2><p>{e(LINTU[k][2])}</p>{self.lomake(k)}</div></div>')  # fmt: skip
        if mika == "pois":
            self.kori(r).pop(r.query.get("r", ""), None)
        if mika == "yhteenveto":
            return html(f'<table class="rivit">{self.rivit(r).replace("<button", "<button hidden")}</table><p><b>Toimitus</b><br><label><input type="radio" name="toimitus" value="m" checked> Matkahuollon noutopiste 6,90 €</label><br><label><input type="radio" name="toimitus" value="k"> Kotiinkuljetus 12,90 €</label></p><p>Yhteensä <b>{e(self.summa(r) + 690)}</b></p><p><label><input type="radio" name="maksu" value="v" checked> Verkkopankki</label><br><label><input type="radio" name="maksu" value="c"> Visa- tai Mastercard-kortti</label><br><label><input type="radio" name="maksu" value="mp"> MobilePay</label><br><label><input type="radio" name="maksu" value="l"> Lasku 14 pv</label></p><label><input type="checkbox" name="ehdot"> Olen lukenut ja hyväksyn <a href="/toimitusehdot/" target="_blank">tilaus- ja toimitusehdot</a> *</label><p><button class="nappi">Lähetä tilaus</button></p>')  # fmt: skip
        if mika != "minikori":
            return json_response({"ok": True})
        alku = '<button class="ik" data-sulje style="float:right" aria-label="Sulje">✕</button><h3>Ostoskori</h3>'
        return html(alku + (f'<table class="rivit">{self.rivit(r)}</table><p><b>Välisumma:</b> {e(self.summa(r))}</p><a class="nappi har" href="/ostoskori/">Näytä ostoskori</a><a class="nappi" href="/kassa/">Kassa</a><p><small><a href="/toimitusehdot/">Toimitus ja palautus</a></small></p>' if self.kori(r) else "<p>Ostoskori on tyhjä.</p>"))  # fmt: skip

    def kassa(self, r: Request) -> Response:
        if not self.kori(r):
            return redirect("/ostoskori/")
        if r.method == "POST":
            if "ehdot" not in r.form or not r.form.get("sposti"):
                return self.sivu(r, "Kassa", '<p class="ilmo">Täytä pakolliset kentät. <a href="/kassa/">Takaisin</a></p>', kassa=True)  # fmt: skip
            self.orders += 1
            self.accounts += "tili" in r.form
            self.kori(r).clear()
            return self.sivu(r, "Kiitos", "<h1>Kiitos. Tilauksesi on vastaanotettu.</h1>", kassa=True)
        k = lambda n, t, y="text": f'<label class="k">{t}<input type="{y}" name="{n}"></label>'  # noqa: E731
        return self.sivu(
            r,
            "Kassa",
            f'<p class="ilmo">Oletko jo asiakas? <a href="#" data-vaihda="#vanha">Klikkaa tästä kirjautuaksesi sisään</a></p><form id="vanha" method="post" action="/tili/" hidden>{k("tunnus", "Käyttäjätunnus tai sähköposti")}{k("sala", "Salasana", "password")}<button class="nappi har">Kirjaudu</button></form><p class="ilmo">Onko sinulla alennuskoodi? <a href="#" data-vaihda="#kuponki">Syötä koodi</a></p><form id="kuponki" hidden>{k("koodi", "Koodi")}</form>'
            f'<form class="kassa" method="post" novalidate><div><h3>Laskutustiedot</h3><div class="puoli">{k("etu", "Etunimi *")}{k("suku", "Sukunimi *")}</div>{k("yritys", "Yritys (valinnainen)")}<p>Maa *<br><b>Suomi</b></p>{k("katu", "Katuosoite *")}{k("katu2", "Huoneisto, kerros (valinnainen)")}{k("pnro", "Postinumero *")}{k("ptp", "Postitoimipaikka *")}{k("puh", "Puhelin *", "tel")}{k("sposti", "Sähköpostiosoite *", "email")}<p><label><input type="checkbox" id="tili" name="tili"> Luo asiakastili?</label></p><div id="salis" hidden>{k("uusisala", "Luo salasana *", "password")}</div><h3><label><input type="checkbox" name="muu" data-x> Toimita eri osoitteeseen?</label></h3><label class="k">Lisätietoja tilaukseen (valinnainen)<textarea name="lisa" rows="2"></textarea></label></div><div class="tilaus"><h3>Tilauksesi</h3><div id="yhteenveto"><p>Ladataan…</p></div></div></form>',
            kassa=True,
        )

    def muut(self, r: Request) -> Response:
        if r.method == "POST":
            self.messages += r.path in ("/uutiskirje", "/yhteys/")
            self.accounts += r.path == "/tili/" and "uusi" in r.form
            return self.sivu(r, "Kiitos", "<p class='ilmo'>Kiitos!</p>" if r.path != "/tili/" else "<p class='ilmo'>Virhe: tuntematon käyttäjä.</p>")  # fmt: skip
        tekstit = {
            "/toimitusehdot/": EHDOT,
            "/yhteys/": '<h1>Yhteystiedot</h1><p>Niskakatu 21, 80100 Joensuu. Puhelin 013 555 0172, arkisin 9–16.</p><form method="post"><p><label>Nimi<br><input name="nimi"></label></p><p><label>Sähköposti<br><input name="posti" type="email"></label></p><p><label>Viesti<br><textarea name="viesti"></textarea></label></p><button class="nappi">Lähetä</button></form>',
            "/tili/": '<h1>Oma tili</h1><form method="post"><p><label>Käyttäjätunnus<br><input name="tunnus"></label></p><p><label>Salasana<br><input type="password" name="sala"></label></p><button class="nappi">Kirjaudu</button></form><h2>Rekisteröidy</h2><form method="post"><p><label>Sähköposti<br><input name="uusi" type="email"></label></p><button class="nappi har">Rekisteröidy</button></form>',
            "/ostoskori/": f'<h1>Ostoskori</h1><table class="rivit">{self.rivit(r)}</table><p>Yhteensä {e(self.summa(r))}</p><a class="nappi" href="/kassa/">Siirry kassalle</a>' if self.kori(r) else "<h1>Ostoskori</h1><p>Ostoskorisi on tällä hetkellä tyhjä.</p>",
        }  # fmt: skip
        return self.sivu(r, "Tiaistupa", tekstit[r.path]) if r.path in tekstit else html("404", 404)

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/osa/"):
            return self.osa(r, r.path[5:])
        k = r.path.removeprefix("/tuote/").strip("/")
        if r.path.startswith("/tuote/") and k in LINTU:
            return self.tuote(r, k)
        if r.path == "/kassa/":
            return self.kassa(r)
        if r.path != "/":
            return self.muut(r)
        haku = r.query.get("s", "").lower()
        kortit = self.kortit([k for k, t in LINTU.items() if haku in t[0].lower()])
        return self.sivu(r, "Etusivu", f'<div class="isokuva"><h1>Talven vieraat ruokapöytään</h1><p>Siemenet, pöntöt ja ruokintalaudat.</p></div><h2>Suosituimmat</h2><div class="hylly">{kortit or "Ei tuloksia."}</div>')  # fmt: skip
