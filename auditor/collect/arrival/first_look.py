"""The first look with a browser: whether it is let in where a program is not, and what the shop says of itself."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

from playwright.async_api import Error

from auditor.collect.arrival.reach import Reached
from auditor.collect.arrival.site_facts import SiteFacts, read_site
from auditor.collect.arrival.troubles import Trouble, of_browser
from auditor.collect.closer_look import Visitor, guarded_tab
from auditor.collect.page.tab import Tab
from auditor.model import ViewportName

__all__ = ["Look", "first_look"]

CHALLENGE_SECONDS = 5


@dataclass(frozen=True)
class Look:
    """What the first look found; ``reached`` carries a trouble only if the browser has it too."""

    reached: Reached
    facts: SiteFacts = field(default_factory=SiteFacts)


async def first_look(visitor: Visitor, reached: Reached) -> Look:
    """Open home once in a desktop browser: what it is shown decides over what a plain program was told."""
    async with guarded_tab(visitor, ViewportName.DESKTOP) as tab:
        problem = await tab.goto(visitor.home)
        trouble = await _trouble(tab, problem)
        for _second in range(CHALLENGE_SECONDS):
            if not trouble or trouble.problem != "robot-wall" or problem:
                break
            await asyncio.sleep(1)  # a challenge may let an honest browser pass
            trouble = await _trouble(tab, "")
        reach = reached.reach
        if trouble:
            update = {"problem": trouble.problem, "sentence": trouble.sentence, "status": tab.status or reach.status}
            return Look(replace(reached, reach=reach.model_copy(update=update)))
        if reach.problem != "declined":
            reach = reach.model_copy(update={"problem": "", "sentence": "", "status": tab.status or reach.status})
        facts = await read_site(tab.page, reached.headers, reached.html)
        return Look(replace(reached, reach=reach, unsure=False), facts)


async def _trouble(tab: Tab, problem: str) -> Trouble | None:
    text = ""
    if not problem:
        try:
            text = str(await tab.page.evaluate("() => document.body ? document.body.innerText : ''"))
        except Error:
            text = ""
    return of_browser(tab.page.url if not problem else tab.page.url or "", tab.status, text, problem)
