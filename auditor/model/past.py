"""An earlier audit in short: what trends, histories and alerts ask of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import Field as Described

from auditor.model.audit import Audit, Measurement, StageScore
from auditor.model.base import Noun
from auditor.model.recording import BrowserInfo
from auditor.model.words import Confidence, JourneyOutcome, Outcome, PageKind, Severity, Stage, ViewportName

__all__ = ["UNAUDITABLE", "Moved", "PastAudit", "PastSpeed", "PastWalk", "moved", "past_of"]

BEFORE_CHOICE = "before"
# Ends that leave no shop to audit (CONTRACTS 5); a page that is no shop, or a closed one, is a finding instead.
UNAUDITABLE = frozenset(
    {"robot-wall", "declined", "login-wall", "geo-blocked", "site-error", "dead", "tls", "not-html"}
)


class Moved(StrEnum):
    """What of our own making moves scores between two audits, though the shop stayed as it was."""

    TOOL = "tool"
    PROFILE = "profile"
    BROWSER = "browser"


class PastWalk(Noun):
    """How the walk on one screen ended, and its clicks from home to the door; null where it was not reached."""

    outcome: JourneyOutcome
    clicks_to_door: int | None
    unsure: bool = False


class PastSpeed(Noun):
    """The LCP of one page on one screen before any consent: median and spread of its timed loads, in milliseconds."""

    page: PageKind
    viewport: ViewportName
    lcp_ms: float
    spread_ms: float


class PastAudit(Noun):
    """One earlier audit in short; ``folder`` is its folder's name, beside those of the same shop's other audits.

    ``critical`` says of each critical check whether it surely failed; what nobody could tell is left out.
    """

    folder: str
    started_at: datetime
    tool_version: str
    profile: str
    browser: BrowserInfo | None
    score: int | None
    coverage: float
    stages: tuple[StageScore, ...]
    walks: dict[ViewportName, PastWalk]
    speeds: tuple[PastSpeed, ...]
    problem: str
    complete: bool
    finding_keys: tuple[str, ...]
    critical: dict[str, bool] = Described(default_factory=dict)

    @property
    def good(self) -> bool:
        """Say whether the shop could be audited, and to the end: only such an audit is compared with."""
        return self.complete and not self.problem

    def stage_score(self, stage: Stage) -> int | None:
        """Return a stage's score; null where it has none."""
        return next((one.score for one in self.stages if one.stage is stage), None)

    def lcp_ms(self, page: PageKind, viewport: ViewportName) -> float | None:
        """Return the median LCP of a page on a screen in milliseconds; null where it was not measured."""
        return next((one.lcp_ms for one in self.speeds if (one.page, one.viewport) == (page, viewport)), None)


def past_of(audit: Audit, folder: str) -> PastAudit:
    """Put an audit in short."""
    return PastAudit(
        folder=folder,
        started_at=audit.started_at,
        tool_version=audit.tool.version,
        profile=audit.profile,
        browser=audit.browser,
        score=audit.score,
        coverage=audit.coverage,
        stages=audit.stages,
        walks={
            name: PastWalk(outcome=one.outcome, clicks_to_door=one.clicks.door, unsure=one.unsure)
            for name, one in audit.journeys.items()
        },
        speeds=tuple(_speed(one, one.median.lcp_ms) for one in audit.measurements if _timed(one)),
        problem=audit.problem,
        complete=audit.complete,
        finding_keys=tuple(sorted({one.key for one in audit.findings})),
        critical=_critical(audit),
    )


def moved(before: PastAudit, after: PastAudit) -> tuple[Moved, ...]:
    """List what of our own making changed between two audits; of a browser its name, mode and major version count."""
    same = {
        Moved.TOOL: before.tool_version == after.tool_version,
        Moved.PROFILE: before.profile == after.profile,
        Moved.BROWSER: _make(before.browser) == _make(after.browser),
    }
    return tuple(what for what, alike in same.items() if not alike)


def _critical(audit: Audit) -> dict[str, bool]:
    """Tell the critical checks that surely failed, mutes left out, from those that did not; the unsure are neither."""
    muted = {number for one in audit.findings if one.muted for number in one.results}
    found: dict[str, bool] = {}
    for number, one in enumerate(audit.results):
        if one.severity is not Severity.CRITICAL or one.outcome in {Outcome.UNKNOWN, Outcome.ERROR}:
            continue
        failed = one.outcome is Outcome.FAILED and number not in muted
        if not failed or one.confidence is Confidence.HIGH:
            found[one.check] = found.get(one.check, False) or failed
    return dict(sorted(found.items()))


def _make(browser: BrowserInfo | None) -> tuple[str, str, str] | None:
    return None if browser is None else (browser.name, browser.version.partition(".")[0], browser.mode)


def _timed(one: Measurement) -> bool:
    return one.consent == BEFORE_CHOICE and one.median.lcp_ms is not None


def _speed(one: Measurement, lcp_ms: float | None) -> PastSpeed:
    return PastSpeed(page=one.page, viewport=one.viewport, lcp_ms=lcp_ms or 0.0, spread_ms=one.spread.lcp_ms or 0.0)
