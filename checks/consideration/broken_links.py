from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.curves import piecewise
from auditor.derive.discovery.dead_links import DeadLink, tally_links
from auditor.model import Basis, Offender, Severity, Stage

__all__ = ["broken_links"]

CURVE = ((0.0, 100.0), (1.0, 70.0), (3.0, 30.0), (5.0, 0.0))
EXTERNAL_LIMIT, CHAIN_LIMIT = 85, 89
FEWEST = 5
LISTED = 4
BAD = 400


@check(
    stage=Stage.CONSIDERATION,
    weight=4,
    severity=Severity.MAJOR,
    effort="hours",
    needs={Need.VISITS},
    title="Links and pictures lead somewhere",
    failure_title="Links or pictures are broken",
    messages={
        "whole": "None of {asked} addresses of the shop that were asked is broken.",
        "broken": "{broken} of {asked} addresses of the shop do not answer as they should: {named}.",
        "unsaid": "{broken} of {asked} addresses of the shop show its page for what is missing: {named}.",
        "pictures": "{broken} pictures do not load: {named}.",
        "external": "The shop's own links are whole, but {broken} links to other sites lead to missing pages: {named}.",
        "chains": "No link is broken, but {broken} lead through more than two redirects: {named}.",
        "too-few": "Too few addresses answered a robot to judge.",
    },
    advice="Correct the listed addresses or redirect them to the page that took their place.",
    source="The limits are our convention; Google asks for 404 or 410 where a page is gone.",
)
def broken_links(trail: Trail, context: Context) -> Verdict:
    """A customer who lands on a missing page leaves, and doubts whether the rest of the shop is looked after.

    Addresses are asked politely. What turns robots away (401, 403, 429, 999), or does not answer, counts neither way;
    nor does an address that nobody opened, where the shop answers a missing page as if it were there.
    """
    tally = tally_links(context, trail.visits)
    if tally.asked < FEWEST:
        return unknown("too-few")
    broken = (*tally.broken, *tally.pictures)
    share = 100 * len(broken) / (tally.asked + len(tally.pictures))
    score = piecewise(share, CURVE)
    message, named = "whole", broken
    if tally.broken:
        message = "broken" if any(one.status and one.status >= BAD for one in tally.broken) else "unsaid"
    elif tally.pictures:
        message = "pictures"
    elif tally.external:
        message, named, score = "external", tally.external, min(score, EXTERNAL_LIMIT)
    elif tally.chains:
        message, named, score = "chains", tally.chains, min(score, CHAIN_LIMIT)
    return scored(
        score,
        message,
        tuple(one.evidence for one in named),
        value={
            "asked": tally.asked,
            "broken": [one.url for one in broken],
            "external": [one.url for one in tally.external],
            "unsure": tally.unsure,
        },
        unit="addresses",
        data={"asked": tally.asked, "broken": len(named), "named": tuple(_named(one) for one in named[:LISTED])},
        n=tally.asked,
        basis=Basis.MEASURED,
        offenders=tuple(
            Offender(selector=one.evidence.selector, text=one.evidence.excerpt[:100], detail=_named(one))
            for one in named
        ),
    )


def _named(one: DeadLink) -> str:
    return f"{one.url[:120]} ({one.status})" if one.status else one.url[-120:]
