"""Barriers that axe-core finds on a page: WCAG 2.2 A and AA, by rule, with their elements."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from playwright.async_api import CDPSession, Error

from auditor.collect.gather.read import plain
from auditor.collect.page.tab import Tab
from auditor.model import AxeRule, AxeSeen, Offender
from auditor.page_scripts import Asset, asset_path

__all__ = ["axe_of"]

SECONDS = 8.0
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
LISTED = 8
MAX_RULES = 40
# Frames are left out: most are other firms' pages, and a shop cannot mend those.
RUN = """(async () => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: %s }, resultTypes: ["violations", "incomplete"], iframes: false,
    elementRef: false, selectors: true, ancestry: false, xpath: false });
  const place = (target) => target.flat(3).join(" >>> ");
  return {
    passes: found.passes.length,
    incomplete: found.incomplete.map((rule) => rule.id),
    rules: found.violations.map((rule) => ({
      id: rule.id, impact: rule.impact || "", help: rule.help, tags: rule.tags, count: rule.nodes.length,
      elements: rule.nodes.slice(0, %d).map((node) => ({
        selector: place(node.target), text: node.html.slice(0, 160),
        detail: ((node.any[0] || node.all[0] || node.none[0] || {}).message || "").slice(0, 200) })) })) };
})()"""


async def axe_of(tab: Tab) -> AxeSeen:
    """Run axe-core beside the page, in a world of its own that page and rules do not share; never raises Error."""
    start = time.monotonic()
    session: CDPSession | None = None
    try:
        async with asyncio.timeout(SECONDS):
            session = await tab.page.context.new_cdp_session(tab.page)
            raw = await _run(session)
    except TimeoutError:
        problem = f"It took longer than {SECONDS:g} s."
    except Error as error:
        problem = str(error).splitlines()[0][:160]
    else:
        await _leave(session, stop=False)
        return _seen(raw, time.monotonic() - start)
    await _leave(session, stop=True)
    return AxeSeen(problem=problem, seconds=round(time.monotonic() - start, 2))


async def _run(session: CDPSession) -> dict[str, Any]:
    tree = await session.send("Page.getFrameTree")
    frame = tree["frameTree"]["frame"]["id"]
    world = await session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "cx-audit"})
    there = {"contextId": world["executionContextId"]}
    source = await asyncio.to_thread(asset_path(Asset.AXE).read_text, "utf-8")
    await session.send("Runtime.evaluate", {**there, "expression": f"{source}\n;0"})
    script = RUN % (json.dumps(TAGS), LISTED)
    answer = await session.send(
        "Runtime.evaluate", {**there, "expression": script, "awaitPromise": True, "returnByValue": True}
    )
    if "exceptionDetails" in answer:
        thrown = answer["exceptionDetails"].get("exception", {}).get("description") or "axe-core failed"
        raise Error(plain(thrown, 160) or "axe-core failed")
    value: dict[str, Any] = answer["result"].get("value") or {}
    return value


async def _leave(session: CDPSession | None, *, stop: bool) -> None:
    """Let go of the page; where the rules still run, end them, because the page would stand still meanwhile."""
    if session is None:
        return
    try:
        async with asyncio.timeout(2):
            if stop:
                await session.send("Runtime.terminateExecution")
            await session.detach()
    except (Error, TimeoutError):
        return


def _seen(raw: dict[str, Any], seconds: float) -> AxeSeen:
    return AxeSeen(
        rules=tuple(_rule(one) for one in (raw.get("rules") or ())[:MAX_RULES]),
        passes=int(raw.get("passes") or 0),
        incomplete=tuple(plain(one, 60) for one in (raw.get("incomplete") or ())[:MAX_RULES]),
        seconds=round(seconds, 2),
    )


def _rule(one: dict[str, Any]) -> AxeRule:
    return AxeRule(
        id=plain(one.get("id"), 60),
        impact=plain(one.get("impact"), 20),
        help=plain(one.get("help"), 200),
        tags=tuple(plain(tag, 40) for tag in (one.get("tags") or ())[:20]),
        count=int(one.get("count") or 0),
        elements=tuple(
            Offender(
                selector=plain(node.get("selector"), 300),
                text=plain(node.get("text"), 160),
                detail=plain(node.get("detail"), 200),
            )
            for node in one.get("elements") or ()
        ),
    )
