from auditor.check import Context, Need, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.checkout.autofill import OFF, asked_fields, guest_page, token_fits
from auditor.derive.checkout.choices import evidence_for
from auditor.model import Basis, Evidence, Offender, Severity, Stage

__all__ = ["checkout_autofill"]

TOKENS, KEYBOARDS = 60, 40
FORBIDDEN_AT_MOST = 50


@check(
    stage=Stage.PURCHASE,
    weight=5,
    severity=Severity.MAJOR,
    effort="hours",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.GUEST_FORM},
    title="Browsers can fill in the checkout",
    failure_title="Browsers cannot fill in the checkout",
    messages={
        "all": "All {fields} fields for name, address and contact say what they ask for.",
        "some": "{right} of {fields} fields for name, address and contact say what they ask for. The others: {wrong}.",
        "forbidden": "The form forbids browsers to fill in: {forbidden}.",
        "unread": "The form for guests could not be read.",
    },
    advice="Give every field its autocomplete token, such as given-name, email or postal-code.",
    source="WCAG 2.2, 1.3.5 and its list of input purposes; axe-core, autocomplete-valid; the points are ours.",
)
def checkout_autofill(trail: Trail, _context: Context) -> Verdict:
    """A phone knows its owner's address: where the fields say what they ask for, one tap fills the form.

    Browsers guess where no token stands, often rightly; a wrong token is worse than none. The keyboards that a phone
    opens are judged by the check checkout-keyboard.
    """
    page = guest_page(trail.journey, trail.visits)
    asked = asked_fields(page) if page else ()
    if page is None or not asked:
        return unknown("unread", (Evidence(page=page.id, screenshot=page.screenshot),) if page else ())
    wrong = [one for one in asked if not token_fits(one)]
    forbidden = [one for one in wrong if set(one.field.autocomplete.lower().split()) & OFF]
    points = TOKENS * (len(asked) - len(wrong)) / len(asked) + KEYBOARDS
    if forbidden:
        points = min(points, FORBIDDEN_AT_MOST)
    message = "forbidden" if forbidden else "some" if wrong else "all"
    named = {id(one): (one.field.label or one.field.placeholder or one.field.name)[:40] for one in asked}
    return scored(
        points,
        message,
        (evidence_for(page, (forbidden or wrong or list(asked))[0].field),),
        value={"fields": len(asked), "right": len(asked) - len(wrong)},
        data={
            "fields": len(asked),
            "right": len(asked) - len(wrong),
            "wrong": tuple(named[id(one)] for one in wrong),
            "forbidden": tuple(named[id(one)] for one in forbidden),
        },
        basis=Basis.CHECKOUT,
        offenders=tuple(
            Offender(
                selector=one.field.selector,
                text=named[id(one)],
                box=one.field.box,
                detail=f"autocomplete={one.field.autocomplete or '–'}",
            )
            for one in wrong
        ),
    )
