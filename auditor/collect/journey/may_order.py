"""Whether a press may order at once, which it may where the shop knows the visitor, an address and a way to pay."""

from __future__ import annotations

import re

from auditor.collect.journey.cards import leads_somewhere
from auditor.collect.journey.rank import strength
from auditor.collect.page.seen import Control
from auditor.vocabulary.checkout import says
from auditor.vocabulary.wordings import wording

__all__ = ["ORDERING", "may_order"]

ORDERING = ("place_order", "order_obligation")
SURE = 0.75
_EDGES = re.compile(r"^\W+|\W+$")


def may_order(control: Control, language: str) -> bool:
    """Tell whether the words of a control may order; a link to another page and "on to payment" only lead on."""
    return not leads_somewhere(control) and any(_orders(label, language) for label in control.labels)


def _orders(label: str, language: str) -> bool:
    if any(strength(intent, label, language) >= SURE for intent in ORDERING):
        return True
    return says("may_order", label) and wording("leads_on_to").fullmatch(_EDGES.sub("", label)) is None
