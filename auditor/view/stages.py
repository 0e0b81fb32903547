"""The five stages: score, coverage, cap, and the cards of their checks, the worst first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from auditor.model import Confidence, Outcome, Severity, Stage, StageScore
from auditor.model.weights import STAGE_WEIGHTS
from auditor.view.cards import Card, card_of
from auditor.view.desk import Desk
from auditor.view.endings import is_broken, stopping
from auditor.view.names import CERTAINTIES, STAGE_ASKS, STAGES
from auditor.view.points import BAD, Row, gain, least_sure, rows_of

__all__ = ["LEAST_SCORED", "Mend", "StageView", "Sum", "grade", "stage_views", "unscored"]

GOOD_FROM = 90
FAIR_FROM = 50
VISIBLE_POINT = 0.05
# Of fewer stages none is called the weakest of the journey.
LEAST_SCORED = 3


@dataclass(frozen=True)
class Sum:
    """One line of the stage's sum: a check's mean times its weight, and the share of it that was assessed."""

    title: str
    weight: str
    score: str
    product: str
    known: str


@dataclass(frozen=True)
class Mend:
    """A fault with what mending it would give to the site's score.

    ``loss`` is what it weighs in the whole, also where there is no score or where a cap hides it. ``confidence`` is
    that of the least sure result in any stage; it changes no points, only the order.
    """

    card: Card
    stage: Stage
    stage_name: str
    points: float
    confidence: Confidence
    points_text: str = ""
    loss: float = 0.0
    certainty: str = ""

    @property
    def unsure(self) -> str:
        """Return the words for its certainty where it is not certain, else nothing."""
        return "" if self.confidence is Confidence.HIGH else self.certainty


@dataclass(frozen=True)
class StageView:
    """A stage as its section shows it."""

    stage: Stage
    number: int
    name: str
    other_name: str
    asks: str
    score: int | None
    grade: str
    coverage: float
    coverage_text: str
    observed: int | None
    imported: int | None
    cap: str
    faults: tuple[Card, ...]
    muted: tuple[Card, ...]
    passed: tuple[Card, ...]
    unknown: tuple[Card, ...]
    not_applicable: tuple[Card, ...]
    sums: tuple[Sum, ...]
    sum_weight: str
    sum_product: str
    mean: str
    known_weight: str
    whole_weight: str
    share: str
    share_product: str
    weakest: bool = False


def grade(score: float | None) -> str:
    """Return the class of a score: the same limits as a single check's."""
    if score is None:
        return "unknown"
    return "good" if score >= GOOD_FROM else "fair" if score >= FAIR_FROM else "poor"


def stage_views(desk: Desk) -> tuple[tuple[StageView, ...], tuple[Mend, ...]]:
    """Return the stages in the order of the journey, and every mend, the most valuable first.

    Where a customer is stopped, no stage is called the weakest: the others matter less.
    """
    scored = {one.stage: one for one in desk.audit.stages}
    rows = {stage: rows_of(desk.audit, stage) for stage in Stage}
    worth = _site_points(rows, scored) if desk.audit.score is not None else {}
    views: list[StageView] = []
    mends: list[Mend] = []
    for number, stage in enumerate(Stage, 1):
        score = scored.get(stage) or StageScore(stage=stage, score=None, coverage=0.0)
        cards = {
            row.check: card_of(desk, row, _points(desk, worth.get((stage, row.check), 0.0))) for row in rows[stage]
        }
        views.append(_view(desk, number, score, rows[stage], cards))
        mends += [
            Mend(
                cards[row.check],
                stage,
                desk.say.t(STAGES[stage][0]),
                worth.get((stage, row.check), 0.0),
                least_sure(row.results),
                loss=_loss(row, rows[stage]),
            )
            for row in rows[stage]
            if row.outcome in BAD and not cards[row.check].muted
        ]
    scores = [one.score for one in views if one.score is not None]
    stopped = any(is_broken(desk.audit, screen) for screen in desk.audit.journeys)
    low = min(scores) if len(scores) >= LEAST_SCORED and not stopped else None
    weakest = next((one for one in views if one.score == low and low is not None and low < GOOD_FROM), None)
    marked = tuple(replace(one, weakest=one is weakest) for one in views)
    return marked, _ranked(desk, mends)


def _ranked(desk: Desk, mends: list[Mend]) -> tuple[Mend, ...]:
    """Return one mend for each check, with its points of all stages together.

    What stops a customer comes first, whatever its points; the rest in the order of ``_rank``.
    """
    stops = stopping(desk.audit)
    whole: dict[str, Mend] = {}
    for mend in sorted(mends, key=lambda one: (-one.points, -one.loss)):
        known = whole.get(mend.card.check)
        whole[mend.card.check] = _joined(known, mend) if known else mend
    return tuple(
        replace(one, points_text=desk.say.number(one.points, 1), certainty=desk.say.t(CERTAINTIES[one.confidence]))
        for one in sorted(whole.values(), key=lambda one: (one.card.check not in stops, _rank(one)))
    )


def _joined(one: Mend, other: Mend) -> Mend:
    return replace(
        one,
        points=one.points + other.points,
        loss=one.loss + other.loss,
        confidence=max(one.confidence, other.confidence, key=list(Confidence).index),
    )


def _rank(mend: Mend) -> tuple[float, ...]:
    """Return a mend's place among all: the most valuable first, and of like worth the surest.

    Worth is what it gives to the nearest half point. Where that is nothing, and where there is no score, the gravest
    come first. What is alike in both and equally sure goes by its points, its severity and what it weighs.
    """
    halves = round(mend.points * 2)
    severity = list(Severity).index(Severity(mend.card.severity))
    unsure = list(Confidence).index(mend.confidence)
    return (-halves, 0 if halves else severity, unsure, -round(mend.points, 1), severity, -mend.loss)


def _loss(row: Row, rows: tuple[Row, ...]) -> float:
    weight = sum(one.weight for one in rows if one.score is not None)
    return STAGE_WEIGHTS[row.stage] * (100 - (row.score or 0.0)) * row.weight / weight if weight else 0.0


def _site_points(rows: dict[Stage, tuple[Row, ...]], scored: dict[Stage, StageScore]) -> dict[tuple[Stage, str], float]:
    shares = sum(STAGE_WEIGHTS[stage] for stage, one in scored.items() if one.score is not None)
    return {
        (stage, row.check): gain(rows[stage], row.check, scored[stage]) * STAGE_WEIGHTS[stage] / shares
        for stage in scored
        for row in rows[stage]
        if shares
    }


def _points(desk: Desk, points: float) -> str:
    if points < VISIBLE_POINT:
        return ""
    shown = desk.say.number(points, 1)
    return desk.say.t("+{points} points", points=shown)


def _view(desk: Desk, number: int, scored: StageScore, rows: tuple[Row, ...], cards: dict[str, Card]) -> StageView:
    say, stage = desk.say, scored.stage
    measured = [row for row in rows if row.score is not None]
    weight = sum(row.weight for row in measured)
    product = sum((row.score or 0.0) * row.weight for row in measured)
    names = STAGES[stage]

    def of(*outcomes: Outcome) -> tuple[Card, ...]:
        found = [row for row in rows if row.outcome in outcomes]
        found.sort(key=lambda row: (outcomes.index(row.outcome), -(100 - (row.score or 0)) * row.weight))
        return tuple(cards[row.check] for row in found)

    faults = of(Outcome.FAILED, Outcome.WARNING)
    return StageView(
        stage=stage,
        number=number,
        name=say.t(names[0]),
        other_name=say.t(names[1]) if names[1] else "",
        asks=say.t(STAGE_ASKS[stage]),
        score=scored.score,
        grade=grade(scored.score),
        coverage=scored.coverage,
        coverage_text=say.percent(scored.coverage),
        observed=scored.observed,
        imported=scored.imported,
        cap=_cap(desk, scored, cards),
        faults=tuple(card for card in faults if not card.muted),
        muted=tuple(card for card in faults if card.muted),
        passed=of(Outcome.PASSED),
        unknown=of(Outcome.UNKNOWN, Outcome.ERROR),
        not_applicable=of(Outcome.NOT_APPLICABLE),
        sums=tuple(
            Sum(
                cards[row.check].title,
                say.number(row.weight, 1),
                say.number(row.score, 2) if row.score is not None else "–",
                say.number(row.score * row.weight, 1) if row.score is not None else "–",
                say.percent(row.known),
            )
            for row in rows
            if row.known is not None and row.weight
        ),
        sum_weight=say.number(weight, 1),
        sum_product=say.number(product, 1),
        mean=say.number(product / weight, 1) if weight else "",
        known_weight=say.number(sum(row.weight * (row.known or 0.0) for row in rows), 2),
        whole_weight=say.number(sum(row.weight for row in rows if row.known is not None), 1),
        share=say.percent(STAGE_WEIGHTS[stage]),
        share_product="" if scored.score is None else say.number(scored.score * STAGE_WEIGHTS[stage], 2),
    )


def _cap(desk: Desk, scored: StageScore, cards: dict[str, Card]) -> str:
    if scored.cap is None:
        return ""
    say = desk.say
    names = [say.quoted(cards[check].title if check in cards else check) for check in scored.cap.checks]
    return say.t.plural(
        "The score is held at {limit} at most, because of a critical failure: {names}.",
        "The score is held at {limit} at most, because of {n} critical failures: {names}.",
        len(names),
        limit=scored.cap.limit,
        names=", ".join(names),
    )


def unscored(desk: Desk, stages: Iterable[StageView]) -> str:
    """Say why the audit has no score, or nothing where it has one."""
    if desk.audit.score is not None:
        return ""
    scored = {one.stage for one in stages if one.score is not None}
    if scored and Stage.PURCHASE not in scored:
        return desk.say.t("No overall score: too little of the purchase could be assessed")
    return desk.say.t("No overall score: too little could be assessed")
