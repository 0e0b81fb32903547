"""What a shop's own search answered to the queries of a probe."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from auditor.model.probe import ProbeSeen

__all__ = ["QueryKind", "SearchAsked"]


class QueryKind(StrEnum):
    """How a query is made from a product's name, in the order in which they are asked."""

    EXACT = "exact"
    TYPO = "typo"
    INFLECTED = "inflected"
    FOLDED = "folded"
    NONSENSE = "nonsense"


class SearchAsked(ProbeSeen):
    """One query and its answer; ``results`` counts products, ``found`` means the product or its kind in the first ten.

    ``nothing`` says that the page tells of no hit, ``ways_on`` counts the links and products it offers all the same.
    ``suggestions`` is null where nothing was typed by hand. ``found`` is null for nonsense.
    """

    probe: Literal["search"] = "search"
    kind: QueryKind
    query: str
    product: str = ""
    product_url: str = ""
    url: str = ""
    status: int | None = None
    results: int | None = None
    found: bool | None = None
    nothing: bool = False
    ways_on: int = 0
    suggestions: bool | None = None
    visit: str | None = None
