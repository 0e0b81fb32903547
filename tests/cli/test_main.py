from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from auditor.cli.main import COMMANDS, main
from tests.source_tree import ROOT

HEAVY = {
    "playwright",
    "pydantic",
    "sqlalchemy",
    "httpx",
    "lxml",
    "jinja2",
    "rich",
    "asyncio",
    "auditor.model",
    "auditor.store",
}


def imported_by(*args: str) -> set[str]:
    """Run the program in a process of its own and list what it imported."""
    code = (
        "import sys, json; from auditor.cli import main; sys.stdout.write('\\n'); main(json.loads(sys.argv[1]));"
        "print('MODULES ' + ' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(args)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.rsplit("MODULES ", 1)[1].split())


def test_help_loads_nothing_heavy() -> None:
    assert imported_by("--help") & HEAVY == set()


def test_each_command_says_of_itself_what_the_list_says() -> None:
    for name, line in COMMANDS.items():
        command = import_module(f"auditor.cli.{name}").command
        assert command.name == name
        assert command.help
        assert line.endswith(".")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["frob"], "No such command 'frob'"),
        (["run"], "Missing argument 'URL...'"),
        (["run", "ftp://x.example"], "'ftp://x.example' is not the address of a web shop"),
        (["run", "x.example", "--samples", "many"], "is not a valid integer"),
        (["run", "x.example", "--viewport", "watch"], "'watch' is not one of"),
        (["run", "x.example", "--format", "docx"], "'docx' is not known; choose from html, pdf, brief, md, csv, json"),
        (["run", "x.example", "--header", "secret"], "write it as NAME:VALUE"),
        (["run", "x.example", "--config", "no-such.toml"], "The configuration file no-such.toml does not exist."),
        (["judge", "no-such-folder"], "does not exist"),
        (["checks", "guest-chekout"], "did you mean guest-checkout"),
        (["demo", "--fault", "guest-chekout"], "did you mean guest-checkout"),
        (["demo", "--skip-probe", "not-fuond"], "did you mean not-found?"),
        (["run", "https://shop.example", "--skip-probe", "zzz"], "no probe is called zzz; there are "),
    ],
)
def test_bad_usage_is_told_in_a_sentence(args: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(args)

    told = capsys.readouterr().err
    assert code == 2
    assert sentence in told
    assert "Traceback" not in told


def test_a_broken_configuration_is_told_with_its_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken, wrong = tmp_path / "broken.toml", tmp_path / "wrong.toml"
    broken.write_text("[record\n")
    wrong.write_text("[record]\nsampels = 3\n")

    codes = [main(["run", "x.example", "--config", str(path)]) for path in (broken, wrong)]

    told = capsys.readouterr().err
    assert codes == [2, 2]
    assert "is not valid TOML" in told
    assert "the key record.sampels is not known; did you mean samples?" in told


def test_a_folder_without_recording_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = [main(["judge", str(tmp_path)]), main(["report", str(tmp_path)]), main(["explain", str(tmp_path)])]

    assert codes == [2, 2, 2]
    assert "holds no recording of an audit" in capsys.readouterr().err


def test_an_unforeseen_error_is_one_sentence_with_its_details_in_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("https://me:hunter2@shop.example/?token=abc")

    monkeypatch.setattr("auditor.cli.checks.load_checks", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    code = main(["checks"])

    told = capsys.readouterr().err
    (kept,) = tmp_path.glob("cx-audit-error-*.txt")
    assert code == 70
    assert told == f"An internal error ended the program (ZeroDivisionError); the details are in {kept}.\n"
    assert "ZeroDivisionError" in kept.read_text()
    assert "hunter2" not in kept.read_text()
    assert "abc" not in kept.read_text()


def test_checks_are_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checks"]) == 0
    listed = capsys.readouterr().out
    assert main(["checks", "guest-checkout", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert main(["checks", "guest-checkout"]) == 0
    manual = capsys.readouterr().out

    assert "guest-checkout" in listed
    assert (data["id"], data["stage"]) == ("guest-checkout", "purchase")
    assert data["why"] in manual
