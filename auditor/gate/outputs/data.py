"""A gate's end as JSON, for programs."""

from __future__ import annotations

import json
from collections import Counter

from pydantic import JsonValue

from auditor.gate.outcome import WORST_FIRST, Gated, worst_first
from auditor.gate.verdict import Verdict

__all__ = ["as_json"]


def as_json(gated: Gated) -> str:
    """Return one object: the exit code, how many limits ended how, and every limit, the worst first."""
    counts = Counter(one.status for one in gated.verdicts)
    data: dict[str, JsonValue] = {
        "format": 1,
        "url": gated.url,
        "passed": gated.passed,
        "exit_code": gated.code,
        "started_at": gated.started_at.isoformat(),
        "counts": {str(status): counts[status] for status in WORST_FIRST},
        "limits": [_row(one) for one in worst_first(gated)],
        "warnings": list(gated.warnings),
        "notes": list(gated.notes),
        "folder": gated.folder or None,
        "report": gated.report or None,
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _row(one: Verdict) -> dict[str, JsonValue]:
    return {
        "status": str(one.status),
        "what": one.what,
        "where": one.where,
        "device": one.device or None,
        "limit": one.limit,
        "measured": one.measured,
        "spread": one.spread,
        "loads": one.samples or None,
        "sentence": one.sentence,
    }
