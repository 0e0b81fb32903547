import json
from typing import Any

import pytest

from auditor.model import Goods, Outcome, ProductSeen, Recording
from tests.checks.consideration.goods import card, product
from tests.checks.recorded import DESKTOP, SHOP, page, recording, result, walk

ADD = "<button>Lisää ostoskoriin</button>"
PAGE = f"<h1>Muki</h1><p><b>18,90 €</b></p>{ADD}"
CART = "<h1>Ostoskori</h1><p>Muki</p><p>1 kpl</p><p>{}</p><p>Yhteensä {}</p>"


def data(*prices: str) -> str:
    offers = [{"price": price, "priceCurrency": "EUR"} for price in prices]
    told = json.dumps({"@type": "Product", "name": "Muki", "offers": offers})
    return f'<script type="application/ld+json">{told}</script>'


def shop(body: str = PAGE, cart: str = "", checkout: str = "", listed: str = "", **site: Any) -> Recording:
    seen = ProductSeen(id="1", name="Muki", url=f"{SHOP}/product", price="18,90 €", amount=18.9)
    pages = [product(body)]
    if listed:
        goods = Goods(cards=(card("Muki", f"{SHOP}/product", listed),))
        pages.append(page("category", facts={"goods": goods}))
    pages += [page("cart", cart)] if cart else []
    pages += [page("checkout", checkout)] if checkout else []
    return recording(*pages, journeys={DESKTOP: walk(product=seen)}, **site)


def judged(*args: str, **more: str) -> tuple[Outcome, str]:
    only = result("price-truth-chain", shop(*args, **more))
    return only.outcome, only.message


def test_one_price_everywhere_passes() -> None:
    same = CART.format("18,90 €", "18,90 €")
    only = result("price-truth-chain", shop(PAGE + data("18.90"), same, same, "18,90 €"))

    assert (only.outcome, only.message) == (Outcome.PASSED, "same")
    assert only.value == {"page": 18.9, "data": 18.9, "list": 18.9, "cart": 18.9, "checkout": 18.9}


def test_an_english_shop_with_delivery_named_passes() -> None:
    body = "<h1>Muki</h1><p><b>£18.90</b></p><button>Add to cart</button>"
    checkout = "<p>Muki</p><p>£18.90</p><p>Delivery</p><p>£4.00</p><p>Total £22.90</p>"

    assert judged(body, checkout=checkout) == (Outcome.PASSED, "same")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ({"cart": CART.format("20,79 €", "20,79 €")}, (Outcome.FAILED, "dearer")),
        ({"checkout": CART.format("20,79 €", "20,79 €")}, (Outcome.FAILED, "dearer")),
        ({"cart": CART.format("17,00 €", "17,00 €")}, (Outcome.PASSED, "cheaper")),
        ({"cart": CART.format("37,80 €", "37,80 €")}, (Outcome.UNKNOWN, "too-few")),
        ({"listed": "15,00 €"}, (Outcome.WARNING, "differs")),
        ({"body": PAGE + data("15.90")}, (Outcome.WARNING, "differs")),
        ({"body": PAGE + data("18.90", "25.00")}, (Outcome.PASSED, "same")),
        ({"body": PAGE}, (Outcome.UNKNOWN, "too-few")),
        ({"cart": "<p>Ostoskorissa on tuotteita: 3,00 €</p>"}, (Outcome.UNKNOWN, "too-few")),
        ({"checkout": CART.format("18,90 €", "25,55 €")}, (Outcome.WARNING, "fee")),
        ({"checkout": CART.format("18,90 €", "23,80 €") + "<p>Toimitus 4,90 €</p>"}, (Outcome.PASSED, "same")),
        ({"checkout": CART.format("18,90 €", "18,90 €") + "<p>sis. alv 3,84 €</p>"}, (Outcome.PASSED, "same")),
    ],
)
def test_differences(made: dict[str, str], expected: tuple[Outcome, str]) -> None:
    assert judged(**made) == expected


@pytest.mark.parametrize("line", ["alk. <b>18,90 €</b>", "<b>18,90 €</b> – 29,90 €", "from <b>18,90 €</b>"])
def test_a_price_that_depends_on_the_choice_proves_nothing(line: str) -> None:
    body = f"<h1>Muki</h1><p>{line}</p>{ADD}"

    assert judged(body, CART.format("24,90 €", "24,90 €")) == (Outcome.UNKNOWN, "varies")


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ("<p>Lisätty koriin</p><p>Kori: 20,79 €</p>", "too-few"),
        ("<p>Lisätty koriin</p><p>Välisumma</p><p>20,79 €</p><p>Yhteensä 25,69 €</p>", "dearer"),
        ("<p>Lisätty koriin</p><p>Välisumma 37,80 €</p>", "too-few"),
        (f"{PAGE}<p>Välisumma</p><p>18,90 €</p><p>Yhteensä</p><p>23,80 €</p>", "same"),
        ("<p>1 × 18,90 €</p><p>Yhteensä 23,80 €</p>", "same"),
    ],
)
def test_a_cart_that_lies_over_the_page_is_read_by_its_first_sum(over: str, message: str) -> None:
    seen = ProductSeen(id="1", name="Muki", url=f"{SHOP}/product")
    made = recording(product(PAGE), page("cart", over, url="/product"), journeys={DESKTOP: walk(product=seen)})

    assert result("price-truth-chain", made).message == message


def test_without_a_walk_it_is_unknown() -> None:
    assert result("price-truth-chain", recording(product(PAGE))).outcome is Outcome.UNKNOWN
