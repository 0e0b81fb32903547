"""How shop words are compared: one spelling for labels and one, without umlauts, for addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "folds", "normalise", "words_of"]

LONGEST_LABEL = 400
_COUNTER = re.compile(
    r"\s*(?:[(\[]\s*\d+\s*\+?\s*[)\]]|(?<=[^\W\d])\s+\d{1,3}(?:\s*(?:kpl|st|stk|items?|tuotetta|varor))?)$"
)
_EDGES = re.compile(r"^[^\w(\[+€$£%]+|[^\w)\]%+]+$")
_SPACE = re.compile(r"\s+")
_SIMPLE = {"ß": "ss", "ø": "o", "æ": "ae", "å": "a", "œ": "oe", "ð": "d", "þ": "th", "ł": "l"}
_GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "å": "aa"}
_ARROWS_AND_EMOJI = ("So", "Sm", "Sk", "Cf", "Co", "Cn")


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """Return the label in lower case, without counters such as "(2)", arrows, emoji and outer punctuation."""
    plain = unicodedata.normalize("NFC", text[:LONGEST_LABEL]).lower()
    kept = "".join(
        " " if unicodedata.category(sign) in _ARROWS_AND_EMOJI and sign not in "+*" else sign for sign in plain
    )
    spaced = _SPACE.sub(" ", kept).strip()
    for _round in range(3):
        shorter = _COUNTER.sub("", _EDGES.sub("", spaced)).strip()
        if not shorter or shorter == spaced:
            break
        spaced = shorter
    return _unwrapped(spaced)


def fold(text: str) -> str:
    """Return the text in lower case with umlauts and accents folded (ä→a, ö→o, ø→o, æ→ae, ß→ss)."""
    lowered = unicodedata.normalize("NFC", text).lower()
    spelled = "".join(_SIMPLE.get(sign, sign) for sign in lowered)
    decomposed = unicodedata.normalize("NFD", spelled)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def folds(text: str) -> frozenset[str]:
    """Return the spellings an address may use for the text: umlauts folded to one letter, or to two as in German."""
    lowered = unicodedata.normalize("NFC", text).lower()
    return frozenset({fold(lowered), fold("".join(_GERMAN.get(sign, sign) for sign in lowered))})


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a normalised label."""
    return tuple(text.split())


def _unwrapped(text: str) -> str:
    if len(text) > 2 and (text[0], text[-1]) in {("(", ")"), ("[", "]")}:
        return text[1:-1].strip()
    return text
