from datetime import date

import pytest

from auditor.derive.text.dates import dates_in, last_updated, months_between
from auditor.derive.text.spans import spans_in


@pytest.mark.parametrize(
    ("text", "days", "working"),
    [
        ("1–2 arkipäivää", (1, 2), True),
        ("yhden arkipäivän kuluessa", (1, 1), True),
        ("24 h", (1, 1), False),
        ("vuorokauden kuluessa", (1, 1), False),
        ("inom en vecka", (7, 7), False),
        ("2 to 4 working days", (2, 4), True),
        ("fourteen (14) days", (14, 14), False),
        ("innerhalb eines Werktages", (1, 1), True),
        ("30-day returns", (30, 30), False),
        ("kahden viikon kuluessa", (14, 14), False),
        ("ühe tööpäeva jooksul", (1, 1), True),
        ("48 timer", (2, 2), False),
    ],
)
def test_spans_are_read(text: str, days: tuple[float, float], working: bool) -> None:
    (only,) = spans_in(text)

    assert (only.days, only.working) == (days, working)


@pytest.mark.parametrize("text", ["auki 9–17", "12,90 €", "artikkeli 523/1999", "puh. 09 123 4567", "viikolla"])
def test_other_numbers_are_no_spans(text: str) -> None:
    assert list(spans_in(text)) == []


@pytest.mark.parametrize(
    "text",
    ["Päivitetty 1.3.2026", "Updated on 1 March 2026", "Last modified: March 1, 2026", "Uppdaterad 2026-03-01",
     "Stand: 1. März 2026", "Päivitetty 1. maaliskuuta 2026", "Sist oppdatert 1. mars 2026", "Uuendatud 1. märts 2026"],
)  # fmt: skip
def test_the_day_of_a_text_is_read(text: str) -> None:
    assert last_updated(text) == date(2026, 3, 1)


def test_a_date_of_something_else_is_not_the_texts() -> None:
    assert last_updated("Alusta suljettiin 20.7.2025.") is None
    assert list(dates_in("20.7.2025 ja 31.2.2025")) == [date(2025, 7, 20)]


def test_whole_months_are_counted() -> None:
    assert months_between(date(2024, 11, 23), date(2026, 11, 22)) == 23
