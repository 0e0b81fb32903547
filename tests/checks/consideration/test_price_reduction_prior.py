from datetime import timedelta

import pytest

from auditor.judge import judge
from auditor.model import CheckResult, Goods, Outcome, PriceSeen, PricesSeen
from auditor.settings import Profile
from tests.checks.consideration.goods import card, product
from tests.checks.recorded import SHOP, TODAY, audit, check_of, page, recording, result

ADD = "<button>Lisää ostoskoriin</button>"
CUT = "<p><b>49,00 €</b> <s>69,00 €</s></p>"


@pytest.mark.parametrize(
    ("words", "outcome", "message"),
    [
        ("<p>30 päivän alin hinta 59,00 €</p>", Outcome.PASSED, "told"),
        ("<p>Alin hinta viimeisen 30 päivän aikana: 59,00 €</p>", Outcome.PASSED, "told"),
        ("<p>Lägsta pris senaste 30 dagarna 59 kr</p>", Outcome.PASSED, "told"),
        ("<p>Lowest price in the last 30 days: €59</p>", Outcome.PASSED, "told"),
        ("<p>Niedrigster Preis der letzten 30 Tage: 59 €</p>", Outcome.PASSED, "told"),
        ("<p>Normaalihinta</p>", Outcome.WARNING, "not-found"),
        ("<p>Palautusoikeus 30 päivää</p>", Outcome.WARNING, "not-found"),
        ("<p>Ovh 69,00 €</p>", Outcome.NOT_APPLICABLE, "recommended"),
        ("<p>UVP 69,00 €</p>", Outcome.NOT_APPLICABLE, "recommended"),
    ],
)
def test_what_stands_beside_a_reduced_price(words: str, outcome: Outcome, message: str) -> None:
    only = result("price-reduction-prior", recording(product(CUT + words + ADD)))

    assert (only.outcome, only.message) == (outcome, message)


def test_a_missing_word_is_a_warning_of_low_confidence() -> None:
    only = result("price-reduction-prior", recording(product(CUT + ADD)))

    assert (only.score, only.confidence) == (50, "low")


def test_one_of_two_is_told_apart() -> None:
    made = recording(
        product(f"{CUT}<p>30 päivän alin hinta 59,00 €</p>{ADD}"),
        product(CUT + ADD, name="Huivi", url="/huivi", part="probe"),
    )

    only = result("price-reduction-prior", made)

    assert (only.message, only.score, only.data["name"]) == ("some", 70, "Huivi")


def test_without_reductions_it_does_not_apply() -> None:
    only = result("price-reduction-prior", recording(product(f"<p><b>49,00 €</b></p>{ADD}")))

    assert (only.outcome, only.message) == (Outcome.NOT_APPLICABLE, "none")


def test_reductions_in_lists_alone_are_unknown() -> None:
    cards = Goods(cards=(card("Huivi", "/huivi", "49 €", struck=("69 €",)),))
    made = recording(product(f"<p><b>9 €</b></p>{ADD}"), page("category", facts={"goods": cards}))

    assert result("price-reduction-prior", made).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("country", ["US", "GB", None])
def test_where_no_rule_is_known_it_does_not_apply(country: str | None) -> None:
    only = result("price-reduction-prior", recording(product(CUT + ADD), country=country))

    assert (only.outcome, only.message) == (Outcome.NOT_APPLICABLE, "no-rule")


def seen(amount: float, text: str, days: int, *, url: str = "/muki", reduced: bool = False) -> PricesSeen:
    """Make what an audit of some days ago saw one product cost."""
    price = PriceSeen(url=SHOP + url, text=text, amount=amount, reduced=reduced)
    return PricesSeen(seen_at=recording(page("home")).site.started_at - timedelta(days=days), prices=(price,))


def with_past(body: str, *past: PricesSeen) -> CheckResult:
    made = recording(product(body + ADD, url="/muki"))
    check = check_of("price-reduction-prior")
    return judge(made, (check,), Profile(), duties_as_of=TODAY, tool_version="0.1.0", past_prices=past).results[0]


@pytest.mark.parametrize("words", ["", "<p>30 päivän alin hinta 69,00 €</p>"])
def test_an_earlier_audit_proves_that_it_was_cheaper(words: str) -> None:
    only = with_past(CUT + words, seen(59, "59,00 €", 28), seen(55, "55,00 €", 14), seen(69, "69,00 €", 7))

    assert (only.outcome, only.message, only.score, only.confidence) == (Outcome.FAILED, "lower", 0, "medium")
    assert (only.data["former"], only.data["earlier"]) == ("69,00 €", "55,00 €")
    assert only.data["day"] == (recording(page("home")).site.started_at - timedelta(days=14)).date().isoformat()


@pytest.mark.parametrize(
    ("body", "past"),
    [
        (CUT, seen(59, "59,00 €", 31)),
        (CUT, seen(59, "59,00 €", -1)),
        (CUT, seen(69, "69,00 €", 7)),
        (CUT, seen(49, "49,00 €", 7, reduced=True)),
        (CUT, seen(59, "59,00 €", 7, url="/toinen")),
        (CUT + "<p>30 päivän alin hinta 55,00 €</p>", seen(59, "59,00 €", 7)),
        ("<p>Alkaen <b>49,00 €</b> <s>69,00 €</s></p>", seen(59, "59,00 €", 7)),
        (CUT + "<p>Ovh 69,00 €</p>", seen(59, "59,00 €", 7)),
        (CUT, seen(59, "£59.00", 7)),
    ],
    ids=[
        "too long ago",
        "later",
        "as dear",
        "reduced then",
        "another product",
        "told",
        "one of several",
        "recommended",
        "another currency",
    ],
)
def test_what_an_earlier_audit_does_not_prove(body: str, past: PricesSeen) -> None:
    assert with_past(body, past).outcome is not Outcome.FAILED


def test_an_audit_keeps_the_prices_that_a_later_one_may_ask_for() -> None:
    listed = Goods(
        cards=(
            card("Huivi", f"{SHOP}/huivi", "19 €"),
            card("Takki", f"{SHOP}/takki", "49 €", struck=("69 €",)),
            card("Hattu", f"{SHOP}/hattu", "alkaen 9 €"),
        )
    )
    made = recording(product(CUT + ADD, url="/muki"), page("category", facts={"goods": listed}))

    prices = audit(made, "price-reduction-prior").prices

    kept = [(one.url.removeprefix(SHOP), one.amount, one.reduced) for one in prices]
    assert kept == [("/muki", 49.0, True), ("/huivi", 19.0, False)]
