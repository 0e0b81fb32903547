"""Looks whether a product stays in the cart: in a new tab, after a reload, and after going on and back.

This comes after the walk, whose figures stand by then, and before the cart is emptied: what a later visit would have to
put into a cart anew is still in this one. A loss counts only where a second time shows it as well.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace

from playwright.async_api import Error

from auditor.collect.guarding.guard import Phase
from auditor.collect.journey.cards import address_key, named
from auditor.collect.journey.cart import open_by_press
from auditor.collect.journey.proof import cart_view
from auditor.collect.journey.walk import LOOK_AGAIN_S, OutOfTimeError, Recorder, Walk
from auditor.collect.page.own_headers import new_page
from auditor.collect.page.settle import QUIET_PAGE_MS
from auditor.collect.page.tab import Tab
from auditor.model import Act, KeptCartSeen
from auditor.vocabulary import load_vocabulary

__all__ = ["KEPT_CART", "look_whether_kept"]

KEPT_CART = "kept-cart"
# Nothing new is begun after SECONDS; MOST_SECONDS leave time to see a loss a second time.
SECONDS, MOST_SECONDS = 5.0, 12.0
# The cart has to be emptied in the walk's time.
LEFT_FOR_EMPTYING = 15.0
# A page drawn by script may say that the cart is empty until it has asked what is in it.
LOOKS = 5
FILLS_S = 1.0
# From a checkout of some steps back to the cart.
STEPS_BACK = 3
RELOAD_MS = 10_000


@dataclass
class _Looking:
    """What is looked for, how much time there is, and what was found so far.

    ``always`` are words of an empty cart that stand on the page even where the product is shown.
    """

    product: str
    cart_url: str
    recorder: Recorder
    until: float
    found: dict[str, bool] = field(default_factory=dict)
    always: set[str] = field(default_factory=set)
    said: str = ""
    screenshot: str | None = None

    @property
    def in_time(self) -> bool:
        return time.monotonic() < self.until


_Look = Callable[[], Awaitable[bool | None]]


async def look_whether_kept(walk: Walk, product: str, cart_url: str) -> KeptCartSeen | None:
    """Look into the cart again in several ways; null where the walk's time does not allow it.

    Nothing is pressed but what opens the cart, and the guard lets pages send what they send while a customer browses.
    """
    now = time.monotonic()
    if walk.deadline - now < MOST_SECONDS + LEFT_FOR_EMPTYING:
        return None
    walk.guard.phase = Phase.BROWSE
    looking = _Looking(product, cart_url, walk.recorder, now + SECONDS)
    problem = ""
    try:
        async with asyncio.timeout(MOST_SECONDS):
            await _look(walk, looking)
    except (TimeoutError, OutOfTimeError):
        problem = "its time ran out"
    except Error as error:
        problem = str(error).splitlines()[0][:200]
    return KeptCartSeen(
        viewport=walk.tab.viewport,
        problem="" if looking.found else problem or "the cart could not be seen again",
        url=looking.cart_url[:600],
        new_tab=looking.found.get("new_tab"),
        reload=looking.found.get("reload"),
        back=looking.found.get("back"),
        said=looking.said,
        screenshot=looking.screenshot,
    )


async def _look(walk: Walk, looking: _Looking) -> None:
    async with _new_tab(walk) as there:
        shown = await _opened(there, looking)
        if shown:
            looking.found["new_tab"] = True
            await _reload_and_back(there, looking)
    if shown is not False:
        return
    # Where the tab of the walk does not show it either, the checkout may have taken it over: that tells nothing.
    here = _aside(walk, walk.tab)
    if await _returned(here, looking):
        async with _new_tab(walk) as there:
            if await _opened(there, looking) is False:
                await _lost(there, looking, "new_tab")
        await _reload_and_back(here, looking)


@asynccontextmanager
async def _new_tab(walk: Walk) -> AsyncIterator[Walk]:
    """Open another tab beside the walk's, in the same guarded context, and close it again."""
    context = walk.tab.page.context
    tab = Tab(page=await new_page(context), viewport=walk.tab.viewport, touch=walk.tab.touch, pace=walk.tab.pace)
    tab.follow(tab.page)
    tab.pages = len(context.pages)
    try:
        yield _aside(walk, tab)
    finally:
        with suppress(Error):  # the browser may have gone already
            await tab.page.close()


def _aside(walk: Walk, tab: Tab) -> Walk:
    """Make a walk that neither records nor counts anything, in a tab of the same visitor."""
    return replace(
        walk,
        tab=tab,
        recorder=replace(walk.recorder, act=_unwritten),
        seen=None,
        quiet=True,
        steps=[],
        interruptions=[],
        verified=[],
        views={},
        pressed_on={},
    )


def _unwritten(_act: Act) -> None:
    """Write nothing down: the walk has ended."""


async def _reload_and_back(walk: Walk, looking: _Looking) -> None:
    """Reload the cart, then go on from it and back; a cart that was lost tells nothing more."""

    async def reloaded() -> bool | None:
        return await _reloaded(walk, looking)

    async def came_back() -> bool | None:
        return await _came_back(walk, looking)

    for way, act in (("reload", reloaded), ("back", came_back)):
        if not looking.in_time or not await _kept(walk, looking, way, act):
            return


async def _kept(walk: Walk, looking: _Looking, way: str, act: _Look) -> bool:
    """Note whether the product stays; where it seems lost the same is done again before that is believed."""
    shown = await act()
    if shown:
        looking.found[way] = True
    elif shown is False and await act() is False:
        await _lost(walk, looking, way)
    return bool(shown)


async def _lost(walk: Walk, looking: _Looking, way: str) -> None:
    """Note a loss with the shop's own words for it and a picture."""
    looking.found[way] = False
    looking.said = looking.said or _empty_words(walk, looking)
    looking.screenshot = looking.screenshot or await looking.recorder.shot(walk.tab)


async def _opened(walk: Walk, looking: _Looking) -> bool | None:
    """Open the cart's address and say whether the product is shown there."""
    return None if await walk.tab.goto(looking.cart_url) else await _shown(walk, looking)


async def _returned(walk: Walk, looking: _Looking) -> bool | None:
    """Go back from the checkout to the cart without loading it anew where the shop allows it; say what is shown.

    A cart that answers what was sent to it tells nothing: to load it again would send that again.
    """
    cart = address_key(looking.cart_url)
    if any(method == "POST" and address_key(url) == cart for method, url, _status in walk.tab.sent):
        return None
    for _step in range(STEPS_BACK):
        if not await walk.back():
            break
        if _at_the_cart(walk, looking):
            return await _shown(walk, looking)
    return await _opened(walk, looking)


async def _reloaded(walk: Walk, looking: _Looking) -> bool | None:
    tab = walk.tab
    if tab.pace:
        await tab.pace(looking.cart_url)
    await tab.page.reload(wait_until="domcontentloaded", timeout=RELOAD_MS)
    await tab.settle(quiet_ms=QUIET_PAGE_MS)
    return await _shown(walk, looking)


async def _came_back(walk: Walk, looking: _Looking) -> bool | None:
    """Go on to the home page and back by the browser's own button."""
    tab = walk.tab
    if await tab.goto(walk.home):
        return None
    if tab.pace:
        await tab.pace(looking.cart_url)
    return await _shown(walk, looking) if await walk.back() else None


async def _shown(walk: Walk, looking: _Looking) -> bool | None:
    """Say whether the cart shows the product: false where it is said to be empty, null where neither is seen."""
    for look in range(LOOKS):
        if look:
            await asyncio.sleep(LOOK_AGAIN_S)
        await walk.look()
        if _shows(walk, looking):
            return True
        if _lies_over_the_product(walk, looking):
            break
    if await walk.clear() and _shows(walk, looking):
        return True
    if (walk.tab.status or 200) >= 400:
        return None
    if _lies_over_the_product(walk, looking):
        return await _pressed_open(walk, looking)
    return False if _at_the_cart(walk, looking) and _empty_words(walk, looking) else None


async def _pressed_open(walk: Walk, looking: _Looking) -> bool | None:
    """Open a cart that lies over the product's page; where the control leads to a page of its own, that is taken."""
    opened = await open_by_press(walk, looking.product)
    if opened.view:
        if opened.view.kind == "page":
            looking.cart_url = walk.tab.page.url
        looking.always |= set(_lines_of_emptiness(walk))
        return True
    if opened.why != "the cart is empty":
        return None
    await asyncio.sleep(FILLS_S)
    await walk.look()
    return True if _shows(walk, looking) else False if _empty_words(walk, looking) else None


def _shows(walk: Walk, looking: _Looking) -> bool:
    """Tell whether a view of the cart is open that shows the product; what it says of emptiness then is noted."""
    if not cart_view(walk.now, looking.product, walk.language):
        return False
    looking.always |= set(_lines_of_emptiness(walk))
    return True


def _lies_over_the_product(walk: Walk, looking: _Looking) -> bool:
    """Tell whether the cart has no page of its own: then its address is that of the product, and it must be opened."""
    return looking.cart_url == walk.home or any(named(looking.product, heading) for heading in walk.now.h1)


def _at_the_cart(walk: Walk, looking: _Looking) -> bool:
    return address_key(walk.now.url) == address_key(looking.cart_url)


def _empty_words(walk: Walk, looking: _Looking) -> str:
    return next((line for line in _lines_of_emptiness(walk) if line not in looking.always), "")


def _lines_of_emptiness(walk: Walk) -> Iterator[str]:
    mentions = load_vocabulary().mentions
    return (line.strip()[:200] for line in walk.now.text.splitlines() if mentions("empty_cart", line))
