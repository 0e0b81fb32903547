"""A small breadth-first crawl for what a walk does not pass: policies, contacts, help, and links that lead nowhere."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from playwright.async_api import Error, Route

from auditor.collect.crawling.frontier import Frontier, Target
from auditor.collect.crawling.kinds import page_kind
from auditor.collect.gather import gather
from auditor.collect.gather.goods import goods_of
from auditor.collect.journey.product import read_product
from auditor.collect.journey.walk import page_language
from auditor.collect.layers.interruptions import clear_the_way
from auditor.collect.page.seen import Seen
from auditor.collect.page.tab import Tab
from auditor.collect.recorder import Notebook
from auditor.model import ConsentChoice, Link, Note, NoteText, PageFacts, PageKind, Visit

__all__ = ["Crawl", "CrawlEnd", "crawl", "without_pictures"]

BLOCKED = {"media", "font"}
BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'
PAGE_SECONDS = 12
STOP_AT = {403, 429}
TOO_MANY_REFUSALS = 2
# A page with fewer characters of its own is looked at again when nothing has moved for so many milliseconds.
BARE = 200
LATE_MS = 1200
SHOWN = {"main", "dialog", "aside"}


@dataclass(frozen=True)
class Crawl:
    """What a crawl needs: a guarded tab, where it starts, and how far it may go."""

    tab: Tab
    notebook: Notebook
    home: str
    pages: int
    seconds: float
    allow: Callable[[str], bool]
    pace: Callable[[str], Awaitable[None]]
    tell: Callable[[int, int, str], None]
    consent: ConsentChoice = ConsentChoice.ACCEPT


@dataclass(frozen=True)
class CrawlEnd:
    """What is to be told of a crawl that stopped early; ``refused`` says that the shop turned it away."""

    note: Note | None = None
    refused: bool = False


async def without_pictures(tab: Tab) -> None:
    """Let a tab load no pictures, fonts and films: the crawl reads words.

    A blank drawing stands in for each picture, because a list of products is known by the pictures' places.
    """

    async def choose(route: Route) -> None:
        kind = route.request.resource_type
        with suppress(Error):  # the page may have gone meanwhile
            if kind == "image":
                await route.fulfill(status=200, content_type="image/svg+xml", body=BLANK)
            elif kind in BLOCKED:
                await route.abort()
            else:
                await route.fallback()

    await tab.page.context.route("**/*", choose)


async def crawl(job: Crawl) -> CrawlEnd:
    """Open up to ``pages`` pages, the pages of service first, and say how it ended."""
    frontier = _frontier(job)
    everywhere = await _enter(job)
    deadline = time.monotonic() + job.seconds
    refusals = opened = 0
    while opened < job.pages and (target := frontier.take()):
        if time.monotonic() > deadline:
            return CrawlEnd(NoteText.CRAWL_OUT_OF_TIME.of())
        visit = await _open(job, target, everywhere)
        if visit is None:
            continue
        opened += 1
        job.tell(opened, min(job.pages, opened + len(frontier)), visit.url)
        refusals = refusals + 1 if visit.status in STOP_AT else 0
        if refusals >= TOO_MANY_REFUSALS:
            return CrawlEnd(NoteText.CRAWL_REFUSED.of(status=visit.status or 0), refused=True)
        if visit.depth is not None and visit.kind is not PageKind.ERROR:
            frontier.offer(_useful(visit.facts.links), visit.depth)
    if frontier.refused and opened < job.pages:
        return CrawlEnd(NoteText.FEWER_PAGES.of(n=frontier.refused))
    return CrawlEnd()


async def _enter(job: Crawl) -> frozenset[str]:
    """Pass by the front door, where a splash page or an age gate stands before a new visitor; gives home's lines."""
    try:
        if await job.tab.goto(job.home, timeout_s=PAGE_SECONDS):
            return frozenset()
        seen = await job.tab.look()
        await clear_the_way(job.tab, seen, job.consent, page_language(seen))
    except Error:
        return frozenset()  # the pages themselves will tell what is wrong
    return frozenset(seen.text.splitlines())


def _frontier(job: Crawl) -> Frontier:
    """Start from the links of every page that was seen already."""
    known = job.notebook.visits
    language = next((visit.facts.html_lang[:2].lower() for visit in known if visit.facts.html_lang), "en")
    frontier = Frontier(job.home, job.allow, language)
    frontier.seen(job.home)
    for visit in known:
        if visit.viewport is job.tab.viewport or visit.kind in {PageKind.CART, PageKind.CHECKOUT}:
            frontier.seen(visit.url)
    for visit in sorted(known, key=lambda one: one.depth if one.depth is not None else 99):
        if visit.kind is not PageKind.CHECKOUT:
            frontier.offer(_useful(visit.facts.links), visit.depth or 0)
    return frontier


def _useful(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Put the links that a visitor meets first before those that stay hidden; nofollow ones are left out."""
    follow = [link for link in links if "nofollow" not in link.rel and "sponsored" not in link.rel]
    return tuple(sorted(follow, key=lambda link: not (link.visible or link.revealed)))


async def _open(job: Crawl, target: Target, everywhere: frozenset[str]) -> Visit | None:
    """Open one page and keep it; a file offered as download is no page. ``everywhere`` are lines that home has too."""
    tab = job.tab
    for listed in (tab.errors, tab.failed):
        listed.clear()
    tab.hosts.clear()
    problem = await tab.goto(target.url, timeout_s=PAGE_SECONDS)
    if problem:
        return None
    try:
        seen = await tab.look()
        if sum(len(line) for line in seen.text.splitlines() if line not in everywhere) < BARE:
            # Widgets fetch what they show: an empty page may be one that is not drawn yet.
            await tab.settle(quiet_ms=LATE_MS)
            seen = await tab.look()
        facts = _without_sizes(await gather(tab))
        kind = PageKind.ERROR if (tab.status or 200) >= 400 else _kind(target, seen)
        if kind in {PageKind.PRODUCT, PageKind.CATEGORY}:
            facts = facts.model_copy(update={"goods": await goods_of(tab, seen, page_language(seen))})
    except Error:
        return None
    return await job.notebook.visit(tab, kind, part="crawl", depth=target.depth, facts=facts, asked=target.url)


def _without_sizes(facts: PageFacts) -> PageFacts:
    """Leave out the natural widths of pictures, because the blank drawing's are not the shop's."""
    images = tuple(image.model_copy(update={"natural_width": 0, "broken": False}) for image in facts.images)
    return facts.model_copy(update={"images": images})


def _kind(target: Target, seen: Seen) -> PageKind:
    language = page_language(seen)
    title = next(iter(seen.h1), "") or seen.title
    product = _shows_product(seen, language)
    return page_kind(target.guess, title, seen.url, language, shows_product=product, cards=len(seen.cards))


def _shows_product(seen: Seen, language: str) -> bool:
    """Tell a product's page from a list whose entries can be bought: its price is the largest, or hidden."""
    reading = read_product(seen, language, "")
    prices = [price for price in seen.prices if price.area in SHOWN and not price.struck]
    claimed = "product" in seen.og_type.lower() or seen.microdata == 1
    largest = max((price.size for price in prices), default=0)
    places = {price.card for price in prices if price.size == largest}
    return reading.is_product and (claimed or len(places) == 1 or reading.price_hidden)
