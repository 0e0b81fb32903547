"""What a view of the checkout demands, and what had been said before it."""

from __future__ import annotations

import pytest

from auditor.collect.journey.door_reading import DoorReading, is_strong, read_door
from auditor.collect.page.seen import Seen, View
from auditor.model import Box, Field

VIEW = View(width=1280, height=800, page_height=800, page_width=1280)
E_MAIL = Field(tag="input", type="email", name="email", label="E-mail", box=Box(x=0, y=0, width=200, height=30))


def read(text: str, said: str = "", *fields: Field, language: str = "en") -> DoorReading:
    return read_door(Seen(url="https://kauppa.example/kassa", text=text, view=VIEW), fields, language, said=said)


@pytest.mark.parametrize(
    "sentence",
    [
        "Log in to check out faster",
        "Kirjaudu tilataksesi nopeammin",
        "Logga in för att handla snabbare",
    ],
)
def test_a_sentence_of_the_cart_demands_nothing(sentence: str) -> None:
    cart = f"Cart\nMug 12.00 €\n{sentence}\nTotal 12.00 €"

    again = read(cart.upper(), cart)

    assert (again.demanded, again.is_door, is_strong(again)) == ("", False, False)


@pytest.mark.parametrize(
    "sentence", ["You must be logged in to check out.", "Sinun täytyy kirjautua ensin.", "Du måste logga in först."]
)
def test_a_sentence_that_comes_with_the_press_is_a_door(sentence: str) -> None:
    came = read(f"Cart\nLog in to check out faster\n{sentence}", "Cart\nLog in to check out faster")

    assert came.demanded
    assert came.is_door
    assert is_strong(came)


def test_beside_a_form_the_same_holds() -> None:
    told = "You cannot order without an account."

    assert read(told, "", E_MAIL).demanded
    assert not read(told, told, E_MAIL).demanded
