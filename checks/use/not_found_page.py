from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.service.lost import FEW_LINKS, LostSeen, lost_seen
from auditor.derive.service.service_pages import pointing_at
from auditor.model import Basis, Severity, Stage

__all__ = ["not_found_page"]

STATUS, SEARCH, LINKS, LANGUAGE, FRAME = 30, 25, 25, 10, 10
WORDS = {
    "status": "the status 404",
    "search": "a search",
    "links": "links to go on",
    "language": "the shop's language",
    "frame": "the shop's header and footer",
}


@check(
    stage=Stage.USE,
    weight=2,
    severity=Severity.MINOR,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="A missing page helps its visitor on",
    failure_title="A missing page leaves its visitor alone",
    messages={
        "helps": "An address that does not exist is answered as missing, with: {found}.",
        "gaps": "An address that does not exist was asked for. Its page lacks: {missing}.",
        "home": "An address that does not exist shows the home page instead of saying so.",
        "refused": "The shop refused to answer an address that does not exist (status {status}).",
        "not-asked": "No address that does not exist was asked for.",
    },
    words=tuple(WORDS.values()),
    advice="Answer 404 in the frame of the shop, with a search field and links to the main categories.",
    source="Google: a missing page answers 404 or 410, not 200 nor a redirect home; the points are our convention.",
)
def not_found_page(trail: Trail, context: Context) -> Verdict:
    """Old links and mistyped addresses lead to this page; with a search on it the visit goes on.

    A missing page that answers 200 is kept by search engines as if it were one.
    """
    seen = lost_seen(context, trail.visits)
    if seen is None:
        return unknown("not-asked")
    where = (pointing_at(seen.page, f"{seen.page.status} {seen.page.title}"),)
    if seen.told is None:
        return unknown("refused", where, data={"status": seen.page.status})
    has = _has(seen)
    if seen.sent_home and not seen.told:
        return scored(0, "home", where, value=has, basis=Basis.PAGE, rule="soft-404")
    found = tuple(WORDS[name] for name, there in has.items() if there)
    missing = tuple(WORDS[name] for name, there in has.items() if not there)
    points = STATUS * has["status"] + SEARCH * has["search"] + LINKS * has["links"]
    points += LANGUAGE * has["language"] + FRAME * has["frame"]
    return scored(
        points,
        "helps" if points >= 90 else "gaps",
        where,
        value=has,
        data={"found": found, "missing": missing},
        basis=Basis.PAGE,
    )


def _has(seen: LostSeen) -> dict[str, bool]:
    return {
        "status": bool(seen.told),
        "search": seen.search,
        "links": seen.ways_on >= FEW_LINKS,
        "language": seen.language,
        "frame": seen.framed,
    }
