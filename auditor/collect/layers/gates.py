"""Questions that a shop asks before it opens: how old a visitor is, and which country or language is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale

from auditor.collect.journey.rank import matches
from auditor.collect.page.seen import Control
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["asks_age", "asks_where", "here", "is_place", "of_age", "says_no"]

LANGUAGES = ("fi", "sv", "en", "de", "nb", "da", "et")
LANDS = ("FI", "SE", "NO", "DK", "EE", "DE", "GB", "US", "AX")
LEAST_OF_AGE = 0.4
LONGEST_PLACE = 30
_IN_BRACKETS = re.compile(r"\s*[(\[].{0,12}[)\]]")


def asks_age(text: str) -> bool:
    """Say whether a text asks whether the visitor is old enough."""
    return wording("age_question").search(text) is not None


def asks_where(text: str) -> bool:
    """Say whether a text asks for a country, a shop or a language."""
    return wording("where_from").search(text) is not None


def says_no(control: Control) -> bool:
    """Say whether a control answers no."""
    return any(_first_word("says_no").search(text) for text in control.labels)


def of_age(inside: Iterable[Control], language: str) -> Control | None:
    """Find the control by which a visitor says to be old enough; one that stays on the page comes first."""
    willing = [c for c in inside if not says_no(c)]
    pool = [c for c in willing if not c.href.startswith("http")] or willing
    best = max(((_agrees(c, language), c) for c in pool), key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= LEAST_OF_AGE else None


def _agrees(control: Control, language: str) -> float:
    plain = 0.6 if any(_first_word("says_yes").search(text) for text in control.labels) else 0.0
    return max(matches(control, "age_yes", language), plain)


def is_place(control: Control) -> bool:
    """Say whether a control names a country or a language."""
    said = [_IN_BRACKETS.sub("", text).strip().lower() for text in control.labels]
    return any(text in _places() or (len(text) < LONGEST_PLACE and _tongue().search(text)) for text in said)


def here(controls: Iterable[Control], language: str) -> Control | None:
    """Find the choice that keeps a visitor where the page's language is at home, else the first choice."""
    pool = tuple(controls)
    named = [c for c in pool if is_place(c)]
    own = str(Locale.parse(language).languages.get(language, "")).lower()
    stay = [c for c in pool if matches(c, "stay_here", language) >= 0.5 and c not in named]
    same = [c for c in named if any(own == text.strip().lower() for text in c.labels)]
    return next(iter((*stay, *same, *named)), None)


@cache
def _first_word(name: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{wording_pieces(name)})\b", re.I)


@cache
def _tongue() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording_pieces('language_name')})\w*", re.I)


@cache
def _places() -> frozenset[str]:
    """Name the languages and countries of the shops, each in all of their languages."""
    names: set[str] = set()
    for code in LANGUAGES:
        locale = Locale.parse(code)
        names |= {str(locale.languages.get(other, "")).lower() for other in (*LANGUAGES, "no")}
        names |= {str(locale.territories.get(land, "")).lower() for land in LANDS}
    return frozenset(names - {""})
