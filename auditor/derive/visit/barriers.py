"""Accessibility rules that pages break, put together over pages and screens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model import AxeRule, KeyboardSeen, Recording, Visit

__all__ = ["Barrier", "barriers_of", "looked_at", "traps_of"]

WEIGHTS = {"critical": 0, "serious": 1, "moderate": 2, "minor": 3}


@dataclass(frozen=True)
class Barrier:
    """A rule that is broken, with every page where it is, the worst impact it has, and its elements in all."""

    rule: AxeRule
    places: tuple[tuple[Visit, AxeRule], ...]

    @property
    def impact(self) -> str:
        """How much it hurts: critical, serious, moderate or minor."""
        return min((rule.impact or "minor" for _visit, rule in self.places), key=lambda one: WEIGHTS.get(one, 3))

    @property
    def elements(self) -> int:
        """On how many elements of one page it is broken at most."""
        return max(rule.count for _visit, rule in self.places)


def looked_at(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """Return the visits on which axe-core could look."""
    return tuple(one for one in visits if one.facts.axe is not None and not one.facts.axe.problem)


def barriers_of(visits: Iterable[Visit]) -> tuple[Barrier, ...]:
    """Return each broken rule once, the worst first."""
    places: dict[str, list[tuple[Visit, AxeRule]]] = {}
    for visit in looked_at(visits):
        for rule in visit.facts.axe.rules if visit.facts.axe else ():
            places.setdefault(rule.id, []).append((visit, rule))
    found = [Barrier(rules[0][1], tuple(rules)) for rules in places.values()]
    return tuple(sorted(found, key=lambda one: (WEIGHTS.get(one.impact, 3), -one.elements, one.rule.id)))


def traps_of(recording: Recording) -> tuple[KeyboardSeen, ...]:
    """Return the pages on which the keyboard does not get through: caught, or not to the button that buys."""
    return tuple(one for one in recording.probes(KeyboardSeen) if one.trapped or one.button is False)
