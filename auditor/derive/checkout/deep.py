"""What a deep checkout saw behind the door, for checks that judge later steps."""

from __future__ import annotations

from auditor.model import DeepCheckout, DeepEnd, Journey, Visit

__all__ = ["before_the_door", "deep_of", "saw_the_end"]

WHOLE_WAY = frozenset({DeepEnd.PAYMENT_SEEN, DeepEnd.ORDER_BUTTON_SEEN})


def deep_of(journey: Journey | None) -> DeepCheckout | None:
    """Return the deep checkout of a walk; None where the walk stopped at the door."""
    return journey.deep if journey else None


def saw_the_end(journey: Journey | None) -> bool:
    """Say whether a deep checkout came to where only paying or ordering was left."""
    deep = deep_of(journey)
    return deep is not None and bool(deep.steps) and deep.ended in WHOLE_WAY


def before_the_door(journey: Journey | None, visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
    """Return the visits as the customer found them, without those whose forms the deep checkout had filled."""
    deep = deep_of(journey)
    filled = {step.page for step in deep.steps} if deep else set()
    return tuple(visit for visit in visits if visit.id not in filled)
