"""A gate from an address to its verdicts: audit, hold against the rules, measure again what is too slow."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import click

from auditor.cli.auditing import Order, audited, secrets_of, stoppable
from auditor.cli.failures import INTERRUPTED
from auditor.cli.gate_audit import Rules, gated_of, held
from auditor.cli.judging import judged_aloud, outputs_of
from auditor.cli.progress import shown_progress
from auditor.collect.confirm import measure_again
from auditor.collect.timing.named import Named
from auditor.gate.outcome import Gated
from auditor.gate.verdict import to_confirm
from auditor.publish import reported
from auditor.settings import SettingsError
from auditor.store import AuditFolder, Scrubber, read_recording

__all__ = ["gate_shop"]

# A page is loaded in about so many seconds at the most; with less there is no use in beginning.
LEAST_SECONDS = 20.0


def gate_shop(order: Order, rules: Rules, confirm: int) -> Gated:
    """Audit a shop, hold it against the rules, and measure what is too slow so often again before it is believed.

    Raises SettingsError, StoreError, BrowserMissingError and AssetsMissingError.
    """
    began = time.monotonic()
    with shown_progress() as tell:
        finished = audited(replace(order, formats=()), tell)
    audit, folder = finished.audit, finished.folder
    if audit is None or folder is None:  # an audit that cannot begin raises
        raise SettingsError(f"{order.asked.typed} was not audited.")
    stopped = finished.code - INTERRUPTED if finished.code > INTERRUPTED else 0
    found = held(audit, folder, rules)
    again = to_confirm(found.verdicts) if confirm and not stopped else ()
    notes: tuple[str, ...] = ()
    if again:
        left = order.settings.max_seconds - (time.monotonic() - began)
        stopped, why = _again(order, folder, tuple(Named(*page) for page in again), confirm, left)
        audit = judged_aloud(folder, order.profile, amendments=order.amendments)
        found = held(audit, folder, rules)
        told = f"Not everything was measured again, so breaches are not confirmed: {why}."
        notes = (Scrubber(secrets_of(order)).text(told),) if why else ()
    written = reported(folder, audit, outputs_of(order.formats, order.lang, order.brand, order.settings.browser))
    notes = (*notes, written.lacking) if written.lacking else notes
    gated = gated_of(found, folder, notes, str(written.files.get("html", "")))
    return replace(gated, code=INTERRUPTED + stopped) if stopped else gated


def _again(order: Order, folder: Path, pages: tuple[Named, ...], times: int, seconds: float) -> tuple[int, str]:
    """Measure pages again; return the number of the signal that ended it, and why not all of them were measured."""
    if seconds < LEAST_SECONDS:
        return 0, "time ran out before"
    many = f"{len(pages)} page{'s' if len(pages) != 1 else ''}"
    click.echo(f"Too slow on {many}: measuring {times} more loads of each before it is believed.", err=True)
    told: list[str] = []
    access = order.settings.access
    settings = order.settings.model_copy(
        update={"access": access.model_copy(update={"auth": access.auth or order.asked.auth})}
    )
    kept = AuditFolder(folder, Scrubber(secrets_of(order)))
    site = read_recording(folder).site

    async def measured() -> None:
        with shown_progress() as tell:
            told.append(await measure_again(site, settings, kept, tell, pages=pages, times=times, seconds=seconds))

    stopped = asyncio.run(stoppable(measured()))
    return stopped, "".join(told) if told else "it was interrupted"
