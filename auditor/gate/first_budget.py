"""A first budget, written from an audit: every figure with headroom, what was measured beside it."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from auditor.gate.budget import Regression
from auditor.gate.verdict import figure
from auditor.model import Audit, Measurement, PageKind

__all__ = ["HEADROOM", "LIMITED", "first_budget"]

HEADROOM = 20.0
# The first answer and the first paint vary most from load to load, and the largest paint holds them both.
LIMITED = ("lcp_ms", "cls", "tbt_ms", "weight_bytes", "requests", "third_party_bytes")
MARGINS = Regression()
KINDS = frozenset({PageKind.HOME, PageKind.CATEGORY, PageKind.PRODUCT, PageKind.CART})
SCORE_HEADROOM = 5
GUEST = "guest-checkout"
HEAD = """# A budget for `cx-audit gate`, written from an audit of {url}
# on {day} with {percent:g} % of headroom. The figures behind # are those that were measured.
# A bare number breaks the gate; {{limit = 2500, severity = "warn"}} only tells.
"""


def first_budget(audit: Audit, headroom_percent: float = HEADROOM) -> str:
    """Return a budget as TOML that this audit keeps; what the audit could not measure is not in it."""
    parts = [HEAD.format(url=_plain(audit.site.url), day=audit.started_at.date(), percent=headroom_percent)]
    parts += [part for part in (_clicks(audit), _scores(audit), _facts(audit)) if part]
    timed = [one for one in audit.measurements if one.consent == "before" and one.samples]
    kinds = Counter((one.page, one.viewport) for one in timed)
    for one in timed:
        by_kind = one.page in KINDS and kinds[one.page, one.viewport] == 1
        parts.append("\n".join(_page(one, headroom_percent, by_kind=by_kind)) + "\n")
    return "\n".join(parts)


def _clicks(audit: Audit) -> str:
    clicks = {name: one.clicks.door for name, one in audit.journeys.items() if one.clicks.door is not None}
    if not clicks or len(clicks) < len(audit.journeys):
        return ""
    seen = ", ".join(f"{count} on {name}" for name, count in clicks.items())
    return f"[metrics]\nclicks_to_door = {max(clicks.values())}  # {seen}\n"


def _scores(audit: Audit) -> str:
    pairs = [("site", audit.score), *((str(one.stage), one.score) for one in audit.stages)]
    rows = [f"{name} = {max(0, score - SCORE_HEADROOM)}  # {score}" for name, score in pairs if score is not None]
    return "\n".join(("[scores]", *rows)) + "\n" if rows else ""


def _facts(audit: Audit) -> str:
    """Require the guest checkout where every screen could tell it."""
    said = {str(one.value) for one in audit.results if one.check == GUEST}
    return f'[require]\n{GUEST} = "guest"\n' if said == {"guest"} else ""


def _page(one: Measurement, headroom_percent: float, *, by_kind: bool) -> Iterator[str]:
    parts = urlsplit(one.url)
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    yield "[[pages]]"
    yield f'kind = "{one.page}"' if by_kind else f"pattern = {_quoted(_escaped(path))}"
    yield f'viewport = "{one.viewport}"  # {_plain(one.url)}'
    for name in LIMITED:
        value = getattr(one.median, name)
        if value is not None:
            highest = max(getattr(sample, name) or 0.0 for sample in one.samples)
            limit = max(value * (1 + headroom_percent / 100), value + getattr(MARGINS, name), highest)
            yield f"{name} = {_rounded_up(limit)}  # {figure(value)}"


def _rounded_up(value: float) -> str:
    """Round up to two digits that count, as a person would write a limit; a share keeps two decimals."""
    if value < 1:
        return f"{math.ceil(value * 100) / 100:g}"
    step = 10 ** max(0, math.floor(math.log10(value)) - 1)
    return str(math.ceil(value / step) * step)


def _plain(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:200]


def _escaped(pattern: str) -> str:
    """Take from an address the signs that a pattern would read as its own."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in pattern)


def _quoted(text: str) -> str:
    """Quote a text as TOML does, whose basic strings are those of JSON."""
    return json.dumps(_plain(text))
