from auditor.check import Context, Need, Scope, Trail, Verdict, check, failed, passed, unknown, warned
from auditor.model import Basis, Evidence, Severity, Stage, ViewportName

__all__ = ["mobile_overflow"]

SLIGHT_PX, SOME_PX = 8, 40


@check(
    stage=Stage.AWARENESS,
    weight=6,
    severity=Severity.MAJOR,
    effort="hours",
    scope=Scope.PAGE,
    needs={Need.VISITS},
    viewports=(ViewportName.MOBILE,),
    fact="overflow",
    title="The page does not scroll sideways on a phone",
    failure_title="The page scrolls sideways on a phone",
    messages={
        "fits": "The page fits the width of a phone.",
        "slight": "The page scrolls {px} pixels sideways on a phone {width} pixels wide.",
        "overflows": "The page scrolls {px} pixels sideways on a phone {width} pixels wide.",
        "not-measured": "The page's width on a phone could not be measured.",
    },
    advice="Let the named part wrap or shrink to the width of the screen.",
    source="Our convention for phones of 360 to 412 pixels; the idea is that of WCAG 2.2, 1.4.10 Reflow.",
)
def mobile_overflow(trail: Trail, _context: Context) -> Verdict:
    """A page that slides sideways hides prices and buttons past the edge, and reading it takes two hands.

    Only a page that really moves counts: menus and carousels wait outside the screen on purpose.
    """
    page = trail.page
    if page is None or not page.facts.overflow:
        return unknown("not-measured")
    worst = max(page.facts.overflow, key=lambda one: one.px)
    selector = worst.offenders[0].selector if worst.offenders else ""
    text = worst.offenders[0].text if worst.offenders else ""
    evidence = (Evidence(page=page.id, selector=selector, excerpt=text, screenshot=page.screenshot),)
    every = {str(one.width): one.px for one in page.facts.overflow}
    data = {"px": worst.px, "width": worst.width, "widths": every}
    more = {"value": worst.px, "unit": "px", "data": data, "basis": Basis.MEASURED, "rule": "overflow"}
    if worst.px <= 0:
        return passed("fits", evidence, **more)
    if worst.px <= SLIGHT_PX:
        return warned("slight", evidence, score=80, offenders=worst.offenders, **more)
    return failed("overflows", evidence, score=40 if worst.px <= SOME_PX else 0, offenders=worst.offenders, **more)
