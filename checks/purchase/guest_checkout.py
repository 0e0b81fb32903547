from typing import Any

from auditor.check import Context, Need, Scope, Trail, Verdict, check, failed, scored, unknown
from auditor.model import Door, DoorKind, GuestValue, Severity, Stage

__all__ = ["guest_checkout"]

_POINTS = {
    DoorKind.GUEST_FORM: 100,
    DoorKind.CHOOSER_WITH_GUEST: 90,
    DoorKind.EMAIL_FIRST: 90,
    DoorKind.GUEST_BY_OPT_OUT: 100,
}
WEAKER, PRESELECTED_COST = 60, 20


@check(
    stage=Stage.PURCHASE,
    weight=10,
    severity=Severity.CRITICAL,
    effort="days",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.DOOR},
    title="Customers can buy without an account",
    failure_title="Customers must open an account to buy",
    messages={
        "form-at-once": "The form of the checkout opens at once, and no account is needed.",
        "guest-offered": "Buying as a guest is offered beside signing in.",
        "guest-weaker": "Buying as a guest is possible, but less easy to see than signing in.",
        "email-first": "The e-mail address is asked first, and no account is needed to go on.",
        "account-preselected": "Buying as a guest is possible, but an account is chosen beforehand.",
        "account-wall": "The checkout lets nobody on without an account.",
        "account-late": "The form is open to guests, but once it is sent the shop demands an account.",
        "one-screen": "An account seemed to be needed on this screen, but the other screen did not confirm it.",
        "express-only": "Only express payment was offered, so buying as a guest could not be tried.",
        "unreadable": "Whether an account is needed could not be seen.",
    },
    advice="Let customers go straight to the delivery details, and offer an account after the order.",
    source="Baymard: reasons for leaving a cart (2024) and the visibility of guest checkout; the points are ours.",
)
def guest_checkout(trail: Trail, context: Context) -> Verdict:
    """Shoppers who are made to open an account leave full carts behind.

    "Guest" means that a customer was seen able to go on without a password. That an account is demanded is said only
    where both screens agree; a password field alone, or the missing word "guest", proves nothing. A form that only
    looks open is settled by a deep checkout, which sends it.
    """
    door = trail.journey.door
    if door is None:
        return unknown("unreadable")
    sure: dict[str, Any] = {
        "confidence": door.confidence,
        "basis": door.basis,
        "data": {"label": door.guest_label, "reason": door.reason},
    }
    if door.guest is GuestValue.GUEST:
        points, message = _guest(door)
        return scored(points, message, door.evidence, value=GuestValue.GUEST, **sure)
    late = trail.journey.deep is not None and trail.journey.deep.guest is GuestValue.ACCOUNT_REQUIRED
    if door.guest is GuestValue.ACCOUNT_REQUIRED and (late or door.kind is DoorKind.ACCOUNT_ONLY):
        if _every_screen_says_so(context):
            message = "account-late" if late else "account-wall"
            return failed(message, door.evidence, value=GuestValue.ACCOUNT_REQUIRED, **sure)
        return unknown("one-screen", door.evidence, value=GuestValue.UNKNOWN, **sure)
    message = "express-only" if door.kind is DoorKind.EXPRESS_ONLY else "unreadable"
    return unknown(message, door.evidence, value=GuestValue.UNKNOWN, **sure)


def _guest(door: Door) -> tuple[int, str]:
    points = _POINTS.get(door.kind, 90)
    if door.account_preselected or door.kind is DoorKind.GUEST_BY_OPT_OUT:
        return points - PRESELECTED_COST, "account-preselected"
    if door.guest_weaker:
        return WEAKER, "guest-weaker"
    names = {DoorKind.GUEST_FORM: "form-at-once", DoorKind.EMAIL_FIRST: "email-first"}
    return points, names.get(door.kind, "guest-offered")


def _every_screen_says_so(context: Context) -> bool:
    doors = [journey.door for journey in context.others.values()]
    said = [door for door in doors if door and door.guest is GuestValue.ACCOUNT_REQUIRED]
    return context.other_viewport_agrees and len(said) == len(doors)
