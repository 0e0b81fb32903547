"""Several shops in one command: what goes wrong with one, and a person who stops the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from auditor.cli import auditing
from auditor.cli.auditing import Order
from auditor.cli.main import main
from auditor.cli.summary import Finished
from auditor.model import NoteText, Reach, Site, VisitorInfo
from auditor.store import AuditFolder, write_audit
from tests.render.audits import rich_audit

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
Ordered = list[Order]


@pytest.fixture
def audits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ordered]:
    """Give a function that puts an audit without a browser in place of the real one; ``end`` says how each ends."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def put(end: Callable[[str], int]) -> Ordered:
        orders: Ordered = []

        def audited(order: Order, _tell: object) -> Finished:
            orders.append(order)
            code = end(order.asked.host)
            folder = tmp_path / f"audit-{len(orders)}"
            folder.mkdir()
            write_audit(folder, rich_audit())
            return Finished(order.asked.typed, code, folder, rich_audit())

        monkeypatch.setattr(auditing, "audited", audited)
        return orders

    return put


def test_an_error_of_the_program_on_one_shop_loses_no_other(
    audits: Callable[..., Ordered], capsys: pytest.CaptureFixture[str]
) -> None:
    def end(host: str) -> int:
        if host == "b.example":
            raise ValueError("boom")
        return 0

    orders = audits(end)

    code = main(["run", "a.example", "b.example", "c.example", "--json"])

    told = capsys.readouterr()
    assert code == 70
    assert [order.asked.host for order in orders] == ["a.example", "b.example", "c.example"]
    assert [one["exit_code"] for one in json.loads(told.out)] == [0, 70, 0]
    assert "An internal error ended the program (ValueError)" in told.err


@pytest.mark.parametrize("number", [2, 15])
def test_shops_to_compare_are_audited_no_further_when_a_person_stops(
    audits: Callable[..., Ordered], capsys: pytest.CaptureFixture[str], number: int
) -> None:
    orders = audits(lambda _host: 128 + number)

    code = main(["compare", "a.example", "b.example", "--out", "compared"])

    assert code == 128 + number
    assert [order.asked.host for order in orders] == ["a.example"]
    assert capsys.readouterr().out == ""
    assert not Path("compared").exists()


@pytest.mark.parametrize(
    ("urls", "folders"),
    [
        (["a.example/fi"], ["o"]),
        (["a.example/fi", "b.example"], ["o/a.example", "o/b.example"]),
        (
            ["a.example/fi", "a.example/sv", "b.example", "a.example"],
            ["o/a.example", "o/a.example-2", "o/b.example", "o/a.example-3"],
        ),
    ],
)
def test_each_of_several_audits_has_a_folder_of_its_own(
    audits: Callable[..., Ordered], urls: list[str], folders: list[str]
) -> None:
    orders = audits(lambda _host: 0)

    assert main(["run", *urls, "--out", "o"]) == 0
    assert [str(order.folder) for order in orders] == folders


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"notes": (NoteText.OUT_OF_TIME.of(seconds=1800),)}, 0),
        ({"notes": (NoteText.BROWSER_FAILED.of(error="Target crashed"),), "broken": True}, 4),
        ({}, 0),
    ],
)
def test_what_cut_an_audit_short_is_told(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: dict[str, Any],
    code: int,
) -> None:
    async def record(_asked: Any, _settings: Any, folder: AuditFolder, *_more: Any, **_named: Any) -> None:
        url = "https://a.example/"
        who = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent="accept")
        reach = Reach(requested="a.example", url=url)
        folder.write_site(
            Site(url=url, started_at=NOW, visitor=who, reach=reach, tool_version="1", viewports=(), **more)
        )  # fmt: skip

    monkeypatch.setattr(auditing, "record", record)

    assert main(["run", "a.example", "--out", str(tmp_path / "a")]) == code
    told = capsys.readouterr().err.splitlines()
    notes = [str(note) for note in more.get("notes", ())]
    assert [line for line in told if line in notes] == notes
    assert (tmp_path / "a/report.html").is_file()
