from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, Table, create_engine, insert, text

from auditor.model.past import past_of
from auditor.model.run import RunRecord
from auditor.store import StoreError, write_audit
from auditor.store.history import audits_of, begin, open_history, rebuild, refresh, sites_of
from auditor.store.history.database import HEAD, MIGRATIONS, migrate
from auditor.store.history.runs import RunState, run_of
from auditor.store.history.tables import METADATA
from auditor.store.run_file import write_run
from tests.render.audits import broken_audit, rich_audit

WHEN = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)


def kept(audits: Path, site: str, week: int, *, run: bool = True, **changes: Any) -> Path:
    when = WHEN + timedelta(weeks=week)
    folder = audits / site / when.strftime("%Y%m%dT%H%M%SZ")
    folder.mkdir(parents=True)
    write_audit(folder, rich_audit(started_at=when, **changes))
    if run:
        write_run(folder, RunRecord(run=f"{site}@{week}", site=site, scheduled_at=when, attempt=2))
    return folder


def listed(engine: Engine, site: str | None = None) -> list[str]:
    with begin(engine) as connection:
        return [one.folder for one in audits_of(connection, site)]


def test_the_index_follows_the_folders(tmp_path: Path, engine: Engine) -> None:
    first = kept(tmp_path, "a.example", 1)
    kept(tmp_path, "a.example", 0, run=False)
    kept(tmp_path, "b.example", 0)
    (tmp_path / "a.example/.20261123T060000Z.1").mkdir()

    refresh(engine, tmp_path)
    shutil.rmtree(first)
    changed = refresh(engine, tmp_path)

    assert (changed.added, changed.gone, changed.damaged) == (0, 1, ())
    assert listed(engine) == ["a.example/20261102T060000Z", "b.example/20261102T060000Z"]


def test_an_unfinished_audit_is_not_taken_for_a_whole_one(tmp_path: Path, engine: Engine) -> None:
    kept(tmp_path, "a.example", 0).rename(tmp_path / "a.example/.20261102T060000Z.1")

    assert refresh(engine, tmp_path).added == 0


def test_a_damaged_folder_is_named(tmp_path: Path, engine: Engine) -> None:
    (kept(tmp_path, "a.example", 0) / "audit.json").write_text("{")

    assert refresh(engine, tmp_path).damaged == ("a.example/20261102T060000Z",)


def test_a_lost_database_comes_back_from_the_folders(tmp_path: Path, engine: Engine) -> None:
    for week in (0, 1):
        kept(tmp_path, "a.example", week)
    refresh(engine, tmp_path)
    with begin(engine) as connection:
        before = audits_of(connection)
        for table in METADATA.sorted_tables:
            connection.execute(table.delete())

    rebuild(engine, tmp_path)

    with begin(engine) as connection:
        run = run_of(connection, "a.example@1")
        assert audits_of(connection) == before
        assert run is not None
        assert (run.state, run.attempt) == (RunState.DONE, 2)
        assert sites_of(connection) == ("a.example",)


def test_a_copied_folder_is_not_a_second_audit_of_its_run(tmp_path: Path, engine: Engine) -> None:
    shutil.copytree(kept(tmp_path, "a.example", 0), tmp_path / "a.example/copy")

    refresh(engine, tmp_path)

    with begin(engine) as connection:
        runs = connection.execute(text("SELECT run_id FROM audits ORDER BY folder")).scalars().all()
    assert runs == ["a.example@0", None]


def test_programs_that_look_at_once_agree(tmp_path: Path, engine: Engine) -> None:
    for week in range(8):
        kept(tmp_path, "a.example", week)

    with ThreadPoolExecutor(4) as pool:
        damaged = [one.damaged for one in pool.map(lambda _number: refresh(engine, tmp_path), range(4))]

    assert damaged == [()] * 4
    assert len(listed(engine)) == 8


def test_times_come_back_aware_and_in_utc(tmp_path: Path, engine: Engine) -> None:
    kept(tmp_path, "a.example", 0)
    rebuild(engine, tmp_path)

    with begin(engine) as connection:
        run = run_of(connection, "a.example@0")

    assert run is not None
    assert (run.scheduled_at, run.scheduled_at.tzinfo) == (WHEN, UTC)


@pytest.fixture
def old(tmp_path: Path, database: str | None) -> Engine:
    """A database of the first schema, with a good and a bad audit in it."""
    url = f"sqlite:///{tmp_path / 'history.db'}" if database is None else database.replace(":", "+psycopg:", 1)
    engine = create_engine(url)
    migrate(engine, "v0001")
    audits = Table("audits", MetaData(), autoload_with=engine)
    for name, audit in (("good", rich_audit()), ("bad", broken_audit("dead", "No answer."))):
        short = past_of(audit, name)
        row = {"folder": f"a/{name}", "site": "a", "started_at": WHEN, "short": short.model_dump(mode="json")}
        figures = {"score": short.score, "coverage": short.coverage, "problem": short.problem}
        with begin(engine) as connection:
            connection.execute(insert(audits).values(**row, **figures))
    return engine


def test_an_earlier_schema_is_brought_up_to_date_with_its_data(
    tmp_path: Path, database: str | None, old: Engine
) -> None:
    old.dispose()

    engine = open_history(tmp_path, database)

    with begin(engine) as connection:
        good = connection.execute(text("SELECT folder, good FROM audits ORDER BY folder")).all()
        assert [(folder, bool(one)) for folder, one in good] == [("a/bad", False), ("a/good", True)]
        assert audits_of(connection)[1].short.score == rich_audit().score
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_every_schema_has_a_way_to_the_newest() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)

    assert scripts.get_heads() == [HEAD]
    assert [one.revision for one in scripts.walk_revisions()] == ["v0003", "v0002", "v0001"]


@pytest.mark.parametrize(
    ("database", "sentence"),
    [
        ("mysql://me@h/x", "in SQLite or PostgreSQL, not in mysql"),
        ("nonsense", "write postgresql://USER@HOST/NAME"),
        ("postgresql://me:hunter2@127.0.0.1:1/x", r"me:\*\*\*@127\.0\.0\.1:1/x cannot be used"),
    ],
)
def test_a_database_that_cannot_be_used_is_told(tmp_path: Path, database: str, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence):
        open_history(tmp_path, database)


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "history.db").write_bytes(b"no database" * 500)

    with pytest.raises(StoreError, match="file is not a database"):
        open_history(tmp_path)
