"""Goes on behind the door as a made-up customer, step by step, until ways to pay or an order button are seen.

It only runs where it was asked for. It never orders and never opens an account: a step's form is sent only while no
choice of payment, no payment input and no order button stands in the view, by a button whose words only lead on; the
guard judges each request besides (CONTRACTS 7 c).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.async_api import Error

from auditor.collect.arrival.address import same_site
from auditor.collect.arrival.visitor import COUNTRIES
from auditor.collect.guarding.guard import Phase
from auditor.collect.journey.deep_fill import TYPED, Typing, fill_in, untick
from auditor.collect.journey.deep_send import Came, Pressed, open_choice, pressed_key, send_on, way_on
from auditor.collect.journey.deep_view import DeepView, look_behind, of_the_shop, plain
from auditor.collect.journey.walk import OutOfTimeError, Walk
from auditor.model import (
    Basis,
    Confidence,
    DeepCheckout,
    DeepEnd,
    DeepStep,
    Door,
    DoorKind,
    Evidence,
    Field,
    GuestValue,
)
from auditor.vocabulary.checkout import customer_of
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["deep_checkout", "settled"]

STEPS, SECONDS = 6, 90.0
# What a person takes at the least before a form is sent.
LEAST_S = 5.0
PASSABLE = {DoorKind.GUEST_FORM, DoorKind.GUEST_BY_OPT_OUT, DoorKind.CHOOSER_WITH_GUEST, DoorKind.EMAIL_FIRST}
# A page that could not save an address as it was typed may take its own offers away.
LASTING = ("payments", "deliveries", "costs", "subtotal", "delivery_cost", "total", "order_button", "terms")
_ZONE = "() => Intl.DateTimeFormat().resolvedOptions().timeZone"
_CART = ("cart", "basket", "kori", "korg", "kurv", "korv")


@dataclass
class _Deep:
    """What a deep checkout has reached so far."""

    walk: Walk
    typing: Typing
    steps: list[DeepStep] = field(default_factory=list)
    sent: int = 0
    passed: bool = False
    used: set[Pressed] = field(default_factory=set)
    said: str = ""


async def deep_checkout(walk: Walk, door: Door, known: frozenset[str]) -> DeepCheckout | None:
    """Fill in and send the steps behind a door that guests pass or may pass; None where none may try.

    ``known`` are fields that stood on the pages before checkout. The walk's own counts stay as they were.
    """
    if door.guest is GuestValue.ACCOUNT_REQUIRED or door.kind not in PASSABLE:
        return None
    start, deadline, guard = time.monotonic(), walk.deadline, walk.guard
    presses, interruptions, refusals = walk.presses, len(walk.interruptions), len(guard.refusals)
    deep = _Deep(walk, Typing(customer_of(await _country(walk)), known))
    walk.deadline, guard.phase = start + SECONDS, Phase.FILLING
    guard.own = _own(walk)
    try:
        end = await _all_steps(deep)
    except OutOfTimeError:
        end = DeepEnd.OUT_OF_TIME
    except Error as error:
        end, deep.said = DeepEnd.ERROR, str(error).splitlines()[0][:200]
    finally:
        walk.freeze()
        spent = time.monotonic() - start
        walk.deadline = deadline + spent
        walk.presses = presses
        del walk.interruptions[interruptions:]
        held = tuple(dict.fromkeys(guard.refusals[refusals:]))[:20]
        del guard.refusals[refusals:]
    refused = end is DeepEnd.ACCOUNT_DEMANDED
    return DeepCheckout(
        ended=end,
        said=deep.said,
        guest=GuestValue.ACCOUNT_REQUIRED if refused else GuestValue.GUEST if deep.passed else GuestValue.UNKNOWN,
        country=deep.typing.customer.country,
        steps=tuple(deep.steps),
        sent=deep.sent,
        paused_seconds=round(deep.typing.paused, 1),
        seconds=round(spent, 1),
        refusals=held,
    )


async def _all_steps(deep: _Deep) -> DeepEnd:
    for _number in range(STEPS):
        came = await _one_step(deep)
        if isinstance(came, DeepEnd):
            return came
        deep.passed = True
    return DeepEnd.TOO_MANY_STEPS


async def _one_step(deep: _Deep) -> Came | DeepEnd:
    """Fill in the view and send it on where that is allowed; gives what came, or why the way ends here."""
    walk, typing = deep.walk, deep.typing
    shown = time.monotonic()
    view = await look_behind(walk, typing.known)
    boxes = [
        f for f in view.shown if f.type == "checkbox" and f.checked and not any(one.is_of(f) for one in walk.touched)
    ]
    preticked = [plain(box.label)[:160] for box in boxes]
    typing.filled = []
    first, view = view, await untick(walk, typing, view)
    view = await fill_in(walk, typing, view)
    if not (first.end or view.end):
        await typing.pause(LEAST_S - (time.monotonic() - shown))
    view = await look_behind(walk, typing.known)
    deep.steps.append(await _written(walk, first, view, typing.filled, preticked))
    ends = {first.end, view.end} - {None}
    if ends:
        return DeepEnd.PAYMENT_SEEN if DeepEnd.PAYMENT_SEEN in ends else DeepEnd.ORDER_BUTTON_SEEN
    if end := _unfit(walk, view):
        return end
    # Writing it down took a while: what is pressed is chosen by a fresh look.
    view = await look_behind(walk, typing.known)
    if view.end:
        return view.end
    way = await way_on(walk, view, frozenset() if typing.filled else frozenset(deep.used))
    if way.control is None:
        if await _open(deep, view):
            return Came(view)
        deep.said = way.said
        return way.end or DeepEnd.NO_WAY_ON
    came = await send_on(walk, view, way.control, typing.known)
    deep.sent += came.end is not DeepEnd.STOPPED_BY_GUARD
    deep.used.add(pressed_key(way.control, view))
    deep.steps[-1] = deep.steps[-1].model_copy(update={"pressed": way.control.said[:80], "errors": came.errors})
    walk.note("deep", "go-on", (), way.control, worked=came.end is None, why=f"{came.end or ''} {came.said}".strip())
    if came.end is None or (came.saved and await _open(deep, came.view)):
        return Came(came.view)
    deep.said = came.said
    return came.end or DeepEnd.NOTHING_CHANGED


async def _open(deep: _Deep, view: DeepView) -> bool:
    """Show a choice that waits behind a button of its own."""
    pressed = await open_choice(deep.walk, view, frozenset(deep.used))
    if pressed is None:
        return False
    deep.used.add(pressed_key(pressed, view))
    deep.walk.note("deep", "choose", (), pressed, worked=True)
    return True


def _touched(walk: Walk, box: Field) -> bool:
    return any(one.is_of(box) for one in walk.touched)


async def _written(walk: Walk, first: DeepView, view: DeepView, filled: list[str], preticked: list[str]) -> DeepStep:
    """Write a step down as it stands now; what went away while it was filled in is taken from the first look."""
    step = view.step(walk.tab.page.url, filled, preticked)
    before = first.step(step.url, (), ())
    gone = {name: getattr(before, name) for name in LASTING if not getattr(step, name) and getattr(before, name)}
    asked = tuple(dict.fromkeys((*before.asked, *step.asked)))
    step = step.model_copy(update={**gone, "asked": asked})
    page = await walk.recorder.behind(walk.tab) if walk.recorder.behind else None
    return step.model_copy(update={"page": page, "screenshot": await walk.recorder.shot(walk.tab)})


def _unfit(walk: Walk, view: DeepView) -> DeepEnd | None:
    """Say why a form may not be sent though nothing is paid in it: it is not the shop's own, or opens an account."""
    if any(f.type in TYPED and not of_the_shop(walk, f.frame) for f in view.shown):
        return DeepEnd.FOREIGN_FRAME
    if _terms(view):
        return DeepEnd.TERMS_DEMANDED
    if any(f.type == "checkbox" and f.checked and purpose_of(f) is Purpose.CREATE_ACCOUNT for f in view.fields):
        return DeepEnd.ACCOUNT_IN_FORM
    demanded = [f for f in view.shown if purpose_of(f) in {Purpose.PASSWORD, Purpose.PASSWORD_AGAIN} and f.required]
    return DeepEnd.ACCOUNT_IN_FORM if demanded and not view.reading.open_form else None


def _terms(view: DeepView) -> bool:
    return any(
        f.type == "checkbox" and f.required and not f.checked and purpose_of(f) is Purpose.TERMS for f in view.shown
    )


async def _country(walk: Walk) -> str | None:
    """Tell the shop's country by the visitor's time zone, which was chosen after it."""
    zone = await walk.tab.page.evaluate(_ZONE)
    return next((code for code, (_locale, known) in COUNTRIES.items() if known == zone), None)


def _own(walk: Walk) -> Callable[[str], bool]:
    """Give the test for the shop's own hosts: its site, the site of its checkout, and hosts that took the cart."""
    door = walk.tab.page.url
    took = [
        url for _method, url, status in walk.tab.sent if status < 400 and any(word in url.lower() for word in _CART)
    ]

    def own(url: str) -> bool:
        return any(same_site(url, known) for known in (walk.home, door, *took))

    return own


def settled(door: Door, deep: DeepCheckout) -> Door:
    """Write down what sending a form settled: the next step lets a guest high, a demand for an account bars him."""
    last = deep.steps[-1] if deep.steps else None
    if deep.guest is GuestValue.UNKNOWN or last is None:
        return door
    proof = Evidence(page=last.page or "", excerpt=deep.said or last.pressed, screenshot=last.screenshot)
    passes = deep.guest is GuestValue.GUEST
    if passes and door.guest is GuestValue.GUEST and door.confidence is Confidence.HIGH:
        return door
    return door.model_copy(
        update={
            "guest": deep.guest,
            "confidence": Confidence.HIGH,
            "basis": Basis.CHECKOUT,
            "reason": "next-step-opened" if passes else "account-demanded-later",
            "evidence": (*door.evidence, proof),
        }
    )
