"""The cart page, the drawer and the forms that change the cart."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlencode

from auditor.demo_shop.cart import MAX_QUANTITY, Cart, Line
from auditor.demo_shop.catalog import Product
from auditor.demo_shop.messages import Request, Response, see_other
from auditor.demo_shop.shop import Page, Shop

__all__ = ["add", "change", "drawer", "remove", "show"]


def show(shop: Shop, request: Request) -> Response:
    """Answer the cart page."""
    session = request.session
    if shop.has("cart-persistent") and session.last_page == request.path:
        session.cart = Cart()
    session.last_page = request.path
    page = Page(
        "cart.html",
        "Ostoskori | Kaarnakoto",
        "Ostoskorisi sisältö, toimituskulut ja loppusumma ennen kassaa.",
        "cart",
        (("Etusivu", "/"), ("Ostoskori", "/ostoskori")),
        indexable=False,
    )
    chosen = {line.product.slug for line in session.cart.lines.values()}
    matching = [item for item in shop.recommended(session, 6) if item.slug not in chosen][:3]
    return shop.render(request, page, matching=matching)


def drawer(shop: Shop, request: Request) -> Response:
    """Answer the content of the cart drawer."""
    return shop.fragment(request, "parts/drawer_content.html", added="")


def add(shop: Shop, request: Request) -> Response:
    """Put a product into the cart; a missing choice or an unknown product is answered with 422."""
    session = request.session
    session.last_page = ""
    product = shop.catalog.product(request.sent("tuote"))
    if shop.has("add-to-cart-works"):
        return see_other(f"/tuote/{product.slug}" if product else "/")
    if product is None:
        return Response(b"unknown product", HTTPStatus.UNPROCESSABLE_ENTITY, "text/plain; charset=utf-8")
    choices, missing = _choices(product, request)
    if missing or not (product.stock or shop.has("stock-status")):
        if request.wants_fragment:
            text = f"missing: {missing}" if missing else "sold out"
            return Response(text.encode(), HTTPStatus.UNPROCESSABLE_ENTITY, "text/plain; charset=utf-8")
        return see_other(f"/tuote/{product.slug}?{urlencode({'valitse': missing or 'loppu'})}#osta")
    cents = round(product.price_cents * 1.1) if shop.has("price-truth-chain") else product.price_cents
    session.cart.add(Line(product, choices, _quantity(request.sent("maara", "1")), cents))
    session.used = True
    if request.wants_fragment:
        return shop.fragment(request, "parts/drawer_content.html", added=product.name)
    return see_other("/ostoskori")


def change(_shop: Shop, request: Request) -> Response:
    """Set the quantity of a line."""
    request.session.last_page = ""
    request.session.cart.change(request.sent("rivi"), _quantity(request.sent("maara", "1"), least=0))
    return see_other("/ostoskori")


def remove(shop: Shop, request: Request) -> Response:
    """Take a line out of the cart."""
    request.session.last_page = ""
    request.session.cart.change(request.sent("rivi"), 0)
    if request.wants_fragment:
        return shop.fragment(request, "parts/drawer_content.html", added="")
    return see_other("/ostoskori")


def _choices(product: Product, request: Request) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return the chosen (label, value) pairs and the first option that lacks a value one can buy."""
    chosen: list[tuple[str, str]] = []
    for option in product.options:
        wanted = request.sent(f"valinta-{option.id}")
        value = next((value for value in option.values if value.id == wanted and value.stock), None)
        if value is None:
            return (), option.id
        chosen.append((option.label, value.label))
    return tuple(chosen), ""


def _quantity(text: str, least: int = 1) -> int:
    return max(least, min(MAX_QUANTITY, int(text))) if text.isascii() and text.isdigit() else least
