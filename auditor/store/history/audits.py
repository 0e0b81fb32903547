"""The index of audit folders: the folders are the truth, and the rows can be made again from them at any time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy.exc import IntegrityError

from auditor.model.past import PastAudit, past_of
from auditor.model.run import RunRecord
from auditor.store.errors import NoRecordingError, disk_errors_told
from auditor.store.history.database import begin
from auditor.store.history.runs import remember_done
from auditor.store.history.tables import AUDITS
from auditor.store.read import read_audit
from auditor.store.run_file import read_run

__all__ = ["Indexed", "Refreshed", "audits_of", "index_audit", "rebuild", "refresh", "sites_of"]


@dataclass(frozen=True)
class Indexed:
    """One audit of the history; ``folder`` lies in the folder of audits, as in ``shop.example/20260131T120000Z``."""

    folder: str
    site: str
    short: PastAudit
    record: RunRecord | None
    size_bytes: int


@dataclass(frozen=True)
class Refreshed:
    """What a look at the folders changed in the index; ``damaged`` folders hold an audit.json that cannot be read."""

    added: int
    gone: int
    damaged: tuple[str, ...]


def refresh(engine: Engine, audits: Path) -> Refreshed:
    """Add the folders that the index does not know yet, and drop those that are gone; raises StoreError."""
    there = set(_folders(audits))
    damaged = []
    with begin(engine) as connection:
        known = set(connection.execute(select(AUDITS.c.folder)).scalars())
        for folder in sorted(known - there):
            connection.execute(delete(AUDITS).where(AUDITS.c.folder == folder))
        for folder in sorted(there - known):
            try:
                index_audit(connection, audits, folder)
            except NoRecordingError:
                damaged.append(folder)
    return Refreshed(len(there - known) - len(damaged), len(known - there), tuple(damaged))


def rebuild(engine: Engine, audits: Path) -> Refreshed:
    """Make the index again from the folders alone; runs that they hold are known as done. Raises StoreError."""
    with begin(engine) as connection:
        connection.execute(delete(AUDITS))
    found = refresh(engine, audits)
    with begin(engine) as connection:
        for one in audits_of(connection):
            if one.record is not None:
                remember_done(connection, one.record)
    return found


def index_audit(connection: Connection, audits: Path, folder: str) -> Indexed:
    """Put one folder into the index, in place of what it said of it; raises StoreError.

    A run has one audit: a copy of its folder is listed, but does not count as the run's.
    """
    path = audits / folder
    audit = read_audit(path)
    short, record = past_of(audit, path.name), read_run(path)
    connection.execute(delete(AUDITS).where(AUDITS.c.folder == folder))
    run_id = record.run if record else None
    if run_id and connection.execute(select(AUDITS.c.folder).where(AUDITS.c.run_id == run_id)).first():
        run_id = None
    size = _size_bytes(path)
    row = insert(AUDITS).values(
        folder=folder,
        site=path.parent.name,
        started_at=short.started_at,
        score=short.score,
        coverage=short.coverage,
        problem=short.problem,
        good=short.good,
        run_id=run_id,
        short=short.model_dump(mode="json"),
        record=record.model_dump(mode="json") if record else None,
        size_bytes=size,
    )
    with suppress(IntegrityError), connection.begin_nested():  # another program has put it in meanwhile
        connection.execute(row)
    return Indexed(folder, path.parent.name, short, record, size)


def audits_of(connection: Connection, site: str | None = None) -> tuple[Indexed, ...]:
    """Return a site's audits, or those of all sites, the oldest first."""
    asked = select(AUDITS).order_by(AUDITS.c.site, AUDITS.c.started_at, AUDITS.c.folder)
    rows = connection.execute(asked if site is None else asked.where(AUDITS.c.site == site))
    return tuple(
        Indexed(
            row.folder,
            row.site,
            PastAudit.model_validate(row.short),
            RunRecord.model_validate(row.record) if row.record else None,
            row.size_bytes or 0,
        )
        for row in rows
    )


def sites_of(connection: Connection) -> tuple[str, ...]:
    """Name the sites that have audits."""
    return tuple(connection.execute(select(AUDITS.c.site).distinct().order_by(AUDITS.c.site)).scalars())


def _folders(audits: Path) -> Iterator[str]:
    """Name the folders that hold an audit; hidden ones are unfinished, or about to be removed."""
    with disk_errors_told(audits, "read"):
        for file in audits.glob("*/*/audit.json"):
            path = file.parent
            if not path.name.startswith(".") and not path.parent.name.startswith("."):
                yield f"{path.parent.name}/{path.name}"


def _size_bytes(path: Path) -> int:
    with disk_errors_told(path, "read"):
        return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
