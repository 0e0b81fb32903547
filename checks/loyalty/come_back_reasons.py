from auditor.check import Context, Need, Trail, Verdict, check, scored
from auditor.derive.discovery.functions import wishlist_of
from auditor.derive.loyalty.coming_back import account_benefits, gift_cards, referral, stock_alert
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage

__all__ = ["come_back_reasons"]

WISHLIST, ALERT, REFERRAL, GIFT_CARD, ACCOUNT = 30, 25, 25, 10, 10


@check(
    stage=Stage.LOYALTY,
    weight=4,
    severity=Severity.MINOR,
    needs={Need.VISITS, Need.HOME, Need.PRODUCT},
    title="Customers have reasons to come back",
    failure_title="Customers have few reasons to come back",
    messages={
        "many": "Customers have reasons to come back: {found}.",
        "few": "Reasons to come back that were found: {found}. Missing: {missing}.",
        "none": "Of the usual reasons to come back none was found: {missing}.",
    },
    words=(
        "a wish list",
        "a stock alert",
        "a reward for bringing a friend",
        "gift cards",
        "what an account is good for",
    ),
    advice="Offer an alert for goods that are sold out, and a code for friends.",
    source="Our convention.",
)
def come_back_reasons(trail: Trail, context: Context) -> Verdict:
    """A wish list, an alert, a friend's code: small things that make a second visit likely.

    A stock alert is missed only where a sold-out product was seen without one, the benefits of an account only where a
    page about accounts was read.
    """
    alert, sold_out = stock_alert(context, trail.visits)
    benefit, accounts_read = account_benefits(context, trail.visits)
    wishes = wishlist_of(context, trail.visits)
    seen: dict[str, tuple[int, Evidence | None, bool]] = {
        "a wish list": (WISHLIST, wishes[0] if wishes else None, True),
        "a stock alert": (ALERT, alert, bool(alert or sold_out)),
        "a reward for bringing a friend": (REFERRAL, referral(context, trail.visits), True),
        "gift cards": (GIFT_CARD, gift_cards(context, trail.visits), True),
        "what an account is good for": (ACCOUNT, benefit, accounts_read),
    }
    known = {name: (points, where) for name, (points, where, told) in seen.items() if told}
    found = tuple(name for name, (_points, where) in known.items() if where)
    missing = tuple(name for name, (_points, where) in known.items() if not where)
    points = 100 * sum(known[name][0] for name in found) / sum(points for points, _where in known.values())
    evidence = tuple(where for _points, where in known.values() if where)
    home = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in trail.of(PageKind.HOME)[:1])
    return scored(
        points,
        "many" if round(points) >= 90 else "few" if found else "none",
        evidence or home,
        value=found,
        data={"found": found, "missing": missing},
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM if missing else Confidence.HIGH,
    )
