from auditor.check import Context, Need, Trail, Verdict, check, failed, scored, warned
from auditor.derive.loyalty.coming_back import BUYING, Programme, gift_cards, programme_of
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage

__all__ = ["loyalty_programme"]

PAGE, BENEFITS, JOINING, TERMS, AT_PURCHASE = 40, 25, 15, 10, 10
INSTEAD, LINK_ONLY = 50, 60


@check(
    stage=Stage.LOYALTY,
    weight=5,
    severity=Severity.MAJOR,
    effort="weeks",
    needs={Need.VISITS, Need.HOME},
    title="Loyal customers get something for it",
    failure_title="Loyal customers get nothing for it",
    messages={
        "good": "A loyalty programme names its benefits in figures and can be joined.",
        "gaps": "There is a loyalty programme. Missing: {missing}.",
        "link": "A link leads to a loyalty programme; its page was not read.",
        "service": "A service for loyalty programmes runs in the shop: {service}. Its page was not read.",
        "instead": "No loyalty programme was found; {instead} stand in for one.",
        "none": "No loyalty programme was found.",
    },
    words=(
        "benefits in figures",
        "joining on the page",
        "the terms",
        "a word of it while buying",
        "gift cards",
        "prices for members",
    ),
    advice="Say what a loyal customer gets in euros, and let people join while they buy.",
    source="Our convention.",
)
def loyalty_programme(trail: Trail, context: Context) -> Verdict:
    """Keeping a customer costs less than winning one; a programme says what staying is worth.

    A programme under a name of its own, which no word gives away, may be missed. Small shops may do without: gift cards
    or prices for members count half.
    """
    seen: Programme = context.memo("loyalty-programme", lambda: programme_of(context, trail.visits))
    value = {"present": bool(seen.link or seen.page or seen.service), "benefits": seen.benefits}
    if seen.page:
        gaps = {
            "benefits in figures": not seen.benefits,
            "joining on the page": not seen.joining,
            "the terms": not seen.terms,
            "a word of it while buying": not seen.at_purchase,
        }
        points = PAGE + BENEFITS * bool(seen.benefits) + JOINING * seen.joining
        points += TERMS * seen.terms + AT_PURCHASE * seen.at_purchase
        missing = tuple(name for name, gap in gaps.items() if gap)
        message = "good" if points >= 90 else "gaps"
        read = searched_for(context, text=(seen.page, *trail.of(*BUYING))) if missing else None
        data = {"missing": missing}
        return scored(points, message, seen.evidence, value=value, data=data, basis=Basis.PAGE, searched=read)
    if seen.link or seen.service:
        message = "link" if seen.link else "service"
        return warned(
            message,
            seen.evidence,
            LINK_ONLY,
            value=value,
            data={"service": seen.service},
            basis=Basis.PAGE,
            confidence=Confidence.MEDIUM,
        )
    searched = searched_for(context, "loyalty_programme", links=trail.visits, text=trail.of(PageKind.LOYALTY))
    gift = gift_cards(context, trail.visits)
    instead = (*(("gift cards",) if gift else ()), *(("prices for members",) if seen.member_price else ()))
    if instead:
        where = tuple(one for one in (gift, seen.member_price) if one)
        sure = Confidence.MEDIUM
        data = {"instead": instead}
        more = {"value": value, "data": data, "basis": Basis.PAGE, "confidence": sure, "searched": searched}
        return warned("instead", where, INSTEAD, **more)
    home = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in trail.of(PageKind.HOME)[:1])
    return failed("none", home, value=value, basis=Basis.PAGE, confidence=Confidence.MEDIUM, searched=searched)
