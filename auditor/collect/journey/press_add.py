"""One press on what adds the product, and what shows whether it came into the cart."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.collect.journey.proof import added_signs, counted_up, refused
from auditor.collect.journey.walk import LOOK_AGAIN_S, Walk
from auditor.collect.page.seen import Control, Seen
from auditor.collect.page.tab import Press

__all__ = ["STRONG", "Tried", "press_add"]

WAIT_S = 2.6
STRONG = {"count", "notice", "line"}
# What a screen reader is told of by itself: live regions, and the dialog that took the focus, by its first words.
_LIVE_TEXT = """() => {
  const live = [...document.querySelectorAll('[aria-live],[role=status],[role=alert],output')].map(e => e.textContent);
  const dialog = document.activeElement?.closest('[role=dialog],[role=alertdialog],dialog');
  const name = dialog && (dialog.getAttribute('aria-label') || dialog.textContent.trim().slice(0, 80) || 'dialog');
  return [...live, name || ''].join(' ').slice(-4000);
}"""


@dataclass(frozen=True)
class Tried:
    """One press of an add control: what stood there before, the signs after it, and how the shop refused."""

    press: Press
    before: Seen
    signs: tuple[str, ...] = ()
    refusal: str = ""
    feedback_ms: int | None = None
    announced: bool | None = None

    @property
    def worked(self) -> bool:
        """Tell whether it came into the cart."""
        return bool(self.signs) and not self.refusal


async def _live_text(walk: Walk) -> str:
    try:
        return str(await walk.tab.page.evaluate(_LIVE_TEXT))
    except Error:
        return ""  # the page is being replaced; what is announced there is read with the next one


async def press_add(walk: Walk, control: Control, product: str) -> Tried:
    """Press the add control and wait for signs, at most WAIT_S seconds after the page has settled."""
    before = walk.now
    live_before = await _live_text(walk)
    walk.tab.dialogs.clear()
    sent_before = len(walk.tab.sent)
    press = await walk.press(control)
    if not press.done:
        return Tried(press, before, refusal=press.note)
    feedback = None
    while True:
        after = await walk.look()
        walk.counted = counted_up(before, after)
        signs = added_signs(before, after, walk.tab.sent[sent_before:], product, walk.language)
        refusal = ""
        if STRONG & set(signs):
            feedback = round((time.monotonic() - press.at) * 1000)
            break
        refusal = refused(before, after, walk.tab.dialogs)
        if refusal or time.monotonic() - press.at > WAIT_S + press.ms / 1000:
            break
        await asyncio.sleep(LOOK_AGAIN_S)
    live = await _live_text(walk)
    return Tried(press, before, signs, refusal, feedback, bool(live.strip()) and live != live_before)
