"""`cx-audit sites`: the shops of a sites file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.fleet_file import clock_of, fleet_of, history_of, now_option, sites_option
from auditor.cli.options import fitting
from auditor.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from auditor.fleet.sites import Shop

__all__ = ["check", "command", "due", "list_sites"]

EPILOG = """\b
Examples:
  cx-audit sites check
  cx-audit sites list --sites clients.toml
  cx-audit sites due --now 2026-11-23T05:00+02:00"""


@click.group("sites", epilog=EPILOG, context_settings={"max_content_width": 100})
def command() -> None:
    """Check and list the shops of a sites file, and tell which of them are due."""


@command.command(
    "check",
    short_help="See that all that the file names can be used.",
    epilog="\b\nExample:\n  cx-audit sites check --sites clients.toml",
)
@sites_option
def check(sites_file: Path) -> int:
    """See that the sites file, and the profiles, budgets and secrets that it names, can be used."""
    from auditor.fleet.checking import faults_of

    fleet = fleet_of(sites_file)
    faults = dict.fromkeys((*faults_of(fleet, sites_file.parent), *_unfitting(fleet.sites)))
    for one in faults:
        click.echo(one, err=True)
    if faults:
        return 2
    click.echo(f"{sites_file}: {len(fleet.sites)} {'site' if len(fleet.sites) == 1 else 'sites'}, all in order.")
    return 0


def _unfitting(shops: Iterable[Shop]) -> Iterator[str]:
    """Say which profiles name a check, or an option of one, that is not there."""
    for shop in shops:
        try:
            fitting(load_settings(shop.profile)[1])
        except SettingsError as error:
            yield f"{shop.id}: {error}"


@command.command("list", epilog="\b\nExample:\n  cx-audit sites list --sites clients.toml")
@sites_option
@now_option
def list_sites(sites_file: Path, now: datetime | None) -> int:
    """List the shops with the time of their next audit."""
    from auditor.fleet.due import next_begin

    fleet = fleet_of(sites_file)
    rows = [("site", "next audit", "owner", "tags", "address")]
    for shop in fleet.sites:
        when = next_begin(shop, clock_of(now)())
        told = f"{when.astimezone(shop.zone):%Y-%m-%d %H:%M %Z}" if when else "never"
        rows.append((shop.id, told, shop.owner, ", ".join(shop.tags), shop.url))
    _print(rows)
    return 0


@command.command(
    "due",
    short_help="List the shops that are due now.",
    epilog="\b\nExample:\n  cx-audit sites due --now 2026-11-23T05:00+02:00",
)
@sites_option
@now_option
def due(sites_file: Path, now: datetime | None) -> int:
    """List the shops that `cx-audit schedule run` would audit now."""
    from auditor.fleet.runner import Round, due_jobs

    fleet = fleet_of(sites_file)
    work = Round(fleet, history_of(fleet, sites_file), sites_file.parent, clock_of(now), lambda _line: None)
    for job in due_jobs(work):
        click.echo(f"{job.shop.id}  scheduled for {job.instant.astimezone(job.shop.zone):%Y-%m-%d %H:%M %Z}")
    return 0


def _print(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
