"""A grid of sizes, some of them crossed out; the button reads "choose a size" until one is pressed.

German utility-class shop; the tiles are plain list items with a click handler (no role, no form field).
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

WEAR = {
    "wanderjacke-brocken": {
        "n": "Wanderjacke Brocken",
        "p": 189.95,
        "c": "jacken",
        "s": {"XS": 0, "S": 3, "M": 0, "L": 5},
    },
    "fleece-harz": {"n": "Fleecepullover Harz", "p": 79.95, "c": "pullover", "s": {"S": 2, "M": 4, "L": 0, "XL": 1}},
    "regenhose-ilse": {"n": "Regenhose Ilse", "p": 99.0, "c": "hosen", "s": {"S": 0, "M": 2, "L": 2}},
    "softshell-bode": {"n": "Softshelljacke Bode", "p": 139.0, "c": "jacken", "s": {"M": 1, "L": 1, "XL": 0}},
    "zipoffhose-selke": {"n": "Zip-off-Hose Selke", "p": 84.9, "c": "hosen", "s": {"46": 2, "48": 0, "50": 6}},
}
UTIL = """*{box-sizing:border-box}body{margin:0;font-family:Inter,Arial,sans-serif;color:#111827}a{color:inherit}
.mx-auto{margin-left:auto;margin-right:auto}.max-w-6xl{max-width:72rem}.px-4{padding-left:1rem;padding-right:1rem}
.py-4{padding-top:1rem;
padding-bottom:1rem}.py-8{padding-top:2rem;padding-bottom:2rem}.flex{display:flex}.items-center{align-items:center}
.justify-between{justify-content:space-between}.gap-4{gap:1rem}.gap-6{gap:1.5rem}.grid{display:grid}.grid-cols-2{
grid-template-columns:repeat(2,minmax(0,1fr))}.grid-cols-4{grid-template-columns:repeat(4,minmax(0,1fr))}
.border{border:1px solid #d1d5db}
.border-b{border-bottom:1px solid #e5e7eb}.rounded{border-radius:.375rem}.text-sm{font-size:.875rem}
.text-2xl{font-size:1.5rem}
.font-bold{font-weight:700}.text-gray-500{color:#6b7280}.line-through{text-decoration:line-through}
.bg-gray-100{background:#f3f4f6}
.bg-emerald-700{background:#047857}.text-white{color:#fff}.p-3{padding:.75rem}.w-full{width:100%}
.text-center{text-align:center}
.cursor-pointer{cursor:pointer}.cursor-not-allowed{cursor:not-allowed}.opacity-60{opacity:.6}
.no-underline{text-decoration:none}
.hidden{display:none}.ring{outline:2px solid #047857}.mt-6{margin-top:1.5rem}.list-none{list-style:none;padding:0;
margin:0}.block{display:block}
@media(min-width:768px){.md\\:grid-cols-3{grid-template-columns:repeat(3,minmax(0,1fr))}.md\\:grid-cols-2{
grid-template-columns:repeat(2,minmax(0,1fr))}.md\\:flex{display:flex}.md\\:hidden{display:none}}"""


def eur(value: object) -> str:
    """Write a price in German."""
    return f"{float(str(value)):.2f}".replace(".", ",") + " €"


def draw(slug: str) -> str:
    """Draw a garment."""
    i = list(WEAR).index(slug)
    return (
        f'<svg viewBox="0 0 100 100" class="w-full block bg-gray-100" role="img" aria-label="{WEAR[slug]["n"]}">'
        f'<path d="M30 20l20 6 20-6 16 22-12 9-4-6v37H30V45l-4 6-12-9z" fill="hsl({i * 70 + 150},35%,40%)"/></svg>'
    )


class App(Shop):
    """Harzsteig Outdoor."""

    def html_page(self, request: Request, title: str, content: str) -> Response:
        """Assemble a page."""
        n = len(request.session.get("korb", []))
        nav = "".join(
            f'<a class="no-underline block py-4 px-4" href="/{c}/">{c.capitalize()}</a>'
            for c in ("jacken", "pullover", "hosen")
        )
        return html(f"""<!DOCTYPE html><html lang="de"><head><meta charset="UTF-8"><title>{title} | Harzsteig</title>
<meta name="viewport" content="width=device-width, initial-scale=1.0"><style>{UTIL}</style></head><body><header
class="border-b">
<div class="max-w-6xl mx-auto px-4 py-4 flex items-center justify-between gap-4"><a href="/" class="text-2xl font-bold
no-underline">
Harzsteig</a><nav class="hidden md:flex">{nav}</nav><div class="flex items-center gap-4"><a href="/suche/"
aria-label="Suche">🔍</a>
<a href="/warenkorb/" class="no-underline" aria-label="Warenkorb">🛒 <span data-n>{n}</span></a>
<div class="md:hidden cursor-pointer text-2xl" onclick="document.getElementById('mob').classList.toggle('hidden')"
role="button"
aria-label="Menü">≡</div></div></div><nav id="mob" class="hidden md:hidden bg-gray-100">{nav}</nav></header>
<main class="max-w-6xl mx-auto px-4 py-8">{content}</main><footer class="bg-gray-100 py-8"><div class="max-w-6xl mx-auto
px-4 text-sm">
<a href="/impressum/">Impressum</a> · <a href="/widerruf/">Widerrufsbelehrung</a> · <a
href="/datenschutz/">Datenschutz</a><p>Alle Preise
inkl. MwSt., zzgl. Versand 4,95 €.</p><p>Wir akzeptieren: <span class="border p-3 rounded">Visa</span> <span
class="border p-3 rounded">
PayPal</span></p></div></footer></body></html>""")

    def listing(self, slugs: list[str]) -> str:
        """List garments."""
        return (
            '<div class="grid grid-cols-2 md:grid-cols-3 gap-6">'
            + "".join(
                f'<a class="no-underline" href="/p/{s}/">{draw(s)}<span class="block font-bold">{WEAR[s]["n"]}</span>'
                f'<span class="text-gray-500">{eur(WEAR[s]["p"])}</span></a>'
                for s in slugs
            )
            + "</div>"
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        parts = [p for p in request.path.split("/") if p]
        korb = request.session.setdefault("korb", [])
        match parts:
            case []:
                return self.html_page(
                    request, "Start", f'<h1 class="text-2xl">Raus ins Freie</h1>{self.listing(list(WEAR))}'
                )
            case [cat] if cat in {str(w["c"]) for w in WEAR.values()}:
                hits = [s for s, w in WEAR.items() if w["c"] == cat]
                return self.html_page(request, cat, f'<h1 class="text-2xl">{cat.capitalize()}</h1>{self.listing(hits)}')
            case ["suche"]:
                q = request.query.get("q", "")
                hits = [s for s, w in WEAR.items() if q and q.lower() in str(w["n"]).lower()]
                form = (
                    '<form><input type="search" name="q" placeholder="Suchbegriff" class="border p-3">'
                    "<button>Suchen</button></form>"
                )
                return self.html_page(request, "Suche", form + self.listing(hits))
            case ["p", slug] if slug in WEAR:
                return self.detail(request, slug)
            case ["ajax", "korb"] if request.method == "POST":
                slug, size = str((request.json or {}).get("artikel")), str((request.json or {}).get("groesse"))
                sizes = WEAR.get(slug, {}).get("s", {})
                if not isinstance(sizes, dict) or not sizes.get(size):
                    return json_response({"fehler": "Größe fehlt"}, 400)
                korb.append((slug, size))
                return json_response({"anzahl": len(korb)})
        return self.buy(request, parts)

    def detail(self, request: Request, slug: str) -> Response:
        """Show one garment."""
        w = WEAR[slug]
        sizes = w["s"] if isinstance(w["s"], dict) else {}
        tiles = "".join(
            f'<li data-v="{k}" class="border rounded p-3 text-center cursor-pointer">{k}</li>'
            if left
            else f'<li class="border rounded p-3 text-center text-gray-500 line-through cursor-not-allowed">{k}</li>'
            for k, left in sizes.items()
        )
        return self.html_page(
            request,
            str(w["n"]),
            f"""<div class="grid md:grid-cols-2 gap-6"><div>{draw(slug)}</div><div><h1 class="text-2xl
font-bold">{w["n"]}</h1>
<p class="text-2xl">{eur(w["p"])}</p><p class="text-sm text-gray-500">Größe</p><ul id="gr" class="grid grid-cols-4 gap-4
list-none">{tiles}
</ul><button id="kauf" class="mt-6 w-full p-3 bg-emerald-700 text-white rounded opacity-60 cursor-not-allowed"
disabled>Bitte Größe wählen
</button><p id="ok" class="hidden p-3 bg-gray-100">✓ Im Warenkorb. <a href="/warenkorb/">Zum Warenkorb</a></p>
<p>Wassersäule 10.000 mm,
PFC-frei imprägniert.</p></div></div><script>let g=null;const k=document.getElementById('kauf');
document.querySelectorAll('#gr li[data-v]').forEach(l=>l.addEventListener('click',()=>{{
document.querySelectorAll('#gr li').forEach(
x=>x.classList.remove('ring'));l.classList.add('ring');g=l.dataset.v;k.disabled=false;k.classList.remove('opacity-60',
'cursor-not-allowed');k.textContent='In den Warenkorb'}}));k.addEventListener('click',async()=>{{const r=await
fetch('/ajax/korb',
{{method:'POST',headers:{{'Content-Type':'application/json'}},body:JSON.stringify({{artikel:'{slug}',groesse:g}})}});
if(r.ok){{document.querySelector('[data-n]').textContent=(await r.json()).anzahl;
document.getElementById('ok').classList.remove('hidden')}}
}})</script>""",
        )

    def buy(self, request: Request, parts: list[str]) -> Response:
        """Answer cart, checkout and legal pages."""
        korb = request.session["korb"]
        total = sum(float(str(WEAR[s]["p"])) for s, _ in korb)
        match parts:
            case ["warenkorb"]:
                rows = "".join(
                    f'<div class="flex justify-between border-b p-3"><span>{WEAR[s]["n"]}, Größe {g}</span><a '
                    f'href="/warenkorb/weg/{i}">'
                    f"Entfernen</a><b>{eur(WEAR[s]['p'])}</b></div>"
                    for i, (s, g) in enumerate(korb)
                )
                more = (
                    f'<p class="font-bold">Gesamt {eur(total)}</p><a href="/bestellen/" class="block p-3 '
                    f"bg-emerald-700 text-white text-center "
                    'rounded no-underline">Weiter zur Bestellung</a>'
                )
                return self.html_page(
                    request, "Warenkorb", f"<h1>Warenkorb</h1>{rows + more if korb else 'Noch leer.'}"
                )
            case ["warenkorb", "weg", i] if i.isdigit():
                del korb[int(i) : int(i) + 1]
                return redirect("/warenkorb/")
            case ["bestellen"] if korb:
                if request.method == "POST":
                    self.orders += 1
                    korb.clear()
                    return self.html_page(request, "Danke", "<h1>Vielen Dank für Ihre Bestellung</h1>")
                return self.order_page(request, total)
            case ["impressum"]:
                return self.html_page(
                    request,
                    "Impressum",
                    "<h1>Impressum</h1><p>Harzsteig Outdoor GmbH<br>Breite Straße 21<br>38855 Wernigerode</p>"
                    "<p>Telefon: "
                    "03943 556 701<br>E-Mail: service@harzsteig.example</p><p>USt-IdNr. DE298765432</p>",
                )
            case ["widerruf"]:
                return self.html_page(
                    request,
                    "Widerrufsbelehrung",
                    "<h1>Widerrufsbelehrung</h1><p>Sie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen "
                    "diesen Vertrag zu "
                    "widerrufen. Die Widerrufsfrist beträgt 14 Tage ab dem Tag, an dem Sie die Waren in Besitz "
                    "genommen haben. Sie tragen "
                    "die unmittelbaren Kosten der Rücksendung der Waren. Die Rückzahlung erfolgt binnen 14 Tagen.</p>",
                )
            case ["datenschutz"]:
                return self.html_page(
                    request, "Datenschutz", "<h1>Datenschutz</h1><p>Verantwortlich: Harzsteig Outdoor GmbH.</p>"
                )
        return html("Seite nicht gefunden", 404)

    def order_page(self, request: Request, total: float) -> Response:
        """Show the one-page order form, with an account ticked off."""
        names = ["Vorname", "Nachname", "Straße und Hausnummer", "PLZ", "Ort", "E-Mail-Adresse"]
        inputs = "".join(
            f'<label class="block">{n}<input class="border rounded p-3 w-full" name="x{i}" required></label>'
            for i, n in enumerate(names)
        )
        return self.html_page(
            request,
            "Bestellung",
            f"""<h1>Bestellung</h1><form method="post"><label class="block">Anrede<select name="anrede" class="border
p-3 w-full">
<option>Frau</option><option>Herr</option><option>Keine Angabe</option></select></label>{inputs}<fieldset class="border
p-3 mt-6"><legend>
Zahlungsart</legend><label class="block"><input type="radio" name="z" checked> PayPal</label><label class="block"><input
type="radio"
name="z"> Kreditkarte</label><label class="block"><input type="radio" name="z"> Rechnung</label></fieldset><p>Summe
inkl. Versand
{eur(total + 4.95)}</p><button class="w-full p-3 bg-emerald-700 text-white rounded">Zahlungspflichtig bestellen</button>
</form>""",
        )
