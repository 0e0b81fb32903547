"""The reader's words for what an audit was worth a message."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.model.past import Moved
from auditor.view.names import mark

__all__ = ["ALERTS", "MOVED_NOTES"]

ALERTS: Mapping[str, str] = {
    "unreachable": mark("The shop could not be audited. {reason}"),
    "failed": mark("The audit could not be made: the program failed twice, and leaves this run alone."),
    "unable": mark("The audit cannot be made: this machine failed three times in a row, and goes on trying."),
    "given-up": mark("The audit of {day} was never made: it was given up for the next one."),
    "reachable": mark("The shop can be audited again."),
    "path-broken": mark("{screen}: a customer no longer reaches the checkout. {ending}"),
    "not-selling": mark("{screen}: the walk no longer reaches the checkout. {ending}"),
    "path-mended": mark("{screen}: a customer reaches the checkout again."),
    "critical": mark("A new critical fault: {title}."),
    "budget": mark("The budget is not kept: {limit}"),
    "budget-kept": mark("The budget is kept again."),
    "stage-drop": mark("{stage}: the score fell from {before} to {after}."),
    "stage-drop-again": mark("{stage}: the score fell from {before} to {after}; two audits in a row agree."),
}

MOVED_NOTES: Mapping[Moved, str] = {
    Moved.TOOL: mark("The program has been renewed since the last audit, which may be the reason."),
    Moved.PROFILE: mark("The way of judging has changed since the last audit, which may be the reason."),
    Moved.BROWSER: mark("The browser has been renewed since the last audit, which may be the reason."),
}
