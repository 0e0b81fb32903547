"""The probe of an address that cannot exist: whether the shop says so, and helps its lost customer on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import urljoin

from auditor.collect.journey.walk import page_language
from auditor.collect.layers.interruptions import clear_the_way
from auditor.collect.probes.probing import Probe, Probing
from auditor.model import AnyProbe, NotFoundSeen, PageKind

__all__ = ["NOT_FOUND"]

# No shop has a page of this name, and a person who reads the shop's log sees where it came from.
ADDRESS = "cx-audit-no-such-page-7f3a9c"


async def _look(probing: Probing) -> AsyncIterator[AnyProbe]:
    url = urljoin(probing.visitor.home, ADDRESS)
    async with probing.tab() as tab:
        problem = await tab.goto(url)
        if problem:
            yield NotFoundSeen(url=url, problem=problem)
            return
        seen = await tab.look()
        await clear_the_way(tab, seen, probing.visitor.settings.consent, page_language(seen))
        visit = await probing.notebook.visit(tab, PageKind.ERROR, part="probe", depth=None, asked=url)
        yield NotFoundSeen(url=url, landed=visit.url, status=visit.status, visit=visit.id)


NOT_FOUND = Probe("not-found", 20, "asking for a page that does not exist", _look)
