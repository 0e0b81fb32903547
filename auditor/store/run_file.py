"""``run.json``: the record of a scheduled audit in the audit's own folder."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from auditor.model.run import RunRecord
from auditor.store.errors import disk_errors_told
from auditor.store.folder import replace_file

__all__ = ["read_run", "write_run"]

NAME = "run.json"


def write_run(folder: Path, record: RunRecord) -> Path:
    """Write the record and return its path; raises StoreError."""
    file = folder / NAME
    with disk_errors_told(file):
        replace_file(file, f"{record.model_dump_json(indent=1)}\n".encode())
    return file


def read_run(folder: Path) -> RunRecord | None:
    """Read the record; None where the audit was not a scheduled one, or where the file is damaged."""
    try:
        return RunRecord.model_validate_json((folder / NAME).read_text("utf-8"))
    except (OSError, ValidationError, UnicodeDecodeError):
        return None
