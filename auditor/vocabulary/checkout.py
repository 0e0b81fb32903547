"""What is known of checkouts behind their door: harmless requests, words, where errors stand, made-up customers.

Telephone numbers come from ranges that nobody has, where a country keeps one: Sweden 070-1740605 to 699 (PTS), Germany
0152 28817386 (Bundesnetzagentur, Mitteilung 148/2021), the United Kingdom 07700 900000 to 999 (Ofcom), North America
555-0100 to 0199 (NANPA). For Finland, Norway, Denmark and Estonia none is known: their numbers end in zeros.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from auditor.vocabulary.tables import read_table

__all__ = [
    "EMAIL",
    "Customer",
    "customer_of",
    "is_address_operation",
    "is_envelope",
    "is_refresh",
    "messages",
    "pieces",
    "says",
]

# The top-level name "invalid" never exists (RFC 2606).
EMAIL = "cx-audit.test@example.invalid"
FALLBACK = "GB"


@dataclass(frozen=True)
class Customer:
    """A made-up customer of one country; ``phone`` is the national number, ``dial`` the country's own code."""

    country: str
    given: str
    family: str
    street: str
    number: str
    postcode: str
    city: str
    regions: tuple[str, ...]
    phone: str
    dial: str
    number_first: bool = False

    @property
    def name(self) -> str:
        """Give both names."""
        return f"{self.given} {self.family}"

    @property
    def address(self) -> str:
        """Give street and number in the order of the country."""
        return f"{self.number} {self.street}" if self.number_first else f"{self.street} {self.number}"


def customer_of(country: str | None) -> Customer:
    """Return the customer of a country (ISO 3166); for a country without one that of the United Kingdom."""
    known = _customers()
    return known.get(country or "", known[FALLBACK])


def is_refresh(target: str, operation: str = "") -> bool:
    """Say whether a request only works out delivery prices or totals anew: by path and query, or by its operation."""
    return operation in _data()["refresh_operations"] or _pattern("refreshes").search(target) is not None


def is_envelope(target: str) -> bool:
    """Say whether a request only carries other requests."""
    return _pattern("envelopes").search(target) is not None


def is_address_operation(operation: str) -> bool:
    """Say whether an operation of GraphQL only sets a guest's address, delivery or e-mail."""
    return operation in _data()["address_operations"]


def messages() -> tuple[str, ...]:
    """Return the CSS selectors of places where a page says what is wrong with a form."""
    return tuple(_data()["messages"])


def says(name: str, text: str) -> bool:
    """Say whether a text holds a wording; raises KeyError for one that is not listed."""
    return _words(name).search(text) is not None


def pieces(name: str) -> str:
    """Return a wording as an alternation, to build into a longer pattern."""
    return "|".join(_data()["words"][name])


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(pieces(name), re.IGNORECASE)


@cache
def _customers() -> Mapping[str, Customer]:
    known = _data()["customers"].items()
    return {code: Customer(country=code, **{**raw, "regions": tuple(raw["regions"])}) for code, raw in known}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[name]), re.IGNORECASE)


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = read_table("checkout.yaml")
    return data
