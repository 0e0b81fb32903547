"""Other forms of a noun, by rules that give a right form or none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from auditor.vocabulary.tables import read_table

__all__ = ["inflected", "is_noun"]


def inflected(word: str, language: str) -> str:
    """Return another form of a noun in lower case; empty where no rule of the language gives a safe one."""
    plain = word.lower()
    for pattern, form in _rules(language):
        if pattern.search(plain):
            return "" if form is None else pattern.sub(form, plain, count=1)
    return ""


def is_noun(word: str) -> bool:
    """Say whether a word of a product's name may be what the thing is, not its colour or whom it is for."""
    return word.lower() not in _table()["not_nouns"]


@cache
def _rules(language: str) -> Sequence[tuple[re.Pattern[str], str | None]]:
    return [(re.compile(pattern), form) for pattern, form in _table().get(language, ())]


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = read_table("inflections.yaml")
    return table
