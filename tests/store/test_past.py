from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from auditor.model import Audit, BrowserInfo, JourneyOutcome, PageKind, PriceSeen, Stage
from auditor.model.past import Moved, moved, past_of
from auditor.store import write_audit
from auditor.store.past import past_audits, past_prices
from tests.render.audits import broken_audit, rich_audit
from tests.render.walks import DESKTOP

FIRST = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)


def kept(parent: Path, week: int, name: str | None = None, audit: Audit | None = None, **changes: Any) -> Path:
    """Keep an audit of one week; its folder is named after its time where no name is given."""
    when = FIRST + timedelta(weeks=week)
    folder = parent / (name or when.strftime("%Y%m%dT%H%M%SZ"))
    folder.mkdir(parents=True)
    write_audit(folder, (audit or rich_audit()).model_copy(update={"started_at": when, **changes}))
    return folder


def weeks(parent: Path, limit: int = 12) -> list[int]:
    own = kept(parent, 9)
    return [(one.started_at - FIRST).days // 7 for one in past_audits(own, limit)]


def test_an_audit_is_put_in_short() -> None:
    short = past_of(rich_audit(), "20261121T120500Z")

    assert short.folder == "20261121T120500Z"
    assert short.walks[DESKTOP].outcome is JourneyOutcome.CHECKOUT_REACHED
    assert short.walks[DESKTOP].clicks_to_door == 6
    assert short.lcp_ms(PageKind.HOME, DESKTOP) == 940
    assert short.lcp_ms(PageKind.TERMS, DESKTOP) is None
    assert short.stage_score(Stage.PURCHASE) == rich_audit().stages[2].score
    assert short.good


def test_an_audit_that_could_not_be_made_is_not_good() -> None:
    assert not past_of(broken_audit("dead", "The shop does not answer."), "x").good


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ()),
        ({"profile": "strict"}, (Moved.PROFILE,)),
        ({"browser": BrowserInfo(name="Chromium", version="156.9", mode="new headless")}, ()),
        ({"browser": BrowserInfo(name="Chromium", version="157.0", mode="new headless")}, (Moved.BROWSER,)),
        ({"browser": None}, (Moved.BROWSER,)),
    ],
)
def test_what_of_our_own_making_changed_is_told(change: dict[str, Any], told: tuple[Moved, ...]) -> None:
    assert moved(past_of(rich_audit(), "a"), past_of(rich_audit(**change), "b")) == told


def test_older_audits_come_oldest_first(tmp_path: Path) -> None:
    for week in (3, 1, 2, 11):
        kept(tmp_path, week)

    assert weeks(tmp_path) == [1, 2, 3]


def test_no_more_than_the_last_ones_are_given(tmp_path: Path) -> None:
    kept(tmp_path, 4, name="named by hand")
    for week in (1, 2, 3, 5):
        kept(tmp_path, week)

    assert weeks(tmp_path, limit=3) == [3, 4, 5]


def test_damaged_unfinished_and_foreign_folders_are_passed_over(tmp_path: Path) -> None:
    shop = rich_audit().site
    kept(tmp_path, 1)
    kept(tmp_path, 2, name=".unfinished")
    kept(tmp_path, 3, site=shop.model_copy(update={"url": "https://other.example/"}))
    (kept(tmp_path, 4) / "audit.json").write_text('{"format": 1')
    (tmp_path / "notes").mkdir()

    assert weeks(tmp_path) == [1]


def test_a_folder_without_an_audit_has_no_past(tmp_path: Path) -> None:
    kept(tmp_path, 1)
    (tmp_path / "empty").mkdir()

    assert past_audits(tmp_path / "empty") == ()


def test_prices_of_the_last_days_are_found_beside_a_folder(tmp_path: Path) -> None:
    price = PriceSeen(url="https://kauppa.example/muki", text="9 €", amount=9)
    for week in (0, 3, 6, 9):
        kept(tmp_path, week, prices=(price,))
    strange = rich_audit().site.model_copy(update={"url": "https://other.example/"})
    kept(tmp_path, 8, site=strange, prices=(price,))
    kept(tmp_path, 7, name="by-hand", prices=(price,))
    (tmp_path / "20261220T060000Z").mkdir()
    (tmp_path / "20261220T060000Z" / "audit.json").write_text("{", "utf-8")

    found = past_prices(tmp_path / ".work", rich_audit().site.url, FIRST + timedelta(weeks=9), days=30)

    assert [(one.seen_at - FIRST).days // 7 for one in found] == [6, 7]
    assert found[0].prices == (price,)
