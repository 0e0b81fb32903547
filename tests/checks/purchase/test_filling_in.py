"""The checks checkout-autofill and checkout-keyboard."""

import pytest

from auditor.model import CheckResult, Outcome
from tests.checks.recorded import MOBILE, page, recording, result, walk

GOOD = """<main><form><label>Sähköposti<input name="s" type="email" autocomplete="email"></label>
<label>Nimi<input name="n" autocomplete="name"></label>
<label>Katuosoite<input name="k" autocomplete="shipping street-address"></label>
<label>Postinumero<input name="p" autocomplete="postal-code" inputmode="numeric"></label>
<label>Puhelin<input name="t" type="tel" autocomplete="tel"></label></form></main>"""
PLAIN = """<main><form><label>Email<input name="e"></label><label>First name<input name="f"></label>
<label>Address<input name="a"></label><label>Postcode<input name="p" type="number"></label>
<label>Phone<input name="t"></label></form></main>"""


def judged(name: str, body: str, country: str = "FI") -> CheckResult:
    shown = page("checkout", body, viewport=MOBILE)
    journey = walk(door={"visit": shown.visit.id, "guest_visit": shown.visit.id})
    return result(name, recording(page("home", viewport=MOBILE), shown, journeys={MOBILE: journey}, country=country))


def test_tokens_pass() -> None:
    only = judged("checkout-autofill", GOOD)

    assert (only.score, only.value) == (100, {"fields": 5, "right": 5})


def test_missing_tokens_are_told() -> None:
    only = judged("checkout-autofill", PLAIN)

    assert (only.message, only.score, only.value) == ("some", 40, {"fields": 5, "right": 0})
    assert len(only.offenders) == 5


def test_a_form_that_forbids_filling_in_has_half_at_most() -> None:
    only = judged("checkout-autofill", GOOD.replace('autocomplete="name"', 'autocomplete="off"'))

    assert (only.message, only.score, only.data["forbidden"]) == ("forbidden", 50, ["Nimi"])


def test_a_wrong_token_is_no_token() -> None:
    assert judged("checkout-autofill", GOOD.replace('autocomplete="tel"', 'autocomplete="email"')).score == 88


def test_keyboards_pass() -> None:
    assert judged("checkout-keyboard", GOOD).outcome is Outcome.PASSED


def test_plain_text_fields_open_the_wrong_keyboards() -> None:
    only = judged("checkout-keyboard", PLAIN)

    assert only.score == 0
    assert only.data["wrong"] == ["e-mail", "no capital letters in the e-mail address", "postcode", "phone"]


def test_a_postcode_with_letters_needs_letters() -> None:
    body = GOOD.replace(' inputmode="numeric"', "")

    assert judged("checkout-keyboard", body, "GB").outcome is Outcome.PASSED
    assert judged("checkout-keyboard", body, "SE").data["wrong"] == ["postcode"]


@pytest.mark.parametrize("name", ["checkout-autofill", "checkout-keyboard"])
def test_without_a_form_it_is_unknown(name: str) -> None:
    assert judged(name, "<main><p>Klarna</p></main>").outcome is Outcome.UNKNOWN
