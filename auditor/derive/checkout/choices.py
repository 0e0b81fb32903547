"""The choices of a checkout: groups of radio buttons, those of payment in their order, those of delivery by kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.derive.text.printed_prices import sums_in
from auditor.model import Evidence, Field, PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.payways import about_delivery, about_paying, ways_of
from auditor.vocabulary.wordings import wording

__all__ = ["DeliveryOption", "PayOption", "delivery_choice", "evidence_for", "payment_choice", "radio_groups", "walked"]

NO_CREDIT, MAY_BE_CREDIT, CREDIT = 1, 2, 3
# Between what and what a kind lies; a way outside these kinds (cash, gift card, provider) says nothing of credit.
TIERS: Mapping[str, tuple[int, int]] = {
    "bank": (NO_CREDIT, NO_CREDIT),
    "card": (NO_CREDIT, MAY_BE_CREDIT),
    "mobile": (NO_CREDIT, MAY_BE_CREDIT),
    "wallet": (NO_CREDIT, MAY_BE_CREDIT),
    "invoice": (MAY_BE_CREDIT, CREDIT),
    "instalment": (MAY_BE_CREDIT, CREDIT),
}
KINDS = ("pickup_point", "home_delivery", "store_pickup", "letter", "delivery_any")
# Visits that a customer on the walk did not make.
_NOT_WALKED = frozenset({"crawl", "pages", "probe"})


@dataclass(frozen=True)
class PayOption:
    """A way to pay that can be chosen; its credit lies between ``low`` and ``high``: 1 none, 2 perhaps, 3 surely.

    Both are 0 where nothing is known of it, as of cash on delivery.
    """

    label: str
    low: int
    high: int
    field: Field


@dataclass(frozen=True)
class DeliveryOption:
    """A way of delivery that can be chosen, and whether its price and its time stand beside it."""

    said: str
    kind: str
    priced: bool
    timed: bool
    field: Field


def walked(visits: Iterable[Visit], *kinds: PageKind) -> tuple[Visit, ...]:
    """Return the visits of these kinds that the walk itself made, with its product in the cart."""
    return tuple(visit for visit in visits if visit.kind in kinds and visit.part not in _NOT_WALKED)


def radio_groups(fields: Iterable[Field]) -> tuple[tuple[Field, ...], ...]:
    """Return the radio buttons that can be seen, by group, each group in the order of the page."""
    groups: dict[tuple[str, int, str], list[Field]] = {}
    for field in fields:
        if field.type == "radio" and field.visible:
            key = (field.frame, field.form, field.name or field.above or field.heading)
            groups.setdefault(key, []).append(field)
    return tuple(tuple(sorted(group, key=_place)) for group in groups.values())


def _place(field: Field) -> tuple[float, float]:
    return (round(field.box.y / 8), field.box.x) if field.box else (0.0, 0.0)


def payment_choice(visit: Visit) -> tuple[PayOption, ...]:
    """Return the ways to pay in the order in which a page offers them as radio buttons; nothing where it does not."""
    best: tuple[PayOption, ...] = ()
    for group in radio_groups(visit.facts.fields):
        named = sum(bool(ways_of(field)) for field in group)
        told = about_paying(f"{group[0].name} {group[0].id} {group[0].above or group[0].heading}")
        if named >= (1 if told else 2) and len(group) > len(best):
            best = tuple(_pay_option(field) for field in group)
    return best


def _pay_option(field: Field) -> PayOption:
    ways = [load_vocabulary().payments[one] for one in ways_of(field, loose=True)]
    tiers = [TIERS[way.kind] for way in ways if way.kind in TIERS]
    label = " ".join(field.label.split())
    if any(way.kind == "instalment" for way in ways) and wording("says_credit").search(label):
        tiers = [(CREDIT, CREDIT) if tier == TIERS["instalment"] else tier for tier in tiers]
    if any(way.kind == "card" for way in ways) and wording("credit_card").search(label):
        tiers = [(MAY_BE_CREDIT, MAY_BE_CREDIT) if tier == TIERS["card"] else tier for tier in tiers]
    return PayOption(
        label, min((low for low, _high in tiers), default=0), max((high for _low, high in tiers), default=0), field
    )


def delivery_choice(visit: Visit) -> tuple[DeliveryOption, ...]:
    """Return the ways of delivery that a page lets a customer choose from; nothing where it does not."""
    best: tuple[DeliveryOption, ...] = ()
    for group in radio_groups(visit.facts.fields):
        options = tuple(_delivery_option(field) for field in group)
        if _about_delivery(group, options) and len(options) > len(best):
            best = options
    return best


def _about_delivery(group: tuple[Field, ...], options: tuple[DeliveryOption, ...]) -> bool:
    """Say whether a group chooses a way of delivery: by its name or heading, or because most of its rows name one."""
    told = " ".join((group[0].name, group[0].id, group[0].above or group[0].heading))
    kinds = sum(bool(one.kind) for one in options)
    if about_paying(f"{group[0].name} {group[0].id}") or sum(bool(ways_of(one)) for one in group) * 2 > len(group):
        return False
    if any(wording("not_a_delivery").search(one.label) for one in group) and not any(one.priced for one in options):
        return False
    named = about_delivery(told) and not wording("not_a_delivery").search(f"{group[0].name} {group[0].id}")
    return (named and (kinds > 0 or any(one.priced for one in options))) or (len(group) > 1 and kinds == len(group))


def _delivery_option(field: Field) -> DeliveryOption:
    label = " ".join(field.label.split())
    said = " ".join((field.row or label).split())
    kind = next((one for one in KINDS if wording(one).search(label)), "") or next(
        (one for one in KINDS if wording(one).search(said)), ""
    )
    priced = bool(sums_in(said)) or wording("free_of_charge").search(said) is not None
    return DeliveryOption(said, kind, priced, wording("when_it_comes").search(said) is not None, field)


def evidence_for(visit: Visit, field: Field | None = None, excerpt: str = "") -> Evidence:
    """Point at a page, and at a field of it."""
    said = excerpt or (" ".join((field.label or field.placeholder or field.name).split()) if field else "")
    return Evidence(
        page=visit.id, selector=field.selector if field else "", excerpt=said[:300], screenshot=visit.screenshot
    )
