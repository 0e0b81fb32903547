"""Wordings of running text, such as all the ways to say that a return is free."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

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
    raw = yaml.safe_load((files("auditor.vocabulary") / "wordings.yaml").read_text("utf-8"))
    return {name: tuple(pieces) for name, pieces in raw.items()}
