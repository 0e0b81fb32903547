"""The summary in Markdown and the findings as a table: whole, short, and harmless whatever the shop wrote."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from auditor.model import Audit, AuditSite, Finding, Mute, Stage, StageScore
from auditor.render import render_csv, render_summary
from tests.render.audits import rich_audit
from tests.render.sample_checks import SAMPLE_CHECKS
from tests.render.test_hostile import HOSTILE, audit_with
from tests.render.walks import DESKTOP, MOBILE

SEPARATORS = {"en": ",", "fi": ";", "sv": ";"}


def _found(audit: Audit, check: str, **more: Any) -> Finding:
    results = tuple(at for at, one in enumerate(audit.results) if one.check == check)
    stage = audit.results[results[0]].stage
    given = {"selector": "form#login", "viewports": (DESKTOP, MOBILE), "pages": ("desktop-checkout",), **more}
    return Finding(key="ab" * 32, check=check, rule="wall", stage=stage, results=results, **given)


def with_findings(audit: Audit | None = None, *checks: str, **more: Any) -> Audit:
    audit = audit or rich_audit()
    found = tuple(_found(audit, check, **more) for check in checks or ("reviews-shown", "guest-checkout"))
    return audit.model_copy(update={"findings": found})


def rows(audit: Audit, lang: str = "en") -> list[list[str]]:
    text = render_csv(audit, checks=SAMPLE_CHECKS, lang=lang)  # type: ignore[arg-type]
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=SEPARATORS[lang]))


def summary(audit: Audit, lang: str = "en") -> str:
    return render_summary(audit, checks=SAMPLE_CHECKS, lang=lang)  # type: ignore[arg-type]


def test_table_has_one_row_for_each_finding() -> None:
    audit = with_findings(rich_audit(), "guest-checkout", "mobile-overflow")
    points = re.search(r"Checkout demands an account\*\* \(\+([\d.]+) points", summary(audit))[1]

    heads, *found = rows(audit)

    assert [len(row) for row in found] == [len(heads)] * 2
    assert dict(zip(heads, found[0], strict=True)) == {
        "Stage": "Purchase",
        "Check": "guest-checkout",
        "Title": "Checkout demands an account",
        "Severity": "Critical",
        "Outcome": "Failed",
        "Certainty": "certain",
        "Work": "days of work",
        "Points for the whole check": points,
        "Screens": "Desktop, Phone",
        "Pages": "https://teetupa.example/kassa",
        "Selector": "form#login",
        "What was seen": "The only way on is a form that demands a password.",
        "What to do": "Mend guest-checkout: do the plain thing first, then measure again.",
        "Key": "ab" * 32,
        "Left alone on purpose": "",
    }


def test_table_says_how_sure_how_much_work_and_how_many_points() -> None:
    heads, *found = rows(with_findings(rich_audit(), "guest-checkout", "contact-channels"), "fi")

    told = [dict(zip(heads, row, strict=True)) for row in found]

    assert [one["Varmuus"] for one in told] == ["varma", "todennäköinen – tarkista ensin"]
    assert [one["Työmäärä"] for one in told] == ["päivien työ"] * 2
    assert all(re.fullmatch(r"\d+,\d", one["Pisteet koko tarkistuksesta"]) for one in told)


def test_table_gives_no_points_where_there_is_no_score_or_the_finding_is_left_alone() -> None:
    scoreless = rich_audit(score=None, stages=tuple(StageScore(stage=one, score=None, coverage=0.0) for one in Stage))
    muted = with_findings(None, "guest-checkout", muted=Mute(reason="The old theme goes in March."))

    cells = [dict(zip(*rows(audit), strict=True)) for audit in (with_findings(scoreless, "guest-checkout"), muted)]

    assert [one["Points for the whole check"] for one in cells] == ["", ""]


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_table_speaks_as_the_spreadsheet_of_the_country_does(lang: str) -> None:
    text = render_csv(with_findings(), checks=SAMPLE_CHECKS, lang=lang)  # type: ignore[arg-type]

    assert text.startswith('\ufeff"Vaihe";' if lang == "fi" else '\ufeff"Skede";')


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_no_cell_becomes_a_formula(start: str) -> None:
    muted = Mute(reason=start)

    cells = [cell for row in rows(with_findings(None, "guest-checkout", selector=start, muted=muted)) for cell in row]

    assert f"'{start.strip()}" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_words_of_the_site_stay_in_their_cells(name: str) -> None:
    audit = with_findings(audit_with(HOSTILE[name]), "guest-checkout", selector=HOSTILE[name], pages=("p1",))

    heads, *found = rows(audit)

    assert [len(row) for row in found] == [len(heads)]
    assert all(sign.isprintable() or sign == "\u200d" for cell in found[0] for sign in cell)
    assert max(len(cell) for cell in found[0]) < 5000


def test_summary_fits_a_ticket_and_tells_what_failed() -> None:
    text = summary(with_findings())

    assert text.startswith("# Customer experience audit: Tuulan Teetupa\n")
    assert "**Customers reach the checkout but must open an account to buy" in text
    assert "| Purchase | " in text
    assert "1. **Checkout demands an account** (+" in text
    assert "- **Checkout demands an account** (Purchase, Desktop, Phone, certain): The only way on" in text
    assert "`form#login` [Page](https://teetupa.example/kassa)" in text
    assert len(text.splitlines()) < 60


def test_summary_plans_the_mends_by_their_work() -> None:
    text = summary(rich_audit())

    rows_ = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if " of work |" in line
    ]
    assert [row[0] for row in rows_] == sorted((row[0] for row in rows_), reverse=True)
    assert [row[4] for row in rows_ if row[1] == "Help is easy to reach: needs work"] == ["probable – check first"]
    assert "of work, probable – check first): Mend contact-channels" in text


@pytest.mark.parametrize("name", HOSTILE)
def test_words_of_the_site_stay_words_in_the_summary(name: str) -> None:
    audit = with_findings(audit_with(HOSTILE[name]), "guest-checkout", selector=HOSTILE[name], pages=("p1",))

    text = summary(audit)

    text.encode("utf-8")
    outside = "".join(part for at, part in enumerate(text.split("`")) if at % 2 == 0)
    assert "<script" not in outside.replace("\\<", "")
    assert "<img" not in outside.replace("\\<", "")
    assert all(sign.isprintable() or sign in "\n\u200b\u200d" for sign in text)
    assert "x" * 1000 not in text


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("a | b", "a \\| b"),
        ("`rm`", "\\`rm\\`"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript\\:alert(1))"),
        ("<b>x</b>", "\\<b\\>x\\</b\\>"),
        ("https://evil.example", "https\\://evil.example"),
        ("www.evil.example", "www\\.evil.example"),
        ("@everyone", "@\u200beveryone"),
        ("ask@shop.example", "ask@shop.example"),
        ("1. first", "1\\. first"),
        ("--- rule", "\\--- rule"),
        ("![x](y)", "!\\[x\\](y)"),
    ],
)
def test_marks_of_markdown_are_escaped(said: str, written: str) -> None:
    shop = AuditSite(url="https://shop.example/", name=said, languages=(), country=None, platform=None)

    assert summary(rich_audit(site=shop)).splitlines()[0] == f"# Customer experience audit: {written}"


def test_an_address_keeps_its_query() -> None:
    shop = AuditSite(url="https://shop.example/?a=1&copy=2", name="S", languages=(), country=None, platform=None)

    assert "(https://shop.example/?a=1&amp;copy=2)" in summary(rich_audit(site=shop))


def test_summary_of_an_audit_without_findings_tells_its_scores() -> None:
    text = summary(rich_audit())

    assert "## What failed" not in text
    scores = text.partition("\n## ")[0]
    assert len([line for line in scores.splitlines() if line.startswith("| ")]) == len(Stage) + 2
