"""How long an audit takes, as it is told before it begins."""

from __future__ import annotations

from auditor.collect.plan import estimate_seconds
from auditor.settings import RecordSettings


def test_named_pages_take_as_long_as_there_are_pages() -> None:
    one, four = (RecordSettings(only="speed", speed_pages=("/p",) * count) for count in (1, 4))
    found = RecordSettings(only="speed")

    assert estimate_seconds(one) < estimate_seconds(found) < estimate_seconds(four)
