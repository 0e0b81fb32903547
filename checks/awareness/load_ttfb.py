from auditor.check import Context, Need, Option, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.curves import piecewise
from auditor.derive.loads import headline
from auditor.derive.timing import TIMED_PAGES, TIMED_STAGES, curve_points, evidence_of, sureness, width_of
from auditor.model import Basis, Severity, Stage

__all__ = ["load_ttfb"]

TTFB_POINTS = ((200.0, 100.0), (800.0, 90.0), (1800.0, 50.0), (3600.0, 0.0))
GOOD = 90


@check(
    stage=Stage.AWARENESS,
    weight=5,
    severity=Severity.MAJOR,
    effort="weeks",
    scope=Scope.PAGE,
    needs={Need.LOADS},
    page_kinds=TIMED_PAGES,
    page_stages=TIMED_STAGES,
    title="The server answers and the first content comes fast",
    failure_title="The first content comes late",
    messages={
        "fast": "The server itself answered in {ttfb} ms and the first content was there after {fcp} ms.",
        "slow": "The server itself took {ttfb} ms to answer and the first content was there after {fcp} ms.",
        "late": "The server itself answered in {ttfb} ms, but the first content was there only after {fcp} ms.",
        "answer-only": "The server itself took {ttfb} ms to answer; the first content was not measured.",
        "not-measured": "The server's answer time could not be measured on this page.",
    },
    advice="Keep finished pages in a cache near the customer, and shorten redirects.",
    advice_for={
        "late": "Put the content into the page itself, keep the stylesheets and scripts in its head few and small, "
        "and load the rest later.",
    },
    source="web.dev/ttfb: 0.8 s good, over 1.8 s poor, as a rough guide, which counts the visitor's line as well; "
    "Lighthouse, first-contentful-paint (f8eac39).",
    options={
        "fcp_mobile_p10": Option(1800, "ms", "90 points for the first content on a phone"),
        "fcp_mobile_median": Option(3000, "ms", "50 points for the first content on a phone"),
        "fcp_desktop_p10": Option(934, "ms", "90 points for the first content on a desktop"),
        "fcp_desktop_median": Option(1600, "ms", "50 points for the first content on a desktop"),
    },
)
def load_ttfb(trail: Trail, context: Context) -> Verdict:
    """Nothing can be shown before the server has answered; a slow answer delays every page of the shop.

    The server's time is its own: the way to the shop is in it, the delay of the slowed-down connection is not; that
    is in the time of the first content. So a shop on the measuring machine has an advantage.
    """
    timed = headline(trail.loads)
    if timed is None or timed.median.ttfb_ms is None:
        return unknown("not-measured")
    ttfb, fcp = timed.median.ttfb_ms, timed.median.fcp_ms
    points = [piecewise(ttfb, TTFB_POINTS)]
    if fcp is not None:
        points.append(curve_points(fcp, context.options, "fcp", trail.viewport))
    score = sum(points) / len(points)
    late = "slow" if points[0] < GOOD else "late"
    return scored(
        score,
        "answer-only" if fcp is None else "fast" if round(score) >= GOOD else late,
        evidence_of(trail.page, timed),
        value=round(ttfb),
        unit="ms",
        data={"ttfb": round(ttfb), "fcp": None if fcp is None else round(fcp)},
        n=len(timed.samples),
        interval=width_of(timed.samples, "ttfb_ms"),
        confidence=sureness(timed),
        basis=Basis.MEASURED,
        rule="ttfb",
    )
