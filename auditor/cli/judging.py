"""Recording → audit.json → report, as `run`, `judge` and `report` share it; needs no browser."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, cast

import click

from auditor import __version__
from auditor.amendments import Amendments, stale
from auditor.check import Check
from auditor.judge import NOTHING_AMENDED, judge
from auditor.model import Audit
from auditor.registry import load_checks
from auditor.render import render_report
from auditor.settings import Profile
from auditor.store import picture_reader, read_recording, write_audit, write_report
from auditor.texts import language_for

__all__ = ["judged", "reported"]


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
    audit = judge(recording, checks, profile, duties_as_of=day, tool_version=__version__, amendments=amendments)
    write_audit(folder, audit)
    for sentence in stale(amendments, audit.findings, (check.id for check in checks), day):
        click.echo(sentence, err=True)
    return audit


def reported(folder: Path, audit: Audit, lang: str | None, checks: Sequence[Check] | None = None) -> Path:
    """Write the report of an audit and return its path; raises StoreError."""
    known = {check.id: check for check in (load_checks() if checks is None else checks)}
    language = cast(Literal["fi", "sv", "en"], lang or language_for(audit.site.languages))
    return write_report(folder, render_report(audit, checks=known, lang=language, picture=picture_reader(folder)))
