"""Where on a screenshot a piece of evidence stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.model import Box, Evidence, Journey, Load, Offender, ViewportName, Visit

__all__ = ["Sights", "sights_of"]

# A screenshot shows the first window of a page (CONTRACTS 6).
WINDOW_HEIGHT = {ViewportName.DESKTOP: 940, ViewportName.MOBILE: 823, ViewportName.TABLET: 1180}


@dataclass(frozen=True)
class Sights:
    """The boxes of the elements that screenshots show, by visit and selector, with the screenshot's name.

    ``walked`` are the pictures that the walk took of a visit; how far the page was scrolled then is not known.
    """

    boxes: Mapping[tuple[str, str], tuple[Box, str]]
    walked: Mapping[str, str]

    def placed(self, piece: Evidence) -> Evidence:
        """Return the evidence with its box where a picture of its page shows the element, else with the picture."""
        found = self.boxes.get((piece.page, piece.selector)) if piece.selector and piece.step is None else None
        if found is None:
            seen = piece.screenshot or self.walked.get(piece.page)
            return piece if seen == piece.screenshot else piece.model_copy(update={"screenshot": seen})
        return piece.model_copy(update={"box": found[0], "screenshot": found[1]})


def sights_of(visits: Iterable[Visit], loads: Iterable[Load] = (), walks: Iterable[Journey] = ()) -> Sights:
    """Gather the boxes that lie within the first window of pages of which a picture was taken."""
    boxes: dict[tuple[str, str], tuple[Box, str]] = {}
    looked = [load for load in loads if load.screenshot and load.lcp_box and load.lcp_element]
    for visit in visits:
        for load in looked:
            here = (load.landed or load.url, load.viewport) == (visit.url, visit.viewport)
            if here and load.lcp_element and load.lcp_box:
                boxes.setdefault((visit.id, load.lcp_element.selector), (load.lcp_box, load.screenshot or ""))
        if visit.screenshot:
            for selector, box in _boxes(visit):
                if selector and box and box.y >= 0 and box.y + box.height <= WINDOW_HEIGHT[visit.viewport]:
                    boxes.setdefault((visit.id, selector), (box, visit.screenshot))
    steps = [step for walk in walks for step in walk.steps]
    return Sights(boxes, {step.page: step.screenshot for step in steps if step.page and step.screenshot})


def _boxes(visit: Visit) -> Iterable[tuple[str, Box | None]]:
    facts = visit.facts
    yield from ((one.selector, one.box) for one in facts.fields if one.visible and not one.frame)
    offenders: list[Offender] = []
    if facts.taps:
        offenders += [*facts.taps.small, *facts.taps.primary_small]
    if facts.text_sizes:
        offenders += facts.text_sizes.offenders
    if facts.axe:
        offenders += [element for rule in facts.axe.rules for element in rule.elements]
    yield from ((one.selector, one.box) for one in offenders)
