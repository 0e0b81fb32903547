"""One press or swipe where a person would make it, with the mouse or with a finger."""

from __future__ import annotations

import asyncio
from typing import Any

from playwright.async_api import ElementHandle, Error, Page

from auditor.collect.page.scripts import page_script

__all__ = ["PRESS_MS", "hit", "swipe", "why_not_hit"]

PRESS_MS = 1000
# A swipe begins and ends away from the edges of the screen, where a phone's own gestures begin.
SWIPE_FROM, SWIPE_TO = 0.85, 0.15
SWIPE_STEPS, SWIPE_STEP_S = 10, 0.016
_TO_THE_MIDDLE = """y => { window.scrollTo({ top: y - window.innerHeight / 2, behavior: "instant" });
  return { x: window.innerWidth, y: y - window.scrollY } }"""


async def hit(page: Page, element: ElementHandle, *, touch: bool) -> str:
    """Press an element; gives why it could not be hit, or an empty text. Raises playwright's Error where it is gone."""
    if await element.owner_frame() != page.main_frame:
        await (element.tap(timeout=PRESS_MS) if touch else element.click(timeout=PRESS_MS))
        return ""
    # Playwright's own press misses where a phone shows only a part of a page that is wider than the screen.
    spot: dict[str, Any] = await element.evaluate(page_script("press.js"), PRESS_MS)
    if "why" in spot:
        return str(spot["why"])
    point = float(spot["x"]), float(spot["y"])
    await (page.touchscreen.tap(*point) if touch else page.mouse.click(*point))
    return ""


async def swipe(page: Page, y: float) -> None:
    """Swipe with a finger to the left, at a height of the page in CSS pixels that is scrolled to the middle first.

    Raises playwright's Error where the page is gone.
    """
    place: dict[str, float] = await page.evaluate(_TO_THE_MIDDLE, y)
    session = await page.context.new_cdp_session(page)
    for step in range(SWIPE_STEPS + 1):
        over = SWIPE_FROM + (SWIPE_TO - SWIPE_FROM) * step / SWIPE_STEPS
        finger = {"x": place["x"] * over, "y": place["y"]}
        kind = "touchMove" if step else "touchStart"
        await session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [finger]})
        await asyncio.sleep(SWIPE_STEP_S)
    await session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    await session.detach()


def why_not_hit(error: Error) -> str:
    """Word an error of a press for the recording."""
    text = str(error)
    return "covered by another element" if "intercepts pointer events" in text else text.splitlines()[0][:160]
