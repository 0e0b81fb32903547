import pytest

from auditor.model import Confidence, Outcome, Reach
from tests.checks.recorded import SHOP, page, recording, result

FORM = '<form action="http://kauppa.example/send"><input type="email" name="email"></form>'
SAFE = Reach(
    requested=SHOP, url=SHOP, status=200, https=True, http_redirects_to_https=True, certificate_valid=True, hsts=True
)


def reached(**more: object) -> Reach:
    return SAFE.model_copy(update=more)


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (SAFE, (Outcome.PASSED, 100, "secure")),
        (reached(hsts=False), (Outcome.PASSED, 90, "no-hsts")),
        (reached(http_redirects_to_https=False), (Outcome.FAILED, 30, "no-redirect")),
        (reached(certificate_valid=False), (Outcome.FAILED, 0, "bad-certificate")),
        (reached(https=False, url="http://kauppa.example/"), (Outcome.FAILED, 0, "insecure")),
        (reached(https=False, url="http://127.0.0.1:8000/"), (Outcome.NOT_APPLICABLE, None, "local")),
        (reached(https=False, url="http://localhost:8000/"), (Outcome.NOT_APPLICABLE, None, "local")),
        (reached(https=False, status=None), (Outcome.UNKNOWN, None, "unread")),
    ],
)
def test_the_connection(reach: Reach, expected: tuple[Outcome, int | None, str]) -> None:
    only = result("https-everywhere", recording(page("home"), reach=reach))

    assert (only.outcome, only.score, only.message) == expected


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("http://kassa.example/tilaa", (Outcome.FAILED, "insecure-form")),
        ("/tilaa", (Outcome.NOT_APPLICABLE, "local")),
    ],
)
def test_a_shop_that_is_being_built_sends_no_data_out_insecurely(action: str, expected: tuple[Outcome, str]) -> None:
    local = reached(https=False, url="http://127.0.0.1:8000/")
    form = f'<form action="{action}"><input name="katu"></form>'
    door = page("checkout", form, url="http://127.0.0.1:8000/kassa")

    only = result("https-everywhere", recording(page("home"), door, reach=local))

    assert (only.outcome, only.message) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (page("home", mixed_content=("http://kuvat.example/a.jpg",)), (Outcome.WARNING, 70, "mixed-pictures")),
        (page("home", mixed_content=("http://cdn.example/a.js",)), (Outcome.FAILED, 20, "mixed-scripts")),
        (page("contact", FORM), (Outcome.FAILED, 0, "insecure-form")),
        (page("checkout", url="http://kauppa.example/kassa"), (Outcome.FAILED, 0, "insecure-form")),
    ],
)
def test_the_worst_fault_counts(shown: object, expected: tuple[Outcome, int, str]) -> None:
    only = result("https-everywhere", recording(page("home"), shown, reach=reached(hsts=False)))

    assert (only.outcome, only.score, only.message) == expected
    assert only.confidence is Confidence.HIGH
