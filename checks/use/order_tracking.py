from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.service_pages import without_probes
from auditor.derive.service.tracking import Tracking, tracking_seen
from auditor.model import Basis, Confidence, Severity, Stage

__all__ = ["order_tracking"]

POINTS = {Tracking.LOOK_UP: 100, Tracking.ACCOUNT: 60, Tracking.CARRIER: 40, Tracking.TOLD: 25, Tracking.NONE: 0}


@check(
    stage=Stage.USE,
    weight=5,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.VISITS, Need.HOME},
    title="Customers can see where their order is",
    failure_title="Customers cannot see on the site where their order is",
    messages={
        "look-up": "An order can be looked up without an account.",
        "account": "An order can be followed only after signing in.",
        "carrier": "Following an order is left to a link to the carrier.",
        "told": "The pages tell of a tracking code, but offer no place to look an order up.",
        "none": "No way to follow an order was found.",
        "not-read": "A link for following orders was seen, but its page was not read.",
    },
    advice="Offer a page where an order is found by its number and the e-mail address.",
    source="Our convention; shop platforms such as Magento bring such a form along.",
)
def order_tracking(trail: Trail, context: Context) -> Verdict:
    """Customers ask for their parcel more than for anything else; a page that answers spares the call.

    Messages that are sent after an order cannot be seen by a robot.
    """
    seen = tracking_seen(context, trail.visits)
    if seen.named.unread and seen.way is not Tracking.LOOK_UP:
        return unknown("not-read", seen.named.evidence, value={"way": None, "url": None})
    every = without_probes(trail.visits)
    where = seen.evidence or expected_at_foot(trail.visits)
    return scored(
        POINTS[seen.way],
        str(seen.way),
        where,
        value={"way": str(seen.way), "url": seen.url},
        basis=Basis.PAGE,
        searched=searched_for(context, "track_order", "order_history", links=every, fields=every, text=every),
        confidence=Confidence.HIGH if seen.way in {Tracking.LOOK_UP, Tracking.ACCOUNT} else Confidence.MEDIUM,
    )
