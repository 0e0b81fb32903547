"""The runs of the schedule: claimed by one program at a time, ended under the attempt that was claimed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update
from sqlalchemy.exc import IntegrityError

from auditor.model.run import RunRecord
from auditor.store.history.tables import RUNS

__all__ = [
    "Run",
    "RunState",
    "ask_again",
    "beat",
    "claim",
    "crashed",
    "done",
    "overtaken",
    "remember_done",
    "run_of",
    "running",
    "try_again",
    "unable",
]

# A run whose program or browser died is begun once more; a second death is no accident.
MOST_CRASHES = 2


class RunState(StrEnum):
    """Where a run stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Run:
    """A run as it is kept; ``attempt`` is the fencing token, ``holder`` names the process that has it.

    Of the attempts, ``crashes`` died, ``asked`` found a shop that is to be asked again, and the latest ``unable`` in a
    row could not be made on this machine.
    """

    run_id: str
    site: str
    scheduled_at: datetime
    state: RunState
    attempt: int
    crashes: int
    asked: int
    unable: int
    next_try_at: datetime | None
    holder: str
    seen_at: datetime | None
    note: str


def claim(connection: Connection, run_id: str, site: str, scheduled_at: datetime, holder: str, now: datetime) -> int:
    """Take a run and return its attempt, 1 or higher; 0 where it is not to be taken now.

    Of several programs that ask at once, one gets it. What of the site's earlier runs still waited is given up.
    """
    if run_of(connection, run_id) is None and not _begun(connection, run_id, site, scheduled_at):
        return 0
    taken = connection.execute(
        update(RUNS)
        .where(RUNS.c.run_id == run_id, RUNS.c.state == RunState.WAITING)
        .where((RUNS.c.next_try_at.is_(None)) | (RUNS.c.next_try_at <= now))
        .values(state=RunState.RUNNING, attempt=RUNS.c.attempt + 1, holder=holder, seen_at=now, next_try_at=None)
        .returning(RUNS.c.attempt)
    ).scalar()
    if taken is None:
        return 0
    connection.execute(
        update(RUNS)
        .where(RUNS.c.site == site, RUNS.c.state == RunState.WAITING, RUNS.c.scheduled_at < scheduled_at)
        .values(state=RunState.FAILED, next_try_at=None, note="A later run took its place.")
    )
    return int(taken)


def beat(connection: Connection, holder: str, now: datetime) -> None:
    """Say that a holder lives, for those that cannot see its process."""
    held = update(RUNS).where(RUNS.c.holder == holder, RUNS.c.state == RunState.RUNNING)
    connection.execute(held.values(seen_at=now))


def done(connection: Connection, run_id: str, attempt: int) -> bool:
    """Say that an attempt's audit is committed; False where the run is no longer that attempt's."""
    return _ended(connection, run_id, attempt, RunState.DONE, None, "")


def try_again(connection: Connection, run_id: str, attempt: int, when: datetime | None, note: str) -> bool:
    """Let a run wait for another try, at once where no time is named; False where it is no longer that attempt's."""
    return _ended(connection, run_id, attempt, RunState.WAITING, when, note)


def ask_again(connection: Connection, run_id: str, attempt: int, when: datetime, note: str) -> bool:
    """Let a run wait until its shop is asked again, and count the try; False where it is no longer that attempt's."""
    counted = {"asked": RUNS.c.asked + 1, "unable": 0}
    return _ended(connection, run_id, attempt, RunState.WAITING, when, note, **counted)


def unable(connection: Connection, run_id: str, attempt: int, when: datetime, note: str) -> int:
    """Let a run wait that this machine could not make; return how often in a row, 0 where it is another attempt's."""
    counted = {"unable": RUNS.c.unable + 1}
    if not _ended(connection, run_id, attempt, RunState.WAITING, when, note, **counted):
        return 0
    return int(connection.execute(select(RUNS.c.unable).where(RUNS.c.run_id == run_id)).scalar() or 0)


def overtaken(connection: Connection, site: str, scheduled_at: datetime) -> tuple[Run, ...]:
    """Return the site's runs that still wait and are given up when a later one is claimed, the first of a row only.

    Where the run before was given up or failed as well, nothing has changed.
    """
    earlier = select(RUNS).where(RUNS.c.site == site, RUNS.c.scheduled_at < scheduled_at)
    found = [_run(row._mapping) for row in connection.execute(earlier.order_by(RUNS.c.scheduled_at))]
    before = (None, *(one.state for one in found))
    waiting = (RunState.WAITING, RunState.FAILED)
    return tuple(
        one for one, last in zip(found, before, strict=False) if one.state is RunState.WAITING and last not in waiting
    )


def crashed(connection: Connection, run_id: str, attempt: int, note: str) -> RunState | None:
    """Count an attempt that died: the run waits for one more try, or has failed; None where it is another attempt's."""
    crashes = 1 + int(connection.execute(select(RUNS.c.crashes).where(RUNS.c.run_id == run_id)).scalar() or 0)
    state = RunState.WAITING if crashes < MOST_CRASHES else RunState.FAILED
    if not _ended(connection, run_id, attempt, state, None, note):
        return None
    connection.execute(update(RUNS).where(RUNS.c.run_id == run_id).values(crashes=crashes))
    return state


def running(connection: Connection) -> tuple[Run, ...]:
    """Return the runs that somebody holds."""
    rows = connection.execute(select(RUNS).where(RUNS.c.state == RunState.RUNNING).order_by(RUNS.c.run_id))
    return tuple(_run(row._mapping) for row in rows)


def run_of(connection: Connection, run_id: str) -> Run | None:
    """Return one run; None where it was never begun."""
    row = connection.execute(select(RUNS).where(RUNS.c.run_id == run_id)).first()
    return None if row is None else _run(row._mapping)


def remember_done(connection: Connection, record: RunRecord) -> None:
    """Know a run as done whose audit was found in its folder."""
    if run_of(connection, record.run) is None:
        _begun(connection, record.run, record.site, record.scheduled_at)
    known = update(RUNS).where(RUNS.c.run_id == record.run)
    connection.execute(known.values(state=RunState.DONE, attempt=record.attempt, next_try_at=None, note=""))


def _begun(connection: Connection, run_id: str, site: str, scheduled_at: datetime) -> bool:
    """Make a run's row, unless another program is quicker."""
    first = {"state": RunState.WAITING, "attempt": 0, "crashes": 0, "asked": 0, "unable": 0, "holder": "", "note": ""}
    made = insert(RUNS).values(run_id=run_id, site=site, scheduled_at=scheduled_at, **first)
    try:
        with connection.begin_nested():
            connection.execute(made)
    except IntegrityError:
        return run_of(connection, run_id) is not None
    return True


def _ended(
    connection: Connection,
    run_id: str,
    attempt: int,
    state: RunState,
    when: datetime | None,
    note: str,
    **counted: Any,
) -> bool:
    """End an attempt, if the run still is that attempt's: a later one has made this one's word void."""
    changed = connection.execute(
        update(RUNS)
        .where(RUNS.c.run_id == run_id, RUNS.c.attempt == attempt, RUNS.c.state == RunState.RUNNING)
        .values(state=state, next_try_at=when, note=note, holder="", **counted)
        .returning(RUNS.c.run_id)
    )
    return changed.first() is not None


def _run(row: RowMapping) -> Run:
    return Run(**{**row, "state": RunState(row["state"])})
