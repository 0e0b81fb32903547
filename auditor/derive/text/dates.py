"""Dates that a page prints of itself: when its text was last changed, or holds from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import Locale

from auditor.vocabulary.wordings import wording_pieces

__all__ = ["dates_in", "last_updated", "months_between"]

_LOCALES = ("fi", "sv", "en", "de", "nb", "da", "et")
_FIGURES = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](20\d\d)(?!\d)|(?<!\d)(20\d\d)-(\d{2})-(\d{2})(?!\d)")
_YEARS = range(2000, 2100)
NEAR = 40


def last_updated(text: str) -> date | None:
    """Return the latest date that stands behind a word such as "updated" or "in force"; None without one."""
    near = (text[hit.end() : hit.end() + NEAR] for hit in _updated().finditer(text))
    return max((one for piece in near for one in dates_in(piece)), default=None)


def dates_in(text: str) -> Iterator[date]:
    """Yield the dates of a text: 1.3.2026, 2026-03-01, and days with the month in words."""
    for hit in _FIGURES.finditer(text):
        parts = (hit[3], hit[2], hit[1]) if hit[1] else (hit[4], hit[5], hit[6])
        found = _date(int(parts[0]), int(parts[1]), int(parts[2]))
        if found:
            yield found
    names = _months()
    for hit in _worded().finditer(text):
        day, month, year = hit["day"] or hit["day2"], hit["month"] or hit["month2"], hit["year"] or hit["year2"]
        found = _date(int(year), names[month.lower()], int(day or 1))
        if found:
            yield found


def months_between(earlier: date, later: date) -> int:
    """Count the whole months from one day to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording_pieces('updated_word')})", re.IGNORECASE)


@cache
def _months() -> dict[str, int]:
    """Return the names of months in all languages; Finnish ones also as they stand in dates."""
    return {
        name.lower().rstrip("."): number
        for code in _LOCALES
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in Locale.parse(code).months[context][width].items()
    }


@cache
def _worded() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(name) for name in _months()), key=len, reverse=True))
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<month>{names})\.?,?\s(?P<year>20\d\d)"
        rf"|\b(?P<month2>{names})\.?\s(?:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s)?(?P<year2>20\d\d)",
        re.IGNORECASE,
    )
