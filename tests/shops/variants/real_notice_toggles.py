"""A yarn shop built of blocks on a blog system: reload after adding, a green notice with the link, folded log-in at the till.

The list adds simple goods by script and then shows a link beside the button; goods with choices lead to their page.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug: id, name, kroner, stock, choices, category, colour
VARER: dict[str, tuple[int, str, int, int, tuple[str, ...], str, str]] = {
    "merino-dis": (311, "Merino Dis 50 g", 79, 0, (), "garn", "#b9c4cf"),
    "spaelsau-ren": (318, "Spælsau Ren 100 g", 129, 12, ("Natur", "Koks", "Rust"), "garn", "#a0522d"),
    "rundpinne-bambus": (402, "Rundpinne bambus 4 mm", 119, 9, (), "pinner", "#d9b46c"),
    "maskemarkorer": (417, "Maskemarkører, 20 stk.", 59, 40, (), "tilbehor", "#cf5c78"),
    "oppskrift-votter": (433, "Oppskrift: Votter fra vest", 65, 99, (), "tilbehor", "#3c6e71"),
    "alpakka-lun": (325, "Alpakka Lun 50 g", 89, 22, ("Hvit", "Grå"), "garn", "#d8d2c4"),
}
KATEGORI = {"garn": "Garn", "pinner": "Pinner", "tilbehor": "Tilbehør"}

CSS = """body{margin:0;font:17px/1.6 "Source Serif 4",Georgia,serif;color:#2b2b26;background:#fffdf8}.blk-group{max-width:1120px;margin:0 auto;padding:0 20px}
.blk-hd{display:flex;flex-wrap:wrap;gap:22px;align-items:center;padding-top:22px;padding-bottom:22px}.blk-title{font-size:28px;font-weight:600}.blk-title a,.blk-nav a{color:inherit;text-decoration:none}
.blk-nav ul{display:flex;gap:20px;list-style:none;margin:0;padding:0}.blk-nav__btn,.blk-nav__x{display:none}.blk-cart{margin-left:auto;color:inherit}.blk-cols{display:grid;grid-template-columns:repeat(3,1fr);gap:32px;list-style:none;padding:0}
.vare h2{font-size:18px;margin:8px 0 0}.vare a{color:inherit}.knapp{background:#32373c;color:#fff!important;border:0;border-radius:99px;padding:.6em 1.4em;font:inherit;cursor:pointer;text-decoration:none;display:inline-block}.knapp.venter{opacity:.5}
.blk-note{border-left:4px solid #4ab866;background:#eef8f0;padding:14px 20px;margin:18px 0;display:flex;justify-content:space-between;flex-wrap:wrap}.blk-note--info{border-color:#2f6fed;background:#eef3fd;display:block}
.sm{font-size:14px;color:#666}.sti{font-size:14px;margin:12px 0}.enkel{display:grid;grid-template-columns:1fr 1fr;gap:40px}.stjerner{color:#c8871e}.faner{border-bottom:1px solid #ccc;display:flex;gap:24px;padding:0;list-style:none}.faner a{color:inherit;display:block;padding:8px 0}
table{width:100%;border-collapse:collapse}td,th{border-bottom:1px solid #ddd;padding:10px;text-align:left}.rad{margin:0 0 12px}.rad label{display:block}.rad input[type=text],.rad input[type=email],.rad input[type=tel],.rad select,.rad textarea{width:100%;box-sizing:border-box;font:inherit;padding:9px;border:1px solid #bbb}
.kasse{display:grid;grid-template-columns:3fr 2fr;gap:40px}#kake{position:fixed;left:0;right:0;bottom:0;background:#2b2b26;color:#fff;padding:18px;z-index:90;text-align:center}#kake button{font:inherit;margin:4px;padding:8px 20px}.blk-ft{background:#f1eee5;margin-top:60px;padding:36px 0}
@media(max-width:600px){.blk-cols{grid-template-columns:1fr 1fr;gap:16px}.enkel,.kasse{display:block}.blk-nav__btn{display:block;background:none;border:0}.blk-nav__in{display:none}.blk-nav__in.er-apen{display:block;position:fixed;inset:0;background:#fff;z-index:80;padding:40px 20px}.blk-nav ul{display:block;font-size:24px}.er-apen .blk-nav__x{display:block;float:right}}"""
SKRIPT = """<script>(function(){var q=function(s){return document.querySelector(s)};document.addEventListener('click',function(e){var a=e.target.closest('a.legg-til');
if(a){e.preventDefault();a.classList.add('venter');fetch('/?wk-ajax=legg_i_kurv',{method:'POST',body:new URLSearchParams({product_id:a.dataset.product_id,quantity:1})}).then(function(r){return r.json()}).then(function(j){a.classList.remove('venter');
q('.blk-cart span').textContent=j.antall;if(!a.nextElementSibling)a.insertAdjacentHTML('afterend',' <a class="vis-kurv" href="/handlekurv/">Vis handlekurv</a>')})}
var t=e.target.closest('[data-vis]');if(t){e.preventDefault();var m=q(t.dataset.vis);m.hidden=!m.hidden}
var f=e.target.closest('.faner a');if(f){e.preventDefault();document.querySelectorAll('.panel').forEach(function(p){p.hidden='#'+p.id!=f.getAttribute('href')})}
if(e.target.closest('.blk-nav__btn,.blk-nav__x'))q('.blk-nav__in').classList.toggle('er-apen');
if(e.target.closest('#kake button')){document.cookie='samtykke=1;path=/;max-age=9999999';q('#kake').remove()}});
var k=q('#konto');if(k)k.onchange=function(){q('.nytt-passord').hidden=!k.checked};if(document.cookie.indexOf('samtykke=')>=0&&q('#kake'))q('#kake').remove()})()</script>"""


def kr(n: int) -> str:
    return f"<bdi>kr&nbsp;{n},00</bdi>"


def bilde(slug: str) -> str:
    farge = VARER[slug][6]
    return f'<svg viewBox="0 0 120 90" style="width:100%" role="img" aria-label="{escape(VARER[slug][1])}"><circle cx="60" cy="45" r="36" fill="{farge}"/><path d="M30 40q30-30 60 4M28 52q30-26 62 6M40 70q22-30 46-40" stroke="#fff8" stroke-width="3" fill="none"/></svg>'


@dataclass
class App(Shop):
    """Trådløkka, yarn by post."""

    def kurv(self, r: Request) -> dict[str, int]:
        kurv: dict[str, int] = r.session.setdefault("kurv", {})
        return kurv

    def side(self, r: Request, tittel: str, inn: str, status: int = 200) -> Response:
        meny = "".join(f'<li><a href="/kategori/{k}/">{v}</a></li>' for k, v in KATEGORI.items())
        return html(
            f'<!DOCTYPE html><html lang="nb-NO"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{tittel} – Trådløkka</title><style>{CSS}</style></head><body class="blk-body"><header class="blk-group blk-hd"><p class="blk-title"><a href="/" rel="home">Trådløkka</a></p>'
            f'<nav class="blk-nav" aria-label="Meny"><button class="blk-nav__btn" aria-label="Åpne meny"><svg width="24" height="24"><path d="M4 8h16M4 15h16" stroke="#000"/></svg></button><div class="blk-nav__in"><button class="blk-nav__x" aria-label="Lukk meny">✕</button><ul>{meny}<li><a href="/kontakt/">Kontakt</a></li></ul></div></nav>'
            f'<form role="search" action="/"><input type="search" name="s" placeholder="Søk blant varer …" aria-label="Søk"><button>Søk</button></form><a class="blk-cart" href="/handlekurv/" title="Vis handlekurven din">🧺 <span>{sum(self.kurv(r).values())}</span></a></header><main class="blk-group">{inn}</main>'
            '<footer class="blk-ft"><div class="blk-group"><p>Trådløkka AS · Nedre Bakklandet 21, 7014 Trondheim · Org.nr. 999 000 111<br>Tlf. <a href="tel:+4773501234">73 50 12 34</a> (hverdager 10–15) · <a href="mailto:post@tradlokka.example">post@tradlokka.example</a></p>'
            '<p><a href="/frakt-og-retur/">Frakt og retur</a> · <a href="/personvern/">Personvern</a></p></div></footer><div id="kake" role="dialog" aria-label="Informasjonskapsler">Vi bruker informasjonskapsler. <button>Godta</button><button>Avvis</button> <a href="/personvern/" style="color:#fff">Les mer</a></div>'
            f"{SKRIPT}</body></html>",
            status,
        )

    def liste(self, kategori: str = "", ord_: str = "") -> str:
        ut = []
        for slug, (nr, navn, pris, lager, valg, kat, _) in VARER.items():
            if kategori not in ("", kat) or ord_.lower() not in navn.lower():
                continue
            knapp = f'<a class="knapp" href="/produkt/{slug}/">Velg alternativ</a>' if valg else f'<a class="knapp legg-til" href="?add-to-cart={nr}" data-product_id="{nr}" rel="nofollow" aria-label="Legg {escape(navn)} i handlekurven">Legg i handlekurv</a>'  # fmt: skip
            if not lager:
                knapp = f'<span class="sm">Ikke på lager</span> <a class="knapp" href="/produkt/{slug}/">Les mer</a>'
            ut.append(
                f'<li class="vare"><a href="/produkt/{slug}/">{bilde(slug)}<h2>{escape(navn)}</h2></a><p>{kr(pris)}</p>{knapp}</li>'
            )
        return f'<ul class="blk-cols">{"".join(ut)}</ul>'

    def handle(self, r: Request) -> Response:
        if r.query.get("wk-ajax"):
            return self.ajax(r)
        biter = r.path.strip("/").split("/")
        if biter[0] == "produkt" and biter[-1] in VARER:
            return self.produkt(r, biter[-1])
        if biter[0] == "kategori" and biter[-1] in KATEGORI:
            return self.side(
                r,
                KATEGORI[biter[-1]],
                f'<p class="sti"><a href="/">Hjem</a> / {KATEGORI[biter[-1]]}</p><h1>{KATEGORI[biter[-1]]}</h1>{self.liste(biter[-1])}',
            )
        veier = {"": self.hjem, "handlekurv": self.handlekurv, "kassen": self.kassen, "kontakt": self.kontakt, "frakt-og-retur": self.retur,
                 "personvern": self.personvern, "min-konto": self.konto}  # fmt: skip
        return veier[biter[0]](r) if biter[0] in veier else self.side(r, "404", "<h1>Siden finnes ikke</h1>", 404)

    def ajax(self, r: Request) -> Response:
        slug = next((s for s, v in VARER.items() if str(v[0]) == r.form.get("product_id")), None)
        if slug and VARER[slug][3] and not VARER[slug][4]:
            self.kurv(r)[slug] = self.kurv(r).get(slug, 0) + 1
        return json_response({"antall": sum(self.kurv(r).values())})

    def hjem(self, r: Request) -> Response:
        if "s" in r.query:
            return self.side(
                r, "Søk", f"<h1>Søkeresultater: «{escape(r.query['s'])}»</h1>{self.liste(ord_=r.query['s'])}"
            )
        return self.side(
            r,
            "Garn og strikketøy",
            f"<h1>Strikk noe som varer</h1><p>Garn fra norske sauer og det du trenger ved siden av.</p>{self.liste()}",
        )

    def produkt(self, r: Request, slug: str) -> Response:
        nr, navn, pris, lager, valg, kat, _ = VARER[slug]
        nota = ""
        if r.method == "POST" and r.form.get("comment"):
            self.messages += 1
        elif r.method == "POST" and (not valg or r.form.get("attribute_farge") in valg) and lager:
            nokkel = slug + ("|" + r.form["attribute_farge"] if valg else "")
            self.kurv(r)[nokkel] = self.kurv(r).get(nokkel, 0) + int(r.form.get("quantity") or 1)
            nota = f'<div class="blk-note" role="alert"><span>«{escape(navn)}» er lagt i handlekurven din.</span><a href="/handlekurv/" class="wk-fram">Vis handlekurv</a></div>'
        velg = f'<p><label>Farge <select name="attribute_farge" required><option value="">Velg et alternativ</option>{"".join(f"<option>{v}</option>" for v in valg)}</select></label></p>' if valg else ""  # fmt: skip
        skjema = f'<form class="kurv" method="post" enctype="multipart/form-data">{velg}<input type="number" name="quantity" value="1" min="1" max="{lager}" aria-label="Antall" style="width:4em;padding:9px"> <button class="knapp" name="add-to-cart" value="{nr}">Legg i handlekurv</button></form>' if lager else '<p class="sm">Ikke på lager</p>'  # fmt: skip
        graf = {"@context": "https://schema.org/", "@graph": [{"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": {"name": "Hjem", "@id": "/"}}]},
                {"@type": "Product", "name": navn, "sku": nr, "offers": [{"@type": "Offer", "priceSpecification": [{"@type": "UnitPriceSpecification", "price": f"{pris}.00", "priceCurrency": "NOK"}], "price": f"{pris}.00", "priceCurrency": "NOK",
                 "availability": "http://schema.org/" + ("InStock" if lager else "OutOfStock")}], "aggregateRating": {"@type": "AggregateRating", "ratingValue": "4.50", "reviewCount": 2}}]}  # fmt: skip
        return self.side(
            r,
            navn,
            f'<p class="sti"><a href="/">Hjem</a> / <a href="/kategori/{kat}/">{KATEGORI[kat]}</a> / {escape(navn)}</p>{nota}<div class="enkel"><div>{bilde(slug)}</div><div><h1>{escape(navn)}</h1><p class="stjerner" role="img" aria-label="Vurdert 4.50 av 5">★★★★½ <a class="sm" href="#omtaler">(2 kundeomtaler)</a></p>'
            f'<p>{kr(pris)}</p>{f"<p>{lager} på lager</p>" if lager else ""}{skjema}<p class="sm">Varenummer: {nr} Kategori: <a href="/kategori/{kat}/">{KATEGORI[kat]}</a></p></div></div><ul class="faner"><li><a href="#beskrivelse">Beskrivelse</a></li><li><a href="#omtaler">Omtaler (2)</a></li></ul>'
            '<div class="panel" id="beskrivelse"><p>Plukket ut av oss som strikker hver dag.</p></div><div class="panel" id="omtaler" hidden><p><b>Randi</b> – ★★★★★<br>Akkurat som på bildet.</p><p><b>Oddvar</b> – ★★★★☆<br>God kvalitet.</p><form method="post"><textarea name="comment" aria-label="Omtalen din"></textarea><button>Send</button></form></div>'
            f'<h2>Relaterte produkter</h2>{self.liste("tilbehor")}<script type="application/ld+json">{json.dumps(graf)}</script>',
        )

    def linjer(self, r: Request) -> list[tuple[str, str, int, int]]:
        ut = []
        for nokkel, n in self.kurv(r).items():
            slug, _, farge = nokkel.partition("|")
            ut.append((slug, VARER[slug][1] + (f" – {farge}" if farge else ""), n, VARER[slug][2] * n))
        return ut

    def handlekurv(self, r: Request) -> Response:
        if "fjern" in r.query:
            r.session["kurv"] = {k: n for k, n in self.kurv(r).items() if k.split("|")[0] != r.query["fjern"]}
            return redirect("/handlekurv/")
        if not self.kurv(r):
            return self.side(
                r,
                "Handlekurv",
                '<h1>Handlekurv</h1><div class="blk-note blk-note--info">Handlekurven din er tom.</div><a class="knapp" href="/">Tilbake til butikken</a>',
            )
        rader = "".join(
            f'<tr><td><a href="/handlekurv/?fjern={s}" aria-label="Fjern {escape(t)}">×</a></td><td><a href="/produkt/{s}/">{escape(t)}</a></td><td>{n}</td><td>{kr(p)}</td></tr>'
            for s, t, n, p in self.linjer(r)
        )
        sum_ = sum(p for *_, p in self.linjer(r))
        return self.side(r, "Handlekurv", f'<h1>Handlekurv</h1><table><tr><th></th><th>Produkt</th><th>Antall</th><th>Delsum</th></tr>{rader}</table><details><summary>Legg til kupongkode</summary><input name="coupon_code" aria-label="Kupongkode"></details><h2>Sum</h2><p>Totalt {kr(sum_)}</p><a class="knapp" href="/kassen/">Gå videre til kassen</a>')  # fmt: skip

    def kassen(self, r: Request) -> Response:
        if not self.kurv(r):
            return redirect("/handlekurv/")
        if r.method == "POST" and r.form.get("billing_email"):
            self.orders += 1
            self.accounts += "createaccount" in r.form
            r.session["kurv"] = {}
            return self.side(r, "Takk", "<h1>Takk. Bestillingen er mottatt.</h1>")
        felt = [("first_name", "Fornavn", "text"), ("last_name", "Etternavn", "text"), ("company", "Firmanavn (valgfritt)", "text"), ("address_1", "Gateadresse", "text"), ("postcode", "Postnummer", "text"), ("city", "Poststed", "text"), ("phone", "Telefon", "tel"), ("email", "E-postadresse", "email")]  # fmt: skip
        inn = "".join(
            f'<p class="rad"><label for="b_{k}">{t}{"" if "valgfri" in t else " <abbr title=påkrevd>*</abbr>"}</label><input type="{ty}" id="b_{k}" name="billing_{k}"></p>'
            for k, t, ty in felt
        )
        rader = "".join(f"<tr><td>{escape(t)} × {n}</td><td>{kr(p)}</td></tr>" for _, t, n, p in self.linjer(r))
        return self.side(
            r,
            "Kassen",
            '<h1>Kassen</h1><div class="blk-note blk-note--info">Har du handlet her før? <a href="#" data-vis="#logginn">Klikk her for å logge inn</a></div><form id="logginn" method="post" action="/min-konto/" hidden><p>Brukernavn <input name="username"> Passord <input type="password" name="password"> <button>Logg inn</button></p></form>'
            '<div class="blk-note blk-note--info">Har du en kupong? <a href="#" data-vis="#kupong">Klikk her for å skrive inn koden</a></div><form id="kupong" hidden><input name="coupon_code"><button>Bruk kupong</button></form><form method="post" class="kasse" novalidate><div><h2>Fakturadetaljer</h2>'
            f'{inn}<p class="rad"><label for="b_land">Land *</label><select id="b_land" name="billing_country"><option>Norge</option><option>Sverige</option></select></p><p class="rad"><label><input type="checkbox" id="konto" name="createaccount" value="1"> Opprett en konto?</label></p><p class="rad nytt-passord" hidden><label>Lag kontopassord *</label><input type="password" name="account_password"></p>'
            '<p class="rad"><label><input type="checkbox" name="ship_to_different_address"> Lever til en annen adresse?</label></p><p class="rad"><label for="om">Ordrenotater (valgfritt)</label><textarea id="om" name="order_comments"></textarea></p></div>'
            f'<div><h2>Din bestilling</h2><table>{rader}<tr><td>Frakt</td><td><label><input type="radio" name="frakt" checked> Pakke i postkassen kr 49</label><br><label><input type="radio" name="frakt"> Hent i butikken</label></td></tr></table><p><label><input type="radio" name="payment_method" value="vipps" checked> Vipps</label></p><p><label><input type="radio" name="payment_method" value="card"> Kortbetaling</label></p>'
            '<p><label><input type="radio" name="payment_method" value="faktura"> Faktura, 14 dager</label></p><p class="sm">Dine persondata brukes til å behandle bestillingen, se <a href="/personvern/">personvern</a>.</p><p><label><input type="checkbox" name="terms"> Jeg har lest og godtar <a href="/frakt-og-retur/">vilkårene</a> *</label></p><button class="knapp" name="place_order">Send bestilling</button></div></form>',
        )

    def kontakt(self, r: Request) -> Response:
        self.messages += r.method == "POST"
        return self.side(r, "Kontakt", '<h1>Kontakt oss</h1><form method="post"><p class="rad"><label>Navn</label><input type="text" name="n"></p><p class="rad"><label>E-post</label><input type="email" name="e"></p><p class="rad"><label>Melding</label><textarea name="m"></textarea></p><button class="knapp">Send</button></form>' + ("<p>Takk for meldingen!</p>" if r.method == "POST" else ""))  # fmt: skip

    def konto(self, r: Request) -> Response:
        self.accounts += r.method == "POST" and "register" in r.form
        return self.side(r, "Min konto", "<h1>Min konto</h1><p>Feil brukernavn eller passord.</p>")

    def personvern(self, r: Request) -> Response:
        return self.side(
            r, "Personvern", "<h1>Personvern</h1><p>Vi lagrer navn og adresse så lenge bokføringsloven krever det.</p>"
        )

    def retur(self, r: Request) -> Response:
        return self.side(
            r,
            "Frakt og retur",
            "<h1>Frakt og retur</h1><h2>Frakt</h2><p>Vi sender hver virkedag. Pakke i postkassen koster 49 kroner.</p><h2>Retur</h2><p>Du kan returnere ubrukte varer innen 30 dager etter at du mottok dem. Legg ved angreskjemaet og send pakken til oss; du betaler returfrakten selv. Vi betaler tilbake beløpet innen 14 dager etter at returen er mottatt. Oppklippet garn kan ikke returneres.</p>",
        )
