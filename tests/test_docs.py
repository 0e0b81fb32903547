"""What the documentation says is what the program does; what is generated is generated."""

import re
import struct
from pathlib import Path

import pytest

from auditor.cli.failures import ENVIRONMENT, INTERNAL, SHOP, USAGE
from auditor.cli.main import INTERRUPTED
from auditor.cli.options import fitting
from auditor.gate.verdict import BREACH_CODE
from auditor.registry import load_checks
from auditor.settings import Profile, RecordSettings, load_settings
from tests.source_tree import ROOT
from tools.docs import generated
from tools.pictures import MAX_BYTES, PICTURES
from tools.seeds import read_figures, read_rows
from tools.settings import EXAMPLE

README = (ROOT / "README.md").read_text(encoding="utf-8")
TERMINATED = 143
PAGES = (
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "checks/README.md"),
    *("docs/cli.md", "docs/gate.md", "docs/seeds.md", "docs/settings.md", "docs/weekly.md"),
    "examples/plugin/README.md",
)


@pytest.mark.parametrize("path", generated(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_generated_is_up_to_date(path: Path) -> None:
    expected = generated()[path]

    assert path.read_text(encoding="utf-8") == expected, "run make docs"


def test_no_row_of_the_articles_is_left_unanswered() -> None:
    rows = read_rows()

    assert len(rows) == 190
    assert [row.says for row in rows if not row.answered] == []


def test_rows_of_the_articles_name_checks_and_figures_that_are_there() -> None:
    known = {check.id for check in load_checks()}
    named = {check for row in read_rows() for check in row.checks}

    assert named - known == set()
    assert {key for row in read_rows() for key in row.figures} - set(read_figures()) == set()


def test_the_example_of_a_configuration_can_be_used() -> None:
    settings, profile = load_settings(EXAMPLE)

    assert settings != RecordSettings()
    assert fitting(profile).model_fields_set == set(Profile.model_fields)


def test_every_environment_variable_is_told() -> None:
    ours = (path.read_text(encoding="utf-8") for path in (ROOT / "auditor").rglob("*.py"))
    read = {name for text in ours for name in re.findall(r"CX_AUDIT_[A-Z_]+", text)}
    told = re.findall(r"^\| `(CX_AUDIT_[A-Z_]+)` \|", (ROOT / "docs" / "settings.md").read_text(encoding="utf-8"), re.M)

    assert sorted(read - {"CX_AUDIT_RUN"}) == told  # by that one a scheduler knows its own processes


def test_the_readme_tells_every_exit_code() -> None:
    told = {int(code) for row in re.findall(r"^\| ([\d, ]+) \|", README, re.M) for code in row.split(",")}

    assert told == {0, BREACH_CODE, USAGE, SHOP, ENVIRONMENT, INTERNAL, INTERRUPTED, TERMINATED}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)", text) + re.findall(r'src="([^"]+)"', text)

    outside = [one for one in targets if not one.startswith(("http:", "https:"))]
    assert [one for one in outside if not ((ROOT / page).parent / one).is_file()] == []


def test_every_room_the_readme_names_is_there() -> None:
    named = re.findall(r"^\| (`[^|]*`) \|", README, re.M)
    rooms = [room for cell in named for room in re.findall(r"`((?:auditor|checks|reports)/[^`]*)`", cell)]

    assert rooms
    assert [room for room in rooms if not (ROOT / room).exists()] == []


def test_every_file_that_contributors_are_sent_to_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:auditor|checks|docs|reports|tests)/[\w./]+)`", text)

    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_contributors_are_told_everything_that_is_generated() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("Generated text is never edited")[2]
    told = set(re.findall(r"`([\w./]+\.(?:md|json))`", text.partition("##")[0]))

    assert told >= {path.relative_to(ROOT).as_posix() for path in generated()}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_named_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^    |`)make ([a-z]+)", text, re.M))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))

    assert named
    assert named - targets == set()


@pytest.mark.parametrize(("name", "width", "height", "scale"), PICTURES)
def test_the_pictures_are_small_and_of_their_size(name: str, width: int, height: int, scale: float) -> None:
    data = (ROOT / "docs" / name).read_bytes()

    assert struct.unpack(">8x8xII", data[:24]) == (width * scale, height * scale)
    assert len(data) <= MAX_BYTES
