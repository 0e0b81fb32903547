"""The two pages every shop has to show: its terms and what it does with personal data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auditor.derive.page.digest import page_text, site_language
from auditor.derive.sees import Sees
from auditor.derive.service.policies import is_placeholder
from auditor.derive.service.service_pages import Named, each_page, named_pages, pointing_at
from auditor.derive.text.dates import dates_in, last_updated
from auditor.derive.text.same_page import same_page
from auditor.model import Evidence, PageKind, Visit

__all__ = ["LegalPage", "Standing", "legal_page"]

_KINDS = {"terms": PageKind.TERMS, "privacy": PageKind.PRIVACY}
HEAD_CHARS = 300


class Standing(StrEnum):
    """What was found for a legal page, from best to none."""

    READ = "read"
    FILE = "file"
    SHORT = "short"
    PLACEHOLDER = "placeholder"
    UNREAD = "unread"
    DEAD = "dead"
    NONE = "none"


@dataclass(frozen=True)
class LegalPage:
    """A legal page; ``linked`` says that home links to it, ``spoken`` its language where it differs from the shop's."""

    standing: Standing
    linked: bool = False
    words: int = 0
    foreign: str = ""
    dated: date | None = None
    url: str | None = None
    evidence: tuple[Evidence, ...] = ()


def legal_page(sees: Sees, visits: Sequence[Visit], name: str, least_words: int) -> LegalPage:
    """Find the page called "terms" or "privacy"; of several the longest."""
    kind = _KINDS[name]
    named = named_pages(sees, visits, (name,), kind)
    texts = {page: page_text(sees, page) for page in each_page(named.pages)}
    linked = named.on(PageKind.HOME) or any(_pressed_on_home(visits, page) for page in texts)
    if not texts:
        return _without_text(named, linked=linked)
    # A page that is called so says more than one that merely lies behind a link of that name.
    page = max(texts, key=lambda one: (one.kind is kind, len(texts[one].split())))
    text, words = texts[page], len(texts[page].split())
    standing = Standing.READ if words >= least_words else Standing.SHORT
    usual, spoken = site_language(sees), site_language(sees, page)
    return LegalPage(
        Standing.PLACEHOLDER if is_placeholder(text) else standing,
        linked,
        words,
        spoken if spoken != usual else "",
        last_updated(text) or max(dates_in(text[:HEAD_CHARS]), default=None),
        page.url,
        (pointing_at(page), *_leading(named, page)),
    )


def _pressed_on_home(visits: Sequence[Visit], page: Visit) -> bool:
    """Say whether home has the control that shows a page without an address of its own."""
    home = (visit for visit in visits if visit.kind is PageKind.HOME)
    return bool(page.opened_by) and any(page.opened_by in visit.facts.text for visit in home)


def _leading(named: Named, page: Visit) -> tuple[Evidence, ...]:
    """Point at the first link to a page."""
    asked = (page.url, page.redirected_from)
    links = ((v, link) for v, link in named.links if any(one and same_page(one, link.href) for one in asked))
    return tuple(pointing_at(visit, link.said, link.selector) for visit, link in list(links)[:1])


def _without_text(named: Named, *, linked: bool) -> LegalPage:
    if not named.links:
        return LegalPage(Standing.NONE)
    url = named.links[0][1].href
    file = any(link.href.partition("?")[0].lower().endswith((".pdf", ".docx", ".doc")) for _visit, link in named.links)
    standing = Standing.FILE if file else Standing.UNREAD if named.unread else Standing.DEAD
    return LegalPage(standing, linked, url=url, evidence=named.evidence)
