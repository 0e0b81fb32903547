"""The addresses of a category and of a product where nothing is walked: found by looking, without touching the cart."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.collect.closer_look import Visitor, guarded_tab
from auditor.collect.crawling.crawl import without_pictures
from auditor.collect.crawling.frontier import Frontier, plain_address
from auditor.collect.gather import gather
from auditor.collect.guarding.guard import Guard
from auditor.collect.journey.scout import scout
from auditor.collect.journey.walk import OutOfTimeError, Recorder, Walk
from auditor.collect.page.seen import Seen
from auditor.collect.page.tab import Tab
from auditor.model import Act, Link, PageKind, ViewportName

__all__ = ["Addresses", "find_category", "look_for_addresses", "silent_recorder"]

SHARE = 0.5
LISTS_TRIED = 5
FEW_CARDS = 3


@dataclass(frozen=True)
class Addresses:
    """Pages that are timed and looked at closely; ``depth`` counts clicks from home, where it is known."""

    home: str
    category: str | None = None
    product: str | None = None

    def pages(self) -> tuple[tuple[PageKind, str], ...]:
        """List the pages that are known, each address once."""
        found = {self.home: PageKind.HOME}
        if self.category:
            found.setdefault(self.category, PageKind.CATEGORY)
        if self.product:
            found.setdefault(self.product, PageKind.PRODUCT)
        return tuple((kind, url) for url, kind in found.items())


async def look_for_addresses(visitor: Visitor) -> Addresses:
    """Find a category and a product from home; what the settings name is not looked for.

    Raises playwright's Error where the browser breaks.
    """
    settings = visitor.settings
    if settings.start_product and settings.start_category:
        return Addresses(visitor.home, settings.start_category, settings.start_product)
    async with guarded_tab(visitor, ViewportName.DESKTOP) as tab:
        deadline = time.monotonic() + settings.walk_seconds * SHARE
        walk = Walk(tab, Guard(), visitor.home, settings.consent, silent_recorder(), deadline, quiet=True)
        category, product = settings.start_category, settings.start_product
        try:
            if not await walk.go(visitor.home):
                finds = await scout(walk, settings.start_product, settings.start_category)
                category = category or next(iter(finds.lists), None)
                product = product or next((one.url for one in finds.good), None)
                if product and not category and not await walk.go(visitor.home):
                    links = (await gather(tab)).links
                    category = await find_category(visitor, links, walk.language, product)
        except OutOfTimeError:
            pass  # what was found by then is used
    return Addresses(visitor.home, category, product)


async def find_category(visitor: Visitor, links: Sequence[Link], language: str, product: str | None) -> str | None:
    """Find a list of products among a page's links, by words and address first and then by looking at a few.

    Raises playwright's Error where the browser breaks.
    """
    ranked = sorted(_lists(visitor.home, links, language, product), key=lambda pair: -pair[0])
    async with guarded_tab(visitor, ViewportName.DESKTOP) as tab:
        await without_pictures(tab)
        for _score, url in ranked[:LISTS_TRIED]:
            if not await tab.goto(url) and (tab.status or 200) < 400:
                seen = await tab.look()
                if len(seen.cards) >= FEW_CARDS:
                    return url
    return None


def _lists(home: str, links: Sequence[Link], language: str, product: str | None) -> Iterator[tuple[float, str]]:
    """Score the links of a page as links to lists of products."""
    offered = Frontier(home, lambda _url: True, language)
    offered.seen(home)
    if product:
        offered.seen(product)
    offered.offer(links, 0)
    areas = {plain_address(link.href): link.area for link in reversed(links)}
    while target := offered.take():
        fits = target.guess.kind is PageKind.CATEGORY
        if fits or (target.guess.kind is PageKind.OTHER and not target.guess.strength):
            menu = areas.get(target.url) in {"nav", "header"}
            yield (2 * fits + menu + target.guess.strength - 0.01 * target.turn, target.url)


def silent_recorder() -> Recorder:
    """Give a recorder that writes nothing down, for looking around outside the walk."""

    def act(_one: Act) -> None:
        return None

    async def visit(_tab: Tab, _seen: Seen, _kind: PageKind, _depth: int | None) -> str:
        return ""

    async def shot(_tab: Tab) -> str | None:
        return None

    return Recorder(act=act, visit=visit, shot=shot)
