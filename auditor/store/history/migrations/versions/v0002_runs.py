"""The schedule: runs, messages to be sent, and what an audit says of its run."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "v0002"
down_revision = "v0001"


def upgrade() -> None:
    """Widen the table of audits, tell the good ones from what it holds, and make the other two tables."""
    with op.batch_alter_table("audits") as audits:
        audits.add_column(sa.Column("good", sa.Boolean, nullable=False, server_default=sa.false()))
        audits.add_column(sa.Column("run_id", sa.Text))
        audits.add_column(sa.Column("record", sa.JSON))
        audits.add_column(sa.Column("size_bytes", sa.Integer))
        audits.create_unique_constraint("audits_run_id", ["run_id"])
    _tell_the_good_ones()
    op.create_table(
        "runs",
        sa.Column("run_id", sa.Text, primary_key=True),
        sa.Column("site", sa.Text, nullable=False),
        sa.Column("scheduled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("crashes", sa.Integer, nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True)),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_index("runs_state", "runs", ["state"])
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("site", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True)),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("note", sa.Text, nullable=False),
        sa.UniqueConstraint("run_id", "target", name="messages_run_target"),
    )


def _tell_the_good_ones() -> None:
    audits = sa.table(
        "audits", sa.column("folder"), sa.column("problem"), sa.column("short", sa.JSON), sa.column("good", sa.Boolean)
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(audits.c.folder, audits.c.problem, audits.c.short)).all():
        good = not row.problem and bool(row.short.get("complete"))
        connection.execute(sa.update(audits).where(audits.c.folder == row.folder).values(good=good))
