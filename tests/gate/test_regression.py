"""An audit against an earlier one: figures within tolerance, scores, and new faults by their keys."""

from __future__ import annotations

import pytest

from auditor.gate.budget import Regression
from auditor.gate.regression import regressions
from auditor.gate.verdict import Status
from auditor.model import Audit
from tests.checks.recorded import MOBILE, audit, load, page, recording

PHONE = '<p>Soita <a href="tel:+358501112233">050 111 2233</a></p>'


def seen(lcp_ms: float | None, body: str = PHONE) -> Audit:
    loads = tuple(load("home", MOBILE, n, consent="before", lcp_ms=lcp_ms) for n in range(3))
    return audit(recording(page("home", body), loads=loads), "contact-channels", "newsletter-signup")


@pytest.mark.parametrize(
    ("now", "status"),
    [(2000.0, None), (2199.0, None), (2201.0, Status.BREACHED), (1000.0, None), (None, Status.UNMEASURED)],
)
def test_a_figure_may_be_a_tenth_worse(now: float | None, status: Status | None) -> None:
    found = regressions(seen(now), seen(2000.0), Regression())

    assert [one.status for one in found] == ([status] if status else [])


def test_a_new_fault_is_found_though_the_count_is_equal() -> None:
    before, after = seen(2000.0), seen(2000.0)
    other = after.findings[0].model_copy(update={"key": "f" * 64})

    found = regressions(after.model_copy(update={"findings": (other, *after.findings[1:])}), before, Regression())

    assert [(one.status, one.what) for one in found] == [(Status.BREACHED, f"new {other.check}")]


def test_a_muted_fault_is_not_new() -> None:
    after = seen(2000.0)
    muted = tuple(one.model_copy(update={"key": "f" * 64, "muted": {"reason": "known"}}) for one in after.findings)

    assert regressions(after.model_copy(update={"findings": muted}), seen(2000.0), Regression()) == ()
