"""The ways past the door as a guest: unticking an account, a guest choice, the way of a newcomer."""

from __future__ import annotations

from auditor.collect.journey.door_reading import DoorReading, read_here
from auditor.collect.journey.doorstep import Doorstep, passes, waits_for_a_code
from auditor.collect.journey.field_groups import GroupKind
from auditor.collect.journey.rank import Ranked, matches, rank
from auditor.collect.journey.touched import touch
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control
from auditor.model import Door, DoorKind, Field

__all__ = ["by_guest_control", "by_newcomer", "opt_out"]

CHOICES_TRIED = 3
GO_ON_PX = 900
WEAKER = 0.5
NO_FORM = "no form without a password came"
_TICKED = {"radio", "checkbox"}


async def opt_out(at: Doorstep) -> Door:
    """Untick "create an account" and see whether the form then asks for no password."""
    walk = at.walk
    number, box = at.reading.account or (0, Field(tag="input", type="checkbox"))
    await walk.fields()
    pressed = await walk.tab.choose(number)
    walk.presses += 1
    await walk.look()
    after, _fields = await read_here(walk)
    free = bool(after.open_form) and not (after.account and after.account[1].checked)
    why = f"unticked: {box.label[:80]}"
    walk.note("door", "opt-out", (), None, worked=pressed and free, act="choose", counted=1, why=why)
    if not free:
        return at.untold(DoorKind.ACCOUNT_ONLY, "opt-out-failed", box.label, box.selector, account_preselected=True)
    return await at.guest_passes(
        DoorKind.GUEST_BY_OPT_OUT,
        "account-can-be-unticked",
        box.label,
        box.selector,
        clicks=1,
        label=box.label,
        account_preselected=True,
    )


async def by_guest_control(at: Doorstep, *, open_before: bool) -> Door | None:
    """Press the guest choice, and its way on where it has one; it sends no personal data.

    ``open_before`` says that an address form stands open already, so that the choice only lifts its password.
    """
    walk = at.walk
    for one in [r for r in at.reading.guest if r.control.enabled][:CHOICES_TRIED]:
        control = walk.again(one.control) or one.control
        weaker = _is_weaker(walk, control)
        before = walk.now
        clicks, after = await _choose_guest(walk, control, open_before)
        if clicks is None:
            continue
        why = "" if after else NO_FORM
        walk.note("door", "guest", at.reading.guest, control, worked=after is not None, counted=clicks, why=why)
        if after:
            lifts = open_before and control.type in _TICKED
            return await at.guest_passes(
                DoorKind.GUEST_BY_OPT_OUT if lifts else DoorKind.CHOOSER_WITH_GUEST,
                "guest-choice",
                control.said,
                control.selector,
                clicks=clicks,
                control=control,
                sure=not waits_for_a_code(after),
                label=control.said,
                weaker=weaker,
            )
        if walk.now.address != before.address:
            return at.untold(
                DoorKind.CHOOSER_WITH_GUEST,
                "guest-choice-led-to-no-form",
                control.said,
                control.selector,
                label=control.said,
            )
    return None


def _is_weaker(walk: Walk, control: Control) -> bool:
    """Tell whether the guest choice is much smaller than the login beside it; one that is taken already is not."""
    if control.checked:
        return False
    logins = (c for c in walk.now.visible if matches(c, "log_in", walk.language) >= 0.9)
    largest = max((c.box.width * c.box.height for c in logins), default=0)
    return control.box.width * control.box.height < WEAKER * largest


async def _choose_guest(walk: Walk, control: Control, open_before: bool) -> tuple[int | None, DoorReading | None]:
    """Press a guest choice and its way on; gives the clicks (none: it cannot be pressed) and the form that came."""
    already = control.checked and control.type == "radio"
    if not already and not (await walk.press(control)).done:
        return None, None
    clicks = 0 if already else 1
    if not already:
        touch(walk, control)
    if (open_before or not already) and (after := await passes(walk)):
        return clicks, after
    await walk.look()
    go_on = _way_on(walk, control)
    is_choice = control.type in _TICKED or control.role in _TICKED
    if go_on is None or not is_choice or not (await walk.press(go_on.control)).done:
        return clicks, None
    return clicks + 1, await passes(walk)


def _way_on(walk: Walk, control: Control) -> Ranked | None:
    ranked = (r for r in rank("go_on", walk.now.visible, walk.language) if r.control.enabled)
    beside = (r for r in ranked if abs(r.control.box.y - control.box.y) < GO_ON_PX)
    return next((r for r in beside if r.control.same != control.same), None)


async def by_newcomer(at: Doorstep) -> Door | None:
    """Try the way of somebody new; where it opens a form without a password, guests may pass."""
    walk, ranked = at.walk, at.reading.newcomer
    control = next((r.control for r in ranked if r.control.enabled and r.control.card < 0), None)
    if control is None:
        return None
    before = walk.now
    if not (await walk.press(control)).done:
        return None
    touch(walk, control)
    after = await passes(walk)
    walk.note("door", "newcomer", ranked, control, worked=after is not None, counted=1)
    if after and waits_for_a_code(after):
        return at.untold(DoorKind.CHOOSER_WITH_GUEST, "code-by-mail", after.code, control.selector)
    if after:
        return await at.guest_passes(
            DoorKind.CHOOSER_WITH_GUEST,
            "newcomer-way",
            control.said,
            control.selector,
            clicks=1,
            control=control,
            sure=after.open_form is not None,
            label=control.said,
        )
    wall, _fields = await read_here(walk)
    moved = walk.now.url != before.url
    told = wall.demanded != at.reading.demanded and wall.demanded
    if not (told or (moved and wall.of(GroupKind.REGISTER, GroupKind.MIXED))):
        return None
    return at.account_demanded("newcomers-must-register", control.said, control.selector)
