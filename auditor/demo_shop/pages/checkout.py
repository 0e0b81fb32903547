"""The checkout: one guest form, and what stands before it under some faults."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from auditor.demo_shop.cart import Cart
from auditor.demo_shop.messages import Request, Response, see_other
from auditor.demo_shop.shop import Page, Shop

__all__ = ["Field", "interstitial", "order", "show", "thanks"]

INTERSTITIALS = (
    ("Tervetuloa kassalle", "Kiitos, että asioit meillä. Jatka, niin kerromme tilaamisen vaiheet."),
    ("Näin tilaat", "Tilaaminen on helppoa. Lue ensin vaiheet läpi ja jatka sitten."),
    ("Muistithan nämä?", "Moni on ottanut mukaan myös kynttilän. Voit jatkaa ilman."),
    ("Tarkista tuotteet", "Katso vielä, että ostoskorin tuotteet ovat oikein."),
    ("Tietoa toimituksesta", "Pakkaamme tilauksen huolella. Jatka lukemalla toimitustavoista."),
    ("Melkein perillä", "Seuraavalla sivulla annat toimitustiedot."),
)


@dataclass(frozen=True)
class Field:
    """One text field of the form: name, label, autofill token, keyboard and the message when it is wrong."""

    name: str
    label: str
    token: str
    type: str
    keyboard: str
    message: str
    hint: str = ""


FIELDS = (
    Field(
        "sahkoposti", "Sähköposti", "email", "email", "email", "Kirjoita sähköpostiosoite, esimerkiksi nimi@posti.fi."
    ),
    Field("nimi", "Etu- ja sukunimi", "name", "text", "text", "Kirjoita etu- ja sukunimesi."),
    Field(
        "katuosoite", "Katuosoite", "street-address", "text", "text", "Kirjoita katuosoite, esimerkiksi Kotitie 1 A 2."
    ),
    Field("postinumero", "Postinumero", "postal-code", "text", "numeric", "Kirjoita viisinumeroinen postinumero."),
    Field("kaupunki", "Postitoimipaikka", "address-level2", "text", "text", "Kirjoita postitoimipaikka."),
    Field("puhelin", "Puhelin", "tel", "tel", "tel", "Kirjoita puhelinnumero.", "Saapumisilmoitusta varten"),
)
EXTRA_FIELDS = (
    ("titteli", "Titteli", "honorific-prefix"),
    ("etunimi2", "Toinen etunimi", "additional-name"),
    ("kutsumanimi", "Kutsumanimi", "nickname"),
    ("syntymaaika", "Syntymäaika", "bday"),
    ("sahkoposti2", "Vahvista sähköposti", "email"),
    ("puhelin2", "Toinen puhelin", "tel"),
    ("yritys", "Yritys", "organization"),
    ("asema", "Asema yrityksessä", "organization-title"),
    ("osoite2", "Osoitteen lisärivi", "address-line2"),
    ("osoite3", "Osoitteen toinen lisärivi", "address-line3"),
    ("maakunta", "Maakunta", "address-level1"),
    ("maa", "Maa", "country-name"),
    ("laskutusosoite", "Laskutuksen katuosoite", "billing street-address"),
    ("laskutuspostinumero", "Laskutuksen postinumero", "billing postal-code"),
    ("laskutuskaupunki", "Laskutuksen postitoimipaikka", "billing address-level2"),
)


def show(shop: Shop, request: Request) -> Response:
    """Answer the door of the checkout."""
    session = request.session
    session.last_page = request.path
    if not session.cart.lines:
        return see_other("/ostoskori")
    if shop.has("guest-checkout"):
        return _wall(shop, request)
    if shop.has("click-depth") and request.asked("valmis") != "1":
        return see_other("/kassa/vaihe/1")
    return _form(shop, request, {}, HTTPStatus.OK)


def interstitial(shop: Shop, request: Request, number: str) -> Response:
    """Answer one of the pages that the fault click-depth puts before the checkout."""
    if not shop.has("click-depth") or not request.session.cart.lines:
        return see_other("/ostoskori")
    step = int(number)
    heading, text = INTERSTITIALS[step - 1]
    onward = f"/kassa/vaihe/{step + 1}" if step < len(INTERSTITIALS) else "/kassa?valmis=1"
    page = Page("interstitial.html", f"{heading} | Kaarnakoto", text, "interstitial", indexable=False, enclosed=True)
    return shop.render(request, page, heading=heading, text=text, onward=onward)


def order(shop: Shop, request: Request) -> Response:
    """Take an order: a complete form empties the cart and counts, an incomplete one is shown again."""
    if not request.session.cart.lines:
        return see_other("/ostoskori")
    errors = {field.name: field.message for field in FIELDS if not _is_right(field, request.sent(field.name))}
    if request.sent("maksutapa") not in {payment.id for payment in shop.facts.payments}:
        errors["maksutapa"] = "Valitse maksutapa."
    if errors:
        return _form(shop, request, errors, HTTPStatus.UNPROCESSABLE_ENTITY)
    shop.counters.orders += 1
    if request.sent("luo-tili"):
        shop.counters.accounts += 1
    request.session.cart = Cart()
    return see_other("/kassa/kiitos")


def thanks(shop: Shop, request: Request) -> Response:
    """Answer the page after an order."""
    page = Page(
        "thanks.html", "Kiitos tilauksesta | Kaarnakoto", "Tilauksesi on vastaanotettu.", "thanks", indexable=False
    )
    return shop.render(request, page)


def _form(shop: Shop, request: Request, errors: dict[str, str], status: HTTPStatus) -> Response:
    page = Page(
        "checkout.html",
        "Kassa | Kaarnakoto",
        "Toimitustiedot, toimitustapa ja maksutapa yhdellä sivulla. Tilaat ilman asiakastiliä.",
        "checkout",
        indexable=False,
        enclosed=not shop.has("checkout-reassurance"),
    )
    values = {name: request.sent(name) for name in request.form}
    return shop.render(
        request,
        page,
        status,
        fields=FIELDS,
        extra_fields=EXTRA_FIELDS if shop.has("checkout-fields") else (),
        values=values,
        errors=errors,
        chosen=shop.facts.delivery(request.sent("toimitustapa")),
        sums=shop.totals(request.session, request.sent("toimitustapa")),
    )


def _wall(shop: Shop, request: Request) -> Response:
    page = Page(
        "account_wall.html",
        "Kirjaudu tai luo tili | Kaarnakoto",
        "Kirjaudu tai luo asiakastili jatkaaksesi kassalle.",
        "checkout",
        indexable=False,
        enclosed=True,
    )
    return shop.render(request, page)


def _is_right(field: Field, value: str) -> bool:
    match field.name:
        case "sahkoposti":
            name, _, host = value.partition("@")
            return bool(name) and "." in host
        case "postinumero":
            return len(value) == len("00100") and value.isdigit()
    return bool(value)
