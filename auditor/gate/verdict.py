"""What a gate says of one limit, and the exit code that all of it comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from auditor.gate.budget import Limit, Strictness
from auditor.model import Measurement, PageKind, ViewportName

__all__ = [
    "Status",
    "Verdict",
    "figure",
    "figure_verdict",
    "on",
    "spread_told",
    "status_of",
    "to_confirm",
    "unmeasured",
    "worst_code",
]

BREACH_CODE, UNMEASURED_CODE = 1, 3


class Status(StrEnum):
    """How one limit was kept."""

    PASSED = "passed"
    WARNED = "warned"
    DISAGREE = "runs-disagree"
    BREACHED = "breached"
    UNMEASURED = "unmeasured"


@dataclass(frozen=True)
class Verdict:
    """One limit held against what was measured; ``sentence`` says what, where, device, limit, measured and spread."""

    status: Status
    what: str
    where: str
    device: str
    limit: float | str | None
    measured: float | str | None
    sentence: str
    spread: float | None = None
    samples: int = 0
    page: PageKind | None = None
    viewport: ViewportName | None = None


def to_confirm(verdicts: Iterable[Verdict]) -> tuple[tuple[PageKind, str, ViewportName], ...]:
    """Name the pages whose breach is to be measured again before it is believed."""
    again = ((one.page, one.where, one.viewport) for one in verdicts if one.status in {Status.BREACHED, Status.WARNED})
    return tuple(dict.fromkeys((page, url, screen) for page, url, screen in again if page and screen))


def worst_code(verdicts: Iterable[Verdict]) -> int:
    """Return the exit code: 3 where anything was not measured, else 1 where a limit was broken, else 0."""
    kinds = {one.status for one in verdicts}
    if Status.UNMEASURED in kinds:
        return UNMEASURED_CODE
    return BREACH_CODE if Status.BREACHED in kinds else 0


def figure_verdict(one: Measurement, name: str, limit: Limit) -> Verdict:
    """Hold one figure of a page against its limit."""
    device, value = str(one.viewport), getattr(one.median, name)
    why = _why_not(one, name, value, limit)
    if why or value is None:
        return unmeasured(name, one.url, device, f"{name}, {one.url}, {device}: {why}.", limit.limit)
    spread = getattr(one.spread, name) or 0.0
    again = getattr(one.again_median, name) if one.again_median else None
    status = status_of(value, limit, again)
    told = f"{name}, {one.url}, {device}: limit {figure(limit.limit)}, measured {figure(value)}"
    told += f" ({spread_told(spread, len(one.samples))})"
    if again is not None:
        told += f"; measured again {figure(again)} ({_loads(len(one.again))})"
        told += ": the runs disagree" if status is Status.DISAGREE else ""
    return Verdict(
        status, name, one.url, device, limit.limit, value, f"{told}.", spread, len(one.samples), one.page, one.viewport
    )


def _why_not(one: Measurement, name: str, value: float | None, limit: Limit) -> str:
    """Say why a figure cannot be held against a limit; an empty text where it can.

    Half of the loads and more must have given figures. A load that was cut off tells the least that a figure is: that
    breaks a limit, but does not keep one; only the first answer and the first paint cannot grow any more.
    """
    tried = len(one.samples) + len(one.failures)
    if not one.samples or value is None:
        return one.problem or "this figure could not be measured"
    if 2 * len(one.failures) > tried:
        return f"{len(one.failures)} of {tried} loads failed ({one.failures[0]})"
    cut_off = one.cut_off and name not in {"ttfb_ms", "fcp_ms"}
    if cut_off and value <= limit.limit:
        return f"the page was still loading when time ran out, with {figure(value)} of a limit of {figure(limit.limit)}"
    return ""


def status_of(value: float, limit: Limit, again: float | None) -> Status:
    """Tell how a limit was kept; a breach that did not show again is a disagreement, not a failure."""
    over = value > limit.limit
    if not over:
        return Status.PASSED
    if again is not None and again <= limit.limit:
        return Status.DISAGREE
    return Status.BREACHED if limit.severity is Strictness.ERROR else Status.WARNED


def unmeasured(what: str, where: str, device: str, told: str, limit: float | str | None = None) -> Verdict:
    """Say that something could not be told."""
    return Verdict(Status.UNMEASURED, what, where, device, limit, None, told)


def on(device: str) -> str:
    """Name a device after a comma, where there is one."""
    return f", {device}" if device else ""


def spread_told(spread: float, count: int) -> str:
    """Tell the spread of so many loads; one load has none."""
    return f"spread {figure(spread)}, {_loads(count)}" if count > 1 else _loads(count)


def _loads(count: int) -> str:
    return f"{count} load" if count == 1 else f"{count} loads"


def figure(value: float) -> str:
    """Write a figure in thin groups of three and no needless decimals."""
    return f"{value:,.3f}".rstrip("0").rstrip(".").replace(",", "\u202f")
