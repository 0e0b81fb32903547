"""A folder of audits as one page, which opens from a file as well as behind any web server."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from auditor.brand import Brand
from auditor.model.shelf import Shelf
from auditor.render.page import page_of
from auditor.texts import translate
from auditor.view.dashboard import dashboard_view

__all__ = ["render_dashboard"]

STYLES = ("tokens.css", "frame.css", "brand.css", "print.css", "dashboard.css")
SCRIPT = "dashboard.js"


def render_dashboard(
    shelf: Shelf,
    *,
    lang: Literal["fi", "sv", "en"],
    link: Callable[[str], str],
    brand: Brand | None = None,
    alerts: Mapping[str, Sequence[str]] | None = None,
    names: Mapping[str, str] | None = None,
) -> str:
    """Return the page; ``link`` gives a report's address by its folder, ``alerts`` and ``names`` are by a shop's."""
    t = translate(lang)
    view = dashboard_view(shelf, t=t, link=link, alerts=alerts, names=names)
    return page_of("dashboard.html", t=t, styles=STYLES, script=SCRIPT if view.shops else "", brand=brand, view=view)
