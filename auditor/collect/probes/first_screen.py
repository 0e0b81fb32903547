"""Watches what comes over the first screen: layers that nobody asked for, when they come and what they cover."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.async_api import Error
from pydantic import BaseModel, ConfigDict

from auditor.collect.gather.read import items
from auditor.collect.journey.rank import strength
from auditor.collect.layers.gates import asks_age, asks_where
from auditor.collect.page.scripts import read_page
from auditor.collect.page.tab import Tab
from auditor.collect.recorder import Notebook
from auditor.model import FirstScreenSeen, LayerSeen
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["watch_first_screen"]

EVERY_S, SCROLLED_S, LEAST_S = 0.5, 0.9, 2.5
# A slim bar or a small sign in a corner is no layer, unless it wants to be closed.
SLIM, SMALL = 0.2, 0.05
SCROLL = """share => window.scrollTo({
  top: share * (document.documentElement.scrollHeight - window.innerHeight), behavior: "instant" })"""


class _Overlay(BaseModel):
    """One layer as the page script saw it; shares and heights are of the window."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    selector: str
    text: str = ""
    share: float = 0.0
    top: float = 0.0
    veil: float = 0.0
    height: float = 0.0
    position: str = ""
    dialog: bool = False
    tokens: str = ""
    closes: bool = False
    framed: bool = False
    fields: int = 0
    controls: tuple[str, ...] = ()


@dataclass
class _Watch:
    """What was seen so far, by the layers' selectors."""

    start: float
    layers: dict[str, LayerSeen] = field(default_factory=dict)
    covered: float = 0.0
    shot: str | None = None

    async def sample(self, tab: Tab, notebook: Notebook) -> None:
        """Look once; a picture is taken when more is covered than ever before."""
        try:
            raw = await read_page(tab.page, "overlays.js")
        except Error:
            return  # the page is being replaced
        now = [one for one in items(_Overlay, raw) if _counts(one)]
        after_ms = round((time.monotonic() - self.start) * 1000)
        for one in now:
            known = self.layers.get(one.selector)
            if known is None or one.share > known.share:
                self.layers[one.selector] = LayerSeen(
                    kind=_kind(one),
                    selector=one.selector[:300],
                    text=one.text[:200],
                    share=round(one.share, 3),
                    after_ms=known.after_ms if known else after_ms,
                    closable=_closable(one) or bool(known and known.closable),
                )
        total = min(1.0, sum(one.top for one in now))
        if total > self.covered:
            self.covered = total
            self.shot = await notebook.shot(tab, tab.viewport) or self.shot


async def watch_first_screen(tab: Tab, notebook: Notebook, seconds: float, start: float) -> FirstScreenSeen:
    """Watch the page of a tab until ``seconds`` after ``start``, then scroll halfway, look again, and go back."""
    watch = _Watch(start)
    until = max(start + seconds, time.monotonic() + LEAST_S)
    await watch.sample(tab, notebook)
    while time.monotonic() < until:
        await asyncio.sleep(EVERY_S)
        await watch.sample(tab, notebook)
    await _scroll(tab, 0.5)
    await asyncio.sleep(SCROLLED_S)
    await watch.sample(tab, notebook)
    await _scroll(tab, 0)
    layers = await _escaped(tab, watch.layers)
    return FirstScreenSeen(
        viewport=tab.viewport,
        url=tab.page.url[:600],
        seconds=round(time.monotonic() - start, 1),
        covered=round(watch.covered, 3),
        layers=layers,
        screenshot=watch.shot,
    )


async def _scroll(tab: Tab, share: float) -> None:
    try:
        await tab.page.evaluate(SCROLL, share)
    except Error:
        return  # the page is being replaced


async def _escaped(tab: Tab, layers: dict[str, LayerSeen]) -> tuple[LayerSeen, ...]:
    """Press Escape where a layer shows no way out; what goes away with it can be closed."""
    stuck = [name for name, one in layers.items() if not one.closable]
    if not stuck:
        return tuple(layers.values())
    try:
        await tab.page.keyboard.press("Escape")
        await asyncio.sleep(EVERY_S)
        still = {one.selector for one in items(_Overlay, await read_page(tab.page, "overlays.js"))}
    except Error:
        still = set()
    return tuple(
        one if one.closable or name in still else one.model_copy(update={"closable": True})
        for name, one in layers.items()
    )


def _counts(one: _Overlay) -> bool:
    if one.dialog or one.veil > SLIM:
        return one.share > 0
    if one.share < SMALL or (one.position == "sticky" and not one.closes and _kind(one) == "other"):
        return False
    return one.height >= SLIM or one.closes or _kind(one) == "consent"


def _closable(one: _Overlay) -> bool:
    """Say whether a layer shows a way out; what lies in a frame, or shows any control at all, is believed to."""
    return one.closes or one.framed or bool(one.controls)


def _kind(one: _Overlay) -> str:
    words, said = load_vocabulary(), f"{one.text} {' '.join(one.controls)}"
    if wording("consent_tokens").search(f"{one.tokens} {one.selector}") or words.mentions("cookie_words", said):
        return "consent"
    if asks_age(one.text):
        return "age"
    if asks_where(one.text):
        return "country"
    if words.mentions("newsletter", said) or (one.fields and _declines(one.controls)):
        return "newsletter"
    known = (kind for kind in ("app", "survey") if wording(f"{kind}_offer").search(said))
    return next(known, "chat" if "chat" in one.tokens.lower() else "other")


def _declines(controls: Sequence[str]) -> bool:
    return any(strength("decline_offer", label, "en") >= SLIM for label in controls)
