import pytest

from auditor.model import CheckResult, HostInfo, JourneyStep, Outcome, ViewportName
from tests.checks.recorded import MOBILE, loads, page, recording, result, walk


def judged(*steps: JourneyStep, tbt: float | None = None) -> CheckResult:
    timed = loads("product", tbt_ms=tbt) if tbt is not None else ()
    made = recording(page("home", viewport=MOBILE), journeys={ViewportName.MOBILE: walk(steps=steps)}, loads=timed)
    return result("interaction-delay", made)


def step(ms: float | None, label: str = "Lisää koriin", note: str | None = None) -> JourneyStep:
    return JourneyStep(kind="in_cart", url="https://x.example", label=label, interaction_ms=ms, interaction_note=note)


@pytest.mark.parametrize(
    ("delays", "tbt", "outcome", "value"),
    [
        ((24.0, 32.0), None, Outcome.PASSED, 32),
        ((24.0, 500.0), None, Outcome.WARNING, 500),
        ((40.0, 800.0), None, Outcome.FAILED, 800),
        ((40.0,), 150.0, Outcome.PASSED, 40),
        ((40.0,), 3000.0, Outcome.WARNING, 40),
    ],
)
def test_the_worst_press_counts(delays: tuple[float, ...], tbt: float | None, outcome: Outcome, value: int) -> None:
    only = judged(*(step(one) for one in delays), tbt=tbt)

    assert (only.outcome, only.value) == (outcome, value)


def test_presses_that_lead_on_cannot_be_timed() -> None:
    only = judged(step(None, note="navigated"))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "navigated")


def test_loading_alone_is_judged_as_such() -> None:
    only = judged(step(None, note="navigated"), tbt=1200.0)

    assert (only.message, only.outcome, only.value) == ("loading-slow", Outcome.FAILED, None)


def test_one_press_alone_is_less_sure() -> None:
    assert judged(step(900.0)).confidence == "medium"


def test_a_busy_machine_says_little() -> None:
    journeys = {ViewportName.MOBILE: walk(steps=(step(900.0), step(30.0)))}
    made = recording(page("home", viewport=MOBILE), journeys=journeys, host=HostInfo(cores=2, load=9.0))

    assert result("interaction-delay", made).confidence == "low"


def test_the_slow_press_is_named() -> None:
    assert judged(step(30.0), step(700.0, "Avaa valikko")).data["label"] == "Avaa valikko"


def test_slow_loading_is_not_blamed_on_a_quick_press() -> None:
    assert (judged(step(40.0), tbt=3000.0).message, judged(step(800.0), tbt=3000.0).message) == ("busy-loading", "slow")


def test_presses_that_were_not_answered_did_not_lead_on() -> None:
    only = judged(step(None, note="navigated"), step(None, note="timeout"))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "not-measured")
