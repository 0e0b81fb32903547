"""The page of a comparison: worded by what is compared, with proof, and harmless whatever the shops wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from auditor.brand import Brand
from auditor.cli.main import main
from auditor.compare import compare
from auditor.model import Audit, AuditSite, Tool
from auditor.model.words import JourneyOutcome
from auditor.render import render_comparison, render_comparison_summary
from auditor.store import write_audit, write_report
from auditor.view.compare.items import Compared
from auditor.view.names import ENDINGS, UNSURE_END
from tests.compare.test_compare import OPEN, after
from tests.render.audits import broken_audit, rich_audit
from tests.render.pictures import picture
from tests.render.sample_checks import SAMPLE_CHECKS
from tests.render.test_dashboard import OTHER, words
from tests.render.test_hostile import HOSTILE, audit_with


def sides(*audits: Audit) -> list[Compared]:
    return [Compared(one, f"../{at}/report.html", picture) for at, one in enumerate(audits)]


def compared(*audits: Audit, lang: str = "en", brand: Brand | None = None) -> str:
    return render_comparison(
        compare(audits),
        sides(*audits),
        checks=SAMPLE_CHECKS,
        lang=lang,
        brand=brand,  # type: ignore[arg-type]
    )


def test_before_and_after_is_told_with_proof() -> None:
    page = BeautifulSoup(compared(rich_audit(), after(*OPEN)), "lxml")

    item = page.select_one(".differs.better > li")
    assert words(page.select_one("h1")).startswith("The shop got better: ")
    assert words(item.select_one("h4") if item else None) == "Open to guests Purchase · 0 → 100 of 100"
    assert item is not None
    assert "The only way on is a form that demands a password." in words(item)
    assert [link["href"] for link in item.select("a")] == [
        "../0/report.html#purchase-guest-checkout",
        "../1/report.html#purchase-guest-checkout",
    ]


def test_competitors_are_worded_apart() -> None:
    page = BeautifulSoup(compared(rich_audit(), after(*OPEN, site=OTHER)), "lxml")

    assert words(page.select_one("h1")) == "Tuulan Teetupa is behind Kahvi."
    assert "Where Tuulan Teetupa is behind" in words(page.select_one("#changes"))
    assert "got better" not in page.get_text()


def test_what_is_not_alike_stands_before_the_figures() -> None:
    page = BeautifulSoup(compared(rich_audit(), after(*OPEN, tool=Tool(name="cx-audit", version="9.0"))), "lxml")

    assert "different versions of the program, so scores are not compared" in words(page.select_one(".doubts"))
    assert {words(one) for one in page.select(".scores .change")} == {"not comparable"}


@pytest.mark.parametrize("name", HOSTILE)
def test_words_of_the_shops_stay_text(name: str) -> None:
    shop = AuditSite(
        url=f"https://x.example/{HOSTILE[name]}", name=HOSTILE[name], languages=(), country=None, platform=None
    )
    audits = (audit_with(HOSTILE[name]), rich_audit(site=shop, tool=Tool(name="x", version=HOSTILE[name])))

    html = compared(*audits)
    text = render_comparison_summary(compare(audits), sides(*audits), checks=SAMPLE_CHECKS, lang="en")

    page = BeautifulSoup(html, "lxml")
    assert not page.find_all(["img", "iframe", "object"])
    assert [tag for tag in page.find_all("script") if tag.get_text()] == []
    assert [sign for sign in ("\x00", "\u202e", "x" * 1000) if sign in html or sign in text] == []
    assert "<script" not in text.replace("\\<", "")


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_a_brand_stands_alone(lang: str) -> None:
    audits = (rich_audit(), after(*OPEN))
    brand = Brand("Tee Oy", contact="tee@tee.example")

    told = [
        compared(*audits, lang=lang, brand=brand),
        render_comparison_summary(compare(audits), sides(*audits), checks=SAMPLE_CHECKS, lang=lang, brand=brand),  # type: ignore[arg-type]
    ]

    assert [text for text in told if "cx-audit" in text] == []
    assert all("Tee Oy" in text for text in told)


def test_the_command_puts_one_shop_in_the_order_of_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, audit in (("new", after(*OPEN)), ("old", rich_audit())):
        (tmp_path / name).mkdir()
        write_audit(tmp_path / name, audit)
        write_report(tmp_path / name, "<p>report</p>")
    out = tmp_path / "out"

    code = main(
        ["compare", str(tmp_path / "new"), str(tmp_path / "old"), "--out", str(out), "--format", "html,md,json"]
    )

    page = BeautifulSoup((out / "compare.html").read_text("utf-8"), "lxml")
    assert code == 0
    assert capsys.readouterr().out.split() == [str(out / f"compare.{one}") for one in ("md", "json", "html")]
    assert [link["href"] for link in page.select(".sides .note a[href^='..']")] == [
        "../old/report.html",
        "../new/report.html",
    ]
    assert json.loads((out / "compare.json").read_text("utf-8"))["same_site"]
    assert (out / "compare.md").read_text("utf-8").startswith("# Ennen ja jälkeen: ")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["audits"], "name two to 5 audits or shops; 1 given."),
        (["nowhere", "neither"], "neither is neither a folder nor the address of a shop."),
        (["a.example", "b.example", "--format", "csv"], "'csv' is not known; choose from html, pdf, md, json"),
    ],
)
def test_bad_usage_is_told(args: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *args]) == 2
    assert told in capsys.readouterr().err


def test_an_audit_that_failed_is_shown_with_its_reason_and_compared_in_nothing() -> None:
    broken = broken_audit("robot-wall", "The shop answered 403.").model_copy(update={"site": OTHER})

    page = BeautifulSoup(compared(rich_audit(), broken), "lxml")

    assert "The shop answered 403." in words(page.select(".sides li")[1])
    assert "Not every audit was made to its end." in words(page.select_one(".doubts"))
    assert words(page.select_one("h1")) == "As a whole these audits cannot be compared."
    assert page.select(".differs") == []


def test_five_shops_stand_side_by_side() -> None:
    shops = [OTHER.model_copy(update={"name": name, "url": f"https://{name}.example/"}) for name in "abcde"]

    page = BeautifulSoup(compared(*(rich_audit(site=shop) for shop in shops)), "lxml")

    assert [words(one) for one in page.select(".scores thead th")] == list("abcde")
    assert {words(one) for one in page.select(".scores .change")} == {"no difference"}


def test_an_end_that_nobody_can_be_sure_of_is_told_as_such() -> None:
    failed = {"outcome": JourneyOutcome.ADD_TO_CART_FAILED, "unsure": True}
    journeys = {name: walk.model_copy(update=failed) for name, walk in rich_audit().journeys.items()}

    page = BeautifulSoup(compared(rich_audit(), after(journeys=journeys)), "lxml")

    assert UNSURE_END in words(page.select_one("#path"))
    assert ENDINGS[JourneyOutcome.ADD_TO_CART_FAILED] not in words(page.select_one("#path"))
