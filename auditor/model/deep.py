"""What stands behind the door of checkout, as a made-up customer meets it step by step; nothing is ever ordered."""

from __future__ import annotations

from enum import StrEnum

from auditor.model.base import Noun
from auditor.model.words import GuestValue

__all__ = ["CostLine", "DeepCheckout", "DeepEnd", "DeepStep", "DeliveryOffer", "PaymentOffer"]


class DeepEnd(StrEnum):
    """Why a deep checkout went no further."""

    PAYMENT_SEEN = "payment-seen"
    ORDER_BUTTON_SEEN = "order-button-seen"
    ACCOUNT_DEMANDED = "account-demanded"
    FORM_REFUSED = "form-refused"
    TERMS_DEMANDED = "terms-demanded"
    ACCOUNT_IN_FORM = "account-in-form"
    CODE_ASKED = "code-asked"
    NO_WAY_ON = "no-way-on"
    MAY_ORDER = "may-order"
    NOTHING_CHANGED = "nothing-changed"
    FOREIGN_FRAME = "foreign-frame"
    LEFT_THE_SHOP = "left-the-shop"
    STOPPED_BY_GUARD = "stopped-by-guard"
    TOO_MANY_STEPS = "too-many-steps"
    OUT_OF_TIME = "out-of-time"
    ERROR = "error"


class DeliveryOffer(Noun):
    """A way of delivery as the checkout offers it; price and time as printed, empty where none stands beside it."""

    label: str
    price: str = ""
    time: str = ""
    chosen: bool = False


class PaymentOffer(Noun):
    """A way to pay as the checkout offers it; ``ways`` are the ids of what the label names."""

    label: str
    ways: tuple[str, ...] = ()
    chosen: bool = False


class CostLine(Noun):
    """One line of the order's sums, as printed."""

    label: str
    price: str


class DeepStep(Noun):
    """One view behind the door, filled in; ``pressed`` is what sent it on, empty where nothing was sent.

    ``asked`` and ``filled`` are purposes of fields (a label where the purpose is not known), never what was typed;
    ``preticked`` are the boxes that were ticked before anybody touched them; offers stand in the page's own order.
    """

    url: str
    page: str | None = None
    screenshot: str | None = None
    asked: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    deliveries: tuple[DeliveryOffer, ...] = ()
    payments: tuple[PaymentOffer, ...] = ()
    payment_input: bool = False
    costs: tuple[CostLine, ...] = ()
    subtotal: str = ""
    delivery_cost: str = ""
    total: str = ""
    order_button: str = ""
    terms: tuple[str, ...] = ()
    preticked: tuple[str, ...] = ()
    pressed: str = ""
    errors: tuple[str, ...] = ()


class DeepCheckout(Noun):
    """The steps behind the door; ``guest`` is what sending a form settled, ``said`` the shop's words for the end.

    ``sent`` counts the steps that were sent on, ``paused_seconds`` what was waited so that the typing had a human pace.
    """

    ended: DeepEnd
    said: str = ""
    guest: GuestValue = GuestValue.UNKNOWN
    country: str = ""
    steps: tuple[DeepStep, ...] = ()
    sent: int = 0
    paused_seconds: float = 0.0
    seconds: float = 0.0
    refusals: tuple[str, ...] = ()

    @property
    def payments(self) -> tuple[PaymentOffer, ...]:
        """Give the ways to pay of the last view that showed any."""
        return next((step.payments for step in reversed(self.steps) if step.payments), ())

    @property
    def deliveries(self) -> tuple[DeliveryOffer, ...]:
        """Give the ways of delivery of the last view that showed any."""
        return next((step.deliveries for step in reversed(self.steps) if step.deliveries), ())

    @property
    def total(self) -> str:
        """Give the last total that was seen."""
        return next((step.total for step in reversed(self.steps) if step.total), "")

    @property
    def order_button(self) -> str:
        """Give what the order button says, where one was seen."""
        return next((step.order_button for step in reversed(self.steps) if step.order_button), "")
