"""Whether a page scrolls sideways: tried for real at each width, or measured as it stands."""

from __future__ import annotations

from playwright.async_api import Error

from auditor.collect.gather.read import items
from auditor.collect.page.browser import VIEWPORTS
from auditor.collect.page.scripts import read_page
from auditor.collect.page.tab import Tab
from auditor.model import Offender, Overflow

__all__ = ["overflow_as_it_is", "overflow_at"]

AT_REST = """() => {
  const root = document.scrollingElement || document.documentElement;
  const clips = e => e && /hidden|clip/.test(getComputedStyle(e).overflowX);
  const held = [document.documentElement, document.body].some(clips);
  return held ? 0 : root.scrollWidth - root.clientWidth <= 1 ? 0 : root.scrollWidth - root.clientWidth;
}"""


async def overflow_at(tab: Tab, widths: tuple[int, ...]) -> tuple[Overflow, ...]:
    """Give the window each width in turn, move the page sideways as far as it goes, and restore the window."""
    screen = VIEWPORTS[tab.viewport]
    found = []
    try:
        for width in widths:
            await tab.page.set_viewport_size({"width": width, "height": screen.height})
            await tab.settle(2.0)
            found.append(await _measure(tab, width))
    finally:
        await tab.page.set_viewport_size({"width": screen.width, "height": screen.height})
    await tab.settle(2.0)
    return tuple(found)


async def overflow_as_it_is(tab: Tab) -> tuple[Overflow, ...]:
    """Measure at the window's own width without moving anything, because a drawer may close when the page moves."""
    try:
        px = await tab.page.evaluate(AT_REST)
    except Error:
        return ()
    return (Overflow(width=VIEWPORTS[tab.viewport].width, px=round(px)),)


async def _measure(tab: Tab, width: int) -> Overflow:
    raw = await read_page(tab.page, "overflow.js")
    return Overflow(width=width, px=max(0, int(raw.get("px") or 0)), offenders=items(Offender, raw.get("offenders")))
