"""What shows a product beyond still pictures, and which addresses are one picture in several sizes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from auditor.vocabulary.tables import read_table

__all__ = ["media", "picture_key"]

# A script draws the picture that its parameters name; a file is the same whatever stands behind it.
_SCRIPT = re.compile(r"\.(?:php|aspx?|ashx|cgi|do)$", re.IGNORECASE)


@cache
def media() -> Mapping[str, tuple[str, ...]]:
    """Return the lists of hosts and selectors by name."""
    raw = read_table("media.yaml")
    return {name: tuple(values) for name, values in raw.items()}


def picture_key(address: str) -> str:
    """Return an address without what only says how large the same picture is, to tell pictures apart."""
    parts = urlsplit(address)
    path = parts.path.lower()
    name = path.rsplit("/", 1)[-1]
    drawn = bool(_SCRIPT.search(path)) or "." not in name
    for size in media()["size_parts"]:
        path = re.sub(size, "", path)
    path = re.sub(r"//+", "/", path)
    stem = re.sub(r"\.(?:jpe?g|png|webp|avif|gif|svg)$", "", path)
    return f"{stem}?{parts.query}" if drawn else stem
