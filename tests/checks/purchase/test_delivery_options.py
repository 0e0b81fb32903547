import pytest

from auditor.model import CheckResult, Outcome, ViewportName
from tests.checks.recorded import page, recording, result, walk


def ways(*rows: str, name: str = "shipping_method", heading: str = "") -> str:
    radios = "".join(f"<div><label><input type='radio' name='{name}'>{one}</label></div>" for one in rows)
    return f"<main><form><fieldset><legend>{heading}</legend>{radios}</fieldset></form></main>"


def judged(body: str, country: str = "FI", **more: object) -> CheckResult:
    journeys = {ViewportName.DESKTOP: walk(**more)}
    return result(
        "delivery-options", recording(page("home"), page("checkout", body), journeys=journeys, country=country)
    )


@pytest.mark.parametrize(
    ("rows", "score", "kinds"),
    [
        (
            ("Pakettiautomaatti 4,90 € 2–3 arkipäivää", "Kotiinkuljetus 8,90 € 2–3 arkipäivää"),
            100,
            ["home_delivery", "pickup_point"],
        ),
        (("PostNord ombud 49 kr 1-3 dagar", "Hemleverans 99 kr 1-3 dagar"), 100, ["home_delivery", "pickup_point"]),
        (("Kotiinkuljetus",), 30, ["home_delivery"]),
        (("Pakettiautomaatti", "Noutopiste"), 50, ["pickup_point"]),
        (("Flat rate: $5.00", "Express: $12.00"), 40, ["delivery_any"]),
        (("Home delivery £4.99", "Click & collect Free"), 70, ["home_delivery", "store_pickup"]),
    ],
)
def test_kinds_prices_and_times_count(rows: tuple[str, ...], score: int, kinds: list[str]) -> None:
    only = judged(ways(*rows))

    assert (only.score, only.value["kinds"]) == (score, kinds)


def test_a_pick_up_point_is_missed_only_where_it_is_usual() -> None:
    rows = ("Home delivery £4.99 2 days", "Click & collect Free 1 day")

    assert judged(ways(*rows), "GB").score == 100
    assert judged(ways(*rows), "FI").data["missing"] == ["a pick-up point"]


@pytest.mark.parametrize(
    "body",
    [
        "<main><form><input name='email'></form></main>",
        ways("Verkkopankki", "Kortti", "Lasku", name="payment"),
        ways("Yritys", "Yksityinen", name="customer_type"),
        ways("Use this address", "Ship to another address", name="shipping_address"),
    ],
)
def test_other_choices_are_not_those_of_delivery(body: str) -> None:
    only = judged(body)

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "later-step")


def test_a_product_that_is_not_delivered_needs_no_choice() -> None:
    assert judged(ways("Kotiinkuljetus"), virtual_product=True).outcome is Outcome.NOT_APPLICABLE
