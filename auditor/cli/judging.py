"""Recording → audit.json → report, as `run`, `judge` and `report` share it; needs no browser."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, cast

from auditor import __version__
from auditor.check import Check
from auditor.judge import judge
from auditor.model import Audit
from auditor.registry import load_checks
from auditor.render import render_report
from auditor.settings import Profile
from auditor.store import picture_reader, read_recording, write_audit, write_report
from auditor.texts import language_for

__all__ = ["judged", "reported"]


def judged(folder: Path, profile: Profile, duties_as_of: date | None = None) -> Audit:
    """Judge a folder's recording and write audit.json; duties are judged as of the audit's own day if none is named.

    Raises StoreError where the folder cannot be read or written.
    """
    recording = read_recording(folder)
    day = duties_as_of or recording.site.started_at.date()
    audit = judge(recording, load_checks(), profile, duties_as_of=day, tool_version=__version__)
    write_audit(folder, audit)
    return audit


def reported(folder: Path, audit: Audit, lang: str | None, checks: Sequence[Check] | None = None) -> Path:
    """Write the report of an audit and return its path; raises StoreError."""
    known = {check.id: check for check in (load_checks() if checks is None else checks)}
    language = cast(Literal["fi", "sv", "en"], lang or language_for(audit.site.languages))
    return write_report(folder, render_report(audit, checks=known, lang=language, picture=picture_reader(folder)))
