"""Reads what a page claims to be: one product, whether that can be had, and whether its price is told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from auditor.vocabulary import load_vocabulary

__all__ = ["claimed_product", "hides_prices", "says_sold_out", "wants_login_first"]

MAX_NODES = 500
_PRODUCT_TYPES = {"product", "productgroup", "individualproduct", "productmodel"}


def claimed_product(claims: Iterable[str]) -> dict[str, Any] | None:
    """Give the one product that the JSON-LD texts of a page describe; none where they describe several."""
    found = []
    for node in _nodes(claims):
        kinds = node.get("@type")
        names = {str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])}
        if names & _PRODUCT_TYPES:
            found.append(node)
    return found[0] if len(found) == 1 else None


def says_sold_out(product: dict[str, Any] | None) -> bool:
    """Tell whether the offer of a claimed product says that it cannot be had."""
    offers = (product or {}).get("offers")
    offer = offers[0] if isinstance(offers, list) and offers else offers
    availability = str(offer.get("availability", "")).lower() if isinstance(offer, dict) else ""
    return "outofstock" in availability or "soldout" in availability


def hides_prices(text: str) -> bool:
    """Tell whether a page says that it tells its prices on request, or to customers with an account."""
    return load_vocabulary().mentions("price_hidden", text) is not None or wants_login_first(text)


def wants_login_first(text: str) -> bool:
    """Tell whether a page says that it tells its prices to customers with an account only."""
    return load_vocabulary().mentions("price_after_login", text) is not None


def _nodes(claims: Iterable[str]) -> Iterator[dict[str, Any]]:
    for claim in claims:
        try:
            todo: list[Any] = [json.loads(claim)]
        except (ValueError, RecursionError):
            continue
        for _n in range(MAX_NODES):
            if not todo:
                break
            node = todo.pop(0)
            if isinstance(node, list):
                todo += node
            elif isinstance(node, dict):
                yield node
                todo += [node[key] for key in ("@graph", "mainEntity") if key in node]
