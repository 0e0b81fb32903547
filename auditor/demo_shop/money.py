"""Prices and dates as a Finnish shop writes them."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["business_day_after", "decimal_euros", "euros", "finnish_date"]

SATURDAY = 5


def euros(cents: int) -> str:
    """Write cents as euros with a decimal comma and a no-break space: 2490 gives "24,90 €"."""
    return f"{cents // 100},{cents % 100:02d}\u00a0€"


def decimal_euros(cents: int) -> str:
    """Write cents as structured data wants them: 2490 gives "24.90"."""
    return f"{cents // 100}.{cents % 100:02d}"


def finnish_date(day: date) -> str:
    """Write a date as day.month.year without leading zeros."""
    return f"{day.day}.{day.month}.{day.year}"


def business_day_after(day: date, steps: int) -> date:
    """Return the day that lies the given number of working days later; holidays are not known here."""
    while steps > 0:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            steps -= 1
    return day
