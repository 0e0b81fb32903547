"""Holds audits against each other: what differs beyond noise, and what must not be compared at all."""

from auditor.compare.comparing import compare
from auditor.compare.model import (
    Change,
    CheckChange,
    Comparison,
    Differs,
    Doubt,
    FindingCount,
    SpeedRow,
    StageRow,
    WalkRow,
)

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
    "compare",
]
