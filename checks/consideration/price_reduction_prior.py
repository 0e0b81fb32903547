from auditor.check import Context, Need, Trail, Verdict, check, failed, not_applicable, passed, unknown, warned
from auditor.derive.goods.own_price import OwnPrice, own_price, price_varies, selling
from auditor.derive.goods.price_history import Cheaper, cheaper_before
from auditor.derive.searched import searched_for
from auditor.derive.text.printed_prices import Printed, printed_prices
from auditor.derive.text.same_page import same_page
from auditor.model import Basis, Confidence, Evidence, Goods, Severity, Stage, Visit
from auditor.vocabulary.duties import duty_of
from auditor.vocabulary.wordings import wording

__all__ = ["price_reduction_prior"]

SOME, NONE = 70, 50
Reduced = tuple[Visit, Goods, OwnPrice]


@check(
    stage=Stage.CONSIDERATION,
    weight=4,
    severity=Severity.CRITICAL,
    effort="days",
    needs={Need.PRODUCT},
    title="Reduced prices tell the lowest price of the past 30 days",
    failure_title="Reduced prices do not tell the lowest price of the past 30 days",
    messages={
        "told": "Reduced products looked at: {reduced}. Beside each stands the lowest price of the past 30 days.",
        "some": "{told} of {reduced} reduced products tell the lowest price of the past 30 days; not found at {name}.",
        "not-found": "Beside the crossed-out price of {name} a robot found no word of the lowest price of the past "
        "30 days. The crossed-out price itself may be that price.",
        "lower": "{name} is compared with {former}, but an earlier audit, of {day}, saw it for {earlier} without a "
        "reduction. That was at most 30 days before this one.",
        "recommended": "Prices are compared with recommended ones only, not with former ones.",
        "none": "No reduced product was seen.",
        "lists-only": "Reduced prices stand in lists, but none was seen on the product pages that were read.",
        "no-rule": "No rule on reduced prices is known here for the shop's country.",
    },
    advice="Print the lowest price of the past 30 days beside every reduced price.",
    source="Directive 98/6/EC art. 6a; in Finland Consumer Protection Act 2:11; CJEU C-330/23.",
)
def price_reduction_prior(trail: Trail, context: Context) -> Verdict:
    """A cut is only as large as the price it is measured by; customers and authorities look at the one of 30 days.

    Found or not found by a robot; whether a price is lawful is not judged. Nobody prescribes the words, and the
    crossed-out price may itself be the lowest of the 30 days, so that a missing word is never more than a warning.
    Earlier audits of the shop can prove that it is not.
    """
    if duty_of("price_reduction", context.site.country, context.duties_as_of) is None:
        return not_applicable("no-rule")
    reduced: list[Reduced] = []
    for visit, goods in selling(trail.visits):
        price = own_price(context, visit)
        if price and price.struck and not any(same_page(visit.url, one.url) for one, _goods, _price in reduced):
            reduced.append((visit, goods, price))
    if not reduced:
        cards = [(visit, card) for visit in trail.visits if visit.facts.goods for card in visit.facts.goods.cards]
        listed = [
            (visit, card) for visit, card in cards if card.struck and not wording("recommended_price").search(card.text)
        ]
        evidence = tuple(Evidence(page=visit.id, excerpt=card.text) for visit, card in listed[:3])
        return unknown("lists-only", evidence) if listed else not_applicable("none")
    former = [one for one in reduced if not _says("recommended_price", one[1])]
    if not former:
        return not_applicable("recommended", tuple(_place(*one) for one in reduced))
    for one in former:
        if lower := _lower_before(context, one):
            return lower
    told = [one for one in former if _says("lowest_prior", one[1])]
    silent = next((one for one in former if one not in told), None)
    value = {"reduced": len(former), "told": len(told)}
    data = {**value, "name": silent[1].name if silent else ""}
    evidence = tuple(_place(*one) for one in sorted(former, key=lambda one: one in told))
    if silent is None:
        return passed("told", evidence, value=value, data=data, n=len(former), basis=Basis.PAGE)
    return warned(
        "some" if told else "not-found",
        evidence,
        score=SOME if told else NONE,
        value=value,
        data=data,
        n=len(former),
        basis=Basis.PAGE,
        confidence=Confidence.LOW,
        searched=searched_for(
            context, "lowest_30_days", among="lowest_prior", text=(visit for visit, _goods, _price in former)
        ),
    )


def _lower_before(context: Context, one: Reduced) -> Verdict | None:
    """Fail where an earlier audit saw the goods cheaper, not reduced, than the price they are compared with."""
    visit, goods, _price = one
    former = _former(context, one)
    if former is None or price_varies(context, visit):
        return None
    site = context.site
    found = cheaper_before(site.started_at, visit.url, former, context.past_prices, site.country)
    if found is None:
        return None
    return failed(
        "lower",
        (_place(*one),),
        value={"former": former.amount, "earlier": found.price.amount},
        data=_told(goods, former, found),
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM,
    )


def _former(context: Context, one: Reduced) -> Printed | None:
    """Return the price that the reduction is measured by: the one told as the lowest of 30 days, else the struck one.

    A line with several prices may name them in any order: the lowest is taken, which favours the shop.
    """
    _visit, goods, price = one
    lines = [line for line in goods.near if wording("lowest_prior").search(line)] or list(price.struck)
    found = [printed for line in lines for printed in printed_prices(line, context.site.country)]
    return min(found, key=lambda printed: printed.amount, default=None)


def _told(goods: Goods, former: Printed, found: Cheaper) -> dict[str, str]:
    return {
        "name": goods.name,
        "former": former.text,
        "earlier": found.price.text,
        "day": found.seen_at.date().isoformat(),
    }


def _says(name: str, goods: Goods) -> bool:
    """Say whether a line near the price speaks of it."""
    return any(wording(name).search(line) for line in goods.near)


def _place(visit: Visit, goods: Goods, price: OwnPrice) -> Evidence:
    excerpt = next((line for line in goods.near if wording("lowest_prior").search(line)), price.line)
    return Evidence(page=visit.id, selector=goods.button_selector, excerpt=excerpt, screenshot=visit.screenshot)
