"""An audit's folder read again: the recording, the audit, its pictures; a broken last line is ignored."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from auditor.model import Act, Audit, Journey, Load, ProbeLine, Recording, Site, ViewportName, Visit
from auditor.store.errors import NoRecordingError, disk_errors_told
from auditor.store.folder import ACTS, COMPLETE, JOURNEYS, LOADS, PROBES, SITE, VISITS, replace_file

__all__ = ["picture_reader", "read_audit", "read_recording", "read_site", "write_audit", "write_report"]

MAX_HTML_BYTES = 12_000_000
_ID = re.compile(r"[\w.\-]{1,80}")
_Noun = TypeVar("_Noun", bound=BaseModel)


def read_recording(path: Path) -> Recording:
    """Read what was recorded, complete or not; page bodies are read when they are asked for.

    Raises NoRecordingError where the folder holds none, or where something but the last line of a file is broken.
    """
    folder = path / "recording"
    return Recording(
        site=read_site(path),
        visits=tuple(_nouns(folder / VISITS, Visit)),
        acts=tuple(_nouns(folder / ACTS, Act)),
        loads=tuple(_nouns(folder / LOADS, Load)),
        journeys=dict(_journeys(folder / JOURNEYS)),
        probed=tuple(line.root for line in _nouns(folder / PROBES, ProbeLine)),
        complete=(folder / COMPLETE).is_file(),
        html=_html_reader(path),
    )


def read_site(path: Path) -> Site:
    """Read what a recording says of the shop and of how it was made; raises NoRecordingError where there is none."""
    lacking = f"{path} holds no recording of an audit: name a folder that `cx-audit run` has made."
    return _read(path / "recording" / SITE, Site, lacking)


def read_audit(path: Path) -> Audit:
    """Read a folder's audit.json, or the file itself; raises NoRecordingError where it is missing or not understood."""
    file = path if path.is_file() else path / "audit.json"
    return _read(file, Audit, f"{path} holds no audit.json: run `cx-audit judge {path}` first.")


def _read(file: Path, kind: type[_Noun], lacking: str) -> _Noun:
    """Read a file of one noun; ``lacking`` is the sentence where it is not there."""
    if not file.is_file():
        raise NoRecordingError(lacking)
    with disk_errors_told(file, "read"):
        raw = file.read_text("utf-8")
    try:
        return kind.model_validate_json(raw)
    except ValidationError as error:
        raise NoRecordingError(f"{file} cannot be understood: {_first(error)}.") from error


def write_audit(path: Path, audit: Audit) -> Path:
    """Write audit.json and return its path; the same audit gives the same bytes. Raises StoreError."""
    return _written(path / "audit.json", audit.model_dump_json(indent=1) + "\n")


def write_report(path: Path, html: str, name: str = "report.html") -> Path:
    """Write the report and return its path; raises StoreError."""
    return _written(path / name, html)


def picture_reader(path: Path) -> Callable[[str], bytes | None]:
    """Return a function that gives a screenshot's bytes by its name, or nothing where there is none."""

    def picture(name: str) -> bytes | None:
        file = path / "shots" / f"{name}.webp"
        return file.read_bytes() if _ID.fullmatch(name) and file.is_file() else None

    return picture


def _written(file: Path, text: str) -> Path:
    with disk_errors_told(file):
        replace_file(file, text.encode("utf-8", "replace"))
    return file


def _html_reader(path: Path) -> Callable[[str], str]:
    def html(visit_id: str) -> str:
        file = path / "pages" / f"{visit_id}.html.gz"
        if not _ID.fullmatch(visit_id) or not file.is_file():
            return ""
        try:
            with gzip.open(file, "rb") as body:
                return body.read(MAX_HTML_BYTES).decode("utf-8", "replace")
        except (OSError, EOFError, zlib.error):
            return ""  # the recorder was killed while it wrote this page; its visit was then not recorded either

    return html


def _lines(file: Path) -> Iterator[tuple[int, object]]:
    if not file.is_file():
        return
    with disk_errors_told(file, "read"):
        lines = file.read_bytes().split(b"\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except ValueError as error:
            if number < len(lines):
                raise NoRecordingError(f"{file} is broken in line {number}.") from error


def _nouns(file: Path, kind: type[_Noun]) -> Iterator[_Noun]:
    for number, data in _lines(file):
        try:
            yield kind.model_validate(data)
        except ValidationError as error:
            raise NoRecordingError(f"{file} cannot be understood in line {number}: {_first(error)}.") from error


def _journeys(file: Path) -> Iterator[tuple[ViewportName, Journey]]:
    for number, data in _lines(file):
        try:
            if not isinstance(data, dict):
                raise NoRecordingError(f"{file} cannot be understood in line {number}.")
            yield ViewportName(str(data.get("viewport"))), Journey.model_validate(data.get("journey"))
        except ValueError as error:
            raise NoRecordingError(f"{file} cannot be understood in line {number}.") from error


def _first(error: ValidationError) -> str:
    one = error.errors()[0]
    return f"{'.'.join(str(part) for part in one['loc'])}: {one['msg'].lower()}"
