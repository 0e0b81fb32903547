"""The reader's words for the fixed words of the product; English here, other languages in the catalog."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.check import Effort
from auditor.model import (
    Confidence,
    ConsentChoice,
    DoorKind,
    JourneyOutcome,
    Outcome,
    PageKind,
    Severity,
    Stage,
    ViewportName,
)

__all__ = [
    "CERTAINTIES",
    "CHOICES",
    "CONSENT",
    "DOORS",
    "EFFORTS",
    "ENDINGS",
    "NOTED",
    "OUTCOMES",
    "PAGES",
    "PARTS",
    "PROBLEMS",
    "SEVERITIES",
    "STAGES",
    "STAGE_ASKS",
    "STEPS",
    "UNSURE_END",
    "VIEWPORTS",
    "WORDS",
    "mark",
]


def mark(text: str) -> str:
    """Mark an English text as one to translate; it returns the text itself."""
    return text


# A stage has two usual names; both are shown.
STAGES: Mapping[Stage, tuple[str, str]] = {
    Stage.AWARENESS: (mark("Awareness"), ""),
    Stage.CONSIDERATION: (mark("Consideration"), mark("Evaluation")),
    Stage.PURCHASE: (mark("Purchase"), mark("Decision")),
    Stage.USE: (mark("Use"), ""),
    Stage.LOYALTY: (mark("Loyalty"), ""),
}

STAGE_ASKS: Mapping[Stage, str] = {
    Stage.AWARENESS: mark("Does the shop open fast and fit the screen when a customer first arrives?"),
    Stage.CONSIDERATION: mark("Does the customer find, understand and trust what is for sale?"),
    Stage.PURCHASE: mark("Does the customer get from the product to the checkout without being stopped?"),
    Stage.USE: mark("Does the customer get help after the order?"),
    Stage.LOYALTY: mark("Is there a reason and a way to come back?"),
}

VIEWPORTS: Mapping[ViewportName, str] = {
    ViewportName.DESKTOP: mark("Desktop"),
    ViewportName.MOBILE: mark("Phone"),
    ViewportName.TABLET: mark("Tablet"),
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.PASSED: mark("In order"),
    Outcome.WARNING: mark("Needs work"),
    Outcome.FAILED: mark("Failed"),
    Outcome.UNKNOWN: mark("Not assessed"),
    Outcome.NOT_APPLICABLE: mark("Does not apply"),
    Outcome.ERROR: mark("Could not be checked"),
}

SEVERITIES: Mapping[Severity, str] = {
    Severity.CRITICAL: mark("Critical"),
    Severity.MAJOR: mark("Major"),
    Severity.MINOR: mark("Minor"),
    Severity.NOTE: mark("Note"),
}

# How sure a finding is, with what to do about it.
CERTAINTIES: Mapping[Confidence, str] = {
    Confidence.HIGH: mark("certain"),
    Confidence.MEDIUM: mark("probable – check first"),
    Confidence.LOW: mark("uncertain – check first"),
}

# About how much work a mend is in an ordinary shop.
EFFORTS: Mapping[Effort, str] = {
    "hours": mark("hours of work"),
    "days": mark("days of work"),
    "weeks": mark("weeks of work"),
}

PAGES: Mapping[PageKind, str] = {
    PageKind.HOME: mark("Home page"),
    PageKind.CATEGORY: mark("Category page"),
    PageKind.PRODUCT: mark("Product page"),
    PageKind.SEARCH: mark("Search results"),
    PageKind.CART: mark("Cart"),
    PageKind.CHECKOUT: mark("Checkout"),
    PageKind.LOGIN: mark("Sign-in page"),
    PageKind.RETURNS: mark("Returns page"),
    PageKind.WITHDRAWAL: mark("Withdrawal page"),
    PageKind.DELIVERY: mark("Delivery page"),
    PageKind.TERMS: mark("Terms"),
    PageKind.PRIVACY: mark("Privacy page"),
    PageKind.CONTACT: mark("Contact page"),
    PageKind.FAQ: mark("Questions and answers"),
    PageKind.ABOUT: mark("About page"),
    PageKind.TRACKING: mark("Order tracking"),
    PageKind.GUIDE: mark("Guide"),
    PageKind.LOYALTY: mark("Loyalty programme"),
    PageKind.ACCESSIBILITY: mark("Accessibility statement"),
    PageKind.OTHER: mark("Other page"),
    PageKind.ERROR: mark("Error page"),
}

DOORS: Mapping[DoorKind, str] = {
    DoorKind.GUEST_FORM: mark("The form opens at once and a guest can fill it in"),
    DoorKind.GUEST_BY_OPT_OUT: mark("The form is open, but an account is chosen beforehand; a guest has to untick it"),
    DoorKind.CHOOSER_WITH_GUEST: mark("The customer chooses between signing in and buying as a guest"),
    DoorKind.EMAIL_FIRST: mark("The e-mail address is asked first, before anything else"),
    DoorKind.ACCOUNT_ONLY: mark("Only customers with an account get further"),
    DoorKind.EXPRESS_ONLY: mark("Only express payment buttons were offered"),
    DoorKind.UNREADABLE: mark("The checkout opened, but its form could not be read"),
}

UNSURE_END = mark("The product did not get into the cart, and whether a customer could put it there is not known.")

ENDINGS: Mapping[JourneyOutcome, str] = {
    JourneyOutcome.CHECKOUT_REACHED: mark("The checkout was reached."),
    JourneyOutcome.NO_PRODUCT_FOUND: mark("No product page was found."),
    JourneyOutcome.ADD_TO_CART_FAILED: mark("The product could not be put into the cart."),
    JourneyOutcome.CART_NOT_FOUND: mark("The cart could not be found."),
    JourneyOutcome.CHECKOUT_NOT_FOUND: mark("No way from the cart to the checkout was found."),
    JourneyOutcome.LOGIN_WALL: mark("The shop shows its products or prices only to signed-in customers."),
    JourneyOutcome.ROBOT_WALL: mark("The shop turned the visitor away as a robot."),
    JourneyOutcome.DECLINED: mark("The shop's robots.txt asks this program to stay away."),
    JourneyOutcome.GEO_BLOCKED: mark("The shop is closed to visitors from this country."),
    JourneyOutcome.CLOSED_SHOP: mark("The shop is closed."),
    JourneyOutcome.ALL_SOLD_OUT: mark("Every product that was tried is sold out."),
    JourneyOutcome.MINIMUM_ORDER: mark("The shop demands a minimum order before the checkout opens."),
    JourneyOutcome.PRICE_HIDDEN: mark("The shop does not show its prices."),
    JourneyOutcome.NOT_A_SHOP: mark("This does not look like a web shop."),
    JourneyOutcome.SITE_ERROR: mark("The site answered with an error."),
    JourneyOutcome.STOPPED_BY_GUARD: mark(
        "The walk stopped because the next step would have sent personal data or an order."
    ),
    JourneyOutcome.OUT_OF_TIME: mark("The time set for the walk ran out."),
    JourneyOutcome.ERROR: mark("The walk broke off because of an error in this program."),
}

# What kept an audit from being made; the keys are the problems of audit.json.
PROBLEMS: Mapping[str, str] = {
    **{str(ending): sentence for ending, sentence in ENDINGS.items() if ending != JourneyOutcome.CHECKOUT_REACHED},
    "dead": mark("The shop could not be reached."),
    "tls": mark("The shop's secure connection does not work."),
    "not-html": mark("There is no web page at this address."),
    "interrupted": mark("The audit was interrupted before it was finished."),
}

# The parts of an audit, as its notes name them.
PARTS: Mapping[str, str] = {
    "The walk": mark("The walk"),
    "Looking for a product": mark("Looking for a product"),
    "Timing": mark("Timing"),
    "The closer look": mark("The closer look"),
    "Reading further pages": mark("Reading further pages"),
    "Probing": mark("Probing"),
}

CONSENT: Mapping[ConsentChoice, str] = {
    ConsentChoice.ACCEPT: mark("accepted, if asked"),
    ConsentChoice.REJECT: mark("rejected, if asked"),
    ConsentChoice.NONE: mark("left unanswered"),
}

# The cookie choice under which a page was timed.
CHOICES: Mapping[str, str] = {
    "before": mark("before a choice"),
    "accept": mark("accepted"),
    "accepted": mark("accepted"),
    "after": mark("accepted"),
    "reject": mark("rejected"),
    "rejected": mark("rejected"),
    "none": mark("left unanswered"),
}

# Words that checks give as data and that a reader should see in another form, mostly the ids of ways to pay.
WORDS: Mapping[str, str] = {
    "email": mark("e-mail"),
    "mobile": mark("phone"),
    "bank": mark("bank payment"),
    "card": mark("card"),
    "invoice": mark("invoice"),
    "instalment": mark("instalments"),
    "wallet": mark("wallet"),
    "mobilepay": "MobilePay",
    "paypal": "PayPal",
    "apple-pay": "Apple Pay",
    "google-pay": "Google Pay",
    "shop-pay": "Shop Pay",
    "swish": "Swish",
    "vipps": "Vipps",
    "klarna": "Klarna",
    "walley": "Walley",
    "qliro": "Qliro",
    "svea": "Svea",
    "paytrail": "Paytrail",
    "trustly": "Trustly",
    "viabill": "ViaBill",
    "visa": "Visa",
    "mastercard": "Mastercard",
    "amex": "American Express",
}

# Parts of what is noted of an element: the weight of a broken rule in axe-core's words, a kind of page, a screen.
NOTED: Mapping[str, str] = {
    "critical": mark("critical"),
    "serious": mark("serious"),
    "moderate": mark("moderate"),
    "minor": mark("minor"),
    **{str(kind): name for kind, name in PAGES.items()},
    **{str(screen): name for screen, name in VIEWPORTS.items()},
}

STEPS: Mapping[str, str] = {
    "home": mark("Home page"),
    "menu": mark("Menu"),
    "category": mark("Category page"),
    "search": mark("Search"),
    "product": mark("Product page"),
    "options": mark("Choosing options"),
    "option": mark("Choosing options"),
    "add-to-cart": mark("Into the cart"),
    "in-cart": mark("Into the cart"),
    "cart": mark("Cart"),
    "checkout": mark("To the checkout"),
    "door": mark("First view of the checkout"),
    "guest": mark("Continuing as a guest"),
    "guest-form": mark("Guest's form"),
}
