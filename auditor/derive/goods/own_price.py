"""A product's own price as a visitor sees it, told from prices of deliveries and of other goods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.derive.page.digest import digest_of
from auditor.derive.page.structured import products
from auditor.derive.sees import Sees
from auditor.derive.text.printed_prices import PRICE, printed_prices, same_amount
from auditor.model import Goods, PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["OwnPrice", "own_price", "price_varies", "selling", "shown_products", "stated_price"]

LONGEST_LINE = 160
SURE = 0.5
DELIVERY_CHARS = 60


@dataclass(frozen=True)
class OwnPrice:
    """A product's price in sight: amount, the text, the line around it, and what it costs when it is not reduced."""

    amount: float
    text: str
    line: str
    struck: tuple[str, ...] = ()


def selling(visits: Sequence[Visit]) -> tuple[tuple[Visit, Goods], ...]:
    """Return the visits that show a product to buy with its goods; those that were looked at closely come first.

    A page met on the way counts only where its button puts something into the cart: gift cards and bookings are asked
    for in other ways.
    """
    found = [(visit, visit.facts.goods) for visit in visits if visit.kind is PageKind.PRODUCT]
    ranked = sorted(found, key=lambda one: one[0].part != "pages")
    return tuple(
        (visit, goods)
        for visit, goods in ranked
        if goods is not None and goods.sells and (visit.part == "pages" or _buys(goods))
    )


def shown_products(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """Return the visits of products, but for gift cards and the like that the crawl met."""
    sold = {visit.id for visit, _goods in selling(visits)}
    return tuple(one for one in visits if one.kind is PageKind.PRODUCT and (one.facts.goods is None or one.id in sold))


def _buys(goods: Goods) -> bool:
    words = load_vocabulary()
    hits = [words.match(intent, goods.button) for intent in ("add_to_cart", "buy_now", "out_of_stock")]
    return any(hit is not None and hit.strength >= SURE for hit in hits)


def own_price(sees: Sees, visit: Visit) -> OwnPrice | None:
    """Return the product's price that stands on the page in sight; None where there is none, or only a delivery's."""
    goods = visit.facts.goods
    if goods is None:
        return None
    country = sees.site.country
    lines = [line for line in goods.near if goods.price and goods.price in line]
    line = next((one for one in lines or [goods.price] if one and not _of_delivery(one, goods.price)), None)
    if line is not None and goods.amount is not None:
        printed = PRICE.search(goods.price)
        text = printed[0].strip() if printed else goods.price
        return OwnPrice(goods.amount, text, (line or goods.price)[:LONGEST_LINE], goods.struck)
    stated = stated_price(sees, visit)
    for one in goods.near if stated else ():
        for price in printed_prices(one, country):
            if stated and same_amount(price.amount, stated) and not _of_delivery(one, price.text):
                return OwnPrice(price.amount, price.text, one[:LONGEST_LINE], goods.struck)
    return None


def stated_price(sees: Sees, visit: Visit) -> float | None:
    """Return the price of the product's data for machines."""
    return next((one.price for one in products(digest_of(sees, visit)) if one.price), None)


def price_varies(sees: Sees, visit: Visit) -> bool:
    """Say whether the price printed is but one of several: "from 10 €", a span, or offers of different prices."""
    goods = visit.facts.goods
    price = own_price(sees, visit)
    if goods is None or price is None:
        return True
    spread = {amount for one in products(digest_of(sees, visit)) for amount in one.prices}
    spans = len(printed_prices(price.line, sees.site.country)) > 1 and not price.struck
    return bool(wording("from_price").search(price.line)) or spans or len(spread) > 1


def _of_delivery(line: str, price: str) -> bool:
    """Say whether a line tells the price of a delivery: "incl. VAT, plus shipping" comes behind a product's price."""
    printed = PRICE.search(price)
    at = max(0, line.find(price)) + (printed.start() if printed else 0)
    return bool(wording("shipping_words").search(line[max(0, at - DELIVERY_CHARS) : at]))
