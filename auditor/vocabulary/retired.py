"""Names of ways to pay that are used no more, from one dated table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from auditor.vocabulary.tables import read_table

__all__ = ["Retired", "retired_names"]


@dataclass(frozen=True)
class Retired:
    """A name that is used no more since ``until``; ``now`` is what came instead."""

    name: str
    words: re.Pattern[str]
    logos: re.Pattern[str]
    until: date
    now: str
    countries: tuple[str, ...] = ()


def retired_names(country: str | None, day: date) -> tuple[Retired, ...]:
    """Return the names that are used no more in a country on a day; some names only some countries gave up."""
    return tuple(one for one in _table() if one.until < day and (not one.countries or country in one.countries))


@cache
def _table() -> tuple[Retired, ...]:
    raw = read_table("retired.yaml")
    return tuple(
        Retired(
            name=name,
            words=_pattern(row["words"]),
            logos=_pattern(row["logos"]),
            until=row["until"],
            now=row["now"],
            countries=tuple(row.get("countries", ())),
        )
        for name, row in raw.items()
    )


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, words))})(?![a-z])", re.IGNORECASE)
