from auditor.check import Context, Need, Option, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.curves import log_normal
from auditor.derive.loads import headline
from auditor.derive.timing import TIMED_PAGES, TIMED_STAGES, evidence_of, sureness, width_of
from auditor.model import Basis, Severity, Stage

__all__ = ["layout_shift"]


@check(
    stage=Stage.AWARENESS,
    weight=5,
    severity=Severity.MAJOR,
    effort="days",
    scope=Scope.PAGE,
    needs={Need.LOADS},
    page_kinds=TIMED_PAGES,
    page_stages=TIMED_STAGES,
    title="The page stays in place while it loads",
    failure_title="The page jumps while it loads",
    messages={
        "still": "The page stayed in place while it loaded (layout shift {shift}).",
        "moves": "Parts of the page moved while it loaded (layout shift {shift}).",
        "jumps": "The page jumped while it loaded (layout shift {shift}).",
        "cut-off": "The page was still loading when time ran out, so that it may move later on.",
        "not-measured": "The page's movement could not be measured.",
    },
    advice="Give pictures, banners and embedded parts their width and height beforehand.",
    source="Web Vitals: CLS up to 0.1 is good; Lighthouse, cumulative-layout-shift (f8eac39).",
    options={
        "p10": Option(0.1, "CLS", "90 points"),
        "median": Option(0.25, "CLS", "50 points"),
    },
)
def layout_shift(trail: Trail, context: Context) -> Verdict:
    """A button that moves under the finger is pressed wrongly, and a text that jumps is read from the start again.

    Scored is the movement of loading; the movement of scrolling is told beside it where it was seen.
    """
    timed = headline(trail.loads)
    if timed is None or timed.median.cls is None:
        return unknown("not-measured")
    shift = timed.median.cls
    points = log_normal(shift, p10=float(context.options["p10"]), median=float(context.options["median"]))
    if timed.cut_off and round(points) >= 90:
        return unknown("cut-off", evidence_of(trail.page, timed))
    scrolled = trail.page.facts.scroll_cls if trail.page else None
    return scored(
        points,
        "still" if round(points) >= 90 else "moves" if round(points) >= 50 else "jumps",
        evidence_of(trail.page, timed),
        value=round(shift, 3),
        unit="CLS",
        data={"shift": round(shift, 3), "scrolled": None if scrolled is None else round(scrolled, 3)},
        n=len(timed.samples),
        interval=width_of(timed.samples, "cls"),
        confidence=sureness(timed),
        basis=Basis.MEASURED,
        rule="cls",
    )
