from auditor.check import Context, Need, Option, Trail, Verdict, check, passed, scored, unknown
from auditor.derive.service.service_pages import pointing_at, unread_pages
from auditor.derive.service.stale import closed_platform, copyright_year, repealed_act
from auditor.model import Basis, Confidence, PageKind, Severity, Stage

__all__ = ["stale_legal"]

BOTH, PLATFORM, ACT, YEAR = 0, 30, 60, 80


@check(
    stage=Stage.USE,
    weight=3,
    severity=Severity.MINOR,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="No dead law and no dead platform",
    failure_title="The pages point at law or a platform that is no more",
    messages={
        "none": "No repealed act, closed platform or bygone year was found.",
        "platform": "A page points at the EU's platform for disputes, which was closed on 20 July 2025.",
        "act": "A page rests on rules on personal data that hold no longer.",
        "both": "Pages point at the EU's closed platform for disputes and at rules that hold no longer.",
        "not-read": "Terms or a privacy notice are linked, but were not read; the other pages are up to date.",
        "year": "The year beside the copyright sign is {year}.",
    },
    advice="Delete the link to the platform, name the national disputes board instead, and renew the privacy notice.",
    source="Regulation (EU) 2024/3228: the platform closed on 20 July 2025; national acts: vocabulary/duties.yaml.",
    options={"old_years": Option(2, "years", "a copyright year older than this is bygone: our convention")},
)
def stale_legal(trail: Trail, context: Context) -> Verdict:
    """Who reads of an act that was repealed years ago doubts that anyone looks after the shop."""
    platform = closed_platform(context, trail.visits, context.duties_as_of)
    act = repealed_act(context, trail.visits, context.duties_as_of)
    year = copyright_year(context, trail.visits)
    value = {"platform": platform is not None, "act": act is not None, "year": year[0] if year else None}
    where = tuple(place for place in (platform, act) if place)
    if where:
        points = BOTH if platform and act else PLATFORM if platform else ACT
        message = "both" if platform and act else "platform" if platform else "act"
        return scored(points, message, where, value=value, basis=Basis.PAGE, rule=message)
    if year and year[0] < context.duties_as_of.year - context.options["old_years"]:
        return scored(YEAR, "year", (year[1],), value=value, data={"year": str(year[0])}, basis=Basis.PAGE, rule="year")
    unread = unread_pages(context, trail.visits, {"terms": PageKind.TERMS, "privacy": PageKind.PRIVACY})
    if unread:
        return unknown("not-read", unread)
    home = tuple(pointing_at(page) for page in trail.of(PageKind.HOME)[:1])
    return passed("none", home, value=value, basis=Basis.PAGE, confidence=Confidence.MEDIUM)
