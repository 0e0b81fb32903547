"""Headers of the site's own, which are secrets: they go to the shop alone, whatever a page asks or leads to.

Playwright's routing keeps changed headers for wherever a request is redirected to. Over CDP each hop is a request of
its own, which is looked at again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any
from weakref import WeakKeyDictionary

from playwright.async_api import BrowserContext, CDPSession, Error, Page

from auditor.collect.arrival.access import origins_of

__all__ = ["new_page", "send_headers"]


class _Sender:
    """Sends the headers for the pages of one context; a pop-up's very first request may go without them."""

    def __init__(self, headers: Mapping[str, str], origins: Iterable[str]) -> None:
        self.headers = headers
        self.patterns = [{"urlPattern": f"{origin}/*"} for origin in origins]
        self._begun: dict[Page, asyncio.Task[None]] = {}
        self._sessions: list[CDPSession] = []

    def begin(self, page: Page) -> asyncio.Task[None]:
        """Begin to add the headers to what a page asks the shop for."""
        if page not in self._begun:
            self._begun[page] = asyncio.ensure_future(self._begin(page))
        return self._begun[page]

    async def _begin(self, page: Page) -> None:
        with suppress(Error):  # the page has closed meanwhile
            session = await page.context.new_cdp_session(page)
            session.on("Fetch.requestPaused", lambda event: self._paused(session, event))
            await session.send("Fetch.enable", {"patterns": self.patterns})
            self._sessions.append(session)

    async def _paused(self, session: CDPSession, event: dict[str, Any]) -> None:
        ours = {name.lower() for name in self.headers}
        kept = {name: one for name, one in event["request"]["headers"].items() if name.lower() not in ours}
        headers = [{"name": name, "value": one} for name, one in {**kept, **self.headers}.items()]
        with suppress(Error):  # the page asked for it no longer
            await session.send("Fetch.continueRequest", {"requestId": event["requestId"], "headers": headers})


_SENDERS: WeakKeyDictionary[BrowserContext, _Sender] = WeakKeyDictionary()


def send_headers(context: BrowserContext, headers: Mapping[str, str], site_url: str) -> None:
    """Let a context's pages send these headers to the origins of the shop at ``site_url``, and to nobody else."""
    _SENDERS[context] = _Sender(headers, origins_of(site_url))
    context.on("page", _SENDERS[context].begin)


async def new_page(context: BrowserContext) -> Page:
    """Open a page whose first request, too, carries the site's own headers."""
    page = await context.new_page()
    if context in _SENDERS:
        await _SENDERS[context].begin(page)
    return page
