"""What is an audit that is there, what is a shop, and what is neither."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from auditor.cli.main import main
from auditor.cli.target import target_of
from auditor.store import write_audit
from tests.checks.recorded import DESKTOP, audit, page, recording, walk

Capture = pytest.CaptureFixture[str]
TIME = "20260131T120000Z"
AUDIT = f"audits/shop.example/{TIME}"
GATE = ["--require", "guest-checkout=guest"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that holds an audit and a page that somebody saved."""
    folder = tmp_path / "audits" / "shop.example" / TIME
    folder.mkdir(parents=True)
    write_audit(folder, audit(recording(page("home", "<p>Hei</p>"), journeys={DESKTOP: walk()}), "guest-checkout"))
    (tmp_path / "saved.example").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("named", [AUDIT, f"{AUDIT}/audit.json"])
def test_an_audit_is_found_by_its_folder_and_its_file(named: str) -> None:
    assert target_of(named) == Path(AUDIT)


@pytest.mark.parametrize("named", ["./nowhere", "../nowhere/audit.json", "/nowhere"])
def test_what_begins_as_a_path_is_one(named: str) -> None:
    assert target_of(named) == Path(named)


@pytest.mark.parametrize(
    "named",
    [
        *("https://shop.example", "http://staging", "shop.example", "shop.example/fi", "shop.example:8080"),
        *("localhost", "localhost:8000", "localhost/shop", "web:8080", "me:pw@web/shop", "saved.example"),
        f"https://shop.example/{TIME}",
    ],
)
def test_a_shop_is_named_by_its_address(named: str) -> None:
    assert target_of(named) is None


@pytest.mark.parametrize(
    "named",
    [
        *("audits/shop.example/20260131T120001Z", "audits/shop.exmaple", "audit", "nowhere/audit.json"),
        *("shop.example/20260131T120001Z", "shop.example/20260131T120001Z/", "shop.example/x/audit.json"),
    ],
)
def test_a_mistyped_path_is_no_shop(named: str) -> None:
    with pytest.raises(click.UsageError, match="is neither a folder nor the address of a shop"):
        target_of(named)


@pytest.mark.parametrize(
    "args",
    [
        ["gate", "audits/gone", "--baseline", "last"],
        ["budget", "init", "audits/gone"],
        ["compare", AUDIT, "audits/gone"],
    ],
)
def test_every_command_that_takes_either_tells_a_mistyped_path(args: list[str], capsys: Capture) -> None:
    assert main(args) == 2
    assert "audits/gone is neither a folder nor the address of a shop." in capsys.readouterr().err


def test_options_that_do_nothing_for_a_budget_are_told(capsys: Capture) -> None:
    codes = [
        main(["budget", "init", "shop.example", "--json"]),
        main(["budget", "init", AUDIT, "--samples", "5"]),
    ]

    told = capsys.readouterr().err
    assert codes == [2, 2]
    assert "No such option" in told
    assert "--samples does nothing to an audit that is there already" in told


@pytest.mark.parametrize(
    "words",
    [["--confirm", "1"], ["--out", "x"], ["--format", "pdf"], ["--samples", "5"], ["--max-seconds", "60"]],
)
def test_options_that_do_nothing_for_the_gate_of_an_audit_are_told(words: list[str], capsys: Capture) -> None:
    assert main(["gate", AUDIT, *GATE, *words]) == 2
    assert f"{words[0]} does nothing to an audit that is there already" in capsys.readouterr().err


def test_the_environment_of_shops_does_not_disturb_the_gate_of_an_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CX_AUDIT_LANG", "fi")
    monkeypatch.setenv("CX_AUDIT_AUTH", "me:secret")

    assert main(["gate", AUDIT, *GATE, "--only", "all", "--json"]) == 0


def test_the_gate_takes_an_audit_by_its_file() -> None:
    assert main(["gate", f"{AUDIT}/audit.json", *GATE]) == 0
