"""Walks a shop from home to the door of checkout on each screen, with a product that was scouted once for all of them."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error

from auditor.collect.browser import VIEWPORTS, Launched, new_context
from auditor.collect.guard import Guard
from auditor.collect.journey.adding import Added, add_to_cart
from auditor.collect.journey.cart import clear_cart, open_cart
from auditor.collect.journey.door import go_to_checkout, read_the_door
from auditor.collect.journey.door_reading import signature
from auditor.collect.journey.find import Finds, Found, category_candidates, reach, scout
from auditor.collect.journey.product import cards_in_order, named, read_product
from auditor.collect.journey.rank import rank
from auditor.collect.journey.walk import OutOfTimeError, Recorder, Walk
from auditor.collect.tab import open_tab
from auditor.model import (
    Clicks,
    Journey,
    JourneyOutcome,
    JourneyStep,
    PageKind,
    ProductSeen,
    ViewportName,
)
from auditor.settings import RecordSettings
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import Purpose, purpose_of

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
    guard = Guard(silenced=outfit.silenced)
    await guard.attach(context)
    tab = await open_tab(context, viewport, touch=VIEWPORTS[viewport].touch, pace=outfit.pace)
    return Walk(tab, guard, outfit.home, outfit.settings.consent, outfit.recorder(viewport), deadline, quiet=quiet)


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
        tries = [chosen, *(p for p in products if p is not chosen)] if chosen else products
        journey, used = await _walk_on(outfit, viewport, [t for t in tries if t], walked)
        if not chosen and journey.outcome in TRY_OTHERS and not again:
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


# --- scouting


def _in_order(finds: Finds) -> list[Found]:
    """Put the products that can be bought with the fewest choices first; among equals the order on the page holds."""
    order = sorted(range(len(finds.good)), key=lambda n: (not finds.good[n].sure, finds.good[n].options, n))
    return [finds.good[n] for n in order]


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
        wall = _wall(walk)
        if wall:
            return finds, wall
        finds = await scout(walk, outfit.settings.start_product, outfit.settings.start_category, skip)
        if not finds.good:
            await walk.go(outfit.home)
            return finds, _nothing_found(walk, finds)
    except OutOfTimeError:
        if not finds.good:
            return finds, Journey(outcome=JourneyOutcome.OUT_OF_TIME, reason="no product was found in time")
    except Error as error:
        if not finds.good:
            return finds, Journey(outcome=JourneyOutcome.ERROR, reason=str(error).splitlines()[0][:200])
    finally:
        await _close(walk)
    return finds, None


def _wall(walk: Walk) -> Journey | None:
    """Tell a robot wall, a closed shop and a server error from a shop, on home."""
    vocabulary = load_vocabulary()
    text = walk.now.text
    status = walk.tab.status or 200
    if status in {403, 429} or (len(text) < 1200 and vocabulary.mentions("robot_wall", text)):
        return Journey(
            outcome=JourneyOutcome.ROBOT_WALL, reason=f"the shop answered {status} and asks robots to stay out"
        )
    if status == 451:
        return Journey(outcome=JourneyOutcome.GEO_BLOCKED, reason="the shop does not open in this country")
    closed = vocabulary.mentions("closed_shop", text) if len(text) < 2500 else None
    if closed and not walk.now.cards:
        return Journey(outcome=JourneyOutcome.CLOSED_SHOP, reason=f'the page says "{closed}"')
    if status >= 400:
        return Journey(outcome=JourneyOutcome.SITE_ERROR, reason=f"the shop's home answered {status}")
    return None


def _nothing_found(walk: Walk, finds: Finds) -> Journey:
    """Say why no product can be walked with."""
    vocabulary = load_vocabulary()
    if finds.sold_out:
        return Journey(
            outcome=JourneyOutcome.ALL_SOLD_OUT, reason=f"all {finds.sold_out} products looked at are sold out"
        )
    if finds.hidden:
        login = vocabulary.mentions("log_in", walk.now.text[:3000])
        return Journey(
            outcome=JourneyOutcome.PRICE_HIDDEN,
            reason="products show no price" + (" before logging in" if login else ""),
        )
    fields = [c for c in walk.now.visible if c.tag == "input" and c.type == "password"]
    if not walk.now.cards and not category_candidates(walk, walk.now) and (fields or _only_login(walk)):
        return Journey(outcome=JourneyOutcome.LOGIN_WALL, reason="the shop shows nothing before logging in")
    if _only_login(walk) and not walk.now.cards:
        return Journey(outcome=JourneyOutcome.LOGIN_WALL, reason="the shop shows no products before logging in")
    shop = bool(walk.now.cards or rank("cart", walk.now.visible, walk.language) or finds.looked and walk.now.prices)
    if not shop:
        return Journey(outcome=JourneyOutcome.NOT_A_SHOP, reason="no price, no cart and no product was seen")
    return Journey(
        outcome=JourneyOutcome.NO_PRODUCT_FOUND, reason=f"{finds.looked} pages looked at, none could be bought from"
    )


def _only_login(walk: Walk) -> bool:
    text = walk.now.text
    return len(text) < 3000 and load_vocabulary().mentions("log_in", text) is not None and not walk.now.prices


# --- one screen


async def _walk_on(
    outfit: _Outfit, viewport: ViewportName, products: list[Found], walked: Walked
) -> tuple[Journey, Found | None]:
    """Walk with one product after the other until the door is reached; the last failure stands where none does it."""
    start = time.monotonic()
    deadline = start + outfit.settings.walk_seconds
    best: tuple[Journey, Found] | None = None
    for found in products[:PRODUCTS_WALKED]:
        journey = await _one_walk(outfit, viewport, found, deadline, walked)
        journey = journey.model_copy(update={"seconds": round(time.monotonic() - start, 1)})
        if journey.outcome is JourneyOutcome.CHECKOUT_REACHED and not journey.virtual_product:
            if best and best[0].virtual_product:
                journey = journey.model_copy(update={"virtual_product": True})
            return journey, found
        if best is None or _further(journey) > _further(best[0]):
            best = (journey, found)
        if journey.outcome in {
            JourneyOutcome.OUT_OF_TIME,
            JourneyOutcome.STOPPED_BY_GUARD,
            JourneyOutcome.MINIMUM_ORDER,
        }:
            break
    return best if best else (Journey(outcome=JourneyOutcome.NO_PRODUCT_FOUND), None)


def _further(journey: Journey) -> int:
    reached = (journey.clicks.product, journey.clicks.in_cart, journey.clicks.cart, journey.clicks.door)
    return sum(value is not None for value in reached) * 2 + (0 if journey.virtual_product else 1)


async def _one_walk(outfit: _Outfit, viewport: ViewportName, found: Found, deadline: float, walked: Walked) -> Journey:
    walk = await _open(outfit, viewport, deadline)
    state = _State(found)
    try:
        outcome, reason = await _legs(walk, state)
    except OutOfTimeError:
        outcome, reason = JourneyOutcome.OUT_OF_TIME, "the walk's time was spent"
    except Error as error:
        outcome, reason = JourneyOutcome.ERROR, str(error).splitlines()[0][:200]
    if outcome is not JourneyOutcome.CHECKOUT_REACHED and walk.guard.refusals and "cancel" in reason:
        outcome = JourneyOutcome.STOPPED_BY_GUARD
    journey = _journey(walk, state, outcome, reason)
    if outcome is JourneyOutcome.CHECKOUT_REACHED and walked.storage_state is None:
        try:
            walked.storage_state = await walk.tab.page.context.storage_state()
        except Error:
            walked.storage_state = None
        walked.cart_url = state.cart_url
    if state.added and state.added.worked:
        try:
            cleared = await clear_cart(walk, state.name, state.cart_url or state.product_url)
        except (OutOfTimeError, Error):
            cleared = None
        journey = journey.model_copy(update={"cart_cleared": cleared})
    await _close(walk)
    return journey


@dataclass
class _State:
    """What one walk has reached so far."""

    found: Found
    name: str = ""
    added: Added | None = None
    product_url: str = ""
    cart_url: str = ""
    door: Any = None
    virtual: bool = False
    marks: dict[str, int | None] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


async def _legs(walk: Walk, state: _State) -> tuple[JourneyOutcome, str]:
    """Take one leg after the other and mark the clicks at each milestone."""
    problem = await walk.go(walk.home)
    if problem:
        return JourneyOutcome.SITE_ERROR, problem
    await walk.step("home", page=PageKind.HOME)
    if not await reach(walk, state.found) and not await _reach_otherwise(walk, state):
        return JourneyOutcome.NO_PRODUCT_FOUND, "the product could not be reached by the page's own controls"
    reading = read_product(walk.now, walk.language, state.found.reading.name)
    state.name, state.product_url = reading.name or state.found.reading.name, walk.tab.page.url
    walk.product = ProductSeen(
        id=state.found.route[-1].key if state.found.route else "home",
        name=state.name,
        url=state.product_url[:600],
        price=reading.price or None,
        amount=reading.amount,
        currency=reading.currency,
    )
    state.marks["product"] = walk.clicks
    before_fields = frozenset(signature(f) for f in await walk.fields() if f.visible)
    state.known = before_fields
    state.added = await add_to_cart(walk, state.name)
    if not state.added.worked:
        sold_out = load_vocabulary().mentions("out_of_stock", state.added.why) is not None
        return (JourneyOutcome.ALL_SOLD_OUT if sold_out else JourneyOutcome.ADD_TO_CART_FAILED), state.added.why
    await walk.clear()
    cart = await open_cart(walk, state.name, state.added.before)
    strong = {"count", "line", "notice"} & set(state.added.signs)
    if cart.view is None and not strong:
        straight = await _straight_to_door(walk, state, before_fields)
        return straight or (
            JourneyOutcome.ADD_TO_CART_FAILED if cart.why == "the cart is empty" else JourneyOutcome.CART_NOT_FOUND,
            cart.why,
        )
    state.marks["in_cart"] = sum(s.clicks for s in walk.steps[: _index(walk, "in_cart") + 1])
    walk.verified += [*state.added.signs, *(cart.view.reasons if cart.view else ())]
    if cart.view is None:
        straight = await _straight_to_door(walk, state, before_fields)
        if straight:
            return straight
    else:
        state.marks["cart"] = walk.clicks
        state.cart_url = walk.tab.page.url if cart.view.kind == "page" else state.product_url
    at = await go_to_checkout(walk, cart.view, before_fields)
    if not at.reached:
        return (JourneyOutcome.CART_NOT_FOUND if cart.view is None else at.outcome), at.why
    return await _at_the_door(walk, state)


async def _at_the_door(walk: Walk, state: _State) -> tuple[JourneyOutcome, str]:
    state.marks["door"] = walk.clicks
    state.door = await read_the_door(walk, state.known)
    if state.door.guest_visit is not None:
        state.marks["guest_form"] = walk.clicks
        fields = await walk.fields()
        asked = {purpose_of(f) for f in fields if f.visible}
        delivery = {Purpose.STREET, Purpose.POSTCODE, Purpose.CITY} & asked
        order = any(
            load_vocabulary().match("order_obligation", c.said, walk.language)
            or load_vocabulary().match("place_order", c.said, walk.language)
            for c in walk.now.visible
        )
        state.virtual = not delivery and order and Purpose.EMAIL in asked
    return JourneyOutcome.CHECKOUT_REACHED, ""


async def _straight_to_door(
    walk: Walk, state: _State, before_fields: frozenset[str]
) -> tuple[JourneyOutcome, str] | None:
    """See whether adding led past any cart straight to checkout ("buy now")."""
    if walk.now.url.split("#")[0] == state.product_url.split("#")[0]:
        return None
    from auditor.collect.journey.door import _reading, _strong

    reading, _fields = await _reading(walk, before_fields)
    if not (reading.is_door and _strong(reading)):
        return None
    state.marks["in_cart"] = walk.clicks
    await walk.step("door", page=PageKind.CHECKOUT)
    walk.verified.append("checkout" if named(state.name, walk.now.text) else "door")
    return await _at_the_door(walk, state)


def _index(walk: Walk, kind: str) -> int:
    return next((n for n, step in enumerate(walk.steps) if step.kind == kind), len(walk.steps) - 1)


async def _reach_otherwise(walk: Walk, state: _State) -> bool:
    """Take another way to the product, or to another product, where the scouted way is gone on this screen or load."""
    from auditor.collect.journey.find import Hop, reroute, search_for

    label = state.found.route[-1].label if state.found.route else state.found.reading.name
    last = state.found.route[-1] if state.found.route else Hop("product", label, "")
    await walk.go(walk.home)
    walk.steps = walk.steps[:1]
    rotates = len(state.found.route) == 1 and len(cards_in_order(walk.now)) >= 2
    if rotates and await _first_on_home(walk, state):
        return True
    for one in category_candidates(walk, walk.now)[:4]:
        await walk.go(walk.home)
        walk.steps = walk.steps[:1]
        hop = Hop("category", one.control.said, one.control.href and _key(one.control.href) or "", one.control.href)
        if await reach(walk, reroute(state.found, (hop, last))):
            return True
    await walk.go(walk.home)
    walk.steps = walk.steps[:1]
    clicks = await search_for(walk, label) if label else 0
    if clicks:
        await walk.step("search", clicks=clicks, page=PageKind.SEARCH)
        if await reach(walk, reroute(state.found, (last,))):
            return True
    await walk.go(walk.home)
    walk.steps = walk.steps[:1]
    return not rotates and await _first_on_home(walk, state)


async def _first_on_home(walk: Walk, state: _State) -> bool:
    """Take the first product of this load of home that can be had: some shops show others at each load."""
    from auditor.collect.journey.find import Hop, reroute

    for card in cards_in_order(walk.now)[:4]:
        hop = Hop("product", card.name, "")
        if await reach(walk, reroute(state.found, (hop,))):
            reading = read_product(walk.now, walk.language, card.name)
            if reading.is_product and not reading.sold_out and reading.add:
                state.found = Found((hop,), reading, 0, walk.tab.page.url)
                return True
        await walk.go(walk.home)
        walk.steps = walk.steps[:1]
    return False


def _key(url: str) -> str:
    from auditor.collect.journey.product import address_key

    return address_key(url)


def _journey(walk: Walk, state: _State, outcome: JourneyOutcome, reason: str) -> Journey:
    marks = state.marks
    steps: tuple[JourneyStep, ...] = tuple(walk.steps)
    return Journey(
        outcome=outcome,
        door=state.door,
        clicks=Clicks(
            product=marks.get("product"),
            in_cart=marks.get("in_cart"),
            cart=marks.get("cart"),
            door=marks.get("door"),
            guest_form=marks.get("guest_form"),
            interruptions=len(walk.interruptions),
        ),
        presses=walk.presses,
        product=walk.product,
        errors=len(walk.tab.errors),
        verified_by=tuple(dict.fromkeys(walk.verified)),
        steps=steps,
        reason=reason,
        feedback_ms=state.added.feedback_ms if state.added else None,
        announced=state.added.announced if state.added else None,
        virtual_product=state.virtual,
        refusals=tuple(walk.guard.refusals[:20]),
    )
