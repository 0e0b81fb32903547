"""The help of every command: options that tell of themselves, and examples that the program itself would take."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from auditor.cli.main import COMMANDS, cli, main
from tests.source_tree import ROOT

PAGES = (
    "README.md",
    "checks/README.md",
    "docs/gate.md",
    "docs/settings.md",
    "docs/weekly.md",
    "examples/plugin/README.md",
)
EXAMPLE = re.compile(r"^ +(cx-audit .*)$", re.MULTILINE)
# What stands for a name or a path of the reader's own.
AUDIT = "audits/shop.example/20260131T120000Z"


def below(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for each, one in command.commands.items():
            yield from below(f"{name} {each}", one)


EVERY = {path: one for name in COMMANDS for path, one in below(name, import_module(f"auditor.cli.{name}").command)}
OPTIONS = {
    f"{path} {one.opts[0]}": one
    for path, command in EVERY.items()
    for one in command.params
    if isinstance(one, click.Option)
}
EXAMPLES = {
    *((path, line) for path, command in EVERY.items() for line in EXAMPLE.findall(command.epilog or "")),
    *(("cx-audit", line) for line in EXAMPLE.findall(cli.epilog or "")),
    *((page, line) for page in PAGES for line in EXAMPLE.findall((ROOT / page).read_text("utf-8"))),
}


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work where the folders that examples name are there."""
    for name in (AUDIT, "AUDIT", "audits/mine"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(words: list[str]) -> list[str]:
    """Read words as the program does, without carrying anything out; return the path of the command that was found."""
    context = click.Context(cli, info_name="cx-audit")
    command: click.Command = cli
    path: list[str] = []
    while isinstance(command, click.Group):
        left = command.parse_args(context, words)
        name, found, words = command.resolve_command(context, [*context._protected_args, *left])
        assert found is not None
        path.append(str(name))
        command, context = found, click.Context(found, context, info_name=name)
    command.parse_args(context, words)
    return path


@pytest.mark.parametrize("path", EVERY)
def test_each_command_shows_an_example(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*path.split(), "--help"]) == 0
    shown = EXAMPLE.findall(re.split(r"^ *Examples?:$", capsys.readouterr().out, flags=re.MULTILINE)[1])
    assert [line for line in shown if line.startswith(f"cx-audit {path}")]


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(("place", "line"), sorted(EXAMPLES))
def test_each_example_is_one_that_the_program_takes(place: str, line: str) -> None:
    _name, *words = shlex.split(line, comments=True)

    path = " ".join(read(words))

    assert path in EVERY
    assert place not in EVERY or path.startswith(place)


def test_a_wrong_example_would_be_found() -> None:
    with pytest.raises(click.UsageError):
        read(["run", "shop.example", "--langs", "fi"])


@pytest.mark.parametrize("name", OPTIONS)
def test_each_option_tells_what_it_does_and_which_variable_it_reads(name: str) -> None:
    option = OPTIONS[name]

    assert option.help
    assert bool(option.envvar) <= option.show_envvar


def test_the_program_tells_its_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])

    told = capsys.readouterr().out.partition("Exit codes:")[2]
    assert {int(code) for code in re.findall(r"\b\d+\b", told)} == {0, 1, 2, 3, 4, 70, 130, 143}
