"""What may order at once where the shop knows the visitor, and what only leads on."""

from __future__ import annotations

import pytest

from auditor.collect.journey.main_actions import main_actions
from auditor.collect.journey.may_order import may_order
from auditor.collect.page.seen import Control
from auditor.model import Box


def button(text: str, **more: object) -> Control:
    whole = {"tag": "button", "has_form": True, "box": Box(x=0, y=0, width=200, height=48)} | more
    return Control.model_validate({"index": 0, "text": text, "visible": True, "enabled": True} | whole)


ORDERS = [
    ("fi", "Lähetä tilaus"),
    ("fi", "Tilaa"),
    ("fi", "Maksa"),
    ("fi", "Viimeistele tilaus"),
    ("fi", "Jatka ja maksa"),
    ("sv", "Beställ"),
    ("sv", "Skicka order"),
    ("sv", "Gå vidare och betala"),
    ("en", "Place order"),
    ("en", "Buy now"),
    ("en", "Finalise order"),
    ("de", "Jetzt bestellen"),
    ("de", "Zahlungspflichtig bestellen"),
    ("nb", "Send ordre"),
    ("da", "Bestil"),
    ("et", "Vormista tellimus"),
]
LEADS = [
    ("fi", "Kassalle"),
    ("fi", "Siirry maksamaan"),
    ("fi", "Jatka tilaamaan"),
    ("fi", "Siirry tilaukseen →"),
    ("sv", "Till kassan"),
    ("sv", "Gå till betalning"),
    ("en", "Checkout"),
    ("en", "Proceed to payment"),
    ("de", "Zur Kasse"),
    ("de", "Weiter zur Zahlung"),
    ("nb", "Til betaling"),
    ("da", "Gå til bestilling"),
    ("et", "Edasi maksma"),
]


@pytest.mark.parametrize(("language", "text"), ORDERS)
def test_a_word_of_ordering_may_order(language: str, text: str) -> None:
    assert may_order(button(text), language)


@pytest.mark.parametrize(("language", "text"), LEADS)
def test_on_to_payment_only_leads_on(language: str, text: str) -> None:
    assert not may_order(button(text), language)


def test_a_link_to_another_page_orders_nothing() -> None:
    link = button("Tilaa", tag="a", href="https://kauppa.example/tilaa", href_raw="/tilaa")

    assert not may_order(link, "fi")
    assert may_order(button("Tilaa", tag="a", href_raw="#"), "fi")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Lähetä tilaus"),
        ("en", "Place order"),
        ("da", "Send ordre"),
        ("de", "Zahlungspflichtig bestellen"),
    ],
)
def test_what_orders_is_no_main_button_but_in_a_strangers_cart(language: str, text: str) -> None:
    assert main_actions((button(text),), language) == []
    assert [one.control.text for one in main_actions((button(text),), language, orders=True)] == [text]


def test_a_button_of_unknown_words_is_weighed() -> None:
    assert [one.control.text for one in main_actions((button("Eteenpäin vain"),), "fi")] == ["Eteenpäin vain"]
