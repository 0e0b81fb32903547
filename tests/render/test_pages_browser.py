"""Comparison, dashboard and PDF in a real browser: axe finds no fault, they fit a phone, the keyboard is enough."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from auditor.collect.page.browser import BrowserMissingError
from auditor.collect.pdf import print_pdf
from auditor.page_scripts import Asset, asset_path
from auditor.render import paper_foot
from tests.compare.test_compare import OPEN, after
from tests.render.audits import broken_audit, rich_audit
from tests.render.test_compare_page import compared
from tests.render.test_dashboard import OTHER, page_of, shelf_of
from tests.render.test_hostile import HOSTILE, audit_with
from tools.browser import find_browser

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("report")]

STALE = broken_audit("robot-wall", "").model_copy(update={"site": OTHER})
PAGES: dict[str, Callable[[], str]] = {
    "compare": lambda: compared(rich_audit(), after(*OPEN, site=OTHER, profile=HOSTILE["long"])),
    "dashboard": lambda: str(page_of(shelf_of(rich_audit(), STALE, audit_with(HOSTILE["long"])))),
}


def printed(report: Path, target: Path, foot: str, browser: str, *, brief: bool = False) -> Path:
    """Print in a thread of its own: the other tests' browser holds the event loop of this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(print_pdf, report, target, foot=foot, brief=brief, browser=browser).result()


def paper_pages(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_fits(browser: Browser, tmp_path: Path, name: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGES[name](), "utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.evaluate(asset_path(Asset.AXE).read_text("utf-8"))
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    found = {}

    for scheme, width in (("light", 1366), ("dark", 320)):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        told = page.evaluate("axe.run().then(told => told.violations)")
        found[scheme, width] = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in told]
        assert page.evaluate("document.documentElement.scrollWidth") == width

    assert all(one == [] for one in found.values()), json.dumps({str(key): one for key, one in found.items()}, indent=1)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()


def test_shops_are_sorted_and_filtered_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(str(page_of(shelf_of(rich_audit(score=70), STALE))), "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())

    def names() -> list[str]:
        return page.locator("tbody .name:visible").all_inner_texts()

    page.get_by_role("button", name="Score").focus()
    page.keyboard.press("Enter")
    by_score = names()
    page.get_by_role("searchbox").focus()
    page.keyboard.type("kahvi")

    assert by_score == ["Tuulan Teetupa", "Kahvi"]
    assert page.get_by_role("columnheader", name="Score").get_attribute("aria-sort") == "ascending"
    assert names() == ["Kahvi"]
    assert page.get_by_role("status").inner_text() == "1 of 2 shops shown"
    page.close()


@pytest.mark.usefixtures("users_browser")
@pytest.mark.parametrize("name", ["whole", "script"])
def test_a_report_is_printed_tagged_with_outline_and_page_numbers(
    report_file: Callable[..., str], tmp_path: Path, name: str
) -> None:
    if find_browser() is None:
        pytest.skip("no browser on this machine")
    audit = rich_audit() if name == "whole" else audit_with(HOSTILE[name])
    report = Path(report_file(audit).removeprefix("file://"))

    pdf = printed(report, tmp_path / "report.pdf", paper_foot(audit, lang="en"), str(find_browser()))

    body = pdf.read_bytes()
    assert body.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in body
    assert b"/Outlines" in body
    assert paper_pages(pdf) > 1
    assert re.search(rb"/JavaScript|/JS\b|javascript:", body) is None


def test_the_brief_edition_holds_what_a_meeting_reads(
    browser: Browser, report_file: Callable[..., str], tmp_path: Path
) -> None:
    report = Path(report_file(rich_audit()).removeprefix("file://"))
    page = browser.new_page()
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    page.evaluate("document.documentElement.dataset.edition = 'brief'")

    shown = page.evaluate(
        "[...document.querySelectorAll('main > section')].filter(one => one.offsetHeight).map(one => one.id)"
    )

    assert shown == ["", "map", "plan", "method"]
    assert page.locator(".limits").is_visible()
    papers = {
        brief: printed(report, tmp_path / f"{brief}.pdf", "", str(find_browser()), brief=brief)
        for brief in (False, True)
    }
    assert paper_pages(papers[True]) < paper_pages(papers[False])


def test_a_comparison_is_printed_with_both_shops_at_the_foot(tmp_path: Path) -> None:
    if find_browser() is None:
        pytest.skip("no browser on this machine")
    sides = (rich_audit(), rich_audit().model_copy(update={"site": OTHER}))
    page = tmp_path / "compare.html"
    page.write_text(PAGES["compare"](), "utf-8")
    foot = paper_foot(*sides, lang="en")

    assert b"/StructTreeRoot" in printed(page, tmp_path / "compare.pdf", foot, str(find_browser())).read_bytes()
    assert all(one.site.name in foot for one in sides)


def test_a_browser_that_is_not_there_prints_nothing(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text("<p>Report</p>", "utf-8")

    with pytest.raises(BrowserMissingError):
        printed(report, tmp_path / "report.pdf", "", "/no/such/chromium")

    assert not (tmp_path / "report.pdf").exists()
