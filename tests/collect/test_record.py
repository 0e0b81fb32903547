"""The order of an audit as a whole: its time, and what is left out when a shop turns it away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Error

from auditor.collect import record as recording
from auditor.collect.arrival.address import read_address
from auditor.model import Site, ViewportName
from auditor.settings import RecordSettings
from auditor.store import AuditFolder, read_recording
from tests.collect.pages import Served
from tests.shops.kit import Response, html

Serving = Callable[[Mapping[str, Response | str]], Served]
NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
NO_MORE = html("<h1>Too many</h1>", 429)
LINKS = "".join(f"<a href='/sivu{number}'>Sivu {number}</a> " for number in range(6))
HOME = f"<html lang=fi><title>Kauppa</title><h1>Kauppa</h1>{LINKS}<a href='#ehdot' onclick='x'>Toimitusehdot</a>"


async def recorded(url: str, settings: RecordSettings, folder: Path, turn: Any = recording.no_others) -> Site:
    kept = AuditFolder.create(folder)
    return await recording.record(
        read_address(url), settings, kept, lambda _step: None, now=lambda: NOW, tool_version="1", turn=turn
    )


@pytest.mark.browser
async def test_a_shop_that_turns_the_crawl_away_twice_in_a_row_is_left_in_peace(
    serving: Serving, tmp_path: Path
) -> None:
    shop = serving({"/": HOME, **{f"/sivu{number}": NO_MORE for number in range(6)}})
    settings = RecordSettings(viewports=(ViewportName.DESKTOP,), walk=False, samples=0, pages=5)

    site = await recorded(shop.url, settings, tmp_path / "audit")

    asked = [one.path for one in shop.shop.asked if one.path != "/favicon.ico"]
    assert [path.rstrip("0123456789") for path in asked[-3:]] == ["/", "/sivu", "/sivu"]
    assert not [path for path in asked if "no-such-page" in path]
    assert tuple(map(str, site.notes)) == (
        "The shop answered 429 to further pages, so the crawl was stopped.",
        "The shop turned the crawl away, so it was asked for nothing more: every probe was left out.",
    )
    assert read_recording(tmp_path / "audit").probed == ()


@pytest.mark.parametrize(("works_s", "notes"), [(0, 0), (60, 1)])
async def test_waiting_for_a_turn_takes_nothing_of_the_audits_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, works_s: float, notes: int
) -> None:
    async def parts(_asked: object, _settings: object, _ledger: object, _tell: object, turn: Any) -> bool:
        await turn(True)
        await asyncio.sleep(works_s)
        return True

    async def late(_alone: bool) -> None:
        await asyncio.sleep(0.3)

    monkeypatch.setattr(recording, "_record", parts)
    settings = RecordSettings().model_copy(update={"max_seconds": 0.1})

    site = await recorded("https://shop.example", settings, tmp_path / "audit", late)

    assert len(site.notes) == notes
    assert read_recording(tmp_path / "audit").complete == (not notes)


async def test_a_browser_that_failed_is_told_apart_from_time_that_ran_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def parts(*_asked: object) -> bool:
        raise Error("Target crashed\nand more")

    monkeypatch.setattr(recording, "_record", parts)

    site = await recorded("https://shop.example", RecordSettings(), tmp_path / "audit")

    assert (site.broken, [str(one) for one in site.notes]) == (True, ["The browser failed: Target crashed."])
