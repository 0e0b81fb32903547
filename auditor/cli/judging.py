"""Recording → audit.json → report, as `run`, `judge` and `report` share it; needs no browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast

import click

from auditor import __version__
from auditor.amendments import Amendments, stale
from auditor.brand import Brand, load_brand
from auditor.check import Check
from auditor.judge import NOTHING_AMENDED, judge
from auditor.model import Audit
from auditor.registry import load_checks
from auditor.render import paper_foot, render_csv, render_report, render_summary
from auditor.settings import Profile
from auditor.store import picture_reader, read_recording, write_audit, write_report
from auditor.store.errors import disk_errors_told
from auditor.store.past import past_audits, past_prices
from auditor.texts import language_for

__all__ = ["Outputs", "Written", "brand_of", "judged", "reported"]

Language = Literal["fi", "sv", "en"]


@dataclass(frozen=True)
class Outputs:
    """What is to be written of an audit, in which language and under whose name."""

    formats: tuple[str, ...] = ("html",)
    lang: str | None = None
    brand: Brand | None = None
    browser: str | None = None


@dataclass(frozen=True)
class Written:
    """The files that were written, by their format, and the sentence that says why a PDF is missing."""

    files: Mapping[str, Path]
    lacking: str = ""


def judged(
    folder: Path, profile: Profile, duties_as_of: date | None = None, amendments: Amendments = NOTHING_AMENDED
) -> Audit:
    """Judge a folder's recording and write audit.json; duties are judged as of the audit's own day if none is named.

    What of the amendments has run out or fits nothing is told on stderr. Raises StoreError where the folder cannot be
    read or written.
    """
    recording = read_recording(folder)
    day = duties_as_of or recording.site.started_at.date()
    checks = load_checks()
    audit = judge(
        recording,
        checks,
        profile,
        duties_as_of=day,
        tool_version=__version__,
        amendments=amendments,
        past_prices=past_prices(folder, recording.site.url, recording.site.started_at),
    )
    write_audit(folder, audit)
    for sentence in stale(amendments, audit.findings, (check.id for check in checks), day):
        click.echo(sentence, err=True)
    return audit


def brand_of(path: Path | None) -> Brand | None:
    """Read a brand and say on stderr which of its colours were moved; raises SettingsError."""
    if path is None:
        return None
    brand = load_brand(path)
    for sentence in brand.mended:
        click.echo(sentence, err=True)
    return brand


def reported(folder: Path, audit: Audit, outputs: Outputs, checks: Sequence[Check] | None = None) -> Written:
    """Write what is asked for of an audit's report; a PDF that no browser could print is told, not raised.

    Raises StoreError.
    """
    known = {check.id: check for check in (load_checks() if checks is None else checks)}
    language = cast(Language, outputs.lang or language_for(audit.site.languages))
    brand, formats = outputs.brand, outputs.formats
    files: dict[str, Path] = {}
    if {"html", "pdf"} & set(formats):
        html = render_report(
            audit,
            checks=known,
            lang=language,
            picture=picture_reader(folder),
            brand=brand,
            past=past_audits(folder),
            folder=folder.resolve().name,
        )
        files["html"] = write_report(folder, html)
    if "md" in formats:
        files["md"] = write_report(
            folder, render_summary(audit, checks=known, lang=language, brand=brand), "summary.md"
        )
    if "csv" in formats:
        files["csv"] = write_report(folder, render_csv(audit, checks=known, lang=language), "findings.csv")
    lacking = ""
    if "pdf" in formats:
        from auditor.collect.page.browser import BrowserMissingError  # only where a browser is asked for
        from auditor.collect.pdf import print_pdf

        foot = paper_foot(audit, lang=language, brand=brand)
        target = folder / "report.pdf"
        try:
            with disk_errors_told(target):
                files["pdf"] = print_pdf(files["html"], target, foot=foot, browser=outputs.browser)
        except BrowserMissingError as error:
            lacking = str(error)
    return Written(files, lacking)
