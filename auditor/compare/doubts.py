"""What of the circumstances differs between audits, and what is therefore not compared (CONTRACTS 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from auditor.compare.model import Differs, Doubt
from auditor.model import Audit

__all__ = ["doubts_of"]

COVERAGE_GAP = 0.1
MACHINE_RATIO = 1.25
LEAST_LOADS = 2
BEFORE_CHOICE = "before"
_Told = Callable[[Audit], str]


def doubts_of(audits: Sequence[Audit], *, one_site: bool) -> tuple[Doubt, ...]:
    """List what differs, the gravest first; that competitors sell other products goes without saying."""
    return tuple(_doubts(audits, one_site=one_site))


def _doubts(audits: Sequence[Audit], *, one_site: bool) -> Iterator[Doubt]:
    if any(one.problem or not one.complete for one in audits):
        yield Doubt(
            what=Differs.PROBLEM, values=tuple(one.problem or ("" if one.complete else "interrupted") for one in audits)
        )
    shares = [one.coverage for one in audits]
    if max(shares) - min(shares) > COVERAGE_GAP:
        yield Doubt(what=Differs.COVERAGE, values=tuple(str(share) for share in shares))
    yield from _if_differs(audits, Differs.TOOL, lambda one: one.tool.version, scores=True)
    yield from _if_differs(audits, Differs.PROFILE, _profile, scores=True)
    yield from _if_differs(audits, Differs.BROWSER, _browser, speed=True)
    if all(one.measurements for one in audits):
        yield from _if_differs(audits, Differs.NETWORK, _network)
    yield from _if_differs(audits, Differs.CONSENT, lambda one: str(one.visitor.consent))
    yield from _if_differs(audits, Differs.VISITOR, lambda one: f"{one.visitor.locale}, {one.visitor.timezone}")
    speeds = [one.host.benchmark_index or 0.0 for one in audits]
    if min(speeds) and max(speeds) / min(speeds) > MACHINE_RATIO:
        yield Doubt(what=Differs.MACHINE, values=tuple(f"{speed:.0f}" for speed in speeds))
    if one_site:
        yield from _if_differs(audits, Differs.PRODUCT, _product)
    # After a choice of cookies a page is loaded once more, only to be looked at.
    first = [[load for load in one.measurements if load.consent == BEFORE_CHOICE] for one in audits]
    counts = [min((len(load.samples) for load in loads), default=LEAST_LOADS) for loads in first]
    if min(counts) < LEAST_LOADS:
        yield Doubt(what=Differs.FEW_LOADS, values=tuple(str(count) for count in counts))


def _if_differs(
    audits: Sequence[Audit], what: Differs, told: _Told, *, scores: bool = False, speed: bool = False
) -> Iterator[Doubt]:
    values = tuple(told(one) for one in audits)
    if len({value for value in values if value}) > 1:
        yield Doubt(what=what, values=values, bars_scores=scores, bars_speed=speed)


def _profile(audit: Audit) -> str:
    return audit.profile if audit.mobile_share == 0.5 else f"{audit.profile} ({audit.mobile_share:g})"


def _browser(audit: Audit) -> str:
    """Return name, major version and mode: a smaller difference of versions does not move the figures."""
    browser = audit.browser
    return f"{browser.name} {browser.version.partition('.')[0]}, {browser.mode}" if browser else ""


def _network(audit: Audit) -> str:
    ways = sorted({f"{one.viewport}: {one.network}, 1/{one.cpu:g}" for one in audit.measurements})
    return "; ".join(ways)


def _product(audit: Audit) -> str:
    return next((walk.product.name for walk in audit.journeys.values() if walk.product), "")
