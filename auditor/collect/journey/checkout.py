"""The leg from the cart to the door of checkout: press the way on until a form, a chooser or a login stands there."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

from auditor.collect.journey.cart import cart_candidates
from auditor.collect.journey.door_reading import DoorReading, is_strong, read_here, signature
from auditor.collect.journey.proof import CartView
from auditor.collect.journey.rank import Ranked, matches, rank
from auditor.collect.journey.walk import Walk
from auditor.collect.seen import Control, Seen
from auditor.model import (
    JourneyOutcome,
    PageKind,
)
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["EXPRESS", "AtDoor", "go_to_checkout"]

_MINIMUM = re.compile(
    r"(?:minimum|minimi|minimaal\w*|vähimmäis|pienin|minsta|lägsta|mindste?|minste|mindest)[\s-]?\w{0,12}[\s-]{0,3}"
    r"(?:order|purchase|spend|tilau\w*|osto\w*|beställ\w*|köp|bestell\w*|bestill\w*|ordre\w*|tellimu\w*|summa)",
    re.I,
)
TRIES = 5
ONWARD = 2
EXPRESS = re.compile(r"paypal|apple ?pay|google ?pay|g ?pay|shop ?pay|klarna|vipps|mobilepay|amazon pay", re.I)
_NOT_ONWARD = (
    "continue_shopping",
    "remove_line",
    "empty_all",
    "wishlist",
    "search",
    "newsletter",
    "close_layer",
    "add_to_cart",
    "menu_open",
    "chat",
    "log_in",
    "create_account",
    "accept_cookies",
    "reject_cookies",
    "shop_category",
    "home",
    "contact",
    "returns",
    "terms",
    "delivery",
    "chat",
    "cart",
)


@dataclass(frozen=True)
class AtDoor:
    """Where the way from the cart ended: at a door, or at an outcome with its reason."""

    reached: bool
    outcome: JourneyOutcome = JourneyOutcome.CHECKOUT_NOT_FOUND
    why: str = ""


async def go_to_checkout(walk: Walk, view: CartView | None, before_fields: frozenset[str]) -> AtDoor:
    """Press the way to checkout until a door stands there; look-alikes that do nothing are passed over."""
    if view and view.kind == "page":
        reading, _fields = await read_here(walk, before_fields)
        if reading.open_form and is_strong(reading):
            walk.note("checkout", "checkout", (), None, worked=True, act="look", why="cart and checkout are one page")
            await walk.step("door", page=PageKind.CHECKOUT)
            return AtDoor(True)
    tried: set[tuple[str, str, str]] = set()
    why = "no control leads to checkout"
    ticked = False
    opened = 0
    walk.everywhere = frozenset((c.said, c.href) for c in walk.now.visible)
    for _attempt in range(TRIES):
        pool = _pool(walk, view)
        ranked = tuple(r for r in rank("checkout", pool, walk.language) if r.control.same not in tried)
        gone = view is not None and view.kind == "layer" and not opened and not _still_open(walk, view)
        if gone and not any(r.score >= 9 for r in ranked) and await _open_again(walk):
            opened, view, tried = 1, CartView("page", (), ()), set()
            continue
        if not ranked and view is not None:
            ranked = tuple(r for r in _main_actions(pool, walk.language) if r.control.same not in tried)
            if not ranked and view.kind == "layer" and not opened and await _open_again(walk):
                opened, view, tried = 1, CartView("page", (), ()), set()
                continue
        usable = tuple(r for r in ranked if r.control.enabled)
        if not usable:
            blocked = _blocked_by(walk.now, ranked)
            if not ticked and (ranked or why != "no control leads to checkout") and await _accept_terms(walk):
                ticked, tried = True, set()
                continue
            return AtDoor(False, *blocked) if blocked else AtDoor(False, why=why)
        control = usable[0].control
        tried.add(control.same)
        known = before_fields | frozenset(signature(f) for f in await walk.fields() if f.visible)
        before = walk.now
        press = await walk.press(control)
        if not press.done:
            why = press.note
            walk.note("checkout", "checkout", ranked, control, worked=False, why=press.note)
            continue
        if await _wait_for_door(walk, before, known) is not None:
            walk.note(
                "checkout",
                "checkout",
                ranked,
                control,
                worked=True,
                counted=1,
                ms=press.ms,
                why="a form, a chooser or a login stands there",
            )
            await walk.step(
                "door", press=press, control=control, clicks=1 + opened + (1 if ticked else 0), page=PageKind.CHECKOUT
            )
            return AtDoor(True)
        moved = walk.now.url != before.url or walk.now.text != before.text
        if walk.tab.status and walk.tab.status >= 500:
            return AtDoor(False, JourneyOutcome.SITE_ERROR, f"the shop answered {walk.tab.status} at checkout")
        blocked = _blocked_by(walk.now, ())
        walk.note(
            "checkout", "checkout", ranked, control, worked=False, why="no door came" if moved else "nothing changed"
        )
        why = "the control leads to no form, chooser or login" if moved else "the control does nothing"
        if blocked:
            return AtDoor(False, *blocked)
        if moved and walk.now.url.split("#")[0] != before.url.split("#")[0]:
            onward = await _onward(walk, known)
            if onward is not None:
                await walk.step(
                    "door", press=press, control=control, clicks=1 + opened + onward, page=PageKind.CHECKOUT
                )
                return AtDoor(True)
            view = None
    return AtDoor(False, why=why)


def _still_open(walk: Walk, view: CartView) -> bool:
    return view.layer is not None and any(one.selector == view.layer.selector for one in walk.now.layers)


async def _open_again(walk: Walk) -> bool:
    """Open the cart by its control, where the layer that showed it has closed itself or holds no way on."""
    ranked = cart_candidates(walk)
    if not ranked or not (await walk.press(ranked[0].control)).done:
        return False
    await walk.look()
    walk.note("checkout", "cart", ranked, ranked[0].control, worked=True, counted=1, why="the cart had closed itself")
    return True


def _pool(walk: Walk, view: CartView | None) -> tuple[Control, ...]:
    if view and view.kind == "layer" and view.layer:
        again = next((l for l in walk.now.layers if l.selector == view.layer.selector), None)
        if again:
            inside = tuple(
                c
                for c in walk.now.visible
                if c.layer == again.index
                or (
                    again.box.x - 2 <= c.box.x < again.box.x + again.box.width
                    and again.box.y - 2 <= c.box.y < again.box.y + again.box.height
                    and c.layer >= 0
                )
            )
            if inside:
                return inside
    return walk.now.visible


def _main_actions(pool: tuple[Control, ...], language: str) -> list[Ranked]:
    """Weigh the buttons of a cart whose words are not known: large ones that do nothing else that is known."""
    found = []
    for control in pool:
        button = (
            control.tag == "button"
            or control.role == "button"
            or control.type in {"submit", "button"}
            or (control.kind == "pointer" and control.text)
            or control.tag == "a"
        )
        if (
            not button
            or control.area in {"header", "nav", "footer"}
            or (control.card >= 0 and control.layer < 0)
            or control.box.width < 70
            or not re.search(r"\w{3}", control.said)
        ):
            continue
        if any(
            matches(control, intent, language) >= 0.55
            for intent in (_NOT_ONWARD if control.tag == "a" else _NOT_ONWARD[:10])
        ) or EXPRESS.search(control.said):
            continue
        if re.search(
            r"coupon|voucher|update|qty|quantity|promo|apply|remove|delete|clear|minus|plus",
            f"{control.tokens} {control.name}",
            re.I,
        ):
            continue
        size = min(4.0, control.box.width * control.box.height / 5000)
        found.append(
            Ranked(
                control,
                round((1.5 if control.tag == "button" else 0.5) + size, 2),
                ("a main button of the cart, its words are not known",),
            )
        )
    return sorted(found, key=lambda one: -one.score)[:3]


async def _wait_for_door(walk: Walk, before: Seen, known: frozenset[str]) -> DoorReading | None:
    for attempt in range(12):
        await walk.look()
        reading, _fields = await read_here(walk, known)
        if reading.is_door and is_strong(reading):
            return reading
        if attempt == 5 and walk.now.layers and await walk.clear():
            continue
        if attempt >= 6 and walk.now.text == before.text and not walk.tab.inflight:
            return None
        await asyncio.sleep(0.2)
    return None


async def _onward(walk: Walk, known: frozenset[str]) -> int | None:
    """Pass a page between cart and door (an offer, a choice of delivery) by its own way on; gives the presses it took."""
    for number in range(1, ONWARD + 1):
        ranked = (
            *rank("checkout", walk.now.visible, walk.language),
            *rank("newcomer", walk.now.visible, walk.language),
        )
        onward = next((r for r in ranked if r.control.enabled), None)
        if onward is None:
            return None
        before = walk.now
        press = await walk.press(onward.control)
        reading = await _wait_for_door(walk, before, known) if press.done else None
        walk.note("checkout", "onward", ranked, onward.control, worked=reading is not None, counted=1, why=press.note)
        if reading:
            return number
    return None


def _blocked_by(seen: Seen, ranked: tuple[Ranked, ...]) -> tuple[JourneyOutcome, str] | None:
    hit = _MINIMUM.search(seen.text)
    said = load_vocabulary().mentions("minimum_order", seen.text) or (hit.group(0) if hit else None)
    if said and (not ranked or not ranked[0].control.enabled):
        return JourneyOutcome.MINIMUM_ORDER, f'the shop asks for a minimum order ("{said}")'
    return None


async def _accept_terms(walk: Walk) -> bool:
    """Tick the terms where checkout cannot be pressed without it."""
    fields = await walk.fields()
    number = next(
        (
            n
            for n, f in enumerate(fields)
            if f.type == "checkbox" and f.visible and not f.checked and purpose_of(f) is Purpose.TERMS
        ),
        None,
    )
    if number is None or not await walk.tab.choose(number):
        return False
    walk.presses += 1
    await walk.look()
    return True
