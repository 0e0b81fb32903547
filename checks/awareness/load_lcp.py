from typing import Any

from auditor.check import Context, Need, Option, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.loads import headline
from auditor.derive.timing import TIMED_PAGES, TIMED_STAGES, curve_points, evidence_of, sureness, width_of
from auditor.model import Basis, Course, Fetched, Measurement, Severity, Stage

__all__ = ["load_lcp"]

SECOND, KIB = 1000, 1024
MOST_FILES = 3


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
        "redirects": "The main content was there after {seconds} seconds. In the load that was looked into, redirects "
        "alone took {asked} seconds.",
        "server": "The main content was there after {seconds} seconds. In the load that was looked into, the server "
        "alone took {answered} seconds to answer.",
        "blocking": "The main content was there after {seconds} seconds. In the load that was looked into, nothing "
        "could be shown for {shown} seconds, until the browser was done with these files: {files}.",
        "picture-late": "The main content was there after {seconds} seconds. In the load that was looked into, its "
        "picture was asked for only after {asked} seconds: {files}.",
        "picture-waits": "The main content was there after {seconds} seconds. In the load that was looked into, its "
        "picture was asked for after {asked} seconds and began to come only after {began} seconds: {files}.",
        "picture-heavy": "The main content was there after {seconds} seconds. In the load that was looked into, its "
        "picture was on its way from {began} to {ended} seconds: {files}.",
        "not-measured": "The main content's time could not be measured on this page.",
    },
    advice="Shorten what comes first: the server's answer, then the stylesheets and scripts in the head, then the "
    "largest picture or text. The part on speed shows what the time went to.",
    advice_for={
        "redirects": "Link to the address where the page really is, and leave out redirects.",
        "server": "Keep finished pages in a cache near the customer, so that the server answers at once.",
        "blocking": "Make the files that are named smaller: keep in the head only what the first screen needs, and "
        "load other styles and scripts later.",
        "picture-late": "Name the largest picture in the page's own HTML, without lazy loading, so that the browser "
        "asks for it at once.",
        "picture-waits": "Let the largest picture come before other files (fetchpriority), from a cache near the "
        "customer.",
        "picture-heavy": "Serve the largest picture in a modern format and in the size in which it is shown.",
    },
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
    message, why = _why(timed, points)
    return scored(
        points,
        message,
        evidence_of(trail.page, timed),
        value=round(lcp),
        unit="ms",
        data={"seconds": round(lcp / SECOND, 1), **why},
        n=len(timed.samples),
        interval=width_of(timed.samples, "lcp_ms"),
        confidence=sureness(timed),
        basis=Basis.MEASURED,
        rule="lcp",
    )


def _why(timed: Measurement, points: float) -> tuple[str, dict[str, Any]]:
    """Return the message and what it tells of the cause, where the page is not fast and its requests prove one."""
    if round(points) >= 90:
        return "fast", {}
    course = timed.course
    if course is None or course.cause is None:
        return "slowish" if round(points) >= 50 else "slow", {}
    return course.cause, _moments(course)


def _moments(course: Course) -> dict[str, Any]:
    """Return the moments that the causes name, and the files."""
    blocking, picture = course.blocking or (), course.picture
    if course.cause == "blocking":
        return {"shown": _seconds(blocking[0].end_ms), "files": [_told(one) for one in blocking[:MOST_FILES]]}
    if picture and course.cause not in {"redirects", "server"}:
        moments = {"asked": picture.start_ms, "began": picture.first_ms, "ended": picture.end_ms}
        return {**{name: _seconds(ms) for name, ms in moments.items()}, "files": [_told(picture)]}
    return {"answered": _seconds(course.answered_ms), "asked": _seconds(course.asked_ms)}


def _seconds(ms: int | None) -> float | None:
    return None if ms is None else round(ms / SECOND, 1)


def _told(one: Fetched) -> str:
    """Name a file as the waterfall does, with its weight."""
    name = one.name if one.third_party else one.name[one.name.find("/") :]
    return f"{name} ({round(one.size_bytes / KIB)}\u00a0kB)"
