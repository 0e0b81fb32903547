"""A shop closed for a holiday: every address answers "Palaamme pian" with 503, and a password lets only the keeper in.

The page has a sign-up for news and a contact line, nothing else.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html


class App(Shop):
    """Curtains drawn."""

    def handle(self, request: Request) -> Response:
        if request.path == "/ilmoita" and request.method == "POST":
            self.messages += 1
        wrong = ""
        if request.path == "/avaa" and request.method == "POST":
            wrong = "<p class='err'>Salasana ei kelpaa, yritä uudelleen.</p>"
        return html(
            f"""<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Villa & Vaahtera – avaamme pian</title><meta
name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><style>html{{height:100%}}body{{
min-height:100%;margin:0;display:grid;place-items:center;background:linear-gradient(#f3dfc1,#b5838d);font-family:Futura,Verdana,
sans-serif;color:#3d2b1f;text-align:center}}.kortti{{padding:24px;max-width:520px}}input{{padding:11px;border:1px solid #3d2b1f}}
button{{padding:11px 18px;background:#3d2b1f;color:#fff;border:0}}.err{{color:#900}}details{{margin-top:34px;font-size:14px}}</style>
</head><body><div class="kortti"><svg viewBox="0 0 60 40" width="120"><path d="M30 4l6 12 12-2-6 10 6 8-14-2-4 8-4-8-14 2 6-8-6-10
12 2z" fill="#bc4b32"/></svg><h1>Palaamme pian</h1><p>Verkkokauppamme on suljettu muuton ajan. Ovet aukeavat taas 2.9., ja silloin
lampaanvillaa riittää. Kesän tilaukset on kaikki lähetetty.</p><form method="post" action="/ilmoita"><label>Ilmoitamme, kun avaamme
<br><input type="email" name="s" placeholder="Sähköposti"></label> <button>Ilmoittakaa minulle</button></form><p>Kysyttävää?
<a href="mailto:villa@vaahtera.example">villa@vaahtera.example</a></p><details><summary>Kauppiaan sisäänkäynti</summary>{wrong}<form
method="post" action="/avaa"><input type="password" name="password" placeholder="Salasana"> <button>Sisään</button></form></details>
</div></body></html>""",
            503,
            (("Retry-After", "86400"),),
        )
