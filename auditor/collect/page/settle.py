"""Waits until a page has settled: neither the network nor the page's own scripts change anything any more."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping

from playwright.async_api import Error, Page, Request

from auditor.collect.page.scripts import page_script

__all__ = ["POLL_S", "QUIET_MS", "QUIET_PAGE_MS", "SETTLE_S", "WAITED_FOR", "until_settled"]

WAITED_FOR = frozenset({"document", "xhr", "fetch", "script", "stylesheet"})
QUIET_MS = 220
QUIET_PAGE_MS = 420
BUSY_PAGE_S = 2.2
BUSY_PART_MS = 1500
SETTLE_S = 9.0
OLD_REQUEST_S = 4.0
POLL_S = 0.05


async def until_settled(page: Page, inflight: Mapping[Request, float], limit_s: float, quiet_ms: float) -> None:
    """Wait at most ``limit_s`` seconds; ``inflight`` holds the open requests with the time at which each began.

    Requests older than OLD_REQUEST_S count as streams, and after BUSY_PAGE_S a page that never rests is taken as it is.
    What an answer brings may come a moment later, so that a page rests only some time after its last answer.
    """
    start = time.monotonic()
    asked = start - SETTLE_S
    while (now := time.monotonic()) - start < limit_s:
        if any(now - since < OLD_REQUEST_S for since in inflight.values()):
            asked = now
        else:
            quiet = await _idle_ms(page) >= quiet_ms and (now - asked) * 1000 >= quiet_ms
            if quiet or now - start > BUSY_PAGE_S:
                return
        await asyncio.sleep(POLL_S)


async def _idle_ms(page: Page) -> float:
    try:
        return float(await page.evaluate(page_script("idle.js"), BUSY_PART_MS))
    except Error:
        return 0.0  # the page is being replaced
