"""Compares an audit with a shop's truth, fact by fact.

A list in a truth file means "any of these", but for facts that are lists themselves: there a list of lists means any.
-1 stands for null. What the tool says it could not tell is unknown, never wrong, and right where the truth accepts it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from auditor.model import (
    Audit,
    CheckResult,
    DoorKind,
    GuestValue,
    Journey,
    JourneyOutcome,
    Outcome,
    PageKind,
    ViewportName,
)
from tests.shops.alike import about_as_wide, as_set, same_contact

__all__ = ["TOLD_ONLY", "WALK_FACTS", "Answer", "Row", "compare", "is_walk_fact", "read_truth"]

TRUTH = Path(__file__).parent / "truth"
SCREENS = (ViewportName.DESKTOP, ViewportName.MOBILE)
MILESTONES = ("product", "in_cart", "cart", "door", "guest_form")
CONTACTS = ("email", "phone", "form", "chat", "address", "hours")
PRESENT = ("site-search", "newsletter-signup", "reviews-shown", "wishlist", "structured-data-product")
WALK_FACTS = ("outcome", "door", "guest-checkout", *(f"clicks.{name}" for name in MILESTONES), "shortest_seen")
# Told beside the others and not counted: a walk may rightly meet more or fewer of them.
TOLD_ONLY = frozenset({"interruptions"})
SITE = "site"
OWN_WIDTH = "412"
NULL = -1


class Answer(StrEnum):
    """How an audit's fact stands to the truth."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True)
class Row:
    """One fact of one shop: what the truth accepts, what the audit says, and why it says so."""

    fact: str
    viewport: str
    expected: tuple[Any, ...]
    got: Any
    answer: Answer
    said: str = ""

    @property
    def counted(self) -> bool:
        """Say whether the fact counts as right, wrong or unknown."""
        return self.answer is not Answer.NOT_ASKED and self.fact not in TOLD_ONLY


class _Unknown:
    """What stands in place of a value that the audit could not tell."""

    def __repr__(self) -> str:
        return "unknown"


UNKNOWN = _Unknown()


def read_truth(name: str) -> dict[str, Any]:
    """Read a shop's truth by the shop's name."""
    return tomllib.loads((TRUTH / f"{name}.toml").read_text("utf-8"))


def is_walk_fact(row: Row) -> bool:
    """Say whether the walk alone settles a fact, without any further page."""
    return row.fact in WALK_FACTS or row.fact in TOLD_ONLY


def compare(truth: Mapping[str, Any], audit: Audit) -> tuple[Row, ...]:
    """Compare every fact that a truth file may hold; those it leaves out are ``not-asked``."""
    facts = truth.get("facts", {})
    rows: list[Row] = []
    for screen in SCREENS:
        rows += _walk_rows(truth.get(screen, {}), audit, screen)
        rows += _screen_rows(facts, audit, screen)
    rows += _site_rows(facts, audit)
    return tuple(rows)


def _row(
    fact: str,
    viewport: str,
    expected: tuple[Any, ...],
    got: Any,
    said: str = "",
    same: Callable[[Any, Any], bool] = lambda one, other: bool(one == other),
) -> Row:
    """Judge one fact; nothing expected means that the truth does not ask for it."""
    shown = str(got) if got is UNKNOWN else got
    if not expected:
        answer = Answer.NOT_ASKED
    elif got is UNKNOWN:
        answer = Answer.RIGHT if "unknown" in expected else Answer.UNKNOWN
    else:
        answer = Answer.RIGHT if any(same(one, got) for one in expected) else Answer.WRONG
    return Row(fact, viewport, expected, shown, answer, said)


def _any_of(table: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    """Give the values that the truth accepts, none where it does not ask; -1 becomes null."""
    if key not in table:
        return ()
    value = table[key]
    values = value if isinstance(value, list) else [value]
    return tuple(None if not isinstance(one, bool) and one == NULL else one for one in values)


def _any_list(table: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    """Give the sets that the truth accepts for a fact that is a list itself."""
    if key not in table:
        return ()
    value = table[key]
    lists = value if value and isinstance(value[0], list) else [value]
    return tuple(as_set(one) for one in lists)


# --- the walk


def _walk_rows(truth: Mapping[str, Any], audit: Audit, screen: ViewportName) -> Iterator[Row]:
    journey = audit.journeys.get(screen)
    if journey is None and audit.problem in {str(one) for one in JourneyOutcome}:
        # Nobody needs to walk through a shop whose door is shut.
        journey = Journey(outcome=JourneyOutcome(audit.problem), reason=audit.sentence)
    outcome = str(journey.outcome) if journey else UNKNOWN
    yield _row("outcome", screen, _any_of(truth, "outcome"), outcome, journey.reason if journey else "")
    yield _row("door", screen, *_door(truth, journey))
    expected = truth.get("clicks", {})
    for name in MILESTONES:
        accepted = _any_of(expected, name)
        yield _row(f"clicks.{name}", screen, accepted, _milestone(journey, name), _steps(journey))
    interruptions = journey.clicks.interruptions if journey else UNKNOWN
    yield _row("interruptions", screen, _any_of(truth, "interruptions"), interruptions)
    yield _row("shortest_seen", screen, _any_of(truth, "shortest_seen"), *_shortest(journey))


def _door(truth: Mapping[str, Any], journey: Journey | None) -> tuple[tuple[Any, ...], Any, str]:
    """Where the truth names no door none is to be found; that nobody went so far is then nothing to count."""
    door = journey.door if journey else None
    expected = _any_of(truth, "door")
    if door is None:
        return expected, UNKNOWN, journey.reason if journey else ""
    kind = UNKNOWN if door.kind is DoorKind.UNREADABLE and "unreadable" not in expected else str(door.kind)
    return expected or (None,), kind, f"{door.reason} [{door.url}]"


def _milestone(journey: Journey | None, name: str) -> Any:
    """Null is an answer where the walk came to its end; a walk that broke off before only does not know."""
    if journey is None:
        return UNKNOWN
    clicks: int | None = getattr(journey.clicks, name)
    if clicks is not None:
        return clicks
    if name == "guest_form" and journey.door and journey.door.guest is GuestValue.UNKNOWN:
        return UNKNOWN
    lost = {JourneyOutcome.ERROR, JourneyOutcome.OUT_OF_TIME, JourneyOutcome.STOPPED_BY_GUARD}
    return UNKNOWN if journey.outcome in lost else None


def _shortest(journey: Journey | None) -> tuple[Any, str]:
    """Where no shorter way was proven, the way that was walked is the shortest one that was seen."""
    if journey is None or journey.clicks.door is None:
        return UNKNOWN, "no way to the door was walked"
    if journey.shortest_seen is None:
        return journey.clicks.door, "no shorter way was proven"
    shortest = journey.shortest_seen
    return shortest.door, f"{shortest.way}: {' > '.join(shortest.labels)}"


def _steps(journey: Journey | None) -> str:
    if journey is None:
        return ""
    pressed = (f"{step.kind} +{step.clicks} {step.label[:30]!r}" for step in journey.steps)
    return ", ".join(pressed)


# --- what a check says of each screen


def _screen_rows(facts: Mapping[str, Any], audit: Audit, screen: ViewportName) -> Iterator[Row]:
    guest = _result(audit, "guest-checkout", screen)
    value = guest.value if guest and guest.value not in (None, "unknown") else UNKNOWN
    yield _row("guest-checkout", screen, _any_of(facts, "guest-checkout"), value, guest.text_en if guest else "")
    fields = _result(audit, "checkout-fields", screen)
    count = fields.value if fields and fields.value is not None else UNKNOWN
    yield _row("checkout-fields", screen, _any_of(facts, "checkout-fields"), count, _excerpt(fields))


# --- what a check says of the whole shop


def _site_rows(facts: Mapping[str, Any], audit: Audit) -> Iterator[Row]:
    for part in ("checkout", "logos"):
        key = f"payment-methods-{part}"
        yield _row(key, SITE, _any_list(facts, key), *_set(audit, "payment-methods", part))
    yield from _policy_rows(facts, audit)
    contact = facts.get("contact", {})
    for part in CONTACTS:
        got, said = _part(audit, "contact-channels", part)
        if part in {"form", "chat", "address", "hours"} and got is not UNKNOWN:
            said, got = f"{got} {said}", bool(got)
        yield _row(f"contact.{part}", SITE, _any_of(contact, part), got, said, same_contact)
    for check in PRESENT:
        yield _row(check, SITE, _any_of(facts, check), *_present(audit, check))
    yield _row("mobile-overflow-px", SITE, _any_of(facts, "mobile-overflow-px"), *_overflow(audit), about_as_wide)


def _policy_rows(facts: Mapping[str, Any], audit: Audit) -> Iterator[Row]:
    content, said = _part(audit, "return-policy-visible", "content")
    days, _said = _part(audit, "return-policy-visible", "days")
    content = UNKNOWN if content is None else content
    yield _row("return-policy-content", SITE, _any_of(facts, "return-policy-content"), content, said)
    days = UNKNOWN if content is UNKNOWN else days
    yield _row("return-policy-days", SITE, _any_of(facts, "return-policy-days"), days, said)
    yield _places_row(facts, audit)


def _places_row(facts: Mapping[str, Any], audit: Audit) -> Row:
    """Compare the places that a policy is reached from; of a page that nobody came to nothing is told."""
    got, said = _set(audit, "return-policy-visible", "from")
    expected = _any_list(facts, "return-policy-from")
    row = _row("return-policy-from", SITE, expected, got, said)
    result = _result(audit, "return-policy-visible")
    unseen = result.data.get("unseen") if result else None
    if row.answer is not Answer.WRONG or not isinstance(unseen, list):
        return row
    untold = any(set(one) - {str(place) for place in unseen} == set(got) for one in expected)
    return replace(row, answer=Answer.UNKNOWN, got=f"{got}, not seen: {unseen}") if untold else row


def _overflow(audit: Audit) -> tuple[Any, str]:
    """Give the worst of home and product on the phone's own width; other widths are not what the truth tells."""
    kinds = {page.id: page.kind for page in audit.pages}
    found: list[tuple[int, str]] = []
    for result in audit.results:
        wanted = kinds.get(result.page or "") in {PageKind.HOME, PageKind.PRODUCT}
        widths = result.data.get("widths")
        if result.check == "mobile-overflow" and wanted and isinstance(widths, dict) and OWN_WIDTH in widths:
            found.append((int(str(widths[OWN_WIDTH])), _excerpt(result)))
    worst = max(found, default=None)
    return worst or (UNKNOWN, "")


def _result(audit: Audit, check: str, screen: ViewportName | None = None) -> CheckResult | None:
    return next((one for one in audit.results if one.check == check and one.viewport is screen), None)


def _part(audit: Audit, check: str, part: str) -> tuple[Any, str]:
    """Give a part of a check's value with its explanation; an answer without a value is unknown."""
    result = _result(audit, check)
    if result is None or not isinstance(result.value, dict) or part not in result.value:
        return UNKNOWN, result.text_en if result else ""
    return result.value[part], f"{result.text_en} {_excerpt(result)}".strip()


def _present(audit: Audit, check: str) -> tuple[Any, str]:
    """What does not apply to a site does not exist there."""
    result = _result(audit, check)
    if result and result.outcome is Outcome.NOT_APPLICABLE:
        return False, result.text_en
    return _part(audit, check, "present")


def _set(audit: Audit, check: str, part: str) -> tuple[Any, str]:
    value, said = _part(audit, check, part)
    return (as_set(value), said) if isinstance(value, list) else (UNKNOWN, said)


def _excerpt(result: CheckResult | None) -> str:
    parts = (f"{one.page}: {one.excerpt}" for one in (result.evidence if result else ()) if one.excerpt)
    return " | ".join(parts)[:300]
