"""Parts the choices of a step behind the door into ways to pay and ways of delivery, with their prices and times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from auditor.model import DeliveryOffer, Field, PaymentOffer
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.checkout import pieces, says
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.payways import about_delivery, ways_named, ways_of
from auditor.vocabulary.wordings import wording

__all__ = ["Choice", "Offers", "offers_of"]

_Offer = TypeVar("_Offer", PaymentOffer, DeliveryOffer)
# A billing address is often called a payment address.
_ADDRESS = re.compile(r"[\w-]*address[\w-]*", re.IGNORECASE)


class Choice(BaseModel):
    """A radio button with the words around it, as the page script reads it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    group: str
    name: str = ""
    label: str = ""
    row: str = ""
    heading: str = ""
    about: str = ""
    checked: bool = False

    @property
    def said(self) -> str:
        """Give its label, or else the words of its row."""
        return self.label or self.row


@dataclass(frozen=True)
class Offers:
    """Ways to pay and of delivery in the page's own order; ``groups`` are the names of the groups of deliveries."""

    payments: tuple[PaymentOffer, ...]
    deliveries: tuple[DeliveryOffer, ...]
    groups: frozenset[str]


def offers_of(choices: Iterable[Choice], fields: tuple[Field, ...]) -> Offers:
    """Part groups of choices into ways to pay and ways of delivery, selects as well; other groups are neither."""
    payments: list[Choice] = []
    deliveries: list[Choice] = []
    groups: dict[str, list[Choice]] = {}
    for one in choices:
        if one.said:
            groups.setdefault(one.group, []).append(one)
    for members in groups.values():
        if _is_payment(members):
            payments += members
        elif _is_delivery(members):
            deliveries += members
    return Offers(
        payments=_each_once((*map(_payment, payments), *_framed(fields), *_payment_selects(fields))),
        deliveries=_each_once((*map(_delivery, deliveries), *_delivery_selects(fields))),
        groups=frozenset(one.group for one in deliveries),
    )


def _each_once(offers: tuple[_Offer, ...]) -> tuple[_Offer, ...]:
    """Leave out the twin of an offer: some pages draw a button of their own over each radio button."""
    found: dict[str, _Offer] = {}
    for one in offers:
        known = found.setdefault(one.label, one)
        if one.chosen and not known.chosen:
            found[one.label] = one
    return tuple(found.values())


def _is_payment(members: list[Choice]) -> bool:
    technical = _ADDRESS.sub(" ", " ".join(f"{one.name} {one.heading}" for one in members))
    names_ways = any(ways_named(one.said) for one in members)
    if about_delivery(technical):
        return names_ways and says("payment_choice", " ".join(one.name for one in members))
    return (
        names_ways
        or says("payment_choice", technical)
        or any("payment" in _ADDRESS.sub(" ", one.about.lower()) for one in members)
    )


def _is_delivery(members: list[Choice]) -> bool:
    if any(says("about_address", one.said) for one in members):
        return False
    technical = " ".join(f"{one.name} {one.heading} {one.about}" for one in members)
    words = load_vocabulary()
    return about_delivery(technical) or any(
        words.mentions("pickup", one.row) or about_delivery(one.label) for one in members
    )


def _payment(one: Choice) -> PaymentOffer:
    return PaymentOffer(label=one.said[:120], ways=ways_named(one.said, loose=True), chosen=one.checked)


def _delivery(one: Choice) -> DeliveryOffer:
    said = one.row if len(one.row) >= len(one.label) else one.label
    price, time = _price().search(said), wording("days_from_to").search(said)
    return DeliveryOffer(
        label=(one.said)[:160],
        price=price[0].strip() if price else "",
        time=time[0] if time else "",
        chosen=one.checked,
    )


def _framed(fields: Iterable[Field]) -> Iterator[PaymentOffer]:
    """Read the ways to pay that lie in a frame, which the page's own choices leave out."""
    for one in fields:
        if one.frame and one.visible and one.type == "radio" and (ways := ways_of(one)):
            yield PaymentOffer(label=one.label[:120], ways=ways, chosen=one.checked)


def _payment_selects(fields: Iterable[Field]) -> tuple[PaymentOffer, ...]:
    asked = [f for f in fields if f.tag == "select" and f.visible]
    paying = [f for f in asked if says("payment_choice", f"{f.name} {f.label}") and purpose_of(f) is Purpose.OTHER]
    return tuple(
        PaymentOffer(label=option, ways=ways)
        for f in paying
        for option in f.options
        if (ways := ways_named(option, loose=True))
    )


def _delivery_selects(fields: Iterable[Field]) -> tuple[DeliveryOffer, ...]:
    asked = [f for f in fields if f.tag == "select" and f.visible]
    return tuple(
        DeliveryOffer(label=option[:160], price=price[0].strip())
        for f in asked
        if about_delivery(f"{f.name} {f.label}")
        for option in f.options
        if (price := _price().search(option))
    )


@cache
def _price() -> re.Pattern[str]:
    amount = r"\d{1,3}(?:[ .\u00a0\u202f'’]\d{3})*(?:[.,]\d{1,2})?"
    sign = r"(?:€|eur\b|kr\b\.?|sek\b|nok\b|dkk\b|£|gbp\b|\$|usd\b|:-|,-)"
    return re.compile(rf"{sign}\s?{amount}|{amount}\s?{sign}|\b(?:{pieces('free')})(?!\w|\s*\d)", re.IGNORECASE)
