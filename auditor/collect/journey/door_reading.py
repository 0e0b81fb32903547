"""Reads a view of checkout as a guest meets it: its forms, which need a password, and what means "as a guest"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from auditor.collect.journey.account_words import demands_account, demands_login, mails_a_code, opens_an_account
from auditor.collect.journey.cards import leads_somewhere
from auditor.collect.journey.field_groups import IGNORED, FieldGroup, GroupKind, kind_of, split_fields
from auditor.collect.journey.rank import Ranked, rank, strength
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control, Seen
from auditor.model import Field
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import ADDRESS, Purpose, purpose_of
from auditor.vocabulary.wordings import wording_pieces

__all__ = ["DoorReading", "account_box", "is_strong", "read_door", "read_here", "signature"]

# As much as a label weighs that holds the words among others: "Member – sign in and earn points".
LOGIN_SAID = 0.6


@dataclass(frozen=True)
class DoorReading:
    """One look at a view of checkout."""

    groups: tuple[FieldGroup, ...]
    guest: tuple[Ranked, ...]
    newcomer: tuple[Ranked, ...]
    account: tuple[int, Field] | None
    login_words: bool
    demanded: str = ""
    code: str = ""

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


def _demanded(groups: list[FieldGroup], text: str, said: str = "") -> str:
    """Find the words by which a shop demands an account; beside a form only those that leave no doubt count.

    A sentence that stood in ``said``, on the page before, demands nothing here: a cart may praise the login as well.
    """
    if any(one.kind is GroupKind.ADDRESS for one in groups):
        return ""
    if not groups:
        return demands_login(text, said)
    by_mail = groups[0].kind is GroupKind.EMAIL and mails_a_code(text)
    return demands_account(text, said) or (opens_an_account(text, said) if by_mail else "")


def read_door(
    seen: Seen, fields: tuple[Field, ...], language: str, known: frozenset[str] = frozenset(), said: str = ""
) -> DoorReading:
    """Read the forms and choices of a view; ``known`` and ``said`` stood there before checkout was pressed."""
    numbered = [
        (n, f)
        for n, f in enumerate(fields)
        if signature(f) not in known
        and purpose_of(f) not in IGNORED
        and f.form_role != "search"
        and (f.area not in {"footer"} or purpose_of(f) in ADDRESS)
    ]
    groups: list[FieldGroup] = []
    for _place, part in groupby(sorted(numbered, key=_key), key=_key):
        for members in split_fields(list(part), seen.controls, language):
            if not any(f.visible and f.enabled for _n, f in members):
                continue
            kind = kind_of(members, seen.controls, language)
            if kind is GroupKind.EMAIL and _newsletter(members, seen.controls):
                continue
            if kind is not GroupKind.OTHER:
                groups.append(FieldGroup(kind, tuple(members), next((f.heading for _n, f in members if f.heading), "")))
    order = [GroupKind.ADDRESS, GroupKind.MIXED, GroupKind.EMAIL, GroupKind.REGISTER, GroupKind.LOGIN]
    groups.sort(key=lambda g: (order.index(g.kind), -len(g.fields)))
    body = tuple(c for c in seen.visible if c.area not in {"footer", "nav"})
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
        demanded=_demanded(groups, seen.text, said),
        code=mails_a_code(seen.text),
    )


async def read_here(walk: Walk, known: frozenset[str] = frozenset()) -> tuple[DoorReading, tuple[Field, ...]]:
    """Read the view that the walk stands on; gives its form controls as well."""
    fields = await walk.fields()
    reading = read_door(walk.now, fields, walk.language, known, walk.said)
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
