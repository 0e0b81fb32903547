import pytest

from auditor.derive.goods.deliveries import delivery_costs
from auditor.model import Goods, Outcome
from tests.checks.consideration.goods import product
from tests.checks.recorded import DESKTOP, page, recording, result, walk

COST = "<p>Toimitus alkaen 4,90 €</p>"


@pytest.mark.parametrize(
    ("line", "amount", "free_from"),
    [
        ("Toimitus alkaen 4,90 €, ilmainen toimitus yli 80,00 €", 4.9, True),
        ("Ilmainen toimitus yli 50 € tilauksiin", None, True),
        ("Free delivery: orders over 50 €", None, True),
        ("Tälle tuotteelle ilmainen toimitus", 0.0, False),
        ("Postikulut 5,90 €", 5.9, False),
        ("Frakt 49 kr", 49.0, False),
        ("Fri frakt över 499 kr", None, True),
        ("Shipping: £3.95", 3.95, False),
        ("Free delivery", 0.0, False),
        ("Flat rate: €5.00", 5.0, False),
        ("Delivery by courier €7.00, cash on delivery", 7.0, False),
        ("Versandkosten ab 4,90 €", 4.9, False),
        ("Gratis frakt", 0.0, False),
        ("Fragt fra 39 kr.", 39.0, False),
        ("Tarne alates 2,99 €", 2.99, False),
        ("Free shipping, no minimum", 0.0, False),
        ("Fri frakt utan minsta köp", 0.0, False),
        ("Ei toimituskuluja", 0.0, False),
        ("Versandkostenfrei ohne Mindestbestellwert", 0.0, False),
        ("Toimituskulut 5,90 €, ei ilmaista toimitusta", 5.9, False),
    ],
)
def test_lines_that_tell_the_cost(line: str, amount: float | None, free_from: bool) -> None:
    (only,) = delivery_costs((line,))

    assert (only.amount, only.free_from) == (amount, free_from)


@pytest.mark.parametrize(
    "line",
    [
        "49,90 € inkl. MwSt. zzgl. Versandkosten",
        "Toimitusaika 3 päivää, hinta 20 €",
        "Tilaa uutiskirje ja saat ilmaisen toimituksen",
        "Subscribe and get free shipping",
        "Toimitusehdot",
        "Hinta 18,90 €",
        "Cash on Delivery (United Kingdom): 4.26 €",
        "Pay on delivery £2.00",
        "Ilmainen palautus",
        "Subtotal (excl. shipping and taxes): €89.50",
        "Return postage within the country costs nothing",
        "Sample of Product Free Shipping Type: $3.95",
        "Delivery Notes or Additional Comments: £5.34",
        "No free shipping on this item",
        "Ei ilmaista toimitusta tälle tuotteelle",
        "Fri frakt gäller inte denna vara",
        "Für diesen Artikel kein kostenloser Versand",
    ],
)
def test_lines_that_do_not(line: str) -> None:
    assert list(delivery_costs((line,))) == []


@pytest.mark.parametrize(
    ("where", "score", "message"),
    [
        ("product", 100, "product"),
        ("cart", 75, "cart"),
        ("delivery", 50, "policy"),
        ("terms", 50, "policy"),
        ("checkout", 40, "checkout"),
        ("", 25, "later"),
    ],
)
def test_where_the_cost_appears_first(where: str, score: int, message: str) -> None:
    kinds = ("product", "cart", "delivery", "terms", "checkout")
    pages = [page(kind, COST if kind == where else f"<p>Sivu {kind}</p>") for kind in kinds]
    only = result("shipping-cost-early", recording(*pages))

    assert (only.score, only.message) == (score, message)


def test_an_english_product_page_with_a_free_limit_passes() -> None:
    made = recording(page("product", "<p>Free shipping on orders over £40</p>"), page("cart", "<p>Basket</p>"))

    only = result("shipping-cost-early", made)
    assert (only.outcome, only.message) == (Outcome.PASSED, "limit")


def test_the_cost_says_more_than_the_limit_in_the_header() -> None:
    made = recording(page("product", "<header><p>Ilmainen toimitus yli 80,00 €</p></header>" + COST))

    only = result("shipping-cost-early", made)
    assert (only.message, only.data["line"]) == ("product", "Toimitus alkaen 4,90 €")


def test_a_product_named_like_a_delivery_tells_no_cost() -> None:
    goods = Goods(sells=True, name="Shipping box", price="12,50 €", amount=12.5)
    box = page("product", "<h1>Shipping box</h1><p>12,50 €</p>", facts={"goods": goods})

    assert result("shipping-cost-early", recording(box, page("cart", "<p>Kori</p>"))).message == "later"


def test_a_cart_over_the_page_is_read_without_the_page() -> None:
    made = recording(page("product", "<p>Muki</p>"), page("cart", f"<p>Muki</p>{COST}", url="/product"))

    assert result("shipping-cost-early", made).message == "cart"


def test_a_checkout_names_the_way_between_heading_and_price() -> None:
    door = page("checkout", "<h2>Shipping options</h2><p>Flat rate</p><p>FREE</p>")

    assert result("shipping-cost-early", recording(page("product"), door)).message == "checkout"


def test_without_cart_and_checkout_it_is_unknown() -> None:
    assert result("shipping-cost-early", recording(page("product", "<p>Muki</p>"))).outcome is Outcome.UNKNOWN


def test_what_is_not_delivered_costs_nothing_to_deliver() -> None:
    made = recording(page("product", "<p>Muki</p>"), journeys={DESKTOP: walk(virtual_product=True)})

    assert result("shipping-cost-early", made).outcome is Outcome.NOT_APPLICABLE


def test_a_delivery_page_that_was_not_read_may_tell_the_cost() -> None:
    linked = page("product", '<p>Muki</p><a href="/toimitus">Toimitustavat</a>')
    only = result("shipping-cost-early", recording(linked, page("cart", "<p>Ostoskori</p>")))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "policy-unread")


@pytest.mark.parametrize("line", ["Return shipping is free within the country.", "Free return shipping for members"])
def test_a_free_return_is_no_free_delivery(line: str) -> None:
    assert list(delivery_costs((line,))) == []


def test_the_total_behind_the_choice_of_a_delivery_is_not_its_cost() -> None:
    summary = ("Shipping", "Select shipping method", "Total", "(Inclusive of tax $0.00)", "$35.00")

    assert list(delivery_costs(summary, ahead=4)) == []


@pytest.mark.parametrize("label", ["Shipping & Returns", "Toimitus ja palautukset", "Frakt och retur"])
def test_a_heading_that_names_returns_as_well_is_no_label_of_the_price_behind_it(label: str) -> None:
    assert list(delivery_costs((label, "89,50 €", "Buy"))) == []


def test_the_products_own_price_behind_a_closed_section_is_no_cost_of_delivery() -> None:
    closed = product("<h3>Toimitus</h3><div><b>18,90 €</b></div><button>Lisää ostoskoriin</button>")
    told = product("<h3>Toimitus</h3><div>4,90 €</div><p><b>18,90 €</b></p><button>Lisää ostoskoriin</button>")

    assert result("shipping-cost-early", recording(closed, page("cart", "<p>Kori</p>"))).message == "later"
    assert result("shipping-cost-early", recording(told, page("cart", "<p>Kori</p>"))).message == "product"


@pytest.mark.parametrize(
    ("policy", "cart", "message"),
    [
        ("Toimitus maksaa 4,90 €", "Toimitus 0,00 €", "policy"),
        ("Toimitus maksaa 4,90 €", "Toimitus ilmainen", "cart"),
        ("Toimitus maksaa 4,90 €, ilmainen toimitus yli 50 €", "Toimitus 0,00 €", "cart"),
        ("Tervetuloa", "Toimitus 0,00 €", "cart"),
    ],
)
def test_a_zero_in_the_cart_is_no_cost_where_the_shop_names_one(policy: str, cart: str, message: str) -> None:
    pages = (page("product"), page("cart", f"<p>{cart}</p>"), page("delivery", f"<p>{policy}</p>"))

    assert result("shipping-cost-early", recording(*pages)).message == message
