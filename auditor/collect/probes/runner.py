"""Runs the probes one after the other; one that breaks or takes too long is recorded, and the next begins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from playwright.async_api import Error

from auditor.collect.probes.consent import CONSENT
from auditor.collect.probes.gallery import GALLERY
from auditor.collect.probes.keyboard import KEYBOARD
from auditor.collect.probes.links import LINKS
from auditor.collect.probes.market import MARKET
from auditor.collect.probes.not_found import NOT_FOUND
from auditor.collect.probes.previews import PREVIEWS
from auditor.collect.probes.probing import Probe, Probing
from auditor.collect.probes.search import SEARCH
from auditor.collect.probes.search_eyes import SEARCH_EYES
from auditor.collect.record_folder import RecordFolder
from auditor.model import ProbeFailed

__all__ = ["PROBES", "run_probes"]

# In the order in which they run.
PROBES: tuple[Probe, ...] = (CONSENT, NOT_FOUND, SEARCH, GALLERY, KEYBOARD, LINKS, SEARCH_EYES, PREVIEWS, MARKET)


async def run_probes(
    probing: Probing,
    folder: RecordFolder,
    tell: Callable[[int, int, str], None],
    probes: Sequence[Probe] = PROBES,
) -> None:
    """Run every probe that is not switched off and keep what each saw; raises Error only where the browser has gone."""
    wanted = [probe for probe in probes if probe.name not in probing.visitor.settings.skip_probes]
    for done, probe in enumerate(wanted):
        tell(done, len(wanted), probe.told)
        problem = ""
        try:
            async with asyncio.timeout(probe.seconds):
                async for seen in probe.look(probing):
                    folder.add_probe(seen)
        except TimeoutError:
            problem = f"Its time of {probe.seconds:g} s ran out."
        except Error as error:
            if not probing.visitor.launched.browser.is_connected():
                raise
            problem = str(error).splitlines()[0][:200]
        if problem:
            folder.add_probe(ProbeFailed(name=probe.name, problem=problem))
    tell(len(wanted), len(wanted), "done")
