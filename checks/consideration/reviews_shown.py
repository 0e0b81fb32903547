from auditor.check import Context, Need, Trail, Verdict, check, failed, scored
from auditor.derive.goods.reviews import ReviewsSeen, reviews_seen
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage

__all__ = ["reviews_shown"]

TEXTS, TEXTS_CLOSED, STARS, SHOP, EMPTY = 100, 90, 70, 50, 40
TOO_GOOD_COST, TOO_GOOD_COUNT = 20, 20


@check(
    stage=Stage.CONSIDERATION,
    weight=5,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.PRODUCT},
    title="Customers' reviews are shown",
    failure_title="No customers' reviews are shown",
    messages={
        "texts": "Reviews by customers are shown with their texts.",
        "stars": "Ratings are shown, but no review texts.",
        "shop": "Only the shop as a whole is rated, not the products.",
        "empty": "Products can be reviewed, but no review was seen.",
        "none": "No reviews were seen.",
    },
    advice="Ask for a review after delivery, and show the number, texts and dates on the product page.",
    source="The points are our convention. Quoted testimonials are not counted as reviews.",
)
def reviews_shown(trail: Trail, context: Context) -> Verdict:
    """A shopper trusts other customers more than the shop; without their words a product has only the seller's."""
    seen = reviews_seen(context, trail.visits)
    value = {
        "present": seen.product or seen.shop,
        "offered": seen.offered,
        "rating": seen.rating,
        "count": seen.count,
        "texts": seen.texts,
    }
    points, message = _points(seen)
    # The home page is read for a rating of the shop where products have none.
    read = trail.of(PageKind.PRODUCT, *(() if seen.product else (PageKind.HOME,)))
    searched = searched_for(context, "reviews", text=read)
    if message == "none":
        here = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in trail.of(PageKind.PRODUCT)[:1])
        where, sure = seen.evidence or here, Confidence.MEDIUM
        return failed("none", where, value=value, basis=Basis.PAGE, confidence=sure, searched=searched)
    data = {"count": seen.count, "service": seen.service}
    return scored(
        points,
        message,
        seen.evidence,
        value=value,
        data=data,
        basis=Basis.PAGE,
        searched=searched if message != "texts" else None,
    )


def _points(seen: ReviewsSeen) -> tuple[float, str]:
    perfect = seen.rating == 5 and (seen.count or 0) > TOO_GOOD_COUNT
    cost = TOO_GOOD_COST if perfect else 0
    if seen.product and seen.texts:
        return (TEXTS if seen.writable else TEXTS_CLOSED) - cost, "texts"
    if seen.product:
        return STARS - cost, "stars"
    if seen.shop:
        return SHOP, "shop"
    return (EMPTY, "empty") if seen.offered else (0, "none")
