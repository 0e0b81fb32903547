"""The checks express-checkout, payment-names-current and checkout-reassurance."""

from datetime import date

import pytest

from auditor.model import CheckResult, Outcome
from auditor.vocabulary.retired import retired_names
from tests.checks.recorded import DESKTOP, page, recording, result, walk

EN_HELP = '<a href="tel:+358401234567">040 123 4567</a><a href="/returns">Returns</a>'


@pytest.mark.parametrize(
    ("cart", "services", "message", "score"),
    [
        ("<button>Apple Pay</button><button>Google Pay</button>", (), "offered", 100),
        ('<a href="/x">PayPal</a>', (), "offered", 80),
        ("<button>Osta nyt PayPalilla</button>", (), "offered", 80),
        ("<button>Maksa Apple Paylla</button><button>Osta PayPaliga</button>", (), "offered", 100),
        ("<p>x</p>", ("Shop Pay", "PayPal"), "prepared", 100),
        ("<footer><a href='/pay'>PayPal</a></footer>", (), "none", 50),
        ("<button>Kassalle</button>", (), "none", 50),
    ],
)
def test_express_payment(cart: str, services: tuple[str, ...], message: str, score: int) -> None:
    pages = (page("product", "<p>x</p>"), page("cart", cart, facts={"services": services}))
    only = result("express-checkout", recording(*pages, journeys={DESKTOP: walk()}))

    assert (only.message, only.score) == (message, score)


def names(body: str, country: str = "FI") -> CheckResult:
    return result("payment-names-current", recording(page("home", body), country=country))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<footer><p>Visa Electron, Mastercard</p></footer>", ["Visa Electron"]),
        ('<img src="/i/masterpass.svg" alt="">', ["Masterpass"]),
        ('<img src="/i/a.svg" alt="Collector Bank">', ["Collector"]),
        ("<p>Visa, Mastercard, MobilePay</p>", []),
        ("<p>For the collector: a rare mug</p>", []),
    ],
)
def test_names_that_are_used_no_more(body: str, found: list[str]) -> None:
    assert names(body).value == found


def test_two_old_names_fail() -> None:
    assert names("<p>Masterpass</p><p>Visa Electron</p>").outcome is Outcome.FAILED


@pytest.mark.parametrize(
    ("country", "day", "old"),
    [("FI", date(2027, 1, 11), False), ("FI", date(2027, 1, 12), True), ("SE", date(2027, 1, 12), False)],
)
def test_mobilepay_is_right_until_its_day(country: str, day: date, old: bool) -> None:
    assert any(one.name == "MobilePay" for one in retired_names(country, day)) is old


def reassured(body: str) -> CheckResult:
    return result("checkout-reassurance", recording(page("checkout", body), journeys={DESKTOP: walk()}))


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ('<p>Apua tilaamiseen: 040 123 4567</p><a href="/palautukset">Palautukset</a>', []),
        (EN_HELP, []),
        ("<p>30 päivän palautusoikeus</p>", ["a way to ask"]),
        ("<a href='/policies/refund-policy'>Återbetalningspolicy</a>", ["a way to ask"]),
        ('<a href="mailto:info@kauppa.example">info@kauppa.example</a>', ["a word on returns"]),
        ("<p>040 123 4567</p><p>Return policy (edit with the Reassurance module)</p>", ["a word on returns"]),
        (EN_HELP + "<nav>" + "<a href='/k'>Kategoria</a>" * 20 + "</nav>", ["calm (the shop's menu is shown)"]),
    ],
)
def test_help_and_calm_in_the_checkout(body: str, missing: list[str]) -> None:
    assert reassured(body).data["missing"] == missing


def test_without_a_door_it_is_unknown() -> None:
    made = recording(page("home"), journeys={DESKTOP: walk(None)})

    assert result("checkout-reassurance", made).outcome is Outcome.UNKNOWN
