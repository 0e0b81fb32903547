from auditor.check import Context, Need, Option, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.curves import log_normal
from auditor.derive.loads import headline
from auditor.derive.timing import TIMED_PAGES, TIMED_STAGES, sureness, width_of
from auditor.model import Basis, Evidence, Offender, PageImage, Severity, Stage, ViewportName, Visit

__all__ = ["page_weight"]

KIB = 1024
# Pixels of the screen for each pixel of the page (CONTRACTS 6).
DENSITY = {ViewportName.MOBILE: 1.75, ViewportName.DESKTOP: 1.0, ViewportName.TABLET: 2.0}
TOO_WIDE, LEAST_WIDTH = 2, 200
EACH_PICTURE, MOST_FOR_PICTURES = 2, 20
NOTABLE_BYTES = 100_000


@check(
    stage=Stage.AWARENESS,
    weight=3,
    severity=Severity.MINOR,
    effort="days",
    scope=Scope.PAGE,
    needs={Need.LOADS},
    page_kinds=TIMED_PAGES,
    page_stages=TIMED_STAGES,
    title="The page is light to load",
    failure_title="The page is heavy to load",
    messages={
        "light": "The page loads {mb} MB in {requests} requests.",
        "pictures": "The page loads {mb} MB, and {pictures} pictures are more than twice as wide as they are shown.",
        "heavy": "The page loads {mb} MB in {requests} requests, which is a lot.",
        "heavy-others": "The page loads {mb} MB in {requests} requests, {third_mb} MB of it from other companies.",
        "cut-off": "The page was still loading when time ran out, so that its weight is not known.",
        "not-measured": "The page's weight could not be measured.",
    },
    advice="Serve pictures in a modern format and in the size in which they are shown, and drop scripts nobody needs.",
    source="Lighthouse, total-byte-weight (2667 and 4000 KiB); the deduction for pictures is our convention.",
    options={
        "weight_p10": Option(2667, "KiB", "90 points"),
        "weight_median": Option(4000, "KiB", "50 points"),
    },
)
def page_weight(trail: Trail, context: Context) -> Verdict:
    """Every byte costs time on a slow connection and money on a limited one."""
    timed = headline(trail.loads)
    if timed is None or timed.median.weight_bytes is None:
        return unknown("not-measured")
    weight, third = timed.median.weight_bytes, timed.median.third_party_bytes or 0
    points = log_normal(
        weight / KIB, p10=float(context.options["weight_p10"]), median=float(context.options["weight_median"])
    )
    wide = _too_wide(trail.page, trail.viewport)
    score = points - min(MOST_FOR_PICTURES, EACH_PICTURE * len(wide))
    if timed.cut_off and round(score) >= 90:
        return unknown(
            "cut-off", (Evidence(page=trail.page.id, screenshot=trail.page.screenshot),) if trail.page else ()
        )
    heavy = "heavy-others" if third >= NOTABLE_BYTES else "heavy"
    return scored(
        score,
        "light" if round(score) >= 90 else "pictures" if round(points) >= 90 else heavy,
        (Evidence(page=trail.page.id, screenshot=trail.page.screenshot),) if trail.page else (),
        value=round(weight / KIB),
        unit="KiB",
        data={
            "mb": round(weight / 1e6, 1),
            "third_mb": round(third / 1e6, 1),
            "requests": round(timed.median.requests or 0),
            "pictures": len(wide),
        },
        n=len(timed.samples),
        interval=width_of(timed.samples, "weight_bytes"),
        confidence=sureness(timed),
        basis=Basis.MEASURED,
        rule="weight",
        offenders=tuple(_offender(one) for one in wide),
    )


def _too_wide(page: Visit | None, viewport: ViewportName | None) -> tuple[PageImage, ...]:
    """List the pictures with more than twice the pixels that the screen can show; drawings have no pixels."""
    density = DENSITY[viewport or ViewportName.DESKTOP]
    return tuple(
        one
        for one in (page.facts.images if page else ())
        if one.visible
        and one.width > 1
        and one.natural_width >= LEAST_WIDTH
        and one.natural_width > TOO_WIDE * one.width * density
        and not one.src.startswith("data:")
        and ".svg" not in one.src.lower()
    )


def _offender(one: PageImage) -> Offender:
    return Offender(selector="img", text=one.src[:200], detail=f"{one.natural_width} > {one.width} px")
