"""The form by which a customer writes to the shop: what it asks, and whether a puzzle bars it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.derive.page.fields import counted_fields, is_newsletter, is_search
from auditor.derive.sees import Sees
from auditor.derive.service.contacts import contacts_of
from auditor.model import Field, Visit
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["ContactForm", "contact_form_of"]

_BOXES = frozenset({"checkbox", "radio", "file"})


@dataclass(frozen=True)
class ContactForm:
    """A contact form; ``unlabelled`` are fields that nothing names, ``puzzle`` the field or words of a visible one."""

    page: Visit
    fields: tuple[Field, ...]
    required: int
    unlabelled: tuple[Field, ...] = ()
    puzzle: str = ""


def contact_form_of(sees: Sees, visits: Sequence[Visit]) -> ContactForm | None:
    """Return the contact form that the shop's contacts name, or None where there is none."""
    url = contacts_of(sees, visits).form
    for page in (one for one in visits if url and one.url == url):
        seen = [one for one in page.facts.fields if one.visible and not is_search(one) and not is_newsletter(one)]
        area = next((one for one in seen if one.tag == "textarea"), None)
        area = area or next((one for one in seen if purpose_of(one) is Purpose.NOTE), None)
        if area is not None:
            return _form(page, [one for one in seen if one.form == area.form])
    return None


def _form(page: Visit, fields: list[Field]) -> ContactForm:
    counted = counted_fields(fields)
    asked = [one for one in counted if one.type not in _BOXES]
    puzzle = next((one for one in fields if wording("puzzle").search(_named(one))), None)
    marked = [one for one in counted if one.required or _starred(one.label or one.placeholder)]
    return ContactForm(
        page,
        counted,
        len(marked),
        tuple(one for one in asked if not (one.label or one.placeholder)),
        _named(puzzle).strip() if puzzle else "",
    )


def _starred(label: str) -> bool:
    """Say whether a label has the star of what must be filled in, behind its words or before them."""
    plain = label.strip()
    return plain.startswith("*") or plain.endswith("*")


def _named(field: Field) -> str:
    return f"{field.label or field.placeholder} {field.name}"
