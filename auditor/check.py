"""What a check is: a pure function over what was seen, with its texts, weight and source declared beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from auditor.model import (
    Basis,
    Confidence,
    Evidence,
    Journey,
    Load,
    Offender,
    Outcome,
    PageKind,
    PricesSeen,
    Recording,
    Searched,
    Severity,
    Site,
    Stage,
    ViewportName,
    Visit,
)

__all__ = [
    "COMMON_MESSAGES",
    "Check",
    "Context",
    "Effort",
    "Need",
    "Option",
    "Scope",
    "Trail",
    "Verdict",
    "check",
    "failed",
    "not_applicable",
    "one_stop",
    "passed",
    "scored",
    "unknown",
    "warned",
]

# About how much work a mend is in an ordinary shop: our estimate, for planning.
Effort = Literal["hours", "days", "weeks"]
PASS_FROM, WARN_FROM = 90, 50
_TWO_STOPS = re.compile(r"([.!?…])\.(?=\s|$)")

# What judge itself says of any check: missing evidence by Need, and a check that broke.
COMMON_MESSAGES: Mapping[str, str] = {
    "missing-visits": "No page of the shop could be read.",
    "missing-home": "The home page could not be read.",
    "missing-product": "No product page was found.",
    "no-goods": "Nothing is sold here at present, so there is nothing to judge.",
    "missing-loads": "No page load was measured.",
    "missing-journey": "The shop was not walked through.",
    "missing-in-cart": "No product got into the cart.",
    "missing-door": "The walk did not reach the checkout.",
    "missing-guest-form": "No form for guests was reached.",
    "missing-crawl": "No pages besides the walk were read.",
    "error": "This could not be judged because of an error in the check: {error}",
}


class Need(StrEnum):
    """Evidence a check cannot do without; where it is missing, judge answers unknown before the check runs."""

    VISITS = "visits"
    HOME = "home"
    PRODUCT = "product"
    LOADS = "loads"
    JOURNEY = "journey"
    IN_CART = "in-cart"
    DOOR = "door"
    GUEST_FORM = "guest-form"
    CRAWL = "crawl"


class Scope(StrEnum):
    """How often a check is asked: once per audit, per viewport, or per page of a viewport."""

    SITE = "site"
    VIEWPORT = "viewport"
    PAGE = "page"


@dataclass(frozen=True)
class Option:
    """A figure of a check that a profile may change, with its unit."""

    default: float | int | str | tuple[str, ...]
    unit: str
    why: str = ""


@dataclass(frozen=True)
class Trail:
    """What a check looks at: one viewport's visits, loads and journey; for a site check those of all viewports."""

    viewport: ViewportName | None
    visits: tuple[Visit, ...]
    loads: tuple[Load, ...] = ()
    walk: Journey | None = None
    page: Visit | None = None

    @property
    def journey(self) -> Journey:
        """The walk; judge has made sure it is there for a check that needs it."""
        if self.walk is None:
            raise LookupError("this check reads the journey but does not declare Need.JOURNEY")
        return self.walk

    def first(self, *kinds: PageKind) -> Visit | None:
        """Return the first visit of these kinds, in the order of recording."""
        return next((visit for visit in self.visits if visit.kind in kinds), None)

    def of(self, *kinds: PageKind) -> tuple[Visit, ...]:
        """Return every visit of these kinds."""
        return tuple(visit for visit in self.visits if visit.kind in kinds)


@dataclass(frozen=True)
class Context:
    """What stands around a trail: site, other screens, options, page bodies, and the day duties are judged as of.

    ``past_prices`` are what earlier audits of the shop saw the goods cost, as far as they are at hand.
    """

    site: Site
    recording: Recording
    duties_as_of: date
    options: Mapping[str, Any] = field(default_factory=dict)
    others: Mapping[ViewportName, Journey] = field(default_factory=dict)
    past_prices: tuple[PricesSeen, ...] = ()
    memo: Callable[[str, Callable[[], Any]], Any] = lambda _key, make: make()

    @property
    def other_viewport_agrees(self) -> bool:
        """True where every walked screen reached the same kind of door."""
        kinds = {journey.door.kind for journey in self.others.values() if journey.door}
        return len(kinds) == 1 and all(journey.door for journey in self.others.values()) and len(self.others) > 1


@dataclass(frozen=True)
class Verdict:
    """A check's answer; ``score`` is null exactly where the outcome is unknown or not applicable.

    One that finds something missing tells what was ``searched`` for it.
    """

    outcome: Outcome
    message: str
    evidence: tuple[Evidence, ...] = ()
    score: int | None = None
    value: Any = None
    unit: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    confidence: Confidence = Confidence.HIGH
    basis: Basis | None = None
    n: int | None = None
    interval: tuple[float, float] | None = None
    rule: str = ""
    offenders: tuple[Offender, ...] = ()
    searched: Searched | None = None


def scored(score: float, message: str, evidence: tuple[Evidence, ...] = (), **more: Any) -> Verdict:
    """Answer with a score 0-100; the outcome follows from it (CONTRACTS 3: 90 passes, 50 warns)."""
    points = round(min(100.0, max(0.0, score)))
    outcome = Outcome.PASSED if points >= PASS_FROM else Outcome.WARNING if points >= WARN_FROM else Outcome.FAILED
    return Verdict(outcome, message, evidence, points, **more)


def passed(message: str, evidence: tuple[Evidence, ...] = (), **more: Any) -> Verdict:
    """Answer with full points."""
    return scored(100, message, evidence, **more)


def warned(message: str, evidence: tuple[Evidence, ...] = (), score: float = 60, **more: Any) -> Verdict:
    """Answer with a warning; ``score`` lies between 50 and 89."""
    return scored(min(89, max(50, score)), message, evidence, **more)


def failed(message: str, evidence: tuple[Evidence, ...] = (), score: float = 0, **more: Any) -> Verdict:
    """Answer with a failure; ``score`` lies under 50."""
    return scored(min(49, score), message, evidence, **more)


def unknown(message: str, evidence: tuple[Evidence, ...] = (), **more: Any) -> Verdict:
    """Answer that it cannot be known from what was seen; never a fail, never a 0."""
    return Verdict(Outcome.UNKNOWN, message, evidence, None, **more)


def not_applicable(message: str, evidence: tuple[Evidence, ...] = (), **more: Any) -> Verdict:
    """Answer that the thing judged does not exist in this shop."""
    return Verdict(Outcome.NOT_APPLICABLE, message, evidence, None, **more)


def one_stop(sentence: str) -> str:
    """Return a filled message with one full stop where a quotation brought its own."""
    return _TWO_STOPS.sub(r"\1", sentence)


Body = Callable[[Trail, Context], Verdict]


@dataclass(frozen=True)
class Check:
    """A check with all it declares; texts are English message ids of the translations."""

    id: str
    stage: Stage
    weight: float
    severity: Severity
    scope: Scope
    needs: frozenset[Need]
    title: str
    failure_title: str
    messages: Mapping[str, str]
    advice: str
    source: str
    why: str
    page_kinds: tuple[PageKind, ...]
    page_stages: Mapping[PageKind, Stage]
    viewports: tuple[ViewportName, ...]
    options: Mapping[str, Option]
    body: Body
    words: tuple[str, ...] = ()
    fact: str = ""
    effort: Effort | None = None
    advice_for: Mapping[str, str] = field(default_factory=dict)


def check(
    *,
    stage: Stage,
    weight: float,
    severity: Severity,
    title: str,
    failure_title: str,
    messages: Mapping[str, str],
    advice: str,
    source: str,
    scope: Scope = Scope.SITE,
    needs: frozenset[Need] | set[Need] = frozenset(),
    page_kinds: tuple[PageKind, ...] = (),
    page_stages: Mapping[PageKind, Stage] | None = None,
    viewports: tuple[ViewportName, ...] = (),
    options: Mapping[str, Option] | None = None,
    words: tuple[str, ...] = (),
    fact: str = "",
    effort: Effort | None = None,
    advice_for: Mapping[str, str] | None = None,
) -> Callable[[Body], Check]:
    """Turn a pure function ``(trail, context) -> Verdict`` into a check; its name, with hyphens, is the id.

    ``advice_for`` holds, by message, what to do where that is not the general advice.
    ``effort`` says about how much work the mend is in an ordinary shop.
    ``fact`` names the part of PageFacts that a page check reads: it is asked only about pages where that was gathered.
    ``words`` are the fixed English words that messages take as data, so that they can be translated as well.
    ``page_stages`` counts a page-scoped check in another stage for pages of that kind; empty ``viewports`` means all.
    Raises ValueError where the function has no docstring, because the docstring is the check's reason in the reference.
    """

    def declare(body: Body) -> Check:
        name = body.__name__.replace("_", "-")
        if not body.__doc__:
            raise ValueError(f"check {name} has no docstring that says why it matters")
        return Check(
            id=name,
            stage=stage,
            weight=weight,
            severity=severity,
            scope=scope,
            needs=frozenset(needs),
            title=title,
            failure_title=failure_title,
            messages=dict(messages),
            advice=advice,
            source=source,
            why=" ".join(body.__doc__.split()),
            page_kinds=page_kinds,
            page_stages=dict(page_stages or {}),
            viewports=viewports,
            options=dict(options or {}),
            body=body,
            words=words,
            fact=fact,
            effort=effort,
            advice_for=dict(advice_for or {}),
        )

    return declare
