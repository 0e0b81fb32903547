"""What a deep checkout saw behind the door, for checks that judge later steps."""

from __future__ import annotations

from auditor.model import DeepCheckout, Journey, Visit

__all__ = ["before_the_door", "deep_of"]


def deep_of(journey: Journey | None) -> DeepCheckout | None:
    """Return the deep checkout of a walk; None where the walk stopped at the door."""
    return journey.deep if journey else None


def before_the_door(journey: Journey | None, visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
    """Return the visits as the customer found them, without those whose forms the deep checkout had filled."""
    deep = deep_of(journey)
    filled = {step.page for step in deep.steps} if deep else set()
    return tuple(visit for visit in visits if visit.id not in filled)
