from auditor.check import Context, Need, Scope, Trail, Verdict, check, failed, scored, unknown
from auditor.derive.curves import piecewise
from auditor.model import Basis, Confidence, Evidence, Journey, JourneyOutcome, Severity, Stage

__all__ = ["click_depth"]

CURVE = ((4.0, 100.0), (5.0, 90.0), (6.0, 75.0), (7.0, 60.0), (8.0, 45.0), (10.0, 20.0), (12.0, 0.0))
_DEAD_ENDS = {JourneyOutcome.CART_NOT_FOUND: "no-cart", JourneyOutcome.CHECKOUT_NOT_FOUND: "no-way"}


@check(
    stage=Stage.PURCHASE,
    weight=8,
    severity=Severity.MAJOR,
    effort="days",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY},
    title="The way from the home page to the checkout is short",
    failure_title="The checkout cannot be reached by a short way",
    messages={
        "short": "A customer needs {clicks} clicks from the home page to the form of the checkout.",
        "long": "A customer needs {clicks} clicks from the home page to the form of the checkout.",
        "shorter": "A customer needs {clicks} clicks from the home page to the form of the checkout. "
        "A shorter way that was tried leads to the checkout in {shortest}.",
        "to-door": "A customer needs {clicks} clicks from the home page to the checkout; no guest form was reached.",
        "no-cart": "The product was put in, but no way to the cart was found.",
        "no-way": "No way from the cart to the checkout was found.",
        "not-reached": "The walk did not reach the checkout, so the clicks could not be counted.",
    },
    advice="Offer the way to the checkout right after adding to the cart, and drop the pages between.",
    advice_for={
        "no-cart": "Show a link to the cart on every page, and the cart itself once a product is in it.",
        "no-way": "Put a button to the checkout into the cart, and see that it works on this screen.",
    },
    source="Our convention, and a gentle one: the UIE study (44 users, 620 tasks) found no three-click rule.",
)
def click_depth(trail: Trail, _context: Context) -> Verdict:
    """Every page between wish and checkout is a place to turn back; the number tells the length, not the pain."""
    walk = trail.journey
    clicks = walk.clicks.guest_form if walk.clicks.guest_form is not None else walk.clicks.door
    split = {"product": walk.clicks.product, "in_cart": walk.clicks.in_cart, "door": walk.clicks.door}
    shortest = walk.shortest_seen.door if walk.shortest_seen else None
    data = {**split, "clicks": clicks, "shortest": shortest, "interruptions": walk.clicks.interruptions}
    if clicks is None:
        if walk.outcome in _DEAD_ENDS:
            end = _DEAD_ENDS[walk.outcome]
            return failed(end, _steps(walk), data=data, confidence=Confidence.MEDIUM, basis=Basis.CHECKOUT)
        return unknown("not-reached", _steps(walk), data=data)
    points = piecewise(float(clicks), CURVE)
    reached = "shorter" if shortest is not None else "short" if round(points) >= 90 else "long"
    message = reached if walk.clicks.guest_form is not None else "to-door"
    return scored(points, message, _steps(walk), value=clicks, unit="clicks", data=data, basis=Basis.CHECKOUT)


def _steps(walk: Journey) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(page=step.page, step=number, selector=step.selector, excerpt=step.label, screenshot=step.screenshot)
        for number, step in enumerate(walk.steps)
        if step.page
    )
