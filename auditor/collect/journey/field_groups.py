"""Groups the fields of a view of checkout by what each group is for: a login, a new account, an address, a message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from auditor.collect.journey.rank import matches
from auditor.collect.page.seen import Control
from auditor.model import Field
from auditor.vocabulary.fields import ADDRESS, Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["IGNORED", "FieldGroup", "GroupKind", "kind_of", "split_fields"]

IGNORED = {Purpose.SEARCH, Purpose.COUPON, Purpose.NEWSLETTER, Purpose.QUANTITY, Purpose.HONEYPOT}
_WHERE = {Purpose.STREET, Purpose.POSTCODE, Purpose.CITY}
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


def split_fields(
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


def kind_of(members: list[tuple[int, Field]], controls: tuple[Control, ...], language: str) -> GroupKind:
    """Say what fields that belong together are for, by what they ask and by the button below them."""
    usable = [f for _n, f in members if f.visible and f.enabled]
    purposes = [purpose_of(f) for f in usable]
    typed = [
        p for f, p in zip(usable, purposes, strict=True) if f.type not in {"radio", "checkbox"} and p not in IGNORED
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
    if _for_a_message(usable, purposes, controls):
        return GroupKind.OTHER
    if len(set(address)) >= 2 or (address and Purpose.EMAIL in typed):
        return GroupKind.ADDRESS
    if Purpose.EMAIL in typed and len(typed) <= 2:
        return _SENT_FOR.get(_sent_by(usable[purposes.index(Purpose.EMAIL)], controls, language), GroupKind.EMAIL)
    return GroupKind.OTHER


def _for_a_message(usable: list[Field], purposes: list[Purpose], controls: tuple[Control, ...]) -> bool:
    """Tell a form of contact: a box for a message above "Send", and nothing that says where goods are to go."""
    box = next((f for f in usable if f.tag == "textarea" and f.box), None)
    if box is None or not box.box or _WHERE & set(purposes):
        return False
    sent = _nearest_submit(box, controls)
    return sent is not None and wording("sends_words").match(sent.said) is not None


def _sent_by(field: Field, controls: tuple[Control, ...], language: str) -> str:
    """Say what the nearest button that sends a form below a field does: log_in, create_account or nothing known."""
    nearest = _nearest_submit(field, controls)
    if nearest and wording("login_code").search(nearest.said):
        return "log_in"
    return next((i for i in _SENT_FOR if nearest and matches(nearest, i, language) >= 0.75), "")


def _nearest_submit(field: Field, controls: tuple[Control, ...]) -> Control | None:
    below = [c for c in controls if c.visible and c.submits and field.box and -8 <= c.box.y - field.box.y <= BUTTON_PX]
    return min(below, key=lambda c: c.box.y, default=None)
