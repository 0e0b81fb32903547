import pytest

from auditor.model import Outcome
from tests.checks.recorded import DESKTOP, MOBILE, page, recording, result

FIELD = '<form role="search"><input type="search" name="q" placeholder="Hae tuotteita"></form>'
PRESSED = '<button aria-label="Haku"></button><form hidden role="search"><input type="search" name="q"></form>'
LINKED = '<a href="/search">Search</a>'
NEWSLETTER = '<form><input type="email" name="email" placeholder="Sähköposti"><button>Tilaa</button></form>'


@pytest.mark.parametrize(
    ("desktop", "mobile", "expected"),
    [
        (FIELD, FIELD, (Outcome.PASSED, "field", True)),
        (FIELD, PRESSED, (Outcome.WARNING, "one-press", True)),
        (LINKED, LINKED, (Outcome.WARNING, "one-press", True)),
        (FIELD, '<a href="/search" aria-label="Search">⚲</a>', (Outcome.WARNING, "one-press", True)),
        (FIELD, NEWSLETTER, (Outcome.WARNING, "one-screen", True)),
        (NEWSLETTER, NEWSLETTER, (Outcome.FAILED, "none", False)),
        ("<p>Etsimme myyjää</p>", "<a href='/tyopaikat'>Haku auki: myyjä</a>", (Outcome.FAILED, "none", False)),
    ],
)
def test_the_search_is_seen(desktop: str, mobile: str, expected: tuple[Outcome, str, bool]) -> None:
    only = result("site-search", recording(page("home", desktop), page("home", mobile, viewport=MOBILE)))

    assert (only.outcome, only.message, only.value["present"]) == expected  # type: ignore[call-overload,index]


def test_pages_that_could_not_be_read_are_unknown() -> None:
    assert result("site-search", recording(page("home"))).outcome is Outcome.UNKNOWN


def test_the_value_names_the_screens() -> None:
    only = result("site-search", recording(page("home", FIELD), page("home", PRESSED, viewport=MOBILE)))

    assert only.value == {"present": True, "field": [str(DESKTOP)], "one_press": [str(MOBILE)]}
