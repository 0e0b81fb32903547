"""When what an audit says and what a truth file says are the same, although they are spelled differently."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from auditor.vocabulary import load_vocabulary

__all__ = ["about_as_wide", "as_set", "same_contact"]

OVERFLOW_PX = 1
# What people write in a truth file, and what the tool calls it.
SAME_WAYS = {"prepayment": "bank", "bank-transfer": "bank", "cash-on-delivery": "cod", "cash": "cod"}


def as_set(values: Iterable[Any]) -> list[str]:
    """Sort a list, with one word for one way to pay; a provider is no way to pay, so it may be named or not."""
    ways = load_vocabulary().payments
    named = {SAME_WAYS.get(str(one), str(one)) for one in values}
    return sorted(one for one in named if one not in ways or ways[one].kind != "provider")


def same_contact(one: Any, got: Any) -> bool:
    """Say whether two contacts are one; true and false stand for a contact that is there or not."""
    if isinstance(one, bool) or isinstance(got, bool):
        return bool(one == got)
    return _bare(one) == _bare(got)


def _bare(contact: Any) -> str:
    """Write an e-mail address or a telephone number without what people put between its parts."""
    text = str(contact or "").strip().lower()
    return text if "@" in text else "".join(char for char in text if char.isalnum() or char == "+")


def about_as_wide(one: Any, got: Any) -> bool:
    """Say whether two widths are the same but for rounding, in CSS pixels."""
    return isinstance(got, int) and abs(int(one or 0) - got) <= OVERFLOW_PX
