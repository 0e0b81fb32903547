"""Ways to pay: what a checkout's choices say."""

import pytest

from auditor.derive.checkout.payments import offered_methods, pictured_methods
from auditor.derive.page.digest import read_digest
from auditor.model import Field


def radio(label: str, *, name: str = "b", heading: str = "", form: int = 0) -> Field:
    return Field(tag="input", type="radio", name=name, label=label, heading=heading, form=form)


@pytest.mark.parametrize(
    ("labels", "ways"),
    [
        (["Klarna", "Swish", "Kort"], ("klarna", "swish", "card")),
        (["PayPal", "Lastschrift", "Rechnung"], ("paypal", "direct-debit", "invoice")),
        (["Hem", "Ombud", "Kort"], ()),
    ],
)
def test_a_loose_word_means_paying_beside_a_sure_one(labels: list[str], ways: tuple[str, ...]) -> None:
    assert offered_methods([radio(label) for label in labels], []) == ways


def test_a_sure_way_in_one_group_says_nothing_of_another() -> None:
    fields = [radio("Swish"), radio("Kort", name="delivery"), radio("Kort", form=1)]

    assert offered_methods(fields, []) == ("swish",)


def test_a_loose_word_counts_under_a_heading_of_paying() -> None:
    assert offered_methods([radio("Kort", heading="Betalning")], []) == ("card",)


def select(*options: str, label: str = "") -> Field:
    return Field(tag="select", type="select", name="z", label=label, options=options)


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("Visa varukorgen", ()),
        ("Visa mer", ()),
        ("Visa lösenord", ()),
        ("Visa", ()),
        ("Visa, Mastercard", ("card",)),
        ("Betala med Visa eller Mastercard", ("card",)),
        ("Visa alla sätt att betala med Swish", ("swish",)),
        ("Payment by card on the next page.", ("card",)),
        ("Betalning med kort eller faktura", ("invoice", "card")),
        ("Zahlung per Rechnung", ("invoice",)),
        ("Have you got a gift card?", ()),
        ("Lahjakortti tai alennuskoodi", ()),
        ("Add a card with your greetings", ()),
    ],
)
def test_lines_of_a_checkout(line: str, ways: tuple[str, ...]) -> None:
    assert offered_methods([], [line]) == ways


def test_a_list_of_ways_to_pay_is_known_by_its_entries() -> None:
    nameless = select("Vorkasse (Überweisung)", "Nachnahme", "Rechnung")
    countries = select("Finland", "Sverige", "Rechnung")

    assert offered_methods([nameless], []) == ("bank-transfer", "cod", "invoice")
    assert offered_methods([countries], []) == ()


def test_a_brand_is_a_way_to_pay_under_any_heading_and_cash_is_not() -> None:
    fields = [radio("Betalingskort", heading="Kontakt og levering"), radio("MobilePay", heading="Kontakt og levering")]

    assert offered_methods(fields, []) == ("card", "mobilepay")
    assert offered_methods([radio("Postförskott", heading="Leverans")], []) == ()


def test_the_heading_right_above_says_more_than_that_of_the_whole_form() -> None:
    field = Field(tag="input", type="radio", name="p", label="Kort", heading="Leverans", above="Betalning")

    assert offered_methods([field], []) == ("card",)


@pytest.mark.parametrize(
    ("body", "ways"),
    [
        ('<svg aria-labelledby="pi-visa"></svg><svg aria-labelledby="pi-master"></svg>', ("visa", "mastercard")),
        ('<svg><use href="/sprite.svg#pi-mastercard"></use></svg>', ("mastercard",)),
        ('<svg><use xlink:href="#icon-paypal"/></svg>', ("paypal",)),
        ('<svg role="img" aria-labelledby="pi-visa"><title id="pi-visa">Visa</title></svg>', ("visa",)),
        ('<svg class="payment-icon payment-icon--swish"></svg>', ("swish",)),
        ('<i class="fab fa-cc-mastercard"></i><i class="pf pf-visa"></i>', ("mastercard", "visa")),
        ('<div class="payment-icon payment-icon-vipps"></div>', ("vipps",)),
        ('<span class="icon icon-klarna"></span><a class="trustly-logo"></a>', ("klarna", "trustly")),
        ('<li class="visa"></li><li class="mobilepay"></li>', ("visa", "mobilepay")),
        ('<span title="Visa"><svg></svg></span><span title="Swish"><svg></svg></span>', ("visa", "swish")),
        ('<picture><source srcset="/pay/visa.webp 2x"><img src="data:x"></picture>', ("visa",)),
        ('<img data-src="/pay/mastercard_logo.webp">', ("mastercard",)),
        (
            '<img src="x.png" alt="Maksutavat: Visa, Mastercard, MobilePay ja verkkopankit">',
            ("visa", "mastercard", "mobilepay"),
        ),
        ("<footer><p>Visa · Mastercard · Klarna</p></footer>", ("visa", "mastercard", "klarna")),
    ],
)
def test_logos_in_many_kinds_of_markup(body: str, ways: tuple[str, ...]) -> None:
    assert pictured_methods([], [read_digest(f"<body>{body}</body>", "https://a.example/")]) == ways


@pytest.mark.parametrize(
    "body",
    [
        "<span>Visa alla</span><li>Visa mer</li><li>Visa</li>",
        '<img alt="Visa större bild" src="/visa-detaljer.jpg">',
        '<img src="/goods/visa-korthallare.jpg" alt="Visa korthållare">',
        '<i class="table-stripe"></i><span class="klarna-placement"></span>',
        "<span>Swisha presentkort</span>",
    ],
)
def test_pictures_that_are_no_payment_logos(body: str) -> None:
    assert pictured_methods([], [read_digest(f"<body>{body}</body>", "https://a.example/")]) == ()
