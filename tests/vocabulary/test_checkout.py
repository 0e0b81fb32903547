"""The words of checkout behind its door: which button may order, what demands an account, which line is which sum."""

import pytest

from auditor.vocabulary.checkout import is_refresh, messages, says

LEADS = (
    ["Continue", "Next", "Continue to shipping", "Continue to delivery", "Next: Payment method", "Save and continue"],
    ["Jatka", "Seuraava", "Jatka toimitukseen", "Jatka maksutapaan", "Valitse maksutapa", "Vahvista osoite"],
    ["Fortsätt", "Nästa", "Fortsätt till leverans", "Fortsätt till betalsätt", "Gå vidare"],
    ["Weiter", "Weiter zum Versand", "Weiter zur Zahlungsart", "Fortsett", "Fortsett til betalingsmåte", "Videre"],
    ["Fortsæt", "Fortsæt til levering", "Jätka", "Edasi", "Edasi makseviisi juurde"],
)
MAY_ORDER = (
    [
        "Continue to payment",
        "Pay now",
        "Place order",
        "Complete purchase",
        "Buy now",
        "Continue and pay",
        "Review order",
    ],
    ["Jatka maksamaan", "Siirry maksuun", "Jatka ja maksa", "Tilaa", "Vahvista tilaus", "Osta nyt", "Viimeistele osto"],
    ["Fortsätt till betalning", "Betala", "Slutför köp", "Beställ", "Weiter zur Zahlung", "Jetzt kaufen", "Bestellen"],
    [
        "Til betaling",
        "Bestill",
        "Fullfør kjøp",
        "Bestil nu",
        "Gennemfør køb",
        "Edasi maksma",
        "Telli",
        "Esita tellimus",
    ],
)


@pytest.mark.parametrize("label", [label for labels in LEADS for label in labels])
def test_a_button_that_only_leads_on_is_no_order(label: str) -> None:
    assert not says("may_order", label)


@pytest.mark.parametrize("label", [label for labels in MAY_ORDER for label in labels])
def test_a_button_that_may_order_or_pay_is_known_as_one(label: str) -> None:
    assert says("may_order", label)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Subtotal", "subtotal"),
        ("Välisumma", "subtotal"),
        ("Basket total", "subtotal"),
        ("Kori yhteensä", "subtotal"),
        ("Shipping", "delivery"),
        ("Ilmainen lähetys", "delivery"),
        ("Toimituskulut", "delivery"),
        ("Total (tax incl.)", "total"),
        ("Yhteensä", "total"),
        ("Tilauksen kokonaissumma", "total"),
        ("Payment due", "total"),
        ("Summa", "total"),
        ("Total tax", "other_cost"),
        ("Alennus", "other_cost"),
        ("Villasukat Aino", ""),
    ],
)
def test_a_line_of_the_sums_is_told_by_its_words(label: str, kind: str) -> None:
    said = (one for one in ("subtotal", "delivery", "total", "other_cost") if says(one, label))

    assert next(said, "") == kind


@pytest.mark.parametrize(
    "target", ["/?wc-ajax=checkout", "/checkout/address", "/orders", "/wc/store/v1/checkout", "/kassa/osoite"]
)
def test_what_saves_or_orders_is_no_refresh(target: str) -> None:
    assert not is_refresh(target)


def test_places_of_messages_are_listed_once() -> None:
    assert len(set(messages())) == len(messages())
