"""`cx-audit dashboard`: a static page of all audited shops."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal, cast
from urllib.parse import quote

import click

from auditor.cli.judging import brand_of
from auditor.cli.options import brand_option
from auditor.model.shelf import Shelf
from auditor.render import render_dashboard
from auditor.store import write_report
from auditor.store.errors import disk_errors_told
from auditor.store.run_file import read_run
from auditor.store.shelf import read_shelf
from auditor.texts import LANGUAGES

__all__ = ["command"]

REPORT = "report.html"
EPILOG = """\b
Examples:
  cx-audit dashboard --out site
  cx-audit dashboard --out site --copy --lang fi --brand brand.toml audits"""


@click.command("dashboard", epilog=EPILOG, context_settings={"max_content_width": 100})
@click.argument("folder", metavar="[AUDITS_DIR]", default="audits",
                type=click.Path(path_type=Path, file_okay=False, exists=True))  # fmt: skip
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False),
              help="Folder of the site; its page is DIR/index.html.")  # fmt: skip
@click.option("--copy", is_flag=True, help="Copy the reports into the site, which can then be moved; else link them.")
@click.option("--lang", type=click.Choice(sorted(LANGUAGES)), default="en", show_default=True, envvar="CX_AUDIT_LANG",
              show_envvar=True, help="Language of the page.")  # fmt: skip
@brand_option
def command(folder: Path, out: Path, copy: bool, lang: str, brand_file: Path | None) -> int:
    """Build a page of all shops audited below AUDITS_DIR (audits): scores, walks, trends and links to the reports.

    It works from a file and behind any web server, and needs neither a database nor a browser.
    """
    brand = brand_of(brand_file)
    shelf = read_shelf(folder)
    with disk_errors_told(out):
        out.mkdir(parents=True, exist_ok=True)
        if copy:
            _copied(shelf, folder, out)
    language = cast(Literal["fi", "sv", "en"], lang)
    link = _link(folder, out, copied=copy)
    last = {shop.url: read_run(folder / shop.audits[-1].folder) for shop in shelf.shops}
    runs = {url: record for url, record in last.items() if record}
    names = {url: record.name for url, record in runs.items()}
    alerts = {url: record.warnings for url, record in runs.items()}
    html = render_dashboard(shelf, lang=language, link=link, brand=brand, alerts=alerts, names=names)
    path = write_report(out, html, "index.html")
    for name, sentence in shelf.unread:
        click.echo(f"{name or '.'} is left out: {sentence}", err=True)
    if not shelf.shops:
        click.echo(f"{folder} holds no audit that can be shown: make one with `cx-audit run`.", err=True)
    click.echo(str(path))
    return 0


def _link(folder: Path, out: Path, *, copied: bool) -> Callable[[str], str]:
    """Return how a report is reached from the page."""
    base = Path("reports") if copied else Path(os.path.relpath(folder.resolve(), out.resolve()))
    return lambda name: quote((base / name / REPORT).as_posix())


def _copied(shelf: Shelf, folder: Path, out: Path) -> None:
    for shop in shelf.shops:
        for name in shop.reported:
            target = out / "reports" / name / REPORT
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name / REPORT, target)
