"""The second leg: choose what must be chosen, add the product, and see whether the cart really changed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from auditor.collect.journey.brought import answer_brought
from auditor.collect.journey.calculating import work_out_price
from auditor.collect.journey.cards import named
from auditor.collect.journey.choices import Group
from auditor.collect.journey.choosing import choose_more, choose_required, show_choices
from auditor.collect.journey.options import options_here
from auditor.collect.journey.press_add import Tried, press_add
from auditor.collect.journey.product import add_controls, read_product, says_so
from auditor.collect.journey.quantity import asked_amount, set_quantity
from auditor.collect.journey.waiting import wait_for
from auditor.collect.journey.walk import LOOK_AGAIN_S, Walk
from auditor.collect.page.seen import Control, Seen
from auditor.model.journey import PAGE_ASKS

__all__ = ["Added", "add_to_cart"]

ROUNDS = 7


@dataclass(frozen=True)
class Added:
    """What came of adding: proof, clicks for options, the press itself and how soon the shop answered.

    ``awake`` says that what adds it could be pressed at all; ``brought`` counts the clicks of a layer that the press
    brought up.
    """

    worked: bool
    signs: tuple[str, ...] = ()
    before: Seen | None = None
    feedback_ms: int | None = None
    announced: bool | None = None
    why: str = ""
    awake: bool = True
    brought: int = 0

    @property
    def unsure(self) -> bool:
        """Tell whether the walk may be at fault: nothing to press, a wish of the shop unmet, signs all the same."""
        return self.worked or not self.awake or self.why.startswith(PAGE_ASKS)


async def _by_scrolling(walk: Walk, product: str) -> tuple[list[Control], bool]:
    """Scroll down a little: some bars with the button come only then; scrolling costs no click."""
    for _turn in range(2):
        await walk.tab.page.mouse.wheel(0, 500)
        await asyncio.sleep(LOOK_AGAIN_S)  # the bar slides in
        await walk.tab.settle(2)
        await walk.look()
        controls, usable = add_controls(walk.now, walk.language, product)
        if controls:
            return controls, usable
    return [], False


async def add_to_cart(walk: Walk, product: str) -> Added:
    """Add the product that the walk stands on; options are chosen only as far as the shop asks for them.

    Tries first with what is already valid, then chooses one more thing after each refusal, then other choices.
    """
    chosen: dict[str, int] = {}
    clicks = shown = await show_choices(walk, product)
    clicks += await work_out_price(walk, product, chosen)
    clicks += await _prepare(walk, product, chosen)
    last, again, pressed = "", False, False
    for _round in range(ROUNDS):
        walk.check_time()
        controls, usable, groups = await _stand(walk, product)
        walk.layers_before = frozenset(layer.same for layer in walk.now.layers)
        # What only looks like the button is pressed when nothing is left to choose.
        left = any(not one.chosen and one.key not in chosen and not one.typed for one in groups)
        if controls and usable and (not (left or shown) or says_so(controls[0], walk.language)):
            pressed = True
            added, last = await _try_to_add(walk, controls, product, clicks)
            if added:
                return added
        gained = await _more(walk, product, chosen, controls, last)
        if gained < 0 and controls and usable and (not last or "covered" in last) and not again:
            again = True  # what woke or popped up at that moment may have caught the press
            continue
        if gained < 0:
            return Added(False, why=last or _nothing(controls, pressed), awake=pressed)
        clicks += gained
    return Added(False, why=last or "it could not be added with any choice that was tried", awake=pressed)


def _nothing(controls: list[Control], pressed: bool) -> str:
    if not controls:
        return "no control adds it"
    return "nothing changed after the press" if pressed else "what adds it could not be pressed with any choice tried"


async def _stand(walk: Walk, product: str) -> tuple[list[Control], bool, tuple[Group, ...]]:
    """Give what adds the product, whether it can be pressed, and what can be chosen."""
    controls, usable = add_controls(walk.now, walk.language, product)
    if not controls:
        controls, usable = await _by_scrolling(walk, product)
    return controls, usable, await options_here(walk, controls[0] if controls else None)


async def _prepare(walk: Walk, product: str, chosen: dict[str, int]) -> int:
    """Choose what the page itself marks as needed and set a quantity of none; gives the clicks it took."""
    controls, usable, groups = await _stand(walk, product)
    if controls and not usable and not groups:
        # Nothing explains why it cannot be pressed: scripts that bring the choices may be on their way.
        await wait_for(walk, lambda: add_controls(walk.now, walk.language, product)[1])
    clicks = await choose_required(walk, product, chosen)
    controls, _usable = add_controls(walk.now, walk.language, product)
    return clicks + (max(0, await set_quantity(walk, controls[0])) if controls else 0)


async def _more(walk: Walk, product: str, chosen: dict[str, int], controls: list[Control], refusal: str) -> int:
    """Do one thing more before the next press: raise the quantity where the shop asks for that, else choose."""
    add = walk.again(controls[0]) if controls else None
    if add and asked_amount(refusal) is not None and (gained := await set_quantity(walk, add, refusal)) >= 0:
        return gained
    return await choose_more(walk, product, chosen)


async def _try_to_add(walk: Walk, controls: list[Control], product: str, clicks: int) -> tuple[Added | None, str]:
    """Press what adds the product, and the next best where that cannot be pressed.

    Gives what came of it, or nothing where more has to be chosen, with what the shop said.
    """
    ranked = read_product(walk.now, walk.language, product).add
    base = walk.now
    first = await press_add(walk, controls[0], product)
    walk.note(
        "add",
        "add_to_cart",
        ranked,
        controls[0],
        worked=first.worked,
        by=first.signs,
        why=first.refusal or first.press.note,
        counted=1 + clicks,
        ms=first.press.ms,
    )
    if first.worked:
        return await _added(walk, first, controls[0], clicks), first.refusal
    if first.press.done and (answered := await answer_brought(walk, product)):
        added = await _added(walk, answered.tried, answered.control, clicks + answered.clicks)
        return replace(added, brought=answered.clicks), ""
    await walk.clear()
    if not _still_here(walk, base, product) and not await _back(walk, base, product):
        return Added(False, why=first.refusal or "the press led away from the product"), first.refusal
    if first.press.done or len(controls) < 2:
        return None, first.refusal
    second = await press_add(walk, controls[1], product)
    return await _added(walk, second, controls[1], clicks) if second.worked else None, second.refusal


async def _added(walk: Walk, tried: Tried, control: Control, clicks: int) -> Added:
    await walk.step("in_cart", press=tried.press, control=control, clicks=1 + clicks)
    return Added(True, tried.signs, tried.before, tried.feedback_ms, tried.announced)


def _still_here(walk: Walk, base: Seen, product: str) -> bool:
    return walk.now.address == base.address or named(product, " ".join((*walk.now.h1, walk.now.title)))


async def _back(walk: Walk, base: Seen, product: str) -> bool:
    """Go back to the product from a page that only said what is missing."""
    return await walk.back() and _still_here(walk, base, product)
