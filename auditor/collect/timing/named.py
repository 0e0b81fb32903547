"""Timed loads of pages that were named: these and nothing else, for a gate and for what it measures again."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.collect.arrival.access import access_at
from auditor.collect.closer_look import Visitor, guarded_tab
from auditor.collect.crawling.kinds import guess_kind
from auditor.collect.record_folder import Progress, RecordFolder, Tell
from auditor.collect.timing.measure import Timed, timed_load
from auditor.model import PageKind, ViewportName

__all__ = ["Named", "named_pages", "time_named"]

WARM_UP_MS = 15_000


@dataclass(frozen=True)
class Named:
    """A page on a screen."""

    kind: PageKind
    url: str
    viewport: ViewportName


def named_pages(urls: Iterable[str], home: str, viewports: Iterable[ViewportName]) -> tuple[Named, ...]:
    """Put each address on each screen; what kind of page it is, its address alone must tell."""
    kinds = {url: PageKind.HOME if url == home else guess_kind("", url).kind for url in urls}
    return tuple(Named(kind, url, viewport) for viewport in viewports for url, kind in kinds.items())


async def time_named(
    visitor: Visitor, folder: RecordFolder, pages: tuple[Named, ...], samples: int, tell: Tell, *, again: bool = False
) -> None:
    """Load each page so often, alone and one after the other; each load is kept before the next begins.

    Raises playwright's Error where the browser breaks.
    """
    total = len(pages) * samples
    tell(Progress("loads", 0, total, "warming up"))
    await _warm_up(visitor, pages[0])
    done = 0
    for page in pages:
        access = access_at(visitor.settings.access, visitor.home, page.url)
        job = Timed(visitor.launched, visitor.who, access, page.kind, page.url, page.viewport)
        for sample in range(1, samples + 1):
            tell(Progress("loads", done, total, f"{page.url} on {page.viewport}, {sample} of {samples}"))
            await visitor.pace(page.url)
            folder.add_load((await timed_load(job, sample)).model_copy(update={"again": again}))
            done += 1
    tell(Progress("loads", done, total, "done"))


async def _warm_up(visitor: Visitor, page: Named) -> None:
    """Open a page once as fast as it comes, so that the first timed load finds browser and server awake."""
    async with guarded_tab(visitor, page.viewport) as tab:
        await visitor.pace(page.url)
        with suppress(Error):  # what is wrong with the page, its timed loads tell
            await tab.page.goto(page.url, wait_until="load", timeout=WARM_UP_MS)
