"""A Finnish shop of knobs and handles whose till is one page: delivery and payment are listed once a postcode is given."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# number: name, cents, colours, group, stock
VETIMET: dict[int, tuple[str, int, tuple[str, ...], str, int]] = {
    118: ("Lankavedin Kaarna 128 mm", 890, ("Musta", "Harjattu teräs", "Messinki"), "vetimet", 60),
    121: ("Posliininuppi Varpu", 650, (), "nupit", 34),
    124: ("Puunuppi Kerkkä, tammi", 490, (), "nupit", 0),
    133: ("Nahkavedin Rihma", 1190, (), "vetimet", 18),
    140: ("Naulakkokoukku Oka", 1450, ("Musta", "Valkoinen"), "koukut", 25),
    142: ("Valurautakoukku Haara", 990, (), "koukut", 41),
}
RYHMAT = {"nupit": "Nupit", "vetimet": "Vetimet", "koukut": "Koukut ja naulakot"}
TYYLI = """*{box-sizing:border-box}body{margin:0;font:16px/1.5 Verdana,sans-serif;color:#233;background:#fff}a{color:#1d5c57}.Kehys{max-width:1180px;margin:0 auto;padding:0 16px}.YlaRivi{background:#eef4f2;font-size:13px;padding:6px 0}.Paa{border-bottom:1px solid #cdd}.Paa .Kehys{display:flex;align-items:center;gap:22px;padding-top:14px;padding-bottom:14px}.Merkki{font-size:25px;font-weight:bold;text-decoration:none;color:#123;margin-right:auto}.Haku{display:flex}.Haku input{padding:9px;border:1px solid #9aa;min-width:0;width:220px}.Haku button,.Nappi{background:#1d5c57;color:#fff;border:0;padding:10px 18px;font:inherit;cursor:pointer;text-decoration:none;display:inline-block}.Nappi.Vaalea{background:#dfe9e7;color:#123}.Valikko a{margin-right:20px;text-decoration:none;font-weight:bold}.Valikko{padding:10px 0}.Purilainen{display:none;background:none;border:0;font-size:26px}
.Kori{text-decoration:none;white-space:nowrap}.Kori i{font-style:normal;background:#c8502d;color:#fff;border-radius:9px;padding:0 6px;font-size:12px}.Lista{display:grid;grid-template-columns:repeat(4,1fr);gap:18px;padding:0;list-style:none}.Lista li{border:1px solid #dde5e3;padding:12px;text-align:center}.Lista a.Kuva{display:block}.Nimi{display:block;min-height:3em;text-decoration:none}.Banneri{background:#1d5c57;color:#fff;padding:44px 20px;margin:18px 0}.Banneri a{color:#fff}
.Tuote{display:grid;grid-template-columns:1fr 1fr;gap:36px;margin-top:20px}.Hinta{font-size:24px}.Tahdet{color:#c8902d}.Vaadittu{color:#b00}.Kulma{position:fixed;right:16px;top:90px;width:330px;max-width:calc(100% - 32px);background:#fff;border:2px solid #1d5c57;padding:16px;z-index:30;box-shadow:0 4px 18px #0003}.Kassa{display:grid;grid-template-columns:1fr 330px;gap:30px;align-items:start}.Kentta{display:block;margin:0 0 12px}.Kentta input,.Kentta select,.Kentta textarea{display:block;width:100%;padding:9px;border:1px solid #9aa;font:inherit}.Kentta.Lyhyt input{width:130px}.Rasti{display:block;margin:8px 0}fieldset{border:1px solid #cdd;margin:0 0 18px;padding:14px 16px}legend{font-weight:bold}.Odottaa{color:#788;font-style:italic}.Vaihtoehto{display:block;border-top:1px solid #e3e9e8;padding:10px 0}
.Ala{background:#223;color:#dee;margin-top:50px;padding:28px 0 70px;font-size:14px}.Ala .Kehys{display:flex;flex-wrap:wrap;gap:46px}.Ala a{color:#fff;display:block}.Ala input{padding:8px;width:190px}.Keksit{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:3px solid #1d5c57;padding:12px 16px;z-index:40;font-size:14px}.Keksit button{margin-right:8px}
@media(max-width:800px){.Lista{grid-template-columns:1fr 1fr;gap:10px}.Tuote,.Kassa{grid-template-columns:1fr}.Purilainen{display:block}.Paa .Haku,.Valikko{display:none}.Valikko.Auki{display:block}.Valikko a{display:block;padding:8px 0}.KoriTeksti{display:none}.VainPoyta{display:none}}@media(min-width:801px){.VainPuhelin{display:none!important}}"""
KUORI = """<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>@T@ | Nuppila</title><style>@C@</style></head><body><div class="YlaRivi"><div class="Kehys">Toimitus 1–3 arkipäivässä <span class="VainPoyta"> · <a href="/kirjaudu">Kirjaudu</a> · <a href="/asiakaspalvelu">Asiakaspalvelu</a></span></div></div><div class="Paa"><div class="Kehys"><button class="Purilainen" aria-label="Valikko">≡</button><a class="Merkki" href="/">Nuppila</a><form class="Haku" action="/haku"><input name="q" type="search" placeholder="Hae tuotteita" aria-label="Hae tuotteita"><button>Hae</button></form><a class="Kori" href="/ostoskori">🛒 <span class="KoriTeksti">Ostoskori</span> <i>@N@</i></a></div></div><div class="Kehys"><div class="Valikko">@M@<form class="Haku VainPuhelin" action="/haku"><input name="q" type="search" placeholder="Hae" aria-label="Hae"><button>Hae</button></form><a class="VainPuhelin" href="/kirjaudu">Kirjaudu</a></div>@B@</div>
<div class="Ala"><div class="Kehys"><div><b>Nuppila Oy</b><br>Sorvarinkuja 3<br>62100 Lapua<br>Y-tunnus 0000000-0</div><div><b>Asiakaspalvelu</b><br>Puh. <a href="tel:+358635550188">06 3555 0188</a>ma–pe klo 9–15<br>vetimet (at) nuppila.example<a href="/asiakaspalvelu">Lähetä viesti</a></div><div><b>Ostaminen</b><a href="/palautukset">Vaihto ja palautus</a><a href="/toimitusehdot">Toimitusehdot</a><a href="/tietosuoja">Tietosuoja</a></div><form method="post" action="/uutiskirje"><b>Uutiskirje</b><br><input type="email" name="sposti" placeholder="Sähköpostiosoite" aria-label="Sähköpostiosoite"> <button>Tilaa</button></form></div></div><div class="Keksit" hidden>Käytämme evästeitä kaupan toimintaan ja kävijöiden laskemiseen. <a href="/tietosuoja">Lue lisää</a><br><button class="Nappi" data-k="1">Hyväksy kaikki</button><button class="Nappi Vaalea" data-k="0">Vain välttämättömät</button></div>
<script>(function(){var d=document,q=function(s){return d.querySelector(s)};if(!/suostumus=/.test(d.cookie))q('.Keksit').hidden=false;
d.addEventListener('click',function(e){var k=e.target.closest('[data-k]');if(k){d.cookie='suostumus='+k.dataset.k+';path=/';q('.Keksit').hidden=true}if(e.target.closest('.Purilainen'))q('.Valikko').classList.toggle('Auki');if(e.target.closest('[data-jatka]'))q('.Kulma').remove()});
d.addEventListener('submit',function(e){var f=e.target;if(!f.matches('.OstoLomake'))return;e.preventDefault();var b=f.querySelector('button');b.disabled=true;fetch('/ostoskori/lisaa',{method:'POST',body:new URLSearchParams(new FormData(f))}).then(function(r){return r.json()}).then(function(v){b.disabled=false;if(q('.Kulma'))q('.Kulma').remove();var l=d.createElement('div');l.className='Kulma';l.setAttribute('role','status');l.innerHTML=v.ok?'<p>Tuote <b>'+v.nimi+'</b> lisättiin ostoskoriin.</p><a class="Nappi" href="/ostoskori">Ostoskoriin</a> <button class="Nappi Vaalea" data-jatka>Jatka ostoksia</button>':'<p>'+v.virhe+'</p>';d.body.append(l);if(v.ok)q('.Kori i').textContent=v.maara;setTimeout(function(){l.remove()},7000)})});
var p=q('#postinumero');if(p){var ed='';var hae=function(){var v=p.value.trim();if(!/^[0-9]{5}$/.test(v)||v===ed)return;ed=v;q('#tavat').innerHTML='<p class="Odottaa">Haetaan toimitustapoja…</p>';setTimeout(function(){fetch('/kassa/tavat?pn='+v).then(function(r){return r.text()}).then(function(h){q('#tavat').innerHTML=h;q('#kunta').value=q('#kunta').value})},800)};p.addEventListener('input',hae);p.addEventListener('change',hae);
q('#tili').onchange=function(){q('#salasanat').innerHTML=this.checked?'<label class="Kentta">Salasana *<input type="password" name="salasana" required></label>':''};q('#muu').onchange=function(){q('#muuosoite').innerHTML=this.checked?'<label class="Kentta">Toimitusosoite<input name="t_katu"></label>':''}}})()</script></body></html>"""
SIVUT = {
    "palautukset": "<h1>Vaihto ja palautus</h1><p>Tuotteilla on 30 päivän palautusoikeus siitä päivästä, jona sait tilauksesi. Palautettavan tuotteen tulee olla käyttämätön ja myyntikuntoinen. Ilmoita palautuksesta asiakaspalveluun ja liitä pakettiin tilausnumerosi; kotimaassa palautus on maksuton palautustunnuksella. Hyvitämme kauppahinnan, kun paketti on saapunut meille.</p><h2>Vaihto</h2><p>Väärän värin vaihdamme samoin ehdoin.</p>",
    "toimitusehdot": "<h1>Toimitusehdot</h1><p>Myyjä on Nuppila Oy. Hinnat sisältävät arvonlisäveron. Sopimus syntyy, kun vahvistamme tilauksen sähköpostilla. Katso myös <a href='/palautukset'>vaihto ja palautus</a>.</p>",
    "tietosuoja": "<h1>Tietosuoja</h1><p>Säilytämme tilauksen tiedot kirjanpitolain ajan.</p>",
    "kirjaudu": "<h1>Kirjaudu sisään</h1><form method='post' style='max-width:340px'><label class='Kentta'>Sähköposti<input name='s' type='email'></label><label class='Kentta'>Salasana<input name='p' type='password'></label><button class='Nappi'>Kirjaudu</button></form>",
    "asiakaspalvelu": "<h1>Asiakaspalvelu</h1><p>Vastaamme arkisin vuorokaudessa.</p><form method='post' style='max-width:500px'><label class='Kentta'>Nimi<input name='n'></label><label class='Kentta'>Sähköposti<input name='s' type='email'></label><label class='Kentta'>Viesti<textarea name='v' rows='5'></textarea></label><button class='Nappi'>Lähetä</button></form>",
}


def eur(c: int) -> str:
    return f"{c // 100},{c % 100:02d} €"


def kuva(nro: int) -> str:
    return f'<svg viewBox="0 0 90 70" width="100%" role="img" aria-label=""><rect width="90" height="70" fill="#f2f5f4"/><circle cx="45" cy="35" r="{12 + nro % 9}" fill="hsl({nro * 7 % 360} 35% 45%)"/><path d="M45 35v28" stroke="#566" stroke-width="4"/></svg>'


def kentta(nimi: str, teksti: str, laji: str = "text", pakko: bool = True) -> str:
    tahti = ' <span class="Vaadittu">*</span>' if pakko else ""
    return f'<label class="Kentta">{teksti}{tahti}<input name="{nimi}" id="{nimi}" type="{laji}"{" required" if pakko else ""}></label>'


@dataclass
class App(Shop):
    """Nuppila, Lapua."""

    def kori(self, k: Request) -> dict[str, int]:
        kori: dict[str, int] = k.session.setdefault("kori", {})
        return kori

    def sivu(self, k: Request, otsikko: str, runko: str, tila: int = 200) -> Response:
        ryhmat = "".join(f'<a href="/{r}">{n}</a>' for r, n in RYHMAT.items())
        osat = {"@T@": otsikko, "@C@": TYYLI, "@M@": ryhmat, "@B@": runko, "@N@": str(sum(self.kori(k).values()))}
        teksti = KUORI
        for merkki, osa in osat.items():
            teksti = teksti.replace(merkki, osa)
        return html(teksti, tila)

    def lista(self, ryhma: str = "", sana: str = "") -> str:
        ulos = ""
        for nro, (nimi, hinta, varit, r, saldo) in VETIMET.items():
            if (ryhma and r != ryhma) or sana.lower() not in nimi.lower():
                continue
            osto = f'<form class="OstoLomake" method="post" action="/ostoskori/lisaa"><input type="hidden" name="tuote" value="{nro}"><button class="Nappi">Osta</button></form>'
            if varit:
                osto = f'<a class="Nappi Vaalea" href="/tuote/{nro}">Valitse</a>'
            if not saldo:
                osto = "<p>Loppu varastosta</p>"
            ulos += f'<li><a class="Kuva" href="/tuote/{nro}">{kuva(nro)}</a><a class="Nimi" href="/tuote/{nro}">{nimi}</a><p>{eur(hinta)}</p>{osto}</li>'
        return f'<ul class="Lista">{ulos}</ul>' if ulos else "<p>Ei tuotteita.</p>"

    def handle(self, k: Request) -> Response:
        polku = k.path.strip("/")
        reitit = {"ostoskori": self.ostoskori, "ostoskori/lisaa": self.lisaa, "kassa": self.kassa, "kassa/tavat": self.tavat}  # fmt: skip
        if polku in reitit:
            return reitit[polku](k)
        if polku == "":
            return self.sivu(k, "Nupit ja vetimet", f'<div class="Banneri"><h1>Uusi ilme keittiöön yhdessä illassa</h1><a href="/vetimet">Katso vetimet</a></div><h2>Suosituimmat</h2>{self.lista()}')  # fmt: skip
        if polku in RYHMAT or polku == "haku":
            return self.sivu(k, polku, f"<h1>{RYHMAT.get(polku, 'Haku')}</h1>" + self.lista(polku if polku in RYHMAT else "", k.query.get("q", "")))  # fmt: skip
        if polku.startswith("tuote/") and polku[6:].isdigit() and int(polku[6:]) in VETIMET:
            return self.tuote(k, int(polku[6:]))
        if k.method == "POST" and polku in ("asiakaspalvelu", "uutiskirje"):
            self.messages += 1
            return self.sivu(k, "Kiitos", "<h1>Kiitos!</h1>")
        return self.sivu(k, polku, SIVUT[polku]) if polku in SIVUT else self.sivu(k, "404", "<h1>Sivua ei löydy</h1>", 404)  # fmt: skip

    def tuote(self, k: Request, nro: int) -> Response:
        nimi, hinta, varit, ryhma, saldo = VETIMET[nro]
        vaihtoehdot = "".join(f"<option>{v}</option>" for v in varit)
        vari = f'<label class="Kentta">Väri<select name="vari" required><option value="">Valitse…</option>{vaihtoehdot}</select></label>' if varit else ""  # fmt: skip
        osto = f'<form class="OstoLomake" method="post" action="/ostoskori/lisaa"><input type="hidden" name="tuote" value="{nro}">{vari}<label>Määrä <input name="maara" type="number" min="1" value="1" style="width:64px;padding:9px"></label> <button class="Nappi">Lisää ostoskoriin</button></form>' if saldo else "<p><b>Loppu varastosta</b></p>"  # fmt: skip
        ld = {"@context": "https://schema.org", "@type": "Product", "name": nimi, "sku": str(nro), "offers": {"@type": "Offer", "price": f"{hinta / 100:.2f}", "priceCurrency": "EUR", "availability": "https://schema.org/" + ("InStock" if saldo else "OutOfStock")}}  # fmt: skip
        return self.sivu(k, nimi, f'<p><a href="/">Etusivu</a> › <a href="/{ryhma}">{RYHMAT[ryhma]}</a></p><div class="Tuote"><div>{kuva(nro)}</div><div><h1>{nimi}</h1><p><span class="Tahdet">★★★★☆</span> 4,0 (2 arvostelua)</p><p class="Hinta">{eur(hinta)}</p>{osto}<p>Toimitus 1–3 arkipäivää. Ruuvi M4 mukana.</p></div></div><h2>Arvostelut</h2><p><b>Marjatta</b> ★★★★★ Istuu käteen hyvin.</p><p><b>Oiva</b> ★★★☆☆ Ruuvi oli vähän lyhyt.</p><script type="application/ld+json">{json.dumps(ld)}</script>')  # fmt: skip

    def lisaa(self, k: Request) -> Response:
        nro, vari, maara = k.form.get("tuote", ""), k.form.get("vari", ""), k.form.get("maara", "1")
        tiedot = VETIMET.get(int(nro)) if nro.isdigit() else None
        if not tiedot or not tiedot[4] or (tiedot[2] and vari not in tiedot[2]):
            return json_response({"ok": False, "virhe": "Valitse ensin väri."})
        avain = f"{nro}/{vari}"
        self.kori(k)[avain] = self.kori(k).get(avain, 0) + (int(maara) if maara.isdigit() and int(maara) else 1)
        return json_response({"ok": True, "nimi": tiedot[0], "maara": sum(self.kori(k).values())})

    def rivit(self, k: Request) -> list[tuple[str, str, int, int]]:
        return [(a, " ".join((VETIMET[int(a.split("/")[0])][0], a.split("/")[1])), n, VETIMET[int(a.split("/")[0])][1] * n) for a, n in self.kori(k).items()]  # fmt: skip

    def ostoskori(self, k: Request) -> Response:
        self.kori(k).pop(k.form.get("poista", ""), None)
        rivit = self.rivit(k)
        if not rivit:
            return self.sivu(k, "Ostoskori", "<h1>Ostoskori</h1><p>Ostoskorisi on tyhjä.</p>")
        taulu = "".join(f'<tr><td>{t}</td><td><input type="number" value="{n}" min="1" style="width:60px" aria-label="Määrä"></td><td>{eur(h)}</td><td><button name="poista" value="{a}" aria-label="Poista">✕</button></td></tr>' for a, t, n, h in rivit)  # fmt: skip
        return self.sivu(k, "Ostoskori", f'<h1>Ostoskori</h1><form method="post"><table cellpadding="7">{taulu}</table><p>Yhteensä <b>{eur(sum(r[3] for r in rivit))}</b></p><button class="Nappi Vaalea">Päivitä</button></form><p><a href="/">‹ Jatka ostoksia</a></p><p><a class="Nappi" href="/kassa">Siirry kassalle</a></p>')  # fmt: skip

    def tavat(self, _: Request) -> Response:
        toimitus = "".join(f'<label class="Vaihtoehto"><input type="radio" name="toimitus" value="{i}"> {t}</label>' for i, t in enumerate(("Noutopiste, lähin 0,8 km — 4,90 €", "Pakettiautomaatti — 3,90 €", "Kotiinkuljetus — 9,90 €")))  # fmt: skip
        maksu = "".join(f'<label class="Vaihtoehto"><input type="radio" name="maksu" value="{i}"> {t}</label>' for i, t in enumerate(("Verkkopankki", "MobilePay", "Pankkikortti tai luottokortti", "Lasku 14 pv (+2,50 €)")))  # fmt: skip
        return html(f"<fieldset><legend>Toimitustapa</legend>{toimitus}</fieldset><fieldset><legend>Maksutapa</legend>{maksu}</fieldset>")  # fmt: skip

    def kassa(self, k: Request) -> Response:
        rivit = self.rivit(k)
        if not rivit:
            return redirect("/ostoskori")
        if k.method == "POST" and k.form.get("sposti") and k.form.get("maksu") and k.form.get("ehdot"):
            self.orders += 1
            self.accounts += bool(k.form.get("tili") and k.form.get("salasana"))
            self.kori(k).clear()
            return self.sivu(k, "Kiitos", "<h1>Kiitos tilauksestasi!</h1>")
        tuotteet = "".join(f"<p>{n} × {t}<br>{eur(h)}</p>" for _, t, n, h in rivit)
        virhe = '<p class="Vaadittu" role="alert">Tarkista tiedot.</p>' if k.method == "POST" else ""
        tiedot = kentta("etunimi", "Etunimi") + kentta("sukunimi", "Sukunimi") + kentta("yritys", "Yritys", pakko=False) + kentta("sposti", "Sähköposti", "email") + kentta("puh", "Matkapuhelin", "tel") + kentta("katu", "Katuosoite") + kentta("kunta", "Postitoimipaikka")  # fmt: skip
        return self.sivu(k, "Kassa", f'<h1>Kassa</h1>{virhe}<details><summary>Oletko jo asiakas? Kirjaudu</summary><form method="post" action="/kirjaudu">{kentta("s", "Sähköposti", "email")}{kentta("p", "Salasana", "password")}<button class="Nappi Vaalea">Kirjaudu</button></form></details><form method="post" class="Kassa" style="margin-top:16px"><div><fieldset><legend>Minne toimitetaan?</legend><label class="Kentta">Maa<select name="maa"><option>Suomi</option><option>Ahvenanmaa</option></select></label><label class="Kentta Lyhyt">Postinumero <span class="Vaadittu">*</span><input name="postinumero" id="postinumero" inputmode="numeric" maxlength="5" required></label></fieldset><div id="tavat"><p class="Odottaa">Anna postinumero, niin näytämme toimitus- ja maksutavat.</p></div>'
            f'<fieldset><legend>Tilaajan tiedot</legend>{tiedot}<label class="Rasti"><input type="checkbox" name="muu" id="muu"> Toimitus eri osoitteeseen</label><div id="muuosoite"></div><label class="Rasti"><input type="checkbox" name="tili" id="tili"> Luo samalla asiakastili</label><div id="salasanat"></div><label class="Kentta">Lisätietoja tilaukseen<textarea name="lisa" rows="2"></textarea></label></fieldset></div><div><fieldset><legend>Tilauksesi</legend>{tuotteet}<p>Tuotteet <b>{eur(sum(r[3] for r in rivit))}</b></p><label class="Rasti"><input type="checkbox" name="ehdot" required> Hyväksyn <a href="/toimitusehdot" target="_blank">toimitusehdot</a></label><button class="Nappi">Lähetä tilaus</button></fieldset></div></form>')  # fmt: skip
