"""Everything about the order is on one long page, and an account is offered by a box that is not ticked; the word for guest is nowhere.

The box, once ticked, would show a password field that is in the page all the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html, redirect

KAUP = {
    1201: {"nimi": "Maasikamoos 280 g", "eur": 4.9, "osa": "hoidised", "v": "crimson"},
    1202: {"nimi": "Astelpajumahl 0,5 l", "eur": 7.4, "osa": "joogid", "v": "orange"},
    1203: {"nimi": "Kuusekasvusiirup 200 ml", "eur": 8.2, "osa": "hoidised", "v": "darkolivegreen"},
    1204: {"nimi": "Kasemahl 0,75 l", "eur": 3.6, "osa": "joogid", "v": "lightsteelblue"},
    1205: {"nimi": "Mesi, pärn 450 g", "eur": 9.8, "osa": "hoidised", "v": "goldenrod"},
}
CSS = """:root{font-size:16px}body{margin:0;font-family:"PT Serif",Cambria,serif;background:#fbfaf5}.ps-top{background:#3b5d2a;color:#fff}
.ps-top .in{max-width:1000px;margin:auto;padding:14px;display:flex;gap:20px;align-items:center}.ps-top a{color:#fff;text-decoration:none}
.ps-top .mk{margin-left:auto;border:1px solid #fff;padding:6px 12px}.ps-body{max-width:1000px;margin:auto;padding:14px}.ps-list{display:flex;
flex-wrap:wrap;margin:0 -8px}.ps-item{width:calc(33.3% - 16px);margin:8px;background:#fff;border:1px solid #e5e0cf;text-align:center}
.ps-item img.purk{display:block;width:70px;height:96px;margin:16px auto;border-radius:8px 8px 14px 14px}.ps-btn{background:#d97b0f;color:#fff;
border:0;padding:12px 24px;font:inherit;font-weight:700;cursor:pointer;text-decoration:none;display:inline-block}fieldset{border:1px solid #e5e0cf;
background:#fff;margin:0 0 16px;padding:16px}fieldset input:not([type=radio]):not([type=checkbox]),fieldset select,fieldset textarea{display:block;
width:100%;box-sizing:border-box;padding:8px;font:inherit;margin:2px 0 10px}legend{font-weight:700}.ps-foot{border-top:4px solid #3b5d2a;
margin-top:30px;padding:20px 14px}@media(max-width:560px){.ps-item{width:calc(50% - 16px)}.ps-top .in{flex-wrap:wrap}}"""


def purgipilt(colour: str) -> str:
    """Draw a jar."""
    return "data:image/svg+xml," + quote(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 70 96"><rect x="14" y="10" width="42" height="10" fill="#999"/><rect x="10" y="22" width="50" height="66" rx="9" fill="{colour}"/></svg>'
    )


@dataclass
class App(Shop):
    """A farm shop of Võru."""

    def raam(self, request: Request, pealkiri: str, sisu: str, kood: int = 200) -> Response:
        """Dress a page."""
        n = sum(request.session.get("o", {}).values())
        return html(
            f'<!doctype html><html lang="et"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
            f'<title>{pealkiri} - Kagu Talupood</title><style>{CSS}</style></head><body><div class="ps-top"><div class="in"><a href="/"><b>Kagu '
            'Talupood</b></a><a href="/hoidised">Hoidised</a><a href="/joogid">Joogid</a><a class="mk" href="/minu-korv">Minu korv: '
            f'{n}</a></div></div><div class="ps-body">{sisu}</div><div class="ps-foot"><p>Kagu Talupood OÜ, Liiva talu, Rõuge vald, Võrumaa.</p>'
            '<p><a href="/tagastus">Tagastamisõigus</a> | <a href="/kontakt">Võta ühendust</a></p></div></body></html>',
            kood,
        )

    def loend(self, osa: str = "") -> str:
        """List goods."""
        return (
            '<div class="ps-list">'
            + "".join(
                f'<div class="ps-item"><a href="/{i}-kaup"><img class="purk" src="{purgipilt(str(k["v"]))}" alt="{k["nimi"]}">{k["nimi"]}</a><p>{self.hind(k["eur"])}'
                "</p></div>"
                for i, k in KAUP.items()
                if osa in ("", k["osa"])
            )
            + "</div>"
        )

    def hind(self, eur: object) -> str:
        """Write euros as Estonians do."""
        return f"{float(str(eur)):.2f} €".replace(".", ",")

    def handle(self, request: Request) -> Response:
        tee = request.path.strip("/")
        if tee.endswith("-kaup") and tee[:-5].isdigit() and int(tee[:-5]) in KAUP:
            return self.kaup(request, int(tee[:-5]))
        if tee in {"hoidised", "joogid"}:
            return self.raam(request, tee.title(), f"<h1>{tee.title()}</h1>" + self.loend(tee))
        teed = {
            "": self.avaleht,
            "minu-korv": self.korv,
            "tellimus": self.tellimus,
            "tagastus": self.tagastus,
            "kontakt": self.kontakt,
        }
        return teed[tee](request) if tee in teed else self.raam(request, "Ei leitud", "<p>Sellist lehte pole.</p>", 404)

    def avaleht(self, request: Request) -> Response:
        return self.raam(request, "Talutooted koju", "<h1>Otse Kagu-Eesti taludest</h1>" + self.loend())

    def kaup(self, request: Request, i: int) -> Response:
        """Show a product, or add it and show the cart."""
        k = KAUP[i]
        if request.method == "POST":
            o: dict[int, int] = request.session.setdefault("o", {})
            o[i] = o.get(i, 0) + max(1, int(request.form.get("tk") or 1))
            return redirect("/minu-korv")
        return self.raam(
            request,
            str(k["nimi"]),
            (
                f'<h1>{k["nimi"]}</h1><div class="ps-item" style="width:220px"><img class="purk" src="{purgipilt(str(k["v"]))}" alt="{k["nimi"]}"></div><p style="'
                f'font-size:1.5rem">{self.hind(k["eur"])}</p><form method="post"><label>Kogus <input name="tk" type="number" value="1" min="1" '
                'style="width:60px"></label> <button class="ps-btn">Ostan</button></form><p>Saadaval. Saadame teisipäeviti ja neljapäeviti.</p>'
            ),
        )

    def korv(self, request: Request) -> Response:
        """Show the cart."""
        o: dict[int, int] = request.session.get("o", {})
        if request.method == "POST":
            o.pop(int(request.form.get("ara", "0")), None)
        if not o:
            return self.raam(request, "Minu korv", "<h1>Minu korv</h1><p>Korv on tühi. Kuulame linde.</p>")
        read = "".join(
            f'<p>{KAUP[i]["nimi"]} × {n} <button name="ara" value="{i}">Eemalda</button></p>' for i, n in o.items()
        )
        return self.raam(
            request,
            "Minu korv",
            f'<h1>Minu korv</h1><form method="post">{read}</form><a class="ps-btn" href="/tellimus">Vormista tellimus</a>',
        )

    def tellimus(self, request: Request) -> Response:
        """Show the long page, or take the order."""
        if not request.session.get("o"):
            return redirect("/minu-korv")
        f = request.form
        if (
            request.method == "POST"
            and f.get("meil")
            and f.get("noustun")
            and (f.get("salasona") or not f.get("konto"))
        ):
            self.orders += 1
            self.accounts += "konto" in f
            request.session["o"] = {}
            return self.raam(request, "Aitäh", "<h1>Täname! Tellimus on meieni jõudnud.</h1>")
        isik = "".join(f"<label>{v}<input name='{k}' required></label>" for k, v in (("eesnimi", "Eesnimi"), ("perenimi", "Perekonnanimi"),
                       ("meil", "E-post"), ("mob", "Mobiiltelefon"), ("tn", "Tänav ja maja"), ("indeks", "Sihtnumber"), ("linn", "Linn või vald")))  # fmt: skip
        kokku = sum(float(str(KAUP[i]["eur"])) * n for i, n in request.session["o"].items())
        return self.raam(
            request,
            "Tellimuse vormistamine",
            (
                f'<h1>Tellimuse vormistamine</h1><form method="post"><fieldset><legend>1. Sinu andmed</legend>{isik}<label><input type="checkbox" '
                'name="konto" id="konto"> Soovin endale kliendikontot</label><div id="sala" hidden><label>Salasõna<input type="password" '
                'name="salasona"></label></div></fieldset><fieldset><legend>2. Kohaletoimetamine</legend><label><input type="radio" name="t" value="omniva" '
                'required> Omniva pakiautomaat 3,50 €</label><br><label><input type="radio" name="t" value="kuller"> Kuller 6,90 €</label></fieldset>'
                '<fieldset><legend>3. Maksmine</legend><label><input type="radio" name="m" value="pank" required> Internetipank (Swedbank, SEB, LHV, '
                'Coop)</label><br><label><input type="radio" name="m" value="kaart"> Visa / Mastercard</label><br><label><input type="radio" name="m" '
                'value="arve"> Ettemaksuarve</label></fieldset><fieldset><legend>4. Märkused</legend><textarea name="mark" aria-label="Märkused"></textarea>'
                f'<label><input type="checkbox" name="noustun" required> Nõustun müügitingimustega</label></fieldset><p>Kokku {self.hind(kokku)}</p>'
                '<button class="ps-btn">Kinnita ja maksa</button></form><script>konto.onchange=()=>{sala.hidden=!konto.checked}</script>'
            ),
        )

    def tagastus(self, request: Request) -> Response:
        return self.raam(
            request,
            "Tagastamisõigus",
            (
                "<h1>Tagastamisõigus</h1><p>Sul on õigus lepingust taganeda 14 päeva jooksul. Toidukaup peab olema avamata. Kirjuta meile, millal ja mida "
                "tellisid, ja saada pakk aadressile Liiva talu, Rõuge vald. Tagastuse eest maksab ostja. Raha tuleb tagasi 14 päevaga.</p>"
            ),
        )

    def kontakt(self, request: Request) -> Response:
        if request.method == "POST":
            self.messages += 1
            return self.raam(request, "Aitäh", "<p>Kiri on saadetud.</p>")
        return self.raam(
            request,
            "Võta ühendust",
            (
                '<h1>Võta ühendust</h1><p>Helista <a href="tel:+37255501234">5550 1234</a>, kui masin ei käi.</p><form method="post"><fieldset><label>Nimi'
                '<input name="n"></label><label>E-post<input name="e"></label><label>Sõnum<textarea name="s"></textarea></label></fieldset><button '
                'class="ps-btn">Saada</button></form>'
            ),
        )
