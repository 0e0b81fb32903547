"""How large the letters of a page are, counted by characters."""

from __future__ import annotations

from typing import Any

from auditor.collect.gather.read import items
from auditor.collect.page.scripts import read_page
from auditor.collect.page.tab import Tab
from auditor.model import Offender, TextSizes

__all__ = ["text_sizes"]

LEGIBLE_PX = 12


async def text_sizes(tab: Tab) -> TextSizes:
    """Count visible characters by computed size, and the fields under 16 px; sizes are CSS pixels."""
    raw: dict[str, Any] = await read_page(tab.page, "texts.js")
    sizes = [(float(px), int(chars)) for px, chars in raw.get("sizes") or ()]
    return TextSizes(
        chars=sum(chars for _px, chars in sizes),
        legible_chars=sum(chars for px, chars in sizes if px >= LEGIBLE_PX),
        smallest_px=min((px for px, _chars in sizes), default=None),
        inputs=int(raw.get("inputs") or 0),
        small_inputs=int(raw.get("small_inputs") or 0),
        offenders=items(Offender, raw.get("offenders")) + items(Offender, raw.get("input_offenders")),
    )
