"""What goods cost in this audit and in earlier ones: whether a former price was really the price before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from auditor.derive.goods.own_price import own_price, price_varies, selling
from auditor.derive.sees import Sees
from auditor.derive.text.prices import read_price
from auditor.derive.text.printed_prices import Printed, printed_prices, same_amount
from auditor.derive.text.same_page import same_page
from auditor.model import PriceSeen, PricesSeen, Visit
from auditor.vocabulary.wordings import wording

__all__ = ["PRIOR_DAYS", "Cheaper", "cheaper_before", "prices_seen"]

# Directive 98/6/EC art. 6a: the prior price is the lowest of at least the 30 days before the reduction.
PRIOR_DAYS = 30
MAX_KEPT = 400


@dataclass(frozen=True)
class Cheaper:
    """A lower price that an earlier audit saw, not reduced, and when."""

    price: PriceSeen
    seen_at: datetime


def prices_seen(sees: Sees, visits: Sequence[Visit]) -> tuple[PriceSeen, ...]:
    """List the prices of the goods that were seen, each address once, a product's own page before lists.

    Prices that vary ("from 10 €", a span, several offers) are left out: another one of them may be shown next time.
    """
    kept: dict[str, PriceSeen] = {}
    for one in (*_of_pages(sees, visits), *_of_lists(sees, visits)):
        kept.setdefault(one.url, one)
    return tuple(kept.values())[:MAX_KEPT]


def cheaper_before(
    now: datetime, url: str, former: Printed, past: Sequence[PricesSeen], country: str | None
) -> Cheaper | None:
    """Return the lowest price below ``former`` that the goods had, not reduced, in the 30 days before ``now``.

    Prices of another currency are passed over: the shop may have taken an earlier visitor for another country's.

    The reduction began after an audit that saw the goods without one, so that audit lies within the 30 days before
    the reduction as well.
    """
    currency = _currency(former.text, country)
    found = [
        Cheaper(price, audit.seen_at)
        for audit in past
        if timedelta(0) < now - audit.seen_at <= timedelta(days=PRIOR_DAYS)
        for price in audit.prices
        if not price.reduced and same_page(price.url, url) and _currency(price.text, country) == currency
    ]
    lower = [
        one for one in found if one.price.amount < former.amount and not same_amount(one.price.amount, former.amount)
    ]
    return min(lower, key=lambda one: (one.price.amount, one.seen_at), default=None)


def _currency(text: str, country: str | None) -> str | None:
    price = read_price(text, country)
    return price.currency if price else None


def _of_pages(sees: Sees, visits: Sequence[Visit]) -> Iterator[PriceSeen]:
    for visit, _goods in selling(visits):
        price = own_price(sees, visit)
        if price is not None and not price_varies(sees, visit):
            yield PriceSeen(url=visit.url, text=price.text[:60], amount=price.amount, reduced=bool(price.struck))


def _of_lists(sees: Sees, visits: Sequence[Visit]) -> Iterator[PriceSeen]:
    """Give the prices of cards that print one price and no word of more."""
    for visit in visits:
        for card in visit.facts.goods.cards if visit.facts.goods else ():
            prices = printed_prices(" ".join(card.prices), sees.site.country)
            if card.href and len(prices) == 1 and not card.struck and not wording("from_price").search(card.text):
                yield PriceSeen(url=card.href[:1000], text=prices[0].text[:60], amount=prices[0].amount)
