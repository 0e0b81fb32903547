"""What a shop makes itself: a price and a button that wait for a choice, radios behind labels, rows to swipe."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from auditor.collect.journey.adding import add_to_cart
from auditor.collect.journey.cards import address_key
from auditor.collect.journey.options import options_here
from auditor.collect.journey.product import add_controls
from auditor.collect.journey.reach import reach
from auditor.collect.journey.route import Found, Hop
from auditor.collect.journey.scout import scout
from auditor.collect.page.browser import Launched
from auditor.model import ViewportName
from tests.collect.pages import Served
from tests.collect.test_walk_steps import walk_on
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
STYLE = """<style>
header { position: sticky; top: 0; height: 60px; z-index: 9 }
.row { overflow: hidden; width: 100% } .row div { display: flex }
.row a { flex: 0 0 260px; height: 200px } .row img { width: 120px; height: 120px }
[role=radio] { position: absolute; width: 16px; height: 16px; padding: 0; clip: rect(0, 0, 0, 0); overflow: hidden }
label { display: inline-block; padding: 12px 30px; border: 1px solid }
</style>"""
NAMES = ("Jug", "Pan", "Pot", "Lid", "Cup", "Tray", "Bowl", "Dish")
PICTURE = "<img alt='' src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>'>"
CARDS = "".join(f"<a href=/{name.lower()}>{PICTURE}<h3>{name}</h3><p>from 9.00 €</p></a>" for name in NAMES)
SWIPED = """<script>const row = document.querySelector('.row'), track = row.firstElementChild;
let from = 0, at = 0, go = 0;
row.addEventListener('touchstart', (e) => { from = e.touches[0].clientX });
row.addEventListener('touchmove', (e) => {
  go = e.touches[0].clientX - from; track.style.transform = `translateX(${at + go}px)` });
row.addEventListener('touchend', () => { at += go; go = 0 });</script>"""
ROW = f"<div class=row style='touch-action: pan-y'><div>{CARDS}</div></div>{SWIPED}"


def radios(group: str, *choices: str) -> str:
    named = "".join(
        f"<button type=button role=radio aria-checked=false id={group}{one} class='aspect-square disabled:opacity-50'>"
        f"</button><label for={group}{one}>{one}</label>"
        for one in choices
    )
    return f"<h4>{group}</h4><div role=radiogroup>{named}</div>"


JUG = f"""<!doctype html><html lang=en><title>Jug</title>{STYLE}
<header><a href=/>Home</a> <a href=/cart>Cart <b id=n>0</b></a></header><main><h1>Jug</h1><p id=price></p>
{radios("Size", "S", "L")}{radios("Colour", "Red", "Blue")}
<button id=add disabled>Select options</button><h2>Related</h2>{ROW}</main><script>
const all = [...document.querySelectorAll('[role=radio]')];
for (const one of all) one.onclick = () => {{
  for (const other of all) if (other.parentElement === one.parentElement)
    other.setAttribute('aria-checked', other === one);
  if (document.querySelectorAll('[aria-checked=true]').length < 2) return;
  add.disabled = false; add.textContent = 'Add to cart'; price.textContent = '12.00 €' }};
add.onclick = () => fetch('/bag', {{method: 'POST'}}).then(() => n.textContent = 1)</script>"""
HOME = f"<!doctype html><html lang=en>{STYLE}<main><h1>Kitchen</h1>{ROW}</main>"


async def test_a_product_without_a_price_until_all_is_chosen_is_no_list(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": HOME, **{f"/{name.lower()}": JUG.replace("Jug", name) for name in NAMES}, "/bag": "ok"})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        finds = await scout(walk)

    assert (finds.good[0].reading.name, finds.good[0].options, finds.good[0].sure) == ("Jug", 2, False)
    assert {len(one.route) for one in finds.good} == {1}


@pytest.mark.parametrize("viewport", [ViewportName.DESKTOP, ViewportName.MOBILE])
async def test_radios_that_show_as_their_labels_only_are_chosen(
    launched: Launched, serving: Serving, viewport: ViewportName
) -> None:
    shop = serving({"/": HOME, "/jug": JUG, "/bag": "ok"})

    async with walk_on(launched, viewport, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/jug")
        controls, usable = add_controls(walk.now, "en", "Jug")
        groups = await options_here(walk, controls[0])
        added = await add_to_cart(walk, "Jug")

    assert (controls[0].said, usable) == ("Select options", False)
    assert [[one.said for one in group.controls] for group in groups] == [["S", "L"], ["Red", "Blue"]]
    assert (added.worked, walk.clicks) == (True, 3)


@pytest.mark.parametrize(
    ("home", "reached"),
    [pytest.param(HOME, True, id="it moves"), pytest.param(HOME.replace("touchmove", "moved"), False, id="it stays")],
)
async def test_a_row_is_swiped_on_a_phone_without_a_click(
    launched: Launched, serving: Serving, home: str, reached: bool
) -> None:
    shop = serving({"/": home, "/dish": "<html lang=en><h1>Dish</h1>"})

    async with walk_on(launched, ViewportName.MOBILE, f"{shop.url}/") as walk:
        hop = Hop("product", "Dish", address_key(f"{shop.url}/dish"), f"{shop.url}/dish")
        came = await reach(walk, Found((hop,), None, 0, hop.href))  # type: ignore[arg-type]

    assert (came, walk.clicks) == (reached, int(reached))
