import pytest

from auditor.model import Outcome
from tests.checks.recorded import Page, page, recording, result

LINKS = '<footer><a href="/terms">Toimitusehdot</a><a href="/privacy">Tietosuojaseloste</a></footer>'
FI = "<main><h1>Ehdot</h1><p>Päivitetty 1.3.2026</p><p>" + "Tilaus ja toimitus ovat sitovia ja voit tarkistaa ne. " * 25
EN = "<main><h1>Terms</h1><p>" + "The order and the delivery are binding with the rules of our shop. " * 25


def judged(*pages: Page, **site: object) -> tuple[Outcome, int | None, str]:
    only = result("legal-pages", recording(page("home", LINKS), *pages, **site))
    return only.outcome, only.score, only.message


def test_both_pages_dated_in_the_shops_language_pass() -> None:
    assert judged(page("terms", FI), page("privacy", FI)) == (Outcome.PASSED, 100, "both")


def test_another_language_costs_points() -> None:
    assert judged(page("terms", FI), page("privacy", EN, lang="en"))[1] == 90


@pytest.mark.parametrize(
    ("body", "gap"),
    [
        ("<main><p>Lorem ipsum dolor sit amet</p></main>", "privacy notice that is written"),
        ("<main><p>[Yrityksen nimi] käsittelee tietoja</p></main>", "privacy notice that is written"),
        (
            "<main><p>Käsittelemme tietojasi luottamuksellisesti ja lain mukaan.</p></main>",
            "more than a few lines on privacy",
        ),
    ],
)
def test_what_is_not_written_is_named(body: str, gap: str) -> None:
    only = result("legal-pages", recording(page("home", LINKS), page("terms", FI), page("privacy", body)))

    assert gap in only.data["missing"]


def test_a_file_counts_less() -> None:
    links = LINKS.replace("/terms", "/ehdot.pdf")
    only = result("legal-pages", recording(page("home", links), page("privacy", FI)))

    assert (only.score, only.data["missing"]) == (88, ["terms as a page instead of a file"])


def test_a_page_that_home_does_not_link_to_counts_half() -> None:
    made = recording(page("home", "<p>Hei</p>"), page("terms", FI), page("privacy", FI))
    only = result("legal-pages", made)

    assert (only.score, only.data["missing"]) == (60, ["a link on the home page"])


def test_neither_page_fails_and_unread_ones_are_unknown() -> None:
    assert result("legal-pages", recording(page("home", "<p>Hei</p>"))).message == "none"
    assert judged(page("terms", FI))[0] is Outcome.UNKNOWN


def test_a_dead_link_is_no_page() -> None:
    dead = page("error", "<p>Ei löydy</p>", url="/privacy", status=404)

    assert judged(page("terms", FI), dead)[2] == "gaps"
