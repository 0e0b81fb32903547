"""`report` and its formats: everything is written that can be, and a missing browser has its own exit code."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from auditor.cli.main import main
from auditor.store import write_audit
from tests.render.audits import rich_audit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_audit(tmp_path, rich_audit())
    return tmp_path


def test_each_format_is_written_and_its_path_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["report", str(folder), "--format", "html,md,csv,json", "--lang", "sv"])

    names = ["report.html", "summary.md", "findings.csv"]
    assert code == 0
    assert capsys.readouterr().out.split() == [str(folder / name) for name in names]
    assert 'lang="sv"' in (folder / "report.html").read_text("utf-8")
    assert (folder / "summary.md").read_text("utf-8").startswith("# Granskning av kundupplevelsen: ")
    assert (folder / "findings.csv").read_bytes().startswith(b'\xef\xbb\xbf"Skede";')


def test_without_a_browser_all_but_the_pdf_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = ["report", str(folder), "--format", "pdf,md,csv", "--browser", "/no/such/chromium"]

    with ThreadPoolExecutor(1) as threads:  # printing starts an event loop, and other tests may hold this thread's
        code = threads.submit(main, order).result()

    told = capsys.readouterr()
    assert code == 4
    assert "The browser that was asked for cannot be started: /no/such/chromium does not exist." in told.err
    assert {path.name for path in folder.iterdir()} >= {"report.html", "summary.md", "findings.csv"}
    assert not (folder / "report.pdf").exists()


def test_a_brand_whose_colours_were_moved_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "brand.toml").write_text('name = "Tee Oy"\n[colours]\naccent = "#ffee00"\n', "utf-8")

    code = main(["report", str(folder), "--brand", str(folder / "brand.toml")])

    assert code == 0
    assert "colours.accent: #ffee00 is hard to read on light pages" in capsys.readouterr().err
    assert "Tee Oy" in (folder / "report.html").read_text("utf-8")


def test_a_brand_with_a_wrong_key_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "brand.toml").write_text('nmae = "Tee Oy"\n', "utf-8")

    assert main(["report", str(folder), "--brand", str(folder / "brand.toml")]) == 2
    assert "the key nmae is not known; did you mean name?" in capsys.readouterr().err
