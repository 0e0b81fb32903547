"""The door of checkout: whether a guest may pass it, and how sure that is; then nothing is sent any more."""

from __future__ import annotations

import re

from auditor.collect.guard import Phase
from auditor.collect.journey.checkout import EXPRESS
from auditor.collect.journey.door_reading import DoorReading, GroupKind, read_here
from auditor.collect.journey.guest_ways import (
    by_guest_control,
    by_newcomer,
    by_untold_control,
    evidence_here,
    guest_step,
    opt_out,
)
from auditor.collect.journey.walk import Walk
from auditor.model import (
    Basis,
    Confidence,
    Door,
    DoorKind,
    Field,
    GuestValue,
)
from auditor.vocabulary import load_vocabulary

__all__ = ["read_the_door"]

_GUEST_STEM = re.compile(r"\b(?:guest|gäst|gast|gjest|gæst|vieraa?n|kertaosta|külali)\w*", re.I)


async def read_the_door(walk: Walk, known: frozenset[str] = frozenset()) -> Door:
    """Find out whether a guest may pass: the open form, a guest choice, an account that can be declined; one choice at most."""
    walk.guard.phase = Phase.CHOOSING
    url = walk.tab.page.url
    visit = walk.steps[-1].page
    reading, fields = await read_here(walk, known)
    door = await _decide(walk, reading, fields, url, visit)
    walk.freeze()
    return door


async def _decide(walk: Walk, reading: DoorReading, fields: tuple[Field, ...], url: str, visit: str | None) -> Door:
    form = reading.open_form
    other_guest = next(
        (
            f
            for f in fields
            if f.type == "radio" and not f.checked and f.visible and f.enabled and _means_guest(walk, f.label)
        ),
        None,
    )
    chosen_guest = next(
        (f for f in fields if f.type == "radio" and f.checked and f.visible and _means_guest(walk, f.label)), None
    )
    secret = other_guest and any(
        f.type == "password" and f.visible and f.enabled and f.form == other_guest.form for f in fields
    )
    if form and other_guest and (secret or form.passwords):
        chooser = await by_guest_control(walk, reading, url, visit, open_before=True)
        if chooser:
            return chooser
    if form:
        if reading.account and reading.account[1].checked:
            return await opt_out(walk, reading, url, visit)
        optional = form.passwords or reading.account
        said = f"form with {', '.join(sorted(p.value for p in form.purposes))[:120]}; no password is demanded"
        await guest_step(walk, 0)
        return Door(
            kind=DoorKind.GUEST_FORM,
            url=url,
            guest=GuestValue.GUEST,
            visit=visit,
            guest_visit=walk.steps[-1].page,
            confidence=Confidence.HIGH if optional or chosen_guest else Confidence.MEDIUM,
            basis=Basis.CHECKOUT if optional or chosen_guest else Basis.INFERRED,
            evidence=evidence_here(walk, visit, said, form.fields[0][1].selector),
            reason="form-open",
        )
    email = reading.of(GroupKind.EMAIL)
    if chosen_guest and email:
        await guest_step(walk, 0)
        return Door(
            kind=DoorKind.CHOOSER_WITH_GUEST,
            url=url,
            guest=GuestValue.GUEST,
            confidence=Confidence.HIGH,
            visit=visit,
            guest_visit=walk.steps[-1].page,
            guest_label=chosen_guest.label[:80],
            reason="guest-preselected",
            evidence=evidence_here(walk, visit, chosen_guest.label, chosen_guest.selector),
        )
    mixed = reading.of(GroupKind.MIXED)
    chooser = await by_guest_control(walk, reading, url, visit, open_before=mixed is not None)
    if chooser:
        return chooser
    if mixed and reading.account and reading.account[1].checked:
        return await opt_out(walk, reading, url, visit)
    if email and not reading.of(GroupKind.LOGIN, GroupKind.REGISTER, GroupKind.MIXED):
        await guest_step(walk, 0)
        return Door(
            kind=DoorKind.EMAIL_FIRST,
            url=url,
            guest=GuestValue.GUEST,
            confidence=Confidence.MEDIUM,
            basis=Basis.INFERRED,
            visit=visit,
            guest_visit=walk.steps[-1].page,
            reason="email-first",
            evidence=evidence_here(walk, visit, email.heading or "e-mail", email.fields[0][1].selector),
        )
    if email:
        newcomer = await by_newcomer(walk, reading, url, visit)
        if newcomer and newcomer.guest is GuestValue.GUEST:
            return newcomer
        await guest_step(walk, 0)
        return Door(
            kind=DoorKind.CHOOSER_WITH_GUEST,
            url=url,
            guest=GuestValue.GUEST,
            confidence=Confidence.MEDIUM,
            basis=Basis.INFERRED,
            visit=visit,
            guest_visit=walk.steps[-1].page,
            reason="email-beside-login",
            evidence=evidence_here(walk, visit, email.heading or "e-mail", email.fields[0][1].selector),
        )
    newcomer = await by_newcomer(walk, reading, url, visit)
    if newcomer:
        return newcomer
    untold = await by_untold_control(walk, url, visit)
    if untold:
        return untold
    if reading.of(GroupKind.LOGIN, GroupKind.REGISTER, GroupKind.MIXED):
        wall = reading.of(GroupKind.MIXED, GroupKind.REGISTER, GroupKind.LOGIN)
        heading = wall.heading if wall else ""
        return Door(
            kind=DoorKind.ACCOUNT_ONLY,
            url=url,
            guest=GuestValue.ACCOUNT_REQUIRED,
            confidence=Confidence.HIGH,
            visit=visit,
            reason="password-demanded",
            evidence=evidence_here(
                walk,
                visit,
                heading or "a password is demanded",
                wall.passwords[0].selector if wall and wall.passwords else "",
            ),
        )
    express = [c for c in walk.now.visible if any(EXPRESS.search(t) for t in c.labels)]
    if express:
        return Door(
            kind=DoorKind.EXPRESS_ONLY,
            url=url,
            visit=visit,
            reason="express-only",
            evidence=evidence_here(walk, visit, express[0].said, express[0].selector),
        )
    return Door(
        kind=DoorKind.UNREADABLE,
        url=url,
        visit=visit,
        reason="no-form-read",
        evidence=evidence_here(walk, visit, walk.now.title),
    )


def _means_guest(walk: Walk, label: str) -> bool:
    match = load_vocabulary().match("guest_checkout", label, walk.language)
    return bool(match and match.strength >= 0.4) or (len(label) < 120 and bool(_GUEST_STEM.search(label)))
