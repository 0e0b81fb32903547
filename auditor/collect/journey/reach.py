"""Walks a known route with real presses from home, opening menus and scrolling where a customer would."""

from __future__ import annotations

import re
from functools import partial
from math import inf

from playwright.async_api import Error

from auditor.collect.journey.cards import (
    address_key,
    card_target,
    cards_in_order,
    leads_somewhere,
    named,
)
from auditor.collect.journey.lists import menu_candidates
from auditor.collect.journey.rank import matches
from auditor.collect.journey.route import Found, Hop
from auditor.collect.journey.search import search_for
from auditor.collect.journey.waiting import wait_for, wait_for_product
from auditor.collect.journey.walk import Walk
from auditor.collect.page.pressing import swipe
from auditor.collect.page.seen import Control, Seen
from auditor.collect.page.tab import Press
from auditor.model import PageKind

__all__ = ["approach", "find_hop", "follow", "reach"]

SCROLLS = 3
SWIPES = 12
SLIDE_PX = 80
# A page with fewer controls is hardly drawn yet.
FEW_CONTROLS = 12
HOVERED = 8
MENU_ENTRIES = 14
MENU_DEPTH = 5
_NO_MENU = ("close_layer", "search", "log_in", "cart", "account")


def find_hop(walk: Walk, hop: Hop, *, hidden: bool = False) -> Control | None:
    """Find the control of a hop on the present page: by address, then by what it says."""
    pool = [c for c in walk.now.controls if ((c.visible or hidden) and c.area != "dialog") or c.visible]
    if hop.kind == "product" and (target := _on_a_card(walk, hop)):
        return target
    by_key = [c for c in pool if hop.key and leads_somewhere(c) and address_key(c.href) == hop.key and c.enabled]
    said = [c for c in by_key if c.said] or by_key
    if said:
        return min(said, key=lambda c: (c.area == "footer", c.said != hop.label, c.box.y))
    if not hop.label:
        return next((c for c in pool if hop.selector and not hop.key and c.selector == hop.selector), None)
    by_label = [c for c in pool if c.said == hop.label or (hop.kind == "product" and _names(hop, c))]
    return by_label[0] if by_label else None


def _names(hop: Hop, control: Control) -> bool:
    """Say whether a control names the product; one with another address must say the whole name, not most of it."""
    other = bool(hop.key) and leads_somewhere(control)
    return named(hop.label, control.said, whole=other)


def _on_a_card(walk: Walk, hop: Hop) -> Control | None:
    for card in cards_in_order(walk.now):
        if hop.label and (named(hop.label, card.name) or named(card.name, hop.label)):
            target = card_target(walk.now, card, walk.language)
            if target and (not hop.key or not leads_somewhere(target) or address_key(target.href) == hop.key):
                return target
    return None


async def reach(walk: Walk, found: Found) -> bool:
    """Walk a route with real presses from home, opening menus where needed; true where the product was reached."""
    for position, hop in enumerate(found.route):
        kind = "product" if position == len(found.route) - 1 else hop.kind
        if not await _take(walk, hop, kind):
            return False
    if not found.route:
        await walk.step("product", page=PageKind.PRODUCT)
    return True


async def approach(walk: Walk, found: Found) -> bool:
    """Walk a route as far as the list that shows the product; true where it was reached."""
    for hop in found.route[:-1]:
        if not await _take(walk, hop, hop.kind):
            return False
    return True


async def _take(walk: Walk, hop: Hop, kind: str) -> bool:
    if hop.kind == "search":
        clicks = await search_for(walk, hop.query)
        if clicks:
            await walk.step("search", clicks=clicks, page=PageKind.SEARCH)
        return bool(clicks)
    control = find_hop(walk, hop)
    opened = 0
    if control is None and find_hop(walk, hop, hidden=True) is None and len(walk.now.visible) < FEW_CONTROLS:
        await wait_for(walk, partial(find_hop, walk, hop))
        control = find_hop(walk, hop)
    if control is None:
        control, opened = await _uncover(walk, hop)
    if control is None:
        return False
    press, changed = await follow(walk, control)
    if not changed:
        walk.note("find", kind, (), control, worked=False, why=press.note or "nothing changed")
        return False
    walk.note("find", kind, (), control, worked=True, counted=1 + opened, ms=press.ms)
    if kind == "product":
        await wait_for_product(walk, hop.label)
    page = PageKind.PRODUCT if kind == "product" else PageKind.CATEGORY
    await walk.step(kind, press=press, control=control, clicks=1 + opened, page=page)
    return True


async def follow(walk: Walk, control: Control) -> tuple[Press, bool]:
    """Press what leads on, once more where the press was missed; gives the press and whether the page changed."""
    before = walk.now
    press, changed = await _press_and_see(walk, control, before)
    if missed := _missed(walk, before, control) if press.done else _twin(walk, before, control):
        press, changed = await _press_and_see(walk, missed, before)
    return press, changed


async def _press_and_see(walk: Walk, control: Control, before: Seen) -> tuple[Press, bool]:
    press = await walk.press(control)
    changed = press.done and await walk.look_for_change(before)
    await walk.clear(own=True)
    return press, changed


def _missed(walk: Walk, before: Seen, control: Control) -> Control | None:
    """Give the control to press once more where the page slept or a banner that came just then caught the press."""
    now = walk.now
    same = now.address == before.address and now.h1 == before.h1 and now.title == before.title
    opened = {one.same for one in now.visible} - {one.same for one in before.visible}
    if not same or now.address == address_key(control.href):
        return None
    return _twin(walk, before, control) if opened else walk.again(control)


def _twin(walk: Walk, before: Seen, control: Control) -> Control | None:
    """Give another link to the same page where only what lay over this one came: a picture's bar caught the press."""
    known = {layer.selector for layer in before.layers}
    fresh = [layer for layer in walk.now.layers if layer.selector not in known]
    if not leads_somewhere(control) or any(layer.modal or layer.position == "fixed" for layer in fresh):
        return None
    twins = (one for one in walk.now.visible if one.href == control.href and one.selector != control.selector)
    return next((one for one in twins if one.said and not one.covered), None)


async def _uncover(walk: Walk, hop: Hop) -> tuple[Control | None, int]:
    """Bring a hidden entry into view: by scrolling an endless list, by resting on its menu, by opening menus.

    Gives the control and the presses it took; scrolling, swiping and resting cost none.
    """
    control = await _by_scrolling(walk, hop) if hop.kind == "product" else None
    if control is None and hop.kind == "product" and walk.tab.touch:
        control = await _by_swiping(walk, hop)
    if control is None and not walk.tab.touch:
        control = await _by_resting(walk, hop)
    return (control, 0) if control else await _by_menus(walk, hop)


async def _by_scrolling(walk: Walk, hop: Hop) -> Control | None:
    for _page in range(SCROLLS):
        await walk.scroll_on()
        if control := find_hop(walk, hop):
            return control
    return None


async def _by_swiping(walk: Walk, hop: Hop) -> Control | None:
    """Swipe a row of products, whose next ones lie out of sight to the right, until the product shows."""
    slide = _beyond(walk, hop)
    for _swipe in range(SWIPES):
        if slide is None:
            return None
        try:
            await swipe(walk.tab.page, slide.box.y + slide.box.height / 2)
        except Error:
            return None  # the page is gone
        await walk.tab.settle(2)
        await walk.look()
        if control := find_hop(walk, hop):
            return control
        before, slide = slide, _beyond(walk, hop)
        if slide and slide.box.x > before.box.x - 1:
            return None  # nothing moves there
    return None


def _beyond(walk: Walk, hop: Hop) -> Control | None:
    """Give the hidden entry where it lies in the page's main part and ends to the right of the screen."""
    hidden = find_hop(walk, hop, hidden=True)
    edge = walk.now.view.left + walk.now.view.width
    slides = hidden and hidden.area == "main" and hidden.box.x + hidden.box.width > edge
    return hidden if hidden and slides and min(hidden.box.width, hidden.box.height) >= SLIDE_PX else None


async def _by_resting(walk: Walk, hop: Hop) -> Control | None:
    """Rest the pointer on entries of the menu, those nearest to the hidden one first."""
    hidden = find_hop(walk, hop, hidden=True)
    if hidden is None:
        return None
    parents = [
        c for c in walk.now.visible if c.area in {"nav", "header"} and (c.popup or c.text) and c.box.height < 120
    ][:MENU_ENTRIES]
    for parent in sorted(parents, key=lambda c: abs(c.box.x - hidden.box.x))[:HOVERED]:
        if await walk.tab.hover(parent):
            await walk.look()
            if control := find_hop(walk, hop):
                return control
    return None


async def _by_menus(walk: Walk, hop: Hop) -> tuple[Control | None, int]:
    """Open menus, then what lies inside them, until the entry shows; a press that brings nothing new is not counted."""
    opened = 0
    tried: set[tuple[str, str, str]] = set()
    shown: set[tuple[str, str, str]] = set()
    for _depth in range(MENU_DEPTH):
        inside = _inside_a_menu(walk, hop, tried, shown) if opened else []
        order = inside + [m.control for m in menu_candidates(walk) if m.control.same not in tried]
        if not order:
            break
        menu = order[0]
        tried.add(menu.same)
        before = {c.same for c in walk.now.visible}
        shown = shown or before
        if not (await walk.press(menu)).done:
            continue
        await walk.look()
        if control := find_hop(walk, hop):
            return control, opened + 1
        if {c.same for c in walk.now.visible} - before:
            opened += 1
    return None, 0


def _inside_a_menu(
    walk: Walk, hop: Hop, tried: set[tuple[str, str, str]], shown: set[tuple[str, str, str]]
) -> list[Control]:
    """List what an opened menu brought that may open further, entries that are named as the hop first."""
    inside = [
        c
        for c in walk.now.visible
        if (c.layer >= 0 or c.same not in shown)
        and c.same not in tried
        and _may_open(c)
        and not any(matches(c, intent, walk.language) >= 0.6 for intent in _NO_MENU)
    ]
    sought = find_hop(walk, hop, hidden=True)
    return sorted(inside, key=lambda c: (not named(c.said, hop.label), _from(c, sought), c.box.y))


def _from(opener: Control, sought: Control | None) -> float:
    """Say how far before a hidden entry a control stands: what unfolds a part of a menu is the last one before it."""
    return sought.index - opener.index if sought and sought.index > opener.index else inf


def _may_open(control: Control) -> bool:
    opens = control.popup or control.expanded == "false" or not leads_somewhere(control)
    typed = control.submits or control.tag in {"input", "select"}
    return opens and not typed and any(re.search(r"\w{2}", said) for said in control.labels)
