import pytest

from auditor.derive.text.printed_prices import sums_in


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Pinne 4 mm × 1 kr 119,00", (119.0,)),
        ("Mug x 2 € 5,00", (5.0,)),
        ("Muki 2 × 119,00 kr", (119.0,)),
        ("3 × 10 kr 30 kr", (10.0, 30.0)),
        ("10 kr 20 kr", (10.0, 20.0)),
        ("Pakke i postkassen koster 49 kroner.", (49.0,)),
        ("Toimitus 5 euroa", (5.0,)),
    ],
)
def test_a_price_is_told_from_the_pieces_before_it(text: str, sums: tuple[float, ...]) -> None:
    assert sums_in(text) == sums
