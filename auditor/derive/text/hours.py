"""Opening hours as shops print them: "ma–pe 9–16", "vardagar mellan 9 och 16", "9am–5pm, Monday to Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.derive.page.digest import Digest
from auditor.derive.page.structured import strings
from auditor.vocabulary.wordings import wording_pieces

__all__ = ["hours_in"]

_CLOCK = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.|h|uhr)?"
SHORT_DAY = 3


def hours_in(text: str, digest: Digest | None = None) -> Iterator[str]:
    """Yield opening hours as printed; then those of structured data."""
    day_first, times_first = _patterns()
    for hit in day_first.finditer(text):
        if _surely(hit, short=hit["day"] is not None and len(hit["day"]) < SHORT_DAY):
            yield " ".join(hit.group().split())
    for hit in times_first.finditer(text):
        if _surely(hit, short=True):  # "2–5 weekdays" is a time of delivery
            yield " ".join(hit.group().split())
    for item in digest.items if digest else ():
        yield from strings(item.get("openingHours"))


def _surely(hit: re.Match[str], *, short: bool) -> bool:
    """Bare numbers beside a short word, such as "la" or "so", are times only where something more says so."""
    return (
        not short
        or bool(hit["lead"] or hit["until"])
        or any(one in hit["times"].lower() for one in (":", ".", "m", "h"))
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    day, to = wording_pieces("weekdays"), wording_pieces("hours_to")
    # The Estonian letters of the days are one only as a range.
    until = rf"\s*(?:[-–—−]|{to})\s*"
    letters = r"[ETKNRLP]\s?[-–]\s?[ETKNRLP]"
    days = rf"(?:(?P<day>{day})\.?(?P<until>{until}(?:{day})\.?)?|(?-i:{letters}))"
    lead = rf"(?P<lead>{wording_pieces('hours_lead')})"
    times = rf"(?P<times>{_CLOCK}(?:{until}|\s:\s){_CLOCK})"
    return (
        re.compile(rf"(?<!\w){days},?\s?:?\s*(?:{lead}\s*)?{times}(?!\w|[.,]\d)", re.IGNORECASE),
        re.compile(rf"(?<![\w.,:])(?:{lead}\s*)?{times}\s?[,(]?\s?{days}(?!\w)", re.IGNORECASE),
    )
