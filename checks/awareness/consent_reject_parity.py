from auditor.check import Context, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.visit.consent import banner_evidence, consent_of, state_of, tracking_of
from auditor.model import Basis, ConsentButton, ConsentChoice, ConsentSeen, Offender, Severity, Stage
from auditor.vocabulary.duties import duty_of

__all__ = ["consent_reject_parity"]

WEAKER, SECOND_LAYER, PRE_TICKED, NO_WAY_BACK = 60, 30, 40, 15
LEAST_AREA, LEAST_CONTRAST = 0.7, 4.5


@check(
    stage=Stage.AWARENESS,
    weight=5,
    severity=Severity.MAJOR,
    effort="hours",
    title="Rejecting cookies is as easy as accepting them",
    failure_title="Rejecting cookies is harder than accepting them",
    messages={
        "equal": "Cookies can be rejected with one press, beside the acceptance: {reject}.",
        "no-way-back": "Rejecting is as easy as accepting, but home shows no link to change the choice later.",
        "weaker": "{reject} is smaller or looks weaker than {accept}.",
        "pre-ticked": "Optional purposes are ticked beforehand: {ticked}.",
        "second-layer": "Accepting takes one press, rejecting {clicks}: it lies behind {settings}.",
        "none": "A robot found a button to accept cookies ({accept}), but none to reject them.",
        "no-banner": "No banner asks for consent, so there is nothing to compare.",
        "notice": "The banner only informs: no known tracker was met before it or after it was accepted.",
        "elsewhere": "The rule to ask first is that of European countries; it is not known for this shop's country.",
        "unclear": "The banner could not be read well enough to say how cookies are rejected.",
        "not-looked": "The cookie banner was not looked at.",
    },
    advice="Put a button to reject beside the one to accept: as large, as clear, and on the first layer.",
    source="EDPB, Cookie Banner Taskforce report (January 2023); the points are our convention.",
)
def consent_reject_parity(_trail: Trail, context: Context) -> Verdict:
    """A choice is one only where both answers are as easy; most European authorities ask for a rejection in view."""
    if context.site.country and duty_of("consent_first", context.site.country, context.duties_as_of) is None:
        return not_applicable("elsewhere")
    seen = consent_of(context)
    if seen is None:
        return unknown("not-looked")
    if seen.banner is None:
        return unknown("unclear")
    if not seen.banner:
        return not_applicable("no-banner")
    accept, reject = seen.accept, seen.reject
    if accept is None or (reject is None and not seen.clear):
        return unknown("unclear", banner_evidence(context, seen))
    if reject is None and _tracks_nothing(seen):
        return not_applicable("notice", banner_evidence(context, seen))
    score, message = _judged(seen, accept, reject)
    weak = reject or accept
    return scored(
        score,
        message,
        banner_evidence(context, seen, weak.label, weak.selector),
        value={"accept_clicks": seen.accept_clicks, "reject_clicks": seen.reject_clicks, "manager": seen.manager},
        data={
            "accept": accept.label,
            "reject": reject.label if reject else None,
            "settings": seen.settings.label if seen.settings else None,
            "clicks": seen.reject_clicks,
            "ticked": seen.preticked,
        },
        basis=Basis.MEASURED,
        rule=message,
        offenders=() if score >= 90 else (_offender(weak),),
    )


def _judged(seen: ConsentSeen, accept: ConsentButton, reject: ConsentButton | None) -> tuple[int, str]:
    if reject is None:
        return 0, "none"
    if reject.layer > 1:
        score, message = SECOND_LAYER, "second-layer"
    elif _weaker(accept, reject):
        score, message = WEAKER, "weaker"
    else:
        score, message = 100, "equal"
    if seen.preticked:
        score, message = score - PRE_TICKED, message if message == "second-layer" else "pre-ticked"
    if seen.way_back is None and state_of(seen, ConsentChoice.ACCEPT):
        score, message = score - NO_WAY_BACK, "no-way-back" if message == "equal" else message
    return score, message


def _weaker(accept: ConsentButton, reject: ConsentButton) -> bool:
    """Say whether the rejection is clearly smaller, paler, or bare words beside a button."""
    if _smaller(accept, reject):
        return True
    pale = reject.contrast is not None and reject.contrast < LEAST_CONTRAST
    paler = pale and (accept.contrast is None or accept.contrast > (reject.contrast or 0))
    return paler or (accept.filled is True and reject.filled is False)


def _smaller(accept: ConsentButton, reject: ConsentButton) -> bool:
    """Say whether the rejection has clearly less room; a shorter word alone makes a button narrower, not weaker."""
    if not (accept.box and reject.box):
        return False
    area = reject.box.width * reject.box.height < LEAST_AREA * accept.box.width * accept.box.height
    low = reject.box.height < LEAST_AREA * accept.box.height
    tight = reject.box.width * len(accept.label) < LEAST_AREA * accept.box.width * len(reject.label)
    return area and (low or tight)


def _tracks_nothing(seen: ConsentSeen) -> bool:
    accepted, before = state_of(seen, ConsentChoice.ACCEPT), state_of(seen, ConsentChoice.NONE)
    return bool(accepted and before and tracking_of(accepted).nothing and tracking_of(before).nothing)


def _offender(button: ConsentButton) -> Offender:
    return Offender(selector=button.selector, text=button.label, box=button.box)
