"""Tries told apart: those at which the shop was asked, and those that the machine could not make."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "v0003"
down_revision = "v0002"


def upgrade() -> None:
    """Count tries by what came of them, and let a run have a message on each matter."""
    with op.batch_alter_table("runs") as runs:
        runs.add_column(sa.Column("asked", sa.Integer, nullable=False, server_default="0"))
        runs.add_column(sa.Column("unable", sa.Integer, nullable=False, server_default="0"))
    with op.batch_alter_table("messages") as messages:
        messages.add_column(sa.Column("matter", sa.Text, nullable=False, server_default=""))
        messages.drop_constraint("messages_run_target", type_="unique")
        messages.create_unique_constraint("messages_run_matter_target", ["run_id", "matter", "target"])
