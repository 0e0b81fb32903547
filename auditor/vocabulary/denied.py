"""Whether a sentence denies what a pattern found in it: "no account will be created", "tuote ei ole varastossa"."""

from __future__ import annotations

import re
from functools import cache

from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["denied", "found_in", "sentence_of"]

# A sentence ends at a stop before a space, at a line's end and at a list's mark; "14.12." and "2.5" end none.
_END = re.compile(r"[!?;•\n]|(?<=[^\W\d])\.(?=\s|$)|\.(?=\s+[^\W\da-zåäöæøü])")
_WORD = re.compile(r"[\w'’]+")
# A denial stands close by: "you do not need an account", "konto skapas inte".
BEFORE, AFTER = 5, 3
# A sentence is looked for so many characters to each side, so that a hostile text costs no more than a long one.
REACH = 400


def sentence_of(text: str, found: re.Match[str]) -> str:
    """Return the sentence in which something was found."""
    start, end = _bounds(text, found)
    return text[start:end].strip()


def denied(
    text: str,
    found: re.Match[str],
    *,
    before: int = BEFORE,
    after: int = AFTER,
    clause: bool = False,
    within: bool = False,
) -> bool:
    """Say whether a word of denial stands in the same sentence, so many words before or behind what was found.

    What the pattern itself took in is searched ``within`` only where asked: it may be a denial by its nature. With
    ``clause`` a comma, a dash or an "and" ends the search, and a "without" behind denies only what follows it: "free
    delivery without a minimum".
    """
    start, end = _bounds(text, found)
    ahead, behind = text[start : found.start()], text[found.end() : end]
    if clause:
        ahead, behind = _clauses().split(ahead)[-1], _clauses().split(behind)[0]
    words, after_it = _WORD.findall(ahead), _WORD.findall(behind)[:after]
    later = (one for one in after_it if not (clause and wording("without").fullmatch(one)))
    inside = _WORD.findall(found.group()) if within else ()
    near = (*words[max(0, len(words) - before) :], *inside, *later)
    return any(wording("denial").fullmatch(one) for one in near)


def found_in(
    pattern: re.Pattern[str], text: str, *, before: int = BEFORE, after: int = AFTER, clause: bool = False
) -> re.Match[str] | None:
    """Return the first place where a text says what a pattern looks for, and does not deny it."""
    places = pattern.finditer(text)
    return next((one for one in places if not denied(text, one, before=before, after=after, clause=clause)), None)


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile(rf",(?!\d)|[:()\[\]|/–—]|\s-\s|\b(?:{wording_pieces('clause_begins')})\b", re.IGNORECASE)


def _bounds(text: str, found: re.Match[str]) -> tuple[int, int]:
    first, last = max(0, found.start() - REACH), min(len(text), found.end() + REACH)
    start = max((end.end() for end in _END.finditer(text, first, found.start())), default=first)
    after = _END.search(text, found.end(), last)
    return start, after.start() if after else last
