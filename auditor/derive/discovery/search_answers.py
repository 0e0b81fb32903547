"""What the shop's search answered to the probe's queries, weighed as points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.derive.sees import Sees
from auditor.model import Evidence, QueryKind, SearchAsked
from auditor.vocabulary import fold

__all__ = ["HELP", "SUGGESTIONS", "Answers", "answers_of"]

# Parts besides the kinds of queries.
HELP, SUGGESTIONS = "help", "suggestions"
WAYS_ON = 3


@dataclass(frozen=True)
class Answers:
    """What was asked and how it went: a part is good from 0 to 1, and missing where it was not asked.

    ``queries`` quotes what was typed, with how many products came of it.
    """

    product: str = ""
    parts: Mapping[str, float] = field(default_factory=dict)
    queries: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


def answers_of(sees: Sees) -> Answers | None:
    """Return the answers; None where the name itself was not asked for, because nothing could be told then."""
    asked = {one.kind: one for one in sees.recording.probes(SearchAsked)}
    exact = asked.get(QueryKind.EXACT)
    if exact is None:
        return None
    parts = {str(kind): float(bool(one.found)) for kind, one in asked.items() if kind is not QueryKind.NONSENSE}
    if QueryKind.FOLDED not in asked and fold(exact.product) == exact.product.lower():
        parts[QueryKind.FOLDED] = 1.0  # a name without umlauts is found by whoever types none
    if QueryKind.NONSENSE in asked:
        parts[HELP] = _help(asked[QueryKind.NONSENSE])
    if exact.suggestions is not None:
        parts[SUGGESTIONS] = float(exact.suggestions)
    return Answers(
        exact.product,
        parts,
        {str(kind): f"{one.query} ({one.results})" for kind, one in asked.items()},
        tuple(_evidence(sees, one) for one in asked.values() if one.visit),
    )


def _help(nonsense: SearchAsked) -> float:
    """A page without hits says so and shows ways on; products for a word that means nothing are no answer."""
    return 0.0 if not nonsense.nothing else 1.0 if nonsense.ways_on >= WAYS_ON else 0.5


def _evidence(sees: Sees, one: SearchAsked) -> Evidence:
    visit = next((visit for visit in sees.recording.visits if visit.id == one.visit), None)
    shot = visit.screenshot if visit else None
    return Evidence(page=one.visit or "", excerpt=f"{one.query}: {one.results}", screenshot=shot)
