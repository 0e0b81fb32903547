"""Records one audit: reach, walk, timed loads, closer look, crawl, probes; each is on disk before the next begins.

The walk comes before the timed loads, other than in DESIGN 6, because it finds the category and the product that are
timed; the loads still run alone, one after the other, each in a context that shares nothing with the walk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urljoin

from playwright.async_api import Error

from auditor.collect.arrival.access import access_at
from auditor.collect.arrival.address import Asked, is_local
from auditor.collect.arrival.first_look import first_look
from auditor.collect.arrival.login import logged_in, secrets_kept
from auditor.collect.arrival.pace import Pace
from auditor.collect.arrival.reach import Reached, reach_shop
from auditor.collect.arrival.site_facts import shared_name
from auditor.collect.arrival.visitor import language_tag, visitor_for
from auditor.collect.closer_look import Visitor
from auditor.collect.guarding.third_parties import silencer
from auditor.collect.page.browser import Launched, launch
from auditor.collect.plan import crawls, looks_closely, probes, times, walks
from auditor.collect.record_folder import Progress, RecordFolder, Tell, Turn, no_others
from auditor.collect.recorder import Notebook
from auditor.collect.stages import Stages
from auditor.collect.timing.host import host_info
from auditor.model import Note, NoteText, Reach, Site
from auditor.settings import RecordSettings, SiteAccess

__all__ = ["record"]


@dataclass
class _Ledger:
    """The record of the site while it grows; each change is written at once."""

    folder: RecordFolder
    site: Site
    notes: list[Note] = field(default_factory=list)

    def update(self, **changes: object) -> None:
        self.site = self.site.model_copy(update={**changes, "notes": tuple(self.notes)})
        self.folder.write_site(self.site)


async def record(
    asked: Asked,
    settings: RecordSettings,
    folder: RecordFolder,
    tell: Tell,
    *,
    now: Callable[[], datetime],
    tool_version: str,
    turn: Turn = no_others,
) -> Site:
    """Record an audit into a folder and return the site as it was last written.

    What the shop does wrong ends up in the record. Raises BrowserMissingError and AssetsMissingError for what this
    machine lacks, the folder's own errors, and CancelledError after noting the interruption.
    """
    ledger = _Ledger(folder, _blank_site(asked, settings, now(), tool_version))
    ledger.update()
    try:
        async with asyncio.timeout(settings.max_seconds) as limit:
            whole = await _record(asked, settings, ledger, tell, _untimed(turn, limit))
    except TimeoutError:
        ledger.notes.append(NoteText.OUT_OF_TIME.of(seconds=settings.max_seconds))
        whole = False
    except asyncio.CancelledError:
        ledger.update(interrupted=True, finished_at=now())
        raise
    except Error as error:
        task = asyncio.current_task()
        stopped = task is not None and task.cancelling() > 0
        ledger.notes.append(NoteText.BROWSER_FAILED.of(error=str(error).splitlines()[0][:160]))
        ledger.update(interrupted=stopped, broken=not stopped, finished_at=now())
        if stopped:
            raise asyncio.CancelledError from error
        whole = False
    ledger.update(finished_at=now())
    if whole:
        folder.finish()
    return ledger.site


def _untimed(turn: Turn, limit: asyncio.Timeout) -> Turn:
    """Let the audit's time stand still while it waits for its turn."""

    async def waiting(alone: bool) -> None:
        loop = asyncio.get_running_loop()
        ends = limit.when()
        left = max(0.0, ends - loop.time()) if ends is not None else 0.0
        limit.reschedule(None)
        await turn(alone)
        limit.reschedule(loop.time() + left)

    return waiting


async def _record(asked: Asked, settings: RecordSettings, ledger: _Ledger, tell: Tell, turn: Turn) -> bool:
    await turn(False)
    tell(Progress("reach", 0, 1, "starting the browser"))
    async with launch(settings.browser, settings.access.resolve) as launched:
        ledger.update(browser=launched.info, host=await host_info(launched))
        tell(Progress("reach", 0, 1, f"opening {asked.typed}"))
        settings = settings.model_copy(update={"access": _access(settings, asked)})
        reached, settings = await _let_in(asked, settings, ledger, launched)
        home = reached.reach.url
        who = visitor_for(home, reached.html, settings)
        ledger.update(url=home, visitor=who, reach=reached.reach, robots=reached.robots)
        if reached.reach.problem and not reached.unsure:
            return True
        settings = _completed(settings, home)
        led_from = reached.reach.redirects
        visitor = Visitor(launched, settings, who, home, _pace(settings, reached), silencer(home), led_from)
        if settings.only == "speed" and settings.speed_pages and not reached.unsure:
            ledger.update(languages=tuple(filter(None, (language_tag(reached.html),))))
            stages = Stages(visitor, Notebook(ledger.folder), reached.rules, tell, ledger.notes.append, turn)
            await stages.time_pages()
            ledger.update(broken=stages.broken)
            return not stages.broken
        look = await first_look(visitor, reached)
        facts = look.facts
        ledger.update(
            reach=look.reached.reach,
            name=facts.name,
            languages=facts.languages,
            country=facts.country,
            platform=facts.platform,
        )
        tell(Progress("reach", 1, 1, facts.name or home))
        if look.reached.reach.problem:
            return True
        stages = Stages(visitor, Notebook(ledger.folder), reached.rules, tell, ledger.notes.append, turn)
        whole = await _all_stages(stages, settings)
        if not facts.declared:
            shared = shared_name(visit.title for visit in stages.notebook.visits)
            ledger.update(name=shared or facts.name)
        ledger.update(broken=stages.broken)
        return whole


async def _let_in(
    asked: Asked, settings: RecordSettings, ledger: _Ledger, launched: Launched
) -> tuple[Reached, RecordSettings]:
    """Reach the shop and log in where that is asked for; the settings that come back hold what its site may know."""
    agent = f"{launched.user_agent} {settings.access.user_agent_suffix}".strip()
    reached = await reach_shop(asked, settings, agent)
    settings = _own(settings, asked, reached, ledger)
    if reached.reach.problem != "dead" and (settings.access.before or settings.access.storage_state):
        access = await logged_in(launched, settings.access, ledger.site.visitor, reached.reach.url)
        ledger.folder.hide(secrets_kept(access))
        settings = settings.model_copy(update={"access": access})
        reached = await reach_shop(asked, settings, agent)
        settings = _own(settings, asked, reached, ledger)
    return reached, settings


def _own(settings: RecordSettings, asked: Asked, reached: Reached, ledger: _Ledger) -> RecordSettings:
    """Keep the access from another site that the shop leads to."""
    access = access_at(settings.access, asked.tries[0], reached.reach.url)
    if access != settings.access:
        ledger.notes.append(NoteText.LED_ELSEWHERE.of(asked=asked.typed, home=reached.reach.url))
    return settings.model_copy(update={"access": access})


async def _all_stages(stages: Stages, settings: RecordSettings) -> bool:
    """Run the stages that were asked for, in their order; a stage that breaks is noted and the next one begins."""
    if walks(settings):
        await stages.walk()
        if stages.blocked:
            return True
    elif settings.only != "speed" or not settings.speed_pages:
        await stages.look_around()
    if times(settings):
        await stages.time_pages()
    if looks_closely(settings):
        await stages.look_closely()
    if crawls(settings):
        await stages.crawl()
    if probes(settings):
        await stages.probe()
    return not stages.broken


def _blank_site(asked: Asked, settings: RecordSettings, started_at: datetime, tool_version: str) -> Site:
    url = asked.tries[0]
    return Site(
        url=url,
        started_at=started_at,
        visitor=visitor_for(url, "", settings),
        reach=Reach(requested=asked.typed, url=url),
        tool_version=tool_version,
        viewports=settings.viewports,
    )


def _access(settings: RecordSettings, asked: Asked) -> SiteAccess:
    """Take name and password from the address, where none are given otherwise."""
    access = settings.access
    return access.model_copy(update={"auth": asked.auth}) if asked.auth and not access.auth else access


def _completed(settings: RecordSettings, home: str) -> RecordSettings:
    """Take addresses without a host as the shop's own."""
    starts: dict[str, object] = {
        name: urljoin(home, value)
        for name in ("start_product", "start_category")
        if (value := getattr(settings, name)) is not None
    }
    starts["speed_pages"] = tuple(urljoin(home, page) for page in settings.speed_pages)
    return settings.model_copy(update=starts)


def _pace(settings: RecordSettings, reached: Reached) -> Pace:
    if is_local(reached.reach.url):
        return Pace(0)
    return Pace(max(settings.pace_seconds, reached.rules.delay_seconds))
