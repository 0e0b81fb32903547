"""Keeps which boxes and radio buttons the walk itself ticked, so that none is taken for the shop's own choice."""

from __future__ import annotations

from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control
from auditor.model import Field, Touched

__all__ = ["tick", "touch"]


async def tick(walk: Walk, number: int, box: Field) -> bool:
    """Tick a box, or choose a radio button, of the latest reading; false where it cannot be hit."""
    if not await walk.tab.choose(number):
        return False
    walk.presses += 1
    touch(walk, box)
    return True


def touch(walk: Walk, one: Field | Control) -> None:
    """Keep that the walk ticked or chose what it pressed; other controls than boxes and radio buttons are no choice."""
    if one.type in {"radio", "checkbox"}:
        value = one.value if isinstance(one, Field) else ""
        chosen = Touched(type=one.type, step=len(walk.steps), name=one.name, value=value, selector=one.selector)
        walk.touched.append(chosen)
