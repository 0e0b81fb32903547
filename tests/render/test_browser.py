"""The report in a real browser: no request leaves it, it fits 320 px, it prints whole, and axe finds no fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from auditor.model import Audit, Confidence
from auditor.page_scripts import Asset, asset_path
from tests.render.audits import broken_audit, rich_audit, stuck_audit
from tests.render.walks import DESKTOP, MOBILE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("report")]

Written = Callable[..., str]
AUDITS: dict[str, Callable[[], Audit]] = {
    "whole": rich_audit,
    "broken": lambda: broken_audit("robot-wall", "The shop answered 403.", gathered=True),
    "interrupted": lambda: rich_audit(complete=False),
    "stuck": lambda: stuck_audit(DESKTOP, MOBILE),
    "stuck on one screen": lambda: stuck_audit(MOBILE),
}


def _opened(browser: Browser, url: str, width: int = 1366, **more: Any) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800}, **more)
    page.goto(url)
    return page


def _stays(page: Page, width: int) -> None:
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")

    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_report_asks_nothing_of_the_network(browser: Browser, report_file: Written, lang: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page()
    page.route("**/*", lambda route: (asked.append(route.request.url), route.continue_()))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    page.goto(report_file(lang=lang))
    page.wait_for_load_state("networkidle")

    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert said == []
    page.close()


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("width", [320, 390, 768, 1366])
def test_report_does_not_move_sideways(browser: Browser, report_file: Written, lang: str, width: int) -> None:
    _stays(_opened(browser, report_file(lang=lang), width), width)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("kind", ["stuck", "stuck on one screen"])
def test_a_purchase_that_ends_does_not_move_sideways(
    browser: Browser, report_file: Written, lang: str, kind: str
) -> None:
    _stays(_opened(browser, report_file(AUDITS[kind](), lang), 320), 320)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
@pytest.mark.parametrize("kind", ["whole", "stuck", "stuck on one screen"])
def test_first_screen_needs_no_scrolling(
    browser: Browser, report_file: Written, lang: str, width: int, height: int, kind: str
) -> None:
    page = _opened(browser, report_file(AUDITS[kind](), lang), width)

    assert page.evaluate("document.querySelector('.first').getBoundingClientRect().bottom") <= height
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1366])
@pytest.mark.parametrize("kind", AUDITS)
def test_axe_finds_nothing(browser: Browser, report_file: Written, scheme: str, width: int, kind: str) -> None:
    page = _opened(browser, report_file(AUDITS[kind]()), width, color_scheme=scheme)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    page.evaluate(asset_path(Asset.AXE).read_text("utf-8"))

    found = page.evaluate("axe.run().then(told => told.violations)")

    told = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]
    assert told == [], json.dumps(told, indent=1)
    page.close()


def test_everything_stands_on_paper_with_scripts_off(browser: Browser, report_file: Written) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(report_file())
    page.emulate_media(media="print")

    hidden = [part for part in page.locator(".card .seen .text").all() if not part.is_visible()]

    assert hidden == []
    page.close()


def test_selector_is_copied_by_keyboard(browser: Browser, report_file: Written) -> None:
    page = _opened(browser, report_file())
    button = page.locator(".copy:visible").first

    button.focus()
    page.keyboard.press("Enter")

    assert button.inner_text() in {"Copied", "Copy"}
    assert button.evaluate("one => one.previousElementSibling.className") == "selector"
    page.close()


def test_link_to_a_closed_card_opens_it(browser: Browser, report_file: Written) -> None:
    page = _opened(browser, report_file())

    page.locator(".missing a").first.click()

    anchor = page.evaluate("location.hash.slice(1)")
    page.wait_for_function("name => document.getElementById(name).open", arg=anchor)
    page.close()


def test_findings_are_filtered_by_keyboard_and_found_again(browser: Browser, report_file: Written) -> None:
    page = _opened(browser, report_file())
    shown = "document.querySelectorAll('.stage .card:not([hidden])').length"
    whole = page.evaluate(shown)

    page.locator("[data-filter=stage]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")

    fewer = page.evaluate(shown)
    assert 0 < fewer < whole
    assert page.locator(".filters output").inner_text() == f"{fewer} of {whole} shown"
    assert page.locator(".stage:visible").count() == 1

    page.emulate_media(media="print")
    assert page.locator(".stage:visible").count() == 5
    page.emulate_media(media="screen")
    page.locator(".mends a").first.click()
    page.wait_for_function(
        "whole => document.querySelectorAll('.stage .card:not([hidden])').length === whole", arg=whole
    )
    page.close()


def test_findings_are_filtered_by_certainty_with_the_keyboard(browser: Browser, report_file: Written) -> None:
    page = _opened(browser, report_file())

    page.locator("[data-filter=certainty]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    assert page.locator(".stage .card:visible").evaluate_all("all => all.map(one => one.id)") == [
        "use-contact-channels"
    ]
    page.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_first_screen_has_room_for_mends_that_are_not_certain(
    browser: Browser, report_file: Written, lang: str, width: int, height: int
) -> None:
    audit = rich_audit()
    unsure = tuple(one.model_copy(update={"confidence": Confidence.MEDIUM}) for one in audit.results)
    page = _opened(browser, report_file(audit.model_copy(update={"results": unsure}), lang), width)

    assert page.locator(".mends .unsure").count() == 3
    assert page.evaluate("document.querySelector('.first').getBoundingClientRect().bottom") <= height
    page.close()


def test_without_scripts_every_finding_is_shown_and_no_filter(browser: Browser, report_file: Written) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(report_file())

    assert not page.locator(".filters").is_visible()
    assert page.locator(".card:visible").count() == page.locator(".card").count()
    page.close()
