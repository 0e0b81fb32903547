"""Fixtures: a fleet of made-up shops, audited without a browser, with a clock that is set by hand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from auditor.fleet.child import ended
from auditor.fleet.runner import Make, Outcome, Round, run_due
from auditor.fleet.sites import load_sites
from auditor.fleet.spec import Ended, RunSpec
from auditor.store.history import audits_of, begin, open_history
from auditor.store.history.runs import Run, run_of
from auditor.store.history.tables import MESSAGES
from tests.fleet.quick import QUICK

__all__ = ["MONDAY", "Shops", "at_hand", "shops"]

MONDAY = datetime(2026, 11, 23, 4, tzinfo=UTC)


async def at_hand(spec: RunSpec, deadline_seconds: float, log: Path) -> Ended:
    """Carry out a run in this process, which takes no two seconds to begin."""
    del deadline_seconds, log
    return await asyncio.to_thread(ended, spec)


@dataclass
class Shops:
    """A sites file with its audits; ``later`` sets the clock."""

    folder: Path
    now: datetime = MONDAY
    lines: list[str] = field(default_factory=list)

    def write(self, *paths: str, more: str = "") -> None:
        """Write a sites file of one shop for each path, every one due on Mondays at three (UTC)."""
        sites = "".join(f"[[sites]]\nurl = 'https://shop{n}.example/{path}'\n" for n, path in enumerate(paths))
        (self.folder / "sites.toml").write_text(
            f"[defaults]\nschedule = '0 3 * * MON'\ntimezone = 'UTC'\n{more}\n{sites}"
        )

    @property
    def engine(self) -> Engine:
        """Open the history."""
        return open_history(self.folder / "audits")

    def run(self, jobs: int = 2, make: Make = at_hand, **later: float) -> tuple[Outcome, ...]:
        """Do what is due, after so much time."""
        self.now += timedelta(**later)
        fleet = load_sites(self.folder / "sites.toml")
        work = Round(fleet, self.engine, self.folder, lambda: self.now, self.lines.append, QUICK, make)
        return asyncio.run(run_due(work, jobs))

    def states(self, **later: float) -> list[str]:
        """Do what is due, and tell the states of what came of it."""
        return sorted(one.state for one in self.run(**later))

    def audits(self) -> list[str]:
        """Name the committed audits, as the index knows them."""
        with begin(self.engine) as connection:
            return [one.folder for one in audits_of(connection)]

    def kept(self) -> list[str]:
        """Name every folder that lies where audits lie, hidden ones too."""
        sites = [one for one in (self.folder / "audits").iterdir() if one.is_dir() and one.name != ".schedule"]
        return sorted(f"{site.name}/{one.name}" for site in sites for one in site.iterdir())

    def messages(self) -> list[tuple[str, str]]:
        """List the messages that were ever written: title and body."""
        with begin(self.engine) as connection:
            rows = connection.execute(select(MESSAGES.c.title, MESSAGES.c.body).order_by(MESSAGES.c.id))
            return [(row.title, row.body) for row in rows]

    def state(self, run: str = "shop0.example@20261123T030000Z") -> Run:
        """Return what is kept of a run."""
        with begin(self.engine) as connection:
            found = run_of(connection, run)
        assert found is not None
        return found


@pytest.fixture
def shops(tmp_path: Path) -> Shops:
    """A folder for a fleet."""
    return Shops(tmp_path)
