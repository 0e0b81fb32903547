"""Words of the audited site made harmless: bounded, without control marks, links only over http."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

__all__ = ["Address", "address", "clean"]

MAX_TEXT = 300
MAX_HREF = 2000
MAX_SHOWN = 90
MAX_MARKS = 4


@dataclass(frozen=True)
class Address:
    """An address as shown: ``href`` is None where it must not be a link."""

    text: str
    href: str | None


def clean(text: str, limit: int = MAX_TEXT) -> str:
    """Return one line of at most ``limit`` characters: no control, bidi or stacked marks, no lone surrogates."""
    kept: list[str] = []
    marks = 0
    # Look at a little more than will be shown: a page can send megabytes.
    for sign in text[: limit * 4]:
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind == "Mn" else 0
        if sign in "\t\n\r" or kind in ("Zs", "Zl", "Zp"):
            kept.append(" " if sign != "\u00a0" else sign)
        elif sign == "\u200d" or (kind[0] != "C" and marks <= MAX_MARKS):
            kept.append(sign)
    line = " ".join("".join(kept).split(" ")).strip()
    line = " ".join(part for part in line.split(" ") if part)
    cut = len(line) > limit or len(text) > limit * 4
    return line[: limit - 1].rstrip() + "…" if cut else line


def address(url: str, limit: int = MAX_SHOWN) -> Address:
    """Return a link for an http(s) address with a host, else plain text; long ones are shown without their middle."""
    line = clean(url, MAX_HREF)
    shown = line if len(line) <= limit else f"{line[: limit * 2 // 3]}…{line[-limit // 3 + 1 :]}"
    return Address(shown.removeprefix("https://").removeprefix("http://") or "–", line if _is_web(url) else None)


def _is_web(url: str) -> bool:
    if len(url) > MAX_HREF or any(sign.isspace() or unicodedata.category(sign)[0] == "C" for sign in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False
