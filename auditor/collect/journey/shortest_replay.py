"""Replays a shorter way once, from home in a fresh context, with the acts of the walk, its proofs and its clicks."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace

from playwright.async_api import Error

from auditor.collect.journey.adding import add_to_cart
from auditor.collect.journey.brought import answer_brought
from auditor.collect.journey.cards import cards_in_order, named
from auditor.collect.journey.cart import open_cart
from auditor.collect.journey.checkout import go_to_checkout, orders_at_once, wait_for_door
from auditor.collect.journey.choosing import choose_more
from auditor.collect.journey.door_reading import is_strong, read_here, signature
from auditor.collect.journey.emptying import clear_cart
from auditor.collect.journey.press_add import STRONG, press_add
from auditor.collect.journey.product import read_product
from auditor.collect.journey.proof import cart_view
from auditor.collect.journey.rank import Ranked
from auditor.collect.journey.reach import approach, reach
from auditor.collect.journey.shortest import Shortcut, Way, checkout_links, quick_add
from auditor.collect.journey.walk import LOOK_AGAIN_S, OutOfTimeError, Walk
from auditor.collect.page.seen import Seen
from auditor.model import Act, ShortestSeen

__all__ = ["replay"]

LEAST_SECONDS, MOST_SECONDS = 10.0, 30.0
CLEARING_SECONDS = 5.0
LOOKS = 4
LEG = "shortest"


@dataclass
class _Run:
    """One replay: the product it is made with, the view and the fields before adding, and what proved the adding."""

    walk: Walk
    shortcut: Shortcut
    product: str
    before: Seen | None = None
    known: frozenset[str] = frozenset()
    signs: tuple[str, ...] = ()
    added: bool = False


async def replay(walk: Walk, shortcut: Shortcut, walk_seconds: float) -> ShortestSeen | None:
    """Go the shorter way; null, with a note why, where it does not lead to the door with fewer clicks.

    It may take as long as the walk did, so that a slow shop has time to answer, within bounds.
    """
    start = time.monotonic()
    budget = min(max(LEAST_SECONDS, walk_seconds), MOST_SECONDS)
    walk.deadline = start + budget + CLEARING_SECONDS
    recorder = walk.recorder

    def act_of_replay(act: Act) -> None:
        recorder.act(act.model_copy(update={"leg": LEG}))

    walk.recorder = replace(recorder, act=act_of_replay)
    run = _Run(walk, shortcut, shortcut.product)
    try:
        async with asyncio.timeout(budget):
            why = await _to_the_door(run) or await _proven(run)
    except (TimeoutError, OutOfTimeError):
        why = f"its {budget:.0f} seconds were spent"
    except Error as error:
        why = str(error).splitlines()[0][:200]
    seconds = round(time.monotonic() - start, 1)
    told = f"{why or 'the door was reached'}; {shortcut.clicks} clicks were expected, the walk took {shortcut.than}"
    walk.note(
        LEG,
        shortcut.way,
        shortcut.ranked,
        shortcut.ranked[0].control,
        worked=not why,
        act="replay",
        by=run.signs,
        why=told,
        counted=walk.clicks,
        ms=round(seconds * 1000),
    )
    labels = tuple(step.label for step in walk.steps if step.clicks)
    found = ShortestSeen(
        door=walk.clicks, way=shortcut.way, labels=labels, verified_by=tuple(dict.fromkeys(run.signs)), seconds=seconds
    )
    walk.recorder = recorder
    if run.added:
        await _leave_no_cart(run)
    return None if why else found


async def _to_the_door(run: _Run) -> str:
    """Go from home to the door; gives why it failed, or an empty text."""
    walk, shortcut = run.walk, run.shortcut
    if problem := await walk.go(walk.home):
        return problem
    await walk.step("home")
    there = await (approach if shortcut.way is Way.QUICK_ADD else reach)(walk, shortcut.found)
    if not there:
        return "the product could not be reached again"
    run.known = frozenset(signature(f) for f in await walk.fields() if f.visible)
    walk.layers_before = frozenset(layer.same for layer in walk.now.layers)
    if shortcut.way is Way.BUY_NOW:
        return await _buy_now(run)
    return await (_quick_add(run) if shortcut.way is Way.QUICK_ADD else _add(run)) or await _onward(run)


async def _add(run: _Run) -> str:
    """Add the product on its own page, as the walk did."""
    added = await add_to_cart(run.walk, run.product)
    run.added, run.before, run.signs = added.worked, added.before, added.signs
    return "" if added.worked else added.why


async def _quick_add(run: _Run) -> str:
    """Add the product from its card; where the list now shows others, the first that can be added so."""
    walk = run.walk
    ranked: tuple[Ranked, ...] = ()
    for name in (run.product, *(card.name for card in cards_in_order(walk.now))):
        ranked = quick_add(walk.now, walk.language, name)
        if ranked:
            run.product = name
            break
    if not ranked:
        return "the list shows no quick add any more"
    control, clicks = ranked[0].control, 1
    walk.layers_before = frozenset(layer.same for layer in walk.now.layers)
    tried = await press_add(walk, control, run.product)
    if tried.press.done and not tried.worked and (answered := await answer_brought(walk, run.product)):
        tried, control, clicks = answered.tried, answered.control, 1 + answered.clicks
    why = tried.refusal
    walk.note(LEG, "add_to_cart", ranked, control, worked=tried.worked, by=tried.signs, why=why, ms=tried.press.ms)
    if not tried.worked:
        return tried.refusal or "nothing came into the cart from the list"
    run.added, run.before, run.signs = True, tried.before, tried.signs
    await walk.step("in_cart", press=tried.press, control=control, clicks=clicks)
    return ""


async def _buy_now(run: _Run) -> str:
    """Choose what must be chosen and press what buys at once."""
    walk, wanted = run.walk, run.shortcut.ranked[0].control
    chosen: dict[str, int] = {}
    clicks = 0
    while clicks < run.shortcut.options:
        gained = await choose_more(walk, run.product, chosen)
        if gained < 0:
            return "the options could not be chosen again"
        clicks += gained
    buy = [one for one in read_product(walk.now, walk.language, run.product).buy_now if one.control.enabled]
    buy.sort(key=lambda one: one.control.said != wanted.said)
    if not buy:
        return "what buys at once is gone"
    run.added = True
    reached = await _press_to_door(run, tuple(buy), "in_cart", clicks + 1)
    return reached if reached is not None else await _onward(run)


async def _press_to_door(run: _Run, ranked: tuple[Ranked, ...], kind: str, clicks: int = 1) -> str | None:
    """Press what should lead to the door; gives an empty text at the door, a reason at a failure, none elsewhere."""
    walk, control = run.walk, ranked[0].control
    if orders_at_once(walk, control):
        return "the press may order at once"
    before = walk.now
    known = run.known | frozenset(signature(f) for f in await walk.fields() if f.visible)
    press = await walk.press(control)
    if not press.done:
        walk.note(LEG, kind, ranked, control, worked=False, why=press.note)
        return press.note
    await walk.step(kind, press=press, control=control, clicks=clicks)
    reading = await wait_for_door(walk, before, known)
    why = "a form, a chooser or a login stands there" if reading else "no door came"
    walk.note(LEG, kind, ranked, control, worked=reading is not None, why=why, counted=clicks, ms=press.ms)
    return None if reading is None else ""


async def _onward(run: _Run) -> str:
    """Go from the added product to the door: by a link to checkout where one is in view, else through the cart."""
    walk = run.walk
    walk.said = run.before.text if run.before else ""
    reading, _fields = await read_here(walk, run.known)
    if reading.is_door and is_strong(reading):
        return ""
    for _look in range(LOOKS):
        links = checkout_links(walk.now, walk.language, run.shortcut.door_key)
        if links:
            reached = await _press_to_door(run, links, "checkout")
            if reached is not None:
                return reached
            break
        if run.shortcut.way is not Way.CHECKOUT_LINK:
            break
        await asyncio.sleep(LOOK_AGAIN_S)
        await walk.look()
    if walk.clicks + 1 >= run.shortcut.than:
        return "it is not shorter"
    cart = await open_cart(walk, run.product, run.before)
    if cart.view is None and not STRONG & set(run.signs):
        return cart.why
    run.signs = (*run.signs, *(cart.view.reasons if cart.view else ()))
    at = await go_to_checkout(walk, cart.view, run.known)
    return "" if at.reached else at.why


async def _proven(run: _Run) -> str:
    """See that the way is shorter and that the product is in the cart at its door; nothing is sent any more."""
    walk = run.walk
    walk.freeze()
    if walk.clicks >= run.shortcut.than:
        return "it is not shorter"
    at_the_door = named(run.product, walk.now.text)
    run.signs = (*run.signs, "checkout") if at_the_door else run.signs
    if at_the_door or STRONG & set(run.signs):
        return ""
    if run.shortcut.way is Way.BUY_NOW:
        run.signs = (*run.signs, "door")
        return ""
    gone = not run.shortcut.cart_url or await walk.go(run.shortcut.cart_url)
    view = None if gone else cart_view(walk.now, run.product, walk.language)
    if view:
        run.signs = (*run.signs, *view.reasons)
        return ""
    return "nothing proves that the product is in the cart"


async def _leave_no_cart(run: _Run) -> None:
    """Take out again what was put in, as far as that goes quickly."""
    try:
        async with asyncio.timeout(CLEARING_SECONDS):
            await clear_cart(run.walk, run.product, run.shortcut.cart_url or run.walk.home)
    except (TimeoutError, OutOfTimeError, Error):
        return  # an unfinished cart of a visitor who is gone does no harm
