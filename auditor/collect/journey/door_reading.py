"""Reads a view of checkout as a guest meets it: its forms, which need a password, and what means "as a guest"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import groupby

from auditor.collect.journey.cards import leads_somewhere
from auditor.collect.journey.rank import Ranked, matches, rank, strength
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control, Seen
from auditor.model import Field
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import ADDRESS, Purpose, purpose_of
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["DoorReading", "FieldGroup", "GroupKind", "account_box", "is_strong", "read_door", "read_here", "signature"]

# As much as a label weighs that holds the words among others: "Member – sign in and earn points".
LOGIN_SAID = 0.6
_IGNORED = {Purpose.SEARCH, Purpose.COUPON, Purpose.NEWSLETTER, Purpose.QUANTITY, Purpose.HONEYPOT}
_PERSONAL = {*ADDRESS, Purpose.EMAIL, Purpose.COMPANY}
BUTTON_PX = 190


class GroupKind(StrEnum):
    """What a group of fields is for."""

    LOGIN = "login"
    REGISTER = "register"
    ADDRESS = "address"
    EMAIL = "email"
    MIXED = "mixed"
    OTHER = "other"


# An e-mail address alone that is sent for an account is no way of a guest.
_SENT_FOR = {"log_in": GroupKind.LOGIN, "create_account": GroupKind.REGISTER}


@dataclass(frozen=True)
class FieldGroup:
    """Fields that belong together, with the numbers by which the tab knows them."""

    kind: GroupKind
    fields: tuple[tuple[int, Field], ...]
    heading: str = ""

    @property
    def purposes(self) -> frozenset[Purpose]:
        """Give what the usable fields ask for."""
        return frozenset(purpose_of(f) for _n, f in self.fields if f.visible and f.enabled)

    @property
    def passwords(self) -> tuple[Field, ...]:
        """Give the usable password fields."""
        return tuple(
            f
            for _n, f in self.fields
            if f.visible and f.enabled and purpose_of(f) in {Purpose.PASSWORD, Purpose.PASSWORD_AGAIN}
        )


@dataclass(frozen=True)
class DoorReading:
    """One look at a view of checkout."""

    groups: tuple[FieldGroup, ...]
    guest: tuple[Ranked, ...]
    newcomer: tuple[Ranked, ...]
    account: tuple[int, Field] | None
    login_words: bool
    demanded: str = ""

    def of(self, *kinds: GroupKind) -> FieldGroup | None:
        """Give the first group of these kinds."""
        return next((g for g in self.groups if g.kind in kinds), None)

    @property
    def open_form(self) -> FieldGroup | None:
        """Give the form that a guest can fill in without a password."""
        return self.of(GroupKind.ADDRESS)

    @property
    def is_door(self) -> bool:
        """True where the view is a door: a form, a chooser, a login, or a sentence that demands one."""
        return bool(self.groups) or bool(self.guest and self.login_words) or bool(self.demanded)


def signature(field: Field) -> str:
    """Identify a field across pages, so that what stands on every page of a shop is not taken for checkout."""
    return f"{field.type}|{field.name}|{field.id}|{field.label[:40]}|{field.placeholder[:40]}"


def _key(numbered: tuple[int, Field]) -> tuple[str, int]:
    return (numbered[1].frame, numbered[1].form)


def _button_near(field: Field, controls: Iterable[Control], language: str) -> str:
    """Say what the nearest button under a password field does: log_in, create_account or nothing known."""
    if not field.box:
        return ""
    below = [
        c
        for c in controls
        if c.visible
        and (c.tag in {"button", "input"} or c.role == "button" or c.kind == "pointer" or c.tag == "a")
        and c.type not in {"radio", "checkbox"}
        and -8 <= c.box.y - field.box.y <= BUTTON_PX
        and abs(c.box.x - field.box.x) < 500
    ]
    for control in sorted(below, key=lambda c: c.box.y):
        for intent in ("log_in", "create_account"):
            if matches(control, intent, language) >= 0.75:
                return intent
    return ""


def _says_optional(field: Field) -> bool:
    beside = field.row if field.type == "password" else ""
    return wording("optional_field").search(f"{field.label} {field.placeholder} {field.heading} {beside}") is not None


def _optional(password: Field, others: Iterable[Field]) -> bool:
    if _says_optional(password):
        return True
    demanded = [
        f for f in others if f.required and f.tag == "input" and f.type not in {"radio", "checkbox", "password"}
    ]
    return not password.required and len(demanded) >= 2


def _split(
    members: list[tuple[int, Field]], controls: tuple[Control, ...], language: str
) -> list[list[tuple[int, Field]]]:
    """Part a login box from an address form that lies in the same form or in none.

    Within one form only a log-in button of its own parts them: a password under another heading is sent with the
    address all the same.
    """
    usable = [(n, f) for n, f in members if f.visible and f.enabled]
    passwords = [(n, f) for n, f in usable if purpose_of(f) is Purpose.PASSWORD]
    personal = [f for _n, f in usable if purpose_of(f) in ADDRESS]
    if not passwords or not personal:
        return [members]
    login: set[int] = set()
    for number, password in passwords:
        if _button_near(password, controls, language) != "log_in":
            continue
        login.add(number)
        before = [(n, f) for n, f in usable if n < number]
        if before and purpose_of(before[-1][1]) in {Purpose.EMAIL, Purpose.OTHER, Purpose.FULL_NAME, Purpose.PHONE}:
            login.add(before[-1][0])
    if login:
        return [[m for m in members if m[0] in login], [m for m in members if m[0] not in login]]
    headings = {f.heading for _n, f in usable}
    if len(headings) > 1 and usable[0][1].form < 0:
        apart = {f.heading for _n, f in passwords} - {f.heading for _n, f in usable if purpose_of(f) in ADDRESS}
        if apart:
            return [[m for m in members if m[1].heading in apart], [m for m in members if m[1].heading not in apart]]
    return [members]


def _kind(members: list[tuple[int, Field]], controls: tuple[Control, ...], language: str) -> GroupKind:
    usable = [f for _n, f in members if f.visible and f.enabled]
    purposes = [purpose_of(f) for f in usable]
    typed = [
        p for f, p in zip(usable, purposes, strict=True) if f.type not in {"radio", "checkbox"} and p not in _IGNORED
    ]
    address = [p for p in typed if p in ADDRESS]
    passwords = [f for f, p in zip(usable, purposes, strict=True) if p is Purpose.PASSWORD]
    again = Purpose.PASSWORD_AGAIN in purposes
    if passwords or again:
        secrets = [f for f, p in zip(usable, purposes, strict=True) if p in {Purpose.PASSWORD, Purpose.PASSWORD_AGAIN}]
        if address and all(_says_optional(p) for p in secrets):
            return GroupKind.ADDRESS
        if address and passwords and not again and all(_optional(p, usable) for p in passwords):
            return GroupKind.ADDRESS
        if len(address) >= 2:
            return GroupKind.MIXED
        near = _button_near(passwords[0], controls, language) if passwords else "create_account"
        return GroupKind.REGISTER if again or near == "create_account" or address else GroupKind.LOGIN
    if len(set(address)) >= 2 or (address and Purpose.EMAIL in typed):
        return GroupKind.ADDRESS
    if Purpose.EMAIL in typed and len(typed) <= 2:
        return _SENT_FOR.get(_sent_by(usable[purposes.index(Purpose.EMAIL)], controls, language), GroupKind.EMAIL)
    return GroupKind.OTHER


def _sent_by(field: Field, controls: tuple[Control, ...], language: str) -> str:
    """Say what the nearest button that sends a form below a field does: log_in, create_account or nothing known."""
    below = [c for c in controls if c.visible and c.submits and field.box and -8 <= c.box.y - field.box.y <= BUTTON_PX]
    nearest = min(below, key=lambda c: c.box.y, default=None)
    if nearest and wording("login_code").search(nearest.said):
        return "log_in"
    return next((i for i in _SENT_FOR if nearest and matches(nearest, i, language) >= 0.75), "")


def _newsletter(members: list[tuple[int, Field]], controls: tuple[Control, ...]) -> bool:
    """Tell a newsletter box by the words around it."""
    said = " ".join(f"{f.label} {f.placeholder} {f.heading} {f.form_action} {f.name}" for _n, f in members)
    box = next((f.box for _n, f in members if f.box), None)
    near = " ".join(c.said for c in controls if box and c.visible and abs(c.box.y - box.y) < 70 and c.submits)
    words = load_vocabulary()
    return words.mentions("newsletter", f"{said} {near}") is not None or "newsletter" in said.lower()


@cache
def _without() -> re.Pattern[str]:
    without, account = wording_pieces("without"), wording_pieces("an_account")
    return re.compile(rf"\b(?:{without})\b.{{0,30}}(?:{account})|{wording_pieces('free_of_account')}", re.I)


def _without_account(control: Control) -> list[tuple[str, float]]:
    """Hear "without an account" in any wording: a word for without, then one for what is not needed."""
    if any(len(text) < 90 and _without().search(text) for text in control.labels):
        return [("says that it goes without an account", 12.0)]
    return []


def account_box(fields: Iterable[tuple[int, Field]]) -> tuple[int, Field] | None:
    """Find the check box that opens an account beside the order."""
    return next(
        ((n, f) for n, f in fields if f.type == "checkbox" and f.visible and purpose_of(f) is Purpose.CREATE_ACCOUNT),
        None,
    )


def _demanded(groups: list[FieldGroup], text: str) -> re.Match[str] | None:
    """Find the sentence by which a shop demands an account; beside a form only one that leaves no doubt counts."""
    if any(one.kind is GroupKind.ADDRESS for one in groups):
        return None
    return wording("no_order_without_account" if groups else "login_demanded").search(text)


def read_door(seen: Seen, fields: tuple[Field, ...], language: str, known: frozenset[str] = frozenset()) -> DoorReading:
    """Read the forms and choices of a view; ``known`` are fields that stood there before checkout was pressed."""
    numbered = [
        (n, f)
        for n, f in enumerate(fields)
        if signature(f) not in known
        and purpose_of(f) not in _IGNORED
        and f.form_role != "search"
        and (f.area not in {"footer"} or purpose_of(f) in ADDRESS)
    ]
    groups: list[FieldGroup] = []
    for _place, part in groupby(sorted(numbered, key=_key), key=_key):
        for members in _split(list(part), seen.controls, language):
            if not any(f.visible and f.enabled for _n, f in members):
                continue
            kind = _kind(members, seen.controls, language)
            if kind is GroupKind.EMAIL and _newsletter(members, seen.controls):
                continue
            if kind is not GroupKind.OTHER:
                groups.append(FieldGroup(kind, tuple(members), next((f.heading for _n, f in members if f.heading), "")))
    order = [GroupKind.ADDRESS, GroupKind.MIXED, GroupKind.EMAIL, GroupKind.REGISTER, GroupKind.LOGIN]
    groups.sort(key=lambda g: (order.index(g.kind), -len(g.fields)))
    body = tuple(c for c in seen.visible if c.area not in {"footer", "nav"})
    demanded = _demanded(groups, seen.text)
    words = any(
        strength(intent, text, language) >= LOGIN_SAID
        for text in (*seen.headings, *(label for c in body if c.area != "header" for label in c.labels[:1]))
        for intent in ("log_in", "create_account")
    )
    return DoorReading(
        groups=tuple(groups),
        guest=rank("guest", body, language, _without_account),
        newcomer=rank("newcomer", body, language),
        account=account_box(numbered),
        login_words=words,
        demanded=demanded.group() if demanded else "",
    )


async def read_here(walk: Walk, known: frozenset[str] = frozenset()) -> tuple[DoorReading, tuple[Field, ...]]:
    """Read the view that the walk stands on; gives its form controls as well."""
    fields = await walk.fields()
    reading = read_door(walk.now, fields, walk.language, known)
    # A link that home shows as well, such as one to goods for guests, is no choice of the checkout.
    home = walk.views.get(0)
    links = {(c.said, c.href) for c in home.visible if leads_somewhere(c)} if home else set()
    guest = tuple(one for one in reading.guest if (one.control.said, one.control.href) not in links)
    return replace(reading, guest=guest), fields


def is_strong(reading: DoorReading) -> bool:
    """Tell a door from a cart page with an estimator or a header with a login box."""
    form = reading.open_form
    if form:
        asked = form.purposes
        return Purpose.EMAIL in asked or bool(
            asked & {Purpose.STREET, Purpose.GIVEN_NAME, Purpose.FULL_NAME, Purpose.FAMILY_NAME}
        )
    forms = reading.of(GroupKind.MIXED, GroupKind.REGISTER, GroupKind.LOGIN, GroupKind.EMAIL)
    return bool(forms or reading.guest or reading.demanded)
