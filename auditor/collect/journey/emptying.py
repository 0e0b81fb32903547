"""Takes out again what a walk has put into the cart, by whatever way the shop has for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.async_api import Error

from auditor.collect.guarding.guard import Phase
from auditor.collect.journey.cards import leads_somewhere, named
from auditor.collect.journey.cart import open_by_press
from auditor.collect.journey.express import is_express
from auditor.collect.journey.proof import cart_view
from auditor.collect.journey.rank import matches, rank
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["clear_cart"]

ROUNDS = 6
UNTOLD_TRIED = 3
WIDEST_UNTOLD_PX = 200
_TIMES = re.compile(r"^[×✕✖xX⨯✗╳🗑]$")
_MINUS = re.compile(r"^[-−–]$")
# What a small control of a cart may do instead of taking a line out.
_OTHER_DEEDS = (
    "continue_shopping",
    "checkout",
    "add_to_cart",
    "wishlist",
    "search",
    "newsletter",
    "close_layer",
    "menu_open",
    "chat",
    "log_in",
    "create_account",
    "place_order",
    "order_obligation",
    "cart",
    "terms",
)


@dataclass
class _Emptying:
    """A cart that is being emptied: where it opens, whether something was taken out, and what was tried."""

    walk: Walk
    product: str
    cart_url: str
    taken: bool = False
    tried: set[tuple[str, str, str]] = field(default_factory=set)
    counts_tried: bool = False
    untold: int = 0


async def clear_cart(walk: Walk, product: str, cart_url: str) -> bool | None:
    """Empty the cart; false where the shop has no way to, null where the cart could not be seen any more."""
    walk.guard.phase = Phase.CLEANING
    walk.quiet = True
    walk.tab.accept_dialogs = True
    job = _Emptying(walk, product, cart_url)
    for _round in range(ROUNDS):
        inside = await _open(job)
        if inside is None:
            return None
        if not inside:
            return True
        if await _take_out(job, inside):
            job.taken = True
        elif not await _to_page(job, inside):
            return False
        if _says_empty(walk):
            return True
    return False


def _says_empty(walk: Walk) -> bool:
    return load_vocabulary().mentions("empty_cart", walk.now.text) is not None


async def _open(job: _Emptying) -> tuple[Control, ...] | None:
    """Open the cart anew; gives its controls, none where it is empty, and null where it is not to be seen."""
    walk = job.walk
    if await walk.tab.goto(job.cart_url):
        return None
    await walk.look()
    await walk.clear()
    if _says_empty(walk):
        return ()
    view = cart_view(walk.now, job.product, walk.language)
    if view is None and not _is_cart_page(job):
        opened = await open_by_press(walk, job.product)
        if opened.view is None:
            return () if job.taken or opened.why == "the cart is empty" else None
        view = opened.view
    if view and view.kind == "layer":
        return view.controls
    if not named(job.product, walk.now.text):
        return ()
    return tuple(c for c in walk.now.visible if c.area not in {"header", "nav", "footer"})


def _is_cart_page(job: _Emptying) -> bool:
    """Tell whether the address is that of a cart: neither home nor the product's own page shows what is in it."""
    seen = job.walk.now
    return job.cart_url != job.walk.home and not any(named(job.product, heading) for heading in seen.h1)


async def _to_page(job: _Emptying, inside: tuple[Control, ...]) -> bool:
    """Go from a small view of the cart to its own page; false where there is no other."""
    walk = job.walk
    # A small cart with one line looks like a product's card.
    loose = (c.model_copy(update={"card": -1}) for c in inside)
    ways = [one.control for one in rank("cart", loose, walk.language) if one.control.same not in job.tried]
    if not ways:
        return False
    job.tried.add(ways[0].same)
    before = walk.now
    if not (await walk.press(ways[0])).done or not await walk.look_for_change(before):
        return False
    moved = walk.now.address not in {before.address, job.cart_url}
    job.cart_url = walk.tab.page.url if moved else job.cart_url
    return moved


async def _take_out(job: _Emptying, inside: tuple[Control, ...]) -> bool:
    """Try one way after the other until the cart changes; false where none is left."""
    while control := _way_out(job, inside):
        job.tried.add(control.same)
        if await _pressed(job, control):
            return True
    if not job.counts_tried and _is_cart_page(job):
        job.counts_tried = True
        if await _set_to_none(job):
            return True
    while control := _untold(job, inside):
        job.tried.add(control.same)
        job.untold += 1
        if await _pressed(job, control):
            return True
    return False


async def _pressed(job: _Emptying, control: Control) -> bool:
    """Press a control and say yes where the shop asks whether that is meant; true where the page has changed."""
    walk = job.walk
    before = walk.now
    again = walk.again(control)
    if again is None or not (await walk.press(again)).done:
        return False
    changed = await walk.look_for_change(before)
    known = {c.same for c in before.visible}
    confirms = wording("confirming_removal").search
    asked = [c for c in walk.now.visible if c.layer >= 0 and c.same not in known and confirms(c.said)]
    if asked and (await walk.press(asked[0])).done:
        await walk.look_for_change(walk.now)
    return changed


def _way_out(job: _Emptying, inside: tuple[Control, ...]) -> Control | None:
    """Give the likeliest control: one that takes out a line, then one that empties the cart, then one less of it."""
    language = job.walk.language
    fresh = [c for c in inside if c.enabled and c.same not in job.tried]
    lines = [one.control for one in rank("remove_line", fresh, language)]
    crosses = [c for c in fresh if c.layer < 0 and any(_TIMES.match(text) for text in c.labels)]
    empties = [c for c in fresh if matches(c, "empty_all", language) >= 0.8]
    fewer = [c for c in fresh if any(_MINUS.match(text) for text in c.labels)]
    return next(iter((*lines, *crosses, *empties, *fewer)), None)


async def _set_to_none(job: _Emptying) -> bool:
    """Write 0 as the quantity and send that; true where the page has changed."""
    walk = job.walk
    before = walk.now
    fields = await walk.fields()
    counts = [n for n, f in enumerate(fields) if f.visible and f.enabled and purpose_of(f) is Purpose.QUANTITY]
    if not counts or not await walk.tab.choose(counts[0], text="0"):
        return False
    try:
        await walk.tab.page.keyboard.press("Enter")
    except Error:
        return False
    await walk.tab.settle()
    return await walk.look_for_change(before)


def _untold(job: _Emptying, inside: tuple[Control, ...]) -> Control | None:
    """Give the next small control whose words are not known: the lines stand above the way to checkout."""
    language = job.walk.language
    if job.untold >= UNTOLD_TRIED:
        return None
    small = [
        c
        for c in inside
        if c.enabled
        and c.same not in job.tried
        and c.tag in {"a", "button"}
        and c.said
        and c.box.width <= WIDEST_UNTOLD_PX
        and not (leads_somewhere(c) and "?" not in c.href)
        and not is_express(c.said)
        and not any(matches(c, intent, language) >= 0.55 for intent in _OTHER_DEEDS)
    ]
    return min(small, key=lambda c: c.box.y, default=None)
