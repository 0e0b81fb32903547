"""`cx-audit schedule`: do what is due, once or for as long as the program runs."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from collections.abc import Coroutine
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.failures import ENVIRONMENT, INTERNAL, SHOP
from auditor.cli.fleet_file import clock_of, fleet_of, history_of, now_option, sites_option
from auditor.settings import SettingsError

if TYPE_CHECKING:
    from auditor.fleet.runner import Outcome, Round

__all__ = ["command", "run", "watch"]

EPILOG = """\b
Examples:
  cx-audit schedule run
  cx-audit schedule run --sites clients.toml --jobs 2
  cx-audit schedule watch

Let cron or a systemd timer call `schedule run` every quarter of an hour: the sites file says who is due."""
SIGNALS = (signal.SIGINT, signal.SIGTERM)
LOOK_EVERY_SECONDS = 60

jobs_option = click.option(
    "--jobs", type=click.IntRange(1, 64), help="Audits at a time.  [default: the sites file's jobs, else 1]"
)


@click.group("schedule", epilog=EPILOG, context_settings={"max_content_width": 100})
def command() -> None:
    """Audit the shops that are due by their schedules."""


@command.command("run", epilog="\b\nExample:\n  cx-audit schedule run --sites clients.toml --jobs 2")
@sites_option
@jobs_option
@now_option
def run(sites_file: Path, jobs: int | None, now: datetime | None) -> int:
    """Do what is due and end: make the audits, put them into the history, send messages.

    A run that was cut off is found and made again once; one whose shop does not answer is tried again later. Exit
    codes: 0 done, 3 a shop could not be audited, 4 this machine lacks something, 70 an audit crashed.
    """
    from auditor.fleet.runner import Round, run_due

    fleet = fleet_of(sites_file)
    work = Round(fleet, history_of(fleet, sites_file), sites_file.parent, clock_of(now), _tell)
    outcomes, stopped = asyncio.run(_until_stopped(run_due(work, jobs or fleet.jobs)))
    if stopped:
        return 128 + stopped
    counted = Counter(one.state for one in outcomes or ())
    click.echo(", ".join(f"{count} {state}" for state, count in sorted(counted.items())) or "Nothing is due.")
    return max((_code(one) for one in outcomes or ()), default=0)


@command.command("watch", epilog="\b\nExample:\n  cx-audit schedule watch --sites clients.toml")
@sites_option
@jobs_option
def watch(sites_file: Path, jobs: int | None) -> int:
    """Stay, and do what is due whenever it is; a changed sites file is read again."""
    from auditor.fleet.runner import Round

    fleet = fleet_of(sites_file)
    work = Round(fleet, history_of(fleet, sites_file), sites_file.parent, clock_of(None), _tell)
    asyncio.run(_until_stopped(_watching(work, sites_file, jobs)))
    return 0


async def _watching(work: Round, sites_file: Path, jobs: int | None) -> None:
    from auditor.fleet.runner import run_due
    from auditor.store import StoreError

    _tell(f"Watching {len(work.fleet.sites)} sites of {sites_file}; stop with Ctrl-C.")
    while True:
        try:
            work = replace(work, fleet=fleet_of(sites_file), outcomes=[])
        except SettingsError as error:
            _tell(f"{error} The sites file as it was before is used.")
        try:
            await run_due(work, jobs or work.fleet.jobs)
        except StoreError as error:
            _tell(f"{error} It is tried again in a minute.")
        await asyncio.sleep(LOOK_EVERY_SECONDS)


async def _until_stopped(work: Coroutine[Any, Any, Any]) -> tuple[Any, int]:
    """Do the work and return its result, or the number of the signal that ended it early."""
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(work)
    caught: list[int] = []

    def stop(number: int) -> None:
        caught.append(number)
        task.cancel()

    for number in SIGNALS:
        loop.add_signal_handler(number, stop, number)
    try:
        return await task, 0
    except asyncio.CancelledError:
        if not caught:
            raise
        return None, caught[0]
    finally:
        for number in SIGNALS:
            loop.remove_signal_handler(number)


def _code(outcome: Outcome) -> int:
    from auditor.model.past import UNAUDITABLE

    if outcome.state in {"crashed", "error"}:
        return INTERNAL
    if outcome.state == "environment":
        return ENVIRONMENT
    return SHOP if outcome.state == "again" or outcome.problem in UNAUDITABLE else 0


def _tell(line: str) -> None:
    click.echo(line, err=True)
