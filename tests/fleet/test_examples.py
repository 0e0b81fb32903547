"""The examples that are copied: a sites file, a crontab line, systemd units."""

from __future__ import annotations

import shutil
import subprocess
from configparser import RawConfigParser
from datetime import UTC, datetime
from pathlib import Path
from runpy import run_path

import pytest
from cronsim import CronSim

from auditor.demo_shop import FAULTS
from auditor.fleet.checking import faults_of
from auditor.fleet.sites import load_sites
from tests.source_tree import ROOT

WEEKLY = ROOT / "examples" / "weekly"


def test_the_sites_file_lacks_nothing_but_its_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CX_AUDIT_CHAT", "json://127.0.0.1/x")
    monkeypatch.setenv("TEETUPA_AUTH", "me:secret")

    assert faults_of(load_sites(WEEKLY / "sites.toml"), WEEKLY) == ()


def test_the_crontab_line_runs_as_cron_runs_it_and_says_nothing(tmp_path: Path) -> None:
    (line,) = [one for one in (WEEKLY / "crontab").read_text().splitlines() if not one.startswith("#")]
    *when, command = line.split(maxsplit=5)
    program = tmp_path / "cx-audit"
    program.write_text('#!/bin/sh\necho "$@"\necho loud >&2\n')
    program.chmod(0o755)
    here = command.replace("/usr/local/bin/cx-audit", str(program)).replace("/srv/cx-audit", str(tmp_path))

    done = subprocess.run(
        ["/bin/sh", "-c", here], env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )

    assert next(CronSim(" ".join(when), datetime(2026, 11, 23, 5, 1, tzinfo=UTC))).minute == 15
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    assert (tmp_path / "schedule.log").read_text() == "schedule run\nloud\n"


def test_the_units_are_in_order(tmp_path: Path) -> None:
    program = tmp_path / "cx-audit"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for name in ("cx-audit.service", "cx-audit.timer"):
        (tmp_path / name).write_text((WEEKLY / name).read_text().replace("/usr/local/bin/cx-audit", str(program)))
    units = RawConfigParser(strict=False)
    units.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's keys know capitals
    units.read([tmp_path / "cx-audit.service", tmp_path / "cx-audit.timer"])

    assert units["Service"]["ExecStart"] == f"{program} schedule run"
    assert units["Timer"]["OnCalendar"] == "*:0/15"
    if verify := shutil.which("systemd-analyze"):
        done = subprocess.run(
            [verify, "verify", *map(str, tmp_path.glob("cx-audit.*"))], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_the_two_weeks_have_a_sites_file_in_order(tmp_path: Path) -> None:
    two_weeks = run_path(str(WEEKLY / "two_weeks.py"), run_name="two_weeks")
    ports = dict.fromkeys(two_weeks["SHOPS"], 8000)
    (tmp_path / "sites.toml").write_text(two_weeks["sites_file"](ports, "json://127.0.0.1:9/alerts"))

    fleet = load_sites(tmp_path / "sites.toml")

    assert faults_of(fleet, tmp_path) == ()
    assert {(one.record.samples, one.record.pages) for one in fleet.sites} == {(1, 0)}
    assert {fault for faults in two_weeks["SHOPS"].values() for week in faults for fault in week} <= set(FAULTS)
