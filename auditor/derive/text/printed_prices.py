"""Prices as they stand in running text, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.derive.text.prices import read_price

__all__ = ["PRICE", "Printed", "printed_prices", "same_amount", "sums_in"]

MAX_FOUND = 200
CENT = 0.011
_SIGN = r"(?:€|eur\b|kr\b\.?|kron(?:or|er)\b|euro[at]?\b|sek\b|nok\b|dkk\b|£|gbp\b|\$|usd\b|chf\b|zł|kč|[:,]-)"
_AMOUNT = r"(?:\d{1,3}(?:[ .,\u00a0\u202f'’]\d{3})+(?!\d)(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
# The pieces before a price whose sign stands in front: "Mug × 1 kr 119,00".
_PIECES = rf"(?:(?<=×)|(?<=×\s)|(?<=\bx\s))\d{{1,3}}\s{_SIGN}\s?{_AMOUNT}(?![\d.,]|\s?{_SIGN})"
PRICE = re.compile(rf"(?<![\d.,])(?:(?!{_PIECES}){_AMOUNT}\s?{_SIGN}|{_SIGN}\s?{_AMOUNT}(?:,-)?)", re.IGNORECASE)


@dataclass(frozen=True)
class Printed:
    """A price in a text: its amount, where it begins and ends, and how it is printed."""

    amount: float
    start: int
    end: int
    text: str


def printed_prices(text: str, country: str | None = None) -> tuple[Printed, ...]:
    """Return the prices of a text in their order; a number without a currency is none."""
    found: list[Printed] = []
    for hit in PRICE.finditer(text):
        price = read_price(hit[0], country)
        if price is not None:
            found.append(Printed(price.amount, hit.start(), hit.end(), hit[0].strip()))
        if len(found) >= MAX_FOUND:
            break
    return tuple(found)


def same_amount(first: float, second: float) -> bool:
    """Say whether two amounts are equal but for a rounded cent."""
    return abs(first - second) < CENT


def sums_in(text: str) -> tuple[float, ...]:
    """Return the amounts alone of the prices of a text, in its order."""
    return tuple(one.amount for one in printed_prices(text))
