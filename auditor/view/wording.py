"""Numbers, dates and filled sentences in the report's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_skeleton, format_time, get_timezone
from babel.numbers import format_decimal, format_percent

from auditor.check import one_stop
from auditor.texts import Translator
from auditor.view.names import WORDS
from auditor.view.safe import clean

__all__ = ["DASH", "Wording"]

SLOT = re.compile(r"\{(\w*)(?:![rsa])?(?::([^{}]*))?\}")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DASH = "–"
NARROW = "\u00a0"
MAX_ITEMS = 6
SECOND = 1000.0
KILOBYTE = 1024.0
MEGABYTE = KILOBYTE * KILOBYTE


@dataclass(frozen=True)
class Wording:
    """The translator with the customs of its language for figures; every method returns text for a reader."""

    t: Translator
    timezone: str = "UTC"

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with at most ``digits`` decimals."""
        return format_decimal(round(value, digits) + 0.0, format=_pattern(digits), locale=self.t.locale)

    def percent(self, share: float) -> str:
        """Return a share 0-1 as whole per cent; only a true whole is called 100 %."""
        whole = round(share, 2)
        return format_percent(0.99 if whole >= 1 > share else whole, locale=self.t.locale)

    def seconds(self, ms: float | None) -> str:
        """Return milliseconds as seconds with one decimal, or a dash."""
        return DASH if ms is None else f"{self.number(ms / SECOND, 1)}{NARROW}s"

    def milliseconds(self, ms: float | None) -> str:
        """Return milliseconds, or a dash."""
        return DASH if ms is None else f"{self.number(ms)}{NARROW}ms"

    def size(self, count: float | None) -> str:
        """Return bytes as kB or MB, or a dash."""
        if count is None:
            return DASH
        if count >= MEGABYTE:
            return f"{self.number(count / MEGABYTE, 1)}{NARROW}MB"
        return f"{self.number(count / KILOBYTE)}{NARROW}kB"

    def quoted(self, text: str) -> str:
        """Return a text in the quotation marks of the language."""
        return self.t("“{text}”", text=text)

    def day(self, when: date) -> str:
        """Return a date in words."""
        return format_date(when, "long", locale=self.t.locale)

    def moment(self, when: datetime) -> str:
        """Return date and time of day in the visitor's time zone."""
        local = self._local(when)
        time_of_day = format_time(local, "short", tzinfo=local.tzinfo, locale=self.t.locale)
        return f"{format_date(local.date(), 'long', locale=self.t.locale)}, {time_of_day}"

    def short_day(self, when: datetime) -> str:
        """Return the day of a moment in the visitor's time zone, short."""
        return format_skeleton("yMMMd", self._local(when), locale=self.t.locale)

    def signed(self, value: float, digits: int = 0) -> str:
        """Return a difference with its sign, a true minus."""
        return f"{'+' if value > 0 else '−' if value < 0 else '±'}{self.number(abs(value), digits)}"

    def _local(self, when: datetime) -> datetime:
        try:
            return when.astimezone(get_timezone(self.timezone))
        except LookupError:
            return when.astimezone(get_timezone("UTC"))

    def value(self, value: object) -> str:
        """Return a value of a result as text of the language."""
        if value is None or value == "":
            return DASH
        if isinstance(value, bool):
            return self.t("yes") if value else self.t("no")
        if isinstance(value, int | float):
            return self.number(value, 2)
        if isinstance(value, str):
            if _ISO_DAY.fullmatch(value):
                with suppress(ValueError):  # a shop's own words may look like a day
                    return self.day(date.fromisoformat(value))
            word = WORDS.get(value, value)
            return clean(self.t(word) if self.t.knows(word) else word)
        if isinstance(value, Mapping):
            told = [f"{self.value(key)}: {self.value(one)}" for key, one in value.items() if one is not None]
            return self._listed(told)
        if isinstance(value, list | tuple | set | frozenset):
            return self._listed([self.value(one) for one in value])
        return clean(str(value))

    def fill(self, template: str, data: Mapping[str, Any]) -> str:
        """Return a translated sentence with its slots filled: nothing is evaluated, and what has no data is a dash."""

        def put(slot: re.Match[str]) -> str:
            value = data.get(slot[1])
            digits = re.fullmatch(r",?\.(\d)f", slot[2] or "")
            if digits and isinstance(value, int | float):
                return self.number(value, int(digits[1]))
            return self.value(value)

        return one_stop(SLOT.sub(put, self.t(template)))

    def _listed(self, parts: list[str]) -> str:
        if not parts:
            return self.t("none")
        more = len(parts) - MAX_ITEMS
        return ", ".join(parts[:MAX_ITEMS]) + (f" (+{more})" if more > 0 else "")


def _pattern(digits: int) -> str:
    return "#,##0" + ("." + "#" * digits if digits else "")
