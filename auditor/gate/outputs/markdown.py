"""A gate's end as Markdown, for a comment on a pull request and for the summary of a job."""

from __future__ import annotations

import re

from auditor.gate.outcome import LABELS, Gated, headline, one_line, worst_first
from auditor.gate.verdict import Status, Verdict, figure, spread_told

__all__ = ["as_markdown"]

MARKS = {
    Status.BREACHED: "❌",
    Status.UNMEASURED: "❓",
    Status.DISAGREE: "🔁",
    Status.WARNED: "⚠️",
    Status.PASSED: "✅",
}
MOST_ROWS = 100
# Signs that Markdown, its tables or a mention of somebody would take for their own.
_SIGNS = re.compile(r"[\\`*{}\[\]<>|#@~!&]|(?<!\w)_|_(?!\w)")


def as_markdown(gated: Gated) -> str:
    """Return a heading, a table with the worst limits first, and what is to be known of the measuring."""
    rows = worst_first(gated)
    lines = [f"### {'✅' if gated.passed else '❌'} {_safe(headline(gated))}", ""]
    if rows:
        lines += ["| | what | where | device | limit | measured |", "| --- | --- | --- | --- | ---: | ---: |"]
        lines += [_row(one) for one in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        lines += ["", f"… and {len(rows) - MOST_ROWS} more."]
    told = [one.sentence for one in rows[:MOST_ROWS] if one.status is not Status.PASSED]
    lines += ["", *(f"- {_safe(text)}" for text in told)] if told else []
    about = (*gated.warnings, *gated.notes)
    lines += ["", *(f"_{_safe(text)}_<br>" for text in about)] if about else []
    return "\n".join(lines) + "\n"


def _row(one: Verdict) -> str:
    measured = _value(one.measured)
    if one.spread is not None and one.samples:
        measured += f" ({spread_told(one.spread, one.samples)})"
    cells = (
        f"{MARKS[one.status]} {LABELS[one.status]}",
        _safe(one.what),
        _safe(one.where),
        _safe(one.device) or "–",
        _value(one.limit),
        measured,
    )
    return f"| {' | '.join(cells)} |"


def _value(value: float | str | None) -> str:
    if value is None:
        return "–"
    return _safe(value) if isinstance(value, str) else figure(value)


def _safe(text: str) -> str:
    """Write a text so that Markdown shows it and does nothing else with it."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", one_line(text))
