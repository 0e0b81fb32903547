"""What is kept of a load beside its figures: its requests, a picture with the largest element, a filmstrip."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Protocol

from playwright.async_api import CDPSession, Error, Page

from auditor.collect.page.picture import webp_of
from auditor.collect.timing.network import Wire
from auditor.model import Box, FilmFrame, Load, PageKind, ViewportName

__all__ = ["Film", "Keeper", "LastLook", "slowest"]

Shoot = Callable[[str, bytes], str]
MAX_FRAMES = 8
MAX_HEARD = 400
FRAME_PX = {ViewportName.DESKTOP: 300, ViewportName.TABLET: 220, ViewportName.MOBILE: 170}
SECONDS = 6.0
STEPS_MS = (100, 200, 250, 500, 1000, 2000, 2500, 5000)


class Keeper(Protocol):
    """Keeps more of a load than its figures."""

    async def before(self, page: Page, load: Load) -> None:
        """Prepare the page before it is opened."""

    async def after(self, page: Page, load: Load, wire: Wire) -> Load:
        """Return the load with what was kept; its figures have been read by then."""


@dataclass(frozen=True)
class LastLook:
    """Keeps the requests and, once every figure has been read, a picture of the window."""

    shoot: Shoot

    async def before(self, page: Page, load: Load) -> None:
        """Prepare nothing: the load is timed."""

    async def after(self, page: Page, load: Load, wire: Wire) -> Load:
        """Keep the requests, the picture, and where on it the largest element stands."""
        home, head = load.landed or load.url, None
        kept: dict[str, Any] = {"weights": wire.log.weights(home)}
        with suppress(Error, TimeoutError):  # what hangs or has gone does not tell
            async with asyncio.timeout(SECONDS):
                head = await page.evaluate(HEAD_SCRIPTS)
                kept["lcp_box"] = _box(await page.evaluate(WHERE))
        kept["fetched"] = wire.log.listed(home, {str(one) for one in head} if isinstance(head, list) else ())
        picture = await webp_of(page)
        if picture:
            kept["screenshot"] = self.shoot(f"load-{load.page}-{load.viewport}", picture)
        return load.model_copy(update=kept)


@dataclass
class Film:
    """Keeps pictures of a load while it comes; they slow it down, so such a load's figures count for nothing."""

    shoot: Shoot
    frames: list[tuple[float, str]] = field(default_factory=list)
    session: CDPSession | None = None

    async def before(self, page: Page, load: Load) -> None:
        """Begin to film."""
        side = FRAME_PX[load.viewport]
        self.session = session = await page.context.new_cdp_session(page)
        pending: set[asyncio.Task[Any]] = set()

        def heard(frame: dict[str, Any]) -> None:
            if len(self.frames) < MAX_HEARD:
                self.frames.append((float(frame["metadata"].get("timestamp") or 0.0), str(frame["data"])))
            task = asyncio.ensure_future(_told(session, "Page.screencastFrameAck", sessionId=frame["sessionId"]))
            pending.add(task)
            task.add_done_callback(pending.discard)

        session.on("Page.screencastFrame", heard)
        size = {"format": "jpeg", "quality": 60, "maxWidth": side, "maxHeight": side * 3}
        await session.send("Page.startScreencast", size)

    async def after(self, page: Page, load: Load, wire: Wire) -> Load:
        """Keep the frames of even steps up to the largest paint, each different picture once."""
        del wire
        try:
            async with asyncio.timeout(SECONDS * 2):
                if self.session:
                    await _told(self.session, "Page.stopScreencast")
                origin = float(await page.evaluate("performance.timeOrigin"))
                shown = _chosen([(at * 1000 - origin, data) for at, data in self.frames], load.lcp_ms)
                blank = await page.context.new_page()
                pictures = await blank.evaluate(AS_WEBP, list(dict.fromkeys(data for _at, data in shown)))
        except (Error, TimeoutError):
            return load
        known = dict(zip(dict.fromkeys(data for _at, data in shown), pictures, strict=True))
        names: dict[str, str] = {}
        for number, (data, picture) in enumerate(known.items(), 1):
            names[data] = self.shoot(f"film-{load.page}-{load.viewport}-{number}", base64.b64decode(picture))
        film = tuple(FilmFrame(at_ms=at, screenshot=names[data]) for at, data in shown)
        return load.model_copy(update={"film": film})


def slowest(loads: Iterable[Load]) -> tuple[PageKind, str, ViewportName] | None:
    """Return the page and screen whose largest paint came last, by the median of its loads."""
    times: dict[tuple[PageKind, str, ViewportName], list[float]] = {}
    for load in loads:
        if load.lcp_ms is not None and not load.problem:
            times.setdefault((load.page, load.url, load.viewport), []).append(load.lcp_ms)
    return max(times, key=lambda one: median(times[one]), default=None)


HEAD_SCRIPTS = "() => [...document.head.querySelectorAll('script[src]')].slice(0, 300).map((one) => one.src)"
WHERE = """() => {
  const el = window.__cxVitals && window.__cxVitals.element;
  if (!el || !el.isConnected) return null;
  const box = el.getBoundingClientRect();
  return [box.x, box.y, box.width, box.height];
}"""
AS_WEBP = """async (pictures) => {
  const made = [];
  for (const data of pictures) {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.6 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    made.push(btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join("")));
  }
  return made;
}"""


def _chosen(frames: list[tuple[float, str]], end_ms: float | None) -> list[tuple[int, str]]:
    """Return what stood on the screen at each even step; before the first frame nothing did."""
    if not frames:
        return []
    end = end_ms if end_ms is not None else frames[-1][0]
    step = next((one for one in STEPS_MS if one * MAX_FRAMES >= end), STEPS_MS[-1])
    shown: list[tuple[int, str]] = []
    for number in range(1, MAX_FRAMES + 1):
        before = [data for at, data in frames if at <= number * step]
        if before:
            shown.append((number * step, before[-1]))
        if number * step >= end:
            break
    return shown


def _box(found: list[float] | None) -> Box | None:
    if not found or not found[2] or not found[3]:
        return None
    x, y, width, height = (round(float(one), 1) for one in found)
    return Box(x=x, y=y, width=width, height=height)


async def _told(session: CDPSession, method: str, **parameters: Any) -> None:
    try:
        await session.send(method, parameters)
    except Error:
        return  # the page has gone already
