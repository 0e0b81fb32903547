import pytest

from auditor.collect.journey.legs import orders_by_name


@pytest.mark.parametrize(
    ("said", "language", "orders"),
    [
        ("Telli", "et", True),
        ("Maksa ja tilaa", "fi", True),
        ("Place order", "en", True),
        ("Telli külalisena", "et", False),
        ("Tilaa vieraana", "fi", False),
        ("Order as a guest", "en", False),
    ],
)
def test_to_order_as_a_guest_is_no_order_yet(said: str, language: str, orders: bool) -> None:
    assert orders_by_name(said, language) is orders
