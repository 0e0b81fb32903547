"""Compares audits: a pure function of them, which would rather say "no change" or "not comparable" than guess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from auditor.compare.changes import against, change_of
from auditor.compare.doubts import doubts_of
from auditor.compare.model import Change, CheckChange, Comparison, FindingCount, StageRow, WalkRow
from auditor.compare.speed import speed_rows
from auditor.model import (
    Audit,
    CheckResult,
    GuestValue,
    Journey,
    Outcome,
    Stage,
    StageScore,
    ViewportName,
    gets_through,
)
from auditor.score import check_score, site_score, stage_scores

__all__ = ["CHECK_NOISE", "SCORE_NOISE", "compare", "same_site"]

# A stage moves by a few points when another product or page was looked at: the tolerance of the gate.
SCORE_NOISE = 3.0
CHECK_NOISE = 5.0
TIMES = {"ms"}
OPEN_TO = {GuestValue.GUEST: 1.0, GuestValue.ACCOUNT_REQUIRED: 0.0, GuestValue.UNKNOWN: None}


@dataclass(frozen=True)
class _Seen:
    """An audit with its results at hand by stage and check."""

    audit: Audit

    @cached_property
    def results(self) -> dict[tuple[Stage, str], list[CheckResult]]:
        grouped: dict[tuple[Stage, str], list[CheckResult]] = {}
        for one in self.audit.results:
            grouped.setdefault((one.stage, one.check), []).append(one)
        return grouped

    def points(self, stage: Stage, check: str, screens: frozenset[ViewportName]) -> float | None:
        """Return a check's points on the screens that are asked for."""
        listed = [
            one for one in self.results.get((stage, check), ()) if one.viewport is None or one.viewport in screens
        ]
        return check_score(listed, self.audit.mobile_share)

    @cached_property
    def screens(self) -> frozenset[ViewportName]:
        return frozenset(one.viewport for one in self.audit.results if one.viewport)


def compare(audits: Sequence[Audit], *, alike: bool | None = None) -> Comparison:
    """Hold audits against the first one.

    ``alike`` says whether they are of one shop; without it their addresses and names tell.
    """
    one_site = same_site(audits) if alike is None else alike
    doubts = doubts_of(audits, one_site=one_site)
    seen = [_Seen(one) for one in audits]
    barred, speed_barred = any(one.bars_scores for one in doubts), any(one.bars_speed for one in doubts)
    checks = _checks(seen, barred=barred, speed_barred=speed_barred)
    pairs = [_pair(seen, at, checks) for at in range(len(seen))]
    return Comparison(
        same_site=one_site,
        sites=tuple(one.site.url for one in audits),
        started_at=tuple(one.started_at.isoformat() for one in audits),
        doubts=doubts,
        site=_site_row(seen, pairs, barred=barred),
        stages=tuple(_stage_row(seen, pairs, stage, barred=barred) for stage in Stage),
        walks=tuple(
            _walk_row(audits, screen) for screen in ViewportName if any(screen in one.journeys for one in audits)
        ),
        speed=speed_rows(audits, barred=speed_barred),
        checks=tuple(one for one in checks if any(change is not Change.SAME for change in one.changes)),
        findings=_findings(seen) if one_site else None,
    )


def same_site(audits: Sequence[Audit]) -> bool:
    """Tell whether all audits are of one shop: the same host, and the same port or else the same name."""
    hosts, ports, names = zip(*(_place(one) for one in audits), strict=True)
    return len(set(hosts)) == 1 and (len(set(ports)) == 1 or len(set(names)) == 1)


def _place(audit: Audit) -> tuple[str, int | None, str]:
    parts = urlsplit(audit.site.url)
    return (parts.hostname or "").removeprefix("www."), parts.port, audit.site.name


def _checks(seen: Sequence[_Seen], *, barred: bool, speed_barred: bool) -> tuple[CheckChange, ...]:
    """Return every check of any audit with its points on the screens that all audits looked with, most moved first."""
    screens = frozenset.intersection(*(one.screens for one in seen))
    keys = dict.fromkeys(key for one in seen for key in one.results)
    rows = [_check(seen, *key, screens, barred=barred, speed_barred=speed_barred) for key in keys]
    order = list(Stage)
    return tuple(sorted(rows, key=lambda one: (-_moved(one), order.index(one.stage), one.check)))


def _check(
    seen: Sequence[_Seen],
    stage: Stage,
    check: str,
    screens: frozenset[ViewportName],
    *,
    barred: bool,
    speed_barred: bool,
) -> CheckChange:
    points = tuple(one.points(stage, check, screens) for one in seen)
    told = [one.results.get((stage, check), []) for one in seen]
    timed = any(result.unit in TIMES for results in told for result in results)

    def change(at: int) -> Change:
        if points[0] is None and points[at] is None:
            return Change.SAME
        if barred or (timed and speed_barred):
            return Change.UNKNOWN
        if _overlap(told[0], told[at]):
            return Change.SAME
        return change_of(points[0], points[at], CHECK_NOISE, more_is_better=True)

    weight = max(result.weight for results in told for result in results)
    return CheckChange(stage=stage, check=check, weight=weight, points=points, changes=against(points, change))


def _moved(row: CheckChange) -> float:
    known = [one for one in row.points if one is not None]
    return (max(known) - min(known)) * row.weight if known else 0.0


def _overlap(one: Sequence[CheckResult], two: Sequence[CheckResult]) -> bool:
    """Tell whether measured figures lie within each other's interval, where both have one."""
    pairs = [
        (a.interval, b.interval) for a in one for b in two if a.viewport == b.viewport and a.interval and b.interval
    ]
    return bool(pairs) and all(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs)


@dataclass(frozen=True)
class _Pair:
    """The first audit and another one, scored again over nothing but the checks that both could assess."""

    first: tuple[StageScore, ...]
    other: tuple[StageScore, ...]
    counts: Mapping[Stage, int]

    def stage(self, stage: Stage) -> tuple[float, float, int] | None:
        one, two = (next(told.score for told in side if told.stage is stage) for side in (self.first, self.other))
        return None if one is None or two is None else (one, two, self.counts[stage])

    def site(self) -> tuple[float, float, int] | None:
        one, two = site_score(self.first)[0], site_score(self.other)[0]
        return None if one is None or two is None else (one, two, sum(self.counts.values()))


def _pair(seen: Sequence[_Seen], at: int, checks: Sequence[CheckChange]) -> _Pair:
    """Score two audits again: the same checks on the same screens, with the caps of what failed on each side."""
    both = [one for one in checks if one.points[at] is not None and one.changes[at] is not Change.UNKNOWN]
    keys = {(one.stage, one.check) for one in both}
    screens = seen[0].screens & seen[at].screens

    def scores(each: _Seen) -> tuple[StageScore, ...]:
        kept = [
            one
            for one in each.audit.results
            if (one.stage, one.check) in keys and (one.viewport is None or one.viewport in screens)
        ]
        return stage_scores(kept, each.audit.mobile_share)

    counts = {stage: sum(one.stage is stage for one in both) for stage in Stage}
    return _Pair(scores(seen[0]), scores(seen[at]), counts)


def _row(
    stage: Stage | None,
    scores: tuple[int | None, ...],
    coverages: tuple[float, ...],
    common: tuple[tuple[float, float, int] | None, ...],
    *,
    barred: bool,
) -> StageRow:
    def change(at: int) -> Change:
        both, one, two = common[at], scores[0], scores[at]
        if barred or both is None or one is None or two is None:
            return Change.UNKNOWN
        found = change_of(both[0], both[1], SCORE_NOISE, more_is_better=True)
        # Where the printed scores point the other way, the difference lies in what one of them could not assess.
        against_it = {Change.BETTER: two < one, Change.WORSE: two > one}
        return Change.UNKNOWN if against_it.get(found) else found

    return StageRow(stage=stage, scores=scores, coverages=coverages, common=common, changes=against(scores, change))


def _stage_row(seen: Sequence[_Seen], pairs: Sequence[_Pair], stage: Stage, *, barred: bool) -> StageRow:
    told = [next((one for one in each.audit.stages if one.stage is stage), None) for each in seen]
    scores = tuple(one.score if one else None for one in told)
    coverages = tuple(one.coverage if one else 0.0 for one in told)
    return _row(stage, scores, coverages, tuple(pair.stage(stage) for pair in pairs), barred=barred)


def _site_row(seen: Sequence[_Seen], pairs: Sequence[_Pair], *, barred: bool) -> StageRow:
    scores = tuple(one.audit.score for one in seen)
    coverages = tuple(one.audit.coverage for one in seen)
    return _row(None, scores, coverages, tuple(pair.site() for pair in pairs), barred=barred)


def _walk_row(audits: Sequence[Audit], screen: ViewportName) -> WalkRow:
    walks = [one.journeys.get(screen) for one in audits]
    outcomes = tuple(one.outcome if one else None for one in walks)
    clicks = tuple(one.clicks.door if one else None for one in walks)
    guests = tuple(one.door.guest if one and one.door else GuestValue.UNKNOWN for one in walks)

    def ending(at: int) -> Change:
        return change_of(_reached(walks[0]), _reached(walks[at]), 0, more_is_better=True)

    return WalkRow(
        viewport=screen,
        outcomes=outcomes,
        clicks=clicks,
        guests=guests,
        seconds=tuple(one.seconds if one else None for one in walks),
        changes=against(walks, ending),
        click_changes=against(walks, lambda at: change_of(clicks[0], clicks[at], 0, more_is_better=False)),
        guest_changes=against(
            walks, lambda at: change_of(OPEN_TO[guests[0]], OPEN_TO[guests[at]], 0, more_is_better=True)
        ),
    )


def _reached(walk: Journey | None) -> float | None:
    """Return 1 where the checkout was reached and 0 where the shop stood in the way; null where that is not known."""
    through = gets_through(walk.outcome, unsure=walk.unsure) if walk else None
    return None if through is None else float(through)


def _findings(seen: Sequence[_Seen]) -> FindingCount:
    """Count the findings that went and came; where a check could not be assessed, nothing has gone or come."""
    first, last = seen[0], seen[-1]
    here = {one.key for one in first.audit.findings}
    there = {one.key for one in last.audit.findings}
    return FindingCount(
        gone=sum(one.key not in there and _assessed(last, one.stage, one.check) for one in first.audit.findings),
        new=sum(one.key not in here and _assessed(first, one.stage, one.check) for one in last.audit.findings),
    )


def _assessed(seen: _Seen, stage: Stage, check: str) -> bool:
    known = (Outcome.PASSED, Outcome.WARNING, Outcome.FAILED)
    return any(one.outcome in known for one in seen.results.get((stage, check), ()))
