"""Reads what a page claims in its structured data to be: one product, and whether that can be had."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

__all__ = ["claimed_product", "says_sold_out"]

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


def _nodes(claims: Iterable[str]) -> Iterator[dict[str, Any]]:
    for claim in claims:
        try:
            todo: list[Any] = [json.loads(claim)]
        except ValueError:
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
