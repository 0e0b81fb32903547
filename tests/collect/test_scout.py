"""Which page the walk takes for a product's page, on a small shop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from auditor.collect.journey.choosing import choose_more
from auditor.collect.journey.lists import category_candidates
from auditor.collect.journey.options import waits_for_a_choice
from auditor.collect.journey.product import add_controls, read_product
from auditor.collect.journey.reach import find_hop
from auditor.collect.journey.route import Finds, Hop
from auditor.collect.journey.scout import scout
from auditor.collect.journey.walls import nothing_found
from auditor.collect.page.browser import Launched
from auditor.model import JourneyOutcome, ViewportName
from auditor.settings import RecordSettings, SiteAccess
from tests.collect.small_shop import SmallShop
from tests.collect.test_walk_steps import Serving, walk_on
from tests.shops.audited import audited_url
from tests.shops.kit import Request, Response, html, redirect, serve

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_browser")]

SETTINGS = RecordSettings(samples=0, pages=0, only="walk", viewports=(ViewportName.DESKTOP,), shortest=False)


@pytest.mark.parametrize("box", ["", "Featured product"], ids=["named by its link", "under a heading of the box"])
async def test_a_home_that_shows_one_product_is_not_its_page(box: str, tmp_path: Path) -> None:
    with serve(SmallShop(names=("Mug",), box=box)) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    journey = audit.journeys[ViewportName.DESKTOP]
    clicks = journey.clicks
    assert journey.product is not None
    assert (journey.product.name, journey.product.url) == ("Mug", f"{url}/mug")
    assert (clicks.product, clicks.in_cart, clicks.cart, clicks.door) == (1, 2, 2, 3)


async def test_a_product_that_is_drawn_late_is_waited_for(tmp_path: Path) -> None:
    with serve(SmallShop(late_ms=1200)) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    journey = audit.journeys[ViewportName.DESKTOP]
    clicks = journey.clicks
    assert journey.product is not None
    assert journey.product.name == "Mug"
    assert (clicks.product, clicks.in_cart, clicks.cart, clicks.door) == (1, 2, 2, 3)


@dataclass
class Changing(SmallShop):
    """Shows two other goods at each load of its home."""

    names: tuple[str, ...] = tuple(f"{colour}mug" for colour in ("red", "blue", "green", "white", "black", "grey"))
    loads: int = 0

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        everything = self.names
        if request.path == "/":
            self.loads += 1
            first = 2 * self.loads % len(everything)
            self.names = everything[first : first + 2]
        try:
            return super().handle(request)
        finally:
            self.names = everything


async def test_where_home_changes_the_product_that_was_walked_with_is_told(tmp_path: Path) -> None:
    with serve(Changing()) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    journey = audit.journeys[ViewportName.DESKTOP]
    assert journey.product is not None
    assert (journey.clicks.product, journey.clicks.door) == (1, 3)
    assert journey.product.id == journey.product.url


class HostForPhones(SmallShop):
    """Sends phones, which it knows by the browser's name, to a host of their own; home shows no goods."""

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        host = request.headers["host"]
        if "Mobile" in request.headers["user-agent"] and not host.startswith("m."):
            return redirect(f"http://m.{host}{request.path}")
        if request.path == "/":
            links = f'<a href="http://{host}/goods">Products</a> <a href="http://blog.{host}/">Blog</a>'
            return html(f'<html lang="en"><title>Shop</title><nav>{links}</nav><h1>Welcome</h1>')
        return super().handle(request)


async def test_a_shop_with_a_host_of_its_own_for_phones_is_walked_there(tmp_path: Path) -> None:
    hosts = tuple((name, "127.0.0.1") for name in ("shop.localhost", "m.shop.localhost"))
    access, screens = SiteAccess(resolve=hosts), (ViewportName.DESKTOP, ViewportName.MOBILE)
    settings = SETTINGS.model_copy(update={"viewports": screens, "access": access})
    with serve(HostForPhones()) as url:
        shop = url.replace("127.0.0.1", "shop.localhost")
        audit, _seconds = await audited_url(shop, settings, tmp_path / "audit")

    seen = {
        screen: {urlsplit(page.url).hostname for page in audit.pages if page.viewport is screen} for screen in screens
    }
    assert [one.outcome for one in audit.journeys.values()] == [JourneyOutcome.CHECKOUT_REACHED] * 2
    assert [one.clicks.door for one in audit.journeys.values()] == [4, 4]
    assert seen == {ViewportName.DESKTOP: {"shop.localhost"}, ViewportName.MOBILE: {"m.shop.localhost"}}


BUYS = '<form method="post" action="/add"><button>Add to cart</button></form>'


def row(name: str, does: str) -> str:
    """Give a row of a list, whose goods have pages of their own."""
    link = f'<a href="/{name.lower()}"><img alt="" width="90" height="90">{name}</a>'
    return f'<div class="card">{link}<p>12.00 €</p>{does}</div>'


@pytest.mark.parametrize("sold", [1, 2], ids=["from one row", "from several"])
async def test_a_list_that_adds_from_its_rows_is_no_product_page(
    launched: Launched, serving: Serving, sold: int
) -> None:
    rows = "".join(row(name, BUYS) for name in ("Mug", "Cup")[:sold])
    rows += row("Jug", '<a href="/jug">Choose</a>') + row("Pot", "<small>Sold out</small>")
    shop = serving({"/": f"<html lang=en><title>Kitchen</title><main><h1>Kitchen</h1>{rows}</main>"})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        reading = read_product(walk.now, "en", "Kitchen")

        assert (reading.is_product, reading.add) == (False, ())


async def test_lists_lie_where_the_shop_has_led_its_visitor(launched: Launched) -> None:
    with serve(HostForPhones()) as url:
        async with walk_on(launched, ViewportName.MOBILE, url.replace("127.0.0.1", "shop.localhost")) as walk:
            found = [one.control.said for one in category_candidates(walk, walk.now)]

    assert (urlsplit(walk.now.url).hostname, found) == ("m.shop.localhost", ["Products"])


@pytest.mark.parametrize(("heading", "adds"), [("", False), ("<h1>Kitchen</h1>", True)], ids=["goods", "the page"])
async def test_a_button_for_several_goods_adds_none_of_them(
    launched: Launched, serving: Serving, heading: str, adds: bool
) -> None:
    rows = "".join(row(name, '<input name="count" value="0">') for name in ("Mug", "Cup", "Jug"))
    form = f'<form method="post" action="/add">{heading}{rows}<button>Add selected to cart</button></form>'
    title = "" if heading else "<h1>Kitchen</h1>"
    shop = serving({"/": f"<html lang=en><title>Kitchen</title><main>{title}<h2>From 9.00 €</h2>{form}</main>"})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        assert bool(read_product(walk.now, "en").add) is adds


async def test_rows_without_pages_of_their_own_are_bought_where_they_stand(
    launched: Launched, serving: Serving
) -> None:
    rows = "".join(row(name, BUYS).replace("a href", "b title") for name in ("Mug", "Cup"))
    shop = serving({"/": f"<html lang=en><title>Kitchen</title><main><h1>Kitchen</h1>{rows}</main>"})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        assert read_product(walk.now, "en", "Kitchen").add


HEADER = '<div id="headerWrapper"><ul><li><a href="/tea">Tea</a></li></ul></div>'


def carded(name: str, price: str) -> str:
    """Give a card whose links are the picture and the name, above the price and what is saved."""
    picture = '<img alt="" width="90" height="90">'
    links = f'<a href="/{len(name)}">{picture}</a><br><a href="/{len(name)}">{name}</a><br>'
    return f"<div>{links}<s>99.00 €</s> <b>{price}</b><br>Save: 25% off</div>"


async def test_a_name_that_holds_a_sum_is_the_name_of_its_card(launched: Launched, serving: Serving) -> None:
    cards = carded("Gift card 50 €", "45.00 €") + carded("Voucher of 100 €", "90.00 €") + carded("Mug", "12.00 €")
    shop = serving({"/": f"<html lang=en><title>Kitchen</title>{HEADER}<h2>Goods</h2>{cards}</html>"})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        names = [card.name for card in walk.now.cards]
        areas = {one.said: one.area for one in walk.now.controls}

        assert names == ["Gift card 50 €", "Voucher of 100 €", "Mug"]
        assert (areas["Tea"], areas["Mug"]) == ("header", "main")


async def test_a_link_that_every_card_has_names_none(launched: Launched, serving: Serving) -> None:
    cards = "".join(row(name, "").replace(f"{name}</a>", f"More</a><p>{name}</p>") for name in ("Mug", "Cup", "Jug"))
    shop = serving({"/": f"<html lang=en><title>Kitchen</title><main><h1>Kitchen</h1>{cards}</main></html>"})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        assert [card.name for card in walk.now.cards] == ["Mug", "Cup", "Jug"]


async def test_goods_of_nearly_the_same_name_are_not_taken_for_each_other(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": '<html lang=en><title>Kitchen</title><a href="/red">Large mug with red dots</a></html>'})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        blue = Hop("product", "Large mug with blue dots", f"{shop.url}/blue")

        assert find_hop(walk, blue) is None
        assert find_hop(walk, replace(blue, label="Large mug with red dots")) is not None


CHOICE = "<p>Size</p><div><button>S</button><button>M</button></div>"
SLEEPING = """<!doctype html><html lang=en><meta property=og:type content=product>
<title>Shirt | Shop</title><main><h2>Shirt</h2>
<img src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>" width=300 height=300 alt=Shirt>
{}<p>25.00 €</p><button id=add disabled>Out of stock</button></main><script>
document.querySelectorAll("div button").forEach((one) => one.onclick = () => {{
  add.disabled = false; add.textContent = "Add to cart"; }});</script>"""


@pytest.mark.parametrize(
    ("choice", "woken"), [(CHOICE, 1), ("", 0), (CHOICE.replace("<button>", "<button disabled>"), 0)]
)
async def test_a_button_that_says_sold_out_until_something_is_chosen(
    launched: Launched, serving: Serving, choice: str, woken: int
) -> None:
    shop = serving({"/": "<html lang=en><a href=/shirt>Shirt</a>", "/shirt": SLEEPING.format(choice)})

    async with walk_on(launched, ViewportName.DESKTOP, shop.url) as walk:
        finds = await scout(walk, start_product=f"{shop.url}/shirt")
        added = await choose_more(walk, "Shirt", {}) if woken else 0
        controls, usable = add_controls(walk.now, "en", "Shirt")

    assert (len(finds.good), len(finds.asleep), finds.sold_out) == (0, woken, 1)
    assert [one.reading.name for one in finds.asleep] == ["Shirt"] * woken
    assert (added, usable, controls[0].said) == (woken, bool(woken), "Add to cart" if woken else "Out of stock")


def asking(chosen: str) -> str:
    """Make a product's page whose list loads it anew, and that has a button only where a size is chosen."""
    sizes = "".join(f"<option{' selected' * (size == chosen)}>{size}</option>" for size in ("40 mm", "60 mm"))
    ask = (
        f'<form><select name="size" onchange="this.form.submit()"><option value="">-- Please choose --</option>{sizes}'
    )
    bought = BUYS if chosen else "<p>Please choose a size first.</p>"
    return f"<html lang=en><title>Hinge</title><main><h1>Hinge</h1><p>6.80 €</p>{ask}</select></form>{bought}"


@pytest.mark.parametrize(("chosen", "waits"), [("", True), ("40 mm", False)])
async def test_a_product_whose_button_comes_with_a_choice_is_kept_for_it(
    launched: Launched, serving: Serving, chosen: str, waits: bool
) -> None:
    shop = serving({"/": f"<html lang=en>{carded('Hinge', '6.80 €')}", "/hinge": asking(chosen)})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/hinge")
        reading = read_product(walk.now, "en", "Hinge")

        assert await waits_for_a_choice(walk, reading) is waits


HEADER_LOGIN = '<header><a href="/login">Log in</a></header><nav><a href="/tea">Tea</a> <a href="/jam">Jam</a></nav>'


@pytest.mark.parametrize(
    ("main", "outcome"),
    [
        ("<h1>Tea</h1><p>Give your postcode to see prices. Your basket is empty.</p>", JourneyOutcome.NO_PRODUCT_FOUND),
        ("<h1>Tea</h1><p>Log in to see prices.</p>", JourneyOutcome.LOGIN_WALL),
        (
            "<h1>Tea</h1><form>E-mail <input> Password <input type=password> <button>Log in</button></form>",
            JourneyOutcome.LOGIN_WALL,
        ),
    ],
    ids=["a link in the header", "prices after logging in", "a form to log in"],
)
async def test_a_link_to_log_in_is_no_wall(
    launched: Launched, serving: Serving, main: str, outcome: JourneyOutcome
) -> None:
    shop = serving({"/": f"<html lang=en><title>Tea</title>{HEADER_LOGIN}<main>{main}</main>"})

    async with walk_on(launched, ViewportName.DESKTOP, f"{shop.url}/") as walk:
        assert nothing_found(walk, Finds()).outcome is outcome
