from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.model import Basis, Confidence, Evidence, GallerySeen, Severity, Stage

__all__ = ["product_rich_media"]

ZOOM, PINCH, VIDEO, SPIN, CUSTOMERS = 50, 25, 25, 15, 10
# A phone of 412 pixels shows a picture of twice that width sharply when two fingers spread it.
PINCH_PX = 824


@check(
    stage=Stage.CONSIDERATION,
    weight=3,
    severity=Severity.MINOR,
    effort="weeks",
    needs={Need.PRODUCT},
    title="Products can be looked at closely and in motion",
    failure_title="Products cannot be looked at closely or in motion",
    messages={
        "rich": "Seen on product pages: {found}.",
        "some": "Seen on product pages: {found}. Not seen: {missing}.",
        "none": "Pictures get no larger when pressed, and no video or turning view was seen.",
        "not-seen": "Whether pictures can be enlarged could not be tried.",
    },
    words=("enlarging", "video", "turning or 3D view", "customers' pictures"),
    advice="Let a press enlarge the picture, and add one short video of the product.",
    source="The points are our convention. Films that play by themselves as a background do not count.",
)
def product_rich_media(_trail: Trail, context: Context) -> Verdict:
    """Material, seams and size show only when a picture can be enlarged or the thing is seen to move."""
    seen = context.recording.probes(GallerySeen)
    tried = next((one for one in seen if one.zoom is not None), None)
    if tried is None:
        return unknown("not-seen")
    found = {
        "enlarging": bool(tried.zoom),
        "video": any(one.video for one in seen),
        "turning or 3D view": any(one.spin for one in seen),
        "customers' pictures": any(one.customers for one in seen),
    }
    pinch = max(one.widest_px for one in seen) >= PINCH_PX
    zoom = ZOOM if tried.zoom else PINCH if pinch else 0
    score = (
        zoom + VIDEO * found["video"] + SPIN * found["turning or 3D view"] + CUSTOMERS * found["customers' pictures"]
    )
    here = tuple(name for name, there in found.items() if there)
    missing = tuple(name for name, there in found.items() if not there)
    message = "rich" if score >= 90 else "some" if here else "none"
    evidence = (
        (Evidence(page=tried.visit, selector=tried.zoom_selector, excerpt=tried.zoom or tried.url),)
        if tried.visit
        else ()
    )
    return scored(
        score,
        message,
        evidence,
        value={"zoom": tried.zoom or None, "video": found["video"], "spin": found["turning or 3D view"]},
        data={"found": here, "missing": missing},
        basis=Basis.PAGE,
        # A press that showed nothing larger may have missed what a person would find.
        confidence=Confidence.HIGH if tried.zoom else Confidence.MEDIUM,
    )
