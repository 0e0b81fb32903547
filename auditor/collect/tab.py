"""One guarded tab: looks at pages, presses what was weighed, and waits until a page has settled instead of for a fixed time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import BrowserContext, Dialog, ElementHandle, Error, Frame, Page, Request, Response

from auditor.collect.seen import Control, FormSeen, Seen, page_script
from auditor.model import Box, Field, ViewportName

__all__ = ["Press", "Tab", "open_tab"]

WAITED_FOR = {"document", "xhr", "fetch", "script", "stylesheet"}
QUIET_MS = 220
QUIET_PAGE_MS = 420
BUSY_PAGE_S = 2.2
SETTLE_S = 9.0
OLD_REQUEST_S = 4.0
MAX_FRAMES = 6


@dataclass(frozen=True)
class Press:
    """What came of one press: ``ms`` until the page had settled, the interaction delay, and why it failed if it did."""

    done: bool
    ms: int = 0
    interaction_ms: float | None = None
    note: str = ""
    navigated: bool = False


@dataclass
class Tab:
    """A page with the counts that tell when it has settled. ``pace`` is awaited before each document request."""

    page: Page
    viewport: ViewportName
    touch: bool
    pace: Callable[[str], Awaitable[None]] | None = None
    inflight: dict[Request, float] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    hosts: dict[str, None] = field(default_factory=dict)
    dialogs: list[str] = field(default_factory=list)
    sent: list[tuple[str, str, int]] = field(default_factory=list)
    status: int | None = None
    crashed: bool = False
    accept_dialogs: bool = False
    places: list[tuple[Frame, int]] = field(default_factory=list)

    def _started(self, request: Request) -> None:
        if request.resource_type in WAITED_FOR:
            self.inflight[request] = time.monotonic()

    def _ended(self, request: Request) -> None:
        self.inflight.pop(request, None)

    def _answered(self, response: Response) -> None:
        request = response.request
        if len(self.hosts) < 300:
            self.hosts[response.url.split("/")[2] if "//" in response.url else ""] = None
        if request.resource_type in {"document", "xhr", "fetch"} and request.method != "GET" and len(self.sent) < 500:
            self.sent.append((request.method, request.url, response.status))
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self.status = response.status
        elif response.status >= 400 and len(self.failed) < 100:
            self.failed.append(f"{response.status} {response.url[:200]}")

    def _dialog(self, dialog: Dialog) -> None:
        if len(self.dialogs) < 50:
            self.dialogs.append(dialog.message[:300])
        accept = dialog.type == "beforeunload" or self.accept_dialogs
        asyncio.ensure_future(_answer(dialog, accept))

    def follow(self, page: Page) -> None:
        """Make this page the tab's page and listen to it."""
        self.page = page
        self.inflight.clear()
        page.on("request", self._started)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._ended)
        page.on("response", self._answered)
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.errors.append(str(error)[:300]) if len(self.errors) < 100 else None)
        page.on("crash", lambda _page: setattr(self, "crashed", True))

    # --- going and waiting

    async def goto(self, url: str, timeout_s: float = 20) -> str:
        """Open an address and wait until it has settled; gives an empty text, or why it did not open."""
        if self.pace:
            await self.pace(url)
        self.status = None
        try:
            await self.page.goto(url, wait_until="commit", timeout=timeout_s * 1000)
            await self.page.wait_for_load_state("domcontentloaded", timeout=timeout_s * 1000)
        except Error as error:
            return str(error).splitlines()[0][:200]
        await self.settle(quiet_ms=QUIET_PAGE_MS)
        return ""

    async def settle(self, limit_s: float = SETTLE_S, quiet_ms: float = QUIET_MS) -> None:
        """Wait until neither the network nor the page's own scripts change anything, at most ``limit_s`` seconds."""
        start = time.monotonic()
        while (now := time.monotonic()) - start < limit_s:
            busy = any(now - since < OLD_REQUEST_S for since in self.inflight.values())
            if not busy:
                try:
                    idle = await self.page.evaluate(
                        "() => document.readyState !== 'loading' && window.__cxQuiet"
                        " && !document.querySelector('[aria-busy=true]') ? performance.now() - window.__cxQuiet.last : document.readyState !== 'loading' ? 1e6 : 0"
                    )
                except Error:
                    idle = 0
                if idle >= quiet_ms and not self.inflight:
                    return
                if idle >= quiet_ms or now - start > BUSY_PAGE_S:
                    return
            await asyncio.sleep(0.05)

    # --- looking

    async def _frames(self) -> list[tuple[Frame, float, float]]:
        """List the frames worth reading with their place on the page: the main one, then visible large ones."""
        found: list[tuple[Frame, float, float]] = [(self.page.main_frame, 0.0, 0.0)]
        for frame in self.page.frames[1 : MAX_FRAMES * 3]:
            if frame.parent_frame != self.page.main_frame or len(found) > MAX_FRAMES:
                continue
            try:
                owner = await frame.frame_element()
                box = await owner.bounding_box()
                if box and box["width"] > 200 and box["height"] > 100 and await owner.is_visible():
                    scroll = await self.page.evaluate("window.scrollY")
                    found.append((frame, box["x"], box["y"] + float(scroll)))
            except Error:
                continue
        return found

    async def look(self) -> Seen:
        """Read the page and its visible frames once; a page that navigates meanwhile is read again."""
        last: Error | None = None
        for _attempt in range(4):
            try:
                frames = await self._frames()
                seen = Seen.model_validate(await self.page.evaluate(page_script("snapshot.js")))
                more: list[Control] = []
                texts = [seen.text]
                for number, (frame, left, top) in enumerate(frames[1:], start=1):
                    part = Seen.model_validate(await frame.evaluate(page_script("snapshot.js")))
                    texts.append(part.text)
                    more += [
                        control.model_copy(
                            update={"frame": number, "box": _moved(control.box, left, top), "card": -1, "layer": -1}
                        )
                        for control in part.controls
                    ]
            except Error as error:
                last = error
                if self.page.is_closed() or self.crashed:
                    break
                await self.settle(3)
            else:
                return seen.model_copy(update={"controls": (*seen.controls, *more), "text": "\n".join(texts)})
        raise last or Error("the page could not be read")

    async def fields(self) -> tuple[tuple[Field, ...], tuple[FormSeen, ...]]:
        """Read the form controls of the page and its visible frames."""
        fields: list[Field] = []
        forms: list[FormSeen] = []
        self.places = []
        for frame, left, top in await self._frames():
            try:
                data = await frame.evaluate(page_script("fields.js"))
            except Error:
                continue
            base = len(forms)
            for number, raw in enumerate(data["fields"]):
                self.places.append((frame, number))
                place = Field.model_validate(raw)
                fields.append(
                    place.model_copy(
                        update={
                            "form": place.form + base if place.form >= 0 else -1,
                            "frame": "" if frame == self.page.main_frame else frame.url[:300],
                            "box": _moved(place.box, left, top) if place.box else None,
                        }
                    )
                )
            forms += [
                FormSeen.model_validate(raw).model_copy(update={"index": base + raw["index"]}) for raw in data["forms"]
            ]
        return tuple(fields), tuple(forms)

    # --- acting

    async def handle(self, control: Control) -> ElementHandle | None:
        """Give the element behind a control of the latest look."""
        frames = await self._frames()
        if control.frame >= len(frames):
            return None
        found = await frames[control.frame][0].evaluate_handle(
            "i => window.__cxSeen && window.__cxSeen[i]", control.index
        )
        return found.as_element()

    async def press(self, control: Control, *, settle: bool = True) -> Press:
        """Press a control with a real pointer (a tap on touch screens), follow a new tab, and wait until all is settled."""
        start = time.monotonic()
        before_url = self.page.url
        pages = len(self.page.context.pages)
        try:
            element = await self.handle(control)
            if element is None:
                return Press(False, note="the control is gone")
            try:
                marks = await self.page.evaluate("() => window.__cxQuiet ? window.__cxQuiet.events.length : 0")
            except Error:
                marks = 0
            if control.target == "_blank" and self.pace:
                await self.pace(control.href)
            if self.touch:
                await element.tap(timeout=2500)
            else:
                await element.click(timeout=2500)
        except Error as error:
            text = str(error)
            why = "covered by another element" if "intercepts pointer events" in text else text.splitlines()[0][:160]
            return Press(False, note=why)
        await asyncio.sleep(0.06)
        if settle:
            await self.settle()
        await self._adopt_new_page(pages)
        ms = round((time.monotonic() - start) * 1000)
        navigated = self.page.url.split("#")[0] != before_url.split("#")[0]
        interaction, note = None, "navigated"
        try:
            gone = await self.page.evaluate("() => !window.__cxQuiet")
            events: list[Any] = (
                [] if gone else await self.page.evaluate(f"() => window.__cxQuiet.events.slice({int(marks)})")
            )
        except Error:
            events = []
        if not navigated:
            interaction, note = (max((float(e[1]) for e in events), default=None), "")
        return Press(True, ms, interaction, note, navigated)

    async def choose(self, number: int, option: int | None = None, text: str | None = None) -> bool:
        """Set a field of the latest reading: pick an option of a select, type a text, or press a radio or check box."""
        frame, place = self.places[number]
        try:
            found = (await frame.evaluate_handle("i => window.__cxFields && window.__cxFields[i]", place)).as_element()
            if found is None:
                return False
            if option is not None:
                await found.select_option(index=option, timeout=2500)
            elif text is not None:
                await found.fill(text, timeout=2500)
            elif self.touch:
                await found.tap(timeout=2500)
            else:
                await found.click(timeout=2500)
        except Error:
            return False
        await asyncio.sleep(0.05)
        await self.settle(4)
        return True

    async def _adopt_new_page(self, before: int) -> None:
        """Go on in a tab that a press has opened, as a customer would."""
        pages = [page for page in self.page.context.pages if not page.is_closed()]
        if len(pages) <= before or pages[-1] is self.page:
            if self.page.is_closed() and pages:
                self.follow(pages[-1])
            return
        self.follow(pages[-1])
        try:
            await self.page.wait_for_load_state("domcontentloaded", timeout=10_000)
        except Error:
            return
        await self.settle()

    async def hover(self, control: Control) -> bool:
        """Rest the pointer on a control; false where it cannot be reached."""
        try:
            element = await self.handle(control)
            if element is None:
                return False
            await element.hover(timeout=1500)
        except Error:
            return False
        await asyncio.sleep(0.25)
        await self.settle(1.5)
        return True

    async def shot(self) -> bytes | None:
        """Take a picture of the window as PNG, or nothing where the page cannot be painted in time."""
        try:
            return await self.page.screenshot(type="png", timeout=5000, animations="allow", caret="initial")
        except Error:
            return None


async def _answer(dialog: Dialog, accept: bool) -> None:
    try:
        await (dialog.accept() if accept else dialog.dismiss())
    except Error:
        return  # the page has closed it already


def _moved(box: Box, left: float, top: float) -> Box:
    return Box(x=box.x + left, y=box.y + top, width=box.width, height=box.height)


async def open_tab(
    context: BrowserContext,
    viewport: ViewportName,
    *,
    touch: bool,
    pace: Callable[[str], Awaitable[None]] | None = None,
) -> Tab:
    """Open a tab in a context and start to listen to it."""
    await context.add_init_script(page_script("init.js"))
    tab = Tab(await context.new_page(), viewport, touch, pace)
    tab.follow(tab.page)
    return tab
