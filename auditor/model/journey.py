"""The walk of a customer through one shop on one screen."""

from __future__ import annotations

from auditor.model.base import Noun
from auditor.model.deep import DeepCheckout
from auditor.model.page import Box, Field
from auditor.model.words import Basis, Confidence, DoorKind, GuestValue, JourneyOutcome, ViewportName

__all__ = [
    "PAGE_ASKS",
    "Act",
    "Candidate",
    "Clicks",
    "Door",
    "Evidence",
    "Journey",
    "JourneyStep",
    "ProductSeen",
    "ShortestSeen",
    "Stopped",
    "Touched",
    "Tried",
]

# Begins a walk's reason where the shop asked for something more; its own words follow.
PAGE_ASKS = "the page asks: "


class Evidence(Noun):
    """Where a fact can be looked at: the visit's id, the step, the element and what it said.

    ``box`` is where the screenshot shows the element, in CSS pixels of the window; null where it does not or where
    that is not known. ``at_foot`` says that it shows the window at the end of the page, not at its top.
    """

    page: str
    step: int | None = None
    selector: str = ""
    excerpt: str = ""
    screenshot: str | None = None
    box: Box | None = None
    at_foot: bool = False


class Clicks(Noun):
    """Clicks from home to each milestone of CONTRACTS 1; null where a milestone was not reached or does not exist."""

    product: int | None = None
    in_cart: int | None = None
    cart: int | None = None
    door: int | None = None
    guest_form: int | None = None
    interruptions: int = 0


class ShortestSeen(Noun):
    """The shortest way to the door that was seen and replayed, in clicks from home; null where none is shorter.

    ``way`` is quick-add, buy-now or checkout-link; ``labels`` are what was pressed on it.
    """

    door: int
    way: str
    labels: tuple[str, ...] = ()
    verified_by: tuple[str, ...] = ()
    seconds: float = 0.0


class ProductSeen(Noun):
    """The product that was walked with; ``price`` is the amount as printed, ``amount`` the number."""

    id: str
    name: str
    url: str
    price: str | None = None
    amount: float | None = None
    currency: str | None = None


class Door(Noun):
    """What stood at the door of checkout, and whether a guest may pass."""

    kind: DoorKind
    url: str
    evidence: tuple[Evidence, ...] = ()
    guest: GuestValue = GuestValue.UNKNOWN
    confidence: Confidence = Confidence.LOW
    basis: Basis = Basis.CHECKOUT
    reason: str = ""
    guest_label: str = ""
    guest_weaker: bool = False
    account_preselected: bool = False
    visit: str | None = None
    guest_visit: str | None = None


class Candidate(Noun):
    """A control that the walker weighed: its score and the reasons, best first."""

    label: str
    selector: str
    score: float
    reasons: tuple[str, ...] = ()
    href: str = ""


class Act(Noun):
    """One thing the walker did or tried: what it weighed, what it pressed, and what proved that it worked."""

    viewport: ViewportName
    leg: str
    intent: str
    url: str
    act: str
    label: str = ""
    selector: str = ""
    worked: bool
    counted: int = 0
    verified_by: tuple[str, ...] = ()
    note: str = ""
    ms: int | None = None
    candidates: tuple[Candidate, ...] = ()


class JourneyStep(Noun):
    """One step of the cleaned path; ``ms`` is the time until the page had settled, in milliseconds.

    ``box`` is where the screenshot shows what is pressed next, in CSS pixels of the window; null where it does not.
    """

    kind: str
    url: str
    label: str = ""
    selector: str = ""
    clicks: int = 0
    ms: int | None = None
    interaction_ms: float | None = None
    interaction_note: str | None = None
    screenshot: str | None = None
    page: str | None = None
    box: Box | None = None
    errors: int = 0


class Touched(Noun):
    """A box or a radio button that the walk itself ticked or chose: how the shop had it is no longer to be seen.

    ``step`` is the number of the first step that was reached afterwards.
    """

    type: str
    step: int
    name: str = ""
    value: str = ""
    selector: str = ""

    def is_of(self, field: Field) -> bool:
        """Say whether a field is this one, or belongs to the group in which this one was chosen."""
        if field.type != self.type:
            return False
        if not self.name:
            return not field.name and field.selector == self.selector
        return field.name == self.name and (self.type == "radio" or self.value in {"", field.value})


class Journey(Noun):
    """A whole walk: outcome, door, clicks and the cleaned path.

    ``end_errors`` are what scripts threw and ``end_failed`` the requests that failed after the last step, where the
    walk did not reach the checkout. ``unsure`` says that the walk may have ended by its own doing: the shop still asked
    for something before it would add the product, or the walk's signs spoke against each other.
    """

    outcome: JourneyOutcome
    door: Door | None = None
    clicks: Clicks = Clicks()
    shortest_seen: ShortestSeen | None = None
    presses: int = 0
    product: ProductSeen | None = None
    seconds: float = 0.0
    errors: int = 0
    verified_by: tuple[str, ...] = ()
    steps: tuple[JourneyStep, ...] = ()
    reason: str = ""
    feedback_ms: int | None = None
    announced: bool | None = None
    cart_cleared: bool | None = None
    virtual_product: bool = False
    refusals: tuple[str, ...] = ()
    deep: DeepCheckout | None = None
    touched: tuple[Touched, ...] = ()
    end_errors: tuple[str, ...] = ()
    end_failed: tuple[str, ...] = ()
    unsure: bool = False


class Tried(Noun):
    """A control that was pressed in vain where a walk ended: how many times, and on how many pages."""

    label: str
    times: int
    pages: int


class Stopped(Noun):
    """Where a walk ended before the checkout: the page, what was tried in vain, and what went wrong on the page."""

    page: str | None
    tried: tuple[Tried, ...] = ()
    errors: tuple[str, ...] = ()
    failed_requests: tuple[str, ...] = ()
