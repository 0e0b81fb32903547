"""The guard in a browser: a request that cannot be judged is refused at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest
from playwright.async_api import Error

from auditor.collect.guarding.guard import Guard
from auditor.collect.page.browser import Launched, new_context
from auditor.model import ViewportName
from auditor.settings import SiteAccess
from tests.collect.pages import Served
from tests.shops.kit import Response

pytestmark = pytest.mark.browser


def unable(_url: str) -> bool:
    raise LookupError("nothing is known of this host")


async def test_a_request_that_cannot_be_judged_is_not_left_waiting(
    launched: Launched, serving: Callable[[Mapping[str, Response | str]], Served]
) -> None:
    shop = serving({"/": "<h1>Shop</h1>"})
    context = await new_context(launched, ViewportName.DESKTOP, locale="fi-FI", timezone="UTC", access=SiteAccess())
    await Guard(silenced=unable).attach(context)
    page = await context.new_page()

    begun = time.monotonic()
    with pytest.raises(Error, match="ERR_BLOCKED_BY_CLIENT"):
        await page.goto(shop.url, timeout=10_000)

    assert time.monotonic() - begun < 8
    await context.close()
