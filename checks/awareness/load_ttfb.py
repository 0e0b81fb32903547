from auditor.check import Context, Need, Option, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.curves import piecewise
from auditor.derive.loads import headline
from auditor.derive.timing import TIMED_PAGES, TIMED_STAGES, curve_points, evidence_of, sureness, width_of
from auditor.model import Basis, Severity, Stage

__all__ = ["load_ttfb"]

TTFB_POINTS = ((200.0, 100.0), (800.0, 90.0), (1800.0, 50.0), (3600.0, 0.0))


@check(
    stage=Stage.AWARENESS,
    weight=5,
    severity=Severity.MAJOR,
    effort="weeks",
    scope=Scope.PAGE,
    needs={Need.LOADS},
    page_kinds=TIMED_PAGES,
    page_stages=TIMED_STAGES,
    title="The server answers fast",
    failure_title="The server answers slowly",
    messages={
        "fast": "The server answered in {ttfb} ms and the first content was there after {fcp} ms.",
        "slow": "The server took {ttfb} ms to answer and the first content was there after {fcp} ms.",
        "answer-only": "The server took {ttfb} ms to answer; the first content was not measured.",
        "not-measured": "The server's answer time could not be measured on this page.",
    },
    advice="Keep finished pages in a cache near the customer, and shorten redirects.",
    source="web.dev/ttfb: 0.8 s good, over 1.8 s poor, as a rough guide; Lighthouse, first-contentful-paint (f8eac39).",
    options={
        "fcp_mobile_p10": Option(1800, "ms", "90 points for the first content on a phone"),
        "fcp_mobile_median": Option(3000, "ms", "50 points for the first content on a phone"),
        "fcp_desktop_p10": Option(934, "ms", "90 points for the first content on a desktop"),
        "fcp_desktop_median": Option(1600, "ms", "50 points for the first content on a desktop"),
    },
)
def load_ttfb(trail: Trail, context: Context) -> Verdict:
    """Nothing can be shown before the server has answered; a slow answer delays every page of the shop.

    The way from the measuring machine to the shop is part of the figure, so a shop on the same machine always passes.
    """
    timed = headline(trail.loads)
    if timed is None or timed.median.ttfb_ms is None:
        return unknown("not-measured")
    ttfb, fcp = timed.median.ttfb_ms, timed.median.fcp_ms
    points = [piecewise(ttfb, TTFB_POINTS)]
    if fcp is not None:
        points.append(curve_points(fcp, context.options, "fcp", trail.viewport))
    score = sum(points) / len(points)
    return scored(
        score,
        "answer-only" if fcp is None else "fast" if round(score) >= 90 else "slow",
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
