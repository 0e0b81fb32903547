from auditor.check import Context, Need, Trail, Verdict, check, failed, scored, unknown
from auditor.derive.goods.stock import StockSeen, stocks
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, Searched, Severity, Stage

__all__ = ["stock_status"]

SHOWN, FOLDED, VARIANTS, AGREES = 60, 30, 20, 20


@check(
    stage=Stage.CONSIDERATION,
    weight=4,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.PRODUCT},
    title="Product pages say whether the product is there",
    failure_title="Product pages do not say whether the product is there",
    messages={
        "shown": "The product pages say whether the product is there: {line}.",
        "variants-silent": "The stock is told ({line}), but not for the single choices.",
        "contradicts": "At {name} the words ({line}), the data for search engines and the button do not agree.",
        "not-shown": "{silent} of {products} product pages say neither stock nor a time until the product is there.",
        "folded": "The stock stands only in a folded part of the page or far from the button: {line}.",
        "orderable": "{name} is marked as sold out, yet it can be put into the cart.",
        "not-read": "What stands near the button of a product could not be read.",
    },
    advice="Print stock, or the time until the product is there, beside the button, for each choice.",
    source="CRD 2011/83 art. 6(1)(g), time of delivery; a stock mark and the points are our convention.",
)
def stock_status(trail: Trail, context: Context) -> Verdict:
    """A customer who learns of missing stock after paying does not come back; who can see it orders with ease."""
    found = stocks(context, trail.visits)
    if not found:
        return unknown("not-read")
    silent = [one for one in found if one.words is None]
    odd = next((one for one in found if not one.agrees), None)
    sold = next((one for one in found if one.sold_yet_orderable), None)
    told = next((one for one in found if one.words is not None), None)
    score = sum(_points(one) for one in found) / len(found)
    worst = sold or odd or next(iter(silent), None) or told or found[0]
    data = {
        "name": worst.goods.name,
        "line": worst.line or (told or worst).line,
        "silent": len({one.visit.url for one in silent}),
        "products": len({one.visit.url for one in found}),
    }
    value = {"shown": not silent, "stock": [str(one.words) if one.words else None for one in found]}
    evidence = tuple(_place(one) for one in (worst, *(one for one in found if one is not worst)))
    if sold is not None:
        return failed("orderable", evidence, value=value, data=data, basis=Basis.PAGE, n=len(found))
    hidden = next((one for one in silent if one.folded), None)
    if hidden is not None and all(one.folded for one in silent):
        data["line"] = hidden.folded
    message = "contradicts" if odd else _silence(silent) if silent else "shown" if score >= 90 else "variants-silent"
    return scored(
        score,
        message,
        evidence,
        value=value,
        data=data,
        n=len(found),
        basis=Basis.PAGE,
        searched=_searched(context, silent) if message == "not-shown" else None,
        confidence=Confidence.MEDIUM if silent else Confidence.HIGH,
    )


def _searched(context: Context, silent: list[StockSeen]) -> Searched | None:
    return searched_for(context, "in_stock", "out_of_stock", text=(one.visit for one in silent))


def _silence(silent: list[StockSeen]) -> str:
    return "folded" if all(one.folded for one in silent) else "not-shown"


def _points(one: StockSeen) -> float:
    """Count what is known; whether each choice tells its stock after a press is not, so it then counts neither way."""
    most = SHOWN + AGREES + (VARIANTS if not one.variants or one.told else 0)
    shown = SHOWN if one.words is not None else FOLDED if one.folded else 0
    points = shown + AGREES * one.agrees + (most - SHOWN - AGREES)
    return 100 * points / most


def _place(one: StockSeen) -> Evidence:
    excerpt = one.line or one.goods.button
    return Evidence(
        page=one.visit.id, selector=one.goods.button_selector, excerpt=excerpt, screenshot=one.visit.screenshot
    )
