"""The walk on one shop of each family: the way, the door and the guest's way, on both screens.

`python -m benchmarks.accuracy` does the same for all shops and all facts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.settings import RecordSettings
from tests.shops.audited import audited_shop, one_of_each_family, shop_names
from tests.shops.compare import WALK_FACTS, Answer, compare, read_truth

pytestmark = pytest.mark.browser

WALK_ONLY = RecordSettings(samples=0, pages=0, only="walk")
CHOSEN = one_of_each_family({name: read_truth(name)["family"] for name in shop_names()})


@pytest.mark.parametrize("name", CHOSEN)
async def test_a_shop_is_walked_as_it_is(name: str, tmp_path: Path) -> None:
    seen = await audited_shop(name, WALK_ONLY, tmp_path / "audit")

    rows = [row for row in compare(read_truth(name), seen.audit) if row.fact in WALK_FACTS and row.counted]
    assert seen.harm == ""
    assert [row for row in rows if row.answer is not Answer.RIGHT] == []
    assert {row.viewport for row in rows} == {"desktop", "mobile"}
