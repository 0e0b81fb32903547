"""Finds the numbers that a box for a size may take: what its attributes, its words and the page demand."""

from __future__ import annotations

import re

from auditor.model import Field
from auditor.vocabulary.wordings import wording

__all__ = ["asks_for_number", "least_numbers"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_DIGITS = re.compile(r"^\^?(?:\[0-9|\\d)")
_UNIT = re.compile(r"(?:^|[\d\s(\[/])(?:mm|cm|dm|m²|m2|kg)(?:$|[\s)\]*:.,])", re.I)
LONGEST_DEMAND = 160
# Where nothing says what is demanded.
UNTOLD = ("1", "10", "100")


def asks_for_number(field: Field) -> bool:
    """Tell whether an empty box takes a number: by its kind, by the keys it shows on phones, or by a unit beside it."""
    if field.tag != "input" or not field.empty:
        return False
    if field.type == "number":
        return True
    numeric = field.inputmode in {"numeric", "decimal"} or bool(_DIGITS.match(field.pattern))
    return field.type == "text" and (numeric or bool(_UNIT.search(f"{field.label} {field.placeholder}")))


def least_numbers(field: Field, text: str) -> tuple[str, ...]:
    """Give the numbers to type into a box, the likeliest first; ``text`` is what the page says."""
    least = [field.least] if _NUMBER.fullmatch(field.least) and float(field.least) > 0 else []
    demands = wording("least_size")
    said = (
        line for line in text.splitlines() if len(line) < LONGEST_DEMAND and _UNIT.search(line) and demands.search(line)
    )
    told = (number for words in (field.placeholder, field.label, *said) for number in _NUMBER.findall(words))
    found = [number.replace(",", ".") if field.type == "number" else number for number in (*least, *told)]
    return tuple(dict.fromkeys(found)) or UNTOLD
