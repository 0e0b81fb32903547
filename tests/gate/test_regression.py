"""An audit against an earlier one: figures within tolerance, scores, and new faults by their keys."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.gate.budget import Regression
from auditor.gate.regression import Baseline, regressions
from auditor.gate.verdict import Status, Verdict
from auditor.model import Audit, BrowserInfo
from tests.checks.recorded import MOBILE, audit, load, page, recording

PHONE = '<p>Soita <a href="tel:+358501112233">050 111 2233</a></p>'


def seen(lcp_ms: float | None, body: str = PHONE, **more: Any) -> Audit:
    loads = tuple(load("home", MOBILE, n, consent="before", lcp_ms=lcp_ms, **more) for n in range(3))
    return audit(recording(page("home", body), loads=loads), "contact-channels", "newsletter-signup")


def held(now: Audit, then: Audit, *, named: bool = True, narrowed: bool = False) -> list[Verdict]:
    """List what is not well."""
    found = regressions(now, Baseline(then, named), Regression(), narrowed=narrowed)
    return [one for one in found if one.status is not Status.PASSED]


@pytest.mark.parametrize(
    ("now", "status"),
    [(2000.0, None), (2199.0, None), (2201.0, Status.BREACHED), (1000.0, None), (None, Status.UNMEASURED)],
)
def test_a_figure_may_be_a_tenth_worse(now: float | None, status: Status | None) -> None:
    assert [one.status for one in held(seen(now), seen(2000.0))] == ([status] if status else [])


def test_what_was_kept_is_told_as_well() -> None:
    found = regressions(seen(2000.0), Baseline(seen(2000.0)), Regression())

    assert {one.what for one in found} >= {"regression lcp_ms", "new findings"}


def test_a_new_fault_is_found_though_the_count_is_equal() -> None:
    before, after = seen(2000.0), seen(2000.0)
    other = after.findings[0].model_copy(update={"key": "f" * 64})

    found = held(after.model_copy(update={"findings": (other, *after.findings[1:])}), before)

    assert [(one.status, one.what) for one in found] == [(Status.BREACHED, f"new {other.check}")]


def test_a_fault_that_the_baseline_could_not_tell_is_a_warning() -> None:
    before = seen(2000.0)
    untold = tuple(one.model_copy(update={"outcome": "unknown"}) for one in before.results)

    found = held(seen(2000.0), before.model_copy(update={"findings": (), "results": untold}))

    assert {one.status for one in found} == {Status.WARNED}


def test_a_muted_fault_is_not_new() -> None:
    after = seen(2000.0)
    muted = tuple(one.model_copy(update={"key": "f" * 64, "muted": {"reason": "known"}}) for one in after.findings)

    assert held(after.model_copy(update={"findings": muted}), seen(2000.0)) == []


def test_pages_are_paired_by_address_though_the_host_is_another() -> None:
    staging = seen(2300.0, url="https://staging.example/home")

    assert [one.what for one in held(staging, seen(2000.0))] == ["regression lcp_ms"]


def test_pages_are_paired_by_kind_where_the_address_changed() -> None:
    assert [one.what for one in held(seen(2300.0, url="https://kauppa.example/uusi"), seen(2000.0))] == [
        "regression lcp_ms"
    ]


@pytest.mark.parametrize(("named", "status"), [(True, Status.UNMEASURED), (False, Status.WARNED)])
def test_figures_of_another_browser_are_not_compared(named: bool, status: Status) -> None:
    browser = BrowserInfo(name="chromium", version="140.0.1", mode="headless-new")

    found = held(seen(9000.0).model_copy(update={"browser": browser}), seen(2000.0), named=named)

    assert [one.status for one in found] == [status]
    assert "with an unknown browser, this audit with chromium 140 (headless-new)" in found[0].sentence


def test_a_page_that_is_no_longer_timed_is_not_green() -> None:
    now, then = seen(2000.0), seen(2000.0)
    more = then.measurements[0].model_copy(update={"url": "https://kauppa.example/tuote", "page": "product"})
    then = then.model_copy(update={"measurements": (*then.measurements, more)})

    assert [one.status for one in held(now, then)] == [Status.UNMEASURED]
    assert held(now, then, narrowed=True) == []


def test_nothing_to_compare_is_not_green() -> None:
    other = seen(2000.0, network="cable")

    assert [one.status for one in held(seen(2000.0), other)] == [Status.UNMEASURED]
