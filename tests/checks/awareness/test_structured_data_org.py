"""structured-data-org: the shop's own organisation, its site, breadcrumbs and policies in the pages' data."""

import json
from typing import Any

from auditor.model import Outcome
from tests.checks.recorded import SHOP, Page, page, recording, result

STORE: dict[str, Any] = {
    "@type": "OnlineStore",
    "name": "Kauppa",
    "url": f"{SHOP}/",
    "logo": f"{SHOP}/logo.png",
    "contactPoint": {"@type": "ContactPoint", "telephone": "+358 3 123 4567"},
    "sameAs": ["https://www.instagram.com/kauppa"],
    "hasMerchantReturnPolicy": {"@type": "MerchantReturnPolicy", "merchantReturnDays": 30},
    "hasShippingService": {"@type": "ShippingService"},
}
SITE = {"@type": "WebSite", "name": "Kauppa", "url": f"{SHOP}/"}
CRUMBS = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Sukat"}]}


def told(kind: str, *data: Any, **more: Any) -> Page:
    blocks = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)
    return page(kind, f"{blocks}<p>Sukkia ja pipoja</p>", **more)


def test_a_shop_that_tells_all_passes() -> None:
    made = recording(told("home", STORE, SITE), told("category", CRUMBS), told("product", CRUMBS))

    only = result("structured-data-org", made)

    assert (only.outcome, only.score, only.message) == (Outcome.PASSED, 100, "complete")


def test_a_graph_and_a_nested_publisher_are_read() -> None:
    graph = {"@graph": [{**SITE, "publisher": STORE}, CRUMBS]}
    made = recording(told("home", graph, lang="en"), told("category", graph), told("product", [graph]))

    assert result("structured-data-org", made).score == 100


def test_microdata_counts_as_well() -> None:
    body = (
        '<div itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Kauppa</span>'
        f'<a itemprop="url" href="{SHOP}/">Kauppa</a></div>'
    )

    assert "name" in result("structured-data-org", recording(page("home", body))).value["parts"]


def test_policies_of_the_product_count_for_the_shop() -> None:
    bare = {key: value for key, value in STORE.items() if not key.startswith("has")}
    offer = {"@type": "Offer", "hasMerchantReturnPolicy": {}, "shippingDetails": {"@type": "OfferShippingDetails"}}
    product = {"@type": "Product", "name": "Sukka", "offers": offer}
    made = recording(told("home", bare, SITE), told("product", CRUMBS, product))

    assert result("structured-data-org", made).score == 100


def test_another_company_is_not_the_shop() -> None:
    partner = {**STORE, "url": "https://maksupalvelu.example/"}

    only = result("structured-data-org", recording(told("home", partner)))

    assert (only.value["organisation"], only.data["missing"][0]) == (False, "organisation")


def test_nothing_told_fails_in_either_language() -> None:
    for lang in ("fi", "en"):
        made = recording(told("home", lang=lang), told("product", lang=lang))
        assert (result("structured-data-org", made).outcome, result("structured-data-org", made).score) == (
            Outcome.FAILED,
            0,
        )


def test_broken_data_is_named() -> None:
    made = recording(page("home", '<script type="application/ld+json">{"@type": "OnlineStore", </script><p>Kauppa</p>'))

    only = result("structured-data-org", made)

    assert (only.message, only.value["broken_blocks"]) == ("broken", 1)


def test_without_the_home_pages_body_it_is_unknown() -> None:
    empty = page("home")

    assert result("structured-data-org", recording(Page(empty.visit, ""))).outcome == Outcome.UNKNOWN
