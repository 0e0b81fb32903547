from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from auditor.collect.journey.legs import is_virtual, orders_by_name
from auditor.collect.page.browser import Launched
from auditor.model import ViewportName
from tests.collect.pages import Served
from tests.collect.test_walk_steps import walk_on
from tests.shops.kit import Response

Serving = Callable[[Mapping[str, Response | str]], Served]


@pytest.mark.parametrize(
    ("said", "language", "orders"),
    [
        ("Telli", "et", True),
        ("Maksa ja tilaa", "fi", True),
        ("Place order", "en", True),
        ("Telli külalisena", "et", False),
        ("Tilaa vieraana", "fi", False),
        ("Order as a guest", "en", False),
    ],
)
def test_to_order_as_a_guest_is_no_order_yet(said: str, language: str, orders: bool) -> None:
    assert orders_by_name(said, language) is orders


FIRST = "<html lang=en><h1>Checkout</h1><label>E-mail <input type=email></label><button>Go on</button>"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("more", "virtual"),
    [
        pytest.param("<button>Place order</button>", True, id="it can be ordered at once"),
        pytest.param("<button disabled>4 Review & place order</button>", False, id="a later step is shown"),
        pytest.param("<h2>2 Shipping</h2><button>3 Place order</button>", False, id="a later step delivers"),
    ],
)
async def test_a_form_without_an_address_delivers_nothing_only_where_it_orders(
    launched: Launched, serving: Serving, more: str, virtual: bool
) -> None:
    shop = serving({"/": FIRST + more})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        assert await is_virtual(walk) is virtual
