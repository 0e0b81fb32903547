"""A way through the shop: hops, the product they lead to, and what scouting has brought so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from auditor.collect.journey.product import ProductReading

__all__ = ["Finds", "Found", "Hop", "reroute"]

ALIKE = 2


@dataclass(frozen=True)
class Hop:
    """One press of a route: what it said and where it led; ``kind`` is category, product or search."""

    kind: str
    label: str
    key: str
    href: str = ""
    query: str = ""
    selector: str = ""


@dataclass(frozen=True)
class Found:
    """A product that was looked at, with the way to it from home."""

    route: tuple[Hop, ...]
    reading: ProductReading
    options: int
    url: str
    sure: bool = True

    @property
    def enough(self) -> bool:
        """True where no better product needs to be looked for."""
        return self.sure and self.options == 0

    @property
    def bought_by(self) -> str:
        """Give what the control says that buys it."""
        ways = (*self.reading.add, *self.reading.buy_now)
        return ways[0].control.said if ways else ""


@dataclass
class Finds:
    """What scouting has brought so far; ``behind_login`` counts those of the hidden prices that a login would show.

    ``asleep`` are those of the sold-out products that a choice may show to be in stock.
    """

    good: list[Found] = field(default_factory=list)
    asleep: list[Found] = field(default_factory=list)
    sold_out: int = 0
    hidden: int = 0
    behind_login: int = 0
    looked: int = 0
    lists: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    def has_enough(self) -> bool:
        """Tell whether no better product needs to be looked for: one is enough, or several are bought alike."""
        alike = Counter(one.bought_by for one in self.good if one.options == 0)
        return any(one.enough for one in self.good) or max(alike.values(), default=0) >= ALIKE


def reroute(found: Found, route: tuple[Hop, ...]) -> Found:
    """Give the same product with another way to it."""
    return replace(found, route=route)
