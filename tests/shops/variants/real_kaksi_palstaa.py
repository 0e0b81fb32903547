"""A Finnish soap shop on the old free cart everybody knew: two columns at the till, registering preselected.

The steps of the till are folded panels that a script fills, and each one's button opens the next.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# id: (name, euros, stock, scents, short text)
SAIPPUAT: dict[int, tuple[str, float, int, tuple[str, ...], str]] = {
    40: ("Palasaippua 100 g", 6.90, 30, ("Terva", "Koivu", "Hajusteeton"), "Kylmämenetelmällä tehty."),
    41: ("Saunahunaja 200 ml", 11.50, 14, (), "Hunajaa ja suolaa löylyihin."),
    43: ("Shampoopala nokkonen", 9.80, 0, (), "Kiinteä, ilman muovia."),
    47: ("Saippuateline, leppä", 7.20, 9, (), "Sahattu Ähtärissä."),
    48: ("Lahjapakkaus kolme palaa", 19.90, 5, ("Terva", "Koivu"), "Valitse päätuoksu."),
    52: ("Juuriharja", 12.00, 21, (), "Tampico-kuitua."),
}
TYYLI = """body{font:13px/1.5 'Open Sans',Arial,sans-serif;color:#666;margin:0}a{color:#23a1d1;text-decoration:none}.container{max-width:1140px;margin:0 auto;padding:0 15px}#top{background:#eee;border-bottom:1px solid #e2e2e2;padding:7px 0}#top ul{list-style:none;margin:0;padding:0;display:flex;gap:18px;justify-content:flex-end}#top .txt{display:inline}
header .row{display:flex;flex-wrap:wrap;gap:16px;align-items:center;padding:16px 0}#logo{font-size:28px;color:#4a6a4a;margin:0}#search{flex:1;display:flex}#search input{flex:1;padding:10px;border:1px solid #ccc}.btn{padding:8px 13px;font-size:13px;border:1px solid #ccc;background:#f5f5f5;cursor:pointer;display:inline-block}.btn-primary{background:#229ac8;color:#fff;border-color:#1f90bb}.btn-inverse{background:#363636;color:#fff}
#cart{position:relative}.dropdown-menu{display:none;position:absolute;right:0;top:100%;background:#fff;border:1px solid #ccc;padding:12px;min-width:270px;z-index:9;list-style:none;margin:0}.open>.dropdown-menu{display:block}#grid{display:grid;grid-template-columns:repeat(4,1fr);gap:20px}.product-thumb{border:1px solid #ddd;padding:15px}.alert{padding:12px;margin:14px 0;background:#dff0d8;color:#3c763d}.alert-danger{background:#f2dede;color:#a94442}
.panel{border:1px solid #ddd;margin-bottom:8px}.panel-heading{background:#f5f5f5;padding:10px 15px;margin:0;font-size:14px}.panel-body{padding:15px}.kaksi{display:grid;grid-template-columns:1fr 1fr;gap:30px}.form-group{margin-bottom:12px}.form-group label{display:block}.form-group input,.form-group select{padding:7px;width:95%;border:1px solid #ccc}footer{background:#303030;color:#e2e2e2;padding:24px 0;margin-top:30px}footer .row{display:flex;gap:60px;flex-wrap:wrap}footer a{color:#ccc}footer ul{list-style:none;padding:0}
@media(max-width:767px){#top .txt{display:none}#grid{grid-template-columns:1fr}.kaksi{grid-template-columns:1fr}#cart,#cart>.btn{width:100%}.dropdown-menu{left:0}}"""
SKRIPTI = """<script>
var cart={add:function(id,q){fetch('/index.php?route=cart/add',{method:'POST',headers:{'Content-Type':'application/x-www-form-urlencoded'},body:q||'product_id='+id+'&quantity=1'}).then(function(r){return r.json()}).then(function(j){
 document.querySelectorAll('.alert').forEach(function(a){a.remove()});if(j.redirect){location=j.redirect;return}var d=document.createElement('div');d.className='alert'+(j.error?' alert-danger':'');d.innerHTML=j.error||j.success;document.getElementById('content').prepend(d);
 if(j.total){document.getElementById('cart-total').textContent=j.total;fetch('/index.php?route=cart/info').then(function(r){return r.text()}).then(function(t){document.querySelector('#cart ul').innerHTML=t})}scrollTo({top:0,behavior:'smooth'})})},
 remove:function(k){fetch('/index.php?route=cart/remove',{method:'POST',headers:{'Content-Type':'application/x-www-form-urlencoded'},body:'key='+encodeURIComponent(k)}).then(function(){location.reload()})}};
document.addEventListener('click',function(e){var c=document.getElementById('cart');if(e.target.closest('#cart>.btn'))c.classList.toggle('open');else if(!e.target.closest('#cart'))c.classList.remove('open');
 if(e.target.id=='button-cart'){cart.add(0,new URLSearchParams(new FormData(document.getElementById('product'))).toString())}
 if(e.target.id=='button-account'){var v=document.querySelector('input[name=account]:checked').value;e.target.disabled=true;fetch('/index.php?route=checkout/'+v).then(function(r){return r.text()}).then(function(t){e.target.disabled=false;document.querySelector('#p-option .panel-body').style.display='none';var b=document.querySelector('#p-address .panel-body');b.innerHTML=t;b.style.display='block'})}});
</script>"""


def euroa(x: float) -> str:
    return f"{x:.2f}€".replace(".", ",")


def kentat(*nimet: str) -> str:
    return "".join(
        f'<div class="form-group"><label>* {n}</label><input type="{"password" if "alasana" in n else "text"}" name="k{i}"></div>'
        for i, n in enumerate(nimet)
    )


@dataclass
class App(Shop):
    """Lehmuksen saippuapaja."""

    def kori(self, q: Request) -> dict[str, int]:
        kori: dict[str, int] = q.session.setdefault("kori", {})
        return kori

    def yhteensa(self, q: Request) -> str:
        summa = sum(SAIPPUAT[int(k.split("/")[0])][1] * n for k, n in self.kori(q).items())
        return f"{sum(self.kori(q).values())} tuote(tta) - {euroa(summa)}"

    def rivit(self, q: Request) -> str:
        return "".join(
            f'<tr><td>{SAIPPUAT[int(k.split("/")[0])][0]} {k.partition("/")[2]}</td><td>x {n}</td><td>{euroa(SAIPPUAT[int(k.split("/")[0])][1] * n)}</td><td><button type="button" title="Poista" onclick="cart.remove(\'{k}\')">&times;</button></td></tr>'
            for k, n in self.kori(q).items()
        )

    def valikko(self, q: Request) -> str:
        if not self.kori(q):
            return "<li><p>Ostoskorisi on tyhjä!</p></li>"
        return f'<li><table>{self.rivit(q)}</table></li><li><p align="right"><a href="/index.php?route=cart"><b>Näytä ostoskori</b></a> &nbsp; <a href="/index.php?route=checkout"><b>Kassalle</b></a></p></li>'

    def sivu(self, q: Request, otsikko: str, sisalto: str, status: int = 200) -> Response:
        return html(
            f'<!DOCTYPE html><html dir="ltr" lang="fi"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{otsikko}</title><style>{TYYLI}</style></head><body><nav id="top"><div class="container"><ul><li><a href="/index.php?route=account" title="Oma tili">☺ <span class="txt">Oma tili</span></a></li><li><a href="/index.php?route=cart" title="Ostoskori">▤ <span class="txt">Ostoskori</span></a></li><li><a href="/index.php?route=checkout" title="Kassa">➜ <span class="txt">Kassa</span></a></li></ul></div></nav>'
            f'<header><div class="container"><div class="row"><div id="logo"><a href="/">Lehmuksen saippuapaja</a></div><form id="search"><input type="hidden" name="route" value="search"><input name="search" placeholder="Hae"><button class="btn">⌕</button></form><div id="cart"><button type="button" class="btn btn-inverse"><span id="cart-total">{self.yhteensa(q)}</span></button><ul class="dropdown-menu">{self.valikko(q)}</ul></div></div></div></header>'
            f'<div class="container"><div id="content">{sisalto}</div></div><footer><div class="container"><div class="row"><div><h5>Tietoa</h5><ul><li><a href="/index.php?route=info&amp;id=4">Meistä</a></li><li><a href="/index.php?route=info&amp;id=5">Sopimusehdot</a></li></ul></div><div><h5>Asiakaspalvelu</h5><ul><li><a href="/index.php?route=contact">Ota yhteyttä</a></li><li><a href="/index.php?route=info&amp;id=6">Palautukset</a></li></ul></div></div>Lehmuksen saippuapaja &copy; 2026</div></footer>{SKRIPTI}</body></html>',
            status,
        )

    def handle(self, q: Request) -> Response:
        if q.path not in ("/", "/index.php"):
            return self.sivu(q, "404", "<h1>Sivua ei löydy!</h1>", 404)
        tie = q.query.get("route", "home")
        if q.method == "POST" and tie.startswith("cart/"):
            return self.muuta(q, tie)
        if tie == "cart/info":
            return html(self.valikko(q))
        if tie.startswith("checkout"):
            return self.kassa(q, tie)
        sivut = {"home": self.etusivu, "search": self.etusivu, "product": self.tuote, "cart": self.ostoskori, "contact": self.yhteys, "account": self.tili, "info": self.ehdot}  # fmt: skip
        return sivut[tie](q) if tie in sivut else self.sivu(q, "404", "<h1>Sivua ei löydy!</h1>", 404)

    def etusivu(self, q: Request) -> Response:
        haku = q.query.get("search", "").lower()
        kortit = "".join(
            f'<div class="product-thumb"><a href="/index.php?route=product&amp;product_id={i}"><svg viewBox="0 0 60 40" width="100%"><rect x="6" y="8" width="48" height="26" rx="8" fill="hsl({i * 41 % 360} 30% 70%)"/></svg></a><h4><a href="/index.php?route=product&amp;product_id={i}">{nimi}</a></h4><p>{teksti}</p><p class="price">{euroa(hinta)}</p><button type="button" class="btn" onclick="cart.add({i})">Lisää ostoskoriin</button></div>'
            for i, (nimi, hinta, _, _, teksti) in SAIPPUAT.items()
            if haku in nimi.lower()
        )
        return self.sivu(
            q,
            "Lehmuksen saippuapaja",
            f'<h3>{"Haku" if haku else "Suosittelemme"}</h3><div id="grid">{kortit or "Ei tuloksia."}</div>',
        )

    def tuote(self, q: Request) -> Response:
        i = int(q.query.get("product_id", "0")) if q.query.get("product_id", "0").isdigit() else 0
        if i not in SAIPPUAT:
            return self.sivu(q, "404", "<h1>Tuotetta ei löydy!</h1>", 404)
        nimi, hinta, saldo, tuoksut, teksti = SAIPPUAT[i]
        valinta = "".join(
            f'<div><label><input type="radio" name="option" value="{t}"> {t}</label></div>' for t in tuoksut
        )
        lohko = f'<div class="form-group"><b>* Tuoksu</b>{valinta}</div>' if tuoksut else ""
        tila = "Varastossa" if saldo else "Loppu varastosta"
        arvio = (
            "<p>★★★★★ <em>Ihana, ei kuivata.</em> — Raija, 3.2.2026</p>" if i in (40, 41) else "<p>Ei arvosteluja.</p>"
        )
        return self.sivu(q, nimi, f'<h1>{nimi}</h1><p>Tuotekoodi: LS-{i}<br>Saatavuus: {tila}</p><h2>{euroa(hinta)}</h2><p>Veroton: {euroa(hinta / 1.255)}</p><form id="product" onsubmit="return false">{lohko}<div class="form-group"><label>Määrä</label><input name="quantity" value="1" style="width:60px"><input type="hidden" name="product_id" value="{i}"></div><button type="button" id="button-cart" class="btn btn-primary">Lisää ostoskoriin</button></form><p>{teksti}</p><h4>Arvostelut</h4>{arvio}')  # fmt: skip

    def muuta(self, q: Request, tie: str) -> Response:
        if tie == "cart/remove":
            self.kori(q).pop(q.form.get("key", ""), None)
            return json_response({"success": True})
        i = int(q.form.get("product_id") or 0)
        if i not in SAIPPUAT:
            return json_response({"error": "Tuotetta ei löydy."})
        nimi, _, saldo, tuoksut, _ = SAIPPUAT[i]
        if tuoksut and q.form.get("option") not in tuoksut:
            if "option" not in q.form and "/index.php?route=product" not in q.headers.get("referer", ""):
                return json_response({"redirect": f"/index.php?route=product&product_id={i}"})
            return json_response({"error": "Tuoksu on valittava!"})
        if not saldo:
            return json_response({"error": f"{nimi} on loppu varastosta."})
        avain = f"{i}/{q.form['option']}" if tuoksut else str(i)
        self.kori(q)[avain] = self.kori(q).get(avain, 0) + max(1, int(q.form.get("quantity") or 1))
        viesti = f'Onnistui: Lisäsit tuotteen <a href="/index.php?route=product&amp;product_id={i}">{nimi}</a> <a href="/index.php?route=cart">ostoskoriin</a>!'
        return json_response({"success": viesti, "total": self.yhteensa(q)})

    def ostoskori(self, q: Request) -> Response:
        if not self.kori(q):
            return self.sivu(q, "Ostoskori", "<h1>Ostoskori</h1><p>Ostoskorisi on tyhjä!</p>")
        return self.sivu(q, "Ostoskori", f'<h1>Ostoskori</h1><table>{self.rivit(q)}</table><p><a class="btn" href="/">Jatka ostoksia</a> <a class="btn btn-primary" href="/index.php?route=checkout">Kassalle</a></p>')  # fmt: skip

    def kassa(self, q: Request, tie: str) -> Response:
        if not self.kori(q):
            return redirect("/index.php?route=cart")
        if tie == "checkout/save" and q.method == "POST":
            self.orders += 1
            self.accounts += "k4" in q.form and q.form.get("tapa") == "register"
            return self.sivu(q, "Kiitos", "<h1>Tilauksesi on vastaanotettu</h1>")
        yhteiset = '<div class="form-group"><label>* Maa</label><select name="maa"><option>Suomi</option><option>Ruotsi</option><option>Viro</option></select></div>'
        alku = '<form method="post" action="/index.php?route=checkout/save" novalidate>'
        loppu = '<p><label><input type="checkbox" name="sama" checked> Toimitusosoite on sama kuin laskutusosoite.</label></p><button class="btn btn-primary">Jatka</button></form>'
        if tie == "checkout/guest":
            return html(
                f"{alku}{kentat('Etunimi', 'Sukunimi', 'Sähköposti', 'Puhelin', 'Katuosoite', 'Postinumero', 'Kaupunki')}{yhteiset}{loppu}"
            )
        if tie == "checkout/register":
            return html(
                f'{alku}<input type="hidden" name="tapa" value="register">{kentat("Etunimi", "Sukunimi", "Sähköposti", "Puhelin", "Salasana", "Vahvista salasana", "Katuosoite", "Postinumero", "Kaupunki")}{yhteiset}<p><label><input type="checkbox" name="uutiskirje"> Haluan uutiskirjeen.</label></p>{loppu}'
            )
        uusi = '<h2>Uusi asiakas</h2><p>Valitse:</p><div><label><input type="radio" name="account" value="register" checked> Rekisteröidy</label></div><div><label><input type="radio" name="account" value="guest"> Jatka ilman rekisteröitymistä</label></div><p>Rekisteröitymällä voit tilata nopeammin ja seurata tilauksiasi.</p><button type="button" id="button-account" class="btn btn-primary">Jatka</button>'
        vanha = '<h2>Olen jo asiakas</h2><form method="post" action="/index.php?route=account"><div class="form-group"><label>Sähköposti</label><input name="email"></div><div class="form-group"><label>Salasana</label><input type="password" name="password"></div><p><a href="/index.php?route=account">Unohditko salasanan?</a></p><button class="btn btn-primary">Kirjaudu</button></form>'
        muut = "".join(
            f'<div class="panel"><h4 class="panel-heading">Vaihe {n}: {t}</h4></div>'
            for n, t in ((3, "Toimitustapa"), (4, "Maksutapa"), (5, "Vahvista tilaus"))
        )
        return self.sivu(q, "Kassa", f'<h1>Kassa</h1><div class="panel" id="p-option"><h4 class="panel-heading">Vaihe 1: Kassavaihtoehdot</h4><div class="panel-body"><div class="kaksi"><div>{vanha}</div><div>{uusi}</div></div></div></div><div class="panel" id="p-address"><h4 class="panel-heading">Vaihe 2: Laskutustiedot</h4><div class="panel-body" style="display:none"></div></div>{muut}')  # fmt: skip

    def tili(self, q: Request) -> Response:
        self.accounts += q.method == "POST" and "uusi" in q.form
        return self.sivu(q, "Oma tili", '<h1>Kirjautuminen</h1><form method="post"><input name="email" placeholder="Sähköposti"> <input type="password" name="password" placeholder="Salasana"> <button class="btn">Kirjaudu</button></form>')  # fmt: skip

    def yhteys(self, q: Request) -> Response:
        if q.method == "POST":
            self.messages += 1
            return self.sivu(q, "Kiitos", "<p>Viestisi on lähetetty.</p>")
        ld = {"@context": "https://schema.org", "@type": "Store", "name": "Lehmuksen saippuapaja", "email": "paja@lehmuksensaippua.example"}  # fmt: skip
        return self.sivu(q, "Ota yhteyttä", f'<h1>Ota yhteyttä</h1><p>Lehmuksen saippuapaja, Myllytie 5, 63700 Ähtäri<br>Puhelin 040 555 7788</p><form method="post"><div class="form-group"><label>Nimi</label><input name="n"></div><div class="form-group"><label>Sähköposti</label><input name="e"></div><div class="form-group"><label>Viesti</label><textarea name="v" rows="6"></textarea></div><button class="btn btn-primary">Lähetä</button></form><script type="application/ld+json">{json.dumps(ld)}</script>')  # fmt: skip

    def ehdot(self, q: Request) -> Response:
        tekstit = {
            "4": "<h1>Meistä</h1><p>Keitämme saippuaa vanhassa meijerissä.</p>",
            "5": "<h1>Sopimusehdot</h1><p>Myymme yksityishenkilöille Suomeen, Ruotsiin ja Viroon. Hinnat sisältävät arvonlisäveron. Toimitusaika on 2–5 arkipäivää.</p>",
            "6": "<h1>Palautukset</h1><p>Avaamattoman tuotteen voi palauttaa 30 päivän kuluessa paketin vastaanottamisesta. Ilmoita palautuksesta ensin sähköpostilla ja pakkaa tuote huolellisesti. Palautuksen postimaksun maksaa asiakas. Hyvitämme hinnan samaan maksutapaan, kun paketti on saapunut. Avattua kosmetiikkaa emme hygieniasyistä ota takaisin.</p>",
        }
        return self.sivu(q, "Tietoa", tekstit.get(q.query.get("id", ""), "<h1>Sivua ei löydy!</h1>"))
