"""An Estonian nursery on a site builder: plants are sold inside content pages, the basket is a layer with a small form.

The till reads like a guest's, but its box for an account is ticked and locked, and a password is required.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# page: title, opening text, plants (id, name, cents, left, note)
LEHED: dict[str, tuple[str, str, tuple[tuple[str, str, int, int, str], ...]]] = {
    "tomatid": ("Tomatitaimed", "Külvame märtsi alguses ja karastame taimi enne müüki nädal aega. Taim on 25–30 cm kõrge ja esimese õiekobaraga.", (("valve", "Tomat Valve", 320, 0, "Madal, avamaale."), ("erk", "Tomat Erk", 350, 45, "Varajane ja magus, kasvuhoonesse."), ("malle", "Tomat Malle", 350, 12, "Suured viljad, vajab tuge."))),
    "kurgid": ("Kurgitaimed", "Kurk tahab sooja mulda. Saadame taimed alates 20. maist.", (("visa", "Kurk Visa", 290, 30, "Hapendamiseks."), ("karla", "Kurk Karla", 310, 18, "Salatiks, mõrkjata."))),
    "maitsetaimed": ("Maitsetaimed", "Köögiaknale või peenra äärde.", (("liivatee", "Aed-liivatee", 260, 25, "Püsik."),)),
}  # fmt: skip
TAIMED = {t[0]: t for leht in LEHED.values() for t in leht[2]}
POTID = ("9 cm pott", "12 cm pott")
STIIL = """html{font-size:17px}body{margin:0;font-family:Karla,"Trebuchet MS",sans-serif;color:#2c3327;background:#fbfaf4;line-height:1.65}.pais{max-width:900px;margin:0 auto;padding:34px 20px 10px;display:flex;align-items:baseline;gap:28px}.pais>a{font-size:30px;color:#2c3327;text-decoration:none;font-family:Georgia,serif}.pais nav{margin-left:auto;display:flex;gap:20px}.pais nav a{color:#2c3327;text-decoration:none;border-bottom:2px solid transparent}.pais nav a:hover{border-color:#9a3b3b}.kolm{display:none}main{max-width:900px;margin:0 auto;padding:0 20px 60px}.pilt{height:300px;background:linear-gradient(#b9cf9f,#6d8a4d);border-radius:4px}
.plokid{display:grid;grid-template-columns:repeat(3,1fr);gap:22px;margin-top:26px}.plokid a{color:inherit}.plokid svg{height:170px}.sort{display:grid;grid-template-columns:200px 1fr;gap:26px;padding:26px 0;border-top:1px solid #d9d6c6}.sort .p{background:#e6ead9;aspect-ratio:1}.nupp{background:#9a3b3b;color:#fff;border:0;border-radius:30px;font:inherit;padding:10px 28px;cursor:pointer}.nupp[disabled]{background:#b9b3a5}.sort select{font:inherit;padding:7px;margin-right:10px}.marge{position:fixed;right:26px;top:26px;background:#9a3b3b;border:0;color:#fff;border-radius:50%;width:58px;height:58px;font-size:20px;z-index:5;cursor:pointer}.marge sup{font-size:13px}
.kate{position:fixed;inset:0;background:#2c332799;z-index:20;display:flex;align-items:flex-start;justify-content:center;overflow:auto}.aken{background:#fff;width:620px;margin:5vh 0;padding:28px 34px;box-sizing:border-box;position:relative}.aken .x{position:absolute;right:14px;top:10px;border:0;background:none;font-size:28px;cursor:pointer}.rida{display:flex;gap:14px;align-items:center;border-bottom:1px solid #e4e0d2;padding:10px 0}.rida span:first-child{flex:1}.rida input{width:54px;padding:6px;font:inherit}.rida button{border:0;background:none;cursor:pointer;font-size:18px}.vali{display:block;margin:14px 0}.vali input,.vali select,.vali textarea{display:block;width:100%;box-sizing:border-box;font:inherit;padding:9px;border:1px solid #bbb59f;background:#fff}.paar{display:grid;grid-template-columns:1fr 1fr;gap:0 18px}fieldset{border:0;border-top:1px solid #d9d6c6;padding:16px 0;margin:0}legend{font-weight:bold;padding-right:10px}.lin{display:block;padding:5px 0}.puudu{color:#9a3b3b}
footer{border-top:1px solid #d9d6c6;max-width:860px;margin:0 auto;padding:24px 20px 50px;font-size:15px;display:flex;gap:50px;flex-wrap:wrap}footer a{color:inherit}@media(max-width:640px){html{font-size:16px}.pais{padding-top:22px}.pais>a{font-size:23px}.kolm{display:block;margin-left:auto;background:none;border:0;font-size:26px;padding:6px 10px}.pais nav{display:none;position:absolute;left:0;right:0;top:74px;background:#fbfaf4;flex-direction:column;padding:20px;z-index:4;box-shadow:0 8px 14px #0002}.pais nav.lahti{display:flex}.pilt{height:190px}.plokid,.paar{grid-template-columns:1fr}.sort{grid-template-columns:96px 1fr;gap:16px}.aken{width:100%;min-height:100%;margin:0;padding:22px 18px}.marge{right:16px;top:auto;bottom:16px}}"""
SKRIPT = """
const saada=async(tee,andmed)=>(await fetch('/x/'+tee,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(andmed||{})})).json();
const margistus=n=>{document.querySelectorAll('.marge').forEach(m=>m.remove());if(!n||location.pathname==='/vormista')return;const b=document.createElement('button');b.className='marge';b.innerHTML='&#127793;<sup>'+n+'</sup>';b.setAttribute('aria-label','Ostukorv');b.onclick=ava;document.body.append(b)};
async function ava(){const k=await saada('seis');document.querySelectorAll('.kate').forEach(x=>x.remove());const kate=document.createElement('div');kate.className='kate';
kate.innerHTML='<div class="aken" role="dialog" aria-label="Ostukorv"><button class="x" aria-label="Sulge">&times;</button><h2>Ostukorv</h2><div class="read">'+k.read.map(r=>'<div class="rida"><span>'+r.nimi+'<br><small>'+r.pott+'</small></span><input type="number" min="1" value="'+r.n+'" data-m="'+r.v+'" aria-label="Kogus"><span>'+r.hind+'</span><button data-e="'+r.v+'" aria-label="Eemalda">&#128465;</button></div>').join('')+'</div>'+(k.n?'<form action="/vormista"><div class="paar"><label class="vali">Riik<select name="riik"><option>Eesti</option><option>Läti</option><option>Soome</option></select></label><label class="vali">Kättesaamine<select name="viis"><option value="p">Pakiautomaat 4,90 €</option><option value="i">Tulen ise Peenramaale 0 €</option></select></label></div><label class="vali">Soov aednikule<textarea name="soov" rows="2"></textarea></label><p style="display:flex;justify-content:space-between;align-items:center"><b>Kokku '+k.kokku+'</b><button class="nupp">Edasi</button></p><small>Taimi saab tagastada, vaata <a href="/tingimused">tingimusi</a>.</small></form>':'<p>Korv on tühi.</p>')+'</div>';
kate.onclick=async s=>{const t=s.target;if(t===kate||t.className==='x')kate.remove();if(t.dataset.e){const r=await saada('eemalda',{v:t.dataset.e});margistus(r.n);ava()}};kate.onchange=async s=>{if(s.target.dataset.m){const r=await saada('kogus',{v:s.target.dataset.m,n:+s.target.value});margistus(r.n);ava()}};document.body.append(kate)}
document.querySelectorAll('[data-taim]').forEach(b=>b.onclick=async()=>{b.disabled=true;const vana=b.textContent;b.textContent='Lisan …';const s=b.parentElement.querySelector('select');const r=await saada('lisa',{t:b.dataset.taim,p:s.value});setTimeout(()=>{b.disabled=false;b.textContent=vana;margistus(r.n);ava()},350)});
const kolm=document.querySelector('.kolm');if(kolm)kolm.onclick=()=>document.querySelector('.pais nav').classList.toggle('lahti');
const v=document.querySelector('#tellimus');if(v)v.onsubmit=async s=>{s.preventDefault();const d=Object.fromEntries(new FormData(v)),r=await saada('telli',d);if(r.viga)v.querySelector('.puudu').textContent=r.viga;else v.innerHTML='<h2>Aitäh! Tellimus on käes ja konto loodud.</h2>'};
saada('seis').then(k=>margistus(k.n));
"""
TINGIMUSED = "<h1>Müügitingimused</h1><h2>Kohaletoimetamine</h2><p>Taimed lähevad teele esmaspäeviti ja teisipäeviti, et need nädalavahetuseks pakki ei jääks.</p><h2>Tagastamine</h2><p>Tellimusest võib taganeda 14 päeva jooksul kauba kättesaamisest. Kirjuta aed@peenramaa.example ja too või saada taimed tagasi samas potis ja kastetuna. Tagastuse saatekulu kannab ostja. Raha maksame tagasi samale kontole hiljemalt 14 päeva pärast teate saamist. Külmunud või murdunud taime asemel saadame kohe uue.</p><h2>Isikuandmed</h2><p>Andmeid näeb ainult aednik ja pakifirma.</p>"


def raha(senti: int) -> str:
    return f"{senti / 100:.2f} €".replace(".", ",")


@dataclass
class App(Shop):
    """Peenramaa taimeaed, Põlvamaa."""

    def seis(self, r: Request) -> dict[str, object]:
        korv: dict[str, int] = r.session.setdefault("peenar", {})
        read = []
        summa = 0
        for v, n in korv.items():
            taim, _, pott = v.partition("/")
            hind = (TAIMED[taim][2] + (90 if pott == POTID[1] else 0)) * n
            summa += hind
            read.append({"v": v, "nimi": TAIMED[taim][1], "pott": pott, "n": n, "hind": raha(hind)})
        return {"read": read, "n": sum(korv.values()), "kokku": raha(summa)}

    def x(self, r: Request, mis: str) -> Response:
        d = r.json if isinstance(r.json, dict) else {}
        korv: dict[str, int] = r.session.setdefault("peenar", {})
        v = str(d.get("v", ""))
        if mis == "lisa" and TAIMED.get(str(d.get("t")), ("", "", 0, 0))[3] and d.get("p") in POTID:
            v = f"{d['t']}/{d['p']}"
            korv[v] = korv.get(v, 0) + 1
        elif mis == "eemalda":
            korv.pop(v, None)
        elif mis == "kogus" and v in korv:
            korv[v] = max(1, int(d.get("n") or 1))
        elif mis == "raamat":
            self.messages += 1
        elif mis == "telli":
            return self.telli(d, korv)
        return json_response(self.seis(r))

    def telli(self, d: dict[str, object], korv: dict[str, int]) -> Response:
        if any(not d.get(k) for k in ("ees", "pere", "post", "tel", "koht")):
            return json_response({"viga": "Palun täida tärniga väljad."})
        if len(str(d.get("parool", ""))) < 8 or d.get("parool") != d.get("parool2"):
            return json_response({"viga": "Parool peab olema vähemalt 8 märki ja mõlemal korral sama."})
        self.accounts += 1
        self.orders += bool(korv)
        korv.clear()
        return json_response({"ok": True})

    def leht(self, pealkiri: str, sisu: str, status: int = 200) -> Response:
        viited = "".join(f'<a href="/{a}">{t}</a>' for a, t in (*((k, v[0]) for k, v in LEHED.items()), ("kulalisraamat", "Külalisraamat"), ("kontakt", "Kontakt")))  # fmt: skip
        return html(
            f'<!DOCTYPE html><html lang="et"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{pealkiri} · Peenramaa</title><style>{STIIL}</style></head><body><header class="pais"><a href="/">Peenramaa</a><button class="kolm" aria-label="Menüü">≡</button><nav>{viited}</nav></header><main>{sisu}</main><footer><div>Peenramaa taimeaed OÜ<br>Allika talu, Kiidjärve, 63604 Põlvamaa</div><div><a href="tel:+37255501784">5550 1784</a><br><a href="mailto:aed@peenramaa.example">aed@peenramaa.example</a></div><div><a href="/tingimused">Müügitingimused</a></div></footer><script>{SKRIPT}</script></body></html>',
            status,
        )

    def pilt(self, nimi: str) -> str:
        return f'<svg viewBox="0 0 60 60" role="img" aria-label="{nimi}"><path d="M30 50V22" stroke="#4d6b35" stroke-width="3"/><circle cx="{22 + len(nimi)}" cy="24" r="9" fill="#9a3b3b"/><path d="M18 50h24l-4 8H22z" fill="#8d6a4b"/></svg>'

    def taimeleht(self, nimi: str) -> Response:
        pealkiri, tekst, taimed = LEHED[nimi]
        sordid = "".join(
            f'<section class="sort"><div class="p">{self.pilt(n)}</div><div><h2 style="margin:0">{n}</h2><p>{markus}</p><p><b>{raha(h)}</b></p>'
            + (f'<p><select aria-label="Poti suurus"><option>{POTID[0]}</option><option>{POTID[1]}</option></select><button class="nupp" data-taim="{i}">Lisa korvi</button></p>' if laos else '<button class="nupp" disabled>Otsas</button>')
            + "</div></section>"
            for i, n, h, laos, markus in taimed
        )  # fmt: skip
        return self.leht(pealkiri, f'<h1>{pealkiri}</h1><p>{tekst}</p>{sordid}<h3>Kasvatamise nipid</h3><p>Kasta hommikul ja juure alla. Esimesel nädalal kata katteloriga.</p>')  # fmt: skip

    def vormista(self, r: Request) -> Response:
        seis = self.seis(r)
        if not seis["n"]:
            return redirect("/tomatid")
        f = lambda n, t, y="text": f'<label class="vali">{t} *<input name="{n}" type="{y}"></label>'  # noqa: E731
        koht = '<label class="vali">Pakiautomaat *<select name="koht"><option value="">Vali …</option><option>Tartu Lõunakeskus</option><option>Põlva Kaubamaja</option><option>Tallinn Balti jaam</option></select></label>' if r.query.get("viis") != "i" else '<input type="hidden" name="koht" value="Peenramaa"><p>Tuled ise järele: Allika talu, Kiidjärve.</p>'  # fmt: skip
        return self.leht(
            "Tellimine",
            f'<h1>Tellimuse vormistamine</h1><p>Taimi korvis: {seis["n"]}, kokku <b>{seis["kokku"]}</b></p><form id="tellimus" novalidate><fieldset><legend>Sinu andmed</legend><div class="paar">{f("ees", "Eesnimi")}{f("pere", "Perenimi")}{f("post", "E-post", "email")}{f("tel", "Telefon", "tel")}</div>{koht}<label class="lin"><input type="checkbox" name="konto" checked disabled> Loon aiakonto – meeldetuletused kastmiseks ja väetamiseks</label><small>Konto luuakse iga tellimusega.</small><div class="paar">{f("parool", "Parool", "password")}{f("parool2", "Parool uuesti", "password")}</div><p><small>Konto on juba olemas? <a href="/sisene">Logi sisse</a></small></p></fieldset><fieldset><legend>Makse</legend><label class="lin"><input type="radio" name="makse" value="pank" checked> Pangalink</label><label class="lin"><input type="radio" name="makse" value="arve"> Arve e-postile</label></fieldset><label class="lin"><input type="checkbox" name="nous"> Nõustun <a href="/tingimused" target="_blank">müügitingimustega</a></label><p class="puudu" role="alert"></p><button class="nupp">Telli ja maksa</button></form>',
        )

    def handle(self, r: Request) -> Response:
        tee = r.path.strip("/")
        if tee.startswith("x/"):
            return self.x(r, tee[2:])
        if tee in LEHED:
            return self.taimeleht(tee)
        if tee == "vormista":
            return self.vormista(r)
        if not tee:
            plokid = "".join(f'<a href="/{k}">{self.pilt(v[0])}<h3>{v[0]}</h3></a>' for k, v in LEHED.items())
            return self.leht("Avaleht", f'<div class="pilt"></div><h1>Tugevad taimed Taevaskoja lähedalt</h1><p>Kasvatame kolmes kasvuhoones umbes neljakümmet sorti. Poes on see, mis praegu istutamiseks valmis.</p><div class="plokid">{plokid}</div>')  # fmt: skip
        lehed = {
            "tingimused": TINGIMUSED,
            "kontakt": "<h1>Kontakt</h1><p>Allika talu, Kiidjärve, 63604 Põlvamaa. Helista enne tulekut: 5550 1784.</p>",
            "kulalisraamat": '<h1>Külalisraamat</h1><p><b>Aino, Räpina:</b> tulime külalisena, läksime kümne tomatiga.</p><p><b>Margus:</b> vägevad kurgid!</p><form onsubmit="event.preventDefault();saada(\'raamat\');this.innerHTML=\'Aitäh!\'"><label class="vali">Sinu tervitus<textarea></textarea></label><button class="nupp">Kirjuta</button></form>',
            "sisene": '<h1>Logi sisse</h1><form method="post"><label class="vali">E-post<input name="post"></label><label class="vali">Parool<input type="password" name="parool"></label><button class="nupp">Sisene</button></form>',
        }
        return self.leht("Peenramaa", lehed[tee]) if tee in lehed else self.leht("404", "<p>Sellist lehte ei ole.</p>", 404)  # fmt: skip
