"""Notices shorter ways to the door in what a walk has seen anyway, and chooses the one with the fewest clicks.

Nothing is explored for them. They are a quick add in a list, "buy now" on the product's page, and a link to checkout
outside the cart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from auditor.collect.journey.cards import address_key, card_target, cards_in_order, leads_somewhere, named
from auditor.collect.journey.express import is_express
from auditor.collect.journey.legs import WalkState
from auditor.collect.journey.product import leads_away, read_product
from auditor.collect.journey.rank import Ranked, rank
from auditor.collect.journey.route import Found
from auditor.collect.journey.walk import Walk
from auditor.collect.journey.way_on import SURE_SCORE
from auditor.collect.page.seen import Card, Control, Seen
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["Shortcut", "Way", "checkout_links", "notice_shortcut", "quick_add"]

LEADS_TO_DOOR, ICON = 12.0, 5.0
BLOCK_LEVELS = 3


class Way(StrEnum):
    """How a shorter way leaves the way through product page and cart."""

    CHECKOUT_LINK = "checkout-link"
    BUY_NOW = "buy-now"
    QUICK_ADD = "quick-add"


@dataclass(frozen=True)
class Shortcut:
    """A shorter way as it was noticed, with the clicks it should take and what its replay needs to know of the walk."""

    way: Way
    clicks: int
    than: int
    ranked: tuple[Ranked, ...]
    found: Found
    product: str
    options: int
    signs: tuple[str, ...]
    door_key: str
    cart_url: str


def notice_shortcut(walk: Walk, state: WalkState) -> Shortcut | None:
    """Choose the way with the fewest clicks among those noticed on a walk that reached the door, if one saves any.

    Among equals the one that leaves the walked way latest is chosen, because it is the surest.
    """
    if state.marks.get("door") is None or state.marks.get("in_cart") is None:
        return None
    noticed = [one for one in _noticed(walk, state) if one.clicks < one.than]
    return min(noticed, key=lambda one: (one.clicks, tuple(Way).index(one.way)), default=None)


def _noticed(walk: Walk, state: WalkState) -> Iterator[Shortcut]:
    product, in_cart, door = (state.marks.get(name) or 0 for name in ("product", "in_cart", "door"))
    brought = state.added.brought if state.added else 0
    options = max(0, in_cart - product - 1 - brought)
    key = _door_key(walk, state)
    added, cart = _pressed_on(walk, "in_cart"), _pressed_on(walk, "cart")
    links = _links_after_adding(walk, cart, key) if door > in_cart + 1 else ()

    def shortcut(way: Way, clicks: int, ranked: tuple[Ranked, ...]) -> Shortcut:
        signs = state.added.signs if state.added else ()
        return Shortcut(way, clicks, door, ranked, state.found, state.name, options, signs, key, state.cart_url)

    if links:
        yield shortcut(Way.CHECKOUT_LINK, in_cart + 1, links)
    if added and (buy := _buy_now(walk, added, state.name)):
        yield shortcut(Way.BUY_NOW, in_cart, buy)
    listed = _pressed_on(walk, "product")
    if listed and not options and (quick := quick_add(listed, walk.language, state.name)):
        before = sum(step.clicks for step in walk.steps[: _number(walk, "product")])
        onward = 1 if links or checkout_links(listed, walk.language, key) else door - in_cart
        yield shortcut(Way.QUICK_ADD, before + 1 + brought + onward, quick)


def _number(walk: Walk, kind: str) -> int | None:
    return next((n for n, step in enumerate(walk.steps) if step.kind == kind), None)


def _pressed_on(walk: Walk, kind: str) -> Seen | None:
    """Give the view that the press for a step was made on; none where the step came by itself."""
    number = _number(walk, kind)
    return walk.pressed_on.get(number) if number is not None and walk.steps[number].clicks else None


def _links_after_adding(walk: Walk, cart: Seen | None, door_key: str) -> tuple[Ranked, ...]:
    """Weigh what led to checkout right after adding, in what answered the press or where the cart was opened from."""
    number = _number(walk, "in_cart")
    answered = walk.views.get(number) if number is not None else None
    views = (seen for seen in (answered, cart) if seen)
    return next((links for seen in views if (links := checkout_links(seen, walk.language, door_key))), ())


def _door_key(walk: Walk, state: WalkState) -> str:
    """Give the door's address as links show it; empty where the door has no address of its own."""
    key = address_key(state.door.url) if state.door else ""
    others = (walk.home, state.product_url, *(step.url for step in walk.steps if step.kind in {"home", "category"}))
    return "" if key in map(address_key, others) else key


def checkout_links(seen: Seen, language: str, door_key: str) -> tuple[Ranked, ...]:
    """Weigh what leads to checkout from any view: what says so, and links to the address that the walk's way led to."""

    def leads_there(control: Control) -> list[tuple[str, float]]:
        same = door_key and leads_somewhere(control) and address_key(control.href) == door_key
        return [("leads where the walk found checkout", LEADS_TO_DOOR)] if same else []

    pool = (c for c in seen.visible if c.enabled and c.card < 0 and not is_express(c.said))
    return tuple(one for one in rank("checkout", pool, language, leads_there) if one.score >= SURE_SCORE)


def _buy_now(walk: Walk, seen: Seen, product: str) -> tuple[Ranked, ...]:
    """Weigh what buys at once on the product's page, but for what the walk pressed to add the product."""
    pressed = next(step for step in walk.steps if step.kind == "in_cart")
    return tuple(
        one
        for one in read_product(seen, walk.language, product).buy_now
        if one.control.enabled
        and not is_express(one.control.said)
        and (one.control.selector[:200], one.control.said[:80]) != (pressed.selector, pressed.label)
    )


def quick_add(seen: Seen, language: str, product: str) -> tuple[Ranked, ...]:
    """Weigh what adds a product from its card in a list, without a look at its page."""
    for card in cards_in_order(seen):
        if named(product, card.name) or named(card.name, product):
            return _adders(seen, card, language)
    return ()


def _adders(seen: Seen, card: Card, language: str) -> tuple[Ranked, ...]:
    if load_vocabulary().mentions("out_of_stock", card.text) is not None:
        return ()
    target = card_target(seen, card, language)
    page = address_key(target.href) if target and leads_somewhere(target) else ""
    # In its own card a control is weighed as on the product's page.
    block = _block(seen, target, language) if target else ""
    inside = [
        control.model_copy(update={"card": -1})
        for control in seen.visible
        if (control.card == card.index or (block and control.card < 0 and control.selector.startswith(block)))
        and control.enabled
        and (target is None or control.index != target.index)
        and not (page and leads_somewhere(control) and address_key(control.href) == page)
        and not leads_away(control, seen.url)
        and not is_express(control.said)
    ]
    ranked = (*rank("add_to_cart", inside, language, _icon_of_the_cart), *rank("buy_now", inside, language))
    return tuple(sorted(ranked, key=lambda one: -one.score))


def _block(seen: Seen, target: Control, language: str) -> str:
    """Give the start of the selectors around a card's link, as far out as no other product's link lies in it.

    Some lists have the name, the picture and the price in a link, and what adds the product beside it.
    """
    others = [
        one.selector for card in cards_in_order(seen) if (one := card_target(seen, card, language)) != target and one
    ]
    block = ""
    around = target.selector
    for _level in range(BLOCK_LEVELS):
        around, inner, _last = around.rpartition(" > ")
        if not inner or any(one.startswith(f"{around} > ") for one in others):
            break
        block = f"{around} > "
    return block if others else ""


def _icon_of_the_cart(control: Control) -> list[tuple[str, float]]:
    """Take a button without words, whose names in the markup speak of the cart, for one that adds to it."""
    bare = not control.said and not leads_somewhere(control)
    return [("a bare icon of the cart", ICON)] if bare and wording("cart_stem").search(control.tokens) else []
