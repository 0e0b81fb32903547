"""The three checks that read timed loads: load-lcp, load-ttfb, layout-shift."""

import pytest

from auditor.model import Confidence, Fetched, LcpElement, Outcome, Stage
from tests.checks.recorded import DESKTOP, MOBILE, load, loads, page, recording, result, results


@pytest.mark.parametrize(
    ("name", "figures", "outcome"),
    [
        ("load-lcp", {"lcp_ms": 2400.0}, Outcome.PASSED),
        ("load-lcp", {"lcp_ms": 3500.0}, Outcome.WARNING),
        ("load-lcp", {"lcp_ms": 9000.0}, Outcome.FAILED),
        ("load-lcp", {"ttfb_ms": 100.0}, Outcome.UNKNOWN),
        ("load-ttfb", {"ttfb_ms": 300.0, "fcp_ms": 1200.0}, Outcome.PASSED),
        ("load-ttfb", {"ttfb_ms": 3000.0, "fcp_ms": 5000.0}, Outcome.FAILED),
        ("load-ttfb", {"ttfb_ms": 300.0}, Outcome.PASSED),
        ("load-ttfb", {"lcp_ms": 300.0}, Outcome.UNKNOWN),
        ("layout-shift", {"cls": 0.0}, Outcome.PASSED),
        ("layout-shift", {"cls": 0.2}, Outcome.WARNING),
        ("layout-shift", {"cls": 0.6}, Outcome.FAILED),
        ("layout-shift", {"lcp_ms": 300.0}, Outcome.UNKNOWN),
    ],
)
def test_a_phone_is_judged_by_its_curve(name: str, figures: dict[str, float], outcome: Outcome) -> None:
    made = recording(page("home", viewport=MOBILE), loads=loads(**figures))

    assert result(name, made).outcome == outcome


def test_a_desktop_is_held_to_a_stricter_curve() -> None:
    made = recording(
        page("home"), loads=(*loads("home", DESKTOP, lcp_ms=2400.0), *loads("home", MOBILE, lcp_ms=2400.0))
    )

    scores = {one.viewport: one.score for one in results("load-lcp", made)}

    assert scores == {DESKTOP: 50, MOBILE: 92}


def test_one_slow_run_does_not_decide() -> None:
    made = recording(loads=tuple(load(sample=n, lcp_ms=ms) for n, ms in enumerate((2000.0, 9000.0, 2100.0))))

    only = result("load-lcp", made)

    assert (only.value, only.interval, only.confidence) == (2100, (2000.0, 9000.0), Confidence.MEDIUM)


def test_a_load_with_a_problem_is_not_a_zero() -> None:
    made = recording(loads=(load(problem="landed elsewhere", lcp_ms=1.0),))

    assert (result("load-lcp", made).outcome, result("load-lcp", made).score) == (Outcome.UNKNOWN, None)


def test_pages_count_in_the_stage_of_their_kind() -> None:
    made = recording(loads=(*loads("home", lcp_ms=1.0), *loads("product", lcp_ms=1.0), *loads("cart", lcp_ms=1.0)))

    stages = [one.stage for one in results("load-lcp", made)]

    assert stages == [Stage.AWARENESS, Stage.CONSIDERATION, Stage.PURCHASE]


def test_without_loads_it_is_unknown_with_a_reason() -> None:
    only = result("load-lcp", recording(page("home")))

    assert (only.outcome, only.reason_unknown) == (Outcome.UNKNOWN, "No page load was measured.")


def test_the_element_painted_last_is_the_evidence() -> None:
    shown = page("home", viewport=MOBILE)
    made = recording(shown, loads=loads(lcp_ms=2000.0, lcp_element=LcpElement(selector="img.hero", text="Kesäale")))

    (evidence,) = result("load-lcp", made).evidence

    assert (evidence.page, evidence.selector, evidence.excerpt) == (shown.visit.id, "img.hero", "Kesäale")


@pytest.mark.parametrize(
    ("check", "figure"), [("layout-shift", {"cls": 0.0}), ("page-weight", {"weight_bytes": 90_000})]
)
def test_a_page_that_was_still_loading_is_not_said_to_be_light_or_still(check: str, figure: dict[str, float]) -> None:
    loads = [load("home", DESKTOP, number, timed_out=True, load_ms=None, **figure) for number in range(3)]
    only = result(check, recording(page("home"), loads=loads))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "cut-off")


def test_a_slow_page_names_the_stylesheet_that_held_it_back() -> None:
    requests = (
        Fetched(name="shop.example/", type="document", start_ms=0, first_ms=580, end_ms=700),
        Fetched(
            name="shop.example/styles.css",
            type="style",
            start_ms=600,
            first_ms=1200,
            end_ms=3500,
            size_bytes=283_240,
            blocking=True,
        ),
    )
    made = recording(loads=loads(lcp_ms=3700.0, fcp_ms=3700.0, ttfb_ms=50.0, fetched=requests))

    only = result("load-lcp", made)

    assert only.message == "blocking"
    assert only.text_en == (
        "The main content was there after 3.7 seconds. In the load that was looked into, nothing could be shown for "
        "3.5 seconds, until the browser was done with these files: /styles.css (277\u00a0kB)."
    )


def test_a_slow_page_without_a_proven_cause_tells_its_time_only() -> None:
    only = result("load-lcp", recording(loads=loads(lcp_ms=9000.0, fcp_ms=8000.0)))

    assert only.text_en == "The main content was there only after 9.0 seconds."


@pytest.mark.parametrize(("ttfb", "message"), [(50.0, "late"), (1500.0, "slow")])
def test_the_server_is_not_blamed_for_content_that_comes_late(ttfb: float, message: str) -> None:
    assert result("load-ttfb", recording(loads=loads(ttfb_ms=ttfb, fcp_ms=4000.0))).message == message
