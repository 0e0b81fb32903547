"""Where a thing was looked for that was not found."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field as Described

from auditor.model.base import Noun
from auditor.model.words import ViewportName

__all__ = ["Searched", "SearchedPart"]


class SearchedPart(StrEnum):
    """What is read of a page."""

    LINKS = "links"
    BUTTONS = "buttons"
    FIELDS = "fields"
    TEXT = "text"
    DATA = "data"


class Searched(Noun):
    """What was read in search of a thing that was not found, so that its absence can be checked.

    ``parts`` counts the pages of which each part was read, ``pages`` all of them: each address once, pages that failed
    left out. ``seen`` are the ids of visits to some of them, of different kinds first. ``footers`` and ``menus`` are
    the screens on which a page that was read for links had some in a footer, or several in a header or menu. ``words``
    are some of the words that were looked for, by language. ``cut`` counts pages that were too long to be read whole.
    """

    pages: int
    parts: dict[SearchedPart, int]
    seen: tuple[str, ...] = ()
    footers: tuple[ViewportName, ...] = ()
    menus: tuple[ViewportName, ...] = ()
    words: dict[str, tuple[str, ...]] = Described(default_factory=dict)
    cut: int = 0
