"""Timed loads of pages that were named: these and nothing else, for a gate and for what it measures again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.collect.closer_look import Visitor
from auditor.collect.crawling.kinds import guess_kind
from auditor.collect.record_folder import Progress, RecordFolder, Tell
from auditor.collect.timing.measure import Timed, timed_load
from auditor.model import PageKind, ViewportName

__all__ = ["Named", "named_pages", "time_named"]


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
    """Load each page so often, alone and one after the other, after one load that warms up and is thrown away.

    Each load is kept before the next begins. Raises playwright's Error where the browser breaks.
    """
    total = len(pages) * samples + 1
    tell(Progress("loads", 0, total, "warming up"))
    done = 0
    for page in pages:
        job = Timed(visitor.launched, visitor.who, visitor.settings.access, page.kind, page.url, page.viewport)
        for sample in range(0 if page is pages[0] else 1, samples + 1):
            await visitor.pace(page.url)
            load = await timed_load(job, sample)
            if sample:
                folder.add_load(load.model_copy(update={"again": again}))
            done += 1
            tell(Progress("loads", done, total, f"{page.url} on {page.viewport}, {sample} of {samples}"))
