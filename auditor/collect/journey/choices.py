"""One thing to choose before a product can be added, and which of its choices can be had."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.collect.journey.rank import strength
from auditor.collect.page.seen import Control, Seen
from auditor.model import Field
from auditor.vocabulary import load_vocabulary

__all__ = ["QUANTITY", "Group", "anchors", "is_placeholder", "near", "open_choices"]

QUANTITY = re.compile(
    r"qty|quantity|amount|määrä|maara|antal|kpl|menge|anzahl|kogus|plus|minus|increase|decrease|incr|decr|step", re.I
)
# A class that only applies once something is disabled, as "disabled:opacity-50", says nothing of now.
_GONE = re.compile(
    r"sold-?out|disabled(?!\]?:)|unavailable|out-?of-?stock|loppu|slut|udsolgt|utsolgt|not-?available", re.I
)
ABOVE_PX = 700
BELOW_PX = 450


@dataclass(frozen=True)
class Group:
    """One thing to choose: its choices in order, and how sure it is that a choice is needed.

    ``kind`` is select, radio, text, number, listbox or swatch; the first four hold fields, the others controls.
    """

    kind: str
    key: str
    label: str
    fields: tuple[tuple[int, Field], ...] = ()
    controls: tuple[Control, ...] = ()
    chosen: bool = False
    required: bool = False

    @property
    def typed(self) -> bool:
        """Tell whether it is typed, which costs no click."""
        return self.kind in {"text", "number"}

    @property
    def top(self) -> float:
        """Give how far down the page the group begins, in CSS pixels."""
        box = self.fields[0][1].box if self.fields else self.controls[0].box
        return box.y if box else 0.0


def anchors(seen: Seen, add: Control | None) -> tuple[float, ...]:
    """Give the heights on the page by which options lie: that of the add control, else those of the first prices."""
    return (add.box.y,) if add else tuple(price.box.y for price in seen.prices[:3])


def near(y: float, around: Iterable[float]) -> bool:
    """Tell whether something lies as near to one of the anchors as an option does."""
    return any(-ABOVE_PX <= y - anchor <= BELOW_PX for anchor in around)


def is_placeholder(text: str, language: str) -> bool:
    """Tell whether an entry only asks to choose."""
    plain = text.strip(" -–—.:…")
    return (
        not plain
        or strength("choose_hint", plain, language) >= 0.5
        or load_vocabulary().mentions("choose_hint", plain) is not None
    )


def open_choices(group: Group, language: str) -> tuple[int, ...]:
    """Give the positions of a group's choices that can be had, in order: options of a select, else members."""
    if group.kind == "select":
        options = group.fields[0][1].options
        return tuple(n for n, text in enumerate(options) if not is_placeholder(text, language) and _in_stock(text))
    if group.kind == "radio":
        return tuple(n for n, (_i, field) in enumerate(group.fields) if field.enabled and _in_stock(field.label))
    return tuple(
        n
        for n, control in enumerate(group.controls)
        if control.enabled and not _GONE.search(control.tokens) and all(map(_in_stock, control.labels))
    )


def _in_stock(text: str) -> bool:
    return load_vocabulary().mentions("out_of_stock", text) is None
