"""Tap targets of a touch screen: which are too small, and how large the actions are that a purchase hangs on."""

from __future__ import annotations

from typing import Any

from auditor.collect.gather.read import plain
from auditor.collect.page.scripts import read_page
from auditor.collect.page.tab import Tab
from auditor.model import Box, Offender, TapTargets
from auditor.vocabulary import load_vocabulary

__all__ = ["tap_targets"]

PRIMARY_PX = 44
LISTED = 20
BUYING = ("add_to_cart", "buy_now", "checkout", "guest_checkout", "place_order")
SURE = 0.7


async def tap_targets(tab: Tab) -> TapTargets:
    """Measure the targets: under 24 px without the space around that WCAG 2.5.8 excepts, buying actions under 44 px."""
    raw: list[dict[str, Any]] = await read_page(tab.page, "taps.js")
    lang = str(await tab.page.evaluate("() => document.documentElement.lang || ''"))
    small = [one for one in raw if one.get("small")]
    primary = [one for one in raw if not one.get("choice") and _buys(plain(one.get("text"), 60), lang[:2] or "en")]
    low = [one for one in primary if min(_box(one).height, _box(one).width) < PRIMARY_PX - 0.5]
    return TapTargets(
        total=len(raw),
        small=tuple(_offender(one) for one in small[:LISTED]),
        small_count=len(small),
        primary_total=len(primary),
        primary_small=tuple(_offender(one) for one in low[:LISTED]),
    )


def _buys(text: str, lang: str) -> bool:
    if not text:
        return False
    words = load_vocabulary()
    best = words.best(text, lang, BUYING)
    return best is not None and best.strength >= SURE


def _box(one: dict[str, Any]) -> Box:
    return Box.model_validate(one["box"])


def _offender(one: dict[str, Any]) -> Offender:
    box = _box(one)
    return Offender(
        selector=plain(one.get("selector"), 300),
        text=plain(one.get("text"), 100),
        box=box,
        detail=f"{round(box.width)} × {round(box.height)} px",
    )
