"""A closer look at home, category and product: layout on narrow screens, tap targets, letters, shifts in scrolling."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.collect.gather import capped, gather
from auditor.collect.gather.axe import axe_of
from auditor.collect.gather.goods import goods_of
from auditor.collect.guarding.guard import Guard
from auditor.collect.journey.walk import page_language
from auditor.collect.layers.interruptions import clear_the_way
from auditor.collect.page.browser import VIEWPORTS, Launched, new_context
from auditor.collect.page.scripts import page_script
from auditor.collect.page.tab import Tab, open_tab
from auditor.collect.recorder import Notebook
from auditor.model import PageKind, ViewportName, VisitorInfo
from auditor.settings import RecordSettings

__all__ = ["NARROW", "Visitor", "guarded_tab", "look_closely"]

NARROW = (360, 390, 412)
# Reviews and the like come by widgets that begin late.
WIDGETS_S = 3.0
FOOT_SETTLES_S = 1.0
# Answers and terms of a product page fold in few parts; what none of them brings within this time is fetched by none.
MOST_FOLDED, UNFOLDS_MS, FOLDED_CHARS = 12, 600, 20_000
UNFOLDING_S = 10.0
TO_THE_END = "() => window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })"


@dataclass(frozen=True)
class Visitor:
    """Everything that a visit of the shop needs, whoever makes it; ``led_from`` are addresses that redirect to home."""

    launched: Launched
    settings: RecordSettings
    who: VisitorInfo
    home: str
    pace: Callable[[str], Awaitable[None]]
    silenced: Callable[[str], bool]
    led_from: tuple[str, ...] = ()


@asynccontextmanager
async def guarded_tab(visitor: Visitor, viewport: ViewportName) -> AsyncIterator[Tab]:
    """Open a tab in a fresh, guarded context and close it at the end.

    The guard stays in its first phase: nothing is ever typed here, nor pressed but what unfolds a part of the page, and
    a shop that is drawn by script fetches its goods by POST, so refusing every POST would show an empty page.
    """
    context = await new_context(
        visitor.launched,
        viewport,
        locale=visitor.who.locale,
        timezone=visitor.who.timezone,
        access=visitor.settings.access,
        site_url=visitor.home,
    )
    try:
        await Guard(silenced=visitor.silenced).attach(context)
        yield await open_tab(context, viewport, touch=VIEWPORTS[viewport].touch, pace=visitor.pace)
    finally:
        with suppress(Error):  # the browser may have gone already
            await context.close()


async def look_closely(
    visitor: Visitor, notebook: Notebook, viewport: ViewportName, kind: PageKind, url: str, depth: int | None
) -> str:
    """Look at one page closely and keep it as a visit; returns why that was not possible, or an empty text."""
    async with guarded_tab(visitor, viewport) as tab:
        try:
            problem = await tab.goto(url)
            if problem:
                return problem
            seen = await tab.look()
            await clear_the_way(tab, seen, visitor.settings.consent, page_language(seen))
            if kind is PageKind.PRODUCT:
                await asyncio.sleep(max(0.0, tab.arrived + WIDGETS_S - time.monotonic()))
            screenshot = await notebook.shot(tab, viewport)
            facts = await gather(tab, widths=NARROW if tab.touch else (), scroll=True)
            seen = await tab.look()
            goods = await goods_of(tab, seen, page_language(seen))
            axe = await axe_of(tab)
            folded = "\n".join(filter(None, (facts.folded, await _unfolded(tab) if kind is PageKind.PRODUCT else "")))
            facts = capped(facts.model_copy(update={"goods": goods, "axe": axe, "folded": folded}))
            foot = await _foot(notebook, tab, viewport) if kind is PageKind.HOME else None
            await notebook.visit(
                tab, kind, part="pages", depth=depth, facts=facts, screenshot=screenshot, foot=foot, asked=url
            )
        except Error as error:
            return str(error).splitlines()[0][:200]
    return ""


async def _unfolded(tab: Tab) -> str:
    """Unfold what brings its words only when it is opened, leave it in the page, and give those words."""
    limits = {"most": MOST_FOLDED, "patience": UNFOLDS_MS, "size": FOLDED_CHARS}
    try:
        return str(await asyncio.wait_for(tab.page.evaluate(page_script("unfold.js"), limits), UNFOLDING_S))
    except (Error, TimeoutError):
        return ""  # the page forbids it, or a press led away: what stood there already is kept


async def _foot(notebook: Notebook, tab: Tab, viewport: ViewportName) -> str | None:
    """Keep a picture of the end of the page, where customers look for a shop's terms and contacts."""
    try:
        await tab.page.evaluate(TO_THE_END)
        await tab.settle(FOOT_SETTLES_S)
    except Error:
        return None
    return await notebook.shot(tab, viewport)
