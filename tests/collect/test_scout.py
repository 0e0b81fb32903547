"""Which page the walk takes for a product's page, on a small shop."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.model import ViewportName
from auditor.settings import RecordSettings
from tests.collect.small_shop import SmallShop
from tests.shops.audited import audited_url
from tests.shops.kit import serve

pytestmark = pytest.mark.browser

SETTINGS = RecordSettings(samples=0, pages=0, only="walk", viewports=(ViewportName.DESKTOP,), shortest=False)


@pytest.mark.parametrize("box", ["", "Featured product"], ids=["named by its link", "under a heading of the box"])
async def test_a_home_that_shows_one_product_is_not_its_page(box: str, tmp_path: Path) -> None:
    with serve(SmallShop(names=("Mug",), box=box)) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    journey = audit.journeys[ViewportName.DESKTOP]
    clicks = journey.clicks
    assert journey.product is not None
    assert (journey.product.name, journey.product.url) == ("Mug", f"{url}/mug")
    assert (clicks.product, clicks.in_cart, clicks.cart, clicks.door) == (1, 2, 2, 3)


async def test_a_product_that_is_drawn_late_is_waited_for(tmp_path: Path) -> None:
    with serve(SmallShop(late_ms=1200)) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    journey = audit.journeys[ViewportName.DESKTOP]
    clicks = journey.clicks
    assert journey.product is not None
    assert journey.product.name == "Mug"
    assert (clicks.product, clicks.in_cart, clicks.cart, clicks.door) == (1, 2, 2, 3)
