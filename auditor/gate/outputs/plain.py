"""A gate's end as a few lines for a log: first whether it passed, then what was broken."""

from __future__ import annotations

from collections import Counter

from auditor.gate.outcome import LABELS, Gated, headline, one_line, worst_first
from auditor.gate.verdict import Status

__all__ = ["as_text"]

WIDTH = max(len(label) for label in LABELS.values())


def as_text(gated: Gated) -> str:
    """Return the lines; limits that were kept are counted and not listed."""
    told = [one for one in worst_first(gated) if one.status is not Status.PASSED]
    lines = [headline(gated), *(_row(LABELS[one.status], one.sentence) for one in told)]
    kept = Counter(one.what for one in gated.verdicts if one.status is Status.PASSED)
    if kept:
        names = ", ".join(f"{what} ×{count}" if count > 1 else what for what, count in kept.items())
        lines.append(_row(LABELS[Status.PASSED], names))
    lines += [_row("doubt", text) for text in gated.warnings]
    lines += [_row("note", text) for text in gated.notes]
    if gated.report or gated.folder:
        lines.append(one_line(gated.report or gated.folder))
    return "\n".join(lines)


def _row(label: str, text: str) -> str:
    return f"  {label:<{WIDTH}}  {one_line(text).strip()}"
