"""The page of all shops: what needs a look first, damaged folders told, links that hold where the page lies."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from auditor.brand import Brand
from auditor.cli.main import main
from auditor.model import Audit, AuditSite
from auditor.model.past import past_of
from auditor.model.shelf import Shelf, ShopAudits
from auditor.render import render_dashboard
from auditor.store import write_audit, write_report
from auditor.store.shelf import read_shelf
from tests.render.audits import broken_audit, rich_audit
from tests.render.test_hostile import HOSTILE

OTHER = AuditSite(url="https://kahvi.example/", name="Kahvi", languages=("fi",), country="FI", platform=None)


def shelf_of(*audits: Audit) -> Shelf:
    shops = tuple(
        ShopAudits(
            name=one.site.name, url=one.site.url, sentence=one.sentence,
            audits=(past_of(one, f"shop{at}/now"),), reported=frozenset({f"shop{at}/now"}),
        )
        for at, one in enumerate(audits)
    )  # fmt: skip
    return Shelf(shops=shops)


def page_of(shelf: Shelf, lang: str = "en", **more: object) -> BeautifulSoup:
    html = render_dashboard(shelf, lang=lang, link=lambda name: f"../{name}/report.html", **more)  # type: ignore[arg-type]
    return BeautifulSoup(html, "lxml")


def words(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").split()) if tag else ""


@pytest.fixture
def kept(tmp_path: Path) -> Callable[..., Path]:
    def keep(name: str, audit: Audit) -> Path:
        folder = tmp_path / "audits" / name
        folder.mkdir(parents=True)
        write_audit(folder, audit)
        write_report(folder, "<p>report</p>")
        return folder

    return keep


def names(page: BeautifulSoup) -> Sequence[str]:
    return [words(one) for one in page.select("#shops tbody .name")]


def test_what_needs_a_look_stands_first() -> None:
    audits = (rich_audit(), broken_audit("robot-wall", "").model_copy(update={"site": OTHER}))

    page = page_of(shelf_of(*audits))

    assert names(page) == ["Kahvi", "Tuulan Teetupa"]
    assert "The shop turned the visitor away as a robot." in words(page.select_one("tbody tr"))


def test_a_checkout_that_is_not_reached_stands_before_other_alerts() -> None:
    told = rich_audit().model_copy(update={"site": OTHER})
    lost = {screen: one.model_copy(update={"outcome": "add-to-cart-failed"}) for screen, one in told.journeys.items()}
    stuck = told.model_copy(update={"journeys": lost, "site": rich_audit().site})

    page = page_of(shelf_of(told, stuck), alerts={OTHER.url: ("The budget is not kept: LCP",)})

    assert names(page) == ["Tuulan Teetupa", "Kahvi"]


def test_alerts_of_a_shop_stand_beside_it() -> None:
    page = page_of(shelf_of(rich_audit()), alerts={rich_audit().site.url: ("The budget is not kept: LCP",)})

    assert "The budget is not kept: LCP" in words(page.select_one("tbody th"))


def test_a_shop_bears_the_name_that_it_was_given() -> None:
    page = page_of(shelf_of(rich_audit()), names={rich_audit().site.url: "Teetupa (weekly)"})

    assert names(page) == ["Teetupa (weekly)"]


def test_each_shop_has_a_line_with_its_trend_and_past(kept: Callable[..., Path], tmp_path: Path) -> None:
    early = rich_audit().started_at.replace(day=14)
    kept("teetupa.example/20261114T120500Z", rich_audit(started_at=early, score=40))
    kept("teetupa.example/20261121T120500Z", rich_audit())

    page = page_of(read_shelf(tmp_path / "audits"))

    assert names(page) == ["Tuulan Teetupa"]
    assert len(page.select("tbody svg.trendline")) == 1
    assert [one["href"] for one in page.select("details a")] == [
        "../teetupa.example/20261121T120500Z/report.html",
        "../teetupa.example/20261114T120500Z/report.html",
    ]


def test_only_the_newest_audits_are_read(kept: Callable[..., Path], tmp_path: Path) -> None:
    folders = [kept(f"teetupa.example/202611{day}T120500Z", rich_audit()) for day in range(10, 16)]
    (folders[0] / "audit.json").write_text("{")

    shelf = read_shelf(tmp_path / "audits", limit=3)

    assert [len(one.audits) for one in shelf.shops] == [3]
    assert shelf.unread == ()


def test_damaged_folders_are_named(
    kept: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept("a/one", rich_audit()) / "audit.json").write_text("{")
    (tmp_path / "audits" / "b" / "two" / "recording").mkdir(parents=True)

    code = main(["dashboard", str(tmp_path / "audits"), "--out", str(tmp_path / "site")])

    page = BeautifulSoup((tmp_path / "site" / "index.html").read_text("utf-8"), "lxml")
    told = capsys.readouterr()
    assert code == 0
    assert [words(one) for one in page.select(".unread code")] == ["a/one", "b/two"]
    assert str(tmp_path) not in page.get_text()
    assert "b/two is left out: " in told.err
    assert "holds no audit that can be shown: make one with `cx-audit run`." in told.err
    assert not page.find_all("script")


@pytest.mark.parametrize("copy", [True, False])
def test_links_lead_to_reports(kept: Callable[..., Path], tmp_path: Path, copy: bool) -> None:
    kept("tee & co/one", rich_audit())
    site = tmp_path / "deep" / "site"

    code = main(["dashboard", str(tmp_path / "audits"), "--out", str(site), *(["--copy"] if copy else [])])

    link = BeautifulSoup((site / "index.html").read_text("utf-8"), "lxml").select_one(".name a")
    assert code == 0
    assert link is not None
    assert (
        link["href"] == f"{'' if copy else '../../audits/'}{'reports/' if copy else ''}tee%20%26%20co/one/report.html"
    )
    assert (site / str(link["href"]).replace("%20", " ").replace("%26", "&")).is_file()


@pytest.mark.parametrize("name", HOSTILE)
def test_words_of_a_site_stay_text(name: str) -> None:
    site = AuditSite(
        url=f"https://x.example/{HOSTILE[name]}", name=HOSTILE[name], languages=(), country=None, platform=None
    )
    audit = broken_audit(HOSTILE[name], HOSTILE[name]).model_copy(update={"site": site})

    page = page_of(shelf_of(audit), alerts={site.url: (HOSTILE[name],)})

    html = str(page)
    assert len(page.find_all("script")) == 1
    assert not page.find_all("img")
    assert [sign for sign in ("\x00", "\u202e", "x" * 1000) if sign in html] == []


def test_a_branded_page_names_nobody_else() -> None:
    page = page_of(shelf_of(rich_audit()), brand=Brand("Tee Oy", contact="tee@tee.example"))

    assert "cx-audit" not in str(page)
    assert "Tee Oy · tee@tee.example" in words(page.select_one("footer"))


def test_an_empty_folder_is_a_page_with_a_sentence(tmp_path: Path) -> None:
    assert "There are no audits in this folder yet." in words(page_of(read_shelf(tmp_path)).select_one("main"))
    assert json.loads(read_shelf(tmp_path).model_dump_json()) == {"shops": [], "unread": []}
