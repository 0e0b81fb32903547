"""accessibility-statement: a page that tells gaps, contact and day, or none where one was to be expected."""

import pytest

from auditor.model import CheckResult, Confidence, Outcome
from auditor.settings import Profile
from tests.checks.recorded import Page, audit, page, recording, result

NAME = "accessibility-statement"
FINNISH = (
    "<main><h1>Saavutettavuusseloste</h1><p>Laadittu 3.9.2026. Verkkokauppa täyttää pääosin vaatimukset. Puutteet: "
    "kuvien tekstivastineet.</p><p>Kerro esteestä: saavutettavuus@kauppa.example</p></main>"
)
ENGLISH = (
    "<main><h1>Accessibility statement</h1><p>Prepared on 3 September 2026. Known issues: some pictures have no text."
    "</p><p>Please contact us about barriers.</p></main>"
)
SWEDISH = (
    "<main><h1>Tillgänglighetsredogörelse</h1><p>Upprättad 2026-09-03. Kända brister: bilder saknar text.</p>"
    "<p>Kontakta oss om du hittar hinder.</p></main>"
)


def judged(*pages: Page, **site: str) -> CheckResult:
    return result(NAME, recording(page("home", "<p>Kauppa</p>"), *pages, **site))


@pytest.mark.parametrize(("lang", "body"), [("fi", FINNISH), ("en", ENGLISH), ("sv", SWEDISH)])
def test_a_whole_statement_passes(lang: str, body: str) -> None:
    only = judged(page("accessibility", body, lang=lang))

    assert (only.outcome, only.score) == (Outcome.PASSED, 100)


def test_a_bare_statement_warns_and_names_what_it_lacks() -> None:
    only = judged(page("accessibility", "<main><h1>Saavutettavuus</h1><p>Pyrimme saavutettavuuteen.</p></main>"))

    assert (only.outcome, only.score, only.data["missing"]) == (
        Outcome.WARNING,
        50,
        ["known gaps", "contact", "date"],
    )


def test_none_found_is_told_with_care() -> None:
    only = judged()

    assert (only.outcome, only.confidence, only.message) == (Outcome.FAILED, Confidence.MEDIUM, "none")
    assert "robot" in only.text_en


def test_stock_in_swedish_is_no_statement() -> None:
    home = page("home", '<footer><a href="/lager">Tillgänglighet</a></footer>', lang="sv")

    assert result(NAME, recording(home, languages=("sv",), country="SE")).message == "none"


def test_a_link_whose_page_was_not_read_is_unknown() -> None:
    home = page("home", '<footer><a href="/saavutettavuusseloste">Saavutettavuusseloste</a></footer>')

    assert result(NAME, recording(home)).outcome == Outcome.UNKNOWN


def test_small_firms_and_other_countries_are_left_alone() -> None:
    small = Profile(options={NAME: {"small_firm": 1}})

    assert audit(recording(page("home")), NAME, profile=small).results[0].outcome == Outcome.NOT_APPLICABLE
    assert judged(country="US").outcome == Outcome.NOT_APPLICABLE
