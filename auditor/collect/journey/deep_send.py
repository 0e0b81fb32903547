"""Sends one step of checkout on, by a button that only leads on, and tells what the shop made of it."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.collect.arrival.address import same_site
from auditor.collect.guarding.guard import Phase
from auditor.collect.journey.deep_view import DeepView, in_body, look_behind, of_the_shop
from auditor.collect.journey.door_reading import signature
from auditor.collect.journey.field_groups import GroupKind
from auditor.collect.journey.rank import matches
from auditor.collect.journey.walk import Walk
from auditor.collect.page.frames import frames_of
from auditor.collect.page.seen import Control
from auditor.model import DeepEnd, Field
from auditor.vocabulary.checkout import says
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.payways import about_delivery

__all__ = ["Came", "Pressed", "WayOn", "open_choice", "pressed_key", "send_on", "way_on"]

LOOKS, LOOK_S = 14, 0.3
LEADS, SURE = 0.5, 0.75
ABOVE_PX = 60
MOST_SAID = 6
_SENTENCE = re.compile(r"[.!?\n]+")
_SAME_FORM = """([i, j]) => {
  const form = (e) => e && (e.form || (e.closest && e.closest("form"))) || null;
  const a = window.__cxSeen && window.__cxSeen[i], b = window.__cxFields && window.__cxFields[j];
  return Boolean(a && b) && form(a) === form(b);
}"""


Pressed = tuple[tuple[str, str, str], frozenset[str]]


@dataclass(frozen=True)
class WayOn:
    """The button that leads on, or why none is pressed; ``said`` is the label that was refused."""

    control: Control | None = None
    end: DeepEnd | None = None
    said: str = ""


@dataclass(frozen=True)
class Came:
    """What came of sending a step: the next view, or why there is none, in the shop's own words.

    ``saved`` says that nothing moved, but the shop took what was sent without a complaint.
    """

    view: DeepView
    end: DeepEnd | None = None
    said: str = ""
    errors: tuple[str, ...] = ()
    saved: bool = False


def pressed_key(control: Control, view: DeepView) -> Pressed:
    """Identify a button together with the fields around it: each step has a "Continue" of its own."""
    return control.same, frozenset(_signatures(tuple(f for f in view.shown if f.name not in view.delivery_groups)))


async def way_on(walk: Walk, view: DeepView, used: frozenset[Pressed] = frozenset()) -> WayOn:
    """Find the button of the step's own form that only leads on; one whose words may order or pay is never pressed.

    ``used`` are buttons that were pressed on this very form before. A dialog over the page comes before the page.
    """
    leading: list[Control] = []
    risky: list[Control] = []
    frames = await _own_frames(walk)
    for control in walk.now.visible:
        if not in_body(walk, control) or control.type in {"radio", "checkbox"} or not control.enabled:
            continue
        if control.frame not in frames or pressed_key(control, view) in used:
            continue
        if any(says("may_order", label) for label in control.labels):
            risky += [control] if control.submits or control.tag == "button" or _leads(control, walk.language) else []
        elif _leads(control, walk.language):
            leading.append(control)
    dialogs = {layer.index for layer in walk.now.layers if layer.modal}
    leading = [control for control in leading if control.layer in dialogs] or leading
    own = [control for control in leading if await _in_the_form(walk, view, control)]
    chosen = min(own or leading, key=lambda c: _distance(c, view), default=None)
    if chosen:
        return WayOn(chosen)
    if risky:
        return WayOn(end=DeepEnd.MAY_ORDER, said=risky[0].said[:80])
    return WayOn(end=DeepEnd.NO_WAY_ON)


async def _own_frames(walk: Walk) -> frozenset[int]:
    """Number the frames of the shop itself; buttons in a frame of somebody else's are never pressed."""
    frames = await frames_of(walk.tab.page)
    return frozenset(number for number, one in enumerate(frames) if number == 0 or of_the_shop(walk, one.frame.url))


def _leads(control: Control, language: str) -> bool:
    against = max(matches(control, intent, language) for intent in ("log_in", "create_account", "continue_shopping"))
    leads = max(matches(control, intent, language) for intent in ("go_on", "guest_checkout"))
    return against < LEADS and (leads >= LEADS or any(says("takes_address", label) for label in control.labels))


async def _in_the_form(walk: Walk, view: DeepView, control: Control) -> bool:
    """Tell whether a control belongs to the form of the fields that the step asks for."""
    for number, one in enumerate(view.fields):
        if one not in view.shown:
            continue
        frame, place = walk.tab.places[number]
        try:
            if await frame.evaluate(_SAME_FORM, [control.index, place]):
                return True
        except Error:
            continue
    return False


def _distance(control: Control, view: DeepView) -> float:
    """Measure how far under the last field a control lies; what lies above it comes last."""
    last = max((one.box.y for one in view.shown if one.box), default=0.0)
    below = control.box.y - last
    return below if below >= -ABOVE_PX else 10_000 - below


async def send_on(walk: Walk, view: DeepView, control: Control, known: frozenset[str]) -> Came:
    """Press the way on while the guard lets the step's form pass, and wait for what the shop answers."""
    refused, dialogs, sent = len(walk.guard.refusals), len(walk.tab.dialogs), len(walk.tab.sent)
    before, text = view, walk.now.text
    url = walk.now.address
    walk.guard.phase = Phase.SENDING
    try:
        press = await walk.press(control)
        if not press.done:
            return Came(view, DeepEnd.NO_WAY_ON, press.note)
        for _look in range(LOOKS):
            view = await look_behind(walk, known)
            complained = view.messages != before.messages or len(walk.guard.refusals) > refused
            if _moved(before, view, url, walk.now.address) or (complained and not walk.tab.inflight):
                break
            await asyncio.sleep(LOOK_S)
    finally:
        walk.guard.phase = Phase.FILLING
    await walk.tab.settle(4)
    view = await look_behind(walk, known)
    fresh = _fresh_lines(text, walk.now.text)
    errors = tuple(
        dict.fromkeys(one for one in (*walk.tab.dialogs[dialogs:], *view.messages) if one not in before.messages)
    )
    end, said = _what_came(walk, before, view, url, (*errors, *fresh))
    # A page whose sending was refused is replaced by the browser's own.
    if end in {DeepEnd.NOTHING_CHANGED, DeepEnd.LEFT_THE_SHOP} and len(walk.guard.refusals) > refused:
        end, said = DeepEnd.STOPPED_BY_GUARD, walk.guard.refusals[-1]
    elif end is DeepEnd.NOTHING_CHANGED and (errors or view.invalid):
        end, said = DeepEnd.FORM_REFUSED, errors[0] if errors else ""
    saved = end is DeepEnd.NOTHING_CHANGED and any(status < 400 for _method, _url, status in walk.tab.sent[sent:])
    return Came(view, end, said[:200], tuple(one[:200] for one in errors[:MOST_SAID]) if end else (), saved)


async def open_choice(walk: Walk, view: DeepView, used: frozenset[Pressed]) -> Control | None:
    """Press "Choose" beside delivery or payment, where the page shows their choice only then; gives what was pressed.

    Nothing is sent for it. Delivery comes first, because payment often waits for it.
    """
    for about in (about_delivery, lambda said: says("payment_choice", said)):
        for control in walk.now.visible:
            pressable = control.tag in {"button", "a"} or control.role == "button"
            if not (in_body(walk, control) and pressable and control.enabled) or pressed_key(control, view) in used:
                continue
            if matches(control, "choose_hint", walk.language) < SURE or not about(_around(control, view)):
                continue
            before = view
            if not (await walk.press(control)).done:
                continue
            for _look in range(LOOKS):
                view = await look_behind(walk, before.known)
                if len(view.deliveries) > len(before.deliveries) or (view.end and not before.end):
                    return control
                await asyncio.sleep(LOOK_S)
    return None


def _around(control: Control, view: DeepView) -> str:
    """Give what a control is about: its own technical names, and the field beside it."""
    beside = [f for f in view.fields if f.box and f.visible and abs(f.box.y - control.box.y) < control.box.height]
    return " ".join((control.tokens, control.aria, *(f"{f.name} {f.label} {f.placeholder}" for f in beside)))


def _what_came(
    walk: Walk, before: DeepView, view: DeepView, url: str, said: tuple[str, ...]
) -> tuple[DeepEnd | None, str]:
    if not (same_site(walk.now.url, walk.home) or same_site(walk.now.url, url)):
        return DeepEnd.LEFT_THE_SHOP, walk.now.title
    moved = _moved(before, view, url, walk.now.address)
    demand = next((line for line in said if _demands_account(line)), "")
    if demand and not (moved and _passable(view)):
        return DeepEnd.ACCOUNT_DEMANDED, demand
    if any(purpose_of(f) is Purpose.ONE_TIME_CODE for f in view.shown):
        return DeepEnd.CODE_ASKED, ""
    wall = view.reading.of(GroupKind.LOGIN, GroupKind.REGISTER, GroupKind.MIXED)
    if wall and wall.passwords and not before.reading.of(wall.kind) and not _passable(view):
        return DeepEnd.ACCOUNT_DEMANDED, wall.heading or wall.passwords[0].label
    return (None if moved else DeepEnd.NOTHING_CHANGED), ""


def _passable(view: DeepView) -> bool:
    """Tell whether a guest can still go on beside a login that came up."""
    return bool(view.reading.open_form or view.reading.guest or view.end or view.deliveries)


def _demands_account(text: str) -> bool:
    """Hear "an account is needed" in any wording, sentence by sentence; "you need no account" is none."""
    return any(
        says("an_account", one) and says("is_needed", one) and not says("is_not", one) for one in _SENTENCE.split(text)
    )


def _fresh_lines(before: str, after: str) -> tuple[str, ...]:
    known = set(before.split("\n"))
    return tuple(line for line in after.split("\n") if 8 < len(line) <= 240 and line not in known)


def _moved(before: DeepView, view: DeepView, url: str, now: str) -> bool:
    """Tell whether another step stands there: other fields, offers that have come, or a page of another heading."""
    if view.end and not before.end:
        return True
    if bool(view.deliveries) != bool(before.deliveries):
        return True
    asked, still = _signatures(before.shown), _signatures(view.shown)
    gone = len(asked - still)
    if asked and gone * 2 >= len(asked):
        return True
    return now != url and view.headings != before.headings


def _signatures(fields: tuple[Field, ...]) -> set[str]:
    return {signature(one) for one in fields}
