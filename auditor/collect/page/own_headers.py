"""Headers of the site's own, which are secrets: they go to the shop's host alone, whatever a page asks or leads to.

Playwright's routing keeps changed headers for wherever a request is redirected to. Over CDP each hop is a request of
its own, which is looked at again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.async_api import BrowserContext, CDPSession, Error, Page

__all__ = ["new_page", "send_headers"]


class _Sender:
    """Sends the headers for the pages of one context; a pop-up's very first request may go without them."""

    def __init__(self, headers: Mapping[str, str], host: str) -> None:
        self.headers = headers
        self.host = host
        self._begun: dict[Page, asyncio.Task[None]] = {}
        self._sessions: list[CDPSession] = []

    def begin(self, page: Page) -> asyncio.Task[None]:
        """Begin to add the headers to what a page asks the shop's host for."""
        if page not in self._begun:
            self._begun[page] = asyncio.ensure_future(self._begin(page))
        return self._begun[page]

    async def _begin(self, page: Page) -> None:
        with suppress(Error):  # the page has closed meanwhile
            session = await page.context.new_cdp_session(page)
            session.on("Fetch.requestPaused", lambda event: self._paused(session, event))
            patterns = [{"urlPattern": f"*://{self.host}{port}/*"} for port in ("", ":*")]
            await session.send("Fetch.enable", {"patterns": patterns})
            self._sessions.append(session)

    async def _paused(self, session: CDPSession, event: dict[str, Any]) -> None:
        request, answer = event["request"], {"requestId": event["requestId"]}
        if urlsplit(request["url"]).hostname == self.host:
            ours = {name.lower() for name in self.headers}
            kept = {name: one for name, one in request["headers"].items() if name.lower() not in ours}
            answer["headers"] = [{"name": name, "value": one} for name, one in {**kept, **self.headers}.items()]
        with suppress(Error):  # the page asked for it no longer
            await session.send("Fetch.continueRequest", answer)


_SENDERS: WeakKeyDictionary[BrowserContext, _Sender] = WeakKeyDictionary()


def send_headers(context: BrowserContext, headers: Mapping[str, str], site_url: str) -> None:
    """Let a context's pages send these headers to the host of ``site_url``, and to nobody else."""
    host = urlsplit(site_url).hostname
    if headers and host:
        _SENDERS[context] = _Sender(headers, host)
        context.on("page", _SENDERS[context].begin)


async def new_page(context: BrowserContext) -> Page:
    """Open a page whose first request, too, carries the site's own headers."""
    page = await context.new_page()
    if context in _SENDERS:
        await _SENDERS[context].begin(page)
    return page
