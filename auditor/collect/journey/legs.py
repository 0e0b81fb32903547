"""One walk on one screen: home, product, cart, door, with the clicks marked at each milestone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from auditor.collect.journey.adding import Added, add_to_cart
from auditor.collect.journey.cards import address_key, cards_in_order, named
from auditor.collect.journey.cart import open_cart
from auditor.collect.journey.checkout import go_to_checkout
from auditor.collect.journey.deep import deep_checkout, settled
from auditor.collect.journey.door import read_the_door
from auditor.collect.journey.door_reading import is_strong, read_here, signature
from auditor.collect.journey.lists import category_candidates
from auditor.collect.journey.may_order import ORDERING
from auditor.collect.journey.press_add import STRONG
from auditor.collect.journey.product import read_product
from auditor.collect.journey.reach import reach
from auditor.collect.journey.route import Found, Hop, reroute
from auditor.collect.journey.search import search_for
from auditor.collect.journey.walk import Walk
from auditor.model import Clicks, DeepCheckout, Door, GuestValue, Journey, JourneyOutcome, PageKind, ProductSeen
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["WalkState", "is_virtual", "journey_of", "orders_by_name", "take_legs"]


CATEGORIES_TRIED = 4
CARDS_TRIED = 4
MAX_AT_END = 20


@dataclass
class WalkState:
    """What one walk has reached so far."""

    found: Found
    name: str = ""
    added: Added | None = None
    product_url: str = ""
    cart_url: str = ""
    door: Door | None = None
    virtual: bool = False
    deep: DeepCheckout | None = None
    marks: dict[str, int | None] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


async def take_legs(walk: Walk, state: WalkState) -> tuple[JourneyOutcome, str]:
    """Take one leg after the other and mark the clicks at each milestone; gives the outcome with its reason."""
    problem = await walk.go(walk.home)
    if problem:
        return JourneyOutcome.SITE_ERROR, problem
    await walk.step("home", page=PageKind.HOME)
    if not await reach(walk, state.found) and not await _reach_otherwise(walk, state):
        return JourneyOutcome.NO_PRODUCT_FOUND, "the product could not be reached by the page's own controls"
    _stand_at_product(walk, state)
    state.known = frozenset(signature(f) for f in await walk.fields() if f.visible)
    added = state.added = await add_to_cart(walk, state.name)
    if not added.worked:
        sold_out = load_vocabulary().mentions("out_of_stock", added.why) is not None
        return JourneyOutcome.ALL_SOLD_OUT if sold_out else JourneyOutcome.ADD_TO_CART_FAILED, added.why
    await walk.clear(own=True)
    return await _on_from_the_product(walk, state, added)


def _stand_at_product(walk: Walk, state: WalkState) -> None:
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


async def _on_from_the_product(walk: Walk, state: WalkState, added: Added) -> tuple[JourneyOutcome, str]:
    """Go from the added product through its cart, or straight, to the door."""
    cart = await open_cart(walk, state.name, added.before)
    if cart.view is None and not STRONG & set(added.signs):
        # Nothing proves that it was added: no cart was lost that was never seen to fill.
        return await _straight_to_door(walk, state) or (JourneyOutcome.ADD_TO_CART_FAILED, cart.why)
    state.marks["in_cart"] = sum(step.clicks for step in walk.steps[: _index(walk, "in_cart") + 1])
    walk.verified += [*added.signs, *(cart.view.reasons if cart.view else ())]
    if cart.view:
        state.marks["cart"] = walk.clicks
        state.cart_url = walk.tab.page.url if cart.view.kind == "page" else state.product_url
    elif straight := await _straight_to_door(walk, state):
        return straight
    at = await go_to_checkout(walk, cart.view, state.known)
    if not at.reached:
        return JourneyOutcome.CART_NOT_FOUND if cart.view is None else at.outcome, at.why
    return await _at_the_door(walk, state)


async def _at_the_door(walk: Walk, state: WalkState) -> tuple[JourneyOutcome, str]:
    state.marks["door"] = walk.clicks
    state.door = await read_the_door(walk, state.known)
    if state.door.guest_visit is not None:
        state.marks["guest_form"] = walk.clicks
        state.virtual = await is_virtual(walk)
    if walk.deep and not state.virtual:
        await _behind_the_door(walk, state, state.door)
    return JourneyOutcome.CHECKOUT_REACHED, ""


async def _behind_the_door(walk: Walk, state: WalkState, door: Door) -> None:
    """Go on as a made-up customer, and take over what that settled about the door."""
    state.deep = await deep_checkout(walk, door, state.known)
    if state.deep is None:
        return
    state.door = settled(door, state.deep)
    if state.deep.guest is GuestValue.ACCOUNT_REQUIRED:
        state.marks["guest_form"] = None


async def is_virtual(walk: Walk) -> bool:
    """Tell whether the guest's form can be ordered from without an address: such a product is not delivered.

    A parcel that is fetched needs no address either; then the form asks where or how it comes. The steps that a
    checkout shows but does not open yet order nothing, and may be headed by the delivery.
    """
    fields = [f for f in await walk.fields() if f.visible]
    asked = {purpose_of(f) for f in fields}
    if Purpose.EMAIL not in asked or {Purpose.STREET, Purpose.POSTCODE, Purpose.CITY} & asked:
        return False
    delivers = wording("shipping_words").search
    if any(delivers(" ".join((f.label, f.heading, *f.options))) for f in fields if f.options or f.type == "radio"):
        return False
    if any(map(delivers, walk.now.headings)):
        return False
    return any(control.enabled and orders_by_name(control.said, walk.language) for control in walk.now.visible)


def orders_by_name(said: str, language: str) -> bool:
    """Say whether a control says that it orders; "order as a guest" only opens the guest's form."""
    best = load_vocabulary().best(said, language, (*ORDERING, "guest_checkout"))
    return best is not None and best.intent in ORDERING


async def _straight_to_door(walk: Walk, state: WalkState) -> tuple[JourneyOutcome, str] | None:
    """See whether adding led past any cart straight to checkout ("buy now")."""
    if walk.now.address == state.product_url.split("#")[0]:
        return None
    walk.said = state.added.before.text if state.added and state.added.before else ""
    reading, _fields = await read_here(walk, state.known)
    if not (reading.is_door and is_strong(reading)):
        return None
    state.marks["in_cart"] = walk.clicks
    await walk.step("door", page=PageKind.CHECKOUT)
    walk.verified.append("checkout" if named(state.name, walk.now.text) else "door")
    return await _at_the_door(walk, state)


def _index(walk: Walk, kind: str) -> int:
    return next((n for n, step in enumerate(walk.steps) if step.kind == kind), len(walk.steps) - 1)


async def _reach_otherwise(walk: Walk, state: WalkState) -> bool:
    """Take another way to the product, or to another product, where the scouted way is gone on this screen or load."""
    route = state.found.route
    label = route[-1].label if route else state.found.reading.name
    last = route[-1] if route else Hop("product", label, "")
    await _start_again(walk)
    rotates = len(route) == 1 and len(cards_in_order(walk.now)) >= 2
    if rotates and await _first_on_home(walk, state):
        return True
    for one in category_candidates(walk, walk.now)[:CATEGORIES_TRIED]:
        await _start_again(walk)
        key = address_key(one.control.href) if one.control.href else ""
        hop = Hop("category", one.control.said, key, one.control.href)
        if await reach(walk, reroute(state.found, (hop, last))):
            return True
    await _start_again(walk)
    clicks = await search_for(walk, label) if label else 0
    if clicks:
        await walk.step("search", clicks=clicks, page=PageKind.SEARCH)
        if await reach(walk, reroute(state.found, (last,))):
            return True
    await _start_again(walk)
    return not rotates and await _first_on_home(walk, state)


async def _start_again(walk: Walk) -> None:
    """Go back to home; the steps of the way that failed are not counted."""
    await walk.go(walk.home)
    walk.steps = walk.steps[:1]


async def _first_on_home(walk: Walk, state: WalkState) -> bool:
    """Take the first product of this load of home that can be had: some shops show others at each load."""
    for card in cards_in_order(walk.now)[:CARDS_TRIED]:
        hop = Hop("product", card.name, "")
        if await reach(walk, reroute(state.found, (hop,))):
            reading = read_product(walk.now, walk.language, card.name)
            if reading.is_product and not reading.sold_out and reading.add:
                route = (replace(hop, key=address_key(walk.tab.page.url)),)
                state.found = Found(route, reading, 0, walk.tab.page.url)
                return True
        await _start_again(walk)
    return False


def journey_of(walk: Walk, state: WalkState, outcome: JourneyOutcome, reason: str, seconds: float) -> Journey:
    """Write down what a walk reached in so many seconds, with the clicks at each milestone; null was not reached."""
    marks = state.marks
    thrown = sum(step.errors for step in walk.steps)
    early = outcome is not JourneyOutcome.CHECKOUT_REACHED
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
        steps=tuple(walk.steps),
        reason=reason,
        seconds=round(seconds, 1),
        feedback_ms=state.added.feedback_ms if state.added else None,
        announced=state.added.announced if state.added else None,
        virtual_product=state.virtual,
        refusals=tuple(walk.guard.refusals[:20]),
        deep=state.deep,
        touched=tuple(walk.touched),
        unsure=outcome is JourneyOutcome.ADD_TO_CART_FAILED and state.added is not None and state.added.unsure,
        end_errors=tuple(walk.tab.errors[thrown:][:MAX_AT_END]) if early else (),
        end_failed=tuple(walk.tab.failed[walk.failed_before :][:MAX_AT_END]) if early else (),
    )
