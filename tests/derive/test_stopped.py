"""Where a walk ended before the checkout: what was tried, and what its page reported, told from the recording."""

from dataclasses import replace

from auditor.model import Act, JourneyOutcome, JourneyStep, Recording, Stopped, Tried
from tests.checks.recorded import DESKTOP, SHOP, audit, page, recording, walk

HOME, PRODUCT = page("home", id="home", errors=("old is null",)), f"{SHOP}/product"
STEPS = (JourneyStep(kind="home", url=SHOP, page="home"), JourneyStep(kind="product", url=PRODUCT, page="product"))


def act(leg: str = "add", url: str = PRODUCT, *, label: str = "Lisää koriin", worked: bool = False) -> Act:
    return Act(viewport=DESKTOP, leg=leg, intent=leg, url=url, act="press", label=label, worked=worked)


def made(*acts: Act, **ending: tuple[str, ...]) -> Recording:
    product = page("product", id="product", errors=("old is null", "x is null"), failed_requests=(f"404 {SHOP}/a.css",))
    journey = walk(kind=None, outcome=JourneyOutcome.ADD_TO_CART_FAILED, steps=STEPS, **ending)
    return replace(recording(HOME, product, journeys={DESKTOP: journey}), acts=acts)


def end_of(seen: Recording) -> Stopped:
    return audit(seen, "js-errors").stopped[DESKTOP]


def test_presses_in_vain_are_counted_by_what_was_pressed() -> None:
    seen = made(act(), act(), act(url=f"{PRODUCT}-2?from=home"), act(label="Osta nyt"))

    assert end_of(seen).tried == (
        Tried(label="Lisää koriin", times=3, pages=2),
        Tried(label="Osta nyt", times=1, pages=1),
    )


def test_presses_of_other_legs_and_those_that_worked_are_left_out() -> None:
    assert end_of(made(act("find"), act("checkout"), act(worked=True))).tried == ()


def test_the_last_page_tells_what_went_wrong_there_until_the_walk_ended() -> None:
    end = end_of(
        made(end_errors=("addToCart is not a function",), end_failed=(f"500 {SHOP}/cart/add", "net::ERR_FAILED /x.js"))
    )

    assert end.page == "product"
    assert end.errors == ("x is null", "addToCart is not a function")
    assert end.failed_requests == (f"404 {SHOP}/a.css", f"500 {SHOP}/cart/add")


def test_a_walk_to_the_checkout_did_not_stop() -> None:
    assert audit(recording(HOME, journeys={DESKTOP: walk(steps=STEPS)}), "js-errors").stopped == {}


def test_a_walk_without_a_step_has_no_last_page() -> None:
    seen = recording(HOME, journeys={DESKTOP: walk(kind=None, outcome=JourneyOutcome.ROBOT_WALL)})

    assert audit(seen, "js-errors").stopped == {}
