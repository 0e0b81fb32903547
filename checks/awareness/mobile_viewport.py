import re

from auditor.check import Context, Need, Scope, Trail, Verdict, check, failed, passed, unknown
from auditor.model import Basis, Evidence, Severity, Stage, ViewportName

__all__ = ["mobile_viewport"]

LEAST_ZOOM = 2.0


@check(
    stage=Stage.AWARENESS,
    weight=5,
    severity=Severity.MAJOR,
    effort="hours",
    scope=Scope.PAGE,
    needs={Need.VISITS},
    viewports=(ViewportName.MOBILE,),
    title="The page fits itself to a phone and can be zoomed",
    failure_title="The page does not fit itself to a phone, or cannot be zoomed",
    messages={
        "fits": "The page takes the phone's width and can be zoomed.",
        "zoom-blocked": "The page takes the phone's width but keeps customers from zooming in.",
        "missing": "The page does not tell a phone how wide it is, so a phone shows it as a shrunken desktop page.",
        "unread": "The page's settings for phones could not be read.",
    },
    advice="Use the setting width=device-width, initial-scale=1, and leave zooming on.",
    source="axe-core rules meta-viewport and meta-viewport-large (57cb1ef), which map to WCAG 1.4.4.",
)
def mobile_viewport(trail: Trail, _context: Context) -> Verdict:
    """A phone shrinks a page that does not say its width; without zoom, people with weak sight cannot read it."""
    page = trail.page
    if page is None or not (page.facts.text or page.facts.links or page.facts.viewport_meta):
        return unknown("unread")
    meta = (page.facts.viewport_meta or "").lower().replace(" ", "")
    evidence = (Evidence(page=page.id, selector="meta[name=viewport]", excerpt=meta, screenshot=page.screenshot),)
    if "width=device-width" not in meta and "initial-scale=1" not in meta:
        return failed("missing", evidence, value=meta or None, basis=Basis.PAGE)
    largest = re.search(r"maximum-scale=([\d.]+)", meta)
    blocked = bool(re.search(r"user-scalable=(?:no|0)\b", meta)) or bool(largest and _number(largest[1]) < LEAST_ZOOM)
    if blocked:
        return failed("zoom-blocked", evidence, score=40, value=meta, basis=Basis.PAGE)
    return passed("fits", evidence, value=meta, basis=Basis.PAGE)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return LEAST_ZOOM
