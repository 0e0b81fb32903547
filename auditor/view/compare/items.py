"""The checks in which audits differ, each with what every audit saw and where its report tells more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from auditor.compare import Change, CheckChange, Comparison
from auditor.model import Audit, CheckResult, Outcome
from auditor.view.cards import anchor_of
from auditor.view.desk import Desk, sentence_of, title_of
from auditor.view.names import OUTCOMES, STAGES
from auditor.view.points import worst
from auditor.view.safe import clean
from auditor.view.wording import DASH

__all__ = ["Compared", "Item", "Proof", "between", "items_of"]

MAX_EXCERPT = 200


@dataclass(frozen=True)
class Compared:
    """One audit that is compared: ``report`` is the address of its report seen from the page, or empty."""

    audit: Audit
    report: str = ""
    picture: Callable[[str], bytes | None] = lambda _name: None


@dataclass(frozen=True)
class Proof:
    """What one audit says of a check: in words, with what was seen and where its report tells more."""

    label: str
    outcome: Outcome
    outcome_text: str
    text: str
    excerpt: str
    selector: str
    href: str


@dataclass(frozen=True)
class Item:
    """A check in which audits differ."""

    title: str
    stage: str
    points: str
    proofs: tuple[Proof, ...]


def between(comparison: Comparison) -> str:
    """Return what stands between figures: an arrow only where one became the other."""
    return " → " if comparison.same_site else " · "


def items_of(
    comparison: Comparison, sides: Sequence[Compared], desks: Sequence[Desk], labels: Sequence[str], kind: Change
) -> tuple[Item, ...]:
    """Return the checks in which the last of one shop, or any competitor, differs from the first in this way."""
    found = []
    for row in comparison.checks:
        told = row.changes[-1:] if comparison.same_site else row.changes[1:]
        if kind in told and not (kind is Change.WORSE and Change.BETTER in told):
            found.append(_item(row, between(comparison), sides, desks, labels))
    return tuple(found)


def _item(row: CheckChange, step: str, sides: Sequence[Compared], desks: Sequence[Desk], labels: Sequence[str]) -> Item:
    say = desks[0].say
    points = step.join(DASH if one is None else say.number(one) for one in row.points)
    return Item(
        title=title_of(desks[0], row.check, Outcome.PASSED),
        stage=say.t(STAGES[row.stage][0]),
        points=points,
        proofs=tuple(_proof(row, side, desk, label) for side, desk, label in zip(sides, desks, labels, strict=True)),
    )


def _proof(row: CheckChange, side: Compared, desk: Desk, label: str) -> Proof:
    results = [one for one in side.audit.results if (one.stage, one.check) == (row.stage, row.check)]
    outcome = worst(one.outcome for one in results) if results else Outcome.UNKNOWN
    told: CheckResult | None = next((one for one in results if one.outcome is outcome), None)
    seen = next(iter(told.evidence), None) if told else None
    return Proof(
        label=label,
        outcome=outcome,
        outcome_text=desk.say.t(OUTCOMES[outcome]),
        text=sentence_of(desk, told) if told else desk.say.t("not looked at"),
        excerpt=clean(seen.excerpt, MAX_EXCERPT) if seen else "",
        selector=clean(seen.selector, MAX_EXCERPT) if seen else "",
        href=f"{side.report}#{anchor_of(row.stage, row.check)}" if side.report and told else "",
    )
