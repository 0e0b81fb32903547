"""Whether a product stays in the cart, looked at after a walk and before the cart is emptied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from auditor.collect.journey import kept_cart
from auditor.collect.journey.walker import Walked, walk_shop
from auditor.collect.page.browser import Launched
from auditor.demo_shop import serve as serve_demo
from auditor.model import KeptCartSeen, ViewportName
from auditor.settings import RecordSettings
from tests.collect.test_emptying import silent
from tests.shops.audited import new_shop
from tests.shops.kit import Request, Response, Shop, html, serve

pytestmark = pytest.mark.browser

DESKTOP = RecordSettings(viewports=(ViewportName.DESKTOP,), shortest=False)
# A shop of one script, whose cart is a variable, or lies in the storage of its tab.
SCRIPTED = """<!doctype html><html lang="en"><head><title>Mugs</title><meta charset="utf-8"></head><body>
<header><a href="/">Mugs</a> <a href="/cart">Cart</a></header><main></main><script>
let cart = KEPT;
const keep = () => { STORE };
const add = () => { cart.push(1); keep(); go("/cart"); };
const empty = () => { cart = []; keep(); draw(); };
const field = (label, more) => `<label>${label} <input ${more}></label>`;
const pages = {
  "/": () => `<h1>Mugs</h1><div><a href="/mug"><img alt="" width=90 height=90 src="data:,">Blue enamel mug</a>
    <b>12.00 €</b></div>`,
  "/mug": () => `<h1>Blue enamel mug</h1><p>12.00 €</p><p>In stock</p><button onclick="add()">Add to cart</button>`,
  "/cart": () => cart.length ? `<h1>Shopping cart</h1><p>Blue enamel mug, quantity 1</p><p>Total 12.00 €</p>
    <button onclick="empty()">Remove</button> <a href="/checkout">Checkout</a>`
    : `<h1>Shopping cart</h1><p>Your cart is empty.</p>`,
  "/checkout": () => `<h1>Checkout as a guest</h1><p>Blue enamel mug</p><form>
    ${field("E-mail", "type=email name=email")}
    ${field("Name", "name=name autocomplete=name")} ${field("Street", "name=street autocomplete=street-address")}
    ${field("Postcode", "name=postcode")} ${field("City", "name=city")} <button>Continue</button></form>`,
};
const draw = () => { document.querySelector("main").innerHTML = pages[location.pathname](); };
const go = (to) => { history.pushState({}, "", to); draw(); };
addEventListener("popstate", draw);
addEventListener("click", (e) => {
  const a = e.target.closest("a");
  if (a) { e.preventDefault(); go(a.getAttribute("href")); }
});
draw();
</script></body></html>"""
MEMORY = SCRIPTED.replace("KEPT", "[]").replace("STORE", "")
TAB = SCRIPTED.replace("KEPT", "JSON.parse(sessionStorage.cart || '[]')").replace(
    "STORE", "sessionStorage.cart = JSON.stringify(cart)"
)


@dataclass
class Scripted(Shop):
    """Serves one script at every address."""

    script: str = ""

    def handle(self, request: Request) -> Response:
        return html(self.script, 404 if request.path == "/favicon.ico" else 200)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a busy machine time: what is proven here is what was seen, not how soon."""
    monkeypatch.setattr(kept_cart, "SECONDS", 40.0)
    monkeypatch.setattr(kept_cart, "MOST_SECONDS", 60.0)


@contextmanager
def variant(name: str) -> Iterator[str]:
    with serve(new_shop(name)) as url:
        yield f"{url}/"


async def walked(launched: Launched, home: str, settings: RecordSettings = DESKTOP) -> Walked:
    return await walk_shop(launched, settings, home=home, locale="fi-FI", timezone="Europe/Helsinki", recorder=silent)


async def kept(launched: Launched, home: str) -> KeptCartSeen:
    seen = await walked(launched, home)
    assert seen.kept_cart is not None
    assert seen.journeys[ViewportName.DESKTOP].cart_cleared is not False
    return seen.kept_cart


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("add_notice_redirect", id="a page of the server"),
        pytest.param("add_layer_localstorage", id="the browser's own storage"),
        pytest.param("add_layer_drawer", id="a drawer"),
    ],
)
async def test_a_cart_that_keeps_its_product(name: str, launched: Launched) -> None:
    with variant(name) as home:
        seen = await kept(launched, home)

    assert (seen.problem, seen.new_tab, seen.reload) == ("", True, True)
    assert seen.back is not False


async def test_a_cart_in_a_variable_is_lost_in_every_way(launched: Launched) -> None:
    with serve(Scripted(script=MEMORY)) as url:
        seen = await kept(launched, f"{url}/")

    assert (seen.new_tab, seen.reload, seen.back) == (False, False, None)
    assert seen.said == "Your cart is empty."


async def test_a_cart_of_one_tab_is_lost_in_another_only(launched: Launched) -> None:
    with serve(Scripted(script=TAB)) as url:
        seen = await kept(launched, f"{url}/")

    assert (seen.new_tab, seen.reload) == (False, True)


async def test_an_empty_cart_in_words_that_nobody_listed_is_not_called_lost(launched: Launched) -> None:
    with variant("client_rendered_hash") as home:
        seen = await kept(launched, home)

    assert False not in (seen.new_tab, seen.reload, seen.back)


async def test_the_fault_of_the_demo_shop_is_a_reload_that_empties(launched: Launched) -> None:
    with serve_demo({"cart-persistent"}) as shop:
        seen = await kept(launched, shop.url.rstrip("/") + "/")

    assert (seen.new_tab, seen.reload, seen.said) == (True, False, "Ostoskorisi on tyhjä.")


async def test_it_can_be_left_out(launched: Launched) -> None:
    without = DESKTOP.model_copy(update={"skip_probes": ("kept-cart",)})

    with variant("add_notice_redirect") as home:
        seen = await walked(launched, home, without)

    assert seen.kept_cart is None
    assert seen.journeys[ViewportName.DESKTOP].cart_cleared
