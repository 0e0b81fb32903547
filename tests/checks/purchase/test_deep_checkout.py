"""What a deep checkout settles for guest-checkout and payment-methods."""

from __future__ import annotations

from typing import Any

from auditor.model import Basis, DeepCheckout, DeepEnd, DeepStep, DoorKind, GuestValue, Journey, Outcome, PaymentOffer
from tests.checks.recorded import DESKTOP, MOBILE, page, recording, result, results, walk

LATE: dict[str, Any] = {"kind": DoorKind.GUEST_FORM, "guest": GuestValue.ACCOUNT_REQUIRED}
LOGOS = page("home", '<footer><img src="/visa.svg" alt="Visa"><img src="/klarna.svg" alt="Klarna"></footer>')


def refused() -> Journey:
    deep = DeepCheckout(ended=DeepEnd.ACCOUNT_DEMANDED, guest=GuestValue.ACCOUNT_REQUIRED)
    return walk(**LATE, door={"reason": "account-demanded-later"}, deep=deep)


def paying(*ways: str) -> Journey:
    offers = tuple(PaymentOffer(label=way, ways=(way,)) for way in ways)
    deep = DeepCheckout(ended=DeepEnd.PAYMENT_SEEN, steps=(DeepStep(url="/kassa", page="last", payments=offers),))
    return walk(deep=deep)


def test_a_server_that_demands_an_account_after_the_form_fails_on_both_screens() -> None:
    made = recording(journeys={DESKTOP: refused(), MOBILE: refused()})

    said = [(one.value, one.outcome, one.message) for one in results("guest-checkout", made)]

    assert said == [("account-required", Outcome.FAILED, "account-late")] * 2


def test_one_screen_alone_proves_no_late_account_wall() -> None:
    made = recording(journeys={DESKTOP: refused(), MOBILE: walk()})

    assert results("guest-checkout", made)[0].message == "one-screen"


def test_ways_to_pay_are_those_behind_the_door_in_their_order() -> None:
    made = recording(LOGOS, page("checkout", "Osoite"), journeys={DESKTOP: paying("bank", "card", "mobilepay")})

    only = result("payment-methods", made)

    assert only.value == {"checkout": ["bank", "card", "mobilepay"], "logos": ["visa", "klarna"]}
    assert (only.basis, only.data["promised"]) == (Basis.CHECKOUT, ["klarna"])


def test_what_both_screens_saw_counts_once() -> None:
    journeys = {DESKTOP: paying("bank", "card"), MOBILE: paying("card", "mobilepay")}

    value: Any = result("payment-methods", recording(LOGOS, journeys=journeys)).value

    assert value["checkout"] == ["bank", "card", "mobilepay"]


def test_a_deep_checkout_that_saw_no_choice_of_payment_changes_nothing() -> None:
    deep = DeepCheckout(ended=DeepEnd.NO_WAY_ON, steps=(DeepStep(url="/kassa"),))

    only = result("payment-methods", recording(LOGOS, journeys={DESKTOP: walk(deep=deep)}))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "logos-only")
