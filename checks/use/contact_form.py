from auditor.check import Context, Need, Option, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.service.contact_form import ContactForm, contact_form_of
from auditor.derive.service.service_pages import pointing_at
from auditor.model import Basis, Confidence, Offender, Severity, Stage

__all__ = ["contact_form"]

PUZZLE_COST, UNLABELLED_COST = 15, 20
FEW, SOME, MANY = 100, 70, 30


@check(
    stage=Stage.USE,
    weight=2,
    severity=Severity.MINOR,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="The contact form is light",
    failure_title="The contact form is laborious",
    messages={
        "light": "The contact form asks for little: {required} entries are marked as required.",
        "small": "The contact form asks for little: {fields} entries in all.",
        "heavy": "The contact form demands {required} entries.",
        "puzzle": "The contact form has a puzzle against robots and demands {required} entries.",
        "unlabelled": "The contact form has {unlabelled} fields that nothing names.",
        "unmarked": "The contact form does not tell which of its {fields} entries are required.",
        "absent": "No contact form was found.",
    },
    advice="Ask for the e-mail address and the message, and nothing else that must be filled in.",
    source="The steps are our convention.",
    options={
        "few": Option(3, "fields", "up to this scores full points"),
        "some": Option(5, "fields", "up to this scores 70, more scores 30"),
    },
)
def contact_form(trail: Trail, context: Context) -> Verdict:
    """A form that asks for an address and a customer number before a question turns the question away.

    The form is read and never sent; fields that only turn out to be required when it is sent are not seen.
    """
    form = contact_form_of(context, trail.visits)
    if form is None:
        return not_applicable("absent", value={"required": None})
    value = {"required": form.required, "fields": len(form.fields), "puzzle": bool(form.puzzle)}
    where = (pointing_at(form.page, form.puzzle or form.page.title, _first(form)),)
    if not form.required and len(form.fields) > context.options["few"]:
        return unknown("unmarked", where, value=value, data={"fields": len(form.fields)})
    heavy = form.required > context.options["few"]
    points = FEW if not heavy else SOME if form.required <= context.options["some"] else MANY
    points -= PUZZLE_COST * bool(form.puzzle) + UNLABELLED_COST * bool(form.unlabelled)
    message = (
        "puzzle"
        if form.puzzle
        else "heavy"
        if heavy
        else "unlabelled"
        if form.unlabelled
        else "light"
        if form.required
        else "small"
    )
    return scored(
        points,
        message,
        where,
        value=value,
        data={"required": form.required, "fields": len(form.fields), "unlabelled": len(form.unlabelled)},
        basis=Basis.PAGE,
        confidence=Confidence.HIGH if form.required else Confidence.MEDIUM,
        offenders=tuple(Offender(selector=one.selector, text=one.name, box=one.box) for one in form.unlabelled),
    )


def _first(form: ContactForm) -> str:
    return next((one.selector for one in form.fields if one.selector), "")
