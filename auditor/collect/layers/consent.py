"""The state of a visitor who has accepted cookies, for the one load that is timed after a choice."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error

from auditor.collect.closer_look import Visitor, guarded_tab
from auditor.collect.journey.walk import page_language
from auditor.collect.layers.autoconsent import answer_by_rules
from auditor.collect.layers.interruptions import clear_the_way
from auditor.model import ConsentChoice, ViewportName

__all__ = ["accepted_state"]


async def accepted_state(visitor: Visitor, viewport: ViewportName) -> Any:
    """Accept the cookies that home asks for and return the browser's storage; None where it does not ask."""
    async with guarded_tab(visitor, viewport) as tab:
        try:
            if await tab.goto(visitor.home):
                return None
            seen = await tab.look()
            answered = await clear_the_way(tab, seen, ConsentChoice.ACCEPT, page_language(seen))
            if not any(one.kind == "consent" for one in answered):
                # A banner whose words say nothing; the rules of its maker may still know it.
                by_rules = await answer_by_rules(tab.page, ConsentChoice.ACCEPT)
                if not by_rules.done:
                    return None
            await tab.settle()
            return await tab.page.context.storage_state()
        except Error:
            return None
