"""The layout shifts of one slow scroll to the end of a page (CLS of scrolling, apart from CLS of loading)."""

from __future__ import annotations

import asyncio

from playwright.async_api import Error

from auditor.collect.page.tab import Tab

__all__ = ["scroll_shift", "windowed"]

MAX_STEPS = 24
STEP_SECONDS = 0.12
GAP_MS, WINDOW_MS = 1000, 5000


async def scroll_shift(tab: Tab) -> float | None:
    """Scroll to the end and back and return the CLS seen on the way; None where the page cannot tell."""
    page = tab.page
    try:
        start = await page.evaluate("() => performance.now()")
        for _step in range(MAX_STEPS):
            at_end = await page.evaluate(
                "() => { window.scrollBy({ top: Math.round(window.innerHeight * 0.8), behavior: 'instant' });"
                " return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2; }"
            )
            await asyncio.sleep(STEP_SECONDS)
            if at_end:
                break
        await tab.settle(2.5)
        shifts = await page.evaluate(
            "since => window.__cxQuiet ? window.__cxQuiet.shifts.filter(s => s[0] >= since) : null", start
        )
        await page.evaluate("() => window.scrollTo({ top: 0, left: 0, behavior: 'instant' })")
        await tab.settle(1.5)
    except Error:
        return None
    return None if shifts is None else round(windowed([(float(at), float(value)) for at, value in shifts]), 4)


def windowed(shifts: list[tuple[float, float]]) -> float:
    """Return the largest session window of layout shifts, as web-vitals defines CLS; times are milliseconds."""
    worst = total = 0.0
    first = last = float("-inf")
    for at, value in sorted(shifts):
        if at - last >= GAP_MS or at - first >= WINDOW_MS:
            total, first = 0.0, at
        total, last = total + value, at
        worst = max(worst, total)
    return worst
