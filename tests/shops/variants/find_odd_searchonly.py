"""A British spare parts dealer without any category: its home page has one field for a part number or name, and nothing else to press.

Results are an old list with small prices; the nav holds only help pages, so a customer must search.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tests.shops.kit import Request, Response, Shop, html, redirect

PARTS: dict[str, tuple[str, str, str, int]] = {
    "FH-2210": ("Vacuum cleaner filter, HEPA H13", "Fits Numatic and Sebo uprights.", "14.95", 22),
    "FH-2214": ("Cooker hood filter, carbon, round", "Pack of two, 190 mm.", "18.50", 8),
    "DB-0907": ("Dishwasher lower basket wheel", "Sold singly, grey.", "3.20", 140),
    "WM-4431": ("Washing machine door seal, Bosch Maxx", "EPDM rubber.", "27.00", 4),
    "BL-1180": ("Fridge bulb 15 W E14", "Clear, 230 V.", "2.85", 60),
    "HO-7702": ("Vacuum cleaner hose 2 m, 32 mm", "Screw end and bayonet.", "11.40", 0),
}

CSS = """
body{font:15px/1.5 Arial,sans-serif;margin:0;color:#1d2733;background:#f3f5f7}.masthead{background:#20405f;color:#fff}.masthead .in,.body,.base .in{max-width:900px;margin:0 auto;padding:14px 18px}
.masthead a{color:#dce9f5;margin-left:16px}.masthead h1{display:inline;font-size:22px}.masthead h1 a{margin:0;color:#fff;text-decoration:none}.finder{background:#fff;border:1px solid #cfd8e0;padding:30px;text-align:center;margin:26px 0}
.finder input{width:60%;padding:13px;font-size:17px;border:2px solid #20405f}.finder button{padding:14px 24px;font-size:16px;background:#e07a1f;color:#fff;border:0;margin-left:6px}.hit{display:grid;grid-template-columns:60px 1fr 90px;gap:14px;background:#fff;border-bottom:1px solid #e1e7ec;padding:12px;align-items:center}
.hit b{text-align:right}.sheet{background:#fff;padding:24px}.sheet .go,.big{background:#e07a1f;color:#fff;border:0;padding:13px 26px;font-size:16px;text-decoration:none;display:inline-block}.ok{background:#e3f4e1;padding:10px 14px}
.grid2{display:grid;grid-template-columns:1fr 1fr;gap:12px}.grid2 label{display:block}.grid2 input{width:100%;padding:9px;box-sizing:border-box}.base{background:#dde4ea;margin-top:40px;font-size:13px}
@media(max-width:560px){.finder{padding:16px}.finder input{width:100%;box-sizing:border-box;margin-bottom:8px}.finder button{width:100%;margin:0}.grid2{grid-template-columns:1fr}.masthead a{display:inline-block;margin:4px 12px 0 0}.masthead h1{display:block}}
"""
COG = "<svg viewBox='0 0 40 40' width='56'><circle cx='20' cy='20' r='12' fill='none' stroke='#567' stroke-width='6' stroke-dasharray='6 3'/><circle cx='20' cy='20' r='5' fill='#567'/></svg>"


@dataclass
class App(Shop):
    """Bramley Spares."""

    def _page(self, r: Request, title: str, body: str) -> Response:
        n = sum(r.session.get("trolley", {}).values())
        return html(f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title} | Bramley Spares</title><style>{CSS}</style></head><body>
<div class="masthead"><div class="in"><h1><a href="/">Bramley Spares</a></h1><a href="/help">How to find your model number</a><a href="/returns">Returns</a><a href="/trolley">Trolley [{n}]</a></div></div><div class="body">{body}</div>
<div class="base"><div class="in">Bramley Spares Ltd, Unit 5 Mill Lane, Leeds LS13 4AA &middot; <a href="tel:01134960777">0113 496 0777</a> (Mon&ndash;Fri 8.30&ndash;5) &middot; <a href="/help">Help</a> &middot; <a href="/returns">Returns &amp; refunds</a></div></div></body></html>""")

    @staticmethod
    def _finder(term: str = "") -> str:
        return f'<div class="finder"><form action="/find" role="search"><input type="text" name="part" value="{escape(term)}" placeholder="Part number or name" aria-label="Part number or name"><button>Find it</button></form><p>For example: filter, hose, FH-2210</p></div>'

    def handle(self, r: Request) -> Response:
        """Answer one request."""
        trolley: dict[str, int] = r.session.setdefault("trolley", {})
        part = [p for p in r.path.split("/") if p]
        if not part:
            return self._page(
                r,
                "Parts for household machines",
                "<h2>38,000 parts on our shelves. Tell us which one.</h2>" + self._finder(),
            )
        if part[0] == "find":
            term = r.query.get("part", "").strip()
            hits = [k for k, p in PARTS.items() if term and (term.lower() in p[0].lower() or term.upper() == k)]
            rows = "".join(
                f"<div class='hit'>{COG}<div><a href='/part/{k}'>{PARTS[k][0]}</a><br><small>{k} &middot; {'in stock' if PARTS[k][3] else 'out of stock'}</small></div><b>£{PARTS[k][2]}</b></div>"
                for k in hits
            )
            return self._page(
                r,
                "Results",
                self._finder(term)
                + (
                    f"<p>{len(hits)} part(s) for <i>{escape(term)}</i></p>{rows}"
                    if hits
                    else "<p>Nothing under that name. Try a shorter word.</p>"
                ),
            )
        if part[0] == "part" and part[-1] in PARTS:
            return self._part(r, part[-1], trolley)
        if part[0] == "trolley":
            if r.method == "POST" and r.form.get("drop"):
                trolley.pop(r.form["drop"], None)
            rows = "".join(
                f"<div class='hit'>{COG}<div>{PARTS[k][0]} &times; {n}<form method='post'><input type='hidden' name='drop' value='{k}'><button>Take out</button></form></div><b>£{float(PARTS[k][2]) * n:.2f}</b></div>"
                for k, n in trolley.items()
            )
            return self._page(
                r,
                "Trolley",
                f"<h2>Your trolley</h2>{rows}<p><a class='big' href='/pay'>Proceed to payment</a></p>"
                if trolley
                else "<h2>Your trolley is empty</h2>",
            )
        if part[0] == "returns":
            return self._page(
                r,
                "Returns",
                "<div class='sheet'><h2>Returns &amp; refunds</h2><p>Wrong part? Send it back unfitted within 28 days and we refund the price and standard delivery. Return postage is yours unless we sent the wrong part. Refunds are made within 14 days.</p></div>",
            )
        if part[0] == "help":
            return self._page(
                r,
                "Help",
                "<div class='sheet'><h2>Where is my model number?</h2><p>On the rating plate: inside the door, under the base or behind the drawer.</p></div>",
            )
        if part[0] == "pay":
            return self._pay(r, trolley)
        return Response("Not found", 404)

    def _part(self, r: Request, key: str, trolley: dict[str, int]) -> Response:
        name, text, price, left = PARTS[key]
        note = ""
        if r.method == "POST" and left:
            trolley[key] = trolley.get(key, 0) + 1
            note = "<p class='ok'>One of these is now in your trolley.</p>"
        form = (
            "<form method='post'><button class='go'>Add to trolley</button></form>"
            if left
            else "<p>Out of stock. Expected in three weeks.</p>"
        )
        return self._page(
            r,
            name,
            f"<div class='sheet'>{note}{COG.replace('56', '200', 1)}<h2>{name}</h2><p>Part no. {key}</p><p>{text}</p><p><b>£{price}</b> including VAT</p>{form}</div>",
        )

    def _pay(self, r: Request, trolley: dict[str, int]) -> Response:
        if not trolley:
            return redirect("/trolley")
        if r.method == "POST" and r.form.get("street"):
            self.orders += 1
            trolley.clear()
            return self._page(r, "Thanks", "<h2>Thank you. We post it today.</h2>")
        fields = "".join(
            f"<label>{t}<input name='{k}' required></label>"
            for k, t in [
                ("who", "Name"),
                ("mail", "E-mail address"),
                ("street", "House and street"),
                ("town", "Town"),
                ("pc", "Postcode"),
                ("phone", "Phone for the courier"),
            ]
        )
        return self._page(
            r,
            "Payment",
            f"<div class='sheet'><h2>Delivery and payment</h2><form method='post'><div class='grid2'>{fields}</div><p>Delivery <select name='del'><option>Royal Mail 48, £3.49</option><option>Courier next day, £6.95</option></select></p>"
            "<p><label><input type='radio' name='how' checked> Debit or credit card</label> <label><input type='radio' name='how'> PayPal</label></p><button class='go'>Pay now</button></form></div>",
        )
