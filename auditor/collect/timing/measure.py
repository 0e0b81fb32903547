"""Timed loads by CONTRACTS 6: cold, throttled, one after the other, ended by a rule and not by a clock."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Error, Page

from auditor.collect.arrival.address import without_fragment
from auditor.collect.gather.scroll import windowed
from auditor.collect.page.browser import Launched, new_context
from auditor.collect.page.own_headers import new_page
from auditor.collect.page.scripts import page_script
from auditor.collect.timing.keeping import Keeper
from auditor.collect.timing.meant import SHOWN, Shown, wrong_page
from auditor.collect.timing.network import CPU_RATE, PROFILES, Wire, watch
from auditor.model import LcpElement, Load, PageKind, ViewportName, VisitorInfo
from auditor.settings import SiteAccess

__all__ = ["ACCEPTED", "BEFORE", "Timed", "timed_load"]

LIMIT_S = {ViewportName.MOBILE: 30.0, ViewportName.TABLET: 30.0, ViewportName.DESKTOP: 15.0}
QUIET_S = 1.0
LONG_TASK_MS = 50.0
LOOK_EVERY_S = 0.2
HUNG_S = 5.0
CRASHED = "crashed"
BEFORE, ACCEPTED = "before", "accepted"


@dataclass(frozen=True)
class Timed:
    """What is timed: a page on a screen, before any cookie choice or with one made in an earlier visit.

    ``keeper`` keeps more of the load than its figures.
    """

    launched: Launched
    visitor: VisitorInfo
    access: SiteAccess
    page: PageKind
    url: str
    viewport: ViewportName
    consent: str = BEFORE
    storage_state: Any = None
    keeper: Keeper | None = None


async def timed_load(timed: Timed, sample: int) -> Load:
    """Load a page once in a fresh context; what went wrong stands in ``problem``, and figures are then left out."""
    context = await new_context(
        timed.launched,
        timed.viewport,
        locale=timed.visitor.locale,
        timezone=timed.visitor.timezone,
        access=timed.access,
        storage_state=timed.storage_state,
        site_url=timed.url,
    )
    profile, cpu, wire = PROFILES[timed.viewport], CPU_RATE[timed.viewport], Wire()
    load = Load(
        page=timed.page,
        url=timed.url,
        viewport=timed.viewport,
        consent=timed.consent,
        network=profile.label,
        cpu=cpu,
        sample=sample,
    )
    try:
        await context.add_init_script(page_script("vitals.js"))
        page = await new_page(context)
        await watch(context, page, profile, cpu, wire)
        if timed.keeper is None:
            return await _in_time(page, load, wire, LIMIT_S[timed.viewport])
        await timed.keeper.before(page, load)
        done = await _in_time(page, load, wire, LIMIT_S[timed.viewport])
        return done if done.problem else await timed.keeper.after(page, done, wire)
    except Error as error:
        return load.model_copy(update={"problem": _said(error)})
    finally:
        await _closed(context.close())


async def _in_time(page: Page, load: Load, wire: Wire, limit_s: float) -> Load:
    """Time a page that may hang: a script that never ends lets the page answer nothing at all."""
    try:
        async with asyncio.timeout(limit_s + HUNG_S):
            return await _run(page, load, wire, limit_s)
    except TimeoutError:
        return load.model_copy(update={"problem": f"the page hung for {limit_s + HUNG_S:g} s", "timed_out": True})


async def _run(page: Page, load: Load, wire: Wire, limit_s: float) -> Load:
    """Open the page and wait until it is done: loaded, and for a second neither many requests nor a long task."""
    start = time.monotonic()
    status: int | None = None
    timed_out = False
    try:
        response = await page.goto(load.url, wait_until="commit", timeout=limit_s * 1000)
        status = response.status if response else None
    except Error as error:
        late = "Timeout" in str(error)
        problem = f"the page did not answer within {limit_s:g} s" if late else _said(error)
        return load.model_copy(update={"problem": problem, "timed_out": late})
    while not await _done(page, wire):
        if time.monotonic() - start > limit_s:
            timed_out = True
            break
        await asyncio.sleep(LOOK_EVERY_S)
    raw: dict[str, Any] = await page.evaluate(READ)
    landed = without_fragment(page.url)
    shown = Shown(**await page.evaluate(SHOWN), painted=raw.get("fcp") is not None)
    problem = wrong_page(load.url, load.page, status, landed, shown)
    found = {"status": status, "landed": landed, "timed_out": timed_out, "problem": problem}
    if found["problem"]:
        return load.model_copy(update=found)
    return load.model_copy(update={**found, **_figures(raw), **_sizes(wire, landed)})


READ = """() => {
  const seen = window.__cxVitals || {};
  const nav = performance.getEntriesByType("navigation")[0];
  const ended = nav && nav.loadEventEnd ? nav.loadEventEnd : null;
  return { ...seen, now: performance.now(), ttfb: nav ? nav.responseStart : null, load: ended };
}"""
STATE = """() => {
  const nav = performance.getEntriesByType("navigation")[0];
  const tasks = (window.__cxVitals && window.__cxVitals.tasks) || [];
  const last = tasks.length ? tasks[tasks.length - 1] : null;
  return [performance.now(), nav && nav.loadEventEnd ? nav.loadEventEnd : 0, last ? last[0] + last[1] : 0];
}"""


async def _done(page: Page, wire: Wire) -> bool:
    try:
        now, loaded, task_end = await page.evaluate(STATE)
    except Error as error:
        if CRASHED in str(error):
            raise
        return False  # it is just going elsewhere
    idle_ms = now - max(loaded, task_end)
    return bool(loaded) and idle_ms >= QUIET_S * 1000 and wire.quiet_for() >= QUIET_S


def _figures(raw: dict[str, Any]) -> dict[str, Any]:
    fcp, lcp = raw.get("fcp"), raw.get("lcp")
    tasks = [(float(at), float(ms)) for at, ms in raw.get("tasks") or ()]
    return {
        "ttfb_ms": _rounded(raw.get("ttfb")),
        "fcp_ms": _rounded(fcp),
        "lcp_ms": _rounded(lcp["at"]) if lcp else None,
        "load_ms": _rounded(raw.get("load")),
        "cls": round(windowed([(float(at), float(value)) for at, value in raw.get("shifts") or ()]), 4),
        "tbt_ms": round(_blocked(tasks, float(fcp)), 1) if fcp is not None else None,
        "lcp_element": LcpElement(selector=str(lcp["selector"]), url=str(lcp["url"]), text=str(lcp["text"]))
        if lcp
        else None,
    }


def _blocked(tasks: list[tuple[float, float]], since: float) -> float:
    """Sum what long tasks take beyond 50 ms, counted from the first paint (total blocking time)."""
    after = ((max(at, since), at + ms) for at, ms in tasks)
    return sum(max(0.0, end - begin - LONG_TASK_MS) for begin, end in after if end > begin)


def _sizes(wire: Wire, landed: str) -> dict[str, Any]:
    return {
        "weight_bytes": wire.total(),
        "requests": wire.requests,
        "third_party_bytes": wire.third_party(landed),
    }


def _rounded(value: Any) -> float | None:
    return round(float(value), 1) if isinstance(value, int | float) else None


def _said(error: Error) -> str:
    text = str(error).splitlines()[0][:200]
    return "the page crashed in the browser" if CRASHED in text else text


async def _closed(closing: Any) -> None:
    try:
        await closing
    except Error:
        return  # the browser has gone already
