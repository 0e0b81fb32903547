from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from auditor.fleet.due import begins_at, due_run, next_begin, run_id
from auditor.fleet.sites import Shop

HELSINKI = ZoneInfo("Europe/Helsinki")


def shop(**changes: Any) -> Shop:
    return Shop.model_validate({"url": "https://shop.example", "id": "shop", **changes})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


def runs_begun(asked: Shop, first: datetime, last: datetime, step: timedelta) -> list[str]:
    """Look at the clock again and again, as cron does, and list each run that is due for the first time."""
    begun: dict[str, None] = {}
    now = first.astimezone(UTC)
    while now <= last.astimezone(UTC):
        if instant := due_run(asked, now):
            begun.setdefault(instant.astimezone(HELSINKI).isoformat()[:16])
        now += step
    return list(begun)


def test_the_latest_run_is_due_and_missed_ones_are_made_up_for_once() -> None:
    weekly = shop(schedule="0 5 * * MON")

    assert due_run(weekly, at("2026-11-23T04:59")) == at("2026-11-16T05:00")
    assert due_run(weekly, at("2026-11-23T05:00")) == at("2026-11-23T05:00")
    assert due_run(weekly, at("2026-12-20T12:00")) == at("2026-12-14T05:00")


@pytest.mark.parametrize("schedule", ["30 3 * * *", "0 3 * * *", "0 4 * * *", "15 2 * * *", "30 3 * * SUN,SAT,MON"])
@pytest.mark.parametrize("change", ["2026-03-29", "2026-10-25"])
def test_summer_time_gives_neither_a_missed_nor_a_double_run(schedule: str, change: str) -> None:
    day = at(f"{change}T12:00")

    begun = runs_begun(shop(schedule=schedule), day - timedelta(days=1), day + timedelta(days=1), timedelta(minutes=15))

    assert [one[:10] for one in begun] == [str((day + timedelta(days=n)).date()) for n in (-1, 0, 1)]


def test_an_hourly_schedule_runs_in_both_hours_that_bear_one_name() -> None:
    hourly = shop(schedule="0 * * * *")
    first, last = datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 3, tzinfo=UTC)

    instants = {due_run(hourly, first + timedelta(minutes=n)) for n in range(0, 301, 20)}

    assert len(instants) == (last - first) // timedelta(hours=1) + 1


def test_the_run_is_named_by_site_and_instant() -> None:
    assert run_id(shop(), at("2026-11-23T05:00")) == "shop@20261123T030000Z"


def test_jitter_is_the_same_whenever_it_is_asked_for() -> None:
    spread = [shop(id=f"shop{n}", jitter_minutes=60) for n in range(40)]
    instant = at("2026-11-23T05:00").astimezone(UTC)

    waits = [(begins_at(one, instant) - instant) // timedelta(minutes=1) for one in spread]

    assert waits == [(begins_at(one, instant) - instant) // timedelta(minutes=1) for one in spread]
    assert (min(waits) < 15, max(waits) > 45, max(waits) <= 60) == (True, True, True)


def test_a_run_waits_for_its_jitter() -> None:
    late = shop(jitter_minutes=600)
    begin = begins_at(late, at("2026-11-23T05:00"))

    assert due_run(late, begin - timedelta(seconds=1)) == at("2026-11-16T05:00")
    assert due_run(late, begin) == at("2026-11-23T05:00")
    assert next_begin(late, at("2026-11-23T05:00")) == begin


@pytest.mark.parametrize(
    ("now", "due"),
    [("2026-11-23T21:59", True), ("2026-11-23T22:00", False), ("2026-11-24T05:59", False), ("2026-11-24T06:00", True)],
)
def test_nothing_begins_in_blackout_hours(now: str, due: bool) -> None:
    assert (due_run(shop(blackout=["22:00-06:00"]), at(now)) is not None) is due


def test_the_next_begin_is_after_the_blackout() -> None:
    asked = shop(schedule="30 5 * * MON", blackout=["04:00-06:00", "06:00-07:15", "22:00-01:00"])

    assert next_begin(asked, at("2026-11-18T00:00")) == at("2026-11-23T07:15")


def test_a_day_that_never_comes_is_never_due() -> None:
    assert due_run(shop(schedule="0 5 29 2 *"), at("2026-11-23T05:00")) == at("2024-02-29T05:00")
