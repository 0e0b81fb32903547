"""Finds the button that adds a product where its words do not say so: by its price, or waiting for a choice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.collect.journey.cards import SIDE_CONTROL, leads_somewhere
from auditor.collect.journey.rank import Ranked, matches, strength
from auditor.collect.page.seen import Control, Price

__all__ = ["calculators", "price_button", "waiting_buttons"]

ABOVE_PX = 120
BELOW_PX = 700
KEPT = 2
SURE_WORDS = 0.8
_OTHER_DEEDS = (
    "wishlist",
    "search",
    "newsletter",
    "checkout",
    "log_in",
    "create_account",
    "back_in_stock",
    "size_guide",
    "write_review",
    "reviews",
    "contact",
    "accept_cookies",
    "reject_cookies",
    "cookie_settings",
    "close_layer",
    "decline_offer",
    "menu_open",
    "continue_shopping",
    "price_hidden",
    "price_after_login",
    "chat",
    "delivery",
    "returns",
    "feedback",
    "out_of_stock",
    "calculate_price",
)
_SIDE_PARTS = re.compile(r"qty|quantity|thumb|gallery|slide|tab|accordion|review|rating", re.I)


def price_button(controls: Iterable[Control], prices: Iterable[Price], language: str) -> tuple[Ranked, ...]:
    """Give the largest buttons near the largest of a product's own prices, the likeliest first."""
    printed = [price for price in prices if price.area in {"main", "dialog"}]
    if not printed:
        return ()
    big = max(printed, key=lambda price: price.size)
    found = [_weighed(c) for c in controls if _may_add(c) and _lies_by(c, big) and not _known(c, language)]
    found.sort(key=lambda one: -one.score)
    return tuple(found[:KEPT])


def calculators(controls: Iterable[Control], language: str) -> tuple[Control, ...]:
    """Give the buttons whose words say that they work out a price, in reading order: they add nothing themselves."""
    found = (c for c in controls if _may_add(c) and matches(c, "calculate_price", language) >= SURE_WORDS)
    return tuple(sorted(found, key=lambda one: (one.box.y, one.box.x)))


def waiting_buttons(controls: Iterable[Control], language: str) -> tuple[Ranked, ...]:
    """Give the buttons that cannot be pressed and ask to choose first, in reading order: a choice makes them add."""
    asks = (c for c in controls if not c.enabled and strength("choose_hint", c.said, language) >= SURE_WORDS)
    found = sorted((c for c in asks if _may_add(c)), key=lambda one: (one.box.y, one.box.x))
    return tuple(Ranked(one, 4.0, ("it waits for a choice +4.0",)) for one in found)


def _may_add(control: Control) -> bool:
    button = (
        control.tag == "button"
        or control.role == "button"
        or control.type in {"submit", "button"}
        or (control.tag == "a" and not leads_somewhere(control))
    )
    asks = control.has_form and control.form_asks and control.submits
    own = control.area in {"main", "dialog"} and control.card < 0
    return button and not asks and own and control.visible and control.box.width >= 40


def _lies_by(control: Control, price: Price) -> bool:
    return -ABOVE_PX <= control.box.y - price.box.y <= BELOW_PX


def _known(control: Control, language: str) -> bool:
    """Tell whether words or names in the markup say that it does something else, or whether it says nothing."""
    return (
        not re.search(r"\w{2}", control.said)
        or bool(SIDE_CONTROL.search(control.tokens) or _SIDE_PARTS.search(control.tokens))
        or any(matches(control, intent, language) >= 0.6 for intent in _OTHER_DEEDS)
    )


def _weighed(control: Control) -> Ranked:
    size = min(3.0, control.box.width * control.box.height / 6000)
    reasons = ("the button by the price, its words are not known +4.0", f"size {size:+.1f}")
    return Ranked(control, round(4 + size, 2), reasons)
