"""Spans of time as texts print them: "1–2 arkipäivää", "24 h", "inom en vecka", with their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["Span", "spans_in"]

HOURS, DAYS, WEEKS, MONTHS = "hour", "day", "week", "month"
_UNITS = {"unit_hour": HOURS, "unit_working_day": DAYS, "unit_day": DAYS, "unit_week": WEEKS, "unit_month": MONTHS}
_DAYS = {HOURS: 1 / 24, DAYS: 1, WEEKS: 7, MONTHS: 30}
_WORDED = (1, 2, 3, 4, 5, 7, 14, 30)


@dataclass(frozen=True)
class Span:
    """From ``low`` to ``high`` units, equal where one number was printed; ``text`` is what was printed."""

    low: float
    high: float
    unit: str
    working: bool
    text: str
    start: int
    end: int

    @property
    def days(self) -> tuple[float, float]:
        """The span in days; hours are parts of a day, a month has thirty."""
        factor = _DAYS[self.unit]
        return self.low * factor, self.high * factor


def spans_in(text: str) -> Iterator[Span]:
    """Yield the spans of time of a sentence: in numbers, in words up to five, and "within the day"."""
    end = 0
    for hit in _pattern().finditer(text):
        low = _number(hit["low"])
        high = _number(hit["high"]) if hit["high"] else low
        name = next(name for name in _UNITS if hit[name])
        if high >= low:
            printed = " ".join(hit.group().replace(")", "").split())
            yield Span(low, high, _UNITS[name], name == "unit_working_day", printed, hit.start(), hit.end())
            end = hit.end()
    for hit in wording("within_one").finditer(text, end):
        yield Span(1, 1, DAYS, bool(hit["working_one"]), hit.group(), hit.start(), hit.end())


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(wording_pieces(f"number_{number}") for number in _WORDED)
    number = rf"(?:\d{{1,3}}|(?:{words})(?!\w))"
    signs = "|".join(re.escape(sign) if len(sign) == 1 else rf"{sign}\b" for sign in _pieces("range_signs"))
    units = "|".join(rf"(?P<{name}>(?:{wording_pieces(name)}))" for name in _UNITS)
    return re.compile(
        rf"(?<![\w,.:/–-])(?P<low>{number})\)?(?:\s*(?:{signs})\s*(?P<high>{number}))?\s*-?\s*(?:{units})(?!\w)",
        re.IGNORECASE,
    )


def _pieces(name: str) -> list[str]:
    return wording_pieces(name).split("|")


def _number(text: str) -> float:
    if text.isdigit():
        return float(text)
    return float(next(number for number in _WORDED if _worded(number).fullmatch(text)))


@cache
def _worded(number: int) -> re.Pattern[str]:
    return re.compile(wording_pieces(f"number_{number}"), re.IGNORECASE)
