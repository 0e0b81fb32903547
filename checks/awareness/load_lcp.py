from auditor.check import Context, Need, Option, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.loads import headline
from auditor.derive.timing import TIMED_PAGES, TIMED_STAGES, curve_points, evidence_of, sureness, width_of
from auditor.model import Basis, Severity, Stage

__all__ = ["load_lcp"]


@check(
    stage=Stage.AWARENESS,
    weight=10,
    severity=Severity.MAJOR,
    effort="days",
    scope=Scope.PAGE,
    needs={Need.LOADS},
    page_kinds=TIMED_PAGES,
    page_stages=TIMED_STAGES,
    title="The page shows its main content fast",
    failure_title="The page shows its main content slowly",
    messages={
        "fast": "The main content was there after {seconds} seconds.",
        "slowish": "The main content was there after {seconds} seconds, which is noticeable.",
        "slow": "The main content was there only after {seconds} seconds.",
        "not-measured": "The main content's time could not be measured on this page.",
    },
    advice="Serve the largest picture early and in the right size, and load scripts after the content.",
    source="Lighthouse, largest-contentful-paint (curve of f8eac39); Web Vitals: 2.5 s is good on a phone.",
    options={
        "lcp_mobile_p10": Option(2500, "ms", "90 points on a phone"),
        "lcp_mobile_median": Option(4000, "ms", "50 points on a phone"),
        "lcp_desktop_p10": Option(1200, "ms", "90 points on a desktop"),
        "lcp_desktop_median": Option(2400, "ms", "50 points on a desktop"),
    },
)
def load_lcp(trail: Trail, context: Context) -> Verdict:
    """A visitor waits for the main content first; on a slow page many leave before they have seen it.

    It is a laboratory figure: the median of cold, slowed-down loads on one machine, not what customers met.
    """
    timed = headline(trail.loads)
    if timed is None or timed.median.lcp_ms is None:
        return unknown("not-measured", evidence_of(trail.page, timed) if timed else ())
    lcp = timed.median.lcp_ms
    points = curve_points(lcp, context.options, "lcp", trail.viewport)
    return scored(
        points,
        "fast" if round(points) >= 90 else "slowish" if round(points) >= 50 else "slow",
        evidence_of(trail.page, timed),
        value=round(lcp),
        unit="ms",
        data={"seconds": round(lcp / 1000, 1)},
        n=len(timed.samples),
        interval=width_of(timed.samples, "lcp_ms"),
        confidence=sureness(timed),
        basis=Basis.MEASURED,
        rule="lcp",
    )
