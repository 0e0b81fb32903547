"""A Finnish campfire shop: pages drawn from a state in the page; one long till, ways to pay first, "Luo tunnus" ticked.

The tick box is drawn by the style (the real one is transparent), and the password fields below it go when it is unticked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# key: name, cents, stock, sizes
VARUSTEET: dict[str, tuple[str, int, int, tuple[str, ...]]] = {
    "kuksa": ("Visakoivukuksa", 4900, 6, ("1,5 dl", "2,5 dl")),
    "pannu": ("Nokipannu 1,5 l", 5450, 0, ()),
    "tulukset": ("Tulukset nahkakotelossa", 2690, 18, ()),
    "halsteri": ("Halsteri kahdelle kalalle", 3490, 7, ()),
    "laavu": ("Laavukangas", 12900, 3, ("3 × 3 m", "4 × 4 m")),
    "kirves": ("Retkikirves", 7900, 10, ()),
}
CSS = """*{box-sizing:border-box}body{margin:0;background:#1d211c;color:#e9e4d6;font:16px/1.5 "Segoe UI",Roboto,sans-serif}a{color:#f0b35a}.yp{display:flex;align-items:center;gap:14px;padding:14px 18px;border-bottom:1px solid #3a4036}.yp__n{font-size:22px;font-weight:700;text-decoration:none;margin-right:auto}.ik{background:none;border:0;color:inherit;font-size:20px;cursor:pointer;text-decoration:none}.haku{padding:14px 18px;background:#2a3028}.haku input{padding:10px;width:100%;max-width:440px}.tuki{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:16px;padding:18px}.kt{background:#2a3028;padding:14px;position:relative}.kt a{text-decoration:none}.kt .sy{position:absolute;top:8px;right:8px}
.is{background:#f0b35a;border:0;color:#1d211c;font-weight:600;font-size:16px;font-family:inherit;padding:14px 24px;cursor:pointer;text-decoration:none;display:inline-block}.si{padding:18px;max-width:760px;margin:0 auto}.pk{position:fixed;left:0;right:0;bottom:0;background:#f0b35a;color:#1d211c;padding:14px 18px;display:flex;gap:20px;justify-content:center;z-index:8}.pk a{color:inherit;font-weight:700}fieldset{border:1px solid #3a4036;margin:0 0 18px;padding:14px 18px}legend{font-weight:700;padding:0 6px}.rv{display:block;padding:7px 0}.kf{display:block;margin:10px 0}.kf input{display:block;width:100%;padding:10px;background:#e9e4d6;border:0}
.rx{position:relative;display:block;padding-left:34px;margin:14px 0;cursor:pointer}.rx input{position:absolute;left:0;top:0;width:22px;height:22px;opacity:0;margin:0}.rx i{position:absolute;left:0;top:0;width:22px;height:22px;border:2px solid #f0b35a}.rx input:checked+i::after{content:"✓";position:absolute;left:3px;top:-4px}.pw[hidden]{display:none}.al{padding:24px 18px;border-top:1px solid #3a4036;display:flex;flex-wrap:wrap;gap:36px;font-size:14px;margin-bottom:60px}.ev{position:fixed;right:14px;bottom:14px;width:min(330px,92vw);background:#e9e4d6;color:#1d211c;padding:16px;z-index:9}.ev label{display:block}.vir{color:#ff9c85}"""
JS = """
(function(){var T=JSON.parse(document.getElementById('tila').textContent),A=document.getElementById('kuori');
function e(s){return String(s).replace(/[&<>"]/g,function(c){return '&#'+c.charCodeAt(0)+';'})}function hinta(c){return (c/100).toFixed(2).replace('.',',')+' €'}
function yla(){return '<div class="yp"><a class="yp__n" href="/">Tulipaikka</a><button class="ik" id="avaahaku" aria-label="Avaa haku">⚲</button><a class="ik" href="/suosikit" aria-label="Suosikit">♡</a><a class="ik" href="/ostoskori" aria-label="Ostoskori, '+T.kpl+' tuotetta">⛺ '+T.kpl+'</a></div><div class="haku" hidden><form action="/haku"><input type="search" name="s" placeholder="Mitä etsit?" aria-label="Hakusana"> <button>Hae</button></form></div>'}
function ala(){return '<div class="al"><div>Tulipaikka Oy<br>Kelotie 12, 99800 Ivalo<br>Y-tunnus 0000000-0</div><div><a href="/toimitus-ja-palautus">Toimitus ja palautus</a><br><a href="/rekisteriseloste">Rekisteriseloste</a></div><form method="post" action="/uutiskirje">Nuotiokirje kerran kuussa<br><input name="osoite" type="email" placeholder="Sähköpostiosoite"> <button>Tilaa</button></form></div>'}
function kortit(l){return '<div class="tuki">'+l.map(function(t){return '<div class="kt"><button class="ik sy" data-sydan="'+t.k+'" aria-label="Lisää suosikkeihin">♡</button><a href="/t/'+t.k+'"><svg viewBox="0 0 60 40"><path d="M30 4l14 30H16z" fill="hsl('+t.c%360+' 50% 50%)"/></svg><b>'+e(t.n)+'</b></a><br>'+hinta(t.c)+(t.s?'':' <span class="vir">Loppu</span>')+'</div>'}).join('')+(l.length?'':'Ei osumia.')+'</div>'}
var rivit=function(){return T.rivit.map(function(r){return '<p>'+r.m+' × '+e(r.n)+' – '+hinta(r.c)+' <button class="ik" data-pois="'+e(r.k)+'" aria-label="Poista tuote">🗑</button></p>'}).join('')};
function radio(n,l,v){return l.map(function(t,i){return '<label class="rv"><input type="radio" name="'+n+'" value="'+i+'"'+(v===i?' checked':'')+'> '+t+'</label>'}).join('')}
function kentta(n,t,y){return '<label class="kf">'+t+'<input name="'+n+'" type="'+(y||'text')+'"></label>'}
var sivut={etusivu:function(){return '<div class="si"><h1>Lämpöä kaukana kotoa</h1></div>'+kortit(T.tuotteet)},
haku:function(){return '<div class="si"><h1>Haku</h1></div>'+kortit(T.tuotteet)},
tuote:function(){var t=T.tuote;return '<div class="si"><h1>'+e(t.n)+'</h1><p>'+hinta(t.c)+'</p>'+(t.o.length?'<p id="koot">Koko: '+t.o.map(function(o){return '<button class="ik" data-koko="'+e(o)+'" style="border:1px solid">'+e(o)+'</button> '}).join('')+'</p>':'')+'<p class="vir" role="alert"></p>'+(t.s?'<button class="is" id="osta">Koriin</button>':'<p class="vir">Tuote on loppu. Uusi erä keväällä.</p>')+'<p>Tehty kestämään pakkasta ja nokea.</p></div>'},
kori:function(){return '<div class="si"><h1>Ostoskori</h1>'+(T.rivit.length?rivit()+'<p>Yhteensä '+hinta(T.summa)+'</p><p><a class="is" href="/kassa">Kassalle</a></p>':'<p>Kori on vielä tyhjä.</p>')+'</div>'},
kassa:function(){return '<div class="si"><h1>Kassa</h1>'+rivit()+'<p>Yhteensä '+hinta(T.summa)+'</p><form method="post" action="/kassa" novalidate><fieldset><legend>Maksutapa</legend>'+radio('maksu',['Verkkopankki','Pankki- tai luottokortti','MobilePay','Lasku'],0)+'</fieldset><fieldset><legend>Toimitus</legend>'+radio('toimitus',['Noutopiste 5,90 €','Kotiovelle 13,90 €'],0)+'</fieldset><fieldset><legend>Tiedot</legend>'+kentta('etu','Etunimi')+kentta('suku','Sukunimi')+kentta('posti','Sähköposti','email')+kentta('puh','Puhelin','tel')+kentta('katu','Lähiosoite')+kentta('pnro','Postinumero')+kentta('ptp','Postitoimipaikka')+
'<label class="rx"><input type="checkbox" name="tunnus" checked><i></i>Luo tunnus, niin näet tilauksesi myöhemminkin</label><div class="pw">'+kentta('sala','Salasana','password')+kentta('sala2','Salasana uudelleen','password')+'</div></fieldset><label class="rx"><input type="checkbox" name="ehdot"><i></i>Hyväksyn <a href="/toimitus-ja-palautus">toimitusehdot</a></label><button class="is">Maksa tilaus</button></form></div>'},
teksti:function(){return '<div class="si">'+T.teksti+'</div>'}};
A.innerHTML=yla()+sivut[T.sivu]()+(T.sivu==='kassa'?'':ala());
function posti(u,d){return fetch(u,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(d)}).then(function(v){return v.json()})}
var koko='';A.addEventListener('click',function(v){var t=v.target;
 if(t.id==='avaahaku'){var h=A.querySelector('.haku');h.hidden=!h.hidden;if(!h.hidden)h.querySelector('input').focus()}
 if(t.dataset.sydan){t.textContent='♥';posti('/api/suosikki',{k:t.dataset.sydan})}
 if(t.dataset.koko){koko=t.dataset.koko;A.querySelectorAll('[data-koko]').forEach(function(b){b.style.background=b===t?'#f0b35a':''})}
 if(t.dataset.pois)posti('/api/pois',{k:t.dataset.pois}).then(function(){location.reload()});
 if(t.id==='osta'){t.disabled=true;posti('/api/lisaa',{k:T.tuote.k,o:koko}).then(function(r){t.disabled=false;if(r.virhe){A.querySelector('[role=alert]').textContent=r.virhe;return}var i=A.querySelector('.yp a:last-child');i.textContent='⛺ '+r.kpl;i.setAttribute('aria-label','Ostoskori, '+r.kpl+' tuotetta');A.querySelectorAll('.pk').forEach(function(p){p.remove()});A.insertAdjacentHTML('beforeend','<div class="pk" role="status">Tuote on korissa <a href="/ostoskori">Katso kori</a></div>')})}});
A.addEventListener('change',function(v){if(v.target.name==='tunnus')A.querySelector('.pw').hidden=!v.target.checked});
if(!localStorage.evaste){var d=document.createElement('div');d.className='ev';d.innerHTML='<b>Evästeet</b><label><input type="checkbox" checked disabled> Välttämättömät</label><label><input type="checkbox"> Tilastot</label><p><button>Salli valitut</button> <button>Salli kaikki</button></p>';d.onclick=function(v){if(v.target.tagName==='BUTTON'){localStorage.evaste='1';d.remove()}};document.body.appendChild(d)}
})();"""
TEKSTIT = {
    "/toimitus-ja-palautus": "<h1>Toimitus ja palautus</h1><p>Lähetämme tilaukset kahdessa arkipäivässä.</p><h2>Palautus</h2><p>Tuotteen voi palauttaa 60 päivän sisällä toimituksesta, jos sitä ei ole käytetty. Laita paketin mukaan tilausnumero ja lähetä se asiakaspalautuksena, palautus on sinulle maksuton. Rahat palautetaan samaa maksutapaa käyttäen viikon kuluessa siitä, kun paketti on meillä.</p><h2>Ota yhteyttä</h2><p>Sähköposti nuotio [at] tulipaikka.example</p><p>Puhelin +358 16 555 0140, arkisin 9–15</p>",
    "/rekisteriseloste": "<h1>Rekisteriseloste</h1><p>Tiedot säilytetään kirjanpitolain ajan.</p>",
    "/suosikit": "<h1>Suosikit</h1><p>Sydämellä merkityt tuotteet.</p>",
}


@dataclass
class App(Shop):
    """Tulipaikka, Ivalo."""

    def kori(self, p: Request) -> dict[str, int]:
        kori: dict[str, int] = p.session.setdefault("kori", {})
        return kori

    def sivu(self, p: Request, nimi: str, otsikko: str, status: int = 200, **muu: object) -> Response:
        rivit = [
            {"k": k, "m": m, "n": " ".join((VARUSTEET[k.split("_")[0]][0], k.partition("_")[2])).strip(), "c": VARUSTEET[k.split("_")[0]][1] * m}
            for k, m in self.kori(p).items()
        ]  # fmt: skip
        summa = sum(VARUSTEET[k.split("_")[0]][1] * m for k, m in self.kori(p).items())
        tila = {"sivu": nimi, "rivit": rivit, "summa": summa, "kpl": sum(self.kori(p).values()), **muu}
        data = json.dumps(tila, ensure_ascii=False).replace("</", "<\\/")
        return html(
            f'<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{otsikko} | Tulipaikka</title><style>{CSS}</style></head><body><div id="kuori">Ladataan…</div><script type="application/json" id="tila">{data}</script><script>{JS}</script></body></html>',
            status,
        )

    def tieto(self, k: str) -> dict[str, object]:
        n, c, s, o = VARUSTEET[k]
        return {"k": k, "n": n, "c": c, "s": s, "o": o}

    def handle(self, p: Request) -> Response:
        if p.path.startswith("/api/"):
            return json_response(self.api(p, p.path[5:], p.json if isinstance(p.json, dict) else {}))
        if p.path in ("/", "/haku"):
            hae = p.query.get("s", "").lower()
            lista = [self.tieto(k) for k in VARUSTEET if hae in VARUSTEET[k][0].lower()]
            return self.sivu(p, "haku" if p.path == "/haku" else "etusivu", "Retkivarusteet", tuotteet=lista)
        if p.path.startswith("/t/") and p.path[3:] in VARUSTEET:
            return self.sivu(p, "tuote", VARUSTEET[p.path[3:]][0], tuote=self.tieto(p.path[3:]))
        if p.path == "/ostoskori":
            return self.sivu(p, "kori", "Ostoskori")
        if p.path == "/kassa":
            return self.kassa(p)
        if p.path == "/uutiskirje" and p.method == "POST":
            self.messages += 1
            return redirect("/")
        if p.path in TEKSTIT:
            return self.sivu(p, "teksti", p.path[1:], teksti=TEKSTIT[p.path])
        return self.sivu(p, "teksti", "404", 404, teksti="<h1>Sivua ei löytynyt</h1>")

    def kassa(self, p: Request) -> Response:
        if not self.kori(p):
            return redirect("/ostoskori")
        if p.method == "POST" and p.form.get("posti"):
            self.orders += 1
            self.accounts += "tunnus" in p.form
            self.kori(p).clear()
            return self.sivu(p, "teksti", "Kiitos", teksti="<h1>Kiitos tilauksesta!</h1>")
        return self.sivu(p, "kassa", "Kassa")

    def api(self, p: Request, mita: str, data: dict[str, object]) -> dict[str, object]:
        kori, k = self.kori(p), str(data.get("k", ""))
        if mita == "pois":
            kori.pop(k, None)
        elif mita == "lisaa":
            if k not in VARUSTEET or not VARUSTEET[k][2]:
                return {"virhe": "Tuote on loppu."}
            koko = str(data.get("o") or "")
            if VARUSTEET[k][3] and koko not in VARUSTEET[k][3]:
                return {"virhe": "Valitse ensin koko."}
            avain = f"{k}_{koko}" if VARUSTEET[k][3] else k
            kori[avain] = kori.get(avain, 0) + 1
        return {"kpl": sum(kori.values())}
