"""Products that a page describes for machines: JSON-LD (arrays, @graph, ProductGroup) and microdata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from auditor.derive.page.digest import Digest
from auditor.derive.text.prices import read_amount

__all__ = ["ProductData", "products", "strings", "type_of"]

_PRODUCTS = frozenset(["Product", "ProductGroup", "IndividualProduct", "ProductModel", "Book", "Vehicle"])
_IDENTIFIERS = ("gtin", "gtin8", "gtin12", "gtin13", "gtin14", "mpn", "sku", "isbn", "productGroupID")
_INSIDE = ("mainEntity", "mainEntityOfPage", "hasVariant")
_Item = Mapping[str, JsonValue]


@dataclass(frozen=True)
class ProductData:
    """What a Product says of itself; ``price`` is a number greater than 0 or null, ``prices`` all of its offers'."""

    form: str
    name: str = ""
    image: str = ""
    description: str = ""
    price: float | None = None
    currency: str = ""
    availability: str = ""
    identifiers: tuple[str, ...] = ()
    brand: str = ""
    rating: float | None = None
    reviews: int | None = None
    shipping: bool = False
    returns: bool = False
    prices: tuple[float, ...] = ()

    @property
    def complete(self) -> bool:
        """True where name, image, a price and its currency are there: the least a search engine asks."""
        return bool(self.name and self.image and self.price and self.currency)


def products(digest: Digest) -> tuple[ProductData, ...]:
    """Return the products a page describes, JSON-LD first; those of lists and recommendations are left out."""
    found = [_read(item, "json-ld") for top in digest.items for item in _products_in(top, 0)]
    found += [_read(item, "microdata") for top in digest.microdata for item in _products_in(top, 0)]
    return tuple(found)


def type_of(item: _Item) -> tuple[str, ...]:
    """Return the schema.org types of an item, without their address."""
    return tuple(one.rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1] for one in strings(item.get("@type")))


def strings(value: JsonValue) -> tuple[str, ...]:
    """Return the texts of a value that may be one, a list, or an object with a name or an address."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, bool) or value is None:
        return ()
    if isinstance(value, int | float):
        return (str(value),)
    if isinstance(value, list):
        return tuple(text for one in value for text in strings(one))
    return next((strings(value[key]) for key in ("name", "url", "contentUrl", "@id", "@value") if key in value), ())


def _products_in(item: object, depth: int) -> Iterator[_Item]:
    if depth > 4 or not isinstance(item, dict):
        return
    if _PRODUCTS & set(type_of(item)):
        yield item
        return
    for key in _INSIDE:
        for one in _each(item.get(key)):
            yield from _products_in(one, depth + 1)


def _each(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _objects(value: JsonValue) -> list[_Item]:
    return [one for one in _each(value) if isinstance(one, dict)]


def _read(item: _Item, form: str) -> ProductData:
    variants = _objects(item.get("hasVariant"))
    offers = list(_offers(item)) or [offer for variant in variants for offer in _offers(variant)]
    offer = next((one for one in offers if _price(one)), offers[0] if offers else {})
    rating = next(iter(_objects(item.get("aggregateRating"))), {})
    written = len(_objects(item.get("review")))
    sources: tuple[_Item, ...] = (item, *variants)
    return ProductData(
        form=form,
        name=_one(item, "name"),
        image=next((text for source in sources for text in strings(source.get("image"))), ""),
        description=_one(item, "description"),
        price=_price(offer),
        currency=_currency(offer).upper(),
        availability=_one(offer, "availability").rstrip("/").rsplit("/", 1)[-1],
        identifiers=tuple(
            f"{key}={text}" for source in sources[:2] for key in _IDENTIFIERS for text in strings(source.get(key))[:1]
        ),
        brand=_one(item, "brand"),
        rating=read_amount(_value(rating, "ratingValue")),
        reviews=_count(rating, written),
        shipping=any("shippingDetails" in one for one in (*offers, *sources)),
        returns=any("hasMerchantReturnPolicy" in one for one in (*offers, *sources)),
        prices=_prices(offers),
    )


def _offers(item: _Item) -> Iterator[_Item]:
    for offer in _objects(item.get("offers")):
        yield offer
        yield from _objects(offer.get("offers"))


def _price(offer: _Item) -> float | None:
    specified = [_value(one, "price") for one in _objects(offer.get("priceSpecification"))]
    for value in (_value(offer, "price"), _value(offer, "lowPrice"), *specified):
        amount = read_amount(value)
        if amount is not None and amount > 0:
            return amount
    return None


def _prices(offers: list[_Item]) -> tuple[float, ...]:
    """Return every price that the offers name, each once: those of variants, and both ends of a span."""
    named = [_value(one, key) for one in offers for key in ("price", "lowPrice", "highPrice")]
    amounts = [amount for value in named if (amount := read_amount(value)) is not None and amount > 0]
    specified = [price for one in offers if (price := _price(one))]
    return tuple(dict.fromkeys((*amounts, *specified)))


def _currency(offer: _Item) -> str:
    inner = (_one(one, "priceCurrency") for one in _objects(offer.get("priceSpecification")))
    return _one(offer, "priceCurrency") or next((text for text in inner if text), "")


def _value(item: _Item, key: str) -> JsonValue:
    return next(iter(_each(item.get(key))), None)


def _one(item: _Item, key: str) -> str:
    return next(iter(strings(item.get(key))), "")


def _count(rating: _Item, written: int) -> int | None:
    counts = [read_amount(_value(rating, key)) for key in ("reviewCount", "ratingCount")]
    known = [int(count) for count in counts if count is not None]
    return max([*known, written]) if known or written else None
