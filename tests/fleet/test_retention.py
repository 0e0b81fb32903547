from __future__ import annotations

from datetime import timedelta

import pytest

from auditor.fleet.retention import mean_bytes, too_many
from auditor.store.history import Indexed
from tests.fleet.conftest import MONDAY
from tests.fleet.test_alerts import audit

NOW = MONDAY + timedelta(weeks=5)


def audits(good: str) -> list[Indexed]:
    """Make one audit a week: + a good one, - a bad one."""
    return [
        Indexed(
            str(week),
            "a",
            audit(problem="" if sign == "+" else "dead").audit.model_copy(
                update={"started_at": MONDAY + timedelta(weeks=week)}
            ),
            None,
            1000 * week,
        )
        for week, sign in enumerate(good)
    ]


@pytest.mark.parametrize(
    ("good", "keep", "days", "over"),
    [
        ("+++++", None, None, ""),
        ("+++++", 3, None, "01"),
        ("+++++", None, 20, "012"),
        ("+++++", 4, 20, "012"),
        ("+----", 2, None, "12"),  # the last good one stays
        ("-----", 1, None, "0123"),
        ("+++++", 1, 1, "0123"),  # so does the newest, however old
        ("++", 5, None, ""),
    ],
)
def test_audits_over_their_number_or_age_go(good: str, keep: int | None, days: int | None, over: str) -> None:
    assert "".join(one.folder for one in too_many(audits(good), NOW, keep, days)) == over


def test_what_an_audit_takes_is_known() -> None:
    assert (mean_bytes(audits("+++")), mean_bytes([])) == (1000, 0)
