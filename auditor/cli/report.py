"""`cx-audit report`: write the report again."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.judging import reported
from auditor.cli.options import lang_option
from auditor.store import read_audit

__all__ = ["command"]


@click.command("report", epilog="\b\nExample:\n  cx-audit report audits/shop.example/20260131T120000Z --lang sv")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False, exists=True))
@lang_option
def command(folder: Path, lang: str | None) -> int:
    """Write DIR/report.html from DIR/audit.json and print its path; no browser is needed."""
    click.echo(str(reported(folder, read_audit(folder), lang)))
    return 0
