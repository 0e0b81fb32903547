"""Weighs the buttons of a cart whose words are not known: large ones that do nothing else that is known."""

from __future__ import annotations

import re

from auditor.collect.journey.express import is_express
from auditor.collect.journey.may_order import ORDERING
from auditor.collect.journey.rank import Ranked, matches
from auditor.collect.page.seen import Control

__all__ = ["main_actions"]

KEPT = 3
LEAST_WIDTH_PX = 70
_OTHER_DEEDS = (
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
)
_OTHER_PAGES = (
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
    "cart",
)
_CHANGES_CART = re.compile(r"coupon|voucher|update|qty|quantity|promo|apply|remove|delete|clear|minus|plus", re.I)


def main_actions(pool: tuple[Control, ...], language: str, *, orders: bool = False) -> list[Ranked]:
    """Give the likeliest ways on among controls that say nothing known, best first.

    ``orders`` lets words of ordering count as well: a stranger's cart may lead on by them, and nobody else's.

    A button that sends a form with an e-mail address, a password or a message is none of them: who does not know its
    words does not know what it signs up to.
    """
    deeds = _OTHER_DEEDS if orders else (*_OTHER_DEEDS, *ORDERING)
    found = [_weighed(one) for one in pool if _is_main_button(one) and not _does_else(one, language, deeds)]
    return sorted(found, key=lambda one: -one.score)[:KEPT]


def _is_main_button(control: Control) -> bool:
    button = (
        control.tag in {"button", "a"}
        or control.role == "button"
        or control.type in {"submit", "button"}
        or (control.kind == "pointer" and bool(control.text))
    )
    of_a_card = control.card >= 0 and control.layer < 0
    aside = control.area in {"header", "nav", "footer"} or of_a_card
    signs_up = control.submits and control.form_asks
    return (
        button
        and not aside
        and not signs_up
        and control.box.width >= LEAST_WIDTH_PX
        and bool(re.search(r"\w{3}", control.said))
    )


def _does_else(control: Control, language: str, deeds: tuple[str, ...]) -> bool:
    """Tell whether a control does something else; a link may lead to known pages as well, a button is pressed here."""
    known = (*deeds, *_OTHER_PAGES) if control.tag == "a" else deeds
    return (
        is_express(control.said)
        or _CHANGES_CART.search(f"{control.tokens} {control.name}") is not None
        or any(matches(control, intent, language) >= 0.55 for intent in known)
    )


def _weighed(control: Control) -> Ranked:
    size = min(4.0, control.box.width * control.box.height / 5000)
    score = round((1.5 if control.tag == "button" else 0.5) + size, 2)
    return Ranked(control, score, ("a main button of the cart, its words are not known",))
