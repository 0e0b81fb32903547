"""What a press on the add button brings up and wants answered: a sheet of sizes, stores, a box with a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from auditor.collect.journey.adding import add_to_cart
from auditor.collect.page.browser import Launched
from auditor.model import ViewportName
from tests.collect.pages import Served
from tests.collect.test_walk_steps import walk_on
from tests.shops.kit import Response

Serving = Callable[[Mapping[str, Response | str]], Served]

SHEET = "position:fixed;left:0;right:0;bottom:0;height:300px;background:#fff"
ADDS = "fetch('/bag', {method: 'POST'}).then(() => { c.textContent = 1; s.hidden = true })"
SIZES = "<p>Select size</p><button disabled>S</button>" + "".join(
    f'<button onclick="{ADDS}">{size}</button>' for size in ("M", "L")
)
STORES = "<p>Where do you want it?</p>" + "".join(
    f'<p>{store} <button onclick="{ADDS}">Select</button></p>' for store in ("Leeds", "York")
)
OWN = (
    "<p>Select size</p><label><input type=radio name=z onclick='b.disabled=false'>M</label>"
    "<label><input type=radio name=z onclick='b.disabled=false'>L</label>"
    f'<button id=b disabled onclick="{ADDS}">Add to bag</button>'
)
NEWS = "<p>Select the news you want</p><input type=email><button>Tea</button><button>Jam</button>"


def page(sheet: str) -> str:
    return (
        "<html lang=en><h1>Coat</h1><p>80.00 €</p><button onclick='s.hidden = false'>Add to bag</button>"
        f"<p>Cart <b id=c>0</b></p><div id=s role=dialog style='{SHEET}' hidden><form onsubmit='return false'>"
        f"<button type=button onclick='s.hidden = true'>Close</button>{sheet}</form></div>"
    )


@pytest.mark.browser
@pytest.mark.parametrize(
    ("sheet", "worked", "clicks", "in_bag"),
    [
        pytest.param(SIZES, True, 2, "1", id="a size that adds at once"),
        pytest.param(STORES, True, 2, "1", id="a store for each button"),
        pytest.param(OWN, True, 3, "1", id="a size and a button of its own"),
        pytest.param(NEWS, False, 0, "0", id="an offer of news is left alone"),
    ],
)
async def test_what_the_button_brings_is_answered(
    launched: Launched, serving: Serving, sheet: str, worked: bool, clicks: int, in_bag: str
) -> None:
    shop = serving({"/": "<html lang=en><a href=/coat>Coat</a>", "/coat": page(sheet), "/bag": "ok"})

    async with walk_on(launched, ViewportName.MOBILE, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/coat")
        added = await add_to_cart(walk, "Coat")

        assert (added.worked, walk.clicks, await walk.tab.page.text_content("#c")) == (worked, clicks, in_bag)
