"""One product's price followed from list to checkout: what each place prints, and whether that can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.derive.checkout.shown_on import own_lines
from auditor.derive.goods.own_price import own_price, price_varies
from auditor.derive.page.digest import digest_of
from auditor.derive.page.structured import products
from auditor.derive.sees import Sees
from auditor.derive.text.printed_prices import Printed, printed_prices, same_amount
from auditor.derive.text.same_page import same_page
from auditor.model import Evidence, Goods, Journey, PageKind, Visit
from auditor.vocabulary import load_vocabulary

__all__ = ["Place", "PriceChain", "price_chain"]

# A line of a cart is short: name, options, quantity, price.
LINE_CHARS = 220
TOTAL_CHARS = 60
MOST_PIECES = 12
SURE = 0.7
_META = ("product:price:amount", "og:price:amount")


@dataclass(frozen=True)
class Place:
    """A place that names the product's price: "list", "data", "meta", "cart" or "checkout"."""

    name: str
    amount: float
    printed: str
    evidence: Evidence


@dataclass(frozen=True)
class PriceChain:
    """The price on the product's page and elsewhere; ``unlike`` are places where it differs.

    ``varies`` says that the page prints one of several prices, so that another one elsewhere proves nothing. ``fee`` is
    what the total holds beyond everything that is named, 0 where nothing is left over, null where no total was read.
    """

    page: float | None = None
    printed: str = ""
    where: Evidence | None = None
    places: tuple[Place, ...] = ()
    unlike: tuple[Place, ...] = ()
    varies: bool = False
    fee: float | None = None


def price_chain(sees: Sees, visits: Sequence[Visit], walks: Sequence[Journey]) -> PriceChain:
    """Follow the product that was walked with."""
    product = next((walk.product for walk in walks if walk.product), None)
    if product is None:
        return PriceChain()
    pages = [one for one in visits if one.kind is PageKind.PRODUCT and same_page(one.url, product.url)]
    page = next((one for one in pages if own_price(sees, one)), None)
    price = own_price(sees, page) if page else None
    if page is None or price is None:
        return PriceChain()
    places = [
        *_machine(sees, page, price.amount),
        *_listed(sees, visits, page.url, price.amount),
        *_bought(sees, visits, page, price.amount, product.name),
    ]
    return PriceChain(
        page=price.amount,
        printed=price.text,
        where=Evidence(page=page.id, excerpt=price.line, screenshot=page.screenshot),
        places=tuple(places),
        unlike=tuple(one for one in places if not same_amount(one.amount, price.amount)),
        varies=price_varies(sees, page),
        fee=_fee(sees, visits, price.amount),
    )


def _machine(sees: Sees, page: Visit, amount: float) -> Iterator[Place]:
    """Yield the price of the page's data; where several are named, the one that is printed."""
    digest = digest_of(sees, page)
    named = [price for one in products(digest) for price in one.prices]
    if named:
        told = _nearest(named, amount)
        yield Place("data", told, f"{told:.2f}", Evidence(page=page.id, excerpt=", ".join(map(str, named[:6]))))
    for name, content in digest.metas:
        if name.lower() in _META:
            try:
                told = float(content.replace(",", ".").strip())
            except ValueError:
                continue
            yield Place("meta", told, content.strip()[:20], Evidence(page=page.id, excerpt=content))
            return


def _listed(sees: Sees, visits: Sequence[Visit], url: str, amount: float) -> Iterator[Place]:
    for visit in visits:
        goods: Goods | None = visit.facts.goods
        for card in goods.cards if goods and visit.kind is not PageKind.PRODUCT else ():
            prices = [one for text in card.prices for one in printed_prices(text, sees.site.country)]
            if prices and card.href and same_page(card.href, url):
                best = min(prices, key=lambda one: abs(one.amount - amount))
                yield Place("list", best.amount, best.text, Evidence(page=visit.id, excerpt=card.text[:160]))
                return


def _bought(sees: Sees, visits: Sequence[Visit], page: Visit, amount: float, name: str) -> Iterator[Place]:
    """Yield the price of the product's line in cart and checkout, where these are pages of their own."""
    for kind, called in ((PageKind.CART, "cart"), (PageKind.CHECKOUT, "checkout")):
        for visit in visits:
            if visit.kind is not kind:
                continue
            over = same_page(visit.url, page.url)
            text = "\n".join(own_lines(visit, visits)) if over else visit.facts.text
            line = (
                _over(sees, visit, page, text, amount) if over else _line_price(text, name, amount, sees.site.country)
            )
            if line is not None:
                excerpt = text[max(0, line.start - 80) : line.end].replace("\n", " ")
                where = Evidence(page=visit.id, excerpt=excerpt, screenshot=visit.screenshot)
                yield Place(called, line.amount, line.text, where)
                break


def _line_price(text: str, name: str, amount: float, country: str | None) -> Printed | None:
    """Return the price of the product's line; a multiple of the price may be several pieces and tells nothing."""
    prices = printed_prices(text, country)
    equal = next((one for one in prices if same_amount(one.amount, amount)), None)
    if equal:
        return equal
    at = text.lower().find(name.lower()) if len(name) > 2 else -1
    behind = [one for one in prices if 0 <= one.start - at - len(name) <= LINE_CHARS] if at >= 0 else []
    if not behind or any(_multiple(one.amount, amount) for one in behind):
        return None
    return behind[0]


def _over(sees: Sees, visit: Visit, page: Visit, text: str, amount: float) -> Printed | None:
    """Read a cart that lies over the product's page: it repeats the price once more, or names a sum of its own."""
    if _times(sees, visit, amount) > _times(sees, page, amount):
        return Printed(amount, 0, 0, "")
    return _subtotal(text, amount, sees)


def _times(sees: Sees, visit: Visit, amount: float) -> int:
    """Count how often a page prints an amount."""
    return sum(same_amount(one.amount, amount) for one in printed_prices(visit.facts.text, sees.site.country))


def _subtotal(text: str, amount: float, sees: Sees) -> Printed | None:
    """Return the first sum of a cart that lies over the product's page, or the price itself where it is repeated."""
    prices = printed_prices(text, sees.site.country)
    equal = next((one for one in prices if same_amount(one.amount, amount)), None)
    sums = [one for one in prices if _is_total(text, one)]
    if equal or not sums or _multiple(sums[0].amount, amount):
        return equal
    return sums[0]


def _multiple(amount: float, of: float) -> bool:
    pieces = round(amount / of) if of else 0
    return 2 <= pieces <= MOST_PIECES and same_amount(amount, pieces * of)


def _nearest(amounts: Sequence[float], to: float) -> float:
    return min(amounts, key=lambda one: abs(one - to))


def _fee(sees: Sees, visits: Sequence[Visit], amount: float) -> float | None:
    """Return what the total of the checkout holds beyond the product and all that is named beside it."""
    for visit in reversed([one for one in visits if one.kind is PageKind.CHECKOUT]):
        text = visit.facts.text
        prices = [one.amount for one in printed_prices(text, sees.site.country)]
        total = _total(sees, text)
        if total is None or not any(same_amount(one, amount) for one in prices):
            continue
        over = round(total - amount, 2)
        named = {one for one in prices if one > 0}
        sums = (*named, *(one + other for one, other in combinations(sorted(named)[:40], 2)))
        explained = over <= 0.01 or any(same_amount(over, one) for one in sums) or _multiple(total, amount)
        return 0.0 if explained else over
    return None


def _total(sees: Sees, text: str) -> float | None:
    """Return the last amount that stands right behind a word for the total."""
    sums = [one.amount for one in printed_prices(text, sees.site.country) if _is_total(text, one)]
    return sums[-1] if sums else None


def _is_total(text: str, price: Printed) -> bool:
    label = text[max(0, price.start - TOTAL_CHARS) : price.start].strip().split("\n")[-1].strip(" :")
    hit = load_vocabulary().match("total", label) if label else None
    return hit is not None and hit.strength >= SURE
