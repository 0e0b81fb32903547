"""From results to stage scores with their coverage (CONTRACTS 4 and the score model of the check catalogue)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model import CheckResult, Confidence, Outcome, Severity, Source, Stage, StageScore, ViewportName
from auditor.model.audit import Cap
from auditor.model.weights import IMPORTED_SHARE, OBSERVED_SHARE, STAGE_WEIGHTS, cap_of

__all__ = ["check_coverage", "check_score", "site_score", "stage_scores"]

LEAST_STAGE_COVERAGE = 0.5
LEAST_SITE_COVERAGE = 0.6
# A coverage of exactly one half, or 60 %, must not be lost to the rounding of floats.
_HAIR = 1e-9


@dataclass(frozen=True)
class _Row:
    """One check in one stage: its points 0-100, null where nothing was measured, and the share that was measured."""

    weight: float
    points: float | None
    known: float


def stage_scores(results: Iterable[CheckResult], mobile_share: float = 0.5) -> tuple[StageScore, ...]:
    """Return the five stages in order; ``mobile_share`` (0-1) weighs the phone against other screens."""
    listed = tuple(results)
    return tuple(_stage(stage, [one for one in listed if one.stage is stage], mobile_share) for stage in Stage)


def site_score(stages: Iterable[StageScore]) -> tuple[int | None, float]:
    """Return the site's score and coverage; the score is null without purchase or under 60 % coverage.

    Stages without a score leave the sum of scores, and lower the coverage by their weight.
    """
    listed = tuple(stages)
    scored = [(STAGE_WEIGHTS[one.stage], one.score) for one in listed if one.score is not None]
    coverage = round(sum(STAGE_WEIGHTS[one.stage] * one.coverage for one in listed), 4)
    purchase = any(one.stage is Stage.PURCHASE and one.score is not None for one in listed)
    if not purchase or coverage + _HAIR < LEAST_SITE_COVERAGE:
        return None, coverage
    return round(sum(weight * score for weight, score in scored) / sum(weight for weight, _score in scored)), coverage


def check_score(results: Iterable[CheckResult], mobile_share: float = 0.5) -> float | None:
    """Return one check's points 0-100 over all its pages and screens; null where nothing of it was measured."""
    rows = _rows([one for one in results if one.source is not Source.IMPORT], mobile_share)
    return rows[0].points if rows else None


def check_coverage(results: Iterable[CheckResult], mobile_share: float = 0.5) -> float | None:
    """Return which share of one check's pages and screens was measured, 0-1; null where it does not count."""
    rows = _rows([one for one in results if one.source is not Source.IMPORT], mobile_share)
    return rows[0].known if rows else None


def _stage(stage: Stage, results: list[CheckResult], mobile_share: float) -> StageScore:
    seen = [one for one in results if one.source is not Source.IMPORT]
    told = [one for one in results if one.source is Source.IMPORT]
    observed, coverage = _sum(_rows(seen, mobile_share))
    imported, imported_coverage = _sum(_rows(told, mobile_share))
    cap = _cap(results)
    blended = _blend(observed, imported, observing=bool(seen))
    score = None if blended is None else round(min(blended, cap.limit) if cap else blended)
    return StageScore(
        stage=stage,
        score=score,
        coverage=round(coverage if seen else imported_coverage, 4),
        observed=None if observed is None else round(observed),
        imported=None if imported is None else round(imported),
        cap=cap,
    )


def _blend(observed: float | None, imported: float | None, *, observing: bool) -> float | None:
    if observed is not None and imported is not None:
        return OBSERVED_SHARE * observed + IMPORTED_SHARE * imported
    return observed if observing else imported


def _sum(rows: list[_Row]) -> tuple[float | None, float]:
    total = sum(row.weight for row in rows)
    if not total:
        return None, 0.0
    coverage = sum(row.weight * row.known for row in rows) / total
    measured = [(row.weight, row.points) for row in rows if row.points is not None]
    weight = sum(weight for weight, _points in measured)
    if coverage + _HAIR < LEAST_STAGE_COVERAGE or not weight:
        return None, coverage
    return sum(weight * points for weight, points in measured) / weight, coverage


def _rows(results: list[CheckResult], mobile_share: float) -> list[_Row]:
    """Average the rows of each check: pages within a screen, then the screens; "not applicable" leaves the sum."""
    checks: dict[str, list[CheckResult]] = {}
    for one in results:
        if one.outcome is not Outcome.NOT_APPLICABLE and one.weight > 0:
            checks.setdefault(one.check, []).append(one)
    return [_row(checks[check], mobile_share) for check in sorted(checks)]


def _row(results: list[CheckResult], mobile_share: float) -> _Row:
    screens: dict[str, list[CheckResult]] = {}
    for one in results:
        screens.setdefault(one.viewport or "", []).append(one)
    points: list[tuple[float, float]] = []
    known: list[tuple[float, float]] = []
    for screen in sorted(screens):
        share = mobile_share if screen == ViewportName.MOBILE else 1 - mobile_share
        scores = sorted(one.score for one in screens[screen] if one.score is not None)
        known.append((share, len(scores) / len(screens[screen])))
        if scores:
            points.append((share, sum(scores) / len(scores)))
    return _Row(max(one.weight for one in results), _mean(points), _mean(known) or 0.0)


def _mean(weighed: list[tuple[float, float]]) -> float | None:
    """Return the weighed mean; equal weights where all are 0, null of nothing."""
    if not weighed:
        return None
    total = sum(weight for weight, _value in weighed)
    if not total:
        return sum(value for _weight, value in weighed) / len(weighed)
    return sum(weight * value for weight, value in weighed) / total


def _cap(results: list[CheckResult]) -> Cap | None:
    failed = {
        one.check
        for one in results
        if one.severity is Severity.CRITICAL and one.outcome is Outcome.FAILED and one.confidence is Confidence.HIGH
    }
    limit = cap_of(len(failed))
    return None if limit is None else Cap(limit=limit, checks=tuple(sorted(failed)))
