"""Where a walk ended before the checkout: what was tried there in vain, and what its page reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from auditor.derive.sees import Sees
from auditor.derive.visit.script_errors import script_errors
from auditor.model import Act, Journey, JourneyOutcome, Stopped, Tried, ViewportName, Visit, gets_through

__all__ = ["stopped"]

# The legs of a walk whose failed presses led to its end.
_LEGS = {
    JourneyOutcome.ADD_TO_CART_FAILED: {"add", "cart"},
    JourneyOutcome.CART_NOT_FOUND: {"cart"},
    JourneyOutcome.CHECKOUT_NOT_FOUND: {"checkout"},
    JourneyOutcome.SITE_ERROR: {"checkout"},
}
MAX_TRIED = 8
MAX_TROUBLES = 10


def stopped(sees: Sees, screen: ViewportName) -> Stopped | None:
    """Return what is known of a walk's end; nothing where it reached the checkout or took no step at all."""
    walk = sees.recording.journeys[screen]
    if gets_through(walk.outcome) or not walk.steps:
        return None
    acts = [one for one in sees.recording.acts if one.viewport is screen and one.leg in _LEGS.get(walk.outcome, ())]
    visits = _with_the_end(walk, sees.recording.visits)
    return Stopped(
        page=visits[-1].id if visits else None,
        tried=_tried(one for one in acts if one.act == "press" and one.label and not one.worked),
        errors=_errors(sees, visits),
        failed_requests=_failed(visits),
    )


def _with_the_end(walk: Journey, seen: Sequence[Visit]) -> list[Visit]:
    """Return the visits of a walk's steps; the last takes in what went wrong while the walk tried to go on."""
    pages = {step.page for step in walk.steps}
    visits = [one for one in seen if one.id in pages]
    for last in visits[-1:]:
        visits[-1] = last.model_copy(
            update={
                "errors": (*last.errors, *walk.end_errors),
                "failed_requests": (*last.failed_requests, *walk.end_failed),
            }
        )
    return visits


def _tried(acts: Iterable[Act]) -> tuple[Tried, ...]:
    places: dict[str, list[str]] = {}
    for act in acts:
        places.setdefault(act.label, []).append(urlsplit(act.url).path)
    found = (Tried(label=label, times=len(paths), pages=len(set(paths))) for label, paths in places.items())
    return tuple(found)[:MAX_TRIED]


def _errors(sees: Sees, visits: Sequence[Visit]) -> tuple[str, ...]:
    found = [one for one in script_errors(sees, visits) if one.evidence.page == visits[-1].id]
    return tuple(dict.fromkeys(one.what for one in found if not one.lost and not one.unsure))[:MAX_TROUBLES]


def _failed(visits: Sequence[Visit]) -> tuple[str, ...]:
    """Return the requests that were answered with an error; others may have been held back by the auditor itself."""
    before = {line for one in visits[:-1] for line in one.failed_requests}
    lines = dict.fromkeys(line for one in visits[-1:] for line in one.failed_requests if line not in before)
    return tuple(line for line in lines if line[:3].isdigit())[:MAX_TROUBLES]
