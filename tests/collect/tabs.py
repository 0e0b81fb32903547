"""A tab on a page, for tests that look or press."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from auditor.collect.page.browser import VIEWPORTS, Launched, new_context
from auditor.collect.page.tab import Tab, open_tab
from auditor.model import ViewportName
from auditor.settings import SiteAccess

__all__ = ["tab_on"]


@asynccontextmanager
async def tab_on(launched: Launched, viewport: ViewportName, url: str) -> AsyncIterator[Tab]:
    """Open an address in a fresh context, closed at the end."""
    context = await new_context(launched, viewport, locale="fi-FI", timezone="Europe/Helsinki", access=SiteAccess())
    tab = await open_tab(context, viewport, touch=VIEWPORTS[viewport].touch)
    assert await tab.goto(url) == ""
    yield tab
    await context.close()
