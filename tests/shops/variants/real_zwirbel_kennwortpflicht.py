"""A German tool shop on a well-known shop system: sliding rows, a modal after adding, and a till whose only form wants a password.

The words for an account never stand at the till; what stands there is an address form with access data at its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

# slug: name, cents, stock, choices, category, stars
WERKZEUG: dict[str, tuple[str, int, int, tuple[str, ...], str, float]] = {
    "Stechbeitel-Buche": ("Stechbeitel Buche", 2450, 40, ("6 mm", "12 mm", "18 mm"), "Stemmen", 4.5),
    "Raubank-Nr-7": ("Raubank Nr. 7", 18900, 0, (), "Hobeln", 5.0),
    "Putzhobel-Weissbuche": ("Putzhobel Weißbuche", 9450, 8, (), "Hobeln", 4.0),
    "Klopfholz-rund": ("Klopfholz, rund", 2190, 22, (), "Stemmen", 0),
    "Gestellsaege-600": ("Gestellsäge 600", 5600, 5, (), "Saegen", 0),
    "Dozuki-240": ("Dozuki 240", 6400, 11, ("Zugschnitt fein", "Zugschnitt grob"), "Saegen", 4.5),
}
SPARTEN = {"Hobeln": "Hobeln", "Stemmen": "Stemmen", "Saegen": "Sägen"}
CSS = """*{box-sizing:border-box}body{margin:0;font:15px/1.5 "Open Sans",Arial,sans-serif;color:#3a3a3a}a{color:inherit}.obenauf{position:sticky;top:0;background:#fff;box-shadow:0 1px 6px #0002;z-index:10}.obenauf>div{max-width:1240px;margin:auto;display:flex;align-items:center;gap:20px;padding:12px 18px}.obenauf .schild{font-weight:800;font-size:21px;text-decoration:none;color:#8d3b1b}.suchfeld{flex:1;display:flex}.suchfeld input{flex:1;padding:9px;border:1px solid #bbb;min-width:0}.suchfeld button{padding:0 14px}.bildchen{display:flex;gap:16px;position:relative}.bildchen>a,.bildchen>button{background:none;border:0;cursor:pointer;padding:4px}.zahl{background:#8d3b1b;color:#fff;border-radius:8px;font-size:11px;padding:0 5px}
.spartenzeile{display:flex;gap:26px;justify-content:center;padding:8px;border-bottom:1px solid #e5e5e5}.spartenzeile a{text-decoration:none;font-weight:600}.falter{display:none}.minikorb{display:none;position:absolute;right:0;top:38px;width:300px;background:#fff;border:1px solid #ccc;padding:14px;z-index:11}.minikorb.da{display:block}.mitte{max-width:1240px;margin:auto;padding:18px}.band{display:flex;gap:18px;overflow-x:auto;scroll-snap-type:x mandatory;padding-bottom:10px}.pbox{flex:0 0 250px;border:1px solid #e8e8e8;padding:14px;position:relative;scroll-snap-align:start}.pbox a{text-decoration:none}.pbox .schnell{visibility:hidden;margin-top:8px}
@media(hover:hover) and (min-width:992px){.pbox:hover .schnell,.pbox:focus-within .schnell{visibility:visible}}.raster{display:flex;flex-wrap:wrap;gap:18px}.knopf{background:#8d3b1b;color:#fff;border:0;padding:12px 20px;font:inherit;font-weight:600;cursor:pointer;text-decoration:none;display:inline-block}.knopf.umriss{background:#fff;color:#8d3b1b;box-shadow:inset 0 0 0 1px #8d3b1b}.stern{color:#d99a00}.detail{display:grid;grid-template-columns:1fr 1fr;gap:36px}.wahl label{display:inline-block;border:1px solid #aaa;padding:8px 14px;margin:0 6px 6px 0;cursor:pointer}.wahl input{appearance:none;margin:0;width:0;height:0}.wahl label:has(:checked){border:2px solid #8d3b1b}.hinweis{color:#b00020;min-height:1.4em}
.vorhang{position:fixed;inset:0;background:#0007;z-index:50;display:none;align-items:flex-start;justify-content:center;padding:60px 14px}.vorhang.da{display:flex}.vorhang>div{background:#fff;max-width:520px;width:100%;padding:22px;position:relative}.vorhang .zu{position:absolute;right:10px;top:6px;border:0;background:none;font-size:22px}.kassenteile{display:grid;grid-template-columns:340px 1fr;gap:30px;align-items:start}.kasten{border:1px solid #ddd;padding:18px}.f{display:block;margin:9px 0;font-size:13px}.f input,.f select{display:block;width:100%;padding:10px;font:inherit;border:1px solid #aaa}.paar{display:grid;grid-template-columns:1fr 1fr;gap:0 14px}
.boden{background:#333;color:#ddd;padding:28px 18px 90px;margin-top:40px}.boden>div{max-width:1240px;margin:auto;display:grid;grid-template-columns:repeat(3,1fr);gap:24px}.boden a{display:block}.boden input{padding:8px;width:60%}.consent{position:fixed;left:16px;bottom:16px;width:320px;max-width:calc(100% - 32px);background:#fff;border:1px solid #999;box-shadow:0 4px 20px #0004;padding:16px;z-index:20;font-size:13px}
@media(max-width:991px){.falter{display:block!important;background:none;border:0;font-size:22px}.obenauf .schild{flex:1}.suchfeld,.spartenzeile{display:none}.auf .suchfeld{display:flex;position:absolute;left:0;right:0;top:100%;background:#fff;padding:10px 18px}.auf+.spartenzeile{display:flex;flex-direction:column;padding:60px 18px 18px;gap:12px}.detail,.kassenteile,.boden>div{grid-template-columns:1fr}.pbox{flex-basis:70%}.pbox .schnell{display:none}}"""
JS = r"""<div class="vorhang" role="dialog" aria-modal="true"><div><button class="zu" aria-label="Schließen">×</button><p>✔ <b id="vname"></b> wurde in den Warenkorb gelegt.</p><p><button class="knopf umriss" data-weiter>Weiter einkaufen</button> <a class="knopf" href="/Warenkorb">Zum Warenkorb</a></p></div></div>
<script>(function(){var d=document,v=d.querySelector('.vorhang'),m=d.querySelector('.minikorb');
d.addEventListener('submit',function(e){var f=e.target;if(!f.dataset.ajax)return;e.preventDefault();var w=f.querySelector('.wahl');if(w&&!w.querySelector(':checked')){f.querySelector('.hinweis').textContent='Bitte wählen Sie zuerst eine Ausführung.';return}
fetch('/io',{method:'POST',body:new URLSearchParams(new FormData(f))}).then(function(r){return r.json()}).then(function(x){if(!x.ok)return;d.querySelector('.zahl').textContent=x.anzahl;m.innerHTML=x.mini;d.getElementById('vname').textContent=x.name;setTimeout(function(){v.classList.add('da')},250)})});
v.addEventListener('click',function(e){if(e.target===v||e.target.closest('.zu,[data-weiter]'))v.classList.remove('da')});
d.getElementById('korbknopf').onclick=function(){m.classList.toggle('da')};d.querySelector('.falter').onclick=function(){d.querySelector('.obenauf').classList.toggle('auf')};
if(!localStorage.consent){var c=d.createElement('div');c.className='consent';c.innerHTML='<b>Wie wir Cookies nutzen</b><p>Manche brauchen wir für den Warenkorb, andere zum Zählen der Besucher.</p><button class="knopf">Alle akzeptieren</button> <button class="knopf umriss">Nur notwendige</button>';d.body.append(c);c.onclick=function(e){if(e.target.tagName=='BUTTON'){localStorage.consent='j';c.remove()}}}})()</script>"""
TEXTE = {
    "Widerrufsrecht": "<h1>Widerrufsrecht</h1><p>Sie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Widerrufsfrist beträgt vierzehn Tage ab dem Tag, an dem Sie die Waren in Besitz genommen haben. Senden Sie uns dazu eine eindeutige Erklärung. Wir erstatten alle Zahlungen einschließlich der Lieferkosten binnen vierzehn Tagen; die unmittelbaren Kosten der Rücksendung tragen Sie.</p>",
    "AGB": "<h1>Allgemeine Geschäftsbedingungen</h1><p>Der Kaufvertrag kommt mit unserer Auftragsbestätigung zustande. Die Ware bleibt bis zur Zahlung unser Eigentum.</p>",
    "Impressum": "<h1>Impressum</h1><p>Zwirbel &amp; Hobel GmbH<br>Donaustaig 14<br>89547 Gerstetten</p><p>Telefon: 07325 / 55 50 166<br>E-Mail: werkbank@zwirbel-hobel.example</p><p>Geschäftsführer: Alois Zwirbel</p>",
    "Versand": "<h1>Versand</h1><p>DHL, 4,95 €; ab 90 € frei.</p>",
    "Datenschutz": "<h1>Datenschutz</h1><p>Wir speichern, was wir für Ihre Bestellung brauchen.</p>",
    "Kontakt": '<h1>Kontakt</h1><form method="post" class="kasten"><label class="f">Name*<input name="name" required></label><label class="f">E-Mail*<input type="email" name="mail" required></label><label class="f">Nachricht*<textarea name="text" rows="5" style="width:100%" required></textarea></label><button class="knopf">Absenden</button></form>',
}


def eu(c: int) -> str:
    return f"{c // 100},{c % 100:02d} €"


def feld(name: str, text: str, typ: str = "text") -> str:
    return f'<label class="f">{text}*<input name="{name}" type="{typ}" required></label>'


@dataclass
class App(Shop):
    """Zwirbel & Hobel, Gerstetten."""

    def korb(self, a: Request) -> dict[str, int]:
        korb: dict[str, int] = a.session.setdefault("wk", {})
        return korb

    def mini(self, a: Request) -> str:
        zeilen = "".join(f"<p>{n} × {WERKZEUG[k.split('|')[0]][0]}</p>" for k, n in self.korb(a).items())
        return f'{zeilen}<a class="knopf umriss" href="/Warenkorb">Zum Warenkorb</a>' if zeilen else "<p>Noch nichts im Warenkorb.</p>"  # fmt: skip

    def seite(self, a: Request, titel: str, inhalt: str, status: int = 200) -> Response:
        sparten = "".join(f'<a href="/{k}">{n}</a>' for k, n in SPARTEN.items())
        logos = "".join(f'<img src="/pay/{n}.svg" alt="{n}" width="62" height="26"> ' for n in ("PayPal", "Visa", "Mastercard"))  # fmt: skip
        return html(
            f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} | Zwirbel &amp; Hobel</title><style>{CSS}</style></head><body><div class="obenauf"><div><button class="falter" aria-label="Menü">☰</button><a class="schild" href="/">Zwirbel&amp;Hobel</a><form class="suchfeld" action="/Suche"><input name="qs" placeholder="Suche" aria-label="Suche"><button aria-label="Suche starten">🔍</button></form><div class="bildchen"><a href="/Wunschzettel" title="Wunschzettel" aria-label="Wunschzettel">♡</a><a href="/Konto" aria-label="Mein Konto">👤</a><button id="korbknopf" aria-label="Warenkorb">🛒<span class="zahl">{sum(self.korb(a).values())}</span></button><div class="minikorb">{self.mini(a)}</div></div></div></div><div class="spartenzeile">{sparten}</div>'
            f'<div class="mitte">{inhalt}</div><div class="boden"><div><div><b>Gesetzliche Informationen</b><a href="/AGB">AGB</a><a href="/Widerrufsrecht">Widerrufsrecht</a><a href="/Datenschutz">Datenschutz</a><a href="/Impressum">Impressum</a></div><div><b>Informationen</b><a href="/Kontakt">Kontakt</a><a href="/Versand">Versand</a><p>{logos}</p></div><div><b>Newsletter</b><form method="post" action="/Newsletter"><input type="email" name="m" placeholder="E-Mail-Adresse" aria-label="E-Mail-Adresse"> <button>Abonnieren</button></form></div></div></div>{JS}</body></html>',
            status,
        )

    def boxen(self, sparte: str = "", wort: str = "", klasse: str = "raster") -> str:
        aus = ""
        for slug, (name, c, n, wahl, sp, sterne) in WERKZEUG.items():
            if (sparte and sp != sparte) or wort.lower() not in name.lower():
                continue
            schnell = f'<form data-ajax="1" method="post" action="/io"><input type="hidden" name="a" value="{slug}"><button class="knopf">In den Warenkorb</button></form>'
            if wahl or not n:
                schnell = f'<a class="knopf umriss" href="/{slug}">Zum Artikel</a>'
            aus += f'<div class="pbox"><a href="/{slug}"><svg viewBox="0 0 80 50" width="100%"><rect width="80" height="50" fill="#f3ede6"/><path d="M14 32h44l10-8v14H14z" fill="hsl({len(slug) * 9} 40% 45%)"/></svg></a><a href="/{slug}"><b>{name}</b></a><br><span class="stern">{"★" * int(sterne)}</span> {eu(c)} *{"" if n else "<br>momentan nicht verfügbar"}<div class="schnell">{schnell}</div></div>'
        return f'<div class="{klasse}">{aus or "Keine Artikel gefunden."}</div>'

    def handle(self, a: Request) -> Response:
        p = a.path.strip("/")
        wege = {"Warenkorb": self.warenkorb, "Bestellvorgang": self.kasse, "io": self.io}
        if p in wege:
            return wege[p](a)
        if p.startswith("pay/"):
            return Response(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 62 26"><rect width="62" height="26" fill="#fff"/><text x="4" y="17" font-size="11">{escape(p[4:-4])}</text></svg>', content_type="image/svg+xml")  # fmt: skip
        if p == "":
            return self.seite(a, "Werkzeug für Holz", f'<h1>Werkzeug, das bleibt</h1><h2>Unsere Bestseller</h2>{self.boxen(klasse="band")}<h2>Neu aus der Schmiede</h2>{self.boxen("Saegen", klasse="band")}')  # fmt: skip
        if p in WERKZEUG:
            return self.artikel(a, p)
        if p in SPARTEN or p == "Suche":
            return self.seite(a, p, f"<h1>{SPARTEN.get(p, 'Suchergebnis')}</h1>{self.boxen(p if p in SPARTEN else '', a.query.get('qs', ''))}")  # fmt: skip
        return self.rest(a, p)

    def rest(self, a: Request, p: str) -> Response:
        if p in ("Kontakt", "Newsletter") and a.method == "POST":
            self.messages += 1
            return self.seite(a, p, "<h1>Vielen Dank!</h1>")
        if p == "Wunschzettel":
            a.session["wz"] = [*a.session.get("wz", []), *([a.form["a"]] if a.form.get("a") in WERKZEUG else [])]
            return self.seite(a, p, "<h1>Wunschzettel</h1>" + ("".join(f"<p>{WERKZEUG[s][0]}</p>" for s in a.session["wz"]) or "<p>Noch leer.</p>"))  # fmt: skip
        if p == "Konto":
            return self.seite(a, p, f'<h1>Mein Konto</h1><form method="post" class="kasten">{feld("m", "E-Mail")}{feld("p", "Passwort", "password")}<button class="knopf">Anmelden</button></form>')  # fmt: skip
        return self.seite(a, p, TEXTE[p]) if p in TEXTE else self.seite(a, "404", "<h1>Seite nicht gefunden</h1>", 404)

    def artikel(self, a: Request, slug: str) -> Response:
        name, c, n, wahl, sp, sterne = WERKZEUG[slug]
        auswahl = "".join(f'<label><input type="radio" name="w" value="{w}">{w}</label>' for w in wahl)
        kauf = f'<form data-ajax="1" method="post" action="/io"><input type="hidden" name="a" value="{slug}">{f"<p>Ausführung</p><div class=wahl>{auswahl}</div>" if wahl else ""}<p class="hinweis" role="alert"></p><p><input type="number" name="menge" value="1" min="1" style="width:60px;padding:11px" aria-label="Menge"> <button class="knopf">In den Warenkorb</button></p></form>' if n else "<p><b>Momentan nicht verfügbar</b></p>"  # fmt: skip
        note = f'<p itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating"><span class="stern">{"★" * int(sterne)}</span> <span itemprop="ratingValue">{sterne}</span> bei <span itemprop="reviewCount">6</span> Bewertungen</p>' if sterne else "<p>Noch keine Bewertung.</p>"  # fmt: skip
        return self.seite(a, name, f'<p><a href="/">Startseite</a> / <a href="/{sp}">{SPARTEN[sp]}</a></p><div class="detail" itemscope itemtype="https://schema.org/Product"><svg viewBox="0 0 80 60" width="100%"><rect width="80" height="60" fill="#f3ede6"/><path d="M12 38h46l12-9v17H12z" fill="#7a5a3a"/></svg><div><h1 itemprop="name">{name}</h1>{note}<p itemprop="offers" itemscope itemtype="https://schema.org/Offer" style="font-size:24px"><meta itemprop="price" content="{c / 100:.2f}"><meta itemprop="priceCurrency" content="EUR"><link itemprop="availability" href="https://schema.org/{"InStock" if n else "OutOfStock"}">{eu(c)}</p><p>inkl. 19 % USt., zzgl. <a href="/Versand">Versand</a></p>{kauf}<form method="post" action="/Wunschzettel"><input type="hidden" name="a" value="{slug}"><button class="knopf umriss" aria-label="Auf den Wunschzettel">♡</button></form></div></div><h2>Beschreibung</h2><p>Von Hand gerichtet, abgezogen und geölt.</p>')  # fmt: skip

    def io(self, a: Request) -> Response:
        slug, w, menge = a.form.get("a", ""), a.form.get("w", ""), a.form.get("menge", "1")
        art = WERKZEUG.get(slug)
        if not art or not art[2] or (art[3] and w not in art[3]):
            return json_response({"ok": False})
        self.korb(a)[f"{slug}|{w}"] = self.korb(a).get(f"{slug}|{w}", 0) + (int(menge) if menge.isdigit() and int(menge) else 1)  # fmt: skip
        return json_response({"ok": True, "name": art[0], "anzahl": sum(self.korb(a).values()), "mini": self.mini(a)})

    def warenkorb(self, a: Request) -> Response:
        self.korb(a).pop(a.form.get("weg", ""), None)
        zeilen = "".join(f'<tr><td>{WERKZEUG[k.split("|")[0]][0]} {k.split("|")[1]}</td><td>{n} Stk.</td><td>{eu(WERKZEUG[k.split("|")[0]][1] * n)}</td><td><form method="post"><button name="weg" value="{k}" aria-label="Entfernen">🗑</button></form></td></tr>' for k, n in self.korb(a).items())  # fmt: skip
        if not zeilen:
            return self.seite(a, "Warenkorb", "<h1>Warenkorb</h1><p>Es befinden sich keine Artikel im Warenkorb.</p>")
        return self.seite(a, "Warenkorb", f'<h1>Warenkorb</h1><table cellpadding="8">{zeilen}</table><details><summary>Gutschein einlösen</summary><input name="g" aria-label="Gutscheincode"></details><p><a class="knopf" href="/Bestellvorgang">Zur Kasse</a></p>')  # fmt: skip

    def kasse(self, a: Request) -> Response:
        if not self.korb(a):
            return redirect("/Warenkorb")
        fehler = ""
        if a.method == "POST" and a.session.get("kunde"):
            self.orders += 1
            self.korb(a).clear()
            return self.seite(a, "Danke", "<h1>Vielen Dank für Ihre Bestellung</h1>")
        if a.method == "POST" and a.form.get("neu") and a.form.get("p1") and a.form.get("p1") == a.form.get("p2"):
            self.accounts += 1
            a.session["kunde"] = True
        elif a.method == "POST":
            fehler = '<p class="hinweis">Bitte prüfen Sie Ihre Eingaben.</p>'
        if a.session.get("kunde"):
            return self.seite(a, "Versand und Zahlung", '<h1>Versand und Zahlung</h1><form method="post"><p><label><input type="radio" name="z" checked> Vorkasse</label></p><button class="knopf">Zahlungspflichtig bestellen</button></form>')  # fmt: skip
        return self.seite(
            a,
            "Bestellvorgang",
            f'<h1>Bestellvorgang</h1><p><b>1 Adressen</b> — 2 Versand und Zahlung — 3 Prüfen</p>{fehler}<div class="kassenteile"><form method="post" class="kasten"><h3>Schon bei uns bestellt?</h3>{feld("m", "E-Mail-Adresse", "email")}{feld("p", "Passwort", "password")}<button class="knopf umriss">Weiter</button></form>'
            f'<form method="post" class="kasten"><input type="hidden" name="neu" value="1"><h3>Zum ersten Mal hier?</h3><p>Rechnungsadresse</p><label class="f">Anrede<select name="anrede"><option>Bitte wählen</option><option>Frau</option><option>Herr</option></select></label><div class="paar">{feld("vn", "Vorname")}{feld("nn", "Nachname")}{feld("str", "Straße")}{feld("nr", "Hausnummer")}{feld("plz", "PLZ")}{feld("ort", "Ort")}{feld("mail", "E-Mail-Adresse", "email")}{feld("tel", "Telefon")}</div><p>Ihre Zugangsdaten</p><div class="paar">{feld("p1", "Passwort", "password")}{feld("p2", "Passwort wiederholen", "password")}</div><button class="knopf">Weiter zu Versand und Zahlung</button></form></div>',
        )
