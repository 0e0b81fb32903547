import pytest

from auditor.derive.goods.deliveries import delivery_times
from auditor.model import Outcome
from tests.checks.consideration.goods import product
from tests.checks.recorded import DESKTOP, page, recording, result, walk

ADD = "<p><b>18,90 €</b></p><button>Lisää ostoskoriin</button>"
FI, EN = "<p>Toimitusaika 2–3 arkipäivää</p>", "<p>Delivery within 3-5 business days</p>"
DATED = "<p>Perillä arviolta 25.11.2026</p>"


@pytest.mark.parametrize(
    ("line", "told", "date"),
    [
        ("Toimitusaika 2–3 arkipäivää", True, False),
        ("Tilaa tänään, perillä arviolta 25.11.2026", True, True),
        ("Leveranstid: 2-4 arbetsdagar", True, False),
        ("Delivered in 3–5 working days", True, False),
        ("Get it by Friday", True, True),
        ("Lieferzeit ca. 2-3 Werktage", True, False),
        ("Leveringstid 1-3 virkedager", True, False),
        ("Levering 1-2 hverdage", True, False),
        ("Tarneaeg 2–5 tööpäeva", True, False),
        ("Toimitusaika", False, False),
        ("Palautusoikeus 14 päivää", False, False),
        ("Palautusaika 14 päivää toimituksesta", False, False),
        ("Vastaamme viestiin yhden arkipäivän kuluessa", False, False),
        ("Avoinna ma–pe 9–17", False, False),
        ("Free returns within 30 days of delivery", False, False),
        ("You have 60 days from the day it arrives to send it back to us", False, False),
        ("Frakt 49 kr, fri över 800 kr. 2–4 vardagar med ombud.", True, False),
        ("Fri frakt och 30 dagars öppet köp", False, False),
        ("Lähetämme tilaukset kahdessa arkipäivässä", True, False),
        ("Wir versenden innerhalb von zwei Werktagen", True, False),
        ("Voit palauttaa tuotteen 30 päivän kuluessa, niin lähetämme tarran", False, False),
        ("Fri fragt og 30 dages returret", False, False),
        ("Leveres på 1-3 hverdage. 30 dages returret, se alle vilkår for retur.", True, False),
        ("Leveres hurtigt. 30 dages returret.", False, False),
        ("30 dages returret. Leveres på 1-3 hverdage.", True, False),
        ("Takuu 24 kuukautta toimituksesta", False, False),
        ("Toimitus alkaen 4,90 €", False, False),
    ],
)
def test_lines_about_the_time_of_delivery(line: str, told: bool, date: bool) -> None:
    found = tuple(delivery_times((line,)))

    assert (bool(found), any(one.date for one in found)) == (told, date)


def test_a_label_is_read_with_the_line_behind_it() -> None:
    assert [one.line for one in delivery_times(("Toimitusaika", "2–3 päivää"))] == ["Toimitusaika: 2–3 päivää"]
    assert [one.line for one in delivery_times(("5. Leverans", "2–5 vardagar."))] == ["Leverans: 2–5 vardagar."]


@pytest.mark.parametrize("text", [FI, EN])
def test_told_everywhere_with_a_date_passes(text: str) -> None:
    made = recording(product(text + DATED + ADD), page("cart", text), page("checkout", text))
    only = result("delivery-time", made)

    assert (only.outcome, only.score, only.message) == (Outcome.PASSED, 100, "told")


@pytest.mark.parametrize(
    ("body", "cart", "checkout", "score", "message"),
    [
        (FI, "<p>Kori</p>", "<p>Kassa</p>", 50, "gaps"),
        ("<p>Muki</p>", "<p>Kori</p>", FI, 20, "gaps"),
        ("<p>Muki</p>", "<p>Kori</p>", "<p>Kassa</p>", 0, "none"),
    ],
)
def test_gaps(body: str, cart: str, checkout: str, score: int, message: str) -> None:
    only = result("delivery-time", recording(product(body + ADD), page("cart", cart), page("checkout", checkout)))

    assert (only.score, only.message) == (score, message)


def test_a_part_that_unfolds_on_the_product_page_counts() -> None:
    folded = product("<p>Muki</p>" + ADD, facts={"folded": "Toimitus\nToimitusaika 2–3 arkipäivää"})

    assert result("delivery-time", recording(folded)).data["places"] == ["product page"]


def test_a_page_about_deliveries_alone_is_worth_little() -> None:
    only = result("delivery-time", recording(product("<p>Muki</p>" + ADD), page("delivery", FI)))

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, 30, "policy-only")


def test_a_cart_that_lies_over_the_page_need_not_tell_it() -> None:
    only = result("delivery-time", recording(product(FI + DATED + ADD), page("cart", "<p>Kori</p>", url="/product")))

    assert (only.outcome, only.data["missing"]) == (Outcome.PASSED, [])


def test_what_is_not_delivered_has_no_time() -> None:
    made = recording(product(ADD), journeys={DESKTOP: walk(virtual_product=True)})

    assert result("delivery-time", made).outcome is Outcome.NOT_APPLICABLE


def test_pages_without_words_are_unknown() -> None:
    assert result("delivery-time", recording(page("product"))).outcome is Outcome.UNKNOWN


def test_a_delivery_page_that_was_not_read_may_tell_it() -> None:
    only = result("delivery-time", recording(product('<p>Muki</p><a href="/toimitus">Toimitustavat</a>' + ADD)))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "policy-unread")
