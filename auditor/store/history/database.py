"""Opens the history's database, SQLite or PostgreSQL, and brings its schema up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from auditor.store.errors import StoreError

__all__ = ["HEAD", "begin", "migrate", "open_history"]

FILE = "history.db"
HEAD = "v0003"
MIGRATIONS = Path(__file__).parent / "migrations"
EXTRA = "`pip install '.[fleet]'` in the checkout of cx-audit"
SQLITE_WAIT_SECONDS = 30
# Two programs that start together bring the schema up to date one after the other.
MIGRATION_LOCK = 7_240_911


def open_history(audits: Path, database: str | None = None) -> Engine:
    """Open the history of a folder of audits: ``history.db`` in it, or the database whose URL is given.

    Raises StoreError with one sentence where it cannot be opened; a password is never shown.
    """
    url = _url(audits, database)
    try:
        engine = create_engine(url, connect_args={"timeout": SQLITE_WAIT_SECONDS} if _is_sqlite(url) else {})
    except ModuleNotFoundError as error:
        told = f"The database driver {error.name} is missing: {EXTRA}."
        raise StoreError(told) from error
    if _is_sqlite(url):
        event.listen(engine, "connect", _manual_transactions)
        event.listen(engine, "begin", _begin_immediate)
    migrate(engine)
    return engine


@contextmanager
def begin(engine: Engine) -> Iterator[Connection]:
    """Open one transaction; raises StoreError where the database refuses."""
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0] if error.orig else type(error).__name__
        shown = engine.url.render_as_string(hide_password=True)
        raise StoreError(f"The history {shown} cannot be used: {reason.rstrip('.')}.") from error


def migrate(engine: Engine, to: str = HEAD) -> None:
    """Bring the schema to a revision, by default the newest; the data stays."""
    with begin(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        if _revision(connection) == to:
            return
        from alembic import command  # slow to load, and needed once a release
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _url(audits: Path, database: str | None) -> URL:
    if database is None:
        try:
            audits.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{audits} cannot be used as the folder of audits: {error.strerror}.") from error
        return URL.create("sqlite", database=str(audits / FILE))
    try:
        url = make_url(database)
        url = url.set(drivername="postgresql+psycopg") if url.drivername in {"postgresql", "postgres"} else url
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError("The database's address is not understood: write postgresql://USER@HOST/NAME.") from error
    except ModuleNotFoundError as error:
        raise StoreError(f"PostgreSQL needs the extra fleet: {EXTRA}.") from error
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise StoreError(f"The history is kept in SQLite or PostgreSQL, not in {url.get_backend_name()}.")
    return url


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _manual_transactions(connection: object, _record: object) -> None:
    """Keep Python's driver from beginning transactions by itself: it leaves out those that only read or make tables."""
    connection.isolation_level = None  # type: ignore[attr-defined]  # the driver's own connection


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
