"""What the gate says of limits: kept, broken, not measured; and that nothing unmeasured is green."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.gate.budget import Budget
from auditor.gate.limits import gate
from auditor.gate.verdict import Status, Verdict, to_confirm, worst_code
from auditor.model import Audit, JourneyOutcome, Load, PageKind, Reach
from tests.checks.recorded import DESKTOP, MOBILE, SHOP, audit, load, page, recording, walk

HOME = page("home", "<p>Tervetuloa</p>")
CHECKS = ("guest-checkout", "contact-channels", "load-lcp")


def timed(**figures: Any) -> tuple[Load, ...]:
    return tuple(load("home", MOBILE, n, consent="before", **figures) for n in range(3))


def seen(*loads: Load, journeys: Any = None, **site: Any) -> Audit:
    walked = {DESKTOP: walk(), MOBILE: walk()} if journeys is None else journeys
    return audit(recording(HOME, journeys=walked, loads=loads, **site), *CHECKS)


def held(made: Audit, **budget: Any) -> tuple[Verdict, ...]:
    return gate(made, Budget.model_validate(budget))


def statuses(verdicts: tuple[Verdict, ...]) -> list[Status]:
    return [one.status for one in verdicts]


@pytest.mark.parametrize(
    ("lcp_ms", "limit", "status", "code"),
    [
        (2400.0, 2500, Status.PASSED, 0),
        (2500.0, 2500, Status.PASSED, 0),
        (2600.0, 2500, Status.BREACHED, 1),
        (2600.0, {"limit": 2500, "severity": "warn"}, Status.WARNED, 0),
        (None, 2500, Status.UNMEASURED, 3),
    ],
)
def test_a_figure_is_held_against_its_limit(lcp_ms: float | None, limit: Any, status: Status, code: int) -> None:
    verdicts = held(seen(*timed(lcp_ms=lcp_ms)), metrics={"lcp_ms": limit})

    assert statuses(verdicts) == [status]
    assert worst_code(verdicts) == code


@pytest.mark.parametrize("problem", ["the page answered 404", "the page answered 500", "another site answered"])
def test_a_page_that_did_not_load_is_not_green(problem: str) -> None:
    verdicts = held(seen(*timed(problem=problem)), metrics={"lcp_ms": 2500})

    assert worst_code(verdicts) == 3
    assert problem in verdicts[0].sentence


def test_most_loads_must_have_succeeded() -> None:
    failed = {"problem": "the page answered 500"}
    good, bad = (
        load("home", MOBILE, 1, consent="before", lcp_ms=2000.0),
        [load("home", MOBILE, n, consent="before", **failed) for n in (2, 3)],
    )

    few = held(seen(good, *bad), metrics={"lcp_ms": 2500})
    most = held(seen(good, good, bad[0]), metrics={"lcp_ms": 2500})

    assert "2 of 3 loads failed (the page answered 500)" in few[0].sentence
    assert [worst_code(few), worst_code(most)] == [3, 0]


@pytest.mark.parametrize(("name", "code"), [("lcp_ms", 3), ("ttfb_ms", 0)])
def test_a_load_that_was_cut_off_keeps_no_limit_that_could_still_break(name: str, code: int) -> None:
    figures = {name: 2000.0, "timed_out": True, "load_ms": None}

    assert worst_code(held(seen(*timed(**figures)), metrics={name: 2500})) == code
    assert worst_code(held(seen(*timed(**figures)), metrics={name: 1500})) == 1


def test_an_audit_that_was_not_finished_is_not_green() -> None:
    cut = seen(*timed(lcp_ms=2000.0)).model_copy(update={"complete": False})

    assert worst_code(held(cut, metrics={"lcp_ms": 2500})) == 3


def test_a_breach_says_what_where_on_which_device_the_limit_and_the_spread() -> None:
    loads = [load("home", MOBILE, n, consent="before", lcp_ms=ms) for n, ms in enumerate((2600.0, 2700.0, 2900.0))]

    (verdict,) = held(seen(*loads), metrics={"lcp_ms": 2500})

    assert verdict.sentence == (
        f"lcp_ms, {SHOP}/home, mobile: limit 2\u202f500, measured 2\u202f700 (spread 300, 3 loads)."
    )


def test_one_load_has_no_spread() -> None:
    (verdict,) = held(seen(load("home", MOBILE, 0, consent="before", lcp_ms=2600.0)), metrics={"lcp_ms": 2500})

    assert verdict.sentence.endswith("measured 2\u202f600 (1 load).")


def test_a_breach_that_does_not_show_again_is_a_disagreement() -> None:
    again = [load("home", MOBILE, n, consent="before", lcp_ms=2000.0, again=True) for n in range(3)]

    verdicts = held(seen(*timed(lcp_ms=2600.0), *again), metrics={"lcp_ms": 2500})

    assert statuses(verdicts) == [Status.DISAGREE]
    assert worst_code(verdicts) == 0


def test_only_broken_pages_are_measured_again() -> None:
    verdicts = held(seen(*timed(lcp_ms=2600.0, fcp_ms=900.0)), metrics={"lcp_ms": 2500, "fcp_ms": 1000})

    assert to_confirm(verdicts) == ((PageKind.HOME, f"{SHOP}/home", MOBILE),)


@pytest.mark.parametrize(
    ("section", "status"),
    [
        ({"pattern": "/ho*", "lcp_ms": 3000}, Status.PASSED),
        ({"kind": "home", "viewport": "mobile", "lcp_ms": 3000}, Status.PASSED),
        ({"kind": "product", "lcp_ms": 3000}, Status.BREACHED),
        ({"viewport": "desktop", "lcp_ms": 3000}, Status.BREACHED),
    ],
)
def test_a_section_of_its_own_goes_before_the_general_limit(section: dict[str, Any], status: Status) -> None:
    verdicts = held(seen(*timed(lcp_ms=2600.0)), metrics={"lcp_ms": 2500}, pages=[section])

    assert verdicts[0].status is status


def test_a_section_that_fits_no_page_is_not_green() -> None:
    verdicts = held(seen(*timed(lcp_ms=2000.0)), pages=[{"pattern": "/nothing/*", "lcp_ms": 3000}])

    assert worst_code(verdicts) == 3


def test_an_address_that_was_asked_for_has_to_be_measured() -> None:
    verdicts = gate(seen(*timed(lcp_ms=2000.0)), Budget(), pages=(f"{SHOP}/home", f"{SHOP}/other"))

    assert [one.where for one in verdicts if one.status is Status.UNMEASURED] == [f"{SHOP}/other"]


@pytest.mark.parametrize(("limit", "status"), [(3, Status.PASSED), (2, Status.BREACHED)])
def test_clicks_are_held_on_each_screen(limit: int, status: Status) -> None:
    verdicts = held(seen(), metrics={"clicks_to_door": limit})

    assert [(one.device, one.status) for one in verdicts] == [("desktop", status), ("mobile", status)]


def test_a_checkout_that_was_not_reached_is_not_green() -> None:
    lost = {DESKTOP: walk(None, outcome=JourneyOutcome.CHECKOUT_NOT_FOUND, clicks={})}

    assert worst_code(held(seen(journeys=lost), metrics={"clicks_to_door": 5})) == 3


@pytest.mark.parametrize(
    ("wanted", "status"),
    [({"guest-checkout": "guest"}, Status.PASSED), ({"guest-checkout": "account-required"}, Status.BREACHED)],
)
def test_a_fact_is_required_on_every_screen(wanted: dict[str, Any], status: Status) -> None:
    assert set(statuses(held(seen(), require=wanted))) == {status}


def test_a_part_of_a_fact_may_be_required() -> None:
    assert statuses(held(seen(), require={"contact-channels.phone": True})) == [Status.BREACHED]
    assert statuses(held(seen(), require={"contact-channels.phone": False})) == [Status.PASSED]


@pytest.mark.parametrize("fact", ["site-search", "contact-channels.fax"])
def test_a_fact_that_nobody_could_tell_is_not_green(fact: str) -> None:
    assert worst_code(held(seen(), require={fact: "x"})) == 3


@pytest.mark.parametrize(
    ("scores", "code"),
    [({"guest-checkout": 90}, 0), ({"contact-channels": 50}, 1), ({"site": 50}, 3), ({"awareness": 10}, 3)],
)
def test_scores_low_and_null_are_not_green(scores: dict[str, int], code: int) -> None:
    assert worst_code(held(seen(), scores=scores)) == code


def test_a_server_that_is_down_is_not_green() -> None:
    down = Reach(requested=SHOP, url=f"{SHOP}/", problem="dead", sentence="Nothing answers.")

    verdicts = held(seen(journeys={}, reach=down), metrics={"lcp_ms": 2500})

    assert worst_code(verdicts) == 3
    assert "Nothing answers." in verdicts[0].sentence


def test_nothing_measured_is_not_green_even_without_limits() -> None:
    assert worst_code(held(seen(journeys={}))) == 3
