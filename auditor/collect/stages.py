"""The stages of a recording, one after the other: walk, timed loads, a closer look, crawl, probes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any

from playwright.async_api import Error

from auditor.collect.arrival.access import access_at
from auditor.collect.arrival.robots import Rules
from auditor.collect.closer_look import Visitor, guarded_tab, look_closely
from auditor.collect.crawling.crawl import Crawl, crawl, without_pictures
from auditor.collect.crawling.frontier import plain_address
from auditor.collect.crawling.key_pages import Addresses, find_category, look_for_addresses
from auditor.collect.crawling.scripted import Scripted, open_scripted_pages
from auditor.collect.journey.walker import walk_shop
from auditor.collect.layers.consent import accepted_state
from auditor.collect.probes import run_probes
from auditor.collect.probes.probing import Probing
from auditor.collect.record_folder import Progress, Tell, Turn, no_others
from auditor.collect.recorder import Notebook
from auditor.collect.timing.keeping import Film, LastLook, slowest
from auditor.collect.timing.measure import ACCEPTED, BEFORE, Timed, timed_load
from auditor.collect.timing.named import named_pages, time_named
from auditor.model import ConsentChoice, JourneyOutcome, Load, Note, NoteText, PageKind, ViewportName

__all__ = ["Stages"]

SECONDS_PER_PAGE = 6.0
# Ends of a walk after which the shop is not bothered any further.
BLOCKED = {JourneyOutcome.ROBOT_WALL, JourneyOutcome.DECLINED, JourneyOutcome.GEO_BLOCKED}


@dataclass
class Stages:
    """The stages with what they hand to each other; ``note`` keeps a note, ``turn`` waits for other audits."""

    visitor: Visitor
    notebook: Notebook
    rules: Rules
    tell: Tell
    note: Callable[[Note], None]
    turn: Turn = no_others
    addresses: Addresses | None = None
    blocked: bool = False
    refused: bool = False
    broken: bool = False

    async def walk(self) -> None:
        """Walk through the shop on every screen."""
        await self._guarded("The walk", self._walk())

    async def look_around(self) -> None:
        """Find a category and a product without walking."""
        await self._guarded("Looking for a product", self._look_around())

    async def time_pages(self) -> None:
        """Time home, category and product, or the pages that were named, alone and one after the other."""
        await self._guarded("Timing", self._time_pages(), alone=True)

    async def look_closely(self) -> None:
        """Look closely at home, category and product on every screen."""
        await self._guarded("The closer look", self._look_closely())

    async def crawl(self) -> None:
        """Read further pages."""
        await self._guarded("Reading further pages", self._crawl())

    async def probe(self) -> None:
        """Try what the walk does not do: cookies, search, a page that does not exist and the like."""
        await self._guarded("Probing", self._probe())

    async def _guarded(self, part: str, stage: Coroutine[Any, Any, None], *, alone: bool = False) -> None:
        """Run a stage; where the browser breaks in it, that is noted and the others may still succeed."""
        if not self.visitor.launched.browser.is_connected():
            stage.close()
            self.broken = True
            return
        try:
            await self.turn(alone)
            await stage
        except Error as error:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise asyncio.CancelledError from error  # the signal has reached the browser as well
            self.broken = True
            self.note(NoteText.PART_FAILED.of(part=part, error=str(error).splitlines()[0][:160]))
        finally:
            stage.close()  # where its turn never came

    async def _walk(self) -> None:
        visitor, settings = self.visitor, self.visitor.settings
        steps = len(settings.viewports) + 1
        seen: list[str] = []

        def tell(text: str) -> None:
            self.tell(Progress("walk", len(seen), steps, text))
            seen.append(text)

        walked = await walk_shop(
            visitor.launched,
            settings,
            home=visitor.home,
            locale=visitor.who.locale,
            timezone=visitor.who.timezone,
            recorder=self.notebook.for_walk,
            silenced=visitor.silenced,
            pace=visitor.pace,
            progress=tell,
        )
        for viewport, journey in walked.journeys.items():
            self.notebook.folder.add_journey(viewport, journey)
        if walked.kept_cart:
            self.notebook.folder.add_probe(walked.kept_cart)
        ends = {journey.outcome for journey in walked.journeys.values()}
        self.blocked = bool(ends) and ends <= BLOCKED
        category = settings.start_category or walked.category_url
        product = settings.start_product or walked.product_url
        if product and not category:
            category = await self._category(product)
        self.addresses = Addresses(visitor.home, category, product)
        self.tell(
            Progress("walk", steps, steps, ", ".join(f"{name}: {one.outcome}" for name, one in walked.journeys.items()))
        )

    async def _category(self, product: str) -> str | None:
        """Find a list of products for the timed loads, where the walk needed none to reach its product."""
        home = next((visit for visit in self.notebook.visits if visit.kind is PageKind.HOME), None)
        if home is None:
            return None
        language = home.facts.html_lang[:2].lower() or "en"
        return await find_category(self.visitor, home.facts.links, language, product)

    async def _look_around(self) -> None:
        self.tell(Progress("find", 0, 1, "looking for a category and a product"))
        self.addresses = await look_for_addresses(self.visitor)
        self.tell(Progress("find", 1, 1, "found" if self.addresses.product else "no product found"))

    async def _time_pages(self) -> None:
        visitor, settings = self.visitor, self.visitor.settings
        if settings.speed_pages:
            named = named_pages(settings.speed_pages, visitor.home, settings.viewports)
            await time_named(visitor, self.notebook.folder, named, settings.samples, self.tell)
            return
        jobs = [self._timed(kind, url, viewport) for viewport in settings.viewports for kind, url in self._pages()]
        total = len(jobs) * settings.samples + len(settings.viewports) + 1
        done = 0

        def tell(text: str) -> None:
            self.tell(Progress("loads", done, total, text))

        tell("warming up")
        await visitor.pace(visitor.home)
        await timed_load(jobs[0], 0)
        done = 1
        loads: list[Load] = []
        for job in jobs:
            for sample in range(1, settings.samples + 1):
                tell(f"{job.page} on {job.viewport}, {sample} of {settings.samples}")
                await visitor.pace(job.url)
                keeper = LastLook(self.notebook.folder.add_shot) if sample == 1 else None
                loads.append(await timed_load(replace(job, keeper=keeper), sample))
                self.notebook.folder.add_load(loads[-1])
                done += 1
        await self._film(loads, tell)
        await self._time_accepted(tell)
        done = total
        tell("done")

    async def _film(self, loads: list[Load], tell: Callable[[str], None]) -> None:
        """Load the slowest page once more, to film it: what is filmed is slower, so its figures do not count."""
        found = slowest(loads)
        if found is not None:
            kind, url, viewport = found
            tell(f"filming {kind} on {viewport}")
            await self.visitor.pace(url)
            job = replace(self._timed(kind, url, viewport), keeper=Film(self.notebook.folder.add_shot))
            load = await timed_load(job, 0)
            if load.film:
                self.notebook.folder.add_load(load)

    async def _time_accepted(self, tell: Callable[[str], None]) -> None:
        """Time home once more after accepting cookies, where the shop asks for them."""
        if self.visitor.settings.consent is ConsentChoice.NONE:
            return
        for viewport in self.visitor.settings.viewports:
            tell(f"home on {viewport} after accepting cookies")
            state = await accepted_state(self.visitor, viewport)
            if state is not None:
                await self.visitor.pace(self.visitor.home)
                job = self._timed(PageKind.HOME, self.visitor.home, viewport, ACCEPTED, state)
                self.notebook.folder.add_load(await timed_load(job, 1))

    def _timed(
        self, kind: PageKind, url: str, viewport: ViewportName, consent: str = BEFORE, state: Any = None
    ) -> Timed:
        visitor = self.visitor
        access = access_at(visitor.settings.access, visitor.home, url)
        return Timed(visitor.launched, visitor.who, access, kind, url, viewport, consent, state)

    async def _look_closely(self) -> None:
        jobs = [(viewport, kind, url) for viewport in self.visitor.settings.viewports for kind, url in self._pages()]
        for done, (viewport, kind, url) in enumerate(jobs):
            self.tell(Progress("pages", done, len(jobs), f"{kind} on {viewport}"))
            depth = 0 if kind is PageKind.HOME else self._depth(kind, url, viewport)
            problem = await look_closely(self.visitor, self.notebook, viewport, kind, url, depth)
            if problem:
                self.note(NoteText.NOT_LOOKED_AT.of(page=str(kind), screen=str(viewport), problem=problem))
        self.tell(Progress("pages", len(jobs), len(jobs), "done"))

    async def _crawl(self) -> None:
        settings = self.visitor.settings

        def tell(done: int, total: int, text: str) -> None:
            self.tell(Progress("crawl", done, total, text))

        tell(0, settings.pages, "reading further pages")
        if not self.rules.allow(self.visitor.home):
            self.note(NoteText.NO_CRAWL.of())
            return
        async with guarded_tab(self.visitor, ViewportName.DESKTOP) as tab:
            await without_pictures(tab)
            seconds = settings.pages * (SECONDS_PER_PAGE + settings.pace_seconds)
            job = Crawl(
                tab,
                self.notebook,
                self.visitor.home,
                settings.pages,
                seconds,
                self.rules.allow,
                self.visitor.pace,
                tell,
                settings.consent,
            )
            end = await crawl(job)
            if end.note:
                self.note(end.note)
            self.refused = end.refused
            if not end.refused:
                await open_scripted_pages(Scripted(tab, self.notebook, self.visitor.home, settings.consent))

    async def _probe(self) -> None:
        if self.refused:
            self.note(NoteText.NO_PROBES.of())
            return
        probing = Probing(self.visitor, self.notebook, self.addresses or Addresses(self.visitor.home), self.rules.allow)

        def tell(done: int, total: int, text: str) -> None:
            self.tell(Progress("probes", done, total, text))

        await run_probes(probing, self.notebook.folder, tell)

    def _pages(self) -> tuple[tuple[PageKind, str], ...]:
        return (self.addresses or Addresses(self.visitor.home)).pages()

    def _depth(self, kind: PageKind, url: str, viewport: ViewportName) -> int | None:
        """Give a page's clicks from home: those of the walk, else one where home links to it."""
        known = (v.depth for v in self.notebook.visits if v.kind is kind and v.viewport is viewport and v.url == url)
        walked = next((depth for depth in known if depth is not None), None)
        if walked is not None:
            return walked
        home = next((visit for visit in self.notebook.visits if visit.kind is PageKind.HOME), None)
        links = [link for link in home.facts.links if plain_address(link.href) == url] if home else []
        return None if not links else 1 if any(link.visible for link in links) else 2
