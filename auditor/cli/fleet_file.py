"""What the commands for many shops share: the sites file, the folder of audits, the history and the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from auditor.fleet.sites import Fleet

__all__ = ["SITES", "at_time", "clock_of", "fleet_of", "history_of", "now_option", "sites_option"]

SITES = Path("sites.toml")

sites_option = click.option(
    "--sites", "sites_file", type=click.Path(path_type=Path, dir_okay=False), default=SITES, envvar="CX_AUDIT_SITES",
    show_envvar=True, show_default=True, help="The sites file.",
)  # fmt: skip


def at_time(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime | None:
    """Read a time with its zone."""
    if value is None:
        return None
    try:
        when = datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no time: write it like 2026-11-23T05:00+02:00") from error
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when


now_option: Callable[[Any], Any] = click.option(
    "--now", metavar="TIME", callback=at_time, help="The time it is taken to be, as in 2026-11-23T05:00+02:00."
)


def clock_of(now: datetime | None) -> Callable[[], datetime]:
    """Return a clock: the machine's, or one that stands still."""
    return (lambda: now) if now else (lambda: datetime.now(UTC))


def fleet_of(path: Path, *, needed: bool = True) -> Fleet:
    """Read the sites file; without one there is an empty fleet, where that is enough. Raises SettingsError."""
    from auditor.fleet.sites import Fleet, load_sites

    return load_sites(path) if needed or path.is_file() else Fleet()


def history_of(fleet: Fleet, path: Path) -> Engine:
    """Open the history that the sites file or CX_AUDIT_DATABASE names; by default it lies in the folder of audits."""
    import os

    from auditor.fleet.secrets import secret
    from auditor.store.history import open_history

    named = secret(fleet.database, path.parent) if fleet.database else os.environ.get("CX_AUDIT_DATABASE")
    return open_history(fleet.audits, named or None)
