"""The ways past the door as a guest: unticking an account, a guest choice, the way of a newcomer, a control nobody knows."""

from __future__ import annotations

import asyncio
import re

from playwright.async_api import Error

from auditor.collect.journey.door_reading import DoorReading, GroupKind, is_strong, read_here
from auditor.collect.journey.rank import matches, rank
from auditor.collect.journey.walk import Walk
from auditor.collect.seen import Control
from auditor.model import (
    Confidence,
    Door,
    DoorKind,
    Evidence,
    Field,
    GuestValue,
    PageKind,
)
from auditor.vocabulary import load_vocabulary

__all__ = ["by_guest_control", "by_newcomer", "by_untold_control", "evidence_here", "guest_step", "opt_out"]

_TOLD = (
    "log_in",
    "create_account",
    "account",
    "continue_shopping",
    "home",
    "contact",
    "returns",
    "terms",
    "privacy",
    "delivery",
    "cart",
    "search",
    "menu_open",
    "newsletter",
    "shop_category",
    "wishlist",
    "remove_line",
    "empty_all",
    "accept_cookies",
    "reject_cookies",
    "cookie_settings",
    "faq_help",
    "customer_service",
    "chat",
    "imprint_company",
    "back_in_stock",
    "place_order",
    "order_obligation",
    "skip_link",
    "withdrawal_right",
    "payment_methods",
    "gift_card",
)
_ELSEWHERE = re.compile(
    r"forgot|unohd|glömt|vergessen|glemt|unustasid|salasana|password|lösenord|passwort|passord|adgangskode|parool|google|facebook|apple|bankid|"
    r"tunnistau|show|näytä|visa l|^\W*$|language|kieli|suomi|svenska|english|logo",
    re.I,
)
UNTOLD_TRIED = 4


def evidence_here(walk: Walk, visit: str | None, excerpt: str, selector: str = "") -> tuple[Evidence, ...]:
    last = walk.steps[-1]
    return (
        Evidence(
            page=visit or "",
            step=len(walk.steps) - 1,
            selector=selector,
            excerpt=excerpt[:200],
            screenshot=last.screenshot,
        ),
    )


async def guest_step(walk: Walk, clicks: int, control: Control | None = None) -> str | None:
    await walk.step("guest_form", control=control, clicks=clicks, page=PageKind.CHECKOUT)
    return walk.steps[-1].page


async def opt_out(walk: Walk, reading: DoorReading, url: str, visit: str | None) -> Door:
    """Untick "create an account" and see whether the form then asks for no password."""
    number, box = reading.account or (0, Field(tag="input", type="checkbox"))
    await walk.fields()
    pressed = await walk.tab.choose(number)
    walk.presses += 1
    await walk.look()
    after, _fields = await read_here(walk)
    free = bool(after.open_form) and not (after.account and after.account[1].checked)
    walk.note(
        "door", "opt-out", (), None, worked=pressed and free, act="choose", counted=1, why=f"unticked: {box.label[:80]}"
    )
    if not free:
        return Door(
            kind=DoorKind.ACCOUNT_ONLY,
            url=url,
            guest=GuestValue.UNKNOWN,
            visit=visit,
            reason="opt-out-failed",
            account_preselected=True,
            evidence=evidence_here(walk, visit, box.label, box.selector),
        )
    guest_visit = await guest_step(walk, 1)
    return Door(
        kind=DoorKind.GUEST_BY_OPT_OUT,
        url=url,
        guest=GuestValue.GUEST,
        confidence=Confidence.HIGH,
        visit=visit,
        guest_visit=guest_visit,
        reason="account-can-be-unticked",
        account_preselected=True,
        guest_label=box.label[:80],
        evidence=evidence_here(walk, visit, box.label, box.selector),
    )


async def _passes(walk: Walk) -> DoorReading | None:
    """Look whether a form without a password now stands open."""
    for _try in range(6):
        await walk.look()
        reading, _fields = await read_here(walk)
        form = reading.open_form or reading.of(GroupKind.EMAIL)
        if form and not reading.of(GroupKind.MIXED):
            return reading
        await asyncio.sleep(0.2)
    return None


async def by_guest_control(
    walk: Walk, reading: DoorReading, url: str, visit: str | None, *, open_before: bool
) -> Door | None:
    """Press the guest choice, and its way on where it has one; it sends no personal data."""
    for one in [r for r in reading.guest if r.control.enabled][:3]:
        control = walk.again(one.control) or one.control
        weaker = control.box.width * control.box.height < 0.5 * max(
            (c.box.width * c.box.height for c in walk.now.visible if matches(c, "log_in", walk.language) >= 0.9),
            default=0,
        )
        already = control.checked and control.type == "radio"
        before = walk.now
        clicks = 0
        if not already:
            press = await walk.press(control)
            if not press.done:
                continue
            clicks = 1
        after = await _passes(walk) if not already or open_before else None
        if after is None:
            await walk.look()
            go_on = next(
                (
                    r
                    for r in rank("go_on", walk.now.visible, walk.language)
                    if r.control.enabled
                    and r.control.same != control.same
                    and abs(r.control.box.y - control.box.y) < 900
                ),
                None,
            )
            if go_on and (control.type in {"radio", "checkbox"} or control.role in {"radio", "checkbox"} or already):
                press = await walk.press(go_on.control)
                if press.done:
                    clicks += 1
                    after = await _passes(walk)
        walk.note(
            "door",
            "guest",
            reading.guest,
            control,
            worked=after is not None,
            counted=clicks,
            why="" if after else "no form without a password came",
        )
        if after is None:
            if walk.now.url.split("#")[0] != before.url.split("#")[0]:
                return Door(
                    kind=DoorKind.CHOOSER_WITH_GUEST,
                    url=url,
                    guest=GuestValue.UNKNOWN,
                    visit=visit,
                    reason="guest-choice-led-to-no-form",
                    guest_label=control.said[:80],
                    evidence=evidence_here(walk, visit, control.said, control.selector),
                )
            continue
        guest_visit = await guest_step(walk, clicks, control)
        kind = (
            DoorKind.GUEST_BY_OPT_OUT
            if open_before and control.type in {"checkbox", "radio"}
            else DoorKind.CHOOSER_WITH_GUEST
        )
        return Door(
            kind=kind,
            url=url,
            guest=GuestValue.GUEST,
            confidence=Confidence.HIGH,
            visit=visit,
            guest_visit=guest_visit,
            guest_weaker=weaker,
            guest_label=control.said[:80],
            reason="guest-choice",
            evidence=evidence_here(walk, visit, control.said, control.selector),
        )
    return None


async def by_untold_control(walk: Walk, url: str, visit: str | None) -> Door | None:
    """Try what stands at the door and says nothing that is known, before an account is said to be demanded.

    Only controls that send no filled form are tried: links, tabs, radios and buttons beside the login and register forms.
    """
    await walk.look()
    forms = {f.form for f in await walk.fields() if f.type == "password"}
    tried = 0
    for control in _untold(walk):
        if tried >= UNTOLD_TRIED:
            return None
        again = walk.again(control)
        if again is None or (again.submits and (again.form_asks or not forms)):
            continue
        tried += 1
        before = walk.now
        press = await walk.press(again)
        if not press.done:
            continue
        after = await _passes(walk)
        walk.note(
            "door",
            "untold",
            (),
            again,
            worked=after is not None,
            counted=1,
            why="" if after else "no form without a password came",
        )
        if (
            after is not None
            and is_strong(after)
            and not load_vocabulary().mentions(
                "newsletter", " ".join(f.heading for g in after.groups for _n, f in g.fields)
            )
        ):
            guest_visit = await guest_step(walk, 1, again)
            return Door(
                kind=DoorKind.CHOOSER_WITH_GUEST,
                url=url,
                guest=GuestValue.GUEST,
                confidence=Confidence.HIGH,
                visit=visit,
                guest_visit=guest_visit,
                guest_label=again.said[:80],
                reason="untold-way",
                evidence=evidence_here(walk, visit, again.said, again.selector),
            )
        if walk.now.url.split("#")[0] != before.url.split("#")[0]:
            try:
                await walk.tab.page.go_back(wait_until="commit", timeout=8000)
            except Error:
                return None
            await walk.tab.settle()
            await walk.look()
    return None


def _untold(walk: Walk) -> list[Control]:
    """List the controls at the door whose words are not known, nearest to the forms first."""
    found = []
    for control in walk.now.visible:
        if (
            control.area in {"header", "nav", "footer"}
            or not control.enabled
            or control.card >= 0
            or control.tag == "select"
        ):
            continue
        if control.tag == "input" and control.type not in {"radio", "button", "submit"}:
            continue
        if (
            not re.search(r"\w{3}", control.said)
            or len(control.said) > 70
            or any(_ELSEWHERE.search(text) for text in control.labels)
        ):
            continue
        if (control.said, control.href) in walk.everywhere or any(
            matches(control, intent, walk.language) >= 0.55 for intent in _TOLD
        ):
            continue
        found.append(control)
    found.sort(
        key=lambda c: (
            c.tag == "a" and bool(c.href) and not re.search(r"check-?out|kass|order|tilau", c.href, re.I),
            c.box.y,
        )
    )
    return found


async def by_newcomer(walk: Walk, reading: DoorReading, url: str, visit: str | None) -> Door | None:
    """Try the way of somebody new; where it opens a form without a password, guests may pass."""
    for one in [r for r in reading.newcomer if r.control.enabled and r.control.card < 0][:1]:
        before = walk.now
        press = await walk.press(one.control)
        if not press.done:
            return None
        after = await _passes(walk)
        walk.note("door", "newcomer", reading.newcomer, one.control, worked=after is not None, counted=1)
        if after is not None:
            guest_visit = await guest_step(walk, 1, one.control)
            return Door(
                kind=DoorKind.CHOOSER_WITH_GUEST,
                url=url,
                guest=GuestValue.GUEST,
                confidence=Confidence.HIGH,
                visit=visit,
                guest_visit=guest_visit,
                guest_label=one.control.said[:80],
                reason="newcomer-way",
                evidence=evidence_here(walk, visit, one.control.said, one.control.selector),
            )
        if walk.now.url != before.url:
            wall, _fields = await read_here(walk)
            if wall.of(GroupKind.REGISTER, GroupKind.MIXED):
                return Door(
                    kind=DoorKind.ACCOUNT_ONLY,
                    url=url,
                    guest=GuestValue.ACCOUNT_REQUIRED,
                    confidence=Confidence.HIGH,
                    visit=visit,
                    reason="newcomers-must-register",
                    evidence=evidence_here(walk, visit, one.control.said, one.control.selector),
                )
    return None
