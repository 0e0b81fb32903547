"""A check of its own: whether product pages, cart or checkout offer gift wrapping."""

import re

from auditor.check import Context, Need, Trail, Verdict, check, passed, warned
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage

__all__ = ["gift_wrapping"]

PLACES = (PageKind.PRODUCT, PageKind.CART, PageKind.CHECKOUT)
WRAPPING = re.compile(
    r"lahjapak|lahjapaperi|paketoi\w* lahjaksi|gift[\s-]?wrap|wrapped as a gift|presentinslag|slå in som present"
    r"|geschenkverpack|als geschenk verpack|gaveinnpak|gaveindpak|kingipak",
    re.IGNORECASE,
)


@check(
    stage=Stage.PURCHASE,
    weight=1,
    severity=Severity.NOTE,
    needs={Need.VISITS, Need.PRODUCT},
    title="Gifts can be wrapped",
    failure_title="Gift wrapping is not offered",
    messages={
        "offered": "Gift wrapping is offered.",
        "absent": "No gift wrapping was found on product pages, in the cart or in the checkout.",
    },
    advice="Offer to wrap gifts in the cart, with its price beside it.",
    source="A convention of this example.",
)
def gift_wrapping(trail: Trail, context: Context) -> Verdict:
    """Who buys a gift looks for the shop that sends it ready to be given."""
    del context  # options, the country and the day stand there
    for visit in trail.of(*PLACES):
        hit = WRAPPING.search(visit.facts.text)
        if hit:
            where = Evidence(page=visit.id, excerpt=hit.group(), screenshot=visit.screenshot)
            return passed("offered", (where,), value={"present": True}, basis=Basis.PAGE)
    page = trail.first(PageKind.PRODUCT)
    seen = (Evidence(page=page.id),) if page else ()
    return warned("absent", seen, value={"present": False}, basis=Basis.PAGE, confidence=Confidence.MEDIUM)
