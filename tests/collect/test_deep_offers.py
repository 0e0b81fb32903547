"""Which choices behind the door are ways to pay and which ways of delivery, told from the words around them."""

from __future__ import annotations

import pytest

from auditor.collect.journey.deep_offers import Choice, offers_of


def choices(name: str, *labels: str, heading: str = "", about: str = "") -> list[Choice]:
    return [Choice(group=name, name=name, label=label, row=label, heading=heading, about=about) for label in labels]


@pytest.mark.parametrize(
    "group",
    [
        choices("payment_method", "Something new", "Another way"),
        choices("x", "Verkkopankki", "MobilePay"),
        choices("x", "First", "Second", heading="Valitse maksutapa"),
        choices("x", "First", about="wc-payment-methods"),
        choices("shipping_or_payment", "PayPal", heading="Shipping and payment"),
    ],
)
def test_ways_to_pay(group: list[Choice]) -> None:
    offers = offers_of(group, ())

    assert [one.label for one in offers.payments] == [one.label for one in group]
    assert offers.deliveries == ()


@pytest.mark.parametrize(
    "group",
    [
        choices("shipping_method", "Flat rate - $5.00", "Free"),
        choices("x", "Nouto myymälästä", "Kuriiri"),
        choices("x", "One", "Two", heading="Leveranssätt"),
        choices("delivery", "Cash on delivery parcel 5,90 €", heading="Toimitustapa"),
    ],
)
def test_ways_of_delivery(group: list[Choice]) -> None:
    offers = offers_of(group, ())

    assert [one.label for one in offers.deliveries] == [one.label for one in group]
    assert offers.payments == ()


@pytest.mark.parametrize(
    "group",
    [
        choices("gender", "Mr.", "Mrs."),
        choices("billing", "Same as shipping address", "Use a different billing address"),
        choices("payment_address", "New address", "Old address"),
    ],
)
def test_other_choices_are_neither(group: list[Choice]) -> None:
    offers = offers_of(group, ())

    assert (offers.payments, offers.deliveries) == ((), ())


@pytest.mark.parametrize(
    ("row", "price", "time"),
    [
        ("Postin noutopiste 2–4 arkipäivää 5,90 €", "5,90 €", "2–4 arkipäivää"),
        ("Flat rate FREE", "FREE", ""),
        ("DHL £8.40 tax incl.", "£8.40", ""),
        ("Hemleverans 129 kr, 3-5 arbetsdagar", "129 kr", "3-5 arbetsdagar"),
        ("Pickup in the shop", "", ""),
    ],
)
def test_price_and_time_stand_beside_a_way_of_delivery(row: str, price: str, time: str) -> None:
    (offer,) = offers_of([Choice(group="delivery", name="delivery", label="A", row=row)], ()).deliveries

    assert (offer.price, offer.time) == (price, time)


def test_a_button_drawn_over_a_radio_is_the_same_offer() -> None:
    twins = [
        Choice(group="a", name="payment", label="Card"),
        Choice(group="b", name="payment", label="Card", checked=True),
    ]

    assert [(one.label, one.chosen) for one in offers_of(twins, ()).payments] == [("Card", True)]
