"""`cx-audit judge`: judge a recording again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from auditor.amendments import load_amendments
from auditor.cli.failures import ENVIRONMENT
from auditor.cli.judging import brand_of, judged_aloud, outputs_of
from auditor.cli.options import (
    brand_option,
    browser_option,
    fitting,
    format_option,
    formats_of,
    ignore_option,
    lang_option,
)
from auditor.cli.summary import Finished, printed
from auditor.publish import reported
from auditor.settings import load_settings

__all__ = ["command"]


@click.command(
    "judge", epilog="\b\nExample:\n  cx-audit judge audits/shop.example/20260131T120000Z --profile strict.toml"
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    help="TOML file with the table [profile]: weights, options, checks to leave out; docs/settings.md.",
)
@click.option(
    "--duties-as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Judge legal duties as of this day.  [default: the audit's]",
)
@ignore_option
@format_option("json")
@lang_option
@brand_option
@browser_option
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def command(
    folder: Path, profile: Path | None, duties_as_of: datetime | None, ignore_file: Path | None, formats: str,
    lang: str | None, brand_file: Path | None, browser: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Judge what `run` has recorded in DIR, write DIR/audit.json, and print the scores; only a PDF needs a browser."""
    outputs = outputs_of(formats_of(formats), lang, brand_of(brand_file), browser)
    day = duties_as_of.date() if duties_as_of else None
    audit = judged_aloud(folder, fitting(load_settings(profile)[1]), day, load_amendments(ignore_file))
    written = reported(folder, audit, outputs)
    report = folder / "report.html"
    files = written.files
    done = Finished(audit.site.url, 0, folder, audit, report if report.is_file() else None, audit.sentence, files)
    click.echo(printed([done], as_json=as_json) if as_json else "\n".join(_lines(done)))
    if written.lacking:
        click.echo(written.lacking, err=True)
    return ENVIRONMENT if written.lacking else 0


def _lines(done: Finished) -> list[str]:
    lines = printed([done], as_json=False).splitlines()
    if done.report:
        lines.pop()
    return [*lines, str((done.folder or Path()) / "audit.json")]
