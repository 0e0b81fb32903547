import pytest

from auditor.derive.checkout.sums import read_summary
from auditor.model import CheckResult, Outcome, ViewportName
from tests.checks.recorded import page, recording, result, results, walk

FORM = """<form><label>Email<input name="email"></label><label>Katuosoite<input name="street"></label>
<label>Postinumero<input name="postcode"></label></form>"""


def lines(*texts: str) -> str:
    return "".join(f"<p>{one}</p>" for one in texts)


def judged(cart: str, door: str = FORM, **more: object) -> CheckResult:
    journeys = {ViewportName.DESKTOP: walk(**more)}
    return result("total-before-data", recording(page("cart", cart), page("checkout", door), journeys=journeys))


@pytest.mark.parametrize(
    "cart",
    [
        lines("Tuotteet", "18,90 €", "Toimitus", "4,90 €", "Yhteensä sis. alv 25,5 %", "23,80 €"),
        lines("Subtotal $60.50", "Shipping", "Flat rate: $5.00", "Total $65.50"),
        lines("Delsumma 1 100 kr", "Frakt 0 kr", "Totalt 1 100 kr"),
        lines("Zwischensumme 10,00 €", "Versand kostenlos", "Gesamtsumme 10,00 €"),
        lines("Levering 49 kr", "I alt 149 kr"),
        lines("Tarne 2,99 €", "Kokku 22,99 €"),
        lines("Zone Based Shipping", "United Kingdom", "No fee", "Subtotal: $20.00", "Payment Due: USD $25.00"),
        lines("Sum 100 kr", "Frakt 49 kr", "Å betale 149 kr"),
    ],
)
def test_a_total_with_delivery_in_the_cart(cart: str) -> None:
    only = judged(cart)

    assert (only.message, only.score, only.value) == ("cart", 100, "cart")


@pytest.mark.parametrize(
    "line",
    [
        "Enää 20,00 € ilmaiseen toimitukseen",
        "Ilmainen toimitus 50 € ostoksille",
        "Ilmainen toimitus\nyli 50 € tilauksiin",
        "Toimitus\nIlmainen yli 50 €",
        "Add €20 to qualify for free delivery",
        "You're £20 away from free shipping",
        "Free delivery on orders £50+",
        "Shipping: £20 more for free delivery",
        "Spend £20 more and get\nFree shipping",
        "Noch 20,00 € bis zum kostenlosen Versand",
        "Kostenloser Versand ab 50 €",
        "Handla för 200 kr till så får du fri frakt",
        "Fri frakt vid köp för 499 kr",
        "Kjøp for 200 kr til og få fri frakt",
        "Fri levering ved køb for 499 kr",
        "Tasuta tarne 50 € ostule",
    ],
)
def test_what_delivery_is_free_from_is_no_price_of_it(line: str) -> None:
    assert read_summary(f"Yhteensä 18,90 €\n{line}").delivery is None


@pytest.mark.parametrize(
    ("line", "price"),
    [
        ("Toimitus 4,90 € (ilmainen yli 50 €)", 4.9),
        ("Toimitus 4,90 €, 20 € puuttuu ilmaisesta toimituksesta", 4.9),
        ("Toimitus: ilmainen\nIlmainen toimitus yli 50 €", 0),
        ("Shipping £4.95 (free over £50)", 4.95),
        ("Free shipping: £0.00", 0),
        ("Delivery Fri 5 Dec £4.95", 4.95),
        ("Lieferung bis zum 5.12.: 4,90 €", 4.9),
        ("Versand kostenlos", 0),
        ("Frakt 49 kr\nFri frakt över 499 kr", 49),
        ("Levering gratis", 0),
        ("Tarne 2,99 € (tasuta alates 50 €)", 2.99),
    ],
)
def test_a_price_beside_such_a_promise_is_one(line: str, price: float) -> None:
    assert read_summary(f"Yhteensä 18,90 €\n{line}").delivery == price


def test_a_total_at_the_door() -> None:
    door = FORM + lines("Toimitus 4,90 €", "Yhteensä 23,80 €")

    assert judged(lines("Yhteensä 18,90 €"), door).score == 80
    assert judged(lines("Välisumma 18,90 €", "Toimitus alkaen 4,90 €"), door).score == 90


def test_the_cart_of_another_screen_is_the_same_shops() -> None:
    whole = page("cart", lines("Toimitus 4,90 €", "Yhteensä 23,80 €"), viewport=ViewportName.MOBILE)
    journeys = {ViewportName.DESKTOP: walk()}
    made = recording(page("cart", "<p>Kori</p>"), page("checkout", FORM), whole, journeys=journeys)

    assert results("total-before-data", made)[0].value == "cart"


@pytest.mark.parametrize(
    "estimator",
    [
        "<form><h2>Estimate delivery</h2><input name='postcode'></form>",
        "<form><label>Postinumero toimituskulujen arvioon<input name='postcode'></label></form>",
        "<form><input name='calc_shipping_postcode'></form>",
        "<form><input name='zip'><button>Versandkosten berechnen</button></form>",
        "<section><h2>Beräkna frakt</h2><input name='postnummer'></section>",
        "<form><select name='country'></select><input name='postcode'><button>Laske toimitus</button></form>",
        "<form><h2>Levering</h2><input name='postnr'></form><form><input name='email'></form>",
        "<form><input name='sihtnumber'><button>Arvuta tarne</button></form>",
    ],
)
def test_a_postcode_estimator_counts_as_the_cart(estimator: str) -> None:
    assert judged(lines("Total £10") + estimator).message == "estimator"


@pytest.mark.parametrize(
    "form",
    [
        "<form><input name='postcode'></form>",
        "<form hidden><h2>Estimate delivery</h2><input name='postcode'></form>",
        "<form><h2>Find a shop near you</h2><input name='postcode'><button>Search</button></form>",
        "<section><h2>Delivery</h2><input name='postcode'></section><section><input name='email'></section>",
    ],
)
def test_a_postcode_that_is_not_seen_to_be_about_delivery_is_none(form: str) -> None:
    assert judged(lines("Total £10") + form).outcome is Outcome.UNKNOWN


def test_a_cart_that_asks_for_the_address_is_no_estimator() -> None:
    assert judged(lines("Total £10") + FORM).outcome is Outcome.UNKNOWN


def test_the_shops_own_word_that_it_comes_after_the_address() -> None:
    only = judged(lines("Yhteensä 18,90 €"), FORM + lines("Loppusumma näytetään, kun osoite on täytetty."))

    assert (only.message, only.score, only.outcome) == ("later", 40, Outcome.FAILED)


@pytest.mark.parametrize(
    ("cart", "door"),
    [
        (lines("Yhteensä 18,90 €"), FORM),
        (lines("Yhteensä 18,90 €", "Ilmainen toimitus yli 80 €"), FORM),  # a promise, not a price
        (lines("Total $20", "Shipping calculated at checkout"), FORM),
        (
            lines("Yhteensä 18,90 €"),
            "<form><input name='email'></form>" + lines("Toimitus lasketaan seuraavassa vaiheessa"),
        ),
    ],
)
def test_what_only_later_steps_show_is_unknown(cart: str, door: str) -> None:
    only = judged(cart, door)

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "not-seen")


def test_what_is_not_delivered_needs_no_cost_of_delivery() -> None:
    assert judged(lines("Total $20"), virtual_product=True).message == "virtual"


def test_the_price_of_goods_below_is_no_cost_of_delivery() -> None:
    only = judged(lines("Toimitus", "Yhteensä 18,90 €", "Suosittelemme", "Muki", "12,90 €"))

    assert only.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("cart", "said"),
    [
        (("Shipping", "Free", "Total (tax incl.)", "€22.94", "CONTINUE SHOPPING"), "Total (tax incl.) €22.94"),
        (("Toimitus 4,90 €", "Yhteensä", "sis. alv", "23,80 €", "Kassalle"), "Yhteensä sis. alv 23,80 €"),
    ],
)
def test_the_quoted_total_ends_with_its_amount(cart: tuple[str, ...], said: str) -> None:
    assert judged(lines(*cart)).data["total"] == said


def test_paying_at_the_door_costs_no_delivery() -> None:
    assert judged(lines("Cash on Delivery", "€4.26", "Total €22.94")).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("policy", "delivery", "message"),
    [
        ("Toimitus maksaa 4,90 €", "Toimitus 0,00 €", "not-seen"),
        ("Toimitus maksaa 4,90 €", "Toimitus ilmainen", "cart"),
        ("Toimitus maksaa 4,90 €, yli 50 € ilmainen toimitus", "Toimitus 0,00 €", "cart"),
    ],
)
def test_a_delivery_of_zero_is_none_where_the_shop_names_its_cost(policy: str, delivery: str, message: str) -> None:
    cart = page("cart", lines(delivery, "Yhteensä 18,90 €"))
    pages = (cart, page("checkout", FORM), page("delivery", lines(policy)))

    assert result("total-before-data", recording(*pages, journeys={ViewportName.DESKTOP: walk()})).message == message


@pytest.mark.parametrize("label", ["Subtotal (excl. shipping and taxes)", "Shipping & Returns"])
def test_a_label_that_only_names_the_delivery_is_not_its_cost(label: str) -> None:
    assert read_summary(f"{label}\n€89.50\nTotal\n€89.50").delivery is None
    assert read_summary(f"{label}\n€89.50\nShipping\n€4.90\nTotal\n€94.40").delivery == 4.9
