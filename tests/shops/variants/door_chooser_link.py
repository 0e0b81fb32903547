"""A big log-in form and a big "Skapa konto" fill the page before the till; the way without an account is one pale line of small print.

The header has a log-in link of its own, and the guest line is a plain link among other plain links.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

PLAGG: list[dict[str, Any]] = [
    {"sku": 51, "namn": "Löparstrumpor, 3-pack", "pris": "149", "avd": "loppning", "ton": "hsl(200 60% 45%)"},
    {"sku": 52, "namn": "Vattenflaska mjuk 500 ml", "pris": "199", "avd": "loppning", "ton": "hsl(180 50% 60%)"},
    {"sku": 53, "namn": "Pannlampa 400 lumen", "pris": "549", "avd": "natt", "ton": "hsl(50 90% 55%)"},
    {"sku": 54, "namn": "Reflexband, par", "pris": "79", "avd": "natt", "ton": "hsl(75 80% 60%)"},
    {"sku": 55, "namn": "Massageboll", "pris": "99", "avd": "vila", "ton": "hsl(340 50% 55%)"},
]
AVD = {"loppning": "Löpning", "natt": "Mörkerlöpning", "vila": "Återhämtning"}
CSS = """@font-face{font-family:x;src:local("Arial")}body{margin:0;font-family:"Arial Narrow",Arial,sans-serif;color:#111}
#hdr{position:sticky;top:0;background:#111;color:#fff;z-index:3}#hdr .rad{max-width:1280px;margin:auto;display:flex;align-items:center;
gap:24px;padding:0 16px;height:60px}#hdr a{color:#fff;text-decoration:none}.logga{font:italic 900 26px Arial}.avd{display:flex;gap:18px}
.hoger{margin-left:auto;display:flex;gap:18px}.produktlista{max-width:1280px;margin:20px auto;padding:0 16px;display:grid;
grid-template-columns:repeat(auto-fit,minmax(210px,1fr));gap:16px}.produktkort{border:1px solid #e2e2e2}.produktkort a{color:#111;
text-decoration:none;display:block}.yta{display:block;height:190px;width:100%;object-fit:cover}.pad{padding:12px}.kopknapp{background:#ff4d00;color:#fff;border:0;
padding:15px 30px;font:700 17px Arial;cursor:pointer;display:inline-block;text-decoration:none}.smal{max-width:860px;margin:28px auto;
padding:0 16px}.ruta{background:#f5f5f5;padding:22px}.tva{display:grid;grid-template-columns:1fr 1fr;gap:20px}.ruta input:not([type=radio]):not(
[type=checkbox]),.form input:not([type=radio]):not([type=checkbox]){display:block;width:100%;padding:10px;margin:4px 0 12px;box-sizing:border-box}
.liten{font-size:13px;color:#555}.liten a{color:#555}#bott{background:#eee;padding:26px 16px;margin-top:50px}
@media(max-width:640px){.avd{display:none}.tva{grid-template-columns:1fr}.produktlista{grid-template-columns:1fr 1fr}#hamb:checked~.avd{
display:flex;flex-direction:column;position:absolute;top:60px;left:0;right:0;background:#111;padding:16px}.hoger{gap:12px}}
#hamb{display:none}.hambl{display:none}@media(max-width:640px){.hambl{display:block;font-size:24px}}"""


def pryl(colour: str) -> str:
    """Draw a thing for runners."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#f4f4f4"/><path d="M4 15q8-11 14-6t8-2" stroke="{colour}" stroke-width="4" fill="none"/></svg>'
    )


@dataclass
class App(Shop):
    """A runners' shop."""

    def ram(self, request: Request, titel: str, inne: str, status: int = 200) -> Response:
        """Dress a page."""
        antal = len(request.session.get("korg", []))
        avd = "".join(f'<a href="/avd-{k}">{v}</a>' for k, v in AVD.items())
        return html(
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{titel} - Stigfinnaren</title><meta name="viewport" '
            f'content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body><div id="hdr"><div class="rad"><label class="hambl" '
            f'for="hamb" aria-label="Meny">≡</label><input type="checkbox" id="hamb"><a class="logga" href="/">STIGFINNAREN</a><div class="avd">'
            f'{avd}</div><div class="hoger"><a href="/logga-in">Logga in</a><a href="/varukorg">Varukorg {antal}</a></div></div></div>{inne}<div '
            'id="bott"><p>Stigfinnaren Sport AB · Järnvägsgatan 31, 784 33 Borlänge</p><p>Ring <a href="tel:+46243555020">0243-55 50 20</a> eller '
            'mejla <a href="mailto:spring@stigfinnaren.example">spring@stigfinnaren.example</a></p><p><a href="/byten">Byten &amp; returer</a></p>'
            "</div></body></html>",
            status,
        )

    def lista(self, avd: str = "") -> str:
        """List goods."""
        return (
            '<div class="produktlista">'
            + "".join(
                f'<div class="produktkort"><a href="/a/{p["sku"]}"><img class="yta" alt="{p["namn"]}" src="{pryl(p["ton"])}"><div class="pad">{p["namn"]}'
                f"<br><b>{p['pris']} kr</b></div></a></div>"
                for p in PLAGG
                if avd in ("", p["avd"])
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        path = request.path
        if path.startswith("/a/"):
            return self.artikel(request, path[3:])
        if path.startswith("/avd-") and path[5:] in AVD:
            return self.ram(request, AVD[path[5:]], f'<h1 class="smal">{AVD[path[5:]]}</h1>' + self.lista(path[5:]))
        sidor = {"/": self.start, "/varukorg": self.korg, "/kassa": self.val, "/kassa/adress": self.adress, "/logga-in": self.inlogg,
                 "/skapa-konto": self.konto, "/byten": self.byten}  # fmt: skip
        return (
            sidor[path](request)
            if path in sidor
            else self.ram(request, "404", '<div class="smal"><h1>Vilse?</h1></div>', 404)
        )

    def start(self, request: Request) -> Response:
        return self.ram(request, "Löpning", '<h1 class="smal">Spring längre</h1>' + self.lista())

    def artikel(self, request: Request, sku: str) -> Response:
        """Show an article, or add it."""
        p = next((x for x in PLAGG if str(x["sku"]) == sku), None)
        if p is None:
            return self.ram(request, "404", '<div class="smal"><h1>Vilse?</h1></div>', 404)
        if request.method == "POST":
            request.session.setdefault("korg", []).append(sku)
            return redirect("/varukorg")
        return self.ram(
            request,
            str(p["namn"]),
            (
                f'<div class="smal tva"><img class="yta" style="height:320px" alt="{p["namn"]}" src="{pryl(p["ton"])}"><div><h1>{p["namn"]}</h1><p '
                f'style="font-size:26px">{p["pris"]} kr</p><p>I lager, skickas idag.</p><form method="post"><button class="kopknapp">Lägg i varukorgen'
                "</button></form></div></div>"
            ),
        )

    def korg(self, request: Request) -> Response:
        """Show the cart."""
        korg: list[str] = request.session.setdefault("korg", [])
        if request.method == "POST" and korg:
            korg.pop()
        rader = "".join(f"<p>{p['namn']} × {korg.count(str(p['sku']))}</p>" for p in PLAGG if str(p["sku"]) in korg)
        knapp = '<form method="post"><button>Ta bort senaste</button></form><p><a class="kopknapp" href="/kassa">Till kassan</a></p>'
        return self.ram(
            request,
            "Varukorg",
            f'<div class="smal"><h1>Varukorg</h1>{rader + knapp if korg else "<p>Varukorgen är tom.</p>"}</div>',
        )

    def val(self, request: Request) -> Response:
        """Show the page before the till."""
        if not request.session.get("korg"):
            return redirect("/varukorg")
        return self.ram(
            request,
            "Välkommen",
            (
                '<div class="smal"><h1>Välkommen!</h1><div class="tva"><div class="ruta"><h2>Logga in</h2><form method="post" action="/logga-in"><label>'
                'E-post<input name="epost"></label><label>Lösenord<input type="password" name="losen"></label><button class="kopknapp">Logga in</button>'
                '</form></div><div class="ruta"><h2>Ny hos oss?</h2><p>Samla poäng och få 10 % på första köpet.</p><a class="kopknapp" '
                'href="/skapa-konto">Skapa konto</a></div></div><p class="liten">Du kan också <a href="/kassa/adress">handla utan att bli kund</a>. Läs om '
                '<a href="/byten">byten</a>.</p></div>'
            ),
        )

    def adress(self, request: Request) -> Response:
        """Show the form, or take the order."""
        if not request.session.get("korg"):
            return redirect("/varukorg")
        if request.method == "POST" and request.form.get("email"):
            self.orders += 1
            request.session["korg"] = []
            return self.ram(request, "Tack", '<div class="smal"><h1>Tack, nu packar vi!</h1></div>')
        falt = "".join(f'<label>{v}<input name="{k}" required></label>' for k, v in (("email", "E-post"), ("fnamn", "Förnamn"), ("enamn",
                       "Efternamn"), ("adr", "Adress"), ("pnr", "Postnr"), ("ort", "Ort"), ("mob", "Mobiltelefon")))  # fmt: skip
        return self.ram(
            request,
            "Kassa",
            (
                f'<div class="smal form"><h1>Kassa</h1><form method="post">{falt}<h2>Betalsätt</h2><label><input type="radio" name="b" value="swish" '
                'required> Swish</label><br><label><input type="radio" name="b" value="kort"> Kontokort</label><br><label><input type="radio" name="b" '
                'value="faktura"> Faktura</label><p><button class="kopknapp">Köp nu</button></p></form></div>'
            ),
        )

    def inlogg(self, request: Request) -> Response:
        fel = "<p>Fel e-post eller lösenord.</p>" if request.method == "POST" else ""
        return self.ram(
            request,
            "Logga in",
            (
                f'<div class="smal ruta"><h1>Logga in</h1>{fel}<form method="post"><label>E-post<input name="epost"></label><label>Lösenord<input '
                'type="password" name="losen"></label><button class="kopknapp">Logga in</button></form></div>'
            ),
        )

    def konto(self, request: Request) -> Response:
        if request.method == "POST" and request.form.get("losen"):
            self.accounts += 1
            return redirect("/kassa/adress")
        return self.ram(
            request,
            "Skapa konto",
            (
                '<div class="smal ruta"><h1>Skapa konto</h1><form method="post"><label>E-post<input name="epost" required></label><label>Lösenord<input '
                'type="password" name="losen" required></label><button class="kopknapp">Skapa konto</button></form></div>'
            ),
        )

    def byten(self, request: Request) -> Response:
        return self.ram(
            request,
            "Byten & returer",
            (
                '<div class="smal"><h1>Byten &amp; returer</h1><p>Du har 100 dagars öppet köp på oanvända varor med lappen kvar. Retursedeln ligger i '
                "paketet; returen kostar 39 kr. Byte av storlek är gratis en gång per order. Återbetalning sker inom fem dagar.</p></div>"
            ),
        )
