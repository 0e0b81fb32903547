"""Fixtures: the history in SQLite and in a real PostgreSQL, empty for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, text

from auditor.store.history import open_history
from tests.store.postgres import running_postgres

__all__ = ["database", "engine", "postgres"]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the tests."""
    with running_postgres() as url:
        yield url


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=[pytest.mark.integration, pytest.mark.xdist_group("postgres")])]
)
def database(request: pytest.FixtureRequest) -> str | None:
    """The URL of an empty database; None for the SQLite that lies in the folder of audits."""
    if request.param == "sqlite":
        return None
    server: str = request.getfixturevalue("postgres")
    name = f"test_{uuid4().hex}"
    admin = create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    return server.replace("/postgres", f"/{name}")


@pytest.fixture
def engine(tmp_path: Path, database: str | None) -> Iterator[Engine]:
    """An open history with no audits."""
    opened = open_history(tmp_path, database)
    yield opened
    opened.dispose()
