"""A Finnish ski shop of a home-grown platform: 'Osta' in the list opens a box of variations, the till is one page with all in it.

Cart, delivery, payment and address stand on the same page; an account is an unticked box there.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

# number: (slug, name, price, variations with their stock)
TUOTTEET: dict[int, tuple[str, str, float, dict[str, int]]] = {
    31: ("perinnesukset", "Perinnesukset Honka", 289.0, {"200 cm": 0, "210 cm": 0}),
    32: ("sauvat-kataja", "Sauvat Kataja", 59.9, {"140 cm": 4, "150 cm": 0, "160 cm": 7}),
    35: ("pipo-latu", "Pipo Latu", 24.9, {"Musta": 9, "Keltainen": 9}),
    38: ("hanskat-pakkanen", "Hiihtohanskat Pakkanen", 39.0, {"S": 1, "M": 5, "L": 5}),
    41: ("voidesarja", "Voidesarja", 29.5, {"Plus": 6, "Miinus": 6}),
    44: ("kassi-suksi", "Suksipussi", 45.0, {"1 pari": 3, "2 paria": 2}),
}
CSS = """body{margin:0;font:14px/1.5 Verdana,Arial,sans-serif;color:#222;background:#eef1f4}.sivusto{max-width:1100px;margin:0 auto;background:#fff;padding:0 18px 18px}.paa{display:flex;flex-wrap:wrap;align-items:center;gap:16px;padding:14px 0}.paa h2{margin:0;flex:1}.paa a{color:inherit;text-decoration:none}.korinappi{background:#0a4d8c;color:#fff!important;padding:9px 14px}.navi{background:#0a4d8c;margin:0 -18px;padding:0 18px}.navi a{color:#fff;display:inline-block;padding:10px 14px 10px 0;text-decoration:none}
.alasto{display:grid;grid-template-columns:210px 1fr;gap:20px}.tuotelista{display:flex;flex-wrap:wrap;gap:14px;list-style:none;padding:0}.tuotelista li{width:31%;box-sizing:border-box;border:1px solid #d5dbe1;padding:12px;text-align:center}.tuotelista a.tn{color:#0a4d8c;display:block;min-height:42px}.osta{background:#e4572e;color:#fff;border:0;padding:11px 22px;font:700 14px Verdana;cursor:pointer}.hiljaa{background:#d5dbe1;color:#222}.peite{position:fixed;inset:0;background:#0008;z-index:40;display:grid;place-items:center}.laatikko{background:#fff;padding:22px;width:380px;max-width:94vw;box-sizing:border-box;max-height:90vh;overflow:auto}
.laatikko label,.vaihtoehdot label{display:block;padding:7px 0;border-bottom:1px solid #e6eaee;text-align:left}.loppu{color:#999}.kassa{display:grid;grid-template-columns:1fr 1fr;gap:26px}.kassa h3{background:#eef1f4;padding:8px;margin:18px 0 8px}.kassa input:not([type=radio]):not([type=checkbox]),.kassa select,.kassa textarea{width:100%;box-sizing:border-box;padding:8px;font:inherit;border:1px solid #aab}.kassa label{display:block;margin:6px 0}table{width:100%;border-collapse:collapse}td{border-bottom:1px solid #d5dbe1;padding:6px}
.mnappi{display:none}.jalka{border-top:3px solid #0a4d8c;margin-top:36px;padding:18px 0;display:grid;grid-template-columns:repeat(3,1fr);gap:18px}.jalka a{color:#0a4d8c;display:block}.keksi{background:#222;color:#fff;padding:8px 18px;font-size:13px}.keksi button{margin-left:10px}
@media(max-width:720px){.alasto,.kassa,.jalka{grid-template-columns:1fr}.alasto aside{display:none}.tuotelista li{width:47%}.mnappi{display:block;background:#0a4d8c;color:#fff;border:0;padding:10px 14px}.navi{display:none}.navi.nakyy{display:block}.navi a{display:block}}"""
JS = """<script>
var d=document;d.addEventListener('click',function(e){var t=e.target,o=t.closest('[data-osta]');if(o){e.preventDefault();fetch('/laatikko/'+o.getAttribute('data-osta')).then(function(r){return r.text()}).then(function(h){var p=d.createElement('div');p.className='peite';p.innerHTML='<div class="laatikko" role="dialog" aria-modal="true">'+h+'</div>';d.body.appendChild(p)})}
if(t.classList.contains('peite')||t.closest('[data-sulje]')){e.preventDefault();var p=d.querySelector('.peite');p&&p.remove()}if(t.closest('.mnappi'))d.querySelector('.navi').classList.toggle('nakyy');if(t.closest('.keksi button')){localStorage.setItem('keksi','1');d.querySelector('.keksi').remove()}});
d.addEventListener('submit',function(e){var f=e.target;if(!f.hasAttribute('data-koriin'))return;e.preventDefault();fetch('/koriin',{method:'POST',body:new URLSearchParams(new FormData(f))}).then(function(r){return r.json().catch(function(){return null})}).then(function(k){if(!k)return;
if(k.virhe){f.querySelector('.viesti').textContent=k.virhe;return}d.querySelectorAll('.kpl').forEach(function(x){x.textContent=k.kpl});var old=d.querySelector('.peite');if(!old){old=d.createElement('div');old.className='peite';d.body.appendChild(old)}old.innerHTML='<div class="laatikko" role="dialog"><h3>Tuote lisättiin ostoskoriin</h3><p><a class="osta hiljaa" style="display:block;text-align:center;text-decoration:none" href="#" data-sulje>Jatka ostoksia</a></p><p><a class="osta" style="display:block;text-align:center;text-decoration:none" href="/kassa">Siirry kassalle</a></p></div>'})});
d.addEventListener('change',function(e){if(e.target.id=='muu')d.getElementById('toinen').hidden=!e.target.checked;if(e.target.id=='tunnus')d.getElementById('ss').hidden=!e.target.checked;if(e.target.name=='toimitus'){var s=d.querySelector('.summa');s.style.opacity=.4;setTimeout(function(){s.style.opacity=1},600)}});
if(localStorage.getItem('keksi'))d.querySelector('.keksi').remove();
</script>"""


def euroa(x: float) -> str:
    return f"{x:.2f}".replace(".", ",") + " €"


@dataclass
class App(Shop):
    """Latupaja, skis and what belongs to them."""

    def pohja(self, r: Request, otsikko: str, sisalto: str, status: int = 200) -> Response:
        n = sum(r.session.get("kori", {}).values())
        linkit = '<a href="/osasto/sukset">Sukset ja sauvat</a><a href="/osasto/vaatteet">Vaatteet</a><a href="/osasto/huolto">Huolto</a>'
        return html(
            f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{otsikko} - Latupaja</title><style>{CSS}</style></head><body><div class="keksi">Sivusto käyttää evästeitä. <a href="/info/tietosuoja" style="color:#fff">Lue lisää</a><button>Selvä</button></div><div class="sivusto"><div class="paa"><button class="mnappi">Valikko</button><h2><a href="/">Latupaja</a></h2><form action="/haku"><input name="sana" size="14" placeholder="Hae tuotteita" aria-label="Hae tuotteita"><button>Hae</button></form><a href="/kirjaudu">Kirjaudu</a><a class="korinappi" href="/kassa">Ostoskori (<span class="kpl">{n}</span>)</a></div><div class="navi">{linkit}</div>'
            f'{sisalto}<div class="jalka"><div><b>Latupaja Ky</b><br>Harjukatu 11, 15100 Lahti<br>Puh. 03 555 0144<br>Avoinna ma–pe 10–18, la 10–14</div><div><b>Tietoa</b><a href="/info/toimitusehdot">Toimitus- ja palautusehdot</a><a href="/info/tietosuoja">Tietosuojaseloste</a><a href="/info/palaute">Palautelomake</a></div><form method="post" action="/info/kirje"><b>Uutiskirje</b><br><input name="e" type="email" placeholder="Sähköposti"><button>Tilaa</button></form></div></div>{JS}</body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        a, _, b = r.path[1:].partition("/")
        if a in ("", "osasto", "haku"):
            sana = r.query.get("sana", "").lower()
            lista = "".join(f'<li><a class="tn" href="/tuote/{n}/{t[0]}">{self.kuva(n)}{t[1]}</a><p><b>{euroa(t[2])}</b></p>{f"<button class=osta data-osta={n}>Osta</button>" if any(t[3].values()) else "<span class=loppu>Tilapäisesti loppu</span>"}</li>' for n, t in TUOTTEET.items() if sana in t[1].lower())  # fmt: skip
            juliste = "" if a else '<img src="/juliste.svg" width="440" height="120" alt="Talven avajaiset" style="display:block">'  # fmt: skip
            return self.pohja(r, "Hiihtokauppa", f'{juliste}<div class="alasto"><aside><h4>Tuoteryhmät</h4><a href="/osasto/sukset">Sukset ja sauvat</a><br><a href="/osasto/vaatteet">Vaatteet</a></aside><div><h1>{"Ajankohtaista" if not a else "Tuotteet"}</h1><ul class="tuotelista">{lista}</ul></div></div>')  # fmt: skip
        osat = {"tuote": self.tuote, "laatikko": self.laatikko, "koriin": self.koriin, "kassa": self.kassa, "juliste.svg": self.juliste}  # fmt: skip
        return osat[a](r, b) if a in osat else self.info(r, b or a)

    def juliste(self, _r: Request, _b: str) -> Response:
        return Response('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 440 120"><rect width="440" height="120" fill="#bcd4e6"/><text x="20" y="70" font-size="34">Talven avajaiset</text></svg>', content_type="image/svg+xml")  # fmt: skip

    def kuva(self, n: int) -> str:
        return f'<svg viewBox="0 0 60 50" width="100%" aria-hidden="true"><rect width="60" height="50" fill="#f2f5f8"/><path d="M{n % 9 + 8} 44L{n % 7 + 38} 6" stroke="#e4572e" stroke-width="4"/></svg>'

    def valinta(self, n: int) -> str:
        _, _, hinta, laadut = TUOTTEET[n]
        return f'<form data-koriin method="post" action="/koriin"><input type="hidden" name="tuote" value="{n}"><div class="vaihtoehdot">' + "".join(f'<label class="{"" if k else "loppu"}"><input type="radio" name="laatu" value="{v}" {"" if k else "disabled"}> {v} – {euroa(hinta)} {"" if k else "(loppu)"}</label>' for v, k in laadut.items()) + '</div><p class="viesti" role="alert" style="color:#b00"></p><p>Määrä <input name="kpl" value="1" size="2" aria-label="Määrä"> <button class="osta">Lisää koriin</button></p></form>'  # fmt: skip

    def laatikko(self, _r: Request, b: str) -> Response:
        n = int(b) if b.isdigit() else 0
        return html(f'<a href="#" data-sulje style="float:right" aria-label="Sulje">✕</a><h3>{TUOTTEET[n][1]}</h3><p>Valitse vaihtoehto:</p>{self.valinta(n)}') if n in TUOTTEET else html("", 404)  # fmt: skip

    def tuote(self, r: Request, b: str) -> Response:
        n = int(b.split("/")[0]) if b.split("/")[0].isdigit() else 0
        if n not in TUOTTEET:
            return self.pohja(r, "404", "<h1>Sivua ei löydy</h1>", 404)
        t = TUOTTEET[n]
        osto = self.valinta(n) if any(t[3].values()) else '<p class="loppu">Tuote on tilapäisesti loppu.</p>'
        return self.pohja(r, t[1], f'<p><a href="/">Etusivu</a> &raquo; {t[1]}</p><div class="kassa" itemscope itemtype="http://schema.org/Product"><div>{self.kuva(n)}</div><div><h1 itemprop="name">{t[1]}</h1><p itemprop="offers" itemscope itemtype="http://schema.org/Offer"><b>{euroa(t[2])}</b><meta itemprop="price" content="{t[2]}"><meta itemprop="priceCurrency" content="EUR"></p>{osto}<h4>Kuvaus</h4><p>Lahtelaista laatua ladulle.</p></div></div>')  # fmt: skip

    def koriin(self, r: Request, _b: str) -> Response:
        n = int(r.form.get("tuote") or 0)
        laatu = r.form.get("laatu", "")
        if n not in TUOTTEET or not TUOTTEET[n][3].get(laatu):
            return Response('{"virhe":"Valitse ensin vaihtoehto."}', content_type="application/json")
        kori: dict[str, int] = r.session.setdefault("kori", {})
        kori[f"{n}/{laatu}"] = kori.get(f"{n}/{laatu}", 0) + max(1, int(r.form.get("kpl") or 1))
        return Response(f'{{"kpl":{sum(kori.values())}}}', content_type="application/json")

    def kassa(self, r: Request, b: str) -> Response:
        kori: dict[str, int] = r.session.setdefault("kori", {})
        if b == "poista":
            kori.pop(r.query.get("rivi", ""), None)
            return redirect("/kassa")
        if not kori:
            return self.pohja(r, "Kassa", "<h1>Ostoskori</h1><p>Ostoskorisi on tyhjä.</p>")
        if r.method == "POST" and "ehdot" in r.form:
            self.orders += 1
            self.accounts += "tunnus" in r.form
            kori.clear()
            return self.pohja(r, "Kiitos", "<h1>Kiitos tilauksesta!</h1>")
        rivit = "".join(f'<tr><td>{TUOTTEET[int(k.split("/")[0])][1]}, {k.split("/")[1]}</td><td>{m} kpl</td><td>{euroa(TUOTTEET[int(k.split("/")[0])][2] * m)}</td><td><a href="/kassa/poista?rivi={k}" title="Poista">✕</a></td></tr>' for k, m in kori.items())  # fmt: skip
        summa = sum(TUOTTEET[int(k.split("/")[0])][2] * m for k, m in kori.items())
        kentat = "".join(f'<label>{t} <input name="{k}"></label>' for k, t in (("etu", "Etunimi *"), ("suku", "Sukunimi *"), ("s", "Sähköposti *"), ("p", "Puhelin *"), ("katu", "Katuosoite *"), ("nro", "Postinumero *"), ("kunta", "Postitoimipaikka *")))  # fmt: skip
        return self.pohja(
            r,
            "Kassa",
            f'<h1>Kassa</h1><p>Oletko jo asiakas? <a href="/kirjaudu">Kirjaudu sisään</a></p><form method="post" novalidate><h3>Ostoskori</h3><table>{rivit}</table><details><summary>Onko sinulla kampanjakoodi?</summary><input name="koodi" aria-label="Kampanjakoodi"> <button type="button">Käytä</button></details><div class="kassa"><div><h3>1. Toimitustapa</h3><label><input type="radio" name="toimitus" checked> Noutopiste 5,90 €</label><label><input type="radio" name="toimitus"> Kotiinkuljetus 12,90 €</label><label><input type="radio" name="toimitus"> Nouto myymälästä 0,00 €</label><h3>2. Maksutapa</h3><label><input type="radio" name="maksu" checked> Verkkopankki</label><label><input type="radio" name="maksu"> Pankki- tai luottokortti</label><label><input type="radio" name="maksu"> MobilePay</label></div><div><h3>3. Yhteystiedot</h3>{kentat}<label>Maa <select name="maa"><option>Suomi</option><option>Ruotsi</option></select></label><label><input type="checkbox" id="muu"> Toimita eri osoitteeseen</label><div id="toinen" hidden><input aria-label="Toimitusosoite" placeholder="Toimitusosoite"></div><label><input type="checkbox" id="tunnus" name="tunnus"> Haluan rekisteröityä asiakkaaksi</label><div id="ss" hidden><input type="password" name="ss" placeholder="Salasana"></div><label>Lisätietoja <textarea name="lisa" rows="3"></textarea></label></div></div>'
            f'<p class="summa">Yhteensä <b>{euroa(summa + 5.9)}</b></p><label><input type="checkbox" name="ehdot"> Hyväksyn <a href="/info/toimitusehdot">toimitusehdot</a></label><p><button class="osta">Tilaa ja maksa</button></p></form>',
        )

    def info(self, r: Request, mika: str) -> Response:
        if r.method == "POST":
            self.messages += mika in ("kirje", "palaute")
            return self.pohja(r, "Kiitos", "<p>Kiitos!</p>")
        sivut = {
            "toimitusehdot": "<h1>Toimitus- ja palautusehdot</h1><h3>Toimitus</h3><p>Lähetämme tavarat 1–3 arkipäivässä.</p><h3>Palautus</h3><p>Sinulla on oikeus palauttaa tuote 14 vuorokauden kuluessa sen saamisesta. Tuotteen on oltava käyttämätön ja myyntikuntoinen. Palautus on maksuton, kun käytät pakkauksessa olevaa palautuskorttia. Hyvitämme hinnan samalla maksutavalla viimeistään 14 päivän kuluttua palautusilmoituksesta.</p>",
            "tietosuoja": "<h1>Tietosuojaseloste</h1><p>Rekisterinpitäjä on Latupaja Ky.</p>",
            "palaute": '<h1>Palautelomake</h1><p>Voit kirjoittaa myös: myynti (at) latupaja.example</p><form method="post"><p><input name="n" placeholder="Nimi"></p><p><input name="e" type="email" placeholder="Sähköposti"></p><textarea name="v" rows="5" placeholder="Viesti"></textarea><p><button>Lähetä palaute</button></p></form>',
            "kirjaudu": '<h1>Kirjaudu</h1><form method="post"><input name="t" placeholder="Käyttäjätunnus"> <input type="password" name="s" placeholder="Salasana"> <button>Kirjaudu</button></form>',
        }
        return self.pohja(r, mika, sivut[mika]) if mika in sivut else self.pohja(r, "404", "<h1>Sivua ei löydy</h1>", 404)  # fmt: skip
