"""Measures again what a gate found too slow, into the recording that is there: a breach is believed when it repeats."""

from __future__ import annotations

import asyncio

from playwright.async_api import Error

from auditor.collect.arrival.access import access_at
from auditor.collect.arrival.address import is_local, read_address
from auditor.collect.arrival.login import logged_in, secrets_kept
from auditor.collect.arrival.pace import Pace
from auditor.collect.closer_look import Visitor
from auditor.collect.guarding.third_parties import silencer
from auditor.collect.page.browser import launch
from auditor.collect.record_folder import RecordFolder, Tell
from auditor.collect.timing.named import Named, time_named
from auditor.model import Site
from auditor.settings import RecordSettings

__all__ = ["measure_again"]


async def measure_again(
    site: Site,
    settings: RecordSettings,
    folder: RecordFolder,
    tell: Tell,
    *,
    pages: tuple[Named, ...],
    times: int,
    seconds: float,
) -> str:
    """Load pages again as often as asked; returns why not all of them were, or an empty text.

    ``seconds`` is the time that is left for it. Raises BrowserMissingError and the folder's own errors.
    """
    try:
        async with asyncio.timeout(seconds), launch(settings.browser, settings.access.resolve) as launched:
            access = access_at(settings.access, read_address(site.reach.requested).tries[0], site.url)
            access = await logged_in(launched, access, site.visitor, site.url)
            folder.hide(secrets_kept(access))
            settings = settings.model_copy(update={"access": access})
            pace = Pace(0 if is_local(site.url) else settings.pace_seconds)
            visitor = Visitor(launched, settings, site.visitor, site.url, pace, silencer(site.url))
            await time_named(visitor, folder, pages, times, tell, again=True)
    except TimeoutError:
        return f"time ran out after {seconds:.0f} s"
    except Error as error:
        return f"the browser failed: {str(error).splitlines()[0][:160]}"
    return ""
