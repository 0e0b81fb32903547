"""Wordings of running text, such as all the ways to say that a return is free."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from auditor.vocabulary.tables import read_text

__all__ = ["wording", "wording_pieces"]


@cache
def wording(name: str) -> re.Pattern[str]:
    """Return the pattern of a wording, which ignores case; raises KeyError for one that is not listed."""
    return re.compile(wording_pieces(name), re.IGNORECASE)


def wording_pieces(name: str) -> str:
    """Return a wording as an alternation, to build into a longer pattern."""
    return "|".join(_wordings()[name])


@cache
def _wordings() -> Mapping[str, tuple[str, ...]]:
    """Read every file of wordings; raises ValueError where a name stands in two of them."""
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(files("auditor.vocabulary").iterdir(), key=lambda one: one.name):
        if file.name.startswith("wordings") and file.name.endswith(".yaml"):
            raw: Mapping[str, list[str]] = read_text(file.read_text("utf-8"))
            if twice := found.keys() & raw.keys():
                raise ValueError(
                    f"{file.name} names again what another file of wordings holds: {', '.join(sorted(twice))}"
                )
            found |= {name: tuple(pieces) for name, pieces in raw.items()}
    return found
