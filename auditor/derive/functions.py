"""Functions a shop may offer on its pages: search, newsletter, wish list; seen, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.derive.addresses import leads_somewhere
from auditor.derive.digest import FormText, digest_of, site_language
from auditor.derive.fields import is_newsletter, is_search
from auditor.derive.sees import Sees
from auditor.model import Evidence, Field, PageKind, ViewportName, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["Newsletter", "SearchSeen", "newsletter_of", "search_of", "wishlist_of"]

_HEART = re.compile("[♡♥❤🤍🖤💛💚💙💜]")
_GOODS_PATH = re.compile(
    r"/(?:collections|category|categories|c|tuote-osasto|product-category|kategoria|kategori|taxons|osasto)/", re.I
)


@dataclass(frozen=True)
class SearchSeen:
    """How the site search shows itself on one screen: a field at once, or behind one press."""

    field: bool = False
    one_press: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Newsletter:
    """A newsletter sign-up as seen; ``via`` is form, link or popup."""

    present: bool = False
    via: str | None = None
    typed: int = 1
    benefit: bool = False
    pre_ticked: bool = False
    privacy_link: bool = False
    evidence: tuple[Evidence, ...] = ()


def search_of(sees: Sees, visits: Sequence[Visit], viewport: ViewportName) -> SearchSeen:
    """Look for a usable site search on one screen's pages, the home page first."""
    ordered = sorted((one for one in visits if one.viewport is viewport), key=lambda one: one.kind is not PageKind.HOME)
    for visit in ordered[:5]:
        seen = _search_on(sees, visit)
        if seen.field or seen.one_press:
            return seen
    return SearchSeen()


def newsletter_of(sees: Sees, visits: Sequence[Visit]) -> Newsletter:
    """Look for a newsletter sign-up: a form a visitor sees, else a link to one, else a form that only pops up."""
    hidden: Newsletter | None = None
    for visit in visits:
        if visit.kind in {PageKind.CHECKOUT, PageKind.LOGIN, PageKind.CART}:
            continue
        form = next((one for one in digest_of(sees, visit).forms if _is_newsletter_form(one)), None)
        field = next(
            (one for one in visit.facts.fields if one.visible and _takes_mail(one) and (form or is_newsletter(one))),
            None,
        )
        if field:
            return _signup(visit, form, field)
        hidden = hidden or (_signup(visit, form, None) if form else None)
    return _newsletter_link(sees, visits) or hidden or Newsletter()


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


def _heart(text: str) -> bool:
    """Say whether a control is a heart, alone or with a word for saving beside it."""
    beside = _HEART.sub("", text).strip("\ufe0e\ufe0f ")
    return bool(_HEART.search(text)) and (not beside or bool(wording("saving_words").search(beside)))


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
        if (hit and hit.strength >= 0.7 and (fields or not href)) or (to_search and (hit or not text)):
            return SearchSeen(
                one_press=True, evidence=(Evidence(page=visit.id, selector=selector, excerpt=text or href),)
            )
    return SearchSeen()


def _said(field: Field) -> str:
    return field.label or field.placeholder or field.name


def _is_newsletter_form(form: FormText) -> bool:
    words = load_vocabulary()
    if (
        not form.emails
        or form.passwords
        or form.areas
        or form.typed > 4
        or wording("not_a_newsletter").search(form.text)
    ):
        return False
    near = f"{form.text} {form.action.replace('/', ' ').replace('-', ' ').replace('_', ' ')}"
    alone = form.typed == 1 and bool(wording("subscribing").search(form.text))
    return alone or any(words.mentions("newsletter", text) for text in (near, form.around))


def _takes_mail(field: Field) -> bool:
    said = f"{field.label} {field.placeholder} {field.name} {field.id}".lower()
    return field.type == "email" or (
        field.type == "text" and bool(re.search(r"e-?mail|sähköposti|e-?post|meili", said))
    )


def _signup(visit: Visit, form: FormText | None, field: Field | None) -> Newsletter:
    words = load_vocabulary()
    told = f"{form.text} {form.around}" if form else visit.facts.text
    links = form.links if form else ()
    excerpt = (_said(field) if field else "") or (form.text[:120] if form else "")
    evidence = Evidence(
        page=visit.id, selector=field.selector if field else "", excerpt=excerpt, screenshot=visit.screenshot
    )
    return Newsletter(
        present=True,
        via="form" if field else "popup",
        typed=form.typed if form else 1,
        benefit=bool(wording("newsletter_benefit").search(told)) if form else False,
        pre_ticked=bool(form and form.ticked),
        privacy_link=any(words.slug("privacy", one.href) or words.match("privacy", one.text) for one in links),
        evidence=(evidence,),
    )


def _newsletter_link(sees: Sees, visits: Sequence[Visit]) -> Newsletter | None:
    words = load_vocabulary()
    for visit in visits:
        for link in visit.facts.links:
            hit = words.match("newsletter", link.said, site_language(sees, visit))
            about = (
                hit is not None and hit.strength >= 0.7 and (" " in hit.phrase or words.slug("newsletter", link.href))
            )
            if about and (link.visible or link.revealed) and leads_somewhere(link.href):
                evidence = Evidence(page=visit.id, selector=link.selector, excerpt=link.said)
                return Newsletter(present=True, via="link", evidence=(evidence,))
    return None
