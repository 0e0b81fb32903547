"""What a page's own claims tell of its product."""

from __future__ import annotations

import json

import pytest

from auditor.collect.journey.claims import claimed_product

PRODUCT = json.dumps({"@type": "Product", "name": "Muki"})


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, '{"a":' * 100_000])
def test_a_claim_that_cannot_be_read_hides_no_other(broken: str) -> None:
    assert claimed_product([broken, PRODUCT]) == {"@type": "Product", "name": "Muki"}
