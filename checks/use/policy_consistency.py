from collections import Counter

from auditor.check import Context, Need, Trail, Verdict, check, passed, scored, unknown
from auditor.derive.service.promises import Contradiction, contradictions_of, promises_of
from auditor.derive.service.service_pages import pointing_at
from auditor.model import Basis, Confidence, Severity, Stage

__all__ = ["policy_consistency"]

COST = 20
FACTS = ("return days", "delivery days", "limit of free delivery", "phone", "hours")


@check(
    stage=Stage.USE,
    weight=6,
    severity=Severity.MAJOR,
    effort="hours",
    needs={Need.VISITS, Need.CRAWL},
    title="The pages promise the same",
    failure_title="Pages contradict each other",
    messages={
        "same": "Pages that tell of the same thing agree: {facts}.",
        "differ": "Pages contradict each other about {facts}: {quotes}.",
        "few": "No promise that holds in general was found on two pages, so nothing could be compared.",
    },
    words=FACTS,
    advice="Keep each promise in one place, and quote it from there on all other pages.",
    source="Our convention: the same fact is read from every page and compared.",
)
def policy_consistency(trail: Trail, context: Context) -> Verdict:
    """Two answers to one question are worse than none: the customer believes the better one and is let down.

    Compared is what pages say in general. Sentences about some goods, countries, members or weeks, the time that the
    law gives, and pages that list several values are left out, so a contradiction may remain unseen.
    """
    promises = promises_of(context, trail.visits)
    found = contradictions_of(promises)
    counts = Counter((one.fact, one.scope) for one in promises)
    compared = tuple(fact for fact in FACTS if any(name == fact and n > 1 for (name, _scope), n in counts.items()))
    value = {"compared": compared, "differ": {one.first.fact: [one.first.printed, one.other.printed] for one in found}}
    if not compared:
        return unknown("few", tuple(pointing_at(one.visit, one.sentence) for one in promises[:2]), value=value)
    if not found:
        where = tuple(pointing_at(one.visit, one.sentence) for one in promises if one.fact in compared)
        return passed("same", where[:6], value=value, data={"facts": compared}, confidence=Confidence.MEDIUM)
    return scored(
        100 - COST * len(found),
        "differ",
        tuple(pointing_at(one.visit, one.sentence) for pair in found for one in (pair.first, pair.other)),
        value=value,
        data={"facts": tuple(one.first.fact for one in found), "quotes": tuple(_quote(one) for one in found)},
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM,
    )


def _quote(pair: Contradiction) -> str:
    """Name both values with their pages; a quotation needs no translation."""
    return " ↔ ".join(f"{one.printed} ({one.visit.title or one.visit.url})" for one in (pair.first, pair.other))
