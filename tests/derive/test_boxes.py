"""Evidence is placed on a picture only where the picture surely shows it."""

from __future__ import annotations

from auditor.derive.visit.boxes import sights_of
from auditor.model import Box, Evidence, Field, LcpElement, Load, PageFacts, PageKind, ViewportName, Visit

HIGH = Box(x=10, y=20, width=100, height=30)
URL = "https://shop.example/"


def visit(*boxes: Box, screenshot: str | None = "desktop-001") -> Visit:
    fields = tuple(Field(tag="input", type="text", selector=f"#f{at}", box=box) for at, box in enumerate(boxes))
    return Visit(
        id="v",
        url=URL,
        kind=PageKind.HOME,
        viewport=ViewportName.DESKTOP,
        part="pages",
        screenshot=screenshot,
        facts=PageFacts(fields=fields),
    )


def test_an_element_of_the_first_window_gets_its_box_and_picture() -> None:
    placed = sights_of([visit(HIGH)]).placed(Evidence(page="v", selector="#f0"))

    assert (placed.box, placed.screenshot) == (HIGH, "desktop-001")


def test_an_element_further_down_or_without_a_picture_gets_none() -> None:
    low = Box(x=10, y=930, width=100, height=30)

    assert sights_of([visit(low)]).placed(Evidence(page="v", selector="#f0")).box is None
    assert sights_of([visit(HIGH, screenshot=None)]).placed(Evidence(page="v", selector="#f0")).box is None


def test_the_largest_element_is_placed_on_the_picture_of_its_load_and_on_no_other_page() -> None:
    load = Load(
        page=PageKind.HOME, url=URL, viewport=ViewportName.DESKTOP, consent="before", network="", cpu=1, sample=1,
        screenshot="load-home", lcp_box=HIGH, lcp_element=LcpElement(selector="h1"),
    )  # fmt: skip
    other = visit().model_copy(update={"id": "w", "url": URL + "other"})
    sights = sights_of([visit(), other], [load])

    assert sights.placed(Evidence(page="v", selector="h1")).screenshot == "load-home"
    assert sights.placed(Evidence(page="w", selector="h1")).box is None
