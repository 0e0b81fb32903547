"""The slowed-down line of a timed load, as it was recorded in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "line_of"]

_TOLD = re.compile(r"([\d.]+) ms, ([\d.]+)/([\d.]+) kbit/s")


@dataclass(frozen=True)
class Line:
    """The least time of an answer in milliseconds, and the rates in kbit/s."""

    delay_ms: float
    down_kbit: float
    up_kbit: float


def line_of(told: str) -> Line | None:
    """Return the figures of a line; nothing where it was told in another way."""
    read = _TOLD.fullmatch(told)
    return Line(*(float(figure) for figure in read.groups())) if read else None
