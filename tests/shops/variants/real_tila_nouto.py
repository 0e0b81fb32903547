"""A Finnish farm that sells its own food: one-off or standing order, a least order value, and a pickup point chosen in the basket.

The till's button in the basket stays grey until the sum is reached and a pickup point is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

MINIMI = 3500
# slug: name, cents, left, standing order offered, text
TUOTE: dict[str, tuple[str, int, int, bool, str]] = {
    "karitsalaatikko": ("Karitsalaatikko 3 kg", 7900, 12, True, "Paistia, jauhelihaa ja kareeta, vakuumissa."),
    "kananmunat": ("Vapaan kanan munat 30 kpl", 990, 20, True, "Kerätty samana aamuna."),
    "hunaja": ("Kesähunaja 450 g", 1050, 0, False, "Loppui taas, uutta heinäkuussa."),
    "perunasakki": ("Siikli-peruna 5 kg", 850, 40, True, "Hiekkamaan peruna."),
    "mehu": ("Puristettu omenamehu 3 l", 1590, 15, False, "Ei lisättyä sokeria."),
}
PISTEET = {"tila": "Tilalla, Vehmaa (ke 16–18)", "turku": "Turku, Kauppatori (to 17–18)", "salo": "Salo, Torikeskus (pe 16–17)"}  # fmt: skip
CSS = """body{margin:0;font:17px/1.6 Georgia,"Times New Roman",serif;background:#f6f3e7;color:#30351f}*{box-sizing:border-box}a{color:#4d6b1f}.kansi{background:#4d6b1f;color:#fff;padding:26px 20px;text-align:center}.kansi a{color:#fff;text-decoration:none}.kansi .tila{font-size:32px}.polku{display:flex;gap:24px;justify-content:center;background:#3a5117;padding:10px;flex-wrap:wrap}.polku a{color:#fff;text-decoration:none}.ladot{max-width:1000px;margin:0 auto;padding:24px 20px}.sato{display:grid;grid-template-columns:repeat(2,1fr);gap:20px}.sato article{background:#fff;display:grid;grid-template-columns:120px 1fr;gap:16px;padding:16px;border-radius:6px}.sato h3{margin:0}
.isonappi{background:#c5531c;color:#fff;border:0;padding:12px 26px;font:bold 16px Georgia;border-radius:4px;cursor:pointer;text-decoration:none;display:inline-block}.isonappi:disabled{background:#c9c4b4;cursor:not-allowed}.valinta{border:1px solid #cbc4a8;background:#fff;padding:12px 16px;margin:16px 0}.valinta label,.pisteet label{display:block;padding:6px 0}.arvo{display:inline-flex;border:1px solid #cbc4a8;background:#fff}.arvo button{width:38px;border:0;background:none;font-size:20px;cursor:pointer}.arvo input{width:46px;text-align:center;border:0;font:inherit}.ilmo{background:#e5efcf;border:1px solid #4d6b1f;padding:12px 16px;margin:14px 0}.korir{display:flex;gap:14px;align-items:center;background:#fff;padding:12px;margin-bottom:8px;flex-wrap:wrap}.korir b{flex:1}.pisteet{background:#fff;padding:14px 18px;border:1px solid #cbc4a8}.vaj{color:#a3321a}.lk label{display:block;margin:12px 0}.lk input:not([type=radio]):not([type=checkbox]),.lk textarea{display:block;width:100%;max-width:460px;padding:10px;border:1px solid #9a9478;font:inherit}.pelto{background:#30351f;color:#e9e5d2;padding:30px 20px;text-align:center;font-size:15px}.pelto a{color:#e9e5d2}
@media(max-width:640px){.sato{grid-template-columns:1fr}.kansi{padding:16px}.kansi .tila{font-size:24px}.polku{gap:14px;font-size:15px}}"""
JS = """<script>
document.addEventListener('click',function(e){var b=e.target.closest('.arvo button');if(!b)return;var i=b.parentNode.querySelector('input');i.value=Math.max(1,(+i.value||1)+(b.value==='+'?1:-1));if(b.closest('.korir'))vie({avain:i.name,n:i.value})});
document.addEventListener('change',function(e){if(e.target.name==='noutopiste')vie({piste:e.target.value});else if(e.target.closest('.korir'))vie({avain:e.target.name,n:e.target.value})});
document.addEventListener('submit',function(e){var f=e.target;if(f.id!=='keraa')return;e.preventDefault();fetch(f.action,{method:'POST',headers:{Accept:'application/json'},body:new URLSearchParams(new FormData(f))}).then(function(r){return r.json()}).then(function(t){document.getElementById('ilmoitus').innerHTML='<div class="ilmo" role="status">'+t.teksti+(t.maara?' <a href="/kori">Katso kori</a>':'')+'</div>';document.getElementById('kormaara').textContent=t.maara?'('+t.maara+')':''})});
function vie(o){fetch('/kori/muuta',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(o)}).then(function(r){return r.json()}).then(function(t){if(!t.maara){location.reload();return}document.getElementById('kormaara').textContent='('+t.maara+')';document.getElementById('summa').textContent=t.summa;document.getElementById('vaje').textContent=t.vaje;document.getElementById('kassalle').disabled=!t.auki})}
</script>"""
TEKSTIT = {
    "tilasta": "<h1>Tilasta</h1><p>Lampaita, kanoja ja perunaa kolmannessa polvessa.</p>",
    "ehdot": "<h1>Tilaus- ja palautusehdot</h1><h2>Tilaaminen</h2><p>Pienin tilaus on 35 €. Kestotilaus toistuu neljän viikon välein, kunnes perut sen.</p><h2>Palautukset</h2><p>Pilaantuvia elintarvikkeita ei voi palauttaa, mutta virheellisen tuotteen hyvitämme aina: ilmoita siitä 7 päivän kuluessa noudosta. Muut tuotteet, kuten taljat ja lahjakortit, voit palauttaa käyttämättöminä 14 päivän kuluessa. Palautus tuodaan noutopisteelle, ja rahat maksetaan tilillesi viikossa.</p>",
    "yhteys": "<h1>Yhteystiedot</h1><p>Ala-Rehtilän tila, Rehtiläntie 120, 23200 Vehmaa</p><p>Soita arkisin klo 9–15 tai laita sähköpostia.</p>",
}


def eur(c: int) -> str:
    return f"{c / 100:.2f} €".replace(".", ",")


def kuva(slug: str) -> str:
    v = {"karitsalaatikko": "#a86b52", "kananmunat": "#d9b582", "hunaja": "#e0a526", "perunasakki": "#bfa46a", "mehu": "#9aa83a"}[slug]  # fmt: skip
    return f'<svg viewBox="0 0 60 60" width="100%" aria-hidden="true"><rect width="60" height="60" fill="#efe9d3"/><ellipse cx="30" cy="34" rx="19" ry="15" fill="{v}"/><path d="M30 19q2-9 9-10" stroke="#4d6b1f" stroke-width="3" fill="none"/></svg>'


@dataclass
class App(Shop):
    """Ala-Rehtilä, Vehmaa."""

    def tila(self, p: Request) -> dict[str, object]:
        kori: dict[str, int] = p.session.setdefault("kori", {})
        summa = sum(TUOTE[k.split("+")[0]][1] * n for k, n in kori.items())
        puuttuu = max(0, MINIMI - summa)
        vaje = f"Pienin tilaus on {eur(MINIMI)}. Lisää vielä {eur(puuttuu)}." if puuttuu else ""
        return {"maara": sum(kori.values()), "summa": eur(summa), "vaje": vaje, "auki": not puuttuu and bool(p.session.get("piste"))}  # fmt: skip

    def sivu(self, p: Request, nimi: str, sisus: str, status: int = 200) -> Response:
        n = sum(p.session.get("kori", {}).values())
        return html(
            f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{nimi} | Ala-Rehtilä</title><style>{CSS}</style></head><body><header class="kansi"><a class="tila" href="/">Ala-Rehtilän tilapuoti</a></header><nav class="polku"><a href="/">Tuotteet</a><a href="/tilasta">Tilasta</a><a href="/yhteys">Yhteys</a><a href="/kori">Kori <span id="kormaara">{f"({n})" if n else ""}</span></a></nav><main class="ladot">{sisus}</main><footer class="pelto">Ala-Rehtilän tila, Rehtiläntie 120, 23200 Vehmaa<br><a href="tel:+358405550163">040 555 0163</a> · <a href="mailto:puoti@alarehtila.example">puoti@alarehtila.example</a><br><a href="/ehdot">Tilaus- ja palautusehdot</a></footer>{JS}</body></html>',
            status,
        )

    def handle(self, p: Request) -> Response:
        nimi = p.path.strip("/")
        if not nimi:
            sato = "".join(
                f'<article><a href="/puoti/{s}">{kuva(s)}</a><div><h3><a href="/puoti/{s}">{n}</a></h3><p>{eur(h)}{"" if m else " – <i>loppu</i>"}</p></div></article>'
                for s, (n, h, m, _, _) in TUOTE.items()
            )
            return self.sivu(p, "Puoti", f'<h1>Suoraan tilalta</h1><p>Tilaa tiistaihin mennessä, nouda samalla viikolla. Pienin tilaus {eur(MINIMI)}.</p><div class="sato">{sato}</div>')  # fmt: skip
        if nimi.startswith("puoti/") and nimi[6:] in TUOTE:
            return self.tuote(p, nimi[6:])
        if nimi in TEKSTIT:
            return self.sivu(p, nimi.title(), TEKSTIT[nimi])
        reitit = {"kori": self.kori, "kori/lisaa": self.lisaa, "kori/muuta": self.muuta, "tilaus": self.tilaus}
        return reitit[nimi](p) if nimi in reitit else self.sivu(p, "404", "<h1>Sivua ei ole</h1>", 404)

    def tuote(self, p: Request, s: str) -> Response:
        n, h, m, kesto, t = TUOTE[s]
        valinta = f'<div class="valinta" role="radiogroup" aria-label="Tilaustapa"><label><input type="radio" name="tapa" value="kerta" checked> <b>Kertatilaus</b> {eur(h)}</label><label><input type="radio" name="tapa" value="kesto"> <b>Kestotilaus</b> {eur(h * 9 // 10)} joka 4. viikko, voit perua milloin vain</label></div>' if kesto else ""  # fmt: skip
        osto = f'<form id="keraa" action="/kori/lisaa" method="post"><input type="hidden" name="tuote" value="{s}">{valinta}<span class="arvo"><button type="button" value="-" aria-label="Vähennä">−</button><input name="n" value="1" inputmode="numeric" aria-label="Määrä"><button type="button" value="+" aria-label="Lisää määrää">+</button></span> <button class="isonappi">Koriin</button></form><div id="ilmoitus"></div>' if m else '<p class="vaj">Loppu tältä erää.</p>'  # fmt: skip
        return self.sivu(p, n, f'<p><a href="/">‹ Tuotteet</a></p><div style="max-width:260px">{kuva(s)}</div><h1>{n}</h1><p style="font-size:22px">{eur(h)}</p><p>{t}</p>{osto}')  # fmt: skip

    def lisaa(self, p: Request) -> Response:
        s, tapa = p.form.get("tuote", ""), p.form.get("tapa", "kerta")
        kori: dict[str, int] = p.session.setdefault("kori", {})
        if s not in TUOTE or not TUOTE[s][2]:
            return json_response({"teksti": "Tuote on loppu.", "maara": 0})
        avain = f"{s}+kesto" if tapa == "kesto" else s
        maara = p.form.get("n", "1")
        kori[avain] = kori.get(avain, 0) + max(1, int(maara) if maara.isdigit() else 1)
        if "json" not in p.headers.get("accept", ""):
            return redirect("/kori")
        return json_response({"teksti": f"{TUOTE[s][0]} on korissa.", "maara": sum(kori.values())})

    def muuta(self, p: Request) -> Response:
        d = p.json if isinstance(p.json, dict) else {}
        kori: dict[str, int] = p.session.setdefault("kori", {})
        if d.get("piste") in PISTEET:
            p.session["piste"] = d["piste"]
        if d.get("avain") in kori:
            n = str(d.get("n", "0"))
            kori[d["avain"]] = int(n) if n.isdigit() else 1
            if not kori[d["avain"]]:
                kori.pop(d["avain"])
        return json_response(self.tila(p))

    def kori(self, p: Request) -> Response:
        kori: dict[str, int] = p.session.setdefault("kori", {})
        if "pois" in p.query:
            kori.pop(p.query["pois"], None)
        if not kori:
            return self.sivu(p, "Kori", "<h1>Kori</h1><p>Kori on tyhjä. <a href='/'>Katso tuotteet</a></p>")
        t = self.tila(p)
        rivit = "".join(f'<div class="korir"><b>{TUOTE[k.split("+")[0]][0]}{" (kestotilaus)" if "+" in k else ""}</b><span class="arvo"><button type="button" value="-" aria-label="Vähennä">−</button><input name="{k}" value="{n}" inputmode="numeric" aria-label="Määrä"><button type="button" value="+" aria-label="Lisää määrää">+</button></span><span>à {eur(TUOTE[k.split("+")[0]][1])}</span><a href="?pois={k.replace("+", "%2B")}">Poista</a></div>' for k, n in kori.items())  # fmt: skip
        pisteet = "".join(f'<label><input type="radio" name="noutopiste" value="{k}" {"checked" if p.session.get("piste") == k else ""}> {n}</label>' for k, n in PISTEET.items())  # fmt: skip
        return self.sivu(p, "Kori", f'<h1>Kori</h1>{rivit}<p>Yhteensä <b id="summa">{t["summa"]}</b></p><p class="vaj" id="vaje" role="status">{t["vaje"]}</p><div class="pisteet"><b>Valitse noutopiste *</b>{pisteet}</div><form action="/tilaus"><p><button class="isonappi" id="kassalle" {"" if t["auki"] else "disabled"}>Siirry kassalle</button></p></form>')  # fmt: skip

    def tilaus(self, p: Request) -> Response:
        if not self.tila(p)["auki"]:
            return redirect("/kori")
        if p.method == "POST" and p.form.get("nimi") and p.form.get("puhelin") and p.form.get("ehdot"):
            self.orders += 1
            p.session["kori"] = {}
            return self.sivu(p, "Kiitos", "<h1>Kiitos tilauksesta!</h1><p>Nähdään noutopisteellä.</p>")
        kentat = "".join(f'<label>{t} *<input name="{n}" type="{y}" required></label>' for n, t, y in (("nimi", "Nimi", "text"), ("puhelin", "Puhelinnumero", "tel"), ("posti", "Sähköposti", "email")))  # fmt: skip
        maksut = "".join(f'<label><input type="radio" name="maksu"> {t}</label>' for t in ("MobilePay", "Lasku sähköpostiin", "Käteinen noudettaessa"))  # fmt: skip
        return self.sivu(p, "Kassa", f'<h1>Kassa</h1><p>Nouto: <b>{PISTEET[p.session["piste"]]}</b> <a href="/kori">Vaihda</a></p><p>Yhteensä {self.tila(p)["summa"]}</p><form class="lk" method="post">{kentat}<label>Terveiset tilalle<textarea name="viesti" rows="3"></textarea></label><h3>Maksutapa</h3>{maksut}<label><input type="checkbox" name="ehdot" value="1" required> Hyväksyn <a href="/ehdot" target="_blank">ehdot</a></label><button class="isonappi">Lähetä tilaus</button></form>')  # fmt: skip
