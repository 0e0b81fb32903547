"""One guarded tab: looks at pages, presses what was weighed, and waits until a page has settled."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from playwright.async_api import BrowserContext, Dialog, ElementHandle, Error, Frame, Page, Request, Response

from auditor.collect.page.frames import fields_of, frames_of, look_at
from auditor.collect.page.pressing import PRESS_MS, hit, why_not_hit
from auditor.collect.page.seen import Control, FormSeen, Seen, page_script
from auditor.collect.page.settle import POLL_S, QUIET_MS, QUIET_PAGE_MS, SETTLE_S, WAITED_FOR, until_settled
from auditor.model import Field, ViewportName

__all__ = ["Press", "Tab", "open_tab"]

LOOKS = 4
# A page's handlers begin a moment after a press or a typed word, and menus fade in under the pointer.
HANDLERS_S, FADES_IN_S = 0.06, 0.25
TAB_OPENS_S = 1.5
MAX_HOSTS = 300
MAX_SENT = 500
MAX_TROUBLES = 100
MAX_DIALOGS = 50
# Where an error was thrown: the first address of its stack.
_PLACE = re.compile(r"https?://[^\s()]{1,240}")


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
    arrived: float = 0.0
    places: tuple[tuple[Frame, int], ...] = ()
    pages: int = 1
    _answers: set[asyncio.Task[None]] = field(default_factory=set)

    def _started(self, request: Request) -> None:
        if request.resource_type in WAITED_FOR:
            self.inflight[request] = time.monotonic()

    def _ended(self, request: Request) -> None:
        self.inflight.pop(request, None)

    def _lost(self, request: Request) -> None:
        """Note a script or a style that never came, but for those that a page which is leaving breaks off."""
        self._ended(request)
        why = request.failure or ""
        kept = request.resource_type in {"script", "stylesheet"} and "ABORTED" not in why
        if kept and len(self.failed) < MAX_TROUBLES:
            self.failed.append(f"{why or 'lost'} {request.url[:200]}")

    def _answered(self, response: Response) -> None:
        request = response.request
        if len(self.hosts) < MAX_HOSTS:
            self.hosts[response.url.split("/")[2] if "//" in response.url else ""] = None
        sends = request.resource_type in {"document", "xhr", "fetch"} and request.method != "GET"
        if sends and len(self.sent) < MAX_SENT:
            self.sent.append((request.method, request.url, response.status))
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self.status, self.arrived = response.status, time.monotonic()
        elif response.status >= 400 and len(self.failed) < MAX_TROUBLES:
            self.failed.append(f"{response.status} {response.url[:200]}")

    def _dialog(self, dialog: Dialog) -> None:
        if len(self.dialogs) < MAX_DIALOGS:
            self.dialogs.append(dialog.message[:300])
        accept = dialog.type == "beforeunload" or self.accept_dialogs
        answer = asyncio.ensure_future(_answer(dialog, accept))
        self._answers.add(answer)  # the loop itself keeps no reference to it
        answer.add_done_callback(self._answers.discard)

    def _raised(self, error: Error) -> None:
        if len(self.errors) < MAX_TROUBLES:
            place = _PLACE.search(error.stack or "")
            self.errors.append(f"{str(error)[:300]} ({place[0]})" if place else str(error)[:300])

    def _crashed(self, _page: Page) -> None:
        self.crashed = True

    def follow(self, page: Page) -> None:
        """Make this page the tab's page and listen to it."""
        self.page = page
        self.inflight.clear()
        page.on("request", self._started)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._lost)
        page.on("response", self._answered)
        page.on("dialog", self._dialog)
        page.on("pageerror", self._raised)
        page.on("crash", self._crashed)

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
        await until_settled(self.page, self.inflight, limit_s, quiet_ms)

    # --- looking

    async def look(self) -> Seen:
        """Read the page and its visible frames once; a page that navigates meanwhile is read again."""
        await self._adopt_new_page()
        last: Error | None = None
        for _attempt in range(LOOKS):
            try:
                return await look_at(self.page)
            except Error as error:
                last = error
                if self.page.is_closed() or self.crashed:
                    break
                await self.settle(3)
        raise last or Error("the page could not be read")

    async def fields(self) -> tuple[tuple[Field, ...], tuple[FormSeen, ...]]:
        """Read the form controls of the page and its visible frames."""
        read = await fields_of(self.page)
        self.places = read.places
        return read.fields, read.forms

    # --- acting

    async def handle(self, control: Control) -> ElementHandle | None:
        """Give the element behind a control of the latest look."""
        frames = await frames_of(self.page)
        if control.frame >= len(frames):
            return None
        frame = frames[control.frame].frame
        found = await frame.evaluate_handle("i => window.__cxSeen && window.__cxSeen[i]", control.index)
        return found.as_element()

    async def press(self, control: Control, *, settle: bool = True) -> Press:
        """Press a control by pointer, or by a tap on touch screens; follow a new tab and wait until all is settled."""
        start = time.monotonic()
        before_url = self.page.url
        self.pages = len(self.page.context.pages)
        try:
            element = await self.handle(control)
            if element is None:
                return Press(False, note="the control is gone")
            known = await self._interactions()
            if control.target == "_blank" and self.pace:
                await self.pace(control.href)
            why_not = await hit(self.page, element, touch=self.touch)
        except Error as error:
            return Press(False, note=why_not_hit(error))
        if why_not:
            return Press(False, note=why_not)
        await asyncio.sleep(HANDLERS_S)
        if settle:
            await self.settle()
        await self._adopt_new_page(TAB_OPENS_S if control.target == "_blank" else 0)
        ms = round((time.monotonic() - start) * 1000)
        if self.page.url.split("#")[0] != before_url.split("#")[0]:
            return Press(True, ms, None, "navigated", navigated=True)
        return Press(True, ms, await self._slowest_interaction(known))

    async def _interactions(self) -> int:
        """Count the slow interactions that the page has noted so far."""
        try:
            return int(await self.page.evaluate("() => window.__cxQuiet ? window.__cxQuiet.events.length : 0"))
        except Error:
            return 0  # the page is being replaced

    async def _slowest_interaction(self, known: int) -> float | None:
        """Give the longest interaction in milliseconds of those after the first ``known`` ones."""
        try:
            events = await self.page.evaluate("n => window.__cxQuiet ? window.__cxQuiet.events.slice(n) : []", known)
        except Error:
            return None  # the page is being replaced
        return max((float(event[1]) for event in events), default=None)

    async def choose(self, number: int, option: int | None = None, text: str | None = None) -> bool:
        """Set a field of the latest reading: pick an option of a select, type a text, or press a radio or check box."""
        frame, place = self.places[number]
        try:
            found = (await frame.evaluate_handle("i => window.__cxFields && window.__cxFields[i]", place)).as_element()
            if found is None:
                return False
            if option is not None:
                await found.select_option(index=option, timeout=PRESS_MS)
            elif text is not None:
                await found.fill(text, timeout=PRESS_MS)
            elif await hit(self.page, found, touch=self.touch):
                return False
        except Error:
            return False
        await asyncio.sleep(HANDLERS_S)
        await self.settle(4)
        return True

    async def _adopt_new_page(self, patience_s: float = 0) -> None:
        """Go on in a tab that the latest press has opened, as a customer would."""
        for _look in range(round(patience_s / POLL_S)):
            if len(self.page.context.pages) > self.pages or self.page.is_closed():
                break
            await asyncio.sleep(POLL_S)
        pages = [page for page in self.page.context.pages if not page.is_closed()]
        if self.page.is_closed() and pages:
            self.follow(pages[-1])
        if len(pages) <= self.pages or pages[-1] is self.page:
            return
        self.pages = len(pages)
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
        await asyncio.sleep(FADES_IN_S)
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
