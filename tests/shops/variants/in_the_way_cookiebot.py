"""A consent dialog dims the page, a newsletter box follows, and on phones a chat balloon lies over the add bar.

The dialog imitates a common manager's markup; the balloon can be closed, or the bar be pressed beside it.
"""

from __future__ import annotations

from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

GOODS = {
    "tervasaippua": ("Tervasaippua", 890, "saippuat", True, "%23433"),
    "koivusaippua": ("Koivunlehtisaippua", 850, "saippuat", True, "%236a8f4e"),
    "suopursu": ("Suopursushampoopala", 1290, "hiukset", False, "%23b79ac8"),
    "nokkospala": ("Nokkosshampoopala", 1290, "hiukset", True, "%234b6b3a"),
    "saunatuoksu": ("Saunatuoksu, katajanmarja", 1490, "sauna", True, "%23786a9c"),
}
CATS = {"saippuat": "Palasaippuat", "hiukset": "Hiuksille", "sauna": "Saunaan"}
CSS = """body{margin:0;font:17px/1.55 Georgia,serif;color:#2b2a26}.wrap{max-width:1080px;margin:auto;padding:0 18px}
.site-head{border-bottom:1px solid #ddd5c3;background:#faf6ec}.site-head .wrap{display:flex;gap:22px;align-items:center;
padding:14px 18px;flex-wrap:wrap}.site-title{font-size:25px;text-decoration:none;color:#3a5a33}.main-nav{display:flex;
gap:16px;flex:1}a{color:#3a5a33}ul.products{list-style:none;padding:0;display:grid;grid-template-columns:repeat(3,1fr);
gap:26px}.products img{width:100%}.price{font-weight:bold;color:#7a3b2e}.button{background:#3a5a33;color:#fff;border:0;
padding:13px 24px;font:inherit;cursor:pointer;text-decoration:none;display:inline-block}.woo-msg{border-top:3px solid
#8fae1b;background:#f6f5f2;padding:14px;margin:16px 0}.two{display:grid;grid-template-columns:1fr 1fr;gap:34px}
footer{background:#efe8d6;margin-top:50px;padding:26px 0}.checkout label{display:block;margin:9px 0}.checkout input:not(
[type=radio]):not([type=checkbox]){display:block;width:100%;box-sizing:border-box;padding:9px}.oos{color:#999}
.nav-knob,.pala p,.pala-ikkuna{display:none}.pala{position:fixed;right:8px;bottom:12px;z-index:40;display:flex;gap:6px;
align-items:center}.pala-b{width:46px;height:46px;border:0;border-radius:50%;background:#0a7cff;color:#fff;font-size:20px}
.pala-ikkuna.auki{display:block;position:fixed;right:8px;bottom:70px;background:#fff;border:1px solid #bbb;padding:14px}
@media(max-width:700px){.main-nav{display:none;width:100%;flex-direction:column}
.main-nav.auki{display:flex}.nav-knob{display:block;margin-left:auto;background:none;border:1px solid;padding:8px 12px}
ul.products{grid-template-columns:repeat(2,minmax(0,1fr))}.products h2{font-size:17px;hyphens:auto}
.two{grid-template-columns:1fr}form.cart{position:fixed;left:0;right:0;bottom:0;background:#fff;padding:10px;border-top:1px solid #ccc;z-index:20}form.cart .button{width:100%}
.pala>p{display:block;margin:0;width:250px;background:#fff;border:1px solid #bbb;border-radius:14px;padding:7px 12px;font:14px sans-serif}}
#CybotCookiebotDialogBodyUnderlay{position:fixed;inset:0;background:rgba(20,20,20,.72);z-index:2147483630}
#CybotCookiebotDialog{position:fixed;z-index:2147483631;left:50%;top:50%;transform:translate(-50%,-50%);background:#fff;
width:min(620px,92vw);box-sizing:border-box;padding:24px;font:15px/1.4 Helvetica,sans-serif;border-radius:10px}
#CybotCookiebotDialogFooter button{width:100%;padding:13px;margin-top:8px;font:600 15px Helvetica;border:2px solid
#141414;background:#fff}#CybotCookiebotDialogFooter #CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll{
background:#141414;color:#fff}.mc-modal{position:fixed;inset:0;background:rgba(58,90,51,.5);z-index:900;display:none}
.mc-modal.is-on{display:flex;align-items:center;justify-content:center}.mc-modal form{background:#fffdf6;padding:34px;
width:min(420px,80vw);position:relative;text-align:center}.mc-x{position:absolute;top:8px;right:12px;border:0;
background:none;font-size:26px}"""
LAYERS = """<div class="mc-modal" role="dialog" aria-label="Uutiskirje"><form method="post" action="/uutiskirje">
<button type="button" class="mc-x" aria-label="Sulje">×</button><h2>−10 % ensimmäisestä tilauksesta</h2>
<p>Liity kirjelistallemme, saat koodin sähköpostiisi.</p><input type="email" name="EMAIL" placeholder="Sähköpostiosoite">
<p><button class="button">Haluan alennuksen</button></p></form></div>
<div class="pala"><p>Hei! Kysy mitä vain saippuoista 🌿 <span class="pala-x" role="button" aria-label="Piilota viesti"
tabindex="0">✕</span></p><button type="button" class="pala-b" aria-label="Avaa chat">💬</button>
<div class="pala-ikkuna"><p style="display:block">Vastaamme yleensä tunnissa.</p><textarea rows="3"></textarea><br><button
type="button">Lähetä</button></div></div><script>
(function(){var d=document,M=d.querySelector('.mc-modal');
d.querySelector('.nav-knob').onclick=function(){d.querySelector('.main-nav').classList.toggle('auki')};
d.querySelector('.pala-b').onclick=function(){d.querySelector('.pala-ikkuna').classList.toggle('auki')};
d.querySelector('.pala-ikkuna button').onclick=function(){fetch('/chat/',{method:'POST'})};
d.querySelector('.pala-x').onclick=function(){d.querySelector('.pala p').remove();sessionStorage.pala=1};
if(sessionStorage.pala)d.querySelector('.pala p').remove();
if(!sessionStorage.mc)setTimeout(function(){M.classList.add('is-on');sessionStorage.mc=1},2200);
d.querySelector('.mc-x').onclick=function(){M.classList.remove('is-on')};
if(d.cookie.indexOf('CookieConsent=')<0)setTimeout(function(){var u=d.createElement('div');
u.id='CybotCookiebotDialogBodyUnderlay';var c=d.createElement('div');c.id='CybotCookiebotDialog';
c.setAttribute('role','dialog');c.innerHTML='<div id="CybotCookiebotDialogBody"><h2 id="CybotCookiebotDialogBodyContent'+
'Title">Tämä sivusto käyttää evästeitä</h2><div id="CybotCookiebotDialogBodyContentText">Käytämme evästeitä sisällön '+
'räätälöintiin ja kävijämäärämme analysointiin.</div></div><div id="CybotCookiebotDialogFooter"><button id="Cybot'+
'CookiebotDialogBodyButtonDecline">Vain välttämättömät</button><button id="CybotCookiebotDialogBodyLevelButton'+
'CustomizeButton">Mukauta ›</button><button id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll">Salli kaikki '+
'evästeet</button></div>';d.body.append(u,c);c.addEventListener('click',function(e){var i=e.target.id;
if(/Decline|AllowAll/.test(i)){d.cookie='CookieConsent='+(/AllowAll/.test(i)?'yes':'no')+';path=/;max-age=8e6';
u.remove();c.remove()}})},350)})()</script>"""


def _eur(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02d}&nbsp;€"


def _pic(slug: str) -> str:
    name, _, _, _, colour = GOODS[slug]
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 70'><rect x='12' y='16' width='66' height='40' rx='9'"
    )
    return f'<img alt="{name}" src="data:image/svg+xml,{quote(svg)} fill=\'{colour}\'/></svg>">'


def _loop(slugs: list[str]) -> str:
    cells = "".join(
        f'<li class="product"><a href="/tuote/{s}/">{_pic(s)}<h2>{GOODS[s][0]}</h2></a>'
        f'<span class="price">{_eur(GOODS[s][1])}</span>{"" if GOODS[s][3] else "<p class=oos>Loppu varastosta</p>"}</li>'
        for s in slugs
    )
    return f'<ul class="products">{cells}</ul>'


def _theme(title: str, body: str, count: int) -> Response:
    nav = "".join(f'<a href="/osasto/{k}/">{v}</a>' for k, v in CATS.items())
    return html(f"""<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>{title} – Metsänneidon saippuat</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body>
<header class="site-head"><div class="wrap"><a class="site-title" href="/">Metsänneidon saippuat</a>
<button class="nav-knob">Valikko</button><nav class="main-nav">{nav}<a href="/yhteys/">Yhteystiedot</a></nav>
<form role="search" action="/"><input type="search" name="s" placeholder="Etsi tuotteita…" size="14"></form>
<a href="/ostoskori/" class="basket">Ostoskori ({count})</a></div></header><main class="wrap">{body}</main>
<footer><div class="wrap"><a href="/toimitus-ja-palautukset/">Toimitus ja palautukset</a> ·
<a href="/yhteys/">Yhteystiedot</a> · <a href="/tietosuoja/">Tietosuojaseloste</a><p>Metsänneidon saippuat tmi, Rantatie 14,
55800 Imatra · <a href="tel:+358449876512">044 987 6512</a></p></div></footer>{LAYERS}</body></html>""")


class App(Shop):
    """A soap maker's shop."""

    def handle(self, request: Request) -> Response:
        bag: dict[str, int] = request.session.setdefault("bag", {})
        head, _, rest = request.path.strip("/").partition("/")
        page = getattr(self, f"_{head.replace('-', '_') or 'etusivu'}", None)
        if page is None or (head == "tuote" and rest not in GOODS):
            return html("<h1>Sivua ei löytynyt</h1><a href='/'>Etusivulle</a>", 404)
        answer: Response | tuple[str, str] = page(request, bag, rest)
        return answer if isinstance(answer, Response) else _theme(*answer, sum(bag.values()))

    def _etusivu(self, request: Request, bag: dict[str, int], rest: str) -> tuple[str, str]:
        word = request.query.get("s", "").lower()
        found = [s for s in GOODS if word in GOODS[s][0].lower()]
        title = f"Hakutulokset: {word}" if word else "Saippuaa Saimaan rannalta"
        return "Etusivu", f"<h1>{title}</h1>{_loop(found) if found else '<p>Ei tuotteita.</p>'}"

    def _osasto(self, request: Request, bag: dict[str, int], rest: str) -> tuple[str, str]:
        return CATS[rest], f"<h1>{CATS[rest]}</h1>" + _loop([s for s in GOODS if GOODS[s][2] == rest])

    def _tuote(self, request: Request, bag: dict[str, int], rest: str) -> tuple[str, str]:
        name, cents, _, stock, _ = GOODS[rest]
        note = ""
        if request.method == "POST" and stock:
            bag[rest] = bag.get(rest, 0) + 1
            note = f"""<div class="woo-msg" role="alert">”{name}” on lisätty ostoskoriin.
            <a href="/ostoskori/">Näytä ostoskori</a></div>"""
        buy = '<form class="cart" method="post"><button class="button" name="add-to-cart">Lisää ostoskoriin</button></form>'
        return (
            name,
            f"""{note}<div class="two"><div>{_pic(rest)}</div><div><h1>{name}</h1><p class="price">{_eur(cents)}</p>
<p>Käsin keitetty, 90 g. Ei palmuöljyä.</p>{buy if stock else '<p class="oos">Loppu varastosta</p>'}</div></div>""",
        )

    def _ostoskori(self, request: Request, bag: dict[str, int], rest: str) -> tuple[str, str]:
        if request.query.get("poista"):
            bag.pop(request.query["poista"], None)
        if not bag:
            return "Ostoskori", "<h1>Ostoskori</h1><p>Ostoskorisi on tällä hetkellä tyhjä.</p>"
        rows = "".join(
            f'<tr><td><a href="?poista={s}" aria-label="Poista {GOODS[s][0]} ostoskorista">×</a><td>{GOODS[s][0]}'
            f"<td>{n} kpl<td>{_eur(n * GOODS[s][1])}"
            for s, n in bag.items()
        )
        total = sum(n * GOODS[s][1] for s, n in bag.items())
        return (
            "Ostoskori",
            f"""<h1>Ostoskori</h1><table cellpadding="8">{rows}</table><p>Yhteensä <b>{_eur(total)}</b></p>
<a class="button" href="/kassa/">Siirry kassalle</a>""",
        )

    def _kassa(self, request: Request, bag: dict[str, int], rest: str) -> Response | tuple[str, str]:
        if not bag:
            return redirect("/ostoskori/")
        if request.method == "POST":
            self.orders += 1
            bag.clear()
            return "Kiitos", "<h1>Kiitos tilauksestasi!</h1>"
        labels = ["Etunimi", "Sukunimi", "Katuosoite", "Postinumero", "Postitoimipaikka", "Puhelin"]
        rows = "".join(f"<label>{t} *<input name='{t}' required></label>" for t in labels)
        return (
            "Kassa",
            f"""<h1>Kassa</h1><form class="checkout" method="post"><h3>Laskutustiedot</h3>{rows}
<label>Sähköpostiosoite *<input type="email" name="email" required></label><h3>Maksutapa</h3>
<label><input type="radio" name="pm" value="bank" checked> Verkkopankki</label><label><input type="radio" name="pm"
value="mp"> MobilePay</label><label><input type="checkbox" required> Olen lukenut ja hyväksyn käyttöehdot</label>
<button class="button">Lähetä tilaus</button></form>""",
        )

    def _yhteys(self, request: Request, bag: dict[str, int], rest: str) -> tuple[str, str]:
        if request.method == "POST":
            self.messages += 1
        return (
            "Yhteystiedot",
            """<h1>Yhteystiedot</h1><p>Sähköposti: <a href="mailto:taika@metsanneito.example">
taika@metsanneito.example</a></p><form method="post"><p><input name="nimi" placeholder="Nimi"></p><p><textarea
name="viesti" placeholder="Viestisi"></textarea></p><button class="button">Lähetä viesti</button></form>""",
        )

    def _chat(self, request: Request, bag: dict[str, int], rest: str) -> tuple[str, str]:
        self.messages += request.method == "POST"
        return "Chat", "<p>Kiitos viestistä!</p>"

    def _uutiskirje(self, request: Request, bag: dict[str, int], rest: str) -> tuple[str, str]:
        self.messages += 1
        return "Kiitos", "<p>Kiitos, koodi on matkalla.</p>"

    def _tietosuoja(self, request: Request, bag: dict[str, int], rest: str) -> tuple[str, str]:
        return "Tietosuoja", "<h1>Tietosuojaseloste</h1><p>Rekisterinpitäjä on Metsänneidon saippuat tmi.</p>"

    def _toimitus_ja_palautukset(self, request: Request, bag: dict[str, int], rest: str) -> tuple[str, str]:
        return (
            "Toimitus ja palautukset",
            """<h1>Toimitus ja palautukset</h1><p>Lähetämme tilaukset Postin kautta kahdessa
arkipäivässä. Voit palauttaa avaamattomat tuotteet 30 päivän kuluessa siitä, kun sait paketin. Laita mukaan tilausnumero;
hyvitämme hinnan samalla maksutavalla viikon sisällä. Palautuksen postikulun maksaa ostaja.</p>""",
        )
