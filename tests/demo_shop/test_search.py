"""The search of the demo shop forgives what customers do to words."""

from __future__ import annotations

import pytest

from auditor.demo_shop.catalog import Catalog, load_catalog
from auditor.demo_shop.search import find, suggest


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("Hilla-emalimuki", "hilla-emalimuki"),
        ("emalimuki", "hilla-emalimuki"),
        ("emalimukki", "hilla-emalimuki"),
        ("emlaimuki", "hilla-emalimuki"),
        ("mukit", "hilla-emalimuki"),
        ("emalimukit", "hilla-emalimuki"),
        ("löylykauha", "loyly-kauha"),
        ("loylykauha", "loyly-kauha"),
        ("KAUHAT", "loyly-kauha"),
        ("villapaidat", "kuura-villapaita"),
        ("huovassa", "usva-villahuopa"),
        ("villahuopia", "usva-villahuopa"),
        ("reput", "era-reppu"),
        ("termospulo", "tunturi-termospullo"),
        ("sammal tyyny", "sammal-tyynynpaallinen"),
        ("tyynynpaallinen", "sammal-tyynynpaallinen"),
        ("lyhdyt", "kajo-lyhty"),
        ("kuksan", "kaarna-kuksa"),
    ],
)
def test_query_finds_its_product_among_the_first_three(catalog: Catalog, query: str, slug: str) -> None:
    assert slug in [product.slug for product in find(catalog, query)[:3]]


@pytest.mark.parametrize("product", load_catalog().products, ids=lambda product: product.slug)
def test_every_product_is_found_by_name(catalog: Catalog, product: object) -> None:
    name = getattr(product, "name", "")

    assert find(catalog, name)[0] is catalog.product(getattr(product, "slug", ""))


@pytest.mark.parametrize("query", ["", " ", "xqzwv", "kännykkä", "qwertyuiop"])
def test_nonsense_finds_nothing(catalog: Catalog, query: str) -> None:
    assert find(catalog, query) == ()


def test_suggestions_come_while_typing(catalog: Catalog) -> None:
    assert "kiulu" in [product.slug for product in suggest(catalog, "kiu")]
