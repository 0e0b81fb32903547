"""One guarded tab: looks at pages, presses what was weighed, and waits until a page has settled."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playwright.async_api import BrowserContext, ElementHandle, Error, Frame

from auditor.collect.page.frames import fields_of, frames_of, look_at
from auditor.collect.page.listening import Listening
from auditor.collect.page.own_headers import new_page
from auditor.collect.page.pressing import PRESS_MS, hit, why_not_hit
from auditor.collect.page.scripts import page_script
from auditor.collect.page.seen import Control, FormSeen, Seen
from auditor.collect.page.settle import POLL_S, QUIET_MS, QUIET_PAGE_MS, SETTLE_S, until_settled
from auditor.model import Field, ViewportName

__all__ = ["LATE_S", "Amount", "Press", "Tab", "open_tab"]

LOOKS = 4
# A page's handlers begin a moment after a press or a typed word, and menus fade in under the pointer.
HANDLERS_S, FADES_IN_S = 0.06, 0.25
TAB_OPENS_S = 1.5
# Nobody presses sooner after a page has come; scripts that bring controls to life are still at work then. A plain link
# needs none of them.
SOONEST_S, LATE_S = 0.8, 2.4

_AMOUNT = """i => { const e = window.__cxFields && window.__cxFields[i]; return e && {
  value: e.selectedOptions ? e.selectedOptions[0]?.textContent : e.value,
  min: e.min || e.dataset.min || e.getAttribute('aria-valuemin'), step: e.step} }"""


@dataclass(frozen=True)
class Amount:
    """How many pieces a field of the quantity holds, null for none at all, and the least that can be bought by it."""

    value: float | None
    least: float


@dataclass(frozen=True)
class Press:
    """What came of one press: ``ms`` until the page had settled, the interaction delay, and why it failed if it did.

    ``at`` is the moment of the press by the monotonic clock, in seconds: of the second one where the page slept.
    """

    done: bool
    ms: int = 0
    interaction_ms: float | None = None
    note: str = ""
    navigated: bool = False
    at: float = 0.0


@dataclass(kw_only=True)
class Tab(Listening):
    """A page to look at and to press on. ``pace`` is awaited before each document request."""

    touch: bool
    pace: Callable[[str], Awaitable[None]] | None = None
    places: tuple[tuple[Frame, int], ...] = ()
    pages: int = 1

    # --- going and waiting

    async def goto(self, url: str, timeout_s: float = 20, came_from: str | None = None) -> str:
        """Open an address and wait until it has settled; gives an empty text, or why it did not open.

        ``came_from`` is the page that links to it, where the shop is to be told one.
        """
        if self.pace:
            await self.pace(url)
        self.status = None
        try:
            await self.page.goto(url, wait_until="commit", timeout=timeout_s * 1000, referer=came_from)
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

    async def press(self, control: Control) -> Press:
        """Press a control by pointer, or by a tap on touch screens; follow a new tab and wait until all is settled.

        A page that has just come and answers with nothing at all may be asleep: it is pressed once more when it is
        LATE_S seconds old.
        """
        if not control.href.startswith("http") or control.href.split("#")[0] == self.page.url.split("#")[0]:
            await asyncio.sleep(max(0.0, self.arrived + SOONEST_S - time.monotonic()))
        before_url = self.page.url
        self.pages = len(self.page.context.pages)
        try:
            element = await self.handle(control)
            if element is None:
                return Press(False, note="the control is gone")
            known, before = await self._slow_interactions(), await self._marks()
            if control.target == "_blank" and self.pace:
                await self.pace(control.href)
            why_not = await hit(self.page, element, touch=self.touch)
        except Error as error:
            return Press(False, note=why_not_hit(error))
        if why_not:
            return Press(False, note=why_not)
        at, note = time.monotonic(), ""
        await asyncio.sleep(HANDLERS_S)
        await self.settle()
        if not control.frame and await self._slept(before) and (second := await self._hit_again(element)):
            at, note = second, "pressed again: the page slept"
        await self._adopt_new_page(TAB_OPENS_S if control.target == "_blank" else 0)
        ms = round((time.monotonic() - at) * 1000)
        if self.page.url.split("#")[0] != before_url.split("#")[0]:
            return Press(True, ms, None, "navigated", navigated=True, at=at)
        return Press(True, ms, await self._slowest_interaction(known), note, at=at)

    async def _marks(self) -> tuple[object, ...]:
        """Give what tells a page that answered a press from one that did nothing."""
        try:
            changes = int(await self.page.evaluate("() => window.__cxQuiet ? window.__cxQuiet.changes : 0"))
        except Error:
            changes = -1  # the page is being replaced
        return changes, self.page.url, len(self.page.context.pages), self.asked, len(self.dialogs)

    async def _slept(self, before: tuple[object, ...]) -> bool:
        """Wait for an answer of a page that has just come; true where it gives none before it is LATE_S seconds old."""
        if time.monotonic() > self.arrived + LATE_S or await self._marks() != before:
            return False
        while time.monotonic() < self.arrived + LATE_S:
            await asyncio.sleep(POLL_S)
            if await self._marks() != before:
                await self.settle()
                return False
        return True

    async def _hit_again(self, element: ElementHandle) -> float | None:
        """Press the same element once more; gives the moment of the press, or null where it could not be hit."""
        try:
            if await hit(self.page, element, touch=self.touch):
                return None
        except Error:
            return None  # it has gone meanwhile
        at = time.monotonic()
        await asyncio.sleep(HANDLERS_S)
        await self.settle()
        return at

    async def _slow_interactions(self) -> int:
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
                await found.evaluate("el => { (window.__cxTyped ??= new WeakSet()).add(el) }")
            elif await hit(self.page, found, touch=self.touch):
                return False
        except Error:
            return False
        await asyncio.sleep(HANDLERS_S)
        await self.settle(4)
        return True

    async def amount(self, number: int) -> Amount | None:
        """Read a field of the latest reading as a quantity."""
        frame, place = self.places[number]
        try:
            read = await frame.evaluate(_AMOUNT, place)
        except Error:
            return None
        value, least, step = (_number((read or {}).get(key)) for key in ("value", "min", "step"))
        return Amount(value, next((one for one in (least, step) if one and one > 0), 1.0))

    async def leave_field(self) -> None:
        """Leave the field that was typed in, as a customer who goes on does: some pages take a text only then."""
        await self.page.evaluate("() => document.activeElement?.blur?.()")
        await self.settle(4)

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


def _number(text: object) -> float | None:
    found = re.search(r"\d+(?:[.,]\d+)?", str(text))
    return float(found[0].replace(",", ".")) if found else None


async def open_tab(
    context: BrowserContext,
    viewport: ViewportName,
    *,
    touch: bool,
    pace: Callable[[str], Awaitable[None]] | None = None,
) -> Tab:
    """Open a tab in a context and start to listen to it."""
    await context.add_init_script(page_script("init.js"))
    tab = Tab(page=await new_page(context), viewport=viewport, touch=touch, pace=pace)
    tab.follow(tab.page)
    return tab
