"""Functions a shop may offer on its pages: search and wish list; seen, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.derive.page.digest import site_language
from auditor.derive.page.fields import is_search
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import leads_somewhere
from auditor.model import Evidence, Field, PageKind, SearchAsked, ViewportName, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["SearchSeen", "asked_for_search", "is_bare_heart", "search_of", "wishlist_behind_login", "wishlist_of"]

# The last is the name of a heart in a font of icons, which a page shows as its picture.
_HEART = re.compile("[♡♥❤🤍🖤💛💚💙💜]|\\bfavorite_(?:border|outline)\\b")
# A link that says nothing but "Search" leads to a page that does it.
NOTHING_BUT = 0.95
_GOODS_PATH = re.compile(
    r"/(?:collections|category|categories|c|tuote-osasto|product-category|kategoria|kategori|taxons|osasto)/", re.I
)


@dataclass(frozen=True)
class SearchSeen:
    """How the site search shows itself on one screen: a field at once, or behind one press."""

    field: bool = False
    one_press: bool = False
    evidence: tuple[Evidence, ...] = ()


def search_of(sees: Sees, visits: Sequence[Visit], viewport: ViewportName) -> SearchSeen:
    """Look for a usable site search on one screen's pages, the home page first."""
    for visit in asked_for_search(visits, viewport):
        seen = _search_on(sees, visit)
        if seen.field or seen.one_press:
            return seen
    return SearchSeen()


def asked_for_search(visits: Sequence[Visit], viewport: ViewportName) -> list[Visit]:
    """Return the pages of one screen on which a search is looked for, the home page first."""
    ordered = sorted((one for one in visits if one.viewport is viewport), key=lambda one: one.kind is not PageKind.HOME)
    return ordered[:5]


def wishlist_of(sees: Sees, visits: Iterable[Visit]) -> tuple[Evidence, ...]:
    """Return where a wish list control was seen; a category of favourites, a heading, or a dead link is none."""
    words = load_vocabulary()
    found: list[Evidence] = []
    for visit in visits:
        language = site_language(sees, visit)
        said = [(button, "", "") for button in visit.facts.buttons]
        said += [
            (link.said, link.href, link.selector)
            for link in visit.facts.links
            if (link.visible or link.revealed) and leads_somewhere(link.href)
        ]
        for text, href, selector in said:
            hit = words.match("wishlist", text, language)
            slug = bool(href) and words.slug("wishlist", href) and not _GOODS_PATH.search(href)
            sure = bool(
                hit
                and hit.strength >= 0.7
                and (wording("saving_words").search(text) or slug)
                and not (href and _GOODS_PATH.search(href))
            )
            if sure or _heart(text) or (slug and (hit or not text)):
                found.append(
                    Evidence(page=visit.id, selector=selector, excerpt=text or href, screenshot=visit.screenshot)
                )
                break
    return tuple(found[:3])


def is_bare_heart(seen: Evidence) -> bool:
    """Say whether a control was a heart and nothing else: it mostly saves, but may as well say that one likes it."""
    return bool(_HEART.search(seen.excerpt)) and not _beside(seen.excerpt)


def wishlist_behind_login(sees: Sees, visits: Iterable[Visit]) -> Evidence | None:
    """Return where a link that speaks of a wish list leads to the sign-in instead."""
    words = load_vocabulary()
    for visit in visits:
        language = site_language(sees, visit)
        for link in visit.facts.links:
            hit = words.match("wishlist", link.said, language) if link.visible or link.revealed else None
            if hit and hit.strength >= 0.7 and words.slug("log_in", link.href.partition("?")[0]):
                return Evidence(page=visit.id, selector=link.selector, excerpt=link.said, screenshot=visit.screenshot)
    return None


def _heart(text: str) -> bool:
    """Say whether a control is a heart, alone or with a word for saving beside it."""
    beside = _beside(text)
    return bool(_HEART.search(text)) and (not beside or bool(wording("saving_words").search(beside)))


def _beside(text: str) -> str:
    return _HEART.sub("", text).strip("\ufe0e\ufe0f ")


def _search_on(sees: Sees, visit: Visit) -> SearchSeen:
    words, language = load_vocabulary(), site_language(sees, visit)
    fields = [one for one in visit.facts.fields if is_search(one)]
    shown = next((one for one in fields if one.visible and one.enabled), None)
    if shown:
        return SearchSeen(
            field=True, evidence=(Evidence(page=visit.id, selector=shown.selector, excerpt=_said(shown)),)
        )
    links = [(one.said, one.href, one.selector) for one in visit.facts.links if one.visible]
    for text, href, selector in [*((button, "", "") for button in visit.facts.buttons), *links]:
        hit = words.match("search", text, language)
        to_search = bool(href) and leads_somewhere(href) and words.slug("search", href)
        plainly = hit and hit.strength >= NOTHING_BUT and (leads_somewhere(href) or not _dead(sees))
        if (hit and hit.strength >= 0.7 and (fields or not href)) or (to_search and (hit or not text)) or plainly:
            return SearchSeen(
                one_press=True, evidence=(Evidence(page=visit.id, selector=selector, excerpt=text or href),)
            )
    return SearchSeen()


def _dead(sees: Sees) -> bool:
    """Say whether the search was tried and could not be used: a link without an address may open it by a script."""
    asked = [one for one in sees.recording.probed if isinstance(one, SearchAsked) and one.query]
    return bool(asked) and all(one.problem for one in asked)


def _said(field: Field) -> str:
    return field.label or field.placeholder or field.name
