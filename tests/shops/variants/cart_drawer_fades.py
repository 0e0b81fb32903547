"""After adding, a panel with the cart slides in and is gone again two seconds later, with no till in it.

The panel shows the line and a link to the cart page; who blinks uses the same link in the header.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

TOOTED = (
    ("kadakas-seep", "Kadakaseep 90 g", "6.50", "seebid", "M12 20 L36 8 L60 20 L36 32Z", "#7d8f69"),
    ("meresoola-koorija", "Meresoola koorija 200 ml", "14.90", "keha", "M20 6h32v30H20z", "#7fb3c8"),
    ("rukkilille-kreem", "Rukkilille kätekreem 50 ml", "9.90", "keha", "M28 4h16l6 34H22z", "#5a67b0"),
    ("vihaseep-sauna", "Saunaseep kasevihaga 120 g", "7.90", "seebid", "M10 14h52v18H10z", "#5f8b4c"),
    ("vilt-kott", "Vilditud seebikott", "12.00", "lisad", "M24 10q12-12 24 0v28H24z", "#a98467"),
)
RIIULID = {"seebid": "Seebid", "keha": "Kehahooldus", "lisad": "Lisad"}


def hind(text: str | Decimal) -> str:
    """Write euros as Estonians do."""
    return f"{Decimal(text):.2f} €".replace(".", ",")


def pilt(path: str, colour: str) -> str:
    """Draw a thing."""
    return f'<svg class="h-40 w-full" viewBox="0 0 72 44" aria-hidden="true"><path d="{path}" fill="{colour}"/></svg>'


UTIL = """.flex{display:flex}.grid{display:grid}.hidden{display:none}.gap-4{gap:1rem}.gap-8{gap:2rem}.p-4{padding:1rem}.py-2{padding:.5rem 0}
.items-center{align-items:center}.justify-between{justify-content:space-between}.text-xl{font-size:1.25rem}.text-3xl{font-size:1.9rem}
.font-bold{font-weight:700}.rounded-lg{border-radius:.5rem}.bg-stone-100{background:#f5f5f4}.bg-teal-700{background:#0f766e}.text-white{
color:#fff}.max-w-5xl{max-width:64rem}.mx-auto{margin-left:auto;margin-right:auto}.w-full{width:100%}.h-40{height:10rem}.mt-6{
margin-top:1.5rem}.border{border:1px solid #d6d3d1}.fixed{position:fixed}.cols-4{grid-template-columns:repeat(4,1fr)}.cols-2{
grid-template-columns:1fr 1fr}body{margin:0;font-family:ui-sans-serif,system-ui,sans-serif;color:#292524}a{color:inherit;
text-decoration:none}.underline{text-decoration:underline}.px-6{padding-left:1.5rem;padding-right:1.5rem}button{font:inherit;cursor:pointer}
.peek{top:0;right:0;width:22rem;max-width:88vw;background:#fff;box-shadow:0 0 24px #0003;transform:translateX(110%);
transition:transform .3s;z-index:20;visibility:hidden}.peek.is-in{transform:none;visibility:visible}input.fld,select.fld{padding:.6rem;
border:1px solid #a8a29e;width:100%;box-sizing:border-box;font-size:1rem}.md-flex{display:flex}.md-hide{display:none}
@media(max-width:720px){.cols-4,.cols-2{grid-template-columns:1fr 1fr}.cols-2{grid-template-columns:1fr}.md-flex{display:none}
.md-flex.open{display:flex;flex-direction:column;width:100%}.md-hide{display:block}.wrap-sm{flex-wrap:wrap}}"""
JS = """<script>document.addEventListener('submit',async e=>{if(!e.target.matches('[data-lisa]'))return;e.preventDefault();
const b=e.target.querySelector('button');b.disabled=true;const r=await fetch('/ajax/lisa',{method:'POST',body:new URLSearchParams(
new FormData(e.target))});const j=await r.json();document.querySelectorAll('[data-kogus]').forEach(x=>x.textContent=j.kogus);
const p=document.querySelector('.peek');p.querySelector('div').innerHTML=j.read;setTimeout(()=>{p.classList.add('is-in');b.disabled=false;
setTimeout(()=>p.classList.remove('is-in'),2300)},200)})</script>"""


@dataclass
class App(Shop):
    """A soap maker of Haapsalu."""

    def leht(self, request: Request, nimi: str, sisu: str, kood: int = 200) -> Response:
        """Dress a page."""
        kogus = sum(request.session.get("korv", {}).values())
        menu = "".join(f'<a class="py-2" href="/riiul/{k}">{v}</a>' for k, v in RIIULID.items())
        return html(
            f'<!doctype html><html lang="et"><head><meta charset="utf-8"><title>{nimi} | Haapsalu Seebikoda</title><meta name="viewport" '
            f'content="width=device-width, initial-scale=1"><style>{UTIL}</style></head><body><div class="bg-stone-100"><div class="flex '
            'items-center justify-between wrap-sm max-w-5xl mx-auto p-4 gap-4"><a class="text-xl font-bold" href="/">Haapsalu Seebikoda</a>'
            '<button class="md-hide border rounded-lg" onclick="this.nextElementSibling.classList.toggle(\'open\')">Menüü</button>'
            f'<nav class="md-flex gap-4">{menu}</nav><form action="/otsi" class="md-flex"><input type="search" name="q" placeholder="Otsi '
            f'poest"></form><a href="/ostukorv">Ostukorv (<span data-kogus>{kogus}</span>)</a></div></div><main class="max-w-5xl mx-auto p-4">'
            f'{sisu}</main><div class="peek fixed p-4"><b>Lisatud ostukorvi</b><div></div><a class="underline" href="/ostukorv">Vaata ostukorvi'
            '</a></div><footer class="bg-stone-100 p-4 mt-6"><div class="max-w-5xl mx-auto"><p>Seebikoda OÜ, Posti 12, 90504 Haapsalu · '
            '<a href="mailto:tere@seebikoda.example">tere@seebikoda.example</a> · <a href="tel:+3724700012">470 0012</a></p><p><a '
            f'class="underline" href="/muugitingimused">Müügitingimused</a></p></div></footer>{JS}</body></html>',
            kood,
        )

    def valik(self, riiul: str = "", sona: str = "") -> str:
        """List things."""
        return (
            '<div class="grid cols-4 gap-4">'
            + "".join(
                f'<a class="border rounded-lg p-4" href="/toode/{s}">{pilt(d, c)}<span>{n}</span><br><span class="font-bold">{hind(p)}</span></a>'
                for s, n, p, r, d, c in TOOTED
                if riiul in ("", r) and sona.lower() in n.lower()
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        _, esimene, *muu = [*request.path.split("/"), ""]
        if esimene == "toode":
            return self.toode(request, muu[0])
        if esimene == "riiul":
            return self.leht(
                request,
                RIIULID.get(muu[0], ""),
                f'<h1 class="text-3xl">{RIIULID.get(muu[0], "")}</h1>' + self.valik(muu[0]),
            )
        teed = {"": self.avaleht, "otsi": self.otsi, "ajax": self.lisa, "ostukorv": self.korv, "vormista": self.vormista,
                "muugitingimused": self.tingimused}  # fmt: skip
        return teed[esimene](request) if esimene in teed else self.leht(request, "404", "<p>Lehte ei leitud.</p>", 404)

    def avaleht(self, request: Request) -> Response:
        return self.leht(
            request, "Käsitöö seebid", '<h1 class="text-3xl">Looduslik seep mere äärest</h1>' + self.valik()
        )

    def otsi(self, request: Request) -> Response:
        return self.leht(
            request, "Otsing", '<h1 class="text-3xl">Otsing</h1>' + self.valik(sona=request.query.get("q", ""))
        )

    def toode(self, request: Request, slug: str) -> Response:
        """Show one thing."""
        leitud = [t for t in TOOTED if t[0] == slug]
        if not leitud:
            return self.leht(request, "404", "<p>Toodet ei leitud.</p>", 404)
        s, n, p, _, d, c = leitud[0]
        return self.leht(
            request,
            n,
            (
                f'<div class="grid cols-2 gap-8 mt-6" itemscope itemtype="https://schema.org/Product"><div>{pilt(d, c)}</div><div><h1 '
                f'class="text-3xl" itemprop="name">{n}</h1><p class="text-xl" itemprop="offers" itemscope itemtype="https://schema.org/Offer">'
                f'<meta itemprop="price" content="{p}"><meta itemprop="priceCurrency" content="EUR">{hind(p)}</p><p>Laos. Pakiautomaati 1–3 '
                f'tööpäevaga.</p><form data-lisa method="post" action="/ajax/lisa"><input type="hidden" name="toode" value="{s}"><button '
                'class="bg-teal-700 text-white rounded-lg p-4 px-6">Pane korvi</button></form></div></div>'
            ),
        )

    def read(self, request: Request) -> str:
        """The lines of the cart."""
        korv = request.session.get("korv", {})
        return "".join(
            f'<p class="flex justify-between py-2"><span>{n} × {korv[s]}</span><b>{hind(Decimal(p) * korv[s])}</b></p>'
            for s, n, p, *_ in TOOTED
            if s in korv
        )

    def lisa(self, request: Request) -> Response:
        """Add a thing."""
        korv: dict[str, int] = request.session.setdefault("korv", {})
        slug = request.form.get("toode", "")
        if any(t[0] == slug for t in TOOTED):
            korv[slug] = korv.get(slug, 0) + 1
        return json_response({"kogus": sum(korv.values()), "read": self.read(request)})

    def korv(self, request: Request) -> Response:
        """Show the cart page."""
        if request.method == "POST":
            request.session["korv"] = {}
        if not request.session.get("korv"):
            return self.leht(request, "Ostukorv", '<h1 class="text-3xl">Ostukorv</h1><p>Ostukorv on tühi.</p>')
        return self.leht(
            request,
            "Ostukorv",
            (
                f'<h1 class="text-3xl">Ostukorv</h1>{self.read(request)}<div class="flex justify-between mt-6"><form method="post"><button>Tühjenda '
                'korv</button></form><a class="bg-teal-700 text-white rounded-lg p-4" href="/vormista">Edasi tellima</a></div>'
            ),
        )

    def vormista(self, request: Request) -> Response:
        """Show the form or take the order."""
        if not request.session.get("korv"):
            return redirect("/ostukorv")
        if request.method == "POST" and request.form.get("epost"):
            self.orders += 1
            request.session["korv"] = {}
            return self.leht(request, "Aitäh", "<h1>Aitäh tellimuse eest!</h1>")
        sisend = "".join(
            f'<label class="py-2">{v}<input class="fld" name="{k}" type="{t}" required></label>'
            for k, v, t in [
                ("nimi", "Ees- ja perekonnanimi", "text"),
                ("epost", "E-posti aadress", "email"),
                ("tel", "Telefon", "tel"),
            ]
        )
        return self.leht(
            request,
            "Tellimuse vormistamine",
            (
                f'<h1 class="text-3xl">Tellimuse vormistamine</h1><form method="post" class="grid gap-4">{sisend}<label>Pakiautomaat<select '
                'class="fld" name="automaat"><option value="">Vali…</option><option>Haapsalu Rimi</option><option>Tallinna Kristiine</option>'
                '<option>Tartu Lõunakeskus</option></select></label><fieldset><legend>Makseviis</legend><label><input type="radio" name="m" '
                'value="pank" required> Pangalink</label> <label><input type="radio" name="m" value="kaart"> Pangakaart</label></fieldset>'
                '<button class="bg-teal-700 text-white rounded-lg p-4">Maksa</button></form>'
            ),
        )

    def tingimused(self, request: Request) -> Response:
        return self.leht(
            request,
            "Müügitingimused",
            (
                "<h1>Müügitingimused</h1><h2>Tagastamine</h2><p>Avamata toote võid tagastada 14 päeva jooksul alates kättesaamisest. Saada "
                "avaldus aadressile tere@seebikoda.example. Tagastamise kulu kannab ostja. Raha kanname tagasi 14 päeva jooksul.</p><h2>Tarne</h2>"
                "<p>Pakiautomaat 3,20 €.</p>"
            ),
        )
