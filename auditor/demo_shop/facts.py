"""Who runs the shop and what it promises: each fact in one place, quoted by every page."""

from __future__ import annotations

import tomllib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from auditor.demo_shop.catalog import data_file

__all__ = ["Company", "Delivery", "Facts", "Payment", "Promises", "Social", "load_facts"]


@dataclass(frozen=True)
class Company:
    """The trader; the company number is invented, but its check digit is right."""

    name: str
    legal_name: str
    business_id: str
    vat: str
    phone: str
    phone_href: str
    email: str
    street: str
    postcode: str
    city: str
    hours: str
    slogan: str
    founded: int


@dataclass(frozen=True)
class Promises:
    """What the shop promises its customers."""

    free_from_cents: int
    return_days: int
    response: str
    delivery_text: str
    delivery_days: int
    returns_are_free: bool = True


@dataclass(frozen=True)
class Delivery:
    """A way of delivery; the price is in cents with tax."""

    id: str
    name: str
    carrier: str
    cents: int
    note: str


@dataclass(frozen=True)
class Payment:
    """A way to pay; the tier is 1 no credit, 2 may be credit, 3 credit."""

    id: str
    name: str
    note: str
    tier: int


@dataclass(frozen=True)
class Social:
    """A profile in a social network."""

    name: str
    url: str


@dataclass(frozen=True)
class Facts:
    """Everything that pages quote."""

    company: Company
    promises: Promises
    deliveries: tuple[Delivery, ...]
    payments: tuple[Payment, ...]
    socials: tuple[Social, ...]

    @property
    def cheapest_delivery_cents(self) -> int:
        """The price of the cheapest delivery that is brought, in cents."""
        return min(delivery.cents for delivery in self.deliveries if delivery.cents)

    def delivery(self, wanted: str) -> Delivery:
        """Return a way of delivery by name, or the first one."""
        return next((delivery for delivery in self.deliveries if delivery.id == wanted), self.deliveries[0])


def load_facts(faults: AbstractSet[str]) -> Facts:
    """Read the facts of the shop, bent by the faults that concern them."""
    raw = tomllib.loads(data_file("company.toml").read_text(encoding="utf-8"))
    return Facts(
        Company(**raw["company"]),
        _promises(raw["promises"], faults),
        _deliveries(raw["delivery"], faults),
        _payments(raw["payment"], faults),
        _socials(raw["social"], faults),
    )


def _socials(rows: list[dict[str, Any]], faults: AbstractSet[str]) -> tuple[Social, ...]:
    if "social-presence" in faults:
        return (
            Social("Facebook", "https://www.facebook.com/shopify"),
            Social("Instagram", "https://www.instagram.com/"),
            Social("X", "https://twitter.com/#"),
        )
    return tuple(Social(**row) for row in rows)


def _promises(row: dict[str, Any], faults: AbstractSet[str]) -> Promises:
    promises = Promises(**row)
    if "response-promise" in faults:
        promises = replace(promises, response="Vastaamme viestiin 5–10 arkipäivän kuluessa")
    if "returns-portal" in faults:
        promises = replace(promises, returns_are_free=False)
    return promises


def _deliveries(rows: list[dict[str, Any]], faults: AbstractSet[str]) -> tuple[Delivery, ...]:
    deliveries = tuple(Delivery(**row) for row in rows)
    if "delivery-options" in faults:
        return tuple(replace(delivery, carrier="") for delivery in deliveries if delivery.id == "koti")
    return deliveries


def _payments(rows: list[dict[str, Any]], faults: AbstractSet[str]) -> tuple[Payment, ...]:
    payments = tuple(Payment(**row) for row in rows)
    if "payment-names-current" in faults:
        closed = (
            Payment("pivo", "Pivo", "Maksa Pivo-sovelluksella", 2),
            Payment("masterpass", "Masterpass", "Masterpass ja Visa Electron", 2),
        )
        payments = (*payments[:-1], *closed, payments[-1])
    if "payment-methods" in faults:
        payments = tuple(payment for payment in payments if payment.id in {"kortti", "lasku"})
    if "payment-order-no-credit" in faults:
        payments = tuple(sorted(payments, key=lambda payment: -payment.tier))
    return payments
