from auditor.check import Context, Need, Scope, Trail, Verdict, check, failed, passed
from auditor.derive.checkout.choices import evidence_for, walked
from auditor.derive.checkout.deep import before_the_door, deep_of, saw_the_end
from auditor.derive.checkout.extras import TickedFor, ticked_boxes, ticked_later
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage
from auditor.vocabulary.duties import duty_of

__all__ = ["no_pre_ticked_extras"]

PAID, CONSENT = 0, 30


@check(
    stage=Stage.PURCHASE,
    weight=4,
    severity=Severity.CRITICAL,
    effort="hours",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.DOOR},
    title="Nothing is ticked beforehand",
    failure_title="A box is ticked beforehand",
    messages={
        "none": "From the product to the first view of the checkout no box is ticked that costs or allows something.",
        "none-to-the-end": "From the product to the last step no box is ticked that costs or allows something.",
        "paid": 'A robot found a box ticked beforehand that costs money: "{label}".',
        "marketing": 'A robot found a consent to advertising ticked beforehand: "{label}".',
        "terms": 'A robot found the acceptance of terms ticked beforehand: "{label}".',
    },
    advice="Leave every box empty, so that the customer chooses.",
    source="Directive 2011/83/EU art. 22: extra payments need express consent; GDPR recital 32: a ticked box is none.",
)
def no_pre_ticked_extras(trail: Trail, context: Context) -> Verdict:
    """What a customer did not choose is not theirs to pay for: a box ticked by the shop binds nobody and costs trust.

    A ticked "same address for billing", "remember me" or a line of the cart does not count.
    """
    pages = walked(trail.visits, PageKind.PRODUCT, PageKind.CART, PageKind.CHECKOUT)
    goods = trail.journey.product.name if trail.journey.product else ""
    at_first = ticked_boxes(before_the_door(trail.walk, pages), goods, trail.journey)
    ticked = at_first + ticked_later(deep_of(trail.walk), pages, goods)
    if ticked:
        worst = min(ticked, key=lambda one: list(TickedFor).index(one.stands_for))
        evidence = tuple(evidence_for(one.visit, one.field, one.said) for one in ticked)
        points = PAID if worst.stands_for is TickedFor.PAID else CONSENT
        value = tuple(one.said[:80] for one in ticked)
        lawful = duty_of("no_pre_ticked_extras", context.site.country, context.duties_as_of)
        return failed(
            str(worst.stands_for),
            evidence,
            points,
            value=value,
            data={"label": worst.said[:80]},
            basis=Basis.PAGE,
            confidence=Confidence.HIGH if lawful else Confidence.MEDIUM,
        )
    last = pages[-1:]
    where = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in last)
    whole = saw_the_end(trail.walk)
    sure = Confidence.HIGH if whole else Confidence.MEDIUM
    return passed("none-to-the-end" if whole else "none", where, value=(), basis=Basis.PAGE, confidence=sure)
