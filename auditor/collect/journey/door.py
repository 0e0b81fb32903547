"""The door of checkout: whether a guest may pass it, and how sure that is; then nothing is sent any more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from auditor.collect.guarding.guard import Phase
from auditor.collect.journey.door_reading import read_here
from auditor.collect.journey.doorstep import Doorstep
from auditor.collect.journey.express import is_express
from auditor.collect.journey.field_groups import GroupKind
from auditor.collect.journey.guest_ways import by_guest_control, by_newcomer, opt_out
from auditor.collect.journey.untold import by_untold_control
from auditor.collect.journey.walk import Walk
from auditor.model import Door, DoorKind, Field, GuestValue
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import ADDRESS, Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["read_the_door"]


@dataclass(frozen=True)
class _GuestRadios:
    """Radio buttons that mean "as a guest": one that is chosen already, one that could be chosen."""

    chosen: Field | None
    other: Field | None


async def read_the_door(walk: Walk, known: frozenset[str] = frozenset()) -> Door:
    """Find out whether a guest may pass: by the open form, a guest choice, an account that can be declined.

    One choice at most is made; fields in ``known`` stood there before checkout. Nothing is sent afterwards.
    """
    walk.guard.phase = Phase.CHOOSING
    url, visit = walk.tab.page.url, walk.steps[-1].page
    reading, fields = await read_here(walk, known)
    door = await _decide(Doorstep(walk, reading, fields, url, visit))
    walk.freeze()
    return door


async def _decide(at: Doorstep) -> Door:
    """Ask one question after the other; the first that has an answer decides."""
    radios = _guest_radios(at)
    return (
        await _open_form(at, radios)
        or await _guest_preselected(at, radios)
        or await _guest_choice(at)
        or await _email_first(at)
        or await by_newcomer(at)
        or await _ticked_above_the_password(at)
        or await by_untold_control(at)
        or _password_demanded(at)
        or _login_demanded(at)
        or _express_only(at)
        or at.untold(DoorKind.UNREADABLE, "no-form-read", at.walk.now.title)
    )


def _guest_radios(at: Doorstep) -> _GuestRadios:
    radios = [f for f in at.fields if f.type == "radio" and f.visible and _means_guest(at.walk, f.label)]
    return _GuestRadios(
        chosen=next((f for f in radios if f.checked), None),
        other=next((f for f in radios if not f.checked and f.enabled), None),
    )


def _means_guest(walk: Walk, label: str) -> bool:
    match = load_vocabulary().match("guest_checkout", label, walk.language)
    return bool(match and match.strength >= 0.4) or (len(label) < 120 and bool(wording("guest_stem").search(label)))


async def _open_form(at: Doorstep, radios: _GuestRadios) -> Door | None:
    """See whether an address form stands open; where a password stands in it, a guest choice may lift that."""
    form = at.reading.open_form
    if form is None:
        return None
    if radios.other and (form.passwords or _asks_password(at, radios.other.form)):
        chooser = await by_guest_control(at, open_before=True)
        if chooser:
            return chooser
    if at.reading.account and at.reading.account[1].checked:
        return await opt_out(at)
    told = bool(form.passwords or at.reading.account or radios.chosen)
    asked = ", ".join(sorted(purpose.value for purpose in form.purposes))[:120]
    said = f"form with {asked}; no password is demanded"
    return await at.guest_passes(DoorKind.GUEST_FORM, "form-open", said, form.fields[0][1].selector, sure=told)


def _asks_password(at: Doorstep, form: int) -> bool:
    return any(f.type == "password" and f.visible and f.enabled and f.form == form for f in at.fields)


async def _guest_preselected(at: Doorstep, radios: _GuestRadios) -> Door | None:
    """Take the guest's choice that stands chosen: above an e-mail field, or as the open tab of a part of an address."""
    kind, reason = DoorKind.CHOOSER_WITH_GUEST, "guest-preselected"
    guest = radios.chosen
    if guest and at.reading.of(GroupKind.EMAIL):
        return await at.guest_passes(kind, reason, guest.label, guest.selector, label=guest.label)
    tabs = (one.control for one in at.reading.guest if one.control.role == "tab")
    tab = next((one for one in tabs if one.checked), None)
    asked = {purpose_of(f) for f in at.fields if f.visible and f.enabled and f.area == "main"}
    if tab is None or not asked & ADDRESS or Purpose.PASSWORD in asked:
        return None
    return await at.guest_passes(kind, reason, tab.said, tab.selector, sure=False, label=tab.said)


async def _guest_choice(at: Doorstep) -> Door | None:
    """Take the guest choice, or untick the account that the form would open."""
    mixed = at.reading.of(GroupKind.MIXED) is not None
    chooser = await by_guest_control(at, open_before=mixed)
    if chooser or not mixed:
        return chooser
    return await opt_out(at) if at.reading.account and at.reading.account[1].checked else None


async def _email_first(at: Doorstep) -> Door | None:
    """See whether the door asks for an e-mail address only; beside a login the way of a newcomer is surer."""
    email = at.reading.of(GroupKind.EMAIL)
    if email is None or at.reading.demanded:
        return None
    kind, reason = DoorKind.EMAIL_FIRST, "email-first"
    if at.reading.of(GroupKind.LOGIN, GroupKind.REGISTER, GroupKind.MIXED):
        newcomer = await by_newcomer(at)
        if newcomer and newcomer.guest is not GuestValue.ACCOUNT_REQUIRED:
            return newcomer
        kind, reason = DoorKind.CHOOSER_WITH_GUEST, "email-beside-login"
    if at.reading.code:  # what the code opens, a form for guests or an account, is not told before
        return at.untold(kind, "code-by-mail", at.reading.code, email.fields[0][1].selector)
    return await at.guest_passes(kind, reason, email.heading or "e-mail", email.fields[0][1].selector, sure=False)


async def _ticked_above_the_password(at: Doorstep) -> Door | None:
    """Untick what stands ticked right above a password in the form of the address, whatever its words say."""
    mixed = at.reading.of(GroupKind.MIXED)
    if mixed is None or not mixed.passwords:
        return None
    before = [(n, f) for n, f in mixed.fields if n < min(n for n, f in mixed.fields if f in mixed.passwords)]
    box = next(((n, f) for n, f in reversed(before) if f.type == "checkbox"), None)
    if box is None or not (box[1].checked and box[1].visible and box[1].enabled):
        return None
    door = await opt_out(replace(at, reading=replace(at.reading, account=box)))
    return door if door.guest is GuestValue.GUEST else None


def _password_demanded(at: Doorstep) -> Door | None:
    wall = at.reading.of(GroupKind.MIXED, GroupKind.REGISTER, GroupKind.LOGIN)
    if wall is None:
        return None
    offered = next((one.control for one in at.reading.guest if one.control.enabled), None)
    if offered:  # it says "as a guest", and what was found behind it does not prove the contrary
        kind, reason = DoorKind.UNREADABLE, "guest-choice-led-to-no-form"
        return at.untold(kind, reason, offered.said, offered.selector, label=offered.said)
    if not wall.passwords:
        return at.account_demanded("login-demanded", at.reading.demanded or wall.heading or "a login is demanded")
    asked = wall.passwords[0]
    said = asked.label or wall.heading or "a password is demanded"
    return at.account_demanded("password-demanded", said, asked.selector)


def _login_demanded(at: Doorstep) -> Door | None:
    """See whether a sentence in place of any form says that only those who are signed in may order."""
    return at.account_demanded("login-demanded", at.reading.demanded) if at.reading.demanded else None


def _express_only(at: Doorstep) -> Door | None:
    express = [c for c in at.walk.now.visible if any(map(is_express, c.labels))]
    if not express:
        return None
    return at.untold(DoorKind.EXPRESS_ONLY, "express-only", express[0].said, express[0].selector)
