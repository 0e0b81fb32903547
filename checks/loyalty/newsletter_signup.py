from auditor.check import Context, Need, Trail, Verdict, check, failed, scored
from auditor.derive.loyalty.newsletter import Newsletter, asked_for_newsletter, newsletter_of
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.model import Basis, Confidence, Severity, Stage

__all__ = ["newsletter_signup"]

FOUND, LITTLE_ASKED, BENEFIT, NOT_TICKED, PRIVACY = 40, 20, 15, 15, 10
POPUP_COST, LINK_ONLY = 10, 60


@check(
    stage=Stage.LOYALTY,
    weight=5,
    severity=Severity.MAJOR,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="Customers can subscribe to a newsletter",
    failure_title="No newsletter can be subscribed to",
    messages={
        "good": "A newsletter can be subscribed to, and little is asked for it.",
        "gaps": "A newsletter can be subscribed to. Missing: {missing}.",
        "link": "A link leads to a newsletter; its form was not judged.",
        "unread": "A sign-up for a newsletter was seen; its form could not be read and was not judged.",
        "none": "No sign-up for a newsletter was found.",
    },
    words=(
        "only the e-mail asked",
        "what the subscriber gets",
        "consent not ticked beforehand",
        "link to the privacy policy",
        "a form on the page itself",
    ),
    advice="Ask only for the e-mail address, and say what comes and how often.",
    source="GDPR, recital 32: a box ticked beforehand is no consent; the points are our convention.",
)
def newsletter_signup(trail: Trail, context: Context) -> Verdict:
    """A newsletter is the shop's own way back to its customers, if they were asked fairly. The form is never sent."""
    seen = newsletter_of(context, trail.visits)
    value = {"present": seen.present, "via": seen.via, "benefit": seen.benefit, "pre_ticked": seen.pre_ticked}
    if not seen.present:
        where = expected_at_foot(trail.visits)
        read = asked_for_newsletter(trail.visits)
        return failed(
            "none",
            where,
            value=value,
            basis=Basis.PAGE,
            confidence=Confidence.MEDIUM,
            searched=searched_for(context, "newsletter", among="newsletter_named", links=trail.visits, fields=read),
        )
    if not seen.read:
        message = "link" if seen.via == "link" else "unread"
        return scored(LINK_ONLY, message, seen.evidence, value=value, basis=Basis.PAGE, confidence=Confidence.MEDIUM)
    missing = _missing(seen)
    points = FOUND + LITTLE_ASKED * (seen.typed <= 1) + BENEFIT * seen.benefit + PRIVACY * seen.privacy_link
    points += NOT_TICKED * (not seen.pre_ticked) - POPUP_COST * (seen.via == "popup")
    message = "good" if points >= 90 else "gaps"
    return scored(points, message, seen.evidence, value=value, data={"missing": missing}, basis=Basis.PAGE)


def _missing(seen: Newsletter) -> tuple[str, ...]:
    gaps = {
        "only the e-mail asked": seen.typed > 1,
        "what the subscriber gets": not seen.benefit,
        "consent not ticked beforehand": seen.pre_ticked,
        "link to the privacy policy": not seen.privacy_link,
        "a form on the page itself": seen.via == "popup",
    }
    return tuple(name for name, gap in gaps.items() if gap)
