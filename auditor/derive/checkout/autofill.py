"""What helps to fill a form: the tokens that a browser fills by, and the keyboard that a phone opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.derive.page.fields import TEXT_TYPES, guest_fields
from auditor.model import Field, Journey, Visit
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["OFF", "Asked", "asked_fields", "guest_page", "keyboard_fits", "token_fits"]

# The tokens that fit what a field asks for (WCAG 2.2, input purposes, and the HTML standard's list).
TOKENS: Mapping[Purpose, frozenset[str]] = {
    Purpose.EMAIL: frozenset({"email", "username"}),
    Purpose.PHONE: frozenset({"tel", "tel-national", "tel-local"}),
    Purpose.GIVEN_NAME: frozenset({"given-name", "name"}),
    Purpose.FAMILY_NAME: frozenset({"family-name", "name"}),
    Purpose.FULL_NAME: frozenset({"name"}),
    Purpose.STREET: frozenset({"street-address", "address-line1", "address-line2", "address-line3"}),
    Purpose.POSTCODE: frozenset({"postal-code"}),
    Purpose.CITY: frozenset({"address-level2"}),
    Purpose.COUNTRY: frozenset({"country", "country-name"}),
    Purpose.COMPANY: frozenset({"organization"}),
}
ANY_TOKEN = frozenset().union(*TOKENS.values(), {"additional-name", "address-level1", "organization-title"})
# Countries whose postcodes are digits alone.
DIGITS = frozenset("FI SE NO DK EE DE LV LT PL FR ES IT AT BE CH PT CZ SK HU IS US".split())
OFF = frozenset({"off", "nope", "none", "false", "disabled", "new-password", "no"})
_TYPED_DIGITS = frozenset({"[0-9]*", "\\d*", "[0-9]+", "\\d+"})


@dataclass(frozen=True)
class Asked:
    """A field with what it asks for, as its label and name say, whatever its token claims."""

    field: Field
    purpose: Purpose


def guest_page(journey: Journey, visits: Iterable[Visit]) -> Visit | None:
    """Return the page on which a guest types the address: the one behind the guest choice, else the door."""
    door = journey.door
    wanted = (door.guest_visit, door.visit) if door else ()
    known = {visit.id: visit for visit in visits}
    return next((known[one] for one in wanted if one in known), None)


def asked_fields(page: Visit) -> tuple[Asked, ...]:
    """Return the typed fields and lists of a guest's form that ask for something a browser can fill."""
    found: list[Asked] = []
    for field in guest_fields(page.facts.fields):
        if field.type not in TEXT_TYPES and field.tag != "select":
            continue
        purpose = purpose_of(field.model_copy(update={"autocomplete": ""}))
        if purpose in TOKENS and not field.frame:
            found.append(Asked(field, purpose))
    return tuple(found)


def token_fits(asked: Asked) -> bool:
    """Say whether a field's token is right; a wrong one is worse than none and does not fit.

    A label can be read wrongly, so a token of another kind counts as wrong only where the field's type gives it away.
    """
    tokens = set(asked.field.autocomplete.lower().split())
    sure = (asked.purpose, asked.field.type) in {(Purpose.EMAIL, "email"), (Purpose.PHONE, "tel")}
    return bool((TOKENS[asked.purpose] if sure else ANY_TOKEN) & tokens)


def keyboard_fits(asked: Asked, country: str | None) -> bool | None:
    """Say whether a phone opens the right keyboard for a field; None where any keyboard will do."""
    field = asked.field
    mode = field.inputmode.lower()
    if field.tag != "input":
        return None
    match asked.purpose:
        case Purpose.EMAIL:
            return field.type == "email" or mode == "email"
        case Purpose.PHONE:
            return field.type == "tel" or mode in {"tel", "numeric"}
        case Purpose.POSTCODE if country in DIGITS:
            # A number field drops the zero that a postcode may begin with.
            return field.type != "number" and (
                mode in {"numeric", "decimal", "tel"} or field.type == "tel" or field.pattern in _TYPED_DIGITS
            )
    return None
