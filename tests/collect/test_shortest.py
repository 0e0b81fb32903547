"""Shorter ways to the door: noticed on the walk, replayed once, and told only where the replay reached the door."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.model import Act, Audit, Journey, ViewportName
from auditor.settings import RecordSettings
from auditor.store import read_recording
from tests.collect.small_shop import SmallShop
from tests.shops.audited import audited_shop, audited_url
from tests.shops.kit import serve

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_browser")]

DESKTOP = ViewportName.DESKTOP
SETTINGS = RecordSettings(samples=0, pages=0, only="walk", viewports=(DESKTOP,))


def journey_of(audit: Audit) -> Journey:
    return audit.journeys[DESKTOP]


@pytest.mark.parametrize(
    ("shop", "way", "labels"),
    [
        ("add_notice_redirect", "quick-add", ("Osta", "Kassalle »")),
        ("cart_buy_now", "buy-now", ("Linen Apron, Moss", "Buy it now")),
        ("add_layer_modal", "checkout-link", ("Pitkovuoka 30 cm", "Lisää koriin", "Siirry kassalle")),
    ],
    ids=["quick add, cart page", "buy now", "link in a notice"],
)
async def test_a_shorter_way_is_replayed(shop: str, way: str, labels: tuple[str, ...], tmp_path: Path) -> None:
    seen = await audited_shop(shop, SETTINGS, tmp_path / "audit")

    shortest = journey_of(seen.audit).shortest_seen
    assert seen.harm == ""
    assert shortest is not None
    assert (shortest.way, shortest.labels, shortest.door) == (way, labels, len(labels))
    assert shortest.door < (journey_of(seen.audit).clicks.door or 0)
    assert shortest.verified_by


@pytest.mark.parametrize(
    ("shop", "settings"),
    [
        ("cart_checkout_one_page", SETTINGS),
        ("cart_buy_now", SETTINGS.model_copy(update={"shortest": False})),
    ],
    ids=["none is shorter", "switched off"],
)
async def test_nothing_is_replayed(shop: str, settings: RecordSettings, tmp_path: Path) -> None:
    folder = tmp_path / "audit"

    seen = await audited_shop(shop, settings, folder)

    assert journey_of(seen.audit).clicks.door is not None
    assert journey_of(seen.audit).shortest_seen is None
    assert replays(folder) == []


def replays(folder: Path) -> list[Act]:
    return [act for act in read_recording(folder).acts if act.leg == "shortest" and act.act == "replay"]


async def test_a_replay_that_fails_gives_null_and_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "audit"

    with serve(SmallShop(card_action="/nothing")) as url:
        audit, _seconds = await audited_url(url, SETTINGS, folder)

    (tried,) = replays(folder)
    assert journey_of(audit).clicks.door == 3
    assert journey_of(audit).shortest_seen is None
    assert (tried.intent, tried.worked) == ("quick-add", False)
    assert "the cart is empty" in tried.note
    assert [one.label for one in tried.candidates] == ["Add to cart"]
