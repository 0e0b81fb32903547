"""`cx-audit budget init`: write a first budget for the gate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.failures import INTERRUPTED
from auditor.cli.options import access_options, formats_of, record_options, settings_of
from auditor.cli.target import nothing_idle, target_of

if TYPE_CHECKING:  # loaded when a budget is written, not when the help is printed
    from auditor.model import Audit

__all__ = ["command", "init"]


EPILOG = """\b
Examples:
  cx-audit budget init https://shop.example
  cx-audit budget init audits/shop.example/20260131T120000Z --to budgets/shop.toml --headroom 10"""


@click.group("budget", epilog=EPILOG)
def command() -> None:
    """Write a budget for the gate from a first audit."""


@command.command("init", epilog=EPILOG, context_settings={"max_content_width": 100})
@click.argument("target", metavar="URL|DIR")
@click.option(
    "--to",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    default="budget.toml",
    show_default=True,
    help="File to write.",
)
@click.option(
    "--headroom",
    type=click.FloatRange(0, 500),
    default=20,
    show_default=True,
    metavar="PERCENT",
    help="How much higher than measured the limits are.",
)
@click.option("--force", is_flag=True, help="Write over a budget that is there already.")
@click.option(
    "--page",
    "speed_pages",
    multiple=True,
    metavar="P",
    help="Time this page (a path or an address) instead of those found; may be repeated.",
)
@record_options(summary=False)
@access_options
def init(
    target: str, file: Path, headroom: float, force: bool, out: Path | None, lang: str | None, formats: str,
    ignore_file: Path | None, brand_file: Path | None, **given: Any,
) -> int:  # fmt: skip
    """Audit a shop, or take an audit that is there already, and write a budget that it keeps."""
    if file.exists() and not force:
        raise click.UsageError(f"{file} is there already: name another file with --to, or give --force.")
    from auditor.gate.budget import Budget
    from auditor.gate.first_budget import first_budget
    from auditor.gate.limits import gate
    from auditor.gate.verdict import worst_code
    from auditor.store.errors import disk_errors_told

    audit = _audit(target, given, (out, lang, formats, ignore_file, brand_file))
    doubts = gate(audit, Budget())
    if doubts:
        click.echo(f"No budget can be written from this audit: {doubts[0].sentence}", err=True)
        return worst_code(doubts)
    with disk_errors_told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(first_budget(audit, headroom), "utf-8")
    click.echo(str(file))
    return 0


def _audit(target: str, given: dict[str, Any], more: tuple[Any, ...]) -> Audit:
    """Read the audit that is there, or make one."""
    folder = target_of(target)
    if folder is not None:
        from auditor.store import read_audit

        nothing_idle("file", "headroom", "force")
        return read_audit(folder)
    from auditor.amendments import load_amendments
    from auditor.cli.auditing import Order, audited
    from auditor.cli.judging import brand_of
    from auditor.cli.progress import shown_progress
    from auditor.collect.arrival.address import read_address

    out, lang, formats, ignore_file, brand_file = more
    settings, profile = settings_of(given)
    amendments, brand = load_amendments(ignore_file), brand_of(brand_file)
    wanted = formats_of(formats)
    order = Order(read_address(target), settings, profile, lang, wanted, out, amendments=amendments, brand=brand)
    with shown_progress() as tell:
        finished = audited(order, tell)
    if finished.code > INTERRUPTED or finished.audit is None:
        raise click.Abort
    return finished.audit
