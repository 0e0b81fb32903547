from auditor.check import Context, Need, Trail, Verdict, check, failed, scored, unknown
from auditor.derive.goods.recommended import blocks_on
from auditor.derive.searched import searched_for
from auditor.derive.text.same_page import same_page
from auditor.derive.visit.services import services_of
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage

__all__ = ["recommendations"]

ON_PRODUCT, IN_CART, VIEWED = 50, 15, 10


@check(
    stage=Stage.LOYALTY,
    weight=4,
    severity=Severity.MINOR,
    effort="days",
    needs={Need.VISITS, Need.PRODUCT},
    title="Other goods that fit are shown",
    failure_title="No other goods that fit are shown",
    messages={
        "shown": "Goods that fit are shown: {headings}.",
        "gaps": "Goods that fit are shown: {headings}. Missing: {missing}.",
        "none": "No goods that fit were shown on the product page or in the cart.",
        "none-on-page": "No goods that fit were shown on the product page; the cart was not seen.",
        "service-only": "A service for recommendations runs ({service}), but no block of it was seen.",
    },
    words=("goods that fit on the product page", "goods that fit in the cart"),
    advice="Show goods that fit on the product page and in the cart, and those that were looked at before.",
    source="Our convention.",
)
def recommendations(trail: Trail, context: Context) -> Verdict:
    """A second thing that fits is found more easily when it is shown; it is also how people come back.

    Whether the goods shown follow what a visitor looked at was not tried.
    """
    products = trail.of(PageKind.PRODUCT)
    carts = tuple(page for page in trail.of(PageKind.CART) if not any(same_page(page.url, one.url) for one in products))
    on_products = [block for page in products for block in blocks_on(context, page)]
    in_carts = [block for page in carts for block in blocks_on(context, page)]
    homes = [block for page in trail.of(PageKind.HOME) for block in blocks_on(context, page)]
    viewed = any(block.viewed for block in (*on_products, *in_carts, *homes))
    related = [block for block in on_products if not block.viewed]
    found = tuple(dict.fromkeys(block.heading for block in (*on_products, *in_carts)))
    value = {"product": bool(related), "cart": bool(in_carts) if carts else None, "viewed": viewed}
    evidence = tuple(block.evidence for block in (*on_products[:2], *in_carts[:1]))
    searched = searched_for(context, "recommendations", text=(*products, *carts))
    if not found:
        service = services_of(trail.visits, "personalisation")
        if service:
            return unknown("service-only", tuple(service.values()), value=value, data={"service": next(iter(service))})
        where = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in products[:1])
        message, sure = "none" if carts else "none-on-page", Confidence.MEDIUM
        return failed(message, where, value=value, basis=Basis.PAGE, confidence=sure, searched=searched)
    gaps = {
        "goods that fit on the product page": not related,
        "goods that fit in the cart": bool(carts) and not in_carts,
    }
    most = ON_PRODUCT + IN_CART * bool(carts)
    points = ON_PRODUCT * bool(related) + IN_CART * bool(in_carts) + VIEWED * viewed
    missing = tuple(name for name, gap in gaps.items() if gap)
    return scored(
        100 * points / most,
        "gaps" if missing else "shown",
        evidence,
        value=value,
        data={"headings": found[:4], "missing": missing},
        searched=searched if missing else None,
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM if missing else Confidence.HIGH,
    )
