"""A Finnish fly-fishing shop on a hosted suite: one address with everything in the query, a layer after adding, an address step without an account.

What the law says of returning stands under the seventh heading of the delivery terms, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# number: name, cents, stock, sizes, group
PERHOT: dict[str, tuple[str, int, int, tuple[str, ...], str]] = {
    "1204": ("Nymfi Kuulapää", 290, 140, ("#10", "#12", "#14"), "perhot"),
    "1310": ("Pintaperho Surviainen", 320, 0, (), "perhot"),
    "2001": ("Perhorasia, pyökki", 3490, 18, (), "rasiat"),
    "2002": ("Perhorasia, alumiini", 2790, 25, (), "rasiat"),
    "3050": ("Sidontalanka 8/0", 450, 60, ("Musta", "Oliivi"), "sidonta"),
    "3077": ("Sidontapenkki Kalle", 8900, 3, (), "sidonta"),
}
RYHMAT = {"perhot": "Perhot", "rasiat": "Rasiat", "sidonta": "Sidontatarvikkeet"}
E1 = "/epages/perho.sf"
TYYLI = """body{margin:0;font:15px/1.55 Verdana,sans-serif;color:#333;background:#f4f2ec}a{color:#20566b}.ylos{background:#20414d;color:#fff;display:flex;gap:16px;align-items:center;padding:12px 20px;flex-wrap:wrap}.ylos a{color:#fff;text-decoration:none}.ylos .tunnus{font:600 22px Georgia;flex:1}.ylos form{display:flex}.ylos input{padding:7px;border:0;width:150px}.ylos form button{border:0;padding:7px 10px}.palkit{max-width:1120px;margin:0 auto;display:grid;grid-template-columns:200px 1fr;gap:26px;padding:20px;background:#fff}.vasen a{display:block;padding:8px 0;border-bottom:1px solid #e5e2d8;text-decoration:none}
.hampurilainen{display:none;background:none;border:0;color:#fff;font-size:24px}.kortit{display:grid;grid-template-columns:repeat(3,1fr);gap:18px}.kortti{border:1px solid #e2dfd4;padding:14px;display:flex;flex-direction:column;gap:8px}.kortti h3{font-size:15px;margin:0}.kortti h3 a{text-decoration:none}.nappi{background:#b5541c;color:#fff;border:0;padding:11px 18px;font:inherit;text-decoration:none;display:inline-block;cursor:pointer;text-align:center}.nappi.vaalea{background:#e8e4d8;color:#333}.hinta{font-weight:700}
.rivi{display:grid;grid-template-columns:180px 1fr;gap:8px;margin:8px 0;max-width:620px}.rivi input,.rivi select{padding:9px;font:inherit;min-width:0}table{width:100%;border-collapse:collapse}td{border-bottom:1px solid #ddd;padding:9px 4px}.oik{text-align:right}.vaiheet{display:flex;gap:6px;list-style:none;padding:0;flex-wrap:wrap}.vaiheet li{background:#eee;padding:6px 12px}.vaiheet .nyt{background:#20414d;color:#fff}
#kerros{position:fixed;inset:0;background:#0008;z-index:40;display:none;align-items:center;justify-content:center}#kerros.auki{display:flex}#kerros>div{background:#fff;padding:24px;max-width:420px;margin:14px}.keksi{position:fixed;left:0;right:0;bottom:0;background:#333;color:#fff;padding:12px 20px;font-size:13px;z-index:30;display:none}.keksi button{margin-left:12px;padding:7px 16px}.ala{background:#20414d;color:#dfe7ea;padding:26px 20px 90px;display:flex;gap:40px;flex-wrap:wrap;font-size:13px}.ala a{color:#fff}.ala svg{background:#fff;border-radius:3px;margin-right:6px}
@media(max-width:800px){.palkit{grid-template-columns:1fr;padding:14px}.vasen{display:none}.vasen.auki{display:block}.hampurilainen{display:block}.kortit{grid-template-columns:1fr 1fr;gap:10px}.rivi{grid-template-columns:1fr}.ylos form{order:5;width:100%}.ylos form input{flex:1}.kori span{display:none}.nappi{padding:11px 10px}}"""
SKRIPTI = """<div id="kerros" role="dialog" aria-modal="true"><div><p><b>Tuote on lisätty ostoskoriin</b></p><p id="mika"></p><button class="nappi vaalea" id="jatka">Jatka ostoksia</button> <a class="nappi" href="/epages/perho.sf?ObjectPath=/Shops/perho&amp;ViewAction=ViewBasket">Siirry ostoskoriin</a></div></div>
<div class="keksi">Käytämme evästeitä, jotta kauppa toimii ja voimme mitata kävijöitä. <a href="/epages/perho.sf?ObjectPath=/Shops/perho/Categories/Tietosuoja" style="color:#fff">Lue lisää</a><button>Selvä</button></div>
<script>(()=>{const $=s=>document.querySelector(s),k=$('#kerros');
document.addEventListener('submit',e=>{const f=e.target;if(!f.classList.contains('ostoon'))return;e.preventDefault();const v=f.querySelector('select');if(v&&!v.value){f.querySelector('.huom').textContent='Valitse ensin vaihtoehto.';return}
fetch(f.action,{method:'POST',headers:{'X-Requested-With':'XMLHttpRequest'},body:new URLSearchParams(new FormData(f))}).then(r=>r.json()).then(d=>{if(!d.ok)return;$('.kori b').textContent=d.maara;$('#mika').textContent=d.nimi;k.classList.add('auki')})});
$('#jatka').onclick=()=>k.classList.remove('auki');$('.hampurilainen').onclick=()=>$('.vasen').classList.toggle('auki');
const c=$('.keksi');if(!localStorage.evasteet)setTimeout(()=>c.style.display='block',400);c.querySelector('button').onclick=()=>{localStorage.evasteet=1;c.style.display='none'};
const l=$('[data-lista]');if(l)setTimeout(()=>fetch(l.dataset.lista).then(r=>r.text()).then(t=>l.innerHTML=t),700);
const p=$('#rek');if(p)p.onchange=()=>$('#salarivi').style.display=p.checked?'':'none'})()</script>"""
EHDOT = """<h1>Toimitusehdot</h1><h2>1. Yleistä</h2><p>Perhorasia Oy (y-tunnus 0000000-0) myy kalastustarvikkeita kuluttajille Suomessa. Pidätämme oikeuden hintojen ja ehtojen muutoksiin.</p><h2>2. Tilaaminen</h2><p>Tuotteet tilataan siirtämällä ne ostoskoriin ja täyttämällä yhteystiedot. Jokainen tilaus vahvistetaan sähköpostilla; säilytä vahvistus.</p><h2>3. Hinnat</h2><p>Hinnat sisältävät arvonlisäveron 25,5 %.</p><h2>4. Maksutavat</h2><p>Maksut välittää maksupalvelu, jonka omat ehdot näkyvät maksun yhteydessä.</p><h2>5. Toimitus</h2><p>Lähetämme varastossa olevat tuotteet 1–3 arkipäivässä. Postimaksu on 5,90 €, yli 80 euron tilaukset toimitetaan veloituksetta.</p><h2>6. Lähetyksen vauriot</h2><p>Jos lähetys on kadonnut tai vahingoittunut, ilmoita siitä viipymättä Postille ja meille.</p>
<h2>7. Vaihto- ja palautusoikeus</h2><p>Kuluttajansuojalain mukaisesti voit perua kaupan 14 päivän kuluessa siitä, kun sait tuotteen. Ilmoita perumisesta sähköpostilla tai mukana tulleella lomakkeella ja lähetä käyttämätön tuote takaisin alkuperäisessä pakkauksessaan. Palautuksen postimaksun maksaa asiakas. Hyvitämme kauppahinnan samalla maksutavalla viimeistään 14 päivän kuluttua perumisesta. Mittojen mukaan sidottuja perhoja emme ota takaisin.</p><h2>8. Takuu ja virhevastuu</h2><p>Vastaamme tuotteen virheistä lain mukaan.</p><h2>9. Riidat</h2><p>Erimielisyydet pyritään sopimaan neuvotellen, muuten kuluttajariitalautakunnassa.</p>"""


def eur(c: int) -> str:
    return f"{c // 100},{c % 100:02d} €"


def merkki(sana: str) -> str:
    return f'<svg role="img" aria-label="{sana}" width="70" height="24"><title>{sana}</title><text x="6" y="16" font-size="11">{sana}</text></svg>'


@dataclass
class App(Shop):
    """Perhorasia, Rovaniemi."""

    def kori(self, a: Request) -> dict[str, int]:
        kori: dict[str, int] = a.session.setdefault("kori", {})
        return kori

    def sivu(self, a: Request, otsikko: str, runko: str, status: int = 200) -> Response:
        vasen = "".join(f'<a href="{E1}?ObjectPath=/Shops/perho/Categories/{k}">{n}</a>' for k, n in RYHMAT.items())
        return html(
            f'<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{otsikko} - Perhorasia</title><style>{TYYLI}</style></head><body><div class="ylos"><button class="hampurilainen" aria-label="Valikko">≡</button><a class="tunnus" href="/">Perhorasia</a><form action="{E1}"><input type="hidden" name="ViewAction" value="FacetedSearchProducts"><input name="SearchString" placeholder="Hae tuotteita" aria-label="Hae tuotteita"><button title="Hae">⌕</button></form><a class="kori" href="{E1}?ObjectPath=/Shops/perho&amp;ViewAction=ViewBasket" title="Ostoskori">🛒 <span>Ostoskori</span> (<b>{sum(self.kori(a).values())}</b>)</a></div>'
            f'<div class="palkit"><div class="vasen">{vasen}<a href="{E1}?ObjectPath=/Shops/perho/Categories/Toimitusehdot">Toimitusehdot</a><a href="{E1}?ObjectPath=/Shops/perho/Categories/Yhteys">Ota yhteyttä</a></div><div>{runko}</div></div><div class="ala"><div><a href="{E1}?ObjectPath=/Shops/perho/Categories/Toimitusehdot">Toimitusehdot</a><br><a href="{E1}?ObjectPath=/Shops/perho/Categories/Yhteys">Ota yhteyttä</a><br><a href="{E1}?ObjectPath=/Shops/perho/Categories/Tietosuoja">Tietosuojaseloste</a></div><div>{merkki("Visa")}{merkki("Mastercard")}{merkki("MobilePay")}</div></div>{SKRIPTI}</body></html>',
            status,
        )

    def kortit(self, ryhma: str = "", sana: str = "") -> str:
        ulos = ""
        for nro, (nimi, c, maara, koot, r) in PERHOT.items():
            if (ryhma and r != ryhma) or sana.lower() not in nimi.lower():
                continue
            osoite = f"{E1}?ObjectPath=/Shops/perho/Products/{nro}"
            nappi = f'<form class="ostoon" method="post" action="{E1}?ChangeAction=AddToBasket"><input type="hidden" name="nro" value="{nro}"><button class="nappi">Ostoskoriin</button></form>'
            if koot:
                nappi = f'<a class="nappi vaalea" href="{osoite}">Valitse</a>'
            ulos += f'<div class="kortti"><a href="{osoite}"><svg viewBox="0 0 60 40" width="100%"><rect width="60" height="40" fill="#d9d4c4"/><path d="M12 26q18-22 36-4l-8 2q-10-6-28 2z" fill="#7c6a3e"/></svg></a><h3><a href="{osoite}">{nimi}</a></h3><span class="hinta">{eur(c)}</span>{nappi if maara else "<span>Loppunut varastosta</span>"}</div>'
        return ulos or "<p>Ei tuotteita.</p>"

    def handle(self, a: Request) -> Response:
        if a.path not in ("/", E1):
            return self.sivu(a, "404", "<h1>Sivua ei löydy</h1>", 404)
        teko = a.query.get("ViewAction") or a.query.get("ChangeAction") or ""
        teot = {"AddToBasket": self.lisaa, "ViewBasket": self.ostoskori, "ViewCheckout": self.kassa}
        if teko in teot:
            return teot[teko](a)
        if teko == "ListaOsa":
            return html(self.kortit())
        if teko == "FacetedSearchProducts":
            sana = a.query.get("SearchString", "")
            return self.sivu(a, "Haku", f'<h1>Haku: {escape(sana)}</h1><div class="kortit">{self.kortit(sana=sana)}</div>')  # fmt: skip
        polku = a.query.get("ObjectPath", "").split("/")
        if "Products" in polku:
            return self.tuote(a, polku[-1])
        if "Categories" in polku:
            return self.ryhma(a, polku[-1])
        return self.sivu(a, "Perhot ja rasiat", f'<h1>Tervetuloa joelle</h1><p>Sidomme perhot itse ja lähetämme ne rasiassa.</p><div class="kortit" data-lista="{E1}?ViewAction=ListaOsa"><p>Ladataan…</p></div>')  # fmt: skip

    def ryhma(self, a: Request, mika: str) -> Response:
        if mika in RYHMAT:
            return self.sivu(a, RYHMAT[mika], f'<h1>{RYHMAT[mika]}</h1><div class="kortit">{self.kortit(mika)}</div>')
        if mika == "Toimitusehdot":
            return self.sivu(a, mika, EHDOT)
        if mika == "Yhteys":
            self.messages += a.method == "POST"
            kiitos = "<p>Kiitos viestistä!</p>" if a.method == "POST" else ""
            return self.sivu(a, "Ota yhteyttä", f'<h1>Ota yhteyttä</h1>{kiitos}<p>Perhorasia Oy<br>Uittajantie 6<br>96100 Rovaniemi</p><p>Puhelin 016 555 0142 (ma–pe klo 9–15)<br>Sähköposti <a href="mailto:koukku@perhorasia.example">koukku@perhorasia.example</a></p><form method="post"><div class="rivi"><label for="y1">Nimi</label><input id="y1" name="nimi" required></div><div class="rivi"><label for="y2">Sähköposti</label><input id="y2" type="email" name="posti" required></div><div class="rivi"><label for="y3">Viesti</label><textarea id="y3" name="viesti" rows="5" required></textarea></div><button class="nappi">Lähetä viesti</button></form>')  # fmt: skip
        if mika == "Tietosuoja":
            return self.sivu(a, "Tietosuojaseloste", "<h1>Tietosuojaseloste</h1><p>Säilytämme tilaustiedot kirjanpitolain ajan.</p>")  # fmt: skip
        return self.sivu(a, "404", "<h1>Sivua ei löydy</h1>", 404)

    def tuote(self, a: Request, nro: str) -> Response:
        if nro not in PERHOT:
            return self.sivu(a, "404", "<h1>Tuotetta ei löydy</h1>", 404)
        nimi, c, maara, koot, r = PERHOT[nro]
        valinta = f'<p><label>Vaihtoehto<br><select name="koko"><option value="">- Valitse -</option>{"".join(f"<option>{k}</option>" for k in koot)}</select></label></p>' if koot else ""  # fmt: skip
        osto = f'<form class="ostoon" method="post" action="{E1}?ChangeAction=AddToBasket"><input type="hidden" name="nro" value="{nro}">{valinta}<p><input name="kpl" value="1" size="3" aria-label="Määrä"> kpl <button class="nappi">Lisää ostoskoriin</button></p><p class="huom" role="alert"></p></form>' if maara else "<p><b>Loppunut varastosta</b></p>"  # fmt: skip
        return self.sivu(a, nimi, f'<p><a href="/">Etusivu</a> › <a href="{E1}?ObjectPath=/Shops/perho/Categories/{r}">{RYHMAT[r]}</a></p><div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">{nimi}</h1><p>Tuotenro <span itemprop="sku">{nro}</span></p><p class="hinta" itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><span itemprop="price" content="{c / 100:.2f}">{eur(c)}</span> <small>sis. alv</small></p>{osto}<h2>Kuvaus</h2><p itemprop="description">Tehty Lapin kirkkaille vesille.</p></div>')  # fmt: skip

    def lisaa(self, a: Request) -> Response:
        tuote, koko = PERHOT.get(a.form.get("nro", "")), a.form.get("koko", "")
        if not tuote or not tuote[2] or (tuote[3] and koko not in tuote[3]):
            return json_response({"ok": False})
        avain, kpl = f"{a.form['nro']} {koko}", a.form.get("kpl", "1")
        self.kori(a)[avain] = self.kori(a).get(avain, 0) + (int(kpl) if kpl.isdigit() and int(kpl) else 1)
        return json_response({"ok": True, "maara": sum(self.kori(a).values()), "nimi": f"{tuote[0]} {koko}"})

    def ostoskori(self, a: Request) -> Response:
        if a.method == "POST":
            for avain in list(self.kori(a)):
                kpl = a.form.get(avain, "1")
                self.kori(a)[avain] = int(kpl) if kpl.isdigit() else 1
                if not self.kori(a)[avain]:
                    del self.kori(a)[avain]
        rivit = "".join(f'<tr><td>{PERHOT[k[:4]][0]} {k[5:]}</td><td><input name="{k}" value="{n}" size="2" aria-label="Määrä"></td><td class="oik">{eur(PERHOT[k[:4]][1] * n)}</td></tr>' for k, n in self.kori(a).items())  # fmt: skip
        if not rivit:
            return self.sivu(a, "Ostoskori", "<h1>Ostoskori</h1><p>Ostoskorisi on tyhjä.</p>")
        kassalle = f'<p class="oik"><a class="nappi" href="{E1}?ObjectPath=/Shops/perho&amp;ViewAction=ViewCheckout">Kassalle</a></p>'
        return self.sivu(a, "Ostoskori", f'<h1>Ostoskori</h1>{kassalle}<form method="post"><table>{rivit}</table><p class="oik"><button class="nappi vaalea">Päivitä</button></p></form>{kassalle}')  # fmt: skip

    def kassa(self, a: Request) -> Response:
        if not self.kori(a):
            return redirect(f"{E1}?ObjectPath=/Shops/perho&ViewAction=ViewBasket")
        if a.method == "POST" and a.query.get("vaihe") == "3":
            self.orders += 1
            self.kori(a).clear()
            return self.sivu(a, "Kiitos", "<h1>Kiitos tilauksesta!</h1>")
        if a.method == "POST" and a.query.get("vaihe") == "2":
            self.accounts += bool(a.form.get("rek") and a.form.get("salasana"))
            return self.sivu(a, "Toimitus ja maksu", f'<h1>Toimitus ja maksu</h1><form method="post" action="{E1}?ViewAction=ViewCheckout&amp;vaihe=3"><p><label><input type="radio" name="t" checked> Postipaketti</label></p><p><label><input type="radio" name="m" checked> Paytrail</label></p><button class="nappi">Tilaa</button></form>')  # fmt: skip
        kentat = (("etu", "Etunimi *"), ("suku", "Sukunimi *"), ("yritys", "Yritys"), ("katu", "Katuosoite *"), ("pno", "Postinumero *"), ("kunta", "Postitoimipaikka *"), ("puh", "Puhelin *"), ("posti", "Sähköposti *"))  # fmt: skip
        rivit = "".join(f'<div class="rivi"><label for="{n}">{t}</label><input id="{n}" name="{n}" {"required" if "*" in t else ""}></div>' for n, t in kentat)  # fmt: skip
        return self.sivu(a, "Tilaus", f'<ol class="vaiheet"><li class="nyt">1. Osoite</li><li>2. Toimitus ja maksu</li><li>3. Vahvistus</li></ol><details><summary>Oletko jo asiakas? Kirjaudu sisään</summary><form method="post" action="/"><div class="rivi"><label for="t1">Sähköposti</label><input id="t1" name="tunnus"></div><div class="rivi"><label for="t2">Salasana</label><input id="t2" type="password" name="pw"></div><button class="nappi vaalea">Kirjaudu</button></form></details><h2>Laskutusosoite</h2><form method="post" action="{E1}?ViewAction=ViewCheckout&amp;vaihe=2">{rivit}<div class="rivi"><label for="maa">Maa</label><select id="maa" name="maa"><option>Suomi</option><option>Ahvenanmaa</option></select></div><p><label><input type="checkbox" name="eri"> Toimitus eri osoitteeseen</label></p><p><label><input type="checkbox" name="lahja"> Tilaus on lahja, jätä hinnat pois</label></p><p><label><input type="checkbox" name="rek" id="rek"> Haluan rekisteröityä asiakkaaksi</label></p><div class="rivi" id="salarivi" style="display:none"><label for="sala">Salasana</label><input id="sala" type="password" name="salasana"></div><p class="oik"><button class="nappi">Jatka</button></p></form>')  # fmt: skip
