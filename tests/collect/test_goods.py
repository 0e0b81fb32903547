from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from auditor.collect.gather.axe import axe_of
from auditor.collect.gather.goods import goods_of
from auditor.collect.page.browser import Launched
from auditor.model import Goods, ViewportName
from tests.collect.pages import Served
from tests.collect.tabs import tab_on
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
PICTURE = (
    '<img src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>" width="300" height="300" alt="Muki">'
)
CARD = f'<li><a href="/t/{{0}}">{PICTURE}<span>Huivi {{0}}</span></a><p>{{0}}0,00 €</p></li>'
PRODUCT = f"""<!doctype html><html lang="fi"><title>Muki</title><body>
<header><p>Ilmainen toimitus yli 80 €</p></header>
<main><h1>Muki</h1>{PICTURE}<p class="price">18,90 € <s>24,90 €</s> sis. alv</p><p>Varastossa</p>
<form action="/kori/lisaa" method="post"><button>Lisää ostoskoriin</button></form>
<p>Toimitusaika 2–3 arkipäivää</p><p hidden>piilossa</p>
<div style="height:1500px"></div><h2>Liittyvät</h2>
<ul>{"".join(CARD.format(n) for n in range(1, 5))}</ul>
</main><footer><p>Y-tunnus 9876543-0</p></footer>"""


async def goods(launched: Launched, serving: Serving, page: str, viewport: ViewportName) -> Goods:
    async with tab_on(launched, viewport, serving({"/": page}).url) as tab:
        found = await goods_of(tab, await tab.look(), "fi")
    assert found is not None
    return found


@pytest.mark.parametrize("viewport", [ViewportName.DESKTOP, ViewportName.MOBILE])
async def test_a_products_price_button_and_what_stands_near(
    launched: Launched, serving: Serving, viewport: ViewportName
) -> None:
    found = await goods(launched, serving, PRODUCT, viewport)

    assert (found.sells, found.name, found.amount, found.struck) == (True, "Muki", 18.9, ("24,90 €",))
    assert (found.button, found.enabled, found.sold_out) == ("Lisää ostoskoriin", True, False)
    assert {"Varastossa", "Toimitusaika 2–3 arkipäivää"} <= set(found.near)
    assert not {"piilossa", "Ilmainen toimitus yli 80 €", "Y-tunnus 9876543-0", "Huivi 1"} & set(found.near)


@pytest.mark.parametrize(
    ("heading", "price", "amount"),
    [
        ("Lahjakortti 50 € kahvilaan", "45,00 €", 45.0),
        ("Lahjakortti 50 € kahvilaan", "Ilmainen toimitus yli 80 €", 50.0),
        ("Muki <span>12,00 €</span>", "5,90 €", 12.0),
    ],
)
async def test_a_sum_in_a_products_name_is_its_price_only_where_no_other_stands_bare(
    launched: Launched, serving: Serving, heading: str, price: str, amount: float
) -> None:
    page = PRODUCT.replace("<h1>Muki</h1>", f"<h1>{heading}</h1>")
    page = page.replace("18,90 € <s>24,90 €</s> sis. alv", price)

    found = await goods(launched, serving, page, ViewportName.DESKTOP)

    assert found.amount == amount


async def test_the_button_of_another_products_card_is_not_its_own(launched: Launched, serving: Serving) -> None:
    form = '<form action="/kori/lisaa" method="post"><button>Lisää ostoskoriin</button></form>'
    gone = (
        PRODUCT.replace("Varastossa", "Ei saatavilla")
        .replace(form, "")
        .replace("0,00 €</p></li>", f"0,00 €</p>{form}</li>")
    )

    found = await goods(launched, serving, gone, ViewportName.DESKTOP)

    assert (found.name, found.button, found.enabled) == ("Muki", "", None)


async def test_the_products_of_a_list_keep_their_addresses_and_prices(launched: Launched, serving: Serving) -> None:
    found = await goods(launched, serving, PRODUCT, ViewportName.DESKTOP)

    assert [(card.name, card.href[-4:], card.prices) for card in found.cards][:2] == [
        ("Huivi 1", "/t/1", ("10,00 €",)),
        ("Huivi 2", "/t/2", ("20,00 €",)),
    ]


async def test_axe_names_rules_and_elements_and_leaves_the_page_alone(launched: Launched, serving: Serving) -> None:
    page = '<!doctype html><html lang="fi"><title>Muki</title><main><h1>Muki</h1><button id="osta"></button></main>'
    async with tab_on(launched, ViewportName.DESKTOP, serving({"/": page}).url) as tab:
        found = await axe_of(tab)
        touched = await tab.page.evaluate("() => 'axe' in window")

    assert (found.problem, touched) == ("", False)
    assert [(rule.id, rule.impact, rule.elements[0].selector) for rule in found.rules] == [
        ("button-name", "critical", "#osta")
    ]


async def test_ranges_of_prices_that_narrow_a_list_are_no_products(launched: Launched, serving: Serving) -> None:
    ranges = ("<a href='?p=1'>10,00 € - 20,00 €</a> (3)", "<a href='?p=2'>20,00 € - 30,00 €</a> (1)")
    last = "<a href='?p=3'>30,00 € ja yli (2)</a>"
    aside = f"<aside><ol>{''.join(f'<li>{one}</li>' for one in (*ranges, last))}</ol></aside>"
    shown = (
        f"<html lang=fi><body>{aside}<main><ul>{''.join(CARD.format(n) for n in range(1, 4))}</ul></main></body></html>"
    )

    found = await goods(launched, serving, shown, ViewportName.DESKTOP)

    assert [card.name for card in found.cards] == ["Huivi 1", "Huivi 2", "Huivi 3"]


async def test_a_name_whose_heading_is_another_screens_is_read(launched: Launched, serving: Serving) -> None:
    heading = "<h1 style='display:none'>Muki</h1><p style='font-size:30px'>Muki</p>"

    found = await goods(launched, serving, PRODUCT.replace("<h1>Muki</h1>", heading), ViewportName.DESKTOP)

    assert found.name == "Muki"
