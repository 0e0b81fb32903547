"""Screenshots as small WebP pictures."""

from __future__ import annotations

import asyncio
import base64
import binascii

from playwright.async_api import Error, Page

__all__ = ["webp_of"]

MAX_BYTES = 60 * 1024
QUALITIES = (60, 40, 20)
SECONDS = 6.0


async def webp_of(page: Page) -> bytes | None:
    """Take a picture of the window as WebP of about 60 KB at most; None where the page cannot be painted in time.

    Playwright's own screenshots are PNG or JPEG, so Chromium is asked over CDP.
    """
    try:
        async with asyncio.timeout(SECONDS):
            session = await page.context.new_cdp_session(page)
            try:
                data = b""
                for quality in QUALITIES:
                    answer = await session.send("Page.captureScreenshot", {"format": "webp", "quality": quality})
                    data = base64.b64decode(answer["data"])
                    if len(data) <= MAX_BYTES:
                        break
                return data
            finally:
                await session.detach()
    except (Error, TimeoutError, binascii.Error):
        return None
