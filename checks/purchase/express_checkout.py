from collections.abc import Iterator

from auditor.check import Context, Need, Trail, Verdict, check, scored
from auditor.derive.searched import searched_for
from auditor.derive.visit.services import services_on
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary.payways import ways_named

__all__ = ["express_checkout"]

NONE, ONE, SEVERAL = 50, 80, 100
LONGEST_LABEL = 8
# Ways that take a customer past the forms, and the services that show their buttons.
WALLETS = ("apple-pay", "google-pay", "shop-pay", "paypal", "amazon-pay", "vipps")
SERVICES = {"Apple Pay": "apple-pay", "Google Pay": "google-pay", "Shop Pay": "shop-pay", "PayPal": "paypal"}


@check(
    stage=Stage.PURCHASE,
    weight=2,
    severity=Severity.MINOR,
    effort="days",
    needs={Need.VISITS, Need.PRODUCT, Need.IN_CART},
    title="Customers can pay with one press",
    failure_title="Express payment was not found",
    messages={
        "offered": "Express payment is offered beside the cart: {ways}.",
        "prepared": "The shop is prepared for express payment: {ways}; its button was not shown to a robot.",
        "none": "No express payment was found on the product page or in the cart as it opened; it is no must.",
    },
    advice="Offer one wallet button in the cart.",
    source="Our convention.",
)
def express_checkout(trail: Trail, context: Context) -> Verdict:
    """Who pays with a wallet types neither address nor card; on a phone that decides many a purchase.

    Browsers without a wallet are not shown its button, so that a prepared shop counts as well, with less certainty.
    """
    pages = trail.of(PageKind.PRODUCT, PageKind.CART)
    shown = {way: where for page in reversed(pages) for way, where in _buttons(page)}
    prepared = {way: where for page in reversed(pages) for way, where in _prepared(page)}
    ways = tuple(one for one in WALLETS if one in shown or one in prepared)
    where = tuple({**prepared, **shown}[one] for one in ways)
    if not ways:
        pages_read = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in pages[-1:])
        more = {"confidence": Confidence.MEDIUM, "searched": searched_for(context, buttons=pages, links=pages)}
        return scored(NONE, "none", pages_read, value=(), basis=Basis.PAGE, **more)
    message = "offered" if shown else "prepared"
    sure = Confidence.HIGH if shown else Confidence.MEDIUM
    points = SEVERAL if len(ways) > 1 else ONE
    return scored(points, message, where, value=ways, data={"ways": ways}, basis=Basis.PAGE, confidence=sure)


def _buttons(page: Visit) -> Iterator[tuple[str, Evidence]]:
    """Yield wallets that a button or a link in the page's own part names; logos in a footer are none."""
    said = [(one.text, one.selector) for one in page.facts.controls if one.area != "footer"]
    said += [
        (one.said, one.selector) for one in page.facts.links if one.visible and one.area not in {"footer", "header"}
    ]
    for text, selector in said:
        if len(text.split()) <= LONGEST_LABEL:
            for way in ways_named(text):
                if way in WALLETS:
                    yield way, Evidence(page=page.id, selector=selector, excerpt=text, screenshot=page.screenshot)


def _prepared(page: Visit) -> Iterator[tuple[str, Evidence]]:
    for name in services_on(page):
        if name in SERVICES:
            yield SERVICES[name], Evidence(page=page.id, excerpt=name, screenshot=page.screenshot)
