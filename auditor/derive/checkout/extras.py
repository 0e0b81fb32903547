"""Boxes that are ticked before the customer came: what each would cost or allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from auditor.derive.checkout.own_choices import chosen_by_walk
from auditor.derive.text.printed_prices import sums_in
from auditor.model import DeepCheckout, Field, Journey, PageKind, Visit
from auditor.vocabulary.denied import denied
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["Ticked", "TickedFor", "ticked_boxes", "ticked_later"]

LONGEST_LABEL = 160


class TickedFor(StrEnum):
    """What a ticked box stands for."""

    PAID = "paid"
    MARKETING = "marketing"
    TERMS = "terms"


@dataclass(frozen=True)
class Ticked:
    """A box that is ticked beforehand, on a page."""

    stands_for: TickedFor
    said: str
    field: Field
    visit: Visit


def ticked_boxes(visits: Iterable[Visit], goods: str = "", journey: Journey | None = None) -> tuple[Ticked, ...]:
    """Return the boxes that are ticked beforehand and cost or allow something, each once.

    ``goods`` is the name of what is bought: a box that chooses a line of the cart is no extra. Nor is one that the walk
    of this ``journey`` ticked itself.
    """
    found: dict[str, Ticked] = {}
    for visit in visits:
        for one in _on(visit, goods.lower(), journey):
            found.setdefault(" ".join(one.said.lower().split()), one)
    return tuple(found.values())


def ticked_later(deep: DeepCheckout | None, visits: Iterable[Visit], goods: str = "") -> tuple[Ticked, ...]:
    """Return the boxes that later steps had ticked before the deep checkout touched anything."""
    pages = {visit.id: visit for visit in visits}
    noted = (
        (pages[step.page], Field(tag="input", type="checkbox", label=said, row=said, checked=True))
        for step in (deep.steps if deep else ())
        if step.page in pages
        for said in step.preticked
    )
    return tuple(one for visit, field in noted if (one := _read(visit, field, goods.lower())))


def _on(visit: Visit, goods: str, journey: Journey | None) -> Iterator[Ticked]:
    for field in visit.facts.fields:
        one = None if chosen_by_walk(journey, visit, field) else _read(visit, field, goods)
        if one:
            yield one


def _read(visit: Visit, field: Field, goods: str) -> Ticked | None:
    if field.type != "checkbox" or not (field.checked and field.visible and field.enabled):
        return None
    label = " ".join(field.label.split())
    if not label or (goods and goods in label.lower()) or wording("harmless_tick").search(label):
        return None
    stands_for = _stands_for(visit, field, label)
    return Ticked(stands_for, label, field, visit) if stands_for else None


def _stands_for(visit: Visit, field: Field, label: str) -> TickedFor | None:
    said = field.row if len(field.row) <= LONGEST_LABEL and label in field.row else label
    costs = any(amount > 0 for amount in sums_in(said)) and not wording("taking_points").search(label)
    if costs and wording("paid_extra").search(said):
        return TickedFor.PAID
    # A price in the box's own label is enough in a checkout; on a product page it may be one of goods shown together.
    delivery = wording("delivery_cost").search(label) is not None
    if visit.kind is PageKind.CHECKOUT and any(amount > 0 for amount in sums_in(label)) and costs and not delivery:
        return TickedFor.PAID
    purpose = purpose_of(field)
    if purpose is Purpose.CREATE_ACCOUNT:
        return None
    if purpose is Purpose.NEWSLETTER or wording("marketing_consent").search(label):
        return None if _refuses(label) else TickedFor.MARKETING
    return TickedFor.TERMS if purpose is Purpose.TERMS else None


def _refuses(label: str) -> bool:
    """Say whether a box refuses advertising, so that its tick allows nothing: "no newsletter, thank you"."""
    if wording("missing_out").search(label):
        return False
    places = tuple(wording("marketing_consent").finditer(label))
    said = wording("refuses_it").search(label) is not None
    return said or (bool(places) and all(denied(label, one, after=0, clause=True) for one in places))
