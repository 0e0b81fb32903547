"""A step of the walk: its picture's outline lies where the window showed what was pressed next."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

import pytest

from auditor.collect.guarding.guard import Guard
from auditor.collect.journey.adding import add_to_cart
from auditor.collect.journey.checkout import go_to_checkout
from auditor.collect.journey.legs import WalkState, journey_of
from auditor.collect.journey.options import options_here
from auditor.collect.journey.product import read_product
from auditor.collect.journey.proof import CartView
from auditor.collect.journey.reach import follow
from auditor.collect.journey.route import Found
from auditor.collect.journey.walk import Recorder, Walk
from auditor.collect.page.browser import VIEWPORTS, Launched, new_context
from auditor.collect.page.seen import Seen
from auditor.collect.page.tab import Tab, open_tab
from auditor.model import Act, Box, ConsentChoice, JourneyOutcome, PageKind, ViewportName
from auditor.settings import SiteAccess
from tests.collect.pages import Served
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
STYLE = "<style>body { margin: 0 } button { position: absolute; left: 40px; width: 100px; height: 30px }</style>"


async def visited(_tab: Tab, _seen: Seen, _kind: PageKind, _depth: int | None) -> str:
    return "visit"


async def pictured(_tab: Tab) -> str | None:
    return "shot.webp"


def noted(_act: Act) -> None:
    return


@asynccontextmanager
async def walk_on(launched: Launched, viewport: ViewportName, url: str) -> AsyncIterator[Walk]:
    context = await new_context(launched, viewport, locale="fi-FI", timezone="Europe/Helsinki", access=SiteAccess())
    tab = await open_tab(context, viewport, touch=VIEWPORTS[viewport].touch)
    recorder = Recorder(act=noted, visit=visited, shot=pictured)
    walk = Walk(tab, Guard(), url, ConsentChoice.ACCEPT, recorder, time.monotonic() + 30)
    assert await walk.go(url) == ""
    await walk.step("home")
    yield walk
    await context.close()


async def outlined(walk: Walk, said: str) -> Box | None:
    """Press a control and give where the picture of the step before shows it."""
    control = next(one for one in walk.now.visible if one.said == said)
    press = await walk.press(control)
    await walk.look()
    await walk.step("next", press=press, control=control)
    return walk.steps[-2].box


async def test_what_is_pressed_is_outlined_in_the_window(launched: Launched, serving: Serving) -> None:
    far = "<p style='height:3000px'></p><button style='top:2500px'>Far</button>"
    shop = serving({"/": f"{STYLE}<button style='top:200px'>Near</button>{far}"})

    async with walk_on(launched, ViewportName.DESKTOP, shop.url) as walk:
        assert await outlined(walk, "Near") == Box(x=40, y=200, width=100, height=30)
        await walk.tab.page.evaluate("scrollTo(0, 1800)")
        await walk.look()
        await walk.step("lower")
        assert await outlined(walk, "Far") == Box(x=40, y=700, width=100, height=30)


async def test_what_came_later_is_not_in_the_picture(launched: Launched, serving: Serving) -> None:
    more = "document.body.innerHTML += '<button style=\"top:90px\">Late</button>'"
    late = f"<script>setTimeout(() => {more}, 1500)</script>"
    shop = serving({"/": f"{STYLE}<p>Soon</p>{late}"})

    async with walk_on(launched, ViewportName.DESKTOP, shop.url) as walk:
        assert await walk.look_for_change(walk.now)
        assert await outlined(walk, "Late") is None


async def test_a_page_that_a_phone_shrinks_is_outlined_as_it_is_shown(launched: Launched, serving: Serving) -> None:
    wide = "<div style='width:980px'>made for desktops</div>"
    shop = serving({"/": f"{STYLE}{wide}<button style='top:200px'>Near</button>"})

    async with walk_on(launched, ViewportName.MOBILE, shop.url) as walk:
        box = await outlined(walk, "Near")

    assert box is not None
    assert box.x == pytest.approx(40 * 412 / 980, abs=1)
    assert box.y == pytest.approx(200 * 412 / 980, abs=2)


# Something moves all the time, so that only the page itself can tell that the press was missed.
RESTLESS = "<i id=dot></i><script>setInterval(() => dot.style.left = `${Math.random()}px`, 100)</script>"
WAKES = "<script>setTimeout(() => go.onclick = () => location.href = '/lamp', 1500)</script>"
FOOT = "<div class=foot><span class=b onclick=0>Terms</span><span class=b onclick=0>Press</span></div>"
SIZES = "<div class=sizes><span class=b onclick=0>S</span><span class=b onclick=0>M</span></div>"
SMALL = "<style>.b { display: inline-block; width: 50px; height: 30px; cursor: pointer }</style>"


async def test_a_press_that_a_restless_page_missed_is_made_again(launched: Launched, serving: Serving) -> None:
    lamp = "<html lang=en><h1>Lamp</h1>"
    shop = serving({"/": f"<html lang=en><button id=go>Lamp</button>{RESTLESS}{WAKES}", "/lamp": lamp})

    async with walk_on(launched, ViewportName.DESKTOP, shop.url) as walk:
        press, changed = await follow(walk, next(one for one in walk.now.visible if one.said == "Lamp"))

        assert (press.done, changed, walk.now.h1) == (True, True, ("Lamp",))


async def test_a_menu_that_a_press_opened_is_not_pressed_shut(launched: Launched, serving: Serving) -> None:
    menu = "<button id=go>Goods</button><nav hidden><a href=/lamps>Lamps</a></nav>"
    opens = "<script>go.onclick = () => document.querySelector('nav').toggleAttribute('hidden')</script>"
    shop = serving({"/": f"<html lang=en>{menu}{opens}"})

    async with walk_on(launched, ViewportName.MOBILE, shop.url) as walk:
        _press, changed = await follow(walk, next(one for one in walk.now.visible if one.said == "Goods"))

        assert (changed, [one.said for one in walk.now.visible]) == (True, ["Goods", "Lamps"])


async def test_what_home_shows_as_well_is_no_option_of_a_product(launched: Launched, serving: Serving) -> None:
    lamp = f"<html lang=en>{SMALL}<h1>Lamp</h1><p>20.00 €</p>{SIZES}<button>Add to cart</button>{FOOT}"
    shop = serving({"/": f"<html lang=en>{SMALL}<a href=/lamp>Lamp</a>{FOOT}", "/lamp": lamp})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/lamp")
        add = next(one for one in walk.now.visible if one.said == "Add to cart")
        groups = await options_here(walk, add)

        assert [[one.said for one in group.controls] for group in groups] == [["S", "M"]]


SHEET = (
    "<html lang=en><h1>Jumper</h1><p>145.00 €</p><button id=o>Choose options</button><p>Bag <b id=n>0</b></p>"
    "<div id=s role=dialog hidden style='position:fixed;inset:40% 0 0 0;background:#fff'><h2>Jumper</h2>"
    "<p><button class=b disabled>S</button> <button class=b>M</button> <button class=b>L</button></p>"
    "<p><button id=a disabled>Add to bag</button></p></div><script>o.onclick = () => s.hidden = false;"
    "const all = document.querySelectorAll('.b');"
    "for (const b of all) b.onclick = () => { b.className += ' selected'; a.disabled = false };"
    "a.onclick = () => fetch('/bag', {method: 'POST'}).then(() => n.textContent = 1)</script>"
)
RENAMED = (
    "<html lang=en><h1>Jumper</h1><p>145.00 €</p><p>Bag <b id=n>0</b></p><p><button class=b>S</button>"
    "<button class=b>M</button></p><p><button id=a>Choose size</button></p><script>"
    "const all = document.querySelectorAll('.b'); let size = '';"
    "for (const b of all) b.onclick = () => { size = b.textContent; a.textContent = 'Add to bag' };"
    "a.onclick = () => size && fetch('/bag', {method: 'POST'}).then(() => n.textContent = 1)</script>"
)


@pytest.mark.parametrize(
    ("product", "clicks"),
    [
        pytest.param(SHEET, 3, id="a button opens the choices"),
        pytest.param(RENAMED, 2, id="the button itself asks for a size until it is chosen"),
    ],
)
async def test_what_is_pressed_to_choose_is_counted(
    launched: Launched, serving: Serving, product: str, clicks: int
) -> None:
    shop = serving({"/": "<html lang=en><a href=/jumper>Jumper</a>", "/jumper": product, "/bag": "ok"})

    async with walk_on(launched, ViewportName.MOBILE, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/jumper")
        added = await add_to_cart(walk, "Jumper")

        assert (added.worked, walk.clicks) == (True, clicks)


TERMS = (
    "<html lang=en><h1>Shopping cart</h1><p>Mug 12.00 €</p><p>Total 12.00 €</p><label><input type=checkbox id=t>"
    "I agree with the terms of service</label><button id=c>Checkout</button><script>c.onclick = () =>"
    " t.checked ? location.href = '/pay' : alert('Please accept the terms of service.')</script>"
)
PAY = "".join(f"<label>{one} <input></label>" for one in ("E-mail", "Name", "Street", "City"))


async def test_what_a_refusal_asks_for_is_ticked_and_counted(launched: Launched, serving: Serving) -> None:
    pay = f"<html lang=en><h1>Checkout</h1><form method=post>{PAY}<button>Place order</button></form>"
    shop = serving({"/": TERMS, "/pay": pay})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        view = CartView("page", (), ("a total",))
        at = await go_to_checkout(walk, view, frozenset())

        assert (at.reached, walk.clicks) == (True, 2)


async def test_a_walk_that_ends_early_keeps_what_went_wrong_at_its_end(launched: Launched, serving: Serving) -> None:
    adding = "function add() { fetch('/cart/add'); throw new Error('no cart') }"
    script = f"<script>{adding} throw new Error('at once')</script>"
    shop = serving({"/": f"{STYLE}<button onclick='add()' style='top:90px'>Add</button>{script}"})

    async with walk_on(launched, ViewportName.DESKTOP, shop.url) as walk:
        await walk.press(next(one for one in walk.now.visible if one.said == "Add"))
        state = WalkState(Found((), read_product(walk.now, "en", ""), 0, shop.url))
        ended = journey_of(walk, state, JourneyOutcome.ADD_TO_CART_FAILED, "nothing changed after the press", 1)
        reached = journey_of(walk, state, JourneyOutcome.CHECKOUT_REACHED, "", 1)

    assert [one.split(" (")[0] for one in ended.end_errors] == ["no cart"]
    assert ended.end_failed == (f"404 {shop.url.rstrip('/')}/cart/add",)
    assert (reached.end_errors, reached.end_failed) == ((), ())


BAR = (
    "<style>figure { position: relative; width: 300px; height: 200px }"
    "figure a { position: absolute; inset: auto 0 0; height: 40px }"
    ".bar { display: none; position: absolute; inset: auto 0 0; height: 60px } figure:hover .bar { display: block }"
    "</style><figure><a href=/lamp aria-label=Lamp></a><div class=bar><button>Save</button></div></figure>"
    "<p><a href=/lamp>Lamp</a></p>"
)


async def test_where_a_bar_came_over_a_picture_the_name_is_pressed(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": f"<html lang=en>{BAR}", "/lamp": "<html lang=en><h1>Lamp</h1>"})

    async with walk_on(launched, ViewportName.DESKTOP, shop.url) as walk:
        picture = next(one for one in walk.now.visible if one.said == "Lamp" and one.box.width > 200)
        _press, changed = await follow(walk, picture)

        assert (changed, walk.now.h1) == (True, ("Lamp",))


SIDE_CART = (
    "<html lang=en><h1>Mug</h1><div id=side role=dialog style='position:fixed;inset:0 0 0 50%;background:#fff'>"
    "<h2>Cart</h2><p>Mug 12.00 € <button>Remove</button></p><p>Total 12.00 €</p><footer><a href=/cart>View cart</a>"
    "</footer></div><div style='position:fixed;right:0;bottom:0'><button>Let's chat</button></div>"
)
CART = "<html lang=en><h1>Cart</h1><p>Mug 12.00 €</p><p>Total 12.00 €</p><a href=/pay>Checkout</a>"


async def test_from_a_layer_without_a_way_on_the_cart_s_page_is_opened(launched: Launched, serving: Serving) -> None:
    pay = f"<html lang=en><h1>Checkout</h1><form method=post>{PAY}<button>Place order</button></form>"
    shop = serving({"/": SIDE_CART, "/cart": CART, "/pay": pay})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        view = CartView("layer", (), ("a total",), next(one for one in walk.now.layers if one.selector == "#side"))
        at = await go_to_checkout(walk, view, frozenset())

        assert (at.reached, walk.clicks) == (True, 2)
        assert walk.interruptions == []


CHAT = "<form id=chat><input name=m placeholder='Write to us'><button>Send</button></form>"
COUPON = "<form id=sale><input name=coupon><button>Apply</button></form>"
AMOUNT = "<form id=cart><input name=n value=1><button>Update</button></form>"


async def test_a_box_for_words_of_one_s_own_is_no_code_and_no_amount(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": f"<html lang=en>{CHAT}{COUPON}{AMOUNT}"})

    async with walk_on(launched, ViewportName.DESKTOP, shop.url) as walk:
        asks = {one.said: one.form_asks for one in walk.now.visible if one.submits}

        assert asks == {"Send": True, "Apply": False, "Update": False}


async def test_the_foot_of_a_dialog_is_not_the_foot_of_the_page(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": f"{SIDE_CART}<footer><a href=/terms>Terms</a></footer>"})

    async with walk_on(launched, ViewportName.DESKTOP, shop.url) as walk:
        areas = {one.said: one.area for one in walk.now.controls}

        assert (areas["View cart"], areas["Terms"]) == ("dialog", "footer")


async def test_a_page_on_which_nothing_stands_yet_is_waited_for(launched: Launched, serving: Serving) -> None:
    late = "<script>setTimeout(() => document.body.innerHTML = '<h1>Lamp</h1>', 900)</script>"
    shop = serving({"/": f"<html lang=en><body><div id=app></div>{late}"})

    async with walk_on(launched, ViewportName.DESKTOP, shop.url) as walk:
        assert walk.now.h1 == ("Lamp",)


async def test_swatches_with_ids_of_their_own_are_parted_by_the_names_they_share(
    launched: Launched, serving: Serving
) -> None:
    links = [(3, "S", 7), (4, "M", 7), (12, "Red", 8), (13, "Blue", 8)]
    row = "".join(
        f"<a id=pick{n} class='pick pick-{of}' href='javascript:void(0)'>{said}</a> " for n, said, of in links
    )
    shop = serving(
        {"/": f"<html lang=en><main><h1>Tee</h1><p>29.00 €</p><p>{row}</p><button>Add to cart</button></main>"}
    )

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        add = next(one for one in walk.now.visible if one.said == "Add to cart")
        groups = await options_here(walk, add)

        assert [[one.said for one in group.controls] for group in groups] == [["S", "M"], ["Red", "Blue"]]
