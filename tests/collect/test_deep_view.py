"""How a view behind the door is written down: what it asks, and why nothing more may be sent from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.collect.journey.deep_view import DeepView
from auditor.collect.journey.door_reading import DoorReading
from auditor.collect.page.seen import Control
from auditor.model import Box, DeepEnd, Field, PaymentOffer

NOTHING = DeepView(
    reading=DoorReading((), (), (), None, login_words=False),
    fields=(),
    payments=(),
    payment_input=False,
    deliveries=(),
    delivery_groups=frozenset(),
    order_button=None,
    rows=(),
    messages=(),
    invalid=0,
    headings=(),
    known=frozenset(),
)
BOX = Box(x=0, y=0, width=10, height=10)


def radio(name: str, label: str) -> Field:
    return Field(tag="input", type="radio", name=name, label=label, form=0)


def button(*, enabled: bool) -> Control:
    return Control(index=0, tag="button", text="Tilaa ja maksa", box=BOX, visible=True, enabled=enabled)


def test_a_group_of_choices_is_one_question() -> None:
    fields = (
        radio("title", "Mr."),
        radio("title", "Mrs."),
        radio("carrier", "Posti"),
        radio("carrier", "Nouto"),
        radio("method", "Kortti"),
        Field(tag="input", type="email", name="email", form=0),
    )
    view = replace(
        NOTHING, fields=fields, delivery_groups=frozenset({"carrier"}), payments=(PaymentOffer(label="Kortti"),)
    )

    assert view.step("https://kauppa.example/kassa", (), ()).asked == ("Mr.", "delivery", "payment", "email")


def test_the_signs_of_icon_fonts_are_no_label() -> None:
    view = replace(NOTHING, fields=(Field(tag="input", type="checkbox", label="\ue5ca Privacy", form=0),))

    assert view.step("https://kauppa.example/kassa", (), ()).asked == ("Privacy",)


@pytest.mark.parametrize(
    ("view", "end"),
    [
        (NOTHING, None),
        (replace(NOTHING, payments=(PaymentOffer(label="Kortti"),)), DeepEnd.PAYMENT_SEEN),
        (replace(NOTHING, payment_input=True), DeepEnd.PAYMENT_SEEN),
        (replace(NOTHING, order_button=button(enabled=True)), DeepEnd.ORDER_BUTTON_SEEN),
        (replace(NOTHING, order_button=button(enabled=False)), None),
    ],
)
def test_nothing_is_sent_once_payment_or_an_order_button_is_seen(view: DeepView, end: DeepEnd | None) -> None:
    assert view.end == end


def test_the_last_line_of_a_kind_counts() -> None:
    rows = (("Basket total", "€30.00"), ("Total", "€30.00"), ("Shipping", "€5.00"), ("Order total", "€35.00"))

    step = replace(NOTHING, rows=rows).step("https://kauppa.example/kassa", (), ())

    assert (step.subtotal, step.delivery_cost, step.total) == ("€30.00", "€5.00", "€35.00")
