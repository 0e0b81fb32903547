"""One audit from address to report: record, judge, render, and the exit code that it comes to."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from auditor import __version__
from auditor.amendments import Amendments
from auditor.brand import Brand
from auditor.cli.failures import ENVIRONMENT, SHOP
from auditor.cli.judging import judged_aloud, outputs_of
from auditor.cli.summary import Finished
from auditor.collect.arrival.address import Asked
from auditor.collect.record import record
from auditor.collect.record_folder import Tell
from auditor.judge import NOTHING_AMENDED
from auditor.model import Audit
from auditor.model.past import UNAUDITABLE
from auditor.publish import reported
from auditor.settings import Profile, RecordSettings
from auditor.store import AuditFolder, default_folder, read_site

__all__ = ["Order", "audited", "exit_code", "secrets_of", "stoppable"]

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True)
class Order:
    """What is asked for: the shop, how to look at it, how to judge it, and where everything goes."""

    asked: Asked
    settings: RecordSettings
    profile: Profile
    lang: str | None
    formats: tuple[str, ...]
    folder: Path | None = None
    base: Path = Path("audits")
    amendments: Amendments = NOTHING_AMENDED
    brand: Brand | None = None


def audited(order: Order, tell: Tell) -> Finished:
    """Record, judge and report one shop; what was gathered is judged even where the recording was interrupted.

    What the recording notes of itself, as that its time ran out, is told on stderr.
    Raises StoreError, BrowserMissingError and AssetsMissingError.
    """
    path = order.folder or default_folder(order.base, order.asked.host, datetime.now(UTC))
    folder = AuditFolder.create(path, secrets_of(order))
    stopped = asyncio.run(_recorded(order, folder, tell))
    if stopped:
        click.echo("Interrupted: judging what was seen until now.", err=True)
    site = read_site(path)
    for note in site.notes:
        click.echo(str(note), err=True)
    audit = judged_aloud(path, order.profile, amendments=order.amendments)
    written = reported(path, audit, outputs_of(order.formats, order.lang, order.brand, order.settings.browser))
    lacking = bool(written.lacking) or site.broken
    code = 128 + stopped if stopped else max(exit_code(audit), ENVIRONMENT if lacking else 0)
    sentence = " ".join(part for part in (_sentence(audit), written.lacking) if part)
    return Finished(order.asked.typed, code, path, audit, written.files.get("html"), sentence, written.files)


async def _recorded(order: Order, folder: AuditFolder, tell: Tell) -> int:
    """Record, and return the number of the signal that ended it early, or 0."""
    return await stoppable(record(order.asked, order.settings, folder, tell, now=_now, tool_version=__version__))


def _now() -> datetime:
    return datetime.now(UTC)


async def stoppable(work: Awaitable[object]) -> int:
    """Do a piece of work that a signal may end early, and return the signal's number, or 0."""
    loop = asyncio.get_running_loop()
    caught: list[int] = []
    task = asyncio.current_task()

    def stop(number: int) -> None:
        caught.append(number)
        if task is not None:
            task.cancel()

    for number in SIGNALS:
        loop.add_signal_handler(number, stop, number)
    try:
        await work
    except asyncio.CancelledError:
        if not caught:
            raise
        if task is not None:
            task.uncancel()
    finally:
        for number in SIGNALS:
            loop.remove_signal_handler(number)
    return caught[0] if caught else 0


def exit_code(audit: Audit) -> int:
    """Return 3 where the shop could not be audited, else 0."""
    return SHOP if audit.problem in UNAUDITABLE else 0


def secrets_of(order: Order) -> tuple[str, ...]:
    """List the values that must not turn up in any file of the audit."""
    access = order.settings.access
    pairs = [pair.partition(":")[2] for pair in (access.auth, order.asked.auth) if pair]
    whole = [pair for pair in (access.auth, order.asked.auth) if pair]
    values = [value for _name, value in (*access.headers, *access.cookies)]
    return tuple(sorted({one for one in (*whole, *pairs, *values) if one}, key=len, reverse=True))


def _sentence(audit: Audit) -> str:
    if audit.sentence:
        said = audit.sentence
        return said if said.startswith(("http:", "https:")) else said[:1].upper() + said[1:]
    return "The audit was interrupted before it was finished." if audit.problem == "interrupted" else ""
