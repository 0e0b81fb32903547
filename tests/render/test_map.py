"""The journey map shows the places of the real path with their scores, and pins what is lost where."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from auditor.model import Box, Evidence, Outcome
from auditor.view.map_drawing import wrapped
from tests.render.audits import rich_audit
from tests.render.conftest import Render


def _map(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml").select_one("#map")


def test_places_come_in_the_order_of_the_journey(render: Render) -> None:
    names = [next(row.th.strings).strip() for row in _map(render()).select("tbody tr")]

    assert names == [
        "Home page",
        "Categories and search",
        "Product page",
        "Cart",
        "Checkout",
        "Help and contact",
        "Coming back",
    ]


def test_the_score_of_a_place_is_the_mean_by_weight(render: Render) -> None:
    # LCP 67.5 × 10, TTFB 98 × 5, overflow 100 × 6, tap targets 62 × 5, https 100 × 6, and the return policy, which
    # was looked for on the home page, 20 × 9: 2855 of 41.
    assert _map(render()).select_one("tbody tr td.num").get_text(strip=True) == "70"


def test_a_place_that_was_walked_past_without_a_judgement_has_no_score(render: Render) -> None:
    rows = {row.th.get_text(strip=True): row for row in _map(render()).select("tbody tr")}

    assert rows["Cart"].select_one(".num").get_text(strip=True) == "–"


def test_pins_are_numbered_by_worth_and_lead_to_their_findings(render: Render) -> None:
    page = BeautifulSoup(render(), "lxml")
    pins = page.select("#map .pins li")

    assert [int(pin.select_one(".pin-no").get_text()) for pin in pins] == list(range(1, len(pins) + 1))
    assert all(page.find(id=pin.a["href"][1:]) for pin in pins)
    assert pins[0].a.get_text() == page.select_one(".mends li a").get_text()


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("No function for withdrawing", ("No function for", "withdrawing")),
        ("Peruuttamistoimintoa ei löydy", ("Peruuttamistoim-", "intoa ei löydy")),
        ("a " * 60, ("a a a a a a a a", "a a a a a a a a", *["a a a a a a a a a a"] * 2, "a a a a a a a a a a …")),
    ],
)
def test_words_leave_room_for_the_number_beside_them(title: str, lines: tuple[str, ...]) -> None:
    assert wrapped(title.strip(), 20) == lines


def test_the_picture_says_in_words_what_it_shows(render: Render) -> None:
    for drawing in _map(render()).select("svg.journey-map"):
        assert "Checkout" in drawing["aria-label"]
        assert "1. Checkout demands an account" in drawing["aria-label"]


def test_a_finding_whose_place_on_the_picture_is_known_is_cut_out(render: Render) -> None:
    audit = rich_audit()
    box = Box(x=20, y=300, width=200, height=60)
    boxed = Evidence(page="mobile-product", selector="table", screenshot="mobile:Sencha", box=box)
    results = tuple(
        one.model_copy(update={"evidence": (boxed,)})
        if one.check == "mobile-overflow" and one.outcome is Outcome.FAILED
        else one
        for one in audit.results
    )

    card = BeautifulSoup(render(audit.model_copy(update={"results": results})), "lxml").select_one(
        "#awareness-mobile-overflow"
    )
    _left, top, wide, high = map(float, card.select_one("svg.shot")["viewbox"].split())

    assert wide < 721
    assert top < 300 * 1.75 < top + high
    assert card.select_one(".outline")
