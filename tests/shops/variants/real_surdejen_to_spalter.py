"""A Danish bakers' shop: terms are ticked in the basket, and the till's first step is two columns.

The new customer's column sounds like an account; it only leads to an address form with a voluntary password.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# number: name, øre, stock, group, text
VARER: dict[str, tuple[str, int, int, str, str]] = {
    "1041": ("Stengryde til brød", 64900, 0, "forme", "Tung gryde, der tåler 260 grader."),
    "1077": ("Hævekurv, rund", 17900, 22, "forme", "Flettet i peddigrør, til 1 kg dej."),
    "1080": ("Hævekurv, aflang", 18900, 9, "forme", "Til de lange brød."),
    "2203": ("Dejskraber i stål", 8900, 40, "redskaber", "Bøjelig kant og skaft i eg."),
    "2210": ("Brødkniv 24 cm", 42900, 6, "redskaber", "Bølgeskær, der holder."),
    "3001": ("Hvedesurdej, tørret", 5900, 70, "surdej", "Vækkes med lunkent vand på to døgn."),
}
STIL = """body{margin:0;background:#efe9df;font:14px/1.5 Verdana,Geneva,sans-serif;color:#3b2f25}#ydre{max-width:1120px;margin:0 auto;background:#fff;padding:0 20px}#hoved{display:flex;align-items:center;gap:24px;padding:16px 0;border-bottom:3px solid #8a5a2b}#hoved .navn{font:700 30px Georgia,serif;color:#8a5a2b;text-decoration:none}#soeg{flex:1}#soeg input{padding:8px;width:70%;max-width:300px;border:1px solid #bbb}.kurvlink{text-decoration:none;color:#3b2f25;white-space:nowrap}.kurvlink b{background:#b5351c;color:#fff;border-radius:9px;padding:0 7px}.lup{display:none}#krop{display:flex;gap:30px;padding:20px 0}#venstre{width:190px;flex:none}#venstre a{display:block;padding:7px 0;border-bottom:1px dotted #bbb;color:#3b2f25;text-decoration:none}#midte{flex:1;min-width:0}
.vl{display:flex;flex-wrap:wrap;gap:16px}.ve{width:calc(33.3% - 11px);box-sizing:border-box;border:1px solid #ddd2c2;padding:12px;position:relative}.ve a{color:#3b2f25;text-decoration:none;font-weight:700;display:block}.ve svg,.stor svg{width:100%;background:#f6f1e8}.pris{color:#b5351c;font-weight:700}.ve form{position:absolute;right:10px;bottom:10px}.kb{background:#5c7d2c;border:0;color:#fff;padding:7px 11px;font-size:17px;cursor:pointer}.groen{background:#5c7d2c;color:#fff;border:0;padding:12px 24px;font:700 15px Verdana,sans-serif;cursor:pointer;text-decoration:none;display:inline-block}.graa{background:#e4ddd1;border:0;padding:11px 20px;font:14px Verdana,sans-serif;cursor:pointer}.stor{display:grid;grid-template-columns:1fr 1fr;gap:30px}table.kv{width:100%;border-collapse:collapse}.kv td,.kv th{padding:9px 6px;border-bottom:1px solid #ddd2c2;text-align:left}
.trin{display:flex;list-style:none;padding:0;gap:6px}.trin li{flex:1;background:#eee;padding:8px;text-align:center;font-size:12px}.trin li.nu{background:#8a5a2b;color:#fff}.spalter{display:grid;grid-template-columns:1fr 1fr;gap:26px}.spalter>div{background:#f6f1e8;padding:20px}.fl{display:block;margin:0 0 10px}.fl input,.fl select{display:block;width:100%;box-sizing:border-box;padding:8px;border:1px solid #aaa;font:inherit}.to{display:grid;grid-template-columns:1fr 1fr;gap:0 16px}#besked{position:fixed;top:14px;right:14px;background:#fff;border:2px solid #5c7d2c;padding:16px 20px;z-index:8;box-shadow:0 4px 14px #0004;width:250px}#samtykke{position:fixed;left:14px;bottom:14px;width:330px;max-width:calc(100vw - 28px);box-sizing:border-box;background:#fff;border:1px solid #888;padding:18px;z-index:9;font-size:13px}
#bund{border-top:3px solid #8a5a2b;padding:20px 0 40px;display:flex;gap:40px;flex-wrap:wrap;font-size:13px}#bund svg{height:26px;margin-right:6px}.hj{color:#a00}@media(max-width:720px){#ydre{padding:0 12px}#hoved{gap:14px;flex-wrap:wrap}#hoved .navn{font-size:22px;margin-right:auto}#soeg{display:none;order:9;flex-basis:100%}#soeg.ud{display:block}.lup{display:block;background:none;border:0;font-size:20px}#krop{display:block}#venstre{width:auto}#venstre nav{display:none}#venstre.ud nav{display:block}.ve{width:calc(50% - 8px);padding-bottom:54px}.stor,.spalter{grid-template-columns:1fr}.kl{display:none}.foldud{display:block!important}.kv .varenr{display:none}}.foldud{display:none;width:100%;padding:10px;background:#8a5a2b;color:#fff;border:0;font:inherit}"""
KODE = """
function $(i){return document.getElementById(i)}
document.addEventListener('submit',function(h){var f=h.target;
 if(f.className==='laeg'){h.preventDefault();var x=new XMLHttpRequest();x.open('POST','/ajax/laeg');x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.onload=function(){var s=JSON.parse(x.responseText);setTimeout(function(){[].forEach.call(document.querySelectorAll('.kurvlink b'),function(b){b.textContent=s.antal});if($('besked'))$('besked').remove();var d=document.createElement('div');d.id='besked';d.innerHTML='<b>'+s.navn+'</b><br>er lagt i kurven.<p style="margin-bottom:0"><a href="/kurv">Se kurv</a> &nbsp; <a href="#" onclick="this.closest(\\'#besked\\').remove();return false">Køb mere</a></p>';document.body.appendChild(d);setTimeout(function(){d.remove()},4000)},250)};x.send('nr='+f.nr.value+'&antal='+(f.antal?f.antal.value:1))}
 if(f.id==='videre'&&!$('vilkaar').checked){h.preventDefault();alert('Du skal acceptere vores handelsbetingelser, før du kan gå videre.')}});
function vis(i,t){$(i).style.display=t?'block':'none'}
if(document.cookie.indexOf('samtykke')<0){var s=document.createElement('div');s.id='samtykke';s.innerHTML='<b>Cookies</b><p>Vi bruger cookies til kurven og til statistik.</p><button class="graa">Kun nødvendige</button> <button class="groen">OK</button>';s.onclick=function(h){if(h.target.tagName==='BUTTON'){document.cookie='samtykke=1;path=/';s.remove()}};document.body.appendChild(s)}
"""
VILKAAR = "<h1>Handelsbetingelser</h1><h2>Levering</h2><p>Vi sender med GLS fra dag til dag. Fragt 45 kr., fri fragt over 500 kr.</p><h2>Betaling</h2><p>Beløbet trækkes først, når varen er sendt.</p><h2>Fortrydelsesret og retur</h2><p>Du har 30 dages returret fra den dag, du modtager varen. Skriv til os, at du fortryder, og send varen til Møllegade 4 i væsentlig samme stand. Du betaler selv returfragten. Pengene er på din konto senest 14 dage efter, at vi har fået besked. Åbnet surdej kan ikke returneres.</p><h2>Klager</h2><p>Skriv til mel@surdejen.example, så finder vi en løsning.</p>"
KORT = "".join(f'<svg viewBox="0 0 60 26" role="img" aria-label="{t}"><rect width="60" height="26" rx="3" fill="{f}"/><text x="30" y="17" font-size="10" text-anchor="middle" fill="#fff">{t}</text></svg>' for t, f in (("Dankort", "#c22"), ("VISA", "#225"), ("MobilePay", "#5a78ff")))  # fmt: skip


def kr(ore: int) -> str:
    return f"{ore / 100:,.2f} kr.".replace(",", " ").replace(".", ",", 1)


def billede(nr: str) -> str:
    return f'<svg viewBox="0 0 90 70" aria-hidden="true"><ellipse cx="45" cy="42" rx="{24 + int(nr) % 12}" ry="18" fill="#b98a52"/><path d="M30 34q14-10 30 0" stroke="#7b5327" fill="none" stroke-width="3"/></svg>'


@dataclass
class App(Shop):
    """Surdejen, Vejle."""

    def kurv(self, q: Request) -> dict[str, int]:
        return q.session.setdefault("brod", {})

    def ramme(self, q: Request, titel: str, midte: str, venstre: bool = True, status: int = 200) -> Response:
        menu = '<div id="venstre"><button class="foldud" onclick="this.parentNode.classList.toggle(\'ud\')">Varegrupper ▾</button><nav><a href="/gruppe/forme">Forme og kurve</a><a href="/gruppe/redskaber">Redskaber</a><a href="/gruppe/surdej">Surdej</a><a href="/handelsbetingelser">Handelsbetingelser</a></nav></div>'
        return html(
            f'<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{titel} - Surdejen</title><style>{STIL}</style></head><body><div id="ydre"><div id="hoved"><a class="navn" href="/">Surdejen</a><form id="soeg" action="/soeg"><input name="ord" placeholder="Søg vare" aria-label="Søg vare"> <button class="graa">Søg</button></form><button class="lup" aria-label="Søg" onclick="document.getElementById(\'soeg\').classList.toggle(\'ud\')">⌕</button><a class="kl" href="/login">Log ind</a><a class="kurvlink" href="/kurv" title="Vis kurv">🧺 <b>{sum(self.kurv(q).values())}</b></a></div><div id="krop">{menu if venstre else ""}<div id="midte">{midte}</div></div>'
            f'<div id="bund"><div>Surdejen ApS<br>Møllegade 4, 7100 Vejle<br>Telefon <a href="tel:+4575550163">75 55 01 63</a> (hverdage 10–14)<br><a href="mailto:mel@surdejen.example">mel@surdejen.example</a></div><div><a href="/handelsbetingelser">Handelsbetingelser</a><br><a href="/om">Om os</a></div><div>{KORT}</div></div></div><script>{KODE}</script></body></html>',
            status,
        )

    def liste(self, q: Request, titel: str, tekst: str, numre: list[str]) -> Response:
        celler = "".join(
            f'<div class="ve"><a href="/vare/{n}">{billede(n)}{VARER[n][0]}</a><span class="pris">{kr(VARER[n][1])}</span>'
            + (f'<form class="laeg"><input type="hidden" name="nr" value="{n}"><button class="kb" title="Læg i kurv">🧺</button></form>' if VARER[n][2] else '<br><span class="hj">Udsolgt</span>')
            + "</div>"
            for n in numre
        )  # fmt: skip
        return self.ramme(q, titel, f'<h1>{titel}</h1><p>{tekst}</p><div class="vl">{celler or "Ingen varer fundet."}</div>')  # fmt: skip

    def vare(self, q: Request, nr: str) -> Response:
        navn, ore, antal, _gruppe, tekst = VARER[nr]
        knap = f'<form class="laeg"><input type="hidden" name="nr" value="{nr}"><input name="antal" value="1" size="3" aria-label="Antal" style="padding:11px"> <button class="groen">Læg i kurv</button></form><p>På lager: {antal} stk.</p>' if antal else '<p class="hj">Udsolgt - kommer igen</p>'  # fmt: skip
        ld = {"@context": "https://schema.org", "@type": "Product", "name": navn, "sku": nr, "offers": {"@type": "Offer", "price": ore / 100, "priceCurrency": "DKK"}}  # fmt: skip
        return self.ramme(q, navn, f'<script type="application/ld+json">{json.dumps(ld)}</script><div class="stor">{billede(nr)}<div><h1>{navn}</h1><p>Varenr. {nr}</p><p class="pris" style="font-size:22px">{kr(ore)}</p>{knap}<p>{tekst}</p></div></div>')  # fmt: skip

    def kurvside(self, q: Request) -> Response:
        kurv = self.kurv(q)
        if q.method == "POST":
            for nr in list(kurv):
                n = q.form.get("a" + nr, "")
                kurv[nr] = int(n) if n.isdigit() else kurv[nr]
                if not kurv[nr]:
                    del kurv[nr]
            return redirect("/kurv")
        if not kurv:
            return self.ramme(q, "Kurv", "<h1>Indkøbskurv</h1><p>Din kurv er tom.</p>")
        linjer = "".join(f'<tr><td class="varenr">{n}</td><td>{VARER[n][0]}</td><td><input name="a{n}" value="{a}" size="2" aria-label="Antal"></td><td>{kr(VARER[n][1] * a)}</td></tr>' for n, a in kurv.items())  # fmt: skip
        til = '<button class="groen" form="videre">Til kassen</button>'
        return self.ramme(
            q,
            "Kurv",
            f'<h1>Indkøbskurv</h1><p style="text-align:right">{til}</p><form method="post"><table class="kv"><tr><th class="varenr">Nr.</th><th>Vare</th><th>Antal</th><th>Pris</th></tr>{linjer}</table><p><button class="graa">Opdater kurv</button></p></form><p>I alt inkl. moms: <b>{kr(self.ialt(q))}</b></p><form id="videre" action="/kasse"><p><label><input type="checkbox" id="vilkaar" name="ok" value="1"> Jeg har læst og accepterer</label> <a href="/handelsbetingelser" target="_blank">handelsbetingelserne</a></p></form><p><a href="/">« Køb mere</a> &nbsp; {til}</p>',
        )

    def ialt(self, q: Request) -> int:
        return sum(VARER[n][1] * a for n, a in self.kurv(q).items())

    def kasse(self, q: Request) -> Response:
        if not self.kurv(q):
            return redirect("/kurv")
        if q.query.get("ok"):
            q.session["ok"] = True
        if not q.session.get("ok"):
            return redirect("/kurv")
        trin = {"/kasse": 0, "/kasse/oplysninger": 1, "/kasse/betaling": 2}.get(q.path, 0)
        top = '<ol class="trin">' + "".join(f'<li class="{"nu" if i == trin else ""}">{i + 1}. {t}</li>' for i, t in enumerate(("Kunde", "Oplysninger", "Fragt og betaling"))) + "</ol>"  # fmt: skip
        return self.ramme(q, "Kassen", top + (self.trin1, self.trin2, self.trin3)[trin](q), venstre=False)

    def trin1(self, _q: Request) -> str:
        return '<div class="spalter"><div><h2>Eksisterende kunde</h2><form method="post" action="/login"><label class="fl">E-mail<input name="mail" type="email"></label><label class="fl">Adgangskode<input name="kode" type="password"></label><button class="groen">Log ind</button> <a href="/glemt">Glemt adgangskode?</a></form></div><div><h2>Ny kunde</h2><p>Er det første gang, du handler hos os, opretter du dine oplysninger på næste side. Adgangskode er frivillig.</p><form action="/kasse/oplysninger"><button class="groen">Opret kunde og fortsæt</button></form></div></div>'

    def trin2(self, _q: Request) -> str:
        f = lambda n, t, y="text": f'<label class="fl">{t}<input name="{n}" type="{y}"></label>'  # noqa: E731
        return f'<h2>Kundeoplysninger</h2><form method="post" action="/kasse/betaling"><p><label><input type="radio" name="type" value="p" checked> Privat</label> <label><input type="radio" name="type" value="f" onclick="vis(\'cvr\',1)"> Firma</label></p><div id="cvr" style="display:none">{f("cvr", "CVR-nr.")}</div><div class="to">{f("for", "Fornavn *")}{f("efter", "Efternavn *")}{f("adr", "Adresse *")}{f("postnr", "Postnr. *")}{f("by", "By *")}<label class="fl">Land<select name="land"><option>Danmark</option><option>Færøerne</option></select></label>{f("tlf", "Telefon *", "tel")}{f("mail", "E-mail *", "email")}</div><p><label><input type="checkbox" name="gem" onchange="vis(\'kode\',this.checked)"> Jeg vil kunne logge ind næste gang (vælg adgangskode)</label></p><div id="kode" style="display:none">{f("kode1", "Adgangskode", "password")}{f("kode2", "Gentag adgangskode", "password")}</div><p><label><input type="checkbox" name="anden"> Send til en anden adresse</label></p><p><label><input type="checkbox" name="nyt"> Ja tak til tilbud på mail</label></p><a class="graa" href="/kasse">Tilbage</a> <button class="groen">Fortsæt</button></form>'

    def trin3(self, q: Request) -> str:
        if q.method == "POST" and "betal" in q.form:
            self.orders += 1
            self.kurv(q).clear()
            return "<h2>Tak for din ordre</h2>"
        if not (q.form.get("mail") and q.form.get("for")):
            return '<p class="hj">Udfyld felterne med *.</p><a href="/kasse/oplysninger">Tilbage</a>'
        self.accounts += bool(q.form.get("gem") and q.form.get("kode1"))
        return '<form method="post"><p><label><input type="radio" name="betal" value="d" checked> Dankort / Visa</label><br><label><input type="radio" name="betal" value="m"> MobilePay</label></p><button class="groen">Godkend ordre</button></form>'

    def handle(self, q: Request) -> Response:
        if q.path == "/ajax/laeg" and VARER.get(q.form.get("nr", ""), ("", 0, 0))[2]:
            nr, antal = q.form["nr"], q.form.get("antal", "1")
            self.kurv(q)[nr] = self.kurv(q).get(nr, 0) + (int(antal) if antal.isdigit() else 1)
            return json_response({"navn": VARER[nr][0], "antal": sum(self.kurv(q).values())})
        if q.path == "/":
            return self.liste(q, "Bag dit eget brød", "Grejet til køkkenbordet, sendt fra Vejle.", list(VARER))
        if q.path == "/soeg":
            ord_ = q.query.get("ord", "").lower()
            return self.liste(q, "Søgning", ord_, [n for n, v in VARER.items() if ord_ in v[0].lower()])
        kind, _, rest = q.path[1:].partition("/")
        if kind == "vare" and rest in VARER:
            return self.vare(q, rest)
        if kind == "gruppe":
            return self.liste(q, rest.title(), "", [n for n, v in VARER.items() if v[3] == rest])
        if kind == "kurv":
            return self.kurvside(q)
        return self.kasse(q) if kind == "kasse" else self.sider(q)

    def sider(self, q: Request) -> Response:
        if q.path == "/login" and q.method == "POST":
            return self.ramme(q, "Log ind", '<p class="hj">Forkert e-mail eller adgangskode.</p>')
        sider = {"/handelsbetingelser": VILKAAR, "/glemt": "<h1>Glemt adgangskode</h1><p>Ring eller skriv, så sender vi en ny.</p>", "/om": "<h1>Om os</h1><p>To bagere og en bil.</p>", "/login": '<h1>Log ind</h1><form method="post"><label class="fl">E-mail<input name="mail"></label><label class="fl">Adgangskode<input name="kode" type="password"></label><button class="groen">Log ind</button></form>'}  # fmt: skip
        if q.path in sider:
            return self.ramme(q, "Surdejen", sider[q.path])
        return self.ramme(q, "Ikke fundet", "<p>Siden findes ikke.</p>", status=404)
