"""`cx-audit compare`: audits side by side, before and after or shop against shop."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from auditor.amendments import load_amendments
from auditor.brand import Brand
from auditor.cli.failures import ENVIRONMENT, INTERRUPTED
from auditor.cli.judging import brand_of, outputs_of
from auditor.cli.options import access_options, brand_option, formats_of, lang_option, look_options, settings_of
from auditor.cli.target import target_of
from auditor.publish import compared
from auditor.store import read_audit

__all__ = ["command"]

MOST = 5
FORMATS = ("html", "pdf", "md", "json")
EPILOG = """\b
Examples:
  cx-audit compare audits/shop.example/20260105T060000Z audits/shop.example/20260112T060000Z
  cx-audit compare audits/mine https://competitor.example --lang fi --brand brand.toml
  cx-audit compare audits/before audits/after --format html,md,json --out compared"""


@click.command("compare", epilog=EPILOG, context_settings={"max_content_width": 100})
@click.argument("these", metavar="A B...", nargs=-1, required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False),
              help="Folder of the comparison.  [default: comparisons/<UTC time>]")  # fmt: skip
@click.option("--as", "kind", type=click.Choice(["before-after", "competitors"]),
              help="What is compared.  [default: before-after where all are of one shop]")  # fmt: skip
@click.option("--format", "formats", default="html", show_default=True, metavar="LIST",
              help="What to write, separated by commas: html, pdf (printed from the html, which is written too), md, "
                   "json.")  # fmt: skip
@lang_option
@brand_option
@look_options
@access_options
def command(
    these: tuple[str, ...], out: Path | None, kind: str | None, formats: str, lang: str | None,
    brand_file: Path | None, ignore_file: Path | None, **given: Any,
) -> int:  # fmt: skip
    """Put two to five audits side by side: stages, paths, facts, speed, and what differs beyond noise, with proof.

    A, B … are folders of audits, or addresses of shops, which are audited first. The first one is what the others are
    held against; audits of one shop are put in the order of time. The options about the walk are for addresses.
    """
    if not 2 <= len(these) <= MOST:
        raise click.UsageError(f"name two to {MOST} audits or shops; {len(these)} given.")
    wanted = formats_of(formats, FORMATS)
    brand = brand_of(brand_file)
    folders, code = _folders(these, lang, brand, ignore_file, given)
    if code > INTERRUPTED:
        return code
    target = out or Path("comparisons") / datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    alike = None if kind is None else kind == "before-after"
    written = compared(folders, target, outputs_of(wanted, lang, brand, given["browser"]), alike=alike)
    for path in written.files.values():
        click.echo(str(path))
    if written.lacking:
        click.echo(written.lacking, err=True)
    return max(code, ENVIRONMENT if written.lacking else 0)


def _folders(
    these: tuple[str, ...], lang: str | None, brand: Brand | None, ignore_file: Path | None, given: dict[str, Any]
) -> tuple[list[Path], int]:
    """Return a folder for each of what was named, with the worst exit code of the audits that had to be made.

    One that a signal ended is the last one.
    """
    there = {one: target_of(one) for one in sorted(these)}
    folders = {one: folder for one, folder in there.items() if folder is not None}
    if len(folders) == len(there):
        return [folders[one] for one in these], 0
    for folder in folders.values():
        read_audit(folder)  # one that cannot be compared is told before any shop is visited
    made = _audited([one for one in these if one not in folders], lang, brand, ignore_file, given)
    every = {one: folder for one, (folder, _code) in made.items()} | folders
    return [every.get(one, Path(one)) for one in these], max(code for _folder, code in made.values())


def _audited(
    shops: list[str], lang: str | None, brand: Brand | None, ignore_file: Path | None, given: dict[str, Any]
) -> dict[str, tuple[Path, int]]:
    """Audit the shops one after the other, until a signal ends one."""
    from auditor.cli.auditing import Order, audited
    from auditor.cli.progress import shown_progress
    from auditor.collect.arrival.address import read_address

    settings, profile = settings_of(given)
    amendments = load_amendments(ignore_file)
    orders = {
        one: Order(read_address(one), settings, profile, lang, ("html",), amendments=amendments, brand=brand)
        for one in shops
    }
    made = {}
    for one, order in orders.items():
        click.echo(f"Auditing {one}.", err=True)
        with shown_progress() as tell:
            done = audited(order, tell)
        made[one] = (done.folder or Path(), done.code)
        if done.code > INTERRUPTED:
            break
    return made
