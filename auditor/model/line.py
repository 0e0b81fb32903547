"""The slowed-down connection of a timed load: its figures, and how a record tells them."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "line_of"]

_TOLD = re.compile(r"([\d.]+) ms, ([\d.]+)/([\d.]+) kbit/s")


@dataclass(frozen=True)
class Line:
    """The least milliseconds of each answer, and the rates in kbit/s (of 1024 bit)."""

    delay_ms: float
    down_kbit: float
    up_kbit: float

    @property
    def label(self) -> str:
        """Name the line as records do."""
        return f"{self.delay_ms:g} ms, {self.down_kbit:g}/{self.up_kbit:g} kbit/s"


def line_of(label: str) -> Line | None:
    """Return the line that a label names; nothing where it was told in another way."""
    read = _TOLD.fullmatch(label)
    return Line(*(float(figure) for figure in read.groups())) if read else None
