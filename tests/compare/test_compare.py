"""Audits held against each other: noise is no change, and what must not be compared is not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from auditor.compare import Change, Comparison, Differs, compare
from auditor.compare.comparing import same_site
from auditor.model import Audit, AuditSite, BrowserInfo, CheckResult, Measurement, Outcome, Tool, VisitorInfo
from auditor.model.words import ConsentChoice, JourneyOutcome
from auditor.score import site_score, stage_scores
from tests.render.audits import result, rich_audit
from tests.render.test_outputs import with_findings
from tests.render.walks import DESKTOP, MOBILE, measurements

LATER = datetime(2026, 12, 21, 12, 5, tzinfo=UTC)


def scored(audit: Audit, *results: CheckResult) -> Audit:
    """Return the audit with these results in place of its own of the same checks, and its scores made anew."""
    mine = {one.check for one in results}
    listed = (*(one for one in audit.results if one.check not in mine), *results)
    stages = stage_scores(listed)
    score, coverage = site_score(stages)
    return audit.model_copy(update={"results": listed, "stages": stages, "score": score, "coverage": coverage})


def after(*results: CheckResult, **changes: Any) -> Audit:
    return scored(rich_audit(started_at=LATER, **changes), *results)


def slower(load: Measurement, by_ms: float, **changes: Any) -> Measurement:
    median = load.median.model_copy(update={"lcp_ms": (load.median.lcp_ms or 0) + by_ms})
    return load.model_copy(update={"median": median, **changes})


def lcp(comparison: Comparison) -> Change:
    return next(row.changes[1] for row in comparison.speed if row.metric == "lcp_ms")


OPEN = (
    result("guest-checkout", "ok", 100, viewport=DESKTOP, page="checkout"),
    result("guest-checkout", "ok", 100, viewport=MOBILE, page="checkout"),
)


def test_an_audit_against_itself_shows_no_change() -> None:
    told = compare([rich_audit(), rich_audit()])

    assert told.same_site
    assert {change for row in (told.site, *told.stages) for change in row.changes} == {Change.SAME}
    assert (told.checks, told.doubts) == ((), ())
    assert {row.changes[1] for row in told.speed if row.medians[0] is not None} == {Change.SAME}


def test_what_got_better_is_told_by_check_and_stage() -> None:
    told = compare([rich_audit(), after(*OPEN)])

    assert [(one.check, one.points, one.changes[1]) for one in told.checks] == [
        ("guest-checkout", (0.0, 100.0), Change.BETTER)
    ]
    assert next(row.changes[1] for row in told.stages if row.stage == "purchase") is Change.BETTER


def test_a_few_points_are_noise() -> None:
    told = compare([rich_audit(), after(result("contact-channels", "missing", 58))])

    assert told.checks == ()


def test_stages_are_compared_over_what_both_could_assess() -> None:
    """A check that only the later audit could assess must not make the shop look worse."""
    told = compare([rich_audit(), after(result("checkout-fields", "count", 0, viewport=DESKTOP, count=1, total=1))])

    row = next(row for row in told.stages if row.stage == "purchase")
    assert row.common[1] is not None
    assert row.common[1][0] == row.common[1][1]
    assert row.changes[1] in (Change.SAME, Change.UNKNOWN)
    assert next(one.changes[1] for one in told.checks if one.check == "checkout-fields") is Change.UNKNOWN


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"tool": Tool(name="cx-audit", version="9.0.0")}, Differs.TOOL),
        ({"profile": "strict"}, Differs.PROFILE),
    ],
)
def test_scores_of_another_way_of_judging_are_not_compared(changes: dict[str, Any], what: Differs) -> None:
    told = compare([rich_audit(), after(*OPEN, **changes)])

    assert [(one.what, one.bars_scores) for one in told.doubts] == [(what, True)]
    assert {row.changes[1] for row in (told.site, *told.stages)} == {Change.UNKNOWN}
    assert Change.BETTER not in {one.changes[1] for one in told.checks}


@pytest.mark.parametrize(
    ("version", "mode", "expected"),
    [
        ("156.9", "new headless", Change.WORSE),
        ("157.0", "new headless", Change.UNKNOWN),
        ("156.0", "headed", Change.UNKNOWN),
    ],
)
def test_speed_of_another_browser_is_not_compared(version: str, mode: str, expected: Change) -> None:
    loads = tuple(slower(one, 3000) for one in measurements())
    browser = BrowserInfo(name="Chromium", version=version, mode=mode, sandbox=False)

    assert lcp(compare([rich_audit(), after(measurements=loads, browser=browser)])) is expected


@pytest.mark.parametrize(("by_ms", "expected"), [(90, Change.SAME), (187, Change.SAME), (189, Change.WORSE)])
def test_a_difference_within_the_larger_spread_is_no_change(by_ms: float, expected: Change) -> None:
    loads = tuple(slower(one, by_ms) for one in measurements())

    told = compare([rich_audit(), after(measurements=loads)])

    assert next(row.noise[1] for row in told.speed if row.metric == "lcp_ms") == pytest.approx(188)
    assert lcp(told) is expected


def test_a_single_load_has_no_spread_and_is_not_compared() -> None:
    loads = tuple(slower(one, 3000, samples=one.samples[:1]) for one in measurements())

    told = compare([rich_audit(), after(measurements=loads)])

    assert lcp(told) is Change.UNKNOWN
    assert [one.what for one in told.doubts] == [Differs.FEW_LOADS]


def test_only_loads_made_in_the_same_way_stand_side_by_side() -> None:
    loads = tuple(slower(one, 0, network="none") for one in measurements())

    told = compare([rich_audit(), after(measurements=loads)])

    assert told.speed == ()
    assert [one.what for one in told.doubts] == [Differs.NETWORK]


def test_consent_and_visitor_are_told() -> None:
    visitor = VisitorInfo(locale="sv-SE", timezone="Europe/Stockholm", consent=ConsentChoice.REJECT)

    told = compare([rich_audit(), after(visitor=visitor)])

    assert [one.what for one in told.doubts] == [Differs.CONSENT, Differs.VISITOR]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (JourneyOutcome.CHECKOUT_REACHED, Change.SAME),
        (JourneyOutcome.CART_NOT_FOUND, Change.WORSE),
        (JourneyOutcome.OUT_OF_TIME, Change.UNKNOWN),
        (JourneyOutcome.ROBOT_WALL, Change.UNKNOWN),
    ],
)
def test_a_walk_that_the_program_itself_ended_says_nothing_of_the_shop(
    outcome: JourneyOutcome, expected: Change
) -> None:
    journeys = {name: walk.model_copy(update={"outcome": outcome}) for name, walk in rich_audit().journeys.items()}

    assert compare([rich_audit(), after(journeys=journeys)]).walks[0].changes[1] is expected


def test_an_end_that_the_walk_may_have_brought_about_is_no_change_for_the_worse() -> None:
    failed = {"outcome": JourneyOutcome.ADD_TO_CART_FAILED, "unsure": True}
    journeys = {name: walk.model_copy(update=failed) for name, walk in rich_audit().journeys.items()}

    assert compare([rich_audit(), after(journeys=journeys)]).walks[0].changes[1] is Change.UNKNOWN


@pytest.mark.parametrize(
    ("url", "name", "expected"),
    [
        ("https://www.teetupa.example/", "Tuulan Teetupa", True),
        ("http://teetupa.example/sv", "Teetupa", True),
        ("https://kahvi.example/", "Tuulan Teetupa", False),
        ("https://teetupa.example:8443/", "Staging", False),
        ("https://teetupa.example:8443/", "Tuulan Teetupa", True),
    ],
)
def test_one_shop_is_told_from_two(url: str, name: str, expected: bool) -> None:
    site = AuditSite(url=url, name=name, languages=(), country=None, platform=None)

    assert same_site([rich_audit(), rich_audit(site=site)]) is expected


def test_findings_go_and_come_only_where_both_could_assess() -> None:
    wall = [one.model_copy(update={"outcome": Outcome.UNKNOWN, "score": None}) for one in OPEN]
    before = with_findings(rich_audit(), "guest-checkout")

    gone = compare([before, after(*OPEN)]).findings
    unknown = compare([before, after(*wall)]).findings

    assert (gone and gone.gone, unknown and unknown.gone) == (1, 0)


def test_a_cap_that_fell_is_no_noise() -> None:
    """Few points of a check may lift the cap of its stage: the stages are scored anew, with their caps."""
    told = compare([rich_audit(), after(*OPEN)])

    row = next(row for row in told.stages if row.stage == "purchase")
    assert row.common[1] is not None
    assert row.common[1][0] <= 79
    assert row.changes[1] is Change.BETTER


def test_a_difference_that_the_printed_scores_contradict_is_not_told() -> None:
    """More was assessed afterwards, and it was good: worse in what both saw, better in print."""
    worse = result("click-depth", "count", 20, viewport=DESKTOP), result("click-depth", "count", 20, viewport=MOBILE)
    good = tuple(
        result(check, "ok", 100, viewport=screen)
        for check in ("checkout-fields", "payment-methods")
        for screen in (DESKTOP, MOBILE)
    )

    row = next(row for row in compare([rich_audit(), after(*worse, *good)]).stages if row.stage == "purchase")

    assert (row.scores[1] or 0) > (row.scores[0] or 0)
    assert row.changes[1] is Change.UNKNOWN


def test_times_of_another_browser_do_not_move_a_stage() -> None:
    slow = tuple(one.model_copy(update={"unit": "ms"}) for one in rich_audit().results if one.check == "load-ttfb")
    late = tuple(one.model_copy(update={"score": 0, "outcome": Outcome.FAILED}) for one in slow)
    browser = BrowserInfo(name="Chromium", version="157.0", mode="new headless", sandbox=False)

    told = compare([scored(rich_audit(), *slow), after(*late, browser=browser)])

    assert [(one.check, one.changes[1]) for one in told.checks] == [("load-ttfb", Change.UNKNOWN)]
    assert next(row.changes[1] for row in told.stages if row.stage == "awareness") is Change.SAME
