"""Alembic's entry: runs the revisions on the connection that the program has opened."""

from __future__ import annotations

from alembic import context

from auditor.store.history.tables import METADATA

__all__: list[str] = []

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
