"""The cart after the product was added: a drawer that slides in late, and a page that only says what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from auditor.collect.journey.cart import open_cart
from auditor.collect.journey.proof import another_page
from auditor.collect.page.browser import Launched
from auditor.model import ViewportName
from tests.collect.pages import Served
from tests.collect.test_walk_steps import walk_on
from tests.shops.kit import Response

Serving = Callable[[Mapping[str, Response | str]], Served]

PRODUCT = (
    "<html lang=fi><h1>Muki</h1><p>6,90 €</p><input name=qty type=number value=1 aria-label=määrä>"
    "<form method=post><button>Lisää ostoskoriin</button></form><p id=m></p><script>"
    "if (location.search) { m.innerHTML = '”Muki” on lisätty ostoskoriin. <a href=/kori>Näytä ostoskori</a>';LATER }"
    "</script>"
)
DRAWER = (
    "<h3>Ostoskori</h3><p>Muki 1 × 6,90 €<button>Poista tuote</button></p><p>Yhteensä 6,90 €</p>"
    "<a href=/kassa>Kassa</a>"
)
SLIDES_IN = (
    "setTimeout(() => { const d = document.createElement('aside');"
    " d.style = 'position:fixed;top:0;right:0;width:300px;height:100%;background:#fff';"
    f" d.innerHTML = '{DRAWER}'; document.body.append(d) }}, 700)"
)
CART = f"<html lang=fi><title>Ostoskori</title><h1>Ostoskori</h1>{DRAWER}"


@pytest.mark.browser
@pytest.mark.parametrize("viewport", [ViewportName.DESKTOP, ViewportName.MOBILE])
@pytest.mark.parametrize(("later", "kind", "clicks"), [(SLIDES_IN, "layer", 0), ("", "page", 1)])
async def test_the_page_that_comes_back_with_a_notice_is_not_the_cart(
    launched: Launched, serving: Serving, viewport: ViewportName, later: str, kind: str, clicks: int
) -> None:
    shop = serving(
        {"/": "<html lang=fi><a href=/muki>Muki</a>", "/muki": PRODUCT.replace("LATER", later), "/kori": CART}
    )

    async with walk_on(launched, viewport, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/muki")
        before = walk.now
        await walk.go(f"{shop.url}/muki?lisatty=1")
        found = await open_cart(walk, "Muki", before)

        assert found.view is not None
        assert (found.view.kind, walk.clicks) == (kind, clicks)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("/muki", "/muki?lisatty=1", False),
        ("/muki?koko=m", "/muki?koko=m&lisatty=1", False),
        ("/muki", "/kori", True),
        ("/index.php?route=product&id=4", "/index.php?route=cart", True),
        ("/#/muki", "/#/kori", True),
    ],
)
def test_an_address_that_leads_elsewhere(before: str, after: str, expected: bool) -> None:
    assert another_page(f"https://kauppa.example{before}", f"https://kauppa.example{after}") is expected
