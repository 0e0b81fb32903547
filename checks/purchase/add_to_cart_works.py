from auditor.check import Context, Need, Option, Scope, Trail, Verdict, check, failed, scored, unknown
from auditor.model import Basis, Confidence, Evidence, Journey, JourneyOutcome, Severity, Stage

__all__ = ["add_to_cart_works"]

ADDED, PROMPT, SLOW, ANNOUNCED = 60, 25, 10, 15


@check(
    stage=Stage.PURCHASE,
    weight=8,
    severity=Severity.CRITICAL,
    effort="days",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY},
    title="A product can be put into the cart",
    failure_title="A product could not be put into the cart",
    messages={
        "works": "The product went into the cart and the shop showed it at once.",
        "added": "The product went into the cart, but the shop could show it sooner or more clearly.",
        "failed": "The product did not get into the cart, though several ways were tried.",
        "unsure": "The product did not get into the cart, but the shop may have asked for something more first.",
        "not-tried": "Adding to the cart could not be tried, because the walk ended before it.",
    },
    advice="Confirm at once and in sight that the product is in the cart, and show the way to the checkout.",
    source="Response times 0.1, 1 and 10 seconds after Nielsen, as quoted by others; the points are our convention.",
    options={
        "prompt": Option(1000, "ms", "shown at once: all points of promptness"),
        "slow": Option(3000, "ms", "shown late: some of them"),
    },
)
def add_to_cart_works(trail: Trail, context: Context) -> Verdict:
    """A cart that does not fill sells nothing; one that fills silently is filled twice.

    What could not be seen, such as an announcement to screen readers, leaves the score instead of lowering it.
    """
    walk = trail.journey
    if walk.clicks.in_cart is None:
        if walk.outcome is JourneyOutcome.ADD_TO_CART_FAILED:
            if walk.unsure:
                return unknown("unsure", _evidence(walk))
            others = context.others.values()
            every = all(one.outcome is JourneyOutcome.ADD_TO_CART_FAILED and not one.unsure for one in others)
            sure = Confidence.HIGH if every and len(context.others) > 1 else Confidence.MEDIUM
            return failed("failed", _evidence(walk), value=False, confidence=sure, basis=Basis.PAGE)
        return unknown("not-tried", _evidence(walk))
    earned, possible = float(ADDED), float(ADDED)
    if walk.feedback_ms is not None:
        possible += PROMPT
        at_once, late = (float(context.options[name]) for name in ("prompt", "slow"))
        earned += PROMPT if walk.feedback_ms <= at_once else SLOW if walk.feedback_ms <= late else 0
    if walk.announced is not None:
        possible += ANNOUNCED
        earned += ANNOUNCED if walk.announced else 0
    points = 100 * earned / possible
    data = {"feedback_ms": walk.feedback_ms, "announced": walk.announced, "verified_by": walk.verified_by}
    message = "works" if round(points) >= 90 else "added"
    return scored(points, message, _evidence(walk), value=True, data=data, basis=Basis.PAGE)


def _evidence(walk: Journey) -> tuple[Evidence, ...]:
    steps = [(number, step) for number, step in enumerate(walk.steps) if step.page]
    about = [one for one in steps if "cart" in one[1].kind] or steps[-1:]
    return tuple(
        Evidence(
            page=step.page or "", step=number, selector=step.selector, excerpt=step.label, screenshot=step.screenshot
        )
        for number, step in about[:3]
    )
