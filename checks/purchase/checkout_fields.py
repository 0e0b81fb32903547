from auditor.check import Context, Need, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.curves import piecewise
from auditor.derive.page.fields import guest_fields, personal, twins
from auditor.model import Basis, Evidence, Severity, Stage, Visit

__all__ = ["checkout_fields"]

CURVE = ((8.0, 100.0), (10.0, 85.0), (11.3, 75.0), (12.0, 70.0), (15.0, 40.0), (20.0, 0.0))
TWIN_COST, PERSONAL_COST = 5, 10


@check(
    stage=Stage.PURCHASE,
    weight=7,
    severity=Severity.MAJOR,
    effort="days",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.GUEST_FORM},
    title="The checkout asks a guest for little",
    failure_title="The checkout asks a guest for much",
    messages={
        "few": "A guest sees {fields} fields in the first form of the checkout.",
        "many": "A guest sees {fields} fields in the first form of the checkout; about eight are enough.",
        "unread": "The form for guests could not be read.",
    },
    advice="Drop or hide the fields that are not needed yet, and find the town from the postcode.",
    source="Baymard, checkout form fields (2024): 11.3 on average, 8 reachable; mostly shops in the United States.",
)
def checkout_fields(trail: Trail, _context: Context) -> Verdict:
    """Every field is work and a reason to wonder why it is asked; a form of twenty looks like an evening.

    Counted is what a guest sees at the guest form (CONTRACTS 3). Payment frames of other companies cannot be read, so
    their fields are not in the number.
    """
    page = _page(trail)
    fields = guest_fields(page.facts.fields) if page else ()
    if page is None or not fields:
        return unknown("unread")
    again, intimate = twins(fields), personal(fields)
    points = piecewise(float(len(fields)), CURVE) - TWIN_COST * len(again) - PERSONAL_COST * bool(intimate)
    named = tuple((one.label or one.placeholder or one.name)[:60] for one in fields)
    evidence = (
        Evidence(page=page.id, selector=fields[0].selector, excerpt=", ".join(named)[:300], screenshot=page.screenshot),
    )
    return scored(
        points,
        "few" if round(points) >= 90 else "many",
        evidence,
        value=len(fields),
        unit="fields",
        data={"fields": len(fields), "required": sum(one.required for one in fields), "twice": len(again)},
        basis=Basis.CHECKOUT,
    )


def _page(trail: Trail) -> Visit | None:
    door = trail.journey.door
    wanted = (door.guest_visit, door.visit) if door else ()
    named = (visit for one in wanted for visit in trail.visits if visit.id == one)
    return next(named, None)
