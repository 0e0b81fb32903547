"""The third leg: from the added product to the view that shows it in the cart."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from auditor.collect.journey.cards import address_key
from auditor.collect.journey.proof import CartView, another_page, cart_view
from auditor.collect.journey.rank import Ranked, matches, rank
from auditor.collect.journey.walk import LOOK_AGAIN_S, Walk
from auditor.collect.page.seen import Control, Seen
from auditor.model import PageKind
from auditor.vocabulary import load_vocabulary

__all__ = ["InCart", "cart_candidates", "open_by_press", "open_cart"]

TRIES = 5
LOOKS_BY_ITSELF, LOOKS_FOR_SLIDING = 4, 3
SURE_CART = 9
LINE_SIGNS = frozenset({"a line can be taken out", "a total", "a quantity"})


@dataclass(frozen=True)
class InCart:
    """The cart as it was found: the view, the clicks from adding to it, and whether it opened by itself."""

    view: CartView | None
    by_itself: bool = False
    why: str = ""


def cart_candidates(walk: Walk) -> tuple[Ranked, ...]:
    """Weigh what may open the cart; a link inside a notice about the added product counts more."""
    fresh = {one.index for one in walk.now.layers if one.same not in walk.layers_before}

    def noticed(control: Control) -> list[tuple[str, float]]:
        more = [("in a layer over the page", 2.0)] if control.layer >= 0 and control.area != "nav" else []
        if control.selector in walk.counted:
            more.append(("its count went up", 7.0))
        if control.layer in fresh and control.said and not matches(control, "continue_shopping", walk.language):
            more.append(("in a layer that came with the product", 3.0))
        return more

    # What sends words to somebody opens no cart, wherever it lies.
    pool = [one for one in walk.now.visible if not (one.submits and one.form_asks)]
    return rank("cart", pool, walk.language, noticed)


async def open_cart(walk: Walk, product: str, before: Seen | None) -> InCart:
    """Bring the cart with the product's line into view, by as few presses as the shop asks for."""
    view = await _by_itself(walk, product, before)
    if not view and not walk.tab.touch and (hovered := await _by_hover(walk, product)):
        return hovered
    view = view or await _slid_in(walk, product, before)
    if view:
        # A pop-up whose answer leads to the cart stands on the way: answering it is a click.
        why = "the answer to a pop-up opened it" if walk.led_on else f"the {view.kind} opened by itself"
        await walk.step("cart", clicks=1 if walk.led_on else 0, page=PageKind.CART)
        walk.note("cart", "cart", (), None, worked=True, act="look", by=view.reasons, why=why)
        return InCart(view, by_itself=not walk.led_on)
    return await open_by_press(walk, product)


async def _by_itself(walk: Walk, product: str, before: Seen | None) -> CartView | None:
    """See whether the cart opens by itself, which may take a moment after the count has gone up."""
    for look in range(LOOKS_BY_ITSELF):
        if look:
            await asyncio.sleep(LOOK_AGAIN_S)
            await walk.look()
        led = before is not None and another_page(before.url, walk.now.url)
        view = cart_view(walk.now, product, walk.language, before=before, pressed=led)
        if view and view.kind == "page" and not LINE_SIGNS & set(view.reasons) and _named_elsewhere(walk):
            return None  # it only announces the product, and leads to the cart
        if view:
            return view
    return None


async def _slid_in(walk: Walk, product: str, before: Seen | None) -> CartView | None:
    """Look on where a hidden cart stands ready: some slide in half a second after the product was added."""
    hidden = [one for one in walk.now.controls if not one.visible and one.area != "header"]
    if not any(
        max(matches(one, "cart", walk.language), matches(one, "checkout", walk.language)) >= 0.9 for one in hidden
    ):
        return None
    for _look in range(LOOKS_FOR_SLIDING):
        await asyncio.sleep(LOOK_AGAIN_S)
        await walk.look()
        view = cart_view(walk.now, product, walk.language, before=before, pressed=False)
        if view and view.kind != "page":
            return view
    return None


def _named_elsewhere(walk: Walk) -> bool:
    """Tell whether the page itself, not its header, holds a control that opens the cart, and is not the cart."""
    here = address_key(walk.now.url)
    return any(
        one.control.area == "main" and one.score >= SURE_CART and address_key(one.control.href or "") != here
        for one in cart_candidates(walk)
    )


async def _by_hover(walk: Walk, product: str) -> InCart | None:
    """Rest the pointer on the cart control; a cart that opens on hover costs no click."""
    ranked = cart_candidates(walk)
    for one in [r for r in ranked if r.control.area in {"header", "nav", "main"} and not r.control.covered][:1]:
        before = walk.now
        if not await walk.tab.hover(one.control):
            continue
        await walk.look()
        view = cart_view(walk.now, product, walk.language, before=before, pressed=True)
        if view and view.kind == "layer":
            await walk.step("cart", page=PageKind.CART)
            walk.note("cart", "cart", ranked, one.control, worked=True, act="hover", by=view.reasons)
            return InCart(view, by_itself=True)
        await walk.tab.page.mouse.move(5, 400)
    return None


async def open_by_press(walk: Walk, product: str) -> InCart:
    """Press what opens the cart until a view shows the product."""
    tried: set[tuple[str, str, str]] = set()
    opened = 0
    why = "no control opens the cart"
    for _attempt in range(TRIES):
        ranked = tuple(r for r in cart_candidates(walk) if r.control.same not in tried)
        if not ranked:
            if opened or not await _open_menu(walk):
                break
            opened += 1
            continue
        control = ranked[0].control
        tried.add(control.same)
        before = walk.now
        press = await walk.press(control)
        if not press.done:
            walk.note("cart", "cart", ranked, control, worked=False, why=press.note)
            continue
        view = await _wait_for_cart(walk, product, before)
        if view:
            walk.note("cart", "cart", ranked, control, worked=True, by=view.reasons, counted=1 + opened, ms=press.ms)
            await walk.step("cart", press=press, control=control, clicks=1 + opened, page=PageKind.CART)
            return InCart(view)
        empty = load_vocabulary().mentions("empty_cart", walk.now.text)
        why = "the cart is empty" if empty else "what opened does not show the product"
        walk.note("cart", "cart", ranked, control, worked=False, why=why)
        if empty:
            return InCart(None, why=why)
        inner = await _second_press(walk, product, control)
        if inner:
            return inner
        if walk.now.address == before.address:
            await walk.look()
        elif not await walk.back():
            break
    return InCart(None, why=why)


async def _second_press(walk: Walk, product: str, first: Control) -> InCart | None:
    """Go on from a mini-cart without lines, or a notice, to the cart itself."""
    ranked = tuple(
        r
        for r in rank("cart", walk.now.visible, walk.language)
        if r.control.layer >= 0 and r.control.same != first.same
    )
    if not ranked:
        return None
    before = walk.now
    press = await walk.press(ranked[0].control)
    view = await _wait_for_cart(walk, product, before) if press.done else None
    if not view:
        return None
    walk.note("cart", "cart", ranked, ranked[0].control, worked=True, by=view.reasons, counted=2, ms=press.ms)
    await walk.step("cart", press=press, control=ranked[0].control, clicks=2, page=PageKind.CART)
    return InCart(view)


async def _open_menu(walk: Walk) -> bool:
    """Open the phone's menu, where the cart may hide."""
    menu = next(iter(rank("menu", walk.now.visible, walk.language)), None)
    if menu is None or not (await walk.press(menu.control)).done:
        return False
    await walk.look()
    return True


async def _wait_for_cart(walk: Walk, product: str, before: Seen) -> CartView | None:
    for _try in range(8):
        await walk.look()
        view = cart_view(walk.now, product, walk.language, before=before, pressed=True)
        if view:
            return view
        if load_vocabulary().mentions("empty_cart", walk.now.text) and _try >= 2:
            return None
        await asyncio.sleep(LOOK_AGAIN_S)
    if walk.now.layers:
        await walk.clear()
        return cart_view(walk.now, product, walk.language, before=before, pressed=True)
    return None
