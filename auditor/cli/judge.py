"""`cx-audit judge`: judge a recording again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from auditor.amendments import load_amendments
from auditor.cli.judging import judged
from auditor.cli.options import ignore_option
from auditor.cli.summary import Finished, printed
from auditor.settings import load_settings

__all__ = ["command"]


@click.command(
    "judge", epilog="\b\nExample:\n  cx-audit judge audits/shop.example/20260131T120000Z --profile strict.toml"
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option(
    "--profile", type=click.Path(path_type=Path), help="TOML file with a table [profile]: weights and options."
)
@click.option(
    "--duties-as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Judge legal duties as of this day.  [default: the audit's]",
)
@ignore_option
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def command(
    folder: Path, profile: Path | None, duties_as_of: datetime | None, ignore_file: Path | None, as_json: bool
) -> int:
    """Judge what `run` has recorded in DIR, write DIR/audit.json, and print the scores; no browser is needed."""
    day = duties_as_of.date() if duties_as_of else None
    audit = judged(folder, load_settings(profile)[1], day, load_amendments(ignore_file))
    report = folder / "report.html"
    done = Finished(audit.site.url, 0, folder, audit, report if report.is_file() else None, audit.sentence)
    click.echo(printed([done], as_json=as_json) if as_json else "\n".join(_lines(done)))
    return 0


def _lines(done: Finished) -> list[str]:
    lines = printed([done], as_json=False).splitlines()
    if done.report:
        lines.pop()
    return [*lines, str((done.folder or Path()) / "audit.json")]
