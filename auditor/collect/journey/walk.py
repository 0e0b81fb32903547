"""The state of one walk on one screen: where it is, what it pressed, and the path that its clicks are counted on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from playwright.async_api import Error

from auditor.collect.guarding.guard import Guard, Phase
from auditor.collect.journey.cards import address_key
from auditor.collect.journey.rank import Ranked, as_candidates
from auditor.collect.layers.interruptions import Interruption, clear_the_way
from auditor.collect.page.seen import Control, Layer, Seen
from auditor.collect.page.tab import Press, Tab
from auditor.model import Act, Box, ConsentChoice, Field, JourneyStep, PageKind, ProductSeen, Touched
from auditor.vocabulary.spoken import SPOKEN, spoken_language

__all__ = ["LOOK_AGAIN_S", "OutOfTimeError", "Recorder", "Walk", "page_language"]

CHANGE_S = 2.0
# Between two looks at a page that may still change: short enough to go on soon, long enough to leave it time to work.
LOOK_AGAIN_S = 0.2


class OutOfTimeError(Exception):
    """The walk's budget of seconds is spent."""


def page_language(seen: Seen) -> str:
    """Say which of the shops' languages a page speaks: by clear words, else by its lang attribute, else English."""
    language = spoken_language(seen.text, seen.lang)
    return language if language in SPOKEN else "en"


def _differs(before: Seen, after: Seen) -> bool:
    return (
        after.text != before.text
        or len(after.visible) != len(before.visible)
        or address_key(after.url) != address_key(before.url)
    )


@dataclass(frozen=True)
class Recorder:
    """Where a walk writes what it saw: acts, visits with a picture, and nothing else.

    ``behind`` keeps a page behind the door of checkout, which holds a made-up customer's details.
    """

    act: Callable[[Act], None]
    visit: Callable[[Tab, Seen, PageKind, int | None], Awaitable[str]]
    shot: Callable[[Tab], Awaitable[str | None]]
    behind: Callable[[Tab], Awaitable[str]] | None = None


@dataclass
class Walk:
    """One walk in progress; ``stranger`` says that the shop cannot know the visitor.

    ``led_on`` says that the answer to a pop-up, given since the latest press, opened another page;
    ``failed_before`` counts the requests that had failed when the latest step was reached.
    ``said`` is the text of the page on which the way to the door was pressed, ``touched`` what the walk ticked itself.
    ``views`` keeps, by a step's number, what was seen there; ``pressed_on`` the view that the press for it was made on.
    """

    tab: Tab
    guard: Guard
    home: str
    consent: ConsentChoice
    recorder: Recorder
    deadline: float
    language: str = "en"
    seen: Seen | None = None
    at_home: Seen | None = None
    product: ProductSeen | None = None
    steps: list[JourneyStep] = field(default_factory=list)
    interruptions: list[Interruption] = field(default_factory=list)
    presses: int = 0
    verified: list[str] = field(default_factory=list)
    counted: frozenset[str] = frozenset()
    layers_before: frozenset[tuple[str, str]] = frozenset()
    everywhere: frozenset[tuple[str, str]] = frozenset()
    quiet: bool = False
    deep: bool = False
    stranger: bool = False
    led_on: bool = False
    failed_before: int = 0
    said: str = ""
    touched: list[Touched] = field(default_factory=list)
    views: dict[int, Seen] = field(default_factory=dict)
    pressed_on: dict[int, Seen] = field(default_factory=dict)

    @property
    def clicks(self) -> int:
        """Count the clicks of the cleaned path so far."""
        return sum(step.clicks for step in self.steps)

    @property
    def now(self) -> Seen:
        """Give the latest look."""
        if self.seen is None:
            raise LookupError("nothing was looked at yet")
        return self.seen

    def check_time(self) -> None:
        """Raise OutOfTimeError where the budget is spent."""
        if time.monotonic() > self.deadline:
            raise OutOfTimeError

    async def look(self) -> Seen:
        """Look at the page again."""
        self.check_time()
        self.seen = await self.tab.look()
        self.language = page_language(self.seen)
        return self.seen

    async def look_for_change(self, before: Seen) -> bool:
        """Look until the page differs from an earlier look, at most CHANGE_S seconds; false where it stays the same."""
        end = time.monotonic() + CHANGE_S
        while not _differs(before, await self.look()):
            if time.monotonic() > end:
                return False
            await asyncio.sleep(LOOK_AGAIN_S)
        return True

    async def fields(self) -> tuple[Field, ...]:
        """Read the form controls of the page."""
        return (await self.tab.fields())[0]

    async def go(self, url: str) -> str:
        """Open an address by itself (only for home and for detours); gives why it failed, or an empty text."""
        self.check_time()
        problem = await self.tab.goto(url)
        if not problem:
            await self.look()
            await self.clear()
            self.at_home = self.now if url == self.home else self.at_home
        return problem

    async def scroll_on(self) -> None:
        """Scroll a long way down, so that an endless list grows; scrolling costs no click."""
        await self.tab.page.mouse.wheel(0, 6000)
        await self.tab.settle(3, 400)
        await self.look()

    async def back(self) -> bool:
        """Go back as the browser's own button does, which costs no click; false where the page stays."""
        try:
            await self.tab.page.go_back(wait_until="commit", timeout=8000)
        except Error:
            return False
        await self.tab.settle()
        await self.look()
        return True

    async def clear(self, *, blocked: bool = False, own: bool = False, kept: Layer | None = None) -> bool:
        """Answer what lies over the page; true where something was answered.

        ``own`` says that the walk's press may have opened a layer of the shop, which must stay; ``kept`` is the
        layer in which the walk is about to press.
        """
        done = await clear_the_way(self.tab, self.now, self.consent, self.language, blocked=blocked, own=own, kept=kept)
        self.interruptions += done
        self.presses += len(done)
        for one in done:
            self.note(
                "in the way", one.kind, (), None, worked=True, act="answer", why=f"answered by “{one.pressed[:80]}”"
            )
        before = self.now.address
        if done:
            await self.look()
            self.led_on = self.led_on or self.now.address != before
        return bool(done)

    async def press(self, control: Control) -> Press:
        """Press a control; where it was covered or replaced meanwhile, clear the way and press it once more."""
        self.check_time()
        self.presses += 1
        self.led_on = False
        self.pressed_on[len(self.steps)] = self.now
        press = await self.tab.press(control)
        if press.done:
            return press
        self.presses -= 1
        within = next((layer for layer in self.now.layers if layer.index == control.layer), None)
        await self.look()
        covered = "covered" in press.note
        cleared = await self.clear(blocked=covered, kept=within)
        again = self.again(control)
        if again and (cleared or covered or "gone" in press.note or "detached" in press.note):
            self.presses += 1
            press = await self.tab.press(again)
        return press

    def again(self, control: Control) -> Control | None:
        """Find a control of an earlier look in the latest one."""
        same = [c for c in self.now.controls if c.frame == control.frame and c.visible]
        for key in (lambda c: c.same, lambda c: (c.said[:60], c.href, c.tag), lambda c: (c.selector, c.tag)):
            found = next((c for c in same if key(c) == key(control) and key(control)[0]), None)
            if found:
                return found
        return None

    def note(
        self,
        leg: str,
        intent: str,
        ranked: tuple[Ranked, ...],
        chosen: Control | None,
        *,
        worked: bool,
        act: str = "press",
        by: tuple[str, ...] = (),
        why: str = "",
        counted: int = 0,
        ms: int | None = None,
    ) -> None:
        """Write one act down, with what was weighed, for `explain`."""
        self.recorder.act(
            Act(
                viewport=self.tab.viewport,
                leg=leg,
                intent=intent,
                url=self.tab.page.url[:400],
                act=act,
                label=chosen.said[:80] if chosen else "",
                selector=chosen.selector[:200] if chosen else "",
                worked=worked,
                counted=counted,
                verified_by=by,
                note=why[:300],
                ms=ms,
                candidates=as_candidates(ranked),
            )
        )

    async def step(
        self,
        kind: str,
        *,
        press: Press | None = None,
        control: Control | None = None,
        clicks: int = 0,
        page: PageKind | None = None,
    ) -> None:
        """Add a step to the cleaned path: the view that was reached, what was pressed for it, and its picture."""
        self.views[len(self.steps)] = self.now
        if self.quiet:
            self.steps.append(
                JourneyStep(
                    kind=kind, url=self.tab.page.url[:600], clicks=clicks, label=control.said[:80] if control else ""
                )
            )
            return
        if control and self.steps:
            self.steps[-1] = self.steps[-1].model_copy(update={"box": self._in_the_picture(control)})
        errors, self.failed_before = len(self.tab.errors), len(self.tab.failed)
        # The picture first: what is outlined in it was seen a moment ago, and reading the page takes its time.
        shot = await self.recorder.shot(self.tab)
        visit = await self.recorder.visit(self.tab, self.now, page, self.clicks + clicks) if page else None
        self.steps.append(
            JourneyStep(
                kind=kind,
                url=self.tab.page.url[:600],
                label=control.said[:80] if control else "",
                selector=control.selector[:200] if control else "",
                clicks=clicks,
                ms=press.ms if press else None,
                interaction_ms=press.interaction_ms if press else None,
                interaction_note=(press.note or None) if press else None,
                screenshot=shot,
                page=visit,
                errors=errors - sum(step.errors for step in self.steps),
            )
        )

    def _in_the_picture(self, control: Control) -> Box | None:
        """Give where the picture of the latest step shows a control; none where it was not there yet."""
        shown = self.views.get(len(self.steps) - 1)
        if shown is None or all(one.same != control.same for one in shown.visible):
            return None
        pressed = self.pressed_on.get(len(self.steps), shown)
        fixed = any(layer.index == control.layer and layer.position == "fixed" for layer in pressed.layers)
        view, box = (pressed.view if fixed else shown.view), control.box
        return Box(
            x=round((box.x - view.left) * view.scale, 1),
            y=round((box.y - view.top) * view.scale, 1),
            width=round(box.width * view.scale, 1),
            height=round(box.height * view.scale, 1),
        )

    def freeze(self) -> None:
        """Send nothing any more: the door is reached."""
        self.guard.phase = Phase.FROZEN
