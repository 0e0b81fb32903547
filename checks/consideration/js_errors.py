from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.visit.script_errors import ScriptError, script_errors
from auditor.model import Basis, Confidence, Offender, Severity, Stage

__all__ = ["js_errors"]

POINTS = ((0.0, 100.0), (1.0, 70.0), (2.0, 40.0), (3.0, 40.0))
THIRD = 1 / 3
LISTED = 3


@check(
    stage=Stage.CONSIDERATION,
    weight=3,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.VISITS},
    title="The shop's scripts run without errors",
    failure_title="The shop's scripts break",
    messages={
        "clean": "No script broke on the pages that were opened ({pages} in all).",
        "own": "Different errors of the shop's own scripts on the {pages} pages that were opened: {own} ({named}).",
        "others": "Different errors of embedded scripts on the {pages} pages that were opened: {others} ({named}).",
        "not-read": "No page was opened as a customer would open it.",
    },
    advice="Mend the listed errors; the first of a page often causes the others.",
    source="Lighthouse has an audit for errors in the console; the points are our convention.",
)
def js_errors(trail: Trail, context: Context) -> Verdict:
    """A script that breaks halfway leaves buttons that do nothing, and nobody tells the shop.

    Counted are different uncaught errors, and the shop's own scripts and styles that do not load. What may come of
    measuring itself, where statistics were kept from running, does not count.
    """
    pages = [one for one in trail.visits if one.part in {"pages", "walk"}]
    if not pages:
        return unknown("not-read")
    found = [one for one in script_errors(context, pages) if not one.unsure]
    own = {(one.what, one.where): one for one in found if one.own}
    others = {(one.what, one.where): one for one in found if not one.own}
    count = len(own) + len(others) * THIRD
    score = _points(count)
    named = tuple(own.values()) or tuple(others.values())
    message = "own" if own else "others" if others else "clean"
    return scored(
        score,
        message,
        tuple(one.evidence for one in named),
        value={"own": len(own), "others": len(others)},
        unit="errors",
        data={
            "pages": len({one.url.partition("#")[0] for one in pages}),
            "own": len(own),
            "others": len(others),
            "named": tuple(_named(one) for one in named[:LISTED]),
        },
        n=len(pages),
        basis=Basis.MEASURED,
        # Without a place in a file it is the page's own, most likely.
        confidence=Confidence.HIGH if not own or any(one.where for one in own.values()) else Confidence.MEDIUM,
        offenders=tuple(Offender(selector="", text=one.what[:100], detail=one.where[:200]) for one in named),
    )


def _points(count: float) -> float:
    """Read the table of CHECKS: none 100, one 70, two or three 40, more 0; a third for each of others."""
    if count > POINTS[-1][0]:
        return 0.0
    low = max((one for one in POINTS if one[0] <= count), key=lambda one: one[0])
    high = min((one for one in POINTS if one[0] >= count), key=lambda one: one[0])
    span = high[0] - low[0]
    return low[1] if not span else low[1] + (high[1] - low[1]) * (count - low[0]) / span


def _named(one: ScriptError) -> str:
    place = one.where.rsplit("/", 1)[-1][:60]
    return f"{one.what[:90]} ({place})" if place else one.what[:90]
