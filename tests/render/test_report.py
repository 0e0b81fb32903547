"""The report says what the audit says: in three languages, with its numbers, also where no audit could be made."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from auditor.model import Evidence, Outcome, SearchedPart, Stage, StageScore, ViewportName
from auditor.render import render_report
from tests.render.audits import SEARCHED, broken_audit, result, rich_audit
from tests.render.conftest import Render
from tests.render.pictures import picture
from tests.render.sample_checks import SAMPLE_CHECKS

MAX_BYTES = 5 * 1024 * 1024
NAMES = {
    "en": ("Consideration", "Evaluation", "Purchase", "Decision"),
    "fi": ("Harkinta", "Arvostus", "Osto", "Päätös"),
    "sv": ("Övervägande", "Värdering", "Köp", "Beslut"),
}


def _text(html: str, selector: str = "body") -> str:
    found = BeautifulSoup(html, "lxml").select_one(selector)
    return " ".join(found.get_text(" ").split()) if found else ""


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_report_speaks_the_language(render: Render, lang: str) -> None:
    html = render(lang=lang)

    assert html.startswith("<!doctype html>")
    assert BeautifulSoup(html, "lxml").html["lang"] == lang
    assert all(name in _text(html) for name in NAMES[lang])
    assert len(html.encode()) < MAX_BYTES


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no report in 'de'"):
        render_report(rich_audit(), checks=SAMPLE_CHECKS, lang="de", picture=picture)


def test_scores_on_the_page_are_those_of_the_audit(render: Render) -> None:
    audit = rich_audit()
    page = BeautifulSoup(render(audit), "lxml")

    assert page.select_one(".score b").get_text() == str(audit.score)
    for stage in audit.stages:
        shown = page.select_one(f"#stage-{stage.stage} .big").get_text(strip=True)
        assert shown == ("–" if stage.score is None else str(stage.score))
        assert f"{round(stage.coverage * 100)}%" in page.select_one(f"#stage-{stage.stage} .coverage-text").get_text()


@pytest.mark.parametrize(
    ("missing", "why"), [({Stage.PURCHASE}, "too little of the purchase could"), (set(Stage), "too little could")]
)
def test_a_missing_score_says_what_too_little_was_seen_of(render: Render, missing: set[Stage], why: str) -> None:
    audit = rich_audit()
    stages = tuple(
        StageScore(stage=one.stage, score=None, coverage=0.4) if one.stage in missing else one for one in audit.stages
    )

    html = render(audit.model_copy(update={"score": None, "stages": stages}))

    assert f"No overall score: {why}" in _text(html, ".no-score")


def test_sums_lead_to_the_score_of_each_stage(render: Render) -> None:
    audit = rich_audit()
    page = BeautifulSoup(render(audit), "lxml")

    for stage in audit.stages:
        told = page.select_one(f"#stage-{stage.stage} .sums p").get_text()
        mean = float(re.search(r"is ([\d.]+)\.", told)[1])
        limit = stage.cap.limit if stage.cap else 100
        assert stage.score is None or stage.score == round(min(mean, limit))


def test_clicks_of_both_screens_are_those_of_the_walk(render: Render) -> None:
    audit = rich_audit()
    row = BeautifulSoup(render(audit), "lxml").select_one(".screens tbody tr:nth-of-type(2)")

    shown = [cell.get_text(strip=True) for cell in row.select("td")]

    assert shown == [str(audit.journeys[name].clicks.door) for name in (ViewportName.DESKTOP, ViewportName.MOBILE)]


def test_storyboard_shows_where_the_screens_part(render: Render) -> None:
    rows = BeautifulSoup(render(), "lxml").select(".story > li")

    assert len(rows) == len(rich_audit().journeys[ViewportName.MOBILE].steps)
    assert [bool(row.select(".absent")) for row in rows].count(True) == 1


def test_every_fault_stands_in_its_stage_failed_first(render: Render) -> None:
    audit = rich_audit()
    page = BeautifulSoup(render(audit), "lxml")

    for stage in Stage:
        bad = {
            one.check
            for one in audit.results
            if one.stage == stage and one.outcome in (Outcome.FAILED, Outcome.WARNING)
        }
        cards = page.select(f"#stage-{stage} .card:not(.small)")
        assert {card["id"].removeprefix(f"{stage}-") for card in cards} == bad
        kinds = [card["class"][1] for card in cards]
        assert kinds == sorted(kinds, key=["failed", "warning"].index)


def test_unknown_is_never_a_zero(render: Render) -> None:
    card = BeautifulSoup(render(), "lxml").select_one("#purchase-checkout-fields")

    assert "unknown" in card["class"]
    assert "The form could not be read." in card.get_text()
    assert "0 of 100" not in card.get_text()


def test_most_valuable_mend_comes_first(render: Render) -> None:
    mends = BeautifulSoup(render(), "lxml").select(".mends li")

    assert len(mends) == 3
    points = [float(re.search(r"\+([\d.]+) points", mend.get_text())[1]) for mend in mends]
    assert points == sorted(points, reverse=True)


def test_points_are_what_the_mended_audit_would_gain(render: Render) -> None:
    from auditor.score import site_score, stage_scores

    audit = rich_audit()
    mended = tuple(
        one.model_copy(update={"score": 100, "outcome": Outcome.PASSED}) if one.check == "guest-checkout" else one
        for one in audit.results
    )
    score, _coverage = site_score(stage_scores(mended))
    text = _text(render(audit), ".mends li")

    assert float(re.search(r"\+([\d.]+) points", text)[1]) == pytest.approx(score - audit.score, abs=1.0)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("problem", ["robot-wall", "dead", "not-a-shop", "interrupted", "something-new"])
def test_audit_that_could_not_be_made_says_so(render: Render, lang: str, problem: str) -> None:
    html = render(broken_audit(problem, "The shop answered 403.", gathered=True), lang)
    page = BeautifulSoup(html, "lxml")

    assert len(page.select("h1")) == 1
    assert "403" in page.select_one(".trouble").get_text()
    assert not page.select(".score, .stage")


def test_interrupted_audit_keeps_what_was_gathered(render: Render) -> None:
    page = BeautifulSoup(render(rich_audit(complete=False)), "lxml")

    assert "interrupted" in page.select_one(".trouble").get_text()
    assert page.select(".stage")


def test_audit_without_anything_but_the_site_renders(render: Render) -> None:
    bare = rich_audit(
        results=(),
        measurements=(),
        pages=(),
        journeys={},
        score=None,
        coverage=0.0,
        finished_at=None,
        browser=None,
        robots=None,
        stages=tuple(StageScore(stage=stage, score=None, coverage=0.0) for stage in Stage),
    )

    assert "The way to the checkout was not walked" in _text(render(bare), "h1")


@pytest.mark.parametrize(
    ("known", "says"),
    [
        (5, "the weakest stage is “Loyalty”."),
        (4, "the weakest stage that could be assessed is “Use”."),
        (2, "must open an account to buy."),
    ],
)
def test_the_weakest_stage_is_named_only_among_enough_of_them(render: Render, known: int, says: str) -> None:
    stages = tuple(
        StageScore(stage=stage, score=80 - number if number < known else None, coverage=1.0 if number < known else 0.0)
        for number, stage in enumerate(Stage)
    )

    assert _text(render(rich_audit(stages=stages)), "h1").endswith(says)


def test_check_that_is_not_installed_speaks_english(render: Render) -> None:
    alien = result("load-lcp", "odd", 10).model_copy(update={"check": "gone-check", "text_en": "It was slow."})

    text = _text(render(rich_audit(results=(alien,)), "fi"), "#awareness-gone-check")

    assert "gone-check" in text
    assert "It was slow." in text


def test_picture_is_embedded_once(render: Render) -> None:
    html = render()
    page = BeautifulSoup(html, "lxml")
    names = [image["id"] for image in page.select("svg.shot image")]

    assert len(names) == len(set(names)) > 10
    assert html.count("data:image/webp;base64,") == len(names)


def test_pictures_stay_within_the_budget() -> None:
    heavy = picture("desktop:big") or b""

    def padded(name: str) -> bytes:
        return (picture(name) or heavy) + b"\0" * 600_000

    html = render_report(rich_audit(), checks=SAMPLE_CHECKS, lang="en", picture=padded)

    assert len(html.encode()) < MAX_BYTES
    assert "left out to keep this file small" in html


def test_missing_pictures_do_no_harm() -> None:
    html = render_report(rich_audit(), checks=SAMPLE_CHECKS, lang="en", picture=lambda _name: b"not a picture")

    assert "no picture" in html


def test_same_audit_gives_the_same_page(render: Render) -> None:
    assert render() == render()
    later = rich_audit()
    assert render(later.model_copy(update={"finished_at": later.started_at + timedelta(hours=1)})) != render(later)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Searched: links of 14 pages; text of 6 pages; footer and menu (Desktop, Phone); "
            "words such as Palautukset, Palautusoikeus (Finnish), Returns (English)",
        ),
        (
            "fi",
            "Etsitty: 14 sivulta linkit; 6 sivulta tekstit; alatunniste ja valikko (Tietokone, Puhelin); "
            "sanoja kuten Palautukset, Palautusoikeus (suomi), Returns (englanti)",
        ),
        (
            "sv",
            "Genomsökt: länkar på 14 sidor; text på 6 sidor; sidfot och meny (Dator, Telefon); "
            "ord som Palautukset, Palautusoikeus (finska), Returns (engelska)",
        ),
    ],
)
def test_what_was_searched_for_a_missing_thing_is_one_line_over_its_pages(render: Render, lang: str, said: str) -> None:
    html = render(lang=lang)
    fold = BeautifulSoup(html, "lxml").select("details.searched")[0]

    assert _text(str(fold), "summary").replace(" ,", ",").replace("( ", "(") == said
    assert [one["lang"] for one in fold.select("summary [lang]")] == ["fi", "en"]
    assert not fold.has_attr("open")
    assert len(fold.select("li")) == 3


def test_parts_read_of_as_many_pages_are_told_together_and_a_missing_footer_is_owned_to(render: Render) -> None:
    parts = {SearchedPart.LINKS: 1, SearchedPart.BUTTONS: 1}
    searched = SEARCHED.model_copy(update={"parts": parts, "footers": (), "words": {}, "cut": 2})
    audit = rich_audit(results=(result("guest-checkout", "missing", 0, what="way", searched=searched),))

    assert _text(render(audit), "details.searched summary") == (
        "Searched: links, buttons of 1 page; no footer with links was recognised; menu (Desktop, Phone); "
        "2 pages were too long to be read whole"
    )


def test_a_picture_of_the_end_of_a_page_says_so(render: Render) -> None:
    proof = Evidence(page="desktop-home", screenshot="crop:Tilausehdot", at_foot=True)
    audit = rich_audit(results=(result("guest-checkout", "missing", 0, what="way", evidence=(proof,)),))

    assert _text(render(audit), "figure.at-foot .where") == "Home page, Desktop, end of the page"
