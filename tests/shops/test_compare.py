from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from auditor.model import (
    Audit,
    AuditSite,
    CheckResult,
    Clicks,
    Confidence,
    ConsentChoice,
    Door,
    DoorKind,
    GuestValue,
    Journey,
    JourneyOutcome,
    Outcome,
    Severity,
    ShortestSeen,
    Stage,
    Tool,
    ViewportName,
    VisitorInfo,
)
from tests.shops.audited import VARIANTS, one_of_each_family, shop_names
from tests.shops.compare import CONTACTS, MILESTONES, PRESENT, TRUTH, Row, compare, read_truth

DESKTOP = ViewportName.DESKTOP
REACHED = JourneyOutcome.CHECKOUT_REACHED
FACTS = {
    "guest-checkout", "checkout-fields", "payment-methods-checkout", "payment-methods-logos", "return-policy-content",
    "return-policy-days", "return-policy-from", "contact", "mobile-overflow-px", *PRESENT,
}  # fmt: skip


def result(check: str, value: Any, viewport: ViewportName | None = None) -> CheckResult:
    return CheckResult(
        check=check, stage=Stage.USE, viewport=viewport, page=None, outcome=Outcome.PASSED, score=100, weight=1,
        severity=Severity.MINOR, confidence=Confidence.HIGH, basis=None, value=value, message="m", text_en="It is so.",
    )  # fmt: skip


def audit(*results: CheckResult, **journeys: Journey) -> Audit:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return Audit(
        tool=Tool(name="t", version="1"),
        site=AuditSite(url="http://shop.example", name="", languages=(), country=None, platform=None),
        started_at=now, finished_at=now, profile="default", duties_as_of=date(2026, 1, 1), browser=None,
        visitor=VisitorInfo(locale="fi-FI", timezone="UTC", consent=ConsentChoice.ACCEPT), host={"cores": 1},
        score=None, coverage=0, stages=(), pages=(), measurements=(), results=results, findings=(),
        journeys={ViewportName(name): journey for name, journey in journeys.items()},
    )  # fmt: skip


def row(fact: str, truth: dict[str, Any], seen: Audit) -> Row:
    return next(one for one in compare(truth, seen) if one.fact == fact)


@pytest.mark.parametrize(
    ("expected", "value", "answer"),
    [
        ("guest", "guest", "right"),
        ("guest", "account-required", "wrong"),
        ("guest", "unknown", "unknown"),
        ("unknown", "unknown", "right"),
        (["guest", "unknown"], "unknown", "right"),
        ("guest", None, "unknown"),
        (None, "guest", "not-asked"),
    ],
)
def test_guest_checkout(expected: Any, value: Any, answer: str) -> None:
    facts = {} if expected is None else {"guest-checkout": expected}

    found = row("guest-checkout", {"facts": facts}, audit(result("guest-checkout", value, DESKTOP)))

    assert found.answer == answer


@pytest.mark.parametrize(
    ("expected", "value", "answer"),
    [
        (["card", "bank"], ["bank", "card"], "right"),
        ([["card"], ["card", "bank"]], ["bank", "card"], "right"),
        (["card"], ["bank", "card"], "wrong"),
        ([], [], "right"),
        ([], None, "unknown"),
        (["card"], None, "unknown"),
    ],
)
def test_ways_to_pay_are_sets(expected: Any, value: Any, answer: str) -> None:
    seen = audit(result("payment-methods", {"checkout": value, "logos": []}))

    assert row("payment-methods-checkout", {"facts": {"payment-methods-checkout": expected}}, seen).answer == answer


@pytest.mark.parametrize(
    ("expected", "journey", "answer"),
    [
        (3, Journey(outcome=REACHED, clicks=Clicks(cart=3)), "right"),
        ([2, 3], Journey(outcome=REACHED, clicks=Clicks(cart=3)), "right"),
        (2, Journey(outcome=REACHED, clicks=Clicks(cart=3)), "wrong"),
        (-1, Journey(outcome=REACHED), "right"),
        (2, Journey(outcome=REACHED), "wrong"),
        (2, Journey(outcome=JourneyOutcome.OUT_OF_TIME), "unknown"),
        (2, None, "unknown"),
    ],
)
def test_milestones(expected: Any, journey: Journey | None, answer: str) -> None:
    seen = audit(**({"desktop": journey} if journey else {}))

    assert row("clicks.cart", {"desktop": {"clicks": {"cart": expected}}}, seen).answer == answer


@pytest.mark.parametrize(
    ("expected", "journey", "answer"),
    [
        (
            2,
            Journey(outcome=REACHED, clicks=Clicks(door=4), shortest_seen=ShortestSeen(door=2, way="quick-add")),
            "right",
        ),
        (
            3,
            Journey(outcome=REACHED, clicks=Clicks(door=4), shortest_seen=ShortestSeen(door=2, way="quick-add")),
            "wrong",
        ),
        (4, Journey(outcome=REACHED, clicks=Clicks(door=4)), "right"),
        (2, Journey(outcome=REACHED, clicks=Clicks(door=4)), "wrong"),
        (2, Journey(outcome=JourneyOutcome.CART_NOT_FOUND), "unknown"),
        (2, None, "unknown"),
        (None, Journey(outcome=REACHED, clicks=Clicks(door=4)), "not-asked"),
    ],
)
def test_the_walked_way_is_the_shortest_where_none_is_shorter(
    expected: int | None, journey: Journey | None, answer: str
) -> None:
    seen = audit(**({"desktop": journey} if journey else {}))
    truth = {"desktop": {} if expected is None else {"shortest_seen": expected}}

    assert row("shortest_seen", truth, seen).answer == answer


def test_a_door_that_the_truth_does_not_know_is_wrong() -> None:
    door = Door(kind=DoorKind.GUEST_FORM, url="http://shop.example/", guest=GuestValue.GUEST)
    truth = {"desktop": {"outcome": "not-a-shop"}}

    assert row("door", truth, audit(desktop=Journey(outcome=REACHED, door=door))).answer == "wrong"
    assert row("door", truth, audit(desktop=Journey(outcome=JourneyOutcome.NOT_A_SHOP))).answer == "not-asked"


@pytest.mark.parametrize(
    ("part", "expected", "value", "answer"),
    [
        ("phone", "+358401234567", "+358 40 123 4567", "right"),
        ("phone", "", None, "right"),
        ("phone", "", "0401234567", "wrong"),
        ("email", ["a@b.example", ""], None, "right"),
        ("form", True, "http://shop.example/form", "right"),
        ("chat", False, None, "right"),
        ("hours", False, "ma-pe 9-16", "wrong"),
    ],
)
def test_contacts(part: str, expected: Any, value: Any, answer: str) -> None:
    seen = audit(result("contact-channels", {part: value}))

    assert row(f"contact.{part}", {"facts": {"contact": {part: expected}}}, seen).answer == answer


def test_what_is_only_told_does_not_count() -> None:
    found = row("interruptions", {"desktop": {"interruptions": 1}}, audit(desktop=Journey(outcome=REACHED)))

    assert (found.answer, found.counted) == ("wrong", False)


def test_the_first_shop_of_each_family_stands_for_it() -> None:
    assert one_of_each_family({"b": "two", "a": "two", "c": "one"}) == ("a", "c")


def test_every_truth_has_its_shop() -> None:
    assert sorted(path.stem for path in TRUTH.glob("*.toml")) == list(shop_names())
    assert VARIANTS.is_dir()


@pytest.mark.parametrize("name", shop_names())
def test_a_truth_file_holds_known_facts_only(name: str) -> None:
    truth = read_truth(name)
    outcomes = {str(one) for one in JourneyOutcome}

    assert set(truth) == {"family", "languages", "client_rendered", "note", "desktop", "mobile", "facts"}
    assert set(truth["facts"]) <= FACTS
    assert set(truth["facts"].get("contact", {})) <= set(CONTACTS)
    for screen in ("desktop", "mobile"):
        said = truth[screen]["outcome"]
        assert set(said if isinstance(said, list) else [said]) <= outcomes
        assert set(truth[screen]) <= {"outcome", "door", "clicks", "interruptions", "shortest_seen"}
        assert set(truth[screen]["clicks"]) == set(MILESTONES)
