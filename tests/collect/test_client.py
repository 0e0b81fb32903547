"""How a plain program gets into a shop: hosts at addresses of one's own, a login's cookies for its own hosts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import pytest

from auditor.collect.arrival.client import get_text, shop_client
from auditor.settings import SiteAccess
from tests.collect.pages import Served
from tests.shops.kit import Response

Serving = Callable[[Mapping[str, Response | str]], Served]
STATE = {
    "cookies": [
        {"name": "gate", "value": "open-for-us", "domain": ".shop.example"},
        {"name": "other", "value": "elsewhere", "domain": "other.example"},
    ]
}


async def test_a_host_is_found_at_the_address_that_was_given(serving: Serving) -> None:
    served = serving({"/": "<h1>Kauppa</h1>"})
    home = f"http://www.shop.example:{urlsplit(served.url).port}/"
    access = SiteAccess(resolve=(("www.shop.example", "127.0.0.1"),), state=STATE)

    async with shop_client(home, access, "test") as client:
        response, body = await get_text(client, home)

    (request,) = served.shop.asked
    assert (response.status_code, body, str(response.url)) == (200, "<h1>Kauppa</h1>", home)
    assert request.headers["host"] == urlsplit(home).netloc
    assert request.headers["cookie"] == "gate=open-for-us"


@pytest.mark.parametrize("state", [None, {}, {"cookies": []}])
async def test_without_a_login_no_cookie_is_sent(serving: Serving, state: dict[str, object] | None) -> None:
    served = serving({"/": "<h1>Kauppa</h1>"})

    async with shop_client(served.url, SiteAccess.model_validate({"state": state}), "test") as client:
        await get_text(client, served.url)

    assert "cookie" not in served.shop.asked[0].headers
