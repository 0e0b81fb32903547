"""What a gate came to: the verdicts with the machine and the notes that its outputs tell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from auditor.gate.verdict import Status, Verdict
from auditor.model import HostInfo
from auditor.model.recording import SLOW_INDEX

__all__ = ["LABELS", "WORST_FIRST", "Gated", "headline", "machine", "one_line", "worst_first"]

LABELS = {
    Status.BREACHED: "broken",
    Status.UNMEASURED: "not measured",
    Status.DISAGREE: "runs disagree",
    Status.WARNED: "warning",
    Status.PASSED: "kept",
}
WORST_FIRST = tuple(LABELS)
LONGEST_LINE = 600
# A machine that is this much slower or faster than the baseline's measures something else.
OTHER_MACHINE = 0.25
_SPACES = re.compile(" {2,}")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True)
class Gated:
    """A gate's end; ``notes`` are sentences about how it was measured, ``warnings`` those that cast doubt on it."""

    url: str
    code: int
    verdicts: tuple[Verdict, ...]
    started_at: datetime
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    folder: str = ""
    report: str = ""

    @property
    def passed(self) -> bool:
        """Say whether the pipeline may go on."""
        return self.code == 0


def headline(gated: Gated) -> str:
    """Say in one line whether the gate passed, and how many limits were broken or could not be measured."""
    counts, total = Counter(one.status for one in gated.verdicts), len(gated.verdicts)
    limits = f"{total} limit{'s' if total != 1 else ''}"
    if gated.passed:
        held = counts[Status.PASSED]
        told = f"{limits} kept" if held == total else f"{held} of {limits} kept, none broken"
        return one_line(f"PASS: {told} at {gated.url}")
    parts = [(counts[Status.BREACHED], "broken"), (counts[Status.UNMEASURED], "not measured")]
    told = ", ".join(f"{count} {word}" for count, word in parts if count) or f"ended with exit code {gated.code}"
    return one_line(f"FAIL: {told} of {limits} at {gated.url}")


def worst_first(gated: Gated) -> tuple[Verdict, ...]:
    """Put the verdicts in the order in which they matter."""
    return tuple(sorted(gated.verdicts, key=lambda one: WORST_FIRST.index(one.status)))


def machine(host: HostInfo, baseline: HostInfo | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Describe the machine that measured; return what it is, and the warnings about it."""
    index = "unknown" if host.benchmark_index is None else f"{host.benchmark_index:.0f}"
    load = "" if host.load is None else f", load {host.load:.2f} before the start"
    what = f"Machine: benchmark index {index}, {host.cores} processor{'s' if host.cores != 1 else ''}{load}."
    warnings = []
    if host.busy:
        warnings.append("The machine was too busy to judge by: other work makes pages slow; measure when it is idle.")
    if host.slow:
        warnings.append(f"The machine is slow (index under {SLOW_INDEX}): its figures are higher than a customer's.")
    was, now = (baseline.benchmark_index if baseline else None), host.benchmark_index
    if was and now and abs(now - was) > OTHER_MACHINE * was:
        warnings.append(f"The baseline was measured by a machine of another speed (index {was:.0f}, now {now:.0f}).")
    return (what,), tuple(warnings)


def one_line(text: str) -> str:
    """Make one bounded line of what an audited page may have a hand in: no control signs, no commands to a pipeline."""
    line = _SPACES.sub(" ", _CONTROLS.sub(" ", text)).strip().replace("##[", "# #[")
    line = line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…"
    return f" {line}" if line.startswith("::") else line
