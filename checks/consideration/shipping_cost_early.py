from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from auditor.check import Context, Need, Trail, Verdict, check, failed, not_applicable, passed, scored, unknown
from auditor.derive.checkout.charges import always_charges
from auditor.derive.checkout.shown_on import POLICIES, lines_of, own_lines
from auditor.derive.goods.deliveries import DeliveryCost, delivery_costs
from auditor.derive.goods.own_price import shown_products
from auditor.derive.searched import searched_for
from auditor.derive.service.service_pages import unread_pages
from auditor.derive.text.printed_prices import same_amount, sums_in
from auditor.model import Basis, Confidence, Evidence, PageKind, Searched, Severity, Stage, Visit
from auditor.vocabulary.wordings import wording

__all__ = ["shipping_cost_early"]

CART, POLICY, DOOR, LATER = 75, 50, 40, 25
# A checkout names the way of delivery between the heading and the price.
AHEAD = 4


@check(
    stage=Stage.CONSIDERATION,
    weight=8,
    severity=Severity.CRITICAL,
    effort="days",
    needs={Need.PRODUCT},
    title="The cost of delivery is told early",
    failure_title="The cost of delivery comes late",
    messages={
        "product": "The product page tells what the delivery costs: {line}.",
        "limit": "The product page tells from which sum on the delivery is free, not what it costs below: {line}.",
        "cart": "The cost of delivery appears in the cart for the first time: {line}.",
        "policy": "The cost of delivery stands on a page of its own only: {line}.",
        "checkout": "The cost of delivery appears in the checkout for the first time: {line}.",
        "later": "Neither product page nor cart, nor a page about deliveries, tells what the delivery costs.",
        "policy-unread": "Neither product page nor cart tells what the delivery costs; the page about it was not read.",
        "not-seen": "No cost of delivery was found, and the cart was not reached.",
        "virtual": "The product that was walked with is not delivered.",
    },
    advice="Print beside the price what the delivery costs at least, and from which amount it is free.",
    source="Baymard: extra costs are the first reason to leave a checkout (US, 2024); the points are our convention.",
)
def shipping_cost_early(trail: Trail, context: Context) -> Verdict:
    """A cost that appears at the end makes customers leave at the end; most look for it on the product page."""
    if context.others and all(walk.virtual_product for walk in context.others.values()):
        return not_applicable("virtual")
    # What comes behind the first view of the checkout was seen only because an address was typed.
    checkouts = tuple(one for one in trail.of(PageKind.CHECKOUT) if one.part == "walk")
    carts, country = trail.of(PageKind.CART), context.site.country
    names = _goods_names(trail, context)
    read: dict[str, Sequence[Visit]] = {
        "product": shown_products(trail.visits),
        "cart": carts,
        "policy": trail.of(*POLICIES),
        "checkout": checkouts,
    }
    places: dict[str, list[tuple[Visit, DeliveryCost]]] = {
        "product": [(one, cost) for one in read["product"] for cost in _beside(one, names, country)],
        "cart": [
            (one, cost)
            for one in carts
            for cost in delivery_costs(_without(own_lines(one, trail.visits), names), country)
        ],
        "policy": [(one, cost) for one in read["policy"] for cost in delivery_costs(_told(one, names), country)],
        "checkout": [
            (one, cost) for one in checkouts for cost in delivery_costs(_told(one, names), country, ahead=AHEAD)
        ],
    }
    if always_charges(context):
        # A sum that begins at zero, until a way of delivery is chosen, is not the word "free".
        for name in ("cart", "checkout"):
            places[name] = [told for told in places[name] if told[1].amount or not sums_in(told[1].line)]
    # A line that names the cost says more than one that only names the sum from which there is none.
    found = [(name, min(told, key=lambda one: one[1].amount is None)) for name, told in places.items() if told]
    value = {"first": found[0][0] if found else None, **{name: bool(told) for name, told in places.items()}}
    evidence = tuple(
        Evidence(page=page.id, excerpt=cost.line[:200], screenshot=page.screenshot) for _name, (page, cost) in found
    )
    late = not found or found[0][0] == "checkout"
    unread = unread_pages(context, trail.visits, {"delivery": PageKind.DELIVERY}) if late else ()
    if unread and (carts or checkouts):
        return unknown("policy-unread", unread, value=value)
    if not found:
        pages = tuple(Evidence(page=one.id, screenshot=one.screenshot) for one in (*carts, *checkouts)[:2])
        if not carts and not checkouts:
            return unknown("not-seen", value=value)
        more = {"confidence": Confidence.MEDIUM, "searched": _searched(context, read)}
        return failed("later", pages, score=LATER, value=value, basis=Basis.PAGE, **more)
    first, (_page, cost) = found[0]
    data = {"line": cost.line[:160]}
    if first == "product":
        told = "limit" if cost.amount is None else "product"
        return passed(told, evidence, value=value, data=data, basis=Basis.PAGE)
    score = {"cart": CART, "policy": POLICY, "checkout": DOOR}[first]
    before = dict(takewhile(lambda place: place[0] != first, read.items()))
    searched = _searched(context, before)
    return scored(score, first, evidence, value=value, data=data, basis=Basis.PAGE, searched=searched)


def _goods_names(trail: Trail, context: Context) -> tuple[str, ...]:
    """Return the names of goods that speak of deliveries: "Shipping box" beside 12 € tells no cost of one."""
    named = {one.facts.goods.name for one in trail.of(PageKind.PRODUCT) if one.facts.goods is not None}
    named |= {walk.product.name for walk in context.others.values() if walk.product}
    return tuple(name for name in named if len(name) > 2 and wording("shipping_words").search(name))


def _without(lines: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if not any(name in line for name in names))


def _told(visit: Visit, names: Sequence[str]) -> tuple[str, ...]:
    return _without(lines_of(visit), names)


def _beside(page: Visit, names: Sequence[str], country: str | None) -> Iterator[DeliveryCost]:
    """Yield what a product page says of the cost; the product's own price in the line behind a label is none."""
    lines, goods = _told(page, names), page.facts.goods
    for cost in delivery_costs(lines, country):
        joined = cost.line not in lines and cost.amount is not None
        if not (joined and goods and goods.amount is not None and same_amount(cost.amount or 0, goods.amount)):
            yield cost


def _searched(context: Context, read: Mapping[str, Sequence[Visit]]) -> Searched | None:
    pages = (page for place in read.values() for page in place)
    return searched_for(context, "delivery", "free_shipping", among="shipping_words", text=pages)
