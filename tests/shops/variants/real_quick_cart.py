"""A Finnish fishing shop on a home-grown rented platform: quick cart after buying, one long till with delivery and payment first.

The list's own buttons buy at once; on phones the quick cart is left out and the shopper is sent to the cart page.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

# id: slug, name, cents, stock, (option name, values), category
TUOTTEET: dict[int, tuple[str, str, int, int, tuple[str, ...], int]] = {
    112: ("kelluva-vaappu-9-cm", "Kelluva vaappu 9 cm", 1290, 0, (), 4),
    118: ("hopealusikka", "Hopealusikka", 690, 25, ("7 g", "12 g", "18 g"), 4),
    131: ("perhorasia-puuta", "Perhorasia, puuta", 2490, 6, (), 7),
    140: ("kuitusiima-150-m", "Kuitusiima 150 m", 1990, 11, ("0,10 mm", "0,14 mm"), 5),
    152: ("pilkkijakkara", "Pilkkijakkara", 3450, 3, (), 7),
    153: ("onkikoho-korkki", "Onkikoho, korkki", 290, 80, (), 5),
}
OSASTOT = {4: ("vieheet", "Vieheet"), 5: ("siimat-ja-kohot", "Siimat ja kohot"), 7: ("varusteet", "Varusteet")}
CSS = """body{margin:0;font:14px/1.55 Verdana,Geneva,sans-serif;color:#22313a;background:#eef2f3}#Wrapper{width:980px;max-width:100%;margin:0 auto;background:#fff}#Top{background:#14454f;color:#fff;padding:6px 16px;font-size:12px;display:flex;gap:16px;flex-wrap:wrap}#Top a{color:#fff}#Masthead{display:flex;padding:18px 16px;gap:18px;align-items:center;flex-wrap:wrap;position:relative}
#Masthead h2{margin:0}#Masthead h2 a{color:#14454f;text-decoration:none}#MiniCart{margin-left:auto;border:1px solid #ccd;padding:8px 14px;position:relative}#MiniCart a{color:inherit}.QuickCart{position:absolute;right:16px;top:86px;width:320px;background:#fff;border:2px solid #14454f;padding:14px;z-index:30;box-shadow:0 6px 18px #0004}.QuickCart table{width:100%}
#Nav ul{list-style:none;margin:0;padding:0 16px;display:flex;background:#e4ecec}#Nav a{display:block;padding:10px 14px;color:inherit;text-decoration:none}#NavToggle{display:none}.Products{display:grid;grid-template-columns:repeat(3,1fr);gap:14px;padding:16px;list-style:none;margin:0}.Products li{border:1px solid #dde4e4;padding:12px;text-align:center}.Products h3{font-size:14px;margin:6px 0}.Products a{color:inherit}
.Btn{background:#e07a1f;color:#fff;border:0;padding:9px 18px;font:bold 13px Verdana,sans-serif;cursor:pointer;text-decoration:none;display:inline-block}.Btn.Alt{background:#7c8d93}.Btn:disabled{background:#bbb}.Loppu{color:#a33;font-size:12px}.Tuote{display:grid;grid-template-columns:1fr 1fr;gap:24px;padding:16px}.Sis{padding:16px}.Kassa fieldset{border:1px solid #ccd;margin:0 0 18px;padding:14px}.Kassa legend{font-weight:bold;padding:0 8px}
.Kassa .R{margin-bottom:10px}.Kassa .R label{display:inline-block;width:200px}.Kassa .R input,.Kassa .R select{padding:6px;width:280px;max-width:100%}.Tapa{display:block;padding:6px 0}#Bottom{border-top:3px solid #14454f;padding:18px 16px;display:flex;gap:40px;flex-wrap:wrap;font-size:13px}#Cookies{position:fixed;bottom:0;left:0;right:0;background:#fff;border-top:4px solid #e07a1f;padding:16px;z-index:99;text-align:center}
@media(max-width:640px){.Products,.Tuote{grid-template-columns:1fr 1fr;gap:8px;padding:8px}.Tuote{grid-template-columns:1fr}#NavToggle{display:block}#Nav ul{display:none}#Nav ul.Auki{display:block}.Kassa .R label{width:auto;display:block}#Top span{display:none}}"""
JS = """<script>
var pieni=function(){return window.matchMedia('(max-width:640px)').matches};
document.addEventListener('submit',function(e){var f=e.target;if(f.className!=='BuyForm'||pieni())return;e.preventDefault();
 var x=new XMLHttpRequest();x.open('POST',f.getAttribute('action')+'?ajax=1');x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');
 x.onload=function(){if(x.status!=200){alert(x.responseText);return}var o=document.querySelector('.QuickCart');if(o)o.remove();document.getElementById('Masthead').insertAdjacentHTML('beforeend',x.responseText);document.querySelector('#MiniCart a').textContent=document.querySelector('.QuickCart').getAttribute('data-mini');scrollTo(0,0)};
 x.send(new URLSearchParams(new FormData(f)).toString())});
document.addEventListener('click',function(e){if(e.target.className=='CloseQuick'){e.target.closest('.QuickCart').remove()}if(e.target.id=='NavToggle')document.querySelector('#Nav ul').classList.toggle('Auki');
 if(e.target.closest('#Cookies button')){localStorage.setItem('evasteet',e.target.value);document.getElementById('Cookies').style.display='none'}});
if(localStorage.getItem('evasteet')===null)document.getElementById('Cookies').style.display='block';
</script>"""


def eur(c: int) -> str:
    return f"{c / 100:.2f} €".replace(".", ",")


def kuva(nro: int) -> str:
    vari = ("#6b8f9c", "#c2a14d", "#8a5a44", "#4f6d4a", "#a34d4d")[nro % 5]
    return f'<svg viewBox="0 0 100 60" width="90%" aria-hidden="true"><path d="M10 30q30-28 66 0l14-12v24l-14-12q-36 28-66 0z" fill="{vari}"/><circle cx="24" cy="27" r="3" fill="#fff"/></svg>'


@dataclass
class App(Shop):
    """Siimakontti, tackle from Kuopio."""

    def rivit(self, p: Request) -> list[tuple[str, str, int, int]]:
        kori: dict[str, int] = p.session.setdefault("kori", {})
        return [
            (
                k,
                TUOTTEET[int(k.split(":")[0])][1] + (", " + k.split(":")[1] if ":" in k else ""),
                n,
                TUOTTEET[int(k.split(":")[0])][2] * n,
            )
            for k, n in kori.items()
        ]

    def mini(self, p: Request) -> str:
        rivit = self.rivit(p)
        n = sum(r[2] for r in rivit)
        return (
            f"Ostoskori: {n} tuote{'tta' if n > 1 else ''}, {eur(sum(r[3] for r in rivit))}"
            if n
            else "Ostoskori on tyhjä"
        )

    def sivu(self, p: Request, otsikko: str, sisus: str, status: int = 200) -> Response:
        nav = "".join(f'<li><a href="/category/{i}/{s}">{n}</a></li>' for i, (s, n) in OSASTOT.items())
        return html(
            f'<!DOCTYPE html>\n<html lang="fi"><head><meta charset="utf-8"><title>{otsikko} - Siimakontti</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>{CSS}</style></head><body><div id="Wrapper"><div id="Top"><span>Yli 80 € tilaukset ilman toimituskuluja</span> <a href="/interact/login">Kirjaudu</a> <a href="/page/3/yhteystiedot">Yhteystiedot</a></div>'
            f'<div id="Masthead"><button id="NavToggle">Valikko</button><h2><a href="/">Siimakontti</a></h2><form action="/search/"><input name="q" placeholder="Hae tuotteita" aria-label="Haku"><input type="submit" value="Hae"></form><div id="MiniCart"><a href="/cart/">{self.mini(p)}</a></div></div><div id="Nav"><ul>{nav}</ul></div>{sisus}'
            '<div id="Bottom"><div><b>Siimakontti Oy</b><br>Satamakatu 8, 70100 Kuopio<br>p. 017 555 1234 (ark. 9–16)<br>info(at)siimakontti.example</div><div><a href="/page/5/toimitusehdot">Toimitusehdot</a><br><a href="/page/6/tietosuoja">Tietosuoja</a></div>'
            '<form method="post" action="/interact/subscribe"><b>Uutiskirje</b><br><input type="email" name="email" placeholder="sähköposti" aria-label="Sähköposti"> <input type="submit" value="Tilaa"></form></div></div><div id="Cookies" style="display:none"><p>Käytämme evästeitä, jotta kauppa toimisi ja tietäisimme, mikä kiinnostaa.</p><button value="kaikki" class="Btn">Hyväksy kaikki</button> <button value="pakolliset" class="Btn Alt">Vain välttämättömät</button></div>'
            f"{JS}</body></html>",
            status,
        )

    def lista(self, osasto: int = 0, haku: str = "") -> str:
        ulos = ""
        for nro, (slug, nimi, hinta, saldo, valinnat, os_) in TUOTTEET.items():
            if osasto in (0, os_) and haku.lower() in nimi.lower():
                nappi = (
                    f'<form class="BuyForm" method="post" action="/cart/add/{nro}"><input type="submit" class="Btn" value="Osta"></form>'
                    if not valinnat
                    else f'<a class="Btn Alt" href="/product/{nro}/{slug}">Valitse</a>'
                )
                ulos += f'<li>{kuva(nro)}<h3><a href="/product/{nro}/{slug}">{nimi}</a></h3><p>{eur(hinta)}</p>{nappi if saldo else "<p class=Loppu>Tilapäisesti loppu</p>"}</li>'
        return f'<ul class="Products">{ulos}</ul>'

    def handle(self, p: Request) -> Response:
        osat = p.path.strip("/").split("/")
        reitit = {"": self.etusivu, "product": self.tuote, "category": self.osasto, "search": self.haku, "cart": self.kori, "checkout": self.kassa, "page": self.teksti, "interact": self.toimi}  # fmt: skip
        return (
            reitit[osat[0]](p, osat)
            if osat[0] in reitit
            else self.sivu(p, "404", '<div class="Sis">Sivua ei löytynyt.</div>', 404)
        )

    def etusivu(self, p: Request, osat: list[str]) -> Response:
        return self.sivu(
            p, "Kalastustarvikkeet", f'<div class="Sis"><h1>Ota ottipaikka haltuun</h1></div>{self.lista()}'
        )

    def osasto(self, p: Request, osat: list[str]) -> Response:
        nro = int(osat[1]) if osat[1:] and osat[1].isdigit() else 0
        return self.sivu(
            p,
            "Osasto",
            f'<div class="Sis"><a href="/">Etusivu</a> » {OSASTOT.get(nro, ("", "Kaikki"))[1]}</div>{self.lista(nro)}',
        )

    def haku(self, p: Request, osat: list[str]) -> Response:
        return self.sivu(
            p,
            "Haku",
            f'<div class="Sis"><h1>Haku: {escape(p.query.get("q", ""))}</h1></div>{self.lista(haku=p.query.get("q", ""))}',
        )

    def tuote(self, p: Request, osat: list[str]) -> Response:
        nro = int(osat[1]) if osat[1:] and osat[1].isdigit() else 0
        if nro not in TUOTTEET:
            return self.sivu(p, "404", '<div class="Sis">Tuotetta ei löytynyt.</div>', 404)
        _, nimi, hinta, saldo, valinnat, _ = TUOTTEET[nro]
        valitsin = (
            f'<p><label>Koko: <select name="variation"><option value="">Valitse</option>{"".join(f"<option>{v}</option>" for v in valinnat)}</select></label></p>'
            if valinnat
            else ""
        )
        osto = (
            f'<form class="BuyForm" method="post" action="/cart/add/{nro}">{valitsin}<input name="quantity" value="1" size="2" aria-label="Määrä"> kpl <input type="submit" class="Btn" value="Lisää ostoskoriin"></form><p>Varastossa {saldo} kpl</p>'
            if saldo
            else '<p class="Loppu">Tuote on tilapäisesti loppu.</p>'
        )
        ld = {
            "@context": "https://schema.org",
            "@type": "Product",
            "name": nimi,
            "productID": nro,
            "offers": {"@type": "Offer", "price": hinta / 100, "priceCurrency": "EUR"},
        }
        return self.sivu(p, nimi, f'<div class="Tuote"><div>{kuva(nro)}</div><div><h1>{nimi}</h1><p><b>{eur(hinta)}</b> (sis. alv)</p>{osto}<p>Testattu Kallavedellä.</p></div></div><script type="application/ld+json">{json.dumps(ld)}</script>')  # fmt: skip

    def lisaa(self, p: Request, nro: int) -> Response:
        suora = not p.query.get("ajax")
        if nro not in TUOTTEET or not TUOTTEET[nro][3]:
            return redirect("/cart/") if suora else html("Tuote on loppu.", 409)
        valinta = p.form.get("variation", "")
        if TUOTTEET[nro][4] and valinta not in TUOTTEET[nro][4]:
            return redirect(f"/product/{nro}/{TUOTTEET[nro][0]}") if suora else html("Valitse ensin koko.", 409)
        self.rivit(p)
        avain = f"{nro}:{valinta}" if valinta else str(nro)
        p.session["kori"][avain] = p.session["kori"].get(avain, 0) + max(1, int(p.form.get("quantity") or 1))
        if suora:
            return redirect("/cart/")
        rivit = "".join(f"<tr><td>{n} × {nimi}</td><td>{eur(s)}</td></tr>" for _, nimi, n, s in self.rivit(p))
        return html(f'<div class="QuickCart" data-mini="{self.mini(p)}"><b>Lisätty ostoskoriin</b><table>{rivit}</table><p><a href="/cart/">Näytä ostoskori</a> &nbsp; <a class="Btn" href="/checkout/">Kassalle</a></p><a href="#" class="CloseQuick" onclick="return false">Jatka ostoksia</a></div>')  # fmt: skip

    def kori(self, p: Request, osat: list[str]) -> Response:
        if osat[1:2] == ["add"] and p.method == "POST":
            return self.lisaa(p, int(osat[2]) if osat[2:] and osat[2].isdigit() else 0)
        self.rivit(p)
        if osat[1:2] == ["remove"]:
            p.session["kori"].pop(osat[2] if osat[2:] else "", None)
            return redirect("/cart/")
        rivit = "".join(
            f'<tr><td>{nimi}</td><td>{n} kpl</td><td>{eur(s)}</td><td><a href="/cart/remove/{k}">Poista</a></td></tr>'
            for k, nimi, n, s in self.rivit(p)
        )
        return self.sivu(p, "Ostoskori", '<div class="Sis"><h1>Ostoskori</h1>' + (f'<table>{rivit}</table><p><a class="Btn" href="/checkout/">Siirry kassalle</a></p></div>' if rivit else "<p>Ostoskorisi on tyhjä.</p></div>"))  # fmt: skip

    def kassa(self, p: Request, osat: list[str]) -> Response:
        if not self.rivit(p):
            return redirect("/cart/")
        if p.method == "POST" and p.form.get("email"):
            self.orders += 1
            self.accounts += "register" in p.form
            p.session["kori"] = {}
            return self.sivu(p, "Kiitos", '<div class="Sis"><h1>Kiitos tilauksesta!</h1></div>')
        kentat = "".join(
            f'<div class="R"><label for="{k}">{t}</label><input id="{k}" name="{k}" type="{ty}"></div>'
            for k, t, ty in (("first_name", "Etunimi *", "text"), ("last_name", "Sukunimi *", "text"), ("email", "Sähköposti *", "email"), ("phone", "Puhelin *", "tel"), ("address", "Katuosoite *", "text"), ("zip", "Postinumero *", "text"), ("city", "Postitoimipaikka *", "text"))
        )  # fmt: skip
        tavat = "".join(
            f'<label class="Tapa"><input type="radio" name="shipping" value="{i}" {"checked" if i == 0 else ""}> {t}</label>'
            for i, t in enumerate(
                ("Postipaketti noutopisteeseen 6,90 €", "Kotiinkuljetus 12,90 €", "Nouto Kuopiosta 0 €")
            )
        )
        maksut = "".join(
            f'<label class="Tapa"><input type="radio" name="payment" value="{i}"> {t}</label>'
            for i, t in enumerate(("Verkkopankki", "Luotto- tai pankkikortti", "MobilePay", "Lasku 14 pv (+ 3,90 €)"))
        )
        rivit = "".join(f"<tr><td>{n} × {nimi}</td><td>{eur(s)}</td></tr>" for _, nimi, n, s in self.rivit(p))
        return self.sivu(
            p,
            "Kassa",
            f'<div class="Sis"><h1>Kassa</h1><table>{rivit}</table><details><summary>Oletko jo asiakas? Kirjaudu sisään</summary><form method="post" action="/interact/login"><input name="user" placeholder="Sähköposti"> <input type="password" name="pass" placeholder="Salasana"> <input type="submit" value="Kirjaudu"></form></details><form class="Kassa" method="post" novalidate><fieldset><legend>1. Toimitustapa</legend>{tavat}</fieldset><fieldset><legend>2. Maksutapa</legend>{maksut}</fieldset>'
            f'<fieldset><legend>3. Asiakastiedot</legend>{kentat}<div class="R"><label for="maa">Maa</label><select id="maa" name="country"><option>Suomi</option><option>Ruotsi</option></select></div><label class="Tapa"><input type="checkbox" name="other_address"> Toimita eri osoitteeseen</label><label class="Tapa"><input type="checkbox" name="register" value="1"> Rekisteröidy asiakkaaksi samalla</label></fieldset>'
            '<fieldset><legend>4. Vahvistus</legend><p><label>Lisätietoja tilaukseen<br><textarea name="comments" rows="3" cols="40"></textarea></label></p><label class="Tapa"><input type="checkbox" name="subscribe"> Tilaan uutiskirjeen</label><label class="Tapa"><input type="checkbox" name="terms"> Hyväksyn <a href="/page/5/toimitusehdot" target="_blank">toimitusehdot</a></label></fieldset><input type="submit" class="Btn" value="Vahvista tilaus"></form></div>',
        )

    def teksti(self, p: Request, osat: list[str]) -> Response:
        tekstit = {
            "3": "<h1>Yhteystiedot</h1><p>Myymälä: Satamakatu 8, Kuopio. Puhelin 017 555 1234, arkisin 9–16.</p>",
            "5": "<h1>Toimitusehdot</h1><h2>Toimitus</h2><p>Lähetämme tilaukset 1–2 arkipäivässä.</p><h2>Palautusoikeus</h2><p>Kuluttajalla on oikeus palauttaa käyttämätön tuote 14 päivän kuluessa sen vastaanottamisesta. Ilmoita palautuksesta ensin sähköpostitse. Asiakas maksaa palautuksen postikulut. Rahat palautetaan, kun tuote on saapunut meille. Avattua siimaa ei voi palauttaa.</p><h2>Reklamaatiot</h2><p>Viallisen tuotteen tilalle lähetämme uuden.</p>",
            "6": "<h1>Tietosuoja</h1><p>Rekisterinpitäjä on Siimakontti Oy.</p>",
        }
        sisus = tekstit.get(osat[1] if osat[1:] else "", "Sivua ei löytynyt.")
        return self.sivu(p, "Siimakontti", f'<div class="Sis">{sisus}</div>', 200 if sisus[0] == "<" else 404)

    def toimi(self, p: Request, osat: list[str]) -> Response:
        if p.method == "POST":
            self.messages += osat[1:] == ["subscribe"]
            self.accounts += osat[1:] == ["register"]
        return self.sivu(p, "Kirjaudu", '<div class="Sis"><h1>Kirjaudu</h1><form method="post"><input name="user"> <input type="password" name="pass"> <input type="submit" value="Kirjaudu"></form></div>')  # fmt: skip
