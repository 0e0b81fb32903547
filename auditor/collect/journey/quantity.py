"""Sets how many pieces to buy, where a shop begins at none or refuses what stands there."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterator

from auditor.collect.journey.choices import QUANTITY, anchors, near
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control
from auditor.collect.page.tab import LATE_S, Amount
from auditor.model import Box, Field
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["asked_amount", "set_quantity"]

MOST_PRESSES = 12
_TYPED = {"number", "text", "tel"}
_MORE = re.compile(r"plus|increase|incr\b|increment|step-?up|qty-?up", re.I)
BESIDE_PX = 48.0
SMALL_PX = 90.0
NEAR_PX = 300.0


def asked_amount(refusal: str) -> int | None:
    """Read how many pieces a refusal asks for; null where it is about something else."""
    if not wording("amount_asked").search(refusal):
        return None
    return min((number for text in re.findall(r"\d+", refusal) if (number := int(text)) > 0), default=1)


async def set_quantity(walk: Walk, add: Control, refusal: str = "") -> int:
    """Raise the quantity to the least that the shop sells where less stands there; gives the clicks, -1 for no change.

    Typing costs no click; where the field cannot be typed in, each press on the control beside it is one.
    """
    asked = asked_amount(refusal)
    found = await _read(walk, add)
    if found is None:
        return await _press_without_field(walk, add) if asked is not None else -1
    number, field, amount = found
    least = max(asked or 0, amount.least)
    if amount.value is not None and amount.value >= least:
        return -1
    if field.tag == "select":
        done, clicks = await _pick(walk, number, field, least), 1
    elif field.enabled and await walk.tab.choose(number, text=f"{least:g}"):
        await walk.tab.leave_field()
        done, clicks = True, 0
    else:
        clicks = await _press_up(walk, add, least)
        done = clicks > 0
    await walk.look()
    why = f"the quantity was raised to {least:g}"
    walk.note("options", "quantity", (), None, worked=done, act="choose", why=why, counted=clicks)
    return clicks if done else -1


async def _read(walk: Walk, add: Control) -> tuple[int, Field, Amount] | None:
    """Find the field of the quantity that belongs to an add control, and read what stands in it."""
    around = anchors(walk.now, add)
    listed = [
        (number, field)
        for number, field in enumerate(await walk.fields())
        if _is_quantity(field) and field.box and near(field.box.y, around)
    ]
    same = [one for one in listed if add.has_form and one[1].form >= 0 and one[1].form_action == add.form_action]
    if not listed:
        return None
    number, field = min(same or listed, key=lambda one: _distance(one[1].box, add.box))
    amount = await walk.tab.amount(number)
    return (number, field, amount) if amount else None


def _is_quantity(field: Field) -> bool:
    if not field.visible or field.frame or field.area in {"header", "nav", "footer"}:
        return False
    if field.tag == "select":
        return bool(field.options) and all(text.strip().isdecimal() for text in field.options)
    if field.tag != "input" or field.type not in _TYPED:
        return False
    named = QUANTITY.search(f"{field.name} {field.id} {field.label[:30]}") is not None
    purpose = purpose_of(field)
    return purpose is Purpose.QUANTITY or (named and purpose is Purpose.OTHER)


def _distance(box: Box | None, other: Box) -> float:
    return abs(box.y - other.y) + abs(box.x - other.x) / 4 if box else 0.0


async def _pick(walk: Walk, number: int, field: Field, least: float) -> bool:
    enough = (at for at, text in enumerate(field.options) if int(text) >= least)
    return (at := next(enough, None)) is not None and await walk.tab.choose(number, option=at)


async def _press_up(walk: Walk, add: Control, least: float) -> int:
    """Press what raises the quantity until it is enough; gives the presses, 0 where it does not rise."""
    pressed = 0
    # A page that sets a number shows no change that a press could be told by: it must not count as asleep.
    await asyncio.sleep(max(0.0, walk.tab.arrived + LATE_S - time.monotonic()))
    while pressed < MOST_PRESSES and (found := await _read(walk, add)) is not None:
        _number, field, amount = found
        was = amount.value or 0.0
        if was >= least:
            return pressed
        control = _raises(walk, add, field.box)
        if control is None or not (await walk.press(control)).done:
            return 0
        pressed += 1
        await walk.look()
        after = await _read(walk, add)
        if after is None or (after[2].value or 0.0) <= was:
            return 0
    return 0


async def _press_without_field(walk: Walk, add: Control) -> int:
    """Press what raises a quantity that is only printed; gives 1, or -1 where nothing does."""
    control, before = _raises(walk, add, None), walk.now
    if control is None or not (await walk.press(control)).done or not await walk.look_for_change(before):
        return -1
    walk.note("options", "quantity", (), control, worked=True, why="the shop asked for a quantity", counted=1)
    return 1


def _raises(walk: Walk, add: Control, beside: Box | None) -> Control | None:
    """Find what raises the quantity: by its sign, its words or its make, else what stands right of the field."""
    near_by = [one for one in walk.now.visible if _is_small(one) and one.index != add.index and one.enabled]
    place = beside or add.box
    told = [one for one in near_by if _says_more(one) and abs(one.box.y - place.y) < NEAR_PX]
    if told:
        return min(told, key=lambda one: _distance(one.box, place))
    return min(_right_of(near_by, beside), key=lambda one: (one.box.x, one.box.y), default=None) if beside else None


def _is_small(control: Control) -> bool:
    typed = control.tag in {"input", "select"} and control.type not in {"button", "submit", "image"}
    return not typed and control.box.width <= SMALL_PX and control.area not in {"header", "nav", "footer"}


def _says_more(control: Control) -> bool:
    more = wording("one_more")
    return bool(_MORE.search(control.tokens)) or any(more.search(said) for said in control.labels)


def _right_of(controls: list[Control], box: Box) -> Iterator[Control]:
    for one in controls:
        in_line = one.box.y < box.y + box.height and box.y < one.box.y + one.box.height
        if in_line and -4 <= one.box.x - (box.x + box.width) <= BESIDE_PX:
            yield one
