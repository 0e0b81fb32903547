"""The shop's own answers to questions: how many, about what, and whether they can be searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from auditor.derive.page.digest import Digest, digest_of, page_text, site_language
from auditor.derive.page.fields import is_search
from auditor.derive.page.structured import strings, type_of
from auditor.derive.sees import Sees
from auditor.derive.service.service_pages import Named, each_page, named_pages
from auditor.derive.text.dates import last_updated
from auditor.derive.text.same_page import same_page
from auditor.model import PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["TOPICS", "HelpSeen", "help_seen"]

TOPICS = ("order", "payment", "delivery", "returns", "warranty", "account", "product", "contact")
# A page of contacts that answers this many questions is a page of answers as well.
FEW_QUESTIONS = 3
LONGEST_HEADING = 120
SURE_HEADING = 0.9
_QUESTION = re.compile(r"^[^?]{6,160}\?$")


@dataclass(frozen=True)
class HelpSeen:
    """Pages that answer questions; ``named`` are the links that speak of such a page."""

    named: Named
    pages: tuple[Visit, ...] = ()
    questions: int = 0
    topics: tuple[str, ...] = ()
    searchable: bool = False
    updated: date | None = None


def help_seen(sees: Sees, visits: Sequence[Visit]) -> HelpSeen:
    """Look for pages of questions and answers, be they pages of their own or parts of others that are headed so."""
    named = named_pages(sees, visits, ("faq_help",), PageKind.FAQ)
    others = (visit for visit in visits if visit.kind is PageKind.CONTACT or _headed(sees, visit))
    beside = (visit for visit in others if len(_questions(sees, visit)) >= FEW_QUESTIONS)
    pages = tuple(one for one in each_page((*named.pages, *beside)) if _answers(sees, one))
    said = [line for page in pages for line in _headings(sees, page)]
    return HelpSeen(
        named,
        pages,
        questions=len({question for page in pages for question in _questions(sees, page)}),
        topics=tuple(topic for topic in TOPICS if any(wording(f"help_{topic}").search(line) for line in said)),
        searchable=any(_searchable(visits, page) for page in pages),
        updated=max((found for page in pages if (found := last_updated(page_text(sees, page)))), default=None),
    )


def _headed(sees: Sees, visit: Visit) -> bool:
    """Say whether a heading of a page names questions and answers."""
    language = site_language(sees, visit)
    hits = (load_vocabulary().match("faq_help", one, language) for one in digest_of(sees, visit).outline.headings)
    return any(hit is not None and hit.strength >= SURE_HEADING for hit in hits)


def _answers(sees: Sees, visit: Visit) -> bool:
    """Say whether a page answers anything: questions, or a list of topics that leads to answers."""
    topics = {topic for topic in TOPICS for line in _headings(sees, visit) if wording(f"help_{topic}").search(line)}
    return bool(_questions(sees, visit)) or len(topics) >= FEW_QUESTIONS


def _questions(sees: Sees, visit: Visit) -> frozenset[str]:
    lines = (line.strip() for line in page_text(sees, visit).split("\n"))
    asked = {" ".join(line.lower().split()) for line in lines if _QUESTION.match(line)}
    return frozenset(asked | {" ".join(one.lower().split()) for one in _marked(digest_of(sees, visit))})


def _marked(digest: Digest) -> Iterator[str]:
    """Yield the questions that a page marks up for machines."""
    for item in (*digest.items, *digest.microdata):
        entries = item.get("mainEntity") if "FAQPage" in type_of(item) else None
        for one in entries if isinstance(entries, list) else [entries]:
            if isinstance(one, dict):
                yield from strings(one.get("name"))[:1]


def _headings(sees: Sees, visit: Visit) -> Iterator[str]:
    """Yield the short lines of a page: headings, questions and links to answers, not the answers themselves."""
    yield from (line for line in page_text(sees, visit).split("\n") if len(line) <= LONGEST_HEADING)


def _searchable(visits: Sequence[Visit], page: Visit) -> bool:
    """Say whether a page has a search of its own, besides the one of the whole shop."""
    home = (visit for visit in visits if visit.kind is PageKind.HOME)
    shops = {one.form_action for visit in home for one in visit.facts.fields if is_search(one)}
    fields = (one for one in page.facts.fields if one.visible and is_search(one))
    return any(not any(same_page(one.form_action, shop) for shop in shops) for one in fields)
