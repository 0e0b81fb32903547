"""The leg from the cart to the door of checkout: press the way on until a form, a chooser or a login stands there."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from auditor.collect.journey.cards import leads_somewhere
from auditor.collect.journey.door_reading import DoorReading, is_strong, read_here, signature
from auditor.collect.journey.main_actions import main_actions
from auditor.collect.journey.may_order import may_order
from auditor.collect.journey.proof import CartView
from auditor.collect.journey.rank import Ranked, matches, rank
from auditor.collect.journey.waiting import wait_for, wait_for_form
from auditor.collect.journey.walk import LOOK_AGAIN_S, Walk
from auditor.collect.journey.way_on import SURE_SCORE, Way, open_again, to_the_page, unblock
from auditor.collect.page.seen import Control, Seen
from auditor.collect.page.tab import Press
from auditor.model import JourneyOutcome, PageKind
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.denied import denied, sentence_of
from auditor.vocabulary.fields import ADDRESS, Purpose, purpose_of
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["AtDoor", "go_to_checkout", "orders_at_once", "wait_for_door"]

TRIES = 6
ONWARD = 2
LOOKS = 12
LATE_LOOKS = 8
CLEAR_AT = 5
# More than the same word weighs as the button of a newsletter.
BARE_ORDER = 16.0
# Words before a minimum order among which a denial says that there is none.
NEAR_WORDS = 3
_NEEDED_TO_ORDER = ADDRESS | {Purpose.EMAIL, Purpose.CARD}


@dataclass(frozen=True)
class AtDoor:
    """Where the way from the cart ended: at a door, or at an outcome with its reason."""

    reached: bool
    outcome: JourneyOutcome = JourneyOutcome.CHECKOUT_NOT_FOUND
    why: str = ""


async def go_to_checkout(walk: Walk, view: CartView | None, before_fields: frozenset[str]) -> AtDoor:
    """Press the way to checkout until a door stands there; look-alikes that do nothing are passed over."""
    if view and await _is_one_page(walk, before_fields):
        return AtDoor(True)
    way = Way(view, before_fields)
    walk.everywhere = frozenset((c.said, c.href) for c in walk.now.visible)
    for _attempt in range(TRIES):
        ranked = await _weigh(walk, way)
        if ranked is None:
            continue
        enabled = [one.control for one in ranked if one.control.enabled]
        usable = [one for one in enabled if not orders_at_once(walk, one)]
        if usable:
            end = await _press_on(walk, way, ranked, usable[0])
        elif enabled:
            end = AtDoor(False, JourneyOutcome.STOPPED_BY_GUARD, "the next press may order at once")
        elif await unblock(walk, way, ranked):
            continue
        else:
            end = _blocked_by(walk.now, ranked) or AtDoor(False, why=way.why)
        if end:
            return end
    return AtDoor(False, why=way.why)


def orders_at_once(walk: Walk, control: Control) -> bool:
    """Tell whether a press may order at once; of a stranger, who was asked for nothing, no order can come."""
    return not walk.stranger and may_order(control, walk.language)


async def _is_one_page(walk: Walk, before_fields: frozenset[str]) -> bool:
    """Tell whether the cart's page is the checkout as well; its form may come late where nothing else leads on."""
    for look in range(LATE_LOOKS):
        reading, _fields = await read_here(walk, before_fields)
        if reading.open_form and is_strong(reading):
            break
        if look + 1 == LATE_LOOKS or any(
            r.score >= SURE_SCORE for r in rank("checkout", walk.now.visible, walk.language)
        ):
            return False
        await asyncio.sleep(LOOK_AGAIN_S)
        await walk.look()
    walk.note("checkout", "checkout", (), None, worked=True, act="look", why="cart and checkout are one page")
    await wait_for_form(walk)
    await walk.step("door", page=PageKind.CHECKOUT)
    return True


async def _weigh(walk: Walk, way: Way) -> tuple[Ranked, ...] | None:
    """Weigh what may lead on; nothing is given where the cart had to be opened again first."""
    pool = _pool(walk, way.view)
    orders = await _bare_orders(walk)
    ranked = tuple(r for r in rank("checkout", pool, walk.language, orders) if r.control.same not in way.tried)
    closed = way.view is not None and way.view.kind == "layer" and not _still_open(walk, way.view)
    if closed and not any(r.score >= SURE_SCORE for r in ranked) and await open_again(walk, way):
        return None
    if not ranked and way.view and way.view.kind == "page" and not way.waited:
        way.waited = True
        await wait_for(walk, lambda: rank("checkout", _pool(walk, way.view), walk.language))
        return None
    if ranked or way.view is None:
        return ranked
    in_layer = way.view.kind == "layer"
    if in_layer and not closed and await to_the_page(walk, way, pool):
        return None
    ranked = tuple(
        r for r in main_actions(pool, walk.language, orders=walk.stranger) if r.control.same not in way.tried
    )
    if not ranked and in_layer and await open_again(walk, way):
        return None
    return ranked


async def _bare_orders(walk: Walk) -> Callable[[Control], list[tuple[str, float]]]:
    """Weigh "Order" as the way to checkout while a stranger was asked for nothing: no order can come of it yet."""
    fields = await walk.fields()
    asked = any(
        f.visible and f.enabled and f.area not in {"header", "footer"} and purpose_of(f) in _NEEDED_TO_ORDER
        for f in fields
    )

    def more(control: Control) -> list[tuple[str, float]]:
        apart = control.form_asks or control.area in {"header", "footer"}
        may = walk.stranger and control.submits and not asked and not apart
        meant = may and matches(control, "place_order", walk.language) >= 0.9
        return [("orders from a cart that asks for nothing yet", BARE_ORDER)] if meant else []

    return more


def _pool(walk: Walk, view: CartView | None) -> tuple[Control, ...]:
    """Give the controls of the cart: those inside its layer as long as that stands, else those of the page."""
    if view and view.kind == "layer" and view.layer:
        again = next((one for one in walk.now.layers if one.selector == view.layer.selector), None)
        if again and (inside := walk.now.inside(again)):
            return inside
    return walk.now.visible


def _still_open(walk: Walk, view: CartView) -> bool:
    return view.layer is not None and any(one.selector == view.layer.selector for one in walk.now.layers)


async def _press_on(walk: Walk, way: Way, ranked: tuple[Ranked, ...], control: Control) -> AtDoor | None:
    """Press one way on and see what came of it; gives the leg's end, or nothing where another way is to be tried."""
    way.tried.add(control.same)
    if leads_somewhere(control) and (control.said, control.href) in walk.everywhere:
        way.passed = 0  # the cart has this link as well: the pages since then were a detour
    known = way.known | frozenset(signature(f) for f in await walk.fields() if f.visible)
    before, answered, said = walk.now, len(walk.interruptions), len(walk.tab.dialogs)
    press = await walk.press(control)
    if not press.done:
        way.why = press.note
        walk.note("checkout", "checkout", ranked, control, worked=False, why=press.note)
        return None
    if await wait_for_door(walk, before, known) is not None:
        why = "a form, a chooser or a login stands there"
        walk.note("checkout", "checkout", ranked, control, worked=True, counted=1, ms=press.ms, why=why)
        return await _arrive(walk, press, control, clicks=1 + way.opened + way.ticked + way.passed)
    if (walk.tab.status or 0) >= 500:
        return AtDoor(False, JourneyOutcome.SITE_ERROR, f"the shop answered {walk.tab.status} at checkout")
    moved = walk.now.url != before.url or walk.now.text != before.text
    walk.note("checkout", "checkout", ranked, control, worked=False, why="no door came" if moved else "nothing changed")
    way.why = "the control leads to no form, chooser or login" if moved else "the control does nothing"
    if blocked := _blocked_by(walk.now, ()):
        return blocked
    told = moved or len(walk.interruptions) > answered or len(walk.tab.dialogs) > said
    if told and walk.now.address == before.address and await unblock(walk, way, ranked):
        del walk.interruptions[answered:]  # it told what was lacking, and was no pop-up
        return None
    if not moved and not way.pressed_again:
        way.pressed_again = True
        way.tried.discard(control.same)  # what popped up at that moment may have caught the press
    if walk.now.address != before.address:
        arrived, presses = await _onward(walk, known)
        way.passed += 1 + presses
        if arrived:
            return await _arrive(walk, press, control, clicks=way.opened + way.passed)
        way.view = None
    return None


async def _arrive(walk: Walk, press: Press, control: Control, clicks: int) -> AtDoor:
    await wait_for_form(walk)
    await walk.step("door", press=press, control=control, clicks=clicks, page=PageKind.CHECKOUT)
    return AtDoor(True)


async def wait_for_door(walk: Walk, before: Seen, known: frozenset[str]) -> DoorReading | None:
    """Look until a door stands there; none where nothing comes of the press. Fields in ``known`` were there before."""
    walk.said = before.text
    for attempt in range(LOOKS):
        await walk.look()
        reading, _fields = await read_here(walk, known)
        if reading.is_door and is_strong(reading):
            return reading
        if attempt == CLEAR_AT and walk.now.layers and await walk.clear():
            continue
        if attempt > CLEAR_AT and walk.now.text == before.text and not walk.tab.inflight:
            return None
        await asyncio.sleep(LOOK_AGAIN_S)
    return None


async def _onward(walk: Walk, known: frozenset[str]) -> tuple[bool, int]:
    """Pass a page between cart and door, such as an offer, by its own way on; tells of the door and the presses."""
    presses = 0
    for _page in range(ONWARD):
        ranked = (
            *rank("checkout", walk.now.visible, walk.language),
            *rank("newcomer", walk.now.visible, walk.language),
        )
        onward = next((r for r in ranked if r.control.enabled and not orders_at_once(walk, r.control)), None)
        if onward is None:
            break
        before = walk.now
        press = await walk.press(onward.control)
        reading = await wait_for_door(walk, before, known) if press.done else None
        presses += 1 if reading or walk.now.address != before.address else 0
        walk.note("checkout", "onward", ranked, onward.control, worked=reading is not None, counted=1, why=press.note)
        if reading:
            return True, presses
    return False, presses


def _blocked_by(seen: Seen, ranked: tuple[Ranked, ...]) -> AtDoor | None:
    """Say that the shop asks for a minimum order, where it does and no usable way on stands beside that."""
    if ranked and ranked[0].control.enabled:
        return None
    said = _minimum_said(seen.text)
    if not said:
        return None
    return AtDoor(False, JourneyOutcome.MINIMUM_ORDER, f'the shop asks for a minimum order ("{said}")')


def _minimum_said(text: str) -> str:
    """Give the words by which a shop sets a least order; "no minimum order" sets none, "not reached" denies none."""
    return next(
        (
            one.group()
            for one in _minimum_order().finditer(text)
            if not denied(text, one, before=NEAR_WORDS, after=0)
            or wording("short_of_it").search(sentence_of(text, one))
        ),
        "",
    )


@cache
def _minimum_order() -> re.Pattern[str]:
    known = (one for phrases in load_vocabulary().intents["minimum_order"].phrases.values() for one in phrases)
    phrases = "|".join(map(re.escape, known))
    least, order = wording_pieces("the_least"), wording_pieces("an_order")
    loosely = rf"(?:{least})[\s-]?\w{{0,12}}[\s-]{{0,3}}(?:{order})"
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)|{loosely}", re.IGNORECASE)
