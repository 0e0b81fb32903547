"""The arithmetic of the scores done again for the reader: rows, weighted means, and what a mend would give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.model import Audit, CheckResult, Confidence, Outcome, Severity, Stage, StageScore
from auditor.model.weights import IMPORTED_SHARE, OBSERVED_SHARE, cap_of
from auditor.score import check_coverage, check_score

__all__ = ["BAD", "Row", "critical", "gain", "least_sure", "rows_of", "worst"]

FULL = 100.0
BAD = (Outcome.FAILED, Outcome.WARNING)

ORDER = (
    *BAD,
    Outcome.ERROR,
    Outcome.UNKNOWN,
    Outcome.PASSED,
    Outcome.NOT_APPLICABLE,
)


@dataclass(frozen=True)
class Row:
    """All that one check said within one stage.

    ``score`` is null where nothing could be measured, and where the row comes from the shop's own figures: those are
    blended with the seen ones afterwards (CONTRACTS 4). ``known`` is the share that was measured, null where the
    check does not count in the coverage.
    """

    check: str
    stage: Stage
    results: tuple[CheckResult, ...]
    weight: float
    score: float | None
    outcome: Outcome
    known: float | None = None


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the outcome that matters most to a reader; what was measured hides what was not."""
    kinds = set(outcomes)
    return next(kind for kind in (*ORDER[:2], Outcome.PASSED, *ORDER[2:4], ORDER[5]) if kind in kinds)


def least_sure(results: Iterable[CheckResult]) -> Confidence:
    """Return how sure the least sure of the bad results is: a finding is no surer than what it rests on."""
    told = (one.confidence for one in results if one.outcome in BAD)
    return max(told, key=list(Confidence).index, default=Confidence.HIGH)


def rows_of(audit: Audit, stage: Stage) -> tuple[Row, ...]:
    """Return the rows of a stage in the order of the audit."""
    grouped: dict[str, list[CheckResult]] = {}
    for result in audit.results:
        if result.stage == stage:
            grouped.setdefault(result.check, []).append(result)
    return tuple(
        Row(
            check,
            stage,
            tuple(rows),
            max(one.weight for one in rows),
            check_score(rows, audit.mobile_share),
            worst(one.outcome for one in rows),
            check_coverage(rows, audit.mobile_share),
        )
        for check, rows in grouped.items()
    )


def critical(row: Row) -> bool:
    """Tell whether the row caps its stage: a critical failure that is surely seen."""
    return any(
        one.outcome == Outcome.FAILED and one.severity == Severity.CRITICAL and one.confidence == Confidence.HIGH
        for one in row.results
    )


def gain(rows: Sequence[Row], check: str, scored: StageScore) -> float:
    """Return the points that the stage would gain if this one check were in full order; 0 where it has no score."""
    if scored.score is None or not any(row.check == check and row.score is not None for row in rows):
        return 0.0
    mended = [(FULL if row.check == check else row.score, row.weight) for row in rows if row.score is not None]
    now = [(row.score, row.weight) for row in rows if row.score is not None]
    caps = sum(critical(row) for row in rows)
    left = caps - sum(critical(row) for row in rows if row.check == check)
    return max(0.0, min(_blend(_mean(mended), scored), _cap(left)) - min(_blend(_mean(now), scored), _cap(caps)))


def _blend(observed: float, scored: StageScore) -> float:
    if scored.imported is None or scored.observed is None:
        return observed
    return OBSERVED_SHARE * observed + IMPORTED_SHARE * scored.imported


def _mean(pairs: Sequence[tuple[float, float]]) -> float:
    weights = sum(weight for _score, weight in pairs)
    return sum(score * weight for score, weight in pairs) / weights if weights else 0.0


def _cap(failures: int) -> int:
    limit = cap_of(failures)
    return round(FULL) if limit is None else limit
