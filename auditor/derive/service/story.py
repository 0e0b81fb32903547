"""How a shop tells of itself: the page about it, its values and people, and news that are not old."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from auditor.derive.page.digest import digest_of, page_text, site_language
from auditor.derive.sees import Sees
from auditor.derive.service.policies import is_placeholder
from auditor.model import Evidence, PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["Story", "story_of"]

# Menus and labels are no story.
SENTENCE_WORDS = 6
SURE = 0.7
NEWS = frozenset({PageKind.ABOUT, PageKind.GUIDE, PageKind.OTHER, PageKind.HOME})
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(20\d{2})(?!\d)")
_ISO = re.compile(r"(20\d{2})-(\d{2})-(\d{2})")


@dataclass(frozen=True)
class Story:
    """The page about the shop and what it tells; ``linked`` says that a link to one was seen."""

    page: Visit | None = None
    words: int = 0
    values: bool = False
    people: bool = False
    fresh: bool = False
    placeholder: bool = False
    linked: bool = False
    excerpt: str = ""
    evidence: tuple[Evidence, ...] = ()


def story_of(sees: Sees, visits: Sequence[Visit], fresh_days: int) -> Story:
    """Read the longest page about the shop; news count wherever a page carries their date."""
    pages = [one for one in visits if one.kind is PageKind.ABOUT and (one.status or 200) < 400]
    frame = {
        line
        for one in visits
        if one.kind not in {PageKind.ABOUT, PageKind.ERROR}
        for line in page_text(sees, one).split("\n")
    }
    texts = {one.id: _sentences(page_text(sees, one), frame) for one in pages}
    page = max(pages, key=lambda one: len(texts[one.id].split()), default=None)
    news = next((found for one in visits if one.kind in NEWS and (found := _news(sees, one, fresh_days))), None)
    links = [
        Evidence(page=visit.id, selector=link.selector, excerpt=link.said)
        for visit in visits
        if visit.kind is PageKind.HOME
        for link in visit.facts.links
        if _about(link.said, site_language(sees, visit))
    ][:2]
    if page is None:
        home = next((one for one in visits if one.kind is PageKind.HOME), None)
        nowhere = (Evidence(page=home.id, screenshot=home.screenshot),) if home else ()
        return Story(fresh=news is not None, linked=bool(links), evidence=tuple(links) or nowhere)
    text = texts[page.id]
    shown = any(picture.area == "main" and picture.visible and picture.width >= 80 for picture in page.facts.images)
    return Story(
        page=page,
        words=len(text.split()),
        values=bool(wording("values").search(text)),
        people=bool(wording("people_behind").search(text)) or (shown and page.kind is PageKind.ABOUT),
        fresh=news is not None,
        placeholder=is_placeholder(page_text(sees, page)),
        linked=True,
        excerpt=text[:160],
        evidence=(news,) if news else (),
    )


def _about(said: str, language: str) -> bool:
    hit = load_vocabulary().match("imprint_company", said, language) if said else None
    return hit is not None and hit.strength >= SURE


def _sentences(text: str, frame: Container[str]) -> str:
    """Keep the lines that are sentences; what other pages say as well is the frame of the shop, and no story."""
    return " ".join(line for line in text.split("\n") if len(line.split()) >= SENTENCE_WORDS and line not in frame)


def _news(sees: Sees, visit: Visit, fresh_days: int) -> Evidence | None:
    """Return a date of the past year on a page, printed beside news; one of a review, an order or a policy is none."""
    today = sees.site.started_at.date()
    digest = digest_of(sees, visit)
    if visit.kind is PageKind.HOME and not digest.outline.dates:
        return None  # a campaign's last day is no news
    printed = "" if visit.kind is PageKind.HOME else digest.main
    for told in (*digest.outline.dates, *(hit[0] for hit in _NUMERIC.finditer(printed))):
        day = _day(told)
        if day and 0 <= (today - day).days <= fresh_days:
            return Evidence(page=visit.id, excerpt=told, screenshot=visit.screenshot)
    return None


def _day(told: str) -> date | None:
    iso, numeric = _ISO.search(told), _NUMERIC.search(told)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        return date(int(numeric[3]), int(numeric[2]), int(numeric[1])) if numeric else None
    except ValueError:
        return None
