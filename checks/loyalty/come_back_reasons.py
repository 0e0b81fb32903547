from auditor.check import Context, Need, Trail, Verdict, check, scored
from auditor.derive.discovery.functions import is_bare_heart, wishlist_of
from auditor.derive.loyalty.coming_back import account_benefits, gift_cards, referral, stock_alert
from auditor.derive.loyalty.parts import Part, weighed
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, PageKind, Searched, Severity, Stage

__all__ = ["come_back_reasons"]

# What links and buttons are looked through for.
WISHES, ALERTS, ACCOUNTS = "a wish list", "a stock alert", "what an account is good for"
INTENTS = {WISHES: "wishlist", "a reward for bringing a friend": "referral", "gift cards": "gift_card"}
WISHLIST, ALERT, REFERRAL, GIFT_CARD, ACCOUNT = 30, 25, 25, 10, 10


@check(
    stage=Stage.LOYALTY,
    weight=4,
    severity=Severity.MINOR,
    effort="days",
    needs={Need.VISITS, Need.HOME, Need.PRODUCT},
    title="Customers have reasons to come back",
    failure_title="Customers have few reasons to come back",
    messages={
        "many": "Customers have reasons to come back: {found}.",
        "few": "Reasons to come back that were found: {found}. Missing: {missing}.",
        "none": "Of the usual reasons to come back none was found: {missing}.",
    },
    words=(WISHES, ALERTS, "a reward for bringing a friend", "gift cards", ACCOUNTS),
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
    seen_wishes = wishlist_of(context, trail.visits)
    # A bare heart may as well say that one likes it: neither found nor missed.
    wishes = tuple(one for one in seen_wishes if not is_bare_heart(one))
    seen = weighed(
        {
            WISHES: Part(WISHLIST, wishes[0] if wishes else None, told=bool(wishes) or not seen_wishes),
            ALERTS: Part(ALERT, alert, told=bool(alert or sold_out)),
            "a reward for bringing a friend": Part(REFERRAL, referral(context, trail.visits)),
            "gift cards": Part(GIFT_CARD, gift_cards(context, trail.visits)),
            ACCOUNTS: Part(ACCOUNT, benefit, told=accounts_read),
        }
    )
    home = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in trail.of(PageKind.HOME)[:1])
    return scored(
        seen.score,
        "many" if round(seen.score) >= 90 else "few" if seen.found else "none",
        seen.evidence or home,
        value=seen.found,
        data={"found": seen.found, "missing": seen.missing},
        searched=_searched(trail, context, seen.missing),
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM if seen.missing else Confidence.HIGH,
    )


def _searched(trail: Trail, context: Context, missing: tuple[str, ...]) -> Searched | None:
    intents = tuple(INTENTS[name] for name in missing if name in INTENTS)
    alerts = trail.of(PageKind.PRODUCT) if ALERTS in missing else ()
    return searched_for(
        context,
        *intents,
        links=trail.visits if intents else (),
        buttons=trail.visits if WISHES in missing else alerts,
        fields=alerts,
        text=trail.of(PageKind.LOGIN, PageKind.CHECKOUT) if ACCOUNTS in missing else (),
    )
