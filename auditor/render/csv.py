"""Findings as a table for spreadsheets, in which no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Literal

from auditor.check import Check
from auditor.model import Audit
from auditor.texts import translate
from auditor.view.desk import desk_of
from auditor.view.findings import finding_heads, findings_of
from auditor.view.stages import stage_views

__all__ = ["render_csv"]

BYTE_ORDER_MARK = "\ufeff"
# Spreadsheets take a cell for a formula by its first sign, the wide forms of East Asian keyboards included.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# Where a comma parts decimals, Excel expects semicolons between cells.
SEPARATORS = {"en": ",", "fi": ";", "sv": ";"}


def render_csv(audit: Audit, *, checks: Mapping[str, Check], lang: Literal["fi", "sv", "en"]) -> str:
    """Return one row per finding below a row of names, as UTF-8 with a mark by which Excel knows it."""
    t = translate(lang)
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=SEPARATORS[lang], quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(finding_heads(t))
    desk = desk_of(audit, checks=checks, t=t)
    _stages, mends = stage_views(desk)
    for one in findings_of(desk, mends):
        grave = (one.severity, one.outcome_text, one.certainty, one.effort, one.points)
        seen = (one.devices, " ".join(one.pages), one.selector, one.seen, one.advice)
        table.writerow(_harmless((one.stage, one.check, one.title, *grave, *seen, one.key, one.muted)))
    return BYTE_ORDER_MARK + written.getvalue()


def _harmless(cells: Iterable[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells]
