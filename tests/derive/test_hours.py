"""Opening hours as shops print them, and times of delivery that look alike."""

import pytest

from auditor.derive.text.hours import hours_in


@pytest.mark.parametrize(
    "text",
    [
        "ma–pe klo 9–16",
        "ma-pe 9-17",
        "arkisin klo 10.00–16.00",
        "Maanantai - Perjantai 09:00 - 17:00",
        "ark. 9–16",
        "la klo 10–14",
        "Mån–fre 9–16",
        "vardagar kl. 08:00 - 17:00",
        "vardagar mellan 9 och 16",
        "öppet 9–16 vardagar",
        "Mon–Fri 9am–5pm",
        "9am to 5pm, Monday to Friday",
        "Mo-Do 8-16 Uhr",
        "Man–fre: 08.00–16.00",
        "mandag til fredag kl. 9.00 til 16.00",
        "hverdage kl. 9-15",
        "E–R 9–17",
        "tööpäeviti 9-17",
        "Monday: 9:00 : 18:00",
    ],
)
def test_hours(text: str) -> None:
    assert list(hours_in(text)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "toimitus 2-5 arkipäivää",
        "Leverans 2-5 vardagar",
        "2–4 hverdager",
        "3-5 weekdays",
        "Lieferzeit 2–3 Werktage",
        "1–2 tööpäeva",
        "so 10-12 pieces",
        "to 2-3 days",
        "koko L 40–42",
        "L 9-16",
        "1.12.2026-15.12.2026",
    ],
)
def test_what_are_no_hours(text: str) -> None:
    assert list(hours_in(text)) == []
