from auditor.check import Context, Need, Scope, Trail, Verdict, check, passed, unknown, warned
from auditor.derive.checkout.autofill import guest_page
from auditor.derive.checkout.choices import evidence_for
from auditor.derive.page.fields import TEXT_TYPES, guest_fields
from auditor.model import Basis, Confidence, Field, Offender, Severity, Stage

__all__ = ["form_errors"]

UNLABELLED = 60


@check(
    stage=Stage.PURCHASE,
    weight=4,
    severity=Severity.MAJOR,
    effort="days",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.GUEST_FORM},
    title="The checkout points at what is wrong in a form",
    failure_title="The checkout leaves it open which field is wrong",
    messages={
        "browser": "The browser itself points at an empty field before the form is sent, and keeps what was typed.",
        "nameless": "An error could not name these fields, because they have no label: {fields}.",
        "only-sent": "How errors are told is seen only when the form is sent, which a robot does not do here.",
        "unread": "The form for guests could not be read.",
    },
    advice="Show each message at its field, say how to put it right, and keep what was typed.",
    source="WCAG 2.2, 3.3.1 and 3.3.3; the HTML standard on the checking of forms.",
)
def form_errors(trail: Trail, _context: Context) -> Verdict:
    """A form that says only that something is wrong, or forgets what was typed, is where patience ends.

    No form is sent to find out. A form that the browser checks is known to point at the first wrong field, in the
    visitor's own language, and to keep what was typed; of a form that the shop's script checks this cannot be told.
    """
    page = guest_page(trail.journey, trail.visits)
    typed = [one for one in guest_fields(page.facts.fields) if one.type in TEXT_TYPES] if page else []
    if page is None or not typed:
        return unknown("unread", tuple(evidence_for(page) for page in ([page] if page else [])))
    nameless = [one for one in typed if one.required and not (one.label or one.placeholder)]
    if nameless:
        return warned(
            "nameless",
            tuple(evidence_for(page, one) for one in nameless),
            UNLABELLED,
            value="nameless",
            data={"fields": tuple(one.name or one.id or one.selector for one in nameless)},
            basis=Basis.INFERRED,
            confidence=Confidence.MEDIUM,
            offenders=tuple(Offender(selector=one.selector, box=one.box) for one in nameless),
        )
    if _browser_checks(typed):
        first = next(one for one in typed if one.required)
        sure = Confidence.MEDIUM
        return passed("browser", (evidence_for(page, first),), value="browser", basis=Basis.INFERRED, confidence=sure)
    return unknown("only-sent", (evidence_for(page, typed[0]),), basis=Basis.INFERRED)


def _browser_checks(typed: list[Field]) -> bool:
    """Say whether the browser stops the form at every field that is marked as required."""
    required = [one for one in typed if one.required]
    return bool(required) and all(one.form_checks and not one.frame for one in required)
