"""The words of frames that a visitor sees: payment windows, forms and embedded checkouts."""

from __future__ import annotations

from playwright.async_api import Error, Frame, Page

__all__ = ["frame_texts"]

MAX_FRAMES = 6
MAX_TEXT = 15_000
LEAST_WIDTH, LEAST_HEIGHT = 200, 60


async def frame_texts(page: Page) -> tuple[str, ...]:
    """Return the visible words of the page's visible frames, in order."""
    found: list[str] = []
    for frame in page.frames[1 : 1 + 3 * MAX_FRAMES]:
        if len(found) >= MAX_FRAMES:
            break
        text = await _text(frame)
        if text:
            found.append(text)
    return tuple(found)


async def _text(frame: Frame) -> str:
    try:
        owner = await frame.frame_element()
        box = await owner.bounding_box()
        if not box or box["width"] < LEAST_WIDTH or box["height"] < LEAST_HEIGHT or not await owner.is_visible():
            return ""
        text = await frame.evaluate("() => document.body ? document.body.innerText : ''")
    except Error:
        return ""  # the frame went away meanwhile
    return " ".join(str(text).split())[:MAX_TEXT]
