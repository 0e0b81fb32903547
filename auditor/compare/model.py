"""The nouns of a comparison; every row holds one value for each audit, in the order of the audits.

``changes`` tell how each audit stands against the first one; the first stands against itself and is always "same".
"""

from __future__ import annotations

from enum import StrEnum

from auditor.model import GuestValue, JourneyOutcome, PageKind, Stage, ViewportName
from auditor.model.base import Noun

__all__ = [
    "Change",
    "CheckChange",
    "Comparison",
    "Differs",
    "Doubt",
    "FindingCount",
    "SpeedRow",
    "StageRow",
    "WalkRow",
]


class Change(StrEnum):
    """How one audit stands against the first; "unknown" is what cannot or must not be compared."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


class Differs(StrEnum):
    """What of the circumstances is not the same in all audits."""

    PROBLEM = "problem"
    COVERAGE = "coverage"
    TOOL = "tool"
    PROFILE = "profile"
    BROWSER = "browser"
    NETWORK = "network"
    CONSENT = "consent"
    VISITOR = "visitor"
    MACHINE = "machine"
    PRODUCT = "product"
    FEW_LOADS = "few-loads"


class Doubt(Noun):
    """A circumstance that differs, its value in each audit, and what is not compared because of it."""

    what: Differs
    values: tuple[str, ...]
    bars_scores: bool = False
    bars_speed: bool = False


class StageRow(Noun):
    """A stage, or the whole site where ``stage`` is null.

    ``common`` is, for each audit, the mean of the first audit and of that one over the checks that both could assess,
    and how many those are: scores over different questions are not comparable.
    """

    stage: Stage | None
    scores: tuple[int | None, ...]
    coverages: tuple[float, ...]
    common: tuple[tuple[float, float, int] | None, ...]
    changes: tuple[Change, ...]


class WalkRow(Noun):
    """The walks on one screen; each kind of value has its own changes, ``clicks`` are those to the door."""

    viewport: ViewportName
    outcomes: tuple[JourneyOutcome | None, ...]
    clicks: tuple[int | None, ...]
    guests: tuple[GuestValue, ...]
    seconds: tuple[float | None, ...]
    changes: tuple[Change, ...]
    click_changes: tuple[Change, ...]
    guest_changes: tuple[Change, ...]


class SpeedRow(Noun):
    """The median of one figure of one page on one screen, its spread and number of loads in each audit.

    ``noise`` is, for each audit, how much it may differ from the first without that meaning anything.
    """

    page: PageKind
    viewport: ViewportName
    consent: str
    metric: str
    medians: tuple[float | None, ...]
    spreads: tuple[float | None, ...]
    loads: tuple[int, ...]
    noise: tuple[float | None, ...]
    changes: tuple[Change, ...]


class CheckChange(Noun):
    """One check within one stage: its points 0-100 in each audit, null where it could not be assessed."""

    stage: Stage
    check: str
    weight: float
    points: tuple[float | None, ...]
    changes: tuple[Change, ...]


class FindingCount(Noun):
    """How many findings of the first audit are gone in the last and how many are new, where both could assess them."""

    gone: int
    new: int


class Comparison(Noun):
    """Audits held against the first of them; ``same_site`` tells before and after from competitors."""

    same_site: bool
    sites: tuple[str, ...]
    started_at: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    site: StageRow
    stages: tuple[StageRow, ...]
    walks: tuple[WalkRow, ...]
    speed: tuple[SpeedRow, ...]
    checks: tuple[CheckChange, ...]
    findings: FindingCount | None
