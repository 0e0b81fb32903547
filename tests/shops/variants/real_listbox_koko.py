"""A Finnish clothes shop: the size is a listbox behind a button, every colour is a product of its own, the button says what is missing.

The bag is a page; after adding, a note slides in under the header and goes away again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

SIZES = ("34", "36", "38", "40", "42")
# slug: name, colour, tone, euros, sizes in stock
GOODS: dict[str, tuple[str, str, str, int, tuple[str, ...]]] = {
    "jakala-neule-harmaa": ("Jäkälä-neule", "harmaa", "#9aa39b", 119, ()),
    "karpalo-paita-luumu": ("Karpalo-paita", "luumu", "#6b2f4a", 79, ("36", "40", "42")),
    "karpalo-paita-sammal": ("Karpalo-paita", "sammal", "#66713f", 79, SIZES),
    "ruska-hame-okra": ("Ruska-hame", "okra", "#c08a2d", 95, ("34", "36", "38")),
    "ruska-hame-yo": ("Ruska-hame", "yö", "#22304a", 95, ("38", "40")),
    "halla-takki-kaura": ("Halla-takki", "kaura", "#d8c8a6", 249, SIZES),
}
CSS = """*{box-sizing:border-box}body{margin:0;font:300 16px/1.6 "Jost",Futura,sans-serif;color:#222}a{color:inherit}.lev{max-width:1280px;margin:auto;padding:0 20px}.yla{position:sticky;top:0;background:#fffd;display:flex;align-items:center;gap:26px;padding:16px 20px;z-index:9;border-bottom:1px solid #eee}.yla .nimi{font-size:24px;letter-spacing:.3em;text-decoration:none;margin-right:auto}
.yla nav a{margin-right:22px;text-decoration:none}.kassi{text-decoration:none;white-space:nowrap}.valikko{display:none}.hylly{display:grid;grid-template-columns:repeat(3,1fr);gap:34px 18px}.vaate{position:relative}.vaate img{width:100%;display:block;background:#f4f1ee}.vaate .nimike{display:block;margin-top:8px;text-decoration:none}.loppu{position:absolute;top:10px;left:10px;background:#222;color:#fff;padding:1px 10px;font-size:13px}
.syda{position:absolute;top:6px;right:6px;border:0;background:none;font-size:22px;cursor:pointer}.kaksi{display:grid;grid-template-columns:3fr 2fr;gap:44px;padding-top:26px}.varit a{display:inline-block;width:30px;height:30px;border-radius:50%;margin-right:10px;border:1px solid #0003}.varit a[aria-current]{outline:2px solid #222;outline-offset:3px}
.koko{position:relative;margin:18px 0}.koko>button{width:100%;text-align:left;padding:14px;border:1px solid #999;background:#fff;font:inherit;cursor:pointer}.koko ul{position:absolute;left:0;right:0;top:100%;margin:0;padding:0;list-style:none;background:#fff;border:1px solid #999;border-top:0;z-index:5}.koko li{padding:12px 14px;cursor:pointer}.koko li:hover{background:#f4f1ee}.koko li[aria-disabled=true]{color:#aaa;cursor:default}
.osta{width:100%;padding:16px;border:0;background:#6b2f4a;color:#fff;font:inherit;letter-spacing:.08em;cursor:pointer}.osta.vajaa{background:#8a8a8a}.osta[disabled]{background:#ddd;color:#777}.pala{position:fixed;right:20px;top:74px;background:#222;color:#fff;padding:14px 20px;z-index:20}.ala{background:#f4f1ee;margin-top:70px;padding:34px 20px;display:flex;gap:60px;flex-wrap:wrap}.ala a{display:block}
.evaste{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:2px solid #6b2f4a;padding:18px 24px;z-index:40;display:flex;gap:14px;align-items:center;flex-wrap:wrap}.evaste button{padding:10px 18px;font:inherit}.rivi{display:grid;grid-template-columns:80px 1fr auto auto;gap:18px;border-bottom:1px solid #ddd;padding:14px 0}.kassalle{display:inline-block;background:#222;color:#fff;padding:16px 40px;text-decoration:none;margin:20px 0}
.lomake label{display:block;margin:10px 0}.lomake input[type=text],.lomake input[type=email],.lomake input[type=tel],.lomake textarea{display:block;width:100%;max-width:460px;padding:12px;font:inherit;border:1px solid #999}@media(max-width:820px){.yla nav{display:none}.yla nav.auki{display:block;position:absolute;top:100%;left:0;right:0;background:#fff;padding:14px}.yla nav.auki a{display:block;padding:10px}.valikko{display:block;border:0;background:none;font-size:24px}.hylly{grid-template-columns:1fr 1fr}.kaksi{grid-template-columns:1fr}.rivi{grid-template-columns:60px 1fr}}"""
SCRIPT = """<script>(function(){var q=function(s){return document.querySelector(s)};var v=q('.valikko');v.onclick=function(){q('.yla nav').classList.toggle('auki')};
document.querySelectorAll('.syda').forEach(function(s){s.onclick=function(){s.textContent=s.textContent=='♡'?'♥':'♡'}});
var e=q('.evaste');if(document.cookie.indexOf('evaste=')<0)e.hidden=false;e.querySelectorAll('button').forEach(function(b){b.onclick=function(){document.cookie='evaste='+b.value+';path=/';e.style.display='none'}});if(e.hidden)e.style.display='none';
var k=q('.koko');if(!k)return;var nappi=k.querySelector('button'),lista=k.querySelector('ul'),osta=q('.osta'),koko='';
function auki(x){lista.hidden=!x;nappi.setAttribute('aria-expanded',x)}nappi.onclick=function(){auki(lista.hidden)};
lista.onclick=function(ev){var li=ev.target.closest('li');if(!li||li.getAttribute('aria-disabled')=='true')return;koko=li.dataset.koko;nappi.firstChild.textContent='Koko '+koko;lista.querySelectorAll('li').forEach(function(o){o.setAttribute('aria-selected',o==li)});auki(false);osta.classList.remove('vajaa');osta.textContent='Lisää ostoskassiin'};
document.addEventListener('click',function(ev){if(!k.contains(ev.target)&&ev.target!=osta)auki(false)});
osta.onclick=function(){if(!koko){auki(true);return}fetch('/kassiin',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({tuote:osta.dataset.tuote,koko:koko})}).then(function(r){return r.json()}).then(function(d){q('.kassi b').textContent=d.kpl;var p=document.createElement('div');p.className='pala';p.setAttribute('role','status');p.textContent='Tuote on nyt ostoskassissasi.';document.body.append(p);setTimeout(function(){p.remove()},3500)})}})()</script>"""
RETURNS = "<h1>Vaihto ja palautus</h1><p>Voit palauttaa käyttämättömän tuotteen 30 päivän kuluessa siitä, kun sait paketin. Laita mukaan pakkauksessa tullut lomake ja vie paketti mihin tahansa noutopisteeseen; Suomessa palautus on maksuton.</p><p>Hyvitämme hinnan samaan maksutapaan viimeistään 14 päivän kuluttua paketin saapumisesta. Alennetutkin tuotteet voi palauttaa.</p>"


@dataclass
class App(Shop):
    """Havumaa."""

    def sivu(self, r: Request, otsikko: str, runko: str, status: int = 200) -> Response:
        n = sum(r.session.get("kassi", {}).values())
        return html(
            f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{otsikko} | Havumaa</title><style>{CSS}</style></head><body><header class="yla"><button class="valikko" aria-label="Valikko">☰</button><a class="nimi" href="/">HAVUMAA</a><nav><a href="/vaatteet">Vaatteet</a><a href="/palautus">Palautukset</a><a href="/yhteys">Asiakaspalvelu</a></nav>'
            f'<a class="kassi" href="/ostoskassi">Ostoskassi <b>{n}</b></a></header><main class="lev">{runko}</main><footer class="ala"><div><b>Asiakaspalvelu</b><a href="/yhteys">Ota yhteyttä</a><a href="/palautus">Vaihto ja palautus</a></div><div>Havumaa Oy<br>Käpytie 4, 33100 Tampere<br>Puh. 03 555 0142</div></footer>'
            f'<div class="evaste" hidden role="region" aria-label="Evästeet"><span>Käytämme evästeitä palvelun kehittämiseen.</span><button value="vain">Vain välttämättömät</button><button value="kaikki">Hyväksy kaikki</button></div>{SCRIPT}</body></html>',
            status,
        )

    def kuva(self, slug: str) -> str:
        name, colour, tone, _, _ = GOODS[slug]
        svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 76'><path d='M18 14h24l8 50H10z' fill='{tone}'/></svg>".replace("#", "%23")  # fmt: skip
        return f'<img alt="{name}, {colour}" width="300" height="380" src="data:image/svg+xml,{svg}">'

    def hylly(self) -> str:
        return '<div class="hylly">' + "".join(f'<article class="vaate"><a href="/tuote/{s}" tabindex="-1">{self.kuva(s)}</a><button class="syda" aria-label="Lisää toivelistalle">♡</button>{"" if sizes else "<span class=loppu>Loppuunmyyty</span>"}<a class="nimike" href="/tuote/{s}">{name} <small>{colour}</small></a><span>{price},00 €</span></article>' for s, (name, colour, _, price, sizes) in GOODS.items()) + "</div>"  # fmt: skip

    def tuote(self, r: Request, slug: str) -> Response:
        name, colour, _, price, stock = GOODS[slug]
        kin = "".join(f'<a href="/tuote/{s}" title="{g[1]}" aria-label="{name}, {g[1]}" style="background:{g[2]}" {"aria-current=page" if s == slug else ""}></a>' for s, g in GOODS.items() if g[0] == name)  # fmt: skip
        rows = "".join(f'<li role="option" aria-selected="false" data-koko="{k}" aria-disabled="{str(k not in stock).lower()}">{k}{"" if k in stock else " – loppu"}</li>' for k in SIZES)  # fmt: skip
        data = {"@context": "https://schema.org", "@type": "ProductGroup", "name": name, "hasVariant": [{"@type": "Product", "name": f"{name}, {colour}, {k}", "offers": {"@type": "Offer", "price": f"{price}.00", "priceCurrency": "EUR", "availability": "https://schema.org/" + ("InStock" if k in stock else "OutOfStock")}} for k in SIZES]}  # fmt: skip
        buy = (f'<div class="koko"><button type="button" aria-haspopup="listbox" aria-expanded="false">Valitse koko<span aria-hidden="true" style="float:right">⌄</span></button><ul role="listbox" aria-label="Koko" hidden>{rows}</ul></div><button type="button" class="osta vajaa" data-tuote="{slug}">Valitse koko</button>'
               if stock else '<p><button class="osta" disabled>Loppuunmyyty</button></p>')  # fmt: skip
        return self.sivu(r, name, f'<div class="kaksi"><div>{self.kuva(slug)}</div><div><h1>{name}</h1><p>{price},00 €</p><p>Väri: {colour}</p><div class="varit">{kin}</div>{buy}<p>Toimitus 2–4 arkipäivässä. <a href="/palautus">Maksuton palautus 30 päivää</a>.</p><h2>Arvostelut (2)</h2><p>★★★★★ ”Istuu hyvin.” – Aino</p><p>★★★★☆ ”Väri kuvaa tummempi.” – M.</p></div></div><script type="application/ld+json">{json.dumps(data)}</script>')  # fmt: skip

    def kassi(self, r: Request) -> Response:
        cart = r.session.get("kassi", {})
        if not cart:
            return self.sivu(r, "Ostoskassi", '<h1>Ostoskassi</h1><p>Ostoskassisi on tyhjä.</p><a href="/vaatteet">Katso vaatteet</a>')  # fmt: skip
        rows = "".join(f'<div class="rivi">{self.kuva(k.split("~")[0])}<div><a href="/tuote/{k.split("~")[0]}">{GOODS[k.split("~")[0]][0]}</a><br>koko {k.split("~")[1]}</div><div>{n} kpl</div><form method="post" action="/poista"><input type="hidden" name="k" value="{k}"><button>Poista</button></form></div>' for k, n in cart.items())  # fmt: skip
        total = sum(GOODS[k.split("~")[0]][3] * n for k, n in cart.items())
        return self.sivu(r, "Ostoskassi", f'<h1>Ostoskassi</h1>{rows}<p>Yhteensä <b>{total},00 €</b></p><a class="kassalle" href="/kassa">Siirry kassalle</a>')  # fmt: skip

    def kassa(self, r: Request) -> Response:
        if not r.session.get("kassi"):
            return redirect("/ostoskassi")
        if r.method == "POST":
            self.orders += 1
            r.session["kassi"] = {}
            return self.sivu(r, "Kiitos", "<h1>Kiitos tilauksesta!</h1>")
        fields = "".join(f'<label>{t}<input type="{k}" name="{n}" required></label>' for t, k, n in (("Sähköposti", "email", "sposti"), ("Puhelin", "tel", "puh"), ("Etunimi", "text", "etu"), ("Sukunimi", "text", "suku"), ("Katuosoite", "text", "katu"), ("Postinumero", "text", "pnro"), ("Postitoimipaikka", "text", "ptp")))  # fmt: skip
        pay = "".join(f'<label><input type="radio" name="maksu" value="{i}"> {t}</label>' for i, t in enumerate(("Verkkopankki", "Kortti (Visa, Mastercard)", "MobilePay", "Lasku 14 pv")))  # fmt: skip
        return self.sivu(r, "Kassa", f'<h1>Kassa</h1><form class="lomake" method="post">{fields}<h2>Maksutapa</h2>{pay}<label><input type="checkbox" name="ehdot" required> Hyväksyn toimitusehdot</label><button class="osta">Tilaa ja maksa</button></form>')  # fmt: skip

    def handle(self, r: Request) -> Response:
        kassi: dict[str, int] = r.session.setdefault("kassi", {})
        if r.path == "/kassiin" and r.method == "POST":
            data: dict[str, Any] = r.json if isinstance(r.json, dict) else {}
            slug, size = str(data.get("tuote")), str(data.get("koko"))
            if slug not in GOODS or size not in GOODS[slug][4]:
                return json_response({"virhe": "Valitse koko."}, 400)
            kassi[f"{slug}~{size}"] = kassi.get(f"{slug}~{size}", 0) + 1
            return json_response({"kpl": sum(kassi.values())})
        if r.path == "/poista" and r.method == "POST":
            kassi.pop(r.form.get("k", ""), None)
            return redirect("/ostoskassi")
        slug = r.path.removeprefix("/tuote/")
        if slug in GOODS:
            return self.tuote(r, slug)
        return self.muu(r)

    def muu(self, r: Request) -> Response:
        if r.path == "/":
            return self.sivu(r, "Vaatteita hitaasti", f"<h1>Hitaita vaatteita</h1>{self.hylly()}")
        if r.path == "/vaatteet":
            return self.sivu(r, "Vaatteet", f"<h1>Vaatteet</h1>{self.hylly()}")
        if r.path == "/ostoskassi":
            return self.kassi(r)
        if r.path == "/kassa":
            return self.kassa(r)
        if r.path == "/palautus":
            return self.sivu(r, "Vaihto ja palautus", RETURNS)
        if r.path == "/yhteys":
            self.messages += r.method == "POST"
            return self.sivu(r, "Ota yhteyttä", '<h1>Ota yhteyttä</h1><p>Palvelemme arkisin klo 10–16.</p><p><a href="mailto:apu@havumaa.example">apu@havumaa.example</a></p><form class="lomake" method="post"><label>Nimesi<input type="text" name="nimi"></label><label>Sähköpostisi<input type="email" name="sposti"></label><label>Viesti<textarea name="viesti" rows="6"></textarea></label><button class="osta">Lähetä</button></form>')  # fmt: skip
        return self.sivu(r, "Ei löydy", "<h1>Sivua ei löydy</h1>", 404)
