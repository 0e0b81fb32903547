from typing import Any

from auditor.check import Context, Need, Trail, Verdict, check, failed, passed, unknown, warned
from auditor.derive.goods.price_chain import Place, PriceChain, price_chain
from auditor.model import Basis, Confidence, Evidence, Severity, Stage

__all__ = ["price_truth_chain"]

DIFFERS, FEE = 50, 60
BOUGHT = frozenset({"cart", "checkout"})
WORDS = {
    "list": "the list of products",
    "data": "the data for search engines",
    "meta": "the data for link previews",
    "cart": "the cart",
    "checkout": "the checkout",
}


@check(
    stage=Stage.CONSIDERATION,
    weight=7,
    severity=Severity.CRITICAL,
    effort="days",
    needs={Need.PRODUCT, Need.JOURNEY},
    title="One price from the list to the checkout",
    failure_title="The price changes on the way to the checkout",
    messages={
        "same": "The price {page} is the same in: {places}.",
        "cheaper": "The price on the product page is {page}, and less in {place}: {other}.",
        "dearer": "The price on the product page is {page}, but more in {place}: {other}.",
        "differs": "The price on the product page is {page}, but another one in {place}: {other}.",
        "fee": "The total holds {fee} that no line of the checkout explains.",
        "varies": "The price depends on the choice made, so other prices elsewhere prove nothing.",
        "too-few": "The product's price was read on its own page only.",
        "no-price": "The price of the product that was walked with could not be read.",
    },
    words=tuple(WORDS.values()),
    advice="Fill data, lists and cart from one source of prices, and name every fee on the product page.",
    source="Directive 2005/29/EC art. 6(1)(d); Google's rules for structured data: no price that readers do not see.",
)
def price_truth_chain(trail: Trail, context: Context) -> Verdict:
    """A price that rises between the list and the checkout is the surest way to lose a customer, and trust with it.

    One product is followed: its card in a list, its page, the data for search engines, its line in cart and checkout.
    """
    chain = price_chain(context, trail.visits, tuple(context.others.values()))
    if chain.page is None or chain.where is None:
        return unknown("no-price")
    evidence = (chain.where, *(one.evidence for one in chain.places))
    value = {"page": chain.page, **{one.name: one.amount for one in chain.places}}
    if not chain.places:
        return unknown("too-few", evidence, value=value)
    odd = _odd(chain)
    data = {
        "page": chain.printed,
        "places": tuple(WORDS[one.name] for one in chain.places),
        "place": WORDS[odd.name] if odd else "",
        "other": odd.printed if odd else "",
        "fee": f"{chain.fee or 0.0:.2f}",
    }
    more: dict[str, Any] = {"value": value, "data": data, "basis": Basis.PAGE, "n": 1 + len(chain.places)}
    if odd is None:
        if chain.fee:
            return warned("fee", evidence, score=FEE, confidence=Confidence.MEDIUM, **more)
        return passed("same", evidence, **more)
    evidence = (odd.evidence, *(one for one in evidence if one is not odd.evidence))
    return _unlike(chain, odd, evidence, more)


def _unlike(chain: PriceChain, odd: Place, evidence: tuple[Evidence, ...], more: dict[str, Any]) -> Verdict:
    """Word a difference; where the price depends on a choice, another one proves nothing."""
    if chain.varies:
        return unknown("varies", evidence, **more)
    if odd.name in BOUGHT and odd.amount > (chain.page or 0):
        return failed("dearer", evidence, **more)
    if odd.name in BOUGHT:
        return passed("cheaper", evidence, **more)
    return warned("differs", evidence, score=DIFFERS, **more)


def _odd(chain: PriceChain) -> Place | None:
    """Return the difference that hurts most: what is paid before what is shown."""
    dearer = [one for one in chain.unlike if one.name in BOUGHT and one.amount > (chain.page or 0)]
    shown = [one for one in chain.unlike if one.name not in BOUGHT]
    return next(iter((*dearer, *shown, *chain.unlike)), None)
