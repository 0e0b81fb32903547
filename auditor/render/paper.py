"""The foot of every printed page: whose report it is, and which page of how many."""

from __future__ import annotations

from typing import Literal

from markupsafe import escape

from auditor.brand import Brand
from auditor.model import Audit
from auditor.texts import translate
from auditor.view.safe import address, clean

__all__ = ["paper_foot"]

# The browser draws the foot as a page of its own, which knows nothing of the report's style.
STYLE = (
    "width:100%;margin:0 12mm;font:7.5pt 'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,sans-serif;"
    "color:#4b5863;display:flex;justify-content:space-between;gap:10mm"
)
LONGEST = 160


def paper_foot(*audits: Audit, lang: Literal["fi", "sv", "en"], brand: Brand | None = None) -> str:
    """Return the foot of an audit's report, or of a comparison, as HTML; the browser fills the two numbers in."""
    t = translate(lang)
    shops = ", ".join(dict.fromkeys(clean(one.site.name, 60) or address(one.site.url, 60).text for one in audits))
    parts = [shops, audits[-1].started_at.date().isoformat()] if brand is None else [brand.name, shops]
    told = escape(clean(" · ".join([t("Customer experience audit"), *parts]), LONGEST))
    return (
        f'<div style="{STYLE}"><bdi>{told}</bdi><span style="white-space:nowrap">'
        '<span class="pageNumber"></span> / <span class="totalPages"></span></span></div>'
    )
