from auditor.check import Context, Need, Scope, Trail, Verdict, check, passed, scored, unknown
from auditor.derive.checkout.autofill import Asked, asked_fields, guest_page, keyboard_fits
from auditor.derive.checkout.choices import evidence_for
from auditor.model import Basis, Offender, Severity, Stage, ViewportName
from auditor.vocabulary.fields import Purpose

__all__ = ["checkout_keyboard"]


@check(
    stage=Stage.PURCHASE,
    weight=3,
    severity=Severity.MINOR,
    effort="days",
    scope=Scope.VIEWPORT,
    viewports=(ViewportName.MOBILE, ViewportName.TABLET),
    needs={Need.JOURNEY, Need.GUEST_FORM},
    title="A phone opens the right keyboard in the checkout",
    failure_title="A phone opens the wrong keyboard in the checkout",
    messages={
        "right": "The fields of the checkout open the keyboards that fit them.",
        "gaps": "The wrong keyboard opens for: {wrong}.",
        "unread": "The form for guests asks for nothing that needs a keyboard of its own.",
    },
    words=("e-mail", "phone", "postcode", "no capital letters in the e-mail address"),
    advice="Set type=email and type=tel, and inputmode=numeric for the postcode.",
    source="Baymard, mobile touch keyboards: 54 % of sites failed to open a fitting keyboard (2015).",
)
def checkout_keyboard(trail: Trail, context: Context) -> Verdict:
    """Typing an address on a phone is slow enough; each field that opens the wrong keyboard makes it slower.

    A postcode as type=number is wrong as well: it drops the zero that a postcode may begin with.
    """
    page = guest_page(trail.journey, trail.visits)
    asked = asked_fields(page) if page else ()
    parts = _parts(asked, context.site.country)
    if page is None or not parts:
        return unknown("unread", tuple(evidence_for(page) for page in ([page] if page else [])))
    wrong = tuple(name for name, fits in parts.items() if not fits)
    value = {"wrong": wrong}
    if not wrong:
        return passed("right", (evidence_for(page, asked[0].field),), value=value, basis=Basis.CHECKOUT)
    faulty = [one for one in asked if keyboard_fits(one, context.site.country) is False or _capitals(one)]
    return scored(
        100 * (len(parts) - len(wrong)) / len(parts),
        "gaps",
        tuple(evidence_for(page, one.field) for one in faulty),
        value=value,
        data={"wrong": wrong},
        basis=Basis.CHECKOUT,
        offenders=tuple(
            Offender(selector=one.field.selector, text=one.field.label, box=one.field.box) for one in faulty
        ),
    )


def _parts(asked: tuple[Asked, ...], country: str | None) -> dict[str, bool]:
    """Return each part of the form that needs a keyboard of its own, and whether all its fields open it."""
    parts: dict[str, bool] = {}
    names = {Purpose.EMAIL: "e-mail", Purpose.PHONE: "phone", Purpose.POSTCODE: "postcode"}
    for one in asked:
        fits = keyboard_fits(one, country)
        if fits is not None:
            parts[names[one.purpose]] = parts.get(names[one.purpose], True) and fits
        if one.purpose is Purpose.EMAIL and one.field.tag == "input":
            key = "no capital letters in the e-mail address"
            parts[key] = parts.get(key, True) and not _capitals(one)
    return parts


def _capitals(asked: Asked) -> bool:
    """Say whether a phone would begin an e-mail address with a capital; a field of type email never does."""
    if asked.purpose is not Purpose.EMAIL or asked.field.tag != "input" or asked.field.type == "email":
        return False
    return asked.field.autocapitalize not in {"off", "none"} and asked.field.inputmode != "email"
