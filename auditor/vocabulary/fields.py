"""What a form field asks for, judged by its autocomplete token, type, technical name and label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import yaml

from auditor.model import Field

__all__ = ["ADDRESS", "Purpose", "purpose_of"]


class Purpose(StrEnum):
    """What a visitor is asked for."""

    HONEYPOT = "honeypot"
    PASSWORD = "password"
    PASSWORD_AGAIN = "password_again"
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
    raw: Mapping[str, Mapping[str, object]] = yaml.safe_load(
        (files("auditor.vocabulary") / "field_words.yaml").read_text("utf-8")
    )
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
    """Say what a field asks for; a token given by the shop beats its type, its type the label, the label the technical name."""
    choice = field.type in CHOICES
    rules = [rule for rule in _rules() if not choice or rule.purpose in CHOICE_PURPOSES]
    tokens = set(field.autocomplete.lower().split())
    for rule in rules:
        if not choice and tokens & set(rule.tokens):
            return rule.purpose
    if choice:
        said = f"{field.label} {field.placeholder}"
        return next(
            (
                rule.purpose
                for rule in sorted(rules, key=lambda r: r.purpose is not Purpose.CREATE_ACCOUNT)
                if (rule.labels and rule.labels.search(said))
                or (rule.names and rule.names.search(f"{field.name} {field.id}"))
            ),
            Purpose.OTHER,
        )
    if field.type == "password":
        again = next(rule for rule in rules if rule.purpose is Purpose.PASSWORD_AGAIN)
        for pattern, text in ((again.names, f"{field.name} {field.id}"), (again.labels, field.label)):
            if pattern and pattern.search(text):
                return Purpose.PASSWORD_AGAIN
        return Purpose.PASSWORD
    for texts in ((field.label, field.placeholder), (field.name, field.id)):
        technical = texts[0] is field.name
        for rule in rules:
            pattern = rule.names if technical else rule.labels
            if rule.purpose is Purpose.PASSWORD and field.type not in {"text", "password"}:
                continue
            if pattern and any(text and pattern.search(text) for text in texts):
                return rule.purpose
        if not technical:
            typed = next((rule.purpose for rule in rules if field.type in rule.types), None)
            if typed:
                return typed
    return Purpose.OTHER
