"""Tells why there is nothing to walk with: a robot wall, a closed shop, a login wall, no shop at all."""

from __future__ import annotations

from auditor.collect.journey.claims import wants_login_first
from auditor.collect.journey.lists import category_candidates
from auditor.collect.journey.rank import matches, rank
from auditor.collect.journey.route import Finds
from auditor.collect.journey.walk import Walk
from auditor.model import (
    Journey,
    JourneyOutcome,
)
from auditor.vocabulary import load_vocabulary

__all__ = ["all_sold_out", "nothing_found", "wall_on_home"]

CART_SURE = 7.0
SURE_LOGIN = 0.75


def wall_on_home(walk: Walk) -> Journey | None:
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


def all_sold_out(journey: Journey, finds: Finds) -> Journey:
    """Say of a walk that it ended because everything is sold out."""
    reason = f"all {finds.sold_out} products looked at are sold out"
    return journey.model_copy(update={"outcome": JourneyOutcome.ALL_SOLD_OUT, "reason": reason})


def nothing_found(walk: Walk, finds: Finds) -> Journey:
    """Say why no product can be walked with."""
    if finds.sold_out:
        return all_sold_out(Journey(outcome=JourneyOutcome.ALL_SOLD_OUT), finds)
    if finds.behind_login:
        return Journey(outcome=JourneyOutcome.LOGIN_WALL, reason="products show no price before logging in")
    if finds.hidden:
        return Journey(outcome=JourneyOutcome.PRICE_HIDDEN, reason="products show no price")
    fields = [c for c in walk.now.visible if c.form_asks and matches(c, "log_in", walk.language) >= SURE_LOGIN]
    if not walk.now.cards and not category_candidates(walk, walk.now) and (fields or _only_login(walk)):
        return Journey(outcome=JourneyOutcome.LOGIN_WALL, reason="the shop shows nothing before logging in")
    if _only_login(walk) and not walk.now.cards and (fields or wants_login_first(walk.now.text)):
        return Journey(outcome=JourneyOutcome.LOGIN_WALL, reason="the shop shows no products before logging in")
    cart = [r for r in rank("cart", walk.now.visible, walk.language) if r.score >= CART_SURE]
    named = load_vocabulary().mentions("cart", walk.now.text)
    shop = bool(len(walk.now.cards) >= 2 or cart or named or finds.good)
    if not shop:
        return Journey(outcome=JourneyOutcome.NOT_A_SHOP, reason="no price, no cart and no product was seen")
    return Journey(
        outcome=JourneyOutcome.NO_PRODUCT_FOUND, reason=f"{finds.looked} pages looked at, none could be bought from"
    )


def _only_login(walk: Walk) -> bool:
    text = walk.now.text
    return len(text) < 3000 and load_vocabulary().mentions("log_in", text) is not None and not walk.now.prices
