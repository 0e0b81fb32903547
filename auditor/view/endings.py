"""How walks ended: where a customer was stopped, and where nobody can tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.model import Audit, Journey, JourneyOutcome, Outcome, Stopped, ViewportName, gets_through
from auditor.model.journey import PAGE_ASKS
from auditor.model.past import PastWalk
from auditor.view.names import ENDINGS, UNSURE_END
from auditor.view.safe import clean
from auditor.view.walk_words import PAGE_SAYS, TOLD_BY_THE_END, WALK_REASONS
from auditor.view.wording import Wording

__all__ = ["THROUGH", "Halt", "after_colon", "ending_of", "halt_of", "is_broken", "is_reached", "reason_of", "stopping"]

# The check that answers for an end which stops a customer, and that a person may settle against it.
_ANSWERING = {
    JourneyOutcome.ADD_TO_CART_FAILED: "add-to-cart-works",
    JourneyOutcome.CART_NOT_FOUND: "click-depth",
    JourneyOutcome.CHECKOUT_NOT_FOUND: "click-depth",
}
# The grade of a walk's end, by whether a customer gets through.
THROUGH = {True: "good", False: "poor", None: "unknown"}
MAX_SHOWN = 3
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Halt:
    """The end of a walk that did not reach the checkout: what was tried in vain, and what went wrong on the page."""

    tried: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    more_errors: int = 0
    failed: tuple[str, ...] = ()
    more_failed: int = 0


def is_reached(audit: Audit, screen: ViewportName) -> bool:
    """Say whether the walk on a screen reached the checkout."""
    return gets_through(audit.journeys[screen].outcome) is True


def is_broken(audit: Audit, screen: ViewportName) -> bool:
    """Say whether the walk on a screen shows that a customer is stopped; a person's word to the contrary counts."""
    walk = audit.journeys[screen]
    if gets_through(walk.outcome, unsure=walk.unsure) is not False or not walk.steps:
        return False
    return not any(
        one.by_hand and one.check == _ANSWERING.get(walk.outcome) and one.outcome is not Outcome.FAILED
        for one in audit.results
        if one.viewport in {None, screen}
    )


def stopping(audit: Audit) -> frozenset[str]:
    """Return the checks whose faults stop a customer on some screen: nothing is worth more than to mend them."""
    broken = (walk.outcome for screen, walk in audit.journeys.items() if is_broken(audit, screen))
    return frozenset(_ANSWERING[one] for one in broken if one in _ANSWERING)


def reason_of(say: Wording, reason: str) -> str:
    """Word the reason that a walk wrote down; the shop's and the browser's own words stay as they are."""
    if reason in TOLD_BY_THE_END:
        return ""
    number = _NUMBER.search(reason)
    known = WALK_REASONS.get(_NUMBER.sub("{n}", reason, count=1))
    if known:
        return say.t(known, n=number.group() if number else "")
    if reason.startswith(PAGE_ASKS):
        return say.t("The page asks: {said}", said=say.quoted(clean(reason.removeprefix(PAGE_ASKS))))
    for begins in PAGE_SAYS:
        if reason.startswith(begins):
            return say.t("The page says: {said}", said=say.quoted(clean(reason.removeprefix(begins).strip('()"'))))
    return clean(reason)


def halt_of(say: Wording, end: Stopped | None) -> Halt:
    """Word what was tried where a walk ended; audits of earlier versions do not tell it."""
    if end is None:
        return Halt()
    t = say.t
    tried = []
    for one in end.tried:
        told = t.plural("{label}, {n} time", "{label}, {n} times", one.times, label=say.quoted(clean(one.label, 60)))
        tried.append(told + (t.plural(", on {n} page", ", on {n} pages", one.pages) if one.pages > 1 else ""))
    return Halt(
        tried=tuple(tried),
        errors=tuple(clean(one, 160) for one in end.errors[:MAX_SHOWN]),
        more_errors=max(0, len(end.errors) - MAX_SHOWN),
        failed=tuple(clean(one, 160) for one in end.failed_requests[:MAX_SHOWN]),
        more_failed=max(0, len(end.failed_requests) - MAX_SHOWN),
    )


def ending_of(walk: Journey | PastWalk) -> str:
    """Return the English sentence of a walk's end, which says where the walk itself may be the reason."""
    return UNSURE_END if walk.unsure else ENDINGS[walk.outcome]


def after_colon(sentence: str) -> str:
    """Return a sentence as it stands after a colon: small, and without its full stop."""
    told = sentence.rstrip(".")
    return told[:1].lower() + told[1:]
