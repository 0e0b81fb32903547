"""What a form field asks for, judged by its autocomplete token, type, technical name and label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from auditor.model import Field
from auditor.vocabulary.tables import read_table

__all__ = ["ADDRESS", "Purpose", "purpose_of"]


class Purpose(StrEnum):
    """What a visitor is asked for."""

    HONEYPOT = "honeypot"
    PASSWORD = "password"  # noqa: S105 (a word, no secret)
    PASSWORD_AGAIN = "password_again"  # noqa: S105 (as above)
    ONE_TIME_CODE = "one_time_code"
    SEARCH = "search"
    COUPON = "coupon"
    QUANTITY = "quantity"
    NEWSLETTER = "newsletter"
    CARD = "card"
    PERSONAL_ID = "personal_id"
    BIRTHDAY = "birthday"
    EMAIL = "email"
    EMAIL_AGAIN = "email_again"
    PHONE = "phone"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    POSTCODE = "postcode"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    STREET = "street"
    COMPANY = "company"
    FULL_NAME = "full_name"
    TERMS = "terms"
    CREATE_ACCOUNT = "create_account"
    NOTE = "note"
    OTHER = "other"


ADDRESS = frozenset(
    {
        Purpose.GIVEN_NAME,
        Purpose.FAMILY_NAME,
        Purpose.FULL_NAME,
        Purpose.STREET,
        Purpose.POSTCODE,
        Purpose.CITY,
        Purpose.PHONE,
    }
)
CHOICES = {"radio", "checkbox"}
LONGEST_LABEL = 80
CHOICE_PURPOSES = {Purpose.TERMS, Purpose.CREATE_ACCOUNT, Purpose.NEWSLETTER}


@dataclass(frozen=True)
class _Rule:
    purpose: Purpose
    types: tuple[str, ...]
    tokens: tuple[str, ...]
    names: re.Pattern[str] | None
    labels: re.Pattern[str] | None


@cache
def _rules() -> tuple[_Rule, ...]:
    raw: Mapping[str, Mapping[str, object]] = read_table("field_words.yaml")
    return tuple(
        _Rule(
            Purpose(name),
            tuple(rule.get("types") or ()),  # type: ignore[arg-type]  # yaml gives a list of words
            tuple(rule.get("tokens") or ()),  # type: ignore[arg-type]  # yaml gives a list of words
            re.compile(str(rule["names"]), re.I) if rule.get("names") else None,
            re.compile(str(rule["labels"]), re.I) if rule.get("labels") else None,
        )
        for name, rule in raw.items()
    )


def purpose_of(field: Field) -> Purpose:
    """Say what a field asks for: the shop's own token beats the type, the type the label, the label the name."""
    if field.type in CHOICES:
        return _of_choice(field)
    asked = _of_token(field) or _of_typed(field)
    # An address that the shop's own name for the field keeps for its letters is asked for nothing else.
    letters = next(rule for rule in _rules() if rule.purpose is Purpose.NEWSLETTER)
    return Purpose.NEWSLETTER if asked is Purpose.EMAIL and _fits(letters.names, field.name, field.id) else asked


def _of_token(field: Field) -> Purpose | None:
    tokens = set(field.autocomplete.lower().split())
    return next((rule.purpose for rule in _rules() if tokens & set(rule.tokens)), None)


def _of_typed(field: Field) -> Purpose:
    if field.type == "password":
        return _of_password(field)
    return _of_label(field) or _of_type(field) or _of_name(field) or Purpose.OTHER


def _of_choice(field: Field) -> Purpose:
    said, technical = f"{field.label} {field.placeholder}", f"{field.name} {field.id}"
    rules = (rule for rule in _rules() if rule.purpose in CHOICE_PURPOSES)
    for rule in sorted(rules, key=lambda rule: rule.purpose is not Purpose.CREATE_ACCOUNT):
        if _fits(rule.labels, said) or _fits(rule.names, technical):
            return rule.purpose
    return Purpose.OTHER


def _of_password(field: Field) -> Purpose:
    again = next(rule for rule in _rules() if rule.purpose is Purpose.PASSWORD_AGAIN)
    repeated = _fits(again.names, f"{field.name} {field.id}") or _fits(again.labels, field.label)
    return Purpose.PASSWORD_AGAIN if repeated else Purpose.PASSWORD


def _of_label(field: Field) -> Purpose | None:
    # Running text beside a field without a label speaks of many things.
    label = field.label if len(field.label) <= LONGEST_LABEL else ""
    fitting = (rule for rule in _rules() if _fits(rule.labels, label, field.placeholder))
    return next((rule.purpose for rule in fitting if _may_be(rule, field)), None)


def _of_type(field: Field) -> Purpose | None:
    return next((rule.purpose for rule in _rules() if field.type in rule.types), None)


def _of_name(field: Field) -> Purpose | None:
    fitting = (rule for rule in _rules() if _fits(rule.names, field.name, field.id))
    return next((rule.purpose for rule in fitting if _may_be(rule, field)), None)


def _may_be(rule: _Rule, field: Field) -> bool:
    """Tell whether the type allows it: words such as "Password?" also stand beside fields of other kinds.

    A search is typed, so that a list of choices is none, whatever its short name.
    """
    if rule.purpose is Purpose.SEARCH:
        return field.tag not in {"select", "textarea"}
    return rule.purpose is not Purpose.PASSWORD or field.type == "text"


def _fits(pattern: re.Pattern[str] | None, *texts: str) -> bool:
    return pattern is not None and any(text and pattern.search(text) for text in texts)
