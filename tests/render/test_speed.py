"""Speed is shown with its reasons: each load a dot, what was fetched when and from whom, how the page appeared."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from auditor.model import Course, Fetched, FilmFrame, HostInfo
from auditor.registry import load_checks
from auditor.texts import translate
from auditor.view.desk import advice_of, desk_of
from tests.render.audits import result, rich_audit
from tests.render.conftest import Render
from tests.render.walks import measurements


def _page(render: Render, lang: str = "en") -> BeautifulSoup:
    return BeautifulSoup(render(lang=lang), "lxml")


def test_each_load_is_a_dot_beside_the_median(render: Render) -> None:
    loads = _page(render).select_one(".speed td .bar").select(".dot")

    assert len(loads) == len(measurements()[0].samples)


def test_the_slowest_page_is_told_request_by_request(render: Render) -> None:
    slowest = _page(render).select_one(".slowest")

    assert slowest.h3.get_text(" ", strip=True).startswith("The slowest page: Home page, Phone")
    assert len(slowest.select(".fall:not(.ticks)")) == 30
    assert len(slowest.select(".fall.failed")) == 1
    assert slowest.select_one(".moment-key.lcp").get_text() == "LCP 4.6\u00a0s"
    assert [item.get_text(strip=True) for item in slowest.select(".film figcaption")] == [
        f"after {at}\u00a0s" for at in range(1, 6)
    ]


def test_weights_are_told_by_type_and_by_owner(render: Render) -> None:
    rows = _page(render).select_one(".slowest table").select("tbody tr")

    assert [cell.get_text(strip=True) for cell in rows[1].select("th, td")] == [
        "Styles",
        "5",
        "88\u00a0kB",
        "29\u00a0kB",
    ]
    assert "17% comes from other companies' servers." in _page(render).select_one(".slowest").get_text()


def test_the_press_that_stayed_on_its_page_is_told_there(render: Render) -> None:
    told = {
        article.h3.get_text(): article.select_one("tbody tr:last-child td").get_text(strip=True)
        for article in _page(render).select(".speed")
    }

    assert told["Product page"] == "48\u00a0ms"
    assert told["Home page"] == "not measured"


def test_the_largest_part_is_framed_within_the_window(render: Render) -> None:
    shot = _page(render).select_one(".lcp-shots .frame.desktop svg")
    height = float(shot["viewbox"].split()[3])
    frame = shot.select_one(".outline")

    assert float(frame["y"]) + float(frame["height"]) <= height


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_moments_follow_the_language(render: Render, lang: str) -> None:
    assert "LCP 4,6" in _page(render, lang).select_one(".moment-key.lcp").get_text()


def test_an_audit_without_requests_shows_no_waterfall(render: Render) -> None:
    bare = tuple(one.model_copy(update={"fetched": (), "film": (), "weights": ()}) for one in measurements())

    page = BeautifulSoup(render(rich_audit(measurements=bare)), "lxml")

    assert page.select(".speed")
    assert not page.select(".slowest")


def test_pictures_that_stayed_the_same_are_one_and_paints_are_named(render: Render) -> None:
    first, *others = measurements()
    home = next(one for one in others if one.film)
    names = ("mobile:white", "mobile:white", "mobile:white", "mobile:head", "mobile:whole")
    film = tuple(FilmFrame(at_ms=1000 * at, screenshot=name) for at, name in enumerate(names, 1))
    filmed = home.median.model_copy(update={"fcp_ms": 3400.0, "lcp_ms": 4600.0})
    audit = rich_audit(measurements=(first, home.model_copy(update={"film": film, "filmed": filmed})))

    frames = BeautifulSoup(render(audit), "lxml").select(".film figcaption")

    assert [one.get_text(" ", strip=True) for one in frames] == [
        "1\u00a0s to 3\u00a0s",
        "after 4\u00a0s The first thing is visible",
        "after 5\u00a0s The largest part is visible",
    ]


def test_the_time_is_told_in_parts_that_follow_each_other(render: Render) -> None:
    home = next(one for one in measurements() if one.film)
    style = Fetched(
        name="teetupa.example/a.css",
        type="style",
        start_ms=600,
        first_ms=1200,
        end_ms=2000,
        size_bytes=4096,
        blocking=True,
    )
    seen = home.median.model_copy(update={"ttfb_ms": 47.0, "fcp_ms": 2500.0, "lcp_ms": 4600.0})
    course = Course(answered_ms=573, blocking=(style,), cause="blocking")
    audit = rich_audit(measurements=(home.model_copy(update={"course": course, "looked_at": seen}),))

    parts = [one.get_text(" ", strip=True) for one in BeautifulSoup(render(audit), "lxml").select(".course li")]

    assert [one.replace("\u00a0", " ") for one in parts] == [
        "The answer of the page itself 0 s to 0.6 s "
        "The server itself answered after 47 ms; the slowed-down connection lets no answer through before 562 ms.",
        "Files before which nothing can be shown 0.6 s to 2 s "
        "/a.css: 4 kB, asked for after 0.6 s, coming from 1.2 s to 2 s",
        "Then until the first thing is visible 2 s to 2.5 s",
        "Then until the largest part is visible 2.5 s to 4.6 s the longest part",
    ]


@pytest.mark.parametrize(
    ("host", "said"),
    [
        (HostInfo(benchmark_index=2000, cores=2, load=1.4), ""),
        (HostInfo(benchmark_index=2000, cores=2, load=7.71), "busy with other work"),
        (HostInfo(benchmark_index=812, cores=2, load=0.1), "its speed index is 812"),
    ],
)
def test_a_busy_or_slow_machine_is_told_beside_the_figures_and_in_the_method(
    render: Render, host: HostInfo, said: str
) -> None:
    calm = tuple(one.model_copy(update={"runs_agree": True}) for one in measurements())
    page = BeautifulSoup(render(rich_audit(host=host, measurements=calm)), "lxml")

    assert [said in one.get_text() for one in page.select("#speed .doubts li")] == ([True] if said else [])
    assert ("What makes the times uncertain" in page.select_one("#method").get_text()) == bool(said)


def test_loads_that_differ_or_are_few_are_named(render: Render) -> None:
    one, other, *_rest = measurements()
    wild = one.model_copy(
        update={
            "runs_agree": False,
            "samples": tuple(one.median.model_copy(update={"lcp_ms": ms}) for ms in (900, 2400)),
        }
    )
    accepted = other.model_copy(update={"consent": "accepted", "samples": other.samples[:1]})
    page = BeautifulSoup(render(rich_audit(measurements=(wild, other, accepted))), "lxml")

    assert [one.get_text() for one in page.select("#speed .doubts li")] == [
        "The loads of these pages differ much, so their times are uncertain: "
        "Home page, Desktop (0.9\u00a0s – 2.4\u00a0s).",
        "These pages gave figures in fewer than three loads, so that one load counts for much: Home page, Desktop (2).",
    ]


def test_the_advice_follows_the_cause() -> None:
    check = next(one for one in load_checks() if one.id == "load-lcp")
    found = [result("load-lcp", message, score) for message, score in (("fast", 95), ("slow", 40), ("blocking", 30))]
    desk = desk_of(rich_audit(), checks={check.id: check}, t=translate("en"))

    assert advice_of(desk, "load-lcp", found) == f"{check.advice_for['blocking']} {check.advice}"


def test_every_other_page_has_its_waterfall_folded(render: Render) -> None:
    others = _page(render).select(".slowest.every > details > summary")

    assert len(others) == len(measurements()) - 1
    assert others[0].get_text(strip=True).startswith("Home page, Desktop (largest part after")
