"""Checks as somebody else's package would offer them."""

from dataclasses import replace

from auditor.check import Check
from checks.loyalty.wishlist import wishlist

second_wishlist = replace(wishlist, title="Another")


def several() -> tuple[Check, ...]:
    return replace(wishlist, id="first-of-two"), replace(wishlist, id="second-of-two")
