import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result


def choice(*labels: str, name: str = "payment_method") -> str:
    radios = "".join(
        f"<label><input type='radio' name='{name}' value='{n}'>{one}</label>" for n, one in enumerate(labels)
    )
    return f"<main><form>{radios}</form></main>"


OPTIONS = "<option>Kortti</option><option>Lasku</option>"
FI = choice("Pankki- tai luottokortti", "Verkkopankki", "MobilePay")


@pytest.mark.parametrize(
    ("body", "offered"),
    [
        (FI, ["card", "mobilepay", "bank"]),
        (choice("Credit card", "PayPal", "Invoice"), ["card", "paypal", "invoice"]),
        (choice("Kort", "Swish", "Klarna – betala senare"), ["card", "swish", "klarna"]),
        (choice("Lasku 14 pv", "Maksu noudettaessa"), ["invoice", "cod"]),
        (choice("Faktura 30 dagar", "Dela upp från 95 kr/mån"), ["invoice", "instalments"]),
        (f"<main><label>Maksutapa<select name='payment'>{OPTIONS}</select></label></main>", ["card", "invoice"]),
    ],
)
def test_what_the_checkout_offers(body: str, offered: list[str]) -> None:
    value = result("payment-methods", recording(page("home"), page("checkout", body))).value

    assert sorted(value["checkout"]) == sorted(offered)


@pytest.mark.parametrize(
    "body",
    [
        choice("Postiennakko", "Nouto", name="shipping_method"),
        "<main><p>Lähetämme laskun tiedot kirjeellä ja luotamme asiakkaaseen joka kerta.</p></main>",
        "<main><p>Osoite</p></main><footer>Visa Mastercard Klarna</footer>",
    ],
)
def test_a_checkout_that_names_no_way_yet_cannot_be_told(body: str) -> None:
    only = result("payment-methods", recording(page("home"), page("checkout", body)))

    assert only.outcome is Outcome.UNKNOWN
    assert only.value["checkout"] is None


def test_the_finnish_set_passes() -> None:
    only = result("payment-methods", recording(page("home"), page("checkout", FI)))

    assert (only.outcome, only.score) == (Outcome.PASSED, 90)


def test_a_missing_way_is_named() -> None:
    only = result("payment-methods", recording(page("home"), page("checkout", choice("Kortti"))))

    assert (only.outcome, only.data["missing"]) == (Outcome.FAILED, ["bank", "mobilepay"])


EXPRESS = "<main><button>PayPal</button><button>Google Pay</button><button>Jatka</button></main>"


def test_express_buttons_before_the_choice_of_payment_lack_nothing() -> None:
    logo = '<footer><img src="/i/klarna.svg" alt="Klarna"></footer>'
    only = result("payment-methods", recording(page("home", logo), page("checkout", EXPRESS)))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "choice-not-read")
    assert only.value == {"checkout": ["paypal", "google-pay"], "logos": ["klarna"]}


@pytest.mark.parametrize(
    "body",
    [
        f"<main><label>Maksutapa<select name='payment'>{OPTIONS}</select></label></main>",
        "<main><form><label>Kortin numero<input name='cardnumber' autocomplete='cc-number'></label></form></main>",
        choice("Luottokortti", "PayPal", name="valinta"),
    ],
)
def test_a_choice_of_payment_that_was_read_may_lack_a_way(body: str) -> None:
    assert result("payment-methods", recording(page("home"), page("checkout", EXPRESS + body))).message == "gaps"


def test_a_logo_that_the_checkout_does_not_keep_costs_points() -> None:
    logo = '<footer><img src="/i/klarna.svg" alt="Klarna"><img src="/i/visa.png" alt=""></footer>'
    only = result("payment-methods", recording(page("home", logo), page("checkout", FI)))

    assert (only.score, only.data["promised"], only.value["logos"]) == (70, ["klarna"], ["klarna", "visa"])


def test_logos_alone_prove_nothing() -> None:
    only = result("payment-methods", recording(page("home", '<footer><img src="/visa.svg" alt="Visa"></footer>')))

    assert (only.outcome, only.value) == (Outcome.UNKNOWN, {"checkout": None, "logos": ["visa"]})


@pytest.mark.parametrize("source", ["/img/advisa-team.png", "/img/networks.png", "/img/stripes.jpg"])
def test_names_inside_other_words_are_no_logos(source: str) -> None:
    value = result("payment-methods", recording(page("home", f'<img src="{source}" alt="">'))).value

    assert value == {"checkout": None, "logos": []}
