"""What the page scripts return, made into nouns: pages are hostile, so whatever does not fit is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

__all__ = ["items", "plain"]

_Noun = TypeVar("_Noun", bound=BaseModel)


def plain(value: object, limit: int) -> str:
    """Return a text of at most ``limit`` characters; what is no text is an empty one."""
    return value.replace("\x00", "")[:limit] if isinstance(value, str) else ""


def items(kind: type[_Noun], raw: Any) -> tuple[_Noun, ...]:
    """Return the nouns that the entries of a list make; entries that make none are left out."""
    found: list[_Noun] = []
    for one in raw if isinstance(raw, list) else ():
        known = {key: value for key, value in _pairs(one) if key in kind.model_fields}
        try:
            found.append(kind.model_validate(known))
        except ValidationError:
            continue
    return tuple(found)


def _pairs(one: object) -> Iterable[tuple[str, object]]:
    return ((str(key), value) for key, value in one.items()) if isinstance(one, Mapping) else ()
