"""Filters and orders of product lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from auditor.demo_shop.catalog import Product
from auditor.demo_shop.messages import Request

__all__ = ["ORDERS", "Applied", "Choice", "Facet", "Listing", "build_listing"]

ORDERS = (
    ("suositut", "Suosituimmat"),
    ("uudet", "Uusimmat"),
    ("halvin", "Hinta: halvin ensin"),
    ("kallein", "Hinta: kallein ensin"),
    ("nimi", "Nimi A–Ö"),
)
BANDS = (("alle-30", "Alle 30 €", 0, 3000), ("30-60", "30–60 €", 3000, 6000), ("yli-60", "Yli 60 €", 6000, 10**9))


@dataclass(frozen=True)
class Choice:
    """One value of a filter with the number of products it would leave."""

    value: str
    label: str
    count: int
    is_on: bool


@dataclass(frozen=True)
class Facet:
    """One filter."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Applied:
    """A filter that is on, and the address of the list without it."""

    label: str
    address: str


@dataclass(frozen=True)
class Listing:
    """A filtered, ordered list."""

    products: tuple[Product, ...]
    facets: tuple[Facet, ...]
    applied: tuple[Applied, ...]
    order: str
    total: int


Reader = Callable[[Product], tuple[str, str]]


def build_listing(request: Request, products: Iterable[Product]) -> Listing:
    """Return the products that the query of the request asks for, in its order."""
    known = tuple(products)
    facets: list[Facet] = []
    kept = known
    applied: list[Applied] = []
    for name, label, read in _readers():
        wanted = set(request.query.get(name, ()))
        values = dict(sorted({read(product) for product in known}, key=lambda value: _rank(value[0])))
        counts = {value: sum(read(product)[0] == value for product in known) for value in values}
        choices = tuple(Choice(value, text, counts[value], value in wanted) for value, text in values.items())
        facets.append(Facet(name, label, choices))
        applied.extend(
            Applied(choice.label, _without(request, name, choice.value)) for choice in choices if choice.is_on
        )
        if wanted & values.keys():
            kept = tuple(product for product in kept if read(product)[0] in wanted)
    order = request.asked("jarjestys", ORDERS[0][0])
    return Listing(_ordered(kept, order), tuple(facets), tuple(applied), order, len(known))


def _readers() -> tuple[tuple[str, str, Reader], ...]:
    return (
        ("hinta", "Hinta", _band),
        ("materiaali", "Materiaali", lambda product: (product.material.casefold(), product.material)),
        ("saatavuus", "Saatavuus", lambda p: ("heti", "Varastossa") if p.stock else ("loppu", "Tilapäisesti loppu")),
        (
            "hintatyyppi",
            "Tarjoukset",
            lambda p: ("ale", "Alennetut") if p.is_reduced else ("normaali", "Normaalihintaiset"),
        ),
    )


def _band(product: Product) -> tuple[str, str]:
    return next((id_, label) for id_, label, low, high in BANDS if low <= product.price_cents < high)


def _rank(value: str) -> tuple[int, str]:
    bands = [id_ for id_, *_ in BANDS]
    return (bands.index(value) if value in bands else len(bands), value)


def _without(request: Request, name: str, value: str) -> str:
    pairs = [(key, each) for key, values in request.query.items() for each in values if (key, each) != (name, value)]
    return f"{request.path}?{urlencode(pairs)}" if pairs else request.path


def _ordered(products: tuple[Product, ...], order: str) -> tuple[Product, ...]:
    match order:
        case "uudet":
            return tuple(sorted(products, key=lambda product: product.age_days))
        case "halvin":
            return tuple(sorted(products, key=lambda product: product.price_cents))
        case "kallein":
            return tuple(sorted(products, key=lambda product: -product.price_cents))
        case "nimi":
            return tuple(sorted(products, key=lambda product: product.name))
    return tuple(sorted(products, key=lambda product: not product.best_seller))
