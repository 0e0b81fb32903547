from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.cli import main
from auditor.model.run import Alert, AlertKind
from auditor.store.run_file import read_run, write_run
from tests.fleet.conftest import Shops
from tests.fleet.killing import WAIT_SECONDS
from tests.source_tree import ROOT

AT = "2026-11-23T04:00+00:00"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two shops with two weeks of audits each, and a sites file that keeps one week."""
    shops = Shops(tmp_path_factory.mktemp("shops"))
    shops.write("", "")
    shops.run()
    shops.run(weeks=1)
    shops.write("", "", more="keep = 1")
    return shops.folder


@pytest.fixture
def audited(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shops:
    """The audited shops in the working folder."""
    shutil.copytree(template, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    return Shops(tmp_path / "here")


def said(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(args)
    out = capsys.readouterr()
    return code, out.out, out.err


@pytest.mark.usefixtures("audited")
def test_a_sites_file_in_order_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "sites", "check") == (0, "sites.toml: 2 sites, all in order.\n", "")


def test_everything_that_is_not_there_is_told(shops: Shops, capsys: pytest.CaptureFixture[str]) -> None:
    shops.write("", more="notify = ['env:CX_NOT_SET']\nbudget = 'b.toml'\nprofile = 'p.toml'")

    code, out, err = said(capsys, "sites", "check", "--sites", str(shops.folder / "sites.toml"))

    assert (code, out) == (2, "")
    assert [word in err for word in ("CX_NOT_SET", "b.toml does not exist", "p.toml does not exist")] == [True] * 3


@pytest.mark.usefixtures("audited")
def test_the_next_audits_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    _code, out, _err = said(capsys, "sites", "list", "--now", AT)

    assert out.splitlines()[1].split() == ["shop0.example", "2026-11-30", "03:00", "UTC", "https://shop0.example/"]


@pytest.mark.usefixtures("audited")
def test_due_sites_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "sites", "due", "--now", AT)[1] == ""
    assert said(capsys, "sites", "due", "--now", "2026-12-07T03:00Z")[1].splitlines() == [
        "shop0.example  scheduled for 2026-12-07 03:00 UTC",
        "shop1.example  scheduled for 2026-12-07 03:00 UTC",
    ]


@pytest.mark.usefixtures("audited")
def test_a_schedule_with_nothing_due_ends_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "schedule", "run", "--now", AT) == (0, "Nothing is due.\n", "")


@pytest.mark.usefixtures("audited")
def test_the_history_of_a_site_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "history", "shop0.example")

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [
        "started",
        "2026-11-23T04:00+00:00",
        "2026-11-30T04:00+00:00",
    ]
    assert err.startswith("2 audits, about ")


@pytest.mark.usefixtures("audited")
def test_the_history_as_json_and_csv(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(said(capsys, "history", "shop0.example", "--format", "json")[1])
    lines = said(capsys, "history", "shop0.example", "--format", "csv")[1].splitlines()

    assert [row["folder"] for row in rows] == [f"shop0.example/202611{day}T030000Z" for day in (23, 30)]
    assert rows[0]["walk_mobile"] == "checkout-reached"
    assert lines[0].split(",") == list(rows[0])
    assert len(lines) == 3


@pytest.mark.usefixtures("audited")
def test_a_site_without_audits_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, _out, err = said(capsys, "history", "shop9.example")

    assert code == 2
    assert "it knows shop0.example, shop1.example" in err


@pytest.mark.usefixtures("audited")
def test_the_index_comes_back_from_the_folders(capsys: pytest.CaptureFixture[str]) -> None:
    Path("audits/history.db").unlink()

    assert said(capsys, "history", "rebuild")[1] == "4 audits of audits are in the index.\n"
    assert said(capsys, "history")[1] == "shop0.example\nshop1.example\n"


def test_pruning_is_tried_first(audited: Shops, capsys: pytest.CaptureFixture[str]) -> None:
    _code, tried, _err = said(capsys, "history", "prune", "--dry-run")
    there = audited.kept()
    _code, done, err = said(capsys, "history", "prune")

    assert tried == done
    assert [line.split()[0] for line in done.splitlines()] == [f"shop{n}.example/20261123T030000Z" for n in (0, 1)]
    assert (len(there), len(audited.kept())) == (4, 2)
    assert "1 of them take" in err


@pytest.mark.usefixtures("audited")
def test_the_page_of_all_shops_shows_the_latest_alerts(capsys: pytest.CaptureFixture[str]) -> None:
    last = Path("audits/shop0.example/20261130T030000Z")
    record = read_run(last)
    assert record is not None
    told = [(AlertKind.PATH_BROKEN, "No way to the <checkout>."), (AlertKind.RECOVERED, "It is open again.")]
    alerts = tuple(Alert(kind=kind, subject="", sentence=sentence) for kind, sentence in told)
    write_run(last, record.model_copy(update={"alerts": alerts, "name": "Shop of the client"}))

    assert said(capsys, "dashboard", "--out", "site")[0] == 0

    page = Path("site/index.html").read_text("utf-8")
    assert "No way to the &lt;checkout&gt;." in page
    assert "It is open again." not in page
    assert "Shop of the client" in page


def test_watching_ends_when_it_is_asked_to(shops: Shops) -> None:
    shops.write("", more="blackout = ['00:00-12:00', '12:00-00:00']")
    program = "import sys; from auditor.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "schedule", "watch", "--sites", str(shops.folder / "sites.toml")]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        code = process.wait(WAIT_SECONDS)

    assert said.startswith("Watching 1 sites of ")
    assert code == 0


@pytest.mark.usefixtures("audited")
def test_a_time_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, _out, err = said(capsys, "schedule", "run", "--now", "Monday")

    assert code == 2
    assert "write it like 2026-11-23T05:00+02:00" in err
