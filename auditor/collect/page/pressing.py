"""One press on an element where a person would hit it, with the mouse or with a finger."""

from __future__ import annotations

from typing import Any

from playwright.async_api import ElementHandle, Error, Page

from auditor.collect.page.scripts import page_script

__all__ = ["PRESS_MS", "hit", "why_not_hit"]

PRESS_MS = 1000


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


def why_not_hit(error: Error) -> str:
    """Word an error of a press for the recording."""
    text = str(error)
    return "covered by another element" if "intercepts pointer events" in text else text.splitlines()[0][:160]
