"""The fixed words of the product: stages, kinds, outcomes; their values stand in files and never change."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Basis",
    "Confidence",
    "ConsentChoice",
    "DoorKind",
    "GuestValue",
    "JourneyOutcome",
    "Outcome",
    "PageKind",
    "Severity",
    "Source",
    "Stage",
    "ViewportName",
    "gets_through",
]


class Stage(StrEnum):
    """The five stages of the customer journey, in order."""

    AWARENESS = "awareness"
    CONSIDERATION = "consideration"
    PURCHASE = "purchase"
    USE = "use"
    LOYALTY = "loyalty"


class ViewportName(StrEnum):
    """The screens a shop is walked on."""

    DESKTOP = "desktop"
    MOBILE = "mobile"
    TABLET = "tablet"


class PageKind(StrEnum):
    """What a page is for its visitor."""

    HOME = "home"
    CATEGORY = "category"
    PRODUCT = "product"
    SEARCH = "search"
    CART = "cart"
    CHECKOUT = "checkout"
    LOGIN = "login"
    RETURNS = "returns"
    WITHDRAWAL = "withdrawal"
    DELIVERY = "delivery"
    TERMS = "terms"
    PRIVACY = "privacy"
    CONTACT = "contact"
    FAQ = "faq"
    ABOUT = "about"
    TRACKING = "tracking"
    GUIDE = "guide"
    LOYALTY = "loyalty"
    ACCESSIBILITY = "accessibility"
    OTHER = "other"
    ERROR = "error"


class Outcome(StrEnum):
    """What a check says: CONTRACTS 3 fixes the score ranges behind the first three."""

    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    ERROR = "error"


class Severity(StrEnum):
    """How much a failed check hurts; a critical one caps its stage."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"


class Confidence(StrEnum):
    """How sure a fact is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Basis(StrEnum):
    """From what a fact was read."""

    CHECKOUT = "checkout"
    PAGE = "page"
    LOGO = "logo"
    INFERRED = "inferred"
    MEASURED = "measured"


class Source(StrEnum):
    """Who says it: the robot, an import of the shop's own figures, or a plugin's check."""

    ROBOT = "robot"
    IMPORT = "import"
    PLUGIN = "plugin"


class ConsentChoice(StrEnum):
    """What the walk answers to a cookie banner."""

    ACCEPT = "accept"
    REJECT = "reject"
    NONE = "none"


class GuestValue(StrEnum):
    """Whether a guest may buy, as far as it was seen."""

    GUEST = "guest"
    ACCOUNT_REQUIRED = "account-required"
    UNKNOWN = "unknown"


class DoorKind(StrEnum):
    """What stands at the door of checkout."""

    GUEST_FORM = "guest-form"
    GUEST_BY_OPT_OUT = "guest-by-opt-out"
    CHOOSER_WITH_GUEST = "chooser-with-guest"
    EMAIL_FIRST = "email-first"
    ACCOUNT_ONLY = "account-only"
    EXPRESS_ONLY = "express-only"
    UNREADABLE = "unreadable"


class JourneyOutcome(StrEnum):
    """Where a walk ended."""

    CHECKOUT_REACHED = "checkout-reached"
    NO_PRODUCT_FOUND = "no-product-found"
    ADD_TO_CART_FAILED = "add-to-cart-failed"
    CART_NOT_FOUND = "cart-not-found"
    CHECKOUT_NOT_FOUND = "checkout-not-found"
    LOGIN_WALL = "login-wall"
    ROBOT_WALL = "robot-wall"
    DECLINED = "declined"
    GEO_BLOCKED = "geo-blocked"
    CLOSED_SHOP = "closed-shop"
    ALL_SOLD_OUT = "all-sold-out"
    MINIMUM_ORDER = "minimum-order"
    PRICE_HIDDEN = "price-hidden"
    NOT_A_SHOP = "not-a-shop"
    SITE_ERROR = "site-error"
    STOPPED_BY_GUARD = "stopped-by-guard"
    OUT_OF_TIME = "out-of-time"
    ERROR = "error"


# Ends that the shop put to a walk with a product in hand.
_STOPPED_BY_SHOP = frozenset(
    {
        *(JourneyOutcome.ADD_TO_CART_FAILED, JourneyOutcome.CART_NOT_FOUND),
        *(JourneyOutcome.CHECKOUT_NOT_FOUND, JourneyOutcome.SITE_ERROR),
    }
)


def gets_through(outcome: JourneyOutcome, *, unsure: bool = False) -> bool | None:
    """Say whether a customer gets to the checkout, as far as the end of a walk tells it.

    Of the ends that give nothing the robot, the product or the assortment may be the reason; ``unsure`` says that the
    walk itself may be it.
    """
    if outcome is JourneyOutcome.CHECKOUT_REACHED:
        return True
    return False if outcome in _STOPPED_BY_SHOP and not unsure else None
