"""A small pottery whose whole kiln is sold: the pages are drawn by script, and every buy button has become a wish to be told.

Each product says "Välja müüdud" in its own way; the cart exists and stays empty.
"""

from __future__ import annotations

import json

from tests.shops.kit import Request, Response, Shop, html, json_response

POTID = [
    {"n": "Kauss Hommik", "h": "38,00", "m": "Välja müüdud", "v": "#b7b7a4"},
    {"n": "Tass Udu", "h": "24,00", "m": "Läbi müüdud", "v": "#a5a58d"},
    {"n": "Vaas Kõrkjas", "h": "65,00", "m": "Otsas", "v": "#6b705c"},
    {"n": "Taldrik Lumi", "h": "29,00", "m": "Müüdud – uus ahjutäis augustis", "v": "#ddbea9"},
]
VIEW = """<!doctype html><html lang="et"><head><meta charset="utf-8"><title>Savikoda Ahi</title><meta name="viewport"
content="width=device-width,initial-scale=1"><style>body{margin:0;background:#fffaf5;font:17px/1.5 Optima,Candara,sans-serif}
#koda header{padding:24px 6vw;display:flex;gap:22px;flex-wrap:wrap}#koda a{color:#5e503f}#koda section{padding:0 6vw}.riiul{display:
grid;grid-template-columns:1fr 1fr 1fr 1fr;gap:2vw}.riiul figure{margin:0}.must{background:#5e503f;color:#fff;border:0;padding:12px
20px;font:inherit}footer{padding:30px 6vw;color:#5e503f}@media(max-width:700px){.riiul{grid-template-columns:1fr 1fr}}</style></head>
<body><div id="koda"></div><script>const P=__P__;const K=document.getElementById('koda');const pott=(p,i)=>`<svg viewBox="0 0 50 40"
width="100%" style="max-width:300px"><path d="M8 10h34q-2 26-17 26T8 10z" fill="${p.v}"/></svg>`;
const vaated={avaleht:()=>`<h1>Käsitsi, ükshaaval</h1><div class="riiul">${P.map((p,i)=>`<figure><a href="?p=${i}">${pott(p)}</a>
<figcaption><a href="?p=${i}">${p.n}</a><br>${p.h} € <em>${p.m}</em></figcaption></figure>`).join('')}</div>`,
pott:i=>{const p=P[i];return `${pott(p)}<h1>${p.n}</h1><p>${p.h} €</p><p><strong>${p.m}</strong></p>${i%2?`<form><input
type="email" placeholder="E-post"> <button class="must">Anna teada, kui jälle saadaval</button></form>`:`<button class="must" disabled
style="opacity:.4">Lisa ostukorvi</button>`}`},korv:()=>'<h1>Ostukorv</h1><p>Ostukorv on tühi.</p>',tagasi:()=>`<h1>Tagastamine</h1>
<p>Terve ja kasutamata nõu võid tagastada 14 päeva jooksul kättesaamisest. Paki hoolikalt ja saada meile pakiautomaati; raha kanname
tagasi samale kontole.</p>`,kontakt:()=>`<h1>Kontakt</h1><p>Savikoda Ahi OÜ, Kasteheina 3, 93812 Kuressaare</p><p><a
href="mailto:ahi@savikoda.example">ahi@savikoda.example</a>, <a href="tel:+37256667788">+372 5666 7788</a></p>`};
function joonista(){const q=new URLSearchParams(location.search);const v=q.get('v');K.innerHTML=`<header><a href="/"><b>Savikoda Ahi
</b></a><a href="/">Nõud</a><a href="?v=kontakt">Kontakt</a><a href="?v=korv">Ostukorv (0)</a></header><section>${q.has('p')?
vaated.pott(+q.get('p')):(vaated[v]||vaated.avaleht)()}</section><footer><a href="?v=tagasi">Tagastamine</a> · <a href="?v=kontakt">
Kontakt</a> · Savikoda Ahi OÜ</footer>`}
K.addEventListener('click',e=>{const a=e.target.closest('a');if(a&&!/^(mailto|tel)/.test(a.getAttribute('href'))){e.preventDefault();
history.pushState(0,'',a.getAttribute('href')==='/'?'/':'/'+a.getAttribute('href'));joonista();scrollTo(0,0)}});
K.addEventListener('submit',e=>{e.preventDefault();fetch('/api/teata',{method:'POST'});e.target.outerHTML='<p>Aitäh!</p>'});
onpopstate=joonista;setTimeout(joonista,150)</script></body></html>"""


class App(Shop):
    """A pottery with empty shelves."""

    def handle(self, request: Request) -> Response:
        if request.path == "/api/teata" and request.method == "POST":
            self.messages += 1
            return json_response({"ok": True})
        return (
            html(VIEW.replace("__P__", json.dumps(POTID, ensure_ascii=False)))
            if request.path == "/"
            else html("404", 404)
        )
