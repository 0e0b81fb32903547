from auditor.check import Context, Need, Scope, Trail, Verdict, check, failed, not_applicable, passed, unknown, warned
from auditor.derive.checkout.choices import walked
from auditor.derive.checkout.deep import deep_of
from auditor.derive.checkout.ordering import OrderButton, Says, order_button
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary.duties import duty_of

__all__ = ["order_button_wording"]

BUYING, ORDERING = 70, 30


@check(
    stage=Stage.PURCHASE,
    weight=6,
    severity=Severity.CRITICAL,
    effort="hours",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.DOOR},
    title="The order button says that the order has to be paid",
    failure_title="The order button does not say that the order has to be paid",
    messages={
        "paying": 'The order button says that one pays: "{label}".',
        "buying": 'The order button speaks of buying, not of paying: "{label}".',
        "ordering": 'A robot found an order button that does not say that one has to pay: "{label}".',
        "elsewhere": "The duty is one of the EU and the EEA; it does not concern this shop.",
        "later-step": "The order button is shown only after personal data is given; run with --deep-checkout.",
        "not-read": "No order button that a robot can read was reached.",
    },
    advice="Label the last button so that it names the payment, such as Order and pay.",
    source="Directive 2011/83/EU art. 8(2): order with obligation to pay, or words as clear; the points are ours.",
)
def order_button_wording(trail: Trail, context: Context) -> Verdict:
    """Whoever presses the last button must know that it costs money; where it does not say so, the order may not bind.

    Judged is the button of the form in which the customer chooses how to pay, never the cart's. It is not pressed.
    """
    country = context.site.country
    if country and duty_of("order_button", country, context.duties_as_of) is None:
        return not_applicable("elsewhere")
    pages = walked(trail.visits, PageKind.CHECKOUT)
    found = next(((page, one) for page in reversed(pages) if (one := order_button(context, page))), None)
    if found is None:
        return unknown("not-read" if deep_of(trail.walk) else "later-step", tuple(_at(one) for one in pages[-1:]))
    page, last = found
    label = " ".join(last.button.text.split())[:80]
    evidence = (_at(page, last),)
    # The words of the law are those of a country: without one, what is missing is not said for sure.
    sure = Confidence.HIGH if country else Confidence.MEDIUM
    match last.says:
        case Says.PAYING:
            return passed("paying", evidence, value=label, data={"label": label}, basis=Basis.CHECKOUT)
        case Says.BUYING:
            return warned(
                "buying", evidence, BUYING, value=label, data={"label": label}, basis=Basis.CHECKOUT, confidence=sure
            )
        case Says.ORDERING:
            return failed(
                "ordering",
                evidence,
                ORDERING,
                value=label,
                data={"label": label},
                basis=Basis.CHECKOUT,
                confidence=sure,
            )


def _at(page: Visit, last: OrderButton | None = None) -> Evidence:
    selector, said = (last.button.selector, last.button.text) if last else ("", "")
    return Evidence(page=page.id, selector=selector, excerpt=said, screenshot=page.screenshot)
