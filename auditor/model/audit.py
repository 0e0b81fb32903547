"""The audit: the public contract written to audit.json, format 1 (CONTRACTS 3)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field as Described
from pydantic import JsonValue

from auditor.model.base import Noun
from auditor.model.goods import PriceSeen
from auditor.model.journey import Evidence, Journey, Stopped
from auditor.model.note import Note
from auditor.model.page import Box, Offender
from auditor.model.recording import BrowserInfo, HostInfo, LcpElement, RobotsInfo, VisitorInfo
from auditor.model.searched import Searched
from auditor.model.timed import Course, Fetched, FilmFrame, WeightOf
from auditor.model.words import (
    Basis,
    Confidence,
    Outcome,
    PageKind,
    Severity,
    Source,
    Stage,
    ViewportName,
)

__all__ = [
    "Audit",
    "AuditPage",
    "AuditSite",
    "ByHand",
    "Cap",
    "CheckResult",
    "Finding",
    "Measurement",
    "MetricSet",
    "Mute",
    "StageScore",
    "Tool",
]


class Tool(Noun):
    """Which program made the audit."""

    name: str
    version: str


class AuditSite(Noun):
    """The shop as it was recognised."""

    url: str
    name: str
    languages: tuple[str, ...]
    country: str | None
    platform: str | None


class Cap(Noun):
    """The ceiling that critical failures put on a stage, and which checks put it there."""

    limit: int
    checks: tuple[str, ...]


class StageScore(Noun):
    """A stage's score 0-100 with its coverage 0-1; null under half coverage."""

    stage: Stage
    score: int | None
    coverage: float
    observed: int | None = None
    imported: int | None = None
    cap: Cap | None = None


class AuditPage(Noun):
    """A page that was seen."""

    id: str
    url: str
    kind: PageKind
    viewport: ViewportName
    status: int | None
    title: str
    depth: int | None


class MetricSet(Noun):
    """Medians or spreads of timed loads: milliseconds, bytes, counts; null where it was not measured.

    ``ttfb_ms`` is the server's own time: it is read before the browser holds the answer back for the slowed-down
    connection. A redirect before the page counts in full, with the line's delay.
    """

    lcp_ms: float | None = None
    fcp_ms: float | None = None
    ttfb_ms: float | None = None
    cls: float | None = None
    tbt_ms: float | None = None
    weight_bytes: float | None = None
    requests: float | None = None
    third_party_bytes: float | None = None


class Measurement(Noun):
    """The timed loads of one page on one screen; ``spread`` is max minus min of each figure.

    ``again`` are later loads by which a gate confirms a breach; they do not count in the median and the spread.
    ``failures`` say why loads gave no figures. ``unfinished`` counts the samples that were still loading when time ran
    out: what they have is no more than a lower bound.
    ``fetched``, ``weights``, ``course``, ``screenshot`` and ``lcp_box`` belong to one load, whose figures are
    ``looked_at``.
    ``film`` was taken in a load of its own whose figures, ``filmed``, do not count either.
    """

    page: PageKind
    url: str
    viewport: ViewportName
    consent: str
    network: str
    cpu: float
    cache: str
    samples: tuple[MetricSet, ...]
    median: MetricSet
    spread: MetricSet
    lcp_element: LcpElement | None
    runs_agree: bool
    problem: str = ""
    again: tuple[MetricSet, ...] = ()
    again_median: MetricSet | None = None
    failures: tuple[str, ...] = ()
    unfinished: int = 0
    looked_at: MetricSet | None = None
    fetched: tuple[Fetched, ...] = ()
    weights: tuple[WeightOf, ...] = ()
    course: Course | None = None
    screenshot: str | None = None
    lcp_box: Box | None = None
    film: tuple[FilmFrame, ...] = ()
    filmed: MetricSet | None = None

    @property
    def cut_off(self) -> bool:
        """True where most loads were still going on when time ran out, so that their figures may grow."""
        return 2 * self.unfinished > len(self.samples)


class ByHand(Noun):
    """A person's word that stands in place of the robot's, with what the robot had said."""

    author: str
    reason: str
    outcome: Outcome
    score: int | None
    value: JsonValue = None


class CheckResult(Noun):
    """What one check said of one page, screen or site; ``searched`` is told of faults that something is missing."""

    check: str
    stage: Stage
    source: Source = Source.ROBOT
    viewport: ViewportName | None
    page: str | None
    outcome: Outcome
    score: int | None
    weight: float
    severity: Severity
    confidence: Confidence
    basis: Basis | None
    value: JsonValue = None
    unit: str | None = None
    n: int | None = None
    interval: tuple[float, float] | None = None
    message: str
    data: dict[str, JsonValue] = Described(default_factory=dict)
    text_en: str
    reason_unknown: str | None = None
    evidence: tuple[Evidence, ...] = ()
    offenders: tuple[Offender, ...] = ()
    by_hand: ByHand | None = None
    searched: Searched | None = None


class Mute(Noun):
    """Why a finding is left alone, and the last day on which that holds; null for no end."""

    reason: str
    until: date | None = None


class Finding(Noun):
    """A fault to mend, grouped over pages and screens; ``key`` is stable between audits."""

    key: str
    check: str
    rule: str
    stage: Stage
    viewports: tuple[ViewportName, ...]
    pages: tuple[str, ...]
    selector: str
    results: tuple[int, ...]
    muted: Mute | None = None


class Audit(Noun):
    """One whole audit, as written to audit.json."""

    format: Literal[1] = 1
    tool: Tool
    site: AuditSite
    started_at: datetime
    finished_at: datetime | None
    profile: str
    mobile_share: float = 0.5
    duties_as_of: date
    browser: BrowserInfo | None
    visitor: VisitorInfo
    host: HostInfo
    robots: RobotsInfo | None = None
    problem: str = ""
    sentence: str = ""
    complete: bool = True
    notes: tuple[Note, ...] = ()
    score: int | None
    coverage: float
    stages: tuple[StageScore, ...]
    pages: tuple[AuditPage, ...]
    measurements: tuple[Measurement, ...]
    results: tuple[CheckResult, ...]
    findings: tuple[Finding, ...]
    journeys: dict[ViewportName, Journey]
    stopped: dict[ViewportName, Stopped] = Described(default_factory=dict)
    prices: tuple[PriceSeen, ...] = ()
