"""Fixtures: reports of the made-up shop, and a browser to look at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from auditor.model import Audit
from auditor.model.past import past_of
from auditor.render import render_report
from tests.render.audits import rich_audit
from tests.render.pictures import picture
from tests.render.sample_checks import SAMPLE_CHECKS
from tools.browser import find_browser

Render = Callable[..., str]


@pytest.fixture(scope="session")
def render() -> Render:
    def made(audit: Audit | None = None, lang: str = "en") -> str:
        now = audit or rich_audit()
        before = past_of(rich_audit(), "earlier")
        past = [
            before.model_copy(update={"started_at": now.started_at - timedelta(days=days), "score": score})
            for days, score in ((21, 41), (14, 52), (7, 47))
        ]
        return render_report(
            now, checks=SAMPLE_CHECKS, lang=lang, picture=picture, past=past, folder="20261121T120500Z"
        )

    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a browser to the tests of one module: while it lives, no other loop may run in this process."""
    path = find_browser()
    if path is None:
        pytest.skip("no browser on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def report_file(render: Render, tmp_path: Path) -> Callable[..., str]:
    def written(audit: Audit | None = None, lang: str = "en") -> str:
        path = tmp_path / f"report-{lang}.html"
        path.write_text(render(audit, lang), "utf-8")
        return path.as_uri()

    return written
