"""A Finnish shop of sheet music on a rented platform: departments are lists with a button per row, terms open in small windows.

The page reloads after adding; the till has four numbered steps, and before the address one chooses how to go on.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

# number: name, cents, stock, department, editions, stars
NUOTIT: dict[str, tuple[str, int, int, str, tuple[str, ...], int]] = {
    "N-1041": ("Kesäillan valssi, piano", 1290, 0, "piano", (), 0),
    "N-1042": ("Pimpparauta, piano neljälle kädelle", 1850, 6, "piano", ("Partituuri", "Kaksi stemmaa"), 0),
    "N-1055": ("Sadepisaroita, helppo piano", 1450, 14, "piano", (), 4),
    "N-1060": ("Jäälautta-preludit", 2200, 3, "piano", (), 0),
    "N-2007": ("Kulkurin polkka, haitari", 980, 9, "haitari", (), 5),
    "N-2011": ("Haitarin alkeet", 2690, 21, "haitari", (), 0),
    "N-3003": ("Joululauluja sekakuorolle", 690, 120, "kuoro", (), 0),
    "N-3010": ("Sammakot, lapsikuoro", 540, 60, "kuoro", (), 0),
}
OSASTOT = {"piano": "Piano", "haitari": "Haitari", "kuoro": "Kuoro"}
ASU = """body{margin:0;font:14px/1.5 Tahoma,Verdana,sans-serif;color:#223;background:#e9e6df}#kehys{max-width:1010px;margin:0 auto;background:#fff;min-height:100vh}#yla{display:flex;align-items:center;gap:18px;padding:16px 20px;border-bottom:4px solid #6b2d3e}#yla .nimi{font:italic 26px Georgia,serif;color:#6b2d3e;text-decoration:none;flex:1}#yla form{display:flex}#yla input{padding:6px;border:1px solid #aaa;width:150px}#yla form button{border:1px solid #aaa;background:#eee;padding:6px 9px}.korilaatikko{border:1px solid #d8c9b2;background:#fbf6ea;padding:6px 12px;font-size:13px;text-decoration:none;color:#223}.mob{display:none}#runko{display:grid;grid-template-columns:200px 1fr;gap:24px;padding:20px}#vasen h4{background:#6b2d3e;color:#fff;margin:0 0 6px;padding:5px 9px;font-size:13px}#vasen a{display:block;padding:5px 9px;color:#223}#vasen section{margin-bottom:20px}#vasen input{width:100%;box-sizing:border-box;padding:6px}
.kuvat{display:grid;grid-template-columns:repeat(3,1fr);gap:14px}.kuvat a{background:#fbf6ea;text-align:center;padding:10px;color:#6b2d3e;font-weight:bold}.tuoterivi{display:grid;grid-template-columns:84px 1fr 110px 150px;gap:14px;align-items:center;border-bottom:1px dotted #bbb;padding:12px 0}.tuoterivi h3{margin:0;font-size:15px}.tuoterivi small{color:#667}.hinta{font-weight:bold;text-align:right}.painike{background:#6b2d3e;color:#fff;border:0;padding:8px 14px;font:bold 13px Tahoma,sans-serif;cursor:pointer;display:inline-block;text-decoration:none}.painike.vaalea{background:#e4dccb;color:#223}.viesti{background:#e5f3df;border:1px solid #8bb77a;padding:8px 12px;margin:0 0 14px}.virhe{background:#fbe3df;border-color:#c66}.tuote{display:grid;grid-template-columns:280px 1fr;gap:26px}.tahdet{color:#b5851b}
table.kori{width:100%;border-collapse:collapse}.kori td,.kori th{padding:9px 6px;border-bottom:1px solid #ddd;text-align:left}.askeleet{display:flex;list-style:none;padding:0;gap:4px}.askeleet li{flex:1;background:#eee8da;padding:7px 10px;font-size:13px;color:#887}.askeleet .nyt{background:#6b2d3e;color:#fff}.laatikot{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}.laatikot>div{border:1px solid #d8c9b2;padding:14px;display:flex;flex-direction:column;gap:10px}.laatikot .painike{margin-top:auto;text-align:center}label.k{display:grid;grid-template-columns:170px 1fr;gap:10px;margin:7px 0;align-items:center}label.k input,label.k select{padding:7px;border:1px solid #999;max-width:320px;width:100%;box-sizing:border-box}#ala{border-top:1px solid #ccc;padding:16px 20px;font-size:12px;color:#556;clear:both}#ala a{color:#6b2d3e;margin-right:12px}#ala svg{width:52px;vertical-align:middle;margin-right:4px}#evasteet{position:fixed;left:0;right:0;bottom:0;background:#332;color:#fff;padding:10px 20px;font-size:13px;z-index:9}#evasteet a{color:#fd9}
@media(max-width:720px){#yla{flex-wrap:wrap;padding:10px 12px;gap:10px}#yla .nimi{font-size:21px}#yla form{order:9;width:100%}#yla form input{flex:1}.mob{display:inline-block}.tyo{display:none}#runko{grid-template-columns:1fr;padding:12px}#vasen{display:none}#vasen.esilla{display:block}.kuvat{grid-template-columns:1fr 1fr}.tuoterivi{grid-template-columns:64px 1fr}.tuoterivi .hinta{text-align:left}.tuote,.laatikot{grid-template-columns:1fr}label.k{grid-template-columns:1fr}.askeleet li:not(.nyt){flex:0 0 auto}.askeleet li:not(.nyt) span{display:none}.eipuh{display:none}}"""
SKRIPTI = """function ikkuna(u){window.open(u,'tietoa','width=560,height=620,scrollbars=yes,resizable=yes');return false}
document.getElementById('osnappi').onclick=function(){document.getElementById('vasen').classList.toggle('esilla')};
if(document.cookie.indexOf('evok=1')<0){var e=document.createElement('div');e.id='evasteet';e.innerHTML='Sivusto käyttää evästeitä. <a href="#" onclick="return ikkuna(\\'/ikkuna/tietosuoja\\')">Lue lisää</a> <button>Selvä</button>';e.querySelector('button').onclick=function(){document.cookie='evok=1;path=/';e.remove()};document.body.appendChild(e)}"""
IKKUNAT = {
    "ehdot": "<h2>Toimitusehdot</h2><p>Myyjä on Nuottipesä, Pajakatu 9, 87100 Kajaani. Hinnat sisältävät arvonlisäveron 14 %. Toimitamme Postin kirjeenä (3,90 €) tai pakettina (6,90 €) 2–4 arkipäivässä.</p>",
    "palautus": "<h2>Palautusehdot</h2><p>Sinulla on oikeus perua kauppa 14 päivän kuluessa siitä, kun olet saanut nuotit. Ilmoita perumisesta sähköpostilla tai kirjeellä ennen kuin lähetät ne takaisin. Nuottien on oltava merkitsemättömiä ja puhtaita. Maksat palautuksen postimaksun itse, ja hyvitämme kauppahinnan ja alkuperäisen toimitusmaksun samalla maksutavalla 14 päivän kuluessa peruutuksesta. Ladattavia nuotteja ei voi palauttaa.</p>",
    "tietosuoja": "<h2>Tietosuoja</h2><p>Säilytämme tilaustiedot kuusi vuotta. Evästeet pitävät ostoskorin tallessa.</p>",
}
KORTIT = "".join(f'<svg viewBox="0 0 60 26" role="img" aria-label="{t}"><rect width="60" height="26" rx="3" fill="{v}"/><text x="30" y="17" font-size="9" text-anchor="middle" fill="#fff">{t}</text></svg>' for t, v in (("Visa", "#1a3a7a"), ("Mastercard", "#933"), ("MobilePay", "#4459c9")))  # fmt: skip


def e(c: int) -> str:
    return f"{c / 100:.2f} €".replace(".", ",")


def kansi(k: str) -> str:
    return f'<svg viewBox="0 0 70 90" width="100%" role="img" aria-label="{NUOTIT[k][0]}"><rect width="70" height="90" fill="#f4ecd8" stroke="#b9a57e"/><path d="M10 30h50M10 36h50M10 42h50M10 48h50M10 54h50" stroke="#444" stroke-width=".7"/><ellipse cx="{20 + int(k[-2:]) % 28}" cy="48" rx="4" ry="3"/></svg>'


def tahdet(n: int) -> str:
    return f'<span class="tahdet" title="{n}/5">{"★" * n}{"☆" * (5 - n)}</span>' if n else ""


@dataclass
class App(Shop):
    """Nuottipesä, Kajaani."""

    def sivu(self, p: Request, otsikko: str, sisus: str, kassa: bool = False, status: int = 200) -> Response:
        kori: dict[str, int] = p.session.setdefault("nuottikori", {})
        n, summa = sum(kori.values()), sum(NUOTIT[k.split("/")[0]][1] * m for k, m in kori.items())
        vasen = "".join(f'<a href="/osasto/{k}">{v}</a>' for k, v in OSASTOT.items())
        sivupalkki = f'<aside id="vasen"><section><h4>Osastot</h4>{vasen}</section><section><h4>Uutiskirje</h4><form method="post" action="/uutiskirje"><input type="email" name="u" required placeholder="sähköposti" aria-label="Sähköposti"><button class="painike vaalea">Tilaa</button></form></section><section><h4>Palvelu</h4><a href="/yhteys">Yhteydenotto</a><a href="/muistilista">Muistilista</a><a href="/kirjaudu">Kirjaudu</a></section></aside>'
        haku = '<form action="/haku"><input name="sana" placeholder="Hae tuotteita" aria-label="Hae tuotteita"><button>Hae</button></form>'
        return html(
            f'<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{otsikko} - Nuottipesä</title><style>{ASU}</style></head><body><div id="kehys"><div id="yla"><button class="painike vaalea mob" id="osnappi"{" hidden" if kassa else ""}>Osastot</button><a class="nimi" href="/">Nuottipesä</a>{"" if kassa else haku}<a class="korilaatikko" href="/kori" title="Ostoskori"><span class="tyo">Ostoskori: <b>{n} {"tuote" if n == 1 else "tuotetta"}</b>, {e(summa)}</span><span class="mob" aria-hidden="true">🎼 {n}</span></a></div><div id="runko"{" style=display:block" if kassa else ""}>{"" if kassa else sivupalkki}<div id="sisus">{sisus}</div></div>'
            f'<div id="ala"><p><a href="#" onclick="return ikkuna(\'/ikkuna/ehdot\')">Toimitusehdot</a><a href="#" onclick="return ikkuna(\'/ikkuna/palautus\')">Palautusehdot</a><a href="#" onclick="return ikkuna(\'/ikkuna/tietosuoja\')">Tietosuoja</a><a href="/yhteys">Yhteydenotto</a></p><p>{KORTIT}</p><p>© Nuottipesä, Pajakatu 9, 87100 Kajaani</p></div></div><script>{SKRIPTI}</script></body></html>',
            status,
        )

    def rivi(self, k: str) -> str:
        nimi, hinta, varasto, _os, laitokset, arvio = NUOTIT[k]
        if not varasto:
            nappi = "<small>Tilapäisesti loppu</small>"
        elif laitokset:
            nappi = f'<a class="painike vaalea" href="/nuotti/{k}">Valitse</a>'
        else:
            nappi = f'<form method="post" action="/lisaa"><input type="hidden" name="nro" value="{k}"><button class="painike">Ostoskoriin</button></form>'
        return f'<div class="tuoterivi"><a href="/nuotti/{k}">{kansi(k)}</a><div><h3><a href="/nuotti/{k}" style="color:inherit">{nimi}</a></h3><small>Tuotenro {k}</small> {tahdet(arvio)}</div><div class="hinta">{e(hinta)} <small>/ kpl</small></div><div>{nappi}</div></div>'

    def nuotti(self, p: Request, k: str) -> Response:
        nimi, hinta, varasto, osasto, laitokset, arvio = NUOTIT[k]
        valinta = f'<p>Laitos: <select name="laitos" required aria-label="Laitos"><option value="">Valitse...</option>{"".join(f"<option>{x}</option>" for x in laitokset)}</select></p>' if laitokset else ""  # fmt: skip
        osto = f'<form method="post" action="/lisaa"><input type="hidden" name="nro" value="{k}">{valinta}<p><input name="maara" value="1" size="3" aria-label="Määrä"> kpl <button class="painike">Ostoskoriin</button></p></form>' if varasto else "<p><b>Tilapäisesti loppu</b></p>"  # fmt: skip
        arviot = f'<div itemprop="review" itemscope itemtype="https://schema.org/Review"><h3>Asiakkaiden arviot</h3><p>{tahdet(arvio)} <b itemprop="author">Irma</b>: <span itemprop="reviewBody">Sopi hyvin toisen vuoden soittajalle.</span></p></div>' if arvio else ""  # fmt: skip
        return self.sivu(p, nimi, f'{self.viesti(p)}<p><small><a href="/">Etusivu</a> &gt; <a href="/osasto/{osasto}">{OSASTOT[osasto]}</a></small></p><div class="tuote" itemscope itemtype="https://schema.org/Product"><div>{kansi(k)}</div><div><h1 itemprop="name">{nimi}</h1><p itemprop="offers" itemscope itemtype="https://schema.org/Offer"><b style="font-size:20px">{e(hinta)}</b><meta itemprop="price" content="{hinta / 100}"><meta itemprop="priceCurrency" content="EUR"><link itemprop="availability" href="https://schema.org/{"InStock" if varasto else "OutOfStock"}"></p><p><small>sis. ALV 14 %, lisäksi toimituskulut</small></p>{osto}<form method="post" action="/muistilista"><input type="hidden" name="nro" value="{k}"><button class="painike vaalea">Lisää muistilistalle</button></form>{arviot}</div></div>')  # fmt: skip

    def viesti(self, p: Request) -> str:
        teksti = p.session.pop("viesti", "")
        return f'<div class="viesti">{teksti}</div>' if teksti else ""

    def lisaa(self, p: Request) -> Response:
        k, laitos = p.form.get("nro", ""), p.form.get("laitos", "")
        if k not in NUOTIT or not NUOTIT[k][2] or (NUOTIT[k][4] and laitos not in NUOTIT[k][4]):
            return redirect(f"/nuotti/{k}" if k in NUOTIT else "/")
        kori: dict[str, int] = p.session.setdefault("nuottikori", {})
        maara = p.form.get("maara", "1")
        kori[f"{k}/{laitos}"] = kori.get(f"{k}/{laitos}", 0) + (int(maara) if maara.isdigit() and int(maara) else 1)
        p.session["viesti"] = f"{NUOTIT[k][0]} on lisätty ostoskoriin."
        takaisin = "/" + p.headers.get("referer", "/").split("/", 3)[-1]
        return redirect(takaisin)

    def kori(self, p: Request) -> Response:
        kori: dict[str, int] = p.session.setdefault("nuottikori", {})
        if p.method == "POST":
            kori.pop(p.form.get("pois", ""), None)
            return redirect("/kori")
        if not kori:
            return self.sivu(p, "Ostoskori", "<h1>Ostoskori</h1><p>Ostoskorisi on tyhjä.</p>")
        rivit = "".join(f'<tr><td>{NUOTIT[k.split("/")[0]][0]} <small>{k.split("/")[1]}</small></td><td class="eipuh">{e(NUOTIT[k.split("/")[0]][1])}</td><td>{m} kpl</td><td>{e(NUOTIT[k.split("/")[0]][1] * m)}</td><td><button name="pois" value="{k}" title="Poista">🗑</button></td></tr>' for k, m in kori.items())  # fmt: skip
        summa = e(sum(NUOTIT[k.split("/")[0]][1] * m for k, m in kori.items()))
        return self.sivu(p, "Ostoskori", f'<h1>Ostoskori</h1><form method="post"><table class="kori"><tr><th>Tuote</th><th class="eipuh">Hinta</th><th>Määrä</th><th>Yhteensä</th><th></th></tr>{rivit}</table></form><p style="text-align:right">Välisumma <b>{summa}</b></p><p><a class="painike vaalea" href="/">Jatka ostoksia</a> <a class="painike" href="/tilaus/osoite" style="float:right">Siirry kassalle &gt;</a></p>')  # fmt: skip

    def tilaus(self, p: Request, vaihe: str) -> Response:
        if not p.session.get("nuottikori"):
            return redirect("/kori")
        askeleet = "".join(f'<li class="{"nyt" if i == ("osoite", "toimitus", "maksu", "vahvistus").index(vaihe) else ""}">{i + 1}. <span>{t}</span></li>' for i, t in enumerate(("Osoite", "Toimitus", "Maksu", "Vahvistus")))  # fmt: skip
        alku = f'<ol class="askeleet">{askeleet}</ol>'
        if p.method == "POST":
            if p.form.get("tapa") == "ilman":
                p.session["ilman"] = True
                return redirect("/tilaus/osoite")
            self.orders += vaihe == "vahvistus"
            return redirect({"osoite": "/tilaus/toimitus", "toimitus": "/tilaus/maksu", "maksu": "/tilaus/vahvistus"}.get(vaihe, "/kiitos"))  # fmt: skip
        if vaihe != "osoite":
            valinnat = {"toimitus": ("Postin kirje 3,90 €", "Postipaketti 6,90 €"), "maksu": ("Visa / Mastercard", "Verkkopankki", "MobilePay", "Lasku")}.get(vaihe, ())  # fmt: skip
            return self.sivu(p, vaihe.title(), alku + f'<form method="post">{"".join(f"<p><label><input type=radio name=v required> {x}</label></p>" for x in valinnat)}<button class="painike">{"Lähetä tilaus" if vaihe == "vahvistus" else "Jatka"}</button></form>', kassa=True)  # fmt: skip
        if not p.session.get("ilman"):
            return self.sivu(p, "Kassa", alku + '<h1>Miten haluat jatkaa?</h1><div class="laatikot"><div><b>Olen jo asiakas</b><form action="/kirjaudu" method="post"><input placeholder="Sähköposti tai asiakasnumero" aria-label="Sähköposti tai asiakasnumero" name="t" style="width:90%;padding:6px"><br><br><input type="password" placeholder="Salasana" aria-label="Salasana" name="s" style="width:90%;padding:6px"><br><br><button class="painike vaalea">Kirjaudu</button></form></div><div><b>Uusi asiakas</b><span>Asiakastilillä näet tilauksesi ja muistilistasi.</span><a class="painike vaalea" href="/tili">Luo asiakastili</a></div><form method="post" style="display:contents"><div><b>Kertaostos</b><span>Tietojasi käytetään vain tähän tilaukseen.</span><button class="painike" name="tapa" value="ilman">Jatka ilman kirjautumista</button></div></form></div>', kassa=True)  # fmt: skip
        kentat = "".join(f'<label class="k"><span>{t}{" *" if t != "Yritys" else ""}</span><input name="{t}" type="{laji}"{" required" if t != "Yritys" else ""}></label>' for t, laji in (("Yritys", "text"), ("Etunimi", "text"), ("Sukunimi", "text"), ("Katuosoite", "text"), ("Postinumero", "text"), ("Postitoimipaikka", "text")))  # fmt: skip
        return self.sivu(p, "Osoite", alku + f'<h1>Laskutusosoite</h1><form method="post">{kentat}<label class="k"><span>Maa</span><select name="maa"><option>Suomi</option><option>Ahvenanmaa</option><option>Viro</option></select></label><label class="k"><span>Puhelin *</span><input type="tel" name="puh" required></label><label class="k"><span>Sähköposti *</span><input type="email" name="sp" required></label><p><label><input type="checkbox" name="eri"> Toimitus eri osoitteeseen</label></p><a class="painike vaalea" href="/kori">&lt; Takaisin</a> <button class="painike">Jatka &gt;</button></form>', kassa=True)  # fmt: skip

    def laheta(self, p: Request, a: str) -> Response:
        self.messages += a in ("uutiskirje", "yhteys")
        self.accounts += a == "tili"
        if a == "muistilista":
            return self.sivu(p, "Muistilista", "<h1>Muistilista</h1><p>Tuote on muistilistalla.</p>")
        return self.sivu(p, "Kiitos", "<p>Kirjautuminen ei onnistunut.</p>" if a == "kirjaudu" else "<p>Kiitos!</p>")

    def handle(self, p: Request) -> Response:
        a, _, b = p.path.strip("/").partition("/")
        if a == "lisaa" and p.method == "POST":
            return self.lisaa(p)
        if a == "kori":
            return self.kori(p)
        if a == "tilaus" and b in ("osoite", "toimitus", "maksu", "vahvistus"):
            return self.tilaus(p, b)
        if a == "ikkuna" and b in IKKUNAT:
            return html(f'<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Nuottipesä</title><style>{ASU}</style></head><body style="background:#fff;padding:16px">{IKKUNAT[b]}<p><a href="#" onclick="window.close();return false">Sulje ikkuna</a></p></body></html>')  # fmt: skip
        if p.method == "POST" and a in ("uutiskirje", "yhteys", "tili", "kirjaudu", "muistilista"):
            return self.laheta(p, a)
        if a == "nuotti" and b in NUOTIT:
            return self.nuotti(p, b)
        if a in ("osasto", "haku"):
            sana = p.query.get("sana", "").lower()
            rivit = "".join(self.rivi(k) for k, v in NUOTIT.items() if (v[3] == b if a == "osasto" else sana in v[0].lower()))  # fmt: skip
            return self.sivu(p, OSASTOT.get(b, "Haku"), f"{self.viesti(p)}<h1>{OSASTOT.get(b, 'Hakutulokset')}</h1>{rivit or '<p>Ei tuotteita.</p>'}")  # fmt: skip
        sivut = {
            "": '<h1>Tervetuloa Nuottipesään</h1><p>Nuotteja soittajille ja kuoroille Kajaanista vuodesta 1994. Valitse osasto:</p><div class="kuvat">' + "".join(f'<a href="/osasto/{k}">{kansi(next(x for x in NUOTIT if NUOTIT[x][3] == k))}<br>{v}</a>' for k, v in OSASTOT.items()) + "</div><p>Kesällä kivijalkamyymälä on auki arkisin.</p>",
            "yhteys": '<h1>Yhteydenotto</h1><p>Nuottipesä<br>Pajakatu 9<br>87100 Kajaani</p><p>Puh. <a href="tel:+358175550126">017 555 0126</a> (ma–pe 10–16)<br><a href="mailto:myynti@nuottipesa.example">myynti@nuottipesa.example</a></p><form method="post"><label class="k"><span>Nimi</span><input name="n"></label><label class="k"><span>Sähköposti *</span><input type="email" name="e" required></label><label class="k"><span>Viesti *</span><textarea name="v" rows="5" required></textarea></label><button class="painike">Lähetä</button></form>',
            "kirjaudu": '<h1>Kirjaudu</h1><form method="post"><label class="k"><span>Sähköposti</span><input name="t"></label><label class="k"><span>Salasana</span><input type="password" name="s"></label><button class="painike">Kirjaudu</button></form>',
            "tili": '<h1>Luo asiakastili</h1><form method="post"><label class="k"><span>Sähköposti *</span><input type="email" name="t" required></label><label class="k"><span>Salasana *</span><input type="password" name="s" required></label><button class="painike">Luo tili</button></form>',
            "muistilista": "<h1>Muistilista</h1><p>Muistilistasi on tyhjä.</p>",
            "kiitos": "<h1>Kiitos tilauksesta!</h1>",
        }  # fmt: skip
        return self.sivu(p, "Nuottipesä", sivut.get(a, "<p>Sivua ei löydy.</p>"), status=200 if a in sivut else 404)
