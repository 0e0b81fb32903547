"""What gives customers a reason to come back: links by their words, texts by theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from auditor.derive.page.digest import digest_of, page_text, site_language
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import leads_somewhere
from auditor.derive.visit.services import services_of
from auditor.model import Evidence, Link, PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.denied import found_in
from auditor.vocabulary.wordings import wording

__all__ = [
    "BUYING",
    "Programme",
    "account_benefits",
    "gift_cards",
    "links_to",
    "programme_of",
    "referral",
    "stock_alert",
]

SURE = 0.7
SINGLE_WORD = 9
BESIDE = 400  # signs between the word for an account and what it is good for
# Where what a customer may join is told at the moment of buying.
BUYING = frozenset({PageKind.PRODUCT, PageKind.CART, PageKind.CHECKOUT})


@dataclass(frozen=True)
class Programme:
    """A loyalty programme as its pages tell of it; ``link`` is where it was found, ``page`` the page that was read."""

    link: Evidence | None = None
    page: Visit | None = None
    service: str | None = None
    benefits: tuple[str, ...] = ()
    joining: bool = False
    terms: bool = False
    at_purchase: bool = False
    member_price: Evidence | None = None
    evidence: tuple[Evidence, ...] = field(default=())


def links_to(sees: Sees, visits: Iterable[Visit], intent: str) -> Iterator[Evidence]:
    """Yield links and buttons a visitor can reach that mean an intent by their whole label or its beginning.

    A single short word, which may begin a product's name, has to be the whole label or to agree with the address.
    """
    words = load_vocabulary()
    for visit in visits:
        language = site_language(sees, visit)
        for link in visit.facts.links:
            if not (link.visible or link.revealed) or not leads_somewhere(link.href):
                continue
            hit = words.match(intent, link.said, language)
            if hit and hit.strength >= SURE and (_whole(hit.phrase, hit.how) or words.slug(intent, link.href)):
                yield _at(visit, link)


def _whole(phrase: str, how: str) -> bool:
    return how == "exact" or " " in phrase or len(phrase) >= SINGLE_WORD


def programme_of(sees: Sees, visits: tuple[Visit, ...]) -> Programme:
    """Look for a loyalty programme: a service, a link to it, its own page, and where a buyer is told of it."""
    service = services_of(visits, "loyalty")
    link = next(links_to(sees, visits, "loyalty_programme"), None)
    pages = [visit for visit in visits if visit.kind is PageKind.LOYALTY]
    page = next((one for one in pages if found_in(wording("loyalty_told"), page_text(sees, one), clause=True)), None)
    text = page_text(sees, page) if page else ""
    benefits = tuple(dict.fromkeys(hit.group() for hit in wording("loyalty_benefit").finditer(text)))
    buying = [visit for visit in visits if visit.kind in BUYING]
    told = any(found_in(wording("loyalty_told"), digest_of(sees, visit).main, clause=True) for visit in buying)
    joins = page is not None and (
        any(form.emails for form in digest_of(sees, page).forms if wording("joining").search(form.text))
        or any(wording("joining").search(one.said) for one in page.facts.links)
        or any(wording("joining").search(said) for said in page.facts.buttons)
    )
    names = tuple(service.values())
    return Programme(
        link=link,
        page=page,
        service=next(iter(service), None),
        benefits=benefits[:6],
        joining=joins,
        terms=bool(wording("loyalty_terms").search(text)),
        at_purchase=told,
        member_price=next(_saying(visits, "member_price"), None),
        evidence=(*((link,) if link else ()), *((_on(page),) if page else ()), *names),
    )


def referral(sees: Sees, visits: tuple[Visit, ...]) -> Evidence | None:
    """Return where a customer is asked to bring a friend."""
    return next(links_to(sees, visits, "referral"), None)


def gift_cards(sees: Sees, visits: tuple[Visit, ...]) -> Evidence | None:
    """Return where a gift card is sold; a field for one at the checkout is none."""
    return next(links_to(sees, visits, "gift_card"), None)


def stock_alert(sees: Sees, visits: tuple[Visit, ...]) -> tuple[Evidence | None, Evidence | None]:
    """Return where a stock alert was seen, and a sold-out product's page where one should have been."""
    words = load_vocabulary()
    sold_out: Evidence | None = None
    for visit in (one for one in visits if one.kind is PageKind.PRODUCT):
        said = (*visit.facts.buttons, *(form.text for form in digest_of(sees, visit).forms))
        alert = next((one for one in said if words.mentions("back_in_stock", one)), None)
        if alert:
            return Evidence(page=visit.id, excerpt=alert[:120], screenshot=visit.screenshot), sold_out
        gone = visit.facts.goods is not None and visit.facts.goods.sells and visit.facts.goods.sold_out
        sold_out = sold_out or (_on(visit) if gone else None)
    return None, sold_out


def account_benefits(sees: Sees, visits: tuple[Visit, ...]) -> tuple[Evidence | None, bool]:
    """Return where a customer is told what an account is good for, and whether a page about accounts was read."""
    read = False
    for visit in visits:
        if visit.kind not in {PageKind.LOGIN, PageKind.CHECKOUT}:
            continue
        text = digest_of(sees, visit).main
        for made in wording("account_made").finditer(text):
            read = True
            near = text[max(0, made.start() - BESIDE) : made.end() + BESIDE]
            hit = wording("account_benefit").search(near)
            if hit:
                said = " ".join(near[max(0, hit.start() - 60) : hit.end() + 40].split())
                return Evidence(page=visit.id, excerpt=said, screenshot=visit.screenshot), True
    return None, read


def _saying(visits: Iterable[Visit], name: str) -> Iterator[Evidence]:
    for visit in visits:
        hit = found_in(wording(name), visit.facts.text, clause=True)
        if hit:
            yield Evidence(page=visit.id, excerpt=hit.group(), screenshot=visit.screenshot)


def _on(visit: Visit) -> Evidence:
    return Evidence(page=visit.id, excerpt=visit.title, screenshot=visit.screenshot)


def _at(visit: Visit, link: Link) -> Evidence:
    return Evidence(page=visit.id, selector=link.selector, excerpt=link.said, screenshot=visit.screenshot)
