"""Reads names and values out of what a request would send, so that the guard's rules can judge them."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl

__all__ = ["last_of", "pairs_of"]

MOST_READ, MOST_PAIRS = 200_000, 2000
# GraphQL that is sent as it is, without a name in front: "mutation Add {", but not "query=shoes".
_BARE = re.compile(r"#|(?:query|mutation|subscription|fragment)\b\s*[^=&\s]")


def pairs_of(body: str, *, whole: bool = False) -> list[tuple[str, str]]:
    """Read names and values out of a form body, multipart body or JSON body; nothing is kept of it.

    ``whole`` names what lies deeper in JSON by its whole way, as in "payment.method". JSON that cannot be read, or
    that is nested deeper than any shop nests it, is one value without a name.
    """
    text = body[:MOST_READ]
    stripped = text.lstrip()
    if stripped.startswith(("{", "[")):
        try:
            return _flat(json.loads(stripped), whole)
        except (ValueError, RecursionError):
            return [("", stripped)]
    if _BARE.match(stripped) and "{" in stripped:
        return [("query", stripped)]
    if "Content-Disposition: form-data" in text:
        return [
            (part.split('name="', 1)[1].split('"', 1)[0], part.partition("\r\n\r\n")[2].strip("\r\n-"))
            for part in text.split("Content-Disposition: form-data")[1:]
            if 'name="' in part
        ]
    return parse_qsl(text, keep_blank_values=True)


def last_of(key: str) -> str:
    """Return the last part of a whole name."""
    return key.rpartition(".")[2]


def _flat(data: Any, whole: bool) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    todo: list[tuple[str, Any]] = [("", data)]
    while todo and len(pairs) < MOST_PAIRS:
        key, value = todo.pop()
        if isinstance(value, dict):
            todo += [(f"{key}.{k}" if whole and key else str(k), v) for k, v in value.items()]
        elif isinstance(value, list):
            todo += [(key, v) for v in value]
        elif value is not None:
            pairs.append((key, str(value)))
    return pairs
