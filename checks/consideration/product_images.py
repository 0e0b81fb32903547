from auditor.check import Context, Need, Option, Trail, Verdict, check, failed, scored, unknown
from auditor.model import Basis, Confidence, Evidence, GallerySeen, Offender, Severity, Stage

__all__ = ["product_images"]

POINTS = {0: 0, 1: 40, 2: 60, 3: 80}
SMALL_FACTOR, ALT_COST = 0.7, 10


@check(
    stage=Stage.CONSIDERATION,
    weight=6,
    severity=Severity.MAJOR,
    effort="weeks",
    needs={Need.PRODUCT},
    title="Products are shown in several large pictures",
    failure_title="Products are shown in too few or too small pictures",
    messages={
        "rich": "The products looked at have at least {fewest} pictures each, large enough to look at closely.",
        "few": "Pictures of {name}: {fewest}. Four show a product well.",
        "small": "The largest picture of {name} is {widest} pixels wide; {wanted} are needed to look at it closely.",
        "no-text": "Pictures of {name} have no alternative text.",
        "none": "{name} has no picture of its own.",
        "not-seen": "The pictures of a product could not be read.",
    },
    advice="Show at least four photos of 1000 pixels or more, one of them in use, each with an alternative text.",
    source="The figures are our convention; shoppers judge the size of things by pictures (Baymard, second hand).",
    options={"wide_px": Option(800, "px", "the least width of the largest picture's file")},
)
def product_images(_trail: Trail, context: Context) -> Verdict:
    """A customer cannot touch the goods: pictures from several sides stand in for it.

    Counted is what stands in the product's own block, each picture once whatever its size; patterns to choose from and
    pictures of other products do not count.
    """
    seen = tuple(one for one in context.recording.probes(GallerySeen) if one.pictures or one.zoom_selector)
    if not seen:
        return unknown("not-seen")
    wide = int(context.options["wide_px"])
    points = [_points(one, wide) for one in seen]
    worst = min(seen, key=lambda one: _points(one, wide))
    counts = [len(one.pictures) for one in seen]
    silent = [picture for picture in worst.pictures if not (picture.alt or "").strip()]
    value = {
        "products": [{"url": one.url, "pictures": len(one.pictures), "widest_px": one.widest_px} for one in seen],
    }
    data = {
        "name": worst.name,
        "fewest": min(counts),
        "widest": worst.widest_px,
        "wanted": wide,
    }
    evidence = tuple(
        Evidence(page=one.visit, selector=one.zoom_selector, excerpt=f"{len(one.pictures)} × {one.widest_px} px")
        for one in seen
        if one.visit
    )
    score = sum(points) / len(points)
    message = _message(worst, wide, silent=bool(silent), good=score >= 90)
    offenders = tuple(Offender(selector=worst.zoom_selector, text=picture.src[-100:]) for picture in silent)
    confidence = Confidence.HIGH if len(seen) > 1 else Confidence.MEDIUM
    if message == "none":
        return failed("none", evidence, value=value, data=data, n=len(seen), confidence=Confidence.MEDIUM)
    return scored(
        score,
        message,
        evidence,
        value=value,
        data=data,
        n=len(seen),
        basis=Basis.MEASURED,
        confidence=confidence,
        offenders=offenders if message == "no-text" else (),
    )


def _points(seen: GallerySeen, wide: int) -> float:
    points = float(POINTS.get(len(seen.pictures), 100))
    # A width of 0 was not read, which is not the same as small.
    if 0 < seen.widest_px < wide:
        points *= SMALL_FACTOR
    if any(not (picture.alt or "").strip() for picture in seen.pictures):
        points -= ALT_COST
    return max(0.0, points)


def _message(worst: GallerySeen, wide: int, *, silent: bool, good: bool) -> str:
    if not worst.pictures:
        return "none"
    if good:
        return "rich"
    if len(worst.pictures) < 4:
        return "few"
    if 0 < worst.widest_px < wide:
        return "small"
    return "no-text" if silent else "rich"
