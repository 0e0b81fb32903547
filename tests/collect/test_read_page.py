"""What a page script read comes back as it is, whatever the page did to the language it runs in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from playwright.async_api import Error

from auditor.collect.page.browser import Launched
from auditor.collect.page.scripts import read_page
from auditor.model import ViewportName
from tests.collect.pages import Served
from tests.collect.tabs import tab_on
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
GOODS = "<button id=buy>Lisää ”ostoskoriin” \u2028 \\ {}</button><a href='/a'>Älä 🧶</a>"
# What Prototype 1.6 did: a list wrote itself as a text within the text.
PROTOTYPE = "<script>Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };</script>"


@pytest.mark.parametrize("head", ["", PROTOTYPE])
async def test_what_was_read_is_the_same_beside_old_libraries(head: str, launched: Launched, serving: Serving) -> None:
    shop = serving({"/": head + GOODS})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        read = await read_page(tab.page, "snapshot.js")

    assert [one["text"] for one in read["controls"]] == ["Lisää ”ostoskoriin” \\ {}", "Älä 🧶"]


async def test_a_page_that_spoils_the_writing_of_json_cannot_be_read(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": "<script>JSON.stringify = () => '{';</script>"})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        with pytest.raises(Error, match=r"snapshot\.js gave what cannot be read"):
            await read_page(tab.page, "snapshot.js")
