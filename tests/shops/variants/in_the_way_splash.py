"""The home address shows a language splash, and the server hands out nothing but a home-made cookie wall until it is accepted.

Both are pages of the server's own; after the language the same wall answers every address. Old table layout.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

TOOTED = {
    "11": ("Linane köögirätik", "Linen kitchen towel", 14.5, "#c7b8a1"),
    "12": ("Voodipesu komplekt", "Bed linen set", 119.0, "#8fa3b5"),
    "13": ("Saunalina Võhma", "Sauna towel Võhma", 32.0, "#a3b18a"),
    "14": ("Leivakott", "Bread bag", 11.9, "#d4a373"),
}
WORDS = {
    "et": {"home": "Avalehele", "all": "Kõik tooted", "cart": "Ostukorv", "add": "Pane korvi", "empty": "Korv on tühi.", "sum": "Summa",
               "go": "Vormista ost", "name": "Nimi", "mail": "E-post", "tel": "Telefon", "locker": "Pakiautomaat", "pay": "Makseviis",
               "link": "pangalink", "inv": "arve alusel", "done": "Esita tellimus", "thanks": "Aitäh! Tellimus on vastu võetud.",
               "back": "Tagastamine", "ours": "Kontakt", "stock": "Laos olemas", "remove": "eemalda",
               "wall": "Meie leht kasutab küpsiseid. Ilma nendeta pood ei tööta.", "ok": "Selge, jätkan", "no": "Lahkun lehelt",
               "ret": "Sul on õigus 14 päeva jooksul kaup põhjust nimetamata tagastada. Kirjuta meile, pane pesemata ese "
                   "pakki ja saada Omnivaga tagasi. Raha kanname üle kuni 14 päeva jooksul pärast paki saabumist."},
    "en": {"home": "Front page", "all": "All goods", "cart": "Basket", "add": "Put in basket", "empty": "The basket is empty.",
               "sum": "Sum", "go": "Proceed with the order", "name": "Name", "mail": "E-mail", "tel": "Telephone", "locker": "Parcel machine",
               "pay": "Pay by", "link": "bank link", "inv": "invoice", "done": "Send the order", "thanks": "Thank you for the order.",
               "back": "Sending back", "ours": "Contact", "stock": "In stock", "remove": "remove",
               "wall": "Our site uses cookies. The shop does not work without them.", "ok": "Understood, go on", "no": "Leave",
               "ret": "You may return unwashed goods within 14 days without giving a reason. Write to us, pack the item and "
                   "send it back; we refund the price within 14 days of receiving the parcel."},
}  # fmt: skip
OPEN = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-trans.dtd">
<html lang="{l}"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><title>Linakoda</title><meta
name="viewport" content="width=device-width"/><style type="text/css">body{{font:14px Tahoma,sans-serif;margin:0;
background:#e9e4da}}table.leht{{max-width:860px;width:100%;margin:0 auto;background:#fff}}td{{vertical-align:top;padding:
10px}}a{{color:#5b4636}}.nupp{{background:#5b4636;color:#fff;border:0;padding:9px 18px;font:inherit;text-decoration:none;
display:inline-block}}.tk{{display:inline-block;width:180px;margin:6px;vertical-align:top}}
@media(max-width:560px){{td.kylg{{display:block}}td.sisu{{display:block}}.tk{{width:44%}}}}</style></head><body>"""


def _price(value: float, lang: str) -> str:
    text = f"{value:.2f}"
    return f"{text.replace('.', ',')} €" if lang == "et" else f"€{text}"


class App(Shop):
    """Linen from a small weaver."""

    def handle(self, request: Request) -> Response:
        memory = request.session
        if request.path.endswith(".svg"):
            return Response("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' cy='4' r='4' "
                            "fill='#c68642'/></svg>", content_type="image/svg+xml")  # fmt: skip
        if request.path == "/keel":
            memory["lang"] = "en" if request.query.get("k") == "en" else "et"
            return redirect("/pood")
        if request.path == "/kypsised" and request.method == "POST":
            memory["ok"] = True
            return redirect(request.form.get("tagasi", "/pood"))
        if request.path == "/" and "lang" not in memory:
            return html(OPEN.format(l="et") + """<table width="100%" height="420"><tr><td align="center" valign="middle">
<h1>LINAKODA</h1><p>Vali keel / Choose language / Выберите язык</p><p><a href="/keel?k=et"><b>Eesti keeles</b></a> &nbsp;|
&nbsp; <a href="/keel?k=en"><b>In English</b></a></p></td></tr></table></body></html>""")  # fmt: skip
        lang = memory.get("lang", "et")
        if not memory.get("ok"):
            word = WORDS[lang]
            return html(OPEN.format(l=lang) + f"""<form method="post" action="/kypsised" style="margin:15vh auto;width:300px;
background:#fff;padding:30px;text-align:center"><img alt="" width="60" height="60" src="/kypsis.svg"/><p>{word["wall"]}</p>
<input type="hidden" name="tagasi" value="{"/pood" if request.path == "/" else request.path}"/><input type="submit"
class="nupp" value="{word["ok"]}"/><p><a href="about:blank">{word["no"]}</a></p></form></body></html>""")  # fmt: skip
        return self._inside(request, lang)

    def _inside(self, request: Request, lang: str) -> Response:
        part, _, number = request.path.strip("/").partition("/")
        pages = {"": self._list, "pood": self._list, "toode": self._item, "korv": self._basket, "vormista": self._order}
        pages |= {"tagastamine": self._back, "kontakt": self._ours}
        if part not in pages or (part == "toode" and number not in TOOTED):
            return html("404", 404)
        body = pages[part](request, WORDS[lang], lang, number)
        word, count = WORDS[lang], sum(request.session.get("korv", {}).values())
        if isinstance(body, Response):
            return body
        return html(
            OPEN.format(l=lang)
            + f"""<table class="leht" cellspacing="0"><tr><td colspan="2" bgcolor="#d8cdb8">
<a href="/pood" style="font-size:24px;text-decoration:none">LINAKODA</a></td></tr><tr><td class="kylg" width="150"><p>
<a href="/pood">{word["all"]}</a></p><p><a href="/korv">{word["cart"]}: {count}</a></p><p><a href="/tagastamine">
{word["back"]}</a></p><p><a href="/kontakt">{word["ours"]}</a></p></td><td class="sisu">{body}</td></tr><tr><td colspan="2"
bgcolor="#d8cdb8"><font size="2">Linakoda OÜ, Pikk 21, 80010 Pärnu. Reg. 12345678</font></td></tr></table></body></html>"""
        )

    def _list(self, request: Request, word: dict[str, str], lang: str, number: str) -> str:
        return f"<h2>{word['all']}</h2>" + "".join(
            f'<div class="tk"><a href="/toode/{k}"><svg viewBox="0 0 9 7" width="100%"><rect width="9" height="7" fill="{t[3]}"'
            f"/></svg><br/>{t[lang == 'en']}</a><br/>{_price(t[2], lang)}</div>"
            for k, t in TOOTED.items()
        )

    def _item(self, request: Request, word: dict[str, str], lang: str, number: str) -> Response | str:
        item = TOOTED[number]
        if request.method == "POST":
            basket = request.session.setdefault("korv", {})
            basket[number] = basket.get(number, 0) + 1
            return redirect("/korv")
        return f"""<svg viewBox="0 0 9 7" width="260"><rect width="9" height="7" fill="{item[3]}"/></svg><h2>
{item[lang == "en"]}</h2><p><b>{_price(item[2], lang)}</b></p><p>{word["stock"]}</p><form method="post"><input type="submit"
class="nupp" value="{word["add"]}"/></form>"""

    def _basket(self, request: Request, word: dict[str, str], lang: str, number: str) -> str:
        basket: dict[str, int] = request.session.setdefault("korv", {})
        basket.pop(request.query.get("ara", ""), None)
        if not basket:
            return f"<h2>{word['cart']}</h2><p>{word['empty']}</p>"
        rows = "".join(
            f"<tr><td>{TOOTED[k][lang == 'en']}</td><td>{n}</td><td>{_price(n * TOOTED[k][2], lang)}</td>"
            f'<td><a href="/korv?ara={k}">{word["remove"]}</a></td></tr>'
            for k, n in basket.items()
        )
        total = sum(n * TOOTED[k][2] for k, n in basket.items())
        return f"""<h2>{word["cart"]}</h2><table border="1" cellspacing="0">{rows}</table><p>{word["sum"]}:
{_price(total, lang)}</p><a class="nupp" href="/vormista">{word["go"]}</a>"""

    def _order(self, request: Request, word: dict[str, str], lang: str, number: str) -> Response | str:
        if not request.session.get("korv"):
            return redirect("/korv")
        if request.method == "POST":
            self.orders += 1
            request.session["korv"] = {}
            return f"<h2>{word['thanks']}</h2>"
        lockers = "".join(f"<option>{c}</option>" for c in ("Pärnu Port Artur", "Tallinn Viru", "Tartu Kvartal"))
        return f"""<h2>{word["go"]}</h2><form method="post"><table><tr><td>{word["name"]}</td><td><input name="nimi"/></td></tr>
<tr><td>{word["mail"]}</td><td><input name="epost"/></td></tr><tr><td>{word["tel"]}</td><td><input name="tel"/></td></tr>
<tr><td>{word["locker"]}</td><td><select name="automaat">{lockers}</select></td></tr><tr><td>{word["pay"]}</td><td><input
type="radio" name="m" checked="checked"/> {word["link"]} <input type="radio" name="m"/> {word["inv"]}</td></tr></table>
<input type="submit" class="nupp" value="{word["done"]}"/></form>"""

    def _back(self, request: Request, word: dict[str, str], lang: str, number: str) -> str:
        return f"<h2>{word['back']}</h2><p>{word['ret']}</p>"

    def _ours(self, request: Request, word: dict[str, str], lang: str, number: str) -> str:
        return f"""<h2>{word["ours"]}</h2><p>Linakoda OÜ, Pikk 21, 80010 Pärnu</p><p>{word["tel"]}: +372 443 1122<br/>
{word["mail"]}: linakoda@linakoda.example</p><p>E–R / Mon–Fri 10–17</p>"""
