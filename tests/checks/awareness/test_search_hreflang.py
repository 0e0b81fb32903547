"""search-hreflang: language versions that know of each other, with codes that exist."""

from typing import Any

import pytest

from auditor.derive.discovery.languages import valid_code
from auditor.model import CheckResult, LanguageAnswer, Outcome, SearchEyesSeen
from tests.checks.recorded import SHOP, Page, page, recording, result

FINNISH = "<p>Kaikki tuotteet ja sukat: lisää ostoskoriin, toimitus ja palautus, hinta ei muutu.</p>"
ENGLISH = "<p>All the products and socks: add to your cart, shipping and returns with the best price.</p>"


def alternates(**codes: str) -> str:
    named = {code.replace("_", "-"): path for code, path in codes.items()}
    return "".join(f'<link rel="alternate" hreflang="{code}" href="{SHOP}{path}">' for code, path in named.items())


def answer(**more: Any) -> LanguageAnswer:
    known = {"status": 200, "html_lang": "sv", "spoken": "sv", "returns": True, **more}
    return LanguageAnswer(url=f"{SHOP}/sv", of=f"{SHOP}/", hreflang="sv", **known)


def judged(*pages: Page, answers: tuple[LanguageAnswer, ...] = ()) -> CheckResult:
    return result("search-hreflang", recording(*pages, probed=(SearchEyesSeen(languages=answers),)))


def test_one_language_is_not_applicable() -> None:
    assert judged(page("home", FINNISH)).outcome == Outcome.NOT_APPLICABLE
    assert judged(page("home", FINNISH, head=alternates(fi="/"))).outcome == Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(("lang", "text"), [("fi", FINNISH), ("en", ENGLISH)])
def test_versions_that_link_to_each_other_pass(lang: str, text: str) -> None:
    head = alternates(**{lang: "/", "sv-FI": "/sv", "x-default": "/"})
    switch = '<a href="/sv/tuote/sukka">Svenska</a>'

    only = judged(
        page("home", text, head=head, lang=lang),
        page("product", text + switch, head=alternates(**{lang: "/tuote/sukka", "sv": "/sv/tuote/sukka"}), lang=lang),
        answers=(answer(),),
    )

    assert (only.outcome, only.score, only.n) == (Outcome.PASSED, 100, 4)


def test_wrong_codes_and_missing_returns_fail() -> None:
    head = alternates(fi="/", en_UK="/en", sv="/sv")
    product = page("product", FINNISH + '<a href="/sv">Svenska</a> <a href="/en">English</a>')

    only = judged(page("home", FINNISH, head=head), product, answers=(answer(returns=False),))

    assert (only.outcome, only.score, only.message, only.data["codes"]) == (
        Outcome.FAILED,
        25,
        "wrong-codes",
        ["en-UK"],
    )


def test_languages_that_are_not_announced_are_told() -> None:
    only = judged(page("home", FINNISH + '<a href="/sv">På svenska</a>'))

    assert (only.message, only.data["faults"]) == ("not-announced", ["links to each other", "codes"])


def test_a_page_in_another_language_than_it_says_is_told() -> None:
    only = judged(page("home", ENGLISH, head=alternates(fi="/", en="/en")), answers=(answer(),))

    assert only.data["faults"] == ["declared language"]


def test_a_link_to_a_social_network_in_english_is_no_language() -> None:
    assert judged(page("home", FINNISH + '<a href="https://other.example/en">English</a>')).message == "one-language"


def test_a_page_without_body_is_unknown() -> None:
    assert judged(Page(page("home").visit, "")).outcome == Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("code", "valid"), [("fi", True), ("fi-FI", True), ("zh-Hant-TW", True), ("en-UK", False), ("suomi", False)]
)
def test_codes_are_those_of_the_standards(code: str, valid: bool) -> None:
    assert valid_code(code) is valid
