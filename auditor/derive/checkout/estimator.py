"""Forms of a cart that ask for a postcode alone, to tell what a delivery there costs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model import Field, PageFacts
from auditor.vocabulary.fields import ADDRESS, Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["postcode_alone"]

PERSONAL = (ADDRESS - {Purpose.POSTCODE, Purpose.CITY}) | {Purpose.EMAIL}
# How far below its field the button of an estimator stands that lies in no form, in CSS pixels.
BESIDE_PX = 200
_JOINS = re.compile(r"[_\-.\[\]]+|(?<=[a-z])(?=[A-Z])")


def postcode_alone(facts: PageFacts) -> Field | None:
    """Return the field for a postcode beside which delivery is spoken of, and nothing asks who the customer is.

    Only fields in sight count. What lies in no form is one group for each frame, without the page's head and foot.
    """
    groups: dict[tuple[str, int], list[Field]] = {}
    for field in facts.fields:
        if field.visible and field.area not in {"header", "footer"}:
            groups.setdefault((field.frame, field.form), []).append(field)
    for members in groups.values():
        asked = {purpose_of(field): field for field in members}
        postcode = asked.get(Purpose.POSTCODE)
        if postcode and not PERSONAL & asked.keys() and any(map(_of_delivery, _beside(facts, postcode))):
            return postcode
    return None


def _beside(facts: PageFacts, field: Field) -> Iterator[str]:
    """Give what is said of a field: its own words and names, and the buttons of its form or right below it."""
    yield from (field.label, field.placeholder, field.heading, field.above, field.form_action, field.name, field.id)
    if field.frame:
        return
    for button in facts.controls:
        near = field.box is not None and 0 <= button.y - field.box.y <= BESIDE_PX
        if button.form == field.form and (field.form >= 0 or near):
            yield button.text


def _of_delivery(text: str) -> bool:
    return wording("shipping_words").search(_JOINS.sub(" ", text)) is not None
