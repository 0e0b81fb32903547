import pytest

from auditor.model import Goods, Outcome
from tests.checks.consideration.goods import card, product
from tests.checks.recorded import page, recording, result

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
