"""`cx-audit report`: write the report again."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.failures import ENVIRONMENT
from auditor.cli.judging import brand_of, outputs_of
from auditor.cli.options import brand_option, browser_option, format_option, formats_of, lang_option
from auditor.publish import reported
from auditor.store import read_audit

__all__ = ["command"]

EPILOG = """\b
Examples:
  cx-audit report audits/shop.example/20260131T120000Z --lang sv
  cx-audit report audits/shop.example/20260131T120000Z --format pdf,md,csv --brand brand.toml"""


@click.command("report", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False, exists=True))
@lang_option
@format_option()
@brand_option
@browser_option
def command(folder: Path, lang: str | None, formats: str, brand_file: Path | None, browser: str | None) -> int:
    """Write DIR/report.html from DIR/audit.json and print its path; only a PDF needs a browser."""
    outputs = outputs_of(formats_of(formats), lang, brand_of(brand_file), browser)
    written = reported(folder, read_audit(folder), outputs)
    click.echo("\n".join(str(path) for path in written.files.values()))
    if written.lacking:
        click.echo(written.lacking, err=True)
    return ENVIRONMENT if written.lacking else 0
