from auditor.check import Context, Need, Trail, Verdict, check, scored
from auditor.derive.discovery.functions import is_bare_heart, wishlist_behind_login, wishlist_of
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage

__all__ = ["wishlist"]

OFFERED, WALLED, ABSENT = 90, 70, 50


@check(
    stage=Stage.LOYALTY,
    weight=3,
    severity=Severity.NOTE,
    effort="days",
    needs={Need.VISITS, Need.PRODUCT},
    title="Customers can save products for later",
    failure_title="Products cannot be saved for later",
    messages={
        "offered": "Products can be put on a wish list; whether that needs an account was not tried.",
        "heart": "Buttons with a heart were seen; whether they save a product for later was not tried.",
        "walled": "The wish list leads to the sign-in: it demands an account.",
        "absent": "No wish list was found; it is a help, not a must.",
    },
    advice="Let customers save favourites without an account.",
    source="Our convention: shop platforms such as Magento, Shopware and Sylius bring one along.",
)
def wishlist(trail: Trail, context: Context) -> Verdict:
    """A saved product is a reason to come back. Buttons to compare, and lists of bestsellers, do not count."""
    walled = wishlist_behind_login(context, trail.visits)
    if walled:
        return scored(WALLED, "walled", (walled,), value={"present": True}, basis=Basis.PAGE)
    seen = wishlist_of(context, trail.visits)
    if seen and all(is_bare_heart(one) for one in seen):
        return scored(OFFERED, "heart", seen, value={"present": True}, basis=Basis.PAGE, confidence=Confidence.LOW)
    if seen:
        return scored(OFFERED, "offered", seen, value={"present": True}, basis=Basis.PAGE)
    page = trail.first(PageKind.PRODUCT)
    where = (Evidence(page=page.id, screenshot=page.screenshot),) if page else ()
    return scored(
        ABSENT,
        "absent",
        where,
        value={"present": False},
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM,
        searched=searched_for(context, "wishlist", links=trail.visits, buttons=trail.visits),
    )
