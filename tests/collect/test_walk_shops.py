"""The walk on one shop of each family, and on some more: the way, the door and the guest's way, on both screens.

`python -m benchmarks.accuracy` does the same for all shops and all facts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.settings import RecordSettings
from tests.shops.audited import audited_shop, one_of_each_family, shop_names
from tests.shops.compare import WALK_FACTS, Answer, compare, read_truth

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_browser")]

WALK_ONLY = RecordSettings(samples=0, pages=0, only="walk")
# What no other shop here does: goods behind one page of a plain site, drawn late; a chooser of cards; a layer that is
# the checkout; a cart that always stands beside the goods; a cart page that links to itself.
FURTHER = (
    "real_apiary_widget",
    "real_routed_skeletons",
    "real_korvikiht_vorm",
    "real_kogus_korv",
    "door_wall_redirect",
)
EACH = one_of_each_family({name: read_truth(name)["family"] for name in shop_names()})
CHOSEN = tuple(dict.fromkeys((*EACH, *FURTHER)))


@pytest.mark.parametrize("name", CHOSEN)
async def test_a_shop_is_walked_as_it_is(name: str, tmp_path: Path) -> None:
    seen = await audited_shop(name, WALK_ONLY, tmp_path / "audit")

    rows = [row for row in compare(read_truth(name), seen.audit) if row.fact in WALK_FACTS and row.counted]
    assert seen.harm == ""
    assert [row for row in rows if row.answer is not Answer.RIGHT] == []
    assert {row.viewport for row in rows} == {"desktop", "mobile"}
