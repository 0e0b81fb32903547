"""A Danish lamp shop in a frame of tables: categories on the left, the basket's figure changes and nothing else, a till of four steps.

Step 1 asks new or known customer; making an account is a box that nobody has ticked.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

# number: name, kroner, left, (option, values), group
VARER: dict[str, tuple[str, int, int, tuple[str, ...], int]] = {
    "1041": ("Arkitektlampe, sort", 649, 0, (), 1),
    "1077": ("Tekstilledning 3 m", 129, 40, ("Rød", "Hvid", "Grå"), 3),
    "1102": ("Bordlampe Vig", 495, 7, (), 1),
    "1130": ("Pendel i opalglas", 1195, 3, (), 2),
    "1161": ("LED-pære E27", 59, 200, (), 3),
}
GRUPPER = {1: "Bordlamper", 2: "Pendler", 3: "Tilbehør"}
CSS = """body{margin:0;background:#c9d1d6;font:13px/1.5 Tahoma,Arial,sans-serif;color:#222}table{border-collapse:collapse}#Ramme{width:960px;max-width:100%;margin:0 auto;background:#fff}#Ramme>tbody>tr>td{vertical-align:top;padding:0}#Hoved{background:#1f3a4d;color:#fff;padding:14px}#Hoved a{color:#fff}#Venstre{width:190px;background:#eef2f4}#Venstre ul{list-style:none;margin:0;padding:0 0 14px}#Venstre li a{display:block;padding:7px 12px;border-bottom:1px solid #d5dde2;color:#1f3a4d;text-decoration:none}.Overskrift{background:#1f3a4d;color:#fff;padding:6px 12px;font-weight:bold}#Midt{padding:14px!important}.Vareliste td{border:1px solid #dde;padding:10px;text-align:center;width:33%}.Knap{background:#d97a1a;color:#fff;border:1px outset #d97a1a;padding:7px 16px;font:bold 13px Tahoma;cursor:pointer;text-decoration:none;display:inline-block}.Knap.Graa{background:#8b979e;border-color:#8b979e}#Mobiltop{display:none}#Bund{background:#eef2f4;padding:14px!important;font-size:12px}.Trin{width:100%;margin-bottom:14px}.Trin td{background:#dde4e8;padding:7px;text-align:center;border:2px solid #fff}.Trin td.Her{background:#1f3a4d;color:#fff}.Form td{padding:4px 8px}.Form input[type=text],.Form input[type=password],.Form select,.Form textarea{width:240px;max-width:100%}.Valg{width:100%}.Valg>tbody>tr>td{width:50%;vertical-align:top;border:1px solid #cbd3d8;padding:14px}.Kort span{display:inline-block;border:1px solid #99a;background:#fff;padding:1px 7px;margin-right:4px;font-weight:bold}#CookieInfo{position:fixed;top:0;left:0;right:0;background:#ffffe1;border-bottom:1px solid #cc9;padding:8px;text-align:center;z-index:9}
@media(max-width:700px){body{font-size:15px}#Ramme,#Ramme>tbody,#Ramme>tbody>tr,#Ramme>tbody>tr>td{display:block;width:auto!important}#Hoved .Skrivebord,#Venstre{display:none!important}#Venstre.Fremme{display:block!important}#Mobiltop{display:flex;gap:14px;align-items:center;background:#16293a;padding:8px 12px}#Mobiltop a,#Mobiltop button{color:#fff;background:none;border:0;font-size:22px;text-decoration:none;padding:6px}#Mobiltop .Kurvtal{font-size:14px}#Mobiltop .Fyld{flex:1}.Vareliste,.Vareliste tbody,.Vareliste tr,.Valg,.Valg>tbody,.Valg>tbody>tr{display:block}.Vareliste td,.Valg>tbody>tr>td{display:block;width:auto}.Form td{display:block}.Trin td{font-size:12px;padding:4px}#Bund td{display:block}}"""
JS = """<script type="text/javascript">
function menu(){var v=document.getElementById('Venstre');v.className=v.className?'':'Fremme'}
function laeg(f){var x=new XMLHttpRequest();x.open('POST',f.action);x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.setRequestHeader('X-Requested-With','XMLHttpRequest');
x.onload=function(){if(x.status!=200){alert(x.responseText);return}var k=document.getElementsByClassName('Kurvtal');for(var i=0;i<k.length;i++)k[i].innerHTML=x.responseText};x.send(new URLSearchParams(new FormData(f)).toString());return false}
function godtag(){document.cookie='cookieinfo=1;path=/;max-age=31000000';document.getElementById('CookieInfo').style.display='none'}
</script>"""
INFO = {
    "handelsbetingelser": "<h1>Handelsbetingelser</h1><h3>Levering</h3><p>Vi sender med GLS inden for to hverdage.</p><h3>Fortrydelsesret</h3><p>Der gives 14 dages fortrydelsesret fra den dag, du har modtaget varen. Send os en e-mail, inden du returnerer lampen. Du betaler selv returfragten, og lampen skal være ubrugt. Pengene sættes ind på det kort, du har betalt med, når vi har modtaget varen.</p><h3>Reklamation</h3><p>To år efter købeloven.</p>",
    "om-os": "<h1>Om os</h1><p>Vi har solgt lamper i Svendborg siden 1988.</p>",
}


def kr(n: int) -> str:
    return f"{n:,},00 kr.".replace(",", ".", 1) if n > 999 else f"{n},00 kr."


def tegning(nr: str) -> str:
    return f'<svg viewBox="0 0 60 60" width="110" aria-hidden="true"><path d="M{14 + int(nr) % 5} 30l10-20h14l10 20z" fill="#e0b04a"/><path d="M30 30v20M18 52h24" stroke="#333" stroke-width="3"/></svg>'


@dataclass
class App(Shop):
    """Vigs Lamper, Svendborg."""

    def kurv(self, q: Request) -> dict[str, int]:
        kurv: dict[str, int] = q.session.setdefault("kurv", {})
        return kurv

    def side(self, q: Request, titel: str, midt: str, status: int = 200) -> Response:
        antal = sum(self.kurv(q).values())
        grupper = "".join(f'<li><a href="/shop/gruppe-{i}.html">{n}</a></li>' for i, n in GRUPPER.items())
        cookie = "" if "cookieinfo" in q.cookies else '<div id="CookieInfo">Vi bruger cookies. <a href="/info/handelsbetingelser.html">Læs mere</a> <button type="button" onclick="godtag()">Accepter</button></div>'  # fmt: skip
        return html(
            f'<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} - Vigs Lamper</title><style>{CSS}</style>{JS}</head><body><div id="Mobiltop"><button type="button" onclick="menu()" aria-label="Varegrupper">≡</button><a href="/">Vigs Lamper</a><span class="Fyld"></span><a href="/shop/kurv.html" aria-label="Indkøbskurv">&#128722; <span class="Kurvtal">{antal}</span></a></div><table id="Ramme"><tr><td id="Hoved" colspan="2"><table width="100%" class="Skrivebord"><tr><td><a href="/" style="font-size:24px;text-decoration:none">Vigs Lamper</a></td><td align="right"><a href="/shop/login.html">Log ind</a> | <a href="/info/om-os.html">Om os</a> | <a href="/shop/kurv.html">Indkøbskurv (<span class="Kurvtal">{antal}</span>)</a></td></tr></table><form action="/shop/soeg.html"><input name="q" size="20" aria-label="Søgeord"> <input type="submit" value="Søg"></form></td></tr>'
            f'<tr><td id="Venstre"><div class="Overskrift">Varegrupper</div><ul>{grupper}</ul><div class="Overskrift">Nyhedsbrev</div><form method="post" action="/shop/nyhedsbrev.html" style="padding:10px"><input type="text" name="email" size="16" aria-label="Din e-mail"> <input type="submit" value="Tilmeld"></form></td><td id="Midt">{midt}</td></tr><tr><td id="Bund" colspan="2"><table width="100%"><tr><td>Vigs Lamper ApS<br>Havnegade 12, 5700 Svendborg<br>CVR 10203040</td><td>Tlf. 62 55 01 44, hverdage 10-17<br>E-mail: <a href="mailto:vig@vigslamper.example">vig@vigslamper.example</a></td><td><a href="/info/handelsbetingelser.html">Handelsbetingelser</a></td><td class="Kort"><span>Dankort</span><span>VISA</span></td></tr></table></td></tr></table>{cookie}</body></html>',
            status,
        )

    def liste(self, gruppe: int = 0, ord_: str = "") -> str:
        celler = [
            f'<td><a href="/shop/vare-{nr}.html">{tegning(nr)}</a><br><a href="/shop/vare-{nr}.html">{navn}</a><br><b>{kr(pris)}</b><br>{"" if lager else "<i>Udsolgt</i><br>"}<a class="Knap Graa" href="/shop/vare-{nr}.html">Info</a></td>'
            for nr, (navn, pris, lager, _, g) in VARER.items()
            if gruppe in (0, g) and ord_.lower() in navn.lower()
        ]
        return f'<table class="Vareliste" width="100%">{"".join("<tr>" + "".join(celler[i : i + 3]) + "</tr>" for i in range(0, len(celler), 3))}</table>'

    def handle(self, q: Request) -> Response:
        navn = q.path.rpartition("/")[2].removesuffix(".html")
        if q.path == "/":
            return self.side(q, "Lamper", f"<h1>Velkommen til lampebutikken</h1>{self.liste()}")
        if q.path.startswith("/info/") and navn in INFO:
            return self.side(q, "Info", INFO[navn])
        if navn.startswith("gruppe-") and navn[7:].isdigit():
            return self.side(q, "Varer", f"<h1>{GRUPPER.get(int(navn[7:]), 'Varer')}</h1>{self.liste(int(navn[7:]))}")
        if navn.startswith("vare-") and navn[5:] in VARER:
            return self.vare(q, navn[5:])
        if navn == "laeg" and q.method == "POST":
            return self.laeg(q)
        if navn == "soeg":
            return self.side(q, "Søg", f"<h1>Søgning: {escape(q.query.get('q', ''))}</h1>{self.liste(ord_=q.query.get('q', ''))}")  # fmt: skip
        return self.oevrigt(q, navn)

    def oevrigt(self, q: Request, navn: str) -> Response:
        if navn == "kurv":
            return self.vis_kurv(q)
        if navn.startswith("kasse-"):
            return self.kasse(q, navn[6:])
        if navn == "nyhedsbrev" and q.method == "POST":
            self.messages += 1
            return self.side(q, "Tak", "<h1>Tak for din tilmelding</h1>")
        if navn == "login":
            return self.side(q, "Log ind", '<h1>Log ind</h1><form method="post"><table class="Form"><tr><td>E-mail</td><td><input type="text" name="b"></td></tr><tr><td>Adgangskode</td><td><input type="password" name="k"></td></tr></table><input type="submit" class="Knap" value="Log ind"></form>')  # fmt: skip
        return self.side(q, "404", "<h1>Siden findes ikke</h1>", 404)

    def vare(self, q: Request, nr: str) -> Response:
        navn, pris, lager, valg, _ = VARER[nr]
        farve = f'Farve: <select name="valg" aria-label="Farve"><option value="">Vælg</option>{"".join(f"<option>{v}</option>" for v in valg)}</select><br><br>' if valg else ""  # fmt: skip
        form = f'<form action="/shop/laeg.html" method="post" onsubmit="return laeg(this)"><input type="hidden" name="nr" value="{nr}">{farve}Antal: <input name="antal" value="1" size="2" aria-label="Antal"> <input type="submit" class="Knap" value="Læg i kurv"></form><p>På lager</p>' if lager else "<p><b>Udsolgt</b></p>"  # fmt: skip
        return self.side(q, navn, f'<div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">{navn}</h1>{tegning(nr)}<p>Varenr. {nr}</p><p itemprop="offers" itemscope itemtype="http://schema.org/Offer"><b>{kr(pris)}</b> inkl. moms<meta itemprop="price" content="{pris}"><meta itemprop="priceCurrency" content="DKK"></p>{form}</div>')  # fmt: skip

    def laeg(self, q: Request) -> Response:
        nr, valg = q.form.get("nr", ""), q.form.get("valg", "")
        if nr not in VARER or not VARER[nr][2]:
            return html("Varen er udsolgt.", 409)
        if VARER[nr][3] and valg not in VARER[nr][3]:
            return html("Vælg venligst en farve.", 409)
        antal = q.form.get("antal", "1")
        kurv, noegle = self.kurv(q), f"{nr}/{valg}"
        kurv[noegle] = kurv.get(noegle, 0) + max(1, int(antal) if antal.isdigit() else 1)
        if "x-requested-with" in q.headers:
            return html(str(sum(kurv.values())))
        return redirect(f"/shop/vare-{nr}.html")

    def vis_kurv(self, q: Request) -> Response:
        self.kurv(q).pop(q.query.get("slet", ""), None)
        rk = "".join(
            f'<tr><td>{VARER[k[:4]][0]} {k[5:]}</td><td>{n} stk.</td><td align="right">{kr(VARER[k[:4]][1] * n)}</td><td><a href="?slet={k}">Slet</a></td></tr>'
            for k, n in self.kurv(q).items()
        )
        if not rk:
            return self.side(q, "Indkøbskurv", "<h1>Indkøbskurv</h1><p>Din indkøbskurv er tom.</p>")
        return self.side(q, "Indkøbskurv", f'<h1>Indkøbskurv</h1><table width="100%" class="Form">{rk}</table><p><a class="Knap Graa" href="/">Fortsæt indkøb</a> <a class="Knap" href="/shop/kasse-1.html">Gå til kassen</a></p>')  # fmt: skip

    def kasse(self, q: Request, trin: str) -> Response:
        kurv = self.kurv(q)
        if not kurv:
            return redirect("/shop/kurv.html")
        navne = ("Kunde", "Adresse", "Levering", "Godkend")
        top = '<table class="Trin"><tr>' + "".join(f"<td{' class=Her' if str(i) == trin else ''}>{i}. {n}</td>" for i, n in enumerate(navne, 1)) + "</tr></table>"  # fmt: skip
        if q.method == "POST":
            q.session.setdefault("kasse", {}).update(q.form)
            if trin == "2" and not (q.form.get("navn") and q.form.get("email")):
                return redirect("/shop/kasse-2.html?mangler=1")
            if trin == "4":
                self.orders += 1
                self.accounts += "konto" in q.session["kasse"]
                kurv.clear()
                return self.side(q, "Tak", "<h1>Tak for din ordre</h1>")
            return redirect(f"/shop/kasse-{int(trin) + 1}.html" if trin in "123" else "/shop/kurv.html")
        if trin == "1":
            return self.side(q, "Kassen", f'{top}<table class="Valg"><tr><td><h3>Ny kunde</h3><form method="post"><p>Er det første gang, du handler hos os? Så gå videre og udfyld dine oplysninger.</p><p><label><input type="checkbox" name="konto" value="1"> Opret konto, så det går hurtigere næste gang</label></p><input type="submit" class="Knap" value="Fortsæt"></form></td><td><h3>Eksisterende kunde</h3><form method="post" action="/shop/login.html"><table class="Form"><tr><td>E-mail</td><td><input type="text" name="b" aria-label="E-mail"></td></tr><tr><td>Adgangskode</td><td><input type="password" name="k" aria-label="Adgangskode"></td></tr></table><input type="submit" class="Knap Graa" value="Log ind"></form></td></tr></table>')  # fmt: skip
        if trin == "2":
            felter = [("navn", "Navn *"), ("adresse", "Adresse *"), ("postnr", "Postnr. *"), ("by", "By *"), ("telefon", "Telefon"), ("email", "E-mail *")]  # fmt: skip
            r = "".join(f'<tr><td><label for="{i}">{t}</label></td><td><input type="text" id="{i}" name="{i}"></td></tr>' for i, t in felter)  # fmt: skip
            if "konto" in q.session.get("kasse", {}):
                r += '<tr><td><label for="pw">Adgangskode *</label></td><td><input type="password" id="pw" name="pw"></td></tr>'
            fejl = '<p style="color:#b00">Udfyld venligst felterne med *.</p>' if "mangler" in q.query else ""
            return self.side(q, "Kassen", f'{top}<h1>Dine oplysninger</h1>{fejl}<form method="post"><table class="Form">{r}<tr><td>Land</td><td><select name="land" aria-label="Land"><option>Danmark</option><option>Færøerne</option></select></td></tr><tr><td>Bemærkninger</td><td><textarea name="bem" rows="3" aria-label="Bemærkninger"></textarea></td></tr><tr><td></td><td><label><input type="checkbox" name="anden"> Leveres til anden adresse</label></td></tr></table><a class="Knap Graa" href="/shop/kasse-1.html">Tilbage</a> <input type="submit" class="Knap" value="Næste"></form>')  # fmt: skip
        if trin == "3":
            return self.side(q, "Kassen", f'{top}<form method="post"><h3>Forsendelse</h3><label><input type="radio" name="f" checked> GLS pakkeshop 45,00 kr.</label><h3>Betaling</h3><label><input type="radio" name="b"> Dankort / VISA</label><br><label><input type="radio" name="b"> Bankoverførsel</label><p><input type="submit" class="Knap" value="Næste"></p></form>')  # fmt: skip
        return self.side(q, "Kassen", f'{top}<form method="post"><p>Kontroller din ordre.</p><input type="submit" class="Knap" value="Godkend og betal"></form>')  # fmt: skip
