import pytest

from auditor.model import CheckResult, Outcome, ViewportName
from tests.checks.recorded import page, recording, result, walk

CHOICE = "<label><input type='radio' name='payment'>{}</label><label><input type='radio' name='payment'>{}</label>"
FI, EN = CHOICE.format("Verkkopankki", "Kortti"), CHOICE.format("Bank transfer", "Credit card")
ADDRESS = "<input name='email' type='email'><input name='street' autocomplete='street-address'>"


def judged(body: str, country: str | None = "FI", lang: str = "fi") -> CheckResult:
    journeys = {ViewportName.DESKTOP: walk()}
    made = recording(page("home"), page("checkout", body, lang=lang), journeys=journeys, country=country)
    return result("order-button-wording", made)


def form(button: str, choice: str = FI) -> str:
    return f"<main><form>{choice}<button>{button}</button></form></main>"


@pytest.mark.parametrize(
    "label",
    [
        "Tilaa ja maksa",
        "Maksa 23,80 €",
        "Siirry maksamaan",
        "Order with obligation to pay",
        "Pay now",
        "Zahlungspflichtig bestellen",
        "Jetzt kaufen",
        "Betala",
        "Beställning med betalningsskyldighet",
        "Bestill og betal",
        "Ordre med betalingspligt",
        "Telli ja maksa",
    ],
)
def test_words_of_paying_are_clear(label: str) -> None:
    assert judged(form(label)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("label", "score"),
    [
        ("Vahvista", 30),
        ("Tee tilaus", 30),
        ("Lähetä tilaus", 30),
        ("Place order", 30),
        ("Confirm order", 30),
        ("Beställ", 30),
        ("Bestill", 30),
        ("Afgiv ordre", 30),
        ("Esita tellimus", 30),
        ("Slutför köp", 70),
        ("Viimeistele osto", 70),
        ("Complete purchase", 70),
    ],
)
def test_words_of_ordering_alone_are_not(label: str, score: int) -> None:
    assert judged(form(label)).score == score


def test_a_button_that_a_script_serves_is_one() -> None:
    assert judged(f"<main><form>{FI}<button type='button'>Place Order</button></form></main>").value == "Place Order"


def test_the_button_of_another_form_is_none() -> None:
    newsletter = "<footer><form><input name='email' type='email'><button>Tilaa</button></form></footer>"
    coupon = "<form><input name='coupon'><button>Käytä</button></form>"

    assert judged(f"{coupon}{form('Maksa nyt')}{newsletter}").value == "Maksa nyt"


@pytest.mark.parametrize("label", ["Jatka", "Continue to payment", "Fortsätt", "Seuraava", "Valitse toimitustapa"])
def test_a_step_that_goes_on_cannot_be_told(label: str) -> None:
    only = judged(f"<main><form>{ADDRESS}<button>{label}</button></form></main>")

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "later-step")


def test_the_way_to_a_payment_step_is_no_order_button() -> None:
    assert judged(f"<main><form>{ADDRESS}<button>Siirry maksamaan</button></form></main>").outcome is Outcome.UNKNOWN


def test_a_one_page_checkout_without_a_choice_of_payment_is_judged() -> None:
    assert judged(f"<main><form>{ADDRESS}<button>Place order</button></form></main>", lang="en").score == 30


def test_outside_of_europe_there_is_no_such_duty() -> None:
    assert judged(form("Place order", EN), "US").outcome is Outcome.NOT_APPLICABLE


def test_without_a_country_it_is_not_sure() -> None:
    assert judged(form("Place order", EN), None).confidence == "medium"
