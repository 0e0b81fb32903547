from auditor.check import Context, Need, Scope, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.curves import piecewise
from auditor.model import Basis, Evidence, Severity, Stage, ViewportName

__all__ = ["mobile_tap_targets"]

SHARE_POINTS = ((0.7, 0.0), (1.0, 80.0))
BUYING_POINTS = 20.0


@check(
    stage=Stage.AWARENESS,
    weight=5,
    severity=Severity.MAJOR,
    effort="hours",
    scope=Scope.PAGE,
    needs={Need.VISITS},
    viewports=(ViewportName.MOBILE,),
    fact="taps",
    title="Links and buttons are large enough for a finger",
    failure_title="Links and buttons are too small for a finger",
    messages={
        "large-enough": "{good} of {total} links and buttons are large enough for a finger.",
        "too-small": "{small} of {total} links and buttons are smaller than 24 pixels and too close to others.",
        "buying-small": "{buying_small} of {buying} buying buttons are smaller than 44 pixels.",
        "none": "The page has no links or buttons.",
        "not-measured": "The sizes of links and buttons could not be measured.",
    },
    advice="Give the named links and buttons more padding: at least 24 pixels, and 44 for the buying buttons.",
    source="WCAG 2.2, 2.5.8 Target Size (24 px, spacing exception) and 2.5.5 (44 px); points are our convention.",
)
def mobile_tap_targets(trail: Trail, _context: Context) -> Verdict:
    """A finger covers more than a mouse pointer; what is small or crowded is missed, or something else is pressed."""
    page = trail.page
    taps = page.facts.taps if page else None
    if page is None or taps is None:
        return unknown("not-measured")
    if not taps.total:
        return not_applicable("none")
    good = taps.total - taps.small_count
    share = piecewise(good / taps.total, SHARE_POINTS)
    buying_small = len(taps.primary_small)
    if taps.primary_total:
        score = share + BUYING_POINTS * (1 - buying_small / taps.primary_total)
    else:
        score = share * 100 / (100 - BUYING_POINTS)
    offenders = (*taps.primary_small, *taps.small)
    message = "large-enough" if round(score) >= 90 else "too-small" if taps.small_count else "buying-small"
    first = offenders[0] if offenders else None
    return scored(
        score,
        message,
        (Evidence(page=page.id, selector=first.selector if first else "", excerpt=first.text if first else ""),),
        value=round(good / taps.total, 3),
        unit="share",
        data={
            "good": good,
            "total": taps.total,
            "small": taps.small_count,
            "buying": taps.primary_total,
            "buying_small": buying_small,
        },
        basis=Basis.MEASURED,
        rule="target-size",
        offenders=offenders,
    )
