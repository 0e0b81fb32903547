"""Prices as printed, read into an amount and a currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from price_parser import Price as Parsed
from pydantic import JsonValue

__all__ = ["Price", "read_amount", "read_price"]

_CURRENCIES = {
    "€": "EUR",
    "eur": "EUR",
    "kr": "SEK",
    "kr.": "DKK",
    "£": "GBP",
    "$": "USD",
    "zł": "PLN",
    ":-": "SEK",
    ",-": "NOK",
}
_KRONOR = {"SE": "SEK", "NO": "NOK", "DK": "DKK"}


@dataclass(frozen=True)
class Price:
    """An amount with its currency (ISO 4217), null where none was printed."""

    amount: float
    currency: str | None


def read_price(text: str, country: str | None = None) -> Price | None:
    """Read a printed price such as "12,90 €", "1 290 kr" or "129:-"; None where there is none."""
    parsed = Parsed.fromstring(text[:80])
    if parsed.amount is None:
        return None
    sign = (parsed.currency or "").lower()
    crowns = "kr" in text.lower() or sign in {":-", ",-"}
    currency = (
        _KRONOR.get(country or "", _CURRENCIES.get(sign)) if crowns else _CURRENCIES.get(sign, sign.upper() or None)
    )
    return Price(float(parsed.amount), currency)


def read_amount(value: JsonValue) -> float | None:
    """Read the price of structured data, which is a number or a text with a point."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(Decimal(str(value).strip().replace("\u00a0", "").replace(" ", "")))
    except InvalidOperation:
        price = read_price(str(value))
        return price.amount if price else None
