"""A gate's end as annotations of GitHub Actions (workflow commands), escaped as its runner reads them."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.gate.outcome import LABELS, Gated, headline, one_line, worst_first
from auditor.gate.verdict import Status

__all__ = ["as_annotations"]

# GitHub shows no more than ten of each kind for a step.
MOST = 10
COMMANDS = {
    Status.BREACHED: "error",
    Status.UNMEASURED: "error",
    Status.DISAGREE: "warning",
    Status.WARNED: "warning",
}


def as_annotations(gated: Gated) -> tuple[str, ...]:
    """Return the lines that a job prints: an error for each limit that was broken, a warning for each doubt."""
    lines = list(_lines(gated))
    return tuple(lines) if gated.passed or lines else (_command("error", "cx-audit gate", headline(gated)),)


def _lines(gated: Gated) -> Iterator[str]:
    for command in ("error", "warning"):
        found = [one for one in worst_first(gated) if COMMANDS.get(one.status) == command]
        for one in found[:MOST]:
            yield _command(command, f"cx-audit: {LABELS[one.status]}", one.sentence)
    for text in gated.warnings:
        yield _command("warning", "cx-audit gate", text)


def _command(name: str, title: str, text: str) -> str:
    return f"::{name} title={_property(title)}::{_data(one_line(text))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
