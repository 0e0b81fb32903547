"""Walks a shop from home to the door of checkout on each screen, with a product that was scouted once for all."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error

from auditor.collect.guarding.guard import Guard
from auditor.collect.journey.emptying import clear_cart
from auditor.collect.journey.kept_cart import KEPT_CART, look_whether_kept
from auditor.collect.journey.legs import WalkState, journey_of, take_legs
from auditor.collect.journey.route import Finds, Found
from auditor.collect.journey.scout import scout
from auditor.collect.journey.shortest import Shortcut, notice_shortcut
from auditor.collect.journey.shortest_replay import replay
from auditor.collect.journey.walk import OutOfTimeError, Recorder, Walk
from auditor.collect.journey.walls import all_sold_out, nothing_found, wall_on_home
from auditor.collect.page.browser import VIEWPORTS, Launched, new_context
from auditor.collect.page.tab import open_tab
from auditor.collect.plan import probes
from auditor.model import Journey, JourneyOutcome, KeptCartSeen, ViewportName
from auditor.settings import RecordSettings

__all__ = ["Walked", "walk_shop"]

PRODUCTS_WALKED = 3
SCOUT_SHARE = 0.6
TRY_OTHERS = {
    JourneyOutcome.ADD_TO_CART_FAILED,
    JourneyOutcome.CART_NOT_FOUND,
    JourneyOutcome.ALL_SOLD_OUT,
    JourneyOutcome.NO_PRODUCT_FOUND,
}


@dataclass
class Walked:
    """What the walks of all screens brought."""

    journeys: dict[ViewportName, Journey] = field(default_factory=dict)
    category_url: str | None = None
    product_url: str | None = None
    cart_url: str | None = None
    storage_state: Any = None
    kept_cart: KeptCartSeen | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Outfit:
    """What every walk of one audit shares."""

    launched: Launched
    settings: RecordSettings
    home: str
    locale: str
    timezone: str
    recorder: Callable[[ViewportName], Recorder]
    silenced: Callable[[str], bool]
    pace: Callable[[str], Awaitable[None]] | None
    progress: Callable[[str], None]


async def _open(outfit: _Outfit, viewport: ViewportName, deadline: float, *, quiet: bool = False) -> Walk:
    context = await new_context(
        outfit.launched,
        viewport,
        locale=outfit.locale,
        timezone=outfit.timezone,
        access=outfit.settings.access,
        site_url=outfit.home,
    )
    access = outfit.settings.access
    stranger = not (access.storage_state or access.before or access.cookies or access.headers)
    guard = Guard(silenced=outfit.silenced, known=not stranger)
    await guard.attach(context)
    tab = await open_tab(context, viewport, touch=VIEWPORTS[viewport].touch, pace=outfit.pace)
    walk = Walk(tab, guard, outfit.home, outfit.settings.consent, outfit.recorder(viewport), deadline, quiet=quiet)
    walk.stranger = stranger
    return walk


async def _close(walk: Walk) -> None:
    try:
        await walk.tab.page.context.close()
    except Error:
        return  # the browser has gone already; there is nothing left to close


async def walk_shop(
    launched: Launched,
    settings: RecordSettings,
    *,
    home: str,
    locale: str,
    timezone: str,
    recorder: Callable[[ViewportName], Recorder],
    silenced: Callable[[str], bool] = lambda _url: False,
    pace: Callable[[str], Awaitable[None]] | None = None,
    progress: Callable[[str], None] = lambda _text: None,
) -> Walked:
    """Scout a product, then walk with it on every screen that the settings name.

    A journey that fails is a journey with an outcome and a reason; only a broken browser raises playwright's Error.
    """
    outfit = _Outfit(launched, settings, home, locale, timezone, recorder, silenced, pace, progress)
    walked = Walked()
    progress("looking for a product")
    finds, ended = await _scout(outfit)
    if ended is not None:
        walked.journeys = dict.fromkeys(settings.viewports, ended)
        return walked
    products = _in_order(finds)
    walked.product_url = products[0].url
    walked.category_url = finds.lists[0] if finds.lists else None
    chosen: Found | None = None
    again = False
    for viewport in settings.viewports:
        progress(f"walking on {viewport}")
        tries = [chosen, *(p for p in products if p is not chosen)] if chosen else list(products)
        journey, used = await _walk_on(outfit, viewport, tries, walked)
        if not finds.good and journey.outcome is JourneyOutcome.ADD_TO_CART_FAILED:
            journey = all_sold_out(journey, finds)
        if not chosen and journey.outcome in TRY_OTHERS and not again and finds.good:
            again = True
            more, _ended = await _scout(outfit, frozenset(finds.known))
            if more.good:
                journey, used = await _walk_on(outfit, viewport, _in_order(more), walked)
                products = [*_in_order(more), *products]
        walked.journeys[viewport] = journey
        if used and journey.outcome is JourneyOutcome.CHECKOUT_REACHED:
            chosen = chosen or used
            walked.product_url = chosen.url
    return walked


def _in_order(finds: Finds) -> list[Found]:
    """Put the products that can be bought with the fewest choices first; among equals the order on the page holds.

    Those that may only seem to be sold out are walked with where no other was found.
    """
    found = finds.good or finds.asleep
    order = sorted(range(len(found)), key=lambda n: (not found[n].sure, found[n].options, n))
    return [found[n] for n in order]


async def _scout(outfit: _Outfit, skip: frozenset[str] = frozenset()) -> tuple[Finds, Journey | None]:
    """Find products on the first screen; gives the reason where there is nothing to walk with."""
    start = time.monotonic()
    walk = await _open(
        outfit, outfit.settings.viewports[0], start + outfit.settings.walk_seconds * SCOUT_SHARE, quiet=True
    )
    finds = Finds()
    try:
        problem = await walk.go(outfit.home)
        if problem:
            return finds, Journey(outcome=JourneyOutcome.SITE_ERROR, reason=problem)
        wall = wall_on_home(walk)
        if wall:
            return finds, wall
        finds = await scout(walk, outfit.settings.start_product, outfit.settings.start_category, skip)
        if not finds.good and not finds.asleep:
            await walk.go(outfit.home)
            return finds, nothing_found(walk, finds)
    except OutOfTimeError:
        if not finds.good:
            return finds, Journey(outcome=JourneyOutcome.OUT_OF_TIME, reason="no product was found in time")
    except Error as error:
        if not finds.good:
            return finds, Journey(outcome=JourneyOutcome.ERROR, reason=str(error).splitlines()[0][:200])
    finally:
        await _close(walk)
    return finds, None


async def _walk_on(
    outfit: _Outfit, viewport: ViewportName, products: list[Found], walked: Walked
) -> tuple[Journey, Found | None]:
    """Walk with one product after the other until the door is reached; the last failure stands where none does it."""
    start = time.monotonic()
    best: tuple[Journey, Found, Shortcut | None] | None = None
    for one in products[:PRODUCTS_WALKED]:
        journey, shortcut, found = await _one_walk(outfit, viewport, one, start, walked)
        if journey.outcome is JourneyOutcome.CHECKOUT_REACHED and not journey.virtual_product:
            if best and best[0].virtual_product:
                journey = journey.model_copy(update={"virtual_product": True})
            best = (journey, found, shortcut)
            break
        if best is None or _further(journey) > _further(best[0]):
            best = (journey, found, shortcut)
        if journey.outcome in {
            JourneyOutcome.OUT_OF_TIME,
            JourneyOutcome.STOPPED_BY_GUARD,
            JourneyOutcome.MINIMUM_ORDER,
        }:
            break
    if best is None:
        return Journey(outcome=JourneyOutcome.NO_PRODUCT_FOUND), None
    journey, found, shortcut = best
    return await _with_shortest(outfit, viewport, journey, shortcut), found


async def _with_shortest(
    outfit: _Outfit, viewport: ViewportName, journey: Journey, shortcut: Shortcut | None
) -> Journey:
    """Replay the shorter way that was noticed on a walk, if any, and put what came of it into the journey."""
    if shortcut is None or not outfit.settings.shortest:
        return journey
    outfit.progress(f"trying a shorter way on {viewport}")
    walk = await _open(outfit, viewport, time.monotonic() + outfit.settings.walk_seconds, quiet=True)
    try:
        return journey.model_copy(update={"shortest_seen": await replay(walk, shortcut, journey.seconds)})
    finally:
        await _close(walk)


def _further(journey: Journey) -> int:
    reached = (journey.clicks.product, journey.clicks.in_cart, journey.clicks.cart, journey.clicks.door)
    return sum(value is not None for value in reached) * 2 + (0 if journey.virtual_product else 1)


async def _one_walk(
    outfit: _Outfit, viewport: ViewportName, found: Found, start: float, walked: Walked
) -> tuple[Journey, Shortcut | None, Found]:
    """Walk with one product and empty the cart again, which is no part of the walk's seconds since ``start``.

    Gives the product that was walked with, which is another one where home shows others at each load.
    """
    walk = await _open(outfit, viewport, start + outfit.settings.walk_seconds)
    walk.deep = outfit.settings.deep_checkout
    state = WalkState(found)
    try:
        outcome, reason = await take_legs(walk, state)
    except OutOfTimeError:
        outcome, reason = JourneyOutcome.OUT_OF_TIME, "the walk's time was spent"
    except Error as error:
        outcome, reason = JourneyOutcome.ERROR, str(error).splitlines()[0][:200]
    if outcome is not JourneyOutcome.CHECKOUT_REACHED and walk.guard.refusals and "cancel" in reason:
        outcome = JourneyOutcome.STOPPED_BY_GUARD
    journey = journey_of(walk, state, outcome, reason, time.monotonic() - start)
    shortcut = notice_shortcut(walk, state) if outcome is JourneyOutcome.CHECKOUT_REACHED else None
    if outcome is JourneyOutcome.CHECKOUT_REACHED and walked.storage_state is None:
        try:
            walked.storage_state = await walk.tab.page.context.storage_state()
        except Error:
            walked.storage_state = None
        walked.cart_url = state.cart_url
    if state.added and state.added.worked:
        if walked.kept_cart is None and _looks_whether_kept(outfit.settings) and state.marks.get("cart") is not None:
            walked.kept_cart = await look_whether_kept(walk, state.name, state.cart_url)
        try:
            cleared = await clear_cart(walk, state.name, state.cart_url or state.product_url)
        except (OutOfTimeError, Error):
            cleared = None
        journey = journey.model_copy(update={"cart_cleared": cleared})
    await _close(walk)
    return journey, shortcut, state.found


def _looks_whether_kept(settings: RecordSettings) -> bool:
    return probes(settings) and KEPT_CART not in settings.skip_probes
