"""An Estonian soap maker on a small site builder: the buy button opens a layer that is basket and till at once.

The bar on top changes between Estonian and English; every page exists in both.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response

# slug: (Estonian, English), cents, left
SEEBID: dict[str, tuple[tuple[str, str], int, int]] = {
    "kadakas": (("Kadakaseep", "Juniper soap"), 750, 14),
    "turvas": (("Turbaseep", "Peat soap"), 800, 6),
    "meri": (("Meresoolaseep", "Sea salt soap"), 780, 0),
    "alus": (("Kasepuust seebialus", "Birch soap dish"), 1200, 9),
}
SONAD = {
    "et": {"pood": "Pood", "meist": "Meist", "tingimused": "Müügitingimused", "kontakt": "Kontakt", "osta": "Osta", "otsas": "Otsas", "pealkiri": "Seebid Hiiumaalt", "km": "Hind sisaldab käibemaksu.", "korv": "Ostukorv", "kogus": "Kogus", "kokku": "Kokku", "nimi": "Nimi", "epost": "E-post", "tel": "Telefon", "tarne": "Tarneviis", "vali": "Vali…", "pakk": "Pakiautomaat (Omniva)", "tulen": "Tulen ise järele", "markus": "Märkused", "makse": "Makseviis", "pank": "Pangalink", "kaart": "Pangakaart", "arve": "Arve e-postile", "nous": "Nõustun <a href='/tingimused' target='_blank'>müügitingimustega</a>", "telli": "Vormista tellimus", "tanu": "Aitäh! Tellimus on käes.", "vead": "Palun täida tärniga väljad.", "tyhi": "Ostukorv on tühi", "automaat": "Pakiautomaadi asukoht"},
    "en": {"pood": "Shop", "meist": "About", "tingimused": "Terms of sale", "kontakt": "Contact", "osta": "Buy", "otsas": "Sold out", "pealkiri": "Soaps from Hiiumaa", "km": "VAT is included.", "korv": "Shopping cart", "kogus": "Quantity", "kokku": "Total", "nimi": "Name", "epost": "E-mail", "tel": "Phone", "tarne": "Shipping", "vali": "Choose…", "pakk": "Parcel machine (Omniva)", "tulen": "I will pick it up", "markus": "Notes", "makse": "Payment", "pank": "Bank link", "kaart": "Card", "arve": "Invoice by e-mail", "nous": "I agree with the <a href='/en/tingimused' target='_blank'>terms of sale</a>", "telli": "Place order", "tanu": "Thank you! We have your order.", "vead": "Please fill in the starred fields.", "tyhi": "The cart is empty", "automaat": "Which machine"},
}  # fmt: skip
CSS = """*{box-sizing:border-box}body{margin:0;font:17px/1.65 "PT Serif",Cambria,serif;color:#2d3a35;background:#fff}a{color:#2d6a5a}.ulariba{background:#2d3a35;color:#fff;font:13px sans-serif;display:flex;justify-content:flex-end;gap:14px;padding:6px 24px;align-items:center}.keeled{position:relative}.keeled>button{background:none;border:0;color:#fff;cursor:pointer;font:inherit}.keeled ul{display:none;position:absolute;right:0;top:24px;background:#fff;margin:0;padding:8px 16px;list-style:none;z-index:5;border:1px solid #ccc}.keeled.lahti ul{display:block}.pais{display:flex;align-items:center;gap:34px;padding:24px;max-width:1080px;margin:auto}.pais .mark{font-size:28px;text-decoration:none;color:inherit}.pais nav{display:flex;gap:22px;flex:1}.pais nav a{text-decoration:none}.men{display:none}.korvnupp{background:none;border:0;cursor:pointer;font:15px sans-serif;color:inherit}.korvnupp[hidden]{display:none}
.sisu{max-width:1080px;margin:auto;padding:0 24px 50px}.riiul{display:grid;grid-template-columns:repeat(4,1fr);gap:22px}.riiul a{text-decoration:none;color:inherit;text-align:center}.tk{background:#e9efe9;padding:24px 0}.toode{display:grid;grid-template-columns:1fr 1fr;gap:40px}.nupp{background:#2d6a5a;color:#fff;border:0;padding:12px 34px;font:16px sans-serif;cursor:pointer}.nupp:disabled{background:#aaa}.jalus{background:#e9efe9;padding:30px 24px;text-align:center;font:14px/1.8 sans-serif}
.kiht{position:fixed;inset:0;background:#0009;z-index:50;display:none;overflow:auto;padding:40px 16px}.kiht.lahti{display:block}.kast{background:#fff;max-width:620px;margin:auto;padding:28px;font:15px/1.5 sans-serif;position:relative}.sulge{position:absolute;top:10px;right:12px;border:0;background:none;font-size:26px;cursor:pointer}.vl{display:block;margin:12px 0}.vl input:not([type=radio]):not([type=checkbox]),.vl select,.vl textarea{display:block;width:100%;padding:9px;border:1px solid #9aa;font:inherit}.rida{display:flex;gap:12px;align-items:center;border-bottom:1px solid #dde;padding:8px 0}.rida span:first-child{flex:1}.rida input{width:60px;padding:6px}fieldset{border:1px solid #ccd;margin:12px 0}.viga{color:#b02}
@media(max-width:640px){.pais{flex-wrap:wrap;gap:8px;padding:14px 16px}.pais nav{display:none;flex-basis:100%;order:9;flex-direction:column}.pais nav.lahti{display:flex}.men{display:block;background:none;border:0;font-size:24px}.pais .mark{flex:1;font-size:22px}.riiul{grid-template-columns:1fr 1fr;gap:12px}.toode{grid-template-columns:1fr}.sisu{padding:0 16px 40px}.kiht{padding:0}.kast{min-height:100%;padding:22px 16px}}"""
JS = r"""
(()=>{const q=(s,r=document)=>r.querySelector(s),raha=c=>'€'+(c/100).toFixed(2);let korv={read:[]},saadetud=false;
const kutsu=async(tee,keha)=>(await fetch('/ecom/'+tee+'?k='+KEEL,keha?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(keha)}:{})).json();
const mark=()=>{const n=korv.read.reduce((a,r)=>a+r.n,0);q('.korvnupp').hidden=!n;q('.korvnupp').textContent='🧺 '+n};
const vali=(t,n,tyyp='text',tarn=' *')=>`<label class="vl">${t}${tarn}<input name="${n}" type="${tyyp}"></label>`;
const ridu=()=>korv.read.map(r=>`<div class="rida"><span>${r.nimi}</span><input type="number" min="0" value="${r.n}" data-kogus="${r.id}" aria-label="${S.kogus}"><span>${raha(r.summa)}</span></div>`).join('')+`<p style="text-align:right">${S.kokku} <b>${raha(korv.read.reduce((a,r)=>a+r.summa,0))}</b></p>`;
const ava=()=>{const k=q('.kast');k.innerHTML=`<button class="sulge" aria-label="×">×</button><h2>${S.korv}</h2>`+(korv.read.length?`<div class="read">${ridu()}</div><form novalidate>${vali(S.nimi,'nimi')}${vali(S.epost,'epost','email')}${vali(S.tel,'tel','tel')}<label class="vl">${S.tarne} *<select name="tarne"><option value="">${S.vali}</option><option value="p">${S.pakk} €3.50</option><option value="i">${S.tulen} €0.00</option></select></label><div class="aut"></div><label class="vl">${S.markus}<textarea name="m" rows="2"></textarea></label><fieldset><legend>${S.makse}</legend>${[S.pank,S.kaart,S.arve].map((t,i)=>`<label class="vl"><input type="radio" name="makse" value="${i}" ${i?'':'checked'}> ${t}</label>`).join('')}</fieldset><label class="vl"><input type="checkbox" name="nous"> ${S.nous}</label><p class="viga" role="alert"></p><button class="nupp">${S.telli}</button></form>`:`<p>${S.tyhi}</p>`);q('.kiht').classList.add('lahti');document.body.style.overflow='hidden'};
const kinni=()=>{q('.kiht').classList.remove('lahti');document.body.style.overflow=''};
document.addEventListener('click',async e=>{const t=e.target;if(t.matches('.keeled>button'))t.parentNode.classList.toggle('lahti');else if(t.matches('.men'))q('.pais nav').classList.toggle('lahti');else if(t.matches('.sulge')||t.matches('.kiht'))kinni();else if(t.matches('.korvnupp'))ava();
 else if(t.matches('[data-osta]')){t.disabled=true;korv=await kutsu('lisa',{id:t.dataset.osta});t.disabled=false;mark();ava()}});
document.addEventListener('change',async e=>{const t=e.target;if(t.dataset.kogus){korv=await kutsu('kogus',{id:t.dataset.kogus,n:+t.value});mark();if(korv.read.length)q('.read').innerHTML=ridu();else ava()}
 if(t.name==='tarne')q('.aut').innerHTML=t.value==='p'?vali(S.automaat,'automaat'):''});
document.addEventListener('submit',async e=>{if(!e.target.closest('.kast'))return;e.preventDefault();const f=new FormData(e.target);if(!f.get('nimi')||!f.get('epost')||!f.get('tel')||!f.get('tarne')||!f.get('nous')){q('.viga').textContent=S.vead;return}await kutsu('telli',{});korv={read:[]};mark();q('.kast').innerHTML=`<button class="sulge">×</button><h2>${S.tanu}</h2>`});
kutsu('korv').then(k=>{korv=k;mark()})})();
"""


@dataclass
class App(Shop):
    """Kärdla Seep, Hiiumaa."""

    def korv(self, r: Request) -> dict[str, Any]:
        sees: dict[str, int] = r.session.setdefault("korv", {})
        en = r.query.get("k") == "en"
        return {"read": [{"id": k, "nimi": SEEBID[k][0][en], "n": n, "summa": SEEBID[k][1] * n} for k, n in sees.items()]}  # fmt: skip

    def ecom(self, r: Request, tegu: str) -> Response:
        sees: dict[str, int] = r.session.setdefault("korv", {})
        keha = r.json if isinstance(r.json, dict) else {}
        nr = str(keha.get("id", ""))
        if tegu == "lisa" and nr in SEEBID and SEEBID[nr][2]:
            sees[nr] = sees.get(nr, 0) + 1
        elif tegu == "kogus" and nr in sees:
            sees[nr] = int(keha.get("n") or 0)
            if sees[nr] < 1:
                sees.pop(nr)
        elif tegu == "telli" and sees:
            self.orders += 1
            sees.clear()
        return json_response(self.korv(r))

    def leht(self, keel: str, tee: str, nimi: str, sisu: str, status: int = 200) -> Response:
        s, ees = SONAD[keel], "/en" if keel == "en" else ""
        lingid = "".join(f'<a href="{ees}/{t}">{s[k]}</a>' for t, k in (("", "pood"), ("meist", "meist"), ("tingimused", "tingimused"), ("kontakt", "kontakt")))  # fmt: skip
        return html(
            f'<!DOCTYPE html><html lang="{keel}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{nimi} · Kärdla Seep</title><style>{CSS}</style></head><body><div class="ulariba"><span class="keeled"><button aria-haspopup="true">{"Eesti" if keel == "et" else "English"} ▾</button><ul><li><a href="{tee or "/"}" lang="et">Eesti</a></li><li><a href="/en{tee}" lang="en">English</a></li></ul></span></div><header class="pais"><a class="mark" href="{ees or "/"}">Kärdla Seep</a><button class="men" aria-label="Menu">☰</button><nav>{lingid}</nav><button class="korvnupp" hidden></button></header><main class="sisu">{sisu}</main>'
            f'<footer class="jalus">OÜ Kärdla Seep · Vabriku väljak 1, 92411 Kärdla · <a href="mailto:seep@kardlaseep.example">seep@kardlaseep.example</a> · +372 555 01 230<br><a href="{ees}/tingimused">{s["tingimused"]}</a></footer><div class="kiht"><div class="kast" role="dialog" aria-modal="true"></div></div><script>const KEEL={json.dumps(keel)},S={json.dumps(s)};{JS}</script></body></html>',
            status,
        )

    def handle(self, r: Request) -> Response:
        if r.path.startswith("/ecom/"):
            return self.ecom(r, r.path[6:])
        keel = "en" if r.path == "/en" or r.path.startswith("/en/") else "et"
        tee = (r.path[3:] if keel == "en" else r.path).rstrip("/")
        s, ees, en = SONAD[keel], "/en" if keel == "en" else "", keel == "en"
        if not tee:
            riiul = "".join(f'<a href="{ees}/pood/{k}"><div class="tk">{pilt(k)}</div>{n[en]}<br><small>{f"€{h / 100:.2f}" if m else s["otsas"]}</small></a>' for k, (n, h, m) in SEEBID.items())  # fmt: skip
            return self.leht(keel, tee, s["pood"], f'<h1>{s["pealkiri"]}</h1><div class="riiul">{riiul}</div>')
        nr = tee.removeprefix("/pood/")
        if tee.startswith("/pood/") and nr in SEEBID:
            n, h, m = SEEBID[nr]
            nupp = f'<button class="nupp" data-osta="{nr}">{s["osta"]}</button>' if m else f'<button class="nupp" disabled>{s["otsas"]}</button>'  # fmt: skip
            return self.leht(keel, tee, n[en], f'<div class="toode"><div class="tk" style="text-align:center">{pilt(nr)}</div><div><h1>{n[en]}</h1><p style="font-size:24px">€{h / 100:.2f}</p>{nupp}<p><small>{s["km"]}</small></p></div></div>')  # fmt: skip
        tekstid = {
            "/meist": ("<h1>Meist</h1><p>Keedame seepi vanas villavabrikus.</p>", "<h1>About</h1><p>We boil soap in an old wool mill.</p>"),
            "/kontakt": ("<h1>Kontakt</h1><p>Vabriku väljak 1, Kärdla. Pood on lahti K–R 11–16.</p>", "<h1>Contact</h1><p>Vabriku väljak 1, Kärdla. Open Wed–Fri 11–16.</p>"),
            "/tingimused": ("<h1>Müügitingimused</h1><h2>Tarne</h2><p>Saadame pakid kahe tööpäevaga.</p><h2>Taganemisõigus</h2><p>Kaup on lubatud tagastada 14 päeva jooksul pärast kättesaamist. Pakend peab olema avamata. Kirjuta enne tagastamist meile e-kiri; tagastamise postikulu tasub ostja. Raha kanname tagasi hiljemalt 14 päeva pärast kauba saabumist.</p>", "<h1>Terms of sale</h1><h2>Returns</h2><p>You may return goods within 14 days of receiving them. The packet must be unopened. Please write to us before sending anything back; return postage is paid by the buyer. We refund you at the latest 14 days after the goods have come back.</p>"),
        }  # fmt: skip
        if tee in tekstid:
            return self.leht(keel, tee, "Info", tekstid[tee][en])
        return self.leht(keel, "", "404", "<h1>404</h1>", 404)


def pilt(k: str) -> str:
    v = {"kadakas": "#6f8f5a", "turvas": "#5a4636", "meri": "#9fc4d0", "alus": "#d7b98a"}[k]
    return f'<svg viewBox="0 0 60 40" width="120" aria-hidden="true"><rect x="6" y="8" width="48" height="26" rx="8" fill="{v}"/><path d="M14 16h30" stroke="#fff8" stroke-width="3"/></svg>'
