"""Which of the prices that a product's page prints is its own."""

from __future__ import annotations

import re

from price_parser import Price as Parsed

from auditor.collect.page.seen import Price

__all__ = ["largest_price"]

_WORD = re.compile(r"[^\W\d_]{3}")


def largest_price(prices: tuple[Price, ...], name: str) -> str:
    """Give the largest price; where that is a sum in the product's own name, the largest that stands bare."""
    ranked = sorted(prices, key=lambda p: -p.size)
    if not ranked or not (name.startswith(ranked[0].text) and _worded(ranked[0].text)):
        return ranked[0].text if ranked else ""
    return next((p.text for p in ranked if not _worded(p.text)), ranked[0].text)


def _worded(printed: str) -> bool:
    """Say whether there are words in what was printed with a price, its currency not counted."""
    parsed = Parsed.fromstring(printed)
    return bool(_WORD.search(printed.replace(parsed.amount_text or "", " ").replace(parsed.currency or "", " ")))
