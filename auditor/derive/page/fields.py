"""Which form fields a guest must face, counted as CONTRACTS 3 ("checkout-fields") says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.model import Field
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["TEXT_TYPES", "counted_fields", "guest_fields", "is_newsletter", "is_search", "personal", "twins"]

TEXT_TYPES = frozenset("text email tel password number date month week time datetime-local url textarea search".split())
LONGER = 3
_CHOSEN = frozenset(["checkbox", "combobox"])
LEAST_BOX_PX = 8
_OUTSIDE = frozenset(["header", "nav", "footer"])
_NOT_COUNTED = frozenset({Purpose.SEARCH, Purpose.NEWSLETTER, Purpose.COUPON, Purpose.QUANTITY, Purpose.HONEYPOT})


def is_search(field: Field) -> bool:
    """Say whether a field is the site's search."""
    if field.type in {"checkbox", "radio", "email", "password", "tel"}:
        return False
    return field.type == "search" or field.form_role == "search" or purpose_of(field) is Purpose.SEARCH


def is_newsletter(field: Field) -> bool:
    """Say whether a field takes the address for a newsletter; a check box within a longer form does not."""
    return field.type not in {"checkbox", "radio"} and purpose_of(field) is Purpose.NEWSLETTER


def counted_fields(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return a field for each that counts: text-like inputs, selects, text areas, check boxes, one of a radio group."""
    counted: list[Field] = []
    groups: set[tuple[int, str]] = set()
    for field in fields:
        if field.type == "radio":
            group = (field.form, field.name or field.group or field.heading)
            if group not in groups:
                groups.add(group)
                counted.append(field)
        elif field.type in TEXT_TYPES or field.type in _CHOSEN or field.tag in {"select", "textarea"}:
            counted.append(field)
    return tuple(counted)


def guest_fields(fields: Sequence[Field]) -> tuple[Field, ...]:
    """Return what a guest sees at the guest form.

    Left out are fields nobody sees, site search, newsletter, coupon and quantity, a form that only signs in, and one
    that asks for nothing but an e-mail address while the form of the order asks for it too: a game that pops up.
    """
    sent = {field.form for field in fields if field.name and field.form >= 0}
    seen = [field for field in fields if field.visible and not _beside_the_point(field, sent)]
    apart = _login_forms(seen) | _lone_addresses(seen) | _lone_questions(seen)
    inside = [field for field in seen if field.form not in apart]
    main = [field for field in inside if field.area not in _OUTSIDE]
    return counted_fields(main or inside)


def twins(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return the fields that ask for the same e-mail or password again."""
    return tuple(one for one in fields if purpose_of(one) in {Purpose.EMAIL_AGAIN, Purpose.PASSWORD_AGAIN})


def personal(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return the fields that ask for a birthday or a personal identity number."""
    return tuple(one for one in fields if purpose_of(one) in {Purpose.BIRTHDAY, Purpose.PERSONAL_ID})


def _beside_the_point(field: Field, sent: set[int]) -> bool:
    return is_search(field) or purpose_of(field) in _NOT_COUNTED or _opens_a_menu(field, sent)


def _opens_a_menu(field: Field, sent: set[int]) -> bool:
    """Say whether a check box is but the switch of a menu.

    Such a one has no name in a form that is sent and is not seen itself, or it is labelled with a sign.
    """
    if field.type != "checkbox" or field.required or field.name:
        return False
    sign = bool(field.label) and not any(one.isalnum() for one in field.label)
    seen = field.box is not None and field.box.width >= LEAST_BOX_PX
    return (field.form in sent and not seen) or (field.form < 0 and sign)


def _login_forms(fields: list[Field]) -> set[int]:
    """Return the forms that only sign a customer in, where another form asks for more."""
    typed: dict[int, list[Field]] = {}
    for field in fields:
        if field.type in TEXT_TYPES:
            typed.setdefault(field.form, []).append(field)
    logins = {
        form
        for form, inside in typed.items()
        if form >= 0 and len(inside) <= 2 and any(one.type == "password" for one in inside)
    }
    return logins if any(form not in logins for form in typed) else set()


def _lone_addresses(fields: list[Field]) -> set[int]:
    """Return the forms that ask for an e-mail address alone, where a longer form asks for one as well."""
    typed: dict[int, list[Field]] = {}
    for field in fields:
        if field.type in TEXT_TYPES or field.tag == "select":
            typed.setdefault(field.form, []).append(field)
    mails = {form for form, inside in typed.items() if any(purpose_of(one) is Purpose.EMAIL for one in inside)}
    lone = {form for form in mails if form >= 0 and len(typed[form]) == 1}
    return lone if any(len(typed[form]) >= LONGER for form in mails) else set()


def _lone_questions(fields: list[Field]) -> set[int]:
    """Return the forms that look one thing up, as a search does, where another form asks for more.

    An e-mail address is nothing to look up: shops that know their customers by it ask for it in a form of its own.
    """
    typed: dict[int, list[Field]] = {}
    for field in fields:
        if field.type in TEXT_TYPES or field.tag == "select":
            typed.setdefault(field.form, []).append(field)
    alone = {form: asked[0] for form, asked in typed.items() if form >= 0 and len(asked) == 1}
    lone = {n for n, one in alone.items() if one.form_method == "get" and purpose_of(one) is not Purpose.EMAIL}
    return lone if any(len(asked) >= LONGER for form, asked in typed.items() if form not in lone) else set()
