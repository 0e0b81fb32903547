from auditor.check import Context, Need, Scope, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.checkout.choices import delivery_choice, evidence_for, walked
from auditor.derive.checkout.deep import deep_of
from auditor.derive.searched import searched_for
from auditor.model import Basis, Evidence, PageKind, Severity, Stage

__all__ = ["delivery_options"]

ONE_KIND, SEVERAL, PICKUP, PRICES, TIMES = 30, 60, 20, 10, 10
# Where parcels are usually fetched from a pick-up point or a locker: our convention.
FETCHED_FROM_POINTS = frozenset({"FI", "SE", "NO", "DK", "EE"})


@check(
    stage=Stage.PURCHASE,
    weight=4,
    severity=Severity.MAJOR,
    effort="days",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.DOOR},
    title="Customers choose how the goods come",
    failure_title="Customers have little choice in how the goods come",
    messages={
        "choice": "Ways of delivery that the checkout offers: {ways}.",
        "gaps": "Ways of delivery that the checkout offers: {ways}. Missing: {missing}.",
        "virtual": "The product is not delivered, so there is nothing to choose.",
        "later-step": "Ways of delivery are shown only after personal data is given; run with --deep-checkout.",
        "not-read": "No choice of delivery that a robot can read was shown.",
    },
    words=("a second kind of delivery", "a pick-up point", "a price beside each", "a time beside each"),
    advice="Add parcel lockers, and show the price and the day of arrival beside each way of delivery.",
    source="Our convention, after what Nordic customers are used to.",
)
def delivery_options(trail: Trail, context: Context) -> Verdict:
    """One wants the parcel at the door, another on the way home: who finds no fitting way does not order."""
    if trail.journey.virtual_product:
        return not_applicable("virtual")
    pages = walked(trail.visits, PageKind.CHECKOUT, PageKind.CART)
    seen = [(page, delivery_choice(page)) for page in pages]
    page, options = max(seen, key=lambda pair: len(pair[1]), default=(None, ()))
    if page is None or not options:
        doors = walked(trail.visits, PageKind.CHECKOUT)[-1:]
        where = tuple(Evidence(page=one.id, screenshot=one.screenshot) for one in doors)
        return unknown("not-read" if deep_of(trail.walk) else "later-step", where)
    kinds = {one.kind for one in options}
    points_matter = context.site.country in FETCHED_FROM_POINTS
    gaps = {
        "a second kind of delivery": len(kinds) < 2,
        "a pick-up point": points_matter and "pickup_point" not in kinds,
        "a price beside each": not all(one.priced for one in options),
        "a time beside each": not all(one.timed for one in options),
    }
    points = (SEVERAL if len(kinds) > 1 else ONE_KIND) + PICKUP * (not gaps["a pick-up point"])
    points += PRICES * (not gaps["a price beside each"]) + TIMES * (not gaps["a time beside each"])
    missing = tuple(name for name, gap in gaps.items() if gap)
    return scored(
        points,
        "choice" if points >= 90 else "gaps",
        tuple(evidence_for(page, one.field, one.said) for one in options),
        value={"ways": len(options), "kinds": sorted(kind for kind in kinds if kind)},
        data={"ways": len(options), "missing": missing},
        searched=searched_for(context, fields=(page,)) if missing else None,
        basis=Basis.CHECKOUT,
    )
