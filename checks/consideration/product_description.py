from auditor.check import Context, Need, Option, Trail, Verdict, check, scored, unknown
from auditor.derive.curves import piecewise
from auditor.derive.goods.described import Described, descriptions
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, Severity, Stage

__all__ = ["product_description"]

STRUCTURE, PAIRS = 10, 10
LEAST_PAIRS = 3
SAME_FACTOR = 0.6
# Without another product to compare with, what belongs to the shop cannot be told from what belongs to the product.
UNCOMPARED_LEAST = 50


@check(
    stage=Stage.CONSIDERATION,
    weight=6,
    severity=Severity.MAJOR,
    effort="weeks",
    needs={Need.PRODUCT},
    title="Products are described in words of their own",
    failure_title="Products are hardly described",
    messages={
        "full": "The products looked at are described well: {words} words of their own at least.",
        "full-alone": "The product looked at is described well, in {words} words.",
        "bare": "The description of {name} is long enough, but has no list, table or specifications to look things up.",
        "short": "{name} is described in {words} words of its own; {wanted} tell what a customer needs to know.",
        "short-alone": "{name} is described in {words} words; {wanted} tell what a customer needs to know.",
        "none": "No line of five words or more was found that describes {name} and no other product; "
        "{wanted} words tell what a customer needs to know.",
        "same": "More than half of the text about {name} stands on other products' pages as well.",
        "not-read": "The text of the product pages could not be read.",
    },
    advice="Tell of use, material, measures and care in short paragraphs, and give the measures in a table.",
    source="NN/g: unclear product information ends a fifth of failed purchases; the figures are our convention.",
    options={
        "words": Option(100, "words", "a description of this length gets full marks for its text"),
        "least_words": Option(20, "words", "with fewer words there is no description"),
    },
)
def product_description(trail: Trail, context: Context) -> Verdict:
    """Questions that the description leaves open are answered by another shop.

    Text folded into tabs counts; reviews, prices, other products and what all product pages share do not.
    """
    found = tuple(one for one in descriptions(context, trail.visits) if context.recording.html(one.visit.id).strip())
    if not found:
        return unknown("not-read")
    wanted, least = int(context.options["words"]), int(context.options["least_words"])
    points = [_points(one, wanted, least) for one in found]
    worst = min(found, key=lambda one: (_points(one, wanted, least), one.words))
    shown = sorted(found, key=lambda one: one is not worst)
    score = sum(points) / len(points)
    if not worst.compared and score < UNCOMPARED_LEAST and worst.words >= least:
        score = UNCOMPARED_LEAST
    message = _message(worst, wanted, good=score >= 90)
    return scored(
        score,
        message,
        tuple(Evidence(page=one.visit.id, excerpt=one.excerpt, screenshot=one.visit.screenshot) for one in shown[:4]),
        value={"words": [one.words for one in found], "shared": round(worst.shared, 2), "pairs": worst.pairs},
        data={"name": worst.name, "words": worst.words, "wanted": wanted},
        n=len(found),
        basis=Basis.PAGE,
        confidence=Confidence.HIGH if worst.compared else Confidence.LOW,
        searched=searched_for(context, text=(one.visit for one in found)) if message == "none" else None,
    )


def _points(one: Described, wanted: int, least: int) -> float:
    text = 0.0 if one.words < least else piecewise(one.words, ((least, 20), (wanted / 2, 50), (wanted, 80)))
    extras = STRUCTURE * one.structured + PAIRS * (one.pairs >= LEAST_PAIRS) if text else 0
    return (text + extras) * (SAME_FACTOR if one.shared > 0.5 else 1)


def _message(worst: Described, wanted: int, *, good: bool) -> str:
    """Name what is the matter; what stands on other products' pages as well is not known of one that was read alone."""
    alone = "" if worst.compared else "-alone"
    if good:
        return f"full{alone}"
    if worst.shared > 0.5 and worst.words >= wanted / 2:
        return "same"
    if not worst.words:
        return "none"
    return f"short{alone}" if worst.words < wanted else "bare"
