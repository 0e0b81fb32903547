"""Queries for a shop's search, made from the name of one of its own products."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.model import QueryKind
from auditor.vocabulary import fold
from auditor.vocabulary.inflections import inflected, is_noun

__all__ = ["Query", "head_noun", "mistyped", "queries_for", "same_kind"]

NONSENSE = "qxzvkwpj"
SHORTEST = 4
LONGEST_NAME = 70
_WORD = re.compile(r"[^\W\d_]+")
# What follows says with what, for whom or of what the thing is.
_MORE = re.compile(r"\s(?:with|for|of|in|mit|für|aus|med|för|til|till|av|i)\s.*$", re.IGNORECASE)
LONG_ENOUGH_TO_MISTYPE = 5
_ASIDE = re.compile(r"\s*(?:[(\[,|/].*|\s[–—-]\s.*)$")


@dataclass(frozen=True)
class Query:
    """What is typed, and of which kind it is."""

    kind: QueryKind
    text: str


def queries_for(name: str, noun: str, language: str) -> Iterator[Query]:
    """Yield the queries that can be made of a name; forms that no rule gives are left out."""
    yield Query(QueryKind.EXACT, _ASIDE.sub("", name[:LONGEST_NAME]).strip() or name[:LONGEST_NAME])
    if noun:
        if len(noun) >= LONG_ENOUGH_TO_MISTYPE:
            yield Query(QueryKind.TYPO, mistyped(noun))
        form = inflected(noun, language)
        if form:
            yield Query(QueryKind.INFLECTED, form)
        if fold(noun) != noun:
            yield Query(QueryKind.FOLDED, fold(noun))
    yield Query(QueryKind.NONSENSE, NONSENSE)


def head_noun(name: str, others: Iterable[str], language: str) -> str:
    """Return the word that says what a product is, in lower case: one that other products or categories share.

    Names and brands stand in capitals within a name; in English the last word says it, elsewhere often the first.
    """
    bare = _MORE.sub("", _ASIDE.sub("", name))
    words: list[str] = [word for word in _WORD.findall(bare) if len(word) >= SHORTEST and is_noun(word)]
    if not words:
        return ""
    known = [fold(other) for other in others if fold(other) != fold(name)]
    mixed = any(word[0].islower() for word in words)

    def weight(place: int) -> float:
        word = words[place]
        stem = fold(word)[: max(SHORTEST, len(word) - 2)]
        shared = min(3, sum(stem in other for other in known))
        lower = mixed and word[0].islower()
        shouted = word.isupper() and not name.isupper()
        last = language == "en" and place == len(words) - 1
        return 2.0 * shared + 2 * lower + 1.5 * last - 3 * shouted + 0.05 * len(word)

    return words[max(range(len(words)), key=weight)].lower()


def mistyped(word: str) -> str:
    """Return a word with two neighbouring letters of its middle swapped; equal neighbours are passed over."""
    middle = len(word) // 2
    for at in (*range(middle, len(word) - 1), *range(middle - 1, 0, -1)):
        if word[at] != word[at + 1]:
            return f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
    return f"{word}{word[-1]}"


def same_kind(noun: str, text: str) -> bool:
    """Say whether a text names the kind of thing: the beginning of the noun stands in it, umlauts folded."""
    stem = fold(noun)[: max(SHORTEST, len(noun) - 2)]
    return bool(noun) and stem in fold(text)
