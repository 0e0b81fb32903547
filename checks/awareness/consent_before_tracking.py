from auditor.check import Context, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.visit.consent import Tracking, banner_evidence, consent_of, state_of, tracking_of
from auditor.model import Basis, Confidence, ConsentChoice, Severity, Stage
from auditor.vocabulary.duties import duty_of

__all__ = ["consent_before_tracking"]

STORED = {1: 40, 2: 20}
CALLED, TAGS = 70, 80


@check(
    stage=Stage.AWARENESS,
    weight=7,
    severity=Severity.CRITICAL,
    effort="days",
    title="Nothing tracks visitors before they agree",
    failure_title="Trackers run before visitors agree",
    messages={
        "clean": "A robot met no known tracker before a choice, nor after a rejection ({law}).",
        "clean-before": "A robot met no known tracker in the {seconds} seconds before a choice ({law}).",
        "no-banner": "A robot met no known tracker, and no banner asks for consent ({law}).",
        "tags": "Before a choice only scripts of {services} were fetched; nothing was seen to be sent ({law}).",
        "called": "A robot saw data being sent to {services} before a choice, without a cookie it knows ({law}).",
        "stored": "A robot found {names} before any choice: {services} ({law}).",
        "after-reject": "A robot rejected cookies and then found new ones: {names} ({services}, {law}).",
        "elsewhere": "The rule to ask first is that of European countries; it is not known for this shop's country.",
        "not-looked": "What runs before a choice about cookies was not looked at.",
    },
    words=(
        "Directive 2002/58/EC, article 5(3)",
        "Act on Electronic Communications Services 917/2014, section 205",
        "Privacy and Electronic Communications Regulations 2003, regulation 6",
    ),
    advice="Hold every tag that is not needed until the visitor has chosen, and drop it after a rejection.",
    source="Directive 2002/58/EC, article 5(3); Traficom's guide on cookies (2021); the points are our convention.",
)
def consent_before_tracking(_trail: Trail, context: Context) -> Verdict:
    """Visitors decide who may follow them; a shop that decides for them loses trust, and authorities ask about it.

    Only trackers that are known by name count: what a cookie of an unknown name is for cannot be seen from outside.
    Cookies of the session, the cart, security and the choice itself are needed and never count.
    """
    duty = duty_of("consent_first", context.site.country, context.duties_as_of)
    if duty is None and context.site.country:
        return not_applicable("elsewhere")
    seen = consent_of(context)
    before = state_of(seen, ConsentChoice.NONE) if seen else None
    if seen is None or before is None:
        return unknown("not-looked")
    rejected = state_of(seen, ConsentChoice.REJECT)
    first, after = tracking_of(before), tracking_of(rejected) if rejected else None
    score, message, told = _judged(first, after, banner=seen.banner is not False)
    return scored(
        score,
        message,
        banner_evidence(context, seen, ", ".join(told.names)),
        value={"banner": seen.banner, "before": _plain(first), "after_reject": _plain(after) if after else None},
        data={
            "services": told.stored or told.called or told.denied or told.tags,
            "names": told.names,
            "seconds": round(before.seconds),
            "law": duty.law if duty else "Directive 2002/58/EC, article 5(3)",
        },
        # A shop may ask only visitors of its own market; where no banner was shown, that could be why.
        confidence=Confidence.HIGH if seen.banner and duty else Confidence.MEDIUM,
        basis=Basis.MEASURED,
        rule=message,
    )


def _judged(first: Tracking, after: Tracking | None, *, banner: bool) -> tuple[int, str, Tracking]:
    if after and after.stored:
        return 0, "after-reject", after
    if first.stored:
        return STORED.get(len(first.stored), 0), "stored", first
    if first.called or first.denied:
        return CALLED, "called", first
    if first.tags:
        return TAGS, "tags", first
    return 100, "clean" if after else "clean-before" if banner else "no-banner", first


def _plain(found: Tracking) -> dict[str, list[str]]:
    return {"stored": list(found.stored), "called": list(found.called), "names": list(found.names)}
