from __future__ import annotations

import pytest

from auditor.collect.journey.measures import asks_for_number, least_numbers
from auditor.model import Field


def box(**told: object) -> Field:
    return Field.model_validate({"tag": "input", "type": "number", "empty": True, **told})


@pytest.mark.parametrize(
    ("field", "asks"),
    [
        (box(), True),
        (box(empty=False), False),
        (box(type="text", inputmode="decimal"), True),
        (box(type="text", pattern="[0-9]*"), True),
        (box(type="text", label="Pituus (cm)"), True),
        (box(type="text", label="Länge in mm:"), True),
        (box(type="text", label="Text to engrave"), False),
        (box(type="text", label="Nimi kylttiin, 12 merkkiä"), False),
        (box(type="email", inputmode="numeric"), False),
    ],
)
def test_an_empty_box_for_a_number_is_told(field: Field, asks: bool) -> None:
    assert asks_for_number(field) is asks


@pytest.mark.parametrize(
    ("field", "text", "first"),
    [
        (box(least="40", placeholder="0"), "", "40"),
        (box(least="0", placeholder="30–240"), "", "30"),
        (box(least="0.5"), "", "0.5"),
        (box(label="Pituus, min. 0,5 m"), "", "0.5"),
        (box(type="text", label="Pituus, min. 0,5 m"), "", "0,5"),
        (box(), "Thickness 27 mm\nSkriv en længde mellem 40 og 240 cm.", "40"),
        (box(), "Lyhin leikattava pituus on vähintään 60 cm.", "60"),
        (box(), "Längden ska vara minst 35 cm", "35"),
        (box(), "The width must be at least 20 cm", "20"),
        (box(), "Mindestens 25 cm", "25"),
        (box(), "Bredden må være minst 15 cm", "15"),
        (box(), "Pikkus vähemalt 70 cm", "70"),
        (box(), "Free delivery for at least 50 €", "1"),
        (box(), "", "1"),
    ],
)
def test_the_least_number_that_is_demanded_is_typed_first(field: Field, text: str, first: str) -> None:
    assert least_numbers(field, text)[0] == first
