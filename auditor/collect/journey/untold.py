"""The last way past the door: what says nothing that is known is tried before an account counts as demanded."""

from __future__ import annotations

import re

from auditor.collect.journey.door_reading import DoorReading, is_strong
from auditor.collect.journey.doorstep import Doorstep, passes
from auditor.collect.journey.may_order import may_order
from auditor.collect.journey.rank import matches
from auditor.collect.journey.touched import touch
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control
from auditor.model import Door, DoorKind
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["by_untold_control"]

UNTOLD_TRIED = 4
LONGEST_LABEL = 70
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
_CHECKOUT_ADDRESS = re.compile(r"check-?out|kass|order|tilau", re.I)


async def by_untold_control(at: Doorstep) -> Door | None:
    """Press what is not known until a form without a password comes; one for an e-mail address alone is no proof.

    Only controls that send no filled form are tried: links, tabs, radios, and buttons beside login and register forms.
    """
    walk, doubt = at.walk, None
    if at.reading.demanded or at.reading.code:
        return None
    await walk.look()
    secret = any(field.type == "password" for field in await walk.fields())
    tried = 0
    for control in _untold(walk):
        if tried >= UNTOLD_TRIED:
            break
        again = walk.again(control)
        if again is None or (again.submits and (again.form_asks or not secret)):
            continue
        tried += 1
        before = walk.now
        if not (await walk.press(again)).done:
            continue
        touch(walk, again)
        after = await passes(walk)
        why = "" if after else "no form without a password came"
        walk.note("door", "untold", (), again, worked=after is not None, counted=1, why=why)
        if after and after.open_form and is_strong(after) and not _is_newsletter(after):
            return await at.guest_passes(
                DoorKind.CHOOSER_WITH_GUEST,
                "untold-way",
                again.said,
                again.selector,
                clicks=1,
                control=again,
                label=again.said,
            )
        if after and not (after.open_form or _is_newsletter(after) or _resets(walk, after)):
            doubt = doubt or at.untold(DoorKind.UNREADABLE, "untold-way-to-email", again.said, again.selector)
        if walk.now.address != before.address and not await walk.back():
            break
    return doubt


def _resets(walk: Walk, reading: DoorReading) -> bool:
    """Tell a page that sends a lost password, or the like, by its headings and by the buttons of its form."""
    headings = (group.heading for group in reading.groups)
    sent_by = (control.said for control in walk.now.visible if control.submits and control.form_asks)
    return any(wording("beside_a_login").search(text) for text in (*walk.now.h1, *headings, *sent_by))


def _is_newsletter(reading: DoorReading) -> bool:
    headings = " ".join(field.heading for group in reading.groups for _n, field in group.fields)
    return load_vocabulary().mentions("newsletter", headings) is not None


def _untold(walk: Walk) -> list[Control]:
    """List the controls at the door whose words are not known: links that lead elsewhere last, else from the top."""
    found = [c for c in walk.now.visible if _may_lead_past(c) and not _is_told(walk, c)]
    return sorted(found, key=lambda c: (_leads_elsewhere(c), c.box.y))


def _may_lead_past(control: Control) -> bool:
    if control.area in {"header", "nav", "footer"} or not control.enabled or control.card >= 0:
        return False
    if control.tag == "select" or (control.tag == "input" and control.type not in {"radio", "button", "submit"}):
        return False
    return len(control.said) <= LONGEST_LABEL and re.search(r"\w{3}", control.said) is not None


def _is_told(walk: Walk, control: Control) -> bool:
    """Tell whether it stands on every page, or whether its words are known to mean something else."""
    if (control.said, control.href) in walk.everywhere or (not walk.stranger and may_order(control, walk.language)):
        return True
    beside = wording("beside_a_login")
    if any(beside.search(text) or not re.search(r"\w", text) for text in control.labels):
        return True
    return any(matches(control, intent, walk.language) >= 0.55 for intent in _TOLD)


def _leads_elsewhere(control: Control) -> bool:
    return control.tag == "a" and bool(control.href) and not _CHECKOUT_ADDRESS.search(control.href)
