import json

import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

OFFER = {"price": "12.90", "priceCurrency": "EUR", "availability": "https://schema.org/InStock"}
LEAST = {"@type": "Product", "name": "Muki", "image": "/m.jpg", "offers": {"price": 12.9, "priceCurrency": "EUR"}}
FULL = {**LEAST, "sku": "1", "offers": {**OFFER, "shippingDetails": {}, "hasMerchantReturnPolicy": {}}}
MICRODATA = """<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Muki</h1>
<img itemprop="image" src="/m.jpg"><div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
<meta itemprop="price" content="12.90"><meta itemprop="priceCurrency" content="EUR"></div></div>"""


def block(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("body", "outcome", "score"),
    [
        (block(FULL), Outcome.PASSED, 100),
        (block({"@graph": [{"@type": "WebPage"}, FULL]}), Outcome.PASSED, 100),
        (block([{"@type": ["Product", "Thing"], **FULL}]), Outcome.PASSED, 100),
        (
            block({"@type": "ProductGroup", "name": "Paita", "image": "/p.jpg", "hasVariant": [FULL]}),
            Outcome.PASSED,
            100,
        ),
        (block(LEAST), Outcome.WARNING, 60),
        (MICRODATA, Outcome.WARNING, 60),
        (block({**LEAST, "offers": {"price": "0", "priceCurrency": "EUR"}}), Outcome.FAILED, 10),
        ('<script type="application/ld+json">{"@type": "Product",}</script>', Outcome.FAILED, 0),
        (block({"@type": "ItemList", "itemListElement": [FULL]}), Outcome.FAILED, 0),
        ("<h1>Muki</h1>", Outcome.FAILED, 0),
    ],
)
def test_product_data(body: str, outcome: Outcome, score: int) -> None:
    only = result("structured-data-product", recording(page("product", body)))

    assert (only.outcome, only.score) == (outcome, score)


def test_the_value_says_what_is_missing() -> None:
    only = result("structured-data-product", recording(page("product", block(LEAST))))

    assert only.value["missing"] == ["availability", "product number", "delivery", "returns"]


def test_a_product_page_without_a_body_is_unknown() -> None:
    made = page("product")
    made.html = ""

    assert result("structured-data-product", recording(made)).outcome is Outcome.UNKNOWN
