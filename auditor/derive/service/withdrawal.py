"""The right of withdrawal as a shop tells it, and the function on its site by which a customer uses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.derive.page.digest import digest_of, page_text
from auditor.derive.page.fields import is_newsletter, is_search
from auditor.derive.sees import Sees
from auditor.derive.service.policies import read_policy
from auditor.derive.service.service_pages import (
    Named,
    asks_to_sign_in,
    each_page,
    means,
    named_pages,
    pointing_at,
    sentences,
)
from auditor.derive.text.same_page import same_page
from auditor.derive.text.spans import Span, spans_in
from auditor.model import Evidence, Field, Link, PageKind, Visit
from auditor.vocabulary.denied import found_in
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = [
    "INFORMATION",
    "FunctionSeen",
    "InformationSeen",
    "Way",
    "asked_for_withdrawal",
    "withdrawal_function_of",
    "withdrawal_information",
]

INFORMATION = ("days", "how", "cost", "refund", "form", "exceptions", "function")
SURE = 0.8
LONGEST_LABEL = 80
LATEST_REFUND = 60
FAR = 60
_TOLD_ON = (PageKind.WITHDRAWAL, PageKind.RETURNS, PageKind.TERMS, PageKind.FAQ, PageKind.DELIVERY, PageKind.OTHER)
_ASKED = {Purpose.EMAIL, Purpose.FULL_NAME, Purpose.FAMILY_NAME, Purpose.GIVEN_NAME}


class Way(StrEnum):
    """How a customer withdraws on the site, from best to none."""

    FORM = "form"
    NAMED = "named"
    LOGIN = "login"
    TOLD = "told"
    WRITE = "write"
    NONE = "none"


@dataclass(frozen=True)
class FunctionSeen:
    """The function; ``clicks`` from home, ``required`` fields of its form, null where it was not read.

    ``named`` are the links to pages about returns, withdrawal and terms, where the function might be told of.
    """

    way: Way
    named: Named
    clicks: int | None = None
    official: bool = False
    required: int | None = None
    url: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class InformationSeen:
    """What the pages tell of the right, each with its place; ``pages`` are those that speak of it."""

    named: Named
    pages: tuple[Visit, ...] = ()
    told: tuple[tuple[str, Evidence], ...] = ()


def withdrawal_information(sees: Sees, visits: Sequence[Visit], least_days: float) -> InformationSeen:
    """Read what is told of the right of withdrawal; pages that do not speak of the right do not count."""
    named = _about(sees, visits)
    pages = tuple(one for one in asked_for_withdrawal(visits, named) if _speaks(sees, one, least_days))
    told: dict[str, Evidence] = {}
    for page in pages:
        for name, place in _told(sees, page, least_days).items():
            told.setdefault(name, place)
    return InformationSeen(named, pages, tuple(told.items()))


def _speaks(sees: Sees, visit: Visit, least_days: float) -> bool:
    """Say whether a page speaks of the right, by name, or as a return within just its days or without a reason."""
    text = page_text(sees, visit)
    if wording("withdrawing").search(text) or wording("no_reason").search(text):
        return True
    return any(_just(one, least_days) for one in sentences(sees, visit))


def _just(sentence: str, days: float) -> bool:
    """Say whether a sentence gives just the days of the law for a return: words for it stand nearer than for money."""

    def nearest(name: str, span: Span) -> int:
        hits = wording(name).finditer(sentence)
        return min((max(0, span.start - hit.end(), hit.start() - span.end) for hit in hits), default=FAR)

    spans = (span for span in spans_in(sentence) if span.days == (days, days))
    return any(nearest("return_promise", span) < min(FAR, nearest("refunding", span)) for span in spans)


def withdrawal_function_of(sees: Sees, visits: Sequence[Visit]) -> FunctionSeen:
    """Look for the function: a control that names it, a form that speaks of withdrawal, then words about it."""
    named = _about(sees, visits)
    for leading in _links(sees, visits):
        found = _function(sees, named, leading, visits)
        if found:
            return found
    for page in each_page(visits):
        form = _form(page)
        if form and _means_withdrawal(sees, page):
            return FunctionSeen(
                Way.FORM,
                named,
                clicks=page.depth,
                required=_required(form),
                url=page.url,
                evidence=(pointing_at(page),),
            )
    return _pressed(sees, visits, named) or _in_words(sees, visits, named)


def _about(sees: Sees, visits: Sequence[Visit]) -> Named:
    intents = ("withdrawal_right", "withdrawal_function", "returns", "terms")
    return named_pages(sees, visits, intents, PageKind.WITHDRAWAL, PageKind.RETURNS, PageKind.TERMS)


def asked_for_withdrawal(visits: Sequence[Visit], named: Named) -> tuple[Visit, ...]:
    """Return the pages whose text is read for the right of withdrawal, its own pages first."""
    others = sorted((one for one in visits if one.kind in _TOLD_ON), key=lambda one: _TOLD_ON.index(one.kind))
    return tuple(each_page((*others, *named.pages)))


def _links(sees: Sees, visits: Sequence[Visit]) -> list[tuple[Visit, Link]]:
    """List the links that name the function: those of home first, the official words before others."""
    found = [
        (visit, link)
        for visit in visits
        if visit.part != "probe"
        for link in visit.facts.links
        if (link.visible or link.revealed) and _names_function(sees, visit, link.said)
    ]
    return sorted(found, key=lambda one: (one[0].kind is not PageKind.HOME, not _official(sees, one[0], one[1].said)))


def _names_function(sees: Sees, visit: Visit, said: str) -> bool:
    short = 0 < len(said) <= LONGEST_LABEL
    return short and (_official(sees, visit, said) or bool(wording("withdrawal_button").search(said)))


def _official(sees: Sees, visit: Visit, said: str) -> bool:
    return means(sees, visit, "withdrawal_function", said) >= SURE


def _behind(visit: Visit, link: Link) -> bool:
    asked = (visit.url, visit.redirected_from)
    return visit.part != "probe" and any(one and same_page(one, link.href) for one in asked)


def _function(sees: Sees, named: Named, leading: tuple[Visit, Link], visits: Sequence[Visit]) -> FunctionSeen | None:
    visit, link = leading
    page = next((one for one in visits if _behind(one, link) and (one.status or 200) < 400), None)
    official = _official(sees, visit, link.said)
    clicks = 1 if visit.kind is PageKind.HOME else 2
    where = (pointing_at(visit, link.said, link.selector),)
    if page is None:
        # What only sounds like it is not claimed to be it before its page was read.
        return FunctionSeen(Way.NAMED, named, clicks, official, url=link.href, evidence=where) if official else None
    form = _form(page)
    if form and (official or _means_withdrawal(sees, page)):
        return FunctionSeen(Way.FORM, named, clicks, official, _required(form), page.url, (*where, pointing_at(page)))
    if asks_to_sign_in(page, visits):
        return FunctionSeen(Way.LOGIN, named, clicks, official, url=page.url, evidence=(*where, pointing_at(page)))
    return None


def _form(visit: Visit) -> tuple[Field, ...]:
    """Return the fields of a form that asks who withdraws, and not for a password."""
    if visit.kind in {PageKind.CHECKOUT, PageKind.CART, PageKind.LOGIN, PageKind.TRACKING, PageKind.CONTACT}:
        return ()
    fields = [one for one in visit.facts.fields if one.visible and not is_search(one) and not is_newsletter(one)]
    for one in fields:
        beside = tuple(other for other in fields if other.form == one.form)
        asks = f"{one.label} {one.placeholder} {one.name} {one.id}"
        order = wording("order_number").search(asks) is not None
        who = any(purpose_of(other) in _ASKED for other in beside)
        if order and who and not any(other.type == "password" for other in beside):
            return beside
    return ()


def _means_withdrawal(sees: Sees, visit: Visit) -> bool:
    """Say whether a form's page is about withdrawal: its title or buttons say so, not merely some line of text."""
    said = (visit.title, *visit.facts.buttons, *(page_text(sees, visit).split("\n")[:3]))
    return any(wording("withdrawing").search(one) for one in said)


def _required(fields: Sequence[Field]) -> int | None:
    """Count the fields that must be filled in; null where the form does not tell."""
    marked = sum(one.required or one.label.rstrip().endswith("*") for one in fields)
    return marked or None


def _pressed(sees: Sees, visits: Sequence[Visit], named: Named) -> FunctionSeen | None:
    """Look for a button that names the function; what it opens was not tried."""
    for visit in sorted(visits, key=lambda one: one.kind is not PageKind.HOME):
        said = next((one for one in visit.facts.buttons if _official(sees, visit, one)), None)
        if said and visit.part != "probe":
            clicks = 1 if visit.kind is PageKind.HOME else 2
            return FunctionSeen(
                Way.NAMED, named, clicks, official=True, url=visit.url, evidence=(pointing_at(visit, said),)
            )
    return None


def _names_it(said: str) -> bool:
    return found_in(wording("withdrawal_function_named"), said, clause=True) is not None


def _in_words(sees: Sees, visits: Sequence[Visit], named: Named) -> FunctionSeen:
    for visit in asked_for_withdrawal(visits, named):
        for said in sentences(sees, visit):
            mine = wording("in_my_account").search(said) and wording("withdrawing").search(said)
            if _names_it(said) or mine:
                return FunctionSeen(Way.TOLD, named, url=visit.url, evidence=(pointing_at(visit, said),))
    for visit in asked_for_withdrawal(visits, named):
        way = _how(sees, visit) if wording("withdrawing").search(page_text(sees, visit)) else None
        if way:
            return FunctionSeen(Way.WRITE, named, url=visit.url, evidence=(pointing_at(visit, way),))
    return FunctionSeen(Way.NONE, named)


def _told(sees: Sees, visit: Visit, least_days: float) -> dict[str, Evidence]:
    facts = read_policy(page_text(sees, visit))
    anchors = [anchor.text for anchor in digest_of(sees, visit).anchors]
    lines = sentences(sees, visit)
    said = {
        "days": next((one for one in lines if _days_told(one, least_days)), None),
        "how": _how(sees, visit),
        "cost": _cost(lines),
        "refund": _refund(lines) or (facts.excerpt if facts.refund_told else None),
        "form": _hit(sees, visit, "model_form") or next(filter(wording("model_form").search, anchors), None),
        "exceptions": _hit(sees, visit, "withdrawal_exceptions"),
        "function": next(filter(_names_it, lines), None)
        or next((one for one in anchors if _names_function(sees, visit, one)), None),
    }
    return {name: pointing_at(visit, one) for name, one in said.items() if one is not None}


def _days_told(sentence: str, least_days: float) -> bool:
    right = wording("withdrawing").search(sentence) or wording("no_reason").search(sentence)
    return _just(sentence, least_days) or (
        bool(right) and any(span.days[1] >= least_days for span in spans_in(sentence))
    )


def _how(sees: Sees, visit: Visit) -> str | None:
    """Return the paragraph that tells what to do: on a page about returns any, elsewhere one that speaks of them."""
    own = visit.kind in {PageKind.WITHDRAWAL, PageKind.RETURNS}
    for line in page_text(sees, visit).split("\n"):
        about = own or wording("withdrawing").search(line) or wording("returning").search(line)
        if about and wording("withdraw_by").search(line):
            return line
    return None


def _cost(lines: Sequence[str]) -> str | None:
    for one in lines:
        pays = wording("customer_pays_return").search(one) or wording("shop_pays_return").search(one)
        if pays or wording("return_cost").search(one):
            return one
    return None


def _refund(lines: Sequence[str]) -> str | None:
    for one in lines:
        back = wording("refunding").search(one) or wording("refund_told").search(one)
        if back and (any(span.days[1] <= LATEST_REFUND for span in spans_in(one)) or wording("at_once").search(one)):
            return one
    return None


def _hit(sees: Sees, visit: Visit, name: str) -> str | None:
    """Return the sentence that has a wording, or just its words where they run across sentences."""
    hit = wording(name).search(page_text(sees, visit))
    if hit is None:
        return None
    return next((one for one in sentences(sees, visit) if wording(name).search(one)), hit.group())
