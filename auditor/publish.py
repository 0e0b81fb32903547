"""Recording → audit.json → reports and comparisons, for commands and scheduled runs; only a PDF needs a browser."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, cast
from urllib.parse import quote

from auditor import __version__
from auditor.amendments import Amendments
from auditor.brand import Brand
from auditor.check import Check
from auditor.compare import compare
from auditor.compare.comparing import same_site
from auditor.derive.goods.price_history import PRIOR_DAYS
from auditor.judge import NOTHING_AMENDED, judge
from auditor.model import Audit
from auditor.registry import load_checks
from auditor.render import (
    paper_foot,
    render_comparison,
    render_comparison_summary,
    render_csv,
    render_report,
    render_summary,
)
from auditor.settings import Profile
from auditor.store import picture_reader, read_audit, read_recording, write_audit, write_report
from auditor.store.errors import disk_errors_told
from auditor.store.past import past_audits, past_prices
from auditor.store.run_file import read_run
from auditor.texts import language_for
from auditor.view.compare.items import Compared

__all__ = ["Language", "Outputs", "Written", "compared", "judged", "reported"]

Language = Literal["fi", "sv", "en"]

# What is printed from the page, by the name of its file.
PRINTED = {"pdf": "report", "brief": "brief"}
PAGES = {"html", *PRINTED}


@dataclass(frozen=True)
class Outputs:
    """What is to be written of an audit, in which languages and under whose name.

    Without a language the shop's own is taken. Files of the first bear plain names, those of others name theirs too.
    """

    formats: tuple[str, ...] = ("html",)
    langs: tuple[str, ...] = ()
    brand: Brand | None = None
    browser: str | None = None


@dataclass
class Written:
    """The files that were written, by their name's ending, and the sentence that says why a PDF is missing."""

    files: dict[str, Path] = field(default_factory=dict)
    lacking: str = ""


def judged(
    folder: Path,
    profile: Profile,
    duties_as_of: date | None = None,
    amendments: Amendments = NOTHING_AMENDED,
    checks: Sequence[Check] | None = None,
) -> Audit:
    """Judge a folder's recording and write audit.json; duties are judged as of the audit's own day if none is named.

    Raises StoreError where the folder cannot be read or written.
    """
    recording = read_recording(folder)
    began = recording.site.started_at
    audit = judge(
        recording,
        load_checks() if checks is None else checks,
        profile,
        duties_as_of=duties_as_of or began.date(),
        tool_version=__version__,
        amendments=amendments,
        past_prices=past_prices(folder, recording.site.url, began, PRIOR_DAYS),
    )
    write_audit(folder, audit)
    return audit


def reported(
    folder: Path, audit: Audit, outputs: Outputs, checks: Sequence[Check] | None = None, *, named: str = ""
) -> Written:
    """Write what is asked for of an audit's report; a PDF that no browser could print is told, not raised.

    ``named`` is the name that the folder will bear, where it is still another one. Raises StoreError.
    """
    known = {check.id: check for check in (load_checks() if checks is None else checks)}
    brand, formats, written = outputs.brand, set(outputs.formats), Written()
    past = past_audits(folder) if formats & PAGES else ()
    run = read_run(folder)
    for number, one in enumerate(outputs.langs or (language_for(audit.site.languages),)):
        lang, mark = cast(Language, one), f"{one}." if number else ""
        if formats & PAGES:
            html = render_report(
                audit,
                checks=known,
                lang=lang,
                picture=picture_reader(folder),
                brand=brand,
                past=past,
                alerts=run.warnings if run and run.lang in {"", lang} else (),
                folder=named or folder.resolve().name,
            )
            written.files[f"{mark}html"] = write_report(folder, html, f"report.{mark}html")
        if "md" in formats:
            summary = render_summary(audit, checks=known, lang=lang, brand=brand)
            written.files[f"{mark}md"] = write_report(folder, summary, f"summary.{mark}md")
        if "csv" in formats:
            table = render_csv(audit, checks=known, lang=lang)
            written.files[f"{mark}csv"] = write_report(folder, table, f"findings.{mark}csv")
        foot = paper_foot(audit, lang=lang, brand=brand)
        for form in (one for one in PRINTED if one in formats):
            paper = folder / f"{PRINTED[form]}.{mark}pdf"
            _print(written, (f"{mark}html", f"{mark}{form}"), paper, foot, outputs.browser, brief=form == "brief")
    return written


def _print(
    written: Written, forms: tuple[str, str], target: Path, foot: str, browser: str | None, *, brief: bool = False
) -> None:
    """Print a page that was just written, from the first form to the second; where that fails no older PDF stays."""
    from auditor.collect.page.browser import BrowserMissingError  # only where a browser is asked for
    from auditor.collect.pdf import print_pdf

    page, form = forms
    try:
        with disk_errors_told(target):
            target.unlink(missing_ok=True)
            written.files[form] = print_pdf(written.files[page], target, foot=foot, brief=brief, browser=browser)
    except BrowserMissingError as error:
        written.lacking = str(error)


def compared(folders: Sequence[Path], target: Path, outputs: Outputs, *, alike: bool | None = None) -> Written:
    """Put audits side by side in a folder; the first is what the others are held against.

    Audits of one shop (``alike``, or found to be so) are put in the order of time. Raises StoreError.
    """
    with disk_errors_told(target):
        target.mkdir(parents=True, exist_ok=True)
    sides = [_side(folder, target) for folder in folders]
    before_after = same_site([one.audit for one in sides]) if alike is None else alike
    if before_after:
        sides.sort(key=lambda one: one.audit.started_at)
    comparison = compare([one.audit for one in sides], alike=before_after)
    checks, brand = {one.id: one for one in load_checks()}, outputs.brand
    lang = cast(Language, next(iter(outputs.langs), None) or language_for(sides[0].audit.site.languages))
    written = Written()
    if "md" in outputs.formats:
        text = render_comparison_summary(comparison, sides, checks=checks, lang=lang, brand=brand)
        written.files["md"] = write_report(target, text, "compare.md")
    if "json" in outputs.formats:
        written.files["json"] = write_report(target, comparison.model_dump_json(indent=1) + "\n", "compare.json")
    if {"html", "pdf"} & set(outputs.formats):
        html = render_comparison(comparison, sides, checks=checks, lang=lang, brand=brand)
        written.files["html"] = write_report(target, html, "compare.html")
    if "pdf" in outputs.formats:
        foot = paper_foot(*(one.audit for one in sides), lang=lang, brand=brand)
        _print(written, ("html", "pdf"), target / "compare.pdf", foot, outputs.browser)
    return written


def _side(folder: Path, target: Path) -> Compared:
    report = folder / "report.html"
    where = os.path.relpath(report.resolve(), target.resolve()).replace(os.sep, "/")
    return Compared(read_audit(folder), quote(where) if report.is_file() else "", picture_reader(folder))
