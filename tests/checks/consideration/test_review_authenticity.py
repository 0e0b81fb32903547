import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

REVIEWS = "<h2>Arvostelut</h2><p>4,5/5</p><div class='review-item'>Hieno muki, suosittelen kaikille.</div>"


@pytest.mark.parametrize(
    "line",
    [
        "Arvostelujen aitous: vain tuotteen ostanut voi arvostella.",
        "Varmennettu ostos",
        "Emme tarkista arvostelujen aitoutta.",
        "Verifierat köp",
        "Verified purchase",
        "Only customers who bought the product can leave a review.",
        "Verifizierter Kauf",
        "Verifisert kjøp",
        "Kinnitatud ost",
    ],
)
def test_a_word_beside_the_reviews_passes(line: str) -> None:
    only = result("review-authenticity", recording(page("home"), page("product", f"{REVIEWS}<p>{line}</p>")))

    assert (only.outcome, only.message) == (Outcome.PASSED, "near")


def test_a_word_on_another_page_is_a_warning() -> None:
    terms = page("terms", "<p>Tarkistamme jokaisen arvostelun ennen julkaisua.</p>")
    only = result("review-authenticity", recording(page("home"), page("product", REVIEWS), terms))

    assert (only.outcome, only.score) == (Outcome.WARNING, 70)


@pytest.mark.parametrize("other", ["<p>Tarkista tilauksesi.</p>", "<p>Verified by Visa</p>", "<p>Aito emali</p>"])
def test_silence_fails_without_certainty(other: str) -> None:
    only = result("review-authenticity", recording(page("home"), page("product", REVIEWS), page("terms", other)))

    assert (only.outcome, only.confidence) == (Outcome.FAILED, "medium")


def test_without_reviews_it_does_not_apply() -> None:
    only = result("review-authenticity", recording(page("home"), page("product", "<p>Muki</p>")))

    assert (only.outcome, only.message) == (Outcome.NOT_APPLICABLE, "no-reviews")


def test_a_service_of_others_may_tell_it_in_its_own_window() -> None:
    shown = page("product", REVIEWS, hosts=("widget.trustpilot.com",))

    assert result("review-authenticity", recording(page("home"), shown)).outcome is Outcome.UNKNOWN


def test_outside_of_the_rule_it_does_not_apply() -> None:
    only = result("review-authenticity", recording(page("home"), page("product", REVIEWS), country="US"))

    assert (only.outcome, only.message) == (Outcome.NOT_APPLICABLE, "no-rule")
