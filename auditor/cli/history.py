"""`cx-audit history`: what earlier audits of a shop found, and the index that knows them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.fleet_file import SITES, clock_of, fleet_of, history_of, now_option, sites_option

if TYPE_CHECKING:
    from auditor.fleet.sites import Fleet
    from auditor.store.history import Indexed

__all__ = ["command", "prune", "rebuild", "show"]

EPILOG = """\b
Examples:
  cx-audit history shop.example
  cx-audit history shop.example --format csv
  cx-audit history rebuild
  cx-audit history prune --dry-run"""
STAGES = ("awareness", "consideration", "purchase", "use", "loyalty")
COLUMNS = (
    *("started_at", "score", *STAGES, "coverage", "walk_desktop", "walk_mobile", "clicks_desktop", "clicks_mobile"),
    *("problem", "changed", "alerts", "folder"),
)
SHORT = ("started_at", "score", *STAGES, "walk_mobile", "problem", "changed", "alerts")

audits_option = click.option(
    "--audits", type=click.Path(path_type=Path, file_okay=False), envvar="CX_AUDIT_AUDITS",
    show_envvar=True,
    help="The folder of audits.  [default: the sites file's, else audits]",
)  # fmt: skip


class _SiteOrCommand(click.Group):
    """A group whose first word may be a site: then its history is shown."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[show] SITE | rebuild | prune  [OPTIONS]")


@click.group("history", cls=_SiteOrCommand, epilog=EPILOG, context_settings={"max_content_width": 100})
def command() -> None:
    """Show the audits of a shop, or tend the index of audits; the audits' folders are the truth."""


@command.command(
    "show",
    short_help="Show the audits of a site.",
    epilog="\b\nExample:\n  cx-audit history show shop.example --format csv",
    context_settings={"max_content_width": 100},
)
@click.argument("site", required=False)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
              help="How to print it.")  # fmt: skip
@sites_option
@audits_option
def show(site: str | None, form: str, sites_file: Path, audits: Path | None) -> int:
    """Show the audits of SITE, oldest first; without SITE, name the sites that have audits."""
    from auditor.fleet.retention import mean_bytes
    from auditor.store.history import audits_of, begin, refresh, sites_of

    fleet = _fleet(sites_file, audits)
    engine = history_of(fleet, sites_file)
    for damaged in refresh(engine, fleet.audits).damaged:
        click.echo(f"{fleet.audits / damaged} holds an audit.json that cannot be read.", err=True)
    with begin(engine) as connection:
        known, found = sites_of(connection), audits_of(connection, site)
    if site is None:
        click.echo("\n".join(known) or f"{fleet.audits} holds no audit.")
        return 0
    if not found:
        raise click.UsageError(f"{fleet.audits} holds no audit of {site}; it knows {', '.join(known) or 'none'}.")
    rows = _rows(found)
    click.echo(_AS[form](rows).rstrip("\n"))
    if form == "table":
        click.echo(f"{len(found)} audits, about {mean_bytes(found) / 1e6:.1f} MB each", err=True)
    return 0


@command.command(
    "rebuild",
    short_help="Make the index again from the folders.",
    epilog="\b\nExample:\n  cx-audit history rebuild --audits audits",
)
@sites_option
@audits_option
def rebuild(sites_file: Path, audits: Path | None) -> int:
    """Make the index of audits again from their folders alone."""
    from auditor.store.history import rebuild as make_again

    fleet = _fleet(sites_file, audits)
    found = make_again(history_of(fleet, sites_file), fleet.audits)
    for damaged in found.damaged:
        click.echo(f"{fleet.audits / damaged} holds an audit.json that cannot be read.", err=True)
    click.echo(f"{found.added} audits of {fleet.audits} are in the index.")
    return 0


@command.command(
    "prune",
    short_help="Remove audits over their number or age.",
    epilog="\b\nExample:\n  cx-audit history prune --audits audits --keep 20 --dry-run",
)
@sites_option
@audits_option
@click.option("--keep", type=click.IntRange(1), help="Audits to keep of a site.  [default: the sites file's keep]")
@click.option("--keep-days", type=click.IntRange(1), help="Days to keep them.  [default: the sites file's keep_days]")
@click.option("--dry-run", is_flag=True, help="Only say what would be removed.")
@now_option
def prune(
    sites_file: Path, audits: Path | None, keep: int | None, keep_days: int | None, dry_run: bool, now: datetime | None
) -> int:
    """Remove audits over their number or age; the newest and the last good one of a site always stay."""
    from auditor.fleet.retention import mean_bytes, removed, too_many
    from auditor.store.history import audits_of, begin, refresh, sites_of

    fleet = _fleet(sites_file, audits)
    engine = history_of(fleet, sites_file)
    refresh(engine, fleet.audits)
    limits = {one.id: (keep or one.keep, keep_days or one.keep_days) for one in fleet.sites}
    with begin(engine) as connection:
        kept = {site: audits_of(connection, site) for site in sites_of(connection)}
    over: list[Indexed] = []
    for site, found in kept.items():
        most, days = limits.get(site, (keep, keep_days))
        gone = too_many(found, clock_of(now)(), most, days)
        room = f"; {most} of them take {most * mean_bytes(found) / 1e6:.0f} MB" if most else ""
        click.echo(f"{site}: {len(found)} audits, about {mean_bytes(found) / 1e6:.1f} MB each{room}", err=True)
        over.extend(gone)
    for one in over:
        click.echo(f"{one.folder}  {one.size_bytes / 1e6:.1f} MB")
    if not dry_run:
        removed(engine, fleet.audits, over)
    said = "would be removed" if dry_run else "removed"
    click.echo(f"{len(over)} audits {said}, {sum(one.size_bytes for one in over) / 1e6:.1f} MB", err=True)
    return 0


def _fleet(sites_file: Path, audits: Path | None) -> Fleet:
    fleet = fleet_of(sites_file, needed=sites_file != SITES)
    return fleet.model_copy(update={"audits": audits}) if audits else fleet


def _rows(found: Sequence[Indexed]) -> list[dict[str, Any]]:
    """Put each audit in a row; ``changed`` names what of our own making moves scores since the audit before."""
    from auditor.model.past import moved

    rows = []
    for number, one in enumerate(found):
        short, before = one.short, found[number - 1].short if number else None
        scores = {str(stage.stage): stage.score for stage in short.stages}
        walks = {str(screen): walk for screen, walk in short.walks.items()}
        row: dict[str, Any] = {
            "started_at": short.started_at.isoformat(timespec="minutes"),
            "score": short.score,
            **{stage: scores.get(stage) for stage in STAGES},
            "coverage": short.coverage,
        }
        for screen in ("desktop", "mobile"):
            row[f"walk_{screen}"] = str(walks[screen].outcome) if screen in walks else None
            row[f"clicks_{screen}"] = walks[screen].clicks_to_door if screen in walks else None
        row["problem"] = short.problem or ("" if short.complete else "unfinished")
        row["changed"] = ", ".join(moved(before, short)) if before else ""
        row["alerts"] = [each.sentence for each in one.record.alerts] if one.record else []
        row["folder"] = one.folder
        rows.append({name: row[name] for name in COLUMNS})
    return rows


def _table(rows: list[dict[str, Any]]) -> str:
    heads = [name.replace("_", " ") for name in SHORT]
    cells = [[_cell(name, row[name]) for name in SHORT] for row in rows]
    widths = [max(len(line[column]) for line in [heads, *cells]) for column in range(len(SHORT))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in [heads, *cells]]
    return "\n".join(line.rstrip() for line in lines)


def _cell(name: str, value: Any) -> str:
    if name == "alerts":
        return str(len(value)) if value else ""
    return "–" if value is None else str(value)


def _csv(rows: list[dict[str, Any]]) -> str:
    """Write the rows as CSV; a cell that a spreadsheet would take for a formula is marked as text."""
    kept = io.StringIO()
    writer = csv.DictWriter(kept, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        texts = {"alerts": " | ".join(row["alerts"])}
        safe = {key: f"'{text}" if text.startswith(("=", "+", "-", "@")) else text for key, text in texts.items()}
        writer.writerow({**row, **safe})
    return kept.getvalue()


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1)


_AS = {"table": _table, "csv": _csv, "json": _json}
