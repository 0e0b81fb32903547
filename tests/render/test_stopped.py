"""A purchase that ends before the checkout is drawn as broken; one whose end nobody can tell is not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from auditor.model import Audit, ByHand, JourneyOutcome, Outcome
from auditor.model.journey import PAGE_ASKS
from auditor.render import render_summary
from auditor.texts import translate
from auditor.view.endings import reason_of
from auditor.view.walk_words import PAGE_SAYS, TOLD_BY_THE_END, WALK_REASONS
from auditor.view.wording import Wording
from tests.render.audits import result, stuck_audit
from tests.render.conftest import Render
from tests.render.sample_checks import SAMPLE_CHECKS
from tests.render.walks import DESKTOP, MOBILE

ENDING = "the product could not be put into the cart"
FLOOR = "86.0%"


def _page(render: Render, audit: Audit, lang: str = "en") -> BeautifulSoup:
    return BeautifulSoup(render(audit, lang), "lxml")


def _told(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def _purchase(page: BeautifulSoup) -> Tag:
    return page.select(".stops a")[2]


def _places(page: BeautifulSoup) -> dict[str, list[str]]:
    rows = page.select("#map tbody tr")
    return {next(row.th.strings).strip(): [_told(row.th), *(_told(cell) for cell in row.select("td"))] for row in rows}


# --- on every screen


def test_the_headline_names_where_the_purchase_ends_and_no_weakest_stage(render: Render) -> None:
    page = _page(render, stuck_audit(DESKTOP, MOBILE))

    assert _told(page.h1) == f"A customer could not get to the checkout: {ENDING}."
    assert page.select(".weakest") == []


def test_the_purchase_lies_at_the_floor_in_red_with_its_faults_counted(render: Render) -> None:
    page = _page(render, stuck_audit(DESKTOP, MOBILE))
    stop = page.select("svg.curve circle")[2]

    assert (stop["class"], stop["cy"]) == (["stop", "poor"], FLOOR)
    assert f"✗ ends here: {ENDING}" in _told(_purchase(page))
    assert "to mend" in _told(_purchase(page))
    assert len(page.select("svg.curve path.fall-off")) == 1
    assert len(page.select("svg.curve path.way")) == 3


def test_places_that_were_not_reached_have_no_score_and_the_way_is_cut(render: Render) -> None:
    page = _page(render, stuck_audit(DESKTOP, MOBILE))
    places = _places(page)

    assert places["Checkout"][:3] == ["Checkout not reached", "Purchase", "–"]
    assert places["Cart"][:3] == ["Cart not reached", "Purchase", "–"]
    assert places["Product page"][0] == "Product page ends here"
    drawing = page.select_one("svg.journey-map.wide")
    assert len(drawing.select("path.way:not(.fall-off)")) == len(places) - 1 - 3
    assert "Checkout –, not reached" in drawing["aria-label"]


def test_the_storyboard_ends_with_what_was_tried(render: Render) -> None:
    last = _page(render, stuck_audit(DESKTOP, MOBILE)).select(".story > li")[-1]

    assert _told(last.h4) == "✗ Here it stopped"
    for panel, screen in zip(last.select(".stop-panel.broken"), ("Desktop", "Phone"), strict=True):
        assert _told(panel.p) == f"{screen}: The product could not be put into the cart."
        assert [_told(one) for one in panel.select("li")] == [
            "“Lisää ostoskoriin”, 4 times, on 2 pages",
            "lisaaKoriin is not a function",
            "500 https://teetupa.example/kori/lisaa",
        ]


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("fi", "Asiakas ei päässyt kassalle: tuotetta ei saatu ostoskoriin."),
        ("sv", "Kunden kom inte till kassan: produkten kunde inte läggas i varukorgen."),
    ],
)
def test_the_ending_is_told_in_the_reader_s_language(render: Render, lang: str, says: str) -> None:
    assert _told(_page(render, stuck_audit(DESKTOP, MOBILE), lang).h1) == says


def test_the_summary_tells_the_same() -> None:
    told = render_summary(stuck_audit(DESKTOP, MOBILE), checks=SAMPLE_CHECKS, lang="en")

    assert f"**A customer could not get to the checkout: {ENDING}.**" in told
    assert "| Purchase (✗ ends here) |" in told
    assert "- **Phone**: ✗ The product could not be put into the cart. Nothing changed after the press." in told
    assert "Tried in vain: “Lisää ostoskoriin”, 4 times, on 2 pages." in told


# --- on one screen


def test_where_one_screen_fails_both_are_shown_for_what_they_are(render: Render) -> None:
    page = _page(render, stuck_audit(MOBILE))
    stops = page.select("svg.curve circle")

    assert _told(page.h1) == (
        f"The checkout was reached on one screen (desktop) but not on the other (phone): {ENDING}."
    )
    assert [_told(cell) for cell in page.select(".screens tbody tr")[0].select("td")] == ["yes", "no"]
    assert stops[2]["cy"] != FLOOR
    assert (stops[5]["class"], stops[5]["cy"]) == (["stop", "poor"], FLOOR)
    assert f"✗ ends here (phone): {ENDING}" in _told(_purchase(page))
    assert _places(page)["Product page"][0] == "Product page ends here: Phone"
    assert "not reached" not in str(_places(page))
    panels = page.select(".story > li:last-child .stop-panel")
    assert ["broken" in one["class"] for one in panels] == [False, True]
    assert _told(panels[0]) == "Desktop: The checkout was reached."


# --- where nobody can tell

UNTOLD = [
    JourneyOutcome.ROBOT_WALL,
    JourneyOutcome.NOT_A_SHOP,
    JourneyOutcome.NO_PRODUCT_FOUND,
    JourneyOutcome.OUT_OF_TIME,
    JourneyOutcome.MINIMUM_ORDER,
    JourneyOutcome.ALL_SOLD_OUT,
    JourneyOutcome.STOPPED_BY_GUARD,
    JourneyOutcome.ERROR,
]


@pytest.mark.parametrize("outcome", UNTOLD)
def test_an_end_that_says_nothing_of_the_shop_is_not_drawn_as_broken(render: Render, outcome: JourneyOutcome) -> None:
    page = _page(render, stuck_audit(DESKTOP, MOBILE, outcome=outcome))

    assert page.h1.get_text().startswith("Whether a customer can buy could not be seen: ")
    assert "ends here" not in page.get_text()
    assert page.select(".fall-off, .stop-panel.broken") == []
    assert [_told(cell) for cell in page.select(".screens tbody tr")[0].select("td")] == ["not known", "not known"]
    assert _places(page)["Checkout"][:3] == ["Checkout not reached", "Purchase", "–"]
    last = page.select(".story > li")[-1]
    assert _told(last.h4) == "Here the walk ended"
    assert "Whether a customer gets further is not known." in _told(last)


def test_one_screen_may_be_broken_while_the_other_is_not_known(render: Render) -> None:
    audit = stuck_audit(DESKTOP, MOBILE)
    phone = audit.journeys[MOBILE].model_copy(update={"outcome": JourneyOutcome.OUT_OF_TIME})
    page = _page(render, audit.model_copy(update={"journeys": {**audit.journeys, MOBILE: phone}}))

    assert _told(page.h1).startswith("A customer could not get to the checkout on one screen (desktop), and on the")
    assert [_told(cell) for cell in page.select(".screens tbody tr")[0].select("td")] == ["no", "not known"]


def test_a_person_s_word_counts_against_the_walk(render: Render) -> None:
    word = ByHand(author="Anna", reason="I bought it.", outcome=Outcome.FAILED, score=0)
    settled = tuple(
        result("add-to-cart-works", "ok", 100, viewport=screen).model_copy(update={"by_hand": word})
        for screen in (DESKTOP, MOBILE)
    )
    page = _page(render, stuck_audit(DESKTOP, MOBILE, results=settled))

    assert page.h1.get_text().startswith("Whether a customer can buy could not be seen: ")
    assert page.select(".fall-off") == []


def test_an_audit_of_an_earlier_version_still_says_where_it_stopped(render: Render) -> None:
    last = _page(render, stuck_audit(DESKTOP, MOBILE, stopped={})).select(".story > li")[-1]

    assert _told(last.select_one(".stop-panel")) == (
        "Desktop: The product could not be put into the cart. Nothing changed after the press."
    )


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("the page asks: Valitse koko", "The page asks: “Valitse koko”"),
        ('the shop asks for a minimum order ("Vähintään 30 €")', "The page says: “Vähintään 30 €”"),
        ("no control leads to checkout", "No button was found that leads to the checkout."),
        ("covered by <b>", "covered by <b>"),
    ],
)
def test_the_words_of_the_shop_are_quoted_and_others_worded(render: Render, reason: str, told: str) -> None:
    audit = stuck_audit(MOBILE)
    phone = audit.journeys[MOBILE].model_copy(update={"reason": reason})
    page = _page(render, audit.model_copy(update={"journeys": {**audit.journeys, MOBILE: phone}}))

    assert _told(page.select_one(".stop-panel.broken p:nth-of-type(2)")) == told


def test_what_stops_a_customer_is_mended_first_whatever_its_points(render: Render) -> None:
    broken = result("add-to-cart-works", "ok", 40, viewport=DESKTOP, page="product")
    audit = stuck_audit(DESKTOP)
    results = [one for one in audit.results if (one.check, one.viewport) != ("add-to-cart-works", DESKTOP)]

    page = _page(render, audit.model_copy(update={"results": (*results, broken)}))

    assert _told(page.select(".mends li a")[0]) == "Adding fails"


# --- the reason that the walk wrote down

JOURNEY = Path(__file__).parents[2] / "auditor" / "collect" / "journey"
# Who makes a journey, or one of its legs, says last why it ended.
ENDED_BY = {"Journey", "AtDoor", "Added"}
OWN_WORDS = (PAGE_ASKS, *PAGE_SAYS)


def _reasons() -> Iterator[str]:
    """Read every reason for an end that the walk's code spells out, with {n} for what it fills in."""
    for path in JOURNEY.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ENDED_BY:
                named = [one.value for one in node.keywords if one.arg in {"reason", "why"}]
                yield from map(_literal, named or node.args[2:3])
            elif isinstance(node, ast.Tuple) and ast.unparse(node).startswith("(JourneyOutcome."):
                yield from map(_literal, node.elts[1:2])


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "{n}" for one in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


def test_every_reason_that_the_walk_spells_out_has_the_readers_words() -> None:
    spelt = {reason for reason in _reasons() if reason}

    assert len(spelt) > len(OWN_WORDS)
    assert {one for one in spelt if not one.startswith(OWN_WORDS)} - WALK_REASONS.keys() - TOLD_BY_THE_END == set()


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("the shop answered 503 at checkout", "Kauppa vastasi virheellä 503 matkalla kassalle."),
        ("the shop said: Valitse 2 kpl", "Sivulla sanotaan: ”Valitse 2 kpl”"),
        ("the walk's time was spent", ""),
        ("net::ERR_FAILED", "net::ERR_FAILED"),
    ],
)
def test_a_reason_is_told_in_the_readers_language(reason: str, told: str) -> None:
    assert reason_of(Wording(translate("fi")), reason) == told
