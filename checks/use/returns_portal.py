from auditor.check import Context, Need, Trail, Verdict, check, failed, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.returning import returning_seen
from auditor.derive.service.service_pages import pointing_at, without_probes
from auditor.model import Basis, Confidence, Severity, Stage

__all__ = ["returns_portal"]

POINTS = {"form": 40, "label": 20, "free": 20, "steps": 20}
WORDS = {"form": "form or portal", "label": "label or code", "free": "free return", "steps": "step by step"}


@check(
    stage=Stage.USE,
    weight=5,
    severity=Severity.MAJOR,
    effort="weeks",
    needs={Need.VISITS, Need.HOME},
    title="Returning is easy",
    failure_title="Returning is laborious",
    messages={
        "easy": "Returning is easy: {found}.",
        "some": "What makes returning easy: {found}. Not found: {missing}.",
        "bare": "Nothing that makes returning easy was found. Missing: {missing}.",
        "none": "No page about returns was found.",
        "not-read": "A link about returns was seen, but its page was not read.",
    },
    words=tuple(WORDS.values()),
    advice="Let customers register a return themselves and give them a prepaid code.",
    source="The points are our convention.",
)
def returns_portal(trail: Trail, context: Context) -> Verdict:
    """A return that goes by itself costs the shop no call, and the customer no second thought before the next order."""
    seen = returning_seen(context, trail.visits)
    searched = searched_for(context, "returns", links=without_probes(trail.visits), text=seen.pages)
    if not seen.pages:
        if seen.named.unread:
            return unknown("not-read", seen.named.evidence)
        where = expected_at_foot(trail.visits)
        return failed("none", where, basis=Basis.PAGE, confidence=Confidence.MEDIUM, searched=searched)
    places = {"form": seen.portal, "label": seen.label, "free": seen.free, "steps": seen.steps}
    found = tuple(WORDS[name] for name, place in places.items() if place)
    missing = tuple(WORDS[name] for name, place in places.items() if not place)
    points = sum(POINTS[name] for name, place in places.items() if place)
    return scored(
        points,
        "bare" if not found else "some" if missing else "easy",
        tuple(place for place in places.values() if place) or tuple(pointing_at(page) for page in seen.pages[:2]),
        value={name: bool(place) for name, place in places.items()},
        data={"found": found, "missing": missing},
        searched=searched if missing else None,
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM,
    )
