"""`cx-audit compare`: audits side by side, before and after or shop against shop."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import quote

import click

from auditor.amendments import load_amendments
from auditor.brand import Brand
from auditor.check import Check
from auditor.cli.judging import brand_of
from auditor.cli.options import access_options, brand_option, formats_of, lang_option, look_options, settings_of
from auditor.compare import compare
from auditor.compare.comparing import same_site
from auditor.registry import load_checks
from auditor.render import render_comparison, render_comparison_summary
from auditor.store import picture_reader, read_audit, write_report
from auditor.store.errors import disk_errors_told
from auditor.texts import language_for
from auditor.view.compare.items import Compared

__all__ = ["command"]

MOST = 5
FORMATS = ("html", "md", "json")
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
              help="What to write, separated by commas: html, md, json.")  # fmt: skip
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
    brand, checks = brand_of(brand_file), {one.id: one for one in load_checks()}
    folders, code = _folders(these, lang, brand, ignore_file, given)
    target = out or Path("comparisons") / datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    with disk_errors_told(target):
        target.mkdir(parents=True, exist_ok=True)
    sides = [_side(folder, target) for folder in folders]
    alike = same_site([one.audit for one in sides]) if kind is None else kind == "before-after"
    if alike:
        sides.sort(key=lambda one: one.audit.started_at)
    for path in _written(sides, target, wanted, alike=alike, lang=lang, brand=brand, checks=checks):
        click.echo(str(path))
    return code


def _side(folder: Path, target: Path) -> Compared:
    report = folder / "report.html"
    where = os.path.relpath(report.resolve(), target.resolve()).replace(os.sep, "/")
    return Compared(read_audit(folder), quote(where) if report.is_file() else "", picture_reader(folder))


def _written(
    sides: list[Compared], target: Path, formats: tuple[str, ...], *, alike: bool, lang: str | None,
    brand: Brand | None, checks: dict[str, Check],
) -> list[Path]:  # fmt: skip
    comparison = compare([one.audit for one in sides], alike=alike)
    language = cast(Literal["fi", "sv", "en"], lang or language_for(sides[0].audit.site.languages))
    files = []
    if "md" in formats:
        text = render_comparison_summary(comparison, sides, checks=checks, lang=language, brand=brand)
        files.append(write_report(target, text, "compare.md"))
    if "json" in formats:
        files.append(write_report(target, comparison.model_dump_json(indent=1) + "\n", "compare.json"))
    if "html" in formats:
        html = render_comparison(comparison, sides, checks=checks, lang=language, brand=brand)
        files.append(write_report(target, html, "compare.html"))
    return files


def _folders(
    these: tuple[str, ...], lang: str | None, brand: Brand | None, ignore_file: Path | None, given: dict[str, Any]
) -> tuple[list[Path], int]:
    """Return a folder for each of what was named, with the worst exit code of the audits that had to be made."""
    shops = {one for one in these if not Path(one).is_dir()}
    for one in sorted(shops):
        if "." not in one.removeprefix("https://").removeprefix("http://").partition("/")[0] and "://" not in one:
            raise click.UsageError(f"{one} is neither a folder nor the address of a shop.")
    if not shops:
        return [Path(one) for one in these], 0
    for one in these:
        if one not in shops:
            read_audit(Path(one))  # a folder that cannot be compared is told before any shop is visited
    made = _audited([one for one in these if one in shops], lang, brand, ignore_file, given)
    return [made[one][0] if one in made else Path(one) for one in these], max(code for _folder, code in made.values())


def _audited(
    shops: list[str], lang: str | None, brand: Brand | None, ignore_file: Path | None, given: dict[str, Any]
) -> dict[str, tuple[Path, int]]:
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
    return made
