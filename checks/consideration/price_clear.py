from auditor.check import Context, Need, Option, Trail, Verdict, check, failed, not_applicable, scored, unknown
from auditor.derive.goods.own_price import OwnPrice, own_price, selling, stated_price
from auditor.derive.text.printed_prices import PRICE, printed_prices, same_amount
from auditor.model import Basis, Confidence, Evidence, Goods, Severity, Stage, Visit
from auditor.vocabulary.denied import found_in
from auditor.vocabulary.wordings import wording

__all__ = ["price_clear"]

VISIBLE, LOW, TAX, MEASURED = 70, 50, 15, 15


@check(
    stage=Stage.CONSIDERATION,
    weight=7,
    severity=Severity.CRITICAL,
    effort="days",
    needs={Need.PRODUCT},
    title="The price is in sight and complete",
    failure_title="The price is not in sight",
    messages={
        "clear": "The price stands in sight near the button: {price}.",
        "low": "The price {price} stands more than two screens down or far from the button.",
        "untaxed": "The price is printed without value added tax: {price}. Consumers need the price with it.",
        "hidden": "{name} has a button to buy it, but no price is in sight on: {screens}.",
        "on-request": "Prices are shown on request or after signing in only.",
        "not-read": "What stands near the button of a product could not be read.",
    },
    words=("desktop", "mobile", "tablet"),
    advice="Print the total price with tax beside the button, without anything to press first.",
    source="Directive 98/6/EC and, in Finland, Government Decree 553/2013; the points are our convention.",
    options={"screens": Option(2, "screens", "how far down the price may stand")},
)
def price_clear(trail: Trail, context: Context) -> Verdict:
    """Who has to search for a price expects a bad one; a price that grows by tax later breaks trust."""
    shown = [(visit, goods) for visit, goods in selling(trail.visits) if visit.part == "pages"] or list(
        selling(trail.visits)
    )
    if not shown:
        return unknown("not-read")
    prices = [(visit, goods, own_price(context, visit)) for visit, goods in shown]
    if any(goods.price_hidden for _visit, goods, price in prices if price is None):
        return not_applicable("on-request", _evidence(prices))
    # Without a button it may be no product for sale; another line with a price may be the one that is meant.
    without = [(visit, goods) for visit, goods, price in prices if price is None and _for_sale(context, visit, goods)]
    if without:
        visit, goods = without[0]
        data = {"name": goods.name, "screens": tuple(dict.fromkeys(visit.viewport for visit, _goods in without))}
        evidence = (_place(visit, goods, goods.button),)
        return failed("hidden", evidence, value={"visible": False}, data=data, basis=Basis.PAGE)
    seen = [(visit, goods, price) for visit, goods, price in prices if price is not None]
    if not seen:
        return unknown("not-read", _evidence(prices))
    first = seen[0][2]
    far = any(_far(goods, int(context.options["screens"])) for _visit, goods, _price in seen)
    untaxed = any(wording("tax_excluded").search(price.line) for _visit, _goods, price in seen) and not any(
        found_in(wording("tax_included"), line, clause=True, after=0)
        for _visit, goods, _price in seen
        for line in goods.near
    )
    score = (LOW if far else VISIBLE) + (0 if untaxed else TAX) + MEASURED
    return scored(
        score,
        "untaxed" if untaxed else "low" if far else "clear",
        _evidence(prices),
        value={"visible": True, "price": first.text, "amount": first.amount},
        data={"price": first.line, "name": seen[0][1].name},
        basis=Basis.PAGE,
        confidence=Confidence.HIGH,
        n=len(seen),
    )


def _for_sale(context: Context, visit: Visit, goods: Goods) -> bool:
    """Say whether the product can be bought as it stands and nothing in sight may be its price."""
    prices = [line for line in goods.near if PRICE.search(line) and not wording("shipping_words").search(line)]
    stated = stated_price(context, visit)
    shown = printed_prices(visit.facts.text, context.site.country)
    told = stated is not None and any(same_amount(one.amount, stated) for one in shown)
    return bool(goods.button) and goods.enabled is True and bool(goods.near) and not prices and not told


def _far(goods: Goods, screens: int) -> bool:
    return goods.price_y is not None and goods.window_height > 0 and goods.price_y > screens * goods.window_height


def _place(visit: Visit, goods: Goods, excerpt: str) -> Evidence:
    return Evidence(page=visit.id, selector=goods.button_selector, excerpt=excerpt, screenshot=visit.screenshot)


def _evidence(prices: list[tuple[Visit, Goods, OwnPrice | None]]) -> tuple[Evidence, ...]:
    return tuple(_place(visit, goods, price.line if price else goods.button) for visit, goods, price in prices)
