"""Works out a price that the shop tells for a size only, where just that brings what adds the product."""

from __future__ import annotations

from auditor.collect.journey.choosing import choose
from auditor.collect.journey.options import options_here
from auditor.collect.journey.product import add_controls, read_product, says_so
from auditor.collect.journey.waiting import wait_for
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control, Seen

__all__ = ["work_out_price"]

TRIES = 3


async def work_out_price(walk: Walk, product: str, chosen: dict[str, int]) -> int:
    """Type sizes and press what works out their price, until that brings what adds the product; gives the clicks."""
    clicks = 0
    for attempt in range(TRIES):
        calculate = _calculator(walk, product)
        if calculate is None:
            return 0
        clicks += await _fill_in(walk, calculate, chosen, attempt)
        calculate = _calculator(walk, product)
        if calculate is None:
            return clicks
        before = walk.now
        press = await walk.press(calculate)
        await walk.look()
        brought = press.done and await _brought(walk, product, before)
        why = press.note or "it works out the price"
        walk.note(
            "options", "calculate_price", (), calculate, worked=brought, counted=int(brought), why=why, ms=press.ms
        )
        if brought:
            return clicks + 1
    return 0


def _calculator(walk: Walk, product: str) -> Control | None:
    """Give what works out a price, where no words on the page say yet that something adds the product."""
    reading = read_product(walk.now, walk.language, product)
    adds = any(one.control.enabled and says_so(one.control, walk.language) for one in (*reading.add, *reading.buy_now))
    return None if adds else next(iter(reading.calculates), None)


async def _fill_in(walk: Walk, calculate: Control, chosen: dict[str, int], attempt: int) -> int:
    """Type the numbers and choose what a price needs, at further attempts all that is open; gives the clicks."""
    clicks = 0
    for group in await options_here(walk, calculate):
        number = group.kind == "number"
        if number or (group.key not in chosen and (group.required or (attempt and not group.chosen))):
            clicks += max(0, await choose(walk, group, attempt if number else 0))
            chosen[group.key] = attempt if number else 0
            await walk.look()
            await walk.fields()
    return clicks


async def _brought(walk: Walk, product: str, before: Seen) -> bool:
    """Wait for what adds the product: a control that was not there, or could not be pressed, before the price was."""
    known = {one.same for one in before.visible if one.enabled}

    def there() -> bool:
        controls, usable = add_controls(walk.now, walk.language, product)
        return usable and controls[0].same not in known

    return await wait_for(walk, there) or (await walk.clear(own=True) and there())
