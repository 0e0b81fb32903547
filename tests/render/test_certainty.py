"""How sure a finding is stands where it is claimed, and orders the mends without changing a score."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from auditor.model import Audit, CheckResult, Confidence, Mute, Outcome, Stage, StageScore
from auditor.score import site_score, stage_scores
from tests.render.audits import result, rich_audit
from tests.render.conftest import Render
from tests.render.test_outputs import with_findings
from tests.render.walks import DESKTOP, MOBILE

CHECK_FIRST = "probable – check first"


def _unsure(check: str, *, only: Outcome | None = None, confidence: Confidence = Confidence.MEDIUM) -> Audit:
    """Return the rich audit with the results of one check less sure."""
    audit = rich_audit()
    results = tuple(
        one.model_copy(update={"confidence": confidence}) if one.check == check and only in (None, one.outcome) else one
        for one in audit.results
    )
    return audit.model_copy(update={"results": results})


def _scored(*results: CheckResult) -> Audit:
    """Return an audit in whose first stage stand these results beside the others of the rich one."""
    rest = tuple(one for one in rich_audit().results if one.stage is not Stage.AWARENESS)
    stages = stage_scores((*results, *rest))
    score, coverage = site_score(stages)
    return rich_audit(results=(*results, *rest), stages=stages, score=score, coverage=coverage)


def _card(html: str, anchor: str) -> Tag:
    card = BeautifulSoup(html, "lxml").find(id=anchor)
    assert isinstance(card, Tag)
    return card


def _tag(card: Tag) -> str:
    return "".join(tag.get_text() for tag in card.select("summary .unsure"))


def _planned(html: str) -> list[str]:
    return [one.a["href"][1:] for one in BeautifulSoup(html, "lxml").select("#plan li")]


def test_a_card_says_that_it_is_not_certain(render: Render) -> None:
    html = render()

    assert _tag(_card(html, "use-contact-channels")) == CHECK_FIRST
    assert _tag(_card(html, "awareness-mobile-tap-targets")) == "uncertain – check first"
    assert _tag(_card(html, "purchase-guest-checkout")) == ""


@pytest.mark.parametrize(
    ("lang", "said"), [("fi", "todennäköinen – tarkista ensin"), ("sv", "trolig – kontrollera först")]
)
def test_certainty_is_told_in_the_reader_s_language(render: Render, lang: str, said: str) -> None:
    assert _tag(_card(render(lang=lang), "use-contact-channels")) == said


def test_a_card_is_as_sure_as_the_least_sure_of_its_bad_results(render: Render) -> None:
    audit = rich_audit()
    last = max(at for at, one in enumerate(audit.results) if one.check == "guest-checkout")
    results = tuple(
        one.model_copy(update={"confidence": Confidence.MEDIUM}) if at == last else one
        for at, one in enumerate(audit.results)
    )

    card = _card(render(audit.model_copy(update={"results": results})), "purchase-guest-checkout")

    assert _tag(card) == CHECK_FIRST
    assert card["data-certainty"] == "medium"


def test_a_fault_that_is_left_alone_says_it_too(render: Render) -> None:
    muted = with_findings(_unsure("guest-checkout"), "guest-checkout", muted=Mute(reason="In March."))

    card = _card(render(muted), "purchase-guest-checkout")

    assert "small" in card["class"]
    assert _tag(card) == CHECK_FIRST


def test_what_is_in_order_makes_no_fault_less_sure(render: Render) -> None:
    html = render(_unsure("load-lcp", only=Outcome.PASSED))

    assert _tag(_card(html, "awareness-load-lcp")) == ""


def test_the_first_mends_the_pins_and_the_plan_say_it_too(render: Render) -> None:
    page = BeautifulSoup(render(_unsure("guest-checkout")), "lxml")

    for part in (".mends li", "#map .pins li", "#plan li"):
        told = [one for one in page.select(part) if one.a["href"] == "#purchase-guest-checkout"]
        assert [one.select_one(".unsure").get_text() for one in told] == [CHECK_FIRST], part
    assert page.select("#map .pin-no.open")
    assert all(
        f"Checkout demands an account, {CHECK_FIRST}" in one["aria-label"] for one in page.select(".journey-map")
    )


def test_of_like_worth_the_certain_comes_first(render: Render) -> None:
    html = render(
        _scored(
            result("load-ttfb", "ok", 38, viewport=MOBILE, page="home", confidence=Confidence.MEDIUM),
            result("mobile-tap-targets", "ok", 42, viewport=MOBILE, page="home"),
            result("load-lcp", "ok", 100, viewport=DESKTOP, page="home"),
        )
    )

    order = [one for one in _planned(html) if one in {"awareness-load-ttfb", "awareness-mobile-tap-targets"}]

    assert order == ["awareness-mobile-tap-targets", "awareness-load-ttfb"]


def test_what_is_worth_much_more_comes_first_also_where_it_is_not_certain(render: Render) -> None:
    html = render(
        _scored(
            result("load-ttfb", "ok", 0, viewport=MOBILE, page="home", confidence=Confidence.MEDIUM),
            result("mobile-tap-targets", "ok", 80, viewport=MOBILE, page="home"),
            result("load-lcp", "ok", 100, viewport=DESKTOP, page="home"),
        )
    )

    order = [one for one in _planned(html) if one in {"awareness-load-ttfb", "awareness-mobile-tap-targets"}]

    assert order == ["awareness-load-ttfb", "awareness-mobile-tap-targets"]


def test_without_a_score_the_gravest_comes_first_and_of_equals_the_certain(render: Render) -> None:
    bare = tuple(StageScore(stage=stage, score=None, coverage=0.0) for stage in Stage)

    html = render(_unsure("return-policy-visible").model_copy(update={"score": None, "stages": bare}))

    days = [one for one in _planned(html) if one.startswith(("purchase", "consideration-return", "use"))]
    assert days == [
        "purchase-guest-checkout",
        "consideration-return-policy-visible",
        "use-contact-channels",
        "purchase-click-depth",
    ]


def test_certainty_changes_no_points(render: Render) -> None:
    def points(audit: Audit) -> set[str]:
        return {one.get_text() for one in BeautifulSoup(render(audit), "lxml").select("#plan li b")}

    assert points(_unsure("click-depth", confidence=Confidence.LOW)) == points(rich_audit())


def test_the_method_tells_how_right_the_robot_is_in_the_words_of_the_readme(render: Render) -> None:
    known = "one fact in five"

    limits = BeautifulSoup(render(), "lxml").select_one(".limits").get_text()

    assert known in limits
    assert known in (Path(__file__).parents[2] / "README.md").read_text("utf-8")
