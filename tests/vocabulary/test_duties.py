from datetime import date

import pytest

from auditor.vocabulary.duties import duty_of

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "country", "day", "there"),
    [
        ("payment_order", "FI", TODAY, True),
        ("payment_order", "FI", date(2023, 9, 30), False),
        ("payment_order", "SE", date(2023, 9, 30), True),
        ("payment_order", "DE", TODAY, False),
        ("payment_order", None, TODAY, False),
        ("order_button", "EE", TODAY, True),
        ("order_button", "NO", TODAY, True),
        ("order_button", "US", TODAY, False),
        ("order_button", "GB", TODAY, False),
    ],
)
def test_a_duty_holds_in_its_countries_from_its_day_on(name: str, country: str | None, day: date, there: bool) -> None:
    assert (duty_of(name, country, day) is not None) is there


def test_a_duty_names_its_law() -> None:
    duty = duty_of("order_button", "FI", TODAY)

    assert duty is not None
    assert "8(2)" in duty.law


def test_an_unknown_duty_is_an_error() -> None:
    with pytest.raises(KeyError):
        duty_of("no-such-duty", "FI", TODAY)
