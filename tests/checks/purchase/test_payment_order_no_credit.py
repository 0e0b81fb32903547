import pytest

from auditor.model import CheckResult, JourneyStep, Outcome, Touched, ViewportName
from tests.checks.recorded import page, recording, result, walk


def ways(*labels: str, chosen: int | None = None, more: str = "") -> str:
    radios = "".join(
        f"<label><input type='radio' name='payment' value='{n}' {'checked' if n == chosen else ''}>{one}</label>"
        for n, one in enumerate(labels)
    )
    return (
        f"<main>{more}<form><fieldset><legend>Maksutapa</legend>{radios}</fieldset><button>Maksa</button></form></main>"
    )


def judged(body: str, country: str = "FI") -> CheckResult:
    made = recording(page("home"), page("checkout", body), journeys={ViewportName.DESKTOP: walk()}, country=country)
    return result("payment-order-no-credit", made)


@pytest.mark.parametrize(
    "labels",
    [
        ("Verkkopankki", "MobilePay", "Pankki- tai luottokortti", "Lasku"),
        ("Verkkopankki", "Kortti", "Klarna"),
        ("Pankkikortti", "Verkkopankki", "Osamaksu"),  # a debit card holds no credit
        ("Kortti", "Lasku", "MobilePay"),  # a plain invoice may stand in the second tier
        ("Online bank payment", "Credit card", "Pay later in instalments"),
    ],
)
def test_the_lawful_order_passes(labels: tuple[str, ...]) -> None:
    assert judged(ways(*labels)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("labels", "message", "score"),
    [
        (("Osamaksu", "Verkkopankki", "Kortti"), "credit-first", 0),
        (("Klarna lasku", "Verkkopankki"), "credit-first", 0),
        (("Instalments", "Bank transfer"), "credit-first", 0),
        (("Kortti", "Lasku", "Verkkopankki"), "order", 50),
        (("Luottokortti", "Verkkopankki"), "order", 50),
    ],
)
def test_credit_above_bank_payment_is_found(labels: tuple[str, ...], message: str, score: int) -> None:
    only = judged(ways(*labels))

    assert (only.message, only.score) == (message, score)


def test_nothing_may_be_chosen_beforehand_in_finland() -> None:
    only = judged(ways("Verkkopankki", "Kortti", chosen=0))

    assert (only.message, only.outcome, only.data["chosen"]) == ("preselected", Outcome.FAILED, "Verkkopankki")


@pytest.mark.parametrize(
    ("labels", "chosen", "outcome"),
    [
        (("Swish", "Kortbetalning", "Faktura"), None, Outcome.PASSED),
        (("Swish", "Kortbetalning", "Faktura"), 0, Outcome.PASSED),
        (("Faktura", "Kortbetalning"), None, Outcome.FAILED),
        (("Kort", "Delbetalning"), 1, Outcome.FAILED),
        (("Kort", "Swish"), None, Outcome.PASSED),
    ],
)
def test_sweden_asks_only_that_credit_is_neither_first_nor_chosen(
    labels: tuple[str, ...], chosen: int | None, outcome: Outcome
) -> None:
    assert judged(ways(*labels, chosen=chosen), "SE").outcome is outcome


@pytest.mark.parametrize("country", ["DE", "NO", "US"])
def test_other_countries_have_no_such_law(country: str) -> None:
    assert judged(ways("Lasku", "Kortti", chosen=0), country).outcome is Outcome.NOT_APPLICABLE


def test_one_way_to_pay_is_no_choice() -> None:
    assert judged(ways("Verkkopankki")).message == "one-way"


def test_cash_on_delivery_is_a_choice_without_a_place_in_the_order() -> None:
    assert judged(ways("Postiennakko", "Verkkopankki")).outcome is Outcome.PASSED
    assert judged(ways("Postiennakko", "Verkkopankki", chosen=0)).message == "preselected"


def test_a_door_without_ways_to_pay_cannot_be_told() -> None:
    only = judged("<main><form><input name='email'><button>Jatka</button></form></main>")

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "later-step")


def test_ways_of_delivery_are_no_ways_to_pay() -> None:
    radios = "".join(f"<label><input type='radio' name='shipping'>{one}</label>" for one in ("Postiennakko", "Nouto"))

    assert judged(f"<main><form>{radios}</form></main>").outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("name", "step", "message"),
    [("payment", 0, "in-order"), ("payment", 1, "preselected"), ("delivery", 0, "preselected")],
)
def test_what_the_walk_chose_itself_was_not_chosen_beforehand(name: str, step: int, message: str) -> None:
    own = Touched(type="radio", step=step, name=name, value="0")
    steps = (JourneyStep(kind="door", url="https://kauppa.example/", page="door"),)
    journeys = {ViewportName.DESKTOP: walk(steps=steps, touched=(own,))}
    body = ways("Verkkopankki", "Kortti", chosen=0)
    made = recording(page("home"), page("checkout", body, id="door"), journeys=journeys, country="FI")

    assert result("payment-order-no-credit", made).message == message
