"""The end of an audit on stdout: a few lines for people, or JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import JsonValue

from auditor.model import Audit, Outcome

__all__ = ["Finished", "as_data", "as_lines", "printed"]


@dataclass(frozen=True)
class Finished:
    """One audit that has come to its end, good or bad."""

    url: str
    code: int
    folder: Path | None = None
    audit: Audit | None = None
    report: Path | None = None
    sentence: str = ""
    files: Mapping[str, Path] = field(default_factory=dict)


def printed(finished: list[Finished], *, as_json: bool) -> str:
    """Return what goes to stdout: JSON is one object, or a list of them for several shops."""
    if not as_json:
        return "\n".join(line for one in finished for line in as_lines(one))
    data = [as_data(one) for one in finished]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=1)


def as_data(one: Finished) -> dict[str, JsonValue]:
    """Return an audit's summary as plain data."""
    audit = one.audit
    return {
        "url": audit.site.url if audit else one.url,
        "exit_code": one.code,
        "problem": audit.problem if audit else "error",
        "sentence": one.sentence,
        "score": audit.score if audit else None,
        "coverage": audit.coverage if audit else 0.0,
        "stages": {stage.stage: stage.score for stage in audit.stages} if audit else {},
        "journeys": {
            name: {
                "outcome": journey.outcome,
                "door": journey.door.kind if journey.door else None,
                "guest": journey.door.guest if journey.door else None,
                "clicks": journey.clicks.model_dump(),
                "seconds": journey.seconds,
            }
            for name, journey in (audit.journeys.items() if audit else ())
        },
        "results": dict(sorted(Counter(str(result.outcome) for result in audit.results).items())) if audit else {},
        "complete": bool(audit and audit.complete),
        "folder": str(one.folder) if one.folder else None,
        "audit": str(one.folder / "audit.json") if one.folder and audit else None,
        "report": str(one.report) if one.report else None,
        "files": {name: str(path) for name, path in one.files.items()},
    }


def as_lines(one: Finished) -> list[str]:
    """Return an audit's summary as lines for people; the last one is the path of the report."""
    audit = one.audit
    lines: list[str] = []
    if audit and (audit.coverage or audit.journeys):
        score = "no score" if audit.score is None else f"{audit.score}/100"
        lines.append(f"{audit.site.name or one.url}: {score} (seen: {audit.coverage:.0%} of what counts)")
        lines += [
            f"  {stage.stage:<14} {'–' if stage.score is None else stage.score:>3}  (seen: {stage.coverage:.0%})"
            for stage in audit.stages
        ]
        for name, journey in audit.journeys.items():
            clicks = journey.clicks.door
            told = f", {clicks} clicks to the checkout" if clicks is not None else ""
            lines.append(f"  {name}: {journey.outcome}{told}" + (f" ({journey.reason})" if journey.reason else ""))
        failed = sum(result.outcome is Outcome.FAILED for result in audit.results)
        lines.append(f"  {failed} failed of {len(audit.results)} results")
    if one.sentence:
        lines.append(one.sentence)
    lines += [str(path) for name, path in one.files.items() if name != "html"]
    if one.report:
        lines.append(str(one.report))
    return lines
