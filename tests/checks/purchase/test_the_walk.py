"""The checks that read the walk: click-depth, add-to-cart-works, guest-checkout."""

from typing import Any

import pytest

from auditor.model import Clicks, Confidence, DoorKind, GuestValue, Journey, JourneyOutcome, Outcome, ShortestSeen
from tests.checks.recorded import DESKTOP, MOBILE, audit, recording, result, results, walk

WALL: dict[str, Any] = {"kind": DoorKind.ACCOUNT_ONLY, "guest": GuestValue.ACCOUNT_REQUIRED}


def lost(outcome: JourneyOutcome) -> Journey:
    return walk(None, outcome=outcome, clicks=Clicks(product=1))


@pytest.mark.parametrize(
    ("clicks", "score"), [(3, 100), (4, 100), (5, 90), (6, 75), (7, 60), (8, 45), (12, 0), (20, 0)]
)
def test_click_depth_follows_a_gentle_curve(clicks: int, score: int) -> None:
    made = recording(
        journeys={DESKTOP: walk(clicks=Clicks(product=1, in_cart=2, cart=2, door=clicks, guest_form=clicks))}
    )

    assert (result("click-depth", made).value, result("click-depth", made).score) == (clicks, score)


def test_click_depth_tells_of_a_shorter_way_and_judges_the_usual_one() -> None:
    clicks = Clicks(product=1, in_cart=2, cart=3, door=6, guest_form=6)
    journey = walk(clicks=clicks, shortest_seen=ShortestSeen(door=2, way="quick-add", labels=("Add", "Checkout")))

    only = result("click-depth", recording(journeys={DESKTOP: journey}))

    assert (only.message, only.value, only.score, only.data["shortest"]) == ("shorter", 6, 75, 2)


@pytest.mark.parametrize(
    ("journey", "outcome", "message"),
    [
        (walk(**WALL), Outcome.PASSED, "to-door"),
        (lost(JourneyOutcome.CHECKOUT_NOT_FOUND), Outcome.FAILED, "no-way"),
        (lost(JourneyOutcome.ROBOT_WALL), Outcome.UNKNOWN, "not-reached"),
        (lost(JourneyOutcome.ALL_SOLD_OUT), Outcome.UNKNOWN, "not-reached"),
    ],
)
def test_click_depth_of_a_walk_without_a_form(journey: Journey, outcome: Outcome, message: str) -> None:
    only = result("click-depth", recording(journeys={DESKTOP: journey}))

    assert (only.outcome, only.message) == (outcome, message)


@pytest.mark.parametrize(
    ("more", "score"),
    [
        ({"feedback_ms": 300, "announced": True}, 100),
        ({"feedback_ms": 300, "announced": False}, 85),
        ({"feedback_ms": 2000, "announced": True}, 85),
        ({"feedback_ms": 9000, "announced": False}, 60),
        ({}, 100),
    ],
)
def test_adding_to_the_cart(more: dict[str, Any], score: int) -> None:
    assert result("add-to-cart-works", recording(journeys={DESKTOP: walk(**more)})).score == score


def test_a_cart_that_never_fills_caps_the_stage_only_where_both_screens_agree() -> None:
    failed = lost(JourneyOutcome.ADD_TO_CART_FAILED)

    one = results("add-to-cart-works", recording(journeys={DESKTOP: failed, MOBILE: walk()}))[0]
    both = results("add-to-cart-works", recording(journeys={DESKTOP: failed, MOBILE: failed}))[0]

    assert (one.outcome, one.confidence) == (Outcome.FAILED, Confidence.MEDIUM)
    assert (both.outcome, both.confidence) == (Outcome.FAILED, Confidence.HIGH)


def test_a_walk_that_ended_before_the_cart_is_unknown() -> None:
    made = recording(journeys={DESKTOP: lost(JourneyOutcome.NO_PRODUCT_FOUND)})

    assert result("add-to-cart-works", made).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "door", "score", "message"),
    [
        (DoorKind.GUEST_FORM, {}, 100, "form-at-once"),
        (DoorKind.CHOOSER_WITH_GUEST, {}, 90, "guest-offered"),
        (DoorKind.CHOOSER_WITH_GUEST, {"guest_weaker": True}, 60, "guest-weaker"),
        (DoorKind.GUEST_BY_OPT_OUT, {"account_preselected": True}, 80, "account-preselected"),
        (DoorKind.EMAIL_FIRST, {}, 90, "email-first"),
    ],
)
def test_a_guest_may_buy(kind: DoorKind, door: dict[str, Any], score: int, message: str) -> None:
    only = result("guest-checkout", recording(journeys={DESKTOP: walk(kind, door=door)}))

    assert (only.value, only.score, only.message) == ("guest", score, message)


def test_an_account_is_demanded_where_both_screens_say_so() -> None:
    made = recording(journeys={DESKTOP: walk(**WALL), MOBILE: walk(**WALL)})

    said = [(one.value, one.outcome) for one in results("guest-checkout", made)]

    assert said == [("account-required", Outcome.FAILED)] * 2


@pytest.mark.parametrize(
    "journeys",
    [
        {DESKTOP: walk(**WALL)},
        {DESKTOP: walk(**WALL), MOBILE: walk()},
        {DESKTOP: walk(**WALL), MOBILE: walk(DoorKind.UNREADABLE, GuestValue.UNKNOWN)},
        {DESKTOP: walk(**WALL), MOBILE: lost(JourneyOutcome.OUT_OF_TIME)},
    ],
)
def test_one_screen_alone_proves_no_account_wall(journeys: dict[Any, Journey]) -> None:
    only = results("guest-checkout", recording(journeys=journeys))[0]

    assert (only.value, only.outcome, only.message) == ("unknown", Outcome.UNKNOWN, "one-screen")


@pytest.mark.parametrize(
    ("kind", "message"), [(DoorKind.EXPRESS_ONLY, "express-only"), (DoorKind.UNREADABLE, "unreadable")]
)
def test_what_cannot_be_seen_is_unknown(kind: DoorKind, message: str) -> None:
    only = result("guest-checkout", recording(journeys={DESKTOP: walk(kind, GuestValue.UNKNOWN)}))

    assert (only.value, only.outcome, only.message) == ("unknown", Outcome.UNKNOWN, message)


def test_a_login_wall_before_any_door_is_unknown_and_never_a_zero() -> None:
    made = audit(recording(journeys={DESKTOP: lost(JourneyOutcome.LOGIN_WALL)}), "guest-checkout")

    assert (made.results[0].score, made.results[0].reason_unknown) == (None, "The walk did not reach the checkout.")


def test_a_walk_that_may_be_at_fault_itself_does_not_fail_the_cart() -> None:
    sure = lost(JourneyOutcome.ADD_TO_CART_FAILED)
    unsure = sure.model_copy(update={"unsure": True})

    told, other = results("add-to-cart-works", recording(journeys={DESKTOP: unsure, MOBILE: sure}))

    assert (told.outcome, told.message) == (Outcome.UNKNOWN, "unsure")
    assert (other.outcome, other.confidence) == (Outcome.FAILED, Confidence.MEDIUM)
