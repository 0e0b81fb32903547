"""The tables of the history: an index of audit folders, the runs of the schedule, and the messages still to be sent."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import JSON, Boolean, Column, Float, Index, Integer, MetaData, Table, Text, UniqueConstraint
from sqlalchemy import DateTime as SqlTime
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

__all__ = ["AUDITS", "MESSAGES", "METADATA", "RUNS", "UtcTime"]


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept as UTC: SQLite knows no time zones, PostgreSQL answers in that of its session."""

    impl = SqlTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Put a time into UTC."""
        del dialect
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give a time in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


METADATA = MetaData()

# What the folders say, so that it can be asked for quickly; made again by `cx-audit history rebuild`.
AUDITS = Table(
    "audits",
    METADATA,
    Column("folder", Text, primary_key=True),
    Column("site", Text, nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Column("score", Integer),
    Column("coverage", Float, nullable=False),
    Column("problem", Text, nullable=False),
    Column("short", JSON, nullable=False),
    Column("good", Boolean, nullable=False),
    Column("run_id", Text),
    Column("record", JSON),
    Column("size_bytes", Integer),
    UniqueConstraint("run_id", name="audits_run_id"),
    Index("audits_site", "site", "started_at"),
)

# What is under way, waits for another try, or was done: the claim on a run is one row of it.
RUNS = Table(
    "runs",
    METADATA,
    Column("run_id", Text, primary_key=True),
    Column("site", Text, nullable=False),
    Column("scheduled_at", UtcTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("crashes", Integer, nullable=False),
    Column("asked", Integer, nullable=False, server_default="0"),
    Column("unable", Integer, nullable=False, server_default="0"),
    Column("next_try_at", UtcTime),
    Column("holder", Text, nullable=False),
    Column("seen_at", UtcTime),
    Column("note", Text, nullable=False),
    Index("runs_state", "state"),
)

# The outbox: a message is written with the run that it tells of, and sent until a target has taken it.
MESSAGES = Table(
    "messages",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("run_id", Text, nullable=False),
    Column("matter", Text, nullable=False, server_default=""),
    Column("site", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_try_at", UtcTime),
    Column("sent_at", UtcTime),
    Column("note", Text, nullable=False),
    UniqueConstraint("run_id", "matter", "target", name="messages_run_matter_target"),
)
