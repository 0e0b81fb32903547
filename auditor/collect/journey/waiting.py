"""Waits for what a shop draws late: its goods, its choices, the last fields of its forms."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from auditor.collect.journey.lists import shows_goods
from auditor.collect.journey.product import read_product
from auditor.collect.journey.walk import LOOK_AGAIN_S, Walk
from auditor.collect.page.tab import LATE_S

__all__ = ["wait_for", "wait_for_form", "wait_for_product"]

FIELDS_AGAIN_S = 0.35


async def wait_for(walk: Walk, there: Callable[[], object]) -> bool:
    """Look again until ``there`` gives something, at most LATE_S seconds; false where it does not come."""
    end = time.monotonic() + LATE_S
    while not there():
        if time.monotonic() > end:
            return False
        await asyncio.sleep(LOOK_AGAIN_S)
        await walk.look()
    return True


async def wait_for_form(walk: Walk) -> None:
    """Wait until no more fields come, at most LATE_S seconds: ways to deliver and to pay are often drawn last."""
    end, shown = time.monotonic() + LATE_S, -1
    while (now := sum(field.visible for field in await walk.fields())) != shown and time.monotonic() < end:
        shown = now
        await asyncio.sleep(FIELDS_AGAIN_S)
    await walk.look()


async def wait_for_product(walk: Walk, name: str) -> None:
    """Wait for what a product's link leads to where nothing stands there yet: no heading, no goods, no product."""
    await wait_for(
        walk,
        lambda: walk.now.h1 or shows_goods(walk) or read_product(walk.now, walk.language, name).is_product,
    )
