"""Links that lead nowhere and pictures that do not load, with the pages that hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.derive.sees import Sees
from auditor.derive.text.same_page import same_page
from auditor.model import Evidence, LinksSeen, PageKind, Visit

__all__ = ["DeadLink", "LinkTally", "tally_links"]

# Robots are turned away with these: nothing is known about the page then.
TURNED_AWAY = frozenset({401, 403, 405, 407, 429, 451, 999})
GONE = frozenset({404, 410})
LONG_CHAIN = 2


@dataclass(frozen=True)
class DeadLink:
    """An address that does not answer as it should, and where it is linked."""

    url: str
    status: int | None
    evidence: Evidence
    external: bool = False


@dataclass(frozen=True)
class LinkTally:
    """How many addresses of the shop were asked, which are broken, and what else was seen."""

    asked: int = 0
    unsure: int = 0
    broken: tuple[DeadLink, ...] = ()
    external: tuple[DeadLink, ...] = ()
    pictures: tuple[DeadLink, ...] = ()
    chains: tuple[DeadLink, ...] = ()


def tally_links(sees: Sees, visits: Sequence[Visit]) -> LinkTally:
    """Count opened pages and asked addresses, each once; what turns robots away is neither whole nor broken."""
    opened = [one for one in visits if one.part in {"crawl", "pages", "walk"} and one.status is not None]
    statuses: dict[str, tuple[int, Evidence]] = {}
    for visit in opened:
        asked = visit.redirected_from or visit.url
        if not any(same_page(asked, known) for known in statuses):
            statuses[asked] = (visit.status or 0, _linked_from(visits, asked, visit))
    external: list[DeadLink] = []
    chains: list[DeadLink] = []
    unsure = 0
    for seen in sees.recording.probes(LinksSeen):
        for link in seen.links:
            where = Evidence(page=link.found_on or visits[0].id, selector=link.selector, excerpt=link.text or link.url)
            if link.external:
                external += [DeadLink(link.url, link.status, where, external=True)] if link.status in GONE else []
            elif link.status is None:
                unsure += 1
            else:
                statuses.setdefault(link.url, (link.status, where))
            if not link.external and link.hops > LONG_CHAIN:
                chains.append(DeadLink(link.url, link.status, where))
    known = {url: pair for url, pair in statuses.items() if pair[0] not in TURNED_AWAY}
    broken = tuple(DeadLink(url, status, where) for url, (status, where) in known.items() if status >= 400)
    return LinkTally(
        asked=len(known),
        unsure=unsure + len(statuses) - len(known),
        broken=broken,
        external=tuple(external),
        pictures=tuple(_pictures(visits)),
        chains=tuple(chains),
    )


def _linked_from(visits: Sequence[Visit], url: str, page: Visit) -> Evidence:
    """Point at the first link to an address; a page that nobody links to speaks for itself."""
    for visit in visits:
        for link in visit.facts.links:
            if link.href and visit is not page and same_page(link.href, url):
                return Evidence(page=visit.id, selector=link.selector, excerpt=link.said or url)
    return Evidence(page=page.id, excerpt=url)


def _pictures(visits: Sequence[Visit]) -> list[DeadLink]:
    """Find pictures in sight that were asked for and not got, of pages that load pictures; each address once."""
    found: dict[str, DeadLink] = {}
    for visit in visits:
        if visit.part == "crawl" or visit.kind is PageKind.ERROR:
            continue  # the crawl loads no pictures
        for picture in visit.facts.images:
            if picture.broken and picture.visible and picture.src:
                where = Evidence(page=visit.id, excerpt=picture.alt or picture.src[-120:], screenshot=visit.screenshot)
                found.setdefault(picture.src, DeadLink(picture.src, None, where))
    return list(found.values())
