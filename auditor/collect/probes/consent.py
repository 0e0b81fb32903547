"""The probe of consent: what runs before a choice about cookies, after a rejection and after an acceptance.

Two visitors who know nothing of each other come at the same time: one watches the first screen for some seconds and
then accepts, the other rejects at once. Analytics may run here, other than in the walk: it is what is looked at. What a
visitor would press is pressed; the rules of autoconsent help where no such control was understood.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

from playwright.async_api import Error

from auditor.collect.closer_look import guarded_tab
from auditor.collect.journey.walk import page_language
from auditor.collect.layers.autoconsent import answer_by_rules
from auditor.collect.layers.interruptions import clear_the_way
from auditor.collect.page.seen import Control
from auditor.collect.page.tab import Tab
from auditor.collect.probes.banner import Banner, as_button, optional_ticks, read_banner, saving_control, way_back
from auditor.collect.probes.first_screen import watch_first_screen
from auditor.collect.probes.probing import Probe, Probing
from auditor.collect.probes.traffic import Traffic
from auditor.model import AnyProbe, ConsentChoice, ConsentSeen, ConsentState, FirstScreenSeen, ViewportName
from auditor.vocabulary import load_vocabulary

__all__ = ["CONSENT"]

SECONDS, CLOSING_S = 25.0, 2.0
WATCH_S, AFTER_S, LATE_BANNER_S = 5.0, 2.0, 1.5
# After this long a slow shop's page is not opened a second time.
NO_RELOAD_AFTER_S = 14.0
DETECT = """managers => {
  const there = (s) => { try { return Boolean(document.querySelector(s)); } catch { return false; } };
  return (managers.find(([, selectors]) => selectors.some(there)) || [""])[0];
}"""


@dataclass
class _Met:
    """What both visitors have met so far, so that a slow shop's time may run out without all being lost."""

    consent: ConsentSeen
    screen: FirstScreenSeen | None = None
    before: ConsentState | None = None
    accepted: ConsentState | None = None
    rejected: ConsentState | None = None

    def told(self) -> ConsentSeen:
        """Put together what is known of consent."""
        states = tuple(one for one in (self.before, self.rejected, self.accepted) if one)
        # A layer about cookies, or an answer given, where no banner was recognised: there may be one after all.
        layer = self.screen is not None and any(one.kind == "consent" for one in self.screen.layers)
        unsure = (layer or self.accepted is not None) and not self.consent.banner
        return self.consent.model_copy(update={"states": states, **({"banner": None} if unsure else {})})


async def _look(probing: Probing) -> AsyncIterator[AnyProbe]:
    screens = probing.visitor.settings.viewports
    viewport = ViewportName.MOBILE if ViewportName.MOBILE in screens else screens[0]
    met = _Met(ConsentSeen(viewport=viewport, url=probing.visitor.home))
    visitors = {asyncio.create_task(one(probing, met)) for one in (_accepting, _rejecting)}
    try:
        done, late = await asyncio.wait(visitors, timeout=SECONDS - CLOSING_S)
    finally:
        for task in visitors:
            task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    if met.screen:
        yield met.screen
    if met.before:
        yield met.told()
    for task in done:
        task.result()  # what broke the page is told after what was seen before


async def _accepting(probing: Probing, met: _Met) -> None:
    home, start = probing.visitor.home, time.monotonic()
    async with guarded_tab(replace(probing.visitor, silenced=_nothing), met.consent.viewport) as tab:
        traffic = Traffic(home)
        traffic.listen(tab.page.context)
        problem = await tab.goto(home)
        if problem:
            raise Error(problem)
        met.screen = await watch_first_screen(tab, probing.notebook, WATCH_S, start)
        met.before = await traffic.state(tab.page, ConsentChoice.NONE)
        traffic.begin()
        how = await _choose(tab, ConsentChoice.ACCEPT)
        if not how:
            return
        await _come_again(tab, home, start)
        accepted = await traffic.state(tab.page, ConsentChoice.ACCEPT, how=how)
        seen = await tab.look()
        met.consent = met.consent.model_copy(update={"way_back": way_back(seen, page_language(seen))})
        met.accepted = accepted


async def _rejecting(probing: Probing, met: _Met) -> None:
    home, start = probing.visitor.home, time.monotonic()
    async with guarded_tab(replace(probing.visitor, silenced=_nothing), met.consent.viewport) as tab:
        traffic = Traffic(home)
        traffic.listen(tab.page.context)
        problem = await tab.goto(home)
        if problem:
            raise Error(problem)
        banner = await _banner_of(tab)
        if banner is None:
            # No banner that is understood; one whose rules are known may still be there.
            by_rules = await answer_by_rules(tab.page, ConsentChoice.REJECT)
            known = {"banner": bool(by_rules.manager), "manager": by_rules.manager}
            met.consent = met.consent.model_copy(update=known)
            how = f"rules: {by_rules.manager}" if by_rules.done else ""
        else:
            await _first_layer(tab, probing, met, banner)
            how = await _reject(tab, met, banner)
        if not how:
            return
        await tab.settle()
        await traffic.forget_trackers(tab.page.context)
        traffic.begin()
        await _come_again(tab, home, start)
        met.rejected = await traffic.state(tab.page, ConsentChoice.REJECT, how=how)


async def _first_layer(tab: Tab, probing: Probing, met: _Met, banner: Banner) -> None:
    known = {
        "banner": True,
        "manager": await _manager(tab),
        "selector": banner.selector,
        "text": banner.text[:400],
        "screenshot": await probing.notebook.shot(tab, tab.viewport),
        # Whether a rejection is missing is known only once the second layer was read.
        "clear": banner.clear and (banner.reject is not None or banner.settings is None),
        "accept": await as_button(tab, banner.accept),
        "reject": await as_button(tab, banner.reject),
        "settings": await as_button(tab, banner.settings),
        "accept_clicks": 1 if banner.accept else None,
        "reject_clicks": 1 if banner.reject else None,
        "preticked": optional_ticks(banner.controls),
    }
    met.consent = met.consent.model_copy(update=known)


async def _reject(tab: Tab, met: _Met, banner: Banner) -> str:
    """Reject as a visitor would: on the first layer, on the second one, or by the rules; says how it was done."""
    if banner.reject is not None:
        return await _press(tab, banner.reject, banner) or await _otherwise(tab, ConsentChoice.REJECT)
    opened = banner.settings is not None and (await tab.press(banner.settings)).done
    second = await _banner_of(tab) if opened else None
    if second is None:
        return await _by_rules(tab, ConsentChoice.REJECT)
    ticks = tuple(dict.fromkeys((*met.consent.preticked, *optional_ticks(second.controls))))
    control = second.reject or saving_control(second)
    # A choice that is only saved rejects nothing while something is ticked: each tick is a press of its own.
    clicks = None if control is None else 2 + (0 if second.reject else len(ticks))
    known = {
        "clear": banner.clear and (second.clear or control is not None),
        "reject": await as_button(tab, control, layer=2),
        "reject_clicks": clicks,
        "preticked": ticks,
    }
    met.consent = met.consent.model_copy(update=known)
    how = await _press(tab, control, second) if control is not None and clicks == 2 else ""
    return how or await _by_rules(tab, ConsentChoice.REJECT)


async def _choose(tab: Tab, choice: ConsentChoice) -> str:
    """Give the answer on the first layer, by its words or by the rules; says how, or nothing where it was not given."""
    banner = await _banner_of(tab)
    control = None if banner is None else banner.accept if choice is ConsentChoice.ACCEPT else banner.reject
    how = await _press(tab, control, banner) if control is not None and banner is not None else ""
    return how or await _otherwise(tab, choice)


async def _press(tab: Tab, control: Control, banner: Banner) -> str:
    """Press a control and see whether its banner goes."""
    if not (await tab.press(control)).done:
        return ""
    after = await _read(tab)
    return "words" if after is None or (after.selector, after.text) != (banner.selector, banner.text) else ""


async def _otherwise(tab: Tab, choice: ConsentChoice) -> str:
    """Answer as the walk does, which also closes what lies over the banner; then by the rules."""
    seen = await tab.look()
    answered = await clear_the_way(tab, seen, choice, page_language(seen))
    if any(one.kind == "consent" for one in answered) and await _read(tab) is None:
        return "words"
    return await _by_rules(tab, choice)


async def _by_rules(tab: Tab, choice: ConsentChoice) -> str:
    answer = await answer_by_rules(tab.page, choice)
    return f"rules: {answer.manager}" if answer.done and await _read(tab) is None else ""


async def _banner_of(tab: Tab) -> Banner | None:
    """Read the banner; one that is drawn late is waited for, and what lies over it is closed."""
    banner = await _read(tab)
    if banner is None:
        await asyncio.sleep(LATE_BANNER_S)
        banner = await _read(tab)
    if banner is None or banner.covered:
        seen, kept = await tab.look(), banner.layer if banner else None
        language, blocked = page_language(seen), kept is not None
        if await clear_the_way(tab, seen, ConsentChoice.NONE, language, blocked=blocked, kept=kept):
            banner = await _read(tab)
    return banner


async def _read(tab: Tab) -> Banner | None:
    seen = await tab.look()
    return read_banner(seen, page_language(seen))


async def _manager(tab: Tab) -> str:
    known = [[name, list(one.detect)] for name, one in load_vocabulary().consent_managers.items()]
    try:
        found: Any = await tab.page.evaluate(DETECT, known)
    except Error:
        return ""
    return found if isinstance(found, str) else ""


async def _come_again(tab: Tab, home: str, start: float) -> None:
    """Open home once more, as on the next visit, and give what runs there some time."""
    if time.monotonic() - start < NO_RELOAD_AFTER_S:
        await tab.goto(home)
    await asyncio.sleep(AFTER_S)


def _nothing(_url: str) -> bool:
    return False


CONSENT = Probe("consent", SECONDS, "looking at cookies before and after a choice", _look)
