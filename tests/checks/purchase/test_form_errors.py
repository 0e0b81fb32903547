import pytest

from auditor.model import CheckResult, Outcome
from tests.checks.recorded import DESKTOP, page, recording, result, walk

FIELDS = """<label>Sähköposti<input name="s" type="email" required></label>
<label>Katuosoite<input name="k" required></label>"""


def judged(body: str) -> CheckResult:
    shown = page("checkout", body)
    journey = walk(door={"visit": shown.visit.id, "guest_visit": shown.visit.id})
    return result("form-errors", recording(page("home"), shown, journeys={DESKTOP: journey}))


def test_a_form_that_the_browser_checks_passes() -> None:
    only = judged(f"<main><form>{FIELDS}<button>Jatka</button></form></main>")

    assert (only.outcome, only.message, only.basis, only.confidence) == (
        Outcome.PASSED,
        "browser",
        "inferred",
        "medium",
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<main><form novalidate>{FIELDS}<button>Jatka</button></form></main>",
        f"<main><form>{FIELDS}<button type='button'>Jatka</button></form></main>",
        "<main><form><label>Email<input name='e'></label><label>Street<input></label><button>Go</button></form>",
    ],
)
def test_what_only_sending_shows_is_unknown(body: str) -> None:
    only = judged(body)

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "only-sent")


def test_a_required_field_without_a_name_cannot_be_named_by_an_error() -> None:
    only = judged("<main><form><input name='street' required><button>Go</button></form></main>")

    assert (only.outcome, only.data["fields"]) == (Outcome.WARNING, ["street"])
