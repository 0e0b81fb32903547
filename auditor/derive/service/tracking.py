"""How a customer learns where an order is: a look-up, an account, a carrier's page, or words in the help."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.derive.page.digest import digest_of
from auditor.derive.page.fields import is_newsletter, is_search
from auditor.derive.sees import Sees
from auditor.derive.service.service_pages import Named, asks_to_sign_in, each_page, named_pages, pointing_at, sentences
from auditor.derive.text.same_page import same_page
from auditor.model import Evidence, Field, PageKind, Visit
from auditor.vocabulary.denied import found_in
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["Tracking", "TrackingSeen", "tracking_seen"]

_TOLD_ON = (
    PageKind.FAQ,
    PageKind.DELIVERY,
    PageKind.CONTACT,
    PageKind.TERMS,
    PageKind.TRACKING,
    PageKind.OTHER,
)
_NO_LOOK_UP = {PageKind.WITHDRAWAL, PageKind.CHECKOUT, PageKind.CART, PageKind.CONTACT}
_WHO = {Purpose.EMAIL, Purpose.POSTCODE, Purpose.PHONE, Purpose.FAMILY_NAME}


class Tracking(StrEnum):
    """The best way that was found, from best to none."""

    LOOK_UP = "look-up"
    ACCOUNT = "account"
    CARRIER = "carrier"
    TOLD = "told"
    NONE = "none"


@dataclass(frozen=True)
class TrackingSeen:
    """How an order can be followed, and the page or link that shows it; ``named`` are links that speak of it."""

    way: Tracking
    named: Named
    evidence: tuple[Evidence, ...] = ()
    url: str | None = None


def tracking_seen(sees: Sees, visits: Sequence[Visit]) -> TrackingSeen:
    """Look for a form with order number and e-mail, then for a way behind a login, a carrier's link, and words."""
    named = named_pages(sees, visits, ("track_order", "order_history"), PageKind.TRACKING)
    for visit in each_page((*named.pages, *visits)):
        field = _look_up(visit, visits)
        if field:
            return TrackingSeen(
                Tracking.LOOK_UP,
                named,
                (pointing_at(visit, field.label or field.placeholder, field.selector),),
                visit.url,
            )
    for visit in named.pages:
        if asks_to_sign_in(visit, visits):
            return TrackingSeen(Tracking.ACCOUNT, named, (pointing_at(visit), *_links(named)), visit.url)
    return (
        _in_account(visits, named)
        or _carrier(sees, visits, named)
        or _told(sees, visits, named)
        or TrackingSeen(Tracking.NONE, named)
    )


def _in_account(visits: Sequence[Visit], named: Named) -> TrackingSeen | None:
    """Find a page that says what an account is good for: following orders."""
    for visit in each_page(visits):
        hit = found_in(wording("tracking_account"), visit.facts.text, clause=True)
        if hit:
            return TrackingSeen(Tracking.ACCOUNT, named, (pointing_at(visit, hit.group()),), visit.url)
    return None


def _look_up(visit: Visit, visits: Sequence[Visit]) -> Field | None:
    """Return the field for the order's number, where the form beside it asks for no password and places no order."""
    if visit.kind in _NO_LOOK_UP or (visit.kind is PageKind.RETURNS and not _for_both(visit, visits)):
        return None
    fields = [one for one in visit.facts.fields if one.visible and not is_search(one) and not is_newsletter(one)]
    for one in fields:
        beside = [other for other in fields if other.form == one.form and other is not one]
        typed = [other for other in (one, *beside) if other.type not in {"checkbox", "radio"}]
        asks = f"{one.label} {one.placeholder} {one.name} {one.id}"
        code = wording("tracking_code").search(asks)
        number = wording("order_number").search(asks) and any(purpose_of(other) in _WHO for other in beside)
        locked = any(other.type == "password" or other.tag == "textarea" for other in beside)
        if (code or number) and not locked and len(typed) <= 4 and one.tag == "input":
            return one
    return None


def _for_both(visit: Visit, visits: Sequence[Visit]) -> bool:
    """Say whether a page of returns is called one of orders as well: by its title or by a link to it."""
    links = (link for one in visits for link in one.facts.links if wording("orders_and_returns").search(link.said))
    return bool(wording("orders_and_returns").search(visit.title)) or any(
        same_page(one.href, visit.url) for one in links
    )


def _links(named: Named) -> Iterable[Evidence]:
    return (pointing_at(visit, link.said, link.selector) for visit, link in named.links[:1])


def _carrier(sees: Sees, visits: Sequence[Visit], named: Named) -> TrackingSeen | None:
    own = {visit for visit, _link in named.links}
    for visit in each_page(visits):
        for anchor in digest_of(sees, visit).anchors:
            host = re.match(r"https?://([^?#]+)", anchor.href)
            there = host and wording("carrier_hosts").search(host[1])
            speaks = wording("tracking_code").search(anchor.text) or wording("tracking_page").search(anchor.href)
            if there and (speaks or visit in own):
                return TrackingSeen(
                    Tracking.CARRIER, named, (pointing_at(visit, anchor.text or anchor.href),), anchor.href
                )
    return None


def _told(sees: Sees, visits: Sequence[Visit], named: Named) -> TrackingSeen | None:
    for visit in each_page(sorted((v for v in visits if v.kind in _TOLD_ON), key=lambda v: _TOLD_ON.index(v.kind))):
        said = next(
            (one for one in sentences(sees, visit) if found_in(wording("tracking_code"), one, clause=True)), None
        )
        if said:
            return TrackingSeen(Tracking.TOLD, named, (pointing_at(visit, said),), visit.url)
    return None
