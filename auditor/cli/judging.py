"""Judging as the commands do it: what a person may want to know of their files is told on stderr."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from auditor.amendments import Amendments, stale
from auditor.brand import Brand, load_brand
from auditor.judge import NOTHING_AMENDED
from auditor.model import Audit
from auditor.publish import Outputs, judged
from auditor.registry import load_checks
from auditor.settings import Profile

__all__ = ["brand_of", "judged_aloud", "outputs_of"]


def judged_aloud(
    folder: Path, profile: Profile, duties_as_of: date | None = None, amendments: Amendments = NOTHING_AMENDED
) -> Audit:
    """Judge a folder's recording, and say what of the amendments has run out or fits nothing; raises StoreError."""
    checks = load_checks()
    audit = judged(folder, profile, duties_as_of, amendments, checks)
    for sentence in stale(amendments, audit.findings, (check.id for check in checks), audit.duties_as_of):
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


def outputs_of(formats: tuple[str, ...], lang: str | None, brand: Brand | None, browser: str | None) -> Outputs:
    """Put together what is to be written; without a language the shop's own is taken."""
    return Outputs(formats, (lang,) if lang else (), brand, browser)
