"""A German linen shop that sells to account holders only, though it never says so: the new customer's tab just wants a password.

"Gäste" are found all over it: towels for them, a department for them, but no way for one to buy.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

# slug: name, cents, stock, sizes, category, stars
LEINEN: dict[str, tuple[str, int, int, tuple[str, ...], str, float]] = {
    "tischlaeufer-rauke": ("Tischläufer Rauke", 3900, 0, (), "tischwaesche", 0),
    "serviette-halm": ("Serviette Halm", 1450, 60, ("Natur", "Salbei"), "tischwaesche", 4.5),
    "tischdecke-flur": ("Tischdecke Flur", 8900, 6, (), "tischwaesche", 4.0),
    "gaestehandtuch-tau": ("Gästehandtuch Tau", 1690, 33, (), "handtuecher", 5.0),
    "saunatuch-nebel": ("Saunatuch Nebel", 5200, 12, ("80 × 180", "100 × 200"), "handtuecher", 0),
    "bettbezug-wiese": ("Bettbezug Wiese", 14900, 4, ("135 × 200", "155 × 220"), "gaestezimmer", 4.8),
}
RUBRIKEN = {"tischwaesche": "Tischwäsche", "handtuecher": "Handtücher", "gaestezimmer": "Für das Gästezimmer"}
STIL = """*{margin:0;padding:0;box-sizing:border-box}body{font:15px/1.6 "Helvetica Neue",Arial,sans-serif;color:#3b3b36}a{color:inherit}.k{max-width:1080px;margin:0 auto;padding:0 16px}.kopf{border-bottom:1px solid #dcd8cd}.kopf .k{display:flex;align-items:center;gap:24px;min-height:70px;flex-wrap:wrap}.logo{font:italic 25px Georgia;text-decoration:none}.haupt{display:flex;gap:20px;align-items:center;flex:1;flex-wrap:wrap}.haupt a{text-decoration:none}.haupt form{margin-left:auto}.haupt input{padding:7px;border:1px solid #bbb}.rechts{display:flex;gap:14px}.rechts a{text-decoration:none}
.burger{display:none;font-size:22px;background:none;border:0}.buehne{background:#ece7db;padding:90px 20px;text-align:center}.liste{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;margin:24px 0}.liste a{text-decoration:none}.weg{color:#a44}.kauf{background:#55604a;color:#fff;border:0;padding:14px 30px;font-size:15px;cursor:pointer;text-decoration:none;display:inline-block}.reiterleiste{display:flex;border-bottom:2px solid #55604a;margin:20px 0}.reiterleiste button{background:none;border:0;padding:12px 26px;font-size:16px;cursor:pointer}.reiterleiste [aria-selected=true]{background:#55604a;color:#fff}
.blatt{max-width:620px}.blatt[hidden]{display:none}.zeile{margin:11px 0}.zeile label{display:block;font-size:13px}.zeile input,.zeile select{width:100%;padding:10px;border:1px solid #aaa}.paar{display:grid;grid-template-columns:1fr 1fr;gap:12px}.fuss{background:#f3f0e8;margin-top:50px;padding:26px 0;font-size:13px}.fuss .k{display:grid;grid-template-columns:1fr 1fr 1fr;gap:20px}.schleier{position:fixed;inset:0;background:#0007;display:flex;align-items:center;justify-content:center;z-index:50}.schleier[hidden]{display:none}.schleier>div{background:#fff;padding:28px;max-width:420px}.schleier button{padding:10px 16px;margin:10px 8px 0 0}
@media(max-width:760px){.burger{display:block}.haupt{display:none;flex-basis:100%;order:9;flex-direction:column;align-items:flex-start;padding-bottom:14px}.haupt.offen{display:flex}.rechts{margin-left:auto}.liste,.fuss .k{grid-template-columns:1fr}}"""
SKRIPT = """<div class="schleier" hidden role="dialog" aria-label="Privatsphäre"><div><b>Ihre Privatsphäre</b><p>Wir nutzen Cookies für den Betrieb und, wenn Sie mögen, für Statistik.</p><button data-w="1">Alle akzeptieren</button><button data-w="0">Ablehnen</button></div></div>
<script>(function(){var s=document.querySelector('.schleier');if(!localStorage.privat)s.hidden=false;s.addEventListener('click',function(e){if(e.target.dataset.w){localStorage.privat='w'+e.target.dataset.w;s.hidden=true}});
document.querySelector('.burger').onclick=function(){document.querySelector('.haupt').classList.toggle('offen')};
document.querySelectorAll('[role=tab]').forEach(function(t){t.onclick=function(){document.querySelectorAll('[role=tab]').forEach(function(o){o.setAttribute('aria-selected',o===t);document.getElementById(o.getAttribute('aria-controls')).hidden=o!==t})}})})()</script>"""


def preis(c: int) -> str:
    return f"{c / 100:.2f} EUR".replace(".", ",")


def zeile(name: str, text: str, typ: str = "text") -> str:
    return f'<div class="zeile"><label for="{name}">{text} *</label><input id="{name}" name="{name}" type="{typ}" required></div>'


@dataclass
class App(Shop):
    """Leinenhaus Harms, Detmold."""

    def korb(self, a: Request) -> dict[str, int]:
        korb: dict[str, int] = a.session.setdefault("korb", {})
        return korb

    def seite(self, a: Request, titel: str, inhalt: str, status: int = 200) -> Response:
        rubriken = "".join(f'<a href="/rubrik/{s}">{n}</a>' for s, n in RUBRIKEN.items())
        n = sum(self.korb(a).values())
        return html(
            f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{titel} – Leinenhaus Harms</title><style>{STIL}</style></head><body><div class="kopf"><div class="k"><button class="burger" aria-label="Menü">☰</button><a class="logo" href="/">Leinenhaus Harms</a><div class="haupt">{rubriken}<form action="/suche"><input name="begriff" placeholder="Suchen" aria-label="Suchen"> <button>OK</button></form></div><div class="rechts"><a href="/mein-konto" aria-label="Konto">&#9786;</a><a href="/warenkorb" aria-label="Warenkorb">&#128722; {n}</a></div></div></div>'
            f'{inhalt}<div class="fuss"><div class="k"><p><b>Leinenhaus Harms e. K.</b><br>Lemgoer Gasse 3<br>32756 Detmold</p><p><a href="/recht/versand">Versand &amp; Lieferung</a><br><a href="/recht/agb">AGB</a><br><a href="/recht/widerruf">Widerrufsbelehrung</a><br><a href="/recht/datenschutz">Datenschutz</a><br><a href="/recht/impressum">Impressum</a></p><p><img src="/logo/paypal.svg" alt="PayPal" width="60" height="24"> <img src="/logo/visa.svg" alt="VISA" width="60" height="24"> <img src="/logo/rechnung.svg" alt="Kauf auf Rechnung" width="60" height="24"></p></div></div>{SKRIPT}</body></html>',
            status,
        )

    def handle(self, a: Request) -> Response:
        t = a.path.strip("/").split("/")
        if t[0] == "logo":
            return Response(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 24"><rect width="60" height="24" rx="4" fill="#fff" stroke="#999"/><text x="5" y="16" font-size="10">{escape(t[-1][:-4])}</text></svg>', content_type="image/svg+xml")  # fmt: skip
        wege = {"": self.start, "rubrik": self.rubrik, "suche": self.rubrik, "artikel": self.artikel, "warenkorb": self.warenkorb, "kasse": self.kasse, "mein-konto": self.kasse, "recht": self.recht}  # fmt: skip
        return wege[t[0]](a, t[-1]) if t[0] in wege else self.seite(a, "404", '<div class="k">Nicht gefunden.</div>', 404)  # fmt: skip

    def start(self, a: Request, _: str) -> Response:
        return self.seite(a, "Leinen aus Lippe", '<div class="buehne"><h1>Gewebt, um zu bleiben</h1><p>Seit 1911 weben wir Leinen für Tisch, Bad und Bett.</p></div><div class="k" style="padding-top:30px"><h2>Aus der Weberei</h2><p>Unsere Schützenstühle stehen in einer alten Ziegelei. Ein Tuch braucht dort seine Zeit, dafür hält es Jahrzehnte, und auch Ihre Gäste werden es spüren.</p></div>')  # fmt: skip

    def rubrik(self, a: Request, s: str) -> Response:
        wort = a.query.get("begriff", "").lower()
        karten = "".join(
            f'<a href="/artikel/{slug}"><svg viewBox="0 0 60 50"><rect width="60" height="50" fill="hsl({len(slug) * 23} 22% 80%)"/><path d="M0 25h60M30 0v50" stroke="#fff6"/></svg><strong>{name}</strong><br>{"ab " if groessen else ""}{preis(c)}{"" if n else "<br><span class=weg>ausverkauft</span>"}</a>'
            for slug, (name, c, n, groessen, r, _) in LEINEN.items()
            if (s == "suche" and wort in name.lower()) or s == r
        )
        return self.seite(a, RUBRIKEN.get(s, "Suche"), f'<div class="k"><h1>{RUBRIKEN.get(s, "Suchergebnis")}</h1><div class="liste">{karten or "Keine Treffer."}</div></div>')  # fmt: skip

    def artikel(self, a: Request, slug: str) -> Response:
        if slug not in LEINEN:
            return self.seite(a, "404", '<div class="k">Artikel nicht gefunden.</div>', 404)
        name, c, n, groessen, r, sterne = LEINEN[slug]
        if a.method == "POST":
            g = a.form.get("groesse", "")
            if n and (not groessen or g in groessen):
                schluessel = f"{slug}|{g}"
                self.korb(a)[schluessel] = self.korb(a).get(schluessel, 0) + max(1, int(a.form.get("anzahl") or 1))
                return redirect("/warenkorb")
            return redirect(f"/artikel/{slug}?fehlt=1")
        wahl = "".join(f"<option>{g}</option>" for g in groessen)
        ausf = f'<p><label>Ausführung<br><select name="groesse" required><option value="">Bitte wählen</option>{wahl}</select></label></p>' if groessen else ""  # fmt: skip
        kauf = f'<form method="post">{ausf}<p><input type="number" name="anzahl" value="1" min="1" max="{n}" aria-label="Anzahl"></p><br><button class="kauf">In den Warenkorb</button></form>' if n else '<p class="weg">Derzeit ausverkauft</p>'  # fmt: skip
        note = f'<p itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating"><span itemprop="ratingValue">{sterne}</span> von 5 Sternen (<span itemprop="reviewCount">7</span> Bewertungen)</p>' if sterne else ""  # fmt: skip
        lager = "InStock" if n else "OutOfStock"
        return self.seite(a, name, f'<div class="k" itemscope itemtype="https://schema.org/Product"><p><a href="/rubrik/{r}">{RUBRIKEN[r]}</a></p><h1 itemprop="name">{name}</h1>{note}<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR"><meta itemprop="price" content="{c / 100:.2f}"><link itemprop="availability" href="https://schema.org/{lager}"><p>{preis(c)}, inkl. MwSt., zzgl. Versand</p></div>{kauf}<p>100 % Leinen, waschbar bei 60 °C.</p></div>')  # fmt: skip

    def warenkorb(self, a: Request, _: str) -> Response:
        if a.method == "POST":
            self.korb(a).pop(a.form.get("weg", ""), None)
            return redirect("/warenkorb")
        posten = "".join(
            f'<tr><td>{LEINEN[k.split("|")[0]][0]} {k.split("|")[1]}</td><td>{n}</td><td>{preis(LEINEN[k.split("|")[0]][1] * n)}</td><td><form method="post"><button name="weg" value="{k}">entfernen</button></form></td></tr>'
            for k, n in self.korb(a).items()
        )
        if not posten:
            return self.seite(a, "Warenkorb", '<div class="k"><h1>Warenkorb</h1>Ihr Warenkorb ist leer.</div>')
        return self.seite(a, "Warenkorb", f'<div class="k"><h1>Warenkorb</h1><table cellpadding="7">{posten}</table><p><a class="kauf" href="/kasse">Zur Kasse</a></p></div>')  # fmt: skip

    def kasse(self, a: Request, wo: str) -> Response:
        if wo == "kasse" and not self.korb(a):
            return redirect("/warenkorb")
        if a.method == "POST":
            if a.form.get("kennwort") and a.form.get("kennwort") == a.form.get("kennwort2"):
                self.accounts += 1
                return self.seite(a, "Versand", '<div class="k"><h1>Versandart</h1></div>')
            return redirect(f"{a.path}?fehler=kennwort")
        fehler = '<p class="weg">Bitte prüfen Sie Ihre Angaben.</p>' if a.query else ""
        adresse = f'<div class="paar">{zeile("vorname", "Vorname")}{zeile("nachname", "Nachname")}</div>{zeile("strasse", "Straße, Nr.")}<div class="paar">{zeile("plz", "PLZ")}{zeile("ort", "Ort")}</div>'
        return self.seite(
            a,
            "Kasse",
            f'<div class="k"><h1>{"Kasse" if wo == "kasse" else "Mein Konto"}</h1>{fehler}<div class="reiterleiste" role="tablist"><button role="tab" aria-selected="true" aria-controls="b1">Anmelden</button><button role="tab" aria-selected="false" aria-controls="b2">Neukunde</button></div><div class="blatt" id="b1"><form method="post" action="/mein-konto">{zeile("mail", "E-Mail-Adresse", "email")}{zeile("pass", "Passwort", "password")}<button class="kauf">Anmelden</button></form></div>'
            f'<div class="blatt" id="b2" hidden><form method="post"><h2>Registrieren</h2><div class="zeile"><label for="anrede">Anrede</label><select id="anrede" name="anrede"><option>Frau</option><option>Herr</option><option>Divers</option></select></div>{adresse}{zeile("email", "E-Mail-Adresse", "email")}<div class="paar">{zeile("kennwort", "Passwort", "password")}{zeile("kennwort2", "Passwort wiederholen", "password")}</div><p><label><input type="checkbox" required> Ich habe die Datenschutzhinweise gelesen.</label></p><br><button class="kauf">Registrieren</button></form></div></div>',
        )

    def recht(self, a: Request, was: str) -> Response:
        if was not in RECHT:
            return self.seite(a, "404", '<div class="k">Nicht gefunden.</div>', 404)
        return self.seite(a, was.title(), f'<div class="k">{RECHT[was]}</div>')


RECHT = {
    "widerruf": "<h1>Widerrufsbelehrung</h1><p>Sie haben das Recht, binnen 14 Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Frist beginnt, sobald Sie die letzte Ware in Besitz genommen haben. Zur Wahrung der Frist genügt die rechtzeitige Absendung der Mitteilung. Wir erstatten alle Zahlungen einschließlich der Lieferkosten. Die Kosten der Rücksendung tragen Sie. Nach Maß Genähtes ist ausgeschlossen.</p>",
    "versand": "<h1>Versand &amp; Lieferung</h1><p>Wir versenden mit der Post für 5,90 EUR innerhalb Deutschlands, ab 120 EUR versandkostenfrei.</p>",
    "agb": "<h1>AGB</h1><p>Der Vertrag kommt mit der Auftragsbestätigung zustande.</p>",
    "datenschutz": "<h1>Datenschutz</h1><p>Verantwortlich ist das Leinenhaus Harms.</p>",
    "impressum": '<h1>Impressum</h1><p>Leinenhaus Harms e. K., Lemgoer Gasse 3, 32756 Detmold<br>Telefon: <a href="tel:+4952315550180">05231 / 555 01 80</a><br>E-Mail: <a href="mailto:weberei@leinen-harms.example">weberei@leinen-harms.example</a></p>',
}
