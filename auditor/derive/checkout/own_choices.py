"""What the walk itself ticked or chose, which on later pages is no longer the shop's own choice."""

from __future__ import annotations

from auditor.model import Field, Journey, Visit

__all__ = ["chosen_by_walk"]


def chosen_by_walk(journey: Journey | None, visit: Visit, field: Field) -> bool:
    """Say whether the walk had ticked a box, or chosen in a group, before it saw a page."""
    if journey is None:
        return False
    came = next((n for n, step in enumerate(journey.steps) if step.page == visit.id), len(journey.steps))
    return any(one.step <= came and one.is_of(field) for one in journey.touched)
