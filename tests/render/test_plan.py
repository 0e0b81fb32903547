"""The plan holds every mend once, by its work, and leads to its card."""

from __future__ import annotations

from bs4 import BeautifulSoup

from auditor.model import Mute, Outcome
from auditor.render import render_report
from tests.render.audits import broken_audit, rich_audit
from tests.render.conftest import Render
from tests.render.pictures import picture
from tests.render.sample_checks import SAMPLE_CHECKS
from tests.render.test_outputs import with_findings


def test_every_fault_stands_in_the_plan_once_and_leads_to_its_card(render: Render) -> None:
    page = BeautifulSoup(render(), "lxml")
    bad = {one.check for one in rich_audit().results if one.outcome in (Outcome.FAILED, Outcome.WARNING)}

    links = [one["href"][1:] for one in page.select("#plan li a")]

    assert len(links) == len(bad)
    assert all(page.find(id=one) for one in links)
    assert page.select_one(".mends .rest a")["href"] == "#plan"


def test_columns_go_from_little_work_to_much(render: Render) -> None:
    page = BeautifulSoup(render(), "lxml")

    for column, effort in zip(page.select("#plan .plan > div"), ("hours", "days"), strict=True):
        checks = [one["href"].split("-", 1)[1] for one in column.select("li a")]
        assert column.h3.get_text().startswith(f"{effort.title()} of work")
        assert {SAMPLE_CHECKS[one].effort for one in checks} == {effort}


def test_what_no_check_estimates_stands_last() -> None:
    checks = {name: check for name, check in SAMPLE_CHECKS.items() if name != "guest-checkout"}

    page = BeautifulSoup(render_report(rich_audit(), checks=checks, lang="en", picture=picture), "lxml")

    last = page.select("#plan .plan > div")[-1]
    assert last.h3.get_text().startswith("Work not estimated")
    assert [one["href"] for one in last.select("li a")] == ["#purchase-guest-checkout"]


def test_what_is_left_alone_is_not_planned(render: Render) -> None:
    muted = with_findings(None, "guest-checkout", muted=Mute(reason="The old theme goes in March."))

    page = BeautifulSoup(render(muted), "lxml")

    assert not page.select("#plan a[href='#purchase-guest-checkout']")


def test_an_audit_without_faults_has_no_plan(render: Render) -> None:
    page = BeautifulSoup(render(broken_audit("dead", "")), "lxml")

    assert page.find(id="plan") is None
    assert page.select("nav a[href='#plan']") == []
