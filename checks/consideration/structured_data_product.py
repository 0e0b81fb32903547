from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.page.digest import digest_of
from auditor.derive.page.structured import ProductData, products
from auditor.derive.searched import searched_for
from auditor.model import Basis, Evidence, PageKind, Severity, Stage

__all__ = ["structured_data_product"]

LEAST, EACH = 50, 10


@check(
    stage=Stage.CONSIDERATION,
    weight=5,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.PRODUCT},
    title="Search engines can read the product's data",
    failure_title="Search engines cannot read the product's data",
    messages={
        "complete": "The product's data for search engines is complete.",
        "gaps": "The product's data for search engines has gaps. Missing: {missing}.",
        "too-little": "The product's data for search engines lacks what they ask at least. Missing: {missing}.",
        "broken": "The product page holds data for search engines that cannot be read.",
        "none": "The product page holds no product data for search engines.",
        "unread": "The product page's source could not be read.",
    },
    words=("name", "picture", "price", "currency", "availability", "product number", "delivery", "returns"),
    advice="Add name, picture, price, currency and availability to the product's data, then delivery and returns.",
    source="Google Search Central, merchant listing and return policy pages; the points are our convention.",
)
def structured_data_product(trail: Trail, context: Context) -> Verdict:
    """Price, stock and stars beside a search result come from this data; without it the shop shows only a blue link."""
    pages = [visit for visit in trail.of(PageKind.PRODUCT) if context.recording.html(visit.id).strip()]
    if not pages:
        return unknown("unread")
    found = [(page, one) for page in pages for one in products(digest_of(context, page))]
    if not found:
        broken = any(digest_of(context, page).broken_blocks for page in pages)
        evidence = (Evidence(page=pages[0].id, screenshot=pages[0].screenshot),)
        value = {"present": False, "complete": False, "missing": []}
        message = "broken" if broken else "none"
        return scored(0, message, evidence, value=value, basis=Basis.PAGE, searched=searched_for(context, data=pages))
    page, best = max(found, key=lambda one: _points(one[1]))
    missing = _missing(best)
    points = _points(best)
    value = {"present": True, "complete": best.complete, "form": best.form, "missing": missing}
    message = "complete" if points >= 90 else "gaps" if best.complete else "too-little"
    excerpt = f"{best.name} {best.price or ''} {best.currency}".strip()
    evidence = (Evidence(page=page.id, excerpt=excerpt, screenshot=page.screenshot),)
    return scored(
        points,
        message,
        evidence,
        value=value,
        data={"missing": missing},
        basis=Basis.PAGE,
        searched=searched_for(context, data=(page,)) if missing else None,
    )


def _points(product: ProductData) -> float:
    extras = (
        bool(product.availability),
        bool(product.identifiers or product.brand),
        product.rating is not None or not product.reviews,
        product.shipping,
        product.returns,
    )
    return (LEAST if product.complete else 0) + EACH * sum(extras)


def _missing(product: ProductData) -> tuple[str, ...]:
    gaps = {
        "name": not product.name,
        "picture": not product.image,
        "price": not product.price,
        "currency": not product.currency,
        "availability": not product.availability,
        "product number": not (product.identifiers or product.brand),
        "delivery": not product.shipping,
        "returns": not product.returns,
    }
    return tuple(name for name, gap in gaps.items() if gap)
