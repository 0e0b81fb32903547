import pytest

from auditor.model import Outcome
from tests.checks.recorded import SHOP, page, recording, result

OWN = "Cannot read properties of undefined (reading 'start') ({place})"


def error(name: str = "a.js") -> str:
    return OWN.format(place=f"{SHOP}/static/{name}:12:3")


@pytest.mark.parametrize(
    ("errors", "score", "message"),
    [
        ((), 100, "clean"),
        ((error(),), 70, "own"),
        ((error("a.js"), error("b.js")), 40, "own"),
        (tuple(error(f"{n}.js") for n in range(4)), 0, "own"),
        (("x is null (https://widget.other.example/w.js:1:1)",), 90, "others"),
        (("ResizeObserver loop completed with undelivered notifications.",), 100, "clean"),
    ],
)
def test_errors_are_counted_by_whose_they_are(errors: tuple[str, ...], score: int, message: str) -> None:
    only = result("js-errors", recording(page("home", part="pages", errors=errors)))

    assert (only.score, only.message) == (score, message)


def test_the_same_error_on_two_pages_counts_once() -> None:
    made = recording(page("home", part="pages", errors=(error(),)), page("product", part="pages", errors=(error(),)))

    assert result("js-errors", made).value == {"own": 1, "others": 0}


def test_a_walk_keeps_the_errors_of_the_pages_before() -> None:
    one, two = error("a.js"), error("b.js")
    made = recording(page("home", errors=(one,)), page("product", errors=(one, two)), page("cart", errors=(one, two)))

    assert result("js-errors", made).value == {"own": 2, "others": 0}


@pytest.mark.parametrize(
    ("line", "count"),
    [
        (f"404 {SHOP}/static/cart.js", 1),
        (f"500 {SHOP}/theme.css?v=2", 1),
        (f"404 {SHOP}/favicon.ico", 0),
        (f"404 {SHOP}/kuva.jpg", 0),
        (f"401 {SHOP}/api/me", 0),
        ("404 https://cdn.other.example/x.js", 0),
        ("net::ERR_BLOCKED_BY_CLIENT https://www.google-analytics.com/analytics.js", 0),
    ],
)
def test_scripts_that_do_not_load(line: str, count: int) -> None:
    only = result("js-errors", recording(page("home", part="pages", failed_requests=(line,))))

    assert only.value == {"own": count, "others": 0}


@pytest.mark.parametrize("name", ["gtag", "fbq", "ga"])
def test_what_measuring_itself_may_have_caused_does_not_count(name: str) -> None:
    lost = ("net::ERR_BLOCKED_BY_CLIENT https://www.googletagmanager.com/gtag/js",)
    shown = page("home", part="pages", errors=(f"{name} is not defined ({SHOP}/a.js:1:1)",), failed_requests=lost)

    assert result("js-errors", recording(shown)).outcome is Outcome.PASSED


def test_the_crawl_loads_too_little_to_judge() -> None:
    assert result("js-errors", recording(page("home", part="crawl", errors=(error(),)))).outcome is Outcome.UNKNOWN
