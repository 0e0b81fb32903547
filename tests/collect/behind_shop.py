"""A small Finnish shop whose checkout has three steps, with switches for what may stand behind its door."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.shops.kit import Request, Response, Shop, html, json_response, redirect

__all__ = ["BehindShop"]

GOODS = {"1": ("Villasukat Aino", "19,90"), "2": ("Lapaset Aino", "24,90")}
FIELDS = (
    ("nimi", "Etu- ja sukunimi", "name", "text"),
    ("sahkoposti", "Sähköposti", "email", "email"),
    ("puhelin", "Puhelinnumero", "tel", "tel"),
    ("katuosoite", "Katuosoite", "street-address", "text"),
    ("postinumero", "Postinumero", "postal-code", "text"),
    ("kaupunki", "Postitoimipaikka", "address-level2", "text"),
)
SUMS = (("Välisumma", "19,90 €"), ("Toimitus", "5,90 €"), ("Yhteensä", "25,80 €"))
STYLE = "form p{margin:8px}button{padding:10px 20px}"
PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='120' height='90'/%3E"
DELIVERIES = (
    ("posti", "Postin noutopiste, 2–4 arkipäivää, 5,90 €"),
    ("koti", "Kotiinkuljetus 12,50 €"),
    ("nouto", "Nouto myymälästä, maksuton"),
)
PAYMENTS = (("pankki", "Verkkopankki"), ("kortti", "Pankki- tai luottokortti"), ("lasku", "Klarna lasku"))


@dataclass
class BehindShop(Shop):
    """``sent`` are the paths and forms that reached the shop; the other fields switch on what is behind the door.

    ``refusal`` is what the server says to a guest's address, ``button`` what the address form's button says, ``extra``
    stands in that form as well, ``script`` runs on its page.
    """

    refusal: str = ""
    button: str = "Jatka toimitukseen"
    extra: str = ""
    script: str = ""
    sent: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def handle(self, request: Request) -> Response:
        if request.method != "GET":
            self.sent.append((request.path, dict(request.form)))
        if request.path.startswith("/tuote/"):
            return self.product(request.path.rpartition("/")[2])
        pages = {
            "/": self.home,
            "/kori": self.cart,
            "/kassa": self.address,
            "/kassa/osoite": self.take_address,
            "/kassa/toimitus": self.delivery,
            "/kassa/maksu": self.payment,
            "/tilaus": self.order,
            "/place-order": self.order,
            "/toimitushinnat": lambda _request: json_response({"posti": "5,90 €"}),
        }
        answer = pages.get(request.path)
        return answer(request) if answer else html("<h1>Sivua ei ole</h1>", 404)

    def page(self, title: str, body: str, status: int = 200) -> Response:
        """Dress a page."""
        return html(
            '<!doctype html><html lang="fi"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">'
            f"<title>{title} – Villapuoti</title><style>{STYLE}</style></head><body>"
            '<header><a href="/">Villapuoti</a> <a href="/kori">Ostoskori</a></header>'
            f"<main><h1>{title}</h1>{body}</main><footer>Villapuoti Oy, Kangasala</footer></body></html>",
            status,
        )

    def home(self, _request: Request) -> Response:
        return self.page("Villatuotteita", "".join(map(self.card, GOODS)))

    def card(self, key: str) -> str:
        """Show a product in the list."""
        name, price = GOODS[key]
        picture = f'<img src="{PICTURE}" width="120" height="90" alt="{name}">'
        return f'<div><a href="/tuote/{key}">{picture}{name}</a> {price} €</div>'

    def product(self, key: str) -> Response:
        name, price = GOODS[key]
        return self.page(
            name,
            f'<p>{price} €</p><form method="post" action="/kori"><input type="hidden" name="id" value="{key}">'
            "<button>Lisää ostoskoriin</button></form>",
        )

    def cart(self, request: Request) -> Response:
        if request.method == "POST":
            request.session["cart"] = request.form.get("id", "")
            return redirect("/kori")
        key = request.session.get("cart")
        if not key:
            return self.page("Ostoskori", "<p>Ostoskorisi on tyhjä.</p>")
        name, price = GOODS[key]
        return self.page(
            "Ostoskori",
            f'<p>{name} 1 kpl {price} €</p><form method="post" action="/kori"><input type="hidden" name="id" value="">'
            f'<button>Poista</button></form><p>Yhteensä {price} €</p><a href="/kassa">Siirry kassalle</a>',
        )

    def address(self, _request: Request, warning: str = "") -> Response:
        rows = "".join(
            f'<p><label>{label} <input name="{name}" type="{kind}" autocomplete="{token}" required></label></p>'
            for name, label, token, kind in FIELDS
        )
        said = f'<p role="alert">{warning}</p>' if warning else ""
        return self.page(
            "Kassa",
            f'{said}<form method="post" action="/kassa/osoite">{rows}{self.extra}<button>{self.button}</button></form>'
            f"<script>{self.script}</script>",
        )

    def take_address(self, request: Request) -> Response:
        form = request.form
        if form.get("tili") and form.get("salasana"):
            self.accounts += 1
        if self.button.startswith("Siirry"):
            self.orders += 1
        if self.refusal:
            return self.address(request, self.refusal)
        if not form.get("postinumero", "").isdigit() or "@" not in form.get("sahkoposti", ""):
            return self.address(request, "Tarkista postinumero.")
        return redirect("/kassa/toimitus")

    def delivery(self, request: Request) -> Response:
        if request.method == "POST":
            return redirect("/kassa/maksu")
        choices = "".join(
            f'<p><label><input type="radio" name="toimitustapa" value="{value}" required> {label}</label></p>'
            for value, label in DELIVERIES
        )
        return self.page(
            "Toimitustapa",
            f'<form method="post"><fieldset><legend>Valitse toimitustapa</legend>{choices}</fieldset>'
            "<button>Jatka maksutapaan</button></form>",
        )

    def payment(self, _request: Request) -> Response:
        choices = "".join(
            f'<p><label><input type="radio" name="maksutapa" value="{value}"{" checked" * (value == "kortti")}>'
            f" {label}</label></p>"
            for value, label in PAYMENTS
        )
        sums = "".join(f"<tr><td>{label}</td><td>{price}</td></tr>" for label, price in SUMS)
        return self.page(
            "Maksutapa",
            f"<table>{sums}</table>"
            f'<form method="post" action="/tilaus"><fieldset><legend>Valitse maksutapa</legend>{choices}</fieldset>'
            '<p><label><input type="checkbox" name="ehdot" required> Hyväksyn toimitusehdot</label></p>'
            '<p><label><input type="checkbox" name="uutiskirje" checked> Tilaa uutiskirje</label></p>'
            "<button>Tilaa ja maksa</button></form>",
        )

    def order(self, request: Request) -> Response:
        self.orders += 1
        request.session["cart"] = ""
        return self.page("Kiitos tilauksesta", "<p>Tilaus on vastaanotettu.</p>")
