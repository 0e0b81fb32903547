"""Turn an audit into a report: one HTML file that asks nothing of the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from auditor.brand import Brand, unsigned
from auditor.check import Check
from auditor.model import Audit
from auditor.model.past import PastAudit, past_of
from auditor.render.page import page_of
from auditor.texts import translate
from auditor.view import view_of

__all__ = ["STYLES", "render_report"]

STYLES = (
    "tokens.css",
    "frame.css",
    "first.css",
    "map.css",
    "plan.css",
    "stages.css",
    "story.css",
    "tables.css",
    "speed.css",
    "brand.css",
    "print.css",
)
SCRIPT = "report.js"


def render_report(
    audit: Audit,
    *,
    checks: Mapping[str, Check],
    lang: Literal["fi", "sv", "en"],
    picture: Callable[[str], bytes | None],
    brand: Brand | None = None,
    past: Sequence[PastAudit] = (),
    alerts: Sequence[str] = (),
    folder: str = "",
) -> str:
    """Return the report as one self-contained HTML page; ``picture`` gives a screenshot's bytes by its name.

    ``past`` are earlier audits of the shop, oldest first; ``alerts`` are what this one was worth a message; ``folder``
    is the name of its folder. With a brand no other name stands in it. Raises ValueError for a language the reports do
    not speak.
    """
    t = translate(lang)
    shown = unsigned(audit) if brand else audit
    told = (*past, past_of(audit, folder))
    view = view_of(shown, checks=checks, t=t, picture=picture, past=told, alerts=alerts, folder="" if brand else folder)
    return page_of("audit.html", t=t, styles=STYLES, script=SCRIPT, brand=brand, view=view)
