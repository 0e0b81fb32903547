"""Duties of law by country and day, from one dated table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from auditor.vocabulary.tables import read_table

__all__ = ["Duty", "duty_of"]

FOREVER = date.max


@dataclass(frozen=True)
class Duty:
    """A duty as one country has it; ``more`` holds what its check needs besides."""

    name: str
    country: str
    since: date
    law: str
    until: date = FOREVER
    more: Mapping[str, Any] = field(default_factory=dict)


def duty_of(name: str, country: str | None, day: date) -> Duty | None:
    """Return the duty that holds in a country on a day, its own before that of the EU or the EEA; None without one.

    Raises KeyError for a duty that the table does not have.
    """
    table: Mapping[str, Any] = _table()[name]
    places = (country, *_areas(country)) if country else ()
    raw = next((table[area] for area in places if area in table), None)
    if raw is None or not raw["since"] <= day <= raw.get("until", FOREVER):
        return None
    known = {key: raw[key] for key in ("since", "law", "until") if key in raw}
    more = {key: value for key, value in raw.items() if key not in known}
    return Duty(name=name, country=country or "", **known, more=more)


def _areas(country: str | None) -> tuple[str, ...]:
    return tuple(area for area, members in _table()["areas"].items() if country in members)


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = read_table("duties.yaml")
    return table
