"""Laws of the score model, and its worked examples (CONTRACTS 4)."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import CheckResult, Confidence, Outcome, Severity, Source, Stage, ViewportName
from auditor.model.weights import STAGE_WEIGHTS
from auditor.score import check_score, site_score, stage_scores

DESKTOP, MOBILE = ViewportName.DESKTOP, ViewportName.MOBILE


def row(score: int | None = 100, check: str = "a", stage: Stage = Stage.PURCHASE, **more: Any) -> CheckResult:
    outcome = (
        Outcome.UNKNOWN
        if score is None
        else Outcome.PASSED
        if score >= 90
        else Outcome.FAILED
        if score < 50
        else Outcome.WARNING
    )
    known: dict[str, Any] = {
        "viewport": None,
        "page": None,
        "outcome": outcome,
        "weight": 1.0,
        "severity": Severity.MAJOR,
        "confidence": Confidence.HIGH,
        "basis": None,
        "message": "m",
        "text_en": "m",
        **more,
    }
    return CheckResult(check=check, stage=stage, score=score, **known)


def purchase(*rows: CheckResult) -> Any:
    return next(one for one in stage_scores(rows) if one.stage is Stage.PURCHASE)


rows = st.builds(
    row,
    st.one_of(st.none(), st.integers(0, 100)),
    check=st.sampled_from("abcdef"),
    stage=st.sampled_from(list(Stage)),
    viewport=st.sampled_from([None, DESKTOP, MOBILE]),
    weight=st.floats(0.1, 20),
    severity=st.sampled_from(list(Severity)),
    confidence=st.sampled_from(list(Confidence)),
)


@given(st.lists(rows, max_size=30))
def test_scores_and_coverages_stay_in_their_bounds(listed: list[CheckResult]) -> None:
    stages = stage_scores(listed)
    score, coverage = site_score(stages)

    assert all(one.score is None or 0 <= one.score <= 100 for one in stages)
    assert all(0 <= one.coverage <= 1 for one in stages)
    assert score is None or 0 <= score <= 100
    assert 0 <= coverage <= 1


@given(st.lists(rows, max_size=20), st.integers())
def test_the_order_of_results_does_not_matter(listed: list[CheckResult], seed: int) -> None:
    mixed = list(listed)
    Random(seed).shuffle(mixed)

    assert stage_scores(mixed) == stage_scores(listed)


@given(st.lists(rows, min_size=1, max_size=20), st.data())
def test_a_better_row_never_lowers_its_stage(listed: list[CheckResult], data: st.DataObject) -> None:
    index = data.draw(st.sampled_from([n for n, one in enumerate(listed) if one.score is not None] or [0]))
    if listed[index].score is None:
        return
    better = list(listed)
    better[index] = listed[index].model_copy(update={"score": 100, "outcome": Outcome.PASSED})

    for before, after in zip(stage_scores(listed), stage_scores(better), strict=True):
        assert (before.score is None) == (after.score is None)
        assert before.score is None or (after.score or 0) >= before.score


@given(st.lists(rows, max_size=20), st.sampled_from([Outcome.UNKNOWN, Outcome.ERROR]))
def test_not_knowing_another_check_lowers_coverage_and_never_the_score(listed: list[CheckResult], how: Outcome) -> None:
    more = [*listed, row(None, check="new", outcome=how)]

    before, after = purchase(*listed), purchase(*more)

    assert after.coverage <= before.coverage
    assert after.score is None or after.score == before.score


@given(st.lists(rows, max_size=20))
def test_what_does_not_apply_leaves_no_trace(listed: list[CheckResult]) -> None:
    more = [*listed, row(None, check="new", outcome=Outcome.NOT_APPLICABLE)]

    assert stage_scores(more) == stage_scores(listed)


def test_pages_are_averaged_within_a_screen_and_then_the_screens() -> None:
    desktop = [row(100, viewport=DESKTOP, page=str(n)) for n in range(3)]
    phone = [row(0, viewport=MOBILE, page="9")]

    assert purchase(*desktop, *phone).score == 50


def test_the_share_of_customers_on_phones_weighs_the_screens() -> None:
    both = [row(100, viewport=DESKTOP), row(0, viewport=MOBILE)]

    assert [stage_scores(both, share)[2].score for share in (0.8, 1.0, 0.0)] == [20, 0, 100]


def test_a_check_counts_once_however_many_rows_it_has() -> None:
    many = [row(0, check="a", page=str(n)) for n in range(9)]

    assert purchase(*many, row(100, check="b")).score == 50


def test_checks_count_by_their_weight() -> None:
    assert purchase(row(100, weight=3.0), row(0, check="b", weight=1.0)).score == 75


def test_under_half_coverage_there_is_no_stage_score() -> None:
    half = purchase(row(80), row(None, check="b"))
    less = purchase(row(80), row(None, check="b", weight=1.1))

    assert (half.score, half.coverage) == (80, 0.5)
    assert less.score is None


@pytest.mark.parametrize(("failed", "limit"), [(1, 79), (2, 69), (3, 69)])
def test_critical_failures_cap_the_stage(failed: int, limit: int) -> None:
    critical = [row(0, check=f"c{n}", severity=Severity.CRITICAL) for n in range(failed)]
    stage = purchase(row(100, weight=1000.0), *critical)

    assert stage.score == limit
    assert stage.cap is not None
    assert (stage.cap.limit, len(stage.cap.checks)) == (limit, failed)


@pytest.mark.parametrize(
    "harmless",
    [
        row(0, check="c", severity=Severity.CRITICAL, confidence=Confidence.MEDIUM),
        row(60, check="c", severity=Severity.CRITICAL),
        row(None, check="c", severity=Severity.CRITICAL),
        row(0, check="c", severity=Severity.MAJOR),
    ],
)
def test_what_does_not_cap(harmless: CheckResult) -> None:
    assert purchase(row(100, weight=1000.0), harmless).cap is None


def test_imports_count_four_tenths() -> None:
    stage = purchase(row(100), row(50, check="nps", source=Source.IMPORT))

    assert (stage.score, stage.observed, stage.imported) == (80, 100, 50)


def test_the_site_is_the_weighed_sum_of_its_stages() -> None:
    stages = stage_scores(
        [row(100, stage=Stage.PURCHASE), row(50, stage=Stage.CONSIDERATION), row(0, stage=Stage.AWARENESS)]
    )

    assert site_score(stages) == (57, 0.75)


def test_without_purchase_there_is_no_site_score() -> None:
    assert site_score(stage_scores([row(stage=stage) for stage in Stage if stage is not Stage.PURCHASE]))[0] is None


def test_under_sixty_per_cent_there_is_no_site_score() -> None:
    assert site_score(stage_scores([row(stage=Stage.PURCHASE), row(stage=Stage.CONSIDERATION)])) == (None, 0.55)


def test_the_stage_weights_sum_to_one() -> None:
    assert round(sum(STAGE_WEIGHTS.values()), 9) == 1


def test_one_check_is_weighed_like_its_row_in_the_stage() -> None:
    rows = [
        row(100, viewport=DESKTOP),
        row(0, viewport=MOBILE),
        row(None, viewport=MOBILE),
        row(50, source=Source.IMPORT),
    ]

    assert [check_score(rows, share) for share in (0.5, 0.8)] == [50, pytest.approx(20)]
    assert check_score([row(None)]) is None
    assert check_score([]) is None
