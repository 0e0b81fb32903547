"""On a computer the basket opens under the pointer and offers the till; on a phone the same link leads to a page of its own.

A walker that presses the link at once finds the page, a person who rests the mouse on it needs one press less.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

VARER: list[dict[str, Any]] = [
    {"id": "ullgenser-troms", "t": "Ullgenser Troms herre M", "kr": 1499, "g": "klar", "c": "b23a48"},
    {"id": "lue-fjord", "t": "Lue Fjord", "kr": 349, "g": "tilbehor", "c": "2f6690"},
    {"id": "votter-fjord", "t": "Votter Fjord", "kr": 399, "g": "tilbehor", "c": "3a7ca5"},
    {"id": "skjerf-vidde", "t": "Skjerf Vidde", "kr": 449, "g": "tilbehor", "c": "81a4a9"},
    {"id": "ullteppe-natt", "t": "Ullteppe Natt", "kr": 1290, "g": "hjem", "c": "1b2432"},
]
GRUPPER = {"klar": "Gensere", "tilbehor": "Tilbehør", "hjem": "Til hjemmet"}
SHEET = """<style>html{font-family:Calibri,Candara,sans-serif;font-size:17px}body{margin:0}.w{width:min(1140px,94vw);margin:0 auto}
.hd{border-bottom:3px double #1b2432}.hd .w{display:flex;align-items:center;height:84px;gap:30px}.hd a{color:#1b2432;
text-decoration:none}.hd b{font-size:26px}.mn{display:flex;gap:20px;flex:1}.mb{display:none}.kv{position:relative}.kv>a{padding:30px 0}
.kv .pk{display:none}@media (hover:hover){.kv:hover .pk{display:block}}.pk{position:absolute;right:0;top:52px;width:330px;
background:#fff;border:1px solid #1b2432;padding:16px;z-index:8}.pk li{display:flex;justify-content:space-between;gap:8px}.pk ul{
list-style:none;padding:0}.kn{display:inline-block;background:#b23a48;color:#fff!important;padding:12px 24px;border:0;font:inherit;
cursor:pointer;text-decoration:none}.vl{display:flex;flex-wrap:wrap;gap:2%}.vl>a{width:32%;margin-bottom:22px;color:inherit;
text-decoration:none}.vl img,.pb{display:block;width:100%;height:220px;object-fit:cover}.pb{height:420px}.to{display:flex;gap:40px;margin-top:26px}.to>*{flex:1}
.ft{background:#1b2432;color:#dfe6ec;margin-top:44px;padding:26px 0}.ft a{color:#fff}.sk label{display:block;margin:8px 0}
.sk input:not([type=radio]){display:block;width:100%;max-width:420px;padding:9px;box-sizing:border-box;font:inherit}
@media(max-width:680px){.vl>a{width:49%}.vl img{height:150px}.to{display:block}.mn{display:none}.mb{display:block;flex:1}.mb summary{
list-style:none}.mb div{position:absolute;left:0;right:0;background:#fff;padding:14px;z-index:7;display:grid;gap:12px}}</style>"""


def nok(amount: int) -> str:
    """Write crowns as Norwegians do."""
    return f"{amount:,},-".replace(",", "\u00a0", 1) if amount > 999 else f"{amount},-"


def strikk(colour: str) -> str:
    """Draw a knitted thing."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#{colour}"/><path d="M0 10l5 5 5-5 5 5 5-5 5 5 5-5 5 5 5-5M0 26l5 5 5-5 5 5 5-5 5 5 5-5 5 5 5-5" stroke="#fff" fill="none"/></svg>'
    )


@dataclass
class App(Shop):
    """A knitter of Troms."""

    def side(self, request: Request, tittel: str, kropp: str, kode: int = 200) -> Response:
        """Dress a page."""
        kurv = request.session.get("kurv", {})
        n = sum(kurv.values())
        linjer = "".join(
            f"<li><span>{v['t']}</span><span>{kurv[v['id']]} stk</span></li>" for v in VARER if v["id"] in kurv
        )
        peek = f'<ul>{linjer}</ul><a class="kn" href="/utsjekk">Til kassen</a>' if n else "<p>Kurven er tom</p>"
        lenker = "".join(f'<a href="/g/{k}">{v}</a>' for k, v in GRUPPER.items())
        return html(
            f'<!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><title>{tittel} · Ishavsull</title><meta name="viewport" '
            f'content="width=device-width, initial-scale=1">{SHEET}</head><body><header class="hd"><div class="w"><a href="/"><b>Ishavsull</b>'
            f'</a><nav class="mn">{lenker}</nav><details class="mb"><summary>Meny</summary><div>{lenker}</div></details><div class="kv"><a '
            f'href="/handlevogn">Handlevogn {n or ""}</a><div class="pk">{peek}</div></div></div></header><div class="w">{kropp}</div><footer '
            'class="ft"><div class="w"><p>Ishavsull AS, Storgata 88, 9008 Tromsø · Org.nr. 998 877 665 MVA</p><p>Ring oss: <a '
            'href="tel:+4777000123">77 00 01 23</a> (man–fre 10–15) · <a href="/kjopsvilkar">Kjøpsvilkår</a> · <a href="/skriv">Skriv til oss'
            "</a></p></div></footer></body></html>",
            kode,
        )

    def hylle(self, gruppe: str = "") -> str:
        """List goods."""
        return (
            '<div class="vl">'
            + "".join(
                f'<a href="/vare/{v["id"]}"><img src="{strikk(str(v["c"]))}" alt="{v["t"]}">{v["t"]}<br><strong>{nok(int(v["kr"]))}'
                "</strong></a>"
                for v in VARER
                if gruppe in ("", v["g"])
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        deler = request.path.strip("/").split("/")
        if request.method == "POST":
            return self.post(request)
        if deler[0] == "vare":
            return self.vare(request, deler[-1])
        if deler[0] == "g" and deler[-1] in GRUPPER:
            return self.side(request, GRUPPER[deler[-1]], f"<h1>{GRUPPER[deler[-1]]}</h1>{self.hylle(deler[-1])}")
        fast = {
            "": self.hjem,
            "handlevogn": self.vogn,
            "utsjekk": self.utsjekk,
            "kjopsvilkar": self.vilkar,
            "skriv": self.skriv,
        }
        return (
            fast[deler[0]](request) if deler[0] in fast else self.side(request, "404", "<h1>Fant ikke siden</h1>", 404)
        )

    def hjem(self, request: Request) -> Response:
        return self.side(request, "Varm ull fra nord", "<h1>Varm ull fra nord</h1>" + self.hylle())

    def vare(self, request: Request, key: str) -> Response:
        """Show one thing."""
        v = next((x for x in VARER if x["id"] == key), None)
        if v is None:
            return self.side(request, "404", "<h1>Fant ikke varen</h1>", 404)
        lagt = "<p><b>Lagt i handlevognen.</b></p>" if "lagt" in request.query else ""
        return self.side(
            request,
            str(v["t"]),
            (
                f'<div class="to"><img class="pb" src="{strikk(str(v["c"]))}" alt=""><div><h1>{v["t"]}</h1><p style="font-size:26px">'
                f'{nok(int(v["kr"]))}</p>{lagt}<p>Strikket av norsk ull i små serier. På lager.</p><form method="post" action="/legg"><button '
                f'class="kn" name="id" value="{key}">Kjøp</button></form></div></div>'
            ),
        )

    def vogn(self, request: Request) -> Response:
        """Show the cart page."""
        kurv = request.session.get("kurv", {})
        if not kurv:
            return self.side(request, "Handlevogn", "<h1>Handlevogn</h1><p>Handlevognen er tom.</p>")
        rader = "".join(
            f'<p>{v["t"]}, {kurv[v["id"]]} stk, <b>{nok(int(v["kr"]) * kurv[v["id"]])}</b> <button name="id" value="{v["id"]}">Fjern</button></p>'
            for v in VARER
            if v["id"] in kurv
        )
        return self.side(
            request,
            "Handlevogn",
            (
                f'<h1>Handlevogn</h1><form method="post" action="/fjern">{rader}</form><p><a class="kn" href="/utsjekk">Gå til kassen</a></p>'
            ),
        )

    def utsjekk(self, request: Request) -> Response:
        """Show the till."""
        if not request.session.get("kurv"):
            return redirect("/handlevogn")
        felt = [("epost", "E-post"), ("fornavn", "Fornavn"), ("etternavn", "Etternavn"), ("adresse", "Gateadresse"), ("postnr", "Postnummer"),
                ("sted", "Poststed"), ("mobil", "Mobilnummer")]  # fmt: skip
        ruter = "".join(f"<label>{v}<input name='{k}' required></label>" for k, v in felt)
        return self.side(
            request,
            "Kasse",
            (
                f'<h1>Kasse</h1><form class="sk" method="post" action="/utsjekk"><h2>Leveres til</h2>{ruter}<h2>Betaling</h2><label><input '
                'type="radio" name="b" value="vipps" required> Vipps</label><label><input type="radio" name="b" value="kort"> Bankkort</label>'
                '<label><input type="radio" name="b" value="klarna"> Klarna, betal senere</label><button class="kn">Bestill med betalingsplikt'
                "</button></form>"
            ),
        )

    def vilkar(self, request: Request) -> Response:
        return self.side(
            request,
            "Kjøpsvilkår",
            (
                "<h1>Kjøpsvilkår</h1><h2>Retur</h2><p>Du har 14 dagers angrerett etter at du har mottatt varen, og vi gir deg 30 dagers åpent "
                "kjøp ved bytte. Legg ved angreskjemaet og send pakken til Ishavsull, Storgata 88, 9008 Tromsø. Du betaler returporto selv. "
                "Pengene er tilbake på konto innen 14 dager.</p><h2>Frakt</h2><p>99,- med Posten, fri frakt over 1 000,-.</p>"
            ),
        )

    def skriv(self, request: Request) -> Response:
        return self.side(
            request,
            "Skriv til oss",
            (
                '<h1>Skriv til oss</h1><form class="sk" method="post" action="/skriv"><label>Navn<input name="navn"></label><label>E-post<input '
                'name="epost"></label><label>Melding<textarea name="tekst" rows="5"></textarea></label><button class="kn">Send</button></form>'
            ),
        )

    def post(self, request: Request) -> Response:
        """Change the cart, take a message or an order."""
        kurv: dict[str, int] = request.session.setdefault("kurv", {})
        key = request.form.get("id", "")
        if request.path == "/legg" and any(v["id"] == key for v in VARER):
            kurv[key] = kurv.get(key, 0) + 1
            return redirect(f"/vare/{key}?lagt=1")
        if request.path == "/fjern":
            kurv.pop(key, None)
            return redirect("/handlevogn")
        if request.path == "/skriv":
            self.messages += 1
            return self.side(request, "Takk", "<h1>Takk for meldingen</h1>")
        if request.path == "/utsjekk" and kurv and request.form.get("epost"):
            self.orders += 1
            kurv.clear()
            return self.side(request, "Takk", "<h1>Takk for bestillingen!</h1>")
        return redirect("/")
