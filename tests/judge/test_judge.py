from dataclasses import replace
from datetime import date

import pytest

from auditor.check import COMMON_MESSAGES, Check, Context, Need, Scope, Trail, Verdict, check, failed, passed, unknown
from auditor.judge import judge
from auditor.model import Audit, Clicks, Evidence, JourneyOutcome, Outcome, Reach, Recording, Severity, Stage
from auditor.settings import Profile
from tests.checks.recorded import DESKTOP, MOBILE, SHOP, audit, load, page, recording, walk


def made(body: object = None, **more: object) -> Check:
    def a_check(trail: Trail, context: Context) -> Verdict:
        """It matters."""
        return body(trail, context) if callable(body) else passed("fine")

    known: dict[str, object] = {
        "stage": Stage.PURCHASE,
        "weight": 5,
        "severity": Severity.MAJOR,
        "title": "T",
        "failure_title": "F",
        "messages": {"fine": "Fine, {what}.", "bad": "Bad."},
        "advice": "A",
        "source": "S",
        **more,
    }
    return check(**known)(a_check)


def judged(recorded: Recording, *checks: Check, profile: Profile | None = None) -> Audit:
    return judge(recorded, checks, profile or Profile(), duties_as_of=date(2026, 11, 22), tool_version="0.1.0")


SHOWN = recording(
    page("home"),
    page("home", viewport=MOBILE),
    page("product"),
    page("contact", part="crawl"),
    journeys={DESKTOP: walk(), MOBILE: walk()},
    loads=(load(lcp_ms=1.0),),
)


def test_the_same_recording_gives_the_same_bytes() -> None:
    assert audit(SHOWN).model_dump_json() == audit(SHOWN).model_dump_json()


@pytest.mark.parametrize("need", list(Need))
def test_missing_evidence_is_unknown_before_the_check_runs(need: Need) -> None:
    never = made(lambda _trail, _context: 1 / 0, needs={need})

    (only,) = judged(recording(), never).results

    assert (only.outcome, only.message, only.score) == (Outcome.UNKNOWN, f"missing-{need}", None)
    assert only.reason_unknown == COMMON_MESSAGES[f"missing-{need}"]


@pytest.mark.parametrize("outcome", [JourneyOutcome.NOT_A_SHOP, JourneyOutcome.CLOSED_SHOP])
def test_where_nothing_is_sold_no_product_is_missing(outcome: JourneyOutcome) -> None:
    never = made(lambda _trail, _context: 1 / 0, needs={Need.PRODUCT})
    ends = {screen: walk(None, outcome=outcome) for screen in (DESKTOP, MOBILE)}
    (only,) = judged(recording(page("home"), journeys=ends), never).results
    (other,) = judged(recording(page("home"), journeys={**ends, MOBILE: walk()}), never).results

    assert (only.outcome, only.message, other.outcome) == (Outcome.NOT_APPLICABLE, "no-goods", Outcome.UNKNOWN)


@pytest.mark.parametrize("need", list(Need))
def test_evidence_that_is_there_is_found(need: Need) -> None:
    (only,) = judged(SHOWN, made(needs={need})).results

    assert only.outcome is Outcome.PASSED


def test_a_check_that_breaks_is_an_error_and_the_others_go_on() -> None:
    broken = replace(made(lambda _trail, _context: 1 / 0), id="broken")

    results = {one.check: one for one in judged(SHOWN, broken, made()).results}

    assert results["a-check"].outcome is Outcome.PASSED
    assert (results["broken"].outcome, results["broken"].score) == (Outcome.ERROR, None)
    assert "ZeroDivisionError" in (results["broken"].reason_unknown or "")


def test_a_message_that_is_not_declared_is_an_error() -> None:
    (only,) = judged(SHOWN, made(lambda _trail, _context: passed("never declared"))).results

    assert only.outcome is Outcome.ERROR


def test_messages_are_filled_and_a_gap_is_a_dash() -> None:
    filled, gap = made(lambda _t, _c: passed("fine", data={"what": ("a", "b")})), made()

    assert [judged(SHOWN, one).results[0].text_en for one in (filled, gap)] == ["Fine, a, b.", "Fine, –."]


def test_scopes_ask_once_per_site_screen_or_page() -> None:
    counts = {scope: len(judged(SHOWN, made(scope=scope)).results) for scope in Scope}

    assert counts == {Scope.SITE: 1, Scope.VIEWPORT: 2, Scope.PAGE: 4}


def test_a_page_seen_twice_on_a_screen_is_asked_once() -> None:
    twice = recording(page("home", id="a"), page("home", id="b", part="crawl"))

    assert [one.page for one in judged(twice, made(scope=Scope.PAGE)).results] == ["a"]


def test_the_profile_sets_weights_options_and_switches_off() -> None:
    from auditor.check import Option

    asked = made(
        lambda _t, context: passed("fine", value=context.options["limit"]), options={"limit": Option(3, "clicks")}
    )
    profile = Profile(weights={"a-check": 9}, options={"a-check": {"limit": 4}})

    (only,) = judged(SHOWN, asked, profile=profile).results

    assert (only.weight, only.value) == (9, 4)
    assert judged(SHOWN, asked, profile=Profile(off=("a-check",))).results == ()


def test_a_check_sees_every_screens_walk() -> None:
    agrees = made(lambda _t, context: passed("fine") if context.other_viewport_agrees else failed("bad"))

    assert judged(SHOWN, agrees).results[0].outcome is Outcome.PASSED


def test_what_a_memo_keeps_ends_with_the_judgement() -> None:
    calls: list[int] = []
    counting = made(
        lambda _t, context: passed("fine", value=context.memo("k", lambda: calls.append(1))), scope=Scope.PAGE
    )

    judged(SHOWN, counting)
    judged(SHOWN, counting)

    assert len(calls) == 2


def test_page_bodies_are_read_only_when_asked_for() -> None:
    read: list[str] = []
    recorded = replace(SHOWN, html=lambda visit: read.append(visit) or "")

    judged(recorded, made(scope=Scope.PAGE))

    assert read == []


@pytest.mark.parametrize(
    ("recorded", "problem"),
    [
        (recording(reach=Reach(requested=SHOP, url=SHOP, problem="dead", sentence="No answer.")), "dead"),
        (recording(journeys={DESKTOP: walk(None, outcome=JourneyOutcome.ROBOT_WALL, clicks=Clicks())}), "robot-wall"),
        (recording(journeys={DESKTOP: walk(), MOBILE: walk(None, outcome=JourneyOutcome.ROBOT_WALL)}), ""),
        (recording(interrupted=True), "interrupted"),
        (SHOWN, ""),
    ],
)
def test_what_kept_the_shop_from_being_audited(recorded: Recording, problem: str) -> None:
    assert judged(recorded, made()).problem == problem


def test_a_fault_on_several_pages_is_one_finding_with_a_stable_key() -> None:
    def faulty(trail: Trail, _context: Context) -> Verdict:
        number = 1 if trail.viewport is DESKTOP else 7
        selector = f"main > a:nth-of-type({number})"
        return failed("bad", (Evidence(page=trail.page.id if trail.page else "", selector=selector),))

    home = recording(page("home"), page("home", viewport=MOBILE))
    first, again = (judged(home, made(faulty, scope=Scope.PAGE)) for _ in range(2))

    (finding,) = first.findings
    assert finding.viewports == (DESKTOP, MOBILE)
    assert (len(finding.key), finding.results) == (64, (0, 1))
    assert again.findings == first.findings


def test_passed_and_unknown_results_are_no_findings() -> None:
    assert judged(SHOWN, made(), replace(made(lambda _t, _c: unknown("bad")), id="b")).findings == ()


def test_measurements_are_medians_with_their_spread() -> None:
    runs = tuple(load(sample=n, lcp_ms=ms, weight_bytes=1000) for n, ms in enumerate((2000.0, 2400.0, 2200.0)))

    (measurement,) = judged(recording(loads=runs)).measurements

    assert (measurement.median.lcp_ms, measurement.spread.lcp_ms, measurement.runs_agree) == (2200, 400, True)
    assert (measurement.median.weight_bytes, measurement.median.cls) == (1000, None)
