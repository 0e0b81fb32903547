"""What a deep checkout saw behind the door, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model import DeepCheckout, DeepEnd, DeepStep, PaymentOffer
from auditor.view.names import mark
from auditor.view.safe import clean
from auditor.view.wording import Wording

__all__ = ["Behind", "BehindStep", "behind_of"]

ENDS: Mapping[DeepEnd, str] = {
    DeepEnd.PAYMENT_SEEN: mark("The choice of payment was reached; nothing was sent after that."),
    DeepEnd.ORDER_BUTTON_SEEN: mark("The order button was reached; nothing was sent after that."),
    DeepEnd.ACCOUNT_DEMANDED: mark("Once the form was sent, the shop demanded an account."),
    DeepEnd.FORM_REFUSED: mark("The shop did not accept the made-up address."),
    DeepEnd.TERMS_DEMANDED: mark("The next step asks to accept terms, which this program never does."),
    DeepEnd.ACCOUNT_IN_FORM: mark("The form would have opened an account, so it was not sent."),
    DeepEnd.CODE_ASKED: mark("The next step asks for a code that is sent to the customer."),
    DeepEnd.NO_WAY_ON: mark("No button was found that surely only leads on."),
    DeepEnd.MAY_ORDER: mark("The next button may already order, so it was not pressed."),
    DeepEnd.NOTHING_CHANGED: mark("Nothing changed after the form was sent."),
    DeepEnd.FOREIGN_FRAME: mark("The form belongs to another service, so nothing was typed into it."),
    DeepEnd.LEFT_THE_SHOP: mark("The next step led to another site."),
    DeepEnd.STOPPED_BY_GUARD: mark("The guard held the next step back."),
    DeepEnd.TOO_MANY_STEPS: mark("The checkout has more steps than this program follows."),
    DeepEnd.OUT_OF_TIME: mark("The time set for these steps ran out."),
    DeepEnd.ERROR: mark("The steps broke off because of an error in this program."),
}
MOST = 12


@dataclass(frozen=True)
class BehindStep:
    """One view behind the door: how many fields it asks for, what led on from it, and what the shop complained of."""

    fields: int
    pressed: str
    errors: tuple[str, ...]


@dataclass(frozen=True)
class Behind:
    """The steps of one screen in words; empty texts and lists were not seen."""

    ending: str
    said: str
    steps: tuple[BehindStep, ...]
    deliveries: tuple[str, ...]
    payments: tuple[str, ...]
    total: str
    order_button: str


def behind_of(say: Wording, deep: DeepCheckout | None) -> Behind | None:
    """Return what a deep checkout saw, or None where there was none."""
    if deep is None:
        return None
    return Behind(
        ending=say.t(ENDS[deep.ended]),
        said=clean(deep.said, 120) if deep.ended is not DeepEnd.STOPPED_BY_GUARD else "",
        steps=tuple(_step(say, step) for step in deep.steps),
        deliveries=tuple(clean(one.label, 100) + _price(one.price, one.label) for one in deep.deliveries[:MOST]),
        payments=tuple(_payment(say, one) for one in deep.payments[:MOST]),
        total=clean(deep.total, 30),
        order_button=say.quoted(clean(deep.order_button, 60)) if deep.order_button else "",
    )


def _step(say: Wording, step: DeepStep) -> BehindStep:
    return BehindStep(
        fields=len(step.asked),
        pressed=say.t("sent by “{label}”", label=clean(step.pressed, 60)) if step.pressed else "",
        errors=tuple(clean(one, 120) for one in step.errors[:3]),
    )


def _price(price: str, label: str) -> str:
    return "" if not price or price in label else f" ({clean(price, 30)})"


def _payment(say: Wording, one: PaymentOffer) -> str:
    label = clean(one.label, 60)
    return say.t("{label} (chosen beforehand)", label=label) if one.chosen else label
