"""A good thing made of several: which of them a shop has, which it lacks, and the points that come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model import Evidence

__all__ = ["Part", "Weighed", "weighed"]


@dataclass(frozen=True)
class Part:
    """One of the things: its points, where it was seen, and whether its absence could be told at all."""

    points: int
    where: Evidence | None
    told: bool = True


@dataclass(frozen=True)
class Weighed:
    """The score 0-100 over all that could be told, with the names of what was found and of what is missing."""

    score: float
    found: tuple[str, ...]
    missing: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def weighed(parts: Mapping[str, Part]) -> Weighed:
    """Sum up the parts that could be told; at least one of them must be."""
    known = {name: part for name, part in parts.items() if part.told}
    found = tuple(name for name, part in known.items() if part.where)
    return Weighed(
        score=100 * sum(known[name].points for name in found) / sum(part.points for part in known.values()),
        found=found,
        missing=tuple(name for name in known if name not in found),
        evidence=tuple(part.where for part in known.values() if part.where),
    )
