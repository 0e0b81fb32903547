"""`cx-audit doctor`: whether this machine has what an audit needs."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click

from auditor import __version__
from auditor.cli.failures import ENVIRONMENT
from auditor.page_scripts import assets_fresh
from auditor.store import AuditFolder, StoreError

__all__ = ["Finding", "command", "examined"]

LEAST_PYTHON = (3, 11)
FREE_BYTES = 200_000_000


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; ``todo`` says what to do where it is not in order."""

    name: str
    good: bool
    seen: str
    todo: str = ""
    needed: bool = True


@click.command("doctor", epilog="\b\nExample:\n  cx-audit doctor --browser /usr/bin/chromium")
@click.option("--browser", metavar="PATH", help="Chromium or Chrome to try.  [env var: CX_AUDIT_BROWSER]")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("audits"), show_default=True,
              help="Folder where audits go.")  # fmt: skip
def command(browser: str | None, out: Path) -> int:
    """Look at Python, the browser, page scripts, fonts and the folder of audits, and say what to do."""
    findings = examined(browser, out)
    for one in findings:
        mark = "ok  " if one.good else "miss" if one.needed else "note"
        click.echo(f"{mark}  {one.name:<14} {one.seen}")
        if not one.good and one.todo:
            click.echo(f"      {'':<14} → {one.todo}")
    bad = any(not one.good and one.needed for one in findings)
    click.echo("Something is missing: see the arrows above." if bad else "Everything is there: try `cx-audit demo`.")
    return ENVIRONMENT if bad else 0


def examined(browser: str | None, out: Path) -> list[Finding]:
    """Look at everything an audit needs."""
    return [_python(), _browser(browser), _scripts(), _fonts(), _folder(out)]


def _python() -> Finding:
    seen = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}, cx-audit {__version__}"
    return Finding("Python", sys.version_info >= LEAST_PYTHON, seen, "install Python 3.11 or newer")


def _browser(asked: str | None) -> Finding:
    todo = "`playwright install chromium`, or install Chromium (Debian: apt-get install chromium), or use --browser"
    try:
        from auditor.collect.page.browser import BrowserMissingError, launch
    except ImportError as error:
        return Finding("Browser", False, f"playwright cannot be loaded: {error}", "install the package again")

    async def try_it() -> str:
        async with launch(asked) as launched:
            sandbox = "" if launched.info.sandbox else ", without sandbox because it runs as root"
            return f"{launched.info.name} {launched.info.version}{sandbox}"

    try:
        return Finding("Browser", True, asyncio.run(try_it()))
    except BrowserMissingError as error:
        return Finding("Browser", False, str(error), todo)


def _scripts() -> Finding:
    fresh = assets_fresh()
    return Finding(
        "Page scripts",
        fresh,
        "in place" if fresh else "missing or stale",
        "run `make setup` in a checkout, or install again",
    )


def _fonts() -> Finding:
    """See whether pictures of pages will show letters; fontconfig tells, where it is there."""
    tool = shutil.which("fc-list")
    if tool is None:
        return Finding(
            "Fonts",
            False,
            "cannot be told without fontconfig",
            "Debian: apt-get install fontconfig fonts-liberation",
            needed=False,
        )
    try:
        listed = subprocess.run([tool, ":", "family"], capture_output=True, text=True, timeout=20, check=False).stdout
    except subprocess.TimeoutExpired:
        listed = ""
    count = len(set(listed.splitlines()))
    return Finding(
        "Fonts",
        count > 0,
        f"{count} families",
        "Debian: apt-get install fonts-liberation fonts-noto-color-emoji",
        needed=False,
    )


def _folder(out: Path) -> Finding:
    existed = out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".doctor-", dir=out) as scratch:
            AuditFolder.create(Path(scratch))
            free = shutil.disk_usage(out).free
        if not existed:
            out.rmdir()
    except (OSError, StoreError) as error:
        told = str(error) if isinstance(error, StoreError) else f"{out} cannot be written: {error.strerror}"
        return Finding("Folder", False, told, "name another folder with --out")
    seen = f"{out} can be written, {free / 1e9:.1f} GB free"
    return Finding("Folder", free > FREE_BYTES, seen, "free some disk space")
