import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

MAIL = '<a href="mailto:posti@kauppa.example">posti@kauppa.example</a>'
FI = (
    "<footer><p>Kaarna Oy</p><p>Havupolku 4, 33230 Tampere</p><p>Y-tunnus 9876543-0</p><p>Puh. 03 123 4567</p>"
    f"{MAIL}</footer>"
)
SE = (
    "<footer><p>Barken AB</p><p>Storgatan 4, 111 22 Stockholm</p><p>Org.nr 556703-7485</p><p>Tel. 08-123 456 78</p>"
    f"{MAIL}</footer>"
)
DE = (
    "<footer><p>Rinde GmbH</p><p>Hauptstraße 4, 10115 Berlin</p><p>USt-IdNr. DE136695976</p>"
    f"<p>Tel. 030 1234567</p>{MAIL}</footer>"
)


@pytest.mark.parametrize(
    ("country", "footer", "number", "name"),
    [
        ("FI", FI, "9876543-0", "Kaarna Oy"),
        ("SE", SE, "556703-7485", "Barken AB"),
        ("DE", DE, "DE136695976", "Rinde GmbH"),
        ("DK", "<p>Barken ApS</p><p>CVR-nr. 13 58 56 28</p>", "13 58 56 28", "Barken ApS"),
        ("NO", "<p>Barken AS</p><p>Org.nr. 988 077 917</p>", "988 077 917", "Barken AS"),
        ("EE", "<p>Koor OÜ</p><p>Registrikood 12345678</p>", "12345678", "Koor OÜ"),
    ],
)
def test_the_number_of_each_country(country: str, footer: str, number: str, name: str) -> None:
    only = result("trader-identity", recording(page("home", f"<footer>{footer}</footer>"), country=country))

    assert (only.value["business_number"], only.value["name"]) == (number, name)


def test_a_complete_footer_passes() -> None:
    only = result("trader-identity", recording(page("home", FI)))

    assert (only.outcome, only.score, only.message) == (Outcome.PASSED, 100, "complete")


def test_an_english_shop_in_finland_passes_as_well() -> None:
    english = FI.replace("Y-tunnus", "Business ID")

    assert result("trader-identity", recording(page("home", english, lang="en"))).outcome is Outcome.PASSED


def test_a_wrong_check_digit_is_named() -> None:
    only = result("trader-identity", recording(page("home", FI.replace("9876543-0", "9876543-1"))))

    assert (only.message, only.data["number"], only.score) == ("wrong-number", "9876543-1", 80)


def test_the_number_of_a_payment_provider_is_not_the_shops() -> None:
    terms = page("terms", "<p>Maksunvälittäjä: Paytrail Oyj, Y-tunnus 2122839-7, Innova 2, 40100 Jyväskylä</p>")
    only = result("trader-identity", recording(page("home", "<p>Kauppa</p>"), terms))

    assert only.value["business_number"] is None
    assert only.outcome is Outcome.FAILED


@pytest.mark.parametrize("other", ["<p>Tilaus 1234567-8</p>", "<p>Puh. 030 6234567</p>", "<p>EAN 64012345</p>"])
def test_other_numbers_are_no_business_numbers(other: str) -> None:
    only = result("trader-identity", recording(page("home", other)))

    assert (only.value["business_number"], only.message != "wrong-number") == (None, True)


def test_nothing_found_is_said_as_such() -> None:
    only = result("trader-identity", recording(page("home", "<p>Tervetuloa!</p>")))

    assert (only.outcome, only.message, only.confidence) == (Outcome.FAILED, "none", "medium")


def test_a_page_two_clicks_away_costs_points() -> None:
    far = page("terms", FI.replace("footer", "main"), url="/ehdot")
    only = result("trader-identity", recording(page("home", "<p>Tervetuloa!</p>"), far))

    assert only.score == 90


def test_without_a_known_number_the_other_facts_are_judged() -> None:
    footer = f"<footer><p>Bark Ltd</p><p>12 High Street, London SW1A 1AA</p><p>+44 20 7946 0958</p>{MAIL}</footer>"
    only = result("trader-identity", recording(page("home", footer), country="US"))

    assert "business_number" not in only.value


def test_without_pages_it_is_unknown() -> None:
    assert result("trader-identity", recording(page("product"))).outcome is Outcome.UNKNOWN


def test_what_may_stand_on_a_page_that_was_not_read_is_not_said_to_be_missing() -> None:
    only = result("trader-identity", recording(page("home", '<p>Kauppa</p><a href="/yhteys">Ota yhteyttä</a>')))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "not-read")


def test_where_no_number_is_known_of_the_country_none_is_said_to_be_found() -> None:
    told = "<p>Quay Mugs Ltd</p><p>12 Harbour Street, 00100 Helsinki</p><p>Tel. +358 3 123 4567</p>"
    footer = f"<footer>{told}{MAIL}</footer>"
    only = result("trader-identity", recording(page("home", footer, lang="en"), country=None))

    assert (only.outcome, only.message) == (Outcome.PASSED, "found")


@pytest.mark.parametrize("said", ["© 2026 Kaarna & Koivu Oy", "Copyright 2014–2026 Kaarna & Koivu Oy"])
def test_the_year_of_copyright_is_no_part_of_the_name(said: str) -> None:
    assert result("trader-identity", recording(page("home", f"<footer>{said}</footer>"))).value["name"] == (
        "Kaarna & Koivu Oy"
    )
