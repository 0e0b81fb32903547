from auditor.check import Context, Need, Scope, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.curves import piecewise
from auditor.model import Basis, Evidence, Severity, Stage, ViewportName

__all__ = ["mobile_text_size"]

SHARE_POINTS = ((0.25, 0.0), (0.60, 50.0), (0.95, 100.0))
SMALL_INPUTS_COST = 10


@check(
    stage=Stage.AWARENESS,
    weight=3,
    severity=Severity.MINOR,
    effort="hours",
    scope=Scope.PAGE,
    needs={Need.VISITS},
    viewports=(ViewportName.MOBILE,),
    fact="text_sizes",
    title="Text on a phone can be read without zooming",
    failure_title="Text on a phone is too small to read",
    messages={
        "legible": "{percent} per cent of the text is 12 pixels or larger.",
        "small": "Only {percent} per cent of the text is 12 pixels or larger.",
        "small-inputs": "The text is large enough, but {inputs} form fields are under 16 pixels.",
        "no-text": "The page has no text.",
        "not-measured": "The sizes of text could not be measured.",
    },
    advice="Raise the body text to 16 pixels and the small print to 12.",
    source="The former Lighthouse audit font-size (60 % at 12 px or more, in 12.8.1); other points are our convention.",
)
def mobile_text_size(trail: Trail, _context: Context) -> Verdict:
    """Terms, prices and delivery times in tiny print go unread, and unread promises turn into questions and returns."""
    page = trail.page
    sizes = page.facts.text_sizes if page else None
    if page is None or sizes is None:
        return unknown("not-measured")
    if not sizes.chars:
        return not_applicable("no-text")
    share = sizes.legible_chars / sizes.chars
    text_points = piecewise(share, SHARE_POINTS)
    score = text_points - (SMALL_INPUTS_COST if sizes.small_inputs else 0)
    fine = "small-inputs" if sizes.small_inputs and round(score) < 90 else "legible"
    first = sizes.offenders[0] if sizes.offenders else None
    return scored(
        score,
        fine if text_points >= 90 else "small",
        (Evidence(page=page.id, selector=first.selector if first else "", excerpt=first.text if first else ""),),
        value=round(share, 3),
        unit="share",
        data={"percent": round(100 * share), "inputs": sizes.small_inputs, "smallest": sizes.smallest_px},
        basis=Basis.MEASURED,
        offenders=sizes.offenders,
    )
