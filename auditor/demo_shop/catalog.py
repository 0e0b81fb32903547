"""The goods of the demo shop, read from the TOML files of the package."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

__all__ = [
    "Care",
    "Catalog",
    "Category",
    "Control",
    "Option",
    "Product",
    "Review",
    "Value",
    "data_file",
    "load_catalog",
]


class Control(StrEnum):
    """How a customer chooses the value of an option."""

    SELECT = "select"
    RADIO = "radio"
    SWATCH = "swatch"


@dataclass(frozen=True)
class Value:
    """One value of an option; `colour` is the CSS colour of a swatch."""

    id: str
    label: str
    colour: str = ""
    stock: int = 9


@dataclass(frozen=True)
class Option:
    """A choice that must be made before the product can go into the cart."""

    id: str
    label: str
    control: Control
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Review:
    """What a customer wrote; the age is in days, so that a demo never looks deserted."""

    author: str
    stars: int
    age_days: int
    title: str
    text: str
    answer: str = ""
    picture: bool = False


@dataclass(frozen=True)
class Care:
    """How a product is looked after, and the guide that tells more."""

    text: str
    guide: str


@dataclass(frozen=True)
class Category:
    """A department of the shop."""

    slug: str
    name: str
    intro: str
    tint: str


@dataclass(frozen=True)
class Product:
    """One product; prices are in cents with tax, the stock is in pieces."""

    slug: str
    name: str
    kind: str
    category: str
    price_cents: int
    was_cents: int
    lowest_30_days_cents: int
    stock: int
    material: str
    colour: str
    sku: str
    age_days: int
    best_seller: bool
    content_ml: int
    tagline: str
    description: tuple[str, ...]
    specs: tuple[tuple[str, str], ...]
    care: Care
    shape: str
    palette: tuple[str, str, str, str]
    keywords: tuple[str, ...]
    options: tuple[Option, ...]
    reviews: tuple[Review, ...]

    @property
    def is_reduced(self) -> bool:
        """Whether a higher earlier price is shown."""
        return self.was_cents > self.price_cents

    @property
    def stars(self) -> float:
        """The mean of the reviews with one decimal; 0 without reviews."""
        return round(sum(r.stars for r in self.reviews) / len(self.reviews), 1) if self.reviews else 0.0

    @property
    def is_new(self) -> bool:
        """Whether the product came within the last 45 days."""
        return self.age_days <= 45


@dataclass(frozen=True)
class Catalog:
    """All departments and products, in the order of the data files."""

    categories: tuple[Category, ...]
    products: tuple[Product, ...]

    def product(self, slug: str) -> Product | None:
        """Return the product of an address, or nothing."""
        return next((product for product in self.products if product.slug == slug), None)

    def category(self, slug: str) -> Category | None:
        """Return the department of an address, or nothing."""
        return next((category for category in self.categories if category.slug == slug), None)

    def within(self, slug: str) -> tuple[Product, ...]:
        """Return the products of a department."""
        return tuple(product for product in self.products if product.category == slug)

    def kin(self, product: Product, count: int) -> tuple[Product, ...]:
        """Return products that go with one: the same department first."""
        others = [other for other in self.products if other is not product and other.stock > 0]
        return tuple(sorted(others, key=lambda other: other.category != product.category)[:count])


def data_file(*names: str) -> Traversable:
    """Return a file of the package data, which may live inside a wheel."""
    return files("auditor.demo_shop").joinpath("data", *names)


def load_catalog() -> Catalog:
    """Read all departments and products; raises KeyError or ValueError where the data are wrong."""
    raw = tomllib.loads(data_file("categories.toml").read_text(encoding="utf-8"))
    categories = tuple(Category(**row) for row in raw["category"])
    products: list[Product] = []
    for category in categories:
        rows = tomllib.loads(data_file("products", f"{category.slug}.toml").read_text(encoding="utf-8"))
        products.extend(_product(category.slug, row) for row in rows["product"])
    return Catalog(categories, tuple(products))


def _product(category: str, row: dict[str, Any]) -> Product:
    first, second, third, fourth = row["palette"]
    return Product(
        slug=row["slug"],
        name=row["name"],
        kind=row["kind"],
        category=category,
        price_cents=row["price_cents"],
        was_cents=row.get("was_cents", 0),
        lowest_30_days_cents=row.get("lowest_30_days_cents", 0),
        stock=row["stock"],
        material=row["material"],
        colour=row["colour"],
        sku=row["sku"],
        age_days=row["age_days"],
        best_seller=row.get("best_seller", False),
        content_ml=row.get("content_ml", 0),
        tagline=row["tagline"],
        description=tuple(row["description"]),
        specs=tuple((name, value) for name, value in row["specs"]),
        care=Care(row["care"], row["guide"]),
        shape=row["shape"],
        palette=(first, second, third, fourth),
        keywords=tuple(row.get("keywords", ())),
        options=tuple(_option(option) for option in row.get("option", ())),
        reviews=tuple(Review(**review) for review in row.get("review", ())),
    )


def _option(row: dict[str, Any]) -> Option:
    values = tuple(Value(**value) for value in row["values"])
    return Option(row["id"], row["label"], Control(row["control"]), values)
