"""A Norwegian pottery: found by searching, and the till is behind a log-in box with the guest's way in small print.

The same box, without that line, opens from the header, so that only the cart's button shows the way on.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# number: name, kroner, in stock, glazes, words one finds it by
STEINTOY: dict[str, tuple[str, int, bool, tuple[str, ...], str]] = {
    "k-11": ('Kopp "Skjær"', 289, True, ("Tang", "Sand"), "kopp krus kaffe"),
    "k-14": ('Kopp "Holme" liten', 249, True, (), "kopp krus espresso"),
    "k-15": ('Kopp "Brygge"', 319, False, (), "kopp krus te"),
    "s-03": ('Skål "Vik" 14 cm', 398, True, (), "skål frokost"),
    "s-07": ('Bakebolle "Nes"', 890, True, ("Hvit", "Blå"), "skål bolle bake"),
    "t-20": ("Tekanne 0,8 l", 1190, True, (), "te kanne"),
}
SOK = {"kopp": "Kopper", "skål": "Skåler", "te": "Til te"}
STIL = """html{font-family:"Trebuchet MS",sans-serif;color:#24343b;line-height:1.55}body{margin:0;background:#f6f7f5}.tp{background:#fff;display:flex;align-items:center;gap:20px;padding:16px 5%;flex-wrap:wrap}.tp>a:first-child{font-size:24px;font-weight:bold;text-decoration:none;color:#1f5b70}.tp span{flex:1}.lenkeknapp{background:none;border:0;font:inherit;text-decoration:underline;cursor:pointer;padding:0;color:inherit}.heltefelt{background:#1f5b70;color:#fff;padding:70px 5%;text-align:center}.heltefelt input{padding:14px;width:min(420px,70%);border:0;font:inherit}.heltefelt button{padding:14px 20px;border:0;background:#e9b44c;font:inherit}.brikker a{display:inline-block;margin:14px 6px 0;border:1px solid #fff9;border-radius:18px;padding:6px 16px;color:#fff;text-decoration:none}
main{padding:24px 5%}.treff{list-style:none;padding:0;display:flex;flex-direction:column;gap:12px}.treff li{background:#fff;padding:14px;display:flex;gap:18px;align-items:center}.treff svg,.stor svg{flex:0 0 90px;width:90px}.hoved{background:#1f5b70;color:#fff;border:0;padding:14px 28px;font:inherit;cursor:pointer}.glasur{display:flex;gap:10px;border:0;padding:0}.skaal{position:fixed;bottom:20px;right:20px;background:#24343b;color:#fff;padding:14px 20px;transition:opacity .3s}dialog{border:0;padding:28px;max-width:380px;width:86%}dialog::backdrop{background:#0008}dialog input{display:block;width:100%;box-sizing:border-box;padding:11px;margin:4px 0 12px}.bred{display:block;width:100%;padding:13px;margin:8px 0;border:1px solid #1f5b70;background:#fff;font:inherit;cursor:pointer}.bred.fylt{background:#1f5b70;color:#fff}.bred.oransje{background:#ff5b24;color:#fff;border-color:#ff5b24}.smaa{font-size:12px;color:#789;text-align:right}.smaa a{color:inherit}
.skjema label{display:block;margin:10px 0}.skjema input:not([type=radio]):not([type=checkbox]){display:block;width:min(420px,100%);box-sizing:border-box;padding:10px;border:1px solid #9ab}.skjema fieldset{border:1px solid #cdd;background:#fff;margin:0 0 16px}.bunn{background:#24343b;color:#dfe7e4;padding:26px 5%;display:flex;gap:40px;flex-wrap:wrap}.bunn a{color:inherit}.kjeks{background:#e9b44c;padding:10px 5%;display:none}"""
SKRIPT = """<script>
(function(){var d=document.getElementById('innlogging');
document.querySelectorAll('[data-logginn]').forEach(function(k){k.addEventListener('click',function(){d.querySelector('.smaa').hidden=k.dataset.logginn!=='kasse';d.showModal()})});
d.querySelector('.lukk').onclick=function(){d.close()};
var s=document.getElementById('kjop');if(s)s.addEventListener('submit',function(e){e.preventDefault();fetch(location.pathname,{method:'POST',body:new URLSearchParams(new FormData(s))}).then(function(r){return r.json()}).then(function(j){
 var b=document.createElement('div');b.className='skaal';b.setAttribute('role','status');b.textContent=j.tekst;document.body.appendChild(b);setTimeout(function(){b.remove()},2500);if(j.antall)document.getElementById('antall').textContent='('+j.antall+')'})});
var k=document.querySelector('.kjeks');if(!localStorage.getItem('kjeks'))k.style.display='block';k.addEventListener('click',function(e){if(e.target.tagName==='BUTTON'){localStorage.setItem('kjeks','ok');k.style.display='none'}})})();
</script>"""


def skisse(nr: str) -> str:
    return f'<svg viewBox="0 0 40 40" aria-hidden="true"><path d="M8 10h22v14q0 10-11 10T8 24z" fill="hsl({ord(nr[-1]) * 37 % 360} 25% 55%)"/><path d="M30 14q8 0 6 7t-8 5" fill="none" stroke="#777"/></svg>'


@dataclass
class App(Shop):
    """Leirvika keramikk, Larvik."""

    def kurv(self, r: Request) -> dict[str, int]:
        kurv: dict[str, int] = r.session.setdefault("kurv", {})
        return kurv

    def side(self, r: Request, tittel: str, kropp: str, status: int = 200) -> Response:
        n = sum(self.kurv(r).values())
        return html(
            f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(tittel)} – Leirvika</title><style>{STIL}</style></head><body><div class="kjeks">Nettsiden bruker informasjonskapsler. <button>Godta alle</button> <button>Avvis</button></div><div class="tp"><a href="/">Leirvika</a><span></span><button class="lenkeknapp" data-logginn="topp">Logg inn</button><a href="/handlekurv">Handlekurv <b id="antall">{f"({n})" if n else ""}</b></a></div>{kropp}'
            '<div class="bunn"><div>Leirvika keramikk AS<br>Strandpromenaden 31, 3256 Larvik</div><div><a href="/om">Om verkstedet</a><br><a href="/kjopsvilkar">Kjøpsvilkår</a><br><a href="/retur">Angrerett og retur</a></div><div>post@leirvika.example</div></div>'
            '<dialog id="innlogging" aria-label="Logg inn"><button class="lenkeknapp lukk">Lukk</button><h2>Logg inn</h2><form method="post" action="/minside"><label>E-post<input type="email" name="epost"></label><label>Passord<input type="password" name="passord"></label><button class="bred fylt">Logg inn</button></form><button class="bred oransje" type="button">Logg inn med Vipps</button><form action="/minside"><button class="bred" name="ny" value="1">Opprett konto</button></form><p class="smaa"><a href="/kassen/gjest">Fortsett som gjest</a></p></dialog>'
            f"{SKRIPT}</body></html>",
            status,
        )

    def handle(self, r: Request) -> Response:
        deler = r.path.strip("/").split("/")
        ruter = {"": self.hjem, "sok": self.sok, "vare": self.vare, "handlekurv": self.handlekurv, "kassen": self.kassen, "minside": self.minside}  # fmt: skip
        if deler[0] in ruter:
            return ruter[deler[0]](r, deler[-1])
        if deler[0] in TEKSTER:
            return self.side(r, deler[0].title(), f"<main>{TEKSTER[deler[0]]}</main>")
        return self.side(r, "404", "<main><h1>Siden finnes ikke</h1></main>", 404)

    def hjem(self, r: Request, _: str) -> Response:
        brikker = "".join(f'<a href="/sok?q={q}">{t}</a>' for q, t in SOK.items())
        return self.side(r, "Håndlaget steintøy", f'<div class="heltefelt"><h1>Hva leter du etter?</h1><form action="/sok"><input type="search" name="q" placeholder="Kopp, skål, kanne …" aria-label="Søk"><button>Søk</button></form><div class="brikker">{brikker}</div></div><main><p>Alt dreies på verkstedet i Larvik, i små serier.</p></main>')  # fmt: skip

    def sok(self, r: Request, _: str) -> Response:
        q = r.query.get("q", "").strip().lower()
        treff = "".join(
            f'<li>{skisse(nr)}<div><a href="/vare/{nr}">{escape(navn)}</a><br>kr {pris},–{"" if inne else " <em>utsolgt</em>"}</div></li>'
            for nr, (navn, pris, inne, _, ord_) in STEINTOY.items()
            if q in f"{navn} {ord_}".lower()
        )
        return self.side(r, "Søk", f'<main><form action="/sok"><input type="search" name="q" value="{escape(q)}" aria-label="Søk"> <button>Søk</button></form><h1>Treff på «{escape(q)}»</h1><ul class="treff">{treff or "<li>Ingen treff.</li>"}</ul></main>')  # fmt: skip

    def vare(self, r: Request, nr: str) -> Response:
        if nr not in STEINTOY:
            return self.side(r, "404", "<main><h1>Varen finnes ikke</h1></main>", 404)
        navn, pris, inne, glasurer, _ = STEINTOY[nr]
        if r.method == "POST":
            g = r.form.get("glasur", "")
            if not inne or (glasurer and g not in glasurer):
                return json_response({"tekst": "Velg glasur først" if inne else "Utsolgt"})
            self.kurv(r)[f"{nr}:{g}"] = self.kurv(r).get(f"{nr}:{g}", 0) + 1
            return json_response({"tekst": "Lagt i handlekurven", "antall": sum(self.kurv(r).values())})
        valg = "".join(f'<label><input type="radio" name="glasur" value="{g}"> {g}</label>' for g in glasurer)
        skjema = f'<form id="kjop" method="post">{f"<fieldset class=glasur><legend>Glasur</legend>{valg}</fieldset><br>" if glasurer else ""}<button class="hoved">Legg i handlekurven</button></form>' if inne else "<p><em>Utsolgt for øyeblikket</em></p>"  # fmt: skip
        ld = f'{{"@context":"https://schema.org","@type":"Product","name":"{navn}","offers":{{"@type":"Offer","price":"{pris}","priceCurrency":"NOK"}}}}'
        return self.side(r, navn, f'<main class="stor">{skisse(nr)}<h1>{escape(navn)}</h1><p><b>kr {pris},–</b></p>{skjema}<details><summary>Mål og stell</summary>Tåler oppvaskmaskin.</details><h2>Anmeldelser</h2><p>★★★★☆ Ligger godt i hånden. – Sunniva</p></main><script type="application/ld+json">{ld if chr(34) in navn else ""}</script>')  # fmt: skip

    def linjer(self, r: Request) -> str:
        return "".join(
            f"<tr><td>{escape(STEINTOY[k.split(':')[0]][0])} {k.split(':')[1]}</td><td>{n} stk.</td><td>kr {STEINTOY[k.split(':')[0]][1] * n}</td></tr>"
            for k, n in self.kurv(r).items()
        )

    def handlekurv(self, r: Request, _: str) -> Response:
        if r.method == "POST":
            self.kurv(r).clear()
            return redirect("/handlekurv")
        if not self.kurv(r):
            return self.side(r, "Handlekurv", "<main><h1>Handlekurv</h1><p>Kurven er tom.</p></main>")
        return self.side(r, "Handlekurv", f'<main><h1>Handlekurv</h1><table cellpadding="8">{self.linjer(r)}</table><form method="post"><button class="lenkeknapp">Tøm kurven</button></form><p><button type="button" class="hoved" data-logginn="kasse">Til kassen</button></p></main>')  # fmt: skip

    def kassen(self, r: Request, steg: str) -> Response:
        if not self.kurv(r) or steg != "gjest":
            return redirect("/handlekurv")
        if r.method == "POST":
            self.orders += bool(r.form.get("epost"))
            return self.side(r, "Takk", "<main><h1>Takk for bestillingen!</h1></main>")
        frakt = "".join(f'<label><input type="radio" name="frakt" value="{i}"> {t}</label>' for i, t in enumerate(("Hentested kr 79", "Hjem på døren kr 149", "Hent i verkstedet")))  # fmt: skip
        betaling = "".join(f'<label><input type="radio" name="betaling" value="{i}"> {t}</label>' for i, t in enumerate(("Vipps", "Bankkort", "Faktura 14 dager")))  # fmt: skip
        felt = "".join(f'<label>{t}<input name="{n}" type="{ty}"></label>' for n, t, ty in (("epost", "E-post", "email"), ("fornavn", "Fornavn", "text"), ("etternavn", "Etternavn", "text"), ("adresse", "Adresse", "text"), ("postnr", "Postnummer", "text"), ("poststed", "Poststed", "text"), ("mobil", "Mobil", "tel")))  # fmt: skip
        return self.side(r, "Kassen", f'<main><h1>Kassen</h1><table>{self.linjer(r)}</table><form method="post" class="skjema" novalidate><fieldset><legend>Frakt</legend>{frakt}</fieldset><fieldset><legend>Hvem skal ha pakken?</legend>{felt}</fieldset><fieldset><legend>Betaling</legend>{betaling}</fieldset><label><input type="checkbox" name="vilkar"> Jeg godtar <a href="/kjopsvilkar">kjøpsvilkårene</a></label><button class="hoved">Bestill og betal</button></form></main>')  # fmt: skip

    def minside(self, r: Request, _: str) -> Response:
        if r.method == "POST":
            self.accounts += "navn" in r.form
            return redirect("/minside")
        return self.side(r, "Min side", '<main><h1>Opprett konto</h1><form method="post" class="skjema"><label>Navn<input name="navn"></label><label>E-post<input name="epost"></label><label>Passord<input type="password" name="passord"></label><button class="hoved">Opprett</button></form></main>')  # fmt: skip


TEKSTER = {
    "retur": "<h1>Angrerett og retur</h1><p>Du har 14 dagers angrerett etter angrerettloven, regnet fra du mottar pakken. Send angreskjemaet som følger med pakken, eller skriv til oss, og send varen tilbake ubrukt og godt pakket. Returporto betaler du selv. Pengene er tilbake på kontoen innen to uker. Bestillingsverk tas ikke i retur.</p>",
    "kjopsvilkar": "<h1>Kjøpsvilkår</h1><p>Alle priser er med mva. Vi sender innen tre virkedager fra Larvik.</p>",
    "om": '<h1>Om verkstedet</h1><p>Åpent tirsdag–fredag 11–16. Ring gjerne <a href="tel:+4733555190">33 55 51 90</a> før du kommer.</p>',
}
