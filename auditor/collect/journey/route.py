"""A way through the shop: hops, the product they lead to, and what scouting has brought so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from auditor.collect.journey.product import ProductReading

__all__ = ["Finds", "Found", "Hop", "reroute"]


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


@dataclass
class Finds:
    """What scouting has brought so far; ``behind_login`` counts those of the hidden prices that a login would show."""

    good: list[Found] = field(default_factory=list)
    sold_out: int = 0
    hidden: int = 0
    behind_login: int = 0
    looked: int = 0
    lists: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    def has_enough(self) -> bool:
        """Tell whether the latest product that can be bought needs no better one beside it."""
        return bool(self.good) and self.good[-1].enough


def reroute(found: Found, route: tuple[Hop, ...]) -> Found:
    """Give the same product with another way to it."""
    return replace(found, route=route)
