"""How far the way from the cart to the door has come, and what is pressed beside it: the cart again, terms, choices."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.collect.journey.cart import cart_candidates
from auditor.collect.journey.proof import CartView
from auditor.collect.journey.rank import Ranked, rank
from auditor.collect.journey.touched import tick
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["SURE_SCORE", "Way", "open_again", "to_the_page", "unblock"]

SURE_SCORE = 9
NO_CONTROL = "no control leads to checkout"


@dataclass
class Way:
    """How far the way has come: the view it looks in, what was tried, and what was pressed beside the way itself.

    ``passed`` counts the presses that led over pages between cart and door, from which the way went on.
    """

    view: CartView | None
    known: frozenset[str]
    tried: set[tuple[str, str, str]] = field(default_factory=set)
    opened: int = 0
    passed: int = 0
    ticked: bool = False
    pressed_again: bool = False
    waited: bool = False
    why: str = NO_CONTROL


async def to_the_page(walk: Walk, way: Way, pool: tuple[Control, ...]) -> bool:
    """Go from a layer that holds no way to checkout to the cart's own page, once, where it offers that."""
    ranked = tuple(r for r in rank("cart", pool, walk.language) if r.score >= SURE_SCORE)
    if way.opened or not ranked or not (await walk.press(ranked[0].control)).done:
        return False
    await walk.look()
    walk.note("checkout", "cart", ranked, ranked[0].control, worked=True, counted=1, why="the layer leads to the page")
    way.opened, way.view, way.tried = 1, CartView("page", (), ()), set()
    return True


async def open_again(walk: Walk, way: Way) -> bool:
    """Open the cart by its control, once, where the layer that showed it has closed itself or holds no way on."""
    if way.opened:
        return False
    ranked = cart_candidates(walk)
    if not ranked or not (await walk.press(ranked[0].control)).done:
        return False
    await walk.look()
    walk.note("checkout", "cart", ranked, ranked[0].control, worked=True, counted=1, why="the cart had closed itself")
    way.opened, way.view, way.tried = 1, CartView("page", (), ()), set()
    return True


async def unblock(walk: Walk, way: Way, ranked: tuple[Ranked, ...]) -> bool:
    """Tick the terms, or choose what the cart asks to choose, once, where checkout does not come without it."""
    if way.ticked or not (ranked or way.why != NO_CONTROL):
        return False
    if not await _accept_terms(walk) and not await _choose_in_cart(walk):
        return False
    way.ticked, way.tried = True, set()
    return True


async def _choose_in_cart(walk: Walk) -> bool:
    """Take the first of several ways that the cart offers and none of which is chosen, such as a place to collect."""
    radios = [(n, f) for n, f in enumerate(await walk.fields()) if f.type == "radio" and f.visible and f.area == "main"]
    decided = {one.name for _n, one in radios if one.checked}
    radio = next(((n, one) for n, one in radios if one.enabled and one.name not in decided), None)
    if radio is None or not await tick(walk, *radio):
        return False
    await walk.look()
    return True


async def _accept_terms(walk: Walk) -> bool:
    boxes = [
        (number, box)
        for number, box in enumerate(await walk.fields())
        if box.type == "checkbox" and box.visible and not box.checked and purpose_of(box) is Purpose.TERMS
    ]
    if not boxes or not await tick(walk, *boxes[0]):
        return False
    await walk.look()
    return True
