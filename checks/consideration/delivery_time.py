from auditor.check import Context, Need, Trail, Verdict, check, failed, not_applicable, scored, unknown
from auditor.derive.checkout.shown_on import POLICIES, lines_of, own_lines
from auditor.derive.goods.deliveries import DeliveryTime, delivery_times
from auditor.derive.goods.own_price import shown_products
from auditor.derive.searched import searched_for
from auditor.derive.service.service_pages import unread_pages
from auditor.derive.text.same_page import same_page
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage, Visit

__all__ = ["delivery_time"]

PRODUCT, FAR, CART, CHECKOUT, DATE = 50, 35, 20, 20, 10
POLICY_LIMIT = 30
_Told = tuple[Visit, DeliveryTime]


@check(
    stage=Stage.CONSIDERATION,
    weight=5,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.PRODUCT},
    title="The time of delivery is told before the purchase",
    failure_title="The time of delivery is not told before the purchase",
    messages={
        "told": "The time of delivery is told on: {places}. For example: {line}.",
        "gaps": "The time of delivery is told on: {places}. Not found on: {missing}. For example: {line}.",
        "policy-only": "The time of delivery was found elsewhere than beside the product: {line}.",
        "none": "No time of delivery was found on the pages that were read.",
        "policy-unread": "No time of delivery was found on the other pages; the page about delivery was not read.",
        "virtual": "The product that was walked with is not delivered.",
        "not-read": "The text of the product page could not be read.",
    },
    words=("product page", "cart", "checkout"),
    advice="Show the day of arrival on the product page and beside each way of delivery.",
    source="CRD 2011/83 art. 6(1)(g); Baymard: a date says more than days (2023); the points are our convention.",
)
def delivery_time(trail: Trail, context: Context) -> Verdict:
    """Whether it comes before the birthday decides a purchase; who has to look for it buys where it is told."""
    if context.others and all(walk.virtual_product for walk in context.others.values()):
        return not_applicable("virtual")
    products = shown_products(trail.visits)
    if not any(one.facts.text or (one.facts.goods and one.facts.goods.near) for one in products):
        return unknown("not-read")
    near = [(one, time) for one in products if one.facts.goods for time in delivery_times(one.facts.goods.near)]
    there = near or [(one, time) for one in products for time in delivery_times((*lines_of(one), *_folded(one)))]
    carts, checkouts = trail.of(PageKind.CART), trail.of(PageKind.CHECKOUT)
    cart = [(one, time) for one in carts for time in delivery_times(own_lines(one, trail.visits))]
    checkout = [(one, time) for one in checkouts for time in delivery_times(lines_of(one))]
    policy = [(one, time) for one in trail.of(*POLICIES) for time in delivery_times(lines_of(one))]
    # A cart that only lies over another page for a moment need not tell it; a page of its own does.
    pages = [
        one for one in carts if not any(same_page(one.url, other.url) for other in trail.visits if other not in carts)
    ]
    most = PRODUCT + DATE + CART * bool(cart or pages) + CHECKOUT * bool(checkouts)
    dated = any(time.date for _page, time in (*there, *cart, *checkout))
    points = (PRODUCT if near else FAR if there else 0) + CART * bool(cart) + CHECKOUT * bool(checkout) + DATE * dated
    score = 100 * points / most
    found = {"product page": there, "cart": cart, "checkout": checkout}
    looked = {"product page": products, "cart": pages, "checkout": checkouts}
    places = tuple(name for name, told in found.items() if told)
    first = next(iter((*there, *cart, *checkout, *policy)), None)
    data = {
        "places": places,
        "missing": tuple(name for name, pages in looked.items() if pages and name not in places),
        "line": first[1].line[:160] if first else "",
    }
    value = {"product": bool(there), "cart": bool(cart), "checkout": bool(checkout), "date": dated}
    evidence = tuple(_place(told[0]) for told in (there, cart, checkout, policy) if told)
    unread = () if first else unread_pages(context, trail.visits, {"delivery": PageKind.DELIVERY})
    if unread:
        return unknown("policy-unread", unread)
    read = (*products, *carts, *checkouts, *(() if first else trail.of(*POLICIES)))
    silent = first is None or bool(data["missing"])
    searched = searched_for(context, "delivery_time", among="delivery_when", text=read) if silent else None
    if first is None:
        nowhere = tuple(Evidence(page=one.id, screenshot=one.screenshot) for one in products[:1])
        sure = Confidence.MEDIUM
        return failed("none", nowhere, value=value, data=data, basis=Basis.PAGE, confidence=sure, searched=searched)
    more = {"value": value, "data": data, "basis": Basis.PAGE, "searched": searched}
    if not places:
        return failed("policy-only", evidence, score=POLICY_LIMIT, **more)
    message = "told" if score >= 90 or not data["missing"] else "gaps"
    return scored(score, message, evidence, **more)


def _folded(page: Visit) -> tuple[str, ...]:
    """Return the lines that a press on the page would show."""
    return tuple(line.strip() for line in page.facts.folded.split("\n") if line.strip())


def _place(told: _Told) -> Evidence:
    page, time = told
    return Evidence(page=page.id, excerpt=time.line[:200], screenshot=page.screenshot)
