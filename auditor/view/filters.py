"""What findings can be narrowed down to: only what some card of this report answers to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import Confidence, Outcome, Severity, ViewportName
from auditor.view.cards import Card
from auditor.view.desk import Desk
from auditor.view.names import CERTAINTIES, OUTCOMES, SEVERITIES, VIEWPORTS
from auditor.view.stages import StageView

__all__ = ["Filters", "filters_of"]

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Filters:
    """The choices of each filter as value and name."""

    stages: Choices
    screens: Choices
    severities: Choices
    outcomes: Choices
    certainties: Choices


def filters_of(desk: Desk, stages: Sequence[StageView]) -> Filters:
    """Return the choices that the cards of the stages offer; "bad" is what failed or needs work."""
    t = desk.say.t
    cards = [card for stage in stages for card in _cards(stage)]
    outcomes = {card.outcome for card in cards}
    bad = (("bad", t("to mend")),) if outcomes & {Outcome.FAILED, Outcome.WARNING} else ()
    return Filters(
        stages=tuple((str(one.stage), one.name) for one in stages if _cards(one)),
        screens=tuple(
            (str(one), t(VIEWPORTS[one])) for one in ViewportName if any(one in card.screens for card in cards)
        ),
        severities=tuple(
            (str(one), t(SEVERITIES[one])) for one in Severity if any(card.severity == one for card in cards)
        ),
        outcomes=(*bad, *((str(one), t(OUTCOMES[one])) for one in OUTCOMES if one in outcomes)),
        certainties=tuple(
            (str(one), t(CERTAINTIES[one])) for one in Confidence if any(card.confidence == one for card in cards)
        ),
    )


def _cards(stage: StageView) -> tuple[Card, ...]:
    return (*stage.faults, *stage.muted, *stage.unknown, *stage.passed, *stage.not_applicable)
