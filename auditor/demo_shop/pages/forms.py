"""What happens to the forms beside the purchase; accepted ones count, so that tests can prove that none was sent."""

from __future__ import annotations

from http import HTTPStatus

from auditor.demo_shop.messages import Request, Response, see_other
from auditor.demo_shop.shop import CONSENT_COOKIE, Page, Shop

__all__ = [
    "consent",
    "log_in",
    "message",
    "newsletter",
    "register",
    "track",
    "wish",
    "wishes",
    "withdraw",
    "withdraw_confirmed",
]

HALF_YEAR_SECONDS = 180 * 24 * 3600
THANKS = {
    "yhteys": "Kiitos viestistäsi! Vastaamme sähköpostiisi.",
    "palaute": "Kiitos palautteestasi! Luemme jokaisen.",
    "arvostelu": "Kiitos arvostelustasi! Tarkistamme ostoksen ja julkaisemme arvostelun.",
    "palautus": "Kiitos! Palautuskoodi on lähetetty sähköpostiisi.",
    "saatavuus": "Kiitos! Ilmoitamme, kun tuote on taas saatavilla.",
    "suosittelu": "Kiitos! Koodi on lähetetty ystävällesi.",
    "kanta-asiakas": "Tervetuloa Kaarnapiiriin!",
    "lahjakortti": "Kiitos! Lahjakorttipyyntö on vastaanotettu.",
    "chat": "Kiitos! Vastaamme hetken kuluttua.",
}


def message(shop: Shop, request: Request, kind: str) -> Response:
    """Take any message of a customer."""
    shop.counters.messages += 1
    return _thank(shop, request, THANKS.get(kind, "Kiitos viestistäsi!"))


def newsletter(shop: Shop, request: Request) -> Response:
    """Take a subscription of the newsletter; the box of consent must be ticked."""
    if not request.sent("suostumus") or "@" not in request.sent("sahkoposti"):
        return _thank(
            shop,
            request,
            "Tarkista sähköpostiosoite ja anna suostumus uutiskirjeeseen.",
            HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    shop.counters.newsletter += 1
    return _thank(shop, request, "Kiitos! Vahvista tilaus sähköpostiisi lähetetystä viestistä.")


def register(shop: Shop, request: Request) -> Response:
    """Open an account."""
    shop.counters.accounts += 1
    return _thank(shop, request, "Tili on luotu. Tervetuloa!")


def log_in(shop: Shop, request: Request) -> Response:
    """Refuse every login, for no account is kept."""
    return _thank(shop, request, "Sähköposti tai salasana on väärin.", HTTPStatus.UNPROCESSABLE_ENTITY)


def track(shop: Shop, request: Request) -> Response:
    """Answer a look-up of an order."""
    return _thank(shop, request, "Tilausta ei löytynyt. Tarkista tilausnumero ja sähköposti.", HTTPStatus.NOT_FOUND)


def withdraw(shop: Shop, request: Request) -> Response:
    """Show the withdrawal again for the customer to confirm."""
    page = Page(
        "withdrawal_confirm.html",
        "Vahvista peruuttaminen | Kaarnakoto",
        "Tarkista tiedot ja vahvista sopimuksen peruuttaminen.",
        "withdrawal",
        (("Etusivu", "/"), ("Peruuta sopimus", "/peruuta-sopimus"), ("Vahvista", "/peruuta-sopimus")),
        indexable=False,
    )
    values = {name: request.sent(name) for name in ("nimi", "tilausnumero", "sahkoposti")}
    return shop.render(request, page, values=values)


def withdraw_confirmed(shop: Shop, request: Request) -> Response:
    """Take a confirmed withdrawal."""
    shop.counters.messages += 1
    return _thank(shop, request, "Peruuttaminen on vastaanotettu. Vahvistus on lähetetty sähköpostiisi.")


def wishes(shop: Shop, request: Request) -> Response:
    """Answer the wish list."""
    page = Page(
        "wishlist.html",
        "Toivelista | Kaarnakoto",
        "Tallenna suosikkituotteesi ja palaa niihin myöhemmin. Toivelista toimii ilman kirjautumista.",
        "wishlist",
        (("Etusivu", "/"), ("Toivelista", "/toivelista")),
        indexable=False,
    )
    if shop.has("come-back-reasons"):
        return see_other("/")
    if shop.has("wishlist"):
        return see_other("/kirjaudu")
    wanted = [item for slug in request.session.wishes if (item := shop.catalog.product(slug))]
    return shop.render(request, page, products=wanted)


def wish(shop: Shop, request: Request) -> Response:
    """Add a product to the wish list or take it off."""
    if shop.has("wishlist"):
        return see_other("/kirjaudu")
    slug = request.sent("tuote")
    if shop.catalog.product(slug) is None:
        return Response(b"unknown product", HTTPStatus.UNPROCESSABLE_ENTITY, "text/plain; charset=utf-8")
    is_on = request.session.toggle_wish(slug)
    if request.wants_fragment:
        return Response(b"1" if is_on else b"0", content_type="text/plain; charset=utf-8")
    return see_other("/toivelista")


def consent(_shop: Shop, request: Request) -> Response:
    """Remember a choice about cookies made without scripts."""
    choice = "kaikki" if request.sent("valinta") == "kaikki" else "ei"
    cookie = f"{CONSENT_COOKIE}={choice}; Path=/; Max-Age={HALF_YEAR_SECONDS}; SameSite=Lax"
    back = request.headers.get("referer", "/").removeprefix(request.base_url)
    target = back if back.startswith("/") and not back.startswith("//") else "/"
    answer = see_other(target)
    return Response(answer.body, answer.status, headers=(*answer.headers, ("Set-Cookie", cookie)))


def _thank(shop: Shop, request: Request, text: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    title = "Kiitos" if status is HTTPStatus.OK else "Tarkista tiedot"
    page = Page("message.html", f"{title} | Kaarnakoto", text, "message", indexable=False)
    return shop.render(request, page, status, heading=title, text=text)
