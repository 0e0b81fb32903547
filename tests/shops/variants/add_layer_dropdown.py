"""Adding rolls down a small cart under the header for three seconds, then it closes again by itself.

German spice shop; the little cart is a custom element with an open shadow root, and on desktops it opens on hover too.
"""

from __future__ import annotations

import json

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

SPICES = [
    {"id": 501, "name": "Tellicherry-Pfeffer", "preis": 7.9, "gruppe": "gewuerze", "farbe": "#3d3d3d"},
    {"id": 502, "name": "Kurkuma gemahlen", "preis": 4.5, "gruppe": "gewuerze", "farbe": "#e3a008"},
    {"id": 503, "name": "Ras el Hanout", "preis": 6.8, "gruppe": "mischungen", "farbe": "#a44a1c"},
    {"id": 504, "name": "Bratkartoffelgewürz", "preis": 5.9, "gruppe": "mischungen", "farbe": "#6b8e23"},
    {"id": 505, "name": "Steinmörser Granit", "preis": 34.9, "gruppe": "zubehoer", "farbe": "#7d7f85"},
]
MENU = {"gewuerze": "Gewürze", "mischungen": "Mischungen", "zubehoer": "Zubehör"}
JS = """customElements.define('mini-korb',class extends HTMLElement{constructor(){super();
this.attachShadow({mode:'open'})}
connectedCallback(){this.stand(JSON.parse(this.getAttribute('stand')));let z;if(matchMedia('(hover:hover)').matches){
this.addEventListener('mouseenter',()=>{clearTimeout(z);this.auf()});this.addEventListener('mouseleave',
()=>z=setTimeout(()=>this.zu(),300))}}
stand(s){this.s=s;this.shadowRoot.innerHTML=`<style>:host{position:relative}a.k{color:inherit;text-decoration:none;
padding:10px;display:block}
.b{display:none;position:absolute;right:0;top:100%;width:min(320px,86vw);background:#fff;color:#222;border:1px solid
#ccc;padding:14px;
z-index:20;box-shadow:0 8px 20px #0003}.b.auf{display:block}p{display:flex;justify-content:space-between;margin:6px 0}
.z{display:block;
background:#8c1c13;color:#fff;text-align:center;padding:11px;text-decoration:none;margin-top:8px}.w{background:#eee;
color:#222}</style>
<a class="k" href="/warenkorb">Warenkorb <b>${s.anzahl}</b></a><div class="b">${s.zeilen.map(z=>`<p><span>${z.n}×
${z.name}</span><span>
${z.summe}</span></p>`).join('')||'Ihr Warenkorb ist leer.'}${s.anzahl?`<p><b>Zwischensumme</b><b>${s.gesamt}</b></p><a
class="z w"
href="/warenkorb">Warenkorb ansehen</a><a class="z" href="/kasse">Zur Kasse</a>`:''}</div>`}
auf(){this.shadowRoot.querySelector('.b').classList.add('auf')}
zu(){this.shadowRoot.querySelector('.b').classList.remove('auf')}
blitz(s){this.stand(s);setTimeout(()=>this.auf(),150);setTimeout(()=>this.zu(),3150)}});
document.querySelectorAll('form.artikel-form').forEach(f=>f.addEventListener('submit',async e=>{e.preventDefault();
scrollTo({top:0});
const r=await fetch(f.action,{method:'POST',body:new FormData(f)});document.querySelector('mini-korb').blitz(await
r.json())}));
const mb=document.querySelector('.burger');mb.onclick=()=>mb.nextElementSibling.classList.toggle('offen');"""
CSS = """body{margin:0;font:16px/1.55 "Fira Sans",Arial,sans-serif;color:#2a211c}.kopf{background:#2a211c;color:#fff;
display:flex;align-items:center;
gap:22px;padding:8px 26px;position:sticky;top:0;z-index:10}.kopf a{color:#fff;text-decoration:none}.kopf
mini-korb{margin-left:auto}.burger{display:none}
.hauptmenue{display:flex;gap:18px}.liste{display:grid;grid-template-columns:repeat(3,1fr);gap:24px}
.inhalt{max-width:980px;margin:0 auto;padding:24px}
.taste{background:#8c1c13;color:#fff;border:0;padding:13px 26px;font:inherit;cursor:pointer;text-decoration:none;
display:inline-block}
.zeile{display:flex;justify-content:space-between;padding:10px 0;border-bottom:1px solid #ddd}.eingabe{display:block;
margin-bottom:12px}
.eingabe input,.eingabe select{display:block;width:100%;box-sizing:border-box;padding:10px;font:inherit}
.fuss{background:#efe6dc;padding:24px 26px}
@media(max-width:640px){.burger{display:block;background:none;border:0;color:#fff;font-size:22px}
.hauptmenue{display:none}.hauptmenue.offen{display:flex;
flex-direction:column;position:absolute;top:100%;left:0;right:0;background:#2a211c;padding:18px}
.liste{grid-template-columns:1fr 1fr;gap:14px}}"""


def euro(x: float) -> str:
    """Write a price."""
    return f"{x:.2f} €".replace(".", ",")


class App(Shop):
    """Mörser & Mühle."""

    @staticmethod
    def state(cart: dict[int, int]) -> dict[str, object]:
        """Say what the little cart shows."""
        rows = [(s, cart[int(str(s["id"]))]) for s in SPICES if int(str(s["id"])) in cart]
        lines = [{"name": s["name"], "n": n, "summe": euro(float(str(s["preis"])) * n)} for s, n in rows]
        total = sum(float(str(s["preis"])) * n for s, n in rows)
        return {"zeilen": lines, "anzahl": sum(cart.values()), "gesamt": euro(total)}

    def page(self, request: Request, title: str, content: str) -> Response:
        """Render."""
        state = json.dumps(self.state(request.session.setdefault("korb", {}))).replace('"', "&quot;")
        menu = "".join(f'<a href="/k/{k}">{v}</a>' for k, v in MENU.items())
        return html(f"""<!DOCTYPE html><html lang="de-DE"><head><meta charset="utf-8"><title>{title} – Mörser &amp;
 Mühle</title><meta name="viewport"
content="width=device-width,initial-scale=1"><style>{CSS}</style></head><body><div class="kopf"><a href="/"><b>Mörser
&amp; Mühle</b></a><button
class="burger" aria-label="Menü öffnen">☰</button><div class="hauptmenue">{menu}</div><mini-korb stand="{state}">
</mini-korb></div><div
class="inhalt">{content}</div><div class="fuss"><a href="/versand-und-rueckgabe">Versand &amp; Rückgabe</a> | <a
href="/impressum">Impressum</a>
</div><script>{JS}</script></body></html>""")

    def items(self, group: str = "") -> str:
        """List articles."""
        out = "".join(
            f'<div><a href="/a/{s["id"]}">{self.glass(s)}<br>{s["name"]}</a><br>{euro(float(str(s["preis"])))}</div>'
            for s in SPICES
            if group in ("", s["gruppe"])
        )
        return f'<div class="liste">{out}</div>'

    @staticmethod
    def glass(s: dict[str, object]) -> str:
        """Draw a glass."""
        return (
            f'<svg viewBox="0 0 90 100" width="100%" role="img" aria-label="{s["name"]}"><rect width="90" height="100" '
            f'fill="#f7f1ea"/><rect x="25" '
            f'y="28" width="40" height="58" rx="6" fill="{s["farbe"]}"/><rect x="28" y="16" width="34" height="12" '
            f'fill="#999"/></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        cart: dict[int, int] = request.session.setdefault("korb", {})
        parts = request.path.strip("/").split("/")
        spice = next((s for s in SPICES if str(s["id"]) == parts[-1]), None)
        match parts:
            case [""]:
                return self.page(request, "Gewürze", "<h1>Frisch gemahlen</h1>" + self.items())
            case ["k", group] if group in MENU:
                return self.page(request, MENU[group], f"<h1>{MENU[group]}</h1>{self.items(group)}")
            case ["a", _] if spice:
                return self.page(
                    request,
                    str(spice["name"]),
                    f"""<div style="max-width:280px">{self.glass(spice)}</div><h1>{spice["name"]}</h1>
<p>{euro(float(str(spice["preis"])))} / 100 g</p>
<p>Sofort lieferbar</p><form class="artikel-form" method="post" action="/korb/dazu"><input type="hidden" name="id"
value="{spice["id"]}"><button
class="taste">In den Warenkorb legen</button></form><p>Aus kontrolliertem Anbau, in Dresden abgefüllt.</p>""",
                )
            case ["korb", "dazu"] if request.method == "POST":
                key = int(request.form.get("id", "0"))
                if key in {s["id"] for s in SPICES}:
                    cart[key] = cart.get(key, 0) + 1
                return json_response(self.state(cart))
            case ["korb", "leeren"] if request.method == "POST":
                cart.clear()
                return redirect("/warenkorb")
        return self.rest(request, parts[0], cart)

    def rest(self, request: Request, where: str, cart: dict[int, int]) -> Response:
        """Answer cart, checkout and legal pages."""
        state = self.state(cart)
        if where == "warenkorb":
            lines = state["zeilen"] if isinstance(state["zeilen"], list) else []
            rows = "".join(
                f'<div class="zeile"><span>{z["n"]}× {z["name"]}</span><b>{z["summe"]}</b></div>' for z in lines
            )
            more = (
                f'<p>Gesamt {state["gesamt"]}, zzgl. Versand</p><form method="post" action="/korb/leeren">'
                f"<button>Leeren</button></form>"
                '<a class="taste" href="/kasse">Zur Kasse</a>'
            )
            return self.page(request, "Warenkorb", f"<h1>Warenkorb</h1>{rows + more if rows else 'Leer.'}")
        if where == "kasse" and cart:
            if request.method == "POST":
                self.orders += 1
                self.accounts += bool(request.form.get("passwort"))
                cart.clear()
                return self.page(request, "Danke", "<h1>Danke für Ihre Bestellung!</h1>")
            return self.page(request, "Kasse", self.form())
        if where == "versand-und-rueckgabe":
            text = (
                "<h1>Versand &amp; Rückgabe</h1><p>DHL 4,90 €.</p><p>Ungeöffnete Ware nehmen wir binnen 30 Tagen nach "
                "Erhalt zurück. Das gesetzliche "
                "Widerrufsrecht von 14 Tagen bleibt unberührt. Die Rücksendung ist mit unserem Retourenschein "
                "kostenlos, die Erstattung erfolgt "
                "innerhalb einer Woche.</p>"
            )
            return self.page(request, "Versand & Rückgabe", text)
        if where == "impressum":
            text = (
                "<h1>Impressum</h1><p>Mörser &amp; Mühle e. K., Louisenstraße 12, 01099 Dresden<br>Tel. <a "
                "href='tel:+493518877665'>0351 8877665</a>"
                "<br><a href='mailto:kontakt@moerser.example'>kontakt@moerser.example</a></p>"
            )
            return self.page(request, "Impressum", text)
        return html("404", 404)

    @staticmethod
    def form() -> str:
        """Make the form; an account comes preselected but can be unticked."""
        names = ["E-Mail", "Vorname", "Nachname", "Straße", "PLZ", "Ort"]
        rows = "".join(f'<label class="eingabe">{n}<input name="e{i}" required></label>' for i, n in enumerate(names))
        return f"""<h1>Kasse</h1><form method="post">{rows}<label><input type="checkbox" name="konto" id="konto"
checked> Kundenkonto anlegen</label>
<div id="pw"><label class="eingabe">Passwort<input type="password" name="passwort" required></label></div><p><label>
<input type="radio"
name="z" checked> PayPal</label> <label><input type="radio" name="z"> Lastschrift</label> <label><input type="radio"
name="z"> Kauf auf Rechnung
</label></p><button class="taste">Jetzt kaufen</button></form>
<script>document.getElementById('konto').onchange=function(){{var p=
document.getElementById('pw');p.style.display=this.checked?'':'none';p.querySelector('input').required=this.checked;
if(!this.checked)p.querySelector('input').value=''}}</script>"""
