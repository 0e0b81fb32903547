from typing import Any

from auditor.check import Context, Need, Trail, Verdict, check, failed, passed, unknown, warned
from auditor.derive.functions import search_of
from auditor.model import Basis, Confidence, Severity, Stage

__all__ = ["site_search"]


@check(
    stage=Stage.CONSIDERATION,
    weight=6,
    severity=Severity.MAJOR,
    needs={Need.VISITS, Need.HOME},
    title="The shop can be searched",
    failure_title="The shop cannot be searched",
    messages={
        "field": "A search field is in sight on every screen.",
        "one-press": "The search is there, but on some screens its field opens only after a press: {screens}.",
        "one-screen": "The search was found on some screens only. Missing on: {screens}.",
        "none": "No search was found.",
        "unread": "The pages' controls could not be read.",
    },
    words=("desktop", "mobile", "tablet"),
    advice="Show the search field itself at the top of every page, on a phone as well.",
    source="Our convention for visibility. Whether the search finds what is asked is not part of this figure yet.",
)
def site_search(trail: Trail, context: Context) -> Verdict:
    """Customers who know what they want search for it; an icon is overlooked more often than a field.

    Judged is only that a usable search is in sight or one press away. What it finds (typing errors, inflected words,
    umlauts) needs queries, which are not sent yet; so a full score here says nothing about the results.
    """
    screens = tuple(dict.fromkeys(visit.viewport for visit in trail.visits))
    found = {screen: search_of(context, trail.visits, screen) for screen in screens}
    fields = tuple(screen for screen in screens if found[screen].field)
    pressed = tuple(screen for screen in screens if found[screen].one_press and not found[screen].field)
    without = tuple(screen for screen in screens if screen not in (*fields, *pressed))
    value = {"present": bool(fields or pressed), "field": fields, "one_press": pressed}
    evidence = tuple(one for screen in screens for one in found[screen].evidence)
    more: dict[str, Any] = {"value": value, "basis": Basis.PAGE, "confidence": Confidence.MEDIUM}
    if not any(visit.facts.text or visit.facts.links or visit.facts.fields for visit in trail.visits):
        return unknown("unread")
    if len(without) == len(screens):
        return failed("none", evidence, **more)
    if without:
        return warned("one-screen", evidence, score=60, data={"screens": without}, **more)
    if pressed:
        return warned("one-press", evidence, score=80, data={"screens": pressed}, **more)
    return passed("field", evidence, **more)
