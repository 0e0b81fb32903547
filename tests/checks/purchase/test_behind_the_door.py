"""What the checks of the purchase say where a deep checkout walked on behind the door."""

from __future__ import annotations

import pytest

from auditor.model import CheckResult, Clicks, DeepCheckout, DeepEnd, DeepStep, Outcome, PaymentOffer
from tests.checks.recorded import DESKTOP, Page, page, recording, result, walk

CHOICE = """<main><form><label><input type='radio' name='payment'>Verkkopankki</label>
<label><input type='radio' name='payment' checked>Kortti</label><button>Tee tilaus</button></form></main>"""
DOOR = "<main><form><input name='email'><button>Jatka</button></form></main>"


def judged(
    name: str, *steps: DeepStep, ended: DeepEnd = DeepEnd.PAYMENT_SEEN, last: str = CHOICE, **more: object
) -> CheckResult:
    door, end = page("checkout", DOOR, id="door"), page("checkout", last, id="end", part="deep")
    deep = DeepCheckout(ended=ended, steps=steps)
    pages: tuple[Page, ...] = (page("home"), page("cart", "<p>Yhteensä 18,90 €</p>"), door, end)
    return result(name, recording(*pages, journeys={DESKTOP: walk(deep=deep, **more)}))


def step(url: str = "/kassa", **more: object) -> DeepStep:
    return DeepStep.model_validate({"url": url, **more})


def test_the_steps_are_those_that_were_walked() -> None:
    only = judged("checkout-steps", step(page="door"), step(), step(page="end"))

    assert (only.message, only.value, only.score) == ("walked", 4, 90)


def test_a_cart_that_opened_with_the_door_is_one_step_with_it() -> None:
    together = judged("checkout-steps", step(page="door"), step(page="end"), clicks=Clicks(cart=3, door=3))

    assert together.value == judged("checkout-steps", step(page="door"), step(page="end")).value - 1


@pytest.mark.parametrize("ended", [DeepEnd.FORM_REFUSED, DeepEnd.TERMS_DEMANDED, DeepEnd.MAY_ORDER])
def test_a_way_that_ended_early_does_not_count_the_steps(ended: DeepEnd) -> None:
    only = judged("checkout-steps", step(page="door"), ended=ended, last=DOOR)

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "not-read")


def test_the_order_button_of_the_last_step_is_judged() -> None:
    assert judged("order-button-wording", step(page="end")).value == "Tee tilaus"


def test_what_the_robot_chose_itself_was_not_chosen_beforehand() -> None:
    offers = (PaymentOffer(label="Verkkopankki"), PaymentOffer(label="Kortti"))
    chosen = (PaymentOffer(label="Verkkopankki"), PaymentOffer(label="Kortti", chosen=True))

    assert judged("payment-order-no-credit", step(page="end", payments=offers)).outcome is Outcome.PASSED
    assert judged("payment-order-no-credit", step(page="end", payments=chosen)).message == "preselected"


def test_the_total_comes_where_it_was_first_seen() -> None:
    late = judged("total-before-data", step(filled=("email", "street")), step(total="23,80 €", delivery_cost="4,90 €"))
    sooner = judged("total-before-data", step(filled=("email",)), step(total="23,80 €", delivery_cost="4,90 €"))

    assert (late.message, late.score) == ("address", 40)
    assert (sooner.message, sooner.score) == ("email", 60)


def test_boxes_that_the_robot_ticked_are_not_the_shops() -> None:
    ticked = "<form><label><input type='checkbox' name='t' checked>Hyväksyn toimitusehdot</label></form>"

    assert judged("no-pre-ticked-extras", step(page="end"), last=ticked).message == "none-to-the-end"


def test_boxes_that_a_later_step_had_ticked_are_found() -> None:
    only = judged("no-pre-ticked-extras", step(page="end", preticked=("Kuljetusvakuutus 2,90 €",)))

    assert (only.message, only.score) == ("paid", 0)
