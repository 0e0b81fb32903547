"""Links that lead nowhere and pictures that do not load, with the pages that hold them.

A shop that answers a missing page as if it were there tells nothing by its status: its page for what is missing is
then known from the probe that asked for one, and an address that was not opened counts neither way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.derive.page.digest import page_text
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import same_page
from auditor.model import Evidence, LinksSeen, NotFoundSeen, PageKind, Visit

__all__ = ["DeadLink", "LinkTally", "is_missing_page", "tally_links"]

# Robots are turned away with these: nothing is known about the page then.
TURNED_AWAY = frozenset({401, 403, 405, 407, 429, 451, 999})
GONE = frozenset({404, 410})
BAD = 400
LONG_CHAIN = 2
# What a page for missing addresses says again and again; the rest may name the address.
ALIKE = 0.8


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


@dataclass(frozen=True)
class _Answer:
    """How an address of the shop answered; ``missing`` says that its page is the one for missing addresses."""

    status: int
    where: Evidence
    missing: bool = False


def tally_links(sees: Sees, visits: Sequence[Visit]) -> LinkTally:
    """Count opened pages and asked addresses, each once; what turns robots away is neither whole nor broken."""
    answers_all = _answers_all(sees)
    answers = _opened(sees, visits, _missing_page(sees, visits) if answers_all else None)
    external: list[DeadLink] = []
    chains: list[DeadLink] = []
    unsure = 0
    for seen in sees.recording.probes(LinksSeen):
        for link in seen.links:
            where = Evidence(page=link.found_on or visits[0].id, selector=link.selector, excerpt=link.text or link.url)
            if link.external:
                external += [DeadLink(link.url, link.status, where, external=True)] if link.status in GONE else []
            elif link.status is None or (answers_all and link.status < BAD):
                unsure += 1
            else:
                answers.setdefault(link.url, _Answer(link.status, where))
            if not link.external and link.hops > LONG_CHAIN:
                chains.append(DeadLink(link.url, link.status, where))
    known = {url: one for url, one in answers.items() if one.status not in TURNED_AWAY}
    broken = (DeadLink(url, one.status, one.where) for url, one in known.items() if one.status >= BAD or one.missing)
    return LinkTally(
        asked=len(known),
        unsure=unsure + len(answers) - len(known),
        broken=tuple(broken),
        external=tuple(external),
        pictures=tuple(_pictures(visits)),
        chains=tuple(chains),
    )


def is_missing_page(sees: Sees, visit: Visit) -> bool:
    """Say whether a page is the one that the shop shows for addresses that do not exist, though it answers as whole."""

    def known() -> Visit | None:
        return _missing_page(sees, sees.recording.visits) if _answers_all(sees) else None

    lost: Visit | None = sees.memo("the page for what is missing", known)
    return lost is not None and _says_the_same(sees, visit, lost)


def _opened(sees: Sees, visits: Sequence[Visit], lost: Visit | None) -> dict[str, _Answer]:
    """Return how each page answered that was opened as a customer would open it, by the address that was asked for."""
    found: dict[str, _Answer] = {}
    for visit in visits:
        asked = visit.redirected_from or visit.url
        counts = visit.part in {"crawl", "pages", "walk"} and visit.status is not None
        if counts and not any(same_page(asked, known) for known in found):
            missing = lost is not None and _says_the_same(sees, visit, lost)
            found[asked] = _Answer(visit.status or 0, _linked_from(visits, asked, visit), missing)
    return found


def _answers_all(sees: Sees) -> bool:
    """Say whether the shop answered an address that cannot exist as if it were there."""
    return any(one.status and one.status < BAD for one in sees.recording.probes(NotFoundSeen))


def _missing_page(sees: Sees, visits: Sequence[Visit]) -> Visit | None:
    """Return the page that the shop shows for a missing address; its home page instead tells nothing."""
    asked = {one.visit for one in sees.recording.probes(NotFoundSeen)}
    homes = [visit for visit in visits if visit.kind is PageKind.HOME]
    lost = next((visit for visit in visits if visit.id in asked), None)
    return None if lost is None or any(_says_the_same(sees, home, lost) for home in homes) else lost


def _says_the_same(sees: Sees, visit: Visit, lost: Visit) -> bool:
    own, known = (set(page_text(sees, one).split("\n")) - {""} for one in (visit, lost))
    return bool(known) and visit.title == lost.title and len(own & known) >= ALIKE * len(own | known)


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
