from dataclasses import replace

from auditor.check import Context, Need, Scope, Trail, Verdict, check, failed, scored, unknown
from auditor.derive.checkout.charges import always_charges
from auditor.derive.checkout.choices import walked
from auditor.derive.checkout.deep import before_the_door, deep_of
from auditor.derive.checkout.estimator import postcode_alone
from auditor.derive.checkout.sums import Summary, read_summary
from auditor.derive.page.fields import guest_fields
from auditor.derive.text.printed_prices import sums_in
from auditor.model import Basis, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["total_before_data"]

AT_CART, AT_DOOR, COST_IN_CART, AFTER_EMAIL, AFTER_ADDRESS = 100, 80, 10, 60, 40
NEW_FEE = 40
CENT = 0.011


@check(
    stage=Stage.PURCHASE,
    weight=7,
    severity=Severity.CRITICAL,
    effort="days",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.DOOR},
    title="The total is shown before personal data is asked",
    failure_title="The total is shown only after personal data is given",
    messages={
        "cart": "The cart shows the total with delivery: {total}.",
        "estimator": "Beside words about delivery, the cart asks for a postcode only.",
        "virtual": "The cart shows the total, and nothing has to be delivered.",
        "door": "The first view of the checkout shows the total with delivery before any data is typed: {total}.",
        "later": 'The shop itself says that the sum comes only after more is told: "{said}".',
        "email": "The total with delivery is shown after the e-mail address is given: {total}.",
        "address": "The total with delivery is shown only after the address is given: {total}.",
        "not-seen": "Neither cart nor first view shows the total with delivery; run with --deep-checkout.",
        "never-seen": "A total with delivery was not seen in the steps that could be read.",
    },
    advice="Estimate the cost of delivery in the cart, from the usual way of delivery or a postcode.",
    source="Baymard: 21 % could not see the total upfront (US shoppers); Directive 2011/83/EU art. 6(1)(e).",
)
def total_before_data(trail: Trail, context: Context) -> Verdict:
    """Extra costs that come late are the first reason to leave a cart; the total belongs before the first question.

    What later steps show is judged only where a deep checkout saw them.
    """
    carts, doors = _views(trail, context)
    sums = {page.id: read_summary(page.facts.text) for page in (*carts, *doors)}
    if always_charges(context):
        sums = {page: _no_zero(shown) for page, shown in sums.items()}
    for page in carts:
        here = sums[page.id]
        if trail.journey.virtual_product and here.total is not None:
            return _shown("virtual", AT_CART, page, here)
        if here.total is not None and here.delivery is not None:
            return _shown("cart", AT_CART, page, here, fee=_new_fee(trail, here))
        if postcode_alone(page.facts):
            return _shown("estimator", AT_CART, page, here)
    told = any(sums[page.id].delivery is not None for page in carts)
    for page in doors:
        here = sums[page.id]
        if here.total is not None and (here.delivery is not None or trail.journey.virtual_product):
            return _shown("door", AT_DOOR + COST_IN_CART * told, page, here, fee=_new_fee(trail, here))
    return _later(trail, doors, sums)


def _no_zero(shown: Summary) -> Summary:
    """Leave out a delivery of zero: the sum of a shop whose deliveries cost something before one is chosen."""
    return replace(shown, delivery=None) if shown.delivery == 0 and sums_in(shown.delivery_said) else shown


def _views(trail: Trail, context: Context) -> tuple[tuple[Visit, ...], tuple[Visit, ...]]:
    """Return the views of the cart, and those of the checkout before anything was typed.

    A walk may see the cart only as a drawer; the whole cart that another screen saw is the same shop's.
    """
    carts = walked(trail.visits, PageKind.CART)
    elsewhere = (page for page in walked(context.recording.visits, PageKind.CART) if page not in carts)
    return (*carts, *elsewhere), before_the_door(trail.walk, walked(trail.visits, PageKind.CHECKOUT))


def _later(trail: Trail, doors: tuple[Visit, ...], sums: dict[str, Summary]) -> Verdict:
    deep = deep_of(trail.walk)
    if deep is None:
        # Where the form asks for an address and the shop says that the sum follows, the order of things is plain.
        for page in doors:
            if sums[page.id].later and any(
                purpose_of(field) is Purpose.STREET for field in guest_fields(page.facts.fields)
            ):
                said = sums[page.id].later[:120]
                return failed("later", _at(page, said), AFTER_ADDRESS, value="address", data={"said": said})
        return unknown("not-seen", tuple(evidence for page in doors[-1:] for evidence in _at(page)))
    given: set[str] = set()
    for step in deep.steps:
        if step.total and (step.delivery_cost or trail.journey.virtual_product):
            where = "address" if {Purpose.STREET, Purpose.POSTCODE} & given else "email"
            points = AFTER_ADDRESS if where == "address" else AFTER_EMAIL
            evidence = (Evidence(page=step.page, excerpt=step.total, screenshot=step.screenshot),) if step.page else ()
            return scored(points, where, evidence, value=where, data={"total": step.total}, basis=Basis.CHECKOUT)
        given |= set(step.filled)
    return unknown("never-seen", tuple(evidence for page in doors[-1:] for evidence in _at(page)))


def _new_fee(trail: Trail, shown: Summary) -> bool:
    """Say whether the last step's total is higher than the one that was shown, by more than another delivery costs."""
    deep = deep_of(trail.walk)
    last = next((step for step in reversed(deep.steps) if step.total), None) if deep else None
    if last is None or shown.total is None:
        return False
    end = read_summary(f"total {last.total}\nshipping {last.delivery_cost}")
    if end.total is None or end.delivery is None or shown.delivery is None:
        return False
    return end.total - end.delivery > shown.total - shown.delivery + CENT


def _shown(message: str, points: int, page: Visit, here: Summary, *, fee: bool = False) -> Verdict:
    where = "cart" if page.kind is PageKind.CART else "door"
    said = here.total_said or here.delivery_said
    return scored(
        points - NEW_FEE * fee,
        message,
        _at(page, said),
        value=where,
        data={"total": here.total_said[:80], "new_fee": fee},
        basis=Basis.CHECKOUT,
    )


def _at(page: Visit, said: str = "") -> tuple[Evidence, ...]:
    return (Evidence(page=page.id, excerpt=said, screenshot=page.screenshot),)
