"""The index of audit folders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "v0001"
down_revision = None


def upgrade() -> None:
    """Make the table of audits."""
    op.create_table(
        "audits",
        sa.Column("folder", sa.Text, primary_key=True),
        sa.Column("site", sa.Text, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("score", sa.Integer),
        sa.Column("coverage", sa.Float, nullable=False),
        sa.Column("problem", sa.Text, nullable=False),
        sa.Column("short", sa.JSON, nullable=False),
    )
    op.create_index("audits_site", "audits", ["site", "started_at"])
