"""What a shop shows to a customer whose address leads nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.derive.discovery.functions import search_of
from auditor.derive.page.digest import site_language
from auditor.derive.page.fields import is_search
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import leads_somewhere, same_page
from auditor.model import Link, NotFoundSeen, PageKind, Visit

__all__ = ["FEW_LINKS", "LostSeen", "lost_seen"]

FEW_LINKS = 3
_MISSING = {404, 410}
_REFUSED = {401, 403, 407, 429}


@dataclass(frozen=True)
class LostSeen:
    """The page for a missing address: told as missing, with a search, ways on, the shop's language and its frame.

    ``told`` is null where the shop refused to answer at all; ``sent_home`` says that it showed the home page instead.
    """

    page: Visit
    told: bool | None
    sent_home: bool
    search: bool
    ways_on: int
    language: bool
    framed: bool


def lost_seen(sees: Sees, visits: Sequence[Visit]) -> LostSeen | None:
    """Read the page that the probe of a missing address got; None where there was no such probe."""
    probe = next(iter(sees.recording.probes(NotFoundSeen)), None)
    page = next((visit for visit in visits if probe and visit.id == probe.visit), None)
    home = next((visit for visit in visits if visit.kind is PageKind.HOME), None)
    if probe is None or page is None or home is None:
        return None
    status = probe.status or 200
    refused = status in _REFUSED or status >= 500
    shared = _shared(page, home)
    return LostSeen(
        page,
        told=None if refused else status in _MISSING,
        sent_home=same_page(page.url, home.url) or bool(page.title and page.title == home.title),
        search=_search_as_home(page, home)
        or (brought := search_of(sees, (page,), page.viewport)).field
        or brought.one_press,
        ways_on=len(shared) + len(_own_links(page, home)),
        language=site_language(sees, page) == site_language(sees, home),
        framed=len(shared) >= FEW_LINKS,
    )


def _shared(page: Visit, home: Visit) -> set[str]:
    """Return what links of both pages say; their addresses may carry another session."""
    known = {link.said for link in home.facts.links if _seen(link) and link.said}
    return {link.said for link in page.facts.links if _seen(link) and link.said in known}


def _own_links(page: Visit, home: Visit) -> set[str]:
    return {link.said for link in page.facts.links if _seen(link) and link.area == "main"} - _shared(page, home)


def _seen(link: Link) -> bool:
    return (link.visible or link.revealed) and leads_somewhere(link.href)


def _search_as_home(page: Visit, home: Visit) -> bool:
    """Say whether the page brings the same search behind a press as home does."""
    names = {one.name for one in home.facts.fields if is_search(one)}
    return any(is_search(one) and one.name in names for one in page.facts.fields)
