"""Goods cut to measure: a size is typed, a price is worked out, and only then something adds the product."""

from __future__ import annotations

import pytest

from auditor.collect.journey.adding import add_to_cart
from auditor.collect.journey.legs import WalkState, journey_of, take_legs
from auditor.collect.journey.product import read_product
from auditor.collect.journey.route import Found, Hop
from auditor.collect.page.browser import Launched
from auditor.model import JourneyOutcome, ViewportName
from tests.collect.test_walk_steps import Serving, walk_on

pytestmark = pytest.mark.browser


def plank(lang: str, calculate: str, box: str, add: str, refusal: str = "", least: int = 40) -> str:
    """Give the page of a plank; a length under the least one is refused."""
    return (
        f"<html lang={lang}><header><a href=/bag><b id=n>0</b></a></header><main><h1>Oak plank</h1><p>3.10 € / cm</p>"
        f"<form id=f novalidate><label>cm {box}</label><button>{calculate}</button><p id=s></p></form></main><script>"
        "f.onsubmit = e => { e.preventDefault(); const cm = +f.querySelector('input').value;"
        f"if (cm < {least}) {{ s.textContent = '{refusal}'; return }}"
        f"setTimeout(() => {{ s.innerHTML = '<b>124.00 €</b> <button type=button id=a>{add}</button>';"
        "a.onclick = () => fetch('/bag', {method: 'POST'}).then(() => n.textContent = 1) }, 300) }</script>"
    )


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(plank("da", "Beregn pris", "<input type=number min=40>", "Tilføj"), id="the box tells the least"),
        pytest.param(
            plank("fi", "Laske hinta", "<input type=number>", "Lisää", "Vähintään 40 cm."), id="a refusal does"
        ),
        pytest.param(
            plank("de", "Preis berechnen", "<input inputmode=decimal placeholder='ab 40'>", "Mitnehmen"),
            id="a hint does",
        ),
        pytest.param(plank("en", "Calculate price", "<input type=number>", "Add to cart"), id="nothing does"),
    ],
)
async def test_a_length_is_typed_and_its_price_worked_out(launched: Launched, serving: Serving, page: str) -> None:
    shop = serving({"/": "<html lang=en><a href=/plank>Plank</a>", "/plank": page, "/bag": "ok"})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/plank")
        reading = read_product(walk.now, walk.language)
        added = await add_to_cart(walk, "Oak plank")

        assert (reading.add, len(reading.calculates)) == ((), 1)
        assert (added.worked, walk.clicks) == (True, 2)


async def test_a_coverage_calculator_beside_what_adds_is_left_alone(launched: Launched, serving: Serving) -> None:
    page = plank("en", "Calculate price", "<input type=number min=40>", "Go").replace(
        "</main>", "<button onclick=\"fetch('/bag').then(() => n.textContent = 1)\">Add to cart</button></main>"
    )
    shop = serving({"/": "<html lang=en><a href=/plank>Plank</a>", "/plank": page, "/bag": "ok"})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/plank")
        added = await add_to_cart(walk, "Oak plank")

        assert (added.worked, walk.clicks) == (True, 1)


UNTOLD = (
    "<html lang=en><header><a href=/bag>Bag</a></header><main><h1>Oak plank</h1><p style='font-size:30px'>124.00 €</p>"
    "<button onclick=\"fetch('/asked', {{method: 'POST'}})\" style='width:200px;height:44px'>{said}</button></main>"
)


@pytest.mark.parametrize("said", ["Add to cart", "Feel the grain"])
async def test_no_cart_is_missed_where_nothing_proves_that_it_was_filled(
    launched: Launched, serving: Serving, said: str
) -> None:
    shop = serving(
        {
            "/": "<html lang=en><a href=/plank>Oak plank</a>",
            "/plank": UNTOLD.format(said=said),
            "/asked": "ok",
            "/bag": "<html lang=en><h1>Bag</h1><p>Nothing to see</p>",
        }
    )

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/plank")
        reading = read_product(walk.now, "en")
        hop = Hop("product", "Oak plank", f"{shop.url}/plank", f"{shop.url}/plank")
        state = WalkState(Found((hop,), reading, 0, f"{shop.url}/plank"))
        journey = journey_of(walk, state, *await take_legs(walk, state), 1)

        assert (journey.outcome, journey.unsure) == (JourneyOutcome.ADD_TO_CART_FAILED, True)
