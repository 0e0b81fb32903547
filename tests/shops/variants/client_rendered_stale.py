"""Client side navigation leaves a hidden copy of every earlier page in the document, like jQuery Mobile and Ionic do.

After three pages there are three headings, three buy buttons and several cart links; only the last page is on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.shops.kit import Request, Response, Shop, html

STOCK: dict[str, tuple[str, str, float, int]] = {
    "blomkrukke-hav": ("Blomsterkrukke Hav", "krukker", 149.0, 5),
    "vandkande-zink": ("Vandkande i zink, 5 liter", "redskaber", 229.0, 9),
    "plantespade": ("Plantespade med asketræsskaft", "redskaber", 119.0, 4),
    "spirekasse": ("Spirekasse til vindueskarmen", "krukker", 89.5, 0),
    "havehandsker": ("Havehandsker i gedeskind", "redskaber", 99.0, 11),
}


def price(x: float) -> str:
    """Write a Danish price."""
    return f"{x:.2f} kr.".replace(".", ",", 1)


def drawing(key: str) -> str:
    """Draw a pot."""
    hue = len(key) * 31 % 360
    return "data:image/svg+xml," + quote(
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 80'><rect width='80' height='80' fill='#f6f3ea'/>"
        f"<path d='M22 30h36l-6 38H28z' fill='hsl({hue},45%,50%)'/><path d='M40 30q-14-20 0-24q14 8 0 24' fill='#5b8c4a'/></svg>"
    )


CSS = """
body{margin:0;font:16px/1.5 'Trebuchet MS',sans-serif;color:#33382c;background:#fffef9}
.ui-page{display:none;min-height:100vh}.ui-page-active{display:block}.ui-header{background:#54703c;color:#fff;display:flex;gap:16px;padding:12px 20px;align-items:center}
.ui-header a{color:#fff;text-decoration:none}.ui-header h2{flex:1;margin:0;font-size:20px}.ui-bar{background:#eaf0e0;padding:10px 20px}.ui-bar a{margin-right:18px;color:#33491f}
.ui-content{padding:20px;max-width:1000px;margin:auto}.ui-listview{list-style:none;padding:0;margin:0}.ui-listview li{border-bottom:1px solid #dde3d2}.ui-listview li>a{display:flex;gap:16px;align-items:center;
padding:12px 0;color:inherit;text-decoration:none}.ui-listview img{width:84px}.ui-listview span{flex:1}.ui-btn{background:#54703c;color:#fff;border:0;border-radius:4px;font:inherit;padding:12px 24px;cursor:pointer;display:inline-block;text-decoration:none}
.ui-field{margin:10px 0}.ui-field label{display:block}.ui-field input[type=text],.ui-field input[type=email],.ui-field input[type=tel]{width:100%;max-width:420px;padding:9px;border:1px solid #9a9}
.ui-footer{background:#eaf0e0;padding:18px 20px;margin-top:30px;font-size:14px}.big{max-width:320px;width:100%}.toast{position:fixed;left:50%;top:12px;transform:translateX(-50%);background:#33382c;color:#fff;padding:10px 22px;border-radius:20px}
.menu-toggle{display:none}@media(max-width:600px){.menu-toggle{display:inline-block;background:none;border:1px solid #fff;color:#fff;padding:6px 10px}.ui-bar{display:none}.ui-bar.open{display:block}.ui-bar a{display:block;padding:10px 0}}
"""

JS = r"""
(function(){var host=document.body;
function show(el){document.querySelectorAll('.ui-page-active').forEach(function(p){p.classList.remove('ui-page-active')});el.classList.add('ui-page-active');window.scrollTo(0,0)}
function load(url,push,opts){return fetch(url,opts||{}).then(function(r){return r.text().then(function(t){return[r.url,t]})}).then(function(a){
 var d=new DOMParser().parseFromString(a[1],'text/html'),p=document.importNode(d.querySelector('.ui-page'),true);p.setAttribute('data-url',a[0]);host.appendChild(p);
 setTimeout(function(){show(p);document.title=d.title},180);if(push)history.pushState({u:a[0]},'',a[0])})}
document.addEventListener('click',function(e){var t=e.target.closest('a,button');if(!t)return;
 if(t.className==='menu-toggle'){t.closest('.ui-page').querySelector('.ui-bar').classList.toggle('open');return}
 if(t.tagName==='A'&&t.origin===location.origin&&!t.dataset.external){e.preventDefault();load(t.href,true)}});
document.addEventListener('submit',function(e){var f=e.target;e.preventDefault();var body=new URLSearchParams(new FormData(f));
 if(f.dataset.role==='add'){fetch(f.action,{method:'POST',body:body}).then(function(r){return r.text()}).then(function(n){
  document.querySelectorAll('.ui-page-active .count').forEach(function(c){c.textContent=n});var m=document.createElement('div');m.className='toast';m.setAttribute('role','alert');
  m.textContent='Varen ligger nu i kurven';document.body.appendChild(m);setTimeout(function(){m.remove()},2500)});return}
 if(f.method==='get'){load(f.action+'?'+body,true);return}
 load(f.action,true,{method:'POST',body:body})});
window.addEventListener('popstate',function(){load(location.href,false)})})();
"""


@dataclass
class App(Shop):
    """Spiren, a Danish garden shop."""

    serial: int = 0

    def _page(self, r: Request, title: str, content: str) -> Response:
        self.serial += 1
        n = sum(r.session.get("kurv", {}).values())
        return html(
            f"""<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{title} - Spiren</title><meta name="viewport" content="width=device-width,initial-scale=1">
<style>{CSS}</style></head><body><div class="ui-page ui-page-active" id="page-{self.serial}"><div class="ui-header"><button class="menu-toggle">Menu</button>
<h2><a href="/">Spiren</a></h2><a href="/kurv">Kurv <span class="count">{n}</span></a></div><div class="ui-bar"><a href="/krukker">Krukker</a><a href="/redskaber">Redskaber</a>
<a href="/handelsbetingelser">Handelsbetingelser</a><form action="/find" method="get" style="display:inline"><input type="search" name="ord" placeholder="Hvad mangler du til haven?"><button>Find</button></form></div>
<div class="ui-content">{content}</div><div class="ui-footer">Spiren ApS · CVR 34 56 78 90 · Havnegade 12, 5000 Odense C · tlf. <a href="tel:+4566112233">66 11 22 33</a> ·
<a href="mailto:post@spiren.example">post@spiren.example</a> · <a href="/handelsbetingelser">Fortrydelsesret</a></div></div><script>{JS}</script></body></html>"""
        )

    def _rows(self, keys: list[str]) -> str:
        return (
            "<ul class='ui-listview'>"
            + "".join(
                f"<li><a href='/vare/{k}'><img src=\"{drawing(k)}\" alt=''><span>{STOCK[k][0]}{'' if STOCK[k][3] else ' (udsolgt)'}</span><b>{price(STOCK[k][2])}</b></a></li>"
                for k in keys
            )
            + "</ul>"
        )

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        basket: dict[str, int] = r.session.setdefault("kurv", {})
        head, _, key = r.path.strip("/").partition("/")
        if not head:
            return self._page(r, "Forside", "<h1>Forårets favoritter</h1>" + self._rows(list(STOCK)[:4]))
        if head in ("krukker", "redskaber"):
            return self._page(
                r, head.title(), f"<h1>{head.title()}</h1>" + self._rows([k for k, s in STOCK.items() if s[1] == head])
            )
        if head == "find":
            hits = [k for k, s in STOCK.items() if r.query.get("ord", "").lower() in s[0].lower()]
            return self._page(r, "Søgning", self._rows(hits) if hits else "<p>Vi fandt intet.</p>")
        if head == "vare" and key in STOCK:
            name, _, cost, left = STOCK[key]
            button = "<button class='ui-btn'>Læg i kurven</button>" if left else "<p>Udsolgt – kommer igen i april</p>"
            return self._page(
                r,
                name,
                f"<img class='big' src=\"{drawing(key)}\" alt=\"{name}\"><h1>{name}</h1><p><b>{price(cost)}</b></p><form data-role='add' method='post' action='/kurv/ilaeg'>"
                f"<input type='hidden' name='vare' value='{key}'><label>Antal <input type='number' name='antal' value='1' min='1' style='width:60px'></label> {button}</form><p>På lager: {left} stk.</p>",
            )
        return self._buying(r, head, basket)

    def _buying(self, r: Request, head: str, basket: dict[str, int]) -> Response:
        if r.path == "/kurv/ilaeg" and r.method == "POST" and STOCK.get(r.form.get("vare", ""), ("", "", 0, 0))[3]:
            basket[r.form["vare"]] = basket.get(r.form["vare"], 0) + max(1, int(r.form.get("antal") or 1))
            return html(str(sum(basket.values())))
        if head == "kurv":
            if r.method == "POST":
                basket.pop(r.form.get("fjern", ""), None)
            lines = "".join(
                f"<li><form method='post' action='/kurv'>{STOCK[k][0]} · {n} stk. · {price(STOCK[k][2] * n)} <input type='hidden' name='fjern' value='{k}'><button>Fjern</button></form></li>"
                for k, n in basket.items()
            )
            more = (
                "<p><a class='ui-btn' href='/bestil'>Gå til bestilling</a></p>" if basket else "<p>Kurven er tom.</p>"
            )
            return self._page(r, "Kurv", f"<h1>Din kurv</h1><ul class='ui-listview'>{lines}</ul>{more}")
        if head == "handelsbetingelser":
            return self._page(
                r,
                "Handelsbetingelser",
                "<h1>Handelsbetingelser</h1><p>Du har 30 dages returret fra modtagelsen. Varen skal være ubrugt. Returfragt betales af køber, og beløbet refunderes inden 14 dage. "
                "Levering med GLS 1-3 hverdage, 39 kr.</p>",
            )
        if head == "bestil":
            if r.method == "POST" and basket and r.form.get("email"):
                self.orders += 1
                basket.clear()
                return self._page(r, "Tak", "<h1>Tak for din ordre!</h1>")
            fields = "".join(
                f"<div class='ui-field'><label>{t}<input name='{k}' type='{y}' required></label></div>"
                for k, t, y in [
                    ("navn", "Navn", "text"),
                    ("adresse", "Adresse", "text"),
                    ("postby", "Postnr. og by", "text"),
                    ("telefon", "Telefon", "tel"),
                    ("email", "Mailadresse", "email"),
                ]
            )
            return self._page(
                r,
                "Bestilling",
                f"<h1>Bestilling</h1><form method='post' action='/bestil'>{fields}<div class='ui-field'><label><input type='radio' name='b' value='mp' checked> MobilePay</label>"
                "<label><input type='radio' name='b' value='dk'> Betalingskort</label></div><div class='ui-field'><label><input type='checkbox' name='ok' required> Jeg accepterer handelsbetingelserne</label></div>"
                "<button class='ui-btn'>Afgiv ordre</button></form>",
            )
        return Response("Siden findes ikke", 404)
