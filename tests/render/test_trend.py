"""The first screen says how the score has moved, and says so only where two audits compare."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bs4 import BeautifulSoup

from auditor.model.past import PastAudit, past_of
from auditor.render import render_report
from tests.render.audits import rich_audit
from tests.render.pictures import picture
from tests.render.sample_checks import SAMPLE_CHECKS


def earlier(days: int, score: int, **changes: Any) -> PastAudit:
    audit = rich_audit()
    began: datetime = audit.started_at - timedelta(days=days)
    return past_of(audit, "earlier").model_copy(update={"started_at": began, "score": score, **changes})


def trend(*past: PastAudit, lang: Any = "en") -> Any:
    html = render_report(
        rich_audit(), checks=SAMPLE_CHECKS, lang=lang, picture=picture, past=past, folder="20261121T120500Z"
    )
    return BeautifulSoup(html, "lxml").select_one(".trend")


def test_a_rise_is_told_with_its_day() -> None:
    now = rich_audit().score or 0

    shown = trend(earlier(14, now - 20), earlier(7, now - 4))

    assert shown.select_one("b").get_text() == "+4 since 14 Nov 2026"
    assert shown.svg["aria-label"].endswith(f"{now - 20} on 7 Nov 2026, {now - 4} on 14 Nov 2026, {now} on 21 Nov 2026")
    assert not shown.select(".break")


def test_another_version_breaks_the_line_and_gives_no_difference() -> None:
    now = rich_audit().score or 0

    shown = trend(earlier(7, now - 4, tool_version="0.0.9"))

    assert shown.select_one("b").get_text() == f"{now - 4} on 14 Nov 2026"
    assert "does not compare: changed since then is the program" in shown.get_text()
    assert len(shown.select(".break")) == 1
    assert not shown.select(".way")


def test_an_audit_that_went_wrong_is_no_part_of_the_trend() -> None:
    assert trend(earlier(7, 80, complete=False), earlier(3, 80, problem="robot-wall")) is None


def test_days_are_told_in_the_reader_s_language() -> None:
    now = rich_audit().score or 0

    assert trend(earlier(7, now + 4), lang="fi").select_one("b").get_text() == "−4 edellisestä (14.11.2026)"
